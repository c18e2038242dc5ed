"""Converting collections to and from table rows, for data frames and CSV files."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Sized
from datetime import date
from functools import cache
from typing import Any, Final, Literal, NamedTuple, TypeAlias, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from finsam.law.text import Lang, Text, either, listing, may_be_personal, quoted
from finsam.models.actors import ExternalActor
from finsam.models.base import Loc, Model, values_along
from finsam.models.cells import (
    UNKNOWN,
    Column,
    Kind,
    columns,
    forms,
    nested,
    plain,
    read,
    tables,
    word,
    write,
)
from finsam.models.errors import explain_error, model_in, worded
from finsam.models.words import table, words

Row: TypeAlias = dict[str, Any]
"""A row by column: strings, integers, amounts, dates, booleans and None."""

Unit: TypeAlias = Literal["kr", "tkr", "mnkr"]
"""What amounts are written in: kronor, thousands of kronor, or millions."""

_UNITS: Final[Mapping[Unit, int]] = {"kr": 1, "tkr": 1000, "mnkr": 10**6}
_SAYS: Final = (
    (
        "tkr",
        re.compile(
            r"\b(?:tkr|kkr|ksek|tsek)\b|tusental|tusen kr|1\s?000-tal|thousand"
            r"|[^\W\d]\W+(?:tusen\b|1\s?000 kr)"
        ),
    ),
    ("mnkr", re.compile(r"\b(?:mnkr|mkr|msek|mn)\b|miljon|million")),
)
"""How the heading of a column states its unit."""
_KRONOR: Final = re.compile(r"\b(?:kr|kronor|sek)\b")
_AND_UNIT: Final = re.compile(
    r"\s+(?:(?:i|in)\s+)?(?:kr|sek|kronor|tkr|kkr|ksek|tsek|mnkr|mkr|msek"
    r"|(?:tusen|1\s?000|miljon|thousand|million|mn)\S*(?:\s+(?:of\s+)?(?:kr|sek|kronor))?)\.?$"
)
"""The end of a heading that states its unit without brackets."""
_TOTAL: Final = re.compile(r"(?:del)?summa\b.*|(?:sub)?total(?:t|en|summa)?\b.*|sum:?")
_SHOWN: Final = 20
_CELLS_SHOWN: Final = 3
_BOTH: Final[tuple[Lang, ...]] = ("sv", "en")
_M = TypeVar("_M", bound=Model)


def sheet_text(name: str) -> Text:
    """A text of tables and workbooks."""
    return Text(*table("sheets")["text"][name])


class RowError(NamedTuple):
    """An error in one cell of a table.

    Attributes:
        row: the row, counted from ``start``; 0 if the error concerns the whole table.
        column: the column as named in the table; empty if the error concerns the whole row.
        what: what is wrong, and what was expected.
        cell: what the cell holds, where that may be shown: a float.
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
    """An error that some rows share, reported once."""
    first, numbers = same[0], sorted({error.row for error in same})
    place = _located(first.sheet, numbers if first.row else [], first.column, lang)
    holds = sheet_text("holds").get(lang)
    figure = first.cell.replace(".", Text(",", ".").get(lang)) if first.sheet else first.cell
    shown = f" ({holds} {figure})" if figure else ""
    return f"{place}{': ' if place else ''}{first.what.get(lang)}{shown}"


def _located(sheet: str, rows: Sequence[int], column: str, lang: Lang) -> str:
    """The place of some cells of a column, in words."""
    row = Text("rad", "row") if len(rows) == 1 else Text("rader", "rows")
    where = [
        (Text("arket", "sheet"), sheet),
        (row, listing(_spans(rows), lang)),
        (Text("kolumn", "column"), column),
    ]
    return ", ".join(f"{name.get(lang)} {value}" for name, value in where if value)


