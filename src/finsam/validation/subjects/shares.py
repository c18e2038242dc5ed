"""A year's money: whose it is, what is missing, and whether a share of it can be what is asked."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal, localcontext
from fractions import Fraction
from functools import cached_property, partial
from typing import Final, NamedTuple

from finsam.law.geography import KOMMUNER_OUTSIDE_REGIONS, current
from finsam.law.parties import SEVERAL_REGIONS_FROM, PartyKind
from finsam.law.shares import EXACT, NOTHING, Pool, Span, can_be
from finsam.law.text import ore
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

_HALF: Final = Fraction(1, 2)
_QUARTER: Final = Fraction(1, 4)
_POOLS: Final[tuple[Pool | None, ...]] = (*Pool, None)
_ZERO: Final = Decimal(0)
_PARTIES: Final = frozenset({"kommuner", "regioner"})
"""Payers of which only the sum is known."""


class Year(Subject[tuple[Contribution, ...]]):
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
        self.kommun_outside_region_before_5a: Final = bool(outside) and not has_5a
        """Whether such a kommun takes part before there was a 5 a §."""
        self._members_of_year: Final = members
        self._outside: Final = outside

    @property
    def _settled(self) -> Decision | None:
        """What every share is of a year before the förbund, or without a party that must give."""
        formed = self.timeline.forbund.formed
        if formed is not None and self.day < formed:
            given = bool(self.contributions)
            return review("before_formation") if given else not_applicable("not_formed")
        return not_applicable("party_absent") if self.party_absent else None

    @property
    def needs_arbetsformedlingen(self) -> bool:
        """Whether the state's half holds only together with what Arbetsförmedlingen gives."""
        ordinary = self._money.ordinary
        if not ordinary.given_by("arbetsformedlingen"):
            return False
        return not ordinary.can_be(Pool.STATE, _HALF, frozenset(), but="arbetsformedlingen")

    def is_given_by_member(self, contribution: Contribution) -> bool:
        """Whether the payer is a party that is a member on some day of the year."""
        return bool(self._pools(contribution.payer))

    def share(self, pool: Pool, part: Fraction) -> Decision:
        """Whether what a pool gives is the part of the year's money that the act asks of it."""
        if settled := self._settled:
            return settled
        money = self._money
        possible = money.ordinary.can_be(pool, part, money.unlimited)
        if possible and money.missing:
            return undecided(self.loc, why="money_missing", members=money.missing)
        if not money.missing and not money.ordinary.total:
            return not_applicable("no_money")
        if possible and pool is not Pool.STATE and money.ordinary.either_places:
            return undecided(*money.ordinary.either_places, why="pool_not_named")
        if possible:
            figures_of = partial(money.ordinary.figures, pool, part)
            return Decision(Verdict.PASS, PASS.why, facts=figures_of)
        figures = money.ordinary.figures(pool, part)
        return self._unless_extra(figures) or fail(
            "too_much" if figures["difference"] > 0 else "too_little", **figures
        )

    def split(self, pool: Pool) -> Decision:
        """Whether each member of a pool gives the part of its money that they have agreed on."""
        if settled := self._settled:
            return settled
        members = [key for key, pools in self._roles.items() if pool in pools]
        if len(members) < 2:
            return not_applicable("one_in_pool")
        money, ordinary = self._money, self._money.ordinary
        agreement = self.timeline.agreement(pool.value, self.day.year)
        unclear = self._cannot_compare(pool, members, agreement)
        if unclear is None and agreement is not None:
            # Of a member whose amount stands in the party's sum alone, nothing is known.
            lacking = money.lacking(pool) or ordinary.in_sum_alone(pool, members)
            if off := ordinary.off(pool, agreement, lacking):
                return self._not_as_agreed(pool, agreement, off)
            unclear = self._not_each_known(pool, members)
        # What others give does not matter to the split, but a year without money has none.
        if lacking := money.lacking(pool):
            return undecided(self.loc, why="money_missing", members=tuple(sorted(lacking)))
        if not money.missing and not ordinary.total:
            return not_applicable("no_money")
        return unclear or PASS

    def _not_as_agreed(self, pool: Pool, agreement: SplitAgreement, off: list[str]) -> Decision:
        figures = self._money.ordinary.split_figures(pool, agreement, off)
        if instead := self._unless_extra(figures, pool, agreement):
            return instead
        if for_a_part := self._members_for_a_part(pool):
            return review("part_of_year", total=figures["total"], members=for_a_part)
        return fail("not_as_agreed", **figures)

    def _members_for_a_part(self, pool: Pool) -> tuple[str, ...]:
        """The members of a pool that were so for a part of the year only."""
        first = date(self.day.year, 1, 1)
        return tuple(
            sorted(
                key
                for key, pools in self._roles.items()
                if pool in pools and not self.timeline.is_member_throughout(key, first, self.day)
            )
        )

    def _not_each_known(self, pool: Pool, members: list[str]) -> Decision | None:
        """What is open where some members' amounts stand in the party's sum alone."""
        ordinary = self._money.ordinary
        if ordinary.in_sum_alone(pool, members):
            return undecided(*ordinary.sums_of(pool), why="only_sum_known")
        return None

    def extra(self) -> Decision:
        """Whether the shares hold for the yearly and the one-off money together."""
        money = self._money
        if money.with_extra is None:
            return not_applicable("no_extra_money")
        if settled := self._settled:
            return settled
        return self._together(money.with_extra)

    def _together(self, both: "_Ledger") -> Decision:
        money = self._money
        if money.missing and self._some_share_open():
            return undecided(self.loc, why="money_missing", members=money.missing)
        if not money.missing and not money.ordinary.total:
            return review("one_off_alone", extra=both.total)
        if both.either_places:
            return undecided(*both.either_places, why="pool_not_named")
        if self._every_share_can_be(both):
            return PASS
        total = money.ordinary.total
        return review("with_extra", total=total, extra=both.total - total)

    def _unless_extra(
        self, figures: Facts, pool: Pool | None = None, agreement: SplitAgreement | None = None
    ) -> Decision | None:
        """What a breach is instead if there is one-off money that may make up for it."""
        money = self._money
        if money.with_extra is None:
            return None
        if not self._every_share_can_be(money.with_extra):
            return None
        places = list(money.with_extra.either_places)
        if pool is not None and agreement is not None:
            places += money.with_extra.sums_of(pool)
            if not places and money.with_extra.off(pool, agreement, money.lacking(pool)):
                return None
        if not places and not money.missing:
            return review("extra_money", **figures)
        # What is missing for one share is missing for knowing whether every share is kept.
        known: Facts = figures if agreement is None else {}
        if money.missing:
            known = {**known, "members": money.missing}
            places.insert(0, self.loc)
        return undecided(*places, why="extra_money_unclear", **known)

    @property
    def _asked(self) -> dict[Pool, Fraction]:
        """The shares of 5 and 5 a §§ that are known to be asked for."""
        if self.kommun_outside_region_before_5a:
            return {Pool.STATE: _HALF}
        if self.kommun_outside_region_instead_of_region:
            return {Pool.STATE: _HALF, Pool.OUTSIDE: _HALF}
        return {Pool.STATE: _HALF, Pool.REGION: _QUARTER, Pool.KOMMUN: _QUARTER}

    def _every_share_can_be(self, money: "_Ledger") -> bool:
        """Whether this money may keep every share that is known to be asked for."""
        unlimited = self._money.unlimited
        return all(money.can_be(pool, part, unlimited) for pool, part in self._asked.items())

    def _some_share_open(self) -> bool:
        return any(
            self.share(pool, part).verdict is Verdict.OPEN for pool, part in self._asked.items()
        )

    def _cannot_compare(
        self, pool: Pool, members: list[str], agreement: SplitAgreement | None
    ) -> Decision | None:
        """Why what the members of a pool give cannot be held against their agreement."""
        ordinary = self._money.ordinary
        if ordinary.either_places:
            return undecided(*ordinary.either_places, why="pool_not_named")
        if agreement is None:
            return undecided(("agreements",), *ordinary.sums_of(pool), why="agreement_unknown")
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
        payers = {payer for payer, _ in paid}
        in_sums = {Pool.KOMMUN, Pool.OUTSIDE} if "kommuner" in payers else set()
        in_sums |= {Pool.REGION} if "regioner" in payers else set()
        # Arbetsförmedlingen may give, and need not: Försäkringskassan's half is the whole state's.
        missing = [
            (key, pool)
            for key, pools in self._roles.items()
            for pool in pools
            if key != "arbetsformedlingen"
            and (key, pool) not in paid
            and (key, None) not in paid
            and pool not in in_sums
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
        """The pools that somebody's money can count in; none for who is no member of the year."""
        if not isinstance(payer, str):
            return ()
        if pools := self._roles.get(payer):
            return pools
        if payer == "kommuner":
            kommuner = self._members_of_year[PartyKind.KOMMUN]
            return tuple({self._roles[kommun][0]: None for kommun in kommuner})
        if payer == "regioner":
            return (Pool.REGION,) if self._members_of_year[PartyKind.REGION] else ()
        return self._roles.get(current(payer), ())

    def _entries(self) -> Iterator["_Entry"]:
        """What members of the year give; money from anybody else does not count."""
        usual = self.timeline.forbund.rounded_to / 2
        for place, contribution in self.contributions:
            payer = contribution.payer
            pools = self._pools(payer)
            if not pools or not isinstance(payer, str):
                continue
            if contribution.pool and len(pools) == 2:
                pools = (Pool(contribution.pool),)
            own = contribution.rounded_to
            yield _Entry(
                place,
                current(payer),
                contribution.kind,
                pools[0] if len(pools) == 1 else None,
                contribution.amount,
                usual if own is None else own / 2,
            )


class _Entry(NamedTuple):
    """A contribution that counts.

    Attributes:
        place: its place in the document.
        payer: who gives it, by the code of today.
        kind: yearly or one-off.
        pool: the pool that it counts in; None where the document leaves open which of two it is.
        amount: in kronor.
        half_unit: half the unit that the amount is rounded to.
    """

    place: int
    payer: str
    kind: str
    pool: Pool | None
    amount: Decimal
    half_unit: Decimal


class _Money(NamedTuple):
    """A year's money, told apart.

    Attributes:
        ordinary: the yearly money.
        with_extra: that and the one-off money; None if there is no one-off money.
        missing: the members that have to give, and of which nothing ordinary is known.
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

    def __init__(self, entries: Iterable[_Entry]) -> None:
        self._entries: Final = list(entries)
        self.amount: Final = sum([entry.amount for entry in self._entries], _ZERO)

    @cached_property
    def least(self) -> Decimal:
        """The least that they may add up to."""
        return sum([max(e.amount - e.half_unit, _ZERO) for e in self._entries], _ZERO)

    @cached_property
    def most(self) -> Decimal:
        """The most that they may add up to."""
        return sum([e.amount + e.half_unit for e in self._entries], _ZERO)


class _Ledger:
    """Some of a year's contributions, added up by pool; None: by either of two."""

    def __init__(self, entries: list[_Entry]) -> None:
        # Members' own amounts beside their party's sum are parts of it, and add nothing to it.
        sums = {(e.payer, e.pool, e.kind) for e in entries if e.payer in _PARTIES}
        self._parts: Final = [e for e in entries if (_party(e.payer), e.pool, e.kind) in sums]
        self._entries: Final = [e for e in entries if (_party(e.payer), e.pool, e.kind) not in sums]
        entries = self._entries
        self._by_pool: Final[defaultdict[Pool | None, list[_Entry]]] = defaultdict(list)
        for entry in entries:
            self._by_pool[entry.pool].append(entry)
        self._sums: Final = {pool: _Sum(self._by_pool.get(pool, ())) for pool in _POOLS}
        self._everything: Final = _Sum(entries)
        self.total: Final = self._everything.amount

    @property
    def either_places(self) -> list[Loc]:
        """Where it would stand which of two pools some money counts in."""
        # Of several kommuner's sum, each one's own amount would tell.
        return [
            ("contributions", entry.place, "payer" if entry.payer in _PARTIES else "pool")
            for entry in self._by_pool.get(None, ())
        ]

    def can_be(
        self, pool: Pool, part: Fraction, unlimited: frozenset[Pool], but: str | None = None
    ) -> bool:
        """Whether some true amounts make the pool's share hold.

        Args:
            pool: the pool.
            part: its share of everything.
            unlimited: the pools that lack money, and may have got anything.
            but: a payer whose money is counted as others'.
        """
        own, either = self._sums[pool], self._sums[None]
        if but is not None:
            own = _Sum([entry for entry in self._by_pool.get(pool, ()) if entry.payer != but])
        if own.amount * part.denominator == self.total * part.numerator:
            # The amounts as they are written make it hold.
            return True
        least, most = self._everything.least - own.least, self._everything.most - own.most
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

    def figures(self, pool: Pool, part: Fraction) -> Facts:
        """What is given, asked for and lacking; what may be either's counts where it helps."""
        with localcontext(EXACT):
            actual = self._sums[pool].amount
            required = self.total * part.numerator / part.denominator
            if pool is not Pool.STATE and actual < required:
                actual += self._sums[None].amount
            return {
                "total": self.total,
                "actual": actual,
                "required": required,
                "difference": actual - required,
                "share": _ratio(actual, self.total),
                "needed": ore(Fraction(self.total - actual) * part / (1 - part)),
            }

    def given_by(self, payer: str) -> Decimal:
        """What a payer gives."""
        return sum((e.amount for e in self._entries if e.payer == payer), _ZERO)

    def in_sum_alone(self, pool: Pool, members: Iterable[str]) -> set[str]:
        """Those of a pool's members whose amounts stand in the party's sum, and nowhere else."""
        own = self._by_payer(pool)
        return {key for key in members if key not in own} if self.sums_of(pool) else set()

    def sums_of(self, pool: Pool) -> list[Loc]:
        """The places of what is given for a pool as a party's sum."""
        return [
            ("contributions", entry.place, "payer")
            for entry in (*self._by_pool.get(pool, ()), *self._by_pool.get(None, ()))
            if entry.payer in _PARTIES
        ]

    def off(self, pool: Pool, agreement: SplitAgreement, lacking: set[str]) -> list[str]:
        """Members that no true amounts let give their agreed part of the pool's money.

        Args:
            pool: the pool.
            agreement: its agreement.
            lacking: the members of which nothing is known, which may give anything.
        """
        entries = self._by_payer(pool)
        together = self._sums[pool]
        give_or_take = agreement.shares_rounded_to / 2
        found = []
        for share in agreement.shares:
            member, (part, whole) = current(share.member), share.share.as_integer_ratio()
            own = entries.get(member, [])
            if sum([e.amount for e in own], _ZERO) * whole == together.amount * part:
                continue
            mine = _Sum(own)
            if not can_be(
                share.share,
                given=Span(mine.least, None if member in lacking else mine.most),
                by_others=Span(
                    together.least - mine.least,
                    None if len(lacking) > (member in lacking) else together.most - mine.most,
                ),
                give_or_take=give_or_take,
            ):
                found.append(member)
        if lacking and not found and not self._can_all_be(pool, agreement, lacking):
            found = list(entries)
        return sorted(found)

    def _can_all_be(self, pool: Pool, agreement: SplitAgreement, lacking: set[str]) -> bool:
        """Whether some one amount of the lacking lets every other member give its agreed part."""
        entries, together = self._by_payer(pool), self._sums[pool]
        usual = max((entry.half_unit for some in entries.values() for entry in some), default=_ZERO)
        slack = Fraction(usual) * len(lacking)
        least, most = Fraction(0), None
        for share in agreement.shares:
            member = current(share.member)
            if member in lacking:
                continue
            mine = _Sum(entries.get(member, []))
            low = max(share.share - agreement.shares_rounded_to / 2, Fraction(0))
            high = min(share.share + agreement.shares_rounded_to / 2, Fraction(1))
            if high:
                asked = (1 - high) / high * Fraction(mine.least)
                least = max(least, asked - Fraction(together.most - mine.most) - slack)
            if low:
                room = (1 - low) / low * Fraction(mine.most)
                room = room - Fraction(together.least - mine.least) + slack
                most = room if most is None else min(most, room)
        return most is None or least <= most

    def split_figures(self, pool: Pool, agreement: SplitAgreement, off: list[str]) -> Facts:
        """What the members that are off give, and the parts of the pool's money agreed for them."""
        entries = self._by_payer(pool)
        agreed = {current(share.member): share.share for share in agreement.shares}
        return {
            "total": self._sums[pool].amount,
            "members": tuple(off),
            "amounts": tuple(_Sum(entries.get(member, [])).amount for member in off),
            "agreed": tuple(agreed[member] for member in off),
        }

    def _by_payer(self, pool: Pool) -> dict[str, list[_Entry]]:
        entries: dict[str, list[_Entry]] = {}
        for entry in (*self._by_pool.get(pool, ()), *self._parts):
            if entry.pool is pool and entry.payer not in _PARTIES:
                entries.setdefault(entry.payer, []).append(entry)
        return entries


def _party(payer: str) -> str | None:
    """What the sum of a member's party is stated as."""
    return {"kommun": "kommuner", "region": "regioner"}.get(payer.partition(":")[0])


def _ratio(part: Decimal, whole: Decimal) -> Fraction:
    above, below = part.as_integer_ratio(), whole.as_integer_ratio()
    return Fraction(above[0] * below[1], above[1] * below[0])


def subjects(timeline: Timeline) -> Iterator[Year]:
    """The year asked about, and each that something is given for."""
    contributions = timeline.forbund.contributions
    if contributions is not None:
        years: dict[int, list[tuple[int, Contribution]]] = {timeline.on.year: []}
        for place, contribution in enumerate(contributions):
            years.setdefault(contribution.year, []).append((place, contribution))
        dissolved = timeline.forbund.dissolved
        for year in sorted(year for year in years if not dissolved or year <= dissolved.year):
            yield Year(timeline, year, years[year])
