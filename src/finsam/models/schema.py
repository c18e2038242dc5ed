"""The JSON Schema of documents, for validators, code generators and forms."""

from collections.abc import Iterable, Iterator
from typing import Any, Final

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaMode, JsonSchemaValue
from pydantic_core import CoreSchema

from finsam._version import __version__
from finsam.law.parties import member_name
from finsam.law.text import Lang
from finsam.models.actors import KOMMUN_PATTERN, MEMBER_KEYS, MEMBER_PATTERN
from finsam.models.errors import model_in
from finsam.models.words import words

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"

_PICKERS: Final = {
    MEMBER_PATTERN: ("MemberKey", MEMBER_KEYS),
    KOMMUN_PATTERN: ("KommunKey", tuple(key for key in MEMBER_KEYS if key[:7] == "kommun:")),
}
"""The patterns of keys, each with the name of its choices in the schema."""


class DocumentSchema(GenerateJsonSchema):
    """Defines the keys of parties once, as choices."""

    def generate(self, schema: CoreSchema, mode: JsonSchemaMode = "validation") -> JsonSchemaValue:
        """Like pydantic's."""
        written = super().generate(schema, mode)
        used = {_pick(part) for part in _parts(written)} - {None}
        for name, keys in _PICKERS.values():
            if name in used:
                choices = {"type": "string", "enum": list(keys)}
                written.setdefault("$defs", {})[name] = choices
        return written


def _pick(part: dict[str, Any]) -> str | None:
    """Replace a pattern of keys by a reference to its choices, and return their name."""
    picker = _PICKERS.get(str(part.get("pattern")))
    if picker is None:
        return None
    del part["pattern"], part["type"]
    part["$ref"] = f"#/$defs/{picker[0]}"
    return picker[0]


def _parts(schema: object) -> Iterator[dict[str, Any]]:
    """Every object in a schema, the outer ones first."""
    inner: Iterable[object] = schema if isinstance(schema, list) else ()
    if isinstance(schema, dict):
        yield schema
        inner = schema.values()
    for each in list(inner):
        yield from _parts(each)


def document_schema(model: type[BaseModel], lang: Lang | None = None) -> dict[str, Any]:
    """The JSON Schema of documents, with its address.

    Args:
        model: the model of a document, ``Forbund``.
        lang: the language of a form, in which fields and parties have titles; None: for validators
            and code generators, with descriptions in both languages and no titles.
    """
    schema = model.model_json_schema()
    if lang is not None:
        models = _models(model)
        for name, part in {model.__name__: schema, **schema["$defs"]}.items():
            if name in models:
                _in_one_language(part, models[name], lang)
        for name, keys in _PICKERS.values():
            named = [{"const": key, "title": member_name(key)} for key in keys]
            schema["$defs"][name] = {"oneOf": named}
    address = f"urn:finsam:document:{__version__}{f':{lang}' if lang else ''}"
    return {"$schema": DIALECT, "$id": address, **schema}


def _in_one_language(schema: dict[str, Any], model: type[BaseModel], lang: Lang) -> None:
    of_model = words(model)
    schema["title"] = of_model.title.get(lang)
    schema["description"] = of_model.about.get(lang)
    for name, field in model.model_fields.items():
        of_field = words(model, name)
        schema["properties"][field.alias or name] |= {
            "title": of_field.title.get(lang),
            "description": of_field.about.get(lang),
        }


def _models(model: type[BaseModel]) -> dict[str, type[BaseModel]]:
    """A model and those in it, by their names."""
    found = {model.__name__: model}
    for each in (model_in(field.annotation) for field in model.model_fields.values()):
        if each is not None:
            found |= _models(each)
    return found
