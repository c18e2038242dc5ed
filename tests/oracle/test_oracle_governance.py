"""A second opinion on 10–28 §§: which verdicts the act allows, and whether ``check`` keeps to it.

Written from the act and from the sections of kommunallagen that it refers to, and from nothing
else in this project. It takes a document as plain JSON and gives, for each rule and each thing
that the rule is about, a set of verdicts: one where the act leaves no room, several where it does.
It holds above all that nothing fails unless the breach is certain, and that nothing passes which is
certainly broken. A list that is neither empty nor named complete may have more entries.
"""

import json
from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import date, timedelta
from itertools import product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from finsam import Forbund, check
from finsam.testing import (
    BREAKABLE,
    boards,
    breaking,
    days,
    economies,
    forbund,
    lawful_forbund,
)

Document = dict[str, Any]
Verdicts = frozenset[str]
Answers = dict[tuple[str, object], Verdicts]


def some_of(*verdicts: str) -> Verdicts:
    return frozenset(verdicts)


KEPT, BROKEN = some_of("pass"), some_of("fail")
OPEN, JUDGED, NOTHING = some_of("open"), some_of("review"), some_of("not_applicable")
UNSURE = OPEN | JUDGED | NOTHING
"""No claim either way."""
ANY = UNSURE | KEPT | BROKEN


# Days


def day(said: str | None) -> date | None:
    return date.fromisoformat(said) if said else None


def later(start: date, by: int) -> date:
    return start + timedelta(days=by)


def easter(year: int) -> date:
    """Gauss's rule, for the years 1900 to 2099."""
    moon = (19 * (year % 19) + 24) % 30
    sun = (2 * (year % 4) + 4 * (year % 7) + 6 * moon + 5) % 7
    found = later(date(year, 3, 22), moon + sun)
    too_late = found == date(year, 4, 26) or (
        found == date(year, 4, 25) and moon == 28 and year % 19 > 10
    )
    return later(found, -7) if too_late else found


def is_day_off(on: date) -> bool:
    """Sundays, Saturdays, holidays and the three eves (lag 1930:173 2 §, lag 1989:253)."""
    fixed = {(1, 1), (1, 6), (5, 1), (12, 24), (12, 25), (12, 26), (12, 31)}
    fixed |= {(6, 6)} if on.year >= 2005 else set()
    moving = {-2, 0, 1, 39, 49} | ({50} if on.year < 2005 else set())
    midsummer_eve = on.month == 6 and 19 <= on.day <= 25 and on.weekday() == 4
    return (
        on.weekday() >= 5
        or (on.month, on.day) in fixed
        or (on - easter(on.year)).days in moving
        or midsummer_eve
    )


def moved(on: date) -> date:
    while is_day_off(on):
        on = later(on, 1)
    return on


def months_later(start: date, months: int) -> date:
    """The day with the same number, or the last of the month (lag 1930:173 1 §)."""
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    if year > 9999:
        return date.max
    following = date(year + (month == 11), (month + 1) % 12 + 1, 1) if year < 9999 else date.max
    return date(year, month + 1, min(start.day, later(following, -1).day))


def election_day(year: int) -> date | None:
    if year % 4 != 2:
        return None
    sundays = [date(year, 9, n) for n in range(1, 31) if date(year, 9, n).weekday() == 6]
    return sundays[1 if year >= 2014 else 2]


def done_by(done: date, due: date, *, movable: bool = True) -> Verdicts:
    """Whether something was done in time; the next weekday is in between."""
    if done <= due:
        return KEPT
    if movable and done <= moved(due):
        return KEPT | JUDGED
    return BROKEN


# Documents


def today(key: object) -> object:
    return "kommun:0331" if key == "kommun:1917" else key


def kind(key: object) -> str:
    return key.partition(":")[0] if isinstance(key, str) else "external"


def lasts(period: Document, on: date, first: str = "start", last: str = "end") -> bool:
    begins, ends = day(period[first]), day(period[last])
    return (begins is None or begins <= on) and (ends is None or on <= ends)


def together(parts: Iterable[Verdicts]) -> Verdicts:
    """The verdicts possible for the whole, given those possible for its parts."""
    parts = list(parts)
    if BROKEN in parts:
        return BROKEN
    union = frozenset().union(*parts) if parts else KEPT
    return union if all("pass" in part for part in parts) else union - KEPT


def each(value: bool | None) -> Verdicts:
    return {True: KEPT, False: BROKEN, None: OPEN}[value]


def reasoned(audit: Document) -> Verdicts:
    """Whether a remark has its reason (KL 12:13)."""
    if audit["remark"] is False or audit["remark_reason"]:
        return KEPT
    if audit["remark"]:
        return each(audit["remark_reason"])
    return OPEN


def unclear(verdicts: Verdicts) -> Verdicts:
    """The same, where a reading or an unknown fact may also leave it undecided."""
    return verdicts | UNSURE


class Case:
    """A document on a day, and what is known of it."""

    def __init__(self, document: Document, on: date) -> None:
        self.document, self.on = document, on
        self.formed, self.dissolved = day(document["formed"]), day(document["dissolved"])
        self.board: Document = document["board"] or {}
        self.economy: Document = document["economy"] or {}
        self.ordningar: list[Document] | None = document["forbundsordningar"]
        self.seats: list[Document] = self.board.get("seats") or []

    def lives(self, on: date | None) -> bool:
        """Whether the förbund certainly exists on a day."""
        if on is None or self.formed is None:
            return False
        return self.formed <= on <= (self.dissolved or date.max)

    def all_told(self, name: str, entries: list[Any] | None) -> bool:
        said = self.document["complete"]
        return entries is not None and (not entries or name in said or "all" in said)

    def members(self, on: date) -> set[str]:
        return {
            str(today(member["actor"]))
            for member in self.document["members"]
            if isinstance(member["actor"], str) and lasts(member, on, "joined", "left")
        }

    def local(self, on: date) -> set[str]:
        return {key for key in self.members(on) if kind(key) in {"kommun", "region"}}

    def ordered(self, name: str) -> set[Any]:
        """Everything that any förbundsordning says of something; None: may say anything."""
        if self.ordningar is None:
            return {None}
        if not self.ordningar:
            return {SILENT[name]}
        return {ordning[name] for ordning in self.ordningar}

    def one_order(self) -> bool:
        """Whether it is certain which förbundsordning is in force: there is just one, for ever."""
        return (
            len(self.ordningar or ()) == 1
            and self.all_told("forbundsordningar", self.ordningar)
            and all(ordning["applies_from"] is None for ordning in self.ordningar or ())
            and all(ordning["adopted"] is None for ordning in self.ordningar or ())
        )

    def known(self, verdicts: Verdicts, done: date | None, since: date) -> Verdicts:
        """What may be said of something done on a day, by a wording that is known since another.

        What was done before is not judged; what has no day, or comes after the day asked about or
        when the förbund is not known to exist, may be left undecided.
        """
        if done is not None and done < since:
            return UNSURE
        if done is None or done > self.on or not self.lives(done):
            return unclear(verdicts)
        return verdicts


SILENT = {
    "ledamoter": None,
    "ersattare": None,
    "board_term_months": 48,
    "term_begins": "04-01",
    "notice_months": 36,
    "auditors_paid_by": "forbundet",
}
"""What holds where no förbundsordning says anything."""

ACT, SEEN_2007 = date(2004, 1, 1), date(2007, 1, 1)
SEEN_2020, SEEN_2024 = date(2020, 1, 1), date(2024, 1, 1)


# 10 §: who sits on the board


LEAVES_EMPTY = {
    "resigned",
    "not_eligible",
    "new_election",
    "discharge_refused",
    "crime",
    "majority_changed",
    "recalled",
    "mandate_expired",
    "employment_ended",
    "stepped_in",
    "died",
    "other",
    None,
}


def sitting(case: Case, on: date, role: str, member: str | None = None) -> list[Document]:
    return [
        seat
        for seat in case.seats
        if seat["role"] == role
        and lasts(seat, on)
        and (member is None or today(seat["member"]) == member)
    ]


