"""How cost grows with the size of a document: ``python benchmarks/scaling.py``.

Each list of the document grows alone, with entries that give every fact (``known``) and entries
that leave out all they can (``empty``). ``--joined`` grows the pairs of lists that a rule reads
together, ``--pairs`` all pairs; with ``--complete`` the document names every list as complete. The
table has the time of a check at the last size, the exponents (1 is linear) of its time, of its peak
memory and of the length of the report as JSON, and the ratio of that length to the document's.
"""

import argparse
import gc
import json
import math
import sys
import tracemalloc
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from functools import partial
from itertools import combinations
from time import process_time
from types import NoneType, UnionType
from typing import (
    Annotated,
    Any,
    Final,
    Literal,
    NamedTuple,
    Union,
    get_args,
    get_origin,
    get_type_hints,
)

import finsam
from finsam.models import scalars
from finsam.models.actors import MEMBER_KEYS, Actor, ArchiveKeeper, KommunKey, MemberKey, Payer
from finsam.models.base import Model

ON: Final = date(2025, 6, 1)
KEYS: Final = [key for key in MEMBER_KEYS if key != "kommun:1917"]
KOMMUNER: Final = [key for key in KEYS if key.startswith("kommun:")]
BASE: Final[dict[str, Any]] = {
    "name": "Samordningsförbundet Exempel",
    "formed": "2005-01-01",
    "members": ["forsakringskassan", "arbetsformedlingen", "region:12", "kommun:1286"],
    "board": {"term_start": "2023-01-01", "term_end": "2026-12-31"},
}
LEFT_OUT: Final = {"shares_by_contribution", "until_further_notice", "year_end", "pool", "part"}
"""What cannot be combined with something else that is filled in."""


class Growing(NamedTuple):
    """A list to grow.

    Attributes:
        name: its name in the table.
        way: its place in the document.
        most: the most entries that a document can have.
        entry: makes an entry from its number and the length of the list.
    """

    name: str
    way: tuple[str, ...]
    most: int
    entry: Callable[[int, int], Any]


def _day(number: int) -> str:
    return str(date(2005, 1, 1) + timedelta(number % 7400))


_SCALARS: Final[tuple[tuple[object, Callable[[int], Any]], ...]] = (
    (Actor, lambda n: KEYS[n % len(KEYS)]),
    (ArchiveKeeper, lambda n: KEYS[n % len(KEYS)]),
    (KommunKey, lambda n: KOMMUNER[n % len(KOMMUNER)]),
    (MemberKey, lambda n: KEYS[n % len(KEYS)]),
    (Payer, lambda n: KEYS[n % len(KEYS)]),
    (scalars.Age, lambda _: 30),
    (scalars.Count, lambda n: n % 9),
    (scalars.Day, _day),
    (scalars.Flag, lambda _: True),
    (scalars.Kronor, lambda n: n + 1),
    (scalars.MonthDay, lambda _: "04-01"),
    (scalars.Months, lambda _: 48),
    (scalars.Part, lambda _: "1/4"),
    (scalars.SignedKronor, lambda n: n - 9),
    (scalars.Word, lambda n: f"text {n}"),
    (scalars.Year, lambda n: 2004 + n % 7996),
)


def _filled(model: type[Model], number: int, *, known: bool) -> dict[str, Any]:
    """An entry of a model: every fact that can be given, or only the required ones."""
    hints = get_type_hints(model, include_extras=True)
    said = {}
    for name, field in model.model_fields.items():
        if field.is_required() or (known and name not in LEFT_OUT):
            value = _value(hints[name], number, known=known)
            if value is None and field.is_required():
                value = [_value(get_args(hints[name])[0], number, known=known)]
            if value is not None:
                said[name] = value
    return said


def _value(  # noqa: PLR0911  one answer for each kind of type
    hint: Any,  # noqa: ANN401  any type of a field
    number: int,
    *,
    known: bool,
) -> Any:  # noqa: ANN401  any value of a document
    kinds = get_args(hint)
    for alias, of_number in _SCALARS:
        if kinds[:2] == get_args(alias)[:2] and get_origin(hint) is Annotated:
            return of_number(number)
    match get_origin(hint):
        case origin if origin is Annotated:
            return _value(kinds[0], number, known=known)
        case origin if origin is Literal:
            return kinds[number % len(kinds)]
        case origin if origin in {Union, UnionType}:
            (one,) = (kind for kind in kinds if kind is not NoneType)
            return _value(one, number, known=known)
        case origin if origin is frozenset:
            return [_value(kinds[0], number, known=known)]
        case origin if origin is tuple:
            # Grown in a row of its own; null says that nothing is known of it.
            return None
        case _:
            return _filled(hint, number, known=known)


