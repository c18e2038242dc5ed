"""The document as bare pydantic models.

The same fields, types and configuration (frozen, closed), and none of the library's validators.
"""

from datetime import date
from decimal import Decimal
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field


class Bare(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class ExternalActor(Bare):
    name: str | None = None
    form: Literal[
        "association",
        "foundation",
        "company",
        "cooperative",
        "authority",
        "municipal_federation",
        "congregation",
        "person",
        "other",
    ]
    orgnr: str | None = None


class Member(Bare):
    actor: str | ExternalActor
    joined: date | None = None
    left: date | None = None
    notice_given: date | None = None
    ref: str | None = None
    note: str | None = None


class AreaPart(Bare):
    kommun: str
    part: str | None = None
    joined: date | None = None
    left: date | None = None


class Contribution(Bare):
    payer: str | ExternalActor
    year: int
    amount: Decimal
    kind: Literal["ordinary", "extra"] = "ordinary"
    pool: Literal["kommun", "region"] | None = None
    in_kind: bool = False
    rounded_to: Decimal | None = None
    ref: str | None = None
    note: str | None = None


class SplitShare(Bare):
    member: str
    share: str


class SplitAgreement(Bare):
    pool: Literal["kommun", "region"]
    from_year: int
    to_year: int | None = None
    shares: tuple[SplitShare, ...]
    shares_rounded_to: str = "0"


class OtherIncome(Bare):
    source: str
    year: int
    amount: Decimal
    granted: date | None = None
    kind: Literal[
        "esf",
        "esf_plus",
        "grant",
        "gift",
        "sponsorship",
        "sale",
        "interest",
        "vat_compensation",
        "carried_over",
        "refund",
        "other",
    ]
    ref: str | None = None
    note: str | None = None


class TargetGroup(Bare):
    description: str | None = None
    needs_coordinated_rehabilitation: bool | None = None
    needs_from: (
        frozenset[Literal["forsakringskassan", "arbetsformedlingen", "region", "kommun"]] | None
    ) = None
    age_from: int | None = None
    age_to: int | None = None


class Payment(Bare):
    to: str | ExternalActor
    amount: Decimal | None = None
    what: (
        Literal[
            "staff",
            "material",
            "service",
            "own_need",
            "grant",
            "start_up",
            "bus_pass",
            "mileage",
            "work_training_pay",
            "interpreter",
            "other",
        ]
        | None
    ) = None
    ref: str | None = None
    note: str | None = None


class Insats(Bare):
    name: str
    kind: Literal["individual", "structural"]
    focus: (
        frozenset[
            Literal[
                "arbetslivsinriktad",
                "aktiverande_motiverande",
                "behandlande",
                "forebyggande",
                "forstudie",
                "projektstod",
                "kompetensutveckling",
                "annan",
            ]
        ]
        | None
    ) = None
    decided: date | None = None
    start: date | None = None
    end: date | None = None
    target_group: TargetGroup | None = None
    aims: (
        frozenset[
            Literal[
                "work_ability", "cooperation", "knowledge", "education", "quality_of_life", "other"
            ]
        ]
        | None
    ) = None
    principal: str | ExternalActor | None = None
    cooperating: tuple[str | ExternalActor, ...] | None = None
    performed_by: tuple[str | ExternalActor, ...] | None = None
    within_joint_responsibility: bool | None = None
    forbundet_does: (
        frozenset[Literal["benefit_decision", "exercise_of_authority", "service_to_individuals"]]
        | None
    ) = None
    payments: tuple[Payment, ...] | None = None
    area: tuple[str | AreaPart, ...] | None = None
    agreement: bool | None = None
    agreement_signed: date | None = None
    evaluated: bool | None = None
    ref: str | None = None
    note: str | None = None


class Forbund(Bare):
    document_schema: str | None = Field(default=None, alias="$schema")
    format: str = "finsam/1"
    name: str
    orgnr: str | None = None
    seat: str | None = None
    formed: date | None = None
    dissolved: date | None = None
    members: tuple[str | Member, ...]
    area: tuple[str | AreaPart, ...] | None = None
    contributions: tuple[Contribution, ...] | None = None
    agreements: tuple[SplitAgreement, ...] | None = None
    other_income: tuple[OtherIncome, ...] | None = None
    insatser: tuple[Insats, ...] | None = None
    rounded_to: Decimal = Decimal(1)
