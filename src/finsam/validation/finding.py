"""Findings: what a rule says of a subject, or of a part of one."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from functools import cache, lru_cache
from string import Formatter
from typing import Any, Final, NamedTuple, TypeAlias, cast

from finsam.law.citation import Citation
from finsam.law.finsamlagen import FINSAMLAGEN
from finsam.law.parties import in_words_of
from finsam.law.text import Lang, Text, listing
from finsam.models.base import Loc
from finsam.shown import Shown
from finsam.validation.engine.decision import NOT_LISTED, Decision
from finsam.validation.engine.facts import Facts, FactValue, encode, words
from finsam.validation.engine.messages import (
    INAPPLICABLE,
    OPEN,
    OPEN_LIST,
    OPEN_MONEY,
    OPEN_WHY,
    WORDING_UNKNOWN,
    list_name,
    path,
    places,
)
from finsam.validation.engine.rule import Rule, Standing, cited_on
from finsam.validation.engine.subject import Subject
from finsam.validation.engine.verdict import Basis, Verdict
from finsam.validation.rules import BY_ID

FactItems: TypeAlias = tuple[tuple[str, FactValue], ...]


class Values(NamedTuple):
    """The attributes of a finding, by which it compares and pickles."""

    rule: str
    verdict: Verdict
    why: str
    loc: Loc
    ref: str | None
    missing: tuple[Loc, ...]
    citation: Citation
    beside: tuple[Citation, ...]
    wording: str | None
    day: date
    fact_items: FactItems


class Finding(Shown):
    """A verdict with its reason, its place and its citation. Compares and pickles by value.

    A finding is a view of a rule's answer on a subject. Values are computed when first read.

    Args:
        rule: the rule that answered.
        subject: what it was asked about.
        decision: its answer.
        standing: the law that applied, for a finding read back from JSON.
    """

    __slots__ = ("_decision", "_rule", "_standing", "_subject")

    def __init__(
        self,
        rule: Rule[Any],
        subject: Subject[Any],
        decision: Decision,
        standing: Standing | None = None,
    ) -> None:
        self._rule = rule
        self._subject = subject
        self._decision = decision
        self._standing = standing

    @staticmethod
    def of(values: "Values") -> "Finding":
        """Make a finding from its values."""
        facts = cast("Facts", dict(values.fact_items))
        decision = Decision(values.verdict, values.why, (), values.missing, values.ref, (), facts)
        standing = Standing(values.day, None, values.citation, values.beside, values.wording)
        subject = cast("Subject[Any]", _Placed(values.day, values.loc))
        return finding_of(BY_ID[values.rule], subject, decision, standing)

    @property
    def parts(self) -> "Parts":
        """What the finding is a view of."""
        return self._rule, self._subject, self._decision, self._standing

    @property
    def rule(self) -> str:
        """The rule's id, ``"FINSAM-5-1"``."""
        return self._rule.id

    @property
    def verdict(self) -> Verdict:
        """The verdict."""
        return self._decision.verdict

    @property
    def why(self) -> str:
        """The reason for the verdict, a slug: ``"too_little"``."""
        return self._decision.why

    @property
    def loc(self) -> Loc:
        """The place in the document, like pydantic's ``loc``."""
        return self._subject.loc + self._decision.at

    @property
    def ref(self) -> str | None:
        """The caller's own key for the item at that place."""
        return self._subject.ref if self._decision.ref is None else self._decision.ref

    @property
    def missing(self) -> tuple[Loc, ...]:
        """If open, the places of the facts that would decide.

        At most twenty; ``facts["more_places"]`` counts the rest.
        """
        return self._decision.missing_from(self._subject.loc)

    @property
    def citation(self) -> Citation:
        """The provision, as precisely as the wording of the day can be cited."""
        return self._law.citation

    @property
    def beside(self) -> tuple[Citation, ...]:
        """The provisions cited beside it, likewise."""
        return self._law.beside + cited_on(self.day, self._decision.beside)

    @property
    def wording(self) -> str | None:
        """The SFS number of the wording that was applied; None if none was in force."""
        return self._law.wording

    @property
    def day(self) -> date:
        """The day whose law was applied."""
        return self._subject.day

    @property
    def _law(self) -> Standing:
        law, instead = self._standing or self._rule.on(self._subject.day), self._decision.instead
        return law.under(instead) if instead else law

    @property
    def fact_items(self) -> FactItems:
        """:attr:`facts` as pairs, in the order of their names."""
        return tuple(merged(self._subject, self._decision).items())

    @property
    def name(self) -> str:
        """The name of the rule's breach, ``"state-share-not-half"``."""
        return self._rule.name

    @property
    def basis(self) -> Basis:
        """What the rule rests on."""
        return self._rule.basis

    @property
    def facts(self) -> dict[str, FactValue]:
        """The facts in the message, by name."""
        return dict(self.fact_items)

    @property
    def link(self) -> str:
        """The address of the provision, in the wording that was applied."""
        law = self._law
        if law.wording is None:
            return law.citation.link()
        return _link(law.citation, self.day)

    @property
    def values(self) -> "Values":
        """The finding's values."""
        return Values(*(getattr(self, name) for name in Values._fields))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Finding):
            return NotImplemented
        return self.values == other.values

    def __hash__(self) -> int:
        return hash(self.values)

    def __reduce__(self) -> tuple[Callable[..., "Finding"], tuple[Any, ...]]:
        return Finding.of, (self.values,)

    def message(self, lang: Lang = "sv") -> str:
        """The message in Swedish or English.

        Raises:
            ValueError: the language is neither ``"sv"`` nor ``"en"``.
        """
        return self._said(lang, self.facts)

    def _said(self, lang: Lang, facts: Mapping[str, FactValue]) -> str:
        return said(self._rule, self._decision, facts, lang, self._subject)

    def to_dict(self) -> dict[str, Any]:
        """The finding as JSON-ready values, with its derived values and both messages."""
        facts = self.facts
        return {
            **branch(self),
            "loc": list(self.loc),
            "ref": self.ref,
            "missing": [list(place) for place in self.missing],
            "facts": {name: encode(value) for name, value in facts.items()},
            **law(self),
            "day": self.day.isoformat(),
            "link": self.link,
            "message": {"sv": self._said("sv", facts), "en": self._said("en", facts)},
        }

    def record(self, lang: Lang = "sv") -> dict[str, str | int | Decimal | None]:
        """The finding as a row, with its message in one language.

        ``year`` and the amounts in kronor (``total``, ``actual``, ``required``, ``difference``)
        come from its facts, and are None if it has none. Everything else is text or None.
        """
        facts = self.facts
        figures: dict[str, Any] = {name: facts.get(name) for name in _FIGURES}
        return {
            **branch(self),
            "place": path(self.loc),
            "ref": self.ref,
            "missing": ", ".join(map(path, self.missing)),
            **figures,
            "citation": self.citation.short(lang),
            "wording": self.wording,
            "day": self.day.isoformat(),
            "link": self.link,
            "message": self.message(lang),
        }

    def __repr__(self) -> str:
        ref = f", ref={self.ref!r}" if self.ref is not None else ""
        return (
            f"{type(self).__name__}({self.rule!r}, {self.citation}, "
            f"{self.verdict.value}: {self.why}, loc={self.loc!r}{ref})"
        )


