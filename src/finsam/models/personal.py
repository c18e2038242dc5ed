"""Finding what looks like personal numbers, which have no place in a document."""

import re
from collections.abc import Iterator
from typing import Final

from finsam.models.base import Loc, Model

_NUMBER: Final = re.compile(
    r"(?<![0-9])(?:18|19|20)?"
    # A day, or one that is sixty more: a samordningsnummer's.
    r"([0-9]{2}(?:0[1-9]|1[0-2])(?:[06][1-9]|[1278][0-9]|[39][01]))"
    r"\s?[-+\u2010-\u2015\u2212]?\s?([0-9]{4})(?![0-9])"
)


def find_personal_numbers(part: Model) -> tuple[Loc, ...]:
    """The places of a document whose text holds what looks like a personal number.

    That is a personnummer or samordningsnummer, with or without century and hyphen, alone or among
    other words, whose check digit is right. The numbers themselves are not returned.

    Args:
        part: the document, or a part of one.

    Returns:
        The places in the order of the document; empty if there are none.
    """
    return tuple(loc for loc, text in _texts(part, ()) if _looks_personal(text))


def _looks_personal(text: str) -> bool:
    from stdnum import luhn  # noqa: PLC0415  few texts have as many digits

    return any(luhn.is_valid(found[1] + found[2]) for found in _NUMBER.finditer(text))


def _texts(part: object, loc: Loc) -> Iterator[tuple[Loc, str]]:
    """Every text in a part of a document, with its place."""
    if isinstance(part, str):
        if len(part) >= 10:
            yield loc, part
    elif isinstance(part, Model):
        for name in type(part).model_fields:
            yield from _texts(getattr(part, name), (*loc, name))
    elif isinstance(part, tuple):
        for number, item in enumerate(part):
            yield from _texts(item, (*loc, number))
