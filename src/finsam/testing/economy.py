"""The economy of a förbund (20–28 §§): lawful, and unlawful in one chosen way."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from functools import partial
from typing import Final

from hypothesis import strategies as st

from finsam.law.terms import (
    LONGEST_NOTICE,
    annual_report_day,
    budget_day,
    election_day,
    is_after_election,
    new_fullmaktige_from,
    next_weekday,
)
from finsam.models.economy import (
    AnnualReport,
    Appeal,
    Audit,
    Auditor,
    Budget,
    Commitment,
    Discharge,
    Economy,
    Spending,
)
from finsam.models.forbund import Forbund, Member
from finsam.models.forbundsordning import Forbundsordning, MemberDay, PointsCovered
from finsam.testing.parts import (
    KOMMUNER_IN_REGIONS,
    STATE,
    amounts,
    external_actors,
    some,
)
from finsam.validation.rules import BY_ID
from finsam.validation.subjects.board import last_day_to_announce

_AUDIT_KNOWN: Final = date(2020, 1, 1)
"""The first day on which the wordings of 25, 26 and 28 §§ are known."""

_ACCOUNTS_KNOWN: Final = 2019
"""The first financial year of which the wording of 24 § is known."""

_FIRST_DAY: Final = date(2004, 1, 1)
_DAY: Final = timedelta(days=1)
_SEVERAL: Final = 2


@st.composite
def lawful_economy(
    draw: st.DrawFn, keys: list[str], formed: date | None, on: date, ordning: Forbundsordning
) -> Economy:
    """An economy that keeps 20–26 and 28 §§ on a day, with every fact known.

    Args:
        draw: given by hypothesis.
        keys: the members, all of them from before the year of the day.
        formed: the förbund's first day.
        on: the day of the question.
        ordning: the förbundsordning, with everything known that rules read.
    """
    recent = st.dates(max(formed or date.min, on - timedelta(days=300)), on)
    budgets = [draw(lawful_budgets(on.year))]
    if on > budget_day(on.year + 1) or draw(st.booleans()):
        budgets.append(draw(lawful_budgets(on.year + 1)))
    spending = st.builds(
        Spending, decided=recent, amount=amounts(), financing_stated=st.just(value=True)
    )
    commitments = st.builds(
        Commitment,
        kind=st.sampled_from(["credit", "loan"]),
        entered=recent,
        amount=amounts(),
        customary=st.just(value=True),
        within_forbundsordning=st.just(value=True),
    )
    kommuner = [key for key in keys if key.startswith("kommun:")]
    return Economy(
        archive_authorities=(draw(st.sampled_from(kommuner)),),
        economy_guidelines=True,
        asset_guidelines=True,
        budgets=tuple(budgets),
        spending=draw(some(spending)),
        commitments=draw(some(commitments)),
        annual_reports=(draw(lawful_reports(on.year - 1)),),
        auditors=draw(_lawful_auditors(keys, formed, on, ordning)),
        audits=draw(st.just(()) | lawful_audits(keys, formed, on).map(lambda audit: (audit,))),
        appeals=draw(some(_lawful_appeals(recent))),
    )


@st.composite
def lawful_budgets(draw: st.DrawFn, year: int) -> Budget:
    """Budgets of a year that the board adopted in time."""
    due = budget_day(year)
    adopted = due - timedelta(days=draw(st.integers(0, 40)))
    announced = adopted - timedelta(days=draw(st.integers(0, 30)))
    costs = draw(amounts(most=10**9))
    return Budget(
        year=year,
        adopted=adopted,
        adopted_by="styrelsen",
        members_consulted=True,
        activity_plan=True,
        financing=True,
        expected_position=True,
        financial_goals=True,
        plan_first_year=year,
        plan_years=draw(st.integers(3, 5)),
        income=costs + draw(st.integers(1, 10**6)),
        costs=costs,
        announced=announced,
        on_website=True,
        on_website_from=announced - timedelta(days=draw(st.integers(0, 10))),
    )


@st.composite
def lawful_reports(draw: st.DrawFn, year: int) -> AnnualReport:
    """Årsredovisningar of a year, mostly a calendar year, drawn up in time."""
    broken = st.sampled_from([date(year, 6, 30), date(year, 9, 30), date(year, 4, 30)])
    always: st.SearchStrategy[date | None] = st.none()
    year_end = draw(always | always | always | broken)
    ended = year_end or date(year, 12, 31)
    return AnnualReport(
        year=year,
        year_end=year_end,
        drawn_up=draw(st.dates(ended, annual_report_day(ended))),
        accounting_act="2018:597",
    )


@st.composite
def _lawful_auditors(
    draw: st.DrawFn, keys: list[str], formed: date | None, on: date, ordning: Forbundsordning
) -> tuple[Auditor, ...]:
    """One for the two agencies, one for each of the others or, where agreed, joint ones."""
    if formed is not None and on.year <= formed.year + 1:
        # A new förbund has had its auditors from the start.
        appointed = formed
    else:
        appointed = draw(st.dates(max(formed or date.min, on - timedelta(days=300)), on))
    local = [key for key in keys if key not in STATE]
    groups = [[key] for key in local]
    agreed = ordning.joint_auditors and (ordning.applies_from or date.min) <= appointed
    if agreed and draw(st.booleans()):
        groups = [local]
    agencies = tuple(key for key in STATE if key in keys)
    state = Auditor(
        for_members=agencies,
        appointed_by="forsakringskassan",
        appointed=appointed,
        eligible=True,
        paid_by="forbundet",
    )
    return (state, *(_local_auditor(tuple(group), appointed) for group in groups))


def in_office(appointed: date) -> date:
    """The day, or that before the election if the newly elected had not taken office on it."""
    if is_after_election(appointed):
        first = new_fullmaktige_from(appointed.year)
        if first is not None and appointed < first:
            return election_day(appointed.year) - _DAY
    return appointed


def _local_auditor(members: tuple[str, ...], appointed: date) -> Auditor:
    return Auditor(
        for_members=members,
        appointed_by="fullmaktige",
        appointed=in_office(appointed),
        by_newly_elected=True,
        eligible=True,
        paid_by="forbundet",
    )


@st.composite
def lawful_audits(draw: st.DrawFn, keys: list[str], formed: date | None, on: date) -> Audit:
    """Audits of the year before, reported on the day or before it, and decided on by everybody."""
    first = max(formed or date.min, date(on.year, 1, 1))
    reported = draw(st.dates(first, on))
    local = [key for key in keys if key not in STATE]
    within = st.integers(0, 2).map(lambda by: reported + timedelta(days=by))
    return Audit(
        year=on.year - 1,
        reported=reported,
        recommends=draw(st.sampled_from(["discharge", "refusal"])),
        sent_to_board=True,
        sent_to=tuple(MemberDay(member=key) for key in {**dict.fromkeys(keys), STATE[1]: None}),
        minutes_adjusted=reported,
        minutes_announced=tuple(MemberDay(member=key, day=draw(within)) for key in local),
        discharge=tuple(
            Discharge(member=key, granted=draw(st.booleans())) for key in keys if key != STATE[1]
        ),
    )


@st.composite
def _lawful_appeals(draw: st.DrawFn, recent: st.SearchStrategy[date]) -> Appeal:
    announced = draw(recent)
    received = announced + timedelta(days=draw(st.integers(0, 21)))
    return Appeal(announced=announced, received=received, by="kommun_or_region_member")


ForDay = Callable[[date], st.SearchStrategy[Forbund]]
"""What makes förbund for a day."""

_Way = Callable[[st.DrawFn, Forbund, date], Forbund]


def _economy(base: Forbund) -> Economy:
    return base.economy or Economy()


def _with(base: Forbund, **changes: object) -> Forbund:
    return base.replace(economy=_economy(base).replace(**changes))


def _plus(base: Forbund, name: str, item: object) -> Forbund:
    return _with(base, **{name: (*(getattr(_economy(base), name) or ()), item)})


def _instead(base: Forbund, name: str, item: Budget | AnnualReport | Audit) -> Forbund:
    """The item in place of that of the same year, if there is one."""
    rest = [each for each in getattr(_economy(base), name) or () if each.year != item.year]
    return _with(base, **{name: (*rest, item)})


def _ordning(base: Forbund, **changes: object) -> Forbund:
    """The förbundsordningar, changed alike."""
    ordningar = base.forbundsordningar or ()
    return base.replace(forbundsordningar=tuple(each.replace(**changes) for each in ordningar))


def _keys(base: Forbund, kind: str = "") -> list[str]:
    keys = [str(member.actor) for member in base.members]
    return [key for key in keys if key.startswith(kind)]


def _strangers(base: Forbund) -> st.SearchStrategy[str]:
    mine = _keys(base, "kommun:")
    return st.sampled_from([key for key in KOMMUNER_IN_REGIONS if key not in mine])


def _archive(draw: st.DrawFn, base: Forbund, on: date) -> Forbund:  # noqa: ARG001  every way alike
    """That of a kommun that is no member, alone or beside a member's."""
    outsider = draw(_strangers(base))
    mine = _keys(base, "kommun:")[0]
    return _with(base, archive_authorities=draw(st.sampled_from([(outsider,), (mine, outsider)])))


