"""``report.questions()``: what is missing, as plain questions in both languages."""

import json
import pickle
import re
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from walking import models

import finsam
from finsam import Basis, Forbund, Report, Verdict, check
from finsam.law.geography import KOMMUNER
from finsam.models.base import Loc
from finsam.models.complete import ListName
from finsam.models.scalars import Stated
from finsam.models.words import entries, questions
from finsam.testing import forbund
from finsam.validation.engine.messages import list_name, path
from finsam.validation.rules import BY_ID

EXAMPLES = Path(__file__).parents[2] / "examples"
DAYS = st.dates(date(2004, 1, 1), date(2030, 1, 1))
ON = date(2024, 6, 1)
PATH = re.compile(r"\[\d|[a-z]_[a-z]|[a-z]\.[a-z]|\{|\}")
"""What occurs in paths, but not in sentences."""


KOMMUNER_OF_SKANE = [key.partition(":")[2] for key in KOMMUNER if key.startswith("kommun:12")]
QUESTIONS = questions(Forbund)
EVERY = {
    f"{way}{name}": field
    for way, model in models(Forbund)
    if model is not finsam.ExternalActor
    for name, field in model.model_fields.items()
}
"""Every field of a document, by the names that lead to it."""
UNKNOWABLE = {
    name
    for name, field in EVERY.items()
    if not field.is_required()
    and field.default is None
    and not any(isinstance(each, Stated) for each in field.metadata)
    and name != "document_schema"
}
"""The fields in which null means not known."""


class TestWords:
    """Every fact that a document may leave out has its question, in both languages."""

    def test_every_fact_that_may_be_unknown_has_a_question(self) -> None:
        assert QUESTIONS.keys() >= UNKNOWABLE
        assert QUESTIONS.keys() >= set(get_args(ListName)) - {"all"}

    def test_no_question_is_about_a_field_that_is_not_there(self) -> None:
        assert EVERY.keys() >= QUESTIONS.keys()
        assert EVERY.keys() >= entries(Forbund).keys()

    @pytest.mark.parametrize("name", QUESTIONS)
    def test_a_question_is_one_in_both_languages(self, name: str) -> None:
        for said in QUESTIONS[name]:
            assert re.fullmatch(r"[A-ZÅÄÖ][^?]*\?", said)
            assert not PATH.search(said.replace("{it}", "X").replace("{of}", "Y"))
        assert {"{it}" in said for said in QUESTIONS[name]} != {True, False}
        assert {"{of}" in said for said in QUESTIONS[name]} != {True, False}

    def test_questions_differ(self) -> None:
        # The day on which each of two decisions was made is asked for in the same words.
        about = [(name.rpartition(".")[0], text) for name, text in QUESTIONS.items()]
        assert len(set(about)) == len(about)


class TestQuestions:
    """One for each fact and place that an open finding or a null collection lacks."""

    @given(forbund(), DAYS)
    def test_every_missing_place_of_any_report_is_asked_for_without_a_path(
        self, document: Forbund, on: date
    ) -> None:
        report = check(document, on=on)
        questions = report.questions()
        missing = {
            (finding.rule, loc)
            for finding in report.findings
            if finding.verdict is Verdict.OPEN
            for loc in finding.missing
        }
        assert missing <= {(rule, q.loc) for q in questions for rule in q.rules}
        for question in questions:
            assert list_name(question.loc) in QUESTIONS
            for text in (question.text, question.general):
                for said in text:
                    assert said.endswith("?")
                    assert path(question.loc) not in said or "." not in path(question.loc)

    @given(forbund(), DAYS)
    def test_each_is_asked_once_and_survives_json_and_pickling(
        self, document: Forbund, on: date
    ) -> None:
        report = check(document, on=on)
        questions = report.questions()
        assert len({(q.loc, q.text) for q in questions}) == len(questions)
        assert Report.from_json(report.to_json()).questions() == questions
        assert pickle.loads(pickle.dumps(questions)) == questions
        json.dumps([question.to_dict() for question in questions])

    @given(forbund(), DAYS)
    def test_what_settles_most_of_the_act_comes_first(self, document: Forbund, on: date) -> None:
        questions = check(document, on=on).questions()
        obliging = [q.basis is not Basis.GUIDANCE for q in questions]
        assert obliging == sorted(obliging, reverse=True)
        for question in questions:
            of_rules = {BY_ID[rule].basis for rule in question.rules}
            assert (question.basis is Basis.GUIDANCE) == (of_rules == {Basis.GUIDANCE})
            assert question.findings >= len(question.rules) >= 1

    @given(forbund(), DAYS)
    def test_what_more_findings_hang_on_comes_first(self, document: Forbund, on: date) -> None:
        # A finding that hangs on several facts counts a part for each. Money and lists, whose
        # questions are not one for each place, are left out.
        report = check(document, on=on)
        weights: dict[Loc, list[Fraction]] = {}
        others: set[Loc] = {tuple(u.collection.split(".")) for u in report.unexamined}
        for finding in report.findings:
            if finding.verdict is not Verdict.OPEN:
                continue
            if finding.why != "not_known" or "members" in finding.facts:
                others |= set(finding.missing)
                continue
            guides = finding.basis is Basis.GUIDANCE
            for loc in finding.missing:
                weight = weights.setdefault(loc, [Fraction(0), Fraction(0)])
                weight[guides] += Fraction(1, len(finding.missing))
        plain = [q.loc for q in report.questions() if q.loc in weights.keys() - others]
        assert [weights[loc] for loc in plain] == sorted(
            (weights[loc] for loc in plain), reverse=True
        )

    def test_answering_the_first_ones_leaves_fewer_open(self) -> None:
        # The board's term is what most of the open findings of this report hang on.
        report = example("bollebygd-mark-svenljunga-2008", date(2008, 12, 31))
        given = [u.collection for u in report.unexamined]
        first = next(q for q in report.questions() if path(q.loc) not in given)
        assert first.loc == ("board", "term_start")
        assert set(first.rules) == {"FINSAM-13-2", "FINSAM-13-3", "FINSAM-13-4"}

    def test_nothing_missing_is_no_question(self) -> None:
        assert example("skelleftea-norsjo-2025", date(2025, 12, 31)).questions() == ()


