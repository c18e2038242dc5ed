"""The days and times that the act counts out: elections and terms (13 and 14 §§)."""

from datetime import date, timedelta
from typing import Final

LONGEST_TERM: Final = 48
"""The board is chosen for four years, in months, unless the förbundsordning says less (13 §)."""

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


def default_term_start(election_year: int) -> date:
    """The first day of the board's term after an election: 1 April of the year after (13 § 2 st.).

    Raises:
        ValueError: there are no general elections in that year.
    """
    return date(election_day(election_year).year + 1, 4, 1)
