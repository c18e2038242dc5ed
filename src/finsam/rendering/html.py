"""Self-contained HTML, without scripts or external resources: for notebooks and as whole pages.

Text inherits the colour of its surroundings, so that it is legible in light and dark themes alike.
A verdict is shown by its word, its sign and the shape of its frame, never by colour alone.
"""

from collections.abc import Collection, Iterable, Iterator
from datetime import date
from decimal import Decimal
from functools import cache, singledispatch
from typing import Any, Final

from pydantic import BaseModel

from finsam.answers.allocation import Allocation
from finsam.answers.calendar import Calendar
from finsam.law.citation import Citation
from finsam.law.shares import Pool
from finsam.law.text import Lang, Text, kronor
from finsam.models.actors import ExternalActor
from finsam.models.base import Loc
from finsam.models.forbund import Forbund
from finsam.models.money import Contribution
from finsam.rendering import labels, svg
from finsam.rendering.escape import html
from finsam.rendering.labels import BASIS, MARK, NOT_KNOWN, ONE, POOL, VERDICT
from finsam.rendering.outline import (
    Asked,
    Entry,
    Group,
    Head,
    Outline,
    Unasked,
    Unknown,
    outline,
)
from finsam.rendering.where import Paths, paths
from finsam.validation.engine.messages import path, place
from finsam.validation.engine.rule import Rule
from finsam.validation.engine.verdict import Basis, Verdict
from finsam.validation.finding import Finding
from finsam.validation.places import party
from finsam.validation.report import Report
from finsam.validation.rules import BY_ID
from finsam.validation.year_money import YearMoney

_STYLE: Final = """
.finsam{line-height:1.5;overflow-wrap:anywhere;max-width:48rem;font-size:1em}
.finsam h2,.finsam h3,.finsam h4{line-height:1.25;margin:1.2em 0 .3em}
.finsam p,.finsam ul,.finsam table,.finsam figure{margin:.3em 0 .7em}
.finsam p.title{margin:1em 0 .2em}
.finsam ul{padding-left:1.3em}
.finsam li{margin:.25em 0}
.finsam a{color:inherit;text-decoration:underline}
.finsam code{font-size:.9em;background:none;color:inherit;padding:0}
.finsam small{font-size:.85em}
.finsam table{border-collapse:collapse;text-align:left;background:none}
.finsam th,.finsam td{padding:.2em .8em .2em 0;vertical-align:top;text-align:left;\
border-bottom:1px solid}
.finsam thead{border-bottom:2px solid}
.finsam td.n,.finsam th.n{text-align:right;font-variant-numeric:tabular-nums}
.finsam .verdict{display:inline-block;border:2px solid;padding:.1em .6em;font-weight:600}
.finsam .v-fail{border-width:4px}
.finsam .v-open{border-style:dashed}
.finsam .v-review{border-style:double;border-width:5px}
.finsam .v-pass{border-radius:1em}
.finsam .v-not_applicable{border-style:dotted}
.finsam .wide{overflow-x:auto}
.finsam ol{padding-left:1.9em}
.finsam ol>li{margin:.5em 0}
.finsam summary{cursor:pointer}
.finsam summary h2,.finsam summary h3,.finsam summary h4,.finsam summary strong{display:inline}
.finsam details{margin:1em 0}
.finsam .id{white-space:nowrap}
.finsam .facts{margin:.2em 0 .8em}
@media print{.finsam h1,.finsam h2,.finsam h3,.finsam h4,.finsam .title,.finsam .how,\
.finsam summary{break-after:avoid}\
.finsam li,.finsam figure,.finsam tr,.finsam .keep{break-inside:avoid}\
.finsam p{orphans:3;widows:3}}
"""

_PAGE_STYLE: Final = """
:root{color-scheme:light dark}
body{margin:0;background:#fff;color:#1b1b1b;font:16px/1.5 system-ui,sans-serif}
main{max-width:48rem;margin:0 auto;padding:1rem}
h1{line-height:1.2;font-size:clamp(1.25rem,5.6vw,1.7rem);hyphens:auto}
.finsam a{color:#0b4fb3}
@media(prefers-color-scheme:dark){body{background:#15171c;color:#ececec}.finsam a{color:#9cc2ff}}
@media print{:root{color-scheme:light}body{background:#fff;color:#000;font-size:11pt}\
.finsam a{color:#000;text-decoration:none}main{padding:0;max-width:none}}
@page{margin:18mm 16mm}
"""

