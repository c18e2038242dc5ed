"""The task for every engine: six rules, on documents in which no fact is missing.

The rules are the library's, restricted to where they answer ``pass`` or ``fail``:

========== =======================================================================================
FINSAM-2-1 the target group of every individual insats needs coordinated rehabilitation
FINSAM-2-2 every individual insats aims at work ability, every structural one at that, cooperation
           or knowledge
FINSAM-3-1 each kind of party has a member on the day (no region is needed with a kommun outside
           every region, which is Gotland)
FINSAM-5-1 for each year with contributions: what the two agencies give can be half of the ordinary
           money of those who are members on some day of the year, given how amounts are rounded
FINSAM-7-1 every insats is within the parties' combined field of responsibility
FINSAM-7-2 every payment for staff, a grant or a start goes to somebody who is a member on some day
           of the insats, or to förbundet
========== =======================================================================================

Engines need not give finsam's other three verdicts, its reasons, places, figures, citations and
messages, nor refuse malformed documents. In a document amounts are strings, contributions have a
kind and a unit, insatser have days, and a member is a key or an object.
"""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final, NamedTuple, Protocol

RULES: Final = (
    "FINSAM-2-1",
    "FINSAM-2-2",
    "FINSAM-3-1",
    "FINSAM-5-1",
    "FINSAM-7-1",
    "FINSAM-7-2",
)
ON: Final = "2025-06-01"
GOTLAND: Final = "kommun:0980"
STATE: Final = frozenset({"forsakringskassan", "arbetsformedlingen"})
FINANCING: Final = frozenset({"staff", "grant", "start_up"})

Verdicts = dict[str, str]
Ask = Callable[[bytes], Verdicts]


class Engine(Protocol):
    """The interface of a module in this package.

    Attributes:
        NAME: its name in the table.
        DISTRIBUTION: the package whose version is stated.
        CANNOT: what it cannot express, and why, by rule id or by what a :class:`Case` needs.
    """

    NAME: str
    DISTRIBUTION: str
    CANNOT: dict[str, str]

    def prepare(self) -> Ask:
        """Prepare the rules once; only the returned function is timed."""


class Case(NamedTuple):
    """A document to test the engines with.

    Attributes:
        name: the change to ``full.json``.
        body: the document.
        needs: what an engine must be able to express to judge it.
    """

    name: str
    body: bytes
    needs: str


def verdict(kept: object) -> str:
    """The name of a verdict."""
    return "pass" if kept else "fail"


def cases() -> list[Case]:
    """The lawful document, a breach of each rule, and documents that only full readings judge."""
    full = Path(__file__).parent.parent / "full.json"
    made: list[Case] = [Case("lawful", full.read_bytes(), "")]

    def case(name: str, needs: str, change: Callable[[dict[str, Any]], object]) -> None:
        document = json.loads(made[0].body)
        change(document)
        made.append(Case(name, json.dumps(document, ensure_ascii=False).encode(), needs))

    case("no need", "FINSAM-2-1", _no_need)
    case("other aim", "FINSAM-2-2", lambda d: d["insatser"][3].update(aims=["education"]))
    case("party missing", "FINSAM-3-1", lambda d: d["members"].remove("arbetsformedlingen"))
    case("too little", "FINSAM-5-1", lambda d: _gives(d, "forsakringskassan", 2025, "1790000"))
    case(
        "outside",
        "FINSAM-7-1",
        lambda d: d["insatser"][7].update(within_joint_responsibility=False),
    )
    case("outsider", "FINSAM-7-2", _grant)
    case("region has left", "days", _region_has_left)
    case("kommun has left", "days of insatser", _kommun_has_left)
    case("earlier year", "every year", lambda d: _gives(d, "forsakringskassan", 2024, "1700000"))
    case("non-member gives", "payers", _non_member_gives)
    case("rounded", "rounding", lambda d: _gives(d, "forsakringskassan", 2025, "1890003"))
    case("öre", "exact decimals", _exact)
    return made


def _no_need(document: dict[str, Any]) -> None:
    document["insatser"][3]["target_group"]["needs_coordinated_rehabilitation"] = False


def _grant(document: dict[str, Any]) -> None:
    club = {"name": "Klubbhuset", "form": "association", "orgnr": None}
    payment = {"to": club, "amount": "50000", "what": "grant"}
    document["insatser"][2]["payments"].append(payment)


def _region_has_left(document: dict[str, Any]) -> None:
    place = document["members"].index("region:14")
    document["members"][place] = {"actor": "region:14", "left": "2025-05-31"}


def _kommun_has_left(document: dict[str, Any]) -> None:
    document["members"][-1].update(left="2023-12-31")
    for contribution in document["contributions"]:
        if contribution["payer"] == "kommun:1435":
            contribution["payer"] = "kommun:1430"
    # Staff of another kommun may be at work for a party, which is for a human.
    for insats in document["insatser"]:
        for payment in insats["payments"]:
            if payment["to"] == "kommun:1435":
                payment["what"] = "grant"


def _non_member_gives(document: dict[str, Any]) -> None:
    gift = {"payer": "kommun:0180", "year": 2025, "amount": "50000"}
    document["contributions"].append({**gift, "kind": "ordinary", "rounded_to": "1"})


def _exact(document: dict[str, Any]) -> None:
    for contribution in document["contributions"]:
        if contribution["year"] == 2025:
            amount = {"forsakringskassan": "1.80", "region:14": "0.90"}
            contribution["amount"] = amount.get(contribution["payer"], "0.10")
            contribution["rounded_to"] = "0"


def _gives(document: dict[str, Any], payer: str, year: int, amount: str) -> None:
    for contribution in document["contributions"]:
        if contribution["payer"] == payer and contribution["year"] == year:
            contribution["amount"] = amount
