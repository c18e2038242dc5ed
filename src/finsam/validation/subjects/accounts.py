"""What the rules of 20–28 §§ judge: the economy, its years, the audit, exits and appeals."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import MAXYEAR, date, timedelta
from functools import cached_property
from typing import ClassVar, Final, Generic, Protocol, TypeVar

from finsam.law.geography import KOMMUNER_OUTSIDE_REGIONS, current, region_of
from finsam.law.parties import SEVERAL_REGIONS_FROM, PartyKind, kind_of
from finsam.law.terms import (
    LONGEST_NOTICE,
    add_days,
    annual_report_day,
    appeal_deadline,
    budget_day,
    next_weekday,
)
from finsam.models.base import Loc
from finsam.models.economy import (
    AnnualReport,
    Appeal,
    Audit,
    Auditor,
    Budget,
    Commitment,
    Economy,
    Spending,
)
from finsam.models.forbund import Member
from finsam.models.forbundsordning import Forbundsordning
from finsam.validation.engine.decision import Decision
from finsam.validation.engine.facts import Facts
from finsam.validation.engine.rule import OUTSIDE_LIFETIME, Subject
from finsam.validation.subjects.governance import Item, OnDay
from finsam.validation.subjects.timeline import Question

STATE: Final = ("forsakringskassan", "arbetsformedlingen")
"""The two agencies, which have one auditor together."""

_FIRST_YEAR: Final = 2004


class EconomyOnDay(OnDay):
    """The economy as a whole."""

    collection = "economy"
    loc = ("economy",)

    def __init__(self, question: Question, economy: Economy) -> None:
        super().__init__(question)
        self.economy: Final = economy


class Archives(OnDay):
    """The authorities that supervise the archives."""

    collection = "economy.archive_authorities"
    loc = ("economy", "archive_authorities")

    def __init__(self, question: Question, authorities: Sequence[str]) -> None:
        super().__init__(question)
        self.authorities: Final = tuple(dict.fromkeys(map(current, authorities)))
        """The kommuner that they belong to, each once."""

    @property
    def kommuner(self) -> list[str]:
        """The kommuner that are members that day."""
        return [key for key in self.members if kind_of(key) is PartyKind.KOMMUN]


class _OfYear(Protocol):
    @property
    def year(self) -> int: ...

    @property
    def ref(self) -> str | None: ...


Y = TypeVar("Y", bound=_OfYear)


class _Yearly(Generic[Y]):
    """What has to be done for each year, whether or not the document has an entry for it."""

    collection: ClassVar[str]

    def __init__(
        self,
        question: Question,
        year: int,
        numbered: tuple[int, Y] | None,
        *,
        due: date,
        day: date,
    ) -> None:
        self.year: Final = year
        self.due: Final = due
        """The last day on which it may be done."""
        self.day: Final = day
        self.question: Final = question
        self.facts: Final[Facts] = {"year": year, "due": due}
        self.entry: Final = numbered[1] if numbered else None
        at: Loc = () if numbered is None else (numbered[0],)
        self.loc: Final[Loc] = (*self.collection.split("."), *at)
        self.ref: Final = numbered[1].ref if numbered else None

    @property
    def settled(self) -> Decision | None:
        """Before the förbund's first day and after its last, no rule applies."""
        return None if self.question.is_within_lifetime else OUTSIDE_LIFETIME

    @property
    def is_due(self) -> bool:
        """Whether the last day for it has passed, and the next weekday if it was a day off."""
        return next_weekday(self.due) < self.question.on

    def place(self, *rest: str | int) -> Loc:
        """The place in the document of something in it."""
        return (*self.loc, *rest)


class BudgetYear(_Yearly[Budget]):
    """The budget of a year, by the law of the day: adopted, else due."""

    collection = "economy.budgets"

    def __init__(self, question: Question, year: int, numbered: tuple[int, Budget] | None) -> None:
        formed = question.forbund.formed
        due = budget_day(year)
        founders = numbered is not None and _is_the_founders(numbered[1], formed)
        self.is_first: Final = formed is not None and (due < formed or founders)
        """Whether it is the first: its day had passed when the förbund was formed, or the members
        adopted it by then."""
        if formed is not None and self.is_first:
            due = formed
        adopted = numbered[1].adopted if numbered else None
        # Before the act nobody could adopt a budget by it.
        day = due if due.year < _FIRST_YEAR else adopted or due
        super().__init__(question, year, numbered, due=due, day=day)

    @property
    def founders_adopted_another(self) -> bool:
        """Whether the members adopted a budget for another year when the förbund was formed."""
        forbund = self.question.forbund
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

    def __init__(self, question: Question, place: int, budget: Budget) -> None:
        super().__init__(question, budget.year, (place, budget))
        self.budget: Final = budget


