"""Förbund that break one rule, in each way that it can be broken."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import Final, get_args

from hypothesis import strategies as st

from finsam.law.geography import REGIONS, current, region_of
from finsam.law.parties import SEVERAL_REGIONS_FROM, PartyKind, kind_of
from finsam.law.shares import Pool
from finsam.models.actors import FORBUNDET, MEMBER_KEYS, ExternalActor
from finsam.models.forbund import Forbund, Member
from finsam.models.insats import AreaPart, OwnAct, Payment, TargetGroup
from finsam.models.money import Contribution, OtherIncome
from finsam.testing.economy import economy_breaches
from finsam.testing.governance import with_agreements, with_seats_for
from finsam.testing.governance_breaches import GOVERNANCE_BREACHES
from finsam.testing.lawful import (
    agreed,
    in_one_sum,
    lawful_insatser,
    lawful_with,
    money_of_year,
    pool_of,
    shared_out,
)
from finsam.testing.parts import (
    GOTLAND,
    KINDS,
    KOMMUNER_IN_REGIONS,
    amounts,
    days,
    external_actors,
    known_or_not,
    words,
)
from finsam.testing.possible import FIRST_LAWFUL_DAY, rule_to_show
from finsam.validation.rules.tasks import INDIVIDUAL_BENEFITS, OF_THE_OTHER_KIND, PUBLIC_FORMS
from finsam.validation.rules.transfers import ESF_ASSIGNMENT


def breaking(rule: str, *, on: date) -> st.SearchStrategy[Forbund]:
    """A förbund that breaks one rule on a day, and nothing that the rule does not declare.

    Args:
        rule: the rule's id.
        on: the day of the question.

    Raises:
        TypeError: ``rule`` is no text, or ``on`` no day.
        ValueError: no rule has this id, or it never fails, or it is not in force on that day.
    """
    return _BREACHES[rule_to_show(rule, _BREACHES, "broken", on).id](on)


@st.composite
def _area_empty(draw: st.DrawFn, on: date) -> Forbund:
    """There is no area, or what there was has left it."""
    base = draw(lawful_with(on, "members"))
    gone = st.lists(st.sampled_from(_keys(base, "kommun")), max_size=2).map(
        lambda kommuner: tuple(AreaPart(kommun=k, left=on - timedelta(days=1)) for k in kommuner)
    )
    return base.replace(area=draw(gone))


@st.composite
def _party_missing(draw: st.DrawFn, on: date) -> Forbund:
    """Every member of one kind is gone: never was one, or left the day before."""
    base = draw(lawful_with(on, "members"))
    gotland = any(member.actor == GOTLAND for member in base.members)
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
    """A kommun of a member region is in the area, but is no member."""
    base = draw(lawful_with(on, "members", gotland_alone=False))
    regions, kommuner = _keys(base, "region"), _keys(base, "kommun")
    own = [k for k in KOMMUNER_IN_REGIONS if region_of(k, on) in regions and k not in kommuner]
    part = AreaPart(kommun=draw(st.sampled_from(own)), part=draw(st.none() | words()))
    return base.replace(area=(*(AreaPart(kommun=key) for key in kommuner), part))


@st.composite
def _own_region_missing(draw: st.DrawFn, on: date) -> Forbund:
    """A kommun is a member, and its own region is not."""
    base = draw(lawful_with(on, "members"))
    regions, kommuner = _keys(base, "region"), _keys(base, "kommun")
    kommun = draw(
        st.sampled_from([k for k in KOMMUNER_IN_REGIONS if region_of(k, on) not in regions])
    )
    joined = _with_member(base, on, kommun)
    if base.area is None:
        return joined
    part = AreaPart(kommun=kommun, part=draw(st.none() | words()))
    return joined.replace(area=(*(AreaPart(kommun=key) for key in kommuner), part))


def _keys(base: Forbund, kind: str) -> list[str]:
    """The member keys of one kind."""
    keys = [str(member.actor) for member in base.members]
    return [key for key in keys if key.startswith(f"{kind}:")]


def _with_member(base: Forbund, on: date, key: str) -> Forbund:
    """One member more, that gives nothing, as agreed: lawful as far as 5, 8 and 10 §§ go.

    Of its auditor, and of the economy otherwise, nothing is known.
    """
    money = base.contributions or ()
    years = sorted({contribution.year for contribution in money})
    nothing = [Contribution(payer=key, year=year, amount=Decimal(0)) for year in years]
    more = (*money, *nothing)
    joined = with_seats_for(base, key).replace(
        members=(*base.members, Member(actor=key)), economy=None
    )
    if base.contributions is None:
        return joined
    return with_agreements(joined.replace(contributions=more), on, agreed(more))


@st.composite
def _several_regions(draw: st.DrawFn, on: date) -> Forbund:
    base = draw(lawful_with(on, "members"))
    members = {member.actor for member in base.members}
    return _with_member(
        base, on, draw(st.sampled_from([key for key in REGIONS if key not in members]))
    )


@st.composite
def _outsider_as_member(draw: st.DrawFn, on: date) -> Forbund:
    base = draw(lawful_with(on, "members"))
    return base.replace(members=(*base.members, Member(actor=draw(external_actors()))))


@st.composite
def _share_not_kept(draw: st.DrawFn, on: date, pool: Pool) -> Forbund:
    """A pool gives too much or too little, or another does so that this one's share is off."""
    alone = {Pool.OUTSIDE: True, Pool.STATE: None}.get(pool, False)
    alone = alone if on >= SEVERAL_REGIONS_FROM else False
    base = draw(lawful_with(on, "contributions", "agreements", gotland_alone=alone))
    money = base.contributions or ()
    regions, kommuner = _keys(base, "region"), _keys(base, "kommun")
    year = draw(st.sampled_from(sorted({contribution.year for contribution in money})))
    quarter = draw(st.integers(100, 5_000_000))
    sums = shared_out(quarter, regions)
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
    changed += draw(money_of_year(year, regions, kommuner, sums))
    paid = base.replace(contributions=tuple(changed))
    return with_agreements(paid, on, agreed(changed))


