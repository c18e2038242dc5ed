"""The days and times that the act counts out (13, 14, 23, 24, 27 and 28 §§).

Months are counted as lag (1930:173) 1 § says: to the day with the same number, or to the last of
the month where it has none. By its 2 § what should be done on a Sunday, a Saturday or a holiday may
be done on the next weekday; the days here are the plain ones, and :func:`next_weekday` moves them.
"""

from datetime import MAXYEAR, date, timedelta
from functools import lru_cache
from typing import Final

from dateutil.easter import easter
from dateutil.relativedelta import relativedelta

LONGEST_TERM: Final = 48
"""The longest term of the board, in months, and the one if nothing else is said (13 §)."""

TERM_BEGINS: Final = "04-01"
"""The first day of the board's term unless the förbundsordning says otherwise (13 §)."""

LONGEST_NOTICE: Final = 36
"""A member leaves three years after its notice, in months, unless the förbundsordning says less
(27 §)."""


def is_election_year(year: int) -> bool:
    """Whether general elections to all fullmäktige are held in a year: 2002, 2006, …, 2026."""
    return year % 4 == 2


@lru_cache(maxsize=256)
def election_day(year: int) -> date:
    """The day of the general elections to fullmäktige: the second Sunday of September.

    Until 2010 it was the third. Vallagen (2005:837) 1 kap. 3 §.

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
    """Whether a day is in an election year, on the day of the election or later."""
    return is_election_year(day.year) and day >= election_day(day.year)


def new_fullmaktige_from(election_year: int) -> date | None:
    """The first day of the newly elected fullmäktige: 15 October of the election year.

    KL (2017:725) 5 kap. 9 §, and before it KL (1991:900) since the election of 2014; None for
    earlier elections, whose rule has not been seen.

    Raises:
        ValueError: there are no general elections in that year.
    """
    elected = election_day(election_year)
    return date(election_year, 10, 15) if elected.year >= 2014 else None


def term_start(election_year: int, begins: str = TERM_BEGINS) -> date:
    """The first day of the board's term after an election (13 § 2 st.).

    Args:
        election_year: the year of the election.
        begins: the day of the year on which terms begin; 1 April unless the förbundsordning says
            otherwise. 29 February is the 28th in other years than leap years.

    Raises:
        ValueError: there are no general elections in that year, or there is no such day.
    """
    return day_in(election_day(election_year).year + 1, begins)


@lru_cache(maxsize=1024)
def day_in(year: int, begins: str) -> date:
    """A day of the year, ``"04-01"``, in some year; 29 February is the 28th in most years."""
    month, day = map(int, begins.split("-"))
    then: date = date(year, 1, 1) + relativedelta(month=month, day=day)
    return then


def term_start_in(year: int, begins: str = TERM_BEGINS, months: int = LONGEST_TERM) -> date | None:
    """The first day of the ordinary term that begins in a year; None if none does.

    The act counts from the year after an election (13 § 2 st.). Terms of one or two years follow
    one another from there; where a shorter one of another length ends, the act names no next.

    Args:
        year: the year asked about.
        begins: the day of the year on which terms begin.
        months: the length of a term.
    """
    passed = (year - 3) % 4 * 12
    follows = months in {12, 24} and passed % months == 0
    return day_in(year, begins) if not passed or follows else None


def first_ordinary_term(
    formed: date, begins: str = TERM_BEGINS, months: int = LONGEST_TERM
) -> date:
    """The first day of the first ordinary term after a förbund was formed; the last if none is."""
    years = range(formed.year, min(formed.year + 5, MAXYEAR + 1))
    starts = (term_start_in(year, begins, months) for year in years)
    return next((day for day in starts if day and day > formed), date.max)


def last_day_of_term(first: date, months: int) -> date:
    """The last day (inclusive) of a term of so many months; the last of all if later than that."""
    after = add_months(first, months)
    # Where the month has no day of that number, its last day is that of the term (1930:173, 1 §).
    shortened = after.day != first.day
    return after if after == date.max or shortened else after - timedelta(days=1)


def add_days(day: date, days: int) -> date:
    """The day so many days later; the last of the year 9999 if later than that."""
    return date.max if (date.max - day).days < days else day + timedelta(days=days)


@lru_cache(maxsize=1024)
def add_months(day: date, months: int) -> date:
    """The day some months later, with the same number or the last of its month.

    Args:
        day: the day that is counted from.
        months: how many; what would lie after the year 9999 ends with that year.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year > MAXYEAR:
        return date.max
    then: date = day + relativedelta(year=year, month=month + 1)
    return then


def budget_day(year: int) -> date:
    """The last day for adopting the budget of a year: 30 November of the year before (23 §)."""
    return date(year - 1, 11, 30)


def annual_report_day(year_end: date) -> date:
    """The last day for the årsredovisning: three whole months from a financial year's end (24 §).

    31 March for a calendar year; of a financial year that ends with a month, the end of the third
    month after.

    Args:
        year_end: the last day of the financial year.
    """
    if year_end.year == MAXYEAR:
        return date.max
    return add_months(year_end + timedelta(days=1), 3) - timedelta(days=1)


def earliest_exit(notice: date, months: int = LONGEST_NOTICE) -> date:
    """The first day on which a member that has given notice may be a member no longer (27 §).

    Args:
        notice: the day of the notice.
        months: the time of notice, in months; more than three years is not allowed.

    Raises:
        ValueError: the time is longer than three years, or below zero.
    """
    if not 0 <= months <= LONGEST_NOTICE:
        raise ValueError(
            f"the time of notice is at most {LONGEST_NOTICE} months (27 §), not {months}: "
            "give the time that the förbundsordning sets, or 36"
        )
    return add_months(notice, months)


def minutes_day(meeting: date) -> date:
    """The last day for adjusting the minutes: fourteen days from the meeting (19 §; KL 5:69)."""
    return add_days(meeting, 14)


def announcement_day(adjusted: date) -> date:
    """The last day for announcing that minutes are adjusted: the second after (KL 8:12)."""
    return add_days(adjusted, 2)


def appeal_deadline(announced: date) -> date:
    """The last day for an appeal: three weeks from the announcement (28 §; KL 13:5).

    Args:
        announced: the day on which it was announced that the minutes had been adjusted, on the last
            of the notice boards.
    """
    return add_days(announced, 21)


def is_day_off(day: date) -> bool:
    """Whether a day is a Saturday, a Sunday, a holiday or an eve that counts as one.

    Lag (1930:173) 2 § and lag (1989:253) 1 and 2 §§ (in force 2005-04-01; before that Whit Monday
    was a holiday and 6 June was not).
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
    """The day itself, or the first day after it that is no day off (lag 1930:173, 2 §)."""
    while is_day_off(day) and day < date.max:
        day += timedelta(days=1)
    return day
