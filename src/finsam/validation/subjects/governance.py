"""What the rules of 8–19 a §§ judge: the förbundsordning, the board, its seats and its meetings."""

from bisect import bisect_left, bisect_right
from collections import defaultdict, deque
from collections.abc import Iterator, Sequence
from datetime import date
from fractions import Fraction
from functools import cached_property
from typing import ClassVar, Final, Generic, Protocol, TypeAlias, TypeVar, get_args

from finsam.law.geography import KOMMUNER_OUTSIDE_REGIONS, current
from finsam.law.parties import PartyKind, kind_of
from finsam.law.terms import LONGEST_TERM, TERM_BEGINS, announcement_day, next_weekday
from finsam.models.base import Loc
from finsam.models.board import Board, Delegation, Meeting, RemoteDecision, Role, Seat
from finsam.models.forbundsordning import Forbundsordning, MemberDay
from finsam.validation.engine.decision import Decision
from finsam.validation.engine.facts import Facts
from finsam.validation.engine.rule import OUTSIDE_LIFETIME, Subject
from finsam.validation.subjects.timeline import Question

FILLED_ANEW: Final = {"term", "new_election", "member_left", "dissolved", "new_office"}
"""Ends of a seat that leave no place of a term to fill."""
_ARBETSFORMEDLINGEN_FROM: Final = date(2008, 1, 1)
_ORDNINGAR: Final = ("forbundsordningar",)
_REMOTE: Final = ("board", "remote_decisions")
_STATE: Final = (PartyKind.FORSAKRINGSKASSAN, PartyKind.ARBETSFORMEDLINGEN)
_POOL_OF: Final = {"kommuner": "kommun", "regioner": "region"}


class OnDay:
    """What there is one of, as it stands on the day asked about."""

    collection: ClassVar[str]
    loc: Loc = ()
    ref: str | None = None

    def __init__(self, question: Question, day: date | None = None) -> None:
        self.day: Final = day or question.on
        self.facts: Final[Facts] = {}
        self.question: Final = question

    @property
    def settled(self) -> Decision | None:
        """Before the förbund's first day and after its last, no rule applies."""
        return None if self.question.is_within_lifetime else OUTSIDE_LIFETIME

    @cached_property
    def members(self) -> tuple[str, ...]:
        """The parties that are members that day, by kind."""
        return self.question.parties(self.day)


class Ordningar(OnDay):
    """The förbundsordningar together."""

    collection = "forbundsordningar"
    loc = ("forbundsordningar",)

    @property
    def formed(self) -> date | None:
        """The day on which the förbund was formed."""
        return self.question.forbund.formed

    @property
    def are_given(self) -> bool:
        """Whether there are any."""
        return bool(self.question.forbund.forbundsordningar)

    def in_force(self, day: date) -> tuple[int, Forbundsordning] | None:
        """The förbundsordning in force on a day, with its place; None if none is."""
        return self.question.ordning(day)

    def founders_who_did_not_adopt(self, place: int, formed: date) -> tuple[str, ...]:
        """The members of the first day that have not adopted the one at a place.

        Nobody, of the one in force on the day asked about: that is what FINSAM-8-2 asks.
        """
        present = self.in_force(self.day)
        adopted = (self.question.forbund.forbundsordningar or ())[place].adopted
        if adopted is None or (present and present[0] == place):
            return ()
        have = {current(each.member) for each in adopted}
        return tuple(key for key in self.question.parties(formed) if key not in have)

    def adoption(self, place: int, formed: date) -> tuple[date | None, tuple[Loc, ...]]:
        """The last day on which a founder adopted the one at a place, and what is unknown."""
        founders = self.question.parties(formed)
        adopted = (self.question.forbund.forbundsordningar or ())[place].adopted
        here = (*self.loc, place, "adopted")
        if adopted is None:
            return None, (here,)
        theirs = [
            (n, each.day) for n, each in enumerate(adopted) if current(each.member) in founders
        ]
        unknown = tuple((*here, n, "day") for n, day in theirs if day is None)
        return max((day for _, day in theirs if day), default=None), unknown


