"""Asking: what ``check`` takes, what it refuses, and what the caller's surroundings cannot bend."""

import copy
import decimal
import json
import pickle
import re
import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from finsam import (
    Basis,
    Forbund,
    NotInForce,
    Report,
    RuleViolation,
    Verdict,
    ViolationsFound,
    check,
)
from finsam.testing import forbund
from finsam.validation.rules import RULES
from finsam.validation.topics import TOPICS, choose

ON = date(2024, 6, 1)
EXAMPLES = Path(__file__).parents[2] / "examples"


def unlawful() -> Forbund:
    return Forbund.model_validate_json((EXAMPLES / "goteborg-fontanhus.json").read_bytes())


def sparse() -> Forbund:
    return Forbund(name="x", members=())


class TestWhatItTakes:
    """A document, a day, and perhaps the rules to ask about."""

    def test_every_rule_is_asked_unless_some_are_named(self) -> None:
        assert check(unlawful(), on=ON).rules == tuple(rule.id for rule in RULES)

    @pytest.mark.parametrize(
        ("asked", "ids"),
        [
            (["FINSAM-5"], tuple(f"FINSAM-5-{serial}" for serial in range(1, 8))),
            (["FINSAM-5A"], ("FINSAM-5A-1",)),
            (["FINSAM-3-2", "FINSAM-1"], ("FINSAM-1-1", "FINSAM-1-2", "FINSAM-3-2")),
            (["FINSAM"], tuple(rule.id for rule in RULES)),
        ],
    )
    def test_an_id_or_its_beginning_names_rules(
        self, asked: list[str], ids: tuple[str, ...]
    ) -> None:
        report = check(unlawful(), on=ON, rules=asked)
        assert report.rules == ids
        assert {finding.rule for finding in report.findings} <= set(ids)

    @pytest.mark.parametrize(
        ("asked", "same"),
        [
            ("5", ["FINSAM-5"]),
            ("5 a", ["FINSAM-5A"]),
            ("5a §", ["FINSAM-5A"]),
            ("4", ["FINSAM-3-4"]),
            ("state-share-not-half", ["FINSAM-5-1"]),
            ("money", ["FINSAM-5", "FINSAM-5A", "FINSAM-6"]),
        ],
    )
    def test_a_section_a_name_or_a_topic_names_rules(self, asked: str, same: list[str]) -> None:
        named = check(unlawful(), on=ON, rules=[asked])
        assert named == check(unlawful(), on=ON, rules=same)

    def test_every_rule_is_of_one_topic_and_every_topic_names_its_rules(self) -> None:
        every = [rule for topic in TOPICS for rule in topic.rules]
        assert sorted(every) == sorted(rule.id for rule in RULES)
        for topic in TOPICS:
            assert tuple(rule.id for rule in choose([topic.name])) == topic.rules

    def test_every_section_of_a_topic_names_a_rule_of_it(self) -> None:
        for topic in TOPICS:
            for section in re.findall(r"[0-9]+(?: [a-z]\b)?", topic.sections.en):
                assert set(topic.rules) & {rule.id for rule in choose([section])}

    def test_an_iterator_of_ids_will_do(self) -> None:
        assert check(unlawful(), on=ON, rules=iter(["FINSAM-7-2"])).rules == ("FINSAM-7-2",)

    @pytest.mark.parametrize(
        ("asked", "said"),
        [
            ("FINSAM-50", "what an id begins with"),
            ("FINSAM-5x", "what an id begins with"),
            ("FINSA", "what an id begins with"),
            ("", "what an id begins with"),
            ("29", "what an id begins with"),
            ("5 b", "what an id begins with"),
            ("moneys", "did you mean money?"),
            ("state-share-not-hal", "did you mean state-share-not-half?"),
        ],
    )
    def test_what_means_no_rule_is_refused_with_the_nearest(self, asked: str, said: str) -> None:
        with pytest.raises(ValueError, match="no rule is meant by") as refusal:
            check(unlawful(), on=ON, rules=[asked])
        assert repr(asked) in str(refusal.value)
        assert said in str(refusal.value)
        assert len(str(refusal.value)) < 250

    @pytest.mark.parametrize("asked", ["FINSAM-5", "finsam-5", "5", "5 §", " 5", "FINSAM-5-"])
    def test_ids_are_read_as_people_write_them(self, asked: str) -> None:
        assert choose([asked]) == choose(["FINSAM-5"])

    def test_a_single_text_is_refused_with_what_to_write(self) -> None:
        with pytest.raises(TypeError, match=r"write rules=\['FINSAM-5'\]"):
            check(unlawful(), on=ON, rules="FINSAM-5")

    def test_asking_nothing_is_refused(self) -> None:
        with pytest.raises(ValueError, match="nothing would be asked"):
            check(unlawful(), on=ON, rules=[])

    @pytest.mark.parametrize("asked", [5, [5], b"FINSAM-5"])
    def test_what_is_no_list_of_ids_is_refused_in_words(self, asked: Any) -> None:  # noqa: ANN401
        with pytest.raises(TypeError, match=r"a list of ids, not int|an? .*id is a text, not int"):
            check(unlawful(), on=ON, rules=asked)

    def test_a_moment_is_refused_with_what_to_write(self) -> None:
        with pytest.raises(TypeError, match=r"on=moment\.date\(\)"):
            check(unlawful(), on=datetime(2024, 6, 1, tzinfo=UTC))

    def test_a_text_for_a_day_is_refused_with_what_to_write(self) -> None:
        with pytest.raises(TypeError, match=r"not str: write on=date\(2026, 3, 1\)"):
            check(unlawful(), on="2024-06-01")  # type: ignore[arg-type]

    def test_a_dict_is_refused_with_what_to_write(self) -> None:
        with pytest.raises(TypeError, match=r"not dict: write finsam\.Forbund"):
            check({"name": "x"}, on=ON)  # type: ignore[arg-type]

    def test_the_day_must_be_given(self) -> None:
        with pytest.raises(TypeError, match="on"):
            check(unlawful())  # type: ignore[call-arg]

    def test_a_day_before_the_act_is_refused(self) -> None:
        with pytest.raises(NotInForce, match=r"2003-12-31.*2004-01-01"):
            check(unlawful(), on=date(2003, 12, 31))

    def test_the_first_and_the_last_day_that_there_are_can_be_asked_about(self) -> None:
        assert check(unlawful(), on=date(2004, 1, 1)).verdict is Verdict.FAIL
        assert check(unlawful(), on=date.max).verdict is Verdict.FAIL


