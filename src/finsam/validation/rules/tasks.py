"""7 §: what the förbund may do, and what it may never do."""

from collections.abc import Iterator
from typing import Final

from finsam.law.citation import Citation
from finsam.law.text import Text
from finsam.models.actors import FORBUNDET
from finsam.validation.decision import Decision, fail, not_applicable, review, undecided
from finsam.validation.registry import rule
from finsam.validation.subjects import InsatsOnDay, who
from finsam.validation.verdict import Basis

INDIVIDUAL_BENEFITS: Final = frozenset({"bus_pass", "mileage", "work_training_pay", "interpreter"})
"""Payments that are a benefit to individuals: judged by themselves, whoever gets them."""


@rule(
    "FINSAM-7-2",
    "external-actor-funded",
    about=InsatsOnDay,
    cites=Citation("7", stycke=1, punkt=3),
    basis=Basis.STATUTE,
    title=Text(
        "Förbundet finansierar bara de samverkande parterna",
        "The förbund finances the cooperating parties alone",
    ),
    fail={
        "outsider_funded": Text(
            "Insatsen ”{insats}” har en utbetalning till {actor} som avser {what}; mottagaren är "
            "ingen part som är medlem i förbundet. Ett samordningsförbund får inte finansiera "
            "någon annan än de samverkande parterna.",
            "The insats “{insats}” makes a payment to {actor} for {what}; the payee is no party "
            "that is a member of the förbund. A samordningsförbund may not finance anybody but "
            "the cooperating parties.",
        )
    },
    review={
        "purchase_or_funding": Text(
            "Insatsen ”{insats}” har en utbetalning till {actor} som avser {what}; mottagaren är "
            "ingen part som är medlem i förbundet. Bedöm om det är ett köp för förbundets eller en "
            "parts räkning eller finansiering av en annan aktör.",
            "The insats “{insats}” makes a payment to {actor} for {what}; the payee is no party "
            "that is a member of the förbund. Judge whether it is a purchase on the förbund's or a "
            "party's account, or the financing of another actor.",
        )
    },
    open=("payments_unknown", "purpose_unknown"),
    inapplicable=("to_forbundet", "individual_benefit", "service_to_individuals"),
)
def only_parties_are_financed(insats: InsatsOnDay) -> Iterator[Decision]:
    """What is financed lies within the parties' combined field; no other actor is financed.

    Decided payment by payment, by who gets it and what for. A member may be paid for anything, and
    anybody for what the förbund needs for itself. Grants, staff and the start of an activity are
    financing; material, and what is bought for a structural insats, may be a purchase or may be
    financing, which a human must judge. Benefits and services to individuals are judged by 7 §
    second paragraph. An outsider that has been entered as a member is an outsider all the same.
    What a party buys in its turn with the money, the rule cannot see.

    Source: 7 § first paragraph, point 3, unchanged since 2004-01-01; a förbund's page gives the
    start of a clubhouse that is a legal person of its own as the example of what may not be done.
    """
    payments = insats.insats.payments
    if payments is None:
        yield undecided("payments_unknown", insats.place("payments"), at=("payments",))
        return
    for number, payment in enumerate(payments):
        what = payment.what
        if what == "own_need" or insats.is_active_member(payment.to):
            continue
        at, ref = ("payments", number, "to"), payment.ref
        if payment.to == FORBUNDET:
            yield not_applicable("to_forbundet", at=at, ref=ref)
        elif what is None:
            missing = insats.place("payments", number, "what")
            yield undecided("purpose_unknown", missing, at=at, ref=ref)
        elif what in INDIVIDUAL_BENEFITS:
            yield not_applicable("individual_benefit", at=at, ref=ref)
        elif what == "service" and insats.insats.kind == "individual":
            yield not_applicable("service_to_individuals", at=at, ref=ref)
        elif what in {"grant", "start_up", "staff"}:
            yield fail("outsider_funded", at=at, ref=ref, what=what, **who(payment.to))
        else:
            yield review("purchase_or_funding", at=at, ref=ref, what=what, **who(payment.to))
