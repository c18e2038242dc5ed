"""What the rules of 8 and 9 §§ judge: the förbundsordningar."""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from typing import Final

from finsam.law.geography import KOMMUNER_OUTSIDE_REGIONS, current
from finsam.law.parties import PartyKind, kind_of
from finsam.models.base import Loc
from finsam.models.forbundsordning import Forbundsordning
from finsam.validation.engine.subject import Subject
from finsam.validation.engine.timeline import Timeline
from finsam.validation.engine.verdict import Stage

_STATE: Final = (PartyKind.FORSAKRINGSKASSAN, PartyKind.ARBETSFORMEDLINGEN)


_POOL_OF: Final = {"kommuner": "kommun", "regioner": "region"}


class Ordningar(Subject[tuple[Forbundsordning, ...]]):
    """The förbundsordningar together."""

    collection = "forbundsordningar"

    @property
    def formed(self) -> date | None:
        """The day on which the förbund was formed."""
        return self.timeline.forbund.formed

    @property
    def are_given(self) -> bool:
        """Whether there are any."""
        return bool(self.item)

    def in_force(self, day: date) -> tuple[int, Forbundsordning] | None:
        """The förbundsordning in force on a day, with its place; None if none is."""
        return self.timeline.ordning(day)

    def founders_who_did_not_adopt(self, place: int, formed: date) -> tuple[str, ...]:
        """The members of the first day that have not adopted the one at a place.

        Nobody, of the one in force on the day asked about: that is what FINSAM-8-2 asks.
        """
        present = self.in_force(self.day)
        adopted = self.item[place].adopted
        if adopted is None or (present and present[0] == place):
            return ()
        have = {current(each.member) for each in adopted}
        return tuple(key for key in self.timeline.parties(formed) if key not in have)

    def adoption(self, place: int, formed: date) -> tuple[date | None, tuple[Loc, ...]]:
        """The last day on which a founder adopted the one at a place, and what is unknown."""
        founders = self.timeline.parties(formed)
        adopted = self.item[place].adopted
        here = (*self.loc, place, "adopted")
        if adopted is None:
            return None, (here,)
        theirs = [
            (n, each.day) for n, each in enumerate(adopted) if current(each.member) in founders
        ]
        unknown = tuple((*here, n, "day") for n, day in theirs if day is None)
        return max((day for _, day in theirs if day), default=None), unknown


class OrdningOnDay(Subject[Forbundsordning]):
    """The förbundsordning in force on the day asked about, or that a förbund is planned with."""

    collection = "forbundsordningar"
    also_when = frozenset({Stage.NOT_FORMED})

    def covers(self, point: str) -> bool | None:
        """Whether it takes up a point of 9 §; None: not known."""
        return getattr(self.item.covers, point, None)

    @property
    def first_members(self) -> tuple[str, ...]:
        """The parties that are members on its first day."""
        formed = self.timeline.forbund.formed or date.min
        return self.timeline.parties(max(self.item.applies_from or date.min, formed))

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
        return abs(self.held(party) - part) <= len(held) * self.item.shares_rounded_to / 2

    def has_several(self, party: str) -> bool:
        """Whether a party, ``"kommuner"`` or ``"regioner"``, has more than one member that day."""
        return sum(key.startswith(f"{_POOL_OF[party]}:") for key in self.members) > 1

    def holding_other_than_agreed(self, party: str) -> tuple[str, ...] | None:
        """The members whose shares are not those agreed for the year; None: it is not known."""
        pool = _POOL_OF[party]
        mine = [key for key in self.members if key.startswith(f"{pool}:")]
        agreement = self.timeline.agreement(pool, self.day.year)
        if len(mine) < 2:
            agreed, unit = dict.fromkeys(mine, Fraction(1)), Fraction(0)
        elif agreement is None:
            return None
        else:
            agreed = {current(each.member): each.share for each in agreement.shares}
            unit = agreement.shares_rounded_to
        held = self._held(party)
        # A quarter of what was agreed, to half a unit of both figures.
        near = (self.item.shares_rounded_to + unit / 4) / 2
        return tuple(
            key
            for key in sorted({*held, *agreed})
            if abs(held.get(key, Fraction(0)) - agreed.get(key, Fraction(0)) / 4) > near
        )

    def _held(self, party: str) -> dict[str, Fraction]:
        held = {current(each.member): each.share for each in self.item.shares or ()}
        if party == "arbetsformedlingen":
            return {key: held[key] for key in held if key == party}
        if party == "state":
            return {key: held[key] for key in held if kind_of(key) in _STATE}
        return {key: held[key] for key in held if key.startswith(f"{_POOL_OF[party]}:")}


def subjects(timeline: Timeline) -> Iterator[Ordningar | OrdningOnDay]:
    """The förbundsordningar together, and the one to judge on the day asked about."""
    ordningar = timeline.forbund.forbundsordningar
    if ordningar is not None:
        yield Ordningar(timeline, ordningar)
        if found := timeline.standing_ordning:
            place, ordning = found
            yield OrdningOnDay(timeline, ordning, place, day=timeline.standing_day)
