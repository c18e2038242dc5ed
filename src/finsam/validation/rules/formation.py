"""8 and 9 §§: the förbundsordning, who adopts it, and what it has to say."""

from datetime import date
from fractions import Fraction

from finsam.law import interpretations as reading
from finsam.law.citation import Citation
from finsam.law.geography import current
from finsam.law.parties import SEVERAL_REGIONS_FROM
from finsam.law.text import Text
from finsam.validation.engine import messages
from finsam.validation.engine.decision import (
    NOT_KNOWN,
    PASS,
    Decision,
    fail,
    not_applicable,
    review,
    undecided,
)
from finsam.validation.engine.rule import WORDING_UNKNOWN, Answer, Rule, rule
from finsam.validation.engine.verdict import Basis, Stage
from finsam.validation.subjects.formation import Ordningar, OrdningOnDay

HALF = Fraction(1, 2)
QUARTER = Fraction(1, 4)


@rule(
    "FINSAM-8-1",
    "forbundsordning-missing",
    about=Ordningar,
    cites=Citation("8", stycke=1),
    basis=Basis.STATUTE,
    title=Text("Det finns en förbundsordning", "There is a förbundsordning"),
    fail={
        "none_in_force": Text(
            "Ingen förbundsordning gäller. För ett samordningsförbund ska det finnas en.",
            "No förbundsordning is in force. A samordningsförbund has to have one.",
        )
    },
    inapplicable={"founding_not_given": messages.FOUNDING_NOT_GIVEN},
    entails=("FINSAM-13-2", "FINSAM-13-3"),
)
def there_is_a_forbundsordning(ordningar: Ordningar) -> Decision:
    """A förbund has a förbundsordning.

    Decided by whether there is one. A document may hold only later ones than that of the day.

    Source: 8 § first paragraph.
    """
    if ordningar.in_force(ordningar.day):
        return PASS
    return not_applicable("founding_not_given") if ordningar.are_given else fail("none_in_force")


@rule(
    "FINSAM-8-2",
    "forbundsordning-not-adopted-by-all",
    about=OrdningOnDay,
    cites=Citation("8", stycke=1),
    basis=Basis.STATUTE,
    readings=(reading.ADOPTED_BY_ALL,),
    title=Text(
        "Alla medlemmar har fastställt förbundsordningen",
        "All members have adopted the förbundsordning",
    ),
    fail={
        "not_adopted": Text(
            "Förbundsordningen har inte fastställts av {members}. Den ska fastställas av alla "
            "förbundets medlemmar.",
            "The förbundsordning has not been adopted by {members}. All members of the förbund "
            "have to adopt it.",
        )
    },
    open=(NOT_KNOWN,),
)
def all_members_have_adopted_it(ordning: OrdningOnDay) -> Decision:
    """The members adopt the förbundsordning, every one of them.

    Decided by who was a member on its first day. That the right body of each member has adopted
    it the rule does not see.

    Source: 8 § first paragraph.
    """
    adopted = ordning.item.adopted
    if ordning.timeline.stage is Stage.NOT_FORMED:
        return not_applicable("not_formed")
    if adopted is None:
        return undecided(ordning.place("adopted"), at=("adopted",))
    on = ordning.day
    have = {current(each.member) for each in adopted if each.day is None or each.day <= on}
    missing = [member for member in ordning.first_members if member not in have]
    return fail("not_adopted", at=("adopted",), members=tuple(missing)) if missing else PASS


