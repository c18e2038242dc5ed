"""A rule that is added as ``docs/how-to/add-a-rule.md`` says passes the tests."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "how-to" / "add-a-rule.md").read_text(encoding="utf-8")
QUICK = (
    "test_the_findings",
    "reach_every",
    "TestDeclarations",
    "FINSAM-7-99",
    "can_be_broken",
    "lawful_passes",
    "monotone_from_the_lawful",
    "coverage_map",
    "generated_page",
)
"""What a rule that is added wrongly would fail, of the tests that the page names."""


def block(kind: str, number: int = 0) -> str:
    return list(re.finditer(rf"```{re.escape(kind)}\n(.*?)```", PAGE, re.DOTALL))[number][1]


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1, old
    file.write_text(text.replace(old, new), encoding="utf-8")


def run(copy: Path, *command: str) -> str:
    done = subprocess.run(
        [sys.executable, *command],
        cwd=copy,
        env={**os.environ, "PYTHONPATH": str(copy / "src")},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr
    return done.stdout


def test_the_page_works_as_written(tmp_path: Path) -> None:
    for name in ("src", "tests", "docs", "benchmarks", "examples", "pyproject.toml"):
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(
                source, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__", ".hypothesis")
            )
        else:
            shutil.copy(source, tmp_path)
    package = tmp_path / "src" / "finsam"

    rules = package / "validation" / "rules" / "tasks.py"
    _, declared = block("python").split("\n\n\n@rule", 1)
    text = rules.read_text(encoding="utf-8")
    rules.write_text(f"{text}\n\n@rule{declared.partition('print(')[0].rstrip()}\n", "utf-8")

    named = re.search(r"Save this as `(.*?)`", PAGE)
    assert named is not None
    (tmp_path / named[1]).write_text(block("toml"), encoding="utf-8")

    before = "    **GOVERNANCE_BREACHES,\n"
    change(package / "testing" / "breaches.py", before, block("{.python}") + before)

    assert "python docs/generate.py" in PAGE
    assert "docs/rules.md: changed" in run(tmp_path, "docs/generate.py")
    [tests] = re.findall(r"python -m pytest (.*)", PAGE)
    run(
        tmp_path,
        *("-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", "-p", "no:randomly"),
        *tests.split(),
        *("-k", " or ".join(QUICK)),
    )
