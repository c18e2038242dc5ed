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

    @given(cases(), st.integers(0, 10**9 - 1), st.sampled_from(["1", "0.01", "1000"]))
    def test_parts_are_shares_in_whole_units_and_together_the_shortfall(
        self, case: tuple[list[str], list[SplitAgreement]], units: int, unit: str
    ) -> None:
        members, agreements = case
        amount = units * Decimal(unit)
        done = finsam.shortfall(
            amount=amount, members=members, year=2026, agreements=agreements, rounded_to=unit
        )
        assert [part.member for part in done.parts] == members
        assert sum(part.amount for part in done.parts) == amount
        assert sum(part.share for part in done.parts) == 1
        for part in done.parts:
            assert part.amount >= 0
            assert part.amount % Decimal(unit) == 0
            # The others' parts may have to be rounded, too.
            away = abs(Fraction(part.amount) - part.share * Fraction(amount))
            assert away < len(members) * Fraction(unit)
            if part.member == "arbetsformedlingen":
                # It contributes nothing.
                assert part.share == part.amount == 0

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
