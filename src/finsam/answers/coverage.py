"""The coverage map: for every place of the act, what the library does with it."""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import Any, Final, NamedTuple

from finsam.law.citation import Citation
from finsam.law.finsamlagen import FINSAMLAGEN
from finsam.law.text import Text


class How(StrEnum):
    """What the library does with a place of the act."""

    RULES = "rules"
    """Rules encode it."""
    FUNCTION = "function"
    """A function computes it."""
    HUMAN = "human"
    """A machine must not decide it, or not all of it."""
    RIGHT = "right"
    """A right or a power: there is nothing to check."""
    NOT_YET = "not_yet"
    """It has not been encoded yet."""


class Covered(NamedTuple):
    """A place of the act in its wording of today, and what the library does with it.

    Attributes:
        place: a section, or a stycke, mening or punkt of one.
        rules: the ids of the rules that encode it.
        functions: the functions that compute it.
        human: what a human has to decide.
        right: what right or power it gives.
        not_yet: whether some of it has not been encoded yet.
    """

    place: Citation
    rules: tuple[str, ...] = ()
    functions: tuple[str, ...] = ()
    human: tuple[Text, ...] = ()
    right: tuple[Text, ...] = ()
    not_yet: bool = False

    @property
    def how(self) -> tuple[How, ...]:
        """All that is done with the place."""
        done = {
            How.RULES: self.rules,
            How.FUNCTION: self.functions,
            How.HUMAN: self.human,
            How.RIGHT: self.right,
            How.NOT_YET: self.not_yet,
        }
        return tuple(how for how, what in done.items() if what)

    def to_dict(self) -> dict[str, Any]:
        """The row as JSON-ready values."""
        return {
            "citation": self.place.to_dict(),
            "short": self.place.short(),
            "how": [how.value for how in self.how],
            "rules": list(self.rules),
            "functions": list(self.functions),
            "human": [text._asdict() for text in self.human],
            "right": [text._asdict() for text in self.right],
            "not_yet": self.not_yet,
        }


def coverage() -> tuple[Covered, ...]:
    """What the library does with every section, stycke, mening and punkt of the act.

    In the order of the act, in its wordings of today. What is said of a section or a stycke is what
    is said of the places in it, taken together. Rules on older wordings stand at the same place of
    today.
    """
    return tuple(row for section in FINSAMLAGEN.provisions for row in _section(section))


def _section(section: str) -> Iterator[Covered]:
    divisions = FINSAMLAGEN.provision(section).wordings[-1].stycken or ()
    rows: list[tuple[Covered, list[Covered]]] = []
    for number, stycke in enumerate(divisions, 1):
        leaves = [Citation(section, number, mening=m) for m in range(1, stycke.meningar + 1)]
        leaves += [Citation(section, number, punkt=p) for p in range(1, stycke.punkter + 1)]
        covered = [_place(place) for place in leaves]
        rows.append((_together(Citation(section, number), covered), covered))
    yield _together(Citation(section), [stycke for stycke, _ in rows])
    for stycke_row, covered in rows:
        yield stycke_row
        yield from covered


def _place(place: Citation) -> Covered:
    covered = _PLACES.get(place)
    if covered is None:
        raise LookupError(f"the coverage map says nothing of {place}")
    return covered


def _together(place: Citation, parts: Iterable[Covered]) -> Covered:
    rows = list(parts)
    return Covered(
        place,
        tuple(dict.fromkeys(rule for row in rows for rule in row.rules)),
        tuple(dict.fromkeys(name for row in rows for name in row.functions)),
        tuple(dict.fromkeys(text for row in rows for text in row.human)),
        tuple(dict.fromkeys(text for row in rows for text in row.right)),
        any(row.not_yet for row in rows),
    )


def _ids(section: str, *serials: int) -> tuple[str, ...]:
    return tuple(f"FINSAM-{section}-{serial}" for serial in serials)


