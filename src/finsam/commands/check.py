"""``finsam check``: check documents one at a time, however many there are."""

import os
import sys
from argparse import Namespace
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import nullcontext
from glob import glob
from io import BytesIO
from pathlib import Path
from typing import BinaryIO, Final

from pydantic import ValidationError

from finsam.commands.output import (
    HOLDS,
    UNUSABLE,
    VERDICT_MET,
    UnusableError,
    complain,
    errors_of,
    personal_in,
    reason,
    show,
    shown,
)
from finsam.commands.tables import added, many
from finsam.law.finsamlagen import FINSAMLAGEN
from finsam.law.text import Lang, Text
from finsam.models.forbund import Forbund
from finsam.models.rows import MalformedRows
from finsam.rendering import text
from finsam.rendering.labels import VERDICT
from finsam.validation.check import check
from finsam.validation.engine.verdict import Verdict
from finsam.validation.report import Report
from finsam.validation.rules import RULES
from finsam.validation.topics import choose

_MEETS: Final = {
    "fail": {Verdict.FAIL},
    "open": {Verdict.FAIL, Verdict.OPEN},
    "review": {Verdict.FAIL, Verdict.OPEN, Verdict.REVIEW},
}
"""The verdicts that each value of ``--fail-on`` covers."""

_UNREADABLE: Final = Text("filen kan inte läsas: {why}", "the file cannot be read: {why}")
_EMPTY: Final = Text(
    "filen är tom; ange ett dokument i JSON", "the file is empty; give a document in JSON"
)
_TOO_LARGE: Final = Text(
    "filen är för stor för datorns minne; dela upp den",
    "the file is too large for the computer's memory; split it",
)
_NOT_TEXT: Final = Text(
    "filen är inte text i UTF-8; spara om den som UTF-8",
    "the file is not text in UTF-8; save it as UTF-8",
)
_NO_RULE: Final = Text(
    "ingen regel är kvar att pröva: ändra --rules eller --ignore",
    "no rule is left to ask: change --rules or --ignore",
)
_WITHOUT_SECTIONS: Final = {
    "json": Text(
        "JSON har alltid hela rapporten; välj format text, html eller markdown",
        "JSON always holds the whole report; use the format text, html or markdown",
    ),
    "brief": Text(
        "--quiet skriver bara utfallet; ta bort en av de två",
        "--quiet prints the verdict alone; leave out one of the two",
    ),
}
_EMPTY_FOLDER: Final = Text(
    "mappen har inga dokument ({endings})", "the folder has no documents ({endings})"
)
_TOTAL: Final = Text("{count} dokument", "{count} documents")
_COUNTED: Final = {
    Verdict.FAIL: Text("strider mot lagen", "against the act"),
    Verdict.REVIEW: Text("måste bedömas", "to be judged"),
    Verdict.OPEN: Text("kan inte avgöras", "cannot be decided"),
    Verdict.PASS: Text("följer lagen", "keep the act"),
    Verdict.NOT_APPLICABLE: Text("utan något att pröva", "with nothing to check"),
}
_UNUSABLE: Final = Text("kunde inte användas", "could not be used")
_UNWRITABLE: Final = Text(
    "filen kan inte skrivas: {why}; är den öppen i ett annat program?",
    "the file cannot be written: {why}; is it open in another program?",
)
_MARKED: Final = Text(
    "{count} celler är märkta; att fylla i dem avgör något",
    "{count} cells are marked; filling them in settles something",
)
WORKBOOK: Final = ".xlsx"
"""How the name of a workbook ends."""
_DOCUMENTS: Final = {".json", ".jsonl", ".ndjson", WORKBOOK}
_SEVERAL: Final = Text(
    "detta görs för ett dokument; ange en fil med ett",
    "this is made for one document; give a file with one",
)
_PROGRESS: Final = Text("{count} dokument prövade", "{count} documents checked")
_PROGRESS_EVERY: Final = 50


def run(options: Namespace) -> int:
    """Check every document, print its report, and return the exit status."""
    FINSAMLAGEN.require_in_force(options.on)
    _require_sections(options)
    rules = _chosen(options)
    options.files = list(_expanded(options.files, options.output))
    status, count, unusable, verdicts = HOLDS, 0, 0, Counter[Verdict]()
    write = _WRITERS[options.format](options)
    progress = _Progress(options.lang, shown=any(_has_lines(f, options) for f in options.files))
    for name, read in _documents(options):
        count += 1
        try:
            forbund = _read(name, read, options)
            report = check(forbund, on=options.on, rules=rules)
            write.report(name, report)
            verdicts[report.verdict] += 1
            _write_back(name, report, options)
        except UnusableError as error:
            complain(*error.lines)
            unusable += 1
        except MemoryError:
            complain(f"{name}: {_TOO_LARGE.get(options.lang)}")
            unusable += 1
        else:
            if _met(report, options.fail_on):
                status = max(status, VERDICT_MET)
        progress.update(count)
    write.end()
    progress.done(count)
    if count > 1:
        write.summary(_summary(verdicts, unusable, options.lang))
    return UNUSABLE if unusable else status