@rule(
    "FINSAM-8-3",
    "formed-on-another-day",
    about=Ordningar,
    cites=Citation("8", stycke=2),
    basis=Basis.STATUTE,
    readings=(reading.FORMATION_DAY,),
    title=Text(
        "Förbundet är bildat när alla har fastställt förbundsordningen, eller den senare dag som "
        "den anger",
        "The förbund is formed when all have adopted the förbundsordning, or on the later day that "
        "it names",
    ),
    fail={
        "formed_before_adoption": Text(
            "Förbundet anges som bildat {formed}, men den sista medlemmen fastställde "
            "förbundsordningen först {done}. Tidigare kan det inte vara bildat.",
            "The förbund is said to have been formed on {formed}, but the last member adopted the "
            "förbundsordning on {done}. It cannot have been formed earlier.",
        ),
        "formed_without_all": Text(
            "Förbundet anges som bildat {formed}, men {members} var medlem då och har inte "
            "fastställt förbundsordningen. Utan det är förbundet inte bildat.",
            "The förbund is said to have been formed on {formed}, but {members} was a member then "
            "and has not adopted the förbundsordning. Without that it is not formed.",
        ),
        "formed_later": Text(
            "Förbundet anges som bildat {formed}, men det bildades {done}, då alla hade fastställt "
            "förbundsordningen och den började gälla.",
            "The förbund is said to have been formed on {formed}, but it was formed on {done}, "
            "when all had adopted the förbundsordning and it came into force.",
        ),
    },
    open=(NOT_KNOWN,),
    inapplicable={"founding_not_given": messages.FOUNDING_NOT_GIVEN},
)
def formed_when_all_have_adopted(ordningar: Ordningar) -> Decision:
    """The förbund is formed when its members have adopted the förbundsordning, or later if it says.

    Decided by the days on which the members of that day adopted it and the day from which it
    applies, of the förbundsordning in force when the förbund is said to have been formed.

    Source: 8 § second paragraph.
    """
    formed = ordningar.formed
    if formed is None:
        return undecided(("formed",))
    found = ordningar.in_force(formed)
    if found is None:
        return not_applicable("founding_not_given")
    place, ordning = found
    if missing := ordningar.founders_who_did_not_adopt(place, formed):
        return fail("formed_without_all", at=(place, "adopted"), formed=formed, members=missing)
    last, unknown = ordningar.adoption(place, formed)
    stated = ordning.applies_from
    if stated and last and last > formed:
        return fail("formed_before_adoption", at=(place, "adopted"), formed=formed, done=last)
    due = max(stated or date.min, last or date.min)
    if due != formed and stated is None:
        unknown = (*unknown, (*ordningar.loc, place, "applies_from"))
    if unknown:
        return undecided(*unknown, at=(place,))
    return PASS if due == formed else fail("formed_later", at=(place,), formed=formed, done=due)


def _point(number: int, field: str, what: Text) -> Rule[OrdningOnDay]:
    """The rule on one of the points that every förbundsordning takes up.

    Args:
        number: the point.
        field: what documents call it.
        what: what the förbundsordning says.
    """

    def decide(ordning: OrdningOnDay) -> Decision:
        at = ("covers", field)
        covered = ordning.covers(field)
        if covered is None:
            return undecided(ordning.place(*at), at=at)
        return PASS if covered else fail("not_covered", at=at)

    decide.__doc__ = f"""The förbundsordning says {what.en}.

    Decided by whether it says anything of that. Whether it says enough is for a human.

    Source: 9 § point {number}.
    """
    return rule(
        f"FINSAM-9-{number}",
        f"point-missing-{field.replace('_', '-')}",
        about=OrdningOnDay,
        cites=Citation("9", stycke=1, punkt=number),
        covers=(Citation("9", stycke=1, mening=1),),
        basis=Basis.STATUTE,
        readings=(reading.POINTS,),
        title=Text(f"Förbundsordningen anger {what.sv}", f"The förbundsordning says {what.en}"),
        fail={
            "not_covered": Text(
                f"Förbundsordningen anger inte {what.sv}. Det ska den göra.",
                f"The förbundsordning does not say {what.en}. It has to.",
            )
        },
        open=(NOT_KNOWN,),
    )(decide)


name_seat_members_purpose = _point(
    1,
    "name_seat_members_purpose",
    Text(
        "förbundets namn, säte, medlemmar och ändamål",
        "what the förbund is called, where its seat is, who its members are and what it is for",
    ),
)
organisation = _point(
    2,
    "organisation",
    Text("hur förbundet är organiserat", "how the förbund is organised"),
)
representation = _point(
    3,
    "representation",
    Text(
        "hur många ledamöter och ersättare styrelsen har och hur medlemmarna är representerade",
        "how many ledamöter and ersättare the board has and how the members are represented",
    ),
)
tasks = _point(
    4,
    "tasks",
    Text(
        "vilka uppgifter enligt 7 § förbundet har och vad det får besluta",
        "which tasks of section 7 the förbund has and what it may decide",
    ),
)
right_to_raise_matters = _point(
    5,
    "right_to_raise_matters",
    Text(
        "om en medlem får väcka ärenden i styrelsen",
        "whether a member may raise matters in the board",
    ),
)
qualified_majority = _point(
    6,
    "qualified_majority",
    Text(
        "om styrelsen behöver kvalificerad majoritet, och för vilka ärenden",
        "whether the board needs a qualified majority, and for which matters",
    ),
)
notices = _point(
    7,
    "notices",
    Text("var förbundets tillkännagivanden anslås", "where the förbund's notices are posted"),
)
shares = _point(
    8,
    "shares",
    Text(
        "medlemmarnas andelar i tillgångar och skulder och hur kostnaderna fördelas",
        "the members' shares in assets and debts and how costs are split",
    ),
)
insight = _point(
    10,
    "insight",
    Text(
        "hur medlemmarna styr och följer ekonomin och verksamheten",
        "how the members direct and follow its economy and activity",
    ),
)
budget_process = _point(
    11, "budget_process", Text("hur budgeten tas fram", "how the budget is made")
)
auditors_term = _point(
    12,
    "auditors_term",
    Text("hur länge revisorerna är utsedda", "for how long auditors are appointed"),
)


