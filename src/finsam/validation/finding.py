"""What ``check`` says of one subject, or of one part of it, under one rule."""

from dataclasses import dataclass
from datetime import date
from typing import Any, TypeAlias, cast

from finsam.law.citation import Citation
from finsam.law.finsamlagen import FINSAMLAGEN
from finsam.law.text import Lang, listing
from finsam.models.base import Loc
from finsam.validation.decision import Decision
from finsam.validation.facts import Facts, FactValue, encode, words
from finsam.validation.registry import Rule, Subject
from finsam.validation.rules import BY_ID
from finsam.validation.verdict import Basis, Verdict
from finsam.validation.wording import (
    INAPPLICABLE,
    OPEN,
    OPEN_MONEY,
    OPEN_WHY,
    WORDING_UNKNOWN,
    path,
)

FactItems: TypeAlias = tuple[tuple[str, FactValue], ...]


@dataclass(frozen=True, slots=True, repr=False)
class Finding:
    """A verdict, with its reason, its place and its paragraph.

    Attributes:
        rule: the rule's id, ``"FINSAM-5-1"``.
        verdict: the verdict.
        why: the branch of the rule that was taken, a slug.
        loc: the place in the document, as pydantic writes it.
        ref: the caller's own key of what stands there.
        missing: when open, the places where the facts that would decide should stand.
        citation: the provision, as far as the wording of the day can be cited.
        beside: what is to be read beside it.
        wording: the SFS number of the wording that was applied; None: none was in force.
        day: the day whose law was applied.
        fact_items: :attr:`facts` as pairs, in the order of their names.
    """

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

    @property
    def name(self) -> str:
        """What a breach of the rule is called, ``"state-share-not-half"``."""
        return BY_ID[self.rule].name

    @property
    def basis(self) -> Basis:
        """What the rule rests on."""
        return BY_ID[self.rule].basis

    @property
    def facts(self) -> dict[str, FactValue]:
        """The facts that the message is made of, by their names in the vocabulary."""
        return dict(self.fact_items)

    @property
    def link(self) -> str:
        """The address of the provision, in the wording that was applied."""
        if self.wording is None:
            return self.citation.link()
        return FINSAMLAGEN.provision(self.citation.section).on(self.day).link(self.citation)

    def message(self, lang: Lang = "sv") -> str:
        """What is said of it, in Swedish or English.

        Raises:
            ValueError: the language is neither ``"sv"`` nor ``"en"``.
        """
        if self.verdict is Verdict.PASS:
            return BY_ID[self.rule].title.get(lang)
        said = words(dict(self.fact_items), lang, self.day)
        if self.verdict is Verdict.OPEN:
            said["places"] = listing([path(place) for place in self.missing], lang)
            text = OPEN_MONEY if "members" in said else OPEN_WHY.get(self.why, OPEN)
            return text.get(lang).format(**said)
        texts = {
            Verdict.FAIL: BY_ID[self.rule].fail,
            Verdict.NOT_APPLICABLE: INAPPLICABLE,
            Verdict.REVIEW: {"wording_unknown": WORDING_UNKNOWN, **BY_ID[self.rule].review},
        }[self.verdict]
        return texts[self.why].get(lang).format(**said)

    def to_dict(self) -> dict[str, Any]:
        """The finding as JSON-ready values, with its derived values and both messages."""
        return {
            "rule": self.rule,
            "name": self.name,
            "verdict": self.verdict.value,
            "why": self.why,
            "basis": self.basis.value,
            "loc": list(self.loc),
            "ref": self.ref,
            "missing": [list(place) for place in self.missing],
            "facts": {name: encode(value) for name, value in self.fact_items},
            "citation": self.citation.to_dict(),
            "beside": [place.to_dict() for place in self.beside],
            "wording": self.wording,
            "day": self.day.isoformat(),
            "link": self.link,
            "message": {"sv": self.message("sv"), "en": self.message("en")},
        }

    def __repr__(self) -> str:
        ref = f", ref={self.ref!r}" if self.ref is not None else ""
        return (
            f"{type(self).__name__}({self.rule!r}, {self.citation}, "
            f"{self.verdict.value}: {self.why}, loc={self.loc!r}{ref})"
        )


class RuleViolation(Finding):
    """A finding that the act, by its text or as its förarbeten explain it, is not kept."""

    __slots__ = ()


def is_violation(verdict: Verdict, basis: Basis) -> bool:
    """Whether it is a violation of the act, and not of guidance."""
    return verdict is Verdict.FAIL and basis is not Basis.GUIDANCE


def _items(of_subject: Facts, of_decision: Facts) -> FactItems:
    # A TypedDict's values are objects to the type checker, whatever its fields' types are.
    both = cast("dict[str, FactValue]", {**of_subject, **of_decision})
    return tuple(sorted(both.items()))


def view(rule: Rule[Any], subject: Subject, decision: Decision) -> Finding:
    """The finding that an answer amounts to."""
    standing = rule.on(subject.day)
    kind = RuleViolation if is_violation(decision.verdict, rule.basis) else Finding
    return kind(
        rule=rule.id,
        verdict=decision.verdict,
        why=decision.why,
        loc=subject.loc + decision.at,
        ref=subject.ref if decision.ref is None else decision.ref,
        missing=decision.missing,
        citation=standing.citation,
        beside=standing.beside + decision.beside,
        wording=standing.wording,
        day=subject.day,
        fact_items=_items(subject.facts, decision.facts or {}),
    )
