"""Collections as rows of a table, and back."""

import csv
import io
import json
import re
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Literal

import pytest
from hypothesis import given

import finsam
from finsam import Contribution, Forbund, MalformedRows
from finsam.testing import forbund as any_forbund

ROOT = Path(__file__).parents[2]
FULL = Forbund.model_validate_json((ROOT / "benchmarks" / "full.json").read_bytes())
EMPTY = Forbund.model_validate({"name": "x", "members": []})
SCALARS = (str, int, bool, Decimal, date, type(None))
Flat = Literal["members", "contributions", "other_income"]
FLAT: tuple[Flat, ...] = ("members", "contributions", "other_income")


LISTS = [
    *("members", "contributions", "other_income", "agreements", "insatser", "area"),
    *("insatser.payments", "insatser.area", "agreements.shares"),
]


def said(forbund: Forbund, collection: str) -> str:
    """What a collection says; an empty text in a row is no fact."""
    items = getattr(forbund, collection)
    written = json.dumps([item.model_dump(mode="json") for item in items])
    return re.sub(r'"(ref|note|name)": ""', r'"\1": null', written)


def told(contribution: Contribution) -> tuple[object, ...]:
    payer = contribution.payer
    who = payer if isinstance(payer, str) else (payer.name or None, payer.form, payer.orgnr)
    return who, contribution.year, contribution.amount, contribution.kind, contribution.in_kind


class NotAvailable:
    """A library's "missing", which is neither equal to itself nor unequal."""

    def __ne__(self, other: object) -> bool:
        raise TypeError

    __hash__ = None  # type: ignore[assignment]


class Scalar:
    """A library's number, which holds Python's."""

    def __init__(self, value: object) -> None:
        self._value = value

    def item(self) -> object:
        return self._value


class TestRecords:
    """A collection is rows of scalars, with the same columns in each."""

    @pytest.mark.parametrize("collection", LISTS)
    def test_they_are_scalars_in_the_same_columns(self, collection: str) -> None:
        rows = FULL.records(collection)
        assert rows
        assert all(isinstance(cell, SCALARS) for row in rows for cell in row.values())
        assert len({tuple(row) for row in rows}) == 1

    def test_a_list_in_an_item_says_which_item_it_stands_in(self) -> None:
        rows = FULL.records("insatser.payments")
        assert FULL.insatser is not None
        for row in rows:
            payments = FULL.insatser[row["insatser"]].payments
            assert payments is not None
            assert payments[row["payments"]].amount == row["amount"]

    def test_a_list_in_a_part_of_the_document(self) -> None:
        seats = [
            {"role": "ledamot", "member": "kommun:1286"},
            {"role": "ersattare", "member": "kommun:1270"},
        ]
        board = Forbund.model_validate({"name": "x", "members": [], "board": {"seats": seats}})
        rows = board.records("board.seats")
        assert [row["role"] for row in rows] == ["ledamot", "ersattare"]
        with pytest.raises(ValueError, match="board is null"):
            EMPTY.records("board.seats")

    def test_null_is_not_an_empty_table(self) -> None:
        with pytest.raises(ValueError, match="contributions is null"):
            EMPTY.records("contributions")
        assert EMPTY.replace(contributions=[]).records("contributions") == []

    @pytest.mark.parametrize("name", ["x", "name", "insatser.x", "insatser.name", "members.actor"])
    def test_what_is_no_list_is_refused(self, name: str) -> None:
        with pytest.raises(ValueError, match="has no list of that name"):
            FULL.records(name)

    def test_a_report_is_rows_of_its_findings(self) -> None:
        report = finsam.check(FULL, on=date(2024, 6, 1))
        rows = report.records("en")
        assert len(rows) == len(report.findings)
        assert [row["message"] for row in rows] == [f.message("en") for f in report.findings]
        assert all(isinstance(cell, str | None) for row in rows for cell in row.values())


