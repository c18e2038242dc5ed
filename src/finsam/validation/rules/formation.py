"""8 and 9 §§: the förbundsordning, who adopts it, and what it has to say."""

from collections.abc import Iterator, Mapping
from datetime import date

from finsam.law.citation import Citation
from finsam.law.geography import current
from finsam.law.parties import SEVERAL_REGIONS_FROM
from finsam.law.shares import HALF, QUARTER
from finsam.law.text import Text
from finsam.models.forbundsordning import Forbundsordning
from finsam.validation.engine.decision import (
    NOT_KNOWN,
    PASS,
    Decision,
    fail,
    lacks,
    not_applicable,
    not_listed,
    passed,
    review,
    undecided,
)
from finsam.validation.engine.messages import no_day
from finsam.validation.engine.rule import WORDING_UNKNOWN, Answer, Rule, rule
from finsam.validation.engine.subject import unknown_in
from finsam.validation.engine.verdict import Basis, Stage, Verdict
from finsam.validation.subjects.formation import Founding, Ordningar, OrdningOnDay, Remainder


@rule(
    "FINSAM-8-1",
    "forbundsordning-missing",
    cites=Citation("8", stycke=1),
    readings=("open-lists",),
    title=Text("Det finns en förbundsordning", "There is a förbundsordning"),
    fail={
        "none_in_force": Text(
            "Ingen förbundsordning gäller. För ett samordningsförbund ska det finnas en.",
            "No förbundsordning is in force. A samordningsförbund has to have one.",
        )
    },
    open=(),
    unlisted=Text(
        "någon förbundsordning gällde den dagen", "a förbundsordning was in force on that day"
    ),
    entails=("FINSAM-13-2", "FINSAM-13-3"),
)
def there_is_a_forbundsordning(ordningar: Ordningar) -> Decision:
    """A förbund has a förbundsordning.

    Decided by whether one is in force on the day; a document may hold only later ones.
    """
    if ordningar.timeline.ordning(ordningar.day):
        return PASS
    if ordningar.list_is_whole:
        return fail("none_in_force")
    return not_listed(ordningar.loc)


@rule(
    "FINSAM-8-2",
    "forbundsordning-not-adopted-by-all",
    cites=Citation("8", stycke=1),
    readings=("adopted-by-all", "open-lists"),
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
        ),
        "joined_without_adopting": Text(
            "Förbundsordningen har inte fastställts av {members}, som har tillkommit sedan den "
            "började gälla. Den ska ange förbundets medlemmar (9 §) och fastställas av alla.",
            "The förbundsordning has not been adopted by {members}, who joined after it came into "
            "force. It has to name the members of the förbund (section 9), and all of them have to "
            "adopt it.",
        ),
    },
    unlisted=Text(
        "{members} har fastställt en förbundsordning som gäller",
        "{members} adopted a förbundsordning that is in force",
    ),
)
def all_members_have_adopted_it(ordning: OrdningOnDay) -> Iterator[Decision]:
    """Every member adopts the förbundsordning.

    Decided by who was a member on its first day, and by which kommuner and regioner have joined
    since. The rule cannot see whether the right body of each member has adopted it.

    Source: 8 § first paragraph, with 9 § point 1.
    """
    adopted, at = ordning.item.adopted, ("adopted",)
    if ordning.timeline.stage is Stage.NOT_FORMED:
        yield not_applicable("not_formed")
        return
    if adopted is None:
        yield lacks(*at)
        return
    days = {current(each.member): each.day for each in adopted}
    may_have_more = not ordning.lists_all("adopted")
    later = () if ordning.list_is_whole else (("forbundsordningar",),)
    names_members = Citation("9", stycke=1, punkt=1)
    for why, members, elsewhere, beside in (
        ("not_adopted", ordning.first_members, (), ()),
        ("joined_without_adopting", ordning.later_members, later, (names_members,)),
    ):
        without = [m for m in members if m not in days or (days[m] or date.min) > ordning.day]
        unlisted = [m for m in without if elsewhere or (may_have_more and m not in days)]
        if broken := tuple(m for m in without if m not in unlisted):
            yield fail(why, at=at, members=broken).citing(*beside)
        if unlisted:
            lists = (*elsewhere, ordning.place(*at)) if may_have_more else elsewhere
            yield not_listed(*lists, at=at, members=tuple(unlisted))