class OrdningOnDay(OnDay):
    """The förbundsordning in force on the day asked about."""

    collection = "forbundsordningar"

    def __init__(self, question: Question, place: int, ordning: Forbundsordning) -> None:
        super().__init__(question)
        self.ordning: Final = ordning
        self.loc = ("forbundsordningar", place)
        self.ref = ordning.ref

    def place(self, *rest: str | int) -> Loc:
        """The place in the document of something in it."""
        return (*self.loc, *rest)

    def covers(self, point: str) -> bool | None:
        """Whether it takes up a point of 9 §; None: not known."""
        return getattr(self.ordning.covers, point, None)

    @property
    def first_members(self) -> tuple[str, ...]:
        """The parties that are members on its first day."""
        formed = self.question.forbund.formed or date.min
        return self.question.parties(max(self.ordning.applies_from or date.min, formed))

    @property
    def has_kommun_outside_region(self) -> bool:
        """Whether a kommun outside every region is a member."""
        return not KOMMUNER_OUTSIDE_REGIONS.isdisjoint(self.members)

    def held(self, party: str) -> Fraction:
        """The part of assets and debts that ``"state"``, ``"regioner"`` or another party has."""
        return sum(self._held(party).values(), Fraction(0))

    def holds(self, party: str, part: Fraction) -> bool:
        """Whether a party can have a part, given how the shares are rounded."""
        held = self._held(party)
        return abs(self.held(party) - part) <= len(held) * self.ordning.shares_rounded_to / 2

    def has_several(self, party: str) -> bool:
        """Whether a party, ``"kommuner"`` or ``"regioner"``, has more than one member that day."""
        return sum(key.startswith(f"{_POOL_OF[party]}:") for key in self.members) > 1

    def holding_other_than_agreed(self, party: str) -> tuple[str, ...] | None:
        """The members whose shares are not those agreed for the year; None: it is not known."""
        pool = _POOL_OF[party]
        mine = [key for key in self.members if key.startswith(f"{pool}:")]
        agreement = self.question.agreement(pool, self.day.year)
        if len(mine) < 2:
            agreed, unit = dict.fromkeys(mine, Fraction(1)), Fraction(0)
        elif agreement is None:
            return None
        else:
            agreed = {current(each.member): each.share for each in agreement.shares}
            unit = agreement.shares_rounded_to
        held = self._held(party)
        # A quarter of what was agreed, to half a unit of both figures.
        near = (self.ordning.shares_rounded_to + unit / 4) / 2
        return tuple(
            key
            for key in sorted({*held, *agreed})
            if abs(held.get(key, Fraction(0)) - agreed.get(key, Fraction(0)) / 4) > near
        )

    def _held(self, party: str) -> dict[str, Fraction]:
        held = {current(each.member): each.share for each in self.ordning.shares or ()}
        if party == "arbetsformedlingen":
            return {key: held[key] for key in held if key == party}
        if party == "state":
            return {key: held[key] for key in held if kind_of(key) in _STATE}
        return {key: held[key] for key in held if key.startswith(f"{_POOL_OF[party]}:")}


class BoardOnDay(OnDay):
    """The board as a whole."""

    collection = "board"
    loc = ("board",)

    def __init__(self, question: Question, board: Board) -> None:
        super().__init__(question)
        self.board: Final = board

    @property
    def formed(self) -> date | None:
        """The day on which the förbund was formed."""
        return self.question.forbund.formed

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

    @property
    def _has_no_ordning(self) -> bool:
        return self.question.forbund.forbundsordningar == ()

    @cached_property
    def _ordning(self) -> tuple[int, Forbundsordning] | None:
        # A board is chosen under the förbundsordning of its first day.
        return self.question.ordning(self.board.term_start or self.day)

    def unknown_in_ordning(self, field: str) -> tuple[Loc, ...]:
        """The place in the document of what the förbundsordning of the term does not tell."""
        if self._has_no_ordning:
            return ()
        if self._ordning is None:
            return (_ORDNINGAR,)
        place, ordning = self._ordning
        return () if getattr(ordning, field) is not None else ((*_ORDNINGAR, place, field),)

    @property
    def unknown_formed(self) -> tuple[Loc, ...]:
        """The place in the document of the day of formation, if that is not known."""
        return () if self.formed else (("formed",),)

    def unknown(self, *fields: str) -> tuple[Loc, ...]:
        """The places of those of some fields that are not known."""
        return tuple((*self.loc, name) for name in fields if getattr(self.board, name) is None)


