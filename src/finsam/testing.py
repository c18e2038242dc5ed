"""Hypothesis strategies for samordningsförbund: any, lawful, and unlawful in one chosen way.

For property-testing code that handles förbund. Needs hypothesis: ``pip install finsam[testing]``.

Example:
    >>> from datetime import date
    >>> from hypothesis import given
    >>> from finsam import check
    >>> from finsam.testing import lawful_forbund
    >>> @given(lawful_forbund(on=date(2026, 3, 1)))
    ... def test_that_the_lawful_passes(forbund):
    ...     assert not check(forbund, on=date(2026, 3, 1)).violations
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Final, TypeVar, get_args

try:
    from hypothesis import strategies as st
except ImportError as error:
    raise ImportError(
        "finsam.testing needs hypothesis: install it with  pip install 'finsam[testing]'"
    ) from error

from finsam.law.geography import KOMMUNER, KOMMUNER_OUTSIDE_REGIONS, REGIONS, current, region_of
from finsam.law.parties import SEVERAL_REGIONS_FROM, PartyKind, kind_of
from finsam.law.shares import Pool
from finsam.models.actors import FORBUNDET, MEMBER_KEYS, ExternalActor
from finsam.models.forbund import Forbund, Member
from finsam.models.insats import Aim, AreaPart, Focus, Insats, OwnAct, Payment, TargetGroup
from finsam.models.money import Contribution, OtherIncome, SplitAgreement
from finsam.validation.rules import BY_ID
from finsam.validation.rules.tasks import FINANCING, INDIVIDUAL_BENEFITS, OF_THE_OTHER_KIND
from finsam.validation.rules.transfers import ESF_REVIEW, OWN_INCOME

FIRST_LAWFUL_DAY: Final = date(2005, 1, 1)
"""The first day on which the wording of every section that has rules is known."""

_T = TypeVar("_T")
_AIMS: Final[tuple[Aim, ...]] = get_args(Aim)
_GOTLAND: Final = "kommun:0980"
_KOMMUNER: Final = tuple(key for key in KOMMUNER if key not in {_GOTLAND, "kommun:1917"})
_STATE: Final = ("forsakringskassan", "arbetsformedlingen")
_KINDS: Final = tuple(kind.value for kind in PartyKind)


def days(
    *, first: date = date(2004, 1, 1), last: date = date(2035, 12, 31)
) -> st.SearchStrategy[date]:
    """Days from the first to the last (inclusive), the days on which the law changed among them."""
    borders = [
        day + timedelta(days=shift)
        for day in (date(2005, 1, 1), date(2008, 1, 1), SEVERAL_REGIONS_FROM, date(2020, 1, 1))
        for shift in (-1, 0)
    ]
    known = [day for day in borders if first <= day <= last]
    anyhow = st.dates(first, last)
    return anyhow | st.sampled_from(known) if known else anyhow


def member_keys() -> st.SearchStrategy[str]:
    """Member keys, the state's two and Gotland more often than by chance."""
    return st.sampled_from([*_STATE, _GOTLAND]) | st.sampled_from(MEMBER_KEYS)


def external_actors() -> st.SearchStrategy[ExternalActor]:
    """Actors that are no party."""
    forms = st.sampled_from(["association", "foundation", "company", "authority", "other"])
    named = st.builds(ExternalActor, name=st.none() | _words(), form=forms)
    return named | st.just(ExternalActor(form="person"))


def actors() -> st.SearchStrategy[str | ExternalActor]:
    """Anybody: parties, förbundet itself, outsiders."""
    return member_keys() | st.just(FORBUNDET) | external_actors()


def amounts(*, most: int = 10**12 - 1) -> st.SearchStrategy[Decimal]:
    """Amounts in kronor from nothing to ``most``, whole or with öre."""
    whole = st.integers(0, min(most, 10_000_000)) | st.integers(0, most)
    with_ore = st.integers(0, min(most, 10_000_000) * 100).map(lambda ore: Decimal(ore).scaleb(-2))
    return whole.map(Decimal) | with_ore


