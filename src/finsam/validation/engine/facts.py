"""The facts that findings give: one closed vocabulary, with a type for each name."""

import re
from collections.abc import Callable, Collection, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import Annotated, Any, Final, TypeAlias, TypedDict, cast, get_args, get_type_hints

from finsam.law.geography import KOMMUNER, REGIONS, name_of
from finsam.law.parties import STATE_NAMES, PartyKind, member_name
from finsam.law.text import Lang, Text, kronor, listing, month_day, ore, percent
from finsam.models.errors import known_key
from finsam.models.scalars import write_kronor
from finsam.models.words import table

FactValue: TypeAlias = (
    int
    | str
    | date
    | Decimal
    | Fraction
    | tuple[str, ...]
    | tuple[Decimal, ...]
    | tuple[Fraction, ...]
)
"""What a fact can be: a number, a word, a day, an amount in kronor, a share, or several."""


class Facts(TypedDict, total=False):
    """Every name that a fact can have, with its type and what it says."""

    year: Annotated[int, "the calendar year asked about"]
    insats: Annotated[str, "the insats's name"]
    total: Annotated[Decimal, "the year's money, in kronor (the T of the shares)"]
    actual: Annotated[Decimal, "what was given, in kronor"]
    required: Annotated[Decimal, "what the act requires, in kronor"]
    difference: Annotated[Decimal, "``actual`` less ``required``, in kronor; may be below zero"]
    balancing: Annotated[Fraction, "what to give, in kronor, if what the others give stands"]
    share: Annotated[Fraction, "``actual`` as a share of ``total``"]
    party: Annotated[str, "the kind of party"]
    member: Annotated[str, "a member key"]
    members: Annotated[tuple[str, ...], "member keys; of many the first twenty"]
    more_members: Annotated[int, "how many members there are beside ``members``"]
    more_places: Annotated[int, "how many places there are beside those of ``missing``"]
    parts: Annotated[tuple[str, ...], "member keys of kommuner, each with ``: `` and its part"]
    actor: Annotated[str, "a member key, ``forbundet``, or an outsider's name, or empty"]
    form: Annotated[str, "an outsider's legal form; other actors have none"]
    what: Annotated[str, "what a payment is for"]
    aims: Annotated[tuple[str, ...], "the aims that an insats has"]
    focus: Annotated[tuple[str, ...], "what an insats is directed at"]
    age: Annotated[int, "the lowest age of a target group, in years"]
    signed: Annotated[date, "the day on which an agreement was signed"]
    start: Annotated[date, "the first day of an insats or a seat"]
    ended: Annotated[date, "the last day of an insats"]
    days: Annotated[int, "how many days too late or too early something was"]
    source: Annotated[str, "where other income comes from"]
    income: Annotated[str, "the kind of other income"]
    granted: Annotated[date, "the day on which other income was granted"]
    extra: Annotated[Decimal, "the year's one-off money, in kronor"]
    amounts: Annotated[tuple[Decimal, ...], "what each of ``members`` gave, in kronor"]
    agreed: Annotated[tuple[Fraction, ...], "the part of ``total`` agreed for each of ``members``"]
    role: Annotated[str, "whether a seat is a ledamot's or an ersättare's"]
    held: Annotated[date, "the day of a meeting, or one on which a seat is held"]
    due: Annotated[date, "the last day on which something may be done, inclusive"]
    done: Annotated[date, "the day on which it was done"]
    formed: Annotated[date, "the day on which the förbund was formed"]
    asked: Annotated[Fraction, "the share that the act requires"]
    most: Annotated[int, "the most that the act allows, in whole months"]
    months: Annotated[int, "a length of time, in whole months"]
    body: Annotated[str, "the body that appointed"]
    eligibility: Annotated[str, "what was to make the holder of a seat eligible"]
    how: Annotated[str, "how a seat ended"]
    present: Annotated[int, "how many took part in a meeting"]
    ledamoter: Annotated[int, "how many ledamöter there are"]
    ersattare: Annotated[int, "how many ersättare there are"]
    count: Annotated[int, "how many there are of what the message is about"]
    first: Annotated[date, "the first day of a term"]
    last: Annotated[date, "the last day of a term, inclusive"]
    begins: Annotated[str, 'the day of the year on which a term begins, ``"04-01"``']
    reserved: Annotated[tuple[str, ...], "what the board may not delegate"]
    matters: Annotated[str, "the matters that the board has delegated, as the document words them"]
    plan_years: Annotated[int, "how many years the budget's economic plan covers"]
    first_year: Annotated[int, "the first year of that plan"]
    notice: Annotated[date, "the day on which a member gave notice of leaving"]
    left: Annotated[date, "a member's last day"]
    longer: Annotated[int, "how many months longer something is than it may be"]


