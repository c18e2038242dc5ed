"""5 and 5 a §§: who gives how much of the money."""

from fractions import Fraction

from finsam.law.citation import Citation
from finsam.law.shares import Pool
from finsam.law.text import Text
from finsam.validation.decision import Decision, not_applicable
from finsam.validation.question import SEVERAL_REGIONS_FROM
from finsam.validation.registry import WORDING_UNKNOWN, rule
from finsam.validation.verdict import Basis
from finsam.validation.year import Year


def _fails(who: Text, part: Text) -> dict[str, Text]:
    def told(sv: str, en: str) -> Text:
        return Text(
            f"{who.sv} bidrar med {{actual}} av {{total}} kronor år {{year}} ({{share}}), "
            f"{{difference}} kronor {sv} än {part.sv} av summan, som är {{required}} kronor.",
            f"{who.en} SEK {{actual}} of SEK {{total}} for {{year}} ({{share}}), "
            f"SEK {{difference}} {en} than {part.en} of the sum, which is SEK {{required}}.",
        )

    return {"too_little": told("mindre", "less"), "too_much": told("mer", "more")}


def _extra(who: Text, part: Text) -> dict[str, Text]:
    return {
        "extra_money": Text(
            f"{who.sv} bidrar med {{actual}} av {{total}} kronor i årliga medel år {{year}}, och "
            f"{part.sv} är {{required}} kronor; först med engångsmedlen håller andelarna. "
            "Bedöm om engångsmedlen hör till medlen för samordningen.",
            f"{who.en} SEK {{actual}} of SEK {{total}} in yearly money for {{year}}, and {part.en} "
            "is SEK {required}; only together with the one-off money do the shares hold. Judge "
            "whether the one-off money is part of the money for the coordination.",
        )
    }


_STATE = (Text("Staten", "The state gives"), Text("hälften", "half"))
_REGIONS = (Text("Regionerna", "The regioner give"), Text("en fjärdedel", "a quarter"))
_KOMMUNER = (Text("Kommunerna", "The kommuner give"), Text("en fjärdedel", "a quarter"))
_OUTSIDE = (
    Text("Kommunen utanför alla regioner", "The kommun outside every region gives"),
    Text("hälften", "half"),
)
_OPEN = ("money_missing", "extra_money_unclear")


@rule(
    "FINSAM-5-1",
    "state-share-not-half",
    about=Year,
    cites=Citation("5", stycke=1, mening=1),
    basis=Basis.STATUTE,
    title=Text("Staten bidrar med hälften", "The state gives half"),
    fail=_fails(*_STATE),
    review=_extra(*_STATE),
    open=_OPEN,
    inapplicable=("party_absent", "no_money"),
    entails=("FINSAM-5-2", "FINSAM-5-3", "FINSAM-5A-1"),
)
def state_gives_half(year: Year) -> Decision:
    """Försäkringskassan gives half of the year's money.

    Decided by the yearly money of the members of the year. What Arbetsförmedlingen gives counts as
    the state's, for Försäkringskassan's half is the whole state's. A share holds if some true
    amounts behind the rounded ones make it hold exactly.

    The half is the same in every year of the act, by the committee report of 2003.

    Source: 5 § first paragraph, first sentence; bet. 2003/04:SfU4.
    """
    return year.share(Pool.STATE, Fraction(1, 2))


@rule(
    "FINSAM-5-2",
    "region-share-not-quarter",
    about=Year,
    cites=Citation("5", stycke=1, mening=2),
    basis=Basis.STATUTE,
    title=Text("Regionerna bidrar med en fjärdedel", "The regioner give a quarter"),
    fail=_fails(*_REGIONS),
    review=_extra(*_REGIONS),
    open=(*_OPEN, "pool_not_named"),
    inapplicable=("party_absent", "no_money", "half_by_5a"),
    entails=("FINSAM-5-1", "FINSAM-5-3"),
)
def regions_give_a_quarter(year: Year) -> Decision:
    """The regioner that take part give a quarter of the year's money together.

    Decided as the state's half is. A kommun outside every region that takes part beside a region
    counts as a region too (5 a § second paragraph), with the money that it gives in that role;
    where no region takes part, 5 a § first paragraph has replaced this quarter. What applied to
    such a kommun before 2010-07-01 is not known.

    Source: 5 § first paragraph, second sentence; third paragraph; 5 a §.
    """
    return _quarter(year, Pool.REGION)


@rule(
    "FINSAM-5-3",
    "kommun-share-not-quarter",
    about=Year,
    cites=Citation("5", stycke=1, mening=2),
    basis=Basis.STATUTE,
    title=Text("Kommunerna bidrar med en fjärdedel", "The kommuner give a quarter"),
    fail=_fails(*_KOMMUNER),
    review=_extra(*_KOMMUNER),
    open=(*_OPEN, "pool_not_named"),
    inapplicable=("party_absent", "no_money", "half_by_5a"),
    entails=("FINSAM-5-1", "FINSAM-5-2"),
)
def kommuner_give_a_quarter(year: Year) -> Decision:
    """The kommuner that take part give a quarter of the year's money together.

    Decided as the state's half is. Several kommuner are one party; how they split the quarter is
    theirs to agree on. Kommuner outside every region: as for the regioner's quarter.

    Source: 5 § first paragraph, second sentence; second paragraph; 5 a §.
    """
    return _quarter(year, Pool.KOMMUN)


@rule(
    "FINSAM-5A-1",
    "kommun-outside-region-not-half",
    about=Year,
    cites=Citation("5 a", stycke=1),
    basis=Basis.STATUTE,
    title=Text(
        "En kommun utanför alla regioner bidrar med hälften om ingen region deltar",
        "A kommun outside every region gives half if no region takes part",
    ),
    fail=_fails(*_OUTSIDE),
    review=_extra(*_OUTSIDE),
    open=(*_OPEN, "pool_not_named"),
    inapplicable=("party_absent", "no_money", "not_gotland_alone"),
    entails=("FINSAM-5-1",),
    first=SEVERAL_REGIONS_FROM,
)
def kommun_outside_region_gives_half(year: Year) -> Decision:
    """A kommun outside every region gives half of the money, if no region takes part.

    Decided as the state's half is, for the kommuner that stand outside every region (Gotland).

    Source: 5 a § first paragraph, since 2010-07-01.
    """
    if not year.kommun_outside_region_instead_of_region:
        return not_applicable("not_gotland_alone")
    return year.share(Pool.OUTSIDE, Fraction(1, 2))


def _quarter(year: Year, pool: Pool) -> Decision:
    if year.kommun_outside_region_instead_of_region:
        return not_applicable("half_by_5a")
    if year.kommun_outside_region_before_5a and not year.party_absent:
        return WORDING_UNKNOWN
    answer = year.share(pool, Fraction(1, 4))
    if year.kommun_outside_region_beside_region:
        return answer._replace(beside=(Citation("5 a", stycke=2),))
    return answer
