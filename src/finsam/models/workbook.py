"""A document as a workbook to fill in, and back; needs openpyxl: ``pip install 'finsam[excel]'``.

The sheets follow from the models: a form for the document itself, one for its board and one for its
economy, and a table for each list. A row of a list that stands in items says which item it is of by
that item's number. What sheets and columns are stands in a hidden row and column, so that headings
may be reworded and columns moved.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import cache
from os import PathLike
from types import MappingProxyType
from typing import IO, TYPE_CHECKING, Any, Final, NamedTuple, TypeAlias, TypeVar

from pydantic import ValidationError

from finsam.law.text import Lang, Text
from finsam.models.base import Loc, Model
from finsam.models.cells import (
    NONE,
    UNKNOWN,
    Column,
    Kind,
    columns,
    plain,
    read,
    tables,
    word,
    write,
)
from finsam.models.rows import MalformedRows, RowError, explained, put, row_of
from finsam.models.words import Words, words, words_along

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

File: TypeAlias = str | PathLike[str] | IO[bytes]
"""The name of a file, or an open one."""
_M = TypeVar("_M", bound=Model)

_KEY: Final = "finsam/1"
_NUMBER, _WITHIN = "#", "^"
_ROWS: Final = 300
"""How many rows of a table have drop-down lists."""
_NUMBERED: Final = 50
"""How many rows have a number from the start, where other sheets refer to it."""
_FIRST: Final = 4
"""The first row of items, under what the columns are, their headings and their help."""
_FORMATS: Final = {Kind.DAY: "yyyy-mm-dd", Kind.KRONOR: "#,##0.00", Kind.NUMBER: "0"}
_CHOICES: Final = "_"
_HEAD, _MARK = "FFD9E2F3", "FFFFE699"
_OWNER: Final = "finsam"


class _Sheet(NamedTuple):
    """A form, or the table of a list.

    Attributes:
        name: the dotted name of the list; for a form, what the names of its fields begin with.
        columns: what is filled in.
        within: the list that the items stand in, if any.
        form: whether it is a form.
    """

    name: str
    columns: tuple[Column, ...]
    within: str = ""
    form: bool = False

    @property
    def key(self) -> str:
        """What stands in the first cell."""
        return f"{_KEY} {'form' if self.form else 'rows'} {self.name}".strip()


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
                within = max((o for o in lists if name.startswith(f"{o}.")), key=len, default="")
                found.append(_Sheet(name, columns(model), within))
    return (*found, *_sets(own))


def _is_set(column: Column) -> bool:
    return column.several and column.kind is Kind.CHOICE


def _sets(own: list[Column]) -> Iterator[_Sheet]:
    """A form for a set of words that the document itself has, with a line for each word."""
    for column in own:
        if _is_set(column):
            lines = [column._replace(name=f"{column.name}={word}") for word in column.choices]
            flags = [line._replace(kind=Kind.FLAG, several=False, choices=()) for line in lines]
            yield _Sheet(column.name, tuple(flags), form=True)


def _titles(root: type[Model], lang: Lang) -> dict[str, str]:
    """The title of each sheet, by its key; no two the same, and none longer than Excel takes."""
    titles: dict[str, str] = {}
    for sheet in _sheets(root):
        steps = _steps(root, sheet.name)
        title = (steps[-1] if steps else words(root)).title.get(lang)
        if sheet.within:
            title = f"{title} ({steps[-2].one.get(lang)})"
        title = f"{title[:1].upper()}{title[1:]}"
        if len(title) > _LONGEST_TITLE:
            title = f"{title[: _LONGEST_TITLE - 1].rstrip()}…"
        taken = sum(each == title for each in titles.values())
        titles[sheet.key] = f"{title[: _LONGEST_TITLE - 2]} {taken + 1}" if taken else title
    return titles


_LONGEST_TITLE: Final = 31


def _steps(root: type[Model], name: str) -> list[Words]:
    """The words for each field that a dotted name passes."""
    return [each for _, each in words_along(root, tuple(name.split("."))) if each]


def _heading(root: type[Model], sheet: _Sheet, column: Column, lang: Lang) -> tuple[str, str]:
    """What a column is called, and a line on what to fill in."""
    _, is_set, choice = column.name.partition("=")
    way = choice or (column.name if sheet.form else f"{sheet.name}.{column.name}")
    steps = _steps(root, way)
    if is_set:
        name = ": ".join(each.title.get(lang) for each in steps) or _ALL.get(lang)
        return f"{name[:1].upper()}{name[1:]}", _IN_FULL.get(lang)
    inside = steps[bool(sheet.name) if sheet.form else len(sheet.name.split(".")) :]
    name = ": ".join(each.title.get(lang) for each in inside)
    # The descriptions are of a document, whose words people call something else.
    about = re.sub(r"\b[Nn]ull\b", _EMPTY.get(lang), steps[-1].about.get(lang))
    about = re.sub('"([a-z_]+)"', lambda match: word(column, match[1], lang), about)
    if column.kind is Kind.ROWS:
        about = f"{about} {_LIST.get(lang)}"
    elif column.choices and column.kind is Kind.CHOICE and len(column.choices) < 20:
        words = ", ".join(word(column, choice, lang) for choice in column.choices)
        about = f"{about} {(_SEVERAL if column.several else _ONE).get(lang)} {words}."
    star = " *" if column.required and column.kind is not Kind.ROWS else ""
    return f"{name[:1].upper()}{name[1:]}{star}", about


_EMPTY: Final = Text("Tom", "Empty")
_ALL: Final = Text("allt", "everything")
_IN_FULL: Final = Text(
    "Ja om varje post som finns står i boken.", "Yes if every entry that there is stands here."
)
_LIST: Final = Text(
    'Raderna står på ett eget ark; skriv "inga" här om det inte finns några.',
    'The rows stand on a sheet of their own; write "none" here if there are none.',
)
_ONE: Final = Text("Välj:", "Choose:")
_SEVERAL: Final = Text("Ett eller flera, med komma emellan:", "One or more, parted by commas:")


def write_workbook(
    document: Model,
    file: File,
    lang: Lang,
    begun: Mapping[str, Sequence[Mapping[str, object]]] = MappingProxyType({}),
) -> None:
    """Write a document as a workbook.

    Args:
        document: the document.
        file: where to write it; what is there is replaced.
        lang: the language of headings, help and drop-down lists.
        begun: rows that wait for more to be filled in, by list: what is known of them.

    Raises:
        ImportError: openpyxl is not installed.
        OSError: the file cannot be written.
    """
    openpyxl = _openpyxl()
    book: Workbook = openpyxl.Workbook()
    root, titles = type(document), _titles(type(document), lang)
    start, lists = book.worksheets[0], book.create_sheet(_CHOICES)
    items: dict[str, list[tuple[int | None, Model]]] = {"": [(None, document)]}
    writer = _Writer(book, lists, root, lang, titles)
    for sheet in _sheets(root):
        if sheet.form:
            writer.form(sheet, document)
            continue
        way = sheet.name.removeprefix(sheet.within).strip(".").split(".")
        items[sheet.name] = [
            (number, item)
            for number, (_, holder) in enumerate(items[sheet.within], 1)
            for item in _at(holder, way) or ()
        ]
        writer.table(sheet, items[sheet.name], begun.get(sheet.name, ()))
    writer.start(start)
    lists.sheet_state = "hidden"
    book.move_sheet(lists, len(book.sheetnames))
    book.save(file)


def _at(holder: Any, way: list[str]) -> Any:  # noqa: ANN401  any part of a document
    for step in way:
        holder = getattr(holder, step, None)
    return holder


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
    yield NamedStyle("finsam heading", font=Font(bold=True), fill=fill, alignment=top)
    grey = Font(italic=True, size=9, color="FF595959")
    yield NamedStyle("finsam help", font=grey, alignment=top)


class _Writer:
    """Writes the sheets of one workbook."""

    def __init__(
        self,
        book: "Workbook",
        lists: "Worksheet",
        root: type[Model],
        lang: Lang,
        titles: Mapping[str, str],
    ) -> None:
        self.book, self.lists, self.root, self.lang, self.titles = book, lists, root, lang, titles
        self.listed: dict[tuple[str, ...], str] = {}
        for style in _styles():
            book.add_named_style(style)

    def form(self, sheet: _Sheet, document: Model) -> None:
        """Write a form: a line a field."""
        page = self._page(sheet)
        page.column_dimensions["A"].hidden = True
        for letter, width in (("B", 38), ("C", 40), ("D", 100)):
            page.column_dimensions[letter].width = width
        self._head(page, 1, 2, self.titles[sheet.key])
        cells = row_of(document, self.lang)
        for line, column in enumerate(sheet.columns, 3):
            name, about = _heading(self.root, sheet, column, self.lang)
            _put(page.cell(line, 1), column.name)
            self._head(page, line, 2, name)
            self._help(page, line, 4, about)
            self._drop_down(page, column, f"C{line}")
            page.cell(line, 3).number_format = _FORMATS.get(column.kind, "@")
            name, is_set, choice = column.name.partition("=")
            chosen = is_set and choice in getattr(document, name)
            _put(page.cell(line, 3), _YES.get(self.lang) if chosen else cells.get(column.name))

    def table(
        self,
        sheet: _Sheet,
        items: list[tuple[int | None, Model]],
        begun: Sequence[Mapping[str, object]],
    ) -> None:
        """Write a table: a row an item."""
        page = self._page(sheet)
        page.row_dimensions[1].hidden = True
        page.freeze_panes = f"C{_FIRST}" if sheet.within else f"B{_FIRST}"
        heads = [(_NUMBER, _NR.get(self.lang), _ITS.get(self.lang))]
        if sheet.within:
            steps = _steps(self.root, sheet.within)
            one = steps[-1].one.get(self.lang)
            other = next(t for k, t in self.titles.items() if k == f"{_KEY} rows {sheet.within}")
            heads.append(
                (_WITHIN, f"{one[:1].upper()}{one[1:]}, nr", _OF.get(self.lang).format(other))
            )
        heads += [(c.name, *_heading(self.root, sheet, c, self.lang)) for c in sheet.columns]
        for place, (key, name, about) in enumerate(heads, 1):
            if place > 1:
                _put(page.cell(1, place), key)
            self._head(page, 2, place, name)
            self._help(page, 3, place, about)
        shift = len(heads) - len(sheet.columns)
        for place, column in enumerate(sheet.columns, shift + 1):
            letter = page.cell(2, place).column_letter
            page.column_dimensions[letter].width = 26
            page.column_dimensions[letter].number_format = _FORMATS.get(column.kind, "@")
            self._drop_down(page, column, f"{letter}{_FIRST}:{letter}{_FIRST + _ROWS}")
        page.row_dimensions[3].height = 75
        self._rows(page, sheet, items, begun)

    def _rows(
        self,
        page: "Worksheet",
        sheet: _Sheet,
        items: list[tuple[int | None, Model]],
        begun: Sequence[Mapping[str, object]],
    ) -> None:
        rows = [(within, row_of(item, self.lang)) for within, item in items]
        for said in begun:
            cells = {c.name: write(c, said.get(c.name), self.lang) for c in sheet.columns}
            rows.append((None, cells))
        holds = any(each.within == sheet.name for each in _sheets(self.root))
        for number in range(len(rows) + 1, _NUMBERED + 1 if holds else 0):
            page.cell(_FIRST - 1 + number, 1).value = number
        for number, (within, row) in enumerate(rows, 1):
            line = _FIRST - 1 + number
            page.cell(line, 1).value = number
            if sheet.within:
                page.cell(line, 2).value = within
            elif not any(cell is not None for cell in row.values()):
                row[sheet.columns[0].name] = UNKNOWN
            for place, column in enumerate(sheet.columns, 3 if sheet.within else 2):
                cell = page.cell(line, place)
                cell.number_format = _FORMATS.get(column.kind, "@")
                _put(cell, row[column.name])

    def start(self, page: "Worksheet") -> None:
        """Write the first sheet: how to fill in, and what stands where."""
        page.title = _START.get(self.lang)
        page.column_dimensions["A"].width = 42
        page.column_dimensions["B"].width = 100
        for line, text in enumerate(_HOW.get(self.lang).splitlines(), 1):
            page.cell(line, 1).value = text
        self._head(page, 1, 1, page.cell(1, 1).value)
        line = page.max_row + 2
        for sheet in _sheets(self.root):
            title = self.titles[sheet.key]
            steps = _steps(self.root, sheet.name)
            page.cell(line, 1).value = ("" if sheet.form else "    ") + title
            page.cell(line, 1).hyperlink = f"#'{title}'!A1"
            page.cell(line, 1).style = "Hyperlink"
            page.cell(line, 2).value = steps[-1].about.get(self.lang) if steps else ""
            line += 1

    def _page(self, sheet: _Sheet) -> "Worksheet":
        page: Worksheet = self.book.create_sheet(self.titles[sheet.key])
        page.cell(1, 1).value = sheet.key
        page.sheet_properties.tabColor = "4A7EBB" if sheet.form else None
        return page

    def _head(self, page: "Worksheet", line: int, place: int, text: object) -> None:
        cell = page.cell(line, place)
        _put(cell, text)
        cell.style = "finsam heading"

    def _help(self, page: "Worksheet", line: int, place: int, text: str) -> None:
        cell = page.cell(line, place)
        _put(cell, text)
        cell.style = "finsam help"

    def _drop_down(self, page: "Worksheet", column: Column, cells: str) -> None:
        """Offer what a cell can be chosen from; where other things may stand too, do not insist."""
        from openpyxl.worksheet.datavalidation import DataValidation  # noqa: PLC0415  as openpyxl

        offered = tuple(word(column, choice, self.lang) for choice in column.choices)
        if column.kind is Kind.FLAG:
            offered = (_YES.get(self.lang), _NO.get(self.lang))
        elif column.kind is Kind.ROWS:
            offered = (NONE.get(self.lang),)
        if not offered and column.kind is not Kind.ACTOR:
            return
        if column.kind is Kind.ACTOR:
            members = next(t for k, t in self.titles.items() if k == f"{_KEY} rows members")
            formula = f"'{members}'!$B${_FIRST}:$B${_FIRST + _ROWS}"
        else:
            formula = self._listed(offered)
        strict = column.kind is not Kind.ACTOR and not column.several
        rule = DataValidation(
            type="list", formula1=formula, allow_blank=True, showErrorMessage=strict
        )
        page.add_data_validation(rule)
        rule.add(cells)

    def _listed(self, offered: tuple[str, ...]) -> str:
        """The cells on the hidden sheet that hold a list of words."""
        if offered not in self.listed:
            place = len(self.listed) + 1
            for line, each in enumerate(offered, 1):
                self.lists.cell(line, place).value = each
            letter = self.lists.cell(1, place).column_letter
            self.listed[offered] = f"'{_CHOICES}'!${letter}$1:${letter}${len(offered)}"
        return self.listed[offered]


_START: Final = Text("Läs mig", "Read me")
_HOW: Final = Text(
    """Ett samordningsförbund, att pröva mot finsamlagen
