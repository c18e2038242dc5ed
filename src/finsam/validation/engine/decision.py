"""What a rule answers: a verdict, a reason and the facts behind it, but no text."""

from collections.abc import Callable
from functools import cache, lru_cache
from typing import Final, NamedTuple, Self, Unpack

from finsam.law.citation import Citation
from finsam.models.base import Loc
from finsam.validation.engine.facts import Facts
from finsam.validation.engine.verdict import Verdict

MOST_NAMED: Final = 20
"""How many places, and how many members, an answer names at most; the rest are counted."""


class Decision(NamedTuple):
    """A rule's answer on one subject, or on a part of it.

    Attributes:
        verdict: the answer.
        why: the branch of the rule that was taken.
        at: where in the subject, relative to its place in the document.
        missing: the places in the document of the facts that would decide; of many the first, with
            the number of the others as ``more_places`` of ``facts``.
        ref: the caller's key of that part; None: the subject's own.
        beside: the provisions cited in addition to the rule's own.
        facts: the facts that the message states in addition to the subject's own, or a function
            that computes them if they are seldom needed.
        lacking: more missing facts, by their places relative to the subject.
        instead: the provisions cited instead of the rule's own.
    """

    verdict: Verdict
    why: str
    at: Loc = ()
    missing: tuple[Loc, ...] = ()
    ref: str | None = None
    beside: tuple[Citation, ...] = ()
    facts: Facts | Callable[[], Facts] | None = None
    lacking: tuple[Loc, ...] = ()
    instead: tuple[Citation, ...] = ()

    def missing_from(self, place: Loc) -> tuple[Loc, ...]:
        """The places of all missing facts; ``place`` is the subject's."""
        if not self.lacking:
            return self.missing
        return (*self.missing, *[place + way for way in self.lacking])

    def citing(self, *places: Citation) -> Self:
        """A copy that cites provisions in addition to the rule's own."""
        return self._replace(beside=places)

    def under(self, *places: Citation) -> Self:
        """A copy that cites provisions instead of the rule's own; the rule covers them."""
        return self._replace(instead=places)


# Python 3.11 looks up a member of an enum by a call, which costs as much as a short rule.
_PASS: Final = Verdict.PASS
_FAIL: Final = Verdict.FAIL
_OPEN: Final = Verdict.OPEN
_REVIEW: Final = Verdict.REVIEW
_NOT_APPLICABLE: Final = Verdict.NOT_APPLICABLE

PASS: Final = Decision(_PASS, "as_asked")
"""What the act requires is there."""

NOT_KNOWN: Final = "not_known"
"""Why a rule is open when the message need only name the missing facts."""
NOT_LISTED: Final = "not_listed"
"""Why a rule is open when an entry that would decide it is not in a list that may have more."""


def passed(why: str, *, at: Loc = (), **facts: Unpack[Facts]) -> Decision:
    """What the act requires is there, on a reading worded in the rule's ``passes``."""
    return _answer(_PASS, why, at, None, facts)


def fail(why: str, *, at: Loc = (), ref: str | None = None, **facts: Unpack[Facts]) -> Decision:
    """What the act requires is not there."""
    return _answer(_FAIL, why, at, ref, facts)


def review(why: str, *, at: Loc = (), ref: str | None = None, **facts: Unpack[Facts]) -> Decision:
    """A human must judge."""
    return _answer(_REVIEW, why, at, ref, facts)


def undecided(
    *missing: Loc,
    more: int = 0,
    why: str = NOT_KNOWN,
    at: Loc = (),
    ref: str | None = None,
    **facts: Unpack[Facts],
) -> Decision:
    """A fact is missing.

    Args:
        missing: the places in the document where it belongs, or the first of them.
        more: how many other places there are.
        why: the branch of the rule that was taken.
        at: where in the subject.
        ref: the caller's key of that part.
        facts: what the message says of it.
    """
    if len(missing) > MOST_NAMED:
        more += len(missing) - MOST_NAMED
    if more:
        facts["more_places"] = more
        missing = missing[:MOST_NAMED]
    return Decision(_OPEN, why, at, missing, ref, (), _told(facts))


@lru_cache(maxsize=1024)
def lacks(*way: str | int, at: Loc | None = None) -> Decision:
    """A fact of the subject is missing.

    Args:
        way: where in the subject it belongs.
        at: where in the subject the answer applies; None: there.
    """
    return Decision(Verdict.OPEN, NOT_KNOWN, way if at is None else at, lacking=(way,))


def not_listed(*lists: Loc, at: Loc = (), **facts: Unpack[Facts]) -> Decision:
    """An entry that would decide the matter is not in a list that may have more entries.

    Args:
        lists: the places of the lists that it may be missing from.
        at: where in the subject.
        facts: what the rule's ``unlisted`` text describes the entry with.
    """
    return Decision(_OPEN, NOT_LISTED, at, lists, facts=_told(facts))


def not_applicable(
    why: str, *, at: Loc = (), ref: str | None = None, **facts: Unpack[Facts]
) -> Decision:
    """The rule does not concern this."""
    return _answer(_NOT_APPLICABLE, why, at, ref, facts)


def _answer(verdict: Verdict, why: str, at: Loc, ref: str | None, facts: Facts) -> Decision:
    """An answer with no missing facts; cached if it has no details."""
    if facts or at or ref is not None:
        return Decision(verdict, why, at, (), ref, (), _told(facts))
    return _plain(verdict, why)


def _told(facts: Facts) -> Facts:
    """The facts, with long lists of members cut short; lists with amounts are kept whole."""
    if not facts:
        return facts
    members = facts.get("members", ())
    if len(members) <= MOST_NAMED or "amounts" in facts:
        return facts
    more = len(members) - MOST_NAMED
    return {**facts, "members": members[:MOST_NAMED], "more_members": more}


@cache
def _plain(verdict: Verdict, why: str) -> Decision:
    return Decision(verdict, why)
