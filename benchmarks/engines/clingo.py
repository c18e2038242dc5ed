"""clingo, an answer set solver written in C++: the program ``clingo.lp``.

The facts are written out as text, which is how a program takes them, and grounded with the rules
for each document.
"""

# mypy: disable-error-code="import-not-found,import-untyped"

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import clingo
import orjson

from engines.question import RULES, Ask, Verdicts, verdict

NAME = "clingo"
DISTRIBUTION = "clingo"
CANNOT = {"exact decimals": "integers of 32 bits alone (here halves of a krona, to 1 073 million)"}


def prepare() -> Ask:
    """Read the program; a program is grounded with its facts."""
    program = Path(__file__).with_name("clingo.lp").read_text("utf-8")

    def ask(body: bytes) -> Verdicts:
        control = clingo.Control(["--warn=none"])
        control.add("base", [], program)
        control.add("base", [], "\n".join(_facts(orjson.loads(body))))
        control.ground([("base", [])])
        with control.solve(yield_=True) as models:
            broken = {
                symbol.arguments[0].string
                for model in models
                for symbol in model.symbols(shown=True)
            }
        return {rule: verdict(rule not in broken) for rule in RULES}

    return ask


def _facts(document: dict[str, Any]) -> Iterator[str]:
    for member in document["members"]:
        told = {"actor": member} if isinstance(member, str) else member
        first, last = told.get("joined", "0001-01-01"), told.get("left", "9999-12-31")
        kind = str(told["actor"]).partition(":")[0]
        yield f'member("{told["actor"]}", "{kind}", {_day(first)}, {_day(last)}).'
    for number, given in enumerate(document["contributions"]):
        if given["kind"] == "ordinary":
            amount, unit = Decimal(given["amount"]), Decimal(given["rounded_to"])
            least, most = int(max(2 * amount - unit, Decimal(0))), int(2 * amount + unit)
            yield f'given({number}, "{given["payer"]}", {given["year"]}, {least}, {most}).'
    for number, insats in enumerate(document["insatser"]):
        days = f"{_day(insats['decided'])}, {_day(insats['end'])}"
        yield f'insats({number}, "{insats["kind"]}", {days}).'
        if insats["target_group"]["needs_coordinated_rehabilitation"]:
            yield f"needs({number})."
        if insats["within_joint_responsibility"]:
            yield f"within({number})."
        for aim in insats["aims"]:
            yield f'aim({number}, "{aim}").'
        for place, payment in enumerate(insats["payments"]):
            to = payment["to"] if isinstance(payment["to"], str) else ""
            yield f'payment({number}, {place}, "{to}", "{payment["what"]}").'


def _day(day: str) -> str:
    # A number with zeros before it is none to clingo.
    return day.replace("-", "").lstrip("0")