def branch(finding: Finding) -> dict[str, str]:
    """A finding's rule, verdict and reason, as JSON-ready values."""
    return {
        "rule": finding.rule,
        "name": finding.name,
        "verdict": finding.verdict.value,
        "why": finding.why,
        "basis": finding.basis.value,
    }


def law(finding: Finding) -> dict[str, Any]:
    """The provisions of a finding and their wording, as JSON-ready values."""
    return {
        "citation": finding.citation.to_dict(),
        "beside": [each.to_dict() for each in finding.beside],
        "wording": finding.wording,
    }


_FIGURES: Final = ("year", "total", "actual", "required", "difference")

Parts: TypeAlias = tuple[Rule[Any], Subject[Any], Decision, Standing | None]
"""What a finding is a view of: a rule, a subject, an answer and, when read back from JSON, the law
that applied."""


def merged(subject: Subject[Any], decision: Decision) -> dict[str, FactValue]:
    """The facts of a subject and of an answer on it, sorted by name."""
    own = decision.facts
    # A TypedDict's values are objects to the type checker, whatever its fields' types are.
    of_subject = cast("dict[str, FactValue]", subject.facts)
    if not own:
        return of_subject if len(of_subject) < 2 else dict(sorted(of_subject.items()))
    facts = cast("dict[str, FactValue]", own() if callable(own) else own)
    return dict(sorted({**of_subject, **facts}.items()))


def said(
    rule: Rule[Any],
    decision: Decision,
    facts: Mapping[str, FactValue],
    lang: Lang,
    subject: Subject[Any],
) -> str:
    """The message of a rule's answer on a subject, in one language."""
    template, shown = _worded(rule, decision, facts, lang, subject)
    return template.format(**shown)


def sentences(
    rule: Rule[Any],
    decision: Decision,
    facts: Mapping[str, FactValue],
    lang: Lang,
    subject: Subject[Any],
) -> tuple[str, ...]:
    """The same message, sentence by sentence."""
    template, shown = _worded(rule, decision, facts, lang, subject)
    return tuple([each.format(**shown) for each in _split(template)])


