"""Real förbund, and what real sources say of a year's money: the act says nothing rash of them.

The facts stand in ``tests/data``, each with its source: ``forbund.json`` holds who is a member of
which förbund, ``contributions.json`` what is odd in what a source says, as a document where one can
be written without inventing anything.
"""

import json
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from finsam import Forbund, Report, Verdict, check
from finsam.law.parties import PartyKind, kind_of

DATA = Path(__file__).parents[1] / "data"
FORBUND: list[dict[str, Any]] = json.loads((DATA / "forbund.json").read_text(encoding="utf-8"))
RECORDS: list[dict[str, Any]] = json.loads(
    (DATA / "contributions.json").read_text(encoding="utf-8")
)
DOCUMENTED = [record for record in RECORDS if record["document"] is not None]

MEMBERSHIP = ["FINSAM-1", "FINSAM-3"]


def the(fact: dict[str, Any]) -> Forbund:
    """A förbund of ``forbund.json``, as a document."""
    said = {name: fact[name] for name in ("name", "orgnr", "members", "formed", "dissolved")}
    return Forbund.model_validate_json(json.dumps(said))


def day(text: str) -> date:
    return date.fromisoformat(text)


def keys(forbund: Forbund, *kinds: PartyKind) -> tuple[str, ...]:
    """The members of some kinds."""
    everybody = [member.actor for member in forbund.members if isinstance(member.actor, str)]
    return tuple(key for key in everybody if kind_of(key) in kinds)


def without(forbund: Forbund, key: str) -> Forbund:
    return forbund.replace(members=[m for m in forbund.members if m.actor != key])


def verdicts(report: Report) -> dict[str, set[str]]:
    """Every rule's verdicts; ``unexamined`` for a rule without any whose collection is null."""
    found: dict[str, set[str]] = {}
    for finding in report.findings:
        found.setdefault(finding.rule, set()).add(finding.verdict.value)
    for _, rules in report.unexamined:
        for rule in rules:
            found.setdefault(rule, {"unexamined"})
    return found


of_each = pytest.mark.parametrize("fact", FORBUND, ids=[fact["name"] for fact in FORBUND])
PARTED = [
    pytest.param(fact, key, id=f"{fact['name']} without {key}")
    for fact in FORBUND
    for key in keys(the(fact), *set(PartyKind) - {PartyKind.KOMMUN})
]
NARROWED = [
    pytest.param(fact, key, id=f"{fact['name']} without {key}")
    for fact in FORBUND
    if len(keys(the(fact), PartyKind.KOMMUN)) > 1
    for key in keys(the(fact), PartyKind.KOMMUN)
]


class TestRealForbund:
    """Förbund whose every kommun is known keep the act's rules of who must be a member."""

    def test_there_are_33_and_each_stands_once(self) -> None:
        assert len({fact["name"] for fact in FORBUND}) == len(FORBUND) == 33
        assert {fact["complete"] for fact in FORBUND} == {"yes", "inferred"}
        assert all(fact["note"] for fact in FORBUND)

    @of_each
    def test_its_members_keep_the_act_and_nothing_of_it_is_open(self, fact: dict[str, Any]) -> None:
        report = check(the(fact), on=day(fact["on"]), rules=MEMBERSHIP)
        assert not report.violations
        assert not report.deviations
        assert [f for f in report.undecided if f.why != "wording_unknown"] == []

    @of_each
    def test_the_day_lies_within_its_life_so_that_something_is_judged(
        self, fact: dict[str, Any]
    ) -> None:
        report = check(the(fact), on=day(fact["on"]), rules=["FINSAM-3-1", "FINSAM-3-2"])
        assert [f.verdict for f in report.findings] == [Verdict.PASS] * 2

    @pytest.mark.parametrize(("fact", "key"), PARTED)
    def test_without_a_region_or_a_state_authority_that_one_rule_alone_is_broken_once(
        self, fact: dict[str, Any], key: str
    ) -> None:
        forbund = the(fact)
        (violation,) = check(without(forbund, key), on=day(fact["on"]), rules=MEMBERSHIP).violations
        kind = kind_of(key)
        if keys(forbund, kind) == (key,):
            assert violation.rule == "FINSAM-3-1"
            assert violation.facts == {"party": kind.value}
        else:
            own = key.replace("region", "kommun")
            parts = sorted(k for k in keys(forbund, PartyKind.KOMMUN) if k.startswith(own))
            assert violation.rule == "FINSAM-3-6"
            assert violation.facts == {"member": key, "parts": tuple(parts)}

    @pytest.mark.parametrize(("fact", "key"), NARROWED)
    def test_a_kommun_of_the_area_that_is_no_member_is_all_that_is_broken(
        self, fact: dict[str, Any], key: str
    ) -> None:
        forbund = the(fact)
        whole = without(forbund, key).replace(area=keys(forbund, PartyKind.KOMMUN))
        (violation,) = check(whole, on=day(fact["on"]), rules=MEMBERSHIP).violations
        assert violation.rule == "FINSAM-3-2"
        assert violation.facts == {"member": key, "parts": (key,)}

    @pytest.mark.parametrize(("fact", "key"), NARROWED)
    def test_where_no_area_is_given_a_kommun_less_is_only_a_smaller_area(
        self, fact: dict[str, Any], key: str
    ) -> None:
        report = check(without(the(fact), key), on=day(fact["on"]), rules=MEMBERSHIP)
        assert not report.violations

    def test_a_kommun_that_joins_is_covered_from_its_first_day_and_not_before(self) -> None:
        joining = [
            (fact, member)
            for fact in FORBUND
            for member in the(fact).members
            if member.joined is not None
        ]
        assert len(joining) == 5
        for fact, member in joining:
            forbund = the(fact)
            known = forbund.replace(area=keys(forbund, PartyKind.KOMMUN))
            first = member.joined
            assert first is not None
            assert not check(known, on=first, rules=MEMBERSHIP).violations
            (before,) = check(known, on=first - timedelta(days=1), rules=["FINSAM-3-2"]).violations
            assert before.facts["member"] == member.actor

    def test_one_crosses_a_county_border_and_one_has_no_region(self) -> None:
        regions = {fact["name"]: len(keys(the(fact), PartyKind.REGION)) for fact in FORBUND}
        assert {name: count for name, count in regions.items() if count != 1} == {
            "Samordningsförbundet Bengtsfors, Åmål, Dals-Ed, Säffle och Årjäng": 2,
            "Finsam Gotland": 0,
        }