def _budget(*ways: Mapping[str, object] | Callable[[Budget], Mapping[str, object]]) -> _Way:
    """A budget for the next year, lawful but for one of these."""

    def build(draw: st.DrawFn, base: Forbund, on: date) -> Forbund:
        budget = draw(lawful_budgets(on.year + 1))
        way = draw(st.sampled_from(ways))
        changes = way if isinstance(way, Mapping) else way(budget)
        return _instead(base, "budgets", budget.replace(**changes))

    return build


def _announced(draw: st.DrawFn, base: Forbund, on: date) -> Forbund:
    """A budget whose proposal was on the website later than its meeting was announced, or never."""
    budget = draw(lawful_budgets(on.year + 1))
    announced = min(budget.announced or on, on)
    later = announced + timedelta(days=draw(st.integers(1, 90)))
    never: Mapping[str, object] = {"on_website": False, "on_website_from": None}
    changes = draw(st.sampled_from([never, {"on_website_from": later}]))
    return _instead(base, "budgets", budget.replace(announced=announced, **changes))


def _announced_in_time(draw: st.DrawFn, base: Forbund, on: date) -> Forbund:
    """A budget whose meeting has been announced, and its proposal on the website before that."""
    budget = draw(lawful_budgets(on.year + 1))
    announced = min(budget.announced or on, on)
    since = announced - timedelta(days=draw(st.integers(0, 10)))
    return _instead(base, "budgets", budget.replace(announced=announced, on_website_from=since))


