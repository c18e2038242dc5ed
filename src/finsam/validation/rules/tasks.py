"""7 §: what the förbund may do, and what it may never do."""

from typing import Final

from finsam.law.citation import Citation
from finsam.law.geography import current
from finsam.law.text import Text
from finsam.models.actors import FORBUNDET, ExternalActor
from finsam.models.insats import Payment
from finsam.validation.engine.decision import (
    PASS,
    Decision,
    fail,
    lacks,
    not_applicable,
    not_listed,
    review,
    undecided,
)
from finsam.validation.engine.messages import no_day
from finsam.validation.engine.rule import Answer, rule
from finsam.validation.engine.verdict import Basis
from finsam.validation.subjects.board import Goals
from finsam.validation.subjects.parties import who
from finsam.validation.subjects.tasks import InsatsOnDay

INDIVIDUAL_BENEFITS: Final = frozenset({"bus_pass", "mileage", "work_training_pay", "interpreter"})
"""Payments that are a benefit to individuals: judged by themselves, whoever gets them."""

FINANCING: Final = frozenset({"grant", "start_up", "staff"})
"""Payments that finance whoever gets them."""

PUBLIC_FORMS: Final = frozenset({"municipal_federation", "authority", "samordningsforbund"})
"""Outsiders whose staff, like that of a party that is no member, may work for a party."""

OF_THE_OTHER_KIND: Final = {
    "individual": frozenset({"forstudie", "projektstod", "kompetensutveckling"}),
    "structural": frozenset(
        {"arbetslivsinriktad", "aktiverande_motiverande", "behandlande", "forebyggande"}
    ),
}
"""What an insats of each kind is not directed at."""


@rule(
    "FINSAM-7-1",
    "outside-joint-responsibility",
    cites=Citation("7", stycke=1, punkt=3),
    title=Text(
        "Insatsen ligger inom parternas samlade ansvarsområde",
        "The insats lies within the parties' combined field of responsibility",
    ),
    fail={
        "outside": Text(
            "Insatsen ”{insats}” ligger utanför de samverkande parternas samlade ansvarsområde. "
            "Ett samordningsförbund får bara finansiera insatser inom det.",
            "The insats “{insats}” lies outside the parties' combined field of responsibility. A "
            "samordningsförbund may only finance insatser within it.",
        )
    },
)
def within_joint_responsibility(insats: InsatsOnDay) -> Decision:
    """What is financed lies within what the parties together are there to do.

    Decided by what the document says, which a human must have judged. By the national council's
    guidance, what the schools do for the young without upper secondary education lies outside.

    Source: 7 § first paragraph, point 3, unchanged since 2004-01-01; finsam.se (Målgrupper).
    """
    return insats.requires("within_joint_responsibility", "outside")


