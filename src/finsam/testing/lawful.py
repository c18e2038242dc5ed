"""Förbund that comply with the act."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cache, partial
from typing import Any, Final, TypeVar, get_args

from hypothesis import strategies as st

from finsam.law.geography import HEBY_MOVED, REGIONS, region_of
from finsam.law.parties import SEVERAL_REGIONS_FROM
from finsam.law.shares import Pool
from finsam.models.base import Model
from finsam.models.forbund import Forbund
from finsam.models.insats import Aim, AreaPart, Focus, Insats, Payment, TargetGroup
from finsam.models.money import Contribution, OtherIncome, SplitAgreement
from finsam.testing.economy import lawful_economy
from finsam.testing.governance import (
    Founded,
    lawful_board,
    lawful_ordningar,
    present_ledamoter,
    with_meetings_for,
)
from finsam.testing.parts import (
    AIMS,
    GOTLAND,
    KINDS,
    KOMMUNER_IN_REGIONS,
    STATE,
    actors,
    amounts,
    contribution,
    days,
    external_actors,
    known_or_not,
    member,
    some,
    split,
    words,
)
from finsam.testing.possible import FIRST_LAWFUL_DAY, refuse_impossible
from finsam.validation.rules.tasks import OF_THE_OTHER_KIND
from finsam.validation.rules.transfers import OWN_INCOME

_M = TypeVar("_M", bound=Model)


def lawful_forbund(*, on: date) -> st.SearchStrategy[Forbund]:
    """A förbund that keeps the act on a day, with every fact that the rules need.

    Args:
        on: the day, from 2005-01-01 (the wording of 3 § in 2004 is not known).

    Raises:
        ValueError: ``on`` is earlier.
    """
    refuse_impossible(on)
    return lawful(on)


@st.composite
def lawful(  # noqa: PLR0913  what the förbund must have, each by name
    draw: st.DrawFn,
    on: date,
    *,
    gotland_alone: bool | None = None,
    beside: bool | None = None,
    least: tuple[int, int] = (1, 1),
    only: Collection[str] | None = None,
) -> Forbund:
    """Lawful, with at least so many regioner, and so many kommuner in each.

    Gotland may be there alone, or beside a region, None leaving it to chance. Of what has a null,
    only some may be known: ``"insatser"``, ``"board.seats"``.
    """
    some_regions, some_kommuner = draw(
        _places(on, gotland_alone=gotland_alone, beside=beside, least=least)
    )
    keys = [*STATE, *some_regions, *some_kommuner]
    formed = draw(days(last=date(on.year - 1, 1, 1)))
    joined = draw(st.none() | st.just(formed))
    first_year = 2010 if GOTLAND in some_kommuner else 2005
    money: list[Contribution] = []
    has = partial(_has, only)
    years = [on.year, *(year for year in (on.year - 1, on.year + 1) if draw(st.booleans()))]
    for year in sorted(years):
        if year >= first_year and (has("contributions") or has("agreements")):
            quarter = draw(st.integers(100, 5_000_000))
            sums = shared_out(quarter, some_regions)
            money += draw(money_of_year(year, some_regions, some_kommuner, sums))
    whole = tuple(AreaPart(kommun=kommun) for kommun in some_kommuner)
    first = max(formed, FIRST_LAWFUL_DAY)
    agreements = agreed(money)
    founded = Founded(keys, formed, on, agreements)
    ordningar, board, economy = None, None, None
    if has("forbundsordningar") or has("board") or has("economy"):
        ordningar = draw(lawful_ordningar(founded))
        *_, ordning = (each for each in ordningar if (each.applies_from or formed) <= on)
        board = draw(lawful_board(founded, ordning)) if has("board") else None
        economy = draw(lawful_economy(keys, formed, on, ordning)) if has("economy") else None
    if ordningar is not None:
        seats = present_ledamoter(board) if board else 2 * len(keys)
        ordningar = tuple(each.replace(ledamoter=seats, ersattare=seats) for each in ordningar)
    if board is not None and economy is not None:
        board = draw(with_meetings_for(board, founded, economy))
    return Forbund(
        name=draw(words()),
        formed=formed,
        members=tuple(member(key, joined, None) for key in draw(st.permutations(keys))),
        area=draw(st.none() | st.just(whole)),
        contributions=tuple(money) if has("contributions") else None,
        agreements=agreements if has("agreements") else None,
        other_income=draw(some(_OWN_INCOME, most=2)) if has("other_income") else None,
        insatser=draw(some(lawful_insatser(keys, first, on))) if has("insatser") else None,
        forbundsordningar=ordningar if has("forbundsordningar") else None,
        board=board and _part_of(board, "board", only),
        economy=economy and _part_of(economy, "economy", only),
        complete=frozenset({"all"}),
    )


def lawful_with(on: date, *known: str, **places: Any) -> st.SearchStrategy[Forbund]:  # noqa: ANN401  as lawful's
    """Lawful, with everything known, or nothing except members and what is named.

    What breaks one rule is the easier to read, the less is known of what that rule never looks at.
    """
    return lawful(on, only=known, **places) | lawful(on, **places)


def _has(only: Collection[str] | None, name: str) -> bool:
    return only is None or any(name == one.partition(".")[0] for one in only)


def _part_of(whole: _M, name: str, only: Collection[str] | None) -> _M:
    """A board or an economy of which only what is asked for is known."""
    if only is None or name in only:
        return whole
    hidden = {field: None for field in type(whole).model_fields if f"{name}.{field}" not in only}
    return whole.replace(**hidden)


@st.composite
def _places(
    draw: st.DrawFn,
    on: date,
    *,
    gotland_alone: bool | None,
    beside: bool | None,
    least: tuple[int, int],
) -> tuple[list[str], list[str]]:
    """Regioner and kommuner that together satisfy 3 §."""
    one_in_six, one_in_three = (st.sampled_from([False] * many + [True]) for many in (5, 2))
    several = on >= SEVERAL_REGIONS_FROM
    if gotland_alone is None:
        gotland_alone = several and draw(one_in_six)
    if gotland_alone:
        return [], [GOTLAND]
    some_regions = st.lists(
        st.sampled_from(sorted(REGIONS)),
        min_size=least[0],
        max_size=3 if several else 1,
        unique=True,
    )
    regions = draw(some_regions)
    kommuner: list[str] = []
    for region in regions:
        within = _kommuner_in(region, heby_moved=on >= HEBY_MOVED)
        kommuner += draw(st.lists(within, min_size=least[1], max_size=3, unique=True))
    if several and (draw(one_in_three) if beside is None else beside):
        kommuner.append(GOTLAND)
    return regions, kommuner


@cache
def _kommuner_in(region: str, *, heby_moved: bool) -> st.SearchStrategy[str]:
    on = HEBY_MOVED if heby_moved else date.min
    return st.sampled_from([k for k in KOMMUNER_IN_REGIONS if region_of(k, on) == region])


def shared_out(quarter: int, regions: list[str]) -> dict[Pool, int]:
    """The sums of 5 and 5 a §§."""
    if not regions:
        return {Pool.STATE: 2 * quarter, Pool.OUTSIDE: 2 * quarter}
    return {Pool.STATE: 2 * quarter, Pool.REGION: quarter, Pool.KOMMUN: quarter}


@st.composite
def money_of_year(
    draw: st.DrawFn, year: int, regions: list[str], kommuner: list[str], sums: dict[Pool, int]
) -> list[Contribution]:
    """A year's money, each pool's sum divided among its members."""
    outside = [GOTLAND] if GOTLAND in kommuner else []
    given: list[tuple[str, str | None, int]] = [("forsakringskassan", None, sums[Pool.STATE])]
    if not regions:
        given.append((GOTLAND, None, sums[Pool.OUTSIDE]))
    else:
        for pool, members in (("region", [*regions, *outside]), ("kommun", kommuner)):
            given += [(k, pool, a) for k, a in draw(split(sums[Pool(pool)], members))]
    return [
        contribution(payer, pool, year=year, amount=Decimal(amount))
        for payer, pool, amount in given
    ]


def agreed(money: Iterable[Contribution]) -> tuple[SplitAgreement, ...]:
    """The agreements that the yearly money follows exactly."""
    pools: dict[tuple[str, int], dict[str, Decimal]] = {}
    for given in money:
        pool = pool_of(given)
        if pool in {"kommun", "region"} and given.kind == "ordinary":
            pools.setdefault((pool, given.year), {})[str(given.payer)] = given.amount
    return tuple(
        SplitAgreement.model_validate(
            {
                "pool": pool,
                "from_year": year,
                "to_year": year,
                "shares": [
                    {"member": payer, "share": _part(amount, amounts.values())}
                    for payer, amount in amounts.items()
                ],
            }
        )
        for (pool, year), amounts in pools.items()
        if len(amounts) > 1
    )


def pool_of(given: Contribution) -> str:
    """The name of the pool that a contribution goes to."""
    return given.pool or str(given.payer).partition(":")[0]


def in_one_sum(money: Sequence[Contribution], one: Contribution) -> tuple[Contribution, ...] | None:
    """The money, with the year's sum of one contributor's party instead of its members' amounts."""
    kind = str(one.payer).partition(":")[0]
    party = {"region": "regioner", "kommun": "kommuner"}.get(kind)
    if party is None or one.pool is not None:
        return None
    same = [
        c
        for c in money
        if (c.year, c.kind) == (one.year, one.kind)
        and c.pool in {None, kind}
        and str(c.payer).startswith(f"{kind}:")
    ]
    whole = Contribution(
        payer=party,
        year=one.year,
        kind=one.kind,
        amount=sum((c.amount for c in same), Decimal(0)),
    )
    return (*(c for c in money if c not in same), whole)


