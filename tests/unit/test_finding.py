"""Findings: values with the same content however they are obtained."""

import copy
import json
import pickle
import re
from datetime import date
from pathlib import Path
from typing import Any
from unicodedata import category
from unittest.mock import ANY

import pytest

from finsam import Basis, Finding, Forbund, RuleViolation, Verdict, check
from finsam.validation.engine.decision import Decision
from finsam.validation.engine.subject import Subject
from finsam.validation.finding import finding_of
from finsam.validation.rules import BY_ID

ON = date(2024, 6, 1)
EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.json"))
ALONE = ["forsakringskassan", "arbetsformedlingen", "region:12"]
SPARSE = [
    {"name": "x", "members": [*ALONE, "kommun:1286"], "contributions": []},
    {
        "name": "x",
        "members": [*ALONE, "kommun:1287", "kommun:1286"],
        "contributions": [
            {"payer": "forsakringskassan", "year": 2024, "amount": 200},
            {"payer": "region:12", "year": 2024, "amount": 100},
            {"payer": "kommuner", "year": 2024, "amount": 100},
        ],
        "agreements": [
            {
                "pool": "kommun",
                "from_year": 2024,
                "shares": [
                    {"member": "kommun:1287", "share": "0.5"},
                    {"member": "kommun:1286", "share": "0.5"},
                ],
            }
        ],
        "board": {
            "delegations": [
                {"reserved": ["goals", "opinion_on_appeal"], "ref": "d-1"},
                {"reserved": ["goals"], "matters": "ärenden\u200b och \u202edrag"},
            ]
        },
        "insatser": [
            {
                "name": "Ett\u2028två\u0085tre",
                "ref": "i-\xad1",
                "kind": "individual",
                "decided": "2024-03-01",
                "payments": [
                    {"to": {"form": "company", "name": "A\u2067B"}, "what": "staff"},
                    {"to": {"form": "company"}, "what": "grant", "ref": "p-1"},
                ],
            }
        ],
    },
]
DOCUMENTS = [
    *(Forbund.model_validate_json(example.read_bytes()) for example in EXAMPLES),
    *(Forbund.model_validate_json(json.dumps(document)) for document in SPARSE),
]
REPORTS = [
    check(each, on=on) for each in DOCUMENTS for on in (date(2004, 6, 1), date(2019, 6, 1), ON)
]
FINDINGS = [finding for report in REPORTS for finding in report.findings]
(VIOLATION,) = check(
    Forbund.model_validate_json(
        (Path(__file__).parents[2] / "examples" / "goteborg-fontanhus.json").read_bytes()
    ),
    on=ON,
).violations


def test_a_row_holds_what_the_finding_says() -> None:
    assert VIOLATION.record("en") == {
        "rule": "FINSAM-7-2",
        "name": "external-actor-funded",
        "verdict": "fail",
        "why": "outsider_funded",
        "basis": "statute",
        "place": "insatser[0].payments[0].to",
        "ref": None,
        "missing": "",
        "year": None,
        "total": None,
        "actual": None,
        "required": None,
        "difference": None,
        "citation": "s. 7, para. 1, point 3",
        "wording": "2003:1210",
        "day": "2024-03-01",
        "link": "https://lagen.nu/2003:1210#P7S1N3",
        "message": VIOLATION.message("en"),
    }


def test_a_row_on_money_has_its_year_and_amounts() -> None:
    shares = [finding for finding in FINDINGS if "required" in finding.facts]
    assert shares
    for finding in shares:
        row = finding.record()
        for name in ("year", "total", "actual", "required", "difference"):
            assert row[name] == finding.facts.get(name)


def test_it_speaks_swedish_unless_asked_to_speak_english() -> None:
    assert VIOLATION.message() == VIOLATION.message("sv") != VIOLATION.message("en")
    assert VIOLATION.record() == VIOLATION.record("sv") != VIOLATION.record("en")


def test_its_facts_are_in_the_order_of_their_names() -> None:
    assert any(len(finding.facts) > 1 for finding in FINDINGS)
    for finding in FINDINGS:
        assert list(finding.facts) == sorted(finding.facts)
        assert finding.fact_items == tuple(finding.facts.items())


def test_a_report_in_json_holds_what_each_finding_says() -> None:
    for report in REPORTS:
        written = json.loads(report.to_json())["findings"]
        assert written == [finding.to_dict() for finding in report.findings]
    assert {None, "d-1", "p-1", "i-\xad1"} == {finding.ref for finding in FINDINGS}
    assert any(finding.parts[2].beside for finding in FINDINGS)


