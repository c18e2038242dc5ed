"""The command line: ``python -m finsam check FILE… --on DATE``, and the other commands."""

import sys
from argparse import Namespace
from collections.abc import Sequence
from importlib import import_module
from io import TextIOWrapper
from typing import Final

from finsam.commands.parser import language, parser_in
from finsam.law.text import ExplainedError

UNUSABLE: Final = 2
_INTERRUPTED: Final = 130
"""The exit status after an interrupt (128 plus the number of SIGINT)."""
_NOBODY_READS: Final = 141
"""The exit status after writing to a closed pipe (128 plus the number of SIGPIPE)."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line.

    Returns:
        0; 1 if a report met ``--fail-on``; 2 if some input could not be used.
    """
    for stream in (sys.stdout, sys.stderr):
        # Output is Swedish, and redirected to files and pipes: the same bytes on every platform.
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    given = sys.argv[1:] if arguments is None else arguments
    return _run(parser_in(language(given)).parse_args(given))


def _run(options: Namespace) -> int:
    from finsam.commands.output import UnusableError, complain, to_file  # noqa: PLC0415  --help needs no models

    module, _, name = options.run.partition(".")
    command = getattr(import_module(f"finsam.commands.{module}"), name)
    inputs = (*getattr(options, "files", ()), getattr(options, "file", None))
    try:
        with to_file(getattr(options, "output", None), options.lang, filter(None, inputs)):
            status: int = command(options)
    except UnusableError as error:
        complain(*error.lines)
        return UNUSABLE
    except ExplainedError as error:
        complain(f"finsam: {error.explain(options.lang)}")
        return UNUSABLE
    return status


def run() -> None:
    """Run the command line as a program; handles interrupts and closed pipes."""
    try:
        status = main()
        if sys.stdout is not None:
            sys.stdout.flush()
        sys.exit(status)
    except KeyboardInterrupt:
        sys.exit(_INTERRUPTED)
    except BrokenPipeError:
        # Python would complain again when it flushes at exit.
        sys.stdout = None
        sys.exit(_NOBODY_READS)
    except OSError as error:
        sys.stdout = None
        from finsam.commands.output import complain, reason  # noqa: PLC0415  --help needs none

        complain(f"finsam: {reason(error, language(sys.argv[1:]))}")
        sys.exit(UNUSABLE)


if __name__ == "__main__":
    run()