def emptied(case: Case, role: str, member: str | None = None) -> int:
    """How many seats may be empty and to be filled again."""
    return sum(
        seat["role"] == role
        and seat["end"] is not None
        and date.fromisoformat(seat["end"]) < case.on
        and seat["ended_by"] in LEAVES_EMPTY
        and (member is None or today(seat["member"]) == member)
        for seat in case.seats
    )


def may_be_counted(case: Case) -> bool:
    """Whether a förbundsordning may tell how many seats there are, which completes the list."""
    return bool(case.ordningar) and (
        case.ordered("ledamoter") != {None} or case.ordered("ersattare") != {None}
    )


def section_10(case: Case) -> Answers:
    answers: Answers = {}
    if case.board.get("seats") is not None:
        answers["FINSAM-10-1", None] = together(
            represented(case, member) for member in case.members(case.on)
        )
        answers["FINSAM-10-2", None] = as_many(case)
    for number, delegation in enumerate(case.board.get("delegations") or ()):
        reserved, to, decided = delegation["reserved"], delegation["to"], day(delegation["decided"])
        found = OPEN if reserved is None else BROKEN if reserved else KEPT
        answers["FINSAM-10-3", number] = case.known(found, decided, ACT)
        found = OPEN if to is None else BROKEN if to == "other" else KEPT
        answers["FINSAM-10-4", number] = case.known(found, decided, ACT)
    return answers


def represented(case: Case, member: str) -> Verdicts:
    """At least one ledamot and one ersättare of its own; when a place is filled is not said."""
    lacking = [
        role for role in ("ledamot", "ersattare") if not sitting(case, case.on, role, member)
    ]
    if not lacking:
        return KEPT
    if not case.all_told("board.seats", case.seats):
        return BROKEN | UNSURE if may_be_counted(case) else OPEN | JUDGED
    if any(emptied(case, role, member) for role in lacking):
        return BROKEN | JUDGED if len(lacking) > 1 else JUDGED
    since = [m["joined"] for m in case.document["members"] if today(m["actor"]) == member]
    joined_later = any(joined is not None for joined in since)
    begun, ended = day(case.board.get("term_start")), day(case.board.get("term_end"))
    # The seats that are told may be those of another term.
    is_other = (begun and case.on < begun) or (ended and ended < case.on)
    return BROKEN | JUDGED if joined_later or is_other or not case.seats else BROKEN


def strangers_sit(case: Case) -> bool:
    """Whether there is a seat of somebody who is no member, which may or may not count."""
    return any(
        lasts(seat, case.on) and today(seat["member"]) not in case.members(case.on)
        for seat in case.seats
    )


def as_many(case: Case) -> Verdicts:
    if strangers_sit(case):
        return ANY
    ledamoter, ersattare = (len(sitting(case, case.on, role)) for role in ("ledamot", "ersattare"))
    if not case.all_told("board.seats", case.seats):
        return ANY if may_be_counted(case) else OPEN | JUDGED
    empty = [range(emptied(case, role) + 1) for role in ("ledamot", "ersattare")]
    if len(empty[0]) == len(empty[1]) == 1:
        return KEPT if ledamoter == ersattare else BROKEN
    if ledamoter == ersattare:
        return KEPT | JUDGED
    filled = any(ledamoter + more == ersattare + others for more, others in product(*empty))
    return JUDGED | BROKEN if filled else BROKEN


# 12 and 14 §§: who appoints whom


OWN_BODY = {
    "kommun": "fullmaktige",
    "region": "fullmaktige",
    "forsakringskassan": "forsakringskassan",
    "arbetsformedlingen": "arbetsformedlingen",
}


def section_12_14(case: Case) -> Answers:
    answers: Answers = {}
    for number, seat in enumerate(case.seats):
        appointed = day(seat["appointed"])
        when = appointed or day(seat["start"])
        own = OWN_BODY[kind(seat["member"])]
        by, eligible = seat["appointed_by"], seat["eligibility"]
        found = each(None if by is None else by == own)
        chosen = each(None if eligible is None else eligible != "other")
        if chosen == KEPT and eligible != own:
            # The act lists who may be appointed, and not by whom.
            chosen |= JUDGED
        if own == "arbetsformedlingen" and (when is None or when.year < 2008):
            # It was the county labour board, whose seat had rules of its own.
            found, chosen = ANY, ANY
        answers["FINSAM-12-1", number] = case.known(found, when, SEEN_2007)
        answers["FINSAM-12-2", number] = case.known(chosen, when, SEEN_2007)
        agency = own != "fullmaktige"
        answers["FINSAM-14-1", number] = case.known(
            NOTHING if agency else by_newly_elected(seat, appointed), appointed or when, SEEN_2020
        )
    return answers


def by_newly_elected(appointed_to: Document, appointed: date | None) -> Verdicts:  # noqa: PLR0911  a ladder of answers
    """Of a kommun's or region's appointment: in an election year the newly elected make it."""
    if appointed is None:
        # That the newly elected made it is enough, whatever the day.
        return OPEN | (KEPT if appointed_to["by_newly_elected"] else OPEN)
    election = election_day(appointed.year)
    if election is None:
        return NOTHING
    if appointed < election:
        return NOTHING | JUDGED
    by_new, start = appointed_to["by_newly_elected"], day(appointed_to["start"])
    if appointed == election:
        return ANY if by_new is False else unclear(each(by_new)) - BROKEN
    if by_new:
        # They take office on 15 October (KL 5:9).
        return KEPT | JUDGED if appointed < date(appointed.year, 10, 15) else KEPT
    if by_new is None:
        return OPEN
    if start is None:
        return BROKEN | JUDGED | OPEN
    return BROKEN if start.year > appointed.year else JUDGED


# 13 §: the term


def section_13(case: Case) -> Answers:
    answers: Answers = {}
    for number, ordning in enumerate(case.ordningar or ()):
        months = ordning["board_term_months"]
        answers["FINSAM-13-1", number] = each(None if months is None else months <= 48)
    if case.document["board"] is not None:
        found = as_long_as_chosen(case)
        if case.board["seats"] is None or not case.all_told("board.seats", case.seats):
            found |= OPEN - found if found != BROKEN else found
        last = day(case.board["term_end"])
        if last is not None and last < case.on and any(lasts(seat, case.on) for seat in case.seats):
            # Whether somebody who sits on has been chosen again is not told.
            found = found if found == BROKEN else ANY
        answers["FINSAM-13-2", None] = found
        answers["FINSAM-13-3", None] = begins_on_its_day(case)
    return answers


def last_days(start: date, months: int) -> tuple[date, date]:
    """The last day of so many months; two where there is no day of the same number."""
    end = months_later(start, months)
    return later(end, -1), end if end.day != start.day else later(end, -1)


def as_long_as_chosen(case: Case) -> Verdicts:
    start, end = day(case.board["term_start"]), day(case.board["term_end"])
    if start is None or end is None:
        return OPEN
    if end > last_days(start, 48)[1]:
        return case.known(BROKEN, start, ACT)
    ordered = {
        None if months is None else min(months, 48) for months in case.ordered("board_term_months")
    }
    if None in ordered or len(ordered) > 1 or not case.one_order():
        # A shorter term may be ordered, and by which of several is not certain.
        longer = any(months and end > last_days(start, months)[0] for months in ordered)
        return ANY if longer or len(ordered) > 1 else UNSURE | KEPT
    first, last = last_days(start, max(months for months in ordered if months is not None))
    if end > last:
        return case.known(BROKEN, start, ACT)
    # Of what begins on 29 February and ends in another year, the last day can be read in two ways.
    read = BROKEN if end > first else frozenset()
    return case.known(KEPT if end == last == first else KEPT | JUDGED | read, start, ACT)


