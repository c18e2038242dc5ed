"""Dividing what is left of a dissolved förbund (9 § 8 and 15 p.)."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal, localcontext
from fractions import Fraction
from typing import Final, Literal

from pydantic import ConfigDict

from finsam.answers.pools import Amount, Answer, Members, to_one
from finsam.answers.shortfall import MemberPart, WholeAmount, by_section_5
from finsam.law.geography import current
from finsam.law.shares import EXACT, split
from finsam.law.text import ExplainedValueError, Text
from finsam.models.forbundsordning import Forbundsordning
from finsam.models.money import Contribution, PoolName
from finsam.models.money import SplitAgreement as Agreement

_STRANGERS: Final = Text(
    "förbundsordningen ger {members} en andel: lägg till var och en som har en bland medlemmarna",
    "the förbundsordning gives {members} a share: add each that has one to the members",
)
_NOT_ONE: Final = Text(
    "förbundsordningens andelar är tillsammans {whole} och inte 1: ange alla, eller hur de är "
    "avrundade (shares_rounded_to)",
    "the shares of the förbundsordning are together {whole} and not 1: give all of them, or "
    "shares_rounded_to",
)
_ONLY_SUM: Final = Text(
    "ange vad var och en av {payer} har gett, och inte deras summa",
    "give what each of {payer} has given, and not their sum",
)
_NO_CONTRIBUTIONS: Final = Text(
    "förbundsordningen fördelar efter vad varje medlem bidrar med: ange bidragen",
    "the förbundsordning shares in proportion to what each member contributes: give the "
    "contributions",
)


@dataclass(frozen=True, slots=True)
class Division(Answer):
    """What each member gets of what is left.

    Attributes:
        year: the calendar year whose shares are used.
        amount: what is left, in kronor.
        parts: each member's part, in whole units that add up to the amount, in the order of the
            members given.
        by: what it is divided by: the shares in the ``"forbundsordning"``, the
            ``"contributions"``, or the shares of ``"section_5"``.
        equal_parts: the pools without an agreement, assumed to split in equal parts.
        rounded_to: the unit, in kronor.
    """

    year: int
    amount: Decimal
    parts: tuple[MemberPart, ...]
    by: Literal["forbundsordning", "contributions", "section_5"]
    equal_parts: tuple[PoolName, ...]
    rounded_to: Decimal


def division(  # noqa: PLR0913  one question, each part of it by name
    *,
    amount: Amount,
    members: Members,
    year: int,
    agreements: Iterable[Agreement] = (),
    forbundsordning: Forbundsordning | None = None,
    contributions: Iterable[Contribution] = (),
    rounded_to: Amount = 1,
) -> Division:
    """Divide what is left among the members, by the shares of the förbundsordning (9 § 8 p.).

    The shares are those given in the förbundsordning. If it shares in proportion to contributions,
    they follow from the contributions given here. If it does neither, they are those of 5 §, to
    which point 8 refers. The parts are whole units that add up to the amount.

    A human must judge whether the förbundsordning divides on other grounds (point 15), which years'
    contributions count, and whether the debts have been paid.

    Args:
        amount: what is left, in kronor.
        members: the members on some day of the year: member keys, whatever ``Forbund.members``
            reads, or a förbund.
        year: the calendar year whose shares are used, by the law of its last day.
        agreements: how the kommuner and the regioner have agreed to split their shares.
        forbundsordning: the förbundsordning in force when the förbund was dissolved.
        contributions: what has been given, if that decides; what others than members have given
            is ignored.
        rounded_to: the unit of the amounts, in kronor.

    Returns:
        Every member's part.

    Raises:
        ValueError: something is malformed (``pydantic.ValidationError``), the amount is not a whole
            number of units, or there is nothing to divide by; the message says what to do.
        NotInForce: the act was not in force in that year.
    """
    asked = _Asked.of(
        amount=amount,
        members=members,
        year=year,
        agreements=agreements,
        forbundsordning=forbundsordning,
        contributions=contributions,
        rounded_to=rounded_to,
    )
    ordning = asked.forbundsordning
    equal_parts: tuple[PoolName, ...] = ()
    by: Literal["forbundsordning", "contributions", "section_5"]
    if ordning is not None and ordning.shares_by_contribution:
        by, parts = "contributions", _by_shares(asked, _contributed(asked))
    elif ordning is not None and ordning.shares is not None:
        by, parts = "forbundsordning", _by_shares(asked, _named(asked, ordning))
    else:
        by, (parts, equal_parts) = "section_5", by_section_5(asked)
    return Division(asked.year, asked.amount, parts, by, equal_parts, asked.rounded_to)


class _Asked(WholeAmount):
    model_config = ConfigDict(title="division")

    forbundsordning: Forbundsordning | None
    contributions: tuple[Contribution, ...]


def _by_shares(asked: WholeAmount, shares: list[Fraction]) -> tuple[MemberPart, ...]:
    with localcontext(EXACT):
        units = split(asked.units(asked.amount), shares, {})
        return tuple(
            MemberPart(key, share, count * asked.rounded_to)
            for key, share, count in zip(asked.members, shares, units, strict=True)
        )


def _named(asked: WholeAmount, ordning: Forbundsordning) -> list[Fraction]:
    """Each member's share in the förbundsordning; none for a member that it leaves out."""
    named = {current(share.member): share.share for share in ordning.shares or ()}
    members = [current(key) for key in asked.members]
    if strangers := named.keys() - set(members):
        raise ExplainedValueError(_STRANGERS.filled(members=", ".join(sorted(strangers))))
    whole = sum(named.values(), Fraction(0))
    if abs(whole - 1) > ordning.shares_rounded_to:
        raise ExplainedValueError(_NOT_ONE.filled(whole=whole))
    exact = dict(zip(named, to_one([*named.values()], ordning.shares_rounded_to), strict=True))
    return [exact.get(key, Fraction(0)) for key in members]


def _contributed(asked: _Asked) -> list[Fraction]:
    """Each member's part of what the members have given."""
    by_member = dict.fromkeys(map(current, asked.members), Fraction(0))
    for each in asked.contributions:
        if each.payer in {"kommuner", "regioner"}:
            raise ExplainedValueError(_ONLY_SUM.filled(payer=each.payer))
        key = current(each.payer) if isinstance(each.payer, str) else ""
        if key in by_member:
            by_member[key] += Fraction(each.amount)
    whole = sum(by_member.values(), Fraction(0))
    if not whole:
        raise ExplainedValueError(_NO_CONTRIBUTIONS)
    return [amount / whole for amount in by_member.values()]
