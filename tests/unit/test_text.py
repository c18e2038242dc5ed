"""Figures and lists as each language writes them, and nothing lost on the way."""

import decimal
import re
from collections.abc import Callable
from decimal import Context, Decimal, localcontext
from fractions import Fraction
from typing import Final, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from finsam.law.text import Lang, Text, kronor, listing, month_day, ore, percent, quoted

HOSTILE: Final = Context(
    prec=1,
    rounding=decimal.ROUND_UP,
    Emin=0,
    Emax=0,
    capitals=0,
    clamp=1,
    traps=[
        *(decimal.Clamped, decimal.DivisionByZero, decimal.FloatOperation, decimal.Inexact),
        *(decimal.InvalidOperation, decimal.Overflow, decimal.Rounded, decimal.Subnormal),
        decimal.Underflow,
    ],
)
"""A caller's decimal context in which almost no calculation works."""

FIGURE: Final = {
    "sv": r"\d{1,3}(\N{NO-BREAK SPACE}\d{3})*(,(?!00$)\d{2}|,\d{2,}[1-9])?",
    "en": r"\d{1,3}(,\d{3})*(\.(?!00$)\d{2}|\.\d{2,}[1-9])?",
}
langs: Final[st.SearchStrategy[Lang]] = st.sampled_from(["sv", "en"])
amounts: Final = st.builds(
    lambda digits, exponent: Decimal(digits).scaleb(exponent),
    st.integers(-(10**14), 10**14),
    st.integers(-6, 6),
)
shares: Final = st.fractions(0, 2) | st.builds(
    Fraction, st.integers(0, 4000), st.sampled_from([2000, 1000, 200, 3])
)
words: Final = st.text(alphabet="abcdefgåäö", min_size=2, max_size=9).filter(
    lambda word: word not in {"och", "and"}
)


def read(figure: str, lang: Lang) -> Decimal:
    """The amount that a figure means to a reader of the language."""
    marks = {"sv": {"\N{NO-BREAK SPACE}": "", ",": "."}, "en": {",": ""}}[lang]
    return Decimal("".join(marks.get(sign, sign) for sign in figure))


class TestText:
    """The same thing in two languages, and no third."""

    def test_it_is_got_in_either_language(self) -> None:
        text = Text("kommun", "municipality")
        assert (text.get("sv"), text.get("en")) == ("kommun", "municipality")

    @given(st.text().filter(lambda lang: lang not in {"sv", "en"}))
    def test_an_unknown_language_is_refused_by_name(self, lang: str) -> None:
        with pytest.raises(ValueError, match="lang is 'sv' or 'en'") as caught:
            Text("kommun", "municipality").get(cast("Lang", lang))
        assert quoted(lang) in str(caught.value)

    @pytest.mark.parametrize(
        "say",
        [
            lambda lang: kronor(Decimal("1234.50"), lang),
            lambda lang: percent(Fraction(1, 4), lang),
            lambda lang: listing(["a", "b"], lang),
        ],
        ids=["kronor", "percent", "listing"],
    )
    def test_no_figure_or_list_is_written_in_an_unknown_language(
        self, say: Callable[[Lang], str]
    ) -> None:
        with pytest.raises(ValueError, match="'de'"):
            say(cast("Lang", "de"))


class TestKronor:
    """An amount as each language writes it, exactly."""

    @pytest.mark.parametrize(
        ("amount", "sv", "en"),
        [
            ("0", "0", "0"),
            ("-0.00", "0", "0"),
            ("999", "999", "999"),
            ("1000", "1\N{NO-BREAK SPACE}000", "1,000"),
            ("1E+3", "1\N{NO-BREAK SPACE}000", "1,000"),
            ("1234567.5", "1\N{NO-BREAK SPACE}234\N{NO-BREAK SPACE}567,50", "1,234,567.50"),
            ("-1234.500", "1\N{NO-BREAK SPACE}234,50", "1,234.50"),
            ("0.125", "0,125", "0.125"),
            ("1.00", "1", "1"),
            ("999999999999.99", "999 999 999 999,99".replace(" ", "\xa0"), "999,999,999,999.99"),
        ],
    )
    def test_it_is_written_as_the_language_writes_it(self, amount: str, sv: str, en: str) -> None:
        assert kronor(Decimal(amount), "sv") == sv
        assert kronor(Decimal(amount), "en") == en

    @given(amounts, langs)
    def test_the_figure_read_back_is_the_amount_without_its_sign(
        self, amount: Decimal, lang: Lang
    ) -> None:
        assert read(kronor(amount, lang), lang) == amount.copy_abs()

    @given(amounts, langs)
    def test_it_has_its_thousands_parted_and_no_decimals_or_two_or_those_that_it_needs(
        self, amount: Decimal, lang: Lang
    ) -> None:
        assert re.fullmatch(FIGURE[lang], kronor(amount, lang))

    @given(amounts, langs)
    def test_equal_amounts_are_written_alike(self, amount: Decimal, lang: Lang) -> None:
        assert kronor(amount, lang) == kronor(amount.normalize(), lang) == kronor(-amount, lang)

    @given(amounts, langs)
    def test_the_callers_decimal_context_never_matters(self, amount: Decimal, lang: Lang) -> None:
        usual = kronor(amount, lang)
        with localcontext(HOSTILE) as context:
            assert kronor(amount, lang) == usual
            assert not any(context.flags.values())


