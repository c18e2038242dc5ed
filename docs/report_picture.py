"""Draws the report that the README shows: ``python docs/report_picture.py``."""

from collections.abc import Iterator
from datetime import date
from html import escape
from pathlib import Path
from textwrap import wrap

import finsam

HERE = Path(__file__).parent
PICTURE = HERE / "assets" / "report.svg"
EXAMPLE = HERE.parent / "examples" / "goteborg-fontanhus.json"
ON = date(2024, 6, 1)
LINE = 22
COLOURS = {"fail": "#b3261e", "open": "#7a5900", "pass": "#1b6e3c"}


def picture() -> str:
    """The report on the example, as an image that reads alike on light and dark pages."""
    forbund = finsam.Forbund.model_validate_json(EXAMPLE.read_text(encoding="utf-8"))
    rows = list(_rows(finsam.check(forbund, on=ON)))
    height = LINE * len(rows) + 32
    head = f"{forbund.name}, {ON}"
    said = " ".join([head, *(text for _, text in rows)])
    body = "".join(
        f'<text x="20" y="{34 + LINE * number}" {style}>{escape(text)}</text>\n'
        for number, (style, text) in enumerate([('font-weight="600"', head), *rows])
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="760" height="{height + LINE}" '
        f'viewBox="0 0 760 {height + LINE}" role="img" aria-label="{escape(said)}" '
        'font-family="sans-serif" font-size="14" fill="#1f1f1f">\n'
        f'<rect x=".5" y=".5" width="759" height="{height + LINE - 1}" rx="8" fill="#fff" '
        f'stroke="#999"/>\n{body}</svg>\n'
    )


def _rows(report: finsam.Report) -> Iterator[tuple[str, str]]:
    for verdict, colour in COLOURS.items():
        found = [finding for finding in report.findings if finding.verdict == verdict]
        yield f'font-weight="600" fill="{colour}"', f"{verdict} ({len(found)})"
        for finding in found[:3]:
            told = finding.message("en") if verdict != "pass" else _title(finding)
            for line in wrap(f"{finding.citation.short('en')}  {told}", 92):
                yield "", line
        if len(found) > 3:
            yield 'fill="#666"', f"and {len(found) - 3} more"


def _title(finding: finsam.Finding) -> str:
    return finsam.rule(finding.rule).title.en


if __name__ == "__main__":
    PICTURE.write_text(picture(), encoding="utf-8", newline="\n")
