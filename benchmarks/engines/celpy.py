"""CEL by cel-python, written in Python: the expressions of ``cel.toml``.

Interpreted: its compiling runner fails on these (a bool of Python is none of CEL to it).
"""

# mypy: disable-error-code="import-not-found,import-untyped"

import tomllib
from pathlib import Path
from typing import Any

import celpy
import orjson
from celpy.adapter import json_to_cel

from engines.question import Ask, Verdicts, verdict

NAME = "CEL, in Python"
DISTRIBUTION = "cel-python"
CANNOT = {
    "exact decimals": "numbers with a fraction are binary floats "
    "(and the sum is a Python function, as CEL has none)"
}


def _sum(numbers: celpy.celtypes.ListType) -> celpy.celtypes.DoubleType:
    return celpy.celtypes.DoubleType(sum(numbers))


def prepare() -> Ask:
    """Compile the expressions."""
    written = tomllib.loads(Path(__file__).with_name("cel.toml").read_text("utf-8"))
    environment = celpy.Environment()

    def compiled(text: str) -> celpy.Runner:
        return environment.program(environment.compile(text), functions={"sum": _sum})

    steps = {name: compiled(text) for name, text in written["steps"].items()}
    rules = {rule: compiled(text) for rule, text in written["rules"].items()}

    def ask(body: bytes) -> Verdicts:
        context: dict[str, Any] = {
            name: json_to_cel(value) for name, value in orjson.loads(body).items()
        }
        for name, step in steps.items():
            context[name] = step.evaluate(context)
        return {rule: verdict(program.evaluate(context)) for rule, program in rules.items()}

    return ask
