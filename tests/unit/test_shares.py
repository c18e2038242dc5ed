"""The shares of 5 and 5 a §§: can be exactly so if, and only if, some true amounts make it so."""

from collections.abc import Iterator
from decimal import Context, Decimal, Inexact, getcontext, localcontext
from fractions import Fraction
from itertools import product
from math import lcm
from typing import Final

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from finsam.law.shares import EXACT, NOTHING, Span, can_be

HALF: Final = Fraction(1, 2)
QUARTER: Final = Fraction(1, 4)
HALF_KRONA: Final = Decimal("0.5")
FAR: Final = Decimal(10**6)
"""More than any sum here can require."""
parts: Final = st.sampled_from(
    [HALF, QUARTER, Fraction(3, 4), Fraction(1, 3), Fraction(2, 5), Fraction(3, 5)]
)
all_or_none: Final = st.sampled_from([Fraction(0), Fraction(1)])
amounts: Final = st.integers(0, 16).map(lambda halves: Decimal(halves) / 2)
money: Final = st.decimals(0, 10**12 - 1, places=2)


def spans(width: int = 3) -> st.SearchStrategy[Span]:
    """Small spans that begin and end at halves of a krona."""
    more = st.integers(0, width).map(lambda halves: Decimal(halves) / 2)
    return st.builds(lambda least, wide: Span(least, least + wide), amounts, more)


eithers: Final = st.just(NOTHING) | spans()
triples: Final = st.tuples(spans(), spans(), eithers)
lifts: Final = st.tuples(st.booleans(), st.booleans(), st.booleans())
exact: Final = Span(Decimal(5), Decimal(5))
unlimited: Final = Span(Decimal(0), None)


def without(known: tuple[Span, ...], limit: Decimal | None, lifted: tuple[bool, ...]) -> list[Span]:
    """The spans, those that are lifted with another limit or none."""
    return [
        Span(span.least, limit if lift else span.most)
        for span, lift in zip(known, lifted, strict=True)
    ]


def grid(span: Span, step: Fraction) -> Iterator[Fraction]:
    """Every amount in the span that is a whole number of steps from its least."""
    least, most = Fraction(span.least), Fraction(span.most or 0)
    return (least + n * step for n in range(int((most - least) / step) + 1))


def some_amounts_make_it(part: Fraction, given_: Span, by_others: Span, by_either: Span) -> bool:
    """Whether some amounts make the share hold, by brute force.

    If any do, then some do of which all but one are at an end of their span; that last one is then
    a whole number of these steps, for solving for it divides by the part's or the rest's numerator.
    """
    rest = 1 - part
    step = Fraction(1, 2 * lcm(part.numerator or 1, rest.numerator or 1))
    grids = [list(grid(span, step)) for span in (given_, by_others, by_either)]
    return any(
        0 <= part * (own + others + either) - own <= either
        for own, others, either in product(*grids)
    )


class TestCanBe:
    """Compared with brute force."""

    @given(parts | all_or_none, spans(), spans(), eithers)
    def test_it_can_be_exactly_when_some_amounts_make_it_so(
        self, part: Fraction, own: Span, others: Span, either: Span
    ) -> None:
        assert can_be(part, own, others, either) is some_amounts_make_it(part, own, others, either)

    @given(amounts, st.integers(0, 8))
    def test_near_the_border_it_can_be_exactly_when_some_amounts_make_it_so(
        self, own: Decimal, halves: int
    ) -> None:
        others = own * 3 - 2 + Decimal(halves) / 2
        given_, rest = Span(own, own + HALF_KRONA), Span(max(others, Decimal(0)), others + 2)
        possible = some_amounts_make_it(QUARTER, given_, rest, NOTHING)
        assert can_be(QUARTER, given_, rest) is possible

    @pytest.mark.parametrize(
        ("part", "own", "others"),
        [
            (HALF, "100", "100"),
            (QUARTER, "100", "300"),
            (QUARTER, "0", "0"),
            (HALF, "999999999999.99", "999999999999.99"),
            (QUARTER, "0.01", "0.03"),
        ],
    )
    def test_exact_money_holds_to_the_ore_and_an_ore_more_or_less_does_not(
        self, part: Fraction, own: str, others: str
    ) -> None:
        ore = Decimal("0.01")
        given_, rest = Decimal(own), Decimal(others)
        assert can_be(part, Span(given_, given_), Span(rest, rest))
        assert not can_be(part, Span(given_ + ore, given_ + ore), Span(rest, rest))
        assert not can_be(part, Span(given_, given_), Span(rest + ore, rest + ore))

    @given(money, money)
    def test_exact_money_holds_exactly_when_it_is_the_part(
        self, own: Decimal, others: Decimal
    ) -> None:
        with localcontext(EXACT):
            for part, total in ((HALF, own + others), (QUARTER, own * 4), (HALF, own * 2)):
                left = Span(total - own, total - own)
                holds = Fraction(own) == part * Fraction(total)
                assert can_be(part, Span(own, own), left) is holds

    @given(parts | all_or_none, spans(), spans(), eithers, st.sampled_from([3, 1000, 10**9]))
    def test_the_size_of_the_money_never_matters(
        self, part: Fraction, own: Span, others: Span, either: Span, factor: int
    ) -> None:
        scaled = [
            Span(span.least * factor, (span.most or Decimal(0)) * factor)
            for span in (own, others, either)
        ]
        assert can_be(part, *scaled) is can_be(part, own, others, either)

    @given(parts | all_or_none, spans(), spans(), eithers)
    def test_the_rest_can_be_the_others_exactly_when_the_part_can_be_ones_own(
        self, part: Fraction, own: Span, others: Span, either: Span
    ) -> None:
        assert can_be(part, own, others, either) is can_be(1 - part, others, own, either)

    @given(parts | all_or_none, triples, st.sampled_from([0, 1, 2]), amounts)
    @example(HALF, (exact, Span(Decimal(6), Decimal(6)), NOTHING), 0, Decimal(1))
    def test_knowing_less_never_makes_it_impossible(
        self, part: Fraction, known: tuple[Span, Span, Span], which: int, slack: Decimal
    ) -> None:
        wide = list(known)
        least, most = known[which]
        wide[which] = Span(max(Decimal(0), least - slack), (most or Decimal(0)) + slack)
        assert can_be(part, *wide) >= can_be(part, *known)

    @given(parts, spans(), spans())
    def test_nothing_by_either_is_the_same_as_leaving_it_out(
        self, part: Fraction, own: Span, others: Span
    ) -> None:
        assert can_be(part, own, others) is can_be(part, own, others, NOTHING)