ONCE: Final = {"adopted", "discharge", "divided", "also_represents", "archive_authorities"}
"""Lists of members, in which each occurs once."""


def _lists(model: type[Model], way: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Every list of a model, with its place and the type of its entries."""
    hints = get_type_hints(model, include_extras=True)
    for name in model.model_fields:
        held = _held(hints[name])
        if get_origin(held) is tuple:
            (item, _) = get_args(held)
            yield (*way, name), item
            held = item
            while get_origin(held) is Annotated:
                held = get_args(held)[0]
        if isinstance(held, type) and issubclass(held, Model):
            yield from _lists(held, (*way, name))


def _held(hint: Any) -> Any:  # noqa: ANN401  any type of a field
    while True:
        match get_origin(hint):
            case origin if origin is Annotated:
                hint = get_args(hint)[0]
            case origin if origin in {Union, UnionType}:
                hint = next(kind for kind in get_args(hint) if kind is not NoneType)
            case _:
                return hint


def growing() -> Iterator[Growing]:
    """Every list of the document, and the ways of its own that some grow in."""
    for way, item in _lists(finsam.Forbund):
        name = ".".join(way)
        if name in OWN:
            continue
        most = len(KEYS) if way[-1] in ONCE else 7996 if name in YEARLY else 10**6
        held = _held(item)
        if not (isinstance(held, type) and issubclass(held, Model)):
            yield Growing(name, way, most, partial(_entry, item, known=True))
            continue
        for known in (True, False):
            word = "known" if known else "empty"
            yield Growing(f"{name}, {word}", way, most, partial(_entry, item, known=known))
    yield from OWN_WAYS


def _entry(item: Any, number: int, _length: int, *, known: bool) -> Any:  # noqa: ANN401  any
    return _value(item, number, known=known)


def _period(number: int, _length: int) -> dict[str, str]:
    day = str(date(2005, 1, 1) + timedelta(2 * number))
    return {"actor": "kommun:1287", "joined": day, "left": day}


def _share(number: int, length: int) -> dict[str, str]:
    return {"member": KEYS[number], "share": f"1/{length}"}


YEARLY: Final = {"economy.budgets", "economy.annual_reports"}
OWN: Final = {
    "forbundsordningar",
    "members",
    "agreements",
    "agreements.shares",
    "forbundsordningar.shares",
    "area",
}
_CODES: Final = [key[7:] for key in KOMMUNER if key != "kommun:1286"]
OWN_WAYS: Final = (
    Growing(
        "forbundsordningar, known",
        ("forbundsordningar",),
        7400,
        lambda n, _: _filled(finsam.Forbundsordning, n, known=True),
    ),
    Growing(
        "forbundsordningar, empty",
        ("forbundsordningar",),
        7400,
        lambda n, _: {"applies_from": _day(n)},
    ),
    Growing("members, one each", ("members",), 250, lambda n, _: f"kommun:{_CODES[n]}"),
    Growing(
        "members, notice given",
        ("members",),
        250,
        lambda n, _: {
            "actor": f"kommun:{_CODES[n]}",
            "notice_given": _day(n),
            "left": str(date(2036, 1, 1)),
        },
    ),
    Growing("members, periods of one", ("members",), 10**6, _period),
    Growing(
        "members, outsiders",
        ("members",),
        10**6,
        lambda n, _: {"actor": {"form": "company", "name": f"Bolaget {n}"}},
    ),
    Growing(
        "area, parts", ("area",), 10**6, lambda n, _: {"kommun": "kommun:1286", "part": f"del {n}"}
    ),
    Growing(
        "area, periods", ("area",), 10**6, lambda n, _: {"kommun": "kommun:1286", "joined": _day(n)}
    ),
    Growing(
        "agreements",
        ("agreements",),
        7000,
        lambda n, _: {
            "pool": "kommun",
            "from_year": 2004 + n,
            "to_year": 2004 + n,
            "shares": [{"member": "kommun:1286", "share": "1"}],
        },
    ),
    Growing("agreements.shares", ("agreements", "shares"), len(KEYS), _share),
    Growing("forbundsordningar.shares", ("forbundsordningar", "shares"), len(KEYS), _share),
    Growing(
        "contributions of a year",
        ("contributions",),
        10**6,
        lambda n, _: {"payer": KEYS[n % len(KEYS)], "year": 2025, "amount": n},
    ),
    Growing(
        "contributions of a year, sums",
        ("contributions",),
        10**6,
        lambda n, _: {
            "payer": ("forsakringskassan", "kommuner", "regioner")[n % 3],
            "year": 2025,
            "amount": n,
        },
    ),
)


def _seat(number: int, _length: int) -> dict[str, Any]:
    role = ("ledamot", "ersattare")[number % 2]
    ended_by = ("resigned", "stepped_in")[number % 2]
    seat = {"member": "kommun:1286", "role": role, "start": _day(number), "ended_by": ended_by}
    return {**seat, "end": _day(number + 60)}


def _lately(number: int) -> str:
    """Every other day of the present board's."""
    return str(date(2023, 2, 1) + timedelta(2 * number % 800))


JOINED_WAYS: Final = (
    Growing("seats of one member", ("board", "seats"), 7300, _seat),
    Growing(
        "contributions of many years",
        ("contributions",),
        7996,
        lambda n, _: {"payer": "kommun:1286", "year": 2004 + n, "amount": n},
    ),
    Growing(
        "audits of one year",
        ("economy", "audits"),
        10**6,
        lambda *_: {
            "year": 2024,
            "reported": "2025-02-01",
            "discharge": [{"member": "kommun:1286", "granted": True}],
        },
    ),
    Growing(
        "budgets of the board",
        ("economy", "budgets"),
        7000,
        lambda n, _: {"year": 2026 + n, "adopted": _lately(n), "adopted_by": "styrelsen"},
    ),
    Growing(
        "meetings without a budget",
        ("board", "meetings"),
        10**6,
        lambda n, _: {"day": _lately(n + 1), "adopts_budget": False},
    ),
    Growing(
        "seats that refusals ended",
        ("board", "seats"),
        10**6,
        lambda n, _: {
            "member": "kommun:1286",
            "role": "ledamot",
            "start": _day(n),
            "end": _day(n),
            "ended_by": "discharge_refused",
        },
    ),
    Growing(
        "insatser in parts",
        ("insatser",),
        10**6,
        lambda n, _: {
            "name": f"{n}",
            "kind": "individual",
            "start": _day(n),
            "area": [{"kommun": "kommun:1286", "part": f"del {n}"}],
        },
    ),
)
"""Ways to grow beside something else."""

JOINED: Final = (
    ("budgets of the board", "meetings without a budget"),
    ("seats that refusals ended", "audits of one year"),
    ("audits of one year", "economy.auditors, empty"),
    ("economy.audits, known", "board.seats, known"),
    ("economy.audits, known", "economy.auditors, known"),
    ("audits of one year", "members, one each"),
    ("economy.auditors, known", "forbundsordningar, known"),
    ("economy.auditors, empty", "forbundsordningar, empty"),
    ("economy.commitments, known", "forbundsordningar, known"),
    ("members, notice given", "forbundsordningar, known"),
    ("members, notice given", "forbundsordningar, empty"),
    ("members, periods of one", "forbundsordningar, empty"),
    ("members, one each", "economy.auditors, known"),
    ("board.seats, known", "forbundsordningar, known"),
    ("board.seats, known", "members, one each"),
    ("seats of one member", "economy.audits, known"),
    ("seats of one member", "members, one each"),
    ("board.meetings, known", "board.seats, known"),
    ("board.meetings, known", "seats of one member"),
    ("board.meetings, known", "members, periods of one"),
    ("board.meetings, known", "members, notice given"),
    ("board.meetings, empty", "board.remote_decisions, empty"),
    ("contributions of many years", "agreements"),
    ("contributions of many years", "members, one each"),
    ("contributions of many years", "members, periods of one"),
    ("contributions of many years", "forbundsordningar, known"),
    ("insatser in parts", "area, parts"),
    ("insatser in parts", "area, periods"),
    ("insatser, known", "members, periods of one"),
    ("insatser.payments, known", "members, periods of one"),
)
"""The lists that a rule reads together."""


def document(lists: Sequence[Growing], size: int) -> str:
    """The JSON of a document with some lists of some length."""
    said: dict[str, Any] = json.loads(json.dumps(BASE))
    for each in lists:
        holder: Any = said
        for number, name in enumerate(each.way[:-1]):
            inside = _holder(each.way[: number + 1])
            holder = holder.setdefault(name, inside)
            if isinstance(holder, list):
                holder = holder[0]
        length = min(size, each.most)
        entries = [each.entry(n, length) for n in range(length)]
        holder[each.way[-1]] = [*(holder.get(each.way[-1]) or ()), *entries]
    return json.dumps(said, ensure_ascii=False)


def _holder(way: tuple[str, ...]) -> Any:  # noqa: ANN401  a dict, or a list of one
    """What a list stands in."""
    hint: Any = finsam.Forbund
    many = False
    for name in way:
        hint = _held(get_type_hints(_held(hint), include_extras=True)[name])
        many = get_origin(hint) is tuple
        if many:
            hint = get_args(hint)[0]
    # An agreement and what is adopted with it need more than one fact to be any.
    item = {**_filled(_held(hint), 0, known=True), "shares": None}
    if way[-1] == "forbundsordningar":
        item["applies_from"] = "2004-12-31"
    if way[-1] == "agreements":
        item = {"pool": "kommun", "from_year": 2025}
    if way[-1] not in {"agreements", "forbundsordningar"}:
        del item["shares"]
    return [item] if many else item


def _least(action: Callable[[], Any], times: int) -> float:
    found = []
    gc.collect()
    gc.disable()
    for _ in range(times):
        start = process_time()
        action()
        found.append(process_time() - start)
    gc.enable()
    return min(found)


def _exponent(sizes: Sequence[float], costs: Sequence[float]) -> float:
    """The slope of the line through the logarithms."""
    points = [(math.log(s), math.log(c)) for s, c in zip(sizes, costs, strict=True)]
    mean_x = sum(x for x, _ in points) / len(points)
    mean_y = sum(y for _, y in points) / len(points)
    return sum((x - mean_x) * (y - mean_y) for x, y in points) / sum(
        (x - mean_x) ** 2 for x, _ in points
    )


class Measured(NamedTuple):
    """The cost of a way of growing.

    Attributes:
        name: what is grown.
        parse: the exponent of the time to parse.
        milliseconds: the time of a check at the last size.
        time: the exponent of the time of a check.
        memory: the exponent of its memory.
        length: the exponent of the length of the report.
        ratio: the length of the last report, divided by that of its document.
    """

    name: str
    parse: float
    milliseconds: float
    time: float
    memory: float
    length: float
    ratio: float

    @property
    def worst(self) -> float:
        """The largest exponent."""
        return max(self.parse, self.time, self.memory, self.length)


def measure(lists: Sequence[Growing], sizes: Sequence[int], times: int) -> Measured:
    """Measure a way of growing."""
    most = min(max(each.most for each in lists), sizes[-1])
    scale = most / sizes[-1]
    grown = [int(size * scale) for size in sizes]
    texts = [document(lists, size) for size in grown]
    parse = [_least(partial(finsam.Forbund.model_validate_json, t), times) for t in texts]
    documents = [finsam.Forbund.model_validate_json(text) for text in texts]
    costs = [_least(partial(finsam.check, d, on=ON), times) for d in documents]
    peaks, lengths = [], []
    for each in documents:
        tracemalloc.start()
        report = finsam.check(each, on=ON)
        peaks.append(float(tracemalloc.get_traced_memory()[1]))
        tracemalloc.stop()
        lengths.append(float(len(report.to_json())))
    return Measured(
        " × ".join(each.name for each in lists),
        _exponent(grown, parse),
        costs[-1] * 1000,
        _exponent(grown, costs),
        _exponent(grown, peaks),
        _exponent(grown, lengths),
        lengths[-1] / len(texts[-1]),
    )


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=3)
    parser.add_argument("--sizes", type=int, nargs="+", default=[500, 1000, 2000])
    parser.add_argument("--pairs", action="store_true", help="also each list beside each other")
    parser.add_argument("--joined", action="store_true", help="what a rule looks at together")
    parser.add_argument("--worst", type=int, help="show only so many, the worst ones")
    parser.add_argument("--only", default="", help="only lists whose name holds this")
    parser.add_argument("--complete", action="store_true", help="the lists hold everything")
    options = parser.parse_args()
    if options.complete:
        BASE["complete"] = ["all"]
    some = [each for each in growing() if options.only in each.name]
    asked: list[tuple[Growing, ...]] = [(each,) for each in some]
    if options.pairs:
        asked += [
            p for p in combinations(growing(), 2) if options.only in f"{p[0].name} {p[1].name}"
        ]
    if options.joined:
        ways = {each.name: each for each in (*growing(), *JOINED_WAYS)}
        asked = [(ways[one], ways[other]) for one, other in JOINED]
        asked += [(each,) for each in JOINED_WAYS]
    found = [measure(lists, options.sizes, options.times) for lists in asked]
    if options.worst:
        found = sorted(found, key=lambda one: -one.worst)[: options.worst]
    print(f"{'growing':72}{'parse':>7}{'ms':>8}{'time':>7}{'memory':>8}{'report':>8}{'to doc':>8}")
    for one in found:
        print(
            f"{one.name:72}{one.parse:>7.2f}{one.milliseconds:>8.1f}{one.time:>7.2f}"
            f"{one.memory:>8.2f}{one.length:>8.2f}{one.ratio:>8.1f}"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
