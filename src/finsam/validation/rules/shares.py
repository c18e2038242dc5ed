"""5 and 5 a §§: who gives how much of the money."""

from decimal import Decimal
from typing import Final

from finsam.law.citation import Citation
from finsam.law.parties import SEVERAL_REGIONS_FROM
from finsam.law.shares import HALF, QUARTER, Pool
from finsam.law.text import Text
from finsam.validation.engine.decision import PASS, Decision, not_applicable, review
from finsam.validation.engine.rule import WORDING_UNKNOWN, rule
from finsam.validation.engine.verdict import Basis, Verdict
from finsam.validation.subjects.shares import Year

_HALF_BY_5A: Final = Decision(
    Verdict.NOT_APPLICABLE, "half_by_5a", beside=(Citation("5 a", stycke=1),)
)


def _fails(who: Text, part: Text) -> dict[str, Text]:
    def off(sv: str, en: str) -> Text:
        return Text(
            f"{who.sv} bidrar med {{actual}} av {{total}} kronor år {{year}} ({{share}}), "
            f"{{difference}} kronor {sv} än {part.sv} av summan ({{required}} kronor). Om de "
            f"andras bidrag står fast är {part.sv} {{balancing}} kronor.",
            f"{who.en} SEK {{actual}} of SEK {{total}} for {{year}} ({{share}}), "
            f"SEK {{difference}} {en} than {part.en} of the sum (SEK {{required}}). If the "
            f"others' contributions stand, {part.en} is SEK {{balancing}}.",
        )

    return {"too_little": off("mindre", "less"), "too_much": off("mer", "more")}


def _reviews(who: Text, part: Text) -> dict[str, Text]:
    return {
        **_BEFORE_FORMATION,
        "extra_money": Text(
            f"{who.sv} bidrar med {{actual}} av {{total}} kronor i årliga medel år {{year}}, och "
            f"{part.sv} är {{required}} kronor; först med engångsmedlen stämmer andelarna. "
            "Bedöm om engångsmedlen hör till medlen för samordningen.",
            f"{who.en} SEK {{actual}} of SEK {{total}} in yearly money for {{year}}, and {part.en} "
            "is SEK {required}; only together with the one-off money do the shares hold. Judge "
            "whether the one-off money is part of the money for the coordination.",
        ),
    }


_BEFORE_FORMATION: Final = {
    "before_formation": Text(
        "Bidrag är angivna för år {year}, men förbundets första dag är {formed}. Bedöm vad "
        "pengarna avser.",
        "Contributions are given for {year}, but the first day of the förbund is {formed}. Judge "
        "what the money is for.",
    )
}
_STATE = (Text("Staten", "The state gives"), Text("hälften", "half"))
_REGIONS = (Text("Regionerna", "The regioner give"), Text("en fjärdedel", "a quarter"))
_KOMMUNER = (Text("Kommunerna", "The kommuner give"), Text("en fjärdedel", "a quarter"))
_OUTSIDE = (
    Text("Kommunen som inte ingår i en region", "The kommun that is part of no region gives"),
    Text("hälften", "half"),
)
_PARTY_ABSENT: Final = Text(
    "En part som ska bidra är inte medlem någon dag under året; det prövas enligt 3 §.",
    "A party that has to contribute is not a member on any day of the year; section 3 deals with "
    "that.",
)
_NO_MONEY: Final = Text("Inga medel har lämnats för året.", "No money has been given for the year.")
_INSTEAD_OF_QUARTER: Final = Text(
    "En kommun som inte ingår i en region bidrar i stället med hälften (5 a § första stycket).",
    "A kommun that is part of no region gives half instead (section 5 a, first paragraph).",
)
_ONE_IN_POOL: Final = Text(
    "Färre än två bidrar till andelen, så det finns inget att fördela.",
    "Fewer than two contribute to the share, so there is nothing to split.",
)
_OPEN = ("money_missing", "extra_money_unclear", "pool_not_named")
_NO_SHARE = {"party_absent": _PARTY_ABSENT, "no_money": _NO_MONEY}
_NO_QUARTER = {**_NO_SHARE, "half_by_5a": _INSTEAD_OF_QUARTER}
_OF_QUARTERS = ("shares-before-2010", "two-roles", "before-5a")
_READINGS = (
    "what-counts",
    "rounding",
    "unstated-amount",
    "party-sum",
    "extra-money",
    "absent-party",
    "law-of-the-year",
    "later-years",
)


