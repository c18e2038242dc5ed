"""The readings that the library takes where the act is silent or ambiguous.

``interpretations.toml`` has each with its reason, its source and the alternative; rules name the
readings that they rest on. A reading that follows guidance says whose: the national council's is
for every förbund, a förbund's own page for that förbund.
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
        section: the section that raises the question.
        question: what the act leaves open.
        reading: what the library does.
        reason: why.
        source: where the reason comes from; empty if it is the library's own.
        alternative: another way to read the act; empty if none has been argued.
        whose: whose guidance it follows, if any.
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
