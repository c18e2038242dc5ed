"""The Swedish act on financial coordination of rehabilitation, SFS 2003:1210, as a program.

Describe a samordningsförbund (:class:`Forbund`), ask about a day (:func:`check`), and get every
rule's verdict with its paragraph (:class:`Report`).
"""

from importlib import import_module
from typing import TYPE_CHECKING

from finsam._version import __version__

if TYPE_CHECKING:
    from finsam.answers.allocation import Allocation, allocate
    from finsam.answers.batch import check_many
    from finsam.answers.calendar import Calendar, Deadline, deadlines
    from finsam.answers.catalogue import catalogue, interpretations, rule, rules
    from finsam.answers.coverage import Covered, coverage
    from finsam.answers.division import Division, division
    from finsam.answers.shortfall import Shortfall, shortfall
    from finsam.law.citation import Citation
    from finsam.law.finsamlagen import FINSAMLAGEN as statute  # noqa: N811  a value, in lower case like a module
    from finsam.law.interpretations import Interpretation
    from finsam.law.parties import PartyKind, member_key
    from finsam.law.statute import NotInForce
    from finsam.models.actors import ExternalActor
    from finsam.models.forbund import Forbund, Member
    from finsam.models.insats import AreaPart, Insats, Payment, TargetGroup
    from finsam.models.money import Contribution, OtherIncome, SplitAgreement, SplitShare
    from finsam.models.rows import MalformedRows
    from finsam.validation.check import check
    from finsam.validation.engine.finding import Finding, RuleViolation
    from finsam.validation.engine.report import Report, Unexamined, ViolationsFound
    from finsam.validation.engine.rule import Rule
    from finsam.validation.engine.verdict import Basis, Verdict

__all__ = [
    "Allocation",
    "AreaPart",
    "Basis",
    "Calendar",
    "Citation",
    "Contribution",
    "Covered",
    "Deadline",
    "Division",
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
    "division",
    "interpretations",
    "member_key",
    "rule",
    "rules",
    "shortfall",
    "statute",
]

_HOME = {
    "Allocation": "finsam.answers.allocation",
    "AreaPart": "finsam.models.insats",
    "Basis": "finsam.validation.engine.verdict",
    "Calendar": "finsam.answers.calendar",
    "Citation": "finsam.law.citation",
    "Contribution": "finsam.models.money",
    "Covered": "finsam.answers.coverage",
    "Deadline": "finsam.answers.calendar",
    "Division": "finsam.answers.division",
    "ExternalActor": "finsam.models.actors",
    "Finding": "finsam.validation.engine.finding",
    "Forbund": "finsam.models.forbund",
    "Insats": "finsam.models.insats",
    "Interpretation": "finsam.law.interpretations",
    "MalformedRows": "finsam.models.rows",
    "Member": "finsam.models.forbund",
    "NotInForce": "finsam.law.statute",
    "OtherIncome": "finsam.models.money",
    "PartyKind": "finsam.law.parties",
    "Payment": "finsam.models.insats",
    "Report": "finsam.validation.engine.report",
    "Rule": "finsam.validation.engine.rule",
    "RuleViolation": "finsam.validation.engine.finding",
    "Shortfall": "finsam.answers.shortfall",
    "SplitAgreement": "finsam.models.money",
    "SplitShare": "finsam.models.money",
    "TargetGroup": "finsam.models.insats",
    "Unexamined": "finsam.validation.engine.report",
    "Verdict": "finsam.validation.engine.verdict",
    "ViolationsFound": "finsam.validation.engine.report",
    "allocate": "finsam.answers.allocation",
    "catalogue": "finsam.answers.catalogue",
    "check": "finsam.validation.check",
    "check_many": "finsam.answers.batch",
    "coverage": "finsam.answers.coverage",
    "deadlines": "finsam.answers.calendar",
    "division": "finsam.answers.division",
    "interpretations": "finsam.answers.catalogue",
    "member_key": "finsam.law.parties",
    "rule": "finsam.answers.catalogue",
    "rules": "finsam.answers.catalogue",
    "shortfall": "finsam.answers.shortfall",
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
