"""``finsam new``: a workbook to fill in."""

from argparse import Namespace
from io import BytesIO
from pathlib import Path
from typing import Final

from pydantic import ValidationError

from finsam.commands.check import WORKBOOK
from finsam.commands.output import HOLDS, UNUSABLE, complain, errors_of, reason, shown
from finsam.law.parties import NEVER_PAYS, member_key
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
    """Write a workbook with the members, and a row for what each is to give."""
    from finsam.models.workbook import write_workbook  # noqa: PLC0415  only this needs it

    file = Path(options.file)
    if file.suffix != WORKBOOK:
        complain(_ENDING.get(options.lang).format(file=shown(options.file)))
        return UNUSABLE
    try:
        keys = [member_key(said) for said in options.members]
        document = Forbund.model_validate({"name": options.name, "members": keys})
        begun = {
            "contributions": [
                {"payer": key, "year": options.year} for key in keys if key != NEVER_PAYS
            ]
        }
        book = BytesIO()
        write_workbook(document, book, options.lang, begun)
        with file.open("xb") as written:
            written.write(book.getvalue())
    except FileExistsError:
        complain(_THERE.get(options.lang).format(file=file))
        return UNUSABLE
    except ValidationError as error:
        complain(*errors_of("finsam", error.errors(), options.lang))
        return UNUSABLE
    except OSError as error:
        complain(f"{shown(options.file)}: {reason(error, options.lang)}")
        return UNUSABLE
    except (ImportError, ValueError) as error:
        if isinstance(error, ExplainedError):
            raise
        complain(f"finsam: {error}")
        return UNUSABLE
    print(_MADE.get(options.lang).format(file=file))
    return HOLDS
