"""Asking the act about a förbund on a day."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from decimal import localcontext
from functools import lru_cache
from typing import Any

from finsam._version import __version__
from finsam.law.finsamlagen import FINSAMLAGEN
from finsam.law.shares import EXACT
from finsam.models.forbund import Forbund
from finsam.validation.engine.rule import Rule
from finsam.validation.engine.timeline import Timeline, first_null
from finsam.validation.report import Column, Report, Unexamined
from finsam.validation.rules import RULES
from finsam.validation.subjects import subjects_of
from finsam.validation.topics import choose


def check(forbund: Forbund, *, on: date, rules: Iterable[str] | None = None) -> Report:
    """What the act says of a förbund, asked on a day.

    Membership, board and area are judged as they stand on the day; a year's money by the law of
    its last day (the year of ``on``, and every year that contributions are given for); an insats
    by the law of the day on which it was decided, else started, else of ``on``.

    Args:
        forbund: the document.
        on: the day of the question, from 2004-01-01.
        rules: what to ask about: topics (``"money"``, ``"members"``, ``"insatser"``, ``"board"``,
            ``"ordning"``, ``"economy"``), sections (``"5 a"``), names of rules, and ids or what
            they begin with (``"FINSAM-5"`` is 5 §, and not 5 a §); None: everything.

    Returns:
        Every rule's verdict on every subject, with its paragraph.

    Raises:
        NotInForce: the act was not in force on that day.
        TypeError: ``forbund`` is no :class:`Forbund`, ``on`` no ``date`` or ``rules`` a single
            text; the message says what to write.
        ValueError: no rule is meant by something in ``rules``.
    """
    _refuse_other_types(forbund, on)
    FINSAMLAGEN.require_in_force(on)
    chosen = RULES if rules is None else choose(rules)
    timeline = Timeline(forbund, on)
    subjects = subjects_of(timeline)
    # Nearly all subjects are of the law of today, which is asked for once a rule and not for each.
    earliest = {kind: min([each.day for each in some]) for kind, some in subjects.items()}
    columns: list[Column] = []
    with localcontext(EXACT):
        for rule in chosen:
            about = subjects.get(rule.about)
            if about is None:
                continue
            if outside := rule.outside(timeline.stage):
                columns.append((rule, about, [outside] * len(about)))
                continue
            latest = rule.latest
            by_day = latest.answer is not None or earliest[rule.about] < latest.first
            decide = rule.decide_by_day if by_day else rule.decide
            columns.append((rule, about, [decide(subject) for subject in about]))
    return Report(
        forbund=forbund.name,
        on=on,
        stage=timeline.stage,
        rules=tuple([rule.id for rule in chosen]),
        unexamined=tuple(_unexamined(forbund, chosen)),
        version=__version__,
        last_amendment=FINSAMLAGEN.last_amendment,
        compared=FINSAMLAGEN.compared,
        orgnr=forbund.orgnr,
        members=timeline.parties(timeline.standing_day),
        answers=tuple(columns),
        named=forbund,
    )


def _unexamined(forbund: Forbund, chosen: tuple[Rule[Any], ...]) -> Iterator[Unexamined]:
    """What is null, in the order of the rules that it would feed."""
    found: dict[str, dict[str, None]] = {}
    for path, ids in _needed(chosen).items():
        if unknown := first_null(forbund, path):
            found.setdefault(unknown, {}).update(ids)
    for unknown, some in found.items():
        yield Unexamined(unknown, tuple(some))


@lru_cache(maxsize=64)
def _needed(chosen: tuple[Rule[Any], ...]) -> Mapping[tuple[str, ...], dict[str, None]]:
    """What some rules need of the document, as paths, each with the ids of those that do."""
    needed: dict[tuple[str, ...], dict[str, None]] = {}
    for rule in chosen:
        for name in rule.needs:
            needed.setdefault(tuple(name.split(".")), {})[rule.id] = None
    return needed


def _refuse_other_types(forbund: object, on: object) -> None:
    if not isinstance(forbund, Forbund):
        raise TypeError(
            f"check takes a finsam.Forbund, not {type(forbund).__name__}: "
            "write finsam.Forbund.model_validate_json(body) to make one from JSON"
        )
    if isinstance(on, datetime):
        raise TypeError("on is a day without a time: write on=moment.date()")
    if not isinstance(on, date):
        raise TypeError(
            f"on is a datetime.date, not {type(on).__name__}: write on=date(2026, 3, 1)"
        )
