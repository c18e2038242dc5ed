"""The base of every model: frozen, without unknown fields, and validated when copied."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextvars import ContextVar
from typing import Any, Final, Self, TypeAlias, cast

from pydantic import BaseModel, ConfigDict, GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, SchemaValidator

from finsam.models.doors import Door, guarded

Loc: TypeAlias = tuple[str | int, ...]
"""A place in a document, in pydantic's form: ``("insatser", 0, "payments", 1, "to")``."""

_BUILDING: Final = ContextVar("_BUILDING", default=False)
"""Whether a model is being built; its parts then need no guard of their own."""


class Model(BaseModel):
    """A part of the document.

    Malformed input raises ``pydantic.ValidationError``; input that is merely unlawful does not.
    Null means "not known", unless the field is marked
    :class:`~finsam.models.scalars.Stated`. Errors do not repeat the input, whichever way it came.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    @classmethod
    def __pydantic_on_complete__(cls) -> None:
        inner = cls.__pydantic_validator__
        cls.__pydantic_validator__ = cast("SchemaValidator", Door(inner, cls))

    @classmethod
    def __get_pydantic_core_schema__(
        cls,
        source: Any,  # noqa: ANN401  pydantic's
        handler: GetCoreSchemaHandler,
    ) -> CoreSchema:
        if _BUILDING.get():
            return handler(source)
        if cls.__pydantic_complete__:
            return guarded(handler(source), cls)
        token = _BUILDING.set(True)
        try:
            return handler(source)
        finally:
            _BUILDING.reset(token)

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        from finsam.models.words import worded  # noqa: PLC0415  only a schema needs the words

        written = handler(schema)
        worded(handler.resolve_ref_schema(written), cls, reading=handler.mode == "validation")
        return written

    def replace(self, **changes: Any) -> Self:  # noqa: ANN401  any field, of any type
        """A copy with some fields changed, validated in full.

        Raises:
            pydantic.ValidationError: the changed document is malformed.
        """
        given = {
            name: getattr(self, name)
            for name, field in type(self).model_fields.items()
            if name in self.model_fields_set and not field.exclude
        }
        return type(self).model_validate(given | changes)

    __replace__ = replace

    def __repr_args__(self) -> Iterable[tuple[str | None, Any]]:
        # Defaults are left out: they would bury what the document states.
        for name, value in super().__repr_args__():
            if name is None or value != type(self).model_fields[name].default:
                yield name, _Braced(value) if isinstance(value, frozenset) else value

    def model_copy(
        self,
        *,
        update: Mapping[str, Any] | None = None,
        deep: bool = False,  # noqa: ARG002  no difference for frozen models
    ) -> Self:
        """Same as :meth:`replace`."""
        return self.replace(**update) if update else self


def values_along(
    part: Any,  # noqa: ANN401  any part of a document
    way: Sequence[str],
    at: tuple[int, ...] = (),
) -> Iterator[tuple[tuple[int, ...], Any]]:
    """What stands at the end of a path of names, for each item of the lists that it passes.

    Args:
        part: the document.
        way: the names.
        at: the index path of the part.

    Yields:
        the index path, and what stands there; None also where a part on the way is null.
    """
    if not way or part is None:
        yield at, part
    elif isinstance(part, tuple):
        for number, item in enumerate(part):
            yield from values_along(item, way, (*at, number))
    else:
        yield from values_along(getattr(part, way[0]), way[1:], at)


class _Braced:
    """The repr of a set of words in sorted order; the order of a set varies from run to run."""

    def __init__(self, words: frozenset[str]) -> None:
        self._words = words

    def __repr__(self) -> str:
        return f"{{{', '.join(map(repr, sorted(self._words)))}}}" if self._words else "frozenset()"
