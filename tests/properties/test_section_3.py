"""3 and 4 §§, a class per sentence; each sentence restated in its class's docstring."""

from datetime import date, timedelta

from hypothesis import assume, given
from hypothesis import strategies as st

from finsam import Forbund, Member, Verdict, check
from finsam.law.geography import KOMMUNER, KOMMUNER_OUTSIDE_REGIONS, REGIONS, current, region_of
from finsam.models.actors import MEMBER_KEYS
from finsam.testing import days, external_actors

ON = st.shared(days(first=date(2005, 1, 1)), key="on")
SEVERAL = date(2010, 7, 1)
keys = st.sets(
    st.sampled_from(["forsakringskassan", "arbetsformedlingen", "kommun:0980"])
    | st.sampled_from(sorted(REGIONS))
    | st.sampled_from([key for key in MEMBER_KEYS if key != "kommun:1917"]),
    max_size=8,
)


def with_members(*members: str | Member) -> Forbund:
    return Forbund.model_validate({"name": "x", "members": members})


def verdict(forbund: Forbund, on: date, rule: str) -> Verdict:
    """The verdict of a rule on the förbund: fail if it fails anywhere."""
    found = {finding.verdict for finding in check(forbund, on=on, rules=[rule]).findings}
    return Verdict.FAIL if Verdict.FAIL in found else found.pop()


class TestWhoMustTakePart:
    """Coordination may be run only if the two state parties, a region and a kommun take part."""

    @given(keys, ON)
    def test_it_fails_for_each_kind_that_is_missing_and_for_no_other(
        self, members: set[str], on: date
    ) -> None:
        needed = {"forsakringskassan", "arbetsformedlingen", "region", "kommun"}
        there = {key.partition(":")[0] for key in members}
        excused = {"region"} if members & KOMMUNER_OUTSIDE_REGIONS else set()
        report = check(with_members(*members), on=on, rules=["FINSAM-3-1"])
        assert {f.facts["party"] for f in report.violations} == needed - there - excused

    @given(keys, ON, st.integers(1, 400))
    def test_the_first_and_the_last_day_of_membership_count(
        self, members: set[str], on: date, shift: int
    ) -> None:
        now = with_members(*members)
        ends = with_members(*(Member(actor=key, left=on) for key in members))
        starts = with_members(*(Member(actor=key, joined=on) for key in members))
        assert {verdict(f, on, "FINSAM-3-1") for f in (now, ends, starts)} == {
            verdict(now, on, "FINSAM-3-1")
        }
        assert verdict(ends, on + timedelta(days=shift), "FINSAM-3-1") is Verdict.FAIL

    @given(keys, ON)
    def test_a_member_more_never_breaks_it(self, members: set[str], on: date) -> None:
        before = check(with_members(*members), on=on, rules=["FINSAM-3-1"]).violations
        more = check(
            with_members(*(members | REGIONS.keys())), on=on, rules=["FINSAM-3-1"]
        ).violations
        assert {f.facts["party"] for f in more} <= {f.facts["party"] for f in before}


class TestEveryPartOfTheArea:
    """For each part of the area both its kommun and its region must take part (from July 2010)."""

    @given(keys, ON, st.sets(st.sampled_from(sorted(KOMMUNER)), max_size=4))
    def test_it_names_each_member_that_is_missing_with_its_parts(
        self, members: set[str], on: date, area: set[str]
    ) -> None:
        assume(on >= SEVERAL)
        forbund = with_members(*members).replace(area=tuple(area))
        wanted: dict[str, set[str]] = {}
        for kommun in area:
            own = region_of(kommun, on)
            for key in {current(kommun)} | ({own} if own else set()):
                if key not in members:
                    wanted.setdefault(key, set()).add(kommun)
        absent = {f.facts["party"] for f in check(forbund, on=on, rules=["FINSAM-3-1"]).violations}
        for rule, kind in (("FINSAM-3-2", "kommun"), ("FINSAM-3-6", "region")):
            reported = {
                f.facts["member"]: set(f.facts["parts"])  # type: ignore[arg-type]  # a tuple of keys
                for f in check(forbund, on=on, rules=[rule]).violations
            }
            mine = {k: p for k, p in wanted.items() if k.partition(":")[0] == kind}
            assert reported == ({} if kind in absent else mine)

    @given(keys, ON)
    def test_without_an_area_it_is_the_whole_of_every_member_kommun(
        self, members: set[str], on: date
    ) -> None:
        forbund = with_members(*members)
        kommuner = tuple(key for key in members if key.startswith("kommun:"))
        rules = ["FINSAM-3-2", "FINSAM-3-6"]
        assert (
            check(forbund, on=on, rules=rules).findings
            == check(forbund.replace(area=kommuner), on=on, rules=rules).findings
        )

    @given(keys, days(first=date(2005, 1, 1), last=date(2010, 6, 30)))
    def test_before_july_2010_nothing_was_asked_of_each_part(
        self, members: set[str], on: date
    ) -> None:
        for rule in ("FINSAM-3-2", "FINSAM-3-6"):
            assert verdict(with_members(*members), on, rule) is Verdict.NOT_APPLICABLE


class TestOneCountyCouncil:
    """Until the end of June 2010 one county council could take part, and not several."""

    @given(keys, ON)
    def test_it_fails_for_a_second_one_until_then(self, members: set[str], on: date) -> None:
        councils = [key for key in members if key.startswith("region:")]
        own = {region_of(key, on) for key in members if key.startswith("kommun:")}
        expected = Verdict.FAIL if len(councils) > 1 else Verdict.PASS
        if len(councils) == 1 and own - {None, *councils}:
            expected = Verdict.REVIEW
        if on >= SEVERAL:
            expected = Verdict.NOT_APPLICABLE
        assert verdict(with_members(*members), on, "FINSAM-3-3") is expected
        for finding in check(with_members(*members), on=on, rules=["FINSAM-3-3"]).violations:
            assert finding.facts["members"] == tuple(sorted(councils))


class TestPartiesAreTheMembers:
    """The parties that cooperate are the members of the förbund (3 and 4 §§)."""

    @given(keys, ON)
    def test_parties_alone_pass(self, members: set[str], on: date) -> None:
        assert verdict(with_members(*members), on, "FINSAM-3-4") is Verdict.PASS

    @given(keys, ON, external_actors(), days())
    def test_an_outsider_fails_as_long_as_it_is_one(
        self, members: set[str], on: date, outsider: object, left: date
    ) -> None:
        member = Member.model_validate({"actor": outsider, "left": left})
        expected = Verdict.FAIL if on <= left else Verdict.PASS
        assert verdict(with_members(*members, member), on, "FINSAM-3-4") is expected