def _late_budget(draw: st.DrawFn, base: Forbund, on: date) -> Forbund:
    """None for the year of the day, or one for the next that is adopted in December."""
    if draw(st.booleans()):
        kept = [each for each in _economy(base).budgets or () if each.year != on.year]
        return _with(base, budgets=tuple(kept))
    budget = draw(lawful_budgets(on.year + 1))
    late = next_weekday(budget_day(on.year + 1)) + timedelta(days=draw(st.integers(1, 300)))
    return _instead(base, "budgets", budget.replace(adopted=late))


def _adopted_by(draw: st.DrawFn, base: Forbund, on: date) -> Forbund:
    budget = draw(lawful_budgets(on.year + 1))
    others = ["other", "members"] if base.formed else ["other"]
    return _instead(base, "budgets", budget.replace(adopted_by=draw(st.sampled_from(others))))


def _first_budget(draw: st.DrawFn, base: Forbund, on: date) -> Forbund:  # noqa: ARG001
    """Somebody else than the members adopted the budget of the year in which it was formed."""
    formed = base.formed or _FIRST_DAY
    budget = draw(lawful_budgets(formed.year))
    by = draw(st.sampled_from(["styrelsen", "other"]))
    return _instead(base, "budgets", budget.replace(adopted=formed, adopted_by=by))


def _newly_formed(base: Forbund, formed: date) -> Forbund:
    """Formed on a day, with auditors that were appointed then; of its order nothing is known."""
    auditors = _economy(base).auditors
    if auditors is not None:
        auditors = tuple(each.replace(appointed=formed) for each in auditors)
    new = base.replace(formed=formed, forbundsordningar=None, board=None)
    return _with(new, auditors=auditors)


def _young(draw: st.DrawFn, base: Forbund, on: date) -> Forbund:
    """Formed some weeks ago, but after the last day for the budget of the year."""
    first = max(on - timedelta(days=60), budget_day(on.year) + _DAY)
    formed = draw(st.dates(first, on - timedelta(days=8)))
    budgets = []
    for year in (on.year, on.year + 1):
        budget = draw(lawful_budgets(year))
        if budget_day(year) < formed:
            theirs = {"adopted_by": "members", "announced": formed, "on_website_from": formed}
            budget = budget.replace(adopted=formed, **theirs)
        budgets.append(budget)
    # What was done before the formation was done by nobody.
    no_audits = () if base.economy and base.economy.audits else None
    return _with(
        _newly_formed(base, formed), budgets=tuple(budgets), annual_reports=None, audits=no_audits
    )


