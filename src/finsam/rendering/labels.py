"""Labels in both languages: verdicts, headings, and the fields of a document."""

from collections.abc import Iterator, Mapping
from typing import Final

from finsam.law.shares import Pool
from finsam.law.text import Lang, Text
from finsam.models.base import Loc
from finsam.validation.engine.verdict import Basis, Stage, Verdict

MARK: Final[Mapping[Verdict, str]] = {
    Verdict.FAIL: "\N{MULTIPLICATION X}",
    Verdict.OPEN: "?",
    Verdict.REVIEW: "\N{WHITE DIAMOND}",
    Verdict.PASS: "\N{CHECK MARK}",
    Verdict.NOT_APPLICABLE: "\N{EN DASH}",
}
"""The sign of each verdict, so that none is shown by colour alone."""

VERDICT: Final[Mapping[Verdict, Text]] = {
    Verdict.FAIL: Text("Strider mot lagen", "Against the act"),
    Verdict.OPEN: Text(
        "Inget strider mot lagen, men allt kan inte avgöras",
        "Nothing is against the act, but not everything can be decided",
    ),
    Verdict.REVIEW: Text(
        "Inget strider klart mot lagen, men en människa måste bedöma",
        "Nothing is clearly against the act, but a human must judge",
    ),
    Verdict.PASS: Text("Inget strider mot lagen", "Nothing is against the act"),
}
"""The verdict of a whole report."""

ONE: Final[Mapping[Verdict, Text]] = {
    Verdict.FAIL: Text("Håller inte", "Does not hold"),
    Verdict.OPEN: Text("Kan inte avgöras", "Undecided"),
    Verdict.REVIEW: Text("Måste bedömas", "For a human"),
    Verdict.PASS: Text("Håller", "Holds"),
    Verdict.NOT_APPLICABLE: Text("Inte tillämplig", "Not applicable"),
}
"""The verdict of a single finding."""

HEADING: Final[Mapping[str, Text]] = {
    "violations": Text("Strider mot lagen", "Against the act"),
    "deviations": Text(
        "Avviker från vägledning, som inte är lag", "Deviations from guidance, which is not law"
    ),
    "review": Text("Måste bedömas av en människa", "For a human to judge"),
    "missing": Text("Frågor att besvara", "Questions to answer"),
    "untold": Text("Inte prövat, eftersom uppgifter saknas", "Not checked: nothing is known"),
    "holds": Text("Håller", "Holds"),
}
"""The headings of a report."""

HEADING_VERDICT: Final[Mapping[str, Verdict]] = {
    "violations": Verdict.FAIL,
    "deviations": Verdict.FAIL,
    "review": Verdict.REVIEW,
    "missing": Verdict.OPEN,
    "untold": Verdict.OPEN,
    "holds": Verdict.PASS,
}
"""The verdict of what stands under each heading."""

COUNT: Final[Mapping[str, tuple[Text, Text]]] = {
    "violations": (
        Text("1 strider mot lagen", "1 breach of the act"),
        Text("{n} strider mot lagen", "{n} breaches of the act"),
    ),
    "deviations": (
        Text("1 avviker från vägledning", "1 deviation from guidance"),
        Text("{n} avviker från vägledning", "{n} deviations from guidance"),
    ),
    "review": (
        Text("1 måste bedömas", "1 for a human to judge"),
        Text("{n} måste bedömas", "{n} for a human to judge"),
    ),
    "missing": (
        Text("1 fråga är obesvarad", "1 question unanswered"),
        Text("{n} frågor är obesvarade", "{n} questions unanswered"),
    ),
    "untold": (
        Text("1 regel är inte prövad", "1 rule not checked"),
        Text("{n} regler är inte prövade", "{n} rules not checked"),
    ),
    "holds": (
        Text("1 regel håller", "1 rule holds"),
        Text("{n} regler håller", "{n} rules hold"),
    ),
}
"""How many there are under each heading: one, and several."""

