"""Generate the page on the document's format from the models."""

import re
from collections.abc import Iterator
from inspect import getdoc
from typing import Any, Literal, get_args, get_origin

import finsam
from finsam.models.base import Model
from finsam.models.scalars import Stated

TOP = """# The document

A document is a JSON object, a `Forbund`. It can describe any förbund, lawful or not.
`python -m finsam schema` prints its JSON Schema, and `finsam.Forbund.model_json_schema()` returns
it in Python. `python -m finsam schema --form sv` prints a schema for a form, with the titles of
fields and the names of the parties.

- **A field that is `null` or left out is not known.** It never means no or zero. The exceptions
  have a default in the tables below: leaving out such a field means what is written there.
- **A collection that is null is not known. `[]` says that there are none.**
- A **day** is `"YYYY-MM-DD"`. **Kronor** are a whole number or a string, `1500` or `"1500.50"`,
  never a float. A **part** is `"3/5"` or `"0.6"`. An **orgnr** is ten digits.
- A **member key** is `"forsakringskassan"`, `"arbetsformedlingen"`, `"region:12"` or
  `"kommun:1286"`, with the codes of Statistics Sweden (SCB). A name or a code, such as
  `"Region Skåne"` or `"1286"`, is read as the key. One that could be either a kommun or a region
  is refused. An **actor** is a member key, `"forbundet"`, or an external actor.
- In the list of members, a member key alone stands for a member; in an area, for a whole kommun.
- Unknown fields are refused, with a suggestion of what was meant.
"""


_ROLE = re.compile(r":(?:class|meth|func|attr|data|mod):`~?(?:[\w.]*\.)?(\w+)`")


def pages() -> dict[str, str]:
    """The page."""
    return {"reference/document.md": "".join(f"{line}\n" for line in _lines())}


def _lines() -> Iterator[str]:
    yield TOP
    for model in _models(finsam.Forbund, []):
        told = _ROLE.sub(r"`\1`", getdoc(model) or "")
        about, _, attributes = told.partition("\n\nAttributes:")
        meanings = _meanings(attributes)
        yield f"## {model.__name__}"
        yield ""
        yield about
        yield ""
        yield "| field | type | meaning |"
        yield "|---|---|---|"
        for name, field in model.model_fields.items():
            if name == "document_schema":
                continue
            stated = [m.meaning for m in _metadata(field) if isinstance(m, Stated)]
            default = f" Left out: {stated[0]}." if stated else ""
            needed = " Must be given." if field.is_required() else ""
            meaning = meanings.get(name, "").replace("|", "\\|")
            yield f"| `{name}` | {_type(field.annotation)} | {meaning}{default}{needed} |"
        yield ""


def _metadata(field: Any) -> list[Any]:  # noqa: ANN401  pydantic's
    inside = [
        meta for one in get_args(field.annotation) for meta in getattr(one, "__metadata__", ())
    ]
    return [*field.metadata, *inside]


def _models(model: type[Model], found: list[type[Model]]) -> list[type[Model]]:
    """A model and the models in it, each once, in order."""
    if model not in found:
        found.append(model)
        for field in model.model_fields.values():
            for inner in _inside(field.annotation):
                _models(inner, found)
    return found


def _inside(annotation: object) -> Iterator[type[Model]]:
    if isinstance(annotation, type) and issubclass(annotation, Model):
        yield annotation
    for one in get_args(annotation):
        yield from _inside(one)


def _meanings(attributes: str) -> dict[str, str]:
    """The description of each field in a docstring."""
    meanings: dict[str, str] = {}
    name = ""
    for line in attributes.splitlines():
        head, colon, rest = line.strip().partition(": ")
        if colon and line.startswith("    ") and not line.startswith("     "):
            name = head
            meanings[name] = rest
        elif name:
            meanings[name] += f" {line.strip()}"
    return {name: text.strip().replace("``", "`") for name, text in meanings.items()}


_WORDS = {
    "str": "text",
    "int": "number",
    "bool": "true or false",
    "date": "day",
    "Decimal": "kronor",
    "Fraction": "part",
    "NoneType": "null",
}


def _type(annotation: Any) -> str:  # noqa: ANN401  any annotation
    args = [one for one in get_args(annotation) if one not in (type(None), Ellipsis)]
    if isinstance(annotation, type) and issubclass(annotation, Model):
        return f"[{annotation.__name__}](#{annotation.__name__.lower()})"
    if not args:
        name = getattr(annotation, "__name__", str(annotation))
        return _WORDS.get(name, name)
    return _of_several(annotation, args)


def _of_several(annotation: Any, args: list[Any]) -> str:  # noqa: ANN401  any annotation
    origin = get_origin(annotation)
    if origin is Literal:
        return ", ".join(f'`"{one}"`' for one in args)
    if origin in (tuple, frozenset):
        return f"{'list' if origin is tuple else 'set'} of {_type(args[0])}"
    if hasattr(annotation, "__metadata__"):
        return _type(args[0])
    return " or ".join(dict.fromkeys(_type(one) for one in args))
