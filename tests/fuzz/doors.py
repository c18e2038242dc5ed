"""The public entry points, and what each of them promises whatever comes in."""

import io
import json
import re
import sys
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from decimal import Decimal
from html.parser import HTMLParser
from random import Random
from typing import Any, Final, get_args

from endpoint import ask, is_installed, page_app, plain_app
from hostile import Hostile, personal_number, written
from pydantic import TypeAdapter, ValidationError

from finsam import (
    Forbund,
    MalformedRows,
    Report,
    check,
    check_many,
    deadlines,
    explain_error,
    from_rows,
)
from finsam.__main__ import main
from finsam.models.cells import tables
from finsam.models.complete import ListName
from finsam.models.errors import Kind

DAYS: Final = (date(2004, 1, 1), date(2009, 6, 1), date(2024, 2, 29), date(2025, 6, 1), date.max)
_BETWEEN: Final = re.compile(r"[-+\s]")
LISTS: Final = ("members", "area", "agreements.shares", *get_args(ListName))
TABLES: Final = tuple(tables(Forbund))
_ADAPTER: Final = TypeAdapter(Forbund)


class BrokenPromiseError(AssertionError):
    """An entry point broke its promise."""


def assert_silent(text: str, secret: str, by: str) -> None:
    """No output repeats a personal number."""
    if secret and secret in _BETWEEN.sub("", text):
        raise BrokenPromiseError(f"{by} repeats a personal number")


def assert_error_is_silent(error: BaseException, secret: str, by: str) -> None:
    """No form of an error repeats a personal number, nor does its traceback."""
    if not secret:
        return
    forms = {"str": str(error), "repr": repr(error)}
    forms["traceback"] = "".join(traceback.format_exception(error, chain=True))
    if isinstance(error, ValidationError):
        forms |= {"errors()": repr(error.errors()), "json()": error.json()}
        forms["explain_error"] = "".join(
            explain_error(one, lang) for one in error.errors() for lang in ("sv", "en")
        )
    if isinstance(error, MalformedRows):
        forms["explain"] = error.explain("sv")
    for form, text in forms.items():
        assert_silent(text, secret, f"the {form} of an error of {by}")


@contextmanager
def only(*documented: type[Exception], secret: str, by: str) -> Iterator[None]:
    """Accept documented errors that repeat no personal number, and no others."""
    try:
        yield
    except documented as error:
        assert_error_is_silent(error, secret, by)


class Tried(Counter[str]):
    """How many inputs each entry point was given."""


def try_parsing(given: Hostile, tried: Tried) -> Forbund | None:
    """Parse a document as most callers do."""
    tried["model_validate_json"] += 1
    found: list[Forbund] = []
    with only(ValidationError, secret=given.secret, by="model_validate_json"):
        found.append(Forbund.model_validate_json(given.body))
    return found[0] if found else None


def try_other_parsers(given: Hostile, tried: Tried) -> None:
    """Parse a document in every other way."""
    tree: Any = given.tree
    doors: dict[str, Callable[[], object]] = {
        "model_validate": lambda: Forbund.model_validate(tree),
        "model_validate strict": lambda: Forbund.model_validate(tree, strict=True),
        "model_validate_strings": lambda: Forbund.model_validate_strings(tree),
        "TypeAdapter": lambda: _ADAPTER.validate_python(tree),
        "TypeAdapter, JSON": lambda: _ADAPTER.validate_json(given.body),
    }
    if isinstance(tree, dict):
        doors["constructor"] = lambda: Forbund(**tree)
        doors["replace"] = lambda: Forbund(name="", members=()).replace(**tree)
    for name, door in doors.items():
        tried[name] += 1
        with only(ValidationError, secret=given.secret, by=name):
            door()


def try_check(document: Forbund, on: date, tried: Tried) -> Report:
    """Check a document: every document has a report."""
    tried["check"] += 1
    return check(document, on=on)


def try_reading_back(report: Report, tried: Tried) -> None:
    """Write a report and read it: it is equal."""
    tried["Report.from_json"] += 1
    if Report.from_json(report.to_json()) != report:
        raise BrokenPromiseError("a report reads back as another")