@rule(
    "FINSAM-9-13",
    "point-missing-joint-auditors",
    about=OrdningOnDay,
    cites=Citation("9", stycke=1, punkt=13),
    covers=(Citation("9", stycke=1, mening=1),),
    basis=Basis.STATUTE,
    readings=(reading.POINTS,),
    title=Text(
        "Förbundsordningen anger hur gemensamma revisorer utses och av vem",
        "The förbundsordning says how joint auditors are appointed and by whom",
    ),
    fail={
        "not_covered": Text(
            "Kommunerna och regionerna har gemensamma revisorer, men förbundsordningen anger inte "
            "hur de utses och vilken medlem som utser dem. Det ska den göra.",
            "The kommuner and regioner have joint auditors, but the förbundsordning does not say "
            "how they are appointed and which member appoints them. It has to.",
        )
    },
    open=(NOT_KNOWN,),
    inapplicable={
        "no_joint_auditors": Text(
            "Gemensamma revisorer finns inte.", "There are no joint auditors."
        )
    },
)
def joint_auditors(ordning: OrdningOnDay) -> Decision:
    """Where there are joint auditors, the förbundsordning says how and by whom they are appointed.

    Decided by whether there are, and whether it says anything of that. Whether it says enough is
    for a human.

    Source: 9 § point 13.
    """
    at = ("covers", "joint_auditors")
    are_there, covered = ordning.item.joint_auditors, ordning.covers("joint_auditors")
    if are_there is False:
        return not_applicable("no_joint_auditors")
    if covered:
        return PASS
    missing = [ordning.place("joint_auditors")] if are_there is None else []
    missing += [ordning.place(*at)] if covered is None else []
    return undecided(*missing, at=at) if missing else fail("not_covered", at=at)


exit_of_member = _point(14, "exit", Text("hur en medlem utträder", "how a member leaves"))
liquidation = _point(
    15,
    "liquidation",
    Text(
        "när och hur förbundet likvideras och upplöses, och hur det som är kvar skiftas",
        "when and how the förbund is liquidated and dissolved, and how what is left is divided",
    ),
)
disputes = _point(
    16,
    "disputes",
    Text(
        "hur tvister mellan förbundet och medlemmarna löses",
        "how disputes between the förbund and its members are settled",
    ),
)
benefits = _point(
    17,
    "benefits",
    Text(
        "hur ersättningar till styrelsen och revisorerna bestäms",
        "how fees of the board and the auditors are decided",
    ),
)


@rule(
    "FINSAM-9-19",
    "shares-not-as-contributions",
    about=OrdningOnDay,
    cites=Citation("9", stycke=1, punkt=8),
    covers=(Citation("9", stycke=1, mening=1),),
    basis=Basis.STATUTE,
    readings=(reading.SHARES_OF_DEBTS, reading.SHARES_OUTSIDE_REGIONS, reading.STATE_HALF),
    title=Text(
        "Andelarna i tillgångar och skulder följer bidragen",
        "Shares in assets and debts follow the contributions",
    ),
    fail={
        "party_off": Text(
            "Förbundsordningen ger {actor} {share} av tillgångar och skulder. Andelarna ska "
            "förhålla sig som bidragen enligt 5 §, alltså {asked}.",
            "The förbundsordning gives {actor} {share} of assets and debts. Shares have to be in "
            "the proportion of the contributions under section 5, which is {asked}.",
        ),
        "members_off": Text(
            "Förbundsordningen ger {members} andra andelar av tillgångar och skulder än de har "
            "kommit överens om att bidra med.",
            "The förbundsordning gives {members} other shares in assets and debts than they have "
            "agreed to contribute.",
        ),
    },
    review={
        "arbetsformedlingen_has_share": Text(
            "Förbundsordningen ger Arbetsförmedlingen {share} av tillgångar och skulder, fast 5 § "
            "lägger hela statens bidrag på Försäkringskassan. Bedöm vem som har andelen.",
            "The förbundsordning gives Arbetsförmedlingen {share} of assets and debts, though "
            "section 5 puts the whole of the state's contribution on Försäkringskassan. Judge "
            "whose share it is.",
        ),
    },
    open=(NOT_KNOWN, "agreement_unknown"),
    inapplicable={
        "outside_regions": Text(
            "En kommun utanför alla regioner är medlem, och 9 § hänvisar inte till 5 a §: vilka "
            "andelarna ska vara får en människa bedöma.",
            "A kommun outside every region is a member, and section 9 does not refer to section "
            "5 a: what the shares should be is for a human.",
        )
    },
    also_reads=("agreements",),
)
def shares_follow_contributions(ordning: OrdningOnDay) -> Answer:
    """Shares in assets and debts are in proportion to what the members contribute under 5 §.

    Decided for the parties by half, a quarter and a quarter, and for kommuner and regioner by
    their agreement for the year of the day. Costs, which are to be split so too, and förbund with
    a kommun outside every region the rule leaves to a human.

    Source: 9 § point 8, with 5 §.
    """
    at = ("shares",)
    if ordning.item.shares is None:
        return undecided(ordning.place(*at), at=at)
    if ordning.has_kommun_outside_region:
        return not_applicable("outside_regions", at=at)
    parties = {"state": HALF, "regioner": QUARTER, "kommuner": QUARTER}
    off = [party for party, asked in parties.items() if not ordning.holds(party, asked)]
    if off:
        return [
            fail("party_off", at=at, actor=party, share=ordning.held(party), asked=parties[party])
            for party in off
        ]
    if share := ordning.held("arbetsformedlingen"):
        return review("arbetsformedlingen_has_share", at=at, share=share)
    return _as_agreed(ordning)


