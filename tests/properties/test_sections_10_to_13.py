"""10, 12 and 13 §§: who sits on the board, who put them there and for how long.

11 § gives its members a right to a fee, of which no rule asks.
"""

from calendar import monthrange
from collections import Counter
from datetime import date, timedelta
from typing import Any

import pytest
from asking import (
    FLAGS,
    LEAVE_A_PLACE_EMPTY,
    LEAVE_NONE,
    LOCAL,
    MEMBERS,
    ON,
    WHOEVER,
    answers,
    asked,
    day,
)
from hypothesis import given
from hypothesis import strategies as st

TERM = date(2023, 4, 1)
ROLES = ("ledamot", "ersattare")
VASTERBOTTEN = [f"kommun:24{code}" for code in ("01", "03", "04", "09", "17", "18")]


def ended(before: int, how: str | None) -> dict[str, Any]:
    """A seat that ended so many days ago."""
    return {"end": day(-before), "ended_by": how}


FATES = st.one_of(
    st.just({}),
    st.just({}),
    st.just({"start": ON}),
    st.just({"end": ON, "ended_by": "resigned"}),
    st.just({"start": day(1)}),
    st.none(),
    st.sampled_from(LEAVE_A_PLACE_EMPTY).map(lambda how: ended(1, how)),
    st.sampled_from(LEAVE_NONE).map(lambda how: ended(1, how)),
    st.just({"end": TERM - timedelta(days=1), "ended_by": "resigned"}),
    st.just({"end": TERM, "ended_by": "resigned"}),
)
"""How it went with a seat: held, or not yet, never, no longer, or since before this term."""


def is_held(fate: dict[str, Any] | None) -> bool:
    return fate is not None and fate.get("start", ON) <= ON <= fate.get("end", ON)


def is_to_be_filled(fate: dict[str, Any] | None) -> bool:
    return (
        fate is not None
        and TERM <= fate.get("end", ON) < ON
        and fate["ended_by"] in LEAVE_A_PLACE_EMPTY
    )


