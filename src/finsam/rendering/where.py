"""Places in words and as paths, many at once, as short as they can be and still be read."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import groupby
from typing import Final, TypeAlias, get_args

from finsam.law.text import Lang, Text
from finsam.models.base import Loc
from finsam.models.complete import ListName
from finsam.validation.engine.messages import path, place
from finsam.validation.places import items_on

NAMED: Final = 12
"""How many places are named individually; beyond that, ranges of numbers are given."""

_COUNTED: Final = Text("{count} ställen: {places}", "{count} places: {places}")
_MORE: Final = Text("{places} och {more} till", "{places} and {more} more")


def words(locs: Iterable[Loc], names: Mapping[Loc, Text], lang: Lang, named: int = NAMED) -> str:
    """Places in words: ``sammanträdet 2025-11-24``, ``insats 1–80``; nothing for whole lists.

    Args:
        locs: the places.
        names: what items are called, by their places.
        lang: the language.
        named: how many are named individually.
    """
    every = list(dict.fromkeys(loc for loc in locs if loc and not _is_list(loc)))
    if len(every) > NAMED:
        for index in (1, 2):
            if all(len(loc) > index and isinstance(loc[index], int) for loc in every):
                return _numbered(every, index, lang)
    said = list(dict.fromkeys(_name(loc, names, lang) for loc in every))
    return cut(said, lang, named)


def _is_list(loc: Loc) -> bool:
    """Whether a place is a list of the document, for which the path is enough."""
    return len(loc) <= 2 and ".".join(map(str, loc)) in _LISTS


_LISTS: Final = frozenset(get_args(ListName))


def cut(said: Sequence[str], lang: Lang, named: int) -> str:
    """A list of names, cut to the first ``named``; more than two are also counted."""
    if len(said) <= 2:
        return ", ".join(said)
    places = ", ".join(said[:named])
    if more := len(said) - len(said[:named]):
        places = _MORE.get(lang).format(places=places, more=more)
    return _COUNTED.get(lang).format(count=len(said), places=places)


def _name(loc: Loc, names: Mapping[Loc, Text], lang: Lang) -> str:
    """A place, named after its innermost item, or else its field."""
    item = next((item for item in items_on(loc) if item in names), None)
    return place(loc, lang) if item is None else names[item].get(lang)


def _numbered(locs: Sequence[Loc], index: int, lang: Lang) -> str:
    """Items by their numbers, counted from one, list by list."""
    by_list: dict[Loc, set[int]] = {}
    for loc in locs:
        number = loc[index]
        if isinstance(number, int):
            by_list.setdefault(loc[:index], set()).add(number + 1)
    return "; ".join(
        _in_rows(place((*way, 0), lang).rpartition(" ")[0], sorted(numbers), lang)
        for way, numbers in by_list.items()
    )


def _in_rows(item: str, numbers: Sequence[int], lang: Lang) -> str:
    """The items of a list with these numbers: ``insats 1–3, 5``."""
    rows = _rows(numbers)
    if len(rows) <= _ROWS:
        return f"{item} {', '.join(rows)}"
    return _SOME.get(lang).format(count=len(numbers), item=item, first=numbers[0], last=numbers[-1])


_SOME: Final = Text("{count} av {item} {first}–{last}", "{count} of {item} {first}–{last}")
_ROWS: Final = 6
"""How many ranges of numbers are listed."""


def _rows(numbers: Iterable[int]) -> list[str]:
    """Numbers as ranges: ``1–3`` and ``5``."""
    rows = groupby(enumerate(sorted(numbers)), key=lambda each: each[1] - each[0])
    runs = [[number for _, number in run] for _, run in rows]
    return [
        f"{run[0]}\N{EN DASH}{run[-1]}" if len(run) > 2 else ",".join(map(str, run)) for run in runs
    ]


Paths: TypeAlias = Callable[[list[Loc]], str]
"""Where some places are in a source: paths in a document, or cells of a workbook."""


def paths(locs: Iterable[Loc]) -> str:
    """The paths of places, merged if they differ in one number: ``seats[0–8].office``."""
    by_shape: dict[tuple[str | None, ...], list[Loc]] = {}
    for loc in dict.fromkeys(locs):
        shape = tuple(step if isinstance(step, str) else None for step in loc)
        by_shape.setdefault(shape, []).append(loc)
    return ", ".join(_paths(some) for some in by_shape.values())


def _paths(locs: Sequence[Loc]) -> str:
    """The paths of places of one shape; cut if they differ in several numbers."""
    if len(locs) == 1:
        return path(locs[0])
    steps = list(zip(*locs, strict=True))
    varying = [number for number, step in enumerate(steps) if len(set(step)) > 1]
    if len(varying) == 1:
        (at,) = varying
        rows = _rows(step for step in steps[at] if isinstance(step, int))
        numbers = ",".join(rows[:_ROWS] + ["…"] * (len(rows) > _ROWS))
        before, after = locs[0][:at], locs[0][at + 1 :]
        return f"{path(before)}[{numbers}]{_joined(after)}"
    some = ", ".join(path(loc) for loc in locs[:_CUT])
    return f"{some} …" if len(locs) > _CUT else some


_CUT: Final = 3


@lru_cache(maxsize=512)
def _joined(loc: Loc) -> str:
    """A path as the continuation of another."""
    said = path(loc)
    return said if not said or said.startswith("[") else f".{said}"
