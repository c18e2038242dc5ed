"""What is missing, as plain questions: one for each fact and place, the most important first."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from itertools import chain, islice
from typing import Any, Final, NamedTuple, get_args

from finsam.law.text import Lang, Text
from finsam.models.base import Loc
from finsam.models.forbund import Forbund
from finsam.models.words import any_entry, question
from finsam.validation.engine.decision import NOT_LISTED, Decision
from finsam.validation.engine.facts import FactValue, words
from finsam.validation.engine.messages import list_name, path
from finsam.validation.engine.rule import Rule
from finsam.validation.engine.verdict import Basis, Verdict
from finsam.validation.finding import Parts, merged
from finsam.validation.places import items_on, party
from finsam.validation.rules import BY_ID


@dataclass(frozen=True, slots=True)
class Question:
    """A question about a missing fact. Compares by value.

    Attributes:
        text: the question, in both languages.
        general: the same question, about any item of the list.
        about: the item of a list that the question is about, if any: ``"budgeten för 2026"``.
        loc: the place in the document for the answer.
        rules: the ids of the rules that it would settle, or help to settle.
        findings: how many open findings depend on it.
        basis: the strongest basis of those rules: if it is guidance, no violation of the act
            depends on the answer.
    """

    text: Text
    general: Text
    about: Text | None
    loc: Loc
    rules: tuple[str, ...]
    findings: int
    basis: Basis

    def to_dict(self) -> dict[str, Any]:
        """The question as JSON-ready values."""
        return {
            "question": self.text._asdict(),
            "about": self.about and self.about._asdict(),
            "loc": list(self.loc),
            "path": path(self.loc),
            "rules": list(self.rules),
            "findings": self.findings,
            "basis": self.basis.value,
        }


class _Asked(NamedTuple):
    """A question's words and place, as :class:`Question` has them."""

    text: Text
    general: Text
    about: Text | None
    loc: Loc


def _plain(text: Text, loc: Loc) -> _Asked:
    """A question that is of no item of a list."""
    return _Asked(text, text, None, loc)


class _Weight:
    """What depends on a question: rules, findings, and its part in deciding them."""

    __slots__ = ("act", "findings", "guidance", "rules")

    def __init__(self) -> None:
        self.rules: Final[dict[str, None]] = {}
        self.findings = 0
        self.act, self.guidance = Fraction(0), Fraction(0)

    def add(self, rule: Rule[Any], part: Fraction) -> None:
        """Count a finding that depends on the question, wholly or in part."""
        self.rules[rule.id] = None
        self.findings += 1
        if rule.basis is Basis.GUIDANCE:
            self.guidance += part
        else:
            self.act += part

    @property
    def basis(self) -> Basis:
        """The strongest basis of the rules."""
        of_rules = {BY_ID[rule].basis for rule in self.rules}
        return next(basis for basis in Basis if basis in of_rules)


def questions_of(
    parts: Iterable[Parts],
    unexamined: Iterable[tuple[str, Iterable[str]]],
    names: Mapping[Loc, Text],
    on: date,
) -> tuple[Question, ...]:
    """What is missing, as questions; those that settle most of what the act requires come first.

    A finding that depends on several facts counts in part for each.

    Args:
        parts: what the findings are views of.
        unexamined: the names of the lists and parts that are null, with the rules that need them.
        names: the names of items, by place.
        on: the day whose names of parties to use.
    """
    found: dict[_Asked, _Weight] = {}
    for name, ids in unexamined:
        asked = _plain(question(Forbund, name), tuple(name.split(".")))
        weight = found.setdefault(asked, _Weight())
        for each in ids:
            weight.add(BY_ID[each], Fraction(1))
    for rule, subject, answer, _ in parts:
        if answer.verdict is Verdict.OPEN:
            decision = answer._replace(missing=answer.missing_from(subject.loc))
            some = list(_asked(rule, decision, merged(subject, decision), names, on))
            for one in some:
                found.setdefault(one, _Weight()).add(rule, Fraction(1, len(some)))
    ordered = sorted(found.items(), key=lambda both: (-both[1].act, -both[1].guidance))
    return tuple(
        Question(*asked, tuple(weight.rules), weight.findings, weight.basis)
        for asked, weight in ordered
    )


