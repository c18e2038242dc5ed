"""The samordningsförbund and its members: the whole document."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import MAXYEAR, date
from decimal import Decimal
from functools import cache
from itertools import pairwise
from os import PathLike
from typing import IO, TYPE_CHECKING, Annotated, Any, Literal, Self

from pydantic import Field, WrapValidator, model_validator

from finsam.law.geography import current
from finsam.law.text import Lang
from finsam.models.actors import KEYS, ExternalActor, MemberActor, MemberKey
from finsam.models.base import Model
from finsam.models.board import Board
from finsam.models.complete import ListName, refuse_unknown_lists
from finsam.models.economy import Economy
from finsam.models.errors import (
    OUTSIDER,
    called,
    malformed,
    refuse_ended_code,
    refuse_reversed,
    repeated,
)
from finsam.models.forbundsordning import Forbundsordning
from finsam.models.insats import Area, AreaPart, Insats
from finsam.models.money import (
    Contribution,
    OtherIncome,
    SplitAgreement,
    refuse_more_than_sum,
)
from finsam.models.scalars import (
    Day,
    Ignored,
    Kronor,
    Many,
    Note,
    Orgnr,
    Ref,
    SortedSet,
    Stated,
    Word,
)
from finsam.shown import Shown


class Member(Model):
    """A member of the förbund, for one period.

    Attributes:
        actor: who it is. An outsider can be entered, though the act allows none.
        joined: its first day as a member; null: from the beginning.
        left: its last day as a member (inclusive); null: it remains.
        notice_given: the day on which it gave notice of leaving (27 §).
        ref: a reference of your own, repeated by findings.
        note: free text, not checked.
    """

    actor: MemberActor
    joined: Annotated[Day | None, Stated("from the beginning")] = None
    left: Annotated[Day | None, Stated("it remains")] = None
    notice_given: Day | None = None
    ref: Ref = None
    note: Note = None

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        refuse_reversed(self.joined, self.left, "left")
        if self.actor == "kommun:1917":
            refuse_ended_code(self.joined, self.left)
        return self


def was_member(member: Member, year: int) -> bool:
    """Whether a membership lasts on some day of a year."""
    joined, left = member.joined, member.left
    return (joined is None or joined.year <= year) and (left is None or left.year >= year)


@cache
def _plain_member(key: str) -> Member:
    return Member(actor=key)


def _member(value: object, build: Callable[[object], Member]) -> Member:
    if isinstance(value, str) and value in KEYS:
        return _plain_member(value)
    return build(value if isinstance(value, dict | Member) else {"actor": value})


class Forbund(Model, Shown):
    """A samordningsförbund (4 §): who is in it, where, its money and its insatser.

    The collections other than ``members`` are null by default, which says that nothing is known of
    them; ``()`` says that there are none. A member key will do for a member in ``members``, and for
    a whole kommun in ``area``.

    Attributes:
        format: the version of the document's format.
        name: the förbund's name.
        orgnr: its organisation number, ten digits.
        seat: the place of its seat.
        formed: its first day (8 §).
        dissolved: its last day.
        members: its present and former members.
        area: the samordningsområde (1 §); null: the whole of every member kommun.
        contributions: what is given for each year (5 §).
        agreements: how kommuner or regioner split their quarter.
        other_income: money from other sources.
        insatser: what it finances (2 and 7 §§).
        forbundsordningar: the förbundsordningar that its members have adopted, past and present (8
            and 9 §§).
        board: its board (10–19 a §§).
        economy: its budgets, annual reports and audits (20–26 and 28 §§).
        complete: the lists that hold everything there is. In other lists what is missing is not
            known.
        rounded_to: the unit that contributions are rounded to, in kronor: 1 unless stated, 0 if
            they are exact.
    """

    document_schema: Annotated[Ignored, Stated("no schema")] = Field(
        default=None, alias="$schema", exclude=True, repr=False
    )
    format: Annotated[Literal["finsam/1"], Stated("the only format")] = "finsam/1"
    name: Word
    orgnr: Orgnr | None = None
    seat: Word | None = None
    formed: Day | None = None
    dissolved: Day | None = None
    members: Many[
        Annotated[Member, WrapValidator(_member, json_schema_input_type=MemberKey | Member)]
    ]
    area: Annotated[Area | None, Stated("the whole of every member kommun")] = None
    contributions: Many[Contribution] | None = None
    agreements: Many[SplitAgreement] | None = None
    other_income: Many[OtherIncome] | None = None
    insatser: Many[Insats] | None = None
    forbundsordningar: Many[Forbundsordning] | None = None
    board: Board | None = None
    economy: Economy | None = None
    complete: Annotated[SortedSet[ListName], Stated("no list is known to be")] = frozenset()
    rounded_to: Annotated[Kronor, Stated("whole kronor")] = Decimal(1)

    if TYPE_CHECKING:
        # What the constructor reads, which is more than the fields hold.
        def __init__(  # noqa: PLR0913  each field is one
            self,
            *,
            name: str,
            members: Sequence[Member | str | Mapping[str, Any]],
            format: Literal["finsam/1"] = "finsam/1",  # noqa: A002  the field's name
            orgnr: str | None = None,
            seat: str | None = None,
            formed: date | str | None = None,
            dissolved: date | str | None = None,
            area: Sequence[AreaPart | str | Mapping[str, Any]] | None = None,
            contributions: Sequence[Contribution | Mapping[str, Any]] | None = None,
            agreements: Sequence[SplitAgreement | Mapping[str, Any]] | None = None,
            other_income: Sequence[OtherIncome | Mapping[str, Any]] | None = None,
            insatser: Sequence[Insats | Mapping[str, Any]] | None = None,
            forbundsordningar: Sequence[Forbundsordning | Mapping[str, Any]] | None = None,
            board: Board | Mapping[str, Any] | None = None,
            economy: Economy | Mapping[str, Any] | None = None,
            complete: Iterable[ListName] = (),
            rounded_to: Decimal | int | str = 1,
        ) -> None: ...

    @classmethod
    def model_json_schema(cls, *args: Any, **options: Any) -> dict[str, Any]:  # noqa: ANN401  pydantic's
        """Like pydantic's, with the choices of parties as a form can show them."""
        from finsam.models.schema import DocumentSchema  # noqa: PLC0415  heavy

        if len(args) < 3:
            options.setdefault("schema_generator", DocumentSchema)
        return super().model_json_schema(*args, **options)

    def records(self, collection: str) -> list[dict[str, Any]]:
        """A collection as rows of texts, numbers, amounts, days and None, as for data frames.

        ``pandas.DataFrame(forbund.records("contributions"))``. A nested list has rows of its own,
        with the index of the item that each is in: ``"insatser.payments"``,
        ``"agreements.shares"``.

        Raises:
            ValueError: there is no such collection, or it is null.
        """
        from finsam.models.rows import records  # noqa: PLC0415  only who asks for rows needs it

        return records(self, collection)

    def with_records(  # noqa: PLR0913  each way of reading a table by its name
        self,
        collection: str,
        rows: Iterable[Mapping[Any, Any]],
        *,
        columns: Mapping[str, str] | None = None,
        unit: Literal["kr", "tkr", "mnkr"] = "kr",
        start: int = 1,
        skip_empty: bool = False,
        skip_totals: bool = False,
        ignore: Sequence[str] = (),
    ) -> Self:
        """A copy with a collection from rows: of a data frame, or of a CSV file.

        Every list of the document can be read, by its dotted name: ``"contributions"``,
        ``"board.seats"``, ``"insatser.payments"``. A row of a nested list has a column with
        the index of its item, ``insatser``, from 0; an item without rows keeps its list.
        ``with_records(name, records(name))`` is the document itself.

        Cells may be written as people write them: ``1 500 000,50``, ``Ystads kommun`` or ``1286``,
        ``ja``, ``35 %``. An amount is never a float with decimals. An empty cell states nothing, as
        does ``?``. Several values in a cell are separated by commas or semicolons. An outsider is
        written ``Name (association)``, or given by columns like ``payer.name`` and ``payer.form``.

        Args:
            collection: the collection to replace.
            rows: a mapping for each item, by column: ``frame.to_dict("records")``, or a
                ``csv.DictReader``.
            columns: the field of each column that is named otherwise: ``{"Betalare": "payer"}``.
            unit: the unit of amounts: ``"kr"``, ``"tkr"`` (thousands) or ``"mnkr"`` (millions). A
                heading that says another unit is refused.
            start: the number of the first row, for messages; 2 in a sheet with one heading row.
            skip_empty: whether rows without their amount, or without anything, are left out. The
                former are refused if the list is in ``complete``.
            skip_totals: whether rows that are totals ("Summa") are left out; else they are refused.
            ignore: the columns that are not read.

        Raises:
            MalformedRows: some cells cannot be used; the message names each one's row and column.
            pydantic.ValidationError: the items do not go together, or not with the document.
            ValueError: there is no such collection.
        """
        from finsam.models.rows import How, with_records  # noqa: PLC0415  as above

        how = How(columns or {}, unit, start, skip_empty, skip_totals, ignore)
        return with_records(self, collection, rows, how)

    def to_workbook(self, file: str | PathLike[str] | IO[bytes], lang: Lang = "sv") -> None:
        """Write the document as an Excel workbook, with room to fill in more.

        Needs openpyxl: ``pip install 'finsam[excel]'``.

        Args:
            file: where to write it (.xlsx); an existing file is overwritten.
            lang: the language of headings, help and drop-down lists.
        """
        from finsam.models.workbook import write_workbook  # noqa: PLC0415  as above

        write_workbook(self, file, lang)

    @classmethod
    def from_workbook(cls, file: str | PathLike[str] | IO[bytes]) -> Self:
        """Read a document from a workbook that :meth:`to_workbook`, or ``finsam new``, has made.

        Raises:
            MalformedRows: the file is no such workbook, or some cells cannot be used; the message
                names sheet, row and column.
        """
        from finsam.models.workbook import read_workbook  # noqa: PLC0415  as above

        return read_workbook(cls, file)

    def __str__(self) -> str:
        count = len(self.members)
        return f"{self.name} ({count} member{'' if count == 1 else 's'})"

    @model_validator(mode="after")
    def _well_formed(self) -> Self:
        refuse_reversed(self.formed, self.dissolved, "dissolved")
        _refuse_double_members(self.members)
        if self.contributions:
            refuse_more_than_sum(self.contributions, self.rounded_to, self._was_member)
        if self.agreements and len(self.agreements) > 1:
            _refuse_double_agreements(self.agreements)
        starts = [ordning.applies_from for ordning in self.forbundsordningar or ()]
        if (number := repeated(starts)) is not None:
            raise malformed("ordningar_repeated", ("forbundsordningar", number))
        if self.complete:
            refuse_unknown_lists(self, self.complete)
        return self

    def _was_member(self, key: str, year: int) -> bool:
        """Whether a party was a member on some day of a year."""
        return any(
            isinstance(member.actor, str)
            and current(member.actor) == current(key)
            and was_member(member, year)
            for member in self.members
        )


