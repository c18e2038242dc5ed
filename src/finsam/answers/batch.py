"""Checking many documents in a stream, with the results as rows."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import Any, Final, Literal, TypeAlias

from pydantic import ValidationError

from finsam.law.finsamlagen import FINSAMLAGEN
from finsam.law.text import Lang, quoted
from finsam.models.errors import explain_error
from finsam.models.forbund import Forbund
from finsam.validation.check import check
from finsam.validation.engine.messages import path
from finsam.validation.engine.verdict import Verdict
from finsam.validation.finding import branch
from finsam.validation.report import Report
from finsam.validation.topics import choose

Row: TypeAlias = dict[str, Any]
"""A row of strings, numbers and None; all rows of a kind have the same columns."""

_COUNTED: Final[Mapping[str, Callable[[Report], int]]] = {
    "violations": lambda report: len(report.violations),
    "deviations": lambda report: len(report.deviations),
    "open": lambda report: sum(f.verdict is Verdict.OPEN for f in report.undecided),
    "review": lambda report: sum(f.verdict is Verdict.REVIEW for f in report.undecided),
}
_OF_A_FORBUND: Final = ("document", "forbund", "on", "verdict", *_COUNTED, "error")
_OF_A_FINDING: Final = (
    "document",
    "forbund",
    "on",
    "rule",
    "name",
    "verdict",
    "why",
    "basis",
    "place",
    "ref",
    "citation",
    "wording",
    "message",
    "error",
)


def check_many(
    documents: Iterable[Forbund | str | bytes],
    *,
    on: date,
    rules: Iterable[str] | None = None,
    each: Literal["forbund", "finding"] = "forbund",
    lang: Lang = "sv",
) -> Iterator[Row]:
    """Check many documents lazily and yield the results as rows.

    Malformed documents are reported in place, and memory stays at one document however many there
    are. Rows hold only strings, numbers and None, so that they are cheap to send between
    processes.

    Args:
        documents: each a förbund, or its JSON as text or bytes. Blank lines are skipped.
        on: the day of the question.
        rules: what to ask about, as :func:`check` takes it; None: everything.
        each: a row for each ``"forbund"``, or for each ``"finding"`` that is neither a pass nor
            not applicable.
        lang: the language of messages and errors.

    Yields:
        Rows in the order of the documents. ``document`` is the index of the document, from 0.
        ``error`` says what is malformed in it; the other columns are then None.

    Raises:
        NotInForce: the act was not in force on that day.
        TypeError, ValueError: as for :func:`finsam.check`, before the first document is read.
    """
    chosen = None if rules is None else tuple(rule.id for rule in choose(rules))
    if each not in {"forbund", "finding"}:
        raise ValueError(f"each is 'forbund' or 'finding', not {quoted(each)}")
    if isinstance(documents, str | bytes | bytearray | Mapping | Forbund):
        raise TypeError(
            "documents is a list or another iterable of documents, each a Forbund or its JSON as "
            f"text or bytes; this is one {type(documents).__name__}: write [document]"
        )
    FINSAMLAGEN.require_in_force(on)
    return _rows(documents, on, chosen, each, lang)


def _rows(
    documents: Iterable[Forbund | str | bytes],
    on: date,
    rules: tuple[str, ...] | None,
    each: str,
    lang: Lang,
) -> Iterator[Row]:
    names = _OF_A_FORBUND if each == "forbund" else _OF_A_FINDING
    for place, document in enumerate(documents):
        if isinstance(document, str | bytes) and not document.strip():
            continue
        try:
            forbund = _read(document)
        except ValidationError as error:
            first = error.errors()[0]
            message = f"{path(first['loc'])}: {explain_error(first, lang)}".removeprefix(": ")
            yield {**dict.fromkeys(names), "document": place, "error": message}
            continue
        report = check(forbund, on=on, rules=rules)
        if each == "forbund":
            yield _of_forbund(place, report)
        else:
            yield from _of_findings(place, report, lang)


def _read(document: Forbund | str | bytes) -> Forbund:
    return document if isinstance(document, Forbund) else Forbund.model_validate_json(document)


def _of_forbund(place: int, report: Report) -> Row:
    return {
        "document": place,
        "forbund": report.forbund,
        "on": report.on.isoformat(),
        "verdict": report.verdict.value,
        **{name: count(report) for name, count in _COUNTED.items()},
        "error": None,
    }


def _of_findings(place: int, report: Report, lang: Lang) -> Iterator[Row]:
    settled = {Verdict.PASS, Verdict.NOT_APPLICABLE}
    for finding in report.findings:
        if finding.verdict not in settled:
            yield {
                "document": place,
                "forbund": report.forbund,
                "on": report.on.isoformat(),
                **branch(finding),
                "place": path(finding.loc),
                "ref": finding.ref,
                "citation": finding.citation.short(lang),
                "wording": finding.wording,
                "message": finding.message(lang),
                "error": None,
            }
