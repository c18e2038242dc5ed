"""2 §: whom the insatser are for, and what they are to achieve."""

from datetime import date

from finsam.law.citation import Citation
from finsam.law.text import Text
from finsam.validation.engine import messages
from finsam.validation.engine.decision import (
    PASS,
    Decision,
    fail,
    lacks,
    not_applicable,
    passed,
    review,
)
from finsam.validation.engine.rule import rule
from finsam.validation.engine.verdict import Basis
from finsam.validation.subjects.tasks import InsatsOnDay


@rule(
    "FINSAM-2-1",
    "no-coordinated-need",
    cites=Citation("2"),
    covers=(Citation("7", stycke=1, punkt=3),),
    readings=("structural",),
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
            "rehabiliteringsinsatser. Bedöm om den ändå tjänar dem som 2 § avser.",
            "The structural insats “{insats}” has a target group without a need for coordinated "
            "rehabilitation. Judge whether it still serves those whom section 2 is about.",
        )
    },
    inapplicable={"structural": messages.STRUCTURAL},
)
def coordinated_need(insats: InsatsOnDay) -> Decision:
    """The individuals whom an insats concerns need coordinated rehabilitation.

    Decided by what the document says of the target group. A structural insats reaches individuals
    through the parties' staff, so only an explicit statement that there is no need goes to a human.
    The rule cannot see whether the need is real.
    """
    group = insats.item.target_group
    need = group.needs_coordinated_rehabilitation if group else None
    if insats.item.kind == "structural":
        return review("structural_without_need") if need is False else not_applicable("structural")
    if need is None:
        return lacks("target_group", "needs_coordinated_rehabilitation", at=("target_group",))
    return PASS if need else fail("no_need", at=("target_group",))


@rule(
    "FINSAM-2-2",
    "aim-not-work-ability",
    cites=Citation("2"),
    covers=(Citation("7", stycke=1, punkt=3),),
    readings=("structural",),
    title=Text(
        "Insatsen syftar till förmåga att förvärvsarbeta",
        "The insats aims at the ability to work",
    ),
    passes={
        "serves_indirectly": Text(
            "Den strukturövergripande insatsen ”{insats}” syftar till {aims}. Samordningsförbundet "
            "Göteborg beskriver strukturövergripande insatser som arbete för samverkan och "
            "kunskap; enligt den läsningen tjänar insatsen indirekt det syfte som 2 § anger.",
            "The structural insats “{insats}” aims at {aims}. Samordningsförbundet Göteborg "
            "describes structural insatser as work for cooperation and knowledge; on that reading "
            "the insats serves the aim of section 2 indirectly.",
        )
    },
    fail={
        "other_aims": Text(
            "Insatsen ”{insats}” syftar till {aims}, men inte till att deltagarna ska nå eller "
            "förbättra sin förmåga att förvärvsarbeta, som 2 § kräver.",
            "The insats “{insats}” aims at {aims}, but not at its participants reaching or "
            "improving their ability to work, as section 2 requires.",
        ),
        "no_aim": Text(
            "Insatsen ”{insats}” har inget syfte; 2 § kräver att den syftar till förmåga att "
            "förvärvsarbeta.",
            "The insats “{insats}” has no aim; section 2 requires that it aim at the ability to "
            "work.",
        ),
    },
    review={
        "other_structural_aims": Text(
            "Den strukturövergripande insatsen ”{insats}” syftar till {aims}, men varken till "
            "arbetsförmåga, samverkan, kunskap eller utbildning. Bedöm om den ändå tjänar det "
            "syfte som 2 § anger.",
            "The structural insats “{insats}” aims at {aims}, but at neither work ability, "
            "cooperation, knowledge nor education. Judge whether it still serves the aim of "
            "section 2.",
        ),
        "no_structural_aim": Text(
            "Den strukturövergripande insatsen ”{insats}” har inget syfte. Bedöm om den ändå "
            "tjänar det syfte som 2 § anger.",
            "The structural insats “{insats}” has no aim. Judge whether it still serves the aim of "
            "section 2.",
        ),
    },
)
def aims_at_work_ability(insats: InsatsOnDay) -> Decision:
    """An insats aims at its participants' reaching or improving their ability to work.

    Decided by the aims that the document states: work ability has to be among them, whatever the
    others are. By guidance, a structural insats serves that aim indirectly, through cooperation,
    knowledge or education; one with none of these is for a human. The rule cannot see whether the
    insats is apt to reach its aim.

    Source: 2 §, unchanged since 2004-01-01; on structural insatser the page of Samordningsförbundet
    Göteborg (finsamgoteborg.se, Lokala insatser).
    """
    aims = insats.item.aims
    if aims is None:
        return lacks("aims")
    if "work_ability" in aims:
        return PASS
    said = tuple(sorted(aims))
    if insats.is_individual:
        return fail("other_aims", at=("aims",), aims=said) if aims else fail("no_aim", at=("aims",))
    if indirect := {"cooperation", "knowledge", "education"}.intersection(aims):
        return passed("serves_indirectly", aims=tuple(sorted(indirect)))
    if not aims:
        return review("no_structural_aim", at=("aims",))
    return review("other_structural_aims", at=("aims",), aims=said)