class Goals(OnDay):
    """The days on which the board decided on goals and guidelines."""

    collection = "board.goals_decided"
    loc = ("board", "goals_decided")

    def __init__(self, question: Question, decided: Sequence[date]) -> None:
        super().__init__(question)
        self.decided: Final = decided
        self.formed: Final = question.forbund.formed


class Seating:
    """The seats of a board, found by whom they belong to and by day; derived once a question."""

    def __init__(self, seats: Sequence[Seat]) -> None:
        self.seats: Final = seats
        self._starts = {role: sorted(_start(seat) for seat in some) for role, some in self._roles}
        self._ends = {role: sorted(_end(seat) for seat in some) for role, some in self._roles}

    @property
    def _roles(self) -> Iterator[tuple[str, list[Seat]]]:
        for role in get_args(Role):
            yield role, [seat for seat in self.seats if seat.role == role]

    def on(self, day: date) -> list[tuple[int, Seat]]:
        """The seats of a day, with their numbers."""
        return [
            (place, seat)
            for place, seat in enumerate(self.seats)
            if _start(seat) <= day <= _end(seat)
        ]

    def ledamoter(self, day: date) -> int:
        """How many ledamöter there are on a day."""
        begun = bisect_right(self._starts["ledamot"], day)
        return begun - bisect_left(self._ends["ledamot"], day)

    def could_step_in(self, member: str, day: date) -> bool:
        """Whether a member has an ersättare who is there after a day, or stepped in on it."""
        starts, ends, stepping = self._ersattare_days[member]
        return day in stepping or bisect_right(starts, day) > bisect_right(ends, day)

    @cached_property
    def _ersattare_days(self) -> dict[str, tuple[list[date], list[date], set[date]]]:
        """Each member's ersättare: first days, last days, and the days on which they stepped in."""
        found: dict[str, tuple[list[date], list[date], set[date]]] = defaultdict(
            lambda: ([], [], set())
        )
        for member, seats in self._of("ersattare").items():
            stepping = {_end(seat) for seat in seats if seat.ended_by == "stepped_in"}
            found[member] = (sorted(map(_start, seats)), sorted(map(_end, seats)), stepping)
        return found

    def has_several_ledamoter(self, member: str, day: date) -> bool:
        """Whether a member has more than one ledamot on a day."""
        starts, ends = self._ledamot_days[member]
        return bisect_right(starts, day) - bisect_left(ends, day) > 1

    @cached_property
    def _ledamot_days(self) -> dict[str, tuple[list[date], list[date]]]:
        found: dict[str, tuple[list[date], list[date]]] = defaultdict(lambda: ([], []))
        for member, seats in self._of("ledamot").items():
            found[member] = (sorted(map(_start, seats)), sorted(map(_end, seats)))
        return found

    def next_is_a_step_in(self, member: str, day: date) -> bool:
        """Whether the next place of a member's ledamot after a day, or on it, is an ersättare's."""
        places = self._taken[member]
        # Of two on one day, the one by an ersättare stands last.
        at = bisect_left(places, (day, True))
        following = places[at : at + 2]
        return any(stepped_in and start == following[0][0] for start, stepped_in in following)

    @cached_property
    def _taken(self) -> dict[str, list[tuple[date, bool]]]:
        """For each member, when its ledamöter's places were taken, and whether by an ersättare."""
        found: dict[str, list[tuple[date, bool]]] = defaultdict(list)
        for seat in self.seats:
            if seat.stepped_in_for is not None:
                found[current(seat.stepped_in_for)].append((_start(seat), True))
            elif seat.role == "ledamot":
                found[current(seat.member)].append((_start(seat), False))
        return defaultdict(list, {member: sorted(set(days)) for member, days in found.items()})

    def vacant(self, on: date, since: date) -> dict[tuple[str, str], list[date]]:
        """For members and roles, the last days of those whose places are empty; one for each place.

        Args:
            on: the day of the question.
            since: the first day of the term; what ended before it is of no interest.
        """
        found: dict[tuple[str, str], list[date]] = {}
        for role in get_args(Role):
            for member, seats in self._of(role).items():
                ended = [seat for seat in seats if since <= _end(seat) < on]
                if ended and (places := _empty_places(ended, seats, on)):
                    found[member, role] = places
        return found

    def _of(self, role: str) -> dict[str, list[Seat]]:
        """Each member's seats of a role."""
        found: dict[str, list[Seat]] = defaultdict(list)
        for seat in self.seats:
            if seat.role == role:
                found[current(seat.member)].append(seat)
        return found

    @cached_property
    def alone(self) -> set[int]:
        """Ersättare, by ``id``, who are their member's only one all their time."""
        found: set[int] = set()
        for member, seats in self._of("ersattare").items():
            starts, ends, _ = self._ersattare_days[member]
            found |= {
                id(seat)
                for seat in seats
                if bisect_right(starts, _end(seat)) - bisect_left(ends, _start(seat)) == 1
            }
        return found


