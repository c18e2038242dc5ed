"""20, 21, 23 and 24 §§: archives, economy, budget and årsredovisning."""

from datetime import date
from typing import Final

from finsam.law.citation import Citation
from finsam.law.terms import next_weekday
from finsam.law.text import Text
from finsam.models.base import Loc
from finsam.validation.engine import messages
from finsam.validation.engine.decision import (
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
from finsam.validation.engine.facts import Facts
from finsam.validation.engine.messages import no_day
from finsam.validation.engine.rule import Answer, rule
from finsam.validation.subjects.economy import (
    Archives,
    Bound,
    BudgetEntry,
    BudgetYear,
    EconomyOnDay,
    FinancialYear,
    Proposal,
    ReportEntry,
    Spent,
)

DEBTS: Final = frozenset({"credit", "loan"})
"""The commitments that are a debt."""

PLAN_YEARS: Final = 3
"""How many years the budget's economic plan is for (KL 11:6 3 st.)."""

_FIRST_BUDGET: Final = Text(
    "Budgeten är det nybildade förbundets första, som medlemmarna fastställer.",
    "The budget is the new förbund's first, which the members adopt.",
)
_NO_DEBT: Final = Text("Åtagandet är ingen skuld.", "The commitment is no debt.")
_ONE_KOMMUN: Final = Citation("20", stycke=1, mening=1)
_AGREED_BY_SEVERAL: Final = Citation("20", stycke=1, mening=3)


@rule(
    "FINSAM-20-1",
    "archive-authority-not-one-member-kommun",
    cites=(_ONE_KOMMUN, _AGREED_BY_SEVERAL),
    readings=("silence-in-time",),
    title=Text(
        "En medlemskommuns arkivmyndighet har tillsyn över arkiven",
        "The archive authority of one member kommun supervises the archives",
    ),
    passes={
        "only_kommun": Text(
            "{member} är den enda medlemskommunen, och dess arkivmyndighet har därmed tillsynen "
            "över förbundets arkiv.",
            "{member} is the only member kommun, and so its archive authority supervises the "
            "förbund's archives.",
        )
    },
    fail={
        "not_a_member": Text(
            "Tillsynen över arkiven ligger på arkivmyndigheten i {member}, som inte är en "
            "medlemskommun.",
            "The archives are supervised by the archive authority of {member}, which is not a "
            "member kommun.",
        ),
    },
    review={
        "has_left": no_day(
            "Tillsynen över arkiven ligger på arkivmyndigheten i {member}, som har lämnat "
            "förbundet. En medlemskommuns ska ta över.",
            "The archives are supervised by the archive authority of {member}, which has left the "
            "förbund. That of a member kommun has to take over.",
        ),
        "not_agreed": no_day(
            "Kommunerna har inte kommit överens om vilken kommuns arkivmyndighet som ska ha "
            "tillsyn över förbundets arkiv.",
            "The kommuner have not agreed on which of them supervises the förbund's archives.",
        ),
        "several": Text(
            "Tillsynen över arkiven anges ligga på arkivmyndigheterna i {members}. Den ska ligga "
            "på arkivmyndigheten i en medlemskommun; bedöm vilken det är.",
            "The archives are said to be supervised by the archive authorities of {members}. It "
            "must be that of one member kommun; judge which it is.",
        ),
    },
    open=(),
    inapplicable={"no_member_kommun": messages.NO_MEMBER_KOMMUN},
)
def one_archive_authority(archives: Archives) -> Decision:
    """One member kommun's arkivmyndighet supervises how the förbund keeps its archives.

    Decided by the kommuner whose authority the document names, and by who is a member on the day. A
    single kommun has nobody to agree with; after one that has left, another has to be found. The
    rule also applies after the förbund has ended, as its archives remain. It cannot see whether
    several kommuner have agreed, whether the authority consults Riksarkivet, or how the archives
    are kept.
    """
    if not archives.kommuner:
        return not_applicable("no_member_kommun")
    strangers = [key for key in archives.authorities if key not in archives.kommuner]
    if strangers and (archives.list_is_whole or len(strangers) == len(archives.authorities)):
        never = [key for key in strangers if not archives.has_been_member(key)]
        if not never:
            return review("has_left", member=min(strangers))
        return fail("not_a_member", member=min(never)).under(_ONE_KOMMUN)
    if len(archives.kommuner) == 1 and not strangers:
        return passed("only_kommun", member=archives.kommuner[0])
    if len(archives.authorities) > 1:
        return review("several", members=tuple(sorted(archives.authorities)))
    return PASS if archives.authorities else review("not_agreed").under(_AGREED_BY_SEVERAL)


_PARTS_OF_BUDGET: Final = {
    "financing": "no_financing",
    "expected_position": "no_expected_position",
    "financial_goals": "no_financial_goals",
    "activity_plan": "no_activity_plan",
}
"""What a budget holds by KL 11:6 1 and 2 st.: the field, and what it is called where it lacks."""


@rule(
    "FINSAM-21-1",
    "budget-incomplete",
    cites=Citation("21", stycke=1, mening=1),
    readings=("budget-without-tax",),
    title=Text(
        "Budgeten har en plan för verksamheten, finansiering, väntad ställning och finansiella mål",
        "The budget has a plan of the activity, its financing, the expected position and "
        "financial goals",
    ),
    fail={
        "no_financing": Text(
            "Budgeten för {year} visar inte hur verksamheten ska finansieras (KL 11 kap. 6 § "
            "första stycket).",
            "The budget for {year} does not say how the activity is financed (KL 11:6, first "
            "paragraph).",
        ),
        "no_expected_position": Text(
            "Budgeten för {year} visar inte hur den ekonomiska ställningen beräknas vara vid årets "
            "slut (KL 11 kap. 6 § första stycket).",
            "The budget for {year} does not say what the economic position is expected to be at "
            "the end of the year (KL 11:6, first paragraph).",
        ),
        "no_financial_goals": Text(
            "Budgeten för {year} anger inga finansiella mål (KL 11 kap. 6 § första stycket).",
            "The budget for {year} states no financial goals (KL 11:6, first paragraph).",
        ),
        "no_activity_plan": Text(
            "Budgeten för {year} har ingen plan för verksamheten med mål och riktlinjer (KL 11 "
            "kap. 6 § andra stycket).",
            "The budget for {year} has no plan of the activity with goals and guidelines (KL 11:6, "
            "second paragraph).",
        ),
    },
    inapplicable={"not_due": messages.NOT_DUE_YET},
)
def budget_has_its_parts(year: BudgetEntry) -> Answer:
    """A budget plans the activity, says how it is paid for and where it leaves the förbund.

    Decided for each part by what the document says: the financing, the expected position at the end
    of the year, the financial goals, and a plan of the activity. The rule cannot see whether a part
    is any good.

    Source: 21 § first paragraph, in its wording since 2024-01-01, with KL (2017:725) 11:6, first
    and second paragraphs. The tax rate and the appropriations of KL have no counterpart.
    """
    if _not_yet(year, year.item.adopted):
        return not_applicable("not_due")
    answers = [year.requires(name, why) for name, why in _PARTS_OF_BUDGET.items()]
    return [answer for answer in answers if answer is not PASS]


def _not_yet(year: BudgetYear | FinancialYear, done: date | None) -> bool:
    """Whether there is still time, and it is not known to have been done."""
    return done is None and not year.is_due


@rule(
    "FINSAM-21-2",
    "no-three-year-plan",
    cites=Citation("21", stycke=1, mening=1),
    readings=("longer-plan",),
    title=Text(
        "Budgeten har en ekonomisk plan för tre år med budgetåret först",
        "The budget has an economic plan for three years with its own year first",
    ),
    fail={
        "no_plan": Text(
            "Budgeten för {year} har ingen plan för ekonomin; den ska omfatta tre år (KL 11 kap. "
            "6 § tredje stycket).",
            "The budget for {year} has no plan for the economy; one for three years is required "
            "(KL 11:6, third paragraph).",
        ),
        "too_short": Text(
            "Den ekonomiska planen i budgeten för {year} omfattar {plan_years}; den ska omfatta "
            "tre år (KL 11 kap. 6 § tredje stycket).",
            "The economic plan in the budget for {year} is for {plan_years}; three years are "
            "required (KL 11:6, third paragraph).",
        ),
        "not_from_budget_year": Text(
            "Den ekonomiska planen i budgeten för {year} börjar {first_year}; budgetåret ska vara "
            "periodens första år (KL 11 kap. 6 § tredje stycket).",
            "The economic plan in the budget for {year} begins with {first_year}; the budget's own "
            "year must come first (KL 11:6, third paragraph).",
        ),
    },
    review={
        "beside_the_budget": Text(
            "Budgeten för {year} har en ekonomisk plan för {plan_years} från och med {first_year}. "
            "Planen ska omfatta tre år med budgetåret först (KL 11 kap. 6 § tredje stycket); bedöm "
            "om budgeten och planen tillsammans gör det.",
            "The budget for {year} has an economic plan for {plan_years} from {first_year}. The "
            "plan has to cover three years, the budget's own first (KL 11:6, third paragraph); "
            "judge whether the budget and the plan do so together.",
        )
    },
    inapplicable={"not_due": messages.NOT_DUE_YET},
)
def plan_of_three_years(year: BudgetEntry) -> Decision:
    """A budget looks three years ahead, its own year the first of them.

    Decided by how many years the plan covers, and which is the first. A budget with a plan of the
    two years after it may cover three years: a human judges. The rule cannot see what the plan
    says.

    Source: 21 § first paragraph, in its wording since 2024-01-01, with KL (2017:725) 11:6, third
    paragraph.
    """
    budget = year.item
    if _not_yet(year, budget.adopted):
        return not_applicable("not_due")
    years, first = budget.plan_years, budget.plan_first_year
    if years == 0:
        return fail("no_plan", at=("plan_years",))
    # A plan of the two years after the budget's may be one of three together with the budget.
    least = PLAN_YEARS - 1 if first in {None, year.year + 1} else PLAN_YEARS
    if years is not None and years < least:
        return fail("too_short", at=("plan_years",), plan_years=years)
    if first is not None and first not in {year.year, year.year + 1}:
        return fail("not_from_budget_year", at=("plan_first_year",), first_year=first)
    if years is None or first is None:
        return undecided(*year.unknown("plan_years", "plan_first_year"))
    if first == year.year:
        return PASS
    return review("beside_the_budget", at=("plan_first_year",), first_year=first, plan_years=years)


@rule(
    "FINSAM-21-3",
    "no-guidelines-for-economy",
    cites=Citation("21", stycke=1, mening=1),
    readings=("silence-in-time",),
    title=Text(
        "Styrelsen har riktlinjer för god ekonomisk hushållning",
        "The board has guidelines for sound economic management",
    ),
    review={
        "no_guidelines": no_day(
            "Styrelsen har inte beslutat om riktlinjer för god ekonomisk hushållning (KL 11 kap. "
            "1 §).",
            "The board has decided on no guidelines for sound economic management (KL 11:1).",
        )
    },
)
def guidelines_for_economy(economy: EconomyOnDay) -> Decision:
    """The förbund is managed soundly, and its board says what that means.

    Decided by whether there are guidelines. The rule cannot see whether the economy is sound.

    Source: 21 § first paragraph, in its wording since 2024-01-01, with KL (2017:725) 11:1. A
    förbund cannot use the reserve that KL mentions there, as KL 11:14 is not among the provisions
    that 21 § names.
    """
    return economy.requires("economy_guidelines", "no_guidelines", review)


@rule(
    "FINSAM-21-4",
    "no-guidelines-for-assets",
    cites=Citation("21", stycke=1, mening=1),
    readings=("silence-in-time",),
    title=Text(
        "Styrelsen har riktlinjer för medelsförvaltningen",
        "The board has guidelines for how its funds are managed",
    ),
    review={
        "no_guidelines": no_day(
            "Styrelsen har inte beslutat om riktlinjer för medelsförvaltningen (KL 11 kap. 3 §).",
            "The board has decided on no guidelines for how its funds are managed (KL 11:3).",
        )
    },
)
def guidelines_for_assets(economy: EconomyOnDay) -> Decision:
    """Money is placed safely and for a good return, as the board's guidelines say.

    Decided by whether there are guidelines. The rule cannot see how the money is placed (KL 11:2).

    Source: 21 § first paragraph, in its wording since 2024-01-01, with KL (2017:725) 11:2 and 11:3.
    """
    return economy.requires("asset_guidelines", "no_guidelines", review)


@rule(
    "FINSAM-21-5",
    "budget-proposal-not-on-website",
    cites=Citation("21", stycke=1, mening=1),
    title=Text(
        "Budgetförslaget finns på webbplatsen från det att sammanträdet tillkännages",
        "The budget proposal is on the website from the announcement of the meeting",
    ),
    fail={
        "not_published": Text(
            "Förslaget till budget för {year} har inte funnits på webbplatsen (KL 8 kap. 14 §).",
            "The proposal for the budget of {year} has not been on the website (KL 8:14).",
        ),
        "published_late": Text(
            "Förslaget till budget för {year} fanns på webbplatsen från {done}, {days} efter det "
            "att sammanträdet tillkännagavs {held} (KL 8 kap. 14 §).",
            "The proposal for the budget of {year} was on the website from {done}, {days} after "
            "the meeting was announced on {held} (KL 8:14).",
        ),
    },
    inapplicable={"not_due": messages.NOT_DUE, "first_budget": _FIRST_BUDGET},
)
def proposal_on_website(year: Proposal) -> Decision:
    """Anybody can read the budget proposal before the board adopts it.

    Decided by the day from which the proposal was on the website and the day on which the meeting
    was announced, by the law of that day, for that is when it has to be there. The rule cannot see
    whether it stayed there. The first budget, which the members adopt, has no such meeting.

    Source: 21 § first paragraph, in its wording since 2024-01-01, with KL (2017:725) 8:14.
    """
    budget = year.item
    if year.is_first:
        return not_applicable("first_budget")
    if budget.adopted_by == "members" and budget.adopted is None:
        return lacks("adopted")
    announced, since = budget.announced, budget.on_website_from
    not_adopted_yet = budget.adopted is None or budget.adopted > year.timeline.on
    if announced is None and not_adopted_yet:
        missing_day = undecided(year.place("announced"))
        return missing_day if year.is_due else not_applicable("not_due")
    if announced is not None and announced > year.timeline.on and not_adopted_yet:
        return not_applicable("not_due", due=announced)
    # The day from which it was there says that it was, whatever else is said.
    if budget.on_website is False and since is None:
        return fail("not_published", at=("on_website",))
    if announced is not None and since is not None and since > announced:
        late = (since - announced).days
        return fail(
            "published_late", at=("on_website_from",), done=since, held=announced, days=late
        )
    there = ("on_website",) if since is None else ()
    missing = year.unknown(*there, "announced", "on_website_from")
    return undecided(*missing) if missing else PASS


@rule(
    "FINSAM-21-6",
    "spending-without-financing",
    cites=Citation("21", stycke=1, mening=1),
    title=Text(
        "Beslut om utgifter under året anvisar finansiering",
        "A decision to spend during the year says how it is financed",
    ),
    fail={
        "no_financing": Text(
            "Beslutet om en utgift under löpande budgetår säger inte hur utgiften ska finansieras "
            "(KL 11 kap. 15 §).",
            "The decision to spend during the budget year does not say how it is financed (KL "
            "11:15).",
        )
    },
)
def spending_is_financed(spent: Spent) -> Decision:
    """Whoever spends beside the budget says where the money comes from.

    Decided for each decision by what the document says of it. The rule cannot see whether the
    financing exists.

    Source: 21 § first paragraph, in its wording since 2024-01-01, with KL (2017:725) 11:15.
    """
    return spent.requires("financing_stated", "no_financing")


@rule(
    "FINSAM-21-7",
    "property-pledged",
    cites=Citation("21", stycke=1, mening=1),
    title=Text("Förbundet pantsätter inte sin egendom", "The förbund pledges none of its property"),
    fail={
        "pledged": Text(
            "Förbundet har upplåtit panträtt i sin egendom till säkerhet för en fordran (KL 11 "
            "kap. 22 §).",
            "The förbund has pledged its property as security for a claim (KL 11:22).",
        )
    },
    open=(),
)
def no_pledge(bound: Bound) -> Decision:
    """A förbund's property is no security for debts.

    Decided by the kind of each commitment. When it acquires property, the förbund may take over a
    loan that the property is already pledged for; that is entered as a loan.

    Source: 21 § first paragraph, in its wording since 2024-01-01, with KL (2017:725) 11:22.
    """
    return fail("pledged", at=("kind",)) if bound.item.kind == "pledge" else PASS


@rule(
    "FINSAM-21-8",
    "surety-given",
    cites=Citation("21", stycke=2, mening=1),
    title=Text("Förbundet ingår inte borgen", "The förbund gives no surety"),
    fail={
        "surety": Text(
            "Förbundet har ingått borgen, vilket ett samordningsförbund inte får.",
            "The förbund has given a surety, which a samordningsförbund may not do.",
        )
    },
    open=(),
)
def no_surety(bound: Bound) -> Decision:
    """A förbund answers for nobody else's debts.

    Decided by the kind of each commitment.
    """
    return fail("surety", at=("kind",)) if bound.item.kind == "borgen" else PASS


@rule(
    "FINSAM-21-9",
    "debt-not-customary",
    cites=Citation("21", stycke=2, mening=2),
    title=Text(
        "Förbundet skuldsätter sig bara genom sedvanliga krediter",
        "The förbund incurs no debt other than customary credits",
    ),
    fail={
        "not_customary": Text(
            "Förbundet har satt sig i skuld på annat sätt än genom sedvanliga krediter för "
            "verksamheten.",
            "The förbund has incurred debt other than through credits that are customary for the "
            "activity.",
        )
    },
    inapplicable={"no_debt": _NO_DEBT},
)
def only_customary_debt(bound: Bound) -> Decision:
    """A förbund owes what anybody running such an activity owes, and no more.

    Decided by what the document says of each credit and loan. Whether one is customary a human must
    have judged.
    """
    if bound.item.kind not in DEBTS:
        return not_applicable("no_debt")
    return bound.requires("customary", "not_customary")


@rule(
    "FINSAM-21-10",
    "credit-beyond-forbundsordning",
    cites=(Citation("21", stycke=2, mening=2), Citation("9", stycke=1, punkt=9)),
    title=Text(
        "Sedvanliga krediter håller sig inom förbundsordningens gränser",
        "Customary credits keep within the limits of the förbundsordning",
    ),
    fail={
        "beyond_limits": Text(
            "Krediten ligger utanför de begränsningar av rätten till sedvanliga krediter som "
            "förbundsordningen anger.",
            "The credit lies outside the limits that the förbundsordning sets for customary "
            "credits.",
        )
    },
    inapplicable={
        "no_debt": _NO_DEBT,
        "not_customary": Text(
            "Krediten är inte sedvanlig, vilket prövas särskilt.",
            "The credit is not customary, which is judged separately.",
        ),
        "no_credit_limits": Text(
            "Förbundsordningen begränsar inte sedvanliga krediter.",
            "The förbundsordning sets no limits for customary credits.",
        ),
    },
    also_reads=("forbundsordningar",),
)
def credit_within_forbundsordning(bound: Bound) -> Decision:
    """The members may limit, in their förbundsordning, which customary credits there may be.

    Decided by what the document says of each credit and loan, unless the förbundsordning of its day
    sets no limits. A debt that is not customary is judged separately.

    Source: 21 § second paragraph, in its wording since 2024-01-01, with 9 § point 9.
    """
    commitment = bound.item
    if commitment.kind not in DEBTS:
        return not_applicable("no_debt")
    if commitment.customary is False:
        return not_applicable("not_customary")
    place, ordning = bound.ordning or (0, None)
    limits = ordning.covers.credit_limits if ordning and ordning.covers else None
    if limits is False:
        return not_applicable("no_credit_limits")
    within, at = commitment.within_forbundsordning, ("within_forbundsordning",)
    if within is None:
        missing = [bound.place(*at)]
        if ordning and limits is None:
            missing.append(("forbundsordningar", place, "covers", "credit_limits"))
        return undecided(*missing, at=at)
    return PASS if within else fail("beyond_limits", at=at)


@rule(
    "FINSAM-21-11",
    "budget-without-surplus",
    cites=Citation("21", stycke=1, mening=1),
    readings=("surplus",),
    title=Text(
        "Budgetens intäkter överstiger kostnaderna", "The budget's income exceeds its costs"
    ),
    review={
        "no_surplus": Text(
            "Budgeten för {year} har intäkter på {actual} kronor och kostnader på {required} "
            "kronor; intäkterna ska överstiga kostnaderna, och undantagen i KL 11 kap. 5 § tredje "
            "stycket hör inte till det som 21 § hänvisar till. Bedöm om det egna kapital som "
            "används ändrar saken.",
            "The budget for {year} has income of SEK {actual} and costs of SEK {required}; income "
            "must exceed costs, and the exceptions in KL 11:5, third paragraph, are not among the "
            "provisions that section 21 refers to. Judge whether the saved capital that is used "
            "changes that.",
        )
    },
    inapplicable={"not_due": messages.NOT_DUE_YET},
)
def budget_has_a_surplus(year: BudgetEntry) -> Decision:
    """More comes in than goes out, by the budget.

    Decided by the two sums; it never fails. The exceptions of KL are not imported, but a förbund
    with saved capital is expected to use it, and nothing settles what that means for the rule: a
    question for a lawyer.

    Source: 21 § first paragraph, in its wording since 2024-01-01, with KL (2017:725) 11:5, first
    and second paragraphs; by KL 13:8 a budget decision is not annulled for breaking it.
    """
    budget = year.item
    if _not_yet(year, budget.adopted):
        return not_applicable("not_due")
    income, costs = budget.income, budget.costs
    if income is None or costs is None:
        return undecided(*year.unknown("income", "costs"))
    if income > costs:
        return PASS
    return review("no_surplus", actual=income, required=costs)


@rule(
    "FINSAM-23-1",
    "budget-late",
    cites=Citation("23", stycke=1, mening=1),
    readings=("days-off", "years-of-budget"),
    title=Text(
        "Budgeten fastställs senast den 30 november året före",
        "The budget is adopted by 30 November of the year before",
    ),
    fail={
        "not_adopted": Text(
            "Ingen budget för {year} har fastställts; det skulle ha skett senast {due}.",
            "No budget for {year} has been adopted; it should have been by {due}.",
        ),
        "late": Text(
            "Budgeten för {year} fastställdes {done}, {days} för sent; sista dag var {due}.",
            "The budget for {year} was adopted on {done}, {days} late; the last day was {due}.",
        ),
    },
    review={
        "no_meeting": Text(
            "Budgeten för {year} anges ha fastställts {done}, då styrelsen inte sammanträdde. Ett "
            "beslut utanför sammanträde är inget beslut av styrelsen; bedöm hur budgeten "
            "fastställdes.",
            "The budget for {year} is said to have been adopted on {done}, when the board did not "
            "meet. A decision made outside a meeting is not a decision of the board; judge how "
            "the budget was adopted.",
        ),
        "next_weekday": Text(
            "Budgeten för {year} fastställdes {done}, nästa vardag efter den {due}, som var en "
            "lördag, söndag eller helgdag. Bedöm om lagen (1930:173) om beräkning av lagstadgad "
            "tid flyttar dagen.",
            "The budget for {year} was adopted on {done}, the next weekday after {due}, which was "
            "a Saturday, a Sunday or a holiday. Judge whether the Act (1930:173) on the counting "
            "of time moves the day.",
        ),
    },
    unlisted=Text("en budget för {year} har fastställts", "a budget for {year} has been adopted"),
    inapplicable={"first_budget": _FIRST_BUDGET, "not_due": messages.NOT_DUE_YET},
)
def budget_in_time(year: BudgetYear) -> Decision:
    """The board adopts next year's budget in November at the latest.

    Decided by the day on which the budget was first adopted: for the year of the day asked about,
    for the next, and for every year that the document has a budget for, as far as the förbund
    exists in it. A later revision does not make a budget late. The first budget of a new förbund is
    the members' to adopt.
    """
    if year.is_first:
        return not_applicable("first_budget")
    at, budget = ("adopted",), year.item
    if budget is None or budget.adopted is None:
        return _not_done(year, fail("not_adopted"), at)
    founded = year.formed is not None
    if budget.adopted_by == "members" and not founded and budget.adopted > year.due:
        return undecided(("formed",), at=at)
    answer = _in_time(year, budget.adopted, "adopted")
    if answer is PASS and budget.adopted_by == "styrelsen" and year.no_meeting_on(budget.adopted):
        return review("no_meeting", at=at, done=budget.adopted)
    return answer


def _not_done(year: BudgetYear | FinancialYear, breach: Decision, at: Loc) -> Decision:
    """What it means that something is not known to have been done for a year."""
    if not year.is_due:
        return not_applicable("not_due")
    if year.item is not None:
        return lacks(*at)
    if not year.list_is_whole:
        return not_listed(year.loc)
    # Of a förbund that may be new, the year may be its first.
    return breach if year.formed else undecided(("formed",))


def _in_time(year: BudgetYear | FinancialYear, done: date, field: str) -> Decision:
    """Whether something was done by its day."""
    if done <= year.due:
        return PASS
    facts: Facts = {"done": done, "days": (done - year.due).days}
    if done <= next_weekday(year.due):
        return review("next_weekday", at=(field,), **facts)
    return fail("late", at=(field,), **facts)


@rule(
    "FINSAM-23-2",
    "members-not-consulted-on-budget",
    cites=Citation("23", stycke=1, mening=2),
    title=Text(
        "Styrelsen samråder med medlemmarna om budgeten",
        "The board consults the members on the budget",
    ),
    fail={
        "not_consulted": Text(
            "Styrelsen har inte samrått med medlemmarna om budgeten för {year}.",
            "The board has not consulted the members on the budget for {year}.",
        )
    },
    inapplicable={"not_due": messages.NOT_DUE_YET, "first_budget": _FIRST_BUDGET},
)
def members_are_consulted(year: BudgetEntry) -> Decision:
    """The board consults the members before it adopts a budget.

    Decided by what the document says. The rule cannot see how the members were consulted or whether
    all of them were.
    """
    if year.is_first:
        return not_applicable("first_budget")
    if _not_yet(year, year.item.adopted):
        return not_applicable("not_due")
    return year.requires("members_consulted", "not_consulted")


@rule(
    "FINSAM-23-3",
    "budget-not-adopted-by-board",
    cites=Citation("23", stycke=1, mening=1),
    title=Text("Styrelsen fastställer budgeten", "The board adopts the budget"),
    fail={
        "by_somebody_else": Text(
            "Budgeten för {year} har inte fastställts av styrelsen.",
            "The budget for {year} was not adopted by the board.",
        )
    },
    inapplicable={"not_due": messages.NOT_DUE_YET, "first_budget": _FIRST_BUDGET},
)
def board_adopts_the_budget(year: BudgetEntry) -> Decision:
    """The budget is the board's to adopt, and not a member's or an officer's.

    Decided by who the document says adopted it. Where the members did, and the day of formation is
    not known, it may have been the first budget, which is theirs to adopt.
    """
    if year.is_first:
        return not_applicable("first_budget")
    by, at = year.item.adopted_by, ("adopted_by",)
    if by == "styrelsen":
        return PASS
    if _not_yet(year, year.item.adopted):
        return not_applicable("not_due")
    if by is None:
        return lacks(*at)
    if by == "members" and year.formed is None:
        return undecided(("formed",), at=at)
    return fail("by_somebody_else", at=at)


@rule(
    "FINSAM-23-4",
    "first-budget-not-by-members",
    cites=Citation("23", stycke=1, mening=3),
    readings=("first-budget",),
    title=Text(
        "Medlemmarna fastställer ett nytt förbunds budget vid bildandet",
        "The members adopt a new förbund's budget when it is formed",
    ),
    fail={
        "not_adopted": Text(
            "Ingen budget för {year} fastställdes när förbundet bildades den {due}.",
            "No budget for {year} was adopted when the förbund was formed on {due}.",
        ),
        "by_somebody_else": Text(
            "Budgeten för {year}, det nybildade förbundets första, har inte fastställts av "
            "medlemmarna.",
            "The budget for {year}, the new förbund's first, was not adopted by the members.",
        ),
    },
    review={
        "part_of_another": Text(
            "Medlemmarna fastställde en budget när förbundet bildades den {due}, men ingen för "
            "{year}. Bedöm om den gällde också {year}.",
            "The members adopted a budget when the förbund was formed on {due}, but none for "
            "{year}. Judge whether it was for {year} too.",
        ),
        "after_formation": Text(
            "Budgeten för {year}, det nybildade förbundets första, fastställdes {done}, {days} "
            "efter det att förbundet bildades den {due}. Bedöm om det är vid bildandet.",
            "The budget for {year}, the new förbund's first, was adopted on {done}, {days} after "
            "the förbund was formed on {due}. Judge whether that is at the formation.",
        ),
    },
    unlisted=Text(
        "en budget för {year} fastställdes när förbundet bildades den {due}",
        "a budget for {year} was adopted when the förbund was formed on {due}",
    ),
    inapplicable={
        "not_first_budget": Text(
            "Budgeten är inte ett nybildat förbunds första.",
            "The budget is not a new förbund's first.",
        ),
        "not_due": messages.NOT_DUE_YET,
    },
)
def members_adopt_the_first(year: BudgetYear) -> Decision:
    """A new förbund has a budget from its first day, which its members adopt.

    Decided by who adopted the budget and when, for the years whose 30 November had passed when the
    förbund was formed, and those that the members had adopted a budget for by then. A budget
    adopted some days after the formation is for a human.
    """
    if not year.is_first:
        return not_applicable("not_first_budget")
    budget = year.item
    if budget is None and not year.is_due:
        return not_applicable("not_due")
    if budget is None and year.founders_adopted_another:
        return review("part_of_another")
    if budget is None:
        return fail("not_adopted") if year.list_is_whole else not_listed(year.loc)
    if _not_yet(year, budget.adopted):
        return not_applicable("not_due")
    by, adopted = budget.adopted_by, budget.adopted
    if by is None:
        return lacks("adopted_by")
    if by != "members":
        return fail("by_somebody_else", at=("adopted_by",))
    if adopted is None:
        return lacks("adopted")
    if adopted <= year.due:
        return PASS
    late = (adopted - year.due).days
    return review("after_formation", at=("adopted",), done=adopted, days=late)


@rule(
    "FINSAM-24-1",
    "annual-report-late",
    cites=Citation("24", stycke=1, mening=1),
    readings=("three-months", "days-off", "financial-year"),
    title=Text(
        "Årsredovisningen upprättas inom tre månader från räkenskapsårets slut",
        "The annual report is drawn up within three months of the end of the financial year",
    ),
    fail={
        "not_drawn_up": Text(
            "Ingen årsredovisning för {year} har upprättats; det skulle ha skett senast {due}.",
            "No annual report for {year} has been drawn up; it should have been by {due}.",
        ),
        "late": Text(
            "Årsredovisningen för {year} upprättades {done}, {days} för sent; sista dag var {due}.",
            "The annual report for {year} was drawn up on {done}, {days} late; the last day was "
            "{due}.",
        ),
    },
    review={
        "after_the_end": Text(
            "Ingen årsredovisning har upprättats för {year}, det år då förbundet upphörde. Bedöm "
            "vem som ska upprätta den, och när.",
            "No annual report has been drawn up for {year}, the year in which the förbund was "
            "dissolved. Judge who is to draw it up, and when.",
        ),
        "first_year": Text(
            "Ingen årsredovisning för {year}, det år då förbundet bildades, har upprättats. Bedöm "
            "om dess första räkenskapsår slutade med det året.",
            "No annual report has been drawn up for {year}, the year in which the förbund was "
            "formed. Judge whether its first financial year ended with that year.",
        ),
        "next_weekday": Text(
            "Årsredovisningen för {year} upprättades {done}, nästa vardag efter den {due}, som "
            "inte var en vardag. Bedöm om lagen (1930:173) om beräkning av lagstadgad tid flyttar "
            "dagen.",
            "The annual report for {year} was drawn up on {done}, the next weekday after {due}, "
            "which was not a weekday. Judge whether the Act (1930:173) on the counting of time "
            "moves the day.",
        ),
    },
    unlisted=Text(
        "en årsredovisning för {year} har upprättats",
        "an annual report for {year} has been drawn up",
    ),
    inapplicable={"not_due": messages.NOT_DUE_YET},
)
def annual_report_in_time(year: FinancialYear) -> Decision:
    """The board is responsible for the accounts, and sums up each year within three months.

    Decided by the day on which the report was drawn up, for the year before the day asked about and
    for every year that the document has a report for. A year without an entry is taken to be a
    calendar year. The report on a förbund's last year is asked for after the förbund has ended, as
    it cannot be drawn up before.
    """
    at = ("drawn_up",)
    if year.item is not None and year.item.drawn_up is not None:
        return _in_time(year, year.item.drawn_up, "drawn_up")
    if year.is_last and year.item is None:
        return review("after_the_end") if year.list_is_whole else not_listed(year.loc)
    if year.is_last:
        return lacks(*at)
    return _not_done(year, review("first_year") if year.is_first else fail("not_drawn_up"), at)


@rule(
    "FINSAM-24-2",
    "annual-report-by-other-act",
    cites=Citation("24", stycke=1, mening=2),
    title=Text(
        "Årsredovisningen följer lagen om kommunal bokföring och redovisning",
        "The annual report follows the Act on municipal accounting",
    ),
    fail={
        "other_act": Text(
            "Årsredovisningen för {year} följer inte lagen (2018:597) om kommunal bokföring och "
            "redovisning.",
            "The annual report for {year} does not follow the Act (2018:597) on municipal "
            "accounting.",
        )
    },
    inapplicable={"not_due": messages.NOT_DUE_YET},
)
def report_by_the_right_act(year: ReportEntry) -> Decision:
    """From the financial year 2019 the report follows lag (2018:597).

    Decided by the act that the document names. The rule cannot see whether the report keeps that
    act.

    Source: 24 §, in its wording by 2018:598, which is used first for the financial year 2019; the
    act before it is not among the library's sources.
    """
    if _not_yet(year, year.item.drawn_up):
        return not_applicable("not_due")
    act, at = year.item.accounting_act, ("accounting_act",)
    if act is None:
        return lacks(*at)
    return PASS if act == "2018:597" else fail("other_act", at=at)
