"""7 §: what the förbund may do, and what it may never do."""

from typing import Final

from finsam.law import interpretations as reading
from finsam.law.citation import Citation
from finsam.law.geography import current
from finsam.law.terms import add_months
from finsam.law.text import Text
from finsam.models.actors import FORBUNDET, ExternalActor
from finsam.validation.engine import messages
from finsam.validation.engine.decision import (
    NOT_KNOWN,
    PASS,
    Decision,
    fail,
    not_applicable,
    review,
    undecided,
)
from finsam.validation.engine.rule import Answer, rule
from finsam.validation.engine.verdict import Basis
from finsam.validation.subjects.board import Goals
from finsam.validation.subjects.parties import who
from finsam.validation.subjects.tasks import InsatsOnDay

INDIVIDUAL_BENEFITS: Final = frozenset({"bus_pass", "mileage", "work_training_pay", "interpreter"})
"""Payments that are a benefit to individuals: judged by themselves, whoever gets them."""

FINANCING: Final = frozenset({"grant", "start_up", "staff"})
"""Payments that finance whoever gets them."""

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
    about=InsatsOnDay,
    cites=Citation("7", stycke=1, punkt=3),
    basis=Basis.STATUTE,
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
    open=(NOT_KNOWN,),
)
def within_joint_responsibility(insats: InsatsOnDay) -> Decision:
    """What is financed lies within what the parties together are there to do.

    Decided by what the document says. Whether it is so a human must have judged; by guidance, what
    the schools do for the young without upper secondary school is not.

    Source: 7 § first paragraph, point 3, unchanged since 2004-01-01; finsam.se (Målgrupper).
    """
    within = insats.item.within_joint_responsibility
    at = ("within_joint_responsibility",)
    if within is None:
        return undecided(insats.place(*at), at=at)
    return PASS if within else fail("outside", at=at)


