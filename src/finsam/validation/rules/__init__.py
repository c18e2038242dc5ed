"""The rules, one module a topic, in the order of the act."""

import copyreg
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

from finsam.validation.engine.rule import Rule
from finsam.validation.rules import (
    area,
    audit,
    board,
    economy,
    exit,  # noqa: A004  the word of 27 §
    formation,
    parties,
    shares,
    target_group,
    tasks,
    transfers,
)

RULES: Final[tuple[Rule[Any], ...]] = tuple(
    declared
    for module in (
        *(area, target_group, parties, shares, transfers, tasks),
        *(formation, board, economy, audit, exit),
    )
    for declared in vars(module).values()
    if isinstance(declared, Rule)
)
"""Every rule, in the order of the act."""

BY_ID: Final[Mapping[str, Rule[Any]]] = MappingProxyType({rule.id: rule for rule in RULES})
"""Every rule by its id."""


def by_id(rule_id: str) -> Rule[Any]:
    """The rule with an id."""
    return BY_ID[rule_id]


# A rule is what it is in the library; a pickle of it is its id.
copyreg.pickle(Rule, lambda rule: (by_id, (rule.id,)))

RETIRED: Final[frozenset[str]] = frozenset()
"""The ids of rules that no longer are: never used again."""
