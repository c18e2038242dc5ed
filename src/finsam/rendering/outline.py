"""A report in reading order: what every rendering of a report is built from."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from functools import lru_cache
from itertools import starmap
from typing import Any, Final, NamedTuple, Self, cast

from finsam.law.citation import Citation
from finsam.law.finsamlagen import FINSAMLAGEN
from finsam.law.statute import NotInForce, Wording
from finsam.law.text import Lang, Text
from finsam.models.base import Loc
from finsam.models.forbund import Forbund
from finsam.models.words import question, words_along
from finsam.rendering.labels import (
    CASES,
    COUNT,
    HEADING,
    MADE_BY,
    MEMBERS,
    MORE,
    NOT_CHECKED,
    ORGNR,
    SAME,
    STAGE,
)
from finsam.rendering.where import NAMED, Paths, cut, paths, words
from finsam.validation.engine.decision import PASS, Decision
from finsam.validation.engine.facts import FactValue
from finsam.validation.engine.rule import WORDING_UNKNOWN, Rule
from finsam.validation.engine.subject import Subject
from finsam.validation.engine.verdict import Basis, Verdict
from finsam.validation.finding import Finding, bare, finding_of, merged, said, sentences
from finsam.validation.places import party
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
        sentences: its message, sentence by sentence.
        loc: the place in the document.
        ref: the caller's own key of the item there.
    """

    why: str
    sentences: tuple[str, ...]
    loc: Loc
    ref: str | None

    @property
    def message(self) -> str:
        """Its message."""
        return " ".join(self.sentences)


class Entry(NamedTuple):
    """One message, on one or more places.

    Attributes:
        message: the message on the first place, and on the others that share it, without the
            sentences that an earlier entry of the rule under the same heading has.
        where: the places in words; empty for whole lists and the whole document.
        paths: the same places as paths.
        refs: the caller's keys of the items there; the first of many.
        alike: a sentence on further places of which the same holds, if any.
        places: the number of places, including the further ones.
    """

    message: str
    where: str
    paths: str
    refs: str
    alike: str
    places: int


class Head(NamedTuple):
    """A rule under one wording of the act.

    Attributes:
        rule: the rule's id.
        title: what the act requires, in a few words; if it holds, for which years or insatser.
        citation: the provision that requires it.
        link: the address of that provision, in the wording applied.
    """

    rule: str
    title: str
    citation: str
    link: str


class Group(NamedTuple):
    """The findings of one rule under one wording of the act.

    Attributes:
        head: the rule.
        items: the findings, in the order of the document.
        follows: the breaches that these entail.
        entries: the findings, merged by message or, if there are many, by reason.
    """

    head: Head
    items: list[Item]
    follows: dict[Head, "Group"]
    entries: list[Entry]

    @classmethod
    def of(cls, head: Head) -> Self:
        """A group without findings."""
        return cls(head, [], {}, [])

    @property
    def consequences(self) -> Iterator[tuple[Head, Entry]]:
        """What follows from the findings, each entry with its rule."""
        for head, found in self.follows.items():
            yield from ((head, entry) for entry in found.entries)

    @property
    def basis(self) -> Basis:
        """What the rule rests on."""
        return BY_ID[self.head.rule].basis


class Unknown(NamedTuple):
    """A wording that the library does not know in full, and what it does know.

    Attributes:
        citation: the section.
        link: the address of the section, in that wording.
        message: what is known and what is not.
        details: the ids of the rules that could not be decided, and their number of findings.
    """

    citation: str
    link: str
    message: str
    details: str


def _section(rule: str, lang: Lang) -> str:
    """The section that a rule is of: ``10 §`` or ``s. 10``."""
    return Citation(BY_ID[rule].cites[0].section).short(lang)


