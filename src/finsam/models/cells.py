"""The columns of a model, and how a cell of each is read and written.

Everything follows from the fields of the models: a field added to a model is a column.
"""

import json
import re
from collections.abc import Iterable, Iterator, Sized
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from functools import cache
from types import NoneType, UnionType
from typing import (
    Annotated,
    Any,
    Final,
    Literal,
    NamedTuple,
    TypeAlias,
    Union,
    get_args,
    get_origin,
)

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from finsam.law.parties import name_apart, parties_called
from finsam.law.text import Lang, Text
from finsam.models.actors import KEYS, ExternalActor, _Actor
from finsam.models.base import Model
from finsam.models.words import table


class Kind(StrEnum):
    """The kind of a cell, or of each of several values in it."""

    ACTOR = "actor"
    CHOICE = "choice"
    DAY = "day"
    FLAG = "flag"
    KRONOR = "kronor"
    NUMBER = "number"
    PART = "part"
    ROWS = "rows"
    TEXT = "text"


class Column(NamedTuple):
    """A column: a field of a model, or of a model in it.

    Attributes:
        name: the field's dotted name, ``"target_group.age_from"``.
        holder: the model that the field is of.
        kind: what a cell holds.
        several: whether it holds several of them.
        required: whether it has to be filled in.
        choices: the words to choose from; for an actor, those that are no member keys.
        model: for a list that is a table of its own, the model of its items.
    """

    name: str
    holder: type[Model]
    kind: Kind
    several: bool = False
    required: bool = False
    choices: tuple[str, ...] = ()
    model: type[Model] | None = None


@cache
def columns(model: type[Model]) -> tuple[Column, ...]:
    """The columns of a model; the fields of a model in it are columns beside its own."""
    fields = model.model_fields.items()
    return tuple(c for name, f in fields if not f.exclude for c in _columns(model, name, f))


@cache
def tables(model: type[Model], way: str = "") -> dict[str, type[Model]]:
    """The lists of models in a model, however deep, by dotted name, with the model of the items."""
    found: dict[str, type[Model]] = {}
    for column in columns(model):
        if column.model is not None:
            found[f"{way}{column.name}"] = column.model
            found |= tables(column.model, f"{way}{column.name}.")
    return found


def nested(model: type[Model], name: str) -> list[str]:
    """The lists that a list of a model stands in, the outermost first, by dotted name."""
    return [outer for outer in tables(model) if name.startswith(f"{outer}.")]


class _Leaf(NamedTuple):
    of: Any
    several: bool
    metadata: tuple[object, ...]


def _leaves(
    annotation: object, metadata: tuple[object, ...], *, several: bool = False
) -> Iterator[_Leaf]:
    """The types that a field can hold, apart from null."""
    origin, inside = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        yield from _leaves(inside[0], (*metadata, *inside[1:]), several=several)
    elif origin in {tuple, frozenset}:
        yield from _leaves(inside[0], (), several=True)
    elif origin in {Union, UnionType}:
        for one in inside:
            yield from _leaves(one, metadata, several=several)
    elif annotation is not NoneType:
        yield _Leaf(annotation, several, metadata)


def _columns(holder: type[Model], name: str, field: FieldInfo) -> Iterator[Column]:
    leaf, *_ = leaves = list(_leaves(field.annotation, tuple(field.metadata)))
    actor = next((one for one in leaf.metadata if isinstance(one, _Actor)), None)
    plain = Column(name, holder, Kind.TEXT, leaf.several, field.is_required())
    if actor or any(one.of is ExternalActor for one in leaves):
        words = tuple(key for key in (actor.keys if actor else ()) if key not in KEYS)
        yield plain._replace(kind=Kind.ACTOR, choices=words)
    elif get_origin(leaf.of) is Literal:
        yield plain._replace(kind=Kind.CHOICE, choices=get_args(leaf.of))
    elif not issubclass(leaf.of, Model):
        yield plain._replace(kind=_KINDS[leaf.of])
    elif leaf.several:
        yield plain._replace(kind=Kind.ROWS, model=leaf.of)
    else:
        for column in columns(leaf.of):
            yield column._replace(name=f"{name}.{column.name}", required=False)


