"""Refuses impossible requests before generating anything."""

from collections.abc import Collection, Mapping
from datetime import date
from difflib import get_close_matches
from types import MappingProxyType
from typing import Any, Final

from finsam.law.finsamlagen import FINSAMLAGEN
from finsam.law.statute import require_day
from finsam.law.text import quoted
from finsam.validation.engine.rule import Rule
from finsam.validation.rules import BY_ID

FIRST_LAWFUL_DAY: Final = date(2005, 1, 1)
"""The first day on which the wording of every section that has rules is known."""


def refuse_impossible(on: date) -> None:
    """Refuse a day for which no förbund can be made.

    Raises:
        TypeError: it is no day.
        ValueError: it is too early or too late.
    """
    require_day(on)
    if not FIRST_LAWFUL_DAY <= on < date(9999, 1, 1):
        raise ValueError(
            f"no förbund can be made for on={on}: the wording of 3 § is known from 2005-01-01, "
            "and the year after is planned for, which must be 9999 at the latest"
        )


def rule_to_show(
    rule: object,
    among: Collection[str],
    what: str,
    on: date,
    later: Mapping[str, date] = MappingProxyType({}),
) -> Rule[Any]:
    """The rule with this id, if some förbund can break it or leave it open on that day.

    Args:
        rule: the id.
        among: the ids of the rules that can be shown.
        what: what those can be: ``"broken"``.
        on: the day of the question.
        later: the first days of those rules that can be shown only some days after their own.

    Raises:
        TypeError: ``rule`` is no text, or ``on`` no day.
        ValueError: there is no such rule, or it cannot be shown, or not on that day; the message
            says what to write.
    """
    if not isinstance(rule, str):
        raise TypeError(f"a rule's id is a text, not {type(rule).__name__}: write 'FINSAM-5-1'")
    refuse_impossible(on)
    known = BY_ID.get(rule)
    if known is None:
        by_name = {each.name: each.id for each in BY_ID.values()}
        close = [by_name.get(one, one) for one in get_close_matches(rule, [*BY_ID, *by_name], 5)]
        hint = f"did you mean {' or '.join(close)}?" if close else f"there are {', '.join(BY_ID)}"
        raise ValueError(f"no rule has the id {quoted(rule)}; {hint}")
    if rule not in among:
        section = known.cites[0].section
        near = [each for each in among if BY_ID[each].cites[0].section == section]
        others = f"in finsam.testing.{'BREAKABLE' if what == 'broken' else 'UNDECIDABLE'}"
        hint = f"{', '.join(near)} of the same section, and others {others}" if near else others
        raise ValueError(f"{rule} is never {what}; the rules that can be are {hint}")
    if known.on(on).answer is not None:
        raise ValueError(
            f"{rule} is not in force on {on}, or the wording of that day is not known: "
            f"ask about a day {_days_of(known)}"
        )
    first = max(first_day(known), later.get(rule, date.min))
    if on < first:
        raise ValueError(
            f"{rule} cannot be {what} on {on}, when nothing that it asks for is due yet: "
            f"ask about a day from {first}"
        )
    return known


def first_day(rule: Rule[Any]) -> date:
    """The first day on which a rule, in force with a known wording, can be broken."""
    changes = {
        w.first for place in rule.cites for w in FINSAMLAGEN.provision(place.section).wordings
    }
    changes |= {rule.first or FIRST_LAWFUL_DAY}
    return max(FIRST_LAWFUL_DAY, min(day for day in changes if rule.on(day).answer is None))


def _days_of(rule: Rule[Any]) -> str:
    """The days on which a rule can be broken."""
    first = first_day(rule)
    return f"from {first}" if rule.last is None else f"from {first} to {rule.last}"
