"""Tables beside documents: ``finsam check forbund.json --table bidrag=bidrag.csv``."""

import csv
import io
from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final, get_args

from finsam.commands.output import UnusableError, unreadable, usable
from finsam.law.text import ExplainedValueError, Lang, Text, listing, no_such, resembling
from finsam.models.cells import tables
from finsam.models.forbund import Forbund
from finsam.models.many import from_rows
from finsam.models.words import words_along

_NO_LIST: Final = Text("ingen lista i dokumentet heter", "no list of the document is called")
_NOTHING: Final = Text(
    "ange dokument, eller en tabell och den kolumn som skiljer förbunden åt (--table, --by)",
    "give documents, or a table and the column that tells the förbund apart (--table, --by)",
)


def added(forbund: Forbund, options: Namespace) -> Forbund:
    """A copy of a document with the lists from the tables.

    Raises:
        UnusableError: a table cannot be used.
        ExplainedValueError: the document has no such list.
    """
    for said, file in options.table:
        name, rows = _list(said), _rows(file, options.lang)
        with usable(file, options.lang):
            forbund = forbund.with_records(name, rows, **_how(options))
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
    name, rows = _list(said), _rows(file, options.lang)
    try:
        with usable(file, options.lang):
            found = from_rows(rows, by=options.by, collection=name, **_how(options))
    except ExplainedValueError as error:
        raise UnusableError(f"{file}: {error.explain(options.lang)}") from None
    yield from found.items()


def _how(options: Namespace) -> dict[str, Any]:
    return {
        "unit": options.unit,
        # The first row after the heading.
        "start": 2,
        "skip_empty": options.skip_empty,
        "skip_totals": options.skip_totals,
    }


def _list(said: str) -> str:
    """The dotted name of a list, given that name or its title in either language.

    Raises:
        ExplainedValueError: no list has it.
    """
    titles: dict[str, str] = {}
    for name in tables(Forbund):
        *_, (_, found) = words_along(Forbund, tuple(name.split(".")))
        titles |= dict.fromkeys((name, *map(str.casefold, found.title if found else ())), name)
    if said.casefold() not in titles:
        names = Text(*(listing(list(tables(Forbund)), each) for each in get_args(Lang)))
        raise no_such(_NO_LIST, said, resembling(said, titles), names)
    return titles[said.casefold()]


def _rows(file: str, lang: Lang) -> list[dict[Any, Any]]:
    """The rows of a CSV file, as written by Swedish or English programs."""
    try:
        content = Path(file).read_bytes()
    except OSError as error:
        raise unreadable(file, error, lang) from None
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        # What Excel on Windows writes.
        text = content.decode("cp1252", errors="replace")
    heading = text.partition("\n")[0]
    return list(csv.DictReader(io.StringIO(text), delimiter=max(";\t,", key=heading.count)))
