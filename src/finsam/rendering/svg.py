"""Charts as SVG elements, for a page or for a file of their own.

Text inherits the colour of its surroundings, so that a chart is legible on light and dark pages
alike. Each chart has a text alternative that says the same.
"""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from typing import Final

from finsam.law.text import Lang, Text, kronor, listing, percent
from finsam.rendering.escape import html
from finsam.rendering.labels import ASKED, MARK, NOT_KNOWN, ONE, POOL
from finsam.validation.engine.verdict import Verdict
from finsam.validation.places import party
from finsam.validation.year_money import GivenShare, YearMoney

_WIDTH: Final = 400
_ROW: Final = 66
_TOP: Final = 34
_BAR: Final = "#4a7ebb"
"""Visible on both white and black."""

_TITLE: Final = Text("Pengarna för {year}", "The money of {year}")
_TOTAL: Final = Text("sammanlagt {total} kr", "SEK {total} in all")
_TOTAL_UNKNOWN: Final = Text("summan inte känd", "sum not known")
_AMOUNT: Final = Text("{amount} kr", "SEK {amount}")
_GIVEN: Final = Text("{amount} kr ({share})", "SEK {amount} ({share})")
_MISSING: Final = Text("saknas: {members}", "missing: {members}")
_NOT_DECIDED: Final = Text("kan inte avgöras", "cannot be decided")
_HUMAN: Final = Text("måste bedömas", "for a human to judge")
_ASKED: Final = Text("{part} är {required} kr", "{part} is SEK {required}")
_LITTLE: Final = Text("{amount} kr för lite", "SEK {amount} too little")
_MUCH: Final = Text("{amount} kr för mycket", "SEK {amount} too much")
_ROUNDED: Final = Text("stämmer, avrundat", "holds, as rounded")
_HOLDS: Final = Text("stämmer", "holds")


def money(year: YearMoney, lang: Lang) -> str:
    """A bar chart of a year's money, with a line at the required share of each pool."""
    height = _TOP + _ROW * len(year.shares)
    title = _TITLE.get(lang).format(year=year.year)
    total = _TOTAL_UNKNOWN.get(lang)
    if year.total is not None:
        total = _TOTAL.get(lang).format(total=kronor(year.total, lang))
    description = "; ".join(_describe(share, year, lang) for share in year.shares)
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}" role="img" '
        f'aria-label="{html(f"{title}, {total}. {description}.")}" '
        'style="width:100%;max-width:480px;height:auto;font:13px system-ui,sans-serif" '
        'fill="currentColor">'
    )
    parts = [
        head,
        f'<text x="0" y="14" font-weight="600">{html(title)}</text>',
        f'<text x="{_WIDTH}" y="14" text-anchor="end">{html(total)}</text>',
    ]
    for number, share in enumerate(year.shares):
        parts += _row(share, year, _TOP + number * _ROW, lang)
    return "".join([*parts, "</svg>"])


def _describe(share: GivenShare, year: YearMoney, lang: Lang) -> str:
    """Describe a pool's share in words, for screen readers."""
    asked = ""
    if share.required is not None:
        asked = ", " + _asked(share, lang)
    return f"{POOL[share.pool].get(lang)} {_given(share, year, lang)}{asked}, {_gap(share, lang)}"


def _row(share: GivenShare, year: YearMoney, top: int, lang: Lang) -> Iterator[str]:
    yield f'<text x="0" y="{top + 12}">{html(POOL[share.pool].get(lang))}</text>'
    yield (
        f'<text x="{_WIDTH}" y="{top + 12}" text-anchor="end">'
        f"{html(_given(share, year, lang))}</text>"
    )
    yield (
        f'<rect x="0.5" y="{top + 18.5}" width="{_WIDTH - 1}" height="13" fill="none" '
        'stroke="currentColor" stroke-opacity="0.5"'
    )
    yield ' stroke-dasharray="4 4"/>' if share.actual is None else "/>"
    if share.actual is not None and share.required is not None and year.total:
        given = _along(Fraction(share.actual) / Fraction(year.total))
        asked = _along(Fraction(share.required) / Fraction(year.total))
        yield f'<rect x="0" y="{top + 18}" width="{given}" height="14" fill="{_BAR}"/>'
        yield (
            f'<path d="M{asked} {top + 15}V{top + 35}" stroke="currentColor" stroke-width="2.5"/>'
            f'<text x="0" y="{top + 48}">{html(_asked(share, lang))}</text>'
        )
    weight = "600" if share.verdict is Verdict.FAIL else "400"
    yield (
        f'<text x="{_WIDTH}" y="{top + 48}" text-anchor="end" font-weight="{weight}">'
        f"{MARK[share.verdict]} {html(_gap(share, lang))}</text>"
    )


def _along(part: Fraction) -> str:
    """Where a fraction of the whole ends on the x-axis, to one decimal."""
    tenths = int(part * _WIDTH * 10)
    return f"{tenths // 10}.{tenths % 10}"


def _given(share: GivenShare, year: YearMoney, lang: Lang) -> str:
    if share.actual is None:
        return NOT_KNOWN.get(lang)
    amount = kronor(share.actual, lang)
    if not year.total:
        return _AMOUNT.get(lang).format(amount=amount)
    part = percent(Fraction(share.actual) / Fraction(year.total), lang)
    return _GIVEN.get(lang).format(amount=amount, share=part)


def _asked(share: GivenShare, lang: Lang) -> str:
    required = "" if share.required is None else kronor(share.required, lang)
    return _ASKED.get(lang).format(part=ASKED[share.pool].get(lang), required=required)


def _gap(share: GivenShare, lang: Lang) -> str:
    """How far a pool is from its share, or why that is not known."""
    difference = share.difference
    if share.verdict is Verdict.PASS:
        return (_ROUNDED if difference else _HOLDS).get(lang)
    if share.verdict is Verdict.OPEN:
        if not share.missing:
            return _NOT_DECIDED.get(lang)
        count = len(share.missing) + share.more_missing
        named = [party(key, date.max) for key in share.missing[: 3 if count == 3 else 2]]
        members = listing(named, lang, more=count - len(named))
        return _MISSING.get(lang).format(members=members)
    if difference:
        text = _LITTLE if difference < 0 else _MUCH
        return text.get(lang).format(amount=kronor(difference, lang))
    return (_HUMAN if share.verdict is Verdict.REVIEW else ONE[share.verdict]).get(lang)