def _no_first_budget(draw: st.DrawFn, base: Forbund, on: date) -> Forbund:
    """The members adopted none when the förbund was formed."""
    young = _young(draw, base, on)
    kept = [each for each in _economy(young).budgets or () if each.adopted_by == "styrelsen"]
    return _with(young, budgets=tuple(kept))


def _young_with_auditors(draw: st.DrawFn, base: Forbund, on: date) -> Forbund:
    """Formed lately, with everybody's auditors from the start."""
    formed = draw(st.dates(max(on - timedelta(days=60), _AUDIT_KNOWN), on))
    return _with(_newly_formed(base, formed), budgets=None, annual_reports=None, audits=None)


def _added(name: str, build: Callable[[date], st.SearchStrategy[object]]) -> _Way:
    return lambda draw, base, on: _plus(base, name, draw(build(on)))


def _commitment(**facts: object) -> _Way:
    return _added(
        "commitments",
        lambda on: amounts().map(
            lambda amount: Commitment.model_validate({"entered": on, "amount": amount, **facts})
        ),
    )


def _not_customary(draw: st.DrawFn, base: Forbund, on: date) -> Forbund:
    kind = draw(st.sampled_from(["credit", "loan"]))
    return _commitment(kind=kind, customary=False, within_forbundsordning=draw(st.booleans()))(
        draw, base, on
    )


def _beyond(draw: st.DrawFn, base: Forbund, on: date) -> Forbund:
    kind = draw(st.sampled_from(["credit", "loan"]))
    ordningar = [
        each.replace(covers=(each.covers or PointsCovered()).replace(credit_limits=True))
        for each in base.forbundsordningar or ()
    ]
    limited = base.replace(forbundsordningar=tuple(ordningar))
    return _commitment(kind=kind, customary=True, within_forbundsordning=False)(draw, limited, on)


def _late_report(draw: st.DrawFn, base: Forbund, on: date) -> Forbund:
    """A report after its day, or none."""
    due = annual_report_day(date(on.year - 1, 12, 31))
    old = base.formed is None or base.formed.year < on.year - 1
    if old and on > next_weekday(due) and on.year > 2019 and draw(st.booleans()):
        return _with(base, annual_reports=())
    report = draw(lawful_reports(on.year)).replace(year_end=None)
    late = next_weekday(annual_report_day(date(on.year, 12, 31))) + timedelta(
        days=draw(st.integers(1, 300))
    )
    return _instead(base, "annual_reports", report.replace(drawn_up=late))


def _other_act(draw: st.DrawFn, base: Forbund, on: date) -> Forbund:
    report = draw(lawful_reports(on.year)).replace(year_end=None)
    act = draw(st.sampled_from(["older", "other"]))
    return _instead(base, "annual_reports", report.replace(accounting_act=act))


def _no_auditor(draw: st.DrawFn, base: Forbund, on: date) -> Forbund:  # noqa: ARG001
    """One of those who formed the förbund never had any."""
    auditors = list(_economy(base).auditors or ())
    del auditors[draw(st.integers(0, len(auditors) - 1))]
    return _with(base, auditors=tuple(auditors))


def _state_auditors(draw: st.DrawFn, base: Forbund, on: date) -> Forbund:  # noqa: ARG001
    """An auditor each, or two together."""
    state, *local = _economy(base).auditors or ()
    if draw(st.booleans()):
        both = [state, state]
    else:
        both = [state.replace(for_members=(key,)) for key in state.for_members]
    return _with(base, auditors=(*both, *local))


def _one_more_auditor(
    facts: Callable[[st.DrawFn], Mapping[str, object]],
) -> _Way:
    """An auditor of one kommun or region beside its own, lawful but for these facts."""

    def build(draw: st.DrawFn, base: Forbund, on: date) -> Forbund:
        local = draw(st.sampled_from([*_keys(base, "kommun:"), *_keys(base, "region:")]))
        extra = _local_auditor((local,), max(on, _AUDIT_KNOWN))
        return _plus(base, "auditors", extra.replace(**facts(draw)))

    return build


