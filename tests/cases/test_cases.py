"""The cases in TOML, which a lawyer can read and add to."""

import copy
import json
import tomllib
from collections import Counter
from datetime import date
from pathlib import Path
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

import pytest
from pydantic import BaseModel

import finsam
from finsam.law.citation import Citation
from finsam.models.base import Model
from finsam.rendering.outline import outline
from finsam.validation.engine import messages
from finsam.validation.finding import finding_of
from finsam.validation.rules import BY_ID, RULES

HERE = Path(__file__).parent
BASES: dict[str, dict[str, Any]] = tomllib.loads((HERE / "bases.toml").read_text(encoding="utf-8"))
FILES = {
    file.stem: tomllib.loads(file.read_text(encoding="utf-8"))
    for file in sorted(HERE.glob("[0-9]*.toml"))
}
OWN = {rule for whole in FILES.values() for rule in whole.get("rules", ()) if rule in BY_ID}
"""Rules with a file of their own; cases in other files need not list their findings."""
CASES: list[dict[str, Any]] = [
    # A file may say which rules all its cases ask about; else they ask about all.
    {"rules": whole.get("rules"), **case, "file": stem}
    for stem, whole in FILES.items()
    for case in whole["case"]
]


def _document(case: dict[str, Any]) -> dict[str, Any]:
    """The base with the case's changes applied: unset, set, append, then drop."""
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


def _line(finding: finsam.Finding) -> str:
    return f"{finding.rule} {finding.verdict.value} {finding.why}"


@pytest.mark.parametrize("case", CASES, ids=[f"{case['file']}: {case['title']}" for case in CASES])
def test_the_findings_are_those_expected(case: dict[str, Any]) -> None:
    findings = _report(case).findings
    settled = {finsam.Verdict.PASS, finsam.Verdict.NOT_APPLICABLE}
    elsewhere = OWN.difference(case["rules"] or ())
    found = Counter(
        _line(f) for f in findings if f.verdict not in settled and f.rule not in elsewhere
    )
    assert found == Counter(case["expect"])
    assert set(case.get("also", [])) <= {_line(f) for f in findings}
    for line, facts in case.get("facts", {}).items():
        some = [_values(finding) for finding in findings if _line(finding) == line]
        assert facts in [{name: _plain(values.get(name)) for name in facts} for values in some]


def _values(finding: finsam.Finding) -> dict[str, object]:
    """A finding's facts, the day of its law, its citations and what is missing."""
    return {
        **finding.facts,
        "day": finding.day,
        "citation": finding.citation.short(),
        "beside": tuple(citation.short() for citation in finding.beside),
        "missing": tuple(messages.path(loc) for loc in finding.missing),
    }


def _plain(fact: object) -> object:
    """A fact as a case writes it."""
    if isinstance(fact, tuple):
        return [_plain(each) for each in fact]
    return fact if isinstance(fact, int | date) else str(fact)


@pytest.mark.parametrize("case", CASES, ids=[f"{case['file']}: {case['title']}" for case in CASES])
def test_places_are_of_the_document_and_what_is_missing_is_not_there(case: dict[str, Any]) -> None:
    document = finsam.Forbund.model_validate_json(json.dumps(_document(case)))
    for finding in finsam.check(document, on=case["on"], rules=case["rules"]).findings:
        assert _is_a_place(finsam.Forbund, finding.loc)
        for loc in finding.missing:
            assert _is_a_place(finsam.Forbund, loc)
            there = _there(document, loc)
            # Of a collection something more is missing, or a member's own part of a party's sum.
            assert there is None or isinstance(there, tuple) or there in {"kommuner", "regioner"}


@pytest.mark.parametrize("case", CASES, ids=[f"{case['file']}: {case['title']}" for case in CASES])
def test_what_is_listed_is_listed_once_and_in_order(case: dict[str, Any]) -> None:
    for finding in _report(case).findings:
        # Whom an auditor is for is named as the document has it.
        if not finding.rule.startswith("FINSAM-25-"):
            for name in ("members", "parts", "aims", "focus", "reserved"):
                listed: Any = finding.facts.get(name, ())
                assert list(listed) == sorted(set(listed))


@pytest.mark.parametrize("case", CASES, ids=[f"{case['file']}: {case['title']}" for case in CASES])
def test_what_is_open_names_what_is_missing_and_all_is_worded(case: dict[str, Any]) -> None:
    document = finsam.Forbund.model_validate_json(json.dumps(_document(case)))
    for finding in finsam.check(document, on=case["on"], rules=case["rules"]).findings:
        assert bool(finding.missing) == (finding.verdict is finsam.Verdict.OPEN)
        assert finding.message("sv")
        assert finding.message("en")