def _asked(
    rule: Rule[Any],
    decision: Decision,
    facts: Mapping[str, FactValue],
    names: Mapping[Loc, Text],
    on: date,
) -> Iterator[_Asked]:
    """What to ask so that a rule can be decided."""
    if decision.why == NOT_LISTED and rule.unlisted is not None:
        yield from (_is_it_so(rule.unlisted, facts, on, loc) for loc in decision.missing)
        return
    year = facts.get("year")
    members = facts.get("members", ())
    for loc in decision.missing:
        if loc == ("contributions",) and isinstance(members, tuple):
            yield from (_gives(str(member), year, on) for member in members)
            if more := facts.get("more_members"):
                yield _plain(_MORE_GIVE.filled(count=more, year=year), loc)
        elif loc == ("agreements",):
            yield _plain(_AGREED.get(rule.id, _ALL_AGREED).filled(year=year), loc)
        else:
            yield _of_place(loc, names)
    if (more := facts.get("more_places")) and decision.missing:
        # An answer names the first of many places.
        whole = next(items_on(decision.missing[-1]), decision.missing[-1])[:-1]
        yield _plain(_MORE_PLACES.filled(count=more), whole)


def _of_place(loc: Loc, names: Mapping[Loc, Text]) -> _Asked:
    """What to ask of a place where a fact is missing."""
    text = question(Forbund, list_name(loc))
    places = tuple(islice(chain(items_on(loc), (None, None)), 2))
    general = _filled(text, places, {})
    about = names.get(places[0]) if places[0] else None
    return _Asked(_filled(text, places, names) if about else general, general, about, loc)


def _filled(text: Text, places: Iterable[Loc | None], names: Mapping[Loc, Text]) -> Text:
    """A question with the names of what it is about; what has no name goes by its kind."""
    it, of = (names.get(loc) or any_entry(Forbund, list_name(loc)) if loc else "" for loc in places)
    return text.filled(it=it, of=of)


def _gives(member: str, year: FactValue | None, on: date) -> _Asked:
    name = Text(*[party(member, on)] * 2)
    general = _GIVES.filled(it=any_entry(Forbund, "members"), year=year)
    return _Asked(_GIVES.filled(it=name, year=year), general, name, ("contributions",))


_MORE_GIVE: Final = Text(
    "Vad bidrar ytterligare {count} av medlemmarna med för år {year}?",
    "What do {count} more of the members contribute for {year}?",
)
_MORE_PLACES: Final = Text(
    "Vad gäller på ytterligare {count} ställen, där samma uppgift saknas?",
    "What is the answer in {count} more places that lack the same fact?",
)
_GIVES: Final = Text("Vad bidrar {it} med för år {year}?", "What does {it} contribute for {year}?")


def _is_it_so(entry: Text, facts: Mapping[str, FactValue], on: date, loc: Loc) -> _Asked:
    """Whether an entry that is not listed is there; a question about each member is one."""
    said = {lang: words(facts, lang, on, facts.keys()) for lang in get_args(Lang)}
    text, member = _so(entry, said), facts.get("member")
    if not isinstance(member, str) or "{member}" not in entry.sv:
        return _plain(text, loc)
    anyone = any_entry(Forbund, "members")
    general = _so(entry, {lang: said[lang] | {"member": anyone.get(lang)} for lang in said})
    return _Asked(text, general, Text(*[party(member, on)] * 2), loc)


def _so(entry: Text, said: Mapping[Lang, Mapping[str, str]]) -> Text:
    sv, en = (entry.get(lang).format(**said[lang]) for lang in get_args(Lang))
    return _SO.filled(entry=Text(sv, en))


_SO: Final = Text("Stämmer det att {entry}?", "Is it the case that {entry}?")
_AGREED: Final = {
    "FINSAM-5-5": Text(
        "Hur har kommunerna kommit överens om att fördela sin andel för år {year}?",
        "How have the kommuner agreed to split their share for {year}?",
    ),
    "FINSAM-5-6": Text(
        "Hur har regionerna kommit överens om att fördela sin andel för år {year}?",
        "How have the regioner agreed to split their share for {year}?",
    ),
}
_ALL_AGREED: Final = Text(
    "Hur har medlemmarna kommit överens om att fördela det som de bidrar med för år {year}?",
    "How have the members agreed to split what they contribute for {year}?",
)