class FinancialYear(_Yearly[AnnualReport]):
    """The årsredovisning of a financial year, by the law of the first day of that year."""

    collection = "economy.annual_reports"

    def __init__(
        self, question: Question, year: int, numbered: tuple[int, AnnualReport] | None
    ) -> None:
        year_end = (numbered[1].year_end if numbered else None) or date(year, 12, 31)
        # 2018:598 applies from the financial year 2019, so that the wording is that of its start.
        begun = (year_end - timedelta(days=364)).replace(day=1)
        super().__init__(question, year, numbered, due=annual_report_day(year_end), day=begun)
        self.ended: Final = year_end

    @property
    def is_first(self) -> bool:
        """Whether the förbund was formed in the year."""
        formed = self.question.forbund.formed
        return formed is not None and formed.year == self.year


class ReportEntry(FinancialYear):
    """The årsredovisning of a financial year that the document has one for."""

    def __init__(self, question: Question, place: int, report: AnnualReport) -> None:
        super().__init__(question, report.year, (place, report))
        self.report: Final = report


class Spent(Item[Spending]):
    """A decision to spend beside the budget, by the law of its day."""

    collection = "economy.spending"


class Bound(Item[Commitment]):
    """What the förbund has bound itself to, by the law of the day on which it did."""

    collection = "economy.commitments"

    @property
    def ordning(self) -> tuple[int, Forbundsordning] | None:
        """The förbundsordning in force then, with its place; None if none is known."""
        return self.question.ordning(self.day)


class Auditors(OnDay):
    """The auditors of the day asked about."""

    collection = "economy.auditors"
    loc = ("economy", "auditors")

    def __init__(self, question: Question, auditors: Sequence[Auditor]) -> None:
        super().__init__(question)
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


class AtFormation(OnDay):
    """The auditors of a new förbund, by the law of the day on which it was formed."""

    collection = "economy.auditors"
    loc = ("economy", "auditors")

    def __init__(self, question: Question, formed: date, auditors: Sequence[Auditor]) -> None:
        super().__init__(question, formed)
        self.facts["due"] = formed
        self.numbered: Final = tuple(enumerate(auditors))
        """The auditors, with their numbers."""


class Assignment(Item[Auditor]):
    """An auditor's assignment, by the law of the day: appointed, else begun, else asked about."""

    collection = "economy.auditors"

    @property
    def is_for_state(self) -> bool:
        """Whether it is on the account of Försäkringskassan or Arbetsförmedlingen."""
        return any(key in STATE for key in self.item.for_members)

    @property
    def locals(self) -> tuple[str, ...]:
        """The kommuner and regioner on whose account it is, each once."""
        keys = dict.fromkeys(map(current, self.item.for_members))
        return tuple(key for key in keys if key not in STATE)

    @property
    def ordningar(self) -> list[tuple[int, Forbundsordning]]:
        """The förbundsordningar in force in its time until the day asked about, with their places.

        A new förbund's auditors are appointed before its förbundsordning is in force.
        """
        formed = self.question.forbund.formed or date.min
        first = max(self.item.start or self.day, formed)
        return self.question.ordningar(first, min(self.item.end or date.max, self.question.on))


class Audited(Item[Audit]):
    """An audit of a year, by the law of the day of its report, else of the year's last day."""

    collection = "economy.audits"

    def __init__(self, question: Question, place: int, audit: Audit, of_year: "_Discharge") -> None:
        day = audit.reported or date(audit.year, 12, 31)
        super().__init__(question, place, audit, day, {"year": audit.year})
        self.decided: Final = of_year.decided
        """The members that have decided on ansvarsfrihet for the year, by any of its reports."""
        self.not_known: Final = of_year.not_known
        """The first place where the year's decisions are not known; None: they are."""

    @cached_property
    def members(self) -> tuple[str, ...]:
        """The parties that are members that day, by kind."""
        return self.question.parties(self.day)


