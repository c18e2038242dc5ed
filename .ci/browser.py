"""What people see, in a real browser: a report, pages of the site and a notebook.

``python .ci/browser.py SITE [AXE]``: the folder of the site, and ``axe.min.js`` of axe-core. Each
page is opened on a phone and on a desk, light and dark: the console has no complaints, nothing is
fetched from elsewhere, nothing is wider than the screen, and axe finds nothing wrong. All links
within the site are followed. What Chromium or axe is missing for is skipped with a word.
"""

import json
import shutil
import sys
import tempfile
import threading
from collections.abc import Iterator
from datetime import date
from functools import partial
from html.parser import HTMLParser
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urldefrag, urljoin

import finsam

ROOT = Path(__file__).parents[1]
SHOTS = ROOT / "build" / "screenshots"
PAGES = (
    "report.html",
    "index.html",
    "rules/FINSAM-5-1.html",
    "reference/document.html",
    "notebooks/1-check-a-forbund.html",
)
SCREENS: dict[str, Any] = {
    "phone": {"width": 360, "height": 740},
    "desk": {"width": 1280, "height": 900},
}
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


class Links(HTMLParser):
    """The links of a page, and the places in it that a link can lead to."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.places: set[str] = set()
        self.pictures_without_text = 0
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what an element is, or where it leads."""
        told = {name: value or "" for name, value in attrs}
        self.places |= {told[name] for name in ("id", "name") if name in told}
        if tag in {"a", "link", "img", "script"}:
            self.links += [told[name] for name in ("href", "src") if name in told]
        if tag == "img" and not told.get("alt"):
            self.pictures_without_text += 1


def broken_links(site: Path) -> Iterator[str]:
    """Every link within the site that leads nowhere."""
    pages = {
        path.relative_to(site).as_posix(): Links(path.read_text(encoding="utf-8"))
        for path in site.rglob("*.html")
    }
    for name, page in pages.items():
        if page.pictures_without_text:
            yield f"{name}: a picture without a text in its place"
        for link in page.links:
            if (
                ":" in link.partition("/")[0]
                or link.startswith(("//", "data:"))
                or name == "404.html"
            ):
                continue
            address, place = urldefrag(urljoin(f"http://x/{name}", link))
            target = unquote(address.removeprefix("http://x/")) or "index.html"
            if not (site / target).exists():
                yield f"{name}: {link} leads to no file"
            elif place and target in pages and unquote(place) not in pages[target].places:
                yield f"{name}: {link} leads to no place in the page"


def report() -> str:
    """A page of a report with something of every kind on it, a hostile name among them."""
    body = json.loads((ROOT / "benchmarks" / "full.json").read_text(encoding="utf-8"))
    body["contributions"][0]["amount"] = "3950000"
    body["insatser"][0] |= {
        "within_joint_responsibility": False,
        "name": "<script>alert(1)</script>",
    }
    body["insatser"][1]["payments"] = None
    body["insatser"][2]["agreement"] = False
    body["insatser"][3]["payments"][0] = {"to": {"form": "company"}, "what": "other"}
    body["agreements"] = None
    forbund = finsam.Forbund.model_validate_json(json.dumps(body))
    return finsam.check(forbund, on=date(2024, 6, 1)).to_html("sv", source="full.json")


def serve(folder: Path) -> tuple[ThreadingHTTPServer, str]:
    """Serve a folder on this machine alone."""
    handler = partial(Quiet, directory=str(folder))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server, f"http://127.0.0.1:{server.server_address[1]}"


class Quiet(SimpleHTTPRequestHandler):
    """Serves without telling of it."""

    def log_message(self, *_: object) -> None:
        """Tell nothing."""


def seen(address: str, chromium: str, axe: str | None) -> Iterator[str]:
    """What is wrong with the pages in a browser."""
    from playwright.sync_api import sync_playwright

    SHOTS.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as play, tempfile.TemporaryDirectory() as profile:
        for scheme in ("light", "dark"):
            browser = play.chromium.launch_persistent_context(
                str(Path(profile) / scheme),
                executable_path=chromium,
                args=FLAGS,
                color_scheme=scheme,
            )
            page = browser.new_page()
            for screen, size in SCREENS.items():
                page.set_viewport_size(size)
                for name in PAGES:
                    told = f"{name} ({screen}, {scheme})"
                    for wrong in _wrong(page, address, name, axe):
                        yield f"{told}: {wrong}"
                    shot = f"{name.replace('/', '-').removesuffix('.html')}-{screen}-{scheme}.png"
                    page.screenshot(path=SHOTS / shot, full_page=True)
            browser.close()


def _wrong(page: Any, address: str, name: str, axe: str | None) -> list[str]:
    """What is wrong with one page on one screen."""
    wrong: list[str] = []
    listeners = {
        "console": lambda told: wrong.append(f"console: {told.type}: {told.text}"),
        "pageerror": lambda error: wrong.append(f"script: {error}"),
        "requestfailed": lambda request: wrong.append(f"cannot have {request.url}"),
        "request": lambda request: wrong.extend(_from_elsewhere(request.url, address)),
    }
    for event, listener in listeners.items():
        page.on(event, listener)
    page.goto(f"{address}/{name}", wait_until="load")
    wide, screen = page.evaluate("[document.documentElement.scrollWidth, window.innerWidth]")
    if wide > screen:
        wrong.append(f"is {wide} pixels wide on a screen of {screen}")
    if axe is not None:
        page.evaluate(axe)
        # The theme puts each copy button into a nav of its own, without a name.
        page_but_buttons = "{exclude: [['.md-code__nav']]}"
        found = page.evaluate(f"axe.run({page_but_buttons}, {{resultTypes: ['violations']}})")
        found = found["violations"]
        for each in found:
            where = [node["html"][:160] for node in each["nodes"][:3]]
            wrong.append(f"axe: {each['id']} ({each['impact']}): {where}")
    for event, listener in listeners.items():
        page.remove_listener(event, listener)
    return wrong


def _from_elsewhere(url: str, address: str) -> list[str]:
    return [] if url.startswith((address, "data:", "blob:")) else [f"asks for {url}"]


def main(site: Path, axe: Path | None) -> int:
    """Look at everything, tell what is wrong, and return how much."""
    (site / "report.html").write_text(report(), encoding="utf-8")
    wrong = list(broken_links(site))
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        print("skipped: there is no Chromium here to open the pages with")
    else:
        source = axe.read_text(encoding="utf-8") if axe and axe.is_file() else None
        if source is None:
            print("skipped: axe-core is not here, so contrast and texts are not looked at")
        server, address = serve(site)
        wrong += seen(address, chromium, source)
        server.shutdown()
        print(f"{len(PAGES)} pages seen on {len(SCREENS)} screens, light and dark")
    for each in wrong:
        print(each)
    return min(len(wrong), 1)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) > 2 else None))
