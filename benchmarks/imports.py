"""The cost of importing and of the command line, in fresh processes.

``python benchmarks/imports.py``. It measures processor time, which other programs disturb less than
time on the clock (POSIX only).
"""

import argparse
import resource
import statistics
import subprocess
import sys
from pathlib import Path

EXAMPLE = Path(__file__).parents[1] / "examples" / "samspelet-2019.json"
ONE_MODEL = "from pydantic import BaseModel\nclass M(BaseModel):\n    x: int\nM(x=1)"
CHECK = (
    "import finsam, datetime\n"
    "finsam.check(finsam.Forbund(name='x', members=()), on=datetime.date(2025, 6, 1))"
)
CANDIDATES = {
    "pydantic": ["-c", "import pydantic"],
    "pydantic and one model": ["-c", ONE_MODEL],
    "import finsam": ["-c", "import finsam"],
    "finsam.Forbund": ["-c", "from finsam import Forbund"],
    "import finsam, and check": ["-c", CHECK],
    "python -m finsam --help": ["-m", "finsam", "--help"],
    "python -m finsam check": ["-m", "finsam", "check", str(EXAMPLE), "--on", "2019-12-31"],
}


def _seconds(arguments: list[str]) -> float:
    start = _children()
    subprocess.run(  # noqa: S603  what stands above
        [sys.executable, *arguments], check=True, stdout=subprocess.DEVNULL
    )
    return _children() - start


def _children() -> float:
    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    return spent.ru_utime + spent.ru_stime


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
