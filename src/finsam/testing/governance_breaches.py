"""Förbund that break one rule of 7–19 a §§ on governance, in every way that it can be broken."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from fractions import Fraction
from typing import Final, get_args

from hypothesis import strategies as st

from finsam.law.finsamlagen import FINSAMLAGEN
from finsam.law.parties import SEVERAL_REGIONS_FROM, STATE, kind_of
from finsam.law.terms import (
    LONGEST_TERM,
    add_months,
    election_day,
    first_ordinary_term,
    is_election_year,
    last_day_of_term,
    minutes_day,
    next_weekday,
)
from finsam.models.board import Meeting, RemoteDecision, Role, Seat
from finsam.models.forbund import Forbund
from finsam.models.forbundsordning import (
    Forbundsordning,
    MemberDay,
    PointsCovered,
    QualifiedMajority,
)
from finsam.models.money import SplitShare
from finsam.testing.changes import (
    Changes,
    Start,
    Way,
    Ways,
    drawn,
    late_or_never,
    one_more,
    replaced,
)
from finsam.testing.governance import POINTS, lawful_seat, present_ledamoter
from finsam.validation.rules.board import KEPT_BY_BOARD, RESIGNED
from finsam.validation.subjects.board import last_day_to_announce

_MAY_BE_SILENT: Final = {
    *("right_to_raise_matters", "qualified_majority"),
    *("credit_limits", "other"),
}
"""The points of 9 § that a förbundsordning need not address."""

_TEXT_OF_2008: Final = date(2008, 1, 1)
"""The first day of the current wording of 12 §."""


def _ordered(change: Callable[[Start, Forbundsordning], Changes]) -> Way:
    """Change some facts of the förbundsordning in force."""

    def way(start: Start) -> Forbund:
        present = start.ordning
        changed = replaced(start.ordningar, present, **change(start, present))
        return start.base.replace(forbundsordningar=changed)

    return way


def _all_ordered(**facts: object) -> Way:
    """Change facts of every förbundsordning; facts may be strategies."""
    return lambda start: start.with_ordningar(**drawn(start, facts))


def _without_point(field: str) -> Way:
    """One of the points is not addressed, or only in part."""

    def change(start: Start, ordning: Forbundsordning) -> Changes:
        covers = (ordning.covers or PointsCovered()).replace(**{field: False})
        if field == "joint_auditors":
            return {"covers": covers, "joint_auditors": True}
        if field == "representation":
            return {"covers": covers, "ersattare": start.one_of([None, ordning.ersattare])}
        return {"covers": covers}

    return _ordered(change)


def _numbers_off(start: Start, ordning: Forbundsordning) -> Changes:
    """More ledamöter than ersättare or fewer, or fewer of each than members."""
    if start.chance():
        other = start.number(0, 50)
        return {"ersattare": other if other != ordning.ledamoter else other + 1}
    few = start.number(0, len(start.base.members) - 1)
    ledamoter, ersattare = start.one_of([(few, few), (few, None), (None, few)])
    return {"ledamoter": ledamoter, "ersattare": ersattare}


def _joined_without_place(start: Start) -> Forbund:
    """A member has joined since, and the förbundsordning has places for the others alone."""
    joined, places = _joined_without_adopting(start), len(start.base.members) - 1
    (founding,) = joined.forbundsordningar or ()
    ordning = founding.replace(ledamoter=places, ersattare=places)
    # A list that is known to be complete would break 8 §.
    return joined.replace(forbundsordningar=(ordning,), complete=())


def _without_adopter(start: Start, ordning: Forbundsordning) -> Changes:
    return _adopted_by(_some_left_out(start, ordning.adopted or ()), ordning)


def _adopted_by(some: Sequence[MemberDay], ordning: Forbundsordning) -> Changes:
    """Adopted by these alone, the last of them on the day of the last adoption."""
    # The last adoption decides when the förbund was formed.
    day = max(each.day for each in ordning.adopted or () if each.day)
    return {"adopted": (*some[:-1], some[-1].replace(day=day))}


def _joined_without_adopting(start: Start) -> Forbund:
    """A kommun or a region has joined without adopting anything."""
    base = start.bare()
    founding = (base.forbundsordningar or ())[0]
    local = [m for m in base.members if str(m.actor).startswith(("kommun:", "region:"))]
    joined = start.day(start.formed + timedelta(days=1), start.on)
    late = start.one_of(local)
    rest = [each for each in founding.adopted or () if each.member != late.actor]
    return base.replace(
        members=replaced(base.members, late, joined=joined),
        forbundsordningar=(founding.replace(**_adopted_by(rest, founding)),),
    )


def _some_left_out(start: Start, adopted: Sequence[MemberDay]) -> tuple[MemberDay, ...]:
    """Those who adopted, with one or more left out."""
    most = len(adopted) - 1
    out = start.draw(st.sets(st.integers(0, most), min_size=1, max_size=most))
    return tuple(each for number, each in enumerate(adopted) if number not in out)


def _formed_without_all(start: Start) -> Forbund:
    """Some never adopted the founding förbundsordning, which has since been replaced."""
    ordningar, present = start.ordningar, start.ordning
    founding = ordningar[0].replace(adopted=_some_left_out(start, ordningar[0].adopted or ()))
    if present is ordningar[0]:
        later = start.day(start.formed + timedelta(days=1), start.on)
        ordningar = (ordningar[0], present.replace(applies_from=later))
    return start.base.replace(forbundsordningar=(founding, *ordningar[1:]))


def _formed_on_another_day(start: Start) -> Forbund:
    """Formed before the last member adopted, or later than it could have been."""
    founding, *others = start.ordningar
    by = timedelta(days=start.number(1, 100))
    adopted = founding.adopted or ()
    if start.chance():
        late = (adopted[0].replace(day=start.formed + by), *adopted[1:])
        changed = founding.replace(applies_from=start.formed, adopted=late)
    else:
        early = tuple(each.replace(day=date(2003, 1, 1)) for each in adopted)
        changed = founding.replace(applies_from=start.formed - by, adopted=early)
    return start.base.replace(forbundsordningar=(changed, *others))


def _formed_before_in_force(start: Start) -> Forbund:
    """The only förbundsordning began to apply after the formation."""
    founding, *_ = start.ordningar
    begins = start.day(start.formed + timedelta(days=1), start.on)
    return start.bare().replace(forbundsordningar=(founding.replace(applies_from=begins),))


def _shares_off(start: Start, ordning: Forbundsordning) -> Changes:
    """A party's share is too large or too small, or one member has part of another's."""
    shares = {each.member: each.share for each in ordning.shares or ()}
    kommuner = [key for key in shares if key.startswith("kommun:")]
    some = Fraction(start.number(1, 20), 100)
    # The split within a party is checked from the day on which its wording is known.
    if start.on < SEVERAL_REGIONS_FROM or start.chance():
        shares["forsakringskassan"] -= some
        shares[kommuner[0]] += some
    else:
        # Part of one member's share changes hands.
        giver = max(kommuner, key=lambda key: shares[key])
        taker = next(key for key in kommuner if key != giver)
        part = shares[giver] * some
        shares[giver] -= part
        shares[taker] += part
    return {"shares": tuple(SplitShare(member=key, share=part) for key, part in shares.items())}


def _present(start: Start) -> list[Seat]:
    """The seats without a last day."""
    return [seat for seat in start.seats if seat.end is None]


def _local(start: Start) -> list[Seat]:
    """The seats of kommuner and regioner without a last day."""
    return [seat for seat in _present(start) if kind_of(seat.member) not in STATE]


def _without_seats(start: Start) -> Forbund:
    """A member lacks a ledamot, an ersättare or both, or shares another member's seat."""
    in_office = {seat.member for seat in _present(start) if seat.office != "none"}
    free = {seat.member for seat in _present(start)} - in_office
    member = start.one_of(sorted(free or in_office))
    roles = start.draw(st.sets(st.sampled_from(get_args(Role)), min_size=1))
    seats = start.seats
    kept = [seat for seat in seats if seat.member != member or seat.role not in roles]
    if start.chance():
        kept[0] = kept[0].replace(also_represents=(member,), end=None, ended_by=None)
    return start.with_board(seats=tuple(kept), meetings=())


