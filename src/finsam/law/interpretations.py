"""The readings that the library takes where the act is silent or can be read in two ways.

Each is an entry of ``interpretations.toml``, with its reason, its source and the alternative, so
that nobody has to guess what a verdict rests on. Rules name the readings that they rest on. A
reading that follows guidance says whose it is: the national council's is meant for every förbund, a
förbund's own page for that one.
"""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any, NamedTuple

from finsam.law.text import Text


class Interpretation(NamedTuple):
    """A question that the act leaves open, and the library's answer.

    Attributes:
        id: its permanent id, ``"own-region"``.
        section: the section of the act that the question arises in.
        question: what the act does not say.
        reading: what the library does.
        reason: why.
        source: where the reason comes from; empty where it is the library's own.
        alternative: the other way to read it; empty where none has been argued.
        whose: whose guidance it follows, worded for a sentence; None where it follows none.
    """

    id: str
    section: str
    question: str
    reading: str
    reason: str
    source: str = ""
    alternative: str = ""
    whose: Text | None = None


@cache
def interpretations() -> Mapping[str, Interpretation]:
    """Every reading by its id, in the order of the act."""
    import tomllib  # noqa: PLC0415  a check needs no readings

    written = files("finsam.law").joinpath("interpretations.toml").read_text("utf-8")
    found = {name: _read(name, **said) for name, said in tomllib.loads(written).items()}
    return MappingProxyType(found)


def _read(name: str, *, whose: tuple[str, str] | None = None, **said: Any) -> Interpretation:  # noqa: ANN401
    return Interpretation(name, **said, whose=Text(*whose) if whose else None)
