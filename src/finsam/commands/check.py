"""``finsam check``: check documents one at a time, however many there are."""

import os
import sys
from argparse import Namespace
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from finsam.commands.documents import (
    TOO_LARGE,
    WORKBOOK,
    Parsed,
    documents,
    expanded,
    has_lines,
    parse,
)
from finsam.commands.output import (
    HOLDS,
    UNUSABLE,
    VERDICT_MET,
    UnusableError,
    complain,
    show,
    unwritable,
)
from finsam.commands.tables import added, listed, many
from finsam.law.citation import Citation
from finsam.law.finsamlagen import FINSAMLAGEN
from finsam.law.text import Lang, Text
from finsam.models.base import Loc
from finsam.models.forbund import Forbund
from finsam.models.rows import Draft, is_in
from finsam.rendering import text
from finsam.rendering.escape import harmless
from finsam.rendering.labels import VERDICT
from finsam.rendering.where import Paths, paths
from finsam.validation.check import check
from finsam.validation.engine.verdict import Verdict
from finsam.validation.report import Report
from finsam.validation.rules import BY_ID, RULES
from finsam.validation.topics import choose

_MEETS: Final = {
    "fail": {Verdict.FAIL},
    "open": {Verdict.FAIL, Verdict.OPEN},
    "review": {Verdict.FAIL, Verdict.OPEN, Verdict.REVIEW},
}
"""The verdicts that each value of ``--fail-on`` covers."""

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
_TOTAL: Final = Text("{count} dokument", "{count} documents")
_COUNTED: Final = {
    Verdict.FAIL: Text("strider mot lagen", "against the act"),
    Verdict.REVIEW: Text("måste bedömas", "to be judged"),
    Verdict.OPEN: Text("kan inte avgöras", "cannot be decided"),
    Verdict.PASS: Text("följer lagen", "keep the act"),
    Verdict.NOT_APPLICABLE: Text("utan något att pröva", "with nothing to check"),
}
_UNUSABLE: Final = Text("kunde inte användas", "could not be used")
_MARKED: Final = {
    0: Text("ingen cell är märkt", "no cell is marked"),
    1: Text(
        "1 cell är märkt: fyll i den, så kan mer avgöras",
        "1 cell is marked: fill it in, and more can be decided",
    ),
}
_MARKED_CELLS: Final = Text(
    "{count} celler är märkta: fyll i dem, så kan mer avgöras",
    "{count} cells are marked: fill them in, and more can be decided",
)
_FORMULAS: Final = Text(
    "boken har formler, vars värden försvann när den skrevs: öppna och spara den före nästa "
    "prövning",
    "the workbook has formulas, whose values were lost when it was written: open and save it "
    "before the next check",
)
_NO_CELLS: Final = Text(
    "--write-back: celler märks bara i en arbetsbok ({ending}); ange en, eller ta bort flaggan",
    "--write-back: cells are marked in a workbook ({ending}) only; give one, or leave out the "
    "option",
)
_NO_TABLE: Final = Text(
    "{options} gäller bara tabeller: ange en med --table, eller ta bort flaggan",
    "{options}: for tables only; give one with --table, or leave out the option",
)
_NOT_BY: Final = Text(
    "--by används bara utan dokument: ta bort den, eller dokumenten",
    "--by is used without documents only: leave it out, or the documents",
)
_PROGRESS: Final = Text("{count} dokument prövade", "{count} documents checked")
_PROGRESS_EVERY: Final = 50


