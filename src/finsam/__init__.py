"""The Swedish act on financial coordination of rehabilitation, SFS 2003:1210, as a program.

Describe a samordningsförbund (:class:`Forbund`), ask about a day (:func:`check`), and get every
rule's verdict with its paragraph (:class:`Report`).
"""

from finsam._version import __version__
from finsam.law.citation import Citation
from finsam.law.finsamlagen import FINSAMLAGEN as statute  # noqa: N811  a value, in lower case like a module
from finsam.law.parties import PartyKind
from finsam.law.statute import NotInForce
from finsam.models.actors import ExternalActor
from finsam.models.allocation import Allocation, allocate
from finsam.models.forbund import Forbund, Member
from finsam.models.insats import AreaPart, Insats, Payment, TargetGroup
from finsam.models.money import Contribution, OtherIncome, SplitAgreement, SplitShare
from finsam.validation.check import check
from finsam.validation.finding import Finding, RuleViolation
from finsam.validation.report import Report, Unexamined, ViolationsFound
from finsam.validation.verdict import Basis, Verdict

__all__ = [
    "Allocation",
    "AreaPart",
    "Basis",
    "Citation",
    "Contribution",
    "ExternalActor",
    "Finding",
    "Forbund",
    "Insats",
    "Member",
    "NotInForce",
    "OtherIncome",
    "PartyKind",
    "Payment",
    "Report",
    "RuleViolation",
    "SplitAgreement",
    "SplitShare",
    "TargetGroup",
    "Unexamined",
    "Verdict",
    "ViolationsFound",
    "__version__",
    "allocate",
    "check",
    "statute",
]
