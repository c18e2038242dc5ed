"""CSV files on the command line, as spreadsheet programs write them and people fill them in."""

import json
from pathlib import Path
from typing import NamedTuple

import pytest
from openpyxl import load_workbook

from finsam.__main__ import main
from finsam.models.forbund import Forbund
from finsam.models.workbook import write_workbook

HEADS = "Förbund;Betalare;År;Belopp\n"
ROWS = (
    "A;Försäkringskassan;2026;2000\nA;Region Skåne;2026;1000\n"
    "A;Ystad;2026;500\nA;Tomelilla;2026;500\n"
)
PAID = {"payer": "Ystad", "year": 2026, "amount": 5}
MEMBERS = ["Försäkringskassan", "Arbetsförmedlingen", "Region Skåne", "Ystad", "Tomelilla"]


class Done(NamedTuple):
    status: int
    out: str
    err: str


class Table:
    """A table of contributions, checked from a file, in either language."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.file = folder / "c.csv"
        self._capsys = capsys

    def check(self, written: str | bytes, *more: str, lang: str = "sv") -> Done:
        self.file.write_bytes(written.encode() if isinstance(written, str) else written)
        return self.ran("--table", f"bidrag={self.file}", "--by=Förbund", *more, lang=lang)

    def ran(self, *arguments: str, lang: str = "sv") -> Done:
        status = main(["check", *arguments, "--on=2026-12-31", "--lang", lang])
        found = self._capsys.readouterr()
        return Done(status, found.out, found.err)

    def both(self, written: str | bytes, *more: str) -> list[Done]:
        return [self.check(written, *more, lang=lang) for lang in ("sv", "en")]


@pytest.fixture
def table(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Table:
    return Table(tmp_path, capsys)


class TestFiles:
    """What a file can be; whatever it is, there is no traceback."""

    @pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
    @pytest.mark.parametrize("first", ["", "sep=;\n", "\n"])
    def test_it_is_read_as_programs_write_it(
        self, end: str, encoding: str, first: str, table: Table
    ) -> None:
        written = f"{first}{HEADS}{ROWS}\n".replace("\n", end).encode(encoding)
        assert table.check(written, "--format=json") == table.check(HEADS + ROWS, "--format=json")
        assert table.check(written).status == 0

    def test_a_tab_is_a_separator_too(self, table: Table) -> None:
        assert table.check((HEADS + ROWS).replace(";", "\t")).status == 0

    @pytest.mark.parametrize("ending", [".xlsx", ".XLSX", ".xls", ".ods"])
    def test_a_spreadsheet_is_to_be_saved_as_csv(self, ending: str, table: Table) -> None:
        table.file = table.file.with_suffix(ending)
        for done, said in zip(
            table.both(b"PK\x03\x04\0"), ("spara arket som", "save"), strict=True
        ):
            assert done.status == 2
            assert done.err.startswith(f"{table.file}: ")
            assert said in done.err
            assert "CSV (UTF-8)" in done.err

    @pytest.mark.parametrize(
        "written",
        [b"PK\x03\x04\0\0", f"{HEADS}{'x' * 140_000};;;\n".encode(), "Å;B".encode("utf-16-le")],
    )
    def test_what_is_no_csv_is_to_be_saved_as_csv(self, written: bytes, table: Table) -> None:
        for done in table.both(written):
            assert done.status == 2
            assert "CSV (UTF-8)" in done.err

    @pytest.mark.parametrize("written", ["", "\n\n", HEADS, f"{HEADS};;;\n\n"])
    def test_a_file_without_rows_is_refused(self, written: str, table: Table) -> None:
        said = ("filen har inga rader att läsa", "the file has no rows to read")
        for done, each in zip(table.both(written), said, strict=True):
            assert done.status == 2
            assert each in done.err

    def test_rows_that_are_all_left_out_are_none(self, table: Table) -> None:
        assert "inga rader" in table.check(f"{HEADS}Summa;;;5\n", "--skip-totals").err

    def test_a_table_without_an_equals_sign_is_answered_with_one(
        self, capsys: pytest.CaptureFixture[str]
    ) -> None:
        with pytest.raises(SystemExit, match="2"):
            main(["check", "--table", "bidrag", "--on=2026-12-31"])
        assert "bidrag=bidrag.csv" in capsys.readouterr().err


class TestHeadings:
    """The row of headings."""

    def test_one_that_stands_twice_is_refused(self, table: Table) -> None:
        written = "Förbund;Betalare;År;Belopp;Belopp\nA;Försäkringskassan;2026;1;2\n"
        said = ("rubriken Belopp står två gånger", "the heading Belopp stands twice")
        for done, each in zip(table.both(written), said, strict=True):
            assert done.status == 2
            assert each in done.err

    def test_two_of_the_same_fact_are_refused(self, table: Table) -> None:
        written = "Förbund;Betalare;År;Belopp;amount\nA;Försäkringskassan;2026;1;2\n"
        said = ("samma uppgift som en annan kolumn", "the same fact as another column")
        for done, each in zip(table.both(written), said, strict=True):
            assert done.status == 2
            assert "Belopp: " in done.err
            assert each in done.err

    @pytest.mark.parametrize(
        ("heading", "unit"),
        [
            *(
                (heading, "tkr")
                for heading in (
                    "Belopp tkr",
                    "Belopp i tkr",
                    "Belopp i tusental kronor",
                    "Belopp i tusen kronor",
                    "Belopp (tusen)",
                    "Belopp_tkr",
                    "BELOPP (1 000 kr)",
                    "Belopp, tkr",
                    "amount in thousands of SEK",
                )
            ),
            *((heading, "mnkr") for heading in ("Belopp mkr", "Belopp i miljoner kronor")),
        ],
    )
    def test_one_that_names_a_unit_is_read_in_that_alone(
        self, heading: str, unit: str, table: Table
    ) -> None:
        written = HEADS.replace("Belopp", heading) + ROWS
        for done in table.both(written):
            assert done.status == 2
            assert f"--unit {unit}" in done.err
        factor = {"tkr": "000", "mnkr": "000000"}[unit]
        for done in (table.check(written, "--unit", unit, "-q"), table.check(HEADS + ROWS, "-q")):
            assert (done.status, done.err) == (0, "")
        in_unit = table.check(written.replace(";2000\n", ";2001\n"), "--unit", unit)
        assert f"2 001 {factor}".replace("000000", "000 000") in in_unit.out.replace("\xa0", " ")

    @pytest.mark.parametrize("heading", ["Belopp kr", "Belopp i kronor", "Belopp (kr)"])
    def test_one_that_names_kronor_is_read_in_them_alone(self, heading: str, table: Table) -> None:
        written = HEADS.replace("Belopp", heading) + ROWS
        assert table.check(written).status == 0
        for done in table.both(written, "--unit=tkr"):
            assert done.status == 2
            assert "--unit kr" in done.err

    def test_one_that_is_unknown_keeps_its_unit_when_it_is_changed(self, table: Table) -> None:
        for done, said in zip(
            table.both((HEADS + ROWS).replace("Belopp", "Inbetalt tkr")),
            ("belopp (tkr)", "amount (tkr)"),
            strict=True,
        ):
            assert said in done.err

    def test_a_column_that_is_wholly_blank_is_none(self, table: Table) -> None:
        assert table.check((HEADS + ROWS).replace("\n", ";;\n")).status == 0

    def test_cells_without_a_heading_are_refused_without_a_name(self, table: Table) -> None:
        for done in table.both(f"{HEADS}{ROWS}A;Ystad;2026;1;500\n"):
            assert done.status == 2
            assert "None" not in done.err
            assert "6" in done.err


class TestRows:
    """The rows below the headings."""

    def test_an_empty_cell_is_named_by_the_heading_of_the_file(self, table: Table) -> None:
        for done, column in zip(table.both(f"{HEADS}A;;;500\n"), ("kolumn", "column"), strict=True):
            assert f"{column} Betalare" in done.err
            assert f"{column} År" in done.err
            assert "payer" not in done.err

    def test_a_column_that_is_not_there_is_named_by_its_title(self, table: Table) -> None:
        written = "Förbund;Betalare;Belopp\nA;Ystad;500\nA;Tomelilla;500\n"
        for done, title in zip(table.both(written), ('"år"', '"year"'), strict=True):
            assert title in done.err
            assert done.err.count("\n") == 1

    def test_an_empty_row_is_one_line_with_the_way_out(self, table: Table) -> None:
        written = f"{HEADS};;;\n{ROWS}"
        for done, row in zip(table.both(written), ("rad 2: ", "row 2: "), strict=True):
            assert f"{row}" in done.err
            assert "--skip-empty" in done.err
            assert done.err.count("\n") == 1
        assert table.check(written, "--skip-empty").status == 0

    def test_rows_that_are_all_skipped_do_not_say_that_there_are_none(
        self, table: Table, tmp_path: Path
    ) -> None:
        document = tmp_path / "x.json"
        document.write_text(json.dumps({"name": "x", "members": MEMBERS}))
        table.file.write_text("payer;year;amount\nYstad;2026;\n")
        asked = (str(document), "--table", f"bidrag={table.file}", "--skip-empty")
        done = table.ran(*asked, lang="sv")
        assert done.status == 2
        assert "filen har inga rader att läsa" in done.err

    def test_a_blank_line_keeps_the_numbers_of_the_rows(self, table: Table) -> None:
        assert "rad 4, kolumn Belopp" in table.check(f"{HEADS}\n\nA;Ystad;2026;x\n").err

    def test_a_row_of_a_list_in_an_item_is_told_which_column_it_needs(
        self, table: Table, tmp_path: Path
    ) -> None:
        document = tmp_path / "x.json"
        insats = {"name": "A", "kind": "individual"}
        document.write_text(json.dumps({"name": "x", "members": MEMBERS, "insatser": [insats]}))
        table.file.write_text("to;amount\nYstad;5\n")
        asked = (str(document), "--table", f"insatser.payments={table.file}")
        for lang, said in (("sv", "rubriken insatser"), ("en", "headed insatser")):
            done = table.ran(*asked, lang=lang)
            assert done.status == 2
            assert said in done.err

    def test_a_list_that_is_not_there_is_answered_with_titles(self, table: Table) -> None:
        done = table.ran("--table", f"xyzzy={table.file}", "--by=x")
        assert "medlemmar, " in done.err
        assert "contributions" not in done.err


class TestOptions:
    """Options that would be ignored."""

    @pytest.mark.parametrize(
        "given", [["--unit=tkr"], ["--skip-totals"], ["--skip-empty"], ["--by=Förbund"]]
    )
    def test_those_of_tables_need_one(self, given: list[str], table: Table, tmp_path: Path) -> None:
        document = tmp_path / "x.json"
        document.write_text(json.dumps({"name": "x", "members": MEMBERS}), encoding="utf-8")
        for lang, said in (("sv", "gäller bara tabeller"), ("en", "for tables only")):
            done = table.ran(str(document), *given, lang=lang)
            assert done.status == 2
            assert f"{given[0].partition('=')[0]}" in done.err
            assert said in done.err

    def test_a_document_has_one_forbund(self, table: Table, tmp_path: Path) -> None:
        document = tmp_path / "x.json"
        document.write_text(json.dumps({"name": "x", "members": MEMBERS}), encoding="utf-8")
        for done, said in zip(
            (table.check(HEADS + ROWS), *table.both(HEADS + ROWS, str(document))),
            ("", "--by används bara utan dokument", "--by is used without documents only"),
            strict=True,
        ):
            assert done.status == (2 if said else 0)
            assert said in done.err


class TestBesideAWorkbook:
    """A workbook, of which a table replaces a list."""

    def test_what_the_table_leaves_alone_is_named_by_cells(
        self, table: Table, tmp_path: Path
    ) -> None:
        book = tmp_path / "x.xlsx"
        seats = [{"member": "Ystad", "role": "ledamot"}]
        own = {"name": "x", "members": MEMBERS, "board": {"seats": seats}, "contributions": [PAID]}
        write_workbook(Forbund.model_validate(own), str(book), "sv")
        table.file.write_text(HEADS.partition(";")[2] + ROWS.replace("A;", ""), encoding="utf-8")
        alone = table.ran(str(book), "--format=markdown")
        beside = table.ran(str(book), "--format=markdown", "--table", f"bidrag={table.file}")
        assert "arket Platser" in alone.out
        assert "arket Platser" in beside.out
        assert "arket Bidrag" in alone.out
        assert "arket Bidrag" not in beside.out

    def test_only_cells_of_its_own_lists_are_marked(self, table: Table, tmp_path: Path) -> None:
        book = tmp_path / "x.xlsx"
        seats = [{"member": "Ystad", "role": "ledamot"}]
        own = {"name": "x", "members": MEMBERS, "board": {"seats": seats}}
        table.file.write_text("member;role\nYstad;ledamot\n", encoding="utf-8")

        def marked(*asked: str) -> int:
            write_workbook(Forbund.model_validate(own), str(book), "sv")
            if asked:
                table.ran(str(book), *asked)
            rows = load_workbook(book)["Platser i styrelsen"].iter_rows()
            return sum(cell.comment is not None for row in rows for cell in row)

        beside = ("--table", f"board.seats={table.file}")
        assert marked("--write-back", *beside) == marked() < marked("--write-back")

    def test_excels_lock_file_is_no_document(self, table: Table, tmp_path: Path) -> None:
        own = {"name": "x", "members": MEMBERS}
        write_workbook(Forbund.model_validate(own), str(tmp_path / "x.xlsx"), "sv")
        (tmp_path / "~$x.xlsx").write_bytes(b"\x05User")
        for asked in (tmp_path, tmp_path / "*.xlsx"):
            assert table.ran(str(asked)).status == 0
