"""The options of the command line, in Swedish and English."""

import argparse
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from datetime import date
from functools import partial
from itertools import pairwise, takewhile
from typing import Any, Final, NamedTuple, NoReturn, cast, get_args

from finsam._version import __version__
from finsam.commands.mistakes import explained, too_much, unknown_option
from finsam.law.text import ExplainedValueError, Lang, Text, no_such, quoted, resembling

TOPICS: Final = ("members", "money", "insatser", "ordning", "board", "economy")
"""The values of ``--about``: the topics of the rules, listed here so that help imports no rules."""
SECTIONS: Final = ("violations", "deviations", "review", "missing", "holds")
"""The values of ``--only``: the sections of a report, listed for the same reason."""


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
    )
    parser.add(_LANG, _VERSION)
    parser.add_commands()
    parser.set_defaults(lang=lang)
    return parser


def language(arguments: Sequence[str]) -> Lang:
    """The language that the arguments ask for, before they are parsed."""
    lang: Lang = "sv"
    for argument, following in pairwise([*arguments, ""]):
        name, _, value = argument.partition("=")
        if name == "--lang" and (said := value or following) in get_args(Lang):
            lang = cast("Lang", said)
    return lang


class _Formatter(argparse.HelpFormatter):
    """Help with its usage line in Swedish."""

    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:  # noqa: ANN401  as argparse has it
        super().add_usage(usage, actions, groups, "användning: " if prefix is None else prefix)


class _Parser(argparse.ArgumentParser):
    """A parser in one language, whose errors are one line and where to find help."""

    def __init__(self, *, lang: Lang, **more: Any) -> None:  # noqa: ANN401  as argparse has it
        super().__init__(
            **more,
            formatter_class=_Formatter if lang == "sv" else argparse.HelpFormatter,
            add_help=False,
            allow_abbrev=False,
        )
        self._lang: Final[Lang] = lang
        self._arguments: Final = self.add_argument_group(Text("argument", "arguments").get(lang))
        self._options: Final = self.add_argument_group(Text("flaggor", "options").get(lang))
        self.add(_HELP)

    def add_commands(self) -> None:
        """Add every command."""
        commands = self.add_subparsers(
            title=Text("kommandon", "commands").get(self._lang),
            dest="command",
            required=True,
            metavar=Text("KOMMANDO", "COMMAND").get(self._lang),
        )
        for name, command in _COMMANDS.items():
            parser: _Parser = commands.add_parser(
                name,
                # The one that Python 3.14.0 makes may hold the codes of colours.
                prog=f"{self.prog} {name}",
                lang=self._lang,
                help=command.about.get(self._lang),
                description=command.described.get(self._lang),
                epilog=command.epilog and command.epilog.get(self._lang),
            )
            if command.one_of:
                parser.add(*command.one_of, one_of=True)
            parser.add(*command.options, _LANG)
            parser.set_defaults(run=command.run)

    def add(self, *options: "_Option", one_of: bool = False) -> None:
        """Add options and arguments, of which exactly one is given if ``one_of``."""
        alone = self._options.add_mutually_exclusive_group(required=True) if one_of else None
        for names, about, metavar, more in options:
            group = alone or (self._options if names.startswith("-") else self._arguments)
            shown: dict[str, Any] = {"metavar": metavar.get(self._lang)} if metavar else {}
            if read := more.get("type"):
                shown["type"] = partial(_read, read, self._lang)
            group.add_argument(*names.split(), help=about.get(self._lang), **{**more, **shown})

    def format_help(self) -> str:
        """The help; in Swedish it begins with how to get it in English."""
        other = f"In English: {self.prog} --help --lang en\n\n" if self._lang == "sv" else ""
        return other + super().format_help()

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> Any:  # noqa: ANN401  as argparse has it
        """Parse, and refuse what is unknown before anything is said to be missing."""
        if unknown := self._unknown(args):
            self._end(unknown_option(unknown, self._option_string_actions, self._lang))
        found, more = super().parse_known_args(args, namespace)
        if more:
            self._end(too_much(more[0], self._lang))
        return found, more

    def _unknown(self, args: Iterable[str]) -> str | None:
        """The first option that the parser does not have."""
        known, end = self._option_string_actions, {"--", *(_COMMANDS if self._subparsers else ())}
        for one in takewhile(lambda one: one not in end, args):
            name, _, _ = one.partition("=")
            if _OPTION.fullmatch(name) and not {name, _SHORT.sub("", name)} & {*known}:
                return name
        return None

    def error(self, message: str) -> NoReturn:
        """End with a usage error, in the parser's language."""
        self._end(explained(message, self._actions, self._lang))

    def _end(self, said: str) -> NoReturn:
        """End with what is wrong, and how to see the help."""
        help_at = Text(
            f"hjälp: {self.prog} --help (in English: --lang en)",
            f"help: {self.prog} --help --lang en",
        )
        self.exit(2, f"{self.prog}: {said}\n{help_at.get(self._lang)}\n")