class TestEveryMember:
    """Every member has a ledamot and an ersättare of its own at least (10 § 1 st. 1 men.)."""

    @given(
        st.fixed_dictionaries(dict.fromkeys(MEMBERS, st.tuples(FATES, FATES))),
        st.sets(WHOEVER, max_size=2),
        st.sampled_from(["all", "all", "some", "as many as set"]),
    )
    def test_who_lacks_one_is_named_with_what_it_lacks(
        self,
        fates: dict[str, tuple[dict[str, Any] | None, dict[str, Any] | None]],
        stood_for: set[str],
        listed: str,
    ) -> None:
        seats = [
            {"member": key, "role": role, **fate}
            for key, both in fates.items()
            for role, fate in zip(ROLES, both, strict=True)
            if fate is not None
        ]
        # Somebody else's ledamot is meant for them too.
        helper = {"member": "kommun:2481", "role": "ledamot", "also_represents": sorted(stood_for)}
        held = Counter(
            role
            for both in fates.values()
            for role, fate in zip(ROLES, both, strict=True)
            if is_held(fate)
        )
        ordning = {"ledamoter": held["ledamot"], "ersattare": held["ersattare"]}
        expected: dict[object, list[str]] = {}
        for key, both in fates.items():
            missing = [fate for fate in both if not is_held(fate)]
            if not missing:
                continue
            if listed == "some":
                expected[key] = ["not_listed"]
            elif all(map(is_to_be_filled, missing)):
                by_ersattare = is_held(both[1])
                why = "to_be_stepped_in_for" if by_ersattare else "to_be_filled"
                expected[key] = [why] * len(missing)
            elif key in stood_for:
                expected[key] = ["shared_seat"]
            elif len(missing) == 2:
                expected[key] = ["not_represented"]
            else:
                expected[key] = ["no_ersattare" if is_held(both[0]) else "no_ledamot"]
        found: dict[object, list[str]] = {}
        for f in asked(
            "FINSAM-10-1",
            board={"term_start": TERM, "seats": [*seats, helper]},
            complete=["all"] if listed == "all" else [],
            forbundsordningar=[ordning] if listed == "as many as set" else None,
        ):
            if f.why != "as_asked":
                found.setdefault(f.facts.get("member"), []).append(f.why)
        assert found == expected

    @pytest.mark.parametrize("how", [*LEAVE_A_PLACE_EMPTY, *LEAVE_NONE])
    def test_how_it_ended_decides_whether_it_is_to_be_filled(self, how: str | None) -> None:
        seats = [{"member": key, "role": role} for key in MEMBERS for role in ROLES]
        seats[-1] |= ended(1, how)
        (found,) = answers("FINSAM-10-1", board={"term_start": TERM, "seats": seats})
        waits = how in LEAVE_A_PLACE_EMPTY
        assert found == ("review to_be_filled" if waits else "fail no_ersattare")

    @given(st.integers(-1, 1), st.integers(-1, 1))
    def test_it_is_who_is_a_member_that_day(self, joined: int, left: int) -> None:
        late = {"actor": LOCAL[2], "joined": day(joined), "left": day(max(joined, left))}
        seats = [{"member": key, "role": role} for key in MEMBERS[:-1] for role in ROLES]
        found = answers("FINSAM-10-1", members=[*MEMBERS[:-1], late], board={"seats": seats})
        is_there = joined <= 0 <= max(joined, left)
        # That it came in the course of a term cannot be ruled out.
        assert found == ["review yet_to_appoint" if is_there else "pass as_asked"]

    @given(st.integers(-3, 3), st.integers(0, 3), st.booleans())
    def test_the_seats_of_another_term_say_nothing_of_the_day(
        self, first: int, length: int, is_whole: bool
    ) -> None:
        term = {"start": day(first), "end": day(first + length), "ended_by": "term"}
        seats = [{"member": key, "role": role, **term} for key in MEMBERS for role in ROLES]
        board = {"term_start": day(first), "term_end": day(first + length), "seats": seats}
        found = answers("FINSAM-10-1", board=board, complete=["board.seats"] if is_whole else [])
        if first <= 0 <= first + length:
            assert found == ["pass as_asked"]
        else:
            other = ["review another_term"] if is_whole else ["open not_listed"] * len(MEMBERS)
            assert found == other


class TestAsMany:
    """There are as many ersättare as ledamöter (10 § 1 st. 2 men.)."""

    @given(
        # For each place: whose it is, and who has had it: each has left, or the last one sits.
        st.lists(st.tuples(WHOEVER, st.integers(1, 3), st.booleans()), min_size=1, max_size=4),
        st.lists(
            st.tuples(WHOEVER, st.integers(1, 3), st.sampled_from([True, True, False])),
            min_size=1,
            max_size=4,
        ),
    )
    def test_as_many_or_to_be_as_many_when_places_are_filled_again(
        self, ledamoter: list[tuple[str, int, bool]], ersattare: list[tuple[str, int, bool]]
    ) -> None:
        seats = []
        for role, places in zip(ROLES, (ledamoter, ersattare), strict=True):
            for number, (key, holders, sits) in enumerate(places):
                # They follow each other some weeks apart, other places' at other times.
                first = day(-700 + 7 * number)
                for nth in range(holders):
                    seat: dict[str, Any] = {"member": key, "role": role, "start": first}
                    if not (sits and nth == holders - 1):
                        seat |= {"end": first + timedelta(days=100), "ended_by": "resigned"}
                    seats.append(seat)
                    first += timedelta(days=200)
        board = {"term_start": TERM, "seats": seats}
        assert answers("FINSAM-10-2", board=board, complete=[]) == ["open not_listed"]
        (found,) = asked("FINSAM-10-2", board=board)
        sitting = [sum(sits for *_, sits in places) for places in (ledamoter, ersattare)]
        if sitting[0] == sitting[1]:
            assert found.why == "as_asked"
        elif len(ledamoter) == len(ersattare):
            assert found.why == "to_be_filled"
        else:
            assert found.why == "not_as_many"
        if sitting[0] != sitting[1]:
            assert [found.facts["ledamoter"], found.facts["ersattare"]] == sitting

    @given(st.lists(st.tuples(st.sampled_from(ROLES), FATES), min_size=1, max_size=6))
    def test_only_a_place_that_became_empty_in_the_term_is_to_be_filled(
        self, places: list[tuple[str, dict[str, Any] | None]]
    ) -> None:
        seats = [
            {"member": key, "role": role, **fate}
            for key, (role, fate) in zip(VASTERBOTTEN, places, strict=False)
            if fate is not None
        ]
        held = Counter(role for role, fate in places if is_held(fate))
        to_be = held + Counter(role for role, fate in places if is_to_be_filled(fate))
        (found,) = answers(
            "FINSAM-10-2", board={"term_start": TERM, "seats": seats}, members=VASTERBOTTEN
        )
        if held["ledamot"] == held["ersattare"]:
            assert found == "pass as_asked"
        elif to_be["ledamot"] == to_be["ersattare"]:
            assert found == "review to_be_filled"
        else:
            assert found == "fail not_as_many"


