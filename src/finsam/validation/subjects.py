"""What rules judge, with the facts that several of them need, derived once for each question.

A rule reads the document through its subject. What a lawyer has to see stands in the rule; how the
members of a day are found stands here, and how a year's money is summed in ``year``.
"""

from collections.abc import Iterator
from datetime import date
from typing import Final, TypeAlias

from finsam.law.geography import KOMMUNER_OUTSIDE_REGIONS, current, region_of
from finsam.law.parties import PartyKind
from finsam.models.actors import ExternalActor
from finsam.models.base import Loc
from finsam.models.insats import Insats
from finsam.models.money import Contribution
from finsam.validation.decision import Decision
from finsam.validation.facts import Facts, Who
from finsam.validation.question import Question
from finsam.validation.registry import OUTSIDE_LIFETIME
from finsam.validation.year import Year


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
        formed = self.forbund.formed or date.min
        dissolved = self.forbund.dissolved or date.max
        return None if formed <= self.day <= dissolved else OUTSIDE_LIFETIME

    @property
    def has_kommun_outside_region(self) -> bool:
        """Whether a kommun outside every region is a member."""
        return any(key in KOMMUNER_OUTSIDE_REGIONS for key in self.members[PartyKind.KOMMUN])

    @property
    def outsiders(self) -> Iterator[tuple[int, ExternalActor, str | None]]:
        """Members of the day that are no parties: place in ``members``, who, the caller's key."""
        for place, member in enumerate(self.forbund.members):
            if isinstance(member.actor, ExternalActor) and self._stands(member.joined, member.left):
                yield place, member.actor, member.ref

    @property
    def area(self) -> list[tuple[str, str]]:
        """The parts of the area that day: the kommun, and what to call the part."""
        if self.forbund.area is None:
            return [(kommun, kommun) for kommun in self.members[PartyKind.KOMMUN]]
        return [
            (current(part.kommun), f"{part.kommun}: {part.part}" if part.part else part.kommun)
            for part in self.forbund.area
            if self._stands(part.joined, part.left)
        ]

    def own_region(self, kommun: str) -> str | None:
        """The region that a kommun lies in that day; None outside every region."""
        return region_of(kommun, self.day)

    def _stands(self, joined: date | None, left: date | None) -> bool:
        return (joined is None or joined <= self.day) and (left is None or self.day <= left)


class InsatsOnDay:
    """An insats, by the law of its day: the day it was decided, else started, else asked about."""

    __slots__ = ("_place", "_question", "day", "insats")

    collection = "insatser"
    settled = None

    def __init__(self, question: Question, place: int, insats: Insats) -> None:
        self.insats: Final = insats
        self.day: Final = insats.decided or insats.start or question.on
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
        if not isinstance(actor, str):
            return False
        if actor in question.lasting:
            return True
        return question.is_member(actor, self.day, max(self.day, self.insats.end or question.on))

    def place(self, *rest: str | int) -> Loc:
        """The place in the document of something in the insats."""
        return (*self.loc, *rest)


def who(actor: str | ExternalActor) -> Who:
    """The facts that tell who an actor is."""
    if isinstance(actor, str):
        return {"actor": actor}
    return {"actor": actor.name or "", "form": actor.form}


Subjects: TypeAlias = dict[type, list[ForbundOnDay] | list[Year] | list[InsatsOnDay]]


def subjects_of(question: Question) -> Subjects:
    """Every subject of a question, by kind; a kind whose collection is null is left out."""
    forbund = question.forbund
    found: Subjects = {ForbundOnDay: [ForbundOnDay(question)]}
    if forbund.contributions is not None:
        years: dict[int, list[tuple[int, Contribution]]] = {question.on.year: []}
        for place, contribution in enumerate(forbund.contributions):
            years.setdefault(contribution.year, []).append((place, contribution))
        found[Year] = [Year(question, year, years[year]) for year in sorted(years)]
    if forbund.insatser is not None:
        found[InsatsOnDay] = [
            InsatsOnDay(question, place, insats) for place, insats in enumerate(forbund.insatser)
        ]
    return found
