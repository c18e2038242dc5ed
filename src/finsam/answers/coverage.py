"""The coverage map: what the library does with each place in the act.

What rules encode follows from what they cite and cover; the rest is in ``coverage.toml``.
"""

import tomllib
from collections.abc import Iterable, Iterator
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

from finsam.law.citation import Citation
from finsam.law.finsamlagen import FINSAMLAGEN
from finsam.law.text import Text
from finsam.validation.engine.rule import Rule
from finsam.validation.rules import RULES


class How(StrEnum):
    """What the library does with a place in the act."""

    RULES = "rules"
    """Rules encode it."""
    FUNCTION = "function"
    """A function computes it."""
    HUMAN = "human"
    """A machine must not decide it, or not all of it."""
    RIGHT = "right"
    """A right or a power: there is nothing to check."""
    NOT_YET = "not_yet"
    """It has not been encoded yet."""


class Covered(NamedTuple):
    """A place in the act as it reads today, and what the library does with it.

    Attributes:
        place: a section, or a stycke, mening or punkt of one.
        rules: the ids of the rules that encode it.
        functions: the functions that compute it.
        human: what a human must decide.
        right: the right or power that it gives.
        not_yet: whether some of it has not been encoded yet.
    """

    place: Citation
    rules: tuple[str, ...] = ()
    functions: tuple[str, ...] = ()
    human: tuple[Text, ...] = ()
    right: tuple[Text, ...] = ()
    not_yet: bool = False

    @property
    def how(self) -> tuple[How, ...]:
        """All that is done with the place."""
        done = {
            How.RULES: self.rules,
            How.FUNCTION: self.functions,
            How.HUMAN: self.human,
            How.RIGHT: self.right,
            How.NOT_YET: self.not_yet,
        }
        return tuple(how for how, what in done.items() if what)

    def to_dict(self) -> dict[str, Any]:
        """The row as JSON-ready values."""
        return {
            "citation": self.place.to_dict(),
            "short": self.place.short(),
            "how": [how.value for how in self.how],
            "rules": list(self.rules),
            "functions": list(self.functions),
            "human": [text._asdict() for text in self.human],
            "right": [text._asdict() for text in self.right],
            "not_yet": self.not_yet,
        }


def coverage() -> tuple[Covered, ...]:
    """What the library does with every section, stycke, mening and punkt of the act.

    Today's wordings, in the order of the act. A section or a stycke sums up the places in it. Rules
    on older wordings are listed at the same place today.
    """
    return tuple(row for section in FINSAMLAGEN.provisions for row in _section(section))


def _section(section: str) -> Iterator[Covered]:
    divisions = FINSAMLAGEN.provision(section).wordings[-1].stycken or ()
    rows: list[tuple[Covered, list[Covered]]] = []
    for number, stycke in enumerate(divisions, 1):
        leaves = [Citation(section, number, mening=m) for m in range(1, stycke.meningar + 1)]
        leaves += [Citation(section, number, punkt=p) for p in range(1, stycke.punkter + 1)]
        covered = [_place(place) for place in leaves]
        rows.append((_together(Citation(section, number), covered), covered))
    yield _together(Citation(section), [stycke for stycke, _ in rows])
    for stycke_row, covered in rows:
        yield stycke_row
        yield from covered


def _place(place: Citation) -> Covered:
    prose = _prose().get(place.short(), {})
    row = Covered(
        place,
        rules=tuple(rule.id for rule in RULES if _encodes(rule, place)),
        functions=tuple(prose.get("functions", ())),
        human=tuple(Text(**text) for text in prose.get("human", ())),
        right=tuple(Text(**text) for text in prose.get("right", ())),
    )
    return row if row.how else row._replace(not_yet=True)


def _encodes(rule: Rule[Any], place: Citation) -> bool:
    """Whether a mening or punkt is what the rule cites or covers, or stands in it."""
    return any(
        place.section == whole.section
        and whole.stycke in {None, place.stycke}
        and whole.mening in {None, place.mening}
        and whole.punkt in {None, place.punkt}
        for whole in (*rule.cites, *rule.covers)
    )


@cache
def _prose() -> dict[str, dict[str, Any]]:
    """The entries of ``coverage.toml``, by short citation."""
    data = files("finsam.answers").joinpath("coverage.toml").read_text(encoding="utf-8")
    return tomllib.loads(data)


def _together(place: Citation, parts: Iterable[Covered]) -> Covered:
    rows = list(parts)
    return Covered(
        place,
        tuple(dict.fromkeys(rule for row in rows for rule in row.rules)),
        tuple(dict.fromkeys(name for row in rows for name in row.functions)),
        tuple(dict.fromkeys(text for row in rows for text in row.human)),
        tuple(dict.fromkeys(text for row in rows for text in row.right)),
        any(row.not_yet for row in rows),
    )
