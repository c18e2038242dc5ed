"""A year's money: whose it is, what is missing, and whether its shares can be those required."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal, localcontext
from fractions import Fraction
from functools import cached_property, partial
from typing import Final, NamedTuple

from finsam.law.citation import Citation
from finsam.law.geography import KOMMUNER_OUTSIDE_REGIONS, current
from finsam.law.parties import NEVER_PAYS, SEVERAL_REGIONS_FROM, PartyKind, kind_of
from finsam.law.shares import EXACT, HALF, NOTHING, QUARTER, Pool, Span, can_be
from finsam.models.actors import ExternalActor
from finsam.models.base import Loc
from finsam.models.money import Contribution, SplitAgreement
from finsam.validation.engine.decision import (
    PASS,
    Decision,
    fail,
    not_applicable,
    review,
    undecided,
)
from finsam.validation.engine.facts import Facts
from finsam.validation.engine.subject import Subject
from finsam.validation.engine.timeline import Timeline
from finsam.validation.engine.verdict import Stage, Verdict

_SUMS: Final = frozenset({"kommuner", "regioner"})
"""Payers whose contribution is the sum of what all members of their party give."""
_TWO_ROLES: Final = Citation("5 a", stycke=2)


def _half_ore(kronor: Decimal) -> int:
    """An amount in half öre, in which half of any rounding unit is a whole number."""
    return int(kronor * 200)


def _kronor(half_ore: int) -> Decimal:
    return Decimal(half_ore) / 200


def _party(key: str, pool: Pool | None) -> str | None:
    """The payer whose sum includes what a member gives in a pool, if there is such a sum."""
    kind = kind_of(key)
    if kind is PartyKind.REGION:
        return "regioner"
    in_role = pool is Pool.KOMMUN or pool is Pool.OUTSIDE
    return "kommuner" if kind is PartyKind.KOMMUN and in_role else None


class Year(Subject[Sequence[Contribution]]):
    """A year's money, by the law in force on the last day of the year."""

    collection = "contributions"
    also_when = frozenset({Stage.NOT_FORMED})

    def __init__(
        self, timeline: Timeline, year: int, contributions: list[tuple[int, Contribution]]
    ) -> None:
        given = timeline.forbund.contributions or ()
        super().__init__(timeline, given, day=date(year, 12, 31), facts={"year": year})
        self.contributions: Final = contributions
        """What is given for the year, by anybody, with each one's place."""
        members = timeline.members(date(year, 1, 1), self.day)
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
        self.kommun_outside_region_before_5a: Final = (
            bool(outside) and not has_5a and not self.party_absent
        )
        """Whether such a kommun takes part before there was a 5 a §, and everybody else."""
        self._members_of_year: Final = members
        self._outside: Final = outside

    @property
    def not_formed(self) -> Decision | None:
        """Why nothing is asked of a year before the formation that nothing is given for."""
        early = self.formed and self.day < self.formed and not self.contributions
        return not_applicable("not_formed") if early else None

    @property
    def settled(self) -> Decision | None:
        """Why no share can be asked of the year; None: it can."""
        if self.formed is not None and self.day < self.formed:
            return self.not_formed or review("before_formation", formed=self.formed)
        return not_applicable("party_absent") if self.party_absent else None

    def is_given_by_member(self, contribution: Contribution) -> bool:
        """Whether the payer is a party that is a member on some day of the year."""
        return bool(self._pools(contribution.payer))

    def share(self, pool: Pool, part: Fraction) -> Decision:
        """Whether what a pool gives is the part of the year's money that the act asks of it."""
        return self._beside(pool, self.settled or self._share(pool, part))

    def _share(self, pool: Pool, part: Fraction) -> Decision:
        money = self._money
        possible = money.ordinary.can_be(pool, part, money.unlimited)
        if possible and money.missing:
            return undecided(self.loc, why="money_missing", members=money.missing)
        if not money.missing and not money.ordinary.total:
            return not_applicable("no_money")
        if possible and (places := money.ordinary.unclear(pool)):
            return undecided(*places, why="pool_not_named")
        if possible:
            figures_of = partial(money.ordinary.figures, pool, part)
            alone = pool is not Pool.STATE or money.ordinary.without(NEVER_PAYS).can_be(pool, part)
            why = PASS.why if alone else "with_arbetsformedlingen"
            return Decision(Verdict.PASS, why, facts=figures_of)
        figures = money.ordinary.figures(pool, part)
        return self._unless_extra(figures) or fail(
            "too_much" if figures["difference"] > 0 else "too_little", **figures
        )

    def split(self, pool: Pool) -> Decision:
        """Whether each member of a pool gives the part of its money that they have agreed on."""
        return self._beside(pool, self.settled or self._split(pool))

    def _split(self, pool: Pool) -> Decision:
        members = [key for key, pools in self._roles.items() if pool in pools]
        if len(members) < 2:
            return not_applicable("one_in_pool")
        money, ordinary = self._money, self._money.ordinary
        lacking = money.lacking(pool)
        agreement = self.timeline.agreement(pool.value, self.day.year)
        unclear = self._cannot_compare(pool, members, agreement)
        if unclear is None and agreement is not None:
            off = ordinary.off(pool, agreement, lacking)
            if off:
                figures = ordinary.split_figures(pool, agreement, off)
                return self._unless_extra(figures, pool, agreement) or self._off(members, figures)
        if lacking:
            return undecided(self.loc, why="money_missing", members=tuple(sorted(lacking)))
        if not money.missing and not ordinary.total:
            return not_applicable("no_money")
        if unclear is None and (hidden := ordinary.hidden(pool, members)):
            return undecided(*ordinary.sums_of(pool), why="only_sum_known", members=hidden)
        return unclear or PASS

    def _off(self, members: list[str], figures: Facts) -> Decision:
        """A breach, or a review where a shorter membership may have changed what was agreed."""
        first = date(self.day.year, 1, 1)
        whole = all(self.timeline.is_member_throughout(key, first, self.day) for key in members)
        return fail("not_as_agreed", **figures) if whole else review("part_of_year", **figures)

    def _beside(self, pool: Pool, answer: Decision) -> Decision:
        """The answer, with 5 a § beside it where a kommun outside every region has two roles."""
        if self.kommun_outside_region_beside_region and pool is not Pool.STATE:
            return answer._replace(beside=(_TWO_ROLES,))
        return answer

    def extra(self) -> Decision:
        """Whether the shares hold for the yearly and the one-off money together."""
        is_given = any(given.kind != "ordinary" for _, given in self.contributions)
        if not is_given or self._money.with_extra is None:
            return not_applicable("no_extra_money")
        return self.settled or self._together(self._money.with_extra)

    def _together(self, both: "_Ledger") -> Decision:
        money = self._money
        if money.missing and (any(self._can_be(money.ordinary)) or all(self._can_be(both))):
            # Some share of the yearly money alone is open.
            return undecided(self.loc, why="money_missing", members=money.missing)
        if not money.missing and not money.ordinary.total:
            return review("one_off_alone", extra=_kronor(both.total))
        if both.either_places:
            return undecided(*both.either_places, why="pool_not_named")
        if all(self._can_be(both)):
            return PASS
        total = money.ordinary.total
        extra = both.total - total
        return review("with_extra", total=_kronor(total), extra=_kronor(extra))

    def _unless_extra(
        self, figures: Facts, pool: Pool | None = None, agreement: SplitAgreement | None = None
    ) -> Decision | None:
        """The answer in place of a breach, if one-off money may make up for it."""
        money = self._money
        if money.with_extra is None:
            return None
        if not all(self._can_be(money.with_extra)):
            return None
        places = list(money.with_extra.either_places)
        if pool is not None and agreement is not None and not places:
            if money.with_extra.off(pool, agreement, money.lacking(pool)):
                return None
            if money.with_extra.hidden(pool, [current(one.member) for one in agreement.shares]):
                places = money.with_extra.sums_of(pool)
        if not places and not money.missing:
            return review("extra_money", **figures)
        # What is missing for one share also leaves open whether every share is kept.
        known: Facts = figures if agreement is None else {}
        if money.missing:
            known = {**known, "members": money.missing}
            places.insert(0, self.loc)
        return undecided(*places, why="extra_money_unclear", **known)

    @property
    def _asked(self) -> dict[Pool, Fraction]:
        """The shares of 5 and 5 a §§ that are known to be asked for."""
        if self.kommun_outside_region_before_5a:
            return {Pool.STATE: HALF}
        if self.kommun_outside_region_instead_of_region:
            return {Pool.STATE: HALF, Pool.OUTSIDE: HALF}
        return {Pool.STATE: HALF, Pool.REGION: QUARTER, Pool.KOMMUN: QUARTER}

    def _can_be(self, money: "_Ledger") -> Iterator[bool]:
        """For each share that is known to be asked for, whether this money may keep it."""
        unlimited = self._money.unlimited
        return (money.can_be(pool, part, unlimited) for pool, part in self._asked.items())

    def _cannot_compare(
        self, pool: Pool, members: list[str], agreement: SplitAgreement | None
    ) -> Decision | None:
        """Why what the members of a pool give cannot be held against their agreement."""
        ordinary = self._money.ordinary
        if ordinary.either_places:
            return undecided(*ordinary.either_places, why="pool_not_named")
        if agreement is None:
            places = ordinary.sums_of(pool)
            return undecided(("agreements",), *places, why="agreement_unknown")
        parties = {current(share.member) for share in agreement.shares}
        if differing := parties.symmetric_difference(members):
            return review("other_members", members=tuple(sorted(differing)))
        return None

    @cached_property
    def _money(self) -> "_Money":
        # One-off money of nothing is none.
        entries = [e for e in self._entries() if e.kind == "ordinary" or e.amount]
        ordinary = [entry for entry in entries if entry.kind == "ordinary"]
        paid = {(entry.payer, entry.pool) for entry in ordinary}
        sums = {payer for payer, _ in paid} & _SUMS
        # Arbetsförmedlingen may give, and need not: Försäkringskassan's half is the whole state's.
        missing = [
            (key, pool)
            for key, pools in self._roles.items()
            for pool in pools
            if key != NEVER_PAYS
            and (key, pool) not in paid
            and (key, None) not in paid
            and not (sums and _party(key, pool) in sums)
        ]
        return _Money(
            ordinary=_Ledger(ordinary),
            with_extra=_Ledger(entries) if len(entries) > len(ordinary) else None,
            missing=tuple(sorted({key for key, _ in missing})),
            unpaid=tuple(missing),
            unlimited=frozenset(pool for _, pool in missing),
        )

    @cached_property
    def _roles(self) -> dict[str, tuple[Pool, ...]]:
        """The pool of each member of the year, or the two of a kommun that has two roles."""
        roles: dict[str, tuple[Pool, ...]] = {}
        for kind, pool in (
            (PartyKind.FORSAKRINGSKASSAN, Pool.STATE),
            (PartyKind.ARBETSFORMEDLINGEN, Pool.STATE),
            (PartyKind.REGION, Pool.REGION),
            (PartyKind.KOMMUN, Pool.KOMMUN),
        ):
            roles |= dict.fromkeys(self._members_of_year[kind], (pool,))
        if self.kommun_outside_region_instead_of_region:
            roles |= dict.fromkeys(self._outside, (Pool.OUTSIDE,))
        elif self.kommun_outside_region_beside_region:
            roles |= dict.fromkeys(self._outside, (Pool.KOMMUN, Pool.REGION))
        return roles

    def _pools(self, payer: str | ExternalActor) -> tuple[Pool, ...]:
        """The pools that somebody's money can count in; none if it is no member in the year."""
        if not isinstance(payer, str):
            return ()
        pools = self._roles.get(payer)
        if pools is not None:
            return pools
        if payer == "kommuner":
            kommuner = self._members_of_year[PartyKind.KOMMUN]
            return tuple({self._roles[kommun][0]: None for kommun in kommuner})
        if payer == "regioner":
            return (Pool.REGION,) if self._members_of_year[PartyKind.REGION] else ()
        return self._roles.get(current(payer), ())

    def _entries(self) -> Iterator["_Entry"]:
        """What members of the year give; money from anybody else does not count."""
        usual = _half_ore(self.timeline.forbund.rounded_to) // 2
        for place, contribution in self.contributions:
            payer, own = contribution.payer, contribution.rounded_to
            pools = self._pools(payer)
            if not pools or not isinstance(payer, str):
                continue
            if contribution.pool and len(pools) == 2:
                pools = (Pool(contribution.pool),)
            yield _Entry(
                place,
                current(payer),
                contribution.kind,
                pools[0] if len(pools) == 1 else None,
                _half_ore(contribution.amount),
                usual if own is None else _half_ore(own) // 2,
            )


