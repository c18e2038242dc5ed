"""The entry points of validation, which all report errors in the same way.

pydantic's own errors repeat the input, which may be personal, and suggest no near miss. A class's
validator is replaced by a :class:`Door`, which its constructor, ``model_validate*`` and a
``TypeAdapter`` of the class all use; :func:`guarded` does the same for a schema that others build,
such as a web framework.
"""

import json
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Callable
from typing import Any

from pydantic import BaseModel
from pydantic_core import (
    CoreSchema,
    InitErrorDetails,
    PydanticCustomError,
    ValidationError,
)
from pydantic_core import core_schema as cs

from finsam.models.errors import known_key, malformed, without_input


class Door:
    """A model's validator, whose errors do not repeat the input.

    Args:
        inner: pydantic's validator.
        model: the model that it is for.
    """

    def __init__(self, inner: Any, model: type[BaseModel]) -> None:  # noqa: ANN401  or a plugin's
        self._inner = inner
        self._model = model

    def validate_python(self, value: object, **options: Any) -> Any:  # noqa: ANN401  pydantic's
        """Like pydantic's."""
        try:
            return self._inner.validate_python(value, **options)
        except ValidationError as error:
            raise without_input(error, self._model, value) from None

    def validate_json(self, body: str | bytes | bytearray, **options: Any) -> Any:  # noqa: ANN401  pydantic's
        """Like pydantic's; a byte order mark is ignored, and a repeated key is refused."""
        try:
            body = _without_mark(body)
            read = self._inner.validate_json(body, **options)
            # The parser silently takes the last of repeated keys: a breach can hide in the first.
            # Numbers stay texts, however long.
            json.loads(body, object_pairs_hook=_once, parse_int=str, parse_float=str)
        except ValidationError as error:
            if _is_utf16(body):
                raise self._no_document("json_invalid", error="it is in UTF-16") from None
            raise without_input(error, self._model) from None
        except PydanticCustomError as error:
            raise self._no_document(error) from None
        return read

    def _no_document(self, kind: str | PydanticCustomError, **context: str) -> ValidationError:
        details = InitErrorDetails(type=kind, loc=(), input=None, ctx=context)
        return ValidationError.from_exception_data(
            self._inner.title, [details], "json", hide_input=True
        )

    def validate_strings(self, value: Any, **options: Any) -> Any:  # noqa: ANN401  pydantic's
        """Like pydantic's."""
        try:
            return self._inner.validate_strings(value, **options)
        except ValidationError as error:
            raise without_input(error, self._model) from None

    def __getattr__(self, name: str) -> object:
        return getattr(self._inner, name)


def guarded(schema: CoreSchema, model: type[BaseModel]) -> CoreSchema:
    """A model's schema for use in the schema of something else."""

    def guard(value: object, read: Callable[[object], object]) -> object:
        try:
            return read(value)
        except ValidationError as error:
            raise without_input(error, model, value) from None

    return cs.no_info_wrap_validator_function(guard, schema)


def _is_utf16(body: str | bytes | bytearray) -> bool:
    # Every other byte of JSON in UTF-16 is NUL, which JSON in UTF-8 has nowhere.
    marks = (BOM_UTF16_LE, BOM_UTF16_BE)
    return isinstance(body, bytes | bytearray) and (body.startswith(marks) or b"\0" in body[:2])


def _without_mark(body: object) -> Any:  # noqa: ANN401  what is no text, pydantic refuses
    if isinstance(body, str):
        return body.removeprefix("\N{ZERO WIDTH NO-BREAK SPACE}")
    return body.removeprefix(BOM_UTF8) if isinstance(body, bytes | bytearray) else body


def _once(pairs: list[tuple[str, object]]) -> None:
    if len(dict(pairs)) < len(pairs):
        keys = [key for key, _ in pairs]
        raise malformed("repeated_key", key=known_key(max(keys, key=keys.count)))
