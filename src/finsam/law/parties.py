"""The four kinds of party (1 and 3 §§), and their names through time."""

import re
from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import Final, NamedTuple

from finsam.law.geography import (
    KOMMUNER,
    REGIONS,
    current,
    find,
    kommun_of_county,
    name_of,
    near,
)
from finsam.law.text import ExplainedValueError, Lang, Text, either, no_such, quoted

SEVERAL_REGIONS_FROM: Final = date(2010, 7, 1)
"""From this day (SFS 2010:350) a förbund may cross county borders, and there is a 5 a §."""
REGIONS_FROM: Final = date(2020, 1, 1)
"""From this day (SFS 2019:914) the act says region and not landsting."""


class PartyKind(StrEnum):
    """A kind of party. As to money, all kommuner are one party, and all regioner one."""

    __hash__ = str.__hash__  # an enum's own is slower

    FORSAKRINGSKASSAN = "forsakringskassan"
    ARBETSFORMEDLINGEN = "arbetsformedlingen"
    REGION = "region"
    KOMMUN = "kommun"

    def name_on(self, day: date, lang: Lang = "sv") -> str:
        """What the act calls this kind of party on a day.

        Args:
            day: the day; before the act came into force, the act's first name is given.
            lang: ``"sv"`` or ``"en"``.
        """
        names = _NAMES[self]
        return next((n.text for n in reversed(names) if n.first <= day), names[0].text).get(lang)


STATE: Final = (PartyKind.FORSAKRINGSKASSAN, PartyKind.ARBETSFORMEDLINGEN)
"""The state's two parties; the member key of each is its kind."""


def in_words_of(day: date, said: str, lang: Lang) -> str:
    """A sentence about regioner, in the terms of a day: before 2020 a region was a landsting."""
    return said if day >= REGIONS_FROM else _of_landsting(said, lang)


@lru_cache(maxsize=2048)
def _of_landsting(said: str, lang: Lang) -> str:
    words = _LANDSTING[lang]

    def former(found: re.Match[str]) -> str:
        word = words[found[0].lower()]
        return word[0].upper() + word[1:] if found[0][0].isupper() else word

    return re.sub(rf"\b(?:{'|'.join(words)})\b", former, said, flags=re.IGNORECASE)


class _Name(NamedTuple):
    first: date
    text: Text


_NAMES: Final = {
    # The title of 2003 and the amendments 2004:793, 2007:411 and 2019:914 give the names.
    PartyKind.FORSAKRINGSKASSAN: (
        _Name(date(2004, 1, 1), Text("en allmän försäkringskassa", "a social insurance office")),
        _Name(date(2005, 1, 1), Text("Försäkringskassan", "the Social Insurance Agency")),
    ),
    PartyKind.ARBETSFORMEDLINGEN: (
        _Name(date(2004, 1, 1), Text("en länsarbetsnämnd", "a county labour board")),
        _Name(date(2008, 1, 1), Text("Arbetsförmedlingen", "the Public Employment Service")),
    ),
    PartyKind.REGION: (
        _Name(date(2004, 1, 1), Text("ett landsting", "a county council")),
        _Name(REGIONS_FROM, Text("en region", "a region")),
    ),
    PartyKind.KOMMUN: (_Name(date(2004, 1, 1), Text("en kommun", "a kommun")),),
}


def member_name(key: str, on: date | None = None) -> str:
    """The proper name of a party, on a day or else today, the same in Swedish and English.

    Raises:
        KeyError: no party has this key.
    """
    names = STATE_NAMES.get(key)
    if names is None:
        return name_of(key, on)
    before, since, today = names
    return today if on is None or on >= since else before


STATE_NAMES: Final = {
    "forsakringskassan": ("Allmänna försäkringskassan", date(2005, 1, 1), "Försäkringskassan"),
    "arbetsformedlingen": ("Länsarbetsnämnden", date(2008, 1, 1), "Arbetsförmedlingen"),
}
"""The state's two parties: the former name, the day of the change, and the name since."""


NEVER_PAYS: Final = "arbetsformedlingen"
"""The party that gives no money: Försäkringskassan gives the whole of the state's half (5 §)."""


