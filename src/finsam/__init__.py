"""Check a samordningsförbund against the Swedish act on financial coordination (SFS 2003:1210).

Describe a förbund (:class:`Forbund`), check it on a day (:func:`check`), and get the verdict of
every rule, with citations (:class:`Report`).
"""

import re
from importlib import import_module
from pathlib import Path

_STUB = Path(__file__).with_suffix(".pyi").read_text(encoding="utf-8")
_HOME = {name: home for home, name in re.findall(r"^from (\S+) import (\w+)", _STUB, re.MULTILINE)}
"""The module of each public name, from the stub that type checkers read too."""

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
