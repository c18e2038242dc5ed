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
PUBLIC = ("authority", "municipal_federation", "samordningsforbund")
BENEFITS = {"bus_pass", "mileage", "work_training_pay", "interpreter"}
WHAT = get_args(get_args(Payment.model_fields["what"].annotation)[0])
kinds = st.sampled_from(["individual", "structural"])
flags = st.sampled_from([True, False, None])
public_bodies = st.builds(ExternalActor, form=st.sampled_from(PUBLIC))
somebody = (
    st.sampled_from([*MEMBERS, "forbundet", "kommun:0114", OUTSIDER]) | actors() | public_bodies
)
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


def for_staff(
    payee: str | ExternalActor, kind: str, principal: str | ExternalActor | None
) -> Verdict:
    """What is said of staff of no member: they may work for a party, if it may be so."""
    if isinstance(payee, str) or payee.form in PUBLIC or kind == "structural":
        return Verdict.REVIEW
    if principal is None:
        return Verdict.OPEN
    return Verdict.REVIEW if principal in MEMBERS else Verdict.FAIL


class TestWithinTheirResponsibility:
    """It finances insatser that lie within the parties' joint responsibility (1 st. 3 p.)."""

    @given(kinds, flags)
    def test_it_is_as_the_document_says(self, kind: str, within: bool | None) -> None:
        verdict = {True: Verdict.PASS, False: Verdict.FAIL, None: Verdict.OPEN}[within]
        insats = an_insats(kind, within_joint_responsibility=within)
        assert verdicts(insats, "FINSAM-7-1") == [verdict]


class TestNobodyElseIsFinanced:
    """It finances what the parties do, and not other actors (1 st. 3 p.)."""

    @given(kinds, st.none() | payments, st.none() | somebody)
    def test_each_payment_is_judged_by_who_gets_it_and_what_for(
        self,
        kind: str,
        paid: tuple[Payment, ...] | None,
        principal: str | ExternalActor | None,
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
            elif what == "staff":
                expected.append(for_staff(payment.to, kind, principal))
            else:
                is_financing = what in {"grant", "start_up"}
                expected.append(Verdict.FAIL if is_financing else Verdict.REVIEW)
        if paid is None:
            expected = [Verdict.OPEN]
        insats = an_insats(kind, payments=paid, principal=principal)
        assert verdicts(insats, "FINSAM-7-2") == (expected or [Verdict.PASS])

    @given(st.integers(-30, 30), st.integers(0, 60), st.integers(0, 60))
    def test_a_party_is_one_that_is_a_member_on_some_day_of_the_insats(
        self, joined: int, stays: int, lasts: int
    ) -> None:
        first = ON + timedelta(days=joined)
        member = Member(actor="kommun:0114", joined=first, left=first + timedelta(days=stays))
        paid = (Payment(to="kommun:0114", what="grant"),)
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
        financed = [
            payment.to
            for payment in paid
            if is_outside(payment.to)
            and (
                payment.what in {"grant", "start_up", "service"}
                or (
                    payment.what == "staff"
                    and for_staff(payment.to, kind, principal) is Verdict.FAIL
                )
            )
        ]
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
        st.none() | somebody,
    )
    def test_each_such_act_is_found_and_none_is_ruled_out_unseen(
        self,
        kind: str,
        acts: frozenset[OwnAct] | None,
        performers: tuple[str | ExternalActor, ...] | None,
        paid: tuple[Payment, ...] | None,
        principal: str | ExternalActor | None,
    ) -> None:
        found: list[str] = sorted(acts or ())
        unseen = acts is None
        if principal == "forbundet":
            found.append("own_principal")
        if kind == "individual":
            unseen |= performers is None or paid is None
            if "forbundet" in (performers or ()) and "service_to_individuals" not in (acts or ()):
                found.append("performs_itself")
            for payment in paid or ():
                if is_outside(payment.to):
                    found += ["service_bought"] if payment.what == "service" else []
                elif payment.to == "forbundet":
                    own = {"service": "service_by_forbundet", "staff": "own_staff"}
                    found += [own[payment.what]] if payment.what in own else []
                unseen |= payment.to not in MEMBERS and payment.what is None
        insats = an_insats(
            kind, forbundet_does=acts, performed_by=performers, payments=paid, principal=principal
        )
        findings = report_on(insats, "FINSAM-7-4").findings
        if found:
            assert [finding.why for finding in findings] == found
            for finding in findings:
                is_for_a_human = finding.why in {"own_principal", "own_staff"}
                assert finding.verdict is (Verdict.REVIEW if is_for_a_human else Verdict.FAIL)
        else:
            expected = Verdict.OPEN if unseen else Verdict.PASS
            assert [finding.verdict for finding in findings] == [expected]


