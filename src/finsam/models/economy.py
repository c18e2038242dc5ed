"""The economy: budgets, annual reports, audit, and what else 20–26 and 28 §§ ask about.

Nobody is named: an auditor is an assignment, and an appeal is by somebody of a kind.
"""

from typing import Annotated, Literal, Self

from pydantic import model_validator

from finsam.models.actors import Actor, ArchiveKeeper, KommunKey, MemberKey
from finsam.models.base import Model
from finsam.models.board import AppointingBody
from finsam.models.errors import malformed, refuse_repeated, refuse_reversed, repeated
from finsam.models.forbundsordning import MemberDay
from finsam.models.scalars import (
    Count,
    Day,
    Flag,
    Kronor,
    Many,
    Note,
    Ref,
    SignedKronor,
    Stated,
    Year,
)


class BudgetRevision(Model):
    """A later decision that changes a budget, in or before its year (21 and 23 §§).

    Attributes:
        adopted: the day of the decision.
        adopted_by: who decided: ``"styrelsen"``, ``"members"`` or somebody else (``"other"``).
        income: the budgeted income after the decision, in kronor for the whole year.
        costs: the budgeted costs after the decision, in kronor for the whole year.
    """

    adopted: Day | None = None
    adopted_by: Literal["styrelsen", "members", "other"] | None = None
    income: Kronor | None = None
    costs: Kronor | None = None


class Budget(Model):
    """The budget of a calendar year (21 and 23 §§).

    Attributes:
        year: the year that it is for.
        adopted: the day on which it was first adopted.
        adopted_by: who adopted it: ``"styrelsen"``, ``"members"`` or somebody else (``"other"``).
        members_consulted: whether the board consulted the members first.
        activity_plan: whether it contains a plan for the activity, with goals and guidelines.
        financing: whether it says how the activity is financed.
        expected_position: whether it states the expected financial position at the end of the year.
        financial_goals: whether it states the financial goals.
        plan_first_year: the first year of its economic plan.
        plan_years: the number of years that the economic plan covers; 0 if there is none.
        income: the budgeted income, in kronor.
        costs: the budgeted costs, in kronor.
        announced: the day on which the meeting to adopt it was announced.
        on_website: whether the proposed budget was on the website.
        on_website_from: the first day on which the proposal was there.
        revised: the later decisions that changed it; ``()`` if there are none.
        ref: a reference of your own, repeated by findings.
        note: free text, not checked.
    """

    year: Year
    adopted: Day | None = None
    adopted_by: Literal["styrelsen", "members", "other"] | None = None
    members_consulted: Flag | None = None
    activity_plan: Flag | None = None
    financing: Flag | None = None
    expected_position: Flag | None = None
    financial_goals: Flag | None = None
    plan_first_year: Year | None = None
    plan_years: Count | None = None
    income: Kronor | None = None
    costs: Kronor | None = None
    announced: Day | None = None
    on_website: Flag | None = None
    on_website_from: Day | None = None
    revised: Many[BudgetRevision] | None = None
    ref: Ref = None
    note: Note = None

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        for number, each in enumerate(self.revised or ()):
            refuse_reversed(self.adopted, each.adopted, "revised", number, "adopted")
        return self


class Spending(Model):
    """A decision to spend money outside the budget, during its year (KL 11:15).

    Attributes:
        decided: the day of the decision.
        amount: in kronor.
        financing_stated: whether the decision says how it is financed.
        ref: a reference of your own, repeated by findings.
        note: free text, not checked.
    """

    decided: Day | None = None
    amount: Kronor | None = None
    financing_stated: Flag | None = None
    ref: Ref = None
    note: Note = None


class Commitment(Model):
    """An obligation that the förbund has taken on (21 §).

    Attributes:
        kind: A surety (``"borgen"``), property as security (``"pledge"``), a ``"credit"`` or a
            ``"loan"``.
        entered: the day on which it was entered into.
        amount: in kronor.
        customary: whether it is a credit that is customary for the activity.
        within_forbundsordning: whether it is within the limits of the förbundsordning (9 § 9 p.).
        ref: a reference of your own, repeated by findings.
        note: free text, not checked.
    """

    kind: Literal["borgen", "pledge", "credit", "loan"]
    entered: Day | None = None
    amount: Kronor | None = None
    customary: Flag | None = None
    within_forbundsordning: Flag | None = None
    ref: Ref = None
    note: Note = None