_KINDS: Final = {
    bool: Kind.FLAG,
    date: Kind.DAY,
    Decimal: Kind.KRONOR,
    Fraction: Kind.PART,
    int: Kind.NUMBER,
    str: Kind.TEXT,
}

NONE: Final = Text("inga", "none")
"""Written in a cell of several values for an empty list."""
UNKNOWN: Final = "?"
"""Means "not known" in a cell, as an empty cell does."""

Cell: TypeAlias = str | int | bool | Decimal | date | None
"""A value of a cell."""


def write(column: Column, value: object, lang: Lang | None = None) -> Cell:
    """The cell of a value; the inverse of :func:`read`.

    Several values share one cell, separated by commas or semicolons. A list that has a table of its
    own is written as JSON, and so is what could be misread.

    Args:
        column: its column.
        value: the value of a model.
        lang: the language of a sheet for people, where a list with a table of its own has no cell;
            None: the words of a document.
    """
    if value is None:
        return None
    if lang and column.several and not value:
        return NONE.get(lang)
    if column.kind is Kind.ROWS:
        return None if lang else _json(value)
    if not column.several:
        return _write_one(column, value, lang)
    items = sorted(value) if isinstance(value, frozenset) else list(value)  # type: ignore[call-overload]
    one = column._replace(several=False)
    texts = [str(_write_one(one, item, lang)) for item in items]
    forms = (between.join(texts) for between in (", ", "; "))
    return next((f for f in forms if items and _same(read(column, f), items)), _json(items))


def _write_one(column: Column, value: object, lang: Lang | None) -> Cell:
    if isinstance(value, ExternalActor):
        about = ", ".join(filter(None, (_word(value.form, lang), value.orgnr)))
        text = f"({about})" if value.name is None else f"{value.name} ({about})"
        return text if _same(read(column, text), value) else _json(value)
    if isinstance(value, bool) and lang:
        return YES_NO[value].get(lang)
    if isinstance(value, str):
        return (
            f'"{value}"'
            if column.kind is Kind.TEXT and _blank(value)
            else word(column, value, lang)
        )
    return str(value) if isinstance(value, Fraction) else value  # type: ignore[return-value]


def word(column: Column, value: str, lang: Lang | None) -> str:
    """The name of a choice or a party, if :func:`read` understands it; else the value itself."""
    if lang is None or column.kind not in {Kind.CHOICE, Kind.ACTOR}:
        return value
    is_somebody = value == "other" and column.name.rpartition(".")[2] in _OF_SOMEBODY
    text = _word(_SOMEBODY if is_somebody else value, lang)
    if value in KEYS:
        text = name_apart(value)
    return text if read(column._replace(several=False), text) == value else value


_SOMEBODY: Final = "somebody"
"""What "other" is called in a field that says who."""
_OF_SOMEBODY: Final = frozenset(
    {"adopted_by", "archive_handed_to", "by", "director_appointed_by", "liquidator", "to"}
)


@cache
def _words() -> dict[str, Text]:
    """The names of the values of closed choices."""
    return {value: Text(*both) for value, both in table("choices")["named"].items()}


def _word(value: str, lang: Lang | None) -> str:
    return _words()[value].get(lang) if lang and value in _words() else value


def _meant(name: str, choices: Iterable[str]) -> str | None:
    """The choice that has a name, in either language."""
    named = {c: _words().get(c, ()) for c in choices}
    if "other" in named:
        named["other"] = (*named["other"], *_words()[_SOMEBODY])
    plain = name.casefold()
    return next((c for c, both in named.items() if plain in {c, *map(str.casefold, both)}), None)


