"""Reports written as JSON and read again: nothing is lost, and what is no report is refused."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any
from unittest.mock import ANY

import pytest

from finsam import Forbund, Report, check
from finsam.validation.report import report_schema

ON = date(2024, 6, 1)
DOCUMENT = Forbund.model_validate_json(
    (Path(__file__).parents[2] / "examples" / "goteborg-fontanhus.json").read_bytes()
)
REPORT = check(DOCUMENT, on=ON)


def changed(change: Callable[[dict[str, Any]], None], report: Report = REPORT) -> str:
    body = json.loads(report.to_json())
    change(body)
    return json.dumps(body)


def test_what_is_read_shows_itself_as_what_was_written() -> None:
    again = Report.from_json(REPORT.to_json())
    assert again == REPORT
    assert repr(again) == repr(REPORT)
    assert again.to_json() == REPORT.to_json()


def test_swedish_letters_are_written_as_they_are() -> None:
    document = DOCUMENT.replace(name="Samordningsförbundet Östra Ängsby")
    assert '"Samordningsförbundet Östra Ängsby"' in check(document, on=ON).to_json()


def test_a_report_without_findings_is_written_and_read() -> None:
    nothing_asked_about = check(DOCUMENT.replace(insatser=()), on=ON, rules=["FINSAM-7-2"])
    assert nothing_asked_about.findings == ()
    assert json.loads(nothing_asked_about.to_json())["findings"] == []
    assert Report.from_json(nothing_asked_about.to_json()) == nothing_asked_about


def test_the_order_of_names_in_the_json_means_nothing() -> None:
    def turn(body: dict[str, Any]) -> None:
        for finding in body["findings"]:
            finding["facts"] = dict(reversed(finding["facts"].items()))

    again = Report.from_json(changed(turn))
    assert again == REPORT
    assert again.to_json() == REPORT.to_json()


def test_a_place_that_only_a_later_wording_has_can_be_cited() -> None:
    def cite(body: dict[str, Any]) -> None:
        # The fourth sentence came with SFS 2010:350.
        place = {"section": "3", "stycke": 1, "mening": 4, "punkt": None}
        body["findings"][0].update(citation=place, wording="2019:914")

    again = Report.from_json(changed(cite))
    assert str(again.findings[0].citation) == "3 § 1 st. 4 men."
    assert Report.from_json(again.to_json()) == again


@pytest.mark.parametrize(
    ("body", "where"),
    [
        ("no JSON", "the whole"),
        ("[]", "the whole"),
        (changed(lambda body: body.pop("version")), "version"),
        (changed(lambda body: body["findings"][2].pop("rule")), r"findings\.2\.rule"),
        (
            changed(lambda body: body["findings"][0]["citation"].update(stycke="1")),
            r"findings\.0\.citation\.stycke",
        ),
    ],
)
def test_a_refusal_says_where_the_report_is_none(body: str, where: str) -> None:
    with pytest.raises(ValueError, match=rf"this is no report of finsam: {where}: "):
        Report.from_json(body)


@pytest.mark.parametrize(
    ("verdict", "why"), [("pass", "no_such_reason"), ("open", "no_such_reason")]
)
def test_a_reason_that_the_rule_never_gives_is_refused(verdict: str, why: str) -> None:
    def answer(body: dict[str, Any]) -> None:
        finding = next(f for f in body["findings"] if f["verdict"] == verdict)
        finding["why"] = why

    with pytest.raises(ValueError, match=f"has no answer {verdict} for the reason '{why}'"):
        Report.from_json(changed(answer))


@pytest.mark.parametrize("key", ["why", "facts"])
def test_what_may_be_a_personal_number_is_not_repeated(key: str) -> None:
    def change(body: dict[str, Any]) -> None:
        body["findings"][0][key] = "850101-1239" if key == "why" else {"850101-1239": 1}

    with pytest.raises(ValueError, match="'…'") as caught:
        Report.from_json(changed(change))
    assert "850101" not in str(caught.value)


def test_what_a_report_is_compared_with_may_know_better() -> None:
    assert REPORT == ANY
    assert REPORT.to_json() != REPORT


def test_it_speaks_swedish_and_names_no_file_unless_asked_to() -> None:
    assert REPORT.records() == REPORT.records("sv")
    assert REPORT.to_html() == REPORT.to_html("sv", page=True, source="")
    assert REPORT.to_markdown() == REPORT.to_markdown("sv", source="")


def test_the_schema_of_reports_is_called_so() -> None:
    assert report_schema()["title"] == "Report"


@pytest.mark.parametrize("days", [(2012, 2024), (2024, 2012)])
def test_a_report_is_in_the_words_of_its_day_whatever_was_asked_before(
    days: tuple[int, int],
) -> None:
    for year in days:
        report = check(DOCUMENT, on=date(year, 6, 1))
        written = json.loads(report.to_json())["findings"]
        assert written == [finding.to_dict() for finding in report.findings]