def _wrong_body(draw: st.DrawFn) -> Mapping[str, object]:
    """A kommun's board appointed, or fullmäktige the state's auditor, who has yet to begin."""
    bodies = ["styrelse", "namnd", "arbetsformedlingen", "other"]
    if draw(st.booleans()):
        return {"appointed_by": draw(st.sampled_from([*bodies, "forsakringskassan"]))}
    return {
        "for_members": STATE,
        "appointed_by": draw(st.sampled_from([*bodies, "fullmaktige"])),
        "start": date.max,
    }


def _joint(draw: st.DrawFn, base: Forbund, on: date) -> Forbund:
    """Joint auditors where the förbundsordning knows none, or one with the state."""
    local = tuple(key for key in _keys(base) if key not in STATE)
    extra = _local_auditor(local, max(on, _AUDIT_KNOWN)).replace(start=date.max)
    if len(local) < _SEVERAL or draw(st.booleans()):
        both = extra.replace(for_members=("forsakringskassan", *local))
        return _plus(base, "auditors", both)
    state, *others = _economy(base).auditors or ()
    appointed = others[0].appointed or on
    own = [_local_auditor((key,), appointed) for key in local]
    return _ordning(_with(base, auditors=(state, *own, extra)), joint_auditors=False)


def _by_old(draw: st.DrawFn) -> Mapping[str, object]:
    year = draw(st.sampled_from([2022, 2026, 2030]))
    return {
        "by_newly_elected": False,
        "appointed": draw(st.dates(date(year, 10, 15), date(year, 12, 31))),
        "start": draw(st.dates(date(year + 1, 1, 1), date(year + 1, 12, 31))),
    }


def _appointed_late(draw: st.DrawFn, base: Forbund, on: date) -> Forbund:
    """A förbund that is formed on the day, and an auditor who was not there yet."""
    new = _newly_formed(base, on)
    years = [year for year in (on.year, on.year + 1) if budget_day(year) < on]
    firsts = [
        draw(lawful_budgets(year)).replace(adopted=on, adopted_by="members") for year in years
    ]
    auditors = list(_economy(new).auditors or ())
    late = draw(st.integers(0, len(auditors) - 1))
    auditors[late] = auditors[late].replace(appointed=on + timedelta(days=draw(st.integers(1, 90))))
    return _with(new, auditors=tuple(auditors), budgets=tuple(firsts))


def _wrong_payer(draw: st.DrawFn, base: Forbund, on: date) -> Forbund:
    """An outsider pays; or a member where the förbund should, or the reverse."""
    by_members = draw(st.booleans())
    paid = [
        each.replace(paid_by=each.for_members[0] if by_members else "forbundet")
        for each in _economy(base).auditors or ()
    ]
    order = "members" if by_members else "forbundet"
    base = _ordning(_with(base, auditors=tuple(paid)), auditors_paid_by=order)
    kommun = draw(st.sampled_from(_keys(base, "kommun:")))
    extra = _local_auditor((kommun,), max(on, _AUDIT_KNOWN)).replace(start=date.max)
    if draw(st.booleans()):
        extra = extra.replace(for_members=STATE, appointed_by="forsakringskassan")
    wrong = ["forbundet"] if by_members else [kommun, "forsakringskassan"]
    if by_members and extra.for_members == STATE:
        wrong.append(kommun)
    payer = draw(external_actors() | st.sampled_from(wrong))
    return _plus(base, "auditors", extra.replace(paid_by=payer))


def _audit(facts: Callable[[st.DrawFn, Audit], Mapping[str, object]]) -> _Way:
    """An audit that was reported on the day, lawful but for these facts."""

    def build(draw: st.DrawFn, base: Forbund, on: date) -> Forbund:
        audit = draw(lawful_audits(_keys(base), on, on))
        return _instead(base, "audits", audit.replace(**facts(draw, audit)))

    return build


def _not_announced(draw: st.DrawFn, audit: Audit) -> Mapping[str, object]:
    """One announced after the second day, or not at all though that has passed."""
    adjusted = (audit.minutes_adjusted or date.min) - timedelta(days=12)
    announced = [each.replace(day=adjusted) for each in audit.minutes_announced or ()]
    number = draw(st.integers(0, len(announced) - 1))
    if draw(st.booleans()):
        late = last_day_to_announce(adjusted) + timedelta(days=draw(st.integers(1, 90)))
        announced[number] = announced[number].replace(day=late)
    else:
        del announced[number]
    return {"minutes_adjusted": adjusted, "minutes_announced": tuple(announced)}