def _called_first(start: Start) -> list[Seat]:
    """The seats, with a place in the call order for every ersättare."""
    return [
        seat.replace(call_order=seat.call_order or 1) if seat.role == "ersattare" else seat
        for seat in start.seats
    ]


def _not_as_many(start: Start) -> Forbund:
    """One ersättare or ledamot too many."""
    seat = start.one_of(_present(start))
    order = 2 if seat.role == "ersattare" else None
    more = seat.replace(office="none", call_order=order, stepped_in_for=None)
    return start.with_board(seats=(*_called_first(start), more), meetings=())


def _seat_of_stranger(start: Start) -> Forbund:
    """A kommun or a region that is not a member has a ledamot and an ersättare."""
    strangers = {"kommun:1480", "kommun:1280", "region:14", "region:12"} - {*start.members()}
    member, on = start.one_of(sorted(strangers)), start.on
    more = [lawful_seat(member, role, on, on, 1) for role in get_args(Role)]
    return start.with_board(seats=(*start.seats, *more))


def _too_many_with(office: str) -> Way:
    """An extra ledamot, with the same office given to all who had none."""

    def way(start: Start) -> Forbund:
        ledamoter = [seat for seat in _present(start) if seat.role == "ledamot"]
        begun = start.board.term_start or start.on
        more = [lawful_seat(ledamoter[0].member, role, begun, begun, 3) for role in get_args(Role)]
        free = {id(seat) for seat in (*ledamoter, more[0]) if seat.office == "none"}
        seats = tuple(
            seat.replace(office=office) if id(seat) in free else seat
            for seat in (*start.seats, *more)
        )
        return start.with_board(seats=seats, meetings=())

    return way


