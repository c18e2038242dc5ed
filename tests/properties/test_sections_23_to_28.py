"""23–28 §§: budget, årsredovisning, audit, exit and appeal, against another reckoning."""

from datetime import date, timedelta
from functools import partial

import asking
import pytest
from asking import FLAGS, LOCAL, MEMBERS, STATE
from hypothesis import given
from hypothesis import strategies as st

from finsam import Citation, Verdict

ON = date(2026, 8, 1)
asked = partial(asking.asked, on=ON, formed="2005-12-01")
DAYS = st.dates(date(2024, 1, 1), date(2028, 12, 31))


class TestBudget:
    """The board adopts the budget of a year by 30 November of the year before."""

    @given(DAYS, st.integers(2025, 2028))
    def test_it_is_in_time_or_late_whenever_it_is_asked(self, adopted: date, year: int) -> None:
        budget = {"year": year, "adopted": adopted, "adopted_by": "styrelsen"}
        found = asked("FINSAM-23-1", economy={"budgets": [budget]})
        (reported,) = [f for f in found if f.facts["year"] == year]
        due = date(year - 1, 11, 30)
        if adopted <= due:
            assert reported.verdict is Verdict.PASS
        elif due.weekday() > 4 and adopted <= due + timedelta(days=7 - due.weekday()):
            assert (reported.verdict, reported.why) == (Verdict.REVIEW, "next_weekday")
        else:
            assert (reported.verdict, reported.why) == (Verdict.FAIL, "late")
            assert reported.facts["days"] == (adopted - due).days

    @given(DAYS, st.integers(2025, 2028), st.booleans())
    def test_the_budget_of_one_year_says_nothing_of_another(
        self, on: date, year: int, complete: bool
    ) -> None:
        budget = {"year": year, "adopted": date(year - 1, 11, 1), "adopted_by": "styrelsen"}
        economy = {"budgets": [budget]}
        found = asked("FINSAM-23-1", on=on, economy=economy, complete=["all"] * complete)
        for reported in found:
            if reported.facts["year"] == year:
                assert reported.verdict is Verdict.PASS
            else:
                due = "not_adopted" if complete else "not_listed"
                assert reported.why in {due, "not_due"}
                assert reported.missing == (
                    (("economy", "budgets"),) if reported.why == "not_listed" else ()
                )

    @given(DAYS)
    def test_without_one_this_year_is_late_and_the_next_from_december(self, on: date) -> None:
        this, following = asked("FINSAM-23-1", on=on, economy={"budgets": []})
        assert (this.facts["year"], this.why) == (on.year, "not_adopted")
        # When 30 November is a Saturday or a Sunday, the weekday after it is left.
        last = date(on.year, 11, 30)
        last += timedelta(days={5: 2, 6: 1}.get(last.weekday(), 0))
        assert following.facts["year"] == on.year + 1
        assert following.why == ("not_adopted" if on > last else "not_due")

    @given(st.dates(date(2024, 1, 1), date(2026, 8, 1)))
    def test_a_new_forbunds_first_is_its_members(self, formed: date) -> None:
        budgets = [
            {"year": year, "adopted": formed, "adopted_by": "members"}
            for year in (2026, 2025, 2024)
        ]
        found = asked("FINSAM-23-4", economy={"budgets": budgets}, formed=formed)
        first = {f.facts["year"] for f in found if f.verdict is Verdict.PASS}
        # What the members adopted when they formed it is its first; what lay before it is nobody's.
        assert first == {year for year in (2024, 2025, 2026) if year >= formed.year}


class TestAnnualReport:
    """The årsredovisning is drawn up within three months of the end of the financial year."""

    @given(st.dates(date(2020, 1, 1), date(2025, 12, 31)), st.integers(-30, 200))
    def test_three_months_hold_between_89_and_92_days(self, year_end: date, later: int) -> None:
        report = {"year": year_end.year, "year_end": year_end, "accounting_act": "2018:597"}
        report["drawn_up"] = year_end + timedelta(days=later)
        found = asked("FINSAM-24-1", economy={"annual_reports": [report]})
        (reported,) = [f for f in found if f.loc[2:3] == (0,)]
        if later < 89:
            assert reported.verdict is Verdict.PASS
        elif later > 97:
            # Five days off in a row are the most that there are.
            assert reported.verdict is Verdict.FAIL
        due = reported.facts["due"]
        assert isinstance(due, date)
        assert 89 <= (due - year_end).days <= 92