def _blank(text: str) -> bool:
    """Whether a text would be read as an empty cell or a question mark."""
    bare = text.replace('"', "").strip()
    return not bare or bare == UNKNOWN


def _plain(value: object) -> object:
    if isinstance(value, BaseModel):
        return value.model_dump(mode="json", exclude_defaults=True)
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    return str(value) if isinstance(value, date) else value


def _same(read_back: object, value: object) -> bool:
    return _plain(read_back) == _plain(value)


def _json(value: object) -> str:
    return json.dumps(_plain(value), ensure_ascii=False)


def read(column: Column, cell: object, unit: int = 1) -> object:
    """The value of a cell, for a model to validate; what cannot be read is returned unchanged.

    Args:
        column: its column.
        cell: a value of plain Python.
        unit: the unit of amounts, in kronor.
    """
    if isinstance(cell, bool) or (isinstance(cell, int) and cell.bit_length() > _LONGEST):
        return cell
    if not isinstance(cell, str):
        return _read_number(column, cell, unit)
    if cell.strip() in {"", UNKNOWN}:
        return None
    if column.several or (cell[0] == "{" and column.kind is Kind.ACTOR):
        return _several(column, cell, unit)
    if column.kind is Kind.TEXT:
        quoted = len(cell) > 1 and cell[0] == cell[-1] == '"' and _blank(cell)
        return cell[1:-1] if quoted else cell
    cell = " ".join(cell.split())
    found = _read_text(column, cell, unit)
    return cell if found is None else found


def _read_text(column: Column, cell: str, unit: int) -> object:
    """The value of a text; None if there is none, or if models read the text itself."""
    value: object = None
    match column.kind:
        case Kind.ACTOR:
            value = _actor(column, cell)
        case Kind.CHOICE:
            value = _meant(cell, column.choices)
        case Kind.FLAG:
            value = _FLAGS.get(cell.casefold())
        case Kind.KRONOR:
            value = _kronor(cell, unit)
        case Kind.NUMBER if re.fullmatch(r"[0-9]{1,6}", cell):
            value = int(cell)
        case Kind.PART:
            value = part(cell)
    return value


def _several(column: Column, cell: str, unit: int) -> object:
    """The values of a cell of several, and of one written as JSON."""
    if cell[0] in "[{":
        try:
            return json.loads(cell)
        except (ValueError, RecursionError):
            return cell
    if " ".join(cell.split()).casefold() in NONE:
        return []
    between = next((mark for mark in ";\n" if mark in cell.strip()), ",")
    parts = (" ".join(part.split()) for part in cell.split(between))
    one = column._replace(several=False)
    return [read(one, part, unit) for part in parts if part]


_LONGEST: Final = 100
"""The most bits of an integer that is read; one of thousands of digits cannot be printed."""


def _read_number(column: Column, cell: object, unit: int) -> object:
    """The value of a cell that is no text; programs turn codes of digits into numbers."""
    if column.several:
        one, cells = column._replace(several=False), [cell] if isinstance(cell, int) else cell
        return [read(one, e, unit) for e in cells] if isinstance(cells, list | tuple) else cell
    match column.kind, cell:
        case Kind.KRONOR, int() | Decimal():
            return times(cell, unit)
        case Kind.PART, int() | Decimal():
            found = part(str(cell))
            return cell if found is None else found
        case Kind.TEXT, int():
            return str(cell)
        case Kind.ACTOR, int():
            # A number has lost the leading zero of its code.
            return _actor(column, f"{cell:04}" if cell > 99 else f"{cell:02}")
    return cell


def _kronor(cell: str, unit: int) -> int | Decimal | None:
    if _MISGROUPED.search(cell):
        return None
    match = _MONEY.fullmatch(re.sub(r"\s", "", cell).replace("\N{MINUS SIGN}", "-"))
    if match is None or (match[4] and unit != 1):
        return None
    if match[3] and len(match[3]) == 3 and (match[2], unit) != (",", 10**6):
        # 1,234 may be a thousand and more, or one and a little.
        return None
    return times(Decimal(f"{match[1]}.{match[3] or 0}"), unit)


