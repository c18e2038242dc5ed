"""The command line: ``python -m finsam check FILE… --on DATE``."""

import argparse
import sys
from collections.abc import Iterator, Sequence
from datetime import date
from io import TextIOWrapper
from pathlib import Path
from typing import Final

from pydantic import ValidationError

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
        print(f"finsam: {error}", file=sys.stderr)
        return UNUSABLE
    status = HOLDS
    for number, file in enumerate(options.files):
        try:
            forbund = _read(file, options.lang)
        except _UnusableError as error:
            print(error, file=sys.stderr)
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
        if len(written) == len("YYYY-MM-DD"):
            return date.fromisoformat(written)
    except ValueError:
        pass
    raise argparse.ArgumentTypeError(f"{written!r} is no day: write YYYY-MM-DD, like 2026-03-01")


class _UnusableError(Exception):
    """Some input cannot be used; the message says which, where, and what to do."""


def _read(file: str, lang: Lang) -> Forbund:
    name = "stdin" if file == "-" else file
    try:
        body = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
    except OSError as error:
        why = error.strerror or type(error).__name__
        raise _UnusableError(f"{name}: {_UNREADABLE.get(lang).format(why=why)}") from None
    try:
        text = body.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise _UnusableError(f"{name}: {_NOT_TEXT.get(lang)}") from None
    try:
        return Forbund.model_validate_json(text)
    except ValidationError as error:
        lines = (
            f"{name}: {path(details['loc']) or '$'}: {explain(details, lang)}"
            for details in error.errors()
        )
        raise _UnusableError(_harmless("\n".join(lines))) from None


def _met(report: Report, fail_on: str) -> bool:
    if fail_on == "deviation":
        return bool(report.violations or report.deviations)
    return report.verdict in _MEETS[fail_on]


def _as_text(file: str, report: Report, lang: Lang) -> str:
    return _harmless("\n".join(_lines(file, report, lang)))


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
        c if c.isprintable() or c in "\n\N{NO-BREAK SPACE}" else f"\\u{ord(c):04x}" for c in text
    )


def run() -> None:
    """Run the command line as a program, which may be interrupted or have its reader go away."""
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(130)
    except BrokenPipeError:
        # Python would complain once more when it flushes what nobody reads.
        sys.stdout = None
        sys.exit(UNUSABLE)


if __name__ == "__main__":
    run()
