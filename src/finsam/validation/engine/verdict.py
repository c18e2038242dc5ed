"""The five verdicts, what a rule rests on, and the stages of a förbund's life."""

from enum import StrEnum


class Verdict(StrEnum):
    """What a rule says of one subject."""

    __hash__ = str.__hash__  # an enum's own is slower

    PASS = "pass"  # noqa: S105  a verdict, no secret
    """What the act requires is there."""
    FAIL = "fail"
    """What the act requires is not there."""
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
    """A reading by the national bodies, or by a förbund, which is not law."""


class Stage(StrEnum):
    """The stage of its life that a förbund is in on the day asked about (8 §)."""

    __hash__ = str.__hash__  # an enum's own is slower

    NOT_FORMED = "not_formed"
    """It is yet to be formed: its members have not all adopted a förbundsordning, or its first day
    is later. What is planned is judged as a draft."""
    FORMED = "formed"
    DISSOLVED = "dissolved"
    """Its last day has passed."""
    UNKNOWN = "unknown"
    """The document does not say; it is judged as one that has been formed."""
