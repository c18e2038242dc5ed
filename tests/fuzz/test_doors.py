"""Whatever comes in: an answer or a documented error, and no personal number out.

The deep form is ``python tests/fuzz/deep.py``.
"""

from datetime import date
from random import Random

import pytest
from doors import (
    Tried,
    try_all,
    try_calendar,
    try_check,
    try_faces,
    try_reading_back,
    try_tables,
)
from hostile import Fuzzer, seeds
from hypothesis import given, settings
from hypothesis import strategies as st

from finsam import Forbund
from finsam.testing import days, forbund


@pytest.fixture(scope="module")
def fuzzer() -> Fuzzer:
    return Fuzzer(seeds(50))


@settings(max_examples=400)
@given(st.integers(0, 2**32))
def test_any_bytes_at_any_door(fuzzer: Fuzzer, number: int) -> None:
    try_all(fuzzer.document(number), Random(number), Tried(), often=0.25)


@given(forbund(), days())
def test_any_document_that_parses_is_answered_and_shown(document: Forbund, on: date) -> None:
    report = try_check(document, on, Tried())
    try_reading_back(report, Tried())
    try_faces(report, Tried())


@given(forbund(), st.integers(2004, 9999), st.randoms())
def test_any_document_has_a_calendar_and_tables(
    document: Forbund, year: int, random: Random
) -> None:
    try_calendar(document, year, Tried())
    try_tables(document, random, Tried())
