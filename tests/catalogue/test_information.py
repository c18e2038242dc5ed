"""More information turns no pass into a fail, and no fail into a pass.

A null may become whatever its field can hold, and a list that is not complete may get one entry
more. Not covered: days, which are part of the question, and defaults that are marked as statements.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path
from random import Random
from typing import Any, NamedTuple, TypeAlias, get_args

import pytest
from hostile import REAL
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError
from walking import facts, instead, models

from finsam import Forbund, Report, Verdict, check
from finsam.models.base import Loc, Model
from finsam.models.board import Seat
from finsam.models.complete import ListName
from finsam.models.forbundsordning import Forbundsordning
from finsam.models.scalars import Stated
from finsam.testing import (
    BREAKABLE,
    UNDECIDABLE,
    breaking,
    days,
    forbund,
    lawful_forbund,
    undecided,
)
from finsam.validation.engine.decision import Decision
from finsam.validation.rules import BY_ID

FIRST = date(2010, 7, 1)
ALWAYS_WHOLE = {
    "economy.auditors.for_members",
    "members",
    "area",
    "agreements.shares",
    "board.seats.also_represents",
    "forbundsordningar.shares",
}
"""Lists that are complete by what they are."""
OF_THEIR_OWN = {"contributions"}
"""What a paying member gives is unknown until it stands there: a law of its own."""

WRITTEN = [
    Forbund.model_validate_json(path.read_bytes()).replace(complete=())
    for path in (*REAL, Path(__file__).parents[1] / "data" / "rare.json")
]

few = settings(max_examples=max(settings().max_examples // 50, 1))
"""For what is asked of each rule by itself: together that is often."""


class Change(NamedTuple):
    """What becomes known.

    Attributes:
        less: the document before.
        more: the document after.
        filled: the place of the null that is filled, if one is.
        grown: the place of the list that gets an entry, if one does.
    """

    less: Forbund
    more: Forbund
    filled: Loc = ()
    grown: Loc = ()


def named(loc: Loc) -> str:
    """The dotted name of a field or list."""
    return ".".join(step for step in loc if isinstance(step, str))


def may_be_unknown(holder: type[Model], name: str) -> bool:
    """Whether null in a field says that something is not known, other than a day."""
    field = holder.model_fields[name]
    is_stated = any(isinstance(each, Stated) for each in field.metadata)
    is_day = "datetime.date" in str(field.annotation)
    return not field.is_required() and field.default is None and not is_stated and not is_day


Values: TypeAlias = Mapping[str, Sequence[Any]]


def values(*documents: Forbund) -> Values:
    """What documents say, by the name of the field."""
    found = defaultdict[str, list[Any]](list)
    for document in documents:
        for loc, _, value in facts(document):
            if value is not None and value not in found[named(loc)]:
                found[named(loc)].append(value)
    return found


def fillings(document: Forbund, known: Values) -> Iterator[Change]:
    """The document with each null filled, and with each fact unknown that could be."""
    for loc, holder, value in facts(document):
        if may_be_unknown(type(holder), str(loc[-1])):
            # A list that is named as complete is not null, and facts have to go together.
            with suppress(ValidationError):
                less = document if value is None else instead(document, loc, None)
                for fact in known[named(loc)][:2]:
                    yield Change(less, instead(document, loc, fact), filled=loc)


def additions(document: Forbund, known: Values) -> Iterator[Change]:
    """The document with an entry more in each list that may have more, or with one less before."""
    fixed = {*ALWAYS_WHOLE, *OF_THEIR_OWN, *document.complete}
    for loc, _, items in facts(document):
        is_whole = "all" in fixed or named(loc) in fixed
        if not isinstance(items, tuple) or not items or is_whole:
            continue
        before = [(items[:-1], items[-1])] if len(items) > 1 else []
        before += [(items, each[0]) for each in known[named(loc)][-2:] if each]
        for rest, entry in before:
            with suppress(ValidationError):
                if not is_no_gap(document, rest, entry):
                    less = instead(document, loc, rest)
                    yield Change(less, instead(document, loc, (*rest, entry)), grown=loc)


def is_no_gap(document: Forbund, rest: Sequence[Any], entry: object) -> bool:
    """Whether an entry is more than a gap filled."""
    if isinstance(entry, Forbundsordning):
        # What takes the place of the förbundsordning in force is another law for the board.
        first = entry.applies_from or date.min
        return any((one.applies_from or date.min) < first for one in rest)
    # How many ledamöter there are by the förbundsordning completes the list of them.
    ordningar = document.forbundsordningar or ()
    has_number = any(each.ledamoter is not None for each in ordningar)
    return isinstance(entry, Seat) and entry.role == "ledamot" and has_number


Key: TypeAlias = tuple[str, type, int | Loc]


def by_subject(report: Report) -> dict[Key, set[Verdict]]:
    """Each rule's verdicts on each subject."""
    found: dict[Key, set[Verdict]] = {}
    for rule, subjects, answers in report.answers:  # type: ignore[misc]  # nobody read it back
        for subject, answer in zip(subjects, answers, strict=True):
            # What is asked for each year has its entry's place once there is one.
            yearly = "Year" in type(subject).__name__
            key = (rule.id, type(subject), subject.facts["year"] if yearly else subject.loc)
            decisions = [answer] if isinstance(answer, Decision) else answer
            found[key] = {decision.verdict for decision in decisions} or {Verdict.PASS}
    return found


