"""Membership, area and what is in force, compared with a day-by-day look-up."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from finsam import Forbund
from finsam.law.parties import PartyKind
from finsam.validation.engine.timeline import Timeline
from finsam.validation.engine.verdict import Stage

FIRST = date(2023, 12, 20)
DAYS = [FIRST + timedelta(days=number) for number in range(30)]
KOMMUNER = ["kommun:0319", "kommun:0331", "kommun:0360"]
KEYS = ["kommun:0331", "kommun:0319", "region:12", "arbetsformedlingen", "forsakringskassan"]
day_numbers = st.integers(0, len(DAYS) - 1)
on_days = st.sampled_from(DAYS)
Period = tuple[date | None, date | None]


@st.composite
def apart(draw: st.DrawFn) -> list[Period]:
    """Periods that do not overlap, the first and the last of which may be open, in any order."""
    cuts = sorted(draw(st.sets(day_numbers, max_size=6)))
    periods: list[Period] = [
        (DAYS[a], DAYS[b]) for a, b in zip(cuts[::2], cuts[1::2], strict=False)
    ]
    from_the_beginning, to_the_end = draw(st.booleans()), draw(st.booleans())
    if periods and from_the_beginning:
        periods[0] = (None, periods[0][1])
    if periods and to_the_end:
        periods[-1] = (periods[-1][0], None)
    return draw(st.permutations(periods))


spans = st.tuples(day_numbers, day_numbers).map(lambda ends: (DAYS[min(ends)], DAYS[max(ends)]))
always: st.SearchStrategy[Period] = st.just((None, None))
any_period = (
    always | spans | spans.map(lambda span: (None, span[1])) | spans.map(lambda s: (s[0], None))
)


def question(**reported: Any) -> Timeline:  # noqa: ANN401  whatever a document holds
    document = {"name": "x", "members": ["forsakringskassan"], **reported}
    return Timeline(Forbund.model_validate(document), FIRST)


def goes_on(period: Period, day: date) -> bool:
    first, last = period
    return (first is None or first <= day) and (last is None or day <= last)


def between(first: date, last: date) -> list[date]:
    return [day for day in DAYS if first <= day <= last]


class TestMembers:
    @given(st.fixed_dictionaries(dict.fromkeys(KEYS, apart())), st.permutations(KEYS), spans)
    def test_a_member_is_one_on_some_day_of_a_period(
        self, periods: dict[str, list[Period]], order: list[str], span: tuple[date, date]
    ) -> None:
        asked = question(
            members=[
                {"actor": key, "joined": joined, "left": left}
                for key in order
                for joined, left in periods[key]
            ]
        )
        there = {
            key
            for key, some in periods.items()
            if any(goes_on(period, day) for period in some for day in between(*span))
        }
        assert {key for key in KEYS if asked.is_member(key, *span)} == there
        # Heby is found by its former code, too, and is one kommun.
        assert asked.is_member("kommun:1917", *span) is ("kommun:0331" in there)
        found = asked.members(*span)
        assert list(found) == list(PartyKind)
        assert asked.members(*span) == found
        assert sorted(key for keys in found.values() for key in keys) == sorted(there)

    def test_the_first_day_and_the_last_are_within(self) -> None:
        member = {"actor": "region:12", "joined": DAYS[3], "left": DAYS[5]}
        asked = question(members=[member])
        there = [asked.is_member("region:12", day, day) for day in DAYS[2:7]]
        assert there == [False, True, True, True, False]

    @given(st.permutations(KEYS), st.sets(st.sampled_from(KEYS)))
    def test_parties_are_in_order_of_kind_and_key(self, order: list[str], some: set[str]) -> None:
        asked = question(members=[key for key in order if key in some])
        expected = [
            "forsakringskassan",
            "arbetsformedlingen",
            "region:12",
            "kommun:0319",
            "kommun:0331",
        ]
        assert list(asked.parties(FIRST)) == [key for key in expected if key in some]


class TestStage:
    @given(st.none() | on_days, st.none() | on_days)
    def test_it_exists_from_its_first_day_to_its_last(
        self, formed: date | None, dissolved: date | None
    ) -> None:
        if formed is None or dissolved is None or formed <= dissolved:
            stage = question(formed=formed, dissolved=dissolved).stage
            if dissolved and dissolved < FIRST:
                assert stage is Stage.DISSOLVED
            elif formed is None:
                assert stage is Stage.UNKNOWN
            else:
                assert stage is (Stage.FORMED if formed <= FIRST else Stage.NOT_FORMED)

    def test_one_of_a_day_exists_on_it(self) -> None:
        assert question(formed=FIRST, dissolved=FIRST).stage is Stage.FORMED

    @pytest.mark.parametrize(
        ("have", "is_whole", "stage"),
        [
            (3, False, Stage.FORMED),
            (2, True, Stage.NOT_FORMED),
            # The third may have adopted it, too.
            (2, False, Stage.UNKNOWN),
        ],
    )
    def test_without_a_first_day_it_exists_once_all_have_adopted_a_forbundsordning(
        self, have: int, is_whole: bool, stage: Stage
    ) -> None:
        members = ["forsakringskassan", "region:12", "kommun:1286"]
        adopted = [{"member": key, "day": FIRST} for key in members[:have]]
        document = {"name": "x", "members": members, "forbundsordningar": [{"adopted": adopted}]}
        complete = ["forbundsordningar.adopted"] if is_whole else []
        forbund = Forbund.model_validate({**document, "complete": complete})
        assert Timeline(forbund, FIRST).stage is stage
        assert Timeline(forbund, FIRST - timedelta(days=1)).stage is Stage.NOT_FORMED


class TestArea:
    @given(
        st.lists(st.tuples(st.sampled_from([None, "norra", "södra"]), any_period), max_size=5),
        st.sampled_from([None, "norra", "södra"]),
        on_days,
    )
    def test_a_part_is_in_it_if_it_or_the_whole_is_on_the_day(
        self, parts: list[tuple[str | None, Period]], part: str | None, day: date
    ) -> None:
        asked = question(
            area=[
                {"kommun": "kommun:0319", "part": name, "joined": first, "left": last}
                for name, (first, last) in parts
            ]
        )
        then = [name for name, period in parts if goes_on(period, day)]
        expected = True if {None, part} & {*then} else (None if then else False)
        assert asked.is_in_area("kommun:0319", part, day, day) is expected
        assert asked.is_in_area("kommun:0331", part, day, day) is False
        assert asked.area(day) == [("kommun:0319", name) for name in then]

    def test_a_part_that_has_left_is_in_it_no_more(self) -> None:
        first, middle, last = DAYS[0], DAYS[5], DAYS[9]
        asked = question(
            area=[
                {"kommun": "kommun:0319", "joined": middle},
                {"kommun": "kommun:0331", "left": middle},
                {"kommun": "kommun:0360", "part": "norra"},
                {"kommun": "kommun:0360", "left": middle},
            ]
        )
        there = [
            (asked.is_in_area(each, None, day, day)) for each in KOMMUNER for day in (first, last)
        ]
        assert there == [False, True, True, False, True, None]
        on_the_day = [(kommun, None) for kommun in KOMMUNER]
        assert asked.area(middle) == [*on_the_day[:2], ("kommun:0360", "norra"), on_the_day[2]]
        assert asked.is_in_area("kommun:0360", "södra", first, first) is True
        assert asked.is_in_area("kommun:0360", "norra", last, last) is True

    def test_a_part_may_come_back(self) -> None:
        spans = [(DAYS[6], DAYS[8]), (DAYS[0], DAYS[2])]
        asked = question(area=[{"kommun": "kommun:0319", "joined": a, "left": b} for a, b in spans])
        there = [asked.is_in_area("kommun:0319", None, day, day) for day in DAYS[:10]]
        assert there == [True] * 3 + [False] * 3 + [True] * 3 + [False]

    @given(apart(), on_days)
    def test_without_one_it_is_the_member_kommuner(self, periods: list[Period], day: date) -> None:
        some = [{"actor": "kommun:0319", "joined": a, "left": b} for a, b in periods]
        asked = question(members=some)
        there = any(goes_on(p, day) for p in periods)
        assert asked.is_in_area("kommun:0319", None, day, day) is there
        assert asked.area(day) == ([("kommun:0319", None)] if there else [])


class TestWhatIsInForce:
    @given(st.sets(day_numbers, max_size=4), st.booleans(), on_days, spans)
    def test_a_forbundsordning_is_until_the_next(
        self, numbers: set[int], from_the_beginning: bool, day: date, span: tuple[date, date]
    ) -> None:
        starts: list[date | None] = [DAYS[number] for number in sorted(numbers, reverse=True)]
        starts += [None] if from_the_beginning else []
        asked = question(forbundsordningar=[{"applies_from": start} for start in starts])

        def in_force(then: date) -> int | None:
            begun = [(s or date.min, n) for n, s in enumerate(starts) if (s or date.min) <= then]
            return max(begun)[1] if begun else None

        found = asked.ordning(day)
        assert (found and found[0]) == in_force(day)
        numbers_then = {in_force(then) for then in between(*span)} - {None}
        assert {number for number, _ in asked.ordningar(*span)} == numbers_then

    @given(st.sets(st.integers(2010, 2030), max_size=6), st.booleans(), st.integers(2008, 2033))
    def test_an_agreement_is_for_its_years(self, years: set[int], goes_on: bool, year: int) -> None:
        cuts = sorted(years)
        spans = list(zip(cuts[::2], cuts[1::2], strict=False))
        agreements = [
            {
                "pool": "kommun",
                "from_year": first,
                "to_year": None if goes_on and (first, last) == spans[-1] else last,
                "shares": [{"member": "kommun:0319", "share": "1"}],
            }
            for first, last in reversed(spans)
        ]
        asked = question(agreements=agreements)
        found = asked.agreement("kommun", year)
        expected = [
            first
            for first, last in spans
            if first <= year and (year <= last or (goes_on and (first, last) == spans[-1]))
        ]
        assert ([found.from_year] if found else []) == expected
        assert asked.agreement("region", year) is None
