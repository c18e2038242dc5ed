"""Hostile documents: real and generated documents, mutated."""

import copy
import json
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path
from random import Random
from typing import Any, Final, NamedTuple

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from finsam import Forbund
from finsam.models.base import Loc
from finsam.testing import BREAKABLE, breaking, forbund
from finsam.validation.rules import BY_ID

ROOT: Final = Path(__file__).parents[2]
REAL: Final = (
    *sorted((ROOT / "examples").glob("*.json")),
    ROOT / "benchmarks" / "full.json",
    ROOT / "benchmarks" / "sparse.json",
)

_DAYS: Final = (
    *("0001-01-01", "2003-12-31", "2004-01-01", "2004-02-29", "2005-02-29", "2010-06-30"),
    *("2010-07-01", "2023-12-31", "2024-01-01", "2024-02-29", "2026-13-01", "9999-12-31"),
    *("2024-1-1", "20240101", "2024-01-01T00:00:00", " 2024-01-01", "٢٠٢٤-٠١-٠١"),
)
_NUMBERS: Final = (
    *(0, 1, -1, 2004, 2003, 9999, 10000, 10**12 - 1, 10**12, 2**63, 10**30, -(10**30)),
    *(0.1, 1e308, -0.0, 5e-324),
)
_AMOUNTS: Final = (
    *("0", "0.00", "1.005", "1e3", "999999999999.99", "1000000000000", "+1", "-1", "NaN", "٣"),
    *("1/3", "0/1", "1/0", "2/1", "1/999999999989", "333333333333/999999999999", "0.999999999999"),
)
_TEXTS: Final = (
    *("", " ", "\x00", "\ud800", "\udfff\ud800", "\ufeff", "å" * 300, "\r\n", "\u2028", "\u202e"),
    *("<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "</title><b>", "javascript:x"),
    *("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "[x](javascript:alert(1))", "| a | b |"),
    *("\x1b[31m", "\x9b31m", "\x07", "{0}", "{}", "%s", "%(x)s", "${x}", "{kind}", "\\", "'", '"'),
    *("END:VEVENT", "a\r\nATTENDEE:x", "region:09", "kommun:1917", "kommun:0000", "region:99"),
    *("forsakringskassan", "forbundet", "kommuner", "regioner", "all", "board.seats", "finsam/1"),
)
SCALARS: Final = (None, True, False, *_DAYS, *_NUMBERS, *_AMOUNTS, *_TEXTS)
"""Values that have caused trouble somewhere."""


class Hostile(NamedTuple):
    """A document to try.

    Attributes:
        tree: the document as Python objects, before its text was spoiled.
        body: its text: JSON, perhaps spoiled.
        secret: the ten digits of the personal number that it holds; empty if it holds none.
    """

    tree: object
    body: str | bytes
    secret: str


def personal_number(random: Random) -> str:
    """The twelve digits of an unassigned personal number or samordningsnummer."""
    year, month, day = random.randint(1930, 2009), random.randint(1, 12), random.randint(1, 28)
    # Serial numbers from 980 are given to nobody.
    first = f"{year:04}{month:02}{day + random.choice((0, 60)):02}{random.choice(('980', '981'))}"
    digits = [int(d) * (2 - n % 2) for n, d in enumerate(first[2:])]
    return first + str(-sum(d // 10 + d % 10 for d in digits) % 10)


def written(number: str, random: Random) -> str:
    """A personal number as people write it, perhaps among other words."""
    century = random.choice(("", number[:2]))
    text = f"{century}{number[2:8]}{random.choice(('', '-', '+'))}{number[8:]}"
    return random.choice(("{}", "{}", "Anna {}", "pnr:{}.", "({})")).format(text)


def seeds(generated: int) -> list[Any]:
    """Documents to mutate: real ones, generated ones, and some that each break a rule."""
    found = [json.loads(path.read_text(encoding="utf-8")) for path in REAL]

    def draw(strategy: st.SearchStrategy[Forbund], number: int) -> None:
        @settings(
            max_examples=number,
            derandomize=True,
            database=None,
            deadline=None,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        )
        @given(strategy)
        def collect(document: Forbund) -> None:
            found.append(document.model_dump(mode="json", exclude_defaults=True))

        collect()

    draw(forbund(), generated)
    for rule in BREAKABLE if generated >= len(BREAKABLE) else BREAKABLE[:: len(BREAKABLE) // 5]:
        draw(breaking(rule, on=date(2009 if BY_ID[rule].last else 2024, 6, 1)), 1)
    return found


def places(tree: Any, loc: Loc = ()) -> Iterator[Loc]:  # noqa: ANN401  any document
    """Every place in a document."""
    steps: Sequence[str | int] = ()
    if isinstance(tree, dict):
        steps = list(tree)
    elif isinstance(tree, list):
        steps = range(len(tree))
    for step in steps:
        yield (*loc, step)
        yield from places(tree[step], (*loc, step))


def at(tree: Any, loc: Sequence[str | int]) -> Any:  # noqa: ANN401  any part of a document
    """The value at a place."""
    for step in loc:
        tree = tree[step]
    return tree


class Fuzzer:
    """Makes hostile documents; the same number always gives the same document.

    Args:
        seeds: the documents to mutate.
    """

    def __init__(self, seeds: Sequence[Any]) -> None:
        self._texts = [json.dumps(tree) for tree in seeds]
        self._parts: dict[tuple[str, ...], list[Any]] = {}
        for tree in seeds:
            for loc in places(tree):
                if isinstance(loc[-1], str):
                    self._parts.setdefault(_named(loc), []).append(at(tree, loc))
        self._ways = sorted(self._parts)

    def document(self, number: int) -> Hostile:
        """The hostile document of a number."""
        random = Random(number)
        tree = json.loads(random.choice(self._texts))
        secret = ""
        # Half of them are mutated gently, so that most still parse.
        changes = random.choice((_CHANGES, _GENTLE))
        for _ in range(min(int(random.expovariate(0.5)) + 1, 8)):
            tree = random.choice(changes)(self, tree, random)
        if random.random() < 0.2:
            number12 = personal_number(random)
            secret = number12[2:]
            tree = _plant(tree, written(number12, random), random)
        try:
            body: str | bytes = json.dumps(tree, ensure_ascii=random.random() < 0.5)
        except ValueError:
            body = "{}"
        if random.random() < 0.08:
            body = random.choice(_SPOILERS)(body, random)
        return Hostile(tree, body, secret)

    def _graft(self, tree: Any, random: Random) -> Any:  # noqa: ANN401
        """Replace a value by another document's at the same place."""
        way = random.choice(self._ways)
        part = copy.deepcopy(random.choice(self._parts[way]))
        holder = tree
        for name in way[:-1]:
            if isinstance(holder, list):
                holder = random.choice(holder) if holder else None
            if not isinstance(holder, dict):
                return tree
            holder = holder.get(name)
        if isinstance(holder, list) and holder:
            holder = random.choice(holder)
        if isinstance(holder, dict):
            holder[way[-1]] = part
        return tree

    def _replace(self, tree: Any, random: Random) -> Any:  # noqa: ANN401
        return _put(tree, random, random.choice(SCALARS))

    def _swap(self, tree: Any, random: Random) -> Any:  # noqa: ANN401
        """Replace a value by another document's at another place."""
        part = copy.deepcopy(random.choice(self._parts[random.choice(self._ways)]))
        return _put(tree, random, part)

    def _remove(self, tree: Any, random: Random) -> Any:  # noqa: ANN401
        found = list(places(tree))
        if found:
            *way, last = random.choice(found)
            holder = at(tree, tuple(way))
            del holder[last]
        return tree

    def _repeat(self, tree: Any, random: Random) -> Any:  # noqa: ANN401
        lists = [loc for loc in places(tree) if isinstance(at(tree, loc), list) and at(tree, loc)]
        if lists:
            items = at(tree, random.choice(lists))
            items.extend(copy.deepcopy(random.choices(items, k=random.choice((1, 1, 2, 9)))))
            random.shuffle(items)
        return tree

    def _unknown_key(self, tree: Any, random: Random) -> Any:  # noqa: ANN401
        holders = [(), *places(tree)]
        holder = at(tree, random.choice(holders))
        if isinstance(holder, dict):
            holder[str(random.choice(SCALARS))] = random.choice(SCALARS)
        return tree

    def _empty(self, tree: Any, random: Random) -> Any:  # noqa: ANN401
        return _put(tree, random, random.choice((None, [], {}, "")))


_CHANGES: Final = (
    *(Fuzzer._graft,) * 6,  # noqa: SLF001  the class's own table
    *(Fuzzer._replace,) * 2,
    *(Fuzzer._empty,) * 2,  # noqa: SLF001
    *(Fuzzer._remove,) * 2,  # noqa: SLF001
    *(Fuzzer._repeat,) * 2,  # noqa: SLF001
    Fuzzer._swap,  # noqa: SLF001
    Fuzzer._unknown_key,  # noqa: SLF001
)


_GENTLE: Final = (*(Fuzzer._graft,) * 8, Fuzzer._remove, Fuzzer._repeat)  # noqa: SLF001  as above


def _named(loc: Loc) -> tuple[str, ...]:
    return tuple(step for step in loc if isinstance(step, str))


def _put(tree: Any, random: Random, value: object) -> Any:  # noqa: ANN401  any document
    found = list(places(tree))
    if not found:
        return value
    *way, last = random.choice(found)
    at(tree, tuple(way))[last] = value
    return tree


def _plant(tree: Any, secret: str, random: Random) -> Any:  # noqa: ANN401  any document
    """Put in a personal number: as a text, an integer or a key."""
    if random.random() < 0.3:
        holder = at(tree, random.choice([(), *places(tree)]))
        if isinstance(holder, dict):
            holder[secret] = random.choice((None, 1, "x", {}))
            return tree
    value: object = int(secret) if secret.isdigit() and random.random() < 0.3 else secret
    return _put(tree, random, value)


def _text(body: str | bytes) -> str:
    return body if isinstance(body, str) else body.decode("latin-1")


def _cut(body: str | bytes, random: Random) -> str:
    return _text(body)[: random.randrange(len(body) + 1)]


def _flipped(body: str | bytes, random: Random) -> bytes:
    data = bytearray(_text(body).encode("utf-8", "surrogatepass"))
    for _ in range(random.randint(1, 4)):
        if data:
            data[random.randrange(len(data))] = random.randrange(256)
    return bytes(data)


def _twice(body: str | bytes, random: Random) -> str:
    """Repeat a key, with another value."""
    text = _text(body)
    commas = [n for n, c in enumerate(text) if c == "," and text[n + 1 : n + 3] == ' "']
    if not commas:
        return text
    place = random.choice(commas)
    key = text[place + 2 :].partition(":")[0]
    return f"{text[:place]}, {key}: null{text[place:]}"


def _encoded(body: str | bytes, random: Random) -> bytes:
    codec = random.choice(("utf-8-sig", "utf-16", "utf-16-le", "utf-32", "latin-1"))
    return _text(body).encode(codec, "replace")


def _nested(body: str | bytes, random: Random) -> str:
    deep = random.choice((10, 127, 200, 5000))
    return _text(body).replace("null", "[" * deep + "]" * deep, 1) + "[" * random.choice((0, deep))


_SPOILERS: Final[tuple[Callable[[str | bytes, Random], str | bytes], ...]] = (
    _cut,
    _flipped,
    _twice,
    _encoded,
    _nested,
)