class TestMany:
    """An answer names the first of many places and members; a question asks for the others."""

    def test_members_that_are_only_counted_are_asked_for_together(self) -> None:
        kommuner = [f"kommun:{code}" for code in KOMMUNER_OF_SKANE]
        members = ["forsakringskassan", "arbetsformedlingen", "region:12", *kommuner]
        document = {"name": "x", "members": members, "contributions": []}
        questions = check(Forbund.model_validate(document), on=ON, rules=["FINSAM-5-1"]).questions()
        said = [question.text.en for question in questions]
        named = [text for text in said if text.startswith("What does ")]
        (more,) = {text for text in said if "more of the members" in text}
        count = re.search(r"What do (\d+) more", more)
        assert count is not None
        assert int(count[1]) + 20 == len(kommuner) + 2
        assert len(named) >= 20

    def test_places_that_are_only_counted_are_asked_for_together(self) -> None:
        seats = [{"member": "kommun:1286", "role": "ledamot"} for _ in range(30)]
        document = {"name": "x", "members": ["kommun:1286"], "board": {"seats": seats}}
        report = check(Forbund.model_validate(document), on=ON, rules=["FINSAM-17-1"])
        said = [question.text.en for question in report.questions()]
        assert "What is the answer in 10 more places that lack the same fact?" in said
        assert report.questions()[-1].loc == ("board", "seats")


class TestNames:
    """What a question is about is called by what it is."""

    @pytest.mark.parametrize(
        ("part", "sv", "en"),
        [
            (
                {"board": {"seats": [{"member": "kommun:1401", "role": "ersattare"}]}},
                "Vem utsåg Härrydas ersättare?",
                "Who appointed Härryda's ersättare?",
            ),
            (
                {"board": {"seats": [{"member": "region:01", "role": "ledamot"}] * 2}},
                "Vem utsåg Region Stockholms ledamot (nr 2)?",
                "Who appointed Region Stockholm's ledamot (no. 2)?",
            ),
            (
                {"board": {"meetings": [{"day": "2023-11-24"}]}},
                "Fastställdes budgeten vid sammanträdet 2023-11-24?",
                "Was the budget adopted at the meeting of 2023-11-24?",
            ),
            (
                {"economy": {"budgets": [{"year": 2024}]}},
                "Vilken dag fastställdes budgeten för 2024?",
                "On what day was the budget for 2024 adopted?",
            ),
            (
                {
                    "forbundsordningar": [
                        {
                            "adopted": [
                                {"member": "forsakringskassan", "day": "2020-01-01"},
                                {"member": "arbetsformedlingen", "day": "2020-01-01"},
                                {"member": "region:24", "day": "2020-01-01"},
                                {"member": "kommun:2417"},
                            ]
                        }
                    ]
                },
                "Vilken dag fastställde Norsjö förbundsordningen?",
                "On what day did Norsjö adopt the förbundsordning?",
            ),
            (
                {"contributions": []},
                "Vad bidrar Norsjö med för år 2024?",
                "What does Norsjö contribute for 2024?",
            ),
            (
                {
                    "insatser": [
                        {
                            "name": "Steget",
                            "kind": "individual",
                            "payments": [{"to": "kommun:2417"}],
                        }
                    ]
                },
                "Vad avser utbetalningen till Norsjö i insatsen ”Steget”?",
                "What is the payment to Norsjö in the insats “Steget” for?",
            ),
        ],
    )
    def test_an_item_is_called_by_what_it_is(self, part: dict[str, Any], sv: str, en: str) -> None:
        members = ["forsakringskassan", "arbetsformedlingen", "region:24", "kommun:2417"]
        document = {"name": "x", "members": members, "formed": "2020-01-01", **part}
        known = Forbund.model_validate_json(json.dumps(document))
        questions = check(known, on=ON).questions()
        assert (sv, en) in [question.text for question in questions]

    def test_what_no_document_of_this_version_has_is_asked_for_all_the_same(self) -> None:
        body = json.loads(example("goteborg-fontanhus", ON).to_json())
        for finding in body["findings"]:
            if finding["missing"]:
                finding["missing"] = [["of", 3, "another", 2, "version"]]
        (question,) = (
            q for q in Report.from_json(json.dumps(body)).questions() if q.loc[0] == "of"
        )
        assert question.text.sv.endswith("?")


def example(name: str, on: date) -> Report:
    body = (EXAMPLES / f"{name}.json").read_bytes()
    return check(Forbund.model_validate_json(body), on=on)
