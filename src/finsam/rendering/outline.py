"""A report in reading order: what every rendering of a report is built from."""

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import Any, Final, NamedTuple, TypeAlias, cast

from finsam.law.citation import Citation
from finsam.law.finsamlagen import FINSAMLAGEN
from finsam.law.statute import NotInForce, Wording
from finsam.law.text import Lang, Text
from finsam.models.base import Loc
from finsam.models.forbund import Forbund
from finsam.models.words import question
from finsam.rendering.labels import HELD_SHOWN
from finsam.validation.engine.decision import PASS, Decision
from finsam.validation.engine.facts import FactValue
from finsam.validation.engine.rule import WORDING_UNKNOWN, Rule
from finsam.validation.engine.subject import Subject
from finsam.validation.engine.verdict import Basis, Verdict
from finsam.validation.finding import Finding, bare, finding_of, merged, said
from finsam.validation.questions import Question
from finsam.validation.report import Report
from finsam.validation.rules import BY_ID
from finsam.validation.topics import TOPIC_OF, TOPICS, Topic
from finsam.validation.year_money import POOLS, YearMoney, money_of

GROUPS: Final = ("violations", "deviations", "review")
"""The groups of findings that need attention, the gravest first."""

SECTIONS: Final = (*GROUPS, "missing", "holds")
"""What a report has, in reading order."""


class Item(NamedTuple):
    """One finding: its message and its place.

    Attributes:
        why: the branch of the rule that was taken.
        message: what is said of it.
        loc: the place in the document.
        ref: the caller's own key of what stands there.
    """

    why: str
    message: str
    loc: Loc
    ref: str | None


class Entry(NamedTuple):
    """What is said once of one or more places.

    Attributes:
        message: what is said of the first place, and of all where nothing else differs.
        items: the findings that it is said of.
        alike: further findings of the same reason, each with a message of its own.
    """

    message: str
    items: list[Item]
    alike: list[Item]


class Group(NamedTuple):
    """The findings of one rule under one wording of the act.

    Attributes:
        rule: the rule's id.
        title: what the act asks, in a few words.
        citation: where it asks it.
        link: the address of that place, in the wording that was applied.
        basis: what the rule rests on.
        items: the findings, in the order of the document.
        follows: what follows from them: breaches of rules that a breach of this one entails.
    """

    rule: str
    title: str
    citation: str
    link: str
    basis: Basis
    items: list[Item]
    follows: list["Group"]

    def entries(self) -> list[Entry]:
        """The findings, with nothing said twice: one entry for each message, or for each reason."""
        by_why: dict[str, dict[str, Entry]] = {}
        for item in self.items:
            entries = by_why.setdefault(item.why, {})
            if item.message in entries:
                entries[item.message].items.append(item)
            else:
                entries[item.message] = Entry(item.message, [item], [])
        return [entry for entries in by_why.values() for entry in _shortened(entries.values())]


def _shortened(entries: Any) -> list[Entry]:  # noqa: ANN401  the values of a dict
    """Entries of one reason: where there are many, the first stands for all."""
    first, *others = entries
    if len(others) < _MESSAGES_SHOWN:
        return [first, *others]
    return [first._replace(alike=[item for entry in others for item in entry.items])]


_MESSAGES_SHOWN: Final = 5
"""How many messages of one rule and reason are told one by one."""


class Unknown(NamedTuple):
    """A wording of a section that the library does not know, and what it knows of it.

    Attributes:
        citation: the section.
        link: the address of the section, in that wording.
        message: what is not known, and what is.
        rules: the ids of the rules that could not be decided.
        findings: how many findings that is.
    """

    citation: str
    link: str
    message: str
    rules: list[str]
    findings: int


class Asked(NamedTuple):
    """A question, asked once of every place where the answer is missing.

    Attributes:
        text: the question.
        questions: it, at each place.
        provisions: the provisions that the answer would settle, each with its address.
        guides: whether only guidance hangs on it.
    """

    text: str
    questions: list[Question]
    provisions: dict[str, str]
    guides: bool

    @property
    def findings(self) -> int:
        """How many undecided findings hang on the answers."""
        return sum(each.findings for each in self.questions)

    @property
    def rules(self) -> list[str]:
        """The ids of the rules that the answer would settle."""
        return list(dict.fromkeys(rule for each in self.questions for rule in each.rules))


