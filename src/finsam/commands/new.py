"""``finsam new``: a workbook to fill in."""

from argparse import Namespace
from pathlib import Path
from typing import Final

from finsam.commands.output import HOLDS, UNUSABLE, complain
from finsam.law.parties import NEVER_PAYS, member_key
from finsam.law.text import Text
from finsam.models.forbund import Forbund

_THERE: Final = Text(
    "{file}: filen finns redan; välj ett annat namn", "{file}: the file exists; choose another name"
)
_MADE: Final = Text(
    "{file}: fyll i det som är känt, och pröva med  finsam check {file} --on ÅÅÅÅ-MM-DD",
    "{file}: fill in what is known, and check it by  finsam check {file} --on YYYY-MM-DD",
)


def run(options: Namespace) -> int:
    """Write a workbook with the members, and a row for what each is to give."""
    from finsam.models.workbook import write_workbook  # noqa: PLC0415  only this needs it

    file = Path(options.file)
    try:
        keys = [member_key(said) for said in options.members]
        document = Forbund.model_validate({"name": options.name, "members": keys})
        begun = {
            "contributions": [
                {"payer": key, "year": options.year} for key in keys if key != NEVER_PAYS
            ]
        }
        with file.open("xb") as written:
            write_workbook(document, written, options.lang, begun)
    except FileExistsError:
        complain(_THERE.get(options.lang).format(file=file))
        return UNUSABLE
    except (ImportError, OSError) as error:
        complain(f"finsam: {getattr(error, 'strerror', None) or error}")
        return UNUSABLE
    print(_MADE.get(options.lang).format(file=file))
    return HOLDS