@st.composite
def _split_not_kept(draw: st.DrawFn, on: date, pool: Pool) -> Forbund:
    """The member that gives least gives less than was agreed, and so the others more."""
    several = {Pool.KOMMUN: (1, 2), Pool.REGION: (2, 1)}[pool]
    known = ("contributions", "agreements")
    base = draw(lawful_with(on, *known, gotland_alone=False, least=several))
    money = list(base.contributions or ())
    years = sorted({given.year for given in money if given.year >= SEVERAL_REGIONS_FROM.year})
    year = draw(st.sampled_from(years))
    mine = [c for c in money if c.year == year and pool_of(c) == pool.value]
    total = sum(int(given.amount) for given in mine)
    least = min(mine, key=lambda given: given.amount)
    more = Decimal(draw(st.integers(total, 10 * total)))
    as_agreed = [c.replace(amount=c.amount + more) if c is least else c for c in money]
    if draw(st.booleans()) and (sums := in_one_sum(tuple(money), least)):
        # Of the others only what they give together is known.
        base = base.replace(contributions=(*sums, least))
    return with_agreements(base, on, agreed(as_agreed))


@st.composite
def _with_contribution(draw: st.DrawFn, on: date) -> Forbund:
    """Somebody who is no member contributes."""
    base = draw(lawful_with(on, "contributions"))
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
    """Money from elsewhere: a gift, a grant, or the Social Fund after the assignment."""
    base = draw(lawful_with(on, "other_income"))
    other = st.builds(
        OtherIncome,
        source=words(),
        year=st.integers(2012, 2035),
        amount=amounts(),
        kind=st.sampled_from(["grant", "gift", "sponsorship", "sale"]),
    )
    esf = st.builds(
        OtherIncome,
        source=words(),
        year=st.integers(ESF_ASSIGNMENT.year, 2035),
        amount=amounts(),
        granted=days(first=ESF_ASSIGNMENT),
        kind=st.sampled_from(["esf", "esf_plus"]),
    )
    return base.replace(other_income=(*(base.other_income or ()), draw(other | esf)))


@st.composite
def _in_kind(draw: st.DrawFn, on: date) -> Forbund:
    base = draw(lawful_with(on, "contributions"))
    money = list(base.contributions or ())
    number = draw(st.sampled_from([n for n, given in enumerate(money) if given.year >= 2012]))
    money[number] = money[number].replace(in_kind=True)
    return base.replace(contributions=tuple(money))


def insats_more(
    facts: Callable[[Forbund], st.SearchStrategy[Mapping[str, object]]],
    *,
    individual: bool | None = None,
) -> Callable[[date], st.SearchStrategy[Forbund]]:
    """One insats more, lawful but for these facts."""

    @st.composite
    def build(draw: st.DrawFn, on: date) -> Forbund:
        base = draw(lawful_with(on, "insatser"))
        keys = [str(member.actor) for member in base.members]
        first = max(base.formed or FIRST_LAWFUL_DAY, FIRST_LAWFUL_DAY)
        insats = draw(lawful_insatser(keys, first, on, individual=individual))
        changed = insats.replace(**draw(facts(base)))
        return base.replace(insatser=(*(base.insatser or ()), changed))

    return build


def _facts(
    **facts: st.SearchStrategy[object],
) -> Callable[[Forbund], st.SearchStrategy[Mapping[str, object]]]:
    """The same facts whatever the förbund."""
    return lambda _base: st.fixed_dictionaries(facts)


def _group(**facts: object) -> st.SearchStrategy[object]:
    known = {"needs_coordinated_rehabilitation": True, "needs_from": KINDS, "age_from": 18}
    return st.just(TargetGroup.model_validate({**known, **facts}))


def _paying(
    base: Forbund, to: st.SearchStrategy[str | ExternalActor], what: Iterable[str]
) -> st.SearchStrategy[Mapping[str, object]]:
    """A payment to a member, and one to somebody for something."""
    other = st.builds(
        Payment, to=to, amount=known_or_not(amounts()), what=st.sampled_from(sorted(what))
    )
    usual = Payment(to=base.members[0].actor, what="staff")
    return other.map(lambda payment: {"payments": (usual, payment)})


