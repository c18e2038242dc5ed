"""Converting collections to and from table rows, for data frames and CSV files."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from fractions import Fraction
from typing import Any, Final, NamedTuple, TypeAlias, get_args

from pydantic import BaseModel, ValidationError

from finsam.law.parties import member_key
from finsam.law.text import Lang, Text, listing
from finsam.models.actors import FORBUNDET, ExternalActor
from finsam.models.base import Model
from finsam.models.errors import explain_error
from finsam.models.money import Contribution, OtherIncome

Row: TypeAlias = dict[str, Any]
"""A row by column: strings, integers, amounts, dates, booleans and None."""

_AMOUNTS: Final = frozenset({"amount", "rounded_to"})
_FLAGS: Final = {"true": True, "ja": True, "yes": True, "false": False, "nej": False, "no": False}
_ACTORS: Final = frozenset({"actor", "payer"})
_WORDS: Final = frozenset({FORBUNDET, "kommuner", "regioner"})
_MONEY: Final = re.compile(r"([0-9]+)(?:[.,]([0-9]{1,2}))?(?:kr|kronor)?")
_YEAR: Final = re.compile(r"[0-9]{4}")
_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_TEXTS: Final = frozenset({"name", "note", "ref", "source"})
_SHOWN: Final = 20


class RowError(NamedTuple):
    """An error in one cell of a table.

    Attributes:
        row: the row, counted from 1, the heading not included.
        column: the column as named in the table; empty if the error concerns the whole row.
        what: what is wrong, and what was expected.
    """

    row: int
    column: str
    what: Text

    def explain(self, lang: Lang) -> str:
        """The error in one language, with its row and column."""
        where = f"{Text('rad', 'row').get(lang)} {self.row}"
        if self.column:
            where += f", {Text('kolumn', 'column').get(lang)} {self.column}"
        return f"{where}: {self.what.get(lang)}"


class MalformedRows(ValueError):  # noqa: N818  names the condition, like ViolationsFound
    """Raised for rows that cannot be made into a document.

    Attributes:
        errors: the malformed cells, in row order.
    """

    def __init__(self, errors: tuple[RowError, ...]) -> None:
        super().__init__(errors)
        self.errors = errors

    def explain(self, lang: Lang) -> str:
        """The errors in one language, one per line; at most the first twenty."""
        lines = [error.explain(lang) for error in self.errors[:_SHOWN]]
        if more := len(self.errors) - len(lines):
            lines.append(Text(f"… och {more} fel till", f"… and {more} more errors").get(lang))
        return "\n".join(lines)

    def __str__(self) -> str:
        return self.explain("en")


def records(document: Model, collection: str) -> list[Row]:
    """The rows of a collection such as ``"contributions"``, or of a list nested in its items.

    Raises:
        ValueError: there is no such collection, or it is null.
    """
    way = collection.split(".")
    known = _lists(type(document))
    if collection not in known:
        names = listing(sorted(known), "en")
        raise ValueError(f"the document has no list of that name; it has {names}")
    return _even(list(_rows(document, way, {})))


def _rows(holder: BaseModel, way: list[str], stands_in: Row) -> Iterator[Row]:
    """One row per model at the end of a path, with the index of each item it is nested in."""
    name, *rest = way
    found = getattr(holder, name)
    if found is None:
        if stands_in:
            return
        raise ValueError(f"{name} is null, so there are no rows to give")
    if isinstance(found, BaseModel):
        yield from _rows(found, rest, stands_in)
        return
    for number, item in enumerate(found):
        if rest:
            yield from _rows(item, rest, {**stands_in, name: number})
        else:
            numbers = {**stands_in, name: number} if stands_in else {}
            yield {**numbers, **dict(_flat(item))}


def _lists(model: type[BaseModel], way: str = "") -> list[str]:
    """The dotted names of all lists of models in a model, however deep."""
    found = []
    for name, field in model.model_fields.items():
        inner = next(_models_in(field.annotation), None)
        if inner is not None:
            many = "tuple[" in str(field.annotation)
            found += [f"{way}{name}"] if many else []
            found += _lists(inner, f"{way}{name}.")
    return found


def _models_in(annotation: object) -> Iterator[type[Model]]:
    if isinstance(annotation, type) and issubclass(annotation, Model):
        if annotation is not ExternalActor:
            yield annotation
    else:
        for one in get_args(annotation):
            yield from _models_in(one)


def _flat(model: BaseModel) -> Iterator[tuple[str, Any]]:
    """The fields of a model as cells; those of a nested model are prefixed by its name."""
    for name in type(model).model_fields:
        value = getattr(model, name)
        if isinstance(value, ExternalActor):
            yield name, None
        if isinstance(value, BaseModel):
            yield from ((f"{name}.{inner}", cell) for inner, cell in _flat(value))
        else:
            yield name, _cell(value)


def _cell(value: object) -> object:
    if isinstance(value, frozenset):
        return ", ".join(sorted(value))
    if isinstance(value, tuple):
        # Actors are named; lists that have rows of their own are counted.
        if all(isinstance(each, str | ExternalActor) for each in value):
            return ", ".join(
                each if isinstance(each, str) else each.name or each.form for each in value
            )
        return len(value)
    return str(value) if isinstance(value, Fraction) else value


def _even(rows: list[Row]) -> list[Row]:
    """Give all rows the same columns."""
    columns = dict.fromkeys(name for row in rows for name in row)
    return [{name: row.get(name) for name in columns} for row in rows]


def read_rows(
    model: type[Model], rows: Iterable[Mapping[Any, Any]], columns: Mapping[str, str]
) -> tuple[Model, ...]:
    """Parse rows into items of a collection.

    Raises:
        MalformedRows: some cells are malformed.
    """
    found: list[Model] = []
    errors: list[RowError] = []
    for number, row in enumerate(rows, 1):
        said, named, wrong = _parse(model, row, columns)
        errors += [RowError(number, column, what) for column, what in wrong]
        try:
            item = model.model_validate(said)
        except ValidationError as error:
            for one in error.errors():
                where = ".".join(str(step) for step in one["loc"])
                # One error per cell: unknown columns are already reported.
                if where in named or one["type"] != "extra_forbidden":
                    what = Text(explain_error(one, "sv"), explain_error(one, "en"))
                    errors.append(RowError(number, named.get(where, where), what))
        else:
            found.append(item)
    if errors:
        raise MalformedRows(tuple(errors))
    return tuple(found)


_Parsed: TypeAlias = tuple[dict[str, Any], dict[str, str], list[tuple[str, Text]]]


def _parse(model: type[Model], row: Mapping[Any, Any], columns: Mapping[str, str]) -> _Parsed:
    """Parse a row: its values, the column name of each field, and the unknown columns."""
    said: dict[str, Any] = {}
    named: dict[str, str] = {}
    wrong: list[tuple[str, Text]] = []
    known = set(model.model_fields)
    required = {name for name in _TEXTS & known if model.model_fields[name].is_required()}
    for column, written in row.items():
        field = columns.get(column, column)
        outer, _, inner = str(field).partition(".")
        if outer not in known or (inner and outer not in _ACTORS):
            wrong.append((str(column), _unknown(known)))
            continue
        named[str(field)] = str(column)
        value = _plain(written)
        if value is None or (value == "" and outer not in required):
            continue
        if inner:
            said.setdefault(outer, {})
            if isinstance(said[outer], dict):
                said[outer][inner] = value
        else:
            said[outer] = _read(outer, value)
    return said, named, wrong


def _unknown(known: Iterable[str]) -> Text:
    names = sorted(known)
    return Text(
        f"formatet har ingen sådan kolumn; ta bort den, eller ange vad den är: "
        f"{listing(names, 'sv')}",
        f"the format has no such column; leave it out, or tell what it is: {listing(names, 'en')}",
    )


def _plain(value: object) -> object:
    """Convert a cell from any data-frame library to plain Python; None if it is empty."""
    if hasattr(value, "item"):
        value = value.item()
    try:
        if value != value:  # noqa: PLR0124  what is not a number is not itself
            return None
    except TypeError:
        # pandas.NA has no truth value.
        return None
    if isinstance(value, datetime) and value == datetime(value.year, value.month, value.day):  # noqa: DTZ001  a day has no zone
        return value.date()
    return value


def _read(field: str, value: object) -> object:
    """Convert a cell from common notation to the notation of a document."""
    if not isinstance(value, str) or field in _TEXTS:
        return value
    text = value.strip()
    if field in _AMOUNTS:
        match = _MONEY.fullmatch(re.sub(r"\s", "", text))
        return f"{match[1]}.{match[2]:0<2}" if match and match[2] else match[1] if match else text
    if field == "year":
        return int(text) if _YEAR.fullmatch(text) else text
    if field == "in_kind":
        return _FLAGS.get(text.casefold(), text)
    return _actor(text) if field in _ACTORS else _day(text) if _DAY.fullmatch(text) else text


def _day(text: str) -> date | str:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return text


def _actor(text: str) -> str:
    if text in _WORDS:
        return text
    try:
        return member_key(text)
    except ValueError:
        # Validation suggests similar names for what looks like a misspelled kommun.
        return text if ":" in text else f"kommun:{text}"


FLAT: Final[Mapping[str, type[Model]]] = {
    "contributions": Contribution,
    "other_income": OtherIncome,
}
"""The collections that rows can be parsed into, apart from ``members``."""
