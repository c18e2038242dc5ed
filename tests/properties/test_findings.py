"""What a finding says beside its verdict: what is missing, the figures, what to read beside."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from finsam import Contribution, Forbund, SplitAgreement, Verdict, check
from finsam.testing import UNDECIDABLE, breaking, forbund, lawful_forbund, undecided

ON = date(2024, 6, 1)
GOTLAND = "kommun:0980"


def is_missing(document: Forbund, loc: tuple[str | int, ...]) -> bool:
    """Whether something could stand at a place, and does not."""
    there: Any = document
    for number, step in enumerate(loc):
        there = there[step] if isinstance(step, int) else getattr(there, step)
        if there is None:
            # Of what is not given at all, any part is missing.
            return number < len(loc)
    # An entry is missing in a list, or a member's own money where a party's sum is given.
    return isinstance(there, tuple) or (loc[-1] == "payer" and there in {"kommuner", "regioner"})


class TestMissing:
    """What is open names the facts that are missing, by their places in the document."""

    @given(st.sampled_from(UNDECIDABLE).flatmap(lambda rule: undecided(rule, on=ON)))
    def test_what_is_named_is_not_there(self, document: Forbund) -> None:
        for finding in check(document, on=ON).findings:
            if finding.verdict is Verdict.OPEN:
                assert finding.missing
                assert all(is_missing(document, loc) for loc in finding.missing)

    @given(undecided("FINSAM-5-1", on=ON))
    def test_missing_money_names_those_who_have_not_given(self, document: Forbund) -> None:
        for finding in check(document, on=ON, rules=["FINSAM-5"]).findings:
            if "members" in finding.facts and finding.verdict is Verdict.OPEN:
                paid = {
                    c.payer
                    for c in document.contributions or ()
                    if c.year == finding.day.year and c.kind == "ordinary"
                }
                named: Any = finding.facts["members"]
                assert named == tuple(sorted(set(named)))
                assert not {*named} & paid - {GOTLAND}
                assert finding.missing[0][0] == "contributions"


class TestPlaces:
    """A finding says where it found what it found, in the document as it was given."""

    @given(st.lists(st.tuples(st.integers(0, 2), st.text(max_size=2)), max_size=3))
    def test_what_arbetsformedlingen_gives_is_placed_where_it_is_one_sum(
        self, given_: list[tuple[int, str]]
    ) -> None:
        money = [{"payer": "forsakringskassan", "year": 2024, "amount": 1}]
        own = [
            {"payer": "arbetsformedlingen", "year": 2024, "amount": amount, "ref": ref}
            for amount, ref in given_
        ]
        document = Forbund.model_validate({"name": "", "members": (), "contributions": money + own})
        [finding] = check(document, on=ON, rules=["FINSAM-5-4"]).findings
        paid = [(place, ref) for place, (amount, ref) in enumerate(given_, 1) if amount]
        assert finding.verdict is (Verdict.REVIEW if paid else Verdict.PASS)
        if paid:
            assert finding.facts["actual"] == sum(amount for amount, _ in given_)
        if len(paid) == 1:
            assert finding.loc == ("contributions", paid[0][0], "payer")
            assert finding.ref == paid[0][1]
        else:
            assert finding.loc == ("contributions",)
            assert finding.ref is None


class TestFigures:
    """The figures are those of the document, and what is listed is listed in order."""

    @given(forbund())
    def test_what_is_listed_is_in_order(self, document: Forbund) -> None:
        sections = [f"FINSAM-{section}" for section in ("1", "2", "3", "5", "5A", "6", "7")]
        for finding in check(document, on=ON, rules=sections).findings:
            for name in ("members", "parts", "aims", "focus"):
                listed: Any = finding.facts.get(name, ())
                assert list(listed) == sorted(set(listed))

    @given(breaking("FINSAM-5-5", on=ON) | breaking("FINSAM-5-6", on=ON))
    def test_a_split_says_what_each_that_is_off_gave_and_was_to_give(
        self, document: Forbund
    ) -> None:
        for finding in check(document, on=ON, rules=["FINSAM-5"]).violations:
            facts: Any = finding.facts
            year = facts["year"]
            pool = {"FINSAM-5-5": "kommun", "FINSAM-5-6": "region"}[finding.rule]
            own = {
                str(c.payer): c.amount
                for c in document.contributions or ()
                if c.year == year and (c.pool or str(c.payer).partition(":")[0]) == pool
            }
            agreed = {
                share.member: share.share
                for agreement in document.agreements or ()
                if agreement.pool == pool and agreement.from_year == year
                for share in agreement.shares
            }
            sums = [c for c in document.contributions or () if c.payer in {"kommuner", "regioner"}]
            together = sum(c.amount for c in sums if c.year == year)
            # The regioner's sum takes in no kommun that gives in that role.
            outside = own.get(GOTLAND, 0) if pool == "region" else 0
            expected = together + outside if sums else sum(own.values())
            assert facts["total"] == expected
            assert facts["amounts"] == tuple(own[member] for member in facts["members"])
            assert facts["agreed"] == tuple(agreed[member] for member in facts["members"])
            total = Fraction(facts["total"])
            off = [m for m in own if Fraction(own[m]) != total * agreed[m]]
            assert {*facts["members"]} <= {*off}

    @given(st.integers(0, 2), st.integers(1, 9), st.integers(0, 1))
    def test_one_off_money_is_distinguished(self, state: int, one: int, kommun: int) -> None:
        money = [("forsakringskassan", 200), ("region:12", 100), ("kommun:1287", 100)]
        more = [
            ("forsakringskassan", 2 * one + state),
            ("region:12", one),
            ("kommun:1287", one + kommun),
        ]
        document = with_money(money, more)
        [finding] = check(document, on=ON, rules=["FINSAM-5-7"]).findings
        sums = (2 * one + state, one, one + kommun)
        kept = sums[0] * 2 == sum(sums) and sums[1] * 4 == sum(sums)
        assert finding.verdict is (Verdict.PASS if kept else Verdict.REVIEW)
        if not kept:
            assert finding.facts["total"] == 400
            assert finding.facts["extra"] == sum(sums)

    @given(st.integers(1, 60), st.integers(0, 60), st.integers(0, 60), st.integers(0, 60))
    def test_what_may_be_eithers_counts_where_it_helps(
        self, state: int, region: int, kommun: int, own: int
    ) -> None:
        money = [
            ("forsakringskassan", state),
            ("region:01", region),
            ("kommun:0180", kommun),
            (GOTLAND, own),
        ]
        total = Fraction(state + region + kommun + own)
        for finding in check(with_money(money, []), on=ON, rules=["FINSAM-5"]).violations:
            facts: Any = finding.facts
            given_ = {"FINSAM-5-1": state, "FINSAM-5-2": region, "FINSAM-5-3": kommun}[finding.rule]
            part = Fraction(1, 2) if finding.rule == "FINSAM-5-1" else Fraction(1, 4)
            if finding.rule != "FINSAM-5-1" and given_ < part * total:
                given_ += own
            assert facts["actual"] == given_
            assert facts["total"] == total
            assert Fraction(facts["difference"]) == given_ - part * total
            assert finding.why == ("too_much" if given_ > part * total else "too_little")

    def test_one_off_money_that_is_unclear_is_reported_with_whose_money_is_missing(self) -> None:
        money = [("forsakringskassan", 20), ("kommun:1287", 100)]
        document = with_money(money, [("forsakringskassan", 180)])
        [finding] = check(document, on=ON, rules=["FINSAM-5-1"]).findings
        assert (finding.verdict, finding.why) == (Verdict.OPEN, "extra_money_unclear")
        assert finding.missing == (("contributions",),)
        assert finding.facts["members"] == ("region:12",)

    def test_a_split_that_is_unclear_names_the_missing_and_not_those_who_are_off(self) -> None:
        agreement = SplitAgreement.model_validate(
            {
                "pool": "kommun",
                "from_year": 2024,
                "shares": [
                    {"member": "kommun:1286", "share": "1/2"},
                    {"member": "kommun:1287", "share": "1/2"},
                ],
            }
        )
        money = [("forsakringskassan", 200), ("kommun:1286", 50), ("kommun:1287", 10)]
        document = with_money(money, [("kommun:1287", 40)]).replace(agreements=[agreement])
        [finding] = check(document, on=ON, rules=["FINSAM-5-5"]).findings
        assert (finding.verdict, finding.why) == (Verdict.OPEN, "extra_money_unclear")
        assert finding.missing == (("contributions",),)
        assert finding.facts["members"] == ("region:12",)
        assert "total" not in finding.facts


class TestBeside:
    """5 a § is to be read beside 5 § where a kommun outside every region takes part, only there."""

    @given(lawful_forbund(on=ON))
    def test_it_is_cited_there(self, document: Forbund) -> None:
        members = {str(member.actor) for member in document.members}
        region = any(key.startswith("region:") for key in members)
        expected = []
        if GOTLAND in members:
            expected = ["5 a § 2 st."] if region else ["5 a § 1 st."]
        for finding in check(document, on=ON, rules=["FINSAM-5-2", "FINSAM-5-3"]).findings:
            assert [place.short() for place in finding.beside] == expected

    @pytest.mark.parametrize("payer", ["kommun:0331", "kommun:1917"])
    def test_of_hebys_two_codes_either_will_do(self, payer: str) -> None:
        members = ["forsakringskassan", "arbetsformedlingen", "region:03", "kommun:0331"]
        money = [("forsakringskassan", 2), ("region:03", 1), (payer, 1)]
        heby = with_money(money, []).replace(members=members)
        found = check(heby, on=ON, rules=["FINSAM-5-1", "FINSAM-5-3", "FINSAM-6-1"]).findings
        assert [finding.verdict for finding in found] == [Verdict.PASS] * 3


def with_money(yearly: list[tuple[str, int]], one_off: list[tuple[str, int]]) -> Forbund:
    payers = {payer for payer, _ in (*yearly, *one_off)}
    region = set() if any(payer.startswith("region:") for payer in payers) else {"region:12"}
    return Forbund.model_validate(
        {
            "name": "",
            "members": sorted({"arbetsformedlingen", *payers, *region} - {"kommun:1917"}),
            "rounded_to": 0,
            "contributions": [
                Contribution.model_validate(
                    {"payer": payer, "year": 2024, "amount": Decimal(amount), "kind": kind}
                )
                for kind, some in (("ordinary", yearly), ("extra", one_off))
                for payer, amount in some
            ],
        }
    )
