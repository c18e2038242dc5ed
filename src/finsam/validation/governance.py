"""What the rules of 8–19 a §§ judge: the förbundsordning, the board, its seats and its meetings."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from fractions import Fraction
from functools import cached_property
from typing import ClassVar, Final, Generic, Protocol, TypeVar, get_args

from finsam.law.geography import KOMMUNER_OUTSIDE_REGIONS, current
from finsam.law.parties import PartyKind, kind_of
from finsam.models.base import Loc
from finsam.models.board import Board, Delegation, Meeting, RemoteDecision, Role, Seat
from finsam.models.forbundsordning import Forbundsordning, MemberDay
from finsam.validation.decision import Decision
from finsam.validation.facts import Facts
from finsam.validation.question import Question
from finsam.validation.registry import OUTSIDE_LIFETIME, Subject

_ARBETSFORMEDLINGEN_FROM: Final = date(2008, 1, 1)
_ORDNINGAR: Final = ("forbundsordningar",)
_REMOTE: Final = ("board", "remote_decisions")
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

    def in_force(self, day: date) -> tuple[int, Forbundsordning] | None:
        """The förbundsordning in force on a day, with its place; None if none is."""
        return self.question.ordning(day)

    def adoption(self, place: int) -> tuple[date | None, tuple[Loc, ...]]:
        """The last day known on which a member adopted the one at a place, and what is unknown."""
        adopted = (self.question.forbund.forbundsordningar or ())[place].adopted
        here = (*self.loc, place, "adopted")
        if adopted is None:
            return None, (here,)
        unknown = [(*here, n, "day") for n, each in enumerate(adopted) if each.day is None]
        return max((each.day for each in adopted if each.day), default=None), tuple(unknown)


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
        first = self.ordning.applies_from or self.question.forbund.formed or date.min
        return self.question.parties(first)

    @property
    def has_kommun_outside_region(self) -> bool:
        """Whether a kommun outside every region is a member."""
        return not KOMMUNER_OUTSIDE_REGIONS.isdisjoint(self.members)

    def held(self, party: str) -> Fraction:
        """The part of assets and debts that a party has; Försäkringskassan's is the state's."""
        return sum(self._held(party).values(), Fraction(0))

    def holds(self, party: str, part: Fraction) -> bool:
        """Whether a party can have a part, given how the shares are rounded."""
        held = self._held(party)
        return abs(self.held(party) - part) <= len(held) * self.ordning.shares_rounded_to / 2

    def holding_other_than_agreed(self, party: str) -> tuple[str, ...] | None:
        """The members whose shares are not those agreed for the year; None: it is not known."""
        pool = _POOL_OF[party]
        mine = [key for key in self.members if key.startswith(f"{pool}:")]
        if len(mine) < 2:
            return ()
        agreement = self.question.agreement(pool, self.day.year)
        if agreement is None:
            return None
        agreed = {current(each.member): each.share for each in agreement.shares}
        held = self._held(party)
        # A quarter of what was agreed, to half a unit of both figures.
        near = (self.ordning.shares_rounded_to + agreement.shares_rounded_to / 4) / 2
        return tuple(
            key
            for key in sorted({*held, *agreed})
            if abs(held.get(key, Fraction(0)) - agreed.get(key, Fraction(0)) / 4) > near
        )

    def _held(self, party: str) -> dict[str, Fraction]:
        held = {current(each.member): each.share for each in self.ordning.shares or ()}
        if party == "arbetsformedlingen":
            return {key: held[key] for key in held if key == party}
        state = {"forsakringskassan", "arbetsformedlingen"}
        if party == "forsakringskassan":
            return {key: held[key] for key in held if key in state}
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
        """The term that the förbundsordning in force gives, in months; None: not known."""
        return self._ordning.board_term_months if self._ordning else None

    @property
    def term_begins(self) -> str | None:
        """The day of the year on which the förbundsordning has terms begin; None: not known."""
        return self._ordning.term_begins if self._ordning else None

    @cached_property
    def _ordning(self) -> Forbundsordning | None:
        found = self.question.ordning(self.day)
        return found[1] if found else None

    def unknown_in_ordning(self, field: str) -> tuple[Loc, ...]:
        """The place in the document of what the förbundsordning in force does not tell."""
        found = self.question.ordning(self.day)
        if found is None:
            return (("forbundsordningar",),)
        place, ordning = found
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
        return any(
            _start(seat) <= day
            and (_end(seat) > day or (_end(seat) == day and seat.ended_by == "stepped_in"))
            for seat in self._ersattare[member]
        )

    @cached_property
    def _ersattare(self) -> dict[str, list[Seat]]:
        """Each member's seats of ersättare."""
        found: dict[str, list[Seat]] = defaultdict(list)
        for seat in self.seats:
            if seat.role == "ersattare":
                found[current(seat.member)].append(seat)
        return found

    @cached_property
    def last_step_in(self) -> dict[str, date]:
        """For each member, the last day on which an ersättare took a ledamot's place."""
        found: dict[str, date] = {}
        for seat in self.seats:
            if seat.stepped_in_for is not None:
                member = current(seat.stepped_in_for)
                found[member] = max(found.get(member, date.min), _start(seat))
        return found

    @cached_property
    def alone(self) -> set[int]:
        """Ersättare, by ``id``, who are their member's only one all their time."""
        found: set[int] = set()
        for seats in self._ersattare.values():
            in_order = sorted(seats, key=_start)
            latest = date.min
            for seat, after in zip(in_order, [*in_order[1:], None], strict=True):
                before_ends = latest < _start(seat) or seat is in_order[0]
                if before_ends and (after is None or _end(seat) < _start(after)):
                    found.add(id(seat))
                latest = max(latest, _end(seat))
        return found


