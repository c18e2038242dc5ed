"""5 § second and third paragraphs: the agreed split of a quarter, near its limits."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from finsam import Finding, Forbund, Verdict, check

ON = date(2024, 6, 1)
KOMMUNER = ("kommun:1287", "kommun:1286", "kommun:1281")
A, B, C = KOMMUNER
OFF = st.integers(-2, 2) | st.integers(-40, 40)
"""How far from a limit, in the smallest step."""


def split(  # noqa: PLR0913  what the document says, each by its name
    amounts: dict[str, Fraction],
    shares: dict[str, Fraction],
    *,
    shares_rounded_to: Fraction = Fraction(0),
    rounded_to: int = 0,
    rounded_by_each: bool = False,
    extra: dict[str, int] | None = None,
) -> Finding:
    """What 5-5 says of kommuner that have agreed on these shares and give these amounts."""
    whole = sum(amounts.values(), Fraction(0))
    by_each = {"rounded_to": rounded_to} if rounded_by_each else {}
    yearly = [
        {
            "payer": key,
            "year": 2024,
            "amount": Decimal(amount.numerator) / amount.denominator,
            **by_each,
        }
        for key, amount in {"forsakringskassan": 2 * whole, "region:12": whole, **amounts}.items()
    ]
    once = [
        {"payer": key, "year": 2024, "amount": amount, "kind": "extra"}
        for key, amount in (extra or {}).items()
    ]
    forbund = Forbund.model_validate(
        {
            "name": "x",
            "members": ["forsakringskassan", "arbetsformedlingen", "region:12", *shares],
            "rounded_to": 0 if rounded_by_each else rounded_to,
            "contributions": yearly + once,
            "agreements": [
                {
                    "pool": "kommun",
                    "from_year": 2024,
                    "shares": [{"member": key, "share": part} for key, part in shares.items()],
                    "shares_rounded_to": shares_rounded_to,
                }
            ],
        }
    )
    (found,) = check(forbund, on=ON, rules=["FINSAM-5-5"]).findings
    return found


class TestExactShares:
    """Each kommun gives its agreed part of what the kommuner give."""

    @given(st.permutations(KOMMUNER), st.sets(st.sampled_from(KOMMUNER)), st.integers(1, 40))
    def test_whose_part_is_off_is_named_and_nobody_else(
        self, order: list[str], some: set[str], off: int
    ) -> None:
        shares = {key: Fraction(1, 3) for key in order}
        gives = {key: Fraction(100) for key in order}
        # One gives more and another as much less; a third who is right stays so.
        names = sorted(some)[:2]
        for key, sign in zip(names, (1, -1), strict=False):
            gives[key] += sign * off
        found = split(gives, shares)
        if len(names) == 2:
            assert (found.verdict, found.why) == (Verdict.FAIL, "not_as_agreed")
            assert found.facts["members"] == tuple(names)
        elif names:
            # More of one is less than their part for all the others.
            assert found.facts["members"] == tuple(sorted(KOMMUNER))
        else:
            assert found.verdict is Verdict.PASS


class TestRoundedShares:
    """What the kommuner have agreed on may be written down rounded."""

    @given(st.integers(1, 99), st.sampled_from([0, 1]), OFF)
    def test_a_share_stands_for_half_a_unit_around_it(
        self, hundredths: int, rounded: int, off: int
    ) -> None:
        # Of 200 000 kronor a half of a hundredth is 1 000.
        gives = Fraction(2000 * hundredths + 1000 * rounded + off)
        found = split(
            {A: gives, B: 200_000 - gives},
            {A: Fraction(hundredths, 100), B: 1 - Fraction(hundredths, 100)},
            shares_rounded_to=Fraction(rounded, 100),
        )
        fits = abs(off + 1000 * rounded) <= 1000 * rounded
        assert found.verdict is (Verdict.PASS if fits else Verdict.FAIL)


class TestRoundedAmounts:
    """Amounts are written down in whole kronor, or in thousands."""

    @given(st.integers(1, 9), st.sampled_from([1, 10]), st.integers(10, 60), OFF, st.booleans())
    def test_amounts_stand_for_half_a_unit_around_them(
        self, tenths: int, unit: int, others: int, off: int, by_each: bool
    ) -> None:
        share = Fraction(tenths, 10)
        theirs = Fraction(others)
        mine = Fraction(max(theirs * share / (1 - share) // 1 + off, 0))
        found = split(
            {A: mine, B: theirs},
            {A: share, B: 1 - share},
            rounded_to=unit,
            rounded_by_each=by_each,
        )
        half = Fraction(unit, 2)
        # The share is reached for some amounts if mine : theirs can be share : rest.
        least = max(mine - half, 0 * half) * (1 - share)
        most = (mine + half) * (1 - share)
        reached = least <= (theirs + half) * share and (theirs - half) * share <= most
        assert found.verdict is (Verdict.PASS if reached else Verdict.FAIL)


class TestMissingAmount:
    """What one kommun gives is not known: the others' parts must be able to hold together."""

    @given(st.integers(1, 60), st.integers(1, 30), st.sampled_from([0, 1]), OFF, OFF)
    def test_some_one_amount_makes_them_hold(
        self, first: int, second: int, rounded: int, off: int, other: int
    ) -> None:
        unit = Fraction(rounded, 100)
        shares = {A: Fraction(first, 100), B: Fraction(second, 100)}
        shares[C] = 1 - shares[A] - shares[B]
        # The first at the upper limit of its part of 200 000 kronor, the second at its lower one.
        gives = {
            A: (shares[A] + unit / 2) * 200_000 + off,
            B: (shares[B] - unit / 2) * 200_000 + other,
        }
        found = split(gives, shares, shares_rounded_to=unit)
        least, most = Fraction(0), None
        for key in (A, B):
            rest = sum(gives.values()) - gives[key]
            high, low = shares[key] + unit / 2, max(shares[key] - unit / 2, Fraction(0))
            least = max(least, gives[key] * (1 - high) / high - rest)
            if low:
                room = gives[key] * (1 - low) / low - rest
                most = room if most is None else min(most, room)
        if most is not None and least > most:
            assert (found.verdict, found.why) == (Verdict.FAIL, "not_as_agreed")
        else:
            assert (found.verdict, found.why) == (Verdict.OPEN, "money_missing")
            assert found.missing == (("contributions",),)

    def test_with_extra_money_the_missing_is_named_before_whose_that_is(self) -> None:
        shares = {A: Fraction(1, 2), B: Fraction(1, 4), C: Fraction(1, 4)}
        gives = {A: Fraction(50), B: Fraction(60)}
        extra = {"kommuner": 70, "region:12": 130, "forsakringskassan": 260}
        found = split(gives, shares, extra=extra)
        assert (found.verdict, found.why) == (Verdict.OPEN, "extra_money_unclear")
        assert found.missing == (("contributions",), ("contributions", 4, "payer"))
