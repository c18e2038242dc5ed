"""Förbund that break one rule of 7–19 a §§ on governance, in each way that it can be broken."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from fractions import Fraction
from typing import Any, Final, TypeAlias, get_args

from hypothesis import strategies as st

from finsam.law.finsamlagen import FINSAMLAGEN
from finsam.law.parties import SEVERAL_REGIONS_FROM, kind_of
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
from finsam.models.base import Model
from finsam.models.board import Board, Delegation, Meeting, RemoteDecision, Role, Seat
from finsam.models.forbund import Forbund
from finsam.models.forbundsordning import (
    Forbundsordning,
    MemberDay,
    PointsCovered,
    QualifiedMajority,
)
from finsam.models.money import SplitShare
from finsam.testing.governance import POINTS, Founded, lawful_meetings, lawful_seat
from finsam.testing.lawful import lawful, lawful_with
from finsam.validation.rules.board import AT_A_DISTANCE_FROM, KEPT_BY_BOARD, STATE
from finsam.validation.subjects.board import last_day_to_announce

Breach: TypeAlias = Callable[[date], st.SearchStrategy[Forbund]]
Change: TypeAlias = Mapping[str, Any]
"""Facts in the place of others."""

_MAY_BE_SILENT: Final = {
    *("right_to_raise_matters", "qualified_majority"),
    *("credit_limits", "other"),
}
"""The points of 9 § that a förbundsordning need not take up."""
_SEATS: Final = ("board.seats", "board.term_start", "board.term_end")
_TERM: Final = ("board.term_start", "board.term_end", "forbundsordningar")
_REMOTE: Final = ("board.remote_decisions",)
TEXT_OF_2020: Final = date(2020, 1, 1)
"""From this day the wordings of 14, 16 and 19 §§ are known."""


def _ordning(base: Forbund, on: date) -> Forbundsordning:
    """The förbundsordning in force on a day."""
    return max(
        (each for each in base.forbundsordningar or () if (each.applies_from or date.min) <= on),
        key=lambda each: each.applies_from or date.min,
    )


def _ordered(change: Callable[[Forbundsordning], st.SearchStrategy[Change]]) -> Breach:
    """The förbundsordning in force, lawful but for some facts."""

    @st.composite
    def build(draw: st.DrawFn, on: date) -> Forbund:
        base = draw(lawful_with(on, "forbundsordningar"))
        present = _ordning(base, on)
        changed = present.replace(**draw(change(present)))
        return base.replace(
            forbundsordningar=tuple(
                changed if each is present else each for each in base.forbundsordningar or ()
            )
        )

    return build


def _without_point(field: str) -> Breach:
    """One of the points is not taken up, or only in part."""

    def change(ordning: Forbundsordning) -> st.SearchStrategy[Change]:
        covers = (ordning.covers or PointsCovered()).replace(**{field: False})
        if field == "joint_auditors":
            return st.just({"covers": covers, "joint_auditors": True})
        if field == "representation":
            numbers = {"ledamoter": st.just(5), "ersattare": st.none() | st.just(5)}
            return st.fixed_dictionaries({"covers": st.just(covers), **numbers})
        return st.just({"covers": covers})

    return _ordered(change)


@st.composite
def _none_in_force(draw: st.DrawFn, on: date) -> Forbund:
    """There is no förbundsordning."""
    base = draw(lawful_with(on, "forbundsordningar"))
    return base.replace(forbundsordningar=())


def _without_adopter(ordning: Forbundsordning) -> st.SearchStrategy[Change]:
    return _some_left_out(ordning.adopted or ()).map(lambda rest: _adopted_by(rest, ordning))


def _adopted_by(some: Sequence[MemberDay], ordning: Forbundsordning) -> Change:
    """Adopted by these alone, the last of them on the day on which the last of all did."""
    # Who adopted it last also tells when the förbund was formed.
    day = max(each.day for each in ordning.adopted or () if each.day)
    return {"adopted": (*some[:-1], some[-1].replace(day=day))}


@st.composite
def _joined_without_adopting(draw: st.DrawFn, on: date) -> Forbund:
    """A kommun or a region has joined since, and has adopted nothing."""
    base = draw(lawful(on, only=("forbundsordningar",)))
    founding = (base.forbundsordningar or ())[0]
    local = [each for each in base.members if str(each.actor).startswith(("kommun:", "region:"))]
    joined = draw(st.dates((base.formed or on) + timedelta(days=1), on))
    late = draw(st.sampled_from(local))
    rest = [each for each in founding.adopted or () if each.member != late.actor]
    return base.replace(
        members=tuple(m.replace(joined=joined) if m is late else m for m in base.members),
        forbundsordningar=(founding.replace(**_adopted_by(rest, founding)),),
    )


def _some_left_out(adopted: Sequence[MemberDay]) -> st.SearchStrategy[tuple[MemberDay, ...]]:
    """Those who adopted, without one or several of them."""
    return st.sets(st.integers(0, len(adopted) - 1), min_size=1, max_size=len(adopted) - 1).map(
        lambda out: tuple(each for number, each in enumerate(adopted) if number not in out)
    )


@st.composite
def _formed_without_all(draw: st.DrawFn, on: date) -> Forbund:
    """Some never adopted the förbundsordning that it was formed by, which another has replaced."""
    base = draw(lawful_with(on, "forbundsordningar"))
    ordningar = base.forbundsordningar or ()
    present, formed = _ordning(base, on), base.formed or on
    founding = ordningar[0].replace(adopted=draw(_some_left_out(ordningar[0].adopted or ())))
    if present is ordningar[0]:
        later = draw(st.dates(formed + timedelta(days=1), on))
        ordningar = (ordningar[0], present.replace(applies_from=later))
    return base.replace(forbundsordningar=(founding, *ordningar[1:]))


@st.composite
def _formed_on_another_day(draw: st.DrawFn, on: date) -> Forbund:
    """Formed before the last member had adopted, or after everything was there."""
    base = draw(lawful_with(on, "forbundsordningar"))
    ordningar = base.forbundsordningar or ()
    founding, formed = ordningar[0], base.formed or on
    by = timedelta(days=draw(st.integers(1, 100)))
    adopted = founding.adopted or ()
    if draw(st.booleans()):
        late = (adopted[0].replace(day=formed + by), *adopted[1:])
        changed = founding.replace(applies_from=formed, adopted=late)
    else:
        early = tuple(each.replace(day=date(2003, 1, 1)) for each in adopted)
        changed = founding.replace(applies_from=formed - by, adopted=early)
    return base.replace(forbundsordningar=(changed, *ordningar[1:]))


@st.composite
def _formed_before_in_force(draw: st.DrawFn, on: date) -> Forbund:
    """There is none but one that began to apply after the formation."""
    base = draw(lawful(on, only=("forbundsordningar",)))
    begins = draw(st.dates((base.formed or on) + timedelta(days=1), on))
    founding = (base.forbundsordningar or ())[0]
    return base.replace(forbundsordningar=(founding.replace(applies_from=begins),))


@st.composite
def _shares_off(draw: st.DrawFn, on: date) -> Forbund:
    """A party has too much or too little, or one member has what another should have."""
    base = draw(
        lawful_with(
            on,
            "agreements",
            "forbundsordningar",
            gotland_alone=False,
            beside=False,
            least=(1, 2),
        )
    )
    present = _ordning(base, on)
    shares = {each.member: each.share for each in present.shares or ()}
    kommuner = [key for key in shares if key.startswith("kommun:")]
    some = Fraction(draw(st.integers(1, 20)), 100)
    # How members of a party split their share is asked from the day when the wording is known.
    if on < SEVERAL_REGIONS_FROM or draw(st.booleans()):
        shares["forsakringskassan"] -= some
        shares[kommuner[0]] += some
    else:
        # All that the one has, and a little of the others', changes hands.
        giver = max(kommuner, key=lambda key: shares[key])
        taker = next(key for key in kommuner if key != giver)
        part = shares[giver] * some
        shares[giver] -= part
        shares[taker] += part
    changed = present.replace(
        shares=tuple(SplitShare(member=key, share=share) for key, share in shares.items())
    )
    return base.replace(
        forbundsordningar=tuple(
            changed if each is present else each for each in base.forbundsordningar or ()
        )
    )


def _on_board(
    change: Callable[[Board, Forbund, date], st.SearchStrategy[Change]], *known: str
) -> Breach:
    """The board, lawful but for some facts."""

    @st.composite
    def build(draw: st.DrawFn, on: date) -> Forbund:
        base = draw(lawful_with(on, *known))
        board = base.board or Board()
        return base.replace(board=board.replace(**draw(change(board, base, on))))

    return build


def _one_more(field: str, item: st.SearchStrategy[Model]) -> Breach:
    """The board, lawful but for one delegation or decision more."""
    return _on_board(
        lambda board, *_: item.map(lambda one: {field: (*(getattr(board, field) or ()), one)}),
        f"board.{field}",
    )


def _seat_changed(
    change: Callable[[Seat, list[str]], st.SearchStrategy[Change] | None],
) -> Breach:
    """The board, lawful but for some facts about one seat of those that can have them."""

    @st.composite
    def build(draw: st.DrawFn, on: date) -> Forbund:
        base = draw(lawful_with(on, *_SEATS))
        board = base.board or Board()
        members = [str(member.actor) for member in base.members]
        able = [seat for seat in _present(board) if change(seat, members) is not None]
        chosen = draw(st.sampled_from(able))
        some = change(chosen, members)
        changes = draw(st.nothing() if some is None else some)
        seats = tuple(s.replace(**changes) if s is chosen else s for s in board.seats or ())
        return base.replace(board=board.replace(seats=seats))

    return build


def _present(board: Board) -> list[Seat]:
    return [seat for seat in board.seats or () if seat.end is None]


def _without_seats(board: Board, *_: object) -> st.SearchStrategy[Change]:
    """A member lacks ledamot, ersättare or both, or is stood for by another member's seat."""
    in_office = {seat.member for seat in _present(board) if seat.office != "none"}
    free = sorted({seat.member for seat in _present(board)} - in_office)
    members = free or sorted(in_office)

    def change(member: str, roles: set[str], *, stood_for: bool) -> Change:
        kept = [s for s in board.seats or () if s.member != member or s.role not in roles]
        if stood_for:
            kept[0] = kept[0].replace(also_represents=(member,), end=None, ended_by=None)
        return {"seats": tuple(kept), "meetings": ()}

    roles = st.sets(st.sampled_from(get_args(Role)), min_size=1)
    return st.builds(change, st.sampled_from(members), roles, stood_for=st.booleans())


