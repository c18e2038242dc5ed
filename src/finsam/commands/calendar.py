"""``finsam calendar``: the legal calendar of a year."""

import csv
import io
import json
import sys
from argparse import Namespace
from collections.abc import Iterator
from typing import Final

from finsam.answers.calendar import Calendar, deadlines
from finsam.commands.documents import document
from finsam.commands.output import HOLDS, show
from finsam.law.text import Lang, Text
from finsam.validation.engine.messages import path

_HEADING: Final = Text("{forbund}: lagens dagar {year}", "{forbund}: the act's days of {year}")
_NONE: Final = Text("Inga dagar.", "No days.")
_MET: Final = {
    True: Text("gjort i tid", "done in time"),
    False: Text("inte gjort i tid", "not done in time"),
}
_WEEKDAY: Final = Text("nästa vardag {day}", "next weekday {day}")


def run(options: Namespace) -> int:
    """Print the calendar of a document."""
    calendar = deadlines(document(options.file, options.lang), year=options.year)
    if options.format == "json":
        print(json.dumps(calendar.to_dict(), ensure_ascii=False))
    elif options.format == "csv":
        print(_rows(calendar), end="")
    elif options.format == "ics":
        if isinstance(sys.stdout, io.TextIOWrapper):
            # iCalendar lines end in CRLF on every platform.
            sys.stdout.reconfigure(newline="")
        print(calendar.to_ics(options.lang), end="")
    else:
        show(_lines(calendar, options.lang))
    return HOLDS


def _rows(calendar: Calendar) -> str:
    rows = calendar.records()
    out = io.StringIO()
    writer = csv.DictWriter(out, _COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


_COLUMNS: Final = (
    "day",
    "next_weekday",
    "kind",
    "citation",
    "what_sv",
    "what_en",
    "met",
    "place",
    "link",
)


def _lines(calendar: Calendar, lang: Lang) -> Iterator[str]:
    yield _HEADING.get(lang).format(forbund=calendar.forbund, year=calendar.year)
    yield from (note.get(lang) for note in calendar.notes)
    yield ""
    if not calendar.deadlines:
        yield _NONE.get(lang)
    for deadline in calendar.deadlines:
        yield f"{deadline.day}  {deadline.what.get(lang)}"
        details = [deadline.citation.short(lang)]
        if deadline.met is not None:
            details.append(_MET[deadline.met].get(lang))
        if deadline.next_weekday != deadline.day:
            details.append(_WEEKDAY.get(lang).format(day=deadline.next_weekday))
        if deadline.loc:
            details.append(path(deadline.loc))
        yield f"            {'; '.join(details)}"