def insatser() -> st.SearchStrategy[Insats]:
    """Insatser, lawful or not, with any of their facts unknown."""
    return st.builds(
        _insats,
        name=_words(),
        kind=st.sampled_from(["individual", "structural"]),
        focus=_known_or_not(_subsets(Focus)),
        decided=_known_or_not(days()),
        period=st.tuples(_known_or_not(days()), _known_or_not(days())),
        target_group=_known_or_not(_target_groups()),
        aims=_known_or_not(_subsets(Aim)),
        principal=_known_or_not(actors()),
        cooperating=_known_or_not(_some(actors())),
        performed_by=_known_or_not(_some(actors())),
        within_joint_responsibility=_known_or_not(st.booleans()),
        forbundet_does=_known_or_not(_subsets(OwnAct)),
        payments=_known_or_not(_some(_payments())),
        area=_known_or_not(_some(_area_parts())),
        agreement=_known_or_not(st.booleans()),
        agreement_signed=_known_or_not(days()),
        evaluated=_known_or_not(st.booleans()),
        ref=_known_or_not(_words()),
    )


def contributions(
    *,
    payers: st.SearchStrategy[str | ExternalActor] | None = None,
    years: st.SearchStrategy[int] | None = None,
) -> st.SearchStrategy[Contribution]:
    """Contributions by the payers given, else by anybody; for those years, else for any."""
    return st.builds(
        _contribution,
        payer=_payers() if payers is None else payers,
        year=st.integers(2004, 2035) if years is None else years,
        amount=amounts(),
        kind=st.sampled_from(["ordinary", "ordinary", "ordinary", "extra"]),
        pool=st.sampled_from([None, "kommun", "region"]),
        in_kind=st.booleans(),
        rounded_to=st.none() | st.sampled_from([Decimal(0), Decimal(1), Decimal(1000)]),
        ref=_known_or_not(_words()),
    )


@st.composite
def forbund(draw: st.DrawFn) -> Forbund:
    """Anything well-formed: lawful or not, with much known or little."""
    kommuner = draw(st.lists(st.sampled_from([_GOTLAND, *_KOMMUNER]), max_size=3, unique=True))
    own = {region_of(kommun, SEVERAL_REGIONS_FROM): None for kommun in kommuner}
    likely = [*_STATE, *(region for region in own if region), *kommuner]
    left_out = draw(st.sets(st.sampled_from(likely), max_size=1))
    parties = [key for key in likely if key not in left_out]
    parties += [k for k in draw(st.lists(member_keys(), max_size=1)) if k not in likely]
    outsiders = draw(st.just([]) | st.lists(external_actors(), max_size=1))
    everybody: list[str | ExternalActor] = [*parties, *outsiders]
    members = [_member(actor, *draw(_mostly_open(_periods()))) for actor in everybody]
    first_year = draw(st.integers(2004, 2030))
    years = st.integers(first_year, first_year + 1)
    payers = st.sampled_from([*parties, *parties, "kommuner", "regioner"]) | actors()
    some_money = _some(contributions(payers=payers, years=years), most=8)
    formed, dissolved = draw(_mostly_open(_periods()))
    return Forbund(
        name=draw(_words()),
        formed=formed,
        dissolved=dissolved,
        members=tuple(members),
        area=draw(_known_or_not(_some(_area_parts()))),
        contributions=draw(st.none() | _everybody_pays(parties, first_year) | some_money),
        agreements=draw(_known_or_not(_agreements(parties, first_year))),
        other_income=draw(_known_or_not(_some(_other_income()))),
        insatser=draw(_known_or_not(_some(insatser()))),
        rounded_to=draw(st.sampled_from([Decimal(0), Decimal(1), Decimal(1000)])),
    )


def lawful_forbund(*, on: date) -> st.SearchStrategy[Forbund]:
    """A förbund that keeps the act on a day, with every fact known that the rules ask for.

    Args:
        on: the day of the question, from 2005-01-01 (the wording of 3 § in 2004 is not known).

    Raises:
        ValueError: ``on`` is earlier.
    """
    _refuse_impossible(on)
    return _lawful(on)


def breaking(rule: str, *, on: date) -> st.SearchStrategy[Forbund]:
    """A förbund that breaks one rule on a day, and nothing that the rule does not declare.

    Args:
        rule: the rule's id.
        on: the day of the question.

    Raises:
        KeyError: there is no way of breaking a rule with this id.
        ValueError: the rule is not in force on that day.
    """
    if rule not in _BREACHES:
        raise KeyError(f"{rule!r} is no rule that can be broken; those are {', '.join(_BREACHES)}")
    _refuse_impossible(on)
    if BY_ID[rule].on(on).answer is not None:
        raise ValueError(f"{rule} is not in force on {on}, or its wording of that day is not known")
    return _BREACHES[rule](on)


def _refuse_impossible(on: date) -> None:
    if not FIRST_LAWFUL_DAY <= on < date(9999, 1, 1):
        raise ValueError(
            f"no förbund can be made for on={on}: the wording of 3 § is known from 2005-01-01, "
            "and the year after is planned for, which must be 9999 at the latest"
        )