def test_a_report_in_json_has_no_character_that_ends_or_turns_a_line() -> None:
    for report in REPORTS:
        (line,) = report.to_json().splitlines()
        assert {category(character) for character in line}.isdisjoint({"Cc", "Cf", "Zl", "Zp"})


def said(rule_id: str, why: str) -> tuple[str, str]:
    finding = next(f for f in FINDINGS if f.rule == rule_id and f.why == why and f.day.year > 2018)
    return finding.message("sv"), finding.message("en")


def test_what_is_open_names_the_places_where_the_facts_should_stand() -> None:
    sv, en = said("FINSAM-13-2", "not_known")
    assert "styrelse: ”mandattidens första dag” och ”mandattidens sista dag”." in sv
    assert "board: “first day of the term” and “last day of the term”." in en


def test_no_open_message_names_a_path() -> None:
    for finding in (f for f in FINDINGS if f.verdict is Verdict.OPEN):
        for text in (finding.message("sv"), finding.message("en")):
            assert not re.search(r"\w\[\d|\]\.", text)


def test_a_years_money_that_is_open_names_those_whose_money_is_not_known() -> None:
    open_shares = check(DOCUMENTS[-2], on=ON, rules=["FINSAM-5-1"]).findings
    sv, en = open_shares[0].message("sv"), open_shares[0].message("en")
    who = "Försäkringskassan, Ystad (kommun:1286) {} Region Skåne (region:12)"
    assert who.format("och") in sv
    assert who.format("and") in en
    assert "2024" in sv
    assert "2024" in en


def test_a_split_that_is_open_says_what_to_give() -> None:
    for text, what in zip(
        said("FINSAM-5-5", "only_sum_known"), ("bidragen", "contributions"), strict=True
    ):
        assert "2024" in text
        assert what in text
        assert "Ystad" in text
    for text, what in zip(
        said("FINSAM-5-5", "agreement_unknown"), ("överenskommelsen", "agreement"), strict=True
    ):
        assert what in text
        assert "payer" not in text


def test_an_unseen_wording_is_said_to_be_for_a_human() -> None:
    sv, en = said("FINSAM-14-1", "wording_unknown")
    assert sv.startswith("Bibliotekets källor återger inte den lydelse")
    assert en.startswith("The library's sources do not give the wording")


def test_what_is_for_a_human_is_said_in_the_rules_words() -> None:
    some = [f for f in FINDINGS if f.verdict is Verdict.REVIEW and f.why != "wording_unknown"]
    assert some
    for finding in some:
        words = BY_ID[finding.rule].review[finding.why]
        if "{" not in words.sv:
            assert (finding.message("sv"), finding.message("en")) == words


def test_its_values_make_it_again() -> None:
    for finding in FINDINGS:
        again = Finding.of(finding.values)
        assert again == finding
        assert hash(again) == hash(finding)
        assert again.to_dict() == finding.to_dict()
        assert again.record() == finding.record()
        assert repr(again) == repr(finding)
        assert pickle.loads(pickle.dumps(finding)) == finding == copy.deepcopy(finding)


def test_findings_that_say_different_things_are_different() -> None:
    assert Finding.of(VIOLATION.values._replace(ref="p-1")) != VIOLATION
    assert type(Finding.of(VIOLATION.values)) is RuleViolation
    assert VIOLATION == ANY
    assert VIOLATION.to_dict() != VIOLATION


def test_it_names_its_ref_in_short_only_if_it_has_one() -> None:
    assert repr(VIOLATION).endswith("loc=('insatser', 0, 'payments', 0, 'to'))")
    keyed = Finding.of(VIOLATION.values._replace(ref="p-1"))
    assert repr(keyed).endswith("loc=('insatser', 0, 'payments', 0, 'to'), ref='p-1')")


def test_where_no_law_was_in_force_it_links_to_the_law_of_today() -> None:
    too_early = [finding for finding in FINDINGS if finding.wording is None]
    assert too_early
    for finding in too_early:
        assert finding.verdict is Verdict.NOT_APPLICABLE
        assert finding.link == finding.citation.link()


@pytest.mark.parametrize("verdict", list(Verdict))
@pytest.mark.parametrize("rule_id", ["FINSAM-5-1", "FINSAM-5-4", "FINSAM-2-4"])
def test_a_violation_is_a_breach_of_more_than_guidance(rule_id: str, verdict: Verdict) -> None:
    rule = BY_ID[rule_id]
    violated = verdict is Verdict.FAIL and rule.basis is not Basis.GUIDANCE
    subject: Subject[Any] = VIOLATION.parts[1]
    made = finding_of(rule, subject, Decision(verdict, "any"), None)
    assert isinstance(made, RuleViolation) is violated
