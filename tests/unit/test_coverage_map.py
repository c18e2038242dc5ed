"""The coverage map has no gaps and makes no false claims."""

import importlib
import json
import tomllib
from importlib.resources import files

import pytest

from finsam import Citation, Covered, coverage, rules, statute
from finsam.answers.coverage import How
from finsam.law.text import Text

ROWS = {row.place: row for row in coverage()}
LEAVES = [row for row in ROWS.values() if row.place.mening or row.place.punkt]


def places() -> list[Citation]:
    """Every section, stycke, mening and punkt of today's wordings."""
    found = []
    for section, provision in statute.provisions.items():
        found.append(Citation(section))
        for number, stycke in enumerate(provision.wordings[-1].stycken or (), 1):
            found.append(Citation(section, number))
            found += [Citation(section, number, mening=m + 1) for m in range(stycke.meningar)]
            found += [Citation(section, number, punkt=p + 1) for p in range(stycke.punkter)]
    return found


def test_every_place_of_the_act_is_there_once_in_its_order() -> None:
    assert [row.place for row in coverage()] == places()


def test_every_place_has_something_said_of_it() -> None:
    assert all(row.how for row in coverage())


def test_nothing_is_left_to_encode() -> None:
    assert not [row.place for row in coverage() if How.NOT_YET in row.how]


def test_every_rule_is_at_what_it_cites_and_covers_and_nowhere_else() -> None:
    for rule in rules():
        named = [str(place) for place in (*rule.cites, *rule.covers)]
        within = [p for p in LEAVES if any(f"{p.place} ".startswith(f"{n} ") for n in named)]
        assert [row for row in LEAVES if rule.id in row.rules] == within, rule.id
        assert all(place in ROWS for place in (*rule.cites, *rule.covers)), rule.id


def test_what_rules_do_not_encode_is_written_of_places_that_exist() -> None:
    text = files("finsam.answers").joinpath("coverage.toml").read_text(encoding="utf-8")
    written = tomllib.loads(text)
    assert written.keys() <= {str(row.place) for row in LEAVES}
    for said in written.values():
        assert said.keys() <= {"functions", "human", "right"}


def test_every_rule_that_is_named_exists() -> None:
    assert {i for row in coverage() for i in row.rules} == {rule.id for rule in rules()}


def test_every_function_that_is_named_exists() -> None:
    for name in {name for row in coverage() for name in row.functions}:
        module, _, function = name.rpartition(".")
        assert callable(getattr(importlib.import_module(module), function))


@pytest.mark.parametrize("section", statute.provisions)
def test_a_section_says_what_its_parts_say(section: str) -> None:
    parts = [row for row in LEAVES if row.place.section == section]
    assert set(ROWS[Citation(section)].rules) == {i for row in parts for i in row.rules}
    assert set(ROWS[Citation(section)].how) == {how for row in parts for how in row.how}


def test_what_a_human_decides_and_what_is_a_right_is_said_in_both_languages() -> None:
    for row in coverage():
        assert all(text.sv and text.en for text in (*row.human, *row.right))


def test_a_row_is_ready_for_json() -> None:
    row = ROWS[Citation("2", 1, 1)]
    written = json.loads(json.dumps(row.to_dict()))
    assert written["short"] == "2 § 1 st. 1 men."
    assert written["rules"] == list(row.rules)
    assert written["how"] == ["rules", "human"]
    assert isinstance(row, Covered)


def test_a_row_is_written_with_every_kind_of_answer() -> None:
    said = {
        "citation": {"section": "1", "stycke": None, "mening": None, "punkt": None},
        "short": "1 §",
        "how": ["function", "right", "not_yet"],
        "rules": [],
        "functions": ["finsam.check"],
        "human": [],
        "right": [{"sv": "x", "en": "y"}],
        "not_yet": True,
    }
    row = ROWS[Citation("2", 1, 1)]._replace(
        place=Citation("1"),
        rules=(),
        functions=("finsam.check",),
        human=(),
        right=(Text("x", "y"),),
        not_yet=True,
    )
    assert row.to_dict() == said
