"""Collections as rows of a table, and back."""

import contextlib
import csv
import io
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import finsam
from finsam import Contribution, ExternalActor, Forbund, MalformedRows
from finsam.law.geography import KOMMUNER, REGIONS, region_of
from finsam.law.parties import member_key
from finsam.law.text import Lang
from finsam.models.cells import Kind, columns, part, read, tables, write
from finsam.models.rows import Unit
from finsam.testing import forbund as any_forbund

ROOT = Path(__file__).parents[2]
FULL = Forbund.model_validate_json((ROOT / "benchmarks" / "full.json").read_bytes())
EMPTY = Forbund.model_validate({"name": "x", "members": []})
Rows = list[dict[str, object]]
SCALARS = (str, int, bool, Decimal, date, type(None))
FLAT = ("members", "contributions", "other_income")
ALL = list(tables(Forbund))


LISTS = [
    *("members", "contributions", "other_income", "agreements", "insatser", "area"),
    *("insatser.payments", "insatser.area", "agreements.shares"),
]


ORGNRS = ["2021005521", "2120001124", "5560360793"]
ARRAYS = ["builtins.list", "builtins.tuple", "numpy.array", "pandas.Series", "polars.Series"]


def _from(array: str) -> Any:  # noqa: ANN401  a library's own
    """Makes an array of a list."""
    module, _, name = array.partition(".")
    return getattr(pytest.importorskip(module), name)


def reported(contribution: Contribution) -> tuple[object, ...]:
    payer = contribution.payer
    who = payer if isinstance(payer, str) else (payer.name, payer.form, payer.orgnr)
    return who, contribution.year, contribution.amount, contribution.kind, contribution.in_kind


