"""A document as a workbook to fill in, and back; needs openpyxl: ``pip install 'finsam[excel]'``.

The sheets follow from the models: a form for the document itself, one for its board and one for its
economy, and a table for each list. A row of a nested list refers to its item by number. Sheets and
columns are identified by hidden cells, so headings may be reworded and columns moved.
"""

import re
import warnings
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from os import PathLike
from threading import Lock
from types import MappingProxyType
from typing import IO, TYPE_CHECKING, Any, Final, NamedTuple, TypeAlias, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from finsam.law.text import Lang, Text
from finsam.models.base import Loc, Model
from finsam.models.cells import (
    NONE,
    UNKNOWN,
    YES_NO,
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
from finsam.models.rows import (
    Draft,
    Given,
    MalformedRows,
    Place,
    Row,
    RowError,
    is_total,
    items_of,
    lacks_amount,
    row_of,
    sheet_text,
    unit_in,
    wrong_cells,
)
from finsam.models.words import Words, words, words_along

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

File: TypeAlias = str | PathLike[str] | IO[bytes]
"""The name of a file, or an open one."""
_M = TypeVar("_M", bound=Model)

_KEY: Final = "finsam/1"
_WITHIN: Final = "^"
_STAR: Final = " *"
"""Follows the heading of a column that has to be filled in."""
_LANGS: Final[tuple[Lang, ...]] = ("sv", "en")
_ROWS: Final = 300
"""How many rows of a table have drop-down lists."""
_NUMBERED: Final = 50
"""How many rows have a number from the start, where other sheets refer to it."""
_FIRST: Final = 4
"""The first row of items, below the names of columns, their headings and their help."""
_FORMATS: Final = {Kind.DAY: "yyyy-mm-dd", Kind.KRONOR: "#,##0.00", Kind.NUMBER: "0"}
_LINES: Final = 6
"""How many lines of help there is room for, unless a help is so long that it needs more."""
_CHOICES: Final = "_"
_HEAD, _MARK = "FFD9E2F3", "FFFFE699"
_HEADING, _HELP = "finsam heading", "finsam help"
_FONT: Final = "Calibri"
_OWNER: Final = "finsam"


class _Sheet(NamedTuple):
    """A form, or the table of a list.

    Attributes:
        name: the dotted name of the list; for a form, what the names of its fields begin with.
        columns: what is filled in.
        within: the list that it is nested in, if any.
        form: whether it is a form.
    """

    name: str
    columns: tuple[Column, ...]
    within: str = ""
    form: bool = False

    @property
    def key(self) -> str:
        """The content of the first cell, which identifies the sheet."""
        return f"{_KEY} form {self.name}".strip() if self.form else _table_key(self.name)


def _table_key(name: str) -> str:
    return f"{_KEY} rows {name}"


@cache
def _sheets(root: type[Model]) -> tuple[_Sheet, ...]:
    """The forms of a document, each followed by its tables."""
    lists, own = tables(root), [c for c in columns(root) if c.name != "format"]
    parts = {column.name.partition(".")[0] for column in own if "." in column.name}

    def part(name: str) -> str:
        return outer if (outer := name.partition(".")[0]) in parts else ""

    found = []
    for outer in dict.fromkeys(part(column.name) for column in own):
        fields = [c for c in own if part(c.name) == outer and not _is_set(c)]
        found.append(_Sheet(outer, tuple(fields), form=True))
        for name, model in lists.items():
            if part(name) == outer:
                within = (nested(root, name) or [""])[-1]
                found.append(_Sheet(name, columns(model), within))
    return (*found, *_sets(own))


def _is_set(column: Column) -> bool:
    return column.several and column.kind is Kind.CHOICE


def _sets(own: list[Column]) -> Iterator[_Sheet]:
    """A form for a set of words that the document itself has, with a line for each word."""
    for column in filter(_is_set, own):
        lines = (
            column._replace(
                name=f"{column.name}={choice}", kind=Kind.FLAG, several=False, choices=()
            )
            for choice in column.choices
        )
        yield _Sheet(column.name, tuple(lines), form=True)


def _titles(root: type[Model], lang: Lang) -> dict[str, str]:
    """The title of each sheet, by its key; no two the same, and none longer than Excel takes."""
    titles: dict[str, str] = {}
    for sheet in _sheets(root):
        steps = _steps(root, sheet.name)
        title = (steps[-1] if steps else words(root)).title.get(lang)
        if sheet.within:
            title = f"{title} ({steps[-2].one.get(lang)})"
        title = _capital(title)
        if len(title) > _LONGEST_TITLE:
            title = f"{title[: _LONGEST_TITLE - 1].rstrip()}…"
        taken = sum(each == title for each in titles.values())
        titles[sheet.key] = f"{title[: _LONGEST_TITLE - 2]} {taken + 1}" if taken else title
    return titles


_LONGEST_TITLE: Final = 31


def _capital(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"


def _steps(root: type[Model], name: str) -> list[Words]:
    """The words for each field that a dotted name passes."""
    return [each for _, each in words_along(root, tuple(name.split("."))) if each]


def _heading(root: type[Model], sheet: _Sheet, column: Column, lang: Lang) -> tuple[str, str]:
    """The heading of a column, and a line of help."""
    _, is_set, choice = column.name.partition("=")
    way = choice or (column.name if sheet.form else f"{sheet.name}.{column.name}")
    steps = _steps(root, way)
    if is_set:
        name = ": ".join(each.title.get(lang) for each in steps) or sheet_text("all").get(lang)
        return _capital(name), sheet_text("in_full").get(lang)
    inside = steps[bool(sheet.name) if sheet.form else len(sheet.name.split(".")) :]
    name = ": ".join(each.title.get(lang) for each in inside)
    about = _for_people(steps[-1].about.get(lang), column, lang)
    if column.kind is Kind.ROWS:
        about = f"{about} {sheet_text('list').get(lang)}"
    elif column.kind is Kind.CHOICE and len(column.choices) < 20:
        choices = ", ".join(word(column, choice, lang) for choice in column.choices)
        choose = sheet_text("several" if column.several else "one").get(lang)
        about = f"{about} {choose} {choices}."
    star = _STAR if column.required and column.kind is not Kind.ROWS else ""
    return f"{_capital(name)}{star}", about


def _for_people(about: str, column: Column | None, lang: Lang) -> str:
    """A description of a document, whose choices are keys and whose gaps are null, for a sheet."""
    empty = sheet_text("empty").get(lang)
    about = re.sub(r"\bnull\b", empty.lower(), re.sub(r"\bNull\b", empty, about))
    # How to say that there are none is said once for every list.
    about = re.sub(r" Tom lista om [^.]*\.|; \(\) if [^.]*", "", about)
    if column is not None:
        about = re.sub('"([a-z_]+)"', lambda match: word(column, match[1], lang), about)
    # A choice that is called as it is described stands once, or not at all in a list of meanings.
    about = re.sub(r" ([\w ]+): \1\.", "", about)
    return re.sub(r"(\b[\w ]+) \(\1\)", r"\1", about, flags=re.IGNORECASE)


def write_workbook(
    document: Model,
    file: File,
    lang: Lang,
    begun: Mapping[str, Sequence[Mapping[str, object]]] = MappingProxyType({}),
) -> None:
    """Write a document as a workbook.

    Args:
        document: the document.
        file: where to write it; an existing file is overwritten.
        lang: the language of headings, help and drop-down lists.
        begun: rows to be completed by hand, by list, with their known values.

    Raises:
        ImportError: openpyxl is not installed.
        OSError: the file cannot be written.
    """
    _Writer(document, lang, begun).book.save(file)


def _styles() -> Iterator[Any]:
    """The styles of headings and of help."""
    from openpyxl.styles import (  # noqa: PLC0415  as openpyxl
        Alignment,
        Font,
        NamedStyle,
        PatternFill,
    )

    top = Alignment(vertical="top", wrap_text=True)
    fill = PatternFill("solid", fgColor=_HEAD)
    yield NamedStyle(_HEADING, font=Font(name=_FONT, size=11, bold=True), fill=fill, alignment=top)
    grey = Font(name=_FONT, italic=True, size=9, color="FF595959")
    yield NamedStyle(_HELP, font=grey, alignment=top)


class _Writer:
    """Writes the sheets of one workbook."""

    def __init__(
        self, document: Model, lang: Lang, begun: Mapping[str, Sequence[Mapping[str, object]]]
    ) -> None:
        self.document, self.root, self.lang, self.begun = document, type(document), lang, begun
        self.titles = _titles(self.root, lang)
        self.book: Workbook = _openpyxl().Workbook()
        self.lists = self.book.create_sheet(_CHOICES)
        self.listed: dict[tuple[str, ...], str] = {}
        self.numbers: dict[str, dict[tuple[int, ...], int]] = {}
        for style in _styles():
            self.book.add_named_style(style)
        for sheet in _sheets(self.root):
            page: Worksheet = self.book.create_sheet(self.titles[sheet.key])
            _put(page.cell(1, 1), sheet.key)
            (self.form if sheet.form else self.table)(sheet, page)
        self.start(self.book.worksheets[0])
        self.lists.sheet_state = "hidden"
        self.book.move_sheet(self.lists, len(self.book.sheetnames))

    def form(self, sheet: _Sheet, page: "Worksheet") -> None:
        """Write a form: a line a field."""
        page.sheet_properties.tabColor = "4A7EBB"
        page.column_dimensions["A"].hidden = True
        for letter, width in (("B", 38), ("C", 40), ("D", 100)):
            page.column_dimensions[letter].width = width
        _put(page.cell(1, 2), self.titles[sheet.key], _HEADING)
        cells = row_of(self.document, self.lang)
        for line, column in enumerate(sheet.columns, 3):
            name, about = _heading(self.root, sheet, column, self.lang)
            _put(page.cell(line, 1), column.name)
            _put(page.cell(line, 2), name, _HEADING)
            _put(page.cell(line, 4), about, _HELP)
            self._drop_down(page, column, f"C{line}")
            page.cell(line, 3).number_format = _FORMATS.get(column.kind, "@")
            field, is_set, choice = column.name.partition("=")
            chosen = is_set and choice in getattr(self.document, field)
            _put(
                page.cell(line, 3),
                YES_NO[True].get(self.lang) if chosen else cells.get(column.name),
            )

    def table(self, sheet: _Sheet, page: "Worksheet") -> None:
        """Write a table: a row an item."""
        page.row_dimensions[1].hidden = True
        page.freeze_panes = f"C{_FIRST}" if sheet.within else f"B{_FIRST}"
        heads = list(self._heads(sheet))
        shift = len(heads) - len(sheet.columns) + 1
        for place, head in enumerate(heads, 1):
            for line, (text, style) in enumerate(zip(head, ("", _HEADING, _HELP), strict=True), 1):
                _put(page.cell(line, place), text, style)
        lines = _LINES
        for place, column in enumerate(sheet.columns, shift):
            letter, about = page.cell(2, place).column_letter, heads[place - 1][2]
            width = min(max(26, len(about) // (_LINES + 2)), 60)
            page.column_dimensions[letter].width = width
            # Help is in small type: more letters than the width says go into a line.
            lines = max(lines, len(about) * 3 // (width * 4) + 1)
            page.column_dimensions[letter].number_format = _FORMATS.get(column.kind, "@")
            self._drop_down(page, column, f"{letter}{_FIRST}:{letter}{_FIRST + _ROWS}")
        page.row_dimensions[3].height = 13 * lines
        for line, (within, row) in enumerate(self._rows(sheet), _FIRST):
            _put(page.cell(line, 1), line - _FIRST + 1)
            if sheet.within:
                _put(page.cell(line, 2), within)
            for place, column in enumerate(sheet.columns, shift):
                page.cell(line, place).number_format = _FORMATS.get(column.kind, "@")
                _put(page.cell(line, place), row[column.name])
        if any(each.within == sheet.name for each in _sheets(self.root)):
            for number in range(1, _NUMBERED + 1):
                _put(page.cell(_FIRST - 1 + number, 1), number)

    def _heads(self, sheet: _Sheet) -> Iterator[tuple[str, str, str]]:
        """The name, the heading and the help of each column of a table."""
        yield sheet.key, self._say("number"), self._say("its_number")
        if sheet.within:
            one = _capital(_steps(self.root, sheet.within)[-1].one.get(self.lang))
            other = self.titles[_table_key(sheet.within)]
            yield _WITHIN, f"{one}, {self._say('number').lower()}", self._say("of").format(other)
        for column in sheet.columns:
            yield column.name, *_heading(self.root, sheet, column, self.lang)

    def _say(self, name: str) -> str:
        return sheet_text(name).get(self.lang)

    def _rows(self, sheet: _Sheet) -> Iterator[tuple[int | None, Row]]:
        """The rows of a table, each with the number of the item that it is nested in."""
        numbers = self.numbers.setdefault(sheet.name, {})
        for number, (at, item) in enumerate(items_of(self.document, sheet.name), 1):
            numbers[at] = number
            row = row_of(item, self.lang)
            if not sheet.within and not any(cell is not None for cell in row.values()):
                row[sheet.columns[0].name] = UNKNOWN
            yield self.numbers[sheet.within][at[:-1]] if sheet.within else None, row
        for known in self.begun.get(sheet.name, ()):
            yield None, {c.name: write(c, known.get(c.name), self.lang) for c in sheet.columns}

    def start(self, page: "Worksheet") -> None:
        """Write the first sheet: instructions and a table of contents."""
        page.title = self._say("start")
        page.column_dimensions["A"].width = 42
        page.column_dimensions["B"].width = 100
        how = sheet_text("how").filled(forms=forms()).get(self.lang)
        for line, text in enumerate(how.splitlines(), 1):
            _put(page.cell(line, 1), text, "" if line > 1 else _HEADING)
        for line, sheet in enumerate(_sheets(self.root), page.max_row + 2):
            title = self.titles[sheet.key]
            steps = _steps(self.root, sheet.name)
            page.cell(line, 1).hyperlink = f"#'{title}'!A1"
            _put(page.cell(line, 1), ("" if sheet.form else "    ") + title, "Hyperlink")
            about = _for_people(steps[-1].about.get(self.lang), None, self.lang) if steps else ""
            _put(page.cell(line, 2), about)

    def _drop_down(self, page: "Worksheet", column: Column, cells: str) -> None:
        """Add a drop-down list, which is strict only where nothing else is allowed."""
        from openpyxl.worksheet.datavalidation import DataValidation  # noqa: PLC0415  as openpyxl

        if column.kind is Kind.ACTOR:
            members = self.titles[_table_key("members")]
            formula = f"'{members}'!$B${_FIRST}:$B${_FIRST + _ROWS}"
        elif column.kind is Kind.FLAG:
            formula = self._listed(*(YES_NO[each].get(self.lang) for each in (True, False)))
        elif column.kind is Kind.ROWS:
            formula = self._listed(NONE.get(self.lang))
        elif column.kind is Kind.CHOICE:
            formula = self._listed(*(word(column, each, self.lang) for each in column.choices))
        else:
            return
        strict = column.kind is not Kind.ACTOR and not column.several
        rule = DataValidation(
            type="list", formula1=formula, allow_blank=True, showErrorMessage=strict
        )
        page.add_data_validation(rule)
        rule.add(cells)

    def _listed(self, *offered: str) -> str:
        """The range of the hidden sheet that holds a list of words."""
        if offered not in self.listed:
            place = len(self.listed) + 1
            for line, each in enumerate(offered, 1):
                _put(self.lists.cell(line, place), each)
            letter = self.lists.cell(1, place).column_letter
            self.listed[offered] = f"'{_CHOICES}'!${letter}$1:${letter}${len(offered)}"
        return self.listed[offered]


def _put(cell: "Cell", value: object, style: str = "") -> None:
    """Put a value into a cell; a text is never taken for a formula or an error."""
    if isinstance(value, date) and value < _FIRST_DAY:
        value = str(value)
    cell.value = _escaped(value) if isinstance(value, str) else value
    if isinstance(value, str):
        if len(value) > _LONGEST:
            raise ValueError("a text is too long for a cell of a workbook: shorten it")
        cell.data_type = "s"
    if style:
        cell.style = style


_FIRST_DAY: Final = date(1900, 3, 1)
"""The first day that all programs number alike."""
_LONGEST: Final = 32_767
_CONTROL: Final = re.compile(r"[\x00-\x08\x0b-\x1f]")


def _escaped(text: str) -> str:
    """A text with its control characters escaped as in workbooks."""
    return _CONTROL.sub(lambda match: f"_x{ord(match[0]):04X}_", text)


def _unescaped(text: str) -> str:
    return re.sub(r"_x(00[01][0-9A-F])_", lambda match: chr(int(match[1], 16)), text)


class _Filled(Draft):
    """The data of the sheets of a workbook.

    Attributes:
        known: the sheets that were found.
        wrong: the cells that cannot be read.
        waiting: the empty amounts of rows that are not read, by the place of their list, each with
            the names in its row.
    """

    def __init__(self, root: type[Model], book: "Workbook", formulas: "Workbook | None") -> None:
        super().__init__()
        self.wrong: list[RowError] = []
        self.waiting: dict[Loc, list[tuple[Place, list[str]]]] = {}
        self._formulas, self._root = formulas, root
        self._items: dict[str, dict[object, tuple[dict[str, Any], Loc]]] = {
            "": {None: (self.data, ())}
        }
        pages: dict[str, Worksheet] = {}
        keys = {sheet.key for sheet in _sheets(root)}
        for page in (each for each in book.worksheets if each.cell(1, 1).value in keys):
            first = pages.setdefault(str(page.cell(1, 1).value), page)
            if first is not page:
                what = sheet_text("copied").filled(sheet=first.title)
                self.wrong.append(RowError(0, "", what, "", page.title))
        self.known: Final = [s for s in _sheets(root) if s.key in pages]
        self.sheets = {s.name: pages[s.key].title for s in self.known if not s.form}
        titles = {*_titles(root, "sv").values(), *_titles(root, "en").values()}
        for title in titles & {page.title for page in book.worksheets}:
            if book[title].cell(1, 1).value not in keys:
                self.wrong.append(RowError(1, "A", sheet_text("no_key"), "", title))
        for sheet in sorted(self.known, key=lambda sheet: not sheet.form):
            (self._form if sheet.form else self._table)(sheet, pages[sheet.key])
        self._check_complete()

    def _check_complete(self) -> None:
        """Refuse rows that are not read in a list that is said to hold everything there is."""
        complete = self.data.get("complete", ())
        for loc, rows in self.waiting.items():
            if "all" in complete or ".".join(map(str, loc)) in complete:
                what = sheet_text("not_complete")
                self.wrong += [place.error(what) for place, _ in rows]

    def _form(self, sheet: _Sheet, page: "Worksheet") -> None:
        fields = {column.name: column for column in sheet.columns}
        if sheet.name:
            self.given[(sheet.name,)] = Given(Place(0, "", page.title, "B1"))
        self._check_names(sheet, [page.cell(line, 1) for line in range(2, page.max_row + 1)])
        for line in range(2, page.max_row + 1):
            column = fields.get(str(page.cell(line, 1).value))
            if column is None:
                continue
            given = self._read(page, column, page.cell(line, 3), page.cell(line, 2).value)
            name, is_set, choice = column.name.partition("=")
            if not is_set:
                self.put(self.data, (), column, given)
            elif (chosen := read(column, given.cell)) is True:
                self.given[name, choice] = given
                self.data.setdefault(name, []).append(choice)
            elif chosen is not None and chosen is not False:
                self.wrong.append(given.place.error(wrong_cells()["bool_type"]))

    def _table(self, sheet: _Sheet, page: "Worksheet") -> None:
        fields = {column.name: column for column in sheet.columns} | {_WITHIN: _INDEX}
        heads = {cell.column: str(cell.value) for cell in page[1][1:] if str(cell.value) in fields}
        items = self._items.setdefault(sheet.name, {})
        if not self._in_rows(page):
            self.wrong.append(RowError(0, "", sheet_text("moved"), "", page.title))
            return
        self._check_names(sheet, page[1][1:])
        self._check_heads(sheet, page, {at: fields[name] for at, name in heads.items()})
        for line in range(_FIRST, page.max_row + 1):
            row = {
                name: self._read(page, fields[name], page.cell(line, at), page.cell(2, at).value)
                for at, name in heads.items()
            }
            filled = {name for name, given in row.items() if given.cell is not None}
            if filled and lacks_amount(sheet.columns, filled):
                self._wait(sheet, row)
            if not filled or lacks_amount(sheet.columns, filled):
                continue
            total = next((g for name, g in row.items() if is_total(fields[name], g.cell)), None)
            if total:
                self.wrong.append(total.place.error(sheet_text("total_row")))
                continue
            whole = Place(line, "", page.title, f"A{line}")
            item: dict[str, Any] = {}
            at = self._add(sheet, item, row.pop(_WITHIN, Given(whole)), whole)
            if at is None:
                continue
            for name, given in row.items():
                self.put(item, at, fields[name], given)
            number = read(_INDEX, plain(page.cell(line, 1).value))
            if number is not None and items.setdefault(number, (item, at)) != (item, at):
                head = str(page.cell(2, 1).value)
                self.wrong.append(whole._replace(column=head).error(sheet_text("twice")))

    @staticmethod
    def _in_rows(page: "Worksheet") -> bool:
        """Whether the line of help is where it was written, so that items begin below it."""
        third, fourth = page.cell(_FIRST - 1, 1).value, page.cell(_FIRST, 1).value
        is_text = isinstance(third, str) and not third.strip().isdecimal()
        return is_text and fourth not in sheet_text("its_number")

    def _check_names(self, sheet: _Sheet, cells: Iterable["Cell"]) -> None:
        """Refuse a hidden name that stands twice, as that of a copied column or line does."""
        names, found = {column.name for column in sheet.columns}, set()
        for cell in (each for each in cells if each.value in names):
            if cell.value in found:
                row, column = (cell.row, 2) if sheet.form else (2, cell.column)
                head = str(cell.parent.cell(row, column).value)
                place = Place(row, head.removesuffix(_STAR), cell.parent.title)
                self.wrong.append(place.error(sheet_text("copied_name")))
            found.add(cell.value)

    def _check_heads(self, sheet: _Sheet, page: "Worksheet", read: Mapping[int, Column]) -> None:
        """Refuse a heading that says another unit than kronor, or whose hidden cell is empty."""
        lost = {c.name: c for c in sheet.columns if c not in read.values()}
        for cell in (each for each in page[2][1:] if each.value):
            column, place = read.get(cell.column), Place(2, cell.value, page.title, cell.coordinate)
            says = unit_in(cell.value) if column and column.kind is Kind.KRONOR else None
            if says:
                self.wrong.append(place.error(sheet_text("not_kronor").filled(says=says)))
            meant = next((c for c in lost.values() if cell.value in self._heads(sheet, c)), None)
            if column is None and meant:
                self.wrong.append(place.error(sheet_text("no_column")))
                del lost[meant.name]
        for column in lost.values():
            if column.required and column.kind is not Kind.ROWS:
                what = sheet_text("lost_column").filled(column=self._heads(sheet, column))
                self.wrong.append(RowError(0, "", what, "", page.title))

    def _heads(self, sheet: _Sheet, column: Column) -> Text:
        """The heading of a column, in both languages."""
        return Text(*(_heading(self._root, sheet, column, lang)[0] for lang in _LANGS))

    def _wait(self, sheet: _Sheet, row: Mapping[str, Given]) -> None:
        """Remember a row that is not read for want of its amount, and who it names."""
        names = [
            str(given.cell)
            for given in row.values()
            if given.column and given.column.kind is Kind.ACTOR and given.cell is not None
        ]
        for given in row.values():
            if given.column and given.column.required and given.column.kind is Kind.KRONOR:
                loc = tuple(sheet.name.split("."))
                self.waiting.setdefault(loc, []).append((given.place, names))

    def places(self, loc: Loc, text: str) -> list[Place]:
        """The cells that a question at a place is about.

        Of a list, these are its empty amounts: of those that the question names, or else all.
        """
        waiting = self.waiting.get(loc, ())
        named = [place for place, names in waiting if any(name in text for name in names)]
        given = self.nearest(loc)
        return named or [place for place, _ in waiting] or ([given.place] if given else [])

    def _add(self, sheet: _Sheet, item: dict[str, Any], within: Given, whole: Place) -> Loc | None:
        """Add an item to its list; its place in the document, None if it refers to no row."""
        try:
            holder, at = self._items.get(sheet.within, {})[read(_INDEX, within.cell)]
        except (KeyError, TypeError):
            other = self.sheets.get(sheet.within, sheet.within)
            self.wrong.append(within.place.error(sheet_text("no_row").filled(sheet=other)))
            return None
        *outer, last = sheet.name.removeprefix(sheet.within).strip(".").split(".")
        for step in outer:
            holder = holder.setdefault(step, {})
        loc: Loc = (*at, *outer, last)
        if (*loc, 0) not in self.given:
            if last in holder:
                self.wrong.append(self.given[loc].place.error(sheet_text("but_rows")))
            holder[last] = []
        loc = (*loc, len(holder[last]))
        holder[last].append(item)
        self.given[loc] = Given(whole)
        return loc

    def _read(self, page: "Worksheet", column: Column, cell: "Cell", head: object) -> Given:
        """Read a cell as plain Python."""
        place = Place(cell.row, str(head).removesuffix(_STAR), page.title, cell.coordinate)
        value, shown = plain(cell.value), ""
        if value is None or cell.data_type == "e":
            written = self._formulas and self._formulas[page.title][cell.coordinate]
            counted = not written or written.data_type != "f"
            if not counted or cell.data_type == "e":
                # openpyxl turns a number out of range in a date cell into an error.
                no_day = counted and column.kind is Kind.DAY
                self.wrong.append(
                    place.error(wrong_cells()["day"] if no_day else sheet_text("not_counted"))
                )
            value = None
        elif isinstance(value, str):
            value = _unescaped(value) if value.strip() else None
        elif isinstance(value, float) and column.kind in {Kind.KRONOR, Kind.PART}:
            # A cell holds the number as typed, to fifteen digits: exact as text.
            value, shown = Decimal(repr(value)), repr(value)
        elif isinstance(value, date) and column.kind is Kind.TEXT:
            value = str(value)
        elif column.kind is Kind.DAY and value in _YEARS_AS_DAYS:
            what = sheet_text("year_as_day").filled(day=value, year=_YEARS_AS_DAYS[value])
            self.wrong.append(place.error(what))
            value = None
        return Given(place, column, value, shown)

    def explained(self, error: ErrorDetails, given: Given) -> Text:
        """Like that of a draft; at the name of a list, the sheet that its rows belong on."""
        sheet = self.sheet([step for step in error["loc"] if isinstance(step, str)])
        no_rows = error["type"] in {"missing", "tuple_type", "model_type"}
        if sheet and no_rows and given.column and given.column.kind is Kind.ROWS:
            return sheet_text("rows_missing").filled(sheet=sheet)
        return super().explained(error, given)


_YEARS_AS_DAYS: Final[Mapping[object, int]] = {
    date(1899, 12, 30) + timedelta(days=year): year for year in range(1980, 2200)
}
"""The days that a program shows when a year is typed into a cell for days, with the year."""
_INDEX: Final = Column(_WITHIN, Model, Kind.NUMBER)


def read_workbook(root: type[_M], file: File) -> _M:
    """Read a document from a workbook that :func:`write_workbook` has made.

    Raises:
        MalformedRows: the file is no such workbook, or some cells cannot be used; the message names
            sheet, row and column.
        ImportError: openpyxl is not installed.
        OSError: the file cannot be read.
    """
    return read_placed(root, file)[0]


def read_placed(root: type[_M], file: File) -> tuple[_M, Draft]:
    """Like :func:`read_workbook`, with the cell of each field."""
    filled = _Filled(root, _load(file, values=True), _load(file, values=False))
    if not filled.known:
        raise MalformedRows((RowError(0, "", sheet_text("not_ours")),))
    wrong = filled.wrong
    try:
        document = root.model_validate(filled.data)
    except ValidationError as error:
        # What stands in a cell that cannot be read is not missing.
        wrong = [*wrong, *filled.errors(error, passed_over={"missing"} if wrong else ())]
    else:
        if not wrong:
            return document, filled
    raise MalformedRows(tuple(wrong))


class Marked(NamedTuple):
    """What has been marked in a workbook.

    Attributes:
        cells: how many cells.
        formulas: whether the workbook has formulas, whose values are gone until it is saved again.
    """

    cells: int
    formulas: bool


def mark(root: type[Model], file: str | PathLike[str], notes: Iterable[tuple[Loc, str]]) -> Marked:
    """Mark the cells where an answer is missing, each with a note, in place of older marks.

    A list of which nothing is known is marked at its name, or at the heading of its sheet.

    Args:
        root: the model of the document.
        file: the workbook, which is written anew.
        notes: places in the document, each with its note.
    """
    from openpyxl.comments import Comment  # noqa: PLC0415  as openpyxl
    from openpyxl.styles import PatternFill  # noqa: PLC0415  as openpyxl

    book = _load(file, values=False)
    filled = _Filled(root, book, None)
    cells = [cell for page in book.worksheets for row in page.iter_rows() for cell in row]
    for cell in cells:
        if cell.comment and cell.comment.author == _OWNER:
            cell.comment, cell.fill = None, PatternFill()
            if cell.style == _HEADING:
                cell.style = _HEADING
    marks: dict[Place, list[str]] = {}
    for loc, text in notes:
        for place in filled.places(loc, text):
            marks.setdefault(place, []).append(text)
    for place, texts in marks.items():
        cell = book[place.sheet][place.cell]
        cell.fill = PatternFill("solid", fgColor=_MARK)
        cell.comment = Comment("\n".join(dict.fromkeys(texts)), _OWNER, height=160, width=320)
    book.save(file)
    return Marked(len(marks), any(cell.data_type == "f" for cell in cells))


def _openpyxl() -> Any:  # noqa: ANN401  a module
    try:
        import openpyxl  # noqa: PLC0415  only who has workbooks needs it
    except ImportError as error:
        raise ImportError(
            "workbooks need openpyxl: install it with  pip install 'finsam[excel]'"
        ) from error
    return openpyxl


_QUIET: Final = Lock()
"""Held while warnings are filtered: the filters are the whole process's."""


def _load(file: File, *, values: bool) -> "Workbook":
    openpyxl = _openpyxl()
    try:
        # openpyxl warns of cells that it cannot convert; they are refused further on.
        with _QUIET, warnings.catch_warnings():
            warnings.filterwarnings("ignore", module="openpyxl")
            book: Workbook = openpyxl.load_workbook(file, data_only=values)
    except (OSError, MemoryError):
        raise
    except Exception as error:
        # openpyxl does not document what it raises for a file that is no workbook.
        raise MalformedRows((RowError(0, "", sheet_text("not_ours")),)) from error
    return book
