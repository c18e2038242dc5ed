"""8 and 9 §§: the förbundsordning, a class per sentence or kind of point."""

from datetime import date, timedelta
from fractions import Fraction
from functools import partial
from typing import Any

import asking
from asking import FLAGS, STATE
from hypothesis import given
from hypothesis import strategies as st

KOMMUNER = ["kommun:2482", "kommun:2417", "kommun:2418"]
MEMBERS = [*STATE, "region:24", *KOMMUNER]
asked = partial(asking.asked, members=MEMBERS, complete=[])
answers = partial(asking.answers, members=MEMBERS, complete=[])


def day(number: int) -> date:
    """A day so many days after one in 2024; what is asked about lies later than all of them."""
    return date(2024, 5, 1) + timedelta(days=number)


class TestThereIsOne:
    """A samordningsförbund has a förbundsordning (8 § 1 st.)."""

    @given(
        st.none() | st.lists(st.none() | st.integers(-3, 3), max_size=3, unique=True),
        st.integers(-2, 2),
        st.booleans(),
    )
    def test_one_that_has_begun_is_enough(
        self,
        begun: list[int | None] | None,
        asked_on: int,
        is_whole: bool,
    ) -> None:
        facts: dict[str, Any] = {"formed": day(-9)}
        if begun is not None:
            facts["forbundsordningar"] = [
                {"applies_from": None if n is None else day(n)} for n in begun
            ]
            facts["complete"] = ["forbundsordningar"] if is_whole else []
        reported = answers("FINSAM-8-1", on=day(asked_on), **facts)
        if begun is None:
            assert reported == []
        elif any(n is None or n <= asked_on for n in begun):
            assert reported == ["pass as_asked"]
        elif is_whole or not begun:
            assert reported == ["fail none_in_force"]
        else:
            # The one before may be left out of the document.
            assert reported == ["open not_listed"]

    @given(st.integers(-2, 2), st.integers(-2, 2))
    def test_it_is_asked_from_the_first_day_of_the_forbund_to_its_last(
        self, first: int, length: int
    ) -> None:
        exists = {"formed": day(first), "dissolved": day(first + abs(length))}
        reported = answers("FINSAM-8-1", on=day(0), forbundsordningar=[], **exists)
        if first <= 0 <= first + abs(length):
            assert reported == ["fail none_in_force"]
        else:
            assert reported == [f"not_applicable {'not_formed' if first > 0 else 'dissolved'}"]


class TestAllMembersAdopt:
    """It is adopted by the members of the förbund, every one of them (8 § 1 st.)."""

    @given(
        # When each adopted it (9: never), and its first and last days as a member, if any.
        st.fixed_dictionaries(
            dict.fromkeys(
                MEMBERS,
                st.tuples(
                    st.sampled_from([None, -5, 0, 1, 1, 2, 3, 9]),
                    st.sampled_from([None, None, -1, 0, 1]),
                    st.sampled_from([None, None, -1, 0, 1, 2]),
                ),
            )
        ),
        st.sampled_from([None, -1, 0]),
        st.integers(-3, 0),
        st.sets(st.sampled_from(["forbundsordningar", "forbundsordningar.adopted"])),
    )
    def test_its_first_members_and_those_who_joined_since_are_named_if_they_have_not(
        self,
        each: dict[str, tuple[int | None, int | None, int | None]],
        applies_from: int | None,
        formed: int,
        whole: set[str],
    ) -> None:
        first = max(formed, -9 if applies_from is None else applies_from)
        members, adopted = [], []
        found: dict[str, set[str]] = {"not_adopted": set(), "joined_without_adopting": set()}
        not_listed: set[str] = set()
        lists_all = len(whole & {"forbundsordningar.adopted"}) or all(
            done == 9 for done, *_ in each.values()
        )
        for key, (done, joined, left) in each.items():
            since, until = -9 if joined is None else joined, 9 if left is None else left
            until = max(since, until)
            members.append({"actor": key, "joined": day(since), "left": day(until)})
            if done != 9:
                adopted.append({"member": key, "day": None if done is None else day(done)})
            if done is None or done <= 2:
                continue
            may_be_listed = done == 9 and not lists_all
            if since <= first <= until:
                (not_listed if may_be_listed else found["not_adopted"]).add(key)
            elif since <= 2 <= until and key not in STATE:
                may_be_listed |= "forbundsordningar" not in whole
                (not_listed if may_be_listed else found["joined_without_adopting"]).add(key)
        begins = None if applies_from is None else day(applies_from)
        reported = asked(
            "FINSAM-8-2",
            on=day(2),
            members=members,
            formed=day(formed),
            forbundsordningar=[{"applies_from": begins, "adopted": adopted}],
            complete=sorted(whole),
        )
        named: dict[str, set[str]] = {}
        for finding in reported:
            some = finding.facts.get("members", ())
            assert isinstance(some, tuple)
            named.setdefault(finding.why, set()).update(map(str, some))
        expected = {why: some for why, some in found.items() if some}
        expected |= {"not_listed": not_listed} if not_listed else {}
        assert named == (expected or {"as_asked": set()})

    def test_whether_it_is_adopted_may_not_be_known(self) -> None:
        assert answers("FINSAM-8-2", forbundsordningar=[{}]) == ["open not_known"]