def through_csv(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The rows after a round trip through CSV."""
    out = io.StringIO()
    writer = csv.DictWriter(out, rows[0].keys())
    writer.writeheader()
    writer.writerows(rows)
    return list(csv.DictReader(io.StringIO(out.getvalue())))


class NotAvailable:
    """A missing value as libraries have it, neither equal nor unequal to itself."""

    def __ne__(self, other: object) -> bool:
        raise TypeError

    __hash__ = None  # type: ignore[assignment]


class Scalar:
    """A library's number type, which wraps Python's."""

    def __init__(self, value: object) -> None:
        self._value = value

    def tolist(self) -> object:
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
        assert all(isinstance(cell, SCALARS) for row in rows for cell in row.values())


class TestWithRecords:
    """Rows make a collection; what is wrong is reported by row and column."""

    @given(any_forbund())
    def test_every_list_of_any_document_comes_back(self, forbund: Forbund) -> None:
        for collection in ALL:
            with contextlib.suppress(ValueError):  # it is null
                rows = forbund.records(collection)
                assert forbund.with_records(collection, rows) == forbund

    @given(any_forbund())
    def test_the_lists_fill_a_document_one_after_the_other(self, forbund: Forbund) -> None:
        forbund = forbund.replace(complete=())
        again = Forbund(name=forbund.name, members=(), rounded_to=forbund.rounded_to)
        for collection in [name for name in ALL if "." not in name]:
            if getattr(forbund, collection) is not None:
                again = again.with_records(collection, forbund.records(collection))
        parts = ("formed", "dissolved", "board", "economy")
        assert again.replace(**{name: getattr(forbund, name) for name in parts}) == forbund

    @pytest.mark.parametrize("collection", LISTS)
    def test_a_csv_file_in_between_changes_nothing(self, collection: str) -> None:
        assert FULL.with_records(collection, through_csv(FULL.records(collection))) == FULL

    @given(any_forbund())
    def test_a_csv_file_in_between_changes_no_money(self, forbund: Forbund) -> None:
        rows = forbund.replace(contributions=forbund.contributions or ()).records("contributions")
        if rows:
            again = forbund.with_records("contributions", through_csv(rows))
            assert [reported(c) for c in again.contributions or ()] == [
                reported(c) for c in forbund.contributions or ()
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

    @pytest.mark.parametrize("written", ["1,234", "1.234", "1,5,0", "-5", "1e6", "tusen", True])
    def test_an_amount_that_may_mean_something_else_is_refused(self, written: object) -> None:
        rows = [{"payer": "kommun:1286", "year": 2024, "amount": written}]
        with pytest.raises(MalformedRows, match=r"^row 1, column amount: an amount is written"):
            EMPTY.with_records("contributions", rows)

    @pytest.mark.parametrize(
        ("collection", "column"),
        [
            ("contributions", "amount"),
            ("contributions", "payer"),
            ("members", "ref"),
            ("agreements.shares", "share"),
            ("agreements.shares", "agreements"),
            ("insatser", "payments"),
        ],
    )
    @pytest.mark.parametrize(
        "cell",
        [
            *(10**5000, Decimal("1e999999999"), Decimal("Infinity"), Decimal("sNaN")),
            *("[" * 5000, [], {1: 2}, object()),
        ],
        ids=lambda cell: repr(cell)[:9] if isinstance(cell, Decimal) else type(cell).__name__,
    )
    def test_what_is_no_cell_at_all_is_refused(
        self, collection: str, column: str, cell: object
    ) -> None:
        row = dict(next(iter(FULL.records(collection)))) | {column: cell}
        with contextlib.suppress(MalformedRows):
            # A text in brackets may be a key, and what is not a number is an empty cell.
            FULL.with_records(collection, [row])

    def test_a_heading_that_may_be_a_personal_number_is_not_repeated(self) -> None:
        with pytest.raises(MalformedRows, match="row 1, column …: the format has no") as caught:
            EMPTY.with_records("members", [{"actor": "Ystad", "850101-1239": 1}])
        assert "850101" not in repr(caught.value)

    @pytest.mark.parametrize(
        "payer",
        [
            "kommun:1286",
            "1286",
            "Ystad",
            "Ystads kommun",
            " ystad ",
            "212000-1181",
            "212000 1181",
            2120001181.0,
        ],
    )
    def test_a_payer_may_be_named(self, payer: str | float) -> None:
        rows = [{"payer": payer, "year": "2024", "amount": "5", "in_kind": "Ja"}]
        (contribution,) = EMPTY.with_records("contributions", rows).contributions or ()
        assert (contribution.payer, contribution.in_kind) == ("kommun:1286", True)

    @pytest.mark.parametrize("empty", ["", None, float("nan"), NotAvailable()])
    def test_an_empty_cell_is_no_fact(self, empty: object) -> None:
        rows = [{"actor": "Ystad", "joined": empty, "left": datetime(2024, 1, 31)}]  # noqa: DTZ001
        (member,) = EMPTY.with_records("members", rows).members
        assert (member.joined, member.left) == (None, date(2024, 1, 31))

    @pytest.mark.parametrize("collection", FLAT)
    def test_data_frames_carry_them_there_and_back(self, collection: str) -> None:
        rows = FULL.records(collection)
        pandas = pytest.importorskip("pandas")
        polars = pytest.importorskip("polars")
        for again in (pandas.DataFrame(rows).to_dict("records"), polars.DataFrame(rows).to_dicts()):
            assert FULL.with_records(collection, again) == FULL

    @pytest.mark.parametrize("name", ["Stockholm", "Uppsala", "Jönköping", "Kalmar", "Örebro"])
    def test_a_name_of_a_kommun_and_a_region_is_refused_where_both_may_stand(
        self, name: str
    ) -> None:
        with pytest.raises(MalformedRows, match=f"{name} can be kommun:.* or region:"):
            EMPTY.with_records("contributions", [{**YSTAD, "payer": name}])
        (part,) = EMPTY.with_records("area", [{"kommun": name}]).area or ()
        assert part.kommun == member_key(f"{name} kommun")

    @pytest.mark.parametrize("name", ["contributions", "all"])
    def test_no_row_is_skipped_of_a_list_that_is_complete(self, name: str) -> None:
        rows: Rows = [YSTAD, {"payer": "region:12", "year": 2024, "amount": None}, {}]
        whole = EMPTY.replace(contributions=[], complete=[name])
        with pytest.raises(MalformedRows, match=r"^row 2: the row has no amount and is not read"):
            whole.with_records("contributions", rows, skip_empty=True)
        assert (
            len(EMPTY.with_records("contributions", rows, skip_empty=True).contributions or ()) == 1
        )

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
        rows: Rows = [
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
            (4, ""),
        ]
        sv, en = caught.value.explain("sv").splitlines(), str(caught.value).splitlines()
        assert len(sv) == len(en) == 5
        assert sv[0].startswith("rad 2, kolumn Vem: Tomelila finns inte")
        assert "menade du kommun:1270 (Tomelilla)?" in sv[0]
        assert en[0].startswith("row 2, column Vem: Tomelila is not")

    def test_the_same_error_in_many_rows_is_reported_once(self) -> None:
        wrong: Rows = [{"year": 1}] * 99
        rows = [YSTAD, *wrong]
        with pytest.raises(MalformedRows) as caught:
            EMPTY.with_records("contributions", rows, start=2)
        assert len(caught.value.errors) == 297
        assert str(caught.value).splitlines() == [
            'rows 3–101: the fact is missing: the table has no column called "payer"; add it',
            "rows 3–101, column year: a year is written with four digits, like 2027, and is 2004, "  # noqa: ISC004  one line
            "when the act came into force, or later",
            'rows 3–101: the fact is missing: the table has no column called "amount"; add it',
        ]

    def test_of_very_many_errors_the_first_are_reported(self) -> None:
        with pytest.raises(MalformedRows) as caught:
            EMPTY.with_records("contributions", [{f"x{number}": 1 for number in range(100)}])
        assert str(caught.value).splitlines()[-1] == "… and 80 more errors"

    def test_a_party_with_a_form_of_its_own_is_refused(self) -> None:
        rows = [{**YSTAD, "payer.form": "association"}]
        with pytest.raises(MalformedRows, match="column payer: this should be a member"):
            EMPTY.with_records("contributions", rows)

    def test_what_stands_under_a_wrong_heading_is_not_missing(self) -> None:
        rows = [{"payer": "Ystad", "year": 2024, "Belopp (tkr)": 4}]
        with pytest.raises(MalformedRows) as caught:
            EMPTY.with_records("contributions", rows)
        assert [each.column for each in caught.value.errors] == ["Belopp (tkr)"]

    def test_what_is_no_table_is_refused_in_words(self) -> None:
        for rows in (["payer", "year"], "payer", [1]):
            with pytest.raises(TypeError, match=r"frame.to_dict\('records'\)"):
                EMPTY.with_records("contributions", rows)  # type: ignore[arg-type]  # as a frame is
        with pytest.raises(ValueError, match="unit is 'kr', 'tkr' or 'mnkr', not 'Tkr'"):
            EMPTY.with_records("contributions", [YSTAD], unit="Tkr")  # type: ignore[arg-type]  # wrong
        with pytest.raises(ValueError, match="'Forbund' is none of the columns"):
            finsam.from_rows([{**YSTAD, "Förbund": "A"}], by="Forbund")

    def test_a_list_that_does_not_exist_is_refused(self) -> None:
        with pytest.raises(ValueError, match="has no list of that name; it has agreements"):
            EMPTY.with_records("insats", [])

    def test_a_personal_number_is_never_repeated(self) -> None:
        number = "196408233234"
        rows = [{"payer": number, "year": number, "amount": f"{number}x"}]
        with pytest.raises(MalformedRows) as caught:
            EMPTY.with_records("contributions", rows)
        assert number[2:] not in str(caught.value) + caught.value.explain("sv")


YSTAD: dict[str, object] = {"payer": "Ystad", "year": 2024, "amount": 5}


class TestNested:
    """A list in items is read into them, by their number."""

    def test_an_item_that_no_row_is_of_keeps_what_it_has(self) -> None:
        insatser = [
            {"name": "A", "kind": "individual", "payments": []},
            *[{"name": "B", "kind": "individual"}] * 2,
        ]
        forbund = EMPTY.replace(insatser=insatser)
        rows = [{"insatser": 1, "to": "Ystad", "amount": "1 000"}]
        a, b, c = forbund.with_records("insatser.payments", rows).insatser or ()
        assert (a.payments, c.payments) == ((), None)
        assert b.payments is not None
        assert [(p.to, p.amount) for p in b.payments] == [("kommun:1286", Decimal(1000))]

    @pytest.mark.parametrize("number", [3, -1, "x", None])
    def test_a_row_of_an_item_that_is_not_there_is_refused(self, number: object) -> None:
        forbund = EMPTY.replace(insatser=[{"name": "A", "kind": "individual"}])
        rows = [{"insatser": number, "to": "Ystad"}]
        with pytest.raises(MalformedRows, match=r"row 1, column insatser: .*counted from 0"):
            forbund.with_records("insatser.payments", rows)

    def test_a_part_of_the_document_that_was_not_known_is_made(self) -> None:
        rows = [
            {"member": "Ystad", "role": "ledamot", "also_represents": "Tomelilla; Region Skåne"}
        ]
        board = EMPTY.with_records("board.seats", rows).board
        assert board is not None
        assert board.seats is not None
        assert board.seats[0].also_represents == ("kommun:1270", "region:12")
        assert EMPTY.with_records("board.seats", []).board == board.replace(seats=())


class TestUnits:
    """The unit of amounts is stated, and never guessed."""

    @pytest.mark.parametrize(
        ("written", "unit", "amount"),
        [
            ("1 500", "tkr", "1500000"),
            ("1 500,25", "tkr", "1500250"),
            (1500, "tkr", "1500000"),
            (1500.0, "tkr", "1500000"),
            ("1,5", "mnkr", "1500000"),
            ("1,234", "mnkr", "1234000"),
            (Decimal("1.2345678"), "mnkr", "1234567.80"),
        ],
    )
    def test_amounts_are_multiplied_exactly(self, written: object, unit: Unit, amount: str) -> None:
        rows = [{**YSTAD, "amount": written, "rounded_to": "1000"}]
        (read,) = EMPTY.with_records("contributions", rows, unit=unit).contributions or ()
        assert (read.amount, read.rounded_to) == (Decimal(amount), Decimal(1000))

    @pytest.mark.parametrize(
        ("written", "unit"),
        [
            ("1,234", "tkr"),
            ("1.234", "mnkr"),
            ("5 kr", "tkr"),
            ("0,000000001", "mnkr"),
            (True, "tkr"),
        ],
    )
    def test_what_may_mean_something_else_is_refused(self, written: object, unit: Unit) -> None:
        with pytest.raises(MalformedRows, match="row 1, column amount: an amount is written"):
            EMPTY.with_records("contributions", [{**YSTAD, "amount": written}], unit=unit)

    @pytest.mark.parametrize("heading", ["Belopp (tkr)", "Belopp, mnkr", "MKR", "tusental kronor"])
    def test_a_heading_that_says_another_unit_is_refused(self, heading: str) -> None:
        rows = [{"payer": "Ystad", "year": 2024, heading: 5}]
        says: Unit = "tkr" if "t" in heading.casefold().replace("belopp", "") else "mnkr"
        columns = {heading: "amount"}
        with pytest.raises(
            MalformedRows, match=f'the heading says {says}.*--unit {says}; in Python unit="{says}"'
        ):
            EMPTY.with_records("contributions", rows, columns=columns)
        read = EMPTY.with_records("contributions", rows, columns=columns, unit=says)
        assert [c.amount for c in read.contributions or ()] == [
            5000 if says == "tkr" else 5 * 10**6
        ]


class TestOrdinaryMess:
    """What sheets hold besides the data is set aside, never guessed at."""

    @pytest.mark.parametrize(
        "total", ["Summa", "SUMMA:", "Totalt", "Total", "Summa kommuner", "Delsumma"]
    )
    def test_a_total_is_refused_or_skipped_when_asked(self, total: str) -> None:
        rows = [YSTAD, {"payer": total, "amount": 5}]
        with pytest.raises(MalformedRows, match=r"^row 2, column payer: the row is a total"):
            EMPTY.with_records("contributions", rows)
        read = EMPTY.with_records("contributions", rows, skip_totals=True)
        assert len(read.contributions or ()) == 1

    def test_an_empty_amount_is_no_zero(self) -> None:
        rows: Rows = [
            YSTAD,
            {"payer": "Tomelilla", "year": 2024, "amount": float("nan")},
            {"payer": "Ystad", "year": 2024, "amount": ""},
            {"payer": ""},
        ]
        with pytest.raises(MalformedRows, match="rows 2–3, column amount: this is missing"):
            EMPTY.with_records("contributions", rows)
        read = EMPTY.with_records("contributions", rows, skip_empty=True)
        assert [c.payer for c in read.contributions or ()] == ["kommun:1286"]

    def test_a_number_that_a_column_made_a_float_is_whole_again(self) -> None:
        rows = [{"payer": 1286.0, "year": 2024.0, "amount": 1_333_333.0, "ref": 17.0}]
        (read,) = EMPTY.with_records("contributions", rows).contributions or ()
        assert (read.payer, read.year, read.amount) == ("kommun:1286", 2024, Decimal(1_333_333))
        assert read.ref == "17"

    @pytest.mark.parametrize(
        ("amounts", "sv", "en"),
        [
            ([333333.3333, 12.5, 1e11 + 0.5], "talet är ett flyttal", "the number is a float"),
            # Rounding would not help.
            (
                [1e300, float("inf"), 2.0**53],
                "ett belopp skrivs i kronor",
                "an amount is written in kronor",
            ),
        ],
    )
    def test_any_other_float_is_refused_and_shown(
        self, amounts: list[float], sv: str, en: str
    ) -> None:
        for amount in amounts:
            with pytest.raises(MalformedRows) as caught:
                EMPTY.with_records("contributions", [{**YSTAD, "amount": amount}], start=2)
            assert caught.value.explain("sv").startswith(f"rad 2, kolumn amount: {sv}")
            assert caught.value.explain("en").startswith(f"row 2, column amount: {en}")
            assert caught.value.explain("sv").endswith(f"(i cellen står {amount!r})")
            assert ("avrunda" in caught.value.explain("sv")) == ("flyttal" in sv)

    @pytest.mark.parametrize("array", ARRAYS)
    @pytest.mark.parametrize("column", ["payer", "year", "amount", "kind", "in_kind", "note"])
    def test_several_values_in_a_cell_of_one_are_refused(self, array: str, column: str) -> None:
        of = _from(array)
        for values in ([], [1], [1, 2]):
            with pytest.raises(MalformedRows) as caught:
                EMPTY.with_records("contributions", [{**YSTAD, column: of(values)}])
            said = {lang: caught.value.explain(lang) for lang in ("sv", "en")}
            assert said == {
                "sv": f"rad 1, kolumn {column}: cellen håller flera värden; här ska stå ett",
                "en": f"row 1, column {column}: the cell holds several values; this should be one",
            }

    @pytest.mark.parametrize("array", ARRAYS)
    def test_a_cell_of_several_takes_an_array(self, array: str) -> None:
        of = _from(array)
        rows = [{"name": "x", "kind": "individual", "aims": of(["work_ability", "knowledge"])}]
        (insats,) = EMPTY.with_records("insatser", rows).insatser or ()
        assert insats.aims == {"work_ability", "knowledge"}

    @pytest.mark.parametrize("collection", ALL)
    @pytest.mark.parametrize(("lang", "before"), [("sv", " till någon av "), ("en", " to one of ")])
    def test_every_heading_that_is_suggested_is_read(
        self, collection: str, lang: Lang, before: str
    ) -> None:
        def unknown(row: Mapping[str, object]) -> list[str]:
            with pytest.raises(MalformedRows) as caught:
                FULL.with_records(collection, [row])
            return [e.what.get(lang) for e in caught.value.errors if before in e.what.get(lang)]

        (text,) = unknown({"Konto": 1})
        headings = text.partition(before)[2].split(", ")
        assert len(headings) == len(columns(tables(Forbund)[collection]))
        assert unknown({"Konto": 1, **dict.fromkeys(headings, True)}) == [text]

    def test_a_column_that_is_none_of_the_documents_is_ignored_when_asked(self) -> None:
        rows = [{**YSTAD, "Kommentar": "x"}, {**YSTAD, "Kommentar": "y"}]
        with pytest.raises(MalformedRows, match=r"^rows 1–2, column Kommentar: .*ignore="):
            EMPTY.with_records("contributions", rows)
        read = EMPTY.with_records("contributions", rows, ignore=["Kommentar"])
        assert len(read.contributions or ()) == 2

    def test_a_row_that_is_longer_than_the_heading_is_reported(self) -> None:
        rows = csv.DictReader(io.StringIO("payer,year,amount\nYstad,2024,1,500\n"))
        with pytest.raises(MalformedRows, match="more cells than there are headings"):
            EMPTY.with_records("contributions", rows)

    @pytest.mark.parametrize("payer", ["556016-0680", "5560160680", 5560160680])
    def test_an_organisation_number_of_no_party_is_refused_in_words(self, payer: object) -> None:
        with pytest.raises(MalformedRows) as caught:
            EMPTY.with_records("contributions", [{**YSTAD, "payer": payer}])
        assert "med namn, kod eller organisationsnummer" in caught.value.explain("sv")
        assert "by name, code or organisation number" in caught.value.explain("en")
        assert "556016" not in repr(caught.value)

    def test_a_code_that_has_lost_its_zero_is_found(self) -> None:
        rows = [{**YSTAD, "payer": payer} for payer in (180, 1)]
        read = EMPTY.with_records("contributions", rows)
        assert [c.payer for c in read.contributions or ()] == ["kommun:0180", "region:01"]


class TestCells:
    """What is written in a cell is read as the same."""

    @pytest.mark.parametrize(
        ("said", "share"),
        [
            ("35%", "7/20"),
            ("33,5 %", "67/200"),
            ("0,35", "7/20"),
            ("0.35", "7/20"),
            ("7/20", "7/20"),
        ],
    )
    def test_a_part_as_people_write_it(self, said: str, share: str) -> None:
        assert part(said) == Fraction(share)

    @pytest.mark.parametrize("said", ["", "1/0", "x", "-1", "1/2/3", "%", "35 kr"])
    def test_what_is_no_part(self, said: str) -> None:
        assert part(said) is None

    @pytest.mark.parametrize("orgnr", ["8020017763", None])
    def test_an_outsider_is_one_cell(self, orgnr: str | None) -> None:
        outsider = ExternalActor(name="Fontänhuset", form="association", orgnr=orgnr)
        document = EMPTY.replace(members=[{"actor": outsider}])
        (row,) = document.records("members")
        assert row["actor"] == f"Fontänhuset (association{f', {orgnr}' if orgnr else ''})"
        assert document.with_records("members", [row]) == document

    @pytest.mark.parametrize(
        "name",
        [None, "", "Fontänhuset", "A (b)", "x, y; z", " ", "?", '"', "forbundet", "[1]", "(other)"],
    )
    def test_an_outsider_in_a_cell(self, name: str | None) -> None:
        model = finsam.Insats
        (column,) = [c for c in columns(model) if c.name == "performed_by"]
        actor = ExternalActor(name=name, form="association", orgnr="8020017763")
        for actors in ([actor], [actor, "kommun:1286", actor]):
            cell = write(column, actors)
            insats = model.model_validate(
                {"name": "x", "kind": "individual", "performed_by": read(column, cell)}
            )
            assert insats.performed_by == tuple(actors)

    @pytest.mark.parametrize("form", ["{}-{}", "{}{}"])
    def test_an_outsiders_number_may_have_its_hyphen(self, form: str) -> None:
        cell = f"AB X (company, {form.format('556036', '0793')})"
        read = EMPTY.with_records("members", [{"actor": cell}])
        assert read.members[0].actor == ExternalActor(
            name="AB X", form="company", orgnr="5560360793"
        )

    @given(st.lists(st.sampled_from(ORGNRS[:2]), min_size=1), st.sampled_from(ARRAYS))
    def test_an_array_of_numbers_is_read_as_each_of_them(
        self, numbers: list[str], array: str
    ) -> None:
        def cooperating(cell: object) -> tuple[object, ...]:
            row = {"name": "x", "kind": "individual", "cooperating": cell}
            (insats,) = EMPTY.with_records("insatser", [row]).insatser or ()
            return tuple(insats.cooperating or ())

        each = sum((cooperating(int(number)) for number in numbers), ())
        assert cooperating(_from(array)(list(map(int, numbers)))) == each
        assert cooperating(_from(array)(numbers)) == each
        assert cooperating("; ".join(numbers)) == each

    def test_every_field_is_a_column_or_a_table(self) -> None:
        for model in tables(Forbund).values():
            for column in columns(model):
                assert (column.kind is Kind.ROWS) == (column.model is not None)
                assert column.kind is not Kind.CHOICE or column.choices


class TestFromRows:
    """Many förbund in one call."""

    ROWS = (
        {"Förbund": "Finsam  Ystad", "payer": "Ystad", "year": 2024, "amount": 1},
        {"Förbund": "Finsam Växjö", "payer": "Växjö", "year": 2024, "amount": 2},
        {"Förbund": "Finsam Ystad ", "payer": "Försäkringskassan", "year": 2024, "amount": 3},
    )

    def test_the_forbund_are_distinguished_by_a_column(self) -> None:
        found = finsam.from_rows(self.ROWS, by="Förbund")
        assert list(found) == ["Finsam Ystad", "Finsam Växjö"]
        ystad = found["Finsam Ystad"]
        assert [str(member.actor) for member in ystad.members] == [
            "kommun:1286",
            "forsakringskassan",
            "arbetsformedlingen",
        ]
        assert [c.amount for c in ystad.contributions or ()] == [1, 3]

    @pytest.mark.parametrize("nothing", [None, "", float("nan")])
    def test_who_has_no_amount_is_a_member_all_the_same(self, nothing: object) -> None:
        rows = [{**row, "amount": nothing if row["payer"] == "Ystad" else 5} for row in self.ROWS]
        found = finsam.from_rows(rows, by="Förbund", skip_empty=True)
        given = finsam.from_rows(self.ROWS, by="Förbund")
        assert {n: f.members for n, f in found.items()} == {n: f.members for n, f in given.items()}
        assert [c.payer for c in found["Finsam Ystad"].contributions or ()] == ["forsakringskassan"]

    def test_a_row_without_an_amount_names_no_forbund_of_its_own(self) -> None:
        rows: Rows = [
            {"Förbund": 1.0, "payer": "Ystad", "year": 2024, "amount": None},
            {"Förbund": None, "payer": "Växjö", "year": 2024, "amount": None},
            {"Förbund": "Totalt", "payer": "Växjö", "year": 2024, "amount": 3},
            {"Förbund": "1", "payer": "Föreningen X (förening)", "year": 2024, "amount": 5},
        ]
        found = finsam.from_rows(rows, by="Förbund", skip_empty=True, skip_totals=True)
        assert list(found) == ["1"]
        assert [m.actor for m in found["1"].members] == ["kommun:1286", "arbetsformedlingen"]

    def test_a_forbund_without_any_amount_is_silent_on_contributions(self) -> None:
        rows = [{**row, "amount": None} for row in self.ROWS]
        found = finsam.from_rows(rows, by="Förbund", skip_empty=True)
        assert [f.contributions for f in found.values()] == [None, None]
        assert list(found) == ["Finsam Ystad", "Finsam Växjö"]

    def test_their_members_may_be_given(self) -> None:
        found = finsam.from_rows(self.ROWS, by="Förbund", members={"Finsam Växjö": ["kommun:0780"]})
        assert [len(forbund.members) for forbund in found.values()] == [0, 1]

    def test_their_members_may_be_the_rows(self) -> None:
        rows = [{"F": "A", "actor": "Ystad"}, {"F": "A", "actor": "Region Skåne"}]
        assert len(finsam.from_rows(rows, by="F", collection="members")["A"].members) == 2

    def test_a_list_of_the_board(self) -> None:
        rows = [{"F": "A", "member": "Ystad", "role": "ledamot"}]
        members = {"A": ["kommun:1286"]}
        found = finsam.from_rows(rows, by="F", collection="board.seats", members=members)
        assert found["A"].board is not None
        assert [seat.member for seat in found["A"].board.seats or ()] == ["kommun:1286"]

    def test_what_cannot_be_used_is_reported_by_row(self) -> None:
        twice = {"F": "A", "payer": "kommuner", "year": 2024, "amount": 1}
        rows = [{"payer": "Ystad", "year": 2024, "amount": 1}, twice]
        with pytest.raises(MalformedRows) as caught:
            finsam.from_rows(rows, by="F", start=2)
        assert str(caught.value).splitlines() == [
            "row 2, column F: this should be the förbund that the row is of",
            "row 3, column F: the row is the sum of several members, so it does not say who they "  # noqa: ISC004  one line
            "are; give each a row of its own (or, in Python, members=)",
        ]
        rows = [{**twice, "amount": 0}, {**twice, "payer": "Ystad", "amount": 9}]
        with pytest.raises(MalformedRows, match="row 2, column F: A: the ordinary contributions"):
            finsam.from_rows(rows, by="F", members={"A": ["kommun:1286"]})

    def test_rows_that_do_not_say_who_the_members_are_need_them(self) -> None:
        with pytest.raises(ValueError, match="give a document with them"):
            finsam.from_rows([], by="F", collection="insatser")
        with pytest.raises(ValueError, match="no list of that name"):
            finsam.from_rows([], by="F", collection="x", members={})


class TestFrames:
    """Data frames of twenty förbund over five years, as messy as real sheets."""

    @staticmethod
    def rows() -> Rows:
        kommuner = [key for key in KOMMUNER if key.startswith("kommun:1")][:20]
        rows: Rows = []
        for number, kommun in enumerate(kommuner):
            region = region_of(kommun, date(2024, 1, 1))
            assert region is not None
            name = f"Samordningsförbundet {KOMMUNER[kommun]}"
            for year in range(2020, 2025):
                payers = ("Försäkringskassan", REGIONS[region], f" {KOMMUNER[kommun]} ")
                for payer, amount in zip(payers, (2000, 1000, 1000), strict=True):
                    rows.append({"Förbund": name, "Betalare": payer, "År": year, "Belopp": amount})
            # The one who pays nothing, and the total.
            if number % 4 == 0:
                rows.append(
                    {"Förbund": name, "Betalare": "Arbetsförmedlingen", "År": 2024, "Belopp": None}
                )
            rows.append({"Förbund": name, "Betalare": "Summa", "År": None, "Belopp": 4000 * 5})
        return [*rows, dict.fromkeys(rows[0])]

    def found(self, rows: Iterable[Mapping[Any, Any]]) -> dict[str, Forbund]:
        columns = {"Betalare": "payer", "År": "year", "Belopp": "amount"}
        return finsam.from_rows(
            rows, by="Förbund", columns=columns, unit="tkr", skip_empty=True, skip_totals=True
        )

    def judge(self, found: dict[str, Forbund]) -> None:
        assert len(found) == 20
        for forbund in found.values():
            assert len(forbund.contributions or ()) == 15
            assert not finsam.check(forbund, on=date(2024, 6, 1), rules=["FINSAM-5"]).violations

    def test_from_plain_rows(self) -> None:
        self.judge(self.found(self.rows()))

    def test_from_pandas(self) -> None:
        pandas = pytest.importorskip("pandas")
        frame = pandas.DataFrame(self.rows())
        assert frame["Belopp"].dtype == float
        self.judge(self.found(frame.to_dict("records")))
        text = pandas.read_csv(io.StringIO(frame.to_csv(index=False)))
        self.judge(self.found(text.to_dict("records")))

    def test_from_polars(self) -> None:
        polars = pytest.importorskip("polars")
        frame = polars.DataFrame(self.rows())
        self.judge(self.found(frame.to_dicts()))
        self.judge(self.found(polars.read_csv(io.StringIO(frame.write_csv())).to_dicts()))
