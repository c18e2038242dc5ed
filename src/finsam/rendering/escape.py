"""Text that somebody else wrote, made harmless for the place where it is shown."""

import re
from html import escape
from typing import Final

_NO_BREAK_SPACE: Final = "\N{NO-BREAK SPACE}"


def harmless(text: str) -> str:
    """The text with what could steer a terminal, hide, or turn its direction made visible."""
    if text.isprintable():
        return text
    return "".join(
        c if c.isprintable() or c == _NO_BREAK_SPACE else f"\\u{ord(c):04x}" for c in text
    )


def html(text: str) -> str:
    """The text as HTML shows it, in an element or in a quoted attribute."""
    return escape(harmless(text))


_MEANT: Final = re.compile(r"([\\`*_\[\]{}<>&|~$^@#])")
_WWW: Final = re.compile(r"(?<=www)\.", re.IGNORECASE)


def markdown(text: str) -> str:
    """The text as it stands in a line of Markdown, or in a cell of a table.

    Line breaks have been made visible with everything else that cannot be printed, so that what
    only counts at the beginning of a line can do no harm.
    """
    text = _MEANT.sub(r"\\\1", harmless(text))
    # What looks like an address may become a link.
    if ":/" in text:
        text = text.replace(":/", ":\\/")
    return _WWW.sub(r"\\.", text) if "www" in text.casefold() else text