_ALLOCATE: Final = ("finsam.allocate",)
_MERITS: Final = Text(
    "Om behovet av samordning är verkligt, och om insatsen kan ge förmåga att arbeta.",
    "Whether the need for coordination is real, and whether the insats can give the ability to "
    "work.",
)
_FIELD: Final = Text(
    "Om insatsen ligger inom parternas samlade ansvarsområde, och om en utomstående är en annan "
    "aktör eller en parts leverantör.",
    "Whether the insats lies in the parties' combined field of responsibility, and whether an "
    "outsider is another actor or a party's supplier.",
)
_MONEY: Final = Text(
    "Vilka medel som är medlen till samordningen.",
    "Which means are the means for the coordination.",
)
_AGREEMENT: Final = Text(
    "Om det finns en överenskommelse, och om den binder.",
    "Whether there is an agreement, and whether it binds.",
)
_BEFORE_2010: Final = Text(
    "Före den 1 juli 2010: om kommunerna låg inom det deltagande landstingets område.",
    "Before 1 July 2010: whether the kommuner lay in the area of the county council that took "
    "part.",
)

_RIGHT_BODY: Final = Text(
    "Om rätt organ hos varje medlem har fastställt förbundsordningen.",
    "Whether the right body of each member has adopted the förbundsordning.",
)
_ENOUGH: Final = Text(
    "Om det som förbundsordningen säger räcker.", "Whether what the förbundsordning says is enough."
)
_RESERVED: Final = Text(
    "Om en grupp av ärenden är en av dem som styrelsen ska behålla.",
    "Whether a group of matters is one of those that the board has to keep.",
)
_POINTS: Final = (*range(1, 9), *range(10, 18))

_INDEPENDENCE: Final = Text(
    "Om revisorn är valbar och oberoende av dem som granskas.",
    "Whether the auditor can be chosen and is independent of those who are audited.",
)

_ONE_OF_SEVERAL: Final = Text(
    "Om en plats som blev tom fylls också när medlemmen har andra av samma slag.",
    "Whether a seat that became empty is filled also where the member has others of its kind.",
)

