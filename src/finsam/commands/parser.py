"""The options of the command line, in Swedish and English."""

import argparse
import os
import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any, Final, NamedTuple, NoReturn, cast, get_args

from finsam._version import __version__
from finsam.law.text import Lang, Text, quoted

TOPICS: Final = ("members", "money", "insatser", "ordning", "board", "economy")
"""What ``--about`` takes: the topics of the rules, which need not be imported to help."""
SECTIONS: Final = ("violations", "deviations", "review", "missing", "holds")
"""What ``--only`` takes: the sections of a report, likewise."""


def parser_in(lang: Lang) -> argparse.ArgumentParser:
    """The parser, whose help and errors are in one language."""
    parser = _Parser(
        lang=lang,
        prog="finsam",
        description=Text(
            "Prövar ett samordningsförbund mot lagen (2003:1210) om finansiell samordning av "
            "rehabiliteringsinsatser.",
            "Check a samordningsförbund against the act on financial coordination of "
            "rehabilitation (SFS 2003:1210).",
        ).get(lang),
        epilog=None,
    )
    parser.options.add_argument(
        "-V",
        "--version",
        action="version",
        version=f"finsam {__version__}",
        help=Text("visa versionen", "show the version").get(lang),
    )
    parser.add_commands()
    return parser


def language(arguments: Sequence[str], environment: Mapping[str, str] = os.environ) -> Lang:
    """The language of help and errors: that of ``--lang``, else the environment's, else English."""
    for number, argument in enumerate(arguments):
        name, _, value = argument.partition("=")
        if name == "--lang":
            said = value or "".join(arguments[number + 1 : number + 2])
            if said in get_args(Lang):
                return cast("Lang", said)
    said = next((environment[name] for name in _ENVIRONMENT if environment.get(name)), "")
    return "sv" if said.startswith("sv") else "en"


_ENVIRONMENT: Final = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")


class _Formatter(argparse.HelpFormatter):
    """Help with its usage line in Swedish."""

    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:  # noqa: ANN401  as argparse has it
        super().add_usage(usage, actions, groups, "användning: " if prefix is None else prefix)


class _Parser(argparse.ArgumentParser):
    """A parser in one language; argparse's own words are translated as they pass.

    Attributes:
        lang: the language.
        positional: the group of what is given without a name.
        options: the group of options.
    """

    def __init__(
        self,
        *,
        lang: Lang,
        prog: str,
        description: str,
        epilog: str | None,
        **later: Any,  # noqa: ANN401  what argparse gives a command's parser since Python 3.14
    ) -> None:
        super().__init__(
            **later,
            prog=prog,
            description=description,
            epilog=epilog,
            formatter_class=_Formatter if lang == "sv" else argparse.HelpFormatter,
            add_help=False,
            allow_abbrev=False,
        )
        self.lang: Final[Lang] = lang
        self.positional: Final = self.add_argument_group(Text("argument", "arguments").get(lang))
        self.options: Final = self.add_argument_group(Text("flaggor", "options").get(lang))
        self.options.add_argument(
            "-h",
            "--help",
            action="help",
            help=Text("visa den här hjälpen", "show this help").get(lang),
        )

    def add_commands(self) -> None:
        """Add every command."""
        commands = self.add_subparsers(
            title=Text("kommandon", "commands").get(self.lang),
            dest="command",
            required=True,
            metavar=Text("KOMMANDO", "COMMAND").get(self.lang),
        )
        for name, command in _COMMANDS.items():
            parser = commands.add_parser(
                name,
                lang=self.lang,
                help=command.about.get(self.lang),
                description=command.described.get(self.lang),
                epilog=command.epilog and command.epilog.get(self.lang),
            )
            command.add(parser)
            parser.set_defaults(run=command.run)

    def argument(self, name: str, about: Text, metavar: Text | None = None, **more: Any) -> None:  # noqa: ANN401  as argparse has it
        """Add what is given without a name."""
        shown: dict[str, Any] = {"metavar": metavar.get(self.lang)} if metavar else {}
        self.positional.add_argument(name, help=about.get(self.lang), **shown, **more)

    def option(self, *names: str, about: Text, metavar: Text | None = None, **more: Any) -> None:  # noqa: ANN401  as argparse has it
        """Add an option."""
        shown: dict[str, Any] = {"metavar": metavar.get(self.lang)} if metavar else {}
        self.options.add_argument(*names, help=about.get(self.lang), **shown, **more)

    def add_lang(self) -> None:
        """Add the option of the language."""
        self.option(
            "--lang",
            about=Text("språk (förvalt: sv)", "the language (default: sv)"),
            choices=("sv", "en"),
            default="sv",
        )

    def add_format(self, choices: Sequence[str], about: Text) -> None:
        """Add the options of the format, and of the file that it is written to."""
        self.option("--format", about=about, choices=choices, default="text")
        self.add_output()

    def add_output(self) -> None:
        """Add the option of the file to write to."""
        self.option(
            "-o",
            "--output",
            about=Text(
                "skriv till en fil, som ersätts när allt är skrivet",
                "write to a file, which is replaced when all is written",
            ),
            metavar=Text("FIL", "FILE"),
        )

    def error(self, message: str) -> NoReturn:
        """End with a usage error, in the parser's language."""
        if self.lang == "sv":
            for english, swedish in _ERRORS:
                message = english.sub(swedish, message)
        self.exit(2, f"{self.format_usage()}{self.prog}: {message}\n")


