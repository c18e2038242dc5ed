"""Reports as lines of text, for a terminal."""

from collections.abc import Collection, Iterator
from itertools import zip_longest
from textwrap import wrap
from typing import Final

from finsam.law.text import Lang, Text
from finsam.rendering.escape import harmless
from finsam.rendering.labels import (
    BASIS,
    FOLLOWS,
    HEADING,
    HEADING_VERDICT,
    MADE_BY,
    MARK,
    SETTLES,
    VERDICT,
)
from finsam.rendering.outline import GROUPS, SECTIONS, Asked, Entry, Group, Outline, outline
from finsam.rendering.told import Teller, held_sections, orgnr, sections
from finsam.validation.engine.verdict import Basis, Verdict
from finsam.validation.report import Report
from finsam.validation.topics import TOPICS

WIDTH: Final = 100
"""How many characters a line has at most, unless a single word has more."""
_ASKED_SHOWN: Final = 10
"""How many questions are asked; the others when they alone are asked for."""
_MORE_QUESTIONS: Final = Text(
    "… och {more} till: --only missing", "… and {more} more: --only missing"
)
_NAMED: Final = 4
"""How many places are named at each; more when their section alone is asked for."""
_ALL_HELD: Final = Text("var för sig: --only holds", "one by one: --only holds")
_COLOUR: Final = {
    Verdict.FAIL: "31",
    Verdict.OPEN: "33",
    Verdict.REVIEW: "35",
    Verdict.PASS: "32",
    Verdict.NOT_APPLICABLE: "0",
}
"""The colour of each verdict, as terminals number them."""


def lines(
    report: Report,
    lang: Lang,
    *,
    source: str = "",
    only: Collection[str] = (),
    colour: bool = False,
) -> Iterator[str]:
    """A report as lines, escaped for a terminal.

    Args:
        report: the report.
        lang: its language.
        source: the name of the document, such as a file name.
        only: the sections to give, of :data:`~finsam.rendering.outline.SECTIONS`, each in full;
            none: all, in brief.
        colour: whether headings are coloured by their verdict.
    """
    return _Writer(outline(report, lang), only, colour=colour).write(source)