@pytest.mark.parametrize("case", CASES, ids=[f"{case['file']}: {case['title']}" for case in CASES])
def test_what_is_cited_stands_in_the_wording_of_the_day(case: dict[str, Any]) -> None:
    report, cited = _report(case), set[str]()
    for finding in report.findings:
        places = (finding.citation, *finding.beside)
        cited.add("; ".join(place.short() for place in places))
        if finding.wording:
            days = [finsam.statute.provision(place.section).on(finding.day) for place in places]
            assert all(day.has(place) for day, place in zip(days, places, strict=True))
    shown = outline(report, "sv").groups.values()
    assert {group.head.citation for groups in shown for group in groups} <= cited


@pytest.mark.parametrize("case", CASES, ids=[f"{case['file']}: {case['title']}" for case in CASES])
def test_what_is_cited_in_place_of_a_rules_own_provisions_is_of_what_it_encodes(
    case: dict[str, Any],
) -> None:
    for rule, subject, decision, _ in _report(case).parts():
        assert {*decision.instead} <= {*rule.cites, *rule.covers}
        # The standing of the law that the finding is given is that of the sections cited.
        sections = {place.section for place in rule.cites}
        assert {place.section for place in decision.instead} <= sections
        finding = finding_of(rule, subject, decision, None)
        assert finding.citation in {*rule.cites, *rule.covers, Citation(finding.citation.section)}


@pytest.mark.parametrize("base", BASES)
def test_a_finding_repeats_the_callers_key_of_what_it_is_about(base: str) -> None:
    income = [{"source": "X", "year": 2024, "kind": "gift", "amount": "1"}]
    whole = {**BASES[base], "other_income": income}
    document = _keyed(finsam.Forbund.model_validate_json(json.dumps(whole)))
    for on in (date(2024, 6, 1), date(2026, 3, 1)):
        for finding in finsam.check(document, on=on).findings:
            way = [_there(document, finding.loc[:depth]) for depth in range(len(finding.loc) + 1)]
            keys = [key for each in way if (key := getattr(each, "ref", None))]
            assert finding.ref in (keys or [None])


def _keyed(thing: Any) -> Any:  # noqa: ANN401  any part of a document
    """A copy with a ``ref`` wherever there can be one."""
    if isinstance(thing, tuple):
        return tuple(_keyed(each) for each in thing)
    if not isinstance(thing, Model):
        return thing
    changed = {name: _keyed(each) for name, each in thing if isinstance(each, tuple | Model)}
    if "ref" in type(thing).model_fields:
        changed["ref"] = f"key {id(thing)}"
    return thing.replace(**changed)


def _is_a_place(kind: Any, loc: tuple[int | str, ...]) -> bool:  # noqa: ANN401  any type of a field
    """Whether a place exists in the model, whatever the document has there."""
    if get_origin(kind) in {Annotated, Union, UnionType}:
        return any(_is_a_place(one, loc) for one in get_args(kind))
    if not loc:
        return True
    step, *rest = loc
    if isinstance(step, int):
        return get_origin(kind) is tuple and _is_a_place(get_args(kind)[0], tuple(rest))
    fields = kind.model_fields if isinstance(kind, type) and issubclass(kind, BaseModel) else {}
    return step in fields and _is_a_place(fields[step].annotation, tuple(rest))


def _there(document: object, loc: tuple[int | str, ...]) -> object:
    """The value at a place; None if there is none."""
    there: Any = document
    for step in loc:
        if there is None:
            return None
        there = there[step] if isinstance(step, int) else getattr(there, step)
    return there


def test_the_cases_reach_every_branch_that_the_rules_declare_and_no_other() -> None:
    reached = {
        (finding.rule, finding.verdict, finding.why)
        for case in CASES
        for finding in _report(case).findings
    }
    by_mechanism = {"not_in_force", "not_formed", "dissolved", "wording_unknown"}
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


@pytest.mark.parametrize("file", sorted(HERE.glob("*.toml")), ids=lambda file: file.name)
def test_no_line_is_too_long_to_read(file: Path) -> None:
    lines = file.read_text(encoding="utf-8").splitlines()
    assert [number for number, line in enumerate(lines, 1) if len(line) > 200] == []
