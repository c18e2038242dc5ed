"""The seats of a board, indexed by member and by day."""

from bisect import bisect_left, bisect_right
from collections import defaultdict, deque
from collections.abc import Iterable, Sequence
from datetime import date
from functools import cached_property
from heapq import heappop, heappush
from typing import Final, get_args

from finsam.law.geography import current
from finsam.models.board import Role, Seat
from finsam.validation.engine.timeline import Spans

ROLES: Final[tuple[Role, ...]] = get_args(Role)
FILLED_ANEW: Final = {"term", "new_election", "member_left", "dissolved", "new_office"}
"""Ends of a seat that leave no place to fill."""


class Seating:
    """The seats of a board, indexed by member and by day; built once per check."""

    def __init__(self, seats: Sequence[Seat]) -> None:
        self.seats: Final = seats

    @cached_property
    def last_days(self) -> dict[tuple[str, Role], date]:
        """The last day on which each member has had a seat of a role."""
        found: dict[tuple[str, Role], date] = {}
        for seat in self.seats:
            place = (current(seat.member), seat.role)
            found[place] = max(found.get(place, date.min), _end(seat))
        return found

    def on(self, day: date) -> list[tuple[int, Seat]]:
        """The seats of a day, with their numbers."""
        return [
            (place, seat)
            for place, seat in enumerate(self.seats)
            if _start(seat) <= day <= _end(seat)
        ]

    def ledamoter(self, members: Iterable[str], day: date) -> int:
        """How many ledamöter some members have on a day."""
        found = [self._ledamoter[member] for member in members if member in self._ledamoter]
        return sum(spans.count(day, day) for spans in found)

    def in_line(self, member: str, ledamot: str | None, day: date) -> int:
        """How many of a member's ersättare for a ledamot sit after a day, or step in on it.

        Args:
            member: the member.
            ledamot: the key of the ledamot that they are chosen for; None: those for any.
            day: the day.
        """
        starts, lasts = self._in_line.get((member, ledamot), ([], []))
        return bisect_right(starts, day) - bisect_left(lasts, day.toordinal())

    @cached_property
    def _in_line(self) -> dict[tuple[str, str | None], tuple[list[date], list[int]]]:
        """When ersättare can step in, by member and ledamot: first days, and numbers of last."""
        found: dict[tuple[str, str | None], tuple[list[date], list[int]]] = {}
        for member, seats in self._ersattare.items():
            for seat in seats:
                starts, lasts = found.setdefault((member, seat.ersattare_for), ([], []))
                starts.append(_start(seat))
                lasts.append(_last_in_line(seat))
        return {key: (sorted(starts), sorted(lasts)) for key, (starts, lasts) in found.items()}

    def is_out_of_order(self, member: str, ledamot: str | None, day: date) -> bool:
        """Whether the one ersättare of a member that steps in on a day is not the first in line.

        Those chosen for the ledamot are called before those for any.
        """
        called = list(self._stepping_in[member, None, day])
        called += self._stepping_in[member, ledamot, day] if ledamot is not None else ()
        turn = called[0].call_order if len(called) == 1 else None
        if not turn or called[0].ersattare_for is not None:
            return False
        own = ledamot is not None and self.in_line(member, ledamot, day)
        return bool(own) or self._first_turns[member, day] < turn

    @cached_property
    def _stepping_in(self) -> dict[tuple[str, str | None, date], list[Seat]]:
        """The ersättare that step in, by member, ledamot and day."""
        found: dict[tuple[str, str | None, date], list[Seat]] = defaultdict(list)
        for member, seats in self._ersattare.items():
            for seat in seats:
                if seat.ended_by == "stepped_in" and seat.end is not None:
                    found[member, seat.ersattare_for, seat.end].append(seat)
        return found

    @cached_property
    def _first_turns(self) -> dict[tuple[str, date], int]:
        """By member and day that one steps in, the lowest call order in line for any ledamot."""
        found: dict[tuple[str, date], int] = {}
        for member, seats in self._ersattare.items():
            for_any = [seat for seat in seats if seat.ersattare_for is None and seat.call_order]
            coming = deque(sorted(for_any, key=_start))
            waiting: list[tuple[int, int]] = []
            for day in sorted({_end(seat) for seat in for_any if seat.ended_by == "stepped_in"}):
                while coming and _start(coming[0]) <= day:
                    seat = coming.popleft()
                    heappush(waiting, (seat.call_order or 0, _last_in_line(seat)))
                while waiting and waiting[0][1] < day.toordinal():
                    heappop(waiting)
                if waiting:
                    found[member, day] = waiting[0][0]
        return found

    @cached_property
    def _ersattare(self) -> dict[str, list[Seat]]:
        return self._of("ersattare")

    @cached_property
    def _ledamoter(self) -> dict[str, Spans]:
        """When each member has its ledamöter."""
        return {member: _spans(seats) for member, seats in self._of("ledamot").items()}

    def next_is_a_step_in(self, member: str, day: date) -> bool:
        """Whether the next place of a member's ledamot after a day, or on it, is an ersättare's."""
        places = self._taken[member]
        # Of two on one day, the one by an ersättare stands last.
        at = bisect_left(places, (day, True))
        following = places[at : at + 2]
        return any(stepped_in and start == following[0][0] for start, stepped_in in following)

    @cached_property
    def _taken(self) -> dict[str, list[tuple[date, bool]]]:
        """For each member, when its ledamöter's places were taken, and whether by an ersättare."""
        found: dict[str, list[tuple[date, bool]]] = defaultdict(list)
        for seat in self.seats:
            if seat.stepped_in_for is not None:
                found[current(seat.stepped_in_for)].append((_start(seat), True))
            elif seat.role == "ledamot":
                found[current(seat.member)].append((_start(seat), False))
        return defaultdict(list, {member: sorted(set(days)) for member, days in found.items()})

    def vacant(self, on: date, since: date) -> dict[tuple[str, str], list[date]]:
        """By member and role, the last day of each seat whose place is empty.

        Args:
            on: the day of the question.
            since: the first day of the term; what ended before it is ignored.
        """
        found: dict[tuple[str, str], list[date]] = {}
        for role in ROLES:
            for member, seats in self._of(role).items():
                ended = [seat for seat in seats if since <= _end(seat) < on]
                if ended and (places := _empty_places(ended, seats, on)):
                    found[member, role] = places
        return found

    def _of(self, role: str) -> dict[str, list[Seat]]:
        """Each member's seats of a role."""
        found: dict[str, list[Seat]] = defaultdict(list)
        for seat in self.seats:
            if seat.role == role:
                found[current(seat.member)].append(seat)
        return found

    @cached_property
    def alone(self) -> set[int]:
        """Ersättare, by ``id``, who are alone all their time.

        Their member has no other; or, if they were chosen for a ledamot, that ledamot has none.
        """
        groups: dict[tuple[str, str | None], list[Seat]] = defaultdict(list)
        for member, seats in self._ersattare.items():
            groups[member, None] = seats
            for seat in seats:
                if seat.ersattare_for is not None:
                    groups[member, seat.ersattare_for].append(seat)
        found: set[int] = set()
        for (_, ledamot), seats in groups.items():
            spans = _spans(seats)
            found |= {
                id(seat)
                for seat in seats
                if seat.ersattare_for == ledamot and spans.count(_start(seat), _end(seat)) == 1
            }
        return found


