"""The deep form of the fuzzer: ``python tests/fuzz/deep.py --documents 1000000``.

Each document has a number; what fails is told with it, and ``--first NUMBER --documents 1`` tries
it again.
"""

import argparse
import sys
import traceback
from collections import Counter
from random import Random
from time import perf_counter

from doors import Tried, try_all
from hostile import Fuzzer, seeds


def main() -> int:
    """Try as many documents as asked for, and tell what was tried and what failed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=1_000_000)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--seeds", type=int, default=300)
    options = parser.parse_args()
    fuzzer = Fuzzer(seeds(options.seeds))
    tried, failed = Tried(), Counter[str]()
    start = perf_counter()
    for number in range(options.first, options.first + options.documents):
        try:
            try_all(fuzzer.document(number), Random(number), tried)
        except Exception as error:  # noqa: BLE001  whatever it is, it is told
            place = traceback.extract_tb(error.__traceback__)[-1]
            kind = f"{type(error).__name__}: {str(error)[:150]} ({place.name}:{place.lineno})"
            failed[kind] += 1
            if failed[kind] == 1:
                print(f"document {number}: {kind}", flush=True)
        if (number + 1) % 20_000 == 0:
            print(f"{number + 1} documents, {perf_counter() - start:.0f} s", flush=True)
    for door, count in tried.most_common():
        print(f"{count:>12,}  {door}")
    print(f"{sum(tried.values()):>12,}  in all, in {perf_counter() - start:.0f} s")
    for kind, count in failed.most_common():
        print(f"failed {count} times: {kind}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
