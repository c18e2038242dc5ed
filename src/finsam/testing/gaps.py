"""Förbund of which a rule cannot judge, for something that it asks for is not known."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, timedelta
from decimal import Decimal
from functools import partial
from typing import Any, Final, TypeAlias

from hypothesis import reject
from hypothesis import strategies as st

from finsam.models.base import Loc, Model
from finsam.models.economy import Budget, Economy, Liquidation, PaidToMember
from finsam.models.forbund import Forbund
from finsam.models.insats import Payment
from finsam.models.money import Contribution, OtherIncome
from finsam.models.scalars import Stated
from finsam.testing.breaches import breaking, insats_more
from finsam.testing.economy import economy_to_ask
from finsam.testing.governance_breaches import GOVERNANCE_TO_ASK
from finsam.testing.lawful import in_one_sum, lawful, lawful_with, pool_of
from finsam.testing.parts import GOTLAND, amounts, days, external_actors, words
from finsam.testing.possible import rule_to_show
from finsam.validation.check import check
from finsam.validation.engine.decision import NOT_LISTED
from finsam.validation.engine.rule import Rule
from finsam.validation.engine.verdict import Verdict
from finsam.validation.rules import RULES

UNDECIDABLE: Final = tuple(rule.id for rule in RULES if rule.reasons_to_be_open)
"""The ids that :func:`undecided` knows: every rule that can be open."""

_OPEN_FROM: Final = {
    # Of what nobody has to have done yet, nothing is unknown: minutes are adjusted in fourteen
    # days, and the årsredovisning of 2019 is drawn up in three months.
    "FINSAM-19-2": date(2020, 1, 16),
    "FINSAM-24-1": date(2020, 4, 1),
}
"""The first days of the rules that can be open later than they can be broken."""

_Base: TypeAlias = Callable[[date], st.SearchStrategy[Forbund]]


def undecided(rule: str, *, on: date) -> st.SearchStrategy[Forbund]:
    """A förbund that leaves one rule open on a day, and breaks none.

    Made from a förbund that breaks nothing, by making unknown what the rule asks for: a fact, an
    entry of a list that may have more, what a member gives, or how the sum of several divides among
    them. Other facts may be unknown too.

    Args:
        rule: the rule's id.
        on: the day of the question.

    Raises:
        TypeError: ``rule`` is no text, or ``on`` no day.
        ValueError: no rule has this id, or it is never open, or it is not in force on that day.
    """
    return _with_gaps(rule_to_show(rule, UNDECIDABLE, "open", on, _OPEN_FROM), on)


@st.composite
def _with_gaps(draw: st.DrawFn, rule: Rule[Any], on: date) -> Forbund:
    why = draw(st.sampled_from(rule.reasons_to_be_open))
    bases = _BASES.get((rule.id, why)) or _BASES.get(rule.id) or (_base_of(rule),)
    base = draw(st.one_of([build(on) for build in bases]))
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
    # Money is known or not as a whole: two gaps in it may say something that is not so.
    others = [loc for loc in known_facts(found) if loc[0] != "contributions"]
    one_more = draw(st.booleans())
    if others and one_more:
        more = without(found, draw(st.sampled_from(others)))
        return more if _reasons(more, rule, on) else found
    return found


def _reasons(document: Forbund, rule: Rule[Any], on: date) -> set[str]:
    """Why the rule is open; nothing if it is not, or fails elsewhere."""
    findings = check(document, on=on, rules=[rule.id]).findings
    if any(finding.verdict is Verdict.FAIL for finding in findings):
        return set()
    return {finding.why for finding in findings if finding.verdict is Verdict.OPEN}


def _with_less(document: Forbund, rule: Rule[Any]) -> Iterator[Callable[[], Forbund]]:
    """What makes the document with one thing less known, of the things that the rule looks at."""
    yield lambda: document
    if "contributions" in rule.needs and document.contributions:
        money = document.contributions
        for number, gone in enumerate(money):
            # No entry of one-off money means that there is none.
            if gone.kind == "ordinary":
                rest = (*money[:number], *money[number + 1 :])
                yield partial(document.replace, contributions=rest)
            if (sums := in_one_sum(money, gone)) is not None:
                yield partial(document.replace, contributions=sums)
    for loc in _some_of_each(known_facts(document)):
        if _is_looked_at(loc, rule):
            yield partial(without, document, loc)


def _with_fewer(document: Forbund, rule: Rule[Any]) -> Iterator[Callable[[], Forbund]]:
    """What makes the document with lists that may have more, and one entry of one of them less."""
    of_some = document.replace(complete=())
    yield lambda: of_some
    for loc in _some_of_each(known_facts(of_some)):
        entries = _at(of_some, loc)
        if isinstance(entries, tuple) and len(entries) > 1 and _is_read(loc, rule):
            for number in range(len(entries)):
                rest = (*entries[:number], *entries[number + 1 :])
                yield partial(_instead, of_some, loc, rest)


def _is_read(loc: Loc, rule: Rule[Any]) -> bool:
    """Whether a list is one that a rule needs, or stands in its items."""
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
        # Of the board or the economy as a whole, no single seat or year is asked for.
        if inside and (need not in {"board", "economy"} or len(names) == len(loc) == 2):
            return True
        if need in rule.also_reads and names == place:
            return True
    return False


def _some_of_each(locs: Iterable[Loc]) -> Iterator[Loc]:
    """Of the same fact of many items, that of the first two and of the last two."""
    same: dict[Loc, list[Loc]] = {}
    for loc in locs:
        same.setdefault(tuple(step for step in loc if isinstance(step, str)), []).append(loc)
    for places in same.values():
        yield from dict.fromkeys((*places[:2], *places[-2:]))


def known_facts(document: Model) -> Iterator[Loc]:
    """The places of what is known and could be unknown."""
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
    """The same, with what stands at a place unknown."""
    return _instead(part, loc, None)


def _instead(part: Any, loc: Loc, value: object) -> Any:  # noqa: ANN401  any part of a document
    """The same, with another value at a place."""
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


def _base_of(rule: Rule[Any]) -> _Base:
    """A förbund that keeps the act and has something that the rule is about."""
    if rule.subject == "insatser":
        individual = True if "structural" in rule.inapplicable else None
        first = rule.first
        if first is not None:
            # Only what is decided since then is asked about.
            return lambda on: insats_more(
                lambda base: st.dates(max(first, base.formed or first), on).map(
                    lambda day: {"decided": day}
                ),
                individual=individual,
            )(on)
        return insats_more(lambda _base: st.just({}), individual=individual)
    known = {"members", *rule.needs}
    return lambda on: lawful_with(on, *sorted(known))


def _several(
    *,
    gotland_alone: bool = False,
    beside: bool | None = None,
    least: tuple[int, int] = (1, 1),
) -> _Base:
    return lambda on: lawful_with(
        on,
        "contributions",
        "agreements",
        gotland_alone=gotland_alone,
        beside=beside,
        least=least,
    )


@st.composite
def _mostly_one_off(
    draw: st.DrawFn, base: st.SearchStrategy[Forbund], on: date, pool: str
) -> Forbund:
    """Somebody in a pool gives most as one-off money, so that all of it together is as asked."""
    document = draw(base)
    money = list(document.contributions or ())
    places = [n for n, c in enumerate(money) if (c.year, pool_of(c)) == (on.year, pool)]
    number = max(places, key=lambda place: money[place].amount)
    one = money[number]
    yearly = (one.amount / 10).quantize(Decimal(1))
    one_off = one.replace(kind="extra", amount=one.amount - yearly)
    money[number : number + 1] = [one.replace(amount=yearly), one_off]
    return document.replace(contributions=tuple(money))


def _one_off(pool: str, **least: Any) -> _Base:  # noqa: ANN401  as _several's
    base = _several(**least)
    return lambda on: _mostly_one_off(base(on), on, pool)


@st.composite
def _twice(draw: st.DrawFn, on: date, *, beside: bool) -> Forbund:
    """Everybody gives once more what they give for the year, or twice."""
    document = draw(_several(beside=beside)(on))
    money = document.contributions or ()
    times = draw(st.integers(1, 2))
    more = [c.replace(kind="extra", amount=c.amount * times) for c in money if c.year == on.year]
    return document.replace(contributions=(*money, *more))


@st.composite
def _two_roles_beside_a_sum(draw: st.DrawFn, on: date) -> Forbund:
    """The kommuner's sum, and what a kommun gives in both its roles, one of them in that sum."""
    document = draw(_several(beside=True)(on))
    money = document.contributions or ()
    now = [c for c in money if c.year == on.year]
    kommuner = sum((c.amount for c in now if pool_of(c) == "kommun"), Decimal(0))
    both = sum((c.amount for c in now if c.payer == GOTLAND), Decimal(0))
    kept = [c for c in money if c not in now or not str(c.payer).startswith("kommun:")]
    more = [
        Contribution(payer="kommuner", year=on.year, amount=kommuner),
        Contribution(payer=GOTLAND, year=on.year, amount=both),
    ]
    return document.replace(contributions=(*kept, *more))


