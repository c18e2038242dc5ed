"""25 and 26 §§: the auditors, their report, and what is made of it."""

from collections.abc import Iterator
from typing import Final

from finsam.law.citation import Citation
from finsam.law.geography import current
from finsam.law.parties import STATE
from finsam.law.terms import is_after_election
from finsam.law.text import Text
from finsam.models.base import Loc
from finsam.validation.engine import messages
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
from finsam.validation.engine.rule import rule
from finsam.validation.subjects.audit import (
    Assignment,
    AtFormation,
    Audited,
    Auditors,
    LastYear,
)
from finsam.validation.subjects.board import announcements, last_day_to_announce
from finsam.validation.subjects.parties import who

_ORDNING_CHANGED: Final = Text(
    "Förbundsordningen ändrades i den frågan medan uppdraget som revisor för {members} pågick. "
    "Bedöm vad som gällde när.",
    "The förbundsordning changed in that matter while the assignment as auditor of {members} went "
    "on. Judge which applied when.",
)


_STATE_AUDITOR: Final = Text(
    "Revisorn utses av Försäkringskassan för de två myndigheterna.",
    "The auditor is appointed by Försäkringskassan for the two agencies.",
)
_NOT_REPORTED: Final = Text(
    "Revisionsberättelsen lämnas den {due}; frågan ställs först därefter.",
    "The audit report is given on {due}; the question is asked after that.",
)
_BY_FULLMAKTIGE: Final = Citation("25", stycke=1, mening=3)
_BY_AGREEMENT: Final = Citation("25", stycke=1, mening=5)
_JOINT_OF_STATE: Final = Citation("25", stycke=1, mening=2)
"""Försäkringskassan appoints one joint auditor for the two agencies."""
_JOINT_OF_LOCALS: Final = Citation("25", stycke=1, mening=6)
"""Who may be the joint auditor of kommuner and regioner."""
_FEES: Final = Citation("25", stycke=3, mening=1)
_FEE_OF_STATE: Final = Citation("25", stycke=3, mening=2)

_OTHER_ORDNING: Final = Text(
    "någon annan förbundsordning har gällt under uppdraget som revisor för {members}",
    "another förbundsordning was in force during the assignment as auditor of {members}",
)


@rule(
    "FINSAM-25-1",
    "member-without-auditor",
    cites=Citation("25", stycke=1, mening=1),
    title=Text(
        "En revisor granskar för varje medlems räkning",
        "An auditor audits on every member's account",
    ),
    fail={
        "no_auditor": Text(
            "Ingen revisor granskar förbundet för {members}.",
            "No auditor audits the förbund on the account of {members}.",
        )
    },
    review={
        "to_be_appointed": no_day(
            "För närvarande granskar ingen revisor förbundet för {members}. En ska utses.",
            "At present no auditor audits the förbund on the account of {members}. One has to be "
            "appointed.",
        )
    },
    open=(),
    unlisted=Text(
        "någon revisor granskar förbundet för {members}",
        "an auditor audits the förbund on the account of {members}",
    ),
)
def every_member_has_an_auditor(auditors: Auditors) -> Decision:
    """The accounts, the annual report and the board's management are audited for every member.

    Decided by the members of the day and the auditors whose assignments include it; one auditor may
    serve several members. The auditors of a new förbund are appointed when it is formed. The act
    sets no day for a member that came later, or whose auditor's assignment has ended. The rule
    cannot see how the audit is made.
    """
    without = sorted(key for key in auditors.members if key not in auditors.audited)
    if not without:
        return PASS
    if not auditors.list_is_whole:
        return not_listed(auditors.loc, members=tuple(without))
    never = [key for key in without if auditors.should_have_from_the_formation(key)]
    if never:
        return fail("no_auditor", members=tuple(never))
    return review("to_be_appointed", members=tuple(without))


