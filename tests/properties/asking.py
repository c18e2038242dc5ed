"""What the properties of 8–28 §§ share: a small förbund in Västerbotten, asked about by rule."""

import json
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from finsam import Finding, Forbund, check

STATE = ["forsakringskassan", "arbetsformedlingen"]
LOCAL = ["region:24", "kommun:2482", "kommun:2417"]
MEMBERS = [*STATE, *LOCAL]
ON = date(2026, 6, 1)
FLAGS = st.sampled_from([True, False, None])
WHOEVER = st.sampled_from(MEMBERS)
LEAVE_A_PLACE_EMPTY = [
    "resigned",
    "not_eligible",
    "discharge_refused",
    "crime",
    "majority_changed",
    "recalled",
    "mandate_expired",
    "employment_ended",
    "stepped_in",
    "died",
    "other",
    None,
]
LEAVE_NONE = ["term", "new_election", "new_office", "member_left", "dissolved"]
"""Ends of a seat that leave no place of the term to somebody else."""


def day(number: int) -> date:
    """A day so many days from the one that is asked about."""
    return ON + timedelta(days=number)


def asked(
    rule: str,
    *,
    on: date = ON,
    members: object = MEMBERS,
    complete: Iterable[str] = ("all",),
    **facts: Any,  # noqa: ANN401  whatever a document says
) -> list[Finding]:
    """What a rule says of a förbund with these members, in so far as its lists are complete."""
    document = {"name": "x", "members": members, "complete": complete, **facts}
    forbund = Forbund.model_validate_json(json.dumps(document, default=str))
    return list(check(forbund, on=on, rules=[rule]).findings)


def answers(rule: str, *, on: date = ON, **facts: Any) -> list[str]:  # noqa: ANN401
    """Its verdicts, each with its reason."""
    return [f"{f.verdict.value} {f.why}" for f in asked(rule, on=on, **facts)]