def _start(seat: Seat) -> date:
    return seat.start or date.min


def _end(seat: Seat) -> date:
    return seat.end or date.max


class SeatsOnDay(OnDay):
    """Who sits on the board."""

    collection = "board.seats"
    loc = ("board", "seats")

    def __init__(self, question: Question, seating: Seating) -> None:
        super().__init__(question)
        self._seats: Final = seating.on(self.day)
        self.ledamoter: Final = [seat for _, seat in self._seats if seat.role == "ledamot"]
        """The seats of ledamöter that day."""
        self.ersattare: Final = [seat for _, seat in self._seats if seat.role == "ersattare"]
        """The seats of ersättare that day."""

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
    def had_ersattare(self) -> bool:
        """Whether the member had an ersättare who could step in."""
        return self._seating.could_step_in(current(self.item.member), self.day)

    @property
    def was_stepped_in_for(self) -> bool:
        """Whether an ersättare took the place of a ledamot of the member on or after that day."""
        stepped_in = self._seating.last_step_in.get(current(self.item.member))
        return stepped_in is not None and self.day <= stepped_in


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
        self, question: Question, place: int, meeting: Meeting, seating: Seating | None
    ) -> None:
        super().__init__(question, place, meeting, meeting.day, {"held": meeting.day})
        self._seating: Final = seating

    @property
    def asked_on(self) -> date:
        """The day asked about."""
        return self.question.on

    @property
    def ledamoter(self) -> int:
        """How many ledamöter there were on the day; 0 where that is not known."""
        return self._seating.ledamoter(self.day) if self._seating else 0

    def remote_decisions(self, *, sound_only: bool = False) -> tuple[bool, tuple[Loc, ...]]:
        """Whether the board had allowed taking part at a distance, and what is unknown of that.

        Args:
            sound_only: whether it had allowed sound without picture.
        """
        board = self.question.forbund.board
        decisions = board.remote_decisions if board else None
        if decisions is None:
            return False, (_REMOTE,)
        unknown: list[Loc] = []
        for number, each in enumerate(decisions):
            in_time = None if each.decided is None else each.decided <= self.day
            allows = each.sound_only if sound_only else True
            if in_time and allows:
                return True, ()
            if in_time is not False and allows is not False:
                facts = {"decided": in_time, "sound_only": allows}
                unknown += [(*_REMOTE, number, name) for name in facts if facts[name] is None]
        return False, tuple(unknown)


def not_announced(
    question: Question, adjusted: date, announced: Sequence[MemberDay]
) -> tuple[tuple[str, ...], tuple[str, ...], tuple[int, ...]]:
    """Which member kommuner and regioner did not announce an adjustment, and which did so late.

    Late is after the second day from the adjustment (KL 8:12).

    Returns:
        Those that did not; those that did so late; the numbers of those whose day is not known.
    """
    # Of a member that stands twice, the first day counts; a day that is not known comes last.
    in_order = sorted(enumerate(announced), key=lambda each: each[1].day or date.max, reverse=True)
    on_board = {current(each.member): number for number, each in in_order}
    missing, late, unknown = [], [], []
    for member in question.parties(adjusted):
        if kind_of(member) not in {PartyKind.REGION, PartyKind.KOMMUN}:
            continue
        number = on_board.get(member)
        if number is None:
            missing.append(member)
        elif (day := announced[number].day) is None:
            unknown.append(number)
        elif day > adjusted + timedelta(days=2):
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
        found[SeatsOnDay] = [SeatsOnDay(question, seating)]
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
        found[Met] = [
            Met(question, place, each, seating)
            for place, each in enumerate(board.meetings)
            if each.day <= question.on
        ]
    return found
