"""What the README writes, and any list, is right for type checkers, and a mistake in it is not."""

import ast
import inspect
import os
import re
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Final

import pytest

import finsam
from finsam import Forbund
from finsam.models.base import Model
from finsam.models.cells import columns

ROOT: Final = Path(__file__).parents[2]
README: Final = "\n".join(
    re.findall(r"```python\n(.*?)```", (ROOT / "README.md").read_text("utf-8"), re.DOTALL)
)
MISTAKES: Final = """
import finsam

finsam.Forbund(name="x", members=["Ystad"], contribution=[])
finsam.Forbund(name="x", members=[1])
finsam.Forbund(name="x", members=[], formed=2020)
finsam.Insats(name="x", kind="individual", aims=["work_ability", "money"])
"""


MODELS: Final = [
    model
    for model in (getattr(finsam, name) for name in dir(finsam))
    if isinstance(model, type) and issubclass(model, Model)
]


def _call(model: type[Model]) -> str:
    """A call of a model's constructor, with a list wherever it holds several things."""
    several = {column.name for column in columns(model) if column.several or column.model}
    given = {
        name: "things" if name in several else "thing"
        for name, field in model.model_fields.items()
        if name in several or field.is_required()
    }
    return f"finsam.{model.__name__}({', '.join(f'{n}={v}' for n, v in given.items())})"


LISTS: Final = "\n    ".join(
    [
        "from typing import Any\nimport finsam\ndef build(thing: Any, things: list[Any]) -> None:",
        *map(_call, MODELS),
    ]
)
CHECKERS: Final = {
    "mypy": [sys.executable, "-m", "mypy", "--config-file="],
    "mypy strict": [sys.executable, "-m", "mypy", "--config-file=", "--strict"],
    "pyright basic": ["pyright"],
}


@pytest.fixture(params=CHECKERS)
def complaints(request: pytest.FixtureRequest, tmp_path: Path) -> list[str]:
    """The lines of a type checker that are errors, of the README, the lists and the mistakes."""
    command = CHECKERS[request.param]
    if "mypy" in command and find_spec("mypy") is None:
        pytest.skip("mypy is not installed")
    if "pyright" in command and shutil.which("pyright") is None:
        pytest.skip("pyright is not installed")
    (tmp_path / "readme.py").write_text(README, "utf-8")
    (tmp_path / "mistakes.py").write_text(MISTAKES, "utf-8")
    (tmp_path / "lists.py").write_text(LISTS, "utf-8")
    found = subprocess.run(
        [*command, "readme.py", "lists.py", "mistakes.py"],
        cwd=tmp_path,
        env=os.environ | {"MYPYPATH": "", "PYRIGHT_PYTHON_IGNORE_WARNINGS": "1"},
        capture_output=True,
        text=True,
        check=False,
    ).stdout
    return re.findall(r"(?:readme|lists|mistakes)\.py:\d+(?=.*error)", found)


def test_the_readme_and_lists_are_right_and_mistakes_are_found(complaints: list[str]) -> None:
    assert complaints == ["mistakes.py:4", "mistakes.py:5", "mistakes.py:6", "mistakes.py:7"]


def test_the_constructor_takes_the_fields() -> None:
    """What type checkers read of it is written by hand."""
    tree = ast.parse(inspect.getsource(sys.modules[Forbund.__module__]))
    (found,) = (
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef) and node.name == "__init__"
    )
    names = {argument.arg for argument in found.args.kwonlyargs}
    assert names == Forbund.model_fields.keys() - {"document_schema"}
    required = [
        argument.arg
        for argument, default in zip(found.args.kwonlyargs, found.args.kw_defaults, strict=True)
        if default is None
    ]
    assert required == [n for n, field in Forbund.model_fields.items() if field.is_required()]
    assert finsam.Forbund is Forbund
