"""Seats over time, compared with a plain computation on every small board."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import combinations_with_replacement, product

import pytest

from finsam.models.board import Seat
from finsam.validation.subjects.seating import Seating

FIRST = date(2024, 1, 1)
DAYS = [FIRST + timedelta(days=n) for n in range(4)]
SPANS = [
    (start, end)
    for start, end in product([None, *DAYS[1:]], [*DAYS[:-1], None])
    if start is None or end is None or start <= end
]
WHO = "kommun:2482"
NO_PLACE_LEFT = {"term", "new_election", "member_left", "dissolved", "new_office"}


def begun(seat: Seat) -> date:
    return seat.start or date.min


def ended(seat: Seat) -> date:
    return seat.end or date.max


def sits(seat: Seat, day: date) -> bool:
    return begun(seat) <= day <= ended(seat)


def seats(number: int, *variants: Mapping[str, object]) -> Iterator[tuple[Seat, ...]]:
    """Every board of a number of seats: all spans of days, each in every variant."""
    each = [
        Seat.model_validate({"member": WHO, "start": start, "end": end, **variant})
        for (start, end), variant in product(SPANS, variants)
    ]
    # The order of the seats in a document says nothing, but they stand in some.
    for some in combinations_with_replacement(each, number):
        yield some
        yield some[::-1]


LEDAMOT = {"role": "ledamot"}
ERSATTARE = {"role": "ersattare"}
OTHER = {"role": "ledamot", "member": "kommun:2417"}


STEPPED_IN = {**ERSATTARE, "ended_by": "stepped_in"}


def line(board: Sequence[Seat], day: date) -> list[Seat]:
    """The ersättare that are there after a day, or stepped in on it."""
    return [
        seat
        for seat in board
        if seat.role == "ersattare"
        and (
            (seat.ended_by == "stepped_in" and seat.end == day) or begun(seat) <= day < ended(seat)
        )
    ]


class TestOnADay:
    def test_a_seat_is_there_from_its_first_day_to_its_last(self) -> None:
        for board in seats(2, LEDAMOT, ERSATTARE):
            seating = Seating(board)
            for day in DAYS:
                there = [(n, seat) for n, seat in enumerate(board) if sits(seat, day)]
                assert seating.on(day) == there
                ledamoter = sum(seat.role == "ledamot" for _, seat in there)
                assert seating.ledamoter([WHO, "kommun:2417"], day) == ledamoter
                assert seating.ledamoter(["kommun:2417"], day) == 0

    def test_each_counts_for_its_own_member(self) -> None:
        for board in seats(3, LEDAMOT, OTHER):
            seating = Seating(board)
            for day in DAYS:
                mine = [seat for seat in board if seat.member == WHO and sits(seat, day)]
                assert seating.ledamoter([WHO], day) == len(mine)


class TestErsattare:
    def test_one_can_step_in_who_is_there_after_the_day_or_stepped_in_on_it(self) -> None:
        for board in seats(2, ERSATTARE, STEPPED_IN, {**ERSATTARE, "ersattare_for": "a"}, LEDAMOT):
            seating = Seating(board)
            for day, ledamot in product(DAYS, [None, "a"]):
                could = [seat for seat in line(board, day) if seat.ersattare_for == ledamot]
                assert seating.in_line(WHO, ledamot, day) == len(could)
                assert not seating.in_line("kommun:2417", ledamot, day)

    @pytest.mark.parametrize("ledamot", [None, "a"])
    def test_one_is_called_out_of_order_before_whom_another_is_in_line(
        self, ledamot: str | None
    ) -> None:
        turns = [{**kind, "call_order": n} for kind in (ERSATTARE, STEPPED_IN) for n in (1, 2)]
        for board in seats(2, *turns, {**ERSATTARE, "ersattare_for": "a"}, STEPPED_IN):
            seating = Seating(board)
            for day in DAYS:
                could = [seat for seat in line(board, day) if seat.ersattare_for in {None, ledamot}]
                called = [seat for seat in could if seat.end == day]
                turn = called[0].call_order if len(called) == 1 else None
                before = [s for s in could if s.ersattare_for or (s.call_order or 9) < (turn or 0)]
                assert seating.is_out_of_order(WHO, ledamot, day) == bool(turn and before)

    def test_one_is_alone_whose_days_no_other_of_the_member_has(self) -> None:
        for board in seats(3, ERSATTARE):
            apart = Seating([seat.replace() for seat in board])
            for seat in apart.seats:
                others = [each for each in apart.seats if each is not seat]
                alone = all(ended(o) < begun(seat) or ended(seat) < begun(o) for o in others)
                assert (id(seat) in apart.alone) == alone


def test_the_next_place_after_a_day_is_an_ersattares_if_one_of_its_day_is() -> None:
    stepped_in = {"stepped_in_for": WHO, "member": "kommun:2417"}
    for board in seats(3, LEDAMOT, {**LEDAMOT, **stepped_in}, OTHER):
        seating = Seating(board)
        mine = [s for s in board if s.stepped_in_for or s.member == WHO]
        for day in DAYS:
            that_day = [s for s in mine if s.stepped_in_for and begun(s) == day]
            later = [begun(s) for s in mine if begun(s) > day]
            next_ones = [s for s in mine if later and begun(s) == min(later)]
            assert seating.next_is_a_step_in(WHO, day) == bool(
                that_day or [s for s in next_ones if s.stepped_in_for]
            )


def empty_places(board: Sequence[Seat], on: date, since: date) -> list[date]:
    """The last days of those whose place nobody has taken since: each newcomer takes one."""
    left = [seat for seat in board if since <= ended(seat) < on]
    for newcomer in sorted((seat for seat in board if begun(seat) <= on), key=begun):
        before = [seat for seat in left if ended(seat) < begun(newcomer)]
        going_on = [seat for seat in before if seat.ended_by in NO_PLACE_LEFT]
        if before:
            taken = min(going_on or before, key=ended)
            left = [seat for seat in left if seat is not taken]
    return sorted(ended(seat) for seat in left if seat.ended_by not in NO_PLACE_LEFT)


def test_a_place_is_empty_until_somebody_takes_it() -> None:
    for board in seats(3, {**LEDAMOT, "ended_by": "resigned"}, {**LEDAMOT, "ended_by": "term"}):
        apart = [seat.replace() for seat in board]
        seating = Seating(apart)
        for on, since in product(DAYS[1:], [date.min, DAYS[1]]):
            empty = empty_places(apart, on, since)
            assert seating.vacant(on, since) == ({(WHO, "ledamot"): empty} if empty else {})


@pytest.mark.parametrize("how", sorted(NO_PLACE_LEFT))
def test_some_ends_leave_no_place(how: str) -> None:
    seat = Seat.model_validate({"member": WHO, **LEDAMOT, "end": DAYS[0], "ended_by": how})
    assert not Seating([seat]).vacant(DAYS[1], date.min)
