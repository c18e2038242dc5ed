"""Reports: every verdict, with its reason, its place and its citation."""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from datetime import date
from functools import cached_property
from typing import Annotated, Any, Final, Literal, NamedTuple, NoReturn, Self, TypeAlias

from pydantic import (
    BaseModel,
    ConfigDict,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    ValidationError,
    WithJsonSchema,
)
from pydantic_core import CoreSchema
from pydantic_core import core_schema as cs

from finsam._version import __version__
from finsam.law.citation import Citation
from finsam.law.finsamlagen import FINSAMLAGEN
from finsam.law.text import Lang, Text, quoted
from finsam.models.actors import MemberKey
from finsam.models.base import Loc
from finsam.models.errors import known_key
from finsam.models.forbund import Forbund
from finsam.models.scalars import Day, Orgnr
from finsam.shown import Shown, face
from finsam.validation.engine.decision import PASS, Decision
from finsam.validation.engine.facts import decode, facts_schema
from finsam.validation.engine.rule import Answer, Rule, Standing
from finsam.validation.engine.subject import Subject
from finsam.validation.engine.verdict import Basis, Stage, Verdict
from finsam.validation.finding import Finding, Parts, RuleViolation, Values, finding_of
from finsam.validation.places import Place, items_on, names_of
from finsam.validation.questions import Question, questions_of
from finsam.validation.report_json import escaped, written_findings
from finsam.validation.rules import BY_ID
from finsam.validation.year_money import YearMoney, money_of

Column: TypeAlias = tuple[Rule[Any], Sequence[Subject[Any]], Sequence[Answer]]
"""A rule, the subjects it was asked about, and its answer on each."""


class Unexamined(NamedTuple):
    """A collection of the document that is null, so nothing in it was checked.

    Attributes:
        collection: its name, ``"contributions"``.
        rules: the ids of the rules that need it.
    """

    collection: str
    rules: tuple[str, ...]


class ViolationsFound(Exception):  # noqa: N818  what it says, not that something went wrong
    """Raised by :meth:`Report.raise_for_violations`.

    Attributes:
        violations: the violations, at least one.
    """

    def __init__(self, violations: tuple[RuleViolation, ...]) -> None:
        super().__init__(violations)
        self.violations = violations

    def __str__(self) -> str:
        return "\n".join(f"{v.citation}: {v.message('sv')} ({v.rule})" for v in self.violations)


_ATTENDED: Final = frozenset({Verdict.FAIL, Verdict.OPEN, Verdict.REVIEW})
_STAGES: Final = {
    Stage.NOT_FORMED: Text(
        "Förbundet är inte bildat den dagen. Förbundsordning, medlemmar och bidrag prövas som ett "
        "utkast.",
        "The förbund has not been formed by that day. Its förbundsordning, members and "
        "contributions are checked as a draft.",
    ),
    Stage.DISSOLVED: Text(
        "Förbundet har upphört före den dagen. Det som prövas är det som återstår efter det.",
        "The förbund was dissolved before that day. What is checked is what remains after that.",
    ),
}
_HORIZON: Final = Text(
    "Bibliotekets text jämfördes senast med en officiell utgåva den {day}; senare ändringar av "
    "lagen är inte kända.",
    "The library's text was last compared with an official copy on {day}; later amendments of the "
    "act are not known.",
)


