"""Hostile inputs, written by hand."""

import io
import json
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hostile import REAL
from pydantic import ValidationError

from finsam import Forbund, Report, check, check_many, deadlines, explain_error
from finsam.law.geography import KOMMUNER

ON = date(2024, 6, 1)
NAMED = '{{"name": "A", "members": [], {} }}'
WHOLE = '{"name": "A", "members": []}'

MALFORMED: dict[str, str | bytes] = {
    "nothing": "",
    "spaces": " \n\t",
    "UTF-16": WHOLE.encode("utf-16"),
    "UTF-16 without a mark": WHOLE.encode("utf-16-le"),
    "UTF-32": WHOLE.encode("utf-32"),
    "Latin-1": '{"name": "Å", "members": []}'.encode("latin-1"),
    "an overlong NUL": b'{"name": "\xc0\x80", "members": []}',
    "a raw NUL": '{"name": "\x00", "members": []}',
    "a surrogate in a key": NAMED.format('"\\ud800": 1'),
    "5 000 arrays": "[" * 5000 + "]" * 5000,
    "5 000 arrays in a field": NAMED.format(f'"area": {"[" * 5000}{"]" * 5000}'),
    "5 000 objects": '{"a":' * 5000 + "1" + "}" * 5000,
    "5 000 brackets left open": "[" * 5000,
    "1e400": NAMED.format('"rounded_to": 1e400'),
    "-1e400": NAMED.format('"rounded_to": -1e400'),
    "a number of 5 000 digits": NAMED.format(f'"rounded_to": {"9" * 5000}'),
    "a text of 5 000 digits": NAMED.format(f'"rounded_to": "{"9" * 5000}"'),
    "a fraction of 5 000 digits": NAMED.format(f'"rounded_to": 0.{"9" * 5000}'),
    "NaN": NAMED.format('"rounded_to": NaN'),
    "Infinity": NAMED.format('"rounded_to": Infinity'),
    "a comment": NAMED.format("/* */"),
    "two documents": WHOLE + WHOLE,
    "single quotes": WHOLE.replace('"', "'"),
    "a list": f"[{WHOLE}]",
    "a text": json.dumps(WHOLE),
    "null": "null",
    "an array of 30 000 numbers": NAMED.format(f'"area": [{"1," * 30_000}1]'),
    "a key of 1 MB": NAMED.format(f'"{"k" * 10**6}": 1'),
    "a date of other digits": NAMED.format('"formed": "٢٠٢٤-٠١-٠١"'),
    "a member of 1 MB": f'{{"name": "A", "members": ["kommun:{"x" * 10**6}"]}}',
}
STRANGE: dict[str, str] = {
    "a text of 10 MB": NAMED.format(f'"seat": "{"å" * 5_000_000}"'),
    "20 000 outsiders": json.dumps(
        {"name": "A", "members": [{"actor": {"form": "other"}}] * 20_000}
    ),
    "a name of control characters": '{"name": "\\u0000\\u001b[31m\\u202e", "members": []}',
    "an empty name": '{"name": "", "members": []}',
}


@pytest.mark.parametrize("name", MALFORMED)
def test_what_is_malformed_is_refused_in_few_words(name: str) -> None:
    body = MALFORMED[name]
    with pytest.raises(ValidationError) as caught:
        Forbund.model_validate_json(body)
    for one in caught.value.errors()[:20]:
        for explained in (explain_error(one, "sv"), explain_error(one, "en")):
            assert explained
            assert len(explained) < 500
    for row in check_many([body], on=ON):
        assert row["error"]
        assert len(row["error"]) < 1000


@pytest.mark.parametrize("name", ["UTF-16", "a raw NUL", "1e400", "5 000 arrays", "a key of 1 MB"])
def test_the_command_line_says_it_in_a_few_lines(name: str, tmp_path: Path) -> None:
    body = MALFORMED[name]
    path = tmp_path / "a.json"
    path.write_bytes(body if isinstance(body, bytes) else body.encode())
    done = subprocess.run(
        [sys.executable, "-m", "finsam", "check", str(path), "--on", "2024-06-01"],
        capture_output=True,
        check=False,
    )
    assert done.returncode == 2
    assert not done.stdout
    assert b"Traceback" not in done.stderr
    assert len(done.stderr) < 2000