def _spans(numbers: Iterable[int]) -> list[str]:
    """Numbers in rising order as spans: 2–4, 7."""
    spans: list[list[int]] = []
    for number in numbers:
        if spans and number <= spans[-1][-1] + 1:
            spans[-1][1:] = [number]
        else:
            spans.append([number])
    return ["–".join(map(str, span)) for span in spans]


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
            lines.append(sheet_text("more").filled(more=more).get(lang))
        return "\n".join(lines)

    def __str__(self) -> str:
        return self.explain("en")


class Place(NamedTuple):
    """A place in a table.

    Attributes:
        row: the number of the row.
        column: the heading of the column; empty for the whole row.
        sheet: the sheet, in a workbook.
        cell: the cell, in a workbook: ``"B4"``.
    """

    row: int
    column: str = ""
    sheet: str = ""
    cell: str = ""

    def error(self, what: Text, shown: str = "") -> RowError:
        """An error here."""
        return RowError(self.row, self.column, what, shown, self.sheet)


class Given(NamedTuple):
    """A cell, or a whole row.

    Attributes:
        place: its place.
        column: the column of the cell.
        cell: its value; None if it is empty.
        shown: its value for messages; empty where it must not be repeated.
    """

    place: Place
    column: Column | None = None
    cell: object = None
    shown: str = ""


def is_in(loc: Loc, name: str) -> bool:
    """Whether a place in a document is in a list, given its dotted name."""
    way = ".".join(step for step in loc if isinstance(step, str))
    return f"{way}.".startswith(f"{name}.")


class Draft:
    """Data collected from cells, for a model to validate, and the cell of each field.

    Attributes:
        data: the document, or the item, as in JSON.
        given: the cell of each field, and the row of each item, by place in the document.
        sheets: the sheet that the rows of each list are on, by the list's dotted name.
    """

    def __init__(self) -> None:
        self.data: dict[str, Any] = {}
        self.given: dict[Loc, Given] = {}
        self.sheets: dict[str, str] = {}

    def put(
        self, item: dict[str, Any], at: Loc, column: Column, given: Given, unit: int = 1
    ) -> None:
        """Read a cell into an item.

        Args:
            item: the item, as in JSON.
            at: its place in the document.
            column: the column of the cell.
            given: the cell.
            unit: the unit of amounts, in kronor.
        """
        data: Any = item
        *outer, last = column.name.split(".")
        self.given[(*at, *outer, last)] = given
        if given.cell is None:
            return
        for step in outer:
            # An unknown field of an inner model still shows that there is one.
            holder, data = data, data.setdefault(step, {})
            if not isinstance(data, dict):
                # A party has no form of its own, so that the two cells together are refused.
                holder[step] = [data]
                return
        value = read(column, given.cell, unit)
        if value is not None:
            data[last] = value

    def nearest(self, loc: Loc) -> Given | None:
        """The cell of a field, or the row that it is in."""
        found = (self.given[loc[:n]] for n in range(len(loc), 0, -1) if loc[:n] in self.given)
        return next(found, None)

    def sheet(self, loc: Sequence[str | int]) -> str:
        """The sheet of a list; empty if the place is no list, or has no sheet."""
        name = ".".join(step for step in loc if isinstance(step, str))
        return self.sheets.get(name, "") if isinstance(loc[-1], str) else ""

    def forget(self, name: str) -> None:
        """Forget the cells of a list, by its dotted name, that was read from elsewhere."""
        self.sheets = {k: v for k, v in self.sheets.items() if not is_in((k,), name)}
        self.given = {k: v for k, v in self.given.items() if not is_in(k, name)}

    def cells(self, locs: Iterable[Loc], lang: Lang) -> str:
        """The cells of some places, in words; at most three sheets and columns."""
        rows: dict[tuple[str, str], set[int]] = {}
        for loc in locs:
            if sheet := self.sheet(loc):
                rows[sheet, ""] = set()
            elif given := self.nearest(loc):
                place = given.place
                rows.setdefault((place.sheet, place.column), set()).add(place.row)
        said = [
            _located(sheet, sorted(numbers - {0}), column, lang)
            for (sheet, column), numbers in rows.items()
        ]
        return "; ".join([*said[:_CELLS_SHOWN], *["…"] * (len(said) > _CELLS_SHOWN)])

    def errors(
        self, error: ValidationError, row: int = 0, passed_over: Collection[str] = ()
    ) -> Iterator[RowError]:
        """Each error in its cell, but for some types; an error of no cell is the row's."""
        for one in error.errors():
            if one["type"] in passed_over:
                continue
            somewhere = Given(Place(row, ".".join(map(str, one["loc"]))))
            # Each word of a set may have a cell of its own.
            given = self.nearest((*one["loc"], one.get("ctx", {}).get("name", ""))) or somewhere
            yield given.place.error(self.explained(one, given), given.shown)

    def explained(self, error: ErrorDetails, given: Given) -> Text:
        """A validation error in words for people who fill in cells."""
        return _explained(error, given)