def member_key(said: str) -> str:
    """The member key of a party by key, code, name or organisation number: ``"Ystads kommun"``.

    Former names are accepted too: ``"Landstinget Dalarna"``, ``"Länsarbetsnämnden i Skåne"``. A
    name shared by a kommun and a region stands for the kommun, unless it says region, landsting or
    län. An organisation number is that of today, ``"212000-1124"`` or ``"2120001124"``.

    Raises:
        ValueError: no party, or more than one, has that name; the message suggests names.
    """
    if not isinstance(said, str):
        raise TypeError(f"a party is named by a text, not {type(said).__name__}")
    state = _state_office(said)
    if state is not None:
        return state
    found = find(said)
    if len(found) == 1:
        return found[0]
    either = [said] if ":" in said else [f"kommun:{said.strip()}", f"region:{said.strip()}"]
    choices = found or [key for one in either for key in near(one)]
    raise no_such(
        Text("ingen part heter", "no party is called"),
        said,
        [f"{key} ({name_of(key)})" for key in choices][:5],
        Text(
            "ange namn, kod enligt SCB eller organisationsnummer",
            "give a name, a code of SCB's or an organisation number",
        ),
    )


def parties_called(said: str) -> tuple[str, ...]:
    """Every party that a name or a code may stand for.

    Unlike :func:`member_key`, for which ``"Uppsala"`` is the kommun, this includes the region.
    """
    state = _state_office(said)
    if state is not None:
        return (state,)
    found = find(said)
    return tuple(dict.fromkeys((*found, *find(f"Region {said}")))) if found else ()


def one_party(said: str) -> str:
    """Like :func:`member_key`, but a name that a kommun and a region share is refused.

    Raises:
        ValueError: no party, or more than one, has that name; the message suggests names.
    """
    found = parties_called(said)
    if len(found) < 2:
        return member_key(said)
    names = [name_apart(key) for key in found]
    raise ExplainedValueError(
        Text(
            f"{quoted(said, 'sv')} kan vara {either(names, 'sv')}: skriv vilken som menas",
            f"{quoted(said)} can be {either(names)}: write which one is meant",
        )
    )


def name_apart(key: str) -> str:
    """The name of a party, of today; ``"Örebro kommun"`` where a region is called so too."""
    name = member_name(key)
    return name if parties_called(name) == (current(key),) else kommun_of_county(key)


def _state_office(said: str) -> str | None:
    for key, written in _STATE_OFFICES.items():
        office = written.fullmatch(said.strip().casefold())
        if office and all(find(place) for place in office.groups() if place):
            return key
    return None


_STATE_OFFICES: Final = {
    key: re.compile(rf"(?:{short}|(?:(.+ läns) )?(?:{names})(?: (?:i )?(.+))?)")
    for key, short, names in (
        (
            "forsakringskassan",
            "forsakringskassan|fk|202100[- ]?5521",
            "(?:allmän(?:na)? )?försäkringskassan?",
        ),
        (
            "arbetsformedlingen",
            "arbetsformedlingen|af|202100[- ]?2114",
            "arbetsförmedlingen|länsarbetsnämnd(?:en)?",
        ),
    )
}
"""How an authority or its office in a county is written, with the places in it as groups."""


def kind_of(key: str) -> PartyKind:
    """The kind of party with a member key: ``"kommun:1287"`` is a kommun.

    Raises:
        ValueError: it is not a member key (``"forbundet"`` is not).
    """
    kind = _KINDS.get(key)
    if kind is None:
        raise ValueError(f"{quoted(key)} is no member key")
    return kind


_KINDS: Final = {
    "forsakringskassan": PartyKind.FORSAKRINGSKASSAN,
    "arbetsformedlingen": PartyKind.ARBETSFORMEDLINGEN,
    **dict.fromkeys(REGIONS, PartyKind.REGION),
    **dict.fromkeys(KOMMUNER, PartyKind.KOMMUN),
}

_LANDSTING: Final[Mapping[Lang, Mapping[str, str]]] = {
    "sv": {
        "sin egen region": "sitt eget landsting",
        "ingen region": "inget landsting",
        "någon region": "något landsting",
        "den region": "det landsting",
        "en regions": "ett landstings",
        "en region": "ett landsting",
        "regionernas": "landstingens",
        "regionerna": "landstingen",
        "regionens": "landstingets",
        "regioner": "landsting",
        "region": "landsting",
    },
    "en": {"regioner": "county councils", "region": "county council"},
}
"""The terms before 2020 for each form of the word, the longest first."""
