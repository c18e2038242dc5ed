"""A list says what is known, and not that there is nothing more, unless the document says so."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, TypeAlias, get_args

import pytest
from hypothesis import assume, given, reject, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from finsam import Forbund, Verdict, check
from finsam.models.actors import ExternalActor
from finsam.models.base import Loc, Model
from finsam.models.complete import ListName
from finsam.models.forbundsordning import Forbundsordning
from finsam.models.insats import AreaPart, Insats
from finsam.testing import BREAKABLE, breaking, days, forbund, insatser, lawful_forbund, member_keys
from finsam.testing.any_model import any_of
from finsam.testing.parts import area_parts, external_actors
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


def lists(part: Model, loc: Loc = ()) -> Iterator[tuple[Loc, tuple[Any, ...]]]:
    """Every list in a document, with its place."""
    for name in type(part).model_fields:
        value = getattr(part, name)
        if isinstance(value, tuple):
            yield (*loc, name), value
            for number, item in enumerate(value):
                if isinstance(item, Model):
                    yield from lists(item, (*loc, name, number))
        elif isinstance(value, Model):
            yield from lists(value, (*loc, name))


def list_name(loc: Loc) -> str:
    return ".".join(step for step in loc if isinstance(step, str))


def may_have_more(document: Forbund) -> list[tuple[Loc, tuple[Any, ...]]]:
    fixed = ALWAYS_WHOLE | OF_THEIR_OWN | document.complete
    return [(loc, items) for loc, items in lists(document) if items and list_name(loc) not in fixed]


def another(of: object) -> st.SearchStrategy[Any]:
    """Any other entry of the same kind."""
    if isinstance(of, Insats):
        return insatser()
    if isinstance(of, AreaPart):
        return area_parts()
    if isinstance(of, ExternalActor):
        return external_actors()
    if isinstance(of, Model):
        return any_of(type(of))
    if isinstance(of, date):
        return days()
    return member_keys().filter(lambda key: key.split(":")[0] == str(of).split(":")[0])


def with_entry(part: Any, loc: Loc, entry: object) -> Any:  # noqa: ANN401  any part
    """The same, with one more entry in the list at a place."""
    if not loc:
        return (*part, entry)
    step, *rest = loc
    if isinstance(part, tuple):
        return tuple(
            with_entry(item, tuple(rest), entry) if number == step else item
            for number, item in enumerate(part)
        )
    name = str(step)
    return part.replace(**{name: with_entry(getattr(part, name), tuple(rest), entry)})


Key: TypeAlias = tuple[str, type, int | Loc]


def by_subject(document: Forbund, on: date) -> dict[Key, set[Verdict]]:
    found: dict[Key, set[Verdict]] = {}
    for rule, subjects, answers in check(document, on=on).answers:  # type: ignore[misc]
        for subject, given_ in zip(subjects, answers, strict=True):
            # What is asked for each year has its entry's place once there is one.
            yearly = "Year" in type(subject).__name__
            key = (rule.id, type(subject), subject.facts["year"] if yearly else subject.loc)
            decisions = [given_] if isinstance(given_, Decision) else given_
            found[key] = {decision.verdict for decision in decisions} or {Verdict.PASS}
    return found


def passes(verdicts: set[Verdict]) -> bool:
    return verdicts <= {Verdict.PASS}


def assert_no_flip(document: Forbund, loc: Loc, entry: object, on: date) -> None:
    try:
        more = with_entry(document, loc, entry)
    except ValidationError:
        return
    before, after = by_subject(document, on), by_subject(more, on)
    for key in before.keys() & after.keys():
        said = (*key, sorted(before[key]), sorted(after[key]), "entry added to", loc)
        if Verdict.FAIL in before[key]:
            assert not passes(after[key]), said
        # An entry may break what the thing that it is put into keeps, and nothing else.
        of_item = isinstance(key[2], tuple) and key[2] and isinstance(key[2][-1], int)
        is_own = isinstance(key[2], tuple) and of_item and loc[: len(key[2])] == key[2]
        if passes(before[key]) and not is_own:
            assert Verdict.FAIL not in after[key], said


class TestEntries:
    """An entry more is no breach of anything but itself, and mends no breach."""

    @given(forbund(), days(first=FIRST), st.data())
    def test_of_any_forbund(self, document: Forbund, on: date, data: st.DataObject) -> None:
        self._try(document, on, data)

    @settings(max_examples=60)
    @given(days(first=FIRST), st.data())
    def test_of_the_lawful(self, on: date, data: st.DataObject) -> None:
        document = data.draw(lawful_forbund(on=on)).replace(complete=())
        self._try(document, on, data)

    @pytest.mark.parametrize("rule", BREAKABLE)
    @settings(max_examples=4)
    @given(data=st.data())
    def test_of_each_breach(self, rule: str, data: st.DataObject) -> None:
        last = BY_ID[rule].last
        on = date(2009, 6, 1) if last else date(2024, 6, 1)
        document = data.draw(breaking(rule, on=on)).replace(complete=())
        self._try(document, on, data)

    def _try(self, document: Forbund, on: date, data: st.DataObject) -> None:
        places = may_have_more(document)
        assume(places)
        loc, items = data.draw(st.sampled_from(places))
        try:
            entry = data.draw(another(items[0]))
        except ValidationError:
            reject()
        # What replaces the förbundsordning in force is another law for the board, not a gap filled.
        assume(not (isinstance(entry, Forbundsordning) and _replaces(entry, items)))
        assert_no_flip(document, loc, entry, on)


def _replaces(ordning: Forbundsordning, those_before: Sequence[Forbundsordning]) -> bool:
    first = ordning.applies_from or date.min
    return any((one.applies_from or date.min) < first for one in those_before)


class TestComplete:
    """To say that a list is complete adds to what is known, and takes nothing back."""

    @pytest.mark.parametrize("rule", BREAKABLE)
    @settings(max_examples=2)
    @given(data=st.data())
    def test_it_flips_nothing(self, rule: str, data: st.DataObject) -> None:
        on = date(2009, 6, 1) if BY_ID[rule].last else date(2024, 6, 1)
        whole = data.draw(breaking(rule, on=on))
        before, after = by_subject(whole.replace(complete=()), on), by_subject(whole, on)
        for key in before.keys() & after.keys():
            both = {passes(before[key]), passes(after[key])}
            assert not (both == {True, False} and Verdict.FAIL in before[key] | after[key]), key

    @given(forbund(), days(first=FIRST))
    def test_a_missing_entry_is_named_by_a_list_that_may_have_more(
        self, document: Forbund, on: date
    ) -> None:
        for finding in check(document, on=on).findings:
            if finding.why == "not_listed":
                assert finding.verdict is Verdict.OPEN
                for loc in finding.missing:
                    assert list_name(loc) in get_args(ListName)
                    assert list_name(loc) not in document.complete


def test_every_list_of_the_document_can_be_called_complete() -> None:
    def names(model: type[Model], way: str = "") -> Iterator[str]:
        for name, field in model.model_fields.items():
            for kind in _kinds(field.annotation):
                if isinstance(kind, type) and issubclass(kind, Model):
                    yield from names(kind, f"{way}{name}.")
            if "tuple[" in str(field.annotation):
                yield f"{way}{name}"

    assert set(names(Forbund)) - ALWAYS_WHOLE == set(get_args(ListName)) - {"all"}


def _kinds(annotation: object) -> Iterator[object]:
    yield annotation
    for kind in get_args(annotation):
        yield from _kinds(kind)