def _not_as_many(board: Board, *_: object) -> st.SearchStrategy[Change]:
    """An ersättare or a ledamot more."""
    more = st.sampled_from(_present(board)).map(
        lambda seat: seat.replace(
            office="none", call_order=2 if seat.role == "ersattare" else None, stepped_in_for=None
        )
    )
    ordered = [
        seat.replace(call_order=seat.call_order or 1) if seat.role == "ersattare" else seat
        for seat in board.seats or ()
    ]
    return more.map(lambda seat: {"seats": (*ordered, seat), "meetings": ()})


def _seat_of_stranger(board: Board, base: Forbund, on: date) -> st.SearchStrategy[Change]:
    """A kommun or a region that is no member has a ledamot and an ersättare."""
    members = {member.actor for member in base.members}
    strangers = {"kommun:1480", "kommun:1280", "region:14", "region:12"} - members
    seats = board.seats or ()

    def change(member: str) -> Change:
        more = [lawful_seat(member, role, on, on, 1) for role in get_args(Role)]
        return {"seats": (*seats, *more)}

    return st.sampled_from(sorted(strangers)).map(change)


def _too_many_with(office: str) -> Breach:
    """A ledamot more, who has an office, as all have that had none."""

    def change(board: Board, _base: Forbund, on: date) -> st.SearchStrategy[Change]:
        ledamoter = [seat for seat in _present(board) if seat.role == "ledamot"]
        start = board.term_start or on
        more = [lawful_seat(ledamoter[0].member, role, start, start, 3) for role in get_args(Role)]
        free = {id(seat) for seat in (*ledamoter, more[0]) if seat.office == "none"}
        seats = tuple(
            seat.replace(office=office) if id(seat) in free else seat
            for seat in (*(board.seats or ()), *more)
        )
        return st.just({"seats": seats, "meetings": ()})

    return _on_board(change, *_SEATS)


