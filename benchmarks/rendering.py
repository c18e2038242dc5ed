"""The cost of rendering a report, relative to its check: ``python benchmarks/rendering.py``.

Two documents with about a thousand findings each: one whose insatser keep the act, and one whose
insatser each break it in five ways. Every run renders a fresh report, so no message is cached.
"""

import argparse
import json
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from time import process_time
from typing import Any

import finsam
from finsam.rendering import text

HERE = Path(__file__).parent
ON = date(2024, 6, 1)
BREAKING = {
    "within_joint_responsibility": False,
    "forbundet_does": ["benefit_decision"],
    "aims": ["other"],
    "agreement": False,
    "cooperating": ["kommun:1440"],
}
FACES: dict[str, Callable[[finsam.Report], object]] = {
    "text": lambda report: list(text.lines(report, "sv")),
    "JSON": lambda report: report.to_json(),
    "HTML": lambda report: report.to_html("sv"),
    "Markdown": lambda report: report.to_markdown("sv"),
}


def documents() -> dict[str, finsam.Forbund]:
    """The documents that are checked."""
    full: dict[str, Any] = json.loads((HERE / "full.json").read_text(encoding="utf-8"))
    many = [{**insats, "name": f"Insats {n}"} for n, insats in enumerate(full["insatser"] * 4)]
    broken = [insats | BREAKING for insats in many]
    return {
        "lawful insatser": finsam.Forbund.model_validate_json(
            json.dumps(full | {"insatser": many})
        ),
        "broken insatser": finsam.Forbund.model_validate_json(
            json.dumps(full | {"insatser": broken})
        ),
    }


def least(rounds: int, make: Callable[[], Any], use: Callable[[Any], object]) -> float:
    """The fastest time, in milliseconds, of using a fresh object."""
    times = []
    for _ in range(rounds):
        thing = make()
        begun = process_time()
        use(thing)
        times.append(process_time() - begun)
    return 1000 * min(times)


def main() -> None:
    """Print what each format costs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=30)
    rounds = parser.parse_args().rounds
    for name, forbund in documents().items():
        report = finsam.check(forbund, on=ON)
        found = len(report.violations), len(report.deviations), len(report.undecided)
        print(f"{name}: {len(report.findings)} findings, {sum(found)} of them with a message")
        check = partial(finsam.check, forbund, on=ON)
        checked = least(rounds, partial(partial, check), lambda ask: ask())
        print(f"  {'check':<9}{checked:6.2f} ms")
        for face, show in FACES.items():
            shown = least(rounds, check, show)
            print(f"  {face:<9}{shown:6.2f} ms  {shown / checked:4.1f}")


if __name__ == "__main__":
    main()