@rule(
    "FINSAM-7-2",
    "external-actor-funded",
    cites=Citation("7", stycke=1, punkt=3),
    readings=(
        "purchase-or-funding",
        "active-in-insats",
        "later-insats",
        "outsider-as-member",
    ),
    title=Text(
        "Förbundet finansierar bara de samverkande parterna",
        "The förbund finances the cooperating parties alone",
    ),
    fail={
        "outsider_funded": Text(
            "Insatsen ”{insats}” har en utbetalning till {actor} som avser {what}. Mottagaren är "
            "inte en part som är medlem i förbundet. Ett samordningsförbund ska finansiera "
            "insatser inom de samverkande parternas samlade ansvarsområde. Lagen nämner inga "
            "mottagare; att finansiera en annan aktör ligger utanför så som Samordningsförbundet "
            "Göteborg läser den.",
            "In the insats “{insats}” a payment is made to {actor} for {what}. The payee is not a "
            "party that is a member of the förbund. A samordningsförbund is to finance insatser "
            "within the combined field of responsibility of the cooperating parties. The act names "
            "no payees; to finance another actor lies outside as Samordningsförbundet Göteborg "
            "reads it.",
        )
    },
    review={
        "purchase_or_funding": Text(
            "Insatsen ”{insats}” har en utbetalning till {actor} som avser {what}. Mottagaren är "
            "inte en part som är medlem i förbundet. Bedöm om det är ett köp för förbundets eller "
            "en parts räkning eller finansiering av en annan aktör.",
            "In the insats “{insats}” a payment is made to {actor} for {what}. The payee is not a "
            "party that is a member of the förbund. Judge whether it is a purchase on the "
            "förbund's or a party's account, or the financing of another actor.",
        ),
        "staff_of_outsider": Text(
            "Insatsen ”{insats}” har en utbetalning till {actor} som avser {what}. Mottagaren är "
            "inte en part som är medlem i förbundet. Bedöm om personalen arbetar i insatsen för "
            "en parts räkning, eller om en annan aktör finansieras.",
            "In the insats “{insats}” a payment is made to {actor} for {what}. The payee is not a "
            "party that is a member of the förbund. Judge whether the staff work in the insats on "
            "a party's account, or another actor is financed.",
        ),
    },
    inapplicable={
        "to_forbundet": Text(
            "Betalningen går till förbundet självt.", "The payment goes to the förbund itself."
        ),
        "individual_benefit": Text(
            "Betalningen är en förmån för enskilda, vilket prövas enligt 7 § andra stycket.",
            "The payment is a benefit to individuals, which is judged by section 7, paragraph 2.",
        ),
        "service_to_individuals": Text(
            "Betalningen är för tjänster till enskilda, vilket prövas enligt 7 § andra stycket.",
            "The payment is for services to individuals, which is judged by section 7, second "
            "paragraph.",
        ),
    },
)
def only_parties_are_financed(insats: InsatsOnDay) -> Answer:
    """What is financed lies within the combined field of responsibility of the parties.

    The act names no payees. That another actor falls outside is a förbund's reading of it, which
    the library follows.

    Decided for each payment, by who gets it and what for. A member may be paid for anything, and
    anybody for what the förbund itself needs. Grants and the start of an activity are financing. So
    are staff, unless they may be working for a party: in a structural insats, where a member is
    principal (huvudman), or where they come from another public body. Those cases are for a human,
    as are material and what is bought for a structural insats. Benefits and services to individuals
    are judged by 7 § second paragraph. An outsider entered as a member is still an outsider. The
    rule cannot see what a party in its turn buys with the money.

    Source: 7 § first paragraph, point 3, unchanged since 2004-01-01; Samordningsförbundet Göteborg
    gives the start of a clubhouse that is a legal person of its own as the example of what may not
    be done (finsamgoteborg.se, Lokala insatser).
    """
    payments = insats.item.payments
    if payments is None:
        return lacks("payments")
    found = []
    for number, payment in insats.paid_to_others:
        what, at, ref = payment.what, ("payments", number, "to"), payment.ref
        if what == "own_need":
            continue
        if payment.to == FORBUNDET:
            found.append(not_applicable("to_forbundet", at=at, ref=ref))
        elif what is None:
            missing = insats.place("payments", number, "what")
            found.append(undecided(missing, at=at, ref=ref))
        elif what in INDIVIDUAL_BENEFITS:
            found.append(not_applicable("individual_benefit", at=at, ref=ref))
        elif what == "service" and insats.is_individual:
            found.append(not_applicable("service_to_individuals", at=at, ref=ref))
        elif _finances(insats, payment):
            found.append(fail("outsider_funded", at=at, ref=ref, what=what, **who(payment.to)))
        elif what == "staff" and not _may_work_for_a_party(insats, payment.to):
            found.append(undecided(insats.place("principal"), at=at, ref=ref))
        else:
            why = "staff_of_outsider" if what == "staff" else "purchase_or_funding"
            found.append(review(why, at=at, ref=ref, what=what, **who(payment.to)))
    return found


def _finances(insats: InsatsOnDay, payment: Payment) -> bool:
    """Whether a payment to somebody who is no member finances another actor."""
    if payment.what == "staff":
        return _may_work_for_a_party(insats, payment.to) is False
    return payment.what in FINANCING


def _may_work_for_a_party(insats: InsatsOnDay, payee: str | ExternalActor) -> bool | None:
    """Whether the staff of no member may be at work for a party; None: that is not known."""
    is_public = isinstance(payee, str) or payee.form in PUBLIC_FORMS
    return is_public or not insats.is_individual or insats.has_member_as_principal