class TestWhoseLaw:
    """Each subject is judged by the law of its own day, whatever others are asked about."""

    def test_an_older_insats_is_judged_by_older_law(self) -> None:
        def insats(day: str) -> dict[str, object]:
            return {"name": day, "kind": "individual", "decided": day}

        # 2-4 rests on guidance of 2018-04-12.
        days = ["2024-03-01", "2018-04-11", "2018-04-12"]
        document = {"name": "x", "members": []}
        for order in (1, -1):
            asked = Forbund.model_validate_json(
                json.dumps({**document, "insatser": [insats(day) for day in days[::order]]})
            )
            found = check(asked, on=ON, rules=["FINSAM-2-4"]).findings
            assert {str(f.day): f.why == "not_in_force" for f in found} == {
                "2024-03-01": False,
                "2018-04-11": True,
                "2018-04-12": False,
            }

    def test_of_a_forbund_that_does_not_exist_nothing_is_asked(self) -> None:
        gone = sparse().replace(dissolved=date(2020, 12, 31))
        for on in (date(2009, 1, 1), date(2020, 12, 31)):
            assert check(gone, on=on, rules=["FINSAM-3-1"]).verdict is Verdict.FAIL
        (finding,) = check(gone, on=date(2021, 1, 1), rules=["FINSAM-3-1"]).findings
        assert (finding.verdict, finding.why) == (Verdict.NOT_APPLICABLE, "dissolved")


MONEY = ("FINSAM-3", "FINSAM-5", "FINSAM-5A", "FINSAM-6")