class Who(TypedDict, total=False):
    """The facts that identify an actor."""

    actor: str
    form: str


FACT_TYPES: Final[Mapping[str, Any]] = get_type_hints(Facts)
"""Each fact's name, and its type."""

_PARTIES: Final = ("actor", "member", "members", "parts")
"""The facts that are parties."""
_CHOICES: Final = frozenset(
    {"aims", "body", "eligibility", "focus", "form", "how", "income", "reserved", "role", "what"}
)
"""The facts that are values of a closed choice, or several."""


@cache
def _words(name: str) -> Mapping[str, Text]:
    """What sentences call the values of a fact: their names, unless the table says otherwise."""
    choices = table("choices")
    named = choices["named"] if name in _CHOICES else {}
    every = {**named, **choices["said"].get(name, {})}
    return {value: Text(*both) for value, both in every.items()}


def form_name(form: str) -> Text:
    """What an outsider of a legal form is called, where its name is not known."""
    return _words("form")[form]


_AMOUNT: Final = re.compile(r"-?[0-9]{1,40}(\.[0-9]{1,10})?")
_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
# Each share in a document has at most twelve digits below the line, and every member one: their
# sum has at most as many times twelve.
_SHARE: Final = re.compile(r"[0-9]{1,4000}(/[1-9][0-9]{0,3999})?")


def encode(value: FactValue) -> int | str | list[str]:
    """A fact as JSON writes it: amounts, shares and days as strings."""
    if isinstance(value, tuple):
        return [_encode(item) for item in value]
    return value if isinstance(value, int) else _encode(value)


def _encode(value: str | date | Decimal | Fraction) -> str:
    return write_kronor(value) if isinstance(value, Decimal) else str(value)


def decode(name: str, written: object) -> FactValue:
    """The fact that :func:`encode` wrote.

    Raises:
        ValueError: no fact has this name, or its value is of another type.
    """
    kind = FACT_TYPES.get(name)
    if kind is int and type(written) is int:
        return written
    try:
        if isinstance(written, str):
            return cast("FactValue", _READERS[kind](written))
        if isinstance(written, list) and all(isinstance(item, str) for item in written):
            (one, _) = get_args(kind)
            return tuple(_READERS[one](item) for item in written)
    except (KeyError, ValueError):
        pass
    raise ValueError(f"there is no fact {known_key(name)!r} with such a value")


def _read_amount(written: str) -> Decimal:
    if not _AMOUNT.fullmatch(written):
        raise ValueError(written)
    return Decimal(written)


def _read_share(written: str) -> Fraction:
    if not _SHARE.fullmatch(written):
        raise ValueError(written)
    return Fraction(written)


def _read_day(written: str) -> date:
    if not _DAY.fullmatch(written):
        raise ValueError(written)
    return date.fromisoformat(written)


_READERS: Final[Mapping[Any, Callable[[str], Any]]] = {
    str: str,
    Decimal: _read_amount,
    Fraction: _read_share,
    date: _read_day,
}


def facts_schema() -> dict[str, Any]:
    """The JSON Schema of the facts that findings give, as :func:`encode` writes them."""
    one: dict[Any, dict[str, Any]] = {
        int: {"type": "integer"},
        str: {"type": "string"},
        date: {"type": "string", "format": "date"},
        Decimal: {"type": "string", "pattern": f"^{_AMOUNT.pattern}$"},
        Fraction: {"type": "string", "pattern": f"^{_SHARE.pattern}$"},
    }
    return {
        "type": "object",
        "properties": {
            name: one.get(kind) or {"type": "array", "items": one[get_args(kind)[0]]}
            for name, kind in FACT_TYPES.items()
        },
        "additionalProperties": False,
    }


