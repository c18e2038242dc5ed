"""Lag (2003:1210) om finansiell samordning av rehabiliteringsinsatser, as data.

The register of amendments is that of Regeringskansliets rättsdatabaser as republished by selex.se;
it ends with SFS 2023:644, and no later amendment was found in a copy of Riksdagen's open data of
2026-02-22. The förarbeten are those that the amendments' own footnotes or the bills name; where
none was found the entry says nothing.

How a wording is divided into stycken, meningar and punkter stands here only where its text has
been seen, or where the amendment after it is known to have changed names alone; elsewhere the
library says that it does not know, and rules answer ``review`` (``wording_unknown``).
"""

from datetime import date
from typing import Final

from finsam.law.citation import ACT
from finsam.law.statute import Amendment, Statute, Stycke
from finsam.law.text import Text

_ALL: Final = tuple(str(number) for number in range(1, 29))

_AMENDMENTS: Final = (
    Amendment(
        ACT,
        date(2004, 1, 1),
        (),
        _ALL,
        Text("Lagen i dess ursprungliga lydelse.", "The act in its original wording."),
        ("prop. 2002/03:132", "bet. 2003/04:SfU4", "rskr. 2003/04:101"),
    ),
    Amendment(
        "2004:793",
        date(2005, 1, 1),
        ("1", "3", "5", "6", "12", "14", "16", "25", "26"),
        (),
        Text(
            "Försäkringskassan ersätter de allmänna försäkringskassorna; även rubriken ändras.",
            "One national Försäkringskassan replaces the regional offices; new title.",
        ),
        ("prop. 2003/04:152",),
    ),
    Amendment(
        "2006:1563",
        date(2007, 1, 1),
        ("12", "16"),
        (),
        Text(
            "Försäkringsdelegationerna avskaffas; det blir Försäkringskassan som utser.",
            "The insurance delegations are abolished; it is Försäkringskassan that appoints.",
        ),
        ("prop. 2006/07:10", "bet. 2006/07:SfU3", "rskr. 2006/07:79"),
    ),
    Amendment(
        "2007:1017",
        date(2008, 1, 1),
        ("9",),
        (),
        Text(
            "Kommuner och landsting kan ha gemensamma revisorer.",
            "Kommuner and county councils may have joint auditors.",
        ),
        ("prop. 2006/07:117",),
    ),
    Amendment(
        "2007:411",
        date(2008, 1, 1),
        ("1", "3", "12", "16", "25", "26"),
        (),
        Text(
            "Arbetsförmedlingen ersätter länsarbetsnämnderna.",
            "Arbetsförmedlingen replaces the county labour boards.",
        ),
    ),
    Amendment(
        "2007:1018",
        date(2008, 1, 1),
        ("25",),
        (),
        Text(
            "Förbundet betalar revisorernas arvoden; övergångsbestämmelser till 2007:411.",
            "The förbund pays the auditors; transitional provisions to 2007:411.",
        ),
        ("prop. 2006/07:117",),
    ),
    Amendment(
        "2010:350",
        date(2010, 7, 1),
        ("1", "3", "5", "25"),
        ("5 a",),
        Text(
            "Förbund får sträcka sig över länsgränser och ha flera landsting; Gotland i 5 a §.",
            "A förbund may cross county borders, with several county councils; Gotland in 5 a §.",
        ),
        ("prop. 2009/10:154",),
    ),
    Amendment(
        "2010:1291",
        date(2011, 1, 1),
        ("6",),
        (),
        Text(
            "Anpassning till socialförsäkringsbalken.", "Adaptation to the Social Insurance Code."
        ),
    ),
    Amendment(
        "2011:1517",
        date(2012, 1, 1),
        ("6",),
        (),
        Text("6 § får dagens enda mening.", "6 § becomes the single sentence of today."),
    ),
    Amendment(
        "2017:556",
        date(2017, 8, 1),
        ("20",),
        (),
        Text(
            "Arkivtillsynen flyttas till en medlemskommuns arkivmyndighet.",
            "Supervision of archives moves to the archive authority of a member kommun.",
        ),
        ("prop. 2016/17:152",),
    ),
    Amendment(
        "2017:746",
        date(2018, 1, 1),
        ("9", "14", "16", "19", "21", "25", "26", "28"),
        (),
        Text("Anpassning till nya kommunallagen.", "Adaptation to the new Local Government Act."),
    ),
    Amendment(
        "2018:598",
        date(2019, 1, 1),
        ("24",),
        (),
        Text(
            "Ny redovisningslag; används från räkenskapsåret 2019.",
            "New accounting act; used from the financial year 2019.",
        ),
    ),
    Amendment(
        "2019:914",
        date(2020, 1, 1),
        ("1", "3", "5", "5 a", "9", "12", "14", "16", "19", "20", "21", "25", "26", "28"),
        (),
        Text("Landsting blir region.", "County councils become regioner."),
        ("prop. 2018/19:162", "bet. 2019/20:KU3"),
    ),
    Amendment(
        "2022:131",
        date(2022, 3, 16),
        (),
        ("19 a",),
        Text(
            "Styrelsens ledamöter får delta på distans.",
            "Members of the board may take part at a distance.",
        ),
        ("prop. 2021/22:67",),
    ),
    Amendment(
        "2022:637",
        date(2022, 7, 1),
        ("12",),
        (),
        Text(
            "Hänvisning till nya lagen om proportionella val.",
            "Reference to the new act on proportional elections.",
        ),
    ),
    Amendment(
        "2023:644",
        date(2024, 1, 1),
        ("21",),
        (),
        Text(
            "Anpassning till kommunallagens nya ekonomiregler.",
            "Adaptation to new economic rules in the Local Government Act.",
        ),
    ),
)

_ONE: Final = Stycke(1)
_SHARES: Final = (Stycke(2), Stycke(2), Stycke(1))
_GOTLAND: Final = (Stycke(1), Stycke(2))

_DIVISIONS: Final = {
    ("2", ACT): (_ONE,),
    # The original 3 § has not been seen.
    ("3", "2004:793"): (Stycke(3),),
    ("3", "2007:411"): (Stycke(3),),
    ("3", "2010:350"): (Stycke(4),),
    ("3", "2019:914"): (Stycke(4),),
    ("4", ACT): (_ONE,),
    ("5", "2010:350"): _SHARES,
    ("5", "2019:914"): _SHARES,
    ("5 a", "2010:350"): _GOTLAND,
    ("5 a", "2019:914"): _GOTLAND,
    ("7", ACT): (Stycke(1, punkter=6), _ONE),
}

_SUBSTANCE: Final = {
    # Half and two quarters from the start, by the summary of bet. 2003/04:SfU4.
    ("5", ACT): frozenset({1}),
    ("5", "2004:793"): frozenset({1}),
}

FINSAMLAGEN: Final = Statute(
    sfs=ACT,
    title=Text(
        f"Lag ({ACT}) om finansiell samordning av rehabiliteringsinsatser",
        f"Act ({ACT}) on financial coordination of rehabilitation measures",
    ),
    amendments=_AMENDMENTS,
    divisions=_DIVISIONS,
    substance=_SUBSTANCE,
)
"""The act that the library encodes."""
