"""3 and 4 §§: who must take part, and for which part of the area."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from finsam.law.citation import Citation
from finsam.law.geography import current
from finsam.law.parties import SEVERAL_REGIONS_FROM, PartyKind
from finsam.law.text import Text
from finsam.validation.engine.decision import PASS, Decision, fail, not_applicable, passed, review
from finsam.validation.engine.rule import rule
from finsam.validation.engine.verdict import Basis
from finsam.validation.subjects.parties import ForbundOnDay, who

_NO_AREA: Final = Text("Inget samordningsområde finns den dagen.", "There is no area on that day.")
_KIND_MISSING: Final = Text(
    "Ingen part av det slaget är medlem, vilket prövas särskilt (3 § andra meningen).",
    "The whole kind of party is missing, which is judged separately (section 3, second sentence).",
)
# Without a member its money is nobody's, its insatser are an outsider's, and its kommun is outside.
_WITHOUT_A_MEMBER = (
    "FINSAM-1-2",
    "FINSAM-5-1",
    "FINSAM-5-2",
    "FINSAM-5-3",
    "FINSAM-5-5",
    "FINSAM-5-6",
    "FINSAM-5-7",
    "FINSAM-5A-1",
    "FINSAM-6-1",
    "FINSAM-7-2",
    "FINSAM-7-3",
    "FINSAM-7-4",
    "FINSAM-7-6",
    "FINSAM-9-19",
    "FINSAM-12-4",
)


@rule(
    "FINSAM-3-1",
    "party-missing",
    cites=Citation("3", stycke=1, mening=2),
    covers=(Citation("3", stycke=1, mening=4),),
    readings=("original-wording",),
    title=Text("De parter som krävs deltar", "The parties that are required take part"),
    passes={
        "no_region_required": Text(
            "De parter som krävs deltar. Ingen region behöver delta, eftersom en kommun som inte "
            "ingår i en region gör det.",
            "The parties that are required take part. No region is required, since a kommun that "
            "is part of no region takes part.",
        )
    },
    fail={
        "party_missing": Text(
            "Bland medlemmarna saknas {party}. Utan den parten får finansiell samordning inte "
            "bedrivas.",
            "The members do not include {party}. Without that party there may be no financial "
            "coordination.",
        )
    },
    open=(),
    entails=_WITHOUT_A_MEMBER,
)
def every_party_takes_part(forbund: ForbundOnDay) -> Iterator[Decision]:
    """Försäkringskassan, Arbetsförmedlingen, a region and a kommun all take part.

    Decided by who is a member on the day. No region has to take part where a kommun outside every
    region does: since 2010-07-01 by the section's fourth sentence, before that by its third. The
    earlier wordings ask for exactly one county council; FINSAM-3-3 reports more than one. The
    wording of 2004 has not been seen.

    Source: 3 §, second and fourth sentences (until 2010-06-30 second and third).
    """
    exception = Citation("3", stycke=1, mening=4 if forbund.day >= SEVERAL_REGIONS_FROM else 3)
    missing = [kind for kind, members in forbund.by_kind.items() if not members]
    if missing == [PartyKind.REGION] and forbund.has_kommun_outside_region:
        yield passed("no_region_required", at=("members",)).citing(exception)
        return
    for kind in missing:
        lacking = fail("party_missing", at=("members",), party=kind.value)
        if kind is not PartyKind.REGION:
            yield lacking
        elif not forbund.has_kommun_outside_region:
            yield lacking.citing(exception)


@rule(
    "FINSAM-3-2",
    "area-part-not-covered",
    cites=Citation("3", stycke=1, mening=3),
    readings=("absent-area", "heby"),
    title=Text(
        "För varje del av samordningsområdet deltar kommunen",
        "For every part of the area its kommun takes part",
    ),
    fail={
        "member_missing": Text(
            "{member} är inte medlem, trots att samordningsområdet omfattar {parts}. För varje "
            "del av området måste kommunen delta.",
            "{member} is not a member, though the area includes {parts}. For every part of the "
            "area the kommun must take part.",
        )
    },
    open=(),
    inapplicable={"no_area": _NO_AREA, "kind_missing": _KIND_MISSING},
    entails=_WITHOUT_A_MEMBER,
    first=SEVERAL_REGIONS_FROM,
)
def every_part_has_its_kommun(forbund: ForbundOnDay) -> Iterator[Decision]:
    """For each part of the area its kommun takes part.

    Decided by the area of the day; where the document gives none, it is the whole of every member
    kommun. Two things are reported once, elsewhere: that no kommun at all is a member by
    FINSAM-3-1, and that the kommun's region is missing by FINSAM-3-6.
    """
    if not forbund.area:
        yield not_applicable("no_area")
    elif not forbund.by_kind[PartyKind.KOMMUN]:
        yield not_applicable("kind_missing")
    else:
        for member, parts in forbund.uncovered(current):
            yield fail("member_missing", at=("members",), member=member, parts=parts)


@rule(
    "FINSAM-3-3",
    "several-regions-too-early",
    cites=Citation("3", stycke=1, mening=1),
    covers=(Citation("1", stycke=1, mening=3),),
    title=Text("Högst ett landsting deltar", "At most one county council takes part"),
    fail={
        "several_regions": Text(
            "{members} är medlemmar. Före den 1 juli 2010 fick bara ett landsting delta.",
            "{members} are members. Before 1 July 2010 only one county council could take part.",
        )
    },
    review={
        "kommun_of_another": Text(
            "Bland medlemmarna finns {members}, utanför området för {member}. Att samordningen "
            "får gå över länsgränserna infördes den 1 juli 2010. Bedöm om den fick göra det då.",
            "Among the members is {members}, outside the area of {member}. That coordination may "
            "cross county borders was introduced on 1 July 2010. Judge whether it might do so "
            "then.",
        )
    },
    open=(),
    last=date(2010, 6, 30),
)
def one_county_council(forbund: ForbundOnDay) -> Decision:
    """One county council takes part, and not several.

    Decided by who is a member on the day. Since 2010-07-01 one or more may take part. A kommun of
    another county is for a human: coordination across county borders was introduced in 2010, but no
    sentence forbade it before.

    Source: 3 §, first sentence, in its wordings until 2010-06-30; prop. 2009/10:154.
    """
    councils = sorted(forbund.by_kind[PartyKind.REGION])
    if len(councils) > 1:
        return fail("several_regions", at=("members",), members=tuple(councils))
    for council in councils:
        kommuner = sorted(forbund.by_kind[PartyKind.KOMMUN])
        elsewhere = [k for k in kommuner if forbund.own_region(k) not in {None, council}]
        if elsewhere:
            return review(
                "kommun_of_another", at=("members",), member=council, members=tuple(elsewhere)
            )
    return PASS


@rule(
    "FINSAM-3-4",
    "member-not-a-party",
    cites=(Citation("3", stycke=1, mening=1), Citation("4")),
    readings=("outsider-as-member",),
    title=Text("Bara de samverkande parterna är medlemmar", "Only the parties are members"),
    fail={
        "not_a_party": Text(
            "Bland medlemmarna finns {actor}. Bara de samverkande parterna kan vara medlemmar.",
            "Among the members is {actor}. Only the cooperating parties can be members.",
        )
    },
    open=(),
)
def only_parties_are_members(forbund: ForbundOnDay) -> Iterator[Decision]:
    """The members are the cooperating parties, and nobody else.

    Decided by who is a member on the day. Somebody co-opted to the board is no member, and should
    not be entered as one.

    Source: 3 §, first sentence, names the parties; 4 § makes them the members.
    """
    for place, outsider, ref in forbund.outsiders:
        yield fail("not_a_party", at=("members", place), ref=ref, **who(outsider))


@rule(
    "FINSAM-3-5",
    "member-outside-area",
    cites=Citation("1", stycke=1, mening=2),
    basis=Basis.PREPARATORY_WORKS,
    readings=("member-outside-area",),
    title=Text(
        "Varje medlemskommun har en del i samordningsområdet",
        "Every member kommun has a part in the area",
    ),
    review={
        "no_part_in_area": Text(
            "{member} är medlem, men ingen del av kommunen hör till samordningsområdet. Bedöm om "
            "kommunen deltar i samordningen.",
            "{member} is a member, but no part of it is in the area. Judge whether it takes part "
            "in the coordination.",
        )
    },
    open=(),
    inapplicable={
        "area_not_given": Text(
            "Inget annat område än medlemskommunernas är angivet.",
            "No other area than the member kommuner is given.",
        )
    },
)
def every_member_kommun_is_in_the_area(forbund: ForbundOnDay) -> Iterator[Decision]:
    """The area is defined by the kommuner that take part, so each has a part in it.

    Decided by who is a member on the day, where the document gives an area. It never fails: no
    sentence forbids a kommun to be a member without being in the area.

    Source: 1 §, second sentence, as the comment in prop. 2009/10:154 explains it.
    """
    if forbund.item.area is None:
        yield not_applicable("area_not_given")
        return
    inside = {current(kommun) for kommun, _ in forbund.area}
    for member in forbund.by_kind[PartyKind.KOMMUN]:
        if member not in inside:
            yield review("no_part_in_area", at=("members",), member=member)


@rule(
    "FINSAM-3-6",
    "own-region-missing",
    cites=Citation("3", stycke=1, mening=3),
    covers=(Citation("3", stycke=1, mening=4),),
    basis=Basis.PREPARATORY_WORKS,
    readings=("own-region", "absent-area", "heby"),
    title=Text(
        "För varje del av samordningsområdet deltar den region som kommunen ingår i",
        "For every part of the area the region that its kommun is part of takes part",
    ),
    fail={
        "region_missing": Text(
            "{member} är inte medlem, trots att samordningsområdet omfattar {parts}. För varje "
            "del av området måste också den region som kommunen ingår i delta (så läses lagen i "
            "förarbetena).",
            "{member} is not a member, though the area includes {parts}. For every part of the "
            "area a region must take part as well, by the preparatory works the one that the "
            "kommun is part of.",
        )
    },
    open=(),
    inapplicable={"no_area": _NO_AREA, "kind_missing": _KIND_MISSING},
    entails=_WITHOUT_A_MEMBER,
    first=SEVERAL_REGIONS_FROM,
)
def every_part_has_its_own_region(forbund: ForbundOnDay) -> Iterator[Decision]:
    """For each part of the area the region that its kommun is part of takes part.

    Decided by the area of the day, as FINSAM-3-2 is. "Its own" region is the reading of the
    preparatory works of 2010; a page of the national council lets any region do. A kommun outside
    every region needs none. FINSAM-3-1 reports, once, that no region at all is a member where one
    is required.

    Source: 3 §, third and fourth sentences, since 2010-07-01; prop. 2009/10:154.
    """
    if not forbund.area:
        yield not_applicable("no_area")
    elif not forbund.by_kind[PartyKind.REGION] and not forbund.has_kommun_outside_region:
        yield not_applicable("kind_missing")
    else:
        for member, parts in forbund.uncovered(forbund.own_region):
            yield fail("region_missing", at=("members",), member=member, parts=parts)