class TestWithRecords:
    """Rows make a collection; what is wrong is told by row and column."""

    @pytest.mark.parametrize("collection", FLAT)
    def test_what_was_given_comes_back(self, collection: Flat) -> None:
        assert FULL.with_records(collection, FULL.records(collection)) == FULL

    @given(any_forbund())
    def test_what_was_given_comes_back_from_any_document(self, forbund: Forbund) -> None:
        for collection in FLAT:
            if getattr(forbund, collection) is not None:
                again = forbund.with_records(collection, forbund.records(collection))
                assert said(again, collection) == said(forbund, collection)

    @given(any_forbund())
    def test_a_csv_file_in_between_changes_no_money(self, forbund: Forbund) -> None:
        rows = forbund.replace(contributions=forbund.contributions or ()).records("contributions")
        if rows:
            out = io.StringIO()
            writer = csv.DictWriter(out, rows[0].keys())
            writer.writeheader()
            writer.writerows(rows)
            read = list(csv.DictReader(io.StringIO(out.getvalue())))
            again = forbund.with_records("contributions", read)
            # An outsider's empty name is an empty cell.
            assert [told(c) for c in again.contributions or ()] == [
                told(c) for c in forbund.contributions or ()
            ]

    @pytest.mark.parametrize(
        ("written", "amount"),
        [
            ("1500000", "1500000"),
            ("1 500 000", "1500000"),
            ("1\N{NO-BREAK SPACE}500\N{NARROW NO-BREAK SPACE}000,50 kr", "1500000.50"),
            ("12,5", "12.50"),
            ("12.5 kronor", "12.50"),
            (Decimal("12.50"), "12.50"),
            (7, "7"),
            (Scalar(7), "7"),
        ],
    )
    def test_an_amount_may_be_written_as_people_write_it(
        self, written: object, amount: str
    ) -> None:
        rows = [{"payer": "kommun:1286", "year": Scalar(2024), "amount": written}]
        (contribution,) = EMPTY.with_records("contributions", rows).contributions or ()
        assert contribution.amount == Decimal(amount)

    @pytest.mark.parametrize(
        "written", ["1,234", "1.234", "1,5,0", "-5", "1e6", "tusen", 12.5, True]
    )
    def test_an_amount_that_may_mean_something_else_is_refused(self, written: object) -> None:
        rows = [{"payer": "kommun:1286", "year": 2024, "amount": written}]
        with pytest.raises(MalformedRows, match=r"^row 1, column amount: an amount in kronor"):
            EMPTY.with_records("contributions", rows)

    @pytest.mark.parametrize("payer", ["kommun:1286", "1286", "Ystad", "Ystads kommun", " ystad "])
    def test_a_payer_may_be_named(self, payer: str) -> None:
        rows = [{"payer": payer, "year": "2024", "amount": "5", "in_kind": "Ja"}]
        (contribution,) = EMPTY.with_records("contributions", rows).contributions or ()
        assert (contribution.payer, contribution.in_kind) == ("kommun:1286", True)

    @pytest.mark.parametrize("empty", ["", None, float("nan"), NotAvailable()])
    def test_an_empty_cell_is_no_fact(self, empty: object) -> None:
        rows = [{"actor": "Ystad", "joined": empty, "left": datetime(2024, 1, 31)}]  # noqa: DTZ001
        (member,) = EMPTY.with_records("members", rows).members
        assert (member.joined, member.left) == (None, date(2024, 1, 31))

    @pytest.mark.parametrize("collection", FLAT)
    def test_data_frames_carry_them_there_and_back(self, collection: Flat) -> None:
        rows = FULL.records(collection)
        pandas = pytest.importorskip("pandas")
        polars = pytest.importorskip("polars")
        for again in (pandas.DataFrame(rows).to_dict("records"), polars.DataFrame(rows).to_dicts()):
            assert FULL.with_records(collection, again) == FULL

    def test_columns_may_be_called_something_else(self) -> None:
        table = (
            "Betalare;År;Belopp\nFörsäkringskassan;2024;4 000 000\nRegion Skåne;2024;2 000 000,50\n"
        )
        rows = csv.DictReader(io.StringIO(table), delimiter=";")
        columns = {"Betalare": "payer", "År": "year", "Belopp": "amount"}
        forbund = EMPTY.with_records("contributions", rows, columns=columns)
        assert [(c.payer, c.amount) for c in forbund.contributions or ()] == [
            ("forsakringskassan", 4_000_000),
            ("region:12", Decimal("2000000.50")),
        ]

    def test_every_cell_that_is_wrong_is_named_in_both_languages(self) -> None:
        rows: list[dict[str, object]] = [
            {"Vem": "Ystad", "year": 2024, "amount": 1},
            {"Vem": "Tomelila", "year": 2024, "amount": 1},
            {"Vem": "Ystad", "year": "24", "amount": "x", "färg": "blå"},
            {"year": 2024, "amount": 1},
        ]
        with pytest.raises(MalformedRows) as caught:
            EMPTY.with_records("contributions", rows, columns={"Vem": "payer"})
        assert [(e.row, e.column) for e in caught.value.errors] == [
            (2, "Vem"),
            (3, "färg"),
            (3, "year"),
            (3, "amount"),
            (4, "payer"),
        ]
        sv, en = caught.value.explain("sv").splitlines(), str(caught.value).splitlines()
        assert len(sv) == len(en) == 5
        assert sv[0].startswith("rad 2, kolumn Vem: kommun:Tomelila finns inte")
        assert "menade du kommun:1270 (Tomelilla)?" in sv[0]
        assert en[0].startswith("row 2, column Vem: kommun:Tomelila is not")

    def test_of_very_many_errors_the_first_are_told(self) -> None:
        with pytest.raises(MalformedRows) as caught:
            EMPTY.with_records("contributions", [{"year": 1}] * 100)
        assert len(caught.value.errors) == 300
        assert str(caught.value).splitlines()[-1] == "… and 280 more errors"

    def test_other_collections_are_refused(self) -> None:
        with pytest.raises(ValueError, match="members, contributions, other_income"):
            EMPTY.with_records("insatser", [])  # type: ignore[arg-type]

    def test_a_personal_number_is_never_repeated(self) -> None:
        number = "196408233234"
        rows = [{"payer": number, "year": number, "amount": f"{number}x"}]
        with pytest.raises(MalformedRows) as caught:
            EMPTY.with_records("contributions", rows)
        assert number[2:] not in str(caught.value) + caught.value.explain("sv")
