"""What the README shows is what happens."""

import contextlib
import io
import re
from pathlib import Path

from finsam.validation.rules import RULES

README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")


def test_its_python_prints_what_it_says() -> None:
    names: dict[str, object] = {}
    scripts = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    assert len(scripts) == 2
    for script in scripts:
        expected = README.split(script)[1].split("```text\n")[1].split("```")[0]
        out = io.StringIO()
        with contextlib.redirect_stdout(out):
            exec(compile(script, "README.md", "exec"), names)  # noqa: S102  it is the README's own
        assert out.getvalue() == expected


def test_its_table_has_every_rule_with_its_citations() -> None:
    rows = re.findall(r"^\| (FINSAM-\S+) \| (.*) \| (.*) \| (.*) \|$", README, re.MULTILINE)
    assert rows == [
        (
            rule.id,
            rule.title.en,
            rule.basis.value.replace("_", " "),
            "; ".join(str(place) for place in rule.cites),
        )
        for rule in RULES
    ]
