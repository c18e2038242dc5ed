"""14–17 §§: who appoints after an election, who steps in, when it ends, and who leads the board."""

from datetime import date, timedelta
from typing import Any

from asking import LEAVE_A_PLACE_EMPTY, LEAVE_NONE, LOCAL, ON, STATE, WHOEVER, answers, asked, day
from hypothesis import given
from hypothesis import strategies as st

ENDS = [*LEAVE_NONE, *LEAVE_A_PLACE_EMPTY]


ELECTIONS = [date(2022, 9, 11), date(2026, 9, 13)]
"""General elections, on the second Sunday of September."""
NEAR_AN_ELECTION = st.dates(date(2020, 1, 1), date(2027, 12, 31)) | st.builds(
    lambda near, n: near + timedelta(days=n),
    st.sampled_from([*ELECTIONS, date(2022, 12, 31), date(2026, 12, 31), date(2020, 1, 1)]),
    st.integers(-2, 2),
)


class TestNewlyElectedAppoint:
    """In a year in which elections have been held the newly elected appoint (14 § 1 st.)."""

    @given(
        WHOEVER,
        st.sampled_from([True, True, True, True, False]).flatmap(
            lambda known: NEAR_AN_ELECTION if known else st.none()
        ),
        st.sampled_from([False, False, True, None]),
        st.none() | st.integers(-1, 1),
    )
    def test_the_old_ones_do_not_once_it_has_been_held(
        self, key: str, appointed: date | None, newly: bool | None, later: int | None
    ) -> None:
        start = None
        if later is not None:
            start = date((appointed or ON).year + later, 12, 31)
        seat = {
            "member": key,
            "role": "ledamot",
            "appointed": appointed,
            "start": start,
            "by_newly_elected": newly,
        }
        (found,) = answers("FINSAM-14-1", on=date(2028, 1, 1), board={"seats": [seat]})
        is_after = appointed is None or any(
            election <= appointed <= date(election.year, 12, 31) for election in ELECTIONS
        )
        if appointed is not None and appointed < date(2020, 1, 1):
            assert found == "review wording_unknown"
        elif key in STATE:
            assert found == "not_applicable agency"
        elif appointed is not None and not is_after:
            in_year = appointed.year in {2022, 2026}
            if in_year and later is None:
                assert found == "open not_known"
            else:
                # For the next term it may have been too early.
                early = in_year and later == 1
                assert found == (
                    "review before_election" if early else "not_applicable no_election"
                )
        elif newly:
            # They take office on 15 October.
            sit = appointed is None or (appointed.month, appointed.day) >= (10, 15)
            assert found == ("pass as_asked" if sit else "review not_sitting_yet")
        elif appointed is None or newly is None or later is None:
            assert found == "open not_known"
        else:
            # For the rest of the old term somebody may have had to.
            assert found == ("fail by_the_old" if later == 1 else "review rest_of_term")


class TestOfTheSameMember:
    """An ersättare steps in only for a ledamot chosen by the same member (15 § 1 st. 3 men.)."""

    @given(st.lists(st.tuples(WHOEVER, st.none() | WHOEVER), max_size=4))
    def test_and_not_for_anybody_elses(self, seats: list[tuple[str, str | None]]) -> None:
        written = [
            {"member": key, "role": "ledamot", "stepped_in_for": replaced}
            for key, replaced in seats
        ]
        expected = [
            "not_applicable appointed_to_it"
            if replaced is None
            else ("pass as_asked" if replaced == key else "fail of_another_member")
            for key, replaced in seats
        ]
        assert answers("FINSAM-15-1", board={"seats": written}) == expected

    def test_heby_is_the_same_kommun_by_its_former_code(self) -> None:
        seat = {"member": "kommun:0331", "role": "ledamot", "stepped_in_for": "kommun:1917"}
        assert answers("FINSAM-15-1", board={"seats": [seat]}) == ["pass as_asked"]