_TEXT: Final = {
    "report": Text("Prövning mot finsamlagen", "Checked against the act on financial coordination"),
    "about": Text(
        "Ett samordningsförbund har prövats mot lagen (2003:1210) om finansiell samordning av "
        "rehabiliteringsinsatser. Varje lagrum är en länk till lagens text.",
        "A samordningsförbund has been checked against the Act (2003:1210) on financial "
        "coordination of rehabilitation measures. Each citation is a link to the text of the act, "
        "which is in Swedish.",
    ),
    "money": Text("Pengarna", "The money"),
    "money_how": Text(
        "Staten ska bidra med hälften, regionerna med en fjärdedel och kommunerna med en "
        "fjärdedel. Strecket visar den andelen, stapeln vad som bidras med.",
        "The state is to give half, the regioner a quarter and the kommuner a quarter. The line is "
        "the share, the bar what was given.",
    ),
    "rule": Text("regel", "rule"),
    "signs": Text("Tecknen", "The signs"),
    "deviations_how": Text(
        "Vägledning är de nationella organens läsning av lagen. Att avvika från den är inte att "
        "bryta mot lagen.",
        "Guidance is how the national bodies read the act. Deviating from it is not a breach "
        "of the act.",
    ),
    "missing_how": Text(
        "De frågor som avgör mest kommer först. Fyll i svaren och pröva igen. Där inget finns "
        "skrivs 0 eller en tom lista; i en arbetsbok 0 eller ”inga”.",
        "The questions that settle most come first. Fill in the answers and check again. Where "
        "there is nothing, write 0 or an empty list; in a workbook 0 or “none”.",
    ),
    "review_how": Text(
        "Uppgifterna finns, men lagen avgör inte saken av sig själv. Läs lagrummet och bedöm.",
        "The facts are there, but the act does not settle the matter by itself. Read the "
        "provision and judge.",
    ),
    "unasked_how": Text(
        "Dokumentet säger ingenting om detta, så reglerna har inget att pröva.",
        "The document says nothing about this, so the rules have nothing to check.",
    ),
    "made": Text("Framställd med", "Made with"),
    "no_judgment": Text(
        "Prövningen är en hjälp och inget rättsligt avgörande.",
        "This is an aid, not a legal decision.",
    ),
    "more": Text(
        "… och {more} till; to_html() ger dem alla", "… and {more} more; to_html() gives them all"
    ),
}
_QUESTIONS_SHOWN: Final = 20
"""Questions in a notebook; a page shows them all."""
_MEMBERS_SHOWN: Final = 60
"""Members in a notebook; a longer list ends with the number left out."""


class Html(str):
    """A string of HTML that a notebook renders."""

    __slots__ = ()

    def _repr_html_(self) -> str:
        return str(self)


def fragment(inside: str, lang: Lang = "sv") -> str:
    """HTML for a notebook, with its style scoped to itself."""
    return f'<div class="finsam" lang="{lang}"><style>{_STYLE}</style>{inside}</div>'


def page(report: Report, lang: Lang, source: str = "") -> str:
    """Render a report as a whole page.

    Args:
        report: the report.
        lang: the language of the page.
        source: the name of the document, such as a file name.
    """
    return page_head(lang, report) + article(report, lang, source) + page_foot(lang)


def page_head(lang: Lang, alone: Report | None = None) -> str:
    """The start of a page, up to its first report; titled after the report if it is alone."""
    heading = _say("report", lang)
    if alone is not None:
        heading = html(f"{alone.forbund}: {VERDICT[alone.verdict].get(lang)}")
    return (
        f'<!doctype html>\n<html lang="{lang}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width,initial-scale=1">\n'
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; '
        "style-src 'unsafe-inline'\">\n"
        f"<title>{heading}</title>\n<style>{_STYLE}{_PAGE_STYLE}</style>\n</head>\n"
        f'<body>\n<main class="finsam">\n'
    )