def _left_early(draw: st.DrawFn, base: Forbund, on: date) -> Forbund:
    """A member that left before the years with contributions, or one that is to leave."""
    base = _ordning(base, notice_months=draw(st.integers(12, 48).map(lambda m: min(m, 36))))
    formed = base.formed or date.min
    first_year = min((given.year for given in base.contributions or ()), default=on.year)
    before_all = date(first_year - 1, 12, 31)
    notice_before = timedelta(days=draw(st.integers(0, 300)))
    if formed <= before_all and draw(st.booleans()):
        # Of a time before the förbund there is no förbundsordning.
        notice = max(before_all - notice_before, formed)
        gone = Member(actor=draw(_strangers(base)), left=before_all, notice_given=notice)
        # It may have had to adopt the förbundsordning, and minutes are announced with it, too.
        board = base.board and base.board.replace(meetings=())
        founding = _ordning(base, adopted=None).forbundsordningar or ()
        return base.replace(
            members=(*base.members, gone), board=board, forbundsordningar=founding[:1]
        )
    left = date(on.year + 1, 12, 31)
    members = list(base.members)
    number = draw(st.integers(0, len(members) - 1))
    members[number] = members[number].replace(left=left, notice_given=left - notice_before)
    return base.replace(members=tuple(members))


def _appealed(draw: st.DrawFn, base: Forbund, on: date) -> Forbund:
    return _plus(base, "appeals", draw(_lawful_appeals(st.just(on))))


_WAYS: Final[Mapping[str, _Way]] = {
    "FINSAM-20-1": _archive,
    "FINSAM-21-1": _budget(
        {"financing": False},
        {"expected_position": False},
        {"financial_goals": False},
        {"activity_plan": False},
    ),
    "FINSAM-21-2": _budget(
        {"plan_years": 0},
        {"plan_years": 2},
        lambda budget: {"plan_first_year": budget.year - 1},
    ),
    "FINSAM-21-5": _announced,
    "FINSAM-21-6": _added(
        "spending", lambda on: st.just(Spending(decided=on, financing_stated=False))
    ),
    "FINSAM-21-7": _commitment(kind="pledge"),
    "FINSAM-21-8": _commitment(kind="borgen"),
    "FINSAM-21-9": _not_customary,
    "FINSAM-21-10": _beyond,
    "FINSAM-23-1": _late_budget,
    "FINSAM-23-2": _budget({"members_consulted": False}),
    "FINSAM-23-3": _adopted_by,
    "FINSAM-23-4": lambda draw, base, on: draw(st.sampled_from([_first_budget, _no_first_budget]))(
        draw, base, on
    ),
    "FINSAM-24-1": _late_report,
    "FINSAM-24-2": _other_act,
    "FINSAM-25-1": _no_auditor,
    "FINSAM-25-2": _state_auditors,
    "FINSAM-25-3": _one_more_auditor(_wrong_body),
    "FINSAM-25-4": _joint,
    "FINSAM-25-5": _one_more_auditor(lambda _draw: {"eligible": False}),
    "FINSAM-25-6": _one_more_auditor(_by_old),
    "FINSAM-25-7": _appointed_late,
    "FINSAM-25-8": _wrong_payer,
    "FINSAM-26-2": _audit(lambda _draw, _audit: {"recommends": "nothing"}),
    "FINSAM-26-3": _audit(_not_announced),
    "FINSAM-27-1": lambda draw, base, _on: _ordning(
        base, notice_months=draw(st.integers(LONGEST_NOTICE + 1, 1200))
    ),
    "FINSAM-27-2": _left_early,
}


def _agreed_on(draw: st.DrawFn, base: Forbund, on: date) -> Forbund:  # noqa: ARG001
    """Kommuner and regioner have joint auditors, by their förbundsordning."""
    local = tuple(key for key in _keys(base) if key not in STATE)
    state, *_ = _economy(base).auditors or ()
    auditors = (state, _local_auditor(local, state.appointed or on))
    return _ordning(_with(base, auditors=auditors), joint_auditors=True)


def _after_election(draw: st.DrawFn) -> Mapping[str, object]:
    return {**_by_old(draw), "by_newly_elected": True}


def _handed_over(draw: st.DrawFn, base: Forbund, on: date) -> Forbund:
    """The audit of the year before last is reported, handed over and announced long since."""
    reported = max(on - timedelta(days=60), _AUDIT_KNOWN)
    audit = draw(lawful_audits(_keys(base), reported, reported))
    return _instead(base, "audits", audit.replace(reported=reported))


