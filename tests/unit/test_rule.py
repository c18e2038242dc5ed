"""Rules: when they are in force, their entries in the catalogue and how they are declared."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from finsam import Basis, Citation, Forbund, Verdict
from finsam.law.text import Text
from finsam.validation.engine.decision import PASS, Decision, fail, not_applicable
from finsam.validation.engine.rule import Rule, rule
from finsam.validation.engine.subject import Subject
from finsam.validation.engine.timeline import Timeline
from finsam.validation.engine.verdict import Stage
from finsam.validation.rules import RULES

DAY = timedelta(days=1)


class Thing(Subject[None]):
    """A subject of a day."""

    collection = None

    def __init__(self, day: date) -> None:
        super().__init__(Timeline(Forbund(name="A", members=()), day), None)


class Planned(Thing):
    """A subject that is judged also before the förbund is formed."""

    also_when = frozenset({Stage.NOT_FORMED})


def made(
    *cites: Citation,
    first: date | None = None,
    last: date | None = None,
    **more: Any,  # noqa: ANN401  whatever else a rule declares
) -> Rule[Thing]:
    """A rule that always fails."""

    def decide(thing: Thing) -> Decision:
        return fail("always", held=thing.day)

    declared = rule(
        "FINSAM-0-1",
        "a-breach",
        cites=cites,
        basis=Basis.STATUTE,
        title=Text("sv", "en"),
        fail={"always": Text("sv", "en")},
        first=first,
        last=last,
        **more,
    )
    return declared(decide)


class TestThroughTime:
    """A rule is in force with the provisions that it cites, and within its own days."""

    @pytest.mark.parametrize(
        ("day", "wording"),
        [
            (date.min, None),
            (date(2010, 6, 30), None),
            (date(2010, 7, 1), "2010:350"),
            (date(2019, 12, 31), "2010:350"),
            (date(2020, 1, 1), "2019:914"),
            (date.max, "2019:914"),
        ],
    )
    def test_it_is_in_force_with_its_provision(self, day: date, wording: str | None) -> None:
        standing = made(Citation("5 a", 1)).on(day)
        assert standing.wording == wording
        assert (standing.answer is None) == (wording is not None)
        assert standing.citation == Citation("5 a", 1)

    def test_it_begins_on_its_first_day_and_ends_with_its_last(self) -> None:
        first, last = date(2018, 4, 12), date(2021, 5, 31)
        limited = made(Citation("2"), first=first, last=last)
        for day in (date.min, date(2004, 1, 1), first - DAY, last + DAY, date.max):
            answer = limited.on(day).answer
            assert answer is not None
            assert (answer.verdict, answer.why) == (Verdict.NOT_APPLICABLE, "not_in_force")
            assert limited.decide_by_day(Thing(day)) == not_applicable("not_in_force")
        for day in (first, first + DAY, last - DAY, last):
            assert limited.on(day).answer is None
            decided = limited.decide_by_day(Thing(day))
            assert isinstance(decided, Decision)
            assert decided.verdict is Verdict.FAIL
        assert limited.latest == limited.on(date.max)

    @pytest.mark.parametrize(("limit", "why"), [("first", "older"), ("last", "younger")])
    def test_one_limit_leaves_the_other_side_open(self, limit: str, why: str) -> None:
        day = date(2018, 4, 12)
        limited = made(Citation("2"), **{limit: day})
        older, younger = limited.on(day - DAY), limited.on(day + DAY)
        assert (older.answer is None) == (why == "younger")
        assert (younger.answer is None) == (why == "older")
        assert limited.on(day).answer is None

    def test_it_may_last_no_longer_than_a_day(self) -> None:
        day = date(2010, 7, 1)
        limited = made(Citation("5 a", 1), last=day)
        assert limited.on(day).wording == "2010:350"
        assert limited.on(day - DAY).wording is None
        assert limited.on(day + DAY).wording is None

    def test_it_stands_only_where_all_that_it_cites_does(self) -> None:
        both = made(Citation("2"), Citation("19 a", 1), Citation("7", 1, punkt=2))
        assert both.on(date(2022, 3, 15)).wording is None
        standing = both.on(date(2022, 3, 16))
        assert standing.wording == "2003:1210"
        assert standing.citation == Citation("2")
        assert standing.beside == (Citation("19 a", 1), Citation("7", 1, punkt=2))
        assert both.on(date(2022, 3, 15)).beside == standing.beside

    def test_an_unseen_wording_of_any_of_them_is_for_a_human(self) -> None:
        both = made(Citation("2", 1), Citation("14", 1))
        for day in (date(2004, 1, 1), date(2019, 12, 31)):
            standing = both.on(day)
            assert standing.answer is not None
            assert (standing.answer.verdict, standing.answer.why) == (
                Verdict.REVIEW,
                "wording_unknown",
            )
            assert (standing.citation, standing.beside) == (Citation("2", 1), (Citation("14"),))
        assert both.on(date(2020, 1, 1)).answer is None

    def test_a_stage_that_it_is_not_about_settles_it(self) -> None:
        plain = made(Citation("2"))
        draft = replace(plain, about=Planned)
        for stage, why in ((Stage.NOT_FORMED, "not_formed"), (Stage.DISSOLVED, "dissolved")):
            assert plain.outside(stage) == not_applicable(why)
        assert draft.outside(Stage.NOT_FORMED) is None
        assert draft.outside(Stage.DISSOLVED) == not_applicable("dissolved")
        for stage in (Stage.FORMED, Stage.UNKNOWN):
            assert plain.outside(stage) is None


class TestDeclaring:
    """A decorated function becomes a rule."""

    def test_one_that_yields_answers_all_at_once(self) -> None:
        declare = rule(
            "FINSAM-0-2",
            "a-breach",
            cites=Citation("2"),
            basis=Basis.STATUTE,
            title=Text("sv", "en"),
            open=("why",),
        )

        @declare
        def several(thing: Thing) -> Iterator[Decision]:
            """Twice.

            Always.
            """
            yield fail("always", held=thing.day)
            yield PASS

        thing = Thing(date(2024, 6, 1))
        assert several.decide(thing) == (fail("always", held=thing.day), PASS)
        assert several.doc == "Twice.\n\nAlways.\n\nSource: 2 §, known since 2004-01-01."
        assert several.cites == (Citation("2"),)
        assert repr(several) == "<Rule FINSAM-0-2 a-breach, 2 §>"

    def test_one_that_names_no_source_rests_on_its_provisions(self) -> None:
        both = Citation("9", stycke=1, punkt=1), Citation("26", stycke=3)
        assert made(*both).doc == "Source: 9 § 1 st. 1 p. and 26 § 3 st., known since 2020-01-01."

    def test_one_that_names_its_source_says_no_more(self) -> None:
        @rule(
            "FINSAM-0-3",
            "a-breach",
            cites=Citation("2"),
            title=Text("sv", "en"),
        )
        def sourced(_thing: Thing) -> Decision:
            """Asked.

            Source: a page.
            """
            return PASS

        assert sourced.doc == "Asked.\n\nSource: a page."

    def test_what_it_needs_is_its_subjects_collection_and_what_it_also_reads(self) -> None:
        assert made(Citation("2")).needs == ()
        assert made(Citation("2"), also_reads=("agreements",)).needs == ("agreements",)
        assert made(Citation("2")).subject == "forbund"
        for each in RULES:
            own = () if each.subject == "forbund" else (each.subject,)
            assert each.needs in {(*own, *each.also_reads), each.also_reads}

    def test_its_answers_are_those_declared_and_the_mechanisms(self) -> None:
        declared = made(Citation("2"), open=("o",), inapplicable=("i",), review={"r": Text("", "")})
        assert declared.answers == {
            (Verdict.PASS, "as_asked"),
            (Verdict.FAIL, "always"),
            (Verdict.OPEN, "o"),
            (Verdict.REVIEW, "r"),
            (Verdict.REVIEW, "wording_unknown"),
            (Verdict.NOT_APPLICABLE, "i"),
            (Verdict.NOT_APPLICABLE, "not_in_force"),
            (Verdict.NOT_APPLICABLE, "not_formed"),
            (Verdict.NOT_APPLICABLE, "dissolved"),
        }

    def test_its_entry_is_ready_for_json(self) -> None:
        entry = made(
            Citation("7", 1, punkt=2),
            first=date(2018, 4, 12),
            last=date(2021, 5, 31),
            entails=("FINSAM-2-1",),
            also_reads=("agreements",),
        ).to_dict()
        text = {"sv": "sv", "en": "en"}
        assert entry == {
            "id": "FINSAM-0-1",
            "name": "a-breach",
            "subject": "forbund",
            "cites": [
                {
                    "section": "7",
                    "stycke": 1,
                    "mening": None,
                    "punkt": 2,
                    "short": "7 § 1 st. 2 p.",
                    "link": "https://lagen.nu/2003:1210#P7S1N2",
                }
            ],
            "basis": "statute",
            "title": text,
            "doc": "Source: 7 § 1 st. 2 p., known since 2018-04-12.",
            "readings": [],
            "passes": {},
            "fail": {"always": text},
            "review": {},
            "open": ["not_known"],
            "inapplicable": {},
            "unlisted": None,
            "entails": ["FINSAM-2-1"],
            "also_reads": ["agreements"],
            "first": "2018-04-12",
            "last": "2021-05-31",
        }
        unlimited = made(Citation("2")).to_dict()
        assert (unlimited["first"], unlimited["last"]) == (None, None)


@pytest.mark.parametrize("each", RULES, ids=lambda each: each.id)
def test_a_rule_needs_its_subjects_collection_and_what_else_it_reads(each: Rule[Any]) -> None:
    own = () if each.subject == "forbund" else (each.subject,)
    assert replace(each).needs == (*own, *each.also_reads)
