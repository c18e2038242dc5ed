"""The deep form of the fuzzer: ``python tests/fuzz/deep.py --documents 1000000``.

Each document has a number, which failures are reported with: ``--first NUMBER --documents 1`` tries
it again. When interrupted, it reports what it has tried.
"""

import argparse
import sys
import traceback
from collections import Counter
from contextlib import suppress
from random import Random
from time import perf_counter, process_time

from doors import Tried, try_all
from hostile import Fuzzer, seeds


def _try(fuzzer: Fuzzer, number: int, tried: Tried, failed: Counter[str]) -> None:
    try:
        try_all(fuzzer.document(number), Random(number), tried)
    except Exception as error:  # noqa: BLE001  whatever it is, it is reported
        place = traceback.extract_tb(error.__traceback__)[-1]
        kind = f"{type(error).__name__}: {str(error)[:150]} ({place.name}:{place.lineno})"
        failed[kind] += 1
        if failed[kind] == 1:
            print(f"document {number}: {kind}", flush=True)


def main() -> int:
    """Try as many documents as asked for, and report what was tried and what failed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=1_000_000)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--seeds", type=int, default=300)
    options = parser.parse_args()
    fuzzer = Fuzzer(seeds(options.seeds))
    tried, failed = Tried(), Counter[str]()
    start = perf_counter()
    with suppress(KeyboardInterrupt):
        for number in range(options.first, options.first + options.documents):
            tried["documents"] += 1
            _try(fuzzer, number, tried, failed)
            if tried["documents"] % 20_000 == 0:
                print(
                    f"{tried['documents']:,} documents, {perf_counter() - start:.0f} s", flush=True
                )
    documents = tried.pop("documents")
    for door, count in tried.most_common():
        print(f"{count:>12,}  {door}")
    print(f"{sum(tried.values()):>12,}  in all, of {documents:,} documents")
    print(f"{perf_counter() - start:,.0f} s, of which {process_time():,.0f} s on a processor")
    for kind, count in failed.most_common():
        print(f"failed {count} times: {kind}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
