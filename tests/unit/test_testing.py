"""The strategies of ``finsam.testing`` deliver what they promise, in every way, and legibly."""

import os
import re
import subprocess
import sys
import warnings
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from hypothesis.errors import HypothesisWarning

from finsam import Finding, Forbund, Verdict, check
from finsam.law.geography import region_of
from finsam.testing import (
    BREAKABLE,
    UNDECIDABLE,
    boards,
    breaking,
    days,
    economies,
    forbund,
    kommuner,
    undecided,
)
from finsam.testing.parts import member, periods
from finsam.validation.rules import BY_ID

ON = date(2024, 9, 2)
EARLY = date(2008, 3, 1)
PAGE = Path(__file__).parents[2] / "docs" / "how-to" / "property-tests.md"


each_breakable = pytest.mark.parametrize("rule", BREAKABLE)
each_undecidable = pytest.mark.parametrize("rule", UNDECIDABLE)
some = settings(
    deadline=None,
    derandomize=True,
    # One run may keep away from a reason for some hundred draws; it stops once all are seen.
    max_examples=500,
    phases=[Phase.generate],
    report_multiple_bugs=False,
    suppress_health_check=[HealthCheck.too_slow],
)

ONE_WAY = {
    *("1-1", "1-2", "2-1", "3-2", "3-3", "3-6", "5-5", "7-1", "8-1"),
    # The points of 9 §: the förbundsordning takes each up, or not.
    *(f"9-{point}" for point in range(1, 18) if point != 3),
    # Who may decide for the board; whether that is reported; and who appoints the förbundschef.
    *("10-4", "10-5", "10-6", "20-1"),
    # Too long, too few, too late.
    *("13-1", "19-1", "19-2", "27-1"),
    # Of meetings, decisions, the economy, budgets, audits and appeals the document says yes or no.
    *("19-4", "19-5", "19A-2", "19A-3", "19A-4", "19A-5"),
    *("21-3", "21-4", "21-6", "21-7", "21-8", "21-9", "21-10", "23-2"),
}
"""Rules that a single fact breaks, always in the same way."""

OUT_OF_THE_LAWFUL = {("FINSAM-5A-1", "extra_money_unclear"), ("FINSAM-5A-1", "pool_not_named")}
"""Reasons to be open that occur only together with other faults."""


def day_for(rule: str) -> date:
    return ON if BY_ID[rule].on(ON).answer is None else EARLY


def causes(document: Forbund, finding: Finding) -> Iterator[tuple[str, object]]:
    """What was wrong, in kinds of party, payment and income rather than names."""
    facts: Mapping[str, Any] = finding.facts
    for name, fact in facts.items():
        if name in {"party", "form", "what", "aims", "focus", "income", "begins", "most", "count"}:
            yield name, fact
        if name in {"member", "actor"} and "form" not in facts:
            yield name, kind(fact)
        if name == "ersattare" and "ledamoter" in facts:
            yield "more ersättare", fact > facts["ledamoter"]
        if name == "members" and isinstance(fact, tuple):
            yield name, frozenset(map(kind, fact))
    said: Any = document
    for step in finding.loc:
        said = said[step] if isinstance(step, int) else getattr(said, step)
    if isinstance(said, str | bool | frozenset):
        yield "said", said if isinstance(said, frozenset) else kind(said)


def kind(fact: object) -> str:
    """A word, or the kind of a member."""
    return str(fact).partition(":")[0]


class Enough(Exception):  # noqa: N818  no error
    """Everything looked for has been seen."""


def look_at(
    made: st.SearchStrategy[Forbund], is_all: Callable[[Forbund], bool], least: int = 2
) -> None:
    """Draw from a strategy, at least so many times, until everything has been seen."""
    times = 0

    # The document at which it stops is written out for a report that nobody reads, however long.
    warnings.filterwarnings("ignore", "Generating overly large repr", HypothesisWarning)

    @some
    @given(made)
    def look(document: Forbund) -> None:
        nonlocal times
        times += 1
        if is_all(document) and times >= least:
            raise Enough

    with suppress(Enough):
        look()


