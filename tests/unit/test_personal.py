"""Texts that look like personal numbers are pointed out, and not repeated."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from walking import facts

from finsam import Forbund, find_personal_numbers
from finsam.__main__ import main
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
