"""Splitting whole units: every small case, exhaustively."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import product

import pytest

from finsam.law.shares import split

HALF = Fraction(1, 2)


def keeps(units: tuple[int, ...], parts: list[Fraction]) -> bool:
    """Whether each part can hold exactly, for some true amounts behind the whole units."""
    spans = [(max(unit - HALF, Fraction(0)), unit + HALF) for unit in units]
    for place, part in enumerate(parts):
        least = sum(low for at, (low, _) in enumerate(spans) if at != place)
        most = sum(high for at, (_, high) in enumerate(spans) if at != place)
        low, high = spans[place]
        if low * (1 - part) > part * most or high * (1 - part) < part * least:
            return False
    return True


def parts_of(number: int, most: int) -> Iterator[list[Fraction]]:
    for weights in product(range(most + 1), repeat=number):
        if sum(weights):
            yield [Fraction(weight, sum(weights)) for weight in weights]


def ways(total: int, number: int) -> Iterator[tuple[int, ...]]:
    if number == 1:
        yield (total,)
        return
    for first in range(total + 1):
        for rest in ways(total - first, number - 1):
            yield (first, *rest)


@pytest.mark.parametrize(
    ("number", "most", "totals"), [(1, 1, 5), (2, 7, 12), (3, 4, 9), (4, 2, 7)]
)
def test_it_adds_up_and_keeps_every_part_where_that_can_be(
    number: int, most: int, totals: int
) -> None:
    for parts in parts_of(number, most):
        for total in range(totals):
            units = split(total, parts, {})
            assert sum(units) == total
            assert min(units) >= 0
            assert keeps(tuple(units), parts) or not any(
                keeps(way, parts) for way in ways(total, number)
            )


@pytest.mark.parametrize(("number", "most"), [(2, 4), (3, 3)])
def test_what_is_given_already_stays_and_the_rest_is_laid_where_it_is_least_felt(
    number: int, most: int
) -> None:
    for parts in parts_of(number, most):
        for total, fixed in product(range(8), repeat=2):
            units = split(total, parts, {0: fixed})
            assert units[0] == fixed
            assert min(units) >= 0
            if fixed <= total:
                assert sum(units) == total
            else:
                # There is nothing to take away from.
                assert sum(units[1:]) == 0


@pytest.mark.parametrize(
    ("total", "weights"),
    [
        (6, [0, 2, 0, 20, 2]),
        (4, [0, 0, 5, 0, 1, 1, 1]),
        (11, [0, 2, 2, 20, 5, 5]),
        (4, [20, 3, 5, 5, 5]),
    ],
)
def test_what_gives_nothing_cannot_stand_for_less(total: int, weights: list[int]) -> None:
    parts = [Fraction(weight, sum(weights)) for weight in weights]
    assert keeps(tuple(split(total, parts, {})), parts)
