"""The days and times that the act counts out: elections and terms (13 and 14 §§)."""

from datetime import date, timedelta
from typing import Final

from dateutil.relativedelta import relativedelta

TERM_BEGINS: Final = "04-01"
"""The first day of the board's term unless the förbundsordning says otherwise (13 §)."""


def is_election_year(year: int) -> bool:
    """Whether general elections to all fullmäktige are held in a year: 2002, 2006, …, 2026."""
    return year % 4 == 2


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


def term_start(election_year: int, begins: str = TERM_BEGINS) -> date:
    """The first day of the board's term after an election (13 § 2 st.).

    Args:
        election_year: the year of the election.
        begins: the day of the year on which terms begin; 1 April unless the förbundsordning says
            otherwise. 29 February is the 28th in other years than leap years.

    Raises:
        ValueError: there are no general elections in that year, or there is no such day.
    """
    month, day = map(int, begins.split("-"))
    year = election_day(election_year).year + 1
    start: date = date(year, 1, 1) + relativedelta(month=month, day=day)
    return start


def first_ordinary_term(formed: date, begins: str = TERM_BEGINS) -> date:
    """The first day of the first ordinary term after a förbund was formed; the last if none is."""
    after = [
        term_start(year, begins)
        for year in range(max(formed.year - 1, 1), min(formed.year + 5, 9999))
        if is_election_year(year)
    ]
    return next((day for day in after if day > formed), date.max)


def last_day_of_term(first: date, months: int) -> date:
    """The last day (inclusive) of a term of so many months; the last of all if later than that."""
    try:
        after: date = first + relativedelta(months=months)
    except ValueError:
        return date.max
    return after - timedelta(days=1)