NEXT = [None, ("stepped_in", 0), ("stepped_in", 1), ("appointed", 1), ("appointed", 2)]
"""Who takes the place of a ledamot next, so many days after the last: nobody, an ersättare, or
somebody appointed anew."""


class TestSteppingIn:
    """When a ledamot leaves in the term, an ersättare there is steps in (15 § 1 st. 1 men.)."""

    @given(
        st.sampled_from(["resigned", "died", None]) | st.sampled_from(ENDS),
        st.sampled_from(["sits", "sits", "sits", "stepped_in", "left", "came after", "none"]),
        st.sampled_from(NEXT),
        st.sampled_from([("appointed", 3), ("stepped_in", 3)]),
        st.tuples(st.booleans(), st.booleans()),
    )
    def test_the_next_to_take_the_place_is_an_ersattare(
        self,
        how: str | None,
        ersattare: str,
        taken: tuple[str, int] | None,
        after: tuple[str, int],
        others: tuple[bool, bool],
    ) -> None:
        has_another, is_whole = others
        mine = {"member": LOCAL[1], "role": "ledamot"}
        last = {"end": day(-9), "ended_by": how}
        seats: list[dict[str, Any]] = [{**mine, **last}]
        substitute = {"member": LOCAL[1], "role": "ersattare"}
        fates: dict[str, dict[str, Any]] = {
            "sits": {},
            "stepped_in": {"end": day(-9), "ended_by": "stepped_in"},
            "left": {"end": day(-9), "ended_by": "resigned"},
            "came after": {"start": day(-8)},
        }
        if ersattare != "none":
            seats.append({**substitute, **fates[ersattare]})
        for who in [taken, after] if taken else []:
            step = {"stepped_in_for": LOCAL[1]} if who[0] == "stepped_in" else {}
            seats.append({**mine, "start": day(who[1] - 9), **step})
        if has_another:
            seats.append({**mine, "start": day(-99)})
        # Another member's ersättare is nobody's here, and its step-in is not theirs.
        seats.append({"member": LOCAL[2], "role": "ersattare"})
        other = {"member": LOCAL[2], "role": "ledamot", "stepped_in_for": LOCAL[2]}
        seats.append({**other, "start": day(-8)})
        complete = ["board.seats"] if is_whole else []
        found = answers("FINSAM-15-2", board={"seats": seats}, complete=complete)[0]
        if how in LEAVE_NONE:
            assert found == "not_applicable not_vacant"
        elif is_whole and ersattare not in {"sits", "stepped_in"}:
            assert found == "not_applicable no_ersattare"
        elif taken and taken[0] == "stepped_in":
            assert found == "pass as_asked"
        elif how is None:
            assert found == "open not_known"
        elif not is_whole:
            assert found == "open not_listed"
        elif how not in {"resigned", "died"}:
            assert found == "review ended_otherwise"
        else:
            # An ersättare may be chosen for one of several ledamöter alone.
            assert found == ("review one_of_several" if has_another else "fail not_stepped_in")

    @given(
        st.sampled_from([-2, -1, -1, 0, 1]),
        st.sampled_from(["ledamot", "ledamot", "ledamot", "ersattare"]),
        st.sampled_from([None, None, -2, -1, 0, 1]),
        st.sampled_from([None, -2, -1, -1, 0, 1]),
    )
    def test_it_is_asked_of_a_ledamot_who_has_left_within_the_term(
        self, end: int, role: str, first: int | None, last: int | None
    ) -> None:
        if first is not None and last is not None:
            last = max(first, last)
        leaving = {"member": LOCAL[1], "role": role, "end": day(end), "ended_by": "resigned"}
        board = {
            "seats": [leaving, {"member": LOCAL[1], "role": "ersattare"}],
            "term_start": None if first is None else day(first),
            "term_end": None if last is None else day(last),
        }
        found = answers("FINSAM-15-2", board=board)
        if end > 0:
            assert found == []
        elif role == "ersattare":
            assert found == ["not_applicable ersattare"]
        elif end in {0, last} or end + 1 == first:
            # Nobody's place is empty yet, or nothing of the term is left.
            assert found == ["not_applicable not_vacant"]
        else:
            assert found == ["fail not_stepped_in"]

    @given(
        st.lists(
            st.tuples(
                st.sampled_from([None, 0, 1, 2, 3]),
                st.sampled_from([None, None, "mine", "another's"]),
                st.booleans(),
            ),
            max_size=4,
        )
    )
    def test_they_are_called_in_the_order_that_was_decided(
        self, ersattare: list[tuple[int | None, str | None, bool]]
    ) -> None:
        mine = {"member": LOCAL[1], "role": "ledamot"}
        seats: list[dict[str, Any]] = [
            {**mine, "ref": "mine", "end": day(-9), "ended_by": "resigned"},
            {**mine, "start": day(-8), "stepped_in_for": LOCAL[1]},
        ]
        for order, personal, is_called in ersattare:
            seat = {"member": LOCAL[1], "role": "ersattare", "call_order": order}
            last = {"end": day(-9), "ended_by": "stepped_in"} if is_called else {}
            seats.append({**seat, "ersattare_for": personal, **last})
        found = answers("FINSAM-15-2", board={"seats": seats})[0]
        # Who was chosen for the ledamot comes before all others; who has no number, nowhere.
        turns = [
            (0 if personal else order or 99, is_called)
            for order, personal, is_called in ersattare
            if personal != "another's"
        ]
        called = [turn for turn, is_called in turns if is_called]
        is_late = len(called) == 1 and called[0] < 99 and min(turns)[0] < called[0]
        if not turns:
            assert found == "not_applicable no_ersattare"
        else:
            assert found == ("review out_of_order" if is_late else "pass as_asked")