@rule(
    "FINSAM-8-3",
    "formed-on-another-day",
    cites=Citation("8", stycke=2),
    readings=("formation-day", "open-lists"),
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
        "formed_before_in_force": Text(
            "Förbundet anges som bildat {formed}, men den första förbundsordningen gäller först "
            "från {done}. Tidigare kan det inte vara bildat.",
            "The förbund is said to have been formed on {formed}, but the first förbundsordning "
            "is in force from {done}. It cannot have been formed earlier.",
        ),
        "formed_without_all": Text(
            "Förbundet anges som bildat {formed}, men förbundsordningen från den dagen har inte "
            "fastställts av {members}. Utan alla medlemmars beslut är förbundet inte bildat.",
            "The förbund is said to have been formed on {formed}, but the förbundsordning of that "
            "day has not been adopted by {members}. Without the decision of every member the "
            "förbund is not formed.",
        ),
        "formed_later": Text(
            "Förbundet anges som bildat {formed}, men det bildades {done}, då alla hade fastställt "
            "förbundsordningen och den började gälla.",
            "The förbund is said to have been formed on {formed}, but it was formed on {done}, "
            "when all had adopted the förbundsordning and it came into force.",
        ),
    },
    inapplicable={
        "none_in_force": Text(
            "Ingen förbundsordning som gäller är angiven, vilket prövas särskilt.",
            "No förbundsordning in force is given; that is judged separately.",
        ),
        "not_adopted": Text(
            "Alla medlemmar har inte fastställt förbundsordningen, vilket prövas särskilt.",
            "Not all members have adopted the förbundsordning; that is judged separately.",
        ),
    },
    unlisted=Text(
        "alla medlemmar hade fastställt den förbundsordning som förbundet bildades med {formed}",
        "all members had adopted the förbundsordning that the förbund was formed with on {formed}",
    ),
)
def formed_when_all_have_adopted(founding: Founding) -> Decision:
    """The förbund is formed when its members have adopted the förbundsordning, or later if it says.

    Decided by the förbundsordning that was in force when the förbund is said to have been formed:
    by the days on which the members of that day adopted it, and the day from which it applies.
    While that one is still in force, FINSAM-8-2 reports who has not adopted it.
    """
    formed = founding.formed
    if formed is None:
        return undecided(("formed",))
    earliest = founding.earliest
    if earliest is None:
        return not_applicable("none_in_force")
    if founding.item is None:
        place, begun = earliest
        decision = fail("formed_before_in_force", at=(place,), formed=formed, done=begun)
    else:
        decision = _formed_by(founding, founding.item, formed)
    if decision.verdict is Verdict.FAIL and not founding.is_certain:
        return not_listed(("forbundsordningar",), formed=formed)
    return decision


def _formed_by(founding: Founding, ordning: Forbundsordning, formed: date) -> Decision:
    """Whether the förbund was formed on this day, with this förbundsordning in force."""
    at, without = ("adopted",), founding.founders_not_listed(formed)
    if without and founding.lists_all("adopted"):
        if founding.is_present:
            return not_applicable("not_adopted")
        return fail("formed_without_all", at=at, formed=formed, members=without)
    last, unknown = founding.adoption(formed)
    stated = ordning.applies_from
    if last and last > formed:
        return fail("formed_before_adoption", at=at, formed=formed, done=last)
    if without:
        return not_listed(founding.place(*at), at=at, formed=formed)
    due = max(stated or date.min, last or date.min)
    if due != formed and stated is None:
        unknown = (*unknown, founding.place("applies_from"))
    if unknown:
        return undecided(*unknown)
    return PASS if due == formed else fail("formed_later", formed=formed, done=due)