def _start(seat: Seat) -> date:
    return seat.start or date.min


def _end(seat: Seat) -> date:
    return seat.end or date.max


def _empty_places(ended: Sequence[Seat], seats: Sequence[Seat], on: date) -> list[date]:
    """The last days of some that have ended, of which none of all the seats is a new one.

    Args:
        ended: those that have ended, all of one member and role.
        seats: all of that member and role.
        on: the day until which new ones are counted.
    """
    ends = deque(sorted((_end(seat), seat.ended_by in FILLED_ANEW) for seat in ended))
    waiting, gone_on = deque[date](), deque[date]()
    for start in sorted(_start(seat) for seat in seats if _start(seat) <= on):
        while ends and ends[0][0] < start:
            end, goes_on = ends.popleft()
            (gone_on if goes_on else waiting).append(end)
        # What goes on with another office, or after the old term, takes no other place.
        if taken := gone_on or waiting:
            taken.popleft()
    return [*waiting, *(end for end, goes_on in ends if not goes_on)]


class SeatsOnDay(OnDay):
    """Who sits on the board."""

    collection = "board.seats"
    loc = ("board", "seats")

    def __init__(self, question: Question, board: Board, seating: Seating) -> None:
        super().__init__(question)
        self._board: Final = board
        self._seating: Final = seating
        self._seats: Final = seating.on(self.day)
        self.ledamoter: Final = [seat for _, seat in self._seats if seat.role == "ledamot"]
        """The seats of ledamöter that day."""
        self.ersattare: Final = [seat for _, seat in self._seats if seat.role == "ersattare"]
        """The seats of ersättare that day."""

    @cached_property
    def vacant(self) -> dict[tuple[str, str], list[date]]:
        """The members and roles with a place that became empty in this term, and since when."""
        return self._seating.vacant(self.day, self._board.term_start or date.min)

    @property
    def has_met(self) -> bool:
        """Whether the board is known to have met in its term, by the day asked about."""
        first = self._board.term_start or date.min
        return any(first <= meeting.day <= self.day for meeting in self._board.meetings or ())

    def has_ledamot(self, member: str) -> bool:
        """Whether a member has a ledamot of its own."""
        return member in self._with_ledamot

    def has_ersattare(self, member: str) -> bool:
        """Whether a member has an ersättare of its own."""
        return member in self._with_ersattare

    def holders(self, office: str) -> list[tuple[int, Seat]]:
        """The seats with an office, with their numbers."""
        return [(place, seat) for place, seat in self._seats if seat.office == office]

    def unknown_offices(self, *, of: str | None = None) -> tuple[Loc, ...]:
        """The places where a seat's office is not known; of one role, if that is given."""
        return tuple(
            (*self.loc, place, "office")
            for place, seat in self._seats
            if seat.office is None and of in {None, seat.role}
        )

    @cached_property
    def _with_ledamot(self) -> set[str]:
        return {current(seat.member) for seat in self.ledamoter}

    @cached_property
    def _with_ersattare(self) -> set[str]:
        return {current(seat.member) for seat in self.ersattare}

    @cached_property
    def _stood_for(self) -> set[str]:
        return {current(key) for _, seat in self._seats for key in seat.also_represents}

    def is_stood_for(self, member: str) -> bool:
        """Whether another member's seat is meant to stand for the member."""
        return member in self._stood_for


class _Placed(Protocol):
    @property
    def ref(self) -> str | None: ...


T = TypeVar("T", bound=_Placed)


