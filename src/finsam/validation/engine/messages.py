"""What findings say that is worded once for all rules; each rule words its own breaches."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from finsam.law.text import Text
from finsam.models.base import Loc

INAPPLICABLE: Final[Mapping[str, Text]] = {
    "not_in_force": Text("Regeln gällde inte den dagen.", "The rule was not in force on that day."),
    "not_formed": Text(
        "Förbundet är inte bildat den dagen.", "The förbund has not been formed by that day."
    ),
    "dissolved": Text(
        "Förbundet har upphört före den dagen.", "The förbund was dissolved before that day."
    ),
    "structural": Text(
        "Insatsen är strukturövergripande och vänder sig inte till individer.",
        "The insats is structural and is not directed at individuals.",
    ),
    "party_absent": Text(
        "En part som ska bidra är inte medlem någon dag under året; det prövas enligt 3 §.",
        "A party that has to contribute is no member all year; section 3 deals with that.",
    ),
    "no_money": Text("Inga medel har lämnats för året.", "No money has been given for the year."),
    "half_by_5a": Text(
        "En kommun utanför alla regioner bidrar i stället med hälften (5 a § första stycket).",
        "A kommun outside every region gives half instead (section 5 a, first paragraph).",
    ),
    "not_gotland_alone": Text(
        "Ingen kommun utanför alla regioner deltar, eller så deltar också en region.",
        "No kommun outside every region takes part, or a region takes part as well.",
    ),
    "no_area": Text("Inget samordningsområde finns.", "There is no area."),
    "kind_missing": Text(
        "Hela partsslaget saknas, vilket prövas för sig (3 § andra meningen).",
        "The whole kind of party is missing, which is judged by itself (section 3, sentence 2).",
    ),
    "to_forbundet": Text(
        "Betalningen går till förbundet självt.", "The payment goes to the förbund itself."
    ),
    "individual_benefit": Text(
        "Betalningen är en förmån för enskilda, vilket prövas enligt 7 § andra stycket.",
        "The payment is a benefit to individuals, which is judged by section 7, paragraph 2.",
    ),
    "one_in_pool": Text(
        "Färre än två bidrar till andelen, så det finns inget att fördela.",
        "Fewer than two contribute to the share, so there is nothing to split.",
    ),
    "no_extra_money": Text("Inga engångsmedel lämnas.", "There is no one-off money."),
    "no_member_kommun": Text(
        "Ingen kommun är medlem, vilket prövas enligt 3 §.",
        "No kommun is a member; section 3 deals with that.",
    ),
    "area_not_given": Text(
        "Inget annat område än medlemskommunernas är angivet.",
        "No other area than the member kommuner is given.",
    ),
    "no_need": Text(
        "Insatsen avser personer utan behov av samordning, vilket prövas för sig.",
        "The insats is for people without a coordinated need, which is judged by itself.",
    ),
    "performed_by_forbundet": Text(
        "Förbundet självt utför insatsen, vilket prövas enligt 7 § andra stycket.",
        "The förbund itself carries it out, which is judged by section 7, paragraph 2.",
    ),
    "paid_performer": Text(
        "Betalningen till utföraren prövas för sig.",
        "The payment to whoever carries it out is judged by itself.",
    ),
    "not_due": Text("Ska vara gjort senast {due}.", "Is due by {due}."),
    "founding_not_given": Text(
        "Förbundsordningen från när förbundet bildades är inte angiven.",
        "The förbundsordning of the formation is not given.",
    ),
    "outside_regions": Text(
        "En kommun utanför alla regioner är medlem, och 9 § hänvisar inte till 5 a §: vilka "
        "andelarna ska vara får en människa bedöma.",
        "A kommun outside every region is a member, and section 9 does not refer to section 5 a: "
        "what the shares should be is for a human.",
    ),
    "no_director": Text("Förbundet har ingen förbundschef.", "The förbund has no förbundschef."),
    "no_joint_auditors": Text("Gemensamma revisorer finns inte.", "There are no joint auditors."),
    "ledamot": Text("Platsen är en ledamots.", "The seat is a ledamot's."),
    "ersattare": Text("Platsen var en ersättares.", "The seat was an ersättare's."),
    "only_ersattare": Text(
        "Medlemmen har bara en ersättare.", "The member has only one ersättare."
    ),
    "first_board": Text(
        "Det är förbundets första styrelse, som börjar när förbundet bildas.",
        "It is the förbund's first board, which begins when the förbund is formed.",
    ),
    "shorter_term": Text(
        "Mandattiden är kortare än fyra år.", "The term is shorter than four years."
    ),
    "agency": Text("Platsen är en myndighets.", "The seat is an agency's."),
    "no_election": Text(
        "Utsedd när inget val till fullmäktige hade hållits samma år.",
        "Appointed when there had been no election to fullmäktige in that year.",
    ),
    "appointed_to_it": Text(
        "Den som har platsen har utsetts till den.", "The holder was appointed to the seat."
    ),
    "not_vacant": Text(
        "Platsen blev inte ledig under mandattiden.",
        "The seat did not become empty during the term.",
    ),
    "no_ersattare": Text(
        "Medlemmen hade ingen ersättare, och utser en ny ledamot.",
        "The member had no ersättare, and appoints a new ledamot.",
    ),
    "no_ledamoter": Text(
        "Styrelsen har inga ledamöter, vilket prövas enligt 10 §.",
        "The board has no ledamöter; section 10 deals with that.",
    ),
    "no_budget": Text(
        "Budgeten fastställdes inte vid sammanträdet.",
        "The budget was not adopted at the meeting.",
    ),
    "nobody_at_distance": Text("Ingen deltog på distans.", "Nobody took part at a distance."),
    "first_budget": Text(
        "Budgeten är det nybildade förbundets första, som medlemmarna fastställer.",
        "The budget is the new förbund's first, which the members adopt.",
    ),
    "not_first_budget": Text(
        "Budgeten är inte ett nybildat förbunds första.",
        "The budget is not a new förbund's first.",
    ),
    "no_debt": Text("Åtagandet är ingen skuld.", "The commitment is no debt."),
    "not_customary": Text(
        "Krediten är inte sedvanlig, vilket prövas för sig.",
        "The credit is not customary, which is judged by itself.",
    ),
    "no_credit_limits": Text(
        "Förbundsordningen begränsar inte sedvanliga krediter.",
        "The förbundsordning sets no limits for customary credits.",
    ),
    "no_minutes": Text("Revisorerna förde inget protokoll.", "The auditors kept no minutes."),
    "agency_not_audited": Text(
        "Inte båda myndigheterna har en revisor, vilket prövas för sig.",
        "Not both of the agencies have an auditor, which is judged by itself.",
    ),
    "state_auditor": Text(
        "Revisorn utses av Försäkringskassan för de två myndigheterna.",
        "The auditor is appointed by Försäkringskassan for the two agencies.",
    ),
    "own_auditor": Text(
        "Revisorn är inte gemensam för flera kommuner eller regioner.",
        "The auditor is not a joint one of several kommuner or regioner.",
    ),
    "stays": Text(
        "Medlemmen har ingen sista dag, eller är medlem igen dagen efter den.",
        "The member has no last day, or is a member again on the day after.",
    ),
    "forbund_ended": Text("Förbundet upphörde samma dag.", "The förbund ended on the same day."),
    "has_left": Text(
        "Medlemmen har redan lämnat; läget i dag prövas enligt 3 §.",
        "The member has left already; how things stand today is judged by section 3.",
    ),
    "not_ended": Text("Insatsen har inte avslutats.", "The insats has not ended."),
    "service_to_individuals": Text(
        "Betalningen är för tjänster till enskilda, vilket prövas enligt 7 § andra stycket.",
        "The payment is for services to individuals, which is judged by section 7, paragraph 2.",
    ),
}
"""Why a rule does not apply, by the slug that findings give."""

WORDING_UNKNOWN: Final = Text(
    "Bibliotekets källor återger inte den lydelse som gällde den dagen; en människa måste pröva "
    "mot den tryckta författningen.",
    "The library's sources do not give the wording of that day; a human must judge by the "
    "printed act.",
)
OPEN: Final = Text("Kan inte avgöras utan {places}.", "Cannot be decided without {places}.")
OPEN_LIST: Final = Text(
    "Det framgår inte om {entry}. Lägg till uppgiften i {lists}, eller ange {lists} i complete om "
    "listan redan är fullständig.",
    "It is not stated whether {entry}. Add it to {lists}, or name {lists} in complete if the list "
    "already holds everything.",
)
OPEN_MONEY: Final = Text(
    "Kan inte avgöras: det saknas uppgift om bidrag år {year} från {members}. Ange det i "
    "contributions, med 0 för den som inte bidrar.",
    "Undecided: what {members} contribute for {year} is not known. Give it in contributions, with "
    "0 for who contributes nothing.",
)
OPEN_AGREEMENT: Final = Text(
    "Kan inte avgöras: det saknas uppgift om vad medlemmarna har kommit överens om för år {year}. "
    "Ange överenskommelsen i agreements.",
    "Undecided: what the members have agreed on for {year} is not known. Give the agreement in "
    "agreements.",
)
OPEN_SUM: Final = Text(
    "Kan inte avgöras: för år {year} är bara partens summa känd ({places}). Ange vars och ens "
    "bidrag.",
    "Undecided: for {year} only the party's sum is known ({places}). Give each one's contribution.",
)
OPEN_WHY: Final[Mapping[str, Text]] = {
    "agreement_unknown": OPEN_AGREEMENT,
    "only_sum_known": OPEN_SUM,
}
"""Why something is open, where the place that is missing does not tell enough."""


def path(loc: Loc) -> str:
    """A place in a document as people write it: ``insatser[0].payments[1].to``."""
    if len(loc) > 2 and isinstance(loc[2], str):
        # Places share their beginnings with some places and their ends with others.
        return f"{_path(loc[:2])}.{_path(loc[2:])}"
    return _path(loc)


def list_name(loc: Loc) -> str:
    """What ``complete`` calls the list at a place in a document: ``economy.audits.sent_to``."""
    return ".".join(step for step in loc if isinstance(step, str))


@lru_cache(maxsize=2048)
def _path(loc: Loc) -> str:
    steps = [f"[{step}]" if isinstance(step, int) else f".{step}" for step in loc]
    return "".join(steps).removeprefix(".")