def _point(
    number: int, field: str, what: Text, *, silent: Mapping[str, Text] | None = None
) -> Rule[OrdningOnDay]:
    """The rule on one of the points that every förbundsordning takes up.

    Args:
        number: the point.
        field: what documents call it.
        what: what the förbundsordning says.
        silent: how it passes if it says nothing of that, or may do so, where it need say nothing.
    """

    def decide(ordning: OrdningOnDay) -> Decision:
        at = ("covers", field)
        covered = ordning.covers(field)
        if covered:
            return PASS
        if silent:
            return passed("either_way" if covered is None else "silent", at=at)
        return lacks(*at) if covered is None else fail("not_covered", at=at)

    unless = " To be silent has a meaning of its own, and is no breach." if silent else ""
    decide.__doc__ = f"""The förbundsordning says {what.en}.{unless}

    Decided by whether it says anything of that. Whether it says enough is for a human.
    """
    return rule(
        f"FINSAM-9-{number}",
        f"point-missing-{field.replace('_', '-')}",
        cites=Citation("9", stycke=1, punkt=number),
        covers=(Citation("9", stycke=1, mening=1),),
        readings=("points", "silent-forbundsordning") if silent else ("points",),
        title=Text(f"Förbundsordningen anger {what.sv}", f"The förbundsordning states {what.en}"),
        passes=silent or {},
        fail={} if silent else {"not_covered": _not_covered(what)},
        open=() if silent else (NOT_KNOWN,),
    )(decide)


def _silent(about: Text, then: Text) -> dict[str, Text]:
    """What is said where a förbundsordning says nothing of something, and where it may not."""
    return {
        "silent": Text(
            f"Förbundsordningen säger inget om {about.sv}. Då {then.sv}.",
            f"The förbundsordning says nothing of {about.en}: {then.en}.",
        ),
        "either_way": Text(
            f"Det är inte känt om förbundsordningen säger något om {about.sv}. Båda delarna är "
            f"tillåtna; säger den inget {then.sv}.",
            f"Whether the förbundsordning says anything of {about.en} is not known. Either is "
            f"lawful: if it says nothing, {then.en}.",
        ),
    }


def _not_covered(what: Text) -> Text:
    return Text(
        f"Förbundsordningen anger inte {what.sv}. Det ska framgå.",
        f"The förbundsordning does not state {what.en}. It must.",
    )


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
_REPRESENTATION = Text(
    "hur många ledamöter och ersättare styrelsen har och hur medlemmarna är representerade",
    "how many ledamöter and ersättare the board has and how the members are represented",
)


