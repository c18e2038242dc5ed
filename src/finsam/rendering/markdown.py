"""Reports in Markdown, for the appendix to a set of minutes."""

from collections.abc import Iterator
from typing import Final

from finsam.law.text import Lang, Text, kronor
from finsam.rendering.escape import harmless
from finsam.rendering.escape import markdown as safe
from finsam.rendering.labels import (
    ASKED,
    ASKS,
    BASIS,
    FOLLOWS,
    HEADING,
    HEADING_VERDICT,
    MADE_BY,
    MARK,
    MEMBERS,
    NOT_KNOWN,
    ONE,
    ORGNR,
    POOL,
    SETTLES,
    VERDICT,
)
from finsam.rendering.outline import GROUPS, Asked, Entry, Group, Outline, outline
from finsam.rendering.told import Teller, members, orgnr
from finsam.validation.engine.verdict import Basis
from finsam.validation.report import Report
from finsam.validation.year_money import YearMoney

_TEXT: Final = {
    "about": Text(
        "Prövat mot lagen (2003:1210) om finansiell samordning av rehabiliteringsinsatser.",
        "Checked against the Act (2003:1210) on financial coordination of rehabilitation measures.",
    ),
    "money": Text("Pengarna {year}", "The money of {year}"),
    "columns": Text(
        "| vem | gav, kr | ska ge | skillnad, kr | |",
        "| who | gave, SEK | to give | difference, SEK | |",
    ),
    "sum": Text("summa", "sum"),
    "less": Text("{amount} för lite", "{amount} too little"),
    "more": Text("{amount} för mycket", "{amount} too much"),
    "where": Text("var", "where"),
    "key": Text("nyckel", "key"),
}


def report(report: Report, lang: Lang, source: str = "") -> str:
    """Render a report as a Markdown document.

    Args:
        report: the report.
        lang: its language.
        source: the name of the document, such as a file name.
    """
    return "".join(f"{line}\n" for line in _lines(outline(report, lang), source))


def _lines(view: Outline, source: str) -> Iterator[str]:
    tell = Teller(view)
    yield from _top(view, tell, source)
    yield from _findings(view, tell)
    yield from _missing(view, tell)
    yield from _holds(view, tell)
    yield ""
    made = MADE_BY.get(view.lang)
    yield f"*{safe(made.format(version=view.report.version, sfs=view.report.last_amendment))}.*"


def _top(view: Outline, tell: Teller, source: str) -> Iterator[str]:
    report, lang = view.report, view.lang
    of = f" ({safe(source)})" if source else ""
    yield f"# {safe(report.forbund)}"
    yield ""
    yield f"**{MARK[report.verdict]} {VERDICT[report.verdict].get(lang)}.** {tell.stage}"
    yield ""
    for notice in report.notices:
        yield f"**{notice.get(lang)}**"
        yield ""
    if tell.counts:
        yield tell.counts
        yield ""
    for number in orgnr(report):
        yield f"{ORGNR.get(lang)} {safe(number)}."
    if report.members:
        yield f"{MEMBERS.get(lang)} {safe(members(report))}."
    yield f"{_TEXT['about'].get(lang)}{of}"


def _findings(view: Outline, tell: Teller) -> Iterator[str]:
    lang = view.lang
    for name in GROUPS:
        if tell.numbers[name]:
            yield from _heading(name, tell)
        for group in view.groups.get(name, ()):
            yield from _group(group, tell, lang)
        if name == "review":
            for each in view.unknown:
                yield ""
                yield f"### [{safe(each.citation)}]({each.link})"
                yield ""
                yield f"- {safe(each.message)} ({', '.join(each.rules)}; {tell.unknown(each)})"
        if name == "violations" and view.groups.get(name):
            for year in view.money:
                yield from _money(year, lang)


