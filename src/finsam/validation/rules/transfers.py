"""6 §: whose money it may be, and that it is money."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from finsam.law.citation import Citation
from finsam.law.text import Text
from finsam.validation.engine.decision import PASS, Decision, fail, lacks, review
from finsam.validation.engine.rule import rule
from finsam.validation.engine.verdict import Basis
from finsam.validation.subjects.parties import who
from finsam.validation.subjects.shares import Year
from finsam.validation.subjects.transfers import Income

OWN_INCOME: Final = frozenset({"interest", "vat_compensation", "carried_over", "refund"})
"""What is the förbund's own, or comes to it by law: VAT compensation by lag (2005:807)."""

ESF_ASSIGNMENT: Final = date(2025, 3, 14)
"""The day of the first document that says that such applications do not accord with the act: the
government's assignment S2025/00528."""


@rule(
    "FINSAM-6-1",
    "money-from-non-member",
    cites=Citation("6"),
    basis=Basis.GUIDANCE,
    readings=("members-money-only", "what-counts", "undated-guidance"),
    title=Text(
        "Bara medlemmar överför medel till förbundet",
        "Only members transfer money to the förbund",
    ),
    fail={
        "not_a_member": Text(
            "Ett bidrag på {actual} kronor för år {year} kommer från {actor}, som inte var medlem "
            "det året. Enligt Nationella rådets vägledning får bara medlemmar överföra medel. "
            "Bidraget räknas inte in i andelarna.",
            "A contribution of SEK {actual} for {year} comes from {actor}, which was not a member "
            "that year. According to the guidance of the national council, only members may "
            "transfer money. The contribution is left out of the shares.",
        )
    },
    open=(),
    entails=("FINSAM-5-4",),
)
def only_members_transfer_money(year: Year) -> Iterator[Decision]:
    """A party transfers money as a member of the förbund, and nobody else does.

    Decided for each contribution by whether the payer is a member on some day of the year. The rule
    cannot see that a member, after leaving, pays for a year in which it was one.

    Source: 6 §, in its wording since 2012-01-01; that nobody else may is the national council's
    conclusion (finsam.se, Finansiering från parterna).
    """
    if year.not_formed:
        yield year.not_formed
    for place, given in year.contributions:
        if not year.is_given_by_member(given):
            at = (place, "payer")
            payer = who(given.payer)
            yield fail("not_a_member", at=at, ref=given.ref, actual=given.amount, **payer)


@rule(
    "FINSAM-6-2",
    "other-source-of-income",
    cites=Citation("6"),
    basis=Basis.GUIDANCE,
    readings=("members-money-only", "esf"),
    title=Text(
        "Förbundet har inga andra inkomstkällor än medlemmarna",
        "The förbund has no other source of income than its members",
    ),
    fail={
        "other_source": Text(
            "{source} ger förbundet {actual} kronor år {year} ({income}). Enligt Nationella rådets "
            "vägledning har ett samordningsförbund inga andra inkomstkällor än medlemmarnas medel.",
            "{source} gives the förbund {actual} kronor for {year} ({income}). According to the "
            "guidance of the national council, a samordningsförbund has no other source of income "
            "than its members' money.",
        ),
        "esf_since_assignment": Text(
            "Förbundet har {actual} kronor år {year} från {source} ({income}), beviljade "
            "{granted}. En granskning som Nationella rådet redovisade 2022 fann inget stöd i lagen "
            "för att ett samordningsförbund söker sådana medel, och regeringens uppdrag den 14 "
            "mars 2025 utgår från att det inte är förenligt med lagen.",
            "The förbund has {actual} kronor for {year} from {source} ({income}), granted on "
            "{granted}. A review that the national council reported in 2022 found no support in "
            "the act for a samordningsförbund to apply for such money, and the government's "
            "assignment of 14 March 2025 assumes that it does not accord with the act.",
        ),
    },
    review={
        "unknown_source": Text(
            "Förbundet har {actual} kronor år {year} från {source} ({income}). Bedöm om det är "
            "förbundets egna medel.",
            "The förbund has {actual} kronor for {year} from {source} ({income}). Judge whether it "
            "is the förbund's own funds.",
        ),
        "esf_before_2025": Text(
            "Förbundet har {actual} kronor från {source} ({income}) för år {year}, före 2025, när "
            "Nationella rådets vägledning växlade. Bedöm om lagen tillåter det.",
            "The förbund has {actual} kronor from {source} ({income}) for {year}, before 2025, "
            "when the guidance of the national council varied. Judge whether the act allows it.",
        ),
        "esf_before_assignment": Text(
            "Förbundet har {actual} kronor år {year} från {source} ({income}), beviljade "
            "{granted}, före den 14 mars 2025, när Nationella rådets vägledning växlade. Bedöm om "
            "lagen tillåter det.",
            "The förbund has {actual} kronor for {year} from {source} ({income}), granted on "
            "{granted}, before 14 March 2025, when the guidance of the national council varied. "
            "Judge whether the act allows it.",
        ),
    },
)
def no_other_source_of_income(income: Income) -> Decision:
    """What the förbund has comes from its members, or from its own funds.

    Decided by the kind of income, and for the European Social Fund by the year and the day of the
    grant: a document of 2025-03-14 is the first to say that it does not accord with the act.
    Compensation for VAT is the förbund's by another act. None of it counts in the shares of 5 §.

    Source: 6 §, in its wording since 2012-01-01; finsam.se (Gåvor och crowdfunding; news of
    2022-06-21); government assignment S2025/00528 of 2025-03-14; lag (2005:807) 1 §. The section
    permits members to transfer money and does not forbid others to.
    """
    kind, granted = income.item.kind, income.item.granted
    if kind in OWN_INCOME:
        return PASS
    if kind == "other":
        return review("unknown_source")
    if kind not in {"esf", "esf_plus"}:
        return fail("other_source")
    if income.item.year < ESF_ASSIGNMENT.year:
        return review("esf_before_2025")
    if granted is None:
        return lacks("granted")
    if granted < ESF_ASSIGNMENT:
        return review("esf_before_assignment", at=("granted",), granted=granted)
    return fail("esf_since_assignment", at=("granted",), granted=granted)


@rule(
    "FINSAM-6-3",
    "contribution-in-kind",
    cites=Citation("6"),
    basis=Basis.GUIDANCE,
    readings=("cash-only", "undated-guidance"),
    title=Text("Bidragen är pengar", "Contributions are money"),
    fail={
        "in_kind": Text(
            "Bidraget från {actor} för år {year} är inte pengar utan något som har värderats till "
            "{actual} kronor. Enligt Nationella rådets vägledning ska parterna bidra med likvida "
            "medel.",
            "The contribution of {actor} for {year} is not money but something valued at SEK "
            "{actual}. According to the guidance of the national council, the parties are to "
            "contribute liquid funds.",
        )
    },
    open=(),
)
def contributions_are_money(year: Year) -> Iterator[Decision]:
    """What is transferred is money, and not staff or premises.

    Decided for each contribution by what the document says of it. It counts in the shares all the
    same.

    Source: 6 §, in its wording since 2012-01-01; finsam.se (Finansiering från parterna).
    """
    if year.not_formed:
        yield year.not_formed
    for place, given in year.contributions:
        if given.in_kind:
            payer = who(given.payer)
            at = (place, "in_kind")
            yield fail("in_kind", at=at, ref=given.ref, actual=given.amount, **payer)