def _ersattare_in_office(board: Board, *_: object) -> st.SearchStrategy[Change]:
    """An ersättare has the office that a ledamot should have."""

    def swapped(holder: Seat, other: Seat) -> Change:
        offices = {id(holder): "none", id(other): holder.office}
        return {
            "seats": tuple(
                seat.replace(office=offices[id(seat)]) if id(seat) in offices else seat
                for seat in board.seats or ()
            )
        }

    return st.builds(
        swapped,
        st.sampled_from([seat for seat in _present(board) if seat.office != "none"]),
        st.sampled_from([seat for seat in _present(board) if seat.role == "ersattare"]),
    )


def _by_wrong_body(seat: Seat, _members: list[str]) -> st.SearchStrategy[Change] | None:
    kind = kind_of(seat.member)
    right = "fullmaktige" if kind not in STATE else seat.member
    bodies = ["fullmaktige", "styrelse", "namnd", "forsakringskassan", "arbetsformedlingen"]
    wrong = st.sampled_from([body for body in [*bodies, "other"] if body != right])
    return _since_2008(seat, wrong.map(lambda body: {"appointed_by": body}))


def _lawfully_since_2008(seat: Seat, _members: list[str]) -> st.SearchStrategy[Change] | None:
    return _since_2008(seat, st.just({}))


