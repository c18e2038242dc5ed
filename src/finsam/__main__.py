"""The command line: ``python -m finsam check FILE… --on DATE``."""

import argparse
import re
import sys
from collections.abc import Iterator, Sequence
from datetime import date
from io import TextIOWrapper
from pathlib import Path
from typing import Final

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from finsam import Finding, Forbund, NotInForce, Report, Verdict, __version__, check, statute
from finsam.law.text import Lang, Text
from finsam.models.errors import explain
from finsam.validation.wording import path

HOLDS, VERDICT_MET, UNUSABLE = 0, 1, 2

_MEETS: Final = {
    "fail": {Verdict.FAIL},
    "open": {Verdict.FAIL, Verdict.OPEN},
    "review": {Verdict.FAIL, Verdict.OPEN, Verdict.REVIEW},
}
"""The report's verdicts that each choice of ``--fail-on`` means."""

_HEADING: Final = {
    "violations": Text("Strider mot lagen", "Against the act"),
    "deviations": Text("Avviker från vägledning, som inte är lag", "Against guidance, not law"),
    Verdict.OPEN: Text("Kan inte avgöras: en uppgift saknas", "Undecided: a fact is missing"),
    Verdict.REVIEW: Text("Måste bedömas av en människa", "For a human to judge"),
    "unexamined": Text(
        "Inte undersökt, för uppgifterna saknas", "Not examined, for nothing is known of it"
    ),
    Verdict.PASS: Text("Håller", "Holds"),
}
_VERDICT: Final = {
    Verdict.FAIL: Text("Strider mot lagen", "Against the act"),
    Verdict.OPEN: Text(
        "Inget strider mot lagen, men allt kan inte avgöras",
        "Nothing is against the act, but not everything can be decided",
    ),
    Verdict.REVIEW: Text(
        "Inget strider klart mot lagen, men en människa måste bedöma",
        "Nothing is clearly against the act, but a human must judge",
    ),
    Verdict.PASS: Text("Inget strider mot lagen", "Nothing is against the act"),
}
_ON: Final = Text("prövat för den {on}", "asked about {on}")
_MADE_BY: Final = Text(
    "finsam {version}; lagen till och med SFS {sfs}", "finsam {version}; the act up to SFS {sfs}"
)
_UNREADABLE: Final = Text("filen kan inte läsas: {why}", "the file cannot be read: {why}")
_WHOLE: Final = Text("dokumentet", "the document")
_EMPTY: Final = Text(
    "filen är tom; ange ett dokument i JSON", "the file is empty; give a document in JSON"
)
_TOO_LARGE: Final = Text(
    "filen är för stor för datorns minne; dela upp den",
    "the file is too large for the computer's memory; split it",
)
_MORE_ERRORS: Final = Text(
    "… och {more} fel till; rätta dessa först", "… and {more} more errors; correct these first"
)
_ERRORS_SHOWN: Final = 20
_NOT_TEXT: Final = Text(
    "filen är inte text i UTF-8; spara om den som UTF-8",
    "the file is not text in UTF-8; save it as UTF-8",
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line.

    Returns:
        0; 1 if the verdict that ``--fail-on`` names was met; 2 if some input could not be used.
    """
    for stream in (sys.stdout, sys.stderr):
        # What is printed is Swedish and goes into files and pipes: the same bytes everywhere.
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    options = _parser().parse_args(arguments)
    try:
        statute.require_in_force(options.on)
    except NotInForce as error:
        _complain(f"finsam: {error}")
        return UNUSABLE
    status = HOLDS
    for number, file in enumerate(options.files):
        try:
            forbund = _read(file, options.lang)
        except _UnusableError as error:
            _complain(*error.lines)
            status = UNUSABLE
            continue
        report = check(forbund, on=options.on)
        if options.format == "json":
            print(report.to_json())
        else:
            print(*(["", ""] if number else []), _as_text(file, report, options.lang), sep="\n")
        if _met(report, options.fail_on):
            status = max(status, VERDICT_MET)
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="finsam",
        description="Check a samordningsförbund against the act on financial coordination of "
        "rehabilitation (SFS 2003:1210).",
    )
    parser.add_argument("--version", action="version", version=f"finsam {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="command")
    checking = commands.add_parser(
        "check",
        help="check documents, and cite what is not kept",
        description="Check documents (JSON) against the act, as the law stands on the day given "
        "and in the years and on the days that the documents speak of.",
        epilog="Exit status: 0; 1 if a report met --fail-on; 2 if some input could not be used.",
    )
    checking.add_argument("files", nargs="+", metavar="FILE", help="a document; - is stdin")
    checking.add_argument(
        "--on", required=True, type=_day, metavar="DATE", help="the day asked about, YYYY-MM-DD"
    )
    checking.add_argument("--lang", choices=("sv", "en"), default="sv", help="default: sv")
    checking.add_argument(
        "--format",
        choices=("text", "json"),
        default="text",
        help="text, or JSON with one report to a line (default: text)",
    )
    checking.add_argument(
        "--fail-on",
        choices=("fail", "review", "open", "deviation"),
        default="fail",
        help="exit with 1 when the act is not kept (fail, the default), or that or something is "
        "open (open), or that or a human must judge (review), or when the act or guidance is not "
        "kept (deviation)",
    )
    return parser


def _day(written: str) -> date:
    try:
        if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", written):
            return date.fromisoformat(written)
    except ValueError:
        pass
    raise argparse.ArgumentTypeError(f"{written!r} is no day: write YYYY-MM-DD, like 2026-03-01")


class _UnusableError(Exception):
    """Some input cannot be used; each line says which, where, and what to do."""

    def __init__(self, *lines: str) -> None:
        super().__init__(*lines)
        self.lines = lines


def _read(file: str, lang: Lang) -> Forbund:
    name = "stdin" if file == "-" else file
    try:
        body = _standard_input() if file == "-" else Path(file).read_bytes()
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or str(error)
        raise _UnusableError(f"{name}: {_UNREADABLE.get(lang).format(why=why)}") from None
    except MemoryError:
        raise _UnusableError(f"{name}: {_TOO_LARGE.get(lang)}") from None
    if not body.strip():
        raise _UnusableError(f"{name}: {_EMPTY.get(lang)}")
    try:
        text = body.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise _UnusableError(f"{name}: {_NOT_TEXT.get(lang)}") from None
    try:
        return Forbund.model_validate_json(text)
    except ValidationError as error:
        errors = error.errors()
        lines = [
            f"{name}: {_place(details, lang)}: {explain(details, lang)}"
            for details in errors[:_ERRORS_SHOWN]
        ]
        if len(errors) > _ERRORS_SHOWN:
            more = len(errors) - _ERRORS_SHOWN
            lines.append(f"{name}: {_MORE_ERRORS.get(lang).format(more=more)}")
        raise _UnusableError(*lines) from None
    except MemoryError:
        raise _UnusableError(f"{name}: {_TOO_LARGE.get(lang)}") from None


def _standard_input() -> bytes:
    if sys.stdin is None:
        raise OSError(0, "stdin is closed")
    return sys.stdin.buffer.read()


def _place(details: ErrorDetails, lang: Lang) -> str:
    """Where it is; a field that the format does not have may be called anything, a number even."""
    if not details["loc"]:
        return _WHOLE.get(lang)
    *way, last = details["loc"]
    unknown = details["type"] in {"extra_forbidden", "invalid_key"}
    if unknown and not re.fullmatch(r"[A-Za-z_$][A-Za-z_]{0,40}", str(last)):
        last = "…"
    return path((*way, last))


def _complain(*lines: str) -> None:
    for line in lines:
        # Without a standard error print would use standard output, in the midst of the reports.
        if sys.stderr is not None:
            print(_harmless(line), file=sys.stderr)


def _met(report: Report, fail_on: str) -> bool:
    if fail_on == "deviation":
        return bool(report.violations or report.deviations)
    return report.verdict in _MEETS[fail_on]


def _as_text(file: str, report: Report, lang: Lang) -> str:
    return "\n".join(_harmless(line) for line in _lines(file, report, lang))


def _lines(file: str, report: Report, lang: Lang) -> Iterator[str]:
    yield f"{report.forbund} ({file})"
    yield f"{_VERDICT[report.verdict].get(lang)}; {_ON.get(lang).format(on=report.on)}"
    groups: dict[str | Verdict, Sequence[Finding]] = {
        "violations": report.violations,
        "deviations": report.deviations,
        Verdict.OPEN: [f for f in report.undecided if f.verdict is Verdict.OPEN],
        Verdict.REVIEW: [f for f in report.undecided if f.verdict is Verdict.REVIEW],
    }
    for group, findings in groups.items():
        if findings:
            yield ""
            yield f"{_HEADING[group].get(lang)}:"
        for finding in findings:
            place = path(finding.loc) + (f" ({finding.ref})" if finding.ref else "")
            yield f"  {finding.citation.short(lang)}  {finding.message(lang)}"
            yield f"      {finding.rule} {finding.name}{f', {place}' if place else ''}"
            yield f"      {finding.link}"
    if report.unexamined:
        yield ""
        yield f"{_HEADING['unexamined'].get(lang)}:"
        for unexamined in report.unexamined:
            yield f"  {unexamined.collection}: {', '.join(unexamined.rules)}"
    yield from _what_holds(report, lang)
    yield ""
    yield _MADE_BY.get(lang).format(version=report.version, sfs=report.last_amendment)


def _what_holds(report: Report, lang: Lang) -> Iterator[str]:
    """A line a rule that passes, with the years or insatser that it passes for."""
    passes: dict[tuple[str, str], list[str]] = {}
    for finding in report.findings:
        if finding.verdict is Verdict.PASS:
            rule = finding.citation.short(lang), finding.message(lang)
            subject = finding.facts.get("year") or finding.facts.get("insats") or ""
            passes.setdefault(rule, []).append(str(subject))
    if passes:
        yield ""
        yield f"{_HEADING[Verdict.PASS].get(lang)}:"
    for (citation, title), about in passes.items():
        subjects = f" ({', '.join(about)})" if any(about) else ""
        yield f"  {citation}  {title}{subjects}"


def _harmless(text: str) -> str:
    """Text from a document, with what could steer a terminal or turn its direction made visible."""
    return "".join(
        c if c.isprintable() or c == "\N{NO-BREAK SPACE}" else f"\\u{ord(c):04x}" for c in text
    )


def run() -> None:
    """Run the command line as a program, which may be interrupted or have its reader go away."""
    try:
        status = main()
        if sys.stdout is not None:
            sys.stdout.flush()
        sys.exit(status)
    except KeyboardInterrupt:
        sys.exit(130)
    except OSError as error:
        # Python would complain once more when it flushes what cannot be written.
        sys.stdout = None
        if not isinstance(error, BrokenPipeError):
            _complain(f"finsam: {error.strerror}")
        sys.exit(UNUSABLE)


if __name__ == "__main__":
    run()
