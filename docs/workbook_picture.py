"""Draw the workbook in the tutorial: ``python docs/workbook_picture.py``.

Needs LibreOffice Calc and poppler (``soffice`` and ``pdftoppm``). The picture carries the text that
it shows, so that a test can see whether it is of today's workbook.
"""

import struct
import subprocess
import tempfile
import zlib
from pathlib import Path

import openpyxl
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from finsam.__main__ import main

PICTURE = Path(__file__).parent / "assets" / "workbook.png"
SHEET = "Contributions"
SHOWN = "A2:E8"
MEMBERS = ("Försäkringskassan", "Arbetsförmedlingen", "Region Skåne", "Ystad", "Tomelilla")
AMOUNTS = (4_000_000, 2_000_000, 1_200_000, 700_000)
_HEADER = 33
"""The bytes of a PNG before its second chunk."""


def filled_in(file: Path) -> Worksheet:
    """Make a workbook and fill in the sheet as the tutorial says."""
    main(["new", str(file), "--year", "2027", "--lang", "en", *MEMBERS])
    page: Worksheet = openpyxl.load_workbook(file)[SHEET]
    for line, amount in enumerate(AMOUNTS, 4):
        page[f"D{line}"] = amount
    return page


def noted(page: Worksheet) -> bytes:
    """What the picture shows, as a chunk of a PNG."""
    cells = (str(cell.value or "") for row in page[SHOWN] for cell in row)
    chunk = b"tEXtDescription\0" + "; ".join(cells).encode("latin-1", "replace")
    size = len(chunk) - len("tEXt")
    return struct.pack(">I", size) + chunk + struct.pack(">I", zlib.crc32(chunk))


def draw() -> None:
    """Make a workbook, fill in a sheet, and let LibreOffice draw it."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "workbook.xlsx"
        page = filled_in(file)
        book = page.parent
        book.move_sheet(page, -book.index(page))
        book.active = 0
        page.print_options.gridLines = page.print_options.headings = True
        page.print_area = SHOWN
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
        drawn = PICTURE.read_bytes()
        PICTURE.write_bytes(drawn[:_HEADER] + noted(page) + drawn[_HEADER:])


if __name__ == "__main__":
    draw()
