"""The facts that findings give: written and read as one type each, and said in both languages."""

import re
from collections.abc import Collection, Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any, get_args

import pytest
from pydantic import BaseModel

from finsam.law.text import Lang
from finsam.models.actors import ExternalActor
from finsam.models.board import Reserved, Role, Seat
from finsam.models.insats import Aim, Focus, Payment
from finsam.validation.engine.facts import (
    FACT_TYPES,
    FactValue,
    decode,
    encode,
    facts_schema,
    words,
)
from finsam.validation.rules import RULES

ON = date(2024, 6, 1)
LANGS: list[Lang] = ["sv", "en"]


def said(
    facts: dict[str, FactValue], used: Collection[str], lang: Lang = "sv", day: date = ON
) -> dict[str, str]:
    return words(facts, lang, day, used)


def both(name: str, value: FactValue) -> tuple[str, str]:
    sv, en = (said({name: value}, {name}, lang)[name] for lang in LANGS)
    return sv, en


class TestWritten:
    """What is written is read as it was, and as nothing else."""

    @pytest.mark.parametrize(
        ("name", "value", "written"),
        [
            ("year", 2024, 2024),
            ("insats", "Steget", "Steget"),
            ("total", Decimal("1500.50"), "1500.50"),
            ("difference", Decimal("-0.005"), "-0.005"),
            ("share", Fraction(1, 3), "1/3"),
            ("share", Fraction(1), "1"),
            ("signed", date(2024, 6, 1), "2024-06-01"),
            ("members", ("region:12", "kommun:1286"), ["region:12", "kommun:1286"]),
            ("members", (), []),
            ("amounts", (Decimal(1), Decimal("2.50")), ["1", "2.50"]),
            ("agreed", (Fraction(1, 2), Fraction(0)), ["1/2", "0"]),
        ],
    )
    def test_each_type_has_its_way(self, name: str, value: FactValue, written: object) -> None:
        assert encode(value) == written
        assert decode(name, written) == value
        assert type(decode(name, written)) is type(value)

    @pytest.mark.parametrize(
        ("name", "written"),
        [
            ("year", "2024"),
            ("year", True),
            ("year", 2024.0),
            ("year", None),
            ("year", [2024]),
            ("insats", 5),
            ("insats", ["Steget"]),
            ("insats", None),
            ("total", 5),
            ("total", "5,00"),
            ("total", "1e3"),
            ("total", "NaN"),
            ("total", " 5"),
            ("share", "0.5"),
            ("share", "1/0"),
            ("share", "-1/2"),
            ("signed", "2024-6-1"),
            ("signed", "20240601"),
            ("signed", "2024-02-30"),
            ("members", "region:12"),
            ("members", [5]),
            ("members", ["region:12", 5]),
            ("members", {}),
            ("members", 5),
            ("amounts", ["1", "x"]),
            ("no_such_fact", 5),
            ("no_such_fact", "5"),
            ("no_such_fact", ["5"]),
            ("no_such_fact", []),
        ],
    )
    def test_what_is_of_another_type_is_refused(self, name: str, written: object) -> None:
        with pytest.raises(ValueError, match=f"there is no fact '{name}' with such a value"):
            decode(name, written)

    def test_the_schema_says_what_each_is(self) -> None:
        schema = facts_schema()
        assert schema.keys() == {"type", "properties", "additionalProperties"}
        assert schema["type"] == "object"
        assert schema["additionalProperties"] is False
        properties = schema["properties"]
        assert properties.keys() == FACT_TYPES.keys()
        assert properties["year"] == {"type": "integer"}
        assert properties["insats"] == {"type": "string"}
        assert properties["signed"] == {"type": "string", "format": "date"}
        assert properties["members"] == {"type": "array", "items": {"type": "string"}}
        for name, several in (("total", "amounts"), ("share", "agreed")):
            assert properties[name].keys() == {"type", "pattern"}
            assert properties[name]["type"] == "string"
            assert properties[several] == {"type": "array", "items": properties[name]}


def choices(kind: Any) -> Iterator[str]:  # noqa: ANN401  an annotation
    """The words that a field can have, however its type is put together."""
    if isinstance(kind, str):
        yield kind
    for part in get_args(kind):
        yield from choices(part)


def of_field(model: type[BaseModel], name: str) -> set[str]:
    return {*choices(model.model_fields[name].annotation)}


