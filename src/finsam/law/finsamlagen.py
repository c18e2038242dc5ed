"""Lag (2003:1210) om finansiell samordning av rehabiliteringsinsatser, as data.

The register of amendments is that of Regeringskansliets rättsdatabaser, as republished by selex.se,
and ends with SFS 2023:644. Today's wordings were compared with a copy of Riksdagen's open data of
2026-02-22, which has no later amendment. The preparatory works are those named in the amendments'
own footnotes or in the bills; an entry without any means that none were found.

The division of a wording into stycken, meningar and punkter is given only where the text has been
seen, or where the next amendment is known to have changed names only. For other wordings, rules
answer ``review`` (``wording_unknown``).
"""

from datetime import date
from typing import Final

from finsam.law.citation import ACT
from finsam.law.statute import Amendment, Statute, Stycke, Transitional
from finsam.law.text import Text

_ALL: Final = tuple(str(number) for number in range(1, 29))

_AMENDMENTS: Final = (
    Amendment(
        ACT,
        in_force=date(2004, 1, 1),
        amends=(),
        adds=_ALL,
        gist=Text("Lagen i dess ursprungliga lydelse.", "The act in its original wording."),
        preparatory_works=("prop. 2002/03:132", "bet. 2003/04:SfU4", "rskr. 2003/04:101"),
    ),
    Amendment(
        "2004:793",
        in_force=date(2005, 1, 1),
        amends=("1", "3", "5", "6", "12", "14", "16", "25", "26"),
        adds=(),
        gist=Text(
            "Försäkringskassan ersätter de allmänna försäkringskassorna; även rubriken ändras.",
            "One national Försäkringskassan replaces the regional offices; new title.",
        ),
        preparatory_works=("prop. 2003/04:152",),
        transitional=(
            Transitional(
                point=2,
                sections=(),
                gist=Text(
                    "Försäkringskassan tar den allmänna försäkringskassans plats som medlem i "
                    "förbund som redan finns, på samma villkor.",
                    "Försäkringskassan replaces the regional office as a member of existing "
                    "förbund, on the same terms.",
                ),
            ),
            Transitional(
                point=3,
                sections=("12",),
                gist=Text(
                    "Styrelseledamöter som en allmän försäkringskassa har utsett sitter kvar "
                    "mandattiden ut, om inte försäkringsdelegationen bestämmer något annat.",
                    "Board members appointed by a regional office stay for the rest of their term, "
                    "unless the insurance delegation decides otherwise.",
                ),
            ),
        ),
    ),
    Amendment(
        "2006:1563",
        in_force=date(2007, 1, 1),
        amends=("12", "16"),
        adds=(),
        gist=Text(
            "Försäkringsdelegationerna avskaffas; det blir Försäkringskassan som utser.",
            "The insurance delegations are abolished; Försäkringskassan appoints instead.",
        ),
        preparatory_works=("prop. 2006/07:10", "bet. 2006/07:SfU3", "rskr. 2006/07:79"),
        transitional=(
            Transitional(
                point=None,
                sections=("16",),
                gist=Text(
                    "Nya 16 § första stycket tillämpas från och med den 1 april 2007.",
                    "The new first paragraph of section 16 applies from 1 April 2007.",
                ),
                applies_from=date(2007, 4, 1),
            ),
        ),
    ),
    Amendment(
        "2007:1017",
        in_force=date(2008, 1, 1),
        amends=("9",),
        adds=(),
        gist=Text(
            "Kommuner och landsting kan ha gemensamma revisorer.",
            "Kommuner and county councils may have joint auditors.",
        ),
        preparatory_works=("prop. 2006/07:117",),
        transitional=(
            Transitional(
                point=2,
                sections=("9", "25"),
                gist=Text(
                    "En gemensam revisor får utses under löpande mandattid om de nuvarande "
                    "revisorerna vill avgå och inget särskilt skäl talar emot.",
                    "A joint auditor may be appointed during a term if the present auditors wish "
                    "to resign and there is no special reason against it.",
                ),
            ),
        ),
    ),
    Amendment(
        "2007:411",
        in_force=date(2008, 1, 1),
        amends=("1", "3", "12", "16", "25", "26"),
        adds=(),
        gist=Text(
            "Arbetsförmedlingen ersätter länsarbetsnämnderna.",
            "Arbetsförmedlingen replaces the county labour boards.",
        ),
        transitional=(
            Transitional(
                point=2,
                sections=("25",),
                gist=Text(
                    "De nya reglerna om vem som utser Försäkringskassans och Arbetsförmedlingens "
                    "revisor tillämpas från och med räkenskapsåret 2008.",
                    "The new rules on who appoints the auditor of Försäkringskassan and "
                    "Arbetsförmedlingen apply from the financial year 2008.",
                ),
                sfs="2007:1018",
            ),
            Transitional(
                point=3,
                sections=("25",),
                gist=Text(
                    "För arvode avseende granskning till och med räkenskapsåret 2007 gäller "
                    "äldre regler, med Arbetsförmedlingen i länsarbetsnämndens ställe.",
                    "Fees for audits up to the financial year 2007 follow the older rules, with "
                    "Arbetsförmedlingen in place of the county labour board.",
                ),
                sfs="2007:1018",
            ),
        ),
    ),
    Amendment(
        "2007:1018",
        in_force=date(2008, 1, 1),
        amends=("25",),
        adds=(),
        gist=Text(
            "Förbundet betalar revisorernas arvoden; övergångsbestämmelser till 2007:411.",
            "The förbund pays the auditors; transitional provisions to 2007:411.",
        ),
        preparatory_works=("prop. 2006/07:117",),
    ),
    Amendment(
        "2010:350",
        in_force=date(2010, 7, 1),
        amends=("1", "3", "5", "25"),
        adds=("5 a",),
        gist=Text(
            "Ett förbund får omfatta flera län och flera landsting; 5 a § om Gotland.",
            "A förbund may cover several counties and county councils; section 5 a on Gotland.",
        ),
        preparatory_works=("prop. 2009/10:154",),
    ),
    Amendment(
        "2010:1291",
        in_force=date(2011, 1, 1),
        amends=("6",),
        adds=(),
        gist=Text(
            "Anpassning till socialförsäkringsbalken.", "Adaptation to the Social Insurance Code."
        ),
    ),
    Amendment(
        "2011:1517",
        in_force=date(2012, 1, 1),
        amends=("6",),
        adds=(),
        gist=Text(
            "6 § får sin nuvarande enda mening.", "Section 6 becomes today's single sentence."
        ),
    ),
    Amendment(
        "2017:556",
        in_force=date(2017, 8, 1),
        amends=("20",),
        adds=(),
        gist=Text(
            "Tillsynen över arkiven flyttas till en medlemskommuns arkivmyndighet.",
            "Supervision of the archives moves to the archive authority of a member kommun.",
        ),
        preparatory_works=("prop. 2016/17:152",),
    ),
    Amendment(
        "2017:746",
        in_force=date(2018, 1, 1),
        amends=("9", "14", "16", "19", "21", "25", "26", "28"),
        adds=(),
        gist=Text(
            "Anpassning till nya kommunallagen.", "Adaptation to the new Local Government Act."
        ),
        transitional=(
            Transitional(
                point=2,
                sections=("28",),
                gist=Text(
                    "Beslut som har tillkännagetts före ikraftträdandet överklagas enligt äldre "
                    "bestämmelser.",
                    "Decisions announced before the amendment came into force are appealed under "
                    "the older rules.",
                ),
            ),
        ),
    ),
    Amendment(
        "2018:598",
        in_force=date(2019, 1, 1),
        amends=("24",),
        adds=(),
        gist=Text(
            "Ny redovisningslag; tillämpas från och med räkenskapsåret 2019.",
            "New accounting act, which applies from the financial year 2019.",
        ),
        transitional=(
            Transitional(
                point=2,
                sections=("24",),
                gist=Text(
                    "Tillämpas första gången på årsredovisningen för räkenskapsåret 2019.",
                    "Applies for the first time to the annual report of the financial year 2019.",
                ),
            ),
            Transitional(
                point=3,
                sections=("24",),
                gist=Text(
                    "För årsredovisningen för räkenskapsåret 2018 gäller äldre bestämmelser.",
                    "The older rules apply to the annual report of the financial year 2018.",
                ),
            ),
        ),
    ),
    Amendment(
        "2019:914",
        in_force=date(2020, 1, 1),
        amends=("1", "3", "5", "5 a", "9", "12", "14", "16", "19", "20", "21", "25", "26", "28"),
        adds=(),
        gist=Text("Landsting blir region.", "County councils become regioner."),
        preparatory_works=("prop. 2018/19:162", "bet. 2019/20:KU3"),
    ),
    Amendment(
        "2022:131",
        in_force=date(2022, 3, 16),
        amends=(),
        adds=("19 a",),
        gist=Text(
            "Styrelsens ledamöter får delta på distans.",
            "Members of the board may take part remotely.",
        ),
        preparatory_works=("prop. 2021/22:67",),
    ),
    Amendment(
        "2022:637",
        in_force=date(2022, 7, 1),
        amends=("12",),
        adds=(),
        gist=Text(
            "Hänvisning till nya lagen om proportionella val.",
            "Reference to the new act on proportional elections.",
        ),
    ),
    Amendment(
        "2023:644",
        in_force=date(2024, 1, 1),
        amends=("21",),
        adds=(),
        gist=Text(
            "Anpassning till kommunallagens nya ekonomiregler.",
            "Adaptation to new economic rules in the Local Government Act.",
        ),
    ),
)

