"""A document as a workbook to fill in, and back."""

import contextlib
import errno
import io
import re
import shutil
import subprocess
import sys
import warnings
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from finsam import Forbund, MalformedRows
from finsam.__main__ import main
from finsam.law.text import Lang, Text
from finsam.models.cells import Kind, columns, read, tables, word
from finsam.models.workbook import read_workbook, write_workbook
from finsam.testing import forbund as any_forbund

ROOT = Path(__file__).parents[2]
FULL = Forbund.model_validate_json((ROOT / "benchmarks" / "full.json").read_bytes())
MEMBERS = ["forsakringskassan", "arbetsformedlingen", "region:12", "kommun:1286"]
LANGS: tuple[Lang, ...] = ("sv", "en")
WITH_MONEY = Forbund.model_validate(
    {
        "name": "x",
        "members": MEMBERS,
        "contributions": [{"payer": "kommun:1286", "year": 2024, "amount": 5}],
        "insatser": [{"name": "A", "kind": "individual", "payments": [{"to": "kommun:1286"}]}],
    }
)


def book_of(forbund: Forbund, lang: Lang = "sv") -> Any:  # noqa: ANN401  openpyxl has no types
    file = io.BytesIO()
    forbund.to_workbook(file, lang)
    return openpyxl.load_workbook(file)


def read_back(book: Any) -> Forbund:  # noqa: ANN401  openpyxl has no types
    file = io.BytesIO()
    book.save(file)
    return Forbund.from_workbook(file)


def errors_of(book: Any, lang: Lang = "sv") -> list[str]:  # noqa: ANN401  openpyxl has no types
    with pytest.raises(MalformedRows) as caught:
        read_back(book)
    return caught.value.explain(lang).splitlines()


def field(page: Any, name: str) -> int | None:  # noqa: ANN401  openpyxl has no types
    """The line of a field in a form; None if it is not there."""
    return next((row[0].row for row in page.iter_rows() if row[0].value == name), None)


ANY_CELL = (
    st.none()
    | st.text(st.characters(exclude_categories=["C"]), max_size=20)
    | st.integers(-(10**6), 10**6)
    | st.floats(-1e9, 1e9)
    | st.booleans()
    | st.dates(date(1900, 3, 1), date(2100, 1, 1))
    | st.datetimes()
    | st.times()
    | st.timedeltas(timedelta(0), timedelta(999))
)
AGREED: dict[str, object] = {
    "Överenskommelser!B4": "kommun",
    "Överenskommelser!C4": 2024,
    "Andelar (överenskommelse)!B4": 1,
    "Andelar (överenskommelse)!C4": "Ystad",
    "Andelar (överenskommelse)!D4": 0.35,
    "Andelar (överenskommelse)!B5": 1,
    "Andelar (överenskommelse)!C5": "Tomelilla",
    "Andelar (överenskommelse)!D5": 0.647,
}


