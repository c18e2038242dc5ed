"""A förbund over time, seen from the day asked about: who was a member, and what was in force."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence, Sized
from datetime import date
from functools import cached_property
from typing import Any, Final, NamedTuple, TypeAlias

from finsam.law.geography import FORMER_CODES, current
from finsam.law.parties import PartyKind, kind_of
from finsam.models.base import Loc
from finsam.models.economy import Budget, BudgetRevision
from finsam.models.forbund import Forbund
from finsam.models.forbundsordning import Forbundsordning
from finsam.models.money import SplitAgreement
from finsam.validation.engine.decision import MOST_NAMED
from finsam.validation.engine.verdict import Stage

_KINDS: Final = tuple(PartyKind)
_Periods: TypeAlias = list[tuple[date, date]]
_ALWAYS: Final = (date.min, date.max)


class Places(NamedTuple):
    """Places in the document.

    Attributes:
        first: the first of them, as many as an answer names.
        more: how many others there are.
    """

    first: tuple[Loc, ...]
    more: int


class Spans:
    """Spans of days, both ends included, that can be counted in less time than one by one."""

    def __init__(self, spans: Iterable[tuple[date, date]]) -> None:
        every = tuple(spans)
        self._firsts: Final = sorted([first for first, _ in every])
        self._lasts: Final = sorted([last for _, last in every])

    def count(self, first: date, last: date) -> int:
        """How many have a day in common with the days from the first to the last."""
        return bisect_right(self._firsts, last) - bisect_left(self._lasts, first)


class Timeline:
    """A förbund and the day asked about: its stage, its members and what was in force when."""

    def __init__(self, forbund: Forbund, on: date) -> None:
        self.forbund: Final = forbund
        self.on: Final = on
        self._members: Final[dict[tuple[int, int], dict[PartyKind, dict[str, None]]]] = {}
        self._parties: Final[dict[tuple[int, int], tuple[str, ...]]] = {}
        self._said: Final[dict[str, dict[object, list[int]]]] = {}
        self._has_all: Final[dict[str, bool]] = {}
        self.lasting: Final[set[str]] = set()
        """The parties that are members without a first or a last day."""
        found: dict[str, _Periods] = {}
        passing: _Periods = []
        for member in forbund.members:
            if isinstance(member.actor, str):
                key = current(member.actor)
                period = (member.joined or date.min, member.left or date.max)
                found.setdefault(key, []).append(period)
                if period == _ALWAYS:
                    self.lasting.add(key)
                else:
                    passing.append(period)
        self._periods: Final = {
            key: _merged(periods) if len(periods) > 1 else periods for key, periods in found.items()
        }
        self._joined: Final = sorted([joined for joined, _ in passing])
        self._left: Final = sorted([left for _, left in passing])
        for former, key in FORMER_CODES.items():
            if key in self._periods:
                self._periods[former] = self._periods[key]

    @cached_property
    def stage(self) -> Stage:
        """The stage of its life that the förbund is in on the day (8 § second paragraph)."""
        formed, dissolved = self.forbund.formed, self.forbund.dissolved
        if dissolved is not None and dissolved < self.on:
            return Stage.DISSOLVED
        if formed is not None:
            return Stage.FORMED if formed <= self.on else Stage.NOT_FORMED
        adopted = self._adopted_by_all
        if adopted is None or dissolved is not None:
            return Stage.UNKNOWN
        return Stage.FORMED if adopted else Stage.NOT_FORMED

    @property
    def _adopted_by_all(self) -> bool | None:
        """Whether the members of the day have all adopted a förbundsordning; None: not known."""
        ordningar = self.forbund.forbundsordningar
        if ordningar is None:
            return None
        members, known = set(self.parties(self.on)), True
        for adopted in (ordning.adopted for ordning in ordningar):
            if adopted is None:
                known = False
                continue
            have = {current(a.member) for a in adopted if a.day is None or a.day <= self.on}
            if have and members <= have:
                return True
            known &= len(have) < len(adopted) or self.lists_all(
                "forbundsordningar.adopted", adopted
            )
        return False if known else None

    @property
    def standing_day(self) -> date:
        """The day on which members and area are judged: that asked about, or of the formation."""
        formed = self.forbund.formed
        return formed if formed is not None and self.on < formed else self.on

    @property
    def standing_ordning(self) -> tuple[int, Forbundsordning] | None:
        """The förbundsordning to judge, with its place: the one in force, or the planned one."""
        found = self.ordning(self.standing_day)
        if found is None and self.stage is Stage.NOT_FORMED and self._ordningar:
            return self._ordningar[0][1]
        return found

    def lists_all(self, name: str, entries: Sized) -> bool:
        """Whether a list holds everything that there is: it is empty, or is named as complete.

        Args:
            name: the list's name in ``complete``, ``"economy.audits.sent_to"``.
            entries: its entries.
        """
        complete = self.forbund.complete
        return not entries or name in complete or "all" in complete

    def has_all(self, name: str) -> bool:
        """Whether a list that the document has once, and in no item, holds everything."""
        if name not in self._has_all:
            part: Any = self.forbund
            for step in name.split("."):
                part = part and getattr(part, step)
            self._has_all[name] = self.lists_all(name, part or ())
        return self._has_all[name]

    def is_member(self, key: str, first: date, last: date) -> bool:
        """Whether a party is a member on some day from the first to the last (inclusive)."""
        if key in self.lasting:
            return True
        periods = self._periods.get(key)
        return periods is not None and _overlap(periods, first, last)

    def is_member_throughout(self, key: str, first: date, last: date) -> bool:
        """Whether a party is a member on every day from the first to the last (inclusive)."""
        periods = self._periods.get(key, [])
        begun = bisect_right(periods, (first, date.max))
        return begun > 0 and last <= periods[begun - 1][1]

    def member_since(self, key: str, day: date) -> date:
        """The first day of a party's membership that includes a day; ``date.min`` if none does."""
        return max(
            (j for j, left in self._periods.get(key, ()) if j <= day <= left), default=date.min
        )

    def members(self, first: date, last: date) -> dict[PartyKind, dict[str, None]]:
        """The parties that are members on some day from the first to the last, by kind.

        Each kind's are an ordered set: keys of a dict, in the order of the document. The result
        is cached and must not be changed.
        """
        state = self._state(first, last)
        known = self._members.get(state)
        if known is not None:
            return known
        found: dict[PartyKind, dict[str, None]] = {kind: {} for kind in _KINDS}
        for key, periods in self._periods.items():
            if key in FORMER_CODES:
                continue
            if key in self.lasting or _overlap(periods, first, last):
                found[kind_of(key)][key] = None
        self._members[state] = found
        return found

    def parties(self, day: date) -> tuple[str, ...]:
        """The parties that are members on a day, by kind and then by key."""
        state = self._state(day, day)
        known = self._parties.get(state)
        if known is None:
            kinds = self.members(day, day).values()
            known = self._parties[state] = tuple([key for keys in kinds for key in sorted(keys)])
        return known

    def _state(self, first: date, last: date) -> tuple[int, int]:
        """How many have come and gone; where that is the same, so are the members."""
        return bisect_right(self._joined, last), bisect_left(self._left, first)

    def area(self, day: date) -> list[tuple[str, str | None]]:
        """The parts of the area on a day: each one's kommun, and which part (None: the whole)."""
        if self.forbund.area is None:
            return [(kommun, None) for kommun in self.members(day, day)[PartyKind.KOMMUN]]
        return [
            (part.kommun, part.part)
            for part in self.forbund.area
            if (part.joined or date.min) <= day <= (part.left or date.max)
        ]

    def is_in_area(self, kommun: str, part: str | None, first: date, last: date) -> bool | None:
        """Whether a part of a kommun is in the area on some day from the first to the last.

        None: only some other part of it is.
        """
        if self.forbund.area is None:
            return kommun in self.lasting or self.is_member(kommun, first, last)
        if kommun in self._always_in_area:
            return True
        of_kommun = self._area_by_kommun.get(current(kommun))
        if of_kommun is None:
            return False
        by_part, any_part = of_kommun
        if any(_overlap(by_part.get(one, []), first, last) for one in (None, part)):
            return True
        return None if _overlap(any_part, first, last) else False

    @cached_property
    def _always_in_area(self) -> set[str]:
        """The kommuner that are in the area as a whole, and on every day."""
        area = self.forbund.area or ()
        return {p.kommun for p in area if p.part is None and p.joined is None and p.left is None}

    @cached_property
    def _area_by_kommun(self) -> dict[str, tuple[dict[str | None, _Periods], _Periods]]:
        """For each kommun, when each part of it is in the area, and when any part is."""
        found: dict[str, dict[str | None, _Periods]] = {}
        for part in self.forbund.area or ():
            period = (part.joined or date.min, part.left or date.max)
            of_kommun = found.setdefault(current(part.kommun), {})
            of_kommun.setdefault(part.part, []).append(period)
        return {
            kommun: (
                {part: _merged(periods) for part, periods in by_part.items()},
                _merged([period for periods in by_part.values() for period in periods]),
            )
            for kommun, by_part in found.items()
        }

    def ordning(self, day: date) -> tuple[int, Forbundsordning] | None:
        """The förbundsordning in force on a day, with its place; None if none is."""
        begun = bisect_right(self._ordningar, day, key=lambda each: each[0])
        return self._ordningar[begun - 1][1] if begun else None

    def ordningar(self, first: date, last: date) -> list[tuple[int, Forbundsordning]]:
        """The förbundsordningar in force on some day of a period, or on its first, with places."""
        begun, ended = self._numbers(first, last)
        return [each for _, each in self._ordningar[begun:ended]]

    def _numbers(self, first: date, last: date) -> tuple[int, int]:
        """The number of the first of :meth:`ordningar`, and that after the last."""
        begun = bisect_right(self._ordningar, first, key=lambda each: each[0])
        ended = bisect_right(self._ordningar, max(first, last), key=lambda each: each[0])
        return max(begun - 1, 0), ended

    def said_in_ordningar(self, field: str, first: date, last: date) -> tuple[set[Any], "Places"]:
        """What the förbundsordningar of a period say of something; those of :meth:`ordningar`.

        Args:
            field: what it is called in a förbundsordning.
            first: the first day of the period.
            last: its last day (inclusive).

        Returns:
            What they say, and the places where it is not known.
        """
        begun, ended = self._numbers(first, last)
        said: set[Any] = set()
        unknown = Places((), 0)
        for value, numbers in self._sayings(field).items():
            some = range(bisect_left(numbers, begun), bisect_left(numbers, ended))
            if some and value is None:
                named = [self._ordningar[numbers[n]][1][0] for n in some[:MOST_NAMED]]
                places = tuple(("forbundsordningar", place, field) for place in sorted(named))
                unknown = Places(places, len(some) - len(places))
            elif some:
                said.add(value)
        return said, unknown

    def _sayings(self, field: str) -> dict[object, list[int]]:
        """By each value of a field, the förbundsordningar that have it, numbered by first day."""
        if field not in self._said:
            found = self._said[field] = {}
            for number, (_, (_, ordning)) in enumerate(self._ordningar):
                found.setdefault(getattr(ordning, field), []).append(number)
        return self._said[field]

    @cached_property
    def _ordningar(self) -> list[tuple[date, tuple[int, Forbundsordning]]]:
        """The förbundsordningar by their first days, of which no two have the same."""
        return sorted(
            (
                (ordning.applies_from or date.min, (place, ordning))
                for place, ordning in enumerate(self.forbund.forbundsordningar or ())
            ),
            key=lambda each: each[0],
        )

    @cached_property
    def meeting_days(self) -> frozenset[date]:
        """The days on which the board is known to have met."""
        board = self.forbund.board
        return frozenset(meeting.day for meeting in (board and board.meetings) or ())

    @cached_property
    def budget_days(self) -> frozenset[date]:
        """The days on which the board adopted or revised a budget."""
        economy = self.forbund.economy
        budgets = (economy and economy.budgets) or ()
        decided: list[Budget | BudgetRevision] = [*budgets]
        decided += [each for budget in budgets for each in budget.revised or ()]
        return frozenset(e.adopted for e in decided if e.adopted and e.adopted_by == "styrelsen")

    @cached_property
    def discharges(self) -> dict[str, dict[bool, date]]:
        """When each member first granted ansvarsfrihet (True), and refused it (False).

        A refusal without a day may have been made at any time; a grant is one only when it was.
        """
        economy = self.forbund.economy
        found: dict[str, dict[bool, date]] = {}
        for audit in (economy and economy.audits) or ():
            for each in audit.discharge or ():
                if each.granted is not None:
                    day = each.decided or (date.max if each.granted else date.min)
                    first = found.setdefault(current(each.member), {})
                    first[each.granted] = min(day, first.get(each.granted, day))
        return found

    def agreement(self, pool: str, year: int) -> SplitAgreement | None:
        """The agreement of a pool for a year."""
        agreements = self._agreements.get(pool, [])
        begun = bisect_right(agreements, year, key=lambda agreement: agreement.from_year)
        if begun and year <= (agreements[begun - 1].to_year or year):
            return agreements[begun - 1]
        return None

    @cached_property
    def _agreements(self) -> dict[str, list[SplitAgreement]]:
        """Each pool's agreements, which do not overlap, by their first year."""
        found: dict[str, list[SplitAgreement]] = {}
        for agreement in sorted(self.forbund.agreements or (), key=lambda each: each.from_year):
            found.setdefault(agreement.pool, []).append(agreement)
        return found


def first_null(forbund: Forbund, way: Sequence[str]) -> str | None:
    """The name of the first part that is null on a way into the document; None if none is."""
    found: object = forbund
    for step, name in enumerate(way, 1):
        found = getattr(found, name)
        if found is None:
            return ".".join(way[:step])
    return None


def _merged(periods: _Periods) -> _Periods:
    """The same days as periods that are disjoint and in order."""
    merged: _Periods = []
    for first, last in sorted(periods):
        if merged and first <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], last))
        else:
            merged.append((first, last))
    return merged


def _overlap(periods: list[tuple[date, date]], first: date, last: date) -> bool:
    """Whether one of some periods, which are disjoint and in order, has a day in common."""
    if len(periods) == 1:
        ((joined, left),) = periods
        return joined <= last and first <= left
    begun = bisect_right(periods, (last, date.max))
    return begun > 0 and first <= periods[begun - 1][1]
