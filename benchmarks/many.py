"""Many documents, in one process and on all cores: ``python benchmarks/many.py``.

Documents go to the processes as bytes and come back as rows. The result is the median, over the
rounds, of the ratio to one process within a round. Starting the processes is not timed.
"""

import argparse
import statistics
import tracemalloc
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from itertools import islice, repeat
from os import cpu_count
from pathlib import Path
from time import perf_counter
from typing import Any

import finsam

BODY = (Path(__file__).parent / "full.json").read_bytes()
ON = date(2025, 6, 1)


def rows_of(batch: Sequence[bytes]) -> list[dict[str, Any]]:
    """The task of a process."""
    return list(finsam.check_many(batch, on=ON))


def batches(documents: Iterable[bytes], size: int) -> Iterator[list[bytes]]:
    """The documents in batches."""
    documents = iter(documents)
    while batch := list(islice(documents, size)):
        yield batch


def seconds(work: Callable[[], object]) -> float:
    """The time that something takes."""
    begun = perf_counter()
    work()
    return perf_counter() - begun


def peak(number: int) -> float:
    """The peak memory, in kB, of a stream of documents while its rows are counted."""
    tracemalloc.start()
    counted = sum(1 for _ in finsam.check_many(repeat(BODY, number), on=ON))
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    if counted != number:
        raise ValueError(f"{number} documents gave {counted} rows")
    return most / 1000


def main() -> None:
    """Time, and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--documents", type=int, default=2000)
    options = parser.parse_args()
    number, cores = options.documents, cpu_count() or 1
    documents = [BODY] * number
    with ProcessPoolExecutor(cores) as pool:

        def shared(size: int) -> list[object]:
            return list(pool.map(rows_of, batches(documents, size)))

        ways: dict[str, Callable[[], object]] = {
            "one process": lambda: rows_of(documents),
            f"{cores} processes, 200 documents a task": lambda: shared(200),
            f"{cores} processes, 100 documents a task": lambda: shared(100),
            f"{cores} processes, one document a task": lambda: shared(1),
        }
        shared(100)
        rounds = [[seconds(work) for work in ways.values()] for _ in range(options.rounds)]
    print(f"{number} documents, {options.rounds} rounds")
    print("| way | documents a second | times one process |")
    print("|---|---|---|")
    for place, way in enumerate(ways):
        rate = number / statistics.median(times[place] for times in rounds)
        faster = statistics.median(times[0] / times[place] for times in rounds)
        print(f"| {way} | {rate:.0f} | {faster:.2f} |")
    few, many = peak(max(number // 100, 1)), peak(number)
    print(f"peak of memory: {few:.0f} kB for {max(number // 100, 1)}, {many:.0f} for {number}")


if __name__ == "__main__":
    main()