LAWFUL = "as_asked"
NO_GROUND = {
    "majority_changed": ("no_ground", LAWFUL, LAWFUL),
    "recalled": ("no_ground", LAWFUL, LAWFUL),
    "mandate_expired": (LAWFUL, "mandate_expired", LAWFUL),
    "employment_ended": (LAWFUL, LAWFUL, "not_agency"),
    "other": ("other_ground", LAWFUL, LAWFUL),
    None: ("not_known", "not_known", "not_known"),
}
"""What is said of an end by each sentence of 16 §: of 1 st. 1 men., of its 2 men. and of 2 st."""


class TestHowItEnds:
    """An assignment ends on the grounds that the act names, and on no others (16 §)."""

    @given(
        st.lists(
            st.tuples(
                WHOEVER,
                st.sampled_from(ENDS) | st.just("term"),
                st.integers(-1, 1),
                st.sampled_from([date(2023, 4, 1), date(2025, 5, 5), date(2026, 3, 31)]),
            ),
            max_size=6,
        ),
        st.sampled_from([True, True, False, None]),
    )
    def test_each_by_its_ground_and_by_who_recalled(
        self, departures: list[tuple[str, str | None, int, date]], term: bool | None
    ) -> None:
        first, last = date(2023, 4, 1), date(2026, 3, 31)
        seats = []
        expected: dict[str, list[str]] = {"1": [], "2": [], "3": []}
        for key, how, off, near in departures:
            end = near + timedelta(days=off)
            seats.append({"member": key, "role": "ledamot", "end": end, "ended_by": how})
            ground, mandate, employment = NO_GROUND.get(how, (LAWFUL, LAWFUL, LAWFUL))
            if how == "term" and term and first <= end < last:
                ground = "term_goes_on"
            if key in STATE:
                # The agencies may recall whom they no longer employ.
                employment = LAWFUL
            for number, why in zip("123", (ground, mandate, employment), strict=True):
                expected[number].append(why)
        facts: dict[str, Any] = {"seats": seats}
        if term is not None:
            facts |= {"term_start": first, "term_end": last if term else None}
        found: dict[str, list[str]] = {"1": [], "2": [], "3": []}
        for f in asked("FINSAM-16", board=facts):
            found[f.rule[-1]].append(f.why)
        assert found == expected

    @given(st.sampled_from(ENDS), st.integers(-2, 2))
    def test_since_2020_it_is_known(self, how: str | None, off: int) -> None:
        end = date(2020, 1, 1) + timedelta(days=off)
        seat = {"member": LOCAL[0], "role": "ersattare", "end": end, "ended_by": how}
        whys = {f.why for f in asked("FINSAM-16", board={"seats": [seat]})}
        assert ("wording_unknown" in whys) == (off < 0)
        assert len(whys) == 1 or off >= 0

    def test_the_verdicts(self) -> None:
        verdicts = {
            "as_asked": "pass",
            "no_ground": "fail",
            "mandate_expired": "fail",
            "not_agency": "fail",
            "other_ground": "review",
            "term_goes_on": "review",
            "not_known": "open",
        }
        seats = [
            {"member": LOCAL[0], "role": "ledamot", "end": day(-9), "ended_by": how} for how in ENDS
        ]
        board = {"seats": seats, "term_start": day(-10), "term_end": day(99)}
        found = {f.why: f.verdict.value for f in asked("FINSAM-16", board=board)}
        assert found == verdicts


