"""What the renderings of a report say alike, whatever they look like."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from finsam.law.text import Text
from finsam.models.base import Loc
from finsam.rendering.labels import CASES, COUNT, MORE, NOT_CHECKED, SAME, STAGE
from finsam.rendering.outline import (
    GROUPS,
    Asked,
    Entry,
    Held,
    Item,
    Outline,
    Unknown,
    Untold,
)
from finsam.rendering.where import NAMED, cut, paths, words
from finsam.validation.places import party
from finsam.validation.report import Report
from finsam.validation.rules import BY_ID

_REFS_SHOWN: Final = 5


class Teller:
    """Words the parts of an outline.

    Args:
        view: the outline.
        named: how many places are named one by one.
    """

    def __init__(self, view: Outline, *, named: int = NAMED) -> None:
        self._named: Final = named
        self._view: Final = view
        self.lang: Final = view.lang
        self._names: Final[Mapping[Loc, Text]] = dict(view.report.places)
        self.numbers: Final[Mapping[str, int]] = {
            **{name: view.count(name) for name in GROUPS},
            "missing": len(view.asked),
            "untold": len({rule for each in view.untold for rule in each.rules}),
            "holds": len({each.rule for each in view.held}),
        }
        """How many there are under each heading."""

    @property
    def stage(self) -> str:
        """The day asked about, and where in its life the förbund is."""
        report = self._view.report
        return STAGE[report.stage].get(self.lang).format(on=report.on)

    @property
    def counts(self) -> str:
        """How many there are under each heading, in one sentence."""
        said = [
            COUNT[name][n > 1].get(self.lang).format(n=n) for name, n in self.numbers.items() if n
        ]
        return f"{'; '.join(said)}." if said else ""

    def where(self, items: Sequence[Item]) -> tuple[str, list[str], list[str]]:
        """Where some findings are: in words, by paths, and by the first of the caller's keys."""
        locs = [item.loc for item in items if item.loc]
        refs = list(dict.fromkeys(item.ref for item in items if item.ref))
        shown = refs if len(refs) <= _REFS_SHOWN else [*refs[:_REFS_SHOWN], "…"]
        return (
            words(locs, self._names, self.lang, self._named),
            [paths(locs)] if locs else [],
            shown,
        )

    def alike(self, entry: Entry) -> Iterator[str]:
        """That the same goes for further places, if there are any."""
        if entry.alike:
            locs = [item.loc for item in entry.alike]
            said = words(locs, self._names, self.lang, self._named)
            places = f"{said} ({paths(locs)})"
            yield SAME.get(self.lang).format(count=len(entry.alike), places=places)

    def asked_of(self, asked: Asked) -> tuple[str, list[str]]:
        """Where an answer is missing, in words where the question does not say it, and by paths."""
        locs = [each.loc for each in asked.questions]
        if len(asked.questions) == 1:
            return "", [paths(locs)]
        if len(set(locs)) > 1:
            return words(locs, self._names, self.lang, self._named), [paths(locs)]
        about = [each.about.get(self.lang) for each in asked.questions if each.about]
        return cut(about, self.lang, self._named), [paths(locs)]

    def unknown(self, unknown: Unknown) -> str:
        """Of how many findings a wording is not known."""
        return CASES[unknown.findings > 1].get(self.lang).format(n=unknown.findings)

    def untold(self, untold: Untold) -> str:
        """That a topic was not checked, or not all of it."""
        topic, lang = untold.topic, self.lang
        return (
            NOT_CHECKED[len(untold.rules) < len(topic.rules)]
            .get(lang)
            .format(
                title=topic.title.get(lang),
                sections=topic.sections.get(lang),
                n=len(untold.rules),
                all=len(topic.rules),
            )
        )

    def held(self, held: Held) -> str:
        """What holds, and of which years or insatser."""
        more = MORE.get(self.lang).format(more=held.more) if held.more else ""
        return f"{held.title} ({', '.join(held.about)}{more})" if held.about else held.title


def members(report: Report) -> str:
    """The members on the day asked about, by name."""
    return ", ".join(party(member, report.on) for member in report.members)


def orgnr(report: Report) -> list[str]:
    """The organisation number as people write it; nothing if it is not known."""
    return [f"{report.orgnr[:6]}-{report.orgnr[6:]}"] if report.orgnr else []


def sections(rules: Iterable[str]) -> str:
    """The sections of some rules: ``10 §, 13 §``."""
    return ", ".join(dict.fromkeys(f"{BY_ID[rule].cites[0].section} §" for rule in rules))


def held_sections(of_topic: Mapping[str, int]) -> str:
    """The sections of a topic in which rules hold, with how many where it is not one."""
    return ", ".join(f"{section} §{f' ({n})' if n > 1 else ''}" for section, n in of_topic.items())