_SECTIONS: Final = {
    Text("Allmänna bestämmelser", "General provisions"): {
        "1": Text(
            "De fyra parterna får samordna pengar inom ett område av kommuner eller delar av "
            "kommuner, även över regiongränser, så att resurserna används väl.",
            "The four parties may coordinate money within an area of kommuner or parts of "
            "kommuner, also across regional borders, so that resources are used well.",
        ),
        "2": Text(
            "Insatserna riktar sig till individer som behöver samordnad rehabilitering, och syftar "
            "till att de ska kunna arbeta eller klara det bättre.",
            "The insatser are for individuals who need coordinated rehabilitation. Their aim is "
            "to make them able, or better able, to work.",
        ),
    },
    Text("Samverkande parter", "Cooperating parties"): {
        "3": Text(
            "Alla fyra slags parter måste delta, och för varje del av området både kommunen och "
            "dess region. En kommun utanför alla regioner behöver ingen region.",
            "All four kinds of party must take part, and for every part of the area both the "
            "kommun and its region. A kommun outside every region needs no region.",
        ),
    },
    Text("Samordningsförbund", "Samordningsförbund"): {
        "4": Text(
            "Verksamheten bedrivs av ett förbund som har bildats enbart för den och har parterna "
            "som medlemmar.",
            "The coordination is run by a förbund formed for that purpose only, with the parties "
            "as its members.",
        ),
    },
    Text("Medel för finansiell samordning", "Funds for financial coordination"): {
        "5": Text(
            "Försäkringskassan bidrar med hälften, regionerna tillsammans med en fjärdedel och "
            "kommunerna tillsammans med en fjärdedel. Flera kommuner räknas som en part och delar "
            "sin fjärdedel så som de kommer överens om; detsamma gäller flera regioner.",
            "Försäkringskassan gives half, the regioner together a quarter and the kommuner "
            "together a quarter. Several kommuner count as one party and split their quarter as "
            "they agree; so do several regioner.",
        ),
        "5 a": Text(
            "En kommun som inte ingår i någon region bidrar med hälften om ingen region deltar. "
            "Deltar en region räknas kommunen både bland kommunerna och bland regionerna.",
            "A kommun outside every region gives half if no region takes part. If one does, the "
            "kommun counts both among the kommuner and among the regioner.",
        ),
        "6": Text(
            "En part får som medlem föra över pengar till förbundet.",
            "A party may, as a member, transfer money to the förbund.",
        ),
    },
    Text("Ett samordningsförbunds uppgifter", "The tasks of a samordningsförbund"): {
        "7": Text(
            "Förbundet har sex uppgifter: mål, stöd till samverkan, finansiering av insatser "
            "enligt 2 § inom parternas ansvar, beslut om pengarna, uppföljning samt budget och "
            "årsredovisning. Det får inte besluta om enskildas förmåner, utöva myndighet eller "
            "erbjuda enskilda tjänster.",
            "The förbund has six tasks: goals, support for cooperation, financing of insatser "
            "under section 2 within the parties' responsibility, decisions on the money, "
            "follow-up, and the budget and annual report. It may not decide on benefits for "
            "individuals, exercise public authority or offer individuals services.",
        ),
    },
    Text("Bildande av ett samordningsförbund", "The formation of a samordningsförbund"): {
        "8": Text(
            "Ett förbund har en förbundsordning, och är bildat när alla medlemmar har fastställt "
            "den, eller senare om förbundsordningen anger det.",
            "A förbund has a förbundsordning, and is formed when all members have adopted it, or "
            "later if the förbundsordning says so.",
        ),
    },
    Text("Förbundsordning", "Förbundsordning"): {
        "9": Text(
            "Arton punkter som förbundsordningen ska ta upp, från namn och säte till tvister, "
            "utträde och likvidation.",
            "Eighteen points that the förbundsordning must cover, from name and seat to disputes, "
            "exit and liquidation.",
        ),
    },
    Text("Ett samordningsförbunds ledning m.m.", "The direction of a samordningsförbund, etc."): {
        "10": Text(
            "Varje medlem har minst en ledamot och en ersättare, och ersättarna är sammanlagt lika "
            "många som ledamöterna. Styrelsen leder förbundet och får delegera, dock inte mål och "
            "andra viktiga frågor. Beslut på delegation anmäls till styrelsen.",
            "Every member has at least one ledamot and one ersättare, and in all there are as many "
            "ersättare as ledamöter. The board directs the förbund and may delegate, but not goals "
            "and other important matters. Delegated decisions are reported to it.",
        ),
        "11": Text(
            "De som sitter i styrelsen har rätt till arvode och ersättning för sina utgifter.",
            "Those on the board are entitled to a fee and to compensation for expenses.",
        ),
        "12": Text(
            "Fullmäktige, Försäkringskassan och Arbetsförmedlingen utser styrelsen, bland "
            "fullmäktiges egna och de två myndigheternas anställda, och bestämmer i vilken ordning "
            "ersättarna kallas till tjänstgöring.",
            "The elected assemblies, Försäkringskassan and Arbetsförmedlingen appoint the board, "
            "from among the assemblies' own and the two agencies' staff, and decide in which order "
            "ersättare are called to serve.",
        ),
        "13": Text(
            "Styrelsens mandattid är fyra år från den 1 april året efter valåret, om inte "
            "förbundsordningen anger annat; den kan bara förkorta tiden.",
            "The board's term is four years from 1 April of the year after an election, unless the "
            "förbundsordning says otherwise; it can only shorten the term.",
        ),
        "14": Text(
            "Under ett valår är det de nyvalda fullmäktige som utser kommunens och regionens "
            "ledamöter och ersättare. Vad som gäller efter omval och extra val anges i "
            "kommunallagen.",
            "In an election year the newly elected assembly fills the seats of the kommun or "
            "region. The Local Government Act says what applies after a repeat or extra election.",
        ),
        "15": Text(
            "När en ledamot avgår inträder en ersättare från samma medlem. Finns det ingen väljer "
            "medlemmen en ny ledamot. I båda fallen gäller det resten av mandattiden.",
            "When a ledamot leaves, an ersättare of the same member steps in. If there is none, "
            "the member chooses a new ledamot. Either serves for the rest of the term.",
        ),
        "16": Text(
            "Kommunallagens regler gäller för hur ett uppdrag i styrelsen upphör och för rätten "
            "till ledighet, men uppdraget upphör inte för att mandatet i fullmäktige löper ut. "
            "Myndigheterna får återkalla uppdraget för den vars anställning har upphört.",
            "The Local Government Act's rules on how a seat ends and on leave apply, but a seat "
            "does not end because a mandate in the assembly expires. The agencies may recall "
            "somebody whose employment has ended.",
        ),
        "17": Text(
            "Ordförande, och en eller två vice ordförande, väljer styrelsen bland sina ledamöter.",
            "The board elects a chair and one or two vice chairs from among its ledamöter.",
        ),
        "18": Text(
            "Styrelsen håller medlemmarna underrättade om planer och viktiga frågor, och kan "
            "begära yttranden och upplysningar av dem.",
            "The board keeps the members informed of plans and important matters, and may ask them "
            "for opinions and information.",
        ),
        "19": Text(
            "Kommunallagens regler om sammanträden, beslut, jäv och protokoll gäller för "
            "styrelsen. Justeringen tillkännages på anslagstavlan hos varje medlem som är kommun "
            "eller region, och sammanträdet om budgeten är offentligt.",
            "The Local Government Act's rules on meetings, decisions, conflicts of interest and "
            "minutes apply to the board. The adjustment of the minutes is announced on the notice "
            "board of every member kommun and region, and the meeting on the budget is public.",
        ),
        "19 a": Text(
            "Styrelsen får tillåta deltagande på distans med ljud och bild på lika villkor. "
            "Beslutet ska ange omfattningen och dokumenteras.",
            "The board may allow members to take part remotely by sound and picture, on equal "
            "terms. The decision states to what extent, and is documented.",
        ),
        "20": Text(
            "En medlemskommuns arkivmyndighet har tillsyn över förbundets arkiv. Flera kommuner "
            "kommer överens om vilken.",
            "The archive authority of a member kommun supervises the förbund's archives. Several "
            "kommuner agree on which one.",
        ),
    },
    Text("Ekonomisk förvaltning m.m.", "Economic administration, etc."): {
        "21": Text(
            "Kommunallagens regler om god ekonomisk hushållning och budget gäller. Förbundet får "
            "inte ingå borgen, och får skuldsätta sig bara genom sedvanliga krediter.",
            "The Local Government Act's rules on sound financial management and budgets apply. The "
            "förbund may not give surety, and may incur no debts but customary credits.",
        ),
        "22": Text(
            "Räcker tillgångarna inte till en skuld fyller medlemmarna bristen efter sina andelar "
            "enligt 5 §.",
            "If the assets do not cover a debt, the members make up the difference by their shares "
            "under section 5.",
        ),
        "23": Text(
            "Styrelsen fastställer budgeten senast den 30 november efter samråd med medlemmarna. "
            "Den första budgeten fastställs av medlemmarna.",
            "The board adopts the budget by 30 November, after consulting the members. The members "
            "adopt the first one.",
        ),
        "24": Text(
            "Styrelsen svarar för räkenskaperna och upprättar årsredovisning inom tre månader från "
            "räkenskapsårets slut.",
            "The board is responsible for the accounts and draws up the annual report within three "
            "months of the end of the financial year.",
        ),
        "25": Text(
            "Varje medlem har en revisor, de två myndigheterna en gemensam; kommuner och regioner "
            "kan ha gemensamma. Förbundet betalar, om inte annat har bestämts.",
            "Each member has an auditor, and the two agencies have one together; kommuner and "
            "regioner may share. The förbund pays, unless decided otherwise.",
        ),
        "26": Text(
            "Kommunallagens regler om revision gäller. Revisionsberättelsen lämnas till styrelsen, "
            "medlemmarna och Arbetsförmedlingen. Varje medlem beslutar för sig om ansvarsfrihet "
            "och skadestånd.",
            "The Local Government Act's rules on audit apply. The audit report goes to the board, "
            "the members and Arbetsförmedlingen. Each member decides by itself on discharge and "
            "damages.",
        ),
    },
    Text("Utträde ur ett samordningsförbund", "Leaving a samordningsförbund"): {
        "27": Text(
            "En medlem får lämna förbundet tre år efter uppsägning, eller tidigare om "
            "förbundsordningen anger det.",
            "A member may leave the förbund three years after giving notice, or earlier if the "
            "förbundsordning says so.",
        ),
    },
    Text(
        "Överklagande av ett samordningsförbunds beslut", "Appeals against a samordningsförbund"
    ): {
        "28": Text(
            "Den som är medlem av en deltagande kommun eller region får överklaga förbundets "
            "beslut. En dom som upphäver eller stoppar ett beslut får överklagas bara av förbundet "
            "eller en sådan medlem.",
            "A member of a participating kommun or region may appeal against the förbund's "
            "decisions. Only the förbund or such a member may appeal against a judgment that "
            "annuls or stops one.",
        ),
    },
}
"""The gist of each section, in the library's words, under its heading."""