def run(options: Namespace) -> int:
    """Check every document, print its report, and return the exit status."""
    FINSAMLAGEN.require_in_force(options.on)
    _require_sections(options)
    rules = _chosen(options)
    options.files = list(expanded(options.files, options.output))
    _require_workbook(options)
    _require_table(options)
    status, count, unusable, verdicts = HOLDS, 0, 0, Counter[Verdict]()
    writer = _Writer(options)
    progress = _Progress(options.lang, shown=any(has_lines(f, options) for f in options.files))
    for name, read in _documents(options):
        count += 1
        try:
            forbund, cells = _read(name, read, options)
            report = check(forbund, on=options.on, rules=rules)
            writer.report(name, report, cells)
            verdicts[report.verdict] += 1
            _write_back(name, report, options)
        except UnusableError as error:
            complain(*error.lines)
            unusable += 1
        except MemoryError:
            complain(f"{name}: {TOO_LARGE.get(options.lang)}")
            unusable += 1
        else:
            if _met(report, options.fail_on):
                status = max(status, VERDICT_MET)
        progress.update(count)
    progress.done(count)
    writer.end(_summary(verdicts, unusable, options.lang) if count > 1 else None)
    return UNUSABLE if unusable else status


def _documents(options: Namespace) -> Iterator[tuple[str, bytes | Forbund | UnusableError]]:
    """What to check: the documents in the files, or the förbund in a table."""
    for file in options.files:
        yield from documents(file, options)
    if not options.files:
        try:
            yield from many(options)
        except UnusableError as error:
            yield "", error


def _read(name: str, found: bytes | Forbund | UnusableError, options: Namespace) -> Parsed:
    """A document, with the lists given as tables added.

    Raises:
        UnusableError: the document or a table cannot be used.
    """
    if isinstance(found, UnusableError):
        raise found
    if isinstance(found, Forbund):
        return Parsed(found)
    forbund, cells = parse(name, found, options.lang)
    forbund = added(forbund, options)
    if cells:
        for said, _ in options.table:
            cells.forget(listed(said))
    return Parsed(forbund, cells)


def _require_sections(options: Namespace) -> None:
    """Refuse ``--only`` for formats without sections.

    Raises:
        UnusableError: ``--only`` is given for such a format.
    """
    if options.only and options.format in _WITHOUT_SECTIONS:
        said = _WITHOUT_SECTIONS[options.format].get(options.lang)
        raise UnusableError(f"finsam: --only: {said}")


def _require_workbook(options: Namespace) -> None:
    """Refuse ``--write-back`` without a workbook.

    Raises:
        UnusableError: it is given for other files alone.
    """
    if options.write_back and not any(file.endswith(WORKBOOK) for file in options.files):
        raise UnusableError(f"finsam: {_NO_CELLS.get(options.lang).format(ending=WORKBOOK)}")


def _require_table(options: Namespace) -> None:
    """Refuse the options of tables without one, and ``--by`` beside a document.

    Raises:
        UnusableError: such an option is given.
    """
    if not options.files:
        return
    given = {
        "--by": options.by,
        "--unit": options.unit != "kr",
        "--skip-totals": options.skip_totals,
        "--skip-empty": options.skip_empty,
    }
    unused = ", ".join(name for name, is_given in given.items() if is_given)
    if unused and not options.table:
        raise UnusableError(f"finsam: {_NO_TABLE.get(options.lang).format(options=unused)}")
    if options.by:
        raise UnusableError(f"finsam: {_NOT_BY.get(options.lang)}")


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


def _summary(verdicts: Mapping[Verdict, int], unusable: int, lang: Lang) -> str:
    """How many documents got each verdict."""
    counts = [(verdicts[verdict], text) for verdict, text in _COUNTED.items()]
    counts.append((unusable, _UNUSABLE))
    total = sum(number for number, _ in counts)
    said = ", ".join(f"{number} {text.get(lang)}" for number, text in counts if number)
    return f"{_TOTAL.get(lang).format(count=total)}: {said}"