def _ersattare_in_office(start: Start) -> Forbund:
    """An ersättare holds an office that belongs to a ledamot."""
    holder = start.one_of([seat for seat in _present(start) if seat.office != "none"])
    other = start.one_of([seat for seat in _present(start) if seat.role == "ersattare"])
    # The holder was appointed under the act.
    appointed = max(other.appointed or date.min, start.first)
    changes: dict[int, Changes] = {
        id(holder): {"office": "none"},
        id(other): {"office": holder.office, "appointed": appointed},
    }
    seats = start.seats
    return start.with_board(
        seats=tuple(seat.replace(**changes.get(id(seat), {})) for seat in seats)
    )


def _filled(change: Callable[[Start, Seat], Changes] | None = None, **facts: object) -> Way:
    """A seat filled under the current wording of 12 §, lawful except for some facts."""

    def way(start: Start) -> Forbund:
        seat = start.one_of(_present(start))
        day = max(seat.appointed or date.min, _TEXT_OF_2008)
        changes = facts if change is None else change(start, seat)
        lawful = {"appointed": day, "by_newly_elected": True}
        return start.with_board(seats=replaced(start.seats, seat, **{**lawful, **changes}))

    return way


def _by_wrong_body(start: Start, seat: Seat) -> Changes:
    right = "fullmaktige" if kind_of(seat.member) not in STATE else seat.member
    bodies = ["fullmaktige", "styrelse", "namnd", "forsakringskassan", "arbetsformedlingen"]
    return {"appointed_by": start.one_of([body for body in [*bodies, "other"] if body != right])}


def _two_ersattare(*orders: tuple[int, int]) -> Way:
    """A member has two or more ersättare, with one of these call orders (0: none)."""

    def way(start: Start) -> Forbund:
        member = start.one_of(start.members())
        day, begun = _TEXT_OF_2008, start.board.term_start or start.on
        ledamot, ersattare = (lawful_seat(member, role, day, begun, 2) for role in get_args(Role))
        mine, yours = start.one_of(orders)
        seats = [
            seat.replace(call_order=mine, appointed=day)
            if seat.member == member and seat.role == "ersattare" and seat.end is None
            else seat
            for seat in start.seats
        ]
        more = (ledamot, ersattare.replace(call_order=yours))
        return start.with_board(seats=(*seats, *more), meetings=())

    return way


def _no_order_stated(start: Start) -> Forbund:
    """No ersättare has a stated call order."""
    seats = tuple(seat.replace(call_order=None) for seat in start.seats)
    return start.with_board(seats=seats)


def _chosen_by_the_old(start: Start) -> Forbund:
    """After the election, the old fullmäktige appoint a ledamot for the next term."""
    on = start.on
    held = next(year for year in range(max(on.year, 2022), on.year + 5) if is_election_year(year))
    next_one = start.one_of(_local(start)).replace(
        role="ledamot",
        appointed=start.day(election_day(held), date(held, 12, 31)),
        by_newly_elected=False,
        start=start.day(date(held + 1, 1, 1), date(held + 1, 12, 31)),
        call_order=None,
        office="none",
        stepped_in_for=None,
    )
    return start.with_board(seats=(*start.seats, next_one))


def _for_another(start: Start) -> Forbund:
    """A ledamot has stepped in for another member's ledamot."""
    seat = start.one_of(
        [seat for seat in _present(start) if seat.role == "ledamot" and not seat.stepped_in_for]
    )
    other = start.one_of([key for key in start.members() if key != seat.member])
    day = max(seat.appointed or date.min, FINSAMLAGEN.first_day)
    return start.with_board(seats=replaced(start.seats, seat, stepped_in_for=other, appointed=day))


