"""A förbund's legal calendar for a year: its deadlines, each with the provision it rests on."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import MAXYEAR, date, timedelta
from typing import Any, Final

from finsam.answers import deadline as kinds
from finsam.answers.deadline import Deadline
from finsam.answers.ics import Event, written
from finsam.law import terms
from finsam.law.finsamlagen import FINSAMLAGEN
from finsam.law.parties import member_name
from finsam.law.text import Lang, Text
from finsam.models.base import Loc
from finsam.models.board import Board
from finsam.models.economy import Economy
from finsam.models.forbund import Forbund
from finsam.models.forbundsordning import MemberDay
from finsam.shown import Shown
from finsam.validation.check import check, require_forbund
from finsam.validation.engine.messages import path
from finsam.validation.engine.timeline import Timeline
from finsam.validation.engine.verdict import Stage, Verdict
from finsam.validation.finding import Finding
from finsam.validation.subjects.board import notice_boards
from finsam.validation.subjects.economy import BudgetEntry

_REPORTS_KNOWN: Final = date(2020, 3, 31)
"""When the first årsredovisning under lag (2018:597) was due; earlier wordings are not known."""

_MET: Final = {
    True: Text("Gjort i tid.", "Done in time."),
    False: Text("Inte gjort i tid.", "Not done in time."),
    None: Text("Det är inte känt om det är gjort.", "Whether it has been done is not known."),
}
_MOVED: Final = Text(
    "Dagen är en lördag, söndag eller helgdag. Då räcker det med nästa vardag, {day} (2 § lagen "
    "1930:173).",
    "The day is a Saturday, a Sunday or a holiday. The next weekday, {day}, will then do (lag "
    "1930:173, s. 2).",
)
_MAY_MOVE: Final = Text(
    "Dagen är en lördag, söndag eller helgdag. Om det räcker med nästa vardag, {day}, enligt lagen "
    "(1930:173) är inte avgjort.",
    "The day is a Saturday, a Sunday or a holiday. Whether the next weekday, {day}, will do by lag "
    "(1930:173) is not settled.",
)
_NOT_FORMED: Final = Text(
    "Förbundet är inte bildat under {year}.", "The förbund has not been formed in {year}."
)
_ENDED: Final = Text(
    "Förbundet upphörde {day}. Lagen anger ingen dag för det som återstår: revision och "
    "ansvarsfrihet för det sista året, arkivet och fördelningen av det som finns kvar.",
    "The förbund was dissolved on {day}. The act sets no day for what remains: the audit of the "
    "last year and ansvarsfrihet for it, the archive, and the division of what is left.",
)
_UNKNOWN: Final = Text(
    "Bibliotekets källor återger inte {section} § i den lydelse som gällde {day}; dagar enligt den "
    "anges inte.",
    "The library's sources do not give section {section} in the wording of {day}; days that "
    "follow from it are not given.",
)


@dataclass(frozen=True, slots=True)
class Calendar(Shown):
    """A förbund's legal calendar for a year.

    Attributes:
        forbund: the förbund's name.
        orgnr: its organisation number; None if not known.
        year: the calendar year.
        stage: the stage of the förbund at the end of the year.
        deadlines: its days, in order.
        notes: what remains after the förbund's end without a day in the act, and the sections
            whose days are not known.
    """

    forbund: str
    orgnr: str | None
    year: int
    stage: Stage
    deadlines: tuple[Deadline, ...]
    notes: tuple[Text, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """The calendar as JSON-ready values."""
        return {
            "forbund": self.forbund,
            "orgnr": self.orgnr,
            "year": self.year,
            "stage": self.stage.value,
            "deadlines": [deadline.to_dict() for deadline in self.deadlines],
            "notes": [note._asdict() for note in self.notes],
        }

    def records(self) -> list[dict[str, str | None]]:
        """One row per deadline, of strings and None, for tables and spreadsheets."""
        return [
            {
                "day": deadline.day.isoformat(),
                "next_weekday": deadline.next_weekday.isoformat(),
                "kind": deadline.kind,
                "citation": deadline.citation.short(),
                "what_sv": deadline.what.sv,
                "what_en": deadline.what.en,
                "met": None if deadline.met is None else str(deadline.met).lower(),
                "place": path(deadline.loc) or None,
                "link": deadline.link,
            }
            for deadline in self.deadlines
        ]

    def to_ics(self, lang: Lang = "sv") -> str:
        """The calendar as an iCalendar file (RFC 5545), for import into calendar programs.

        Each deadline is an all-day event. Its UID is stable, so that a new import updates events
        instead of duplicating them.

        Raises:
            ValueError: the language is neither ``"sv"`` nor ``"en"``.
        """
        whose = self.orgnr or self.forbund
        name = f"{self.forbund}, {self.year}"
        return written(name, [_event(deadline, whose, lang) for deadline in self.deadlines], lang)


def _event(deadline: Deadline, whose: str, lang: Lang) -> Event:
    details = [deadline.citation.long(lang)]
    if deadline.is_duty:
        details.append(_MET[deadline.met].get(lang))
    if deadline.next_weekday != deadline.day:
        moved = _MAY_MOVE if deadline.kind in {"budget", "annual_report"} else _MOVED
        details.append(moved.get(lang).format(day=deadline.next_weekday))
    return Event(
        day=deadline.day,
        uid=(whose, deadline.kind, deadline.key),
        summary=f"{deadline.what.get(lang)} ({deadline.citation.short(lang)})",
        description="\n".join(details),
        link=deadline.link,
    )


_NOT_YET: Final = frozenset({"not_announced", "only_by_forbundet", "not_published", "no_auditor"})
"""Breaches that may just be duties not done yet: a calendar has no notion of today."""


def deadlines(forbund: Forbund, *, year: int) -> Calendar:
    """Compute a förbund's legal calendar for a year.

    The budget and its proposal (21 and 23 §§), the årsredovisning (24 §), the auditors of a new
    förbund (25 §), the minutes of the meetings that the document has (19 and 26 §§), the board's
    term and the elections (13 and 14 §§), exits and notice periods (27 §), and the ends of appeal
    periods (28 §). Days are not moved; ``next_weekday`` is where lag (1930:173) may move them.
    What the act sets no day for (the audit report, the decisions on ansvarsfrihet) is left out, as
    is what rests on a wording that the library does not know.

    Args:
        forbund: the document.
        year: the calendar year, from 2004.

    Raises:
        NotInForce: the act was not in force in that year.
        TypeError: ``forbund`` is no :class:`Forbund`, or ``year`` no whole number.
        ValueError: the year is after 9999.
    """
    require_forbund("deadlines", forbund)
    if type(year) is not int:
        raise TypeError(f"year is a whole number, not {type(year).__name__}: write year=2026")
    if not 1 <= year <= MAXYEAR:
        raise ValueError(f"a year is from 2004 to {MAXYEAR}: write year=2026")
    FINSAMLAGEN.require_in_force_in(year)
    timeline = Timeline(forbund, date(year, 12, 31))
    answers = _answers(forbund, year)
    counted = [
        deadline
        for deadline in (
            *_budgets(timeline, year),
            *_reports(forbund, year),
            *_new_auditors(forbund),
            *_meetings(timeline),
            *_terms(timeline, year),
            *_audits(timeline),
            *_exits(timeline),
            *_appeals(forbund),
        )
        if deadline.day.year == year and _exists(forbund, deadline)
    ]
    found = [replace(each, met=_met(each, answers)) for each in counted if _is_known(each)]
    found.sort(key=lambda deadline: (deadline.day, deadline.kind, deadline.key, deadline.loc))
    return Calendar(
        forbund.name,
        forbund.orgnr,
        year,
        timeline.stage,
        tuple(_numbered(found)),
        tuple(_notes(timeline, counted)),
    )


def _notes(timeline: Timeline, counted: list[Deadline]) -> Iterator[Text]:
    """What the deadlines cannot show: the stage, and the sections whose days are not known."""
    if timeline.stage is Stage.NOT_FORMED:
        yield _NOT_FORMED.filled(year=timeline.on.year)
    if timeline.stage is Stage.DISSOLVED:
        yield _ENDED.filled(day=timeline.forbund.dissolved)
    unknown = {each.citation.section: each.day for each in counted if not _is_known(each)}
    for section, day in unknown.items():
        yield _UNKNOWN.filled(section=section, day=day)


def _numbered(found: list[Deadline]) -> Iterator[Deadline]:
    """Make keys unique by numbering repeated ones."""
    times = Counter[tuple[str, str]]()
    for deadline in found:
        times[deadline.kind, deadline.key] += 1
        number = times[deadline.kind, deadline.key]
        yield replace(deadline, key=f"{deadline.key} #{number}") if number > 1 else deadline


def _answers(forbund: Forbund, year: int) -> dict[Loc, list[Finding]]:
    """Findings on the duties at the end of the year or of the förbund, by place."""
    end, answers = date(year, 12, 31), defaultdict[Loc, list[Finding]](list)
    for outlives in (False, True):
        last = end if outlives else min(end, forbund.dissolved or end)
        if last.year == year:
            duties = [duty for duty in kinds.DUTIES.values() if duty.outlives is outlives]
            rules = {rule for duty in duties for rule in duty.rules}
            for finding in check(forbund, on=last, rules=rules).findings:
                # A part of the minutes has a day of its own.
                depth = 5 if finding.loc[3:4] == ("adjustments",) else 3
                answers[finding.loc[:depth]].append(finding)
    return answers


def _met(deadline: Deadline, answers: dict[Loc, list[Finding]]) -> bool | None:
    """Whether a duty was done in time; all of its rules must agree."""
    rules = kinds.DUTIES[deadline.kind].rules if deadline.is_duty else ()
    findings = [finding for finding in answers.get(deadline.loc, ()) if finding.rule in rules]
    if any(each.verdict is Verdict.FAIL and each.why not in _NOT_YET for each in findings):
        return False
    verdicts = {each.verdict for each in findings} - {Verdict.NOT_APPLICABLE}
    return True if verdicts == {Verdict.PASS} else None


def _exists(forbund: Forbund, deadline: Deadline) -> bool:
    """Whether the förbund may exist on the day, or the duty outlives it."""
    duty = kinds.DUTIES.get(deadline.kind)
    outlives = duty is not None and duty.outlives
    last = date.max if outlives else forbund.dissolved or date.max
    return (forbund.formed or date.min) <= deadline.day <= last


def _is_known(deadline: Deadline) -> bool:
    """Whether the wording in force on its day is known."""
    wording = FINSAMLAGEN.provision(deadline.citation.section).on(deadline.day)
    # The wording of 24 § is that of the financial year, which began long before the day.
    too_early = deadline.kind == "annual_report" and deadline.day < _REPORTS_KNOWN
    return wording.knows(deadline.citation) and not too_early


def _budgets(timeline: Timeline, year: int) -> Iterator[Deadline]:
    forbund = timeline.forbund
    formed, budgets = forbund.formed, _economy(forbund).budgets or ()
    places: dict[int, Loc] = {
        budget.year: ("economy", "budgets", place) for place, budget in enumerate(budgets)
    }
    if year < (forbund.dissolved.year if forbund.dissolved else MAXYEAR):
        day, loc = terms.budget_day(year + 1), places.get(year + 1, ())
        yield kinds.BUDGET.on(day, year + 1, loc, year=year + 1)
    for place, budget in enumerate(budgets):
        if budget.announced and not BudgetEntry(timeline, budget, place).is_first:
            loc = places[budget.year]
            yield kinds.ON_WEBSITE.on(budget.announced, budget.year, loc, year=budget.year)
    if formed is not None:
        loc = places.get(formed.year, ())
        yield kinds.FIRST_BUDGET.on(formed, formed.year, loc, year=formed.year)


def _economy(forbund: Forbund) -> Economy:
    return forbund.economy or Economy()


def _reports(forbund: Forbund, year: int) -> Iterator[Deadline]:
    days: dict[Loc, tuple[int, date]] = {
        ("economy", "annual_reports", place): (
            report.year,
            report.year_end or date(report.year, 12, 31),
        )
        for place, report in enumerate(_economy(forbund).annual_reports or ())
    }
    if year - 1 not in {of_year for of_year, _ in days.values()}:
        days[()] = (year - 1, date(year - 1, 12, 31))
    last = forbund.dissolved or date.max
    for loc, (of_year, ended) in days.items():
        if (forbund.formed or date.min) <= ended and of_year <= last.year:
            yield kinds.ANNUAL_REPORT.on(terms.annual_report_day(ended), of_year, loc, year=of_year)


def _new_auditors(forbund: Forbund) -> Iterator[Deadline]:
    if forbund.formed is not None:
        loc: Loc = () if _economy(forbund).auditors is None else ("economy", "auditors")
        yield kinds.NEW_AUDITORS.on(forbund.formed, forbund.formed, loc)


def _meetings(timeline: Timeline) -> Iterator[Deadline]:
    board = timeline.forbund.board or Board()
    for place, meeting in enumerate(board.meetings or ()):
        held = meeting.day
        loc: Loc = ("board", "meetings", place)
        yield kinds.MINUTES_ADJUSTED.on(terms.minutes_day(held), held, loc, held=held)
        parts: list[tuple[date | None, Sequence[MemberDay] | None, Loc]] = [
            (part.day, part.announced, (*loc, "adjustments", number))
            for number, part in enumerate(meeting.adjustments or ())
        ]
        for adjusted, announced, at in ((meeting.adjusted, meeting.announced, loc), *parts):
            if adjusted is not None:
                day = terms.announcement_day(adjusted)
                yield kinds.MINUTES_ANNOUNCED.on(day, held, at, held=held)
                key = f"{kinds.MINUTES_ANNOUNCED.slug} {held}"
                yield from _appeal_period(timeline, adjusted, announced, key, at)


def _audits(timeline: Timeline) -> Iterator[Deadline]:
    for place, audit in enumerate(_economy(timeline.forbund).audits or ()):
        adjusted, loc = audit.minutes_adjusted, ("economy", "audits", place)
        if adjusted is not None:
            key = f"{audit.year} {adjusted} {audit.ref or ''}".strip()
            yield kinds.AUDIT_ANNOUNCED.on(
                terms.announcement_day(adjusted), key, loc, year=audit.year
            )
            key = f"{kinds.AUDIT_ANNOUNCED.slug} {key}"
            yield from _appeal_period(timeline, adjusted, audit.minutes_announced, key, loc)


def _appeal_period(
    timeline: Timeline,
    adjusted: date,
    announced: Sequence[MemberDay] | None,
    key: str,
    loc: Loc,
) -> Iterator[Deadline]:
    """The end of the appeal period, if all have announced that the minutes are adjusted."""
    boards = notice_boards(timeline, adjusted, announced or ())
    days = [each.day for each in announced or () if each.day is not None]
    if days and not boards.missing and not boards.unknown:
        yield kinds.APPEAL_PERIOD.on(terms.appeal_deadline(max(days)), key, loc, adjusted=adjusted)


def _terms(timeline: Timeline, year: int) -> Iterator[Deadline]:
    board = timeline.forbund.board or Board()
    start = board.term_start
    if start is not None:
        yield kinds.TERM_BEGINS.on(start, start, ("board", "term_start"))
    if board.term_end is not None:
        yield kinds.TERM_ENDS.on(board.term_end, board.term_end, ("board", "term_end"))
    found = timeline.ordning(date(year, 1, 1))
    begins, months = (found[1].term_begins, found[1].board_term_months) if found else (None, None)
    ordinary = terms.term_start_in(year, begins or terms.TERM_BEGINS, months or terms.LONGEST_TERM)
    if ordinary and (start is None or start.year < year):
        says = begins is not None and months is not None
        yield (kinds.NEXT_TERM if says else kinds.NEXT_TERM_UNLESS).on(ordinary, year)
    if terms.is_election_year(year):
        if sits := terms.new_fullmaktige_from(year):
            yield kinds.NEW_FULLMAKTIGE.on(sits, year)
        yield kinds.ELECTION.on(terms.election_day(year), year)


def _exits(timeline: Timeline) -> Iterator[Deadline]:
    for place, member in enumerate(timeline.forbund.members):
        if not isinstance(member.actor, str):
            continue
        loc, left, notice = ("members", place), member.left, member.notice_given
        if left is not None and left < date.max:
            name = member_name(member.actor, left)
            yield kinds.EXIT.on(left + timedelta(days=1), f"{member.actor} {left}", loc, name=name)
        if notice is not None:
            found = timeline.ordning(notice)
            months = found[1].notice_months if found else None
            least = terms.LONGEST_NOTICE if months is None else min(months, terms.LONGEST_NOTICE)
            yield (kinds.NOTICE_AT_MOST if months is None else kinds.NOTICE).on(
                terms.earliest_exit(notice, least),
                f"{member.actor} {notice}",
                loc,
                name=member_name(member.actor, notice),
                notice=notice,
            )


def _appeals(forbund: Forbund) -> Iterator[Deadline]:
    for place, appeal in enumerate(_economy(forbund).appeals or ()):
        announced, loc = appeal.announced, ("economy", "appeals", place)
        if announced is not None:
            day = terms.appeal_deadline(announced)
            yield kinds.APPEAL.on(day, announced, loc, announced=announced)
