"""Add generated pages to the site when it is built."""

import re
import runpy
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

import finsam

HERE = Path(__file__).parent


def _pages(script: str) -> dict[str, str]:
    made: dict[str, str] = runpy.run_path(str(HERE / script))["pages"]()
    return made


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Put the pages of rules and notebooks into the navigation, and the version into the footer."""
    act = finsam.statute.last_amendment
    config.copyright = f"finsam {finsam.__version__}; the act up to SFS {act}"
    rules = [{rule.id: f"rules/{rule.id}.md"} for rule in finsam.rules()]
    notebooks = [
        {title: name} for name, title in _titles(HERE.parent / "examples" / "notebooks").items()
    ]
    _put(config.nav or [], "Rules", [{"All rules": "rules.md"}, *rules])
    _put(config.nav or [], "Notebooks", [{"Notebooks": "notebooks.md"}, *notebooks])
    return config


def _put(nav: list[Any], title: str, pages: list[dict[str, str]]) -> None:
    for entry in nav:
        for name, inside in entry.items() if isinstance(entry, dict) else ():
            if name == title:
                entry[name] = pages
            elif isinstance(inside, list):
                _put(inside, title, pages)


def _titles(folder: Path) -> dict[str, str]:
    titles: dict[str, str] = runpy.run_path(str(HERE / "notebook_pages.py"))["titles"](folder)
    return titles


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the pages of the rules and of the notebooks."""
    for name, text in _made():
        files.append(File.generated(config, name, content=text))
    return files


def _made() -> Iterator[tuple[str, str]]:
    for script in ("rule_pages.py", "notebook_pages.py"):
        yield from _pages(script).items()


def on_page_content(html: str, **_: object) -> str:
    """Show references in docstrings by name, and let the keyboard scroll wide tables."""
    html = _ROLE.sub(lambda match: f"<code>{match[1].rpartition('.')[2]}</code>", html)
    return _TABLE.sub(
        r'<div class="scroll" tabindex="0"><table class="plain">\1</table></div>', html
    )


def on_post_page(output: str, page: Page, **_: object) -> str:
    """Label the theme's search for screen readers, and load nothing from elsewhere."""
    # A browser runs no worker from a folder; this makes one of a frame (iframe-worker 1.0.4, MIT).
    here = get_relative_url("assets/iframe-worker.js", page.url)
    output = output.replace("https://unpkg.com/iframe-worker/shim", here)
    return output.replace(
        'data-md-component="search" role="dialog"',
        'data-md-component="search" role="dialog" aria-label="Search"',
    )


_SCROLLING = r'<div class="scroll" tabindex="0"><table class="plain">\1</table></div>'
_TABLE = re.compile(r"<table>(\s*<thead>.*?)</table>", re.DOTALL)


_ROLE = re.compile(r":(?:class|meth|func|attr|data|mod):<code>~?([^<]*)</code>")


def on_page_markdown(markdown: str, page: Page, **_: object) -> str:
    """Link the list of rules to the page of each rule."""
    if page.file.src_uri == "rules.md":
        for rule in finsam.rules():
            markdown = markdown.replace(
                f"## {rule.id}\n", f"## {rule.id}\n\n[Examples and facts](rules/{rule.id}.md)\n"
            )
    return markdown
