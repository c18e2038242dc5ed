"""Text in Swedish and English, and numbers and lists as each language writes them."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Final, Literal, NamedTuple

from finsam.law.shares import nearest

Lang = Literal["sv", "en"]
"""Swedish or English."""


class Text(NamedTuple):
    """A text in Swedish and English."""

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
        raise ValueError(f"lang is 'sv' or 'en', not {quoted(lang)}")

    def filled(self, **facts: object) -> "Text":
        """The text with its placeholders filled in; a fact that is a text, in each language."""
        sv = {name: fact.sv if isinstance(fact, Text) else fact for name, fact in facts.items()}
        en = {name: fact.en if isinstance(fact, Text) else fact for name, fact in facts.items()}
        return Text(self.sv.format(**sv), self.en.format(**en))


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


def may_be_personal(said: str, digits: int = 6) -> bool:
    """Whether a text has as many digits as a personal number, or as the birth date in one."""
    return sum(map(str.isdigit, said)) >= digits


def quoted(said: object, lang: Lang = "en") -> str:
    """User input for a message; input that may hold a personal number is not repeated."""
    written = repr(said)
    hidden = Text("det som angavs", "what was given")
    return hidden.get(lang) if may_be_personal(written) else written


def resembling(written: object, words: Iterable[str], most: int = 2) -> list[str]:
    """The words that resemble what was written, nearest first."""
    from difflib import get_close_matches  # noqa: PLC0415  only a mistake needs it

    if not isinstance(written, str) or len(written) > 60:
        return []
    known = {word.casefold(): word for word in words}
    close = get_close_matches(written.strip().casefold(), known, most, 0.7)
    return [known[one] for one in close]


def no_such(what: Text, said: object, near: Iterable[str], otherwise: Text) -> ExplainedValueError:
    """The error for a name that nothing has.

    Args:
        what: what has no such name, up to the name itself: ``"no party is called"``.
        said: the name.
        near: what may have been meant.
        otherwise: what to write, where that is nothing.
    """
    names = ", ".join(near)
    remedy = Text(f"menas {names}?", f"did you mean {names}?") if names else otherwise
    return ExplainedValueError(
        Text(
            f"{what.sv} {quoted(said, 'sv')}: {remedy.sv}",
            f"{what.en} {quoted(said)}: {remedy.en}",
        )
    )


def kronor(amount: Decimal, lang: Lang) -> str:
    """An amount without its sign, every decimal kept: ``1 234 567,50`` or ``1,234,567.50``.

    Swedish groups thousands with a no-break space. The amount is exact: if there are decimals, at
    least two are written, and more if it has more.

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

    A share that would look like a whole number of per cent gets more decimals, at most four.

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
    """A share in per cent, halves up: the whole, and its decimals as a number."""
    unit: int = 10**decimals
    return divmod(nearest(100 * unit * share), unit)


def listing(items: Sequence[str], lang: Lang, *, more: int = 0) -> str:
    """Join words: ``a, b och c`` or ``a, b and c``.

    Args:
        items: the words.
        lang: the language.
        more: how many items are not listed: ``a, b och 7 till``.

    Raises:
        ValueError: the language is neither ``"sv"`` nor ``"en"``.
    """
    last = Text(" och ", " and ").get(lang)
    if more:
        items = [*items, f"{more} {Text('till', 'more').get(lang)}"]
    return f"{', '.join(items[:-1])}{last}{items[-1]}" if len(items) > 1 else "".join(items)


def either(items: Sequence[str], lang: Lang = "en") -> str:
    """Choices in a row: ``a, b eller c`` or ``a, b or c``."""
    *others, last = items or [""]
    word = Text(" eller ", " or ").get(lang)
    return f"{', '.join(others)}{word}{last}" if others else last


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
        ValueError: there is no such month, or the language is neither ``"sv"`` nor ``"en"``.
    """
    month, day = map(int, written.split("-"))
    if not 1 <= month <= len(_MONTHS):
        raise ValueError(f"there is no month {month}")
    return Text(f"den {day} {_MONTHS[month - 1].sv}", f"{day} {_MONTHS[month - 1].en}").get(lang)