class Appealed(Item[Appeal]):
    """An appeal, by the law of the day: the decision announced, else the appeal received."""

    collection = "economy.appeals"

    @property
    def due(self) -> date | None:
        """The last day for it; None if the announcement is not known."""
        announced = self.item.announced
        return announced and appeal_deadline(announced)


class Leaving(Item[Member]):
    """A member that has given notice or has a last day, by the law of the day of notice."""

    collection = "members"

    def __init__(self, question: Question, place: int, member: Member, counts: "_Counts") -> None:
        day = member.notice_given or member.left
        super().__init__(question, place, member, day, {"member": str(member.actor)})
        self.key: Final = current(str(member.actor))
        self._counts: Final = counts

    @property
    def after(self) -> date | None:
        """The day after its last; None if it has none."""
        left = self.item.left
        return left and add_days(left, 1)

    @property
    def is_member_after(self) -> bool:
        """Whether it is a member on the day after its last."""
        return self.after is not None and self.question.is_member(self.key, self.after, self.after)

    @property
    def notice_months(self) -> tuple[int | None, Loc | None]:
        """The shortest time of notice from the notice to the exit, and the place of one not known.

        In months, at most three years; None if none is known.
        """
        ordningar = self.question.ordningar(self.day, self.after or self.day)
        known = [each.notice_months for _, each in ordningar if each.notice_months is not None]
        unknown: list[Loc] = [
            ("forbundsordningar", place, "notice_months")
            for place, each in ordningar
            if each.notice_months is None
        ]
        if self.question.ordning(self.day) is None:
            unknown.append(("forbundsordningar",))
        return (
            min(*known, LONGEST_NOTICE) if known else None,
            unknown[0] if unknown else None,
        )

    def leaves_none_of_its_kind(self, after: date) -> bool:
        """Whether 3 § will lack its whole kind of party."""
        kind = kind_of(self.key)
        excused = kind is PartyKind.REGION and any(
            self.question.is_member(key, after, after) for key in KOMMUNER_OUTSIDE_REGIONS
        )
        return not (excused or self._counts.of(kind, after))

    def kommuner_left_without_it(self, after: date) -> tuple[str, ...]:
        """The member kommuner whose own region it was; none if it is no region."""
        asked = after >= SEVERAL_REGIONS_FROM
        kommuner = self._counts.kommuner_of.get(self.key, ()) if asked else ()
        return tuple(sorted(key for key in kommuner if self.question.is_member(key, after, after)))

    def leaves_its_part(self, after: date) -> bool:
        """Whether a part of the area will have no member kommun, as its kommun has left."""
        return (
            self.question.forbund.area is not None
            and kind_of(self.key) is PartyKind.KOMMUN
            and after >= SEVERAL_REGIONS_FROM
            and self.question.is_in_area(self.key, None, after) is not False
        )


class _Counts:
    """How many of each kind are members on a day, and each region's kommuner among them."""

    def __init__(self, members: Iterable[Member]) -> None:
        self._starts: dict[PartyKind, list[date]] = {kind: [] for kind in PartyKind}
        self._ends: dict[PartyKind, list[date]] = {kind: [] for kind in PartyKind}
        self._kommuner: dict[str, None] = {}
        for member in members:
            if isinstance(member.actor, str):
                kind = kind_of(member.actor)
                self._starts[kind].append(member.joined or date.min)
                self._ends[kind].append(member.left or date.max)
                if kind is PartyKind.KOMMUN:
                    self._kommuner[current(member.actor)] = None
        for some in (*self._starts.values(), *self._ends.values()):
            some.sort()

    def of(self, kind: PartyKind, day: date) -> int:
        """How many of a kind are members on a day."""
        return bisect_right(self._starts[kind], day) - bisect_left(self._ends[kind], day)

    @cached_property
    def kommuner_of(self) -> Mapping[str | None, Sequence[str]]:
        """The kommuner that are members on some day, by region.

        By the region of each since 2010, when a kommun's own region began to be asked for.
        """
        found = defaultdict[str | None, list[str]](list)
        for kommun in self._kommuner:
            found[region_of(kommun, SEVERAL_REGIONS_FROM)].append(kommun)
        return found


