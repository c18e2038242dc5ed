"""Findings as JSON, many at a time.

A report may hold thousands of findings, most of which differ in little more than their place: what
they have in common is written once. What comes out is what ``json.dumps`` writes of each one's
:meth:`~finsam.validation.finding.Finding.to_dict`.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import lru_cache
from json.encoder import encode_basestring as quote
from typing import Any, Final, NamedTuple, cast

from finsam.law.text import Lang, listing
from finsam.models.base import Loc
from finsam.validation.engine.decision import PASS, Decision
from finsam.validation.engine.facts import FactValue, encode
from finsam.validation.engine.messages import OPEN, places
from finsam.validation.engine.rule import Rule
from finsam.validation.engine.subject import Subject
from finsam.validation.engine.verdict import Verdict
from finsam.validation.finding import (
    Parts,
    bare,
    branch,
    finding_of,
    law,
    merged,
    names_places_alone,
    said,
    says_the_same,
)


class _Common(NamedTuple):
    """What findings of one rule for one reason have in common: pieces of JSON.

    Attributes:
        to_loc: from the beginning to the place.
        to_day: from the facts to the day.
        to_message: from the day to the message.
        message: the message, where it is always the same.
    """

    to_loc: str
    to_day: str
    to_message: str
    message: str | None


_NOTHING_OF_ITS_OWN: Final = PASS[2:]


def written_findings(parts: Iterable[Parts]) -> Iterator[str]:
    """Each finding as JSON, by its parts."""
    asked: Rule[Any] | None = None
    latest = date.max
    of_rule: dict[tuple[str, int, date], _Common] = {}
    of_subjects: dict[int, tuple[str, str]] = {}
    for rule, subject, decision, standing in parts:
        # Most findings are plain passes, of which no more need be asked.
        is_plain = decision is PASS or decision[2:] == _NOTHING_OF_ITS_OWN
        if standing is not None or (not is_plain and (decision.beside or decision.instead)):
            finding = finding_of(rule, subject, decision, standing)
            yield escaped(json.dumps(finding.to_dict(), ensure_ascii=False))
            continue
        if rule is not asked:
            asked, latest, of_rule = rule, rule.latest.first, {}
        first = latest if latest <= subject.day else rule.on(subject.day).first
        # An enum's own hash is slow, and each of its members is one thing.
        key = (decision.why, id(decision.verdict), first)
        common = of_rule.get(key)
        if common is None:
            common = of_rule[key] = _common(rule, decision.verdict, decision.why, first)
        of_subject = of_subjects.get(id(subject))
        if of_subject is None:
            middle = _middle(subject, PASS, merged(subject, PASS))
            of_subject = of_subjects[id(subject)] = (middle, subject.day.isoformat())
        to_loc, to_day, to_message, message = common
        middle, day = of_subject
        if not is_plain:
            facts = merged(subject, decision)
            middle = _middle(subject, decision, facts)
            message = message or _message(rule, decision, facts, subject)
        elif message is None:
            message = _message(rule, decision, merged(subject, decision), subject)
        yield f"{to_loc}{middle}{to_day}{day}{to_message}{message}}}"


def _middle(subject: Subject[Any], decision: Decision, facts: Mapping[str, FactValue]) -> str:
    """From the place to the facts."""
    ref = subject.ref if decision.ref is None else decision.ref
    return (
        f'{_loc(subject.loc + decision.at)}, "ref": {"null" if ref is None else _quote(ref)}, '
        f'"missing": [{", ".join([_loc(loc) for loc in decision.missing_from(subject.loc)])}], '
        f'"facts": {_facts(facts)}'
    )


@lru_cache(maxsize=4096)
def _common(rule: Rule[Any], verdict: Verdict, why: str, first: date) -> _Common:
    decision = Decision(verdict, why)
    finding = bare(rule, decision, first)
    alike = (
        _message(rule, decision, {}, finding.parts[1]) if says_the_same(rule, decision) else None
    )
    return _Common(
        f'{json.dumps(branch(finding))[:-1]}, "loc": ',
        f', {json.dumps(law(finding), ensure_ascii=False)[1:-1]}, "day": "',
        f'", "link": {quote(finding.link)}, "message": ',
        alike,
    )


def _loc(loc: Loc) -> str:
    steps = [str(step) if isinstance(step, int) else f'"{step}"' for step in loc]
    return f"[{', '.join(steps)}]"


def _facts(facts: Mapping[str, FactValue]) -> str:
    written = [f'"{name}": {_fact(value)}' for name, value in facts.items()]
    return f"{{{', '.join(written)}}}"


def _fact(value: FactValue) -> str:
    encoded = value if isinstance(value, str) else encode(value)
    if isinstance(encoded, str):
        return _quote(encoded)
    return str(encoded) if isinstance(encoded, int) else f"[{', '.join(map(_quote, encoded))}]"


def _message(
    rule: Rule[Any], decision: Decision, facts: Mapping[str, FactValue], subject: Subject[Any]
) -> str:
    if names_places_alone(decision):
        return _places(decision.missing_from(subject.loc), cast("int", facts.get("more_places", 0)))
    sv, en = (said(rule, decision, facts, lang, subject) for lang in _LANGUAGES)
    return f'{{"sv": {_quote(sv)}, "en": {_quote(en)}}}'


def _places(missing: tuple[Loc, ...], more: int) -> str:
    """The message that only names places; the words for them need no escaping in JSON."""
    sv = listing(list(places(missing, "sv")), "sv", more=more)
    en = listing(list(places(missing, "en")), "en", more=more)
    return f'{{"sv": "{_OPEN_SV[0]}{sv}{_OPEN_SV[1]}", "en": "{_OPEN_EN[0]}{en}{_OPEN_EN[1]}"}}'


_LANGUAGES: Final[tuple[Lang, Lang]] = ("sv", "en")
_OPEN_SV: Final = OPEN.sv.split("{places}")
_OPEN_EN: Final = OPEN.en.split("{places}")


def _quote(text: str) -> str:
    return escaped(quote(text))


_INVISIBLE: Final = re.compile(
    "[\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]"
)


def escaped(written: str) -> str:
    """JSON with line separators and bidirectional controls escaped."""
    if written.isprintable():
        return written
    return _INVISIBLE.sub(lambda match: json.dumps(match[0])[1:-1], written)