class Asked(NamedTuple):
    """A question, asked once for all places where the answer is missing.

    Attributes:
        text: the question.
        questions: the question at each place.
        where: the places in words, where the question does not name it; else empty.
        paths: the places as paths.
        rules: the ids of the rules that the answer would settle.
        provisions: the provisions that it would settle, each with its address.
        guides: whether it would settle guidance only.
    """

    text: str
    questions: list[Question]
    where: str
    paths: str
    rules: list[str]
    provisions: dict[str, str]
    guides: bool

    def sections(self, lang: Lang) -> str:
        """The sections that the answer would settle: ``10 §, 13 §`` or ``s. 10, s. 13``."""
        return ", ".join(dict.fromkeys(_section(rule, lang) for rule in self.rules))


class Unasked(NamedTuple):
    """A topic with lists of which nothing is known.

    Attributes:
        message: that the topic was not checked, or not in full, and what the lists are called.
        collections: the names of the lists that are null.
        rules: the ids of the rules that had nothing to examine.
        questions: what the document would have to answer, without what an earlier topic asks.
    """

    message: str
    collections: list[str]
    rules: list[str]
    questions: list[Question]


class Outline(NamedTuple):
    """A report in reading order.

    Attributes:
        report: the report.
        lang: its language.
        counted: the number of entries under each heading, including headings left out.
        groups: what needs attention, by the names in :data:`GROUPS`; only those with findings.
        unknown: the wordings that are not known in full; part of the group ``"review"``.
        asked: the questions that the document leaves open.
        unasked: the topics that the document says nothing of.
        money: the money of each year that the report covers.
        held: what holds.
    """

    report: Report
    lang: Lang
    counted: dict[str, int]
    groups: dict[str, list[Group]]
    unknown: list[Unknown]
    asked: list[Asked]
    unasked: list[Unasked]
    money: tuple[YearMoney, ...]
    held: list[Head]

    def only(self, sections: Collection[str]) -> Self:
        """The outline with only some of :data:`SECTIONS`; all if none are given."""
        if not sections:
            return self
        return self._replace(
            groups={name: found for name, found in self.groups.items() if name in sections},
            unknown=self.unknown if "review" in sections else [],
            asked=self.asked if "missing" in sections else [],
            unasked=self.unasked if "missing" in sections else [],
            held=self.held if "holds" in sections else [],
        )

    @property
    def attended(self) -> Iterator[tuple[str, list[Group], list[Unknown]]]:
        """What needs attention: the name of each group, its findings and its unknown wordings."""
        for name in GROUPS:
            groups = self.groups.get(name, [])
            unknown = self.unknown if name == "review" else []
            if groups or unknown:
                yield name, groups, unknown

    @property
    def stage(self) -> str:
        """The day asked about, and the stage that the förbund is in."""
        return STAGE[self.report.stage].get(self.lang).format(on=self.report.on)

    @property
    def counts(self) -> str:
        """The number of entries under each heading, as one sentence."""
        said = [
            COUNT[name][n > 1].get(self.lang).format(n=n) for name, n in self.counted.items() if n
        ]
        return f"{'; '.join(said)}." if said else ""

    @property
    def orgnr(self) -> str:
        """The organisation number as people write it; empty if it is not known."""
        number = self.report.orgnr
        return f"{number[:6]}-{number[6:]}" if number else ""

    @property
    def facts(self) -> list[str]:
        """The organisation number, and the members on the day by name, as far as known."""
        report, lang, facts = self.report, self.lang, []
        if self.orgnr:
            facts.append(f"{ORGNR.get(lang)} {self.orgnr}.")
        if report.members:
            named = ", ".join(party(member, report.on) for member in report.members)
            facts.append(f"{MEMBERS.get(lang)} {named}.")
        return facts

    @property
    def made_by(self) -> str:
        """The version of the library, and of the act."""
        report = self.report
        return MADE_BY.get(self.lang).format(version=report.version, sfs=report.last_amendment)

    def heading(self, name: str) -> str:
        """A heading, with the number of entries under it."""
        return f"{HEADING[name].get(self.lang)} ({self.counted[name]})"

    @property
    def holding(self) -> Iterator[str]:
        """What holds, by topic: the sections, with the number of rules if more than one."""
        for topic in TOPICS:
            held = dict.fromkeys(one.rule for one in self.held if TOPIC_OF[one.rule] == topic.name)
            sections = Counter(_section(rule, self.lang) for rule in held)
            if sections:
                said = [f"{each}{f' ({n})' if n > 1 else ''}" for each, n in sections.items()]
                yield f"{topic.title.get(self.lang)}: {', '.join(said)}"