_ERRORS: Final = tuple(
    (re.compile(english), swedish)
    for english, swedish in (
        (r"the following arguments are required: (.*)", r"ange också \1"),
        (r"unrecognized arguments: (.*)", r"okänt argument: \1"),
        (r"^argument (\S+): ", r"\1: "),
        (r"invalid choice: (.*?) \(choose from (.*)\)", r"\1 finns inte; välj bland \2"),
        (r"expected (?:one|at least one) argument", "ett värde saknas"),
        (r"not allowed with argument (\S+)", r"kan inte anges tillsammans med \1"),
        (r"one of the arguments (.*) is required", r"ange en av \1"),
    )
)
"""What argparse itself says of wrong arguments, in Swedish."""


def _add_check(parser: _Parser) -> None:
    parser.argument(
        "files",
        Text(
            'ett dokument, en mapp eller ett mönster ("*.json"); en fil vars namn slutar på '
            ".jsonl eller .ndjson har ett dokument per rad, .xlsx är en arbetsbok; - är stdin",
            'a document, a folder or a pattern ("*.json"); a file whose name ends in .jsonl or '
            ".ndjson has one document per line, .xlsx is a workbook; - is stdin",
        ),
        Text("FIL", "FILE"),
        nargs="*",
    )
    parser.option(
        "--on",
        about=Text("dagen som frågan gäller, ÅÅÅÅ-MM-DD", "the day asked about, YYYY-MM-DD"),
        metavar=Text("DAG", "DATE"),
        required=True,
        type=_reader(_day, parser.lang),
    )
    parser.option(
        "--rules",
        about=Text(
            "pröva bara detta: en regels id eller namn, en paragraf eller ett ämne, med "
            "kommatecken mellan (5, 5A, board)",
            "check this alone: a rule's id or name, a section or a topic, separated by commas "
            "(5, 5A, board)",
        ),
        metavar=Text("VAD[,…]", "WHAT[,…]"),
        type=_several,
        default=(),
    )
    parser.option(
        "--ignore",
        about=Text("pröva inte detta; skrivs som --rules", "leave this out; as for --rules"),
        metavar=Text("VAD[,…]", "WHAT[,…]"),
        type=_several,
        default=(),
    )
    parser.option(
        "--about",
        about=Text(
            f"pröva bara några ämnen: {', '.join(TOPICS)}",
            f"check some topics alone: {', '.join(TOPICS)}",
        ),
        metavar=Text("ÄMNE[,…]", "TOPIC[,…]"),
        type=_some_of(TOPICS, parser.lang),
        default=(),
    )
    parser.option(
        "--only",
        about=Text(
            f"visa bara några avsnitt, i sin helhet: {', '.join(SECTIONS)}",
            f"show some sections alone, in full: {', '.join(SECTIONS)}",
        ),
        metavar=Text("AVSNITT[,…]", "SECTION[,…]"),
        type=_some_of(SECTIONS, parser.lang),
        default=(),
    )
    parser.option(
        "--lines",
        about=Text(
            "varje fil har ett dokument per rad, vad den än heter",
            "every file is JSON Lines, whatever its name",
        ),
        action="store_true",
    )
    _add_tables(parser)
    parser.option(
        "--write-back",
        about=Text(
            "märk de celler i en arbetsbok som skulle avgöra något, var och en med en fråga",
            "mark the cells of a workbook that would settle something, each with a question",
        ),
        action="store_true",
    )
    parser.add_lang()
    parser.add_format(
        ("text", "json", "html", "markdown"),
        Text(
            "text; JSON med en rapport per rad; en sida i HTML, för akten; eller Markdown, för "
            "bilagan till ett protokoll (förvalt: text)",
            "text; JSON with one report to a line; a page of HTML that needs nothing else, for a "
            "case file; or Markdown, for the appendix of a protocol (default: text)",
        ),
    )
    parser.option(
        "-q",
        "--quiet",
        about=Text(
            "i stället för rapporter en rad per dokument",
            "one line per document in place of the reports",
        ),
        action="store_const",
        dest="format",
        const="brief",
    )
    parser.option(
        "--fail-on",
        about=Text(
            "avsluta med 1 när lagen inte följs (fail, förvalt), eller då eller när något inte "
            "kan avgöras (open), eller då eller när en människa måste bedöma något (review), "
            "eller när lagen eller vägledning inte följs (deviation)",
            "exit with 1 when the act is not kept (fail, the default), or that or something is "
            "open (open), or that or a human must judge (review), or when the act or guidance is "
            "not kept (deviation)",
        ),
        choices=("fail", "review", "open", "deviation"),
        default="fail",
    )


