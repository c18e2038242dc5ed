"""6 §, as guidance reads it; a class per reading, restated in its docstring."""

from datetime import date, timedelta
from decimal import Decimal
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from finsam import Contribution, Forbund, Member, OtherIncome, Verdict, check
from finsam.testing import actors, amounts, contributions

MEMBERS = ("forsakringskassan", "arbetsformedlingen", "region:12", "kommun:1287")
ASSIGNMENT = date(2025, 3, 14)
years = st.integers(2010, 2014)
KINDS = get_args(OtherIncome.model_fields["kind"].annotation)
payers = (
    st.sampled_from([*MEMBERS, "kommuner", "regioner"])
    | st.sampled_from(["kommun:1286", "region:01", "kommun:0980", "forbundet"])
    | actors()
)


def verdicts(forbund: Forbund, rule: str, year: int) -> list[Verdict]:
    report = check(forbund, on=date(year, 3, 1), rules=[rule])
    return [finding.verdict for finding in report.findings if finding.day.year == year]


class TestMembersTransferMoney:
    """A party transfers money as a member of the förbund; nobody else does, by guidance."""

    @given(st.lists(contributions(payers=payers, years=st.just(2024)), max_size=4))
    def test_each_contribution_of_anybody_else_is_found(self, money: list[Contribution]) -> None:
        forbund = Forbund.model_validate({"name": "x", "members": MEMBERS, "contributions": money})
        found = check(forbund, on=date(2024, 3, 1), rules=["FINSAM-6-1"]).deviations
        insiders = {*MEMBERS, "kommuner", "regioner"}
        expected = [n for n, c in enumerate(money) if c.payer not in insiders]
        assert [finding.loc for finding in found] == [
            ("contributions", n, "payer") for n in expected
        ]
        assert [finding.facts["actual"] for finding in found] == [
            money[number].amount for number in expected
        ]

    @given(st.integers(-400, 400), st.integers(0, 400), amounts())
    def test_one_day_of_the_year_as_a_member_is_enough(
        self, start: int, length: int, amount: Decimal
    ) -> None:
        joined = date(2024, 1, 1) + timedelta(days=start)
        left = joined + timedelta(days=length)
        forbund = Forbund(
            name="",
            members=(Member(actor="kommun:1286", joined=joined, left=left),),
            contributions=(Contribution(payer="kommun:1286", year=2024, amount=amount),),
        )
        within = joined <= date(2024, 12, 31) and left >= date(2024, 1, 1)
        expected = [Verdict.PASS if within else Verdict.FAIL]
        assert verdicts(forbund, "FINSAM-6-1", 2024) == expected

    @given(years, amounts())
    def test_a_partys_sum_is_somebodys_only_if_the_party_takes_part(
        self, year: int, amount: Decimal
    ) -> None:
        money = [
            Contribution(payer=payer, year=year, amount=amount)
            for payer in ("kommuner", "regioner")
        ]
        forbund = Forbund(name="", members=(), contributions=tuple(money))
        expected = [Verdict.FAIL, Verdict.FAIL] if year >= 2012 else [Verdict.REVIEW]
        assert verdicts(forbund, "FINSAM-6-1", year) == expected


class TestNoOtherSource:
    """The förbund has its members' money and its own means, and no other income, by guidance."""

    @given(
        st.sampled_from(KINDS),
        st.integers(2010, 2027),
        st.none() | st.integers(-2, 2).map(lambda by: ASSIGNMENT + timedelta(days=by)),
        st.none() | amounts(),
    )
    def test_each_kind_of_income_is_as_guidance_has_it(
        self, kind: str, year: int, granted: date | None, amount: Decimal | None
    ) -> None:
        said = {"source": "", "year": year, "amount": amount, "granted": granted, "kind": kind}
        forbund = Forbund.model_validate({"name": "", "members": (), "other_income": [said]})
        if year < 2012 or kind == "other":
            expected = Verdict.REVIEW
        elif kind in {"interest", "vat_compensation", "carried_over", "refund"}:
            expected = Verdict.PASS
        elif kind not in {"esf", "esf_plus"}:
            expected = Verdict.FAIL
        elif year < 2025:
            expected = Verdict.REVIEW
        elif granted is None:
            expected = Verdict.OPEN
        else:
            expected = Verdict.REVIEW if granted < ASSIGNMENT else Verdict.FAIL
        assert verdicts(forbund, "FINSAM-6-2", year) == [expected]

    @pytest.mark.parametrize("kind", ["gift", "other", "esf"])
    @pytest.mark.parametrize("day", [date(2024, 12, 31), date(2025, 12, 31)])
    def test_an_amount_that_is_not_known_is_said_to_be_unknown(self, kind: str, day: date) -> None:
        income = {"source": "Fonden", "year": day.year, "granted": day, "kind": kind}
        forbund = Forbund.model_validate({"name": "", "members": (), "other_income": [income]})
        (finding,) = check(forbund, on=day, rules=["FINSAM-6-2"]).findings
        assert "actual" not in finding.facts
        assert "ett okänt antal kronor" in finding.message("sv")
        assert "an unknown number of kronor" in finding.message("en")


class TestMoney:
    """What is transferred is money, and not something put at a value, by guidance."""

    @given(st.lists(contributions(years=years), max_size=4), years)
    def test_each_contribution_in_kind_is_found(self, money: list[Contribution], year: int) -> None:
        forbund = Forbund(name="", members=(), contributions=tuple(money))
        found = sum(c.in_kind for c in money if c.year == year)
        expected = [Verdict.FAIL] * found or [Verdict.PASS]
        if year < 2012:
            expected = [Verdict.REVIEW]
        assert verdicts(forbund, "FINSAM-6-3", year) == expected

    @given(st.lists(contributions(payers=st.sampled_from(MEMBERS), years=years), max_size=5))
    def test_it_counts_in_the_shares_all_the_same(self, money: list[Contribution]) -> None:
        in_kind = [c.replace(in_kind=True) for c in money]
        in_cash = [c.replace(in_kind=False) for c in money]
        one, other = (
            check(
                Forbund.model_validate({"name": "", "members": MEMBERS, "contributions": some}),
                on=date(2012, 3, 1),
                rules=["FINSAM-5"],
            )
            for some in (in_kind, in_cash)
        )
        assert one == other
