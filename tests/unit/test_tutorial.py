"""The tutorial and what follows it are done as they say: commands run, cells are typed in.

They answer as the pages say, and the tutorial takes a newcomer less than ten minutes.
"""

import re
import shlex
from pathlib import Path

import openpyxl
import pytest

from finsam.__main__ import main

DOCS = Path(__file__).parents[2] / "docs"
TUTORIAL = (DOCS / "tutorial.md").read_text(encoding="utf-8")
WORKBOOK = (DOCS / "how-to" / "workbook.md").read_text(encoding="utf-8")
STEP = re.compile(
    r"```sh\n(.*?)\n```(?:\n\n```text\n(.*?)```)?|((?:^\| [^|]+ \| [A-Z]\d+ \| [^\n]*\n)+)",
    re.DOTALL | re.MULTILINE,
)


def test_it_takes_ten_minutes_and_no_python() -> None:
    """By 200 words a minute, 10 seconds a cell and 30 a command, and two minutes to install."""
    assert "```python" not in TUTORIAL
    commands = TUTORIAL.count("```sh")
    cells = len(re.findall(r"^\| [^|]+ \| [A-Z]\d+ \|", TUTORIAL, re.MULTILINE))
    words = len(TUTORIAL.split())
    assert 120 + words * 60 / 200 + cells * 10 + commands * 30 < 10 * 60


def test_a_newcomer_who_does_as_it_says_gets_what_it_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    commands = 0
    for command, shown, cells in STEP.findall(TUTORIAL + WORKBOOK):
        if cells:
            _type(cells)
            continue
        commands += 1
        asked, _, into = command.partition(" > ")
        program, *arguments = shlex.split(asked)
        assert program == "finsam"
        assert main(arguments) in {0, 1}
        printed = capsys.readouterr().out
        if into:
            assert printed.startswith("<!doctype html>")
        for line in shown.splitlines():
            assert line in printed.splitlines()
    assert commands == 6


def _type(cells: str) -> None:
    """Type what a table says into the workbook, figures as figures."""
    book = openpyxl.load_workbook("plan.xlsx")
    for row in cells.splitlines():
        sheet, cell, said = (each.strip() for each in row.strip("|").split("|"))
        book[sheet][cell] = int(said) if said.isdecimal() else said
    book.save("plan.xlsx")
