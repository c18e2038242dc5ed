"""The cases in TOML, which a lawyer can read and add to."""

import copy
import json
import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

import finsam
from finsam.validation.rules import RULES

HERE = Path(__file__).parent
BASES: dict[str, dict[str, Any]] = tomllib.loads((HERE / "bases.toml").read_text(encoding="utf-8"))
FILES = {
    file.stem: tomllib.loads(file.read_text(encoding="utf-8"))
    for file in sorted(HERE.glob("[0-9]*.toml"))
}
CASES: list[dict[str, Any]] = [
    # A file may say which rules all its cases ask about; else they ask about all.
    {"rules": whole.get("rules"), **case, "file": stem}
    for stem, whole in FILES.items()
    for case in whole["case"]
]


def _document(case: dict[str, Any]) -> dict[str, Any]:
    """The base with the case's changes: unset, set, append, and last drop."""
    # What a case sets it may then drop parts of, and is asked about more than once.
    case = copy.deepcopy(case)
    document: dict[str, Any] = copy.deepcopy(BASES[case["base"]])
    for path in case.get("unset", []):
        holder, key = _holder(document, path)
        del holder[key]
    for path, value in case.get("set", {}).items():
        holder, key = _holder(document, path)
        holder[key] = value
    for path, values in case.get("append", {}).items():
        holder, key = _holder(document, path)
        holder[key] = [*holder[key], *values]
    for path in case.get("drop", []):
        holder, key = _holder(document, path)
        del holder[key]
    return document


def _holder(document: Any, path: str) -> tuple[Any, Any]:  # noqa: ANN401  any part of a document
    *way, last = [int(step) if step.isdecimal() else step for step in path.split(".")]
    for step in way:
        document = document[step]
    return document, last


def _report(case: dict[str, Any]) -> finsam.Report:
    forbund = finsam.Forbund.model_validate_json(json.dumps(_document(case)))
    return finsam.check(forbund, on=case["on"], rules=case["rules"])


def _told(finding: finsam.Finding) -> str:
    return f"{finding.rule} {finding.verdict.value} {finding.why}"


@pytest.mark.parametrize("case", CASES, ids=[f"{case['file']}: {case['title']}" for case in CASES])
def test_the_findings_are_those_expected(case: dict[str, Any]) -> None:
    findings = _report(case).findings
    settled = {finsam.Verdict.PASS, finsam.Verdict.NOT_APPLICABLE}
    told = Counter(_told(f) for f in findings if f.verdict not in settled)
    assert told == Counter(case["expect"])
    assert set(case.get("also", [])) <= {_told(f) for f in findings}


def test_the_cases_reach_every_branch_that_the_rules_declare_and_no_other() -> None:
    reached = {
        (finding.rule, finding.verdict, finding.why)
        for case in CASES
        for finding in _report(case).findings
    }
    by_mechanism = {"not_in_force", "outside_lifetime", "wording_unknown"}
    declared = {(rule.id, verdict, why) for rule in RULES for verdict, why in rule.answers}
    assert reached <= declared
    assert {why for _, _, why in declared - reached} <= by_mechanism
    assert by_mechanism <= {why for _, _, why in reached}


def test_no_rules_breaches_are_all_breaches_of_another() -> None:
    broken = [
        {f.rule for f in _report(case).findings if f.verdict is finsam.Verdict.FAIL}
        for case in CASES
    ]
    can_fail = [rule.id for rule in RULES if rule.fail]
    for one in can_fail:
        for other in can_fail:
            assert one == other or any(one in rules and other not in rules for rules in broken)