@rule(
    "FINSAM-9-3",
    "point-missing-representation",
    cites=Citation("9", stycke=1, punkt=3),
    covers=(Citation("9", stycke=1, mening=1),),
    readings=("points",),
    title=Text(
        f"Förbundsordningen anger {_REPRESENTATION.sv}",
        f"The förbundsordning says {_REPRESENTATION.en}",
    ),
    fail={
        "not_covered": _not_covered(_REPRESENTATION),
        "only_numbers": Text(
            "Förbundsordningen anger att antalet ledamöter är {ledamoter} och antalet ersättare "
            "{ersattare}, men inte hur medlemmarna är representerade. Det ska framgå.",
            "The förbundsordning says that the number of ledamöter is {ledamoter} and that of "
            "ersättare {ersattare}, but not how the members are represented. It must.",
        ),
    },
)
def representation(ordning: OrdningOnDay) -> Decision:
    """The förbundsordning says how large the board is, and how the members are represented in it.

    Decided by whether it says anything of that; the numbers alone are not enough. Whether it says
    enough is for a human.
    """
    at = ("covers", "representation")
    covered, item = ordning.covers("representation"), ordning.item
    if covered is None:
        return lacks(*at)
    if covered:
        return PASS
    if item.ledamoter is None or item.ersattare is None:
        return fail("not_covered", at=at)
    return fail("only_numbers", at=at, ledamoter=item.ledamoter, ersattare=item.ersattare)


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
    silent=_silent(
        Text(
            "medlemmarnas rätt att väcka ärenden i styrelsen",
            "a right of the members to raise matters in the board",
        ),
        Text("har de ingen sådan rätt", "they have none"),
    ),
)
qualified_majority = _point(
    6,
    "qualified_majority",
    Text(
        "om styrelsen behöver kvalificerad majoritet, och för vilka ärenden",
        "whether the board needs a qualified majority, and for which matters",
    ),
    silent=_silent(
        Text("kvalificerad majoritet", "a qualified majority"),
        Text("behövs ingen sådan", "none is needed"),
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
    11, "budget_process", Text("hur budgeten tas fram", "how the budget is prepared")
)
auditors_term = _point(
    12,
    "auditors_term",
    Text("för hur lång tid revisorerna utses", "for how long the auditors are appointed"),
)


@rule(
    "FINSAM-9-13",
    "point-missing-joint-auditors",
    cites=Citation("9", stycke=1, punkt=13),
    covers=(Citation("9", stycke=1, mening=1),),
    readings=("points",),
    title=Text(
        "Förbundsordningen anger hur gemensamma revisorer utses och av vem",
        "The förbundsordning says how joint auditors are appointed and by whom",
    ),
    fail={
        "not_covered": Text(
            "Det finns gemensamma revisorer för kommuner och regioner, men förbundsordningen anger "
            "inte hur de utses och vilken medlem som utser dem. Det ska framgå.",
            "There are joint auditors of kommuner and regioner, but the förbundsordning does not "
            "say how they are appointed and which member appoints them. It must.",
        )
    },
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
        "how the fees of the board and the auditors are decided",
    ),
)


@rule(
    "FINSAM-9-19",
    "shares-not-as-contributions",
    cites=Citation("9", stycke=1, punkt=8),
    covers=(Citation("9", stycke=1, mening=1),),
    readings=(
        "shares-of-debts",
        "shared-costs",
        "shares-outside-regions",
        "state-half",
    ),
    title=Text(
        "Andelarna i tillgångar och skulder följer bidragen",
        "Shares in assets and debts follow the contributions",
    ),
    passes={
        "by_contribution": Text(
            "Förbundsordningen fördelar tillgångar, skulder och kostnader efter vad var och en "
            "bidrar med.",
            "The förbundsordning shares assets, debts and costs in proportion to what each member "
            "contributes.",
        )
    },
    fail={
        "party_off": Text(
            "Förbundsordningen ger {actor} {share} av tillgångar och skulder. Andelarna ska "
            "förhålla sig som bidragen enligt 5 §, alltså {asked}.",
            "The förbundsordning gives {actor} {share} of assets and debts. Shares have to be in "
            "the proportion of the contributions under section 5, which is {asked}.",
        ),
        "members_off": Text(
            "Förbundsordningen ger {members} en annan andel av tillgångar och skulder än vad som "
            "ska bidras med enligt 5 § och överenskommelsen, om det finns en.",
            "The förbundsordning gives {members} another share in assets and debts than is to be "
            "contributed under section 5 and the agreement, if there is one.",
        ),
    },
    review={
        "arbetsformedlingen_has_share": Text(
            "Förbundsordningen ger Arbetsförmedlingen {share} av tillgångar och skulder, trots "
            "att 5 § lägger hela statens bidrag på Försäkringskassan. Bedöm vem som har andelen.",
            "The förbundsordning gives Arbetsförmedlingen {share} of assets and debts, though "
            "section 5 puts the whole of the state's contribution on Försäkringskassan. Judge "
            "whose share it is.",
        ),
        "shared_otherwise": Text(
            "Förbundsordningen fördelar inte tillgångar, skulder och kostnader efter bidragen, och "
            "andelarna är inte angivna. Allt ska förhålla sig som bidragen enligt 5 §: bedöm "
            "fördelningen.",
            "The förbundsordning does not share assets, debts and costs in proportion to the "
            "contributions, and no shares are given. All of it has to be in the proportion of the "
            "contributions under section 5: judge how it is shared.",
        ),
        "outside_regions": Text(
            "En kommun som inte ingår i en region är medlem, och 9 § hänvisar inte till 5 a §. "
            "Bedöm vilka andelarna ska vara.",
            "A kommun that is part of no region is a member, and section 9 does not refer to "
            "section 5 a. Judge what the shares should be.",
        ),
    },
    open=(NOT_KNOWN, "agreement_unknown"),
    also_reads=("agreements",),
)
def shares_follow_contributions(ordning: OrdningOnDay) -> Answer:
    """Shares in assets and debts are in proportion to what the members contribute under 5 §.

    Decided by whether the förbundsordning refers to the contributions. Where it gives shares
    instead, the parties have to have half, a quarter and a quarter, and kommuner and regioner what
    their agreement for the year says. A member that the list does not name may have what is left of
    the whole. A förbund with a kommun outside every region is for a human, as is how costs are
    split beside the shares.

    Source: 9 § point 8, with 5 §.
    """
    at, by_contribution = ("shares",), ordning.item.shares_by_contribution
    if by_contribution:
        return passed("by_contribution", at=("shares_by_contribution",))
    if ordning.item.shares is None:
        if by_contribution is None:
            return lacks(*at)
        return review("shared_otherwise", at=("shares_by_contribution",))
    if ordning.has_kommun_outside_region:
        return review("outside_regions", at=at)
    parties = {"state": HALF, "regioner": QUARTER, "kommuner": QUARTER}
    off = [party for party, asked in parties.items() if not ordning.holds(party, asked)]
    left_out = [party for party in off if ordning.may_be_left_out(party, parties[party])]
    if off and off == left_out:
        return lacks(*at)
    if off:
        return [
            fail("party_off", at=at, actor=party, share=ordning.held(party), asked=parties[party])
            for party in off
            if party not in left_out
        ]
    return _within_parties(ordning)