def _explained(error: ErrorDetails, given: Given) -> Text:
    column, cell = given.column, given.cell
    if isinstance(cell, Sized) and not isinstance(cell, str) and column and not column.several:
        return sheet_text("several_values")
    is_number = error["type"] in {"kronor", "signed_kronor", "part"}
    # A sheet has no other numbers than floats.
    if is_number and not given.place.sheet and isinstance(cell, float) and abs(cell) < 10**12:
        return sheet_text("float")
    if error["type"] == "kronor" and given.place.sheet and (what := _wrong_amount(cell)):
        return what
    if error["type"] == "literal_error" and column and len(column.choices) > 1:
        sv, en = (either([word(column, c, lang) for c in column.choices], lang) for lang in _BOTH)
        return sheet_text("one_of").filled(choices=Text(sv, en))
    plain = wrong_cells().get(error["type"])
    if plain:
        return Text(*(worded(plain, error, lang) for lang in _BOTH))
    return Text(*(explain_error(error, lang) for lang in _BOTH))


def _wrong_amount(cell: object) -> Text | None:
    """What is wrong with an amount in a workbook, where that is a common mistake."""
    if isinstance(cell, date):
        return sheet_text("a_day")
    if isinstance(cell, str) and (says := unit_in(cell)):
        return sheet_text("in_unit").filled(says=says)
    text = re.sub(r"\s", "", str(cell)).replace("\N{MINUS SIGN}", "-")
    return sheet_text("negative") if re.fullmatch(r"-[0-9.,]+", text) else None


@cache
def wrong_cells() -> Mapping[str, Text]:
    """Messages for cells where the message for JSON does not fit, by type of error."""
    found: dict[str, Text] = {}
    for each in table("sheets")["cell"]:
        sv, en = (t.replace("{forms}", f) for t, f in zip(each["text"], forms(), strict=True))
        found |= dict.fromkeys(each["kinds"], Text(sv, en))
    return found


class How(NamedTuple):
    """How a table is read; :meth:`finsam.Forbund.with_records` documents each field."""

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
    model, numbers = model_of(type(document), collection), _numbers(type(document), collection)
    found: Any = document
    for step in collection.split("."):
        found = getattr(found, step)
        if found is None:
            raise ValueError(f"{step} is null, so there are no rows to give")
        if isinstance(found, tuple):
            break
    names = [*numbers, *(column.name for column in columns(model))]
    rows = (
        dict(zip(numbers, at, strict=False)) | row_of(item)
        for at, item in items_of(document, collection)
    )
    return [{name: row.get(name) for name in names} for row in rows]


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


def _numbers(document: type[Model], collection: str) -> list[str]:
    """The columns that number the items that a nested row stands in, and the row itself."""
    within = nested(document, collection)
    return [name.rpartition(".")[2] for name in (*within, collection)] if within else []


def items_of(document: Model, collection: str) -> Iterator[tuple[tuple[int, ...], Model]]:
    """The items of a collection, or of a nested list, each with its index path."""
    for at, items in values_along(document, collection.split(".")):
        for number, item in enumerate(items or ()):
            yield (*at, number), item


