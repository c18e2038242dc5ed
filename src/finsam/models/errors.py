"""Error messages for malformed documents, in both languages, by error type.

Messages for pydantic's own error types are included, so that :func:`explain_error` covers every
error of a document. No message repeats an organisation number, as it may be a personal number.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from enum import StrEnum
from typing import Any, Final, TypeVar, get_args

from pydantic import BaseModel
from pydantic_core import ErrorDetails, InitErrorDetails, PydanticCustomError, ValidationError

from finsam.law.geography import HEBY_MOVED, current
from finsam.law.parties import member_name
from finsam.law.text import Lang, Text, either, may_be_personal, resembling

_Ordered = TypeVar("_Ordered", date, int)
_KEYS: Final = '"forsakringskassan", "arbetsformedlingen", "region:12", "kommun:1287"'
_EXTERNAL: Final = '{{"name": "…", "form": "association"}}'

MALFORMED: Final[Mapping[str, Text]] = {
    "kronor": Text(
        "ett belopp i kronor skrivs som ett heltal eller en sträng, noll eller mer, med högst tolv "
        'siffror och högst två decimaler: 1500 eller "1500.50", aldrig som flyttal (1500.5)',
        "an amount in kronor is written as a whole number or a string, zero or more, with at most "
        'twelve digits and at most two decimals: 1500 or "1500.50", never as a float (1500.5)',
    ),
    "signed_kronor": Text(
        "ett belopp i kronor, som får vara negativt, skrivs som ett heltal eller en sträng med "
        'högst tolv siffror och högst två decimaler: -1500 eller "-1500.50", aldrig som flyttal '
        "(-1500.5)",
        "an amount in kronor that may be negative is written as a whole number or a string with "
        'at most twelve digits and at most two decimals: -1500 or "-1500.50", never as a float '
        "(-1500.5)",
    ),
    "day": Text(
        'en dag som finns skrivs "ÅÅÅÅ-MM-DD" i JSON och är ett datetime.date (utan klockslag) i '
        "Python",
        'a day that exists is written "YYYY-MM-DD" in JSON and is a datetime.date (no time) in '
        "Python",
    ),
    "month_day": Text(
        'en dag på året skrivs "MM-DD", som "04-01"',
        'a day of the year is written "MM-DD", like "04-01"',
    ),
    "part": Text(
        'en andel är en sträng från "0" till "1", som "3/5" eller "0.6", aldrig ett tal i JSON',
        'a share is a string from "0" to "1", like "3/5" or "0.6", never a number in JSON',
    ),
    "year": Text(
        "ett år är ett heltal från 2004, då lagen trädde i kraft, till 9999",
        "a year is a whole number from 2004, when the act came into force, to 9999",
    ),
    "orgnr": Text(
        "ett organisationsnummer är tio siffror, med eller utan bindestreck före de fyra sista, "
        "med rätt kontrollsiffra och en tredje siffra som är minst 2; ett personnummer får inte "
        "anges",
        "an organisation number is ten digits, with or without a hyphen before the last four, a "
        "correct check digit and a third digit of at least 2; a personal number must not be given",
    ),
    "member_key": Text(
        f"här ska stå en medlemsnyckel: {_KEYS}",
        f"this should be a member key: {_KEYS}",
    ),
    "kommun_key": Text(
        'här ska stå en kommuns medlemsnyckel, som "kommun:1287"',
        'this should be a kommun\'s member key, like "kommun:1287"',
    ),
    "member_actor": Text(
        f"här ska stå en medlemsnyckel ({_KEYS}) eller {_EXTERNAL}",
        f"this should be a member key ({_KEYS}) or {_EXTERNAL}",
    ),
    "actor": Text(
        f'här ska stå en medlemsnyckel ({_KEYS}), "forbundet" eller {_EXTERNAL}',
        f'this should be a member key ({_KEYS}), "forbundet" or {_EXTERNAL}',
    ),
    "payer": Text(
        f'här ska stå en medlemsnyckel ({_KEYS}), "kommuner", "regioner", "forbundet" '
        f"eller {_EXTERNAL}",
        f'this should be a member key ({_KEYS}), "kommuner", "regioner", "forbundet" '
        f"or {_EXTERNAL}",
    ),
    "archive_keeper": Text(
        f'här ska stå en medlemsnyckel ({_KEYS}), "riksarkivet" eller "other"',
        f'this should be a member key ({_KEYS}), "riksarkivet" or "other"',
    ),
    "several_parties": Text(
        "{said} kan vara {near}; skriv den nyckel som menas",
        "{said} can be {near}; write the key that is meant",
    ),
    "unknown_place": Text(
        "{key} finns inte bland SCB:s kommuner och regioner; rätta stavningen eller koden",
        "{key} is not among Statistics Sweden's kommuner and regioner; correct the spelling or the "
        "code",
    ),
    "unknown_place_near": Text(
        "{key} finns inte bland SCB:s kommuner och regioner; menade du {near}?",
        "{key} is not among Statistics Sweden's kommuner and regioner; did you mean {near}?",
    ),
    "no_such_region": Text(
        "region:09 finns inte: Gotland står utanför alla regioner och är kommun:0980",
        "there is no region:09: Gotland stands outside every region and is kommun:0980",
    ),
    "code_ended": Text(
        "kommun:1917 (Heby) upphörde den 31 december 2006; skriv kommun:0331",
        "kommun:1917 (Heby) ended on 31 December 2006; write kommun:0331",
    ),
    "named_person": Text(
        "en enskild person får inte namnges; ta bort namnet",
        "a private person must not be named; remove the name",
    ),
    "reversed": Text(
        "{last} är före {first}; byt plats på dem eller rätta den som är fel",
        "{last} is before {first}; swap them or correct the one that is wrong",
    ),
    "pool_of_other": Text(
        "bara en kommun utanför alla regioner (kommun:0980) betalar i två roller, så bara för den "
        "anges vilken av dem; ta bort uppgiften",
        "only a kommun outside every region (kommun:0980) pays in two roles, so the role is given "
        "for it alone; leave it out",
    ),
    "repeated": Text(
        "{member} står två gånger; ange varje medlem en gång, eller i perioder som inte överlappar",
        "{member} is given twice; give each member once, or in periods that do not overlap",
    ),
    "no_minutes": Text(
        "revisorerna anges inte ha fört protokoll, men också när protokollet justerades eller "
        "tillkännagavs; rätta det som är fel",
        "the auditors are said to have kept no minutes, and yet it is given when these were "
        "adjusted or announced; correct what is wrong",
    ),
    "goes_on_but_ends": Text(
        "insatsen anges pågå tills vidare men har också en sista dag ({end}); ta bort det ena",
        "the insats is said to go on until further notice but also has a last day ({end}); remove "
        "one of the two",
    ),
    "shares_in_two_ways": Text(
        "andelarna anges följa bidragen, men räknas också upp; ta bort det ena",
        "the shares are said to follow the contributions, but are listed too; remove one of the "
        "two",
    ),
    "more_than_sum": Text(
        "enskilda {party}s {sort} bidrag för {year} är tillsammans större än den summa som anges "
        "för alla {party}; rätta det belopp som är fel",
        "the {sort} contributions of single {party} for {year} are together more than the sum that "
        "is given for all {party}; correct the amount that is wrong",
    ),
    "other_year": Text(
        "räkenskapsåret {year} anges sluta {day}; ange det år som det slutar i",
        "the financial year {year} is said to end on {day}; give the year in which it ends",
    ),
    "data_frame": Text(
        "här ska stå en lista: skriv frame.to_dict('records') (pandas) eller frame.to_dicts() "
        "(polars)",
        "this should be a list: write frame.to_dict('records') (pandas) or frame.to_dicts() "
        "(polars)",
    ),
    "year_repeated": Text(
        "året {year} står två gånger; ange varje år en gång",
        "the year {year} is given twice; give each year once",
    ),
    "ordningar_repeated": Text(
        "två förbundsordningar gäller från samma dag; ange varje förbundsordning en gång, med den "
        "dag som den gäller från",
        "two förbundsordningar are in force from the same day; give each once, with the day from "
        "which it is in force",
    ),
    "repeated_key": Text(
        'nyckeln "{key}" är angiven två gånger i samma objekt; ta bort den ena',
        'the key "{key}" is given twice in one object; take one of them away',
    ),
    "complete_unknown": Text(
        "listan {name} anges som fullständig, men är null eller saknas; skriv ut den ([] om det "
        "inte finns något), eller stryk den här",
        "the list {name} is named as complete, but is null or absent; write it out ([] if there is "
        "nothing), or remove it here",
    ),
    "shares_not_one": Text(
        "andelarna blir tillsammans {total}, men ska bli 1; rätta dem, eller ange vad de är "
        "avrundade till (shares_rounded_to)",
        "the shares add up to {total}, but should add up to 1; correct them, or give what they are "
        "rounded to (shares_rounded_to)",
    ),
    "agreements_overlap": Text(
        "två överenskommelser mellan {party}na gäller {year}; låt den ena sluta innan den andra "
        "börjar",
        "two agreements between the {party} cover {year}; let one end before the other begins",
    ),
}
"""The message of each of the library's own error types."""