def _refuse_double_members(members: Sequence[Member]) -> None:
    keys = {member.actor for member in members if isinstance(member.actor, str)}
    if len(keys) == len(members) and "kommun:1917" not in keys:
        return
    periods: dict[str | ExternalActor, list[tuple[int, Member]]] = {}
    for number, member in enumerate(members):
        actor = member.actor
        if isinstance(actor, str):
            actor = current(actor)
        elif actor.name is None and actor.orgnr is None:
            # Outsiders that nothing is known of need not be the same.
            continue
        periods.setdefault(actor, []).append((number, member))
    for actor, same in periods.items():
        same.sort(key=lambda each: each[1].joined or date.min)
        for (_, earlier), (number, later) in pairwise(same):
            if earlier.left is None or later.joined is None or later.joined <= earlier.left:
                name = called(actor) if isinstance(actor, str) else OUTSIDER.en
                raise malformed("repeated", ("members", number), member=name)


def _refuse_double_agreements(agreements: Sequence[SplitAgreement]) -> None:
    last: dict[str, int] = {}
    for number, agreement in sorted(enumerate(agreements), key=lambda each: each[1].from_year):
        if agreement.from_year <= last.get(agreement.pool, 0):
            party, year = f"{agreement.pool}er", str(agreement.from_year)
            raise malformed("agreements_overlap", ("agreements", number), party=party, year=year)
        last[agreement.pool] = agreement.to_year or MAXYEAR
