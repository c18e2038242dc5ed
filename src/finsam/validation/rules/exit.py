"""27 and 28 §§: leaving the förbund, and appealing against what it decides."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from finsam.law.citation import Citation
from finsam.law.geography import current
from finsam.law.parties import kind_of
from finsam.law.terms import LONGEST_NOTICE, earliest_exit, next_weekday
from finsam.law.text import Text
from finsam.validation.engine.decision import (
    PASS,
    Decision,
    fail,
    lacks,
    not_applicable,
    not_listed,
    review,
    undecided,
)
from finsam.validation.engine.rule import rule
from finsam.validation.subjects.exit import Appealed, Leaving
from finsam.validation.subjects.formation import OrdningOnDay

_STAYS: Final = Text(
    "Medlemmen har ingen sista dag, eller är medlem igen dagen efter den.",
    "The member has no last day, or is a member again on the day after.",
)
_FORBUND_ENDED: Final = Text(
    "Förbundet upphörde samma dag.", "The förbund was dissolved on the same day."
)


@rule(
    "FINSAM-27-1",
    "notice-longer-than-three-years",
    cites=Citation("27", stycke=2, mening=1),
    title=Text(
        "Uppsägningstiden är högst tre år", "The period of notice is three years at the most"
    ),
    fail={
        "too_long": Text(
            "Förbundsordningens uppsägningstid är {months}, {longer} längre än de 36 månader som "
            "lagen tillåter.",
            "The förbundsordning's period of notice is {months}, {longer} longer than the 36 "
            "months that the act allows.",
        )
    },
)
def notice_of_three_years_at_most(ordning: OrdningOnDay) -> Decision:
    """A member may leave, and is bound for three years at the most after giving notice.

    Decided by the period of notice in the förbundsordning of the day. The rule cannot see other
    obstacles to leaving that it may contain.
    """
    months, at = ordning.item.notice_months, ("notice_months",)
    if months is None:
        return lacks(*at)
    if months <= LONGEST_NOTICE:
        return PASS
    return fail("too_long", at=at, months=months, longer=months - LONGEST_NOTICE)


@rule(
    "FINSAM-27-2",
    "left-before-notice-ran-out",
    cites=(Citation("27", stycke=2, mening=1), Citation("27", stycke=1, mening=1)),
    readings=("notice-time", "open-lists"),
    title=Text(
        "En medlem lämnar förbundet när uppsägningstiden har gått ut",
        "A member leaves the förbund when the period of notice has run out",
    ),
    fail={
        "too_early": Text(
            "{member} sade upp sig {notice} och var medlem till och med {left}. Uppsägningstiden "
            "på {months} går ut {due}; medlemmen lämnade förbundet {days} för tidigt.",
            "{member} gave notice on {notice} and was a member until {left}. The period of "
            "notice, {months}, runs out on {due}; the member left the förbund {days} too early.",
        )
    },
    review={
        "agreed": Text(
            "{member} var medlem till och med {left}, innan uppsägningstiden hade gått ut. Alla "
            "medlemmar, även {member}, har fastställt en förbundsordning som gäller från {start}: "
            "bedöm om de därmed har kommit överens om utträdet.",
            "{member} was a member until {left}, before the period of notice had run out. All "
            "members, {member} among them, have adopted a förbundsordning that is in force from "
            "{start}: judge whether they have thereby agreed on the exit.",
        )
    },
    unlisted=Text(
        "alla medlemmar har fastställt en förbundsordning som låter {member} lämna förbundet efter "
        "{left}",
        "all members adopted a förbundsordning that lets {member} leave the förbund after {left}",
    ),
    inapplicable={"stays": _STAYS, "forbund_ended": _FORBUND_ENDED},
    also_reads=("forbundsordningar",),
)
def members_serve_their_notice(leaving: Leaving) -> Decision:
    """A member that wants to leave gives notice, and stays until the period of notice is over.

    Decided by the day of notice, the member's last day and the shortest period of the
    förbundsordningar in force between them. Where one of those is not known, three years are long
    enough whatever it says. An exit that all members may have agreed on, in a förbundsordning that
    came into force between the two days, is for a human. Members that leave on the förbund's last
    day give no notice.
    """
    member, after = leaving.item, leaving.after
    if member.left is None or after is None or leaving.is_member_after:
        return not_applicable("stays")
    if leaving.timeline.forbund.dissolved == member.left:
        return not_applicable("forbund_ended")
    if member.notice_given is None:
        return lacks("notice_given")
    known, unknown = leaving.notice_months
    months = LONGEST_NOTICE if known is None else known
    due = earliest_exit(member.notice_given, months)
    if after >= due:
        return PASS
    if unknown and (after >= member.notice_given or unknown == ("forbundsordningar",)):
        return undecided(unknown, at=("left",))
    return _agreed(leaving, member.left) or fail(
        "too_early",
        at=("left",),
        notice=member.notice_given,
        left=member.left,
        months=months,
        due=due,
        days=(due - after).days,
    )


def _agreed(leaving: Leaving, left: date) -> Decision | None:
    """Whether all members, and the one that leaves, may have agreed on it in a förbundsordning."""
    timeline, at = leaving.timeline, ("left",)
    found: Decision | None = None
    parties = set(timeline.parties(left))
    for place, ordning in leaving.ordningar_since_notice:
        loc = ("forbundsordningar", place, "adopted")
        if ordning.adopted is None:
            found = found or undecided(loc, at=at)
        elif parties <= {current(each.member) for each in ordning.adopted}:
            return review("agreed", at=at, left=left, start=ordning.applies_from or left)
        elif not timeline.lists_all("forbundsordningar.adopted", ordning.adopted):
            found = found or not_listed(loc, at=at, left=left)
    if not timeline.has_all("forbundsordningar"):
        found = found or not_listed(("forbundsordningar",), at=at, left=left)
    return found


_FOR_EACH_PART: Final = (Citation("27", stycke=1, mening=1), Citation("3", stycke=1, mening=3))
"""The right to leave, and who has to take part for each part of the area."""


@rule(
    "FINSAM-27-3",
    "exit-leaves-parties-missing",
    cites=(Citation("27", stycke=1, mening=1), Citation("3", stycke=1, mening=2)),
    covers=_FOR_EACH_PART[1:],
    title=Text(
        "De parter som behövs är kvar när en medlem har lämnat",
        "The parties that are needed remain when a member has left",
    ),
    review={
        "party_missing": Text(
            "När {member} har lämnat förbundet efter {left} saknas {party} bland medlemmarna, "
            "och utan den parten får finansiell samordning inte bedrivas (3 § andra meningen). "
            "Bedöm vad som ska ske dessförinnan.",
            "When {member} has left the förbund after {left}, the remaining members lack "
            "{party}, without which financial coordination may not go on (section 3, sentence 2). "
            "Judge what has to happen before that.",
        ),
        "own_region_missing": Text(
            "När {member} har lämnat förbundet efter {left} saknar {members} sin egen region (3 § "
            "tredje meningen). Bedöm vad som ska ske dessförinnan.",
            "When {member} has left the förbund after {left}, the own region of {members} is "
            "missing (section 3, sentence 3). Judge what has to happen before that.",
        ),
        "part_without_kommun": Text(
            "När {member} har lämnat förbundet efter {left} ligger kommunen kvar i området utan "
            "att vara medlem (3 § tredje meningen). Bedöm vad som ska ske dessförinnan.",
            "When {member} has left the förbund after {left}, the kommun is still in the area "
            "without being a member (section 3, sentence 3). Judge what has to happen before that.",
        ),
    },
    open=(),
    inapplicable={
        "stays": _STAYS,
        "forbund_ended": _FORBUND_ENDED,
        "has_left": Text(
            "Medlemmen har redan lämnat; läget i dag prövas enligt 3 §.",
            "The member has left already; how things stand today is judged by section 3.",
        ),
    },
)
def the_needed_remain(leaving: Leaving) -> Iterator[Decision]:
    """A member that leaves may leave the others without a party that the act requires.

    Decided, for exits to come, by who is a member on the day after: a whole kind of party, the own
    region of those who stay, or the kommun of a part of the area may be missing. It never fails, as
    what follows is the members' to decide: to find another party, to change the area, or to end the
    förbund. How the shares of 5 § are split anew is judged with each year's money.

    Source: 27 § first paragraph with 3 §; the förbundsordning says what happens (9 § points 14 and
    15).
    """
    left, after = leaving.item.left, leaving.after
    if left is None or after is None or leaving.is_member_after:
        yield not_applicable("stays")
    elif leaving.timeline.forbund.dissolved == left:
        yield not_applicable("forbund_ended")
    elif left < leaving.timeline.on:
        yield not_applicable("has_left")
    elif leaving.leaves_none_of_its_kind(after):
        yield review("party_missing", at=("left",), left=left, party=kind_of(leaving.key).value)
    elif kommuner := leaving.kommuner_left_without_it(after):
        missing = review("own_region_missing", at=("left",), left=left, members=kommuner)
        yield missing.under(*_FOR_EACH_PART)
    elif leaving.leaves_its_part(after):
        yield review("part_without_kommun", at=("left",), left=left).under(*_FOR_EACH_PART)


@rule(
    "FINSAM-28-1",
    "appeal-by-outsider",
    cites=Citation("28", stycke=1, mening=1),
    title=Text(
        "Den som överklagar är medlem av en kommun eller region i förbundet",
        "Whoever appeals is a member of a kommun or region in the förbund",
    ),
    review={
        "by_forbund_member": Text(
            "Överklagandet kommer från en förbundsmedlem, som inte får överklaga som sådan. Bedöm "
            "om den är medlem av en kommun i förbundet, till exempel genom att äga fast egendom "
            "där; tvister med förbundet löses annars som förbundsordningen säger.",
            "The appeal comes from a member of the förbund, which may not appeal as such. Judge "
            "whether it is a member of a kommun in the förbund, for instance by owning property "
            "there; disputes with the förbund are otherwise settled as the förbundsordning says.",
        )
    },
    inapplicable={
        "not_entitled": Text(
            "Den som har överklagat är inte medlem av någon kommun eller region i förbundet och "
            "har inte rätt att överklaga.",
            "Whoever has appealed is a member of no kommun or region in the förbund, and is not "
            "entitled to appeal.",
        ),
    },
)
def only_members_of_kommun_or_region_appeal(appeal: Appealed) -> Decision:
    """Those who live, own property or pay tax in a kommun or region may have decisions examined.

    Decided by what the document says of the appellant. An outsider's appeal is no breach by the
    förbund: the court decides what becomes of it. The rule cannot see whether the decision can be
    appealed at all (KL 13:2).

    Source: 28 § first paragraph, in its wording since 2020-01-01, with KL (2017:725) 13:1 and, for
    who is a member of a kommun, 1:5.
    """
    by, at = appeal.item.by, ("by",)
    if by is None:
        return lacks(*at)
    if by == "kommun_or_region_member":
        return PASS
    if by == "forbund_member":
        return review("by_forbund_member", at=at)
    return not_applicable("not_entitled", at=at)


@rule(
    "FINSAM-28-2",
    "appeal-late",
    cites=Citation("28", stycke=1, mening=1),
    readings=("last-notice-board", "days-off"),
    title=Text(
        "Överklagandet kommer in inom tre veckor från tillkännagivandet",
        "The appeal comes in within three weeks of the announcement",
    ),
    inapplicable={
        "too_late": Text(
            "Överklagandet kom in {done}; sista dag var {due} (KL 13 kap. 5 §).",
            "The appeal was received on {done}; the last day was {due} (KL 13:5).",
        )
    },
)
def appeals_in_three_weeks(appeal: Appealed) -> Decision:
    """An appeal is with the court within three weeks of the announcement that minutes are adjusted.

    Decided by the last announcement on a notice board and the day on which the appeal came in, to
    the court or to the förbund. The time does not run out if the announcement was taken down before
    it was over. A late appeal is no breach by the förbund.

    Source: 28 § first paragraph, in its wording since 2020-01-01, with KL (2017:725) 13:5 and 13:6;
    of decisions announced before 2018 older provisions still hold (2017:746).
    """
    received, due = appeal.item.received, appeal.due
    if received is None or due is None:
        return undecided(*appeal.unknown("announced", "received"))
    last, removed = next_weekday(due), appeal.item.notice_removed
    if received <= last or (removed is not None and removed <= last):
        return PASS
    return not_applicable("too_late", at=("received",), due=last, done=received)
