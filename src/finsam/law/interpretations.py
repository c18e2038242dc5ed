"""The readings that the library takes where the act is silent or can be read in two ways.

Each is an entry with its reason, its source and the alternative, so that nobody has to guess what
a verdict rests on. Rules name the readings that they rest on. A reading that follows guidance says
whose it is: the national council's is meant for every förbund, a förbund's own page for that one.
"""

from typing import Final, NamedTuple

from finsam.law.text import Text

NATIONAL: Final = Text("Nationella rådet", "the national council (Nationella rådet)")
"""Where the parties' national bodies (Arbetsförmedlingen, Försäkringskassan, Socialstyrelsen and
SKR) agree on guidance; its pages are those of finsam.se."""

GOTEBORG: Final = Text("Samordningsförbundet Göteborg", "Samordningsförbundet Göteborg")


class Interpretation(NamedTuple):
    """A question that the act leaves open, and the library's answer.

    Attributes:
        id: its permanent id, ``"own-region"``.
        section: the section of the act that the question arises in.
        question: what the act does not say.
        reading: what the library does.
        reason: why.
        source: where the reason comes from; empty where it is the library's own.
        alternative: the other way to read it; empty where none has been argued.
        whose: whose guidance it follows, worded for a sentence; None where it follows none.
    """

    id: str
    section: str
    question: str
    reading: str
    reason: str
    source: str = ""
    alternative: str = ""
    whose: Text | None = None


