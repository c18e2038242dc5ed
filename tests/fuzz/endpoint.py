"""The web endpoint of ``docs/how-to/endpoint.md``, called without a network."""

import asyncio
import json
import re
from functools import cache
from pathlib import Path
from typing import Any, Final, NamedTuple

import finsam

PAGE: Final = Path(__file__).parents[2].joinpath("docs", "how-to", "endpoint.md").read_text("utf-8")


class Answer(NamedTuple):
    """What an endpoint answered."""

    status: int
    body: Any


def ask(app: Any, method: str, path: str, body: bytes = b"", query: str = "") -> Answer:  # noqa: ANN401  any ASGI application
    """Call an application."""
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


@cache
def page_app() -> Any:  # noqa: ANN401  as above
    """The application of the page.

    Raises:
        ImportError: FastAPI is not installed.
    """
    (script,) = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)
    names: dict[str, Any] = {"__name__": "page"}
    exec(compile(script, "endpoint.md", "exec"), names)  # noqa: S102  it is the page's own
    return names["app"]


@cache
def plain_app() -> Any:  # noqa: ANN401  as above
    """An application that leaves errors to the framework.

    Raises:
        ImportError: FastAPI is not installed.
    """
    from fastapi import FastAPI  # noqa: PLC0415  not installed everywhere

    app = FastAPI()

    @app.post("/check")
    def check(forbund: finsam.Forbund, on: str) -> str:
        return f"{forbund.name} {on}"

    return app


def is_installed() -> bool:
    """Whether there is a framework to ask."""
    try:
        page_app()
    except ImportError:
        return False
    return True
