"""7 §, a class per sentence or point; each restated in its class's docstring."""

from datetime import date, timedelta
from typing import Any, Literal, get_args

from hypothesis import given
from hypothesis import strategies as st

from finsam import ExternalActor, Forbund, Insats, Member, Payment, Report, Verdict, check
from finsam.models.insats import Focus, OwnAct
from finsam.testing import actors, insatser

ON = date(2024, 6, 1)
MEMBERS = ("forsakringskassan", "arbetsformedlingen", "region:12", "kommun:1287", "kommun:1286")
OUTSIDER = ExternalActor(name="x", form="association")
BENEFITS = {"bus_pass", "mileage", "work_training_pay", "interpreter"}
FINANCING = {"grant", "start_up", "staff"}
WHAT = get_args(get_args(Payment.model_fields["what"].annotation)[0])
kinds = st.sampled_from(["individual", "structural"])
flags = st.sampled_from([True, False, None])
somebody = st.sampled_from([*MEMBERS, "forbundet", "kommun:0114", OUTSIDER]) | actors()
payments = st.lists(
    st.builds(Payment, to=somebody, what=st.none() | st.sampled_from(WHAT)), max_size=4
).map(tuple)


def report_on(insats: Insats, rule: str) -> Report:
    forbund = Forbund.model_validate({"name": "x", "members": MEMBERS, "insatser": (insats,)})
    return check(forbund, on=ON, rules=[rule])


def verdicts(insats: Insats, rule: str) -> list[Verdict]:
    return [finding.verdict for finding in report_on(insats, rule).findings]


def an_insats(kind: str, **facts: Any) -> Insats:  # noqa: ANN401  whatever an insats has
    return Insats.model_validate({"name": "", "kind": kind, "decided": ON, **facts})


def is_outside(actor: object) -> bool:
    return actor not in MEMBERS and actor != "forbundet"


class TestWithinTheirResponsibility:
    """It finances insatser that lie within the parties' joint responsibility (1 st. 3 p.)."""

    @given(kinds, flags)
    def test_it_is_as_the_document_says(self, kind: str, within: bool | None) -> None:
        verdict = {True: Verdict.PASS, False: Verdict.FAIL, None: Verdict.OPEN}[within]
        insats = an_insats(kind, within_joint_responsibility=within)
        assert verdicts(insats, "FINSAM-7-1") == [verdict]


class TestNobodyElseIsFinanced:
    """It finances what the parties do, and not other actors (1 st. 3 p.)."""

    @given(kinds, st.none() | payments)
    def test_each_payment_is_judged_by_who_gets_it_and_what_for(
        self, kind: str, paid: tuple[Payment, ...] | None
    ) -> None:
        expected = []
        for payment in paid or ():
            what = payment.what
            if payment.to in MEMBERS or what == "own_need":
                continue
            if payment.to == "forbundet" or what in BENEFITS:
                expected.append(Verdict.NOT_APPLICABLE)
            elif what is None:
                expected.append(Verdict.OPEN)
            elif what == "service" and kind == "individual":
                expected.append(Verdict.NOT_APPLICABLE)
            else:
                expected.append(Verdict.FAIL if what in FINANCING else Verdict.REVIEW)
        if paid is None:
            expected = [Verdict.OPEN]
        insats = an_insats(kind, payments=paid)
        assert verdicts(insats, "FINSAM-7-2") == (expected or [Verdict.PASS])

    @given(st.integers(-30, 30), st.integers(0, 60), st.integers(0, 60))
    def test_a_party_is_one_that_is_a_member_on_some_day_of_the_insats(
        self, joined: int, stays: int, lasts: int
    ) -> None:
        first = ON + timedelta(days=joined)
        member = Member(actor="kommun:0114", joined=first, left=first + timedelta(days=stays))
        paid = (Payment(to="kommun:0114", what="staff"),)
        end = ON + timedelta(days=lasts)
        insats = Insats(name="", kind="individual", decided=ON, end=end, payments=paid)
        forbund = Forbund(name="x", members=(member,), insatser=(insats,))
        [finding] = check(forbund, on=ON, rules=["FINSAM-7-2"]).findings
        together = first <= end and first + timedelta(days=stays) >= ON
        assert finding.verdict is (Verdict.PASS if together else Verdict.FAIL)