_POOLS: Final = (
    ("FINSAM-5-2", "region", (1, 1)),
    ("FINSAM-5-3", "kommun", (1, 1)),
    ("FINSAM-5-5", "kommun", (1, 2)),
    ("FINSAM-5-6", "region", (2, 1)),
)
"""The rules on pools, and how many regions, and kommuner in each, they have to do with."""


@st.composite
def _with_esf(draw: st.DrawFn, on: date) -> Forbund:
    document = draw(lawful_with(on, "other_income"))
    esf = OtherIncome(
        source=draw(words()),
        year=draw(st.integers(2025, 2035)),
        amount=draw(amounts()),
        granted=draw(st.none() | days(first=date(2014, 1, 1), last=date(2025, 3, 13))),
        kind=draw(st.sampled_from(["esf", "esf_plus"])),
    )
    return document.replace(other_income=(*(document.other_income or ()), esf))


def _performed_by_outsiders(_base: Forbund) -> st.SearchStrategy[Mapping[str, object]]:
    return st.fixed_dictionaries(
        {
            "performed_by": st.lists(external_actors(), min_size=1, max_size=2).map(tuple),
            "payments": st.just(()),
        }
    )


def _paying_for_own_needs(_base: Forbund) -> st.SearchStrategy[Mapping[str, object]]:
    own_need = st.builds(Payment, to=external_actors(), what=st.just("own_need"))
    return own_need.map(lambda payment: {"payments": (payment,)})


