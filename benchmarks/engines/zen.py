"""ZEN Engine (GoRules), written in Rust: a decision model of one expression node, ``zen.json``."""

# mypy: disable-error-code="import-not-found,import-untyped"

from pathlib import Path

import zen

from engines.question import RULES, Ask, Verdicts, verdict

NAME = "ZEN Engine"
DISTRIBUTION = "zen-engine"
CANNOT: dict[str, str] = {}


def prepare() -> Ask:
    """Compile the decision model. The engine parses the document itself."""
    content = zen.ZenDecisionContent(Path(__file__).with_name("zen.json").read_text("utf-8"))
    decision = zen.ZenEngine().create_decision(content)

    def ask(body: bytes) -> Verdicts:
        result = decision.evaluate(body)["result"]
        return {rule: verdict(result[rule]) for rule in RULES}

    return ask