class TestThePartiesCarryItOut:
    """What is financed is carried out by the parties, by guidance (1 st. 3 p.)."""

    @given(
        kinds,
        st.none() | st.lists(somebody, max_size=3).map(tuple),
        st.none() | somebody,
        payments,
    )
    def test_each_that_carries_it_out_is_judged_by_who_stands_beside_it(
        self,
        kind: str,
        performers: tuple[str | ExternalActor, ...] | None,
        principal: str | ExternalActor | None,
        paid: tuple[Payment, ...],
    ) -> None:
        financed = [p.to for p in paid if is_outside(p.to) and p.what in {*FINANCING, "service"}]
        beside = principal in MEMBERS or any(one in MEMBERS for one in performers or ())
        expected = []
        for one in performers or ():
            if one == "forbundet":
                expected.append(Verdict.NOT_APPLICABLE)
            elif is_outside(one):
                if kind == "structural":
                    expected.append(Verdict.REVIEW)
                elif one in financed:
                    expected.append(Verdict.NOT_APPLICABLE)
                elif beside:
                    expected.append(Verdict.REVIEW)
                else:
                    expected.append(Verdict.OPEN if principal is None else Verdict.FAIL)
        if not performers:
            expected = [Verdict.OPEN]
        insats = an_insats(kind, performed_by=performers, principal=principal, payments=paid)
        assert verdicts(insats, "FINSAM-7-3") == (expected or [Verdict.PASS])


class TestNoAuthorityAndNoService:
    """It decides on no benefits, exercises no authority and serves no individuals (2 st.)."""

    @given(
        kinds,
        st.none() | st.frozensets(st.sampled_from(get_args(OwnAct))),
        st.none() | st.lists(somebody, max_size=3).map(tuple),
        st.none() | payments,
    )
    def test_each_such_act_is_found_and_none_is_ruled_out_unseen(
        self,
        kind: str,
        acts: frozenset[OwnAct] | None,
        performers: tuple[str | ExternalActor, ...] | None,
        paid: tuple[Payment, ...] | None,
    ) -> None:
        found: list[str] = sorted(acts or ())
        unseen = acts is None
        if kind == "individual":
            unseen |= performers is None or paid is None
            if "forbundet" in (performers or ()) and "service_to_individuals" not in (acts or ()):
                found.append("performs_itself")
            for payment in paid or ():
                if is_outside(payment.to):
                    found += ["service_bought"] if payment.what == "service" else []
                    unseen |= payment.what is None
        insats = an_insats(kind, forbundet_does=acts, performed_by=performers, payments=paid)
        findings = report_on(insats, "FINSAM-7-4").findings
        if found:
            assert [finding.why for finding in findings] == found
            assert {finding.verdict for finding in findings} == {Verdict.FAIL}
        else:
            expected = Verdict.OPEN if unseen else Verdict.PASS
            assert [finding.verdict for finding in findings] == [expected]


class TestNoCostOfBenefits:
    """Nor does it bear the cost of benefits to individuals, by guidance (2 st.)."""

    @given(kinds, st.none() | payments)
    def test_each_such_cost_is_found_whoever_is_paid(
        self, kind: str, paid: tuple[Payment, ...] | None
    ) -> None:
        expected = [
            Verdict.OPEN if payment.what is None else Verdict.FAIL
            for payment in paid or ()
            if payment.what is None or payment.what in BENEFITS
        ]
        expected = [Verdict.OPEN] if paid is None else expected or [Verdict.PASS]
        if kind == "structural":
            expected = [Verdict.NOT_APPLICABLE]
        assert verdicts(an_insats(kind, payments=paid), "FINSAM-7-5") == expected


class TestTheySupportCooperation:
    """It supports the parties' cooperation: two of them at least, by guidance (1 st. 2–3 p.)."""

    @given(kinds, st.none() | st.lists(somebody, max_size=4).map(tuple))
    def test_two_kinds_of_member_are_enough_and_one_is_not(
        self, kind: str, cooperating: tuple[str | ExternalActor, ...] | None
    ) -> None:
        parties = {str(one).partition(":")[0] for one in cooperating or () if one in MEMBERS}
        expected = Verdict.PASS if len(parties) > 1 else Verdict.FAIL
        if cooperating is None:
            expected = Verdict.OPEN
        insats = an_insats(kind, cooperating=cooperating)
        [finding] = report_on(insats, "FINSAM-7-6").findings
        assert finding.verdict is expected
        if expected is Verdict.FAIL:
            assert finding.facts.get("party") == (parties.pop() if parties else None)


