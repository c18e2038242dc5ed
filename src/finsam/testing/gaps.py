"""Förbund that leave one rule open, because something it asks for is not known."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, timedelta
from decimal import Decimal
from functools import partial
from typing import Any, Final

from hypothesis import reject
from hypothesis import strategies as st

from finsam.models.base import Loc, Model
from finsam.models.economy import Budget, Economy, Liquidation, PaidToMember
from finsam.models.forbund import Forbund
from finsam.models.money import Contribution, OtherIncome
from finsam.models.scalars import Stated
from finsam.testing.breaches import BREACHES
from finsam.testing.changes import ITEMS, Start, Way, Ways, changed, one_more
from finsam.testing.economy_breaches import ECONOMY_TO_ASK
from finsam.testing.governance_breaches import GOVERNANCE_TO_ASK
from finsam.testing.lawful import in_one_sum, pool_of
from finsam.testing.parts import GOTLAND, amounts, days, words
from finsam.testing.possible import rule_to_show
from finsam.validation.check import check
from finsam.validation.engine.decision import NOT_LISTED
from finsam.validation.engine.rule import Rule
from finsam.validation.engine.verdict import Verdict
from finsam.validation.rules import RULES

UNDECIDABLE: Final = tuple(rule.id for rule in RULES if rule.reasons_to_be_open)
"""The ids that :func:`undecided` accepts: every rule that can be open."""

_OPEN_FROM: Final = {
    # What is not due yet is not unknown: minutes are adjusted within fourteen days, and the
    # årsredovisning of 2019 is drawn up within three months.
    "FINSAM-19-2": date(2020, 1, 16),
    "FINSAM-24-1": date(2020, 4, 1),
}
"""The first day of each rule that cannot be open as early as it can be broken."""


def undecided(rule: str, *, on: date) -> st.SearchStrategy[Forbund]:
    """A förbund that leaves a rule open on a day, and breaks none.

    It is made from one that breaks nothing, by removing something that the rule needs: a fact, an
    entry of a list that may have more, what a member gives, or how a sum is divided. Other facts
    may be unknown too.

    Args:
        rule: the rule's id.
        on: the day.

    Raises:
        TypeError: ``rule`` is not a string, or ``on`` not a ``date``.
        ValueError: no rule has this id, it is never open, or it is not in force on that day.
    """
    return _with_gaps(rule_to_show(rule, UNDECIDABLE, "open", on, _OPEN_FROM), on)


@st.composite
def _with_gaps(draw: st.DrawFn, rule: Rule[Any], on: date) -> Forbund:
    why = draw(st.sampled_from(rule.reasons_to_be_open))
    key = (rule.id, why)
    ways = _TO_ASK.get(key) or _TO_ASK.get(rule.id) or _to_ask(rule)
    base = draw(changed(rule, ways, on, _PLACES.get(key)))
    less = list(_with_fewer(base, rule) if why == NOT_LISTED else _with_less(base, rule))
    first = draw(st.integers(0, len(less) - 1))
    found: Forbund | None = None
    for make in (*less[first:], *less[:first]):
        document = make()
        reasons = _reasons(document, rule, on)
        if why in reasons:
            found = document
            break
        found = found or (document if reasons else None)
    if found is None:
        reject()
    # Two gaps in the money could contradict each other.
    others = [loc for loc in known_facts(found) if loc[0] != "contributions"]
    one_more = draw(st.booleans())
    if others and one_more:
        more = without(found, draw(st.sampled_from(others)))
        return more if _reasons(more, rule, on) else found
    return found


def _reasons(document: Forbund, rule: Rule[Any], on: date) -> set[str]:
    """Why the rule is open; empty if it is not, or if it also fails."""
    findings = check(document, on=on, rules=[rule.id]).findings
    if any(finding.verdict is Verdict.FAIL for finding in findings):
        return set()
    return {finding.why for finding in findings if finding.verdict is Verdict.OPEN}


def _with_less(document: Forbund, rule: Rule[Any]) -> Iterator[Callable[[], Forbund]]:
    """Makers of the document with one fact less, of those that the rule reads."""
    yield lambda: document
    if "contributions" in rule.needs and document.contributions:
        money = document.contributions
        for number, gone in enumerate(money):
            # Missing one-off money is not unknown: there is none.
            if gone.kind == "ordinary":
                rest = (*money[:number], *money[number + 1 :])
                yield partial(document.replace, contributions=rest)
            if (sums := in_one_sum(money, gone)) is not None:
                yield partial(document.replace, contributions=sums)
    for loc in _some_of_each(known_facts(document)):
        if _is_looked_at(loc, rule):
            yield partial(without, document, loc)


def _with_fewer(document: Forbund, rule: Rule[Any]) -> Iterator[Callable[[], Forbund]]:
    """Makers of the document with incomplete lists, one of them an entry shorter."""
    of_some = document.replace(complete=())
    yield lambda: of_some
    for loc in _some_of_each(known_facts(of_some)):
        entries = _at(of_some, loc)
        if isinstance(entries, tuple) and len(entries) > 1 and _is_read(loc, rule):
            for number in range(len(entries)):
                rest = (*entries[:number], *entries[number + 1 :])
                yield partial(_instead, of_some, loc, rest)


def _is_read(loc: Loc, rule: Rule[Any]) -> bool:
    """Whether a rule needs a list, or the items that the list is part of."""
    name = ".".join(step for step in loc if isinstance(step, str))
    return any(name == need or name.startswith(f"{need}.") for need in rule.needs)


def _is_looked_at(loc: Loc, rule: Rule[Any]) -> bool:
    """Whether a rule may ask for the fact at a place."""
    names = [step for step in loc if isinstance(step, str)]
    if (
        loc == ("formed",)
        or (rule.id == "FINSAM-9-21" and "liquidation" in names)
        or (len(loc) == 1 and loc[0] in rule.also_reads)
    ):
        return True
    for need in rule.needs:
        place = need.split(".")
        inside = len(names) > len(place) and names[: len(place)] == place
        # A rule on the whole board or economy asks for no single seat or year.
        if inside and (need not in {"board", "economy"} or len(names) == len(loc) == 2):
            return True
        if need in rule.also_reads and names == place:
            return True
    return False


def _some_of_each(locs: Iterable[Loc]) -> Iterator[Loc]:
    """For a fact that many items have, the places in the first two and the last two items."""
    same: dict[Loc, list[Loc]] = {}
    for loc in locs:
        same.setdefault(tuple(step for step in loc if isinstance(step, str)), []).append(loc)
    for places in same.values():
        yield from dict.fromkeys((*places[:2], *places[-2:]))


def known_facts(document: Model) -> Iterator[Loc]:
    """The places of known facts that could be unknown."""
    for name, field in type(document).model_fields.items():
        value = getattr(document, name)
        if value is None:
            continue
        if field.default is None and not any(isinstance(m, Stated) for m in field.metadata):
            yield (name,)
        for place, part in _parts(value):
            yield from ((name, *place, *rest) for rest in known_facts(part))


def _parts(value: object) -> Iterator[tuple[Loc, Model]]:
    """The models in a field, with their places in it."""
    if isinstance(value, Model):
        yield (), value
    if isinstance(value, tuple):
        yield from (((n,), item) for n, item in enumerate(value) if isinstance(item, Model))


def without(part: Any, loc: Loc) -> Any:  # noqa: ANN401  any part of a document
    """A copy in which the value at a place is unknown."""
    return _instead(part, loc, None)


def _instead(part: Any, loc: Loc, value: object) -> Any:  # noqa: ANN401  any part of a document
    """A copy with another value at a place."""
    if not loc:
        return value
    step, *rest = loc
    if isinstance(step, int):
        return (*part[:step], _instead(part[step], tuple(rest), value), *part[step + 1 :])
    return part.replace(**{step: _instead(getattr(part, step), tuple(rest), value)})


def _at(part: Any, loc: Loc) -> Any:  # noqa: ANN401  any part of a document
    for step in loc:
        part = part[step] if isinstance(step, int) else getattr(part, step)
    return part


def _to_ask(rule: Rule[Any]) -> Way:
    """Add a lawful item where the rule judges items of a list that may be short."""
    judged = rule.needs[:1]
    several = judged and judged[0] in ITEMS and judged[0] != "economy.auditors"
    return one_more() if several else _as_it_is


def _as_it_is(start: Start) -> Forbund:
    return start.base


def _mostly_one_off(pool: str) -> Way:
    """A member of a pool gives most of its money one-off, so that only the total is as required."""

    def way(start: Start) -> Forbund:
        money = list(start.money)
        places = [n for n, c in enumerate(money) if (c.year, pool_of(c)) == (start.on.year, pool)]
        number = max(places, key=lambda place: money[place].amount)
        one = money[number]
        yearly = (one.amount / 10).quantize(Decimal(1))
        one_off = one.replace(kind="extra", amount=one.amount - yearly)
        money[number : number + 1] = [one.replace(amount=yearly), one_off]
        return start.base.replace(contributions=tuple(money))

    return way


def _twice(start: Start) -> Forbund:
    """Everybody gives the year's amount once or twice more, as one-off money."""
    money = start.money
    times, year = start.number(1, 2), start.on.year
    more = [c.replace(kind="extra", amount=c.amount * times) for c in money if c.year == year]
    return start.base.replace(contributions=(*money, *more))


