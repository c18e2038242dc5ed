"""Terms and deadlines (13, 14, 19, 23, 24, 27 and 28 §§).

Months are counted by lag (1930:173) 1 §: to the day with the same number, or to the last day of the
month if there is none. By its 2 §, what is due on a Saturday, a Sunday or a holiday may be done on
the next weekday. Days here are those that the act gives; :func:`next_weekday` moves them.
"""

from datetime import MAXYEAR, date, timedelta
from functools import lru_cache
from typing import Final

from dateutil.easter import easter
from dateutil.relativedelta import relativedelta

LONGEST_TERM: Final = 48
"""The longest term of the board, in months, which is also the default (13 §)."""

TERM_BEGINS: Final = "04-01"
"""The first day of the board's term unless the förbundsordning says otherwise (13 §)."""

LONGEST_NOTICE: Final = 36
"""The notice period in months, unless the förbundsordning has a shorter one (27 §)."""


def is_election_year(year: int) -> bool:
    """Whether a year has general elections to fullmäktige: 2002, 2006, …, 2026."""
    return year % 4 == 2


@lru_cache(maxsize=256)
def election_day(year: int) -> date:
    """The day of the general elections to fullmäktige: the second Sunday of September.

    Until 2010, the third. Vallagen (2005:837) 1 kap. 3 §.

    Raises:
        ValueError: there are no general elections in that year.
    """
    if not is_election_year(year):
        raise ValueError(
            f"there are no general elections in {year}; they are held every fourth year: "
            "2002, 2006, …, 2026"
        )
    first = date(year, 9, 1)
    first_sunday = first + timedelta(days=6 - first.weekday())
    return first_sunday + timedelta(weeks=1 if year >= 2014 else 2)


def is_after_election(day: date) -> bool:
    """Whether a day is in an election year, on or after the day of the election."""
    return is_election_year(day.year) and day >= election_day(day.year)


def new_fullmaktige_from(election_year: int) -> date | None:
    """The first day of the newly elected fullmäktige: 15 October of the election year.

    KL (2017:725) 5 kap. 9 § and, from the election of 2014, KL (1991:900). None for earlier
    elections, for which the provision has not been seen.

    Raises:
        ValueError: there are no general elections in that year.
    """
    elected = election_day(election_year)
    return date(election_year, 10, 15) if elected.year >= 2014 else None


@lru_cache(maxsize=1024)
def day_in(year: int, begins: str) -> date:
    """A day of the year, ``"04-01"``, in a year; 29 February is 28 February in common years."""
    month, day = map(int, begins.split("-"))
    then: date = date(year, 1, 1) + relativedelta(month=month, day=day)
    return then


def term_start_in(year: int, begins: str = TERM_BEGINS, months: int = LONGEST_TERM) -> date | None:
    """The first day of the ordinary term that begins in a year; None if none does.

    The act counts from the year after an election (13 § 2 st.). Terms of one or two years follow
    one another from there. The act does not say what follows a term of any other length.

    Args:
        year: the year.
        begins: the day of the year on which terms begin.
        months: the length of a term.
    """
    passed = (year - 3) % 4 * 12
    follows = months in {12, 24} and passed % months == 0
    return day_in(year, begins) if not passed or follows else None


def first_ordinary_term(
    formed: date, begins: str = TERM_BEGINS, months: int = LONGEST_TERM
) -> date:
    """The first day of the first ordinary term after the formation, or else ``date.max``."""
    years = range(formed.year, min(formed.year + 5, MAXYEAR + 1))
    starts = (term_start_in(year, begins, months) for year in years)
    return next((day for day in starts if day and day > formed), date.max)


def last_day_of_term(first: date, months: int) -> date:
    """The last day (inclusive) of a term of a number of months; at most ``date.max``."""
    after = add_months(first, months)
    # If the month has no day with that number, the term ends on its last day (1930:173, 1 §).
    shortened = after.day != first.day
    return after if after == date.max or shortened else after - timedelta(days=1)


def add_days(day: date, days: int) -> date:
    """The day a number of days later; at most ``date.max``."""
    return date.max if (date.max - day).days < days else day + timedelta(days=days)


@lru_cache(maxsize=1024)
def add_months(day: date, months: int) -> date:
    """The day a number of months later, or the last of its month; at most ``date.max``."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year > MAXYEAR:
        return date.max
    then: date = day + relativedelta(year=year, month=month + 1)
    return then


def budget_day(year: int) -> date:
    """The last day for adopting a year's budget: 30 November of the year before (23 §)."""
    return date(year - 1, 11, 30)


def annual_report_day(year_end: date) -> date:
    """The last day for the årsredovisning: three months after the financial year (24 §).

    31 March for a calendar year. A financial year that ends with a month has until the end of the
    third month after it.

    Args:
        year_end: the last day of the financial year.
    """
    if year_end.year == MAXYEAR:
        return date.max
    return add_months(year_end + timedelta(days=1), 3) - timedelta(days=1)


def earliest_exit(notice: date, months: int = LONGEST_NOTICE) -> date:
    """The first day on which a member that has given notice need not be a member (27 §).

    Args:
        notice: the day of the notice.
        months: the notice period, in months; at most three years.

    Raises:
        ValueError: the period is longer than three years, or negative.
    """
    if not 0 <= months <= LONGEST_NOTICE:
        raise ValueError(
            f"the notice period is at most {LONGEST_NOTICE} months (27 §), not {months}: "
            "give the period in the förbundsordning, or 36"
        )
    return add_months(notice, months)


def minutes_day(meeting: date) -> date:
    """The last day for adjusting the minutes: fourteen days from the meeting (19 §; KL 5:69)."""
    return add_days(meeting, 14)


def announcement_day(adjusted: date) -> date:
    """The last day for announcing an adjustment: two days after it (KL 8:12)."""
    return add_days(adjusted, 2)


def appeal_deadline(announced: date) -> date:
    """The last day for an appeal: three weeks from the announcement (28 §; KL 13:5).

    Args:
        announced: the day on which the adjustment of the minutes was announced on the last of the
            notice boards.
    """
    return add_days(announced, 21)


def is_day_off(day: date) -> bool:
    """Whether a day is a Saturday, a Sunday, a holiday or an eve that counts as one.

    Lag (1930:173) 2 § and lag (1989:253) 1 and 2 §§. Before 2005-04-01 Whit Monday was a holiday,
    and 6 June was not.
    """
    month_day = (day.month, day.day)
    if day.weekday() >= 5 or month_day in _FIXED:
        return True
    national = day >= date(2005, 4, 1)
    since_easter = (day - easter(day.year)).days
    return (
        since_easter in {-2, 1, 39}
        or (since_easter == 50 and not national)
        or (month_day == (6, 6) and national)
        # Midsummer eve is the Friday before the Saturday of 20–26 June.
        or (day.weekday() == 4 and (6, 19) <= month_day <= (6, 25))
    )


_FIXED: Final = {(1, 1), (1, 6), (5, 1), (12, 24), (12, 25), (12, 26), (12, 31)}


@lru_cache(maxsize=1024)
def next_weekday(day: date) -> date:
    """The day itself, or else the next day that is not a day off (lag 1930:173, 2 §)."""
    while is_day_off(day) and day < date.max:
        day += timedelta(days=1)
    return day