# --- parts


def _payers() -> st.SearchStrategy[str | ExternalActor]:
    return actors() | st.sampled_from(["kommuner", "regioner"])


def _words() -> st.SearchStrategy[str]:
    return st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "Zs"]), max_size=12)


def _known_or_not(strategy: st.SearchStrategy[_T]) -> st.SearchStrategy[_T | None]:
    return st.none() | strategy


def _some(strategy: st.SearchStrategy[_T], *, most: int = 3) -> st.SearchStrategy[tuple[_T, ...]]:
    return st.lists(strategy, max_size=most).map(tuple)


def _subsets(of: object) -> st.SearchStrategy[frozenset[str]]:
    return st.frozensets(st.sampled_from(get_args(of)))


def _ordered(pair: tuple[date | None, date | None]) -> tuple[date | None, date | None]:
    first, last = pair
    return (last, first) if first and last and last < first else pair


def _periods() -> st.SearchStrategy[tuple[date | None, date | None]]:
    return st.tuples(_known_or_not(days()), _known_or_not(days())).map(_ordered)


def _mostly_open(
    periods: st.SearchStrategy[tuple[date | None, date | None]],
) -> st.SearchStrategy[tuple[date | None, date | None]]:
    always: st.SearchStrategy[tuple[None, None]] = st.just((None, None))
    return always | always | always | periods


def _member(actor: str | ExternalActor, joined: date | None, left: date | None) -> Member:
    if actor == "kommun:1917" and joined and joined.year >= 2007:
        actor = "kommun:0331"
    return Member(actor=actor, joined=joined, left=left)


def _target_groups() -> st.SearchStrategy[TargetGroup]:
    ages = st.lists(_known_or_not(st.integers(0, 100)), min_size=2, max_size=2)
    return st.builds(
        lambda need, needs_from, ages: TargetGroup(
            needs_coordinated_rehabilitation=need,
            needs_from=needs_from,
            age_from=min(ages) if None not in ages else ages[0],
            age_to=max(ages) if None not in ages else ages[1],
        ),
        _known_or_not(st.booleans()),
        _known_or_not(_subsets_of_kinds()),
        ages,
    )


def _subsets_of_kinds() -> st.SearchStrategy[frozenset[str]]:
    return st.frozensets(st.sampled_from([kind.value for kind in PartyKind]))


def _payments() -> st.SearchStrategy[Payment]:
    what = get_args(get_args(Payment.model_fields["what"].annotation)[0])
    return st.builds(
        Payment,
        to=actors(),
        amount=_known_or_not(amounts()),
        what=_known_or_not(st.sampled_from(what)),
        ref=_known_or_not(_words()),
    )


def _area_parts() -> st.SearchStrategy[AreaPart]:
    return st.builds(
        lambda kommun, part, period: AreaPart(
            kommun=kommun, part=part, joined=period[0], left=period[1]
        ),
        st.sampled_from(_KOMMUNER) | st.just(_GOTLAND),
        _known_or_not(_words()),
        _periods(),
    )