RESERVED = {"goals": 1, "opinion_on_appeal": 2, "special_rules": 3}
"""What the board keeps, with its points in 10 § 3 st."""


class TestOrderedSeats:
    """The förbundsordning has a place for every member, and as many ersättare (10 § 1 st.)."""

    @given(st.none() | st.integers(0, 9), st.none() | st.integers(0, 9), FLAGS, st.booleans())
    def test_no_number_may_be_smaller_than_the_members_or_than_the_other(
        self, ledamoter: int | None, ersattare: int | None, says: bool | None, is_plan: bool
    ) -> None:
        ordning = {
            "ledamoter": ledamoter,
            "ersattare": ersattare,
            "covers": {"representation": says},
        }
        formed = day(30 if is_plan else -30)
        found = asked("FINSAM-10-7", formed=formed, forbundsordningar=[ordning])
        numbers = {number for number in (ledamoter, ersattare) if number is not None}
        is_known = ledamoter is not None and ersattare is not None
        suits = any(number >= len(MEMBERS) for number in numbers) and len(numbers) == 1
        if not numbers or (suits and not is_known):
            is_silent = says is False
            assert [f.why for f in found] == ["not_stated" if is_silent else "not_known"]
        else:
            assert {f.verdict.value for f in found} == {"pass" if suits else "fail"}
        unequal = [f for f in found if f.why == "not_as_many"]
        assert bool(unequal) == (is_known and ledamoter != ersattare)

    @given(st.integers(0, 9), st.booleans())
    def test_who_has_joined_since_may_have_a_place_by_a_later_one(
        self, places: int, is_whole: bool
    ) -> None:
        """Two of five have."""
        members = [*MEMBERS[:3], *[{"actor": key, "joined": day(-5)} for key in MEMBERS[3:]]]
        ordning = {"ledamoter": places, "ersattare": places, "applies_from": day(-20)}
        complete = ["forbundsordningar"] if is_whole else []
        found = answers(
            "FINSAM-10-7", members=members, complete=complete, forbundsordningar=[ordning]
        )
        for_founders = "not_applicable later_members" if is_whole else "open not_listed"
        short = "fail too_few_ledamoter" if places < 3 else for_founders
        assert found == [short if places < 5 else "pass as_asked"]


