"""Names of the items in a document's lists: ``Härrydas ledamot``, ``sammanträdet 2025-11-24``."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from functools import lru_cache
from string import Formatter
from typing import Any, Final, NamedTuple

from finsam.law.parties import member_name
from finsam.law.text import Text, listing
from finsam.models.actors import ExternalActor
from finsam.models.base import Loc
from finsam.models.board import Adjustment, Seat
from finsam.models.economy import Auditor, BudgetRevision, Commitment
from finsam.models.forbund import Forbund
from finsam.models.insats import Payment
from finsam.models.money import Contribution, SplitAgreement
from finsam.models.words import any_entry
from finsam.validation.engine.facts import form_name
from finsam.validation.engine.messages import list_name


class Place(NamedTuple):
    """An item of a list in the document, and its name.

    Attributes:
        loc: its place in the document.
        name: its name.
    """

    loc: Loc
    name: Text


def items_on(loc: Loc) -> Iterator[Loc]:
    """The items that a place is inside, the innermost first."""
    for end in range(len(loc), 1, -1):
        # A list has a name: no place begins with a number.
        if isinstance(loc[end - 1], int):
            yield loc[:end]


def names_of(forbund: Forbund, on: date, wanted: Iterable[Loc]) -> tuple[Place, ...]:
    """The names of some items; an item that the document does not have is left out.

    Args:
        forbund: the document.
        on: the day whose names of parties to use.
        wanted: the places of the items.
    """
    namer = _Namer(forbund, on)
    found = ((loc, namer.name(loc)) for loc in dict.fromkeys(wanted))
    return tuple(Place(loc, name) for loc, name in found if name is not None)


class _Namer:
    """Names the items of one document; items of a list that share a name are numbered."""

    def __init__(self, forbund: Forbund, on: date) -> None:
        self._forbund: Final = forbund
        self._on: Final = on
        self._lists: Final[dict[Loc, tuple[list[Text], Counter[Text]]]] = {}

    def name(self, loc: Loc) -> Text | None:
        """What an item is called."""
        if loc[:-1] not in self._lists:
            self._lists[loc[:-1]] = self._names(loc[:-1])
        names, count = self._lists[loc[:-1]]
        number = loc[-1]
        if not isinstance(number, int) or not 0 <= number < len(names):
            return None
        name = names[number]
        return name if count[name] == 1 else _numbered(name, number + 1)

    def _names(self, way: Loc) -> tuple[list[Text], Counter[Text]]:
        """What the items of a list are called, and how many are called so."""
        items, outer = _at(self._forbund, way), next(items_on(way), None)
        if not isinstance(items, tuple):
            return [], Counter()
        kind = list_name(way)
        of = self.name(outer) if outer else None
        any_other = any_entry(Forbund, kind)
        if kind == "forbundsordningar" and len(items) == 1:
            return [any_other], Counter({any_other: 1})
        if text := _BY_ITS.get(kind):
            names = [_by_its(text, item) or any_other for item in items]
        else:
            describe = _DESCRIBED.get(kind, _by_itself)
            names = [describe(item, self._on, of) or any_other for item in items]
        return names, Counter(names)


def _at(found: Any, way: Loc) -> Any:  # noqa: ANN401  whatever stands there
    """What stands at a place; None if nothing does."""
    for step in way:
        if isinstance(step, int):
            found = found[step] if isinstance(found, tuple) and step < len(found) else None
        else:
            found = getattr(found, step, None)
    return found


def _numbered(name: Text, number: int) -> Text:
    return Text(f"{name.sv} (nr {number})", f"{name.en} (no. {number})")


@lru_cache(maxsize=2048)
def party(key: str, on: date) -> str:
    """A party by name, without its key."""
    try:
        return member_name(key, on)
    except KeyError:
        return key


def _actor(actor: str | ExternalActor, on: date) -> Text:
    """Any actor by name, or by kind if it has none."""
    if isinstance(actor, ExternalActor):
        return Text(actor.name, actor.name) if actor.name else form_name(actor.form)
    if actor in _OTHERS:
        return _OTHERS[actor]
    return Text(party(actor, on), party(actor, on))


_OTHERS: Final[Mapping[str, Text]] = {
    "forbundet": Text("förbundet", "the förbund"),
    "kommuner": Text("kommunerna tillsammans", "the kommuner together"),
    "regioner": Text("regionerna tillsammans", "the regioner together"),
}


def _genitive(name: str) -> Text:
    """Whose something is, in Swedish and in English."""
    sv = name if name[-1:].casefold() in {"s", "x", "z"} else f"{name}s"
    return Text(sv, f"{name}'" if name.endswith("s") else f"{name}'s")


def _by_its(text: Text, item: Any) -> Text | None:  # noqa: ANN401
    """An item by its fields; None if one of those is not known, or empty."""
    fields = {name: getattr(item, name) for _, name, _, _ in Formatter().parse(text.sv) if name}
    return text.filled(**fields) if all(each or each == 0 for each in fields.values()) else None


def _by_itself(item: Any, on: date, _of: Text | None) -> Text | None:  # noqa: ANN401
    """An item that is a party or a day, or goes by one."""
    if isinstance(item, date):
        return Text(item.isoformat(), item.isoformat())
    for name in ("member", "actor", "kommun"):
        item = getattr(item, name, item)
    return _actor(item, on) if isinstance(item, str | ExternalActor) else None


def _seat(seat: Seat, on: date, _of: Text | None) -> Text:
    role = "ledamot" if seat.role == "ledamot" else "ersättare"
    return Text("{whose} {role}", "{whose} {role}").filled(
        whose=_genitive(party(seat.member, on)), role=role
    )


def _contribution(given: Contribution, on: date, _of: Text | None) -> Text:
    text = Text("bidraget från {payer} {year}", "the contribution of {payer} for {year}")
    return text.filled(payer=_actor(given.payer, on), year=given.year)


def _agreement(agreement: SplitAgreement, _on: date, _of: Text | None) -> Text:
    text = Text("{whose} överenskommelse från {first}", "the agreement of the {whose} from {first}")
    return text.filled(whose=_POOLS[agreement.pool], first=agreement.from_year)


_POOLS: Final = {
    "kommun": Text("kommunernas", "kommuner"),
    "region": Text("regionernas", "regioner"),
}


def _payment(payment: Payment, on: date, of: Text | None) -> Text:
    text = Text("utbetalningen till {to} i {insats}", "the payment to {to} in {insats}")
    insats = of or any_entry(Forbund, "insatser")
    return text.filled(to=_actor(payment.to, on), insats=insats)


def _revision(revision: BudgetRevision, _on: date, of: Text | None) -> Text:
    text = Text("ändringen{day} av {budget}", "the change{day} of {budget}")
    budget = of or any_entry(Forbund, "economy.budgets")
    return text.filled(day=_after_space(revision.adopted), budget=budget)


def _adjustment(adjustment: Adjustment, _on: date, of: Text | None) -> Text:
    text = Text(
        "den omedelbara justeringen{day} vid {meeting}",
        "the immediate adjustment{day} at {meeting}",
    )
    meeting = of or any_entry(Forbund, "board.meetings")
    return text.filled(day=_after_space(adjustment.day), meeting=meeting)


def _commitment(commitment: Commitment, _on: date, _of: Text | None) -> Text:
    return _COMMITMENTS[commitment.kind].filled(day=_after_space(commitment.entered))


def _after_space(day: date | None) -> str:
    """A day with a space before it; nothing if it is not known."""
    return f" {day}" if day else ""


_COMMITMENTS: Final = {
    "borgen": Text("borgensåtagandet{day}", "the surety{day}"),
    "pledge": Text("pantsättningen{day}", "the pledge{day}"),
    "credit": Text("krediten{day}", "the credit{day}"),
    "loan": Text("lånet{day}", "the loan{day}"),
}


def _auditor(auditor: Auditor, on: date, _of: Text | None) -> Text | None:
    whom = [party(member, on) for member in auditor.for_members]
    if not whom:
        return None
    if len(whom) > _NAMED:
        return Text(f"revisorn för {len(whom)} medlemmar", f"the auditor of {len(whom)} members")
    return Text(f"revisorn för {listing(whom, 'sv')}", f"the auditor of {listing(whom, 'en')}")


_NAMED: Final = 3
"""How many members are named to identify an auditor."""


_Describe = Callable[[Any, date, Text | None], Text | None]
"""Names an item, on the day asked about, in the item that it stands in."""

_DESCRIBED: Final[Mapping[str, _Describe]] = {
    "contributions": _contribution,
    "agreements": _agreement,
    "insatser.payments": _payment,
    "board.seats": _seat,
    "board.meetings.adjustments": _adjustment,
    "economy.budgets.revised": _revision,
    "economy.commitments": _commitment,
    "economy.auditors": _auditor,
}

_BY_ITS: Final[Mapping[str, Text]] = {
    "other_income": Text("inkomsten ”{source}” {year}", "the income “{source}” of {year}"),
    "insatser": Text("insatsen ”{name}”", "the insats “{name}”"),
    "forbundsordningar": Text(
        "förbundsordningen från {applies_from}", "the förbundsordning of {applies_from}"
    ),
    "board.delegations": Text("delegationen av ”{matters}”", "the delegation of “{matters}”"),
    "board.remote_decisions": Text(
        "beslutet om deltagande på distans {decided}",
        "the decision on remote attendance of {decided}",
    ),
    "board.meetings": Text("sammanträdet {day}", "the meeting of {day}"),
    "economy.budgets": Text("budgeten för {year}", "the budget for {year}"),
    "economy.spending": Text("utgiftsbeslutet {decided}", "the spending decision of {decided}"),
    "economy.annual_reports": Text("årsredovisningen för {year}", "the annual report for {year}"),
    "economy.interim_reports": Text(
        "delårsrapporten per {period_end}", "the interim report to {period_end}"
    ),
    "economy.audits": Text("granskningen av {year}", "the audit of {year}"),
    "economy.appeals": Text("överklagandet {received}", "the appeal of {received}"),
}
"""What items are called by their own fields; one that lacks such a field goes by its kind."""
