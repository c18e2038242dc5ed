"""Draw the workbook in the tutorial: ``python docs/workbook_picture.py``.

Needs LibreOffice Calc and poppler (``soffice`` and ``pdftoppm``).
"""

import subprocess
import tempfile
from pathlib import Path

import openpyxl
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.properties import PageSetupProperties

from finsam.__main__ import main

PICTURE = Path(__file__).parent / "assets" / "workbook.png"
SHEET = "Contributions"
MEMBERS = ("Försäkringskassan", "Arbetsförmedlingen", "Region Skåne", "Ystad", "Tomelilla")
AMOUNTS = (4_000_000, 2_000_000, 1_200_000, 700_000)


def draw() -> None:
    """Make a workbook, fill in a sheet, and let LibreOffice draw it."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "workbook.xlsx"
        main(["new", str(file), "--year", "2027", "--lang", "en", *MEMBERS])
        book = openpyxl.load_workbook(file)
        page = book[SHEET]
        book.move_sheet(page, -book.index(page))
        book.active = 0
        for line, amount in enumerate(AMOUNTS, 4):
            page[f"D{line}"] = amount
        page.print_options.gridLines = page.print_options.headings = True
        page.print_area = "A2:E8"
        page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
        page.oddHeader.center.text = page.oddFooter.center.text = ""
        page.page_margins = PageMargins(0.1, 0.1, 0.1, 0.1, 0, 0)
        book.save(file)
        home = f"-env:UserInstallation={(Path(folder) / 'home').as_uri()}"
        convert = ["soffice", home, "--headless", "--convert-to", "pdf", "--outdir", folder]
        crop = [
            "pdftoppm",
            "-png",
            "-r",
            "150",
            "-singlefile",
            "-H",
            "320",
            f"{folder}/workbook.pdf",
        ]
        subprocess.run([*convert, str(file)], check=True)  # noqa: S603  fixed arguments
        subprocess.run([*crop, str(PICTURE.with_suffix(""))], check=True)  # noqa: S603  the same


if __name__ == "__main__":
    draw()
