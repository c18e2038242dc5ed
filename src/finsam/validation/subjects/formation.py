"""What the rules of 8 and 9 §§ judge: the förbundsordningar."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from fractions import Fraction
from functools import cached_property
from typing import Any, Final

from finsam.law.geography import KOMMUNER_OUTSIDE_REGIONS, current
from finsam.law.parties import STATE, PartyKind, kind_of
from finsam.law.shares import total
from finsam.models.base import Loc
from finsam.models.economy import Liquidation
from finsam.models.forbund import Forbund
from finsam.models.forbundsordning import Forbundsordning, MemberDay
from finsam.validation.engine.subject import Subject
from finsam.validation.engine.timeline import Timeline
from finsam.validation.engine.verdict import Stage

_PARTY_OF: Final = {
    PartyKind.FORSAKRINGSKASSAN: "state",
    PartyKind.ARBETSFORMEDLINGEN: "state",
    PartyKind.REGION: "regioner",
    PartyKind.KOMMUN: "kommuner",
}
_POOL_OF: Final = {"kommuner": "kommun", "regioner": "region"}


class Ordningar(Subject[Sequence[Forbundsordning]]):
    """The förbundsordningar together."""

    collection = "forbundsordningar"


class Founding(Subject[Forbundsordning | None]):
    """The förbundsordning in force when the förbund was formed; None if none that is known was."""

    collection = "forbundsordningar"

    @property
    def earliest(self) -> tuple[int, date] | None:
        """The earliest förbundsordning that is in force by the day asked about, and its first day.

        None if none is.
        """
        ordningar = self.timeline.ordningar(date.min, self.day)
        if not ordningar:
            return None
        place, ordning = ordningar[0]
        return place, ordning.applies_from or date.min

    @property
    def is_certain(self) -> bool:
        """Whether no förbundsordning that is not listed can have been in force in its place."""
        begun = self.item.applies_from if self.item else None
        return (begun is not None and begun == self.formed) or self.list_is_whole

    @property
    def is_present(self) -> bool:
        """Whether it is the one in force on the day asked about."""
        present = self.timeline.ordning(self.day)
        return present is not None and present[1] is self.item

    def founders_not_listed(self, formed: date) -> tuple[str, ...]:
        """The members of the first day that are not listed as having adopted it."""
        if self._adopted is None:
            return ()
        listed = {current(each.member) for each in self._adopted}
        return tuple(key for key in self.timeline.parties(formed) if key not in listed)

    def adoption(self, formed: date) -> tuple[date | None, tuple[Loc, ...]]:
        """The last day on which a founder adopted it, and the places of what is not known."""
        at = self.place("adopted")
        if self._adopted is None:
            return None, (at,)
        founders = self.timeline.parties(formed)
        days = [(n, a.day) for n, a in enumerate(self._adopted) if current(a.member) in founders]
        unknown = tuple((*at, n, "day") for n, day in days if day is None)
        return max((day for _, day in days if day), default=None), unknown

    @property
    def _adopted(self) -> Sequence[MemberDay] | None:
        return self.item.adopted if self.item else None


class OrdningOnDay(Subject[Forbundsordning]):
    """The förbundsordning in force on the day asked about, or that a förbund is planned with."""

    collection = "forbundsordningar"
    also_when = frozenset({Stage.NOT_FORMED})

    def covers(self, point: str) -> bool | None:
        """Whether it takes up a point of 9 §; None: not known."""
        if point == "qualified_majority" and self.item.qualified_majority:
            return True
        return getattr(self.item.covers, point, None)

    @property
    def first_members(self) -> tuple[str, ...]:
        """The parties that are members on its first day."""
        formed = self.formed or date.min
        return self.timeline.parties(max(self.item.applies_from or date.min, formed))

    @property
    def later_members(self) -> tuple[str, ...]:
        """The kommuner and regioner that have become members since.

        The act itself put the agencies of the state in the places of others, in 2005 and 2008.
        """
        first = self.first_members
        return tuple(k for k in self.members if k not in first and k not in STATE)

    @property
    def has_kommun_outside_region(self) -> bool:
        """Whether a kommun outside every region is a member."""
        return not KOMMUNER_OUTSIDE_REGIONS.isdisjoint(self.members)

    def held(self, party: str) -> Fraction:
        """The part of assets and debts of ``"state"``, ``"regioner"`` or ``"kommuner"``."""
        return total(self._held(party).values())

    @property
    def held_by_arbetsformedlingen(self) -> Fraction:
        """What Arbetsförmedlingen has of the state's part."""
        return self._held("state").get("arbetsformedlingen", _NOTHING)

    def holds(self, party: str, part: Fraction) -> bool:
        """Whether a party may have a certain part, given how the shares are rounded."""
        held, together = self._held(party), self.held(party)
        unit = self.item.shares_rounded_to
        return together == part or abs(together - part) <= len(held) * unit / 2

    def may_be_left_out(self, party: str, part: Fraction) -> bool:
        """Whether a member that the list leaves out may have what its party lacks.

        An empty list says that nobody has a share, and one that adds up has no room for another.
        """
        shares, held = self.item.shares or (), self._held(party)
        listed = total(each.share for each in shares)
        is_whole = not shares or 1 - listed <= len(shares) * self.item.shares_rounded_to / 2
        if is_whole or self.held(party) > part:
            return False
        if party == "state":
            return "forsakringskassan" not in held
        return not held.keys() >= set(self._members_of(party))

    def has_several(self, party: str) -> bool:
        """Whether a party, ``"kommuner"`` or ``"regioner"``, has more than one member that day."""
        return len(self._members_of(party)) > 1

    def _members_of(self, party: str) -> list[str]:
        return [key for key in self.members if _PARTY_OF[kind_of(key)] == party]

    def holding_other_than_agreed(self, party: str) -> tuple[str, ...] | None:
        """The members whose shares are not those agreed for the year; None: it is not known."""
        pool = _POOL_OF[party]
        mine = self._members_of(party)
        agreement = self.timeline.agreement(pool, self.day.year)
        if len(mine) < 2:
            agreed, unit = dict.fromkeys(mine, Fraction(1)), Fraction(0)
        elif agreement is None:
            return None
        else:
            agreed = {current(each.member): each.share for each in agreement.shares}
            unit = agreement.shares_rounded_to
        held = defaultdict(Fraction, self._held(party))
        agreed = defaultdict(Fraction, agreed)
        off = [key for key in {*held, *agreed} if not _is_quarter(held[key], agreed[key])]
        if not off:
            return ()
        # A quarter of what was agreed, to half a unit of both figures.
        near = (self.item.shares_rounded_to + unit / 4) / 2
        return tuple(sorted(key for key in off if abs(held[key] - agreed[key] / 4) > near))

    def _held(self, party: str) -> dict[str, Fraction]:
        return self._by_party.get(party, {})

    @cached_property
    def _by_party(self) -> dict[str, dict[str, Fraction]]:
        """Each party's members with a share, and their shares."""
        found: dict[str, dict[str, Fraction]] = {}
        for each in self.item.shares or ():
            member = current(each.member)
            found.setdefault(_PARTY_OF[kind_of(member)], {})[member] = each.share
        return found


