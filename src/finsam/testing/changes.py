"""Changes a lawful förbund so that it breaks a rule or leaves it open."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any, Final, NamedTuple, TypeAlias, TypeVar

from hypothesis import strategies as st

from finsam.models.base import Model
from finsam.models.board import Board, Delegation, Meeting, RemoteDecision, Seat
from finsam.models.economy import Economy
from finsam.models.forbund import Forbund
from finsam.models.forbundsordning import Forbundsordning, MemberDay
from finsam.models.insats import Insats
from finsam.models.money import Contribution
from finsam.testing.economy import (
    lawful_appeals,
    lawful_audits,
    lawful_budgets,
    lawful_commitments,
    lawful_reports,
    lawful_spending,
    local_auditor,
)
from finsam.testing.governance import lawful_delegations, lawful_meeting, present_ledamoter
from finsam.testing.lawful import lawful_insatser, lawful_with
from finsam.testing.parts import KOMMUNER_IN_REGIONS, STATE, dates
from finsam.testing.possible import FIRST_LAWFUL_DAY, first_day
from finsam.validation.engine.rule import Rule
from finsam.validation.rules.board import AT_A_DISTANCE_FROM

_T = TypeVar("_T")
_M = TypeVar("_M", bound=Model)

PLACES: Final[Mapping[str, Mapping[str, Any]]] = {
    "FINSAM-3-2": {"gotland_alone": False},
    **{f"FINSAM-5-{number}": {"gotland_alone": False} for number in (2, 3)},
    "FINSAM-5-5": {"gotland_alone": False, "least": (1, 2)},
    "FINSAM-5-6": {"gotland_alone": False, "least": (2, 1)},
    "FINSAM-5A-1": {"gotland_alone": True},
    "FINSAM-9-19": {"gotland_alone": False, "beside": False, "least": (1, 2)},
    "FINSAM-25-4": {"gotland_alone": False},
}
"""Where the members must be, for rules that cannot be shown everywhere.

The keys are the arguments of :func:`finsam.testing.lawful.lawful`.
"""


class Start(NamedTuple):
    """A lawful förbund to change.

    Attributes:
        draw: as Hypothesis gives it.
        base: the förbund.
        on: the day of the question.
        rule: the rule that it is to show.
    """

    draw: st.DrawFn
    base: Forbund
    on: date
    rule: Rule[Any]

    @property
    def board(self) -> Board:
        """Its board."""
        return self.base.board or Board()

    @property
    def economy(self) -> Economy:
        """Its economy."""
        return self.base.economy or Economy()

    @property
    def seats(self) -> Sequence[Seat]:
        """The seats of its board."""
        return self.board.seats or ()

    @property
    def money(self) -> Sequence[Contribution]:
        """Its contributions."""
        return self.base.contributions or ()

    @property
    def ordningar(self) -> Sequence[Forbundsordning]:
        """Its förbundsordningar, the founding one first."""
        return self.base.forbundsordningar or ()

    @property
    def ordning(self) -> Forbundsordning:
        """The förbundsordning in force on the day."""
        begun = [o for o in self.ordningar if (o.applies_from or date.min) <= self.on]
        return max(begun, key=lambda each: each.applies_from or date.min)

    @property
    def local(self) -> tuple[str, ...]:
        """The keys of the members that are kommuner or regioner."""
        return tuple(key for key in self.members() if key not in STATE)

    @property
    def formed(self) -> date:
        """Its first day."""
        return self.base.formed or FIRST_LAWFUL_DAY

    @property
    def first(self) -> date:
        """The first day on which the rule can be broken."""
        return first_day(self.rule)

    def members(self, kind: str = "") -> list[str]:
        """The keys of its members, or of those of one kind."""
        return [str(m.actor) for m in self.base.members if str(m.actor).startswith(kind)]

    def one_of(self, options: Sequence[_T]) -> _T:
        """One of several."""
        return self.draw(st.sampled_from(options))

    def chance(self) -> bool:
        """Yes or no."""
        return self.draw(st.booleans())

    def number(self, least: int, most: int) -> int:
        """A number between two (both included)."""
        return self.draw(st.integers(least, most))

    def day(self, first: date, last: date) -> date:
        """A day between two (both included)."""
        return self.draw(dates(first, last))

    def stranger(self) -> str:
        """A kommun that is not a member."""
        mine = self.members("kommun:")
        return self.one_of([key for key in KOMMUNER_IN_REGIONS if key not in mine])

    def with_ordningar(self, **changes: object) -> Forbund:
        """The förbund with the same changes to each of its förbundsordningar."""
        changed = tuple(each.replace(**changes) for each in self.ordningar)
        return self.base.replace(forbundsordningar=changed)

    def with_board(self, **changes: object) -> Forbund:
        """The förbund with changes to its board."""
        return self.base.replace(board=self.board.replace(**changes))

    def with_economy(self, **changes: object) -> Forbund:
        """The förbund with changes to its economy."""
        return self.base.replace(economy=self.economy.replace(**changes))

    def with_item(self, item: Any) -> Forbund:  # noqa: ANN401  what the rule judges
        """The förbund with another item in the rule's list; it replaces an item of its own year."""
        holder, _, field = self.rule.needs[0].rpartition(".")
        owner = getattr(self.base, holder) if holder else self.base
        others = [
            each
            for each in getattr(owner, field) or ()
            if not hasattr(item, "year") or each.year != item.year
        ]
        changed = owner.replace(**{field: (*others, item)})
        return self.base.replace(**{holder: changed}) if holder else changed

    def bare(self) -> Forbund:
        """The förbund with nothing known except members and what the rule reads."""
        fields = {"contributions", "agreements", "other_income", "insatser"}
        unread = (fields | {"forbundsordningar", "board", "economy"}) - {*self.rule.needs}
        return self.base.replace(**dict.fromkeys(unread))


