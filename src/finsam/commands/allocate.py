"""``finsam allocate``: what each member is to pay."""

import json
from argparse import Namespace
from collections.abc import Iterator
from typing import Final

from pydantic import ValidationError

from finsam.answers.allocation import Allocation, allocate
from finsam.commands.output import HOLDS, UNUSABLE, complain, errors_of, show
from finsam.law.geography import KOMMUNER, REGIONS
from finsam.law.statute import NotInForce
from finsam.law.text import Lang, Text, kronor
from finsam.models.money import SplitAgreement

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
_NAMES: Final = {**KOMMUNER, **REGIONS, "forsakringskassan": "Försäkringskassan"}


def run(options: Namespace) -> int:
    """Print what each member is to pay."""
    try:
        allocation = allocate(
            members=options.members,
            year=options.year,
            total=options.total,
            state=options.state,
            given=dict([options.given]) if options.given else None,
            agreements=_agreements(options),
            rounded_to=options.unit,
        )
    except ValidationError as error:
        complain(*errors_of("finsam", error.errors(), options.lang))
        return UNUSABLE
    except (ValueError, NotInForce) as error:
        complain(f"finsam: {error}")
        return UNUSABLE
    if options.format == "json":
        print(json.dumps(allocation.to_dict(), ensure_ascii=False))
    else:
        show(_lines(allocation, options.lang))
    return HOLDS


def _agreements(options: Namespace) -> list[SplitAgreement]:
    """Agreements from the options."""
    return [
        SplitAgreement.model_validate(
            {
                "pool": pool,
                "from_year": options.year,
                "shares": [{"member": key, "share": part} for key, part in agreed],
            }
        )
        for pool, agreed in (("kommun", options.agreed), ("region", options.agreed_regioner))
        if agreed
    ]


def _lines(allocation: Allocation, lang: Lang) -> Iterator[str]:
    total = kronor(allocation.total, lang)
    yield _HEADING.get(lang).format(year=allocation.year, total=total)
    rows = []
    for given in allocation.contributions:
        key = str(given.payer)
        name = f"{_NAMES[key]} ({key})" if key in KOMMUNER or key in REGIONS else _NAMES[key]
        role = f", {_ROLE[given.pool].get(lang)}" if given.pool else ""
        rows.append((f"{name}{role}", kronor(given.amount, lang)))
    widths = [max(len(row[column]) for row in rows) for column in (0, 1)]
    for who, amount in rows:
        yield f"  {who:<{widths[0]}}  {amount:>{widths[1]}}"
    for pool in allocation.equal_parts:
        yield _EQUAL[pool].get(lang)
