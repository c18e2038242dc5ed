"""The shares of 5 and 5 a §§, exactly.

An amount in a document is rounded to some unit, so it stands for a span of true amounts, and a
share holds if some true amounts make it hold exactly. Everything here is exact as long as the
decimal context does not round; :data:`EXACT` is one that refuses to.
"""

from decimal import Context, Decimal, DivisionByZero, Inexact, InvalidOperation, Overflow
from enum import StrEnum
from fractions import Fraction
from typing import Final, NamedTuple

EXACT: Final = Context(prec=60, traps=[DivisionByZero, Inexact, InvalidOperation, Overflow])
"""The context to reckon in: sums of any number of amounts fit in it, and rounding is an error.

Use it through ``decimal.localcontext``, which copies it.
"""


class Pool(StrEnum):
    """Those who give a share together: the state, the regioner, the kommuner."""

    STATE = "state"
    """Försäkringskassan, and Arbetsförmedlingen if it gives anything."""
    REGION = "region"
    KOMMUN = "kommun"
    OUTSIDE = "outside"
    """The kommuner outside every region, in a förbund without a region (5 a § 1 st.)."""


class Span(NamedTuple):
    """A span of possible amounts, in kronor, both ends included.

    Attributes:
        least: the least possible amount.
        most: the greatest possible amount; None: there is no limit.
    """

    least: Decimal
    most: Decimal | None


NOTHING: Final = Span(Decimal(0), Decimal(0))


def can_be(part: Fraction, given: Span, by_others: Span, by_either: Span = NOTHING) -> bool:
    """Whether what a pool gives can be exactly its part of all the money.

    Args:
        part: the share that the act asks for, above 0 and below 1.
        given: what the pool gives.
        by_others: what the others give.
        by_either: what may count as the pool's or as the others', in any division; it has a limit.
    """
    # given + x = part · (given + by_others + by_either), where x is any amount up to by_either:
    # what the left side exceeds the right by runs without a gap from its least to its greatest.
    asked, others = part.numerator, part.denominator - part.numerator
    if given.most is None or by_either.most is None:
        reaches = True
    else:
        reaches = others * (given.most + by_either.most) >= asked * by_others.least
    if by_others.most is None or by_either.most is None:
        return reaches
    return reaches and others * given.least <= asked * (by_others.most + by_either.most)
