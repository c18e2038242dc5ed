"""5 and 5 a §§: the shares, compared with a reckoning of our own in plain fractions."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from finsam import Contribution, Forbund, Verdict, check
from finsam.testing import lawful_forbund

ON = date(2024, 6, 1)
SHARES = {"FINSAM-5-1": Fraction(1, 2), "FINSAM-5-2": Fraction(1, 4), "FINSAM-5-3": Fraction(1, 4)}
units = st.sampled_from([Fraction(0), Fraction(1), Fraction(1, 2), Fraction(10)])
small = st.integers(0, 40).map(lambda quarters: Fraction(quarters, 4))


def with_money(state: Fraction, region: Fraction, kommun: Fraction, unit: Fraction) -> Forbund:
    def kronor(amount: Fraction) -> Decimal:
        return Decimal(amount.numerator) / amount.denominator

    return Forbund.model_validate(
        {
            "name": "x",
            "members": ["forsakringskassan", "arbetsformedlingen", "region:12", "kommun:1287"],
            "rounded_to": kronor(unit),
            "contributions": [
                {"payer": "forsakringskassan", "year": 2024, "amount": kronor(state)},
                {"payer": "region:12", "year": 2024, "amount": kronor(region)},
                {"payer": "kommun:1287", "year": 2024, "amount": kronor(kommun)},
            ],
        }
    )


def spread(amount: Fraction, unit: Fraction) -> tuple[Fraction, Fraction]:
    return max(amount - unit / 2, Fraction(0)), amount + unit / 2


class TestTheThreeShares:
    """The state gives half of the money, the regioner a quarter and the kommuner a quarter."""

    @given(small, small, small, units)
    def test_a_share_holds_if_some_true_amounts_make_it_hold_exactly(
        self, state: Fraction, region: Fraction, kommun: Fraction, unit: Fraction
    ) -> None:
        given_ = {"FINSAM-5-1": state, "FINSAM-5-2": region, "FINSAM-5-3": kommun}
        report = check(with_money(state, region, kommun, unit), on=ON, rules=list(SHARES))
        for finding in report.findings:
            part = SHARES[finding.rule]
            own = spread(given_[finding.rule], unit)
            rest = [spread(a, unit) for rule, a in given_.items() if rule != finding.rule]
            least, most = sum(r[0] for r in rest), sum(r[1] for r in rest)
            # own = part of (own + others), so others = own · (1 - part) / part
            reach = [end * (1 - part) / part for end in own]
            holds = reach[0] <= most and least <= reach[1]
            expected = Verdict.PASS if holds else Verdict.FAIL
            if not any(given_.values()):
                expected = Verdict.NOT_APPLICABLE
            assert finding.verdict is expected

    @given(small, small, small)
    def test_the_figures_are_exact(
        self, state: Fraction, region: Fraction, kommun: Fraction
    ) -> None:
        total = state + region + kommun
        forbund = with_money(state, region, kommun, Fraction(0))
        for finding in check(forbund, on=ON, rules=["FINSAM-5"]).violations:
            facts, part = finding.facts, SHARES[finding.rule]
            assert Fraction(facts["total"]) == total  # type: ignore[arg-type]  # an amount
            assert Fraction(facts["required"]) == total * part  # type: ignore[arg-type]
            assert facts["difference"] == facts["actual"] - facts["required"]  # type: ignore[operator]
            assert facts["share"] == Fraction(facts["actual"]) / total  # type: ignore[arg-type]
            assert (finding.why == "too_much") is (facts["difference"] > 0)  # type: ignore[operator]


class TestSeveralKommunerAreOneParty:
    """Several kommuner are one party, and split its quarter as they agree."""

    @given(st.data())
    def test_how_they_split_it_never_matters_to_the_shares(self, data: st.DataObject) -> None:
        forbund = data.draw(lawful_forbund(on=ON))
        money = forbund.contributions or ()
        mine = [c for c in money if str(c.payer).startswith("kommun:") and c.pool != "region"]
        merged = {
            year: sum(c.amount for c in mine if c.year == year) for year in {c.year for c in mine}
        }
        kept = [c for c in money if c not in mine]
        together = [
            Contribution(payer="kommuner", year=year, amount=Decimal(amount))
            for year, amount in merged.items()
        ]
        report = check(forbund.replace(contributions=(*kept, *together)), on=ON, rules=["FINSAM-5"])
        assert not report.violations


class TestMoneyOfOthers:
    """The shares are of what the parties contribute: what others give is no part of the sum."""

    @given(st.data())
    def test_money_of_those_who_are_no_members_never_matters(self, data: st.DataObject) -> None:
        forbund = data.draw(lawful_forbund(on=ON))
        members = {str(member.actor) for member in forbund.members}
        stranger = data.draw(
            st.sampled_from(
                [k for k in ("kommun:1293", "region:25", "forbundet") if k not in members]
            )
        )
        gift = Contribution(payer=stranger, year=2024, amount=Decimal(10**9))
        more = forbund.replace(contributions=(*(forbund.contributions or ()), gift))
        assert check(more, on=ON, rules=["FINSAM-5"]) == check(forbund, on=ON, rules=["FINSAM-5"])
