"""A digest of all output for some documents: ``python tests/fuzz/digest.py FILE``.

The same on every machine and version of Python, however it is run. A FILE is a document, or has one
a line if its name ends in ``.jsonl``.
"""

import argparse
import decimal
import pickle
from collections.abc import Iterator
from contextlib import nullcontext
from datetime import date
from hashlib import sha256
from pathlib import Path
from threading import Barrier, Thread

from finsam import Forbund, Report, check, deadlines

DAYS = (date(2009, 6, 1), date(2024, 6, 1))
NARROW = decimal.Context(
    prec=2, rounding=decimal.ROUND_UP, Emax=3, Emin=-3, traps=list(decimal.getcontext().traps)
)


def output(forbund: Forbund, on: date, report: Report) -> Iterator[str]:
    """Everything that the library prints or writes of a document and its report."""
    yield repr(forbund)
    yield forbund.model_dump_json()
    yield repr(report)
    yield report.to_json()
    for lang in ("sv", "en"):
        yield report.to_html(lang)
        yield report.to_markdown(lang)
        yield repr(report.records(lang))
        yield deadlines(forbund, year=on.year).to_ics(lang)
    yield str(pickle.loads(pickle.dumps(report)) == report)
    yield str(Report.from_json(report.to_json()) == report)


def digest(body: str, reports: dict[date, Report] | None = None) -> str:
    """The digest of the output for a document; of reports made elsewhere, if they are given."""
    found = sha256()
    for on in DAYS:
        forbund = Forbund.model_validate_json(body)
        report = reports[on] if reports else check(forbund, on=on)
        for text in output(forbund, on, report):
            found.update(text.encode("utf-8", "surrogatepass"))
    return found.hexdigest()


def at_once(bodies: list[str], threads: int, *, shared: bool) -> list[list[str]]:
    """The digests that some threads make, all beginning at the same time.

    Args:
        bodies: the documents.
        threads: how many threads.
        shared: whether they share one report of each document, or each makes its own.
    """
    first = [
        {on: check(Forbund.model_validate_json(body), on=on) for on in DAYS} if shared else None
        for body in bodies
    ]
    start, found = Barrier(threads), [list[str]() for _ in range(threads)]

    def work(mine: list[str]) -> None:
        start.wait()
        mine += [digest(body, reports) for body, reports in zip(bodies, first, strict=True)]

    running = [Thread(target=work, args=(mine,)) for mine in found]
    for thread in running:
        thread.start()
    for thread in running:
        thread.join()
    return found


def documents(file: Path) -> list[str]:
    """The documents of a file."""
    text = file.read_text("utf-8")
    return text.splitlines() if file.suffix == ".jsonl" else [text]


def main() -> None:
    """Print a digest for each document, for each way in which all are asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
    parser.add_argument("--threads", type=int, default=0)
    parser.add_argument("--shared", action="store_true")
    parser.add_argument("--narrow", action="store_true", help="in a narrow decimal context")
    options = parser.parse_args()
    bodies = [body for file in options.files for body in documents(file)]
    with decimal.localcontext(NARROW) if options.narrow else nullcontext():
        if options.threads:
            every = at_once(bodies, options.threads, shared=options.shared)
        else:
            every = [[digest(body) for body in bodies]]
    for line in sorted({" ".join(one) for one in every}):
        print(line)


if __name__ == "__main__":
    main()