_PYDANTICS: Final[Mapping[str, Text]] = {
    "missing": Text("uppgiften saknas och måste anges", "this is missing and must be given"),
    "extra_forbidden_near": Text(
        "fältet finns inte i formatet; menade du {near}?",
        "the format has no such field; did you mean {near}?",
    ),
    "literal_error_near": Text(
        "värdet är inget av de tillåtna ({expected}); menade du {near}?",
        "the value is none of those allowed ({expected}); did you mean {near}?",
    ),
    "extra_forbidden": Text(
        "fältet finns inte i formatet; rätta stavningen eller ta bort det",
        "the format has no such field; correct its spelling or leave it out",
    ),
    "invalid_key": Text(
        "fältens namn ska vara text inom citattecken",
        "the names of fields should be texts in quotation marks",
    ),
    "literal_error": Text(
        "värdet är inget av de tillåtna: {expected}",
        "the value is none of those allowed: {expected}",
    ),
    "bool_type": Text("här ska stå true, false eller null", "this should be true, false or null"),
    "string_type": Text(
        "här ska stå en text inom citattecken", "this should be a text in quotation marks"
    ),
    "string_unicode": Text(
        "texten har ett halvt tecken (ett ensamt surrogat) eller är inte UTF-8",
        "the text has half a character (a lone surrogate) or is not UTF-8",
    ),
    "int_type": Text("här ska stå ett heltal", "this should be a whole number"),
    "greater_than_equal": Text("talet ska vara minst {ge}", "the number should be at least {ge}"),
    "less_than_equal": Text("talet ska vara högst {le}", "the number should be at most {le}"),
    "tuple_type": Text("här ska stå en lista: [ … ]", "this should be a list: [ … ]"),
    "frozen_set_type": Text("här ska stå en lista: [ … ]", "this should be a list: [ … ]"),
    "model_type": Text("här ska stå ett objekt: {{ … }}", "this should be an object: {{ … }}"),
    # A web framework gives these of what is no object, and of a day in its address.
    "model_attributes_type": Text(
        "här ska stå ett objekt: {{ … }}", "this should be an object: {{ … }}"
    ),
    "date_from_datetime_parsing": Text("en dag skrivs ÅÅÅÅ-MM-DD", "a day is written YYYY-MM-DD"),
    "dict_type": Text("här ska stå ett objekt: {{ … }}", "this should be an object: {{ … }}"),
    "json_invalid": Text("filen är inte giltig JSON: {error}", "the file is not JSON: {error}"),
}
"""The message of each pydantic error type that a document can raise."""