def try_faces(report: Report, tried: Tried) -> None:
    """Show a report: as text that executes nothing."""
    for lang in ("sv", "en"):
        for name, page in (
            ("to_html", report.to_html(lang, source="<b>a.json")),
            ("_repr_html_", report._repr_html_()),
        ):
            tried[name] += 1
            assert_inert(page)
        tried["to_markdown"] += 1
        assert_plain(report.to_markdown(lang))
        tried["records"] += 1
        report.records(lang)
        tried["questions"] += 1
        report.questions()
    repr(report)


def try_tables(document: Forbund, random: Random, tried: Tried) -> None:
    """Write a list of the document as rows, spoil some, and read them."""
    tried["Forbund.records"] += 1
    with only(ValueError, secret="", by="records"):
        document.records(random.choice(LISTS))
    name = random.choice(TABLES)
    rows: list[dict[Any, Any]] = []
    with only(ValueError, secret="", by="records"):
        # A collection that is null has no rows.
        rows = [dict(row) for row in document.records(name)]
    number = personal_number(random)
    spoiled = [_spoiled(row, written(number, random), random) for row in rows or [{}]]
    how = random.choice(_HOW)
    tried["with_records"] += 1
    with only(MalformedRows, ValidationError, secret=number[2:], by="with_records"):
        document.with_records(name, spoiled, **how)
    if "." in name:
        return
    tried["from_rows"] += 1
    by = [{"of": random.choice(("A", "B", *_CELLS[:4], written(number, random)))} for _ in spoiled]
    table = [one | row for one, row in zip(by, spoiled, strict=True)]
    members = None
    if name not in {"members", "contributions"} or random.random() < 0.3:
        members = {"A": ["region:12"]}
    with only(MalformedRows, secret=number[2:], by="from_rows"):
        from_rows(table, by="of", collection=name, members=members, **how)


def _spoiled(row: dict[Any, Any], secret: str, random: Random) -> dict[Any, Any]:
    """A row with other cells, or with other headings."""
    row = {head: cell for head, cell in row.items() if cell is not None}
    for _ in range(random.choice((0, 0, 1, 1, 2))):
        head = random.choice(list(row) or [""])
        if random.random() < 0.3:
            head = random.choice((*_HEADINGS, secret))
        row[head] = random.choice((*_CELLS, secret, int(personal_number(random))))
    return row


_HOW: Final[tuple[dict[str, Any], ...]] = (
    *({}, {"unit": "tkr"}, {"unit": "mnkr", "start": 2}),
    *({"skip_empty": True}, {"skip_totals": True}, {"columns": {"Betalare": "payer"}}),
)
_HEADINGS: Final = (
    *(None, "", "?", 5, ("a", 1), "Belopp (tkr)", "Betalare", "payer.name", "payer.x.y", "to.form"),
    *(
        "actor.name",
        "members",
        "insatser",
        "__class__",
        "model_config",
        "\x00",
        "\ud800",
        "ref" * 99,
    ),
)
_CELLS: Final[tuple[Any, ...]] = (
    *(None, "", " ", "?", "1 500 000,50", "1e400", "=1", "Summa", "inga", "ja", "Ystads kommun"),
    *("kommun:0000", "\x00", "\ud800", "2024-02-30", "A (association)", "A (x, 1)", "[" * 5000),
    *("[{}]", '[{"a": 1}]', "{", '["\\ud800"]', "9" * 5000, "1/0", "1/" + "9" * 12, "50 %", ";,"),
    *(True, 1.5, 1e300, 0.1, float("nan"), float("inf"), 10**400, -(10**5000), 2**64, b"x"),
    *(Decimal("1e999999999"), Decimal("1e-999999999"), Decimal("Infinity"), Decimal("sNaN")),
    *(Decimal("0.35"), date.max, datetime(2024, 1, 1, 3, tzinfo=UTC)),
    *([], {}, ["A"], [{"a": 1}], {"name": 1}, {1: 2}, (), {1}, object(), range(3)),
)


