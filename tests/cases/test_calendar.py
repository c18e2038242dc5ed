"""The legal calendar, day by day: what each day is, where it comes from, and whether it was met."""

import json
import re
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from finsam import Calendar, Deadline, Forbund, check, deadlines
from finsam.law.text import Lang
from finsam.validation.engine.messages import path

FILE: dict[str, Any] = tomllib.loads(
    Path(__file__).with_name("calendar.toml").read_text(encoding="utf-8")
)
_MET = {True: "done", False: "missed", None: "open"}


def calendar(year: int, facts: dict[str, Any]) -> Calendar:
    document = {
        "name": "Exempel",
        "orgnr": "2220001842",
        "members": FILE["members"],
        "complete": ["all"],
        **facts,
    }
    return deadlines(Forbund.model_validate_json(json.dumps(document)), year=year)


def reported(deadline: Deadline) -> str:
    parts = (deadline.day, deadline.kind, _MET[deadline.met], deadline.citation.short())
    return " | ".join([*map(str, parts), deadline.key, path(deadline.loc)])


@pytest.mark.parametrize("case", FILE["case"], ids=[case["title"] for case in FILE["case"]])
def test_a_day_is_reported_with_its_place_and_whether_it_was_met(case: dict[str, Any]) -> None:
    found = calendar(case["year"], case.get("facts", {})).deadlines
    assert [reported(each) for each in found if each.kind in case["kinds"]] == case["days"]


def test_two_of_a_kind_on_a_day_are_distinguished() -> None:
    meetings = [{"day": "2026-02-10"}, {"day": "2026-02-10"}]
    audits = [{"year": 2025, "minutes_adjusted": "2026-02-20"}] * 3
    found = calendar(2026, {"board": {"meetings": meetings}, "economy": {"audits": audits}})
    assert [each.key for each in found.deadlines if each.kind == "audit_minutes_announced"] == [
        "2025 2026-02-20",
        "2025 2026-02-20 #2",
        "2025 2026-02-20 #3",
    ]
    uids = re.findall("UID:(.*)", found.to_ics())
    assert len(set(uids)) == len(uids) == len(found.deadlines) == 9


@pytest.mark.parametrize("says", [{}, {"term_begins": "04-01"}, {"board_term_months": 48}])
def test_a_new_term_is_qualified_where_the_forbundsordning_is_silent(says: dict[str, Any]) -> None:
    for whole in (says, {"term_begins": "04-01", "board_term_months": 48}):
        ordning = {"applies_from": "2010-01-01", **whole}
        days = calendar(2027, {"forbundsordningar": [ordning]}).deadlines
        (term,) = (each for each in days if each.kind == "term_begins")
        assert ("om förbundsordningen inte säger annat" in term.what.sv) is (whole is says)


def found() -> Calendar:
    economy = {
        "annual_reports": [{"year": 2025, "drawn_up": "2026-04-01"}],
        "appeals": [{"announced": "2026-01-03", "received": "2026-01-26"}],
    }
    return calendar(2026, {"dissolved": "2026-06-30", "economy": economy})


def test_it_is_written_as_json() -> None:
    appeal, report = found().deadlines
    assert found().to_dict() == {
        "forbund": "Exempel",
        "orgnr": "2220001842",
        "year": 2026,
        "stage": "dissolved",
        "deadlines": [appeal.to_dict(), report.to_dict()],
        "notes": [note._asdict() for note in found().notes],
    }
    assert appeal.to_dict() == {
        "day": "2026-01-24",
        "next_weekday": "2026-01-26",
        "kind": "appeal",
        "key": "2026-01-03",
        "citation": {"section": "28", "stycke": 1, "mening": 1, "punkt": None},
        "short": "28 § 1 st. 1 men.",
        "link": "https://lagen.nu/2003:1210#P28S1M1",
        "what": {"sv": appeal.what.sv, "en": appeal.what.en},
        "met": None,
        "loc": ["economy", "appeals", 0],
    }


def test_it_is_written_as_rows() -> None:
    appeal, report = found().deadlines
    assert found().records() == [
        {
            "day": "2026-01-24",
            "next_weekday": "2026-01-26",
            "kind": "appeal",
            "citation": "28 § 1 st. 1 men.",
            "what_sv": appeal.what.sv,
            "what_en": appeal.what.en,
            "met": None,
            "place": "economy.appeals[0]",
            "link": "https://lagen.nu/2003:1210#P28S1M1",
        },
        {
            "day": "2026-03-31",
            "next_weekday": "2026-03-31",
            "kind": "annual_report",
            "citation": "24 § 1 st. 1 men.",
            "what_sv": report.what.sv,
            "what_en": report.what.en,
            "met": "false",
            "place": "economy.annual_reports[0]",
            "link": "https://lagen.nu/2003:1210#P24S1M1",
        },
    ]