def _paying_their_staff(base: Forbund) -> st.SearchStrategy[Mapping[str, object]]:
    """Staff of somebody who is no public body, where no member is the principal."""
    private = external_actors().filter(lambda actor: actor.form not in PUBLIC_FORMS)
    return st.builds(
        lambda paying, principal: {**paying, "principal": principal},
        _paying(base, private, {"staff"}),
        _strangers(base),
    )


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
    acts = st.sampled_from(get_args(OwnAct))
    return (
        st.builds(lambda one, more: {"forbundet_does": {one, *more}}, acts, st.frozensets(acts))
        | st.just({"performed_by": (FORBUNDET,)})
        | _paying(base, _strangers(base), {"service"})
        | _paying(base, st.just(FORBUNDET), {"service"})
    )


def _one_party(base: Forbund) -> st.SearchStrategy[Mapping[str, object]]:
    kinds = [_keys(base, "kommun"), [FORBUNDET], ["forsakringskassan"]]
    alone = st.sampled_from(kinds).flatmap(lambda keys: st.lists(st.sampled_from(keys), max_size=3))
    outsider = st.lists(_strangers(base), max_size=1)
    return st.tuples(alone, outsider).map(lambda both: {"cooperating": (*both[0], *both[1])})


def _living_elsewhere(base: Forbund) -> st.SearchStrategy[Mapping[str, object]]:
    mine = _keys(base, "kommun")
    others = st.sampled_from([k for k in KOMMUNER_IN_REGIONS if k not in mine])
    part = st.builds(AreaPart, kommun=others, part=known_or_not(words()))
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


_OTHER_AIMS: Final = st.frozensets(
    st.sampled_from(["cooperation", "knowledge", "education", "quality_of_life", "other"])
)
_OTHER_FOCUS: Final = {
    kind: st.frozensets(st.sampled_from(sorted(alien)), min_size=1)
    for kind, alien in OF_THE_OTHER_KIND.items()
}


_BREACHES: Final[Mapping[str, Callable[[date], st.SearchStrategy[Forbund]]]] = {
    "FINSAM-1-1": _area_empty,
    "FINSAM-1-2": insats_more(_living_elsewhere, individual=True),
    "FINSAM-2-1": insats_more(
        _facts(target_group=_group(needs_coordinated_rehabilitation=False)), individual=True
    ),
    "FINSAM-2-2": insats_more(_facts(aims=_OTHER_AIMS), individual=True),
    "FINSAM-2-3": insats_more(
        _facts(target_group=_group(needs_from=()) | _group(needs_from=("kommun",))),
        individual=True,
    ),
    "FINSAM-3-1": _party_missing,
    "FINSAM-3-2": _part_not_covered,
    "FINSAM-3-3": _several_regions,
    "FINSAM-3-4": _outsider_as_member,
    "FINSAM-3-6": _own_region_missing,
    "FINSAM-5-1": lambda on: _share_not_kept(on, Pool.STATE),
    "FINSAM-5-2": lambda on: _share_not_kept(on, Pool.REGION),
    "FINSAM-5-3": lambda on: _share_not_kept(on, Pool.KOMMUN),
    "FINSAM-5-5": lambda on: _split_not_kept(on, Pool.KOMMUN),
    "FINSAM-5-6": lambda on: _split_not_kept(on, Pool.REGION),
    "FINSAM-5A-1": lambda on: _share_not_kept(on, Pool.OUTSIDE),
    "FINSAM-6-1": _with_contribution,
    "FINSAM-6-2": _with_income,
    "FINSAM-6-3": _in_kind,
    "FINSAM-7-1": insats_more(_facts(within_joint_responsibility=st.just(value=False))),
    "FINSAM-7-2": lambda on: (
        insats_more(lambda base: _paying(base, _strangers(base), {"grant", "start_up"}))(on)
        | insats_more(_paying_their_staff, individual=True)(on)
    ),
    "FINSAM-7-3": insats_more(_only_outsiders, individual=True),
    "FINSAM-7-4": insats_more(_own_acts, individual=True),
    "FINSAM-7-5": insats_more(
        lambda base: _paying(base, _any_actor(base), INDIVIDUAL_BENEFITS), individual=True
    ),
    "FINSAM-7-6": insats_more(_one_party),
    "FINSAM-7-8": insats_more(_signed_late),
    "FINSAM-7-9": lambda on: (
        insats_more(_facts(focus=_OTHER_FOCUS["individual"]), individual=True)(on)
        | insats_more(_facts(focus=_OTHER_FOCUS["structural"]), individual=False)(on)
    ),
    **GOVERNANCE_BREACHES,
    **economy_breaches(lawful_with),
}
"""The rules that can be broken on their own, and how."""


BREAKABLE: Final = tuple(_BREACHES)
"""The ids that :func:`breaking` knows."""
