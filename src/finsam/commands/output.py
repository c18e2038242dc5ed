"""Output shared by the commands: escaped text and errors."""

import errno
import os
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, redirect_stdout, suppress
from pathlib import Path
from shutil import copymode
from typing import Final, TextIO

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from finsam.law.text import Lang, Text
from finsam.models.base import Loc
from finsam.models.errors import explain_error
from finsam.models.forbund import Forbund
from finsam.models.personal import find_personal_numbers
from finsam.models.rows import Draft, MalformedRows
from finsam.rendering.escape import harmless
from finsam.validation.engine.messages import path, place

HOLDS, VERDICT_MET, UNUSABLE = 0, 1, 2
"""The exit statuses."""

_WHOLE: Final = Text("dokumentet", "the document")
_MORE_ERRORS: Final = Text(
    "… och {more} fel till; rätta dessa först", "… and {more} more errors; correct these first"
)
_PERSONAL: Final = Text(
    "texten ser ut att innehålla ett personnummer, som rapporten kan komma att visa; ta bort det",
    "the text seems to hold a personal number, which the report may show; remove it",
)
_MORE_PERSONAL: Final = Text(
    "… och {more} texter till som ser ut att innehålla ett personnummer",
    "… and {more} more texts that seem to hold a personal number",
)
_ERRORS_SHOWN: Final = 20
_NO_FOLDER: Final = Text("mappen finns inte", "there is no such folder")
_DENIED: Final = Text(
    "rättighet saknas, eller så är filen öppen i ett annat program",
    "permission is denied, or the file is open in another program",
)
_REASONS: Final[Mapping[int | None, Text]] = {
    errno.ENOENT: Text("den finns inte", "it is not there"),
    errno.EACCES: _DENIED,
    errno.EPERM: _DENIED,
    errno.EROFS: Text("disken är skrivskyddad", "the disk is read-only"),
    errno.ENOSPC: Text("disken är full", "the disk is full"),
    errno.EISDIR: Text("det är en mapp", "it is a folder"),
    errno.ENOTDIR: _NO_FOLDER,
    errno.ENAMETOOLONG: Text("namnet är för långt", "the name is too long"),
}
_UNREADABLE: Final = Text("filen kan inte läsas: {why}", "the file cannot be read: {why}")
_UNWRITTEN: Final = Text("filen kan inte skrivas: {why}", "the file cannot be written: {why}")
_NO_OPENPYXL: Final = Text(
    'arbetsböcker kräver openpyxl: installera det med  pip install "finsam[excel]"',
    'workbooks need openpyxl: install it with  pip install "finsam[excel]"',
)
_IS_INPUT: Final = Text(
    "filen är indata, och skulle skrivas över; ange en annan med -o",
    "the file is input, and would be overwritten; give another with -o",
)


class UnusableError(Exception):
    """Input cannot be used; each line states what, where and the remedy."""

    def __init__(self, *lines: str) -> None:
        super().__init__(*lines)
        self.lines = lines


@contextmanager
def usable(name: str, lang: Lang) -> Iterator[None]:
    """Report malformed input, or a missing optional dependency, as unusable.

    Raises:
        UnusableError: the input cannot be used; lines begin with ``name``.
    """
    try:
        yield
    except ValidationError as error:
        raise UnusableError(*errors_of(name, error.errors(), lang)) from None
    except MalformedRows as error:
        raise UnusableError(*(f"{name}: {e}" for e in error.explain(lang).splitlines())) from None
    except ImportError:
        raise UnusableError(f"{name}: {_NO_OPENPYXL.get(lang)}") from None


def unreadable(name: str, error: OSError | ValueError, lang: Lang) -> UnusableError:
    """The error of a file that cannot be read."""
    why = reason(error, lang) if isinstance(error, OSError) else str(error)
    return UnusableError(f"{name}: {_UNREADABLE.get(lang).format(why=why)}")


def unwritable(name: str, error: OSError, lang: Lang) -> UnusableError:
    """The error of a file that cannot be written."""
    # The file itself need not be there, but its folder.
    why = _NO_FOLDER.get(lang) if error.errno == errno.ENOENT else reason(error, lang)
    return UnusableError(f"{shown(name)}: {_UNWRITTEN.get(lang).format(why=why)}")