class TestItIsFormed:
    """The förbund is formed when all members have adopted it, or the later day it names (2 st.)."""

    @given(
        st.sampled_from([None, -2, -1, 0, 0, 1]),
        st.lists(st.sampled_from([None, -2, -1, 0, 0, 1]), min_size=2, max_size=2),
        st.sampled_from([True, True, True, False]),
        st.booleans(),
    )
    def test_it_is_the_later_of_the_two_days(
        self,
        applies_from: int | None,
        days: list[int | None],
        is_known: bool,
        is_whole: bool,
    ) -> None:
        adopted = [
            {"member": key, "day": None if n is None else day(n)}
            for key, n in zip(STATE, days, strict=True)
        ]
        ordning = {"applies_from": None if applies_from is None else day(applies_from)}
        if is_known:
            ordning |= {"adopted": adopted}  # type: ignore[dict-item]
        (reported,) = answers(
            "FINSAM-8-3",
            members=STATE,
            formed=day(0),
            forbundsordningar=[ordning],
            complete=["forbundsordningar"] if is_whole else [],
        )
        known = [n for n in days if n is not None and is_known]
        all_known = is_known and None not in days
        # Another may have been in force by then, unless this one is so from that very day.
        certain = is_whole or applies_from == 0
        if applies_from is not None and applies_from > 0:
            assert reported == ("fail formed_before_in_force" if certain else "open not_listed")
        elif max(known, default=0) > 0:
            assert reported == ("fail formed_before_adoption" if certain else "open not_listed")
        elif all_known and max(*known, -9 if applies_from is None else applies_from) == 0:
            assert reported == "pass as_asked"
        elif all_known and applies_from is not None:
            assert reported == ("fail formed_later" if certain else "open not_listed")
        else:
            assert reported == "open not_known"

    @given(st.sets(st.sampled_from(MEMBERS)), st.booleans(), st.booleans())
    def test_it_is_not_formed_without_all(
        self,
        have: set[str],
        is_replaced: bool,
        is_whole: bool,
    ) -> None:
        adopted = [{"member": key, "day": day(0)} for key in sorted(have)]
        ordningar = [{"applies_from": day(0), "adopted": adopted}]
        ordningar += [{"applies_from": day(9)}] if is_replaced else []
        (reported,) = asked(
            "FINSAM-8-3",
            formed=day(0),
            forbundsordningar=ordningar,
            complete=["forbundsordningar.adopted"] if is_whole and not is_replaced else [],
        )
        if have == set(MEMBERS):
            assert reported.why == "as_asked"
        elif have and (is_replaced or not is_whole):
            assert reported.why == "not_listed"
        elif is_replaced:
            assert reported.why == "formed_without_all"
            assert reported.facts["members"] == (*MEMBERS[:3], *sorted(KOMMUNER))
        else:
            # Of the one in force it is 1 st. that says who has not adopted it.
            assert reported.why == "not_adopted"

    def test_the_day_may_not_be_known(self) -> None:
        assert answers("FINSAM-8-3", forbundsordningar=[{}]) == ["open not_known"]


POINTS = {
    1: "name_seat_members_purpose",
    2: "organisation",
    3: "representation",
    4: "tasks",
    5: "right_to_raise_matters",
    6: "qualified_majority",
    7: "notices",
    8: "shares",
    10: "insight",
    11: "budget_process",
    12: "auditors_term",
    14: "exit",
    15: "liquidation",
    16: "disputes",
    17: "benefits",
}
"""The points that no förbundsordning is without, by their numbers in 9 §."""


