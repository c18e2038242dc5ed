"""Mutation testing: plants small faults in the library, and counts which the tests find.

    python tools/mutation/mutate.py                          the rules and the law, all of it
    python tools/mutation/mutate.py finsam.law.shares        some modules
    python tools/mutation/mutate.py --every 10               every tenth mutant of each module
    python tools/mutation/mutate.py --check            whether the report is of the present modules

Results are kept in ``mutation.json`` beside this file, and reported in ``report.md``.

The tests run once, to learn which of them reach which line. Then, for each mutant, a process that
has collected the tests forks a copy of itself, exchanges the code of the one function that has the
fault, and runs tests that reach it until one fails: first those that found faults in the same
function, then the quickest. What runs while a module is imported (a rule's declaration, a table)
cannot be exchanged: there a process that has imported nothing of finsam imports the faulty module.
Needs a system that can fork, pytest, hypothesis and coverage.
"""

import argparse
import ast
import gc
import hashlib
import importlib
import importlib.abc
import importlib.machinery
import json
import os
import signal
import sys
import time
import tomllib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import _lru_cache_wrapper
from importlib.machinery import ModuleSpec, SourceFileLoader
from pathlib import Path
from types import CodeType, FunctionType, ModuleType
from typing import Any, Final, NamedTuple

import coverage
import pytest
from _pytest.runner import runtestprotocol
from hypothesis import HealthCheck, Phase, settings
from mutants import ROOT, SOURCE, Mutant, modules_of, mutants_of, path_of, planted

PACKAGES: Final = ("finsam.law", "finsam.validation", "finsam.answers")
RESULTS: Final = Path(__file__).with_name("mutation.json")
EQUIVALENT: Final = Path(__file__).with_name("equivalent.toml")
REPORT: Final = Path(__file__).with_name("report.md")
REACHED: Final = ROOT / ".mutation.json"
GOAL: Final = 95
SLOW: Final = 10.0
"""Tests that take longer, in seconds, are left out: they start other programs."""

settings.register_profile(
    "mutants",
    max_examples=20,
    deadline=None,
    derandomize=True,
    database=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
    report_multiple_bugs=False,
)
_STOPPED: Final = 250
"""The exit status of a process that a fault has stopped; lower ones are the test that found it."""
_QUIET: Final = [
    "-q",
    "--capture=sys",
    "-p",
    "no:cacheprovider",
    "-p",
    "no:randomly",
    "-p",
    "no:cov",
]
_PYTEST: Final = [
    *_QUIET,
    "--hypothesis-profile=mutants",
    "-W",
    "ignore::pytest.PytestAssertRewriteWarning",
]


class Reach(NamedTuple):
    """Which tests reach which lines.

    Attributes:
        seconds: each test's time.
        tests: for each module and line, the tests that reach it.
        imported: for each module, the lines that run on import.
    """

    seconds: dict[str, float]
    tests: dict[str, dict[int, list[str]]]
    imported: dict[str, set[int]]


class Found(NamedTuple):
    """What became of a mutant: the test that found it, or none."""

    mutant: Mutant
    by: str | None


def main(arguments: Sequence[str] | None = None) -> int:
    """Run, or check the report."""
    parser = argparse.ArgumentParser(description="Plant faults, and count which the tests find.")
    parser.add_argument("modules", nargs="*", default=PACKAGES)
    parser.add_argument("--every", type=int, default=1, help="only every n-th mutant of a module")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--seconds", type=float, default=15, help="of tests, for each mutant")
    parser.add_argument("--survivors", action="store_true", help="only those left before")
    parser.add_argument("--check", action="store_true", help="is the report of these modules?")
    parser.add_argument("--report", action="store_true", help="write the report again")
    chosen = parser.parse_args(arguments)
    os.chdir(ROOT)
    if chosen.check:
        return _check()
    if chosen.report:
        _write_report(_results())
        return 0
    started = time.monotonic()
    results = _results()
    known = {(each["module"], each["where"], each["what"]) for each in _survivors(results)}
    reach = _reach()
    all_found: list[Found] = []
    for module in [module for name in chosen.modules for module in modules_of(name)]:
        mutants = mutants_of(module)[:: chosen.every]
        if chosen.survivors:
            again = known - _explained().keys()
            mutants = [m for m in mutants if (m.module, m.where, m.what) in again]
        if not mutants:
            continue
        print(f"{module}: {len(mutants)} mutants", flush=True)
        warm = [m for m in mutants if not _runs_on_import(m, reach)]
        cold = [m for m in mutants if _runs_on_import(m, reach)]
        found = _in_processes(_warm, warm, reach, chosen)
        found += _in_processes(_cold, cold, reach, chosen)
        all_found += found
        _remember(results, module, found, only_survivors=chosen.survivors)
        RESULTS.write_text(json.dumps(results, indent=1, ensure_ascii=False) + "\n", "utf-8")
        _write_report(results)
    _tell(all_found, (time.monotonic() - started) / 60)
    return 0


