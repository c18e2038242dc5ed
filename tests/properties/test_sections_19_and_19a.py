"""19 and 19 a §§: how the board meets, and who takes part remotely.

18 § has the board keep the members informed, of which no rule asks.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from functools import partial
from typing import Any

import asking
import pytest
from asking import FLAGS, LOCAL, MEMBERS
from hypothesis import given
from hypothesis import strategies as st

from finsam import Finding

ON = date(2027, 6, 1)
asked = partial(asking.asked, on=ON)
answers = partial(asking.answers, on=ON)
AT_A_DISTANCE = date(2022, 3, 16)
"""From this day the board may allow remote attendance."""

HOLIDAYS = {
    date(2025, 4, 18),
    date(2025, 4, 21),
    date(2025, 5, 1),
    date(2025, 5, 29),
    date(2025, 6, 6),
    date(2025, 6, 20),
    date(2025, 12, 24),
    date(2025, 12, 25),
    date(2025, 12, 26),
    date(2025, 12, 31),
    date(2026, 1, 1),
    date(2026, 1, 6),
    date(2026, 4, 3),
    date(2026, 4, 6),
    date(2026, 5, 1),
    date(2026, 5, 14),
    date(2026, 6, 19),
    date(2026, 12, 24),
    date(2026, 12, 25),
    date(2026, 12, 31),
    date(2027, 1, 1),
    date(2027, 1, 6),
}
"""Holidays and the eves that count as such, of April 2025 to January 2027, as in an almanac; those
on a Saturday or a Sunday left out."""
MEETINGS = st.dates(date(2025, 4, 1), date(2026, 12, 1)) | st.builds(
    # So that the fourteenth day is a holiday, or near one.
    lambda holiday, n: holiday - timedelta(days=14 + n),
    st.sampled_from(sorted(HOLIDAYS)),
    st.integers(0, 3),
)


def moved(last: date) -> date:
    """The day itself, or the next that is no Saturday, Sunday or holiday."""
    while last.weekday() in {5, 6} or last in HOLIDAYS:
        last += timedelta(days=1)
    return last


def named(finding: Finding) -> tuple[str, ...]:
    """The members that a finding names, in order."""
    members = finding.facts.get("members", ())
    assert isinstance(members, tuple)
    return tuple(sorted(map(str, members)))


class TestQuorum:
    """Only if more than half are present does the board deal with matters (19 § 1 men.)."""

    @given(
        st.lists(st.tuples(st.integers(-1, 0), st.integers(0, 1)), max_size=9), st.integers(-1, 1)
    )
    def test_half_of_those_of_that_day_is_too_few(
        self, seats: list[tuple[int, int]], more: int
    ) -> None:
        """Each has begun that day or the day before, and ends with it or goes on."""
        others = [
            {"member": LOCAL[0], "role": "ersattare"},
            {"member": LOCAL[0], "role": "ledamot", "end": ON - timedelta(days=1)},
            {"member": LOCAL[0], "role": "ledamot", "start": ON + timedelta(days=1)},
        ]
        some = [
            {
                "member": LOCAL[0],
                "role": "ledamot",
                "start": ON + timedelta(days=start),
                "end": ON + timedelta(days=end),
            }
            for start, end in seats
        ]
        present = max(len(some) // 2 + more, 0)
        board = {"seats": [*others, *some], "meetings": [{"day": ON, "present": present}]}
        (reported,) = answers("FINSAM-19-1", board=board)
        if not some:
            assert reported == "open not_known"
        elif present > len(some):
            assert reported == "review more_than_all"
        else:
            absent = len(some) - present
            assert reported == ("pass as_asked" if present > absent else "fail too_few")

    @given(st.sampled_from([None, "none", "sound", "sound_and_picture"]), st.integers(-1, 1))
    def test_at_a_distance_they_count_since_the_act_says_so(
        self, remote: str | None, since: int
    ) -> None:
        meeting = {"day": AT_A_DISTANCE + timedelta(days=since), "present": 2, "remote": remote}
        seats = [{"member": LOCAL[0], "role": "ledamot"}] * 3
        reported = answers("FINSAM-19-1", board={"seats": seats, "meetings": [meeting]})
        is_unsure = since < 0 and remote in {"sound", "sound_and_picture"}
        assert reported == ["review at_a_distance_too_early" if is_unsure else "pass as_asked"]

    @given(st.integers(1, 99), st.none() | st.integers(0, 199))
    def test_of_any_number(self, count: int, present: int | None) -> None:
        seats = [{"member": LOCAL[0], "role": "ledamot"}] * count
        meeting = {"day": ON, "present": present}
        (reported,) = answers("FINSAM-19-1", board={"seats": seats, "meetings": [meeting]})
        if present is None:
            assert reported == "open not_known"
        elif present > count:
            assert reported == "review more_than_all"
        else:
            absent = count - present
            assert reported == ("pass as_asked" if present > absent else "fail too_few")

    @given(st.integers(1, 9), st.integers(0, 9), st.none() | st.integers(1, 9), st.booleans())
    def test_the_seats_that_are_listed_and_the_number_that_is_set_have_to_agree(
        self, listed: int, present: int, ordered: int | None, is_whole: bool
    ) -> None:
        (reported,) = answers(
            "FINSAM-19-1",
            board={
                "seats": [{"member": LOCAL[0], "role": "ledamot"}] * listed,
                "meetings": [{"day": ON, "present": present}],
            },
            forbundsordningar=[{"ledamoter": ordered}],
            complete=["board.seats"] if is_whole else [],
        )
        # There may be more seats than are listed, if nothing says how many there are.
        sizes = {listed, ordered or listed}
        enough = {2 * present > size for size in sizes}
        if enough == {False}:
            assert reported == "fail too_few"
        elif not is_whole and (ordered is None or 2 * present <= ordered):
            assert reported == "open not_listed"
        elif enough == {True, False}:
            assert reported == "review two_numbers"
        else:
            assert reported == ("review more_than_all" if present > max(sizes) else "pass as_asked")

    def test_a_seat_of_a_stranger_does_not_count(self) -> None:
        seats = [{"member": LOCAL[0], "role": "ledamot"}] * 3
        seats += [{"member": "kommun:1280", "role": "ledamot"}] * 3
        board = {"seats": seats, "meetings": [{"day": ON, "present": 2}]}
        assert answers("FINSAM-19-1", board=board) == ["pass as_asked"]

    def test_who_the_ledamoter_are_may_not_be_known(self) -> None:
        meeting = {"day": ON, "present": 3}
        assert answers("FINSAM-19-1", board={"meetings": [meeting]}) == ["open not_known"]


class TestMinutes:
    """The minutes are adjusted within fourteen days of the meeting (19 § 1 men.; KL 5:69)."""

    @given(MEETINGS, st.none() | st.integers(0, 9), st.integers(-1, 1))
    def test_or_on_the_next_weekday_if_the_last_is_a_day_off(
        self, held: date, later: int | None, asked_on: int
    ) -> None:
        due = moved(held + timedelta(days=14))
        done = None if later is None else held + timedelta(days=11 + later)
        board = {"meetings": [{"day": held, "adjusted": done}]}
        (reported,) = asked("FINSAM-19-2", on=due + timedelta(days=asked_on), board=board)
        if done is None:
            assert reported.why == ("not_known" if asked_on > 0 else "not_due")
        elif done <= due:
            assert reported.why == "as_asked"
        else:
            assert (reported.verdict.value, reported.why) == ("fail", "late")
            assert (reported.facts["due"], reported.facts["days"]) == (due, (done - due).days)

    def test_from_every_day_of_twenty_months(self) -> None:
        first = date(2025, 4, 1)
        days = [first + timedelta(days=n) for n in range(600)]
        for late in (0, 1):
            dues = [moved(held + timedelta(days=14)) for held in days]
            meetings = [
                {"day": held, "adjusted": due + timedelta(days=late)}
                for held, due in zip(days, dues, strict=True)
            ]
            reported = asked("FINSAM-19-2", board={"meetings": meetings})
            assert {f.why for f in reported} == {"late" if late else "as_asked"}


class TestAdjustmentIsAnnounced:
    """Every kommun and region that is a member announces it in two days (19 § 3 men.; KL 8:12)."""

    @given(
        MEETINGS,
        # The day on which each announced it, after the adjustment: 99 is a day that is not known.
        st.lists(st.sampled_from([None, 0, 1, 1, 2, 2, 3, 4, 99]), min_size=3, max_size=3),
        st.sampled_from([None, ("joined", 0), ("joined", 1), ("left", 0), ("left", -1)]),
        st.sampled_from([0, 1, 1]),
    )
    def test_who_does_not_is_named_and_who_does_so_late(
        self,
        adjusted: date,
        each: list[int | None],
        not_always: tuple[str, int] | None,
        asked_on: int,
    ) -> None:
        due = moved(adjusted + timedelta(days=2))
        announced = [
            {"member": key, "day": None if n == 99 else adjusted + timedelta(days=n)}
            for key, n in zip(LOCAL, each, strict=True)
            if n is not None
        ]
        last: object = LOCAL[2]
        if not_always:
            last = {"actor": LOCAL[2], not_always[0]: adjusted + timedelta(days=not_always[1])}
        found = asked(
            "FINSAM-19-3",
            on=due + timedelta(days=asked_on),
            members=[*MEMBERS[:-1], last],
            board={"meetings": [{"day": adjusted, "adjusted": adjusted, "announced": announced}]},
        )
        is_member = not_always not in {("joined", 1), ("left", -1)}
        days = dict(zip(LOCAL[: 3 if is_member else 2], each, strict=False))
        missing = tuple(sorted(key for key, n in days.items() if n is None))
        late = [
            key
            for key, n in days.items()
            if n not in {None, 99} and adjusted + timedelta(days=n or 0) > due
        ]
        expected: dict[str, object] = {}
        if missing:
            expected |= {"not_announced": missing} if asked_on else {"not_due": ()}
        if late:
            expected["announced_late"] = tuple(sorted(late))
        if 99 in days.values():
            expected["not_known"] = ()
        reported = {f.why: named(f) for f in found}
        assert reported == (expected or {"as_asked": ()})

    @given(
        MEETINGS,
        st.lists(
            st.lists(
                st.tuples(st.sampled_from(LOCAL), st.sampled_from([None, 0, 0, 9])), max_size=5
            ),
            max_size=3,
        ),
        st.sampled_from([[], ["board.meetings.adjustments.announced"]]),
        st.booleans(),
    )
    def test_each_part_that_was_adjusted_at_once_is_announced_by_itself(
        self,
        held: date,
        parts: list[list[tuple[str, int | None]]],
        complete: list[str],
        by_forbundet: bool,
    ) -> None:
        written = [
            {
                "day": held,
                "announced": [
                    {"member": key, "day": None if n is None else held + timedelta(days=n)}
                    for key, n in part
                ],
                "announced_by_forbundet": held if by_forbundet else None,
            }
            for part in parts
        ]
        board = {"meetings": [{"day": held, "announced": [], "adjustments": written}]}
        found = asked("FINSAM-19-3", on=date(2028, 1, 1), board=board, complete=complete)
        reported: dict[int, set[str]] = {number: set() for number in range(len(parts))}
        for f in found:
            if f.loc[3:4] == ("adjustments",):
                reported[int(f.loc[4])].add(f.why)
        for number, part in enumerate(parts):
            days = [{n for key, n in part if key == member} for member in LOCAL]
            expected = {_on_notice_board(some) for some in days if some} - {"as_asked"}
            if set() in days:
                missing = "only_by_forbundet" if by_forbundet and not part else "not_announced"
                expected.add(missing if complete or not part else "not_listed")
            assert reported[number] == (expected or {"as_asked"})

    @given(MEETINGS, st.integers(-1, 1), st.booleans())
    def test_until_then_there_is_time(self, held: date, off: int, is_adjusted: bool) -> None:
        adjusted = held if is_adjusted else None
        last = held if is_adjusted else moved(held + timedelta(days=14))
        on = moved(last + timedelta(days=2)) + timedelta(days=off)
        board = {"meetings": [{"day": held, "adjusted": adjusted}]}
        (reported,) = answers("FINSAM-19-3", on=on, board=board)
        assert reported == ("open not_known" if off > 0 else "not_applicable not_due")


def _on_notice_board(days: set[int | None]) -> str:
    """What is said of a member's announcements on such days, nine days being too many."""
    if {0, 9} <= days:
        return "announced_twice"
    if 0 in days:
        return "as_asked"
    return "not_known" if None in days else "announced_late"


