"""The scalar types of a document: strict, exact, each with a single canonical form.

Validation runs in pydantic's compiled core wherever possible, as documents repeat these values by
the hundred.
"""

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING, Annotated, Any, Final, TypeAlias, TypeVar

from pydantic import (
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    PlainSerializer,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema
from pydantic_core import core_schema as cs

from finsam.models.errors import MALFORMED, malformed


@dataclass(frozen=True, slots=True)
class Stated:
    """Marks a default that states a fact, where null or absence otherwise means "not known".

    Args:
        meaning: what omitting the field states.
    """

    meaning: str


@dataclass(frozen=True, slots=True, eq=False)
class _Core:
    """Gives a type its pydantic core schema and its JSON Schema."""

    build: Callable[[], CoreSchema]
    json_schema: dict[str, Any]

    def __get_pydantic_core_schema__(
        self, _source: object, _handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return self.build()

    def __get_pydantic_json_schema__(
        self, _schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        written = handler.mode == "serialization" and "anyOf" in self.json_schema
        # The first of several accepted forms is the canonical one.
        return dict(self.json_schema["anyOf"][0] if written else self.json_schema)


_ZERO: Final = Decimal(0)


def write_kronor(amount: Decimal) -> str:
    """Format an amount canonically: no exponent, no plus sign, no decimals or at least two."""
    whole, _, decimals = f"{amount:f}".partition(".")
    decimals = decimals.rstrip("0")
    return f"{whole}.{decimals:0<2}" if decimals else whole


def _amount(kind: str, pattern: str, least: int) -> _Core:
    """A type of amounts.

    Args:
        kind: the type of its error.
        pattern: how an amount is written.
        least: the least whole number that it takes.
    """

    def plain(amount: Decimal) -> Decimal:
        # Checked before formatting: a large exponent would expand to billions of zeros.
        if amount.is_finite() and -3 < amount.adjusted() < 12:
            written = f"{amount:f}"
            if re.fullmatch(pattern, written):
                return Decimal(written)
        raise malformed(kind)

    def build() -> CoreSchema:
        text = cs.str_schema(strict=True, pattern=pattern)
        whole = cs.int_schema(strict=True, ge=least, lt=10**12)
        decimal = cs.no_info_after_validator_function(plain, cs.is_instance_schema(Decimal))
        steps = [_or_else(kind, cs.union_schema([text, whole, decimal], mode="left_to_right"))]
        steps.append(cs.decimal_schema())
        if least < 0:
            # Normalise negative zero.
            steps.append(cs.no_info_plain_validator_function(lambda d: d or _ZERO))
        writing = cs.plain_serializer_function_ser_schema(
            write_kronor, return_schema=cs.str_schema(), when_used="json"
        )
        return cs.chain_schema(steps, serialization=writing)

    whole = {"type": "integer", "minimum": least, "exclusiveMaximum": 10**12}
    return _Core(build, {"anyOf": [{"type": "string", "pattern": pattern}, whole]})


def _or_else(kind: str, schema: CoreSchema) -> CoreSchema:
    """A schema whose every error is of one type of the library's own."""
    message = MALFORMED[kind].en
    return cs.custom_error_schema(schema, custom_error_type=kind, custom_error_message=message)


Kronor: TypeAlias = Annotated[Decimal, _amount("kronor", r"^[0-9]{1,12}(\.[0-9]{1,2})?$", 0)]
"""A non-negative amount in kronor: an integer, a string or a ``Decimal``, never a float."""

SignedKronor: TypeAlias = Annotated[
    Decimal, _amount("signed_kronor", r"^-?[0-9]{1,12}(\.[0-9]{1,2})?$", 1 - 10**12)
]
"""An amount in kronor that may be negative, otherwise like :data:`Kronor`."""


def _day_schema() -> CoreSchema:
    # On its own pydantic also accepts numeric strings, as Unix timestamps.
    from_text = cs.chain_schema(
        [
            cs.str_schema(strict=True, pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"),
            # In strict mode no string would be accepted after the step through Python.
            cs.date_schema(strict=False),
        ]
    )
    in_python = cs.union_schema([cs.date_schema(strict=True), from_text])
    return _or_else("day", cs.json_or_python_schema(from_text, in_python))


Day: TypeAlias = Annotated[date, _Core(_day_schema, {"type": "string", "format": "date"})]
"""A day: a text of exactly ``YYYY-MM-DD`` or, in Python, a ``date`` but not a ``datetime``."""

_PART_PATTERN: Final = re.compile(r"[0-9]{1,12}/[0-9]{1,13}|[01](?:\.[0-9]{1,12})?")


def _usable(part: Fraction) -> Fraction | None:
    return part if 0 <= part <= 1 and part.denominator <= 10**12 else None


@lru_cache(maxsize=512)
def _read_part(written: str) -> Fraction | None:
    try:
        return _usable(Fraction(written)) if _PART_PATTERN.fullmatch(written) else None
    except ZeroDivisionError:
        return None


def _part_of(value: object) -> Fraction:
    if isinstance(value, str):
        part = _read_part(value)
    else:
        part = _usable(value) if isinstance(value, Fraction) else None
    if part is None:
        raise malformed("part")
    return part


Part: TypeAlias = Annotated[
    Fraction,
    _Core(
        lambda: cs.no_info_plain_validator_function(
            _part_of,
            serialization=cs.to_string_ser_schema(when_used="json"),
        ),
        {
            "type": "string",
            "pattern": r"^([0-9]{1,12}/[0-9]{1,13}|0(\.[0-9]{1,12})?|1(\.0{1,12})?)$",
            "examples": ["3/5", "0.6"],
        },
    ),
]
"""A share from 0 to 1 inclusive: ``"3/5"``, ``"0.6"`` or a ``Fraction``; exact."""


Year: TypeAlias = Annotated[
    int,
    _Core(
        lambda: _or_else("year", cs.int_schema(strict=True, ge=2004, le=9999)),
        {"type": "integer", "minimum": 2004, "maximum": 9999},
    ),
]
"""A calendar year from 2004, the act's first."""


_ORGNR_PATTERN: Final = re.compile(r"([0-9]{2}[2-9][0-9]{3})-?([0-9]{4})")


def _valid_orgnr_or_none(value: object) -> str | None:
    # Imported lazily, as few documents need it. stdnum's Swedish module also accepts personal
    # numbers, so the third digit, which distinguishes them, is checked first.
    from stdnum import luhn  # noqa: PLC0415

    written = _ORGNR_PATTERN.fullmatch(value) if isinstance(value, str) else None
    if written is None:
        return None
    digits = "".join(written.groups())
    return digits if luhn.is_valid(digits) else None


def _orgnr_schema() -> CoreSchema:
    # The second step fails on None, so that the error carries None instead of the input, which may
    # be a personal number.
    return cs.chain_schema(
        [
            cs.no_info_plain_validator_function(_valid_orgnr_or_none),
            _or_else("orgnr", cs.str_schema(strict=True)),
        ]
    )


Orgnr: TypeAlias = Annotated[
    str, _Core(_orgnr_schema, {"type": "string", "pattern": "^[0-9]{2}[2-9][0-9]{3}-?[0-9]{4}$"})
]
"""An organisation number of ten digits; a hyphen before the last four is dropped, and personal
numbers are rejected and never repeated."""

Word: TypeAlias = Annotated[
    # Without a length to check, half a character would pass and could not be written.
    str,
    _Core(lambda: cs.str_schema(strict=True, min_length=0), {"type": "string"}),
]
"""A string."""

Ref: TypeAlias = Annotated[Word | None, Stated("no reference")]
"""A reference of the caller's own, repeated by findings."""

Note: TypeAlias = Annotated[Word | None, Stated("no note")]
"""Free text, read by no rule."""

Flag: TypeAlias = Annotated[bool, Field(strict=True)]
"""A boolean; neither 1 nor ``"yes"`` is accepted."""

Age: TypeAlias = Annotated[int, Field(strict=True, ge=0, le=150)]
"""An age in whole years."""

Count: TypeAlias = Annotated[int, Field(strict=True, ge=0, le=10_000)]
"""A count."""

Months: TypeAlias = Annotated[int, Field(strict=True, ge=0, le=1200)]
"""A duration in whole months."""

_MONTH_DAY_PATTERN: Final = "^[0-9]{2}-[0-9]{2}$"


def _month_day_of(value: object) -> str:
    if isinstance(value, str) and re.fullmatch(_MONTH_DAY_PATTERN, value):
        try:
            # A leap year, so that 29 February is accepted.
            date.fromisoformat(f"2004-{value}")
        except ValueError:
            pass
        else:
            return value
    raise malformed("month_day")


MonthDay: TypeAlias = Annotated[
    str,
    _Core(
        lambda: cs.no_info_plain_validator_function(_month_day_of),
        {"type": "string", "pattern": "^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"},
    ),
]
"""A day of the year, ``"04-01"``."""

_T = TypeVar("_T", bound=str)
_Item = TypeVar("_Item")

if TYPE_CHECKING:
    # What a field holds is also what its constructor takes, to a type checker: so any list will do.
    Many: TypeAlias = Sequence[_Item]
    SortedSet: TypeAlias = Collection[_T]
else:
    Many = tuple[_Item, ...]
    SortedSet = Annotated[
        frozenset[_T], PlainSerializer(sorted, return_type=list[str], when_used="json")
    ]
"""``Many`` holds a tuple, and ``SortedSet`` a set of words, serialised sorted so that equal
documents give equal bytes. The constructor takes any list for either."""

Ignored: TypeAlias = Annotated[
    None,
    _Core(lambda: cs.no_info_plain_validator_function(lambda _: None), {}),
]
"""Accepts any value and discards it."""