_MESSAGES_SHOWN: Final = 5
"""How many messages are given individually for one rule and reason."""
_REFS_SHOWN: Final = 5


class _Outliner:
    """Gathers the findings of a report."""

    def __init__(self, report: Report, lang: Lang, named: int, at: Paths) -> None:
        self._lang: Final = lang
        self._report: Final = report
        self._names: Final = dict(report.places)
        self._named: Final = named
        self._at: Final = at
        self._groups: Final[dict[str, dict[Head, Group]]] = {name: {} for name in GROUPS}
        self._held: Final[dict[Head, list[object]]] = {}
        self._unknown: Final[dict[Wording, tuple[str, list[str]]]] = {}
        self._provisions: Final[dict[str, dict[str, str]]] = {}
        self._failed: Final[dict[tuple[str, Loc, object], Group]] = {}
        self._causes: Final[dict[tuple[str, object, str], tuple[int, Group]]] = {}
        self._shares: Final[list[Finding]] = []

    def outline(self) -> Outline:
        """Arrange them in reading order."""
        late = []
        for rule, subject, decision, standing in self._report.parts():
            if decision.verdict is Verdict.NOT_APPLICABLE:
                continue
            if rule.id in POOLS:
                self._shares.append(finding_of(rule, subject, decision, standing))
            if standing is None:
                cites = decision.beside, decision.instead
                since = rule.since(subject.day, decision.beside)
                head = _known_head(rule, since, cites, self._lang)
            else:
                head = _head(finding_of(rule, subject, decision, standing), self._lang)
            if decision.verdict is Verdict.PASS:
                self._gather_held(rule, subject, decision, head)
            elif decision.verdict is Verdict.OPEN:
                self._provisions.setdefault(rule.id, {})[head.citation] = head.link
            elif decision.why != WORDING_UNKNOWN.why or not self._gather_unknown(
                rule, subject, head
            ):
                if rule.id in _LATE:
                    late.append((rule, subject, decision, head))
                else:
                    self._attend(rule, subject, decision, head)
        for each in late:
            self._attend(*each)
        questions = self._report.questions()
        unasked = self._unasked(questions)
        by_topic = {id(each) for topic in unasked for each in topic.questions}
        asked = self._asked([each for each in questions if id(each) not in by_topic])
        unknown = list(starmap(self._unworded, self._unknown.items()))
        groups = {
            name: self._merged(found.values()) for name, found in self._groups.items() if found
        }
        held = [self._hold(head, about) for head, about in self._held.items()]
        # Breaches that follow from others are not counted.
        counted = {name: sum(len(one.items) for one in groups.get(name, ())) for name in GROUPS}
        counted["review"] += len(unknown)
        counted["missing"] = len(asked)
        counted["unasked"] = len({rule for each in unasked for rule in each.rules})
        counted["holds"] = len({each.rule for each in held})
        return Outline(
            report=self._report,
            lang=self._lang,
            counted=counted,
            groups=groups,
            unknown=unknown,
            asked=asked,
            unasked=unasked,
            money=money_of(self._shares),
            held=held,
        )

    def _gather_held(
        self, rule: Rule[Any], subject: Subject[Any], decision: Decision, head: Head
    ) -> None:
        if decision.why in rule.passes:
            # A pass that rests on a reading is worded by that reading.
            text = said(rule, decision, merged(subject, decision), self._lang, subject)
            head = head._replace(title=text)
        about = self._held.setdefault(head, [])
        if len(about) < _HELD_SHOWN:
            facts = subject.facts or merged(subject, decision)
            about.append(facts.get("year") or facts.get("insats"))
        else:
            about.append(None)

    def _hold(self, head: Head, about: list[object]) -> Head:
        """What holds, naming the first years or insatser."""
        named = [str(each) for each in about[:_HELD_SHOWN] if each]
        if not named:
            return head
        more = len(about) - _HELD_SHOWN
        rest = MORE.get(self._lang).format(more=more) if more > 0 else ""
        return head._replace(title=f"{head.title} ({', '.join(named)}{rest})")

    def _attend(
        self, rule: Rule[Any], subject: Subject[Any], decision: Decision, head: Head
    ) -> None:
        facts = merged(subject, decision)
        message = sentences(rule, decision, facts, self._lang, subject)
        loc = subject.loc + decision.at if decision.at else subject.loc
        ref = subject.ref if decision.ref is None else decision.ref
        item = Item(decision.why, message, loc, ref)
        fails = decision.verdict is Verdict.FAIL
        cause = self._cause(rule, subject.loc, facts) if fails else None
        if cause is not None:
            cause.follows.setdefault(head, Group.of(head)).items.append(item)
            return
        name = (
            ("deviations" if rule.basis is Basis.GUIDANCE else "violations") if fails else "review"
        )
        group = self._groups[name].setdefault(head, Group.of(head))
        group.items.append(item)
        if fails:
            self._failed.setdefault((rule.id, subject.loc, facts.get("year")), group)
            if not any(isinstance(step, int) for step in subject.loc):
                self._add_cause(rule, facts, group)

    def _merged(self, groups: Iterable[Group]) -> list[Group]:
        """The groups under one heading in the order of the act, with their entries."""
        ordered = sorted(groups, key=lambda group: _ORDER[group.head.rule])
        said: dict[str, set[str]] = {}
        for each in ordered:
            for one in (each, *each.follows.values()):
                of_rule = said.setdefault(one.head.rule, set())
                one.entries.extend(self._entries(one.items, of_rule))
        return ordered

    def _entries(self, items: list[Item], said: set[str]) -> Iterator[Entry]:
        """The entries of one rule.

        Args:
            items: its findings.
            said: the sentences that earlier entries have; those of the new ones are added.
        """
        by_why: dict[str, dict[tuple[str, ...], list[Item]]] = {}
        for item in items:
            by_why.setdefault(item.why, {}).setdefault(item.sentences, []).append(item)
        for messages in by_why.values():
            yield from self._of_reason(list(messages.values()), said)

    def _of_reason(self, messages: list[list[Item]], said: set[str]) -> Iterator[Entry]:
        """The entries for one reason; if messages are many, the first stands for all."""
        if len(messages) <= _MESSAGES_SHOWN:
            yield from (self._entry(items, said) for items in messages)
            return
        first, *others = messages
        more = [item for items in others for item in items]
        where, paths = self._where(more)
        entry = self._entry(first, said)
        text = SAME.get(self._lang).format(count=len(more), places=f"{where} ({paths})")
        yield entry._replace(alike=text, places=entry.places + len(more))

    def _entry(self, items: list[Item], said: set[str]) -> Entry:
        first, *others = items[0].sentences
        message = " ".join([first, *(each for each in others if each not in said)])
        said.update(items[0].sentences)
        refs = list(dict.fromkeys(item.ref for item in items if item.ref))
        shown = refs if len(refs) <= _REFS_SHOWN else [*refs[:_REFS_SHOWN], "…"]
        return Entry(message, *self._where(items), ", ".join(shown), "", len(items))

    def _where(self, items: list[Item]) -> tuple[str, str]:
        """The places of some findings, in words and as paths."""
        locs = [item.loc for item in items if item.loc]
        return words(locs, self._names, self._lang, self._named), self._at(locs)

    def _cause(self, rule: Rule[Any], loc: Loc, facts: Mapping[str, FactValue]) -> Group | None:
        """The breach that a breach of this rule follows from; None: there is none.

        It is of a rule that entails this one, and on the same subject, or on the whole förbund and
        the same year and party. Of two rules that entail one another it is the first.
        """
        for entailing in _ENTAILED_BY.get(rule.id, ()):
            found = self._failed.get((entailing, loc, facts.get("year")))
            if found is not None:
                return found
            reached = _keys(facts, "member", "members", "actor", "parts")
            kinds = {key.partition(":")[0] for key in reached}
            causes = [
                self._causes[entailing, year, key]
                for year in {None, facts.get("year")}
                for key in {_ALL, *reached, *kinds}
                if (entailing, year, key) in self._causes
            ]
            if causes:
                return min(causes, key=lambda cause: cause[0])[1]
        return None

    def _add_cause(self, rule: Rule[Any], facts: Mapping[str, FactValue], group: Group) -> None:
        """Note a breach of the whole förbund, by its year and the parties that it names."""
        for key in _keys(facts, "party", "member", "members") or {_ALL}:
            place = rule.id, facts.get("year"), key
            self._causes.setdefault(place, (len(self._causes), group))

    def _gather_unknown(self, rule: Rule[Any], subject: Subject[Any], head: Head) -> bool:
        """Group a finding with others on the same unknown wording; False if none is unknown."""
        wording = _unknown_wording(rule, subject.day)
        if wording is not None:
            _, rules = self._unknown.setdefault(wording, (head.link, []))
            rules.append(rule.id)
        return wording is not None

    def _unworded(self, wording: Wording, found: tuple[str, list[str]]) -> Unknown:
        link, rules = found
        cases = CASES[len(rules) > 1].get(self._lang).format(n=len(rules))
        return Unknown(
            Citation(wording.section).short(self._lang),
            link,
            _what_is_known(wording, self._lang),
            f"{', '.join(dict.fromkeys(rules))}; {cases}",
        )

    def _asked(self, questions: list[Question]) -> list[Asked]:
        found: dict[Text, list[Question]] = {}
        for each in questions:
            found.setdefault(each.general, []).append(each)
        # Many places together may outweigh a single one that was asked about first.
        return sorted(
            map(self._asked_once, found.values()),
            key=lambda each: (each.guides, -sum(q.findings for q in each.questions)),
        )

    def _asked_once(self, questions: list[Question]) -> Asked:
        """Merge the same question at several places."""
        first, *others = questions
        lang, locs = self._lang, [each.loc for each in questions]
        where = ""
        if len(set(locs)) > 1:
            where = words(locs, self._names, lang, self._named)
        elif others:
            about = [each.about.get(lang) for each in questions if each.about]
            where = cut(about, lang, self._named)
        rules = list(dict.fromkeys(rule for each in questions for rule in each.rules))
        return Asked(
            (first.general if others else first.text).get(lang),
            questions,
            where,
            self._at(locs),
            rules,
            {
                citation: link
                for rule in rules
                for citation, link in self._provisions.get(rule, {}).items()
            },
            all(each.basis is Basis.GUIDANCE for each in questions),
        )

    def _unasked(self, questions: tuple[Question, ...]) -> list[Unasked]:
        answered, found = self._report.answered, []
        open_ = {(each.loc, each.text): each for each in questions}
        for topic in TOPICS:
            of_topic = {
                each.collection: rules
                for each in self._report.unexamined
                if (rules := [r for r in each.rules if r in topic.rules and r not in answered])
            }
            if of_topic:
                ids = list(dict.fromkeys(rule for rules in of_topic.values() for rule in rules))
                asked = {(tuple(name.split(".")), question(Forbund, name)) for name in of_topic}
                # A question of several topics is asked under the first.
                some = [open_.pop(each) for each in list(open_) if each in asked]
                message = self._not_checked(topic, ids, list(of_topic))
                found.append(Unasked(message, list(of_topic), ids, some))
        return found

    def _not_checked(self, topic: Topic, rules: list[str], collections: list[str]) -> str:
        text = NOT_CHECKED[len(rules) < len(topic.rules)].get(self._lang)
        title, sections = topic.title.get(self._lang), topic.sections.get(self._lang)
        said = text.format(title=title, sections=sections, n=len(rules), all=len(topic.rules))
        lists = ", ".join(_title(name).get(self._lang) for name in collections)
        return f"{said} ({lists})"


