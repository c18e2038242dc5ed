"""What the rules judge, topic by topic, with the facts that several rules need of it."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any, Final, TypeAlias

from finsam.validation.engine.subject import Subject
from finsam.validation.engine.timeline import Timeline
from finsam.validation.subjects import (
    audit,
    board,
    economy,
    exit,  # noqa: A004  the topic's name
    formation,
    parties,
    shares,
    tasks,
    transfers,
)

_TOPICS: Final = (parties, shares, transfers, tasks, formation, board, economy, audit, exit)

Subjects: TypeAlias = Mapping[type, Sequence[Subject[Any]]]


def subjects_of(timeline: Timeline, topics: Collection[str]) -> Subjects:
    """The subjects of some topics, named by their modules; a kind without any is left out."""
    found: dict[type, list[Subject[Any]]] = {}
    for topic in _TOPICS:
        if topic.__name__ in topics:
            for subject in topic.subjects(timeline):
                found.setdefault(type(subject), []).append(subject)
    return found
