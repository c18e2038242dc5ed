"""The words for every part of a document and its fields, in Swedish and in English.

What labels, forms, sheets and the JSON Schema call a field, and how reports ask for it. The table
is ``words.toml``, which is read on first use.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from pydantic import BaseModel
from pydantic.json_schema import JsonSchemaValue

from finsam.law.text import Text
from finsam.models.errors import fields_along, model_in


class Words(NamedTuple):
    """What a part of a document, or a field, is called.

    Attributes:
        title: a few words, in lower case, as they stand in a sentence; plural for a list.
        about: a line that says what it holds.
        one: the title of one entry of a list; the title again for what is no list.
    """

    title: Text
    about: Text
    one: Text


_ANY: Final = "any"


@cache
def table(name: str) -> dict[str, Any]:
    """One of the TOML files beside the models: ``words``, ``choices`` or ``sheets``."""
    import tomllib  # noqa: PLC0415  a parser that only who asks for words needs

    return tomllib.loads(files("finsam.models").joinpath(f"{name}.toml").read_text("utf-8"))


@cache
def words(model: type[BaseModel], field: str | None = None) -> Words:
    """The words for a model of the document, or for one of its fields.

    ``words(Seat, "appointed_by").title.sv`` is ``"utsedd av"``.

    Raises:
        KeyError: the model is no part of a document, or has no such field.
    """
    entry = table("words")[model.__name__] if field is None else _entry(model, field)
    title = Text(*entry["title"])
    return Words(title, Text(*entry["about"]), Text(*entry.get("one", title)))


def _entry(model: type[BaseModel], field: str) -> dict[str, Any]:
    entry: dict[str, Any] = table("words")[model.__name__].get(field)
    return entry or table("words")[_ANY][field]


@cache
def questions(root: type[BaseModel]) -> Mapping[str, Text]:
    """The question for each fact that a document may leave out, by the dotted name of its field.

    ``{it}`` stands for the innermost item of a list that the fact is in, ``{of}`` for the item that
    this one is in; :func:`any_entry` has words for both when many items lack the same fact.
    """
    return MappingProxyType(
        {name: Text(*entry["ask"]) for name, entry in _entries(root) if "ask" in entry}
    )


@cache
def entries(root: type[BaseModel]) -> Mapping[str, Text]:
    """What any entry of each list is called in a sentence, by the dotted name of the list."""
    return MappingProxyType(
        {name: Text(*entry["the"]) for name, entry in _entries(root) if "the" in entry}
    )


def _entries(
    model: type[BaseModel], way: str = "", outer: Mapping[str, Any] = MappingProxyType({})
) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every field of a document by dotted name, with its entry in the table."""
    for name, field in model.model_fields.items():
        entry = _entry(model, name) | outer.get(name, {})
        yield f"{way}{name}", entry
        if inner := model_in(field.annotation):
            yield from _entries(inner, f"{way}{name}.", entry)


def question(root: type[BaseModel], name: str) -> Text:
    """The question for a fact, by dotted name; a general one if no document has such a field."""
    return questions(root).get(name, _OTHER)


def any_entry(root: type[BaseModel], name: str) -> Text:
    """The name of an entry of a list whose own name is unknown or irrelevant."""
    return entries(root).get(name, _ENTRY)


_OTHER: Final = Text("Vad är inte känt om detta?", "What is not known of this?")
_ENTRY: Final = Text("uppgiften", "the entry")


def words_along(
    root: type[BaseModel], loc: tuple[str | int, ...]
) -> Iterator[tuple[str, Words | None]]:
    """Each field that a place in a document passes, with its words.

    Args:
        root: the model that the place starts in.
        loc: the place; indexes are skipped.

    Yields:
        the field and its words; None for what is no field of the model.
    """
    for model, name in fields_along(root, loc):
        yield name, words(model, name) if model and name in model.model_fields else None


def worded(schema: JsonSchemaValue, model: type[BaseModel], *, reading: bool) -> None:
    """Add descriptions in both languages to the schema of a model.

    Fields have no titles: code generators would make a type of each field that has one.

    Args:
        schema: the model's schema, which is changed.
        model: the model.
        reading: whether the schema is of what is read, where a set may be written with repetitions.
    """
    schema["description"] = " / ".join(words(model).about)
    for name, field in model.model_fields.items():
        described = schema.get("properties", {}).get(field.alias or name)
        if described is not None:
            described.pop("title", None)
            described["description"] = " / ".join(words(model, name).about)
            if reading:
                for part in (described, *described.get("anyOf", ())):
                    part.pop("uniqueItems", None)
