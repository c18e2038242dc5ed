"""Every door reads the same documents, and reports the same errors without repeating anything."""

import json
from collections.abc import Callable
from copy import deepcopy
from datetime import date, datetime
from pathlib import Path
from typing import Any, Final, TypeAlias

import pytest
from hostile import places
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, FormatChecker
from pydantic import BaseModel, TypeAdapter, ValidationError

import finsam
from finsam import Forbund, Insats
from finsam.law.parties import parties_called
from finsam.law.text import Lang
from finsam.models.actors import MEMBER_KEYS
from finsam.models.base import Model
from finsam.models.errors import explain_error
from finsam.models.schema import document_schema
from finsam.testing import forbund

Json: TypeAlias = dict[str, Any]

_VALUES: Final[tuple[object, ...]] = (
    *(None, True, False, 0, 1, -1, 20, 20.0, 1.5, 2024, 2024.0, 10**12, 10**19, "", " ", "x"),
    *("0", "1", "-1", "1500.50", "1500.500", "1e3", "+1", "0.6", "3/5", "5/3", "3/0", "1.0", "01"),
    *("2024-02-29", "2023-02-29", "2024-2-9", "20240229", "2024-02-29T00:00:00", "04-01", "02-30"),
    *("forbundet", "kommuner", "forsakringskassan", "region:12", "region:09", "kommun:1286"),
    *("kommun:1917", "kommun:9999", "kommun", "riksarkivet", "5566143185", "5566143186"),
    *("other", "all", "board.seats", "finsam/1", "individual", "Ystad", "1286", "Region Skåne"),
    *([], ["x"], ["kommun:1286", "kommun:1286"], {}, {"name": "x", "form": "association"}),
)


@st.composite
def mutated(draw: st.DrawFn, values: tuple[object, ...] = _VALUES) -> Json:
    """A document of which one place holds something else, is left out, or stands twice."""
    document: Json = json.loads(draw(forbund()).model_dump_json())
    everywhere = list(places(document))
    for _ in range(draw(st.integers(1, 2))):
        *way, last = draw(st.sampled_from(everywhere))
        holder: Any = document
        try:
            for step in way:
                holder = holder[step]
            holder[last]
        except (KeyError, IndexError, TypeError):
            continue
        how = draw(st.sampled_from(["value", "value", "value", "without", "twice", "field"]))
        if how == "value":
            holder[last] = deepcopy(draw(st.sampled_from(values)))
        elif how == "without":
            del holder[last]
        elif how == "twice" and isinstance(holder, list):
            holder.append(deepcopy(holder[int(last)]))
        elif isinstance(holder, dict):
            holder["unknown"] = None
    return document


class Holder(BaseModel):
    """A model of somebody else's that has a document in it."""

    forbund: Forbund


class Own(Forbund):
    """A document with more in it."""

    case_number: str | None = None


PYTHON: Final[dict[str, Callable[[Any], Any]]] = {
    "constructor": lambda said: Forbund(**said),
    "model_validate": Forbund.model_validate,
    "TypeAdapter": TypeAdapter(Forbund).validate_python,
    "in a list": lambda said: TypeAdapter(list[Forbund]).validate_python([said])[0],
    "in a model": lambda said: Holder.model_validate({"forbund": said}).forbund,
}
JSON: Final[dict[str, Callable[[Any], Any]]] = {
    "model_validate_json": lambda said: Forbund.model_validate_json(json.dumps(said)),
    "TypeAdapter json": lambda said: TypeAdapter(Forbund).validate_json(json.dumps(said)),
    "json in a list": lambda said: TypeAdapter(list[Forbund]).validate_json(json.dumps([said]))[0],
    "json in a model": lambda said: (
        Holder.model_validate_json(json.dumps({"forbund": said})).forbund
    ),
    "subclass": Own.model_validate,
}
DOORS: Final = PYTHON | JSON
PERSONAL: Final = ("850101-1239", "8501011239", "198501011239", "850161-1237", "19850161 1237")


def read(door: Callable[[Any], Any], said: Json) -> object:
    """What a door makes of a document: the document, or the places and types of its errors."""
    try:
        return door(said)
    except ValidationError as refused:
        return [
            (tuple(s for s in e["loc"] if s != "forbund")[-4:], e["type"]) for e in refused.errors()
        ]