@pytest.mark.parametrize("name", STRANGE)
def test_what_is_only_strange_is_answered(name: str) -> None:
    forbund = Forbund.model_validate_json(STRANGE[name])
    report = check(forbund, on=ON)
    assert Report.from_json(report.to_json()) == report


@pytest.mark.parametrize("body", ["", "[]", "null", "{}", "[" * 5000, '{"format": 1e400}', "\x00"])
def test_what_is_no_report_is_refused(body: str) -> None:
    with pytest.raises(ValueError, match="this is no report of finsam"):
        Report.from_json(body)


class BrokenError(Exception):
    """What somebody's generator raises."""


def test_what_a_generator_raises_comes_out_as_it_is() -> None:
    def documents() -> Iterator[str]:
        yield WHOLE
        raise BrokenError

    rows = check_many(documents(), on=ON)
    assert next(rows)["error"] is None
    with pytest.raises(BrokenError):
        next(rows)

    def lines() -> Iterator[dict[str, str]]:
        yield {"actor": "kommun:1286"}
        raise BrokenError

    with pytest.raises(BrokenError):
        Forbund.model_validate_json(WHOLE).with_records("members", lines())


@pytest.mark.parametrize("document", [None, 5, 1.5, [], {}, object(), io.BytesIO(b"{}")])
def test_something_else_among_documents_is_a_row_with_an_error(document: object) -> None:
    (row,) = check_many([document], on=ON)  # type: ignore[list-item]
    assert row["error"]


def parts(count: int) -> list[dict[str, str]]:
    """Parts of kommuner, whose denominators have twelve digits and no factor in common."""
    first = 999_999_999_989
    keys = [key for key in KOMMUNER if key != "kommun:1917"][:count]
    return [{"member": key, "share": f"1/{first - 2 * n}"} for n, key in enumerate(keys)]


@pytest.mark.parametrize("count", [2, 3, 5, 12, 40, 289])
@pytest.mark.parametrize("known", ["agreements", "forbundsordningar"])
def test_shares_with_large_denominators_are_quick_and_read_back(count: int, known: str) -> None:
    shares = parts(count)
    keys = [share["member"] for share in shares]
    payers = ["forsakringskassan", "region:12", *keys]
    stated: dict[str, dict[str, Any]] = {
        "agreements": {"pool": "kommun", "from_year": 2024, "shares_rounded_to": "1"},
        "forbundsordningar": {"applies_from": "2005-01-01"},
    }
    body = {
        "name": "A",
        "members": ["arbetsformedlingen", *payers],
        "contributions": [
            {"payer": payer, "year": 2024, "amount": 10 + n} for n, payer in enumerate(payers)
        ],
        known: [{**stated[known], "shares": shares}],
    }
    start = time.process_time()
    report = check(Forbund.model_validate_json(json.dumps(body)), on=ON)
    assert Report.from_json(report.to_json()) == report
    report.to_markdown()
    # It takes some hundredths; a limit that no slow machine meets by chance.
    assert time.process_time() - start < 5


def caches() -> dict[str, Any]:
    """Every cache of the library, by its name."""
    modules = [module for name, module in sys.modules.items() if name.startswith("finsam")]
    found = [value for module in modules for value in vars(module).values()]
    return {
        f"{each.__module__}.{each.__qualname__}": each
        for each in found
        if hasattr(each, "cache_info") and each.__module__.startswith("finsam")
    }


def test_no_cache_grows_with_the_number_of_documents() -> None:
    """Each document is another one, asked about on another day."""
    real = [json.loads(path.read_text(encoding="utf-8")) for path in REAL]

    def go(first: int, last: int) -> None:
        for n in range(first, last):
            tree = {**real[n % len(real)], "name": f"A {n}"}
            forbund = Forbund.model_validate_json(json.dumps(tree))
            report = check(forbund, on=date(2009, 1, 1) + timedelta(41 * n))
            Report.from_json(report.to_json())
            report.to_html()
            report.to_markdown("en")
            report.records()
            deadlines(forbund, year=2009 + n).to_ics()

    go(0, 60)
    before = {name: each.cache_info().currsize for name, each in caches().items()}
    go(60, 180)
    after = caches()
    for name, size in before.items():
        limit = after[name].cache_info().maxsize
        assert limit is None or limit <= 4096, name
        # Words of the library itself may come to be used.
        assert limit is not None or after[name].cache_info().currsize < size + 60, name