@rule(
    "FINSAM-25-2",
    "state-auditor-not-joint",
    cites=_JOINT_OF_STATE,
    title=Text(
        "Försäkringskassan och Arbetsförmedlingen har en gemensam revisor",
        "Försäkringskassan and Arbetsförmedlingen have one joint auditor",
    ),
    fail={
        "not_joint": Text(
            "Försäkringskassan och Arbetsförmedlingen har var sin revisor; de ska ha en gemensam.",
            "Försäkringskassan and Arbetsförmedlingen have an auditor each; they must have one "
            "joint auditor.",
        ),
        "several": Text(
            "Försäkringskassan och Arbetsförmedlingen har {count} revisorer; de ska ha "
            "en gemensam.",
            "Försäkringskassan and Arbetsförmedlingen have {count} auditors; they must have one "
            "joint auditor.",
        ),
    },
    review={
        "others_listed": Text(
            "Försäkringskassan och Arbetsförmedlingen har en gemensam revisor, men {count} "
            "revisorer anges för dem. Bedöm vem som är den gemensamma.",
            "Försäkringskassan and Arbetsförmedlingen have a joint auditor, but {count} auditors "
            "are stated for them. Judge which is the joint one.",
        )
    },
    open=(),
    inapplicable={
        "agency_not_audited": Text(
            "Inte båda myndigheterna har en revisor, vilket prövas särskilt.",
            "Not both of the agencies have an auditor, which is judged separately.",
        )
    },
)
def the_state_has_one_auditor(auditors: Auditors) -> Decision:
    """The two agencies are audited by one and the same.

    Decided by the auditors of the day. That one agency or both have no auditor is judged
    separately.
    """
    if not auditors.audited.issuperset(STATE):
        return not_applicable("agency_not_audited")
    of_state = [set(auditor.for_members) & set(STATE) for auditor in auditors.on_day]
    theirs = [keys for keys in of_state if keys]
    if len(theirs) == 1:
        return PASS
    if not any(len(keys) > 1 for keys in theirs):
        return fail("not_joint")
    if not auditors.list_is_whole:
        return review("others_listed", count=len(theirs))
    return fail("several", count=len(theirs))


@rule(
    "FINSAM-25-3",
    "auditor-appointed-by-other",
    cites=(_BY_FULLMAKTIGE, _JOINT_OF_STATE),
    title=Text(
        "Fullmäktige utser kommunens och regionens revisor, Försäkringskassan statens",
        "Fullmäktige appoint the auditor of a kommun or region, Försäkringskassan the state's",
    ),
    fail={
        "not_by_fullmaktige": Text(
            "Revisorn för {members} har inte utsetts av fullmäktige.",
            "The auditor of {members} was not appointed by fullmäktige.",
        ),
        "not_by_forsakringskassan": Text(
            "Revisorn för {members} har inte utsetts av Försäkringskassan.",
            "The auditor of {members} was not appointed by Försäkringskassan.",
        ),
    },
)
def auditors_are_appointed_by_the_right_body(assignment: Assignment) -> Decision:
    """An auditor is appointed by those whom it audits for.

    Decided by the body that appointed. The rule cannot see which kommun's or region's fullmäktige
    it was.
    """
    by, at = assignment.item.appointed_by, ("appointed_by",)
    if by is None:
        return lacks(*at)
    right = {"fullmaktige"} if assignment.locals else set()
    right |= {"forsakringskassan"} if assignment.is_for_state else set()
    if by in right or not right:
        return PASS
    members = tuple(assignment.item.for_members)
    if assignment.is_for_state:
        return fail("not_by_forsakringskassan", at=at, members=members).under(_JOINT_OF_STATE)
    return fail("not_by_fullmaktige", at=at, members=members).under(_BY_FULLMAKTIGE)