class TestOneReading:
    """What JSON accepts is accepted in its parsed form, equal; what it refuses is refused."""

    @given(forbund())
    def test_of_any_document(self, document: Forbund) -> None:
        said = json.loads(document.model_dump_json())
        for door in (*PYTHON.values(), JSON["model_validate_json"]):
            assert door(said) == document
        assert Forbund.model_validate(document.model_dump(mode="json")) == document
        assert Forbund.model_validate(document.model_dump()) == document

    @given(mutated())
    def test_of_a_document_with_something_changed(self, said: Json) -> None:
        by_json = read(JSON["model_validate_json"], said)
        for door in (PYTHON["constructor"], PYTHON["model_validate"], PYTHON["TypeAdapter"]):
            assert read(door, said) == by_json

    @pytest.mark.parametrize("door", DOORS.values(), ids=DOORS)
    def test_a_day_is_a_text_of_one_form(self, door: Callable[[Any], Any]) -> None:
        said = {"name": "x", "members": []}
        assert door(said | {"formed": "2023-01-01"}).formed == date(2023, 1, 1)
        for other in ("2023-1-1", "20230101", "2023-01-01T00:00:00", "2023-01-01 ", "1672531200"):
            with pytest.raises(ValidationError, match="YYYY-MM-DD"):
                door(said | {"formed": other})
        if door in PYTHON.values():
            assert door(said | {"formed": date(2023, 1, 1)}).formed == date(2023, 1, 1)
            with pytest.raises(ValidationError, match="YYYY-MM-DD"):
                door(said | {"formed": datetime(2023, 1, 1)})  # noqa: DTZ001  no time is wanted


@pytest.mark.parametrize("door", DOORS.values(), ids=DOORS)
class TestErrors:
    """Every door reports the same, and nothing personal."""

    @pytest.mark.parametrize("number", PERSONAL)
    def test_no_personal_number_is_repeated(self, door: Callable[[Any], Any], number: str) -> None:
        said = {
            "name": 1.5,
            number: number,
            "orgnr": number,
            "formed": number,
            "rounded_to": number,
            "members": [number, {number: 1}, {"actor": {"name": number, "form": "person"}}],
            "contributions": [{"payer": number, "year": number, "amount": number, "kind": number}],
            "agreements": [{"pool": number, "shares": [{"member": number, "share": number}]}],
            "complete": [number],
            "insatser": [{"name": "x", "kind": number, "payments": [{number: {number: number}}]}],
            "board": number,
        }
        with pytest.raises(ValidationError) as caught:
            door(said)
        error = caught.value
        found = [str(error), repr(error), repr(error.errors()), error.json()]
        found += [explain_error(one, lang) for one in error.errors() for lang in ("sv", "en")]
        for form in {number, number.replace("-", ""), number[-4:]}:
            assert not any(form in text for text in found)
        assert not any("Kind." in text or "<" in text.replace("<class", "") for text in found)

    def test_a_near_miss_is_named(self, door: Callable[[Any], Any]) -> None:
        said = {
            "name": "x",
            "members": [],
            "contribution": [],
            "insatser": [{"name": "x", "kind": "individuell", "payments": [{"amuont": 1}]}],
        }
        with pytest.raises(ValidationError) as caught:
            door(said)
        for near in ("contributions", "individual", "amount"):
            assert f"did you mean {near}?" in str(caught.value)


def test_a_part_by_itself_has_the_same_door() -> None:
    with pytest.raises(ValidationError, match="did you mean payments"):
        Insats(name="x", kind="individual", payment=[])  # type: ignore[call-arg]
    with pytest.raises(ValidationError) as caught:
        Insats.model_validate_strings({"name": "x", "kind": "8501011239", "8501011239": "y"})
    assert "8501011239" not in f"{caught.value!r}{caught.value.errors()}"


def test_a_key_that_looks_like_a_field_is_reported() -> None:
    with pytest.raises(ValidationError) as caught:
        Forbund.model_validate(
            {"name": "x", "members": [], "colour": 1, "19850101": 2, 8501011239: 3}
        )
    assert [error["loc"] for error in caught.value.errors()] == [("colour",), ("…",), ("…",)]