def _start(seat: Seat) -> date:
    return seat.start or date.min


def _end(seat: Seat) -> date:
    return seat.end or date.max


def _spans(seats: Iterable[Seat]) -> Spans:
    return Spans((_start(seat), _end(seat)) for seat in seats)


def _last_in_line(seat: Seat) -> int:
    """The number of the last day on which an ersättare can step in: that on which it does."""
    return _end(seat).toordinal() - (seat.ended_by != "stepped_in" or seat.end is None)


def _empty_places(ended: Sequence[Seat], seats: Sequence[Seat], on: date) -> list[date]:
    """The last days of those seats that have ended and that no other seat has replaced.

    Args:
        ended: those that have ended, all of one member and role.
        seats: all of that member and role.
        on: the day until which new ones are counted.
    """
    ends = deque(sorted((_end(seat), seat.ended_by in FILLED_ANEW) for seat in ended))
    waiting, gone_on = deque[date](), deque[date]()
    for start in sorted(_start(seat) for seat in seats if _start(seat) <= on):
        while ends and ends[0][0] < start:
            end, goes_on = ends.popleft()
            (gone_on if goes_on else waiting).append(end)
        # What goes on with another office, or after the old term, takes no other place.
        if taken := gone_on or waiting:
            taken.popleft()
    return [*waiting, *(end for end, goes_on in ends if not goes_on)]
