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

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import Final, TypeVar, get_args

try:
    from hypothesis import strategies as st
except ImportError as error:
    raise ImportError(
        "finsam.testing needs hypothesis: install it with  pip install 'finsam[testing]'"
    ) from error

from finsam.law.geography import KOMMUNER, KOMMUNER_OUTSIDE_REGIONS, REGIONS, current, region_of
from finsam.law.parties import PartyKind, kind_of
from finsam.law.shares import Pool
from finsam.models.actors import FORBUNDET, MEMBER_KEYS, ExternalActor
from finsam.models.forbund import Forbund, Member
from finsam.models.insats import Aim, AreaPart, Focus, Insats, OwnAct, Payment, TargetGroup
from finsam.models.money import Contribution, OtherIncome, SplitAgreement, SplitShare
from finsam.validation.question import SEVERAL_REGIONS_FROM
from finsam.validation.rules import BY_ID

FIRST_LAWFUL_DAY: Final = date(2005, 1, 1)
"""The first day on which the wording of every section that has rules is known."""

_T = TypeVar("_T")
_AIMS: Final[tuple[Aim, ...]] = get_args(Aim)
_GOTLAND: Final = "kommun:0980"
_KOMMUNER: Final = tuple(key for key in KOMMUNER if key not in {_GOTLAND, "kommun:1917"})
_STATE: Final = ("forsakringskassan", "arbetsformedlingen")


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
        agreements=draw(_known_or_not(_agreements())),
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
    return _lawful(on, gotland_alone=None)


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


def _agreements() -> st.SearchStrategy[tuple[SplitAgreement, ...]]:
    return st.builds(
        lambda members, from_year, to_year: (
            SplitAgreement(
                pool="kommun",
                from_year=from_year,
                to_year=None if to_year is None else from_year + to_year,
                shares=tuple(
                    SplitShare.model_validate({"member": key, "share": f"1/{len(members)}"})
                    for key in members
                ),
            ),
        ),
        st.lists(st.sampled_from(_KOMMUNER), min_size=1, max_size=3, unique=True),
        st.integers(2004, 2030),
        _known_or_not(st.integers(0, 9)),
    )


def _insats(period: tuple[date | None, date | None], **known: object) -> Insats:
    start, end = _ordered(period)
    return Insats.model_validate({**known, "start": start, "end": end})


def _contribution(payer: str | ExternalActor, pool: str | None, **known: object) -> Contribution:
    pool = pool if payer in KOMMUNER_OUTSIDE_REGIONS else None
    return Contribution.model_validate({**known, "payer": payer, "pool": pool})


# --- the lawful


@st.composite
def _lawful(draw: st.DrawFn, on: date, *, gotland_alone: bool | None) -> Forbund:
    regions, kommuner = draw(_places(on, gotland_alone=gotland_alone))
    keys = [*_STATE, *regions, *kommuner]
    joined = draw(st.none() | days(last=date(on.year - 1, 1, 1)))
    first_year = 2010 if _GOTLAND in kommuner else 2005
    years = [y for y in (on.year - 1, on.year, on.year + 1) if y >= first_year]
    money: list[Contribution] = []
    for year in years:
        quarter = draw(st.integers(100, 5_000_000))
        money += draw(_money(year, regions, kommuner, _shared_out(quarter, regions)))
    whole = tuple(AreaPart(kommun=kommun) for kommun in kommuner)
    return Forbund(
        name=draw(_words()),
        formed=joined,
        members=tuple(_member(key, joined, None) for key in draw(st.permutations(keys))),
        area=draw(st.none() | st.just(whole)),
        contributions=tuple(money),
        agreements=(),
        other_income=(),
        insatser=draw(_some(_lawful_insatser(keys, joined or FIRST_LAWFUL_DAY, on))),
    )


@st.composite
def _places(
    draw: st.DrawFn, on: date, *, gotland_alone: bool | None
) -> tuple[list[str], list[str]]:
    """Regions and kommuner that together keep 3 §."""
    one_in_six = st.sampled_from([False] * 5 + [True])
    several = on >= SEVERAL_REGIONS_FROM
    if gotland_alone is None:
        gotland_alone = several and draw(one_in_six)
    if gotland_alone:
        return [], [_GOTLAND]
    some_regions = st.lists(
        st.sampled_from(sorted(REGIONS)), min_size=1, max_size=3 if several else 1, unique=True
    )
    regions = draw(some_regions)
    kommuner: list[str] = []
    for region in regions:
        within = st.sampled_from([k for k in _KOMMUNER if region_of(k, on) == region])
        kommuner += draw(st.lists(within, min_size=1, max_size=3, unique=True))
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
    """A year's money, each pool's sum divided among its members, or told as a sum only."""
    outside = [_GOTLAND] if _GOTLAND in kommuner else []
    given = [("forsakringskassan", sums[Pool.STATE])]
    if not regions:
        given.append((_GOTLAND, sums[Pool.OUTSIDE]))
        return [Contribution(payer=p, year=year, amount=Decimal(a)) for p, a in given]
    money = [Contribution(payer=p, year=year, amount=Decimal(a)) for p, a in given]
    pools = {"region": [*regions, *outside], "kommun": kommuner}
    for pool, members in pools.items():
        total = sums[Pool(pool)]
        together = "regioner" if pool == "region" else "kommuner"
        parts = [(together, total)]
        if draw(st.booleans()):
            parts = draw(_split(total, members))
        money += [_contribution(p, pool, year=year, amount=Decimal(a)) for p, a in parts]
    return money


