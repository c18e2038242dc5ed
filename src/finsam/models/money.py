"""The money of 5 and 6 §§: what members contribute, how they split it, and what else comes in."""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Annotated, Literal, Self, TypeAlias

from pydantic import ValidationInfo, field_validator, model_validator

from finsam.law.geography import KOMMUNER_OUTSIDE_REGIONS
from finsam.law.shares import nearest, total
from finsam.law.text import ExplainedValueError, Text
from finsam.models.actors import MemberKey, Payer
from finsam.models.base import Model
from finsam.models.errors import malformed, refuse_repeated, refuse_reversed
from finsam.models.scalars import Day, Flag, Kronor, Many, Note, Part, Ref, Stated, Word, Year

PoolName: TypeAlias = Literal["kommun", "region"]
"""The role that money is given in: as kommun or as region."""


class Contribution(Model):
    """What one payer gives to the financial coordination for one year.

    Attributes:
        payer: who gives it; ``"kommuner"`` or ``"regioner"`` where only their sum is known.
        year: the calendar year that it is for.
        amount: the amount for the whole year, in kronor, decided or paid.
        kind: whether it is ``"ordinary"``, the default, or ``"extra"``: one-off money in addition
            to the yearly.
        pool: the role that a kommun outside every region pays in; null for all others.
        in_kind: whether it is in kind, at a stated value in kronor; no unless stated.
        rounded_to: the unit that the amount is rounded to, in kronor, such as 1000; null: the
            förbund's.
        ref: a reference of your own, repeated by findings.
        note: free text, not checked.
    """

    payer: Payer
    year: Year
    amount: Kronor
    kind: Annotated[Literal["ordinary", "extra"], Stated("yearly money")] = "ordinary"
    pool: PoolName | None = None
    in_kind: Annotated[Flag, Stated("money")] = False
    rounded_to: Annotated[Kronor | None, Stated("the förbund's unit")] = None
    ref: Ref = None
    note: Note = None

    @field_validator("pool")
    @classmethod
    def _pool_of_two_roles(cls, pool: PoolName | None, info: ValidationInfo) -> PoolName | None:
        # A payer that is malformed itself is not in the data, and has been reported.
        payer = info.data.get("payer")
        if pool is not None and payer is not None and payer not in KOMMUNER_OUTSIDE_REGIONS:
            raise malformed("pool_of_other")
        return pool


def refuse_more_than_sum(
    contributions: Sequence[Contribution],
    rounded_to: Decimal,
    is_member: Callable[[str, int], bool],
) -> None:
    """Refuse members' own amounts that are more than the party's sum, which they are parts of.

    What a kommun outside every region gives is no part of a sum unless it names the role as kommun.

    Args:
        contributions: the contributions of any years.
        rounded_to: the unit of those that have none of their own.
        is_member: whether a party was a member on some day of a year.

    Raises:
        PydanticCustomError: they are more by more than rounding.
    """

    def half_unit(each: Contribution) -> Fraction:
        return Fraction(rounded_to if each.rounded_to is None else each.rounded_to) / 2

    # By party, year and kind: what may be left of the sum. In fractions, which no context rounds.
    left: dict[tuple[str, int, str], Fraction] = {}
    for each in contributions:
        if isinstance(each.payer, str) and each.payer in {"kommuner", "regioner"}:
            key = (each.payer, each.year, each.kind)
            left[key] = left.get(key, Fraction(0)) + Fraction(each.amount) + half_unit(each)
    if not left:
        return
    for number, each in enumerate(contributions):
        if not isinstance(each.payer, str):
            continue
        party = f"{each.payer.partition(':')[0]}er"
        key = (party, each.year, each.kind)
        if each.payer in KOMMUNER_OUTSIDE_REGIONS and each.pool != "kommun":
            continue
        if key in left and is_member(each.payer, each.year):
            left[key] -= max(Fraction(each.amount) - half_unit(each), Fraction(0))
            if left[key] < 0:
                at, year = ("contributions", number), str(each.year)
                raise malformed("more_than_sum", at, party=party, year=year, sort=each.kind)


class SplitShare(Model):
    """One member's part of what its pool gives.

    Attributes:
        member: the kommun or region.
        share: its part of the sum, from 0 to 1, such as 7/20.
    """

    member: MemberKey
    share: Part


class SplitAgreement(Model):
    """How the kommuner, or the regioner, have agreed to split their quarter (5 § 2–3 st.).

    Attributes:
        pool: who have agreed: the kommuner (``"kommun"``) or the regioner (``"region"``).
        from_year: the first year that it covers.
        to_year: the last year that it covers; null: it goes on.
        shares: every member's part; together 1, within their rounding.
        shares_rounded_to: what the parts are rounded to, such as 1/100 for whole per cent; exact
            unless stated.
    """

    pool: PoolName
    from_year: Year
    to_year: Annotated[Year | None, Stated("it goes on")] = None
    shares: Many[SplitShare]
    shares_rounded_to: Annotated[Part, Stated("exact")] = Fraction(0)

    @classmethod
    def by_inhabitants(cls, inhabitants: Mapping[str, int], *, pool: PoolName, year: int) -> Self:
        """A split of one year in proportion to how many live in each kommun or region.

        Args:
            inhabitants: how many live in each, by member key.
            pool: whose quarter is split.
            year: the year that it covers.

        Raises:
            ValueError: a count is below 0, or all of them are 0.
        """
        counts = inhabitants.values()
        if min(counts, default=0) < 0 or not sum(counts):
            raise ExplainedValueError(
                Text(
                    "ingen bor där: ange hur många som gör det: {'kommun:1286': 31000}",
                    "nobody lives there: give how many do: {'kommun:1286': 31000}",
                )
            )
        everybody = sum(counts)
        shares = [{"member": k, "share": Fraction(n, everybody)} for k, n in inhabitants.items()]
        return cls.model_validate(
            {"pool": pool, "from_year": year, "to_year": year, "shares": shares}
        )

    @model_validator(mode="after")
    def _well_formed(self) -> Self:
        refuse_reversed(self.from_year, self.to_year, "to_year")
        refuse_repeated((share.member for share in self.shares), "shares")
        whole = total(share.share for share in self.shares)
        if whole != 1 and abs(whole - 1) > self.shares_rounded_to:
            stated = str(whole)
            if len(stated) > 6:
                # A long figure is not repeated: it may have been meant as something else.
                # As many decimals as show that it is not 1, of those that a share may have.
                digits = next((n for n in range(4, 12) if nearest(10**n * whole) != 10**n), 12)
                ones, decimals = divmod(nearest(10**digits * whole), 10**digits)
                stated = f"{ones}.{decimals:0{digits}}"
            raise malformed("shares_not_one", ("shares",), total=stated)
        return self


class OtherIncome(Model):
    """Money that the förbund receives in addition to its members' contributions.

    Attributes:
        source: where it comes from.
        year: the calendar year that it is for.
        amount: in kronor; null: not known.
        granted: the day on which it was granted.
        kind: what kind of income it is.
        ref: a reference of your own, repeated by findings.
        note: free text, not checked.
    """

    source: Word
    year: Year
    amount: Kronor | None = None
    granted: Day | None = None
    kind: Literal[
        "esf",
        "esf_plus",
        "grant",
        "gift",
        "sponsorship",
        "sale",
        "interest",
        "vat_compensation",
        "carried_over",
        "refund",
        "other",
    ]
    ref: Ref = None
    note: Note = None
