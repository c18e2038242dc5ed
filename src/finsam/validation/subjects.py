"""What rules judge, with the facts that several of them need, derived once for each question.

A rule reads the document through its subject. What a lawyer has to see stands in the rule; how the
members of a day are found, or the sums of a year, stands here.
"""

from collections.abc import Collection, Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from typing import Final

from finsam.law.geography import KOMMUNER_OUTSIDE_REGIONS, current, region_of
from finsam.law.parties import PartyKind, kind_of
from finsam.law.shares import Pool, Span, can_be
from finsam.models.actors import ExternalActor
from finsam.models.base import Loc
from finsam.models.forbund import Forbund
from finsam.models.insats import Insats
from finsam.models.money import Contribution
from finsam.validation.decision import Decision, fail, not_applicable, review, undecided
from finsam.validation.facts import Facts
from finsam.validation.verdict import Verdict

SEVERAL_REGIONS_FROM: Final = date(2010, 7, 1)
"""From this day (SFS 2010:350) a förbund may cross county borders, and Gotland has 5 a §."""


_KINDS: Final = tuple(PartyKind)
_POOLS: Final[tuple[Pool | None, ...]] = (*Pool, None)
_ZERO: Final = Decimal(0)


class Question:
    """A förbund and the day asked about; what membership was, on that day and any other."""

    def __init__(self, forbund: Forbund, on: date) -> None:
        self.forbund: Final = forbund
        self.on: Final = on
        self._periods: Final[dict[str, list[tuple[date, date]]]] = {}
        for member in forbund.members:
            if isinstance(member.actor, str):
                period = (member.joined or date.min, member.left or date.max)
                self._periods.setdefault(current(member.actor), []).append(period)

    def is_member(self, key: str, first: date, last: date) -> bool:
        """Whether a party is a member on some day from the first to the last (inclusive)."""
        periods = self._periods.get(key) or self._periods.get(current(key)) or ()
        for joined, left in periods:  # noqa: SIM110  asked for every payment, so it must be fast
            if joined <= last and first <= left:
                return True
        return False

    def members(self, first: date, last: date) -> dict[PartyKind, dict[str, None]]:
        """The parties that are members on some day from the first to the last, by kind.

        Each kind's are an ordered set: keys of a dict, in the order of the document.
        """
        found: dict[PartyKind, dict[str, None]] = {kind: {} for kind in _KINDS}
        for key, periods in self._periods.items():
            for joined, left in periods:
                if joined <= last and first <= left:
                    found[kind_of(key)][key] = None
                    break
        return found

    def subjects(self) -> "dict[type, list[ForbundOnDay] | list[Year] | list[InsatsOnDay]]":
        """Every subject of the question, by kind; a kind whose collection is null is left out."""
        forbund = self.forbund
        found: dict[type, list[ForbundOnDay] | list[Year] | list[InsatsOnDay]] = {
            ForbundOnDay: [ForbundOnDay(self)]
        }
        if forbund.contributions is not None:
            years: dict[int, list[tuple[int, Contribution]]] = {self.on.year: []}
            for place, contribution in enumerate(forbund.contributions):
                years.setdefault(contribution.year, []).append((place, contribution))
            found[Year] = [Year(self, year, years[year]) for year in sorted(years)]
        if forbund.insatser is not None:
            found[InsatsOnDay] = [
                InsatsOnDay(self, place, insats) for place, insats in enumerate(forbund.insatser)
            ]
        return found


