"""business-rules, written in Python: the conditions of ``business_rules.json``.

A condition compares a variable with a constant, so that who is a member of an insats and what
remains of a sum are variables, written in Python, as its documentation does it.
"""

# mypy: disable-error-code="import-not-found,import-untyped,misc,untyped-decorator"
# ruff: noqa: D102  what a variable or a rule says, its name says

import json
from collections import defaultdict
from decimal import Decimal
from pathlib import Path
from typing import Any

import orjson
from business_rules import run_all
from business_rules.actions import BaseActions, rule_action
from business_rules.fields import FIELD_TEXT
from business_rules.variables import (
    BaseVariables,
    boolean_rule_variable,
    numeric_rule_variable,
    select_rule_variable,
    string_rule_variable,
)

from engines.question import GOTLAND, ON, RULES, STATE, Ask, Verdicts, verdict

NAME = "business-rules"
DISTRIBUTION = "business-rules"
CANNOT: dict[str, str] = {}

_Members = list[tuple[str, str, str]]


class InsatsVariables(BaseVariables):
    def __init__(self, insats: dict[str, Any]) -> None:
        self.insats = insats

    @string_rule_variable
    def kind(self) -> str:
        return str(self.insats["kind"])

    @boolean_rule_variable
    def needs_coordinated_rehabilitation(self) -> bool:
        return bool(self.insats["target_group"]["needs_coordinated_rehabilitation"])

    @select_rule_variable()
    def aims(self) -> list[str]:
        return list(self.insats["aims"])

    @boolean_rule_variable
    def within_joint_responsibility(self) -> bool:
        return bool(self.insats["within_joint_responsibility"])


class PaymentVariables(BaseVariables):
    def __init__(self, payment: dict[str, Any], active: set[str]) -> None:
        self.payment = payment
        self.active = active

    @string_rule_variable
    def what(self) -> str:
        return str(self.payment["what"])

    @boolean_rule_variable
    def to_member_or_forbundet(self) -> bool:
        to = self.payment["to"]
        return isinstance(to, str) and (to == "forbundet" or to in self.active)


class ForbundVariables(BaseVariables):
    def __init__(self, active: set[str]) -> None:
        self.active = active

    @select_rule_variable()
    def kinds(self) -> list[str]:
        return sorted({key.partition(":")[0] for key in self.active})

    @boolean_rule_variable
    def outside_regions(self) -> bool:
        return GOTLAND in self.active


class YearVariables(BaseVariables):
    def __init__(self, given: list[dict[str, Any]], active: set[str]) -> None:
        self.least = {True: Decimal(0), False: Decimal(0)}
        self.most = self.least.copy()
        for contribution in given:
            payer = contribution["payer"]
            if isinstance(payer, str) and payer in active:
                amount, unit = Decimal(contribution["amount"]), Decimal(contribution["rounded_to"])
                self.least[payer in STATE] += max(amount - unit / 2, Decimal(0))
                self.most[payer in STATE] += amount + unit / 2

    @numeric_rule_variable
    def state_at_least_above_others(self) -> Decimal:
        return self.least[True] - self.most[False]

    @numeric_rule_variable
    def others_at_least_above_state(self) -> Decimal:
        return self.least[False] - self.most[True]


class Actions(BaseActions):
    def __init__(self) -> None:
        self.broken: set[str] = set()

    @rule_action(params={"rule": FIELD_TEXT})
    def fail(self, rule: str) -> None:
        self.broken.add(rule)


def prepare() -> Ask:
    """Read the rules; there is nothing to compile."""
    rules = json.loads(Path(__file__).with_name("business_rules.json").read_text("utf-8"))

    def ask(body: bytes) -> Verdicts:
        document = orjson.loads(body)
        members = _members(document)
        actions = Actions()
        run_all(rules["forbund"], ForbundVariables(_active(members, ON, ON)), actions)
        years = defaultdict(list)
        for contribution in document["contributions"]:
            if contribution["kind"] == "ordinary":
                years[contribution["year"]].append(contribution)
        for year, given in years.items():
            active = _active(members, f"{year}-01-01", f"{year}-12-31")
            run_all(rules["year"], YearVariables(given, active), actions)
        for insats in document["insatser"]:
            run_all(rules["insats"], InsatsVariables(insats), actions)
            active = _active(members, insats["decided"], insats["end"])
            for payment in insats["payments"]:
                run_all(rules["payment"], PaymentVariables(payment, active), actions)
        return {rule: verdict(rule not in actions.broken) for rule in RULES}

    return ask


def _members(document: dict[str, Any]) -> _Members:
    found = []
    for member in document["members"]:
        reported = {"actor": member} if isinstance(member, str) else member
        if isinstance(reported["actor"], str):
            days = reported.get("joined", "0001-01-01"), reported.get("left", "9999-12-31")
            found.append((reported["actor"], *days))
    return found


def _active(members: _Members, first: str, last: str) -> set[str]:
    return {key for key, joined, left in members if joined <= last and left >= first}