@rule(
    "FINSAM-7-3",
    "performed-by-outsider",
    cites=Citation("7", stycke=1, punkt=3),
    basis=Basis.GUIDANCE,
    readings=(
        "through-a-party",
        "active-in-insats",
        "later-insats",
        "undated-guidance",
    ),
    title=Text(
        "Parterna utför insatsen",
        "The parties carry out the insats",
    ),
    fail={
        "outsider_performs": Text(
            "Insatsen ”{insats}” utförs av {actor}, som inte är en part som är medlem i förbundet, "
            "och ingen medlem anges som utförare eller huvudman. Enligt vägledning från "
            "Samordningsförbundet Göteborg utförs individinriktade insatser av medlemmarnas "
            "medarbetare.",
            "The insats “{insats}” is carried out by {actor}, which is not a party that is a "
            "member of the förbund, and no member is said to carry it out or to be its principal. "
            "According to the guidance of Samordningsförbundet Göteborg, individual insatser are "
            "carried out by the members' staff.",
        )
    },
    review={
        "outsider_beside_member": Text(
            "Insatsen ”{insats}” utförs av {actor}, som inte är en part som är medlem i förbundet, "
            "medan en medlem också utför den eller är huvudman. Bedöm om det sker för en parts "
            "räkning.",
            "The insats “{insats}” is carried out by {actor}, which is not a party that is a "
            "member of the förbund, while a member also carries it out or is its principal. Judge "
            "whether that is on a party's account.",
        ),
        "outsider_in_structural": Text(
            "Den strukturövergripande insatsen ”{insats}” utförs av {actor}, som inte är en part "
            "som är medlem i förbundet. Bedöm om det är ett köp för förbundets eller en parts "
            "räkning.",
            "The structural insats “{insats}” is carried out by {actor}, which is not a party that "
            "is a member of the förbund. Judge whether it is a purchase on the förbund's or a "
            "party's account.",
        ),
    },
    inapplicable={
        "performed_by_forbundet": Text(
            "Förbundet självt utför insatsen, vilket prövas enligt 7 § andra stycket.",
            "The förbund itself carries it out, which is judged by section 7, paragraph 2.",
        ),
        "paid_performer": Text(
            "Betalningen till utföraren prövas särskilt.",
            "The payment to whoever carries it out is judged separately.",
        ),
    },
)
def parties_carry_it_out(insats: InsatsOnDay) -> Answer:
    """The members' own staff carry out what is financed.

    Decided for each of those who carry it out, by whether it is a member. An outsider in an
    individual insats is for a human only where a member also carries it out or is its principal
    (huvudman). What deviates is that the outsider carries it out, not that nobody else is listed.
    FINSAM-7-2 or FINSAM-7-4 reports an outsider that is financed for it, and FINSAM-7-4 förbundet
    itself.

    Source: 7 § first paragraph, point 3; finsamgoteborg.se (Lokala insatser) on the members' staff,
    samordningvastmanland.se (Sök finansiering) on others through the party that is principal.
    """
    performers = insats.item.performed_by
    if not performers:
        return lacks("performed_by")
    others = insats.not_members(performers)
    if not others:
        return PASS
    some_member = len(others) < len(performers) or insats.has_member_as_principal
    financed = {
        _same(payment.to)
        for _, payment in insats.paid_to_others
        if payment.what == "service" or _finances(insats, payment)
    }
    found = []
    for number, performer in others:
        at = ("performed_by", number)
        if performer == FORBUNDET:
            found.append(not_applicable("performed_by_forbundet", at=at))
        elif not insats.is_individual:
            found.append(review("outsider_in_structural", at=at, **who(performer)))
        elif _same(performer) in financed:
            found.append(not_applicable("paid_performer", at=at))
        elif some_member:
            found.append(review("outsider_beside_member", at=at, **who(performer)))
        elif some_member is None:
            found.append(undecided(insats.place("principal"), at=at))
        else:
            found.append(fail("outsider_performs", at=at, **who(performer)))
    return found


def _same(actor: str | ExternalActor) -> str | ExternalActor:
    return current(actor) if isinstance(actor, str) else actor


