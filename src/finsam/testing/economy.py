"""Economies that comply with 20–28 §§."""

from datetime import date, timedelta
from typing import Any, Final

from hypothesis import strategies as st

from finsam.law.terms import (
    annual_report_day,
    budget_day,
    election_day,
    is_after_election,
    new_fullmaktige_from,
)
from finsam.models.economy import (
    AnnualReport,
    Appeal,
    Audit,
    Auditor,
    Budget,
    Commitment,
    Discharge,
    Economy,
    Spending,
)
from finsam.models.forbundsordning import Forbundsordning, MemberDay
from finsam.testing.parts import STATE, amounts, dates, some

_DAY: Final = timedelta(days=1)
_YES: Final[st.SearchStrategy[Any]] = st.just(value=True)


@st.composite
def lawful_economy(
    draw: st.DrawFn, keys: list[str], formed: date | None, on: date, ordning: Forbundsordning
) -> Economy:
    """An economy that complies with 20–26 and 28 §§ on a day, with every fact known.

    Args:
        draw: given by hypothesis.
        keys: the members, all of them from before the year of the day.
        formed: the förbund's first day.
        on: the day of the question.
        ordning: the förbundsordning, with everything known that rules read.
    """
    recent = max(formed or date.min, on - timedelta(days=300)), on
    budgets = [draw(lawful_budgets(on.year))]
    if on > budget_day(on.year + 1) or draw(st.booleans()):
        budgets.append(draw(lawful_budgets(on.year + 1)))
    kommuner = [key for key in keys if key.startswith("kommun:")]
    return Economy(
        archive_authorities=(draw(st.sampled_from(kommuner)),),
        economy_guidelines=True,
        asset_guidelines=True,
        budgets=tuple(budgets),
        spending=draw(some(lawful_spending(*recent))),
        commitments=draw(some(lawful_commitments(*recent))),
        annual_reports=(draw(lawful_reports(on.year - 1)),),
        auditors=draw(_lawful_auditors(keys, formed, on, ordning)),
        audits=draw(st.just(()) | lawful_audits(keys, formed, on).map(lambda audit: (audit,))),
        appeals=draw(some(lawful_appeals(*recent))),
    )


@st.composite
def lawful_budgets(draw: st.DrawFn, year: int) -> Budget:
    """Budgets of a year that the board adopted in time."""
    due = budget_day(year)
    adopted = due - timedelta(days=draw(st.integers(0, 40)))
    announced = adopted - timedelta(days=draw(st.integers(0, 30)))
    costs = draw(amounts(most=10**9))
    return Budget(
        year=year,
        adopted=adopted,
        adopted_by="styrelsen",
        members_consulted=True,
        activity_plan=True,
        financing=True,
        expected_position=True,
        financial_goals=True,
        plan_first_year=year,
        plan_years=draw(st.integers(3, 5)),
        income=costs + draw(st.integers(1, 10**6)),
        costs=costs,
        announced=announced,
        on_website=True,
        on_website_from=announced - timedelta(days=draw(st.integers(0, 10))),
    )


@st.composite
def lawful_reports(draw: st.DrawFn, year: int) -> AnnualReport:
    """Årsredovisningar of a year, mostly a calendar year, drawn up in time."""
    broken = st.sampled_from([date(year, 6, 30), date(year, 9, 30), date(year, 4, 30)])
    always: st.SearchStrategy[date | None] = st.none()
    year_end = draw(always | always | always | broken)
    ended = year_end or date(year, 12, 31)
    return AnnualReport(
        year=year,
        year_end=year_end,
        drawn_up=draw(dates(ended, annual_report_day(ended))),
        accounting_act="2018:597",
    )


@st.composite
def _lawful_auditors(
    draw: st.DrawFn, keys: list[str], formed: date | None, on: date, ordning: Forbundsordning
) -> tuple[Auditor, ...]:
    """One auditor for the two agencies, and one for each other member or, if agreed, joint ones."""
    if formed is not None and on.year <= formed.year + 1:
        # A new förbund has had its auditors from the start.
        appointed = formed
    else:
        appointed = draw(dates(max(formed or date.min, on - timedelta(days=300)), on))
    local = [key for key in keys if key not in STATE]
    groups = [[key] for key in local]
    agreed = ordning.joint_auditors and (ordning.applies_from or date.min) <= appointed
    if agreed and draw(st.booleans()):
        groups = [local]
    agencies = tuple(key for key in STATE if key in keys)
    state = Auditor(
        for_members=agencies,
        appointed_by="forsakringskassan",
        appointed=appointed,
        eligible=True,
        paid_by="forbundet",
    )
    return (state, *(local_auditor(tuple(group), appointed) for group in groups))


def _in_office(appointed: date) -> date:
    """The day; or the eve of the election if the newly elected had not yet taken office."""
    if is_after_election(appointed):
        first = new_fullmaktige_from(appointed.year)
        if first is not None and appointed < first:
            return election_day(appointed.year) - _DAY
    return appointed


def local_auditor(members: tuple[str, ...], appointed: date) -> Auditor:
    """The auditor of one or more kommuner and regioner, appointed no later than a day."""
    return Auditor(
        for_members=members,
        appointed_by="fullmaktige",
        appointed=_in_office(appointed),
        by_newly_elected=True,
        eligible=True,
        paid_by="forbundet",
    )


@st.composite
def lawful_audits(draw: st.DrawFn, keys: list[str], formed: date | None, on: date) -> Audit:
    """Audits of the previous year, reported by the day and decided on by every member."""
    first = max(formed or date.min, date(on.year, 1, 1))
    reported = draw(dates(first, on))
    local = [key for key in keys if key not in STATE]
    announced = reported + timedelta(days=draw(st.integers(0, 2)))
    return Audit(
        year=on.year - 1,
        reported=reported,
        recommends=draw(st.sampled_from(["discharge", "refusal"])),
        remark=draw(st.booleans()),
        remark_reason=True,
        sent_to_board=True,
        sent_to=tuple(MemberDay(member=key) for key in {**dict.fromkeys(keys), STATE[1]: None}),
        minutes_adjusted=reported,
        minutes_announced=tuple(MemberDay(member=key, day=announced) for key in local),
        discharge=tuple(
            Discharge(member=key, granted=draw(st.booleans())) for key in keys if key != STATE[1]
        ),
    )


def lawful_spending(first: date, last: date) -> st.SearchStrategy[Spending]:
    """Spending decided between two days (both included), with its financing."""
    return st.builds(Spending, decided=dates(first, last), amount=amounts(), financing_stated=_YES)


def lawful_commitments(first: date, last: date) -> st.SearchStrategy[Commitment]:
    """Customary credits and loans entered between two days (both included)."""
    return st.builds(
        Commitment,
        kind=st.sampled_from(["credit", "loan"]),
        entered=dates(first, last),
        amount=amounts(),
        customary=_YES,
        within_forbundsordning=_YES,
    )


def lawful_appeals(first: date, last: date) -> st.SearchStrategy[Appeal]:
    """Timely appeals against decisions announced between two days (both included)."""
    return st.builds(
        lambda announced, by: Appeal(
            announced=announced,
            received=announced + timedelta(days=by),
            by="kommun_or_region_member",
        ),
        dates(first, last),
        st.integers(0, 21),
    )
