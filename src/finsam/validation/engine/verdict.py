"""The five verdicts, what a rule rests on, and the stages of a förbund's life."""

from enum import StrEnum


class Verdict(StrEnum):
    """What a rule says of one subject."""

    __hash__ = str.__hash__  # an enum's own is slower

    PASS = "pass"  # noqa: S105  a verdict, no secret
    """The requirement is met."""
    FAIL = "fail"
    """The requirement is not met."""
    OPEN = "open"
    """A fact that would decide is not known; the finding's ``missing`` names it."""
    REVIEW = "review"
    """The facts are known, but a human must judge."""
    NOT_APPLICABLE = "not_applicable"
    """The rule does not concern this subject, or not on that day."""


class Basis(StrEnum):
    """What a rule rests on."""

    STATUTE = "statute"
    """The text of the act."""
    PREPARATORY_WORKS = "preparatory_works"
    """The text of the act as its preparatory works explain it."""
    GUIDANCE = "guidance"
    """How the national bodies, or a förbund, read the act. Not law."""


class Stage(StrEnum):
    """The stage of its life that a förbund is in on the day asked about (8 §)."""

    __hash__ = str.__hash__  # an enum's own is slower

    NOT_FORMED = "not_formed"
    """Not yet formed: its members have not all adopted a förbundsordning, or its first day is
    later. The plan is judged as a draft."""
    FORMED = "formed"
    DISSOLVED = "dissolved"
    """Its last day has passed."""
    UNKNOWN = "unknown"
    """The document does not say. The förbund is judged as formed."""