def _not_discharged(draw: st.DrawFn, base: Forbund, on: date) -> Forbund:
    """Some members have yet to decide on ansvarsfrihet, the day after the report or later."""
    reported = max(on - timedelta(days=draw(st.integers(1, 60))), _AUDIT_KNOWN)
    audit = draw(lawful_audits(_keys(base), reported, reported))
    decided = audit.discharge or ()
    left = decided[draw(st.integers(1, len(decided))) :]
    return _instead(base, "audits", audit.replace(reported=reported, discharge=left))


def _reported_before(draw: st.DrawFn, base: Forbund, on: date) -> Forbund:
    """The årsredovisning of a year whose day for it has passed."""
    report = draw(lawful_reports(max(on.year - 2, _ACCOUNTS_KNOWN))).replace(year_end=None)
    return _instead(base, "annual_reports", report)


def _leaving_lawfully(draw: st.DrawFn, base: Forbund, on: date) -> Forbund:
    """A member is to leave after a time of notice that is ordered, and shorter than three years."""
    months = draw(st.integers(0, 12))
    left = date(on.year + 1, 12, 31)
    members = list(base.members)
    number = draw(st.integers(0, len(members) - 1))
    notice = left - timedelta(days=draw(st.integers(370, 390)))
    members[number] = members[number].replace(left=left, notice_given=notice)
    return _ordning(base, notice_months=months).replace(members=tuple(members))


_TO_ASK: Final[Mapping[str, _Way]] = {
    **{f"FINSAM-21-{number}": _budget({}) for number in (1, 2, 11)},
    "FINSAM-21-5": _announced_in_time,
    "FINSAM-21-6": _added(
        "spending", lambda on: st.just(Spending(decided=on, financing_stated=True))
    ),
    **{
        f"FINSAM-21-{number}": _commitment(
            kind="credit", customary=True, within_forbundsordning=True
        )
        for number in (9, 10)
    },
    "FINSAM-23-1": _young,
    "FINSAM-23-2": _budget({}),
    "FINSAM-23-3": _young,
    "FINSAM-23-4": _young,
    "FINSAM-24-1": _reported_before,
    "FINSAM-24-2": lambda draw, base, on: _instead(
        base, "annual_reports", draw(lawful_reports(on.year)).replace(year_end=None)
    ),
    "FINSAM-25-6": _one_more_auditor(_after_election),
    "FINSAM-25-7": _young_with_auditors,
    "FINSAM-26-1": _handed_over,
    "FINSAM-26-2": _handed_over,
    "FINSAM-26-3": _handed_over,
    "FINSAM-26-4": _not_discharged,
    "FINSAM-27-2": _leaving_lawfully,
    "FINSAM-28-1": _appealed,
    "FINSAM-28-2": _appealed,
}
"""What has the facts without which a rule is open, where little that is lawful has; all lawful."""


def economy_breaches(lawful: Callable[..., st.SearchStrategy[Forbund]]) -> Mapping[str, ForDay]:
    """The rules of 20–28 §§ that can be broken on their own, and how.

    Args:
        lawful: what makes the lawful förbund that are then changed, given a day and what must be
            known of them.
    """
    return _each(_WAYS, lawful)


def economy_to_ask(lawful: Callable[..., st.SearchStrategy[Forbund]]) -> Mapping[str, ForDay]:
    """The rules of 20–28 §§ for which little that is lawful has the facts, and what has.

    Args:
        lawful: as for :func:`economy_breaches`.
    """
    several = partial(lawful, gotland_alone=False)
    return {**_each(_TO_ASK, lawful), **_each({"FINSAM-25-4": _agreed_on}, several)}


def _each(
    ways: Mapping[str, _Way], lawful: Callable[..., st.SearchStrategy[Forbund]]
) -> Mapping[str, ForDay]:
    def changed(rule: str, way: _Way) -> ForDay:
        # What is asked of the economy as a whole, the way itself puts there.
        known = {"members", *BY_ID[rule].needs} - {"economy"}

        @st.composite
        def build(draw: st.DrawFn, on: date) -> Forbund:
            return way(draw, draw(lawful(on, *sorted(known))), on)

        return build

    return {rule: changed(rule, way) for rule, way in ways.items()}
