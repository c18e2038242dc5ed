"""Workbooks hold no formulas; they read back, or are refused with a message."""

import io
import zipfile
from collections.abc import Iterator
from random import Random
from typing import Any

import pytest
from doors import assert_error_is_silent
from hostile import SCALARS, personal_number, written
from hypothesis import given, settings
from hypothesis import strategies as st

from finsam import Forbund, MalformedRows
from finsam.testing import forbund

openpyxl = pytest.importorskip("openpyxl")

TEXTS = [text for text in SCALARS if isinstance(text, str) and text.isprintable()]


def workbook(document: Forbund) -> bytes:
    file = io.BytesIO()
    document.to_workbook(file)
    return file.getvalue()


def cells(body: bytes) -> Iterator[Any]:
    for page in openpyxl.load_workbook(io.BytesIO(body)):
        for row in page.iter_rows():
            yield from (cell for cell in row if cell.value is not None)


FORMULA = Forbund.model_validate(
    {
        "name": "=1+1",
        "seat": '=HYPERLINK("https://example.org")',
        "members": [{"actor": "region:12", "ref": "+1", "note": "@SUM(A1)"}],
        "insatser": [{"name": "-1", "kind": "individual", "note": "\t=1", "ref": "=A1"}],
        "other_income": [{"source": "=cmd|'/c calc'!A0", "year": 2024, "kind": "gift"}],
    }
)


def test_no_text_of_a_document_is_a_formula() -> None:
    body = workbook(FORMULA)
    assert not [cell for cell in cells(body) if cell.data_type == "f"]
    assert Forbund.from_workbook(io.BytesIO(body)) == FORMULA


@settings(max_examples=12)
@given(forbund(), st.sampled_from(TEXTS))
def test_what_is_written_reads_back(document: Forbund, text: str) -> None:
    named = document.replace(name=text)
    assert Forbund.from_workbook(io.BytesIO(workbook(named))) == named


@pytest.mark.parametrize(
    "body",
    [b"", b"PK", b"{}", b"\x00" * 4096, b"PK\x03\x04" + b"\xff" * 200],
    ids=["nothing", "two letters", "JSON", "NUL", "a broken archive"],
)
def test_what_is_no_workbook_is_refused(body: bytes) -> None:
    with pytest.raises(MalformedRows):
        Forbund.from_workbook(io.BytesIO(body))


def test_an_archive_of_something_else_is_refused() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("a.txt", "a")
    with pytest.raises(MalformedRows):
        Forbund.from_workbook(file)


# Each is written and read twice, by a library that takes its time.
@settings(max_examples=12)
@given(st.integers(0, 2**32))
def test_hostile_cells_are_read_or_refused_and_not_repeated(number: int) -> None:
    random = Random(number)
    book = openpyxl.load_workbook(io.BytesIO(WRITTEN))
    secret = personal_number(random)
    for page in book:
        places = [cell for row in page.iter_rows() for cell in row]
        for cell in random.sample(places, min(3, len(places))):
            value = random.choice((*SCALARS, written(secret, random), written(secret, random)))
            try:
                cell.value = value
            except (ValueError, AttributeError, openpyxl.utils.exceptions.IllegalCharacterError):
                # What a workbook cannot hold, or a part of a merged cell.
                continue
    file = io.BytesIO()
    try:
        book.save(file)
    except (AttributeError, UnicodeEncodeError):
        # What the other library cannot write.
        return
    try:
        Forbund.from_workbook(file)
    except MalformedRows as error:
        assert_error_is_silent(error, secret[2:], "from_workbook")


WRITTEN = workbook(FORMULA)
