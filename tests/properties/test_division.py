"""9 § 8 and 15 p.: how what is left is divided where a förbund is dissolved."""

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

import finsam
from finsam import Forbund
from finsam.models.forbundsordning import Forbundsordning
from finsam.testing.parts import split

STATE = ("forsakringskassan", "arbetsformedlingen")
MEMBERS = [*STATE, "region:12", "kommun:1286", "kommun:1265"]
amounts = st.integers(0, 10**9 - 1)


def ordning(**said: object) -> Forbundsordning:
    return Forbundsordning.model_validate(said)


def gets(done: finsam.Division) -> dict[str, Decimal]:
    return {part.member: part.amount for part in done.parts}


class TestShares:
    """Assets are divided by the shares of the förbundsordning, else by those of 5 §."""

    @given(amounts)
    def test_by_section_5_it_mirrors_the_shortfall(self, amount: int) -> None:
        done = finsam.division(amount=amount, members=MEMBERS, year=2026)
        mirror = finsam.shortfall(amount=amount, members=MEMBERS, year=2026)
        assert (done.parts, done.equal_parts) == (mirror.parts, mirror.equal_parts)
        assert done.by == "section_5"
        silent = ordning(notice_months=12)
        assert done == finsam.division(
            amount=amount, members=MEMBERS, year=2026, forbundsordning=silent
        )

    @given(split(100, MEMBERS), amounts, st.sampled_from(["1", "0.01", "1000"]))
    def test_by_the_shares_that_it_names(
        self, hundredths: list[tuple[str, int]], units: int, unit: str
    ) -> None:
        named = [{"member": key, "share": f"{part}/100"} for key, part in hundredths if part]
        amount = units * Decimal(unit)
        done = finsam.division(
            amount=amount,
            members=MEMBERS,
            year=2026,
            forbundsordning=ordning(shares=named),
            rounded_to=unit,
        )
        assert done.by == "forbundsordning"
        assert {p.member: p.share for p in done.parts} == {
            key: Fraction(part, 100) for key, part in hundredths
        }
        assert sum(part.amount for part in done.parts) == amount
        for part in done.parts:
            away = abs(Fraction(part.amount) - part.share * Fraction(amount))
            assert away < len(MEMBERS) * Fraction(unit)

    @given(st.lists(st.integers(0, 10**6), min_size=5, max_size=5), amounts)
    def test_in_proportion_to_what_each_has_given_where_it_says_so(
        self, given_: list[int], amount: int
    ) -> None:
        money: list[Any] = [
            {"payer": key, "year": year, "amount": each}
            for key, each in zip(MEMBERS, given_, strict=True)
            for year in (2024, 2025)
        ]
        money.append({"payer": "kommun:1270", "year": 2024, "amount": 5_000_000})
        money.append({"payer": {"form": "company"}, "year": 2024, "amount": 5_000_000})
        asked: dict[str, Any] = {"amount": amount, "members": MEMBERS, "year": 2026}
        by_contribution = ordning(shares_by_contribution=True)
        if not any(given_):
            with pytest.raises(ValueError, match="give the contributions"):
                finsam.division(**asked, forbundsordning=by_contribution, contributions=money)
            return
        done = finsam.division(**asked, forbundsordning=by_contribution, contributions=money)
        assert done.by == "contributions"
        assert [part.share for part in done.parts] == [
            Fraction(each, sum(given_)) for each in given_
        ]
        assert sum(part.amount for part in done.parts) == amount


def test_thirds_that_are_rounded_are_together_the_whole() -> None:
    thirds = [{"member": key, "share": "0.33"} for key in MEMBERS[2:]]
    done = finsam.division(
        amount=900,
        members=MEMBERS,
        year=2026,
        forbundsordning=ordning(shares=thirds, shares_rounded_to="0.01"),
    )
    assert gets(done) == {**dict.fromkeys(MEMBERS, 300), **dict.fromkeys(STATE, 0)}


def test_heby_may_be_written_with_either_code() -> None:
    members = ["forsakringskassan", "kommun:0331"]
    half = [{"member": key, "share": "1/2"} for key in ("forsakringskassan", "kommun:1917")]
    done = finsam.division(
        amount=10, members=members, year=2026, forbundsordning=ordning(shares=half)
    )
    assert gets(done) == dict.fromkeys(members, 5)


