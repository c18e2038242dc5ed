"""Findings: values that say the same in each of the ways that they can be had."""

import copy
import pickle
from datetime import date
from pathlib import Path
from unittest.mock import ANY

import pytest

from finsam import Basis, Finding, Forbund, RuleViolation, Verdict, check
from finsam.validation.decision import Decision
from finsam.validation.finding import finding_of, is_violation
from finsam.validation.registry import Subject
from finsam.validation.rules import BY_ID

ON = date(2024, 6, 1)
EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.json"))
FINDINGS = [
    finding
    for example in EXAMPLES
    for on in (date(2004, 6, 1), ON)
    for finding in check(Forbund.model_validate_json(example.read_bytes()), on=on).findings
]
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
        "citation": "s. 7, para. 1, point 3",
        "wording": "2003:1210",
        "day": "2024-03-01",
        "link": "https://lagen.nu/2003:1210#P7S1N3",
        "message": VIOLATION.message("en"),
    }


def test_it_speaks_swedish_unless_asked_to_speak_english() -> None:
    assert VIOLATION.message() == VIOLATION.message("sv") != VIOLATION.message("en")
    assert VIOLATION.record() == VIOLATION.record("sv") != VIOLATION.record("en")


def test_its_facts_are_in_the_order_of_their_names() -> None:
    assert any(len(finding.facts) > 1 for finding in FINDINGS)
    for finding in FINDINGS:
        assert list(finding.facts) == sorted(finding.facts)
        assert finding.fact_items == tuple(finding.facts.items())


def test_its_values_make_it_again() -> None:
    for finding in FINDINGS:
        again = type(finding).of(**finding.values)
        assert again == finding
        assert hash(again) == hash(finding)
        assert again.to_dict() == finding.to_dict()
        assert again.record() == finding.record()
        assert repr(again) == repr(finding)
        assert pickle.loads(pickle.dumps(finding)) == finding == copy.deepcopy(finding)


def test_findings_that_say_different_things_are_different() -> None:
    own = {**VIOLATION.values, "ref": "p-1"}
    assert RuleViolation.of(**own) != VIOLATION
    assert Finding.of(**VIOLATION.values) != VIOLATION
    assert VIOLATION == ANY
    assert VIOLATION.to_dict() != VIOLATION


def test_it_names_its_ref_in_short_only_if_it_has_one() -> None:
    assert repr(VIOLATION).endswith("loc=('insatser', 0, 'payments', 0, 'to'))")
    keyed = RuleViolation.of(**{**VIOLATION.values, "ref": "p-1"})
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
    assert is_violation(verdict, rule.basis) is violated
    subject: Subject = VIOLATION.parts[1]
    made = finding_of(rule, subject, Decision(verdict, "any"), None)
    assert isinstance(made, RuleViolation) is violated
