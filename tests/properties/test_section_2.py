"""2 §, a class per demand; each restated in its class's docstring."""

from datetime import date, timedelta
from typing import Literal, get_args

from hypothesis import given
from hypothesis import strategies as st

from finsam import Forbund, Insats, TargetGroup, Verdict, check
from finsam.law.parties import PartyKind
from finsam.models.insats import Aim

ON = date(2024, 6, 1)
AGE_FROM = date(2018, 4, 12)
needs = st.sampled_from([True, False, None])
parties = st.none() | st.frozensets(st.sampled_from([kind.value for kind in PartyKind]))
ages = st.none() | st.integers(0, 20)
aims = st.none() | st.frozensets(st.sampled_from(get_args(Aim)))


def verdict(insats: Insats, rule: str, on: date = ON) -> Verdict:
    forbund = Forbund(name="x", members=(), insatser=(insats,))
    [finding] = check(forbund, on=on, rules=[rule]).findings
    return finding.verdict


def for_group(group: TargetGroup | None, kind: Literal["individual", "structural"]) -> Insats:
    return Insats(name="", kind=kind, target_group=group)


class TestIndividualsInNeed:
    """The insatser concern individuals who need coordinated rehabilitation."""

    @given(needs, parties)
    def test_an_individual_one_is_as_its_target_group(
        self, need: bool | None, needs_from: frozenset[str] | None
    ) -> None:
        said = {"needs_coordinated_rehabilitation": need, "needs_from": needs_from}
        group = TargetGroup.model_validate(said)
        expected = {True: Verdict.PASS, False: Verdict.FAIL, None: Verdict.OPEN}[need]
        assert verdict(for_group(group, "individual"), "FINSAM-2-1") is expected

    def test_without_a_target_group_it_is_open(self) -> None:
        assert verdict(for_group(None, "individual"), "FINSAM-2-1") is Verdict.OPEN

    @given(needs)
    def test_a_structural_one_is_looked_at_only_if_the_need_is_said_to_be_absent(
        self, need: bool | None
    ) -> None:
        group = TargetGroup(needs_coordinated_rehabilitation=need)
        expected = Verdict.REVIEW if need is False else Verdict.NOT_APPLICABLE
        assert verdict(for_group(group, "structural"), "FINSAM-2-1") is expected
        assert verdict(for_group(None, "structural"), "FINSAM-2-1") is Verdict.NOT_APPLICABLE


class TestTheAbilityToWork:
    """They aim at the individuals' reaching or improving their ability to do gainful work."""

    @given(aims)
    def test_an_individual_one_has_that_aim_whatever_others_it_has(
        self, said: frozenset[Aim] | None
    ) -> None:
        insats = Insats(name="", kind="individual", aims=said)
        expected = Verdict.OPEN if said is None else Verdict.FAIL
        if said and "work_ability" in said:
            expected = Verdict.PASS
        assert verdict(insats, "FINSAM-2-2") is expected

    @given(aims)
    def test_a_structural_one_may_serve_it_through_the_parties_and_is_worded_so(
        self, said: frozenset[Aim] | None
    ) -> None:
        insats = Insats(name="", kind="structural", aims=said)
        forbund = Forbund(name="x", members=(), insatser=(insats,))
        [finding] = check(forbund, on=ON, rules=["FINSAM-2-2"]).findings
        indirectly = (said or frozenset()) & {"cooperation", "knowledge", "education"}
        if said is None:
            assert finding.verdict is Verdict.OPEN
        elif "work_ability" in said:
            assert (finding.verdict, finding.why) == (Verdict.PASS, "as_asked")
        elif indirectly:
            assert (finding.verdict, finding.why) == (Verdict.PASS, "serves_indirectly")
            assert finding.facts["aims"] == tuple(sorted(indirectly))
            assert "Göteborg" in finding.message("sv")
        else:
            assert finding.verdict is Verdict.REVIEW


class TestCoordinated:
    """What is coordinated are measures from more than one of the parties (as explained)."""

    @given(needs, parties)
    def test_the_target_group_needs_two_kinds_of_party_or_more(
        self, need: bool | None, needs_from: frozenset[str] | None
    ) -> None:
        said = {"needs_coordinated_rehabilitation": need, "needs_from": needs_from}
        insats = for_group(TargetGroup.model_validate(said), "individual")
        expected = Verdict.OPEN
        if needs_from is not None:
            expected = Verdict.PASS if len(needs_from) > 1 else Verdict.FAIL
        if need is False:
            # That there is no need is said once, by 2-1.
            expected = Verdict.NOT_APPLICABLE
        assert verdict(insats, "FINSAM-2-3") is expected

    @given(parties)
    def test_a_structural_one_has_no_participants(self, needs_from: frozenset[str] | None) -> None:
        insats = for_group(TargetGroup.model_validate({"needs_from": needs_from}), "structural")
        assert verdict(insats, "FINSAM-2-3") is Verdict.NOT_APPLICABLE
        assert verdict(for_group(None, "individual"), "FINSAM-2-3") is Verdict.OPEN


class TestFromSixteen:
    """It is for those of working age: from 16 years, by a recommendation of 12 April 2018."""

    @given(ages, ages, st.integers(-2, 2))
    def test_below_sixteen_is_for_a_human_from_that_day(
        self, one: int | None, years: int | None, shift: int
    ) -> None:
        to = None if years is None else (one or 0) + years
        group = TargetGroup(age_from=one, age_to=to)
        decided = AGE_FROM + timedelta(days=shift)
        insats = for_group(group, "individual").replace(decided=decided)
        expected = Verdict.PASS if one is not None and one >= 16 else Verdict.REVIEW
        if one is None:
            expected = Verdict.OPEN
        if decided < AGE_FROM:
            expected = Verdict.NOT_APPLICABLE
        assert verdict(insats, "FINSAM-2-4") is expected
        assert verdict(insats.replace(kind="structural"), "FINSAM-2-4") is Verdict.NOT_APPLICABLE
