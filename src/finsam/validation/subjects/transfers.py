"""What FINSAM-6-2 judges: money from elsewhere than the members."""

from collections.abc import Iterator
from datetime import date

from finsam.models.money import OtherIncome
from finsam.validation.engine.facts import Facts
from finsam.validation.engine.subject import Subject
from finsam.validation.engine.timeline import Timeline
from finsam.validation.engine.verdict import Stage


class Income(Subject[OtherIncome]):
    """Money from elsewhere than the members, by the law of the last day of its year."""

    collection = "other_income"
    also_when = frozenset({Stage.NOT_FORMED, Stage.DISSOLVED})

    def __init__(self, timeline: Timeline, income: OtherIncome, place: int) -> None:
        facts: Facts = {"year": income.year, "source": income.source, "income": income.kind}
        if income.amount is not None:
            facts["actual"] = income.amount
        super().__init__(timeline, income, place, day=date(income.year, 12, 31), facts=facts)


def subjects(timeline: Timeline) -> Iterator[Income]:
    """Each sum from elsewhere."""
    for place, income in enumerate(timeline.forbund.other_income or ()):
        yield Income(timeline, income, place)