def try_endpoint(given: Hostile, on: date, tried: Tried) -> None:
    """Post a document to the web endpoint: it reports what a direct check does, or an error."""
    tried["endpoint"] += 1
    data = given.body
    if isinstance(data, str):
        data = data.encode("utf-8", "surrogatepass")
    status, answer = ask(page_app(), "POST", "/check", data, f"on={on}")
    if status == 200:
        # A framework parses the body itself: of a key that stands twice it takes the last.
        document = Forbund.model_validate(json.loads(data))
        if answer != check(document, on=on).to_dict():
            raise BrokenPromiseError("the endpoint answers something else than a direct check")
        return
    tried["endpoint, the framework's own errors"] += 1
    plain = ask(plain_app(), "POST", "/check", data, "on=")
    if {status, plain.status} - {400, 422}:
        raise BrokenPromiseError(f"the endpoint answered {status} and {plain.status}")
    assert_silent(json.dumps([answer, plain.body]), given.secret, "the endpoint")
    for error in plain.body["detail"] if plain.status == 422 else ():
        if error["type"] != "json_invalid" and error["input"] not in (None, *Kind):
            raise BrokenPromiseError(f"the endpoint repeats a value at {error['loc']}")


def try_calendar(document: Forbund, year: int, tried: Tried) -> None:
    """Write the legal calendar of a document, and its file."""
    tried["deadlines"] += 1
    calendar = deadlines(document, year=year)
    json.dumps(calendar.to_dict())
    for lang in ("sv", "en"):
        tried[".ics"] += 1
        lines = calendar.to_ics(lang).encode("utf-8", "surrogatepass").split(b"\r\n")
        if any(len(line) > 75 or b"\n" in line or b"\r" in line for line in lines):
            raise BrokenPromiseError("a line of a calendar is too long or broken")


def try_many(given: Hostile, on: date, tried: Tried) -> None:
    """Check a document among many: a malformed one gets a row that says so."""
    tried["check_many"] += 1
    for row in check_many([given.body], on=on, each="finding"):
        if row["error"]:
            assert_silent(str(row), given.secret, "check_many")


def try_command_line(given: Hostile, random: Random, tried: Tried) -> None:
    """Run the command line, in this process: it ends with a documented status, and no traceback."""
    tried["command line"] += 1
    body = given.body
    data = body if isinstance(body, bytes) else body.encode("utf-8", "surrogatepass")
    command = random.choice(
        (
            ["check", "-", "--on", "2024-06-01", "--format", random.choice(_FORMATS)],
            ["check", "-", "--on", "2024-06-01", "--lines"],
            ["calendar", "-", "--year", "2024", "--format", random.choice(_CALENDARS)],
        )
    )
    before = sys.stdin, sys.stdout, sys.stderr
    printed, complained = io.BytesIO(), io.BytesIO()
    out, err = io.TextIOWrapper(printed), io.TextIOWrapper(complained)
    try:
        sys.stdin, sys.stdout, sys.stderr = io.TextIOWrapper(io.BytesIO(data)), out, err
        status = main([*command, "--lang", random.choice(("sv", "en"))])
        out.flush()
        err.flush()
    finally:
        sys.stdin, sys.stdout, sys.stderr = before
    message = complained.getvalue().decode()
    if status not in {0, 1, 2} or "Traceback" in message:
        raise BrokenPromiseError(f"the command line ended with {status}")
    assert_silent(message, given.secret, "the command line")
    if command[0] == "check" and "json" not in command:
        assert_visible(printed.getvalue().decode())
    assert_visible(message)


_FORMATS: Final = ("text", "json", "html", "markdown")
_CALENDARS: Final = ("text", "json", "csv", "ics")