@cache
def _split(template: str) -> list[str]:
    """The sentences of a template, before any text of a document is in it."""
    return _SENTENCE.split(template)


_SENTENCE: Final = re.compile(r"(?<=\.)(?<!kap\.) (?=[A-ZÅÄÖ{]|\d+ (?:[a-z] )?§)")
"""Where a sentence ends and another begins; a chapter before its section is of one sentence."""


def _worded(
    rule: Rule[Any],
    decision: Decision,
    facts: Mapping[str, FactValue],
    lang: Lang,
    subject: Subject[Any],
) -> tuple[str, dict[str, str]]:
    """The template of the message of a rule's answer, and the words for its facts."""
    text = _text(rule, decision, in_money="members" in facts)
    used = _names(text.sv)
    shown = words(facts, lang, subject.day, used)
    missing = decision.missing_from(subject.loc)
    if "places" in used:
        more = cast("int", facts.get("more_places", 0))
        shown["places"] = listing(list(places(missing, lang)), lang, more=more)
    if "lists" in used:
        shown["lists"] = listing(sorted({list_name(each) for each in missing}), lang)
    return in_words_of(subject.day, text.get(lang), lang), shown


_MORE_THAN_PLACES: Final = frozenset({*OPEN_WHY, NOT_LISTED})


def names_places_alone(decision: Decision) -> bool:
    """Whether the message of an open answer only names the missing places."""
    facts = decision.facts
    return (
        decision.verdict is Verdict.OPEN
        and decision.why not in _MORE_THAN_PLACES
        and (not facts or (not callable(facts) and "members" not in facts))
    )


def says_the_same(rule: Rule[Any], decision: Decision) -> bool:
    """Whether the message is the same whatever the facts and the day."""
    if decision.verdict is Verdict.OPEN:
        # The message of an open answer always names missing facts.
        return False
    text = _text(rule, decision)
    first = in_words_of(date.min, text.sv, "sv"), in_words_of(date.min, text.en, "en")
    return not _names(text.sv) and text == first


def _text(rule: Rule[Any], decision: Decision, *, in_money: bool = False) -> Text:
    """The template of the message of a rule's answer."""
    verdict, why = decision.verdict, decision.why
    if verdict is Verdict.PASS:
        return rule.passes.get(why, rule.title)
    if verdict is Verdict.NOT_APPLICABLE:
        return inapplicable(rule, why)
    if verdict is Verdict.FAIL:
        return rule.fail[why]
    if verdict is Verdict.REVIEW:
        return rule.review.get(why, WORDING_UNKNOWN)
    if why == NOT_LISTED and rule.unlisted is not None:
        return _unlisted(rule.unlisted)
    return OPEN_WHY.get(why) or (OPEN_MONEY if in_money else OPEN)


def inapplicable(rule: Rule[Any], why: str) -> Text:
    """Why a rule does not apply: a reason of its own, or one that is the same for every rule."""
    return rule.inapplicable.get(why) or INAPPLICABLE[why]


@cache
def _unlisted(entry: Text) -> Text:
    """The message for an entry missing from a list that may have more."""
    both = zip(OPEN_LIST, entry, strict=True)
    return Text(*(whole.replace("{entry}", part) for whole, part in both))


@cache
def _names(text: str) -> frozenset[str]:
    """The names of the facts that a text uses."""
    return frozenset(name for _, name, _, _ in Formatter().parse(text) if name)


class RuleViolation(Finding):
    """A breach of the act, by its text or as its preparatory works explain it."""

    __slots__ = ()


def finding_of(
    rule: Rule[Any], subject: Subject[Any], decision: Decision, standing: Standing | None
) -> Finding:
    """The finding that is a view of these parts."""
    violated = decision.verdict is Verdict.FAIL and rule.basis is not Basis.GUIDANCE
    return (RuleViolation if violated else Finding)(rule, subject, decision, standing)


def bare(rule: Rule[Any], decision: Decision, first: date) -> Finding:
    """A finding without place or facts, which many findings share."""
    return finding_of(rule, cast("Subject[Any]", _Placed(first, ())), decision, None)


@lru_cache(maxsize=4096)
def _link(citation: Citation, day: date) -> str:
    return FINSAMLAGEN.provision(citation.section).on(day).link(citation)


class _Placed(NamedTuple):
    """The subject of a finding that was read back from JSON."""

    day: date
    loc: Loc
    ref: str | None = None
    facts: Facts = {}  # noqa: RUF012  never changed, as nothing of a named tuple is
