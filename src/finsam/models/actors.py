"""Who can be a member, pay or be paid: the act's parties, förbundet itself, and everybody else.

A party is written as a *member key*: ``"forsakringskassan"``, ``"arbetsformedlingen"``,
``"region:12"`` or ``"kommun:1287"``. Names and codes as people write them are read as keys:
``"Region Skåne"``, ``"Malmö stad"``, ``"1286"``.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Annotated, Final, Literal, TypeAlias

from pydantic import GetCoreSchemaHandler, ValidationInfo, field_validator
from pydantic_core import CoreSchema, PydanticCustomError
from pydantic_core import core_schema as cs

from finsam.law.geography import KOMMUNER, REGIONS, name_of, near
from finsam.law.parties import parties_called
from finsam.law.text import either
from finsam.models.base import Model
from finsam.models.errors import malformed
from finsam.models.scalars import Orgnr, Word

PartyName: TypeAlias = Literal["forsakringskassan", "arbetsformedlingen", "region", "kommun"]
"""A kind of party, as documents write it."""

MEMBER_KEYS: Final = ("forsakringskassan", "arbetsformedlingen", *REGIONS, *KOMMUNER)
"""Every member key there is."""
KEYS: Final = frozenset(MEMBER_KEYS)
"""The same, for asking whether a text is one."""

MEMBER_PATTERN: Final = r"^(forsakringskassan|arbetsformedlingen|region:[0-9]{2}|kommun:[0-9]{4})$"
"""The form of member keys, where the choices cannot be listed."""

KOMMUN_PATTERN: Final = "^kommun:[0-9]{4}$"
"""The form of the member keys of kommuner."""

FORBUNDET: Final = "forbundet"
"""The samordningsförbund itself, where an actor is asked for."""


class ExternalActor(Model):
    """Anyone who is not a party under the act: an association, a company, a person.

    Attributes:
        name: its name; null if not known, and always for a person.
        form: its legal form; ``"samordningsforbund"`` is another samordningsförbund.
        orgnr: its organisation number, ten digits.
    """

    name: Word | None = None
    form: Literal[
        "association",
        "foundation",
        "company",
        "cooperative",
        "authority",
        "municipal_federation",
        "samordningsforbund",
        "congregation",
        "person",
        "other",
    ]
    orgnr: Orgnr | None = None

    @field_validator("form")
    @classmethod
    def _no_named_person(cls, form: str, info: ValidationInfo) -> str:
        if form == "person" and info.data.get("name") is not None:
            raise malformed("named_person")
        return form


@dataclass(frozen=True, slots=True, eq=False)
class _Actor:
    """Picks the one alternative that was meant, so that an error has one place and one message.

    Args:
        kind: the type of the error for a value that is nothing like what is expected.
        keys: each word that may stand here, to itself.
        external: whether an :class:`ExternalActor` may stand here.
    """

    kind: str
    keys: Mapping[str, str]
    external: bool = True

    def pick(self) -> Callable[[object], "str | ExternalActor"]:
        keys, other = self.keys, self._other

        def pick(value: object) -> str | ExternalActor:
            try:
                return keys[value]  # type: ignore[index]  # what is no key is handled below
            except (KeyError, TypeError):
                return other(value)

        return pick

    def _other(self, value: object) -> "str | ExternalActor":
        if isinstance(value, str):
            return self._called(value)
        if self.external and isinstance(value, ExternalActor):
            return value
        if self.external and isinstance(value, dict):
            built: ExternalActor = ExternalActor.__pydantic_validator__.validate_python(value)
            return built
        raise malformed(self.kind)

    def _called(self, said: str) -> str:
        """The party that a name or a code as people write them means: ``"Malmö stad"``."""
        meant = [key for key in _parties_called(said) if key in self.keys]
        if len(meant) == 1:
            return self.keys[meant[0]]
        if meant:
            raise malformed("several_parties", said=said, near=_named(meant))
        raise self._unknown(said)

    def _unknown(self, key: str) -> PydanticCustomError:
        if key == "region:09" and KOMMUNER.keys() & self.keys.keys():
            return malformed("no_such_region")
        # Only what looks like a code or a name is repeated: anything else may be personal.
        kind, _, said = key.rpartition(":")
        a_code = re.fullmatch(r"[0-9]{1,5}", said)
        a_name = len(said) <= 40 and all(c.isalpha() or c in " -" for c in said)
        if key in KEYS or kind not in {"", "kommun", "region"} or not said:
            return malformed(self.kind)
        if not a_code and not a_name:
            return malformed(self.kind)
        kinds = [kind] if kind else ["kommun", "region"]
        close = [k for each in kinds for k in near(f"{each}:{said}") if k in self.keys]
        if not close:
            return malformed("unknown_place", key=key) if kind else malformed(self.kind)
        return malformed("unknown_place_near", key=key, near=_named(close))

    def __get_pydantic_core_schema__(
        self, _source: object, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        of_all = "forsakringskassan" in self.keys
        key = cs.str_schema(pattern=MEMBER_PATTERN if of_all else KOMMUN_PATTERN)
        beside = [word for word in self.keys if word not in KEYS]
        choices: list[CoreSchema] = [key]
        if beside:
            choices.append(cs.literal_schema(beside))
        if self.external:
            choices.append(handler.generate_schema(ExternalActor))
        accepted = cs.union_schema(list(choices)) if len(choices) > 1 else key
        plain = [cs.str_schema(), *choices[-1:]] if self.external else [cs.str_schema()]
        return cs.no_info_plain_validator_function(
            self.pick(),
            json_schema_input_schema=accepted,
            serialization=cs.plain_serializer_function_ser_schema(
                _as_it_is, return_schema=cs.union_schema(list(plain))
            ),
        )


def _parties_called(said: str) -> tuple[str, ...]:
    # A key is not a name, and no party has a longer name.
    return () if ":" in said or len(said) > 60 else parties_called(said)


def _named(keys: Iterable[str]) -> str:
    return either([f"{key} ({name_of(key)})" for key in keys])


def _as_it_is(actor: object) -> object:
    return actor


def _words(*words: str) -> dict[str, str]:
    return {word: word for word in words}


MemberKey: TypeAlias = Annotated[str, _Actor("member_key", _words(*MEMBER_KEYS), external=False)]
"""A party, by its member key."""

KommunKey: TypeAlias = Annotated[str, _Actor("kommun_key", _words(*KOMMUNER), external=False)]
"""A kommun, by its member key."""

MemberActor: TypeAlias = Annotated[
    str | ExternalActor, _Actor("member_actor", _words(*MEMBER_KEYS))
]
"""Who can be entered as a member: a party, or by mistake an outsider; never förbundet itself."""

Actor: TypeAlias = Annotated[str | ExternalActor, _Actor("actor", _words(*MEMBER_KEYS, FORBUNDET))]
"""Anybody: a party, förbundet itself, or an outsider."""

ArchiveKeeper: TypeAlias = Annotated[
    str,
    _Actor("archive_keeper", _words(*MEMBER_KEYS, "riksarkivet", "other"), external=False),
]
"""Who takes over an archive: a party, ``"riksarkivet"``, or ``"other"`` for somebody else."""

Payer: TypeAlias = Annotated[
    str | ExternalActor,
    _Actor("payer", _words(*MEMBER_KEYS, FORBUNDET, "kommuner", "regioner")),
]
"""Anybody, or ``"kommuner"`` or ``"regioner"`` where only the party's sum is known."""
