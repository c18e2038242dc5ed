"""Text in the library's two languages, and figures written as each language writes them."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Literal, NamedTuple

Lang = Literal["sv", "en"]
"""Swedish or English."""


class Text(NamedTuple):
    """The same thing said in Swedish and in English."""

    sv: str
    en: str

    def get(self, lang: Lang) -> str:
        """The text in one language.

        Raises:
            ValueError: the language is neither ``"sv"`` nor ``"en"``.
        """
        if lang == "sv":
            return self.sv
        if lang == "en":
            return self.en
        raise ValueError(f"lang is 'sv' or 'en', not {lang!r}")


def kronor(amount: Decimal, lang: Lang) -> str:
    """An amount without its sign, every decimal kept: ``1 234 567,50`` or ``1,234,567.50``.

    Thousands are parted by a no-break space in Swedish. The figure is exact: two decimals at
    least when there are any, more where a quarter of an amount needs them.
    """
    whole, _, decimals = f"{amount:f}".lstrip("-").partition(".")
    decimals = decimals.rstrip("0")
    grouped = f"{int(whole):,}"
    if decimals:
        decimals = decimals.ljust(2, "0")
    if lang == "sv":
        return grouped.replace(",", "\N{NO-BREAK SPACE}") + ("," + decimals if decimals else "")
    return grouped + ("." + decimals if decimals else "")


def percent(share: Fraction, lang: Lang) -> str:
    """A share in per cent to one decimal, halves up: ``23,1 procent`` or ``23.1 per cent``."""
    tenths = (2000 * share.numerator + share.denominator) // (2 * share.denominator)
    whole, tenth = divmod(tenths, 10)
    figure = f"{whole},{tenth}" if tenth else str(whole)
    return f"{figure} procent" if lang == "sv" else f"{figure.replace(',', '.')} per cent"


def listing(items: Sequence[str], lang: Lang) -> str:
    """Words in a row: ``a, b och c`` or ``a, b and c``."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {'och' if lang == 'sv' else 'and'} {items[-1]}"
