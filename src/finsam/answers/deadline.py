"""The kinds of deadlines that the act sets, each with its provision and its text."""

from dataclasses import dataclass
from datetime import date
from typing import Any, Final, NamedTuple

from finsam.law import terms
from finsam.law.citation import Citation
from finsam.law.finsamlagen import FINSAMLAGEN
from finsam.law.text import Text
from finsam.models.base import Loc


@dataclass(frozen=True, slots=True)
class Deadline:
    """A day by which something must be done, or on which something happens by law.

    Attributes:
        day: the day, as the act gives it.
        kind: a slug such as ``"budget"``.
        citation: the provision.
        what: what must be done, or what happens.
        key: distinguishes it from others of its kind in the same förbund.
        loc: the place in the document that it comes from; empty if there is none.
        met: whether its rules find it done in time; None if that is not known, needs human
            judgment, or if nothing has to be done.
    """

    day: date
    kind: str
    citation: Citation
    what: Text
    key: str
    loc: Loc = ()
    met: bool | None = None

    @property
    def next_weekday(self) -> date:
        """The next working day, to which lag (1930:173) may move the deadline.

        The day itself where there is no duty to perform, or where the duty belongs to formation.
        """
        duty = DUTIES.get(self.kind)
        moves = duty is not None and not duty.of_formation
        return terms.next_weekday(self.day) if moves else self.day

    @property
    def is_duty(self) -> bool:
        """Whether something has to be done by the day."""
        return self.kind in DUTIES

    @property
    def link(self) -> str:
        """The address of the provision, in the wording of the day."""
        return FINSAMLAGEN.provision(self.citation.section).on(self.day).link(self.citation)

    def to_dict(self) -> dict[str, Any]:
        """The deadline as JSON-ready values."""
        return {
            "day": self.day.isoformat(),
            "next_weekday": self.next_weekday.isoformat(),
            "kind": self.kind,
            "key": self.key,
            "citation": self.citation.to_dict(),
            "short": self.citation.short(),
            "link": self.link,
            "what": self.what._asdict(),
            "met": self.met,
            "loc": list(self.loc),
        }


class Kind(NamedTuple):
    """A kind of deadline.

    Attributes:
        slug: its name in a calendar.
        citation: the provision.
        what: what has to be done, or what happens.
        rules: the rules that decide whether a duty was done in time.
        of_formation: whether it belongs to the formation, so that lag (1930:173) moves nothing.
        outlives: whether the duty remains after the förbund has ended.
    """

    slug: str
    citation: Citation
    what: Text
    rules: tuple[str, ...] = ()
    of_formation: bool = False
    outlives: bool = False

    def on(self, day: date, key: object, loc: Loc = (), **facts: object) -> Deadline:
        """The deadline on a day; the facts fill in its text."""
        return Deadline(day, self.slug, self.citation, self.what.filled(**facts), str(key), loc)