def begins_on_its_day(case: Case) -> Verdicts:
    start = day(case.board["term_start"])
    if start is None:
        return OPEN
    if case.formed is None or start <= case.formed or not case.one_order():
        # It may be the first board, or the förbundsordning may name another day.
        certain = case.formed is not None and start > case.formed
        return ANY if certain and case.ordered("term_begins") != {None} else UNSURE | KEPT
    (begins,) = case.ordered("term_begins")
    if begins is None:
        return OPEN
    if begins == f"{start:%m-%d}":
        return KEPT
    if begins == "02-29" and start.year % 4 and f"{start:%m-%d}" in {"02-28", "03-01"}:
        return KEPT | JUDGED
    return case.known(BROKEN, start, ACT)


# 15 and 16 §§: who leaves


def section_15_16(case: Case) -> Answers:
    answers: Answers = {}
    for number, seat in enumerate(case.seats):
        ended = day(seat["end"])
        if ended is None:
            continue
        over = ended < case.on
        found = stepped_in(case, seat, ended) if over else UNSURE | KEPT
        answers["FINSAM-15-2", number] = case.known(found, ended, ACT)
        found = on_a_ground(seat["ended_by"]) if over else ANY
        answers["FINSAM-16-1", number] = case.known(found, ended, SEEN_2020)
    return answers


def on_a_ground(how: str | None) -> Verdicts:
    """KL 4:6, 4:7 and 4:9 are brought in; that the majority has changed (4:10) is left out."""
    if how is None:
        return OPEN
    if how in {"majority_changed", "recalled"}:
        return BROKEN
    if how == "other":
        return JUDGED
    # The second sentence and the second paragraph are rules of their own.
    return ANY if how in {"mandate_expired", "employment_ended"} else KEPT | JUDGED | NOTHING


def stepped_in(case: Case, seat: Document, ended: date) -> Verdicts:  # noqa: PLR0911  a ladder of answers
    member, how = today(seat["member"]), seat["ended_by"]
    first, last = day(case.board["term_start"]), day(case.board["term_end"])
    if seat["role"] == "ersattare" or last == ended:
        return NOTHING
    if how == "stepped_in":
        # That is how an ersättare's seat ends.
        return ANY
    if how not in LEAVES_EMPTY:
        return UNSURE
    goes_on = any(lasts(other, later(ended, 1)) for other in case.seats)
    this_term = last is not None and (first is None or first <= ended)
    during = ended < last if last and this_term else goes_on
    successors = [
        other
        for other in case.seats
        if other["role"] == "ledamot"
        and today(other["stepped_in_for"]) == member
        and (day(other["start"]) or date.min) > ended
    ]
    if successors or how is None or not during:
        return UNSURE | KEPT
    there = [
        other
        for other in case.seats
        if other["role"] == "ersattare" and today(other["member"]) == member and lasts(other, ended)
    ]
    fellows = [
        other
        for other in case.seats
        if other["role"] == "ledamot" and today(other["member"]) == member and lasts(other, ended)
    ]
    complete = case.all_told("board.seats", case.seats)
    if not complete:
        return UNSURE | BROKEN if may_be_counted(case) else UNSURE
    if not there:
        return NOTHING
    if how not in {"resigned", "died"}:
        # Others have not "avgått", as the section has it, on every reading.
        return JUDGED if this_term else UNSURE
    if len(fellows) > 1 or len(there) > 1 or any(other["ersattare_for"] for other in there):
        return UNSURE | BROKEN if len(fellows) == 1 else UNSURE
    return BROKEN | (JUDGED if this_term else UNSURE)


# 17 §: the chair


def section_17(case: Case) -> Answers:
    if case.board.get("seats") is None:
        return {}
    return {
        ("FINSAM-17-1", None): in_office(case, "chair", 1),
        ("FINSAM-17-2", None): in_office(case, "vice_chair", 2),
    }


def in_office(case: Case, office: str, most: int) -> Verdicts:  # noqa: PLR0911  a ladder of answers
    """The board chooses; by when, the act does not say, so that having none yet is no breach."""
    ledamoter = sitting(case, case.on, "ledamot")
    if any(s["office"] != "none" for s in sitting(case, case.on, "ersattare")):
        # That it is a ledamot who has it is a rule of its own.
        return ANY
    if strangers_sit(case):
        return ANY
    complete = case.all_told("board.seats", case.seats)
    if not ledamoter:
        return NOTHING | (OPEN if not complete else NOTHING)
    have = sum(seat["office"] == office for seat in ledamoter)
    unknown = sum(seat["office"] is None for seat in ledamoter)
    if have > most:
        return BROKEN if complete else BROKEN | JUDGED
    if not complete and may_be_counted(case):
        return ANY if not have else UNSURE | KEPT
    if unknown or not complete:
        # Up to so many more of them may have it; that one is known to is enough for some.
        enough = have >= 1 and complete and have + unknown <= most
        return KEPT if enough else OPEN | (KEPT if have and not unknown else OPEN)
    return KEPT if have else JUDGED | (BROKEN if met(case) else JUDGED)


def met(case: Case) -> bool:
    """Whether the board has met, so that it could choose."""
    return bool(case.board["meetings"])


# 19 §: meetings


def section_19(case: Case) -> Answers:
    answers: Answers = {}
    for number, meeting in enumerate(case.board.get("meetings") or ()):
        held, adjusted = date.fromisoformat(meeting["day"]), day(meeting["adjusted"])
        parts = meeting["adjustments"] or []
        answers["FINSAM-19-1", number] = case.known(quorum(case, meeting, held), held, SEEN_2020)
        due = later(held, 14)
        if adjusted is None:
            found = OPEN | NOTHING if case.on <= moved(due) else OPEN
        else:
            found = done_by(adjusted, due)
        if any((day(part["day"]) or held) > due for part in parts):
            found = unclear(found | BROKEN)
        answers["FINSAM-19-2", number] = case.known(found, held, SEEN_2020)
        name = "board.meetings.announced"
        found = announced(case, adjusted, meeting["announced"], name)
        for part in parts:
            here = announced(
                case, day(part["day"]), part["announced"], "board.meetings.adjustments.announced"
            )
            found = together([found, here])
        if meeting["adjustments"] is None or not case.all_told("board.meetings.adjustments", parts):
            found |= OPEN
        when = None if parts and adjusted is None else adjusted
        if adjusted is not None and held < SEEN_2020 <= adjusted:
            found = ANY
        answers["FINSAM-19-3", number] = case.known(found, when or held, SEEN_2020)
    return answers


def quorum(case: Case, meeting: Document, held: date) -> Verdicts:  # noqa: PLR0911  a ladder of answers
    """More than half of the ledamöter: of those that there are, or of all that there should be."""
    present = meeting["present"]
    if present is None:
        return OPEN
    seats = case.board["seats"]
    there = len(sitting(case, held, "ledamot"))
    told = {number for number in case.ordered("ledamoter") if number is not None}
    complete = case.all_told("board.seats", seats)
    possible = ({there} if complete else set()) | {max(number, there) for number in told}
    if seats is not None and not complete:
        # There may be more of them, but no fewer.
        if 2 * present <= there:
            return BROKEN | OPEN
        return ANY if told else OPEN | JUDGED
    if not possible:
        return OPEN
    if 0 in possible or seats is None:
        return ANY
    early = meeting["remote"] not in {None, "none"} and held < date(2022, 3, 16)
    if max(possible) < present or early:
        return ANY - KEPT if early and 2 * present <= min(possible) else UNSURE | KEPT
    if 2 * present <= min(possible):
        return BROKEN
    if 2 * present > max(possible) and present <= min(possible):
        return KEPT if meeting["remote"] is not None or held >= date(2022, 3, 16) else KEPT | OPEN
    return ANY


