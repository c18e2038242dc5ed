"""DuckDB, a database written in C++: the sums of 5 § in SQL, ``duckdb.sql``, by the document."""

# mypy: disable-error-code="import-not-found,import-untyped"

from collections.abc import Callable
from pathlib import Path

import duckdb

from engines.question import RULES, Ask, Verdicts, verdict

NAME = "DuckDB, one document"
DISTRIBUTION = "duckdb"
CANNOT = dict.fromkeys(
    (rule for rule in RULES if rule != "FINSAM-5-1"),
    "not asked, for only the sums are SQL's matter",
)


def halves() -> Callable[[list[bytes]], list[bool]]:
    """Parse the query: of each document, whether the state gives half in every year."""
    query = Path(__file__).with_name("duckdb.sql").read_text("utf-8")
    connection = duckdb.connect()
    (statement,) = connection.extract_statements(query)

    def ask(bodies: list[bytes]) -> list[bool]:
        texts = [body.decode() for body in bodies]
        return [half for _, half in connection.execute(statement, [texts]).fetchall()]

    return ask


def prepare() -> Ask:
    """Parse the query."""
    ask_all = halves()

    def ask(body: bytes) -> Verdicts:
        (half,) = ask_all([body])
        return {"FINSAM-5-1": verdict(half)}

    return ask
