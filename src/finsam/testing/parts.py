"""The parts of a förbund: days, actors, amounts, insatser."""

from datetime import date, timedelta
from decimal import Decimal
from functools import cache, lru_cache
from typing import Final, TypeVar, get_args

from hypothesis import strategies as st

from finsam.law.geography import (
    HEBY_MOVED,
    KOMMUNER,
    KOMMUNER_OUTSIDE_REGIONS,
    REGIONS,
    region_of,
)
from finsam.law.parties import SEVERAL_REGIONS_FROM, PartyKind
from finsam.models.actors import FORBUNDET, MEMBER_KEYS, ExternalActor
from finsam.models.forbund import Member
from finsam.models.insats import Aim
from finsam.models.money import Contribution, SplitAgreement

_T = TypeVar("_T")
AIMS: Final[tuple[Aim, ...]] = get_args(Aim)
GOTLAND: Final = "kommun:0980"
KOMMUNER_IN_REGIONS: Final = tuple(key for key in KOMMUNER if key not in {GOTLAND, "kommun:1917"})
STATE: Final = ("forsakringskassan", "arbetsformedlingen")
KINDS: Final = tuple(kind.value for kind in PartyKind)


@cache
def days(
    *, first: date = date(2004, 1, 1), last: date = date(2035, 12, 31)
) -> st.SearchStrategy[date]:
    """Days from ``first`` to ``last`` (inclusive), with a preference for days of amendments."""
    borders = [
        day + timedelta(days=shift)
        for day in (date(2005, 1, 1), date(2008, 1, 1), SEVERAL_REGIONS_FROM, date(2020, 1, 1))
        for shift in (-1, 0)
    ]
    known = [day for day in borders if first <= day <= last]
    anyhow = st.dates(first, last)
    return anyhow | st.sampled_from(known) if known else anyhow


@lru_cache(1000)
def dates(first: date, last: date) -> st.SearchStrategy[date]:
    """Days from the first to the last (inclusive), shrinking towards the first."""
    return st.integers(first.toordinal(), last.toordinal()).map(date.fromordinal)


@cache
def member_keys() -> st.SearchStrategy[str]:
    """Member keys, with a preference for the two agencies and Gotland."""
    return st.sampled_from([*STATE, GOTLAND]) | st.sampled_from(MEMBER_KEYS)


@cache
def kommuner(*, on: date) -> st.SearchStrategy[tuple[str, str | None]]:
    """Kommuner of a day by member key, each with its region (None if outside every region)."""
    ended = "kommun:1917" if on >= HEBY_MOVED else "kommun:0331"
    keys = sorted(KOMMUNER.keys() - {ended, GOTLAND})
    both = [(key, region_of(key, on)) for key in keys]
    # Gotland is favoured, as the act has special provisions for it.
    return st.sampled_from([*both, *[(GOTLAND, None)] * (len(both) // 8)])


@cache
def external_actors() -> st.SearchStrategy[ExternalActor]:
    """Actors that are not parties."""
    forms = st.sampled_from(["association", "foundation", "company", "authority", "other"])
    named = st.builds(ExternalActor, name=st.none() | words(), form=forms)
    return named | st.just(ExternalActor(form="person"))


@cache
def actors() -> st.SearchStrategy[str | ExternalActor]:
    """Anybody: parties, förbundet itself, outsiders."""
    return member_keys() | st.just(FORBUNDET) | external_actors()


@cache
def amounts(*, most: int = 10**12 - 1) -> st.SearchStrategy[Decimal]:
    """Amounts in kronor from nothing to ``most``, whole or with öre."""
    whole = st.integers(0, min(most, 10_000_000)) | st.integers(0, most)
    with_ore = st.integers(0, min(most, 10_000_000) * 100).map(lambda ore: Decimal(ore).scaleb(-2))
    return whole.map(Decimal) | with_ore


def contributions(
    *,
    payers: st.SearchStrategy[str | ExternalActor] | None = None,
    years: st.SearchStrategy[int] | None = None,
) -> st.SearchStrategy[Contribution]:
    """Contributions by the payers given, or by anybody; for the years given, or for any."""
    return st.builds(
        contribution,
        payer=actors() | st.sampled_from(["kommuner", "regioner"]) if payers is None else payers,
        year=st.integers(2004, 2035) if years is None else years,
        amount=amounts(),
        kind=st.sampled_from(["ordinary", "ordinary", "ordinary", "extra"]),
        pool=st.sampled_from([None, "kommun", "region"]),
        in_kind=st.booleans(),
        rounded_to=st.none() | st.sampled_from([Decimal(0), Decimal(1), Decimal(1000)]),
        ref=known_or_not(words()),
    )


@cache
def words() -> st.SearchStrategy[str]:
    """Short texts in any script."""
    return st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "Zs"]), max_size=12)


