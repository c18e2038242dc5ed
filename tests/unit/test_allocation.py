"""What each member is to pay: it adds up, and the act is kept."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import partial
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from finsam import (
    Allocation,
    Forbund,
    Member,
    NotInForce,
    SplitAgreement,
    Verdict,
    allocate,
    check,
    division,
    shortfall,
)
from finsam.answers.pools import to_one
from finsam.law.geography import KOMMUNER, region_of
from finsam.law.parties import member_name

STATE = ["forsakringskassan", "arbetsformedlingen"]
OSTERLEN = [*STATE, "region:12", "kommun:1291", "kommun:1265", "kommun:1270", "kommun:1286"]
GOTLAND = [*STATE, "kommun:0980"]
BESIDE = [*STATE, "region:01", "kommun:0180", "kommun:0980"]
units = st.sampled_from([Decimal("0.01"), Decimal(1), Decimal(100), Decimal(1000)])


def document(members: list[str], allocation: Allocation) -> Forbund:
    return Forbund(
        name="x",
        members=tuple(Member(actor=key) for key in members),
        contributions=allocation.contributions,
        agreements=allocation.agreements,
        other_income=(),
        insatser=(),
        rounded_to=allocation.rounded_to,
    )


def agreement(parts: dict[str, str], from_year: int) -> SplitAgreement:
    """What the kommuner have agreed on."""
    shares = [{"member": key, "share": part} for key, part in parts.items()]
    return SplitAgreement.model_validate(
        {"pool": "kommun", "from_year": from_year, "shares": shares}
    )


def paid(allocation: Allocation) -> dict[str, Decimal]:
    return {str(c.payer): c.amount for c in allocation.contributions}


@st.composite
def member_lists(draw: st.DrawFn) -> list[str]:
    """Members that keep 3 §: kommuner with their regions, and sometimes Gotland."""
    kommuner = draw(
        st.lists(st.sampled_from(sorted(KOMMUNER.keys() - {"kommun:1917"})), min_size=1, max_size=9)
    )
    kommuner = list(dict.fromkeys(kommuner))
    regions = {region_of(kommun, date(2024, 1, 1)) for kommun in kommuner} - {None}
    if not regions:
        kommuner = ["kommun:0980"]
    return [*STATE, *sorted(str(region) for region in regions), *kommuner]


@st.composite
def agreed(draw: st.DrawFn, members: list[str]) -> list[SplitAgreement]:
    """Agreements of the pools with several members, some rounded, or none."""
    regions = [key for key in members if key.startswith("region:")]
    kommuner = [key for key in members if key.startswith("kommun:")]
    outside = [key for key in kommuner if key == "kommun:0980"]
    made = []
    for pool, keys in (("kommun", kommuner), ("region", [*regions, *outside] if regions else [])):
        if len(keys) < 2 or draw(st.booleans()):
            continue
        weights = draw(st.lists(st.integers(0, 50), min_size=len(keys), max_size=len(keys)))
        total = sum(weights) or 1
        exact = [Fraction(w, total) for w in weights] if sum(weights) else None
        exact = exact or [Fraction(1, len(keys))] * len(keys)
        digits = draw(st.sampled_from([None, 3, 4]))
        parts = [str(p if digits is None else round(p, digits)) for p in exact]
        made.append(
            SplitAgreement.model_validate(
                {
                    "pool": pool,
                    "from_year": 2020,
                    "shares": [{"member": k, "share": p} for k, p in zip(keys, parts, strict=True)],
                    "shares_rounded_to": "0" if digits is None else "1/200",
                }
            )
        )
    return made


MONEY = ("FINSAM-3", "FINSAM-5", "FINSAM-5A", "FINSAM-6")


class TestTheResult:
    """It adds up exactly, in whole units, and always passes check."""

    @given(st.data(), member_lists(), st.integers(0, 10**9), units)
    def test_a_total_is_shared_so_that_the_act_is_kept(
        self, data: st.DataObject, members: list[str], count: int, unit: Decimal
    ) -> None:
        total = count * unit if count * unit < 10**12 else Decimal(10**6) * unit
        agreements = data.draw(agreed(members))
        result = allocate(
            members=members, year=2024, total=total, agreements=agreements, rounded_to=unit
        )
        assert sum(c.amount for c in result.contributions) == result.total == total
        assert all(c.amount % unit == 0 for c in result.contributions)
        report = check(document(members, result), on=date(2024, 6, 1), rules=MONEY)
        found = {f.rule: f.verdict for f in report.findings if f.rule.startswith("FINSAM-5")}
        assert set(found.values()) <= {Verdict.PASS, Verdict.NOT_APPLICABLE}
        assert report.verdict is Verdict.PASS

    @given(st.data(), member_lists(), st.integers(0, 10**7))
    def test_what_the_state_gives_is_what_it_gives(
        self, data: st.DataObject, members: list[str], state: int
    ) -> None:
        agreements = data.draw(agreed(members))
        result = allocate(members=members, year=2024, state=state, agreements=agreements)
        assert paid(result)["forsakringskassan"] == state
        assert result.total == 2 * state
        report = check(document(members, result), on=date(2024, 6, 1), rules=MONEY)
        assert report.verdict is Verdict.PASS

    @given(st.data(), member_lists(), st.integers(1, 10**7))
    def test_what_a_member_gives_is_what_it_gives(
        self, data: st.DataObject, members: list[str], amount: int
    ) -> None:
        agreements = data.draw(agreed(members))
        nothing = {share.member for a in agreements for share in a.shares if not share.share}
        payers = set(members) - nothing - {"arbetsformedlingen", "kommun:0980"}
        payer = data.draw(st.sampled_from(sorted(payers)))
        result = allocate(members=members, year=2024, given={payer: amount}, agreements=agreements)
        assert paid(result)[payer] == amount
        report = check(document(members, result), on=date(2024, 6, 1), rules=MONEY)
        assert report.verdict is Verdict.PASS

    def test_an_unequal_agreement_is_followed(self) -> None:
        followed = agreement({"kommun:2080": "13/25", "kommun:2081": "12/25"}, from_year=2023)
        members = [*STATE, "region:20", "kommun:2080", "kommun:2081"]
        result = allocate(members=members, year=2023, total=100, agreements=[followed])
        assert paid(result) == {
            "forsakringskassan": 50,
            "region:20": 25,
            "kommun:2080": 13,
            "kommun:2081": 12,
        }
        assert result.agreements == (followed,)
        assert result.equal_parts == ()

    def test_equal_parts_are_said_to_be_equal_parts(self) -> None:
        result = allocate(members=OSTERLEN, year=2026, state="2000000")
        assert set(paid(result).values()) == {Decimal(2_000_000), Decimal(1_000_000), 250_000}
        assert result.equal_parts == ("kommun",)
        (agreement,) = result.agreements
        assert {share.share for share in agreement.shares} == {Fraction(1, 4)}

    def test_gotland_alone_gives_half(self) -> None:
        result = allocate(members=GOTLAND, year=2026, total="3000000.50", rounded_to="0.01")
        assert paid(result) == {
            "forsakringskassan": Decimal("1500000.25"),
            "kommun:0980": Decimal("1500000.25"),
        }
        assert {c.pool for c in result.contributions} == {None}

    def test_gotland_beside_a_region_gives_in_both_roles(self) -> None:
        result = allocate(members=BESIDE, year=2026, total=800)
        roles = {(c.payer, c.pool): c.amount for c in result.contributions}
        assert roles[("kommun:0980", "region")] == roles[("kommun:0980", "kommun")] == 100
        pools = [row["pool"] for row in result.records() if row["payer"] == "kommun:0980"]
        assert sorted(pools) == ["kommun", "region"]

    def test_before_2010_there_is_one_landsting(self) -> None:
        result = allocate(members=OSTERLEN, year=2009, total=800)
        assert paid(result)["region:12"] == 200

    @given(st.data(), st.sampled_from([2, 10, 100, 1000]))
    def test_rounded_parts_are_made_whole_by_half_a_unit_each_at_most(
        self, data: st.DataObject, units_in_all: int
    ) -> None:
        weights = data.draw(st.lists(st.integers(0, 50), min_size=1, max_size=9).filter(any))
        unit = Fraction(1, units_in_all)
        parts = [round(Fraction(w, sum(weights)) / unit) * unit for w in weights]
        whole = to_one(parts, unit)
        assert sum(whole) == 1
        assert all(part >= 0 for part in whole)
        assert all(abs(a - b) <= unit / 2 for a, b in zip(parts, whole, strict=True))

    def test_it_is_written_as_a_document_is(self) -> None:
        result = allocate(members=OSTERLEN, year=2026, total=1000)
        written = result.to_dict()
        assert written["year"] == 2026
        again = Forbund.model_validate(
            {
                "name": "x",
                "members": OSTERLEN,
                "contributions": written["contributions"],
                "agreements": written["agreements"],
                "rounded_to": written["rounded_to"],
            }
        )
        assert again.contributions == result.contributions
        assert again.agreements == result.agreements

    def test_members_are_those_of_today_whatever_their_order(self) -> None:
        one = allocate(members=OSTERLEN, year=2026, total=1001)
        assert allocate(members=iter(OSTERLEN), year=2026, total=1001) == one

    def test_one_large_part_and_many_small_ones_take_several_units_from_the_large(self) -> None:
        small = [f"kommun:{code}" for code in (1287, 1270, 1280, 1281, 1282)]
        members = [*STATE, "region:12", "kommun:1286", *small]
        parts = {"kommun:1286": "80/100", **dict.fromkeys(small, "4/100")}
        agreements = [agreement(parts, from_year=2020)]
        for total in range(8_984_760, 8_984_780):
            result = allocate(members=members, year=2026, total=total, agreements=agreements)
            assert sum(paid(result).values()) == total

    @pytest.mark.parametrize("small", [2, 4, 6])
    def test_of_the_sums_that_one_amount_may_be_a_part_of_one_that_holds_is_found(
        self, small: int
    ) -> None:
        others = dict.fromkeys([f"kommun:{1280 + number}" for number in range(small)], "1/50")
        parts = {"kommun:1286": f"{50 - small}/50", **others}
        members = [*STATE, "region:12", *parts]
        agreements = [agreement(parts, from_year=2020)]
        for amount in range(60):
            result = allocate(
                members=members, year=2026, given={"kommun:1286": amount}, agreements=agreements
            )
            assert paid(result)["kommun:1286"] == amount
            report = check(document(members, result), on=date(2026, 6, 1), rules=MONEY)
            assert report.verdict is not Verdict.FAIL

    def test_a_sum_too_small_to_keep_the_parts_of_many_is_refused(self) -> None:
        parts = {"kommun:1270": "1/7", "kommun:1280": "5/14"}
        parts |= dict.fromkeys([f"kommun:{code}" for code in range(1281, 1288)], "1/14")
        with pytest.raises(ValueError, match="found no whole numbers of SEK 1"):
            allocate(
                members=[*STATE, "region:12", *parts],
                year=2026,
                total=26,
                agreements=[agreement(parts, from_year=2020)],
            )

    def test_contributions_carry_their_unit(self) -> None:
        result = allocate(members=OSTERLEN, year=2026, total=10_000, rounded_to=1000)
        alone = document(OSTERLEN, result).replace(rounded_to=Decimal(1))
        assert not check(alone, on=date(2026, 6, 1)).violations


class TestWhatHasNoAnswer:
    """It says why, and what to do."""

    @pytest.mark.parametrize(
        ("question", "said"),
        [
            ({}, "exactly one of total, state and given"),
            ({"total": 1, "state": 1}, "exactly one of total, state and given"),
            ({"total": "10.50"}, "no whole number of SEK 1"),
            ({"total": 1.5}, "never as a float"),
            ({"total": -1}, "zero or more"),
            ({"total": 10, "rounded_to": 0}, "give 1 for kronor"),
            ({"given": {}}, "given is what one member gives"),
            ({"given": {"kommun:1291": 1, "kommun:1265": 1}}, "given is what one member gives"),
            (
                {"given": {"kommun:1287": 1}},
                r"Trelleborg \(kommun:1287\) is not among the members that pay",
            ),
            ({"given": {"arbetsformedlingen": 1}}, "is not among the members that pay"),
            (
                {"total": 4, "members": OSTERLEN[1:]},
                "Försäkringskassan is not among the members: add it",
            ),
            ({"total": 4, "members": OSTERLEN[:3]}, "no kommun is among the members"),
            ({"total": 4, "members": [*STATE, "kommun:1291"]}, "no region is among the members"),
            ({"total": 4, "members": [*GOTLAND, "kommun:1291"]}, "add a region"),
            ({"total": 4, "members": [*OSTERLEN, "kommun:1291"]}, "kommun:1291. is given twice"),
            (
                {"total": 4, "members": [*OSTERLEN, "kommun:1292x"]},
                "members.7.actor\n",
            ),
            ({"total": 4, "members": None}, "members\n"),
            ({"total": 4, "members": dict.fromkeys(OSTERLEN)}, "members\n"),
            ({"total": 4, "members": [{"name": "Ystad"}]}, "members.0.actor\n"),
            ({"total": 4, "year": "2026"}, "year\n"),
            ({"total": 4, "year": 0}, "year\n"),
            ({"total": 4, "agreements": None}, "agreements\n"),
            ({"given": [("kommun:1291", 5)]}, "given\n"),
            ({"given": {"kommun:1291": "x"}}, "given.kommun:1291\n"),
            ({"total": 4, "rounded_to": "x"}, "rounded_to\n"),
            ({"total": 4, "members": [*OSTERLEN, "region:09"]}, "kommun:0980"),
            ({"total": 4, "members": GOTLAND, "year": 2009}, "is not known"),
            ({"total": 4, "members": [*OSTERLEN, "region:13"], "year": 2008}, "one county council"),
            ({"members": BESIDE, "given": {"kommun:0980": 4}}, "pays in two roles"),
        ],
    )
    def test_it_is_refused_in_words(self, question: dict[str, Any], said: str) -> None:
        with pytest.raises(ValueError, match=said):
            allocate(**{"members": OSTERLEN, "year": 2026, **question})

    def test_a_year_before_the_act_is_refused(self) -> None:
        for year in (1, 2003):
            with pytest.raises(NotInForce, match="2004") as refused:
                allocate(members=OSTERLEN, year=year, total=1)
            assert "gällde inte" in refused.value.explain("sv")

    def test_an_agreement_with_others_is_refused(self) -> None:
        others = [agreement({"kommun:2080": "1"}, from_year=2023)]
        with pytest.raises(ValueError, match="give the part of each of these"):
            allocate(members=OSTERLEN, year=2026, total=1000, agreements=others)
        # It does not cover the year, and is not asked.
        other_year = allocate(members=OSTERLEN, year=2022, total=1000, agreements=others)
        assert other_year.equal_parts == ("kommun",)

    def test_a_member_that_gives_nothing_says_nothing_of_the_total(self) -> None:
        all_of_it = agreement({"kommun:2080": "1", "kommun:2081": "0"}, from_year=2023)
        members = [*STATE, "region:20", "kommun:2080", "kommun:2081"]
        question = {"members": members, "year": 2026, "agreements": [all_of_it]}
        with pytest.raises(ValueError, match="has agreed to give nothing"):
            allocate(**question, given={"kommun:2081": 5})  # type: ignore[arg-type]
        with pytest.raises(ValueError, match="two agreements"):
            allocate(**{**question, "agreements": [all_of_it] * 2}, total=4)  # type: ignore[arg-type]

    @pytest.mark.parametrize(
        "of",
        [
            partial(allocate, year=2026, total=8),
            partial(shortfall, year=2026, amount=8),
            partial(division, year=2026, amount=8),
        ],
    )
    def test_members_are_read_as_a_document_reads_them(self, of: Callable[..., object]) -> None:
        """Names, objects with their days, and a förbund; who left before the year is left out."""
        names: list[Any] = [member_name(key, date(2026, 1, 1)) for key in OSTERLEN[1:]]
        left = {"actor": "kommun:1287", "left": date(2025, 12, 31)}
        new = {"actor": names.pop(), "joined": date(2026, 12, 31)}
        said = [{"actor": OSTERLEN[0]}, *names, new, left]
        forbund = Forbund(name="x", members=said)
        for members in (said, iter(said), forbund.members, forbund):
            assert of(members=members) == of(members=OSTERLEN)

    def test_a_member_that_gives_is_named_as_a_member_is(self) -> None:
        key = OSTERLEN[-1]
        by_key, by_name = (
            allocate(members=OSTERLEN, year=2026, given={said: 50_000})
            for said in (key, member_name(key, date(2026, 1, 1)))
        )
        assert by_key == by_name

    def test_not_in_force_is_what_it_says(self) -> None:
        assert issubclass(NotInForce, LookupError)


def test_rows_name_the_payers_and_add_up() -> None:
    found = allocate(
        members=["forsakringskassan", "region:12", "kommun:1286"], year=2026, total=4_000_000
    )
    rows = found.records()
    assert [row["name"] for row in rows] == ["Försäkringskassan", "Region Skåne", "Ystad"]
    assert sum(row["amount"] for row in rows) == found.total
    assert {row["year"] for row in rows} == {2026}
