"""What the rules of 10–19 a §§ judge: the board, its seats, its decisions and its meetings."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import Any, Final, NamedTuple, TypeAlias

from finsam.law.geography import current
from finsam.law.parties import PartyKind, kind_of
from finsam.law.terms import (
    LONGEST_TERM,
    TERM_BEGINS,
    announcement_day,
    first_ordinary_term,
    next_weekday,
)
from finsam.models.base import Loc
from finsam.models.board import Adjustment, Board, Delegation, Meeting, RemoteDecision, Role, Seat
from finsam.models.forbundsordning import Forbundsordning, MemberDay
from finsam.validation.engine.decision import (
    MOST_NAMED,
    Decision,
    fail,
    not_applicable,
    not_listed,
    review,
    undecided,
)
from finsam.validation.engine.facts import Facts
from finsam.validation.engine.subject import Subject
from finsam.validation.engine.timeline import Places, Timeline
from finsam.validation.subjects.seating import FILLED_ANEW, ROLES, Seating

_ARBETSFORMEDLINGEN_FROM: Final = date(2008, 1, 1)
_ORDNINGAR: Final = ("forbundsordningar",)
_REMOTE: Final = ("board", "remote_decisions")


class BoardOnDay(Subject[Board]):
    """The board as a whole."""

    collection = "board"

    @property
    def term_months(self) -> int | None:
        """The term that the förbundsordning gives, in months; None: not known."""
        if self._has_no_ordning:
            return LONGEST_TERM
        return self._ordning[1].board_term_months if self._ordning else None

    @property
    def term_begins(self) -> str | None:
        """The day of the year on which the förbundsordning has terms begin; None: not known."""
        if self._has_no_ordning:
            return TERM_BEGINS
        return self._ordning[1].term_begins if self._ordning else None

    def first_ordinary_term(self, formed: date) -> date:
        """The first day of the first ordinary term after the förbund was formed."""
        return first_ordinary_term(
            formed, self.term_begins or TERM_BEGINS, self.term_months or LONGEST_TERM
        )

    def held_since(self, day: date) -> list[Seat]:
        """The seats that are held on the day asked about and began on some day, or before it.

        A seat without a first day of its own begins with the term.
        """
        begins = self.item.term_start or date.min
        return [
            seat
            for seat in self.item.seats or ()
            if (seat.start or begins) <= day and (seat.end or date.max) >= self.day
        ]

    def may_have_been_filled_since(self, day: date) -> bool:
        """Whether a seat has been filled or begun after a day, or one may have been."""
        return not self.timeline.has_all("board.seats") or any(
            max(seat.start or date.min, seat.appointed or date.min) > day
            for seat in self.item.seats or ()
        )

    @property
    def _has_no_ordning(self) -> bool:
        return self.timeline.forbund.forbundsordningar == ()

    @cached_property
    def _ordning(self) -> tuple[int, Forbundsordning] | None:
        # A board is chosen under the förbundsordning of its first day.
        return self.timeline.ordning(self.item.term_start or self.day)

    def unknown_in_ordning(self, field: str) -> tuple[Loc, ...]:
        """The place of a fact that the förbundsordning of the term does not state."""
        if self._has_no_ordning:
            return ()
        if self._ordning is None:
            return (_ORDNINGAR,)
        place, ordning = self._ordning
        return () if getattr(ordning, field) is not None else ((*_ORDNINGAR, place, field),)


class Goals(Subject[Sequence[date]]):
    """The days on which the board decided on goals and guidelines."""

    collection = "board.goals_decided"


class SeatsOnDay(Subject[Board]):
    """Who sits on the board."""

    collection = "board.seats"

    def __init__(self, timeline: Timeline, board: Board, seating: Seating) -> None:
        super().__init__(timeline, board)
        self._seating: Final = seating
        self._seats: Final = seating.on(self.day)
        self.holders: Final[Mapping[Role, list[str]]] = {
            role: [
                member
                for _, seat in self._seats
                if seat.role == role and (member := current(seat.member)) in self.members
            ]
            for role in ROLES
        }
        """The member of each ledamot and ersättare of a member that day."""
        self._with: Final = {role: set(members) for role, members in self.holders.items()}

    def is_whole(self, *roles: Role) -> bool:
        """Whether the seats of some roles that are listed for the day are all that there are.

        They are if the list is complete, or has as many as the förbundsordning sets (9 § 3 p).
        """
        if self.list_is_whole:
            return True
        found = self.timeline.ordning(self.day)
        if found is None:
            return False
        _, ordning = found
        ordered = {"ledamot": ordning.ledamoter, "ersattare": ordning.ersattare}
        return all(len(self.holders[role]) == ordered[role] for role in roles)

    @property
    def is_of_another_term(self) -> bool | None:
        """Whether the day has no seats, and those listed are of another term; None: not known."""
        if self._seats or not self._seating.seats:
            return False
        first, last = self.item.term_start, self.item.term_end
        if (first and self.day < first) or (last and last < self.day):
            return True
        return None if first is None or last is None else False

    @property
    def unknown_term(self) -> tuple[Loc, ...]:
        """The places of the first and the last day of the board's term that are not known."""
        fields = ("term_start", "term_end")
        return tuple(("board", each) for each in fields if getattr(self.item, each) is None)

    @cached_property
    def vacant(self) -> dict[tuple[str, str], list[date]]:
        """By member and role, since when places are empty that became so in this term."""
        empty = self._seating.vacant(self.day, self.item.term_start or date.min)
        return {place: since for place, since in empty.items() if place[0] in self.members}

    @property
    def has_met(self) -> bool:
        """Whether the board is known to have met in its term, by the day asked about."""
        first = self.item.term_start or date.min
        return any(first <= meeting.day <= self.day for meeting in self.item.meetings or ())

    def has(self, member: str, role: Role) -> bool:
        """Whether a member has a ledamot, or an ersättare, of its own."""
        return member in self._with[role]

    def is_yet_to_appoint(self, member: str, role: Role) -> bool:
        """Whether a member that joined after the term began has had no such seat since it joined.

        The same goes for every member of a board without seats whose term is not known.
        """
        since = self.timeline.member_since(member, self.day)
        last = self._seating.last_days.get((member, role))
        if last is not None and last >= since:
            return False
        begun, formed = self.item.term_start, self.formed or date.min
        if begun is None:
            return not self._seating.seats or since > formed
        return begun > self.day or since > max(begun, formed)

    def empty(self, role: Role) -> int:
        """How many places of a role are to be filled, for the first time or again."""
        again = sum(len(places) for (_, each), places in self.vacant.items() if each == role)
        filled = self._with[role]
        without = [m for m in self.members if m not in filled and (m, role) not in self.vacant]
        return again + sum(self.is_yet_to_appoint(member, role) for member in without)

    def in_office(self, office: str) -> int:
        """How many seats have an office."""
        return sum(seat.office == office for _, seat in self._seats)

    @property
    def unknown_offices(self) -> tuple[Loc, ...]:
        """The places where a seat's office is not known."""
        return tuple(
            (*self.loc, place, "office") for place, seat in self._seats if seat.office is None
        )

    @cached_property
    def stood_for(self) -> set[str]:
        """The members that another member's seat is meant to stand for."""
        return {current(key) for _, seat in self._seats for key in seat.also_represents}


