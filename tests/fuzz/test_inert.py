"""What a document says is shown, and nothing executes it."""

import contextlib
import csv
import io
import json
from datetime import date
from pathlib import Path

import pytest
from doors import assert_visible
from hostile import SCALARS
from hypothesis import given
from hypothesis import strategies as st

from finsam import Forbund, deadlines
from finsam.__main__ import main
from finsam.testing import forbund

# Half a character cannot be written, in no form at all.
TEXTS = [text for text in SCALARS if isinstance(text, str) and not set(text) & set("\ud800\udfff")]
HOSTILE = st.sampled_from(TEXTS) | st.text(st.characters(codec="utf-8"), max_size=90)
YEARS = st.integers(2004, 2035)


class TestCalendar:
    """RFC 5545, as another library reads it."""

    @given(forbund(), HOSTILE, YEARS, st.sampled_from(["sv", "en"]))
    def test_another_library_finds_each_event_and_no_more(
        self, document: Forbund, name: str, year: int, lang: str
    ) -> None:
        icalendar = pytest.importorskip("icalendar")
        calendar = deadlines(document.replace(name=name), year=year)
        written = calendar.to_ics(lang).encode()  # type: ignore[arg-type]
        (read,) = icalendar.Calendar.from_ical(written, multiple=True)
        assert not read.errors
        assert [part.name for part in read.subcomponents] == ["VEVENT"] * len(calendar.deadlines)
        for event, deadline in zip(read.subcomponents, calendar.deadlines, strict=True):
            assert not event.errors
            assert event.decoded("DTSTART") == deadline.day
            assert str(event["SUMMARY"])
            assert {"ATTENDEE", "ATTACH", "ORGANIZER", "RRULE"}.isdisjoint(event)
        assert {"METHOD", "ATTENDEE"}.isdisjoint(read)

    @given(HOSTILE, YEARS)
    def test_lines_are_folded_in_octets(self, name: str, year: int) -> None:
        document = Forbund(name=name * 9, members=(), formed=date(year, 1, 1))
        written = deadlines(document, year=year).to_ics().encode()
        assert all(len(line) <= 75 for line in written.split(b"\r\n"))
        assert written.count(b"\n") == written.count(b"\r\n") == written.count(b"\r")


def out_of(document: Forbund, *arguments: str) -> str:
    """What the command line prints of a document."""
    out = io.StringIO()
    with pytest.MonkeyPatch.context() as patch, contextlib.redirect_stdout(out):
        body = document.model_dump_json().encode()
        patch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(body)))
        assert main([arguments[0], "-", *arguments[1:]]) in {0, 1}
    return out.getvalue()


@given(forbund(), st.sampled_from([text for text in TEXTS if text.isascii()]), YEARS)
def test_no_cell_of_a_table_is_a_formula(document: Forbund, text: str, year: int) -> None:
    named = document.replace(name=text, seat=text)
    table = out_of(named, "calendar", "--year", str(year), "--format", "csv")
    for row in csv.reader(io.StringIO(table)):
        assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in row)


@given(forbund(), st.sampled_from(TEXTS), st.sampled_from(["text", "html", "markdown"]))
def test_what_ends_a_line_or_turns_it_is_shown_and_not_sent(
    document: Forbund, text: str, form: str
) -> None:
    named = document.replace(name=text)
    assert_visible(out_of(named, "check", "--on=2024-06-01", "--format", form))


@pytest.mark.parametrize("text", ["\x1b[31m", "\x9b", "\u202e", "\u2066", "\x07", "\r", "\u2028"])
def test_an_error_shows_them_too(
    text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.json"
    path.write_text(json.dumps({"name": "A", "members": [f"kommun:{text}"], text: 1}), "utf-8")
    assert main(["check", str(path), "--on", "2024-06-01"]) == 2
    assert_visible(capsys.readouterr().err)
