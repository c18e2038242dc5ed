"""5 a §, a class per paragraph; each restated in its class's docstring."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from finsam import Forbund, Verdict, check

GOTLAND = "kommun:0980"
few = st.integers(0, 12)
years = st.integers(2011, 2030)
roles = st.sampled_from([None, "kommun", "region"])


def with_money(members: list[str], money: list[dict[str, object]], year: int) -> Forbund:
    said = [{"year": year, **each} for each in money]
    document = {"name": "x", "members": members, "contributions": said, "rounded_to": 0}
    return Forbund.model_validate(document)


def verdicts(forbund: Forbund, year: int) -> dict[str, Verdict]:
    report = check(forbund, on=date(year, 6, 1), rules=["FINSAM-5", "FINSAM-5A"])
    return {f.rule: f.verdict for f in report.findings if f.day.year == year}


class TestWithoutARegion:
    """A kommun outside every region gives half of the money, if no region takes part."""

    @given(few, few, years)
    def test_it_and_the_state_give_half_each(self, state: int, own: int, year: int) -> None:
        members = ["forsakringskassan", "arbetsformedlingen", GOTLAND]
        money: list[dict[str, object]] = [
            {"payer": "forsakringskassan", "amount": state},
            {"payer": GOTLAND, "amount": own},
        ]
        found = verdicts(with_money(members, money, year), year)
        expected = Verdict.PASS if state == own else Verdict.FAIL
        if not state + own:
            expected = Verdict.NOT_APPLICABLE
        assert found["FINSAM-5A-1"] is found["FINSAM-5-1"] is expected
        assert found["FINSAM-5-2"] is found["FINSAM-5-3"] is Verdict.NOT_APPLICABLE

    @given(few, few, years)
    def test_where_a_region_takes_part_it_does_not_apply(
        self, state: int, own: int, year: int
    ) -> None:
        members = ["forsakringskassan", "arbetsformedlingen", GOTLAND, "region:01"]
        money: list[dict[str, object]] = [
            {"payer": "forsakringskassan", "amount": state},
            {"payer": GOTLAND, "amount": own},
        ]
        found = verdicts(with_money(members, money, year), year)
        assert found["FINSAM-5A-1"] is Verdict.NOT_APPLICABLE


class TestBesideARegion:
    """Beside a region it is one of the kommuner, and one of the regioner as well."""

    @given(few, few, few, st.lists(st.tuples(few, roles), min_size=1, max_size=3), years)
    def test_what_it_gives_counts_in_the_role_that_it_names_or_in_any_division(
        self,
        state: int,
        region: int,
        kommun: int,
        own: list[tuple[int, str | None]],
        year: int,
    ) -> None:
        members = ["forsakringskassan", "arbetsformedlingen", "region:01", "kommun:0180", GOTLAND]
        money: list[dict[str, object]] = [
            {"payer": "forsakringskassan", "amount": state},
            {"payer": "region:01", "amount": region},
            {"payer": "kommun:0180", "amount": kommun},
        ]
        for amount, role in own:
            money.append({"payer": GOTLAND, "amount": amount, "pool": role})
        found = verdicts(with_money(members, money, year), year)
        by_role = {
            role: sum(amount for amount, said in own if said == role)
            for role in ("region", "kommun", None)
        }
        free, named = by_role[None], {role for _, role in own}
        total = state + region + kommun + sum(by_role.values())
        for rule, role, others in (
            ("FINSAM-5-2", "region", region),
            ("FINSAM-5-3", "kommun", kommun),
        ):
            missing = None not in named and {"region", "kommun"} - named
            asked, least = Fraction(total, 4), by_role[role] + others
            # Any division will do, into whole quarters of a krona or anything else.
            reached = least <= asked <= least + free
            if missing:
                # It gives an unknown amount x in the role that it has not named.
                unknown = missing == {role}
                # x counts here: least + x = (total + x) / 4; or elsewhere: least = (total + x) / 4
                reached = least <= asked if unknown else asked <= least
            expected = Verdict.PASS if reached else Verdict.FAIL
            if reached and (missing or None in named):
                expected = Verdict.OPEN
            if not total and not missing:
                expected = Verdict.NOT_APPLICABLE
            assert found[rule] is expected

    @given(st.integers(1, 1000), few, years)
    def test_the_three_shares_hold_together_when_each_role_is_named(
        self, quarter: int, most: int, year: int
    ) -> None:
        members = ["forsakringskassan", "arbetsformedlingen", "region:01", "kommun:0180", GOTLAND]
        part = min(most, quarter)
        money: list[dict[str, object]] = [
            {"payer": "forsakringskassan", "amount": 2 * quarter},
            {"payer": "region:01", "amount": quarter - part},
            {"payer": "kommun:0180", "amount": part},
            {"payer": GOTLAND, "amount": part, "pool": "region"},
            {"payer": GOTLAND, "amount": quarter - part, "pool": "kommun"},
        ]
        forbund = with_money(members, money, year)
        found = verdicts(forbund, year)
        assert {found[f"FINSAM-5-{n}"] for n in (1, 2, 3)} == {Verdict.PASS}
        cited = check(forbund, on=date(year, 6, 1), rules=["FINSAM-5-2"]).findings[0].beside
        assert [place.short() for place in cited] == ["5 a § 2 st."]
        assert Decimal(quarter) == sum(
            c.amount
            for c in forbund.contributions or ()
            if c.pool == "region" or "r" in str(c.payer)[:1]
        )