def _not_stepped_in(start: Start) -> Forbund:
    """A ledamot left mid-term, and no ersättare stepped in, though one could."""
    on, begun = start.on, start.board.term_start
    seat = start.one_of([seat for seat in _present(start) if seat.role == "ledamot"])
    first = max(on - timedelta(days=400), FINSAMLAGEN.first_day, start.formed)
    end = start.day(first, on - timedelta(days=1))
    if begun and (begun - end).days == 1:
        # Leaving on the last day of a term leaves nobody to replace.
        end = end - timedelta(days=1) if begun == on else begun
    how = start.one_of(sorted(RESIGNED))
    gone = seat.replace(start=end, end=end, ended_by=how, office="none", stepped_in_for=None)
    after = end + timedelta(days=1)
    mine = [
        each.replace(stepped_in_for=None, start=after if each.role == "ledamot" else end)
        for each in _present(start)
        if each.member == seat.member
    ]
    others = [each for each in start.seats if each.member != seat.member]
    return start.with_board(seats=(*others, *mine, gone), meetings=())


def _ended(*how: str) -> Way:
    """A seat ends in one of these ways: on the day, or earlier if nobody had to step in."""

    def way(start: Start) -> Forbund:
        # Only employment with a kommun or a region is asked about.
        seat = start.one_of(_local(start) if start.rule.id == "FINSAM-16-3" else _present(start))
        end, ended_by = start.day(max(start.first, start.formed), start.on), start.one_of(how)
        if end == start.on:
            # A seat is held on its last day.
            seats = replaced(start.seats, seat, end=end, ended_by=ended_by)
            return start.with_board(seats=seats, meetings=())
        gone = seat.replace(
            role="ersattare" if end >= (seat.start or date.min) else seat.role,
            start=min(seat.start or end, end),
            end=end,
            ended_by=ended_by,
            office="none",
            stepped_in_for=None,
            call_order=1,
        )
        return start.with_board(seats=(*_called_first(start), gone), meetings=())

    return way