class TestThereAndBack:
    """A document and its workbook say the same."""

    @settings(max_examples=10)
    @given(any_forbund(), st.sampled_from(LANGS))
    def test_any_document(self, forbund: Forbund, lang: Lang) -> None:
        file = io.BytesIO()
        write_workbook(forbund, file, lang)
        assert read_workbook(Forbund, file) == forbund

    @pytest.mark.parametrize("lang", LANGS)
    def test_a_large_document(self, lang: Lang, tmp_path: Path) -> None:
        FULL.to_workbook(tmp_path / "full.xlsx", lang)
        assert Forbund.from_workbook(tmp_path / "full.xlsx") == FULL

    def test_a_text_is_a_text(self) -> None:
        texts = ["=1+1", "=X(1)", "+1", "@x", "#N/A", "-", "1/3", "", " ", "?", '""', "\r\x01"]
        insatser = [{"name": text, "kind": "individual", "ref": text} for text in texts]
        forbund = WITH_MONEY.replace(name="=1+1", insatser=insatser)
        book = book_of(forbund)
        assert not any(
            cell.data_type in "fe" for page in book for row in page.iter_rows() for cell in row
        )
        assert read_back(book) == forbund

    def test_after_libreoffice_has_saved_it(self, tmp_path: Path) -> None:
        soffice = shutil.which("soffice")
        if soffice is None:
            pytest.skip("LibreOffice is not installed")
        forbund = FULL.replace(name="=1+1\nTvå rader ", seat="1/3")
        forbund.to_workbook(tmp_path / "book.xlsx")
        home = f"-env:UserInstallation={(tmp_path / 'home').as_uri()}"
        command = [soffice, home, "--headless", "--convert-to", "xlsx", "--outdir"]
        subprocess.run([*command, tmp_path / "lo", tmp_path / "book.xlsx"], check=True, timeout=300)
        assert Forbund.from_workbook(tmp_path / "lo" / "book.xlsx") == forbund

    def test_headings_may_be_reworded_and_columns_moved(self) -> None:
        book = book_of(WITH_MONEY)
        page = book["Bidrag"]
        page["B2"] = "Vem"
        page.move_range("B1:B4", cols=20)
        page.insert_cols(2)
        page["B4"] = "min egen anteckning"
        for own in ("Egna anteckningar", "Mer eget"):
            book.create_sheet(own)["A1"] = "x"
        book.move_sheet("Bidrag", 3)
        assert read_back(book) == WITH_MONEY

    def test_a_sheet_that_is_taken_away_says_nothing(self) -> None:
        book = book_of(WITH_MONEY)
        del book["Bidrag"]
        assert read_back(book) == WITH_MONEY.replace(contributions=None)


class TestWhatIsTyped:
    """Cells are read as people fill them in."""

    def test_amounts_days_parts_and_words(self) -> None:
        book = book_of(WITH_MONEY)
        page = book["Bidrag"]
        for place, cell in enumerate(("Region Skåne", 2024, 1234567.89, "extra"), 2):
            page.cell(5, place).value = cell
        page = book["Överenskommelser"]
        page["B4"], page["C4"] = "Kommun", 2024
        page = book["Andelar (överenskommelse)"]
        for line, (member, share) in enumerate((("Ystad", 0.35), (1270, "65 %")), 4):
            page.cell(line, 2).value, page.cell(line, 3).value = 1, member
            page.cell(line, 4).value = share
        page = book["Insatser"]
        heads = {cell.value: cell.column_letter for cell in page[1]}
        page[f"{heads['aims']}4"] = "Arbetsförmåga, samverkan"
        page[f"{heads['evaluated']}4"] = "Ja"
        page[f"{heads['performed_by']}4"] = "Fontänhuset (förening)\nYstads kommun"
        forbund = read_back(book)
        assert [str(c.amount) for c in forbund.contributions or ()] == ["5", "1234567.89"]
        ((agreement),) = forbund.agreements or ()
        assert [str(share.share) for share in agreement.shares] == ["7/20", "13/20"]
        (insats,) = forbund.insatser or ()
        assert insats.aims == frozenset({"work_ability", "cooperation"})
        assert insats.evaluated
        assert insats.performed_by is not None
        assert str(getattr(insats.performed_by[0], "form", "")) == "association"

    @pytest.mark.parametrize("lang", LANGS)
    def test_the_forms_of_others_are_named(self, lang: Lang) -> None:
        page = book_of(WITH_MONEY, lang).worksheets[0]
        texts = "\n".join(str(row[0].value) for row in page.iter_rows())
        assert {"sv": "stiftelse, företag, ", "en": "foundation, company, "}[lang] in texts

    def test_none_is_reported_at_the_name_of_the_list(self) -> None:
        seats = {"complete": ["board.seats"], "board": {"seats": []}}
        forbund = WITH_MONEY.replace(contributions=[], **seats)
        assert read_back(book_of(forbund)) == forbund

    def test_a_row_that_waits_for_its_amount_is_not_read(self) -> None:
        book = book_of(WITH_MONEY)
        book["Bidrag"]["D4"] = None
        assert read_back(book).contributions is None

    @pytest.mark.parametrize("lang", LANGS)
    def test_every_choice_has_words_of_its_own(self, lang: Lang) -> None:
        for model in (Forbund, *tables(Forbund).values()):
            for column in columns(model):
                if column.kind is Kind.CHOICE and column.name not in {"format", "complete"}:
                    said = [word(column, choice, lang) for choice in column.choices]
                    one = column._replace(several=False)
                    assert [read(one, each.upper()) for each in said] == list(column.choices)
                    assert not any("_" in each for each in said)
                    assert ("annat" in said) <= (column.name not in {"adopted_by", "by", "to"})

    @pytest.mark.parametrize("lang", LANGS)
    def test_help_speaks_to_who_fills_in_the_book(self, lang: Lang) -> None:
        """Of cells and sheets, never of a document's keys and gaps; each choice by its name."""
        said = [
            str(cell.value)
            for page in book_of(WITH_MONEY, lang)
            for row in page.iter_rows()
            for cell in row
            if cell.style == "finsam help"
        ]
        assert len(said) > 200
        of_documents = re.compile(r"null|json|nyckel|\bkey\b|\(\)|_|\bempt(?!y\b)", re.IGNORECASE)
        assert not [text for text in said if of_documents.search(text) or not text[0].isupper()]


