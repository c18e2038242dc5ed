"""Answers that hang on very many facts name the first of them, and how many more there are."""

import json
from collections.abc import Callable
from datetime import date, timedelta
from math import gcd, prod
from typing import Any

import pytest

from finsam import Forbund, Report, check
from finsam.law.geography import KOMMUNER, REGIONS, current
from finsam.validation.engine.decision import MOST_NAMED, Decision, fail, undecided
from finsam.validation.engine.messages import place
from finsam.validation.finding import Finding

ON = date(2025, 6, 1)
FEW = ["forsakringskassan", "arbetsformedlingen", "region:12", "kommun:1280", "kommun:1287"]
ALL = ["forsakringskassan", "arbetsformedlingen", *dict.fromkeys(map(current, REGIONS))]
ALL += dict.fromkeys(map(current, KOMMUNER))


def days(size: int) -> list[str]:
    return [(date(2022, 6, 1) + timedelta(n % 900)).isoformat() for n in range(size)]


def meetings_beside_decisions(size: int) -> dict[str, Any]:
    meetings = [{"day": day, "remote": "sound"} for day in days(size)]
    return {"members": FEW, "board": {"meetings": meetings, "remote_decisions": [{}] * size}}


def auditors_beside_ordningar(size: int) -> dict[str, Any]:
    of_both = {"for_members": ["kommun:1280", "kommun:1287"], "paid_by": "forbundet"}
    first = date(2021, 1, 1)
    ordningar = [{"applies_from": str(first + timedelta(n))} for n in range(size)]
    auditors = [{**of_both, "start": "2021-01-01"}] * size
    return {"members": FEW, "forbundsordningar": ordningar, "economy": {"auditors": auditors}}


def years_beside_members(size: int) -> dict[str, Any]:
    one = {"payer": "forsakringskassan", "amount": 1}
    contributions = [{**one, "year": 2010 + n} for n in range(size)]
    return {"members": ALL, "contributions": contributions}


def notice_boards_beside_members(size: int) -> dict[str, Any]:
    meetings = [{"day": day, "adjusted": day, "announced": []} for day in days(size)]
    return {"members": ALL, "board": {"meetings": meetings}}


PAIRS = [
    meetings_beside_decisions,
    auditors_beside_ordningar,
    years_beside_members,
    notice_boards_beside_members,
]


@pytest.mark.parametrize("pair", PAIRS)
def test_a_report_grows_as_its_document_does(pair: Callable[[int], dict[str, Any]]) -> None:
    sizes = []
    for size in (50, 200):
        written = json.dumps({"name": "Förbund", **pair(size)})
        report = asked(pair(size))
        body = report.to_json()
        assert Report.from_json(body) == report
        sizes.append(len(body))
        assert len(body) < 400 * len(written)
    small, large = sizes
    assert large < 4.2 * small


def answer(decision: Decision) -> dict[str, Any]:
    assert decision.facts is not None
    assert not callable(decision.facts)
    return {**decision.facts}


class TestDecisions:
    def test_of_many_places_the_first_are_named_and_the_others_counted(self) -> None:
        places = [("insatser", n, "kind") for n in range(MOST_NAMED + 7)]
        decision = undecided(*places)
        assert decision.missing == tuple(places[:MOST_NAMED])
        assert answer(decision) == {"more_places": 7}

    def test_those_that_were_never_listed_are_counted_too(self) -> None:
        assert answer(undecided(("area",), more=3)) == {"more_places": 3}

    def test_of_few_nothing_more_is_counted(self) -> None:
        assert not answer(undecided(*[("insatser", n) for n in range(MOST_NAMED)]))
        assert not answer(undecided(("area",)))

    def test_of_many_members_the_first_are_named_and_the_others_counted(self) -> None:
        members = tuple(ALL[: MOST_NAMED + 2])
        named = {"members": members[:MOST_NAMED], "more_members": 2}
        assert answer(fail("why", members=members)) == named
        assert answer(fail("why", members=members[2:])) == {"members": members[2:]}

    def test_what_each_member_gave_is_given_for_all(self) -> None:
        members = tuple(ALL[:100])
        assert answer(fail("why", members=members, amounts=())) == {
            "members": members,
            "amounts": (),
        }


def asked(body: dict[str, Any]) -> Report:
    return check(Forbund.model_validate_json(json.dumps({"name": "Förbund", **body})), on=ON)


def findings(body: dict[str, Any], rule: str) -> list[Finding]:
    return [finding for finding in asked(body).findings if finding.rule == rule]


def test_the_message_says_how_many_places_there_are_beside_those_it_names() -> None:
    body = meetings_beside_decisions(30)
    last = findings(body, "FINSAM-19A-1")[-1]
    assert len(last.missing) == MOST_NAMED
    assert last.missing[-1] == ("board", "remote_decisions", 19, "decided")
    assert last.message("sv").endswith(f"{place(last.missing[-1], 'sv')} och 10 till.")
    assert last.message("en").endswith(f"{place(last.missing[-1], 'en')} and 10 more.")
    assert last.to_dict() in json.loads(asked(body).to_json())["findings"]


def test_the_message_says_how_many_members_there_are_beside_those_it_names() -> None:
    (finding, *_) = findings(years_beside_members(1), "FINSAM-5-1")
    more = len(ALL) - 2 - MOST_NAMED
    assert f" och {more} till. Ange" in finding.message("sv")
    assert f" and {more} more for " in finding.message("en")


def without_common_factors(least: int, count: int) -> list[int]:
    found: list[int] = []
    for number in range(least, 2 * least):
        if len(found) == count:
            break
        if gcd(number, prod(found)) == 1:
            found.append(number)
    return found


def test_shares_with_the_longest_denominators_are_read_back() -> None:
    members = [key for key in ALL if key != "kommun:0980"]
    kommuner = [key for key in members if key.startswith("kommun:")]
    wholes = without_common_factors(10**12 - 10**4, len(kommuner))
    shares = [{"member": "forsakringskassan", "share": "1"}]
    shares += [
        {"member": member, "share": f"1/{whole}"}
        for member, whole in zip(kommuner, wholes, strict=True)
    ]
    report = asked({"members": members, "forbundsordningar": [{"shares": shares}]})
    assert max(len(str(f.facts.get("share", ""))) for f in report.findings) > 6000
    assert Report.from_json(report.to_json()) == report