def outline(report: Report, lang: Lang, *, named: int = NAMED, at: Paths = paths) -> Outline:
    """Outline a report in one language.

    Args:
        report: the report.
        lang: the language.
        named: how many places are named one by one.
        at: what the source of the document calls some places; paths, if it is JSON.
    """
    return _Outliner(report, lang, named, at).outline()


def _title(name: str) -> Text:
    """What a list or part of a document is called, by its dotted name."""
    *_, (_, called) = words_along(Forbund, tuple(name.split(".")))
    return called.title if called else Text(name, name)


def _keys(facts: Mapping[str, FactValue], *names: str) -> set[str]:
    """The keys of members and the kinds of party in some facts; a part is its kommun."""
    found: set[str] = set()
    for name in names:
        value = facts.get(name, ())
        found.update([value] if isinstance(value, str) else cast("tuple[str, ...]", value))
    return {key.partition(": ")[0] for key in found}


_ALL: Final = ""
"""Stands for every party, where a breach names none."""


def _entailed_by() -> Mapping[str, list[str]]:
    found: dict[str, list[str]] = {}
    for rule in BY_ID.values():
        for entailed in rule.entails:
            found.setdefault(entailed, []).append(rule.id)
    return found


_ENTAILED_BY: Final = _entailed_by()
"""The rules that entail each rule."""
_ORDER: Final = {rule: number for number, rule in enumerate(BY_ID)}
_LATE: Final = {
    rule
    for rule, causes in _ENTAILED_BY.items()
    if any(_ORDER[cause] > _ORDER[rule] and cause not in BY_ID[rule].entails for cause in causes)
}
"""The rules whose breaches may follow from those of a later rule."""