class TestDelegation:
    """The board lets its people decide some matters, keeps others, and gets reports (3, 4 st.)."""

    @given(
        st.lists(
            st.fixed_dictionaries(
                {
                    "matters": st.sampled_from(["inköp", None]),
                    "reserved": st.none() | st.sets(st.sampled_from(sorted(RESERVED))),
                    "to": st.sampled_from(["ledamot", "ersattare", "tjansteman", "other", None]),
                    "reported": FLAGS,
                }
            ),
            max_size=4,
        )
    )
    def test_each_is_judged_by_itself(self, delegations: list[dict[str, Any]]) -> None:
        written = [
            {**each, "reserved": None if each["reserved"] is None else sorted(each["reserved"])}
            for each in delegations
        ]
        board = {"delegations": written}
        kept = asked("FINSAM-10-3", board=board)
        for delegation, f in zip(delegations, kept, strict=True):
            reserved = delegation["reserved"]
            if reserved is None:
                assert f.why == ("not_classified" if delegation["matters"] else "not_known")
                assert f.facts.get("matters") == delegation["matters"]
            else:
                assert f.why == ("reserved" if reserved else "as_asked")
                points = [place.punkt for place in f.beside]
                assert points == sorted(RESERVED[each] for each in reserved)
        receivers = {None: "open not_known", "other": "fail to_outsider"}
        assert answers("FINSAM-10-4", board=board) == [
            receivers.get(each["to"], "pass as_asked") for each in delegations
        ]
        reporting = {
            True: "pass as_asked",
            False: "fail not_reported",
            None: "open not_known",
        }
        assert answers("FINSAM-10-5", board=board) == [
            reporting[each["reported"]] for each in delegations
        ]


class TestDirector:
    """The board directs the förbund, and so appoints its förbundschef (10 § 2 st.; guidance)."""

    @given(st.sampled_from(["styrelsen", "other", "nobody", None]))
    def test_nobody_else_does(self, by: str | None) -> None:
        expected = {
            "styrelsen": "pass as_asked",
            "other": "fail appointed_by_other",
            "nobody": "not_applicable no_director",
            None: "open not_known",
        }
        found = answers("FINSAM-10-6", board={"director_appointed_by": by})
        assert found == [expected[by]]


OWN = {
    "forsakringskassan": "forsakringskassan",
    "arbetsformedlingen": "arbetsformedlingen",
    **dict.fromkeys(LOCAL, "fullmaktige"),
}
"""Who chooses for each, and where those who are chosen belong."""
BODIES = [*sorted(set(OWN.values())), "styrelse", "namnd", "other", None]
NEARBY = st.integers(-2, 2)


class TestWhoAppoints:
    """Fullmäktige, Försäkringskassan and Arbetsförmedlingen appoint the board (12 § 1 st.)."""

    @given(st.lists(st.tuples(WHOEVER, st.sampled_from(ROLES), st.sampled_from(BODIES))))
    def test_each_seat_by_the_body_of_its_own_member(
        self, seats: list[tuple[str, str, str | None]]
    ) -> None:
        expected = []
        for key, _, by in seats:
            if by is None:
                expected.append("open not_known")
            else:
                expected.append("pass as_asked" if by == OWN[key] else "fail wrong_body")
        written = [{"member": key, "role": role, "appointed_by": by} for key, role, by in seats]
        assert answers("FINSAM-12-1", board={"seats": written}) == expected

    @given(WHOEVER, st.sampled_from(BODIES), NEARBY, st.sampled_from([2007, 2008]))
    def test_of_which_wording_and_which_party_it_is(
        self, key: str, by: str | None, days: int, year: int
    ) -> None:
        """Since 2007 it is known; before 2008 the county labour board had Arbetsförmedlingen's."""
        appointed = date(year, 1, 1) + timedelta(days=days)
        seat = {"member": key, "role": "ledamot", "appointed": appointed, "appointed_by": by}
        (found,) = answers("FINSAM-12-1", board={"seats": [seat]})
        if appointed < date(2007, 1, 1):
            assert found == "review wording_unknown"
        elif key == "arbetsformedlingen" and appointed < date(2008, 1, 1):
            assert found == "review county_labour_board"
        elif by is None:
            assert found == "open not_known"
        else:
            assert found == ("pass as_asked" if by == OWN[key] else "fail wrong_body")


class TestWhoCanBeAppointed:
    """Only who is in fullmäktige or works at one of the agencies can be appointed (12 § 2 st.)."""

    @given(
        WHOEVER,
        st.sampled_from([*sorted(set(OWN.values())), "other", None]),
        st.none() | st.dates(date(2007, 1, 1), ON),
    )
    def test_nobody_else_can(self, key: str, through: str | None, since: date | None) -> None:
        seat = {"member": key, "role": "ledamot", "start": since, "eligibility": through}
        (found,) = answers("FINSAM-12-2", board={"seats": [seat]})
        if key == "arbetsformedlingen" and since is not None and since.year < 2008:
            assert found == "review county_labour_board"
        elif through is None:
            assert found == "open not_known"
        elif through == "other":
            assert found == "fail not_eligible"
        else:
            # By its words, a member can choose somebody who is eligible through another.
            own = through == OWN[key]
            assert found == ("pass as_asked" if own else "review eligible_elsewhere")


