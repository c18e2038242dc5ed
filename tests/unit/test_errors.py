"""What is reported of a malformed document: where, what stands there, what was expected."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from finsam import Forbund
from finsam.commands.output import errors_of
from finsam.law.text import Lang
from finsam.models.errors import Kind, explain_error, kind_of

ALONE: dict[str, Any] = {"name": "x", "members": []}


def errors(**said: object) -> list[Any]:
    with pytest.raises(ValidationError) as caught:
        Forbund.model_validate(ALONE | said)
    return caught.value.errors()


class TestNearMisses:
    """A word of the format that was probably meant is named."""

    @pytest.mark.parametrize(
        ("said", "near"),
        [
            ({"contribution": []}, "contributions"),
            ({"Insatser": []}, "insatser"),
            ({"contributions": [{"betalare": 1, "payr": "kommun:1286"}]}, "payer"),
            ({"insatser": [{"name": "x", "target_group": {"age_form": 1}}]}, "age_from"),
            ({"insatser": [{"payments": [{"amuont": 1}]}]}, "amount"),
            ({"members": [{"actor": "region:12", "joined_": None}]}, "joined"),
            ({"members": [{"actor": {"nam": "x"}}]}, ""),
        ],
    )
    @pytest.mark.parametrize("lang", ["sv", "en"])
    def test_of_a_field(self, said: dict[str, object], near: str, lang: Lang) -> None:
        unknown = [e for e in errors(**said) if e["type"] == "extra_forbidden"]
        found = " ".join(explain_error(error, lang) for error in unknown)
        assert unknown
        assert near in found

    @pytest.mark.parametrize(
        ("said", "near"),
        [
            ("Individual", "individual"),
            ("individuell", "individual"),
            ("structural ", "structural"),
        ],
    )
    def test_of_a_value(self, said: str, near: str) -> None:
        (error,) = errors(insatser=[{"name": "x", "kind": said}])
        assert explain_error(error, "sv") == (
            f"värdet är inget av de tillåtna ('individual' eller 'structural'); menade du {near}?"
        )
        assert explain_error(error, "en").endswith(f"did you mean {near}?")

    def test_of_a_code(self) -> None:
        (error,) = errors(members=["kommun:1279"])
        found = explain_error(error, "sv")
        assert "kommun:1279 finns inte" in found
        assert "menade du kommun:1278 (Båstad), " in found
        assert " eller kommun:" in found
        assert " or kommun:" in explain_error(error, "en")

    @given(st.text(max_size=80))
    def test_what_was_written_is_not_repeated(self, written: str) -> None:
        secret = f"850101{written}"
        for error in errors(**{secret: 1}, insatser=[{"name": "x", "kind": secret}]):
            assert (
                "850101"
                not in explain_error(error, "sv") + explain_error(error, "en") + error["msg"]
            )
            assert "850101" not in repr(error["input"])


YEAR_0 = {"payer": "kommuner", "year": 0, "amount": 1}


class TestKinds:
    """What kind of value stood there is reported, and nothing else of it."""

    @pytest.mark.parametrize(
        ("written", "kind", "found"),
        [
            (1.5, Kind.FLOAT, "här står ett flyttal"),
            (True, Kind.BOOLEAN, "här står true eller false"),
            ([], Kind.LIST, "här står en lista"),
            ({}, Kind.OBJECT, "här står ett objekt"),
            ("x", Kind.TEXT, "här står en text"),
        ],
    )
    def test_of_an_amount(self, written: object, kind: Kind, found: str) -> None:
        (error,) = errors(rounded_to=written)
        assert error["input"] is kind
        assert explain_error(error, "sv").endswith(found)

    @pytest.mark.parametrize("wrong", [{"rounded_to": -1}, {"contributions": [YEAR_0]}])
    def test_of_a_value_of_the_right_kind_it_is_not_held_against_it(
        self, wrong: dict[str, Any]
    ) -> None:
        (error,) = errors(**wrong)
        assert "heltal" in explain_error(error, "sv")
        assert "här står" not in explain_error(error, "sv")

    def test_of_what_only_python_has_nothing_is_repeated(self) -> None:
        assert kind_of(object()) is Kind.OTHER
        (error,) = errors(name=object())
        assert explain_error(error, "sv") == "här ska stå en text inom citattecken"

    def test_of_an_organisation_number_nothing_is_repeated(self) -> None:
        (error,) = errors(orgnr=8501011239)
        assert error["input"] is None


class TestPlaces:
    """The command line names a place in people's words, and in the document's own."""

    def test_in_both_languages(self) -> None:
        said = errors(insatser=[{"name": "x", "kind": "individual", "payments": [{"to": 1}]}])
        (sv,), (en,) = errors_of("f", said, "sv"), errors_of("f", said, "en")
        assert sv.startswith("f: insats 1, betalning 1: ”mottagare” (insatser[0].payments[0].to): ")
        assert en.startswith("f: insats 1, payment 1: “recipient” (insatser[0].payments[0].to): ")

    @pytest.mark.parametrize("body", ['{"name": 1,', "[", "nul"])
    def test_what_is_no_json_is_reported_by_its_line(self, body: str) -> None:
        with pytest.raises(ValidationError) as caught:
            Forbund.model_validate_json(body)
        (error,) = caught.value.errors()
        assert "har ett fel vid rad 1, tecken " in explain_error(error, "sv")
        assert "at line 1 column" in explain_error(error, "en")
