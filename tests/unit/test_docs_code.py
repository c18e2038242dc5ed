"""The Python on every page of the docs runs, from top to bottom, with the output shown."""

import contextlib
import io
import json
import re
import shutil
from importlib.util import find_spec
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = sorted((ROOT / "docs").rglob("*.md"))
OF_ITS_OWN = {"many-documents.md", "property-tests.md"}
"""Pages whose scripts are whole programs; test_batch and test_testing run them."""
EXTRAS = ("pandas", "polars", "hypothesis", "fastapi")
BLOCK = re.compile(r"```python\n(.*?)```(?:\n\n```text\n(.*?)```)?", re.DOTALL)


@pytest.mark.parametrize(
    "page",
    [
        page
        for page in PAGES
        if page.name not in OF_ITS_OWN and BLOCK.search(page.read_text("utf-8"))
    ],
    ids=lambda page: str(page.relative_to(ROOT / "docs")),
)
def test_its_python_runs_and_prints_what_it_says(
    page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    shutil.copytree(ROOT / "examples", "examples")
    shutil.copy(ROOT / "examples" / "goteborg-fontanhus.json", "forbund.json")
    names: dict[str, object] = {"__name__": "page"}
    for script, expected in BLOCK.findall(page.read_text(encoding="utf-8")):
        if any(re.search(rf"(?:import|from) {n}\b", script) and not find_spec(n) for n in EXTRAS):
            continue
        out = io.StringIO()
        with contextlib.redirect_stdout(out):
            exec(compile(script, page.name, "exec"), names)  # noqa: S102  it is the page's own
        if expected:
            assert out.getvalue() == expected


def test_every_page_stands_in_the_navigation() -> None:
    nav = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").partition("\nnav:\n")[2]
    named = set(re.findall(r": (\S+\.md)$", nav, re.MULTILINE))
    assert named == {str(page.relative_to(ROOT / "docs")) for page in PAGES}


NOTEBOOKS = sorted((ROOT / "examples" / "notebooks").glob("*.ipynb"))


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
class TestNotebooks:
    """They are kept without outputs, and what they claim is so."""

    def test_it_is_kept_without_outputs(self, path: Path) -> None:
        for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
            assert not cell.get("outputs")
            assert cell.get("execution_count") is None
            assert cell["metadata"] == {}

    def test_its_cells_run_and_its_asserts_hold(
        self, path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.chdir(path.parent)
        names: dict[str, object] = {"__name__": "notebook"}
        cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
        scripts = ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "code"]
        assert sum("assert " in script for script in scripts) >= 3
        for script in scripts:
            with contextlib.redirect_stdout(io.StringIO()):
                exec(compile(script, path.name, "exec"), names)  # noqa: S102  it is the notebook's own
