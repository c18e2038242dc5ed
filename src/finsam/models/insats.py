"""The insatser: what is financed, for whom, to what end, and who gets the money (2 and 7 §§)."""

from collections.abc import Callable
from functools import cache
from typing import Annotated, Literal, Self, TypeAlias

from pydantic import WrapValidator, model_validator

from finsam.law.geography import KOMMUNER
from finsam.models.actors import Actor, KommunKey, PartyName
from finsam.models.base import Model
from finsam.models.errors import malformed, refuse_ended_code, refuse_reversed
from finsam.models.scalars import Age, Day, Flag, Kronor, Many, Note, Ref, SortedSet, Stated, Word

Focus: TypeAlias = Literal[
    "arbetslivsinriktad",
    "aktiverande_motiverande",
    "behandlande",
    "forebyggande",
    "forstudie",
    "projektstod",
    "kompetensutveckling",
    "annan",
]
Aim: TypeAlias = Literal[
    "work_ability", "cooperation", "knowledge", "education", "quality_of_life", "other"
]
OwnAct: TypeAlias = Literal["benefit_decision", "exercise_of_authority", "service_to_individuals"]


class AreaPart(Model):
    """A kommun, or a part of one, in an area.

    Attributes:
        kommun: the kommun.
        part: which part of it; null: the whole kommun.
        joined: its first day in the area; null: from the beginning.
        left: its last day in the area; null: it remains.
    """

    kommun: KommunKey
    part: Annotated[Word | None, Stated("the whole kommun")] = None
    joined: Annotated[Day | None, Stated("from the beginning")] = None
    left: Annotated[Day | None, Stated("it remains")] = None

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        refuse_reversed(self.joined, self.left, "left")
        if self.kommun == "kommun:1917":
            refuse_ended_code(self.joined, self.left)
        return self


@cache
def _whole_kommun(key: str) -> AreaPart:
    return AreaPart(kommun=key)


def _area_part(value: object, build: Callable[[object], AreaPart]) -> AreaPart:
    if isinstance(value, str):
        return _whole_kommun(value) if value in KOMMUNER else build({"kommun": value})
    return build(value)


Area: TypeAlias = Many[
    Annotated[AreaPart, WrapValidator(_area_part, json_schema_input_type=KommunKey | AreaPart)]
]
"""Kommuner and parts of kommuner; a plain key is short for the whole kommun."""


class TargetGroup(Model):
    """Whom an insats is for.

    Attributes:
        description: in words.
        needs_coordinated_rehabilitation: whether they need coordinated rehabilitation (2 §).
        needs_from: the parties whose rehabilitation they need.
        age_from: the lowest age, in whole years.
        age_to: the highest age, in whole years (inclusive).
    """

    description: Word | None = None
    needs_coordinated_rehabilitation: Flag | None = None
    needs_from: SortedSet[PartyName] | None = None
    age_from: Age | None = None
    age_to: Age | None = None

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        refuse_reversed(self.age_from, self.age_to, "age_to")
        return self


class Payment(Model):
    """What förbundet pays somebody in an insats.

    Attributes:
        to: who is paid.
        amount: in kronor.
        what: what is paid for. In an individual insats, ``"service"`` is what its participants get;
            ``"own_need"`` is what förbundet buys for itself (an evaluation, a study, information,
            administration).
        ref: a reference of your own, repeated by findings.
        note: free text, not checked.
    """

    to: Actor
    amount: Kronor | None = None
    what: (
        Literal[
            "staff",
            "material",
            "service",
            "own_need",
            "grant",
            "start_up",
            "bus_pass",
            "mileage",
            "work_training_pay",
            "interpreter",
            "other",
        ]
        | None
    ) = None
    ref: Ref = None
    note: Note = None


class Insats(Model):
    """An insats that förbundet finances.

    Attributes:
        name: its name.
        kind: whether it is ``"individual"`` (individinriktad) or ``"structural"``
            (strukturövergripande).
        focus: what it is directed at.
        decided: the day on which it was decided.
        start: its first day.
        end: its last day.
        until_further_notice: whether it goes on until further notice, with no last day decided.
        target_group: whom it is for.
        aims: what it should achieve.
        principal: the party that is its huvudman.
        cooperating: those who cooperate in it.
        performed_by: those who carry it out.
        within_joint_responsibility: whether it is within the parties' combined field of
            responsibility (7 § 1 st. 3 p.).
        forbundet_does: what förbundet itself decides or does in it: benefits, exercise of authority
            or services to individuals (7 § 2 st.).
        payments: what förbundet pays in it, and to whom.
        area: the kommuner, or parts of kommuner, where its participants live.
        agreement: whether there is a written agreement with those who carry it out.
        agreement_signed: the day on which it was signed.
        evaluated: whether it has been followed up and evaluated.
        ref: a reference of your own, repeated by findings.
        note: free text, not checked.
    """

    name: Word
    kind: Literal["individual", "structural"]
    focus: SortedSet[Focus] | None = None
    decided: Day | None = None
    start: Day | None = None
    end: Day | None = None
    until_further_notice: Flag | None = None
    target_group: TargetGroup | None = None
    aims: SortedSet[Aim] | None = None
    principal: Actor | None = None
    cooperating: Many[Actor] | None = None
    performed_by: Many[Actor] | None = None
    within_joint_responsibility: Flag | None = None
    forbundet_does: SortedSet[OwnAct] | None = None
    payments: Many[Payment] | None = None
    area: Area | None = None
    agreement: Flag | None = None
    agreement_signed: Day | None = None
    evaluated: Flag | None = None
    ref: Ref = None
    note: Note = None

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.end is not None and self.until_further_notice:
            raise malformed("goes_on_but_ends", ("end",), end=str(self.end))
        refuse_reversed(self.start, self.end, "end")
        return self