def row_of(item: Model, lang: Lang | None = None) -> Row:
    """The cells of an item; an inner model without any facts has a question mark.

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
    model, within = model_of(type(document), collection), nested(type(document), collection)
    numbers = _numbers(type(document), collection)
    found: dict[tuple[object, ...], list[Model]] = {} if within else {(): []}
    stands = {at for at, _ in items_of(document, within[-1])} if within else {()}
    errors: list[RowError] = []
    whole = not {"all", collection}.isdisjoint(getattr(document, "complete", ()))
    for each in read_rows(model, rows, how, numbers):
        if each.item is None:
            if whole and each.payer is not None:
                errors.append(RowError(each.row, "", sheet_text("not_complete")))
            continue
        at = tuple(_number(each.also.get(name)) for name in numbers[:-1])
        if all(isinstance(number, int) for number in at) and at in stands:
            found.setdefault(at, []).append(each.item)
        else:
            no_such = sheet_text("no_such").filled(column=listing(numbers[:-1], "sv"))
            errors.append(RowError(each.row, numbers[0], no_such))
    if errors:
        raise MalformedRows(tuple(errors))
    return filled(document, collection.split("."), found)


def _number(cell: object) -> object:
    """The number of an item, which a CSV file holds as a text."""
    is_text = isinstance(cell, str) and re.fullmatch(r"\s*[0-9]{1,9}\s*", cell)
    return int(str(cell)) if is_text else cell


def filled(
    holder: _M,
    way: Sequence[str],
    items: Mapping[tuple[object, ...], Sequence[Model]],
    at: tuple[int, ...] = (),
) -> _M:
    """A copy of a document with some lists replaced; others stay as they are.

    Args:
        holder: the document.
        way: the steps of the dotted name of the lists.
        items: the items of each list, by the index path of what it is nested in.
        at: the index path of the holder.

    Raises:
        pydantic.ValidationError: the items do not go together, or not with the document.
    """
    name, *rest = way
    found: Any = getattr(holder, name)
    inner: Any
    if not rest:
        inner = items.get(at)
    elif isinstance(found, tuple):
        inner = [filled(item, rest, items, (*at, number)) for number, item in enumerate(found)]
    elif found is not None or any(path[: len(at)] == at for path in items):
        model: Any = model_in(type(holder).model_fields[name].annotation)
        inner = filled(found or model(), rest, items, at)
    else:
        inner = None
    return holder if inner is None else holder.replace(**{name: inner})


class Read(NamedTuple):
    """An item read from a row.

    Attributes:
        row: the number of the row.
        item: the item; None of a row that is left out for want of its amount.
        also: the cells of the extra columns, by name.
        payer: the party or sum that the row says pays; None if it names none.
    """

    row: int
    item: Model | None
    also: Mapping[str, object]
    payer: str | None


def read_rows(
    model: type[Model], rows: Iterable[Mapping[Any, Any]], how: How, also: Sequence[str] = ()
) -> list[Read]:
    """Parse rows into items of a collection; ``also`` names the extra columns.

    Raises:
        MalformedRows: some cells are malformed.
        TypeError: a row is no mapping.
        ValueError: there is no such unit.
    """
    heads = _Heads(model, how, also)
    found: list[Read] = []
    errors: list[RowError] = []
    # A row without cells is a blank line of a file.
    for number, row in ((n, row) for n, row in enumerate(map(mapping, rows), how.start) if row):
        try:
            found += _read_row(heads, row, number)
        except MalformedRows as error:
            errors += error.errors
    if errors:
        raise MalformedRows(tuple(errors))
    return found


def _read_row(heads: "_Heads", row: Mapping[Any, Any], number: int) -> Iterator[Read]:
    """What a row holds; nothing of a total that is left out."""
    model, how = heads.model, heads.how
    meant = {head: heads[head] for head in row}
    given = {head: cell for head, each in row.items() if not _empty(cell := plain(each))}
    known = [(h, c, given[h]) for h, c in meant.items() if isinstance(c, Column) and h in given]
    total = next((shown(head) for head in given if is_total(meant[head], given[head])), None)
    if how.skip_totals and total:
        return
    item, filled_in = None, Counter(column.name for _, column, _ in known)
    if not how.skip_empty or (known and not lacks_amount(columns(model), filled_in)):
        if not given and any(column.required for column in columns(model)):
            raise MalformedRows((RowError(number, "", sheet_text("empty_row")),))
        wrong = [
            RowError(number, shown(head), what)
            for head, what in meant.items()
            if isinstance(what, Text)
        ]
        wrong += [
            RowError(number, shown(head), sheet_text("same_column"))
            for head, column, _ in known
            if filled_in[column.name] > 1
        ]
        if total:
            raise MalformedRows((*wrong, RowError(number, total, sheet_text("is_total"))))
        cells = [(h, c, given.get(h)) for h, c in meant.items() if isinstance(c, Column)]
        item = _item(heads, cells, number, wrong)
    extra = {name: given.get(head) for head, name in meant.items() if isinstance(name, str)}
    payers = (read(column, cell) for _, column, cell in known if column.name == "payer")
    yield Read(number, item, extra, next((p for p in payers if isinstance(p, str)), None))


class _Draft(Draft):
    """An item collected from the cells of a row, in whose table a column may be missing."""

    def __init__(self, model: type[Model], row: int) -> None:
        super().__init__()
        self._model: Final = model
        lacking = Place(row)
        self.given |= {(c.name,): Given(lacking, c) for c in columns(model) if c.required}

    def explained(self, error: ErrorDetails, given: Given) -> Text:
        """A validation error in words for people who fill in cells."""
        if error["type"] == "missing" and given.column and not given.place.column:
            title = _called(self._model, given.column)
            return sheet_text("lacks_column").filled(title=title)
        return super().explained(error, given)


def _item(
    heads: "_Heads",
    cells: Iterable[tuple[object, Column, object]],
    number: int,
    wrong: Sequence[RowError],
) -> Model:
    """The item that the cells of a row make, unless something in the row is wrong."""
    draft = _Draft(heads.model, number)
    for head, column, cell in cells:
        decimals = repr(cell) if isinstance(cell, float) else ""
        entry = Given(Place(number, shown(head)), column, cell, decimals)
        unit = 1 if column.name == "rounded_to" else _UNITS[heads.how.unit]
        draft.put(draft.data, (), column, entry, unit)
    try:
        item = heads.model.model_validate(draft.data)
    except ValidationError as error:
        # What stands under a wrong heading is not missing.
        also = draft.errors(error, number, passed_over={"missing"} if wrong else ())
        raise MalformedRows((*wrong, *also)) from None
    if wrong:
        raise MalformedRows(tuple(wrong))
    return item


def mapping(row: object) -> Mapping[Any, Any]:
    """A row, refused if it is no mapping."""
    if isinstance(row, Mapping):
        return row
    raise TypeError(
        f"each row is a mapping by column, not {type(row).__name__}: of a data frame write "
        "frame.to_dict('records') (pandas) or frame.to_dicts() (polars)"
    )


def _empty(cell: object) -> bool:
    return cell is None or (isinstance(cell, str) and not cell.strip())


def shown(head: object) -> str:
    """A heading for a message; an ellipsis if it may hold a personal number."""
    written = "" if head is None else str(head)
    return "…" if may_be_personal(written, digits=10) else written


def _title(head: object) -> str:
    """A heading without what is added to it in brackets, for comparing."""
    return re.sub(r"[(,].*", "", str(head)).strip().casefold()


def _unitless(head: object) -> str:
    """A heading without its unit, for comparing: ``belopp`` of ``"Belopp i tkr"``."""
    said = re.sub(r"[\s_]+", " ", str(head)).strip().casefold()
    return _AND_UNIT.sub("", said)


@cache
def _titles(model: type[Model]) -> dict[str, Column]:
    """The columns that have a title of their own, by it, in both languages."""
    found: dict[str, list[Column]] = {}
    for column in columns(model):
        if "." not in column.name:
            for title in set(words(column.holder, column.name).title):
                found.setdefault(title.casefold(), []).append(column)
    return {title: same[0] for title, same in found.items() if len(same) == 1}


def _called(model: type[Model], column: Column) -> Text:
    """The heading to suggest for a column: its title, if no other column has it."""
    title = words(column.holder, column.name.rpartition(".")[2]).title
    found = _titles(model)
    return title if all(found.get(each) == column for each in title) else Text(*[column.name] * 2)


@cache
def _names(model: type[Model]) -> dict[str, Column]:
    """The columns by name, and those of an outsider in a column of its own."""
    own = {column.name: column for column in columns(model)}
    return own | {
        f"{column.name}.{inner.name}": inner._replace(name=f"{column.name}.{inner.name}")
        for column in own.values()
        if column.kind is Kind.ACTOR and not column.several
        for inner in columns(ExternalActor)
    }


_Meaning: TypeAlias = Column | Text | str | None
"""What a heading means: a column, an error, an extra column by name, or nothing that is read."""


class _Heads(dict[object, _Meaning]):
    """The meaning of each heading of a table, resolved when it is first looked up."""

    def __init__(self, model: type[Model], how: How, also: Sequence[str]) -> None:
        super().__init__()
        if how.unit not in _UNITS:
            raise ValueError(f"unit is 'kr', 'tkr' or 'mnkr', not {quoted(how.unit)}")
        self.model, self.how, self._also = model, how, frozenset(also)

    def __missing__(self, head: object) -> _Meaning:
        meaning = self[head] = self._resolve(head)
        return meaning

    def _resolve(self, head: object) -> _Meaning:
        name = self.how.columns.get(head, head)  # type: ignore[call-overload]  # any heading
        if head is None:
            return sheet_text("too_long")
        if name in self._also:
            return str(name)
        if head in self.how.ignore:
            return None
        titles = _titles(self.model)
        column = (
            _names(self.model).get(str(name))
            or titles.get(_title(head))
            or titles.get(_unitless(head))
        )
        if column is None:
            return self._unknown(head)
        unit = self.how.unit
        says = unit_in(head) or ("kr" if _KRONOR.search(str(head).casefold()) else unit)
        if column.kind is not Kind.KRONOR or says == unit:
            return column
        return sheet_text("other_unit").filled(says=says, unit=unit)

    def _unknown(self, head: object) -> Text:
        known = [_called(self.model, column) for column in columns(self.model)]
        listed = (", ".join(each.get(lang) for each in known) for lang in _BOTH)
        unknown = sheet_text("unknown").filled(columns=Text(*listed))
        if says := unit_in(head):
            keep = sheet_text("keep_unit").filled(says=says)
            return Text(f"{unknown.sv}; {keep.sv}", f"{unknown.en}; {keep.en}")
        return unknown


def unit_in(head: object) -> str | None:
    """The unit that the heading of a column says, ``"tkr"`` or ``"mnkr"``; None: it says none."""
    said = str(head).casefold().replace("_", " ")
    return next((unit for unit, how in _SAYS if how.search(said)), None)


def is_total(column: Column | Text | str | None, cell: object) -> bool:
    """Whether a cell of a column, or of an extra one by its name, marks its row as a total."""
    word = cell.strip().casefold() if isinstance(cell, str) else ""
    if isinstance(column, Column):
        names = column.required and (column.kind is Kind.ACTOR or " " not in word)
    else:
        names = isinstance(column, str) and " " not in word
    return bool(names and _TOTAL.fullmatch(word))


def lacks_amount(known: Iterable[Column], has: Iterable[str]) -> bool:
    """Whether a row lacks its required amount.

    Args:
        known: the columns of the table.
        has: the names of those that are filled in.
    """
    return any(c.required and c.kind is Kind.KRONOR and c.name not in has for c in known)
