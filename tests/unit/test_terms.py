"""The days that the act sets."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from finsam.law import terms

DAYS = st.dates(date(2004, 1, 1), date(2100, 12, 31))


class TestMonths:
    """Months are counted to the day with the same number, or to the last of the month."""

    @given(DAYS, st.integers(0, 36))
    def test_the_day_has_the_same_number_or_is_the_last_of_its_month(
        self, day: date, months: int
    ) -> None:
        then = terms.add_months(day, months)
        assert (then.year * 12 + then.month) - (day.year * 12 + day.month) == months
        assert then.day == day.day or (
            then.day < day.day and (then + timedelta(days=1)).month != then.month
        )

    @given(DAYS, DAYS, st.integers(0, 36))
    def test_a_later_day_never_comes_out_earlier(self, one: date, other: date, months: int) -> None:
        first, last = sorted((one, other))
        assert terms.add_months(first, months) <= terms.add_months(last, months)

    def test_after_the_year_9999_there_is_none(self) -> None:
        assert terms.add_months(date(9998, 12, 1), 1) == date(9999, 1, 1)
        assert terms.add_months(date(9999, 12, 1), 1) == date.max


class TestBudgetAndReport:
    """The budget by 30 November, the årsredovisning within three months."""

    @given(st.integers(2004, 9998))
    def test_a_calendar_year(self, year: int) -> None:
        assert terms.budget_day(year) == date(year - 1, 11, 30)
        assert terms.annual_report_day(date(year, 12, 31)) == date(year + 1, 3, 31)

    @pytest.mark.parametrize(
        ("year_end", "due"),
        [
            (date(2025, 6, 30), date(2025, 9, 30)),
            (date(2025, 9, 30), date(2025, 12, 31)),
            (date(2025, 4, 30), date(2025, 7, 31)),
            (date(2024, 2, 29), date(2024, 5, 31)),
            (date(2025, 11, 30), date(2026, 2, 28)),
            (date(2025, 5, 14), date(2025, 8, 14)),
            (date.max, date.max),
        ],
    )
    def test_a_broken_financial_year(self, year_end: date, due: date) -> None:
        assert terms.annual_report_day(year_end) == due


class TestExit:
    """A member may leave three years after its notice, or sooner if the förbundsordning says so."""

    @pytest.mark.parametrize(
        ("notice", "months", "first"),
        [
            (date(2026, 3, 1), 36, date(2029, 3, 1)),
            (date(2024, 2, 29), 36, date(2027, 2, 28)),
            (date(2026, 8, 31), 6, date(2027, 2, 28)),
            (date(2026, 8, 31), 0, date(2026, 8, 31)),
        ],
    )
    def test_the_day_is_counted(self, notice: date, months: int, first: date) -> None:
        assert terms.earliest_exit(notice, months) == first

    @pytest.mark.parametrize("months", [-1, 37])
    def test_no_time_of_notice_is_longer(self, months: int) -> None:
        with pytest.raises(ValueError, match="at most 36 months"):
            terms.earliest_exit(date(2026, 3, 1), months)


class TestAppeal:
    """An appeal has three weeks."""

    @given(DAYS)
    def test_it_ends_on_the_same_day_of_the_week(self, announced: date) -> None:
        last = terms.appeal_deadline(announced)
        assert (last - announced).days == 21
        assert last.weekday() == announced.weekday()

    def test_time_does_not_run_past_the_year_9999(self) -> None:
        assert terms.appeal_deadline(date(9999, 12, 5)) == date(9999, 12, 26)
        assert terms.appeal_deadline(date(9999, 12, 30)) == date.max


class TestDaysOff:
    """What falls on a Saturday, a Sunday or a holiday may be done on the next weekday."""

    @pytest.mark.parametrize(
        ("day", "then"),
        [
            ("2025-11-30", "2025-12-01"),  # a Sunday
            ("2026-11-30", "2026-11-30"),  # a Monday
            ("2024-03-31", "2024-04-02"),  # Easter Sunday
            ("2024-03-29", "2024-04-02"),  # Good Friday
            ("2025-12-24", "2025-12-29"),  # Christmas Eve, a Wednesday, to the Monday after
            ("2025-12-31", "2026-01-02"),
            ("2026-05-14", "2026-05-15"),  # Ascension Day
            ("2026-06-19", "2026-06-22"),  # Midsummer Eve
            ("2027-06-25", "2027-06-28"),  # Midsummer Eve as late as it can be
            ("2026-06-26", "2026-06-26"),  # a Friday after it
            ("2025-06-06", "2025-06-09"),  # the national day, a Friday
            ("2004-06-01", "2004-06-01"),  # the day after Whit Monday of 2004
            ("2004-05-31", "2004-06-01"),  # Whit Monday, a holiday until 2005
            ("2005-05-16", "2005-05-16"),  # and no longer
            ("9999-12-31", "9999-12-31"),
        ],
    )
    def test_days_of_the_calendar(self, day: str, then: str) -> None:
        assert terms.next_weekday(date.fromisoformat(day)) == date.fromisoformat(then)

    @given(DAYS)
    def test_it_is_never_a_day_off_nor_a_week_away(self, day: date) -> None:
        then = terms.next_weekday(day)
        assert day <= then <= day + timedelta(days=5)
        assert not terms.is_day_off(then)


class TestTerms:
    """A term begins after an election, and has an election before it."""

    @pytest.mark.parametrize(
        ("formed", "begins"),
        [
            (date(2021, 7, 1), date(2023, 4, 1)),
            (date(2023, 3, 31), date(2023, 4, 1)),
            (date(2023, 4, 1), date(2027, 4, 1)),
            (date(1, 1, 1), date(3, 4, 1)),
            (date(9998, 12, 31), date(9999, 4, 1)),
            (date(9999, 4, 1), date.max),
        ],
    )
    def test_the_first_ordinary_term_begins_after_the_forming(
        self, formed: date, begins: date
    ) -> None:
        assert terms.first_ordinary_term(formed) == begins

    @pytest.mark.parametrize(
        ("year", "day"),
        [
            (2002, 15),
            (2006, 17),
            (2010, 19),
            (2014, 14),
            (2018, 9),
            (2022, 11),
            (2026, 13),
            (2030, 8),
        ],
    )
    def test_elections_were_on_these_days_of_september(self, year: int, day: int) -> None:
        terms.election_day.cache_clear()
        assert terms.election_day(year) == date(year, 9, day)
        assert terms.is_after_election(date(year, 9, day))
        assert not terms.is_after_election(date(year, 9, day - 1))

    @pytest.mark.parametrize("year", [2023, 2024, 2025])
    def test_in_other_years_there_is_none(self, year: int) -> None:
        with pytest.raises(ValueError, match=f"no general elections in {year}"):
            terms.election_day(year)

    @pytest.mark.parametrize(
        ("year", "sits"),
        [(2010, None), (2014, date(2014, 10, 15)), (2022, date(2022, 10, 15))],
    )
    def test_the_newly_elected_sit_from_15_october_as_far_as_is_known(
        self, year: int, sits: date | None
    ) -> None:
        assert terms.new_fullmaktige_from(year) == sits

    def test_nobody_is_newly_elected_without_an_election(self) -> None:
        with pytest.raises(ValueError, match="no general elections in 2023"):
            terms.new_fullmaktige_from(2023)

    @pytest.mark.parametrize(
        ("months", "years"),
        [
            (48, {2023, 2027}),
            (24, {2023, 2025, 2027}),
            (12, {2023, 2024, 2025, 2026, 2027}),
            (36, {2023, 2027}),
            (0, {2023, 2027}),
        ],
    )
    def test_shorter_terms_begin_within_the_four_years_too(
        self, months: int, years: set[int]
    ) -> None:
        found = {year: terms.term_start_in(year, "05-01", months) for year in range(2023, 2028)}
        assert {year for year, day in found.items() if day} == years
        assert all(day in {None, date(year, 5, 1)} for year, day in found.items())

    def test_a_new_forbund_with_two_year_terms_has_one_in_the_middle(self) -> None:
        assert terms.first_ordinary_term(date(2023, 5, 1), months=24) == date(2025, 4, 1)