class TestCallOrder:
    """When ersättare are appointed, the order in which they are called is decided (12 § 3 st.)."""

    @given(
        st.lists(
            st.tuples(
                st.sampled_from([*LOCAL[1:], LOCAL[2]]),
                st.sampled_from(["ersattare", "ersattare", "ersattare", "ledamot"]),
                st.integers(0, 6),
                st.integers(0, 6),
                st.sampled_from([None, 0, 1, 2]),
            ),
            max_size=5,
        ),
        st.sampled_from(["all", "some"]),
    )
    def test_among_several_of_one_member_at_a_time(
        self, seats: list[tuple[str, str, int, int, int | None]], listed: str
    ) -> None:
        written, expected = [], []
        for place, (key, role, start, more, number) in enumerate(seats):
            written.append(
                {
                    "member": key,
                    "role": role,
                    "start": day(start - 9),
                    "end": day(start + more - 9),
                    "call_order": number,
                }
            )
            beside = [
                other
                for other_place, other in enumerate(seats)
                if other_place != place
                and other[:2] == (key, "ersattare")
                and other[2] <= start + more
                and start <= other[2] + other[3]
            ]
            if role == "ledamot":
                expected.append("not_applicable ledamot")
            elif not beside and listed == "all":
                expected.append("not_applicable only_ersattare")
            elif not beside and not number:
                expected.append("open not_listed")
            elif number is None:
                expected.append("open not_known")
            else:
                expected.append("pass as_asked" if number else "fail no_order")
        complete = ["board.seats"] if listed == "all" else []
        assert answers("FINSAM-12-3", board={"seats": written}, complete=complete) == expected


class TestMembersAlone:
    """It is members that appoint, and only they have seats (12 § 2 st., 10 § 1 st.)."""

    @given(
        st.sampled_from([*MEMBERS, "kommun:2481", "region:14"]),
        st.none() | NEARBY,
        st.none() | NEARBY,
        st.none() | NEARBY,
        st.none() | NEARBY,
    )
    def test_on_the_last_day_of_the_seat_so_far(
        self, key: str, start: int | None, end: int | None, joined: int | None, left: int | None
    ) -> None:
        start, end = (start, end) if None in {start, end} else sorted((start, end))  # type: ignore[type-var]
        joined, left = (joined, left) if None in {joined, left} else sorted((joined, left))  # type: ignore[type-var]
        days = {"start": start, "end": end, "joined": joined, "left": left}
        on = {name: None if number is None else day(number) for name, number in days.items()}
        seat = {"member": key, "role": "ledamot", "start": on["start"], "end": on["end"]}
        late = {"actor": LOCAL[2], "joined": on["joined"], "left": on["left"]}
        (found,) = answers("FINSAM-12-4", board={"seats": [seat]}, members=[*MEMBERS[:-1], late])
        if start is not None and start > 0:
            assert found == "not_applicable not_begun"
            return
        held = min(0 if end is None else end, 0)
        is_member = key in MEMBERS
        if key == LOCAL[2]:
            is_member = (joined is None or joined <= held) and (left is None or held <= left)
        assert found == ("pass as_asked" if is_member else "fail not_a_member")

    def test_nobodys_seat_counts_in_no_number(self) -> None:
        seats = [{"member": key, "role": role} for key in MEMBERS for role in ROLES]
        stranger = {"member": "kommun:2481", "role": "ledamot"}
        assert answers("FINSAM-10-2", board={"seats": [*seats, stranger]}) == ["pass as_asked"]


