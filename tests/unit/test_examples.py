"""The examples are real förbund, and the act says of them what their table says."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from finsam import Forbund, Verdict, check

EXAMPLES = Path(__file__).parents[2] / "examples"


def read(name: str) -> Forbund:
    return Forbund.model_validate_json((EXAMPLES / f"{name}.json").read_bytes())


def test_samspelet_holds_in_2019() -> None:
    report = check(read("samspelet-2019"), on=date(2019, 12, 31))
    assert not report.violations
    assert not report.undecided
    assert [u.collection for u in report.unexamined] == ["insatser"]
    shares = [f for f in report.findings if f.rule in {"FINSAM-5-1", "FINSAM-5-2", "FINSAM-5-3"}]
    assert [f.verdict for f in shares] == [Verdict.PASS] * 3
    assert {f.facts["total"] for f in shares} == {Decimal(9_782_000)}


@pytest.mark.parametrize(
    ("on", "broken"),
    [
        (date(2010, 6, 30), {"FINSAM-3-3"}),
        (date(2010, 7, 1), set()),
        (date(2012, 6, 1), set()),
        (date(2026, 11, 22), set()),
    ],
)
def test_two_regions_are_one_too_many_until_the_act_allowed_them(
    on: date, broken: set[str]
) -> None:
    report = check(read("bengtsfors-amal-dals-ed-saffle-arjang"), on=on)
    assert {violation.rule for violation in report.violations} == broken


def test_it_would_need_both_its_regions() -> None:
    forbund = read("bengtsfors-amal-dals-ed-saffle-arjang")
    without = forbund.replace(members=[m for m in forbund.members if m.actor != "region:17"])
    (violation,) = check(without, on=date(2012, 6, 1)).violations
    assert violation.rule == "FINSAM-3-2"
    assert violation.facts == {"member": "region:17", "parts": ("kommun:1765", "kommun:1785")}


def test_starting_a_clubhouse_breaks_7() -> None:
    report = check(read("goteborg-fontanhus"), on=date(2024, 6, 1))
    assert [violation.rule for violation in report.violations] == ["FINSAM-7-2"]


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.json")), ids=lambda path: path.stem)
def test_every_example_is_in_the_table(path: Path) -> None:
    table = (EXAMPLES / "README.md").read_text(encoding="utf-8")
    assert f"`{path.name}`" in table
