"""The endpoint of ``docs/how-to/endpoint.md`` answers as its page says."""

import asyncio
import json
import re
from datetime import date
from pathlib import Path
from typing import Any, Final, NamedTuple

import pytest

import finsam
from finsam import Report

pytest.importorskip("fastapi")

ROOT: Final = Path(__file__).parents[2]
PAGE: Final = (ROOT / "docs" / "how-to" / "endpoint.md").read_text("utf-8")
EXAMPLES: Final = sorted((ROOT / "examples").glob("*.json"))
PERSONAL: Final = "850101-1239"


class Answer(NamedTuple):
    """What an endpoint answered."""

    status: int
    body: Any


def ask(app: Any, method: str, path: str, body: bytes = b"", query: str = "") -> Answer:  # noqa: ANN401
    """Call an application without a network."""
    sent: list[dict[str, Any]] = []

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": body, "more_body": False}

    async def send(message: dict[str, Any]) -> None:
        sent.append(message)

    scope = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": method,
        "path": path,
        "raw_path": path.encode(),
        "query_string": query.encode(),
        "headers": [(b"content-type", b"application/json")],
    }
    asyncio.run(app(scope, receive, send))
    content = b"".join(message.get("body", b"") for message in sent[1:])
    return Answer(sent[0]["status"], json.loads(content))


@pytest.fixture(scope="module")
def app() -> Any:  # noqa: ANN401  the application of the page
    """The page's application."""
    (script,) = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)
    names: dict[str, Any] = {"__name__": "page"}
    exec(compile(script, "endpoint.md", "exec"), names)  # noqa: S102  it is the page's own
    return names["app"]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_every_example_is_answered(app: Any, example: Path) -> None:  # noqa: ANN401
    body = example.read_bytes()
    answer = ask(app, "POST", "/check", body, "on=2026-03-01")
    forbund = finsam.Forbund.model_validate_json(body)
    report = finsam.check(forbund, on=date(2026, 3, 1))
    assert answer == Answer(200, report.to_dict())
    assert Report.from_json(json.dumps(answer.body)) == report


def test_what_is_malformed_is_told_as_the_page_says(app: Any) -> None:  # noqa: ANN401
    body, expected = re.findall(r"```json\n(.*?)```", PAGE, re.DOTALL)
    answer = ask(app, "POST", "/check", body.encode(), "on=2026-03-01")
    assert answer == Answer(422, json.loads(expected))


def test_a_day_before_the_act_is_the_askers_mistake(app: Any) -> None:  # noqa: ANN401
    answer = ask(app, "POST", "/check", EXAMPLES[0].read_bytes(), "on=2003-12-31")
    assert answer.status == 400


def test_frameworks_own_errors_repeat_nothing_personal() -> None:
    from fastapi import FastAPI  # noqa: PLC0415  not installed everywhere

    plain = FastAPI()

    @plain.post("/check")
    def check(forbund: finsam.Forbund) -> str:
        return forbund.name

    said = {
        "name": 1,
        PERSONAL: PERSONAL,
        "members": [{PERSONAL: PERSONAL, "actor": PERSONAL}],
        "formed": PERSONAL,
    }
    answer = ask(plain, "POST", "/check", json.dumps(said).encode())
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
