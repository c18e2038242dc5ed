"""What a rule is, and how one is declared."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property, wraps
from inspect import cleandoc, get_annotations, isgeneratorfunction
from types import MappingProxyType
from typing import Any, Final, Generic, NamedTuple, TypeAlias, TypeVar, cast

from finsam.law.citation import Citation
from finsam.law.finsamlagen import FINSAMLAGEN
from finsam.law.interpretations import Interpretation, interpretations
from finsam.law.statute import NotInForce
from finsam.law.text import Text
from finsam.shown import Shown
from finsam.validation.engine.decision import NOT_KNOWN, NOT_LISTED, PASS, Decision, not_applicable
from finsam.validation.engine.messages import REASONS_TO_BE_OPEN
from finsam.validation.engine.subject import Subject
from finsam.validation.engine.verdict import Basis, Stage, Verdict

S = TypeVar("S", bound=Subject[Any])
Answer: TypeAlias = Decision | Sequence[Decision]
"""One decision, or those that are not a pass: no decision means pass."""


class Standing(NamedTuple):
    """The law for one rule over a span of days.

    Attributes:
        first: the first day of the span.
        answer: the answer for these days if the law alone gives it: the rule is not in force, or
            the wording of a provision that it cites is not known well enough; None: ask the rule.
        citation: the rule's first provision, as precisely as the wording in force can be cited.
        beside: its other provisions, likewise.
        wording: the SFS number of the first provision's wording; None: none is in force.
    """

    first: date
    answer: Decision | None
    citation: Citation
    beside: tuple[Citation, ...]
    wording: str | None

    def under(self, places: Sequence[Citation]) -> "Standing":
        """A copy for other provisions of the sections that the rule cites."""
        cited = cited_on(self.first, places)
        wording = FINSAMLAGEN.provision(cited[0].section).on(self.first)
        return self._replace(citation=cited[0], beside=cited[1:], wording=wording.sfs)


def cited_on(day: date, places: Sequence[Citation]) -> tuple[Citation, ...]:
    """Provisions as far as their wordings in force on a day can be cited."""
    return tuple(FINSAMLAGEN.provision(place.section).on(day).cite(place) for place in places)


NOT_IN_FORCE: Final = not_applicable("not_in_force")
_OUTSIDE: Final = {
    stage: not_applicable(stage.value) for stage in (Stage.NOT_FORMED, Stage.DISSOLVED)
}
WORDING_UNKNOWN: Final = Decision(Verdict.REVIEW, "wording_unknown")


_NONE: Final[Mapping[str, Text]] = MappingProxyType({})


@dataclass(frozen=True, eq=False)
class Rule(Shown, Generic[S]):
    """A rule of the act, and how it is decided.

    Attributes:
        id: its permanent id, ``"FINSAM-5-1"``.
        name: the name of its breach, ``"state-share-not-half"``.
        about: the kind of subject that it judges.
        cites: the provisions that it encodes, the first of them in its findings' ``citation``.
        covers: other provisions that it encodes, for the coverage map.
        basis: what it rests on.
        rests_on: the ids of the readings that it takes where the act is silent.
        title: what the act requires, in a few words.
        passes: its message for each way to pass that its title does not describe.
        fail: its message for each way to fail.
        review: its message for each reason to ask a human.
        open: each reason why it may be undecided.
        inapplicable: its message for each reason why it may not apply.
        unlisted: what decides it where an entry may be missing from a list, as a clause.
        entails: the rules that a breach of it may also break or leave undecided.
        also_reads: the collections that it needs in addition to its subject's.
        first: its first day, where it is younger than its provisions.
        last: its last day (inclusive), where it has ended before them.
        decide: the rule itself.
    """

    id: str
    name: str
    about: type[S]
    cites: tuple[Citation, ...]
    covers: tuple[Citation, ...]
    basis: Basis
    rests_on: tuple[str, ...]
    title: Text
    passes: Mapping[str, Text]
    fail: Mapping[str, Text]
    review: Mapping[str, Text]
    open: tuple[str, ...]
    inapplicable: Mapping[str, Text]
    unlisted: Text | None
    entails: tuple[str, ...]
    also_reads: tuple[str, ...]
    first: date | None
    last: date | None
    decide: Callable[[S], Answer]

    @property
    def readings(self) -> tuple[Interpretation, ...]:
        """The readings that it takes where the act is silent."""
        return tuple(interpretations()[each] for each in self.rests_on)

    def decide_by_day(self, subject: S) -> Answer:
        """The rule's answer, unless that day's law already settles it."""
        return self.on(subject.day).answer or self.decide(subject)

    def outside(self, stage: Stage) -> Decision | None:
        """Its answer for a förbund in a stage that it does not apply to; None: ask the rule."""
        return None if stage in self.about.also_when else _OUTSIDE.get(stage)

    def __repr__(self) -> str:
        return f"<Rule {self.id} {self.name}, {self.cites[0]}>"

    @property
    def doc(self) -> str:
        """What the act requires, how the rule decides it, what it cannot see, and its sources.

        Where the docstring names no source, the provisions are the only ones.
        """
        told = cleandoc(self.decide.__doc__ or "")
        if "Source:" in told:
            return told
        cited = " and ".join(map(str, self.cites))
        known = min(each.first for each in self._through_time if each.answer is None)
        return f"{told}\n\nSource: {cited}, known since {known}.".lstrip()

    @cached_property
    def answers(self) -> frozenset[tuple[Verdict, str]]:
        """Every verdict that it can give, with each reason, the engine's own included."""
        whys = {
            Verdict.PASS: (PASS.why, *self.passes),
            Verdict.FAIL: self.fail,
            Verdict.OPEN: self.reasons_to_be_open,
            Verdict.REVIEW: (*self.review, WORDING_UNKNOWN.why),
            Verdict.NOT_APPLICABLE: (
                *self.inapplicable,
                NOT_IN_FORCE.why,
                *(stage.value for stage in _OUTSIDE),
            ),
        }
        return frozenset((verdict, why) for verdict in whys for why in whys[verdict])

    @property
    def reasons_to_be_open(self) -> tuple[str, ...]:
        """Why it may be undecided: its own reasons, and that an entry is not listed."""
        return (*self.open, NOT_LISTED) if self.unlisted else self.open

    @property
    def open_texts(self) -> dict[str, Text]:
        """The same, each with its text."""
        texts = {why: REASONS_TO_BE_OPEN[why] for why in self.open}
        if self.unlisted:
            sv, en = self.unlisted
            texts[NOT_LISTED] = Text(
                f"Det framgår inte om {sv}.", f"It is not stated whether {en}."
            )
        return texts

    @property
    def texts(self) -> dict[Verdict, Mapping[str, Text]]:
        """The message for each reason to answer otherwise than pass, by verdict."""
        return {
            Verdict.FAIL: self.fail,
            Verdict.REVIEW: self.review,
            Verdict.OPEN: self.open_texts,
            Verdict.NOT_APPLICABLE: self.inapplicable,
        }

    @property
    def subject(self) -> str:
        """What it judges: ``"forbund"``, or the collection that its subjects come from."""
        return getattr(self.about, "collection", None) or "forbund"

    @cached_property
    def needs(self) -> tuple[str, ...]:
        """The collections without which it cannot answer."""
        own = getattr(self.about, "collection", None)
        return self.also_reads if own is None else (own, *self.also_reads)

    def to_dict(self) -> dict[str, Any]:
        """The rule as JSON-ready values: its catalogue entry."""
        return {
            "id": self.id,
            "name": self.name,
            "subject": self.subject,
            "cites": [
                {**place.to_dict(), "short": place.short(), "link": place.link()}
                for place in self.cites
            ],
            "basis": self.basis.value,
            "title": self.title._asdict(),
            "doc": self.doc,
            "readings": list(self.rests_on),
            "passes": {why: text._asdict() for why, text in self.passes.items()},
            "fail": {why: text._asdict() for why, text in self.fail.items()},
            "review": {why: text._asdict() for why, text in self.review.items()},
            "open": list(self.open),
            "inapplicable": {why: text._asdict() for why, text in self.inapplicable.items()},
            "unlisted": self.unlisted and self.unlisted._asdict(),
            "entails": list(self.entails),
            "also_reads": list(self.also_reads),
            "first": None if self.first is None else self.first.isoformat(),
            "last": None if self.last is None else self.last.isoformat(),
        }

    def on(self, day: date) -> Standing:
        """The law for this rule on a day."""
        for standing in self._through_time:
            if standing.first <= day:
                return standing
        return self._not_in_force(date.min)

    def since(self, day: date, beside: Sequence[Citation] = ()) -> date:
        """The first day of the wordings, of its provisions and others beside them, of a day."""
        others = [FINSAMLAGEN.provision(place.section).on(day).first for place in beside]
        return max(self.on(day).first, *others) if others else self.on(day).first

    @cached_property
    def latest(self) -> Standing:
        """The law of today, which nearly every question is about."""
        return self._through_time[0]

    @cached_property
    def _through_time(self) -> tuple[Standing, ...]:
        """The standings, latest first."""
        provisions = [FINSAMLAGEN.provision(place.section) for place in self.cites]
        steps = {wording.first for provision in provisions for wording in provision.wordings}
        steps |= {self.first} if self.first else set()
        steps |= {date.fromordinal(self.last.toordinal() + 1)} if self.last else set()
        return tuple(self._standing(first) for first in sorted(steps, reverse=True))

    def _standing(self, first: date) -> Standing:
        if (self.first and first < self.first) or (self.last and self.last < first):
            return self._not_in_force(first)
        try:
            both = [(FINSAMLAGEN.provision(place.section).on(first), place) for place in self.cites]
        except NotInForce:
            return self._not_in_force(first)
        known = all(wording.knows(place) for wording, place in both)
        # Where a wording's division is unknown, all its parts are cited as the section, once.
        cited = list(dict.fromkeys(wording.cite(place) for wording, place in both))
        answer = None if known else WORDING_UNKNOWN
        return Standing(first, answer, cited[0], tuple(cited[1:]), both[0][0].sfs)

    def _not_in_force(self, first: date) -> Standing:
        return Standing(first, NOT_IN_FORCE, self.cites[0], self.cites[1:], None)