def _read(read: Callable[[str], Any], lang: Lang, written: str) -> Any:  # noqa: ANN401  any option's value
    """The value of an option.

    Raises:
        ArgumentTypeError: it cannot be read, with the reason in one language.
    """
    try:
        return read(written)
    except ExplainedValueError as error:
        raise argparse.ArgumentTypeError(error.explain(lang)) from None


_OPTION: Final = re.compile(r"--?[^\W\d_]\S*")
_SHORT: Final = re.compile(r"(?<=^-\w).*")


def _refused(written: str, sv: str, en: str) -> ExplainedValueError:
    """An error that quotes what was written and says what to write instead."""
    return ExplainedValueError(Text(f"{quoted(written, 'sv')} {sv}", f"{quoted(written)} {en}"))


_NO_SUCH_DAY: Final = Text(
    "någon dag {written} finns inte: rätta månaden eller dagen",
    "there is no day {written}: correct the month or the day",
)


def _day(written: str) -> date:
    if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", written):
        with suppress(ValueError):
            return date.fromisoformat(written)
        raise ExplainedValueError(_NO_SUCH_DAY.filled(written=written))
    sv = "är ingen dag: skriv ÅÅÅÅ-MM-DD, som 2026-03-01"
    en = "is no day: write YYYY-MM-DD, like 2026-03-01"
    if sum(character.isdigit() for character in written) > 8:  # A personal number has ten.
        raise _refused(written, sv, en)
    raise ExplainedValueError(Text(f"{written!r} {sv}", f"{written!r} {en}"))


def _year(written: str) -> int:
    if re.fullmatch(r"[1-9][0-9]{3}", written):
        return int(written)
    raise _refused(
        written,
        "är inget år: skriv fyra siffror, som 2026",
        "is no year: write four digits, like 2026",
    )


def _pair(example: str, written: str) -> tuple[str, str]:
    key, equals, value = written.partition("=")
    if equals:
        return key, value
    raise _refused(written, f"saknar =: skriv som {example}", f"has no =: write it like {example}")


def _amount(written: str) -> str:
    plain = re.sub(r"\s", "", written).replace(",", ".")
    if re.fullmatch(r"[0-9]{1,12}(\.[0-9]{1,2})?", plain):
        return plain
    raise _refused(
        written,
        "är inget belopp i kronor: skriv det i siffror, som 4000000",
        "is no amount in kronor: write it in figures, like 4000000",
    )


def _given(written: str) -> tuple[str, str]:
    key, amount = _pair("Ystad=250000", written)
    return key, _amount(amount)


def _words(written: str) -> tuple[str, ...]:
    """Words separated by commas."""
    return tuple(filter(None, map(str.strip, written.split(","))))


_CANNOT_BE: Final = Text("värdet kan inte vara", "the value cannot be")
_CHOOSE: Final = Text("välj bland {choices}", "choose from {choices}")


def _some_of(choices: Sequence[str], written: str) -> tuple[str, ...]:
    """Some of these words, separated by commas."""
    words = tuple(map(str.strip, written.split(",")))
    for word in words:
        if word not in choices:
            otherwise = _CHOOSE.filled(choices=", ".join(choices))
            raise no_such(_CANNOT_BE, word, resembling(word, choices), otherwise)
    return words


class _Option(NamedTuple):
    """An option, or an argument: one without dashes.

    Attributes:
        names: its names, separated by spaces.
        about: its help.
        metavar: the placeholder of its value in the help.
        more: further arguments of ``add_argument``; ``type`` may raise ``ExplainedValueError``.
    """

    names: str
    about: Text
    metavar: Text | None
    more: Mapping[str, Any]


def _option(names: str, sv: str, en: str, metavar: Text | None = None, **more: Any) -> _Option:  # noqa: ANN401  as argparse has it
    return _Option(names, Text(sv, en), metavar, more)