class TestSaid:
    """What a document says in a word, messages say in words."""

    @pytest.mark.parametrize(
        ("name", "given"),
        [
            ("member", {"forsakringskassan", "arbetsformedlingen"}),
            ("members", {"forsakringskassan", "arbetsformedlingen"}),
            ("actor", {"forsakringskassan", "forbundet", "kommuner", "regioner", "state"}),
            ("form", of_field(ExternalActor, "form")),
            ("what", of_field(Payment, "what") - {"material"}),
            ("aims", {*choices(Aim)}),
            ("focus", {*choices(Focus)} - {"annan"}),
            ("role", {*choices(Role)} - {"ledamot"}),
            ("body", of_field(Seat, "appointed_by")),
            ("eligibility", of_field(Seat, "eligibility")),
            ("how", {"majority_changed", "recalled"}),
            ("reserved", {*choices(Reserved)}),
            ("income", {"esf", "esf_plus", "grant", "gift", "sponsorship", "sale", "other"}),
        ],
    )
    def test_every_word_is_put_in_both_languages(self, name: str, given: set[str]) -> None:
        assert given
        for word in given:
            sv, en = both(name, word)
            assert (sv, en) != (word, word), word
            assert "_" not in sv + en
            assert both(name, (word,)) == (sv, en)

    def test_places_are_reported_by_name_and_key(self) -> None:
        assert both("member", "kommun:1286") == ("Ystad (kommun:1286)", "Ystad (kommun:1286)")
        assert both("actor", "region:12") == ("Region Skåne (region:12)",) * 2
        assert both("members", ("region:12", "kommun:1286")) == (
            "Region Skåne (region:12) och Ystad (kommun:1286)",
            "Region Skåne (region:12) and Ystad (kommun:1286)",
        )
        assert both("parts", ("kommun:1286: norra", "kommun:1287")) == (
            "Ystad, norra (kommun:1286) och Trelleborg (kommun:1287)",
            "Ystad, norra (kommun:1286) and Trelleborg (kommun:1287)",
        )

    def test_figures_are_written_as_the_language_does(self) -> None:
        assert both("total", Decimal("1500.5")) == ("1\N{NO-BREAK SPACE}500,50", "1,500.50")
        assert both("share", Fraction(1, 3)) == ("33,3 procent", "33.3 per cent")
        assert both("year", 2024) == ("2024", "2024")
        assert both("signed", ON) == ("2024-06-01", "2024-06-01")
        assert both("insats", "kommuner") == ("kommuner", "kommuner")

    def test_a_party_is_called_what_it_was_called_on_the_day(self) -> None:
        assert said({"party": "region"}, {"party"})["party"] == "en region"
        before = said({"party": "region"}, {"party"}, day=date(2019, 12, 31))
        assert before["party"] == "ett landsting"

    def test_an_outsider_is_reported_by_its_form_and_taken_for_no_party(self) -> None:
        outsider: dict[str, FactValue] = {"actor": "Försäkringskassan", "form": "company"}
        assert said(outsider, {"actor"}) == {"actor": "Försäkringskassan (ett företag)"}
        assert said({**outsider, "actor": ""}, {"actor"}, "en") == {"actor": "a company"}
        assert said({"actor": "forbundet"}, {"actor"}) == {"actor": "förbundet"}

    def test_only_what_is_spoken_of_is_said(self) -> None:
        facts: dict[str, FactValue] = {
            "actor": "Stegen",
            "form": "company",
            "year": 2024,
            "total": Decimal(400),
            "members": ("kommun:1286",),
            "amounts": (Decimal(90),),
            "agreed": (Fraction(1, 4),),
        }
        assert said(facts, {"year"}) == {"year": "2024"}
        assert said(facts, {"form"}) == {"form": "ett företag"}
        assert said(facts, ()) == {}
        assert said({"members": ("kommun:1286",)}, {"members"}) == {
            "members": "Ystad (kommun:1286)"
        }

    def test_what_was_given_is_held_against_what_was_agreed(self) -> None:
        facts: dict[str, FactValue] = {
            "total": Decimal(400),
            "members": ("kommun:1286", "kommun:1287"),
            "amounts": (Decimal(90), Decimal(310)),
            "agreed": (Fraction(1, 4), Fraction(3, 4)),
        }
        assert said(facts, {"members"}) == {
            "members": "Ystad (kommun:1286) 90 kronor i stället för 100 kronor och Trelleborg "
            "(kommun:1287) 310 kronor i stället för 300 kronor"
        }
        assert said(facts, {"members"}, "en") == {
            "members": "Ystad (kommun:1286) SEK 90 instead of SEK 100 and Trelleborg "
            "(kommun:1287) SEK 310 instead of SEK 300"
        }
        with pytest.raises(ValueError, match="shorter"):
            said({**facts, "amounts": (Decimal(90),)}, {"members"})
        of_state = {**facts, "members": ("kommun:1286", "forsakringskassan")}
        assert "Försäkringskassan 310 kronor" in said(of_state, {"members"})["members"]


@pytest.mark.parametrize(
    ("name", "value", "sv", "en"),
    [
        ("days", 1, "1 dag", "1 day"),
        ("days", 8, "8 dagar", "8 days"),
        ("months", 1, "1 månad", "1 month"),
        ("most", 48, "48 månader", "48 months"),
        ("plan_years", 1, "1 år", "1 year"),
        ("plan_years", 0, "0 år", "0 years"),
        ("begins", "01-01", "den 1 januari", "1 January"),
    ],
)
def test_a_number_is_said_with_what_it_counts(
    name: str, value: FactValue, sv: str, en: str
) -> None:
    assert both(name, value) == (sv, en)


def test_no_message_counts_it_once_more() -> None:
    for rule in RULES:
        for texts in (rule.fail, rule.review, rule.inapplicable, rule.passes):
            for text in texts.values():
                for said in text:
                    assert not re.search(
                        r"\{(days|months|most|longer|plan_years)\} (da|mån|mo|ye|år)", said
                    )