def rule(  # noqa: PLR0913  a rule is declared in one place, all of it by name
    id: str,  # noqa: A002  the word for it everywhere else
    name: str,
    *,
    cites: Citation | tuple[Citation, ...],
    covers: tuple[Citation, ...] = (),
    basis: Basis = Basis.STATUTE,
    readings: tuple[str, ...] = (),
    title: Text,
    passes: Mapping[str, Text] = _NONE,
    fail: Mapping[str, Text] = _NONE,
    review: Mapping[str, Text] = _NONE,
    open: tuple[str, ...] = (NOT_KNOWN,),  # noqa: A002  the verdict's word
    inapplicable: Mapping[str, Text] = _NONE,
    unlisted: Text | None = None,
    entails: tuple[str, ...] = (),
    also_reads: tuple[str, ...] = (),
    first: date | None = None,
    last: date | None = None,
) -> Callable[[Callable[[S], Decision | Iterable[Decision]]], Rule[S]]:
    """Turn a function into the rule that it encodes.

    The arguments are those of :class:`Rule`; ``about`` is the type of the function's parameter.
    """

    def declare(decide: Callable[[S], Decision | Iterable[Decision]]) -> Rule[S]:
        about, *_ = get_annotations(decide).values()
        return Rule(
            id=id,
            name=name,
            about=about,
            cites=cites if isinstance(cites, tuple) else (cites,),
            covers=covers,
            basis=basis,
            rests_on=readings,
            title=title,
            passes=passes,
            fail=fail,
            review=review,
            open=open,
            inapplicable=inapplicable,
            unlisted=unlisted,
            entails=entails,
            also_reads=also_reads,
            first=first,
            last=last,
            decide=_at_once(decide),
        )

    return declare


def _at_once(decide: Callable[[S], Decision | Iterable[Decision]]) -> Callable[[S], Answer]:
    """Collect what a generator yields while the engine's decimal context holds."""
    if not isgeneratorfunction(decide):
        return cast("Callable[[S], Answer]", decide)

    @wraps(decide)
    def collected(subject: S) -> Answer:
        return tuple(decide(subject))

    return collected
