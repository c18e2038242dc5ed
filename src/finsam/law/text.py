"""Text in the library's two languages, and figures written as each language writes them."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Final, Literal, NamedTuple

from finsam.law.shares import nearest

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

    def filled(self, **facts: object) -> "Text":
        """The text with its placeholders filled in, the same in both languages."""
        return Text(self.sv.format(**facts), self.en.format(**facts))


class ExplainedError(Exception):
    """An error with a message in both languages; ``str`` gives the English one."""

    def __init__(self, text: Text) -> None:
        super().__init__(text)
        self._text = text

    def explain(self, lang: Lang) -> str:
        """The message in one language.

        Raises:
            ValueError: the language is neither ``"sv"`` nor ``"en"``.
        """
        return self._text.get(lang)

    def __str__(self) -> str:
        return self.explain("en")


class ExplainedValueError(ExplainedError, ValueError):
    """A ``ValueError`` with a message in both languages."""


_POINT: Final = Text(",", ".")


def quoted(said: object, lang: Lang = "en") -> str:
    """What somebody wrote, for a message; what may hold a personal number is not repeated."""
    written = repr(said)
    is_short = sum(c.isdigit() for c in written) < 6
    return written if is_short else Text("det som angavs", "what was given").get(lang)


def kronor(amount: Decimal, lang: Lang) -> str:
    """An amount without its sign, every decimal kept: ``1 234 567,50`` or ``1,234,567.50``.

    Thousands are parted by a no-break space in Swedish. The figure is exact: two decimals at
    least when there are any, more where a quarter of an amount needs them.

    Raises:
        ValueError: the language is neither ``"sv"`` nor ``"en"``.
    """
    whole, _, decimals = f"{amount:f}".lstrip("-").partition(".")
    grouped = f"{int(whole):,}".replace(",", Text("\N{NO-BREAK SPACE}", ",").get(lang))
    decimals = decimals.rstrip("0")
    return f"{grouped}{_POINT.get(lang)}{decimals:0<2}" if decimals else grouped


def ore(amount: Fraction) -> Decimal:
    """An amount in kronor, at least zero, to the nearest öre, halves up."""
    hundredths = nearest(100 * amount)
    return Decimal(f"{hundredths // 100}.{hundredths % 100:02}")


def percent(share: Fraction, lang: Lang) -> str:
    """A share in per cent to one decimal, halves up: ``23,1 procent`` or ``23.1 per cent``.

    To more decimals, four at most, where fewer would take it for a whole number of per cent.

    Raises:
        ValueError: the language is neither ``"sv"`` nor ``"en"``.
    """
    decimals = 1
    whole, rest = _rounded(share, decimals)
    while not rest and decimals < 4 and (100 * share).denominator > 1:
        decimals += 1
        whole, rest = _rounded(share, decimals)
    figure = f"{whole}{_POINT.get(lang)}{rest:0{decimals}}" if rest else str(whole)
    return f"{figure} {Text('procent', 'per cent').get(lang)}"


def _rounded(share: Fraction, decimals: int) -> tuple[int, int]:
    """A share's per cent, halves up: the whole, and its decimals as a number."""
    unit: int = 10**decimals
    return divmod(nearest(100 * unit * share), unit)


def listing(items: Sequence[str], lang: Lang, *, more: int = 0) -> str:
    """Words in a row: ``a, b och c`` or ``a, b and c``.

    Args:
        items: the words.
        lang: the language.
        more: how many there are beside those that are named: ``a, b och 7 till``.

    Raises:
        ValueError: the language is neither ``"sv"`` nor ``"en"``.
    """
    last = Text(" och ", " and ").get(lang)
    if more:
        items = [*items, f"{more} {Text('till', 'more').get(lang)}"]
    return f"{', '.join(items[:-1])}{last}{items[-1]}" if len(items) > 1 else "".join(items)


def either(items: Sequence[str]) -> str:
    """Choices in a row, in English: ``a, b or c``."""
    return listing(items, "en").replace(" and ", " or ")


_MONTHS: Final = (
    Text("januari", "January"),
    Text("februari", "February"),
    Text("mars", "March"),
    Text("april", "April"),
    Text("maj", "May"),
    Text("juni", "June"),
    Text("juli", "July"),
    Text("augusti", "August"),
    Text("september", "September"),
    Text("oktober", "October"),
    Text("november", "November"),
    Text("december", "December"),
)


def month_day(written: str, lang: Lang) -> str:
    """A day of the year, ``"04-01"``, in words: ``den 1 april`` or ``1 April``.

    Raises:
        ValueError: it is no day of the year, or the language is neither ``"sv"`` nor ``"en"``.
    """
    month, day = map(int, written.split("-"))
    if not 1 <= month <= len(_MONTHS):
        raise ValueError(f"there is no month {month}")
    return Text(f"den {day} {_MONTHS[month - 1].sv}", f"{day} {_MONTHS[month - 1].en}").get(lang)
