"""Looking up rules and readings, and the whole catalogue as data."""

from typing import Any, Final

from finsam._version import __version__
from finsam.answers.coverage import coverage
from finsam.law import interpretations as law
from finsam.law.finsamlagen import FINSAMLAGEN
from finsam.law.interpretations import Interpretation
from finsam.law.text import Text
from finsam.validation.engine.rule import Rule
from finsam.validation.rules import BY_ID, RULES
from finsam.validation.topics import no_rule


def rules() -> tuple[Rule[Any], ...]:
    """Every rule, in the order of the act."""
    return RULES


def rule(rule_id: str) -> Rule[Any]:
    """The rule with this id, ``"FINSAM-5-1"`` or ``"5-1"``, or this name.

    Raises:
        ValueError: no rule has this id or name; the message names the nearest.
        TypeError: the id is not a string.
    """
    if not isinstance(rule_id, str):
        raise TypeError(f"a rule's id is a text, not {type(rule_id).__name__}")
    key = f"FINSAM-{rule_id.upper().removeprefix('FINSAM-')}"
    for one in RULES:
        if one.id == key or one.name == rule_id.lower():
            return one
    raise no_rule(rule_id, [*BY_ID, *(one.name for one in RULES)], _ID)


_ID: Final = Text("ett id är som FINSAM-5-1", "an id is like FINSAM-5-1, and rules() has all")


def interpretations() -> tuple[Interpretation, ...]:
    """Every reading that the library takes where the act is silent, in the order of the act."""
    return tuple(law.interpretations().values())


def catalogue() -> dict[str, Any]:
    """The rules, the readings and the coverage map as JSON-ready values."""
    return {
        "format": "finsam-catalogue/1",
        "version": __version__,
        "act": FINSAMLAGEN.sfs,
        "last_amendment": FINSAMLAGEN.last_amendment,
        "rules": [each.to_dict() for each in RULES],
        "interpretations": [
            {**reading._asdict(), "whose": reading.whose and reading.whose._asdict()}
            for reading in interpretations()
        ],
        "coverage": [row.to_dict() for row in coverage()],
    }
