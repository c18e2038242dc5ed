"""The facts that findings give: one closed vocabulary, with a type for each name."""

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final, TypeAlias, TypedDict, get_type_hints

from finsam.law.geography import KOMMUNER, REGIONS
from finsam.law.parties import PartyKind
from finsam.law.text import Lang, Text, kronor, listing, percent
from finsam.models.scalars import write_kronor

FactValue: TypeAlias = int | str | Decimal | Fraction | tuple[str, ...]
"""What a fact can be: a year, a word, an amount in kronor, a share, or several words."""


class Facts(TypedDict, total=False):
    """Every name that a fact can have.

    Attributes:
        year: the calendar year asked about.
        insats: the insats's name.
        total: the year's money, in kronor (the T of the shares).
        actual: what was given, in kronor.
        required: what the act asks for, in kronor.
        difference: ``actual`` less ``required``, in kronor; below zero where too little was given.
        share: ``actual`` as a share of ``total``.
        party: the kind of party meant.
        member: a member key.
        members: member keys.
        parts: parts of the area: a kommun's member key, followed by ``": "`` and the name of the
            part unless it is the whole kommun.
        actor: an actor: its member key or ``"forbundet"``; an outsider's name, empty if not known.
        form: an outsider's legal form; other actors have none.
        what: what a payment is for.
        aims: the aims that an insats has.
    """

    year: int
    insats: str
    total: Decimal
    actual: Decimal
    required: Decimal
    difference: Decimal
    share: Fraction
    party: str
    member: str
    members: tuple[str, ...]
    parts: tuple[str, ...]
    actor: str
    form: str
    what: str
    aims: tuple[str, ...]


class Who(TypedDict, total=False):
    """The facts that tell who an actor is."""

    actor: str
    form: str


FACT_TYPES: Final[Mapping[str, Any]] = get_type_hints(Facts)
"""Each fact's name, and its type."""

_STATE: Final = {
    "forsakringskassan": Text("Försäkringskassan", "Försäkringskassan"),
    "arbetsformedlingen": Text("Arbetsförmedlingen", "Arbetsförmedlingen"),
}

_WORDS: Final[Mapping[str, Mapping[str, Text]]] = {
    "member": _STATE,
    "members": _STATE,
    "parts": {},
    "actor": {**_STATE, "forbundet": Text("förbundet", "the förbund itself")},
    "form": {
        "association": Text("en förening", "an association"),
        "foundation": Text("en stiftelse", "a foundation"),
        "company": Text("ett företag", "a company"),
        "cooperative": Text("en ekonomisk förening", "a cooperative"),
        "authority": Text("en annan myndighet", "another authority"),
        "municipal_federation": Text("ett kommunalförbund", "a municipal federation"),
        "congregation": Text("ett trossamfund", "a congregation"),
        "person": Text("en enskild person", "a private person"),
        "other": Text("en annan aktör", "another actor"),
    },
    "what": {
        "staff": Text("personal", "staff"),
        "material": Text("material", "material"),
        "service": Text("en tjänst", "a service"),
        "own_need": Text("förbundets eget behov", "the förbund's own need"),
        "grant": Text("ett bidrag", "a grant"),
        "start_up": Text("start av en verksamhet", "the start of an activity"),
        "other": Text("annat", "something else"),
    },
    "aims": {
        "work_ability": Text("arbetsförmåga", "work ability"),
        "cooperation": Text("samverkan", "cooperation"),
        "knowledge": Text("kunskap", "knowledge"),
        "education": Text("utbildning", "education"),
        "quality_of_life": Text("livskvalitet", "quality of life"),
        "other": Text("annat", "something else"),
    },
}


_AMOUNT: Final = re.compile(r"-?[0-9]{1,40}(\.[0-9]{1,10})?")
_SHARE: Final = re.compile(r"[0-9]{1,40}(/[1-9][0-9]{0,39})?")


def encode(value: FactValue) -> int | str | list[str]:
    """A fact as JSON writes it: amounts and shares as strings."""
    if isinstance(value, Decimal):
        return write_kronor(value)
    if isinstance(value, Fraction):
        return str(value)
    return list(value) if isinstance(value, tuple) else value


def decode(name: str, written: object) -> FactValue:
    """The fact that :func:`encode` wrote.

    Raises:
        ValueError: no fact has this name, or its value is of another type.
    """
    kind = FACT_TYPES.get(name)
    if kind is int and type(written) is int:
        return written
    if isinstance(written, str):
        if kind is str:
            return written
        if kind is Decimal and _AMOUNT.fullmatch(written):
            return Decimal(written)
        if kind is Fraction and _SHARE.fullmatch(written):
            return Fraction(written)
    if kind == tuple[str, ...] and isinstance(written, list):
        items = tuple(item for item in written if isinstance(item, str))
        if len(items) == len(written):
            return items
    raise ValueError(f"there is no fact {name!r} with such a value")


def words(facts: Mapping[str, FactValue], lang: Lang, day: date) -> dict[str, str]:
    """The facts as sentences say them.

    Args:
        facts: the facts, by name.
        lang: the language of the sentences.
        day: the day whose law is spoken of: parties have had other names.
    """
    said = {name: _word(name, value, lang, day) for name, value in facts.items()}
    if "form" in facts:
        # An outsider may be called like a party, and must not be taken for one.
        name = facts["actor"]
        said["actor"] = f"{name} ({said['form']})" if name else said["form"]
    return said


def _word(name: str, value: FactValue, lang: Lang, day: date) -> str:
    if isinstance(value, Decimal):
        return kronor(value, lang)
    if isinstance(value, Fraction):
        return percent(value, lang)
    if name == "party":
        return PartyKind(str(value)).name_on(day, lang)
    if name not in _WORDS:
        return str(value)
    if isinstance(value, tuple):
        return listing([_said(name, item, lang) for item in value], lang)
    return _said(name, str(value), lang)


def _said(name: str, item: str, lang: Lang) -> str:
    key, _, part = item.partition(": ")
    if place := KOMMUNER.get(key) or REGIONS.get(key):
        return f"{place}, {part} ({key})" if part else f"{place} ({key})"
    text = _WORDS[name].get(item)
    return text.get(lang) if text else item