def test_the_year_in_which_it_will_be_dissolved_is_not_yet_asked_about() -> None:
    ended = {"name": "x", "members": [], "formed": "2010-01-01", "dissolved": "2027-06-30"}
    document = Forbund.model_validate({**ended, "economy": {"annual_reports": []}})
    found = check(document, on=date(2026, 8, 1), rules=["FINSAM-24-1"]).findings
    assert [each.facts["year"] for each in found] == [2025]


class TestWhatIsNotExamined:
    """A collection that is null is named, with the rules that it would feed."""

    def test_what_is_null_is_named_and_what_is_empty_is_not(self) -> None:
        document = Forbund(name="x", members=(), contributions=None, insatser=())
        one_to_seven = [f"FINSAM-{section}" for section in (1, 2, 3, 5, 6, 7)]
        asked = check(document, on=ON, rules=[*one_to_seven, "FINSAM-5A"]).unexamined
        contributions, agreements, other_income, board = asked
        shares = tuple(f"FINSAM-5-{serial}" for serial in range(1, 8))
        assert contributions.collection == "contributions"
        assert contributions.rules == (*shares, "FINSAM-5A-1", "FINSAM-6-1", "FINSAM-6-3")
        assert agreements == ("agreements", ("FINSAM-5-5", "FINSAM-5-6"))
        assert other_income == ("other_income", ("FINSAM-6-2",))
        assert board == ("board", ("FINSAM-7-10",))

    def test_what_is_null_in_a_part_is_named_by_its_place(self) -> None:
        document = Forbund.model_validate({"name": "x", "members": [], "board": {"seats": []}})
        asked = check(document, on=ON, rules=["FINSAM-10", "FINSAM-19"]).unexamined
        assert asked == (
            ("board.delegations", ("FINSAM-10-3", "FINSAM-10-4", "FINSAM-10-5")),
            ("forbundsordningar", ("FINSAM-10-7",)),
            ("board.meetings", tuple(f"FINSAM-19-{serial}" for serial in range(1, 6))),
        )

    def test_agreements_leave_the_whole_open_only_where_there_is_something_to_split(self) -> None:
        alone = {
            "name": "x",
            "members": ["forsakringskassan", "arbetsformedlingen", "region:12", "kommun:1287"],
            "contributions": [
                {"payer": "forsakringskassan", "year": 2024, "amount": 2},
                {"payer": "region:12", "year": 2024, "amount": 1},
                {"payer": "kommun:1287", "year": 2024, "amount": 1},
            ],
            "insatser": [],
        }
        report = check(Forbund.model_validate(alone), on=ON, rules=MONEY)
        assert [u.collection for u in report.unexamined] == ["agreements", "other_income"]
        assert report.verdict is Verdict.PASS
        assert Report.from_json(report.to_json()).verdict is Verdict.PASS
        both = Forbund.model_validate(alone).replace(
            members=(*Forbund.model_validate(alone).members, "kommun:1286"),
            contributions=(
                *alone["contributions"],
                {"payer": "kommun:1286", "year": 2024, "amount": 0},
            ),
        )
        assert check(both, on=ON, rules=MONEY).verdict is Verdict.OPEN

    def test_only_the_rules_that_were_asked_are_named(self) -> None:
        document = Forbund(name="x", members=())
        assert check(document, on=ON, rules=["FINSAM-3"]).unexamined == ()
        insatser, board = check(document, on=ON, rules=["FINSAM-3", "FINSAM-7"]).unexamined
        assert insatser == ("insatser", tuple(f"FINSAM-7-{serial}" for serial in range(1, 10)))
        assert board == ("board", ("FINSAM-7-10",))

    def test_it_leaves_the_whole_open(self) -> None:
        lawful = Forbund(
            name="x",
            members=["forsakringskassan", "arbetsformedlingen", "region:12", "kommun:1287"],
        )
        assert check(lawful, on=ON).verdict is Verdict.OPEN
        assert check(lawful, on=ON, rules=["FINSAM-3"]).verdict is Verdict.PASS