class _Entry(NamedTuple):
    """A contribution that counts.

    Attributes:
        place: its place in the document.
        payer: who gives it, by the code of today.
        kind: yearly or one-off.
        pool: the pool that it counts in; None where the document leaves open which of two it is.
        amount: in half öre, like every amount in this module.
        half_unit: half the unit that the amount is rounded to.
        in_sum: whether some of it may be a part of its party's sum, and so counted there already.
    """

    place: int
    payer: str
    kind: str
    pool: Pool | None
    amount: int
    half_unit: int
    in_sum: bool = False

    @property
    def party(self) -> str | None:
        """The payer whose sum it is a part of, if there is such a sum."""
        return None if self.payer in _SUMS else _party(self.payer, self.pool)

    @property
    def least(self) -> int:
        """The least that it may stand for."""
        return 0 if self.in_sum else max(self.amount - self.half_unit, 0)


class _Money(NamedTuple):
    """A year's money by kind.

    Attributes:
        ordinary: the yearly money.
        with_extra: that and the one-off money; None if there is no one-off money.
        missing: the paying members without a known ordinary contribution.
        unpaid: the same, each with the pool that its money should count in.
        unlimited: these pools, which may have got anything.
    """

    ordinary: "_Ledger"
    with_extra: "_Ledger | None"
    missing: tuple[str, ...]
    unpaid: tuple[tuple[str, Pool], ...]
    unlimited: frozenset[Pool]

    def lacking(self, pool: Pool) -> set[str]:
        """The missing members of one pool."""
        return {key for key, own in self.unpaid if own is pool}