Way: TypeAlias = Callable[[Start], Forbund]
"""One way to change a lawful förbund so that it shows a rule."""
Ways: TypeAlias = Way | tuple[Way, ...]
Changes: TypeAlias = Mapping[str, object]
"""Facts to replace, by field."""


def replaced(items: Iterable[_M], one: _M, **changes: object) -> tuple[_M, ...]:
    """The items, with one of them changed."""
    return tuple(each.replace(**changes) if each is one else each for each in items)


def late_or_never(
    start: Start, announced: Sequence[MemberDay], last: date
) -> tuple[MemberDay, ...]:
    """The announcements, with one made after the last day, or missing if that day has passed."""
    one = start.one_of(announced)
    if start.on > last and start.chance():
        return tuple(each for each in announced if each is not one)
    late = last + timedelta(days=start.number(1, 60))
    return replaced(announced, one, day=late)


@st.composite
def changed(
    draw: st.DrawFn, rule: Rule[Any], ways: Ways, on: date, places: Mapping[str, Any] | None = None
) -> Forbund:
    """A lawful förbund, changed in one of these ways."""
    where = PLACES.get(rule.id, {}) if places is None else places
    way = draw(st.sampled_from(ways)) if isinstance(ways, tuple) else ways
    return way(Start(draw, draw(lawful_with(on, *_looked_at(rule), **where)), on, rule))


def _looked_at(rule: Rule[Any]) -> list[str]:
    """What must be known for a rule to answer, apart from facts on the whole board or economy."""
    known = {"members", *rule.needs}
    if not known.isdisjoint({"board", "board.seats", "board.meetings"}):
        known |= {"board.term_start", "board.term_end"}
    return sorted(known - {"board"})


def one_more(
    change: Callable[[Start, Any], Changes] | None = None,
    *,
    of: Callable[[Start], object] | None = None,
    **facts: Any,  # noqa: ANN401  of any field
) -> Way:
    """Add an item of the kind that the rule judges, lawful except for some facts.

    Args:
        change: returns those facts, given the item.
        of: makes the lawful item; None: the usual maker for the list.
        facts: those facts, or strategies for them.
    """

    def way(start: Start) -> Forbund:
        item: Any = (of or ITEMS[start.rule.needs[0]])(start)
        changes = drawn(start, facts) if change is None else change(start, item)
        return start.with_item(item.replace(**changes))

    return way


def drawn(start: Start, facts: Changes) -> Changes:
    """The facts, with strategies replaced by drawn values."""
    return {
        name: start.draw(fact) if isinstance(fact, st.SearchStrategy) else fact
        for name, fact in facts.items()
    }


def _insats(start: Start) -> Insats:
    only_individual = "structural" in start.rule.inapplicable
    return _insats_of(start, individual=True if only_individual else None)


def individual(start: Start) -> Insats:
    """A lawful individual insats."""
    return _insats_of(start, individual=True)


def structural(start: Start) -> Insats:
    """A lawful structural insats."""
    return _insats_of(start, individual=False)


def _insats_of(start: Start, *, individual: bool | None) -> Insats:
    first = max(start.formed, start.first)
    return start.draw(lawful_insatser(start.members(), first, start.on, individual=individual))


def _delegation(start: Start) -> Delegation:
    return start.draw(lawful_delegations(start.formed, start.on))


def _remote_decision(start: Start) -> RemoteDecision:
    day = start.day(AT_A_DISTANCE_FROM, date(2035, 12, 31))
    return RemoteDecision(decided=day, states_extent=True, documented=True, sound_only=False)


def _meeting(start: Start) -> Meeting:
    first = max(start.first, start.board.term_start or start.formed)
    day = start.day(min(first, start.on), start.on)
    ledamoter = present_ledamoter(start.board) or len(start.base.members)
    return start.draw(lawful_meeting(start.members(), day, ledamoter))


ITEMS: Final[Mapping[str, Callable[[Start], object]]] = {
    "insatser": _insats,
    "board.delegations": _delegation,
    "board.remote_decisions": _remote_decision,
    "board.meetings": _meeting,
    "economy.budgets": lambda start: start.draw(lawful_budgets(start.on.year + 1)),
    "economy.spending": lambda start: start.draw(lawful_spending(start.on, start.on)),
    "economy.commitments": lambda start: start.draw(lawful_commitments(start.on, start.on)),
    "economy.annual_reports": lambda start: start.draw(lawful_reports(start.on.year)).replace(
        year_end=None
    ),
    "economy.auditors": lambda start: local_auditor(
        (start.one_of([*start.members("kommun:"), *start.members("region:")]),), start.on
    ),
    "economy.audits": lambda start: start.draw(lawful_audits(start.members(), start.on, start.on)),
    "economy.appeals": lambda start: start.draw(lawful_appeals(start.on, start.on)),
}
"""Makes a lawful item of each list."""
