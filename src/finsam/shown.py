"""The single entry point to :mod:`finsam.rendering`, imported when something is first rendered."""

from importlib import import_module
from typing import Any


def face(name: str) -> Any:  # noqa: ANN401  a module
    """A module of :mod:`finsam.rendering`: ``"html"``, ``"markdown"`` or ``"svg"``."""
    return import_module(f"finsam.rendering.{name}")


class Shown:
    """Renders as HTML in a notebook, in Swedish."""

    __slots__ = ()

    def _repr_html_(self) -> str:
        html: str = face("html").show(self)
        return html
