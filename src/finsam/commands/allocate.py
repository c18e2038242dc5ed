"""``finsam allocate``: what each member is to pay."""

import json
import re
from argparse import Namespace
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from finsam.answers.allocation import Allocation, allocate
from finsam.answers.pools import in_kronor
from finsam.commands.documents import WORKBOOK, document
from finsam.commands.output import HOLDS, UnusableError, show, shown, usable
from finsam.law.parties import member_key, member_name, one_party
from finsam.law.text import ExplainedValueError, Lang, Text, kronor, quoted
from finsam.models.cells import part
from finsam.models.errors import explain_error
from finsam.models.forbund import Forbund
from finsam.models.money import PoolName, SplitAgreement
from finsam.models.rows import wrong_cells

_HEADING: Final = Text("År {year}, tillsammans {total}", "{year}, {total} in all")
_ROLE: Final = {
    "kommun": Text("som kommun", "as a kommun"),
    "region": Text("som region", "as a region"),
}
_EQUAL: Final = {
    "kommun": Text(
        "Ingen överenskommelse angavs: kommunerna delar här lika, vilket är ett förslag.",
        "No agreement was given: the kommuner split in equal parts here, which is a proposal.",
    ),
    "region": Text(
        "Ingen överenskommelse angavs: regionerna delar här lika, vilket är ett förslag.",
        "No agreement was given: the regioner split in equal parts here, which is a proposal.",
    ),
}

_ROUNDED: Final = Text(
    "Delarna är avrundade till hela antal om {unit}, och är därför inte exakt lika.",
    "The parts are rounded to whole numbers of {unit}, and so are not exactly equal.",
)
_ALONE: Final = Text(
    "{file}: ett dokument har redan medlemmarna; ange det ensamt, utan andra medlemmar",
    "{file}: a document has the members already; give it alone, without other members",
)
_UNSHARED: Final = Text(
    "{option} används inte: här delar inte flera {members}; ta bort det",
    "{option} is not used: no {members} split a share here; leave it out",
)
_MEMBERS: Final = {
    "kommun": Text("kommuner", "kommuner"),
    "region": Text("regioner", "regioner"),
}
_LIVING: Final = Text(
    "--inhabitants {member} används inte: medlemmen delar inte med någon; ta bort det",
    "--inhabitants {member} is not used: the member splits with nobody; leave it out",
)
_BOTH: Final = Text(
    "--inhabitants används inte när {option} anger andelarna: ta bort en av dem",
    "--inhabitants is not used where {option} gives the parts: leave out one of them",
)
_REPEATED: Final = Text(
    "{member} står två gånger; ange varje medlem en gång",
    "{member} is given twice; give each member once",
)
_OPTIONS: Final[Mapping[PoolName, str]] = {"kommun": "--agreed", "region": "--agreed-regioner"}
_NOT_ONE: Final = Text(
    "andelarna blir tillsammans {total}, men ska bli 1: skriv dem exakt, som {key}=1/3",
    "the parts add up to {total}, but should add up to 1: write them exactly, like {key}=1/3",
)
_NOBODY: Final = Text(
    "--inhabitants: ingen bor där: skriv {key}=31000",
    "--inhabitants: nobody lives there: write {key}=31000",
)


def run(options: Namespace) -> int:
    """Print what each member is to pay."""
    with usable("finsam", options.lang):
        members, agreements = _members(options), _agreements(options)
        if isinstance(members, Forbund):
            # What the options say of one quarter leaves the other as the document has it.
            pools = {agreement.pool for agreement in agreements}
            agreements += [each for each in members.agreements or () if each.pool not in pools]
        allocation = allocate(
            members=members,
            year=options.year,
            total=options.total,
            state=options.state,
            given={member_key(options.given[0]): options.given[1]} if options.given else None,
            agreements=agreements,
            rounded_to=options.unit,
        )
    _require_used(options, allocation)
    if options.format == "json":
        print(json.dumps(allocation.to_dict(), ensure_ascii=False))
    else:
        show(_lines(allocation, options.lang))
    return HOLDS


