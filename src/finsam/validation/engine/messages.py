"""Messages that several rules share; each rule words its own breaches."""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Final

from finsam.law.text import Lang, Text
from finsam.models.base import Loc
from finsam.models.forbund import Forbund
from finsam.models.words import Words, words_along
from finsam.validation.engine.decision import NOT_KNOWN


def no_day(sv: str, en: str) -> Text:
    """The message on a duty that is not fulfilled, and that the act sets no day for.

    Args:
        sv: what has not been done, in Swedish.
        en: the same in English.
    """
    return Text(
        f"{sv} Lagen säger inte när det ska ske; bedöm om det dröjer för länge.",
        f"{en} The act does not say by when; judge whether it is taking too long.",
    )


STRUCTURAL: Final = Text(
    "Insatsen är strukturövergripande och vänder sig inte till individer.",
    "The insats is structural and is not directed at individuals.",
)
NO_MEMBER_KOMMUN: Final = Text(
    "Ingen kommun är medlem, vilket prövas enligt 3 §.",
    "No kommun is a member; section 3 deals with that.",
)
NOT_DUE: Final = Text("Ska vara gjort senast den {due}.", "Is due by {due}.")
NOT_DUE_YET: Final = Text(
    "Ska vara gjort senast den {due}. Är det en lördag, söndag eller helgdag prövas det först när "
    "nästa vardag har gått (jfr lagen 1930:173).",
    "Is due by {due}. If that is a Saturday, a Sunday or a holiday, it is checked only when the "
    "next weekday has passed (cf. lag 1930:173).",
)
NO_ELECTION: Final = Text(
    "Utsedd när inget val till fullmäktige hade hållits samma år.",
    "Appointed when there had been no election to fullmäktige in that year.",
)
ANNOUNCED_TWICE: Final = Text(
    "Justeringen anges ha tillkännagetts mer än en gång hos {members}, både i tid och för sent. "
    "Bedöm vilken uppgift som stämmer.",
    "The adjustment is said to have been announced more than once by {members}, in time as well as "
    "too late. Judge which is right.",
)

INAPPLICABLE: Final[Mapping[str, Text]] = {
    "not_in_force": Text("Regeln gällde inte den dagen.", "The rule was not in force on that day."),
    "not_formed": Text(
        "Förbundet är inte bildat den dagen.", "The förbund has not been formed by that day."
    ),
    "dissolved": Text(
        "Förbundet har upphört före den dagen.", "The förbund was dissolved before that day."
    ),
}
"""Why no rule applies, whichever it is, by the slug in findings."""

WORDING_UNKNOWN: Final = Text(
    "Bibliotekets källor återger inte den lydelse som gällde den dagen; en människa måste pröva "
    "mot den tryckta författningen.",
    "The library's sources do not give the wording of that day; a human must judge by the "
    "printed act.",
)
OPEN: Final = Text(
    "Kan inte avgöras utan uppgift om {places}.", "Cannot be decided without {places}."
)
OPEN_LIST: Final = Text(
    "Det framgår inte om {entry}. Lägg till uppgiften under {places}, eller ange {lists} i "
    "complete om listan redan är fullständig.",
    "It is not stated whether {entry}. Add it to {places}, or name {lists} in complete if the list "
    "already holds everything.",
)
OPEN_MONEY: Final = Text(
    "Kan inte avgöras: det saknas uppgift om bidrag år {year} från {members}. Ange det "
    "bland bidragen, med 0 för den som inte bidrar.",
    "Undecided: the contributions of {members} for {year} are not known. Add them, with 0 for a "
    "member that contributes nothing.",
)
OPEN_WHY: Final[Mapping[str, Text]] = {
    "agreement_unknown": Text(
        "Kan inte avgöras: det saknas uppgift om vad medlemmarna har kommit överens om för år "
        "{year}. Ange överenskommelsen.",
        "Undecided: what the members have agreed on for {year} is not known. Give the agreement.",
    )
}
"""Why something is open, where the missing place does not explain enough."""

REASONS_TO_BE_OPEN: Final[Mapping[str, Text]] = {
    NOT_KNOWN: Text("En uppgift som avgör är inte känd.", "A fact that decides is not known."),
    "money_missing": OPEN_MONEY,
    "pool_not_named": Text(
        "Det framgår inte om en kommun som inte ingår i någon region ger sitt bidrag som kommun "
        "eller som region; det avgör utfallet.",
        "It is not stated whether a kommun that is part of no region contributes as a kommun or as "
        "a region; that decides the outcome.",
    ),
    "extra_money_unclear": Text(
        "Andelen stämmer inte för de årliga medlen. Om alla andelar stämmer tillsammans med "
        "engångsmedlen är inte känt.",
        "The share does not hold for the yearly money. Whether every share holds together with the "
        "one-off money is not known.",
    ),
    **OPEN_WHY,
    "only_sum_known": Text(
        "Bara summan av bidragen är känd, inte vad var och en ger.",
        "Only the sum of the contributions is known, not what each one gives.",
    ),
}
"""Each reason to be open, where no subject is at hand."""


def path(loc: Loc) -> str:
    """A place in a document as a path: ``insatser[0].payments[1].to``."""
    if len(loc) > 2 and isinstance(loc[2], str):
        # Many places begin alike, and many end alike: the two halves are cached separately.
        return f"{_path(loc[:2])}.{_path(loc[2:])}"
    return _path(loc)


def place(loc: Loc, lang: Lang) -> str:
    """A place in a document in words: ``insats 1, betalning 2: ”mottagare”``.

    List items are counted from one. A field is quoted, as its words need not fit into a sentence.
    """
    shape = tuple([None if isinstance(step, int) else step for step in loc])
    return _place(shape, lang).format(*[step + 1 for step in loc if isinstance(step, int)])


def places(locs: Iterable[Loc], lang: Lang) -> Iterator[str]:
    """Places in words; what two in a row stand in is said once: ``insats 1: ”slut”``, ``”mål”``."""
    last = ""
    for loc in locs:
        within, colon, field = place(loc, lang).partition(": ")
        yield field if colon and within == last else f"{within}{colon}{field}"
        last = within


@lru_cache(maxsize=2048)
def _place(shape: tuple[str | None, ...], lang: Lang) -> str:
    """A place in words, with a placeholder for each item's number."""
    names = [step for step in shape if step is not None]
    after = [shape[n + 1 : n + 2] for n, step in enumerate(shape) if step is not None]
    said = [
        _word(name, words, lang, last=not then) + (" {}" if then == (None,) else "")
        for (name, words), then in zip(words_along(Forbund, tuple(names)), after, strict=True)
    ]
    if shape[-1:] == (None,) or len(said) < 2:
        return ", ".join(said)
    return f"{', '.join(said[:-1])}: {_QUOTED.get(lang).format(said[-1])}"


_QUOTED: Final = Text("”{}”", "“{}”")


def _word(name: str, words: Words | None, lang: Lang, *, last: bool) -> str:
    if words is None:
        return name.replace("_", " ").replace("{", "{{").replace("}", "}}")
    return (words.title if last else words.one).get(lang)


def list_name(loc: Loc) -> str:
    """What ``complete`` calls the list at a place in a document: ``economy.audits.sent_to``."""
    return ".".join(step for step in loc if isinstance(step, str))


@lru_cache(maxsize=2048)
def _path(loc: Loc) -> str:
    steps = [f"[{step}]" if isinstance(step, int) else f".{step}" for step in loc]
    return "".join(steps).removeprefix(".")
