"""rule-engine, written in Python: the expressions of ``rule_engine.toml``.

Its numbers are decimals. An attribute that is absent is an error to it, so members are given one
shape before it sees them.
"""

# mypy: disable-error-code="import-not-found,import-untyped"

import tomllib
from pathlib import Path

import orjson
import rule_engine

from engines.question import Ask, Verdicts, verdict

NAME = "rule-engine"
DISTRIBUTION = "rule-engine"
CANNOT: dict[str, str] = {}


def prepare() -> Ask:
    """Parse the expressions."""
    written = tomllib.loads(Path(__file__).with_name("rule_engine.toml").read_text("utf-8"))
    steps = {name: rule_engine.Rule(text) for name, text in written["steps"].items()}
    rules = {rule: rule_engine.Rule(text) for rule, text in written["rules"].items()}

    def ask(body: bytes) -> Verdicts:
        document = orjson.loads(body)
        always = {"joined": "0001-01-01", "left": "9999-12-31"}
        document["members"] = [
            {**always, **({"actor": member} if isinstance(member, str) else member)}
            for member in document["members"]
        ]
        for name, step in steps.items():
            document[name] = step.evaluate(document)
        return {rule: verdict(parsed.matches(document)) for rule, parsed in rules.items()}

    return ask