@rule(
    "FINSAM-7-4",
    "authority-or-service-to-individuals",
    cites=Citation("7", stycke=2),
    readings=("not-by-the-forbund", "active-in-insats", "later-insats"),
    title=Text(
        "Förbundet beslutar inte om förmåner, ägnar sig inte åt myndighetsutövning och ger inga "
        "tjänster till enskilda",
        "The förbund decides on no benefits, exercises no authority and serves no individuals",
    ),
    fail={
        "benefit_decision": Text(
            "I insatsen ”{insats}” beslutar förbundet om förmåner eller rättigheter för enskilda, "
            "vilket ett samordningsförbund inte får göra.",
            "In the insats “{insats}” the förbund decides on benefits or rights of individuals, "
            "which a samordningsförbund may not do.",
        ),
        "exercise_of_authority": Text(
            "I insatsen ”{insats}” ägnar sig förbundet åt myndighetsutövning, vilket ett "
            "samordningsförbund inte får göra.",
            "In the insats “{insats}” the förbund exercises authority, which a samordningsförbund "
            "may not do.",
        ),
        "service_to_individuals": Text(
            "I insatsen ”{insats}” tillhandahåller förbundet tjänster för enskilda, vilket ett "
            "samordningsförbund inte får göra.",
            "In the insats “{insats}” the förbund provides services for individuals, which a "
            "samordningsförbund may not do.",
        ),
        "performs_itself": Text(
            "Förbundet självt utför den individinriktade insatsen ”{insats}”. Ett "
            "samordningsförbund får inte tillhandahålla tjänster för enskilda; det finansierar "
            "parternas insatser.",
            "The förbund itself carries out the individual insats “{insats}”. A samordningsförbund "
            "may not provide services for individuals; it finances what the parties do.",
        ),
        "service_bought": Text(
            "I insatsen ”{insats}” köper förbundet tjänster till deltagarna av {actor}, som inte "
            "är en part som är medlem. Ett samordningsförbund får inte tillhandahålla tjänster för "
            "enskilda.",
            "In the insats “{insats}” the förbund buys services for the participants from {actor}, "
            "which is not a party that is a member. A samordningsförbund may not provide services "
            "for individuals.",
        ),
        "service_by_forbundet": Text(
            "I insatsen ”{insats}” går en betalning för tjänster till deltagarna till förbundet "
            "självt. Ett samordningsförbund får inte tillhandahålla tjänster för enskilda.",
            "In the insats “{insats}” a payment for services for the participants goes to the "
            "förbund itself. A samordningsförbund may not provide services for individuals.",
        ),
    },
    review={
        "own_staff": Text(
            "I den individinriktade insatsen ”{insats}” avser en betalning förbundets egen "
            "personal. Bedöm om personalen tillhandahåller tjänster för deltagarna, vilket ett "
            "samordningsförbund inte får göra.",
            "In the individual insats “{insats}” a payment is for the förbund's own staff. Judge "
            "whether the staff provide services for the participants, which a samordningsförbund "
            "may not do.",
        ),
        "own_principal": Text(
            "Förbundet är självt huvudman för insatsen ”{insats}”. Bedöm om förbundet därmed "
            "ägnar sig åt myndighetsutövning eller tillhandahåller tjänster för enskilda, vilket "
            "ett samordningsförbund inte får göra.",
            "The förbund itself is the principal of the insats “{insats}”. Judge whether it "
            "thereby exercises authority or provides services for individuals, which a "
            "samordningsförbund may not do.",
        ),
    },
)
def no_authority_and_no_service(insats: InsatsOnDay) -> Answer:
    """The förbund decides on no benefits, exercises no authority and serves no individual itself.

    Decided by what the document says that förbundet does. An individual insats is also judged by
    whether förbundet carries it out, and whether services for the participants are provided by
    förbundet or bought from somebody who is no member. Förbundet's own staff in an individual
    insats, and an insats that it is itself the principal (huvudman) of, are for a human. Whether a
    measure is an exercise of authority, a human must have judged.

    Source: 7 § second paragraph, unchanged since 2004-01-01; prop. 2002/03:132, section 7.3.
    """
    item = insats.item
    acts = item.forbundet_does or ()
    found = [fail(act, at=("forbundet_does",)) for act in sorted(acts)]
    missing = list(insats.unknown("forbundet_does"))
    if item.principal == FORBUNDET:
        found.append(review("own_principal", at=("principal",)))
    if insats.is_individual:
        performers = item.performed_by or ()
        if FORBUNDET in performers and "service_to_individuals" not in acts:
            found.append(fail("performs_itself", at=("performed_by", performers.index(FORBUNDET))))
        for number, payment in insats.paid_to_others:
            at, ref = ("payments", number, "to"), payment.ref
            if payment.what is None:
                missing.append(insats.place("payments", number, "what"))
            elif payment.what == "service" and payment.to == FORBUNDET:
                found.append(fail("service_by_forbundet", at=at, ref=ref))
            elif payment.what == "service":
                found.append(fail("service_bought", at=at, ref=ref, **who(payment.to)))
            elif payment.what == "staff" and payment.to == FORBUNDET:
                found.append(review("own_staff", at=at, ref=ref))
        missing += insats.unknown("performed_by", "payments")
    if found or not missing:
        return found or PASS
    return undecided(*missing)