_flag: Final = partial(_option, action="store_true")
_several: Final = partial(_option, action="append", default=[])
"""An option that may be given several times; argparse appends to a copy of its default."""
_listed: Final = partial(_option, default=())
"""An option that takes words separated by commas."""

_FILE: Final = Text("FIL", "FILE")
_MEMBER: Final = Text("MEDLEM", "MEMBER")
_KRONOR: Final = Text("KRONOR", "KRONOR")
_WHAT: Final = Text("VAD[,…]", "WHAT[,…]")
_PART: Final = Text("MEDLEM=ANDEL", "MEMBER=PART")

_VERSION: Final = _option(
    "-V --version",
    "visa versionen",
    "show the version",
    action="version",
    version=f"finsam {__version__}",
)
_HELP: Final = _option("-h --help", "visa den här hjälpen", "show this help", action="help")
_LANG: Final = _option(
    "--lang",
    "språk (förvalt: sv)",
    "language (default: sv)",
    choices=get_args(Lang),
    default=argparse.SUPPRESS,
)
_OUTPUT: Final = _option(
    "-o --output",
    "skriv till en fil; en befintlig fil ersätts först när allt är skrivet",
    "write to a file; an existing file is replaced only when everything is written",
    _FILE,
)
_YEAR: Final = _option(
    "--year",
    "kalenderåret, som --year 2026",
    "the calendar year, like --year 2026",
    Text("ÅR", "YEAR"),
    required=True,
    type=_year,
)
_MEMBERS: Final = Text(
    'en medlem med namn, kod eller nyckel, som Ystad, 1286 eller "Region Skåne"',
    'a member by its name, code or key, like Ystad, 1286 or "Region Skåne"',
)


def _format(sv: str, en: str, *choices: str) -> _Option:
    return _option("--format", sv, en, choices=choices, default="text")


_TEXT_OR_JSON: Final = _format(
    "text eller JSON (förvalt: text)", "text, or JSON (default: text)", "text", "json"
)


class _Command(NamedTuple):
    """A command.

    Attributes:
        run: the function that runs it, as ``module.function`` of ``finsam.commands``.
        about: what it does, for the list of commands.
        described: what it does, for its own help.
        options: its options and arguments.
        one_of: options of which exactly one must be given.
        epilog: the end of its help.
    """

    run: str
    about: Text
    described: Text
    options: Sequence[_Option]
    one_of: Sequence[_Option] = ()
    epilog: Text | None = None


