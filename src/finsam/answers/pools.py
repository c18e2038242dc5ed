"""Who gives each share of a year's money, and each one's part of it (5 and 5 a §§)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import MAXYEAR, MINYEAR, date
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final, NamedTuple, Self, TypeAlias

from pydantic import ConfigDict

from finsam.law.finsamlagen import FINSAMLAGEN
from finsam.law.geography import KOMMUNER_OUTSIDE_REGIONS, current
from finsam.law.parties import SEVERAL_REGIONS_FROM, PartyKind, kind_of
from finsam.law.shares import HALF, QUARTER, Pool
from finsam.law.text import ExplainedValueError, Text, kronor
from finsam.models.actors import MemberKey
from finsam.models.base import Model
from finsam.models.errors import called, is_frame
from finsam.models.forbund import Forbund, Member, was_member
from finsam.models.money import PoolName, SplitAgreement
from finsam.models.scalars import Kronor, Many, Year, write_kronor

Amount: TypeAlias = int | str | Decimal
"""An amount in kronor, written as in a document."""


STATE: Final = "forsakringskassan"
"""Who gives the state's half."""

_NO_UNIT: Final = Text(
    "enheten är 0, men belopp anges i hela enheter: ange 1 för kronor",
    "the unit is 0, but amounts are in whole units: give 1 for kronor",
)
_NOT_WHOLE: Final = Text(
    "{amount} är inget helt antal om {unit}: ange ett annat belopp, eller en mindre enhet",
    "{amount} is no whole number of {unit}: give another amount, or a smaller unit",
)
_NOT_THERE: Final = {
    PartyKind.FORSAKRINGSKASSAN: "Försäkringskassan is not among the members: add it",
    PartyKind.REGION: "no region is among the members: add one",
    PartyKind.KOMMUN: "no kommun is among the members: add one",
}
_TOO_EARLY: Final = Text(
    "före {day} deltog ett landsting, och vad en kommun utanför varje landsting gav är inte känt: "
    "ange ett senare år, eller andra medlemmar",
    "before {day} one county council took part, and what a kommun outside every region gave is "
    "not known: ask about a later year, or other members",
)
_NO_REGION: Final = Text(
    "lägg till en region: bara en kommun som inte ingår i en region klarar sig utan",
    "add a region: only a kommun outside every region needs none",
)
_TWO_AGREEMENTS: Final = Text(
    "två överenskommelser mellan {pool}erna gäller {year}: ange en",
    "two agreements between the {pool}er cover {year}: give one",
)
_OTHERS: Final = Text(
    "{pool}ernas överenskommelse omfattar {agreed}, men de som delar på fjärdedelen är {giving}: "
    "ange andelen för var och en av dem, och inga andra",
    "the agreement of the {pool}er is between {agreed}, but those who share the quarter are "
    "{giving}: give the part of each of these, and of no others",
)


Members: TypeAlias = Forbund | Iterable[str | Member | Mapping[str, Any]]
"""The members of a förbund: it, or what its ``members`` may be. Those on some day of the year
asked about are meant."""


def in_kronor(amount: Decimal) -> Text:
    """An amount in a sentence."""
    return Text(
        f"{kronor(amount, 'sv')} {'krona' if amount == 1 else 'kronor'}",
        f"SEK {kronor(amount, 'en')}",
    )


class Asked(Model):
    """What is asked of a year's shares, validated as strictly as a document."""

    model_config = ConfigDict(defer_build=True)

    members: Many[MemberKey]
    year: Year
    agreements: tuple[SplitAgreement, ...]
    rounded_to: Kronor

    @classmethod
    def of(cls, members: Members, year: int, **arguments: object) -> Self:
        """The question; refused where it is malformed, or its amounts are in no unit."""
        is_year = type(year) is int and MINYEAR <= year <= MAXYEAR
        if is_year:
            FINSAMLAGEN.require_in_force_in(year)
        if not isinstance(members, Forbund):
            members = Forbund.model_validate({"name": "", "members": listed(members)})
        asked = cls.model_validate(
            {"members": _members_in(members, year) if is_year else (), "year": year}
            | {name: listed(given) for name, given in arguments.items()}
        )
        if not asked.rounded_to:
            raise ExplainedValueError(_NO_UNIT)
        return asked

    @property
    def pools(self) -> dict[Pool, "SharePool"]:
        """Who gives each share."""
        return _pools_of(_by_kind(self.members), self.year, self.agreements)

    def units(self, amount: Decimal) -> int:
        """An amount in units.

        Raises:
            ValueError: the amount is not a whole number of units.
        """
        count = Fraction(amount) / Fraction(self.rounded_to)
        if count.denominator != 1:
            unit = in_kronor(self.rounded_to)
            raise ExplainedValueError(_NOT_WHOLE.filled(amount=in_kronor(amount), unit=unit))
        return count.numerator


def _members_in(forbund: Forbund, year: int) -> list[str]:
    """The member keys of the parties that are members on some day of a year."""
    return list(
        dict.fromkeys(
            member.actor
            for member in forbund.members
            if isinstance(member.actor, str) and was_member(member, year)
        )
    )


def listed(given: object) -> object:
    """Make a list of an iterable; leave anything else to validation."""
    if isinstance(given, Iterable) and not isinstance(given, str | Mapping | Model):
        # A data frame iterates over its headings.
        return given if is_frame(given) else list(given)
    return given