class TestSurroundings:
    """Nothing of the caller's bends an answer, and nothing is shared between questions."""

    @given(forbund())
    def test_no_decimal_context_bends_the_sums(self, document: Forbund) -> None:
        expected = check(document, on=ON)
        # Held in a name: since Python 3.14 signals cannot be listed of a context that is gone.
        plain = decimal.Context()
        hostile = decimal.Context(prec=1, rounding=decimal.ROUND_UP, traps=list(plain.flags))
        with decimal.localcontext(hostile):
            report = check(document, on=ON)
            assert report.to_json() == expected.to_json()
            assert decimal.getcontext().prec == 1
        assert report == expected

    def test_the_callers_context_is_left_as_it_was(self) -> None:
        before = decimal.getcontext()
        check(unlawful(), on=ON)
        assert decimal.getcontext() is before

    def test_threads_get_the_same_answers(self) -> None:
        document, barrier = unlawful(), threading.Barrier(4)
        expected = check(document, on=ON).to_json()

        def ask() -> str:
            barrier.wait()
            return check(document, on=ON).to_json()

        with ThreadPoolExecutor(4) as pool:
            assert {f.result() for f in [pool.submit(ask) for _ in range(4)]} == {expected}

    def test_great_sums_stay_exact(self) -> None:
        most = Decimal("999999999999.99")
        document = Forbund.model_validate(
            {
                "name": "x",
                "rounded_to": 0,
                "members": ["forsakringskassan", "arbetsformedlingen", "region:12", "kommun:1287"],
                "contributions": [
                    *({"payer": "forsakringskassan", "year": 2024, "amount": most} for _ in "1234"),
                    *({"payer": "region:12", "year": 2024, "amount": most} for _ in "12"),
                    {"payer": "kommun:1287", "year": 2024, "amount": most},
                    {"payer": "kommun:1287", "year": 2024, "amount": most - Decimal("0.01")},
                ],
            }
        )
        report = check(document, on=ON, rules=["FINSAM-5"])
        (state, *_) = report.violations
        assert state.facts["difference"] == Decimal("0.005")
        assert "0,005 kronor mer än hälften" in state.message("sv")

    def test_who_has_no_name_is_reported_by_kind(self) -> None:
        document = Forbund.model_validate({"name": "x", "members": [{"actor": {"form": "person"}}]})
        (violation,) = check(document, on=ON, rules=["FINSAM-3-4"]).violations
        assert "finns en enskild person." in violation.message("sv")
        assert "is a private person." in violation.message("en")


