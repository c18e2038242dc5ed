"""Mistakes on the command line: one line that says what to do, and one that leads to the help."""

import argparse
import re
import sys

import pytest

from finsam.__main__ import main
from finsam.commands.mistakes import explained
from finsam.commands.parser import language
from finsam.law.text import Lang

MISTAKES = [
    ("", "ange också KOMMANDO (new, check,", "add COMMAND (new, check,"),
    ("chek", "inget kommando heter 'chek': menas check?", "'chek': did you mean check?"),
    ("x", "'x': välj bland new, check", "'x': choose from new, check"),
    (
        "check",
        "ange också --on med den dag som prövningen avser, som --on 2026-12-31",
        "add --on with the day to check as of, like --on 2026-12-31",
    ),
    ("check x --onn 2026-12-31", "'--onn': menas --on", "'--onn': did you mean --on"),
    ("check x --onn=2026-12-31", "'--onn': menas --on", "'--onn': did you mean --on"),
    ("check x -lang sv", "'-lang': menas --lang?", "'-lang': did you mean --lang?"),
    ("check x --on", "--on saknar värde: skriv --on DAG", "--on has no value: write --on DATE"),
    ("check x --on 2026-02-30", "någon dag 2026-02-30 finns inte", "there is no day 2026-02-30"),
    ("check x --on 2026-6-1", "skriv ÅÅÅÅ-MM-DD", "write YYYY-MM-DD"),
    ("check x --on 850101-1239", "det som angavs är ingen dag", "what was given is no day"),
    ("rules --format jsn", "--format kan inte vara 'jsn': menas json?", "did you mean json?"),
    ("rules --format pdf", "'pdf': välj bland text, json", "'pdf': choose from text, json"),
    ("rules --format", "värde: välj bland text, json", "no value: choose from text, json"),
    ("rules --format=it's", '"it\'s": välj bland', '"it\'s": choose from'),
    ("rules --format 850101-1239", "vara det som angavs", "be what was given"),
    ("check x --on 2026-12-31 --quiet=ja", "tar inget värde: ta bort 'ja'", "leave out 'ja'"),
    ("check x --on 2026-12-31 --only holdz", "menas holds?", "did you mean holds?"),
    ("check x --on 2026-12-31 --about x", "välj bland members", "choose from members"),
    ("calendar a b --year 2026", "'b' hör inte hit", "'b' does not belong here"),
    ("calendar a 8501011239 --year 2026", "det som angavs hör inte", "what was given does not"),
    ("calendar a --year 26", "'26' är inget år", "'26' is no year"),
    ("new", "FIL (den arbetsbok som ska göras", "FILE (the workbook to make"),
    ("new x.xlsx Ystad", "ange också --year med kalenderåret", "add --year with the calendar"),
    (
        "allocate x --year 2026",
        "ange --total med årets medel, --state med vad staten ger eller --given",
        "give --total with the year's money, --state with what the state gives or --given",
    ),
    ("allocate x --year 2026 --total 1 --state 2", "--state kan inte anges tillsammans med --total",
     "--state cannot be given together with --total"),
    ("schema foo", "VAD kan inte vara 'foo': välj bland document", "WHAT cannot be 'foo'"),
]  # fmt: skip


