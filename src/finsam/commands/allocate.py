"""``finsam allocate``: what each member is to pay."""

import json
import re
from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from finsam.answers.allocation import Allocation, allocate
from finsam.commands.documents import WORKBOOK, document
from finsam.commands.output import HOLDS, UnusableError, show, usable
from finsam.law.parties import member_key, member_name, one_party
from finsam.law.text import ExplainedValueError, Lang, Text, kronor, quoted
from finsam.models.cells import part
from finsam.models.errors import explain_error
from finsam.models.forbund import Forbund
from finsam.models.money import PoolName, SplitAgreement
from finsam.models.rows import wrong_cells

_HEADING: Final = Text("År {year}, tillsammans {total} kronor", "{year}, SEK {total} in all")
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
        allocation = allocate(
            members=_members(options),
            year=options.year,
            total=options.total,
            state=options.state,
            given={member_key(options.given[0]): options.given[1]} if options.given else None,
            agreements=_agreements(options),
            rounded_to=options.unit,
        )
    if options.format == "json":
        print(json.dumps(allocation.to_dict(), ensure_ascii=False))
    else:
        show(_lines(allocation, options.lang))
    return HOLDS


def _members(options: Namespace) -> list[str] | Forbund:
    """The members given, or the document that holds them."""
    if len(options.members) == 1 and Path(options.members[0]).suffix in {".json", WORKBOOK}:
        return document(options.members[0], options.lang)
    return [one_party(said) for said in options.members]


def _agreements(options: Namespace) -> list[SplitAgreement]:
    """The agreements that the options state."""
    counts = {member_key(key): _count(key, number) for key, number in options.inhabitants}
    pools: list[tuple[PoolName, list[tuple[str, str]]]]
    pools = [("kommun", options.agreed), ("region", options.agreed_regioner)]
    found = []
    for pool, agreed in pools:
        living = {key: count for key, count in counts.items() if key.startswith(pool)}
        if agreed:
            shares = [
                {"member": member_key(key), "share": part(said) or said} for key, said in agreed
            ]
            given = {"pool": pool, "from_year": options.year, "shares": shares}
            try:
                found.append(SplitAgreement.model_validate(given))
            except ValidationError as error:
                option = "--agreed" if pool == "kommun" else "--agreed-regioner"
                wrong = (_wrong(each, agreed[0][0], options.lang) for each in error.errors())
                raise UnusableError(*(f"finsam: {option}: {why}" for why in wrong)) from None
        elif living:
            if not any(living.values()):
                raise ExplainedValueError(_NOBODY.filled(key=next(iter(living))))
            found.append(SplitAgreement.by_inhabitants(living, pool=pool, year=options.year))
    return found


def _wrong(error: ErrorDetails, key: str, lang: Lang) -> str:
    """An error of an agreement, for people who write parts on a command line."""
    if error["type"] == "shares_not_one":
        return _NOT_ONE.get(lang).format(**error["ctx"], key=key)
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
    total = kronor(allocation.total, lang)
    yield _HEADING.get(lang).format(year=allocation.year, total=total)
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
