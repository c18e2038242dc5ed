"""CEL by common-expression-language, written in Rust: the expressions of ``cel.toml``."""

# mypy: disable-error-code="import-not-found,import-untyped"

import tomllib
from pathlib import Path

import cel
import orjson

from engines.question import Ask, Verdicts, verdict

NAME = "CEL, in Rust"
DISTRIBUTION = "common-expression-language"
CANNOT = {
    "exact decimals": "numbers with a fraction are binary floats "
    "(and the sum is a Python function, as CEL has none)"
}


def prepare() -> Ask:
    """Compile the expressions."""
    written = tomllib.loads(Path(__file__).with_name("cel.toml").read_text("utf-8"))
    steps = {name: cel.compile(text) for name, text in written["steps"].items()}
    rules = {rule: cel.compile(text) for rule, text in written["rules"].items()}

    reads = {name: step.variables() for name, step in steps.items()}
    inputs = {
        name
        for read in (*reads.values(), *(p.variables() for p in rules.values()))
        for name in read
    }

    def ask(body: bytes) -> Verdicts:
        known = {name: value for name, value in orjson.loads(body).items() if name in inputs}
        for name, step in steps.items():
            # What is made known to an expression is copied for it: only what it reads.
            context = cel.Context({read: known[read] for read in reads[name] if read in known})
            known[name] = step.execute(context)
        context = cel.Context(known)
        context.add_function("sum", sum)
        return {rule: verdict(program.execute(context)) for rule, program in rules.items()}

    return ask