class TestAuditors:
    """An auditor audits on every member's account."""

    @given(st.sets(st.sampled_from(MEMBERS)), st.booleans())
    def test_those_without_are_named_and_no_others(self, audited: set[str], complete: bool) -> None:
        economy = {"auditors": [{"for_members": [key]} for key in sorted(audited)]}
        (reported,) = asked("FINSAM-25-1", economy=economy, complete=["all"] * complete)
        without = tuple(sorted(set(MEMBERS) - audited))
        if without:
            is_known = complete or not audited
            assert reported.verdict is (Verdict.FAIL if is_known else Verdict.OPEN)
            assert reported.facts["members"] == without
        else:
            assert reported.verdict is Verdict.PASS

    @given(
        st.sampled_from(["forbundet", "members", None]),
        st.sampled_from([*MEMBERS, "forbundet", None]),
        st.sampled_from([STATE, LOCAL[:1]]),
    )
    def test_who_pays(self, order: str | None, payer: str | None, whom: list[str]) -> None:
        auditor = {"for_members": whom, "appointed": "2025-01-01", "paid_by": payer}
        (reported,) = asked(
            "FINSAM-25-8",
            economy={"auditors": [auditor]},
            forbundsordningar=[{"auditors_paid_by": order}],
        )
        by_order = {"forbundet": ["forbundet"]}
        by_order["members"] = ["forsakringskassan"] if whom == STATE else MEMBERS
        allowed = [payer in by_order[each] for each in ([order] if order else by_order)]
        if payer is None or (True in allowed and False in allowed):
            assert reported.verdict is Verdict.OPEN
        else:
            assert reported.verdict is (Verdict.PASS if allowed[0] else Verdict.FAIL)

    @given(
        st.none() | st.sampled_from(["fullmaktige", *STATE, "styrelse", "namnd", "other"]),
        st.sets(st.sampled_from(MEMBERS), min_size=1),
    )
    def test_who_appoints(self, by: str | None, whom: set[str]) -> None:
        auditor = {"for_members": sorted(whom), "appointed": "2025-01-01", "appointed_by": by}
        (reported,) = asked("FINSAM-25-3", economy={"auditors": [auditor]})
        allowed = {"fullmaktige"} if whom & {*LOCAL} else set()
        allowed |= {"forsakringskassan"} if whom & {*STATE} else set()
        of_state = reported.citation == Citation("25", stycke=1, mening=2)
        if by is None:
            assert reported.verdict is Verdict.OPEN
        elif by in allowed:
            assert reported.verdict is Verdict.PASS
        else:
            assert reported.verdict is Verdict.FAIL
            assert of_state == bool(whom & {*STATE})

    @given(st.sets(st.sampled_from(MEMBERS), min_size=1), FLAGS, st.booleans())
    def test_who_may_share_one(self, whom: set[str], joint: bool | None, complete: bool) -> None:
        auditor = {"for_members": sorted(whom), "appointed": "2025-01-01"}
        (reported,) = asked(
            "FINSAM-25-4",
            economy={"auditors": [auditor]},
            forbundsordningar=[{"joint_auditors": joint}],
            complete=["all"] * complete,
        )
        of_state, of_others = whom & {*STATE}, whom & {*LOCAL}
        if of_state and of_others:
            assert reported.why == "with_the_state"
        elif len(of_others) < 2:
            assert reported.why == "own_auditor"
        elif joint is None or not complete:
            assert reported.verdict is Verdict.OPEN
        else:
            assert reported.why == ("as_asked" if joint else "not_agreed")


class TestAudit:
    """The report goes to the board and the members; the auditors' minutes are announced."""

    @given(st.sets(st.sampled_from(MEMBERS)), st.booleans(), st.booleans())
    def test_who_did_not_get_it_is_named(self, got: set[str], board: bool, complete: bool) -> None:
        audit = {"year": 2025, "reported": "2026-04-01", "sent_to_board": board}
        audit["sent_to"] = [{"member": key} for key in sorted(got)]
        found = asked("FINSAM-26-1", economy={"audits": [audit]}, complete=["all"] * complete)
        reported = {f.why: f.facts.get("members") for f in found if f.verdict is not Verdict.PASS}
        without = tuple(sorted(set(MEMBERS) - got))
        expected: dict[str, object] = {} if board else {"not_to_board": None}
        why = "not_to_members" if complete or not got else "not_listed"
        assert reported == expected | ({why: without} if without else {})
        assert Verdict.FAIL not in {f.verdict for f in found}

    @given(
        st.lists(st.none() | st.sets(st.sampled_from(MEMBERS)), min_size=1, max_size=2),
        st.none() | st.integers(-90, 1),
        st.booleans(),
    )
    def test_who_has_not_decided_on_discharge_is_named_and_is_no_breach(
        self, decided: list[set[str] | None], reported_on: int | None, complete: bool
    ) -> None:
        """There are one or two reports of the year, and each may tell of some decisions."""
        day = None if reported_on is None else ON + timedelta(days=reported_on)
        audits = [
            {
                "year": 2025,
                "reported": day,
                "discharge": None if some is None else [{"member": key} for key in sorted(some)],
            }
            for some in decided
        ]
        found = asked("FINSAM-26-4", economy={"audits": audits}, complete=["all"] * complete)
        everybody = set().union(*[some or set() for some in decided])
        without = tuple(sorted({*MEMBERS} - everybody - {"arbetsformedlingen"}))
        is_known = reported_on is not None and None not in decided
        for each in found:
            if not without:
                assert each.verdict is Verdict.PASS
            elif reported_on is not None and reported_on >= 0:
                assert each.why == "not_due"
            elif is_known and (complete or decided == [set()]):
                assert (each.verdict, each.facts["members"]) == (Verdict.REVIEW, without)
            else:
                assert each.verdict in {Verdict.OPEN, Verdict.REVIEW}
                assert is_known or each.verdict is Verdict.OPEN

    @given(st.lists(st.none() | st.integers(0, 5), min_size=3, max_size=3))
    def test_the_second_day_after_is_the_last(self, after: list[int | None]) -> None:
        announced = [
            {"member": key, "day": date(2026, 5, 5) + timedelta(days=by)}
            for key, by in zip(LOCAL, after, strict=True)
            if by is not None
        ]
        # There is no day off that week.
        audit = {"year": 2025, "reported": "2026-05-05", "minutes_adjusted": "2026-05-05"}
        audit["minutes_announced"] = announced
        found = asked("FINSAM-26-3", economy={"audits": [audit]})
        reported = {f.why: f.facts["members"] for f in found if f.verdict is Verdict.FAIL}
        each = dict(zip(LOCAL, after, strict=True))
        missed = tuple(sorted(key for key, by in each.items() if by is None))
        late = tuple(sorted(key for key, by in each.items() if by is not None and by > 2))
        expected = {"not_announced": missed, "announced_late": late}
        assert reported == {why: members for why, members in expected.items() if members}