class _OfSeat(Subject[Seat]):
    """What is judged of a seat."""

    collection = "board.seats"

    def __init__(
        self, timeline: Timeline, seat: Seat, place: int, seating: Seating, day: date | None
    ) -> None:
        facts: Facts = {"member": seat.member, "role": seat.role}
        super().__init__(timeline, seat, place, day=day, facts=facts)
        self.member: Final = current(seat.member)
        self.kind: Final = kind_of(seat.member)
        self._seating: Final = seating


class Appointment(_OfSeat):
    """How a seat was filled, by the law of the day: appointed, else begun, else asked about."""

    @property
    def starts(self) -> date | None:
        """The first day of the seat, which is the term's where it is not given; None: not known."""
        board = self.timeline.forbund.board
        return self.item.start or (board.term_start if board else None)

    @property
    def last_held(self) -> date | None:
        """The last day on which it has been held by that asked about; None: it is yet to begin."""
        on = self.timeline.on
        begins = self.item.start or self.item.appointed
        if begins and begins > on:
            return None
        held = min(self.item.end or on, on)
        waits = self.item.start is None and held == on and self._waits_for_its_member(on)
        return None if waits else held

    def _waits_for_its_member(self, day: date) -> bool:
        """Whether the member joins later, and was none from the appointment to a day."""
        is_member, appointed = self.timeline.is_member, min(self.item.appointed or day, day)
        joins_later = is_member(self.member, day, date.max)
        return joins_later and not is_member(self.member, appointed, day)

    @property
    def is_only_ersattare(self) -> bool:
        """Whether no other ersättare of the member, or of its ledamot, is listed at the time."""
        return id(self.item) in self._seating.alone

    @property
    def is_of_county_labour_board(self) -> bool:
        """Whether the seat was the county labour board's, Arbetsförmedlingen's forerunner."""
        return self.kind is PartyKind.ARBETSFORMEDLINGEN and self.day < _ARBETSFORMEDLINGEN_FROM


