"""The work of a check, in lines of Python run, grows no faster than its document."""

import importlib.util
import math
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from types import FrameType
from typing import Any, Final

import pytest

from finsam import Forbund, Report, check
from finsam.law.geography import KOMMUNER
from finsam.rendering.outline import outline

SOURCE: Final = Path(__file__).parents[2] / "benchmarks" / "scaling.py"
SPEC: Final = importlib.util.spec_from_file_location("scaling", SOURCE)
assert SPEC is not None
assert SPEC.loader is not None
scaling: Any = importlib.util.module_from_spec(SPEC)
sys.modules["scaling"] = scaling
SPEC.loader.exec_module(scaling)

OF_MEMBERS: Final = {
    ("contributions of many years", "members, one each"),
    ("audits of one year", "members, one each"),
}
"""Each member is asked about in each year and after each audit; there are 312 at most."""


def checked(lists: Sequence[Any], size: int) -> Callable[[], object]:
    """A check of a document with lists of some size."""
    document = Forbund.model_validate_json(scaling.document(lists, size))
    return partial(check, document, on=scaling.ON)


def lines_run(call: Callable[[], object]) -> int:
    """How many lines a repeated call runs."""
    call()
    count = 0

    def trace(_frame: FrameType, event: str, _argument: object) -> Any:  # noqa: ANN401  itself
        nonlocal count
        count += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        call()
    finally:
        sys.settrace(before)
    return count


@pytest.mark.parametrize("whole", [False, True], ids=["some", "complete"])
@pytest.mark.parametrize("names", scaling.JOINED, ids=" × ".join)
def test_what_a_rule_joins_is_no_product(
    names: tuple[str, str], whole: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if whole:
        monkeypatch.setitem(scaling.BASE, "complete", ["all"])
    ways = {each.name: each for each in (*scaling.growing(), *scaling.JOINED_WAYS)}
    few, many = (lines_run(checked([ways[name] for name in names], size)) for size in (40, 160))
    exponent = math.log(many / few, 4)
    assert exponent < (2 if names in OF_MEMBERS else 1.15)


def breaches(size: int) -> Report:
    """A report on a förbund that lacks many members, each of which has paid."""
    keys = [key for key in KOMMUNER if key not in {"kommun:0980", "kommun:1286", "kommun:1917"}][
        :size
    ]
    document = Forbund(
        name="x",
        members=["forsakringskassan", "arbetsformedlingen", "region:12", "kommun:1286"],
        area=keys,
        contributions=[
            {"payer": key, "year": year, "amount": 1} for year in (2023, 2024) for key in keys
        ],
    )
    return check(document, on=scaling.ON)


def test_what_follows_from_what_is_found_without_a_product() -> None:
    few, many = (breaches(size) for size in (40, 160))
    missing = outline(many, "sv").groups["violations"]
    follows = {
        head.rule: len(group.items) for one in missing for head, group in one.follows.items()
    }
    assert follows["FINSAM-6-1"] == 320
    exponent = math.log(
        lines_run(partial(outline, many, "sv")) / lines_run(partial(outline, few, "sv")), 4
    )
    assert exponent < 1.15