@rule(
    "FINSAM-2-3",
    "need-from-one-party-only",
    cites=Citation("2"),
    covers=(Citation("7", stycke=1, punkt=3),),
    basis=Basis.PREPARATORY_WORKS,
    readings=("several-kinds",),
    title=Text(
        "Målgruppen behöver insatser från flera av parterna",
        "The target group needs measures from several of the parties",
    ),
    fail={
        "one_party": Text(
            "Målgruppen för insatsen ”{insats}” behöver bara insatser från {party}. Samordning "
            "förutsätter behov av insatser från minst två av parterna.",
            "The target group of the insats “{insats}” needs measures from {party} alone. "
            "Coordination presupposes a need for measures from at least two of the parties.",
        ),
        "no_party": Text(
            "Målgruppen för insatsen ”{insats}” behöver inte insatser från någon av parterna. "
            "Samordning förutsätter behov av insatser från minst två av dem.",
            "The target group of the insats “{insats}” needs measures from none of the parties. "
            "Coordination presupposes a need for measures from at least two of them.",
        ),
    },
    inapplicable={
        "structural": messages.STRUCTURAL,
        "no_need": Text(
            "Insatsen avser personer utan behov av samordning, vilket prövas särskilt.",
            "The insats is for people without a coordinated need, which is judged separately.",
        ),
    },
)
def need_from_several_parties(insats: InsatsOnDay) -> Decision:
    """Coordinated measures are measures from more than one of the parties.

    Decided by the kinds of party that the target group needs measures from; all kommuner are one
    kind, and so are all regioner. FINSAM-2-1 reports a target group without a coordinated need.

    Source: 2 §, as the summary of prop. 2002/03:132 describes those whom it is for.
    """
    if not insats.is_individual:
        return not_applicable("structural")
    group = insats.item.target_group
    if group and group.needs_coordinated_rehabilitation is False:
        return not_applicable("no_need")
    if group is None or group.needs_from is None:
        return lacks("target_group", "needs_from", at=("target_group",))
    if len(group.needs_from) >= 2:
        return PASS
    for party in group.needs_from:
        return fail("one_party", at=("target_group",), party=party)
    return fail("no_party", at=("target_group",))


@rule(
    "FINSAM-2-4",
    "target-group-under-16",
    cites=Citation("2"),
    basis=Basis.GUIDANCE,
    readings=("age",),
    title=Text(
        "Insatsen riktar sig till personer från 16 år", "The insats is for people aged 16 or over"
    ),
    review={
        "under_16": Text(
            "Insatsen ”{insats}” riktar sig till personer från {age} år. Lagen har ingen "
            "åldersgräns, men Nationella rådet rekommenderade den 12 april 2018 att insatser "
            "riktar sig till personer från 16 år. Bedöm om målgruppen omfattas av lagen.",
            "The insats “{insats}” is for people from the age of {age}. The act has no age limit, "
            "but on 12 April 2018 the national council recommended that insatser be for people "
            "aged 16 or over. Judge whether the act covers the target group.",
        )
    },
    inapplicable={"structural": messages.STRUCTURAL},
    first=date(2018, 4, 12),
)
def target_group_from_16(insats: InsatsOnDay) -> Decision:
    """The insats is for people who have left compulsory school.

    Decided by the lowest age of the target group, for insatser from the day of the recommendation.
    It never fails, as the act has no age limit.

    Source: the recommendation of the national council of 2018-04-12 (finsam.se, Målgrupper).
    """
    if not insats.is_individual:
        return not_applicable("structural")
    group = insats.item.target_group
    if group is None or group.age_from is None:
        return lacks("target_group", "age_from", at=("target_group",))
    if group.age_from < 16:
        return review("under_16", at=("target_group", "age_from"), age=group.age_from)
    return PASS
