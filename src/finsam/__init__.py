"""The Swedish act on financial coordination of rehabilitation, SFS 2003:1210, as a program.

Describe a samordningsförbund (:class:`Forbund`), ask about a day (:func:`check`), and get every
rule's verdict with its paragraph (:class:`Report`).
"""

from finsam._version import __version__
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
from finsam.validation.batch import check_many
from finsam.validation.catalogue import catalogue, interpretations, rule, rules
from finsam.validation.check import check
from finsam.validation.coverage import Covered, coverage
from finsam.validation.finding import Finding, RuleViolation
from finsam.validation.registry import Rule
from finsam.validation.report import Report, Unexamined, ViolationsFound
from finsam.validation.verdict import Basis, Verdict

__all__ = [
    "Allocation",
    "AreaPart",
    "Basis",
    "Citation",
    "Contribution",
    "Covered",
    "ExternalActor",
    "Finding",
    "Forbund",
    "Insats",
    "Interpretation",
    "Member",
    "NotInForce",
    "OtherIncome",
    "PartyKind",
    "Payment",
    "Report",
    "Rule",
    "RuleViolation",
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
    "interpretations",
    "member_key",
    "rule",
    "rules",
    "statute",
]
