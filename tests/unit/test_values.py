"""Values that are handed out: nobody can change them, and they are small."""

import importlib
import pkgutil
from collections.abc import Iterator
from dataclasses import FrozenInstanceError, fields, is_dataclass
from functools import cached_property

import pytest

import finsam


def _dataclasses() -> Iterator[type]:
    for module in pkgutil.walk_packages(finsam.__path__, "finsam."):
        if not module.name.endswith("__main__"):
            for thing in vars(importlib.import_module(module.name)).values():
                ours = getattr(thing, "__module__", None) == module.name
                if ours and isinstance(thing, type) and is_dataclass(thing):
                    yield thing


DATACLASSES = sorted(set(_dataclasses()), key=lambda each: each.__qualname__)


@pytest.mark.parametrize("kind", DATACLASSES, ids=lambda kind: kind.__qualname__)
def test_no_value_can_be_changed(kind: type) -> None:
    value: object = object.__new__(kind)
    for field in fields(kind):
        with pytest.raises(FrozenInstanceError):
            setattr(value, field.name, None)


@pytest.mark.parametrize("kind", DATACLASSES, ids=lambda kind: kind.__qualname__)
def test_only_what_remembers_an_answer_has_room_for_more(kind: type) -> None:
    remembers = any(isinstance(each, cached_property) for each in vars(kind).values())
    assert hasattr(object.__new__(kind), "__dict__") == remembers