def _two_roles_beside_a_sum(start: Start) -> Forbund:
    """The kommuner's sum, beside what a kommun gives in both roles, one of which is in that sum."""
    money, year = start.money, start.on.year
    now = [c for c in money if c.year == year]
    kommuner = sum((c.amount for c in now if pool_of(c) == "kommun"), Decimal(0))
    both = sum((c.amount for c in now if c.payer == GOTLAND), Decimal(0))
    kept = [c for c in money if c not in now or not str(c.payer).startswith("kommun:")]
    more = [
        Contribution(payer="kommuner", year=year, amount=kommuner),
        Contribution(payer=GOTLAND, year=year, amount=both),
    ]
    return start.base.replace(contributions=(*kept, *more))


_ESF: Final = st.builds(
    OtherIncome,
    source=words(),
    year=st.integers(2025, 2035),
    amount=amounts(),
    granted=st.none() | days(first=date(2014, 1, 1), last=date(2025, 3, 13)),
    kind=st.sampled_from(["esf", "esf_plus"]),
)


def _with_later_budgets(start: Start) -> Forbund:
    """Budgets of later years only."""
    budgets = tuple(
        Budget(year=each.year + 2, adopted=each.adopted, adopted_by="styrelsen")
        for each in start.economy.budgets or ()
    )
    return start.with_economy(budgets=budgets)


