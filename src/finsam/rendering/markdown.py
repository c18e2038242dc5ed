"""Reports in Markdown, for the appendix to a set of minutes."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from finsam.law.text import Lang, Text, kronor
from finsam.models.base import Loc
from finsam.rendering.escape import markdown as safe
from finsam.rendering.labels import (
    ASKED,
    ASKS,
    BASIS,
    HEADING,
    HEADING_VERDICT,
    MADE_BY,
    MARK,
    MORE,
    NOT_KNOWN,
    ON,
    ONE,
    POOL,
    VERDICT,
    collection,
    place,
)
from finsam.rendering.outline import GROUPS, Group, Item, Outline, outline
from finsam.validation.engine.messages import path
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
    "decides": Text("uppgift som avgör", "the fact that decides"),
    "feeds": Text("skulle prövas av", "would be checked by"),
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
    yield from _top(view, source)
    yield from _findings(view)
    yield from _rest(view)


def _top(view: Outline, source: str) -> Iterator[str]:
    lang, verdict = view.lang, view.report.verdict
    of = f" ({safe(source)})" if source else ""
    yield f"# {safe(view.report.forbund)}"
    yield ""
    on = ON.get(lang).format(on=view.report.on)
    yield f"**{MARK[verdict]} {VERDICT[verdict].get(lang)}**, {on}."
    yield ""
    for notice in view.report.notices:
        yield f"**{notice.get(lang)}**"
        yield ""
    yield f"{_TEXT['about'].get(lang)}{of}"


def _findings(view: Outline) -> Iterator[str]:
    lang = view.lang
    for name in GROUPS:
        if name in view.groups:
            yield from _heading(name, view.count(name), lang)
            for group in view.groups[name]:
                yield from _group(group, lang)
        if name == "violations":
            for year in view.money:
                yield from _money(year, lang)


def _rest(view: Outline) -> Iterator[str]:
    lang = view.lang
    if view.unexamined:
        yield from _heading("unexamined", len(view.unexamined), lang)
        yield ""
        feeds = _TEXT["feeds"].get(lang)
        for each in view.unexamined:
            name = safe(collection(each.collection, lang))
            yield f"- {name} (`{each.collection}`; {feeds} {', '.join(each.rules)})"
    if view.held:
        yield from _heading("pass", len(view.held), lang)
        yield ""
        for held in view.held:
            about = ", ".join(map(safe, held.about))
            if held.more:
                about += MORE.get(lang).format(more=held.more)
            about = f" ({about})" if about else ""
            yield f"- [{safe(held.citation)}]({held.link}) {safe(held.title)}{about}"
    yield ""
    made = MADE_BY.get(lang).format(version=view.report.version, sfs=view.report.last_amendment)
    yield f"*{safe(made)}.*"


def _heading(name: str, count: int, lang: Lang) -> Iterator[str]:
    yield ""
    yield f"## {MARK[HEADING_VERDICT[name]]} {HEADING[name].get(lang)} ({count})"


def _group(group: Group, lang: Lang) -> Iterator[str]:
    basis = "" if group.basis is Basis.STATUTE else f"; {BASIS[group.basis].get(lang)}"
    yield ""
    yield f"### [{safe(group.citation)}]({group.link}) {ASKS.get(lang)} {safe(group.title)}"
    yield ""
    yield f"{group.rule}{basis}"
    yield ""
    for item in group.items:
        yield f"- {_item(item, lang)}"


def _item(item: Item, lang: Lang) -> str:
    message, loc, ref, missing = item
    where = [f"{_TEXT['decides'].get(lang)}: {_place(each, lang)}" for each in missing]
    if loc and loc not in missing:
        where.insert(0, f"{_TEXT['where'].get(lang)}: {_place(loc, lang)}")
    if ref:
        where.append(f"{_TEXT['key'].get(lang)} {safe(ref)}")
    details = "; ".join(where)
    if not message:
        return details
    return f"{safe(message)} ({details})" if details else safe(message)


def _place(loc: Loc, lang: Lang) -> str:
    if len(loc) > 2 and isinstance(loc[2], str):
        return f"{_half(loc[:2], lang)}, {_half(loc[2:], lang)}, `{path(loc)}`"
    return f"{_half(loc, lang)}, `{path(loc)}`"


@lru_cache(maxsize=2048)
def _half(loc: Loc, lang: Lang) -> str:
    # Cached in halves: many places have the same beginning, and many the same end.
    return safe(place(loc, lang))


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
