"""Any value of a model, derived from the types of its fields."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from types import NoneType, UnionType
from typing import (
    Annotated,
    Any,
    Final,
    Literal,
    TypeVar,
    Union,
    get_args,
    get_origin,
    get_type_hints,
)

from hypothesis import strategies as st

from finsam.models.actors import Actor, ArchiveKeeper, KommunKey, MemberKey
from finsam.models.base import Model
from finsam.models.scalars import (
    Age,
    Count,
    Day,
    Flag,
    Kronor,
    MonthDay,
    Months,
    Part,
    SignedKronor,
    Word,
    Year,
)
from finsam.testing.parts import (
    GOTLAND,
    KOMMUNER_IN_REGIONS,
    actors,
    amounts,
    days,
    known_or_not,
    member_keys,
    some,
    words,
)

M = TypeVar("M", bound=Model)

_SCALARS: Final[tuple[tuple[object, st.SearchStrategy[Any]], ...]] = (
    (Actor, actors()),
    (Age, st.integers(0, 100)),
    (ArchiveKeeper, member_keys() | st.sampled_from(["riksarkivet", "other"])),
    (Count, st.integers(0, 20)),
    (Day, days()),
    (Flag, st.booleans()),
    (KommunKey, st.sampled_from(KOMMUNER_IN_REGIONS) | st.just(GOTLAND)),
    (Kronor, amounts()),
    (MemberKey, member_keys()),
    (MonthDay, st.dates(date(2004, 1, 1), date(2004, 12, 31)).map(lambda day: f"{day:%m-%d}")),
    (Months, st.integers(0, 72)),
    (Part, st.integers(0, 4).map(lambda quarters: f"{quarters}/4")),
    (SignedKronor, amounts() | amounts().map(lambda amount: -amount)),
    (Word, words()),
    (Year, st.integers(2004, 2035)),
)
_PAIRS: Final = (
    ("start", "end"),
    ("joined", "left"),
    ("age_from", "age_to"),
    ("term_start", "term_end"),
    ("day", "adjusted"),
    ("decided", "final_accounts"),
)
"""Fields that must be in order: first and last days, ages."""
_LATER: Final = (("day", "adjustments", "day"), ("adopted", "revised", "adopted"))
"""Days, with the lists whose items may not be dated before them."""
_ONCE: Final = {
    "adopted": "member",
    "shares": "member",
    "discharge": "member",
    "divided": "member",
    "budgets": "year",
    "annual_reports": "year",
    "forbundsordningar": "applies_from",
}
"""Collections whose items must differ in a field."""


@cache
def any_of(model: type[M], *, whole: bool = False) -> st.SearchStrategy[M]:
    """Any well-formed value of a model; with ``whole``, no fact is unknown."""
    hints = get_type_hints(model, include_extras=True)
    kinds = {name: hints[name] for name in model.model_fields}
    if whole:
        kinds = {name: _known(hint) or hint for name, hint in kinds.items()}
    fields = {name: _field(name, hint) for name, hint in kinds.items()}
    return st.fixed_dictionaries(fields).map(_in_order).map(model.model_validate)


def _in_order(values: Mapping[str, Any]) -> dict[str, Any]:
    ordered = dict(values)
    for first, last in _PAIRS:
        known = [value for name in (first, last) if (value := ordered.get(name)) is not None]
        if len(known) > 1:
            ordered[first], ordered[last] = sorted(known)
    for first, name, own in _LATER:
        if ordered.get(first) and ordered.get(name):
            days = [(each, getattr(each, own)) for each in ordered[name]]
            ordered[name] = tuple(e for e, at in days if at is None or at >= ordered[first])
    if ordered.get("end") and ordered.get("until_further_notice"):
        ordered["until_further_notice"] = False
    if ordered.get("shares_by_contribution"):
        ordered["shares"] = None
    if ordered.get("minutes_kept") is False:
        ordered["minutes_adjusted"] = ordered["minutes_announced"] = None
    if day := ordered.get("year_end"):
        # A financial year is named by the year in which it ends; every month has 28 days.
        ordered["year_end"] = day.replace(year=ordered["year"], day=min(day.day, 28))
    return ordered


def _known(hint: object) -> object:
    """The type of a nullable fact when it is known; None if it is not nullable."""
    kinds = [kind for kind in get_args(hint) if kind is not NoneType]
    if get_origin(hint) is Annotated:
        return _known(kinds[0])
    return kinds[0] if get_origin(hint) in {Union, UnionType} else None


def _field(  # noqa: PLR0911  one answer for each kind of type
    name: str,
    hint: Any,  # noqa: ANN401  any type that a field has
) -> st.SearchStrategy[Any]:
    for alias, strategy in _SCALARS:
        # A marked default is annotated after the metadata that identify the scalar.
        if get_args(hint)[:2] == get_args(alias)[:2] and get_origin(hint) is Annotated:
            return strategy
    kinds = get_args(hint)
    match get_origin(hint):
        case origin if origin is Annotated:
            return _field(name, kinds[0])
        case origin if origin is Literal:
            return st.sampled_from(kinds)
        case origin if origin in {Union, UnionType}:
            return known_or_not(_field(name, _known(hint)))
        case origin if origin is tuple:
            several = some(_field(name, kinds[0]), most=2)
            return several.map(lambda items: each_once(items, _ONCE.get(name)))
        case origin if origin is frozenset:
            return st.frozensets(_field(name, kinds[0]))
        case _:
            return any_of(hint)


def each_once(items: tuple[Any, ...], by: str | None) -> tuple[Any, ...]:
    """The items, without repeated values of a field."""
    return items if by is None else tuple({getattr(item, by): item for item in items}.values())