class TestPoints:
    """It takes up fifteen points, one more where auditors are joint, and two more if it will."""

    @given(
        st.fixed_dictionaries(
            dict.fromkeys([*POINTS.values(), "credit_limits", "joint_auditors", "other"], FLAGS)
        ),
        FLAGS,
    )
    def test_each_is_there_or_missing_by_itself(
        self, covers: dict[str, bool | None], joint: bool | None
    ) -> None:
        ordning = {"covers": covers, "joint_auditors": joint}
        found = asked("FINSAM-9", forbundsordningar=[ordning])
        reported = {f.rule.removeprefix("FINSAM-9-"): f.why for f in found}
        whys = {True: "as_asked", False: "not_covered", None: "not_known"}
        expected = {str(number): whys[covers[field]] for number, field in POINTS.items()}
        # Who says nothing of a right, or of a majority, has given none and asks for none.
        without = {"as_asked": "as_asked", "not_covered": "silent", "not_known": "either_way"}
        expected |= {n: without[expected[n]] for n in ("5", "6")}
        if joint is False:
            expected["13"] = "no_joint_auditors"
        else:
            expected["13"] = whys[covers["joint_auditors"]]
            if joint is None and covers["joint_auditors"] is False:
                expected["13"] = "not_known"
        assert {n: why for n, why in reported.items() if n not in {"19", "20"}} == expected

    def test_nothing_may_be_known_of_them(self) -> None:
        found = asked("FINSAM-9", forbundsordningar=[{}])
        assert len(found) == 18
        settled = [f.rule for f in found if f.verdict.value != "open"]
        assert settled == ["FINSAM-9-5", "FINSAM-9-6"]


def split_of(weights: list[int]) -> list[Fraction]:
    """Parts of one, by weights."""
    return [Fraction(weight, sum(weights)) for weight in weights]


WEIGHTS = st.lists(st.integers(1, 97), min_size=3, max_size=3)


def outcome_of_shares(
    shares: dict[str, Fraction],
    agreed: list[Fraction] | None,
    *,
    unit: Fraction = Fraction(0),
    **facts: Any,  # noqa: ANN401
) -> list[tuple[str, object]]:
    """What is said of shares in assets and debts, with whom it is said of."""
    ordning = {
        "shares": [{"member": key, "share": str(share)} for key, share in shares.items()],
        "shares_rounded_to": str(unit),
    }
    parts = zip(KOMMUNER, agreed or (), strict=False)
    agreement = {
        "pool": "kommun",
        "from_year": 2026,
        "shares": [{"member": key, "share": str(share)} for key, share in parts],
    }
    agreements = [agreement] if agreed else []
    found = asked("FINSAM-9-19", forbundsordningar=[ordning], agreements=agreements, **facts)
    return [(f.why, f.facts.get("actor", f.facts.get("members"))) for f in found]


class TestSharesFollowContributions:
    """Shares in assets and debts are as the contributions are by 5 § (9 § 8 p.)."""

    @given(st.integers(0, 3), st.lists(st.sampled_from([0, 0, 0, 1, -1]), min_size=3, max_size=3))
    def test_a_party_with_more_or_less_than_it_contributes_is_named(
        self, af: int, more: list[int]
    ) -> None:
        eighths = [4 - af + more[0], af, 2 + more[1], 2 + more[2]]
        shares = {key: Fraction(n, 8) for key, n in zip(MEMBERS, eighths, strict=False)}
        reported = outcome_of_shares(shares, None, members=MEMBERS[:4])
        parties = zip(["state", "regioner", "kommuner"], more, strict=True)
        if off := [("party_off", party) for party, by in parties if by]:
            assert reported == off
        else:
            assert reported == [("arbetsformedlingen_has_share" if af else "as_asked", None)]

    @given(st.sets(st.sampled_from(["forsakringskassan", *MEMBERS[2:]])))
    def test_who_is_not_named_may_have_what_is_left(self, named: set[str]) -> None:
        right = {"forsakringskassan": Fraction(1, 2), "region:24": Fraction(1, 4)}
        right |= dict.fromkeys(KOMMUNER, Fraction(1, 4) / len(KOMMUNER))
        shares = {key: share for key, share in right.items() if key in named}
        reported = outcome_of_shares(shares, [Fraction(1, len(KOMMUNER))] * len(KOMMUNER))
        if not named:
            assert reported == [("party_off", party) for party in ("state", "regioner", "kommuner")]
        elif named == right.keys():
            assert reported == [("as_asked", None)]
        else:
            assert reported == [("not_known", None)]

    @given(WEIGHTS, st.sampled_from([0, 0, 1, 2]), st.booleans())
    def test_a_kommun_with_more_or_less_than_it_has_agreed_to_is_named(
        self, weights: list[int], moved: int, is_agreed: bool
    ) -> None:
        agreed = split_of(weights)
        quarters = [share / 4 for share in agreed]
        # Some of the first kommun's share is given to another.
        if moved:
            quarters[moved], quarters[0] = quarters[moved] + quarters[0] / 3, quarters[0] * 2 / 3
        shares = dict(
            zip(MEMBERS, [Fraction(1, 2), Fraction(0), Fraction(1, 4), *quarters], strict=True)
        )
        reported = outcome_of_shares(shares, agreed if is_agreed else None)
        if not is_agreed:
            assert reported == [("agreement_unknown", None)]
        elif moved:
            assert reported == [("members_off", tuple(sorted([KOMMUNER[0], KOMMUNER[moved]])))]
        else:
            assert reported == [("as_asked", None)]

    @given(WEIGHTS, st.sampled_from([0, 0, 2, -2]))
    def test_rounding_breaks_nothing_and_two_units_do(self, weights: list[int], off: int) -> None:
        agreed = split_of(weights)
        unit = Fraction(1, 1000)
        rounded = [round(share / 4 / unit) * unit for share in agreed]
        expected: list[tuple[str, object]] = [("as_asked", None)]
        if off:
            at = rounded.index(max(rounded))
            rounded[at] += off * unit
            # Three shares, each to half a unit, are a unit and a half from their sum at the most.
            of_party = abs(sum(rounded, Fraction(0)) - Fraction(1, 4)) > unit * 3 / 2
            expected = [("party_off", "kommuner") if of_party else ("members_off", (KOMMUNER[at],))]
        shares = dict(
            zip(MEMBERS, [Fraction(1, 2), Fraction(0), Fraction(1, 4), *rounded], strict=True)
        )
        assert outcome_of_shares(shares, agreed, unit=unit) == expected

    def test_where_it_is_not_known_or_not_settled(self) -> None:
        (reported,) = asked("FINSAM-9-19", forbundsordningar=[{}])
        assert reported.why == "not_known"
        members = [*STATE, "region:01", "kommun:0180", "kommun:0980"]
        assert outcome_of_shares({}, None, members=members) == [("outside_regions", None)]
        (reported,) = asked("FINSAM-9-19", forbundsordningar=[{"shares": []}], members=members)
        assert reported.verdict == "review"