class Departure(_OfSeat):
    """How a seat ended, by the law of its last day."""

    @property
    def leaves_a_place(self) -> bool:
        """Whether the place is empty by the day asked about, and something is left of its term."""
        first, last = self._term
        ends_term = last == self.day or (first is not None and (first - self.day).days == 1)
        is_gone = self.day < self.timeline.on and self.item.ended_by not in FILLED_ANEW
        return is_gone and not ends_term

    @property
    def has_ersattare(self) -> bool:
        """Whether an ersättare could step in, chosen for this ledamot or for any."""
        return self.has_its_own or self._seating.in_line(self.member, None, self.day) > 0

    @property
    def has_its_own(self) -> bool:
        """Whether an ersättare that could step in was chosen for this ledamot."""
        ledamot = self.item.ref
        return ledamot is not None and self._seating.in_line(self.member, ledamot, self.day) > 0

    @property
    def was_stepped_in_for(self) -> bool:
        """Whether an ersättare was the next to take the place of a ledamot of the member."""
        return self._seating.next_is_a_step_in(self.member, self.day)

    @property
    def was_out_of_order(self) -> bool:
        """Whether the ersättare that stepped in was called before another whose turn came first."""
        return self._seating.is_out_of_order(self.member, self.item.ref, self.day)

    @property
    def was_one_of_several(self) -> bool:
        """Whether the member had another ledamot beside this one."""
        return self._seating.ledamoter([self.member], self.day) > 1

    @property
    def discharge(self) -> set[bool]:
        """What the member had decided on ansvarsfrihet: granted (True), refused, or both."""
        first = self.timeline.discharges.get(self.member, {})
        return {granted for granted, day in first.items() if day <= self.day}

    @property
    def is_within_term(self) -> bool:
        """Whether it ended before the last day of the term that the board is in."""
        first, last = self._term
        return first is not None and last is not None and first <= self.day < last

    @property
    def _term(self) -> tuple[date | None, date | None]:
        """The first and the last day of the term that the board is in."""
        board = self.timeline.forbund.board
        return (board.term_start, board.term_end) if board else (None, None)


class Delegated(Subject[Delegation]):
    """A delegation, by the law of the day on which it was decided, else of that asked about."""

    collection = "board.delegations"


class RemoteAllowed(Subject[RemoteDecision]):
    """A decision on remote attendance, by the law of its day."""

    collection = "board.remote_decisions"