_CHECK: Final = (
    _option(
        "files",
        'ett dokument, en mapp eller ett mönster ("*.json"); en .jsonl- eller .ndjson-fil har ett '
        "dokument per rad, och en .xlsx-fil är en arbetsbok; - är stdin",
        'a document, a folder or a pattern ("*.json"); a .jsonl or .ndjson file has one document '
        "per line, and an .xlsx file is a workbook; - is stdin",
        _FILE,
        nargs="*",
    ),
    _option(
        "--on",
        "den dag som prövningen avser, som --on 2026-12-31",
        "the day to check as of, like --on 2026-12-31",
        Text("DAG", "DATE"),
        required=True,
        type=_day,
    ),
    _listed(
        "--rules",
        "pröva bara detta: reglers id eller namn, paragrafer eller ämnen, med kommatecken "
        "emellan (5, 5A, board)",
        "check only this: ids or names of rules, sections or topics, separated by commas "
        "(5, 5A, board)",
        _WHAT,
        type=_words,
    ),
    _listed(
        "--ignore",
        "pröva inte detta; skrivs som --rules",
        "do not check this; written as for --rules",
        _WHAT,
        type=_words,
    ),
    _listed(
        "--about",
        f"pröva bara vissa ämnen: {', '.join(TOPICS)}",
        f"check only some topics: {', '.join(TOPICS)}",
        Text("ÄMNE[,…]", "TOPIC[,…]"),
        type=partial(_some_of, TOPICS),
    ),
    _listed(
        "--only",
        f"visa bara vissa avsnitt, i sin helhet: {', '.join(SECTIONS)}",
        f"show only some sections, in full: {', '.join(SECTIONS)}",
        Text("AVSNITT[,…]", "SECTION[,…]"),
        type=partial(_some_of, SECTIONS),
    ),
    _flag(
        "--lines",
        "läs varje fil som ett dokument per rad, oavsett namn",
        "read every file as JSON Lines, whatever its name",
    ),
    _several(
        "--table",
        "läs en lista i dokumentet från en CSV-fil: bidrag=bidrag.csv, board.seats=platser.csv",
        "read a list of the document from a CSV file: contributions=pay.csv, board.seats=seats.csv",
        Text("LISTA=FIL", "LIST=FILE"),
        type=partial(_pair, "bidrag=bidrag.csv"),
    ),
    _option(
        "--by",
        "utan dokument: den kolumn i tabellen som anger vilket förbund raden hör till",
        "without documents: the column of the table that names each row's förbund",
        Text("KOLUMN", "COLUMN"),
    ),
    _option(
        "--unit",
        "enhet för belopp i tabeller",
        "the unit of amounts in tables",
        choices=("kr", "tkr", "mnkr"),
        default="kr",
    ),
    _flag("--skip-totals", "hoppa över summarader i tabeller", "skip totals in tables"),
    _flag("--skip-empty", "hoppa över rader utan belopp", "skip rows without an amount"),
    _flag(
        "--write-back",
        "markera de celler i en arbetsbok som skulle avgöra något, med en fråga i var och en",
        "mark the cells of a workbook that would settle something, with a question in each",
    ),
    _format(
        "text; JSON med en rapport per rad; en HTML-sida för akten; eller Markdown för en "
        "bilaga till ett protokoll (förvalt: text)",
        "text; JSON with one report per line; an HTML page for a case file; or Markdown for an "
        "appendix to minutes (default: text)",
        *("text", "json", "html", "markdown"),
    ),
    _OUTPUT,
    _option(
        "-q --quiet",
        "skriv en rad per dokument i stället för rapporter",
        "print one line per document instead of reports",
        action="store_const",
        dest="format",
        const="brief",
    ),
    _option(
        "--fail-on",
        "avsluta med 1 om något strider mot lagen (fail, förvalt); även om något inte kan "
        "avgöras (open); även om en människa måste bedöma något (review); eller om något "
        "strider mot lagen eller avviker från vägledning (deviation)",
        "exit with 1 on a violation (fail, the default); also if something is open (open); "
        "also if a human must judge something (review); or on a violation or a deviation "
        "(deviation)",
        choices=("fail", "review", "open", "deviation"),
        default="fail",
    ),
)

