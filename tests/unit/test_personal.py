"""Texts that look like personal numbers are pointed out, and not repeated."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from walking import facts

import finsam
from finsam import Forbund, find_personal_numbers
from finsam.__main__ import main
from finsam.law.text import ExplainedError
from finsam.models.base import Loc

TOLVAN = "191212121212"
"""The tax agency's example, which belongs to nobody."""
WHOLE = Forbund.model_validate_json(
    (Path(__file__).parents[2] / "benchmarks" / "full.json").read_bytes()
)


@pytest.mark.parametrize(
    "text",
    [
        *("191212121212", "19121212-1212", "1212121212", "121212-1212", "121212+1212"),
        *("Anna 121212-1212 (handläggare)", "pnr:1212121212.", "121212 1212", "121212–1212"),
        # Samordningsnummer: the day and sixty more.
        *("701063-2391", "19701063-2391"),
    ],
)
def test_what_looks_like_one_is_found(text: str) -> None:
    assert find_personal_numbers(Forbund(name=text, members=())) == (("name",),)


@pytest.mark.parametrize(
    "text",
    [
        # Another check digit, another month, another day, more digits, an organisation number.
        *("121212-1213", "121312-1212", "121232-1212", "1121212121212345", "222000-1842"),
        *("2024-06-01", "1 212 121 212 kronor", "", "Insats 12"),
    ],
)
def test_other_numbers_are_none(text: str) -> None:
    assert find_personal_numbers(Forbund(name=text, members=())) == ()


TEXTS = {"name", "note", "ref", "seat", "part", "source", "description", "matters"}
"""The fields of free text."""


@given(st.sampled_from([loc for loc, *_ in facts(WHOLE) if loc[-1] in TEXTS]))
def test_it_is_found_wherever_it_stands(loc: Loc) -> None:
    tree = WHOLE.model_dump(mode="json")
    holder: Any = tree
    for step in loc[:-1]:
        holder = holder[step]
    holder[loc[-1]] = TOLVAN
    assert find_personal_numbers(Forbund.model_validate_json(json.dumps(tree))) == (loc,)


@pytest.mark.parametrize("command", [["check", "--on", "2024-06-01"], ["calendar", "--year=2024"]])
@pytest.mark.parametrize("lang", ["sv", "en"])
def test_the_command_line_names_the_place_and_not_the_number(
    command: list[str], lang: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.json"
    members = [{"actor": "region:12", "note": TOLVAN}]
    path.write_text(json.dumps({"name": "A", "members": members}), "utf-8")
    assert main([command[0], str(path), *command[1:], "--lang", lang]) in {0, 1}
    out, err = capsys.readouterr()
    assert "members[0].note" in err
    assert {"sv": "personnummer", "en": "personal number"}[lang] in err
    assert TOLVAN not in out + err


ROWS = [{"Namn": "A", "payer": "Ystad", "year": 2024, "amount": 1}]
ASKED: dict[str, Any] = {"amount": 1, "members": ["region:12", "kommun:1286"], "year": 2026}
DAY = date(2026, 1, 1)
ENTRANCES: dict[str, Callable[[Any], object]] = {
    "contributions": lambda said: finsam.division(**ASKED, contributions=said),
    "forbundsordning": lambda said: finsam.division(**ASKED, forbundsordning=said),
    "agreements": lambda said: finsam.shortfall(**ASKED, agreements=said),
    "members": lambda said: finsam.shortfall(**(ASKED | {"members": said})),
    "total": lambda said: finsam.allocate(members=ASKED["members"], year=2026, total=[said]),  # type: ignore[arg-type]  # that is the question
    "rules": lambda said: finsam.check(WHOLE, on=DAY, rules=said),
    "by": lambda said: finsam.from_rows(ROWS, by=said),
    "unit": lambda said: Forbund(name="A", members=()).with_records("members", ROWS, unit=said),
    "collection": lambda said: finsam.from_rows(ROWS, by="Namn", collection=said),
    "each": lambda said: list(finsam.check_many([], on=DAY, each=said)),
    "rule": finsam.rule,
    "member_key": finsam.member_key,
    "lang": lambda said: finsam.check(WHOLE, on=DAY, rules=["1"]).to_html(lang=said),
}


@pytest.mark.parametrize("entrance", ENTRANCES)
@given(written=st.sampled_from([TOLVAN, TOLVAN[2:], "121212-1212", int(TOLVAN), {TOLVAN: TOLVAN}]))
def test_no_error_repeats_one(entrance: str, written: object) -> None:
    with pytest.raises((TypeError, ValueError)) as caught:
        ENTRANCES[entrance](written)
    said = f"{caught.value} {caught.value!r}"
    if isinstance(caught.value, ExplainedError):
        said += caught.value.explain("sv")
    assert "1212121212" not in said
    assert "121212-1212" not in said


@pytest.mark.parametrize("lang", ["sv", "en"])
@pytest.mark.parametrize(
    "arguments",
    [
        ["{}"],
        ["allocate", "--year=2024", "--{}", "Ystad"],
        ["allocate", "--year=2024", "Ystad", "{}"],
        *(["check", "a.json", f"--{name}={{}}"] for name in ("on", "only", "about", "format")),
        *(["check", "a.json", f"--{name}={{}}"] for name in ("lang", "unit", "fail-on", "quiet")),
        *(["check", "a.json", "--on=2024-01-01", f"--{name}"] for name in ("{}", "rules={}")),
        ["check", "--on=2024-01-01", "--by=x", "--table={}=a.csv"],
        ["check", "--on=2024-01-01", "--by={}", "--table=bidrag=a.csv"],
        ["explain", "{}"],
        ["new", "b.xlsx", "--year={}", "Ystad"],
    ],
)
def test_no_usage_error_repeats_one(
    arguments: list[str],
    lang: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LANGUAGE", lang)
    Path("a.csv").write_text("Namn,payer\nA,Ystad\n", encoding="utf-8")
    Path("a.json").write_text(json.dumps({"name": "A", "members": []}), encoding="utf-8")
    try:
        status = main([each.format("121212-1212") for each in arguments])
    except SystemExit as end:
        status = end.code  # type: ignore[assignment]  # argparse's is a number
    out, err = capsys.readouterr()
    assert status == 2
    assert err
    assert "121212-1212" not in out + err
