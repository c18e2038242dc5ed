"""Many förbund from one table, such as the payments of a whole country."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from pydantic import ValidationError

from finsam.law.parties import NEVER_PAYS
from finsam.law.text import Text
from finsam.models.actors import MEMBER_KEYS
from finsam.models.cells import Column, plain, read
from finsam.models.errors import explain_error
from finsam.models.forbund import Forbund
from finsam.models.rows import (
    Heads,
    How,
    MalformedRows,
    Read,
    RowError,
    Unit,
    filled,
    mapping,
    model_of,
    read_rows,
    sheet_text,
    shown,
)


def from_rows(  # noqa: PLR0913  each way of reading a table by its name
    rows: Iterable[Mapping[Any, Any]],
    *,
    by: str,
    collection: str = "contributions",
    members: Mapping[str, Iterable[str]] | None = None,
    columns: Mapping[str, str] | None = None,
    unit: Unit = "kr",
    start: int = 1,
    skip_empty: bool = False,
    skip_totals: bool = False,
    ignore: Sequence[str] = (),
) -> dict[str, Forbund]:
    """The förbund of a table in which a column names each row's förbund, by name, in its order.

    Rows are read as by :meth:`finsam.Forbund.with_records`.

    Args:
        rows: a mapping for each row, by column.
        by: the column with the name of the förbund.
        collection: the list that the rows are of, one that stands in the document itself.
        members: the member keys of each förbund, by its name. Without it, the members are the
            parties that the rows of contributions name, and Arbetsförmedlingen, which takes part
            in every förbund and pays nothing.
        columns: the document's name for each column that has another.
        unit: the unit of amounts: ``"kr"``, ``"tkr"`` or ``"mnkr"``.
        start: the number of the first row, for messages.
        skip_empty: whether rows without their amount, or without anything, are left out. The
            parties that they name are members all the same.
        skip_totals: whether rows that are totals are left out.
        ignore: the columns that are not read.

    Raises:
        MalformedRows: some rows cannot be used, or do not go together.
        TypeError: a row is no mapping.
        ValueError: there is no such collection, unit or column.
    """
    how = How(columns or {}, unit, start, skip_empty, skip_totals, ignore)
    if members is None and collection not in {"members", "contributions"}:
        raise ValueError(f"rows of {collection} do not say who the members are: give members")
    rows, model = list(map(mapping, rows)), model_of(Forbund, collection)
    heads = dict.fromkeys(head for row in rows for head in row)
    if heads and by not in {how.columns.get(head, head) for head in heads}:
        raise ValueError(
            f"by={by!r} is none of the columns ({', '.join(map(shown, heads))}): give the one that "
            "names the förbund"
        )
    found: dict[str, list[Read]] = {}
    errors: list[RowError] = []
    for each in read_rows(model, rows, how, [by]):
        if each.also.get(by) is None:
            errors.append(RowError(each.row, by, sheet_text("unnamed")))
        elif members is None and getattr(each.item, "payer", None) in {"kommuner", "regioner"}:
            errors.append(RowError(each.row, by, sheet_text("sum")))
        else:
            found.setdefault(_name(each.also.get(by)), []).append(each)
    payers = _payers(rows, Heads(model, how, [by])) if members is None else {}
    made: dict[str, Forbund] = {}
    way = collection.split(".")
    for name in dict.fromkeys((*payers, *found)):
        of_it = found.get(name, [])
        try:
            own = payers.get(name, ()) if members is None else tuple(members.get(name, ()))
            empty = Forbund.model_validate({"name": name, "members": own})
            made[name] = filled(empty, way, {(): [each.item for each in of_it]}) if of_it else empty
        except ValidationError as error:
            for one in error.errors():
                what = Text(
                    *(f"{shown(name)}: {explain_error(one, lang)}" for lang in ("sv", "en"))
                )
                errors.append(RowError(of_it[0].row, by, what))
    if errors:
        raise MalformedRows(tuple(sorted(errors)))
    return made


def _name(cell: object) -> str:
    return " ".join(str(cell).split())


def _payers(rows: Iterable[Mapping[Any, Any]], heads: Heads) -> dict[str, tuple[str, ...]]:
    """The parties that each förbund's rows name, with the one that never pays.

    A row that is left out for want of its amount names a member all the same.
    """
    found: dict[str, dict[str, None]] = {}
    for row in rows:
        columns = {head: heads.of(head) for head in row}
        name = next((_name(row[head]) for head in row if head in heads.also), "")
        for head, column in columns.items():
            if isinstance(column, Column) and column.name == "payer":
                key = read(column, plain(row[head]))
                if key in MEMBER_KEYS:
                    found.setdefault(name, {})[str(key)] = None
    return {name: tuple(dict.fromkeys((*keys, NEVER_PAYS))) for name, keys in found.items()}