class TestJson:
    """Text that is not one clear document in JSON."""

    @pytest.mark.parametrize(
        ("body", "key"),
        [
            ('{"name": "x", "name": "y", "members": []}', "name"),
            (
                '{"name": "x", "members": [{"actor": "region:12", "left": null, "left": null}]}',
                "left",
            ),
            ('{"name": "x", "members": [], "$schema": {"8501011239": 1, "8501011239": 2}}', "…"),
        ],
    )
    @pytest.mark.parametrize("encode", [str, str.encode, lambda body: bytearray(body.encode())])
    def test_a_repeated_key_is_refused(
        self, body: str, key: str, encode: Callable[[str], Any]
    ) -> None:
        with pytest.raises(ValidationError) as caught:
            Forbund.model_validate_json(encode(body))
        (error,) = caught.value.errors()
        assert error["type"] == "repeated_key"
        assert explain_error(error, "sv").startswith(f'nyckeln "{key}" är angiven två gånger')
        assert explain_error(error, "en").startswith(f'the key "{key}" is given twice')

    def test_a_byte_order_mark_is_passed_over(self) -> None:
        body = '{"name": "x", "members": []}'
        expected = Forbund(name="x", members=())
        assert Forbund.model_validate_json(b"\xef\xbb\xbf" + body.encode()) == expected
        assert Forbund.model_validate_json("\ufeff" + body) == expected

    @pytest.mark.parametrize(
        ("body", "sv", "en"),
        [
            ('{"name": "x"}'.encode("utf-16"), "UTF-16", "UTF-16"),
            ('{"name": "x"}'.encode("utf-16-be"), "UTF-16", "UTF-16"),
            ('{"name": "Malmö"}'.encode("latin-1"), "UTF-8", "UTF-8"),
            (b'{"name": "\x00"}', "styrtecken", "control character"),
            (b'{"name": "\\ud800"}', "surrogat", "surrogate"),
            ('{"name": "\ud800"}', "surrogat", "surrogate"),
            (b"[" * 5000, "nivåer", "levels"),
            (b'{"name": ' * 5000, "nivåer", "levels"),
            (b'{"rounded_to": ' + b"9" * 5000 + b"}", "siffror", "digits"),
            (b'{"name": "x", "members": [], "rounded_to": 1e400}', "flyttal", "float"),
            (b"", "tar slut", "EOF"),
            (b'{"name": "x"', "tar slut", "EOF"),
        ],
    )
    def test_the_message_says_what_is_wrong(self, body: bytes | str, sv: str, en: str) -> None:
        with pytest.raises(ValidationError) as caught:
            Forbund.model_validate_json(body)
        (error,) = caught.value.errors()
        assert sv in explain_error(error, "sv")
        assert en in explain_error(error, "en")
        assert len(explain_error(error, "sv")) < 250

    def test_a_lone_surrogate_in_python(self) -> None:
        with pytest.raises(ValidationError) as caught:
            Forbund(name="\ud800", members=())
        (error,) = caught.value.errors()
        assert "surrogat" in explain_error(error, "sv")


def test_every_model_has_a_door() -> None:
    for model in Model.__subclasses__():
        if model.__pydantic_complete__:
            assert type(model.__pydantic_validator__).__name__ == "Door"


EXAMPLES: Final = sorted((Path(__file__).parents[2] / "examples").glob("*.json"))
SCHEMA: Final = Draft202012Validator(
    Forbund.model_json_schema(), format_checker=FormatChecker(formats=["date"])
)
PARSER_ALONE: Final = {
    **dict.fromkeys(
        ("reversed", "other_year", "goes_on_but_ends", "no_minutes", "shares_in_two_ways"),
        "two fields of one object that do not agree: a comparison of values",
    ),
    **dict.fromkeys(
        ("repeated", "year_repeated", "ordningar_repeated", "agreements_overlap"),
        "entries of one list that may not both stand there",
    ),
    **dict.fromkeys(("shares_not_one", "more_than_sum"), "a sum"),
    **dict.fromkeys(("code_ended", "pool_of_other", "named_person"), "one field hangs on another"),
    "complete_unknown": "names of lists, which have to be in the document",
    "orgnr": "a check digit",
    "part": "a fraction of at most one, whose denominator is not zero",
    "month_day": "months of different lengths",
    **dict.fromkeys(
        ("kronor", "signed_kronor", "year", "int_type"),
        "2024.0 is a whole number to JSON Schema, and a float to the parser",
    ),
}
"""The errors that the schema cannot express, each with the reason."""