_PLACES: Final = {
    covered.place: covered
    for covered in (
        Covered(
            Citation("1", 1, 1),
            rules=_ids("1", 2),
            right=(
                Text(
                    "Parterna får samordna; enligt denna lag måste ingen.",
                    "The parties may coordinate; by this act nobody must.",
                ),
            ),
            human=(
                Text("Om resurserna används effektivt.", "Whether resources are used effectively."),
            ),
        ),
        Covered(Citation("1", 1, 2), rules=("FINSAM-1-1", "FINSAM-3-5")),
        Covered(
            Citation("1", 1, 3),
            rules=_ids("3", 3),
            human=(_BEFORE_2010,),
            right=(
                Text(
                    "Området får sträcka sig över regiongränser.",
                    "The area may cross regional borders.",
                ),
            ),
        ),
        Covered(Citation("2", 1, 1), rules=_ids("2", 1, 2, 3, 4), human=(_MERITS,)),
        Covered(Citation("3", 1, 1), rules=_ids("3", 3, 4)),
        Covered(Citation("3", 1, 2), rules=("FINSAM-3-1", "FINSAM-27-3")),
        Covered(Citation("3", 1, 3), rules=_ids("3", 2)),
        Covered(Citation("3", 1, 4), rules=_ids("3", 1, 2)),
        Covered(
            Citation("4", 1, 1),
            rules=_ids("3", 4),
            human=(
                Text(
                    "Om förbundet är bildat bara för detta, och om var och en som samverkar är "
                    "medlem.",
                    "Whether the förbund is formed for this alone, and whether everybody who "
                    "cooperates is a member.",
                ),
            ),
        ),
        Covered(
            Citation("5", 1, 1), rules=_ids("5", 1, 4, 7), functions=_ALLOCATE, human=(_MONEY,)
        ),
        Covered(
            Citation("5", 1, 2), rules=_ids("5", 2, 3, 7), functions=_ALLOCATE, human=(_MONEY,)
        ),
        Covered(Citation("5", 2, 1), rules=_ids("5", 3), functions=_ALLOCATE),
        Covered(
            Citation("5", 2, 2),
            rules=_ids("5", 5),
            functions=_ALLOCATE,
            human=(_AGREEMENT,),
            right=(Text("Kommunerna väljer fördelning.", "The kommuner choose how to split."),),
        ),
        Covered(
            Citation("5", 3, 1), rules=_ids("5", 2, 6), functions=_ALLOCATE, human=(_AGREEMENT,)
        ),
        Covered(Citation("5 a", 1, 1), rules=("FINSAM-5A-1", "FINSAM-5-7"), functions=_ALLOCATE),
        Covered(Citation("5 a", 2, 1), rules=_ids("5", 3, 5, 7), functions=_ALLOCATE),
        Covered(Citation("5 a", 2, 2), rules=_ids("5", 2, 6, 7), functions=_ALLOCATE),
        Covered(
            Citation("6", 1, 1),
            rules=_ids("6", 1, 2, 3),
            right=(
                Text(
                    "En part får föra över pengar som medlem.",
                    "A party may transfer money as a member.",
                ),
            ),
        ),
        Covered(
            Citation("7", 1, 1),
            human=(
                Text(
                    "Om det som förbundet gör hör till någon av de sex uppgifterna.",
                    "Whether what the förbund does is one of the six tasks.",
                ),
            ),
        ),
        Covered(
            Citation("7", 1, punkt=1),
            rules=_ids("7", 10),
            human=(
                Text(
                    "Vilka mål och riktlinjer som behövs.", "Which goals and guidelines are needed."
                ),
            ),
        ),
        Covered(
            Citation("7", 1, punkt=2),
            rules=_ids("7", 6),
            human=(
                Text("Om samverkan stöds väl nog.", "Whether cooperation is supported enough."),
            ),
        ),
        Covered(
            Citation("7", 1, punkt=3),
            rules=(*_ids("2", 1, 2, 3), *_ids("7", 1, 2, 3, 6, 8, 9)),
            human=(_FIELD,),
        ),
        Covered(
            Citation("7", 1, punkt=4),
            human=(
                Text(
                    "Om förbundet har beslutat hur medlen ska användas.",
                    "Whether the förbund has decided how the means are used.",
                ),
            ),
        ),
        Covered(
            Citation("7", 1, punkt=5),
            rules=_ids("7", 7),
            human=(Text("Om utvärderingen duger.", "Whether the evaluation is good enough."),),
        ),
        Covered(
            Citation("7", 1, punkt=6),
            human=(
                Text(
                    "Om budget och årsredovisning upprättas; när och hur säger 21, 23 och 24 §§.",
                    "Whether budget and annual report are drawn up; sections 21, 23 and 24 say "
                    "when and how.",
                ),
            ),
        ),
        Covered(
            Citation("7", 2, 1),
            rules=_ids("7", 4, 5),
            human=(
                Text(
                    "Vad som är ett beslut om förmåner eller rättigheter, myndighetsutövning eller "
                    "en tjänst för enskilda.",
                    "What is a decision on benefits or rights, an exercise of authority or a "
                    "service for individuals.",
                ),
            ),
        ),
        Covered(Citation("8", 1, 1), rules=_ids("8", 1, 2), human=(_RIGHT_BODY,)),
        Covered(Citation("8", 2, 1), rules=_ids("8", 3)),
        Covered(Citation("9", 1, 1), rules=_ids("9", *_POINTS, 19, 20), human=(_ENOUGH,)),
        *(
            Covered(Citation("9", 1, punkt=point), rules=rules, human=(_ENOUGH,))
            for point, rules in {
                **{point: _ids("9", point) for point in _POINTS if point != 8},
                3: (*_ids("9", 3), *_ids("13", 1)),
                6: _ids("9", 6, 20),
                13: (*_ids("9", 13), "FINSAM-25-4"),
            }.items()
        ),
        Covered(
            Citation("9", 1, punkt=8),
            rules=_ids("9", 8, 19),
            human=(
                _ENOUGH,
                Text(
                    "Hur kostnaderna fördelas, och vilka andelar som gäller när en kommun utanför "
                    "alla regioner är med: punkten hänvisar till 5 § och inte till 5 a §.",
                    "How costs are split, and which shares apply where a kommun outside every "
                    "region takes part: the point refers to section 5 and not to section 5 a.",
                ),
            ),
        ),
        Covered(
            Citation("9", 1, punkt=9),
            rules=("FINSAM-21-10",),
            right=(
                Text(
                    "Medlemmarna får begränsa vilka krediter som förbundet tar.",
                    "The members may limit which credits the förbund takes.",
                ),
            ),
        ),
        Covered(
            Citation("9", 1, punkt=18),
            right=(
                Text(
                    "Medlemmarna bestämmer vad mer som behövs.",
                    "The members decide what else is needed.",
                ),
            ),
        ),
        Covered(Citation("10", 1, 1), rules=_ids("10", 1)),
        Covered(Citation("10", 1, 2), rules=_ids("10", 2)),
        Covered(
            Citation("10", 2, 1),
            rules=_ids("10", 6),
            right=(
                Text(
                    "Styrelsen beslutar, förvaltar och verkställer.",
                    "The board decides, manages and executes.",
                ),
            ),
        ),
        Covered(
            Citation("10", 3, 1),
            rules=_ids("10", 4),
            human=(
                Text(
                    "Om det som har delegerats är en viss grupp av ärenden.",
                    "Whether what is delegated is a certain group of matters.",
                ),
            ),
            right=(Text("Styrelsen får delegera.", "The board may delegate."),),
        ),
        Covered(Citation("10", 3, 2), rules=_ids("10", 3)),
        *(
            Covered(Citation("10", 3, punkt=point), rules=_ids("10", 3), human=(_RESERVED,))
            for point in (1, 2, 3)
        ),
        Covered(
            Citation("10", 4, 1),
            rules=_ids("10", 5),
            right=(
                Text(
                    "Styrelsen bestämmer i vilken ordning anmälan sker.",
                    "The board decides in which order reports are made.",
                ),
            ),
        ),
        Covered(
            Citation("11", 1, 1),
            right=(
                Text(
                    "Den som sitter i styrelsen har rätt till arvode och ersättning för utgifter.",
                    "Whoever sits on the board has a right to a fee and to expenses.",
                ),
            ),
        ),
        Covered(Citation("12", 1, 1), rules=_ids("12", 1)),
        Covered(
            Citation("12", 1, 2),
            human=(
                Text(
                    "Om så många begärde proportionellt val att det skulle hållas, och om det "
                    "gick rätt till.",
                    "Whether so many asked for a proportional election that it had to be held, and "
                    "whether it was held rightly.",
                ),
            ),
        ),
        Covered(Citation("12", 2, 1), rules=_ids("12", 2)),
        *(Covered(Citation("12", 2, punkt=point), rules=_ids("12", 2)) for point in (1, 2, 3)),
        Covered(Citation("12", 3, 1), rules=_ids("12", 3)),
        Covered(
            Citation("13", 1, 1),
            rules=_ids("13", 1, 2),
            functions=("finsam.law.terms.last_day_of_term",),
        ),
        Covered(
            Citation("13", 2, 1), rules=_ids("13", 3, 4), functions=("finsam.law.terms.term_start",)
        ),
        Covered(
            Citation("14", 1, 1),
            rules=("FINSAM-14-1", "FINSAM-25-6"),
            functions=("finsam.law.terms.election_day",),
        ),
        Covered(
            Citation("14", 2, 1),
            human=(
                Text(
                    "När uppdrag upphör och nya val hålls efter omval, ny sammanräkning eller "
                    "extra val: det beror på valet i varje kommun och region.",
                    "When assignments end and new ones begin after new, recounted or extra "
                    "elections: that depends on the election in each kommun and region.",
                ),
            ),
        ),
        Covered(Citation("15", 1, 1), rules=_ids("15", 2)),
        Covered(
            Citation("15", 1, 2),
            human=(
                Text(
                    "Vilka ledamöter en ersättare har valts för, och om den rätta kallades.",
                    "For which ledamöter an ersättare was chosen, and whether the right one was "
                    "called.",
                ),
            ),
        ),
        Covered(Citation("15", 1, 3), rules=_ids("15", 1)),
        Covered(Citation("15", 2, 1), rules=_ids("10", 1), human=(_ONE_OF_SEVERAL,)),
        Covered(Citation("15", 2, 2), rules=_ids("10", 1, 2), human=(_ONE_OF_SEVERAL,)),
        Covered(
            Citation("15", 2, 3),
            human=(
                Text(
                    "Om den som kom i stället utsågs för resten av mandattiden.",
                    "Whether the successor was appointed for the rest of the term.",
                ),
            ),
        ),
        Covered(
            Citation("16", 1, 1),
            rules=_ids("16", 1),
            human=(
                Text(
                    "Om grunden för att uppdraget upphörde verkligen fanns.",
                    "Whether the ground on which the assignment ended was really there.",
                ),
            ),
            right=(
                Text(
                    "Rätt till ledighet från anställningen för uppdraget.",
                    "A right to leave from work for the assignment.",
                ),
            ),
        ),
        Covered(Citation("16", 1, 2), rules=_ids("16", 2)),
        Covered(
            Citation("16", 2, 1),
            rules=_ids("16", 3),
            right=(
                Text(
                    "Myndigheterna får återkalla den som inte längre är anställd.",
                    "The agencies may recall whom they no longer employ.",
                ),
            ),
        ),
        Covered(
            Citation("17", 1, 1),
            rules=_ids("17", 1, 2, 3),
            right=(
                Text("Styrelsen bestämmer för hur lång tid.", "The board decides for how long."),
            ),
        ),
        Covered(
            Citation("18", 1, 1),
            human=(
                Text(
                    "Om medlemmarna hålls underrättade, och vad som är av större betydelse.",
                    "Whether the members are kept informed, and what is of weight.",
                ),
            ),
        ),
        Covered(
            Citation("18", 2, 1),
            right=(
                Text(
                    "Styrelsen får begära yttranden och upplysningar av medlemmarna.",
                    "The board may ask the members for opinions and information.",
                ),
            ),
        ),
        Covered(
            Citation("19", 1, 1),
            rules=_ids("19", 1, 2),
            human=(
                Text(
                    "Jäv, beslutens form och majoritet, protokollets innehåll, om sammanträden "
                    "hålls när de begärs, ersättarnas tjänstgöring och rätt att närvara, och vem "
                    "som tar emot delgivningar.",
                    "Conflicts of interest, how decisions are made and by which majority, what "
                    "minutes hold, whether meetings are held when asked for, how ersättare serve "
                    "and that they may be present, and who is served with documents.",
                ),
            ),
            right=(
                Text(
                    "Styrelsen får ha utskott; ledamöter får väcka ärenden, avstå från att rösta "
                    "och reservera sig.",
                    "The board may have committees (utskott); ledamöter may raise matters, abstain "
                    "from voting and enter a reservation.",
                ),
            ),
        ),
        Covered(
            Citation("19", 1, 2),
            rules=_ids("19", 1, 2),
            right=(
                Text(
                    "Säger vad kommunallagens ord betyder här; det finns inget att pröva.",
                    "Says what the words of the Local Government Act mean here; there is nothing "
                    "to check.",
                ),
            ),
        ),
        Covered(
            Citation("19", 1, 3),
            rules=_ids("19", 3),
            human=(
                Text(
                    "Om anslaget satt uppe hela överklagandetiden.",
                    "Whether the notice stayed up for as long as decisions could be appealed.",
                ),
            ),
        ),
        Covered(Citation("19", 1, 4), rules=_ids("19", 4)),
        Covered(Citation("19", 1, 5), rules=_ids("19", 5)),
        Covered(
            Citation("19 a", 1, 1),
            rules=_ids("19A", 1),
            right=(
                Text(
                    "Styrelsen får tillåta deltagande på distans.",
                    "The board may allow taking part at a distance.",
                ),
            ),
        ),
        Covered(Citation("19 a", 1, 2), rules=_ids("19A", 2)),
        Covered(
            Citation("19 a", 1, 3),
            rules=_ids("19A", 3),
            human=(Text("Om skälen är särskilda.", "Whether the reasons are special."),),
        ),
        Covered(Citation("19 a", 2, 1), rules=_ids("19", 1)),
        Covered(Citation("19 a", 3, 1), rules=_ids("19A", 4)),
        Covered(Citation("19 a", 3, 2), rules=_ids("19A", 5)),
        Covered(
            Citation("20", 1, 1),
            rules=_ids("20", 1),
            human=(
                Text(
                    "Hur arkiven vårdas, och om tillsynen räcker.",
                    "How the archives are kept, and whether the supervision is enough.",
                ),
            ),
        ),
        Covered(
            Citation("20", 1, 2),
            human=(
                Text(
                    "Om arkivmyndigheten samråder med Riksarkivet.",
                    "Whether the archive authority consults Riksarkivet.",
                ),
            ),
        ),
        Covered(Citation("20", 1, 3), rules=_ids("20", 1), human=(_AGREEMENT,)),
        Covered(
            Citation("20", 2, 1),
            right=(
                Text(
                    "Kommunfullmäktige får meddela föreskrifter om arkivvården.",
                    "Kommunfullmäktige may issue rules on how the archives are kept.",
                ),
            ),
        ),
        Covered(
            Citation("20", 2, 2),
            human=(
                Text(
                    "Hur arkivlagens bestämmelser läses med kommunfullmäktige i regeringens "
                    "ställe.",
                    "How the Archives Act reads with kommunfullmäktige in the place of the "
                    "government.",
                ),
            ),
        ),
        Covered(
            Citation("21", 1, 1),
            rules=_ids("21", 1, 2, 3, 4, 5, 6, 7, 11),
            human=(
                Text(
                    "Om hushållningen är god, medlen väl placerade, budgetens innehåll "
                    "tillräckligt och ett underskott försvarligt.",
                    "Whether the economy is sound, means well placed, what the budget holds enough "
                    "and a deficit defensible.",
                ),
            ),
        ),
        Covered(
            Citation("21", 1, 2),
            human=(
                Text(
                    "Hur kommunallagen läses med förbundsstyrelsen i fullmäktiges och styrelsens "
                    "ställe.",
                    "How the Local Government Act reads with the förbund's board in the place of "
                    "fullmäktige and styrelsen.",
                ),
            ),
        ),
        Covered(Citation("21", 2, 1), rules=_ids("21", 8)),
        Covered(
            Citation("21", 2, 2),
            rules=_ids("21", 9, 10),
            human=(Text("Om en kredit är sedvanlig.", "Whether a credit is customary."),),
        ),
        Covered(
            Citation("22", 1, 1),
            functions=("finsam.shortfall",),
            human=(
                Text(
                    "Om tillgångar saknas; om Arbetsförmedlingen, som inte bidrar enligt 5 §, "
                    "svarar för något; och vad som gäller den som bidrar enligt 5 a § (Gotland), "
                    "som paragrafen inte nämner.",
                    "Whether assets are lacking; whether Arbetsförmedlingen, which contributes "
                    "nothing by section 5, answers for anything; and what holds for who "
                    "contributes by section 5 a (Gotland), which the section does not name.",
                ),
            ),
        ),
        Covered(
            Citation("23", 1, 1),
            rules=_ids("23", 1, 3),
            functions=("finsam.law.terms.budget_day", "finsam.deadlines"),
        ),
        Covered(
            Citation("23", 1, 2),
            rules=_ids("23", 2),
            human=(Text("Om samrådet var tillräckligt.", "Whether the consultation was enough."),),
        ),
        Covered(Citation("23", 1, 3), rules=_ids("23", 4)),
        Covered(
            Citation("24", 1, 1),
            rules=_ids("24", 1),
            functions=("finsam.law.terms.annual_report_day", "finsam.deadlines"),
            human=(Text("Om räkenskaperna är i ordning.", "Whether the accounts are in order."),),
        ),
        Covered(
            Citation("24", 1, 2),
            rules=_ids("24", 2),
            human=(
                Text(
                    "Om årsredovisningen följer lagen om kommunal bokföring och redovisning.",
                    "Whether the annual report keeps the accounting act that it follows.",
                ),
            ),
        ),
        Covered(
            Citation("25", 1, 1),
            rules=_ids("25", 1),
            human=(Text("Hur granskningen görs.", "How the audit is made."),),
        ),
        Covered(Citation("25", 1, 2), rules=_ids("25", 2, 3)),
        Covered(
            Citation("25", 1, 3),
            rules=_ids("25", 3),
            human=(
                Text(
                    "Att det var rätt kommuns eller regions fullmäktige.",
                    "That it was the right kommun's or region's fullmäktige.",
                ),
            ),
        ),
        Covered(Citation("25", 1, 4), rules=_ids("25", 5, 6), human=(_INDEPENDENCE,)),
        Covered(
            Citation("25", 1, 5),
            rules=_ids("25", 4),
            human=(_AGREEMENT,),
            right=(
                Text(
                    "Kommuner och regioner får ha gemensamma revisorer.",
                    "Kommuner and regioner may have joint auditors.",
                ),
            ),
        ),
        Covered(Citation("25", 1, 6), rules=_ids("25", 5), human=(_INDEPENDENCE,)),
        Covered(
            Citation("25", 2, 1),
            rules=_ids("25", 7),
            human=(
                Text(
                    "Om uppdraget gäller från utseendet till nästa mandattid för revisorer.",
                    "Whether the assignment is for the time from the appointment to the next term "
                    "of auditors.",
                ),
            ),
        ),
        Covered(Citation("25", 3, 1), rules=_ids("25", 8)),
        Covered(Citation("25", 3, 2), rules=_ids("25", 8)),
        Covered(
            Citation("26", 1, 1),
            rules=_ids("26", 2, 3),
            human=(
                Text(
                    "Hur granskningen görs, med vilka sakkunniga, och om en revisor är jävig.",
                    "How the audit is made, with which experts, and whether an auditor has a "
                    "conflict of interest.",
                ),
            ),
        ),
        Covered(
            Citation("26", 1, 2),
            right=(
                Text(
                    "Fullmäktige får anta ett reglemente för sina revisorer.",
                    "Fullmäktige may adopt rules for its auditors.",
                ),
            ),
        ),
        Covered(Citation("26", 2, 1), rules=_ids("26", 3)),
        Covered(
            Citation("26", 3, 1),
            rules=_ids("26", 1),
            human=(
                Text(
                    "Varför Arbetsförmedlingen, som är part, nämns bredvid förbundsmedlemmarna.",
                    "Why Arbetsförmedlingen, which is a party, is named beside the members.",
                ),
            ),
        ),
        Covered(
            Citation("26", 3, 2),
            rules=_ids("26", 4),
            human=(
                Text(
                    "Om ansvarsfrihet ska beviljas, om skadestånd ska krävas, när det dröjer för "
                    "länge, och om även Arbetsförmedlingen prövar det.",
                    "Whether to grant ansvarsfrihet, whether to sue for damages, when it takes too "
                    "long, and whether Arbetsförmedlingen, too, decides on it.",
                ),
            ),
        ),
        Covered(
            Citation("27", 1, 1),
            rules=_ids("27", 2, 3),
            functions=("finsam.deadlines",),
            human=(
                Text(
                    "Vad som händer med förbundet, dess tillgångar och andelarna när en medlem har "
                    "lämnat; och om de två myndigheterna får lämna.",
                    "What becomes of the förbund, its assets and the shares when a member has "
                    "left; and whether the two agencies may leave.",
                ),
            ),
            right=(Text("En medlem får lämna förbundet.", "A member may leave the förbund."),),
        ),
        Covered(
            Citation("27", 2, 1),
            rules=_ids("27", 1, 2),
            functions=("finsam.law.terms.earliest_exit",),
        ),
        Covered(
            Citation("28", 1, 1),
            rules=_ids("28", 1, 2),
            functions=("finsam.law.terms.appeal_deadline", "finsam.deadlines"),
            human=(
                Text(
                    "Om beslutet kan överklagas, om tillkännagivandet satt uppe hela tiden, och "
                    "vilken anslagstavla tiden räknas från när de är flera.",
                    "Whether the decision can be appealed, whether the announcement stayed up all "
                    "the time, and from which notice board time is counted where there are "
                    "several.",
                ),
            ),
            right=(
                Text(
                    "Medlemmar av kommuner och regioner får överklaga.",
                    "Members of kommuner and regioner may appeal.",
                ),
            ),
        ),
        Covered(
            Citation("28", 2, 1),
            right=(
                Text(
                    "Förbundet och medlemmar av kommuner och regioner får överklaga domstolens "
                    "beslut; andra får det inte, vilket domstolen prövar.",
                    "The förbund and members of kommuner and regioner may appeal against the "
                    "court's decision; others may not, which the court judges.",
                ),
            ),
        ),
    )
}
"""Every mening and punkt that is encoded, in its wording of today."""