def announced(case: Case, adjusted: date | None, entries: Any, name: str) -> Verdicts:  # noqa: ANN401  plain data
    """On the board of every kommun and region that is a member, by the second day after."""
    if adjusted is None:
        return OPEN | NOTHING
    due = later(adjusted, 2)
    told: dict[object, list[date | None]] = {}
    for entry in entries or ():
        told.setdefault(today(entry["member"]), []).append(day(entry["day"]))
    found = []
    for member in case.local(adjusted):
        days = told.get(member)
        if days is None:
            complete = case.all_told(name, entries)
            not_due = NOTHING | OPEN
            found.append(not_due if case.on <= moved(due) else BROKEN if complete else OPEN)
        elif None in days or len(days) > 1:
            found.append(ANY if len(days) > 1 else OPEN)
        elif days[0] and days[0] < adjusted:
            found.append(KEPT | UNSURE)
        else:
            found.append(done_by(days[0] or due, due))
    if not found:
        return UNSURE | KEPT
    return unclear(together(found)) if case.on <= moved(due) else together(found)


# 20 §: the archive


def section_20(case: Case) -> Answers:
    supervise = case.economy.get("archive_authorities")
    if supervise is None:
        return {}
    members = {key for key in case.members(case.on) if kind(key) == "kommun"}
    theirs = {today(kommun) for kommun in supervise}
    left = {
        today(m["actor"])
        for m in case.document["members"]
        if isinstance(m["actor"], str) and (day(m["left"]) or case.on) < case.on
    }
    complete = case.all_told("economy.archive_authorities", supervise)
    if not members:
        found = UNSURE
    elif not theirs:
        found = JUDGED if len(members) > 1 else UNSURE | KEPT
    elif not theirs <= members:
        found = BROKEN if complete and not theirs & members else BROKEN | UNSURE
        if theirs - members <= left:
            # When another takes over after one that has left, the act does not say.
            found = JUDGED | UNSURE
    elif len(theirs) > 1:
        found = JUDGED
    else:
        found = KEPT if complete else KEPT | OPEN
    return {("FINSAM-20-1", None): case.known(found, case.on, SEEN_2020)}


# 21 and 23 §§: the budget


def due_for(year: int) -> date:
    return date(year - 1, 11, 30)


def first_budget(case: Case, year: int, budget: Document) -> bool | None:
    """Whether a year's budget is the new förbund's first, which the members adopt."""
    if case.formed is None:
        return None
    if case.formed > due_for(year):
        return True
    # What was adopted at the formation may have been for the year after, too.
    adopted = day(budget.get("adopted"))
    founders = budget.get("adopted_by") == "members" and (adopted or case.formed) <= case.formed
    return None if founders or case.formed.year == year - 1 else False


def section_21_23(case: Case) -> Answers:
    answers: Answers = {}
    budgets = case.economy.get("budgets")
    if budgets is None:
        return answers
    for number, budget in enumerate(budgets):
        if case.formed and budget["year"] < case.formed.year:
            continue
        adopted = day(budget["adopted"])
        parts = [budget[name] for name in ("financing", "expected_position", "financial_goals")]
        found = together(each(part) for part in [*parts, budget["activity_plan"]])
        answers["FINSAM-21-1", number] = case.known(found, adopted, SEEN_2024)
        answers["FINSAM-21-2", number] = case.known(three_years(budget), adopted, SEEN_2024)
        answers["FINSAM-21-5", number] = on_website(case, budget, adopted)
    years = {budget["year"]: budget for budget in budgets}
    for year in {*years, case.on.year, case.on.year + 1}:
        no_entry = {"adopted": None, "adopted_by": None}
        budget = years.get(year, no_entry)
        absent = year not in years
        if absent and not case.all_told("economy.budgets", budgets):
            answers |= {(f"FINSAM-23-{n}", year): UNSURE for n in (1, 3, 4)}
            continue
        for n, found in budget_of(case, year, budget, absent=absent).items():
            goes_on = case.dissolved is None or year <= case.dissolved.year
            goes_on = goes_on and (case.formed is None or year >= case.formed.year)
            answers[f"FINSAM-23-{n}", year] = found if goes_on and year > 2004 else ANY
    return answers


def three_years(budget: Document) -> Verdicts:
    count, first, own = budget["plan_years"], budget["plan_first_year"], budget["year"]
    if count in {0, 1} or first not in {None, own, own + 1}:
        return BROKEN | OPEN if count is None else BROKEN
    if count is None or first is None:
        return OPEN
    if first == own:
        return BROKEN if count == 2 else KEPT | (JUDGED if count > 3 else KEPT)
    return JUDGED


def on_website(case: Case, budget: Document, adopted: date | None) -> Verdicts:
    """From the announcement of the meeting; the members' first budget has no such meeting."""
    meeting, since, there = (
        day(budget["announced"]),
        day(budget["on_website_from"]),
        budget["on_website"],
    )
    first = first_budget(case, budget["year"], budget)
    if first is None and budget["adopted_by"] in {"members", None}:
        first = True if budget["adopted_by"] else None
    if first:
        return (
            ANY if case.formed is None or case.formed <= due_for(budget["year"]) else UNSURE | KEPT
        )
    if there is False and since is None:
        found = BROKEN if meeting or (adopted and adopted <= case.on) else BROKEN | OPEN
    elif since is None or meeting is None:
        found = OPEN
    else:
        found = each(since <= meeting)
    if meeting is not None and meeting > case.on:
        return unclear(found)
    if first is None and "fail" in found:
        found = unclear(found)
    if adopted and meeting and adopted < meeting:
        found = unclear(found)
    # It has to be there from the announcement on: by the law of that day.
    return case.known(found, meeting or adopted, SEEN_2024)


def budget_of(case: Case, year: int, budget: Document, *, absent: bool) -> dict[int, Verdicts]:
    first, due = first_budget(case, year, budget), due_for(year)
    adopted, by = day(budget["adopted"]), budget["adopted_by"]
    not_yet = adopted is not None and adopted > case.on
    if first:
        return {1: NOTHING | JUDGED, 3: NOTHING | JUDGED, 4: firsts(case, budget, absent=absent)}
    if absent:
        overdue = BROKEN if case.on > moved(due) else BROKEN | JUDGED
        found = OPEN | NOTHING if case.on <= due else overdue
        if first is None:
            found = unclear(found)
        return {1: found, 3: UNSURE, 4: NOTHING | OPEN if first is False else ANY}
    if adopted is None:
        found = OPEN if case.on > moved(due) else OPEN | NOTHING
    else:
        found = done_by(adopted, due)
    whose = {"styrelsen": KEPT, "other": BROKEN, "members": BROKEN, None: OPEN}[by]
    if case.board.get("meetings") is not None:
        found |= JUDGED
    if first is None:
        found, whose = unclear(found), unclear(whose)
        if case.formed is None and by == "members":
            whose = whose - BROKEN
    if not_yet or adopted is None or not case.lives(adopted):
        found, whose = unclear(found), unclear(whose)
    return {
        1: found,
        3: whose,
        4: NOTHING if first is False else ANY - BROKEN if by == "members" else ANY,
    }


def firsts(case: Case, budget: Document, *, absent: bool) -> Verdicts:
    """The members adopt it at the formation; what some days later is at it is not said."""
    adopted, by = day(budget["adopted"]), budget["adopted_by"]
    if case.formed is None or case.on < case.formed:
        return UNSURE
    if absent:
        return BROKEN | JUDGED | (NOTHING if case.on <= moved(case.formed) else JUDGED)
    if by in {"styrelsen", "other"}:
        return BROKEN if adopted and adopted <= case.on else BROKEN | OPEN
    if by is None or adopted is None:
        return OPEN | (BROKEN | JUDGED if adopted and adopted > case.formed else OPEN)
    return KEPT if adopted <= case.formed else JUDGED


# 24 §: the årsredovisning


