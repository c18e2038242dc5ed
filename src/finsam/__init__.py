"""The Swedish act on financial coordination of rehabilitation, SFS 2003:1210, as a program.

Describe a samordningsförbund (:class:`Forbund`), ask about a day (:func:`check`), and get every
rule's verdict with its paragraph (:class:`Report`).
"""

import re
from importlib import import_module
from pathlib import Path

_STUB = Path(__file__).with_suffix(".pyi").read_text(encoding="utf-8")
_HOME = {name: home for home, name in re.findall(r"^from (\S+) import (\w+)", _STUB, re.MULTILINE)}
"""Where each public name is at home, by the stub, which type checkers read too."""

__all__ = list(_HOME)


def __getattr__(name: str) -> object:
    """Import the module of a name when it is first used."""
    try:
        home = _HOME[name]
    except KeyError:
        raise AttributeError(f"module 'finsam' has no attribute {name!r}") from None
    found = globals()[name] = getattr(import_module(home), name)
    return found


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