class TestBudgetMeeting:
    """The meeting that adopts the budget is public, and announced as ordered (4 and 5 men.)."""

    @pytest.mark.parametrize(
        ("rule", "field", "why"),
        [
            ("FINSAM-19-4", "public", "not_public"),
            ("FINSAM-19-5", "announced_as_ordered", "not_as_ordered"),
        ],
    )
    @given(st.lists(st.tuples(FLAGS, FLAGS)))
    def test_each_meeting_is_judged_by_itself(
        self, rule: str, field: str, why: str, meetings: list[tuple[bool | None, bool | None]]
    ) -> None:
        expected = []
        for adopts, was in meetings:
            if adopts is False:
                expected.append("not_applicable no_budget")
            elif was:
                expected.append("pass as_asked")
            else:
                known = adopts is True and was is False
                expected.append(f"fail {why}" if known else "open not_known")
        written = [
            {"day": date(2026, 11, 1), "adopts_budget": adopts, field: was}
            for adopts, was in meetings
        ]
        assert answers(rule, board={"meetings": written}) == expected

    @pytest.mark.parametrize("rule", [f"FINSAM-19-{number}" for number in range(1, 6)])
    @given(st.integers(-3, 3))
    def test_since_2020_the_section_is_known_and_a_meeting_to_come_is_not_judged(
        self, rule: str, off: int
    ) -> None:
        held = date(2020, 1, 1) + timedelta(days=off)
        (reported,) = answers(rule, board={"meetings": [{"day": held}]})
        assert (reported == "review wording_unknown") == (off < 0)
        assert len(answers(rule, on=held, board={"meetings": [{"day": ON}]})) == 0
        assert len(answers(rule, on=ON, board={"meetings": [{"day": ON}]})) == 1