class AnnualReport(Model):
    """The årsredovisning of a financial year (24 §).

    Attributes:
        year: the calendar year in which the financial year ends.
        year_end: the last day of the financial year; null: 31 December.
        drawn_up: the day on which the board drew it up.
        accounting_act: the act that it follows: 2018:597, an older act (``"older"``) or something
            else (``"other"``).
        result: the year's result (årets resultat), in kronor; negative for a loss.
        own_capital: equity (eget kapital) at the end of the year, in kronor; negative if it is used
            up.
        ref: a reference of your own, repeated by findings.
        note: free text, not checked.
    """

    year: Year
    year_end: Annotated[Day | None, Stated("31 December")] = None
    drawn_up: Day | None = None
    accounting_act: Literal["2018:597", "older", "other"] | None = None
    result: SignedKronor | None = None
    own_capital: SignedKronor | None = None
    ref: Ref = None
    note: Note = None

    @model_validator(mode="after")
    def _ends_in_its_year(self) -> Self:
        if self.year_end and self.year_end.year != self.year:
            year, day = str(self.year), str(self.year_end)
            raise malformed("other_year", ("year_end",), year=year, day=day)
        return self


class InterimReport(Model):
    """A delårsrapport on part of a financial year (26 §, KL 12:2); the act does not require one.

    Attributes:
        period_end: the last day that it covers.
        drawn_up: the day on which the board drew it up.
        ref: a reference of your own, repeated by findings.
        note: free text, not checked.
    """

    period_end: Day | None = None
    drawn_up: Day | None = None
    ref: Ref = None
    note: Note = None


class Auditor(Model):
    """An auditor's assignment (25 §); the auditor is not named.

    Attributes:
        for_members: the members that the auditor audits for.
        appointed_by: the body that made the appointment.
        appointed: the day of the appointment.
        by_newly_elected: whether the newly elected fullmäktige made the appointment (14 §).
        start: its first day; null: from the beginning.
        end: its last day (inclusive); null: it goes on.
        eligible: whether the auditor is eligible: has the vote in the kommun or region (a joint
            auditor in one of them), is neither accountable for the förbund's funds nor close to
            anybody who is, and is no director of them.
        paid_by: who pays the fee.
        ref: a reference of your own, repeated by findings.
        note: free text, not checked; no names.
    """

    for_members: Many[MemberKey]
    appointed_by: AppointingBody | None = None
    appointed: Day | None = None
    by_newly_elected: Flag | None = None
    start: Annotated[Day | None, Stated("from the beginning")] = None
    end: Annotated[Day | None, Stated("it goes on")] = None
    eligible: Flag | None = None
    paid_by: Actor | None = None
    ref: Ref = None
    note: Note = None

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        refuse_reversed(self.start, self.end, "end")
        return self


class Discharge(Model):
    """One member's decision on ansvarsfrihet (26 § 3 st.).

    Attributes:
        member: the member.
        decided: the day of its decision.
        granted: whether it granted the board ansvarsfrihet.
    """

    member: MemberKey
    decided: Day | None = None
    granted: Flag | None = None


class Audit(Model):
    """The audit of a year, and the decisions that followed (26 §).

    Attributes:
        year: the calendar year in which the financial year ends.
        reported: the day of the revisionsberättelse.
        recommends: whether it recommends ansvarsfrihet, advises against it or does not say.
        remark: whether it makes a remark (anmärkning) against the board or somebody in it.
        remark_reason: whether it states the reason for the remark (KL 12:13).
        sent_to_board: whether it was given to the board.
        sent_to: the members that it was given to, Arbetsförmedlingen among them, and when.
        minutes_kept: whether the auditors kept minutes, as they must of decisions on their own
            administration and on conflicts of interest.
        minutes_adjusted: the day on which their minutes were adjusted.
        minutes_announced: the members on whose notice boards that was announced, and when.
        discharge: each member's decision on ansvarsfrihet for the year, with any of the year's
            audits.
        ref: a reference of your own, repeated by findings.
        note: free text, not checked.
    """

    year: Year
    reported: Day | None = None
    recommends: Literal["discharge", "refusal", "nothing"] | None = None
    remark: Flag | None = None
    remark_reason: Flag | None = None
    sent_to_board: Flag | None = None
    sent_to: Many[MemberDay] | None = None
    minutes_kept: Flag | None = None
    minutes_adjusted: Day | None = None
    minutes_announced: Many[MemberDay] | None = None
    discharge: Many[Discharge] | None = None
    ref: Ref = None
    note: Note = None

    @model_validator(mode="after")
    def _agrees_with_itself(self) -> Self:
        if self.minutes_kept is False and (self.minutes_adjusted or self.minutes_announced):
            raise malformed("no_minutes", ("minutes_kept",))
        refuse_repeated((each.member for each in self.discharge or ()), "discharge")
        return self