@rule(
    "FINSAM-5-1",
    "state-share-not-half",
    cites=Citation("5", stycke=1, mening=1),
    readings=(*_READINGS, "state-half", "shares-before-2010"),
    title=Text("Staten bidrar med hälften", "The state gives half"),
    passes={
        "with_arbetsformedlingen": Text(
            "Staten bidrar med hälften, om det som Arbetsförmedlingen anges bidra med räknas in",
            "The state gives half, if what Arbetsförmedlingen is said to give is counted",
        )
    },
    fail=_fails(*_STATE),
    review=_reviews(*_STATE),
    open=_OPEN,
    inapplicable=_NO_SHARE,
    entails=("FINSAM-5-2", "FINSAM-5-3", "FINSAM-5A-1"),
)
def state_gives_half(year: Year) -> Decision:
    """Försäkringskassan gives half of the year's money.

    Decided by the yearly money of those who are members in the year. Försäkringskassan's half is
    the whole state's, so what Arbetsförmedlingen gives counts as well; where the half needs it, the
    pass says so. An amount may be rounded: a share holds if amounts that round to those given would
    make it hold exactly.

    By the committee report of 2003, the half is the same in every year of the act.

    Source: 5 § first paragraph, first sentence; bet. 2003/04:SfU4.
    """
    return year.share(Pool.STATE, HALF)


@rule(
    "FINSAM-5-2",
    "region-share-not-quarter",
    cites=Citation("5", stycke=1, mening=2),
    covers=(Citation("5", stycke=3, mening=1), Citation("5 a", stycke=2, mening=2)),
    readings=(*_READINGS, *_OF_QUARTERS),
    title=Text("Regionerna bidrar med en fjärdedel", "The regioner give a quarter"),
    fail=_fails(*_REGIONS),
    review=_reviews(*_REGIONS),
    open=_OPEN,
    inapplicable=_NO_QUARTER,
    entails=("FINSAM-5-1", "FINSAM-5-3"),
)
def regions_give_a_quarter(year: Year) -> Decision:
    """The regioner that take part give a quarter of the year's money together.

    Decided in the same way as the state's half (FINSAM-5-1). Where a region takes part, a kommun
    outside every region counts as a region too, with the money that it gives in that role (5 a §
    second paragraph); where none does, 5 a § first paragraph replaces this quarter. What applied to
    such a kommun before 2010-07-01 is not known.

    Source: 5 § first paragraph, second sentence; third paragraph; 5 a §.
    """
    return _quarter(year, Pool.REGION)


def _quarter(year: Year, pool: Pool) -> Decision:
    """Whether a pool gives its quarter, where the act has quarters."""
    if year.kommun_outside_region_instead_of_region:
        return _HALF_BY_5A
    if year.kommun_outside_region_before_5a:
        return WORDING_UNKNOWN
    return year.share(pool, QUARTER)


@rule(
    "FINSAM-5-3",
    "kommun-share-not-quarter",
    cites=Citation("5", stycke=1, mening=2),
    covers=(Citation("5", stycke=2, mening=1), Citation("5 a", stycke=2, mening=1)),
    readings=(*_READINGS, *_OF_QUARTERS),
    title=Text("Kommunerna bidrar med en fjärdedel", "The kommuner give a quarter"),
    fail=_fails(*_KOMMUNER),
    review=_reviews(*_KOMMUNER),
    open=_OPEN,
    inapplicable=_NO_QUARTER,
    entails=("FINSAM-5-1", "FINSAM-5-2"),
)
def kommuner_give_a_quarter(year: Year) -> Decision:
    """The kommuner that take part give a quarter of the year's money together.

    Decided in the same way as the state's half (FINSAM-5-1). Several kommuner are one party, and
    agree among themselves how to split the quarter. A kommun outside every region counts as
    FINSAM-5-2 says.

    Source: 5 § first paragraph, second sentence; second paragraph; 5 a §.
    """
    return _quarter(year, Pool.KOMMUN)


