"""OpenFisca, written in Python over NumPy: entities, variables and formulas; one förbund at a time.

Its one kind of "person" is a part of the förbund: a member, with what it gives a year, or an
insats.
"""

# mypy: disable-error-code="import-not-found,import-untyped,misc"
# ruff: noqa: ANN401, D102, N801, N805  a formula is written as OpenFisca asks

from collections import defaultdict
from datetime import date
from typing import Any

import numpy as np
import orjson
from openfisca_core.entities import build_entity
from openfisca_core.indexed_enums import Enum
from openfisca_core.periods import DateUnit
from openfisca_core.simulation_builder import SimulationBuilder
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_core.variables import Variable

from engines.question import GOTLAND, ON, Ask, Verdicts, verdict

NAME = "OpenFisca"
DISTRIBUTION = "OpenFisca-Core"
CANNOT = {
    "FINSAM-7-2": "nothing relates a payee to a member",
    "exact decimals": "numbers with a fraction are binary floats of 32 bits",
}

PART = build_entity("part", "parts", "A member or an insats", is_person=True)
FORBUND = build_entity(
    "forbund",
    "forbunden",
    "A förbund",
    roles=[{"key": "member", "plural": "members"}, {"key": "insats", "plural": "insatser"}],
)


class Kind(Enum):
    forsakringskassan = "Försäkringskassan"
    arbetsformedlingen = "Arbetsförmedlingen"
    region = "A region"
    kommun = "A kommun"
    outside = "A kommun outside every region"
    external = "No party"


def _input(name: str, value_type: type, unit: DateUnit, **more: object) -> type:
    told = {"value_type": value_type, "entity": PART, "definition_period": unit, "label": name}
    return type(name, (Variable,), told | more)


INPUTS = (
    _input("kind", Enum, DateUnit.ETERNITY, possible_values=Kind, default_value=Kind.external),
    _input("joined", date, DateUnit.ETERNITY, default_value=date(1, 1, 1)),
    _input("left", date, DateUnit.ETERNITY, default_value=date(9999, 12, 31)),
    _input("amount", float, DateUnit.YEAR),
    _input("unit", float, DateUnit.YEAR),
    _input("structural", bool, DateUnit.ETERNITY),
    _input("needs_coordinated_rehabilitation", bool, DateUnit.ETERNITY),
    _input("work_ability", bool, DateUnit.ETERNITY),
    _input("cooperation", bool, DateUnit.ETERNITY),
    _input("knowledge", bool, DateUnit.ETERNITY),
    _input("within_joint_responsibility", bool, DateUnit.ETERNITY),
)


class finsam_2_1(Variable):
    value_type = bool
    entity = FORBUND
    definition_period = DateUnit.DAY
    label = "The individual insatser concern those who need coordinated rehabilitation"

    def formula(forbund: Any, period: Any) -> Any:
        needed = forbund.members("needs_coordinated_rehabilitation", period)
        return forbund.all(needed | forbund.members("structural", period), role=FORBUND.INSATS)


class finsam_2_2(Variable):
    value_type = bool
    entity = FORBUND
    definition_period = DateUnit.DAY
    label = "The insatser aim at the ability to work"

    def formula(forbund: Any, period: Any) -> Any:
        of = forbund.members
        indirect = of("cooperation", period) | of("knowledge", period)
        serves = of("work_ability", period) | (of("structural", period) & indirect)
        return forbund.all(serves, role=FORBUND.INSATS)


class finsam_3_1(Variable):
    value_type = bool
    entity = FORBUND
    definition_period = DateUnit.DAY
    label = "The parties that are needed take part"

    def formula(forbund: Any, period: Any) -> Any:
        kind, active = forbund.members("kind", period), _active(forbund, period)

        def takes_part(*kinds: object) -> Any:
            some = [forbund.any(active & (kind == k), role=FORBUND.MEMBER) for k in kinds]
            return np.logical_or.reduce(some)

        return (
            takes_part(Kind.forsakringskassan)
            & takes_part(Kind.arbetsformedlingen)
            & takes_part(Kind.kommun, Kind.outside)
            & takes_part(Kind.region, Kind.outside)
        )


