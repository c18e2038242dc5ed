"""Every field of a document has words in both languages, and they are said once."""

import inspect
import re
import subprocess
import sys
import tomllib
from importlib.resources import files
from typing import Any, get_args, get_origin

import pytest
from pydantic import BaseModel

from finsam import Forbund, Seat
from finsam.models import many, rows, workbook
from finsam.models.base import Model
from finsam.models.errors import MALFORMED, model_in
from finsam.models.words import table, words, words_along

MODELS = {
    model.__name__: model
    for model in Model.__subclasses__()
    if model.__module__.startswith("finsam.models.")
}
FIELDS = [(model, field) for model in MODELS.values() for field in model.model_fields]
TABLE: dict[str, dict[str, Any]] = tomllib.loads(
    files("finsam.models").joinpath("words.toml").read_text(encoding="utf-8")
)


def is_list(annotation: object) -> bool:
    return get_origin(annotation) in {tuple, frozenset} or any(map(is_list, get_args(annotation)))


@pytest.mark.parametrize("model", MODELS.values())
def test_every_model_and_field_has_words(model: type[BaseModel]) -> None:
    for said in (words(model), *(words(model, field) for field in model.model_fields)):
        for text in (*said.title, *said.about, *said.one):
            assert text == text.strip()
            assert text
        for title in (*said.title, *said.one):
            assert title[0].islower()
            assert len(title) <= 50
        for about in said.about:
            assert about[0].isupper() or about[0] == '"'
            assert about.endswith(".")


def test_every_word_is_of_a_model_and_a_field() -> None:
    assert TABLE.keys() == {"any", *MODELS}
    for name, said in TABLE.items():
        fields = said.keys() - {"title", "about"}
        if name == "any":
            of_some = {field for model, field in FIELDS if field not in TABLE[model.__name__]}
            assert fields == of_some
        else:
            assert fields <= MODELS[name].model_fields.keys()
        for field in fields:
            inner = said[field].keys() - {"title", "about", "one", "the", "ask"}
            assert not inner or inner <= model_fields_in(MODELS[name], field)
            assert all(said[field][each].keys() == {"ask"} for each in inner)


def model_fields_in(model: type[BaseModel], field: str) -> set[str]:
    found = model_in(model.model_fields[field].annotation)
    return set(found.model_fields) if found else set()


@pytest.mark.parametrize(("model", "field"), FIELDS)
def test_lists_alone_have_a_word_for_one_entry(model: type[BaseModel], field: str) -> None:
    said = TABLE[model.__name__].get(field, {})
    assert ("one" in said) == is_list(model.model_fields[field].annotation)
    assert "one" in said or "the" not in said


@pytest.mark.parametrize("model", MODELS.values())
def test_the_documentation_of_a_field_says_the_same(model: type[BaseModel]) -> None:
    """Docstrings and words say the same, so that neither goes stale."""
    reported = inspect.getdoc(model) or ""
    fields = re.split(r"^    (?=\w+: )", reported.partition("Attributes:\n")[2], flags=re.MULTILINE)
    attributes = dict(each.split(": ", 1) for each in fields if each.strip())
    assert attributes.keys() == model.model_fields.keys() - {"document_schema"}
    for field, about in attributes.items():
        assert words(model, field).about.en.casefold() == plain(about)
    assert words(model).about.en.casefold() == plain(reported.partition("\n\n")[0])


def plain(docstring: str) -> str:
    unmarked = re.sub(r":\w+:`([^`]*)`", r"\1", docstring).replace("``", "")
    return " ".join(unmarked.split()).casefold()


def test_words_of_what_is_no_part_of_a_document() -> None:
    with pytest.raises(KeyError, match="nothing"):
        words(Seat, "nothing")
    with pytest.raises(KeyError, match="BaseModel"):
        words(BaseModel)


def test_a_field_is_worded_by_the_model_that_it_stands_in() -> None:
    assert words(Seat, "appointed_by").title.sv == "utsedd av"
    along = list(words_along(Forbund, ("members", 0, "actor", "name")))
    assert [field for field, _ in along] == ["members", "actor", "name"]
    assert [said.one.en for _, said in along if said] == ["member", "member", "name"]
    along = list(words_along(Forbund, ("economy", "budgets", 3, "nothing", "year")))
    assert [said.one.sv if said else None for _, said in along] == [
        *("ekonomi", "budget"),
        *(None, None),
    ]


def test_the_table_is_read_when_somebody_asks() -> None:
    program = "import finsam, sys; finsam.check; assert 'tomllib' not in sys.modules"
    subprocess.run([sys.executable, "-c", program], check=True)


def test_what_sheets_say_is_said_in_both_languages_and_somewhere() -> None:
    sheets = table("sheets")
    source = "".join(map(inspect.getsource, (rows, many, workbook)))
    for name, said in sheets["text"].items():
        assert len(set(said)) == len(said) == 2
        assert re.search(rf"(?:sheet_text|_listed|_say)\([^)]*[\"']{name}[\"']", source)
    kinds = [kind for each in sheets["cell"] for kind in each["kinds"]]
    assert len(set(kinds)) == len(kinds)
    assert {kind for kind in kinds if not kind.endswith("_type")} <= MALFORMED.keys()
    assert all(len(set(each["text"])) == 2 for each in sheets["cell"])
