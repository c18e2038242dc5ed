"""Lag (2003:1210) om finansiell samordning av rehabiliteringsinsatser, as data.

The register of amendments is that of Regeringskansliets rättsdatabaser as republished by selex.se;
it ends with SFS 2023:644. Today's wordings were compared with a copy of Riksdagen's open data of
2026-02-22, which holds no later amendment. The förarbeten are those that the amendments' own
footnotes or the bills name; where none was found the entry says nothing.

How a wording is divided into stycken, meningar and punkter stands here only where its text has
been seen, or where the amendment after it is known to have changed names alone; elsewhere the
library says that it does not know, and rules answer ``review`` (``wording_unknown``).
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
                    "Försäkringskassan takes the regional office's place as a member of förbund "
                    "that exist already, on the same terms.",
                ),
            ),
            Transitional(
                point=3,
                sections=("12",),
                gist=Text(
                    "Styrelseledamöter som en allmän försäkringskassa har utsett sitter kvar "
                    "mandattiden ut, om inte försäkringsdelegationen bestämmer något annat.",
                    "Board members whom a regional office has appointed stay for the rest of their "
                    "term, unless the insurance delegation decides otherwise.",
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
            "The insurance delegations are abolished; it is Försäkringskassan that appoints.",
        ),
        preparatory_works=("prop. 2006/07:10", "bet. 2006/07:SfU3", "rskr. 2006/07:79"),
        transitional=(
            Transitional(
                point=None,
                sections=("16",),
                gist=Text(
                    "Nya 16 § första stycket används först för tid efter den 31 mars 2007.",
                    "The new first paragraph of section 16 is used for time after 31 March 2007.",
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
                    "En gemensam revisor får utses under pågående mandattid om de nuvarande "
                    "revisorerna vill avgå och inget särskilt skäl talar emot.",
                    "A joint auditor may be appointed in the course of a term if the present "
                    "auditors wish to resign and no special reason speaks against it.",
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
                    "revisor används från räkenskapsåret 2008.",
                    "The new rules on who appoints the auditor of Försäkringskassan and "
                    "Arbetsförmedlingen are used from the financial year 2008.",
                ),
                sfs="2007:1018",
            ),
            Transitional(
                point=3,
                sections=("25",),
                gist=Text(
                    "Arvode för granskning till och med räkenskapsåret 2007 följer äldre regler, "
                    "med Arbetsförmedlingen i länsarbetsnämndens ställe.",
                    "Fees for audits up to the financial year 2007 follow the older rules, with "
                    "Arbetsförmedlingen in the place of the county labour board.",
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
            "Förbund får sträcka sig över länsgränser och ha flera landsting; Gotland i 5 a §.",
            "A förbund may cross county borders, with several county councils; Gotland in 5 a §.",
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
        gist=Text("6 § får dagens enda mening.", "6 § becomes the single sentence of today."),
    ),
    Amendment(
        "2017:556",
        in_force=date(2017, 8, 1),
        amends=("20",),
        adds=(),
        gist=Text(
            "Arkivtillsynen flyttas till en medlemskommuns arkivmyndighet.",
            "Supervision of archives moves to the archive authority of a member kommun.",
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
                    "regler.",
                    "Decisions announced before the day in force are appealed by the older rules.",
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
            "Ny redovisningslag; används från räkenskapsåret 2019.",
            "New accounting act; used from the financial year 2019.",
        ),
        transitional=(
            Transitional(
                point=2,
                sections=("24",),
                gist=Text(
                    "Används första gången för årsredovisningen för räkenskapsåret 2019.",
                    "Used first for the annual report of the financial year 2019.",
                ),
            ),
            Transitional(
                point=3,
                sections=("24",),
                gist=Text(
                    "Årsredovisningen för räkenskapsåret 2018 följer äldre regler.",
                    "The annual report of the financial year 2018 follows the older rules.",
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
            "Members of the board may take part at a distance.",
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

_GENERAL: Final = Text("Allmänna bestämmelser", "General provisions")
_PARTIES: Final = Text("Samverkande parter", "Cooperating parties")
_FORBUND: Final = Text("Samordningsförbund", "Samordningsförbund")
_MONEY: Final = Text("Medel för finansiell samordning", "Means for financial coordination")
_TASKS: Final = Text("Ett samordningsförbunds uppgifter", "The tasks of a samordningsförbund")
_FORMATION: Final = Text(
    "Bildande av ett samordningsförbund", "The formation of a samordningsförbund"
)
_ORDNING: Final = Text("Förbundsordning", "Förbundsordning")
_BOARD: Final = Text(
    "Ett samordningsförbunds ledning m.m.", "The direction of a samordningsförbund, etc."
)
_ECONOMY: Final = Text("Ekonomisk förvaltning m.m.", "Economic administration, etc.")
_EXIT: Final = Text("Utträde ur ett samordningsförbund", "Leaving a samordningsförbund")
_APPEAL: Final = Text(
    "Överklagande av ett samordningsförbunds beslut", "Appeals against a samordningsförbund"
)

_SECTIONS: Final = {
    "1": (
        _GENERAL,
        Text(
            "De fyra parterna får samordna pengar inom ett område av kommuner eller delar av "
            "kommuner, också över regiongränser, för att resurserna ska användas väl.",
            "The four parties may coordinate money within an area of kommuner or parts of "
            "kommuner, across regional borders too, for resources to be well used.",
        ),
    ),
    "2": (
        _GENERAL,
        Text(
            "Insatserna är för individer som behöver samordnad rehabilitering, och ska syfta till "
            "att de kan arbeta eller blir bättre på det.",
            "The insatser are for individuals who need coordinated rehabilitation, and are to aim "
            "at their being able to work or becoming better at it.",
        ),
    ),
    "3": (
        _PARTIES,
        Text(
            "Alla fyra slagen av part måste delta, för varje del av området både kommunen och dess "
            "region. En kommun utanför alla regioner behöver ingen region.",
            "All four kinds of party must take part, for every part of the area both the kommun "
            "and its region. A kommun outside every region needs no region.",
        ),
    ),
    "4": (
        _FORBUND,
        Text(
            "Verksamheten bedrivs av ett förbund som har bildats bara för den och har parterna som "
            "medlemmar.",
            "The activity is run by a förbund that is formed for it alone, with the parties as its "
            "members.",
        ),
    ),
    "5": (
        _MONEY,
        Text(
            "Försäkringskassan ger hälften, regionerna tillsammans en fjärdedel och kommunerna "
            "tillsammans en fjärdedel. Flera kommuner är en part och delar upp sin fjärdedel som "
            "de kommer överens om; flera regioner likaså.",
            "Försäkringskassan gives half, the regioner together a quarter and the kommuner "
            "together a quarter. Several kommuner are one party and split their quarter as they "
            "agree; so do several regioner.",
        ),
    ),
    "5 a": (
        _MONEY,
        Text(
            "En kommun utanför alla regioner ger hälften om ingen region deltar. Deltar en region "
            "räknas kommunen både bland kommunerna och bland regionerna.",
            "A kommun outside every region gives half if no region takes part. If one does, the "
            "kommun counts both among the kommuner and among the regioner.",
        ),
    ),
    "6": (
        _MONEY,
        Text(
            "En part får som medlem föra över pengar till förbundet.",
            "A party may, as a member, transfer money to the förbund.",
        ),
    ),
    "7": (
        _TASKS,
        Text(
            "Förbundet har sex uppgifter: mål, stöd till samverkan, finansiering av insatser "
            "enligt 2 § inom parternas ansvar, beslut om pengarna, uppföljning, budget och "
            "årsredovisning. Det får inte besluta om enskildas förmåner, ägna sig åt "
            "myndighetsutövning eller erbjuda enskilda tjänster.",
            "The förbund has six tasks: goals, support of cooperation, financing of insatser under "
            "section 2 within the parties' responsibility, decisions on the money, follow-up, "
            "budget and annual report. It may not decide on individuals' benefits, exercise "
            "authority or offer individuals services.",
        ),
    ),
    "8": (
        _FORMATION,
        Text(
            "Ett förbund har en förbundsordning som medlemmarna fastställer; då är det bildat, "
            "eller senare om förbundsordningen säger det.",
            "A förbund has a förbundsordning that its members adopt; then it is formed, or later "
            "if the förbundsordning says so.",
        ),
    ),
    "9": (
        _ORDNING,
        Text(
            "Arton punkter som förbundsordningen ska ta upp, från namn och säte till tvister, "
            "utträde och likvidation.",
            "Eighteen points that the förbundsordning has to cover, from name and seat to "
            "disputes, exit and liquidation.",
        ),
    ),
    "10": (
        _BOARD,
        Text(
            "Varje medlem har minst en ledamot och en ersättare; ersättarna är sammanlagt lika "
            "många som ledamöterna. Styrelsen leder förbundet och får delegera, dock inte mål och "
            "andra viktiga frågor; det som beslutas så anmäls till den.",
            "Every member has at least one ledamot and one ersättare; in all there are as many "
            "ersättare as ledamöter. The board directs the förbund and may delegate, though not "
            "goals and other weighty matters; what is decided so is reported to it.",
        ),
    ),
    "11": (
        _BOARD,
        Text(
            "De som sitter i styrelsen har rätt till arvode och ersättning för sina utgifter.",
            "Those on the board have a right to a fee and to compensation for expenses.",
        ),
    ),
    "12": (
        _BOARD,
        Text(
            "Fullmäktige, Försäkringskassan och Arbetsförmedlingen utser styrelsen, bland "
            "fullmäktiges egna och de två myndigheternas anställda, och i vilken ordning ersättare "
            "kallas till tjänstgöring.",
            "The elected assemblies, Försäkringskassan and Arbetsförmedlingen appoint the board, "
            "among the assemblies' own and the two agencies' staff, and the order in which "
            "ersättare are called.",
        ),
    ),
    "13": (
        _BOARD,
        Text(
            "Styrelsen sitter i fyra år från den 1 april efter valåret, om förbundsordningen inte "
            "säger annat; den kan bara förkorta tiden.",
            "The board sits for four years from 1 April after the election year, unless the "
            "förbundsordning says otherwise; it can only shorten the term.",
        ),
    ),
    "14": (
        _BOARD,
        Text(
            "Under ett valår är det nyvalda fullmäktige som utser kommunens och regionens platser; "
            "kommunallagen säger vad som gäller efter omval och extra val.",
            "In an election year it is the newly elected assembly that fills the seats of kommun "
            "and region; the Local Government Act says what applies after a new or extra election.",
        ),
    ),
    "15": (
        _BOARD,
        Text(
            "När en ledamot avgår träder en ersättare från samma medlem in; finns ingen väljer "
            "medlemmen en ny. Allt för resten av mandattiden.",
            "When a ledamot leaves, an ersättare of the same member steps in; if there is none the "
            "member chooses a new one. All for the rest of the term.",
        ),
    ),
    "16": (
        _BOARD,
        Text(
            "Hur ett uppdrag i styrelsen kan upphöra, och rätten till ledighet för det: enligt "
            "kommunallagens regler, men inte för att mandatet i fullmäktige har löpt ut; "
            "myndigheterna får återkalla den vars anställning har upphört.",
            "How a seat on the board can end, and the leave for it: by the rules of the Local "
            "Government Act, but not because a mandate in the assembly has expired; the agencies "
            "may recall whoever's employment has ended.",
        ),
    ),
    "17": (
        _BOARD,
        Text(
            "Styrelsen väljer en ordförande och en eller två vice ordförande bland sina ledamöter.",
            "The board chooses a chair and one or two vice chairs among its ledamöter.",
        ),
    ),
    "18": (
        _BOARD,
        Text(
            "Styrelsen håller medlemmarna underrättade om planer och viktiga frågor, och kan "
            "begära yttranden och upplysningar av dem.",
            "The board keeps the members informed of plans and weighty matters, and can ask them "
            "for opinions and information.",
        ),
    ),
    "19": (
        _BOARD,
        Text(
            "Kommunallagens regler om sammanträden, beslut, jäv och protokoll gäller för "
            "styrelsen. Justeringen anslås hos varje kommun och region, och budgetsammanträdet är "
            "offentligt.",
            "The Local Government Act's rules on meetings, decisions, conflicts of interest and "
            "minutes apply to the board. The adjustment is announced by every kommun and region, "
            "and the budget meeting is public.",
        ),
    ),
    "19 a": (
        _BOARD,
        Text(
            "Styrelsen får tillåta deltagande på distans med ljud och bild på lika villkor; "
            "beslutet ska säga i vilken utsträckning och dokumenteras.",
            "The board may allow taking part at a distance by sound and picture on equal terms; "
            "the decision says to what extent and is documented.",
        ),
    ),
    "20": (
        _BOARD,
        Text(
            "En medlemskommuns arkivmyndighet har tillsyn över förbundets arkiv; är kommunerna "
            "flera kommer de överens om vilken.",
            "The archive authority of a member kommun supervises the förbund's archives; several "
            "kommuner agree on which.",
        ),
    ),
    "21": (
        _ECONOMY,
        Text(
            "Kommunallagens regler om god hushållning och budget gäller. Förbundet får inte "
            "ingå borgen och inte skuldsätta sig annat än genom sedvanliga krediter.",
            "The Local Government Act's rules on sound economy and budget apply. The förbund may "
            "give no surety and incur no debt other than customary credits.",
        ),
    ),
    "22": (
        _ECONOMY,
        Text(
            "Räcker inte tillgångarna till en skuld skjuter medlemmarna till efter sina andelar "
            "enligt 5 §.",
            "If assets do not cover a debt, the members make up for it by their shares under "
            "section 5.",
        ),
    ),
    "23": (
        _ECONOMY,
        Text(
            "Styrelsen fastställer budgeten senast den 30 november efter samråd med medlemmarna; "
            "den första fastställer medlemmarna.",
            "The board adopts the budget by 30 November after consulting the members; the first "
            "one is adopted by the members.",
        ),
    ),
    "24": (
        _ECONOMY,
        Text(
            "Styrelsen svarar för räkenskaperna och upprättar årsredovisning inom tre månader från "
            "räkenskapsårets slut.",
            "The board answers for the accounts and draws up the annual report within three months "
            "of the end of the financial year.",
        ),
    ),
    "25": (
        _ECONOMY,
        Text(
            "En revisor för varje medlem, en gemensam för de två myndigheterna; kommuner och "
            "regioner kan ha gemensamma. Förbundet betalar, om inte annat är bestämt.",
            "One auditor for each member, a joint one for the two agencies; kommuner and regioner "
            "may have joint ones. The förbund pays, unless decided otherwise.",
        ),
    ),
    "26": (
        _ECONOMY,
        Text(
            "Kommunallagens regler om revision gäller. Revisionsberättelsen går till styrelsen, "
            "medlemmarna och Arbetsförmedlingen, och varje medlem prövar ansvarsfriheten för sig.",
            "The Local Government Act's rules on audit apply. The audit report goes to the board, "
            "the members and Arbetsförmedlingen, and each member decides for itself on discharge.",
        ),
    ),
    "27": (
        _EXIT,
        Text(
            "En medlem får säga upp sig och lämna förbundet efter tre år, eller kortare tid om "
            "förbundsordningen säger det.",
            "A member may give notice and leave the förbund after three years, or a shorter time "
            "if the förbundsordning says so.",
        ),
    ),
    "28": (
        _APPEAL,
        Text(
            "Den som är medlem av en deltagande kommun eller region kan överklaga förbundets "
            "beslut; en dom som upphäver eller stoppar det överklagas bara av förbundet eller en "
            "sådan medlem.",
            "A member of a kommun or region that takes part can appeal against the förbund's "
            "decisions; a judgment that annuls or stops one is appealed by the förbund or such a "
            "member alone.",
        ),
    ),
}

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
    # Of 2010 the first paragraph and the beginning of the second have been seen; 2019:914 changed
    # names alone, as it did in 5 a and 9 §§.
    ("5", "2010:350"): _SHARES,
    ("5", "2019:914"): _SHARES,
    ("5 a", "2010:350"): _GOTLAND,
    ("5 a", "2019:914"): _GOTLAND,
    ("6", "2011:1517"): (_ONE,),
    ("7", ACT): (Stycke(1, punkter=6), _ONE),
    ("8", ACT): (_ONE, _ONE),
    # Of 2007 the first thirteen points have been seen; the number has not changed since.
    ("9", "2007:1017"): (Stycke(1, punkter=18),),
    ("9", "2017:746"): (Stycke(1, punkter=18),),
    ("9", "2019:914"): (Stycke(1, punkter=18),),
    ("10", ACT): (Stycke(2), _ONE, Stycke(2, punkter=3), _ONE),
    ("11", ACT): (_ONE,),
    # Of 2006 the whole has been seen. Derived: 2007:411 put Arbetsförmedlingen in the county labour
    # board's place, 2019:914 changed names alone, 2022:637 the act that is referred to.
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
    sections=_SECTIONS,
    divisions=_DIVISIONS,
    substance=_SUBSTANCE,
)
"""The act that the library encodes."""

statute: Final = FINSAMLAGEN
"""The same, as ``finsam`` calls it."""
