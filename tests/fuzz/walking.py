"""Walks through documents, and through the models that they are made of."""

from collections.abc import Iterator, Sequence
from typing import Any

from finsam.models.base import Loc, Model
from finsam.models.errors import model_in


def facts(part: Model, loc: Loc = ()) -> Iterator[tuple[Loc, Model, Any]]:
    """Every field in a document: its place, the model that it is a field of, and its value."""
    for name in type(part).model_fields:
        value = getattr(part, name)
        yield (*loc, name), part, value
        if isinstance(value, Model):
            yield from facts(value, (*loc, name))
        for number, item in enumerate(value if isinstance(value, tuple) else ()):
            if isinstance(item, Model):
                yield from facts(item, (*loc, name, number))


def instead(part: Any, loc: Sequence[str | int], value: object) -> Any:  # noqa: ANN401  any part
    """A copy with another value at a place."""
    if not loc:
        return value
    step, *rest = loc
    if isinstance(step, int):
        return (*part[:step], instead(part[step], rest, value), *part[step + 1 :])
    return part.replace(**{step: instead(getattr(part, step), rest, value)})


def models(model: type[Model], way: str = "") -> Iterator[tuple[str, type[Model]]]:
    """A model and every model in it, each after the prefix of its fields' names."""
    yield way, model
    for name, field in model.model_fields.items():
        if (inner := model_in(field.annotation)) is not None and issubclass(inner, Model):
            yield from models(inner, f"{way}{name}.")