class Appeal(Model):
    """An appeal against a decision of the förbund (28 §).

    Attributes:
        announced: the day on which the adjustment of the minutes was announced, on the last of the
            notice boards.
        received: the day on which it was received.
        notice_removed: the day on which the announcement was removed from one of the notice boards;
            null: it stayed for the whole period.
        by: who appeals: somebody who is a member of a kommun or region in the förbund (lives there,
            owns property there or pays tax there), a member of the förbund itself, or somebody
            else.
        ref: a reference of your own, repeated by findings.
        note: free text, not checked; no names.
    """

    announced: Day | None = None
    received: Day | None = None
    notice_removed: Annotated[Day | None, Stated("it stayed for the whole of the time")] = None
    by: Literal["kommun_or_region_member", "forbund_member", "other"] | None = None
    ref: Ref = None
    note: Note = None


class PaidToMember(Model):
    """Money that the förbund has paid to a member in its capacity as a member.

    Attributes:
        member: the member.
        amount: in kronor.
        day: the day on which it was paid.
    """

    member: MemberKey
    amount: Kronor | None = None
    day: Day | None = None


class Liquidation(Model):
    """The winding up of the förbund, by its förbundsordning (9 § 8 and 15 p., 20 and 27 §§).

    Attributes:
        decided: the day on which it was decided or began.
        reason: why: the members agreed (``"agreed"``), a member left (``"membership_ended"``) or
            something else (``"other"``).
        liquidator: who carries it out: the board (``"board"``) or somebody else (``"other"``).
        final_accounts: the day of the final accounts (slutredovisning).
        divided: what each member got of what was left; ``()`` if nothing was.
        archive_handed_to: who has taken over the archive: a member, Riksarkivet (``"riksarkivet"``)
            or somebody else (``"other"``).
        ref: a reference of your own, repeated by findings.
        note: free text, not checked.
    """

    decided: Day | None = None
    reason: Literal["agreed", "membership_ended", "other"] | None = None
    liquidator: Literal["board", "other"] | None = None
    final_accounts: Day | None = None
    divided: Many[PaidToMember] | None = None
    archive_handed_to: ArchiveKeeper | None = None
    ref: Ref = None
    note: Note = None

    @model_validator(mode="after")
    def _agrees_with_itself(self) -> Self:
        refuse_reversed(self.decided, self.final_accounts, "final_accounts")
        refuse_repeated((each.member for each in self.divided or ()), "divided")
        return self


class Economy(Model):
    """The förbund's economy and its control.

    Attributes:
        archive_authorities: the kommuner whose arkivmyndighet supervises the archives (20 §).
        economy_guidelines: whether the board has guidelines for god ekonomisk hushållning.
        asset_guidelines: whether it has guidelines for managing its funds.
        budgets: the budgets, one for each year.
        spending: decisions to spend money outside the budget.
        commitments: sureties, pledges, credits and loans.
        annual_reports: the årsredovisningar, one for each financial year.
        interim_reports: the delårsrapporter, where any have been drawn up.
        repaid: what has been paid back to members, other than in a winding up.
        auditors: the auditors, one entry for each assignment.
        audits: the audit of each year; several for a year if the auditors report separately.
        appeals: appeals against the förbund's decisions.
        liquidation: the winding up, if it has begun; null: not known.
    """

    archive_authorities: Many[KommunKey] | None = None
    economy_guidelines: Flag | None = None
    asset_guidelines: Flag | None = None
    budgets: Many[Budget] | None = None
    spending: Many[Spending] | None = None
    commitments: Many[Commitment] | None = None
    annual_reports: Many[AnnualReport] | None = None
    interim_reports: Many[InterimReport] | None = None
    repaid: Many[PaidToMember] | None = None
    auditors: Many[Auditor] | None = None
    audits: Many[Audit] | None = None
    appeals: Many[Appeal] | None = None
    liquidation: Liquidation | None = None

    @model_validator(mode="after")
    def _each_year_once(self) -> Self:
        for name in ("budgets", "annual_reports"):
            years = [each.year for each in getattr(self, name) or ()]
            if (number := repeated(years)) is not None:
                raise malformed("year_repeated", (name, number), year=str(years[number]))
        return self
