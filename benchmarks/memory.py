"""The memory that a report takes: ``python benchmarks/memory.py``.

A check of 10 000 insatser, at its peak and when it is done, compared with the document; without and
with every finding built.
"""

import gc
import json
import tracemalloc
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import finsam

ON = date(2025, 6, 1)
INSATSER = 10_000


def _taken(action: Callable[[], Any]) -> tuple[Any, int, int]:
    """The result of an action, its peak memory in bytes, and the memory that it keeps."""
    gc.collect()
    tracemalloc.start()
    given = action()
    gc.collect()
    kept, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return given, peak, kept


def main() -> None:
    """Print the table."""
    body = json.loads((Path(__file__).parent / "full.json").read_bytes())
    some = body["insatser"]
    body["insatser"] = [some[n % len(some)] for n in range(INSATSER)]
    written = json.dumps(body)
    finsam.check(finsam.Forbund.model_validate_json(written), on=ON)
    forbund, peak, document = _taken(lambda: finsam.Forbund.model_validate_json(written))
    print(f"{'':28}{'MB at its peak':>16}{'MB kept':>10}{'× the document':>16}")
    print(f"{'document':28}{peak / 1e6:16.1f}{document / 1e6:10.1f}{'':>16}")
    report, peak, kept = _taken(lambda: finsam.check(forbund, on=ON))
    print(f"{'check':28}{peak / 1e6:16.1f}{kept / 1e6:10.1f}{peak / document:16.2f}")
    found, more_peak, more = _taken(lambda: report.findings)
    print(f"{'every finding built':28}{more_peak / 1e6:16.1f}{more / 1e6:10.1f}", end="")
    print(f"{(kept + more_peak) / document:16.2f}")
    print(f"{len(found)} findings, {(kept + more) / len(found):.0f} bytes each")


if __name__ == "__main__":
    main()
