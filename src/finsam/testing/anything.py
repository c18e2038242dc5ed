"""Any förbund at all."""

from decimal import Decimal
from functools import cache

from hypothesis import strategies as st
from pydantic import ValidationError

from finsam.law.geography import region_of
from finsam.law.parties import SEVERAL_REGIONS_FROM
from finsam.models.actors import ExternalActor
from finsam.models.board import Board
from finsam.models.economy import Economy
from finsam.models.forbund import Forbund, Member
from finsam.models.forbundsordning import Forbundsordning
from finsam.models.insats import AreaPart, Insats
from finsam.models.money import Contribution, OtherIncome
from finsam.testing.any_model import any_of, each_once
from finsam.testing.parts import (
    GOTLAND,
    KOMMUNER_IN_REGIONS,
    STATE,
    actors,
    agreements,
    contributions,
    days,
    everybody_pays,
    external_actors,
    known_or_not,
    member,
    member_keys,
    mostly_open,
    periods,
    some,
    words,
)


@st.composite
def forbund(draw: st.DrawFn) -> Forbund:
    """Any well-formed förbund: lawful or not, with much or little known."""
    kommuner = draw(
        st.lists(st.sampled_from([GOTLAND, *KOMMUNER_IN_REGIONS]), max_size=3, unique=True)
    )
    own = {region_of(kommun, SEVERAL_REGIONS_FROM): None for kommun in kommuner}
    likely = [*STATE, *(region for region in own if region), *kommuner]
    left_out = draw(st.sets(st.sampled_from(likely), max_size=1))
    parties = [key for key in likely if key not in left_out]
    parties += [k for k in draw(st.lists(member_keys(), max_size=1)) if k not in likely]
    outsiders = draw(st.just([]) | st.lists(external_actors(), max_size=1))
    everybody: list[str | ExternalActor] = [*parties, *outsiders]
    members = [member(actor, *draw(mostly_open(periods()))) for actor in everybody]
    if draw(st.booleans()):
        members = [each.replace(notice_given=draw(known_or_not(days()))) for each in members]
    first_year = draw(st.integers(2004, 2030))
    years = st.integers(first_year, first_year + 1)
    payers = st.sampled_from([*parties, *parties, "kommuner", "regioner"]) | actors()
    some_money = some(contributions(payers=payers, years=years), most=8)
    formed, dissolved = draw(mostly_open(periods()))
    rounded_to = draw(st.sampled_from([Decimal(0), Decimal(1), Decimal(1000)]))
    money = draw(st.none() | everybody_pays(parties, first_year) | some_money)
    return Forbund(
        name=draw(words()),
        formed=formed,
        dissolved=dissolved,
        members=tuple(members),
        area=draw(known_or_not(some(any_of(AreaPart)))),
        contributions=_within_sums(money, tuple(members), rounded_to),
        agreements=draw(known_or_not(agreements(parties, first_year))),
        other_income=draw(known_or_not(some(any_of(OtherIncome)))),
        insatser=draw(known_or_not(some(insatser()))),
        forbundsordningar=draw(known_or_not(_ordningar())),
        board=draw(known_or_not(boards())),
        economy=draw(known_or_not(economies())),
        rounded_to=rounded_to,
    )


def _within_sums(
    money: tuple[Contribution, ...] | None, members: tuple[Member, ...], rounded_to: Decimal
) -> tuple[Contribution, ...] | None:
    """The money, without the parties' sums where members' own amounts exceed them."""
    try:
        Forbund(name="", members=members, contributions=money, rounded_to=rounded_to)
    except ValidationError:
        return tuple(each for each in money or () if each.payer not in {"kommuner", "regioner"})
    return money


@cache
def insatser() -> st.SearchStrategy[Insats]:
    """Insatser, lawful or not; any facts may be unknown, or none."""
    return any_of(Insats) | any_of(Insats, whole=True)


@cache
def boards() -> st.SearchStrategy[Board]:
    """Boards, lawful or not, with seats, meetings and delegations; any fact may be unknown."""
    return any_of(Board)


@cache
def economies() -> st.SearchStrategy[Economy]:
    """Economy and audit, lawful or not, with any fact unknown."""
    return any_of(Economy)


@cache
def _ordningar() -> st.SearchStrategy[tuple[Forbundsordning, ...]]:
    return some(any_of(Forbundsordning), most=2).map(lambda some: each_once(some, "applies_from"))