class TestPercent:
    """A share in per cent, to the nearest tenth, halves up; nearer where a tenth hides the gap."""

    @pytest.mark.parametrize(
        ("share", "figure"),
        [
            ("0", "0"),
            ("1/4", "25"),
            ("1/2", "50"),
            ("1", "100"),
            ("1/3", "33,3"),
            ("2/3", "66,7"),
            ("0.2305", "23,1"),
            ("0.23049", "23,05"),
            ("0.499999", "49,9999"),
            ("0.49999999", "50"),
            ("0.5000001", "50"),
            ("1/101", "0,99"),
            ("0.0005", "0,1"),
            ("0.00049", "0,05"),
            ("0.9995", "99,95"),
            ("0.9994", "99,9"),
        ],
    )
    def test_it_is_written_as_the_language_writes_it(self, share: str, figure: str) -> None:
        assert percent(Fraction(share), "sv") == f"{figure} procent"
        assert percent(Fraction(share), "en") == f"{figure.replace(',', '.')} per cent"

    @given(shares, langs)
    def test_the_figure_is_the_nearest_tenth_and_halves_go_up(
        self, share: Fraction, lang: Lang
    ) -> None:
        figure, _, unit = percent(share, lang).partition(" ")
        over = Fraction(figure.replace(",", ".")) - share * 100
        assert -Fraction(1, 20) < over <= Fraction(1, 20)
        assert unit == {"sv": "procent", "en": "per cent"}[lang]
        decimals = {"sv": r"\d+(,\d{0,3}[1-9])?", "en": r"\d+(\.\d{0,3}[1-9])?"}
        assert re.fullmatch(decimals[lang], figure)

    @given(shares, shares)
    def test_a_greater_share_never_has_a_smaller_figure(
        self, one: Fraction, other: Fraction
    ) -> None:
        less, more = (Fraction(percent(s, "en").split()[0]) for s in sorted([one, other]))
        assert less <= more

    @given(shares, langs)
    def test_the_callers_decimal_context_never_matters(self, share: Fraction, lang: Lang) -> None:
        usual = percent(share, lang)
        with localcontext(HOSTILE):
            assert percent(share, lang) == usual


class TestListing:
    """Words in a row, the last two joined by a word."""

    @pytest.mark.parametrize(
        ("items", "sv", "en"),
        [
            ((), "", ""),
            (("a",), "a", "a"),
            (("a", "b"), "a och b", "a and b"),
            (("a", "b", "c"), "a, b och c", "a, b and c"),
        ],
    )
    def test_it_is_written_as_the_language_writes_it(
        self, items: tuple[str, ...], sv: str, en: str
    ) -> None:
        assert listing(items, "sv") == sv
        assert listing(items, "en") == en

    @given(st.lists(words), langs)
    def test_every_item_can_be_read_back_in_its_place(self, items: list[str], lang: Lang) -> None:
        joined = listing(items, lang)
        assert (
            re.findall(r"\w+", joined.replace({"sv": " och ", "en": " and "}[lang], " ")) == items
        )

    @given(st.lists(words, min_size=2), langs)
    def test_all_but_the_last_two_are_parted_by_commas(self, items: list[str], lang: Lang) -> None:
        joined = listing(items, lang)
        assert joined.count(", ") == len(items) - 2
        assert joined.endswith({"sv": " och ", "en": " and "}[lang] + items[-1])


class TestOre:
    """Amounts that are calculated are stated to the nearest öre."""

    @pytest.mark.parametrize(
        ("amount", "found"),
        [
            (Fraction(0), "0.00"),
            (Fraction(1, 3), "0.33"),
            (Fraction(2, 3), "0.67"),
            (Fraction(1, 200), "0.01"),
            (Fraction(999, 200000), "0.00"),
            (Fraction(3, 40), "0.08"),
            (Fraction(1999, 200), "10.00"),
            (Fraction(1234567), "1234567.00"),
        ],
    )
    def test_it_is_the_nearest_and_halves_go_up(self, amount: Fraction, found: str) -> None:
        assert str(ore(amount)) == found

    @given(st.fractions(min_value=0, max_value=10**12))
    def test_it_is_at_most_half_an_ore_off(self, amount: Fraction) -> None:
        assert -Fraction(1, 200) < Fraction(ore(amount)) - amount <= Fraction(1, 200)


class TestQuoted:
    """What was written is quoted, unless it may hold a personal number."""

    @pytest.mark.parametrize("said", ["Ystad", "12345", "1-2 3.4/5", 12345, ["5", 5]])
    def test_what_has_fewer_than_six_digits_is_repeated(self, said: object) -> None:
        assert quoted(said) == repr(said)

    @pytest.mark.parametrize("said", ["850101", "8 5 0 1 0 1", "a850101-1239b", 850101])
    def test_what_has_six_is_not(self, said: object) -> None:
        assert quoted(said) == "what was given"


@pytest.mark.parametrize(
    ("written", "sv", "en"),
    [("01-01", "den 1 januari", "1 January"), ("10-31", "den 31 oktober", "31 October")],
)
def test_a_day_of_the_year_is_said_in_words(written: str, sv: str, en: str) -> None:
    assert (month_day(written, "sv"), month_day(written, "en")) == (sv, en)


def test_a_month_that_is_not_there_is_refused() -> None:
    with pytest.raises(ValueError, match="no month"):
        month_day("00-01", "sv")
