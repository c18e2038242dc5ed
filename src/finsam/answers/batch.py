"""Many documents, one after the other: what each amounts to, as rows."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import Any, Final, Literal, TypeAlias

from pydantic import ValidationError

from finsam.law.finsamlagen import FINSAMLAGEN
from finsam.law.text import Lang
from finsam.models.errors import explain_error
from finsam.models.forbund import Forbund
from finsam.validation.check import check, choose
from finsam.validation.engine.messages import path
from finsam.validation.engine.verdict import Verdict
from finsam.validation.report import Report

Row: TypeAlias = dict[str, Any]
"""A row of texts, numbers and None, with the same names in every row of its kind."""

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
    """What many documents amount to, as rows, one document at a time.

    Nothing is kept: a file of any length, given as an iterable of its lines, takes the memory of
    its longest. Rows hold texts, numbers and None alone, so that they cross from one process to
    another for little.

    Args:
        documents: each a förbund, or its JSON as text or bytes. Blank lines are passed over.
        on: the day of the question.
        rules: ids or beginnings of ids to ask about; None: all.
        each: a row for each ``"forbund"``, or for each ``"finding"`` that is neither a pass nor
            not applicable.
        lang: the language of messages and errors.

    Yields:
        Rows in the order of the documents. ``document`` is the place of the document, from 0, and
        ``error`` what is malformed in it; the other names are then None.

    Raises:
        NotInForce: the act was not in force on that day.
        TypeError, ValueError: as :func:`finsam.check` does, before the first document is read.
    """
    chosen = None if rules is None else tuple(rule.id for rule in choose(rules))
    if each not in {"forbund", "finding"}:
        raise ValueError(f"each is 'forbund' or 'finding', not {each!r}")
    if isinstance(documents, str | bytes | Forbund):
        raise TypeError(f"documents is a list of them: write [{type(documents).__name__.lower()}]")
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
            told = f"{path(first['loc'])}: {explain_error(first, lang)}".removeprefix(": ")
            yield {**dict.fromkeys(names), "document": place, "error": told}
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
                "rule": finding.rule,
                "name": finding.name,
                "verdict": finding.verdict.value,
                "why": finding.why,
                "basis": finding.basis.value,
                "place": path(finding.loc),
                "ref": finding.ref,
                "citation": finding.citation.short(lang),
                "wording": finding.wording,
                "message": finding.message(lang),
                "error": None,
            }