@rule(
    "FINSAM-25-4",
    "joint-auditor-not-agreed",
    cites=(_BY_AGREEMENT, Citation("9", stycke=1, punkt=13)),
    covers=(_JOINT_OF_STATE,),
    title=Text(
        "Gemensamma revisorer har kommuner och regioner bara enligt överenskommelse",
        "Kommuner and regioner have joint auditors only by agreement",
    ),
    fail={
        "not_agreed": Text(
            "Revisorn är gemensam för {members}, men enligt förbundsordningen har kommuner och "
            "regioner inga gemensamma revisorer.",
            "The auditor is a joint one for {members}, but by the förbundsordning kommuner and "
            "regioner have no joint auditors.",
        ),
        "with_the_state": Text(
            "Revisorn är gemensam för {members}. Statens revisor får inte vara gemensam med "
            "kommuner eller regioner.",
            "The auditor is a joint one for {members}. The state's auditor cannot be a joint one "
            "with kommuner or regioner.",
        ),
    },
    review={"ordning_changed": _ORDNING_CHANGED},
    unlisted=_OTHER_ORDNING,
    inapplicable={
        "own_auditor": Text(
            "Revisorn är inte gemensam för flera kommuner eller regioner.",
            "The auditor is not a joint one of several kommuner or regioner.",
        )
    },
    also_reads=("forbundsordningar",),
)
def joint_auditors_are_agreed_on(assignment: Assignment) -> Decision:
    """Kommuner and regioner may share auditors, if they agree and the förbundsordning says how.

    Decided, for an auditor of several members, by what the förbundsordningar of its time say. The
    rule cannot see the agreement itself or which fullmäktige appoints.

    Source: 25 § first paragraph, in its wording since 2020-01-01, with 9 § point 13.
    """
    if assignment.is_for_state and assignment.locals:
        shared = fail(
            "with_the_state", at=("for_members",), members=tuple(assignment.item.for_members)
        )
        return shared.under(_JOINT_OF_STATE, _BY_AGREEMENT)
    if len(assignment.locals) < 2:
        return not_applicable("own_auditor")
    at = ("for_members",)
    said, unknown = assignment.said_in_ordningar("joint_auditors")
    if unknown.first:
        return undecided(*unknown.first, more=unknown.more, at=at)
    if len(said) > 1:
        return review("ordning_changed", at=at, members=assignment.locals)
    if not assignment.timeline.has_all("forbundsordningar"):
        return not_listed(("forbundsordningar",), at=at, members=assignment.locals)
    return PASS if said == {True} else fail("not_agreed", at=at, members=assignment.locals)


@rule(
    "FINSAM-25-5",
    "auditor-not-eligible",
    cites=Citation("25", stycke=1, mening=4),
    covers=(_JOINT_OF_LOCALS,),
    title=Text("Revisorn är valbar", "The auditor is eligible"),
    fail={
        "not_eligible": Text(
            "Revisorn för {members} var inte valbar (KL 4 kap. 3 §, 4 § andra "
            "stycket, 7 kap. 3 § och, för gemensamma, 9 kap. 7 § andra stycket).",
            "The auditor of {members} was not eligible (KL 4:3, 4:4 second paragraph, 7:3 and, "
            "for joint ones, 9:7 second paragraph).",
        )
    },
    inapplicable={"state_auditor": _STATE_AUDITOR},
)
def auditors_can_be_chosen(assignment: Assignment) -> Decision:
    """An auditor of kommun or region may vote there and is independent of what is audited.

    Decided by what the document says. Who is accountable for the funds, who is close to them, and
    jäv in a single matter a human must have judged.

    Source: 25 § first paragraph, in its wording since 2020-01-01, with KL (2017:725) 4:3, 4:4
    second paragraph, 7:3 and, for joint auditors, 9:7 second paragraph.
    """
    if not assignment.locals:
        return not_applicable("state_auditor")
    answer = assignment.requires("eligible", "not_eligible", members=assignment.locals)
    return answer.citing(_JOINT_OF_LOCALS) if len(assignment.locals) > 1 else answer