class _Sum:
    """Amounts added up, with the least and the most that the true amounts may add up to.

    An amount stands for every amount half a unit around it, never below zero; spans add up.
    """

    def __init__(self, entries: Sequence[_Entry]) -> None:
        self._entries: Final = entries
        self.amount: Final = sum([entry.amount for entry in entries])

    @cached_property
    def least(self) -> int:
        """The least that they may add up to."""
        return sum([entry.least for entry in self._entries])

    @cached_property
    def most(self) -> int:
        """The most that they may add up to."""
        return sum([entry.amount + entry.half_unit for entry in self._entries])


_NO_SUM: Final = _Sum(())


class _Ledger:
    """Some of a year's contributions, added up by pool; None: by either of two.

    A party's sum includes what its members give, so their own amounts are not added to it.
    """

    def __init__(self, entries: list[_Entry]) -> None:
        self._entries: Final = entries
        self._given_sums: Final = {(e.payer, e.kind): e.pool for e in entries if e.payer in _SUMS}
        counted = entries
        if self._given_sums:
            counted = [e for e in entries if (e.party, e.kind) not in self._given_sums]
            # Of a kommun with two roles the sum includes what it gives as a kommun.
            counted = [
                e._replace(in_sum=e.pool is None and ("kommuner", e.kind) in self._given_sums)
                if e.payer not in _SUMS
                else e
                for e in counted
            ]
        by_pool: dict[Pool | None, list[_Entry]] = {}
        for entry in counted:
            by_pool.setdefault(entry.pool, []).append(entry)
        self._by_pool: Final = by_pool
        self._sums: Final = {pool: _Sum(some) for pool, some in by_pool.items()}
        self.total: Final = sum([some.amount for some in self._sums.values()])

    def without(self, payer: str) -> "_Ledger":
        """A ledger without one payer's contributions."""
        rest = [entry for entry in self._entries if entry.payer != payer]
        return self if len(rest) == len(self._entries) else _Ledger(rest)

    @property
    def either_places(self) -> list[Loc]:
        """The places that would say which of two pools some money counts in."""
        # For the sum of several kommuner, each one's own amount would settle it.
        return [
            ("contributions", entry.place, "payer" if entry.payer in _SUMS else "pool")
            for entry in self._by_pool.get(None, ())
        ]

    def unclear(self, pool: Pool) -> list[Loc]:
        """The places that would say what money counts for a pool's share."""
        if pool is Pool.STATE and not any(entry.in_sum for entry in self._by_pool.get(None, ())):
            # The state's money is the state's, whichever of the others gives the rest.
            return []
        return self.either_places

    def can_be(self, pool: Pool, part: Fraction, unlimited: frozenset[Pool] = frozenset()) -> bool:
        """Whether some true amounts make the pool's share hold; the unlimited pools lack money."""
        own, either = self._sum(pool), self._sum(None)
        if own.amount * part.denominator == self.total * part.numerator:
            # The amounts as they are written make it hold.
            return True
        sums = self._sums.values()
        least = sum([each.least for each in sums]) - own.least
        most = sum([each.most for each in sums]) - own.most
        by_either = NOTHING
        if pool is not Pool.STATE:
            # The state's money is the state's: what may be either of two is by others for it.
            least, most = least - either.least, most - either.most
            by_either = Span(either.least, either.most)
        return can_be(
            part,
            given=Span(own.least, None if pool in unlimited else own.most),
            by_others=Span(least, None if unlimited - {pool} else most),
            by_either=by_either,
        )

    def _sum(self, pool: Pool | None) -> _Sum:
        return self._sums.get(pool, _NO_SUM)

    def figures(self, pool: Pool, part: Fraction) -> Facts:
        """What is given, asked for and lacking; what may be either's counts where it helps."""
        with localcontext(EXACT):
            given, total = self._sum(pool).amount, self.total
            if pool is not Pool.STATE and given < total * part:
                given += self._sum(None).amount
            actual, required = _kronor(given), _kronor(total) * part.numerator / part.denominator
            return {
                "total": _kronor(total),
                "actual": actual,
                "required": required,
                "difference": actual - required,
                "balancing": Fraction(
                    (total - given) * part.numerator, (part.denominator - part.numerator) * 200
                ),
                "share": Fraction(given, total),
            }

    def sums_of(self, pool: Pool) -> list[Loc]:
        """The places of a party's sums in a pool."""
        if not self._given_sums:
            return []
        return [
            ("contributions", entry.place, "payer")
            for entry in (*self._by_pool.get(pool, ()), *self._by_pool.get(None, ()))
            if entry.payer in _SUMS
        ]

    def hidden(self, pool: Pool, members: Iterable[str]) -> tuple[str, ...]:
        """Members of a pool whose own amounts are known only as parts of a sum."""
        found: set[str] = set()
        for (party, kind), counts_in in self._given_sums.items():
            if counts_in is pool:
                own = {e.payer for e in self._entries if (e.party, e.kind) == (party, kind)}
                found |= {key for key in members if _party(key, pool) == party} - own
        return tuple(sorted(found))

    def off(self, pool: Pool, agreement: SplitAgreement, lacking: set[str]) -> list[str]:
        """The members whose agreed part of a pool's money no true amounts allow.

        Args:
            pool: the pool.
            agreement: its agreement.
            lacking: the members without a known contribution, who may give anything.
        """
        entries = self._by_payer(pool)
        together = self._sum(pool)
        hidden = self.hidden(pool, [current(share.member) for share in agreement.shares])
        has_sum = bool(self.sums_of(pool))
        found = []
        for share in agreement.shares:
            member, part = current(share.member), share.share
            mine = _Sum(entries.get(member, ()))
            if mine.amount * part.denominator == together.amount * part.numerator:
                continue
            if has_sum:
                unknown = member in hidden or member in lacking
                can = unknown or _is_part(
                    mine, share.share, agreement, together, more=bool(lacking)
                )
            else:
                can = can_be(
                    share.share,
                    given=Span(mine.least, None if member in lacking else mine.most),
                    by_others=Span(
                        together.least - mine.least,
                        None if len(lacking) > (member in lacking) else together.most - mine.most,
                    ),
                    give_or_take=agreement.shares_rounded_to / 2,
                )
            if not can:
                found.append(member)
        if lacking and not found and not has_sum and not self._can_all_be(pool, agreement, lacking):
            found = list(entries)
        return sorted(found)

    def _can_all_be(self, pool: Pool, agreement: SplitAgreement, lacking: set[str]) -> bool:
        """Whether some one amount of the lacking lets every other member give its agreed part."""
        entries, together = self._by_payer(pool), self._sum(pool)
        usual = max((entry.half_unit for some in entries.values() for entry in some), default=0)
        slack = usual * len(lacking)
        least, most = Fraction(0), None
        for share in agreement.shares:
            member = current(share.member)
            if member in lacking:
                continue
            mine = _Sum(entries.get(member, ()))
            low = max(share.share - agreement.shares_rounded_to / 2, Fraction(0))
            high = min(share.share + agreement.shares_rounded_to / 2, Fraction(1))
            if high:
                asked = (1 - high) / high * mine.least
                least = max(least, asked - (together.most - mine.most) - slack)
            if low:
                room = (1 - low) / low * mine.most - (together.least - mine.least) + slack
                most = room if most is None else min(most, room)
        return most is None or least <= most

    def split_figures(self, pool: Pool, agreement: SplitAgreement, off: list[str]) -> Facts:
        """What the members that are off give, and the parts of the pool's money agreed for them."""
        entries = self._by_payer(pool)
        agreed = {current(share.member): share.share for share in agreement.shares}
        return {
            "total": _kronor(self._sum(pool).amount),
            "members": tuple(off),
            "amounts": tuple(_kronor(_Sum(entries.get(member, ())).amount) for member in off),
            "agreed": tuple(agreed[member] for member in off),
        }

    def _by_payer(self, pool: Pool) -> dict[str, list[_Entry]]:
        entries: dict[str, list[_Entry]] = {}
        for entry in self._entries:
            if entry.pool is pool and entry.payer not in _SUMS:
                entries.setdefault(entry.payer, []).append(entry)
        return entries


def _is_part(
    mine: _Sum, share: Fraction, agreement: SplitAgreement, together: _Sum, *, more: bool
) -> bool:
    """Whether what somebody gives can be its agreed part of a sum that is given as such.

    Args:
        mine: what it gives.
        share: its part.
        agreement: the agreement, which may round its parts.
        together: the sum.
        more: whether the sum lacks money that may be any amount.
    """
    low = max(share - agreement.shares_rounded_to / 2, Fraction(0))
    high = min(share + agreement.shares_rounded_to / 2, Fraction(1))
    if low * together.least > mine.most:
        return False
    return (more and high > 0) or mine.least <= high * together.most


def subjects(timeline: Timeline) -> Iterator[Year]:
    """The year asked about, and each that something is given for, while there is a förbund."""
    contributions, dissolved = timeline.forbund.contributions, timeline.forbund.dissolved
    if contributions is not None:
        years: dict[int, list[tuple[int, Contribution]]] = {timeline.on.year: []}
        for place, contribution in enumerate(contributions):
            years.setdefault(contribution.year, []).append((place, contribution))
        for year in sorted(years):
            if dissolved is None or year <= dissolved.year or year == timeline.on.year:
                yield Year(timeline, year, years[year])