def malformed(kind: str, at: tuple[str | int, ...] = (), **context: str) -> PydanticCustomError:
    """An error of one type, worded in English; its context allows wording it in Swedish.

    Args:
        kind: its type.
        at: its place in the model that raises it, which :func:`without_input` adds to the model's.
        context: what the message names.
    """
    if at:
        return PydanticCustomError(kind, MALFORMED[kind].en, {**context, _AT: at})
    if context:
        return PydanticCustomError(kind, MALFORMED[kind].en, dict(context))
    return PydanticCustomError(kind, MALFORMED[kind].en.format())


_AT: Final = "at"


def refuse_ended_code(*days: date | None) -> None:
    """Reject days on which kommun 1917 no longer existed.

    Raises:
        PydanticCustomError: one of the days is such a day.
    """
    if any(day is not None and day >= HEBY_MOVED for day in days):
        raise malformed("code_ended")


def refuse_reversed(first: _Ordered | None, last: _Ordered | None, *at: str | int) -> None:
    """Reject a last day, year or age, which stands at a place, that is before the first.

    Raises:
        PydanticCustomError: it is.
    """
    if first is not None and last is not None and last < first:
        raise malformed("reversed", at, first=str(first), last=str(last))


def refuse_repeated(members: Iterable[str], *at: str) -> None:
    """Reject a member that is listed twice, under any of its keys, in the list at a place.

    Raises:
        PydanticCustomError: one is.
    """
    named = list(map(current, members))
    if (number := repeated(named)) is not None:
        raise malformed("repeated", (*at, number), member=called(named[number]))


