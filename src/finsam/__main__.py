"""The command line: ``python -m finsam check FILE… --on DATE``, and the other commands."""

import argparse
import re
import sys
from collections.abc import Callable, Sequence
from datetime import date
from io import TextIOWrapper
from typing import Final

from finsam import NotInForce, __version__
from finsam.commands import allocate, calendar, check, lookup
from finsam.commands.output import UNUSABLE, complain
from finsam.law.text import quoted
from finsam.rendering.outline import SECTIONS
from finsam.validation.topics import TOPICS


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
        status: int = options.run(options)
    except NotInForce as error:
        complain(f"finsam: {error}")
        return UNUSABLE
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="finsam",
        description="Check a samordningsförbund against the act on financial coordination of "
        "rehabilitation (SFS 2003:1210).",
    )
    parser.add_argument("--version", action="version", version=f"finsam {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="command")
    _add_check(
        commands.add_parser(
            "check",
            help="check documents, and cite what is not kept",
            description="Check documents (JSON) against the act, as the law stands on the day "
            "given and in the years and on the days that the documents speak of.",
            epilog="Exit status: 0; 1 if a report met --fail-on; 2 if some input could not be "
            "used.",
        )
    )
    listing = commands.add_parser(
        "rules",
        help="list the rules",
        description="List the rules; as JSON, the whole catalogue with readings and coverage.",
    )
    explain = commands.add_parser(
        "explain",
        help="explain a rule, or a section of the act",
        description="Explain a rule (FINSAM-5-1) or a section of the act (5, '5 a').",
    )
    explain.add_argument("what", metavar="ID", help="a rule's id, or a section")
    schema = commands.add_parser(
        "schema", help="print a JSON Schema", description="Print the JSON Schema of the format."
    )
    schema.add_argument(
        "of",
        nargs="?",
        choices=("document", "report"),
        default="document",
        help="default: document",
    )
    allocating = commands.add_parser(
        "allocate",
        help="what each member is to pay for a year",
        description="What each member is to pay for a year by 5 and 5 a §§, from the year's money "
        "or from what one of them gives.",
    )
    _add_allocate(allocating)
    _add_calendar(
        commands.add_parser(
            "calendar",
            help="the legal calendar of a year",
            description="The days of a year that the act counts out for a samordningsförbund: each "
            "with its paragraph, what has to be done, and whether it is known to be done.",
        )
    )
    for command in (listing, allocating):
        _add_format(command, "text, or JSON (default: text)")
    for command in (listing, explain, allocating):
        _add_lang(command)
    listing.set_defaults(run=lookup.run_rules)
    explain.set_defaults(run=lookup.run_explain)
    schema.set_defaults(run=lookup.run_schema)
    return parser


def _add_check(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "files",
        nargs="+",
        metavar="FILE",
        help="a document, or one a line where the name ends in .jsonl or .ndjson; - is stdin",
    )
    parser.add_argument(
        "--on", required=True, type=_day, metavar="DATE", help="the day asked about, YYYY-MM-DD"
    )
    parser.add_argument(
        "--lines", action="store_true", help="every file is JSON Lines, whatever its name"
    )
    _add_lang(parser)
    parser.add_argument(
        "--format",
        choices=("text", "json", "html", "markdown"),
        default="text",
        help="text; JSON with one report to a line; a page of HTML that needs nothing else, for a "
        "case file; or Markdown, for the appendix of a protocol (default: text)",
    )
    parser.add_argument(
        "--fail-on",
        choices=("fail", "review", "open", "deviation"),
        default="fail",
        help="exit with 1 when the act is not kept (fail, the default), or that or something is "
        "open (open), or that or a human must judge (review), or when the act or guidance is not "
        "kept (deviation)",
    )
    parser.add_argument(
        "--only",
        type=_some_of(SECTIONS),
        default=(),
        metavar="SECTION[,…]",
        help=f"in text, only some sections, in full: {', '.join(SECTIONS)}",
    )
    parser.add_argument(
        "--about",
        type=_some_of([topic.name for topic in TOPICS]),
        metavar="TOPIC[,…]",
        help=f"ask about some topics only: {', '.join(topic.name for topic in TOPICS)}",
    )
    parser.set_defaults(run=check.run)


def _add_allocate(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "members", nargs="+", metavar="MEMBER", help="a member key, like kommun:1286"
    )
    parser.add_argument("--year", required=True, type=_year, help="the calendar year")
    money = parser.add_mutually_exclusive_group(required=True)
    money.add_argument("--total", metavar="KRONOR", help="the year's money")
    money.add_argument("--state", metavar="KRONOR", help="what the state gives")
    money.add_argument("--given", type=_pair, metavar="MEMBER=KRONOR", help="what one member gives")
    parser.add_argument(
        "--agreed",
        action="append",
        default=[],
        type=_pair,
        metavar="MEMBER=PART",
        help="a kommun's agreed part of what the kommuner give, like kommun:1286=3/10; without "
        "any they split in equal parts",
    )
    parser.add_argument(
        "--agreed-regioner",
        action="append",
        default=[],
        type=_pair,
        metavar="MEMBER=PART",
        help="a region's agreed part of what the regioner give, or Gotland's in that role",
    )
    parser.add_argument(
        "--unit", default="1", metavar="KRONOR", help="the unit of all amounts (default: 1)"
    )
    parser.set_defaults(run=allocate.run)


def _add_calendar(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", help="a document; - is stdin")
    parser.add_argument("--year", required=True, type=_year, help="the calendar year")
    _add_lang(parser)
    parser.add_argument(
        "--format",
        choices=("text", "json", "csv", "ics"),
        default="text",
        help="text, JSON, rows (csv), or a file that calendars import (ics) (default: text)",
    )
    parser.set_defaults(run=calendar.run)


def _add_lang(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--lang", choices=("sv", "en"), default="sv", help="default: sv")


def _add_format(parser: argparse.ArgumentParser, told: str) -> None:
    parser.add_argument("--format", choices=("text", "json"), default="text", help=told)


def _day(written: str) -> date:
    try:
        if _DAY.fullmatch(written):
            return date.fromisoformat(written)
    except ValueError:
        pass
    told = quoted(written)
    raise argparse.ArgumentTypeError(f"{told} is no day: write YYYY-MM-DD, like 2026-03-01")


def _year(written: str) -> int:
    if not _YEAR.fullmatch(written):
        told = quoted(written)
        raise argparse.ArgumentTypeError(f"{told} is no year: write four digits, like 2026")
    return int(written)


def _some_of(choices: Sequence[str]) -> Callable[[str], tuple[str, ...]]:
    """What reads some of these words, with commas between them."""

    def read(written: str) -> tuple[str, ...]:
        some = tuple(word.strip() for word in written.split(","))
        for word in some:
            if word not in choices:
                told = f"{quoted(word)} is none of {', '.join(choices)}"
                raise argparse.ArgumentTypeError(f"{told}: write one or more, with commas between")
        return some

    return read


def _pair(written: str) -> tuple[str, str]:
    key, equals, value = written.partition("=")
    if not equals:
        told = quoted(written)
        raise argparse.ArgumentTypeError(f"{told} has no =: write it like kommun:1286=250000")
    return key, value


_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_YEAR: Final = re.compile(r"[0-9]{4}")


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
            complain(f"finsam: {error.strerror}")
        sys.exit(UNUSABLE)


if __name__ == "__main__":
    run()
