"""Kommuner and regioner by code, name and day (3 §).

The codes are those of Statistics Sweden (SCB): two digits for a county (län) and its region, four
for a kommun, beginning with those of its county. ``kommuner.csv`` lists the 290 kommuner of today,
on which SCB's code list and that of the Swedish Association of Local Authorities and Regions agree;
``regioner.csv`` lists the 20 regioner. Two facts do not follow from the codes:

* **Gotland** (0980) is outside every region: the kommun does what a region does elsewhere. 3 § and
  5 a § have special provisions for such a kommun.
* **Heby** was kommun 1917 in Västmanland until 2006-12-31, and has been 0331 in Uppsala since
  2007-01-01. It is the same kommun.

The organisation numbers of kommuner are those in the National Agency for Education's (Skolverket)
statistics on final grades of 2024/25, and for 277 of them also Wikidata's. Those of regioner are
given by two public sources each, among them the regioner themselves and Wikidata; Västmanland's by
one, the regioner's joint purchasing.
"""

import re
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Final, NamedTuple

from finsam.law.statute import NotInForce, require_day
from finsam.law.text import Text

_KNOWN_FROM: Final = date(2004, 1, 1)

KOMMUNER_OUTSIDE_REGIONS: Final = frozenset({"kommun:0980"})
"""The kommuner outside every region."""


class _County(NamedTuple):
    region: str
    orgnr: str
    genitive: str
    region_named: date


def _read(name: str) -> list[list[str]]:
    """The rows of a list beside this module."""
    text = files("finsam.law").joinpath(name).read_text(encoding="utf-8")
    return [row.split(",") for row in text.splitlines()[1:]]


_COUNTIES: Final = {
    f"region:{code}": _County(name, orgnr, genitive, date.fromisoformat(named))
    for code, name, orgnr, genitive, named in _read("regioner.csv")
}
"""Region keys: today's name and organisation number, the county's name, and the day on which the
region took its name."""

REGIONS: Final = {key: county.region for key, county in _COUNTIES.items()}
"""Region keys and their names today, in the order of the codes."""

HEBY_MOVED: Final = date(2007, 1, 1)
"""The day on which Heby moved to Uppsala county and got its new code."""

FORMER_CODES: Final = {"kommun:1917": "kommun:0331"}
"""Member keys no longer in use, each with the one that replaced it."""
_HEBY: Final = frozenset({"kommun:1917", "kommun:0331"})

_ROWS: Final = _read("kommuner.csv")

KOMMUNER: Final = {f"kommun:{code}": name for code, name, _ in _ROWS} | {"kommun:1917": "Heby"}
"""Kommun keys and names: the 290 of today, and ``kommun:1917``, Heby before 2007."""

BY_ORGNR: Final = {orgnr: f"kommun:{code}" for code, _, orgnr in _ROWS} | {
    county.orgnr: key for key, county in _COUNTIES.items()
}
"""Today's organisation numbers, ten digits, and the keys of their kommuner and regioner."""
_BETWEEN: Final = re.compile(r"(?<=^[0-9]{6})[- ](?=[0-9]{4}$)")

_REGION_OF: Final = {
    kommun: None if kommun in KOMMUNER_OUTSIDE_REGIONS else f"region:{kommun[7:9]}"
    for kommun in KOMMUNER
}


def current(key: str) -> str:
    """Today's key for a kommun whose code has changed; any other key unchanged."""
    return FORMER_CODES.get(key, key)


def region_of(kommun: str, on: date) -> str | None:
    """The key of the region that a kommun belonged to on a day; None outside every region.

    Raises:
        KeyError: no kommun has this key.
    """
    if kommun in _HEBY:
        return "region:03" if on >= HEBY_MOVED else "region:19"
    return _REGION_OF[kommun]


def name_of(key: str, on: date | None = None) -> str:
    """The name of a kommun or region on a day, or today.

    Before a region took its present name, the name is formed from its county
    (``Uppsala läns landsting``), whatever short form it used itself.

    Raises:
        KeyError: no kommun or region has this key.
    """
    if key.startswith("kommun:"):
        return KOMMUNER[key]
    county = _COUNTIES[key]
    today = on is None or on >= county.region_named
    return county.region if today else f"{county.genitive} läns landsting"


class Kommun(NamedTuple):
    """A kommun on a day.

    Attributes:
        key: its member key, ``"kommun:1286"``.
        name: its name.
        region: the member key of its region; None outside every region.
    """

    key: str
    name: str
    region: str | None


class Region(NamedTuple):
    """A region on a day; a landsting before it took its present name.

    Attributes:
        key: its member key, ``"region:12"``.
        name: its name.
        kommuner: the member keys of the kommuner in it, in the order of their codes.
    """

    key: str
    name: str
    kommuner: tuple[str, ...]