class Item(Generic[T]):
    """One of several in a collection, by the law of a day of its own."""

    collection: ClassVar[str]
    settled = None

    def __init__(
        self, question: Question, place: int, item: T, day: date | None, facts: Facts
    ) -> None:
        self.day: Final = day or question.on
        self.facts: Final = facts
        self.item: Final = item
        self.question: Final = question
        self._place: Final = place

    @property
    def loc(self) -> Loc:
        """Its place in the document."""
        return (*self.collection.split("."), self._place)

    @property
    def ref(self) -> str | None:
        """The caller's own key of it."""
        return self.item.ref

    def place(self, *rest: str | int) -> Loc:
        """The place in the document of something in it."""
        return (*self.loc, *rest)

    def unknown(self, *fields: str) -> tuple[Loc, ...]:
        """The places of those of some fields that are not known."""
        return tuple(self.place(name) for name in fields if getattr(self.item, name) is None)


class Appointment(Item[Seat]):
    """How a seat was filled, by the law of the day: appointed, else begun, else asked about."""

    collection = "board.seats"

    def __init__(self, question: Question, place: int, seat: Seat, seating: Seating) -> None:
        facts: Facts = {"member": seat.member, "role": seat.role}
        super().__init__(question, place, seat, seat.appointed or seat.start, facts)
        self.kind: Final = kind_of(seat.member)
        self._seating: Final = seating

    @property
    def starts(self) -> date | None:
        """The first day of the seat, which is the term's where it is not given; None: not known."""
        board = self.question.forbund.board
        return self.item.start or (board.term_start if board else None)

    @property
    def is_only_ersattare(self) -> bool:
        """Whether the member has no other ersättare at the time."""
        return id(self.item) in self._seating.alone

    @property
    def is_of_county_labour_board(self) -> bool:
        """Whether the seat was the county labour board's, Arbetsförmedlingen's forerunner."""
        return self.kind is PartyKind.ARBETSFORMEDLINGEN and self.day < _ARBETSFORMEDLINGEN_FROM


class Departure(Item[Seat]):
    """How a seat ended, by the law of its last day."""

    collection = "board.seats"

    def __init__(self, question: Question, place: int, seat: Seat, seating: Seating) -> None:
        facts: Facts = {"member": seat.member, "role": seat.role}
        super().__init__(question, place, seat, seat.end, facts)
        self.kind: Final = kind_of(seat.member)
        self._seating: Final = seating

    @property
    def ends_today(self) -> bool:
        """Whether its last day is the day asked about, so that it is empty only from the next."""
        return self.day == self.question.on

    @property
    def ends_with_term(self) -> bool:
        """Whether its last day is that of a term of the board, so that nothing of it is left."""
        board = self.question.forbund.board
        first, last = (board.term_start, board.term_end) if board else (None, None)
        return last == self.day or (first is not None and (first - self.day).days == 1)

    @property
    def had_ersattare(self) -> bool:
        """Whether the member had an ersättare who could step in."""
        return self._seating.could_step_in(current(self.item.member), self.day)

    @property
    def was_stepped_in_for(self) -> bool:
        """Whether an ersättare was the next to take the place of a ledamot of the member."""
        return self._seating.next_is_a_step_in(current(self.item.member), self.day)

    @property
    def was_one_of_several(self) -> bool:
        """Whether the member had another ledamot beside this one."""
        return self._seating.has_several_ledamoter(current(self.item.member), self.day)

    @property
    def is_within_term(self) -> bool:
        """Whether it ended before the last day of the term that the board is in."""
        board = self.question.forbund.board
        first, last = (board.term_start, board.term_end) if board else (None, None)
        return first is not None and last is not None and first <= self.day < last


class Delegated(Item[Delegation]):
    """A delegation, by the law of the day on which it was decided, else of that asked about."""

    collection = "board.delegations"


class RemoteAllowed(Item[RemoteDecision]):
    """A decision on taking part at a distance, by the law of its day."""

    collection = "board.remote_decisions"