def called(member: str) -> str:
    """A member for a message: ``Ystad (kommun:1286)``."""
    return f"{member_name(member)} ({member})"


OUTSIDER: Final = Text("en utomstående", "an outsider")
"""Who is no party, in a message, as the name may be personal."""


def repeated(values: Iterable[object]) -> int | None:
    """The index of the first value that is in a list already; None: each is there once."""
    found: set[object] = set()
    for number, value in enumerate(values):
        if value in found:
            return number
        found.add(value)
    return None


class Kind(StrEnum):
    """The kind of a rejected value, which replaces the value in errors."""

    def __repr__(self) -> str:
        return str(self)

    TEXT = "text"
    INTEGER = "integer"
    FLOAT = "float"
    BOOLEAN = "boolean"
    NULL = "null"
    LIST = "list"
    OBJECT = "object"
    OTHER = "other"


_KIND_OF: Final = {
    str: Kind.TEXT,
    int: Kind.INTEGER,
    float: Kind.FLOAT,
    bool: Kind.BOOLEAN,
    type(None): Kind.NULL,
    list: Kind.LIST,
    tuple: Kind.LIST,
    dict: Kind.OBJECT,
}
_KINDS: Final[Mapping[Kind, Text]] = {
    Kind.TEXT: Text("en text", "a text"),
    Kind.INTEGER: Text("ett heltal", "a whole number"),
    Kind.FLOAT: Text("ett flyttal", "a float"),
    Kind.BOOLEAN: Text("true eller false", "true or false"),
    Kind.NULL: Text("null", "null"),
    Kind.LIST: Text("en lista", "a list"),
    Kind.OBJECT: Text("ett objekt", "an object"),
}
_KIND_HELPS: Final = frozenset(
    {
        *("kronor", "signed_kronor", "day", "part", "year"),
        *("member_key", "kommun_key", "member_actor", "actor", "payer", "archive_keeper"),
        *("literal_error", "bool_type", "string_type", "int_type"),
        *("tuple_type", "frozen_set_type", "model_type", "dict_type"),
    }
)
"""The error types whose message names the kind of the rejected value."""
_RIGHT_KINDS: Final = {
    ("literal_error", Kind.TEXT),
    ("day", Kind.TEXT),
    *((name, Kind.INTEGER) for name in ("year", "kronor", "signed_kronor")),
}
"""The values that are wrong in another way than their kind, by error type."""
_HERE: Final = Text("; här står {kind}", "; this is {kind}")
_QUOTED: Final = re.compile("'([^']*)'")
_JSON_AT: Final = re.compile(r" at line ([0-9]+) column ([0-9]+)$")
_AT_LINE: Final = Text(" vid rad {0}, tecken {1}", " at line {0} column {1}")
_JSON_REASONS: Final[Mapping[str, Text]] = {
    "UTF-16": Text("den är i UTF-16; spara om den som UTF-8", "it is in UTF-16; save it as UTF-8"),
    "unicode code point": Text(
        "den är inte i UTF-8; spara om den som UTF-8", "it is not in UTF-8; save it as UTF-8"
    ),
    "hex escape": Text(
        "en text har ett halvt tecken (ett ensamt surrogat)",
        "a text has half a character (a lone surrogate)",
    ),
    "control character": Text(
        "en text har ett styrtecken, som skrivs \\n eller \\u0000",
        "a text has a control character, which is written \\n or \\u0000",
    ),
    "recursion limit": Text(
        "för många nivåer av [ och { i varandra", "too many levels of [ and { in one another"
    ),
    "number out of range": Text("ett tal har för många siffror", "a number has too many digits"),
}
"""Reasons why a text is no JSON, by a part of the parser's message."""