class TestWhatIsLeft:
    """What is left of a förbund that has ended is divided (9 § 15 p.)."""

    @given(
        st.none() | st.sets(st.sampled_from(MEMBERS)),
        st.sampled_from([None, -1, 0, 1]),
        st.booleans(),
        st.integers(-2, 2),
    )
    def test_it_is_asked_after_the_last_day_and_never_a_breach(
        self,
        got: set[str] | None,
        accounts: int | None,
        is_whole: bool,
        ended: int,
    ) -> None:
        liquidation = {
            "final_accounts": None if accounts is None else day(accounts),
            "divided": None if got is None else [{"member": key} for key in sorted(got)],
        }
        reported = answers(
            "FINSAM-9-21",
            on=day(0),
            dissolved=day(ended),
            economy={"liquidation": liquidation},
            complete=["economy.liquidation.divided"] if is_whole and got is not None else [],
        )
        if ended >= 0:
            assert reported == []
        elif got is None or accounts is None:
            assert reported == ["open not_known"]
        elif accounts > 0:
            assert reported == ["review not_yet"]
        elif not got:
            assert reported == ["pass as_asked"]
        elif is_whole or got >= set(MEMBERS) - {"arbetsformedlingen"}:
            assert reported == ["review divided"]
        else:
            assert reported == ["open not_listed"]

    def test_nothing_may_be_known_of_it(self) -> None:
        (reported,) = asked("FINSAM-9-21", on=day(0), dissolved=day(-1))
        assert reported.missing == (("economy", "liquidation"),)


class TestQualifiedMajority:
    """A qualified majority is a part of the votes, for matters with names (9 § 6 p.; guidance)."""

    @given(
        st.lists(
            st.fixed_dictionaries(
                {
                    "stated_as": st.sampled_from(["fraction", "consensus", "other", None]),
                    "fraction": st.sampled_from([None, "1/3", "1/2", "51/100", "2/3", "1"]),
                    "matters": st.sampled_from([None, [], ["budget"], ["budget", "exit"]]),
                }
            ),
            max_size=3,
        )
    )
    def test_each_demand_is_judged_by_itself(self, demands: list[dict[str, Any]]) -> None:
        expected = []
        for demand in demands:
            stated, fraction = demand["stated_as"], demand["fraction"]
            matters = demand["matters"]
            if stated == "consensus" or fraction == "1":
                expected.append("fail consensus")
            elif stated == "other":
                expected.append("fail no_fraction")
            elif stated is None or fraction is None:
                expected.append("open not_known")
            elif fraction in {"1/3", "1/2"}:
                expected.append("review half_or_less")
            if matters is None:
                expected.append("open not_known")
            elif not matters:
                expected.append("fail matters_not_named")
        reported = answers("FINSAM-9-20", forbundsordningar=[{"qualified_majority": demands}])
        none = "not_applicable simple_majority"
        assert reported == (expected or ["pass as_asked"] if demands else [none])

    def test_whether_there_is_one_may_not_be_known(self) -> None:
        assert answers("FINSAM-9-20", forbundsordningar=[{}]) == ["open not_known"]
