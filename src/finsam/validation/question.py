"""A förbund and a day: what was asked, and who was a member when."""

from bisect import bisect_right
from collections.abc import Set as AbstractSet
from datetime import date
from functools import cached_property
from typing import Final

from finsam.law.geography import current
from finsam.law.parties import PartyKind, kind_of
from finsam.models.forbund import Forbund
from finsam.models.insats import AreaPart

_KINDS: Final = tuple(PartyKind)
_WHOLE: Final[AbstractSet[str | None]] = frozenset({None})
_NOTHING: Final[AbstractSet[str | None]] = frozenset()


class Question:
    """A förbund and the day asked about; what membership was, on that day and any other."""

    def __init__(self, forbund: Forbund, on: date) -> None:
        self.forbund: Final = forbund
        self.on: Final = on
        self._periods: Final[dict[str, list[tuple[date, date]]]] = {}
        self.lasting: Final[set[str]] = set()
        """The parties that are members without a first or a last day."""
        for member in forbund.members:
            if isinstance(member.actor, str):
                key = current(member.actor)
                period = (member.joined or date.min, member.left or date.max)
                self._periods.setdefault(key, []).append(period)
                if period == (date.min, date.max):
                    self.lasting.add(key)
        for periods in self._periods.values():
            periods.sort()

    def is_member(self, key: str, first: date, last: date) -> bool:
        """Whether a party is a member on some day from the first to the last (inclusive)."""
        if key in self.lasting:
            return True
        return _overlap(self._periods.get(current(key), []), first, last)

    def members(self, first: date, last: date) -> dict[PartyKind, dict[str, None]]:
        """The parties that are members on some day from the first to the last, by kind.

        Each kind's are an ordered set: keys of a dict, in the order of the document.
        """
        found: dict[PartyKind, dict[str, None]] = {kind: {} for kind in _KINDS}
        for key, periods in self._periods.items():
            if key in self.lasting or _overlap(periods, first, last):
                found[kind_of(key)][key] = None
        return found

    def area(self, day: date) -> list[tuple[str, str | None]]:
        """The parts of the area on a day: each one's kommun, and which part (None: the whole)."""
        if self.forbund.area is None:
            return [(kommun, None) for kommun in self.members(day, day)[PartyKind.KOMMUN]]
        return [(p.kommun, p.part) for p in self.forbund.area if _stands(p, day)]

    def parts_in_area(self, kommun: str, day: date) -> AbstractSet[str | None]:
        """Which parts of a kommun are in the area on a day; None is the whole of it."""
        if self.forbund.area is None:
            member = kommun in self.lasting or self.is_member(kommun, day, day)
            return _WHOLE if member else _NOTHING
        parts = self._parts_by_kommun.get(current(kommun))
        return {part.part for part in parts if _stands(part, day)} if parts else _NOTHING

    @cached_property
    def _parts_by_kommun(self) -> dict[str, list[AreaPart]]:
        parts: dict[str, list[AreaPart]] = {}
        for part in self.forbund.area or ():
            parts.setdefault(current(part.kommun), []).append(part)
        return parts


def _stands(part: AreaPart, day: date) -> bool:
    return (part.joined or date.min) <= day <= (part.left or date.max)


def _overlap(periods: list[tuple[date, date]], first: date, last: date) -> bool:
    """Whether one of some periods, which are disjoint and in order, has a day in common."""
    begun = bisect_right(periods, (last, date.max))
    return begun > 0 and first <= periods[begun - 1][1]
