"""Förbundsordningar and boards that comply with 8–19 a §§."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from fractions import Fraction
from typing import Any, Final, NamedTuple

from hypothesis import strategies as st

from finsam.law.geography import KOMMUNER_OUTSIDE_REGIONS
from finsam.law.parties import PartyKind, kind_of
from finsam.law.terms import (
    LONGEST_TERM,
    day_in,
    election_day,
    is_election_year,
    last_day_of_term,
    term_start_in,
)
from finsam.models.board import Board, Delegation, Meeting, RemoteDecision, Seat
from finsam.models.economy import Economy
from finsam.models.forbund import Forbund
from finsam.models.forbundsordning import (
    Forbundsordning,
    MemberDay,
    PointsCovered,
    QualifiedMajority,
)
from finsam.models.money import SplitAgreement, SplitShare
from finsam.testing.parts import dates, some, words
from finsam.validation.rules.board import APPOINTED_BY, AT_A_DISTANCE_FROM, MAY_DECIDE
from finsam.validation.subjects.seating import Seating

POINTS: Final = tuple(PointsCovered.model_fields)
"""The eighteen points of 9 §, by field name."""


_DEMANDS: Final = some(
    st.builds(
        QualifiedMajority,
        matters=some(words(), least=1, most=2),
        stated_as=st.just("fraction"),
        fraction=st.sampled_from([Fraction(2, 3), Fraction(3, 4)]),
    ),
    most=1,
)


class Founded(NamedTuple):
    """The förbund to generate a governance for.

    Attributes:
        members: its members, from its first day.
        formed: its first day.
        on: the day of the question.
        agreements: how kommuner and regioner split their quarters.
    """

    members: Sequence[str]
    formed: date
    on: date
    agreements: Sequence[SplitAgreement]


@st.composite
def lawful_ordningar(draw: st.DrawFn, of: Founded) -> tuple[Forbundsordning, ...]:
    """One förbundsordning since the formation, and perhaps a later one."""
    months = draw(st.sampled_from([LONGEST_TERM, LONGEST_TERM, 24, 12]))
    begins = draw(st.sampled_from(["04-01", "04-01", "01-01"]))
    # The board is appointed under the first, so both must agree on its term.
    term = {
        "board_term_months": months,
        "term_begins": begins,
        "joint_auditors": draw(st.booleans()),
    }
    first = draw(_lawful_ordning(of, of.formed, founding=True)).replace(**term)
    later = draw(st.none() | dates(_next(of.formed), max(of.on, _next(of.formed))))
    if later is None:
        return (first,)
    return (first, draw(_lawful_ordning(of, later, founding=False)).replace(**term))


@st.composite
def _lawful_ordning(
    draw: st.DrawFn, of: Founded, first_day: date, *, founding: bool
) -> Forbundsordning:
    last_adoption = _earlier(first_day, draw(st.integers(0, 90)))
    applies_from = None if founding and last_adoption == first_day else first_day
    before = _earlier(last_adoption, draw(st.integers(0, 60)))
    last = draw(st.sampled_from(of.members))
    adopted = tuple(
        MemberDay(member=member, day=last_adoption if member == last else before)
        for member in of.members
    )
    elected = [key for key in of.members if kind_of(key) in {PartyKind.KOMMUN, PartyKind.REGION}]
    may_say = st.booleans()
    return Forbundsordning(
        applies_from=applies_from,
        adopted=adopted,
        covers=PointsCovered(
            **dict.fromkeys(POINTS, True) | {"credit_limits": draw(may_say), "other": draw(may_say)}
        ),
        notice_months=draw(st.sampled_from([36, 36, 24, 12])),
        **_division(of),
        qualified_majority=draw(_DEMANDS),
        joint_auditors_appointed_by=draw(st.sampled_from(elected)),
        auditors_paid_by="forbundet",
        notices_posted=draw(words()),
    )


def _division(of: Founded) -> dict[str, Any]:
    """How a förbundsordning divides assets and debts: in shares, or by contributions.

    With a kommun outside every region, which has a part in two quarters, in words alone.
    """
    if not KOMMUNER_OUTSIDE_REGIONS.isdisjoint(of.members):
        return {"shares": None, "shares_by_contribution": True}
    shares = _shares(of).items()
    return {"shares": tuple(SplitShare(member=key, share=part) for key, part in shares)}


def _shares(of: Founded) -> dict[str, Fraction]:
    """Half, a quarter and a quarter, split as agreed for the current year."""
    shares = {"forsakringskassan": Fraction(1, 2)}
    for pool in ("region", "kommun"):
        mine = [key for key in of.members if key.startswith(f"{pool}:")]
        agreed = [
            agreement
            for agreement in of.agreements
            if agreement.pool == pool and agreement.from_year == of.on.year
        ]
        parts = dict.fromkeys(mine, Fraction(1, len(mine)))
        if agreed:
            parts = {each.member: each.share for each in agreed[0].shares}
        for key, part in parts.items():
            shares[key] = part / 4
    return shares


@st.composite
def lawful_board(draw: st.DrawFn, of: Founded, ordning: Forbundsordning) -> Board:
    """A board of the current term, under the förbundsordning in force."""
    months = ordning.board_term_months or LONGEST_TERM
    start = max(of.formed, _term_of(of.on, ordning.term_begins or "04-01", months))
    seats = draw(_lawful_seats(of, start))
    ledamoter = present_ledamoter(Board(seats=tuple(seats)))
    chair, *others = [n for n, each in enumerate(seats) if each.role == "ledamot" and not each.end]
    vice = others[: draw(st.integers(1, 2))]
    offices = {chair: "chair", **dict.fromkeys(vice, "vice_chair")}
    return Board(
        term_start=start,
        term_end=last_day_of_term(start, months),
        seats=tuple(
            seat.replace(office=offices[number]) if number in offices else seat
            for number, seat in enumerate(seats)
        ),
        director_appointed_by="styrelsen",
        delegations=draw(some(lawful_delegations(of.formed, of.on), most=1)),
        goals_decided=(draw(dates(of.formed, of.on)),),
        remote_decisions=(
            RemoteDecision(decided=start, states_extent=True, documented=True, sound_only=False),
        ),
        meetings=tuple(
            draw(lawful_meeting(of.members, day, ledamoter))
            for day in draw(some(dates(min(start, of.on), of.on), most=2))
        ),
    )


def lawful_delegations(first: date, last: date) -> st.SearchStrategy[Delegation]:
    """Delegations decided between two days (both included)."""
    return st.builds(
        Delegation,
        matters=words(),
        to=st.sampled_from(MAY_DECIDE),
        reserved=st.just(frozenset()),
        decided=dates(first, last),
        reported=st.just(value=True),
    )


def present_ledamoter(board: Board) -> int:
    """How many ledamöter have a seat without a last day."""
    return sum(seat.role == "ledamot" and seat.end is None for seat in board.seats or ())


@st.composite
def lawful_meeting(draw: st.DrawFn, members: Sequence[str], day: date, ledamoter: int) -> Meeting:
    """A meeting on a day, attended by more than half of the ledamöter."""
    adjusted = day + timedelta(days=draw(st.integers(0, 14)))
    in_time = adjusted + timedelta(days=draw(st.integers(0, 2)))
    allowed = day >= AT_A_DISTANCE_FROM
    return Meeting(
        day=day,
        present=draw(st.integers(ledamoter // 2 + 1, max(ledamoter, 1))),
        adopts_budget=draw(st.booleans()),
        public=True,
        announced_as_ordered=True,
        remote=draw(st.sampled_from(["none", "sound_and_picture"] if allowed else ["none"])),
        equal_terms=True,
        adjusted=adjusted,
        announced=tuple(
            MemberDay(member=key, day=in_time)
            for key in members
            if kind_of(key) in {PartyKind.KOMMUN, PartyKind.REGION}
        ),
    )


@st.composite
def with_meetings_for(draw: st.DrawFn, board: Board, of: Founded, economy: Economy) -> Board:
    """The board, with a meeting on each day on which it adopted a budget."""
    met = {meeting.day for meeting in board.meetings or ()}
    days = {budget.adopted for budget in economy.budgets or () if budget.adopted} - met
    seating = Seating(board.seats or ())
    more = [
        draw(lawful_meeting(of.members, day, seating.ledamoter(of.members, day)))
        for day in sorted(days)
        if (board.term_start or of.formed) <= day <= of.on
    ]
    return board.replace(meetings=(*(board.meetings or ()), *more))


@st.composite
def _lawful_seats(draw: st.DrawFn, of: Founded, start: date) -> list[Seat]:
    """One or two ledamöter and ersättare per member; an ersättare may have stepped in."""
    seats: list[Seat] = []
    appointed = _earlier(start, draw(st.integers(0, 150)))
    vacated = draw(st.none() | st.sampled_from(of.members))
    left = draw(dates(min(start, of.on), of.on))
    for member in of.members:
        for number in range(1, draw(st.integers(1, 2)) + 1):
            ledamot, ersattare = (
                lawful_seat(member, role, appointed, start, number)
                for role in ("ledamot", "ersattare")
            )
            # The first in the call order is the first to step in.
            if member != vacated or left == of.on or number > 1:
                seats += [ledamot, ersattare]
            else:
                seats += _stepping_in(ledamot, ersattare, left)
    return seats


def lawful_seat(member: str, role: str, appointed: date, start: date, number: int) -> Seat:
    """A seat filled as 12 and 14 §§ require."""
    kind = kind_of(member)
    if is_election_year(appointed.year) and appointed < (sits := date(appointed.year, 10, 15)):
        # Until the newly elected take office, appointments are for the rest of the old term only.
        old = min(appointed, election_day(appointed.year) - timedelta(days=1))
        appointed = sits if start.year > appointed.year else old
    # The county labour board's seat of 2007 is left to a human.
    if kind is PartyKind.ARBETSFORMEDLINGEN and appointed.year == 2007:
        appointed = date(2006, 12, 31)
    return Seat.model_validate(
        {
            "member": member,
            "role": role,
            "eligibility": APPOINTED_BY[kind],
            "appointed_by": APPOINTED_BY[kind],
            "appointed": appointed,
            "by_newly_elected": True,
            "call_order": number if role == "ersattare" else None,
            "office": "none",
            "start": start,
        }
    )


def _stepping_in(ledamot: Seat, ersattare: Seat, left: date) -> Iterable[Seat]:
    """A ledamot who left, the ersättare who stepped in, and the ersättare's successor."""
    yield ledamot.replace(end=left, ended_by="resigned")
    yield ersattare.replace(end=left, ended_by="stepped_in")
    yield ledamot.replace(start=_next(left), stepped_in_for=ledamot.member)
    yield ersattare.replace(start=_next(left))