def _documents(options: Namespace) -> Iterator[tuple[str, bytes | Forbund | UnusableError]]:
    """What is to be checked: the documents of the files, or the förbund of a table."""
    for file in options.files:
        yield from documents(file, options)
    if not options.files:
        try:
            yield from many(options)
        except UnusableError as error:
            yield "", error


def _read(name: str, found: bytes | Forbund | UnusableError, options: Namespace) -> Forbund:
    """A document, with the lists that stand in tables beside it.

    Raises:
        UnusableError: it, or a table, cannot be used.
    """
    if isinstance(found, UnusableError):
        raise found
    if isinstance(found, Forbund):
        return found
    return added(parse(name, found, options.lang), options)


def _require_sections(options: Namespace) -> None:
    """Refuse ``--only`` where there are no sections.

    Raises:
        UnusableError: sections are asked for of a format that has none.
    """
    if options.only and options.format in _WITHOUT_SECTIONS:
        said = _WITHOUT_SECTIONS[options.format].get(options.lang)
        raise UnusableError(f"finsam: --only: {said}")


def _chosen(options: Namespace) -> list[str] | None:
    """The ids of the rules to ask; None: all.

    Raises:
        ExplainedValueError: something selects no rule.
        UnusableError: no rule is left.
    """
    wanted = (*options.rules, *options.about)
    if not wanted and not options.ignore:
        return None
    asked = choose(wanted) if wanted else RULES
    ignored = choose(options.ignore) if options.ignore else ()
    left = [rule.id for rule in asked if rule not in ignored]
    if not left:
        raise UnusableError(f"finsam: {_NO_RULE.get(options.lang)}")
    return left


def _expanded(files: Iterable[str], output: str | None) -> Iterator[str]:
    """Files, with the documents of folders and patterns, which not every shell expands.

    The file that is written to is none of them: it may be the output of an earlier run.
    """
    written = Path(output).resolve() if output else None
    for file in files:
        path = Path(file)
        if file != "-" and path.is_dir():
            documents = (each for each in path.rglob("*") if each.suffix in _DOCUMENTS)
            found = sorted(str(each) for each in documents if each.resolve() != written)
        elif file != "-" and not path.exists() and any(sign in file for sign in "*?["):
            fitting = glob(file, recursive=True)  # noqa: PTH207  a pattern may be absolute
            found = sorted(each for each in fitting if Path(each).resolve() != written)
        else:
            found = [file]
        yield from found or [file]


def _summary(verdicts: Mapping[Verdict, int], unusable: int, lang: Lang) -> str:
    """How many documents there were of each verdict."""
    counts = [(verdicts[verdict], text) for verdict, text in _COUNTED.items()]
    counts.append((unusable, _UNUSABLE))
    total = sum(number for number, _ in counts)
    said = ", ".join(f"{number} {text.get(lang)}" for number, text in counts if number)
    return f"{_TOTAL.get(lang).format(count=total)}: {said}"


class _Writer:
    """Prints each report as text."""

    def __init__(self, options: Namespace) -> None:
        self.lang: Final[Lang] = options.lang
        self.alone: Final = len(options.files) == 1 and not _has_lines(options.files[0], options)
        self.only: Final = options.only
        self.colour: Final = _wants_colour()
        self.begun = False

    def report(self, name: str, report: Report) -> None:
        """Print a report; ``name`` is the name of its document."""
        if self.begun:
            print("\n")
        lines = text.lines(
            report, self.lang, source=Path(name).name, only=self.only, colour=self.colour
        )
        print("\n".join(lines))
        self.begun = True

    def summary(self, summary: str) -> None:
        """Print the counts of all reports."""
        show([*(["", ""] if self.begun else []), summary])

    def end(self) -> None:
        """Print what comes after the last report."""


def _wants_colour() -> bool:
    """Whether to colour what is printed: on a terminal, unless NO_COLOR is set (no-color.org)."""
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return not plain and sys.stdout is not None and sys.stdout.isatty()


class _BriefWriter(_Writer):
    """Prints a line for each report."""

    def report(self, name: str, report: Report) -> None:
        """Print the verdict and the name of the document."""
        show([f"{name}: {VERDICT[report.verdict].get(self.lang)}"])


class _FileWriter(_Writer):
    """Prints reports that are a file of their own, of which the counts are no part."""

    def summary(self, summary: str) -> None:
        """Print the counts of all reports, on standard error."""
        complain(summary)


class _JsonWriter(_FileWriter):
    """Prints each report as a line of JSON."""

    def report(self, name: str, report: Report) -> None:  # noqa: ARG002  JSON reports name no file
        """Print a report."""
        print(report.to_json())


class _MarkdownWriter(_FileWriter):
    """Prints reports in Markdown, separated by a horizontal rule."""

    def report(self, name: str, report: Report) -> None:
        """Print a report."""
        if self.begun:
            print("\n---\n")
        from finsam.rendering import markdown  # noqa: PLC0415  other formats should not cost it

        print(markdown.report(report, self.lang, Path(name).name, self.only), end="")
        self.begun = True