class ForbundOnDay:
    """The förbund as it stands on the day asked about."""

    collection = None
    loc: Loc = ()
    ref = None

    def __init__(self, question: Question) -> None:
        self.day: Final = question.on
        self.facts: Final[Facts] = {}
        self.forbund: Final = question.forbund
        self.members: Final = question.members(self.day, self.day)
        self._question: Final = question

    def has(self, key: str) -> bool:
        """Whether a party is a member that day."""
        return self._question.is_member(key, self.day, self.day)

    @property
    def settled(self) -> Decision | None:
        """Before its first day and after its last, no rule applies to a förbund."""
        formed = self.forbund.formed or date.min
        dissolved = self.forbund.dissolved or date.max
        return None if formed <= self.day <= dissolved else not_applicable("outside_lifetime")

    @property
    def has_kommun_outside_region(self) -> bool:
        """Whether a kommun outside every region is a member."""
        return any(key in KOMMUNER_OUTSIDE_REGIONS for key in self.members[PartyKind.KOMMUN])

    @property
    def outsiders(self) -> Iterator[tuple[int, str, str | None]]:
        """Members of the day that are no parties: place in ``members``, name, the caller's key."""
        for place, member in enumerate(self.forbund.members):
            if isinstance(member.actor, ExternalActor) and self._stands(member.joined, member.left):
                yield place, called(member.actor), member.ref

    @property
    def area(self) -> list[tuple[str, str]]:
        """The parts of the area that day: the kommun, and what to call the part."""
        if self.forbund.area is None:
            return [(kommun, kommun) for kommun in self.members[PartyKind.KOMMUN]]
        return [
            (current(part.kommun), f"{part.kommun}: {part.part}" if part.part else part.kommun)
            for part in self.forbund.area
            if self._stands(part.joined, part.left)
        ]

    def own_region(self, kommun: str) -> str | None:
        """The region that a kommun lies in that day; None outside every region."""
        return region_of(kommun, self.day)

    def _stands(self, joined: date | None, left: date | None) -> bool:
        return (joined is None or joined <= self.day) and (left is None or self.day <= left)


class InsatsOnDay:
    """An insats, by the law of its day: the day it was decided, else started, else asked about."""

    __slots__ = ("_place", "_question", "day", "insats")

    collection = "insatser"
    settled = None

    def __init__(self, question: Question, place: int, insats: Insats) -> None:
        self.insats: Final = insats
        self.day: Final = insats.decided or insats.start or question.on
        self._place: Final = place
        self._question: Final = question

    @property
    def loc(self) -> Loc:
        """Its place in the document."""
        return ("insatser", self._place)

    @property
    def ref(self) -> str | None:
        """The caller's own key of it."""
        return self.insats.ref

    @property
    def facts(self) -> Facts:
        """Its name."""
        return {"insats": self.insats.name}

    def is_active_member(self, actor: str | ExternalActor) -> bool:
        """Whether the actor is a party and a member on some day of the insats."""
        if not isinstance(actor, str):
            return False
        last = self.insats.end or self._question.on
        return self._question.is_member(actor, self.day, max(self.day, last))

    def place(self, *rest: str | int) -> Loc:
        """The place in the document of something in the insats."""
        return (*self.loc, *rest)


def called(actor: str | ExternalActor) -> str:
    """What findings call an actor: its key, or an outsider's name or legal form."""
    return actor if isinstance(actor, str) else actor.name or actor.form


