"""22 §: what the members make up where assets do not cover a debt."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

import finsam
from finsam.models.money import SplitAgreement
from finsam.testing.parts import split

STATE = ("forsakringskassan", "arbetsformedlingen")
SKANE = ("kommun:1286", "kommun:1270", "kommun:1265", "kommun:1291")
GOTLAND = "kommun:0980"


@st.composite
def cases(draw: st.DrawFn) -> tuple[list[str], list[SplitAgreement]]:
    """Members that keep 3 §, and how the kommuner split what they give."""
    kommuner = draw(st.lists(st.sampled_from(SKANE), min_size=1, unique=True))
    members = [*STATE, "region:12", *kommuner]
    if len(kommuner) < 2 or draw(st.booleans()):
        return draw(st.permutations(members)), []
    agreement = {
        "pool": "kommun",
        "from_year": 2026,
        "shares": [
            {"member": key, "share": f"{part}/100"} for key, part in draw(split(100, kommuner))
        ],
    }
    return draw(st.permutations(members)), [SplitAgreement.model_validate(agreement)]


class TestMembersMakeUp:
    """Each member makes up so much as answers to the share that it is to contribute."""

    @given(cases(), st.integers(0, 10**9), st.sampled_from(["1", "0.01", "1000"]))
    def test_what_they_make_up_is_the_shortfall_in_whole_units(
        self, case: tuple[list[str], list[SplitAgreement]], units: int, unit: str
    ) -> None:
        members, agreements = case
        amount = units * Decimal(unit)
        done = finsam.shortfall(
            amount=amount, members=members, year=2026, agreements=agreements, rounded_to=unit
        )
        assert sum(part.amount for part in done.parts) == amount
        assert [part.member for part in done.parts] == members
        assert all(part.amount % Decimal(unit) == 0 for part in done.parts)
        assert all(part.amount >= 0 for part in done.parts)

    @given(cases(), st.integers(0, 10**9))
    def test_each_part_is_the_share_to_within_what_the_others_must_round(
        self, case: tuple[list[str], list[SplitAgreement]], amount: int
    ) -> None:
        members, agreements = case
        done = finsam.shortfall(amount=amount, members=members, year=2026, agreements=agreements)
        assert sum(part.share for part in done.parts) == 1
        for part in done.parts:
            assert abs(Fraction(part.amount) - part.share * amount) < len(members)

    @given(cases(), st.integers(0, 10**6))
    def test_each_partys_half_and_quarter_hold_first(
        self, case: tuple[list[str], list[SplitAgreement]], amount: int
    ) -> None:
        """How many kommuner there are changes no other party's part."""
        members, agreements = case
        done = finsam.shortfall(amount=amount, members=members, year=2026, agreements=agreements)
        few = [*STATE, "region:12", "kommun:1286"]
        alone = finsam.shortfall(amount=amount, members=few, year=2026)
        kommuner = sum(p.amount for p in done.parts if p.member.startswith("kommun:"))
        others = {p.member: p.amount for p in done.parts if not p.member.startswith("kommun:")}
        assert {p.member: p.amount for p in alone.parts} == {**others, "kommun:1286": kommuner}

    @given(cases(), st.integers(1, 10**6))
    def test_the_shares_are_those_of_5(
        self, case: tuple[list[str], list[SplitAgreement]], hundreds: int
    ) -> None:
        """What divides evenly is divided as the same money would be given."""
        members, agreements = case
        total = hundreds * 4 * 1200
        given_ = finsam.allocate(members=members, year=2026, total=total, agreements=agreements)
        done = finsam.shortfall(amount=total, members=members, year=2026, agreements=agreements)
        gives = {c.payer: c.amount for c in given_.contributions}
        assert {p.member: p.amount for p in done.parts if p.member in gives} == gives

    @given(cases(), st.integers(0, 10**6))
    def test_arbetsformedlingen_which_contributes_nothing_makes_up_nothing(
        self, case: tuple[list[str], list[SplitAgreement]], amount: int
    ) -> None:
        members, agreements = case
        done = finsam.shortfall(amount=amount, members=members, year=2026, agreements=agreements)
        (idle,) = [part for part in done.parts if part.member == "arbetsformedlingen"]
        assert idle.share == 0
        assert idle.amount == 0


def test_gotland_alone_makes_up_half() -> None:
    done = finsam.shortfall(amount=1000, members=["forsakringskassan", GOTLAND], year=2026)
    assert {p.member: p.amount for p in done.parts} == {"forsakringskassan": 500, GOTLAND: 500}


def test_gotland_beside_a_region_makes_up_for_both_its_roles() -> None:
    members = ["forsakringskassan", "region:01", "kommun:0180", GOTLAND]
    done = finsam.shortfall(amount=8000, members=members, year=2026)
    assert {p.member: p.amount for p in done.parts} == {
        "forsakringskassan": 4000,
        "region:01": 1000,
        "kommun:0180": 1000,
        GOTLAND: 2000,
    }
    assert done.equal_parts == ("region", "kommun")


def test_it_is_ready_for_json() -> None:
    done = finsam.shortfall(
        amount="10.50", members=["forsakringskassan", GOTLAND], year=2026, rounded_to="0.5"
    )
    assert done.to_dict() == {
        "year": 2026,
        "amount": "10.50",
        "parts": [
            {"member": "forsakringskassan", "share": "1/2", "amount": "5"},
            {"member": GOTLAND, "share": "1/2", "amount": "5.50"},
        ],
        "equal_parts": [],
        "rounded_to": "0.50",
    }


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"amount": "1.50"}, "smaller unit"),
        ({"amount": 1.5}, "float"),
        ({"rounded_to": 0}, "give 1 for kronor"),
        ({"members": ["forsakringskassan", "region:12"]}, "no kommun is among the members"),
        ({"members": ["forsakringskassan", "kommun:1286"]}, "no region is among the members"),
        ({"year": 2003.0}, "2004"),
    ],
)
def test_what_cannot_be_answered_says_what_to_do(changes: dict[str, object], said: str) -> None:
    asked = {"amount": 1, "members": ["forsakringskassan", GOTLAND], "year": 2026, **changes}
    with pytest.raises(ValueError, match=said):
        finsam.shortfall(**asked)  # type: ignore[arg-type]
