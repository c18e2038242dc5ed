"""The förbundsordning: what the members have adopted as the rules of their förbund (8 and 9 §§)."""

from fractions import Fraction
from typing import Annotated, Literal, Self

from pydantic import model_validator

from finsam.models.actors import MemberKey
from finsam.models.base import Model
from finsam.models.errors import malformed, refuse_repeated
from finsam.models.money import SplitShare
from finsam.models.scalars import (
    Count,
    Day,
    Flag,
    Many,
    MonthDay,
    Months,
    Note,
    Part,
    Ref,
    Stated,
    Word,
)


class MemberDay(Model):
    """A member, and the day on which it did what the field is about.

    Attributes:
        member: the member.
        day: the day; null if it is known that it was done, but not when.
    """

    member: MemberKey
    day: Day | None = None


class PointsCovered(Model):
    """Which of the eighteen points of 9 § the förbundsordning covers: yes, no or not known.

    Attributes:
        name_seat_members_purpose: point 1: the name, the seat, the members and the purpose.
        organisation: point 2: how the förbund is organised.
        representation: point 3: how many ledamöter and ersättare there are, whom they represent,
            and the term where it is shorter than four years.
        tasks: point 4: which tasks of 7 § the förbund has, and what it may decide.
        right_to_raise_matters: point 5: whether a member may raise matters with the board.
        qualified_majority: point 6: whether some decisions need a qualified majority, and which.
        notices: point 7: where notices are posted.
        shares: point 8: shares in assets and debts, and how costs are split.
        credit_limits: point 9: limits on customary credits, if there are to be any.
        insight: point 10: how the members direct and follow the förbund.
        budget_process: point 11: how the budget is made.
        auditors_term: point 12: for how long auditors are appointed.
        joint_auditors: point 13: how joint auditors are appointed, and by whom.
        exit: point 14: what happens when a member leaves.
        liquidation: point 15: liquidation, dissolution and how what is left is divided.
        disputes: point 16: how disputes are settled.
        benefits: point 17: how fees of board and auditors are decided.
        other: point 18: what else the members find necessary.
    """

    name_seat_members_purpose: Flag | None = None
    organisation: Flag | None = None
    representation: Flag | None = None
    tasks: Flag | None = None
    right_to_raise_matters: Flag | None = None
    qualified_majority: Flag | None = None
    notices: Flag | None = None
    shares: Flag | None = None
    credit_limits: Flag | None = None
    insight: Flag | None = None
    budget_process: Flag | None = None
    auditors_term: Flag | None = None
    joint_auditors: Flag | None = None
    exit: Flag | None = None
    liquidation: Flag | None = None
    disputes: Flag | None = None
    benefits: Flag | None = None
    other: Flag | None = None


class QualifiedMajority(Model):
    """A requirement of more than a simple majority of the board.

    Attributes:
        matters: the matters that require it; ``()`` if none is named.
        stated_as: whether it is stated as a part of the votes (``"fraction"``), as ``"consensus"``
            or otherwise (``"other"``).
        fraction: the fraction of the votes that is required, such as 2/3.
    """

    matters: Many[Word] | None = None
    stated_as: Literal["fraction", "consensus", "other"] | None = None
    fraction: Part | None = None


class Forbundsordning(Model):
    """A förbundsordning, in force from a day until the next one.

    Attributes:
        applies_from: its first day; null: from the beginning.
        proposed: the day on which it was proposed to the members.
        adopted: the members that have adopted it, and when. A proposal that nobody has adopted is
            a draft.
        covers: the points of 9 § that it covers.
        ledamoter: the number of ledamöter on the board (point 3).
        ersattare: the number of ersättare on the board (point 3).
        board_term_months: the board's term, in months; 48 if the förbundsordning says nothing else.
        term_begins: the day of the year on which the board's term begins, as month and day;
            ``"04-01"`` if the förbundsordning says nothing else.
        notice_months: the notice period of a member that leaves, in months; 36 if the
            förbundsordning says nothing else.
        shares: each member's share in assets and debts (point 8); if they add up to 1, whoever is
            left out has none.
        shares_rounded_to: what the shares are rounded to, such as 1/100 for whole per cent; exact
            unless stated.
        shares_by_contribution: whether assets, debts and costs are shared in proportion to what
            each member contributes, and not by stated shares.
        qualified_majority: the requirements of a qualified majority; ``()`` if there are none.
        joint_auditors: whether kommuner and regioner have one or more joint auditors.
        joint_auditors_appointed_by: the member that appoints them (point 13).
        auditors_paid_by: who pays the auditors' fees (25 §): ``"forbundet"``, also if the
            förbundsordning does not say, or ``"members"``.
        notices_posted: where notices are posted (point 7), in words; not checked.
        ref: a reference of your own, repeated by findings.
        note: free text, not checked.
    """

    applies_from: Annotated[Day | None, Stated("from the beginning")] = None
    proposed: Day | None = None
    adopted: Many[MemberDay] | None = None
    covers: PointsCovered | None = None
    ledamoter: Count | None = None
    ersattare: Count | None = None
    board_term_months: Months | None = None
    term_begins: MonthDay | None = None
    notice_months: Months | None = None
    shares: Many[SplitShare] | None = None
    shares_rounded_to: Annotated[Part, Stated("exact")] = Fraction(0)
    shares_by_contribution: Flag | None = None
    qualified_majority: Many[QualifiedMajority] | None = None
    joint_auditors: Flag | None = None
    joint_auditors_appointed_by: MemberKey | None = None
    auditors_paid_by: Literal["forbundet", "members"] | None = None
    notices_posted: Word | None = None
    ref: Ref = None
    note: Note = None

    @model_validator(mode="after")
    def _each_once(self) -> Self:
        refuse_repeated((each.member for each in self.shares or ()), "shares")
        refuse_repeated((each.member for each in self.adopted or ()), "adopted")
        return self

    @model_validator(mode="after")
    def _shares_stated_once(self) -> Self:
        if self.shares_by_contribution and self.shares is not None:
            raise malformed("shares_in_two_ways", ("shares_by_contribution",))
        return self