_COMMANDS: Final[Mapping[str, _Command]] = {
    "new": _Command(
        "new.run",
        Text("gör en arbetsbok att fylla i", "make a workbook to fill in"),
        Text(
            "Gör en arbetsbok för Excel med medlemmarna ifyllda, att fylla i och pröva. Kräver "
            "finsam[excel].",
            "Make an Excel workbook with the members in place, to fill in and check. Needs "
            "finsam[excel].",
        ),
        (
            _option(
                "file",
                "den arbetsbok som ska göras, som forbund.xlsx",
                "the workbook to make, like forbund.xlsx",
                _FILE,
            ),
            _option("members", *_MEMBERS, _MEMBER, nargs="+"),
            _YEAR,
            _option(
                "--name",
                "förbundets namn",
                "the förbund's name",
                Text("NAMN", "NAME"),
                default="Samordningsförbundet",
            ),
        ),
    ),
    "check": _Command(
        "check.run",
        Text("pröva dokument mot lagen", "check documents against the act"),
        Text(
            "Prövar dokument mot lagen: medlemmar, område och styrelse den dag som anges, och år "
            "och insatser enligt den lag som gäller för dem.",
            "Check documents against the act: the members, area and board on the day given, and "
            "years and insatser by the law that applies to them.",
        ),
        _CHECK,
        epilog=Text(
            "Avslutas med 1 om en rapport har det som --fail-on anger, med 2 om något inte kunde "
            "användas, annars med 0.",
            "Exit status: 1 if a report has what --fail-on names; 2 if some input could not be "
            "used; otherwise 0.",
        ),
    ),
    "rules": _Command(
        "lookup.run_rules",
        Text("lista reglerna", "list the rules"),
        Text(
            "Listar reglerna; som JSON hela katalogen med tolkningar och täckning.",
            "List the rules; as JSON, the whole catalogue with readings and coverage.",
        ),
        (_TEXT_OR_JSON, _OUTPUT),
    ),
    "explain": _Command(
        "lookup.run_explain",
        Text("förklara en regel eller ett lagrum", "explain a rule, or a place in the act"),
        Text(
            "Förklarar en regel (FINSAM-5-1, 5-1 eller dess namn) eller ett lagrum (5, 5 a §, "
            "5 § 2 st.).",
            "Explain a rule (FINSAM-5-1, 5-1 or its name) or a place in the act (5, 5 a, "
            "5 § 2 st.).",
        ),
        (
            _option(
                "what",
                "en regel, som 5-1, eller ett lagrum, som 5 § 2 st.",
                "a rule, like 5-1, or a place in the act, like 5 § 2 st.",
                Text("REGEL", "RULE"),
                nargs="+",
            ),
        ),
    ),
    "allocate": _Command(
        "allocate.run",
        Text("beräkna vad varje medlem ska betala", "compute what each member pays"),
        Text(
            "Beräknar vad varje medlem ska betala ett år enligt 5 och 5 a §§, utifrån årets medel "
            "eller vad en av dem ger.",
            "Compute what each member pays for a year by 5 and 5 a §§, from the year's money or "
            "from what one of them gives.",
        ),
        (
            _option(
                "members",
                f"{_MEMBERS.sv}; eller ett dokument (.json, .xlsx) med medlemmarna och deras "
                "överenskommelser",
                f"{_MEMBERS.en}; or a document (.json, .xlsx) with the members and their "
                "agreements",
                _MEMBER,
                nargs="+",
            ),
            _YEAR,
            _several(
                "--agreed",
                "en kommuns överenskomna andel av vad kommunerna ger, t.ex. kommun:1286=3/10 eller "
                "Ystad=30%%; anges ingen delar de lika",
                "a kommun's agreed part of what the kommuner give, such as kommun:1286=3/10 or "
                "Ystad=30%%; without any, they split in equal parts",
                _PART,
                type=partial(_pair, "Ystad=1/2"),
            ),
            _several(
                "--agreed-regioner",
                "en regions överenskomna andel av vad regionerna ger, eller Gotlands i den rollen",
                "a region's agreed part of what the regioner give, or Gotland's in that role",
                _PART,
                type=partial(_pair, '"Region Skåne=1/2"'),
            ),
            _several(
                "--inhabitants",
                "antalet invånare i en kommun eller region; de som anges delar efter det",
                "the number of inhabitants of a kommun or region; those given split by it",
                Text("MEDLEM=ANTAL", "MEMBER=NUMBER"),
                type=partial(_pair, "Ystad=31000"),
            ),
            _option(
                "--unit",
                "enhet för alla belopp (förvalt: 1)",
                "the unit of all amounts (default: 1)",
                _KRONOR,
                default="1",
                type=_amount,
            ),
            _TEXT_OR_JSON,
            _OUTPUT,
        ),
        one_of=(
            _option("--total", "årets medel", "the year's money", _KRONOR, type=_amount),
            _option("--state", "vad staten ger", "what the state gives", _KRONOR, type=_amount),
            _option(
                "--given",
                "vad en medlem ger",
                "what one member gives",
                Text("MEDLEM=KRONOR", "MEMBER=KRONOR"),
                type=_given,
            ),
        ),
    ),
    "calendar": _Command(
        "calendar.run",
        Text("lista lagens dagar under ett år", "list the legal calendar of a year"),
        Text(
            "Listar de dagar under ett år som lagen anger för ett samordningsförbund, med lagrum, "
            "vad som ska göras och om det är känt att det är gjort.",
            "List the days of a year on which the act requires something of a samordningsförbund, "
            "with the section, what has to be done, and whether it is known to be done.",
        ),
        (
            _option("file", "ett dokument; - är stdin", "a document; - is stdin", _FILE),
            _YEAR,
            _format(
                "text, JSON, rader (csv) eller en kalenderfil (ics) (förvalt: text)",
                "text, JSON, rows (csv) or a calendar file (ics) (default: text)",
                *("text", "json", "csv", "ics"),
            ),
            _OUTPUT,
        ),
    ),
    "schema": _Command(
        "lookup.run_schema",
        Text("skriv ut ett JSON Schema", "print a JSON Schema"),
        Text("Skriver ut formatets JSON Schema.", "Print the JSON Schema of the format."),
        (
            _option(
                "of",
                "vad schemat beskriver: document eller report (förvalt: document)",
                "what the schema describes: document or report (default: document)",
                Text("VAD", "WHAT"),
                nargs="?",
                choices=("document", "report"),
                default="document",
            ),
            _option(
                "--form",
                "för ett formulär på detta språk, med rubriker på fält och namn på parter",
                "for a form in this language, with titles of fields and names of parties",
                choices=("sv", "en"),
            ),
            _OUTPUT,
        ),
    ),
}