def assert_no_flip(change: Change, on: date) -> None:
    """No subject that passes fails with more known, and none that fails passes."""
    less, more = check(change.less, on=on), check(change.more, on=on)
    before, after = by_subject(less), by_subject(more)
    for key in before.keys() & after.keys():
        both = (*key, sorted(before[key]), sorted(after[key]), change.filled or change.grown)
        if Verdict.FAIL in before[key]:
            assert after[key] != {Verdict.PASS}, both
        if before[key] == {Verdict.PASS} and not is_in(change.grown, key[2]):
            assert Verdict.FAIL not in after[key], both
    if less.verdict is Verdict.FAIL:
        assert more.verdict is not Verdict.PASS
    if less.verdict is Verdict.PASS and not change.grown:
        assert more.verdict is not Verdict.FAIL


def is_in(grown: Loc, subject: int | Loc) -> bool:
    """Whether a list stands in an item that is judged: its entry may break what the item keeps."""
    if isinstance(subject, int) or not subject or not isinstance(subject[-1], int):
        return False
    return grown[: len(subject)] == subject


class TestAnyDocument:
    """Every null and every entry of a document, with what another document says there."""

    @given(forbund(), forbund(), days())
    def test_a_null_filled_flips_nothing(self, one: Forbund, other: Forbund, on: date) -> None:
        for change in fillings(one, values(one, other)):
            assert_no_flip(change, on)

    @given(forbund(), forbund(), days(first=FIRST))
    def test_an_entry_more_flips_nothing(self, one: Forbund, other: Forbund, on: date) -> None:
        for change in additions(one, values(other)):
            assert_no_flip(change, on)

    @given(forbund(), days())
    def test_what_a_paying_member_gives_flips_nothing(self, document: Forbund, on: date) -> None:
        # What is given in kind is a breach by itself.
        money = tuple(each for each in document.contributions or () if not each.in_kind)
        document = document.replace(contributions=money)
        for payer, year in {(each.payer, each.year) for each in money}:
            if pays_once(document, payer, year):
                paid = (payer, year, "ordinary")
                rest = tuple(c for c in money if (c.payer, c.year, c.kind) != paid)
                less = document.replace(contributions=rest)
                assert_no_flip(Change(less, document), on)


def pays_once(document: Forbund, payer: object, year: int) -> bool:
    """Whether a payer is a member in a year, and pays for itself, in one role."""
    periods = [each for each in document.members if each.actor == payer]
    return payer not in {"arbetsformedlingen", "kommun:0980"} and any(
        (each.joined or date.min).year <= year <= (each.left or date.max).year for each in periods
    )


class TestLawful:
    """What breaks nothing, with less known, and with something else."""

    @given(data=st.data(), other=forbund(), chance=st.randoms(use_true_random=False))
    def test_more_information_flips_nothing(
        self, data: st.DataObject, other: Forbund, chance: Random
    ) -> None:
        on = data.draw(days(first=FIRST))
        try_some(data.draw(lawful_forbund(on=on)), other, on, chance)


class TestEachRule:
    """What breaks a rule, and what leaves it open."""

    @pytest.mark.parametrize("rule", BREAKABLE)
    @few
    @given(data=st.data(), other=forbund(), chance=st.randoms(use_true_random=False))
    def test_more_information_mends_no_breach(
        self, rule: str, data: st.DataObject, other: Forbund, chance: Random
    ) -> None:
        on = day_of(rule)
        try_some(data.draw(breaking(rule, on=on)), other, on, chance)

    @pytest.mark.parametrize("rule", UNDECIDABLE)
    @few
    @given(data=st.data(), other=forbund(), chance=st.randoms(use_true_random=False))
    def test_more_information_settles_what_is_open_alone(
        self, rule: str, data: st.DataObject, other: Forbund, chance: Random
    ) -> None:
        on = day_of(rule)
        try_some(data.draw(undecided(rule, on=on)), other, on, chance)


