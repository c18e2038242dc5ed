"""What the rules of 27 and 28 §§ judge: members that leave, and appeals."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import Final

from finsam.law.geography import KOMMUNER_OUTSIDE_REGIONS, current, region_of
from finsam.law.parties import SEVERAL_REGIONS_FROM, PartyKind, kind_of
from finsam.law.terms import LONGEST_NOTICE, add_days, appeal_deadline
from finsam.models.base import Loc
from finsam.models.economy import Appeal
from finsam.models.forbund import Member
from finsam.models.forbundsordning import Forbundsordning
from finsam.validation.engine.subject import Subject
from finsam.validation.engine.timeline import Spans, Timeline


class Leaving(Subject[Member]):
    """A member that has given notice or has a last day, by the law of the day of notice."""

    collection = "members"

    def __init__(self, timeline: Timeline, member: Member, place: int, counts: "_Counts") -> None:
        day = member.notice_given or member.left
        super().__init__(timeline, member, place, day=day, facts={"member": str(member.actor)})
        self.key: Final = current(str(member.actor))
        self.after: Final = member.left and add_days(member.left, 1)
        """The day after its last; None if it has none."""
        self._counts: Final = counts

    @property
    def is_member_after(self) -> bool:
        """Whether it is a member on the day after its last."""
        return self.after is not None and self.timeline.is_member(self.key, self.after, self.after)

    @property
    def notice_months(self) -> tuple[int | None, Loc | None]:
        """The shortest period of notice from notice to exit, and the place of one not known.

        In months, three years at most; None if none is known.
        """
        if self.timeline.forbund.forbundsordningar is None:
            return None, ("forbundsordningar",)
        said, unknown = self.timeline.said_in_ordningar(
            "notice_months", self.day, self.after or self.day
        )
        return min(*said, LONGEST_NOTICE) if said else None, next(iter(unknown.first), None)

    @property
    def ordningar_since_notice(self) -> list[tuple[int, Forbundsordning]]:
        """The förbundsordningar that came into force after the notice, until the exit."""
        ordningar = self.timeline.ordningar(self.day, self.after or self.day)
        return [each for each in ordningar if (each[1].applies_from or date.min) > self.day]

    def leaves_none_of_its_kind(self, after: date) -> bool:
        """Whether no party of its kind, which 3 § requires, will be left."""
        kind = kind_of(self.key)
        excused = kind is PartyKind.REGION and any(
            self.timeline.is_member(key, after, after) for key in KOMMUNER_OUTSIDE_REGIONS
        )
        return not (excused or self._counts.of_kind[kind].count(after, after))

    def kommuner_left_without_it(self, after: date) -> tuple[str, ...]:
        """The member kommuner whose own region it was; none if it is no region."""
        asked = after >= SEVERAL_REGIONS_FROM
        kommuner = self._counts.kommuner_of.get(self.key, ()) if asked else ()
        return tuple(sorted(key for key in kommuner if self.timeline.is_member(key, after, after)))

    def leaves_its_part(self, after: date) -> bool:
        """Whether the kommun leaves behind a part of the area without a member kommun."""
        return (
            self.timeline.forbund.area is not None
            and kind_of(self.key) is PartyKind.KOMMUN
            and after >= SEVERAL_REGIONS_FROM
            and self.timeline.is_in_area(self.key, None, after, after) is not False
        )


class _Counts:
    """How many parties of each kind are members on a day, and which kommuner each region has."""

    def __init__(self, members: Iterable[Member]) -> None:
        self._members: Final = [each for each in members if isinstance(each.actor, str)]

    @cached_property
    def of_kind(self) -> Mapping[PartyKind, Spans]:
        """When those of each kind are members."""
        found: dict[PartyKind, list[tuple[date, date]]] = {kind: [] for kind in PartyKind}
        for member in self._members:
            period = (member.joined or date.min, member.left or date.max)
            found[kind_of(str(member.actor))].append(period)
        return {kind: Spans(periods) for kind, periods in found.items()}

    @cached_property
    def kommuner_of(self) -> Mapping[str | None, Sequence[str]]:
        """The kommuner that are members on some day, by region.

        The region is that of 2010, from when the act has required a kommun's own region.
        """
        kommuner = {
            current(str(each.actor)): None
            for each in self._members
            if kind_of(str(each.actor)) is PartyKind.KOMMUN
        }
        found = defaultdict[str | None, list[str]](list)
        for kommun in kommuner:
            found[region_of(kommun, SEVERAL_REGIONS_FROM)].append(kommun)
        return found


class Appealed(Subject[Appeal]):
    """An appeal, by the law of the day of the announcement, or else of the appeal."""

    collection = "economy.appeals"

    @property
    def due(self) -> date | None:
        """The last day for it; None if the announcement is not known."""
        announced = self.item.announced
        return announced and appeal_deadline(announced)


def subjects(timeline: Timeline) -> Iterator[Leaving | Appealed]:
    """Each member with a notice or a last day, and each appeal."""
    leaving = [
        (place, member)
        for place, member in enumerate(timeline.forbund.members)
        if isinstance(member.actor, str) and (member.left or member.notice_given)
    ]
    if leaving:
        counts = _Counts(timeline.forbund.members)
        for place, member in leaving:
            yield Leaving(timeline, member, place, counts)
    economy = timeline.forbund.economy
    for place, appeal in enumerate((economy and economy.appeals) or ()):
        yield Appealed(timeline, appeal, place, day=appeal.announced or appeal.received)