def kind_of(value: object) -> Kind:
    """The kind of a value."""
    return value if isinstance(value, Kind) else _KIND_OF.get(type(value), Kind.OTHER)


def without_input(
    error: ValidationError, model: type[BaseModel], given: object = None
) -> ValidationError:
    """The same errors with each input replaced by its kind.

    pydantic repeats an object that lacks a field, and a text that is not JSON, in full; either may
    hold personal data. If the input resembles a word of the format, that word is suggested.

    Args:
        error: the errors.
        model: the model that was to be read.
        given: what it was to be read from, where that may hold data frames.
    """
    fields = given.items() if isinstance(given, Mapping) else ()
    # pydantic iterates over a data frame, and rejects its headings.
    frames = {(name,) for name, value in fields if is_frame(value)}
    details = [
        InitErrorDetails(
            type=_retyped(one, model),
            loc=(*_known_loc(one), *one.get("ctx", {}).get(_AT, ())),
            # For an organisation number the input is already discarded by its own check.
            input=None if one["type"] in _BLIND else kind_of(one["input"]),
            ctx=_context(one),
        )
        for one in error.errors(include_url=False)
        if one["loc"][:1] not in frames
    ]
    details += [InitErrorDetails(type=malformed("data_frame"), loc=at, input=None) for at in frames]
    return ValidationError.from_exception_data(error.title, details, hide_input=True)


_UNKNOWN_KEY: Final = frozenset({"extra_forbidden", "invalid_key", "unexpected_keyword_argument"})
_BLIND: Final = frozenset({"orgnr", "missing", "json_invalid", "extra_forbidden", "invalid_key"})


def _known_loc(one: ErrorDetails) -> tuple[str | int, ...]:
    """The place of an error; a key that the format does not have may be a personal number."""
    loc = one["loc"]
    if one["type"] in _UNKNOWN_KEY and loc:
        return (*loc[:-1], known_key(loc[-1]))
    return loc


def known_key(key: object) -> str:
    """A key for a message; an ellipsis if it may hold a personal number."""
    written = str(key)
    return "…" if may_be_personal(written) or len(written) > 60 else written


def _context(one: ErrorDetails) -> dict[str, Any]:
    """What the message of an error names."""
    return {name: value for name, value in one.get("ctx", {}).items() if name != _AT}


