"""What a check does grows no faster than its document, counted in lines of Python run."""

import importlib.util
import math
import sys
from collections.abc import Sequence
from pathlib import Path
from types import FrameType
from typing import Any, Final

import pytest

from finsam import Forbund, check

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


def lines_run(lists: Sequence[Any], size: int) -> int:
    """How many lines a check of a document with lists of some size runs, with all rules warm."""
    document = Forbund.model_validate_json(scaling.document(lists, size))
    check(document, on=scaling.ON)
    count = 0

    def trace(_frame: FrameType, event: str, _argument: object) -> Any:  # noqa: ANN401  itself
        nonlocal count
        count += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        check(document, on=scaling.ON)
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
    few, many = (lines_run([ways[name] for name in names], size) for size in (40, 160))
    exponent = math.log(many / few, 4)
    assert exponent < (2 if names in OF_MEMBERS else 1.15)
