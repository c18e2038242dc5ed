"""experta, an expert system shell in the manner of CLIPS, written in Python: rules over facts."""

# mypy: disable-error-code="import-not-found,import-untyped,misc,untyped-decorator"
# ruff: noqa: D102  what a variable or a rule says, its name says

from collections.abc import Iterator
from typing import Any

import orjson
from experta import MATCH, NOT, TEST, Fact, KnowledgeEngine, L, P, Rule

from engines.question import GOTLAND, ON, RULES, Ask, Verdicts, verdict

NAME = "experta"
DISTRIBUTION = "experta"
CANNOT = {"FINSAM-5-1": "no sums over facts"}


class Member(Fact):
    """Who is a member, of which kind, and from when to when."""


class Insats(Fact):
    """An insats: its number, kind and days, and what is said of it."""


class Aim(Fact):
    """An aim of an insats."""


class Payment(Fact):
    """A payment in an insats: to whom, and what for."""


class ToMember(Fact):
    """That a payment goes to somebody who is a member on some day of its insats."""


class Told(Fact):
    """That the förbund has been told of in full; a rule that begins with a NOT is unreliable."""


def _active(**told: object) -> Member:
    return Member(**told, joined=P(lambda day: day <= ON), left=P(lambda day: day >= ON))


class Finsamlagen(KnowledgeEngine):
    """The rules; what is broken is gathered."""

    def __init__(self) -> None:
        super().__init__()
        self.broken: set[str] = set()

    @Rule(Insats(kind="individual", needs=False))
    def no_need(self) -> None:
        self.broken.add("FINSAM-2-1")

    @Rule(
        Insats(number=MATCH.i, kind="individual"),
        NOT(Aim(insats=MATCH.i, aim="work_ability")),
    )
    def other_aim(self) -> None:
        self.broken.add("FINSAM-2-2")

    @Rule(
        Insats(number=MATCH.i, kind="structural"),
        NOT(Aim(insats=MATCH.i, aim=L("work_ability") | L("cooperation") | L("knowledge"))),
    )
    def other_structural_aim(self) -> None:
        self.broken.add("FINSAM-2-2")

    @Rule(Told(), NOT(_active(kind="forsakringskassan")))
    def no_forsakringskassan(self) -> None:
        self.broken.add("FINSAM-3-1")

    @Rule(Told(), NOT(_active(kind="arbetsformedlingen")))
    def no_arbetsformedlingen(self) -> None:
        self.broken.add("FINSAM-3-1")

    @Rule(Told(), NOT(_active(kind="kommun")))
    def no_kommun(self) -> None:
        self.broken.add("FINSAM-3-1")

    @Rule(Told(), NOT(_active(kind="region")), NOT(_active(key=GOTLAND)))
    def no_region(self) -> None:
        self.broken.add("FINSAM-3-1")

    @Rule(Insats(within=False))
    def outside_joint_responsibility(self) -> None:
        self.broken.add("FINSAM-7-1")

    @Rule(
        Payment(insats=MATCH.i, number=MATCH.n, to=MATCH.to),
        Insats(number=MATCH.i, first=MATCH.first, last=MATCH.last),
        Member(key=MATCH.to, joined=MATCH.joined, left=MATCH.left),
        TEST(lambda joined, left, first, last: joined <= last and left >= first),
        salience=1,
    )
    def paid_to_member(self, i: int, n: int) -> None:
        self.declare(ToMember(insats=i, number=n))

    @Rule(
        Payment(
            insats=MATCH.i,
            number=MATCH.n,
            to=~L("forbundet"),
            what=L("staff") | L("grant") | L("start_up"),
        ),
        NOT(ToMember(insats=MATCH.i, number=MATCH.n)),
    )
    def outsider_funded(self) -> None:
        self.broken.add("FINSAM-7-2")


def prepare() -> Ask:
    """Build the network of the rules."""
    engine = Finsamlagen()

    def ask(body: bytes) -> Verdicts:
        engine.reset()
        engine.broken.clear()
        for fact in _facts(orjson.loads(body)):
            engine.declare(fact)
        engine.run()
        return {rule: verdict(rule not in engine.broken) for rule in RULES if rule not in CANNOT}

    return ask


def _facts(document: dict[str, Any]) -> Iterator[Fact]:
    for member in document["members"]:
        told = {"actor": member} if isinstance(member, str) else member
        yield Member(
            key=told["actor"],
            kind=str(told["actor"]).partition(":")[0],
            joined=told.get("joined", "0001-01-01"),
            left=told.get("left", "9999-12-31"),
        )
    for number, insats in enumerate(document["insatser"]):
        yield Insats(
            number=number,
            kind=insats["kind"],
            first=insats["decided"],
            last=insats["end"],
            needs=insats["target_group"]["needs_coordinated_rehabilitation"],
            within=insats["within_joint_responsibility"],
        )
        for aim in insats["aims"]:
            yield Aim(insats=number, aim=aim)
        for place, payment in enumerate(insats["payments"]):
            to = payment["to"] if isinstance(payment["to"], str) else "outsider"
            yield Payment(insats=number, number=place, to=to, what=payment["what"])
    yield Told()