Fyll i det som är känt. En tom cell säger att uppgiften inte är känd, aldrig nej och aldrig noll.
En lista utan rader är inte känd. Finns det inga, välj "inga" vid listans namn.
Står varje post som finns med, svara ja för listan på arket sist i boken.
Belopp skrivs i kronor, dagar som 2026-03-01, andelar som 35 % eller 7/20.
Det som har * måste fyllas i om raden används; en rad som saknar sitt belopp läses inte än.
Flera i en cell: komma emellan.
Medlemmar skrivs Försäkringskassan, Region Skåne, Ystad eller 1286.
Andra skrivs med sin form: Föreningen Exempel (förening).
Egna ark och egna kolumner läses inte.
Pröva boken:  finsam check BOKEN.xlsx --on 2026-12-31""",
    """A samordningsförbund, to check against the act
Fill in what is known. An empty cell says that something is not known, never no and never zero.
A list without rows is not known. If there are none, choose "none" at the name of the list.
If every entry that there is stands here, say yes for the list on the last sheet.
Amounts are written in kronor, days like 2026-03-01, shares like 35 % or 7/20.
What has * must be filled in if the row is used; a row without its amount is not read yet.
Several in a cell: commas between.
Members are written Försäkringskassan, Region Skåne, Ystad or 1286.
Others are written with their form: Some Association (association).
Sheets and columns of your own are not read.
Check the workbook:  finsam check BOOK.xlsx --on 2026-12-31""",
)
_NR: Final = Text("Nr", "No.")
_ITS: Final = Text(
    "Radens nummer, som andra ark hänvisar till.", "The row's number, for other sheets to refer to."
)
_OF: Final = Text(
    "Numret på den rad på arket {} som detta hör till.",
    "The number of the row on the sheet {} that this is of.",
)
_YES: Final = Text("ja", "yes")
_NO: Final = Text("nej", "no")
_NOT_COUNTED: Final = Text(
    "formeln har inget värde; öppna boken, låt den räkna om och spara, eller skriv värdet",
    "the formula has no value; open the workbook, let it recalculate and save, or write the value",
)
_NO_ROW: Final = Text(
    "här ska stå numret (Nr) på en ifylld rad på det ark som raden hör till",
    "this should be the number of a row that is filled in, on the sheet that the row is of",
)
_NO_KEY: Final = Text(
    "arkets första, dolda cell är ändrad, så det kan inte läsas; gör en ny bok och flytta över "
    "det som är ifyllt, eller byt namn på arket om det är ett eget",
    "the first, hidden cell of the sheet has changed, so it cannot be read; make another workbook "
    "and move what is filled in, or rename the sheet if it is your own",
)
_TWICE: Final = Text(
    "numret står på en tidigare rad också; ge raden ett eget",
    "an earlier row has the number too; give the row one of its own",
)
_BUT_ROWS: Final = Text(
    "här står att det inte finns några, men arket har rader; ta bort det ena",
    "this says that there are none, but the sheet has rows; take one of the two away",
)
_NOT_OURS: Final = Text(
    "filen är ingen arbetsbok av detta slag; gör en med  finsam new BOK.xlsx --year ÅR MEDLEM…",
    "the file is no workbook of this kind; make one with  finsam new BOOK.xlsx --year YEAR MEMBER…",
)


def _put(cell: "Cell", value: object) -> None:
    """Put a value into a cell; a text is a text, whatever it looks like."""
    if isinstance(value, date) and value < _FIRST_DAY:
        value = str(value)
    cell.value = _escaped(value) if isinstance(value, str) else value
    if isinstance(value, str):
        if len(value) > _LONGEST:
            raise ValueError("a text is too long for a cell of a workbook: shorten it")
        cell.data_type = "s"


_FIRST_DAY: Final = date(1900, 3, 1)
"""The first day that all programs agree on the number of."""
_LONGEST: Final = 32_767
_CONTROL: Final = re.compile(r"[\x00-\x08\x0b-\x1f]")


def _escaped(text: str) -> str:
    """A text with its control characters as workbooks write them."""
    return _CONTROL.sub(lambda match: f"_x{ord(match[0]):04X}_", text)


def _unescaped(text: str) -> str:
    return re.sub(r"_x(00[01][0-9A-F])_", lambda match: chr(int(match[1], 16)), text)


class _Place(NamedTuple):
    """Where something stands in a workbook."""

    sheet: str
    row: int
    column: str
    cell: str


class _Filled:
    """What the sheets of a workbook say.

    Attributes:
        said: the document, for its model to validate.
        places: where each field that can be filled in stands, by its place in the document.
        errors: what cannot be read.
    """

    def __init__(self, root: type[Model], book: "Workbook", formulas: "Workbook | None") -> None:
        self.root, self.formulas = root, formulas
        self.said: dict[str, Any] = {}
        self.places: dict[Loc, _Place] = {}
        self.errors: list[RowError] = []
        self._cells: dict[_Place, object] = {}
        self._items: dict[str, dict[object, tuple[dict[str, Any], Loc]]] = {
            "": {None: (self.said, ())}
        }
        self._columns: dict[_Place, Column] = {}
        pages = {str(page.cell(1, 1).value): page for page in book.worksheets}
        self.known: Final = [s for s in _sheets(root) if s.key in pages]
        titles = {*_titles(root, "sv").values(), *_titles(root, "en").values()}
        for title in titles & {page.title for page in book.worksheets}:
            if book[title].cell(1, 1).value not in {sheet.key for sheet in self.known}:
                self.errors.append(RowError(1, "A", _NO_KEY, "", title))
        for sheet in sorted(self.known, key=lambda sheet: not sheet.form):
            (self._form if sheet.form else self._table)(sheet, pages[sheet.key])

    def _form(self, sheet: _Sheet, page: "Worksheet") -> None:
        fields = {column.name: column for column in sheet.columns}
        for line in range(2, page.max_row + 1):
            column = fields.get(str(page.cell(line, 1).value))
            if column is not None:
                place = _Place(page.title, line, str(page.cell(line, 2).value), f"C{line}")
                cell = self._value(page.cell(line, 3), column, place)
                name, is_set, choice = column.name.partition("=")
                if not is_set:
                    self._say(self.said, (), column, cell, place)
                elif read(column, cell) is True:
                    self.said.setdefault(name, []).append(choice)

    def _say(
        self, said: dict[str, Any], at: Loc, column: Column, cell: object, place: _Place
    ) -> None:
        loc = (*at, *column.name.split("."))
        self.places[loc], self._cells[place], self._columns[place] = place, cell, column
        if cell is not None:
            put(said, column.name, read(column, cell))

    def _table(self, sheet: _Sheet, page: "Worksheet") -> None:
        names = {str(cell.value): cell.column for cell in page[1][1:] if cell.value is not None}
        fields = {column.name: column for column in sheet.columns}
        items = self._items.setdefault(sheet.name, {})
        way = sheet.name.removeprefix(sheet.within).strip(".")
        for line in range(_FIRST, page.max_row + 1):
            cells = {}
            for name, at in names.items():
                found = page.cell(line, at)
                place = _Place(page.title, line, str(page.cell(2, at).value), found.coordinate)
                column = fields.get(name) or _INDEX
                if name in fields or name == _WITHIN:
                    cells[name] = (column, self._value(found, column, place), place)
            given = {name for name, (_, cell, _) in cells.items() if cell is not None}
            if not given or any(
                c.required and c.kind is Kind.KRONOR and c.name not in given for c in sheet.columns
            ):
                continue
            holder = self._holder(sheet, cells.pop(_WITHIN, None))
            if holder is None:
                continue
            said: dict[str, Any] = {}
            at = self._add(*holder, way, said, _Place(page.title, line, "", f"A{line}"))
            for column, cell, place in cells.values():
                self._say(said, at, column, cell, place)
            number = plain(page.cell(line, 1).value)
            if number is not None and items.setdefault(number, (said, at)) != (said, at):
                self.errors.append(
                    RowError(line, str(page.cell(2, 1).value), _TWICE, "", page.title)
                )

    def _holder(
        self, sheet: _Sheet, within: tuple[Column, object, _Place] | None
    ) -> tuple[dict[str, Any], Loc] | None:
        """The item that a row is of; None, and an error, if there is none."""
        number = within[1] if within else None
        try:
            return self._items.get(sheet.within, {})[number]
        except (KeyError, TypeError):
            place = within[2] if within else _Place(sheet.name, 1, "B", "B1")
            self.errors.append(_error(place, _NO_ROW))
            return None

    def _add(
        self, holder: dict[str, Any], at: Loc, way: str, said: dict[str, Any], place: _Place
    ) -> Loc:
        """Add an item to a list of what holds it; where it then stands in the document."""
        *outer, last = way.split(".")
        for step in outer:
            holder = holder.setdefault(step, {})
        loc: Loc = (*at, *outer, last)
        told = self.places.get(loc)
        if told and self._cells.pop(told, None) is not None:
            self.errors.append(_error(told, _BUT_ROWS))
            holder[last] = []
        items: list[Any] = holder.setdefault(last, [])
        items.append(said)
        self.places[(*loc, len(items) - 1)] = place
        return (*loc, len(items) - 1)

    def _value(self, cell: "Cell", column: Column, place: _Place) -> object:
        """What a cell holds, as plain Python; None if it is empty."""
        value = plain(cell.value)
        formula = value is None and self.formulas and self.formulas[place.sheet][place.cell]
        if formula and formula.data_type == "f":
            self.errors.append(_error(place, _NOT_COUNTED))
        if cell.data_type == "e":
            self.errors.append(_error(place, _NOT_COUNTED))
            return None
        if isinstance(value, str):
            return _unescaped(value) if value.strip() else None
        if isinstance(value, float) and column.kind in {Kind.KRONOR, Kind.PART}:
            # A cell is a number as it was typed, to fifteen figures, which are exact as text.
            return Decimal(repr(value))
        if isinstance(value, date) and column.kind is Kind.TEXT:
            return str(value)
        return value

    def document(self) -> Any:  # noqa: ANN401  of the root's model
        """The document.

        Raises:
            MalformedRows: some cells cannot be used.
        """
        if self.errors:
            raise MalformedRows(tuple(self.errors))
        try:
            return self.root.model_validate(self.said)
        except ValidationError as error:
            raise MalformedRows(tuple(self._errors(error))) from None

    def _errors(self, error: ValidationError) -> Iterator[RowError]:
        for one in error.errors():
            place = self.place(one["loc"])
            cell = self._cells.get(place)
            shown = str(cell) if isinstance(cell, Decimal) else ""
            yield _error(place, explained(one, self._columns.get(place)), shown)

    def place(self, loc: Loc) -> _Place:
        """Where something stands, or what it is nearest in."""
        found = (self.places[loc[:n]] for n in range(len(loc), 0, -1) if loc[:n] in self.places)
        return next(found, _Place("", 0, "", ""))


_INDEX: Final = Column(_WITHIN, Model, Kind.NUMBER)


def _error(place: _Place, what: Text, cell: str = "") -> RowError:
    return RowError(place.row, place.column, what, cell, place.sheet)


def read_workbook(root: type[_M], file: File) -> _M:
    """Read a document from a workbook that :func:`write_workbook` has made.

    Raises:
        MalformedRows: the file is no such workbook, or some cells cannot be used; the message names
            sheet, row and column.
        ImportError: openpyxl is not installed.
        OSError: the file cannot be read.
    """
    filled = _Filled(root, _load(file, values=True), _load(file, values=False))
    if not filled.known:
        raise MalformedRows((RowError(0, "", _NOT_OURS),))
    document: _M = filled.document()
    return document


def mark(root: type[Model], file: str | PathLike[str], notes: Iterable[tuple[Loc, str]]) -> int:
    """Mark the cells that would tell what is not known, each with a note, in place of older marks.

    Args:
        root: the model of the document.
        file: the workbook, which is written anew.
        notes: places in the document, each with what to say there.

    Returns:
        how many cells are marked.
    """
    from openpyxl.comments import Comment  # noqa: PLC0415  as openpyxl
    from openpyxl.styles import PatternFill  # noqa: PLC0415  as openpyxl

    book = _load(file, values=False)
    filled = _Filled(root, book, None)
    for page in book.worksheets:
        for cell in (cell for row in page.iter_rows() for cell in row if cell.comment):
            if cell.comment.author == _OWNER:
                cell.comment, cell.fill = None, PatternFill()
    marks: dict[_Place, list[str]] = {}
    for loc, text in notes:
        marks.setdefault(filled.place(loc), []).append(text)
    marks.pop(_Place("", 0, "", ""), None)
    for place, texts in marks.items():
        cell = book[place.sheet][place.cell]
        cell.fill = PatternFill("solid", fgColor=_MARK)
        cell.comment = Comment("\n".join(dict.fromkeys(texts)), _OWNER, height=160, width=320)
    book.save(file)
    return len(marks)


def _openpyxl() -> Any:  # noqa: ANN401  a module
    try:
        import openpyxl  # noqa: PLC0415  only who has workbooks needs it
    except ImportError as error:
        raise ImportError(
            "workbooks need openpyxl: install it with  pip install 'finsam[excel]'"
        ) from error
    return openpyxl


def _load(file: File, *, values: bool) -> "Workbook":
    try:
        book: Workbook = _openpyxl().load_workbook(file, data_only=values)
    except (ImportError, OSError, MemoryError):
        raise
    except Exception as error:
        # What a file that is no workbook makes openpyxl raise is not documented.
        raise MalformedRows((RowError(0, "", _NOT_OURS),)) from error
    return book
