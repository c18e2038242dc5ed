"""Checking a förbund on a day."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import localcontext
from functools import lru_cache
from typing import Any, NamedTuple

from finsam._version import __version__
from finsam.law.finsamlagen import FINSAMLAGEN
from finsam.law.shares import EXACT
from finsam.models.forbund import Forbund
from finsam.validation.engine.rule import Rule
from finsam.validation.engine.timeline import Timeline, first_null
from finsam.validation.engine.verdict import Stage
from finsam.validation.report import Column, Report, Unexamined
from finsam.validation.rules import RULES
from finsam.validation.subjects import subjects_of
from finsam.validation.topics import choose


def check(forbund: Forbund, *, on: date, rules: Iterable[str] | None = None) -> Report:
    """Check a förbund against the act on a day.

    Membership, board and area are judged as they are on that day. A year's money (the year of
    ``on``, and every year with contributions) is judged by the law on 31 December. An insats is
    judged by the law on the day when it was decided, or else started, or else on ``on``.

    Args:
        forbund: the document.
        on: the day, from 2004-01-01.
        rules: what to check: topics (``"money"``, ``"members"``, ``"insatser"``, ``"board"``,
            ``"ordning"``, ``"economy"``), sections (``"5 a"``), names of rules, and ids or their
            beginnings (``"FINSAM-5"`` is 5 § but not 5 a §). None checks everything.

    Returns:
        Every rule's verdict on every subject, with citations.

    Raises:
        NotInForce: the act was not in force on that day.
        TypeError: ``forbund`` is not a :class:`Forbund`, ``on`` is not a ``date``, or ``rules`` is
            a single string; the message says what to write.
        ValueError: something in ``rules`` selects no rule.
    """
    require_forbund("check", forbund)
    FINSAMLAGEN.require_in_force(on)
    chosen = RULES if rules is None else choose(rules)
    timeline, plan = Timeline(forbund, on), _plan(chosen)
    subjects = subjects_of(timeline, plan.topics)
    # Nearly all subjects are of the law of today, which is asked for once a rule and not for each.
    earliest = {kind: min([each.day for each in some]) for kind, some in subjects.items()}
    is_outside = timeline.stage in {Stage.NOT_FORMED, Stage.DISSOLVED}
    columns: list[Column] = []
    with localcontext(EXACT):
        for rule in chosen:
            about = subjects.get(rule.about)
            if about is None:
                continue
            outside = rule.outside(timeline.stage) if is_outside else None
            if outside is not None:
                columns.append((rule, about, [outside] * len(about)))
                continue
            latest = rule.latest
            by_day = latest.answer is not None or earliest[rule.about] < latest.first
            decide = rule.decide_by_day if by_day else rule.decide
            columns.append((rule, about, list(map(decide, about))))
    return Report(
        forbund=forbund.name,
        on=on,
        stage=timeline.stage,
        rules=plan.ids,
        unexamined=_unexamined(chosen, tuple([first_null(forbund, way) for way in plan.needed])),
        version=__version__,
        last_amendment=FINSAMLAGEN.last_amendment,
        compared=FINSAMLAGEN.compared,
        orgnr=forbund.orgnr,
        members=timeline.parties(timeline.standing_day),
        answers=tuple(columns),
        named=forbund,
    )


class _Plan(NamedTuple):
    """What some rules ask of any document.

    Attributes:
        ids: their ids.
        topics: the names of the modules of what they judge.
        needed: the ways to what they need of it, each with the ids of those that do.
    """

    ids: tuple[str, ...]
    topics: frozenset[str]
    needed: Mapping[tuple[str, ...], Sequence[str]]


@lru_cache(maxsize=64)
def _plan(chosen: tuple[Rule[Any], ...]) -> _Plan:
    needed: dict[tuple[str, ...], list[str]] = {}
    for rule in chosen:
        for name in rule.needs:
            needed.setdefault(tuple(name.split(".")), []).append(rule.id)
    topics = frozenset(rule.about.__module__ for rule in chosen)
    return _Plan(tuple(rule.id for rule in chosen), topics, needed)


@lru_cache(maxsize=256)
def _unexamined(
    chosen: tuple[Rule[Any], ...], nulls: tuple[str | None, ...]
) -> tuple[Unexamined, ...]:
    """What is null, in the order of the rules that it would feed."""
    found: dict[str, dict[str, None]] = {}
    for ids, unknown in zip(_plan(chosen).needed.values(), nulls, strict=True):
        if unknown:
            found.setdefault(unknown, {}).update(dict.fromkeys(ids))
    return tuple(Unexamined(unknown, tuple(some)) for unknown, some in found.items())


def require_forbund(function: str, forbund: object) -> None:
    """Refuse what is no förbund, in the name of a function.

    Raises:
        TypeError: it is something else; the message says what to write.
    """
    if not isinstance(forbund, Forbund):
        raise TypeError(
            f"{function} takes a finsam.Forbund, not {type(forbund).__name__}: "
            "write finsam.Forbund.model_validate_json(body) to make one from JSON"
        )