# Which tests reach which lines


def _reach() -> Reach:
    """What is known of the tests; those that have changed since they were last run, run again."""
    sources = _hash(*(path_of(module) for name in PACKAGES for module in modules_of(name)))
    tests = {file: _hash(*_read_by(file)) for file in _test_files()}
    known = json.loads(REACHED.read_bytes()) if REACHED.exists() else {}
    if known.get("sources") != sources:
        known = {"sources": sources, "files": {}, "seconds": {}, "reached": {}, "imported": {}}
    changed = [file for file, now in tests.items() if known["files"].get(file) != now]
    gone = {file for file in known["files"] if file not in tests or file in changed}
    for what in ("seconds", "reached"):
        known[what] = {t: v for t, v in known[what].items() if t.partition("::")[0] not in gone}
    if changed:
        print(f"running {len(changed)} files of tests, to learn what they reach", flush=True)
        known["files"] = tests
        REACHED.write_text(json.dumps(known), "utf-8")
        if _wait(_forked(lambda: _learn(changed)), 3600):
            REACHED.unlink()
            raise SystemExit("the tests could not be run")
    known = json.loads(REACHED.read_bytes())
    reaching: dict[str, dict[int, list[str]]] = defaultdict(lambda: defaultdict(list))
    for test, modules in known["reached"].items():
        for module, lines in modules.items():
            for line in lines:
                reaching[module][line].append(test)
    imported = {module: set(lines) for module, lines in known["imported"].items()}
    return Reach(seconds=known["seconds"], tests=reaching, imported=imported)


def _test_files() -> list[str]:
    return sorted(str(f.relative_to(ROOT)) for f in (ROOT / "tests").rglob("test_*.py"))


def _read_by(file: str) -> list[Path]:
    """A file of tests, and what lies beside it."""
    beside = [f for f in (ROOT / file).parent.iterdir() if f.suffix in {".toml", ".json"}]
    return [ROOT / file, *sorted(beside)]


class _Learner:
    """Tells coverage which test is running, and has each ask anew what earlier ones have asked."""

    def __init__(self, measuring: coverage.Coverage) -> None:
        self.measuring: Final = measuring
        self.seconds: Final[dict[str, float]] = {}
        self.failed: Final[set[str]] = set()
        self.caches: list[_lru_cache_wrapper[Any]] = []

    def pytest_collection_finish(self) -> None:
        self.caches = _caches()

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        for cache in self.caches:
            cache.cache_clear()
        started = time.perf_counter()
        self.measuring.switch_context(item.nodeid)
        result = yield
        self.measuring.switch_context("")
        self.seconds[item.nodeid] = time.perf_counter() - started
        return result

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed:
            self.failed.add(report.nodeid)


_IMPORTING: Final = "importing"