def kommuner(*, on: date) -> tuple[Kommun, ...]:
    """The 290 kommuner of a day, in the order of their codes.

    Raises:
        NotInForce: the day is before the act, 2004-01-01, for which they are not known.
    """
    require_day(on)
    if on < _KNOWN_FROM:
        raise NotInForce(
            Text(
                f"kommuner och regioner är inte kända för {on}: ange en dag från {_KNOWN_FROM}",
                f"kommuner and regioner are not known for {on}: give a day from {_KNOWN_FROM} on",
            )
        )
    gone = FORMER_CODES.keys() if on >= HEBY_MOVED else set(FORMER_CODES.values())
    keys = sorted(KOMMUNER.keys() - gone)
    return tuple(Kommun(key, name_of(key, on), region_of(key, on)) for key in keys)


def kommun_of_county(key: str) -> str:
    """The full name of a kommun that is called as its county: ``"Örebro kommun"``."""
    return f"{_COUNTIES[f'region:{key[7:9]}'].genitive} kommun"


def regioner(*, on: date) -> tuple[Region, ...]:
    """The 20 regioner of a day, in the order of their codes.

    Raises:
        NotInForce: the day is before the act, 2004-01-01, for which they are not known.
    """
    within: dict[str | None, list[str]] = {}
    for kommun in kommuner(on=on):
        within.setdefault(kommun.region, []).append(kommun.key)
    return tuple(Region(key, name_of(key, on), tuple(within[key])) for key in REGIONS)


def find(said: str) -> tuple[str, ...]:
    """The keys that a code, a name or a number stands for: ``1286``, ``Ystads kommun``, ``Skåne``.

    Usually there is one. A name shared by a kommun and a region stands for the kommun, unless it
    says region, landsting or län. An unknown name gives no keys.
    """
    key = said.strip()
    if party := BY_ORGNR.get(_BETWEEN.sub("", key)):
        return (party,)
    if key.isdecimal():
        key = f"{'kommun' if len(key) == 4 else 'region'}:{key}"
    if key in KOMMUNER or key in REGIONS:
        return (current(key),)
    kommuner = tuple(dict.fromkeys(map(current, _named(KOMMUNER, said))))
    plain = key.casefold()
    if plain.endswith((" kommun", " stad")):
        return kommuner
    regional = plain.endswith(("län", "läns")) or "region" in plain or "landsting" in plain
    return _named(REGIONS, said) or kommuner if regional else kommuner or _named(REGIONS, said)


def _named(known: dict[str, str], said: str) -> tuple[str, ...]:
    meant = _plain_names(said)
    return tuple(key for key in known if meant & _names(key))


@cache
def _names(key: str) -> frozenset[str]:
    """The names of the place with this key."""
    county = _COUNTIES.get(key)
    of_county = _plain_names(f"{county.genitive} län") if county else frozenset()
    return _plain_names(name_of(key)) | of_county


def near(key: str) -> tuple[str, ...]:
    """Suggestions for a mistyped kommun or region key, at most five.

    First comes a name given as a code (``kommun:Tomelilla``) or a code without its leading zero,
    then codes that differ in one digit, nearest first, or names that differ in one letter.
    """
    kind, _, said = key.partition(":")
    known = {"kommun": KOMMUNER, "region": REGIONS}.get(kind)
    if known is None:
        return ()
    named = _named(known, said)
    padded = f"{kind}:0{said}"
    if padded in known:
        named = (*named, padded)
    one_off = [code for code in known if _differ_in_one_place(code, key)]
    if said.isdecimal():
        one_off.sort(key=lambda code: abs(int(code.partition(":")[2]) - int(said)))
    elif not named:
        one_off = [
            code
            for code in known
            if any(_differ_in_one_edit(s, n) for s in _plain_names(said) for n in _names(code))
        ]
    return tuple(dict.fromkeys((*named, *one_off)))[:5]


def _plain_names(name: str) -> frozenset[str]:
    """Variants of a name: Göteborgs Stad is also Göteborg, Landstinget i Kalmar län is Kalmar."""
    name = name.casefold().strip()
    bare = name.removeprefix("region ").removeprefix("landstinget ").removeprefix("i ")
    bare = bare.removesuffix(" landsting")
    endings = (
        *("sregionen", " kommun", "s kommun", " stad", "s stad"),
        *("s län", " län", "s läns", " läns"),
    )
    return frozenset({name, bare, *(bare.removesuffix(ending) for ending in endings)})


def _differ_in_one_edit(one: str, other: str) -> bool:
    """Whether names of three letters or more differ by one letter or one transposition."""
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    left, right = one[start:], other[start:]
    return len(one) > 2 and (
        left[1:] == right[1:]
        or left[1:] == right
        or left == right[1:]
        or (left[:2] == right[1::-1] and left[2:] == right[2:])
    )


def _differ_in_one_place(one: str, other: str) -> bool:
    return len(one) == len(other) and sum(a != b for a, b in zip(one, other, strict=True)) == 1
