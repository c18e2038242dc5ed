"""What importing costs, in fresh processes: ``python benchmarks/imports.py``."""

import argparse
import statistics
import subprocess
import sys
from time import perf_counter

ONE_MODEL = "from pydantic import BaseModel\nclass M(BaseModel):\n    x: int\nM(x=1)"
CANDIDATES = {
    "pydantic and one model": ONE_MODEL,
    "import finsam": "import finsam",
    "import finsam, and check": (
        "import finsam, datetime\n"
        "finsam.check(finsam.Forbund(name='x', members=()), on=datetime.date(2025, 6, 1))"
    ),
}


def _seconds(code: str) -> float:
    start = perf_counter()
    subprocess.run([sys.executable, "-c", code], check=True)  # noqa: S603  the code above
    return perf_counter() - start


def main() -> int:
    """Print the table: medians of the ratio within a round."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=15)
    options = parser.parse_args()
    rounds = [{name: _seconds(c) for name, c in CANDIDATES.items()} for _ in range(options.rounds)]
    first = next(iter(CANDIDATES))
    for name in CANDIDATES:
        middle = statistics.median(r[name] for r in rounds) * 1000
        ratio = statistics.median(r[name] / r[first] for r in rounds)
        print(f"{name:28}{middle:8.0f} ms{ratio:8.2f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