def day_of(rule: str) -> date:
    """A day on which the rule is in force."""
    return date(2009, 6, 1) if BY_ID[rule].last else date(2024, 6, 1)


def try_some(document: Forbund, other: Forbund, on: date, chance: Random) -> None:
    """Try some of the changes that there are, with its lists as whole as they are, or with none."""
    if chance.random() < 0.5:
        document = document.replace(complete=())
    known = values(document, other)
    changes = [*fillings(document, known), *additions(document, known)]
    for change in chance.sample(changes, min(len(changes), 15)):
        assert_no_flip(change, on)


class TestComplete:
    """To say that a list is complete adds to what is known, and takes nothing back."""

    @pytest.mark.parametrize("rule", BREAKABLE)
    @few
    @given(data=st.data())
    def test_it_flips_nothing_and_settles_what_names_the_list(
        self, rule: str, data: st.DataObject
    ) -> None:
        on = day_of(rule)
        whole = data.draw(breaking(rule, on=on))
        bare = whole.replace(complete=())
        assert_no_flip(Change(bare, whole), on)
        for finding in check(bare, on=on, rules=[rule]).findings:
            if finding.why == "not_listed":
                with suppress(ValidationError):  # A list that is null cannot be complete.
                    told = bare.replace(complete={named(loc) for loc in finding.missing})
                    again = check(told, on=on, rules=[rule]).findings
                    assert not [f for f in again if (f.loc, f.why) == (finding.loc, finding.why)]

    @given(forbund(), days(first=FIRST))
    def test_a_missing_entry_is_named_by_a_list_that_may_have_more(
        self, document: Forbund, on: date
    ) -> None:
        for finding in check(document, on=on).findings:
            if finding.why == "not_listed":
                assert finding.verdict is Verdict.OPEN
                for loc in finding.missing:
                    assert named(loc) in get_args(ListName)
                    assert named(loc) not in document.complete


class TestEveryField:
    """Real documents, and one of what they seldom say, have every field and every list."""

    @pytest.mark.parametrize("document", WRITTEN, ids=lambda document: document.name)
    def test_more_information_flips_nothing(self, document: Forbund) -> None:
        known = values(document, *WRITTEN)
        for change in (*fillings(document, known), *additions(document, known)):
            assert_no_flip(change, date(2025, 6, 1))

    @pytest.mark.parametrize("document", WRITTEN, ids=lambda document: document.name)
    def test_a_flag_leaves_nothing_open_that_either_answer_settles_alike(
        self, document: Forbund
    ) -> None:
        on = date(2025, 6, 1)
        flags = [loc for loc, holder, _ in facts(document) if is_flag(type(holder), str(loc[-1]))]
        for loc in flags:
            unknown = check(instead(document, loc, None), on=on)
            for rule in {f.rule for f in unknown.undecided if f.missing == (loc,)}:
                both = (instead(document, loc, answer) for answer in (True, False))
                yes, no = (found(each, on, rule) for each in both)
                assert yes != no

    def test_every_field_that_may_be_unknown_is_tried(self) -> None:
        known = values(*WRITTEN)
        tried = {named(c.filled) for each in WRITTEN for c in fillings(each, known)}
        assert tried == set(unknowable(Forbund))

    def test_every_list_that_may_have_more_is_tried(self) -> None:
        known = values(*WRITTEN)
        tried = {named(c.grown) for each in WRITTEN for c in additions(each, known)}
        assert tried == set(get_args(ListName)) - ALWAYS_WHOLE - OF_THEIR_OWN - {"all"}

    def test_every_list_of_the_document_can_be_called_complete(self) -> None:
        assert set(lists(Forbund)) - ALWAYS_WHOLE == set(get_args(ListName)) - {"all"}


def is_flag(holder: type[Model], name: str) -> bool:
    """Whether a field says yes, no or, by null, that it is not known."""
    return may_be_unknown(holder, name) and "bool" in str(holder.model_fields[name].annotation)


def found(document: Forbund, on: date, rule: str) -> list[str]:
    """The verdicts of a rule on a document."""
    return sorted(f.verdict.value for f in check(document, on=on, rules=[rule]).findings)


def unknowable(document: type[Model]) -> Iterator[str]:
    """The names of the fields in which null says that something is not known."""
    for way, model in models(document):
        yield from (f"{way}{name}" for name in model.model_fields if may_be_unknown(model, name))


def lists(document: type[Model]) -> Iterator[str]:
    """The names of all lists."""
    for way, model in models(document):
        for name, field in model.model_fields.items():
            if "tuple[" in str(field.annotation):
                yield f"{way}{name}"