class SharePool(NamedTuple):
    """A share of the total, the members that give it together, and each one's part of it."""

    part: Fraction
    members: tuple[str, ...]
    parts: tuple[Fraction, ...]
    agreement: SplitAgreement | None


def _by_kind(keys: Iterable[str]) -> dict[PartyKind, list[str]]:
    """Group members by kind; reject those that cannot share the money."""
    members: dict[PartyKind, list[str]] = {kind: [] for kind in PartyKind}
    for member in keys:
        members[kind_of(member)].append(member)
    outside = KOMMUNER_OUTSIDE_REGIONS.intersection(members[PartyKind.KOMMUN])
    for kind in (PartyKind.FORSAKRINGSKASSAN, PartyKind.REGION, PartyKind.KOMMUN):
        if not members[kind] and not (kind is PartyKind.REGION and outside):
            raise ExplainedValueError(
                Text(
                    f"bland medlemmarna saknas {kind.name_on(date.max)}: lägg till den, för medlen "
                    "delas med den",
                    f"{_NOT_THERE[kind]}, for the money is shared with it",
                )
            )
    return members


def _pools_of(
    members: dict[PartyKind, list[str]], year: int, agreements: Sequence[SplitAgreement]
) -> dict[Pool, SharePool]:
    """The pools of a year: who gives each share, and each one's part of it."""
    last_day = date(year, 12, 31)
    regions, kommuner = members[PartyKind.REGION], members[PartyKind.KOMMUN]
    outside = [key for key in kommuner if key in KOMMUNER_OUTSIDE_REGIONS]
    if last_day < SEVERAL_REGIONS_FROM and (outside or len(regions) > 1):
        raise ExplainedValueError(_TOO_EARLY.filled(day=SEVERAL_REGIONS_FROM))
    state = SharePool(HALF, (STATE,), (Fraction(1),), None)
    if not regions:
        if len(kommuner) > len(outside):
            raise ExplainedValueError(_NO_REGION)
        return {Pool.STATE: state, Pool.OUTSIDE: state._replace(members=tuple(outside))}
    return {
        Pool.STATE: state,
        Pool.REGION: _agreed(Pool.REGION, (*regions, *outside), year, agreements),
        Pool.KOMMUN: _agreed(Pool.KOMMUN, tuple(kommuner), year, agreements),
    }


def _agreed(
    name: Pool, members: tuple[str, ...], year: int, agreements: Sequence[SplitAgreement]
) -> SharePool:
    """A quarter, split as agreed for the year or in equal parts."""
    covering = [
        agreement
        for agreement in agreements
        if agreement.pool == name.value
        and agreement.from_year <= year <= (agreement.to_year or year)
    ]
    if len(covering) > 1:
        raise ExplainedValueError(_TWO_AGREEMENTS.filled(pool=name.value, year=year))
    if not covering or len(members) == 1:
        equal = Fraction(1, len(members))
        return SharePool(QUARTER, members, (equal,) * len(members), None)
    (agreement,) = covering
    parts = {current(share.member): share.share for share in agreement.shares}
    if parts.keys() != {current(key) for key in members}:
        both = {"agreed": sorted(parts), "giving": sorted(members)}
        named = {of: ", ".join(map(called, keys)) for of, keys in both.items()}
        raise ExplainedValueError(_OTHERS.filled(pool=name.value, **named))
    exact = to_one([parts[current(key)] for key in members], agreement.shares_rounded_to)
    return SharePool(QUARTER, members, tuple(exact), agreement)


def to_one(parts: list[Fraction], rounded_to: Fraction) -> list[Fraction]:
    """Adjust rounded parts to add up to 1, each by at most half its rounding unit."""
    lacking = 1 - sum(parts, Fraction(0))
    if not lacking:
        return parts
    room = [rounded_to / 2 if lacking > 0 else min(part, rounded_to / 2) for part in parts]
    return [
        part + lacking * own / sum(room, Fraction(0)) for part, own in zip(parts, room, strict=True)
    ]


@dataclass(frozen=True, slots=True)
class Answer:
    """What an answer on a year's shares has in common with the others: its JSON."""

    def to_dict(self) -> dict[str, Any]:
        """The answer as JSON-ready values: each field by name, amounts and shares as strings."""
        return {each.name: _plain(getattr(self, each.name)) for each in fields(self)}


def _plain(value: Any) -> Any:  # noqa: ANN401  a field, and its JSON
    match value:
        case Decimal():
            return write_kronor(value)
        case Fraction():
            return str(value)
        case Model():
            return value.model_dump(mode="json")
        case tuple() if hasattr(value, "_asdict"):
            return {name: _plain(each) for name, each in value._asdict().items()}
        case tuple():
            return [_plain(each) for each in value]
    return value


def pool_name(name: Pool) -> PoolName:
    """What an agreement calls a pool of kommuner or regioner."""
    return "region" if name is Pool.REGION else "kommun"


def in_equal_parts(pools: Mapping[Pool, SharePool]) -> tuple[PoolName, ...]:
    """The pools of several members without an agreement, taken to split in equal parts."""
    return tuple(
        pool_name(name)
        for name, pool in pools.items()
        if len(pool.members) > 1 and pool.agreement is None
    )