def known_or_not(strategy: st.SearchStrategy[_T]) -> st.SearchStrategy[_T | None]:
    """A fact, or null."""
    return st.none() | strategy


def some(
    strategy: st.SearchStrategy[_T], *, least: int = 0, most: int = 3
) -> st.SearchStrategy[tuple[_T, ...]]:
    """A few of them, or none."""
    return st.lists(strategy, min_size=least, max_size=most).map(tuple)


def _ordered(pair: tuple[date | None, date | None]) -> tuple[date | None, date | None]:
    first, last = pair
    return (last, first) if first and last and last < first else pair


@cache
def periods() -> st.SearchStrategy[tuple[date | None, date | None]]:
    """First and last days in order, each of which may be null."""
    return st.tuples(known_or_not(days()), known_or_not(days())).map(_ordered)


def mostly_open(
    periods: st.SearchStrategy[tuple[date | None, date | None]],
) -> st.SearchStrategy[tuple[date | None, date | None]]:
    """Periods that mostly have neither end."""
    always: st.SearchStrategy[tuple[None, None]] = st.just((None, None))
    return always | always | always | periods


def member(actor: str | ExternalActor, joined: date | None, left: date | None) -> Member:
    """A member; Heby by the code that it had on the day."""
    if actor == "kommun:1917" and any(day and day >= HEBY_MOVED for day in (joined, left)):
        actor = "kommun:0331"
    return Member(actor=actor, joined=joined, left=left)


def everybody_pays(parties: list[str], year: int) -> st.SearchStrategy[tuple[Contribution, ...]]:
    """Small sums, some of which happen to match the shares."""
    return st.tuples(
        *(
            st.builds(
                contribution,
                payer=st.just(key),
                year=st.just(year),
                amount=st.integers(0, 4).map(Decimal),
                kind=st.sampled_from(["ordinary"] * 7 + ["extra"]),
                pool=st.sampled_from([None, "kommun", "region"]),
            )
            for key in parties
            if key != "arbetsformedlingen"
        )
    )


@st.composite
def agreements(draw: st.DrawFn, parties: list[str], year: int) -> tuple[SplitAgreement, ...]:
    """Agreements between members or others, in whole tenths or equal parts."""
    made = []
    for pool, all_keys in (
        ("kommun", [*KOMMUNER_IN_REGIONS, GOTLAND]),
        ("region", sorted(REGIONS)),
    ):
        own = [key for key in parties if key.startswith(f"{pool}:") or key == GOTLAND]
        strangers = st.lists(st.sampled_from(all_keys), min_size=1, max_size=3, unique=True)
        members = draw(st.just(own) | strangers if len(own) > 1 else strangers)
        tenths = draw(split(10, members))
        equal = draw(st.booleans())
        to_year = draw(known_or_not(st.integers(0, 9)))
        agreement = {
            "pool": pool,
            "from_year": year,
            "to_year": None if to_year is None else year + to_year,
            "shares": [
                {"member": key, "share": f"1/{len(members)}" if equal else f"{part}/10"}
                for key, part in tenths
            ],
            "shares_rounded_to": draw(st.sampled_from(["0", "0", "1/100"])),
        }
        if draw(st.booleans()):
            made.append(SplitAgreement.model_validate(agreement))
    return tuple(made)


def contribution(payer: str | ExternalActor, pool: str | None, **known: object) -> Contribution:
    """A contribution; the pool is dropped where the payer has only one."""
    pool = pool if payer in KOMMUNER_OUTSIDE_REGIONS else None
    return Contribution.model_validate({**known, "payer": payer, "pool": pool})


@st.composite
def split(draw: st.DrawFn, total: int, among: list[str]) -> list[tuple[str, int]]:
    """A sum divided among members in any way."""
    cuts = sorted(draw(st.integers(0, total)) for _ in among[1:])
    ends = zip([0, *cuts], [*cuts, total], strict=True)
    return [(key, last - first) for key, (first, last) in zip(among, ends, strict=True)]