class _Ledger:
    """Some of a year's contributions, summed by the pool that they count in.

    An amount stands for every true amount half a unit around it, never below zero. Those spans add
    up; the pool None holds what may count in either of two.
    """

    def __init__(self) -> None:
        self.amounts: Final[dict[Pool | None, Decimal]] = dict.fromkeys(_POOLS, _ZERO)
        self._slack: Final[dict[Pool | None, Decimal]] = dict.fromkeys(_POOLS, _ZERO)
        self._below_zero: Final[dict[Pool | None, Decimal]] = {}
        self.either_places: Final[list[Loc]] = []

    def add(self, pool: Pool | None, amount: Decimal, half_unit: Decimal) -> None:
        self.amounts[pool] += amount
        self._slack[pool] += half_unit
        if amount < half_unit:
            self._below_zero[pool] = self._below_zero.get(pool, _ZERO) + half_unit - amount

    @cached_property
    def total(self) -> Decimal:
        return sum(self.amounts.values(), _ZERO)

    @cached_property
    def _limits_of_total(self) -> tuple[Decimal, Decimal]:
        slack = sum(self._slack.values(), _ZERO)
        return self.total - slack + sum(self._below_zero.values(), _ZERO), self.total + slack

    def _limits(self, pool: Pool | None) -> tuple[Decimal, Decimal]:
        amount, slack = self.amounts[pool], self._slack[pool]
        return amount - slack + self._below_zero.get(pool, _ZERO), amount + slack

    def can_be(self, pool: Pool, part: Fraction, unlimited: frozenset[Pool]) -> bool:
        """Whether some true amounts make the pool's share hold; the unlimited pools lack money."""
        least, most = self._limits_of_total
        own_least, own_most = self._limits(pool)
        # The state's money is the state's: what may be either of two is by others for it.
        either_least, either_most = self._limits(None) if pool is not Pool.STATE else (_ZERO, _ZERO)
        return can_be(
            part,
            given=Span(own_least, None if pool in unlimited else own_most),
            by_others=Span(
                least - own_least - either_least,
                None if unlimited - {pool} else most - own_most - either_most,
            ),
            by_either=Span(either_least, either_most),
        )


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
        self._unit: Final = question.forbund.rounded_to
        self._contributions: Final = contributions
        self._members: Final = question.members(date(year, 1, 1), self.day)
        self._outside: Final = KOMMUNER_OUTSIDE_REGIONS.intersection(self._kommuner)

    @property
    def _kommuner(self) -> dict[str, None]:
        return self._members[PartyKind.KOMMUN]

    @property
    def _regioner(self) -> dict[str, None]:
        return self._members[PartyKind.REGION]

    @property
    def kommun_outside_region_instead_of_region(self) -> bool:
        """Whether 5 a § 1 st. applies: a kommun outside every region takes part, and no region."""
        return bool(self._outside) and not self._regioner and self.day >= SEVERAL_REGIONS_FROM

    @property
    def kommun_outside_region_beside_region(self) -> bool:
        """Whether 5 a § 2 st. applies: such a kommun takes part, and a region."""
        return bool(self._outside and self._regioner) and self.day >= SEVERAL_REGIONS_FROM

    @property
    def kommun_outside_region_before_5a(self) -> bool:
        """Whether such a kommun takes part before there was a 5 a §."""
        return bool(self._outside) and self.day < SEVERAL_REGIONS_FROM

    def share(self, pool: Pool, part: Fraction) -> Decision:  # noqa: PLR0911  a ladder of answers
        """Whether what a pool gives is the part of the year's money that the act asks of it."""
        if self.party_absent:
            return not_applicable("party_absent")
        money = self._ordinary
        missing = tuple(sorted({key for key, _ in self._missing}))
        possible = money.can_be(pool, part, self._unlimited)
        if missing and possible:
            return undecided("money_missing", self.loc, members=missing)
        if not missing and not money.total:
            return not_applicable("no_money")
        if possible and money.either_places and pool is not Pool.STATE:
            return undecided("pool_not_named", *money.either_places)
        figures = _figures(money, pool, part)
        if possible:
            return Decision(Verdict.PASS, "as_asked", facts=figures)
        if self._has_extra:
            kept = self._every_share_with_extra
            if kept is None:
                # What is missing for one share is missing for knowing whether every share is kept.
                if missing:
                    figures["members"] = missing
                places = [self.loc] if missing else []
                return undecided(
                    "extra_money_unclear", *places, *self._with_extra.either_places, **figures
                )
            if kept:
                return review("extra_money", **figures)
        return fail("too_much" if figures["difference"] > 0 else "too_little", **figures)

    @property
    def party_absent(self) -> bool:
        """Whether a party that must give is a member on no day of the year: 3-1 reports it."""
        return not (
            self._members[PartyKind.FORSAKRINGSKASSAN]
            and self._kommuner
            and (self._regioner or self._outside)
        )

    @cached_property
    def _ordinary(self) -> _Ledger:
        return self._ledger(extra=False)

    @property
    def _has_extra(self) -> bool:
        return any(contribution.kind == "extra" for _, contribution, _ in self._counted)

    @cached_property
    def _every_share_with_extra(self) -> bool | None:
        """Whether ordinary and extra money together keep every share; None: not known."""
        money = self._with_extra
        kept: list[bool | None] = []
        for pool, part in self._asked.items():
            possible = money.can_be(pool, part, self._unlimited)
            unclear = self._missing or (money.either_places and pool is not Pool.STATE)
            kept.append(None if possible and unclear else possible)
        return False if False in kept else None if None in kept else True

    @cached_property
    def _with_extra(self) -> _Ledger:
        return self._ledger(extra=True)

    @property
    def _asked(self) -> dict[Pool, Fraction]:
        """The shares that are known to be asked for in the year."""
        if self.kommun_outside_region_before_5a:
            return {Pool.STATE: Fraction(1, 2)}
        if self.kommun_outside_region_instead_of_region:
            return {Pool.STATE: Fraction(1, 2), Pool.OUTSIDE: Fraction(1, 2)}
        return {
            Pool.STATE: Fraction(1, 2),
            Pool.REGION: Fraction(1, 4),
            Pool.KOMMUN: Fraction(1, 4),
        }

    def _ledger(self, *, extra: bool) -> _Ledger:
        ledger = _Ledger()
        usual = self._unit / 2
        for place, contribution, pool in self._counted:
            if extra or contribution.kind == "ordinary":
                unit = contribution.rounded_to
                ledger.add(pool, contribution.amount, usual if unit is None else unit / 2)
                if pool is None:
                    # Of several kommuner's sum, each one's own amount would tell.
                    untold = "payer" if contribution.payer == "kommuner" else "pool"
                    ledger.either_places.append(("contributions", place, untold))
        return ledger

    @cached_property
    def _roles(self) -> dict[str, tuple[Pool, ...]]:
        """The pool of each member of the year, or the two of a kommun that has two roles."""
        state, region, kommun = (Pool.STATE,), (Pool.REGION,), (Pool.KOMMUN,)
        roles: dict[str, tuple[Pool, ...]] = {
            **dict.fromkeys(self._members[PartyKind.FORSAKRINGSKASSAN], state),
            **dict.fromkeys(self._members[PartyKind.ARBETSFORMEDLINGEN], state),
            **dict.fromkeys(self._regioner, region),
            **dict.fromkeys(self._kommuner, kommun),
        }
        if self.kommun_outside_region_instead_of_region:
            roles.update(dict.fromkeys(self._outside, (Pool.OUTSIDE,)))
        elif self.kommun_outside_region_beside_region:
            roles.update(dict.fromkeys(self._outside, (Pool.KOMMUN, Pool.REGION)))
        return roles

    @cached_property
    def _counted(self) -> list[tuple[int, Contribution, Pool | None]]:
        """What parties that are members in the year give, and the pool that it counts in.

        The pool is None where the document leaves it open which of two it is.
        """
        counted: list[tuple[int, Contribution, Pool | None]] = []
        for place, contribution in self._contributions:
            payer = contribution.payer
            if not isinstance(payer, str):
                continue
            pools: Collection[Pool] = self._roles.get(payer) or self._roles.get(current(payer), ())
            if payer == "kommuner":
                pools = {self._roles[kommun][0] for kommun in self._kommuner}
            elif payer == "regioner" and self._regioner:
                pools = (Pool.REGION,)
            elif contribution.pool and len(pools) == 2:
                pools = (Pool(contribution.pool),)
            if pools:
                counted.append(
                    (place, contribution, next(iter(pools)) if len(pools) == 1 else None)
                )
        return counted

    @cached_property
    def _missing(self) -> list[tuple[str, Pool]]:
        """The members that have to give and of which nothing ordinary is known, with their role."""
        payers: set[object] = set()
        roles_paid: set[tuple[str, Pool | None]] = set()
        for _, contribution, pool in self._counted:
            if contribution.kind == "ordinary" and isinstance(contribution.payer, str):
                payer = current(contribution.payer)
                payers.add(payer)
                if payer in self._outside:
                    roles_paid.add((payer, pool))
        covered: set[Pool] = set()
        if "kommuner" in payers:
            covered |= {Pool.KOMMUN, Pool.OUTSIDE}
        if "regioner" in payers:
            covered.add(Pool.REGION)
        return [
            (key, role)
            for key, roles in self._roles.items()
            for role in roles
            if role not in covered
            and not (
                key in payers
                if len(roles) == 1
                else (key, role) in roles_paid or (key, None) in roles_paid
            )
            and key != "arbetsformedlingen"
        ]

    @cached_property
    def _unlimited(self) -> frozenset[Pool]:
        return frozenset(pool for _, pool in self._missing)


def _ratio(part: Decimal, whole: Decimal) -> Fraction:
    above, below = part.as_integer_ratio(), whole.as_integer_ratio()
    return Fraction(above[0] * below[1], above[1] * below[0])


def _figures(money: _Ledger, pool: Pool, part: Fraction) -> Facts:
    total, actual = money.total, money.amounts[pool]
    required = total * part.numerator / part.denominator
    if pool is not Pool.STATE and actual < required:
        actual += money.amounts[None]
    return {
        "total": total,
        "actual": actual,
        "required": required,
        "difference": actual - required,
        "share": _ratio(actual, total),
    }
