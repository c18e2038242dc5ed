"""Looking up rules and readings, and the catalogue as data."""

import copy
import json
import pickle
from typing import Any

import pytest

import finsam
from finsam.validation.rules import RULES


def entries() -> dict[str, Any]:
    """The catalogue, as it is read from a file."""
    read: dict[str, Any] = json.loads(json.dumps(finsam.catalogue()))
    return read


def test_the_rules_are_all_there_in_the_order_of_the_act() -> None:
    assert finsam.rules() == RULES
    assert [entry["id"] for entry in entries()["rules"]] == [rule.id for rule in RULES]


def test_a_rule_is_found_by_its_id() -> None:
    for rule in RULES:
        assert finsam.rule(rule.id) is rule
        assert finsam.rule(rule.id.removeprefix("FINSAM-").lower()) is rule
        assert finsam.rule(rule.name) is rule


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("FINSAM-5-99", "there are FINSAM-5-1, FINSAM-5-2"),
        ("finsam-7-99", "FINSAM-7-9"),
        ("state-share", "did you mean state-share-not-half"),
        ("", "an id is like FINSAM-5-1"),
    ],
)
def test_an_id_that_no_rule_has_is_refused_with_those_near_it(asked: str, said: str) -> None:
    with pytest.raises(ValueError, match=said) as refusal:
        finsam.rule(asked)
    assert repr(asked) in str(refusal.value)


def test_an_entry_says_what_the_rule_declares() -> None:
    entry = next(entry for entry in entries()["rules"] if entry["id"] == "FINSAM-3-3")
    assert entry["subject"] == "forbund"
    assert (entry["first"], entry["last"]) == (None, "2010-06-30")
    assert entry["cites"][0]["short"] == "3 § 1 st. 1 men."
    assert entry["cites"][0]["link"].startswith("https://lagen.nu/2003:1210#P3")
    assert set(entry["fail"]) == {"several_regions"}
    assert set(entry["fail"]["several_regions"]) == {"sv", "en"}
    subjects = {entry["subject"] for entry in entries()["rules"]}
    assert subjects >= {"forbund", "contributions", "other_income", "insatser", "board.seats"}


def test_rules_pickle_and_copy_as_themselves() -> None:
    for rule in RULES:
        assert pickle.loads(pickle.dumps(rule)) is rule
        assert copy.deepcopy(rule) is rule


def test_what_is_no_text_or_may_be_a_personal_number_is_refused_unrepeated() -> None:
    with pytest.raises(TypeError, match="not list"):
        finsam.rule([])  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="what was given") as refusal:
        finsam.rule("850101-1239")
    assert "8501" not in str(refusal.value)


def test_a_catalogue_names_its_version_and_the_last_amendment() -> None:
    assert entries()["format"] == "finsam-catalogue/1"
    assert entries()["version"] == finsam.__version__
    assert entries()["act"] == "2003:1210"
    assert entries()["last_amendment"] == "2023:644"
    assert entries().keys() == {
        "format",
        "version",
        "act",
        "last_amendment",
        "rules",
        "interpretations",
        "coverage",
    }
    assert len(entries()["interpretations"]) == len(finsam.interpretations())
    assert len(entries()["coverage"]) == len(finsam.coverage())


class TestReadings:
    """Where the act is silent, the reading is named, with its reason and where it comes from."""

    def test_their_ids_are_unique(self) -> None:
        ids = [reading.id for reading in finsam.interpretations()]
        assert len(set(ids)) == len(ids)

    @pytest.mark.parametrize("reading", finsam.interpretations(), ids=lambda reading: reading.id)
    def test_each_is_whole_and_some_rule_rests_on_it(self, reading: finsam.Interpretation) -> None:
        assert reading.question.endswith("?")
        assert reading.reading
        assert reading.reason
        assert reading.source or reading.alternative or "not been seen" in reading.reason
        assert reading.section in finsam.statute.provisions
        assert any(reading in rule.readings for rule in RULES)

    def test_each_that_a_rule_names_exists(self) -> None:
        known = {reading.id for reading in finsam.interpretations()}
        for rule in RULES:
            assert known.issuperset(rule.rests_on), rule.id

    def test_what_rests_on_guidance_names_its_readings(self) -> None:
        for rule in RULES:
            if rule.basis is not finsam.Basis.STATUTE:
                assert rule.readings, rule.id

    def test_what_rests_on_guidance_names_one_whose_it_is(self) -> None:
        for rule in RULES:
            if rule.basis is finsam.Basis.GUIDANCE:
                assert len({reading.whose for reading in rule.readings if reading.whose}) == 1, (
                    rule.id
                )

    def test_guidance_is_the_national_councils_or_one_named_forbunds(self) -> None:
        sites = {"Nationella rådet": "finsam.se, ", "Göteborg": "finsamgoteborg.se, "}
        for reading in finsam.interpretations():
            named = [
                site for who, site in sites.items() if reading.whose and who in reading.whose.sv
            ]
            assert bool(named) is bool(reading.whose), reading.id
            assert all(site in reading.source for site in named), reading.id

    def test_whose_guidance_it_is_is_data(self) -> None:
        entries = {each["id"]: each for each in finsam.catalogue()["interpretations"]}
        assert entries["rounding"]["whose"] is None
        assert entries["age"]["whose"]["sv"] == "Nationella rådet"
        assert entries["two-parties"]["whose"]["sv"] == "Samordningsförbundet Göteborg"

    def test_they_stand_in_the_order_of_the_act(self) -> None:
        order = list(finsam.statute.provisions)
        places = [order.index(reading.section) for reading in finsam.interpretations()]
        assert places == sorted(places)