ABSENT_AREA: Final = Interpretation(
    "absent-area",
    "1",
    "What is the area if the document says nothing of it?",
    "The whole of every kommun that is a member.",
    "The preparatory works define the area by the kommuner that take part.",
    "prop. 2009/10:154",
    "Undecided.",
)
MEMBER_OUTSIDE_AREA: Final = Interpretation(
    "member-outside-area",
    "1",
    "May a kommun be a member without any part of it in the area?",
    "A human judges.",
    "The area is defined by the kommuner that take part, so one without a part in it is probably "
    "a slip; no sentence forbids it.",
    "prop. 2009/10:154",
    "Unlawful, or of no interest.",
)
RESIDENCE: Final = Interpretation(
    "residence",
    "1",
    "Must participants live in the area?",
    "Yes, as guidance; a part of a kommun other than the one in the area is for a human.",
    "The national council says that the target group lives where the förbund is active; the act "
    "itself does not.",
    "finsam.se, Målgrupper (the version without the recommendation on age)",
    "The act asks nothing of where they live.",
    whose=NATIONAL,
)
AREA_IN_INSATS: Final = Interpretation(
    "area-in-insats",
    "1",
    "Which day's area do an insats's participants have to live in?",
    "That of some day from the insats's day to its end (else to the day asked about).",
    "The area changes as kommuner join and leave in the course of an insats, and calling the "
    "lawful unlawful is the worse error.",
    alternative="That of the day on which the insats was decided.",
)
SEVERAL_KINDS: Final = Interpretation(
    "several-kinds",
    "2",
    "When are rehabilitation measures coordinated?",
    "When they are needed from two kinds of party or more; all kommuner are one kind, all "
    "regioner one.",
    "The bill describes people who need measures from several of the parties.",
    "prop. 2002/03:132, summary",
    "One party with several administrations.",
)
STRUCTURAL: Final = Interpretation(
    "structural",
    "2",
    "Whom does an insats concern that is directed at the parties' own staff?",
    "It serves individuals indirectly: cooperation, knowledge or education is aim enough, and the "
    "need is questioned only where the document plainly denies it.",
    "The section speaks of insatser for individuals alone. A förbund's page describes structural "
    "insatser as work for cooperation and knowledge, directed at the parties' staff; that they "
    "serve the section's aim is guidance and not the text of the act.",
    "finsamgoteborg.se, Lokala insatser",
    "Only individual insatser may be financed.",
    whose=GOTEBORG,
)
AGE: Final = Interpretation(
    "age",
    "2",
    "Is there an age limit?",
    "None in the act. From the day of the recommendation, an insats for people under 16 is for a "
    "human to judge.",
    "The bill speaks of the working ages; the national council recommended 16 and over on "
    "2018-04-12, where compulsory school has ended.",
    "finsam.se, Målgrupper (the version with the recommendation)",
    "20 to 64 years, as the bill's main group; or, as another version of the page has it, anybody "
    "who is counted among those of working life, whatever their age.",
    whose=NATIONAL,
)
OWN_REGION: Final = Interpretation(
    "own-region",
    "3",
    "Which region must take part for a part of the area?",
    "The kommun's own.",
    "The text asks for a region for every part of the area and does not say which. The preparatory "
    "works do: by the bill's summary it is the county council that the sub-area belongs to.",
    "prop. 2009/10:154, summary",
    "Any region will do, as the national council's page on forming a förbund has it.",
)
ORIGINAL_WORDING: Final = Interpretation(
    "original-wording",
    "3",
    "What did a section say before the wordings that have been seen?",
    "A human judges by the printed act.",
    "Today's words are never put on yesterday.",
    alternative="As in the oldest wording that is known.",
)
HEBY: Final = Interpretation(
    "heby",
    "3",
    "Is Heby before and after 2007 the same kommun?",
    "Yes, with two codes; its region follows the day.",
    "The kommun moved to another county on 2007-01-01 without being formed anew.",
    "Statistics Sweden, codes of kommuner",
    "Two kommuner.",
)
OUTSIDER_AS_MEMBER: Final = Interpretation(
    "outsider-as-member",
    "4",
    "Does entering an outsider as a member make it a party?",
    "No: it is an outsider all the same, also when it is paid.",
    "3 and 4 §§ say who the parties are; a förbund cannot make somebody one.",
    "3 and 4 §§",
    "A member is a member.",
)
WHAT_COUNTS: Final = Interpretation(
    "what-counts",
    "5",
    "Which money are the shares of?",
    "The yearly contributions of the year's members, in kind too; not interest, savings, ESF or "
    "other income, and nothing from those who are no members.",
    "The section speaks of what the parties contribute to the coordination.",
    "5 §",
    "All money of the förbund.",
)
ROUNDING: Final = Interpretation(
    "rounding",
    "5",
    "How exactly must a share hold?",
    "An amount stands for every amount half a unit around it, never below zero, and a share holds "
    "if some of those make it hold exactly, each share by itself.",
    "The act has no tolerance, sums are written in rounded figures, and calling the lawful "
    "unlawful is the worse error.",
    alternative="No tolerance at all: give rounded_to 0.",
)
UNSTATED_AMOUNT: Final = Interpretation(
    "unstated-amount",
    "5",
    "What does a member give of which no amount is stated?",
    "That is not known, and the year's shares are open; who gives nothing is written with 0.",
    "Null is never zero.",
    alternative="Nothing.",
)
PARTY_SUM: Final = Interpretation(
    "party-sum",
    "5",
    "What does a party's sum mean beside an amount of one of its members?",
    "The amount is a part of the sum and is not added to it. It shows whether that member gives "
    "its agreed part. The kommuner's sum holds what a kommun outside every region gives as a "
    "kommun; what it gives as a region stands beside the regioner's.",
    "All kommuner are one party, and what the party gives is what they give together. A kommun "
    "that is regarded as a region is none, and whoever writes the regioner's sum means regioner.",
    "5 § second paragraph",
    "Both are counted; or the regioner's sum holds what such a kommun gives as a region too.",
)
EXTRA_MONEY: Final = Interpretation(
    "extra-money",
    "5",
    "Is one-off money part of the money that is shared?",
    "The shares are asked of the yearly money. If they hold only together with the one-off money, "
    "or do not hold with it, a human judges.",
    "The preparatory works that were seen do not speak of one-off money, and no guidance on it was "
    "found: the reading is the library's own.",
    alternative="Always in, or always out.",
)
ONE_OFF_ALONE: Final = Interpretation(
    "one-off-alone",
    "5",
    "What of a year for which there is one-off money and no yearly money?",
    "A human judges.",
    "The shares are asked of the yearly money, and there is none; that one-off money would keep "
    "them does not make it yearly.",
    alternative="The shares are asked of the one-off money, or of nothing.",
)
LAW_OF_THE_YEAR: Final = Interpretation(
    "law-of-the-year",
    "5",
    "By which law is a year's money judged, if the law changed in the course of it?",
    "By that of its last day, the whole year.",
    "A contribution is for the year, and cannot be told apart by days.",
    alternative="A human judges a year like 2010, half of which had another law.",
)
LATER_YEARS: Final = Interpretation(
    "later-years",
    "5",
    "Are years after the day asked about judged?",
    "Yes, as plans, by the law in force at their end as far as it is known.",
    "A budget that cannot hold should be seen before the year comes.",
    alternative="Only years that have ended.",
)
ABSENT_PARTY: Final = Interpretation(
    "absent-party",
    "5",
    "What are the shares of a year in which a party that must give is no member at all?",
    "They are not asked: 3 § reports the party.",
    "One mistake is one finding.",
    alternative="Half and two quarters all the same.",
)
STATE_HALF: Final = Interpretation(
    "state-half",
    "5",
    "Is the state's half strict, and whose is money that Arbetsförmedlingen gives?",
    "It is; that money counts with the half, and a human looks at it.",
    "The act puts the whole of the state's half on Försäkringskassan, and a proposal of 2008 to "
    "let the shares vary was never enacted. Sources that name Arbetsförmedlingen often only "
    "present the half as two quarters.",
    "bet. 2003/04:SfU4; ministry memorandum S2008/2769/SF",
    "No strict half: the national council's page Finansiering från parterna says that the "
    "government, and not legislation, decides how and how much the state gives. Or an error of "
    "the förbund, as far as Arbetsförmedlingen gives anything.",
)
SHARES_BEFORE_2010: Final = Interpretation(
    "shares-before-2010",
    "5",
    "Did the shares apply before the first wording of 5 § that has been seen (2010)?",
    "Half and two quarters did, from 2004; what else the section said is not known.",
    "The committee's summary gives the shares from the start.",
    "bet. 2003/04:SfU4, summary",
)
AGREED_SHARES: Final = Interpretation(
    "agreed-shares",
    "5",
    "How exactly must a split follow the agreement?",
    "As the shares do; an agreed part that is rounded stands for every part half its unit around "
    "it.",
    "A third cannot be written as a decimal, and should not be a breach for that.",
    alternative="To the last decimal that is written.",
)
PART_OF_THE_YEAR: Final = Interpretation(
    "part-of-the-year",
    "5",
    "How does the agreed split bind a member that is one for a part of the year only?",
    "If the amounts are off the split, a human judges.",
    "An agreement gives the parts of a whole year. Whether a shorter membership makes a part "
    "smaller is for the members to agree, and the act does not say.",
    alternative="As in a whole year; or in proportion to the days.",
)
TWO_ROLES: Final = Interpretation(
    "two-roles",
    "5 a",
    "How does a kommun outside every region pay beside a region?",
    "Once in each role; a contribution that names no pool may be divided between them, and is "
    "taken as all that the kommun gives. One that names its pool says that it is the money of that "
    "role alone, which is a new statement and not only more of the same.",
    "The second paragraph places it both among the kommuner and among the regioner.",
    "5 a § second paragraph",
)
BEFORE_5A: Final = Interpretation(
    "before-5a",
    "5 a",
    "What did such a kommun pay before there was a 5 a § (2010-07-01)?",
    "A human judges, of the quarters; the state's half is known.",
    "The earlier 5 § has not been seen.",
)
MEMBERS_MONEY_ONLY: Final = Interpretation(
    "members-money-only",
    "6",
    "May a förbund have money from others than its members?",
    "No, as guidance; interest, VAT compensation, what is carried over and refunds are its own.",
    "The section allows members to transfer money; the national council concludes that nobody "
    "else may.",
    "finsam.se, Finansiering från parterna; Gåvor och crowdfunding",
    "The section permits and does not forbid.",
    whose=NATIONAL,
)
ESF: Final = Interpretation(
    "esf",
    "6",
    "May a förbund have money from the European Social Fund?",
    "Not as guidance stands since 14 March 2025, by the day of the grant; for a year before 2025, "
    "and for what was granted earlier, a human judges.",
    "Förbund have been partners in and owners of projects, and guidance varied. A review that the "
    "national council reported on 2022-06-21 found no support in the act for applying to others "
    "for money, yet the council let its recommendation stand for the time being. That such "
    "applications do not accord with the act is first documented in the government's assignment "
    "of 2025-03-14, as an assessment made some time before.",
    "finsam.se, news of 2022-06-21; government assignment S2025/00528 of 2025-03-14",
    "Allowed all along, or never; or only until a day before the assignment, which no source "
    "names.",
    whose=NATIONAL,
)
CASH_ONLY: Final = Interpretation(
    "cash-only",
    "6",
    "May a member contribute in kind?",
    "No, as guidance; what is given all the same counts in the shares.",
    "The national council asks for liquid means.",
    "finsam.se, Finansiering från parterna",
    "The section speaks of means, which need not be money.",
    whose=NATIONAL,
)
SILENCE_IN_TIME: Final = Interpretation(
    "silence-in-time",
    "7",
    "What if the act sets no day for a duty, and it has not been fulfilled yet?",
    "A human judges; it is never a breach.",
    "How long is too long depends on the matter, and calling the lawful unlawful is the worse "
    "error.",
    alternative="It is due at once, or within the year.",
)
ACTIVE_IN_INSATS: Final = Interpretation(
    "active-in-insats",
    "7",
    "When must somebody be a member to be paid in an insats, or to carry it out?",
    "On some day from the insats's day to its end (else to the day asked about).",
    "Parties join and leave in the course of an insats, and calling the lawful unlawful is the "
    "worse error.",
    alternative="On the day of each payment, which documents do not give.",
)
LATER_INSATS: Final = Interpretation(
    "later-insats",
    "7",
    "Who is a member in an insats that is decided after the day asked about, and has no end?",
    "Those who are members on the day it is decided.",
    "A plan can only be judged by what is known of its day.",
    alternative="Nobody.",
)
PURCHASE_OR_FUNDING: Final = Interpretation(
    "purchase-or-funding",
    "7",
    "When is a payment to an outsider a purchase, and when the financing of another actor?",
    "What the förbund needs for itself is a purchase; grants, staff and the start of an activity "
    "are financing; the rest is for a human.",
    "The text limits which insatser are financed, and names no payees. The national council lets a "
    "förbund buy for its own needs; a förbund's page calls the start of a clubhouse that is a "
    "legal person the financing of another actor. Guidance on work-integrating social "
    "enterprises, decided by the council on 2016-04-28, may go further; its text has not been "
    "seen.",
    "finsam.se, Upphandling and news of 2016-05-03; finsamgoteborg.se, Lokala insatser",
    "Any payment to an outsider is financing; or none is forbidden that serves an insats within "
    "the parties' field.",
    whose=Text(
        f"{NATIONAL.sv} och {GOTEBORG.sv}",
        f"{NATIONAL.en} and {GOTEBORG.en}",
    ),
)
THROUGH_A_PARTY: Final = Interpretation(
    "through-a-party",
    "7",
    "May an outsider carry out an individual insats?",
    "Not alone, as guidance; beside a member, or where a member is its principal, a human judges.",
    "A förbund's page says that the members' own staff carry out individual insatser; another "
    "förbund, Samordningsförbundet Västmanland, lets others take part through the party that is "
    "principal. The national council's guidance of 2016-04-28 on work-integrating social "
    "enterprises has not been seen.",
    "finsamgoteborg.se, Lokala insatser; samordningvastmanland.se, Sök finansiering; finsam.se, "
    "news of 2016-05-03",
    "Whoever the parties choose.",
    whose=GOTEBORG,
)
INDIVIDUAL_BENEFITS: Final = Interpretation(
    "individual-benefits",
    "7",
    "Which costs are a benefit to individuals, that a förbund may not decide on?",
    "Bus passes, mileage, pay for work training and interpreters, as guidance, whoever is paid.",
    "The national council lists them.",
    "finsam.se, Förmåner eller rättigheter för enskilda; prop. 2002/03:132 p. 76",
    "Only decisions on benefits, not the cost of them.",
    whose=NATIONAL,
)
NOT_BY_THE_FORBUND: Final = Interpretation(
    "not-by-the-forbund",
    "7",
    "When does a förbund provide services to individuals?",
    "When it serves participants itself, carries out an individual insats, or pays somebody else "
    "than a party for services to them; its own staff, or itself as principal, is for a human.",
    "The paragraph leaves authority and services with the parties, each under its own law; the "
    "förbund finances what they do.",
    "prop. 2002/03:132, section 7.3",
    "Only when its own staff meet participants: what it buys for them is the supplier's service.",
)
TWO_PARTIES: Final = Interpretation(
    "two-parties",
    "7",
    "How many parties must cooperate in an insats?",
    "Two kinds at least, as guidance; two kommuner are one party.",
    "The act speaks of coordinated measures and gives no number; a förbund's page does.",
    "finsamgoteborg.se, Samordningsförbundens uppgifter",
    "Any number.",
    whose=GOTEBORG,
)
EVALUATED_WHEN_ENDED: Final = Interpretation(
    "evaluated-when-ended",
    "7",
    "When must an insats have been followed up and evaluated?",
    "When it has ended; if it has not been, a human judges.",
    "The act sets no time, and a summary may be in the making.",
    alternative="While it goes on, or a set time after.",
)
WRITTEN_AGREEMENT: Final = Interpretation(
    "written-agreement",
    "7",
    "Must there be a written agreement with those who carry out an insats?",
    "Yes, as guidance, signed on the first day of the insats at the latest.",
    "The national council places it between the decision and the start.",
    "finsam.se, Överenskommelse",
    "The act asks for none.",
    whose=NATIONAL,
)
UNDATED_GUIDANCE: Final = Interpretation(
    "undated-guidance",
    "7",
    "From which day does guidance without a date apply?",
    "To every day on which the section that it reads had today's wording.",
    "The pages seldom say since when they have been so, and a deviation is no violation.",
    alternative="Only from the day on which a page was first seen.",
)
ONE_KIND: Final = Interpretation(
    "one-kind",
    "7",
    "May one insats be both individual and structural?",
    "No, as guidance: it is recorded as two.",
    "The national council's manual for follow-up asks for two records.",
    "finsam.se, Användarhandledning",
    "It may, for the act does not know the kinds.",
    whose=NATIONAL,
)
ADOPTED_BY_ALL: Final = Interpretation(
    "adopted-by-all",
    "8",
    "Who adopts a förbundsordning that replaces another?",
    "Every member of its first day, as with the first one.",
    "The section has the förbundsordning adopted by the members, and does not tell the first from "
    "later ones; the national council says that the board cannot change it.",
    "finsam.se, Förbundsordning",
    "The board, where the förbundsordning lets it.",
    whose=NATIONAL,
)
FORMATION_DAY: Final = Interpretation(
    "formation-day",
    "8",
    "Which förbundsordning tells when the förbund was formed?",
    "The one in force on that day; a document that holds only later ones is not judged.",
    "Later ones are adopted by a förbund that is there already.",
    alternative="Any that was in force before or on the day.",
)
OPEN_LISTS: Final = Interpretation(
    "open-lists",
    "8",
    "What does it mean that a list in a document has no entry for something?",
    "That it is not known, unless the list is empty or is named complete.",
    "Whoever writes a document usually has some of the papers at hand and not all: a gap is no "
    "statement.",
    alternative="What is not listed has not happened.",
)
POINTS: Final = Interpretation(
    "points",
    "9",
    "When does a förbundsordning take up a point?",
    "When it says something of it; whether that is enough is for a human. Point 13 is asked for "
    "only where there are joint auditors, points 9 and 18 never.",
    "Points 9 and 18 leave it to the members whether there is anything to say.",
    alternative="Each of the eighteen has to be taken up, if only to say that there is nothing.",
)
SHARES_OF_DEBTS: Final = Interpretation(
    "shares-of-debts",
    "9",
    "What is it for shares in assets and debts to follow the contributions?",
    "Half, a quarter and a quarter for the parties, and within a party the agreement of the year.",
    "The point refers to the shares that the members are to contribute under section 5, which has "
    "the kommuner, and the regioner, agree on theirs.",
    alternative="Only the parties' shares are bound.",
)
SHARED_COSTS: Final = Interpretation(
    "shared-costs",
    "9",
    "How are the förbund's costs shared among its members?",
    "In proportion to what they are to contribute, as its assets and debts are.",
    "The point names the three together and relates them all to the shares of section 5.",
    "9 § first paragraph 8",
    "By any key that the members agree on, such as the number of inhabitants.",
)
SHARES_OUTSIDE_REGIONS: Final = Interpretation(
    "shares-outside-regions",
    "9",
    "Which share in assets and debts has a kommun outside every region?",
    "A human judges.",
    "Sections 9 and 22 refer to section 5 and not to section 5 a.",
    alternative="As section 5 a has it contribute.",
)
QUALIFIED_MAJORITY: Final = Interpretation(
    "qualified-majority",
    "9",
    "How is a qualified majority stated?",
    "As a fraction above a half of those who vote, for matters that are named.",
    "The national council says that consensus cannot be asked for, and that matters of special "
    "importance are not named by being called so.",
    "finsam.se, Styrelsearbetet",
    "In any words.",
    whose=NATIONAL,
)
SILENT_ORDNING: Final = Interpretation(
    "silent-forbundsordning",
    "9",
    "What if a förbundsordning is silent on qualified majority, or on members raising matters?",
    "Decisions then take a simple majority, and members have no such right.",
    "The points ask whether there is to be a qualified majority, and whether members are to have "
    "the right. By KL a simple majority decides unless a statute says otherwise, and it is the "
    "ledamöter who raise matters.",
    "9 § first paragraph 5 and 6; KL (2017:725) 4:20, 5:55 and 6:33",
    "It is not known; or the points have to be taken up, if only to say no.",
)
WHAT_IS_LEFT: Final = Interpretation(
    "what-is-left",
    "9",
    "How is what is left of a dissolved förbund divided?",
    "As the förbundsordning says; whether a division follows it is for a human, and is open where "
    "the document does not give it.",
    "The act has no rules on liquidation: the point leaves the conditions, the procedure and the "
    "grounds of division to the förbundsordning. The shares of point 8 are a natural ground.",
    "9 § first paragraph 8 and 15; finsam.se, Avsluta förbund",
    "By the shares of section 5, whatever the förbundsordning says.",
    whose=NATIONAL,
)
A_SEAT_EACH: Final = Interpretation(
    "a-seat-each",
    "10",
    "Can a member be represented by another member's ledamot?",
    "No.",
    "The sentence speaks of every member of the förbund, not of every party. The national "
    "council's model had it otherwise until 7 February 2022, when it called that a misreading.",
    "finsam.se, Nyheter 2022-02-07",
    "Kommuner may share a seat.",
    whose=NATIONAL,
)
EQUAL_NUMBERS: Final = Interpretation(
    "equal-numbers",
    "10",
    "Are there as many ersättare as ledamöter in all, or for each member?",
    "In all.",
    "The sentence gives one number for the whole board.",
    alternative="For each member.",
)
DIRECTOR: Final = Interpretation(
    "director",
    "10",
    "Who appoints the förbundschef?",
    "The board, as guidance.",
    "The act has the board direct the förbund and says nothing of a förbundschef.",
    "finsam.se, Begrepp",
    "Whoever the förbundsordning says.",
    whose=NATIONAL,
)
COUNTY_LABOUR_BOARD: Final = Interpretation(
    "county-labour-board",
    "12",
    "Who sat for the county labour board before 2008?",
    "A human judges.",
    "Documents name the party by its present name, and the wording of 2007 had other words for who "
    "appointed and who could be chosen.",
    "SFS 2006:1563",
)
ANOTHER_MEMBERS_PERSON: Final = Interpretation(
    "another-members-person",
    "12",
    "May a member choose somebody who is eligible through another member?",
    "A human judges.",
    "The paragraph lists who can be chosen and does not tie each to the member that chooses.",
    alternative="No: a kommun chooses among its own.",
)
CALL_ORDER: Final = Interpretation(
    "call-order",
    "12",
    "Among whom is an order of ersättare decided?",
    "Among those of one member; one alone needs none.",
    "An ersättare steps in for ledamöter of the same member only (section 15).",
    alternative="Among all of the board.",
)
TERM: Final = Interpretation(
    "term",
    "13",
    "What binds the first board of a förbund?",
    "No first day: its term begins when the förbund is formed, and lasts to the next ordinary one.",
    "The section counts from 1 April after an election, which has no meaning before the formation.",
    alternative="It too sits from 1 April.",
)
ELECTION_YEAR: Final = Interpretation(
    "election-year",
    "14",
    "Who appoints in an election year before the election?",
    "The assembly of that day: the rule is for appointments from the day of the election. If it "
    "appoints for a term that begins after the year, a human judges.",
    "The paragraph speaks of a year in which elections have been held; what it is there for would "
    "be lost if the outgoing assembly could fill the next term beforehand.",
    alternative="Nobody may be appointed in the year before the new assembly can.",
)
STEPPING_IN: Final = Interpretation(
    "stepping-in",
    "15",
    "When has a ledamot resigned?",
    "Whenever a seat ends before its term for a stated reason that leaves it empty. Whether some "
    "other reason does, a human judges.",
    "The section is about who takes over for the rest of the term, whatever emptied the seat.",
    alternative="Only when the ledamot asked to leave.",
)
GROUNDS_FOR_RECALL: Final = Interpretation(
    "grounds-for-recall",
    "16",
    "Can a member recall its ledamot for other reasons than those that the act refers to?",
    "No.",
    "The section refers to the Local Government Act's 4:9, which has two grounds, and leaves out "
    "its 4:10 on a changed majority.",
    "KL 4:9",
    "A member may recall whom it has appointed.",
)
QUORUM: Final = Interpretation(
    "quorum",
    "19",
    "Who counts towards the quorum?",
    "Ledamöter and serving ersättare, also at a distance, against the seats of the members' "
    "ledamöter that are filled on that day. Where the förbundsordning sets another number, and the "
    "two give different answers, a human judges.",
    "An ersättare serves in a ledamot's place, and section 19 a counts those at a distance as "
    "present. Whether empty seats count the section does not say.",
    "KL 6:27",
    "Against the number of ledamöter that the förbundsordning sets, empty seats included.",
)