def _not_eligible(seat: Seat, _members: list[str]) -> st.SearchStrategy[Change] | None:
    return _since_2008(seat, st.just({"eligibility": "other"}))


def _since_2008(seat: Seat, change: st.SearchStrategy[Change]) -> st.SearchStrategy[Change]:
    """The change, of a seat that is filled when the wording of 12 § was as it is."""
    day = max(seat.appointed or date.min, date(2008, 1, 1))
    return change.map(lambda some: {"appointed": day, "by_newly_elected": True, **some})


@st.composite
def _two_ersattare(draw: st.DrawFn, on: date, *orders: tuple[int, int]) -> Forbund:
    """A member has two ersättare or more, who are called in one of these orders (0: in none)."""
    base = draw(lawful_with(on, *_SEATS))
    board = base.board or Board()
    member = str(draw(st.sampled_from([member.actor for member in base.members])))
    day, start = date(2008, 1, 1), board.term_start or on
    ledamot, ersattare = (lawful_seat(member, role, day, start, 2) for role in get_args(Role))
    mine, yours = draw(st.sampled_from(orders))
    seats = [
        seat.replace(call_order=mine, appointed=day)
        if seat.member == member and seat.role == "ersattare" and seat.end is None
        else seat
        for seat in board.seats or ()
    ]
    more = (ledamot, ersattare.replace(call_order=yours))
    return base.replace(board=board.replace(seats=(*seats, *more), meetings=()))


def _chosen_after_election(seat: Seat, _members: list[str]) -> st.SearchStrategy[Change] | None:
    """The newly elected fullmäktige have appointed."""
    if kind_of(seat.member) in STATE:
        return None
    after = st.sampled_from([2022, 2026]).flatmap(_days_after_election)
    return after.map(lambda day: {"appointed": day, "by_newly_elected": True})


def _days_after_election(year: int) -> st.SearchStrategy[date]:
    return st.dates(election_day(year), date(year, 12, 31))


@st.composite
def _chosen_by_the_old(draw: st.DrawFn, on: date) -> Forbund:
    """The old fullmäktige choose a ledamot, once the election is held, for the next term."""
    base = draw(lawful_with(on, *_SEATS))
    board = base.board or Board()
    local = [seat for seat in _present(board) if kind_of(seat.member) not in STATE]
    held = next(year for year in range(max(on.year, 2022), on.year + 5) if is_election_year(year))
    next_one = draw(st.sampled_from(local)).replace(
        role="ledamot",
        appointed=draw(_days_after_election(held)),
        by_newly_elected=False,
        start=draw(st.dates(date(held + 1, 1, 1), date(held + 1, 12, 31))),
        call_order=None,
        office="none",
        stepped_in_for=None,
    )
    return base.replace(board=board.replace(seats=(*(board.seats or ()), next_one)))


