"""Draw the reports in the README and the guides: ``python docs/report_picture.py``."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from html import escape
from pathlib import Path
from textwrap import wrap
from typing import NamedTuple

import finsam
from finsam.rendering import text
from finsam.rendering.labels import HEADING_VERDICT, MARK, VERDICT
from finsam.rendering.outline import Outline, outline

HERE = Path(__file__).parent
ASSETS = HERE / "assets"
EXAMPLES = HERE.parent / "examples"
COLOURS = {"fail": "#b3261e", "open": "#7a5900", "review": "#6b3fa0", "pass": "#1b6e3c"}
SHOWN = 5


class Row(NamedTuple):
    """A line of a picture: its text, its indent and its style."""

    said: str
    left: int = 0
    style: str = ""


def pictures() -> dict[str, str]:
    """Each picture's name and text."""
    clubhouse = _report("goteborg-fontanhus", date(2024, 6, 1))
    board = _report("bollebygd-mark-svenljunga-2008", date(2008, 12, 31))
    return {
        "report.svg": _page(clubhouse),
        "terminal.svg": _terminal(board, "bollebygd-mark-svenljunga-2008.json", "2008-12-31"),
    }


def _report(name: str, on: date) -> finsam.Report:
    body = (EXAMPLES / f"{name}.json").read_text(encoding="utf-8")
    return finsam.check(finsam.Forbund.model_validate_json(body), on=on)


def _page(report: finsam.Report) -> str:
    """The beginning of a report in English, legible on light and dark pages."""
    return _drawn(list(_page_rows(report)), width=760, line=22, font="14px sans-serif")


def _page_rows(report: finsam.Report) -> Iterator[Row]:
    view = outline(report, "en")
    yield Row(report.forbund, 0, 'font-weight="600" font-size="18"')
    verdict = report.verdict.value
    bold = f'font-weight="600" fill="{COLOURS[verdict]}"'
    yield Row(f"{MARK[report.verdict]} {VERDICT[report.verdict].en}", 0, bold)
    yield from _lines(view.stage, 0)
    yield from _lines(view.counts, 0)
    yield from _lines(" ".join(view.facts), 0, 'fill="#555"')
    for name, groups, _ in view.attended:
        yield from _heading(name, view)
        for group in groups:
            for entry in group.entries:
                yield from _lines(f"{group.head.citation}  {entry.message}", 12)
                yield from _lines(f"{group.head.rule}; {entry.where}", 24, 'fill="#555"')
    yield from _heading("missing", view)
    for number, asked in enumerate(view.asked[:SHOWN], 1):
        yield from _lines(f"{number}. {asked.text}", 12)
    yield Row(f"and {len(view.asked) - SHOWN} more", 12, 'fill="#555"')
    yield from _heading("unasked", view)
    for topic in view.unasked:
        yield from _lines(topic.message, 12)
    yield from _heading("holds", view)


def _heading(name: str, view: Outline) -> Iterator[Row]:
    verdict = HEADING_VERDICT[name]
    said = f"{MARK[verdict]} {view.heading(name)}"
    yield Row("")
    yield Row(said, 0, f'font-weight="600" fill="{COLOURS[verdict.value]}"')


def _lines(said: str, left: int, style: str = "") -> Iterator[Row]:
    for line in wrap(said, 108 - left // 6, break_long_words=False):
        yield Row(line, left, style)


def _terminal(report: finsam.Report, source: str, on: str) -> str:
    """What a terminal shows, in the colours of a dark one."""
    rows = [Row(f"$ finsam check {source} --on {on}", 0, 'fill="#9cc2ff"')]
    rows += map(_terminal_row, text.lines(report, "sv", source=source, colour=True))
    return _drawn(rows, width=880, line=18, font="14px ui-monospace,monospace", dark=True)


def _terminal_row(line: str) -> Row:
    coloured = re.fullmatch("\x1b\\[1;([0-9]+)m(.*)\x1b\\[0m", line)
    if coloured is None:
        return Row(line)
    return Row(coloured[2], 0, f'font-weight="600" fill="{_TERMINAL[coloured[1]]}"')


_TERMINAL = {"31": "#ff8a80", "33": "#f4d06f", "35": "#d8a7ff", "32": "#8fe3a9"}
"""The colours that terminals number."""


def _drawn(rows: Iterable[Row], *, width: int, line: int, font: str, dark: bool = False) -> str:
    """Rows as an image."""
    rows = list(rows)
    height = line * len(rows) + 40
    said = " ".join(" ".join(row.said for row in rows).split())
    body = "".join(
        f'<text x="{20 + row.left}" y="{32 + line * number}" xml:space="preserve" {row.style}>'
        f"{escape(row.said)}</text>\n"
        for number, row in enumerate(rows)
        if row.said
    )
    paper, ink = ("#15171c", "#ececec") if dark else ("#fff", "#1f1f1f")
    size, _, family = font.partition(" ")
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
        f'viewBox="0 0 {width} {height}" role="img" aria-label="{escape(said)}" '
        f'font-family="{family}" font-size="{size.removesuffix("px")}" fill="{ink}">\n'
        f'<rect x=".5" y=".5" width="{width - 1}" height="{height - 1}" rx="8" fill="{paper}" '
        f'stroke="#999"/>\n{body}</svg>\n'
    )


if __name__ == "__main__":
    for name, drawn in pictures().items():
        (ASSETS / name).write_text(drawn, encoding="utf-8", newline="\n")
