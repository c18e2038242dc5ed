"""What the rules of 2 and 7 §§ judge: the insatser."""

from collections.abc import Iterator, Sequence
from typing import Final

from finsam.law.parties import PartyKind, kind_of
from finsam.models.actors import ExternalActor
from finsam.models.insats import Insats, Payment
from finsam.validation.engine.facts import Facts
from finsam.validation.engine.subject import Subject
from finsam.validation.engine.timeline import Timeline
from finsam.validation.engine.verdict import Stage


class InsatsOnDay(Subject[Insats]):
    """An insats, by the law of the day of its decision, else its start, else asked about."""

    collection = "insatser"
    also_when = frozenset({Stage.NOT_FORMED, Stage.DISSOLVED})

    def __init__(self, timeline: Timeline, insats: Insats, place: int) -> None:
        facts: Facts = {"insats": insats.name}
        super().__init__(timeline, insats, place, day=insats.decided or insats.start, facts=facts)
        self.is_individual: Final = insats.kind == "individual"
        self.last: Final = max(self.day, insats.end or timeline.on)
        self._paid_to_others: list[tuple[int, Payment]] | None = None

    def is_active_member(self, actor: str | ExternalActor) -> bool:
        """Whether the actor is a party and a member on some day of the insats."""
        timeline = self.timeline
        return isinstance(actor, str) and (
            actor in timeline.lasting or timeline.is_member(actor, self.day, self.last)
        )

    @property
    def has_member_as_principal(self) -> bool | None:
        """Whether its principal (huvudman) is a member on some day of it; None: not known."""
        principal = self.item.principal
        return None if principal is None else self.is_active_member(principal)

    def not_members(
        self, actors: Sequence[str | ExternalActor]
    ) -> list[tuple[int, str | ExternalActor]]:
        """Those of some actors, with their numbers, that are members on no day of the insats."""
        if self.timeline.lasting.issuperset(actors):
            return []
        return [
            (number, actor)
            for number, actor in enumerate(actors)
            if not self.is_active_member(actor)
        ]

    def some_kinds_of_members(self, actors: Sequence[str | ExternalActor]) -> set[PartyKind]:
        """The kinds of party, two at most, among the actors that are members on some day of it."""
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
            payments = self.item.payments or ()
            others = self.not_members([payment.to for payment in payments])
            self._paid_to_others = [(number, payments[number]) for number, _ in others]
        return self._paid_to_others

    def is_in_area(self, kommun: str, part: str | None) -> bool | None:
        """Whether a part is in the area on some day of it; None: only some other part is."""
        return self.timeline.is_in_area(kommun, part, self.day, self.last)


def subjects(timeline: Timeline) -> Iterator[InsatsOnDay]:
    """Each insats."""
    for place, insats in enumerate(timeline.forbund.insatser or ()):
        yield InsatsOnDay(timeline, insats, place)