class TestNoCostOfBenefits:
    """Nor does it bear the cost of benefits to individuals, by guidance (2 st.)."""

    @given(kinds, st.none() | payments)
    def test_each_such_cost_is_found_whoever_is_paid(
        self, kind: str, paid: tuple[Payment, ...] | None
    ) -> None:
        borne = Verdict.FAIL if kind == "individual" else Verdict.REVIEW
        expected = [
            Verdict.OPEN if payment.what is None else borne
            for payment in paid or ()
            if payment.what is None or payment.what in BENEFITS
        ]
        expected = [Verdict.OPEN] if paid is None else expected or [Verdict.PASS]
        assert verdicts(an_insats(kind, payments=paid), "FINSAM-7-5") == expected


class TestTheySupportCooperation:
    """It supports the parties' cooperation: two of them at least, by guidance (1 st. 2–3 p.)."""

    @given(
        kinds,
        st.none() | st.lists(somebody, max_size=4).map(tuple),
        st.sampled_from([(), ("all",), ("insatser.cooperating",)]),
    )
    def test_two_kinds_of_member_are_enough_and_one_is_not_if_there_are_no_more(
        self,
        kind: str,
        cooperating: tuple[str | ExternalActor, ...] | None,
        complete: tuple[str, ...],
    ) -> None:
        parties = {str(one).partition(":")[0] for one in cooperating or () if one in MEMBERS}
        expected = Verdict.PASS if len(parties) > 1 else Verdict.FAIL
        if cooperating is None:
            complete, expected = (), Verdict.OPEN
        elif expected is Verdict.FAIL and cooperating and not complete:
            expected = Verdict.OPEN
        insats = an_insats(kind, cooperating=cooperating)
        forbund = Forbund.model_validate(
            {"name": "x", "members": MEMBERS, "insatser": (insats,), "complete": complete}
        )
        [finding] = check(forbund, on=ON, rules=["FINSAM-7-6"]).findings
        assert finding.verdict is expected
        if expected is Verdict.FAIL:
            assert finding.facts.get("party") == (parties.pop() if parties else None)


class TestFollowUpAndEvaluation:
    """It answers for the follow-up and evaluation of the insatser (1 st. 5 p.)."""

    @given(kinds, flags, st.none() | st.integers(-3, 3), flags)
    def test_what_has_ended_has_been_evaluated_or_is_looked_at(
        self, kind: str, evaluated: bool | None, ends: int | None, goes_on: bool | None
    ) -> None:
        end = None if ends is None else ON + timedelta(days=ends)
        goes_on = goes_on if end is None else False
        facts = {"end": end, "evaluated": evaluated, "until_further_notice": goes_on}
        insats = Insats.model_validate({"name": "", "kind": kind, **facts})
        if evaluated:
            expected = Verdict.PASS
        elif goes_on:
            expected = Verdict.NOT_APPLICABLE
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
        st.none() | st.sampled_from([ON - timedelta(days=n) for n in (0, 1, 2, 3, 4000)]),
        st.sampled_from([(), ("all",), ("board.goals_decided",)]),
    )
    def test_they_are_decided_between_the_formation_and_the_day_and_missing_is_no_breach(
        self, decided: list[date] | None, formed: date | None, complete: tuple[str, ...]
    ) -> None:
        said = {
            "name": "x",
            "members": MEMBERS,
            "formed": formed,
            "board": {"goals_decided": decided},
            "complete": () if decided is None else complete,
        }
        forbund = Forbund.model_validate(said)
        report = check(forbund, on=ON, rules=["FINSAM-7-10"])
        if decided is None:
            assert [part.collection for part in report.unexamined] == ["board.goals_decided"]
            return
        [finding] = report.findings
        own = [day for day in decided if formed is None or formed <= day]
        expected: tuple[Verdict, str] = (Verdict.REVIEW, "no_goals")
        if any(day <= ON for day in own):
            expected = (Verdict.PASS, "as_asked")
        elif decided and not complete:
            expected = (Verdict.OPEN, "not_listed")
        elif own:
            expected = (Verdict.REVIEW, "goals_later")
            assert finding.facts["done"] == min(own)
        elif decided:
            expected = (Verdict.REVIEW, "goals_before_formation")
            assert finding.facts["done"] == max(decided)
        assert (finding.verdict, finding.why) == expected


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