def _members(options: Namespace) -> list[str] | Forbund:
    """The members given, or the document that holds them."""
    files = [said for said in options.members if Path(said).suffix in {".json", WORKBOOK}]
    if files and len(options.members) > 1:
        raise UnusableError(_ALONE.get(options.lang).format(file=shown(files[0])))
    if files:
        return document(files[0], options.lang)
    return [one_party(said) for said in options.members]


def _agreements(options: Namespace) -> list[SplitAgreement]:
    """The agreements that the options state."""
    counts = {member_key(key): _count(key, number) for key, number in options.inhabitants}
    found = []
    for pool, agreed in _agreed(options).items():
        living = {key: count for key, count in counts.items() if key.startswith(pool)}
        if agreed and living:
            raise ExplainedValueError(_BOTH.filled(option=_OPTIONS[pool]))
        if agreed:
            shares = [
                {"member": member_key(key), "share": part(said) or said} for key, said in agreed
            ]
            given = {"pool": pool, "from_year": options.year, "shares": shares}
            try:
                found.append(SplitAgreement.model_validate(given))
            except ValidationError as error:
                wrong = (_wrong(each, agreed[0][0], options.lang) for each in error.errors())
                lines = (f"finsam: {_OPTIONS[pool]}: {why}" for why in dict.fromkeys(wrong))
                raise UnusableError(*lines) from None
        elif living:
            if not any(living.values()):
                raise ExplainedValueError(_NOBODY.filled(key=options.inhabitants[0][0]))
            found.append(SplitAgreement.by_inhabitants(living, pool=pool, year=options.year))
    return found


def _agreed(options: Namespace) -> dict[PoolName, list[tuple[str, str]]]:
    return {"kommun": options.agreed, "region": options.agreed_regioner}


def _require_used(options: Namespace, allocation: Allocation) -> None:
    """Refuse parts and inhabitants of those who split nothing.

    Raises:
        ExplainedValueError: such an option is given.
    """
    splits = {agreement.pool for agreement in allocation.agreements}
    for pool, agreed in _agreed(options).items():
        if agreed and pool not in splits:
            unshared = _UNSHARED.filled(option=_OPTIONS[pool], members=_MEMBERS[pool])
            raise ExplainedValueError(unshared)
    for said, _ in options.inhabitants:
        if member_key(said).partition(":")[0] not in splits:
            raise ExplainedValueError(_LIVING.filled(member=said))


def _wrong(error: ErrorDetails, key: str, lang: Lang) -> str:
    """An error of an agreement, for people who write parts on a command line."""
    if error["type"] == "shares_not_one":
        total = error["ctx"]["total"]
        return _NOT_ONE.filled(total=Text(total.replace(".", ","), total), key=key).get(lang)
    if error["type"] == "repeated":
        return _REPEATED.get(lang).format(**error["ctx"])
    plain = wrong_cells().get(error["type"])
    return plain.get(lang) if plain else explain_error(error, lang)


def _count(key: str, number: str) -> int:
    plain = re.sub(r"\s", "", number)
    if not plain.isdecimal():
        raise ExplainedValueError(
            Text(
                f"{quoted(number, 'sv')} är inget antal invånare: skriv {key}=31000",
                f"{quoted(number)} is no number of inhabitants: write {key}=31000",
            )
        )
    return int(plain)


def _lines(allocation: Allocation, lang: Lang) -> Iterator[str]:
    yield _HEADING.filled(year=allocation.year, total=in_kronor(allocation.total)).get(lang)
    rows = []
    for given in allocation.contributions:
        key = str(given.payer)
        name = f"{member_name(key)} ({key})" if ":" in key else member_name(key)
        role = f", {_ROLE[given.pool].get(lang)}" if given.pool else ""
        rows.append((f"{name}{role}", kronor(given.amount, lang)))
    widths = [max(len(row[column]) for row in rows) for column in (0, 1)]
    for who, amount in rows:
        yield f"  {who:<{widths[0]}}  {amount:>{widths[1]}}"
    for pool in allocation.equal_parts:
        yield _EQUAL[pool].get(lang)
        paid = {
            given.amount
            for given in allocation.contributions
            if pool == (given.pool or str(given.payer).partition(":")[0])
        }
        if len(paid) > 1:
            yield _ROUNDED.filled(unit=in_kronor(allocation.rounded_to)).get(lang)
