"""Calendars as files: every line is valid iCalendar, whatever the events say."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from finsam import __version__
from finsam.answers.ics import Event, written

EVENT = Event(
    date(2026, 3, 31), ("2220001842", "annual_report", "2025"), "Bokslut", "Klart", "https://x.se/1"
)


def test_a_file_is_one_calendar_of_events_that_last_a_day() -> None:
    lines = written("Exempel", [EVENT], "sv").split("\r\n")
    (uid,) = [line for line in lines if line.startswith("UID:")]
    assert lines == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//finsam//finsam {__version__}//SV",
        "CALSCALE:GREGORIAN",
        "X-WR-CALNAME:Exempel",
        "BEGIN:VEVENT",
        uid,
        "DTSTAMP:20260331T000000Z",
        "DTSTART;VALUE=DATE:20260331",
        "SUMMARY;LANGUAGE=sv:Bokslut",
        "DESCRIPTION;LANGUAGE=sv:Klart",
        "URL:https://x.se/1",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ]


def test_an_event_has_the_same_uid_for_ever() -> None:
    assert "UID:67480515c98db0125e2addca6208a15d@finsam\r\n" in written("Exempel", [EVENT], "sv")


@pytest.mark.parametrize(
    ("said", "line"),
    [
        ("a, b; c\\d", "a\\, b\\; c\\\\d"),
        ("a\nb\r\nc", "a\\nb\\nc"),
        ("a\tb\rc\x00d", "a b c d"),
    ],
)
def test_what_has_a_meaning_in_the_file_is_escaped(said: str, line: str) -> None:
    assert f"X-WR-CALNAME:{line}\r\n" in written(said, [], "sv")


@pytest.mark.parametrize(
    ("octets", "lengths"),
    [(74, [74]), (75, [75]), (76, [75, 2]), (149, [75, 75]), (150, [75, 75, 2])],
)
def test_a_line_is_folded_only_where_it_has_to_be(octets: int, lengths: list[int]) -> None:
    name = "x" * (octets - len("X-WR-CALNAME:"))
    first, *rest = written(name, [], "sv").split("\r\n")[4:-2]
    assert [len(line) for line in (first, *rest)] == lengths
    assert all(line.startswith(" ") for line in rest)
    assert first + "".join(line[1:] for line in rest) == f"X-WR-CALNAME:{name}"


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=200))
def test_no_line_is_longer_than_75_octets_or_broken_within_a_character(name: str) -> None:
    lines = written(name, [], "sv").split("\r\n")
    assert all(len(line.encode()) <= 75 for line in lines)
    unfolded = "\r\n".join(lines).replace("\r\n ", "").split("\r\n")
    said = unfolded[4].removeprefix("X-WR-CALNAME:")
    assert said == name.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
