"""Imports run one way: a room knows the rooms before it, and no file knows itself by a detour."""

import ast
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import finsam

SRC = Path(finsam.__file__).parent
ROOMS = (
    *("_version", "shown", "law", "models"),
    *("validation.engine", "validation.subjects", "validation.rules", "validation"),
    *("answers", "rendering", "testing", "commands", "__main__"),
)
"""The rooms in their order, each knowing only those before it."""
MODULES = {
    ".".join(path.relative_to(SRC).with_suffix("").parts).removesuffix(".__init__"): path
    for path in SRC.rglob("*.py")
    if path != SRC / "__init__.py"
}


def imports(module: str) -> Iterator[str]:
    """The modules of finsam that a module imports, anywhere in it."""
    for node in ast.walk(ast.parse(MODULES[module].read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{name.name}" for name in node.names)


def known_by(module: str) -> set[str]:
    names = {name.removeprefix("finsam.") for name in imports(module)}
    return {name for name in names if name in MODULES} - {module}


def room(module: str) -> int:
    inside = [r for r in ROOMS if module == r or module.startswith(f"{r}.")]
    return ROOMS.index(max(inside, key=len))


def test_a_room_knows_only_those_before_it() -> None:
    for module in MODULES:
        for known in known_by(module):
            assert room(known) <= room(module), f"{module} imports {known}"


def test_no_file_knows_itself_by_a_detour() -> None:
    # A package's own __init__ gathers its modules, which may name their neighbours.
    graph = {module: {k for k in known_by(module) if not _holds(k, module)} for module in MODULES}
    assert list(TopologicalSorter(graph).static_order())


def _holds(package: str, module: str) -> bool:
    return module.startswith(f"{package}.")
