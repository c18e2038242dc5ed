"""How cost grows with the size of a document: ``python benchmarks/scaling.py``.

For each way of growing, the time of a check at each size, the least of several, and the exponent
that fits them: 1 is linear. So is the memory that it takes at its peak.
"""

import argparse
import gc
import math
import sys
import tracemalloc
from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from time import perf_counter
from typing import Any

import finsam

FULL = finsam.Forbund.model_validate_json((Path(__file__).parent / "full.json").read_bytes())
ON = date(2025, 6, 1)


def _insatser(size: int) -> finsam.Forbund:
    given = FULL.insatser or ()
    return FULL.replace(insatser=tuple(given[n % len(given)] for n in range(size)))


def _membership_periods(size: int) -> finsam.Forbund:
    first = date(2005, 1, 1)
    days = [first + timedelta(2 * n) for n in range(size)]
    periods = [{"actor": "kommun:1286", "joined": day, "left": day} for day in days]
    others = [m for m in FULL.members if m.actor != "kommun:1286"]
    return FULL.replace(members=[*others, *periods])


def _years(size: int) -> finsam.Forbund:
    return FULL.replace(
        contributions=[
            {"payer": payer, "year": 2010 + n, "amount": amount}
            for n in range(size)
            for payer, amount in (("forsakringskassan", 2), ("regioner", 1), ("kommuner", 1))
        ]
    )


def _area_parts(size: int) -> finsam.Forbund:
    parts = [{"kommun": "kommun:1286", "part": f"del {n}"} for n in range(size)]
    (one,) = (FULL.insatser or ())[:1]
    return FULL.replace(area=parts, insatser=[one.replace(area=parts)])


GROWING: dict[str, tuple[Callable[[int], finsam.Forbund], int]] = {
    "insatser": (_insatser, 10_000),
    "periods of membership": (_membership_periods, 10_000),
    "years of money": (_years, 4_000),
    "parts of the area": (_area_parts, 10_000),
}


def _least(action: Callable[[], Any], times: int) -> float:
    found = []
    gc.collect()
    gc.disable()
    for _ in range(times):
        start = perf_counter()
        action()
        found.append(perf_counter() - start)
    gc.enable()
    return min(found)


def _exponent(sizes: list[int], costs: list[float]) -> float:
    """The slope of the line through the logarithms, from a hundred on: what is fixed has faded."""
    points = [(math.log(s), math.log(c)) for s, c in zip(sizes, costs, strict=True) if s >= 100]
    mean_x = sum(x for x, _ in points) / len(points)
    mean_y = sum(y for _, y in points) / len(points)
    return sum((x - mean_x) * (y - mean_y) for x, y in points) / sum(
        (x - mean_x) ** 2 for x, _ in points
    )


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=5)
    parser.add_argument("--most", type=int, default=10_000)
    options = parser.parse_args()
    if options.most < 1000:
        parser.error("--most is 1000 or more: a line takes two points of a hundred or more")
    print(f"{'growing':24}{'sizes':>22}{'ms at the last':>16}{'time':>8}{'memory':>8}")
    for name, (build, most) in GROWING.items():
        sizes = [s for s in (10, 100, 1000, 4000, 10_000) if s <= min(most, options.most)]
        documents = [build(size) for size in sizes]
        costs = [_least(partial(finsam.check, d, on=ON), options.times) for d in documents]
        peaks = []
        for document in documents:
            tracemalloc.start()
            report = finsam.check(document, on=ON)
            peaks.append(float(tracemalloc.get_traced_memory()[1]))
            tracemalloc.stop()
            del report
        print(
            f"{name:24}{f'{sizes[0]} to {sizes[-1]}':>22}{costs[-1] * 1000:>16.1f}"
            f"{_exponent(sizes, costs):>8.2f}{_exponent(sizes, peaks):>8.2f}"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
