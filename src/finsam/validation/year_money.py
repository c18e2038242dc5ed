"""A year's money in a report: what each pool gives, and what 5 and 5 a §§ require of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal, localcontext
from typing import Any, Final, NamedTuple, cast

from finsam.law.citation import Citation
from finsam.law.shares import EXACT, Pool
from finsam.law.text import Lang
from finsam.shown import Shown, face
from finsam.validation.engine.verdict import Verdict
from finsam.validation.finding import Finding

POOLS: Final = {
    "FINSAM-5-1": Pool.STATE,
    "FINSAM-5-2": Pool.REGION,
    "FINSAM-5-3": Pool.KOMMUN,
    "FINSAM-5A-1": Pool.OUTSIDE,
}
"""The rules on who gives how much, and whose share each is about."""


class GivenShare(NamedTuple):
    """What a pool gives, and the share that the act requires of it.

    Attributes:
        pool: whose share it is.
        verdict: whether it holds.
        actual: what it gives, in kronor; None if not known.
        required: its share of the year's money, in kronor; None if not known.
        missing: the members without a known contribution, at most twenty.
        more_missing: how many more there are.
        citation: the provision.
        link: the address of the provision, in the wording of the year.
    """

    pool: Pool
    verdict: Verdict
    actual: Decimal | None
    required: Decimal | None
    missing: tuple[str, ...]
    more_missing: int
    citation: Citation
    link: str

    @property
    def difference(self) -> Decimal | None:
        """What it gives minus what is required, in kronor; negative if it gives too little."""
        if self.actual is None or self.required is None:
            return None
        with localcontext(EXACT):
            return self.actual - self.required


@dataclass(frozen=True, slots=True)
class YearMoney(Shown):
    """A year's money by who gives it. Renders as a chart in a notebook.

    Attributes:
        year: the calendar year.
        total: all of it, in kronor; None if not known.
        shares: the shares that the act requires for that year, in the order of the act.
    """

    year: int
    total: Decimal | None
    shares: tuple[GivenShare, ...]

    def records(self) -> list[dict[str, Any]]:
        """A row for each share, of strings, numbers and None."""
        return [
            {
                "year": self.year,
                "total": self.total,
                "pool": share.pool.value,
                "verdict": share.verdict.value,
                "actual": share.actual,
                "required": share.required,
                "difference": share.difference,
                "citation": str(share.citation),
            }
            for share in self.shares
        ]

    def to_svg(self, lang: Lang = "sv") -> str:
        """A chart, as an SVG element for a page or a file."""
        picture: str = face("svg").money(self, lang)
        return picture


def money_of(findings: Iterable[Finding]) -> tuple[YearMoney, ...]:
    """The years whose shares some findings judge, in order."""
    shares: dict[int, list[GivenShare]] = {}
    totals: dict[int, Decimal] = {}
    for finding in findings:
        pool = POOLS.get(finding.rule)
        if pool is None or finding.verdict is Verdict.NOT_APPLICABLE:
            continue
        facts = cast("dict[str, Any]", finding.facts)
        year = facts["year"]
        if "total" in facts:
            totals[year] = facts["total"]
        shares.setdefault(year, []).append(
            GivenShare(
                pool,
                finding.verdict,
                facts.get("actual"),
                facts.get("required"),
                facts.get("members", ()),
                facts.get("more_members", 0),
                finding.citation,
                finding.link,
            )
        )
    return tuple(YearMoney(year, totals.get(year), tuple(shares[year])) for year in sorted(shares))