class Untold(NamedTuple):
    """A topic of which the document tells nothing, or not all lists.

    Attributes:
        topic: the topic.
        collections: the names of what is null.
        rules: the ids of the rules that had nothing to examine.
        questions: what the document would have to tell.
    """

    topic: Topic
    collections: list[str]
    rules: list[str]
    questions: list[Question]


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
        unknown: the wordings that the library does not know; of the group ``"review"``.
        asked: what is missing of what the document tells.
        untold: what the document does not tell at all, by topic.
        money: the money of each year that the report covers.
        held: what holds.
    """

    report: Report
    lang: Lang
    groups: dict[str, list[Group]]
    unknown: list[Unknown]
    asked: list[Asked]
    untold: list[Untold]
    money: tuple[YearMoney, ...]
    held: list[Held]

    def count(self, group: str) -> int:
        """The number of findings in a group; what follows from another is not counted."""
        count = sum(len(one.items) for one in self.groups.get(group, ()))
        if group == "review":
            count += sum(one.findings for one in self.unknown)
        return count

    @property
    def holding(self) -> dict[str, dict[str, int]]:
        """How many rules hold, by topic and by section."""
        found: dict[str, dict[str, int]] = {}
        for rule in dict.fromkeys(one.rule for one in self.held):
            of_topic = found.setdefault(TOPIC_OF[rule], {})
            section = BY_ID[rule].cites[0].section
            of_topic[section] = of_topic.get(section, 0) + 1
        return found


class _Outliner:
    """Gathers the findings of a report."""

    def __init__(self, report: Report, lang: Lang) -> None:
        self._lang: Final = lang
        self._report: Final = report
        self._groups: Final[dict[str, dict[_Head, Group]]] = {name: {} for name in GROUPS}
        self._held: Final[dict[_Head, Held]] = {}
        self._unknown: Final[dict[Wording, Unknown]] = {}
        self._provisions: Final[dict[str, dict[str, str]]] = {}
        self._failed: Final[dict[tuple[str, Loc, object], Group]] = {}
        self._causes: Final[dict[str, list[tuple[Mapping[str, FactValue], Group]]]] = {}
        self._shares: Final[list[Finding]] = []

    def outline(self) -> Outline:
        """Put them in reading order."""
        late = []
        for rule, subject, decision, standing in self._report.parts():
            if decision.verdict is Verdict.NOT_APPLICABLE:
                continue
            if rule.id in POOLS:
                self._shares.append(finding_of(rule, subject, decision, standing))
            if standing is None:
                cites = decision.beside, decision.instead
                head = _known_head(rule, rule.on(subject.day).first, cites, self._lang)
            else:
                head = _head(finding_of(rule, subject, decision, standing), self._lang)
            if decision.verdict is Verdict.PASS:
                self._hold(rule, subject, decision, head)
            elif decision.verdict is Verdict.OPEN:
                self._provisions.setdefault(rule.id, {})[head[2]] = head[3]
            elif decision.why != WORDING_UNKNOWN.why or not self._unworded(rule, subject, head):
                if rule.id in _LATE:
                    late.append((rule, subject, decision, head))
                else:
                    self._attend(rule, subject, decision, head)
        for each in late:
            self._attend(*each)
        questions = self._report.questions()
        untold = self._untold(questions)
        told_by_topic = {id(each) for topic in untold for each in topic.questions}
        return Outline(
            self._report,
            self._lang,
            {
                name: sorted(found.values(), key=lambda group: _ORDER[group.rule])
                for name, found in self._groups.items()
                if found
            },
            list(self._unknown.values()),
            self._asked([each for each in questions if id(each) not in told_by_topic]),
            untold,
            money_of(self._shares),
            list(self._held.values()),
        )

    def _hold(
        self, rule: Rule[Any], subject: Subject[Any], decision: Decision, head: _Head
    ) -> None:
        if decision.why in rule.passes:
            # What passes by a reading is worded by it, and not by what the act asks.
            text = said(rule, decision, merged(subject, decision), self._lang, subject)
            head = (head[0], text, *head[2:])
        holds = self._held.get(head)
        if holds is None:
            holds = self._held[head] = Held(*head)
        _add(holds, subject, decision)

    def _attend(
        self, rule: Rule[Any], subject: Subject[Any], decision: Decision, head: _Head
    ) -> None:
        facts = merged(subject, decision)
        message = said(rule, decision, facts, self._lang, subject)
        loc = subject.loc + decision.at if decision.at else subject.loc
        ref = subject.ref if decision.ref is None else decision.ref
        item = Item(decision.why, message, loc, ref)
        fails = decision.verdict is Verdict.FAIL
        cause = self._cause(rule, subject.loc, facts) if fails else None
        if cause is not None:
            _group_of(cause.follows, head, rule.basis).items.append(item)
            return
        name = (
            ("deviations" if rule.basis is Basis.GUIDANCE else "violations") if fails else "review"
        )
        group = self._groups[name].get(head)
        if group is None:
            group = self._groups[name][head] = Group(*head, rule.basis, [], [])
        group.items.append(item)
        if fails:
            self._failed.setdefault((rule.id, subject.loc, facts.get("year")), group)
            if not any(isinstance(step, int) for step in subject.loc):
                self._causes.setdefault(rule.id, []).append((facts, group))

    def _cause(self, rule: Rule[Any], loc: Loc, facts: Mapping[str, FactValue]) -> Group | None:
        """The breach that a breach of this rule follows from; None: there is none.

        It is of a rule that entails this one, and on the same subject, or on the whole förbund and
        the same year and party. Of two rules that entail one another it is the first.
        """
        for entailing in _ENTAILED_BY.get(rule.id, ()):
            found = self._failed.get((entailing, loc, facts.get("year")))
            if found is not None:
                return found
            for of_cause, group in self._causes.get(entailing, ()):
                if _reaches(of_cause, facts):
                    return group
        return None

    def _unworded(self, rule: Rule[Any], subject: Subject[Any], head: _Head) -> bool:
        """Gather a finding with those on the same unknown wording; whether one is unknown."""
        wording = _unknown_wording(rule, subject.day)
        if wording is None:
            return False
        found = self._unknown.get(wording)
        if found is None:
            message = _what_is_known(wording, self._lang)
            citation = Citation(wording.section).short(self._lang)
            found = Unknown(citation, head[3], message, [], 0)
        if rule.id not in found.rules:
            found.rules.append(rule.id)
        self._unknown[wording] = found._replace(findings=found.findings + 1)
        return True

    def _asked(self, questions: list[Question]) -> list[Asked]:
        found: dict[Text, list[Question]] = {}
        for each in questions:
            found.setdefault(each.general, []).append(each)
        asked = []
        for some in found.values():
            text = some[0].text if len(some) == 1 else some[0].general
            provisions = {
                citation: link
                for rule in dict.fromkeys(rule for each in some for rule in each.rules)
                for citation, link in self._provisions.get(rule, {}).items()
            }
            guides = all(each.basis is Basis.GUIDANCE for each in some)
            asked.append(Asked(text.get(self._lang), some, provisions, guides))
        # Together, many places may weigh more than a single one that was asked first.
        return sorted(
            asked, key=lambda each: (each.guides, -sum(q.findings for q in each.questions))
        )

    def _untold(self, questions: tuple[Question, ...]) -> list[Untold]:
        answered = self._report.answered
        found = []
        for topic in TOPICS:
            of_topic = [
                (each.collection, rules)
                for each in self._report.unexamined
                if (rules := [r for r in each.rules if r in topic.rules and r not in answered])
            ]
            if of_topic:
                names = [name for name, _ in of_topic]
                ids = dict.fromkeys(rule for _, rules in of_topic for rule in rules)
                asked = {(tuple(name.split(".")), question(Forbund, name)) for name in names}
                some = [each for each in questions if (each.loc, each.text) in asked]
                found.append(Untold(topic, names, list(ids), some))
        return found


def outline(report: Report, lang: Lang) -> Outline:
    """Outline a report in one language."""
    return _Outliner(report, lang).outline()


def _group_of(groups: list[Group], head: _Head, basis: Basis) -> Group:
    for group in groups:
        if group[:4] == head:
            return group
    groups.append(Group(*head, basis, [], []))
    return groups[-1]


def _reaches(cause: Mapping[str, FactValue], facts: Mapping[str, FactValue]) -> bool:
    """Whether a breach is of the year and of a party that another one names, as far as it does."""
    if cause.get("year") not in {None, facts.get("year")}:
        return False
    named = _keys(cause, "party", "member", "members")
    reached = _keys(facts, "member", "members", "actor", "parts")
    return not named or any(named & {key, key.partition(":")[0]} for key in reached)


def _keys(facts: Mapping[str, FactValue], *names: str) -> set[str]:
    """The keys of members and the kinds of party in some facts; a part is its kommun."""
    found: set[str] = set()
    for name in names:
        value = facts.get(name, ())
        found.update([value] if isinstance(value, str) else cast("tuple[str, ...]", value))
    return {key.partition(": ")[0] for key in found}


def _entailed_by() -> Mapping[str, list[str]]:
    found: dict[str, list[str]] = {}
    for rule in BY_ID.values():
        for entailed in rule.entails:
            found.setdefault(entailed, []).append(rule.id)
    return found


_ENTAILED_BY: Final = _entailed_by()
"""The rules whose breach may break each rule as well."""
_ORDER: Final = {rule: number for number, rule in enumerate(BY_ID)}
_LATE: Final = {
    rule
    for rule, causes in _ENTAILED_BY.items()
    if any(_ORDER[cause] > _ORDER[rule] and cause not in BY_ID[rule].entails for cause in causes)
}
"""The rules whose breaches may follow from those of a later rule."""


def _unknown_wording(rule: Rule[Any], day: date) -> Wording | None:
    """The wording that a rule cannot be decided by on a day."""
    for place in rule.cites:
        try:
            wording = FINSAMLAGEN.provision(place.section).on(day)
        except NotInForce:
            continue
        if not wording.knows(place) or wording.stycken is None:
            return wording
    return None


def _what_is_known(wording: Wording, lang: Lang) -> str:
    """What the library does not know of a wording, and what it knows."""
    by_sfs = {each.sfs: each for each in FINSAMLAGEN.amendments}
    given = by_sfs[wording.sfs]
    later = next(
        (
            each
            for each in FINSAMLAGEN.provision(wording.section).wordings
            if each.first > wording.first
        ),
        None,
    )
    text = _UNKNOWN.get(lang).format(
        section=Citation(wording.section).short(lang),
        first=wording.first,
        last=wording.last,
        sfs=wording.sfs,
        gist=given.gist.get(lang),
    )
    if later is None:
        return text
    gist = by_sfs[later.sfs].gist.get(lang)
    return f"{text} {_REPLACED.get(lang).format(sfs=later.sfs, gist=gist)}"


_UNKNOWN: Final = Text(
    "Lydelsen från {first} till {last} återges inte i bibliotekets källor. Pröva mot den tryckta "
    "författningen. Känt är att lydelsen gavs av SFS {sfs}: {gist}",
    "The wording from {first} to {last} is not given by the library's sources. Judge by the "
    "printed act. What is known: it was given by SFS {sfs}: {gist}",
)
_REPLACED: Final = Text("Den ersattes genom SFS {sfs}: {gist}", "SFS {sfs} replaced it: {gist}")


@lru_cache(maxsize=4096)
def _known_head(
    rule: Rule[Any], first: date, cites: tuple[tuple[Citation, ...], ...], lang: Lang
) -> _Head:
    beside, instead = cites
    return _head(bare(rule, PASS._replace(beside=beside, instead=instead), first), lang)


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