def _retyped(one: ErrorDetails, model: type[BaseModel]) -> PydanticCustomError | str:
    """The error's type in the library's words, with suggestions from those of the format."""
    kind, context = one["type"], _context(one)
    if kind in MALFORMED:
        return malformed(kind, **context)
    near = context.get("near", "")
    if kind == "extra_forbidden" and not near:
        *_, (holder, written) = fields_along(model, one["loc"])
        near = either(resembling(written, holder.model_fields if holder else ()))
    elif kind == "literal_error" and not near:
        near = either(resembling(one["input"], _QUOTED.findall(context["expected"])))
    if kind == "json_invalid" or kind not in _PYDANTICS:
        return kind
    # The type is a promise, so the suggestion goes into the context.
    known = {**context, "near": near} if near else context
    text = _PYDANTICS[f"{kind}_near" if near else kind]
    return PydanticCustomError(kind, text.en.format(**known), known)


def is_frame(given: object) -> bool:
    """Whether something is a data frame, of any library."""
    return hasattr(given, "columns") and hasattr(given, "shape")


def fields_along(
    model: type[BaseModel], loc: tuple[str | int, ...]
) -> Iterator[tuple[type[BaseModel] | None, str]]:
    """Each field that a place in a document passes, after its model; None for an unknown one."""
    found: type[BaseModel] | None = model
    for step in loc:
        if isinstance(step, str):
            yield found, step
            field = found.model_fields.get(step) if found else None
            found = model_in(field.annotation) if field else None


def model_in(annotation: object) -> type[BaseModel] | None:
    """The model that a field holds, directly or in a collection."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next(filter(None, map(model_in, get_args(annotation))), None)


def explain_error(error: ErrorDetails, lang: Lang) -> str:
    """Explain one of ``ValidationError.errors()`` in plain words, without the rejected value."""
    kind, context = error["type"], error.get("ctx", {})
    if kind == "json_invalid":
        return _no_json(context.get("error", ""), lang)
    text = MALFORMED.get(kind)
    if text is None:
        text = _PYDANTICS.get(f"{kind}_near" if "near" in context else kind)
    if text is None:
        return error["msg"]
    return worded(text, error, lang) + _here(error, lang)


def worded(text: Text, error: ErrorDetails, lang: Lang) -> str:
    """A message with what it names, in one language."""
    if lang == "en":
        return text.en.format(**_context(error))
    return text.sv.format(**{n: _IN_SWEDISH.get(n, str)(v) for n, v in _context(error).items()})


def _swedish_list(words: str) -> str:
    return words.replace(" or ", " eller ")


_IN_SWEDISH: Final[Mapping[str, Callable[[Any], object]]] = {
    "near": _swedish_list,
    "expected": _swedish_list,
    "total": lambda figure: figure.replace(".", ","),
    "sort": lambda sort: {"ordinary": "årliga"}.get(sort, sort),
    "member": lambda name: OUTSIDER.sv if name == OUTSIDER.en else name,
}
"""How what a message names is written in Swedish, where that differs."""


def _here(error: ErrorDetails, lang: Lang) -> str:
    if error["type"] not in _KIND_HELPS or "input" not in error:
        return ""
    given = kind_of(error["input"])
    if (error["type"], given) in _RIGHT_KINDS:
        return ""
    kind = _KINDS.get(given)
    return _HERE.get(lang).format(kind=kind.get(lang)) if kind else ""


def _no_json(error: str, lang: Lang) -> str:
    where = _JSON_AT.search(error)
    at = _AT_LINE.get(lang).format(*where.groups()) if where else ""
    reason = next((text.get(lang) for part, text in _JSON_REASONS.items() if part in error), None)
    if reason is None and lang == "sv":
        # The parser's own words, and those of a web framework, are English.
        reason = "den tar slut eller har ett fel"
    return _PYDANTICS["json_invalid"].get(lang).format(error=reason + at if reason else error)
