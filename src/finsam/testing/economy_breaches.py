"""Förbund that break one rule of 20–28 §§, in every way that it can be broken."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Final

from hypothesis import strategies as st

from finsam.law.terms import LONGEST_NOTICE, annual_report_day, budget_day, next_weekday
from finsam.models.economy import Audit, Auditor, Budget
from finsam.models.forbund import Forbund, Member
from finsam.models.forbundsordning import PointsCovered
from finsam.testing.changes import Changes, Start, Way, Ways, late_or_never, one_more, replaced
from finsam.testing.economy import lawful_audits, lawful_budgets, local_auditor
from finsam.testing.parts import STATE, external_actors
from finsam.validation.subjects.board import last_day_to_announce

_DAY: Final = timedelta(days=1)
_FIRST_REPORT: Final = 2019
"""The first financial year of which the wording of 24 § is known."""


def _archive(start: Start) -> Forbund:
    """The archive of a kommun that is not a member, alone or beside a member's."""
    outsider, mine = start.stranger(), start.members("kommun:")[0]
    return start.with_economy(archive_authorities=start.one_of([(outsider,), (mine, outsider)]))


def _announced(start: Start, budget: Budget) -> Changes:
    """The proposal was published after the meeting was announced, or never."""
    announced = min(budget.announced or start.on, start.on)
    if start.chance():
        return {"announced": announced, "on_website": False, "on_website_from": None}
    later = announced + timedelta(days=start.number(1, 90))
    return {"announced": announced, "on_website_from": later}


def _announced_in_time(start: Start, budget: Budget) -> Changes:
    """The proposal was published before the meeting was announced."""
    announced = min(budget.announced or start.on, start.on)
    since = announced - timedelta(days=start.number(0, 10))
    return {"announced": announced, "on_website_from": since}


def _no_budget(start: Start) -> Forbund:
    """No budget for the current year."""
    budgets = start.economy.budgets or ()
    return start.with_economy(budgets=tuple(b for b in budgets if b.year != start.on.year))


def _budget_in_december(start: Start, budget: Budget) -> Changes:
    late = next_weekday(budget_day(budget.year)) + timedelta(days=start.number(1, 300))
    return {"adopted": late}


def _adopted_by(start: Start, _budget: Budget) -> Changes:
    return {"adopted_by": start.one_of(["other", "members"] if start.base.formed else ["other"])}


def _first_budget(start: Start) -> Forbund:
    """Somebody other than the members adopted the budget of the year of formation."""
    budget = start.draw(lawful_budgets(start.formed.year))
    by = start.one_of(["styrelsen", "other"])
    return start.with_item(budget.replace(adopted=start.formed, adopted_by=by))


def _newly_formed(start: Start, formed: date, **economy: object) -> Forbund:
    """Formed on a day, with auditors appointed then, and no known förbundsordning or board."""
    auditors = start.economy.auditors
    if auditors is not None:
        auditors = tuple(each.replace(appointed=formed) for each in auditors)
    new = start.base.replace(formed=formed, forbundsordningar=None, board=None)
    return start._replace(base=new).with_economy(**{"auditors": auditors, **economy})


def _young(start: Start) -> Forbund:
    """Formed some weeks ago, after the last day for the year's budget."""
    on = start.on
    first = max(on - timedelta(days=60), budget_day(on.year) + _DAY)
    formed = start.day(first, on - timedelta(days=8))
    budgets = []
    for year in (on.year, on.year + 1):
        budget = start.draw(lawful_budgets(year))
        if budget_day(year) < formed:
            theirs = {"adopted_by": "members", "announced": formed, "on_website_from": formed}
            budget = budget.replace(adopted=formed, **theirs)
        budgets.append(budget)
    # Nobody can have done anything before the formation.
    no_audits = () if start.economy.audits else None
    return _newly_formed(
        start, formed, budgets=tuple(budgets), annual_reports=None, audits=no_audits
    )


def _no_first_budget(start: Start) -> Forbund:
    """The members adopted no budget when the förbund was formed."""
    young = start._replace(base=_young(start))
    budgets = young.economy.budgets or ()
    return young.with_economy(budgets=tuple(b for b in budgets if b.adopted_by == "styrelsen"))


def _young_with_auditors(start: Start) -> Forbund:
    """Formed recently, with every member's auditor from the start."""
    formed = start.day(max(start.on - timedelta(days=60), start.first), start.on)
    return _newly_formed(start, formed, budgets=None, annual_reports=None, audits=None)


def _beyond(start: Start) -> Forbund:
    """A credit beyond the limits of the förbundsordning."""
    ordningar = tuple(
        each.replace(covers=(each.covers or PointsCovered()).replace(credit_limits=True))
        for each in start.ordningar
    )
    limited = start._replace(base=start.base.replace(forbundsordningar=ordningar))
    return one_more(within_forbundsordning=False)(limited)