class Met(Subject[Meeting]):
    """A meeting that has been held, by the law of its day."""

    collection = "board.meetings"

    def __init__(
        self,
        timeline: Timeline,
        meeting: Meeting,
        place: int,
        *,
        seating: Seating | None,
        allowed: "_Allowed | None",
    ) -> None:
        super().__init__(timeline, meeting, place, day=meeting.day, facts={"held": meeting.day})
        self._seating: Final = seating
        self._allowed: Final = allowed

    @cached_property
    def ledamoter(self) -> int:
        """How many seats of members' ledamöter are listed for the day."""
        return self._seating.ledamoter(self.members, self.day) if self._seating else 0

    @property
    def ledamoter_by_ordning(self) -> int | None:
        """How many ledamöter the förbundsordning of the day sets; None: not known."""
        found = self.timeline.ordning(self.day)
        return found[1].ledamoter if found else None

    @property
    def has_all_seats(self) -> bool:
        """Whether the seats are known, and there are no others than those that are listed."""
        seats = self._seating.seats if self._seating else ()
        return bool(seats) and self.timeline.has_all("board.seats")

    def remote_decisions(self, *, sound_only: bool = False) -> tuple[date | None, Places]:
        """When the board had last allowed remote attendance, and what is not known of that.

        Args:
            sound_only: whether it had allowed sound without picture.
        """
        if self._allowed is None:
            return None, Places((_REMOTE,), 0)
        days, unknown = self._allowed[sound_only]
        begun = bisect_right(days, self.day)
        if begun:
            return days[begun - 1], Places((), 0)
        some = bisect_right(unknown, self.day, key=lambda each: each[0])
        named = [place for _, place in unknown[: min(some, MOST_NAMED)]]
        return None, Places(tuple(named), some - len(named))


_Allowed: TypeAlias = dict[bool, tuple[list[date], list[tuple[date, Loc]]]]
"""By whether sound alone was allowed: the days of the decisions, and the places of what is not
known, each with the first day that it may matter on."""


def _allowed(decisions: Sequence[RemoteDecision]) -> _Allowed:
    """The decisions on remote attendance, sorted once for all meetings."""
    found: _Allowed = {False: ([], []), True: ([], [])}
    for number, each in enumerate(decisions):
        for sound_only, (days, unknown) in found.items():
            allows = each.sound_only if sound_only else True
            if each.decided and allows:
                days.append(each.decided)
            elif allows is not False:
                facts = {"decided": each.decided, "sound_only": allows}
                missing = [name for name, fact in facts.items() if fact is None]
                first = each.decided or date.min
                unknown += [(first, (*_REMOTE, number, name)) for name in missing]
    for days, unknown in found.values():
        days.sort()
        unknown.sort(key=lambda each: each[0])
    return found


class Adjusted(Subject[Meeting | Adjustment]):
    """An adjustment of a meeting's minutes, or of a part of them, by the law of the meeting's day.

    Attributes:
        done: the day of the adjustment; None: not known.
        field: the name of the field that states it.
    """

    collection = "board.meetings"

    def __init__(
        self, timeline: Timeline, meeting: Meeting, place: int, part: int | None = None
    ) -> None:
        item = meeting if part is None else (meeting.adjustments or ())[part]
        super().__init__(timeline, item, place, day=meeting.day, facts={"held": meeting.day})
        self.loc = self.loc if part is None else (*self.loc, "adjustments", part)
        self._meeting: Final = meeting
        self._part: Final = part
        self.field: Final = "adjusted" if part is None else "day"
        self.done: Final[date | None] = getattr(item, self.field)

    @property
    def ref(self) -> str | None:
        """The caller's own key of the meeting."""
        return self._meeting.ref

    @property
    def is_whole(self) -> bool:
        """Whether those that are listed are all that have announced it."""
        way = "board.meetings" if self._part is None else "board.meetings.adjustments"
        return self.timeline.lists_all(f"{way}.announced", self.item.announced or ())


def last_day_to_announce(adjusted: date) -> date:
    """The second day after an adjustment (KL 8:12), or the next weekday if that is a day off."""
    return next_weekday(announcement_day(adjusted))


class NoticeBoards(NamedTuple):
    """How member kommuner and regioner announced an adjustment.

    Attributes:
        missing: those of which no announcement is listed.
        late: those that announced it after :func:`last_day_to_announce`.
        twice: those of which one announcement in time and one that is late are listed.
        unknown: the numbers of the announcements without a day that may decide it.
    """

    missing: tuple[str, ...]
    late: tuple[str, ...]
    twice: tuple[str, ...]
    unknown: tuple[int, ...]