@rule(
    "FINSAM-5-4",
    "arbetsformedlingen-pays",
    cites=Citation("5", stycke=1, mening=1),
    basis=Basis.PREPARATORY_WORKS,
    readings=("state-half",),
    title=Text(
        "Försäkringskassan bidrar med hela statens hälft",
        "Försäkringskassan gives the whole of the state's half",
    ),
    review={
        "arbetsformedlingen_pays": Text(
            "Arbetsförmedlingen anges bidra med {actual} kronor år {year}. Lagen lägger hela "
            "statens hälft på Försäkringskassan. Ofta är det bara ett sätt att redovisa den. "
            "Bedöm vem som betalar.",
            "Arbetsförmedlingen is said to give SEK {actual} for {year}. The act puts the whole of "
            "the state's half on Försäkringskassan. Often it is only a way of presenting it. Judge "
            "who pays.",
        )
    },
    open=(),
)
def arbetsformedlingen_gives_nothing(year: Year) -> Decision:
    """The state's half is Försäkringskassan's to give, for Arbetsförmedlingen too.

    Decided by whether Arbetsförmedlingen has an amount above zero. It never fails: what is
    presented as two quarters may well be paid by Försäkringskassan alone.

    Source: 5 § first paragraph, first sentence, as bet. 2003/04:SfU4 explains it.
    """
    given = [
        (place, contribution)
        for place, contribution in year.contributions
        if contribution.payer == "arbetsformedlingen" and contribution.amount
    ]
    if not given:
        return year.not_formed or PASS
    total = sum((each.amount for _, each in given), Decimal(0))
    if len(given) > 1:
        return review("arbetsformedlingen_pays", actual=total)
    [(place, contribution)] = given
    return review(
        "arbetsformedlingen_pays", at=(place, "payer"), ref=contribution.ref, actual=total
    )


def _split_fails(sv: str, en: str) -> dict[str, Text]:
    return {
        "not_as_agreed": Text(
            f"{sv} har inte fördelat sina {{total}} kronor år {{year}} på det sätt som de har "
            "kommit överens om: {members}.",
            f"{en} have not split their SEK {{total}} for {{year}} as they have agreed: "
            "{members}.",
        )
    }


def _split_reviews(sv: str, en: str) -> dict[str, Text]:
    return {
        **_BEFORE_FORMATION,
        "extra_money": Text(
            f"{sv} har inte fördelat sina {{total}} kronor i årliga medel år {{year}} på det sätt "
            "som de har kommit överens om: {members}. Först med engångsmedlen stämmer andelarna. "
            "Bedöm om de hör till medlen för samordningen.",
            f"{en} have not split their SEK {{total}} in yearly money for {{year}} as they have "
            "agreed: {members}. Only together with the one-off money does the split hold. Judge "
            "whether that is part of the money for the coordination.",
        ),
        "other_members": Text(
            f"{sv}s överenskommelse för år {{year}} gäller inte samma medlemmar som bidrar då; "
            "skillnaden gäller {members}. Bedöm om den gäller ändå.",
            f"The agreement that {en[0].lower()}{en[1:]} have for {{year}} is not between those "
            "who contribute then; the difference is {members}. Judge whether it applies all the "
            "same.",
        ),
        "part_of_year": Text(
            f"{sv} har inte fördelat sina {{total}} kronor år {{year}} på det sätt som de har "
            "kommit överens om: {members}. Någon av dem som bidrar var medlem bara en del av året. "
            "Bedöm vad överenskommelsen innebär då.",
            f"{en} have not split their SEK {{total}} for {{year}} as they have agreed: "
            "{members}. One of those who contribute was a member for a part of the year only. "
            "Judge what the agreement means then.",
        ),
    }


_SPLIT_OPEN = (
    "money_missing",
    "pool_not_named",
    "agreement_unknown",
    "only_sum_known",
    "extra_money_unclear",
)
_NO_SPLIT = {**_NO_SHARE, "one_in_pool": _ONE_IN_POOL}


@rule(
    "FINSAM-5-5",
    "kommun-split-not-as-agreed",
    cites=Citation("5", stycke=2, mening=2),
    covers=(Citation("5 a", stycke=2, mening=1),),
    readings=("agreed-shares", "part-of-the-year", *_READINGS, "two-roles"),
    title=Text(
        "Kommunerna fördelar sin andel på det sätt som de har kommit överens om",
        "The kommuner split their share as they have agreed",
    ),
    fail=_split_fails("Kommunerna", "The kommuner"),
    review=_split_reviews("Kommunerna", "The kommuner"),
    open=_SPLIT_OPEN,
    inapplicable=_NO_SPLIT,
    also_reads=("agreements",),
)
def kommuner_split_as_agreed(year: Year) -> Decision:
    """Several kommuner split their share between them in the way that they agree on.

    Decided for each kommun whose own amount is known: it has to give its agreed part of what the
    kommuner give together. They may agree on any split, even that one of them gives nothing, but
    that they have agreed must be known. What others give does not matter.
    """
    return year.split(Pool.KOMMUN)


