"""``finsam new``: a workbook to fill in."""

from argparse import Namespace
from io import BytesIO
from pathlib import Path
from typing import Final

from finsam.commands.documents import WORKBOOK
from finsam.commands.output import HOLDS, UnusableError, shown, unwritable, usable
from finsam.law.finsamlagen import FINSAMLAGEN
from finsam.law.parties import NEVER_PAYS, one_party
from finsam.law.text import ExplainedError, Text
from finsam.models.forbund import Forbund

_THERE: Final = Text(
    "{file}: filen finns redan; välj ett annat namn", "{file}: the file exists; choose another name"
)
_ENDING: Final = Text(
    "{file}: en arbetsbok har ett namn som slutar på .xlsx",
    "{file}: the name of a workbook ends in .xlsx",
)
_MADE: Final = Text(
    "{file}: fyll i det som är känt, och pröva med  finsam check {file} --on ÅÅÅÅ-MM-DD",
    "{file}: fill in what is known, and check it by  finsam check {file} --on YYYY-MM-DD",
)


def run(options: Namespace) -> int:
    """Write a workbook with the members, and a row for each contribution."""
    from finsam.models.workbook import write_workbook  # noqa: PLC0415  only this needs it

    file = Path(options.file)
    if file.suffix != WORKBOOK:
        raise UnusableError(_ENDING.get(options.lang).format(file=shown(options.file)))
    FINSAMLAGEN.require_in_force_in(options.year)
    try:
        with usable("finsam", options.lang):
            keys = [one_party(said) for said in options.members]
            document = Forbund.model_validate({"name": options.name, "members": keys})
            paying = [{"payer": key, "year": options.year} for key in keys if key != NEVER_PAYS]
            book = BytesIO()
            write_workbook(document, book, options.lang, {"contributions": paying})
        with file.open("xb") as written:
            written.write(book.getvalue())
    except FileExistsError:
        raise UnusableError(_THERE.get(options.lang).format(file=file)) from None
    except OSError as error:
        raise unwritable(options.file, error, options.lang) from None
    except ExplainedError:
        raise
    except ValueError as error:
        raise UnusableError(f"finsam: {error}") from None
    print(_MADE.get(options.lang).format(file=file))
    return HOLDS