def notice_boards(
    timeline: Timeline, adjusted: date, announced: Sequence[MemberDay]
) -> NoticeBoards:
    """How the member kommuner and regioner of the day of an adjustment announced it."""
    listed: dict[str, list[tuple[int, date | None]]] = {}
    for number, each in enumerate(announced):
        listed.setdefault(current(each.member), []).append((number, each.day))
    missing, late, twice, unknown = [], [], [], []
    last = last_day_to_announce(adjusted)
    for member in timeline.parties(adjusted):
        if kind_of(member) not in {PartyKind.REGION, PartyKind.KOMMUN}:
            continue
        mine = listed.get(member)
        in_time = {day <= last for _, day in mine or () if day is not None}
        if mine is None:
            missing.append(member)
        elif len(in_time) > 1:
            twice.append(member)
        elif True not in in_time:
            dayless = [number for number, day in mine if day is None]
            unknown += dayless
            late += [] if dayless else [member]
    return NoticeBoards(
        tuple(sorted(missing)), tuple(sorted(late)), tuple(sorted(twice)), tuple(unknown)
    )


def announcements(
    minutes: Subject[Any],
    adjusted: date,
    *,
    field: str,
    is_whole: bool,
    otherwise: str = "not_announced",
) -> Iterator[Decision]:
    """Whether every kommun and region that is a member announced an adjustment in time.

    Args:
        minutes: what was adjusted.
        adjusted: the day of the adjustment.
        field: where in it the announcements are listed.
        is_whole: whether those that are listed are all that have announced it.
        otherwise: why a rule fails where somebody has not.
    """
    at, last = (field,), last_day_to_announce(adjusted)
    boards = notice_boards(minutes.timeline, adjusted, getattr(minutes.item, field))
    if boards.missing and last >= minutes.timeline.on:
        yield not_applicable("not_due", at=at, due=last)
    elif boards.missing and is_whole:
        yield fail(otherwise, at=at, members=boards.missing)
    elif boards.missing:
        yield not_listed(minutes.place(field), at=at, members=boards.missing)
    if boards.late:
        yield fail("announced_late", at=at, members=boards.late, due=last)
    if boards.twice:
        yield review("announced_twice", at=at, members=boards.twice)
    if boards.unknown:
        places = [minutes.place(field, number, "day") for number in boards.unknown]
        yield undecided(*places, at=at)


def subjects(timeline: Timeline) -> Iterator[Subject[Any]]:
    """The board, its goals, its seats, its decisions and its meetings."""
    board = timeline.forbund.board
    if board is None:
        return
    yield BoardOnDay(timeline, board)
    if board.goals_decided is not None:
        yield Goals(timeline, board.goals_decided)
    seating = None if board.seats is None else Seating(board.seats)
    if seating is not None:
        yield from _seats(timeline, board, seating)
    for place, delegation in enumerate(board.delegations or ()):
        yield Delegated(timeline, delegation, place, day=delegation.decided)
    decisions = board.remote_decisions
    for place, decision in enumerate(decisions or ()):
        yield RemoteAllowed(timeline, decision, place, day=decision.decided)
    allowed = None if decisions is None else _allowed(decisions)
    for place, meeting in enumerate(board.meetings or ()):
        if meeting.day <= timeline.on:
            yield Met(timeline, meeting, place, seating=seating, allowed=allowed)
            for part in (None, *range(len(meeting.adjustments or ()))):
                yield Adjusted(timeline, meeting, place, part)


def _seats(timeline: Timeline, board: Board, seating: Seating) -> Iterator[Subject[Any]]:
    yield SeatsOnDay(timeline, board, seating)
    for place, seat in enumerate(seating.seats):
        yield Appointment(timeline, seat, place, seating, seat.appointed or seat.start)
        if seat.end is not None and seat.end <= timeline.on:
            yield Departure(timeline, seat, place, seating, seat.end)