def _missing(view: Outline, tell: Teller) -> Iterator[str]:
    if view.asked:
        yield from _heading("missing", tell)
        yield ""
    for number, asked in enumerate(view.asked, 1):
        yield f"{number}. {_question(asked, tell, view.lang)}"
    if view.untold:
        yield from _heading("untold", tell)
        yield ""
    for topic in view.untold:
        names = ", ".join(f"`{name}`" for name in topic.collections)
        yield f"- {safe(tell.untold(topic))} ({names})"


def _holds(view: Outline, tell: Teller) -> Iterator[str]:
    if view.held:
        yield from _heading("holds", tell)
        yield ""
    for held in view.held:
        yield f"- [{safe(held.citation)}]({held.link}) {safe(tell.held(held))}"


def _heading(name: str, tell: Teller) -> Iterator[str]:
    yield ""
    yield f"## {MARK[HEADING_VERDICT[name]]} {HEADING[name].get(tell.lang)} ({tell.numbers[name]})"


def _group(group: Group, tell: Teller, lang: Lang) -> Iterator[str]:
    basis = "" if group.basis is Basis.STATUTE else f"; {BASIS[group.basis].get(lang)}"
    yield ""
    yield f"### [{safe(group.citation)}]({group.link}) {ASKS.get(lang)} {safe(group.title)}"
    yield ""
    yield f"{group.rule}{basis}"
    yield ""
    for entry in group.entries():
        yield f"- {_entry(entry, tell, lang)}"
    for following in group.follows:
        for entry in following.entries():
            cited = f"[{safe(following.citation)}]({following.link})"
            alike = "".join(f" {safe(text)}" for text in tell.alike(entry))
            said = f"{safe(entry.message)} ({following.rule}){alike}"
            yield f"  - {FOLLOWS.get(lang)} {cited} {said}"


def _entry(entry: Entry, tell: Teller, lang: Lang) -> str:
    said, paths, refs = tell.where(entry.items)
    where = []
    if paths:
        comma = ", " if said else ""
        where.append(f"{_TEXT['where'].get(lang)}: {safe(said)}{comma}{_code(paths)}")
    if refs:
        where.append(f"{_TEXT['key'].get(lang)} {safe(', '.join(refs))}")
    alike = "".join(f" {safe(text)}" for text in tell.alike(entry))
    told = f" ({'; '.join(where)})" if where else ""
    return f"{safe(entry.message)}{told}{alike}"


def _code(paths: list[str]) -> str:
    """Paths as code, which nothing in them ends."""
    return ", ".join(f"`{harmless(path).replace('`', '')}`" for path in paths)


def _question(asked: Asked, tell: Teller, lang: Lang) -> str:
    said, paths = tell.asked_of(asked)
    provisions = ", ".join(f"[{safe(name)}]({link})" for name, link in asked.provisions.items())
    settles = SETTLES.get(lang).format(places=provisions)
    guides = f"; {BASIS[Basis.GUIDANCE].get(lang)}" if asked.guides else ""
    of = f"; {safe(said)}" if said else ""
    return f"{safe(asked.text)} ({settles}{guides}{of}; {_code(paths)})"


def _money(year: YearMoney, lang: Lang) -> Iterator[str]:
    yield ""
    yield f"## {_TEXT['money'].get(lang).format(year=year.year)}"
    yield ""
    yield _TEXT["columns"].get(lang)
    yield "|---|--:|---|--:|---|"
    unknown = NOT_KNOWN.get(lang)
    for share in year.shares:
        actual = unknown if share.actual is None else kronor(share.actual, lang)
        asked = ASKED[share.pool].get(lang)
        if share.required is not None:
            asked += f" ({kronor(share.required, lang)})"
        difference = share.difference
        gap = ""
        if difference:
            text = _TEXT["less" if difference < 0 else "more"]
            gap = text.get(lang).format(amount=kronor(difference, lang))
        said = f"{MARK[share.verdict]} {ONE[share.verdict].get(lang).lower()}"
        yield f"| {POOL[share.pool].get(lang)} | {actual} | {asked} | {gap} | {said} |"
    total = unknown if year.total is None else kronor(year.total, lang)
    yield f"| {_TEXT['sum'].get(lang)} | {total} | | | |"
