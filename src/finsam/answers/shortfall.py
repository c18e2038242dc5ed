"""What each member makes up if the assets do not cover a debt (22 §)."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal, localcontext
from fractions import Fraction
from typing import NamedTuple

from pydantic import ConfigDict

from finsam.answers.pools import Amount, Answer, Asked, Members, in_equal_parts
from finsam.law.shares import EXACT, split
from finsam.models.money import PoolName, SplitAgreement
from finsam.models.scalars import Kronor


class MemberPart(NamedTuple):
    """What one member makes up, or gets.

    Attributes:
        member: the member.
        share: its share of the whole.
        amount: its part, in kronor.
    """

    member: str
    share: Fraction
    amount: Decimal


@dataclass(frozen=True, slots=True)
class Shortfall(Answer):
    """What each member makes up of a shortfall.

    Attributes:
        year: the calendar year whose shares are used.
        amount: the shortfall, in kronor.
        parts: each member's part, in whole units that add up to the amount, in the order of the
            members given.
        equal_parts: the pools without an agreement, assumed to split in equal parts.
        rounded_to: the unit, in kronor.
    """

    year: int
    amount: Decimal
    parts: tuple[MemberPart, ...]
    equal_parts: tuple[PoolName, ...]
    rounded_to: Decimal


def shortfall(
    *,
    amount: Amount,
    members: Members,
    year: int,
    agreements: Iterable[SplitAgreement] = (),
    rounded_to: Amount = 1,
) -> Shortfall:
    """Compute what each member makes up, by its share under 5 § (22 §).

    Försäkringskassan makes up a half, the regioner a quarter and the kommuner a quarter, split as
    agreed or in equal parts. The parts are whole units that add up to the amount, each as near its
    share as possible.

    A human must judge two things that the section does not settle. Arbetsförmedlingen contributes
    nothing by 5 §, and makes up nothing here. A kommun outside every region (Gotland) contributes
    by 5 a §, to which 22 § does not refer; its share by 5 a § is used.

    Args:
        amount: the shortfall, in kronor.
        members: the members on some day of the year: member keys, whatever ``Forbund.members``
            reads, or a förbund.
        year: the calendar year whose shares are used, by the law of its last day.
        agreements: how the kommuner and the regioner have agreed to split their shares.
        rounded_to: the unit of the amounts, in kronor.

    Returns:
        Every member's part.

    Raises:
        ValueError: something is malformed (``pydantic.ValidationError``), the amount is not a
            whole number of units, or a party that 3 § requires is missing; the message says what
            to do.
        NotInForce: the act was not in force in that year.
    """
    asked = WholeAmount.of(
        amount=amount, members=members, year=year, agreements=agreements, rounded_to=rounded_to
    )
    parts, equal_parts = by_section_5(asked)
    return Shortfall(asked.year, asked.amount, parts, equal_parts, asked.rounded_to)


class WholeAmount(Asked):
    """An amount that all members share, in kronor."""

    model_config = ConfigDict(title="shortfall")

    amount: Kronor


def by_section_5(asked: WholeAmount) -> tuple[tuple[MemberPart, ...], tuple[PoolName, ...]]:
    """Each member's part by 5 and 5 a §§, and the pools assumed to split in equal parts."""
    pools = asked.pools
    shares = dict.fromkeys(asked.members, Fraction(0))
    amounts = dict.fromkeys(asked.members, Decimal(0))
    with localcontext(EXACT):
        sums = split(asked.units(asked.amount), [pool.part for pool in pools.values()], {})
        for together, pool in zip(sums, pools.values(), strict=True):
            units = split(together, pool.parts, {})
            for key, part, count in zip(pool.members, pool.parts, units, strict=True):
                shares[key] += pool.part * part
                amounts[key] += count * asked.rounded_to
    parts = tuple(MemberPart(key, share, amounts[key]) for key, share in shares.items())
    return parts, in_equal_parts(pools)
