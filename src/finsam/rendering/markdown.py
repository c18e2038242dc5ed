"""Reports in Markdown, for the appendix to a set of minutes."""

from collections.abc import Collection, Iterator
from typing import Final

from finsam.law.text import Lang, Text
from finsam.rendering import labels, shares
from finsam.rendering.escape import harmless
from finsam.rendering.escape import markdown as safe
from finsam.rendering.outline import Asked, Entry, Group, Outline, outline
from finsam.rendering.where import Paths, paths
from finsam.validation.engine.verdict import Basis
from finsam.validation.report import Report
from finsam.validation.year_money import YearMoney

_ABOUT: Final = Text(
    "Prövat mot lagen (2003:1210) om finansiell samordning av rehabiliteringsinsatser.",
    "Checked against the Act (2003:1210) on financial coordination of rehabilitation measures.",
)
_COLUMNS: Final = Text("| vem | gav | ska ge | skillnad |", "| who | gave | to give | difference |")


def report(
    report: Report,
    lang: Lang,
    source: str = "",
    only: Collection[str] = (),
    at: Paths = paths,
) -> str:
    """Render a report as a Markdown document.

    Args:
        report: the report.
        lang: its language.
        source: the name of the document, such as a file name.
        only: the sections to give, of :data:`~finsam.rendering.outline.SECTIONS`; none: all.
        at: what the source of the document calls some places.
    """
    return "".join(f"{line}\n" for line in _lines(outline(report, lang, at=at).only(only), source))


def _lines(view: Outline, source: str) -> Iterator[str]:
    yield from _top(view, source)
    yield from _findings(view)
    questions = [f"{n}. {_question(asked, view.lang)}" for n, asked in enumerate(view.asked, 1)]
    yield from _section(view, "missing", questions)
    yield from _section(
        view,
        "unasked",
        [
            f"- {safe(topic.message)}: {', '.join(f'`{name}`' for name in topic.collections)}"
            for topic in view.unasked
        ],
    )
    held = [f"- {_link(held.citation, held.link)} {safe(held.title)}" for held in view.held]
    yield from _section(view, "holds", held)
    yield ""
    yield f"*{safe(view.made_by)}.*"


def _top(view: Outline, source: str) -> Iterator[str]:
    verdict = view.report.verdict
    yield f"# {safe(view.report.forbund)}"
    yield ""
    yield f"**{labels.MARK[verdict]} {labels.VERDICT[verdict].get(view.lang)}.** {view.stage}"
    yield ""
    for notice in view.report.notices:
        yield f"**{notice.get(view.lang)}**"
        yield ""
    if view.counts:
        yield view.counts
        yield ""
    yield from map(safe, view.facts)
    yield f"{_ABOUT.get(view.lang)}{f' ({safe(source)})' if source else ''}"


def _section(view: Outline, name: str, lines: list[str]) -> Iterator[str]:
    if lines:
        yield from _heading(view, name)
        yield ""
        yield from lines


def _heading(view: Outline, name: str) -> Iterator[str]:
    yield ""
    yield f"## {labels.MARK[labels.HEADING_VERDICT[name]]} {view.heading(name)}"


def _findings(view: Outline) -> Iterator[str]:
    for name, groups, unknown in view.attended:
        yield from _heading(view, name)
        for group in groups:
            yield from _group(view, group)
        for each in unknown:
            yield ""
            yield f"### {_link(each.citation, each.link)}"
            yield ""
            yield f"- {safe(each.message)} ({each.details})"
        if name == "violations":
            for year in view.money:
                yield from _money(year, view.lang)


def _group(view: Outline, group: Group) -> Iterator[str]:
    lang, head = view.lang, group.head
    basis = "" if group.basis is Basis.STATUTE else f"; {labels.BASIS[group.basis].get(lang)}"
    yield ""
    yield f"### {_link(head.citation, head.link)} {labels.ASKS.get(lang)} {safe(head.title)}"
    yield ""
    yield f"{head.rule}{basis}"
    yield ""
    for entry in group.entries:
        yield f"- {safe(entry.message)}{_where(entry, lang)}{_alike(entry)}"
    for other, entry in group.consequences:
        cited = f"{labels.FOLLOWS.get(lang)} {_link(other.citation, other.link)}"
        yield f"  - {cited} {safe(entry.message)} ({other.rule}){_alike(entry)}"


def _where(entry: Entry, lang: Lang) -> str:
    where = []
    if entry.paths:
        comma = ", " if entry.where else ""
        where.append(f"{labels.WHERE.get(lang)}: {safe(entry.where)}{comma}{_code(entry.paths)}")
    if entry.refs:
        where.append(f"{labels.KEY.get(lang)} {safe(entry.refs)}")
    return f" ({'; '.join(where)})" if where else ""


def _alike(entry: Entry) -> str:
    return f" {safe(entry.alike)}" if entry.alike else ""


def _link(citation: str, link: str) -> str:
    return f"[{safe(citation)}]({link})"


def _code(paths: str) -> str:
    """Paths as code, with backticks removed."""
    return f"`{harmless(paths).replace('`', '')}`"


def _question(asked: Asked, lang: Lang) -> str:
    provisions = ", ".join(_link(name, link) for name, link in asked.provisions.items())
    details = [labels.SETTLES.get(lang).format(places=provisions)]
    if asked.guides:
        details.append(labels.BASIS[Basis.GUIDANCE].get(lang))
    if asked.where:
        details.append(safe(asked.where))
    return f"{safe(asked.text)} ({'; '.join(details)}; {_code(asked.paths)})"


def _money(year: YearMoney, lang: Lang) -> Iterator[str]:
    yield ""
    yield f"## {shares.heading(year, lang)}, {shares.in_all(year, lang)}"
    yield ""
    yield _COLUMNS.get(lang)
    yield "|---|--:|---|---|"
    for share in year.shares:
        pool, given = labels.POOL[share.pool].get(lang), shares.given(share, year, lang)
        gap = f"{labels.MARK[share.verdict]} {shares.gap(share, lang)}"
        yield f"| {pool} | {given} | {shares.asked(share, lang)} | {gap} |"
