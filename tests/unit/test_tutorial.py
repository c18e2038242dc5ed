"""The tutorial and what follows it are done as they say: commands run, cells are typed in.

They answer as the pages say, and the tutorial takes a newcomer less than ten minutes.
"""

import re
import runpy
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import openpyxl
import pytest

import finsam
from finsam.__main__ import main
from finsam.law.text import Lang, Text

DOCS = Path(__file__).parents[2] / "docs"
TUTORIAL = (DOCS / "tutorial.md").read_text(encoding="utf-8")
WORKBOOK = (DOCS / "how-to" / "workbook.md").read_text(encoding="utf-8")
STEP = re.compile(
    r"```sh\n(finsam.*?)\n```(?:\n\n```text\n(.*?)```)?|((?:^\| [^|]+ \| [A-Z]\d+ \| [^\n]*\n)+)",
    re.DOTALL | re.MULTILINE,
)
CLEAN, BREACH = 0, 1


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
    """In Swedish the same happens, and the same stands in the workbook."""
    done: dict[Lang, tuple[list[int], finsam.Forbund]] = {}
    for lang in get_args(Lang):
        (tmp_path / lang).mkdir()
        monkeypatch.chdir(tmp_path / lang)
        statuses = []
        for status, shown in _follow(lang):
            statuses.append(status)
            printed = "".join(capsys.readouterr())
            if lang == "en":
                _assert_printed(shown, printed)
        done[lang] = statuses, finsam.Forbund.from_workbook("plan.xlsx")
        page = Path("plan-2027.html").read_text(encoding="utf-8")
        assert page.startswith(f'<!doctype html>\n<html lang="{lang}">')
    assert done["sv"] == done["en"]
    assert done["sv"][0] == [CLEAN, BREACH, CLEAN, CLEAN, CLEAN, CLEAN]


def test_the_marks_stand_on_the_sheets_that_are_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    named = re.search(r"Here they are on the sheets (.*?)\. ", WORKBOOK.replace("\n", " "))
    assert named
    monkeypatch.chdir(tmp_path)
    for _ in _follow("sv"):
        pass
    book = openpyxl.load_workbook("plan.xlsx")
    marked = [page.title for page in book if any(c.comment for row in page.rows for c in row)]
    sheets = re.split(", | and ", named[1])
    assert marked == [_sheet(each, "sv") for each in sheets]


def test_a_cell_that_cannot_be_used_is_named_as_it_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    said = re.search(r"`(plan\.xlsx: [^`]*)…`", WORKBOOK)
    assert said
    monkeypatch.chdir(tmp_path)
    next(_follow("en"))
    _type("| Bidrag / Contributions | D6 | many |", "en")
    assert main(["check", "plan.xlsx", "--on", "2027-01-01", "--lang", "en"]) == 2
    assert said[1].replace("\n", " ") in capsys.readouterr().err


def test_its_picture_is_of_the_workbook_of_today(tmp_path: Path) -> None:
    script = runpy.run_path(str(DOCS / "workbook_picture.py"))
    page = script["filled_in"](tmp_path / "plan.xlsx")
    drawn = script["PICTURE"].read_bytes()
    assert script["noted"](page) in drawn, "run  python docs/workbook_picture.py"


def _follow(lang: Lang) -> Iterator[tuple[int, str]]:
    """Do all that the pages say: each command's exit status, and what the page shows."""
    for command, shown, cells in STEP.findall(TUTORIAL + WORKBOOK):
        if cells:
            _type(cells, lang)
        else:
            asked = command if lang == "en" else command.replace(" --lang en", "")
            yield main(shlex.split(asked)[1:]), shown


def _type(cells: str, lang: Lang) -> None:
    """Type what a table says into the workbook, figures as figures."""
    book = openpyxl.load_workbook("plan.xlsx")
    for row in cells.splitlines():
        sheet, cell, said = (each.strip() for each in row.strip("|").split("|"))
        book[_sheet(sheet, lang)][cell] = int(said) if said.isdecimal() else said
    book.save("plan.xlsx")


def _sheet(named: str, lang: Lang) -> str:
    """The name of a sheet in one of the languages: both are given if they differ."""
    return Text(*(named.split(" / ") * 2)[:2]).get(lang)


def _assert_printed(shown: str, printed: str) -> None:
    """Each line that is shown follows the one before, except where … leaves some out."""
    rest = f"\n{printed}"
    for part in shown.removesuffix("\n").split("\n…\n") if shown else ():
        _, found, after = rest.partition(f"\n{part}\n")
        assert found, f"{part}\n\nis not printed:\n{printed}"
        rest = f"\n{after}"
