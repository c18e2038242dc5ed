"""The README's examples run, with the output shown."""

import contextlib
import io
import re
import runpy
import tomllib
from pathlib import Path

import finsam

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_its_python_prints_what_it_says() -> None:
    names: dict[str, object] = {}
    scripts = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    assert len(scripts) == 1
    for script in scripts:
        expected = README.split(script)[1].split("```text\n")[1].split("```")[0]
        out = io.StringIO()
        with contextlib.redirect_stdout(out):
            exec(compile(script, "README.md", "exec"), names)  # noqa: S102  it is the README's own
        assert out.getvalue() == expected


def test_its_links_lead_to_files() -> None:
    folders = (ROOT, ROOT / "benchmarks", ROOT / "examples", ROOT / "tools" / "mutation")
    for page in (page for folder in folders for page in folder.glob("*.md")):
        links = re.findall(r"\]\(([^)#]+)[)#]", page.read_text(encoding="utf-8"))
        lost = [link for link in links if "//" not in link and not (page.parent / link).exists()]
        assert lost == [], page


def test_pictures_of_reports_are_of_today() -> None:
    drawn = runpy.run_path(str(ROOT / "docs" / "report_picture.py"))
    for name, picture in drawn["pictures"]().items():
        assert (ROOT / "docs" / "assets" / name).read_text(encoding="utf-8") == picture


def test_it_names_the_versions_that_are_supported() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    pythons = re.findall(r":: (3\.\d+)", " ".join(project["classifiers"]))
    assert f"| Python | {', '.join(pythons)} |" in README
    assert f"SFS {finsam.statute.last_amendment} |" in README
    assert f"| finsam | {finsam.__version__}" in README