def _with_later_ordning(start: Start) -> Forbund:
    """A förbundsordning that applies only later."""
    *_, last = start.ordningar
    later = last.replace(applies_from=start.on + timedelta(days=1))
    return start.bare().replace(forbundsordningar=(later,))


def _dissolved(start: Start) -> Forbund:
    return start.base.replace(dissolved=start.on - timedelta(days=1))


def _of_a_term_not_known(start: Start) -> Forbund:
    """The seats have ended, and when the term does is not known."""
    gone = start.seats[0].replace(
        **dict.fromkeys(("appointed", "start", "end"), start.on - timedelta(days=1)),
        ended_by="term",
        office="none",
        stepped_in_for=None,
    )
    return start.with_board(seats=(gone,), term_end=None, meetings=())


def _liquidated(start: Start) -> Forbund:
    """Dissolved; all that is known of the liquidation is what one member received."""
    paid = (PaidToMember(member=start.one_of(start.members())),)
    liquidation = Liquidation(final_accounts=start.on, divided=paid)
    ended = _dissolved(start._replace(base=start.bare()))
    return ended.replace(economy=Economy(liquidation=liquidation))


def _partly_liquidated(start: Start) -> Forbund:
    """Dissolved, with even less known of the liquidation."""
    fact = start.one_of(["final_accounts", "divided"])
    ended = _liquidated(start)
    return start._replace(base=ended).with_economy(
        liquidation=without(ended.economy and ended.economy.liquidation, (fact,))
    )


_POOLS: Final = {
    "FINSAM-5-1": "forsakringskassan",
    "FINSAM-5-2": "region",
    "FINSAM-5-3": "kommun",
    "FINSAM-5-5": "kommun",
    "FINSAM-5-6": "region",
}
_PLACES: Final[Mapping[tuple[str, str], Mapping[str, Any]]] = {
    **{(rule, "pool_not_named"): {"gotland_alone": False, "beside": True} for rule in _POOLS},
    ("FINSAM-5-1", "extra_money_unclear"): {"gotland_alone": False},
    ("FINSAM-5-7", "pool_not_named"): {"gotland_alone": False, "beside": True},
    ("FINSAM-5-7", "money_missing"): {"gotland_alone": False, "beside": False},
}
"""Where the members must be, for reasons that cannot arise wherever the rule can be open."""

_TO_ASK: Final[Mapping[str | tuple[str, str], Ways]] = {
    ("FINSAM-5-1", "pool_not_named"): _two_roles_beside_a_sum,
    **{(rule, "extra_money_unclear"): _mostly_one_off(pool) for rule, pool in _POOLS.items()},
    "FINSAM-5-7": _twice,
    "FINSAM-6-2": lambda start: start.with_item(start.draw(_ESF)),
    ("FINSAM-8-1", "not_listed"): _with_later_ordning,
    ("FINSAM-10-1", "not_known"): _of_a_term_not_known,
    ("FINSAM-9-21", "not_known"): _partly_liquidated,
    ("FINSAM-9-21", "not_listed"): _liquidated,
    **{
        (rule, "not_listed"): BREACHES[rule]
        for rule in ("FINSAM-19A-1", "FINSAM-19A-3", "FINSAM-27-2")
    },
    **{rule: ways for each in (GOVERNANCE_TO_ASK, ECONOMY_TO_ASK) for rule, ways in each.items()},
    ("FINSAM-23-1", "not_listed"): _with_later_budgets,
    "FINSAM-25-9": _dissolved,
}
"""What to start from, for a rule or one of its reasons, where :func:`_to_ask` does not suffice."""