def section_24(case: Case) -> Answers:
    answers: Answers = {}
    reports = case.economy.get("annual_reports")
    if reports is None:
        return answers
    years = {report["year"]: report for report in reports}
    for year in {*years, case.on.year - 1}:
        report = years.get(year)
        ended = day(report["year_end"]) if report else None
        ended = ended or date(year, 12, 31)
        same_number = months_later(ended, 3)
        ends_month = later(ended, 1).day == 1
        whole_months = later(months_later(later(ended, 1), 3), -1) if ends_month else same_number
        first, last = min(same_number, whole_months), max(same_number, whole_months)
        drawn_up = day(report["drawn_up"]) if report else None
        if report is None:
            found = missing_report(case, year, last, reports)
        elif drawn_up is None:
            found = OPEN if case.on > moved(last) else OPEN | NOTHING
        elif drawn_up < ended:
            found = UNSURE | KEPT
        else:
            found = done_by(drawn_up, first)
            if first < drawn_up <= moved(last):
                found = KEPT | JUDGED
        begun = months_later(later(ended, 1), -12)
        if begun.year < 2019:
            found = UNSURE if begun.year < 2018 else ANY
        if drawn_up and drawn_up > case.on:
            found = unclear(found)
        if (
            not case.lives(date(year, 1, 1))
            or not case.lives(ended)
            or not case.lives(drawn_up or case.on)
        ):
            found = unclear(found)
        answers["FINSAM-24-1", year] = found
    return answers


def missing_report(case: Case, year: int, due: date, reports: list[Document]) -> Verdicts:
    """Of a year that the document has none for."""
    if not case.all_told("economy.annual_reports", reports):
        return OPEN | NOTHING if case.on <= moved(due) else OPEN
    if case.on <= moved(due):
        return UNSURE
    if case.formed is None:
        # That it existed then is not told.
        return UNSURE | BROKEN
    if case.formed.year >= year or (case.dissolved and case.dissolved.year <= year):
        return UNSURE
    # Its financial year may have been another than the calendar year.
    return BROKEN if all(report["year_end"] is None for report in reports) else BROKEN | UNSURE


# 25 §: the auditors


STATE = {"forsakringskassan", "arbetsformedlingen"}


def audited_for(auditor: Document) -> set[object]:
    return {today(member) for member in auditor["for_members"]}


def section_25(case: Case) -> Answers:
    auditors = case.economy.get("auditors")
    if auditors is None:
        return {}
    complete = case.all_told("economy.auditors", auditors)
    current = [auditor for auditor in auditors if lasts(auditor, case.on)]
    pending = any((day(auditor["appointed"]) or date.min) > case.on for auditor in auditors)
    found = together(
        has_auditor(case, member, auditors, current, complete=complete)
        for member in case.members(case.on)
    )
    answers: Answers = {
        ("FINSAM-25-1", None): ANY if pending else case.known(found, case.on, SEEN_2020)
    }
    joint = joint_auditor(case, current, complete=complete)
    answers["FINSAM-25-2", None] = ANY if pending else case.known(joint, case.on, SEEN_2020)
    for number, auditor in enumerate(auditors):
        answers |= an_auditor(case, number, auditor)
    if case.formed is not None and case.formed <= case.on:
        found = from_the_start(case, auditors, complete=complete)
        if case.on.year > case.formed.year + 1:
            found = unclear(found)
        answers["FINSAM-25-7", None] = case.known(found, case.formed, SEEN_2020)
    return answers


def has_auditor(
    case: Case, member: str, auditors: list[Document], current: list[Document], *, complete: bool
) -> Verdicts:
    if any(member in audited_for(auditor) for auditor in current):
        return KEPT
    if not complete:
        return OPEN | JUDGED
    ever = any(member in audited_for(auditor) for auditor in auditors)
    from_start = case.formed is not None and member in case.members(case.formed)
    if ever or not from_start:
        # By when the next one is appointed is not said.
        return JUDGED | (frozenset() if ever or case.formed is not None else BROKEN)
    return BROKEN


def joint_auditor(case: Case, current: list[Document], *, complete: bool) -> Verdicts:
    if not case.members(case.on) >= STATE:
        return ANY
    theirs = [audited_for(auditor) & STATE for auditor in current]
    theirs = [some for some in theirs if some]
    both = sum(some == STATE for some in theirs)
    if set().union(*theirs) != STATE:
        return NOTHING | (NOTHING if complete else OPEN)
    if both == 0:
        return BROKEN if complete else BROKEN | UNSURE
    if both > 1:
        return BROKEN | JUDGED
    if len(theirs) > 1:
        return BROKEN | JUDGED
    return KEPT if complete else KEPT | OPEN


def an_auditor(case: Case, number: int, auditor: Document) -> Answers:
    members = audited_for(auditor)
    appointed, by = day(auditor["appointed"]), auditor["appointed_by"]
    state, local = bool(members & STATE), bool(members - STATE)
    if state == local:
        return {(f"FINSAM-25-{n}", number): ANY for n in (3, 6, 8)}
    own = "forsakringskassan" if state else "fullmaktige"
    found = each(None if by is None else by == own)
    elected = NOTHING if state else by_newly_elected(auditor, appointed)
    if not state and by not in {"fullmaktige", None}:
        # Another body appointed, which is the breach.
        elected = unclear(elected)
    when = max((one for one in (appointed, day(auditor["start"])) if one), default=None)
    return {
        ("FINSAM-25-3", number): case.known(found, appointed, SEEN_2020),
        ("FINSAM-25-6", number): case.known(elected, appointed, SEEN_2020),
        ("FINSAM-25-8", number): case.known(
            paid_rightly(case, auditor, state=state), when, SEEN_2020
        ),
    }


def paid_rightly(case: Case, auditor: Document, *, state: bool) -> Verdicts:
    """Förbundet pays, or by its förbundsordning the members; nobody else may."""
    payer = today(auditor["paid_by"]) if isinstance(auditor["paid_by"], str) else auditor["paid_by"]
    if payer is None:
        return OPEN
    if not isinstance(payer, str):
        return BROKEN if case.one_order() else BROKEN | UNSURE
    by_members = payer == "forsakringskassan" if state else payer not in {"forbundet", *STATE}
    right = {"forbundet": payer == "forbundet", "members": by_members}
    orders = case.ordered("auditors_paid_by")
    possible = {right[order] for order in orders if order}
    if None in orders or len(orders) > 1 or not case.one_order():
        # What is not known, or was changed, may be the one or the other.
        wrong_anyway = not any(right.values())
        possible |= set() if orders == {None} and not wrong_anyway else set(right.values())
        return frozenset().union(UNSURE, *(each(one) for one in possible))
    if "members" in orders and not state and payer in STATE:
        return ANY
    return together(each(one) for one in possible)


def from_the_start(case: Case, auditors: list[Document], *, complete: bool) -> Verdicts:
    found = []
    for member in case.members(case.formed or case.on):
        theirs = [auditor["appointed"] for auditor in auditors if member in audited_for(auditor)]
        appointed = [day(one) for one in theirs]
        if not theirs:
            # Who never had any is told of by 25-1.
            found.append(NOTHING | OPEN | KEPT)
        elif any(one and one <= (case.formed or case.on) for one in appointed):
            found.append(KEPT)
        elif None in appointed or not complete:
            found.append(OPEN)
        else:
            found.append(BROKEN)
    return together(found) | (frozenset() if auditors else UNSURE)


# 26 §: the audit


def section_26(case: Case) -> Answers:
    answers: Answers = {}
    audits = case.economy.get("audits") or []
    for number, audit in enumerate(audits):
        reported, adjusted = day(audit["reported"]), day(audit["minutes_adjusted"])
        there = reported is not None and reported <= case.on
        just_now = NOTHING if reported == case.on else frozenset()
        on = reported or case.on
        same = case.members(on) == case.members(case.on)
        found = handed_over(case, audit, on) if there else UNSURE
        answers["FINSAM-26-1", number] = case.known(
            (found | just_now) if same or not there else UNSURE | KEPT, reported, SEEN_2020
        )
        says = audit["recommends"]
        parts = [each(None if says is None else says != "nothing"), reasoned(audit)]
        found = next((verdict for verdict in (BROKEN, OPEN) if verdict in parts), KEPT)
        answers["FINSAM-26-2", number] = case.known(found, reported, SEEN_2020)
        if audit["minutes_kept"] is False:
            found = NOTHING
        else:
            found = announced(
                case, adjusted, audit["minutes_announced"], "economy.audits.minutes_announced"
            )
        minutes = [one for one in (adjusted, reported) if one]
        if (
            any(one < SEEN_2020 for one in minutes)
            and max(*minutes, date(audit["year"], 12, 31)) >= SEEN_2020
        ):
            found = ANY
            when = None
        else:
            when = max(minutes, default=None)
        answers["FINSAM-26-3", number] = case.known(found, when, SEEN_2020)
        found = decided(case, audit, audits, on) if there else UNSURE
        answers["FINSAM-26-4", number] = case.known(
            (found | just_now) if same and there else UNSURE | KEPT, reported, SEEN_2020
        )
    return answers


