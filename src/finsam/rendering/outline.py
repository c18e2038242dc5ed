"""A report put in the order in which people read it; every face of a report is made from this."""

from collections.abc import Iterator
from typing import Final, NamedTuple, TypeAlias

from finsam.law.text import Lang
from finsam.models.base import Loc
from finsam.validation.finding import Finding
from finsam.validation.money import POOLS, YearMoney, money_of
from finsam.validation.report import Report, Unexamined
from finsam.validation.rules import BY_ID
from finsam.validation.verdict import Basis, Verdict

GROUPS: Final = ("violations", "deviations", "open", "review")
"""What needs somebody's eyes, the gravest first."""

_GROUP: Final = {Verdict.OPEN: "open", Verdict.REVIEW: "review"}


class Item(NamedTuple):
    """One finding: what is said of it, and where it is.

    Attributes:
        message: what is said.
        loc: the place in the document.
        ref: the caller's own key of what stands there.
        missing: the places where the facts that would decide should stand.
    """

    message: str
    loc: Loc
    ref: str | None
    missing: tuple[Loc, ...]


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


class Held(NamedTuple):
    """What holds, by one rule under one wording.

    Attributes:
        rule: the rule's id.
        title: what the act asks, in a few words.
        citation: where it asks it.
        link: the address of that place, in the wording that was applied.
        about: the years or insatser that it holds for; empty where it is the förbund itself.
    """

    rule: str
    title: str
    citation: str
    link: str
    about: list[str]


_Key: TypeAlias = tuple[str, str | None, int]


class Outline(NamedTuple):
    """A report in the order in which people read it.

    Attributes:
        report: the report.
        lang: its language.
        groups: what needs somebody's eyes, by the names of :data:`GROUPS`; none of them is empty.
        money: what the report tells of each year's money.
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
        """How many findings a group has."""
        return sum(len(one.items) for one in self.groups.get(group, ()))


def outline(report: Report, lang: Lang) -> Outline:
    """The outline of a report in one language."""
    groups: dict[str, dict[_Key, Group]] = {name: {} for name in GROUPS}
    held: dict[_Key, Held] = {}
    shares: list[Finding] = []
    for finding in report.findings:
        verdict = finding.verdict
        if verdict is Verdict.NOT_APPLICABLE:
            continue
        rule = finding.rule
        if rule in POOLS:
            shares.append(finding)
        # A wording is one for all days of its life; the year is enough to tell two apart.
        key = (rule, finding.wording, len(finding.beside))
        if verdict is Verdict.PASS:
            if key not in held:
                held[key] = Held(*_head(finding, lang), [])
            held[key].about.extend(_about(finding))
            continue
        name = _GROUP.get(verdict) or _failed(finding)
        group = groups[name].get(key)
        if group is None:
            group = groups[name][key] = Group(*_head(finding, lang), finding.basis, [])
        group.items.append(Item(finding.message(lang), finding.loc, finding.ref, finding.missing))
    return Outline(
        report,
        lang,
        {name: list(found.values()) for name, found in groups.items() if found},
        money_of(shares),
        report.unexamined,
        list(held.values()),
    )


def _failed(finding: Finding) -> str:
    return "deviations" if finding.basis is Basis.GUIDANCE else "violations"


def _head(finding: Finding, lang: Lang) -> tuple[str, str, str, str]:
    places = [finding.citation, *finding.beside]
    citation = "; ".join(place.short(lang) for place in places)
    return finding.rule, BY_ID[finding.rule].title.get(lang), citation, finding.link


def _about(finding: Finding) -> Iterator[str]:
    facts = finding.facts
    subject = facts.get("year") or facts.get("insats")
    if subject:
        yield str(subject)