@rule(
    "FINSAM-7-5",
    "cost-of-individual-benefit",
    cites=Citation("7", stycke=2),
    basis=Basis.GUIDANCE,
    readings=("individual-benefits", "undated-guidance"),
    title=Text(
        "Förbundet bekostar inga förmåner för enskilda",
        "The förbund pays for no benefits to individuals",
    ),
    fail={
        "individual_benefit": Text(
            "Insatsen ”{insats}” har en utbetalning till {actor} som avser {what}. Enligt "
            "Nationella rådets vägledning är det en förmån för enskilda, som ett "
            "samordningsförbund inte kan bekosta.",
            "In the insats “{insats}” a payment is made to {actor} for {what}. According to the "
            "national council's guidance, that is a benefit to individuals, which a "
            "samordningsförbund cannot pay for.",
        )
    },
    review={
        "benefit_in_structural": Text(
            "Den strukturövergripande insatsen ”{insats}” har en utbetalning till {actor} som "
            "avser {what}. Enligt Nationella rådets vägledning är sådant en förmån för enskilda, "
            "som ett samordningsförbund inte kan bekosta. Bedöm om kostnaden avser enskilda.",
            "In the structural insats “{insats}” a payment is made to {actor} for {what}. "
            "According to the national council's guidance, that is a benefit to individuals, "
            "which a samordningsförbund cannot pay for. Judge whether the cost is for individuals.",
        )
    },
)
def no_cost_of_individual_benefits(insats: InsatsOnDay) -> Answer:
    """What goes to the individual – journeys, pay, interpreters – is not the förbund's to pay.

    Decided for each payment by what it is for, whoever gets it. Bus passes and mileage are the
    participants' journeys; what staff travel for is paid as staff. A structural insats has no
    participants, so it is for a human whom the cost is for. The rule cannot see such costs when a
    party bears them out of what it is paid for something else.

    Source: 7 § second paragraph, as finsam.se lists such costs (Förmåner eller rättigheter för
    enskilda).
    """
    payments = insats.item.payments
    if payments is None:
        return lacks("payments")
    found = []
    for number, payment in enumerate(payments):
        at, what = ("payments", number, "what"), payment.what
        if what is None:
            found.append(undecided(insats.place(*at), at=at, ref=payment.ref))
        elif what in INDIVIDUAL_BENEFITS:
            say, why = (
                (fail, "individual_benefit")
                if insats.is_individual
                else (review, "benefit_in_structural")
            )
            found.append(say(why, at=at, ref=payment.ref, what=what, **who(payment.to)))
    return found


@rule(
    "FINSAM-7-6",
    "fewer-than-two-parties",
    cites=(Citation("7", stycke=1, punkt=2), Citation("7", stycke=1, punkt=3)),
    basis=Basis.GUIDANCE,
    readings=(
        "two-parties",
        "open-lists",
        "active-in-insats",
        "later-insats",
        "undated-guidance",
    ),
    title=Text(
        "Minst två av parterna samverkar i insatsen",
        "At least two of the parties cooperate in the insats",
    ),
    fail={
        "one_party": Text(
            "I insatsen ”{insats}” är det av medlemmarna bara {party} som samverkar. Enligt "
            "vägledning från Samordningsförbundet Göteborg ska minst två av parterna samverka, och "
            "flera kommuner är en part.",
            "In the insats “{insats}” only {party} cooperates among the members. According to the "
            "guidance of Samordningsförbundet Göteborg, at least two of the parties must, and "
            "several kommuner are one party.",
        ),
        "no_party": Text(
            "I insatsen ”{insats}” samverkar ingen av medlemmarna. Enligt vägledning från "
            "Samordningsförbundet Göteborg ska minst två av parterna samverka.",
            "In the insats “{insats}” no member cooperates. According to the guidance of "
            "Samordningsförbundet Göteborg, at least two of the parties must.",
        ),
    },
    unlisted=Text(
        "minst två av parterna samverkar i insatsen ”{insats}”",
        "at least two of the parties cooperate in the insats “{insats}”",
    ),
)
def two_parties_cooperate(insats: InsatsOnDay) -> Decision:
    """The förbund supports cooperation and finances what the parties do together.

    Decided by the kinds of party among the members that cooperate; all kommuner are one, and so are
    all regioner. Fewer than two deviate only where the list is empty or complete.

    Source: 7 § first paragraph, points 2 and 3; finsamgoteborg.se (Samordningsförbundens uppgifter)
    for the number.
    """
    cooperating = insats.item.cooperating
    at = ("cooperating",)
    if cooperating is None:
        return lacks(*at)
    kinds = insats.some_kinds_of_members(cooperating)
    if len(kinds) >= 2:
        return PASS
    if not insats.lists_all("cooperating"):
        return not_listed(insats.place(*at), at=at)
    for kind in kinds:
        return fail("one_party", at=at, party=kind.value)
    return fail("no_party", at=at)