@rule(
    "FINSAM-25-6",
    "auditor-not-by-newly-elected",
    cites=(Citation("25", stycke=1, mening=4), Citation("14", stycke=1, mening=1)),
    title=Text(
        "Efter ett val utser de nyvalda fullmäktige revisorerna",
        "After an election the newly elected fullmäktige appoint the auditors",
    ),
    fail={
        "by_old": Text(
            "Revisorn för {members} utsågs {done}, efter valet samma år, men inte av de nyvalda "
            "fullmäktige; de ska göra det.",
            "The auditor of {members} was appointed on {done}, after the election of that year, "
            "but not by the newly elected fullmäktige; they must do it.",
        )
    },
    review={
        "before_election": Text(
            "Revisorn för {members} utsågs {done}, före valet samma år, för ett uppdrag som börjar "
            "efter valet. Bedöm om de nyvalda fullmäktige skulle ha utsett revisorn.",
            "The auditor of {members} was appointed on {done}, before the election of that year, "
            "for an assignment that begins after it. Judge whether the newly elected fullmäktige "
            "should have appointed.",
        ),
        "not_in_office_yet": Text(
            "Revisorn för {members} anges vara utsedd {done} av nyvalda fullmäktige, som då inte "
            "hade tillträtt. Bedöm vem som utsåg revisorn, och när.",
            "The auditor of {members} is said to have been appointed on {done} by newly elected "
            "fullmäktige, which had not taken office. Judge who appointed, and when.",
        ),
        "rest_of_term": Text(
            "Revisorn för {members} utsågs {done}, efter valet samma år, inte av de nyvalda "
            "fullmäktige och inte för tid som började senare år. Bedöm om det var för resten av en "
            "mandattid.",
            "The auditor of {members} was appointed on {done}, after the election of that year, "
            "not by the newly elected fullmäktige and not for time that began in a later year. "
            "Judge whether it was for the rest of a term.",
        ),
    },
    inapplicable={"state_auditor": _STATE_AUDITOR, "no_election": messages.NO_ELECTION},
)
def auditors_by_the_newly_elected(assignment: Assignment) -> Decision:
    """Who is elected to fullmäktige in the autumn appoints the auditors of that year.

    Decided, where the auditor was appointed in the year of general elections, by what the document
    says of the assembly and of the first day. An auditor that began in that year, or whose first
    day is not given, may have been appointed for the rest of a term, which is for a human.

    Source: 25 § first paragraph, in its wording since 2020-01-01, with 14 § first paragraph.
    """
    if not assignment.locals:
        return not_applicable("state_auditor")
    appointed, by_new = assignment.item.appointed, assignment.item.by_newly_elected
    if appointed is not None and not is_after_election(appointed):
        if assignment.is_for_time_after_election:
            return review("before_election", members=assignment.locals, done=appointed)
        return not_applicable("no_election")
    if by_new and assignment.is_before_the_new_fullmaktige:
        return review("not_in_office_yet", members=assignment.locals, done=assignment.day)
    if by_new:
        return PASS
    if by_new is None or appointed is None:
        missing = assignment.unknown("by_newly_elected", "appointed")
        return undecided(*missing, at=("by_newly_elected",))
    at = ("by_newly_elected",)
    if assignment.item.start is None or assignment.item.start.year <= appointed.year:
        return review("rest_of_term", at=at, members=assignment.locals, done=appointed)
    return fail("by_old", at=at, members=assignment.locals, done=appointed)


@rule(
    "FINSAM-25-7",
    "auditor-appointed-after-formation",
    cites=Citation("25", stycke=2, mening=1),
    readings=("new-forbund",),
    title=Text(
        "Ett nytt förbund har revisorer när det bildas",
        "A new förbund has auditors when it is formed",
    ),
    fail={
        "appointed_late": Text(
            "Förbundet bildades {due}, men revisorn för {members} utsågs först senare.",
            "The förbund was formed on {due}, but the auditor of {members} was appointed later.",
        )
    },
    unlisted=Text(
        "en revisor för {members} var utsedd när förbundet bildades den {due}",
        "an auditor of {members} had been appointed when the förbund was formed on {due}",
    ),
    inapplicable={
        "no_auditor": Text(
            "Ingen revisor är utsedd, vilket prövas särskilt (25 § första stycket).",
            "No auditor has been appointed, which is judged separately (section 25, first "
            "paragraph).",
        )
    },
    entails=("FINSAM-25-1",),
)
def auditors_from_the_formation(formation: AtFormation) -> Decision:
    """When a förbund is formed its auditors are already appointed.

    Decided, in the year of formation and the next, by the days on which the auditors of those who
    were members at the formation were appointed. A member without any auditor is judged separately.
    """
    in_time, unknown, late = set[str](), dict[str, Loc](), set[str]()
    for number, auditor in enumerate(formation.item):
        keys = set(map(current, auditor.for_members))
        if auditor.appointed is None:
            place = (*formation.loc, number, "appointed")
            unknown |= {key: place for key in keys if key not in unknown}
        elif auditor.appointed <= formation.day:
            in_time |= keys
        else:
            late |= keys
    members = formation.timeline.parties(formation.day)
    open_ones = [key for key in members if key in unknown and key not in in_time]
    if not (in_time or late or unknown):
        return not_applicable("no_auditor")
    late -= in_time | unknown.keys()
    too_late = tuple(sorted(key for key in members if key in late))
    if too_late and formation.list_is_whole:
        return fail("appointed_late", members=too_late)
    if open_ones:
        return undecided(*dict.fromkeys(unknown[key] for key in open_ones))
    without = tuple(sorted(key for key in members if key not in in_time))
    if without and not formation.list_is_whole:
        return not_listed(formation.loc, members=without)
    return PASS


