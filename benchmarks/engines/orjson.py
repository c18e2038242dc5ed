"""orjson: parsing the document without types or rules; nothing in Python can be faster."""

# mypy: disable-error-code="import-not-found,import-untyped"

import orjson

from engines.question import RULES, Ask, Verdicts

NAME = "orjson, untyped parse alone"
DISTRIBUTION = "orjson"
CANNOT = dict.fromkeys(RULES, "no rules")


def prepare() -> Ask:
    """Nothing to prepare."""

    def ask(body: bytes) -> Verdicts:
        orjson.loads(body)
        return {}

    return ask
