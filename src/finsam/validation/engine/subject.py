"""What a rule judges: a part of the document, under the law of its day."""

from collections.abc import Callable
from datetime import date
from functools import cached_property
from typing import Any, ClassVar, Final, Generic, TypeVar, Unpack

from finsam.models.base import Loc
from finsam.validation.engine.decision import PASS, Decision, fail, lacks
from finsam.validation.engine.facts import Facts
from finsam.validation.engine.timeline import Timeline
from finsam.validation.engine.verdict import Stage

T = TypeVar("T")


class Subject(Generic[T]):
    """A part of the document that rules judge; subclasses add what several rules ask of it.

    Attributes:
        collection: the part of the document that subjects of this kind come from, as a path of
            names; None: the document itself. A part that is null has no subjects.
        also_when: the stages other than a formed förbund's in which rules on it are asked.
        timeline: the förbund through time, and the day asked about.
        item: the part of the document.
        day: the day whose law is applied to it.
        facts: the facts that every finding about it states.
        loc: its place in the document.
    """

    collection: ClassVar[str | None]
    also_when: ClassVar[frozenset[Stage]] = frozenset()
    _path: ClassVar[Loc]

    def __init_subclass__(cls, **options: Any) -> None:  # noqa: ANN401  as the language has it
        super().__init_subclass__(**options)
        collection = getattr(cls, "collection", None)
        cls._path = tuple(collection.split(".")) if collection else ()

    def __init__(
        self,
        timeline: Timeline,
        item: T,
        place: int | None = None,
        *,
        day: date | None = None,
        facts: Facts | None = None,
    ) -> None:
        self.timeline: Final = timeline
        self.item = item
        self.day: Final = day or timeline.on
        self.facts: Final[Facts] = {} if facts is None else facts
        self.loc = self._path if place is None else (*self._path, place)

    @property
    def ref(self) -> str | None:
        """The caller's own key for it."""
        return getattr(self.item, "ref", None)

    @property
    def formed(self) -> date | None:
        """The day on which the förbund was formed; None: not known."""
        return self.timeline.forbund.formed

    @cached_property
    def members(self) -> tuple[str, ...]:
        """The parties that are members on its day, ordered by kind."""
        return self.timeline.parties(self.day)

    def place(self, *rest: str | int) -> Loc:
        """The place in the document of something in it."""
        return (*self.loc, *rest)

    def unknown(self, *fields: str) -> tuple[Loc, ...]:
        """The places of those of some fields that are not known."""
        return unknown_in(self.item, self.loc, *fields)

    @property
    def list_is_whole(self) -> bool:
        """Whether the list that it is, or is in, holds everything that there is."""
        return self.timeline.has_all(self.collection or "")

    def lists_all(self, field: str) -> bool:
        """Whether a list in the part holds everything that there is."""
        name = ".".join((*map(str, self._path), field))
        return self.timeline.lists_all(name, getattr(self.item, field))

    def requires(
        self,
        field: str,
        otherwise: str,
        answer: Callable[..., Decision] = fail,
        **facts: Unpack[Facts],
    ) -> Decision:
        """Whether a fact is true; open where it is not known.

        Args:
            field: the fact's name in the part.
            otherwise: why the rule does not pass where it is false.
            answer: what the rule answers then, a breach or a review.
            facts: what its message says of it.
        """
        held = getattr(self.item, field)
        if held is None:
            return lacks(field)
        return PASS if held else answer(otherwise, at=(field,), **facts)


def unknown_in(item: object, loc: Loc, *fields: str) -> tuple[Loc, ...]:
    """The places of those of some fields of an item that are not known; ``loc`` is its own."""
    return tuple([(*loc, name) for name in fields if getattr(item, name) is None])