class _Writer:
    """Writes an outline."""

    def __init__(self, view: Outline, only: Collection[str], *, colour: bool) -> None:
        self._view: Final = view
        self._lang: Final = view.lang
        self._only: Final = only
        self._colour: Final = colour
        self._tell: Final = Teller(view) if only else Teller(view, named=_NAMED)

    def write(self, source: str) -> Iterator[str]:
        """The lines: what was asked, the sections, and who made it."""
        yield from self._top(source)
        sections = {
            **{name: self._findings(name) for name in GROUPS},
            "missing": self._missing(),
            "holds": self._holds(),
        }
        for name in SECTIONS:
            if not self._only or name in self._only:
                yield from sections[name]
        yield ""
        made = MADE_BY.get(self._lang)
        report = self._view.report
        yield from self._said(made.format(version=report.version, sfs=report.last_amendment))

    def _top(self, source: str) -> Iterator[str]:
        report, lang = self._view.report, self._lang
        of = f" ({source})" if source else ""
        yield from self._said(", ".join([report.forbund, *orgnr(report)]) + of)
        verdict = f"{MARK[report.verdict]} {VERDICT[report.verdict].get(lang)}."
        yield from self._said(f"{verdict} {self._tell.stage}", verdict=report.verdict)
        for notice in report.notices:
            yield from self._said(notice.get(lang))
        yield from self._said(self._tell.counts)

    def _said(
        self, text: str, *, indent: int = 0, hanging: int = 0, verdict: Verdict | None = None
    ) -> Iterator[str]:
        """A text in lines, in the colour of a verdict."""
        for line in wrap(
            harmless(text),
            WIDTH,
            initial_indent=" " * indent,
            subsequent_indent=" " * (indent + hanging),
            break_long_words=False,
            break_on_hyphens=False,
        ):
            coloured = self._colour and verdict is not None
            yield f"\x1b[1;{_COLOUR[verdict]}m{line}\x1b[0m" if coloured and verdict else line

    def _heading(self, name: str) -> Iterator[str]:
        verdict = HEADING_VERDICT[name]
        yield ""
        said = f"{MARK[verdict]} {HEADING[name].get(self._lang)} ({self._tell.numbers[name]})"
        yield from self._said(said, verdict=verdict)

    def _findings(self, name: str) -> Iterator[str]:
        if not self._tell.numbers[name]:
            return
        yield from self._heading(name)
        for group in self._view.groups.get(name, ()):
            entries = group.entries()
            for entry, after in zip_longest(entries, entries[1:]):
                yield from self._said(f"{group.citation}  {entry.message}", indent=2, hanging=2)
                # What stands in the same place is placed once.
                if (
                    after is None
                    or entry.alike
                    or self._details(group, after) != self._details(group, entry)
                ):
                    yield from self._said(self._details(group, entry), indent=6, hanging=2)
                for text in self._tell.alike(entry):
                    yield from self._said(text, indent=6, hanging=2)
            for following in group.follows:
                for entry in following.entries():
                    said = f"{following.citation} {entry.message} ({following.rule})"
                    alike = self._tell.alike(entry)
                    text = " ".join([FOLLOWS.get(self._lang), said, *alike])
                    yield from self._said(text, indent=6, hanging=2)
        for each in self._view.unknown if name == "review" else ():
            yield from self._said(f"{each.citation}  {each.message}", indent=2, hanging=2)
            said = f"{', '.join(each.rules)}; {self._tell.unknown(each)}"
            yield from self._said(said, indent=6)

    def _details(self, group: Group, entry: Entry) -> str:
        """The rule, the places in words and as paths, the caller's keys, and in full the link."""
        basis = f" ({self._guidance})" if group.basis is Basis.GUIDANCE else ""
        said, paths, refs = self._tell.where(entry.items)
        link = group.link if self._only else ""
        details = [f"{group.rule}{basis}", said, ", ".join([*paths, *refs]), link]
        return "; ".join(filter(None, details))

    @property
    def _guidance(self) -> str:
        return BASIS[Basis.GUIDANCE].get(self._lang)

    def _missing(self) -> Iterator[str]:
        asked = self._view.asked if self._only else self._view.asked[:_ASKED_SHOWN]
        if asked:
            yield from self._heading("missing")
        for each in asked:
            yield from self._question(each)
        if more := len(self._view.asked) - len(asked):
            yield f"  {_MORE_QUESTIONS.get(self._lang).format(more=more)}"
        if self._view.untold:
            yield from self._heading("untold")
        for topic in self._view.untold:
            text = f"{self._tell.untold(topic)} ({', '.join(topic.collections)})"
            yield from self._said(text, indent=2, hanging=2)

    def _question(self, asked: Asked) -> Iterator[str]:
        guides = f" ({self._guidance})" if asked.guides else ""
        yield from self._said(f"{asked.text}{guides}", indent=2, hanging=2)
        said, paths = self._tell.asked_of(asked)
        settles = SETTLES.get(self._lang).format(places=sections(asked.rules))
        details = [settles, said, *paths]
        yield from self._said("; ".join(filter(None, details)), indent=6, hanging=2)

    def _holds(self) -> Iterator[str]:
        if not self._view.held:
            return
        yield from self._heading("holds")
        if "holds" in self._only:
            for each in self._view.held:
                text = f"{each.citation}  {self._tell.held(each)}"
                yield from self._said(text, indent=2, hanging=2)
            return
        holding = self._view.holding
        for topic in TOPICS:
            if topic.name in holding:
                text = f"{topic.title.get(self._lang)}: {held_sections(holding[topic.name])}"
                yield from self._said(text, indent=2, hanging=2)
        yield f"  {_ALL_HELD.get(self._lang)}"
