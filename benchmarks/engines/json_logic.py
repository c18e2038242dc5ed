"""JsonLogic by json-logic-qubit, written in Python: the rules of ``json_logic.json``."""

# mypy: disable-error-code="import-not-found,import-untyped"

import json
from pathlib import Path

import json_logic
import orjson

from engines.question import Ask, Verdicts, verdict

NAME = "JsonLogic"
DISTRIBUTION = "json-logic-qubit"
CANNOT = {
    "FINSAM-7-2": "within an array nothing outside it can be read",
    "payers": "within an array nothing outside it can be read",
    "every year": "within an array nothing outside it can be read, so the year is a constant",
    "exact decimals": "numbers with a fraction are binary floats",
}


def prepare() -> Ask:
    """Read the rules; there is nothing to compile."""
    rules = json.loads(Path(__file__).with_name("json_logic.json").read_text("utf-8"))

    def ask(body: bytes) -> Verdicts:
        document = orjson.loads(body)
        return {
            rule: verdict(json_logic.jsonLogic(logic, document)) for rule, logic in rules.items()
        }

    return ask