def _term_of(on: date, begins: str, months: int) -> date:
    """The first day of the term that includes a day."""
    for year in range(on.year, on.year - 6, -1):
        ordinary = months in {12, 24, LONGEST_TERM}
        start = term_start_in(year, begins, months) if ordinary else day_in(year, begins)
        if start and start <= on:
            return start
    raise AssertionError(on)


def _next(day: date) -> date:
    return day + timedelta(days=1)


def _earlier(day: date, by: int) -> date:
    return date.fromordinal(max(day.toordinal() - by, 1))


def with_seats_for(base: Forbund, key: str) -> Forbund:
    """Add a member that has adopted the förbundsordningar and has seats on the board."""
    changes: dict[str, object] = {}
    if base.forbundsordningar is not None:
        adopted = MemberDay(member=key, day=date.min)
        changes["forbundsordningar"] = tuple(
            ordning.replace(
                adopted=(*(ordning.adopted or ()), adopted),
                ledamoter=(ordning.ledamoter or 0) + 1,
                ersattare=(ordning.ersattare or 0) + 1,
            )
            for ordning in base.forbundsordningar
        )
    if base.board is not None:
        changes["board"] = _with_seats(base.board, key)
    return base.replace(**changes)


def _with_seats(board: Board, key: str) -> Board:
    start = board.term_start or date.min
    seats = [
        lawful_seat(key, role, _earlier(start, 1), start, 1) for role in ("ledamot", "ersattare")
    ]
    meetings = tuple(
        meeting.replace(
            present=len(board.seats or ()) + 1,
            announced=(*(meeting.announced or ()), MemberDay(member=key, day=meeting.adjusted)),
        )
        for meeting in board.meetings or ()
    )
    return board.replace(seats=(*(board.seats or ()), *seats), meetings=meetings)


def with_agreements(base: Forbund, on: date, agreements: Sequence[SplitAgreement]) -> Forbund:
    """The förbund with other agreements, and shares in assets and debts to match."""
    changed = base.replace(agreements=tuple(agreements))
    if base.forbundsordningar is None:
        return changed
    members = [str(member.actor) for member in base.members]
    of = Founded(members, base.formed or on, on, agreements)
    divided = _division(of)
    return changed.replace(
        forbundsordningar=tuple(each.replace(**divided) for each in base.forbundsordningar)
    )
