"""Calendars as files (iCalendar, RFC 5545), with events that last a day."""

from collections.abc import Iterable, Iterator
from datetime import date
from hashlib import sha256
from typing import Final, NamedTuple
from unicodedata import category

from finsam._version import __version__
from finsam.law.text import Lang

_OCTETS: Final = 75
"""How long a line of the file may be (3.1)."""


class Event(NamedTuple):
    """What happens on a day.

    Attributes:
        day: the day.
        uid: what tells the event from all others, for ever.
        summary: what it is, in a line.
        description: what more there is to say.
        link: where to read about it.
    """

    day: date
    uid: tuple[str, ...]
    summary: str
    description: str
    link: str


def written(name: str, events: Iterable[Event], lang: Lang) -> str:
    """The file, its lines ended by CR LF.

    The time stamp of an event, which has to be there, is the event's own day: the same calendar is
    the same file whenever it is written.
    """
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//finsam//finsam {__version__}//{lang.upper()}",
        "CALSCALE:GREGORIAN",
        f"X-WR-CALNAME:{_text(name)}",
        *(line for event in events for line in _event(event, lang)),
        "END:VCALENDAR",
    ]
    return "".join(f"{part}\r\n" for line in lines for part in _folded(line))


def _event(event: Event, lang: Lang) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    told = "\n".join(event.uid).encode()
    yield f"UID:{sha256(told).hexdigest()[:32]}@finsam"
    yield f"DTSTAMP:{event.day:%Y%m%d}T000000Z"
    yield f"DTSTART;VALUE=DATE:{event.day:%Y%m%d}"
    yield f"SUMMARY;LANGUAGE={lang}:{_text(event.summary)}"
    yield f"DESCRIPTION;LANGUAGE={lang}:{_text(event.description)}"
    yield f"URL:{event.link}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _text(said: str) -> str:
    """A text with what has a meaning in the file escaped, and without control characters."""
    escaped = said.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    lines = escaped.replace("\r\n", "\n").split("\n")
    return "\\n".join("".join(" " if category(c) == "Cc" else c for c in line) for line in lines)


def _folded(line: str) -> Iterator[str]:
    """The line in pieces of at most so many octets, each but the first begun by a space."""
    piece, octets = "", 0
    for character in line:
        more = len(character.encode())
        if octets + more > _OCTETS:
            yield piece
            piece, octets = " ", 1
        piece, octets = piece + character, octets + more
    yield piece