@rule(
    "FINSAM-25-8",
    "auditor-paid-by-other",
    cites=(_FEES, _FEE_OF_STATE),
    title=Text("Rätt part betalar revisorernas arvoden", "The right party pays the auditors' fees"),
    fail={
        "not_by_forbundet": Text(
            "Arvodet till revisorn för {members} betalas av {actor}; förbundet ska betala det, om "
            "inte förbundsordningen säger annat.",
            "The fee of the auditor of {members} is paid by {actor}; the förbund must pay it, "
            "unless the förbundsordning says otherwise.",
        ),
        "not_by_members": Text(
            "Arvodet till revisorn för {members} betalas av {actor}; enligt förbundsordningen ska "
            "medlemmarna betala det.",
            "The fee of the auditor of {members} is paid by {actor}; by the förbundsordning the "
            "members must pay it.",
        ),
        "not_by_forsakringskassan": Text(
            "Arvodet till revisorn för {members} betalas av {actor}; när medlemmarna betalar ska "
            "Försäkringskassan betala det.",
            "The fee of the auditor of {members} is paid by {actor}; where the members pay, "
            "Försäkringskassan must pay it.",
        ),
    },
    review={"ordning_changed": _ORDNING_CHANGED},
    unlisted=_OTHER_ORDNING,
    also_reads=("forbundsordningar",),
)
def the_right_party_pays(assignment: Assignment) -> Decision:
    """The förbund pays its auditors, unless its members have taken that upon themselves.

    Decided by who pays and what the förbundsordningar of the assignment's time say. Where the
    members pay, Försäkringskassan has to pay the state's auditor, and some party the others. The
    rule cannot see what the fee is or how the members share it.
    """
    payer, at = assignment.item.paid_by, ("paid_by",)
    if payer is None:
        return lacks(*at)
    orders, unknown = assignment.said_in_ordningar("auditors_paid_by")
    if len(orders) > 1:
        return review("ordning_changed", at=at, members=tuple(assignment.item.for_members))
    order, members = next(iter(orders), None), tuple(assignment.item.for_members)
    if not (unknown.first or assignment.timeline.has_all("forbundsordningar")):
        return not_listed(("forbundsordningar",), at=at, members=members)
    if payer == "forbundet" and order == "forbundet" and not unknown.first:
        return PASS
    if assignment.is_for_state:
        by_members, why = payer == "forsakringskassan", "not_by_forsakringskassan"
    else:
        by_members, why = isinstance(payer, str) and payer != "forbundet", "not_by_members"
    if unknown.first and (by_members or payer == "forbundet"):
        return undecided(*unknown.first, more=unknown.more, at=at)
    if order == "members" and by_members:
        return PASS
    why = why if order == "members" else "not_by_forbundet"
    place = _FEE_OF_STATE if why == "not_by_forsakringskassan" else _FEES
    return fail(why, at=at, members=members, **who(payer)).under(place)


@rule(
    "FINSAM-25-9",
    "last-year-not-audited",
    cites=Citation("25", stycke=1, mening=1),
    readings=("silence-in-time",),
    title=Text("Förbundets sista år har granskats", "The förbund's last year has been audited"),
    review={
        "not_audited": Text(
            "Förbundet har upphört, och det sista året, {year}, har inte granskats av revisorer. "
            "Bedöm vem som ska granska det, och när.",
            "The förbund has been dissolved, and its last year, {year}, has not been audited. "
            "Judge who is to audit it, and when.",
        )
    },
    open=(),
    unlisted=Text(
        "det sista året, {year}, har granskats", "the last year, {year}, has been audited"
    ),
)
def last_year_is_audited(last: LastYear) -> Decision:
    """Accounts and management are audited to the förbund's last day.

    Decided, once the förbund has ended, by whether there is an audit of the year in which it did.
    It never fails, as the act sets no day.
    """
    if last.is_audited:
        return PASS
    return review("not_audited") if last.list_is_whole else not_listed(last.loc)