def _add_tables(parser: _Parser) -> None:
    parser.option(
        "--table",
        about=Text(
            "en lista till dokumentet ur en CSV-fil: bidrag=bidrag.csv, board.seats=platser.csv",
            "a list of the document from a CSV file: contributions=pay.csv, board.seats=seats.csv",
        ),
        metavar=Text("LISTA=FIL", "LIST=FILE"),
        action="append",
        default=[],
        type=_reader(_pair, parser.lang),
    )
    parser.option(
        "--by",
        about=Text(
            "utan dokument: den kolumn i tabellen som säger vilket förbund raden hör till",
            "without documents: the column of the table that says which förbund a row is of",
        ),
        metavar=Text("KOLUMN", "COLUMN"),
    )
    parser.option(
        "--unit",
        about=Text("vad belopp i tabeller anges i", "what amounts in tables are in"),
        choices=("kr", "tkr", "mnkr"),
        default="kr",
    )
    for name, about in (
        ("--skip-totals", Text("hoppa över summarader i tabeller", "leave out totals in tables")),
        ("--skip-empty", Text("hoppa över rader utan belopp", "leave out rows without an amount")),
    ):
        parser.option(name, about=about, action="store_true")


def _add_new(parser: _Parser) -> None:
    parser.argument(
        "file", Text("arbetsboken som ska göras, .xlsx", "the workbook to make, .xlsx"), _FILE
    )
    parser.argument("members", _A_MEMBER, Text("MEDLEM", "MEMBER"), nargs="+")
    _add_year(parser)
    parser.option(
        "--name",
        about=Text("förbundets namn", "the förbund's name"),
        metavar=Text("NAMN", "NAME"),
        default="Samordningsförbundet",
    )
    parser.add_lang()


_FILE: Final = Text("FIL", "FILE")
_A_MEMBER: Final = Text(
    "en medlem: nyckel, kod eller namn (Region Skåne, 1286, Ystad)",
    "a member: its key, code or name (Region Skåne, 1286, Ystad)",
)


def _add_rules(parser: _Parser) -> None:
    parser.add_lang()
    parser.add_format(("text", "json"), _TEXT_OR_JSON)


def _add_explain(parser: _Parser) -> None:
    parser.argument(
        "what",
        Text("en regels id eller namn, eller en paragraf", "a rule's id or name, or a section"),
        Text("REGEL", "RULE"),
    )
    parser.add_lang()


