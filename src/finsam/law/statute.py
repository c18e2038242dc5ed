"""Which wording of which section is in force on which day.

The wordings follow from the amendment register: a section's wording lasts from the day that an
amendment of it comes into force to the day before the next. So days can neither gap nor overlap,
and a day outside a section's life is refused (:class:`NotInForce`) instead of falling through to
another wording.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import NamedTuple

from finsam.law.citation import Citation
from finsam.law.text import ExplainedError, Text, quoted


class NotInForce(ExplainedError, LookupError):  # noqa: N818  a lawyer's word for it, without "Error"
    """The act, or the section asked for, was not in force on the day asked about.

    An endpoint that takes the day from its caller turns this into status 400.
    """


class Stycke(NamedTuple):
    """How a stycke is divided: its sentences (a list and its lead-in are one) and its points."""

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
        stycken: how the text is divided, or None where the text has not been seen.
        substance: the stycken of an unseen text whose content is known all the same.
    """

    section: str
    sfs: str
    first: date
    last: date | None
    stycken: tuple[Stycke, ...] | None
    substance: frozenset[int] = frozenset()

    def knows(self, place: Citation) -> bool:
        """Whether what this wording says in that place is known well enough to apply."""
        return self.stycken is not None or place.stycke in self.substance

    def has(self, place: Citation) -> bool | None:
        """Whether the place exists in this wording; None where its division is unknown."""
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
        """The place as it can be cited here: the section alone where the division is unknown."""
        return place if self.has(place) else Citation(self.section)

    def link(self, place: Citation) -> str:
        """The address of the place, in the wording of its day."""
        return self.cite(place).link(None if self.last is None else self.sfs)


@dataclass(frozen=True, slots=True)
class Provision:
    """A section of the act with its wordings through time, oldest first.

    Args:
        section: the section, ``"5 a"``.
        heading: the heading that it stands under.
        gist: what it says today, in the library's words.
        wordings: its wordings, oldest first.
    """

    section: str
    heading: Text
    gist: Text
    wordings: tuple[Wording, ...]

    def on(self, day: date) -> Wording:
        """The wording in force on a day.

        Raises:
            NotInForce: the section was not in force then; the message gives the days it has been.
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
        point: its number; None where it has none.
        sections: the sections that it is about; ``()``: the act as a whole.
        gist: what it says, in the library's words.
        applies_from: the first day that the new wording is used for, where it is later than the
            day in force.
        sfs: the amendment that gave it, where that is not the one that it belongs to.
    """

    point: int | None
    sections: tuple[str, ...]
    gist: Text
    applies_from: date | None = None
    sfs: str | None = None


class Amendment(NamedTuple):
    """An entry of the register of amendments (or the act itself, first).

    Attributes:
        sfs: its SFS number.
        in_force: the day on which it came into force.
        amends: the sections whose wording it changed.
        adds: the sections that it added.
        gist: what it did, in the library's words.
        preparatory_works: its förarbeten, ``()`` where they have not been found.
        transitional: its transitional provisions, those aside that only say when it comes into
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
    """An act: its register of amendments and, following from it, its sections' wordings.

    Args:
        sfs: the act's number.
        title: its title of today.
        amendments: the act itself and its amendments, in the order of the register.
        compared: the day of the official copy that the text was last compared with. What has been
            amended since is not known to the library.
        sections: by section, the heading that it stands under and its gist.
        divisions: by section and SFS number, how a wording is divided, where it has been seen.
        substance: by section and SFS number, the stycken of an unseen wording whose content is
            known all the same.
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
        """The first day on which the act is in force."""
        return self.amendments[0].in_force

    @property
    def last_amendment(self) -> str:
        """The SFS number of the last amendment that the library knows."""
        return self.amendments[-1].sfs

    @cached_property
    def provisions(self) -> Mapping[str, Provision]:
        """Every section of the act, in the act's order."""
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
        """Refuse a day before the act.

        Raises:
            NotInForce: the act was not in force on that day.
        """
        if day < self.first_day:
            raise NotInForce(
                Text(
                    f"lagen ({self.sfs}) gällde inte {day}: den gäller från och med "
                    f"{self.first_day}; ange en dag från och med den",
                    f"the act ({self.sfs}) was not in force on {day}: it has been in force from "
                    f"{self.first_day} on; ask about a day from then",
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


def _place(section: str) -> tuple[int, str]:
    number, _, letter = section.partition(" ")
    return int(number), letter