def handed_over(case: Case, audit: Document, on: date) -> Verdicts:
    """To the board, the members and Arbetsförmedlingen; the act sets no day."""
    to = {today(entry["member"]) for entry in audit["sent_to"] or ()}
    lacking = (case.members(on) | {"arbetsformedlingen"}) - to
    board = audit["sent_to_board"]
    late = any((day(entry["day"]) or on) > case.on for entry in audit["sent_to"] or ())
    if late:
        return UNSURE | KEPT
    if not lacking and board:
        return KEPT
    known = not lacking or case.all_told("economy.audits.sent_to", audit["sent_to"])
    if board is not None and known:
        return JUDGED
    return OPEN | JUDGED if board is False or (lacking and known) else OPEN


def decided(case: Case, audit: Document, audits: list[Document], on: date) -> Verdicts:
    """Each member for itself, by any of the year's reports; the act sets no day.

    Whether Arbetsförmedlingen is one of them is not clear.
    """
    of_year = [other for other in audits if other["year"] == audit["year"]]
    entries = [entry for other in of_year for entry in other["discharge"] or ()]
    have = {today(entry["member"]) for entry in entries}
    lacking = case.members(on) - have - {"arbetsformedlingen"}
    unsure = any(
        entry["granted"] is None or (day(entry["decided"]) or on) > case.on for entry in entries
    )
    if not lacking:
        return KEPT | (UNSURE if unsure else frozenset())
    known = all(case.all_told("economy.audits.discharge", other["discharge"]) for other in of_year)
    return JUDGED if known and not unsure else OPEN | JUDGED


# 27 §: leaving


def section_27(case: Case) -> Answers:
    answers: Answers = {}
    for number, ordning in enumerate(case.ordningar or ()):
        months = ordning["notice_months"]
        answers["FINSAM-27-1", number] = each(None if months is None else months <= 36)
    for number, member in enumerate(case.document["members"]):
        left, notice = day(member["left"]), day(member["notice_given"])
        if left is None or not isinstance(member["actor"], str):
            answers["FINSAM-27-2", number] = ANY if left else UNSURE | KEPT
            continue
        again = any(
            today(other["actor"]) == today(member["actor"])
            and other["joined"] == str(later(left, 1))
            for other in case.document["members"]
        )
        if again or left == case.dissolved:
            answers["FINSAM-27-2", number] = NOTHING
        elif notice is None:
            answers["FINSAM-27-2", number] = OPEN
        else:
            answers["FINSAM-27-2", number] = case.known(
                bound(case, notice, left), min(left, case.on), ACT
            )
    return answers


def bound(case: Case, notice: date, left: date) -> Verdicts:
    """Three years, or the shorter time of the förbundsordning."""

    def kept(months: int) -> Verdicts:
        due = months_later(notice, months)
        return BROKEN if left < later(due, -1) else KEPT | JUDGED if left < due else KEPT

    orders = {None if one is None else min(one, 36) for one in case.ordered("notice_months")}
    if kept(36) != BROKEN:
        return kept(36) | (frozenset() if kept(36) == KEPT else UNSURE)
    if orders == {None}:
        return BROKEN | UNSURE if left < notice else OPEN
    possible = [kept(one) for one in orders if one is not None]
    if case.one_order() and len(orders) == 1:
        return case.known(possible[0], notice, ACT)
    return frozenset().union(UNSURE, *possible)


# 28 §: appeals


def section_28(case: Case) -> Answers:
    """What somebody else does too late, or without the right to, is no breach of the förbund's."""
    answers: Answers = {}
    for number, appeal in enumerate(case.economy.get("appeals") or ()):
        made, came = day(appeal["announced"]), day(appeal["received"])
        removed = day(appeal["notice_removed"])
        who = {
            "kommun_or_region_member": KEPT,
            "forbund_member": JUDGED | NOTHING,
            "other": NOTHING,
            None: OPEN,
        }
        answers["FINSAM-28-1", number] = appealed(case, who[appeal["by"]], made, came)
        if made is None or came is None:
            found = OPEN
        else:
            due = later(made, 21)
            found = KEPT if came <= moved(due) else NOTHING
            if removed is not None and removed <= moved(due):
                # The time does not run out.
                found = KEPT | UNSURE
            if came < made:
                found = KEPT | UNSURE
        answers["FINSAM-28-2", number] = appealed(case, found, made, came)
    return answers


def appealed(case: Case, verdicts: Verdicts, made: date | None, came: date | None) -> Verdicts:
    if any(one is not None and one < SEEN_2020 for one in (made, came)):
        return UNSURE | verdicts
    latest = max((one for one in (made, came) if one), default=None)
    return case.known(verdicts, latest, SEEN_2020)


# Whether check keeps to it


SECTIONS: dict[str, Callable[[Case], Answers]] = {
    "10": section_10,
    "12": section_12_14,
    "13": section_13,
    "15": section_15_16,
    "17": section_17,
    "19": section_19,
    "20": section_20,
    "21": section_21_23,
    "24": section_24,
    "25": section_25,
    "26": section_26,
    "27": section_27,
    "28": section_28,
}

RULES = [
    f"FINSAM-{one}"
    for one in (
        *("10-1", "10-2", "10-3", "10-4", "12-1", "12-2", "13-1", "13-2", "13-3", "14-1", "15-2"),
        *("16-1", "17-1", "17-2", "19-1", "19-2", "19-3", "20-1", "21-1", "21-2", "21-5"),
        *("23-1", "23-3", "23-4", "24-1", "25-1", "25-2", "25-3", "25-6", "25-7", "25-8"),
        *("26-1", "26-2", "26-3", "26-4", "27-1", "27-2", "28-1", "28-2"),
    )
]
"""The rules that there is a second opinion on."""

OF_THE_ORDER = {"FINSAM-13-1", "FINSAM-27-1"}
"""They are asked of a draft, too, and of the one förbundsordning that is in force."""


def allowed(document: Document, on: date) -> Answers:
    case = Case(document, on)
    answers: Answers = {}
    for section in SECTIONS.values():
        answers |= section(case)
    if case.lives(on):
        return answers
    # Nothing is asked of what is not there yet, and little of what is no more.
    ended = case.dissolved is not None and case.dissolved < on
    for key, verdicts in answers.items():
        if key[0] in OF_THE_ORDER:
            answers[key] = unclear(verdicts)
        else:
            whole = key[1] is None and key[0] != "FINSAM-20-1"
            certain = BROKEN if case.formed is None or (ended and not whole) else frozenset()
            answers[key] = unclear(verdicts - (BROKEN - certain))
    return answers


def said(document: Document, forbund: Forbund, on: date) -> dict[tuple[str, object], list[str]]:
    answers: dict[tuple[str, object], list[str]] = {}
    for finding in check(forbund, on=on, rules=RULES).findings:
        if finding.why == "wording_unknown":
            continue
        number = next((step for step in finding.loc if isinstance(step, int)), None)
        subject: object = number
        if finding.rule.split("-")[1] in {"23", "24"}:
            subject = finding.facts.get("year")
            if number is not None:
                subject = document["economy"][finding.loc[1]][number]["year"]
        answers.setdefault((finding.rule, subject), []).append(finding.verdict.value)
    return answers