def _late_report(start: Start) -> Forbund:
    """A late årsredovisning, or none."""
    year = start.on.year - 1
    due = next_weekday(annual_report_day(date(year, 12, 31)))
    old = start.base.formed is None or start.base.formed.year < year
    if old and start.on > due and year >= _FIRST_REPORT and start.chance():
        return start.with_economy(annual_reports=())
    this_year = next_weekday(annual_report_day(date(start.on.year, 12, 31)))
    return one_more(drawn_up=this_year + timedelta(days=start.number(1, 300)))(start)


def _no_auditor(start: Start) -> Forbund:
    """One of the founding members has never had an auditor."""
    auditors = list(start.economy.auditors or ())
    del auditors[start.number(0, len(auditors) - 1)]
    return start.with_economy(auditors=tuple(auditors))


def _state_auditors(start: Start) -> Forbund:
    """The agencies have an auditor each, or two together."""
    state, *local = start.economy.auditors or ()
    if start.chance():
        both = [state, state]
    else:
        both = [state.replace(for_members=(key,)) for key in state.for_members]
    return start.with_economy(auditors=(*both, *local))


def _wrong_body(start: Start, _auditor: Auditor) -> Changes:
    """Appointed by a kommun's board; or by fullmäktige for the state, and yet to begin."""
    bodies = ["styrelse", "namnd", "arbetsformedlingen", "other"]
    if start.chance():
        return {"appointed_by": start.one_of([*bodies, "forsakringskassan"])}
    by = start.one_of([*bodies, "fullmaktige"])
    return {"for_members": STATE, "appointed_by": by, "start": date.max}


def _joint(start: Start) -> Forbund:
    """Joint auditors that the förbundsordning does not provide for, or joint with the state."""
    local = start.local
    extra = local_auditor(local, start.on).replace(start=date.max)
    if start.chance():
        return start.with_item(extra.replace(for_members=("forsakringskassan", *local)))
    state, *others = start.economy.auditors or ()
    own = [local_auditor((key,), others[0].appointed or start.on) for key in local]
    joined = start._replace(base=start.with_economy(auditors=(state, *own, extra)))
    return joined.with_ordningar(joint_auditors=False)


def _agreed_on(start: Start) -> Forbund:
    """Kommuner and regioner have joint auditors, as the förbundsordning provides."""
    state, *_ = start.economy.auditors or ()
    auditors = (state, local_auditor(start.local, state.appointed or start.on))
    joined = start._replace(base=start.with_economy(auditors=auditors))
    return joined.with_ordningar(joint_auditors=True)


def _by(newly_elected: bool) -> Way:  # noqa: FBT001  the answer to a yes-or-no question
    """Appointed after an election, by the newly elected fullmäktige or by the old."""

    def change(start: Start, _auditor: Auditor) -> Changes:
        year = start.one_of([2022, 2026, 2030])
        return {
            "by_newly_elected": newly_elected,
            "appointed": start.day(date(year, 10, 15), date(year, 12, 31)),
            "start": start.day(date(year + 1, 1, 1), date(year + 1, 12, 31)),
        }

    return one_more(change)


def _appointed_late(start: Start) -> Forbund:
    """Formed on the day, with an auditor appointed later."""
    on = start.on
    years = [year for year in (on.year, on.year + 1) if budget_day(year) < on]
    budgets = [
        start.draw(lawful_budgets(year)).replace(adopted=on, adopted_by="members") for year in years
    ]
    new = start._replace(base=_newly_formed(start, on, budgets=tuple(budgets)))
    auditors = new.economy.auditors or ()
    appointed = on + timedelta(days=start.number(1, 90))
    late = replaced(auditors, start.one_of(auditors), appointed=appointed)
    return new.with_economy(auditors=late)


def _wrong_payer(start: Start) -> Forbund:
    """An outsider pays, or a member where the förbund should, or the reverse."""
    by_members = start.chance()
    paid = tuple(
        each.replace(paid_by=each.for_members[0] if by_members else "forbundet")
        for each in start.economy.auditors or ()
    )
    order = "members" if by_members else "forbundet"
    start = start._replace(base=start.with_economy(auditors=paid))
    base = start.with_ordningar(auditors_paid_by=order)
    kommun = start.one_of(start.members("kommun:"))
    extra = local_auditor((kommun,), start.on).replace(start=date.max)
    if start.chance():
        extra = extra.replace(for_members=STATE, appointed_by="forsakringskassan")
    wrong = ["forbundet"] if by_members else [kommun, "forsakringskassan"]
    if by_members and extra.for_members == STATE:
        wrong.append(kommun)
    payer = start.draw(external_actors() | st.sampled_from(wrong))
    return start._replace(base=base).with_item(extra.replace(paid_by=payer))


def _not_announced(start: Start, audit: Audit) -> Changes:
    """One member announced late, or not at all though its last day has passed."""
    adjusted = (audit.minutes_adjusted or date.min) - timedelta(days=12)
    in_time = tuple(each.replace(day=adjusted) for each in audit.minutes_announced or ())
    announced = late_or_never(start, in_time, last_day_to_announce(adjusted))
    return {"minutes_adjusted": adjusted, "minutes_announced": announced}