@rule(
    "FINSAM-7-2",
    "external-actor-funded",
    about=InsatsOnDay,
    cites=Citation("7", stycke=1, punkt=3),
    basis=Basis.STATUTE,
    readings=(
        reading.PURCHASE_OR_FUNDING,
        reading.ACTIVE_IN_INSATS,
        reading.LATER_INSATS,
        reading.OUTSIDER_AS_MEMBER,
    ),
    title=Text(
        "Förbundet finansierar bara de samverkande parterna",
        "The förbund finances the cooperating parties alone",
    ),
    fail={
        "outsider_funded": Text(
            "Insatsen ”{insats}” har en utbetalning till {actor} som avser {what}; mottagaren är "
            "ingen part som är medlem i förbundet. Ett samordningsförbund finansierar insatser "
            "inom parternas ansvar, och inte andra aktörer.",
            "The insats “{insats}” makes a payment to {actor} for {what}; the payee is no party "
            "that is a member of the förbund. A samordningsförbund finances insatser within the "
            "parties' responsibility, and not other actors.",
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
    open=(NOT_KNOWN,),
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
    payments = insats.item.payments
    if payments is None:
        return undecided(insats.place("payments"), at=("payments",))
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
        elif what in FINANCING:
            found.append(fail("outsider_funded", at=at, ref=ref, what=what, **who(payment.to)))
        else:
            found.append(
                review("purchase_or_funding", at=at, ref=ref, what=what, **who(payment.to))
            )
    return found


@rule(
    "FINSAM-7-3",
    "performed-by-outsider",
    about=InsatsOnDay,
    cites=Citation("7", stycke=1, punkt=3),
    basis=Basis.GUIDANCE,
    readings=(
        reading.THROUGH_A_PARTY,
        reading.ACTIVE_IN_INSATS,
        reading.LATER_INSATS,
        reading.UNDATED_GUIDANCE,
    ),
    title=Text(
        "Parterna utför insatsen",
        "The parties carry out the insats",
    ),
    fail={
        "outsider_performs": Text(
            "Insatsen ”{insats}” utförs av {actor}, som inte är en part som är medlem i förbundet, "
            "och ingen medlem utför den eller är huvudman. Enligt vägledningen utförs "
            "individinriktade insatser av medlemmarnas medarbetare.",
            "The insats “{insats}” is carried out by {actor}, which is no party that is a member "
            "of the förbund, and no member carries it out or is its principal. By guidance "
            "individual insatser are carried out by the members' staff.",
        )
    },
    review={
        "outsider_beside_member": Text(
            "Insatsen ”{insats}” utförs också av {actor}, som inte är en part som är medlem i "
            "förbundet. Bedöm om det sker för en parts räkning.",
            "The insats “{insats}” is also carried out by {actor}, which is no party that is a "
            "member of the förbund. Judge whether that is on a party's account.",
        ),
        "outsider_in_structural": Text(
            "Den strukturövergripande insatsen ”{insats}” utförs av {actor}, som inte är en part "
            "som är medlem i förbundet. Bedöm om det är ett köp för förbundets eller en parts "
            "räkning.",
            "The structural insats “{insats}” is carried out by {actor}, which is no party that is "
            "a member of the förbund. Judge whether it is a purchase on the förbund's or a party's "
            "account.",
        ),
    },
    open=(NOT_KNOWN,),
    inapplicable={
        "performed_by_forbundet": Text(
            "Förbundet självt utför insatsen, vilket prövas enligt 7 § andra stycket.",
            "The förbund itself carries it out, which is judged by section 7, paragraph 2.",
        ),
        "paid_performer": Text(
            "Betalningen till utföraren prövas för sig.",
            "The payment to whoever carries it out is judged by itself.",
        ),
    },
)
def parties_carry_it_out(insats: InsatsOnDay) -> Answer:
    """The members' own staff carry out what is financed.

    Decided, for each of those who carry it out, by whether it is a member. An outsider in an
    individual insats needs a member beside it, or a member as principal (huvudman), for a human
    to have something to judge. An outsider that is financed for it is reported by FINSAM-7-2 or
    FINSAM-7-4, förbundet itself by FINSAM-7-4.

    Source: 7 § first paragraph, point 3; finsamgoteborg.se (Lokala insatser) on the members' staff,
    samordningvastmanland.se (Sök finansiering) on others through the party that is principal.
    """
    performers, principal = insats.item.performed_by, insats.item.principal
    if not performers:
        place = insats.place("performed_by")
        return undecided(place, at=("performed_by",))
    others = insats.not_members(performers)
    if not others:
        return PASS
    some_member = len(others) < len(performers) or (
        principal is not None and insats.is_active_member(principal)
    )
    financed = {
        _same(payment.to)
        for _, payment in insats.paid_to_others
        if payment.what in FINANCING or payment.what == "service"
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
        elif principal is None:
            found.append(undecided(insats.place("principal"), at=at))
        else:
            found.append(fail("outsider_performs", at=at, **who(performer)))
    return found


def _same(actor: str | ExternalActor) -> str | ExternalActor:
    return current(actor) if isinstance(actor, str) else actor


@rule(
    "FINSAM-7-4",
    "authority-or-service-to-individuals",
    about=InsatsOnDay,
    cites=Citation("7", stycke=2),
    basis=Basis.STATUTE,
    readings=(reading.ACTIVE_IN_INSATS, reading.LATER_INSATS),
    title=Text(
        "Förbundet beslutar inte om förmåner, utövar inte myndighet och ger inga tjänster till "
        "enskilda",
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
            "I insatsen ”{insats}” utövar förbundet myndighet, vilket ett samordningsförbund inte "
            "får göra.",
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
            "which is no party that is a member. A samordningsförbund may not provide services for "
            "individuals.",
        ),
    },
    open=(NOT_KNOWN,),
)
def no_authority_and_no_service(insats: InsatsOnDay) -> Answer:
    """The förbund decides on no benefits, exercises no authority and serves no individual itself.

    Decided by what the document says that förbundet does; in an individual insats also by whether
    förbundet carries it out, and whether it buys services for the participants from somebody who
    is no member. Whether a measure is an exercise of authority, a human must have judged.

    Source: 7 § second paragraph, unchanged since 2004-01-01.
    """
    told = insats.item
    acts = told.forbundet_does or ()
    found = [fail(act, at=("forbundet_does",)) for act in sorted(acts)]
    missing = [] if told.forbundet_does is not None else [insats.place("forbundet_does")]
    if insats.is_individual:
        performers = told.performed_by or ()
        if FORBUNDET in performers and "service_to_individuals" not in acts:
            found.append(fail("performs_itself", at=("performed_by", performers.index(FORBUNDET))))
        for number, payment in insats.paid_to_others:
            at = ("payments", number)
            if payment.to == FORBUNDET:
                continue
            if payment.what == "service":
                bought = fail("service_bought", at=(*at, "to"), ref=payment.ref, **who(payment.to))
                found.append(bought)
            elif payment.what is None:
                missing.append(insats.place(*at, "what"))
        if told.performed_by is None:
            missing.append(insats.place("performed_by"))
        if told.payments is None:
            missing.append(insats.place("payments"))
    if found or not missing:
        return found or PASS
    return undecided(*missing)


@rule(
    "FINSAM-7-5",
    "cost-of-individual-benefit",
    about=InsatsOnDay,
    cites=Citation("7", stycke=2),
    basis=Basis.GUIDANCE,
    readings=(reading.INDIVIDUAL_BENEFITS, reading.UNDATED_GUIDANCE),
    title=Text(
        "Förbundet bekostar inga förmåner för enskilda",
        "The förbund bears no cost of benefits to individuals",
    ),
    fail={
        "individual_benefit": Text(
            "Insatsen ”{insats}” har en utbetalning till {actor} som avser {what}. Enligt "
            "vägledningen är det en förmån för enskilda, som ett samordningsförbund inte kan "
            "bekosta.",
            "The insats “{insats}” makes a payment to {actor} for {what}. By guidance that is a "
            "benefit to individuals, whose cost a samordningsförbund cannot bear.",
        )
    },
    open=(NOT_KNOWN,),
    inapplicable={"structural": messages.STRUCTURAL},
)
def no_cost_of_individual_benefits(insats: InsatsOnDay) -> Answer:
    """What goes to the individual – journeys, pay, interpreters – is not the förbund's to pay.

    Decided payment by payment, by what it is for and whoever gets it. Such costs borne by a party
    out of what it is paid for something else, the rule cannot see.

    Source: 7 § second paragraph, as finsam.se lists such costs (Förmåner eller rättigheter för
    enskilda).
    """
    if not insats.is_individual:
        return not_applicable("structural")
    payments = insats.item.payments
    if payments is None:
        return undecided(insats.place("payments"), at=("payments",))
    found = []
    for number, payment in enumerate(payments):
        at, what = ("payments", number, "what"), payment.what
        if what is None:
            found.append(undecided(insats.place(*at), at=at, ref=payment.ref))
        elif what in INDIVIDUAL_BENEFITS:
            payee = who(payment.to)
            found.append(fail("individual_benefit", at=at, ref=payment.ref, what=what, **payee))
    return found


@rule(
    "FINSAM-7-6",
    "fewer-than-two-parties",
    about=InsatsOnDay,
    cites=(Citation("7", stycke=1, punkt=2), Citation("7", stycke=1, punkt=3)),
    basis=Basis.GUIDANCE,
    readings=(
        reading.TWO_PARTIES,
        reading.ACTIVE_IN_INSATS,
        reading.LATER_INSATS,
        reading.UNDATED_GUIDANCE,
    ),
    title=Text(
        "Minst två av parterna samverkar i insatsen",
        "At least two of the parties cooperate in the insats",
    ),
    fail={
        "one_party": Text(
            "I insatsen ”{insats}” samverkar av medlemmarna bara {party}. Enligt vägledningen ska "
            "minst två av parterna samverka; flera kommuner är en part.",
            "In the insats “{insats}” only {party} cooperates among the members. By guidance at "
            "least two of the parties must; several kommuner are one party.",
        ),
        "no_party": Text(
            "I insatsen ”{insats}” samverkar ingen av medlemmarna. Enligt vägledningen ska minst "
            "två av parterna samverka.",
            "In the insats “{insats}” no member cooperates. By guidance at least two of the "
            "parties must.",
        ),
    },
    open=(NOT_KNOWN,),
)
def two_parties_cooperate(insats: InsatsOnDay) -> Decision:
    """The förbund supports cooperation and finances what the parties do together.

    Decided by the kinds of party among the members that cooperate; all kommuner are one, all
    regioner one.

    Source: 7 § first paragraph, points 2 and 3; finsamgoteborg.se (Samordningsförbundens uppgifter)
    for the number.
    """
    cooperating = insats.item.cooperating
    at = ("cooperating",)
    if cooperating is None:
        return undecided(insats.place(*at), at=at)
    kinds = insats.some_kinds_of_members(cooperating)
    if len(kinds) >= 2:
        return PASS
    for kind in kinds:
        return fail("one_party", at=at, party=kind.value)
    return fail("no_party", at=at)


@rule(
    "FINSAM-7-7",
    "not-evaluated",
    about=InsatsOnDay,
    cites=Citation("7", stycke=1, punkt=5),
    basis=Basis.STATUTE,
    readings=(reading.EVALUATED_WHEN_ENDED,),
    title=Text(
        "Insatsen har följts upp och utvärderats",
        "The insats has been followed up and evaluated",
    ),
    review={
        "not_evaluated": Text(
            "Insatsen ”{insats}” slutade {ended} och har inte följts upp och utvärderats. "
            "Förbundet ska svara för det; bedöm om det dröjer för länge.",
            "The insats “{insats}” ended on {ended} and has not been followed up and evaluated. "
            "The förbund has to see to that; judge whether it takes too long.",
        )
    },
    open=(NOT_KNOWN,),
    inapplicable={"not_ended": Text("Insatsen har inte avslutats.", "The insats has not ended.")},
)
def evaluated_when_ended(insats: InsatsOnDay) -> Decision:
    """The förbund answers for the follow-up and evaluation of what it has financed.

    Decided, once the insats has ended, by what the document says. It never fails: the act sets no
    time. Whether the evaluation is any good, the rule cannot see.

    Source: 7 § first paragraph, point 5, unchanged since 2004-01-01.
    """
    evaluated, end = insats.item.evaluated, insats.item.end
    if evaluated:
        return PASS
    if end is None:
        missing = ("end",) if evaluated is False else ("end", "evaluated")
        return undecided(*(insats.place(name) for name in missing))
    if end >= insats.timeline.on:
        return not_applicable("not_ended")
    if evaluated is None:
        return undecided(insats.place("evaluated"), at=("evaluated",))
    return review("not_evaluated", at=("evaluated",), ended=end)


@rule(
    "FINSAM-7-8",
    "no-written-agreement",
    about=InsatsOnDay,
    cites=Citation("7", stycke=1, punkt=3),
    basis=Basis.GUIDANCE,
    readings=(reading.WRITTEN_AGREEMENT, reading.UNDATED_GUIDANCE),
    title=Text(
        "En skriftlig överenskommelse finns när insatsen börjar",
        "There is a written agreement when the insats begins",
    ),
    fail={
        "no_agreement": Text(
            "För insatsen ”{insats}” finns ingen skriftlig överenskommelse med dem som utför den. "
            "Enligt vägledningen ska den finnas innan insatsen börjar.",
            "For the insats “{insats}” there is no written agreement with those who carry it out. "
            "By guidance there must be one before the insats begins.",
        ),
        "signed_late": Text(
            "Överenskommelsen om insatsen ”{insats}” undertecknades {signed}, fast insatsen "
            "började {start}, {days} dygn tidigare. Enligt vägledningen ska den finnas senast då.",
            "The agreement on the insats “{insats}” was signed on {signed}, though the insats "
            "began on {start} (days late: {days}). By guidance it must be there by then.",
        ),
    },
    open=(NOT_KNOWN,),
)
def agreement_before_the_start(insats: InsatsOnDay) -> Decision:
    """Who does what in an insats is agreed in writing before it starts.

    Decided by whether there is an agreement, and by the day of signing: the first day of the
    insats at the latest. What the agreement says, the rule cannot see.

    Source: 7 § first paragraph, point 3; finsam.se (Överenskommelse).
    """
    agreement, signed = insats.item.agreement, insats.item.agreement_signed
    start = insats.item.start
    if agreement is None:
        place = insats.place("agreement")
        return undecided(place, at=("agreement",))
    if not agreement:
        return fail("no_agreement", at=("agreement",))
    if signed is None or start is None:
        days = {"agreement_signed": signed, "start": start}
        missing = [insats.place(name) for name, day in days.items() if day is None]
        return undecided(*missing, at=("agreement_signed",))
    if signed > start:
        late = (signed - start).days
        at = ("agreement_signed",)
        return fail("signed_late", at=at, signed=signed, start=start, days=late)
    return PASS


@rule(
    "FINSAM-7-9",
    "mixed-kind",
    about=InsatsOnDay,
    cites=Citation("7", stycke=1, punkt=3),
    basis=Basis.GUIDANCE,
    readings=(reading.ONE_KIND, reading.UNDATED_GUIDANCE),
    title=Text(
        "Insatsen är antingen individinriktad eller strukturövergripande",
        "The insats is either individual or structural",
    ),
    fail={
        "structural_focus": Text(
            "Den individinriktade insatsen ”{insats}” har också en strukturövergripande "
            "inriktning: {focus}. Enligt vägledningen redovisas den som två insatser.",
            "The individual insats “{insats}” has a structural focus as well: {focus}. By guidance "
            "it is recorded as two insatser.",
        ),
        "individual_focus": Text(
            "Den strukturövergripande insatsen ”{insats}” har också en individinriktad inriktning: "
            "{focus}. Enligt vägledningen redovisas den som två insatser.",
            "The structural insats “{insats}” has an individual focus as well: {focus}. By "
            "guidance it is recorded as two insatser.",
        ),
    },
    open=(NOT_KNOWN,),
)
def one_kind_of_insats(insats: InsatsOnDay) -> Decision:
    """An insats for individuals and one for the parties' staff are two insatser.

    Decided by what the insats is directed at. What is directed at something else may be either.

    Source: 7 § first paragraph, point 3; finsam.se (Användarhandledning) on how insatser are
    recorded.
    """
    focus, at = insats.item.focus, ("focus",)
    if focus is None:
        return undecided(insats.place(*at), at=at)
    alien = focus & OF_THE_OTHER_KIND[insats.item.kind]
    if not alien:
        return PASS
    why = "structural_focus" if insats.is_individual else "individual_focus"
    return fail(why, at=at, focus=tuple(sorted(alien)))


@rule(
    "FINSAM-7-10",
    "no-goals",
    about=Goals,
    cites=Citation("7", stycke=1, punkt=1),
    basis=Basis.STATUTE,
    title=Text(
        "Styrelsen har beslutat om mål och riktlinjer",
        "The board has decided on goals and guidelines",
    ),
    fail={
        "no_goals": Text(
            "Styrelsen har inte beslutat om mål och riktlinjer för samordningen. Det är en av "
            "förbundets uppgifter.",
            "The board has not decided on goals and guidelines for the coordination. That is one "
            "of the förbund's tasks.",
        )
    },
    review={
        "no_goals_yet": Text(
            "Styrelsen har inte beslutat om mål och riktlinjer, men förbundet bildades {formed}. "
            "Bedöm om den har hunnit.",
            "The board has not decided on goals and guidelines, but the förbund was formed on "
            "{formed}. Judge whether it has had the time.",
        ),
        "goals_later": Text(
            "Styrelsen beslutade om mål och riktlinjer först {done}. Bedöm om äldre mål gällde "
            "dessförinnan.",
            "The board decided on goals and guidelines only on {done}. Judge whether there were "
            "older ones before that.",
        ),
    },
)
def goals_and_guidelines(goals: Goals) -> Decision:
    """The förbund decides on goals and guidelines for the coordination.

    Decided by whether the board has by the day asked about. The act sets no time, so that later
    ones are for a human, as are the förbund's first year and what the goals say.

    Source: 7 § first paragraph, point 1.
    """
    if any(day <= goals.day for day in goals.item):
        return PASS
    if goals.item:
        return review("goals_later", done=min(goals.item))
    if goals.formed and goals.day < add_months(goals.formed, 12):
        return review("no_goals_yet", formed=goals.formed)
    return fail("no_goals")
