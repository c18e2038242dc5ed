"""What the guide to a year shows is what happens."""

import contextlib
import io
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
GUIDE = (ROOT / "docs" / "how-to" / "a-year.md").read_text(encoding="utf-8")
STEPS = re.findall(r"```python\n(.*?)```\n\n```text\n(.*?)```", GUIDE, re.DOTALL)


def test_its_python_prints_what_it_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    names: dict[str, object] = {}
    assert len(STEPS) == GUIDE.count("```python") == 4
    for script, expected in STEPS:
        out = io.StringIO()
        with contextlib.redirect_stdout(out):
            exec(compile(script, "a-year.md", "exec"), names)  # noqa: S102  it is the guide's own
        assert out.getvalue() == expected