class TestReports:
    """What comes back: findings by rule and subject, grouped by what they rest on."""

    def test_violations_are_findings_that_name_their_paragraph(self) -> None:
        report = check(unlawful(), on=ON)
        (violation,) = report.violations
        assert isinstance(violation, RuleViolation)
        assert violation in report.findings
        assert violation.basis is Basis.STATUTE
        assert violation.name == "external-actor-funded"
        assert violation.loc == ("insatser", 0, "payments", 0, "to")
        assert violation.link == "https://lagen.nu/2003:1210#P7S1N3"
        assert repr(violation) == (
            "RuleViolation('FINSAM-7-2', 7 § 1 st. 3 p., fail: outsider_funded, "
            "loc=('insatser', 0, 'payments', 0, 'to'))"
        )

    def test_a_finding_repeats_the_callers_own_key_of_what_it_speaks_of(self) -> None:
        base = unlawful()
        (insats,) = base.insatser or ()
        (payment,) = insats.payments or ()
        keyed = insats.replace(ref="i-1", payments=(payment.replace(ref="p-1"),))
        report = check(base.replace(insatser=(keyed,)), on=ON)
        assert {f.ref for f in report.findings if f.rule == "FINSAM-7-2"} == {"p-1"}
        assert {f.ref for f in report.findings if f.rule == "FINSAM-2-1"} == {"i-1"}

    def test_years_are_reported_in_order_however_the_document_has_them(self) -> None:
        budgets = [{"year": year} for year in (2016, 2014, 2015, 2023)]
        document = {"name": "x", "members": [], "economy": {"budgets": budgets}}
        report = check(Forbund.model_validate(document), on=ON, rules=["FINSAM-23-1"])
        years = [finding.facts["year"] for finding in report.findings]
        assert years == [2014, 2015, 2016, 2023, 2024, 2025]

    def test_it_is_neither_true_nor_false(self) -> None:
        with pytest.raises(TypeError, match=r"report\.verdict"):
            bool(check(unlawful(), on=ON))

    def test_it_raises_for_violations_and_only_for_them(self) -> None:
        report = check(unlawful(), on=ON)
        with pytest.raises(ViolationsFound, match=r"FINSAM-7-2") as raised:
            report.raise_for_violations()
        assert raised.value.violations == report.violations
        assert pickle.loads(pickle.dumps(raised.value)).violations == report.violations
        check(unlawful(), on=ON, rules=["FINSAM-3"]).raise_for_violations()

    @given(forbund())
    def test_it_pickles_and_copies_by_value_without_the_document(self, document: Forbund) -> None:
        report = check(document, on=ON)
        again = pickle.loads(pickle.dumps(report))
        assert again == report == copy.deepcopy(report)
        assert not any(isinstance(answer, tuple) for answer in again.answers)

    def test_reports_of_other_days_differ(self) -> None:
        assert check(unlawful(), on=ON) != check(unlawful(), on=date(2024, 6, 2))
        assert check(unlawful(), on=ON) != "a report"

    def test_it_says_in_short_what_it_is(self) -> None:
        assert repr(check(unlawful(), on=ON)) == (
            "<Report 'Samordningsförbundet Göteborg, med ett tänkt beslut' on 2024-06-01: fail "
            "(8 pass, 1 fail, 10 open, 2 not_applicable)>"
        )

    def test_a_report_of_rules_not_known_here_names_the_version_that_wrote_it(self) -> None:
        body = check(unlawful(), on=ON).to_json()
        newer = body.replace("FINSAM-7-2", "FINSAM-7-99").replace('"0.1.0"', '"9.9.9"')
        with pytest.raises(ValueError, match=r"finsam '9\.9\.9'.*does not know: 'FINSAM-7-99'"):
            Report.from_json(newer)

    @pytest.mark.parametrize(
        "body",
        [
            "",
            "[]",
            "{}",
            '{"format": "finsam-report/2"}',
            check(unlawful(), on=ON).to_json().replace('"insats":', '"no-fact":'),
            check(unlawful(), on=ON).to_json().replace('"outsider_funded"', '"no_such_reason"'),
            check(unlawful(), on=ON).to_json().replace('"fail"', '"failed"'),
            check(unlawful(), on=ON).to_json().replace('"start_up"', "7"),
            check(unlawful(), on=ON).to_json().replace('"actor":', '"total":'),
            check(unlawful(), on=ON).to_json().replace('"section": "7"', '"section": "70"'),
            check(unlawful(), on=ON).to_json().replace('"punkt": 3', '"punkt": 99'),
            check(unlawful(), on=ON)
            .to_json()
            .replace('"wording": "2003:1210"', '"wording": "1:1"'),
            check(unlawful(), on=ON)
            .to_json()
            .replace('"verdict": "fail", "rules"', '"verdict": "pass", "rules"'),
            check(unlawful(), on=ON).to_json().replace('"on": "2024-06-01"', '"on": "2003-06-01"'),
            check(unlawful(), on=ON).to_json().replace('"2024-03-01"', '"1900-01-01"'),
            check(unlawful(), on=ON).to_json().replace('"2024-06-01"', "0"),
            check(unlawful(), on=ON).to_json().replace('"rules": ["FINSAM-1-1", ', '"rules": ['),
            check(sparse(), on=ON).to_json().replace('"party": "region"', '"party": "county"'),
        ],
    )
    def test_what_is_no_report_is_refused_in_words(self, body: str) -> None:
        with pytest.raises(ValueError, match=r"report|fact|reason|rules"):
            Report.from_json(body)

    def test_an_unknown_language_is_refused(self) -> None:
        (violation,) = check(unlawful(), on=ON).violations
        with pytest.raises(ValueError, match="'sv' or 'en'"):
            violation.message("de")  # type: ignore[arg-type]
