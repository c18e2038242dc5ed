"""Laws that every rule of the catalogue obeys, whatever it says."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random
from string import Formatter
from typing import Any, get_args

import pytest
from hostile import REAL
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from walking import facts

from finsam import Basis, Finding, Forbund, Report, Verdict, check, statute
from finsam.law.parties import in_words_of
from finsam.law.terms import add_months, annual_report_day, next_weekday
from finsam.law.text import Lang
from finsam.models.base import Model
from finsam.testing import (
    BREAKABLE,
    UNDECIDABLE,
    breaking,
    days,
    forbund,
    lawful_forbund,
    undecided,
)
from finsam.testing.possible import first_day
from finsam.validation.engine.facts import FACT_TYPES
from finsam.validation.engine.rule import Rule
from finsam.validation.rules import BY_ID, RETIRED, RULES
from finsam.validation.subjects.board import last_day_to_announce

FIRST = date(2005, 1, 1)
each_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
each_breakable = pytest.mark.parametrize("rule_id", BREAKABLE)


rarely = settings(max_examples=max(settings().max_examples // 8, 6))
"""For what is asked of each rule by itself: together that is often."""


def days_in_force(rule: Rule[Any]) -> st.SearchStrategy[date]:
    """Days on which the rule is in force, the wording of what it cites is known, and it is due."""
    return days(first=first_day(rule), last=rule.last or date(2035, 12, 31))


def failed(report: Report) -> set[str]:
    return {finding.rule for finding in report.findings if finding.verdict is Verdict.FAIL}


class TestDeclarations:
    """A rule is declared whole: id, name, citation, texts, and what it can reach and entail."""

    def test_ids_and_names_are_unique_and_never_used_again(self) -> None:
        assert len({rule.id for rule in RULES}) == len({rule.name for rule in RULES}) == len(RULES)
        assert not BY_ID.keys() & RETIRED

    @each_rule
    def test_its_id_names_the_section_that_it_cites(self, rule: Rule[Any]) -> None:
        # 3-5 is about who takes part, and rests on what 1 § says of the area.
        section = "3" if rule.id == "FINSAM-3-5" else rule.cites[0].section
        named = section.replace(" ", "").upper()
        assert re.fullmatch(rf"FINSAM-{named}-[1-9][0-9]*", rule.id)
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", rule.name)

    @each_rule
    def test_it_can_do_more_than_pass(self, rule: Rule[Any]) -> None:
        # What is no breach of the förbund's can still be open. On what a förbundsordning may be
        # silent, it passes whatever it says; which it is is worded.
        assert rule.fail or rule.review or rule.reasons_to_be_open or rule.passes

    @each_rule
    def test_it_says_what_the_act_asks_and_where_the_reading_comes_from(
        self, rule: Rule[Any]
    ) -> None:
        assert "Source:" in rule.doc
        assert "Decided" in rule.doc

    @each_rule
    def test_it_entails_other_rules_that_exist(self, rule: Rule[Any]) -> None:
        assert set(rule.entails) <= BY_ID.keys() - {rule.id}

    @each_rule
    def test_its_two_messages_use_the_same_facts(self, rule: Rule[Any]) -> None:
        for text in (*rule.passes.values(), *rule.fail.values(), *rule.review.values()):
            used = [{name for _, name, _, _ in Formatter().parse(t) if name} for t in text]
            assert used[0] == used[1] <= FACT_TYPES.keys()

    @each_rule
    @pytest.mark.parametrize("lang", ["sv", "en"])
    def test_its_messages_speak_of_no_region_before_2020(self, rule: Rule[Any], lang: Lang) -> None:
        texts = [rule.title, *([rule.unlisted] if rule.unlisted else [])]
        for some in (rule.passes, rule.fail, rule.review, rule.inapplicable):
            texts += some.values()
        for text in texts:
            said = text.get(lang)
            assert "region" not in in_words_of(date(2019, 12, 31), said, lang).lower()
            assert in_words_of(date(2020, 1, 1), said, lang) == said

    @each_rule
    def test_what_it_cites_exists_on_every_day_it_is_in_force(self, rule: Rule[Any]) -> None:
        for wording in statute.provision(rule.cites[0].section).wordings:
            if rule.on(wording.first).wording is not None:
                assert wording.has(rule.cites[0]) is not False
                assert wording.has(rule.on(wording.first).citation) is True

    def test_every_fact_of_the_vocabulary_is_used(self) -> None:
        used = {
            name
            for rule in RULES
            for text in (*rule.fail.values(), *rule.review.values())
            for _, name, _, _ in Formatter().parse(text.sv)
            if name
        }
        # Missing members are named by the wording of what is open; a form goes into the actor, and
        # amounts beside what was agreed into the members, as does how many more of them there are.
        of_others = {"form", "amounts", "agreed", "more_members", "more_places"}
        assert used | of_others == FACT_TYPES.keys()


class TestBreaches:
    """Breaking one rule of a lawful förbund breaks that rule, and no other but what it declares."""

    @given(st.data())
    def test_the_lawful_passes_with_nothing_open(self, data: st.DataObject) -> None:
        on = data.draw(days(first=FIRST))
        report = check(data.draw(lawful_forbund(on=on)), on=on)
        assert {finding.why for finding in report.undecided} <= {"wording_unknown"}
        unknown = [f for f in report.undecided if f.basis is not Basis.GUIDANCE]
        assert report.verdict is (Verdict.REVIEW if unknown else Verdict.PASS)
        assert all(finding.day < date(2024, 1, 1) for finding in unknown)
        assert not report.deviations
        assert not report.unexamined

    @each_breakable
    @rarely
    @given(data=st.data(), chance=st.randoms(use_true_random=False))
    def test_breaking_it_is_found_in_any_order(
        self, rule_id: str, data: st.DataObject, chance: Random
    ) -> None:
        on = data.draw(days_in_force(BY_ID[rule_id]))
        document = data.draw(breaking(rule_id, on=on))
        report = check(document, on=on)
        assert rule_id in failed(report)
        assert failed(report) <= {rule_id, *BY_ID[rule_id].entails}
        assert_findings_keep_their_promises(document, report)
        assert_order_never_matters(document, report, chance)

    def test_every_rule_that_can_fail_can_be_broken(self) -> None:
        assert set(BREAKABLE) == {rule.id for rule in RULES if rule.fail}


class TestAnyDocument:
    """Whatever a well-formed document says, an answer keeps its promises."""

    @given(forbund(), days(), st.randoms(use_true_random=False))
    def test_each_finding_keeps_its_promises_in_any_order(
        self, document: Forbund, on: date, chance: Random
    ) -> None:
        report = check(document, on=on)
        assert_findings_keep_their_promises(document, report)
        assert_order_never_matters(document, report, chance)

    @pytest.mark.parametrize("rule_id", UNDECIDABLE)
    @settings(max_examples=max(rarely.max_examples // 3, 2))
    @given(data=st.data(), chance=st.randoms(use_true_random=False))
    def test_so_does_what_is_open(self, rule_id: str, data: st.DataObject, chance: Random) -> None:
        on = date(2009, 6, 1) if BY_ID[rule_id].last else date(2024, 6, 1)
        document = data.draw(undecided(rule_id, on=on))
        report = check(document, on=on)
        assert_findings_keep_their_promises(document, report)
        assert_order_never_matters(document, report, chance)

    @given(forbund(), days())
    def test_reports_survive_json_equal(self, document: Forbund, on: date) -> None:
        report = check(document, on=on)
        again = Report.from_json(report.to_json())
        assert again == report
        assert hash(again) == hash(report)
        assert again.verdict is report.verdict

    @pytest.mark.parametrize("path", REAL, ids=lambda path: path.stem)
    @rarely
    @given(chance=st.randoms(use_true_random=False))
    def test_order_never_matters_to_what_is_real(self, path: Path, chance: Random) -> None:
        document = Forbund.model_validate_json(path.read_bytes())
        assert_order_never_matters(document, check(document, on=date(2025, 6, 1)), chance)

    @given(forbund(), days(), st.sampled_from([2, 10, 1000]))
    def test_scaling_all_amounts_never_matters(
        self, document: Forbund, on: date, factor: int
    ) -> None:
        money = document.contributions or ()
        assume(all(c.amount < 10**8 for c in money))
        scaled = document.replace(
            rounded_to=document.rounded_to * factor,
            contributions=tuple(
                c.replace(
                    amount=c.amount * factor,
                    rounded_to=None if c.rounded_to is None else c.rounded_to * factor,
                )
                for c in money
            )
            if document.contributions is not None
            else None,
        )
        before, after = check(document, on=on).findings, check(scaled, on=on).findings
        assert [(f.rule, f.verdict, f.why, f.loc) for f in before] == [
            (f.rule, f.verdict, f.why, f.loc) for f in after
        ]

    @given(forbund(), days(), st.integers(0, 400))
    def test_verdicts_change_only_on_days_that_something_names(
        self, document: Forbund, first: date, later: int
    ) -> None:
        second = first + timedelta(days=later)
        assume(not any(first < day <= second for day in _days_that_matter(document)))
        # The year of the day is always asked about, so that years come and go with it.
        yearly = {"Year", "BudgetYear", "FinancialYear"}
        rules = [rule.id for rule in RULES if rule.about.__name__ not in yearly]
        before = check(document, on=first, rules=rules)
        after = check(document, on=second, rules=rules)
        assert [_but_day(f) for f in before.findings] == [_but_day(f) for f in after.findings]


def assert_findings_keep_their_promises(document: Forbund, report: Report) -> None:
    """Each is declared by its rule, worded by its facts, cites once, and stands in the document."""
    for finding in report.findings:
        assert (finding.verdict, finding.why) in BY_ID[finding.rule].answers
        assert bool(finding.missing) is (finding.verdict is Verdict.OPEN)
        # From nothing but its values, as when it is read from JSON.
        again = Finding.of(finding.values)
        for lang in get_args(Lang):
            assert finding.message(lang)
            assert finding.message(lang) == again.message(lang)
        cited = (finding.citation, *finding.beside)
        assert len(cited) == len(set(cited)), cited
        assert_is_placed(finding, document)


def assert_is_placed(finding: Finding, there: Any) -> None:  # noqa: ANN401  any part of a document
    """The place of a finding is one of the document."""
    for step in finding.loc:
        if there is None:
            # Of what is not known a part has no value, and yet a place.
            assert finding.verdict is Verdict.OPEN or finding.why == "either_way"
            return
        there = there[step] if isinstance(step, int) else getattr(there, step)


def assert_order_never_matters(document: Forbund, before: Report, chance: Random) -> None:
    after = check(_shuffled(document, chance), on=before.on)
    assert _unordered(after) == _unordered(before)
    assert (after.verdict, after.stage) == (before.verdict, before.stage)
    assert (after.unexamined, after.members) == (before.unexamined, before.members)


def _shuffled(part: Any, chance: Random) -> Any:  # noqa: ANN401  any part of a document
    """The same with every list in another order, also those in items."""
    if isinstance(part, tuple):
        mixed = [_shuffled(item, chance) for item in part]
        chance.shuffle(mixed)
        return tuple(mixed)
    if not isinstance(part, Model):
        return part
    lists = {
        name: _shuffled(getattr(part, name), chance)
        for name in type(part).model_fields
        if isinstance(getattr(part, name), tuple | Model)
    }
    return part.replace(**lists)


def _unordered(report: Report) -> Counter[tuple[object, ...]]:
    """What a report says; members are named in the order in which the document names them."""
    return Counter(
        (f.rule, f.verdict, f.why, f.ref, f.day, tuple(map(_sorted, f.fact_items)))
        for f in report.findings
    )


def _sorted(fact: tuple[str, Any]) -> tuple[str, Any]:
    name, value = fact
    return name, tuple(sorted(value)) if isinstance(value, tuple) else value


def _but_day(finding: Finding) -> tuple[object, ...]:
    """All but the day of the law, and of a seat still held, which are the day asked about."""
    facts = tuple((name, value) for name, value in finding.fact_items if name != "held")
    return finding.rule, finding.verdict, finding.why, finding.loc, facts


def _days_that_matter(document: Forbund) -> Iterator[date]:
    """Days in the document and the days after them, and days on which a wording changed."""
    stated = [value for _, _, value in facts(document)]
    listed = [one for value in stated if isinstance(value, tuple) for one in value]
    for day in stated + listed:
        if isinstance(day, date):
            yield from (day, day + timedelta(days=1))
            # A new förbund is new until the end of the year after its formation.
            yield date(min(day.year + 2, 9999), 1, 1)
            yield next_weekday(day) + timedelta(days=1)
            if day.year < 9990:
                # Minutes are adjusted within fourteen days, and announced within two of that.
                adjusted = next_weekday(day + timedelta(days=14))
                yield adjusted + timedelta(days=1)
                yield last_day_to_announce(adjusted) + timedelta(days=1)
                yield last_day_to_announce(day) + timedelta(days=1)
                # In its first year a förbund need not have any goals yet.
                yield add_months(day, 12)
    for rule in RULES:
        for place in rule.cites:
            yield from (w.first for w in statute.provision(place.section).wordings)
        yield from (day for day in (rule.first, rule.last and rule.last + timedelta(1)) if day)
    yield date(2007, 1, 1)  # Heby changes region
    # The last days for budgets, whose entries are judged when those have passed.
    for year in range(2003, 2037):
        yield next_weekday(date(year, 11, 30)) + timedelta(days=1)
    # And for reports of financial years that may end on any day.
    for report in (document.economy and document.economy.annual_reports) or ():
        due = annual_report_day(report.year_end or date(report.year, 12, 31))
        yield next_weekday(due) + timedelta(days=1)