class TestWhatCannotBeUsed:
    """Errors are reported by sheet, row and column."""

    def test_a_cell(self) -> None:
        book = book_of(WITH_MONEY)
        page = book["Bidrag"]
        page["B5"], page["C5"], page["D5"] = "Tomelila", 1999, 333333.3333
        page["B6"], page["C6"], page["D6"] = "Ystad", 2024, "tusen"
        lines = errors_of(book)
        assert [line.partition(": ")[0] for line in lines] == [
            "arket Bidrag, rad 5, kolumn Betalare",
            "arket Bidrag, rad 5, kolumn År",
            "arket Bidrag, rader 5–6, kolumn Belopp",
        ]
        assert "menade du kommun:1270 (Tomelilla)?" in lines[0]
        assert lines[2].endswith("(i cellen står 333333,3333)")
        assert errors_of(book, "en")[1].startswith("sheet Bidrag, row 5, column År: a year is")

    def test_a_field_of_a_form(self) -> None:
        book = book_of(WITH_MONEY)
        book["Samordningsförbund"]["C4"] = "196408233234"
        (line,) = errors_of(book)
        assert line.startswith("arket Samordningsförbund, rad 4, kolumn Organisationsnummer: ")
        assert "1964" not in line

    def test_a_row_of_an_item_that_is_not_there(self) -> None:
        book = book_of(WITH_MONEY)
        book["Betalningar (insats)"]["B4"] = 7
        (line,) = errors_of(book)
        assert line == (
            "arket Betalningar (insats), rad 4, kolumn Insats, nr: här ska stå numret (Nr) på en "
            "ifylld rad på arket Insatser"
        )

    @pytest.mark.parametrize("lang", LANGS)
    def test_a_heading_that_says_another_unit_or_has_lost_its_column(self, lang: Lang) -> None:
        book = book_of(WITH_MONEY, lang)
        page = book[{"sv": "Bidrag", "en": "Contributions"}[lang]]
        at = {cell.value: cell.column_letter for cell in page[1]}
        page[f"{at['amount']}2"] = "Belopp (tkr)"
        page[f"{at['year']}1"] = None
        unit, lost = sorted(errors_of(book, "en"), key=lambda error: "hidden" in error)
        assert "the heading says tkr, but the sheet is read in kronor" in unit
        assert "the first, hidden cell of the column is empty" in lost

    def test_who_is_no_party_is_named_as_it_was_written(self) -> None:
        book = book_of(WITH_MONEY)
        page = book["Bidrag"]
        at = {cell.value: cell.column_letter for cell in page[1]}
        for line, said in enumerate(["Summa", "Region Skånne", "Föreningen Solen"], 20):
            page[f"{at['payer']}{line}"] = said
            page[f"{at['year']}{line}"], page[f"{at['amount']}{line}"] = 2026, 5
        total, near, other = errors_of(book)
        assert "rad 20, kolumn Betalare: raden är en summa, inte en post" in total
        assert "rad 22, kolumn Betalare: här ska stå en medlem med namn" in other
        assert "Region Skånne finns inte" in near
        assert "menade du region:12 (Region Skåne)?" in near

    @pytest.mark.parametrize(
        ("cells", "expected"),
        [
            (
                {"Medlemmar!B8": "Ystads kommun"},
                "arket Medlemmar, rad 8: Ystad (kommun:1286) står två gånger",
            ),
            (
                {"Medlemmar!C4": date(2020, 1, 2), "Medlemmar!D4": date(2020, 1, 1)},
                "arket Medlemmar, rad 4, kolumn Medlem till och med: 2020-01-01 är före 2020-01-02",
            ),
            (
                {"Bidrag!B5": "kommunerna", "Bidrag!C5": 2024, "Bidrag!D5": 2},
                "arket Bidrag, rad 4: enskilda kommuners årliga bidrag för 2024",
            ),
            (
                {"Överenskommelser!B4": "kommun", "Överenskommelser!C4": 2024},
                "kolumn Andelar: raderna fylls i på arket Andelar (överenskommelse); här",
            ),
            (
                AGREED,
                "Överenskommelser, rad 4, kolumn Andelar: andelarna blir tillsammans 0,9970, men",
            ),
            (
                AGREED
                | {f"Andelar (överenskommelse)!D{line}": "1/2" for line in (4, 5)}
                | {
                    f"Andelar (överenskommelse)!{at}6": x
                    for at, x in zip("BCD", (2, 1286, 1), strict=True)
                }
                | {"Överenskommelser!B5": "kommun", "Överenskommelser!C5": 2025},
                "arket Överenskommelser, rad 5: två överenskommelser mellan kommunerna gäller 2025",
            ),
            (
                AGREED | {"Andelar (överenskommelse)!C5": "1286"},
                "arket Andelar (överenskommelse), rad 5: Ystad (kommun:1286) står två gånger",
            ),
            (
                {"Budgetar!B4": 2026, "Budgetar!B7": 2026},
                "arket Budgetar, rad 7: året 2026 står två gånger",
            ),
            (
                {
                    "Förbundsordningar!B4": date(2020, 1, 1),
                    "Förbundsordningar!B5": date(2020, 1, 1),
                },
                "arket Förbundsordningar, rad 5: två förbundsordningar gäller från samma dag",
            ),
            *(
                (
                    {"Bidrag!B5": "Ystad", "Bidrag!C5": 2025, f"complete={name}": "ja"},
                    "arket Bidrag, rad 5, kolumn Belopp: raden har inget belopp och läses inte",
                )
                for name in ("contributions", "all")
            ),
            (
                {"complete=board.seats": "ja"},
                "kolumn Styrelse: platser i styrelsen: listan har inga rader",
            ),
            (
                {"formed": date(2020, 1, 2), "dissolved": date(2020, 1, 1)},
                "kolumn Den dag förbundet upphörde: 2020-01-01 är före 2020-01-02",
            ),
            ({"Bidrag!C4": date(2024, 1, 1)}, "rad 4, kolumn År: ett år skrivs med fyra siffror"),
            ({"Bidrag!D4": "1 200 tkr"}, "rad 4, kolumn Belopp: beloppet är skrivet i tkr; skriv"),
            ({"Bidrag!D4": -5}, "rad 4, kolumn Belopp: beloppet är mindre än noll"),
            ({"Bidrag!D4": date(2026, 1, 2)}, "rad 4, kolumn Belopp: här står ett datum; skriv"),
            (
                {"Bidrag!D4": "1 20 000"},
                "rad 4, kolumn Belopp: ett belopp skrivs i kronor, aldrig i tusental",
            ),
            ({"Bidrag!E4": "engångs"}, "rad 4, kolumn Slag: välj årligt eller extra"),
            ({"Medlemmar!C4": "2026-02-30"}, "ett datum skrivs år-månad-dag, som 2026-03-01"),
        ],
    )
    def test_what_does_not_agree_is_reported_by_its_cell(
        self, cells: dict[str, object], expected: str
    ) -> None:
        book = book_of(WITH_MONEY)
        for place, value in cells.items():
            sheet, _, cell = place.rpartition("!")
            page = book[sheet] if sheet else next(p for p in book if field(p, place))
            page[cell if sheet else f"C{field(page, place)}"] = value
        (line,) = errors_of(book)
        assert expected in line
        assert not re.search(r"[a-z]_[a-z]|\bnull\b|\bpool\b", line)

    def test_a_copied_column_or_line_is_refused(self) -> None:
        book = book_of(WITH_MONEY)
        page = book["Bidrag"]
        for line in (1, 2, 3, 4):
            page.cell(line, 15).value = page["D4" if line == 4 else f"D{line}"].value
        form = book["Samordningsförbund"]
        form["A30"], form["B30"], form["C30"] = "name", "Namn", "Annat namn"
        name, amount = errors_of(book)
        assert name.startswith("arket Samordningsförbund, rad 30, kolumn Namn: en kopia")
        assert amount.startswith("arket Bidrag, rad 2, kolumn Belopp: en kopia")

    def test_a_required_column_that_is_lost_is_named(self) -> None:
        book = book_of(WITH_MONEY)
        book["Bidrag"]["D1"], book["Bidrag"]["D2"] = None, "Summa kr"
        (line,) = errors_of(book)
        assert line.startswith("arket Bidrag: kolumnen Belopp * saknas, eller har mist sin")

    @pytest.mark.parametrize("lang", LANGS)
    @pytest.mark.parametrize("change", ["delete_rows", "insert_rows"])
    @pytest.mark.parametrize("line", [2, 3])
    def test_lines_put_in_or_taken_away_above_the_rows(
        self, lang: Lang, change: str, line: int
    ) -> None:
        book = book_of(WITH_MONEY, lang)
        page = book[{"sv": "Bidrag", "en": "Contributions"}[lang]]
        getattr(page, change)(line)
        (found,) = errors_of(book)
        assert found.startswith(f"arket {page.title}: rubrikerna ska stå på rad 2")

    @given(st.data())
    @settings(max_examples=15)
    def test_whatever_cells_hold_is_read_or_refused_in_words(self, data: st.DataObject) -> None:
        book = book_of(FULL)
        pages = [page for page in book.worksheets[1:] if page.sheet_state == "visible"]
        for _ in range(40):
            page = data.draw(st.sampled_from(pages))
            line, place = data.draw(st.integers(2, 8)), data.draw(st.integers(2, 9))
            cell = page.cell(line, 3 if page["C1"].value is None else place)
            cell.value = data.draw(ANY_CELL)
        # Anything but this error fails.
        with contextlib.suppress(MalformedRows):
            read_back(book)

    def test_a_number_that_is_text_is_a_number(self) -> None:
        cells = AGREED | {
            "Andelar (överenskommelse)!D4": "1/2",
            "Andelar (överenskommelse)!D5": 0.5,
        }
        book = book_of(WITH_MONEY)
        for place, value in cells.items():
            sheet, _, cell = place.rpartition("!")
            book[sheet][cell] = value
        book["Andelar (överenskommelse)"]["B4"] = "1 "
        book["Överenskommelser"]["A4"] = " 1"
        ((agreement),) = read_back(book).agreements or ()
        assert len(agreement.shares) == 2

    def test_a_text_at_the_name_of_a_list(self) -> None:
        book = book_of(WITH_MONEY)
        page = book["Samordningsförbund"]
        page[f"C{field(page, 'other_income')}"] = "Steget, Nystart"
        (line,) = errors_of(book)
        assert "kolumn Andra inkomster: raderna fylls i på arket Andra inkomster" in line

    def test_a_copied_sheet_is_refused_as_its_rows_would_replace_the_first_ones(self) -> None:
        book = book_of(WITH_MONEY)
        book.copy_worksheet(book["Bidrag"]).title = "Bidrag 2028"
        (line,) = errors_of(book)
        assert line.startswith("arket Bidrag 2028: arket har samma innehåll som arket Bidrag")

    @given(st.integers(1990, 2100))
    @settings(max_examples=10)
    def test_a_year_in_a_cell_for_days_is_no_day_of_1905(self, year: int) -> None:
        book = book_of(WITH_MONEY)
        page = book["Samordningsförbund"]
        page[f"C{field(page, 'formed')}"] = year
        (line,) = errors_of(book)
        assert f"som är talet {year} i en cell för dagar" in line

    def test_what_stands_at_the_name_of_a_list_with_rows(self) -> None:
        book = book_of(WITH_MONEY)
        page = book["Samordningsförbund"]
        page[f"C{field(page, 'contributions')}"] = 8_000_000
        (line,) = errors_of(book)
        assert "kolumn Bidrag: listan har rader på sitt ark, så här ska inget stå" in line

    def test_two_rows_with_one_number(self) -> None:
        book = book_of(WITH_MONEY)
        page = book["Insatser"]
        heads = {cell.value: cell.column_letter for cell in page[1]}
        page["A5"], page[f"{heads['name']}5"], page[f"{heads['kind']}5"] = 1, "B", "individinriktad"
        (line,) = errors_of(book)
        assert line.startswith("arket Insatser, rad 5, kolumn Nr: numret står på en tidigare rad")

    def test_none_and_rows_at_once(self) -> None:
        book = book_of(WITH_MONEY)
        page = book["Samordningsförbund"]
        (line,) = [row[0].row for row in page.iter_rows() if row[0].value == "contributions"]
        page[f"C{line}"] = "inga"
        (found,) = errors_of(book)
        assert found.startswith(
            f"arket Samordningsförbund, rad {line}, kolumn Bidrag: listan har rader på sitt ark"
        )

    def test_a_formula_that_has_no_value(self) -> None:
        book = book_of(WITH_MONEY)
        book["Bidrag"]["D4"] = "=1000+1"
        (line,) = errors_of(book)
        assert line.startswith("arket Bidrag, rad 4, kolumn Belopp: formeln har inget värde")

    @pytest.mark.parametrize("number", [0, 10**9, 123456.5e3])
    def test_a_number_that_is_no_day(self, number: float) -> None:
        book = book_of(WITH_MONEY)
        page = book["Medlemmar"]
        heads = {cell.value: cell.column_letter for cell in page[1]}
        page[f"{heads['joined']}4"] = number
        page[f"{heads['joined']}4"].number_format = "yyyy-mm-dd"
        (line,) = errors_of(book)
        assert line.startswith("arket Medlemmar, rad 4, kolumn ")
        assert ": ett datum skrivs år-månad-dag, som 2026-03-01" in line

    def test_the_filters_of_warnings_are_as_before(self) -> None:
        file = io.BytesIO()
        WITH_MONEY.to_workbook(file)
        before = list(warnings.filters)
        with ThreadPoolExecutor(8) as threads:
            books = [io.BytesIO(file.getvalue()) for _ in range(8)]
            assert all(each == WITH_MONEY for each in threads.map(Forbund.from_workbook, books))
        assert list(warnings.filters) == before

    def test_what_is_neither_yes_nor_no_of_a_list(self) -> None:
        book = book_of(WITH_MONEY)
        page = book["Fullständiga listor"]
        (line,) = [row[0].row for row in page.iter_rows() if row[0].value == "complete=board.seats"]
        page[f"C{line}"] = "kanske"
        (found,) = errors_of(book)
        assert found.startswith(f"arket Fullständiga listor, rad {line}, kolumn Styrelse: platser")
        assert found.endswith(": här ska stå ja eller nej")

    @pytest.mark.parametrize(
        "content", [b"", b"x", b"PK\x03\x04", (ROOT / "mkdocs.yml").read_bytes()]
    )
    def test_a_file_that_is_no_workbook(self, content: bytes) -> None:
        with pytest.raises(MalformedRows, match="not a workbook made by finsam new"):
            Forbund.from_workbook(io.BytesIO(content))

    def test_another_workbook(self) -> None:
        with pytest.raises(MalformedRows, match="not a workbook made by finsam new"):
            read_back(openpyxl.Workbook())