def _years(question: Question, some: Iterable[int]) -> Iterator[int]:
    """Those of some years that the förbund exists in, in order and each once."""
    formed, dissolved = question.forbund.formed, question.forbund.dissolved
    first = max(_FIRST_YEAR, formed.year if formed else _FIRST_YEAR)
    last = dissolved.year if dissolved else MAXYEAR
    yield from sorted({year for year in some if first <= year <= last})


def _by_year(some: Iterable[Y]) -> Mapping[int, tuple[int, Y]]:
    return {each.year: (place, each) for place, each in enumerate(some)}


def accounts(question: Question) -> dict[type, Sequence[Subject]]:
    """The subjects of 20–28 §§, by kind; a kind whose collection is null is left out."""
    found: dict[type, Sequence[Subject]] = {}
    leaving = [
        (place, member)
        for place, member in enumerate(question.forbund.members)
        if isinstance(member.actor, str) and (member.left or member.notice_given)
    ]
    if leaving:
        counts = _Counts(question.forbund.members)
        found[Leaving] = [Leaving(question, place, member, counts) for place, member in leaving]
    if (economy := question.forbund.economy) is not None:
        found |= _of_economy(question, economy)
        found |= _of_audit(question, economy)
    return found


def _of_economy(question: Question, economy: Economy) -> dict[type, Sequence[Subject]]:
    found: dict[type, Sequence[Subject]] = {EconomyOnDay: [EconomyOnDay(question, economy)]}
    year = question.on.year
    if economy.archive_authorities is not None:
        found[Archives] = [Archives(question, economy.archive_authorities)]
    if economy.budgets is not None:
        budgets = _by_year(economy.budgets)
        found[BudgetYear] = [
            BudgetYear(question, each, budgets.get(each))
            for each in _years(question, {year, year + 1, *budgets})
        ]
        found[BudgetEntry] = [
            BudgetEntry(question, *budgets[each]) for each in _years(question, budgets)
        ]
    if economy.spending is not None:
        found[Spent] = [
            Spent(question, place, each, each.decided, {})
            for place, each in enumerate(economy.spending)
        ]
    if economy.commitments is not None:
        found[Bound] = [
            Bound(question, place, each, each.entered, {})
            for place, each in enumerate(economy.commitments)
        ]
    if economy.annual_reports is not None:
        reports = _by_year(economy.annual_reports)
        found[FinancialYear] = [
            FinancialYear(question, each, reports.get(each))
            for each in _years(question, {year - 1, *reports})
        ]
        found[ReportEntry] = [
            ReportEntry(question, *reports[each]) for each in _years(question, reports)
        ]
    return found


def _of_audit(question: Question, economy: Economy) -> dict[type, Sequence[Subject]]:
    found: dict[type, Sequence[Subject]] = {}
    if (auditors := economy.auditors) is not None:
        formed = question.forbund.formed
        found[Auditors] = [Auditors(question, auditors)]
        if formed is not None and question.on.year <= formed.year + 1:
            found[AtFormation] = [AtFormation(question, formed, auditors)]
        found[Assignment] = [
            Assignment(question, place, each, each.appointed or each.start, {})
            for place, each in enumerate(auditors)
        ]
    if economy.audits is not None:
        of_years = defaultdict[int, _Discharge](_Discharge)
        for place, each in enumerate(economy.audits):
            of_years[each.year].add(place, each)
        found[Audited] = [
            Audited(question, place, each, of_years[each.year])
            for place, each in enumerate(economy.audits)
        ]
    if economy.appeals is not None:
        found[Appealed] = [
            Appealed(question, place, each, each.announced or each.received, {})
            for place, each in enumerate(economy.appeals)
        ]
    return found


class _Discharge:
    """Who has decided on ansvarsfrihet for a year, which may have several reports."""

    def __init__(self) -> None:
        self.decided: Final = set[str]()
        self.not_known: Loc | None = None

    def add(self, place: int, audit: Audit) -> None:
        if audit.discharge is None:
            self.not_known = self.not_known or ("economy", "audits", place, "discharge")
        else:
            self.decided.update(current(each.member) for each in audit.discharge)