def _add_allocate(parser: _Parser) -> None:
    member = Text("MEDLEM=KRONOR", "MEMBER=KRONOR")
    part = Text("MEDLEM=ANDEL", "MEMBER=PART")
    amount = Text("KRONOR", "KRONOR")
    pair, one_amount = _reader(_pair, parser.lang), _reader(_amount, parser.lang)
    parser.argument(
        "members",
        Text(
            f"{_A_MEMBER.sv}; eller ett dokument (.json, .xlsx) med medlemmarna och deras "
            "överenskommelser",
            f"{_A_MEMBER.en}; or a document (.json, .xlsx) with the members and their agreements",
        ),
        Text("MEDLEM", "MEMBER"),
        nargs="+",
    )
    _add_year(parser)
    money = parser.options.add_mutually_exclusive_group(required=True)
    for name, about, metavar, kind in (
        ("--total", Text("årets medel", "the year's money"), amount, one_amount),
        ("--state", Text("vad staten ger", "what the state gives"), amount, one_amount),
        (
            "--given",
            Text("vad en medlem ger", "what one member gives"),
            member,
            _reader(_given, parser.lang),
        ),
    ):
        money.add_argument(
            name, type=kind, metavar=metavar.get(parser.lang), help=about.get(parser.lang)
        )
    parser.option(
        "--agreed",
        about=Text(
            "en kommuns överenskomna andel av vad kommunerna ger, som kommun:1286=3/10 eller "
            "Ystad=30%%; utan någon delar de lika",
            "a kommun's agreed part of what the kommuner give, like kommun:1286=3/10 or "
            "Ystad=30%%; without any they split in equal parts",
        ),
        metavar=part,
        action="append",
        default=[],
        type=pair,
    )
    parser.option(
        "--agreed-regioner",
        about=Text(
            "en regions överenskomna andel av vad regionerna ger, eller Gotlands i den rollen",
            "a region's agreed part of what the regioner give, or Gotland's in that role",
        ),
        metavar=part,
        action="append",
        default=[],
        type=pair,
    )
    parser.option(
        "--inhabitants",
        about=Text(
            "hur många som bor i en kommun eller region; de som anges delar efter det",
            "how many live in a kommun or region; those that are given split by it",
        ),
        metavar=Text("MEDLEM=ANTAL", "MEMBER=NUMBER"),
        action="append",
        default=[],
        type=pair,
    )
    parser.option(
        "--unit",
        about=Text("enhet för alla belopp (förvalt: 1)", "the unit of all amounts (default: 1)"),
        metavar=amount,
        default="1",
        type=one_amount,
    )
    parser.add_lang()
    parser.add_format(("text", "json"), _TEXT_OR_JSON)


def _add_calendar(parser: _Parser) -> None:
    parser.argument(
        "file", Text("ett dokument; - är stdin", "a document; - is stdin"), Text("FIL", "FILE")
    )
    _add_year(parser)
    parser.add_lang()
    parser.add_format(
        ("text", "json", "csv", "ics"),
        Text(
            "text, JSON, rader (csv) eller en fil som kalendrar läser in (ics) (förvalt: text)",
            "text, JSON, rows (csv), or a file that calendars import (ics) (default: text)",
        ),
    )


def _add_schema(parser: _Parser) -> None:
    parser.argument(
        "of",
        Text("vad schemat gäller (förvalt: document)", "what it is of (default: document)"),
        nargs="?",
        choices=("document", "report"),
        default="document",
    )
    parser.option(
        "--form",
        about=Text(
            "för ett formulär på detta språk: dokumentets fält och parter har rubriker",
            "for a form in this language: the document's fields and parties have titles",
        ),
        choices=("sv", "en"),
    )
    parser.add_output()


def _add_year(parser: _Parser) -> None:
    parser.option(
        "--year",
        about=Text("kalenderåret", "the calendar year"),
        metavar=Text("ÅR", "YEAR"),
        required=True,
        type=_reader(_year, parser.lang),
    )


_TEXT_OR_JSON: Final = Text("text eller JSON (förvalt: text)", "text, or JSON (default: text)")


class _Command(NamedTuple):
    """A command: what it is about, its options, and the function that runs it."""

    run: str
    add: Callable[[_Parser], None]
    about: Text
    described: Text
    epilog: Text | None = None