@rule(
    "FINSAM-7-7",
    "not-evaluated",
    cites=Citation("7", stycke=1, punkt=5),
    readings=("evaluated-when-ended", "silence-in-time"),
    title=Text(
        "Insatsen har följts upp och utvärderats",
        "The insats has been followed up and evaluated",
    ),
    review={
        "not_evaluated": no_day(
            "Insatsen ”{insats}” avslutades {ended} och har inte följts upp och utvärderats, "
            "vilket förbundet ska svara för.",
            "The insats “{insats}” ended on {ended} and has not been followed up and evaluated, "
            "which the förbund must see to.",
        )
    },
    inapplicable={
        "not_ended": Text("Insatsen har inte avslutats.", "The insats has not ended."),
        "goes_on": Text("Insatsen pågår tills vidare.", "The insats goes on until further notice."),
    },
)
def evaluated_when_ended(insats: InsatsOnDay) -> Decision:
    """The förbund is responsible for following up and evaluating what it has financed.

    Decided by what the document says once the insats has ended; one that goes on until further
    notice has no such day. The rule never fails, as the act sets no time, and it cannot see whether
    the evaluation is any good.
    """
    evaluated, end = insats.item.evaluated, insats.item.end
    if evaluated:
        return PASS
    if insats.item.until_further_notice:
        return not_applicable("goes_on")
    if end is None:
        missing = ("end",) if evaluated is False else ("end", "evaluated")
        return undecided(*(insats.place(name) for name in missing))
    if end >= insats.timeline.on:
        return not_applicable("not_ended")
    if evaluated is None:
        return lacks("evaluated")
    return review("not_evaluated", at=("evaluated",), ended=end)


@rule(
    "FINSAM-7-8",
    "no-written-agreement",
    cites=Citation("7", stycke=1, punkt=3),
    basis=Basis.GUIDANCE,
    readings=("written-agreement", "undated-guidance"),
    title=Text(
        "En skriftlig överenskommelse finns när insatsen börjar",
        "There is a written agreement when the insats begins",
    ),
    fail={
        "no_agreement": Text(
            "För insatsen ”{insats}” finns ingen skriftlig överenskommelse med dem som utför den. "
            "Enligt Nationella rådets vägledning ska den finnas innan insatsen börjar.",
            "For the insats “{insats}” there is no written agreement with those who carry it out. "
            "According to the national council's guidance, there must be one before the insats "
            "begins.",
        ),
        "signed_late": Text(
            "Överenskommelsen om insatsen ”{insats}” undertecknades {signed}, men insatsen "
            "började redan {start}. Enligt Nationella rådets vägledning ska den finnas innan "
            "insatsen börjar.",
            "The agreement on the insats “{insats}” was signed on {signed}, but the insats "
            "began on {start}. According to the national council's guidance, there must "
            "be one before the insats begins.",
        ),
    },
)
def agreement_before_the_start(insats: InsatsOnDay) -> Decision:
    """Who does what in an insats is agreed in writing before it starts.

    Decided by whether there is an agreement, and by whether it was signed on the first day of the
    insats at the latest. The rule cannot see what the agreement says.

    Source: 7 § first paragraph, point 3; finsam.se (Överenskommelse).
    """
    signed, start = insats.item.agreement_signed, insats.item.start
    if not insats.item.agreement:
        return insats.requires("agreement", "no_agreement")
    if signed is None or start is None:
        missing = insats.unknown("agreement_signed", "start")
        return undecided(*missing, at=("agreement_signed",))
    if signed > start:
        late = (signed - start).days
        at = ("agreement_signed",)
        return fail("signed_late", at=at, signed=signed, start=start, days=late)
    return PASS


