"""The command line: ``python -m finsam check FILE… --on DATE``, and the other commands."""

import sys
from argparse import Namespace
from collections.abc import Sequence
from importlib import import_module
from io import TextIOWrapper
from typing import Final

from finsam.commands.parser import language, parser_in
from finsam.law.text import Lang, Text

UNUSABLE: Final = 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line.

    Returns:
        0; 1 if the verdict that ``--fail-on`` names was met; 2 if some input could not be used.
    """
    for stream in (sys.stdout, sys.stderr):
        # What is printed is Swedish and goes into files and pipes: the same bytes everywhere.
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    given = sys.argv[1:] if arguments is None else arguments
    lang = language(given)
    return _run(parser_in(lang).parse_args(given), lang)


def _run(options: Namespace, lang: Lang) -> int:
    from finsam.commands.output import to_file  # noqa: PLC0415  --help needs no models
    from finsam.law.statute import NotInForce  # noqa: PLC0415  --help needs no models

    module, _, name = options.run.partition(".")
    command = getattr(import_module(f"finsam.commands.{module}"), name)
    output = getattr(options, "output", None)
    try:
        with to_file(output):
            status: int = command(options)
    except NotInForce as error:
        _complain(f"finsam: {error}")
        return UNUSABLE
    except OSError as error:
        if output is None:
            raise
        _complain(_UNWRITTEN.get(lang).format(file=output, why=error.strerror))
        return UNUSABLE
    return status


_UNWRITTEN: Final = Text(
    "finsam: {file} kan inte skrivas: {why}", "finsam: {file} cannot be written: {why}"
)


def _complain(line: str) -> None:
    from finsam.commands.output import complain  # noqa: PLC0415  --help needs no models

    complain(line)


def run() -> None:
    """Run the command line as a program, which may be interrupted or have its reader go away."""
    try:
        status = main()
        if sys.stdout is not None:
            sys.stdout.flush()
        sys.exit(status)
    except KeyboardInterrupt:
        sys.exit(130)
    except OSError as error:
        # Python would complain once more when it flushes what cannot be written.
        sys.stdout = None
        if not isinstance(error, BrokenPipeError):
            _complain(f"finsam: {error.strerror}")
        sys.exit(UNUSABLE)


if __name__ == "__main__":
    run()
