"""Many förbund from one table, such as the payments of a whole country."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from pydantic import ValidationError

from finsam.law.parties import NEVER_PAYS
from finsam.law.text import ExplainedValueError, Lang, Text, quoted
from finsam.models.actors import KEYS
from finsam.models.base import Loc
from finsam.models.errors import explain_error
from finsam.models.forbund import Forbund
from finsam.models.rows import (
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

_BOTH: Final[tuple[Lang, ...]] = ("sv", "en")
_NO_MEMBERS: Final = Text(
    "rader i {collection} säger inte vilka medlemmarna är: ange ett dokument med dem (eller, i "
    "Python, members=)",
    "rows of {collection} do not say who the members are: give a document with them (or, in "
    "Python, members=)",
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
    """Read many förbund from one table, in which a column names each row's förbund.

    Rows are read as by :meth:`finsam.Forbund.with_records`.

    Args:
        rows: a mapping for each row, by column.
        by: the column with the name of the förbund.
        collection: the list that the rows are of, one that stands in the document itself.
        members: the member keys of each förbund, by its name. Without it, the members are the
            parties that the rows of contributions name, and Arbetsförmedlingen, which takes part
            in every förbund and pays nothing.
        columns: the field of each column that is named otherwise.
        unit: the unit of amounts: ``"kr"``, ``"tkr"`` or ``"mnkr"``.
        start: the number of the first row, for messages.
        skip_empty: whether rows without their amount, or without anything, are left out. The
            parties that they name are members all the same.
        skip_totals: whether rows that are totals are left out.
        ignore: the columns that are not read.

    Returns:
        Each förbund by its name, in the order of the table.

    Raises:
        MalformedRows: some rows cannot be used, or do not go together.
        TypeError: a row is no mapping.
        ValueError: there is no such collection, unit or column.
    """
    how = How(columns or {}, unit, start, skip_empty, skip_totals, ignore)
    model = model_of(Forbund, collection)
    if members is None and collection not in {"members", "contributions"}:
        raise ExplainedValueError(_NO_MEMBERS.filled(collection=collection))
    rows = list(map(mapping, rows))
    _require_column(by, rows, how)
    found: dict[str, list[Read]] = {}
    errors: list[RowError] = []
    for each in read_rows(model, rows, how, [by]):
        name, is_read = each.also.get(by), each.item is not None
        if name is not None:
            found.setdefault(" ".join(str(name).split()), []).append(each)
        elif is_read:
            errors.append(RowError(each.row, by, sheet_text("unnamed")))
        if members is None and is_read and each.payer in {"kommuner", "regioner"}:
            errors.append(RowError(each.row, by, sheet_text("sum")))
    made: dict[str, Forbund] = {}
    way = collection.split(".")
    for name, of_it in found.items():
        items = [each.item for each in of_it if each.item is not None]
        try:
            own = _members(of_it) if members is None else tuple(members.get(name, ()))
            empty = Forbund.model_validate({"name": name, "members": own})
            made[name] = filled(empty, way, {(): items}) if items else empty
        except ValidationError as error:
            errors += _located(error, shown(name), by, of_it, (*way,))
    if errors:
        raise MalformedRows(tuple(sorted(errors)))
    return made


def _located(
    error: ValidationError, name: str, by: str, rows: Sequence[Read], way: Loc
) -> Iterator[RowError]:
    """The errors of one förbund, each at the row of the item that it concerns, or at the first.

    Args:
        error: the errors.
        name: the förbund's name, for messages.
        by: the column that names it.
        rows: its rows.
        way: the place of the list that they are items of.
    """
    numbers = [each.row for each in rows if each.item is not None]
    for one in error.errors():
        *inside, index = one["loc"][: len(way) + 1] or ("",)
        item = isinstance(index, int) and tuple(inside) == way
        row = numbers[int(index)] if item else rows[0].row
        sv, en = (f"{name}: {explain_error(one, lang)}" for lang in _BOTH)
        yield RowError(row, by, Text(sv, en))


def _require_column(by: str, rows: Iterable[Mapping[Any, Any]], how: How) -> None:
    heads = dict.fromkeys(head for row in rows for head in row)
    if heads and by not in {how.columns.get(head, head) for head in heads}:
        columns = ", ".join(map(shown, heads))
        raise ExplainedValueError(
            Text(
                f"{quoted(by, 'sv')} är ingen av kolumnerna ({columns}): ange den som anger vilket "
                "förbund raden hör till",
                f"{quoted(by)} is none of the columns ({columns}): give the one that names the "
                "förbund",
            )
        )


def _members(rows: Iterable[Read]) -> tuple[str, ...]:
    """The parties that pay, and Arbetsförmedlingen, which never does.

    A row that is left out for want of its amount names a member all the same.
    """
    parties = [each.payer for each in rows if each.payer in KEYS]
    return tuple(dict.fromkeys([*filter(None, parties), NEVER_PAYS]))