@rule(
    "FINSAM-26-1",
    "audit-report-not-handed-over",
    cites=Citation("26", stycke=3, mening=1),
    readings=("arbetsformedlingen-in-audit", "silence-in-time", "open-lists"),
    title=Text(
        "Revisionsberättelsen lämnas till styrelsen, medlemmarna och Arbetsförmedlingen",
        "The audit report is handed to the board, the members and Arbetsförmedlingen",
    ),
    review={
        "not_to_board": no_day(
            "Revisionsberättelsen för {year} har inte lämnats till styrelsen.",
            "The audit report for {year} has not been handed to the board.",
        ),
        "not_to_members": no_day(
            "Revisionsberättelsen för {year} har inte lämnats till {members}.",
            "The audit report for {year} has not been handed to {members}.",
        ),
    },
    unlisted=Text(
        "revisionsberättelsen för {year} har lämnats till {members}",
        "the audit report for {year} has been handed to {members}",
    ),
    inapplicable={"not_due": _NOT_REPORTED},
)
def report_is_handed_over(audit: Audited) -> Iterator[Decision]:
    """What the auditors found is handed to all who have to act on it.

    Decided, once there is a report, by whom the document says it was handed to: the board, every
    member on the day of the report, and Arbetsförmedlingen whether it is one or not. It never
    fails, as the act sets no day.
    """
    report = audit.item
    if report.reported is None:
        yield lacks("reported")
        return
    if report.reported >= audit.timeline.on:
        yield not_applicable("not_due", due=report.reported)
        return
    if report.sent_to_board is None:
        yield lacks("sent_to_board")
    elif not report.sent_to_board:
        yield review("not_to_board", at=("sent_to_board",))
    if report.sent_to is None:
        yield lacks("sent_to")
        return
    got = {current(each.member) for each in report.sent_to}
    without = tuple(sorted({*audit.members, "arbetsformedlingen"} - got))
    if without and audit.lists_all("sent_to"):
        yield review("not_to_members", at=("sent_to",), members=without)
    elif without:
        yield not_listed(audit.place("sent_to"), at=("sent_to",), members=without)


@rule(
    "FINSAM-26-2",
    "no-statement-on-discharge",
    cites=Citation("26", stycke=1, mening=1),
    title=Text(
        "Revisionsberättelsen uttalar sig om ansvarsfrihet",
        "The audit report says whether discharge is recommended",
    ),
    fail={
        "no_statement": Text(
            "Revisionsberättelsen för {year} säger inte om ansvarsfrihet tillstyrks eller inte (KL "
            "12 kap. 13 §).",
            "The audit report for {year} does not say whether ansvarsfrihet is recommended or not "
            "(KL 12:13).",
        ),
        "remark_without_reason": Text(
            "Revisionsberättelsen för {year} riktar en anmärkning men anger inte anledningen till "
            "den. Anledningen ska anges (KL 12 kap. 13 §).",
            "The audit report for {year} makes a remark (anmärkning) but does not give the reason "
            "for it. It has to give it (KL 12:13).",
        ),
    },
)
def report_states_on_discharge(audit: Audited) -> Iterator[Decision]:
    """An audit report says whether the board should be granted ansvarsfrihet.

    Decided by what the report says, for or against, and by whether it gives the reason for a remark
    that it makes. The audit itself and jäv of an auditor are for a human.

    Source: 26 § first paragraph, in its wording since 2020-01-01, with KL (2017:725) 12:13.
    """
    says, remark, reason = audit.item.recommends, audit.item.remark, audit.item.remark_reason
    if says == "nothing":
        yield fail("no_statement", at=("recommends",))
    if remark and reason is False:
        yield fail("remark_without_reason", at=("remark_reason",))
    # A reason says that there is a remark, and no remark needs a reason.
    asked = () if remark is False or reason else ("remark", "remark_reason")[bool(remark) :]
    if missing := audit.unknown("recommends", *asked[:1]):
        yield undecided(*missing, at=missing[0][-1:])