class _Writer:
    """Prints reports in one format."""

    def __init__(self, options: Namespace) -> None:
        self._options: Final = options
        self._begun = False

    def report(self, name: str, report: Report, cells: Draft | None) -> None:
        """Print a report of a document with this name, and its cells if it is a workbook."""

        def at(locs: list[Loc]) -> str:
            named = cells.cells(locs, self._options.lang) if cells else ""
            return named or paths(locs)

        written = _WRITTEN[self._options.format](report, name, self._options, at)
        if self._begun:
            print(_BETWEEN.get(self._options.format, ""), end="")
        elif self._options.format == "html":
            from finsam.rendering import html  # noqa: PLC0415  other formats should not cost it

            files = self._options.files
            alone = len(files) == 1 and not has_lines(files[0], self._options)
            print(html.page_head(self._options.lang, report if alone else None), end="")
        print(written, end="")
        self._begun = True

    def end(self, summary: str | None) -> None:
        """Print the end of the output, and how many documents got each verdict."""
        if self._begun and self._options.format == "html":
            from finsam.rendering import html  # noqa: PLC0415  other formats should not cost it

            print(html.page_foot(self._options.lang), end="")
        if summary and self._options.format in {"text", "brief"}:
            show([*(["", ""] if self._begun and self._options.format == "text" else []), summary])
        elif summary:
            # What is printed is a file of reports, which the counts are not part of.
            complain(summary)


_BETWEEN: Final = {"text": "\n\n", "markdown": "\n---\n\n"}
"""What separates reports."""


def _text(report: Report, name: str, options: Namespace, at: Paths) -> str:
    colour, source = _wants_colour(), Path(name).name
    lines = text.lines(report, options.lang, source=source, only=options.only, colour=colour, at=at)
    return "".join(f"{line}\n" for line in lines)


def _wants_colour() -> bool:
    """Whether to colour what is printed: on a terminal, unless NO_COLOR is set (no-color.org)."""
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return not plain and sys.stdout is not None and sys.stdout.isatty()


def _brief(report: Report, name: str, options: Namespace, _at: Paths) -> str:
    return f"{harmless(f'{name}: {VERDICT[report.verdict].get(options.lang)}')}\n"


def _json(report: Report, _name: str, _options: Namespace, _at: Paths) -> str:
    return f"{report.to_json()}\n"


def _markdown(report: Report, name: str, options: Namespace, at: Paths) -> str:
    from finsam.rendering import markdown  # noqa: PLC0415  other formats should not cost it

    return markdown.report(report, options.lang, Path(name).name, options.only, at)


def _html(report: Report, name: str, options: Namespace, at: Paths) -> str:
    from finsam.rendering import html  # noqa: PLC0415  other formats should not cost it

    return html.article(report, options.lang, Path(name).name, options.only, at)


_WRITTEN: Final = {
    "text": _text,
    "brief": _brief,
    "json": _json,
    "markdown": _markdown,
    "html": _html,
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


def _write_back(name: str, report: Report, options: Namespace) -> None:
    """With ``--write-back``, mark the workbook cells that would settle something."""
    if not options.write_back or not name.endswith(WORKBOOK):
        return
    lang: Lang = options.lang
    from finsam.models.workbook import mark  # noqa: PLC0415  only workbooks need it

    notes = []
    for asked in report.questions():
        sections = dict.fromkeys(BY_ID[rule].cites[0].section for rule in asked.rules)
        cited = ", ".join(Citation(section).short(lang) for section in sections)
        if any(is_in(asked.loc, listed(said)) for said, _ in options.table):
            continue  # The list is in a file of its own.
        notes.append((asked.loc, f"{asked.text.get(lang)} ({cited})"))
    try:
        count, formulas = mark(Forbund, name, notes)
    except OSError as error:
        raise unwritable(name, error, lang) from None
    complain(f"{name}: {_MARKED.get(count, _MARKED_CELLS).get(lang).format(count=count)}")
    if formulas:
        complain(f"{name}: {_FORMULAS.get(lang)}")


def _met(report: Report, fail_on: str) -> bool:
    if fail_on == "deviation":
        return bool(report.violations or report.deviations)
    return report.verdict in _MEETS[fail_on]