def last_of(first: date, months: int) -> date:
    """The last day of a term: the one before that with the same number so many months later."""
    year, month = divmod(first.year * 12 + first.month - 1 + months, 12)
    number = min(first.day, monthrange(year, month + 1)[1])
    return date(year, month + 1, number) - timedelta(days=1)


MONTHS = st.sampled_from([None, 12, 24, 47, 48, 49, 60])


class TestFourYears:
    """The board is chosen for four years, or a shorter time of the förbundsordning (13 § 1 st.)."""

    @given(st.integers(46, 50) | st.integers(0, 1200))
    def test_the_forbundsordning_makes_it_no_longer(self, months: int) -> None:
        ordning = {"board_term_months": months}
        found = answers("FINSAM-13-1", board={}, forbundsordningar=[ordning])
        assert found == ["pass as_asked" if months <= 48 else "fail too_long"]

    def test_the_forbundsordning_may_not_be_known(self) -> None:
        assert answers("FINSAM-13-1", board={}, forbundsordningar=[{}]) == ["open not_known"]

    @given(
        st.sampled_from([True, True, True, True, False]).flatmap(
            lambda known: st.dates(date(2019, 1, 1), date(2024, 12, 31)) if known else st.none()
        ),
        st.integers(-2, 2),
        st.sampled_from([True, True, True, True, False]),
        MONTHS,
        st.sampled_from(["has one", "has one", "has one", "has none", "not given"]),
    )
    def test_the_board_sits_to_the_last_day_and_no_longer(
        self, first: date | None, off: int, is_known: bool, months: int | None, ordning: str
    ) -> None:
        given_ = {"has one": [{"board_term_months": months}], "has none": [], "not given": None}
        term = {"has one": months, "has none": 48, "not given": None}[ordning]
        end = None
        if is_known:
            end = last_of(first or TERM, min(term or 48, 48)) + timedelta(days=off)
        found = answers(
            "FINSAM-13-2",
            formed="2005-01-01",
            board={"term_start": first, "term_end": end, "seats": []},
            forbundsordningar=given_[ordning],
        )
        if first is None or end is None:
            assert found == ["open not_known"]
        elif off > 0:
            assert found == ["fail too_long"]
        elif term is None:
            assert found == ["open not_known"]
        else:
            # It may be the first board, or chosen for the rest of a term.
            assert found == ["review shorter" if off < 0 else "pass as_asked"]


SEATS = st.fixed_dictionaries(
    {
        "member": WHOEVER,
        "role": st.sampled_from(ROLES),
        "start": st.sampled_from([None, TERM, day(-400), day(-40), day(-30), day(-20)]),
        "end": st.sampled_from([None, day(-1), ON, day(9)]),
        "appointed": st.sampled_from([None, day(-500), day(-30), day(-29)]),
    }
)


class TestSittingOn:
    """Who is chosen for a term sits for that term (13 § 1 st.)."""

    @given(
        st.lists(SEATS, max_size=3), st.sampled_from([-30, 0, 1]), st.sampled_from(["all", "some"])
    )
    def test_nobody_sits_for_longer(
        self, seats: list[dict[str, Any]], left: int, listed: str
    ) -> None:
        last = day(left)
        first = last + timedelta(days=1) - timedelta(days=365)
        found = answers(
            "FINSAM-13-2",
            board={"term_start": first, "term_end": last, "seats": seats},
            forbundsordningar=[{"board_term_months": 12}],
            complete=["board.seats"] if listed == "all" else [],
        )

        def begins(seat: dict[str, Any]) -> date:
            return seat["start"] or first

        here = [seat for seat in seats if seat["end"] is None or seat["end"] >= ON]
        if last >= ON:
            over = any(begins(seat) < first for seat in here)
            assert found == ["review over_two_terms" if over else "pass as_asked"]
            return
        new = any(
            (seat["start"] and seat["start"] > last)
            or (seat["appointed"] and seat["appointed"] > last)
            for seat in seats
        )
        if not any(begins(seat) <= last for seat in here):
            assert found == ["pass as_asked"]
        else:
            may_be_new = new or listed == "some"
            assert found == ["review term_over" if may_be_new else "fail sits_on"]

    def test_who_sits_before_the_term_sits_for_an_earlier_one(self) -> None:
        seat = {"member": "region:24", "role": "ledamot", "start": TERM}
        board = {"term_start": day(1), "term_end": last_of(day(1), 48), "seats": [seat]}
        found = answers("FINSAM-13-2", board=board, forbundsordningar=[{"board_term_months": 48}])
        assert found == ["pass as_asked"]


