"""Exact arithmetic for the shares of 5 and 5 a §§.

An amount in a document is rounded to some unit, so it stands for a span of true amounts. A share
holds if it holds exactly for some amounts in those spans. Everything here is exact in a decimal
context that does not round, such as :data:`EXACT`.
"""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Context, Decimal, DivisionByZero, Inexact, InvalidOperation, Overflow
from enum import StrEnum
from fractions import Fraction
from heapq import heapify, heappop, heapreplace
from typing import Final, NamedTuple, TypeAlias

EXACT: Final = Context(prec=60, traps=[DivisionByZero, Inexact, InvalidOperation, Overflow])
"""A decimal context in which sums of any number of amounts fit, and rounding is an error.

Use it through ``decimal.localcontext``, which copies it.
"""


HALF: Final = Fraction(1, 2)
QUARTER: Final = Fraction(1, 4)


class Pool(StrEnum):
    """Those who give a share together."""

    __hash__ = str.__hash__  # an enum's own is slower

    STATE = "state"
    """Försäkringskassan, and Arbetsförmedlingen if it gives anything."""
    REGION = "region"
    KOMMUN = "kommun"
    OUTSIDE = "outside"
    """The kommuner outside every region, if no region is a member (5 a § 1 st.)."""


Amount: TypeAlias = Decimal | int
"""An amount. All amounts in a computation have the same unit."""


class Span(NamedTuple):
    """A span of possible amounts, both ends included.

    Attributes:
        least: the least possible amount.
        most: the greatest possible amount; None if there is no limit.
    """

    least: Amount
    most: Amount | None


NOTHING: Final = Span(0, 0)


def can_be(
    part: Fraction,
    given: Span,
    by_others: Span,
    by_either: Span = NOTHING,
    *,
    give_or_take: Fraction | None = None,
) -> bool:
    """Whether a pool can give exactly its share of all the money.

    Args:
        part: the share, from 0 to 1.
        given: what the pool gives.
        by_others: what all others give.
        by_either: what may be divided freely between the pool and the others.
        give_or_take: how far the share may be from ``part``.
    """
    # The pool's excess over its part takes every value from its least, which must not be above
    # zero, to its greatest, which must not be below.
    low = high = part
    if give_or_take:
        low, high = max(part - give_or_take, Fraction(0)), min(part + give_or_take, Fraction(1))
    least, of_low = low.as_integer_ratio()
    most, of_high = high.as_integer_ratio()
    return _enough(
        least, of_low - least, _both(given.most, by_either.most), by_others.least
    ) and _enough(of_high - most, most, _both(by_others.most, by_either.most), given.least)


def _both(one: Amount | None, other: Amount | None) -> Amount | None:
    return None if one is None or other is None else one + other


def _enough(asked: int, rest: int, most: Amount | None, others_least: Amount) -> bool:
    """Whether ``most`` (None: any) is at least ``asked / rest`` times the others' least."""
    if most is None:
        return rest > 0 or not others_least
    return rest * most >= asked * others_least


def total(shares: Iterable[Fraction]) -> Fraction:
    """The sum of shares, reduced to lowest terms only at the end."""
    above, below = 0, 1
    for share in shares:
        whole = share.denominator
        if whole == below:
            above += share.numerator
        else:
            above, below = above * whole + share.numerator * below, below * whole
    return Fraction(above, below)


def split(total: int, parts: Sequence[Fraction], fixed: Mapping[int, int]) -> list[int]:
    """Split a total into whole units that add up to it, each as near its part as possible.

    The tolerance of a share grows with the part and the number of parts, so leftover units go where
    they matter least.

    Args:
        total: the units to split.
        parts: the parts, which add up to 1.
        fixed: the units already given, by the index of their part.
    """
    quotas = [part * total for part in parts]
    units = [fixed.get(place, nearest(quota)) for place, quota in enumerate(quotas)]
    left = total - sum(units)
    step = 1 if left > 0 else -1
    # A rounded zero can stand for a larger amount, but not for a smaller one.
    others = (len(parts) if step > 0 else sum(unit > 0 for unit in units)) - 2

    def felt(place: int) -> tuple[Fraction, int]:
        away = abs(units[place] + step - quotas[place])
        return away - parts[place] * others / 2, place

    open_places = [felt(p) for p in range(len(parts)) if p not in fixed and units[p] + step >= 0]
    heapify(open_places)
    for _ in range(abs(left)):
        if not open_places:
            break
        _, place = open_places[0]
        units[place] += step
        if units[place] + step >= 0:
            heapreplace(open_places, felt(place))
        else:
            heappop(open_places)
    return units


def nearest(quota: Fraction) -> int:
    """The nearest whole number, halves up."""
    return (2 * quota.numerator + quota.denominator) // (2 * quota.denominator)
