"""What rules judge, with the facts that several of them need, derived once for each question.

A rule reads the document through its subject. What a lawyer has to see stands in the rule; how the
members of a day are found stands here, and how a year's money is summed in ``year``.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Final, TypeAlias

from finsam.law.geography import KOMMUNER_OUTSIDE_REGIONS, region_of
from finsam.law.parties import PartyKind, kind_of
from finsam.models.actors import ExternalActor
from finsam.models.base import Loc
from finsam.models.insats import Insats, Payment
from finsam.models.money import Contribution, OtherIncome
from finsam.validation.engine.decision import Decision
from finsam.validation.engine.facts import Facts, Who
from finsam.validation.engine.rule import OUTSIDE_LIFETIME, Subject
from finsam.validation.subjects.accounts import accounts
from finsam.validation.subjects.governance import governance
from finsam.validation.subjects.shares import Year
from finsam.validation.subjects.timeline import Question


class ForbundOnDay:
    """The förbund as it stands on the day asked about."""

    collection = None
    loc: Loc = ()
    ref = None

    def __init__(self, question: Question) -> None:
        self.day: Final = question.on
        self.facts: Final[Facts] = {}
        self.forbund: Final = question.forbund
        self.members: Final = question.members(self.day, self.day)
        self._question: Final = question

    def has(self, key: str) -> bool:
        """Whether a party is a member that day."""
        return self._question.is_member(key, self.day, self.day)

    @property
    def settled(self) -> Decision | None:
        """Before its first day and after its last, no rule applies to a förbund."""
        return None if self._question.is_within_lifetime else OUTSIDE_LIFETIME

    @property
    def has_kommun_outside_region(self) -> bool:
        """Whether a kommun outside every region is a member."""
        return any(key in KOMMUNER_OUTSIDE_REGIONS for key in self.members[PartyKind.KOMMUN])

    @property
    def outsiders(self) -> Iterator[tuple[int, ExternalActor, str | None]]:
        """Members of the day that are no parties: place in ``members``, who, the caller's key."""
        for place, member in enumerate(self.forbund.members):
            joined, left = member.joined or date.min, member.left or date.max
            if isinstance(member.actor, ExternalActor) and joined <= self.day <= left:
                yield place, member.actor, member.ref

    @property
    def area(self) -> list[tuple[str, str | None]]:
        """The parts of the area that day: each one's kommun, and which part (None: the whole)."""
        return self._question.area(self.day)

    def own_region(self, kommun: str) -> str | None:
        """The region that a kommun lies in that day; None outside every region."""
        return region_of(kommun, self.day)


class InsatsOnDay:
    """An insats, by the law of its day: the day it was decided, else started, else asked about."""

    __slots__ = (
        "_paid_to_others",
        "_place",
        "_question",
        "day",
        "insats",
        "is_individual",
        "last",
        "on",
    )

    collection = "insatser"
    settled = None

    def __init__(self, question: Question, place: int, insats: Insats) -> None:
        self.insats: Final = insats
        self.is_individual: Final = insats.kind == "individual"
        self.on: Final = question.on
        self.day: Final = insats.decided or insats.start or question.on
        self.last: Final = max(self.day, insats.end or question.on)
        self._paid_to_others: list[tuple[int, Payment]] | None = None
        self._place: Final = place
        self._question: Final = question

    @property
    def loc(self) -> Loc:
        """Its place in the document."""
        return ("insatser", self._place)

    @property
    def ref(self) -> str | None:
        """The caller's own key of it."""
        return self.insats.ref

    @property
    def facts(self) -> Facts:
        """Its name."""
        return {"insats": self.insats.name}

    def is_active_member(self, actor: str | ExternalActor) -> bool:
        """Whether the actor is a party and a member on some day of the insats."""
        question = self._question
        return isinstance(actor, str) and (
            actor in question.lasting or question.is_member(actor, self.day, self.last)
        )

    def not_members(
        self, actors: Sequence[str | ExternalActor]
    ) -> list[tuple[int, str | ExternalActor]]:
        """Those of some actors, with their numbers, that are no members of the insats's days."""
        if self._question.lasting.issuperset(actors):
            return []
        return [
            (number, actor)
            for number, actor in enumerate(actors)
            if not self.is_active_member(actor)
        ]

    def some_kinds_of_members(self, actors: Sequence[str | ExternalActor]) -> set[PartyKind]:
        """The kinds of party, or two of them, among the actors that are members of its days."""
        found: set[PartyKind] = set()
        for actor in actors:
            if isinstance(actor, str) and self.is_active_member(actor):
                found.add(kind_of(actor))
                if len(found) == 2:
                    break
        return found

    @property
    def paid_to_others(self) -> list[tuple[int, Payment]]:
        """The payments, with their numbers, to others than members; to förbundet itself too."""
        if self._paid_to_others is None:
            payments = self.insats.payments or ()
            others = self.not_members([payment.to for payment in payments])
            self._paid_to_others = [(number, payments[number]) for number, _ in others]
        return self._paid_to_others

    def is_in_area(self, kommun: str, part: str | None) -> bool | None:
        """Whether a part is in the area on the insats's day; None: only some other part is."""
        return self._question.is_in_area(kommun, part, self.day)

    def place(self, *rest: str | int) -> Loc:
        """The place in the document of something in the insats."""
        return (*self.loc, *rest)


class Income:
    """Money from elsewhere than the members, by the law of the last day of its year."""

    __slots__ = ("_place", "day", "income")

    collection = "other_income"
    settled = None

    def __init__(self, place: int, income: OtherIncome) -> None:
        self.income: Final = income
        self.day: Final = date(income.year, 12, 31)
        self._place: Final = place

    @property
    def loc(self) -> Loc:
        """Its place in the document."""
        return ("other_income", self._place)

    @property
    def ref(self) -> str | None:
        """The caller's own key of it."""
        return self.income.ref

    @property
    def facts(self) -> Facts:
        """Where it comes from, what it is, how much and for which year."""
        income = self.income
        facts: Facts = {"year": income.year, "source": income.source, "income": income.kind}
        return facts if income.amount is None else {**facts, "actual": income.amount}


def part_name(kommun: str, part: str | None) -> str:
    """What findings call a part of an area: its kommun's key, and which part if not the whole."""
    return f"{kommun}: {part}" if part else kommun


def who(actor: str | ExternalActor) -> Who:
    """The facts that tell who an actor is."""
    if isinstance(actor, str):
        return {"actor": actor}
    return {"actor": actor.name or "", "form": actor.form}


Subjects: TypeAlias = Mapping[type, Sequence[Subject]]


def subjects_of(question: Question) -> Subjects:
    """Every subject of a question, by kind; a kind whose collection is null is left out."""
    forbund = question.forbund
    found: dict[type, Sequence[Subject]] = {ForbundOnDay: [ForbundOnDay(question)]}
    if forbund.contributions is not None:
        years: dict[int, list[tuple[int, Contribution]]] = {question.on.year: []}
        for place, contribution in enumerate(forbund.contributions):
            years.setdefault(contribution.year, []).append((place, contribution))
        found[Year] = [Year(question, year, years[year]) for year in sorted(years)]
    if forbund.other_income is not None:
        found[Income] = [Income(*numbered) for numbered in enumerate(forbund.other_income)]
    if forbund.insatser is not None:
        found[InsatsOnDay] = [
            InsatsOnDay(question, place, insats) for place, insats in enumerate(forbund.insatser)
        ]
    return found | governance(question) | accounts(question)
