"""A year's money: whose it is, what is missing, and whether a share of it can be what is asked."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from typing import Final, NamedTuple, TypeAlias

from finsam.law.geography import KOMMUNER_OUTSIDE_REGIONS, current
from finsam.law.parties import PartyKind
from finsam.law.shares import Pool, Span, can_be
from finsam.models.base import Loc
from finsam.models.money import Contribution
from finsam.validation.decision import Decision, fail, not_applicable, review, undecided
from finsam.validation.facts import Facts
from finsam.validation.question import SEVERAL_REGIONS_FROM, Question
from finsam.validation.verdict import Verdict

_HALF: Final = Fraction(1, 2)
_QUARTER: Final = Fraction(1, 4)
_POOLS: Final[tuple[Pool | None, ...]] = (*Pool, None)
_ZERO: Final = Decimal(0)


class Year:
    """A year's money, by the law in force on the last day of the year."""

    collection = "contributions"
    loc: Loc = ("contributions",)
    ref = None
    settled = None

    def __init__(
        self, question: Question, year: int, contributions: list[tuple[int, Contribution]]
    ) -> None:
        self.day: Final = date(year, 12, 31)
        self.facts: Final[Facts] = {"year": year}
        members = question.members(date(year, 1, 1), self.day)
        outside = KOMMUNER_OUTSIDE_REGIONS.intersection(members[PartyKind.KOMMUN])
        has_region = bool(members[PartyKind.REGION])
        has_5a = self.day >= SEVERAL_REGIONS_FROM
        self.party_absent: Final = not (
            members[PartyKind.FORSAKRINGSKASSAN]
            and members[PartyKind.KOMMUN]
            and (has_region or outside)
        )
        """Whether a party that must give is a member on no day of the year: 3-1 reports it."""
        self.kommun_outside_region_instead_of_region: Final = (
            bool(outside) and not has_region and has_5a
        )
        """Whether 5 a § 1 st. applies: a kommun outside every region takes part, and no region."""
        self.kommun_outside_region_beside_region: Final = bool(outside) and has_region and has_5a
        """Whether 5 a § 2 st. applies: such a kommun takes part, and a region."""
        self.kommun_outside_region_before_5a: Final = bool(outside) and not has_5a
        """Whether such a kommun takes part before there was a 5 a §."""
        self._unit: Final = question.forbund.rounded_to
        self._contributions: Final = contributions
        self._members: Final = members
        self._outside: Final = outside

    def share(self, pool: Pool, part: Fraction) -> Decision:  # noqa: PLR0911  a ladder of answers
        """Whether what a pool gives is the part of the year's money that the act asks of it."""
        if self.party_absent:
            return not_applicable("party_absent")
        money = self._money
        missing = money.missing
        possible = money.ordinary.can_be(pool, part, money.unlimited)
        if missing and possible:
            return undecided("money_missing", self.loc, members=missing)
        if not missing and not money.ordinary.total:
            return not_applicable("no_money")
        either = money.ordinary.either_places
        if possible and either and pool is not Pool.STATE:
            return undecided("pool_not_named", *either)
        figures = money.ordinary.figures(pool, part)
        if possible:
            return Decision(Verdict.PASS, "as_asked", facts=figures)
        if money.with_extra is not None:
            kept = self._every_share_with(money.with_extra)
            if kept is None:
                # What is missing for one share is missing for knowing whether every share is kept.
                if missing:
                    figures["members"] = missing
                places = [self.loc] if missing else []
                places += money.with_extra.either_places
                return undecided("extra_money_unclear", *places, **figures)
            if kept:
                return review("extra_money", **figures)
        return fail("too_much" if figures["difference"] > 0 else "too_little", **figures)

    def _every_share_with(self, money: "_Ledger") -> bool | None:
        """Whether this money keeps every share that is known to be asked for; None: not known."""
        if self.kommun_outside_region_before_5a:
            asked = {Pool.STATE: _HALF}
        elif self.kommun_outside_region_instead_of_region:
            asked = {Pool.STATE: _HALF, Pool.OUTSIDE: _HALF}
        else:
            asked = {Pool.STATE: _HALF, Pool.REGION: _QUARTER, Pool.KOMMUN: _QUARTER}
        unclear = bool(self._money.missing)
        for pool, part in asked.items():
            if not money.can_be(pool, part, self._money.unlimited):
                return False
            unclear |= bool(money.either_places) and pool is not Pool.STATE
        return None if unclear else True

    @cached_property
    def _money(self) -> "_Money":
        roles = self._roles()
        entries = list(self._entries(roles))
        ordinary = [entry for entry in entries if entry[1].kind == "ordinary"]
        paid = {(payer, pool) for _, _, payer, pool in ordinary}
        payers = {payer for payer, _ in paid}
        told_together = {Pool.KOMMUN, Pool.OUTSIDE} if "kommuner" in payers else set()
        told_together |= {Pool.REGION} if "regioner" in payers else set()
        # Arbetsförmedlingen may give, and need not: Försäkringskassan's half is the whole state's.
        missing = [
            (key, pool)
            for key, pools in roles.items()
            for pool in pools
            if key != "arbetsformedlingen"
            and (key, pool) not in paid
            and (key, None) not in paid
            and pool not in told_together
        ]
        return _Money(
            ordinary=_Ledger(ordinary, self._unit),
            with_extra=_Ledger(entries, self._unit) if len(entries) > len(ordinary) else None,
            missing=tuple(sorted({key for key, _ in missing})),
            unlimited=frozenset(pool for _, pool in missing),
        )

    def _roles(self) -> dict[str, tuple[Pool, ...]]:
        """The pool of each member of the year, or the two of a kommun that has two roles."""
        roles: dict[str, tuple[Pool, ...]] = {}
        for kind, pool in (
            (PartyKind.FORSAKRINGSKASSAN, Pool.STATE),
            (PartyKind.ARBETSFORMEDLINGEN, Pool.STATE),
            (PartyKind.REGION, Pool.REGION),
            (PartyKind.KOMMUN, Pool.KOMMUN),
        ):
            roles |= dict.fromkeys(self._members[kind], (pool,))
        if self.kommun_outside_region_instead_of_region:
            roles |= dict.fromkeys(self._outside, (Pool.OUTSIDE,))
        elif self.kommun_outside_region_beside_region:
            roles |= dict.fromkeys(self._outside, (Pool.KOMMUN, Pool.REGION))
        return roles

    def _entries(self, roles: dict[str, tuple[Pool, ...]]) -> Iterator["_Entry"]:
        """What members of the year give; money from anybody else does not count."""
        for place, contribution in self._contributions:
            payer = contribution.payer
            if not isinstance(payer, str):
                continue
            key = current(payer)
            pools = roles.get(key, ())
            if payer == "kommuner":
                pools = tuple({roles[kommun][0] for kommun in self._members[PartyKind.KOMMUN]})
            elif payer == "regioner" and self._members[PartyKind.REGION]:
                pools = (Pool.REGION,)
            elif contribution.pool and len(pools) == 2:
                pools = (Pool(contribution.pool),)
            if pools:
                yield place, contribution, key, pools[0] if len(pools) == 1 else None


