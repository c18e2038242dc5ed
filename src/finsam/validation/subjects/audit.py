"""What the rules of 25 and 26 §§ judge: auditors and audits."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cached_property
from typing import Any, Final

from finsam.law.geography import current
from finsam.law.parties import STATE
from finsam.law.terms import election_day, is_election_year, new_fullmaktige_from
from finsam.models.base import Loc
from finsam.models.economy import Audit, Auditor
from finsam.validation.engine.subject import Subject
from finsam.validation.engine.timeline import Places, Timeline
from finsam.validation.engine.verdict import Stage


class Auditors(Subject[Sequence[Auditor]]):
    """The auditors of the day asked about."""

    collection = "economy.auditors"

    def __init__(self, timeline: Timeline, auditors: Sequence[Auditor]) -> None:
        super().__init__(timeline, auditors)
        self.on_day: Final = [
            auditor
            for auditor in auditors
            if (auditor.start or auditor.appointed or date.min)
            <= self.day
            <= (auditor.end or date.max)
        ]
        """The auditors whose assignment goes on that day."""

    @cached_property
    def audited(self) -> set[str]:
        """The members on whose account somebody audits."""
        return {current(key) for auditor in self.on_day for key in auditor.for_members}

    def should_have_from_the_formation(self, member: str) -> bool:
        """Whether a member without any auditor, past or present, has been one from the start."""
        since = self.formed or date.min
        return member not in self._ever and self.timeline.is_member(member, since, since)

    @cached_property
    def _ever(self) -> set[str]:
        return {current(key) for auditor in self.item for key in auditor.for_members}


class AtFormation(Subject[Sequence[Auditor]]):
    """The auditors of a new förbund, by the law of the day on which it was formed."""

    collection = "economy.auditors"

    def __init__(self, timeline: Timeline, auditors: Sequence[Auditor], formed: date) -> None:
        super().__init__(timeline, auditors, day=formed, facts={"due": formed})


class Assignment(Subject[Auditor]):
    """An auditor's assignment, by the law of the day: appointed, else begun, else asked about."""

    collection = "economy.auditors"

    @property
    def is_for_state(self) -> bool:
        """Whether it is on the account of Försäkringskassan or Arbetsförmedlingen."""
        return any(key in STATE for key in self.item.for_members)

    @property
    def is_for_time_after_election(self) -> bool:
        """Whether it was given before a general election, for time after the election."""
        appointed, start = self.item.appointed, self.item.start
        return (
            appointed is not None
            and start is not None
            and is_election_year(appointed.year)
            and appointed <= election_day(appointed.year) < start
        )

    @property
    def is_before_the_new_fullmaktige(self) -> bool:
        """Whether it was given before the fullmäktige elected that year took office."""
        appointed = self.item.appointed
        first = appointed and new_fullmaktige_from(appointed.year)
        return appointed is not None and first is not None and appointed < first

    @cached_property
    def locals(self) -> tuple[str, ...]:
        """The kommuner and regioner that it is on the account of, without repetition."""
        keys = dict.fromkeys(map(current, self.item.for_members))
        return tuple(key for key in keys if key not in STATE)

    def said_in_ordningar(self, field: str) -> tuple[set[Any], Places]:
        """What the förbundsordningar in force in its time until the day asked about say.

        A new förbund's auditors are appointed before its förbundsordning is in force.

        Args:
            field: the name of the field in a förbundsordning.

        Returns:
            What they say, and the places where it is not known.
        """
        formed = self.formed or date.min
        first = max(self.item.start or self.day, formed)
        last = min(self.item.end or date.max, self.timeline.on)
        said, unknown = self.timeline.said_in_ordningar(field, first, last)
        return said, unknown if said or unknown.first else Places((("forbundsordningar",),), 0)


class LastYear(Subject[Sequence[Audit]]):
    """The audits of a förbund that has ended, by the law of its last day."""

    collection = "economy.audits"
    also_when = frozenset({Stage.DISSOLVED})

    def __init__(self, timeline: Timeline, audits: Sequence[Audit], dissolved: date) -> None:
        super().__init__(timeline, audits, day=dissolved, facts={"year": dissolved.year})

    @property
    def is_audited(self) -> bool:
        """Whether there is an audit of the year in which the förbund ended."""
        return any(audit.year == self.day.year for audit in self.item)


class Audited(Subject[Audit]):
    """An audit of a year, by the law of the day of its report, else of the year's last day."""

    collection = "economy.audits"
    also_when = frozenset({Stage.DISSOLVED})

    def __init__(self, timeline: Timeline, audit: Audit, place: int, of_year: "_Discharge") -> None:
        day = audit.reported or date(audit.year, 12, 31)
        super().__init__(timeline, audit, place, day=day, facts={"year": audit.year})
        self.decided: Final = of_year.decided
        """The members that have decided on ansvarsfrihet for the year, by any of its reports."""
        self.not_known: Final = of_year.not_known
        """The first place where the year's decisions are not known; None: they are."""
        self._are_listed: Final = of_year.are_listed

    @property
    def discharges_are_all_listed(self) -> bool:
        """Whether the members in the document are all that have decided for the year."""
        # The year may have another report, with decisions of its own.
        return self._are_listed and (self.lists_all("discharge") or self.list_is_whole)


class _Discharge:
    """Who has decided on ansvarsfrihet for a year, which may have several reports."""

    def __init__(self) -> None:
        self.decided: Final = set[str]()
        self.not_known: Loc | None = None
        self.are_listed = True

    def add(self, timeline: Timeline, place: int, audit: Audit) -> None:
        self.are_listed &= timeline.lists_all("economy.audits.discharge", audit.discharge or ())
        if audit.discharge is None:
            self.not_known = self.not_known or ("economy", "audits", place, "discharge")
        else:
            self.decided.update(current(each.member) for each in audit.discharge)


def subjects(timeline: Timeline) -> Iterator[Subject[Any]]:
    """The auditors, their assignments, and the audits."""
    economy, formed = timeline.forbund.economy, timeline.forbund.formed
    if economy is None:
        return
    if (auditors := economy.auditors) is not None:
        yield Auditors(timeline, auditors)
        if formed is not None and timeline.on.year <= formed.year + 1:
            yield AtFormation(timeline, auditors, formed)
        for place, each in enumerate(auditors):
            yield Assignment(timeline, each, place, day=each.appointed or each.start)
    dissolved = timeline.forbund.dissolved
    if economy.audits is not None and dissolved and timeline.stage is Stage.DISSOLVED:
        yield LastYear(timeline, economy.audits, dissolved)
    of_years = defaultdict[int, _Discharge](_Discharge)
    for place, audit in enumerate(economy.audits or ()):
        of_years[audit.year].add(timeline, place, audit)
    for place, audit in enumerate(economy.audits or ()):
        yield Audited(timeline, audit, place, of_years[audit.year])
