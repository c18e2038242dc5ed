"""2 §: whom the insatser are for, and what they are to achieve."""

from finsam.law.citation import Citation
from finsam.law.text import Text
from finsam.validation.decision import PASS, Decision, fail, not_applicable, review, undecided
from finsam.validation.registry import rule
from finsam.validation.subjects import InsatsOnDay
from finsam.validation.verdict import Basis


@rule(
    "FINSAM-2-1",
    "no-coordinated-need",
    about=InsatsOnDay,
    cites=Citation("2"),
    basis=Basis.STATUTE,
    title=Text(
        "Insatsen avser individer som behöver samordnade rehabiliteringsinsatser",
        "The insats concerns individuals who need coordinated rehabilitation",
    ),
    fail={
        "no_need": Text(
            "Insatsen ”{insats}” avser personer som inte behöver samordnade "
            "rehabiliteringsinsatser. 2 § kräver att insatserna avser individer med det behovet.",
            "The insats “{insats}” is for people who do not need coordinated rehabilitation. "
            "Section 2 requires that insatser concern individuals who do.",
        )
    },
    review={
        "structural_without_need": Text(
            "Den strukturövergripande insatsen ”{insats}” har en målgrupp utan behov av samordnade "
            "rehabiliteringsinsatser; bedöm om den ändå tjänar dem som 2 § avser.",
            "The structural insats “{insats}” has a target group without a need for coordinated "
            "rehabilitation; judge whether it serves those whom section 2 means all the same.",
        )
    },
    open=("need_unknown",),
    inapplicable=("structural",),
)
def coordinated_need(insats: InsatsOnDay) -> Decision:
    """The individuals whom an insats concerns need coordinated rehabilitation.

    Decided by what the document says of the target group. Whether the need is real, the rule
    cannot see. A structural insats reaches individuals through the parties' staff, so that only a
    plain statement that the need is absent is worth a human's look.

    Source: 2 §, unchanged since 2004-01-01.
    """
    group = insats.insats.target_group
    need = group.needs_coordinated_rehabilitation if group else None
    if insats.insats.kind == "structural":
        return review("structural_without_need") if need is False else not_applicable("structural")
    if need is None:
        place = insats.place("target_group", "needs_coordinated_rehabilitation")
        return undecided("need_unknown", place, at=("target_group",))
    return PASS if need else fail("no_need", at=("target_group",))


@rule(
    "FINSAM-2-2",
    "aim-not-work-ability",
    about=InsatsOnDay,
    cites=Citation("2"),
    basis=Basis.STATUTE,
    title=Text(
        "Insatsen syftar till förmåga att förvärvsarbeta",
        "The insats aims at the ability to work",
    ),
    fail={
        "other_aims": Text(
            "Insatsen ”{insats}” syftar till {aims}, men inte till att deltagarna ska nå eller "
            "förbättra sin förmåga att förvärvsarbeta, som 2 § kräver.",
            "The insats “{insats}” aims at {aims}, but not at its participants' reaching or "
            "improving their ability to work, as section 2 requires.",
        ),
        "no_aim": Text(
            "Insatsen ”{insats}” har inget syfte angivet; 2 § kräver att den syftar till förmåga "
            "att förvärvsarbeta.",
            "The insats “{insats}” is given no aim; section 2 requires that it aim at the ability "
            "to work.",
        ),
    },
    open=("aims_unknown",),
)
def aims_at_work_ability(insats: InsatsOnDay) -> Decision:
    """An insats aims at its participants' reaching or improving their ability to work.

    Decided by the aims that the document states: work ability among them, whatever the others are.
    A structural insats serves that aim indirectly, so cooperation between the parties or knowledge
    will do. Whether the insats is apt to reach its aim, the rule cannot see.

    Source: 2 §, unchanged since 2004-01-01; on structural insatser the national bodies' reading.
    """
    aims = insats.insats.aims
    if aims is None:
        return undecided("aims_unknown", insats.place("aims"), at=("aims",))
    serving = {"work_ability"}
    if insats.insats.kind == "structural":
        serving |= {"cooperation", "knowledge"}
    if aims & serving:
        return PASS
    if not aims:
        return fail("no_aim", at=("aims",))
    return fail("other_aims", at=("aims",), aims=tuple(sorted(aims)))