def _within_parties(ordning: OrdningOnDay) -> Decision:
    """Whether each agency, kommun and region has the share that it is to contribute."""
    if share := ordning.held_by_arbetsformedlingen:
        return review("arbetsformedlingen_has_share", at=("shares",), share=share)
    for party in ("regioner", "kommuner"):
        if ordning.day < SEVERAL_REGIONS_FROM and ordning.has_several(party):
            # How a party's members split their share, 5 § said in words that are not known.
            return WORDING_UNKNOWN
        members = ordning.holding_other_than_agreed(party)
        if members is None:
            return undecided(("agreements",), why="agreement_unknown", year=ordning.day.year)
        if members:
            beside = Citation("5", stycke=3 if party == "regioner" else 2)
            return fail("members_off", at=("shares",), members=members).citing(beside)
    return PASS


@rule(
    "FINSAM-9-20",
    "qualified-majority-unclear",
    cites=Citation("9", stycke=1, punkt=6),
    covers=(Citation("9", stycke=1, mening=1),),
    basis=Basis.GUIDANCE,
    readings=("qualified-majority", "silent-forbundsordning", "undated-guidance"),
    title=Text(
        "Kvalificerad majoritet anges som en andel och för namngivna ärenden",
        "A qualified majority is stated as a fraction and for named matters",
    ),
    fail={
        "no_fraction": Text(
            "Förbundsordningen kräver kvalificerad majoritet utan att ange den som en andel av de "
            "närvarande röstberättigade. Enligt Nationella rådet ska den göra det.",
            "The förbundsordning requires a qualified majority without stating it as a fraction of "
            "those present and entitled to vote. According to the national council (Nationella "
            "rådet), it must.",
        ),
        "consensus": Text(
            "Förbundsordningen kräver att alla är eniga. Enligt Nationella rådet kan det inte "
            "krävas.",
            "The förbundsordning requires that all agree. According to the national council "
            "(Nationella rådet), that cannot be required.",
        ),
        "matters_not_named": Text(
            "Förbundsordningen kräver kvalificerad majoritet utan att namnge ärendena. Enligt "
            "Nationella rådet räcker det inte att tala om viktiga frågor.",
            "The förbundsordning requires a qualified majority without naming the matters. "
            "According to the national council (Nationella rådet), it is not enough to speak of "
            "important questions.",
        ),
    },
    review={
        "half_or_less": Text(
            "Förbundsordningen kräver {share} av rösterna, vilket inte är mer än en enkel "
            "majoritet. Bedöm vad som är avsett.",
            "The förbundsordning requires {share} of the votes, which is no more than a simple "
            "majority. Judge what is meant.",
        )
    },
    inapplicable={
        "simple_majority": Text(
            "Förbundsordningen kräver ingen kvalificerad majoritet.",
            "The förbundsordning requires no qualified majority.",
        )
    },
)
def qualified_majority_is_clear(ordning: OrdningOnDay) -> Answer:
    """A qualified majority is a fraction of those who vote, for matters that have names.

    Decided for each qualified majority that the förbundsordning requires. The rule cannot see
    whether the names are clear enough.

    Source: 9 § point 6; finsam.se (Styrelsearbetet).
    """
    demands, at = ordning.item.qualified_majority, ("qualified_majority",)
    if demands == () or (demands is None and ordning.covers("qualified_majority") is False):
        return not_applicable("simple_majority", at=at)
    if demands is None:
        return lacks(*at)
    found: list[Decision] = []
    for number, demand in enumerate(demands):
        here = ("qualified_majority", number)
        fraction = demand.fraction
        if demand.stated_as == "consensus" or fraction == 1:
            found.append(fail("consensus", at=here))
        elif demand.stated_as == "other":
            found.append(fail("no_fraction", at=here))
        elif demand.stated_as is None or fraction is None:
            missing = unknown_in(demand, ordning.place(*here), "stated_as", "fraction")
            found.append(undecided(*missing, at=here))
        elif fraction <= HALF:
            found.append(review("half_or_less", at=here, share=fraction))
        if demand.matters is None:
            found.append(lacks(*here, "matters", at=here))
        elif not demand.matters:
            found.append(fail("matters_not_named", at=here))
    return found