def _part(amount: Decimal, amounts: Collection[Decimal]) -> str:
    total = sum(Fraction(each) for each in amounts)
    return str(Fraction(amount) / total if total else Fraction(1, len(amounts)))


_OWN_INCOME: Final = st.builds(
    OtherIncome,
    source=words(),
    year=st.integers(2012, 2035),
    amount=amounts(),
    kind=st.sampled_from(sorted(OWN_INCOME)),
)


def _later(day: date, by: int) -> date:
    return date.fromordinal(min(max(day.toordinal() + by, 1), date.max.toordinal()))


_AIMS: Final = st.frozensets(st.sampled_from(AIMS))
_PERHAPS_ANOTHER: Final = some(actors(), most=1)
_GROUPS: Final = st.builds(
    lambda needs_from, age, years: TargetGroup(
        needs_coordinated_rehabilitation=True,
        needs_from=needs_from,
        age_from=age,
        age_to=age + years,
    ),
    st.frozensets(st.sampled_from(KINDS), min_size=2),
    st.integers(16, 64),
    st.integers(0, 40),
)


@st.composite
def lawful_insatser(
    draw: st.DrawFn, keys: list[str], first: date, on: date, *, individual: bool | None = None
) -> Insats:
    """Insatser that comply with 1, 2 and 7 §§, decided from ``first`` to ``on`` (inclusive)."""
    individual = draw(st.booleans()) if individual is None else individual
    kommuner = [key for key in keys if key.startswith("kommun:")]
    performers, payments, parts = _by_members(tuple(keys))
    must: frozenset[Aim] = frozenset({"work_ability" if individual else "cooperation"})
    decided = draw(days(first=first, last=on))
    start = _later(decided, draw(st.integers(0, 400)))
    evaluated = draw(st.booleans())
    end = None
    if not evaluated or draw(st.booleans()):
        end = _later(start if evaluated else max(start, on), draw(st.integers(0, 1000)))
    return Insats(
        name=draw(words()),
        kind="individual" if individual else "structural",
        focus=draw(_fitting("individual" if individual else "structural")),
        decided=decided,
        start=start,
        end=end,
        target_group=draw(_GROUPS),
        aims=must | draw(_AIMS),
        principal=draw(performers)[0],
        cooperating=("forsakringskassan", kommuner[0], *draw(_PERHAPS_ANOTHER)),
        performed_by=draw(performers),
        within_joint_responsibility=True,
        forbundet_does=frozenset(),
        payments=draw(payments),
        area=draw(parts),
        agreement=True,
        agreement_signed=_later(start, -draw(st.integers(0, 100))),
        evaluated=evaluated,
    )


@cache
def _by_members(
    keys: tuple[str, ...],
) -> tuple[
    st.SearchStrategy[tuple[str, ...]],
    st.SearchStrategy[tuple[Payment, ...]],
    st.SearchStrategy[tuple[AreaPart, ...]],
]:
    """Who performs an insats, what is paid for it and where its participants live."""
    members = st.sampled_from(keys)
    kommuner = [key for key in keys if key.startswith("kommun:")]
    to_members = st.builds(
        Payment,
        to=members,
        amount=known_or_not(amounts()),
        what=st.sampled_from(["staff", "material", "grant", "service"]),
    )
    own_needs = st.builds(Payment, to=external_actors(), what=st.just("own_need"))
    living = st.builds(AreaPart, kommun=st.sampled_from(kommuner), part=known_or_not(words()))
    return (
        some(members, least=1, most=2),
        some(to_members | own_needs),
        some(living, least=1, most=2),
    )


@cache
def _fitting(kind: str) -> st.SearchStrategy[frozenset[Focus]]:
    """What an insats of a kind may focus on."""
    return st.frozensets(
        st.sampled_from(
            [focus for focus in get_args(Focus) if focus not in OF_THE_OTHER_KIND[kind]]
        )
    )