def _learn(files: list[str]) -> int:
    measuring = coverage.Coverage(data_file=None, source_pkgs=["finsam"], config_file=False)
    measuring.start()
    # What tests ask while they are collected is not what runs when a module is imported.
    measuring.switch_context(_IMPORTING)
    for package in PACKAGES:
        for module in modules_of(package):
            importlib.import_module(module)
    measuring.switch_context("")
    learner = _Learner(measuring)
    pytest.main([*_PYTEST, *files], plugins=[learner])
    measuring.stop()
    for test in sorted(learner.failed):
        print(f"left out, for it fails without any fault: {test}", file=sys.stderr)
        del learner.seconds[test]
    known = json.loads(REACHED.read_bytes())
    known["seconds"] |= learner.seconds
    data = measuring.get_data()
    for file in data.measured_files():
        module = ".".join(Path(file).relative_to(SOURCE).with_suffix("").parts)
        for line, tests in data.contexts_by_lineno(file).items():
            for test in tests:
                if test in learner.seconds:
                    known["reached"].setdefault(test, {}).setdefault(module, []).append(line)
                elif test == _IMPORTING:
                    known["imported"].setdefault(module, []).append(line)
    REACHED.write_text(json.dumps(known), "utf-8")
    return 0


def _runs_on_import(mutant: Mutant, reach: Reach) -> bool:
    first, last = mutant.body
    lines = reach.imported.get(mutant.module, set())
    return not mutant.function or any(first <= line <= last for line in lines)


def _tests_for(
    mutant: Mutant, reach: Reach, finders: dict[str, Counter[str]], seconds: float
) -> list[str]:
    """Tests that reach the fault, the likeliest to find it first, as many as there is time for."""
    lines = reach.tests.get(mutant.module, {})
    first, last = mutant.body
    around = {test for line in range(first, last + 1) for test in lines.get(line, ())}
    # A line in the middle of an expression need not be one that coverage counts.
    reaching = lines.get(mutant.line) or lines.get(mutant.statement) or around
    in_function = finders[f"{mutant.module}.{mutant.function}"]
    in_module = finders[mutant.module]
    own = _own_file(mutant.module)

    def likely(test: str) -> tuple[int, int, bool, float]:
        found = (-in_function[test], -min(in_module[test], 3))
        return (*found, own not in test, reach.seconds[test])

    ordered = sorted(reaching, key=likely)
    return _as_many(ordered, reach, seconds)


def _as_many(ordered: Iterable[str], reach: Reach, seconds: float) -> list[str]:
    tests = []
    for test in ordered:
        if reach.seconds[test] <= SLOW:
            tests.append(test)
            seconds -= reach.seconds[test]
        if seconds < 0:
            break
    return tests


# Faults in functions: exchanged in a copy of a process that has collected the tests


def _warm(
    mutants: list[Mutant], reach: Reach, seconds: float, tell: Callable[[int, str], None]
) -> None:
    class Loop:
        def pytest_runtestloop(self, session: pytest.Session) -> bool:
            items = {item.nodeid: item for item in session.items}
            functions, caches = _functions(), _caches()
            gc.freeze()
            finders: dict[str, Counter[str]] = defaultdict(Counter)
            for number, mutant in enumerate(mutants):
                tests = _tests_for(mutant, reach, finders, seconds)
                limit = 20 + 5 * sum(reach.seconds[test] for test in tests)

                def attempt(mutant: Mutant = mutant, tests: list[str] = tests) -> int:
                    _exchange(mutant, functions)
                    for cache in caches:
                        cache.cache_clear()
                    return _first_to_fail([items[test] for test in tests])

                place = _wait(_forked(attempt), limit)
                by = tests[place - 1] if 0 < place < _STOPPED else "stopped" if place else ""
                finders[mutant.module][by] += 1
                finders[f"{mutant.module}.{mutant.function}"][by] += 1
                tell(number, by)
            return True

    pytest.main(_PYTEST, plugins=[Loop()])


def _functions() -> dict[tuple[str, str, int], list[FunctionType]]:
    """The functions that there are, by file, name and line."""
    found: dict[tuple[str, str, int], list[FunctionType]] = defaultdict(list)
    for thing in gc.get_objects():
        if isinstance(thing, FunctionType):
            found[_key(thing.__code__)].append(thing)
    return found


def _key(code: CodeType) -> tuple[str, str, int]:
    return (code.co_filename, code.co_qualname, code.co_firstlineno)


def _exchange(mutant: Mutant, functions: dict[tuple[str, str, int], list[FunctionType]]) -> None:
    for code in _codes(planted(mutant)):
        if code.co_qualname == mutant.function:
            for function in functions[_key(code)]:
                function.__code__ = code