def _as_agreed(ordning: OrdningOnDay) -> Decision:
    """Whether kommuner, and regioner, have the shares that they have agreed to contribute."""
    for party in ("regioner", "kommuner"):
        if ordning.day < SEVERAL_REGIONS_FROM and ordning.has_several(party):
            # How a party's members split their share, 5 § said in words that are not known.
            return WORDING_UNKNOWN
        members = ordning.holding_other_than_agreed(party)
        if members is None:
            return undecided(("agreements",), why="agreement_unknown", year=ordning.day.year)
        if members:
            beside = (Citation("5", 3 if party == "regioner" else 2),)
            return fail("members_off", at=("shares",), members=members)._replace(beside=beside)
    return PASS


@rule(
    "FINSAM-9-20",
    "qualified-majority-unclear",
    about=OrdningOnDay,
    cites=Citation("9", stycke=1, punkt=6),
    covers=(Citation("9", stycke=1, mening=1),),
    basis=Basis.GUIDANCE,
    readings=(reading.QUALIFIED_MAJORITY, reading.UNDATED_GUIDANCE),
    title=Text(
        "Kvalificerad majoritet anges som en andel och för namngivna ärenden",
        "A qualified majority is stated as a fraction and for named matters",
    ),
    fail={
        "no_fraction": Text(
            "Förbundsordningen kräver kvalificerad majoritet utan att ange den som en andel av de "
            "närvarande röstberättigade, som vägledningen vill.",
            "The förbundsordning demands a qualified majority without stating it as a fraction of "
            "those present and entitled to vote, as guidance has it.",
        ),
        "consensus": Text(
            "Förbundsordningen kräver att alla är eniga. Enligt vägledningen kan det inte krävas.",
            "The förbundsordning demands that all agree. By guidance that cannot be demanded.",
        ),
        "matters_not_named": Text(
            "Förbundsordningen kräver kvalificerad majoritet utan att namnge ärendena. Enligt "
            "vägledningen räcker det inte att tala om viktiga frågor.",
            "The förbundsordning demands a qualified majority without naming the matters. By "
            "guidance it is not enough to speak of important questions.",
        ),
    },
    review={
        "half_or_less": Text(
            "Förbundsordningen kräver {share} av rösterna, vilket inte är mer än en enkel "
            "majoritet. Bedöm vad som är avsett.",
            "The förbundsordning demands {share} of the votes, which is no more than a simple "
            "majority. Judge what is meant.",
        )
    },
    open=(NOT_KNOWN,),
)
def qualified_majority_is_clear(ordning: OrdningOnDay) -> Answer:
    """A qualified majority is a fraction of those who vote, for matters that have names.

    Decided for each demand that the förbundsordning makes. Whether the names are clear enough the
    rule does not see.

    Source: 9 § point 6; finsam.se (Styrelsearbetet).
    """
    demands = ordning.item.qualified_majority
    if demands is None:
        at = ("qualified_majority",)
        return undecided(ordning.place(*at), at=at)
    found: list[Decision] = []
    for number, demand in enumerate(demands):
        here = ("qualified_majority", number)
        fraction = demand.fraction
        if demand.stated_as == "consensus" or fraction == 1:
            found.append(fail("consensus", at=here))
        elif demand.stated_as == "other":
            found.append(fail("no_fraction", at=here))
        elif demand.stated_as is None or fraction is None:
            facts = {"stated_as": demand.stated_as, "fraction": fraction}
            missing = [ordning.place(*here, name) for name in facts if facts[name] is None]
            found.append(undecided(*missing, at=here))
        elif fraction <= HALF:
            found.append(review("half_or_less", at=here, share=fraction))
        if demand.matters is None:
            found.append(undecided(ordning.place(*here, "matters"), at=here))
        elif not demand.matters:
            found.append(fail("matters_not_named", at=here))
    return found
