"""Compare finsam with other rule engines, end to end: ``python benchmarks/engines/run.py``.

From the bytes of a document to the verdicts of six rules (see ``question.py``). First every engine
must agree with finsam on the lawful document and on breaches of it. Then all are timed, one after
the other within each round. The result is the median, over the rounds, of the ratio to finsam
within a round, and the fastest of all rounds. An engine that is not installed is skipped.
"""

import argparse
import gc
import importlib
import platform
import statistics
import sys
from collections.abc import Callable
from datetime import date
from importlib.metadata import version
from pathlib import Path
from time import process_time
from typing import NamedTuple

import finsam

# The engines' modules have the engines' names: they are found as engines.…, and only so.
sys.path[0] = str(Path(__file__).resolve().parent.parent)

from engines import question  # noqa: E402

ENGINES = ("orjson", "msgspec", "jsonschema_rs", "zen", "business_rules")
ON = date.fromisoformat(question.ON)
SLOW = 0.02
"""What takes more seconds than this is run once in a round, however many ``--times``."""


class Candidate(NamedTuple):
    """A row of the table: what is timed, and how many documents it takes at once."""

    name: str
    version: str
    run: Callable[[], object]
    cannot: str
    documents: int = 1


def _verdicts(body: bytes, rules: tuple[str, ...] | None = question.RULES) -> question.Verdicts:
    """Finsam's verdicts by rule, as the engines report theirs."""
    report = finsam.check(finsam.Forbund.model_validate_json(body), on=ON, rules=rules)
    found: question.Verdicts = dict.fromkeys(report.rules, "pass")
    for finding in report.findings:
        if finding.verdict not in {"pass", "not_applicable"} and found[finding.rule] != "fail":
            found[finding.rule] = finding.verdict.value
    return found


def _verdict(body: bytes, rules: tuple[str, ...] | None) -> finsam.Verdict:
    return finsam.check(finsam.Forbund.model_validate_json(body), on=ON, rules=rules).verdict


def _differences(engine: question.Engine, cases: list[question.Case]) -> list[str]:
    """Where an engine answers otherwise than finsam, and does not say that it cannot help it."""
    ask = engine.prepare()
    found = []
    for case in cases:
        expected = _verdicts(case.body)
        if not set(expected.values()) <= {"pass", "fail"}:
            raise ValueError(f"{case.name}: finsam answers {expected}, no document to compare on")
        try:
            given = ask(case.body)
        except Exception as error:  # noqa: BLE001  whatever an engine raises, it has no answer
            reported = str(error).partition("\n")[0]
            found.append(f"{engine.NAME}, {case.name}: {type(error).__name__}: {reported}")
            continue
        found += [
            f"{engine.NAME}, {rule}, {case.name}: {given.get(rule)}, and finsam {verdict}"
            for rule, verdict in expected.items()
            if rule not in engine.CANNOT
            and case.needs not in engine.CANNOT
            and given.get(rule) != verdict
        ]
        if claimed := given.keys() & engine.CANNOT.keys():
            found.append(f"{engine.NAME} answers what it cannot express: {sorted(claimed)}")
    return found


def _cannot(engine: question.Engine) -> str:
    whys: dict[str, list[str]] = {}
    for what, why in engine.CANNOT.items():
        whys.setdefault(why, []).append(what.removeprefix("FINSAM-"))
    reported = (
        why if len(what) == len(question.RULES) else f"{', '.join(what)}: {why}"
        for why, what in whys.items()
    )
    return "; ".join(reported) or "–"


def _seconds(candidate: Candidate, times: int) -> float:
    start = process_time()
    for _ in range(times):
        candidate.run()
    return (process_time() - start) / times / candidate.documents


def _candidates(body: bytes, names: list[str], cases: list[question.Case]) -> list[Candidate]:
    own = finsam.__version__
    six = question.RULES
    found = [
        Candidate("finsam, six rules", own, lambda: _verdicts(body), "–"),
        Candidate("finsam, six rules, `.verdict` alone", own, lambda: _verdict(body, six), "–"),
        Candidate("finsam, all rules", own, lambda: _verdicts(body, None), "–"),
        Candidate("finsam, all rules, `.verdict` alone", own, lambda: _verdict(body, None), "–"),
    ]
    differences: list[str] = []
    for name in names:
        try:
            engine: question.Engine = importlib.import_module(f"engines.{name}")
        except (ImportError, AttributeError) as error:
            print(f"skipped: {name} does not import: {error}")
            continue
        differences += _differences(engine, cases)
        ask = engine.prepare()
        documents = getattr(engine, "DOCUMENTS", 1)
        found.append(
            Candidate(
                engine.NAME,
                version(engine.DISTRIBUTION),
                lambda ask=ask: ask(body),  # type: ignore[misc]
                _cannot(engine),
                documents,
            )
        )
    if differences:
        sys.exit("\n".join(["the engines do not agree:", *differences]))
    return found


def main() -> int:
    """Compare, time and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=50)
    parser.add_argument("--times", type=int, default=5, help="repetitions within a round")
    parser.add_argument("engines", nargs="*", default=ENGINES, help="default: all there are")
    options = parser.parse_args()

    cases = question.cases()
    body = cases[0].body
    candidates = _candidates(body, options.engines, cases)
    times = [options.times if _seconds(c, 1) < SLOW else 1 for c in candidates]
    gc.disable()
    rounds = []
    for _ in range(options.rounds):
        gc.collect()
        rounds.append([_seconds(c, n) for c, n in zip(candidates, times, strict=True)])
    gc.enable()

    print(
        f"\nPython {platform.python_version()}, {len(body)} bytes, {len(cases)} documents agreed "
        f"on, {options.rounds} rounds of {options.times}\n"
    )
    print(
        "| engine | version | µs (least) | ratio | µs (median) | ratio (median) | 10 %–90 % "
        "| cannot express |"
    )
    print("|---|---|---|---|---|---|---|---|")
    for place, candidate in enumerate(candidates):
        ratios = sorted(seconds[place] / seconds[0] for seconds in rounds)
        low, high = ratios[len(ratios) // 10], ratios[-1 - len(ratios) // 10]
        middle = statistics.median(seconds[place] for seconds in rounds) * 1e6
        least, of = (min(seconds[each] for seconds in rounds) * 1e6 for each in (place, 0))
        spread = f"{low:.2f}–{high:.2f}"
        print(
            f"| {candidate.name} | {candidate.version} | {least:.0f} | {least / of:.2f} "
            f"| {middle:.0f} | {statistics.median(ratios):.2f} | {spread} | {candidate.cannot} |"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