def differences(forbund: Forbund, on: date) -> dict[tuple[str, object], object]:
    document = forbund.model_dump(mode="json")
    mine, its = allowed(document, on), said(document, forbund, on)
    found: dict[tuple[str, object], object] = {}
    for key, verdicts in its.items():
        may = mine.get(key, UNSURE)
        # Beside what has failed, the same may be open, or for a human, in another part.
        failed = "fail" in may and "fail" in verdicts and "pass" not in verdicts
        if not failed and not set(verdicts) <= may:
            found[key] = sorted(may), verdicts
    unseen = {key for key, may in mine.items() if may == BROKEN and key[0] not in OF_THE_ORDER}
    return found | dict.fromkeys(unseen - its.keys(), "not reported")


def compare(forbund: Forbund, on: date) -> None:
    assert differences(forbund, on) == {}


STATES = ["forsakringskassan", "arbetsformedlingen"]
OTHERS = ["region:12", "kommun:1287", "kommun:1286"]
MEMBERS = [*STATES, *OTHERS]
ROLES = ("ledamot", "ersattare")


def made(document: Document) -> Forbund:
    """A document of plain data; the list that cannot be called complete is not."""
    plain = json.dumps({"name": "", "members": MEMBERS, **document}, default=str)
    try:
        return Forbund.model_validate_json(plain)
    except ValidationError:
        return Forbund.model_validate_json(
            json.dumps({"name": "", "members": MEMBERS, **document, "complete": []}, default=str)
        )


def everywhere(on: date) -> list[Document]:
    return [{"member": member, "day": on} for member in OTHERS]


YEARS = range(2020, 2031)
LAST_DAY = date(2031, 12, 31)


class TestEveryDay:
    """Each day of eleven years, at and beside the limit that it leads to."""

    @pytest.mark.parametrize("year", YEARS)
    def test_of_a_meeting(self, year: int) -> None:
        meetings = []
        for number in range(365):
            held = later(date(year, 1, 1), number)
            due = later(held, 14)
            adjusted = later([due, moved(due)][number % 2], number % 3 - 1)
            second = later(adjusted, 2)
            up = later([second, moved(second)][number % 5 % 2], number % 4 - 1)
            meetings.append(
                {
                    "day": held,
                    "present": number % 7,
                    "adjusted": adjusted,
                    "announced": everywhere(max(up, adjusted)),
                    "adjustments": [],
                }
            )
        seats = [{"member": member, "role": role} for member in MEMBERS for role in ROLES]
        board = {"seats": seats, "meetings": meetings}
        compare(made({"formed": date(2020, 1, 1), "board": board, "complete": ["all"]}), LAST_DAY)

    @pytest.mark.parametrize("year", YEARS)
    def test_of_an_announcement(self, year: int) -> None:
        appeals, audits = [], []
        for number in range(365):
            first = later(date(year, 1, 1), number)
            due = later(first, 21)
            came = later([due, moved(due)][number % 2], number % 3 - 1)
            appeals.append({"announced": first, "received": came, "by": "kommun_or_region_member"})
            second = later(first, 2)
            up = max(first, later([second, moved(second)][number % 2], number % 3 - 1))
            audits.append(
                {
                    "year": year - 1,
                    "reported": first,
                    "minutes_adjusted": first,
                    "minutes_announced": everywhere(up),
                }
            )
        economy = {"appeals": appeals, "audits": audits}
        document = {"formed": date(2020, 1, 1), "economy": economy, "complete": ["all"]}
        compare(made(document), LAST_DAY)

    @pytest.mark.parametrize("by", range(-2, 5))
    def test_of_a_budget_and_an_annual_report(self, by: int) -> None:
        ends = [None, "02-28", "04-30", "06-30", "08-31", "09-30", "11-30", "12-30"]
        for number, end in enumerate(ends):
            budgets, reports = [], []
            for year in range(2006, 2031):
                adopted = later(due_for(year), by)
                budgets.append({"year": year, "adopted": adopted, "adopted_by": "styrelsen"})
                ended = date.fromisoformat(f"{year}-{end or '12-31'}")
                limit = months_later(ended, 3)
                drawn_up = later(limit if number % 2 else moved(limit), by)
                reports.append({"year": year, "year_end": end and ended, "drawn_up": drawn_up})
            economy = {"budgets": budgets, "annual_reports": reports}
            document = {"formed": date(2004, 3, 1), "economy": economy, "complete": ["all"]}
            compare(made(document), LAST_DAY)

    @pytest.mark.parametrize("by", range(-3, 4))
    @pytest.mark.parametrize("months", [36, 12, 1, 0, 40, None])
    def test_of_leaving(self, by: int, months: int | None) -> None:
        notices = [date(2024, 2, 29), date(2022, 2, 28), date(2021, 11, 30), date(2023, 12, 31)]
        members: list[Any] = [*MEMBERS]
        for key, notice in zip(
            ["kommun:0180", "kommun:1480", "kommun:1280", "kommun:0380"], notices, strict=True
        ):
            left = max(notice, later(months_later(notice, 36 if months is None else months), by))
            members.append({"actor": key, "notice_given": notice, "left": left})
        for complete in ([], ["all"]):
            document = {
                "formed": date(2004, 3, 1),
                "members": members,
                "forbundsordningar": [{"notice_months": months}],
                "complete": complete,
            }
            compare(made(document), date(2025, 6, 1))

    @pytest.mark.parametrize("by", range(-2, 3))
    def test_of_a_term(self, by: int) -> None:
        starts = [date(2024, 2, 29), date(2023, 4, 1), date(2024, 3, 1), date(2023, 3, 31)]
        months = [48, 12, 24, None, 60]
        begins = [None, "04-01", "02-29", "03-01"]
        for start, long, begin, complete in product(starts, months, begins, ([], ["all"])):
            document = {
                "formed": date(2010, 1, 1),
                "forbundsordningar": [{"board_term_months": long, "term_begins": begin}],
                "board": {
                    "term_start": start,
                    "term_end": later(months_later(start, min(long or 48, 48)), by - 1),
                },
                "complete": complete,
            }
            compare(made(document), date(2024, 6, 1))


def near(*limits: date) -> st.SearchStrategy[date]:
    """Days at and beside some limits."""
    return st.builds(later, st.sampled_from(limits), st.sampled_from([-30, -1, 0, 1, 2, 4, 30]))