def _everybody_pays(parties: list[str], year: int) -> st.SearchStrategy[tuple[Contribution, ...]]:
    """Small sums, of which some happen to keep the shares."""
    return st.tuples(
        *(
            st.builds(
                _contribution,
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


def _other_income() -> st.SearchStrategy[OtherIncome]:
    return st.builds(
        OtherIncome,
        source=_words(),
        year=st.integers(2004, 2035),
        amount=amounts(),
        granted=_known_or_not(days()),
        kind=st.sampled_from(get_args(OtherIncome.model_fields["kind"].annotation)),
    )


@st.composite
def _agreements(draw: st.DrawFn, parties: list[str], year: int) -> tuple[SplitAgreement, ...]:
    """Agreements between those who are members, or others, in whole tenths or in equal parts."""
    made = []
    for pool, all_keys in (("kommun", [*_KOMMUNER, _GOTLAND]), ("region", sorted(REGIONS))):
        own = [key for key in parties if key.startswith(f"{pool}:") or key == _GOTLAND]
        strangers = st.lists(st.sampled_from(all_keys), min_size=1, max_size=3, unique=True)
        members = draw(st.just(own) | strangers if len(own) > 1 else strangers)
        tenths = draw(_split(10, members))
        equal = draw(st.booleans())
        to_year = draw(_known_or_not(st.integers(0, 9)))
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


def _insats(period: tuple[date | None, date | None], **known: object) -> Insats:
    start, end = _ordered(period)
    return Insats.model_validate({**known, "start": start, "end": end})


def _contribution(payer: str | ExternalActor, pool: str | None, **known: object) -> Contribution:
    pool = pool if payer in KOMMUNER_OUTSIDE_REGIONS else None
    return Contribution.model_validate({**known, "payer": payer, "pool": pool})


# --- the lawful


@st.composite
def _lawful(
    draw: st.DrawFn,
    on: date,
    *,
    gotland_alone: bool | None = None,
    regions: int = 1,
    kommuner: int = 1,
) -> Forbund:
    """Lawful, with at least so many regions, and so many kommuner in each."""
    some_regions, some_kommuner = draw(
        _places(on, gotland_alone=gotland_alone, least=(regions, kommuner))
    )
    keys = [*_STATE, *some_regions, *some_kommuner]
    joined = draw(st.none() | days(last=date(on.year - 1, 1, 1)))
    first_year = 2010 if _GOTLAND in some_kommuner else 2005
    money: list[Contribution] = []
    for year in (on.year - 1, on.year, on.year + 1):
        if year >= first_year:
            quarter = draw(st.integers(100, 5_000_000))
            sums = _shared_out(quarter, some_regions)
            money += draw(_money(year, some_regions, some_kommuner, sums))
    whole = tuple(AreaPart(kommun=kommun) for kommun in some_kommuner)
    first = max(joined or FIRST_LAWFUL_DAY, FIRST_LAWFUL_DAY)
    return Forbund(
        name=draw(_words()),
        formed=joined,
        members=tuple(_member(key, joined, None) for key in draw(st.permutations(keys))),
        area=draw(st.none() | st.just(whole)),
        contributions=tuple(money),
        agreements=_agreed(money),
        other_income=draw(_some(_own_income(), most=2)),
        insatser=draw(_some(_lawful_insatser(keys, first, on))),
    )


@st.composite
def _places(
    draw: st.DrawFn, on: date, *, gotland_alone: bool | None, least: tuple[int, int]
) -> tuple[list[str], list[str]]:
    """Regions and kommuner that together keep 3 §."""
    one_in_six = st.sampled_from([False] * 5 + [True])
    several = on >= SEVERAL_REGIONS_FROM
    if gotland_alone is None:
        gotland_alone = several and draw(one_in_six)
    if gotland_alone:
        return [], [_GOTLAND]
    some_regions = st.lists(
        st.sampled_from(sorted(REGIONS)),
        min_size=least[0],
        max_size=3 if several else 1,
        unique=True,
    )
    regions = draw(some_regions)
    kommuner: list[str] = []
    for region in regions:
        within = st.sampled_from([k for k in _KOMMUNER if region_of(k, on) == region])
        kommuner += draw(st.lists(within, min_size=least[1], max_size=3, unique=True))
    if several and draw(one_in_six):
        kommuner.append(_GOTLAND)
    return regions, kommuner


def _shared_out(quarter: int, regions: list[str]) -> dict[Pool, int]:
    """The sums of 5 and 5 a §§."""
    if not regions:
        return {Pool.STATE: 2 * quarter, Pool.OUTSIDE: 2 * quarter}
    return {Pool.STATE: 2 * quarter, Pool.REGION: quarter, Pool.KOMMUN: quarter}


@st.composite
def _money(
    draw: st.DrawFn, year: int, regions: list[str], kommuner: list[str], sums: dict[Pool, int]
) -> list[Contribution]:
    """A year's money, each pool's sum divided among its members."""
    outside = [_GOTLAND] if _GOTLAND in kommuner else []
    given: list[tuple[str, str | None, int]] = [("forsakringskassan", None, sums[Pool.STATE])]
    if not regions:
        given.append((_GOTLAND, None, sums[Pool.OUTSIDE]))
    else:
        for pool, members in (("region", [*regions, *outside]), ("kommun", kommuner)):
            given += [(k, pool, a) for k, a in draw(_split(sums[Pool(pool)], members))]
    return [
        _contribution(payer, pool, year=year, amount=Decimal(amount))
        for payer, pool, amount in given
    ]


@st.composite
def _split(draw: st.DrawFn, total: int, among: list[str]) -> list[tuple[str, int]]:
    cuts = sorted(draw(st.integers(0, total)) for _ in among[1:])
    ends = zip([0, *cuts], [*cuts, total], strict=True)
    return [(key, last - first) for key, (first, last) in zip(among, ends, strict=True)]


def _agreed(money: Iterable[Contribution]) -> tuple[SplitAgreement, ...]:
    """The agreements that everybody's yearly money follows exactly."""
    pools: dict[tuple[str, int], dict[str, Decimal]] = {}
    for given in money:
        pool = _pool_of(given)
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


def _pool_of(given: Contribution) -> str:
    return given.pool or str(given.payer).partition(":")[0]


def _part(amount: Decimal, amounts: Collection[Decimal]) -> str:
    total = sum(Fraction(each) for each in amounts)
    return str(Fraction(amount) / total if total else Fraction(1, len(amounts)))


def _own_income() -> st.SearchStrategy[OtherIncome]:
    return st.builds(
        OtherIncome,
        source=_words(),
        year=st.integers(2012, 2035),
        amount=amounts(),
        kind=st.sampled_from(sorted(OWN_INCOME)),
    )


def _later(day: date, by: int) -> date:
    return date.fromordinal(min(max(day.toordinal() + by, 1), date.max.toordinal()))


@st.composite
def _lawful_insatser(
    draw: st.DrawFn, keys: list[str], first: date, on: date, *, individual: bool | None = None
) -> Insats:
    individual = draw(st.booleans()) if individual is None else individual
    members = st.sampled_from(keys)
    kommuner = [key for key in keys if key.startswith("kommun:")]
    to_members = st.builds(
        Payment,
        to=members,
        amount=_known_or_not(amounts()),
        what=st.sampled_from(["staff", "material", "grant", "service"]),
    )
    own_needs = st.builds(Payment, to=external_actors(), what=st.just("own_need"))
    must: frozenset[Aim] = frozenset({"work_ability" if individual else "cooperation"})
    fitting = set(get_args(Focus)) - OF_THE_OTHER_KIND["individual" if individual else "structural"]
    decided = draw(days(first=first, last=on))
    start = _later(decided, draw(st.integers(0, 400)))
    evaluated = draw(st.booleans())
    ends = st.integers(0, 1000).map(lambda by: _later(max(start, on), by))
    living = st.builds(AreaPart, kommun=st.sampled_from(kommuner), part=_known_or_not(_words()))
    return Insats(
        name=draw(_words()),
        kind="individual" if individual else "structural",
        focus=draw(st.frozensets(st.sampled_from(sorted(fitting)))),
        decided=decided,
        start=start,
        end=draw(st.none() | ends) if evaluated else draw(ends),
        target_group=draw(_lawful_groups()),
        aims=draw(st.frozensets(st.sampled_from(_AIMS)).map(must.union)),
        principal=draw(members),
        cooperating=("forsakringskassan", kommuner[0], *draw(_some(actors(), most=1))),
        performed_by=draw(st.lists(members, min_size=1, max_size=2).map(tuple)),
        within_joint_responsibility=True,
        forbundet_does=frozenset(),
        payments=draw(_some(to_members | own_needs)),
        area=draw(_some(living, most=2)),
        agreement=True,
        agreement_signed=_later(start, -draw(st.integers(0, 100))),
        evaluated=evaluated,
    )


def _lawful_groups() -> st.SearchStrategy[TargetGroup]:
    return st.builds(
        lambda needs_from, age, years: TargetGroup(
            needs_coordinated_rehabilitation=True,
            needs_from=needs_from,
            age_from=age,
            age_to=age + years,
        ),
        st.frozensets(st.sampled_from(_KINDS), min_size=2),
        st.integers(16, 64),
        st.integers(0, 40),
    )


# --- the unlawful: the ways of breaking each rule


@st.composite
def _area_empty(draw: st.DrawFn, on: date) -> Forbund:
    """There is no area, or what there was has left it."""
    base = draw(lawful_forbund(on=on))
    gone = st.lists(st.sampled_from(_keys(base, "kommun")), max_size=2).map(
        lambda kommuner: tuple(AreaPart(kommun=k, left=on - timedelta(days=1)) for k in kommuner)
    )
    return base.replace(area=draw(gone))


@st.composite
def _party_missing(draw: st.DrawFn, on: date) -> Forbund:
    """Every member of one kind is gone: never was one, or left the day before."""
    base = draw(lawful_forbund(on=on))
    gotland = any(member.actor == _GOTLAND for member in base.members)
    kinds = [kind for kind in PartyKind if not (kind is PartyKind.REGION and gotland)]
    gone = draw(st.sampled_from(kinds))
    left: date | None = draw(st.none() | st.just(on - timedelta(days=1)))
    members = []
    for member in base.members:
        if kind_of(str(member.actor)) is not gone:
            members.append(member)
        elif left is not None:
            members.append(member.replace(left=left))
    return base.replace(members=tuple(members))


@st.composite
def _part_not_covered(draw: st.DrawFn, on: date) -> Forbund:
    base = draw(lawful_forbund(on=on))
    regions, kommuner = _keys(base, "region"), _keys(base, "kommun")
    mine = tuple(AreaPart(kommun=key) for key in kommuner)
    own = [k for k in _KOMMUNER if region_of(k, on) in regions and k not in kommuner]
    part = draw(st.none() | _words())
    if len(own) > 0 and draw(st.booleans()):
        # A kommun of a member region is in the area, but is no member.
        return base.replace(area=(*mine, AreaPart(kommun=draw(st.sampled_from(own)), part=part)))
    # A kommun is a member, and its own region is not.
    kommun = draw(st.sampled_from([k for k in _KOMMUNER if region_of(k, on) not in regions]))
    joined = _with_member(base, kommun)
    if base.area is None:
        return joined
    return joined.replace(area=(*mine, AreaPart(kommun=kommun, part=part)))


def _keys(base: Forbund, kind: str) -> list[str]:
    """The member keys of one kind."""
    keys = [str(member.actor) for member in base.members]
    return [key for key in keys if key.startswith(f"{kind}:")]


def _with_member(base: Forbund, key: str) -> Forbund:
    """One member more, that gives nothing, as agreed: lawful as far as 5 § goes."""
    money = base.contributions or ()
    years = sorted({contribution.year for contribution in money})
    nothing = [Contribution(payer=key, year=year, amount=Decimal(0)) for year in years]
    more = (*money, *nothing)
    return base.replace(
        members=(*base.members, Member(actor=key)), contributions=more, agreements=_agreed(more)
    )


@st.composite
def _several_regions(draw: st.DrawFn, on: date) -> Forbund:
    base = draw(lawful_forbund(on=on))
    members = {member.actor for member in base.members}
    return _with_member(base, draw(st.sampled_from([key for key in REGIONS if key not in members])))


@st.composite
def _outsider_as_member(draw: st.DrawFn, on: date) -> Forbund:
    base = draw(lawful_forbund(on=on))
    return base.replace(members=(*base.members, Member(actor=draw(external_actors()))))


@st.composite
def _share_not_kept(draw: st.DrawFn, on: date, pool: Pool) -> Forbund:
    """A pool gives too much or too little, or another does so that this one's share is off."""
    alone = {Pool.OUTSIDE: True, Pool.STATE: None}.get(pool, False)
    base = draw(_lawful(on, gotland_alone=alone if on >= SEVERAL_REGIONS_FROM else False))
    money = base.contributions or ()
    regions, kommuner = _keys(base, "region"), _keys(base, "kommun")
    year = draw(st.sampled_from(sorted({contribution.year for contribution in money})))
    quarter = draw(st.integers(100, 5_000_000))
    sums = _shared_out(quarter, regions)
    # More than what the rounding of fifteen contributions could hide.
    amount = draw(st.integers(50, quarter))
    other = draw(st.sampled_from([p for p in sums if p is not pool]))
    gets, loses = draw(st.sampled_from([(pool, other), (other, pool)]))
    way = draw(st.sampled_from(["more", "less", "moved"]))
    if way != "less":
        sums[gets] += amount
    if way != "more":
        sums[loses] -= amount
    changed = [c for c in money if c.year != year]
    changed += draw(_money(year, regions, kommuner, sums))
    return base.replace(contributions=tuple(changed), agreements=_agreed(changed))


@st.composite
def _split_not_kept(draw: st.DrawFn, on: date, pool: Pool) -> Forbund:
    """The member that gives least gives less than was agreed, and so the others more."""
    several = {Pool.KOMMUN: (1, 2), Pool.REGION: (2, 1)}[pool]
    base = draw(_lawful(on, gotland_alone=False, regions=several[0], kommuner=several[1]))
    money = list(base.contributions or ())
    years = sorted({given.year for given in money if given.year >= SEVERAL_REGIONS_FROM.year})
    year = draw(st.sampled_from(years))
    mine = [c for c in money if c.year == year and _pool_of(c) == pool.value]
    total = sum(int(given.amount) for given in mine)
    least = min(mine, key=lambda given: given.amount)
    more = Decimal(draw(st.integers(total, 10 * total)))
    agreed = [c.replace(amount=c.amount + more) if c is least else c for c in money]
    return base.replace(agreements=_agreed(agreed))


@st.composite
def _with_contribution(draw: st.DrawFn, on: date) -> Forbund:
    """Somebody who is no member contributes."""
    base = draw(lawful_forbund(on=on))
    years = sorted({c.year for c in base.contributions or () if c.year >= 2012})
    given = Contribution(
        payer=draw(_strangers(base) | st.just(FORBUNDET)),
        year=draw(st.sampled_from(years)),
        amount=draw(amounts()),
        kind=draw(st.sampled_from(["ordinary", "extra"])),
    )
    return base.replace(contributions=(*(base.contributions or ()), given))


def _strangers(base: Forbund) -> st.SearchStrategy[str | ExternalActor]:
    """Outsiders, and parties that are no members."""
    keys = {member.actor for member in base.members}
    return external_actors() | st.sampled_from([k for k in MEMBER_KEYS if current(k) not in keys])


@st.composite
def _with_income(draw: st.DrawFn, on: date) -> Forbund:
    """Money from elsewhere: a gift, a grant, or the Social Fund after the review."""
    base = draw(lawful_forbund(on=on))
    other = st.builds(
        OtherIncome,
        source=_words(),
        year=st.integers(2012, 2035),
        amount=amounts(),
        kind=st.sampled_from(["grant", "gift", "sponsorship", "sale"]),
    )
    esf = st.builds(
        OtherIncome,
        source=_words(),
        year=st.integers(2022, 2035),
        amount=amounts(),
        granted=days(first=ESF_REVIEW),
        kind=st.sampled_from(["esf", "esf_plus"]),
    )
    return base.replace(other_income=(*(base.other_income or ()), draw(other | esf)))


@st.composite
def _in_kind(draw: st.DrawFn, on: date) -> Forbund:
    base = draw(lawful_forbund(on=on))
    money = list(base.contributions or ())
    number = draw(st.sampled_from([n for n, given in enumerate(money) if given.year >= 2012]))
    money[number] = money[number].replace(in_kind=True)
    return base.replace(contributions=tuple(money))


def _insats_with(
    facts: Callable[[Forbund], st.SearchStrategy[Mapping[str, object]]],
    *,
    individual: bool | None = None,
) -> Callable[[date], st.SearchStrategy[Forbund]]:
    """One insats more, lawful but for these facts."""

    @st.composite
    def build(draw: st.DrawFn, on: date) -> Forbund:
        base = draw(lawful_forbund(on=on))
        keys = [str(member.actor) for member in base.members]
        first = max(base.formed or FIRST_LAWFUL_DAY, FIRST_LAWFUL_DAY)
        insats = draw(_lawful_insatser(keys, first, on, individual=individual))
        changed = insats.replace(**draw(facts(base)))
        return base.replace(insatser=(*(base.insatser or ()), changed))

    return build


def _facts(
    **facts: st.SearchStrategy[object],
) -> Callable[[Forbund], st.SearchStrategy[Mapping[str, object]]]:
    """The same facts whatever the förbund."""
    return lambda _base: st.fixed_dictionaries(facts)


def _group(**facts: object) -> st.SearchStrategy[object]:
    known = {"needs_coordinated_rehabilitation": True, "needs_from": _KINDS, "age_from": 18}
    return st.just(TargetGroup.model_validate({**known, **facts}))


def _paying(
    base: Forbund, to: st.SearchStrategy[str | ExternalActor], what: Iterable[str]
) -> st.SearchStrategy[Mapping[str, object]]:
    """A payment to a member, and one to somebody for something."""
    other = st.builds(
        Payment, to=to, amount=_known_or_not(amounts()), what=st.sampled_from(sorted(what))
    )
    usual = Payment(to=base.members[0].actor, what="staff")
    return other.map(lambda payment: {"payments": (usual, payment)})


def _any_actor(base: Forbund) -> st.SearchStrategy[str | ExternalActor]:
    return _strangers(base) | st.sampled_from([member.actor for member in base.members])


def _only_outsiders(base: Forbund) -> st.SearchStrategy[Mapping[str, object]]:
    strangers = _strangers(base)
    return st.fixed_dictionaries(
        {
            "performed_by": st.lists(strangers, min_size=1, max_size=2).map(tuple),
            "principal": strangers | st.just(FORBUNDET),
        }
    )


def _own_acts(base: Forbund) -> st.SearchStrategy[Mapping[str, object]]:
    acts = st.frozensets(st.sampled_from(get_args(OwnAct)), min_size=1)
    return (
        acts.map(lambda some: {"forbundet_does": some})
        | st.just({"performed_by": (FORBUNDET,)})
        | _paying(base, _strangers(base), {"service"})
    )


def _one_party(base: Forbund) -> st.SearchStrategy[Mapping[str, object]]:
    kinds = [_keys(base, "kommun"), [FORBUNDET], ["forsakringskassan"]]
    alone = st.sampled_from(kinds).flatmap(lambda keys: st.lists(st.sampled_from(keys), max_size=3))
    outsider = st.lists(_strangers(base), max_size=1)
    return st.tuples(alone, outsider).map(lambda both: {"cooperating": (*both[0], *both[1])})


def _living_elsewhere(base: Forbund) -> st.SearchStrategy[Mapping[str, object]]:
    mine = _keys(base, "kommun")
    others = st.sampled_from([k for k in _KOMMUNER if k not in mine])
    part = st.builds(AreaPart, kommun=others, part=_known_or_not(_words()))
    return part.map(lambda elsewhere: {"area": (AreaPart(kommun=mine[0]), elsewhere)})


def _signed_late(_base: Forbund) -> st.SearchStrategy[Mapping[str, object]]:
    late = st.dates(date(2030, 1, 1), date(2030, 12, 31))
    start = st.dates(date(2029, 1, 1), date(2029, 12, 31))
    return st.just({"agreement": False, "agreement_signed": None}) | st.fixed_dictionaries(
        {
            "agreement_signed": late,
            "start": start,
            "end": st.none(),
            "evaluated": st.just(value=True),
        }
    )


_OTHER_AIMS: Final = st.frozensets(st.sampled_from(["education", "quality_of_life", "other"]))
_OTHER_FOCUS: Final = {
    kind: st.frozensets(st.sampled_from(sorted(alien)), min_size=1)
    for kind, alien in OF_THE_OTHER_KIND.items()
}

_BREACHES: Final[Mapping[str, Callable[[date], st.SearchStrategy[Forbund]]]] = {
    "FINSAM-1-1": _area_empty,
    "FINSAM-1-2": _insats_with(_living_elsewhere, individual=True),
    "FINSAM-2-1": _insats_with(
        _facts(target_group=_group(needs_coordinated_rehabilitation=False)), individual=True
    ),
    "FINSAM-2-2": _insats_with(_facts(aims=_OTHER_AIMS)),
    "FINSAM-2-3": _insats_with(
        _facts(target_group=_group(needs_from=()) | _group(needs_from=("kommun",))),
        individual=True,
    ),
    "FINSAM-3-1": _party_missing,
    "FINSAM-3-2": _part_not_covered,
    "FINSAM-3-3": _several_regions,
    "FINSAM-3-4": _outsider_as_member,
    "FINSAM-5-1": lambda on: _share_not_kept(on, Pool.STATE),
    "FINSAM-5-2": lambda on: _share_not_kept(on, Pool.REGION),
    "FINSAM-5-3": lambda on: _share_not_kept(on, Pool.KOMMUN),
    "FINSAM-5-5": lambda on: _split_not_kept(on, Pool.KOMMUN),
    "FINSAM-5-6": lambda on: _split_not_kept(on, Pool.REGION),
    "FINSAM-5A-1": lambda on: _share_not_kept(on, Pool.OUTSIDE),
    "FINSAM-6-1": _with_contribution,
    "FINSAM-6-2": _with_income,
    "FINSAM-6-3": _in_kind,
    "FINSAM-7-1": _insats_with(_facts(within_joint_responsibility=st.just(value=False))),
    "FINSAM-7-2": _insats_with(lambda base: _paying(base, _strangers(base), FINANCING)),
    "FINSAM-7-3": _insats_with(_only_outsiders, individual=True),
    "FINSAM-7-4": _insats_with(_own_acts, individual=True),
    "FINSAM-7-5": _insats_with(
        lambda base: _paying(base, _any_actor(base), INDIVIDUAL_BENEFITS), individual=True
    ),
    "FINSAM-7-6": _insats_with(_one_party),
    "FINSAM-7-8": _insats_with(_signed_late),
    "FINSAM-7-9": lambda on: (
        _insats_with(_facts(focus=_OTHER_FOCUS["individual"]), individual=True)(on)
        | _insats_with(_facts(focus=_OTHER_FOCUS["structural"]), individual=False)(on)
    ),
}
"""The rules that can be broken on their own, and how."""

BREAKABLE: Final = tuple(_BREACHES)
"""The ids that :func:`breaking` knows."""
