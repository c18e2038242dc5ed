"""Escaping of untrusted text for the place where it is shown."""

import re
from html import escape
from typing import Final

_NO_BREAK_SPACE: Final = "\N{NO-BREAK SPACE}"


def harmless(text: str) -> str:
    """Make control, invisible and bidirectional characters visible."""
    if text.isprintable():
        return text
    return "".join(
        c if c.isprintable() or c == _NO_BREAK_SPACE else f"\\u{ord(c):04x}" for c in text
    )


def html(text: str) -> str:
    """Escape text for an HTML element or a quoted attribute."""
    return escape(harmless(text))


_MEANT: Final = re.compile(r"([\\`*_\[\]{}<>&|~$^@#])")
_WWW: Final = re.compile(r"(?<=www)\.", re.IGNORECASE)


def markdown(text: str) -> str:
    """Escape text for a line of Markdown or a table cell.

    Line breaks are made visible like all unprintable characters, so that syntax that only counts
    at the start of a line needs no escaping.
    """
    text = _MEANT.sub(r"\\\1", harmless(text))
    # Some Markdown parsers link bare addresses.
    if ":/" in text:
        text = text.replace(":/", ":\\/")
    return _WWW.sub(r"\\.", text) if "www" in text.casefold() else text
