"""Sections and their wordings through time.

Wordings are derived from the register of amendments: a wording lasts from the day its amendment
comes into force to the day before the next one does, so there are no gaps and no overlaps. A day on
which a section is not in force raises :class:`NotInForce`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property
from typing import NamedTuple

from finsam.law.citation import Citation
from finsam.law.text import ExplainedError, Text, quoted


class NotInForce(ExplainedError, LookupError):  # noqa: N818  a lawyer's word for it, without "Error"
    """The act, or the section asked for, was not in force on the day asked about.

    A web endpoint should answer status 400.
    """


class Stycke(NamedTuple):
    """The number of sentences (a list and its lead-in are one) and points in a stycke."""

    meningar: int
    punkter: int = 0


@dataclass(frozen=True, slots=True)
class Wording:
    """One wording (lydelse) of a section.

    Args:
        section: the section, ``"5 a"``.
        sfs: the SFS number of the act or amendment that gave the wording.
        first: its first day in force.
        last: its last day in force (inclusive), or None while it is in force.
        stycken: how the text is divided; None if the text has not been seen.
        substance: the stycken of an unseen text whose content is known from other sources.
    """

    section: str
    sfs: str
    first: date
    last: date | None
    stycken: tuple[Stycke, ...] | None
    substance: frozenset[int] = frozenset()

    def knows(self, place: Citation) -> bool:
        """Whether the content of the place is known well enough to apply."""
        return self.stycken is not None or place.stycke in self.substance

    def has(self, place: Citation) -> bool | None:
        """Whether the place exists in this wording; None if its division is unknown."""
        if place.section != self.section:
            return False
        if place.stycke is None:
            return place.mening is None and place.punkt is None
        if self.stycken is None:
            return None
        if not 1 <= place.stycke <= len(self.stycken):
            return False
        stycke = self.stycken[place.stycke - 1]
        return (place.mening is None or 1 <= place.mening <= stycke.meningar) and (
            place.punkt is None or 1 <= place.punkt <= stycke.punkter
        )

    def cite(self, place: Citation) -> Citation:
        """The place as it can be cited: only the section if the place is not known to exist."""
        return place if self.has(place) else Citation(self.section)

    def link(self, place: Citation) -> str:
        """The address of the place in this wording."""
        return self.cite(place).link(None if self.last is None else self.sfs)


@dataclass(frozen=True, slots=True)
class Provision:
    """A section of the act with its wordings through time, oldest first.

    Args:
        section: the section, ``"5 a"``.
        heading: the heading above it.
        gist: a summary of what it says today, in the library's own words.
        wordings: its wordings, oldest first.
    """

    section: str
    heading: Text
    gist: Text
    wordings: tuple[Wording, ...]

    def on(self, day: date) -> Wording:
        """The wording in force on a day.

        Raises:
            NotInForce: the section was not in force; the message says when it has been.
        """
        for wording in reversed(self.wordings):
            if wording.first <= day <= (wording.last or date.max):
                return wording
        first, last = self.wordings[0].first, self.wordings[-1].last
        until = Text(f" till och med {last}", f" to {last}") if last else Text("", " on")
        raise NotInForce(
            Text(
                f"{self.section} § gällde inte {day}: den har gällt från och med {first}{until.sv}",
                f"{self.section} § was not in force on {day}: it has been in force from {first}"
                f"{until.en}",
            )
        )


class Transitional(NamedTuple):
    """A transitional provision (övergångsbestämmelse) of an amendment.

    Attributes:
        point: its number, if it has one.
        sections: the sections that it is about; ``()`` for the whole act.
        gist: a summary, in the library's own words.
        applies_from: the first day to which the new wording applies, if that is later than the day
            it comes into force.
        sfs: the amendment that added it, if that is a later one.
    """

    point: int | None
    sections: tuple[str, ...]
    gist: Text
    applies_from: date | None = None
    sfs: str | None = None


class Amendment(NamedTuple):
    """An entry in the register of amendments, whose first entry is the act itself.

    Attributes:
        sfs: its SFS number.
        in_force: the day on which it came into force.
        amends: the sections whose wording it changed.
        adds: the sections that it added.
        gist: a summary, in the library's own words.
        preparatory_works: its preparatory works (förarbeten); ``()`` if none were found.
        transitional: its transitional provisions, except those that only say when it comes into
            force.
    """

    sfs: str
    in_force: date
    amends: tuple[str, ...]
    adds: tuple[str, ...]
    gist: Text
    preparatory_works: tuple[str, ...] = ()
    transitional: tuple[Transitional, ...] = ()


@dataclass(frozen=True)
class Statute:
    """An act: its register of amendments, and the wordings derived from it.

    Args:
        sfs: the act's number.
        title: its title today.
        amendments: the act itself and its amendments, in the order of the register.
        compared: the date of the official copy that the text was last compared with. The library
            does not know of later amendments.
        sections: for each section, the heading above it and a summary.
        divisions: for each section and SFS number, how the wording is divided, if it has been seen.
        substance: for each section and SFS number, the stycken of an unseen wording whose content
            is known from other sources.
    """

    sfs: str
    title: Text
    amendments: tuple[Amendment, ...]
    compared: date
    sections: Mapping[str, tuple[Text, Text]]
    divisions: Mapping[tuple[str, str], tuple[Stycke, ...]]
    substance: Mapping[tuple[str, str], frozenset[int]]

    @property
    def first_day(self) -> date:
        """The first day on which the act was in force."""
        return self.amendments[0].in_force

    @property
    def last_amendment(self) -> str:
        """The SFS number of the latest amendment that the library knows."""
        return self.amendments[-1].sfs

    @cached_property
    def provisions(self) -> Mapping[str, Provision]:
        """Every section, in the order of the act."""
        steps: dict[str, dict[date, str]] = {}
        for amendment in self.amendments:
            for section in (*amendment.adds, *amendment.amends):
                # Two amendments of one section on one day: the later one gives the wording.
                steps.setdefault(section, {})[amendment.in_force] = amendment.sfs
        return {
            section: Provision(
                section, *self.sections[section], self._wordings(section, steps[section])
            )
            for section in sorted(steps, key=_place)
        }

    def provision(self, section: str) -> Provision:
        """A section of the act, ``"5"`` or ``"5 a"``.

        Raises:
            KeyError: the act has never had that section.
        """
        try:
            return self.provisions[section]
        except KeyError:
            raise KeyError(
                f"the act has no section {quoted(section)}: write it like '5' or '5 a'"
            ) from None

    def require_in_force(self, day: date) -> None:
        """Require that the act was in force on a day.

        Raises:
            NotInForce: the act was not in force on that day.
            TypeError: it is no day.
        """
        require_day(day)
        if day < self.first_day:
            raise NotInForce(
                Text(
                    f"lagen ({self.sfs}) gällde inte {day}: den gäller från och med "
                    f"{self.first_day}; ange en dag från och med den",
                    f"the act ({self.sfs}) was not in force on {day}: it has been in force from "
                    f"{self.first_day} on; ask about a day from then",
                )
            )

    def require_in_force_in(self, year: int) -> None:
        """Require that the act was in force at the end of a year.

        Raises:
            NotInForce: the act was not in force then.
        """
        if year < self.first_day.year:
            raise NotInForce(
                Text(
                    f"lagen ({self.sfs}) gällde inte år {year}: den gäller från och med "
                    f"{self.first_day}; ange år {self.first_day.year} eller ett senare",
                    f"the act ({self.sfs}) was not in force in {year}: it has been in force from "
                    f"{self.first_day} on; ask about {self.first_day.year} or later",
                )
            )

    def _wordings(self, section: str, steps: Mapping[date, str]) -> tuple[Wording, ...]:
        days = sorted(steps)
        ends = [day - timedelta(days=1) for day in days[1:]]
        return tuple(
            Wording(
                section,
                steps[first],
                first,
                last,
                self.divisions.get((section, steps[first])),
                self.substance.get((section, steps[first]), frozenset()),
            )
            for first, last in zip(days, [*ends, None], strict=True)
        )


def require_day(on: object) -> None:
    """Refuse what is no day.

    Raises:
        TypeError: it is something else; the message says what to write.
    """
    if isinstance(on, datetime):
        raise TypeError("on is a day without a time: write on=moment.date()")
    if not isinstance(on, date):
        raise TypeError(
            f"on is a datetime.date, not {type(on).__name__}: write on=date(2026, 3, 1)"
        )


def _place(section: str) -> tuple[int, str]:
    number, _, letter = section.partition(" ")
    return int(number), letter
