"""1 §: the area, and who lives in it."""

from finsam.law.citation import Citation
from finsam.law.text import Text
from finsam.validation.engine import messages
from finsam.validation.engine.decision import PASS, Decision, fail, lacks, not_applicable, review
from finsam.validation.engine.rule import Answer, rule
from finsam.validation.engine.verdict import Basis
from finsam.validation.subjects.parties import ForbundOnDay, part_name
from finsam.validation.subjects.tasks import InsatsOnDay


@rule(
    "FINSAM-1-1",
    "area-empty",
    cites=Citation("1", stycke=1, mening=2),
    readings=("absent-area",),
    title=Text(
        "Samordningsområdet omfattar minst en kommun eller en del av en kommun",
        "The area takes in at least one kommun or part of a kommun",
    ),
    fail={
        "area_empty": Text(
            "Samordningsområdet är tomt. Det ska omfatta en eller flera kommuner eller delar av "
            "kommuner.",
            "The area is empty. It has to take in one or more kommuner or parts of kommuner.",
        )
    },
    open=(),
    inapplicable={"no_member_kommun": messages.NO_MEMBER_KOMMUN},
    entails=("FINSAM-1-2", "FINSAM-3-5"),
)
def area_takes_in_a_kommun(forbund: ForbundOnDay) -> Decision:
    """The area takes in one kommun, several, or parts of kommuner.

    Decided by the area of the day. Where the document gives none, the area is that of the member
    kommuner; FINSAM-3-1 reports that no kommun is a member.
    """
    if forbund.area:
        return PASS
    if forbund.item.area is None:
        return not_applicable("no_member_kommun")
    return fail("area_empty", at=("area",))


@rule(
    "FINSAM-1-2",
    "participants-outside-area",
    cites=Citation("1", stycke=1, mening=1),
    basis=Basis.GUIDANCE,
    readings=(
        "residence",
        "area-in-insats",
        "absent-area",
        "undated-guidance",
    ),
    title=Text(
        "Deltagarna bor inom samordningsområdet",
        "The participants live in the area",
    ),
    fail={
        "outside_area": Text(
            "Insatsen ”{insats}” har deltagare från {parts}, som inte hör till samordningsområdet "
            "någon dag under insatsen. Enligt Nationella rådets vägledning är målgruppen bosatt "
            "där förbundet verkar.",
            "The insats “{insats}” has participants from {parts}, outside the area on every day "
            "of the insats. According to the national council's guidance, the target group lives "
            "where the förbund is active.",
        )
    },
    review={
        "other_part": Text(
            "Insatsen ”{insats}” har deltagare från {parts}. Samordningsområdet omfattar bara en "
            "del av kommunen. Bedöm om deltagarna bor i den delen.",
            "The insats “{insats}” has participants from {parts}. Only a part of the kommun is in "
            "the area. Judge whether the participants live in that part.",
        )
    },
    inapplicable={"structural": messages.STRUCTURAL},
)
def participants_live_in_the_area(insats: InsatsOnDay) -> Answer:
    """Coordination is run within an area, so those whom it serves live there.

    Decided for each part of a kommun where participants live: that part, or the whole kommun, has
    to be in the area on some day of the insats. Another part of the same kommun may overlap with
    it, which is for a human. An individual insats has participants, so an empty list of where they
    live decides nothing. The rule cannot see single participants.

    Source: 1 §, first sentence, speaks of an area; finsam.se (Målgrupper) of those who live there.
    """
    if not insats.is_individual:
        return not_applicable("structural")
    if not insats.item.area:
        return lacks("area")
    found = []
    for number, part in enumerate(insats.item.area):
        inside = insats.is_in_area(part.kommun, part.part)
        if inside:
            continue
        at, parts = ("area", number), (part_name(part.kommun, part.part),)
        if inside is None:
            found.append(review("other_part", at=at, parts=parts))
        else:
            found.append(fail("outside_area", at=at, parts=parts))
    return found
