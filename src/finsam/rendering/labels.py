"""Labels in both languages: verdicts, headings, and places in a document."""

from collections.abc import Mapping
from typing import Final

from finsam.law.shares import Pool
from finsam.law.text import Text
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
        "Inget strider klart mot lagen, men en människa måste göra en bedömning",
        "Nothing is clearly against the act, but a human must judge",
    ),
    Verdict.PASS: Text("Inget strider mot lagen", "Nothing is against the act"),
}
"""The verdict of a whole report."""

ONE: Final[Mapping[Verdict, Text]] = {
    Verdict.FAIL: Text("Inte uppfylld", "Does not hold"),
    Verdict.OPEN: Text("Kan inte avgöras", "Undecided"),
    Verdict.REVIEW: Text("Måste bedömas", "For a human to judge"),
    Verdict.PASS: Text("Uppfylld", "Holds"),
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
    "unasked": Text("Inte prövat, eftersom uppgifter saknas", "Not checked: nothing is known"),
    "holds": Text("Uppfyllt", "Holds"),
}
"""The headings of a report."""

HEADING_VERDICT: Final[Mapping[str, Verdict]] = {
    "violations": Verdict.FAIL,
    "deviations": Verdict.FAIL,
    "review": Verdict.REVIEW,
    "missing": Verdict.OPEN,
    "unasked": Verdict.OPEN,
    "holds": Verdict.PASS,
}
"""The verdict of what stands under each heading."""

COUNT: Final[Mapping[str, tuple[Text, Text]]] = {
    "violations": (
        Text("1 överträdelse av lagen", "1 breach of the act"),
        Text("{n} överträdelser av lagen", "{n} breaches of the act"),
    ),
    "deviations": (
        Text("1 avvikelse från vägledning", "1 deviation from guidance"),
        Text("{n} avvikelser från vägledning", "{n} deviations from guidance"),
    ),
    "review": (
        Text("1 bedömning krävs", "1 for a human to judge"),
        Text("{n} bedömningar krävs", "{n} for a human to judge"),
    ),
    "missing": (
        Text("1 fråga om det som prövats", "1 question about what was checked"),
        Text("{n} frågor om det som prövats", "{n} questions about what was checked"),
    ),
    "unasked": (
        Text("1 regel inte prövad", "1 rule not checked"),
        Text("{n} regler inte prövade", "{n} rules not checked"),
    ),
    "holds": (
        Text("1 regel uppfylld", "1 rule holds"),
        Text("{n} regler uppfyllda", "{n} rules hold"),
    ),
}
"""The number of entries under each heading, singular and plural."""

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
"""The day asked about, and the stage that the förbund is in."""

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
"""That a topic was not checked, and that it was checked only in part."""
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
ASKS: Final = Text("Det som krävs:", "What is required:")
MORE: Final = Text(" och {more} till", " and {more} more")
NOT_KNOWN: Final = Text("inte känt", "not known")
SUM: Final = Text("summa", "sum")
WHERE: Final = Text("var", "where")
KEY: Final = Text("beteckning", "reference")