_NOTHING: Final = Fraction(0)


def _is_quarter(held: Fraction, agreed: Fraction) -> bool:
    """Whether a share is a quarter of what was agreed; multiplied crosswise, it takes less time."""
    return 4 * held.numerator * agreed.denominator == agreed.numerator * held.denominator


class Remainder(Subject[Forbund]):
    """A dissolved förbund and what was left of it, by the law of its last day."""

    collection = None
    also_when = frozenset({Stage.DISSOLVED})

    @property
    def liquidation(self) -> Liquidation | None:
        """Its winding up; None: not known."""
        return self.item.economy.liquidation if self.item.economy else None

    @property
    def without_part(self) -> tuple[str, ...]:
        """The contributing members of the last day that may have got a part not listed."""
        divided = (self.liquidation and self.liquidation.divided) or ()
        if self.timeline.lists_all("economy.liquidation.divided", divided):
            return ()
        listed = {current(each.member) for each in divided} | {"arbetsformedlingen"}
        return tuple(key for key in self.members if key not in listed)


def subjects(timeline: Timeline) -> Iterator[Subject[Any]]:
    """The förbundsordningar, those of the formation and of the day, and what is left at the end."""
    ordningar = timeline.forbund.forbundsordningar
    if ordningar is not None:
        yield Ordningar(timeline, ordningar)
        formed = timeline.forbund.formed
        place, founding = (formed and timeline.ordning(formed)) or (None, None)
        yield Founding(timeline, founding, place)
        if found := timeline.standing_ordning:
            place, ordning = found
            yield OrdningOnDay(timeline, ordning, place, day=timeline.standing_day)
    dissolved = timeline.forbund.dissolved
    if dissolved is not None and timeline.stage is Stage.DISSOLVED:
        yield Remainder(timeline, timeline.forbund, day=dissolved)