class TestChairs:
    """The board chooses one chair and one or two vice chairs among its ledamöter (17 §)."""

    @given(
        st.sampled_from([0, 1, 1, 2]),
        st.integers(0, 3),
        st.sampled_from([0, 0, 1]),
        st.booleans(),
        st.sampled_from(["ledamot", "ledamot", "ledamot", "ersattare"]),
    )
    def test_as_many_as_the_act_says_on_the_day(
        self, chairs: int, vices: int, unknown: int, is_whole: bool, role: str
    ) -> None:
        offices = ["chair"] * chairs + ["vice_chair"] * vices + [None] * unknown + ["none"]
        seats: list[dict[str, Any]] = [
            {"member": LOCAL[0], "role": role, "office": office, "start": ON, "end": ON}
            for office in offices
        ]
        # Who held it until the day before, or will from the day after, counts for nothing.
        for office in ("chair", "vice_chair", None):
            other = {"member": LOCAL[1], "role": "ledamot", "office": office}
            seats += [{**other, "end": day(-1)}, {**other, "start": day(1)}]
        board: dict[str, Any] = {"seats": seats}
        complete = ["board.seats"] if is_whole else []
        (chair,) = answers("FINSAM-17-1", board=board, complete=complete)
        (vice,) = answers("FINSAM-17-2", board=board, complete=complete)
        if role == "ersattare" and is_whole:
            assert chair == vice == "not_applicable no_ledamoter"
            return
        # The act sets no day for the choice.
        none = "review" if is_whole else "open"
        too_many = "fail" if is_whole else "review"
        of_chair = "open" if unknown and chairs < 2 else {0: none, 1: "pass"}.get(chairs, too_many)
        assert chair.split()[0] == of_chair
        of_vice = {0: none, 1: "pass", 2: "pass"}.get(vices, too_many)
        assert vice.split()[0] == ("open" if unknown and vices < 3 else of_vice)

    @given(
        st.lists(
            st.tuples(
                WHOEVER,
                st.sampled_from(["ledamot", "ersattare", "ersattare"]),
                st.sampled_from(["chair", "vice_chair", "none", "none", "none", None]),
                st.integers(-1, 0),
            ),
            max_size=4,
        )
    )
    def test_an_ersattare_has_no_office(
        self, seats: list[tuple[str, str, str | None, int]]
    ) -> None:
        written = [
            {"member": key, "role": role, "office": office, "end": day(end)}
            for key, role, office, end in seats
        ]
        expected = [
            "pass as_asked"
            if role == "ledamot" or office == "none"
            else ("fail ersattare_in_office" if office else "open not_known")
            for _, role, office, _ in seats
        ]
        assert answers("FINSAM-17-3", board={"seats": written}) == expected