_COMMANDS: Final[Mapping[str, _Command]] = {
    "new": _Command(
        "new.run",
        _add_new,
        Text("gör en arbetsbok att fylla i", "make a workbook to fill in"),
        Text(
            "Gör en arbetsbok för Excel med medlemmarna, att fylla i med det som är känt och "
            "pröva; behöver finsam[excel].",
            "Make an Excel workbook with the members, to fill in with what is known and to check; "
            "needs finsam[excel].",
        ),
    ),
    "check": _Command(
        "check.run",
        _add_check,
        Text("pröva dokument mot lagen", "check documents, and cite what is not kept"),
        Text(
            "Prövar dokument (JSON) mot lagen, som den lyder den dag som anges och de år och "
            "dagar som dokumenten handlar om.",
            "Check documents (JSON) against the act, as the law stands on the day given and in "
            "the years and on the days that the documents speak of.",
        ),
        Text(
            "Avslutas med 0; 1 om en rapport är sådan som --fail-on anger; 2 om något inte kunde "
            "användas.",
            "Exit status: 0; 1 if a report met --fail-on; 2 if some input could not be used.",
        ),
    ),
    "rules": _Command(
        "lookup.run_rules",
        _add_rules,
        Text("lista reglerna", "list the rules"),
        Text(
            "Listar reglerna; som JSON hela katalogen med tolkningar och täckning.",
            "List the rules; as JSON, the whole catalogue with readings and coverage.",
        ),
    ),
    "explain": _Command(
        "lookup.run_explain",
        _add_explain,
        Text("förklara en regel eller en paragraf", "explain a rule, or a section of the act"),
        Text(
            'Förklarar en regel (FINSAM-5-1, 5-1 eller dess namn) eller en paragraf (5, "5 a").',
            'Explain a rule (FINSAM-5-1, 5-1 or its name) or a section of the act (5, "5 a").',
        ),
    ),
    "allocate": _Command(
        "allocate.run",
        _add_allocate,
        Text("vad varje medlem ska betala ett år", "what each member is to pay for a year"),
        Text(
            "Vad varje medlem ska betala ett år enligt 5 och 5 a §§, av årets medel eller av vad "
            "en av dem ger.",
            "What each member is to pay for a year by 5 and 5 a §§, from the year's money or from "
            "what one of them gives.",
        ),
    ),
    "calendar": _Command(
        "calendar.run",
        _add_calendar,
        Text("lagens dagar under ett år", "the legal calendar of a year"),
        Text(
            "De dagar under ett år som lagen räknar ut för ett samordningsförbund: var och en med "
            "sitt lagrum, vad som ska göras och om det är känt att det är gjort.",
            "The days of a year that the act counts out for a samordningsförbund: each with its "
            "paragraph, what has to be done, and whether it is known to be done.",
        ),
    ),
    "schema": _Command(
        "lookup.run_schema",
        _add_schema,
        Text("skriv ut ett JSON Schema", "print a JSON Schema"),
        Text("Skriver ut formatets JSON Schema.", "Print the JSON Schema of the format."),
    ),
}


def _reader(read: Callable[[str, Lang], Any], lang: Lang) -> Callable[[str], Any]:
    return lambda written: read(written, lang)


def _refuse(written: str, lang: Lang, why: Text) -> NoReturn:
    raise argparse.ArgumentTypeError(why.get(lang).format(written=quoted(written)))


def _day(written: str, lang: Lang) -> date:
    try:
        if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", written):
            return date.fromisoformat(written)
    except ValueError:
        pass
    is_short = sum(character.isdigit() for character in written) <= 8  # A personal number has ten.
    shown = repr(written) if is_short else quoted(written)
    why = Text(
        "{written} är ingen dag: skriv ÅÅÅÅ-MM-DD, som 2026-03-01",
        "{written} is no day: write YYYY-MM-DD, like 2026-03-01",
    )
    raise argparse.ArgumentTypeError(why.get(lang).format(written=shown))


def _year(written: str, lang: Lang) -> int:
    if not re.fullmatch(r"[0-9]{4}", written):
        _refuse(
            written,
            lang,
            Text(
                "{written} är inget år: skriv fyra siffror, som 2026",
                "{written} is no year: write four digits, like 2026",
            ),
        )
    return int(written)


def _pair(written: str, lang: Lang) -> tuple[str, str]:
    key, equals, value = written.partition("=")
    if not equals:
        _refuse(
            written,
            lang,
            Text(
                "{written} saknar =: skriv som kommun:1286=250000",
                "{written} has no =: write it like kommun:1286=250000",
            ),
        )
    return key, value


def _amount(written: str, lang: Lang) -> str:
    plain = re.sub(r"\s", "", written).replace(",", ".")
    if not re.fullmatch(r"[0-9]{1,12}(\.[0-9]{1,2})?", plain):
        _refuse(
            written,
            lang,
            Text(
                "{written} är inget belopp i kronor: skriv det i siffror, som 4000000",
                "{written} is no amount in kronor: write it in figures, like 4000000",
            ),
        )
    return plain


def _given(written: str, lang: Lang) -> tuple[str, str]:
    key, amount = _pair(written, lang)
    return key, _amount(amount, lang)


def _some_of(choices: Sequence[str], lang: Lang) -> Callable[[str], tuple[str, ...]]:
    """What reads some of these words, with commas between them."""

    def read(written: str) -> tuple[str, ...]:
        some = tuple(word.strip() for word in written.split(","))
        for word in some:
            if word not in choices:
                _refuse(
                    word,
                    lang,
                    Text(
                        f"{{written}} finns inte; välj bland {', '.join(choices)}",
                        f"{{written}} is none of {', '.join(choices)}",
                    ),
                )
        return some

    return read


def _several(written: str) -> tuple[str, ...]:
    return tuple(filter(None, map(str.strip, written.split(","))))
