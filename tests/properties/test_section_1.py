"""1 §, a class per sentence; each sentence restated in its class's docstring."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from finsam import AreaPart, Forbund, Insats, Verdict, check
from finsam.testing import days

ON = date(2024, 6, 1)
KOMMUNER = ("kommun:1287", "kommun:1286", "kommun:0980")
STATE = ("forsakringskassan", "arbetsformedlingen", "region:12")
shifts = st.none() | st.integers(-2, 2).map(lambda by: ON + timedelta(days=by))
parts = st.builds(
    lambda kommun, part, one, other: AreaPart(
        kommun=kommun,
        part=part,
        joined=min(one, other) if one and other else one,
        left=max(one, other) if one and other else other,
    ),
    st.sampled_from(KOMMUNER),
    st.sampled_from([None, "norr", "söder"]),
    shifts,
    shifts,
)
areas = st.lists(parts, max_size=3).map(tuple)
members = st.sets(st.sampled_from(KOMMUNER))


def stands(part: AreaPart, on: date) -> bool:
    return (part.joined is None or part.joined <= on) and (part.left is None or on <= part.left)


def with_area(kommuner: set[str], area: tuple[AreaPart, ...] | None) -> Forbund:
    said = {"name": "x", "members": (*STATE, *sorted(kommuner)), "area": area}
    return Forbund.model_validate(said)


def verdicts(forbund: Forbund, rule: str, on: date = ON) -> list[Verdict]:
    return [finding.verdict for finding in check(forbund, on=on, rules=[rule]).findings]


class TestTheAreaTakesInAKommun:
    """The area takes in one kommun or several, or parts of kommuner (1 § 1 st. 2 men.)."""

    @given(members, areas)
    def test_a_given_area_fails_when_no_part_of_it_stands_on_the_day(
        self, kommuner: set[str], area: tuple[AreaPart, ...]
    ) -> None:
        left = any(stands(part, ON) for part in area)
        expected = Verdict.PASS if left else Verdict.FAIL
        assert verdicts(with_area(kommuner, area), "FINSAM-1-1") == [expected]

    @given(members)
    def test_without_one_it_is_that_of_the_member_kommuner(self, kommuner: set[str]) -> None:
        expected = Verdict.PASS if kommuner else Verdict.NOT_APPLICABLE
        assert verdicts(with_area(kommuner, None), "FINSAM-1-1") == [expected]


class TestCoordinationIsRunWithinTheArea:
    """Coordination is run within an area: those whom it is for live there (1 § 1 st. 1 men.)."""

    @given(
        members,
        st.none() | areas,
        areas,
        st.sampled_from(["decided", "start", "on"]),
        st.tuples(st.none() | st.integers(0, 3), st.integers(-3, 3)),
    )
    def test_each_part_is_in_it_or_fails_or_lies_in_a_kommun_that_is_in_it_in_part(
        self,
        kommuner: set[str],
        area: tuple[AreaPart, ...] | None,
        living: tuple[AreaPart, ...],
        by: str,
        lasts_and_asked: tuple[int | None, int],
    ) -> None:
        # Some day of the insats counts, to its end or else to the day that is asked about.
        lasts, asked = lasts_and_asked
        on = ON + timedelta(days=asked)
        end = None if lasts is None else ON + timedelta(days=lasts)
        insats = Insats(name="", kind="individual", area=living, end=end)
        if by != "on":
            insats = insats.replace(**{by: ON})
        first = on if by == "on" else ON
        last = max(first, end or on)
        forbund = with_area(kommuner, area).replace(insatser=(insats,))
        whole = {AreaPart(kommun=kommun) for kommun in kommuner}
        its_days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
        inside = {
            part
            for part in (whole if area is None else area)
            if any(stands(part, day) for day in its_days)
        }
        expected = [] if living else [Verdict.OPEN]
        for part in living:
            own = {each.part for each in inside if each.kommun == part.kommun}
            if not own & {None, part.part}:
                expected.append(Verdict.REVIEW if own else Verdict.FAIL)
        assert verdicts(forbund, "FINSAM-1-2", on) == (expected or [Verdict.PASS])

    @given(members, areas)
    def test_a_structural_insats_has_no_participants(
        self, kommuner: set[str], living: tuple[AreaPart, ...]
    ) -> None:
        insats = Insats(name="", kind="structural", area=living)
        forbund = with_area(kommuner, None).replace(insatser=(insats,))
        assert verdicts(forbund, "FINSAM-1-2") == [Verdict.NOT_APPLICABLE]

    @given(days(first=date(2005, 1, 1)), st.sampled_from([None, ()]))
    def test_where_nobody_says_where_they_live_it_is_open(
        self, on: date, living: tuple[()] | None
    ) -> None:
        insats = Insats(name="", kind="individual", decided=on, area=living)
        [finding] = check(
            with_area(set(), None).replace(insatser=(insats,)), on=ON, rules=["FINSAM-1-2"]
        ).findings
        assert finding.missing == (("insatser", 0, "area"),)


class TestTheKommunerDefineTheArea:
    """It is the kommuner that take part that make up the area (1 § 1 st. 2 men., as explained)."""

    @given(members, areas)
    def test_each_member_without_a_part_in_a_given_area_is_to_be_looked_at(
        self, kommuner: set[str], area: tuple[AreaPart, ...]
    ) -> None:
        report = check(with_area(kommuner, area), on=ON, rules=["FINSAM-3-5"])
        inside = {part.kommun for part in area if stands(part, ON)}
        assert {f.facts["member"] for f in report.undecided} == kommuner - inside
        assert not report.violations

    @given(members)
    def test_without_a_given_area_there_is_nothing_to_compare(self, kommuner: set[str]) -> None:
        assert verdicts(with_area(kommuner, None), "FINSAM-3-5") == [Verdict.NOT_APPLICABLE]