@rule(
    "FINSAM-9-21",
    "remainder-not-divided",
    cites=Citation("9", stycke=1, punkt=15),
    readings=("what-is-left", "silence-in-time", "open-lists"),
    title=Text(
        "Inget är kvar oskiftat när förbundet har upphört",
        "Nothing is left undivided when the förbund has been dissolved",
    ),
    review={
        "divided": Text(
            "Det som var kvar när förbundet upphörde har skiftats. Bedöm om skiftet följer de "
            "grunder som förbundsordningen anger.",
            "What was left when the förbund was dissolved has been divided. Judge whether that "
            "follows the terms that the förbundsordning sets.",
        ),
        "not_yet": no_day(
            "Förbundet har upphört, och det som är kvar skiftas först {due}.",
            "The förbund has been dissolved, and what is left is to be divided by {due}.",
        ),
    },
    unlisted=Text(
        "{members} har fått något av det som var kvar", "{members} got a part of what was left"
    ),
)
def what_is_left_is_divided(remainder: Remainder) -> Decision:
    """What is left of a dissolved förbund is divided on the terms of its förbundsordning.

    Decided by the final accounts and by what each member got. Whether the division follows the
    terms is for a human. The act sets no day for the division, and does not speak of the
    liquidation itself.
    """
    liquidation, at = remainder.liquidation, ("economy", "liquidation")
    if liquidation is None:
        return undecided(at)
    accounts, divided = liquidation.final_accounts, liquidation.divided
    if accounts is None or divided is None:
        return undecided(*unknown_in(liquidation, at, "final_accounts", "divided"), at=at)
    due = max(accounts, *[each.day for each in divided if each.day], date.min)
    if due > remainder.timeline.on:
        return review("not_yet", at=at, due=due)
    if not divided:
        return PASS
    if without := remainder.without_part:
        return not_listed((*at, "divided"), at=at, members=without)
    return review("divided", at=at)