STAGE: Final[Mapping[Stage, Text]] = {
    Stage.FORMED: Text(
        "Prövningen avser {on}, då förbundet är bildat.",
        "Checked as of {on}; the förbund has been formed.",
    ),
    Stage.NOT_FORMED: Text(
        "Prövningen avser {on}, då förbundet inte är bildat.",
        "Checked as of {on}; the förbund has not been formed.",
    ),
    Stage.DISSOLVED: Text(
        "Prövningen avser {on}, då förbundet har upphört.",
        "Checked as of {on}; the förbund has been dissolved.",
    ),
    Stage.UNKNOWN: Text(
        "Prövningen avser {on}. Det framgår inte om förbundet då är bildat.",
        "Checked as of {on}; whether the förbund has been formed is not known.",
    ),
}
"""The day asked about, and where in its life the förbund is."""

FOLLOWS: Final = Text("Följer av detta:", "Follows from this:")
SAME: Final = Text(
    "Detsamma gäller {count} till: {places}.", "The same goes for {count} more: {places}."
)
SETTLES: Final = Text("avgör {places}", "settles {places}")
NOT_CHECKED: Final = (
    Text(
        "{title} ({sections}) har inte prövats: {n} regler",
        "{title} ({sections}): not checked, {n} rules",
    ),
    Text(
        "{title} ({sections}): {n} av {all} regler har inte prövats",
        "{title} ({sections}): {n} of {all} rules not checked",
    ),
)
"""That a topic was not checked at all, or in part."""
CASES: Final = (Text("1 fall", "1 case"), Text("{n} fall", "{n} cases"))
MEMBERS: Final = Text("Medlemmar:", "Members:")
ORGNR: Final = Text("Organisationsnummer:", "Organisation number:")

BASIS: Final[Mapping[Basis, Text]] = {
    Basis.STATUTE: Text("lagtext", "statute"),
    Basis.PREPARATORY_WORKS: Text("förarbeten", "preparatory works"),
    Basis.GUIDANCE: Text("vägledning, inte lag", "guidance, not law"),
}
"""What a rule rests on."""

POOL: Final[Mapping[Pool, Text]] = {
    Pool.STATE: Text("Staten", "The state"),
    Pool.REGION: Text("Regionerna", "The regioner"),
    Pool.KOMMUN: Text("Kommunerna", "The kommuner"),
    Pool.OUTSIDE: Text("Kommunen utanför alla regioner", "The kommun outside every region"),
}
"""The name of each pool."""

ASKED: Final[Mapping[Pool, Text]] = {
    Pool.STATE: Text("hälften", "half"),
    Pool.REGION: Text("en fjärdedel", "a quarter"),
    Pool.KOMMUN: Text("en fjärdedel", "a quarter"),
    Pool.OUTSIDE: Text("hälften", "half"),
}
"""The share that the act requires of each pool."""

MADE_BY: Final = Text(
    "finsam {version}; lagen till och med SFS {sfs}", "finsam {version}; the act up to SFS {sfs}"
)
ASKS: Final = Text("Det som krävs:", "What is asked:")
MORE: Final = Text(" och {more} till", " and {more} more")
HELD_SHOWN: Final = 4
"""How many years or insatser to name for a rule that holds."""
NOT_KNOWN: Final = Text("inte känt", "not known")