@dataclass(frozen=True)
class Report(Shown):
    """The findings of a check. Compares and pickles by value.

    Attributes:
        forbund: the name of the förbund.
        on: the day asked about.
        stage: the stage of the förbund's life on that day.
        rules: the ids of the rules that were checked.
        unexamined: the collections that are null, and the rules that need them.
        version: the version of the library that made the report.
        last_amendment: the SFS number of the latest amendment that it knew.
        compared: the date of the official copy that the text of the act was last compared with.
        orgnr: the organisation number of the förbund, if known.
        members: the member keys of the parties that are members on that day, by kind.
        answers: the findings, or the engine's columns that they are built from.
        named: the names of places, or the document to take them from.
    """

    forbund: str
    on: date
    stage: Stage
    rules: tuple[str, ...]
    unexamined: tuple[Unexamined, ...]
    version: str
    last_amendment: str
    compared: date
    orgnr: str | None
    members: tuple[str, ...]
    answers: tuple[Finding, ...] | tuple[Column, ...]
    named: tuple[Place, ...] | Forbund

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """All findings, passes included: by rule in the order of the act, then by subject."""
        return tuple(finding_of(*parts) for parts in self.parts())

    def parts(self) -> Iterator[Parts]:
        """What each finding is a view of, for reading many of them cheaply."""
        for rule, subjects, answers, standing in self._columns():
            for subject, given in zip(subjects, answers, strict=True):
                for decision in (given,) if isinstance(given, Decision) else given or (PASS,):
                    yield rule, subject, decision, standing

    def _attended(self) -> Iterator[tuple[Rule[Any], Subject[Any], Decision]]:
        """The answers that are neither a pass nor not applicable."""
        for rule, subjects, answers, _ in self._columns():
            for subject, given in zip(subjects, answers, strict=True):
                # Most are plain passes, which need no closer look.
                if given is not PASS:
                    for decision in (given,) if isinstance(given, Decision) else given:
                        if decision.verdict in _ATTENDED:
                            yield rule, subject, decision

    def _columns(
        self,
    ) -> Iterator[tuple[Rule[Any], Sequence[Subject[Any]], Sequence[Answer], Standing | None]]:
        """The engine's columns; each finding that was read back is one of its own."""
        for answer in self.answers:
            if isinstance(answer, Finding):
                rule, subject, decision, standing = answer.parts
                yield rule, (subject,), (decision,), standing
            else:
                yield *answer, None

    @property
    def violations(self) -> tuple[RuleViolation, ...]:
        """Breaches of the act, by its text or as its preparatory works explain it."""
        return tuple(f for f in self.findings if isinstance(f, RuleViolation))

    @property
    def deviations(self) -> tuple[Finding, ...]:
        """Departures from guidance, which is not law."""
        return tuple(
            f for f in self.findings if f.verdict is Verdict.FAIL and f.basis is Basis.GUIDANCE
        )

    @property
    def undecided(self) -> tuple[Finding, ...]:
        """What is open for lack of a fact, or for a human to judge."""
        return tuple(f for f in self.findings if f.verdict in {Verdict.OPEN, Verdict.REVIEW})

    @cached_property
    def verdict(self) -> Verdict:
        """The verdict of the whole: fail, else open, else review, else pass. Guidance is ignored.

        Open also if a rule that is not guidance had nothing to check because a collection is null.
        """
        found = {
            decision.verdict
            for rule, _, decision in self._attended()
            if rule.basis is not Basis.GUIDANCE
        }
        answered = self.answered
        if any(
            rule not in answered and BY_ID[rule].basis is not Basis.GUIDANCE
            for u in self.unexamined
            for rule in u.rules
        ):
            found.add(Verdict.OPEN)
        for verdict in (Verdict.FAIL, Verdict.OPEN, Verdict.REVIEW):
            if verdict in found:
                return verdict
        return Verdict.PASS

    @property
    def notices(self) -> tuple[Text, ...]:
        """What a reader must know first: the stage, and whether the text is older than the day."""
        said = []
        if self.stage in _STAGES:
            said.append(_STAGES[self.stage])
        if self.on > self.compared:
            day = self.compared.isoformat()
            said.append(_HORIZON.filled(day=day))
        return tuple(said)

    @property
    def money(self) -> tuple[YearMoney, ...]:
        """Each year's money and its shares, by year."""
        return money_of(self.findings)

    @cached_property
    def places(self) -> tuple[Place, ...]:
        """The items of the document that need attention, with their names."""
        if isinstance(self.named, tuple):
            return self.named
        return names_of(self.named, self.on, self._attended_items())

    def _attended_items(self) -> Iterator[Loc]:
        for _, subject, decision in self._attended():
            at = subject.loc + decision.at
            yield from items_on(at)
            for loc in decision.missing_from(subject.loc):
                if loc != at:
                    yield from items_on(loc)

    @property
    def answered(self) -> frozenset[str]:
        """The ids of the rules that have findings."""
        return frozenset(rule.id for rule, *_ in self._columns())

    def questions(self) -> tuple[Question, ...]:
        """What is missing, as plain questions, one for each fact and place.

        Those that would settle most of what the act requires come first, then those that would
        settle most of guidance.
        """
        answered = self.answered
        return questions_of(
            self.parts(),
            [(u.collection, u.rules) for u in self.unexamined if not answered.issuperset(u.rules)],
            dict(self.places),
            self.on,
        )

    def records(self, lang: Lang = "sv") -> list[dict[str, Any]]:
        """A row for each finding, passes included, of text, numbers, amounts in kronor and None.

        For a data frame: ``pandas.DataFrame(report.records())``.

        Args:
            lang: the language of places, citations and messages.

        Raises:
            ValueError: the language is neither ``"sv"`` nor ``"en"``.
        """
        return [
            {"forbund": self.forbund, "on": self.on.isoformat(), **finding.record(lang)}
            for finding in self.findings
        ]

    def to_html(self, lang: Lang = "sv", *, page: bool = True, source: str = "") -> str:
        """The report as HTML that loads nothing: no scripts, fonts or pictures from elsewhere.

        Args:
            lang: its language.
            page: a whole page, to save and send; False for the part that a notebook shows.
            source: what the page calls the document, such as the name of its file.

        Returns:
            A string that renders as HTML in a notebook.
        """
        html = face("html")
        said: str = html.Html(html.page(self, lang, source) if page else html.report(self, lang))
        return said

    def to_markdown(self, lang: Lang = "sv", *, source: str = "") -> str:
        """The report in Markdown, for an appendix to minutes.

        Args:
            lang: its language.
            source: what to call the document, such as the name of its file.
        """
        said: str = face("markdown").report(self, lang, source)
        return said

    def raise_for_violations(self) -> None:
        """Raise an error if there are violations.

        Raises:
            ViolationsFound: the exception holds the violations, and its text words them.
        """
        if violations := self.violations:
            raise ViolationsFound(violations)

    def to_json(self) -> str:
        """The report as one line of JSON, with the messages in both languages."""
        head = json.dumps(
            {
                "format": _FORMAT,
                "version": self.version,
                "last_amendment": self.last_amendment,
                "compared": self.compared.isoformat(),
                "forbund": self.forbund,
                "orgnr": self.orgnr,
                "members": list(self.members),
                "on": self.on.isoformat(),
                "stage": self.stage.value,
                "verdict": self.verdict.value,
                "rules": list(self.rules),
                "unexamined": [
                    {"collection": u.collection, "rules": list(u.rules)} for u in self.unexamined
                ],
                "places": [
                    {"loc": list(place.loc), "name": place.name._asdict()} for place in self.places
                ],
            },
            ensure_ascii=False,
        )
        findings = list(written_findings(self.parts())) or [""]
        # Joined once: it may be long.
        findings[0] = f'{escaped(head[:-1])}, "findings": [{findings[0]}'
        findings[-1] += "]}"
        return ", ".join(findings)

    def to_dict(self) -> dict[str, Any]:
        """The report as JSON-ready values; :meth:`to_json` writes the same."""
        written: dict[str, Any] = json.loads(self.to_json())
        return written

    @classmethod
    def _validated(cls, value: object) -> Self:
        return value if isinstance(value, cls) else cls.from_json(json.dumps(value))

    @classmethod
    def __get_pydantic_core_schema__(
        cls, _source: object, _handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        # In a model, or as what an endpoint returns, a report is what its JSON holds.
        return cs.no_info_plain_validator_function(
            cls._validated,
            serialization=cs.plain_serializer_function_ser_schema(cls.to_dict),
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, _schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return handler(_WrittenReport.__pydantic_core_schema__)

    @classmethod
    def from_json(cls, body: str | bytes) -> Self:
        """Read a report that :meth:`to_json` wrote. It equals the original.

        Raises:
            ValueError: it is not a report, or it has rules or reasons that this version does not
                know; for rules the message names the version that wrote it.
        """
        try:
            written = _WrittenReport.model_validate_json(body)
        except ValidationError as error:
            first = error.errors()[0]
            where = ".".join(map(str, first["loc"])) or "the whole"
            raise ValueError(f"this is no report of finsam: {where}: {first['msg']}") from None
        unknown = {
            *written.rules,
            *(finding.rule for finding in written.findings),
            *(rule for u in written.unexamined for rule in u.rules),
        } - BY_ID.keys()
        if unknown:
            raise ValueError(
                f"the report was written by finsam {quoted(written.version)}, and speaks of rules "
                f"that finsam {__version__} does not know: "
                f"{', '.join(quoted(rule) for rule in sorted(unknown))}"
            )
        strangers = {finding.rule for finding in written.findings} - set(written.rules)
        if strangers:
            raise ValueError(f"the report has findings of rules that it did not ask: {strangers}")
        if written.on < FINSAMLAGEN.first_day:
            raise ValueError(f"the report is of {written.on}, before there was an act")
        report = cls(
            written.forbund,
            written.on,
            written.stage,
            written.rules,
            tuple(Unexamined(u.collection, u.rules) for u in written.unexamined),
            written.version,
            written.last_amendment,
            written.compared,
            written.orgnr,
            written.members,
            tuple(_read(finding) for finding in written.findings),
            tuple(Place(each.loc, Text(each.name.sv, each.name.en)) for each in written.places),
        )
        if report.verdict is not written.verdict:
            raise ValueError(
                f"the report says {written.verdict.value}, but its findings amount to "
                f"{report.verdict.value}"
            )
        return report

    @property
    def _value(self) -> tuple[object, ...]:
        *plain, _, _ = (getattr(self, field.name) for field in fields(self))
        return (*plain, self.findings, self.places)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Report):
            return NotImplemented
        return self._value == other._value

    def __hash__(self) -> int:
        return hash(self._value)

    def __reduce__(self) -> tuple[type[Self], tuple[Any, ...]]:
        return type(self), self._value

    def __bool__(self) -> NoReturn:
        raise TypeError(
            "a report is neither true nor false: ask report.verdict, report.violations, "
            "report.deviations or report.undecided"
        )

    def __repr__(self) -> str:
        counts = Counter(decision.verdict for _, _, decision, _ in self.parts())
        found = ", ".join(
            f"{counts[verdict]} {verdict.value}" for verdict in Verdict if counts[verdict]
        )
        return f"<Report {self.forbund!r} on {self.on}: {self.verdict.value} ({found})>"


_FORMAT: Final = "finsam-report/1"


class _Written(BaseModel):
    model_config = ConfigDict(strict=True)


class _WrittenText(_Written):
    sv: str
    en: str


class _WrittenCitation(_Written):
    section: str
    stycke: int | None
    mening: int | None
    punkt: int | None


class _WrittenFinding(_Written):
    rule: str
    name: str
    verdict: Verdict
    why: str
    basis: Basis
    loc: Loc
    ref: str | None
    missing: tuple[Loc, ...]
    facts: Annotated[dict[str, Any], WithJsonSchema(facts_schema())]
    citation: _WrittenCitation
    beside: tuple[_WrittenCitation, ...]
    wording: str | None
    day: Day
    link: str
    message: _WrittenText


class _WrittenUnexamined(_Written):
    collection: str
    rules: tuple[str, ...]


class _WrittenPlace(_Written):
    loc: Loc
    name: _WrittenText


class _WrittenReport(_Written):
    format: Literal["finsam-report/1"]
    version: str
    last_amendment: str
    compared: Day
    forbund: str
    orgnr: Orgnr | None
    members: tuple[MemberKey, ...]
    on: Day
    stage: Stage
    verdict: Verdict
    rules: tuple[str, ...]
    unexamined: tuple[_WrittenUnexamined, ...]
    places: tuple[_WrittenPlace, ...]
    findings: tuple[_WrittenFinding, ...]


def report_schema() -> dict[str, Any]:
    """The JSON Schema of what :meth:`Report.to_json` writes."""
    return {**_WrittenReport.model_json_schema(), "title": "Report"}


def _read(written: _WrittenFinding) -> Finding:
    if (written.verdict, written.why) not in BY_ID[written.rule].answers:
        raise ValueError(
            f"{written.rule} has no answer {written.verdict.value} for the reason "
            f"{known_key(written.why)!r}"
        )
    _require_cited(written)
    facts = {name: decode(name, value) for name, value in written.facts.items()}
    values = Values(
        rule=written.rule,
        verdict=written.verdict,
        why=written.why,
        loc=written.loc,
        ref=written.ref,
        missing=written.missing,
        citation=_cited(written.citation),
        beside=tuple(_cited(place) for place in written.beside),
        wording=written.wording,
        day=written.day,
        fact_items=tuple(facts.items()),
    )
    finding = Finding.of(values)
    try:
        finding.to_dict()
    except (LookupError, ValueError) as error:
        raise ValueError(
            f"a finding of {written.rule} in the report cannot be worded or cited: {error}"
        ) from None
    return finding


def _require_cited(written: _WrittenFinding) -> None:
    """Refuse places that are not in the act, and wordings that the section never had."""
    for place in (written.citation, *written.beside):
        provision = FINSAMLAGEN.provisions.get(place.section)
        if provision is None or all(w.has(_cited(place)) is False for w in provision.wordings):
            raise ValueError(f"a finding of {written.rule} in the report cites what is not there")
    of_section = FINSAMLAGEN.provision(written.citation.section).wordings
    if written.wording not in {None, *(wording.sfs for wording in of_section)}:
        raise ValueError(f"a finding of {written.rule} in the report has an unknown wording")


def _cited(written: _WrittenCitation) -> Citation:
    return Citation(written.section, written.stycke, written.mening, written.punkt)
