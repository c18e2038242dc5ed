"""Reports as lines of text, for a terminal."""

from collections.abc import Collection, Iterator
from itertools import zip_longest
from textwrap import wrap
from typing import Final

from finsam.law.text import Lang, Text
from finsam.rendering.escape import harmless
from finsam.rendering.labels import BASIS, FOLLOWS, HEADING_VERDICT, MARK, SETTLES, VERDICT
from finsam.rendering.outline import Asked, Entry, Group, Outline, outline
from finsam.rendering.where import NAMED, Paths, paths
from finsam.validation.engine.verdict import Basis, Verdict
from finsam.validation.report import Report

WIDTH: Final = 100
"""The most characters in a line, unless a single word is longer."""
_ASKED_SHOWN: Final = 10
"""How many questions are shown, unless their section alone is asked for."""
_MORE_QUESTIONS: Final = Text(
    "… och {more} till: --only missing", "… and {more} more: --only missing"
)
_NAMED: Final = 4
"""How many places are named in each entry, unless its section alone is asked for."""
_ALL_HELD: Final = Text("var för sig: --only holds", "one by one: --only holds")
_COLOUR: Final = {
    Verdict.FAIL: "31",
    Verdict.OPEN: "33",
    Verdict.REVIEW: "35",
    Verdict.PASS: "32",
    Verdict.NOT_APPLICABLE: "0",
}
"""The terminal colour code of each verdict."""


def lines(  # noqa: PLR0913  each way of printing by its name
    report: Report,
    lang: Lang,
    *,
    source: str = "",
    only: Collection[str] = (),
    colour: bool = False,
    at: Paths = paths,
) -> Iterator[str]:
    """A report as lines, escaped for a terminal.

    Args:
        report: the report.
        lang: its language.
        source: the name of the document, such as a file name.
        only: the sections to give, of :data:`~finsam.rendering.outline.SECTIONS`, each in full;
            none: all, in brief.
        colour: whether headings are coloured by their verdict.
        at: what the source of the document calls some places.
    """
    view = outline(report, lang, named=NAMED if only else _NAMED, at=at).only(only)
    return _Writer(view, full=bool(only), colour=colour).write(source)


class _Writer:
    """Writes an outline."""

    def __init__(self, view: Outline, *, full: bool, colour: bool) -> None:
        self._view: Final = view
        self._lang: Final = view.lang
        self._full: Final = full
        self._colour: Final = colour
        self._guidance: Final = f" ({BASIS[Basis.GUIDANCE].get(view.lang)})"

    def write(self, source: str) -> Iterator[str]:
        """The lines: what was asked, the sections, and the versions."""
        yield from self._top(source)
        yield from self._findings()
        yield from self._missing()
        yield from self._holds()
        yield ""
        yield from self._said(self._view.made_by)

    def _top(self, source: str) -> Iterator[str]:
        view, report = self._view, self._view.report
        of = f" ({source})" if source else ""
        yield from self._said(", ".join(filter(None, [report.forbund, view.orgnr])) + of)
        verdict = f"{MARK[report.verdict]} {VERDICT[report.verdict].get(self._lang)}."
        yield from self._said(f"{verdict} {view.stage}", verdict=report.verdict)
        for notice in report.notices:
            yield from self._said(notice.get(self._lang))
        yield from self._said(view.counts)

    def _said(
        self, text: str, *, indent: int = 0, hanging: int = 0, verdict: Verdict | None = None
    ) -> Iterator[str]:
        """A text wrapped into lines, in the colour of a verdict."""
        for line in wrap(
            harmless(text),
            WIDTH,
            initial_indent=" " * indent,
            subsequent_indent=" " * (indent + hanging),
            break_long_words=False,
            break_on_hyphens=False,
        ):
            yield f"\x1b[1;{_COLOUR[verdict]}m{line}\x1b[0m" if self._colour and verdict else line

    def _entry(self, text: str) -> Iterator[str]:
        return self._said(text, indent=2, hanging=2)

    def _details(self, *details: str) -> Iterator[str]:
        return self._said("; ".join(filter(None, details)), indent=6, hanging=2)

    def _heading(self, name: str) -> Iterator[str]:
        verdict = HEADING_VERDICT[name]
        yield ""
        yield from self._said(f"{MARK[verdict]} {self._view.heading(name)}", verdict=verdict)

    def _findings(self) -> Iterator[str]:
        for name, groups, unknown in self._view.attended:
            yield from self._heading(name)
            for group in groups:
                yield from self._group(group)
            for each in unknown:
                yield from self._entry(f"{each.citation}  {each.message}")
                yield from self._details(each.details)

    def _group(self, group: Group) -> Iterator[str]:
        entries = group.entries
        for entry, after in zip_longest(entries, entries[1:]):
            yield from self._entry(f"{group.head.citation}  {entry.message}")
            # A place shared by consecutive entries is given once.
            place = self._place(group, entry)
            if after is None or entry.alike or self._place(group, after) != place:
                yield from self._details(*place)
            yield from self._details(entry.alike)
        for head, entry in group.consequences:
            said = f"{head.citation} {entry.message} ({head.rule})"
            yield from self._details(f"{FOLLOWS.get(self._lang)} {said} {entry.alike}".rstrip())

    def _place(self, group: Group, entry: Entry) -> list[str]:
        """The rule, the places in words and as paths, the caller's keys and, in full, the link."""
        basis = self._guidance if group.basis is Basis.GUIDANCE else ""
        keys = ", ".join(filter(None, [entry.paths, entry.refs]))
        return [
            f"{group.head.rule}{basis}",
            entry.where,
            keys,
            group.head.link if self._full else "",
        ]

    def _missing(self) -> Iterator[str]:
        view = self._view
        asked = view.asked if self._full else view.asked[:_ASKED_SHOWN]
        if asked:
            yield from self._heading("missing")
        for each in asked:
            yield from self._question(each)
        if more := len(view.asked) - len(asked):
            yield f"  {_MORE_QUESTIONS.get(self._lang).format(more=more)}"
        if view.unasked:
            yield from self._heading("unasked")
        for topic in view.unasked:
            yield from self._entry(topic.message)
            if self._full:
                asks = [each.text.get(self._lang) for each in topic.questions]
                yield from self._details(" ".join([*asks, f"({', '.join(topic.collections)})"]))

    def _question(self, asked: Asked) -> Iterator[str]:
        yield from self._entry(f"{asked.text}{self._guidance if asked.guides else ''}")
        settles = SETTLES.get(self._lang).format(places=asked.sections(self._lang))
        yield from self._details(settles, asked.where, asked.paths)

    def _holds(self) -> Iterator[str]:
        view = self._view
        if view.held:
            yield from self._heading("holds")
        if self._full:
            for each in view.held:
                yield from self._entry(f"{each.citation}  {each.title}")
        elif view.held:
            for text in view.holding:
                yield from self._entry(text)
            yield f"  {_ALL_HELD.get(self._lang)}"