def _handed_over(start: Start) -> Forbund:
    """An audit that was reported, handed over and announced some time ago."""
    reported = max(start.on - timedelta(days=60), start.first)
    audit = start.draw(lawful_audits(start.members(), reported, reported))
    return start.with_item(audit)


def _not_discharged(start: Start) -> Forbund:
    """An audit is reported, but some members have yet to decide on ansvarsfrihet."""
    reported = start.on - _DAY
    audit = start.draw(lawful_audits(start.members(), reported, reported))
    decided = audit.discharge or ()
    return start.with_item(audit.replace(discharge=decided[start.number(1, len(decided)) :]))


def _leaving(start: Start, base: Forbund, notice: timedelta) -> Forbund:
    """A member is to leave at the end of next year, after some notice."""
    left = date(start.on.year + 1, 12, 31)
    leaver = start.one_of(base.members)
    members = replaced(base.members, leaver, left=left, notice_given=left - notice)
    return base.replace(members=members)


def _left_early(start: Start) -> Forbund:
    """A member that left before the first year with contributions, or is about to leave."""
    months = start.draw(st.integers(12, 48).map(lambda months: min(months, LONGEST_NOTICE)))
    base = start.with_ordningar(notice_months=months)
    notice = timedelta(days=start.number(0, 300))
    first_year = min((given.year for given in base.contributions or ()), default=start.on.year)
    before_all = date(first_year - 1, 12, 31)
    if start.formed > before_all or start.chance():
        return _leaving(start, base, notice)
    # No förbundsordning applied before the förbund was formed.
    given = max(before_all - notice, start.formed)
    gone = Member(actor=start.stranger(), left=before_all, notice_given=given)
    # It would otherwise have had to adopt the förbundsordning and to announce minutes.
    board = base.board and base.board.replace(meetings=())
    founding = tuple(each.replace(adopted=None) for each in (base.forbundsordningar or ())[:1])
    return base.replace(members=(*base.members, gone), board=board, forbundsordningar=founding)


def _leaving_lawfully(start: Start) -> Forbund:
    """A member is to leave after the ordered notice, which is shorter than three years."""
    base = start.with_ordningar(notice_months=start.number(0, 12))
    return _leaving(start, base, timedelta(days=start.number(370, 390)))


ECONOMY_BREACHES: Final[Mapping[str, Ways]] = {
    "FINSAM-20-1": _archive,
    "FINSAM-21-1": (
        one_more(financing=False),
        one_more(expected_position=False),
        one_more(financial_goals=False),
        one_more(activity_plan=False),
    ),
    "FINSAM-21-2": (
        one_more(plan_years=st.integers(0, 2)),
        one_more(lambda _start, budget: {"plan_first_year": budget.year - 1}),
    ),
    "FINSAM-21-5": one_more(_announced),
    "FINSAM-21-6": one_more(financing_stated=False),
    "FINSAM-21-7": one_more(kind="pledge", customary=None, within_forbundsordning=None),
    "FINSAM-21-8": one_more(kind="borgen", customary=None, within_forbundsordning=None),
    "FINSAM-21-9": one_more(customary=False, within_forbundsordning=st.booleans()),
    "FINSAM-21-10": _beyond,
    "FINSAM-23-1": (_no_budget, one_more(_budget_in_december)),
    "FINSAM-23-2": one_more(members_consulted=False),
    "FINSAM-23-3": one_more(_adopted_by),
    "FINSAM-23-4": (_first_budget, _no_first_budget),
    "FINSAM-24-1": _late_report,
    "FINSAM-24-2": one_more(accounting_act=st.sampled_from(["older", "other"])),
    "FINSAM-25-1": _no_auditor,
    "FINSAM-25-2": _state_auditors,
    "FINSAM-25-3": one_more(_wrong_body),
    "FINSAM-25-4": _joint,
    "FINSAM-25-5": one_more(eligible=False),
    "FINSAM-25-6": _by(newly_elected=False),
    "FINSAM-25-7": _appointed_late,
    "FINSAM-25-8": _wrong_payer,
    "FINSAM-26-2": (
        one_more(recommends="nothing"),
        one_more(remark=True, remark_reason=False),
    ),
    "FINSAM-26-3": one_more(_not_announced),
    "FINSAM-27-1": lambda start: start.with_ordningar(
        notice_months=start.number(LONGEST_NOTICE + 1, 1200)
    ),
    "FINSAM-27-2": _left_early,
}
"""How to break each rule of 20–28 §§ that can be broken on its own."""


ECONOMY_TO_ASK: Final[Mapping[str, Ways]] = {
    "FINSAM-21-5": one_more(_announced_in_time),
    "FINSAM-23-4": _young,
    "FINSAM-25-4": _agreed_on,
    "FINSAM-25-6": _by(newly_elected=True),
    "FINSAM-25-7": _young_with_auditors,
    "FINSAM-26-1": _handed_over,
    "FINSAM-26-3": _handed_over,
    "FINSAM-26-4": _not_discharged,
    "FINSAM-27-2": _leaving_lawfully,
}
"""How to get the facts whose absence leaves a rule open, where another lawful item lacks them.

All of it is lawful.
"""