def in_keys(said: object) -> object:
    """The same with parties by their keys: the parser alone reads names, in whatever spelling."""
    if isinstance(said, dict):
        return {key: in_keys(value) for key, value in said.items()}
    if isinstance(said, list):
        return [in_keys(value) for value in said]
    meant = parties_called(said) if isinstance(said, str) and ":" not in said else ()
    return meant[0] if meant else said


def disagree(said: Json) -> str | None:
    """How schema and parser differ on a document; None if they agree, or may differ."""
    try:
        Forbund.model_validate_json(json.dumps(said))
    except ValidationError as refused:
        types = {error["type"] for error in refused.errors()}
        if SCHEMA.is_valid(said) and not types <= PARSER_ALONE.keys():
            return f"only the parser refuses: {types}"
    else:
        if not SCHEMA.is_valid(said) and not SCHEMA.is_valid(in_keys(said)):
            return f"only the schema refuses: {next(SCHEMA.iter_errors(said)).message}"
    return None


class TestSchema:
    """The JSON Schema and the parser take the same documents, but for what no schema can say."""

    @given(forbund())
    def test_what_is_written_is_valid(self, document: Forbund) -> None:
        written = json.loads(document.model_dump_json())
        assert SCHEMA.is_valid(written)
        of_written = Draft202012Validator(Forbund.model_json_schema(mode="serialization"))
        assert of_written.is_valid(written)

    @given(mutated())
    def test_a_document_with_something_changed(self, said: Json) -> None:
        assert disagree(said) is None

    @pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
    def test_the_examples(self, example: Path) -> None:
        assert SCHEMA.is_valid(json.loads(example.read_bytes()))

    @pytest.mark.parametrize(
        ("place", "wrong"),
        [
            ({"members": ["kommun:9999"]}, "member"),
            ({"members": ["kommun"]}, "member"),
            ({"area": ["region:12"]}, "kommun"),
            ({"contributions": [{"payer": "riksarkivet", "year": 2026, "amount": 1}]}, "payer"),
            ({"contributions": [{"payer": "forbundet", "year": 2026, "amount": "1e3"}]}, "amount"),
            ({"forbundsordningar": [{"shares_rounded_to": "1.5"}]}, "part"),
            ({"forbundsordningar": [{"term_begins": "13-01"}]}, "day of the year"),
            ({"formed": "2023-02-29"}, "day"),
            ({"orgnr": "8501011239"}, "personal number"),
        ],
    )
    def test_refuses_what_has_a_pattern_or_choices(self, place: Json, wrong: str) -> None:
        said = {"name": "x", "members": []} | place
        assert wrong
        assert not SCHEMA.is_valid(said)
        with pytest.raises(ValidationError):
            Forbund.model_validate(said)

    @pytest.mark.parametrize("lang", [None, "sv", "en"])
    def test_is_itself_valid_with_an_address(self, lang: Lang | None) -> None:
        schema = document_schema(Forbund, lang)
        Draft202012Validator.check_schema(schema)
        assert finsam.__version__ in schema["$id"]
        assert Draft202012Validator(schema).is_valid({"name": "x", "members": ["kommun:1286"]})

    def test_describes_every_field_in_both_languages_without_titles(self) -> None:
        schema = document_schema(Forbund)
        for name, part in {"Forbund": schema, **schema["$defs"]}.items():
            for said in part.get("properties", {}).values():
                assert "title" not in said
                assert " / " in said["description"]
            assert name in {"MemberKey", "KommunKey"} or " / " in part["description"]

    @pytest.mark.parametrize("lang", ["sv", "en"])
    def test_of_a_form_has_titles_and_pickers(self, lang: Lang) -> None:
        schema = document_schema(Forbund, lang)
        for part in (schema, *schema["$defs"].values()):
            for said in part.get("properties", {}).values():
                assert said["title"]
                assert said["description"]
        choices = schema["$defs"]["MemberKey"]["oneOf"]
        assert {"const": "kommun:1286", "title": "Ystad"} in choices
        assert {"const": "region:12", "title": "Region Skåne"} in choices
        assert [choice["const"] for choice in choices] == list(MEMBER_KEYS)