class TestExit:
    """A member leaves when its time of notice, three years at the most, has run out."""

    @given(DAYS, st.integers(0, 60), st.integers(-3, 3))
    def test_the_last_day_may_be_the_day_before_it_runs_out(
        self, notice: date, months: int, off: int
    ) -> None:
        least = min(months, 36)
        year, month = divmod(notice.year * 12 + notice.month - 1 + least, 12)
        ends = next(
            date(year, month + 1, day)
            for day in range(notice.day, 0, -1)
            if day <= 28 or _is_day(year, month + 1, day)
        )
        left = ends + timedelta(days=off)
        leaving = {"actor": "kommun:2417", "notice_given": notice, "left": left}
        (reported,) = asked(
            "FINSAM-27-2",
            members=[*STATE, *LOCAL[:2], leaving],
            forbundsordningar=[{"notice_months": months}],
        )
        assert reported.verdict is (Verdict.PASS if off >= -1 else Verdict.FAIL)

    @given(st.integers(0, 1200))
    def test_no_longer_time_than_three_years_is_allowed(self, months: int) -> None:
        (reported,) = asked("FINSAM-27-1", forbundsordningar=[{"notice_months": months}])
        assert reported.verdict is (Verdict.PASS if months <= 36 else Verdict.FAIL)

    @pytest.mark.parametrize("gone", MEMBERS)
    def test_what_an_exit_leaves_is_what_3_would_say_on_the_day_after(self, gone: str) -> None:
        members = [{"actor": k, **({"left": ON} if k == gone else {})} for k in MEMBERS]
        (reported,) = asked("FINSAM-27-3", members=members)
        after = asked("FINSAM-3", members=members, on=ON + timedelta(days=1))
        fails = any(f.verdict is Verdict.FAIL for f in after)
        assert reported.verdict is (Verdict.REVIEW if fails else Verdict.PASS)


def _is_day(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


class TestAppeal:
    """An appeal comes in within three weeks of the announcement, which stays up all that time."""

    @given(DAYS, st.integers(0, 60), st.integers(0, 60))
    def test_time_does_not_run_out_without_the_announcement(
        self, announced: date, later: int, removed: int
    ) -> None:
        appeal = {
            "announced": announced,
            "received": announced + timedelta(days=later),
            "notice_removed": announced + timedelta(days=removed),
        }
        (reported,) = asked("FINSAM-28-2", economy={"appeals": [appeal]})
        if later <= 21 or removed <= 21:
            assert reported.verdict is Verdict.PASS
        elif later > 26 and removed > 26:
            assert (reported.verdict, reported.why) == (Verdict.NOT_APPLICABLE, "too_late")

    @given(DAYS, st.integers(0, 40))
    def test_three_weeks(self, announced: date, later: int) -> None:
        appeal = {"announced": announced, "received": announced + timedelta(days=later)}
        (reported,) = asked("FINSAM-28-2", economy={"appeals": [appeal]})
        if later <= 21:
            assert reported.verdict is Verdict.PASS
        elif later > 26:
            # It is no breach of the förbund's.
            assert (reported.verdict, reported.why) == (Verdict.NOT_APPLICABLE, "too_late")
