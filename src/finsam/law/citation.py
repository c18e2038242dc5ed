"""Citations of the act, in Swedish and English, with links."""

import re
from dataclasses import dataclass
from typing import Final

from finsam.law.text import Lang, Text
from finsam.shown import Shown

ACT: Final = "2003:1210"
"""The act's number in Svensk författningssamling (SFS)."""

_PAGE: Final = f"https://lagen.nu/{ACT}"
_TITLE_SV: Final = f"lagen ({ACT}) om finansiell samordning av rehabiliteringsinsatser"
_TITLE_EN: Final = f"the Act ({ACT}) on financial coordination of rehabilitation measures"
_ORDNING: Final = ("första", "andra", "tredje", "fjärde", "femte", "sjätte", "sjunde", "åttonde")
_ORDINAL: Final = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")


@dataclass(frozen=True, slots=True)
class Citation(Shown):
    """A section of the act, or a stycke (paragraph), mening (sentence) or punkt (point) in it.

    Whether the place exists in the wording of a certain day, only
    :class:`finsam.law.statute.Wording` knows.

    Args:
        section: the section as the act writes it, without the sign: ``"5"``, ``"5 a"``.
        stycke: the paragraph, counted from 1.
        mening: the sentence in the stycke, counted from 1.
        punkt: the numbered point in the stycke.

    Example:
        >>> str(Citation("5", stycke=1, mening=1))
        '5 § 1 st. 1 men.'
        >>> Citation("7", stycke=1, punkt=3).long()
        '7 § första stycket 3 lagen (2003:1210) om finansiell samordning av rehabiliteringsinsatser'
    """

    section: str
    stycke: int | None = None
    mening: int | None = None
    punkt: int | None = None

    def __str__(self) -> str:
        return self.short()

    def short(self, lang: Lang = "sv") -> str:
        """``5 § 1 st. 1 men.``, or in English ``s. 5, para. 1, sent. 1``.

        Raises:
            ValueError: the language is neither ``"sv"`` nor ``"en"``.
        """
        sv, en = [f"{self.section} §"], [f"s. {self.section}"]
        if self.stycke:
            sv.append(f"{self.stycke} st.")
            en.append(f"para. {self.stycke}")
        if self.punkt:
            sv.append(f"{self.punkt} p.")
            en.append(f"point {self.punkt}")
        if self.mening:
            sv.append(f"{self.mening} men.")
            en.append(f"sent. {self.mening}")
        return Text(" ".join(sv), ", ".join(en)).get(lang)

    def long(self, lang: Lang = "sv") -> str:
        """The citation in full, as a Swedish lawyer writes it, or in English.

        Raises:
            ValueError: the language is neither ``"sv"`` nor ``"en"``.
        """
        sv, en = [f"{self.section} §"], [f"section {self.section}"]
        if self.stycke:
            sv.append(f"{_ORDNING[self.stycke - 1]} stycket")
            en.append(f"{_ORDINAL[self.stycke - 1]} paragraph")
        if self.punkt:
            sv.append(str(self.punkt))
            en.append(f"point {self.punkt}")
        if self.mening:
            sv.append(f"{_ORDNING[self.mening - 1]} meningen")
            en.append(f"{_ORDINAL[self.mening - 1]} sentence")
        return Text(f"{' '.join(sv)} {_TITLE_SV}", f"{', '.join(en)} of {_TITLE_EN}").get(lang)

    def to_dict(self) -> dict[str, str | int | None]:
        """The citation as JSON-ready values."""
        return {
            "section": self.section,
            "stycke": self.stycke,
            "mening": self.mening,
            "punkt": self.punkt,
        }

    def link(self, konsolidering: str | None = None) -> str:
        """The address of the place in the act as it reads today, or of an older wording's page.

        Args:
            konsolidering: the SFS number of the amendment that introduced the older wording. The
                original wording has no page of its own; the link is to the act.
        """
        if konsolidering is None:
            anchor = f"P{self.section.replace(' ', '')}"
            anchor += f"S{self.stycke}" if self.stycke else ""
            anchor += f"N{self.punkt}" if self.punkt else ""
            anchor += f"M{self.mening}" if self.mening else ""
            return f"{_PAGE}#{anchor}"
        return _PAGE if konsolidering == ACT else f"{_PAGE}/konsolidering/{konsolidering}"


_NUMBER: Final = rf"([1-9]|{'|'.join(_ORDNING)})"
_SECTION: Final = r"([1-9][0-9]?) ?([a-z]?)"
_WAYS: Final = (
    re.compile(
        rf"(?:finsam-)?{_SECTION}(?: ?§)?(?: {_NUMBER} st(?:\.|ycket)?)?"
        rf"(?: ([1-9][0-9]?)(?: p(?:\.|unkten)?)?)?(?: {_NUMBER} men(?:\.|ingen)?)?(?: lagen.*)?"
    ),
    re.compile(
        rf"s(?:\.|ection) {_SECTION}(?:, para\. ([1-9]))?(?:, point ([1-9][0-9]?))?"
        r"(?:, sent\. ([1-9]))?"
    ),
)


def cited(written: str) -> Citation | None:
    """The place that a text cites, as people and reports write it; None if it is no citation.

    Example:
        >>> cited("5 § andra stycket") == cited("5 § 2 st.") == cited("s. 5, para. 2")
        True
    """
    said = " ".join(written.casefold().split())
    found = next(filter(None, (way.fullmatch(said) for way in _WAYS)), None)
    if found is None:
        return None
    number, letter, *places = found.groups()
    stycke, punkt, mening = map(_counted, places)
    return Citation(f"{number} {letter}".strip(), stycke, mening, punkt)


def _counted(said: str | None) -> int | None:
    if said is None:
        return None
    return _ORDNING.index(said) + 1 if said in _ORDNING else int(said)