_MISGROUPED: Final = re.compile(r"[0-9]{4,}\s[0-9]|[0-9]\s[0-9]{1,2}(?![0-9])|[0-9]\s[0-9]{4,}")
"""Digits in groups of other than three, where one may be missing or too many."""
_MONEY: Final = re.compile(r"(-?[0-9]{1,12})(?:([.,])([0-9]{1,9}))?(kr|kronor)?")


def times(amount: int | Decimal, unit: int) -> int | Decimal:
    """An amount in kronor from one in a unit; exact, whatever the caller's decimal context."""
    if isinstance(amount, Decimal) and not (amount.is_finite() and -9 < amount.adjusted() < 12):
        # It is no amount, and a large exponent would expand to billions of digits.
        return amount
    ore = Fraction(amount) * unit * 100
    if ore.denominator > 1:
        return amount
    whole, rest = divmod(abs(ore.numerator), 100)
    sign = "-" if ore < 0 else ""
    return Decimal(f"{sign}{whole}.{rest:02}") if rest else int(f"{sign}{whole}")


def part(text: str) -> Fraction | None:
    """A part as people write it: ``"35 %"``, ``"0,35"``, ``"7/20"``; None if it is none."""
    match = _PART.fullmatch(re.sub(r"\s", "", text).replace(",", "."))
    if match is None or (match[2] and not int(match[2])):
        return None
    return Fraction(match[1]) / (int(match[2]) if match[2] else 100 if match[3] else 1)


_PART: Final = re.compile(r"([0-9]{1,12}(?:\.[0-9]{1,12})?)(?:/([0-9]{1,12})|(%|procent|percent))?")


def _actor(column: Column, cell: str) -> object:
    if cell in KEYS:
        return cell
    if meant := _meant(cell, column.choices):
        return meant
    outsider = _OUTSIDER.fullmatch(cell)
    form = _meant(outsider[2], _FORMS) if outsider else None
    if outsider and form:
        actor = {"name": outsider[1], "form": form, "orgnr": outsider[3]}
        return {name: value for name, value in actor.items() if value is not None}
    # Validation suggests similar names, and chooses where a name is a kommun's and a region's.
    found = parties_called(cell)
    return found[0] if len(found) == 1 else cell


_OUTSIDER: Final = re.compile(r"(?:(.*) )?\(([^(),]+)(?:, ([0-9]{6}-?[0-9]{4}))?\)")
_FORMS: Final = get_args(ExternalActor.model_fields["form"].annotation)


def forms() -> Text:
    """The forms of those who are no party, as a cell names them."""
    return Text(*(", ".join(_word(form, lang) for form in _FORMS) for lang in _LANGS))


_LANGS: Final[tuple[Lang, ...]] = ("sv", "en")

YES_NO: Final = {True: Text("ja", "yes"), False: Text("nej", "no")}
_FLAGS: Final = {"true": True, "ja": True, "yes": True, "false": False, "nej": False, "no": False}


def plain(cell: object) -> object:
    """A cell of any data-frame library as plain Python; None if it is empty.

    A number that a column with an empty cell has made a float is whole again, and an array is a
    list.
    """
    for name in ("tolist", "to_list"):
        if hasattr(cell, name):
            cell = getattr(cell, name)()
    if isinstance(cell, Sized):
        # A text, or several values, which need not have a truth value.
        return cell
    try:
        if cell != cell:  # noqa: PLR0124  what is not a number is not itself
            return None
    except (TypeError, ArithmeticError):
        # pandas.NA has no truth value, and a signalling NaN is not compared.
        return None
    if isinstance(cell, datetime) and cell == datetime(cell.year, cell.month, cell.day):  # noqa: DTZ001  a day has no zone
        return cell.date()
    if isinstance(cell, float) and abs(cell) < 2**53 and cell.is_integer():
        return int(cell)
    return cell