REMOTE = st.sampled_from(["none", "sound_and_picture", "sound", "sound", None])
DECISIONS = st.lists(
    st.tuples(st.sampled_from([None, -1, 0, 0, 1, 1]), st.sampled_from([True, False, False, None])),
    max_size=2,
)
"""Decisions of the board, so many days from the meeting, and whether they allow sound alone."""


def at_a_distance(
    remote: str | None, decisions: Sequence[tuple[int | None, bool | None]] | None, held: date
) -> dict[str, Any]:
    """A board that has met and decided so."""
    written = [
        {"decided": None if n is None else held + timedelta(days=n), "sound_only": sound}
        for n, sound in decisions or ()
    ]
    return {
        "meetings": [{"day": held, "remote": remote}],
        "remote_decisions": None if decisions is None else written,
    }


class TestAtADistance:
    """Some take part remotely only if the board has decided that (19 a § 1 st. 1 men.)."""

    @pytest.mark.parametrize("since", [-1, 0, 1])
    @given(
        st.sampled_from(["none", "sound", "sound_and_picture", None]),
        st.none() | st.lists(st.sampled_from([None, -1, -1, 0, 0, 1, 1]), max_size=3),
    )
    def test_by_the_day_of_the_meeting(
        self, since: int, remote: str | None, days: list[int | None] | None
    ) -> None:
        """The decisions are made so many days after it."""
        held = AT_A_DISTANCE + timedelta(days=since)
        decisions = None if days is None else [(n, None) for n in days]
        (reported,) = answers("FINSAM-19A-1", board=at_a_distance(remote, decisions, held))
        made = [n for n in days or () if n is not None and n <= 0]
        if since < 0:
            assert reported == "not_applicable not_in_force"
        elif remote == "none":
            assert reported == "not_applicable nobody_at_distance"
        elif made:
            too_early = since + max(made) < 0
            assert reported == ("review decided_too_early" if too_early else "pass as_asked")
        elif remote is None or days is None or None in days:
            assert reported == "open not_known"
        else:
            assert reported == "fail no_decision"
            facts = at_a_distance(remote, decisions, held)
            (reported,) = answers("FINSAM-19A-1", board=facts, complete=[])
            assert reported == ("open not_listed" if days else "fail no_decision")


