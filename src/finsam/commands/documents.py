"""Reads documents: files and their lines, folders and patterns, workbooks, standard input."""

import sys
from argparse import Namespace
from collections.abc import Iterable, Iterator
from contextlib import nullcontext
from glob import glob
from io import BytesIO
from pathlib import Path
from typing import BinaryIO, Final, NamedTuple

from finsam.commands.output import UnusableError, complain, personal_in, shown, unreadable, usable
from finsam.law.text import Lang, Text
from finsam.models.forbund import Forbund
from finsam.models.rows import Draft

_EMPTY: Final = Text(
    "filen är tom; ange ett dokument i JSON", "the file is empty; give a document in JSON"
)
TOO_LARGE: Final = Text(
    "filen är för stor för datorns minne; dela upp den",
    "the file is too large for the computer's memory; split it",
)
_NOT_TEXT: Final = Text(
    "filen är inte text i UTF-8; spara om den som UTF-8",
    "the file is not text in UTF-8; save it as UTF-8",
)
_EMPTY_FOLDER: Final = Text(
    "mappen har inga dokument ({endings})", "the folder has no documents ({endings})"
)
WORKBOOK: Final = ".xlsx"
"""The suffix of a workbook."""
SHEETS: Final = {".ods", ".xls", ".xlsm", ".xlsb", ".numbers"}
"""The suffixes of spreadsheets that are no such workbook."""
_OTHER_SHEETS: Final = Text(
    "ett kalkylblad läses som {ending}; öppna filen och spara den i det formatet",
    "a spreadsheet is read as {ending}; open the file and save it in that format",
)
_DOCUMENTS: Final = {".json", ".jsonl", ".ndjson", WORKBOOK}
_SEVERAL: Final = Text(
    "detta görs för ett dokument; ange en fil med ett",
    "this is made for one document; give a file with one",
)


_LOCK: Final = "~$"
"""How the name of the file begins that Excel keeps beside an open workbook."""


def expanded(files: Iterable[str], output: str | None) -> Iterator[str]:
    """Files, with folders and patterns expanded, which not every shell does.

    Leaves out the output file, which may be left from an earlier run, and Excel's lock files.
    """
    written = Path(output).resolve() if output else None

    def is_document(path: Path) -> bool:
        return path.resolve() != written and not path.name.startswith(_LOCK)

    for file in files:
        path = Path(file)
        if file != "-" and path.is_dir():
            documents = (each for each in path.rglob("*") if each.suffix in _DOCUMENTS)
            found = sorted(str(each) for each in documents if is_document(each))
        elif file != "-" and not path.exists() and any(sign in file for sign in "*?["):
            fitting = glob(file, recursive=True)  # noqa: PTH207  a pattern may be absolute
            found = sorted(each for each in fitting if is_document(Path(each)))
        else:
            found = [file]
        yield from found or [file]


def has_lines(file: str, options: Namespace) -> bool:
    """Whether a file is JSON Lines: one document per line."""
    return bool(options.lines) or file.endswith((".jsonl", ".ndjson"))


def documents(file: str, options: Namespace) -> Iterator[tuple[str, bytes | UnusableError]]:
    """The documents in a file, by name; JSON Lines are read one line at a time."""
    name = "stdin" if file == "-" else shown(file)
    try:
        if not has_lines(file, options):
            yield name, _standard_input().read() if file == "-" else Path(file).read_bytes()
            return
        with nullcontext(_standard_input()) if file == "-" else Path(file).open("rb") as lines:
            for number, line in enumerate(lines, 1):
                if line.strip():
                    yield f"{name}:{number}", line
    except IsADirectoryError:
        endings = ", ".join(sorted(_DOCUMENTS))
        message = f"{name}: {_EMPTY_FOLDER.get(options.lang).format(endings=endings)}"
        yield name, UnusableError(message)
    except (OSError, ValueError) as error:
        yield name, unreadable(name, error, options.lang)
    except MemoryError:
        yield name, UnusableError(f"{name}: {TOO_LARGE.get(options.lang)}")


def document(file: str, lang: Lang) -> Forbund:
    """The only document in a file.

    Raises:
        UnusableError: the file cannot be read, or does not hold exactly one document.
    """
    found = list(documents(file, Namespace(lines=False, lang=lang)))
    if len(found) != 1:
        raise UnusableError(f"{file}: {_SEVERAL.get(lang)}")
    ((name, body),) = found
    if isinstance(body, UnusableError):
        raise body
    return parse(name, body, lang).forbund


def _standard_input() -> BinaryIO:
    if sys.stdin is None:
        raise OSError(0, "stdin is closed")
    return sys.stdin.buffer


class Parsed(NamedTuple):
    """A document, with its cells if it is a workbook."""

    forbund: Forbund
    cells: Draft | None = None


def parse(name: str, body: bytes, lang: Lang) -> Parsed:
    """Parse a document, and warn of what looks like a personal number.

    Raises:
        UnusableError: the document is malformed.
    """
    if not body.strip():
        raise UnusableError(f"{name}: {_EMPTY.get(lang)}")
    if Path(name).suffix in SHEETS:
        raise UnusableError(f"{name}: {_OTHER_SHEETS.get(lang).format(ending=WORKBOOK)}")
    cells = None
    try:
        with usable(name, lang):
            if name.endswith(WORKBOOK):
                from finsam.models.workbook import read_placed  # noqa: PLC0415  as openpyxl

                forbund, cells = read_placed(Forbund, BytesIO(body))
            else:
                forbund = Forbund.model_validate_json(body.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise UnusableError(f"{name}: {_NOT_TEXT.get(lang)}") from None
    except MemoryError:
        raise UnusableError(f"{name}: {TOO_LARGE.get(lang)}") from None
    complain(*personal_in(name, forbund, lang, cells))
    return Parsed(forbund, cells)
