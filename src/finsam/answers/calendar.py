"""A förbund's legal calendar for a year: its deadlines, each with the provision it rests on."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import MAXYEAR, date, timedelta
from typing import Any, Final

from finsam.answers.ics import Event, written
from finsam.law import terms
from finsam.law.citation import Citation
from finsam.law.finsamlagen import FINSAMLAGEN
from finsam.law.parties import member_name
from finsam.law.statute import NotInForce
from finsam.law.text import Lang, Text
from finsam.models.base import Loc
from finsam.models.economy import Audit
from finsam.models.forbund import Forbund, Member
from finsam.models.forbundsordning import MemberDay
from finsam.shown import Shown
from finsam.validation.check import check
from finsam.validation.engine.messages import path
from finsam.validation.engine.timeline import Timeline
from finsam.validation.engine.verdict import Stage, Verdict
from finsam.validation.finding import Finding
from finsam.validation.subjects.board import notice_boards
from finsam.validation.subjects.economy import BudgetEntry

_REPORTS_KNOWN: Final = date(2020, 3, 31)
"""When the first årsredovisning under lag (2018:597) was due; earlier wordings are not known."""

_FORMATION: Final = frozenset({"first_budget", "auditors_of_new_forbund"})
"""Duties of the day of formation: no period runs, so lag (1930:173) moves nothing."""
_OUTLIVES: Final = frozenset({"annual_report", "audit_minutes_announced"})
"""Duties that remain after the förbund has ended."""

_MET: Final = {
    True: Text("Gjort i tid.", "Done in time."),
    False: Text("Inte gjort i tid.", "Not done in time."),
    None: Text("Det är inte känt om det är gjort.", "Whether it has been done is not known."),
}
_MOVED: Final = Text(
    "Dagen är en lördag, söndag eller helgdag; nästa vardag är {day} (lag 1930:173, 2 §).",
    "The day is a Saturday, a Sunday or a holiday; the next weekday is {day} (lag 1930:173, s. 2).",
)
_MAY_MOVE: Final = Text(
    "Dagen är en lördag, söndag eller helgdag; nästa vardag är {day}. Om lagen (1930:173) flyttar "
    "dagen är inte avgjort.",
    "The day is a Saturday, a Sunday or a holiday; the next weekday is {day}. Whether the Act "
    "(1930:173) moves the day is not settled.",
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
class Deadline:
    """A day by which something must be done, or on which something happens by law.

    Attributes:
        day: the day, as the act gives it.
        kind: a slug such as ``"budget"``.
        citation: the provision.
        what: what must be done, or what happens.
        key: distinguishes it from others of its kind in the same förbund.
        loc: the place in the document that it comes from; empty if there is none.
        met: whether its rules find it done in time; None if that is not known, needs human
            judgment, or if nothing has to be done.
    """

    day: date
    kind: str
    citation: Citation
    what: Text
    key: str
    loc: Loc = ()
    met: bool | None = None

    @property
    def next_weekday(self) -> date:
        """The next working day, to which lag (1930:173) may move the deadline.

        The day itself where there is no duty to perform, or where the duty belongs to formation.
        """
        moves = self.is_duty and self.kind not in _FORMATION
        return terms.next_weekday(self.day) if moves else self.day

    @property
    def is_duty(self) -> bool:
        """Whether something has to be done by the day."""
        return self.kind in _DUTIES

    @property
    def link(self) -> str:
        """The address of the provision, in the wording of the day."""
        return FINSAMLAGEN.provision(self.citation.section).on(self.day).link(self.citation)

    def to_dict(self) -> dict[str, Any]:
        """The deadline as JSON-ready values."""
        return {
            "day": self.day.isoformat(),
            "next_weekday": self.next_weekday.isoformat(),
            "kind": self.kind,
            "key": self.key,
            "citation": self.citation.to_dict(),
            "short": self.citation.short(),
            "link": self.link,
            "what": self.what._asdict(),
            "met": self.met,
            "loc": list(self.loc),
        }


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


_DUTIES: Final[dict[str, tuple[str, ...]]] = {
    "budget": ("FINSAM-23-1", "FINSAM-23-4"),
    "first_budget": ("FINSAM-23-4",),
    "budget_on_website": ("FINSAM-21-5",),
    "annual_report": ("FINSAM-24-1",),
    "auditors_of_new_forbund": ("FINSAM-25-1", "FINSAM-25-7"),
    "minutes_adjusted": ("FINSAM-19-2",),
    "minutes_announced": ("FINSAM-19-3",),
    "audit_minutes_announced": ("FINSAM-26-3",),
    "appeal": (),
    "appeal_period": (),
}
"""The kinds that are duties, each with the rules that decide whether it was done in time."""

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
    if not isinstance(forbund, Forbund):
        raise TypeError(
            f"deadlines takes a finsam.Forbund, not {type(forbund).__name__}: "
            "write finsam.Forbund.model_validate_json(body) to make one from JSON"
        )
    if type(year) is not int:
        raise TypeError(f"year is a whole number, not {type(year).__name__}: write year=2026")
    if not 1 <= year <= MAXYEAR:
        raise ValueError(f"a year is from 2004 to {MAXYEAR}: write year=2026")
    FINSAMLAGEN.require_in_force(date(year, 12, 31))
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
        yield _filled(_NOT_FORMED, year=timeline.on.year)
    if timeline.stage is Stage.DISSOLVED:
        yield _filled(_ENDED, day=timeline.forbund.dissolved)
    unknown = {each.citation.section: each.day for each in counted if not _is_known(each)}
    for section, day in unknown.items():
        yield _filled(_UNKNOWN, section=section, day=day)


def _filled(text: Text, **facts: object) -> Text:
    return Text(text.sv.format(**facts), text.en.format(**facts))


def _numbered(found: list[Deadline]) -> Iterator[Deadline]:
    """Make keys unique by numbering repeated ones."""
    times = Counter[tuple[str, str]]()
    for deadline in found:
        key = deadline.key
        times[deadline.kind, deadline.key] += 1
        if times[deadline.kind, deadline.key] > 1:
            key = f"{key} #{times[deadline.kind, deadline.key]}"
        yield replace(deadline, key=key)


def _answers(forbund: Forbund, year: int) -> dict[Loc, list[Finding]]:
    """Findings on the duties at the end of the year or of the förbund, by place."""
    end, answers = date(year, 12, 31), defaultdict[Loc, list[Finding]](list)
    for outlives in (False, True):
        kinds = [kind for kind in _DUTIES if (kind in _OUTLIVES) is outlives]
        last = end if outlives else min(end, forbund.dissolved or end)
        if last.year == year:
            rules = {rule for kind in kinds for rule in _DUTIES[kind]}
            for finding in check(forbund, on=last, rules=rules).findings:
                # A part of the minutes has a day of its own.
                depth = 5 if finding.loc[3:4] == ("adjustments",) else 3
                answers[finding.loc[:depth]].append(finding)
    return answers


def _met(deadline: Deadline, answers: dict[Loc, list[Finding]]) -> bool | None:
    """Whether a duty was done in time; all of its rules must agree."""
    rules = _DUTIES.get(deadline.kind, ())
    findings = [finding for finding in answers.get(deadline.loc, ()) if finding.rule in rules]
    if any(each.verdict is Verdict.FAIL and each.why not in _NOT_YET for each in findings):
        return False
    verdicts = {each.verdict for each in findings} - {Verdict.NOT_APPLICABLE}
    return True if verdicts == {Verdict.PASS} else None


def _exists(forbund: Forbund, deadline: Deadline) -> bool:
    """Whether the förbund may exist on the day, or the duty outlives it."""
    ended = deadline.day > (forbund.dissolved or date.max)
    return (forbund.formed or date.min) <= deadline.day and (
        not ended or deadline.kind in _OUTLIVES
    )


def _is_known(deadline: Deadline) -> bool:
    """Whether the wording in force on its day is known."""
    try:
        wording = FINSAMLAGEN.provision(deadline.citation.section).on(deadline.day)
    except NotInForce:
        return False
    # The wording of 24 § is that of the financial year, which began long before the day.
    too_early = deadline.kind == "annual_report" and deadline.day < _REPORTS_KNOWN
    return wording.knows(deadline.citation) and not too_early


def _budgets(timeline: Timeline, year: int) -> Iterator[Deadline]:
    forbund = timeline.forbund
    economy, formed = forbund.economy, forbund.formed
    budgets = {each.year: (n, each) for n, each in enumerate((economy and economy.budgets) or ())}
    last = forbund.dissolved.year if forbund.dissolved else MAXYEAR
    if year < last:
        place, _ = budgets.get(year + 1, (None, None))
        yield Deadline(
            terms.budget_day(year + 1),
            "budget",
            Citation("23", stycke=1, mening=1),
            Text(
                f"Sista dag för styrelsen att fastställa budgeten för {year + 1}, efter samråd med "
                "medlemmarna",
                f"Last day for the board to adopt the budget for {year + 1}, after consulting the "
                "members",
            ),
            str(year + 1),
            _in_economy("budgets", place),
        )
    for number, budget in budgets.values():
        if budget.announced and not BudgetEntry(timeline, budget, number).is_first:
            yield Deadline(
                budget.announced,
                "budget_on_website",
                Citation("21", stycke=1, mening=1),
                Text(
                    f"Förslaget till budget för {budget.year} ska finnas på webbplatsen från och "
                    "med denna dag, då sammanträdet tillkännages",
                    f"The proposal for the budget of {budget.year} has to be on the website from "
                    "this day, on which the meeting is announced",
                ),
                str(budget.year),
                _in_economy("budgets", number),
            )
    if formed is not None:
        first, _ = budgets.get(formed.year, (None, None))
        yield Deadline(
            formed,
            "first_budget",
            Citation("23", stycke=1, mening=3),
            Text(
                f"Medlemmarna fastställer budgeten för {formed.year} när förbundet bildas",
                f"The members adopt the budget for {formed.year} as the förbund is formed",
            ),
            str(formed.year),
            _in_economy("budgets", first),
        )


def _in_economy(collection: str, place: int | None) -> Loc:
    return () if place is None else ("economy", collection, place)


def _reports(forbund: Forbund, year: int) -> Iterator[Deadline]:
    economy = forbund.economy
    reports = list(enumerate((economy and economy.annual_reports) or ()))
    days: list[tuple[int, date, Loc]] = [
        (
            report.year,
            report.year_end or date(report.year, 12, 31),
            _in_economy("annual_reports", place),
        )
        for place, report in reports
    ]
    if year - 1 not in {report.year for _, report in reports}:
        days.append((year - 1, date(year - 1, 12, 31), ()))
    for of_year, ended, loc in days:
        last = forbund.dissolved or date.max
        if (forbund.formed or date.min) <= ended and of_year <= last.year:
            yield Deadline(
                terms.annual_report_day(ended),
                "annual_report",
                Citation("24", stycke=1, mening=1),
                Text(
                    f"Sista dag för styrelsen att upprätta årsredovisningen för {of_year}",
                    f"Last day for the board to draw up the annual report for {of_year}",
                ),
                str(of_year),
                loc,
            )


def _new_auditors(forbund: Forbund) -> Iterator[Deadline]:
    if forbund.formed is not None:
        known = forbund.economy is not None and forbund.economy.auditors is not None
        yield Deadline(
            forbund.formed,
            "auditors_of_new_forbund",
            Citation("25", stycke=2, mening=1),
            Text(
                "Sista dag för att utse revisorer för det nybildade förbundet",
                "Last day to appoint auditors for the new förbund",
            ),
            str(forbund.formed),
            ("economy", "auditors") if known else (),
        )


def _meetings(timeline: Timeline) -> Iterator[Deadline]:
    board = timeline.forbund.board
    for place, meeting in enumerate((board and board.meetings) or ()):
        loc: Loc = ("board", "meetings", place)
        yield Deadline(
            terms.minutes_day(meeting.day),
            "minutes_adjusted",
            Citation("19", stycke=1, mening=1),
            Text(
                f"Sista dag för att justera protokollet från sammanträdet {meeting.day} (KL 5 "
                "kap. 69 §)",
                f"Last day to adjust the minutes of the meeting on {meeting.day} (KL 5:69)",
            ),
            str(meeting.day),
            loc,
        )
        parts: list[tuple[date | None, tuple[MemberDay, ...] | None, Loc]] = [
            (part.day, part.announced, (*loc, "adjustments", number))
            for number, part in enumerate(meeting.adjustments or ())
        ]
        for adjusted, announced, at in ((meeting.adjusted, meeting.announced, loc), *parts):
            if adjusted is not None:
                yield from _announcement(
                    timeline, adjusted, announced, _of_minutes(meeting.day, adjusted, at)
                )


def _of_minutes(held: date, adjusted: date, loc: Loc) -> Deadline:
    return Deadline(
        adjusted,
        "minutes_announced",
        Citation("19", stycke=1, mening=3),
        Text(
            f"Sista dag för att tillkännage justeringen av protokollet från sammanträdet {held} "
            "hos varje medlemskommun och region",
            f"Last day to announce the adjustment of the minutes of the meeting on {held} by every "
            "member kommun and region",
        ),
        str(held),
        loc,
    )


def _announcement(
    timeline: Timeline,
    adjusted: date,
    announced: tuple[MemberDay, ...] | None,
    deadline: Deadline,
) -> Iterator[Deadline]:
    """The last day for an announcement and, if all have made it, the end of the appeal period.

    Args:
        timeline: the förbund and the day.
        adjusted: the day on which the minutes were adjusted.
        announced: who announced that, and when; None if not known.
        deadline: the announcement, whose day is set here.
    """
    yield replace(deadline, day=terms.announcement_day(adjusted))
    boards = notice_boards(timeline, adjusted, announced or ())
    days = [each.day for each in announced or () if each.day is not None]
    if days and not boards.missing and not boards.unknown:
        yield Deadline(
            terms.appeal_deadline(max(days)),
            "appeal_period",
            Citation("28", stycke=1, mening=1),
            Text(
                f"Tiden för att överklaga går ut för beslut i protokoll som justerades "
                f"{adjusted} (KL 13 kap. 5 §)",
                f"The time for appeals runs out for decisions in minutes that were adjusted on "
                f"{adjusted} (KL 13:5)",
            ),
            f"{deadline.kind} {deadline.key}",
            deadline.loc,
        )


def _terms(timeline: Timeline, year: int) -> Iterator[Deadline]:
    board = timeline.forbund.board
    start, end = (board.term_start, board.term_end) if board else (None, None)
    cites = Citation("13", stycke=1, mening=1)
    if start is not None:
        text = Text("Styrelsens mandattid börjar", "The board's term begins")
        yield Deadline(start, "term_begins", cites, text, str(start), ("board", "term_start"))
    if end is not None:
        text = Text("Sista dagen av styrelsens mandattid", "Last day of the board's term")
        yield Deadline(end, "term_ends", cites, text, str(end), ("board", "term_end"))
    found = timeline.ordning(date(year, 1, 1))
    begins, months = (found[1].term_begins, found[1].board_term_months) if found else (None, None)
    ordinary = terms.term_start_in(year, begins or terms.TERM_BEGINS, months or terms.LONGEST_TERM)
    if ordinary and (start is None or start.year < year):
        text = Text("En ny mandattid för styrelsen börjar", "A new term of the board begins")
        unless = Text(
            ", om förbundsordningen inte säger annat", ", unless the förbundsordning says otherwise"
        )
        says = begins is not None and months is not None
        yield Deadline(
            ordinary,
            "term_begins",
            Citation("13", stycke=2, mening=1),
            text if says else Text(text.sv + unless.sv, text.en + unless.en),
            str(year),
        )
    if terms.is_election_year(year) and (sits := terms.new_fullmaktige_from(year)):
        yield Deadline(
            sits,
            "new_fullmaktige",
            Citation("14", stycke=1, mening=1),
            Text("De nyvalda fullmäktige tillträder", "The newly elected fullmäktige take office"),
            str(year),
        )
    if terms.is_election_year(year):
        yield Deadline(
            terms.election_day(year),
            "election",
            Citation("14", stycke=1, mening=1),
            Text(
                "Val till fullmäktige: efter det utser de nyvalda fullmäktige ledamöter, ersättare "
                "och revisorer",
                "Elections to fullmäktige: after them the newly elected appoint ledamöter, "
                "ersättare and auditors",
            ),
            str(year),
        )


def _audits(timeline: Timeline) -> Iterator[Deadline]:
    economy = timeline.forbund.economy
    for place, audit in enumerate((economy and economy.audits) or ()):
        if audit.minutes_adjusted is not None:
            yield from _announcement(
                timeline, audit.minutes_adjusted, audit.minutes_announced, _of_audit(audit, place)
            )


def _of_audit(audit: Audit, place: int) -> Deadline:
    return Deadline(
        date(audit.year, 12, 31),
        "audit_minutes_announced",
        Citation("26", stycke=2, mening=1),
        Text(
            "Sista dag för att tillkännage justeringen av revisorernas protokoll för "
            f"{audit.year} hos varje medlemskommun och region",
            "Last day to announce the adjustment of the auditors' minutes for "
            f"{audit.year} by every member kommun and region",
        ),
        " ".join([str(audit.year), str(audit.minutes_adjusted), audit.ref or ""]).strip(),
        _in_economy("audits", place),
    )


def _exits(timeline: Timeline) -> Iterator[Deadline]:
    for place, member in enumerate(timeline.forbund.members):
        if not isinstance(member.actor, str):
            continue
        loc = ("members", place)
        if member.left is not None and member.left < date.max:
            name = member_name(member.actor, member.left)
            yield Deadline(
                member.left + timedelta(days=1),
                "exit",
                Citation("27", stycke=1, mening=1),
                Text(f"{name} är inte längre medlem", f"{name} is no longer a member"),
                f"{member.actor} {member.left}",
                loc,
            )
        if member.notice_given is not None:
            yield _notice(timeline, member, member.notice_given, loc)


def _notice(timeline: Timeline, member: Member, notice: date, loc: Loc) -> Deadline:
    found = timeline.ordning(notice)
    months = found[1].notice_months if found else None
    least = terms.LONGEST_NOTICE if months is None else min(months, terms.LONGEST_NOTICE)
    name = member_name(str(member.actor), notice)
    known = months is not None
    return Deadline(
        terms.earliest_exit(notice, least),
        "notice",
        Citation("27", stycke=2, mening=1),
        Text(
            f"Uppsägningstiden för {name}, som sade upp sig {notice}, går ut"
            + ("" if known else " senast"),
            f"The period of notice of {name}, which gave notice on {notice}, runs out"
            + ("" if known else " at the latest"),
        ),
        f"{member.actor} {notice}",
        loc,
    )


def _appeals(forbund: Forbund) -> Iterator[Deadline]:
    economy = forbund.economy
    for place, appeal in enumerate((economy and economy.appeals) or ()):
        if appeal.announced is not None:
            yield Deadline(
                terms.appeal_deadline(appeal.announced),
                "appeal",
                Citation("28", stycke=1, mening=1),
                Text(
                    f"Tiden för att överklaga beslut som tillkännagavs {appeal.announced} går ut",
                    f"The time for appeals against decisions announced on {appeal.announced} runs "
                    "out",
                ),
                str(appeal.announced),
                _in_economy("appeals", place),
            )