def _too_few(start: Start) -> Forbund:
    """Half of the ledamöter or fewer attend a meeting."""
    few = st.integers(0, present_ledamoter(start.board) // 2)
    return one_more(present=few)(start)


def _adjusted_late(start: Start, meeting: Meeting) -> Changes:
    day = next_weekday(minutes_day(meeting.day)) + timedelta(days=start.number(1, 100))
    announced = tuple(each.replace(day=day) for each in meeting.announced or ())
    return {"adjusted": day, "announced": announced}


def _not_announced(start: Start, meeting: Meeting) -> Changes:
    """One announces late or, if its time has run out, never; or only the förbund announces."""
    adjusted = meeting.adjusted or meeting.day
    last = last_day_to_announce(adjusted)
    if start.on > last and start.chance():
        return {"announced": (), "announced_by_forbundet": adjusted}
    return {"announced": late_or_never(start, meeting.announced or (), last)}


_REMOTE: Final = st.sampled_from(["sound_and_picture", "sound"])


def _without_decision(start: Start) -> Forbund:
    """Somebody attends remotely, and the board has not decided on that, or did so later."""
    met = start._replace(base=one_more(remote=_REMOTE)(start))
    later = RemoteDecision(
        decided=start.on + timedelta(days=1),
        states_extent=True,
        documented=True,
        sound_only=False,
    )
    return met.with_board(remote_decisions=start.one_of([(), (later,)]))


def _term_too_long(start: Start) -> Forbund:
    """Longer than four years, or than the shorter term ordered."""
    first = start.board.term_start or date.min
    after = last_day_of_term(first, start.ordning.board_term_months or LONGEST_TERM)
    return start.with_board(term_end=after + timedelta(days=start.number(1, 400)))


def _sits_on(start: Start) -> Forbund:
    """The last term ended, nobody new was appointed, and its seats are still held."""
    months = start.ordning.board_term_months or LONGEST_TERM
    begun = start.board.term_start or start.on
    last, first = begun - timedelta(days=1), add_months(begun, -months)
    seats = tuple(
        seat.replace(start=first, appointed=min(seat.appointed or last, last), stepped_in_for=None)
        for seat in _present(start)
    )
    return start.with_board(term_start=first, term_end=last, seats=seats, meetings=())


def _begins_otherwise(start: Start) -> Forbund:
    ordning = start.ordning
    begins, months = ordning.term_begins or "", ordning.board_term_months or 0
    ordered = first_ordinary_term(start.formed, begins)
    first = ordered + timedelta(days=start.number(1, 360))
    return start.with_board(term_start=first, term_end=last_day_of_term(first, months))


def _goals_later(start: Start) -> Forbund:
    """Goals decided later; earlier ones may not be listed."""
    return start.with_board(goals_decided=(start.on + timedelta(days=start.number(1, 300)),))


def _demanding(matters: tuple[str, ...], stated_as: str, fraction: Fraction | None = None) -> Way:
    """The förbundsordning asks for more than a majority, in a way that 9 § does not allow."""
    demand = {"matters": matters, "stated_as": stated_as, "fraction": fraction}
    return _all_ordered(qualified_majority=(QualifiedMajority.model_validate(demand),))


GOVERNANCE_BREACHES: Final[Mapping[str, Ways]] = {
    "FINSAM-8-1": lambda start: start.base.replace(forbundsordningar=()),
    "FINSAM-8-2": (_ordered(_without_adopter), _joined_without_adopting),
    "FINSAM-8-3": (_formed_on_another_day, _formed_without_all, _formed_before_in_force),
    **{
        f"FINSAM-9-{number}": _without_point(field)
        for number, field in enumerate(POINTS, 1)
        if field not in _MAY_BE_SILENT
    },
    "FINSAM-9-19": _ordered(_shares_off),
    "FINSAM-9-20": (
        _demanding(("budget",), "consensus"),
        _demanding(("budget",), "other"),
        _demanding(("budget",), "fraction", Fraction(1)),
        _demanding((), "fraction", Fraction(1)),
        _demanding((), "fraction", Fraction(2, 3)),
    ),
    "FINSAM-10-1": _without_seats,
    "FINSAM-10-2": _not_as_many,
    "FINSAM-10-3": one_more(
        reserved=st.frozensets(st.sampled_from(sorted(KEPT_BY_BOARD)), min_size=1)
    ),
    "FINSAM-10-4": one_more(to="other"),
    "FINSAM-10-5": one_more(reported=False),
    "FINSAM-10-6": lambda start: start.with_board(director_appointed_by="other"),
    "FINSAM-10-7": _ordered(_numbers_off),
    "FINSAM-12-1": _filled(_by_wrong_body),
    "FINSAM-12-2": _filled(eligibility="other"),
    "FINSAM-12-3": _two_ersattare((0, 0), (0, 1), (1, 0)),
    "FINSAM-12-4": _seat_of_stranger,
    "FINSAM-13-1": _all_ordered(board_term_months=st.integers(LONGEST_TERM + 1, 120)),
    "FINSAM-13-2": (_term_too_long, _sits_on),
    "FINSAM-13-3": _begins_otherwise,
    "FINSAM-14-1": _chosen_by_the_old,
    "FINSAM-15-1": _for_another,
    "FINSAM-15-2": _not_stepped_in,
    "FINSAM-16-1": _ended("majority_changed", "recalled"),
    "FINSAM-16-2": _ended("mandate_expired"),
    "FINSAM-16-3": _ended("employment_ended"),
    "FINSAM-17-1": _too_many_with("chair"),
    "FINSAM-17-2": _too_many_with("vice_chair"),
    "FINSAM-17-3": _ersattare_in_office,
    "FINSAM-19-1": _too_few,
    "FINSAM-19-2": one_more(_adjusted_late),
    "FINSAM-19-3": one_more(_not_announced),
    "FINSAM-19-4": one_more(adopts_budget=True, public=False),
    "FINSAM-19-5": one_more(adopts_budget=True, announced_as_ordered=False),
    "FINSAM-19A-1": _without_decision,
    "FINSAM-19A-2": one_more(remote="sound_and_picture", equal_terms=False),
    "FINSAM-19A-3": one_more(remote="sound"),
    "FINSAM-19A-4": one_more(states_extent=False),
    "FINSAM-19A-5": one_more(documented=False),
}
"""How to break each rule on governance that can be broken on its own."""


GOVERNANCE_TO_ASK: Final[Mapping[str, Ways]] = {
    "FINSAM-7-10": _goals_later,
    "FINSAM-10-3": one_more(matters=None),
    "FINSAM-10-7": (_joined_without_place, _all_ordered()),
    "FINSAM-12-3": (_two_ersattare((1, 2)), _no_order_stated),
    "FINSAM-15-2": _not_stepped_in,
    "FINSAM-16-3": _ended("resigned"),
}
"""How to get the facts whose absence leaves a rule open, where another lawful item lacks them.

All of it is lawful, but that nobody steps in for a ledamot (15 §), which nobody knows to be wrong
as long as it is not known why the ledamot left.
"""