class TestFollowUpAndEvaluation:
    """It answers for the follow-up and evaluation of the insatser (1 st. 5 p.)."""

    @given(kinds, flags, st.none() | st.integers(-3, 3))
    def test_what_has_ended_has_been_evaluated_or_is_looked_at(
        self, kind: str, evaluated: bool | None, ends: int | None
    ) -> None:
        end = None if ends is None else ON + timedelta(days=ends)
        insats = Insats.model_validate(
            {"name": "", "kind": kind, "end": end, "evaluated": evaluated}
        )
        if evaluated:
            expected = Verdict.PASS
        elif end is None:
            expected = Verdict.OPEN
        elif end >= ON:
            expected = Verdict.NOT_APPLICABLE
        else:
            expected = Verdict.OPEN if evaluated is None else Verdict.REVIEW
        assert verdicts(insats, "FINSAM-7-7") == [expected]


class TestAgreedInWriting:
    """Who does what in it is agreed in writing before it begins, by guidance (1 st. 3 p.)."""

    @given(kinds, flags, st.none() | st.integers(-3, 3), st.booleans())
    def test_the_agreement_is_there_on_the_first_day(
        self, kind: str, agreed: bool | None, late: int | None, starts: bool
    ) -> None:
        facts = {
            "agreement": agreed,
            "start": ON if starts else None,
            "agreement_signed": None if late is None else ON + timedelta(days=late),
        }
        if agreed is None:
            expected = Verdict.OPEN
        elif not agreed:
            expected = Verdict.FAIL
        elif late is None or not starts:
            expected = Verdict.OPEN
        else:
            expected = Verdict.FAIL if late > 0 else Verdict.PASS
        [finding] = report_on(an_insats(kind, **facts), "FINSAM-7-8").findings
        assert finding.verdict is expected
        if finding.why == "signed_late":
            assert finding.facts["days"] == late


class TestOneKind:
    """It is either for individuals or for the parties' own ways of working (1 st. 3 p.)."""

    @given(kinds, st.none() | st.frozensets(st.sampled_from(get_args(Focus))))
    def test_what_belongs_to_the_other_kind_is_found(
        self, kind: Literal["individual", "structural"], focus: frozenset[str] | None
    ) -> None:
        structural = {"forstudie", "projektstod", "kompetensutveckling"}
        other = structural if kind == "individual" else {*get_args(Focus)} - structural - {"annan"}
        [finding] = report_on(an_insats(kind, focus=focus), "FINSAM-7-9").findings
        if focus is None:
            assert finding.verdict is Verdict.OPEN
        elif focus & other:
            assert finding.verdict is Verdict.FAIL
            assert finding.facts["focus"] == tuple(sorted(focus & other))
        else:
            assert finding.verdict is Verdict.PASS


class TestGoals:
    """The förbund decides on goals and guidelines for the coordination (first paragraph, 1)."""

    @given(
        st.none() | st.lists(st.integers(-3, 3).map(lambda n: ON + timedelta(days=n)), max_size=3),
        st.none() | st.sampled_from([ON - timedelta(days=n) for n in (0, 365, 366, 367, 4000)]),
    )
    def test_they_are_missed_unless_decided_by_the_day(
        self, decided: list[date] | None, formed: date | None
    ) -> None:
        board = {"goals_decided": decided}
        forbund = Forbund.model_validate(
            {"name": "x", "members": MEMBERS, "formed": formed, "board": board}
        )
        report = check(forbund, on=ON, rules=["FINSAM-7-10"])
        if decided is None:
            assert [part.collection for part in report.unexamined] == ["board.goals_decided"]
            return
        [told] = report.findings
        if any(day <= ON for day in decided):
            assert told.verdict is Verdict.PASS
        elif decided:
            assert (told.verdict, told.why) == (Verdict.REVIEW, "goals_later")
            assert told.facts["done"] == min(decided)
        elif formed is not None and (ON - formed).days < 366:
            # ON is in a leap year, after February: a year before it is 366 days before.
            assert (told.verdict, told.why) == (Verdict.REVIEW, "no_goals_yet")
        else:
            assert (told.verdict, told.why) == (Verdict.FAIL, "no_goals")


class TestEachByItself:
    """Whatever is true of one insats says nothing of another."""

    @given(st.lists(insatser(), min_size=2, max_size=3))
    def test_insatser_are_judged_one_by_one(self, several: list[Insats]) -> None:
        forbund = Forbund.model_validate({"name": "x", "members": MEMBERS})
        together = check(forbund.replace(insatser=several), on=ON, rules=["FINSAM-7", "FINSAM-2"])
        for number, insats in enumerate(several):
            alone = check(forbund.replace(insatser=[insats]), on=ON, rules=["FINSAM-7", "FINSAM-2"])
            mine = [f for f in together.findings if f.loc[1] == number]
            assert [(f.rule, f.verdict, f.why, f.fact_items) for f in alone.findings] == [
                (f.rule, f.verdict, f.why, f.fact_items) for f in mine
            ]