class TestBreaking:
    @each_breakable
    def test_it_breaks_the_rule_in_each_way(self, rule: str) -> None:
        on, declared = day_for(rule), BY_ID[rule]
        ways: dict[str, set[object]] = defaultdict(set)
        least = 1 if rule.removeprefix("FINSAM-") in ONE_WAY else 2

        def is_all(document: Forbund) -> bool:
            failed = [f for f in check(document, on=on).findings if f.verdict is Verdict.FAIL]
            broken = {finding.rule for finding in failed}
            assert rule in broken
            assert broken <= {rule, *declared.entails}
            for finding in failed:
                if finding.rule == rule:
                    ways[finding.why].add(tuple(causes(document, finding)))
            return ways.keys() == declared.fail.keys() and sum(map(len, ways.values())) >= least

        # That there is but one way is seen by looking more often.
        look_at(breaking(rule, on=on), is_all, least=6 if least == 1 else 2)
        assert ways.keys() == declared.fail.keys()
        reported = sum(map(len, ways.values()))
        assert reported == 1 if least == 1 else reported > 1


class TestUndecided:
    @each_undecidable
    def test_it_leaves_the_rule_open_for_each_reason_and_breaks_nothing(self, rule: str) -> None:
        on, reasons = day_for(rule), set()
        asked = {
            why for why in BY_ID[rule].reasons_to_be_open if (rule, why) not in OUT_OF_THE_LAWFUL
        }

        def is_all(document: Forbund) -> bool:
            report = check(document, on=on)
            assert not report.violations
            assert not report.deviations
            why = {f.why for f in report.undecided if f.rule == rule and f.verdict is Verdict.OPEN}
            assert why
            reasons.update(why)
            return reasons >= asked

        look_at(undecided(rule, on=on), is_all)
        assert reasons == asked

    def test_every_rule_that_can_be_open_can_be_shown(self) -> None:
        assert set(UNDECIDABLE) == {rule.id for rule in BY_ID.values() if rule.reasons_to_be_open}


class TestPlaces:
    @given(st.data(), days())
    def test_each_kommun_comes_with_its_own_region(self, data: st.DataObject, on: date) -> None:
        kommun, region = data.draw(kommuner(on=on))
        assert region == region_of(kommun, on)
        document = Forbund.model_validate(
            {
                "name": "x",
                "members": ["forsakringskassan", "arbetsformedlingen", region or kommun],
                "area": [{"kommun": kommun, "joined": on, "left": on}],
            }
        )
        reported = check(document, on=on, rules=["FINSAM-3-2"])
        assert all(finding.facts["member"] == kommun for finding in reported.violations)


class TestWhatIsImpossible:
    @pytest.mark.parametrize("make", [breaking, undecided])
    @pytest.mark.parametrize(
        ("rule", "on", "reported"),
        [
            ("FINSAM-51", ON, "no rule has the id 'FINSAM-51'; did you mean FINSAM-5-1 or "),
            ("state-share-not-half", ON, "did you mean FINSAM-5-1"),
            ("x", ON, "no rule has the id 'x'; there are FINSAM-1-1, "),
            ("FINSAM-3-5", ON, r"FINSAM-3-5 is never (broken|open); the rules that can be are "),
            ("FINSAM-5-6", EARLY, "not in force on 2008-03-01|: ask about a day from 2010-07-01$"),
            ("FINSAM-7-1", date(2004, 12, 31), "known from 2005-01-01"),
            ("FINSAM-7-1", date(9999, 1, 1), "9999 at the latest"),
        ],
    )
    def test_it_says_what_there_is(
        self, make: Callable[..., object], rule: str, on: date, reported: str
    ) -> None:
        with pytest.raises(ValueError, match=reported):
            make(rule, on=on)

    @pytest.mark.parametrize(
        ("rule", "first"), [("FINSAM-19-2", date(2020, 1, 16)), ("FINSAM-24-1", date(2020, 4, 1))]
    )
    def test_what_is_not_due_yet_cannot_be_open(self, rule: str, first: date) -> None:
        assert undecided(rule, on=first) is not None
        with pytest.raises(ValueError, match=rf"nothing .* is due yet: .* from {first}$"):
            undecided(rule, on=first - timedelta(days=1))

    def test_a_rule_that_never_fails_names_those_near_it(self) -> None:
        with pytest.raises(ValueError, match=r"never broken; .* FINSAM-26-3 of the same section"):
            breaking("FINSAM-26-4", on=ON)

    def test_a_rule_that_has_ended_names_its_last_day(self) -> None:
        with pytest.raises(ValueError, match=r"from 2005-01-01 to 2010-06-30$"):
            breaking("FINSAM-3-3", on=ON)

    @pytest.mark.parametrize("on", ["2024-03-01", datetime(2024, 3, 1)])  # noqa: DTZ001  no time is meant
    def test_a_day_is_a_day(self, on: date) -> None:
        with pytest.raises(TypeError, match=r"write on="):
            breaking("FINSAM-5-1", on=on)

    def test_a_rule_is_a_text(self) -> None:
        with pytest.raises(TypeError, match="write 'FINSAM-5-1'"):
            breaking(5, on=ON)  # type: ignore[arg-type]  # a mistake

    def test_without_hypothesis_it_says_how_to_get_it(self) -> None:
        script = (
            "import sys; sys.modules['hypothesis'] = None\n"
            "try:\n    import finsam.testing\n"
            "except ImportError as error:\n    print(error)"
        )
        done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True)
        assert b"pip install 'finsam[testing]'" in done.stdout

    def test_it_is_no_plugin(self) -> None:
        project = (PAGE.parents[2] / "pyproject.toml").read_text(encoding="utf-8")
        assert "entry-points" not in project