@rule(
    "FINSAM-26-3",
    "auditors-minutes-not-announced",
    cites=(Citation("26", stycke=2, mening=1), Citation("26", stycke=1, mening=1)),
    title=Text(
        "Justeringen av revisorernas protokoll tillkännages hos varje kommun och region",
        "The adjustment of the auditors' minutes is announced by every kommun and region",
    ),
    fail={
        "not_announced": Text(
            "Justeringen av revisorernas protokoll för {year} har inte tillkännagetts på "
            "anslagstavlan hos {members}.",
            "The adjustment of the auditors' minutes for {year} has not been announced on the "
            "notice board of {members}.",
        ),
        "announced_late": Text(
            "Justeringen av revisorernas protokoll för {year} skulle ha tillkännagetts senast "
            "{due} men tillkännagavs senare hos {members} (KL 8 kap. 12 §).",
            "The adjustment of the auditors' minutes for {year} should have been announced by "
            "{due}, but was announced later by {members} (KL 8:12).",
        ),
    },
    review={"announced_twice": messages.ANNOUNCED_TWICE},
    unlisted=Text(
        "justeringen av revisorernas protokoll för {year} har tillkännagetts hos {members}",
        "the adjustment of the auditors' minutes for {year} was announced by {members}",
    ),
    inapplicable={
        "no_minutes": Text("Revisorerna förde inget protokoll.", "The auditors kept no minutes."),
        "not_due": messages.NOT_DUE,
    },
)
def auditors_minutes_are_announced(audit: Audited) -> Iterator[Decision]:
    """Every member kommun and region announces that the auditors' minutes have been adjusted.

    Decided by the day on which the minutes were adjusted, and by the notice boards that the
    document names with their days: the second day after at the latest. The rule cannot see what the
    minutes hold or whether there was something to keep minutes of.

    Source: 26 § second paragraph, in its wording since 2020-01-01, with KL (2017:725) 12:11 and
    8:12.
    """
    adjusted, field = audit.item.minutes_adjusted, "minutes_announced"
    if audit.item.minutes_kept is False:
        yield not_applicable("no_minutes")
    elif adjusted is None:
        yield undecided(audit.place("minutes_adjusted"))
    elif audit.item.minutes_announced is not None:
        yield from announcements(audit, adjusted, field=field, is_whole=audit.lists_all(field))
    elif (last := last_day_to_announce(adjusted)) < audit.timeline.on:
        yield lacks(field)
    else:
        yield not_applicable("not_due", at=(field,), due=last)


@rule(
    "FINSAM-26-4",
    "discharge-not-decided",
    cites=Citation("26", stycke=3, mening=2),
    readings=("discharge-without-a-day", "arbetsformedlingen-in-audit"),
    title=Text(
        "Varje medlem prövar för sig om styrelsen ska få ansvarsfrihet",
        "Every member decides for itself whether to grant the board discharge",
    ),
    review={
        "not_decided": no_day(
            "Revisionsberättelsen för {year} är från den {done}, men {members} har ännu inte "
            "prövat frågan om ansvarsfrihet.",
            "The audit report for {year} is from {done}, but ansvarsfrihet has not yet been "
            "decided on by {members}.",
        )
    },
    unlisted=Text(
        "{members} har prövat frågan om ansvarsfrihet för {year}",
        "ansvarsfrihet for {year} has been decided on by {members}",
    ),
    inapplicable={"not_due": _NOT_REPORTED},
)
def each_member_decides_on_discharge(audit: Audited) -> Decision:
    """Ansvarsfrihet is granted or refused by each member on its own.

    Decided, from the day after a report, by which of those who were members on the day of the
    report have decided for the year, after any of its reports. The rule does not ask whether
    Arbetsförmedlingen has decided. It never fails, as the act sets no day.

    The rule asks only about ansvarsfrihet. Each member also has to consider a claim for damages,
    which the rule cannot see. What the members decide is up to them; the act does not say what
    follows where they differ.
    """
    reported = audit.item.reported
    decided = {"arbetsformedlingen", *audit.decided}
    missing = tuple(sorted(key for key in audit.members if key not in decided))
    if not missing:
        return PASS
    if reported is not None and reported >= audit.timeline.on:
        return not_applicable("not_due", due=reported)
    if audit.not_known:
        return undecided(audit.not_known, at=("discharge",))
    if reported is None:
        return lacks("reported")
    if not audit.discharges_are_all_listed:
        return not_listed(audit.place("discharge"), at=("discharge",), members=missing)
    return review("not_decided", at=("discharge",), members=missing, done=reported)