class TestAnAgreedPart:
    """A part that is rounded holds when some part half its unit around it does."""

    @given(parts | all_or_none, spans(), spans(), st.sampled_from([0, 1, 5, 20, 100]))
    def test_it_holds_exactly_when_some_part_near_it_holds(
        self, part: Fraction, own: Span, others: Span, hundredths: int
    ) -> None:
        near = Fraction(hundredths, 100)
        low, high = max(part - near, Fraction(0)), min(part + near, Fraction(1))
        ends = [can_be(end, own, others) for end in (low, high)]
        inside = [
            low <= own_amount / (own_amount + rest) <= high
            for own_amount in map(Fraction, (own.least, own.most or 0))
            for rest in map(Fraction, (others.least, others.most or 0))
            if own_amount + rest
        ]
        holds = can_be(part, own, others, give_or_take=near)
        assert holds is (any(ends) or any(inside) or not (own.least or others.least))

    @given(parts, spans(), spans())
    def test_nothing_to_give_or_take_is_the_exact_part(
        self, part: Fraction, own: Span, others: Span
    ) -> None:
        assert can_be(part, own, others, give_or_take=Fraction(0)) is can_be(part, own, others)

    def test_all_or_nothing_is_asked_exactly_of_what_has_no_limit(self) -> None:
        assert can_be(Fraction(1), unlimited, NOTHING)
        assert not can_be(Fraction(1), unlimited, exact)
        assert can_be(Fraction(0), NOTHING, unlimited)
        assert not can_be(Fraction(0), exact, unlimited)


class TestWithoutLimit:
    """A span without limit is one with a limit that no sum here comes near."""

    @given(parts, triples, lifts)
    def test_no_limit_is_a_limit_far_away(
        self, part: Fraction, known: tuple[Span, ...], lifted: tuple[bool, ...]
    ) -> None:
        assert can_be(part, *without(known, None, lifted)) is can_be(
            part, *without(known, FAR, lifted)
        )

    @given(parts, spans(), spans())
    def test_missing_money_of_ones_own_can_only_be_too_much_already(
        self, part: Fraction, own: Span, others: Span
    ) -> None:
        lifted = Span(own.least, None)
        too_much = Fraction(own.least) > part * Fraction(own.least + (others.most or Decimal(0)))
        assert can_be(part, lifted, others) is not too_much

    @given(parts)
    def test_nothing_known_can_be_anything(self, part: Fraction) -> None:
        assert can_be(part, unlimited, unlimited)
        assert can_be(part, unlimited, exact)
        assert can_be(part, exact, unlimited)
        assert can_be(part, exact, NOTHING, unlimited)
        assert can_be(part, NOTHING, exact, unlimited)


class TestExact:
    """The decimal context: nothing is rounded, and nobody else can change it."""

    @pytest.mark.parametrize("divisor", [3, 7, 9, 10**12 - 1])
    def test_it_refuses_to_round(self, divisor: int) -> None:
        with localcontext(EXACT), pytest.raises(Inexact):
            Decimal(1) / divisor

    def test_it_refuses_a_sum_that_it_cannot_hold(self) -> None:
        with localcontext(EXACT), pytest.raises(Inexact):
            Decimal("1e60") + Decimal("0.01")

    @given(st.lists(money, max_size=20), st.integers(1, 10**9))
    def test_sums_of_any_number_of_amounts_fit_in_it(self, some: list[Decimal], often: int) -> None:
        with localcontext(EXACT):
            total = sum((amount * often for amount in some), Decimal(0)) * 4
        assert (
            Fraction(total) == sum((Fraction(amount) for amount in some), Fraction(0)) * often * 4
        )

    @given(parts, spans(), spans(), eithers)
    def test_in_it_the_callers_context_never_matters(
        self, part: Fraction, own: Span, others: Span, either: Span
    ) -> None:
        usual = can_be(part, own, others, either)
        with localcontext(Context(prec=1)), localcontext(EXACT):
            assert can_be(part, own, others, either) is usual

    def test_a_use_of_it_leaves_no_trace_on_it(self) -> None:
        before = repr(EXACT)
        with localcontext(EXACT) as used:
            assert used is not EXACT
            with pytest.raises(Inexact):
                Decimal(1) / 3
            used.prec = 1
            used.traps[Inexact] = False
            assert Decimal(2) / 3 == Decimal("0.7")
        assert repr(EXACT) == before
        assert not any(EXACT.flags.values())

    def test_a_use_of_it_leaves_no_trace_on_the_callers_context(self) -> None:
        before = repr(getcontext())
        with localcontext(EXACT):
            assert can_be(QUARTER, exact, Span(Decimal(15), Decimal(15)))
        assert repr(getcontext()) == before