@rule(
    "FINSAM-7-9",
    "mixed-kind",
    cites=Citation("7", stycke=1, punkt=5),
    basis=Basis.GUIDANCE,
    readings=("one-kind", "undated-guidance"),
    title=Text(
        "Insatsen är antingen individinriktad eller strukturövergripande",
        "The insats is either individual or structural",
    ),
    fail={
        "structural_focus": Text(
            "Den individinriktade insatsen ”{insats}” har också en strukturövergripande "
            "inriktning: {focus}. Enligt Nationella rådets handledning för uppföljningen "
            "registreras den som två insatser.",
            "The individual insats “{insats}” has a structural focus as well: {focus}. According "
            "to the national council's manual for follow-up, it is recorded as two insatser.",
        ),
        "individual_focus": Text(
            "Den strukturövergripande insatsen ”{insats}” har också en individinriktad inriktning: "
            "{focus}. Enligt Nationella rådets handledning för uppföljningen registreras den som "
            "två insatser.",
            "The structural insats “{insats}” has an individual focus as well: {focus}. According "
            "to the national council's manual for follow-up, it is recorded as two insatser.",
        ),
    },
)
def one_kind_of_insats(insats: InsatsOnDay) -> Decision:
    """An insats for individuals and one for the parties' staff are two insatser.

    Decided by what the insats is directed at. What is directed at something else may be either.

    Source: 7 § first paragraph, point 5; finsam.se (Användarhandledning) on how insatser are
    recorded for follow-up.
    """
    focus, at = insats.item.focus, ("focus",)
    if focus is None:
        return lacks(*at)
    alien = OF_THE_OTHER_KIND[insats.item.kind].intersection(focus)
    if not alien:
        return PASS
    why = "structural_focus" if insats.is_individual else "individual_focus"
    return fail(why, at=at, focus=tuple(sorted(alien)))


@rule(
    "FINSAM-7-10",
    "no-goals",
    cites=Citation("7", stycke=1, punkt=1),
    readings=("silence-in-time", "open-lists"),
    title=Text(
        "Styrelsen har beslutat om mål och riktlinjer",
        "The board has decided on goals and guidelines",
    ),
    review={
        "no_goals": no_day(
            "Styrelsen har inte beslutat om mål och riktlinjer för samordningen, vilket är en av "
            "förbundets uppgifter.",
            "The board has not decided on goals and guidelines for the coordination, which is one "
            "of the förbund's tasks.",
        ),
        "goals_later": no_day(
            "Styrelsen beslutar om mål och riktlinjer för samordningen först {done}.",
            "The board decides on goals and guidelines for the coordination only on {done}.",
        ),
        "goals_before_formation": no_day(
            "Målen och riktlinjerna beslutades {done}, innan förbundet bildades {formed}, och är "
            "alltså inte förbundets egna.",
            "The goals and guidelines were decided on {done}, before the förbund was formed on "
            "{formed}, and so are not its own.",
        ),
    },
    open=(),
    unlisted=Text(
        "styrelsen har beslutat om mål och riktlinjer för samordningen",
        "the board has decided on goals and guidelines for the coordination",
    ),
)
def goals_and_guidelines(goals: Goals) -> Decision:
    """The förbund decides on goals and guidelines for the coordination.

    Decided by whether the board has decided on some between the day of formation and the day asked
    about. It never fails, as the act sets no time. The rule cannot see what the goals say or
    whether they still apply.
    """
    formed, days = goals.formed, goals.item
    own = [day for day in days if formed is None or formed <= day]
    if any(day <= goals.day for day in own):
        return PASS
    if not goals.list_is_whole:
        return not_listed(goals.loc)
    if own:
        return review("goals_later", done=min(own))
    if formed and days:
        return review("goals_before_formation", done=max(days), formed=formed)
    return review("no_goals")