def _for_another(seat: Seat, members: list[str]) -> st.SearchStrategy[Change] | None:
    if seat.role == "ersattare" or seat.stepped_in_for:
        return None
    others = [key for key in members if key != seat.member]
    day = max(seat.appointed or date.min, FINSAMLAGEN.first_day)
    return st.sampled_from(others).map(lambda other: {"stepped_in_for": other, "appointed": day})


@st.composite
def _not_stepped_in(draw: st.DrawFn, on: date) -> Forbund:
    """A ledamot left before the term ended, and nobody stepped in, though somebody could."""
    base = draw(lawful_with(on, *_SEATS))
    board = base.board or Board()
    seat = draw(st.sampled_from([seat for seat in _present(board) if seat.role == "ledamot"]))
    first = max(on - timedelta(days=400), FINSAMLAGEN.first_day, base.formed or on)
    end = draw(st.dates(first, on - timedelta(days=1)))
    if board.term_start and (board.term_start - end).days == 1:
        # Who leaves on the last day of a term leaves nothing of it.
        end = end - timedelta(days=1) if board.term_start == on else board.term_start
    how = draw(st.sampled_from(["resigned", "not_eligible", "discharge_refused", "crime", "died"]))
    gone = seat.replace(start=end, end=end, ended_by=how, office="none", stepped_in_for=None)
    after = end + timedelta(days=1)
    mine = [
        each.replace(stepped_in_for=None, start=after if each.role == "ledamot" else end)
        for each in _present(board)
        if each.member == seat.member
    ]
    others = [each for each in board.seats or () if each.member != seat.member]
    return base.replace(board=board.replace(seats=(*others, *mine, gone), meetings=()))


def _ended(how: st.SearchStrategy[str], *, of_agencies: bool = True) -> Breach:
    """A seat ends so: today, or an ersättare's before, or a ledamot's before there were others."""

    @st.composite
    def build(draw: st.DrawFn, on: date) -> Forbund:
        base = draw(lawful_with(on, *_SEATS))
        board = base.board or Board()
        seats = [s for s in _present(board) if of_agencies or kind_of(s.member) not in STATE]
        seat = draw(st.sampled_from(seats))
        end = draw(st.dates(max(TEXT_OF_2020, base.formed or TEXT_OF_2020), on))
        if end == on:
            # Its last day, on which it is still a seat.
            last = seat.replace(end=end, ended_by=draw(how))
            seats = [last if each is seat else each for each in board.seats or ()]
            return base.replace(board=board.replace(seats=tuple(seats), meetings=()))
        gone = seat.replace(
            role="ersattare" if end >= (seat.start or date.min) else seat.role,
            start=min(seat.start or end, end),
            end=end,
            ended_by=draw(how),
            office="none",
            stepped_in_for=None,
            call_order=1,
        )
        others = [
            each.replace(call_order=each.call_order or 1) if each.role == "ersattare" else each
            for each in board.seats or ()
        ]
        return base.replace(board=board.replace(seats=(*others, gone), meetings=()))

    return build


def _met(
    change: Callable[[Meeting, date, list[str]], st.SearchStrategy[Change]],
    *known: str,
    first: date = TEXT_OF_2020,
) -> Breach:
    """One meeting more, lawful but for some facts."""

    @st.composite
    def build(draw: st.DrawFn, on: date) -> Forbund:
        base = draw(lawful_with(on, "board.meetings", "board.term_start", *known))
        board = base.board or Board()
        members = [str(member.actor) for member in base.members]
        of = Founded(members, base.formed or on, on, ())
        ledamoter = _ledamoter(board) or len(members)
        start = max(first, board.term_start or first)
        meeting = draw(lawful_meetings(of, start, ledamoter))
        changed = meeting.replace(**draw(change(meeting, on, members)))
        meetings = (*(board.meetings or ()), changed)
        return base.replace(board=board.replace(meetings=meetings))

    return build