def article(
    report: Report,
    lang: Lang,
    source: str = "",
    only: Collection[str] = (),
    at: Paths = paths,
) -> str:
    """Render a report as part of a page.

    Args:
        report: the report.
        lang: its language.
        source: the name of the document, such as a file name.
        only: the sections to give, of :data:`~finsam.rendering.outline.SECTIONS`; none: all.
        at: what the source of the document calls some places.
    """
    of = f" <small>(<bdi>{html(source)}</bdi>)</small>" if source else ""
    return (
        f"<article>\n<h1><bdi>{html(report.forbund)}</bdi></h1>\n"
        f"{_body(outline(report, lang, at=at).only(only), 2)}\n"
        f"<p><small>{_say('about', lang)}</small>{of}</p>\n</article>\n"
    )


def page_foot(lang: Lang) -> str:
    """The end of a page, after its last report."""
    return (
        f"{_signs(lang)}\n<p><small>{_say('no_judgment', lang)}</small></p>\n"
        "</main>\n</body>\n</html>\n"
    )


def report(report: Report, lang: Lang) -> str:
    """Render a report for a notebook."""
    heading = _title(0, f"<bdi>{html(report.forbund)}</bdi>")
    return fragment(heading + _body(outline(report, lang), 0), lang)


def _body(view: Outline, level: int) -> str:
    return "\n".join(_sections(view, level))


def _sections(view: Outline, level: int) -> Iterator[str]:
    yield from _top(view)
    for name, groups, unknown in view.attended:
        yield _heading(view, name, level)
        for group in groups:
            yield _group(view, group, level and level + 1)
        if unknown:
            yield _list(map(_unknown, unknown))
        if name == "violations" and view.money:
            # Beside the breaches that it explains.
            yield from _money(view, level)
    yield from _missing(view, level)
    if view.held:
        # Folded, and printed only if unfolded.
        title = _title_of(view, "holds")
        heading = f"<h{level}>{title}</h{level}>" if level else f"<strong>{title}</strong>"
        held = _list(map(_held, view.held))
        yield f"<details><summary>{heading}</summary>{held}</details>"
    yield f"<p><small>{_say('made', view.lang)} {html(view.made_by)}.</small></p>"


def _top(view: Outline) -> Iterator[str]:
    """The verdict, the stage, the counts and the facts on the förbund."""
    report, lang = view.report, view.lang
    badge = _badge(report.verdict, VERDICT[report.verdict].get(lang))
    yield f"<p>{badge} {html(view.stage)}</p>"
    for notice in report.notices:
        yield f"<p><strong>{html(notice.get(lang))}</strong></p>"
    if view.counts:
        yield f"<p>{html(view.counts)}</p>"
    if view.facts:
        yield f'<p class="facts">{html(" ".join(view.facts))}</p>'


def _missing(view: Outline, level: int) -> Iterator[str]:
    """The questions, and the topics that were not checked."""
    if view.asked:
        yield _heading(view, "missing", level)
        shown = [_question(asked, view.lang) for asked in view.asked]
        if not level and len(shown) > _QUESTIONS_SHOWN:
            more = len(shown) - _QUESTIONS_SHOWN
            shown[_QUESTIONS_SHOWN:] = [_say("more", view.lang).format(more=more)]
        yield f"<ol>{''.join(f'<li>{one}</li>' for one in shown)}</ol>"
    if view.unasked:
        yield _heading(view, "unasked", level)
        yield _list(_unasked(topic, view.lang) for topic in view.unasked)


def _money(view: Outline, level: int) -> Iterator[str]:
    head = f"{_title(level, _say('money', view.lang))}<p>{_say('money_how', view.lang)}</p>"
    first, *others = [money(year, view.lang) for year in view.money]
    # The first picture stays with its heading when a page is printed.
    yield f'<div class="keep">{head}{first}</div>'
    yield from others


