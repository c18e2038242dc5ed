"""What the rules of 1 and 3 §§ judge: the förbund, its members and its area."""

from collections.abc import Callable, Iterator
from datetime import date
from functools import cached_property

from finsam.law.geography import KOMMUNER_OUTSIDE_REGIONS, region_of
from finsam.law.parties import PartyKind
from finsam.models.actors import ExternalActor
from finsam.models.forbund import Forbund
from finsam.validation.engine.facts import Who
from finsam.validation.engine.subject import Subject
from finsam.validation.engine.timeline import Timeline
from finsam.validation.engine.verdict import Stage


class ForbundOnDay(Subject[Forbund]):
    """The förbund as it stands on the day asked about; one yet to be formed, on its first day."""

    collection = None
    also_when = frozenset({Stage.NOT_FORMED})

    def __init__(self, timeline: Timeline) -> None:
        super().__init__(timeline, timeline.forbund, day=timeline.standing_day)
        self.by_kind = timeline.members(self.day, self.day)
        """The members of the day, by kind of party."""

    def has(self, key: str) -> bool:
        """Whether a party is a member that day."""
        return self.timeline.is_member(key, self.day, self.day)

    @property
    def has_kommun_outside_region(self) -> bool:
        """Whether a kommun outside every region is a member."""
        return not KOMMUNER_OUTSIDE_REGIONS.isdisjoint(self.by_kind[PartyKind.KOMMUN])

    @property
    def outsiders(self) -> Iterator[tuple[int, ExternalActor, str | None]]:
        """Members of the day that are no parties: place in ``members``, who, the caller's key."""
        for place, member in enumerate(self.item.members):
            joined, left = member.joined or date.min, member.left or date.max
            if isinstance(member.actor, ExternalActor) and joined <= self.day <= left:
                yield place, member.actor, member.ref

    @cached_property
    def area(self) -> list[tuple[str, str | None]]:
        """The parts of the area that day: each one's kommun, and which part (None: the whole)."""
        return self.timeline.area(self.day)

    def own_region(self, kommun: str) -> str | None:
        """The region that a kommun lies in that day; None outside every region."""
        return region_of(kommun, self.day)

    def uncovered(
        self, needed: Callable[[str], str | None]
    ) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Those that must take part for some part of the area and do not, each with these parts.

        Args:
            needed: who must take part for a kommun, None for nobody.
        """
        found: dict[str, set[str]] = {}
        for kommun, part in self.area:
            member = needed(kommun)
            if member is not None and not self.has(member):
                found.setdefault(member, set()).add(part_name(kommun, part))
        for member, parts in found.items():
            yield member, tuple(sorted(parts))


def part_name(kommun: str, part: str | None) -> str:
    """What findings call a part of an area: its kommun's key, and which part if not the whole."""
    return f"{kommun}: {part}" if part else kommun


def who(actor: str | ExternalActor) -> Who:
    """The facts that say who an actor is."""
    if isinstance(actor, str):
        return {"actor": actor}
    return {"actor": actor.name or "", "form": actor.form}


def subjects(timeline: Timeline) -> Iterator[ForbundOnDay]:
    """The förbund itself."""
    yield ForbundOnDay(timeline)