def maybe(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return strategy | st.none()


def flags() -> st.SearchStrategy[bool | None]:
    return st.sampled_from([True, True, False, None])


ON = date(2026, 10, 20)
ELECTIONS = [date(2022, 9, 11), date(2026, 9, 13)]
LIFE = st.sampled_from(
    [None, date(2020, 1, 1), date(2025, 11, 30), date(2025, 12, 1), date(2026, 2, 28)]
)
TOLD = st.sampled_from([[], ["all"], ["all"]])


def entries(**fields: st.SearchStrategy[Any]) -> st.SearchStrategy[list[Document]]:
    return st.lists(st.fixed_dictionaries(fields), max_size=3)


LIMITS = [*ELECTIONS, *(later(one, 34) for one in ELECTIONS), date(2022, 12, 31), date(2023, 4, 1)]
STARTS = st.sampled_from(
    [None, date(2022, 12, 31), date(2023, 1, 1), date(2023, 4, 1), date(2026, 9, 1)]
)
BODIES = st.sampled_from(
    [None, "fullmaktige", "styrelse", "forsakringskassan", "arbetsformedlingen"]
)


@st.composite
def seats(draw: st.DrawFn) -> list[Document]:
    """For each member one ledamot and one ersättare, some of them less, more or otherwise."""
    found = []
    for member, role in product(MEMBERS, ROLES):
        own = OWN_BODY[kind(member)]
        one: Document = {
            "member": member,
            "role": role,
            "office": "chair" if (member, role) == (MEMBERS[0], "ledamot") else "none",
            "appointed_by": own,
            "eligibility": own,
            "appointed": date(2023, 1, 20),
            "by_newly_elected": True,
        }
        if (member, role) == (MEMBERS[1], "ledamot"):
            one["office"] = "vice_chair"
        found.append(one)
    ends = near(date(2026, 10, 19), date(2025, 3, 1))
    how = st.sampled_from(
        ["resigned", "recalled", "majority_changed", "crime", "term", "stepped_in", "other", None]
    )
    for number in draw(st.lists(st.integers(0, len(found) - 1), max_size=3)):
        one = found[number]
        change = draw(
            st.sampled_from(["gone", "ends", "twin", "succeeded", "office", "by", "when"])
        )
        if change == "gone":
            one |= {"start": later(ON, 30), "end": None}
        elif change in {"ends", "succeeded"}:
            one |= {"start": None, "end": draw(ends), "ended_by": draw(how)}
            if change == "succeeded":
                following = {"start": later(one["end"], draw(st.integers(1, 3))), "end": None}
                who = draw(st.sampled_from([one["member"], None]))
                found.append({**one, **following, "ended_by": None, "stepped_in_for": who})
        elif change == "twin":
            found.append(dict(one))
        elif change == "office":
            one["office"] = draw(st.sampled_from(["chair", "vice_chair", "none", None]))
        elif change == "by":
            one |= {
                "appointed_by": draw(BODIES),
                "eligibility": draw(
                    maybe(st.just("other")) | BODIES.filter(lambda b: b != "styrelse")
                ),
            }
        else:
            one |= {"appointed": draw(maybe(near(*LIMITS))), "by_newly_elected": draw(flags())}
            one |= {} if one.get("end") else {"start": draw(STARTS)}
    dropped = draw(st.sets(st.integers(0, len(found) - 1), max_size=1))
    return [one for number, one in enumerate(found) if number not in dropped]


MEMBER_DAYS = st.lists(
    st.fixed_dictionaries(
        {"member": st.sampled_from(OTHERS), "day": maybe(near(date(2026, 10, 18)))}
    ),
    max_size=4,
)


@st.composite
def boards_of(draw: st.DrawFn) -> Document:
    meetings = entries(
        day=near(date(2026, 10, 6), date(2026, 10, 20), date(2026, 6, 5)),
        present=maybe(st.integers(0, 6)),
        remote=st.sampled_from([None, "none", "sound"]),
        announced=maybe(MEMBER_DAYS),
        adjustments=st.sampled_from([None, [], []]),
    )
    held = draw(maybe(meetings))
    for meeting in held or ():
        after = draw(maybe(st.sampled_from([0, 1, 12, 13, 14, 15, 16, 17])))
        meeting["adjusted"] = None if after is None else later(meeting["day"], after)
    return {
        "formed": draw(LIFE),
        "forbundsordningar": draw(
            st.none()
            | entries(ledamoter=maybe(st.integers(4, 6)), ersattare=maybe(st.integers(4, 6))).map(
                lambda some: some[:1]
            )
        ),
        "board": {
            "term_start": draw(maybe(near(date(2023, 4, 1)))),
            "term_end": draw(maybe(near(date(2027, 3, 31)))),
            "seats": draw(maybe(seats())),
            "meetings": held,
            "delegations": draw(
                entries(
                    to=st.sampled_from([None, "ledamot", "tjansteman", "other"]),
                    reserved=st.sampled_from([None, [], ["goals"]]),
                    decided=maybe(near(ON)),
                )
            ),
        },
        "complete": draw(TOLD),
    }


AUDITED = st.lists(st.sampled_from(MEMBERS), unique=True, min_size=1, max_size=3) | st.sampled_from(
    [STATES, STATES, OTHERS, OTHERS]
)
PAYERS = st.sampled_from([None, "forbundet", *MEMBERS, {"form": "company", "name": "X"}])


@st.composite
def economies_of(draw: st.DrawFn) -> Document:
    formed = draw(LIFE)
    by = st.sampled_from([None, "styrelsen", "styrelsen", "members", "other"])
    ends = [formed or ON, date(2025, 11, 30), date(2026, 11, 30)]
    budgets = entries(
        year=st.sampled_from([2025, 2026, 2027]),
        adopted=maybe(near(*ends)),
        adopted_by=by,
        financing=flags(),
        expected_position=st.just(value=True),
        financial_goals=st.just(value=True),
        activity_plan=flags(),
        plan_years=maybe(st.integers(0, 4)),
        plan_first_year=maybe(st.sampled_from([2025, 2026, 2027])),
        announced=maybe(near(date(2025, 11, 1), ON)),
        on_website=flags(),
        on_website_from=maybe(near(date(2025, 11, 1), ON)),
    )
    reports = entries(
        year=st.sampled_from([2023, 2024, 2025]),
        drawn_up=maybe(near(date(2026, 3, 31), date(2025, 3, 31))),
    )
    auditors = entries(
        for_members=AUDITED,
        appointed_by=BODIES,
        appointed=maybe(near(formed or ON, *LIMITS)),
        by_newly_elected=flags(),
        start=maybe(near(formed or ON, date(2023, 4, 1))),
        end=st.none() | near(ON),
        paid_by=PAYERS,
    )
    audits = entries(
        year=st.sampled_from([2024, 2025]),
        reported=maybe(near(date(2026, 4, 1), ON)),
        recommends=st.sampled_from([None, "discharge", "refusal", "nothing"]),
        remark=flags(),
        remark_reason=flags(),
        sent_to_board=flags(),
        sent_to=maybe(
            st.lists(st.sampled_from(MEMBERS).map(lambda key: {"member": key}), max_size=6)
        ),
        minutes_adjusted=maybe(near(date(2026, 10, 16), ON)),
        minutes_announced=maybe(MEMBER_DAYS),
        discharge=maybe(
            st.lists(st.sampled_from(MEMBERS), unique=True).map(
                lambda keys: [{"member": key, "granted": True} for key in keys]
            )
        ),
    )
    appeals = entries(
        announced=maybe(near(date(2026, 6, 1))),
        received=maybe(near(date(2026, 6, 22), date(2026, 6, 29))),
        notice_removed=st.none() | near(date(2026, 6, 22)),
        by=st.sampled_from([None, "kommun_or_region_member", "forbund_member", "other"]),
    )
    orders = entries(
        auditors_paid_by=st.sampled_from([None, "forbundet", "members"]),
        notice_months=maybe(st.integers(34, 38)),
    )
    archive = st.lists(
        st.sampled_from(["kommun:1287", "kommun:1286", "kommun:0180"]), max_size=2, unique=True
    )
    return {
        "formed": formed,
        "forbundsordningar": draw(maybe(orders.map(lambda some: some[:1]))),
        "economy": {
            "archive_authorities": draw(maybe(archive)),
            "budgets": draw(maybe(budgets.map(once))),
            "annual_reports": draw(maybe(reports.map(once))),
            "auditors": draw(maybe(auditors.map(in_order))),
            "audits": draw(maybe(audits)),
            "appeals": draw(maybe(appeals)),
        },
        "complete": draw(TOLD),
    }


def in_order(some: list[Document]) -> list[Document]:
    """Without the first days that come after the last ones."""
    return [
        one | ({"start": None} if one["start"] and one["end"] and one["end"] < one["start"] else {})
        for one in some
    ]


def once(some: list[Document]) -> list[Document]:
    return list({each["year"]: each for each in some}.values())


often = settings(max_examples=3 * settings().max_examples)
"""There are many ways to be beside a limit."""


class TestCheckKeepsToIt:
    @often
    @given(boards_of())
    def test_on_a_board(self, document: Document) -> None:
        compare(made(document), ON)

    @often
    @given(economies_of())
    def test_on_an_economy(self, document: Document) -> None:
        compare(made(document), ON)

    @given(forbund(), days(), boards(), economies())
    def test_on_any_forbund(self, document: Forbund, on: date, board: Any, economy: Any) -> None:  # noqa: ANN401  a model
        compare(document, on)
        with suppress(ValidationError):
            compare(document.replace(board=board, economy=economy, complete=["all"]), on)

    @given(st.data(), days(first=date(2024, 1, 1)))
    def test_on_the_lawful_and_on_what_breaks_a_rule(self, data: st.DataObject, on: date) -> None:
        rule = data.draw(st.none() | st.sampled_from([rule for rule in BREAKABLE if rule in RULES]))
        strategy = lawful_forbund(on=on) if rule is None else breaking(rule, on=on)
        compare(data.draw(strategy), on)