@st.composite
def _split(draw: st.DrawFn, total: int, among: list[str]) -> list[tuple[str, int]]:
    cuts = sorted(draw(st.integers(0, total)) for _ in among[1:])
    ends = zip([0, *cuts], [*cuts, total], strict=True)
    return [(key, last - first) for key, (first, last) in zip(among, ends, strict=True)]


@st.composite
def _lawful_insatser(draw: st.DrawFn, keys: list[str], first: date, on: date) -> Insats:
    structural = draw(st.booleans())
    to_members = st.builds(
        Payment,
        to=st.sampled_from(keys),
        amount=amounts(),
        what=st.sampled_from(["staff", "material", "grant"]),
    )
    own_needs = st.builds(Payment, to=external_actors(), what=st.just("own_need"))
    must: frozenset[Aim] = frozenset({"cooperation" if structural else "work_ability"})
    return Insats(
        name=draw(_words()),
        kind="structural" if structural else "individual",
        decided=draw(days(first=max(first, FIRST_LAWFUL_DAY), last=on)),
        target_group=TargetGroup(needs_coordinated_rehabilitation=True),
        aims=draw(st.frozensets(st.sampled_from(_AIMS)).map(must.union)),
        payments=draw(_some(to_members | own_needs)),
    )


# --- the unlawful: the ways of breaking each rule


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
    keys = [str(member.actor) for member in base.members]
    regions = [key for key in keys if key.startswith("region:")]
    mine = tuple(AreaPart(kommun=key) for key in keys if key.startswith("kommun:"))
    own = [k for k in _KOMMUNER if region_of(k, on) in regions and k not in keys]
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


def _with_member(base: Forbund, key: str) -> Forbund:
    """One member more, that gives nothing: lawful as far as the shares go."""
    money = base.contributions or ()
    nothing = [
        Contribution(payer=key, year=year, amount=Decimal(0))
        for year in sorted({contribution.year for contribution in money})
    ]
    return base.replace(
        members=(*base.members, Member(actor=key)), contributions=(*money, *nothing)
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
    keys = [str(member.actor) for member in base.members]
    regions = [key for key in keys if key.startswith("region:")]
    kommuner = [key for key in keys if key.startswith("kommun:")]
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
    changed = draw(_money(year, regions, kommuner, sums))
    return base.replace(contributions=(*(c for c in money if c.year != year), *changed))


def _insats_with(
    **facts: st.SearchStrategy[object],
) -> Callable[[date], st.SearchStrategy[Forbund]]:
    """One insats more, lawful but for these facts."""

    @st.composite
    def build(draw: st.DrawFn, on: date) -> Forbund:
        base = draw(lawful_forbund(on=on))
        keys = [str(member.actor) for member in base.members]
        insats = draw(_lawful_insatser(keys, base.formed or FIRST_LAWFUL_DAY, on))
        changed = insats.replace(**{name: draw(fact) for name, fact in facts.items()})
        return base.replace(insatser=(*(base.insatser or ()), changed))

    return build


@st.composite
def _outsider_funded(draw: st.DrawFn, on: date) -> Forbund:
    base = draw(lawful_forbund(on=on))
    keys = [str(member.actor) for member in base.members]
    strangers = st.sampled_from([key for key in MEMBER_KEYS if current(key) not in keys])
    payment = Payment(
        to=draw(external_actors() | strangers),
        amount=draw(_known_or_not(amounts())),
        what=draw(st.sampled_from(["grant", "start_up", "staff"])),
    )
    insats = draw(_lawful_insatser(keys, base.formed or FIRST_LAWFUL_DAY, on))
    paying = insats.replace(payments=(*(insats.payments or ()), payment))
    return base.replace(insatser=(*(base.insatser or ()), paying))


_BREACHES: Final[Mapping[str, Callable[[date], st.SearchStrategy[Forbund]]]] = {
    "FINSAM-2-1": _insats_with(
        kind=st.just("individual"),
        aims=st.just(frozenset({"work_ability"})),
        target_group=st.just(TargetGroup(needs_coordinated_rehabilitation=False)),
    ),
    "FINSAM-2-2": _insats_with(
        aims=st.frozensets(st.sampled_from(["education", "quality_of_life", "other"]))
    ),
    "FINSAM-3-1": _party_missing,
    "FINSAM-3-2": _part_not_covered,
    "FINSAM-3-3": _several_regions,
    "FINSAM-3-4": _outsider_as_member,
    "FINSAM-5-1": lambda on: _share_not_kept(on, Pool.STATE),
    "FINSAM-5-2": lambda on: _share_not_kept(on, Pool.REGION),
    "FINSAM-5-3": lambda on: _share_not_kept(on, Pool.KOMMUN),
    "FINSAM-5A-1": lambda on: _share_not_kept(on, Pool.OUTSIDE),
    "FINSAM-7-2": _outsider_funded,
}
"""The rules that can be broken on their own, and how."""

BREAKABLE: Final = tuple(_BREACHES)
"""The ids that :func:`breaking` knows."""
