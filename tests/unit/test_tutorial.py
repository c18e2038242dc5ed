"""The tutorial is done as it says: its commands run, what it types is typed, and they answer so."""

import re
import shlex
from pathlib import Path

import openpyxl
import pytest

from finsam.__main__ import main

PAGE = Path(__file__).parents[2] / "docs" / "tutorial.md"
SPREADSHEET, _, PYTHON = PAGE.read_text(encoding="utf-8").partition("## The same in Python")
STEP = re.compile(
    r"```sh\n(.*?)\n```(?:\n\n```text\n(.*?)```)?|((?:^\| [^|]+ \| [A-Z]\d+ \| [^\n]*\n)+)",
    re.DOTALL | re.MULTILINE,
)


def test_its_first_part_has_no_python() -> None:
    assert "```python" in PYTHON
    assert "```python" not in SPREADSHEET
    assert "import" not in SPREADSHEET


def test_a_newcomer_who_does_as_it_says_gets_what_it_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    commands = 0
    for command, shown, cells in STEP.findall(SPREADSHEET):
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
    assert commands == 5


def _type(cells: str) -> None:
    """Type what a table says into the workbook, figures as figures."""
    book = openpyxl.load_workbook("plan.xlsx")
    for row in cells.splitlines():
        sheet, cell, said = (each.strip() for each in row.strip("|").split("|"))
        book[sheet][cell] = int(said) if said.isdecimal() else said
    book.save("plan.xlsx")
