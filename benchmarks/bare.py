"""The document as bare pydantic models, made from the library's own.

They have the same fields, types, defaults and configuration, but no validators: what parsing would
cost if pydantic only built the tree.
"""

from functools import cache
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel, ConfigDict, Field, WrapValidator, create_model

from finsam.models.base import Model


@cache
def bare(model: type[Model]) -> type[BaseModel]:
    """The bare version of one of the library's models."""
    fields: dict[str, Any] = {}
    for name, field in model.model_fields.items():
        annotation: Any = field.annotation
        if field.metadata:
            annotation = Annotated[annotation, *field.metadata]
        default = ... if field.is_required() else field.default
        # What is ignored may be any text.
        stripped = str | None if field.exclude else _stripped(annotation)
        fields[name] = (stripped, Field(default=default, alias=field.alias))
    config = ConfigDict(frozen=True, extra="forbid")
    built: type[BaseModel] = create_model(model.__name__, __config__=config, **fields)
    return built


def _stripped(annotation: Any) -> Any:  # noqa: ANN401  a type, of any kind
    if isinstance(annotation, type) and issubclass(annotation, Model):
        return bare(annotation)
    origin, args = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        inner = _stripped(args[0])
        # A plain key is short for a member, or for a part of the area.
        return inner | str if any(isinstance(a, WrapValidator) for a in args[1:]) else inner
    if origin in {Union, UnionType}:
        return Union[*(_stripped(a) for a in args)]
    if origin in {tuple, frozenset}:
        return origin[*(a if a is ... else _stripped(a) for a in args)]
    return annotation