def money(year: YearMoney, lang: Lang) -> str:
    """Render a year's money as a figure."""
    return f"<figure>{svg.money(year, lang)}</figure>"


def _heading(view: Outline, name: str, level: int) -> str:
    title, how = _title(level, _title_of(view, name)), f"{name}_how"
    return f'{title}<p class="how">{_say(how, view.lang)}</p>' if how in _TEXT else title


def _title_of(view: Outline, name: str) -> str:
    return f"{_mark(labels.HEADING_VERDICT[name])} {html(view.heading(name))}"


def _group(view: Outline, group: Group, level: int) -> str:
    lang = view.lang
    head = group.head
    guidance = "" if group.basis is Basis.STATUTE else f"; {html(BASIS[group.basis].get(lang))}"
    title = _title(
        level,
        f"{_a(head.link, head.citation)} {html(f'{labels.ASKS.get(lang)} {head.title}')} "
        f"<small>({_say('rule', lang)} {_id(head.rule)}{guidance})</small>",
    )
    shown = [_entry(entry, lang) for entry in group.entries]
    if group.follows:
        shown[-1] += _list(
            f"{html(labels.FOLLOWS.get(lang))} {_a(other.link, other.citation)} "
            f"{_message(entry.message)} <small>({_id(other.rule)})</small>{_alike(entry)}"
            for other, entry in group.consequences
        )
    return title + _list(shown)


def _message(text: str) -> str:
    """A text that may quote the document, kept left to right."""
    return f'<span dir="ltr">{html(text)}</span>'


def _id(rule: str) -> str:
    return f'<span class="id">{html(rule)}</span>'


def _entry(entry: Entry, lang: Lang) -> str:
    where = [f"<bdi>{html(entry.where)}</bdi>"] if entry.where else []
    if entry.paths:
        where.append(_code(entry.paths))
    if entry.refs:
        where.append(_ref(entry.refs, lang))
    return f"{_message(entry.message)}{_small(' '.join(where))}{_alike(entry)}"


def _alike(entry: Entry) -> str:
    return f"<br>{html(entry.alike)}" if entry.alike else ""


def _small(inside: str) -> str:
    """A line of details, already HTML; empty if there are none."""
    return f"<br><small>{inside}</small>" if inside else ""


def _ref(ref: str, lang: Lang) -> str:
    return f"{html(labels.KEY.get(lang))} <bdi>{html(ref)}</bdi>"


def _code(text: str) -> str:
    return f"<code>{html(text)}</code>"


def _unknown(each: Unknown) -> str:
    return f"{_a(each.link, each.citation)} {html(each.message)}{_small(html(each.details))}"


def _question(asked: Asked, lang: Lang) -> str:
    places = ", ".join(_a(link, citation) for citation, link in asked.provisions.items())
    settles = f"{html(labels.SETTLES.get(lang).format(places=''))}{places}"
    details = [settles, ", ".join(map(_id, asked.rules))]
    if asked.guides:
        details.append(html(BASIS[Basis.GUIDANCE].get(lang)))
    if asked.where:
        details.append(f"<bdi>{html(asked.where)}</bdi>")
    return _message(asked.text) + _small(f"{'; '.join(details)} {_code(asked.paths)}")


def _unasked(topic: Unasked, lang: Lang) -> str:
    asked = [html(question.text.get(lang)) for question in topic.questions]
    return html(topic.message) + _small(" ".join([*asked, _code(", ".join(topic.collections))]))


def _held(each: Head) -> str:
    return f"{_a(each.link, each.citation)} <bdi>{html(each.title)}</bdi>"


def _signs(lang: Lang) -> str:
    signs = "; ".join(f"{MARK[verdict]} {text.get(lang).lower()}" for verdict, text in ONE.items())
    return f"<p><small>{_say('signs', lang)}: {html(signs)}.</small></p>"


@singledispatch
def show(thing: object) -> str:
    """Render a value for a notebook, in Swedish."""
    raise TypeError(f"{type(thing).__name__} cannot be rendered as HTML")


@show.register
def _(shown: Report) -> str:
    return report(shown, "sv")