class Met(Item[Meeting]):
    """A meeting that has been held, by the law of its day."""

    collection = "board.meetings"

    def __init__(
        self,
        question: Question,
        place: int,
        meeting: Meeting,
        *,
        seating: Seating | None,
        allowed: "_Allowed | None",
    ) -> None:
        super().__init__(question, place, meeting, meeting.day, {"held": meeting.day})
        self._seating: Final = seating
        self._allowed: Final = allowed

    @property
    def asked_on(self) -> date:
        """The day asked about."""
        return self.question.on

    @property
    def ledamoter(self) -> int:
        """How many ledamöter there were on the day; 0 where that is not known."""
        return self._seating.ledamoter(self.day) if self._seating else 0

    def remote_decisions(self, *, sound_only: bool = False) -> tuple[date | None, tuple[Loc, ...]]:
        """When the board had last allowed taking part at a distance, and what is unknown of that.

        Args:
            sound_only: whether it had allowed sound without picture.
        """
        if self._allowed is None:
            return None, (_REMOTE,)
        days, unknown = self._allowed[sound_only]
        begun = bisect_right(days, self.day)
        if begun:
            return days[begun - 1], ()
        return None, tuple(place for first, place in unknown if first <= self.day)


_Allowed: TypeAlias = dict[bool, tuple[list[date], list[tuple[date, Loc]]]]
"""By whether sound alone was allowed: the days of such decisions, and the places of what is not
known, each with the first day on which it may matter."""


def _allowed(decisions: Sequence[RemoteDecision]) -> _Allowed:
    """The decisions on taking part at a distance, put in order once for all meetings."""
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
    for days, _ in found.values():
        days.sort()
    return found


def last_day_to_announce(adjusted: date) -> date:
    """The second day after an adjustment (KL 8:12), or the next weekday if that is a day off."""
    return next_weekday(announcement_day(adjusted))


def not_announced(
    question: Question, adjusted: date, announced: Sequence[MemberDay]
) -> tuple[tuple[str, ...], tuple[str, ...], tuple[int, ...]]:
    """Which member kommuner and regioner did not announce an adjustment, and which did so late.

    Late is after :func:`last_day_to_announce`.

    Returns:
        Those that did not; those that did so late; the numbers of those whose day is not known.
    """
    # Of a member that stands twice, the first day counts; a day that is not known comes last.
    in_order = sorted(enumerate(announced), key=lambda each: each[1].day or date.max, reverse=True)
    on_board = {current(each.member): number for number, each in in_order}
    missing, late, unknown = [], [], []
    last = last_day_to_announce(adjusted)
    for member in question.parties(adjusted):
        if kind_of(member) not in {PartyKind.REGION, PartyKind.KOMMUN}:
            continue
        number = on_board.get(member)
        if number is None:
            missing.append(member)
        elif (day := announced[number].day) is None:
            unknown.append(number)
        elif day > last:
            late.append(member)
    return tuple(missing), tuple(late), tuple(unknown)


def governance(question: Question) -> dict[type, Sequence[Subject]]:
    """The subjects of 8–19 a §§, by kind; a kind whose collection is null is left out."""
    found: dict[type, Sequence[Subject]] = {}
    if question.forbund.forbundsordningar is not None:
        found[Ordningar] = [Ordningar(question)]
        if ordning := question.ordning(question.on):
            found[OrdningOnDay] = [OrdningOnDay(question, *ordning)]
    if (board := question.forbund.board) is not None:
        found |= _of_board(question, board)
    return found


def _of_board(question: Question, board: Board) -> dict[type, Sequence[Subject]]:
    found: dict[type, Sequence[Subject]] = {BoardOnDay: [BoardOnDay(question, board)]}
    if board.goals_decided is not None:
        found[Goals] = [Goals(question, board.goals_decided)]
    seating = None
    if board.seats is not None:
        seating = Seating(board.seats)
        found[SeatsOnDay] = [SeatsOnDay(question, board, seating)]
        found[Appointment] = [
            Appointment(question, place, seat, seating) for place, seat in enumerate(board.seats)
        ]
        found[Departure] = [
            Departure(question, place, seat, seating)
            for place, seat in enumerate(board.seats)
            if seat.end is not None and seat.end <= question.on
        ]
    if board.delegations is not None:
        found[Delegated] = [
            Delegated(question, place, each, each.decided, {})
            for place, each in enumerate(board.delegations)
        ]
    if board.remote_decisions is not None:
        found[RemoteAllowed] = [
            RemoteAllowed(question, place, each, each.decided, {})
            for place, each in enumerate(board.remote_decisions)
        ]
    if board.meetings is not None:
        decisions = board.remote_decisions
        allowed = None if decisions is None else _allowed(decisions)
        found[Met] = [
            Met(question, place, each, seating=seating, allowed=allowed)
            for place, each in enumerate(board.meetings)
            if each.day <= question.on
        ]
    return found
