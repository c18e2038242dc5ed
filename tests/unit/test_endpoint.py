"""The endpoint of ``docs/how-to/endpoint.md`` answers as its page says."""

import json
import re
from datetime import date
from pathlib import Path
from typing import Any, Final

import pytest
from endpoint import PAGE, Answer, ask, page_app, plain_app

import finsam
from finsam import Report

pytest.importorskip("fastapi")

ROOT: Final = Path(__file__).parents[2]
EXAMPLES: Final = sorted((ROOT / "examples").glob("*.json"))
PERSONAL: Final = "850101-1239"


@pytest.fixture(scope="module")
def app() -> Any:  # noqa: ANN401  the application of the page
    """The page's application."""
    return page_app()


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_every_example_is_answered(app: Any, example: Path) -> None:  # noqa: ANN401
    body = example.read_bytes()
    answer = ask(app, "POST", "/check", body, "on=2026-03-01")
    forbund = finsam.Forbund.model_validate_json(body)
    report = finsam.check(forbund, on=date(2026, 3, 1))
    assert answer == Answer(200, report.to_dict())
    assert Report.from_json(json.dumps(answer.body)) == report


def test_what_is_malformed_is_reported_as_the_page_says(app: Any) -> None:  # noqa: ANN401
    body, expected = re.findall(r"```json\n(.*?)```", PAGE, re.DOTALL)
    answer = ask(app, "POST", "/check", body.encode(), "on=2026-03-01")
    assert answer == Answer(422, json.loads(expected))


def test_a_day_before_the_act_is_the_askers_mistake(app: Any) -> None:  # noqa: ANN401
    answer = ask(app, "POST", "/check", EXAMPLES[0].read_bytes(), "on=2003-12-31")
    assert answer.status == 400


def test_frameworks_own_errors_repeat_nothing_personal() -> None:
    said = {
        "name": 1,
        PERSONAL: PERSONAL,
        "members": [{PERSONAL: PERSONAL, "actor": PERSONAL}],
        "formed": PERSONAL,
    }
    answer = ask(plain_app(), "POST", "/check", json.dumps(said).encode(), "on=")
    assert answer.status == 422
    assert PERSONAL not in json.dumps(answer.body)
    assert len(answer.body["detail"]) >= 5


def test_the_schema_of_the_endpoint_has_the_document_and_the_report(app: Any) -> None:  # noqa: ANN401
    answer = ask(app, "GET", "/openapi.json")
    assert answer.status == 200
    schemas = answer.body["components"]["schemas"]
    assert schemas["Forbund"]["required"] == ["name", "members"]
    returned = answer.body["paths"]["/check"]["post"]["responses"]["200"]
    schema = returned["content"]["application/json"]["schema"]
    report = ask(app, "POST", "/check", EXAMPLES[0].read_bytes(), "on=2026-03-01").body
    assert schema["properties"].keys() == report.keys()


@pytest.mark.parametrize("body", [b"[]", b'{"name": "x", "members": [1]}', b"{", b'{"name": "x"}'])
@pytest.mark.parametrize("on", ["2026-03-01", "1 april"])
def test_what_the_framework_refuses_is_worded_in_swedish(
    app: Any,  # noqa: ANN401
    body: bytes,
    on: str,
) -> None:
    answer = ask(app, "POST", "/check", body, f"on={on.replace(' ', '%20')}")
    said = json.dumps(answer.body, ensure_ascii=False)
    assert answer.status == 422
    assert "Input should" not in said
    assert "Expecting" not in said
