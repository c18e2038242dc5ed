"""JSON Schema by jsonschema, written in Python: ``jsonschema.json``, a schema for each rule."""

# mypy: disable-error-code="import-not-found,import-untyped"

import json
from pathlib import Path

import jsonschema
import orjson

from engines.question import Ask, Verdicts, verdict

NAME = "JSON Schema, in Python"
DISTRIBUTION = "jsonschema"
CANNOT = {
    "FINSAM-5-1": "no sums, no half of a sum",
    "FINSAM-7-2": "no looking up the payee among the members",
    "days": "no comparing of dates",
    "days of insatser": "no comparing of dates",
}


def prepare() -> Ask:
    """Check the schema and make its validator."""
    schema = json.loads(Path(__file__).with_name("jsonschema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    rules = [part["title"] for part in schema["allOf"]]

    def ask(body: bytes) -> Verdicts:
        errors = validator.iter_errors(orjson.loads(body))
        broken = {rules[error.absolute_schema_path[1]] for error in errors}
        return {rule: verdict(rule not in broken) for rule in rules}

    return ask