BUDGET: Final = Kind(
    "budget",
    Citation("23", stycke=1, mening=1),
    Text(
        "Sista dag för styrelsen att fastställa budgeten för {year}, efter samråd med medlemmarna",
        "Last day for the board to adopt the budget for {year}, after consulting the members",
    ),
    rules=("FINSAM-23-1", "FINSAM-23-4"),
)
FIRST_BUDGET: Final = Kind(
    "first_budget",
    Citation("23", stycke=1, mening=3),
    Text(
        "Medlemmarna fastställer budgeten för {year} när förbundet bildas",
        "The members adopt the budget for {year} as the förbund is formed",
    ),
    rules=("FINSAM-23-4",),
    of_formation=True,
)
ON_WEBSITE: Final = Kind(
    "budget_on_website",
    Citation("21", stycke=1, mening=1),
    Text(
        "Förslaget till budget för {year} ska finnas på webbplatsen från och med denna dag, då "
        "sammanträdet tillkännages",
        "The proposal for the budget of {year} has to be on the website from this day, on which "
        "the meeting is announced",
    ),
    rules=("FINSAM-21-5",),
)
ANNUAL_REPORT: Final = Kind(
    "annual_report",
    Citation("24", stycke=1, mening=1),
    Text(
        "Sista dag för styrelsen att upprätta årsredovisningen för {year}",
        "Last day for the board to draw up the annual report for {year}",
    ),
    rules=("FINSAM-24-1",),
    outlives=True,
)
NEW_AUDITORS: Final = Kind(
    "auditors_of_new_forbund",
    Citation("25", stycke=2, mening=1),
    Text(
        "Sista dag för att utse revisorer för det nybildade förbundet",
        "Last day to appoint auditors for the new förbund",
    ),
    rules=("FINSAM-25-1", "FINSAM-25-7"),
    of_formation=True,
)
MINUTES_ADJUSTED: Final = Kind(
    "minutes_adjusted",
    Citation("19", stycke=1, mening=1),
    Text(
        "Sista dag för att justera protokollet från sammanträdet {held} (KL 5 kap. 69 §)",
        "Last day to adjust the minutes of the meeting on {held} (KL 5:69)",
    ),
    rules=("FINSAM-19-2",),
)
MINUTES_ANNOUNCED: Final = Kind(
    "minutes_announced",
    Citation("19", stycke=1, mening=3),
    Text(
        "Sista dag för att tillkännage justeringen av protokollet från sammanträdet {held} hos "
        "varje medlemskommun och region",
        "Last day to announce the adjustment of the minutes of the meeting on {held} by every "
        "member kommun and region",
    ),
    rules=("FINSAM-19-3",),
)
AUDIT_ANNOUNCED: Final = Kind(
    "audit_minutes_announced",
    Citation("26", stycke=2, mening=1),
    Text(
        "Sista dag för att tillkännage justeringen av revisorernas protokoll för {year} hos varje "
        "medlemskommun och region",
        "Last day to announce the adjustment of the auditors' minutes for {year} by every member "
        "kommun and region",
    ),
    rules=("FINSAM-26-3",),
    outlives=True,
)
APPEAL: Final = Kind(
    "appeal",
    Citation("28", stycke=1, mening=1),
    Text(
        "Tiden för att överklaga beslut som tillkännagavs {announced} går ut",
        "The time for appeals against decisions announced on {announced} runs out",
    ),
)
APPEAL_PERIOD: Final = Kind(
    "appeal_period",
    Citation("28", stycke=1, mening=1),
    Text(
        "Tiden för att överklaga går ut för beslut i protokoll som justerades {adjusted} (KL 13 "
        "kap. 5 §)",
        "The time for appeals runs out for decisions in minutes that were adjusted on {adjusted} "
        "(KL 13:5)",
    ),
)
TERM_BEGINS: Final = Kind(
    "term_begins",
    Citation("13", stycke=1, mening=1),
    Text("Styrelsens mandattid börjar", "The board's term begins"),
)
TERM_ENDS: Final = Kind(
    "term_ends",
    Citation("13", stycke=1, mening=1),
    Text("Sista dagen av styrelsens mandattid", "Last day of the board's term"),
)
NEXT_TERM: Final = Kind(
    "term_begins",
    Citation("13", stycke=2, mening=1),
    Text("En ny mandattid för styrelsen börjar", "A new term of the board begins"),
)
NEXT_TERM_UNLESS: Final = Kind(
    "term_begins",
    Citation("13", stycke=2, mening=1),
    Text(
        "En ny mandattid för styrelsen börjar, om förbundsordningen inte säger annat",
        "A new term of the board begins, unless the förbundsordning says otherwise",
    ),
)
NEW_FULLMAKTIGE: Final = Kind(
    "new_fullmaktige",
    Citation("14", stycke=1, mening=1),
    Text("De nyvalda fullmäktige tillträder", "The newly elected fullmäktige take office"),
)
ELECTION: Final = Kind(
    "election",
    Citation("14", stycke=1, mening=1),
    Text(
        "Val till fullmäktige: efter det utser de nyvalda fullmäktige ledamöter, ersättare och "
        "revisorer",
        "Elections to fullmäktige: after them the newly elected appoint ledamöter, ersättare and "
        "auditors",
    ),
)
EXIT: Final = Kind(
    "exit",
    Citation("27", stycke=1, mening=1),
    Text("{name} är inte längre medlem", "{name} is no longer a member"),
)
NOTICE: Final = Kind(
    "notice",
    Citation("27", stycke=2, mening=1),
    Text(
        "Uppsägningstiden för {name}, som sade upp sig {notice}, går ut",
        "The period of notice of {name}, which gave notice on {notice}, runs out",
    ),
)
NOTICE_AT_MOST: Final = Kind(
    "notice",
    Citation("27", stycke=2, mening=1),
    Text(
        "Uppsägningstiden för {name}, som sade upp sig {notice}, går ut senast",
        "The period of notice of {name}, which gave notice on {notice}, runs out at the latest",
    ),
)

DUTIES: Final = {
    kind.slug: kind
    for kind in (
        BUDGET,
        FIRST_BUDGET,
        ON_WEBSITE,
        ANNUAL_REPORT,
        NEW_AUDITORS,
        MINUTES_ADJUSTED,
        MINUTES_ANNOUNCED,
        AUDIT_ANNOUNCED,
        APPEAL,
        APPEAL_PERIOD,
    )
}