def test_it_is_ready_for_json() -> None:
    done = finsam.division(
        amount="10.50", members=["forsakringskassan", "kommun:0980"], year=2026, rounded_to="0.5"
    )
    assert done.to_dict() == {
        "year": 2026,
        "amount": "10.50",
        "parts": [
            {"member": "forsakringskassan", "share": "1/2", "amount": "5"},
            {"member": "kommun:0980", "share": "1/2", "amount": "5.50"},
        ],
        "by": "section_5",
        "equal_parts": [],
        "rounded_to": "0.50",
    }


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"amount": "1.50"}, "smaller unit"),
        ({"rounded_to": 0}, "give 1 for kronor"),
        ({"members": ["forsakringskassan", "region:12"]}, "no kommun is among the members"),
        ({"forbundsordning": ordning(shares=[])}, "together 0 and not 1"),
        (
            {"forbundsordning": ordning(shares=[{"member": "region:01", "share": "1"}])},
            "gives region:01 a share",
        ),
        (
            {
                "forbundsordning": ordning(shares_by_contribution=True),
                "contributions": [{"payer": "kommuner", "year": 2025, "amount": 1}],
            },
            "what each of kommuner has given",
        ),
        ({"contributions": [{"payer": "kommuner"}]}, "year"),
    ],
)
def test_what_cannot_be_answered_says_what_to_do(changes: dict[str, object], said: str) -> None:
    asked = {"amount": 1, "members": MEMBERS, "year": 2026, **changes}
    with pytest.raises(ValueError, match=said):
        finsam.division(**asked)  # type: ignore[arg-type]


class TestWhatIsRead:
    """A question is read as a document is, and refused in its words."""

    ORDNINGAR = (
        {"shares_by_contribution": True},
        {"shares": [{"member": "Ystad", "share": "1/3"}, {"member": "region:12", "share": "2/3"}]},
        {"notice_months": 12},
    )

    @given(st.sampled_from(ORDNINGAR), amounts)
    def test_a_forbundsordning_may_be_an_object(self, said: dict[str, Any], amount: int) -> None:
        asked: dict[str, Any] = {"amount": amount, "members": MEMBERS, "year": 2026}
        asked["contributions"] = [{"payer": "Ystad", "year": 2026, "amount": 1}]
        assert finsam.division(**asked, forbundsordning=said) == finsam.division(  # type: ignore[arg-type]  # typed as the model
            **asked, forbundsordning=ordning(**said)
        )

    @pytest.mark.parametrize("said", [1, "x", [], True, {"notice_months": "x"}])
    def test_what_is_none_is_malformed(self, said: Any) -> None:  # noqa: ANN401  what is refused
        with pytest.raises(ValidationError, match="validation error for division\nforbundsordning"):
            finsam.division(amount=1, members=MEMBERS, year=2026, forbundsordning=said)

    @pytest.mark.parametrize(
        ("ask", "amounts"),
        [
            (finsam.allocate, {"total": True}),
            (finsam.allocate, {"given": True}),
            (finsam.shortfall, {"amount": True}),
            (finsam.division, {"amount": True}),
        ],
    )
    def test_malformed_arguments_have_the_name_of_the_function(
        self, ask: Callable[..., object], amounts: dict[str, object]
    ) -> None:
        with pytest.raises(ValidationError) as caught:
            ask(members=MEMBERS, year=2026, **amounts)
        assert caught.value.title == ask.__name__
        (error,) = caught.value.errors()
        assert error["loc"] == tuple(amounts)
        assert finsam.explain_error(error, "sv").endswith("här står true eller false")

    @pytest.mark.parametrize("library", ["pandas", "polars"])
    @pytest.mark.parametrize("ask", [finsam.allocate, finsam.shortfall, finsam.division, Forbund])
    def test_of_a_data_frame_it_says_what_to_write(
        self, ask: Callable[..., object], library: str
    ) -> None:
        frame = pytest.importorskip(library).DataFrame({"actor": MEMBERS})
        named = {"name": "A"} if ask is Forbund else {"year": 2026}
        with pytest.raises(ValidationError) as caught:
            ask(
                members=frame,
                **named,
                **({} if ask in {Forbund, finsam.allocate} else {"amount": 1}),
            )
        (error,) = caught.value.errors()
        assert error["loc"] == ("members",)
        remedy = ("frame.to_dict('records') (pandas)", "frame.to_dicts() (polars)")
        assert finsam.explain_error(error, "en").endswith(" or ".join(remedy))
        assert finsam.explain_error(error, "sv").endswith(" eller ".join(remedy))
        rows = frame.to_dicts() if library == "polars" else frame.to_dict("records")
        assert len(Forbund(name="A", members=rows).members) == len(MEMBERS)
