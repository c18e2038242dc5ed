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


def test_its_table_has_every_rule_in_one_row() -> None:
    table = README.split("| of the act | rules |")[1].split("\n\n")[0]
    ids = [rule.id.removeprefix("FINSAM-") for rule in RULES]
    told = []
    for row in re.findall(r"FINSAM-[^|]*", table):
        for span in row.replace("FINSAM-", "").split(","):
            first, *last = span.strip().split(" – ")
            until = ids.index(last[0]) if last else ids.index(first)
            told += ids[ids.index(first) : until + 1]
    assert sorted(told) == sorted(ids)
