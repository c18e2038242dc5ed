"""Hostile inputs, thought out one by one."""

import io
import json
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from pydantic import ValidationError

from finsam import Forbund, Report, check, check_many, explain_error

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
    assert all(row["error"] for row in check_many([body], on=ON))


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


def test_shares_with_large_denominators_are_quick() -> None:
    """Hundreds of parts whose denominators have no common factor, of twelve digits each."""
    from finsam.law.geography import KOMMUNER  # noqa: PLC0415

    keys = [key for key in KOMMUNER if key != "kommun:1917"]
    first = 999_999_999_989
    shares = [{"member": key, "share": f"1/{first - 2 * n}"} for n, key in enumerate(keys)]
    ordning = {"applies_from": "2005-01-01", "shares": shares, "ledamoter": 5}
    body = json.dumps({"name": "A", "members": keys, "forbundsordningar": [ordning]})
    start = time.process_time()
    report = check(Forbund.model_validate_json(body), on=ON)
    assert Report.from_json(report.to_json()) == report
    agreement = {"pool": "kommun", "from_year": 2024, "shares": shares, "shares_rounded_to": "1"}
    body = json.dumps({"name": "A", "members": keys, "agreements": [agreement]})
    report = check(Forbund.model_validate_json(body), on=ON)
    assert Report.from_json(report.to_json()) == report
    # It takes some hundredths; a limit that no slow machine meets by chance.
    assert time.process_time() - start < 5