_ONE: Final = Stycke(1)
_SHARES: Final = (Stycke(2), Stycke(2), Stycke(1))
_GOTLAND: Final = (Stycke(1), Stycke(2))
_APPOINTMENT: Final = (Stycke(2), Stycke(1, punkter=3), _ONE)

_DIVISIONS: Final = {
    # The originals of 1 and 3 §§ have not been seen.
    ("1", "2004:793"): (Stycke(2),),
    ("1", "2007:411"): (Stycke(2),),
    ("1", "2010:350"): (Stycke(3),),
    ("1", "2019:914"): (Stycke(3),),
    ("2", ACT): (_ONE,),
    ("3", "2004:793"): (Stycke(3),),
    ("3", "2007:411"): (Stycke(3),),
    ("3", "2010:350"): (Stycke(4),),
    ("3", "2019:914"): (Stycke(4),),
    ("4", ACT): (_ONE,),
    # Of the wording of 2010, the first paragraph and the beginning of the second have been seen;
    # 2019:914 changed names only, as in 5 a and 9 §§.
    ("5", "2010:350"): _SHARES,
    ("5", "2019:914"): _SHARES,
    ("5 a", "2010:350"): _GOTLAND,
    ("5 a", "2019:914"): _GOTLAND,
    ("6", "2011:1517"): (_ONE,),
    ("7", ACT): (Stycke(1, punkter=6), _ONE),
    ("8", ACT): (_ONE, _ONE),
    # Of the wording of 2007, thirteen points have been seen; their number has not changed since.
    ("9", "2007:1017"): (Stycke(1, punkter=18),),
    ("9", "2017:746"): (Stycke(1, punkter=18),),
    ("9", "2019:914"): (Stycke(1, punkter=18),),
    ("10", ACT): (Stycke(2), _ONE, Stycke(2, punkter=3), _ONE),
    ("11", ACT): (_ONE,),
    # The wording of 2006 has been seen in full. The rest is derived: 2007:411 replaced the county
    # labour board with Arbetsförmedlingen, 2019:914 changed names, and 2022:637 a reference.
    ("12", "2006:1563"): _APPOINTMENT,
    ("12", "2007:411"): _APPOINTMENT,
    ("12", "2019:914"): _APPOINTMENT,
    ("12", "2022:637"): _APPOINTMENT,
    ("13", ACT): (_ONE, _ONE),
    ("14", "2019:914"): (_ONE, _ONE),
    ("15", ACT): (Stycke(3), Stycke(3)),
    ("16", "2019:914"): (Stycke(2), _ONE),
    ("17", ACT): (_ONE,),
    ("18", ACT): (_ONE, _ONE),
    ("19", "2019:914"): (Stycke(5),),
    ("19 a", "2022:131"): (Stycke(3), _ONE, Stycke(2)),
    ("20", "2019:914"): (Stycke(3), Stycke(2)),
    ("21", "2023:644"): (Stycke(2), Stycke(2)),
    ("22", ACT): (_ONE,),
    ("23", ACT): (Stycke(3),),
    ("24", "2018:598"): (Stycke(2),),
    ("25", "2019:914"): (Stycke(6), _ONE, Stycke(2)),
    ("26", "2019:914"): (Stycke(2), _ONE, Stycke(2)),
    ("27", ACT): (_ONE, _ONE),
    ("28", "2019:914"): (_ONE, _ONE),
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
    compared=date(2026, 2, 22),
    sections={
        section: (heading, gist)
        for heading, under in _SECTIONS.items()
        for section, gist in under.items()
    },
    divisions=_DIVISIONS,
    substance=_SUBSTANCE,
)
"""The act that the library encodes."""

statute: Final = FINSAMLAGEN
"""The name of :data:`FINSAMLAGEN` in ``finsam``."""
