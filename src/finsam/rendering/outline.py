"""A report in reading order: what every rendering of a report is built from."""

from datetime import date
from functools import lru_cache
from typing import Any, Final, NamedTuple, TypeAlias

from finsam.law.citation import Citation
from finsam.law.text import Lang, listing
from finsam.models.base import Loc
from finsam.rendering.labels import HELD_SHOWN
from finsam.validation.engine.decision import PASS, Decision
from finsam.validation.engine.messages import OPEN, path
from finsam.validation.engine.rule import Rule
from finsam.validation.engine.subject import Subject
from finsam.validation.engine.verdict import Basis, Verdict
from finsam.validation.finding import (
    Finding,
    bare,
    finding_of,
    merged,
    names_places_alone,
    said,
)
from finsam.validation.report import Report, Unexamined
from finsam.validation.rules import BY_ID
from finsam.validation.year_money import POOLS, YearMoney, money_of

GROUPS: Final = ("violations", "deviations", "open", "review")
"""The groups that need attention, the gravest first."""

_GROUP: Final = {Verdict.OPEN: "open", Verdict.REVIEW: "review"}


class Item(NamedTuple):
    """One finding: its message and its place.

    Attributes:
        message: the message; empty if it would only list what is missing.
        loc: the place in the document.
        ref: the caller's own key of what stands there.
        missing: the places where the facts that would decide should stand.
    """

    message: str
    loc: Loc
    ref: str | None
    missing: tuple[Loc, ...]

    def said(self, lang: Lang) -> str:
        """The message in full."""
        return self.message or OPEN.get(lang).format(
            places=listing([path(loc) for loc in self.missing], lang)
        )


class Group(NamedTuple):
    """The findings of one rule under one wording of the act.

    Attributes:
        rule: the rule's id.
        title: what the act asks, in a few words.
        citation: where it asks it.
        link: the address of that place, in the wording that was applied.
        basis: what the rule rests on.
        items: the findings, in the order of the document.
    """

    rule: str
    title: str
    citation: str
    link: str
    basis: Basis
    items: list[Item]


class Held:
    """What one rule found to hold under one wording of the act.

    Attributes:
        rule: the rule's id.
        title: what the act asks, in a few words.
        citation: where it asks it.
        link: the address of that place, in the wording that was applied.
        about: the first few years or insatser that it holds for; empty where it is the förbund.
        more: how many more years or insatser there are.
    """

    __slots__ = ("about", "citation", "link", "more", "rule", "title")

    def __init__(self, rule: str, title: str, citation: str, link: str) -> None:
        self.rule: Final = rule
        self.title: Final = title
        self.citation: Final = citation
        self.link: Final = link
        self.about: Final[list[str]] = []
        self.more = 0


_Head: TypeAlias = tuple[str, str, str, str]
"""What a group starts with: a rule's id and title, its provisions, and the link to the first."""


class Outline(NamedTuple):
    """A report in reading order.

    Attributes:
        report: the report.
        lang: its language.
        groups: what needs attention, by the names in :data:`GROUPS`; only those with findings.
        money: the money of each year that the report covers.
        unexamined: the collections that are null.
        held: what holds.
    """

    report: Report
    lang: Lang
    groups: dict[str, list[Group]]
    money: tuple[YearMoney, ...]
    unexamined: tuple[Unexamined, ...]
    held: list[Held]

    def count(self, group: str) -> int:
        """The number of findings in a group."""
        return sum(len(one.items) for one in self.groups.get(group, ()))


def outline(report: Report, lang: Lang) -> Outline:
    """Outline a report in one language."""
    groups: dict[str, dict[_Head, Group]] = {name: {} for name in GROUPS}
    held: dict[_Head, Held] = {}
    shares: list[Finding] = []
    for parts in report.parts():
        rule, subject, decision, standing = parts
        verdict = decision.verdict
        if verdict is Verdict.NOT_APPLICABLE:
            continue
        if rule.id in POOLS:
            shares.append(finding_of(*parts))
        day = subject.day
        if standing is None:
            head = _known_head(rule, rule.on(day).first, decision.beside, lang)
        else:
            head = _head(finding_of(*parts), lang)
        if verdict is Verdict.PASS:
            if decision.why in rule.passes:
                # What passes by a reading is worded by it, and not by what the act asks.
                text = said(rule, decision, merged(subject, decision), lang, day)
                head = (head[0], text, *head[2:])
            holds = held.get(head)
            if holds is None:
                holds = held[head] = Held(*head)
            _add(holds, subject, decision)
            continue
        name = _GROUP.get(verdict) or _failed(rule)
        group = groups[name].get(head)
        if group is None:
            group = groups[name][head] = Group(*head, rule.basis, [])
        message = ""
        if not names_places_alone(decision):
            message = said(rule, decision, merged(subject, decision), lang, day)
        loc = subject.loc + decision.at if decision.at else subject.loc
        ref = subject.ref if decision.ref is None else decision.ref
        group.items.append(Item(message, loc, ref, decision.missing))
    return Outline(
        report,
        lang,
        {name: list(found.values()) for name, found in groups.items() if found},
        money_of(shares),
        report.unexamined,
        list(held.values()),
    )


def _failed(rule: Rule[Any]) -> str:
    return "deviations" if rule.basis is Basis.GUIDANCE else "violations"


@lru_cache(maxsize=4096)
def _known_head(rule: Rule[Any], first: date, beside: tuple[Citation, ...], lang: Lang) -> _Head:
    return _head(bare(rule, Verdict.PASS, PASS.why, first, beside), lang)


def _head(finding: Finding, lang: Lang) -> _Head:
    places = [finding.citation, *finding.beside]
    citation = "; ".join(place.short(lang) for place in places)
    return finding.rule, BY_ID[finding.rule].title.get(lang), citation, finding.link


def _add(holds: Held, subject: Subject[Any], decision: Decision) -> None:
    if len(holds.about) == HELD_SHOWN:
        holds.more += 1
        return
    facts = subject.facts or merged(subject, decision)
    about = facts.get("year") or facts.get("insats")
    if about:
        holds.about.append(str(about))