FIELD: Final[Mapping[str, Text]] = {
    "actor": Text("aktör", "actor"),
    "age_from": Text("lägsta ålder", "lowest age"),
    "age_to": Text("högsta ålder", "highest age"),
    "agreement": Text("skriftlig överenskommelse", "written agreement"),
    "agreement_signed": Text("dag för underskrift", "day of signing"),
    "agreements": Text("överenskommelse", "agreement"),
    "aims": Text("syften", "aims"),
    "amount": Text("belopp", "amount"),
    "area": Text("område", "area"),
    "contributions": Text("bidrag", "contribution"),
    "cooperating": Text("samverkande", "cooperating"),
    "decided": Text("dag för beslut", "day of the decision"),
    "description": Text("beskrivning", "description"),
    "dissolved": Text("sista dag", "last day"),
    "end": Text("slut", "end"),
    "evaluated": Text("utvärderad", "evaluated"),
    "focus": Text("inriktning", "focus"),
    "forbundet_does": Text("vad förbundet självt gör", "what the förbund itself does"),
    "form": Text("form", "form"),
    "formed": Text("första dag", "first day"),
    "from_year": Text("från år", "from year"),
    "granted": Text("dag för beviljande", "day granted"),
    "in_kind": Text("annat än pengar", "in kind"),
    "insatser": Text("insats", "insats"),
    "joined": Text("inträdde", "joined"),
    "kind": Text("slag", "kind"),
    "kommun": Text("kommun", "kommun"),
    "left": Text("utträdde", "left"),
    "member": Text("medlem", "member"),
    "members": Text("medlem", "member"),
    "name": Text("namn", "name"),
    "needs_coordinated_rehabilitation": Text(
        "behov av samordnad rehabilitering", "need of coordinated rehabilitation"
    ),
    "needs_from": Text("behov av insatser från", "needs measures from"),
    "note": Text("anteckning", "note"),
    "notice_given": Text("uppsägning", "notice given"),
    "orgnr": Text("organisationsnummer", "organisation number"),
    "other_income": Text("annan inkomst", "other income"),
    "part": Text("del av kommunen", "part of the kommun"),
    "payer": Text("betalare", "payer"),
    "payments": Text("betalning", "payment"),
    "performed_by": Text("utförare", "performer"),
    "pool": Text("roll", "role"),
    "principal": Text("huvudman", "principal"),
    "ref": Text("egen nyckel", "own key"),
    "rounded_to": Text("avrundning", "rounding"),
    "seat": Text("säte", "seat"),
    "share": Text("andel", "share"),
    "shares": Text("andel", "share"),
    "shares_rounded_to": Text("andelarnas avrundning", "the shares' rounding"),
    "source": Text("källa", "source"),
    "start": Text("start", "start"),
    "target_group": Text("målgrupp", "target group"),
    "to": Text("mottagare", "recipient"),
    "to_year": Text("till och med år", "to year"),
    "until_further_notice": Text("tills vidare", "until further notice"),
    "what": Text("ändamål", "purpose"),
    "within_joint_responsibility": Text(
        "inom parternas samlade ansvar", "within the parties' combined responsibility"
    ),
    "year": Text("år", "year"),
}
"""Labels of the document's fields; a field without one is shown by its name."""

