"""10–19 a §§: the board, who sits on it and for how long, and how it meets."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Final

from finsam.law.citation import Citation
from finsam.law.geography import current
from finsam.law.parties import STATE, PartyKind
from finsam.law.terms import (
    LONGEST_TERM,
    day_in,
    is_after_election,
    is_election_year,
    last_day_of_term,
    minutes_day,
    new_fullmaktige_from,
    next_weekday,
    term_start_in,
)
from finsam.law.text import Text
from finsam.models.board import Role
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
from finsam.validation.engine.facts import Facts
from finsam.validation.engine.messages import no_day
from finsam.validation.engine.rule import Answer, rule
from finsam.validation.engine.timeline import Places
from finsam.validation.engine.verdict import Basis
from finsam.validation.subjects.board import (
    Adjusted,
    Appointment,
    BoardOnDay,
    Delegated,
    Departure,
    Met,
    RemoteAllowed,
    SeatsOnDay,
    announcements,
    last_day_to_announce,
)
from finsam.validation.subjects.formation import OrdningOnDay
from finsam.validation.subjects.seating import ROLES

APPOINTED_BY: Final = {
    PartyKind.KOMMUN: "fullmaktige",
    PartyKind.REGION: "fullmaktige",
    PartyKind.FORSAKRINGSKASSAN: "forsakringskassan",
    PartyKind.ARBETSFORMEDLINGEN: "arbetsformedlingen",
}
"""Who fills the seats of each kind of member, and where those who fill them belong (12 §)."""
NEW_IN_PLACE: Final[Mapping[Role, Citation]] = {
    "ledamot": Citation("15", stycke=2, mening=1),
    "ersattare": Citation("15", stycke=2, mening=2),
}
"""The duty to fill a place that has become empty."""
STEPS_IN: Final = Citation("15", stycke=1, mening=1)
"""An ersättare takes the place of a ledamot who has left."""
MAY_DECIDE: Final = ("ledamot", "ersattare", "tjansteman")
"""Who may decide for the board in a group of matters (10 § 3 st.): a ledamot or an ersättare in it,
or an employee of the förbund."""
KEPT_BY_BOARD: Final = {"goals": 1, "opinion_on_appeal": 2, "special_rules": 3}
"""What the board may not delegate, each with its point in 10 § 3 st."""
AT_A_DISTANCE_FROM: Final = date(2022, 3, 16)
"""From this day (SFS 2022:131) the board may allow remote attendance."""


def _nobody_is(who: Text) -> dict[str, Text]:
    """What is said where nobody has an office of the board."""
    return {
        "not_chosen_yet": Text(
            f"Styrelsen har ingen {who.sv}, och det framgår inte om den har sammanträtt under "
            "mandattiden. Bedöm om den har hunnit välja.",
            f"Nobody is {who.en}, and the board is not known to have met in its term. Judge "
            "whether it has had the time to choose.",
        ),
        "vacant": no_day(
            f"Styrelsen har ingen {who.sv} och ska välja.",
            f"Nobody is {who.en}. The board has to choose.",
        ),
    }


_DECIDED_ON_BUDGET: Final = Text(
    "Budgeten anges inte ha fastställts vid sammanträdet {held}, men styrelsen fastställde eller "
    "ändrade en budget den dagen. Bedöm om sammanträdet skulle ha varit offentligt och "
    "tillkännagivet så som förbundsordningen anger.",
    "The budget is said not to have been adopted at the meeting on {held}, but the board adopted "
    "or revised one on that day. Judge whether the meeting should have been public, and announced "
    "as the förbundsordning says.",
)
_FIRST_BOARD: Final = Text(
    "Det är förbundets första styrelse, som börjar när förbundet bildas.",
    "It is the förbund's first board, which begins when the förbund is formed.",
)
_NO_LEDAMOTER: Final = Text(
    "Styrelsen har inga ledamöter, vilket prövas enligt 10 §.",
    "The board has no ledamöter; section 10 deals with that.",
)
_NO_BUDGET: Final = Text(
    "Budgeten fastställdes inte vid sammanträdet.",
    "The budget was not adopted at the meeting.",
)
_NOBODY_AT_DISTANCE: Final = Text("Ingen deltog på distans.", "Nobody took part remotely.")
_COUNTY_LABOUR_BOARD: Final = Text(
    "Platsen var länsarbetsnämndens, som lagen före 2008 reglerade på annat sätt. Bedöm vem som "
    "fick utse och utses.",
    "The seat was the county labour board's, which the act regulated otherwise before 2008. Judge "
    "who could appoint and be appointed.",
)


_ANOTHER_TERM: Final = Text(
    "Styrelsens platser anges för en annan mandattid än den som dagen ligger i, vilket prövas "
    "enligt 10 § första stycket första meningen.",
    "The seats of the board are given for another term than that of the day, which is judged by "
    "section 10, first paragraph, first sentence.",
)


@rule(
    "FINSAM-10-1",
    "member-not-on-board",
    cites=Citation("10", stycke=1, mening=1),
    covers=(STEPS_IN, *NEW_IN_PLACE.values()),
    readings=("a-seat-each", "open-lists", "silence-in-time"),
    title=Text(
        "Varje medlem har en ledamot och en ersättare",
        "Every member has a ledamot and an ersättare",
    ),
    fail={
        "not_represented": Text(
            "{member} har varken ledamot eller ersättare i styrelsen. Varje medlem ska ha minst en "
            "av varje.",
            "{member} has neither ledamot nor ersättare on the board. Every member has to have at "
            "least one of each.",
        ),
        "no_ledamot": Text(
            "{member} har ingen ledamot i styrelsen. Varje medlem ska ha minst en.",
            "{member} has no ledamot on the board. Every member has to have at least one.",
        ),
        "no_ersattare": Text(
            "{member} har ingen ersättare i styrelsen. Varje medlem ska ha minst en.",
            "{member} has no ersättare on the board. Every member has to have at least one.",
        ),
        "shared_seat": Text(
            "{member} har inte både ledamot och ersättare utan företräds av en annan medlems "
            "ledamot eller ersättare. Varje medlem ska ha minst en av varje. Nationella rådets "
            "modell fram till den 7 februari 2022 läste lagen på annat sätt.",
            "{member} does not have both ledamot and ersättare but is represented by another "
            "member's ledamot or ersättare. Every member has to have at least one of each. The "
            "national council's model until 7 February 2022 read the act otherwise.",
        ),
    },
    review={
        "to_be_filled": no_day(
            "{member} har ingen {role} efter {ended}. En ny ska utses (15 § andra stycket).",
            "{member} has no {role} after {ended}. A new one has to be appointed (section 15, "
            "second paragraph).",
        ),
        "to_be_stepped_in_for": no_day(
            "{member} har ingen ledamot efter {ended}, men någon ersättare. En ersättare ska "
            "inträda eller, om ingen är vald för den ledamoten, en ny ledamot utses (15 §).",
            "{member} has no ledamot after {ended}, but some ersättare. An ersättare has to step "
            "in or, if none was chosen for that ledamot, a new ledamot has to be appointed "
            "(section 15).",
        ),
        "another_term": Text(
            "Styrelsens platser anges för en mandattid som inte omfattar {held}. Bedöm vilka som "
            "hade plats i styrelsen den dagen.",
            "The seats of the board are given for a term that does not include {held}. Judge who "
            "had a seat on that day.",
        ),
        "yet_to_appoint": no_day(
            "{member} har ännu inte utsett både ledamot och ersättare, så som varje medlem ska.",
            "{member} has not yet appointed both ledamot and ersättare, as every member has to.",
        ),
    },
    unlisted=Text(
        "{member} har både ledamot och ersättare i styrelsen",
        "{member} has both ledamot and ersättare on the board",
    ),
    entails=("FINSAM-10-2", "FINSAM-17-1", "FINSAM-17-2"),
)
def every_member_is_on_the_board(board: SeatsOnDay) -> Iterator[Decision]:
    """Every member has at least one ledamot and one ersättare on the board.

    Decided for each member of the day by the seats of that day; a personal ersättare counts for the
    member that appointed it. Each kommun is a member by itself, though all kommuner are one party
    as to the money, so a shared seat is one member's. The act leaves open when a place has to be
    filled that becomes empty during the term, or that a member gets by joining in the course of it.
    """
    if board.list_is_whole and board.is_of_another_term is not False:
        of_another = review("another_term", held=board.day)
        yield of_another if board.is_of_another_term else undecided(*board.unknown_term)
        return
    for member in board.members:
        missing = [role for role in ROLES if not board.has(member, role)]
        if not missing:
            continue
        if not board.is_whole(*missing):
            yield not_listed(board.loc, member=member)
            continue
        left = [role for role in missing if (member, role) in board.vacant]
        yet = [role for role in missing if board.is_yet_to_appoint(member, role)]
        if len(left) < len(missing) and member in board.stood_for:
            yield fail("shared_seat", member=member)
        elif {*left, *yet} == {*missing}:
            yield from (_empty(board, member, role) for role in left)
            if len(left) < len(missing):
                yield review("yet_to_appoint", member=member)
        elif len(missing) > 1:
            yield fail("not_represented", member=member)
        else:
            yield fail("no_ledamot" if "ledamot" in missing else "no_ersattare", member=member)


def _empty(board: SeatsOnDay, member: str, role: Role) -> Decision:
    """A place of a member that became empty during the term."""
    ended = max(board.vacant[member, role])
    if role == "ledamot" and board.has(member, "ersattare"):
        waiting = review("to_be_stepped_in_for", member=member, ended=ended)
        return waiting.citing(STEPS_IN, NEW_IN_PLACE[role])
    empty = review("to_be_filled", member=member, role=role, ended=ended)
    return empty.citing(NEW_IN_PLACE[role])


@rule(
    "FINSAM-10-2",
    "ersattare-not-as-many",
    cites=Citation("10", stycke=1, mening=2),
    covers=(Citation("15", stycke=2, mening=2),),
    readings=("equal-numbers", "open-lists", "silence-in-time"),
    title=Text(
        "Ersättarna är lika många som ledamöterna", "There are as many ersättare as ledamöter"
    ),
    fail={
        "not_as_many": Text(
            "Antalet ledamöter är {ledamoter} och antalet ersättare {ersattare}. De ska vara lika "
            "många.",
            "The number of ledamöter is {ledamoter} and that of ersättare {ersattare}. They have "
            "to be equal.",
        )
    },
    review={
        "to_be_filled": no_day(
            "Antalet ledamöter är {ledamoter} och antalet ersättare {ersattare}, eftersom någon "
            "plats är tom eller ännu inte har tillsatts. Den ska tillsättas.",
            "The number of ledamöter is {ledamoter} and that of ersättare {ersattare}, because a "
            "seat is empty or has not been filled yet. It has to be filled.",
        )
    },
    open=(),
    unlisted=Text(
        "ersättarna i styrelsen är lika många som ledamöterna",
        "there are as many ersättare as ledamöter on the board",
    ),
    inapplicable={"another_term": _ANOTHER_TERM},
)
def as_many_ersattare_as_ledamoter(board: SeatsOnDay) -> Decision:
    """There are as many ersättare as ledamöter.

    Decided by all the seats of the day together, counting those that are to be filled.
    """
    ledamoter, ersattare = (len(board.holders[role]) for role in ROLES)
    if not board.is_whole("ledamot", "ersattare"):
        return not_listed(board.loc)
    if board.is_of_another_term:
        return not_applicable("another_term")
    if ledamoter == ersattare:
        return PASS
    numbers: Facts = {"ledamoter": ledamoter, "ersattare": ersattare}
    if ledamoter + board.empty("ledamot") == ersattare + board.empty("ersattare"):
        empty = review("to_be_filled", **numbers)
        return empty.citing(Citation("15", stycke=2)) if board.vacant else empty
    return fail("not_as_many", **numbers)


@rule(
    "FINSAM-10-3",
    "reserved-matter-delegated",
    cites=Citation("10", stycke=3, mening=2),
    covers=(
        Citation("10", stycke=3, punkt=1),
        Citation("10", stycke=3, punkt=2),
        Citation("10", stycke=3, punkt=3),
    ),
    title=Text(
        "Styrelsen delegerar inte det som den ska besluta själv",
        "The board does not delegate what it has to decide itself",
    ),
    fail={
        "reserved": Text(
            "Styrelsen har delegerat {reserved}. Det ska den själv besluta om.",
            "The board has delegated {reserved}. It has to decide on that itself.",
        )
    },
    review={
        "not_classified": Text(
            "Styrelsen har delegerat följande: {matters}. Bedöm om något av det rör verksamhetens "
            "mål, inriktning, omfattning eller kvalitet, ett yttrande över ett överklagande eller "
            "något annat som styrelsen ska besluta själv.",
            "The board has delegated the following: {matters}. Judge whether any of that concerns "
            "the activity's goals, direction, scope or quality, an opinion on an appeal, or "
            "anything else that the board has to decide on itself.",
        )
    },
)
def what_the_board_keeps(delegated: Delegated) -> Decision:
    """Goals, opinions on appeals and what special rules reserve are not delegated.

    Decided by what the document says is delegated. Where it only describes the group of matters in
    words, whether the group includes one of these is for a human.

    Source: 10 § third paragraph, second sentence and its three points.
    """
    reserved, matters = delegated.item.reserved, delegated.item.matters
    if reserved is None and matters is not None:
        return review("not_classified", at=("matters",), matters=matters)
    if reserved is None:
        return lacks("reserved")
    if not reserved:
        return PASS
    given = {one: point for one, point in KEPT_BY_BOARD.items() if one in reserved}
    points = tuple(Citation("10", stycke=3, punkt=point) for point in given.values())
    return fail("reserved", at=("reserved",), reserved=tuple(given)).citing(*points)


@rule(
    "FINSAM-10-4",
    "delegated-to-outsider",
    cites=Citation("10", stycke=3, mening=1),
    title=Text(
        "Styrelsen delegerar till en ledamot, en ersättare eller en tjänsteman",
        "The board delegates to a ledamot, an ersättare or an employee",
    ),
    fail={
        "to_outsider": Text(
            "Beslutanderätten har delegerats till någon annan än en ledamot, en ersättare eller en "
            "tjänsteman hos förbundet.",
            "The right to decide has been delegated to somebody other than a ledamot, an ersättare "
            "or an employee of the förbund.",
        )
    },
)
def to_whom_the_board_delegates(delegated: Delegated) -> Decision:
    """The board may let a ledamot, an ersättare or an employee of the förbund decide for it.

    Decided by who it is. The rule cannot see whether what is delegated is a particular group of
    matters.
    """
    to, at = delegated.item.to, ("to",)
    if to is None:
        return lacks(*at)
    return PASS if to in MAY_DECIDE else fail("to_outsider", at=at)


@rule(
    "FINSAM-10-5",
    "delegated-not-reported",
    cites=Citation("10", stycke=4),
    title=Text(
        "Det som beslutas på delegation anmäls till styrelsen",
        "What is decided by delegation is reported to the board",
    ),
    fail={
        "not_reported": Text(
            "Beslut som fattas på delegation anmäls inte till styrelsen. De ska anmälas.",
            "Decisions made by delegation are not reported to the board. They have to be.",
        )
    },
)
def delegated_decisions_are_reported(delegated: Delegated) -> Decision:
    """Decisions made by delegation are reported to the board.

    Decided by whether they are. How they are reported the board decides, which the rule cannot see.
    """
    return delegated.requires("reported", "not_reported")


@rule(
    "FINSAM-10-6",
    "director-not-appointed-by-board",
    cites=Citation("10", stycke=2),
    basis=Basis.GUIDANCE,
    readings=("director", "undated-guidance"),
    title=Text("Styrelsen utser förbundschefen", "The board appoints the förbundschef"),
    fail={
        "appointed_by_other": Text(
            "Förbundschefen har utsetts av någon annan än styrelsen. Enligt Nationella rådet är "
            "det styrelsen som ska utse chefen.",
            "The förbundschef was appointed by somebody other than the board. According to the "
            "guidance of the national council, it is the board that appoints.",
        )
    },
    inapplicable={
        "no_director": Text("Förbundet har ingen förbundschef.", "The förbund has no förbundschef.")
    },
)
def board_appoints_the_director(board: BoardOnDay) -> Decision:
    """The board, which directs the förbund, appoints the förbundschef.

    Decided by who did.

    Source: 10 § second paragraph; finsam.se (Begrepp).
    """
    by, at = board.item.director_appointed_by, ("director_appointed_by",)
    if by is None:
        return lacks(*at)
    if by == "nobody":
        return not_applicable("no_director", at=at)
    return PASS if by == "styrelsen" else fail("appointed_by_other", at=at)


_ONE_EACH: Final = Citation("10", stycke=1, mening=1)
_EQUALLY_MANY: Final = Citation("10", stycke=1, mening=2)


@rule(
    "FINSAM-10-7",
    "ordered-seats-too-few-or-unequal",
    cites=(_ONE_EACH, _EQUALLY_MANY),
    covers=(Citation("9", stycke=1, punkt=3),),
    readings=("a-seat-each", "equal-numbers", "open-lists"),
    title=Text(
        "Förbundsordningen ger plats åt alla medlemmar, och lika många ersättare som ledamöter",
        "The förbundsordning has seats for all members, and as many ersättare as ledamöter",
    ),
    fail={
        "too_few_ledamoter": Text(
            "Enligt förbundsordningen är antalet ledamöter {ledamoter}, men antalet medlemmar är "
            "{count}. Varje medlem ska ha minst en ledamot.",
            "By the förbundsordning the number of ledamöter is {ledamoter}, but that of members is "
            "{count}. Every member has to have at least one ledamot.",
        ),
        "too_few_ersattare": Text(
            "Enligt förbundsordningen är antalet ersättare {ersattare}, men antalet medlemmar är "
            "{count}. Varje medlem ska ha minst en ersättare.",
            "By the förbundsordning the number of ersättare is {ersattare}, but that of members is "
            "{count}. Every member has to have at least one ersättare.",
        ),
        "not_as_many": Text(
            "Enligt förbundsordningen är antalet ledamöter {ledamoter} och antalet ersättare "
            "{ersattare}. De ska vara lika många.",
            "By the förbundsordning the number of ledamöter is {ledamoter} and that of ersättare "
            "{ersattare}. They have to be equal.",
        ),
    },
    unlisted=Text(
        "en senare förbundsordning har plats åt alla medlemmar",
        "a later förbundsordning has seats for all members",
    ),
    inapplicable={
        "not_stated": Text(
            "Förbundsordningen anger inte hur många platser styrelsen har, vilket prövas särskilt.",
            "The förbundsordning does not say how many seats the board has, which is judged "
            "separately.",
        ),
        "later_members": Text(
            "Platserna räcker till de medlemmar som fanns när förbundsordningen började gälla. Att "
            "nya medlemmar inte har fastställt den prövas enligt 8 §.",
            "There are seats for those who were members when the förbundsordning came into force. "
            "That new members have not adopted it is judged by section 8.",
        ),
    },
    entails=("FINSAM-10-1", "FINSAM-10-2"),
)
def ordered_seats(ordning: OrdningOnDay) -> Answer:
    """A förbundsordning has a place on the board for all members, and as many ersättare.

    Decided by the numbers of ledamöter and ersättare that it sets, and by the members of the day. A
    member that has joined since may have its places under a later förbundsordning. Which member has
    which place, and who sits there, is judged by the seats.

    Source: 10 § first paragraph, with 9 § point 3.
    """
    ledamoter, ersattare = ordning.item.ledamoter, ordning.item.ersattare
    given = {"ledamoter": ledamoter, "ersattare": ersattare}
    numbers = {field: number for field, number in given.items() if number is not None}
    found: list[Decision] = []
    if ledamoter is not None and ersattare is not None and ledamoter != ersattare:
        unequal = fail("not_as_many", at=("ersattare",), ledamoter=ledamoter, ersattare=ersattare)
        found.append(unequal.under(_EQUALLY_MANY))
    if numbers and max(numbers.values()) < len(ordning.members):
        found.append(_too_few(ordning, numbers))
    if found or len(numbers) == 2:
        return found or PASS
    if ordning.covers("representation") is False:
        return not_applicable("not_stated")
    return undecided(*ordning.unknown(*given))


def _too_few(ordning: OrdningOnDay, numbers: Mapping[str, int]) -> Decision:
    """What it means that a förbundsordning has fewer places of each kind than there are members."""
    count, (field, number) = len(ordning.members), next(iter(numbers.items()))
    if max(numbers.values()) >= count - len(ordning.later_members):
        if not ordning.list_is_whole:
            return not_listed(("forbundsordningar",), at=(field,))
        if len(numbers) == 1:
            return undecided(*ordning.unknown("ledamoter", "ersattare"), at=(field,))
        return not_applicable("later_members", at=(field,))
    if field == "ledamoter":
        return fail("too_few_ledamoter", at=(field,), ledamoter=number, count=count)
    return fail("too_few_ersattare", at=(field,), ersattare=number, count=count)


@rule(
    "FINSAM-12-1",
    "appointed-by-wrong-body",
    cites=Citation("12", stycke=1, mening=1),
    readings=("county-labour-board",),
    title=Text(
        "Fullmäktige, Försäkringskassan och Arbetsförmedlingen utser styrelsen",
        "Fullmäktige, Försäkringskassan and Arbetsförmedlingen appoint the board",
    ),
    fail={
        "wrong_body": Text(
            "En {role} för {member} har utsetts av {body}. En kommuns och en regions platser "
            "tillsätts av fullmäktige, de två myndigheternas av myndigheten själv.",
            "A seat of {member} ({role}) was filled by {body}. The seats of a kommun and a region "
            "are filled by fullmäktige, those of the two agencies by the agency itself.",
        )
    },
    review={"county_labour_board": _COUNTY_LABOUR_BOARD},
)
def who_appoints(seat: Appointment) -> Decision:
    """Kommun- and regionfullmäktige, Försäkringskassan and Arbetsförmedlingen appoint the board.

    Decided by the body that appointed. The rule cannot see whether an election was proportional
    where enough of those present asked for it.
    """
    body, at = seat.item.appointed_by, ("appointed_by",)
    if seat.is_of_county_labour_board:
        return review("county_labour_board", at=at)
    if body is None:
        return lacks(*at)
    return PASS if body == APPOINTED_BY[seat.kind] else fail("wrong_body", at=at, body=body)


@rule(
    "FINSAM-12-2",
    "not-eligible",
    cites=Citation("12", stycke=2),
    readings=("another-members-person", "county-labour-board"),
    title=Text(
        "Den som utses är ledamot eller ersättare i fullmäktige, eller anställd vid någon av "
        "myndigheterna",
        "Whoever is appointed is ledamot or ersättare in fullmäktige, or works at one of the "
        "agencies",
    ),
    fail={
        "not_eligible": Text(
            "Den som {member} har utsett till {role} är varken ledamot eller ersättare i "
            "fullmäktige eller anställd vid Försäkringskassan eller Arbetsförmedlingen. Bara "
            "den som är det får utses.",
            "Whoever {member} has appointed ({role}) is neither ledamot nor ersättare in "
            "fullmäktige, nor works at Försäkringskassan or Arbetsförmedlingen. Only those may be "
            "appointed.",
        )
    },
    review={
        "eligible_elsewhere": Text(
            "Den som {member} har utsett till {role} är valbar genom {eligibility}. Lagen säger "
            "inte att var och en måste välja bland sina egna; bedöm om det är avsett.",
            "Whoever {member} has appointed ({role}) is eligible through {eligibility}. The act "
            "does not say that each must choose among its own; judge whether it is meant.",
        ),
        "county_labour_board": _COUNTY_LABOUR_BOARD,
    },
)
def who_can_be_appointed(seat: Appointment) -> Decision:
    """Members appoint those who are in fullmäktige or work at one of the two agencies.

    Decided by what made the holder eligible when appointed. The rule cannot see which fullmäktige
    it was.
    """
    through, at = seat.item.eligibility, ("eligibility",)
    if seat.is_of_county_labour_board:
        return review("county_labour_board", at=at)
    if through is None:
        return lacks(*at)
    if through == "other":
        return fail("not_eligible", at=at)
    if through != APPOINTED_BY[seat.kind]:
        return review("eligible_elsewhere", at=at, eligibility=through)
    return PASS


@rule(
    "FINSAM-12-3",
    "no-call-order",
    cites=Citation("12", stycke=3),
    readings=("call-order",),
    title=Text(
        "Det är bestämt i vilken ordning ersättarna kallas till tjänstgöring",
        "It is decided in which order ersättare are called to serve",
    ),
    fail={
        "no_order": Text(
            "Det är inte bestämt i vilken ordning ersättaren för {member} ska kallas till "
            "tjänstgöring. Det ska bestämmas när ersättare utses.",
            "It is not decided in which order the ersättare of {member} is called to serve. That "
            "has to be decided when ersättare are appointed.",
        )
    },
    inapplicable={
        "ledamot": Text("Platsen är en ledamots.", "The seat is a ledamot's."),
        "only_ersattare": Text(
            "Medlemmen har bara en ersättare.", "The member has only one ersättare."
        ),
        "personal": Text(
            "Ersättaren är vald för en viss ledamot, som inte har någon annan.",
            "The ersättare was chosen for one ledamot, who has no other.",
        ),
    },
    unlisted=Text(
        "{member} har fler ersättare, som kallas till tjänstgöring i en viss ordning",
        "{member} has more ersättare, who are called to serve in a certain order",
    ),
)
def order_of_call_is_decided(seat: Appointment) -> Decision:
    """When ersättare are appointed, the order in which they are called to serve is decided.

    Decided by the ersättare's number in that order. A member's only ersättare needs none, nor does
    the only one chosen for a certain ledamot.
    """
    number, at = seat.item.call_order, ("call_order",)
    if seat.item.role == "ledamot":
        return not_applicable("ledamot")
    if seat.is_only_ersattare and seat.list_is_whole:
        return not_applicable("personal" if seat.item.ersattare_for else "only_ersattare")
    if seat.is_only_ersattare and not number:
        return not_listed(("board", "seats"), at=at)
    if number is None:
        return lacks(*at)
    return PASS if number else fail("no_order", at=at)


@rule(
    "FINSAM-12-4",
    "seat-for-non-member",
    cites=(Citation("12", stycke=2, mening=1), Citation("12", stycke=1, mening=1)),
    covers=(Citation("10", stycke=1, mening=1),),
    title=Text("Bara medlemmar har platser i styrelsen", "Only members have seats on the board"),
    fail={
        "not_a_member": Text(
            "En plats i styrelsen ({role}) innehas {held} för {member}, som inte är medlem den "
            "dagen. Bara en medlem får utse ledamöter och ersättare.",
            "A seat on the board ({role}) is held on {held} for {member}, which is not a member "
            "on that day. Only a member may appoint ledamöter and ersättare.",
        )
    },
    open=(),
    inapplicable={"not_begun": Text("Uppdraget har inte börjat.", "The assignment has not begun.")},
)
def seats_are_members(seat: Appointment) -> Decision:
    """It is the members that appoint ledamöter and ersättare, and are represented on the board.

    Decided by whether the seat is held for a member, on the last day of the seat or else on the day
    asked about. A seat may be filled before its member joins, and has to end when the member
    leaves.

    Source: 12 § first and second paragraphs, with 10 § first paragraph. Known since 2007-01-01.
    """
    held = seat.last_held
    if held is None:
        return not_applicable("not_begun")
    if seat.timeline.is_member(seat.member, held, held):
        return PASS
    return fail("not_a_member", at=("member",), held=held)


@rule(
    "FINSAM-13-1",
    "ordered-term-too-long",
    cites=Citation("13", stycke=1),
    covers=(Citation("9", stycke=1, punkt=3),),
    title=Text(
        "Förbundsordningen ger styrelsen en mandattid på högst fyra år",
        "The förbundsordning gives the board a term of four years at most",
    ),
    fail={
        "too_long": Text(
            "Förbundsordningen ger styrelsen en mandattid på {months}. Den kan göra tiden kortare "
            "än fyra år ({most}), men inte längre.",
            "The förbundsordning gives the board a term of {months}. It can make the term shorter "
            "than four years ({most}), but not longer.",
        )
    },
    entails=("FINSAM-13-2",),
)
def ordered_term(ordning: OrdningOnDay) -> Decision:
    """The board is chosen for four years, or for a shorter time that the förbundsordning sets.

    Decided by the months that the förbundsordning gives.
    """
    months, at = ordning.item.board_term_months, ("board_term_months",)
    if months is None:
        return lacks(*at)
    if months <= LONGEST_TERM:
        return PASS
    return fail("too_long", at=at, months=months, most=LONGEST_TERM)


@rule(
    "FINSAM-13-2",
    "term-too-long",
    cites=Citation("13", stycke=1),
    title=Text(
        "Styrelsen sitter inte längre än sin mandattid",
        "The board does not sit for longer than its term",
    ),
    fail={
        "too_long": Text(
            "Styrelsens mandattid löper från {first} till {last}. Den får vara högst {most}, "
            "alltså till och med {due}.",
            "The board's term is from {first} to {last}. It may be {most} at most, which is until "
            "{due}.",
        ),
        "sits_on": Text(
            "Styrelsens mandattid löpte från {first} till {last}. Styrelsen sitter kvar, och "
            "ingen har utsetts för tiden därefter.",
            "The board's term was from {first} to {last}. It still sits, and nobody has been "
            "appointed for the time after that.",
        ),
    },
    review={
        "shorter": Text(
            "Styrelsens mandattid löper från {first} till {last}, kortare än de {most} som "
            "gäller. Bedöm om det är den första styrelsen eller resten av en mandattid.",
            "The board's term is from {first} to {last}, shorter than the {most} that apply. "
            "Judge whether it is the first board or the rest of a term.",
        ),
        "term_over": Text(
            "Styrelsens mandattid löpte från {first} till {last}, men uppdrag från den anges ännu "
            "pågå. Bedöm om en ny styrelse har utsetts.",
            "The board's term was from {first} to {last}, but seats of it are stated as held to "
            "this day. Judge whether a new board has been appointed.",
        ),
        "over_two_terms": Text(
            "Styrelsens mandattid började {first}, men uppdrag för {members} började före den och "
            "pågår ännu. Bedöm om de som har uppdragen har utsetts på nytt.",
            "The board's term began on {first}, but seats of {members} began before it and are "
            "still held. Judge whether their holders have been appointed anew.",
        ),
    },
    also_reads=("forbundsordningar", "board.seats"),
)
def length_of_the_term(board: BoardOnDay) -> Iterator[Decision]:
    """The board sits for four years, or for the shorter time of the förbundsordning.

    Decided by the first and last day of its present term, and by the seats: whether those of a term
    that is over are still held with none filled since, and whether some have been held since before
    the term. The act does not say how soon a new board has to take over, but it limits the time of
    the old one.
    """
    first, last = board.item.term_start, board.item.term_end
    if first is None or last is None:
        yield undecided(*board.unknown("term_start", "term_end"))
        return
    months = board.term_months
    most = LONGEST_TERM if months is None else min(months, LONGEST_TERM)
    due = last_day_of_term(first, most)
    if last > due:
        yield fail("too_long", at=("term_end",), first=first, last=last, due=due, most=most)
    elif months is None:
        yield undecided(*board.unknown_in_ordning("board_term_months"))
    elif last < due:
        yield review("shorter", at=("term_end",), first=first, last=last, most=most)
    if last < board.day:
        if board.item.seats is None:
            yield undecided(board.place("seats"))
        elif board.held_since(last) and board.may_have_been_filled_since(last):
            yield review("term_over", at=("seats",), first=first, last=last)
        elif board.held_since(last):
            yield fail("sits_on", at=("seats",), first=first, last=last)
    elif first <= board.day and (held := board.held_since(first - timedelta(days=1))):
        members = tuple(sorted({current(seat.member) for seat in held}))
        yield review("over_two_terms", at=("seats",), first=first, members=members)


@rule(
    "FINSAM-13-3",
    "term-begins-on-another-day",
    cites=Citation("13", stycke=2),
    readings=("term",),
    title=Text(
        "Mandattiden börjar den dag på året som lagen eller förbundsordningen anger",
        "The term begins on the day of the year that the act or the förbundsordning names",
    ),
    fail={
        "other_day": Text(
            "Styrelsens mandattid började {first}. Den ska räknas från och med {begins}, "
            "enligt förbundsordningen eller, om den inte säger något annat, lagen.",
            "The board's term began on {first}. It is counted from {begins}, by the "
            "förbundsordning or else by the act.",
        )
    },
    inapplicable={"first_board": _FIRST_BOARD},
    also_reads=("forbundsordningar",),
)
def first_day_of_the_term(board: BoardOnDay) -> Decision:
    """The term counts from 1 April, unless the förbundsordning says otherwise.

    Decided by the first day of the present term. A förbund's first board sits from the formation to
    the first ordinary term.
    """
    first, begins, at = board.item.term_start, board.term_begins, ("term_start",)
    if first is None or begins is None:
        missing = (*board.unknown("term_start"), *board.unknown_in_ordning("term_begins"))
        return undecided(*missing, at=at)
    if first == day_in(first.year, begins):
        return PASS
    if board.formed is None:
        return undecided(("formed",), at=at)
    if first < board.first_ordinary_term(board.formed):
        return not_applicable("first_board", at=at)
    return fail("other_day", at=at, first=first, begins=begins)


@rule(
    "FINSAM-13-4",
    "term-begins-in-another-year",
    cites=Citation("13", stycke=2),
    readings=("term",),
    title=Text(
        "Mandattiden räknas från året efter ett val till fullmäktige",
        "The term is counted from the year after an election to fullmäktige",
    ),
    review={
        "other_year": Text(
            "Styrelsens mandattid på {months} började {first}. Räknat från året efter ett val "
            "börjar ingen sådan mandattid {year}. Bedöm om förbundsordningen räknar den från ett "
            "annat år.",
            "The board's term of {months} began on {first}. Counted from the year after an "
            "election no such term begins in {year}. Judge whether the förbundsordning counts it "
            "from another year.",
        )
    },
    inapplicable={
        "first_board": _FIRST_BOARD,
        "shorter_term": Text(
            "Mandattiden är kortare än fyra år och varken ett eller två år. Lagen anger inte när "
            "nästa börjar.",
            "The term is shorter than four years and neither one year nor two. The act does not "
            "say when the next one begins.",
        ),
    },
    also_reads=("forbundsordningar",),
)
def year_of_the_term(board: BoardOnDay) -> Decision:
    """The term counts from the year after general elections, unless the förbundsordning differs.

    Decided by the year in which the present term began. Terms of one year or two follow one another
    within the four.
    """
    first, months, at = board.item.term_start, board.term_months, ("term_start",)
    if first and term_start_in(first.year, months=months or LONGEST_TERM):
        return PASS
    if months is not None and months < LONGEST_TERM and months not in {12, 24}:
        return not_applicable("shorter_term", at=at)
    if first is None or months is None or board.formed is None:
        missing = (*board.unknown("term_start"), *board.unknown_in_ordning("board_term_months"))
        return undecided(*missing, *(() if board.formed else (("formed",),)), at=at)
    if first < board.first_ordinary_term(board.formed):
        return not_applicable("first_board", at=at)
    return review("other_year", at=at, first=first, months=months, year=first.year)


@rule(
    "FINSAM-14-1",
    "not-by-newly-elected",
    cites=Citation("14", stycke=1),
    readings=("election-year",),
    title=Text(
        "Efter ett val utser de nyvalda fullmäktige",
        "After an election the newly elected fullmäktige appoint",
    ),
    fail={
        "by_the_old": Text(
            "{member} utsåg en {role} {done}, efter valet samma år, men inte genom de nyvalda "
            "fullmäktige. Det ska de nyvalda göra.",
            "{member} filled a seat ({role}) on {done}, after the election of that year, but not "
            "through the newly elected fullmäktige. Those have to do that.",
        )
    },
    review={
        "rest_of_term": Text(
            "{member} utsåg en {role} {done}, efter valet samma år, inte genom de nyvalda "
            "fullmäktige och för tid som började senast det året. Bedöm om det var för resten av "
            "den gamla mandattiden.",
            "{member} filled a seat ({role}) on {done}, after the election of that year, not "
            "through the newly elected fullmäktige, for time that began in that year or earlier. "
            "Judge whether it was for the rest of the old term.",
        ),
        "before_election": Text(
            "{member} utsåg en {role} {done}, före valet samma år, för tid som börjar {start}. "
            "Bedöm om de nyvalda fullmäktige skulle ha utsett.",
            "{member} filled a seat ({role}) on {done}, before the election of that year, for time "
            "that begins on {start}. Judge whether the newly elected fullmäktige should have "
            "appointed.",
        ),
        "not_sitting_yet": Text(
            "{member} anges ha utsett en {role} {done} genom de nyvalda fullmäktige, som började "
            "sitt uppdrag {first}. Bedöm vilka fullmäktige som utsåg.",
            "{member} is said to have filled a seat ({role}) on {done} through the newly elected "
            "fullmäktige, who took office on {first}. Judge which fullmäktige appointed.",
        ),
    },
    inapplicable={
        "agency": Text("Platsen är en myndighets.", "The seat is an agency's."),
        "no_election": messages.NO_ELECTION,
    },
)
def newly_elected_appoint(seat: Appointment) -> Decision:
    """In an election year the newly elected fullmäktige fill the seats of kommun and region.

    Decided by the day of appointment in an election year, which fullmäktige appointed, and the
    first day of the seat (the term's, where it has none of its own). Three cases are for a human: a
    seat taken by the end of that year, which may be for the rest of the old term; one filled before
    the election for the new term, which may be too early; and what the newly elected are said to
    have done before they took office.
    """
    appointed, newly, at = seat.item.appointed, seat.item.by_newly_elected, ("by_newly_elected",)
    if seat.kind in STATE:
        return not_applicable("agency")
    if appointed is None:
        return PASS if newly else undecided(*seat.unknown("appointed", "by_newly_elected"))
    if not is_after_election(appointed):
        return _not_after_election(seat, appointed)
    sits = new_fullmaktige_from(appointed.year)
    if newly and sits and appointed < sits:
        return review("not_sitting_yet", at=at, done=appointed, first=sits)
    if newly:
        return PASS
    if newly is None or seat.starts is None:
        return undecided(seat.place(*at) if newly is None else ("board", "term_start"))
    if seat.starts.year <= appointed.year:
        return review("rest_of_term", at=at, done=appointed)
    return fail("by_the_old", at=at, done=appointed)


def _not_after_election(seat: Appointment, appointed: date) -> Decision:
    """A seat that was filled before the election of the year, or in a year without one."""
    if not is_election_year(appointed.year):
        return not_applicable("no_election")
    if seat.starts is None:
        return undecided(("board", "term_start"))
    if seat.starts.year <= appointed.year:
        return not_applicable("no_election")
    return review("before_election", at=("appointed",), done=appointed, start=seat.starts)


@rule(
    "FINSAM-15-1",
    "ersattare-of-another-member",
    cites=Citation("15", stycke=1, mening=3),
    title=Text(
        "En ersättare inträder bara för en ledamot från samma medlem",
        "An ersättare steps in only for a ledamot of the same member",
    ),
    fail={
        "of_another_member": Text(
            "Ersättaren för {member} har inträtt i stället för en ledamot från {members}. En "
            "ersättare inträder bara för en ledamot som samma medlem har valt.",
            "The ersättare of {member} has stepped in for a ledamot of {members}. An ersättare "
            "steps in only for a ledamot that the same member has chosen.",
        )
    },
    open=(),
    inapplicable={
        "appointed_to_it": Text(
            "Den som har platsen har utsetts till den.", "The holder was appointed to the seat."
        )
    },
)
def ersattare_of_the_same_member(seat: Appointment) -> Decision:
    """An ersättare steps in only for a ledamot chosen by the same member.

    Decided by whose ledamot the holder replaced.
    """
    replaced = seat.item.stepped_in_for
    if replaced is None:
        return not_applicable("appointed_to_it")
    if current(replaced) == seat.member:
        return PASS
    return fail("of_another_member", at=("stepped_in_for",), members=(replaced,))


RESIGNED: Final = frozenset({"resigned", "died"})
"""How a seat ends when a ledamot "avgår" (15 §), on anybody's reading."""
IN_ORDER: Final = Citation("15", stycke=1, mening=2)
"""Ersättare step in in the order, and for the ledamöter, decided at the election."""


@rule(
    "FINSAM-15-2",
    "ersattare-not-stepped-in",
    cites=(STEPS_IN, IN_ORDER),
    readings=("stepping-in", "open-lists"),
    title=Text(
        "När en ledamot avgår inträder en ersättare, i den ordning som har bestämts",
        "When a ledamot leaves, an ersättare steps in, in the order decided",
    ),
    fail={
        "not_stepped_in": Text(
            "En ledamot för {member} lämnade styrelsen {ended}, och ingen av medlemmens ersättare "
            "har inträtt. När det finns en ersättare ska den inträda.",
            "A ledamot of {member} left the board on {ended}, and none of the member's ersättare "
            "has stepped in. Where there is an ersättare, that one has to.",
        )
    },
    review={
        "one_of_several": Text(
            "En ledamot för {member} lämnade styrelsen {ended}, och ingen ersättare inträdde. "
            "Medlemmen hade flera ledamöter; bedöm om någon ersättare var vald för just den "
            "ledamoten.",
            "A ledamot of {member} left the board on {ended}, and no ersättare stepped in. The "
            "member had several ledamöter; judge whether an ersättare was chosen for that one.",
        ),
        "ended_otherwise": Text(
            "En ledamot för {member} lämnade styrelsen {ended} på annat sätt än på egen begäran, "
            "och ingen ersättare inträdde. En ersättare inträder när en ledamot avgår; bedöm om "
            "det gäller också här.",
            "A ledamot of {member} left the board on {ended} otherwise than at their own request, "
            "and no ersättare stepped in. An ersättare steps in when a ledamot resigns; judge "
            "whether that applies here too.",
        ),
        "out_of_order": Text(
            "En ledamot för {member} lämnade styrelsen {ended}, och en ersättare inträdde före en "
            "annan som stod i tur. Ersättarna inträder i den ordning som bestämdes vid valet; "
            "bedöm varför den inte har följts.",
            "A ledamot of {member} left the board on {ended}, and one ersättare stepped in before "
            "another whose turn came first. They step in in the order decided at the election; "
            "judge why it was not followed.",
        ),
    },
    unlisted=Text(
        "en ersättare för {member} har inträtt för den ledamot som lämnade styrelsen {ended}",
        "an ersättare of {member} has stepped in for the ledamot who left the board on {ended}",
    ),
    inapplicable={
        "ersattare": Text("Platsen var en ersättares.", "The seat was an ersättare's."),
        "not_vacant": Text(
            "Platsen blev inte ledig under mandattiden.",
            "The seat did not become vacant during the term.",
        ),
        "no_ersattare": Text(
            "Det fanns ingen ersättare för ledamoten. Medlemmen utser en ny ledamot.",
            "There was no ersättare for the ledamot. The member appoints a new one.",
        ),
    },
)
def ersattare_steps_in(seat: Departure) -> Decision:
    """When a ledamot leaves during the term, an ersättare takes the place for the rest of it.

    Decided by how the seat ended, by which ersättare the member then had, for that ledamot or for
    any, and by whether one of them was the next to take a place; then by the order in which they
    are called, where it is stated. Two things are for a human: which of several ledamöter an
    ersättare was chosen for, and whether one steps in for a ledamot who has neither resigned nor
    died. A ledamot who leaves on the last day of the term leaves nothing of it.

    Source: 15 § first paragraph, first and second sentences.
    """
    if seat.item.role == "ersattare" or not seat.leaves_a_place:
        return not_applicable("ersattare" if seat.item.role == "ersattare" else "not_vacant")
    if not seat.has_ersattare and seat.list_is_whole:
        return not_applicable("no_ersattare")
    if seat.was_stepped_in_for:
        if seat.was_out_of_order:
            return review("out_of_order", ended=seat.day).under(IN_ORDER)
        return PASS
    return _nobody_steps_in(seat)


def _nobody_steps_in(seat: Departure) -> Decision:
    """What it means that no ersättare is known to have taken the place of a ledamot."""
    at = ("ended_by",)
    if seat.item.ended_by is None:
        return lacks(*at)
    if not seat.list_is_whole:
        return not_listed(("board", "seats"), ended=seat.day)
    if seat.item.ended_by not in RESIGNED:
        return review("ended_otherwise", ended=seat.day)
    if seat.was_one_of_several and not seat.has_its_own:
        return review("one_of_several", ended=seat.day)
    return fail("not_stepped_in", ended=seat.day)


@rule(
    "FINSAM-16-1",
    "recalled-without-ground",
    cites=Citation("16", stycke=1, mening=1),
    readings=("grounds-for-recall",),
    title=Text(
        "Uppdraget upphör bara på de grunder som lagen hänvisar till",
        "An assignment ends only on the grounds that the act refers to",
    ),
    fail={
        "no_ground": Text(
            "Ett uppdrag som {role} för {member} upphörde {ended} för att {how}. Det får "
            "återkallas bara om ansvarsfrihet har vägrats, för vissa brott, och av en myndighet "
            "för den som inte längre är anställd där.",
            "An assignment for {member} ({role}) ended on {ended} because {how}. It may be "
            "recalled only if discharge has been refused, for certain crimes, and, by an agency, "
            "where the person is no longer employed there.",
        )
    },
    review={
        "other_ground": Text(
            "Ett uppdrag som {role} för {member} upphörde {ended} av ett annat skäl än de som "
            "lagen hänvisar till. Bedöm om det fick upphöra.",
            "An assignment for {member} ({role}) ended on {ended} for a reason other than those "
            "that the act refers to. Judge whether it could end.",
        ),
        "discharge_granted": Text(
            "Ett uppdrag som {role} för {member} anges ha återkallats {ended} för att "
            "ansvarsfrihet hade vägrats, men medlemmen har bara beviljat ansvarsfrihet i de beslut "
            "som är kända. Bedöm om den vägrades.",
            "An assignment for {member} ({role}) is said to have been recalled on {ended} because "
            "discharge had been refused, but in every decision that is known the member granted "
            "it. Judge whether it was refused.",
        ),
        "term_goes_on": Text(
            "Ett uppdrag som {role} för {member} anges ha upphört {ended} med mandattiden, men "
            "styrelsens mandattid var inte slut då. Bedöm hur det upphörde.",
            "An assignment for {member} ({role}) is said to have ended on {ended} with the term, "
            "but the board's term was not over then. Judge how it ended.",
        ),
    },
)
def grounds_for_ending(seat: Departure) -> Decision:
    """An assignment ends by request, lost eligibility, or recall on two grounds; not by majority.

    Decided by how it ended. A refused discharge is compared with what the member has decided, as
    far as that is known. The rule cannot see whether a crime is grave enough.

    Source: 16 § first paragraph, first sentence, with KL 4:6, 4:7 and 4:9; 4:10 is left out. Known
    since 2020-01-01.
    """
    how, at = seat.item.ended_by, ("ended_by",)
    if how is None:
        return lacks(*at)
    if how in {"majority_changed", "recalled"}:
        recalled = fail("no_ground", at=at, ended=seat.day, how=how)
        return recalled.citing(Citation("16", stycke=2)) if seat.kind in STATE else recalled
    if how == "discharge_refused" and seat.discharge == {True}:
        return review("discharge_granted", at=at, ended=seat.day)
    if how == "term" and seat.is_within_term:
        return review("term_goes_on", at=at, ended=seat.day)
    return review("other_ground", at=at, ended=seat.day) if how == "other" else PASS


@rule(
    "FINSAM-16-2",
    "ended-with-mandate",
    cites=Citation("16", stycke=1, mening=2),
    title=Text(
        "Uppdraget upphör inte för att platsen i fullmäktige gör det",
        "An assignment does not end because the place in fullmäktige does",
    ),
    fail={
        "mandate_expired": Text(
            "Ett uppdrag som {role} för {member} har upphört {ended} för att mandattiden i "
            "fullmäktige hade löpt ut. Det medför inte att uppdraget upphör.",
            "An assignment for {member} ({role}) ended on {ended} because the mandate in "
            "fullmäktige had expired. That does not end it.",
        )
    },
)
def mandate_is_no_ground(seat: Departure) -> Decision:
    """That the holder's mandate in fullmäktige has expired does not end the assignment.

    Decided by how it ended.
    """
    how, at = seat.item.ended_by, ("ended_by",)
    if how is None:
        return lacks(*at)
    return PASS if how != "mandate_expired" else fail("mandate_expired", at=at, ended=seat.day)


@rule(
    "FINSAM-16-3",
    "employment-of-another-member",
    cites=Citation("16", stycke=2),
    title=Text(
        "Bara myndigheterna återkallar för att en anställning har upphört",
        "Only the agencies recall because an employment has ended",
    ),
    fail={
        "not_agency": Text(
            "{member} har återkallat ett uppdrag som {role} {ended} för att en anställning hade "
            "upphört. Det får bara Försäkringskassan och Arbetsförmedlingen "
            "göra.",
            "{member} recalled an assignment ({role}) on {ended} because an employment had ended. "
            "Only Försäkringskassan and Arbetsförmedlingen may do that.",
        )
    },
)
def ended_employment(seat: Departure) -> Decision:
    """Försäkringskassan and Arbetsförmedlingen may recall those that they no longer employ.

    Decided by how the assignment ended, and whose it was.
    """
    how, at = seat.item.ended_by, ("ended_by",)
    if seat.kind in STATE:
        return PASS
    if how is None:
        return lacks(*at)
    return PASS if how != "employment_ended" else fail("not_agency", at=at, ended=seat.day)


@rule(
    "FINSAM-17-1",
    "not-one-chair",
    cites=Citation("17", stycke=1),
    readings=("open-lists", "silence-in-time"),
    title=Text("Styrelsen har en ordförande", "The board has one chair"),
    fail={
        "not_one": Text(
            "Styrelsen har {count} ordförande. Den ska ha en.",
            "The board has {count} chairs. It has to have one.",
        )
    },
    review={
        **_nobody_is(Text("ordförande", "chair")),
        "several_listed": Text(
            "{count} platser anges ha uppdraget som ordförande samma dag. Styrelsen ska ha en; "
            "bedöm vilken uppgift som stämmer.",
            "{count} seats are said to be the chair's on the same day. The board has to have one; "
            "judge which is right.",
        ),
    },
    unlisted=Text("någon är ordförande i styrelsen", "somebody is chair of the board"),
    inapplicable={"no_ledamoter": _NO_LEDAMOTER, "another_term": _ANOTHER_TERM},
)
def one_chair(board: SeatsOnDay) -> Decision:
    """The board chooses one chair.

    Decided by the offices of the day. The act leaves open how long the board may be without a
    chair.
    """
    return _offices(board, "chair", most=1, too_many="not_one")


@rule(
    "FINSAM-17-2",
    "not-one-or-two-vice-chairs",
    cites=Citation("17", stycke=1),
    readings=("open-lists", "silence-in-time"),
    title=Text(
        "Styrelsen har en eller två vice ordförande", "The board has one or two vice chairs"
    ),
    fail={
        "not_one_or_two": Text(
            "Styrelsen har {count} vice ordförande. Den ska ha en eller två.",
            "The board has {count} vice chairs. It has to have one or two.",
        )
    },
    review={
        **_nobody_is(Text("vice ordförande", "vice chair")),
        "several_listed": Text(
            "{count} platser anges ha uppdraget som vice ordförande samma dag. Styrelsen ska ha en "
            "eller två; bedöm vilka uppgifter som stämmer.",
            "{count} seats are said to be a vice chair's on the same day. The board has to have "
            "one or two; judge which are right.",
        ),
    },
    unlisted=Text("någon är vice ordförande i styrelsen", "somebody is vice chair of the board"),
    inapplicable={"no_ledamoter": _NO_LEDAMOTER, "another_term": _ANOTHER_TERM},
)
def one_or_two_vice_chairs(board: SeatsOnDay) -> Decision:
    """The board chooses one or two vice chairs.

    Decided by the offices of the day. The act leaves open how long the board may be without one.
    """
    return _offices(board, "vice_chair", most=2, too_many="not_one_or_two")


def _offices(board: SeatsOnDay, office: str, *, most: int, too_many: str) -> Decision:
    """Whether at least one seat, and at most so many, have an office."""
    if not board.holders["ledamot"] and board.list_is_whole:
        return not_applicable("another_term" if board.is_of_another_term else "no_ledamoter")
    count = board.in_office(office)
    if count > most:
        several = review("several_listed", count=count)
        return fail(too_many, count=count) if board.list_is_whole else several
    if board.unknown_offices:
        return undecided(*board.unknown_offices)
    if not count and not board.is_whole("ledamot"):
        return not_listed(board.loc)
    vacant = review("vacant" if board.has_met else "not_chosen_yet")
    return PASS if count else vacant


@rule(
    "FINSAM-17-3",
    "office-of-ersattare",
    cites=Citation("17", stycke=1),
    title=Text(
        "Ordföranden och vice ordförandena är ledamöter", "Chair and vice chairs are ledamöter"
    ),
    fail={
        "ersattare_in_office": Text(
            "En ersättare för {member} är ordförande eller vice ordförande. De ska utses bland "
            "ledamöterna.",
            "An ersättare of {member} is chair or vice chair. Those have to be chosen among the "
            "ledamöter.",
        )
    },
)
def chosen_among_ledamoter(seat: Appointment) -> Decision:
    """Chair and vice chairs are chosen among the ledamöter.

    Decided by each seat's office.
    """
    office, at = seat.item.office, ("office",)
    if seat.item.role == "ledamot" or office == "none":
        return PASS
    return lacks(*at) if office is None else fail("ersattare_in_office", at=at)


@rule(
    "FINSAM-19-1",
    "no-quorum",
    cites=Citation("19", stycke=1, mening=1),
    covers=(Citation("19", stycke=1, mening=2), Citation("19 a", stycke=2, mening=1)),
    readings=("quorum", "open-lists"),
    title=Text(
        "Fler än hälften av ledamöterna är närvarande",
        "More than half of the ledamöter are present",
    ),
    fail={
        "too_few": Text(
            "Av ledamöterna, {ledamoter} till antalet, deltog {present} i sammanträdet {held}. "
            "Styrelsen får handlägga ärenden bara om fler än hälften är närvarande.",
            "Of the ledamöter, {ledamoter} in number, {present} took part in the meeting on "
            "{held}. The board may deal with matters only if more than half are present.",
        )
    },
    review={
        "two_numbers": Text(
            "Vid sammanträdet {held} deltog {present}. Det är fler än hälften av ledamöterna om de "
            "är {ledamoter}, men inte om de är {count}. Det ena är antalet besatta platser, det "
            "andra antalet enligt förbundsordningen; bedöm vilket som räknas.",
            "{present} took part in the meeting on {held}. That is more than half of the ledamöter "
            "if there are {ledamoter}, but not if there are {count}. One is the number of filled "
            "seats, the other that of the förbundsordning; judge which counts.",
        ),
        "more_than_all": Text(
            "Vid sammanträdet {held} anges {present} ha deltagit, fler än antalet ledamöter, som "
            "är {ledamoter}. Bedöm hur många som tjänstgjorde.",
            "{present} are said to have taken part in the meeting on {held}, more than the number "
            "of ledamöter, which is {ledamoter}. Judge how many served.",
        ),
        "at_a_distance_too_early": Text(
            "Vid sammanträdet {held} deltog {present}, några av dem på distans. Lagen räknade dem "
            "som närvarande först från den 16 mars 2022; bedöm hur många som räknas.",
            "{present} took part in the meeting on {held}, some of them remotely. The act "
            "counted those as present only from 16 March 2022; judge how many count.",
        ),
    },
    unlisted=Text(
        "det fanns fler ledamöter vid sammanträdet {held} än det kända antalet, {ledamoter}",
        "there were more ledamöter at the time of the meeting on {held} than the number known, "
        "{ledamoter}",
    ),
    also_reads=("board.seats",),
)
def quorum(meeting: Met) -> Decision:
    """The board deals with matters only if more than half of its ledamöter are present.

    Decided by how many took part, remotely too, serving ersättare included, and how many ledamöter
    the members had on that day. Where the förbundsordning sets another number than that of the
    filled seats, and the two give different answers, it is for a human.

    Source: 19 § first sentence, with KL 6:27; 19 a § second paragraph. Known since 2020-01-01.
    """
    present, at = meeting.item.present, ("present",)
    if present is None:
        return lacks(*at)
    if not meeting.ledamoter:
        return undecided(("board", "seats"), at=at)
    by_number = _more_than_half(meeting, present)
    is_remote = meeting.item.remote in {"sound", "sound_and_picture"}
    if by_number is PASS and is_remote and meeting.day < AT_A_DISTANCE_FROM:
        return review("at_a_distance_too_early", at=("remote",), present=present)
    return by_number


def _more_than_half(meeting: Met, present: int) -> Decision:
    """Whether so many are more than half of the ledamöter, filled or set."""
    at, listed, ordered = ("present",), meeting.ledamoter, meeting.ledamoter_by_ordning
    least, most = sorted((listed, ordered or listed))
    if 2 * present <= least:
        return fail("too_few", at=at, present=present, ledamoter=listed)
    if not meeting.has_all_seats and (ordered is None or 2 * present <= ordered):
        return not_listed(("board", "seats"), at=at, ledamoter=listed)
    if 2 * present <= most:
        return review("two_numbers", at=at, present=present, ledamoter=least, count=most)
    if present > most:
        return review("more_than_all", at=at, present=present, ledamoter=most)
    return PASS


@rule(
    "FINSAM-19-2",
    "minutes-adjusted-late",
    cites=Citation("19", stycke=1, mening=1),
    covers=(Citation("19", stycke=1, mening=2),),
    readings=("days-off",),
    title=Text(
        "Protokollet justeras inom fjorton dagar", "Minutes are adjusted within fourteen days"
    ),
    fail={
        "late": Text(
            "Protokollet från sammanträdet {held} justerades {done}, {days} för sent; sista dag "
            "var {due}. Det ska justeras inom fjorton dagar.",
            "The minutes of the meeting on {held} were adjusted on {done}, {days} late; the last "
            "day was {due}. They have to be adjusted within fourteen days.",
        )
    },
    inapplicable={"not_due": messages.NOT_DUE},
)
def minutes_within_fourteen_days(meeting: Met) -> Decision:
    """The minutes of a meeting are adjusted within fourteen days.

    Decided by the day on which all of them, or what was not adjusted at once, was adjusted. If the
    fourteenth day is a day off, the next weekday is in time. The rule cannot see what the minutes
    hold.

    Source: 19 § first sentence, with KL 6:35 and 5:69. Known since 2020-01-01.
    """
    due, at = next_weekday(minutes_day(meeting.day)), ("adjusted",)
    done = meeting.item.adjusted
    if done is None:
        if meeting.timeline.on <= due:
            return not_applicable("not_due", due=due)
        return lacks(*at)
    return PASS if done <= due else fail("late", at=at, done=done, due=due, days=(done - due).days)


@rule(
    "FINSAM-19-3",
    "adjustment-not-announced",
    cites=Citation("19", stycke=1, mening=3),
    readings=("days-off", "open-lists"),
    title=Text(
        "Justeringen tillkännages hos varje kommun och region som är medlem",
        "The adjustment is announced by every kommun and region that is a member",
    ),
    fail={
        "not_announced": Text(
            "Justeringen av protokollet från {held} har inte tillkännagetts hos {members}. Den ska "
            "tillkännages på anslagstavlan hos varje kommun och region som är medlem.",
            "The adjustment of the minutes of {held} has not been announced by {members}. It has "
            "to be announced on the notice board of every kommun and region that is a member.",
        ),
        "only_by_forbundet": Text(
            "Justeringen av protokollet från {held} har tillkännagetts på förbundets egen "
            "anslagstavla men inte hos {members}. Den ska tillkännages på anslagstavlan hos varje "
            "kommun och region som är medlem.",
            "The adjustment of the minutes of {held} has been announced on the förbund's own "
            "notice board but not by {members}. It has to be announced on that of every kommun and "
            "region that is a member.",
        ),
        "announced_late": Text(
            "Justeringen av protokollet från {held} tillkännagavs för sent hos {members}; sista "
            "dag var {due}. Den ska tillkännages senast andra dagen efter justeringen (KL 8 kap. "
            "12 §).",
            "The adjustment of the minutes of {held} was announced too late by {members}; the last "
            "day was {due}. It has to be announced on the second day after it at the latest (KL "
            "8:12).",
        ),
    },
    review={"announced_twice": messages.ANNOUNCED_TWICE},
    unlisted=Text(
        "justeringen av protokollet från {held} har tillkännagetts hos {members}",
        "the adjustment of the minutes of {held} has been announced by {members}",
    ),
    inapplicable={"not_due": messages.NOT_DUE},
)
def adjustment_is_announced(adjustment: Adjusted) -> Iterator[Decision]:
    """The adjustment is announced on the notice board of every kommun and region that is a member.

    Decided for the minutes, and for each part of them that was adjusted at once, by who was a
    member on the day of the adjustment. The second day after it is the last, or the next weekday if
    that is a day off. The förbund's own notice board replaces none of theirs. The rule cannot see
    whether the notice stayed up for as long as decisions could be appealed.

    Source: 19 § third sentence, with KL 8:12. Known since 2020-01-01.
    """
    done, announced, at = adjustment.done, adjustment.item.announced, ("announced",)
    last = last_day_to_announce(done or next_weekday(minutes_day(adjustment.day)))
    is_due = last < adjustment.timeline.on
    if done is None or announced is None:
        missing = adjustment.unknown(adjustment.field, "announced")
        yield undecided(*missing, at=at) if is_due else not_applicable("not_due", due=last)
        return
    own = not announced and adjustment.item.announced_by_forbundet is not None
    why = "only_by_forbundet" if own else "not_announced"
    for each in announcements(
        adjustment, done, field="announced", is_whole=adjustment.is_whole, otherwise=why
    ):
        # Where it is announced the third sentence says, and by which day KL, by the first.
        is_late = each.why == "announced_late"
        yield each.citing(Citation("19", stycke=1, mening=1)) if is_late else each


@rule(
    "FINSAM-19-4",
    "budget-meeting-not-public",
    cites=Citation("19", stycke=1, mening=4),
    title=Text(
        "Sammanträdet som fastställer budgeten är offentligt",
        "The meeting that adopts the budget is public",
    ),
    fail={
        "not_public": Text(
            "Budgeten fastställdes vid sammanträdet {held}, som inte var offentligt. Ett "
            "sådant sammanträde ska vara offentligt.",
            "The budget was adopted at the meeting on {held}, which was not public. The act "
            "requires that it is.",
        )
    },
    review={"decided_on_budget": _DECIDED_ON_BUDGET},
    inapplicable={"no_budget": _NO_BUDGET},
)
def budget_meeting_is_public(meeting: Met) -> Decision:
    """The meeting at which the budget is adopted is public.

    Decided by whether it was. A meeting said not to be that one is for a human where the board
    adopted or revised a budget on that day.
    """
    return _of_budget_meeting(meeting, "public", "not_public")


@rule(
    "FINSAM-19-5",
    "budget-meeting-not-announced",
    cites=Citation("19", stycke=1, mening=5),
    title=Text(
        "Sammanträdet som fastställer budgeten tillkännages som förbundsordningen anger",
        "The meeting that adopts the budget is announced as the förbundsordning says",
    ),
    fail={
        "not_as_ordered": Text(
            "Budgeten fastställdes vid sammanträdet {held}, som inte tillkännagavs så som "
            "förbundsordningen anger. Det ska tillkännages på det sättet.",
            "The budget was adopted at the meeting on {held}, which was not announced as the "
            "förbundsordning says. The act requires that it is.",
        )
    },
    review={"decided_on_budget": _DECIDED_ON_BUDGET},
    inapplicable={"no_budget": _NO_BUDGET},
)
def budget_meeting_is_announced(meeting: Met) -> Decision:
    """The meeting at which the budget is adopted is announced as the förbundsordning says.

    Decided by whether it was. A meeting said not to be that one is for a human where the board
    adopted or revised a budget on that day.
    """
    return _of_budget_meeting(meeting, "announced_as_ordered", "not_as_ordered")


def _of_budget_meeting(meeting: Met, field: str, why: str) -> Decision:
    """Whether a meeting, if it adopted the budget, was as the act asks."""
    adopts, was = meeting.item.adopts_budget, getattr(meeting.item, field)
    if adopts is False:
        decided = was is not True and meeting.day in meeting.timeline.budget_days
        return review("decided_on_budget", at=(field,)) if decided else not_applicable("no_budget")
    if was or adopts:
        return meeting.requires(field, why)
    return undecided(*meeting.unknown("adopts_budget", field), at=(field,))


@rule(
    "FINSAM-19A-1",
    "at-a-distance-without-decision",
    cites=Citation("19 a", stycke=1, mening=1),
    readings=("open-lists",),
    title=Text(
        "Styrelsen har beslutat att deltagande på distans är tillåtet",
        "The board has decided to allow remote attendance",
    ),
    fail={
        "no_decision": Text(
            "Någon deltog på distans i sammanträdet {held}, men styrelsen hade inte beslutat att "
            "det är tillåtet.",
            "Somebody took part remotely in the meeting on {held}, but the board had not decided "
            "to allow it.",
        )
    },
    review={
        "decided_too_early": Text(
            "Någon deltog på distans i sammanträdet {held} enligt ett beslut från {done}. Lagen "
            "gav styrelsen rätt att besluta om det den 16 mars 2022; bedöm om beslutet räcker.",
            "Somebody took part remotely in the meeting on {held} under a decision of {done}. The "
            "act let the board decide on that from 16 March 2022; judge whether the decision is "
            "sufficient.",
        )
    },
    unlisted=Text(
        "styrelsen före sammanträdet {held} hade beslutat att deltagande på distans är tillåtet",
        "the board had decided before the meeting on {held} to allow remote attendance",
    ),
    inapplicable={"nobody_at_distance": _NOBODY_AT_DISTANCE},
    entails=("FINSAM-19A-3",),
    also_reads=("board.remote_decisions",),
)
def distance_needs_a_decision(meeting: Met) -> Decision:
    """Remote attendance needs a decision of the board.

    Decided by whether there was one by the day of the meeting. The rule cannot see how much it
    allowed.
    """
    remote, at = meeting.item.remote, ("remote",)
    if remote == "none":
        return not_applicable("nobody_at_distance")
    decided, unknown = meeting.remote_decisions()
    if decided is None:
        return _not_allowed(meeting, unknown, "no_decision")
    if decided < AT_A_DISTANCE_FROM:
        return review("decided_too_early", at=at, done=decided)
    return PASS


def _not_allowed(meeting: Met, unknown: Places, why: str) -> Decision:
    """What it means that the board is not known to have allowed what was done at a meeting."""
    at, places = ("remote",), (*meeting.unknown("remote"), *unknown.first)
    if places:
        return undecided(*places, more=unknown.more, at=at)
    if not meeting.timeline.has_all("board.remote_decisions"):
        return not_listed(("board", "remote_decisions"), at=at)
    return fail(why, at=at)


@rule(
    "FINSAM-19A-2",
    "not-on-equal-terms",
    cites=Citation("19 a", stycke=1, mening=2),
    title=Text("Alla deltar på lika villkor", "All take part on equal terms"),
    fail={
        "unequal": Text(
            "De som deltog på distans i sammanträdet {held} kunde inte delta på lika villkor som "
            "de andra. Alla ska kunna delta på lika villkor.",
            "Those who took part remotely in the meeting on {held} could not do so on equal terms "
            "with the others. All must be able to.",
        )
    },
    inapplicable={"nobody_at_distance": _NOBODY_AT_DISTANCE},
)
def on_equal_terms(meeting: Met) -> Decision:
    """All who take part, in the room or remotely, can do so on equal terms.

    Decided by whether they could.
    """
    remote = meeting.item.remote
    if remote == "none":
        return not_applicable("nobody_at_distance")
    if remote or meeting.item.equal_terms:
        return meeting.requires("equal_terms", "unequal")
    return undecided(*meeting.unknown("remote", "equal_terms"), at=("equal_terms",))


@rule(
    "FINSAM-19A-3",
    "sound-without-picture",
    cites=Citation("19 a", stycke=1, mening=3),
    readings=("open-lists",),
    title=Text(
        "Med enbart ljud deltar någon bara av särskilda skäl",
        "Sound without picture is used only for special reasons",
    ),
    fail={
        "not_allowed": Text(
            "Någon deltog i sammanträdet {held} med enbart ljud, men styrelsen hade inte beslutat "
            "att det är tillåtet.",
            "Somebody took part in the meeting on {held} by sound only, but the board had not "
            "decided to allow it.",
        )
    },
    review={
        "special_reasons": Text(
            "Någon deltog i sammanträdet {held} med enbart ljud, som styrelsen hade tillåtit. "
            "Bedöm om det fanns särskilda skäl.",
            "Somebody took part in the meeting on {held} by sound only, which the board had "
            "allowed. Judge whether there were special reasons.",
        )
    },
    unlisted=Text(
        "styrelsen före sammanträdet {held} hade beslutat att någon får delta med enbart ljud",
        "the board had decided before the meeting on {held} to allow sound without picture",
    ),
    also_reads=("board.remote_decisions",),
)
def sound_alone_for_special_reasons(meeting: Met) -> Decision:
    """Sound without picture is for special reasons, and by a decision of the board.

    Decided by whether the board had allowed it by the day of the meeting. The reasons are for a
    human.
    """
    remote, at = meeting.item.remote, ("remote",)
    if remote is None:
        return lacks(*at)
    if remote != "sound":
        return PASS
    allowed, unknown = meeting.remote_decisions(sound_only=True)
    if allowed is None:
        return _not_allowed(meeting, unknown, "not_allowed")
    return review("special_reasons", at=at)


@rule(
    "FINSAM-19A-4",
    "extent-not-stated",
    cites=Citation("19 a", stycke=3, mening=1),
    title=Text(
        "Beslutet om distans anger i vilken utsträckning",
        "The decision on remote attendance says to what extent",
    ),
    fail={
        "no_extent": Text(
            "Styrelsens beslut om deltagande på distans anger inte i vilken utsträckning. Det ska "
            "framgå.",
            "The board's decision on remote attendance does not say to what extent. It must.",
        )
    },
)
def extent_is_stated(decision: RemoteAllowed) -> Decision:
    """The decision says to what extent ledamöter and ersättare may take part remotely.

    Decided by whether it does.
    """
    return decision.requires("states_extent", "no_extent")


@rule(
    "FINSAM-19A-5",
    "decision-not-documented",
    cites=Citation("19 a", stycke=3, mening=2),
    title=Text(
        "Beslutet om distans är dokumenterat",
        "The decision on remote attendance is documented",
    ),
    fail={
        "not_documented": Text(
            "Styrelsens beslut om deltagande på distans är inte dokumenterat, vilket det ska vara.",
            "The board's decision on remote attendance is not documented. The act requires "
            "that it is.",
        )
    },
)
def decision_is_documented(decision: RemoteAllowed) -> Decision:
    """The decision is documented.

    Decided by whether it is.
    """
    return decision.requires("documented", "not_documented")
