"""What each member is to pay for a year, by 5 and 5 a §§."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, localcontext
from fractions import Fraction
from typing import Any, Final, TypeAlias

from pydantic import ConfigDict

from finsam.answers.pools import (
    STATE,
    Amount,
    Answer,
    Asked,
    Members,
    SharePool,
    in_equal_parts,
    in_kronor,
    pool_name,
)
from finsam.law.geography import current
from finsam.law.parties import member_key, member_name, name_apart
from finsam.law.shares import EXACT, Pool, Span, can_be, split
from finsam.law.text import ExplainedValueError, Text, quoted
from finsam.models.forbund import Forbund
from finsam.models.money import Contribution, PoolName, SplitAgreement
from finsam.models.scalars import Kronor
from finsam.shown import Shown

_HALF_UNIT: Final = Decimal("0.5")
_ONE_SUM: Final = Text(
    "ange precis en av total, state och given", "give exactly one of total, state and given"
)
_ONE_GIVES: Final = Text(
    "given är vad en medlem ger, efter dess nyckel: {'kommun:1286': 500000}",
    "given is what one member gives, by its key: {'kommun:1286': 500000}",
)
_PAYS_NOTHING: Final = Text(
    "{payer} betalar inget som medlem: ange en av {paying}",
    "{payer} is not among the members that pay: give one of {paying}",
)
_TWO_ROLES: Final = Text(
    "{payer} betalar i två roller: ange årets medel, eller vad en annan medlem ger",
    "{payer} pays in two roles: give the total, or what another member gives",
)
_GIVES_NOTHING: Final = Text(
    "{payer} ska enligt överenskommelsen inte ge något: årets medel följer inte av det",
    "{payer} has agreed to give nothing: the total does not follow from it",
)
_NONE_HOLDS: Final = Text(
    "inga hela antal om {unit} har hittats som ger alla andelar: ange en mindre enhet, "
    "eller en större summa",
    "found no whole numbers of {unit} that keep every share: give a smaller unit, or a larger sum",
)
_TRIED: Final = 20
"""How many sums of a pool to try on each side of the most likely one."""


@dataclass(frozen=True, slots=True)
class Allocation(Answer, Shown):
    """What each member is to pay for a year.

    Attributes:
        year: the calendar year.
        total: the year's money, in kronor.
        contributions: what each member pays, in whole units that add up to the total.
            Arbetsförmedlingen pays nothing.
        agreements: how the kommuner and the regioner split their shares: as agreed, or in equal
            parts.
        equal_parts: the pools without an agreement, split in equal parts. The act leaves the
            split to them, so this is a proposal.
        rounded_to: the unit, in kronor.
    """

    year: int
    total: Decimal
    contributions: tuple[Contribution, ...]
    agreements: tuple[SplitAgreement, ...]
    equal_parts: tuple[PoolName, ...]
    rounded_to: Decimal

    def records(self) -> list[dict[str, Any]]:
        """A row for each contribution, of texts, numbers, amounts in kronor and None.

        ``pandas.DataFrame(allocation.records())``; ``payer`` is the member key, ``name`` what it is
        called at the end of the year.
        """
        return [
            {
                "year": each.year,
                "payer": each.payer,
                "name": member_name(str(each.payer), date(each.year, 12, 31)),
                "pool": each.pool,
                "amount": each.amount,
            }
            for each in self.contributions
        ]


def allocate(  # noqa: PLR0913  one question, each part of it by name
    *,
    members: Members,
    year: int,
    total: Amount | None = None,
    state: Amount | None = None,
    given: Mapping[str, Amount] | None = None,
    agreements: Iterable[SplitAgreement] = (),
    rounded_to: Amount = 1,
) -> Allocation:
    """Compute what each member pays, from the total or from what one member gives.

    Half is Försäkringskassan's, a quarter the regioner's and a quarter the kommuner's; where a
    kommun outside every region takes part without a region half is its own, and beside a region it
    pays in both roles (5 and 5 a §§). Each pool's sum is split as its agreement says, else in equal
    parts. Amounts are rounded to whole units so that every share still holds: in a document with
    these members, the result passes every rule of 5 and 5 a §§ (from 2010; how the
    kommuner were to split their share before is not known).

    Args:
        members: the members on some day of the year: member keys, or whatever ``Forbund.members``
            reads; or a förbund, whose agreements are used unless others are given.
        year: the calendar year, by the law of its last day.
        total: the year's money, in kronor.
        state: what the state gives, in kronor.
        given: what one member gives, in kronor, by its member key. Give exactly one of these three.
        agreements: how the kommuner and the regioner have agreed to split their shares.
        rounded_to: the unit of the amounts, in kronor.

    Returns:
        Every paying member's contribution.

    Raises:
        ValueError: something is malformed (``pydantic.ValidationError``), or there is no answer;
            the message says why, and what to do.
        NotInForce: the act was not in force in that year.
    """
    if isinstance(members, Forbund):
        agreements = agreements or members.agreements or ()
    asked = _Asked.of(
        members=members,
        year=year,
        total=total,
        state=state,
        given=given,
        agreements=agreements,
        rounded_to=rounded_to,
    )
    unit, pools = asked.rounded_to, asked.pools
    with localcontext(EXACT):
        units, paid = _first_that_holds(asked, pools)
        contributions = tuple(
            Contribution(
                payer=key,
                year=year,
                amount=amount * unit,
                pool=_role(key, name, pools),
                rounded_to=None if unit == 1 else unit,
            )
            for name, pool in pools.items()
            for key, amount in zip(pool.members, paid[name], strict=True)
        )
        return Allocation(
            year=year,
            total=units * unit,
            contributions=contributions,
            agreements=tuple(
                pool.agreement
                or SplitAgreement.by_inhabitants(
                    dict.fromkeys(pool.members, 1), pool=pool_name(name), year=year
                )
                for name, pool in pools.items()
                if len(pool.members) > 1
            ),
            equal_parts=in_equal_parts(pools),
            rounded_to=unit,
        )


class _Asked(Asked):
    model_config = ConfigDict(title="allocate")

    total: Kronor | None
    state: Kronor | None
    given: dict[str, Kronor] | None


_Candidate: TypeAlias = tuple[int, dict[Pool, dict[int, int]]]
"""A total in units, and the units already fixed, by pool and index in it."""


def _candidates(asked: _Asked, pools: dict[Pool, SharePool]) -> Iterator[_Candidate]:
    """Possible totals, the most likely first."""
    said = [asked.total, asked.state, asked.given]
    if sum(one is not None for one in said) != 1:
        raise ExplainedValueError(_ONE_SUM)
    if asked.total is not None:
        yield asked.units(asked.total), {}
        return
    given = {STATE: asked.state} if asked.state is not None else asked.given or {}
    if len(given) != 1:
        raise ExplainedValueError(_ONE_GIVES)
    ((payer, amount),) = given.items()
    payer = _key(payer)
    roles = [(name, pool) for name, pool in pools.items() if payer in pool.members]
    if not roles:
        paying = dict.fromkeys(key for pool in pools.values() for key in pool.members)
        names = ", ".join(map(name_apart, paying))
        raise ExplainedValueError(_PAYS_NOTHING.filled(payer=_named(payer), paying=names))
    if len(roles) > 1:
        raise ExplainedValueError(_TWO_ROLES.filled(payer=_named(payer)))
    ((name, pool),) = roles
    place = pool.members.index(payer)
    units, part = asked.units(amount or Decimal(0)), pool.parts[place]
    if not part:
        raise ExplainedValueError(_GIVES_NOTHING.filled(payer=_named(payer)))
    together = round(units / part)
    for away in range(_TRIED):
        for sum_of_pool in {together - away, together + away}:
            if sum_of_pool >= 0:
                yield int(sum_of_pool / pool.part), {name: {place: units}}


def _key(said: str) -> str:
    try:
        return member_key(said)
    except ValueError:
        return said


def _named(key: str) -> Text:
    try:
        name = member_name(key)
    except (KeyError, ValueError):
        return Text(quoted(key, "sv"), quoted(key))
    return Text(*[f"{name} ({key})" if ":" in key else name] * 2)


def _first_that_holds(
    asked: _Asked, pools: dict[Pool, SharePool]
) -> tuple[int, dict[Pool, list[int]]]:
    """The first total for which every share holds, and what each pays of it, in units."""
    for units, fixed in _candidates(asked, pools):
        sums = split(units, [pool.part for pool in pools.values()], {})
        paid = {
            name: split(sums[place], pool.parts, fixed.get(name, {}))
            for place, (name, pool) in enumerate(pools.items())
        }
        if _all_holds(pools, paid) and all(
            sum(paid[name]) == sums[place] for place, name in enumerate(pools)
        ):
            return units, paid
    raise ExplainedValueError(_NONE_HOLDS.filled(unit=in_kronor(asked.rounded_to)))


def _all_holds(pools: dict[Pool, SharePool], paid: dict[Pool, list[int]]) -> bool:
    """Whether every pool's share can hold exactly, and every member's part as agreed."""
    everything = [amount for amounts in paid.values() for amount in amounts]
    for name, pool in pools.items():
        own, together = _span(paid[name]), _span(everything)
        if not _holds(pool.part, own, together):
            return False
        if pool.agreement is None:
            continue  # Equal parts always hold.
        tolerance = pool.agreement.shares_rounded_to / 2
        agreed = {current(share.member): share.share for share in pool.agreement.shares}
        for key, amount in zip(pool.members, paid[name], strict=True):
            if not _holds(agreed[current(key)], _span([amount]), own, tolerance):
                return False
    return True


def _holds(
    part: Fraction,
    own: tuple[Decimal, Decimal],
    together: tuple[Decimal, Decimal],
    tolerance: Fraction = Fraction(0),
) -> bool:
    others = Span(together[0] - own[0], together[1] - own[1])
    return can_be(part, Span(*own), others, give_or_take=tolerance)


def _span(amounts: list[int]) -> tuple[Decimal, Decimal]:
    least = sum((max(amount - _HALF_UNIT, Decimal(0)) for amount in amounts), Decimal(0))
    return least, sum(amounts) + _HALF_UNIT * len(amounts)


def _role(key: str, name: Pool, pools: dict[Pool, SharePool]) -> PoolName | None:
    """The role that a member pays in, if it pays in two roles."""
    return pool_name(name) if sum(key in pool.members for pool in pools.values()) > 1 else None