_GOVERNANCE: Final[Mapping[str, str]] = {
    "accounting_act": "redovisningslag",
    "activity_plan": "plan för verksamheten",
    "adjusted": "justerat",
    "adjustments": "omedelbar justering",
    "adopted": "antagen",
    "adopted_by": "antagen av",
    "adopts_budget": "fastställer budget",
    "also_represents": "företräder också",
    "announced": "tillkännagivet",
    "announced_by_forbundet": "tillkännagivet av förbundet",
    "announced_as_ordered": "tillkännagivet som föreskrivet",
    "annual_reports": "årsredovisning",
    "appeals": "överklagande",
    "applies_from": "gäller från",
    "appointed": "dag för val",
    "appointed_by": "utsedd av",
    "archive_authorities": "arkivmyndighet",
    "archive_handed_to": "arkivet överlämnat till",
    "asset_guidelines": "riktlinjer för medelsförvaltning",
    "auditors": "revisor",
    "auditors_paid_by": "vem som betalar revisorerna",
    "auditors_term": "revisorernas mandattid",
    "audits": "granskning",
    "benefits": "förmåner",
    "board": "styrelse",
    "board_term_months": "mandattid i månader",
    "budget_process": "budgetprocess",
    "budgets": "budget",
    "by": "av",
    "by_newly_elected": "utsedd av nyvalda",
    "call_order": "ordning för inkallande",
    "commitments": "åtagande",
    "costs": "kostnader",
    "covers": "vad den anger",
    "credit_limits": "gränser för lån och borgen",
    "customary": "sedvanligt",
    "day": "dag",
    "delegations": "delegation",
    "director_appointed_by": "vem som utser chefen",
    "discharge": "ansvarsfrihet",
    "disputes": "tvister",
    "divided": "skifte",
    "documented": "dokumenterat",
    "drawn_up": "upprättad",
    "economy": "ekonomi",
    "economy_guidelines": "riktlinjer för ekonomin",
    "eligibility": "valbar som",
    "eligible": "valbar",
    "ended_by": "skäl för avgång",
    "entered": "ingånget",
    "equal_terms": "lika villkor",
    "ersattare": "antal ersättare",
    "ersattare_for": "personlig ersättare för",
    "exit": "utträde",
    "expected_position": "väntad ställning",
    "final_accounts": "slutredovisning",
    "financial_goals": "finansiella mål",
    "financing": "finansiering",
    "financing_stated": "finansiering angiven",
    "for_members": "för medlemmarna",
    "forbundsordningar": "förbundsordning",
    "fraction": "andel",
    "goals_decided": "dagar då mål beslutades",
    "income": "intäkter",
    "insight": "insyn",
    "interim_reports": "delårsrapport",
    "joint_auditors": "gemensamma revisorer",
    "joint_auditors_appointed_by": "vem som utser gemensamma revisorer",
    "ledamoter": "antal ledamöter",
    "liquidation": "likvidation",
    "liquidator": "likvidator",
    "matters": "ärenden",
    "meetings": "sammanträde",
    "members_consulted": "samråd med medlemmarna",
    "minutes_adjusted": "protokollet justerat",
    "minutes_announced": "protokollet tillkännagivet",
    "minutes_kept": "protokoll fördes",
    "name_seat_members_purpose": "namn, säte, medlemmar och ändamål",
    "notice_months": "uppsägningstid i månader",
    "notice_removed": "tillkännagivandet togs ner",
    "notices": "tillkännagivanden",
    "notices_posted": "var tillkännagivanden anslås",
    "office": "post",
    "on_website": "på webbplatsen",
    "on_website_from": "på webbplatsen från",
    "organisation": "organisation",
    "other": "annat",
    "own_capital": "eget kapital",
    "paid_by": "betalas av",
    "period_end": "periodens sista dag",
    "plan_first_year": "planens första år",
    "plan_years": "planens antal år",
    "present": "närvarande",
    "proposed": "föreslagen",
    "public": "offentligt",
    "qualified_majority": "kvalificerad majoritet",
    "reason": "skäl",
    "received": "inkommet",
    "recommends": "tillstyrker",
    "remark": "anmärkning",
    "remark_reason": "skälet för anmärkningen angivet",
    "remote": "på distans",
    "remote_decisions": "beslut om deltagande på distans",
    "repaid": "återbetalning",
    "reported": "anmält",
    "representation": "representation",
    "reserved": "förbehållna ärenden",
    "result": "årets resultat",
    "revised": "reviderad",
    "right_to_raise_matters": "rätt att väcka ärenden",
    "role": "uppdrag",
    "seats": "plats i styrelsen",
    "sent_to": "sänd till",
    "sent_to_board": "sänd till styrelsen",
    "shares_by_contribution": "andelar efter bidrag",
    "sound_only": "bara ljud",
    "spending": "utgift",
    "stated_as": "uttryckt som",
    "states_extent": "anger omfattning",
    "stepped_in_for": "trädde in för",
    "tasks": "uppgifter",
    "term_begins": "mandattidens början",
    "term_end": "mandattidens sista dag",
    "term_start": "mandattidens första dag",
    "within_forbundsordning": "inom förbundsordningens gränser",
    "year_end": "årets sista dag",
}
"""Swedish labels of the fields of 8–28 §§; the English labels are their names."""

_MANY: Final[Mapping[str, Text]] = {
    "agreements": Text("överenskommelser", "agreements"),
    "area": Text("område", "area"),
    "contributions": Text("bidrag", "contributions"),
    "insatser": Text("insatser", "insatser"),
    "members": Text("medlemmar", "members"),
    "other_income": Text("andra inkomster", "other income"),
    "payments": Text("betalningar", "payments"),
    "shares": Text("andelar", "shares"),
}


def place(loc: Loc, lang: Lang) -> str:
    """Describe a place in a document: ``insats 1, betalning 2, mottagare``.

    List items are counted from one.
    """
    return ", ".join(_steps(loc, lang))


def _steps(loc: Loc, lang: Lang) -> Iterator[str]:
    for number, step in enumerate(loc):
        if isinstance(step, int):
            continue
        following = loc[number + 1] if number + 1 < len(loc) else None
        if isinstance(following, int):
            yield f"{_word(step, lang)} {following + 1}"
        elif number + 1 == len(loc) and step in _MANY:
            yield _MANY[step].get(lang)
        else:
            yield _word(step, lang)


def collection(name: str, lang: Lang) -> str:
    """Describe a collection of a document by its dotted name, such as ``board.seats``."""
    return place(tuple(name.split(".")), lang)


def _word(field: str, lang: Lang) -> str:
    if field in FIELD:
        return FIELD[field].get(lang)
    plain = field.replace("_", " ")
    return _GOVERNANCE.get(field, plain) if lang == "sv" else plain