class finsam_5_1(Variable):
    value_type = bool
    entity = FORBUND
    definition_period = DateUnit.YEAR
    label = "The state gives half"

    def formula(forbund: Any, period: Any) -> Any:
        amount, unit = forbund.members("amount", period), forbund.members("unit", period)
        kind, active = forbund.members("kind", period), _active(forbund, period)
        state = (kind == Kind.forsakringskassan) | (kind == Kind.arbetsformedlingen)
        least, most = np.maximum(amount - unit / 2, 0) * active, (amount + unit / 2) * active
        return (forbund.sum(least * state) <= forbund.sum(most * ~state)) & (
            forbund.sum(least * ~state) <= forbund.sum(most * state)
        )


class finsam_7_1(Variable):
    value_type = bool
    entity = FORBUND
    definition_period = DateUnit.DAY
    label = "The insatser lie within the parties' combined field of responsibility"

    def formula(forbund: Any, period: Any) -> Any:
        return forbund.all(
            forbund.members("within_joint_responsibility", period), role=FORBUND.INSATS
        )


def _active(forbund: Any, period: Any) -> Any:
    joined, left = forbund.members("joined", period), forbund.members("left", period)
    return (joined <= np.datetime64(str(period.stop))) & (left >= np.datetime64(str(period.start)))


def prepare() -> Ask:
    """Make the system of the variables."""
    system = TaxBenefitSystem([PART, FORBUND])
    system.add_variables(*INPUTS, finsam_2_1, finsam_2_2, finsam_3_1, finsam_5_1, finsam_7_1)

    def ask(body: bytes) -> Verdicts:
        document = orjson.loads(body)
        simulation = SimulationBuilder().build_from_entities(system, _entities(document))
        years = {contribution["year"] for contribution in document["contributions"]}
        halves = [simulation.calculate("finsam_5_1", str(year))[0] for year in years]
        return {
            "FINSAM-2-1": verdict(simulation.calculate("finsam_2_1", ON)[0]),
            "FINSAM-2-2": verdict(simulation.calculate("finsam_2_2", ON)[0]),
            "FINSAM-3-1": verdict(simulation.calculate("finsam_3_1", ON)[0]),
            "FINSAM-5-1": verdict(all(halves)),
            "FINSAM-7-1": verdict(simulation.calculate("finsam_7_1", ON)[0]),
        }

    return ask


def _entities(document: dict[str, Any]) -> dict[str, Any]:
    amounts: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    units: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for given in document["contributions"]:
        if given["kind"] == "ordinary":
            payer, year = str(given["payer"]), str(given["year"])
            amounts[payer][year] += float(given["amount"])
            units[payer][year] += float(given["rounded_to"])
    members, insatser = {}, {}
    for number, member in enumerate(document["members"]):
        told = {"actor": member} if isinstance(member, str) else member
        actor = str(told["actor"])
        kind = "outside" if actor == GOTLAND else actor.partition(":")[0]
        days = {name: told[name] for name in ("joined", "left") if told.get(name)}
        members[f"member {number}"] = {
            "kind": _always(kind if kind in Kind.__members__ else "external"),
            **{name: _always(day) for name, day in days.items()},
            "amount": amounts.get(actor, {}),
            "unit": units.get(actor, {}),
        }
    for number, insats in enumerate(document["insatser"]):
        need = insats["target_group"]["needs_coordinated_rehabilitation"]
        insatser[f"insats {number}"] = {
            "structural": _always(insats["kind"] == "structural"),
            "needs_coordinated_rehabilitation": _always(need),
            "work_ability": _always("work_ability" in insats["aims"]),
            "cooperation": _always("cooperation" in insats["aims"]),
            "knowledge": _always("knowledge" in insats["aims"]),
            "within_joint_responsibility": _always(insats["within_joint_responsibility"]),
        }
    forbund = {"members": list(members), "insatser": list(insatser)}
    return {"parts": members | insatser, "forbunden": {"it": forbund}}


def _always(value: object) -> dict[str, object]:
    return {"ETERNITY": value}