@show.register
def _(year: YearMoney) -> str:
    return fragment(money(year, "sv"))


@show.register
def _(citation: Citation) -> str:
    return _a(citation.link(), citation.short("sv"))


@show.register
def _(finding: Finding) -> str:
    return fragment(
        f"<p>{_badge(finding.verdict, ONE[finding.verdict].sv)} "
        f"{_a(finding.link, finding.citation.short('sv'))} "
        f"{html(BY_ID[finding.rule].title.sv)}</p>"
        f"<p>{_message(finding.message('sv'))}{_where(finding)}</p>"
        f"<p><small>regel {html(finding.rule)} {html(finding.name)}; "
        f"grund: {html(BASIS[finding.basis].sv)}</small></p>"
    )


def _where(finding: Finding) -> str:
    """The places of a finding, in words and as paths, and the caller's own key."""
    where = [f"uppgift som avgör: {_place(each)}" for each in finding.missing]
    if finding.loc and finding.loc not in finding.missing:
        where.insert(0, f"{labels.WHERE.sv}: {_place(finding.loc)}")
    if finding.ref:
        where.append(_ref(finding.ref, "sv"))
    return _small("; ".join(where))


def _place(loc: Loc) -> str:
    return f"{html(place(loc, 'sv'))} {_code(path(loc))}"


@show.register(Rule)
def _(rule: Rule[Any]) -> str:
    cites = ", ".join(_a(each.link(), each.short("sv")) for each in rule.cites)
    answers = [
        [f"{MARK[verdict]} {html(ONE[verdict].sv)}", _code(why), html(text.sv)]
        for verdict, texts in ((Verdict.FAIL, rule.fail), (Verdict.REVIEW, rule.review))
        for why, text in texts.items()
    ]
    doc = "".join(f"<p>{html(' '.join(part.split()))}</p>" for part in rule.doc.split("\n\n"))
    return fragment(
        _title(0, f"{html(rule.id)} {html(rule.title.sv)}")
        + f"<p>lagrum: {cites}; grund: {html(BASIS[rule.basis].sv)}; "
        f"regelbrott: {_code(rule.name)}</p>"
        f'<div lang="en">{doc}</div>' + _table(["utfall", "skäl", "vad som sägs"], answers)
    )


@show.register
def _(forbund: Forbund) -> str:
    fields = set(Forbund.model_fields) - {"document_schema", "format", "name"}
    rows = [
        [
            f"{html(place((name,), 'sv'))} {_code(name)}",
            html(_written(name, getattr(forbund, name))),
        ]
        for name in Forbund.model_fields
        if name in fields
    ]
    return fragment(
        _title(0, f"<bdi>{html(forbund.name)}</bdi>")
        + _table(["uppgift", "värde"], rows)
        + _members(forbund)
        + _contributions(forbund.contributions or ())
    )


def _written(name: str, value: object) -> str:
    """A fact of a förbund in a few words; for a list, its length."""
    if value is None:
        return "hela medlemskommunerna" if name == "area" else NOT_KNOWN.sv
    if isinstance(value, tuple):
        return str(len(value))
    if isinstance(value, BaseModel):
        return "angivet"
    if isinstance(value, frozenset):
        return ", ".join(sorted(map(str, value)))
    return kronor(value, "sv") if isinstance(value, Decimal) else str(value)


def _members(forbund: Forbund) -> str:
    rows = [
        [_actor(member.actor), html(str(member.joined or "")), html(str(member.left or ""))]
        for member in forbund.members[:_MEMBERS_SHOWN]
    ]
    if len(forbund.members) > _MEMBERS_SHOWN:
        rows.append([f"… + {len(forbund.members) - _MEMBERS_SHOWN}", "", ""])
    return _table(["medlem", "från", "till"], rows)