def _with_later_budgets(base: Forbund) -> Forbund:
    """Of the years to come alone."""
    economy = base.economy or Economy()
    budgets = tuple(
        Budget(year=each.year + 2, adopted=each.adopted, adopted_by="styrelsen")
        for each in economy.budgets or ()
    )
    return base.replace(economy=economy.replace(budgets=budgets))


def _with_later_ordning(base: Forbund, on: date) -> Forbund:
    """Of the days to come alone."""
    *_, last = base.forbundsordningar or ()
    return base.replace(forbundsordningar=(last.replace(applies_from=on + timedelta(days=1)),))


@st.composite
def _dissolved(draw: st.DrawFn, on: date, *, is_divided: bool) -> Forbund:
    """It has ended, and all that is known of what was left is what one member got, or less."""
    base = draw(lawful(on, only=("members",)))
    member = draw(st.sampled_from([str(m.actor) for m in base.members]))
    liquidation = Liquidation(final_accounts=on, divided=(PaidToMember(member=member),))
    if not is_divided:
        unknown = draw(st.sampled_from(["final_accounts", "divided"]))
        liquidation = liquidation.replace(**{unknown: None})
    return base.replace(dissolved=on - timedelta(days=1), economy=Economy(liquidation=liquidation))


_BESIDE: Final = _several(beside=True)
_BASES: Final[Mapping[str | tuple[str, str], tuple[_Base, ...]]] = {
    "FINSAM-5-1": (_several(),),
    ("FINSAM-5-1", "pool_not_named"): (_two_roles_beside_a_sum,),
    ("FINSAM-5-1", "extra_money_unclear"): (_one_off("forsakringskassan"),),
    **{rule: (_several(least=least),) for rule, _, least in _POOLS},
    **{(rule, "pool_not_named"): (_BESIDE,) for rule, *_ in _POOLS},
    **{
        (rule, "extra_money_unclear"): (_one_off(pool, least=least),)
        for rule, pool, least in _POOLS
    },
    "FINSAM-5-7": (partial(_twice, beside=False),),
    ("FINSAM-5-7", "pool_not_named"): (partial(_twice, beside=True),),
    "FINSAM-5A-1": (_several(gotland_alone=True),),
    "FINSAM-6-2": (_with_esf,),
    ("FINSAM-7-2", "not_known"): (insats_more(_paying_for_own_needs),),
    ("FINSAM-7-5", "not_known"): (insats_more(_paying_for_own_needs, individual=True),),
    ("FINSAM-7-3", "not_known"): (insats_more(_performed_by_outsiders, individual=True),),
    ("FINSAM-8-1", "not_listed"): (
        lambda on: lawful(on, only=("forbundsordningar",)).map(partial(_with_later_ordning, on=on)),
    ),
    ("FINSAM-9-21", "not_known"): (partial(_dissolved, is_divided=False),),
    ("FINSAM-9-21", "not_listed"): (partial(_dissolved, is_divided=True),),
    ("FINSAM-19A-1", "not_listed"): (lambda on: breaking("FINSAM-19A-1", on=on),),
    ("FINSAM-19A-3", "not_listed"): (lambda on: breaking("FINSAM-19A-3", on=on),),
    ("FINSAM-27-2", "not_listed"): (lambda on: breaking("FINSAM-27-2", on=on),),
    "FINSAM-9-19": (
        lambda on: lawful_with(
            on,
            "agreements",
            "forbundsordningar",
            gotland_alone=False,
            beside=False,
            least=(1, 2),
        ),
    ),
    **{rule: (base,) for rule, base in GOVERNANCE_TO_ASK.items()},
    **{rule: (base,) for rule, base in economy_to_ask(lawful_with).items()},
    ("FINSAM-23-1", "not_known"): (lambda on: lawful_with(on, "economy.budgets"),),
    ("FINSAM-23-1", "not_listed"): (
        lambda on: lawful_with(on, "economy.budgets").map(_with_later_budgets),
    ),
    "FINSAM-25-9": (
        lambda on: lawful_with(on, "economy.audits").map(
            lambda base: base.replace(dissolved=on - timedelta(days=1))
        ),
    ),
}
"""What to start from, for a rule or one of its reasons, where little that is lawful would do."""