ORDINARY_YEARS = [2007, 2011, 2015, 2019, 2023, 2027]
"""The years after general elections."""


def day_in(year: int, begins: str) -> date:
    """A day of the year; the last of February is the 28th in most years."""
    month, number = map(int, begins.split("-"))
    return date(year, month, min(number, monthrange(year, month)[1]))


def begins_in(year: int, months: int | None) -> bool:
    """Whether an ordinary term begins in a year: terms of one or two years follow one another."""
    every = {12: 1, 24: 2}.get(months or 48, 4)
    return any((year - ordinary) % every == 0 for ordinary in ORDINARY_YEARS)


def first_ordinary(formed: date, begins: str, months: int | None = 48) -> date:
    """When the first ordinary term begins after a förbund was formed."""
    terms = [day_in(year, begins) for year in range(2005, 2031) if begins_in(year, months)]
    return next(each for each in terms if each > formed)


class TestFirstDay:
    """The term counts from 1 April in the year after elections, if nothing else is said (2 st.)."""

    @given(
        st.sampled_from(["04-01", "04-01", "04-01", None, "01-01", "10-15", "02-29"]),
        st.sampled_from([TERM, TERM, None, date(2019, 4, 1), date(2022, 4, 1), date(2023, 2, 28)]),
        st.integers(-1, 1),
        st.sampled_from([TERM, TERM, None, date(2005, 1, 1), date(2021, 6, 1)]),
        MONTHS,
    )
    def test_the_day_and_the_year(
        self,
        begins: str | None,
        near: date | None,
        off: int,
        formed: date | None,
        months: int | None,
    ) -> None:
        first = near and near + timedelta(days=off)
        facts: dict[str, Any] = {
            "board": {"term_start": first},
            "formed": formed,
            "forbundsordningar": [{"term_begins": begins, "board_term_months": months}],
        }
        (on_day,) = answers("FINSAM-13-3", **facts)
        if first is None or begins is None:
            assert on_day == "open not_known"
        elif first == day_in(first.year, begins):
            assert on_day == "pass as_asked"
        elif formed is None:
            assert on_day == "open not_known"
        else:
            # The first board sits from the formation.
            is_first = first < first_ordinary(formed, begins, months)
            assert on_day == ("not_applicable first_board" if is_first else "fail other_day")
        (in_year,) = answers("FINSAM-13-4", **facts)
        if first is not None and begins_in(first.year, months):
            assert in_year == "pass as_asked"
        elif months is not None and months < 48 and months not in {12, 24}:
            assert in_year == "not_applicable shorter_term"
        elif first is None or months is None or formed is None:
            assert in_year == "open not_known"
        else:
            is_first = first < first_ordinary(formed, begins or "04-01", months)
            assert in_year == ("not_applicable first_board" if is_first else "review other_year")

    @given(st.sampled_from(["04-01", "02-29", "10-15"]), st.integers(-1, 1), st.integers(-400, 400))
    def test_before_the_first_ordinary_term_after_the_formation_any_day_will_do(
        self, begins: str, formed: int, first: int
    ) -> None:
        begun = day_in(2023, begins)
        found = answers(
            "FINSAM-13-3",
            formed=begun + timedelta(days=formed),
            board={"term_start": begun + timedelta(days=first)},
            forbundsordningar=[{"term_begins": begins}],
        )
        on_its_day = day_in((begun + timedelta(days=first)).year, begins)
        if begun + timedelta(days=first) == on_its_day:
            assert found == ["pass as_asked"]
        else:
            # Formed on the day or later, the next ordinary term is four years away.
            is_first = first < 0 or formed >= 0
            assert found == ["not_applicable first_board" if is_first else "fail other_day"]