def _caches() -> "list[_lru_cache_wrapper[Any]]":
    """What keeps earlier answers of functions: a fault shows only where it is asked anew."""
    return [
        thing
        for thing in gc.get_objects()
        if isinstance(thing, _lru_cache_wrapper) and thing.__module__.startswith("finsam")
    ]


def _codes(code: CodeType) -> Iterator[CodeType]:
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield constant
            yield from _codes(constant)


def _first_to_fail(items: list[pytest.Item]) -> int:
    """Which test fails first, from 1; 0: none."""
    for number, item in enumerate(items, 1):
        following = items[number] if number < len(items) else None
        reports = runtestprotocol(item, log=False, nextitem=following)
        if any(report.failed for report in reports):
            return min(number, _STOPPED - 1)
    return 0


# Faults in what runs on import: imported anew


class _Faulty(SourceFileLoader):
    mutant: Mutant

    def get_code(self, _name: str) -> CodeType:
        return planted(self.mutant)


class _Finder(importlib.abc.MetaPathFinder):
    def __init__(self, mutant: Mutant) -> None:
        self.mutant = mutant

    def find_spec(
        self, name: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if name != self.mutant.module:
            return None
        spec = importlib.machinery.PathFinder.find_spec(name, path, target)
        if spec is not None:
            spec.loader = _Faulty(name, str(path_of(name)))
            spec.loader.mutant = self.mutant
        return spec


def _cold(
    mutants: list[Mutant], reach: Reach, seconds: float, tell: Callable[[int, str], None]
) -> None:
    import pydantic  # noqa: F401, PLC0415  dear to import, and not finsam's

    finders: dict[str, Counter[str]] = defaultdict(Counter)
    for number, mutant in enumerate(mutants):
        by = ""
        for tests in _rounds(mutant, reach, finders[mutant.module], seconds):

            def attempt(mutant: Mutant = mutant, tests: list[str] = tests) -> int:
                return _anew(mutant, tests)

            place = _wait(_forked(attempt), 60 + 5 * sum(reach.seconds[test] for test in tests))
            if place:
                by = tests[min(place, len(tests)) - 1] if 0 < place < _STOPPED else "stopped"
                finders[mutant.module][by] += 1
                break
        tell(number, by)


def _rounds(
    mutant: Mutant, reach: Reach, finders: Counter[str], seconds: float
) -> Iterator[list[str]]:
    """Tests to try, round after round: what found faults near, what is about it, all the quick."""
    by_file = {test: test.partition("::")[0].rpartition("/")[2] for test in reach.seconds}
    quickest = sorted(by_file, key=lambda test: reach.seconds[test])
    reported = [test for test, _ in finders.most_common(5) if test in by_file]
    own = [test for test in quickest if _own_file(mutant.module) in test]
    likely = [test for test in quickest if by_file[test] in _LIKELY]
    # Of tests that differ only in a parameter some are enough.
    families: Counter[str] = Counter()
    rest = []
    for test in quickest:
        families[test.partition("[")[0]] += 1
        if families[test.partition("[")[0]] <= 5:
            rest.append(test)
    tried: set[str] = set()
    pages = [test for test in quickest if by_file[test] == "test_docs.py"]
    for some, time_for in ((reported, 1), (pages, 1), (own, 1), (likely, 1), (rest, 2)):
        now = [test for test in some if test not in tried]
        tried |= set(now)
        if now:
            yield _as_many(now, reach, time_for * seconds)


def _own_file(module: str) -> str:
    """How the file of the tests that are about a module begins."""
    last = module.rpartition(".")[2]
    return f"/test_{_NAMED.get(last, last)}"


_NAMED: Final = {
    "deadlines": "calendar",
    "finsamlagen": "statute",
    "governance": "seating",
    "interpretations": "catalogue",
}
"""Modules whose tests have another's name."""
_LIKELY: Final = {
    "test_values.py",
    "test_catalogue.py",
    "test_laws.py",
    "test_cases.py",
    "test_readme.py",
}
"""Tests that look at whatever is declared."""


class _Only:
    """Runs some tests, in their order, and says which of them failed first."""

    def __init__(self, tests: list[str]) -> None:
        self.tests = {test: number for number, test in enumerate(tests)}
        self.failed = 0

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        items[:] = sorted(
            (item for item in items if item.nodeid in self.tests),
            key=lambda item: self.tests[item.nodeid],
        )

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed and not self.failed:
            self.failed = min(self.tests[report.nodeid] + 1, _STOPPED - 1)


def _anew(mutant: Mutant, tests: list[str]) -> int:
    if not tests:
        return 0
    sys.meta_path.insert(0, _Finder(mutant))
    only = _Only(tests)
    # Of a few tests the others in their files are not collected.
    files = tests if len(tests) <= 5 else dict.fromkeys(t.partition("::")[0] for t in tests)
    status = pytest.main([*_PYTEST, "-x", *files], plugins=[only])
    return only.failed or (0 if status == 0 else _STOPPED)


# Processes


def _forked(work: Callable[[], int]) -> int:
    """Start work in a copy of this process; its number."""
    sys.stdout.flush()
    child = os.fork()
    if child:
        return child
    status = _STOPPED
    try:
        quiet = os.open(os.devnull, os.O_RDWR)
        for stream in (0, 1):
            os.dup2(quiet, stream)
        status = work()
    finally:
        os._exit(status)


def _wait(child: int, limit: float = 1800) -> int:
    """The exit status of a process; -1 if it took too long, and was ended."""
    until = time.monotonic() + limit
    while time.monotonic() < until:
        ended, status = os.waitpid(child, os.WNOHANG)
        if ended:
            return os.waitstatus_to_exitcode(status)
        time.sleep(0.003)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return -1


def _in_processes(
    run: Callable[[list[Mutant], Reach, float, Callable[[int, str], None]], None],
    mutants: list[Mutant],
    reach: Reach,
    chosen: argparse.Namespace,
) -> list[Found]:
    """Share mutants out among processes; what became of each."""
    shares = [mutants[job :: chosen.jobs] for job in range(min(chosen.jobs, len(mutants)))]
    running = []
    for share in shares:
        reader, writer = os.pipe()

        def work(share: list[Mutant] = share, writer: int = writer) -> int:
            run(share, reach, chosen.seconds, lambda n, by: _send(writer, n, by))
            return 0

        running.append((_forked(work), share, reader))
        os.close(writer)
    found: list[Found] = []
    for child, share, reader in running:
        with os.fdopen(reader, encoding="utf-8") as lines:
            for line in lines:
                number, by = json.loads(line)
                found.append(Found(share[number], by or None))
                if len(found) % 50 == 0:
                    print(f"{len(found)} of {len(mutants)}", flush=True)
        _wait(child)
    if len(found) < len(mutants):
        print(f"{len(mutants) - len(found)} mutants were not tried", file=sys.stderr)
    return found


def _send(writer: int, number: int, by: str) -> None:
    os.write(writer, f"{json.dumps([number, by])}\n".encode())


# What came of it


def _hash(*files: Path) -> str:
    return hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()[:16]


def _code_hash(module: str) -> str:
    """The hash of a module's code: without comments, docstrings, and texts that people read."""
    tree = ast.parse(path_of(module).read_bytes())
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and " " in node.value:
            node.value = ""
    return hashlib.sha256(ast.unparse(tree).encode()).hexdigest()[:16]


def _results() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(RESULTS.read_bytes()) if RESULTS.exists() else {}
    return found


def _survivors(results: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for module, one in results.items():
        for survivor in one["survivors"]:
            yield {"module": module, **survivor}


def _remember(
    results: dict[str, Any], module: str, found: list[Found], *, only_survivors: bool
) -> None:
    left = [each.mutant for each in found if each.by is None]
    left.sort(key=lambda mutant: mutant.number)
    before = results.get(module, {"tried": 0, "survivors": []})
    tried = before["tried"] if only_survivors else len(found)
    explained = _explained()
    known = [s for s in before["survivors"] if (module, s["where"], s["what"]) in explained]
    results[module] = {
        "source": _code_hash(module),
        "mutants": len(mutants_of(module)),
        "tried": tried,
        "survivors": [
            *(known if only_survivors else ()),
            *({"in": m.function, "where": m.where, "what": m.what} for m in left),
        ],
    }
    for gone in [module for module in results if not path_of(module).exists()]:
        del results[gone]


def _explained() -> dict[tuple[str, str, str], str]:
    known = tomllib.loads(EQUIVALENT.read_text("utf-8")) if EQUIVALENT.exists() else {}
    return {
        (one["module"], one["where"], one["what"]): one["why"] for one in known.get("mutant", ())
    }


def _tell(found: list[Found], minutes: float) -> None:
    for each in sorted(found):
        if each.by is None:
            m = each.mutant
            print(f"{path_of(m.module).relative_to(ROOT)}:{m.line} {m.function}: {m.what}")
    killed = sum(each.by is not None for each in found)
    print(f"{killed} of {len(found)} found, {minutes:.1f} minutes")


def _write_report(results: dict[str, Any]) -> None:
    REPORT.write_text("".join(f"{line}\n" for line in _report(results)), "utf-8")


def _report(results: dict[str, Any]) -> Iterator[str]:
    explained = _explained()
    yield from _HEAD.splitlines()
    yield ""
    yield "| module | source | mutants | tried | found | share | equivalent | left |"
    yield "|---|---|---|---|---|---|---|---|"
    sums = Counter[str]()
    left = []
    for module in sorted(results):
        one = results[module]
        alike: list[dict[str, str]] = []
        other: list[dict[str, str]] = []
        for s in one["survivors"]:
            (alike if (module, s["where"], s["what"]) in explained else other).append(s)
        left += [(module, s) for s in other]
        row = {
            "mutants": one["mutants"],
            "tried": one["tried"],
            "found": one["tried"] - len(one["survivors"]),
            "alike": len(alike),
            "left": len(other),
        }
        sums.update(row)
        yield f"| `{module}` | `{one['source']}` | {_row(row)} |"
    yield f"| all | | {_row(sums)} |"
    yield ""
    yield "## Left"
    yield ""
    if not left:
        yield "None."
    for module, s in left:
        yield f"- `{module}`, {s['in'] or 'top'}: `{s['what']}` in `{s['where']}`"


def _row(row: dict[str, int] | Counter[str]) -> str:
    share = 100 * row["found"] / max(row["tried"] - row["alike"], 1)
    counted = f"{row['mutants']} | {row['tried']} | {row['found']}"
    return f"{counted} | {share:.1f} % | {row['alike']} | {row['left']}"


_HEAD: Final = f"""# Mutation testing

`python tools/mutation/mutate.py` plants small faults in the library, one at a time: a comparison
reversed, a number raised by one, a condition negated, a statement left out. It runs the tests that
reach the fault until one fails. A fault that no test finds shows something that no test demands.
The goal is to find {GOAL} of 100. The others need a new test, or an explanation in
`equivalent.toml`.

`tried` says how many faults were tried, where only every n-th of a module was. `share` is the share
found of those that were tried and are not equivalent. `source` is the beginning of the SHA-256 of
the code that was measured, without its texts; `python tools/mutation/mutate.py --check` names the
modules that have changed since."""


def _check() -> int:
    """Name the modules that the report is not of; fail if the report is not of its results.

    Fail also if a fault is explained that cannot be planted.
    """
    results = _results()
    written = REPORT.read_text("utf-8") if REPORT.exists() else ""
    status = 0
    if written != "".join(f"{line}\n" for line in _report(results)):
        print("report.md is not of mutation.json: run  python tools/mutation/mutate.py --report")
        status = 1
    explained = _explained()
    for package in PACKAGES:
        for module in modules_of(package):
            mutants = mutants_of(module)
            there = {(m.module, m.where, m.what) for m in mutants}
            for one, where, what in explained:
                if one == module and (one, where, what) not in there:
                    print(f"equivalent.toml explains what is not there: {what} in {where}")
                    status = 1
            if not mutants:
                continue
            if module not in results:
                print(f"{module} has not been measured")
            elif results[module]["source"] != _code_hash(module):
                print(f"{module} has changed since it was measured")
    return status


if __name__ == "__main__":
    sys.exit(main())
