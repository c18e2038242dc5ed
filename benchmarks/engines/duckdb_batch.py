"""DuckDB on many documents at once, on every core: the query of ``duckdb.py``."""

from engines.duckdb import CANNOT, DISTRIBUTION, halves
from engines.question import Ask, Verdicts, verdict

__all__ = ["CANNOT", "DISTRIBUTION"]

NAME = "DuckDB, 1 000 documents at once"
DOCUMENTS = 1000


def prepare() -> Ask:
    """Parse the query."""
    ask_all = halves()

    def ask(body: bytes) -> Verdicts:
        kept = ask_all([body] * DOCUMENTS)
        return {"FINSAM-5-1": verdict(len(kept) == DOCUMENTS and all(kept))}

    return ask
