"""The pages that follow from the library are those that it makes today."""

import runpy
from pathlib import Path

DOCS = Path(__file__).parents[2] / "docs"


def test_every_generated_page_is_as_the_library_makes_it() -> None:
    pages = runpy.run_path(str(DOCS / "generate.py"))["pages"]()
    assert pages.keys() == {"coverage.md", "readings.md", "rules.md", "statute.md"}
    for name, text in pages.items():
        written = (DOCS / name).read_text(encoding="utf-8")
        assert written == text, f"docs/{name} is out of date: run  python docs/generate.py"