class TestWhatIsReported:
    """Examples are printed so that they can be pasted into a test."""

    @given(forbund())
    def test_what_is_printed_can_be_pasted(self, document: Forbund) -> None:
        import datetime as dt  # noqa: PLC0415  as a repr names it
        from decimal import Decimal  # noqa: PLC0415
        from fractions import Fraction  # noqa: PLC0415

        from finsam.models import (  # noqa: PLC0415
            actors,
            board,
            economy,
            forbund,
            forbundsordning,
            insats,
            money,
        )

        modules = (actors, board, economy, forbund, forbundsordning, insats, money)
        names = {name: value for part in modules for name, value in vars(part).items()}
        names |= {"datetime": dt, "Decimal": Decimal, "Fraction": Fraction}
        again = eval(repr(document), names)  # noqa: S307  what the library printed
        assert again == document


class TestThePage:
    """The page's example runs, and finds the bug that is planted in it."""

    def test_it_passes_and_finds_the_planted_bug(self, tmp_path: Path) -> None:
        text = PAGE.read_text(encoding="utf-8")
        code, tests, bug = re.findall(r"```python\n(.*?)```", text, re.DOTALL)
        right = "            owed[payer] = owed.get(payer, Decimal(0)) + given.amount\n"
        assert right in code
        (tmp_path / "test_invoices.py").write_text(tests, encoding="utf-8")

        # Shrinking takes longer than finding, and the page does not depend on it. A busy machine
        # is slow to make a förbund, as the page says.
        (tmp_path / "conftest.py").write_text(
            "from hypothesis import HealthCheck, Phase, settings\n"
            "settings.register_profile(\n"
            "    'found', max_examples=100, phases=[Phase.generate], derandomize=True,\n"
            "    deadline=None, suppress_health_check=[HealthCheck.too_slow],\n"
            ")\n"
            "settings.load_profile('found')\n",
            encoding="utf-8",
        )

        def run(written: str, *which: str) -> str:
            (tmp_path / "invoices.py").write_text(written, encoding="utf-8")
            command = [sys.executable, "-B", "-m", "pytest", "-q", "-p", "no:cacheprovider", *which]
            found = {**os.environ, "PYTHONPATH": os.pathsep.join(map(os.path.abspath, sys.path))}
            done = subprocess.run(
                command, cwd=tmp_path, env=found, capture_output=True, check=False
            )
            return done.stdout.decode()

        assert "3 passed" in run(code)
        # The other two tests do not call what has changed.
        found = run(code.replace(right, bug), "-k", "test_what_is_given_is_invoiced")
        assert "1 failed" in found


@pytest.mark.parametrize(("parts", "field"), [(boards(), "board"), (economies(), "economy")])
def test_a_board_and_an_economy_stand_in_any_forbund(
    parts: st.SearchStrategy[object], field: str
) -> None:
    @settings(some, max_examples=30)
    @given(parts)
    def reported(part: object) -> None:
        document = Forbund.model_validate({"name": "x", "members": [], field: part})
        assert getattr(document, field) == part
        assert check(document, on=ON).on == ON

    reported()


@settings(max_examples=300)
@given(periods())
def test_heby_has_a_code_of_its_days(period: tuple[date | None, date | None]) -> None:
    moved = any(day and day >= date(2007, 1, 1) for day in period)
    assert member("kommun:1917", *period).actor == ("kommun:0331" if moved else "kommun:1917")
