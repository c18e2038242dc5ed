"""The Swedish act on financial coordination of rehabilitation, SFS 2003:1210, as a program.

Describe a samordningsförbund (:class:`Forbund`), ask about a day (:func:`check`), and get every
rule's verdict with its paragraph (:class:`Report`).
"""

from importlib import import_module
from typing import TYPE_CHECKING

from finsam._version import __version__

if TYPE_CHECKING:
    from finsam.law.citation import Citation
    from finsam.law.finsamlagen import FINSAMLAGEN as statute  # noqa: N811  a value, in lower case like a module
    from finsam.law.interpretations import Interpretation
    from finsam.law.parties import PartyKind, member_key
    from finsam.law.statute import NotInForce
    from finsam.models.actors import ExternalActor
    from finsam.models.allocation import Allocation, allocate
    from finsam.models.forbund import Forbund, Member
    from finsam.models.insats import AreaPart, Insats, Payment, TargetGroup
    from finsam.models.money import Contribution, OtherIncome, SplitAgreement, SplitShare
    from finsam.models.rows import MalformedRows
    from finsam.models.shortfall import Shortfall, shortfall
    from finsam.validation.batch import check_many
    from finsam.validation.catalogue import catalogue, interpretations, rule, rules
    from finsam.validation.check import check
    from finsam.validation.coverage import Covered, coverage
    from finsam.validation.deadlines import Calendar, Deadline, deadlines
    from finsam.validation.finding import Finding, RuleViolation
    from finsam.validation.registry import Rule
    from finsam.validation.report import Report, Unexamined, ViolationsFound
    from finsam.validation.verdict import Basis, Verdict

__all__ = [
    "Allocation",
    "AreaPart",
    "Basis",
    "Calendar",
    "Citation",
    "Contribution",
    "Covered",
    "Deadline",
    "ExternalActor",
    "Finding",
    "Forbund",
    "Insats",
    "Interpretation",
    "MalformedRows",
    "Member",
    "NotInForce",
    "OtherIncome",
    "PartyKind",
    "Payment",
    "Report",
    "Rule",
    "RuleViolation",
    "Shortfall",
    "SplitAgreement",
    "SplitShare",
    "TargetGroup",
    "Unexamined",
    "Verdict",
    "ViolationsFound",
    "__version__",
    "allocate",
    "catalogue",
    "check",
    "check_many",
    "coverage",
    "deadlines",
    "interpretations",
    "member_key",
    "rule",
    "rules",
    "shortfall",
    "statute",
]

_HOME = {
    "Allocation": "finsam.models.allocation",
    "AreaPart": "finsam.models.insats",
    "Basis": "finsam.validation.verdict",
    "Calendar": "finsam.validation.deadlines",
    "Citation": "finsam.law.citation",
    "Contribution": "finsam.models.money",
    "Covered": "finsam.validation.coverage",
    "Deadline": "finsam.validation.deadlines",
    "ExternalActor": "finsam.models.actors",
    "Finding": "finsam.validation.finding",
    "Forbund": "finsam.models.forbund",
    "Insats": "finsam.models.insats",
    "Interpretation": "finsam.law.interpretations",
    "MalformedRows": "finsam.models.rows",
    "Member": "finsam.models.forbund",
    "NotInForce": "finsam.law.statute",
    "OtherIncome": "finsam.models.money",
    "PartyKind": "finsam.law.parties",
    "Payment": "finsam.models.insats",
    "Report": "finsam.validation.report",
    "Rule": "finsam.validation.registry",
    "RuleViolation": "finsam.validation.finding",
    "Shortfall": "finsam.models.shortfall",
    "SplitAgreement": "finsam.models.money",
    "SplitShare": "finsam.models.money",
    "TargetGroup": "finsam.models.insats",
    "Unexamined": "finsam.validation.report",
    "Verdict": "finsam.validation.verdict",
    "ViolationsFound": "finsam.validation.report",
    "allocate": "finsam.models.allocation",
    "catalogue": "finsam.validation.catalogue",
    "check": "finsam.validation.check",
    "check_many": "finsam.validation.batch",
    "coverage": "finsam.validation.coverage",
    "deadlines": "finsam.validation.deadlines",
    "interpretations": "finsam.validation.catalogue",
    "member_key": "finsam.law.parties",
    "rule": "finsam.validation.catalogue",
    "rules": "finsam.validation.catalogue",
    "shortfall": "finsam.models.shortfall",
    "statute": "finsam.law.finsamlagen:FINSAMLAGEN",
}
"""Where each name of the face is at home; a module is imported when a name of it is first used."""


if not TYPE_CHECKING:  # a type checker knows the names, and no others

    def __getattr__(name: str) -> object:
        try:
            module, _, called = _HOME[name].partition(":")
        except KeyError:
            raise AttributeError(f"module 'finsam' has no attribute {name!r}") from None
        found = globals()[name] = getattr(import_module(module), called or name)
        return found


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