def _unknown_wording(rule: Rule[Any], day: date) -> Wording | None:
    """The unknown wording that keeps a rule from being decided on a day."""
    for place in rule.cites:
        try:
            wording = FINSAMLAGEN.provision(place.section).on(day)
        except NotInForce:
            continue
        if not wording.knows(place) or wording.stycken is None:
            return wording
    return None


def _what_is_known(wording: Wording, lang: Lang) -> str:
    """What the library knows of a wording, and what it does not."""
    gists = {each.sfs: each.gist.get(lang) for each in FINSAMLAGEN.amendments}
    first, last, sfs = wording.first, wording.last, wording.sfs
    said = [_UNKNOWN.get(lang).format(first=first, last=last, sfs=sfs, gist=gists[sfs])]
    of_section = FINSAMLAGEN.provision(wording.section).wordings
    later = [each.sfs for each in of_section if each.first > first][:1]
    said += [_REPLACED.get(lang).format(sfs=sfs, gist=gists[sfs]) for sfs in later]
    return " ".join(said)


_UNKNOWN: Final = Text(
    "Lydelsen från {first} till {last} återges inte i bibliotekets källor. Pröva mot den tryckta "
    "författningen. Lydelsen gavs av SFS {sfs}: {gist}",
    "The wording from {first} to {last} is not given by the library's sources. Judge by the "
    "printed act. What is known: it was given by SFS {sfs}: {gist}",
)
_REPLACED: Final = Text("Den ersattes genom SFS {sfs}: {gist}", "SFS {sfs} replaced it: {gist}")


@lru_cache(maxsize=4096)
def _known_head(
    rule: Rule[Any], first: date, cites: tuple[tuple[Citation, ...], ...], lang: Lang
) -> Head:
    beside, instead = cites
    return _head(bare(rule, PASS._replace(beside=beside, instead=instead), first), lang)


def _head(finding: Finding, lang: Lang) -> Head:
    places = [finding.citation, *finding.beside]
    citation = "; ".join(place.short(lang) for place in places)
    return Head(finding.rule, BY_ID[finding.rule].title.get(lang), citation, finding.link)


_HELD_SHOWN: Final = 4
"""How many years or insatser are named where a rule holds."""
