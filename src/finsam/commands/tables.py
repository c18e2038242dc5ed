"""Tables beside documents: ``finsam check forbund.json --table bidrag=bidrag.csv``."""

import csv
import io
import re
from argparse import Namespace
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest
from pathlib import Path
from typing import Any, Final, get_args

from finsam.commands.documents import SHEETS, WORKBOOK
from finsam.commands.output import UnusableError, unreadable, usable
from finsam.law.text import ExplainedValueError, Lang, Text, listing, no_such, resembling
from finsam.models.cells import nested, tables
from finsam.models.forbund import Forbund
from finsam.models.many import from_rows
from finsam.models.rows import shown
from finsam.models.words import words_along

_NO_LIST: Final = Text("ingen lista i dokumentet heter", "no list of the document is called")
_NOTHING: Final = Text(
    "ange dokument, eller en tabell och den kolumn som skiljer förbunden åt (--table, --by)",
    "give documents, or a table and the column that tells the förbund apart (--table, --by)",
)
_NO_CSV: Final = Text(
    "filen kan inte läsas som CSV; öppna den i ett kalkylprogram och spara arket som CSV (UTF-8)",
    "the file cannot be read as CSV; open it in a spreadsheet program and save the sheet as CSV "
    "(UTF-8)",
)
_NO_ROWS: Final = Text(
    "filen har inga rader att läsa; den ska ha en rad med rubriker, och minst en rad under den",
    "the file has no rows to read; it should have a row of headings, and at least one row below",
)
_TWICE: Final = Text(
    "rubriken {head} står två gånger; ta bort den ena kolumnen, eller ge den en annan rubrik",
    "the heading {head} stands twice; leave out one of the columns, or give it another heading",
)
_SEPARATOR: Final = re.compile(r'"?sep=(.)"?(?:\r\n|\r|\n|$)', re.IGNORECASE)
"""A first line that tells Excel what separates the cells."""


def added(forbund: Forbund, options: Namespace) -> Forbund:
    """A copy of a document with the lists from the tables.

    Raises:
        UnusableError: a table cannot be used.
        ExplainedValueError: the document has no such list.
    """
    for said, file in options.table:
        name, (start, rows) = listed(said), _rows(file, options.lang)
        with usable(file, options.lang):
            forbund = forbund.with_records(name, rows, start=start, **_how(options))
        # Rows that are all skipped do not say that there are none.
        if not nested(Forbund, name) and not forbund.records(name):
            raise UnusableError(f"{file}: {_NO_ROWS.get(options.lang)}")
    return forbund


def many(options: Namespace) -> Iterator[tuple[str, Forbund]]:
    """The förbund in a table, by name.

    Raises:
        UnusableError: the table cannot be used.
        ExplainedValueError: the document has no such list.
    """
    if not options.by or len(options.table) != 1:
        raise UnusableError(f"finsam: {_NOTHING.get(options.lang)}")
    ((said, file),) = options.table
    name, (start, rows) = listed(said), _rows(file, options.lang)
    try:
        with usable(file, options.lang):
            found = from_rows(rows, by=options.by, collection=name, start=start, **_how(options))
    except ExplainedValueError as error:
        raise UnusableError(f"{file}: {error.explain(options.lang)}") from None
    if not found:
        raise UnusableError(f"{file}: {_NO_ROWS.get(options.lang)}")
    yield from found.items()


def _how(options: Namespace) -> dict[str, Any]:
    return {
        "unit": options.unit,
        "skip_empty": options.skip_empty,
        "skip_totals": options.skip_totals,
    }


def listed(said: str) -> str:
    """The dotted name of a list, given that name or its title in either language.

    Raises:
        ExplainedValueError: no list has it.
    """
    titles = {
        title: name
        for name in tables(Forbund)
        for title in (name, *map(str.casefold, _title(name)))
    }
    if said.casefold() not in titles:
        names = Text(*(listing(_listable(titles, lang), lang) for lang in get_args(Lang)))
        raise no_such(_NO_LIST, said, resembling(said, titles), names)
    return titles[said.casefold()]


def _listable(titles: Mapping[str, str], lang: Lang) -> list[str]:
    """What to call each list: its title, if no other list has it."""
    found = {name: _title(name).get(lang) for name in tables(Forbund)}
    return [t if titles[t.casefold()] == name else name for name, t in found.items()]


def _title(name: str) -> Text:
    *_, (_, found) = words_along(Forbund, tuple(name.split(".")))
    return found.title if found else Text(name, name)


def _rows(file: str, lang: Lang) -> tuple[int, list[dict[Any, Any]]]:
    """The rows of a CSV file by heading, as written by Swedish or English programs.

    Returns:
        the number of the first row, and the rows; a blank line is one without cells.

    Raises:
        UnusableError: the file cannot be read, has no rows, or has a heading twice.
    """
    try:
        text = _text(Path(file).read_bytes())
    except OSError as error:
        raise unreadable(file, error, lang) from None
    if Path(file).suffix.lower() in {*SHEETS, WORKBOOK} or "\0" in text:
        raise UnusableError(f"{file}: {_NO_CSV.get(lang)}")
    try:
        lines = _cells(text)
    except csv.Error:
        raise UnusableError(f"{file}: {_NO_CSV.get(lang)}") from None
    filled = [number for number, cells in enumerate(lines, 1) if any(map(str.strip, cells))]
    if len(filled) < 2:
        raise UnusableError(f"{file}: {_NO_ROWS.get(lang)}")
    heads = lines[filled[0] - 1]
    twice = [head for head, count in Counter(heads).items() if head.strip() and count > 1]
    if twice:
        raise UnusableError(f"{file}: {_TWICE.get(lang).format(head=shown(twice[0]))}")
    return filled[0] + 1, [_row(heads, cells) for cells in lines[filled[0] :]]


def _text(content: bytes) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", errors="replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        # What Excel on Windows writes.
        return content.decode("cp1252", errors="replace")


def _cells(text: str) -> list[list[str]]:
    """The cells of each line; none of a line that only names the separator."""
    said = _SEPARATOR.match(text)
    text = f"\n{text[said.end() :]}" if said else text
    heading = re.split(r"[\r\n]", text.lstrip(), maxsplit=1)[0]
    separator = said[1] if said else max(";\t,", key=heading.count)
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))


def _row(heads: Sequence[str], cells: Sequence[str]) -> dict[Any, Any]:
    """A row by heading; a cell that has none is under None."""
    row: dict[Any, Any] = {}
    for head, cell in zip_longest(heads, cells, fillvalue="") if cells else ():
        if head.strip():
            row[head] = cell
        elif cell.strip():
            row[None] = cell
    return row
