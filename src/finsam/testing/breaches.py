"""Förbund that break one rule, in every way that it can be broken."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, Final, get_args

from hypothesis import strategies as st

from finsam.law.geography import REGIONS, current, region_of
from finsam.law.parties import SEVERAL_REGIONS_FROM, PartyKind, kind_of
from finsam.law.shares import Pool
from finsam.models.actors import FORBUNDET, MEMBER_KEYS, ExternalActor
from finsam.models.forbund import Forbund, Member
from finsam.models.insats import Aim, AreaPart, Insats, OwnAct, Payment
from finsam.models.money import Contribution, OtherIncome
from finsam.testing.changes import (
    Changes,
    Start,
    Way,
    Ways,
    changed,
    drawn,
    individual,
    one_more,
    replaced,
    structural,
)
from finsam.testing.economy_breaches import ECONOMY_BREACHES
from finsam.testing.governance import with_agreements, with_seats_for
from finsam.testing.governance_breaches import GOVERNANCE_BREACHES
from finsam.testing.lawful import agreed, in_one_sum, money_of_year, pool_of, shared_out
from finsam.testing.parts import (
    GOTLAND,
    KOMMUNER_IN_REGIONS,
    amounts,
    days,
    external_actors,
    known_or_not,
    words,
)
from finsam.testing.possible import rule_to_show
from finsam.validation.rules.tasks import INDIVIDUAL_BENEFITS, OF_THE_OTHER_KIND, PUBLIC_FORMS
from finsam.validation.rules.transfers import ESF_ASSIGNMENT


def breaking(rule: str, *, on: date) -> st.SearchStrategy[Forbund]:
    """A förbund that breaks a rule on a day, and no other rules than those it entails.

    Args:
        rule: the rule's id.
        on: the day.

    Raises:
        TypeError: ``rule`` is not a string, or ``on`` not a ``date``.
        ValueError: no rule has this id, it never fails, or it is not in force on that day.
    """
    return changed(rule_to_show(rule, BREACHES, "broken", on), BREACHES[rule], on)


def _area_empty(start: Start) -> Forbund:
    """The area is empty, or all its parts have left."""
    kommuner = start.draw(st.lists(st.sampled_from(start.members("kommun:")), max_size=2))
    left = start.on - timedelta(days=1)
    return start.base.replace(area=tuple(AreaPart(kommun=key, left=left) for key in kommuner))


def _party_missing(start: Start) -> Forbund:
    """No member of one kind: there never was one, or the last left the day before."""
    beside = GOTLAND in start.members()
    gone = start.one_of([k for k in PartyKind if not (k is PartyKind.REGION and beside)])
    rest = [m for m in start.base.members if kind_of(str(m.actor)) is not gone]
    if start.chance():
        left = start.on - timedelta(days=1)
        rest = [m if m in rest else m.replace(left=left) for m in start.base.members]
    return start.base.replace(members=tuple(rest))


def _part_not_covered(start: Start) -> Forbund:
    """A kommun of a member region is in the area, but is no member."""
    regions, kommuner = start.members("region:"), start.members("kommun:")
    own = [k for k in KOMMUNER_IN_REGIONS if region_of(k, start.on) in regions]
    part = _part_of(start, start.one_of([key for key in own if key not in kommuner]))
    return start.base.replace(area=(*(AreaPart(kommun=key) for key in kommuner), part))


def _own_region_missing(start: Start) -> Forbund:
    """A kommun is a member, but its own region is not."""
    regions, kommuner = start.members("region:"), start.members("kommun:")
    others = [k for k in KOMMUNER_IN_REGIONS if region_of(k, start.on) not in regions]
    kommun = start.one_of(others)
    joined = _with_member(start, kommun)
    if joined.area is None:
        return joined
    part = _part_of(start, kommun)
    return joined.replace(area=(*(AreaPart(kommun=key) for key in kommuner), part))


def _part_of(start: Start, kommun: str) -> AreaPart:
    """A kommun, or a part of it."""
    return AreaPart(kommun=kommun, part=start.draw(st.none() | words()))


def _with_member(start: Start, key: str) -> Forbund:
    """Add a member that contributes nothing, as agreed: lawful under 5, 8 and 10 §§.

    Nothing is known of its auditor or of the rest of the economy.
    """
    base = start.base
    joined = with_seats_for(base, key).replace(
        members=(*base.members, Member(actor=key)), economy=None
    )
    if base.contributions is None:
        return joined
    years = sorted({given.year for given in base.contributions})
    nothing = [Contribution(payer=key, year=year, amount=Decimal(0)) for year in years]
    more = (*base.contributions, *nothing)
    return with_agreements(joined.replace(contributions=more), start.on, agreed(more))


def _several_regions(start: Start) -> Forbund:
    members = start.members("region:")
    return _with_member(start, start.one_of([key for key in REGIONS if key not in members]))


def _outsider_as_member(start: Start) -> Forbund:
    outsider = Member(actor=start.draw(external_actors()))
    return start.base.replace(members=(*start.base.members, outsider))


def _share_not_kept(start: Start) -> Forbund:
    """A pool gives too much or too little, or another pool does, which puts this share off."""
    pool = _POOLS[start.rule.id]
    money = start.money
    regions, kommuner = start.members("region:"), start.members("kommun:")
    year = start.one_of(sorted({given.year for given in money}))
    quarter = start.number(100, 5_000_000)
    sums = shared_out(quarter, regions)
    # More than the rounding of fifteen contributions can hide.
    amount = start.number(50, quarter)
    other = start.one_of([p for p in sums if p is not pool])
    gets, loses = start.one_of([(pool, other), (other, pool)])
    way = start.one_of(["more", "less", "moved"])
    if way != "less":
        sums[gets] += amount
    if way != "more":
        sums[loses] -= amount
    rest = [given for given in money if given.year != year]
    paid = (*rest, *start.draw(money_of_year(year, regions, kommuner, sums)))
    return with_agreements(start.base.replace(contributions=paid), start.on, agreed(paid))


def _split_not_kept(start: Start) -> Forbund:
    """The smallest contributor gives less than was agreed, and the others therefore more."""
    base, pool = start.base, _POOLS[start.rule.id]
    money = base.contributions or ()
    year = start.one_of(sorted({c.year for c in money if c.year >= SEVERAL_REGIONS_FROM.year}))
    mine = [c for c in money if c.year == year and pool_of(c) == pool.value]
    total = sum(int(given.amount) for given in mine)
    least = min(mine, key=lambda given: given.amount)
    more = Decimal(start.number(total, 10 * total))
    as_agreed = replaced(money, least, amount=least.amount + more)
    if start.chance() and (sums := in_one_sum(money, least)):
        # Only the sum of the others is known.
        base = base.replace(contributions=(*sums, least))
    return with_agreements(base, start.on, agreed(as_agreed))


_POOLS: Final = {
    "FINSAM-5-1": Pool.STATE,
    "FINSAM-5-2": Pool.REGION,
    "FINSAM-5-3": Pool.KOMMUN,
    "FINSAM-5-5": Pool.KOMMUN,
    "FINSAM-5-6": Pool.REGION,
    "FINSAM-5A-1": Pool.OUTSIDE,
}
"""The pool that each rule on shares and splits judges."""


def _from_stranger(start: Start) -> Forbund:
    """A non-member contributes."""
    given = Contribution(
        payer=start.draw(_strangers(start) | st.just(FORBUNDET)),
        year=start.one_of([c.year for c in _since_2012(start)]),
        amount=start.draw(amounts()),
        kind=start.one_of(["ordinary", "extra"]),
    )
    return start.base.replace(contributions=(*start.money, given))


def _in_kind(start: Start) -> Forbund:
    some = start.one_of(_since_2012(start))
    return start.base.replace(contributions=replaced(start.money, some, in_kind=True))


def _since_2012(start: Start) -> list[Contribution]:
    """The contributions of the years for which there is guidance on 6 §."""
    return [given for given in start.money if given.year >= 2012]


def _strangers(start: Start) -> st.SearchStrategy[str | ExternalActor]:
    """Outsiders, and parties that are not members."""
    keys = set(start.members())
    return external_actors() | st.sampled_from([k for k in MEMBER_KEYS if current(k) not in keys])


def _with_income(start: Start) -> Forbund:
    """Money from elsewhere: a gift, a grant, or the Social Fund after the assignment of 2025."""
    return start.with_item(start.draw(_OTHER_MONEY))


_OTHER_MONEY: Final = st.builds(
    OtherIncome,
    source=words(),
    year=st.integers(2012, 2035),
    amount=amounts(),
    kind=st.sampled_from(["grant", "gift", "sponsorship", "sale"]),
) | st.builds(
    OtherIncome,
    source=words(),
    year=st.integers(ESF_ASSIGNMENT.year, 2035),
    amount=amounts(),
    granted=days(first=ESF_ASSIGNMENT),
    kind=st.sampled_from(["esf", "esf_plus"]),
)


def _for_group(**facts: object) -> Way:
    """An insats whose target group is lawful except for these facts."""

    def change(_start: Start, insats: Insats) -> Changes:
        group = insats.target_group
        return {"target_group": group and group.replace(**facts)}

    return one_more(change)


def _paying(start: Start, to: st.SearchStrategy[Any], what: Iterable[str]) -> Changes:
    """A payment to a member, and one to somebody else."""
    usual = Payment(to=start.base.members[0].actor, what="staff")
    kinds = st.sampled_from(sorted(what))
    other = start.draw(st.builds(Payment, to=to, amount=known_or_not(amounts()), what=kinds))
    return {"payments": (usual, other)}


def _paid(
    to: Callable[[Start], st.SearchStrategy[Any]],
    *what: str,
    of: Callable[[Start], object] | None = individual,
) -> Way:
    """An insats with a payment to some of these for one of these."""
    return one_more(lambda start, _insats: _paying(start, to(start), what), of=of)


def _paying_their_staff(start: Start, _insats: Insats) -> Changes:
    """Staff of a private body, where no member is the principal."""
    private = external_actors().filter(lambda actor: actor.form not in PUBLIC_FORMS)
    principal = start.draw(_strangers(start))
    return {**_paying(start, private, {"staff"}), "principal": principal}


def _anybody(start: Start) -> st.SearchStrategy[Any]:
    return _strangers(start) | st.sampled_from(start.members())


def _only_outsiders(start: Start, _insats: Insats) -> Changes:
    strangers = _strangers(start)
    performers = st.lists(strangers, min_size=1, max_size=2).map(tuple)
    return drawn(start, {"performed_by": performers, "principal": strangers | st.just(FORBUNDET)})


def _one_party(start: Start, _insats: Insats) -> Changes:
    kind = start.one_of([start.members("kommun:"), [FORBUNDET], ["forsakringskassan"]])
    alone = start.draw(st.lists(st.sampled_from(kind), max_size=3))
    outsider = start.draw(st.lists(_strangers(start), max_size=1))
    return {"cooperating": (*alone, *outsider)}


def _living_elsewhere(start: Start, _insats: Insats) -> Changes:
    mine, elsewhere = start.members("kommun:")[0], _part_of(start, start.stranger())
    return {"area": (AreaPart(kommun=mine), elsewhere)}


def _focused_otherwise(kind: str) -> st.SearchStrategy[frozenset[str]]:
    return st.frozensets(st.sampled_from(sorted(OF_THE_OTHER_KIND[kind])), min_size=1)


_OTHER_AIMS: Final = st.frozensets(
    st.sampled_from([aim for aim in get_args(Aim) if aim != "work_ability"])
)


BREACHES: Final[Mapping[str, Ways]] = {
    "FINSAM-1-1": _area_empty,
    "FINSAM-1-2": one_more(_living_elsewhere),
    "FINSAM-2-1": _for_group(needs_coordinated_rehabilitation=False),
    "FINSAM-2-2": one_more(of=individual, aims=_OTHER_AIMS),
    "FINSAM-2-3": (_for_group(needs_from=()), _for_group(needs_from=("kommun",))),
    "FINSAM-3-1": _party_missing,
    "FINSAM-3-2": _part_not_covered,
    "FINSAM-3-3": _several_regions,
    "FINSAM-3-4": _outsider_as_member,
    "FINSAM-3-6": _own_region_missing,
    **dict.fromkeys(_POOLS, _share_not_kept),
    "FINSAM-5-5": _split_not_kept,
    "FINSAM-5-6": _split_not_kept,
    "FINSAM-6-1": _from_stranger,
    "FINSAM-6-2": _with_income,
    "FINSAM-6-3": _in_kind,
    "FINSAM-7-1": one_more(within_joint_responsibility=False),
    "FINSAM-7-2": (
        _paid(_strangers, "grant", "start_up", of=None),
        one_more(_paying_their_staff, of=individual),
    ),
    "FINSAM-7-3": one_more(_only_outsiders, of=individual),
    "FINSAM-7-4": (
        one_more(
            of=individual,
            forbundet_does=st.frozensets(st.sampled_from(get_args(OwnAct)), min_size=1),
        ),
        one_more(of=individual, performed_by=(FORBUNDET,)),
        _paid(_strangers, "service"),
        _paid(lambda _start: st.just(FORBUNDET), "service"),
    ),
    "FINSAM-7-5": _paid(_anybody, *INDIVIDUAL_BENEFITS),
    "FINSAM-7-6": one_more(_one_party),
    "FINSAM-7-8": (
        one_more(agreement=False, agreement_signed=None),
        one_more(
            agreement_signed=st.dates(date(2030, 1, 1), date(2030, 12, 31)),
            start=st.dates(date(2029, 1, 1), date(2029, 12, 31)),
            end=None,
            evaluated=True,
        ),
    ),
    "FINSAM-7-9": (
        one_more(of=individual, focus=_focused_otherwise("individual")),
        one_more(of=structural, focus=_focused_otherwise("structural")),
    ),
    **GOVERNANCE_BREACHES,
    **ECONOMY_BREACHES,
}
"""How to break each rule that can be broken on its own."""


BREAKABLE: Final = tuple(BREACHES)
"""The ids that :func:`breaking` accepts."""
