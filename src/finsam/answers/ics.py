"""Writing iCalendar files (RFC 5545) of all-day events."""

from collections.abc import Iterable, Iterator
from datetime import date
from hashlib import sha256
from typing import Final, NamedTuple
from unicodedata import category

from finsam._version import __version__
from finsam.law.text import Lang

_OCTETS: Final = 75
"""The maximum length of a line (section 3.1)."""


class Event(NamedTuple):
    """An all-day event.

    Attributes:
        day: the day.
        uid: the parts of a stable, globally unique identifier.
        summary: the event in one line.
        description: the details.
        link: the address of more information.
    """

    day: date
    uid: tuple[str, ...]
    summary: str
    description: str
    link: str


def written(name: str, events: Iterable[Event], lang: Lang) -> str:
    """The text of the file, with CRLF line endings.

    The mandatory time stamp of an event is the event's own day, so that output is reproducible.
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
    uid = "\n".join(event.uid).encode()
    yield f"UID:{sha256(uid).hexdigest()[:32]}@finsam"
    yield f"DTSTAMP:{event.day:%Y%m%d}T000000Z"
    yield f"DTSTART;VALUE=DATE:{event.day:%Y%m%d}"
    yield f"SUMMARY;LANGUAGE={lang}:{_text(event.summary)}"
    yield f"DESCRIPTION;LANGUAGE={lang}:{_text(event.description)}"
    yield f"URL:{event.link}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _text(said: str) -> str:
    """Escape text, and replace control characters by spaces."""
    escaped = said.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    lines = escaped.replace("\r\n", "\n").split("\n")
    return "\\n".join("".join(" " if category(c) == "Cc" else c for c in line) for line in lines)


def _folded(line: str) -> Iterator[str]:
    """Fold a line into pieces of at most 75 octets, continuation lines starting with a space."""
    piece, octets = "", 0
    for character in line:
        more = len(character.encode())
        if octets + more > _OCTETS:
            yield piece
            piece, octets = " ", 1
        piece, octets = piece + character, octets + more
    yield piece