_Entry: TypeAlias = tuple[int, Contribution, str, Pool | None]
"""A contribution that counts: its place, itself, its payer, and its pool, or None where the
document leaves it open which of two that is."""


class _Money(NamedTuple):
    """A year's money, told apart.

    Attributes:
        ordinary: the yearly money.
        with_extra: that and the one-off money; None if there is no one-off money.
        missing: the members that have to give, and of which nothing ordinary is known.
        unlimited: the pools of these, which may have got anything from them.
    """

    ordinary: "_Ledger"
    with_extra: "_Ledger | None"
    missing: tuple[str, ...]
    unlimited: frozenset[Pool]


class _Ledger:
    """Some of a year's contributions, summed by the pool that they count in.

    An amount stands for every true amount half a unit around it, never below zero. Those spans add
    up; the pool None holds what may count in either of two.
    """

    def __init__(self, entries: list[_Entry], unit: Decimal) -> None:
        self.amounts: Final = dict.fromkeys(_POOLS, _ZERO)
        self._slack: Final = dict.fromkeys(_POOLS, _ZERO)
        self._below_zero: Final = dict.fromkeys(_POOLS, _ZERO)
        self.either_places: Final[list[Loc]] = []
        usual = unit / 2
        for place, contribution, payer, pool in entries:
            amount, own = contribution.amount, contribution.rounded_to
            half_unit = usual if own is None else own / 2
            self.amounts[pool] += amount
            self._slack[pool] += half_unit
            if amount < half_unit:
                self._below_zero[pool] += half_unit - amount
            if pool is None:
                # Of several kommuner's sum, each one's own amount would tell.
                untold = "payer" if payer == "kommuner" else "pool"
                self.either_places.append(("contributions", place, untold))
        self.total: Final = sum(self.amounts.values(), _ZERO)
        slack = sum(self._slack.values(), _ZERO)
        self._least: Final = self.total - slack + sum(self._below_zero.values(), _ZERO)
        self._most: Final = self.total + slack

    def can_be(self, pool: Pool, part: Fraction, unlimited: frozenset[Pool]) -> bool:
        """Whether some true amounts make the pool's share hold; the unlimited pools lack money."""
        own_least, own_most = self._limits(pool)
        # The state's money is the state's: what may be either of two is by others for it.
        either_least, either_most = self._limits(None) if pool is not Pool.STATE else (_ZERO, _ZERO)
        return can_be(
            part,
            given=Span(own_least, None if pool in unlimited else own_most),
            by_others=Span(
                self._least - own_least - either_least,
                None if unlimited - {pool} else self._most - own_most - either_most,
            ),
            by_either=Span(either_least, either_most),
        )

    def figures(self, pool: Pool, part: Fraction) -> Facts:
        """What is given, asked for and lacking; what may be either's counts where it helps."""
        actual = self.amounts[pool]
        required = self.total * part.numerator / part.denominator
        if pool is not Pool.STATE and actual < required:
            actual += self.amounts[None]
        return {
            "total": self.total,
            "actual": actual,
            "required": required,
            "difference": actual - required,
            "share": _ratio(actual, self.total),
        }

    def _limits(self, pool: Pool | None) -> tuple[Decimal, Decimal]:
        amount, slack = self.amounts[pool], self._slack[pool]
        return amount - slack + self._below_zero[pool], amount + slack


def _ratio(part: Decimal, whole: Decimal) -> Fraction:
    above, below = part.as_integer_ratio(), whole.as_integer_ratio()
    return Fraction(above[0] * below[1], above[1] * below[0])
