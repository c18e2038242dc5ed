"""The cost of parsing and checking, as ratios in one run: ``python benchmarks/run.py``.

Each round times every candidate once, one after the other, so a machine whose speed drifts slows
all of them alike. The results are the median, over the rounds, of the ratio within a round, and the
fastest of all rounds. Times are processor time, which other programs do not add to.
"""

import argparse
import gc
import platform
import statistics
import sys
from collections.abc import Callable
from datetime import date
from importlib.metadata import version
from pathlib import Path
from time import thread_time

from any_documents import any_documents
from bare import bare

import finsam

HERE = Path(__file__).parent
ON = date(2025, 6, 1)


def _seconds(action: Callable[[], object], times: int) -> float:
    start = thread_time()
    for _ in range(times):
        action()
    return (thread_time() - start) / times


def main() -> int:
    """Run the rounds and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=200)
    parser.add_argument("--times", type=int, default=5, help="repetitions within a round")
    options = parser.parse_args()

    body, sparse_body = (HERE / "full.json").read_bytes(), (HERE / "sparse.json").read_bytes()
    forbund = finsam.Forbund.model_validate_json(body)
    sparse = finsam.Forbund.model_validate_json(sparse_body)
    governed_body = (HERE.parent / "examples" / "skelleftea-norsjo-2025.json").read_bytes()
    governed = finsam.Forbund.model_validate_json(governed_body)
    any_ = any_documents(100)
    any_bodies = [one.model_dump_json() for one in any_]
    bare_forbund = bare(finsam.Forbund)
    candidates: dict[str, Callable[[], object]] = {
        "bare parse": lambda: bare_forbund.model_validate_json(body),
        "parse": lambda: finsam.Forbund.model_validate_json(body),
        "check, decisions recorded": lambda: finsam.check(forbund, on=ON),
        "check, every finding built": lambda: finsam.check(forbund, on=ON).findings,
        "report to JSON": lambda: finsam.check(forbund, on=ON).to_json(),
        "sparse parse": lambda: finsam.Forbund.model_validate_json(sparse_body),
        "sparse check": lambda: finsam.check(sparse, on=ON),
        "sparse, findings built": lambda: finsam.check(sparse, on=ON).findings,
        "governance, parse": lambda: finsam.Forbund.model_validate_json(governed_body),
        "governance, check": lambda: finsam.check(governed, on=ON),
        "any 100, parse": lambda: [finsam.Forbund.model_validate_json(b) for b in any_bodies],
        "any 100, check": lambda: [finsam.check(one, on=ON) for one in any_],
    }
    compared = {
        "bare parse": "bare parse",
        "parse": "bare parse",
        "sparse parse": "sparse parse",
        "sparse check": "sparse parse",
        "sparse, findings built": "sparse parse",
        "governance, parse": "governance, parse",
        "governance, check": "governance, parse",
        "any 100, parse": "any 100, parse",
        "any 100, check": "any 100, parse",
    }
    for action in candidates.values():
        action()
    gc.disable()
    rounds = []
    for _ in range(options.rounds):
        gc.collect()
        rounds.append({name: _seconds(run, options.times) for name, run in candidates.items()})
    gc.enable()

    insatser = len(forbund.insatser or ())
    print(
        f"Python {platform.python_version()}, pydantic {version('pydantic')}, finsam "
        f"{finsam.__version__}; {len(body)} bytes, {insatser} insatser, {len(forbund.members)} "
        f"members, {options.rounds} rounds of {options.times}"
    )
    head = f"{'µs (least)':>11}{'ratio':>7}{'µs (median)':>13}{'ratio':>7}  {'10 %–90 %':>11}"
    print(f"{'':28}{head}  to")
    for name in candidates:
        to = compared.get(name, "parse")
        ratios = sorted(r[name] / r[to] for r in rounds)
        low, high = ratios[len(ratios) // 10], ratios[-1 - len(ratios) // 10]
        middle = statistics.median(r[name] for r in rounds) * 1e6
        least, of = min(r[name] for r in rounds) * 1e6, min(r[to] for r in rounds) * 1e6
        spread = f"{low:.2f}–{high:.2f}"
        print(
            f"{name:28}{least:11.0f}{least / of:7.2f}{middle:13.0f}{statistics.median(ratios):7.2f}"
            f"  {spread:>11}  {to}"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