class TestCommands:
    """It is made, checked and marked from the command line."""

    @pytest.fixture
    def made(self, tmp_path: Path) -> Path:
        file = tmp_path / "plan.xlsx"
        found = ["Försäkringskassan", "Arbetsförmedlingen", "Region Skåne", "Ystad"]
        assert main(["new", str(file), "--year", "2027", "--name", "Exempel", *found]) == 0
        return file

    def test_new_fills_in_the_members(self, made: Path) -> None:
        forbund = Forbund.from_workbook(made)
        assert [member.actor for member in forbund.members] == MEMBERS
        assert forbund == Forbund.model_validate({"name": "Exempel", "members": MEMBERS})
        page = openpyxl.load_workbook(made)["Bidrag"]
        rows = [[cell.value for cell in row[1:4]] for row in page["A4:D6"]]
        assert rows == [
            [name, 2027, None] for name in ("Försäkringskassan", "Region Skåne", "Ystad")
        ]

    def test_new_writes_over_nothing(self, made: Path, capsys: pytest.CaptureFixture[str]) -> None:
        before = made.read_bytes()
        assert main(["new", str(made), "--year", "2027", "Ystad"]) == 2
        assert "filen finns redan" in capsys.readouterr().err
        assert made.read_bytes() == before

    def test_new_refuses_who_is_nobody(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert main(["new", str(tmp_path / "x.xlsx"), "--year", "2027", "Tomelila"]) == 2
        assert "Tomelilla" in capsys.readouterr().err
        assert not (tmp_path / "x.xlsx").exists()

    def test_check_reads_it(self, made: Path, capsys: pytest.CaptureFixture[str]) -> None:
        book = openpyxl.load_workbook(made)
        page = book["Bidrag"]
        page["D4"], page["D5"], page["D6"] = 4_000_000, 2_000_000, 1_900_000
        book.save(made)
        assert main(["check", str(made), "--on", "2027-01-01"]) == 1
        assert "Exempel" in capsys.readouterr().out
        page["D5"] = -3
        book.save(made)
        assert main(["check", str(made), "--on", "2027-01-01"]) == 2
        found = capsys.readouterr().err
        assert found.startswith(
            f"{made}: arket Bidrag, rad 5, kolumn Belopp: beloppet är mindre än noll"
        )

    @pytest.mark.parametrize(
        ("count", "said"),
        [
            (0, Text("ingen cell är märkt", "no cell is marked")),
            (1, Text("1 cell är märkt: fyll i den, så kan", "1 cell is marked: fill it in, and")),
            (
                5,
                Text("5 celler är märkta: fyll i dem, så", "5 cells are marked: fill them in, and"),
            ),
        ],
    )
    def test_write_back_says_how_many_cells_it_marked(
        self,
        count: int,
        said: Text,
        made: Path,
        monkeypatch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        monkeypatch.setattr("finsam.models.workbook.mark", lambda *_: (count, False))
        for lang in LANGS:
            main(["check", str(made), "--on=2027-01-01", "--write-back", "--lang", lang])
            assert f"{made}: {said.get(lang)}" in capsys.readouterr().err

    @pytest.mark.parametrize("lang", ["sv", "en"])
    def test_what_is_wrong_with_a_workbook_of_the_command_line_is_in_the_language_asked_for(
        self,
        lang: str,
        tmp_path: Path,
        made: Path,
        monkeypatch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        new = ["new", str(tmp_path / "none" / "x.xlsx"), "Ystad", "--year=2027", "--lang", lang]
        assert main(new) == 2
        assert (
            "mappen finns inte" if lang == "sv" else "no such folder"
        ) in capsys.readouterr().err
        monkeypatch.setitem(sys.modules, "openpyxl", None)
        assert main(["check", str(made), "--on=2027-01-01", "--lang", lang]) == 2
        said = "arbetsböcker kräver" if lang == "sv" else "workbooks need"
        assert said in capsys.readouterr().err

    @pytest.mark.parametrize("lang", ["sv", "en"])
    def test_a_workbook_that_cannot_be_written_may_be_open(
        self,
        lang: str,
        made: Path,
        monkeypatch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        def refused(*_: object) -> int:
            raise PermissionError(errno.EACCES, "in the language of the computer")

        monkeypatch.setattr("finsam.models.workbook.mark", refused)
        assert main(["check", str(made), "--on=2027-01-01", "--write-back", "--lang", lang]) == 2
        said = "öppen i ett annat program" if lang == "sv" else "open in another program"
        assert said in capsys.readouterr().err

    @pytest.mark.parametrize("form", ["text", "html", "markdown"])
    def test_a_report_names_sheets_and_rows(
        self, made: Path, capsys: pytest.CaptureFixture[str], form: str
    ) -> None:
        book = openpyxl.load_workbook(made)
        book["Budgetar"]["B4"] = 2027
        for line, amount in enumerate((4_000_000, 2_000_000, 1_900_000), 4):
            book["Bidrag"][f"D{line}"] = amount
        book.save(made)
        main(
            ["check", str(made), "--on", "2027-01-01", "--format", form, "--about", "economy,money"]
        )
        found = " ".join(capsys.readouterr().out.split())
        assert "arket Bidrag" in found
        assert "arket Budgetar, rad 4, kolumn" in found
        assert not re.search(r"contributions|budgets\[", found)

    def test_write_back_marks_what_would_settle_something(self, made: Path) -> None:
        arguments = ["check", str(made), "--on", "2027-01-01", "--write-back"]
        book = openpyxl.load_workbook(made)
        book["Budgetar"]["B4"] = 2027
        book.save(made)
        before = Forbund.from_workbook(made)
        assert main(arguments) == 0
        assert Forbund.from_workbook(made) == before
        marked = self.marks(made)
        # The empty amounts, the day on which the budget was adopted, and the board.
        assert {"Budgetar!C4", "Styrelse!B1", "Bidrag!D4", "Bidrag!D5", "Bidrag!D6"} <= marked
        assert main(arguments) == 0
        assert self.marks(made) == marked
        book = openpyxl.load_workbook(made)
        book["Budgetar"]["C4"] = date(2026, 11, 20)
        book.save(made)
        assert main(arguments) == 0
        assert "Budgetar!C4" not in self.marks(made)

    def test_write_back_says_that_formulas_lose_their_values(
        self, made: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        book = openpyxl.load_workbook(made)
        # A column of one's own is not read, so that no value is missed.
        book["Bidrag"]["Z4"] = "=1+1"
        book.save(made)
        assert main(["check", str(made), "--on", "2027-01-01", "--quiet", "--write-back"]) == 0
        assert "boken har formler, vars värden försvann" in capsys.readouterr().err

    @pytest.mark.parametrize("ending", [".ods", ".xls", ".xlsm"])
    def test_another_spreadsheet_is_refused_in_words(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str], ending: str
    ) -> None:
        file = tmp_path / f"plan{ending}"
        file.write_bytes(b"PK\x03\x04\xff")
        assert main(["check", str(file), "--on", "2027-01-01"]) == 2
        assert "ett kalkylblad läses som .xlsx; öppna filen" in capsys.readouterr().err

    def test_a_personal_number_is_pointed_out_by_its_cell(
        self, made: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        book = openpyxl.load_workbook(made)
        page = book["Medlemmar"]
        heads = {cell.value: cell.column_letter for cell in page[1]}
        page[f"{heads['note']}5"] = "811218-9876"
        book.save(made)
        main(["check", str(made), "--on", "2027-01-01", "--quiet"])
        found = capsys.readouterr().err
        assert f"{made}: arket Medlemmar, rad 5, kolumn Anteckning: texten ser ut" in found

    def test_only_a_workbook_has_cells_to_mark(self, capsys: pytest.CaptureFixture[str]) -> None:
        example = str(ROOT / "examples" / "gotland.json")
        assert main(["check", example, "--on", "2027-01-01", "--write-back"]) == 2
        assert "celler märks bara i en arbetsbok" in capsys.readouterr().err

    @staticmethod
    def marks(file: Path) -> set[str]:
        book = openpyxl.load_workbook(file)
        cells = [(page, cell) for page in book for row in page.iter_rows() for cell in row]
        filled = {f"{p.title}!{c.coordinate}" for p, c in cells if c.fill.fgColor.rgb == "FFFFE699"}
        assert filled == {f"{page.title}!{cell.coordinate}" for page, cell in cells if cell.comment}
        return filled