BUDGET_WITHOUT_TAX: Final = Interpretation(
    "budget-without-tax",
    "21",
    "Which parts of a kommun's budget must a förbund's have?",
    "All but the tax rate and the appropriations: financing, expected position, financial goals, a "
    "plan of the activity and a plan of the economy.",
    "The rules of KL apply in the same way, and a förbund levies no tax and has no assembly that "
    "gives its committees appropriations.",
    "KL (2017:725) 11:6",
    "Appropriations too.",
)
LONGER_PLAN: Final = Interpretation(
    "longer-plan",
    "21",
    "May the budget's economic plan be for more than three years?",
    "Yes.",
    "A plan for four years that begins with the budget year is one for the first three as well.",
    alternative="Three years, neither more nor less.",
)
SURPLUS: Final = Interpretation(
    "surplus",
    "21",
    "Must a förbund's budget have a surplus, even where it uses what it has saved?",
    "A human judges.",
    "21 § imports that income must exceed costs, and not the exceptions from that; yet the model "
    "by which the state divides its money expects förbund to use their saved capital, and a court "
    "does not annul a budget for breaking the rule.",
    "KL (2017:725) 11:5 and 13:8; finsam.se, Statens fördelningsmodell",
    "Every such budget breaks the act; or capital that is used counts as income.",
)
YEARS_OF_BUDGET: Final = Interpretation(
    "years-of-budget",
    "23",
    "For which years must there be a budget?",
    "For every calendar year in which the förbund exists on some day; the year of the day asked "
    "about and the next one are judged, and those that the document has a budget for.",
    "The board adopts one every year, for the next calendar year.",
    "KL (2017:725) 11:5",
)
DAYS_OFF: Final = Interpretation(
    "days-off",
    "23",
    "What if the last day is a Saturday, a Sunday or a holiday?",
    "The next weekday will do for minutes (19 and 26 §§) and appeals (28 §). For the days by which "
    "a year's budget and annual report are to be there (23 and 24 §§) it is for a human.",
    "By lag (1930:173) a measure that the law sets a time for may be taken on the next weekday. "
    "Whether that goes for days that stand in the calendar has not been found decided.",
    "lag (1930:173) om beräkning av lagstadgad tid, 2 §; lag (1989:253) om allmänna helgdagar",
    "The day moves for everybody, or for nobody but parties before a court or an authority.",
)
FIRST_BUDGET: Final = Interpretation(
    "first-budget",
    "23",
    "Which budgets of a new förbund are the members' to adopt, and when?",
    "Those of the years whose 30 November had passed when the förbund was formed; on the day of "
    "formation at the latest, and what happens later is for a human.",
    "The board cannot have adopted them in time, for there was none.",
    alternative="Only that of the calendar year in which the förbund was formed.",
)
THREE_MONTHS: Final = Interpretation(
    "three-months",
    "24",
    "When have three months passed since a financial year that ends with a month?",
    "When the third whole month after it has: a year that ends on 30 September is summed up by "
    "31 December.",
    "The year ends as its last day does. Counted by numbers from that day it would be 30 December, "
    "and who is right by either reading should not be called late.",
    "lag (1930:173) 1 §",
    "The day with the same number.",
)
FINANCIAL_YEAR: Final = Interpretation(
    "financial-year",
    "24",
    "Which wording applies to the report of a financial year?",
    "That of the first day of the financial year.",
    "2018:598 says that it is used first for the financial year 2019, and that older provisions "
    "are used for 2018.",
    "SFS 2018:598, transitional provisions 2 and 3",
    "For a broken financial year, that of its last day.",
)
NEW_FORBUND: Final = Interpretation(
    "new-forbund",
    "25",
    "For how long is it asked whether a new förbund had auditors when it was formed?",
    "In the year of formation and the year after.",
    "The duty is one of the formation; later the auditors of the day are what matters.",
    alternative="For ever.",
)
ARBETSFORMEDLINGEN_IN_AUDIT: Final = Interpretation(
    "arbetsformedlingen-in-audit",
    "26",
    "Does Arbetsförmedlingen, too, decide on ansvarsfrihet?",
    "It gets the report whether or not it is a member; that it has not decided is never remarked "
    "on.",
    "The section names it beside the members as one who gets the report, as if it were none; by 3 "
    "and 4 §§ it is one.",
    alternative="It is a member and decides like every other.",
)
DISCHARGE_WITHOUT_A_DAY: Final = Interpretation(
    "discharge-without-a-day",
    "26",
    "By when must each member have decided on ansvarsfrihet?",
    "The act sets no day: as soon as there is a report, a human judges whether it takes too long.",
    "A member decides when its own assembly meets.",
    alternative="In the calendar year of the report.",
)
NOTICE_TIME: Final = Interpretation(
    "notice-time",
    "27",
    "From when and to when does the time of notice run?",
    "From the day on which notice was given to the day with the same number so many months later; "
    "on that day the member need be one no longer. The time is the shortest of the "
    "förbundsordningar in force between the two, and one of more than three years counts as three.",
    "Months are counted so by lag (1930:173), and 27 § knows only shorter times than its own. All "
    "members agree on a new förbundsordning, so a shorter time in it helps the one that leaves.",
    "lag (1930:173) 1 §",
    "The member remains one on that day too; or to the end of that year.",
)
LAST_NOTICE_BOARD: Final = Interpretation(
    "last-notice-board",
    "28",
    "From which day is the time for an appeal counted where there are several notice boards?",
    "From the announcement on the last of them.",
    "KL counts so for a committee that several kommuner have together.",
    "KL (2017:725) 13:5, first paragraph",
    "From the announcement on the notice board of the appellant's own kommun.",
)

INTERPRETATIONS: Final = tuple(
    reading for reading in tuple(vars().values()) if isinstance(reading, Interpretation)
)
"""Every reading, in the order of the act."""
