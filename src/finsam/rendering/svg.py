"""Charts as SVG elements, for a page or for a file of their own.

Text inherits the colour of its surroundings, so that a chart is legible on light and dark pages
alike. Each chart has a text alternative that says the same.
"""

from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from finsam.law.text import Lang
from finsam.rendering.escape import html
from finsam.rendering.labels import MARK, POOL
from finsam.rendering.shares import asked, gap, given, heading, in_all
from finsam.validation.engine.verdict import Verdict
from finsam.validation.year_money import GivenShare, YearMoney

_WIDTH: Final = 400
_ROW: Final = 66
_TOP: Final = 34
_BAR: Final = "#4a7ebb"
"""Visible on both white and black."""


def money(year: YearMoney, lang: Lang) -> str:
    """A bar chart of a year's money, with a line at the required share of each pool."""
    height = _TOP + _ROW * len(year.shares)
    title, total = heading(year, lang), in_all(year, lang)
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
    parts = [given(share, year, lang), asked(share, lang), gap(share, lang)]
    return f"{POOL[share.pool].get(lang)} {', '.join(filter(None, parts))}"


def _row(share: GivenShare, year: YearMoney, top: int, lang: Lang) -> Iterator[str]:
    yield f'<text x="0" y="{top + 12}">{html(POOL[share.pool].get(lang))}</text>'
    yield (
        f'<text x="{_WIDTH}" y="{top + 12}" text-anchor="end">'
        f"{html(given(share, year, lang))}</text>"
    )
    yield (
        f'<rect x="0.5" y="{top + 18.5}" width="{_WIDTH - 1}" height="13" fill="none" '
        'stroke="currentColor" stroke-opacity="0.5"'
    )
    yield ' stroke-dasharray="4 4"/>' if share.actual is None else "/>"
    if share.actual is not None and share.required is not None and year.total:
        bar = _along(Fraction(share.actual) / Fraction(year.total))
        line = _along(Fraction(share.required) / Fraction(year.total))
        yield f'<rect x="0" y="{top + 18}" width="{bar}" height="14" fill="{_BAR}"/>'
        yield (
            f'<path d="M{line} {top + 15}V{top + 35}" stroke="currentColor" stroke-width="2.5"/>'
            f'<text x="0" y="{top + 48}">{html(asked(share, lang))}</text>'
        )
    weight = "600" if share.verdict is Verdict.FAIL else "400"
    yield (
        f'<text x="{_WIDTH}" y="{top + 48}" text-anchor="end" font-weight="{weight}">'
        f"{MARK[share.verdict]} {html(gap(share, lang))}</text>"
    )


def _along(part: Fraction) -> str:
    """Where a fraction of the whole ends on the x-axis, to one decimal."""
    tenths = int(part * _WIDTH * 10)
    return f"{tenths // 10}.{tenths % 10}"