class TestEqualTerms:
    """All who take part can do so on equal terms (19 a § 1 st. 2 men.)."""

    @given(st.lists(st.tuples(REMOTE, FLAGS)))
    def test_wherever_they_are(self, meetings: list[tuple[str | None, bool | None]]) -> None:
        expected = []
        for remote, equal in meetings:
            if remote == "none":
                expected.append("not_applicable nobody_at_distance")
            elif equal:
                expected.append("pass as_asked")
            else:
                is_known = remote is not None and equal is False
                expected.append("fail unequal" if is_known else "open not_known")
        written = [
            {"day": date(2026, 11, 1), "remote": remote, "equal_terms": equal}
            for remote, equal in meetings
        ]
        assert answers("FINSAM-19A-2", board={"meetings": written}) == expected


class TestSoundAlone:
    """Sound without picture is allowed by the board, for special reasons (1 st. 3 men.)."""

    @given(REMOTE, st.none() | DECISIONS | DECISIONS)
    def test_only_if_the_board_has_allowed_it(
        self, remote: str | None, decisions: list[tuple[int | None, bool | None]] | None
    ) -> None:
        facts = at_a_distance(remote, decisions, date(2026, 5, 5))
        (reported,) = answers("FINSAM-19A-3", board=facts)
        by_then = [(n, sound) for n, sound in decisions or () if n is None or n <= 0]
        if remote is None:
            assert reported == "open not_known"
        elif remote != "sound":
            assert reported == "pass as_asked"
        elif any(n is not None and sound for n, sound in by_then):
            assert reported == "review special_reasons"
        elif decisions is None or any(sound is not False for _, sound in by_then):
            assert reported == "open not_known"
        else:
            assert reported == "fail not_allowed"
            (reported,) = answers("FINSAM-19A-3", board=facts, complete=[])
            assert reported == ("open not_listed" if decisions else "fail not_allowed")


class TestTheDecision:
    """It says to what extent they may, and is documented (19 a § 3 st.)."""

    @given(st.lists(st.tuples(FLAGS, FLAGS, st.integers(-1, 1))))
    def test_each_is_judged_by_itself(
        self, decisions: list[tuple[bool | None, bool | None, int]]
    ) -> None:
        written = [
            {
                "states_extent": extent,
                "documented": documented,
                "decided": AT_A_DISTANCE + timedelta(days=off),
            }
            for extent, documented, off in decisions
        ]
        for rule, place, why in [
            ("FINSAM-19A-4", 0, "no_extent"),
            ("FINSAM-19A-5", 1, "not_documented"),
        ]:
            whys = {True: "as_asked", False: why, None: "not_known"}
            reported = [f.why for f in asked(rule, board={"remote_decisions": written})]
            assert reported == [
                "not_in_force" if each[2] < 0 else whys[each[place]]  # type: ignore[index]
                for each in decisions
            ]