@pytest.mark.parametrize("lang", ["sv", "en"])
@pytest.mark.parametrize(("asked", "sv", "en"), MISTAKES, ids=[asked for asked, *_ in MISTAKES])
def test_a_mistake_is_what_is_wrong_and_what_to_do_and_where_the_help_is(
    asked: str, sv: str, en: str, lang: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--lang", lang, *asked.split()])
    assert ended.value.code == 2
    wrong, help_at = capsys.readouterr().err.splitlines()
    command = asked.split(" ", 1)[0] if asked not in {"", "chek", "x"} else ""
    program = f"finsam {command}".strip()
    assert wrong.startswith(f"{program}: ")
    assert (sv if lang == "sv" else en) in wrong
    assert f"{program} --help" in help_at
    assert "--lang en" in help_at
    assert "8501011239" not in wrong.replace("-", "")


@pytest.mark.parametrize("lang", ["sv", "en"])
@pytest.mark.parametrize(
    ("message", "sv", "en"),
    [
        (  # 3.11
            "argument --unit: invalid choice: 'tk' (choose from 'kr', 'tkr', 'mnkr')",
            "--unit kan inte vara 'tk': menas tkr?",
            "--unit cannot be 'tk': did you mean tkr?",
        ),
        (  # 3.12 and later
            "argument --unit: invalid choice: 'tk' (choose from kr, tkr, mnkr)",
            "--unit kan inte vara 'tk': menas tkr?",
            "--unit cannot be 'tk': did you mean tkr?",
        ),
        (  # 3.14 and later, where it suggests
            "argument --unit: invalid choice: 'tk', maybe you meant 'tkr'? (choose from kr, tkr)",
            "--unit kan inte vara 'tk': menas tkr?",
            "--unit cannot be 'tk': did you mean tkr?",
        ),
        (
            r"argument --unit: invalid choice: 'it\'s \"x\"' (choose from kr)",
            "välj bland kr, tkr, mnkr",
            "choose from kr, tkr, mnkr",
        ),
        (
            "argument -o/--output: expected one argument",
            "--output saknar värde: skriv --output FIL (en fil)",
            "--output has no value: write --output FIL (en fil)",
        ),
        (
            "argument -q/--quiet: ignored explicit argument 'x'",
            "--quiet tar inget värde: ta bort 'x'",
            "--quiet takes no value: leave out 'x'",
        ),
        ("something of a later Python", "something of a later Python", "something of a later"),
    ],
)
def test_what_argparse_says_in_any_python_is_put_in_plain_words(
    message: str, sv: str, en: str, lang: Lang
) -> None:
    parser = argparse.ArgumentParser()
    actions = [
        parser.add_argument("--unit", choices=("kr", "tkr", "mnkr")),
        parser.add_argument("-o", "--output", metavar="FIL", help="en fil"),
        parser.add_argument("-q", "--quiet", action="store_true"),
    ]
    said = explained(message, actions, lang)
    assert (sv if lang == "sv" else en) in said


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ([], "sv"),
        (["--lang", "en"], "en"),
        (["--lang=en"], "en"),
        (["--lang=en", "check", "--lang", "sv"], "sv"),
        (["--lang"], "sv"),
        (["--lang", "svenska"], "sv"),
    ],
)
def test_the_language_is_what_lang_says(
    asked: list[str], expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.setenv(name, "en_GB.UTF-8")
    assert language(asked) == expected


COMMANDS = ["", "new", "check", "rules", "explain", "allocate", "calendar", "schema"]


@pytest.mark.parametrize("command", COMMANDS)
def test_help_is_in_swedish_and_says_first_how_to_get_it_in_english(
    command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main([*filter(None, [command]), "--help"])
    assert ended.value.code == 0
    first, *rest = capsys.readouterr().out.splitlines()
    assert first == f"In English: {f'finsam {command}'.strip()} --help --lang en"
    assert not re.search(r"usage|options|positional|show|default", "\n".join(rest))
    with pytest.raises(SystemExit):
        main(first.removeprefix("In English: finsam ").split())
    assert "show this help" in capsys.readouterr().out


@pytest.mark.parametrize("before", [True, False])
def test_lang_is_given_before_the_command_or_after_it(
    before: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    assert (
        main(["--lang", "en", "explain", "5-1"] if before else ["explain", "5-1", "--lang=en"]) == 0
    )
    assert "The state gives half" in capsys.readouterr().out


def test_without_a_standard_error_the_status_still_says_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "stderr", None)
    with pytest.raises(SystemExit) as ended:
        main(["check"])
    assert ended.value.code == 2
