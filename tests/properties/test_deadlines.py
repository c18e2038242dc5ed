"""The legal calendar of a year, and the file that calendars import."""

import csv
import io
import json
import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import finsam
from finsam import Calendar, Deadline, Forbund, deadlines
from finsam.__main__ import main
from finsam.answers.ics import Event, written
from finsam.testing import forbund, lawful_forbund

YEARS = st.integers(2004, 2035)
LAWFUL_DAY = date(2030, 5, 1)
MEMBERS = ["forsakringskassan", "arbetsformedlingen", "region:24", "kommun:2482", "kommun:2417"]


def exempel(**facts: object) -> Forbund:
    return Forbund.model_validate_json(json.dumps({"name": "Exempel", "members": MEMBERS, **facts}))


def reported(calendar: Calendar) -> list[tuple[str, str, bool | None]]:
    return [(str(d.day), d.kind, d.met) for d in calendar.deadlines]


def unfolded(text: str) -> list[str]:
    """The content lines of a file: what a calendar reads."""
    assert text.endswith("\r\n")
    return text.replace("\r\n ", "").removesuffix("\r\n").split("\r\n")


class TestAnyForbund:
    """Whatever a document says, its calendar keeps its promises."""

    @given(forbund(), YEARS)
    def test_every_day_is_in_the_year_in_order_with_a_place_of_the_act_that_day(
        self, document: Forbund, year: int
    ) -> None:
        found = deadlines(document, year=year).deadlines
        assert [d.day for d in found] == sorted(d.day for d in found)
        for each in found:
            assert each.day.year == year
            wording = finsam.statute.provision(each.citation.section).on(each.day)
            assert wording.knows(each.citation)
            assert wording.has(each.citation)
            assert each.link.startswith("https://lagen.nu/2003:1210")
            assert each.day <= each.next_weekday
            assert (document.formed or date.min) <= each.day
            # The last year's accounts, and the minutes of their audit, outlive the förbund.
            if each.kind not in {"annual_report", "audit_minutes_announced"}:
                assert each.day <= (document.dissolved or date.max)

    @given(forbund(), YEARS)
    def test_it_is_ready_for_json_and_for_tables(self, document: Forbund, year: int) -> None:
        calendar = deadlines(document, year=year)
        assert json.loads(json.dumps(calendar.to_dict())) == calendar.to_dict()
        assert len(calendar.records()) == len(calendar.deadlines)
        assert hash(calendar) == hash(deadlines(document, year=year))

    @given(forbund(), YEARS, st.sampled_from(["sv", "en"]))
    def test_its_file_is_the_same_each_time_and_keeps_the_format(
        self, document: Forbund, year: int, lang: finsam.law.text.Lang
    ) -> None:
        calendar = deadlines(document, year=year)
        text = calendar.to_ics(lang)
        assert text == deadlines(document, year=year).to_ics(lang)
        assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
        lines = unfolded(text)
        assert (lines[0], lines[-1]) == ("BEGIN:VCALENDAR", "END:VCALENDAR")
        assert all(re.match(r"[A-Z-]+[;:]", line) for line in lines)
        uids = [line for line in lines if line.startswith("UID:")]
        days = [line for line in lines if line.startswith("DTSTART;VALUE=DATE:")]
        assert len(set(uids)) == len(uids) == len(days) == len(calendar.deadlines)


class TestTheFile:
    """A text is read as it was written, however long it is and whatever stands in it."""

    @given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc"])))
    def test_a_text_is_read_as_it_was_written(self, said: str) -> None:
        event = Event(date(2026, 3, 1), ("x",), said, "", "https://example.org")
        lines = unfolded(written("", [event], "sv"))
        (summary,) = [line for line in lines if line.startswith("SUMMARY")]
        raw = summary.partition(":")[2]
        assert re.sub(r"\\(.)", r"\1", raw) == said

    @given(st.text(st.characters(codec="utf-8")))
    def test_nothing_in_a_text_can_begin_a_line(self, said: str) -> None:
        event = Event(date(2026, 3, 1), ("x",), said, said, "https://example.org")
        assert len(unfolded(written(said, [event], "sv"))) == 15