def test_a_calendar_says_whether_it_was_done_and_whether_the_day_moves() -> None:
    text = found().to_ics("en").replace("\r\n ", "")
    reported = re.findall(r"DESCRIPTION;LANGUAGE=en:(.*)\r", text)
    assert [line.split("\\n")[1:] for line in reported] == [
        [
            "Whether it has been done is not known.",
            (
                "The day is a Saturday\\, a Sunday or a holiday. The next weekday\\, 2026-01-26\\, "
                "will then do (lag 1930:173\\, s. 2)."
            ),
        ],
        ["Not done in time."],
    ]
    (election,) = [d for d in calendar(2026, {}).deadlines if d.kind == "election"]
    assert election.next_weekday == election.day


def test_what_nobody_has_to_do_is_not_said_to_be_done_or_not() -> None:
    text = calendar(2027, {"dissolved": "2027-04-01"}).to_ics("en").replace("\r\n ", "")
    assert [line.count("\\n") for line in re.findall("DESCRIPTION;.*", text)] == [1, 0]


def test_what_no_day_says_is_noted() -> None:
    after = calendar(2024, {"dissolved": "2022-06-30"})
    assert (after.stage, after.deadlines) == ("dissolved", ())
    assert "arkivet" in after.notes[0].sv
    before = calendar(2024, {"formed": "2025-01-01"})
    assert [note.en for note in before.notes] == ["The förbund has not been formed in 2024."]
    unknown = calendar(2015, {"economy": {"annual_reports": []}})
    assert "24 §" in " ".join(note.sv for note in unknown.notes)
    assert calendar(2025, {}).notes == ()


def test_what_the_forbundsordning_says_is_not_said_to_be_open() -> None:
    said = {"board_term_months": 48, "term_begins": "05-01"}
    for facts, ends in (({}, "säger annat"), ({"forbundsordningar": [said]}, "börjar")):
        (day,) = (d for d in calendar(2027, facts).deadlines if d.kind == "term_begins")
        assert day.what.sv.endswith(ends)


def test_without_an_organisation_number_the_name_says_whose_it_is() -> None:
    uids = {
        tuple(re.findall("UID:(.*)", calendar(2026, facts).to_ics()))
        for facts in ({}, {"orgnr": None}, {"orgnr": None, "name": "Annat"})
    }
    assert len(uids) == 3


def test_a_notice_runs_out_at_the_latest_where_its_time_is_not_known() -> None:
    leaving = {"members": [{"actor": who, "notice_given": "2023-09-30"} for who in FILE["members"]]}
    known = {**leaving, "forbundsordningar": [{"notice_months": 36}]}
    names = ["Försäkringskassan", "Arbetsförmedlingen", "Region Västerbotten"]
    names += ["Skellefteå", "Norsjö"]
    for facts, end in ((leaving, "går ut senast"), (known, "går ut")):
        said = {d.what.sv for d in calendar(2026, facts).deadlines if d.kind == "notice"}
        assert said == {
            f"Uppsägningstiden för {name}, som sade upp sig 2023-09-30, {end}" for name in names
        }


def test_what_somebody_has_to_do_by_a_day_may_be_done_on_the_next_weekday() -> None:
    found = [
        deadline
        for case in FILE["case"]
        for deadline in calendar(case["year"], case.get("facts", {})).deadlines
    ]
    happens = {"election", "exit", "new_fullmaktige", "notice", "term_begins", "term_ends"}
    assert {deadline.kind for deadline in found if not deadline.is_duty} == happens
    assert {deadline.kind for deadline in found if deadline.next_weekday != deadline.day} <= {
        deadline.kind for deadline in found
    } - happens


@pytest.mark.parametrize(
    ("lang", "said"), [("sv", "nästa vardag har gått"), ("en", "next weekday")]
)
def test_what_fell_on_a_sunday_is_said_not_to_be_overdue_on_the_monday(
    lang: Lang, said: str
) -> None:
    body = '{"name": "x", "members": [], "economy": {"budgets": []}}'
    forbund = Forbund.model_validate_json(body)
    on_monday = check(forbund, on=date(2025, 12, 1), rules=["FINSAM-23-1"])
    (next_year,) = (each for each in on_monday.findings if each.facts["due"] == date(2025, 11, 30))
    assert said in next_year.message(lang)