class TestRealMoney:
    """What sources say of a year's money gets the verdicts that it supports, odd as it is."""

    def test_all_fifteen_records_are_there(self) -> None:
        assert [record["id"] for record in RECORDS] == [
            "falun-borlange-2023",
            "samspelet-2019",
            "umearegionen-2014",
            "ostra-sodertorn-2017",
            "vast-2015-extra",
            "norra-bohuslan-2014-lysekil",
            "vasterdalarna-2010",
            "region-orebro-2023-rule",
            "sjuharad-2018-rule",
            "bodens-kommun-2021",
            "klaralvdalen-2008-esf",
            "falun-support-framat",
            "riket-2006",
            "riket-2012",
            "riket-2014",
        ]

    @pytest.mark.parametrize("record", RECORDS, ids=[record["id"] for record in RECORDS])
    def test_each_has_a_document_and_why_its_verdicts_or_why_there_is_none(
        self, record: dict[str, Any]
    ) -> None:
        found = {"id", "forbund", "source", "what", "document"}
        if record["document"] is None:
            assert record.keys() == found | {"why_not"}
        else:
            assert record.keys() == found | {"on", "expect", "because"}
            assert record["expect"]
        assert all(record[name] for name in record if name != "document")

    @pytest.mark.parametrize("record", DOCUMENTED, ids=[record["id"] for record in DOCUMENTED])
    def test_each_gets_the_verdicts_that_it_can_bear_and_no_other_breach(
        self, record: dict[str, Any]
    ) -> None:
        forbund = Forbund.model_validate_json(json.dumps(record["document"]))
        report = check(forbund, on=day(record["on"]))
        found = verdicts(report)
        assert {rule: found[rule] for rule in record["expect"]} == {
            rule: {verdict} for rule, verdict in record["expect"].items()
        }
        assert not report.violations
        assert not report.deviations

    def test_a_slip_of_the_unit_that_strikes_every_amount_changes_no_verdict(self) -> None:
        (record,) = (record for record in RECORDS if record["id"] == "umearegionen-2014")
        meant = Forbund.model_validate_json(json.dumps(record["document"]))
        printed = meant.replace(
            contributions=[c.replace(amount=c.amount / 1000) for c in meant.contributions or ()],
            rounded_to=meant.rounded_to / 1000,
        )
        on = day(record["on"])
        assert verdicts(check(printed, on=on)) == verdicts(check(meant, on=on))

    @given(st.integers(1, 10**9))
    def test_a_region_that_gives_half_of_what_the_state_does_keeps_the_shares(
        self, state: int
    ) -> None:
        # The rule of region-orebro-2023-rule, with the kommuner doing likewise.
        half = Decimal(state) / 2
        report = check(_one_of_each(Decimal(state), half, half), on=day("2023-12-31"))
        assert verdicts(report)["FINSAM-5-1"] == {"pass"}
        assert verdicts(report)["FINSAM-5-2"] == {"pass"}
        assert verdicts(report)["FINSAM-5-3"] == {"pass"}

    @given(st.integers(1, 10**9), st.integers(0, 10**9), st.integers(0, 10**9))
    def test_at_least_as_much_as_the_state_is_lawful_only_if_it_is_no_more(
        self, state: int, region: int, more: int
    ) -> None:
        # The rule of sjuharad-2018-rule.
        region = min(region, state)
        kommun = state - region + more
        forbund = _one_of_each(Decimal(state), Decimal(region), Decimal(kommun))
        expected = {"fail"} if more else {"pass"}
        assert verdicts(check(forbund, on=day("2018-12-31")))["FINSAM-5-1"] == expected


def _one_of_each(state: Decimal, region: Decimal, kommun: Decimal) -> Forbund:
    """One party of each kind, giving the same amounts, exactly, for 2018 and for 2023."""
    given_by = {"forsakringskassan": state, "region:18": region, "kommun:1880": kommun}
    return Forbund.model_validate(
        {
            "name": "x",
            "members": ["arbetsformedlingen", *given_by],
            "contributions": [
                {"payer": payer, "year": year, "amount": amount}
                for payer, amount in given_by.items()
                for year in (2018, 2023)
            ],
            "rounded_to": 0,
        }
    )