class TestTheDays:
    """23, 24, 27 and 28 §§ as days of a year."""

    def test_of_a_forbund_of_which_only_the_members_are_known(self) -> None:
        assert reported(deadlines(exempel(), year=2026)) == [
            ("2026-03-31", "annual_report", None),
            ("2026-09-13", "election", None),
            ("2026-10-15", "new_fullmaktige", None),
            ("2026-11-30", "budget", None),
        ]
        assert reported(deadlines(exempel(), year=2027)) == [
            ("2027-03-31", "annual_report", None),
            ("2027-04-01", "term_begins", None),
            ("2027-11-30", "budget", None),
        ]

    def test_it_has_no_days_before_its_first_nor_after_its_last(self) -> None:
        new = exempel(formed="2026-07-01", dissolved="2027-06-30")
        assert reported(deadlines(new, year=2025)) == []
        assert [kind for _, kind, _ in reported(deadlines(new, year=2026))] == [
            "auditors_of_new_forbund",
            "first_budget",
            "election",
            "new_fullmaktige",
            "budget",
        ]
        assert [kind for _, kind, _ in reported(deadlines(new, year=2027))] == [
            "annual_report",
            "term_begins",
        ]

    def test_notice_runs_out_and_an_exit_takes_effect(self) -> None:
        leaving = {"actor": "kommun:2417", "notice_given": "2023-03-31", "left": "2026-03-31"}
        found = deadlines(exempel(members=[*MEMBERS[:4], leaving]), year=2026).deadlines
        assert [(str(d.day), d.kind) for d in found][1:3] == [
            ("2026-03-31", "notice"),
            ("2026-04-01", "exit"),
        ]
        assert found[1].what.sv.endswith("går ut senast")
        assert found[2].what.en == "Norsjö is no longer a member"

    def test_before_a_wording_is_known_there_is_no_day(self) -> None:
        assert reported(deadlines(exempel(), year=2018)) == [("2018-11-30", "budget", None)]

    def test_a_uid_outlives_what_comes_to_be_known(self) -> None:
        before = deadlines(exempel(), year=2026)
        later = deadlines(
            exempel(economy={"budgets": [{"year": 2027, "adopted": "2026-11-20"}]}), year=2026
        )
        assert before != later
        uids = [re.findall(r"UID:(\S+)", each.to_ics()) for each in (before, later)]
        assert uids[0] == uids[1]

    @given(lawful_forbund(on=LAWFUL_DAY))
    def test_a_lawful_forbund_has_missed_nothing(self, document: Forbund) -> None:
        assume(document.formed is None or document.formed.year < 2028)
        missed = [d for d in deadlines(document, year=2030).deadlines if d.met is False]
        assert not missed


@pytest.mark.parametrize(
    ("forbund", "year", "error", "said"),
    [
        (exempel(), 2003, finsam.NotInForce, "2004-01-01"),
        (exempel(dissolved="2002-01-01"), 2003, finsam.NotInForce, "2004-01-01"),
        (exempel(), 1, finsam.NotInForce, "2004-01-01"),
        (exempel(), 0, ValueError, "a year is from 2004 to 9999"),
        (exempel(), 10_000, ValueError, "a year is from 2004 to 9999"),
        (exempel(), "2026", TypeError, "a whole number, not str"),
        (exempel(), True, TypeError, "a whole number, not bool"),
        ({}, 2026, TypeError, "takes a finsam.Forbund, not dict"),
    ],
)
def test_what_cannot_be_asked_is_refused(
    forbund: Forbund, year: int, error: type[Exception], said: str
) -> None:
    with pytest.raises(error, match=said):
        deadlines(forbund, year=year)


def test_a_forbund_that_was_gone_before_the_act_has_no_days() -> None:
    assert reported(deadlines(exempel(dissolved="2003-06-30"), year=2026)) == []


class TestCommand:
    """``finsam calendar FILE --year YEAR``."""

    @pytest.fixture
    def file(self, tmp_path: Path) -> str:
        path = tmp_path / "exempel.json"
        path.write_text(exempel().model_dump_json(), encoding="utf-8")
        return str(path)

    def test_text(self, file: str, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["calendar", file, "--year", "2026", "--lang", "en"]) == 0
        lines = capsys.readouterr().out.splitlines()
        assert lines[0] == "Exempel: the act's days of 2026"
        assert lines[-2] == (
            "2026-11-30  Last day for the board to adopt the budget for 2027, after consulting "
            "the members"
        )

    def test_json_and_rows(self, file: str, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["calendar", file, "--year", "2026", "--format", "json"]) == 0
        calendar = deadlines(exempel(), year=2026)
        assert json.loads(capsys.readouterr().out) == calendar.to_dict()
        assert main(["calendar", file, "--year", "2026", "--format", "csv"]) == 0
        rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
        assert [row["day"] for row in rows] == [
            "2026-03-31",
            "2026-09-13",
            "2026-10-15",
            "2026-11-30",
        ]
        assert rows == [
            {name: value or "" for name, value in row.items()} for row in calendar.records()
        ]

    def test_a_file_for_calendars(self, file: str, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["calendar", file, "--year", "2026", "--format", "ics"]) == 0
        assert "BEGIN:VEVENT" in capsys.readouterr().out

    def test_a_year_without_days(self, file: str, capsys: pytest.CaptureFixture[str]) -> None:
        Path(file).write_text(exempel(dissolved="2024-01-01").model_dump_json(), encoding="utf-8")
        assert main(["calendar", file, "--year", "2026"]) == 0
        assert "Inga dagar." in capsys.readouterr().out

    @pytest.mark.parametrize(
        ("body", "year", "said"),
        [
            ("{", "2026", "JSON"),
            ("", "2026", "tom"),
            ('{"name": "x", "members": []}', "2003", "2004-01-01"),
        ],
    )
    def test_what_cannot_be_used_is_reported(
        self, file: str, body: str, year: str, said: str, capsys: pytest.CaptureFixture[str]
    ) -> None:
        Path(file).write_text(body, encoding="utf-8")
        assert main(["calendar", file, "--year", year]) == 2
        assert said in capsys.readouterr().err

    def test_a_file_that_is_not_there(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["calendar", "nowhere.json", "--year", "2026"]) == 2
        assert "nowhere.json" in capsys.readouterr().err


def test_a_deadline_is_a_value() -> None:
    first, *_ = deadlines(exempel(), year=2026).deadlines
    assert isinstance(first, Deadline)
    with pytest.raises(AttributeError):
        first.met = True  # type: ignore[misc]
