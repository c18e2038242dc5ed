"""The faults that ``tools/mutation/mutate.py`` plants are faults: each changes one place."""

import importlib.util
import sys
from pathlib import Path
from types import CodeType, ModuleType

import pytest

TOOLS = Path(__file__).parents[2] / "tools" / "mutation"


@pytest.fixture(scope="module")
def mutants() -> ModuleType:
    spec = importlib.util.spec_from_file_location("mutants", TOOLS / "mutants.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["mutants"] = module
    spec.loader.exec_module(module)
    return module


def shape(code: CodeType) -> tuple[object, ...]:
    """What code does, without its places in the file."""
    constants = tuple(
        shape(one) if isinstance(one, CodeType) else (type(one), one) for one in code.co_consts
    )
    return code.co_code, code.co_names, constants


@pytest.mark.parametrize("name", ["finsam.law.shares", "finsam.validation.engine.timeline"])
def test_each_changes_the_code_and_no_two_are_alike(mutants: ModuleType, name: str) -> None:
    path = mutants.path_of(name)
    original = shape(compile(path.read_text(encoding="utf-8"), str(path), "exec"))
    found = mutants.mutants_of(name)
    shapes = [shape(mutants.planted(mutant)) for mutant in found]
    assert len(found) > 50
    assert original not in shapes
    # A comparison turned and a bound one higher may come to the same.
    assert len(set(shapes)) > 0.9 * len(shapes)


def test_texts_for_people_are_left_alone(mutants: ModuleType) -> None:
    reported = [m.what for m in mutants.mutants_of("finsam.validation.rules.target_group")]
    assert not any("insats”" in what or "Source" in what for what in reported)