@rule(
    "FINSAM-5-6",
    "region-split-not-as-agreed",
    cites=Citation("5", stycke=3),
    covers=(Citation("5 a", stycke=2, mening=2),),
    readings=("agreed-shares", "part-of-the-year", *_READINGS, "two-roles"),
    title=Text(
        "Regionerna fördelar sin andel på det sätt som de har kommit överens om",
        "The regioner split their share as they have agreed",
    ),
    fail=_split_fails("Regionerna", "The regioner"),
    review=_split_reviews("Regionerna", "The regioner"),
    open=_SPLIT_OPEN,
    inapplicable=_NO_SPLIT,
    first=SEVERAL_REGIONS_FROM,
    also_reads=("agreements",),
)
def regions_split_as_agreed(year: Year) -> Decision:
    """Several regioner split their share as several kommuner do.

    Decided as the kommuner's split is. A kommun outside every region that takes part beside a
    region is one of the regioner here (5 a § second paragraph).
    """
    return year.split(Pool.REGION)


@rule(
    "FINSAM-5-7",
    "extra-money-outside-shares",
    cites=Citation("5", stycke=1),
    covers=(Citation("5 a"),),
    readings=(
        "extra-money",
        "one-off-alone",
        "what-counts",
        "rounding",
        "party-sum",
    ),
    title=Text(
        "Andelarna stämmer också när engångsmedel räknas in",
        "The shares hold when one-off money is counted as well",
    ),
    review={
        **_BEFORE_FORMATION,
        "one_off_alone": Text(
            "År {year} lämnas {extra} kronor i engångsmedel och inga årliga medel. Bedöm om "
            "engångsmedlen hör till medlen för samordningen.",
            "For {year} SEK {extra} is given in one-off money and no yearly money. Judge whether "
            "the one-off money is part of the money for the coordination.",
        ),
        "with_extra": Text(
            "År {year} lämnas {extra} kronor i engångsmedel vid sidan av {total} kronor i årliga "
            "medel, och tillsammans stämmer inte andelarna i 5 och 5 a §§. Bedöm om engångsmedlen "
            "hör till medlen för samordningen.",
            "For {year} SEK {extra} is given in one-off money and SEK {total} in yearly money, "
            "and together they do not keep the shares of sections 5 and 5 a. Judge whether the "
            "one-off money is part of the money for the coordination.",
        ),
    },
    open=("money_missing", "pool_not_named"),
    inapplicable={
        "no_extra_money": Text("Inga engångsmedel lämnas.", "There is no one-off money."),
        "party_absent": _PARTY_ABSENT,
    },
)
def extra_money_keeps_the_shares(year: Year) -> Decision:
    """One-off money is given in the same shares as the yearly, or stands outside them.

    Decided by the shares of the yearly and the one-off money together. It never fails: the act does
    not say whether one-off money is part of what it splits, and the reading is the library's own.
    """
    answer = year.extra()
    if year.kommun_outside_region_before_5a and answer.verdict is not Verdict.NOT_APPLICABLE:
        return WORDING_UNKNOWN
    return answer


@rule(
    "FINSAM-5A-1",
    "kommun-outside-region-not-half",
    cites=Citation("5 a", stycke=1),
    readings=_READINGS,
    title=Text(
        "En kommun som inte ingår i en region bidrar med hälften om ingen region deltar",
        "A kommun that is part of no region gives half if no region takes part",
    ),
    fail=_fails(*_OUTSIDE),
    review=_reviews(*_OUTSIDE),
    open=_OPEN,
    inapplicable={
        **_NO_SHARE,
        "not_gotland_alone": Text(
            "Ingen kommun deltar som inte ingår i en region, eller så deltar också en region.",
            "No kommun that is part of no region takes part, or a region takes part as well.",
        ),
    },
    entails=("FINSAM-5-1",),
    first=SEVERAL_REGIONS_FROM,
)
def kommun_outside_region_gives_half(year: Year) -> Decision:
    """A kommun that is part of no region gives half of the money, if no region takes part.

    Decided in the same way as the state's half (FINSAM-5-1), for kommuner outside every region
    (Gotland).
    """
    if not year.kommun_outside_region_instead_of_region:
        return not_applicable("not_gotland_alone")
    return year.share(Pool.OUTSIDE, HALF)