def words(
    facts: Mapping[str, FactValue], lang: Lang, day: date, used: Collection[str]
) -> dict[str, str]:
    """The facts as words for a sentence.

    Args:
        facts: the facts, by name.
        lang: the language of the sentences.
        day: the day whose law applies: parties have had other names.
        used: the names of the facts that the sentence uses.
    """
    unstated = _UNSTATED.get(lang)
    said = {
        name: word if (word := _word(name, value, lang, day)).strip() else unstated
        for name, value in facts.items()
        if name in used
    }
    if "actual" in used and "actual" not in facts:
        said["actual"] = Text("ett okänt antal", "an unknown number of").get(lang)
    if "more_members" in facts and "members" in used:
        said["members"] = _members(facts, lang, day)
    if "form" in facts and "actor" in used:
        # An outsider may have a party's name, and must not be mistaken for one.
        name, form = facts["actor"], _word("form", facts["form"], lang, day)
        said["actor"] = f"{name} ({form})" if name else form
    if "agreed" in facts and "members" in used:
        said["members"] = _against_agreement(facts, lang, day)
    return said


_UNSTATED: Final = Text("[uppgift saknas]", "[not stated]")
"""Stands for a name that is empty or blank, and for members of whom none is given."""


def _members(facts: Mapping[str, FactValue], lang: Lang, day: date) -> str:
    """The first of many members, and how many more there are."""
    first = cast("tuple[str, ...]", facts["members"])
    more = cast("int", facts["more_members"])
    return listing([_said("members", each, lang, day) for each in first], lang, more=more)


def _against_agreement(facts: Mapping[str, FactValue], lang: Lang, day: date) -> str:
    """What each member gave in place of what was agreed for it."""
    given = cast("tuple[Decimal, ...]", facts["amounts"])
    agreed = cast("tuple[Fraction, ...]", facts["agreed"])
    members = cast("tuple[str, ...]", facts["members"])
    total = Fraction(cast("Decimal", facts["total"]))
    text = Text("{} {} kronor i stället för {} kronor", "{} SEK {} instead of SEK {}").get(lang)
    return listing(
        [
            text.format(
                _said("members", member, lang, day),
                kronor(amount, lang),
                kronor(ore(part * total), lang),
            )
            for member, amount, part in zip(members, given, agreed, strict=True)
        ],
        lang,
    )


def _word(name: str, value: FactValue, lang: Lang, day: date) -> str:
    if isinstance(value, Decimal):
        return kronor(value, lang)
    if isinstance(value, Fraction):
        return kronor(ore(value), lang) if name == "balancing" else percent(value, lang)
    if name == "party":
        return PartyKind(str(value)).name_on(day, lang)
    if name not in _CHOICES and name not in _PARTIES:
        return _plain(name, value, lang)
    if isinstance(value, tuple):
        return listing([_said(name, str(item), lang, day) for item in value], lang)
    return _said(name, str(value), lang, day)


def _plain(name: str, value: FactValue, lang: Lang) -> str:
    """A number with its unit, a day of the year in words, or the value as it stands."""
    if name in _UNITS and isinstance(value, int):
        return f"{value} {_UNITS[name][value != 1].get(lang)}"
    return month_day(str(value), lang) if name == "begins" else str(value)


_MONTHS: Final = (Text("månad", "month"), Text("månader", "months"))
_UNITS: Final[Mapping[str, tuple[Text, Text]]] = {
    "days": (Text("dag", "day"), Text("dagar", "days")),
    "months": _MONTHS,
    "most": _MONTHS,
    "longer": _MONTHS,
    "plan_years": (Text("år", "year"), Text("år", "years")),
}
"""The units of numbers, singular and plural."""


def _said(name: str, item: str, lang: Lang, day: date) -> str:
    key, _, part = item.partition(": ")
    if key in KOMMUNER or key in REGIONS:
        place = name_of(key, day)
        return f"{place}, {part} ({key})" if part.strip() else f"{place} ({key})"
    if text := _words(name).get(item):
        return text.get(lang)
    return member_name(item, day) if item in STATE_NAMES else item
