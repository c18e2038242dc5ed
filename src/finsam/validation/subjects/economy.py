"""What the rules of 20–24 §§ judge: archives, budgets, annual reports and commitments."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import MAXYEAR, date, timedelta
from functools import cached_property
from typing import Any, Final, TypeVar

from finsam.law.geography import current
from finsam.law.parties import PartyKind, kind_of
from finsam.law.terms import annual_report_day, budget_day, next_weekday
from finsam.models.economy import AnnualReport, Budget, Commitment, Economy, Spending
from finsam.models.forbundsordning import Forbundsordning
from finsam.validation.engine.subject import Subject
from finsam.validation.engine.timeline import Timeline
from finsam.validation.engine.verdict import Stage

_FIRST_YEAR: Final = 2004


class EconomyOnDay(Subject[Economy]):
    """The economy as a whole."""

    collection = "economy"


class Archives(Subject[Sequence[str]]):
    """The authorities that supervise the archives."""

    collection = "economy.archive_authorities"
    also_when = frozenset({Stage.DISSOLVED})

    @property
    def authorities(self) -> tuple[str, ...]:
        """The kommuner that they belong to, without repetition."""
        return tuple(dict.fromkeys(map(current, self.item)))

    def has_been_member(self, kommun: str) -> bool:
        """Whether a kommun has been a member by that day."""
        return self.timeline.is_member(kommun, date.min, self.day)

    @cached_property
    def kommuner(self) -> list[str]:
        """The kommuner that are members that day."""
        return [key for key in self.members if kind_of(key) is PartyKind.KOMMUN]


Y = TypeVar("Y", bound=AnnualReport | Budget)


class _Yearly(Subject[Y | None]):
    """What has to be done for each year, whether or not the document has an entry for it."""

    def __init__(  # noqa: PLR0913  each by name
        self,
        timeline: Timeline,
        entry: Y | None,
        place: int | None,
        *,
        year: int,
        due: date,
        day: date,
    ) -> None:
        super().__init__(timeline, entry, place, day=day, facts={"year": year, "due": due})
        self.year: Final = year
        self.due: Final = due
        """The last day on which it may be done."""

    @property
    def is_due(self) -> bool:
        """Whether the last day for it has passed, and the next weekday if it was a day off."""
        return next_weekday(self.due) < self.timeline.on


class BudgetYear(_Yearly[Budget]):
    """The budget of a year, by the law of the day on which it was adopted, or else due."""

    collection = "economy.budgets"

    def __init__(
        self,
        timeline: Timeline,
        budget: Budget | None,
        place: int | None,
        *,
        year: int,
        day: date | None = None,
    ) -> None:
        formed = timeline.forbund.formed
        due = budget_day(year)
        founders = budget is not None and _is_the_founders(budget, formed)
        self.is_first: Final = formed is not None and (due < formed or founders)
        """Whether it is the first: its day had passed when the förbund was formed, or the members
        adopted it by then."""
        if formed is not None and self.is_first:
            due = formed
        adopted = budget.adopted if budget else None
        # Before the act nobody could adopt a budget by it.
        day = day or (due if due.year < _FIRST_YEAR else adopted or due)
        super().__init__(timeline, budget, place, year=year, due=due, day=day)

    def no_meeting_on(self, day: date) -> bool:
        """Whether the board is known not to have met on a day; only its present term is known."""
        board = self.timeline.forbund.board
        if board is None or board.meetings is None or day > self.timeline.on:
            return False
        return (
            (board.term_start or date.min) <= day
            and self.timeline.has_all("board.meetings")
            and day not in self.timeline.meeting_days
        )

    @property
    def founders_adopted_another(self) -> bool:
        """Whether the members adopted a budget for another year when the förbund was formed."""
        forbund = self.timeline.forbund
        budgets = (forbund.economy and forbund.economy.budgets) or ()
        return any(
            budget.year != self.year and _is_the_founders(budget, forbund.formed)
            for budget in budgets
        )


def _is_the_founders(budget: Budget, formed: date | None) -> bool:
    """Whether the members adopted a budget when the förbund was formed, or before."""
    return (
        budget.adopted_by == "members"
        and formed is not None
        and budget.adopted is not None
        and budget.adopted <= formed
    )


class BudgetEntry(BudgetYear):
    """The budget of a year that the document has one for."""

    item: Budget

    def __init__(
        self, timeline: Timeline, budget: Budget, place: int, *, day: date | None = None
    ) -> None:
        super().__init__(timeline, budget, place, year=budget.year, day=day)


class Proposal(BudgetEntry):
    """The proposal for a budget, by the law of the day on which its meeting was announced."""

    def __init__(self, timeline: Timeline, budget: Budget, place: int) -> None:
        founders = _is_the_founders(budget, timeline.forbund.formed)
        super().__init__(timeline, budget, place, day=None if founders else budget.announced)


class FinancialYear(_Yearly[AnnualReport]):
    """The årsredovisning of a financial year, by the law of the first day of that year."""

    collection = "economy.annual_reports"
    also_when = frozenset({Stage.DISSOLVED})

    def __init__(
        self, timeline: Timeline, report: AnnualReport | None, place: int | None, *, year: int
    ) -> None:
        year_end = (report and report.year_end) or date(year, 12, 31)
        # 2018:598 applies from the financial year 2019, so that the wording is that of its start.
        begun = (year_end - timedelta(days=364)).replace(day=1)
        due = annual_report_day(year_end)
        super().__init__(timeline, report, place, year=year, due=due, day=begun)

    @property
    def is_first(self) -> bool:
        """Whether the förbund was formed in the year."""
        return self.formed is not None and self.formed.year == self.year

    @property
    def is_last(self) -> bool:
        """Whether the förbund ended in the year, before the day asked about."""
        dissolved = self.timeline.forbund.dissolved
        ended = self.timeline.stage is Stage.DISSOLVED
        return ended and dissolved is not None and dissolved.year == self.year


class ReportEntry(FinancialYear):
    """The årsredovisning of a financial year that the document has one for."""

    item: AnnualReport


class Spent(Subject[Spending]):
    """A decision to spend beside the budget, by the law of its day."""

    collection = "economy.spending"


class Bound(Subject[Commitment]):
    """What the förbund has bound itself to, by the law of the day on which it did."""

    collection = "economy.commitments"

    @property
    def ordning(self) -> tuple[int, Forbundsordning] | None:
        """The förbundsordning in force then, with its place; None if none is known."""
        return self.timeline.ordning(self.day)


def _years(timeline: Timeline, some: Iterable[int]) -> Iterator[int]:
    """Those of some years that the förbund exists in, sorted and without repetition."""
    formed, dissolved = timeline.forbund.formed, timeline.forbund.dissolved
    first = max(_FIRST_YEAR, formed.year if formed else _FIRST_YEAR)
    last = dissolved.year if dissolved else MAXYEAR
    yield from sorted({year for year in some if first <= year <= last})


def _by_year(some: Iterable[Y]) -> Mapping[int, tuple[int, Y]]:
    return {each.year: (place, each) for place, each in enumerate(some)}


def subjects(timeline: Timeline) -> Iterator[Subject[Any]]:
    """The economy, the archives, and each year's budget and årsredovisning."""
    economy = timeline.forbund.economy
    if economy is None:
        return
    yield EconomyOnDay(timeline, economy)
    if economy.archive_authorities is not None:
        yield Archives(timeline, economy.archive_authorities)
    if economy.budgets is not None:
        yield from _budgets(timeline, economy.budgets)
    for place, spending in enumerate(economy.spending or ()):
        yield Spent(timeline, spending, place, day=spending.decided)
    for place, commitment in enumerate(economy.commitments or ()):
        yield Bound(timeline, commitment, place, day=commitment.entered)
    if economy.annual_reports is not None:
        yield from _annual_reports(timeline, economy.annual_reports)


def _budgets(timeline: Timeline, some: Iterable[Budget]) -> Iterator[BudgetYear]:
    budgets, year = _by_year(some), timeline.on.year
    for each in _years(timeline, {year, year + 1, *budgets}):
        place, budget = budgets.get(each, (None, None))
        yield BudgetYear(timeline, budget, place, year=each)
        if budget is not None and place is not None:
            yield BudgetEntry(timeline, budget, place)
            yield Proposal(timeline, budget, place)


def _annual_reports(timeline: Timeline, some: Iterable[AnnualReport]) -> Iterator[FinancialYear]:
    reports, dissolved = _by_year(some), timeline.forbund.dissolved
    ended = {dissolved.year} if dissolved and timeline.stage is Stage.DISSOLVED else set()
    for each in _years(timeline, {timeline.on.year - 1, *ended, *reports}):
        place, report = reports.get(each, (None, None))
        yield FinancialYear(timeline, report, place, year=each)
        if report is not None and place is not None:
            yield ReportEntry(timeline, report, place, year=each)
