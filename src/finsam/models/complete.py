"""Which lists of a document are complete."""

from collections.abc import Collection
from typing import Literal, TypeAlias

from finsam.models.base import values_along
from finsam.models.errors import malformed

ListName: TypeAlias = Literal[
    "all",
    "agreements",
    "board.delegations",
    "board.goals_decided",
    "board.meetings",
    "board.meetings.adjustments",
    "board.meetings.adjustments.announced",
    "board.meetings.announced",
    "board.remote_decisions",
    "board.seats",
    "contributions",
    "economy.annual_reports",
    "economy.appeals",
    "economy.archive_authorities",
    "economy.auditors",
    "economy.audits",
    "economy.audits.discharge",
    "economy.audits.minutes_announced",
    "economy.audits.sent_to",
    "economy.budgets",
    "economy.budgets.revised",
    "economy.commitments",
    "economy.interim_reports",
    "economy.liquidation.divided",
    "economy.repaid",
    "economy.spending",
    "forbundsordningar",
    "forbundsordningar.adopted",
    "forbundsordningar.qualified_majority",
    "forbundsordningar.qualified_majority.matters",
    "insatser",
    "insatser.area",
    "insatser.cooperating",
    "insatser.payments",
    "insatser.performed_by",
    "other_income",
]
"""The lists that can be named in ``Forbund.complete``; a list in items is named once for all of
them. ``"all"`` is short for every list that the document has."""


def refuse_unknown_lists(forbund: object, complete: Collection[ListName]) -> None:
    """Refuse to call a list complete where it is null.

    Args:
        forbund: the document.
        complete: the names of its lists that are called complete.

    Raises:
        PydanticCustomError: such a list is null somewhere.
    """
    for name in sorted({*complete} - {"all"}):
        if any(entries is None for _, entries in values_along(forbund, name.split("."))):
            raise malformed("complete_unknown", ("complete",), name=name)
