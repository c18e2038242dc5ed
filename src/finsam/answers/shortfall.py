"""What each member makes up where assets do not cover a debt (22 §)."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal, localcontext
from fractions import Fraction
from typing import Any, NamedTuple

from pydantic import ConfigDict

from finsam.answers.allocation import Amount, by_kind, listed, pools_of, units_of
from finsam.law.parties import PartyKind
from finsam.law.shares import EXACT, split
from finsam.models.actors import MemberKey
from finsam.models.base import Model
from finsam.models.money import PoolName, SplitAgreement
from finsam.models.scalars import Kronor, Year, write_kronor


class MadeUp(NamedTuple):
    """What one member makes up.

    Attributes:
        member: the member.
        share: its share of all contributions, by 5 §.
        amount: its part of the shortfall, in kronor.
    """

    member: str
    share: Fraction
    amount: Decimal


@dataclass(frozen=True, slots=True)
class Shortfall:
    """What each member makes up of a shortfall.

    Attributes:
        year: the calendar year whose shares are used.
        amount: the shortfall, in kronor.
        parts: each member's part, in whole units, adding up to the amount; in the order in which
            the members were given.
        equal_parts: the pools without an agreement, assumed to split in equal parts.
        rounded_to: the unit, in kronor.
    """

    year: int
    amount: Decimal
    parts: tuple[MadeUp, ...]
    equal_parts: tuple[PoolName, ...]
    rounded_to: Decimal

    def to_dict(self) -> dict[str, Any]:
        """The shortfall as JSON-ready values."""
        return {
            "year": self.year,
            "amount": write_kronor(self.amount),
            "parts": [
                {
                    "member": part.member,
                    "share": str(part.share),
                    "amount": write_kronor(part.amount),
                }
                for part in self.parts
            ],
            "equal_parts": list(self.equal_parts),
            "rounded_to": write_kronor(self.rounded_to),
        }


def shortfall(
    *,
    amount: Amount,
    members: Iterable[str],
    year: int,
    agreements: Iterable[SplitAgreement] = (),
    rounded_to: Amount = 1,
) -> Shortfall:
    """What each member makes up, by the share that it is to contribute (22 § with 5 §).

    Half is Försäkringskassan's, a quarter the regioner's and a quarter the kommuner's; each of them
    by what has been agreed, else in equal parts. The result is exact in whole units: they add up to
    the amount, and each is as near its share as the others let it be.

    Two things the section does not settle, and a human must judge. Arbetsförmedlingen contributes
    nothing by 5 §, and is given nothing to make up. A kommun outside every region (Gotland) is to
    contribute by 5 a §, which 22 § does not name; its share by 5 a § is used.

    Args:
        amount: the shortfall, in kronor.
        members: the member keys.
        year: the calendar year whose shares are used, by the law of its last day.
        agreements: how the kommuner and the regioner have agreed to split their shares.
        rounded_to: the unit of the amounts, in kronor.

    Returns:
        Every member's part.

    Raises:
        ValueError: something is malformed (``pydantic.ValidationError``), the amount is no whole
            number of units, or 3 § leaves nobody to share with; the message says what to do.
        NotInForce: the act was not in force in that year.
    """
    asked = _Asked.model_validate(
        {
            "amount": amount,
            "members": listed(members),
            "year": year,
            "agreements": listed(agreements),
            "rounded_to": rounded_to,
        }
    )
    unit = asked.rounded_to
    if not unit:
        raise ValueError("rounded_to is 0, but amounts are in whole units: give 1 for kronor")
    kinds = by_kind(asked.members)
    pools = pools_of(kinds, asked.year, asked.agreements)
    shares = dict.fromkeys(asked.members, Fraction(0))
    for pool in pools.values():
        for key, part in zip(pool.members, pool.parts, strict=True):
            shares[key] += pool.part * part
    paying = [key for key in shares if key not in kinds[PartyKind.ARBETSFORMEDLINGEN]]
    with localcontext(EXACT):
        units = split(units_of(asked.amount, unit), [shares[key] for key in paying], {})
        amounts = {key: count * unit for key, count in zip(paying, units, strict=True)}
    return Shortfall(
        year=asked.year,
        amount=asked.amount,
        parts=tuple(
            MadeUp(key, share, amounts.get(key, Decimal(0))) for key, share in shares.items()
        ),
        equal_parts=tuple(
            "region" if name.value == "region" else "kommun"
            for name, pool in pools.items()
            if len(pool.members) > 1 and pool.agreement is None
        ),
        rounded_to=unit,
    )


class _Asked(Model):
    """The arguments, validated as strictly as a document."""

    model_config = ConfigDict(defer_build=True)

    amount: Kronor
    members: tuple[MemberKey, ...]
    year: Year
    agreements: tuple[SplitAgreement, ...]
    rounded_to: Kronor
