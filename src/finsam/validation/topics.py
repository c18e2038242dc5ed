"""The topics of the act, and the rules that an id, a name, a section or a topic selects."""

import re
from collections.abc import Iterable, Mapping
from itertools import accumulate
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from finsam.law.text import ExplainedValueError, Text, no_such, quoted
from finsam.validation.engine.rule import Rule
from finsam.validation.rules import BY_ID, RULES


class Topic(NamedTuple):
    """A topic of the act.

    Attributes:
        name: what ``rules=`` and ``--about`` call it, ``"board"``.
        title: its title.
        sections: the sections that it is about.
        rules: the ids of its rules, in the order of the act.
    """

    name: str
    title: Text
    sections: Text
    rules: tuple[str, ...]


_TOPICS: Final = {
    "members": (
        Text("Medlemmarna och området", "The members and the area"),
        Text("1, 3, 4 och 27 §§", "sections 1, 3, 4 and 27"),
        "1 3 4 27",
    ),
    "money": (Text("Bidragen", "The contributions"), Text("5–6 §§", "sections 5–6"), "5 5A 6"),
    "insatser": (
        Text("Insatserna", "The insatser"),
        Text("2 och 7 §§", "sections 2 and 7"),
        "2 7",
    ),
    "ordning": (
        Text("Förbundsordningen och bildandet", "The förbundsordning and the formation"),
        Text("8–9 §§", "sections 8–9"),
        "8 9",
    ),
    "board": (
        Text("Styrelsen", "The board"),
        Text("10–19 a §§", "sections 10–19 a"),
        "10 12 13 14 15 16 17 19 19A",
    ),
    "economy": (
        Text("Ekonomin och revisionen", "The economy and the audit"),
        Text("20–26 och 28 §§", "sections 20–26 and 28"),
        "20 21 23 24 25 26 28",
    ),
}


def _name_of(rule: Rule[Any]) -> str:
    """The name of a rule's topic: by what it judges, else by its section."""
    judged = rule.subject.partition(".")[0]
    if judged in {"insatser", "board"}:
        return judged
    section = rule.id.split("-")[1]
    return next(name for name, (*_, sections) in _TOPICS.items() if section in sections.split())


TOPIC_OF: Final[Mapping[str, str]] = MappingProxyType({rule.id: _name_of(rule) for rule in RULES})
"""The name of each rule's topic, by the rule's id."""

TOPICS: Final[tuple[Topic, ...]] = tuple(
    Topic(name, title, sections, tuple(rule for rule in BY_ID if TOPIC_OF[rule] == name))
    for name, (title, sections, _) in _TOPICS.items()
)
"""The topics, in the order of the act; every rule is of one."""


def choose(wanted: Iterable[str]) -> tuple[Rule[Any], ...]:
    """The rules selected, in the order of the act.

    Args:
        wanted: any of the id of a rule or what it begins with (``"FINSAM-5-1"``, ``"FINSAM-5"``),
            the name of a rule (``"state-share-not-half"``), a section (``"5"``, ``"5 a §"``) and
            the name of a topic (``"board"``).

    Raises:
        TypeError: ``wanted`` is a single text, or no texts.
        ValueError: one of them selects no rule, or ``wanted`` is empty.
    """
    if isinstance(wanted, str):
        raise TypeError(f"rules is a list of ids: write rules=[{quoted(wanted)}]")
    try:
        every = tuple(wanted)
    except TypeError:
        raise TypeError(f"rules is a list of ids, not {type(wanted).__name__}") from None
    if not every:
        raise ValueError("rules is empty, so that nothing would be asked: leave it out to ask all")
    chosen: set[str] = set()
    for one in every:
        chosen |= _meant(one)
    return tuple(rule for rule in RULES if rule.id in chosen)


def _meant(one: object) -> frozenset[str]:
    """The ids of the rules that a text selects."""
    if not isinstance(one, str):
        raise TypeError(f"a rule's id is a text, not {type(one).__name__}")
    said = one.strip().rstrip("-")
    section = _SECTION.fullmatch(said)
    key = "".join(section.groups("")) if section else said
    tried = (key, key.lower(), f"FINSAM-{key.upper().removeprefix('FINSAM-')}")
    meant = next((_MEANT[each] for each in tried if each in _MEANT), None)
    if meant is None:
        raise no_rule(one, _MEANT, _WHAT_SELECTS)
    return meant


def no_rule(said: str, known: Iterable[str], otherwise: Text) -> ExplainedValueError:
    """The error for a text that selects no rule.

    Args:
        said: the text.
        known: what would have selected one; the message names the nearest, or all of the section.
        otherwise: what to write, where none is near.
    """
    from difflib import get_close_matches  # noqa: PLC0415  only a mistake needs it

    key = said.upper().removeprefix("FINSAM-")
    section, _, _ = key.rpartition("-")
    same = [one for one in known if section and one.startswith(f"FINSAM-{section}-")]
    short = {name.removeprefix("FINSAM-"): name for name in same or known}
    near = [short[each] for each in get_close_matches(key.lower(), short, 3, 0.7)]
    listed = ", ".join(same)
    remedy = Text(f"det finns {listed}", f"there are {listed}") if same else otherwise
    return no_such(Text("ingen regel heter", "no rule is meant by"), said, near, remedy)


_WHAT_SELECTS: Final = Text(
    f"ange ett ämne ({', '.join(_TOPICS)}), en paragraf ('5 a'), en regels namn eller början av "
    "ett id ('5-1')",
    f"write a topic ({', '.join(_TOPICS)}), a section ('5 a'), a rule's name, or what an id begins "
    "with ('5-1')",
)
_SECTION: Final = re.compile(r"([0-9]{1,2}) ?([a-zA-Z]?)(?: ?§)?")


def _every_meaning() -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {topic.name: set(topic.rules) for topic in TOPICS}
    for rule in RULES:
        found[rule.name] = {rule.id}
        for beginning in accumulate(rule.id.split("-"), "{}-{}".format):
            found.setdefault(beginning, set()).add(rule.id)
    cited: dict[str, set[str]] = {}
    for rule in RULES:
        for place in rule.cites:
            cited.setdefault(f"FINSAM-{place.section.replace(' ', '').upper()}", set()).add(rule.id)
    found = {**cited, **found}  # A section without rules of its own: those that cite it.
    return {said: frozenset(ids) for said, ids in found.items()}


_MEANT: Final = _every_meaning()
"""The ids of the rules of each topic, name, section and id."""