def try_reading_a_report(report: Report, random: Random, tried: Tried) -> None:
    """Read a report that has been tampered with."""
    tried["Report.from_json, changed"] += 1
    tree = json.loads(report.to_json())
    number = "191212121212"
    for _ in range(random.randint(1, 3)):
        part = tree
        while isinstance(part, dict | list) and part:
            step = random.choice(list(part) if isinstance(part, dict) else range(len(part)))
            if not isinstance(part[step], dict | list) or random.random() < 0.15:
                part[step] = random.choice((None, "", number, 1, -1, [], {}, "1/0", "x", "pass"))
                break
            if isinstance(part, dict) and random.random() < 0.05:
                part[number] = 1
                break
            part = part[step]
    with only(ValueError, secret=number[2:], by="Report.from_json"):
        Report.from_json(json.dumps(tree))


_TAGS: Final = {
    *("a", "article", "bdi", "body", "br", "caption", "code", "details", "div", "figcaption"),
    *("figure", "footer", "h1", "h2", "h3", "head", "html", "li", "main", "meta", "ol", "p"),
    *("path", "rect", "section", "small", "span", "strong", "style", "summary", "svg", "table"),
    *("tbody", "td", "text", "th", "thead", "title", "tr", "ul"),
}
_ATTRIBUTES: Final = {
    *("aria-hidden", "aria-label", "charset", "class", "content", "d", "dir", "fill", "height"),
    *("font-weight", "href", "http-equiv", "id", "lang", "name", "rel", "role", "scope", "stroke"),
    *("stroke-dasharray", "stroke-opacity", "stroke-width", "style", "tabindex", "text-anchor"),
    *("viewbox", "width", "x", "xmlns", "y"),
}
"""What a page is made of: none of it executes, or fetches anything."""


class _Inert(HTMLParser):
    """Refuses anything else."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _TAGS:
            raise BrokenPromiseError(f"<{tag}> in a page")
        for name, value in attrs:
            if name not in _ATTRIBUTES or (name == "style" and "url" in (value or "")):
                raise BrokenPromiseError(f"{name}= in a page")
            if name == "href" and not re.match(r"https://|#", value or ""):
                raise BrokenPromiseError("a link in a page leads elsewhere")


def assert_inert(page: str) -> None:
    """A page holds only its own tags and attributes."""
    parser = _Inert()
    parser.feed(page)
    parser.close()


def assert_visible(text: str) -> None:
    """No control, invisible or bidirectional character is printed, except line breaks."""
    for line in text.split("\n"):
        if not line.replace("\N{NO-BREAK SPACE}", "").replace("\t", "").isprintable():
            raise BrokenPromiseError(f"an invisible character: {ascii(line)[:200]}")


_MARKUP: Final = re.compile(r"(?<!\\)<(?!br>)[a-z/!]", re.IGNORECASE)


def assert_plain(text: str) -> None:
    """Markdown holds no HTML, and links only to web pages."""
    assert_visible(text)
    if found := _MARKUP.search(text):
        raise BrokenPromiseError(
            f"markup in Markdown: {text[found.start() : found.start() + 20]!r}"
        )
    for target in re.findall(r"(?<!\\)\]\(([^)]*)\)", text):
        if not target.startswith("https://"):
            raise BrokenPromiseError("a link in Markdown leads elsewhere")


def try_all(given: Hostile, random: Random, tried: Tried, *, often: float = 0.04) -> None:
    """Parse and check a document, and try each other entry point now and then."""
    on, year = random.choice(DAYS), random.choice((2004, 2024, 9999))
    doors: list[tuple[float, Callable[[], object]]] = [
        (often * 3, lambda: try_other_parsers(given, tried)),
        (often, lambda: try_command_line(given, random, tried)),
        (often, lambda: try_many(given, on, tried)),
    ]
    if is_installed():
        doors.append((often / 2, lambda: try_endpoint(given, on, tried)))
    document = try_parsing(given, tried)
    if document is not None:
        report = try_check(document, on, tried)
        doors += [
            (often * 4, lambda: try_reading_back(report, tried)),
            (often, lambda: try_faces(report, tried)),
            (often * 2, lambda: try_tables(document, random, tried)),
            (often, lambda: try_calendar(document, year, tried)),
            (often, lambda: try_reading_a_report(report, random, tried)),
        ]
    for chance, door in doors:
        if random.random() < chance:
            door()
