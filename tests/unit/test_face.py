"""The public face: every name is there, and is fetched when it is first used."""

import subprocess
import sys

import pytest

import finsam

NAMES: list[str] = vars(finsam)["__all__"]


@pytest.mark.parametrize("name", NAMES)
def test_every_name_of_the_face_is_there(name: str) -> None:
    assert getattr(finsam, name) is not None
    assert name in dir(finsam)


def test_a_name_that_is_not_there_is_refused_as_any_modules_is() -> None:
    with pytest.raises(AttributeError, match="module 'finsam' has no attribute 'forbund'"):
        finsam.forbund  # type: ignore[attr-defined]  # noqa: B018
    with pytest.raises(ImportError):
        from finsam import forbund  # type: ignore[attr-defined]  # noqa: F401, PLC0415


def test_importing_it_imports_nothing_that_is_not_asked_for() -> None:
    script = "import sys, finsam; print(*{'pydantic', 'finsam.models', 'decimal'} & {*sys.modules})"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True)
    assert done.stdout.split() == []


def test_a_star_brings_all_of_it() -> None:
    names: dict[str, object] = {}
    exec("from finsam import *", names)  # noqa: S102  what a notebook may write
    assert set(NAMES) <= names.keys()
