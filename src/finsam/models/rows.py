"""Converting collections to and from table rows, for data frames and CSV files."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any, Final, Literal, NamedTuple, TypeAlias, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from finsam.law.text import Lang, Text, listing
from finsam.models.base import Model
from finsam.models.cells import UNKNOWN, Column, Kind, columns, plain, read, tables, word, write
from finsam.models.errors import explain_error
from finsam.models.words import words

Row: TypeAlias = dict[str, Any]
"""A row by column: strings, integers, amounts, dates, booleans and None."""

Unit: TypeAlias = Literal["kr", "tkr", "mnkr"]
"""What amounts are written in: kronor, thousands of kronor, or millions."""

_UNITS: Final[Mapping[Unit, int]] = {"kr": 1, "tkr": 1000, "mnkr": 10**6}
_SAYS: Final = (
    ("tkr", re.compile(r"\b(?:tkr|kkr|ksek|tsek)\b|tusental|1\s?000-tal|thousand")),
    ("mnkr", re.compile(r"\b(?:mnkr|mkr|msek)\b|miljon|million")),
)
"""How the heading of a column says its unit."""
_TOTAL: Final = re.compile(r"(?:del)?summa\b.*|(?:sub)?total(?:t|en|summa)?\b.*|sum:?")
_SHOWN: Final = 20
_BOTH: Final[tuple[Lang, ...]] = ("sv", "en")
_M = TypeVar("_M", bound=Model)


class RowError(NamedTuple):
    """An error in one cell of a table.

    Attributes:
        row: the row, counted from ``start``; 0 if the error concerns the whole table.
        column: the column as named in the table; empty if the error concerns the whole row.
        what: what is wrong, and what was expected.
        cell: what the cell holds, where that may be shown: a number with decimals.
        sheet: the sheet, in a workbook.
    """

    row: int
    column: str
    what: Text
    cell: str = ""
    sheet: str = ""

    def explain(self, lang: Lang) -> str:
        """The error in one language, with its row and column."""
        return _explain([self], lang)


def _explain(same: Sequence[RowError], lang: Lang) -> str:
    """What is wrong in the same way in some rows, said once."""
    first = same[0]
    numbers = sorted({error.row for error in same})
    name = Text("rad", "row") if len(numbers) == 1 else Text("rader", "rows")
    where = [f"{Text('arket', 'sheet').get(lang)} {first.sheet}"] if first.sheet else []
    if first.row:
        where.append(f"{name.get(lang)} {listing(_spans(numbers), lang)}")
    if first.column:
        where.append(f"{Text('kolumn', 'column').get(lang)} {first.column}")
    shown = f" ({_HOLDS.get(lang)} {first.cell})" if first.cell else ""
    return f"{', '.join(where)}{': ' if where else ''}{first.what.get(lang)}{shown}"


_HOLDS: Final = Text("i cellen står", "the cell holds")


def _spans(numbers: Iterable[int]) -> list[str]:
    """Numbers in rising order as spans: 2–4, 7."""
    spans: list[tuple[int, int]] = []
    for number in numbers:
        if spans and number <= spans[-1][1] + 1:
            spans[-1] = (spans[-1][0], number)
        else:
            spans.append((number, number))
    return [str(a) if a == b else f"{a}–{b}" for a, b in spans]


class MalformedRows(ValueError):  # noqa: N818  names the condition, like ViolationsFound
    """Raised for rows that cannot be made into a document.

    Attributes:
        errors: the malformed cells, in row order.
    """

    def __init__(self, errors: tuple[RowError, ...]) -> None:
        super().__init__(errors)
        self.errors = errors

    def explain(self, lang: Lang) -> str:
        """The errors in one language, one per line; at most the first twenty.

        The same error in several rows is one line.
        """
        same: dict[tuple[str, str, Text], list[RowError]] = {}
        for error in self.errors:
            same.setdefault((error.sheet, error.column, error.what), []).append(error)
        lines = [_explain(errors, lang) for errors in list(same.values())[:_SHOWN]]
        if more := len(same) - len(lines):
            lines.append(Text(f"… och {more} fel till", f"… and {more} more errors").get(lang))
        return "\n".join(lines)

    def __str__(self) -> str:
        return self.explain("en")


class How(NamedTuple):
    """How a table is read; :meth:`finsam.Forbund.with_records` says what each means."""

    columns: Mapping[str, str] = {}
    unit: Unit = "kr"
    start: int = 1
    skip_empty: bool = False
    skip_totals: bool = False
    ignore: Sequence[str] = ()


def records(document: Model, collection: str) -> list[Row]:
    """The rows of a collection such as ``"contributions"``, or of a list nested in its items.

    Raises:
        ValueError: there is no such collection, or it is null.
    """
    model = model_of(type(document), collection)
    names = [*_numbers(document, collection), *(column.name for column in columns(model))]
    return [
        {name: row.get(name) for name in names}
        for row in _rows(document, collection.split("."), {})
    ]


def model_of(document: type[Model], collection: str) -> type[Model]:
    """The model of the items of a collection.

    Raises:
        ValueError: the document has no such collection.
    """
    known = tables(document)
    if collection not in known:
        names = listing(sorted(known), "en")
        raise ValueError(f"the document has no list of that name; it has {names}")
    return known[collection]


def _numbers(document: Model, collection: str) -> list[str]:
    """The columns that number the items that a nested row stands in, and the row itself."""
    *outer, last = collection.split(".")
    known = tables(type(document))
    within = [n for i, n in enumerate(outer) if ".".join(outer[: i + 1]) in known]
    return [*within, last] if within else []


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
            yield ({**stands_in, name: number} if stands_in else {}) | row_of(item)


def row_of(item: Model, lang: Lang | None = None) -> Row:
    """The cells of an item; a model in it that says nothing is told by a question mark.

    Args:
        item: the item.
        lang: for people, in this language: lists that have rows are not written, nor defaults.
    """
    known = {column.name: column for column in columns(type(item))}
    row: Row = dict.fromkeys(known)
    for name, field in type(item).model_fields.items():
        value = getattr(item, name)
        if name in known:
            if lang is None or value != field.default:
                row[name] = write(known[name], value, lang)
        elif isinstance(value, Model):
            inner = {f"{name}.{each}": cell for each, cell in row_of(value, lang).items()}
            if value == type(value)():
                inner[next(iter(inner))] = UNKNOWN
            row |= inner
    return row


def with_records(document: _M, collection: str, rows: Iterable[Mapping[Any, Any]], how: How) -> _M:
    """A copy of a document with a collection from rows.

    Raises:
        MalformedRows: some cells are malformed.
        ValueError: there is no such collection.
    """
    model = model_of(type(document), collection)
    numbers = _numbers(document, collection)
    found: dict[tuple[int, ...], list[Model]] = {}
    errors: list[RowError] = []
    stands = set(_places(document, collection.split("."), ()))
    for each in read_rows(model, rows, how, numbers):
        cells = [each.also.get(name) for name in numbers[:-1]]
        at = tuple(cell if isinstance(cell, int) else None for cell in cells)
        if at in stands:
            found.setdefault(at, []).append(each.item)  # type: ignore[arg-type]  # it is a place
        else:
            errors.append(RowError(each.row, numbers[0], _NO_SUCH))
    if errors:
        raise MalformedRows(tuple(errors))
    if not numbers:
        found.setdefault((), [])
    return filled(document, collection, found)


def filled(document: _M, collection: str, items: Mapping[tuple[int, ...], Sequence[Model]]) -> _M:
    """A copy of a document with items in a collection, by the indices of what they are nested in.

    Raises:
        pydantic.ValidationError: the items do not go together, or not with the document.
    """
    return _put(document, collection.split("."), items, ())


_NO_SUCH: Final = Text(
    "här ska stå numret, räknat från 0, på den post i dokumentet som raden hör till",
    "this should be the number, counted from 0, of the item in the document that the row is of",
)


def _places(
    holder: BaseModel | None, way: list[str], at: tuple[int, ...]
) -> Iterator[tuple[int, ...]]:
    """Where in a document a list can stand: the index of each item it is nested in."""
    name, *rest = way
    found = getattr(holder, name, None)
    if not rest:
        yield at
    elif isinstance(found, tuple):
        for number, item in enumerate(found):
            yield from _places(item, rest, (*at, number))
    else:
        yield from _places(found, rest, at)


def _put(
    holder: _M,
    way: list[str],
    items: Mapping[tuple[int, ...], Sequence[Model]],
    at: tuple[int, ...],
) -> _M:
    """A copy with lists from rows; an item that no row is of keeps what it has."""
    name, *rest = way
    found: Any = getattr(holder, name)
    if not rest:
        return holder.replace(**{name: items[at]}) if at in items else holder
    if isinstance(found, tuple):
        inner: Any = [_put(item, rest, items, (*at, n)) for n, item in enumerate(found)]
    elif found is None and not any(key[: len(at)] == at for key in items):
        return holder
    else:
        inner = _put(found or _inner(holder, name), rest, items, at)
    return holder.replace(**{name: inner})


def _inner(holder: Model, name: str) -> Model:
    """A model that says nothing, for one that is null."""
    annotation = type(holder).model_fields[name].annotation
    model: type[Model] = next(one for one in get_args(annotation) if one is not type(None))
    return model()


class Read(NamedTuple):
    """An item read from a row.

    Attributes:
        row: the number of the row.
        item: the item.
        also: what the columns say that are none of the item's.
    """

    row: int
    item: Model
    also: Mapping[str, object]


def read_rows(
    model: type[Model], rows: Iterable[Mapping[Any, Any]], how: How, also: Sequence[str] = ()
) -> list[Read]:
    """Parse rows into items of a collection; ``also`` names the columns that are none of theirs.

    Raises:
        MalformedRows: some cells are malformed.
    """
    heads = _Heads(model, how, also)
    found: list[Read] = []
    errors: list[RowError] = []
    for number, row in enumerate(rows, how.start):
        given = {head: cell for head, each in row.items() if not _empty(cell := plain(each))}
        total = heads.total(given)
        if (how.skip_empty and heads.lacks(given)) or (how.skip_totals and total):
            continue
        errors += [
            RowError(number, shown(head), what) for head in row if (what := heads.wrong(head))
        ]
        if total:
            errors.append(RowError(number, total, _IS_TOTAL))
            continue
        item, wrong = read_row(model, {h: c for h, c in given.items() if not heads.wrong(h)}, heads)
        errors += [RowError(number, *each) for each in wrong]
        if item is not None:
            found.append(Read(number, item, {n: given.get(h) for h, n in heads.also.items()}))
    if errors:
        raise MalformedRows(tuple(errors))
    return found


def _empty(cell: object) -> bool:
    return cell is None or (isinstance(cell, str) and not cell.strip())


_IS_TOTAL: Final = Text(
    "raden är en summa och ingen post; ta bort den, eller hoppa över den (skip_totals=True)",
    "the row is a total and no item; take it out, or skip it (skip_totals=True)",
)
_TOO_LONG: Final = Text(
    "raden har fler celler än rubriker; kontrollera skiljetecknen",
    "the row has more cells than there are headings; look at the separators",
)


def shown(head: object) -> str:
    """A heading for a message; an ellipsis for what may hold a personal number."""
    written = str(head)
    return written if sum(map(str.isdigit, written)) < 10 else "…"


def _title(head: object) -> str:
    """A heading without its unit, for comparing."""
    return re.sub(r"[(,].*", "", str(head)).strip().casefold()


@cache
def _titles(model: type[Model]) -> dict[str, Column]:
    """The columns that have a title of their own, by it, in both languages."""
    found: dict[str, list[Column]] = {}
    for column in columns(model):
        if "." not in column.name:
            for title in set(words(column.holder, column.name).title):
                found.setdefault(title.casefold(), []).append(column)
    return {title: same[0] for title, same in found.items() if len(same) == 1}


class _Heads:
    """What the headings of a table mean."""

    def __init__(self, model: type[Model], how: How, also: Sequence[str] = ()) -> None:
        self.how: Final = how
        self.also: Final[dict[object, str]] = {}
        self._names: Final = frozenset(also)
        self._columns: Final = {column.name: column for column in columns(model)}
        self._titles: Final = _titles(model)
        self._read: Final[dict[object, Column | Text | None]] = {}

    def of(self, head: object) -> Column | Text | None:
        """The column of a heading; a text that says what is wrong with it; None: not read."""
        if head not in self._read:
            self._read[head] = self._resolve(head)
        return self._read[head]

    def wrong(self, head: object) -> Text | None:
        """What is wrong with a heading."""
        found = self.of(head)
        return found if isinstance(found, Text) else None

    def _resolve(self, head: object) -> Column | Text | None:
        name = self.how.columns.get(head, head)  # type: ignore[call-overload]  # any heading
        if head is None:
            return _TOO_LONG
        if name in self._names:
            self.also[head] = str(name)
            return None
        if head in self.how.ignore:
            return None
        outer, _, inner = str(name).partition(".")
        column = self._columns.get(str(name)) or self._titles.get(_title(head))
        if column is None and inner and (actor := self._columns.get(outer)):
            return actor if actor.kind is Kind.ACTOR else _unknown(self._columns)
        return _unknown(self._columns) if column is None else self._in_unit(head, column)

    def _in_unit(self, head: object, column: Column) -> Column | Text:
        """The column, unless its heading says another unit than the one told."""
        says = next((u for u, how in _SAYS if how.search(str(head).casefold())), self.how.unit)
        if column.kind is not Kind.KRONOR or says == self.how.unit:
            return column
        return Text(
            f'rubriken säger {says}, men beloppen läses i {self.how.unit}; ange unit="{says}", '
            "eller byt rubrik",
            f'the heading says {says}, but amounts are read in {self.how.unit}; give unit="{says}",'
            " or change the heading",
        )

    def total(self, given: Mapping[Any, object]) -> str | None:
        """The heading of the cell that makes a row a total."""
        for head, cell in given.items():
            if not isinstance(cell, str):
                continue
            column, word = self.of(head), cell.strip().casefold()
            if isinstance(column, Column):
                named = column.required and (column.kind is Kind.ACTOR or " " not in word)
            else:
                named = head in self.also and " " not in word
            if named and _TOTAL.fullmatch(word):
                return shown(head)
        return None

    def lacks(self, given: Mapping[Any, object]) -> bool:
        """Whether a row is empty, or lacks the amount that it has to have."""
        has = {column.name for h in given if isinstance(column := self.of(h), Column)}
        return not has or any(
            column.required and column.kind is Kind.KRONOR and column.name not in has
            for column in self._columns.values()
        )


def _unknown(known: Iterable[str]) -> Text:
    names = sorted(known)
    return Text(
        "formatet har ingen sådan kolumn; ta bort den, hoppa över den (ignore=), eller ange vad "
        f"den är (columns=): {listing(names, 'sv')}",
        "the format has no such column; leave it out, skip it (ignore=), or tell what it is "
        f"(columns=): {listing(names, 'en')}",
    )


_Wrong: TypeAlias = tuple[str, Text, str]
"""A heading, what is wrong, and what the cell holds if that may be shown."""


def read_row(
    model: type[Model], given: Mapping[Any, object], heads: _Heads
) -> tuple[Model | None, list[_Wrong]]:
    """Parse the cells of a row that are not empty, by heading; and what is wrong with them."""
    said: dict[str, Any] = {}
    named: dict[str, Any] = {}
    for head, cell in given.items():
        column = heads.of(head)
        if isinstance(column, Column):
            name = str(heads.how.columns.get(head, head))
            name = name if name.partition(".")[0] in model.model_fields else column.name
            unit = 1 if name == "rounded_to" else _UNITS[heads.how.unit]
            own = name == column.name
            put(said, name, read(column, cell, unit) if own else cell)
            named[name] = head
    try:
        return model.model_validate(said), []
    except ValidationError as error:
        wrong = []
        for one in error.errors():
            where = ".".join(str(step) for step in one["loc"])
            head = next((named[n] for n in _outwards(where) if n in named), where)
            cell = given.get(head)
            number = repr(cell) if isinstance(cell, float) else ""
            column = heads.of(head)
            told = explained(one, column if isinstance(column, Column) else None)
            wrong.append((shown(head), told, number))
        return None, wrong


_PLAIN: Final[Mapping[str, Text]] = {
    "kronor": Text(
        "ett belopp i kronor skrivs 1 500 000 eller 1500,50: noll eller mer, med högst två "
        "decimaler",
        "an amount in kronor is written 1 500 000 or 1500.50: zero or more, with at most two "
        "decimals",
    ),
    "signed_kronor": Text(
        "ett belopp i kronor skrivs 1 500 000 eller -1500,50, med högst två decimaler",
        "an amount in kronor is written 1 500 000 or -1500.50, with at most two decimals",
    ),
    "day": Text("en dag skrivs 2026-03-01", "a day is written 2026-03-01"),
    "part": Text(
        "en andel skrivs 35 %, 0,35 eller 7/20, och är högst 1",
        "a share is written 35 %, 0.35 or 7/20, and is at most 1",
    ),
    "bool_type": Text("här ska stå ja eller nej", "this should be yes or no"),
    "int_type": Text("här ska stå ett heltal", "this should be a whole number"),
    "string_type": Text("här ska stå en text", "this should be a text"),
    **dict.fromkeys(
        ("tuple_type", "frozen_set_type", "model_type"),
        Text(
            'skriv "inga" om det inte finns några; flera skrivs med komma emellan',
            'write "none" if there are none; several are written with commas between',
        ),
    ),
    **dict.fromkeys(
        ("member_key", "kommun_key"),
        Text(
            "här ska stå en medlem, som Försäkringskassan, Region Skåne, Ystad eller 1286",
            "this should be a member, like Försäkringskassan, Region Skåne, Ystad or 1286",
        ),
    ),
    **dict.fromkeys(
        ("member_actor", "actor", "payer"),
        Text(
            "här ska stå en medlem, som Region Skåne, Ystad eller 1286, eller någon annan med sin "
            "form: Föreningen Exempel (förening)",
            "this should be a member, like Region Skåne, Ystad or 1286, or somebody else with a "
            "form: Some Association (association)",
        ),
    ),
}
"""What is said of a cell where a document in JSON is told something else."""


def explained(error: ErrorDetails, column: Column | None) -> Text:
    """What is wrong with a cell of a column, by what pydantic says of it."""
    if error["type"] in _PLAIN:
        return _PLAIN[error["type"]]
    if error["type"] == "literal_error" and column and len(column.choices) > 1:
        sv, en = (listing([word(column, c, lang) for c in column.choices], lang) for lang in _BOTH)
        return Text(f"här ska stå något av {sv}", f"this should be one of {en}")
    return Text(explain_error(error, "sv"), explain_error(error, "en"))


def put(said: dict[str, Any], name: str, value: object) -> None:
    """Put a value at a dotted name; one that is not known makes the models it is in known."""
    outer, _, inner = name.partition(".")
    if inner:
        found = said.setdefault(outer, {})
        if isinstance(found, dict):
            put(found, inner, value)
    elif value is not None:
        said[outer] = value


def _outwards(name: str) -> Iterator[str]:
    while name:
        yield name
        name = name.rpartition(".")[0]
