"""Single papers: what a förbund learns from a document that holds only one of them."""

import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from pydantic_core import to_json

import finsam

PAPERS: list[dict[str, Any]] = tomllib.loads(
    (Path(__file__).parent / "papers.toml").read_text(encoding="utf-8")
)["paper"]
MEMBERS = ["forsakringskassan", "arbetsformedlingen", "region:24", "kommun:2417", "kommun:2482"]


@pytest.mark.parametrize("paper", PAPERS, ids=[paper["title"] for paper in PAPERS])
def test_all_that_is_said_against_it(paper: dict[str, Any]) -> None:
    found = {key: paper[key] for key in paper.keys() - {"title", "on", "judged", "joins"}}
    members = [*MEMBERS, *([paper["joins"]] if "joins" in paper else [])]
    document = {"name": "Förbundet", "formed": "2005-01-01", "members": members, **found}
    report = finsam.check(finsam.Forbund.model_validate_json(to_json(document)), on=paper["on"])
    judged = {finsam.Verdict.FAIL, finsam.Verdict.REVIEW}
    said = Counter(
        f"{f.rule} {f.verdict.value} {f.why}" for f in report.findings if f.verdict in judged
    )
    assert said == Counter(paper["judged"])