def _ledamoter(board: Board) -> int:
    return sum(seat.role == "ledamot" for seat in _present(board))


@st.composite
def _too_few(draw: st.DrawFn, on: date) -> Forbund:
    """Half of the ledamöter or fewer are at the latest meeting."""
    base = draw(_met(_facts(), *_SEATS)(on))
    board = base.board or Board()
    *others, last = board.meetings or ()
    few = last.replace(present=draw(st.integers(0, _ledamoter(board) // 2)))
    return base.replace(board=board.replace(meetings=(*others, few)))


@st.composite
def _held_long_ago(draw: st.DrawFn, on: date) -> Forbund:
    """A meeting whose minutes should have been adjusted, and that announced."""
    base = draw(lawful_with(on, "board.meetings"))
    members = [str(member.actor) for member in base.members]
    day = max(on - timedelta(days=60), TEXT_OF_2020)
    of = Founded(members, day, day, ())
    meeting = draw(lawful_meetings(of, day, _ledamoter(base.board or Board()) or len(members)))
    board = base.board or Board()
    held = meeting.replace(remote="none")
    return base.replace(board=board.replace(meetings=(*(board.meetings or ()), held)))


def _adjusted_late(meeting: Meeting, _on: date, _members: list[str]) -> st.SearchStrategy[Change]:
    last = next_weekday(minutes_day(meeting.day))

    def late(by: int) -> Change:
        day = last + timedelta(days=by)
        announced = tuple(each.replace(day=day) for each in meeting.announced or ())
        return {"adjusted": day, "announced": announced}

    return st.integers(1, 100).map(late)


def _not_announced(meeting: Meeting, on: date, _members: list[str]) -> st.SearchStrategy[Change]:
    """One does so late, or, if the time is out, not at all; or only the förbund does."""
    announced, adjusted = meeting.announced or (), meeting.adjusted or meeting.day
    number, last = st.integers(0, len(announced) - 1), last_day_to_announce(adjusted)

    def late(out: int, by: int) -> Change:
        changed = list(announced)
        changed[out] = changed[out].replace(day=last + timedelta(days=by))
        return {"announced": tuple(changed)}

    ways = st.builds(late, number, st.integers(1, 60))
    if on > last:
        ways |= number.map(lambda out: {"announced": announced[:out] + announced[out + 1 :]})
        ways |= st.just({"announced": (), "announced_by_forbundet": adjusted})
    return ways


@st.composite
def _without_decision(draw: st.DrawFn, on: date) -> Forbund:
    """Somebody is at a distance, and the board has not decided on that, or did so later."""
    change = st.sampled_from([{"remote": "sound_and_picture"}, {"remote": "sound"}])
    base = draw(_met(lambda *_: change, first=AT_A_DISTANCE_FROM)(on))
    later = RemoteDecision(
        decided=on + timedelta(days=1), states_extent=True, documented=True, sound_only=False
    )
    board = base.board or Board()
    return base.replace(board=board.replace(remote_decisions=draw(st.sampled_from([(), (later,)]))))


def _facts(**facts: object) -> Callable[..., st.SearchStrategy[Change]]:
    """The same facts whatever the förbund."""
    return lambda *_: st.just(facts)


def _delegation(**facts: st.SearchStrategy[object]) -> Breach:
    lawfully = {
        "to": st.sampled_from(["ledamot", "ersattare", "tjansteman"]),
        "reserved": st.just(frozenset()),
        "reported": st.just(value=True),
    }
    return _one_more("delegations", st.builds(Delegation, **{**lawfully, **facts}))


def _decision(**facts: bool) -> Breach:
    known = {"states_extent": True, "documented": True, "sound_only": False, **facts}
    days = st.dates(AT_A_DISTANCE_FROM, date(2035, 12, 31))
    return _one_more("remote_decisions", st.builds(RemoteDecision, decided=days, **_just(known)))


def _just(facts: Mapping[str, object]) -> dict[str, st.SearchStrategy[Any]]:
    return {name: st.just(value) for name, value in facts.items()}


def _term_too_long(board: Board, base: Forbund, on: date) -> st.SearchStrategy[Change]:
    """Longer than four years, or than the shorter time that is ordered."""
    first = board.term_start or date.min
    after = last_day_of_term(first, _ordning(base, on).board_term_months or LONGEST_TERM)
    return st.integers(1, 400).map(lambda by: {"term_end": after + timedelta(days=by)})


def _sits_on(board: Board, base: Forbund, on: date) -> st.SearchStrategy[Change]:
    """The term before this one ended with nobody appointed, and its seats are still held."""
    months = _ordning(base, on).board_term_months or LONGEST_TERM
    begun = board.term_start or on
    last, first = begun - timedelta(days=1), add_months(begun, -months)
    seats = [
        seat.replace(start=first, appointed=min(seat.appointed or last, last), stepped_in_for=None)
        for seat in _present(board)
    ]
    return st.just({"term_start": first, "term_end": last, "seats": tuple(seats), "meetings": ()})


def _no_order_stated(board: Board, *_: object) -> st.SearchStrategy[Change]:
    """Of no ersättare it is stated in which order they are called."""
    return st.just({"seats": tuple(seat.replace(call_order=None) for seat in board.seats or ())})


def _goals_later(_board: Board, _base: Forbund, on: date) -> st.SearchStrategy[Change]:
    """Goals of which some, decided by the day, may not be listed."""
    return st.integers(1, 300).map(lambda by: {"goals_decided": (on + timedelta(days=by),)})


def _begins_otherwise(_board: Board, base: Forbund, on: date) -> st.SearchStrategy[Change]:
    ordning = _ordning(base, on)
    begins, months = ordning.term_begins or "", ordning.board_term_months or 0
    first = first_ordinary_term(base.formed or on, begins)
    return st.integers(1, 360).map(
        lambda by: {
            "term_start": first + timedelta(days=by),
            "term_end": last_day_of_term(first + timedelta(days=by), months),
        }
    )


_DEMANDS: Final = (
    st.builds(
        QualifiedMajority,
        matters=st.just(("budget",)),
        stated_as=st.sampled_from(["consensus", "other"]),
    )
    | st.builds(
        QualifiedMajority,
        matters=st.sampled_from([(), ("budget",)]),
        stated_as=st.just("fraction"),
        fraction=st.just(Fraction(1)),
    )
    | st.builds(
        QualifiedMajority,
        matters=st.just(()),
        stated_as=st.just("fraction"),
        fraction=st.just(Fraction(2, 3)),
    )
)

GOVERNANCE_BREACHES: Final[Mapping[str, Breach]] = {
    "FINSAM-8-1": _none_in_force,
    "FINSAM-8-2": lambda on: _ordered(_without_adopter)(on) | _joined_without_adopting(on),
    "FINSAM-8-3": lambda on: (
        _formed_on_another_day(on) | _formed_without_all(on) | _formed_before_in_force(on)
    ),
    **{
        f"FINSAM-9-{number}": _without_point(field)
        for number, field in enumerate(POINTS, 1)
        if field not in _MAY_BE_SILENT
    },
    "FINSAM-9-19": _shares_off,
    "FINSAM-9-20": _ordered(lambda _: _DEMANDS.map(lambda one: {"qualified_majority": (one,)})),
    "FINSAM-10-1": _on_board(_without_seats, *_SEATS),
    "FINSAM-10-2": _on_board(_not_as_many, *_SEATS),
    "FINSAM-10-3": _delegation(
        reserved=st.frozensets(st.sampled_from(sorted(KEPT_BY_BOARD)), min_size=1)
    ),
    "FINSAM-10-4": _delegation(to=st.just("other")),
    "FINSAM-10-5": _delegation(reported=st.just(value=False)),
    "FINSAM-10-6": _on_board(
        lambda *_: st.just({"director_appointed_by": "other"}), "board.director_appointed_by"
    ),
    "FINSAM-12-1": _seat_changed(_by_wrong_body),
    "FINSAM-12-2": _seat_changed(_not_eligible),
    "FINSAM-12-3": lambda on: _two_ersattare(on, (0, 0), (0, 1), (1, 0)),
    "FINSAM-12-4": _on_board(_seat_of_stranger, *_SEATS),
    "FINSAM-13-1": _ordered(
        lambda _: st.integers(49, 120).map(lambda months: {"board_term_months": months})
    ),
    "FINSAM-13-2": lambda on: (
        _on_board(_term_too_long, *_TERM)(on) | _on_board(_sits_on, *_TERM, *_SEATS)(on)
    ),
    "FINSAM-13-3": _on_board(_begins_otherwise, *_TERM),
    "FINSAM-14-1": _chosen_by_the_old,
    "FINSAM-15-1": _seat_changed(_for_another),
    "FINSAM-15-2": _not_stepped_in,
    "FINSAM-16-1": _ended(st.sampled_from(["majority_changed", "recalled"])),
    "FINSAM-16-2": _ended(st.just("mandate_expired")),
    "FINSAM-16-3": _ended(st.just("employment_ended"), of_agencies=False),
    "FINSAM-17-1": _too_many_with("chair"),
    "FINSAM-17-2": _too_many_with("vice_chair"),
    "FINSAM-17-3": _on_board(_ersattare_in_office, *_SEATS),
    "FINSAM-19-1": _too_few,
    "FINSAM-19-2": _met(_adjusted_late),
    "FINSAM-19-3": _met(_not_announced),
    "FINSAM-19-4": _met(_facts(adopts_budget=True, public=False)),
    "FINSAM-19-5": _met(_facts(adopts_budget=True, announced_as_ordered=False)),
    "FINSAM-19A-1": _without_decision,
    "FINSAM-19A-2": _met(
        _facts(remote="sound_and_picture", equal_terms=False), *_REMOTE, first=AT_A_DISTANCE_FROM
    ),
    "FINSAM-19A-3": _met(_facts(remote="sound"), *_REMOTE, first=AT_A_DISTANCE_FROM),
    "FINSAM-19A-4": _decision(states_extent=False),
    "FINSAM-19A-5": _decision(documented=False),
}
"""The rules on governance that can be broken on their own, and how."""


GOVERNANCE_TO_ASK: Final[Mapping[str, Breach]] = {
    "FINSAM-7-10": _on_board(_goals_later, "board.goals_decided"),
    "FINSAM-9-13": _ordered(lambda _: st.just({"joint_auditors": True})),
    **{f"FINSAM-10-{number}": _delegation() for number in (3, 4, 5)},
    **{f"FINSAM-12-{number}": _seat_changed(_lawfully_since_2008) for number in (1, 2)},
    "FINSAM-12-3": lambda on: _two_ersattare(on, (1, 2)) | _on_board(_no_order_stated, *_SEATS)(on),
    "FINSAM-14-1": _seat_changed(_chosen_after_election),
    "FINSAM-15-2": _not_stepped_in,
    "FINSAM-16-1": _ended(st.just("resigned")),
    "FINSAM-16-2": _ended(st.just("resigned")),
    "FINSAM-16-3": _ended(st.just("resigned"), of_agencies=False),
    "FINSAM-19-1": _met(_facts(), *_SEATS),
    "FINSAM-19-2": _held_long_ago,
    "FINSAM-19-3": _held_long_ago,
    "FINSAM-19-4": _met(_facts(adopts_budget=True)),
    "FINSAM-19-5": _met(_facts(adopts_budget=True)),
    **{
        f"FINSAM-19A-{number}": _met(
            _facts(remote="sound_and_picture"), *_REMOTE, first=AT_A_DISTANCE_FROM
        )
        for number in (1, 2, 3)
    },
    **{f"FINSAM-19A-{number}": _decision() for number in (4, 5)},
}
"""What has the facts without which a rule on governance is open, where little that is lawful has.

All of it is lawful, but that nobody steps in for a ledamot (15 §), which nobody knows to be wrong
as long as it is not known why the ledamot left.
"""
