"""msgspec: typed structs for what the six rules read, and the rules in plain Python."""

# mypy: disable-error-code="import-not-found,import-untyped,misc,call-arg"

from collections import defaultdict
from datetime import date
from decimal import Decimal
from typing import Final

import msgspec

from engines.question import FINANCING, GOTLAND, ON, STATE, Ask, Verdicts, verdict

NAME = "msgspec, rules in plain Python"
DISTRIBUTION = "msgspec"
CANNOT: dict[str, str] = {}

_ON: Final = date.fromisoformat(ON)
_SERVING: Final = {
    "individual": {"work_ability"},
    "structural": {"work_ability", "cooperation", "knowledge"},
}


class External(msgspec.Struct, frozen=True):
    form: str


class Member(msgspec.Struct):
    actor: str | External
    joined: date = date.min
    left: date = date.max


class Contribution(msgspec.Struct):
    payer: str | External
    year: int
    amount: Decimal
    kind: str
    rounded_to: Decimal


class TargetGroup(msgspec.Struct):
    needs_coordinated_rehabilitation: bool


class Payment(msgspec.Struct):
    to: str | External
    what: str


class Insats(msgspec.Struct):
    kind: str
    decided: date
    end: date
    target_group: TargetGroup
    aims: set[str]
    within_joint_responsibility: bool
    payments: list[Payment]


class Forbund(msgspec.Struct):
    members: list[str | Member]
    contributions: list[Contribution]
    insatser: list[Insats]


def prepare() -> Ask:
    """Build the decoder."""
    decoder = msgspec.json.Decoder(Forbund)

    def ask(body: bytes) -> Verdicts:
        forbund = decoder.decode(body)
        members = [Member(m) if isinstance(m, str) else m for m in forbund.members]
        insatser = forbund.insatser
        individual = [insats for insats in insatser if insats.kind == "individual"]
        return {
            "FINSAM-2-1": verdict(
                all(i.target_group.needs_coordinated_rehabilitation for i in individual)
            ),
            "FINSAM-2-2": verdict(all(i.aims & _SERVING[i.kind] for i in insatser)),
            "FINSAM-3-1": verdict(_all_parties(_active(members, _ON, _ON))),
            "FINSAM-5-1": verdict(_state_gives_half(members, forbund.contributions)),
            "FINSAM-7-1": verdict(all(i.within_joint_responsibility for i in insatser)),
            "FINSAM-7-2": verdict(not any(_outsider_financed(members, i) for i in insatser)),
        }

    return ask


def _active(members: list[Member], first: date, last: date) -> set[str]:
    return {
        member.actor
        for member in members
        if isinstance(member.actor, str) and member.joined <= last and member.left >= first
    }


def _all_parties(active: set[str]) -> bool:
    kinds = {key.partition(":")[0] for key in active}
    return kinds >= {*STATE, "kommun"} and ("region" in kinds or GOTLAND in active)


def _state_gives_half(members: list[Member], contributions: list[Contribution]) -> bool:
    years = defaultdict(list)
    for contribution in contributions:
        if contribution.kind == "ordinary":
            years[contribution.year].append(contribution)
    return all(_half(members, year, given) for year, given in years.items())


def _half(members: list[Member], year: int, contributions: list[Contribution]) -> bool:
    active = _active(members, date(year, 1, 1), date(year, 12, 31))
    least = {True: Decimal(0), False: Decimal(0)}
    most = least.copy()
    for given in contributions:
        if given.payer in active:
            is_state = given.payer in STATE
            least[is_state] += max(given.amount - given.rounded_to / 2, Decimal(0))
            most[is_state] += given.amount + given.rounded_to / 2
    return least[True] <= most[False] and least[False] <= most[True]


def _outsider_financed(members: list[Member], insats: Insats) -> bool:
    active = _active(members, insats.decided, insats.end) | {"forbundet"}
    return any(p.what in FINANCING and p.to not in active for p in insats.payments)
