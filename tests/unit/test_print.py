"""Printed pages, as a browser makes them; skipped where none is installed."""

import re
import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest

import finsam

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
BROWSER = next(filter(None, map(shutil.which, BROWSERS)), None)
EXAMPLES = Path(__file__).parents[2] / "examples"

pytestmark = pytest.mark.skipif(BROWSER is None, reason="no browser is installed")


def example(name: str) -> finsam.Forbund:
    return finsam.Forbund.model_validate_json((EXAMPLES / f"{name}.json").read_bytes())


def pages(html: str, folder: Path) -> int:
    """How many pages a document takes on paper."""
    assert BROWSER is not None
    page, pdf = folder / "report.html", folder / "report.pdf"
    page.write_text(html, encoding="utf-8")
    quiet = ("--headless", "--disable-gpu", "--no-sandbox", f"--user-data-dir={folder / 'home'}")
    command = [BROWSER, *quiet, "--no-pdf-header-footer", f"--print-to-pdf={pdf}", page.as_uri()]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    return len(re.findall(rb"/Type ?/Page\b", pdf.read_bytes()))


def test_a_county_with_eighty_insatser_fits_a_few_pages(tmp_path: Path) -> None:
    insatser = [finsam.Insats(name=f"Insats {n}", kind="individual") for n in range(80)]
    county = example("uppsala-lan-2016").replace(insatser=insatser)
    assert 1 <= pages(finsam.check(county, on=date(2016, 12, 31)).to_html(), tmp_path) <= 4


def test_what_holds_is_printed_only_when_it_is_open(tmp_path: Path) -> None:
    report = finsam.check(example("skelleftea-norsjo-2025"), on=date(2025, 12, 31))
    page = report.to_html()
    assert pages(page, tmp_path) < pages(page.replace("<details>", "<details open>"), tmp_path)