@contextmanager
def to_file(name: str | None, lang: Lang, inputs: Iterable[str] = ()) -> Iterator[None]:
    """Print to a file; with None or ``-``, to standard output.

    The file is replaced when everything has been written, and left alone if nothing was.

    Raises:
        UnusableError: the file cannot be written, or is one of the inputs.
    """
    if name is None or name == "-":
        yield
        return
    target = Path(name)
    if any(_same(target, Path(each)) for each in inputs):
        raise UnusableError(f"{shown(name)}: {_IS_INPUT.get(lang)}")
    try:
        with _replaced(target) as out, redirect_stdout(out):
            yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise unwritable(name, error, lang) from None


@contextmanager
def _replaced(file: Path) -> Iterator[TextIO]:
    """A temporary file that replaces another when it is complete."""
    if file.exists() and not file.is_file():  # Pipes and devices are written to directly.
        with file.open("w", encoding="utf-8", errors="backslashreplace", newline="") as out:
            yield out
        return
    target = file.resolve()
    part = target.with_name(f".{target.name[:50]}.{os.getpid()}.part")
    try:
        with part.open("w", encoding="utf-8", errors="backslashreplace", newline="") as out:
            yield out
        if part.stat().st_size:
            if target.exists():
                copymode(target, part)
            part.replace(target)
    finally:
        part.unlink(missing_ok=True)


def _same(one: Path, other: Path) -> bool:
    with suppress(OSError, ValueError):
        return one.is_file() and one.samefile(other)
    return False


def reason(error: OSError, lang: Lang) -> str:
    """Why a file could not be read or written."""
    said = _REASONS.get(error.errno)
    return said.get(lang) if said else error.strerror or str(error)


def shown(file: str) -> str:
    """A file name for display, whatever the locale."""
    return os.fsencode(file).decode("utf-8", "backslashreplace")


def show(lines: Iterable[str]) -> None:
    """Print lines on standard output, escaped for a terminal."""
    print("\n".join(harmless(line) for line in lines))


def complain(*lines: str) -> None:
    """Print lines on standard error, if there is one."""
    for line in lines:
        # With stderr set to None, print would write to stdout, among the reports.
        if sys.stderr is not None:
            # If stderr cannot be written to, the exit status still reports the error.
            with suppress(OSError):
                print(harmless(line), file=sys.stderr, flush=True)


def errors_of(name: str, errors: list[ErrorDetails], lang: Lang) -> list[str]:
    """The errors of a malformed document, one per line: document, place and remedy."""
    lines = [
        f"{_place(each, lang)}: {explain_error(each, lang)}" for each in errors[:_ERRORS_SHOWN]
    ]
    return _first_of(name, lines, len(errors), _MORE_ERRORS.get(lang))


def personal_in(name: str, forbund: Forbund, lang: Lang, cells: Draft | None = None) -> list[str]:
    """One line for each place that seems to hold a personal number.

    Args:
        name: the document's name.
        forbund: the document.
        lang: the language.
        cells: the cells of a workbook, whose sheet, row and column are then named.
    """

    def line(loc: Loc) -> str:
        given = cells.nearest(loc) if cells else None
        if given:
            return given.place.error(_PERSONAL).explain(lang)
        return f"{_said(loc, lang)}: {_PERSONAL.get(lang)}"

    found = find_personal_numbers(forbund)
    lines = [line(loc) for loc in found[:_ERRORS_SHOWN]]
    return _first_of(name, lines, len(found), _MORE_PERSONAL.get(lang))


def _first_of(name: str, lines: list[str], count: int, rest: str) -> list[str]:
    """The first lines about a document, and how many more there are."""
    more = [rest.format(more=count - len(lines))] if count > len(lines) else []
    return [f"{name}: {line}" for line in (*lines, *more)]


def _place(details: ErrorDetails, lang: Lang) -> str:
    """The place of an error; the name of an unknown field is hidden unless it looks like one."""
    if not details["loc"]:
        return _WHOLE.get(lang)
    *way, last = details["loc"]
    unknown = details["type"] in {"extra_forbidden", "invalid_key"}
    if unknown and not re.fullmatch(r"[A-Za-z_$][A-Za-z_]{0,40}", str(last)):
        last = "…"
    return _said((*way, last), lang)


def _said(loc: Loc, lang: Lang) -> str:
    said, written = place(loc, lang), path(loc)
    return written if said == written else f"{said} ({written})"
