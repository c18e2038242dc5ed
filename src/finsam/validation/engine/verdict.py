"""The five verdicts, and what a rule rests on."""

from enum import StrEnum


class Verdict(StrEnum):
    """What a rule says of one subject."""

    PASS = "pass"  # noqa: S105  a verdict, no secret
    """What the act asks is there."""
    FAIL = "fail"
    """What the act asks is not there."""
    OPEN = "open"
    """A fact is not known that would decide it; the finding's ``missing`` names it."""
    REVIEW = "review"
    """The facts are there, and a human must judge."""
    NOT_APPLICABLE = "not_applicable"
    """The rule does not concern this subject, or not on its day."""


class Basis(StrEnum):
    """What a rule rests on."""

    STATUTE = "statute"
    """The text of the act obliges."""
    PREPARATORY_WORKS = "preparatory_works"
    """The text of the act as its förarbeten explain it."""
    GUIDANCE = "guidance"
    """The reading of the national bodies, or a förbund's, which is not law."""