def _contributions(contributions: Iterable[Contribution]) -> str:
    """What each payer gives, one column per year."""
    cells: dict[str, dict[int, list[str]]] = {}
    for each in contributions:
        kind = "" if each.kind == "ordinary" else f" ({each.kind})"
        payer = cells.setdefault(f"{_actor(each.payer)}{kind}", {})
        payer.setdefault(each.year, []).append(html(kronor(each.amount, "sv")))
    if not cells:
        return ""
    years = sorted({year for by_year in cells.values() for year in by_year})[-8:]
    rows = [
        [payer, *(" + ".join(by_year.get(year, ())) for year in years)]
        for payer, by_year in cells.items()
    ]
    return _table(["betalare", *(f"{year}, kr" for year in years)], rows, figures_from=1)


@show.register
def _(allocation: Allocation) -> str:
    rows = [[_actor(c.payer), html(kronor(c.amount, "sv"))] for c in allocation.contributions]
    rows.append([f"<strong>{labels.SUM.sv}</strong>", html(kronor(allocation.total, "sv"))])
    equal = ""
    if allocation.equal_parts:
        pools = ", ".join(POOL[Pool(name)].sv.lower() for name in allocation.equal_parts)
        equal = f"<p>Lika fördelat, eftersom ingen överenskommelse är angiven: {pools}.</p>"
    return fragment(
        _title(0, f"Vad var och en ska betala för {allocation.year}")
        + _table(["betalare", "kronor"], rows, figures_from=1)
        + equal
    )


@show.register
def _(calendar: Calendar) -> str:
    rows = [
        [
            day.day.isoformat(),
            html(day.what.sv),
            _a(day.link, day.citation.short("sv")),
            _DONE[day.met] if day.is_duty else "",
        ]
        for day in calendar.deadlines
    ]
    title = f"<bdi>{html(calendar.forbund)}</bdi>, {calendar.year}"
    notes = "".join(f"<p>{html(note.sv)}</p>" for note in calendar.notes)
    return fragment(_title(0, title) + notes + _table(["Dag", "Vad", "Lagrum", "Gjort"], rows))


def _actor(actor: str | ExternalActor) -> str:
    """An actor by name and key."""
    if isinstance(actor, ExternalActor):
        return f"<bdi>{html(actor.name or '')}</bdi> <small>({html(actor.form)})</small>"
    name = "förbundet" if actor == "forbundet" else party(actor, date.max)
    return _code(actor) if name == actor else f"{html(name)} {_code(actor)}"


def _badge(verdict: Verdict, said: str) -> str:
    return f'<strong class="verdict v-{verdict.value}">{_mark(verdict)} {html(said)}</strong>'


def _mark(verdict: Verdict) -> str:
    return f'<span aria-hidden="true">{MARK[verdict]}</span>'


_DONE: Final = {
    True: f"{_mark(Verdict.PASS)} i tid",
    False: f"{_mark(Verdict.FAIL)} inte i tid",
    None: f"{_mark(Verdict.OPEN)} inte känt",
}


def _a(link: str, said: str) -> str:
    return f'<a href="{html(link)}" rel="noreferrer">{html(said)}</a>'


def _title(level: int, inside: str) -> str:
    """A heading; level 0 only looks like one, and stays out of the surrounding page's outline."""
    if not level:
        return f'<p class="title"><strong>{inside}</strong></p>'
    return f"<h{level}>{inside}</h{level}>"


def _list(items: Iterable[str]) -> str:
    return f"<ul>{''.join(f'<li>{item}</li>' for item in items)}</ul>"


def _table(head: list[str], rows: Iterable[list[str]], *, figures_from: int = 99) -> str:
    """A table of cells that are already HTML; a wide one scrolls on its own."""
    top = "".join(
        f'<th scope="col"{_figures(n, figures_from)}>{html(text)}</th>'
        for n, text in enumerate(head)
    )
    body = "".join(
        f"<tr>{''.join(f'<td{_figures(n, figures_from)}>{c}</td>' for n, c in enumerate(row))}</tr>"
        for row in rows
    )
    table = f'<table class="rows"><thead><tr>{top}</tr></thead><tbody>{body}</tbody></table>'
    return f'<div class="wide" tabindex="0">{table}</div>'


def _figures(column: int, figures_from: int) -> str:
    return ' class="n"' if column >= figures_from else ""


@cache
def _say(name: str, lang: Lang) -> str:
    return html(_TEXT[name].get(lang))