class _HtmlWriter(_FileWriter):
    """Prints all reports on one page."""

    def report(self, name: str, report: Report) -> None:
        """Print a report, preceded by the start of the page if it is the first."""
        from finsam.rendering import html  # noqa: PLC0415  other formats should not cost it

        if not self.begun:
            title = f"{report.forbund}: {VERDICT[report.verdict].get(self.lang)}"
            print(html.page_head(self.lang, title if self.alone else None), end="")
        print(html.article(report, self.lang, Path(name).name, self.only), end="")
        self.begun = True

    def end(self) -> None:
        """Print the end of the page, if there is one."""
        from finsam.rendering import html  # noqa: PLC0415  other formats should not cost it

        if self.begun:
            print(html.page_foot(self.lang), end="")


_WRITERS: Final = {
    "text": _Writer,
    "brief": _BriefWriter,
    "json": _JsonWriter,
    "html": _HtmlWriter,
    "markdown": _MarkdownWriter,
}


class _Progress:
    """A counter on the terminal, when reports are redirected elsewhere."""

    def __init__(self, lang: Lang, *, shown: bool) -> None:
        self._text = _PROGRESS.get(lang)
        self._shown = (
            shown
            and sys.stderr is not None
            and sys.stderr.isatty()
            and not (sys.stdout is not None and sys.stdout.isatty())
        )

    def update(self, count: int) -> None:
        """Update the count every so often."""
        if self._shown and count % _PROGRESS_EVERY == 0:
            print(f"\r{self._text.format(count=count)}", end="", file=sys.stderr, flush=True)

    def done(self, count: int) -> None:
        """Print the final count."""
        if self._shown:
            print(f"\r{self._text.format(count=count)}", file=sys.stderr, flush=True)


def _has_lines(file: str, options: Namespace) -> bool:
    """Whether a file is JSON Lines: one document per line."""
    return bool(options.lines) or file.endswith((".jsonl", ".ndjson"))


def documents(file: str, options: Namespace) -> Iterator[tuple[str, bytes | UnusableError]]:
    """The documents of a file, each with its name; JSON Lines are read one line at a time."""
    name = "stdin" if file == "-" else shown(file)
    try:
        if not _has_lines(file, options):
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
        why = reason(error, options.lang) if isinstance(error, OSError) else str(error)
        message = f"{name}: {_UNREADABLE.get(options.lang).format(why=why)}"
        yield name, UnusableError(message)
    except MemoryError:
        yield name, UnusableError(f"{name}: {_TOO_LARGE.get(options.lang)}")


def document(file: str, lang: Lang) -> Forbund:
    """The only document of a file.

    Raises:
        UnusableError: the file cannot be read, or has no document or more than one.
    """
    found = list(documents(file, Namespace(lines=False, lang=lang)))
    if len(found) != 1:
        raise UnusableError(f"{file}: {_SEVERAL.get(lang)}")
    ((name, body),) = found
    if isinstance(body, UnusableError):
        raise body
    return parse(name, body, lang)


def _standard_input() -> BinaryIO:
    if sys.stdin is None:
        raise OSError(0, "stdin is closed")
    return sys.stdin.buffer


def parse(name: str, body: bytes, lang: Lang) -> Forbund:
    """Parse a document, and point out what looks like a personal number in it.

    Raises:
        UnusableError: the document is malformed.
    """
    if not body.strip():
        raise UnusableError(f"{name}: {_EMPTY.get(lang)}")
    try:
        if name.endswith(WORKBOOK):
            forbund = _workbook(name, body, lang)
        else:
            forbund = Forbund.model_validate_json(body.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise UnusableError(f"{name}: {_NOT_TEXT.get(lang)}") from None
    except ValidationError as error:
        raise UnusableError(*errors_of(name, error.errors(), lang)) from None
    except MemoryError:
        raise UnusableError(f"{name}: {_TOO_LARGE.get(lang)}") from None
    complain(*personal_in(name, forbund, lang))
    return forbund


def _workbook(name: str, body: bytes, lang: Lang) -> Forbund:
    try:
        return Forbund.from_workbook(BytesIO(body))
    except MalformedRows as error:
        raise UnusableError(*(f"{name}: {e}" for e in error.explain(lang).splitlines())) from None
    except ImportError as error:
        raise UnusableError(f"{name}: {error}") from None


def _write_back(name: str, report: Report, options: Namespace) -> None:
    """If it is asked for, mark what would settle something in a workbook, with the question."""
    if not options.write_back or not name.endswith(WORKBOOK):
        return
    lang: Lang = options.lang
    from finsam.models.workbook import mark  # noqa: PLC0415  only workbooks need it

    notes = [
        (asked.loc, f"{asked.text.get(lang)} ({', '.join(asked.rules)})")
        for asked in report.questions()
    ]
    try:
        count = mark(Forbund, name, notes)
    except OSError as error:
        raise UnusableError(f"{name}: {_UNWRITABLE.get(lang).format(why=error.strerror)}") from None
    complain(f"{name}: {_MARKED.get(lang).format(count=count)}")


def _met(report: Report, fail_on: str) -> bool:
    if fail_on == "deviation":
        return bool(report.violations or report.deviations)
    return report.verdict in _MEETS[fail_on]
