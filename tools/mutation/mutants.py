"""The small faults that can be planted in a module: its mutants.

Each is one change of one place: a comparison turned, a number one higher, a condition negated, a
statement left out. Texts for people (docstrings, messages) and annotations are left alone.
"""

import ast
import copy
import re
from collections.abc import Iterator
from pathlib import Path
from types import CodeType
from typing import Final, NamedTuple

ROOT: Final = Path(__file__).parents[2]
SOURCE: Final = ROOT / "src"

_COMPARED: Final[dict[type[ast.cmpop], type[ast.cmpop]]] = {
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
}
_RECKONED: Final[dict[type[ast.operator], type[ast.operator]]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.FloorDiv,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.Mult,
    ast.Pow: ast.Mult,
    ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
    ast.BitXor: ast.BitAnd,
}
_CALLED: Final = {"min": "max", "max": "min", "any": "all", "all": "any", "sorted": "list"}
_SLUG: Final = re.compile(r"[\w:.§/-]*")
_NEVER: Final = {
    ("arg", "annotation"),
    ("AnnAssign", "annotation"),
    ("FunctionDef", "returns"),
}
_NOT_LOOKED_INTO: Final = {"Text", "no_day", "TypeVar", "cast", "Unpack"}
"""Calls whose arguments are texts for people, or types."""


class Mutant(NamedTuple):
    """A fault that can be planted.

    Attributes:
        module: the module's name.
        number: which of the module's mutants it is, from 0.
        line: the line that is changed.
        statement: the first line of the statement that is changed.
        function: the outermost function that is changed; empty at the top of the module.
        body: the first line of that function, and the last.
        where: the statement, shortened.
        what: the change.
    """

    module: str
    number: int
    line: int
    statement: int
    function: str
    body: tuple[int, int]
    where: str
    what: str


class _Spot(NamedTuple):
    holder: ast.AST
    field: str
    place: int | None
    old: ast.AST
    new: ast.AST
    statement: ast.stmt
    function: str
    body: tuple[int, int]


def path_of(module: str) -> Path:
    """The file of a module."""
    path = SOURCE.joinpath(*module.split("."))
    return path / "__init__.py" if path.is_dir() else path.with_suffix(".py")


def modules_of(package: str) -> list[str]:
    """The modules of a package, or the module itself."""
    path = path_of(package)
    if path.name != "__init__.py":
        return [package]
    files = sorted(path.parent.rglob("*.py"))
    names = [".".join(file.relative_to(SOURCE).with_suffix("").parts) for file in files]
    return [name.removesuffix(".__init__") for name in names]


def mutants_of(module: str) -> list[Mutant]:
    """Every mutant of a module, in the order of the source."""
    tree = ast.parse(path_of(module).read_text(encoding="utf-8"))
    return [
        Mutant(
            module=module,
            number=number,
            line=getattr(spot.old, "lineno", spot.statement.lineno),
            statement=spot.statement.lineno,
            function=spot.function,
            body=spot.body,
            where=_short(ast.unparse(spot.statement).partition("\n")[0]),
            what=f"{_short(_told(spot.old))} → {_short(_told(spot.new))}",
        )
        for number, spot in enumerate(_spots(tree))
    ]


def planted(mutant: Mutant) -> CodeType:
    """The code of the module with the fault in it."""
    path = path_of(mutant.module)
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for number, spot in enumerate(_spots(tree)):
        if number == mutant.number:
            if spot.place is None:
                setattr(spot.holder, spot.field, spot.new)
            else:
                getattr(spot.holder, spot.field)[spot.place] = spot.new
            break
    code: CodeType = compile(ast.fix_missing_locations(tree), str(path), "exec")
    return code


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= 100 else f"{text[:97]}…"


def _told(node: ast.AST) -> str:
    return "(nothing)" if isinstance(node, ast.Pass) else ast.unparse(node)


def _spots(tree: ast.Module) -> Iterator[_Spot]:
    yield from _inside(tree, tree.body[0], "", (0, 0), ())


def _inside(
    node: ast.AST,
    statement: ast.stmt,
    function: str,
    body: tuple[int, int],
    classes: tuple[str, ...],
) -> Iterator[_Spot]:
    if isinstance(node, ast.ClassDef):
        classes = (*classes, node.name)
    elif isinstance(node, ast.FunctionDef) and not function:
        # Decorators and defaults belong to the module: they run when it is imported.
        for field in ("decorator_list", "args"):
            for holder, name, index, child in _children(node, only=field):
                yield from _at(holder, name, index, child, statement, "", (0, 0), classes)
        function = ".".join((*classes, node.name))
        body = (node.body[0].lineno, node.end_lineno or node.lineno)
        for holder, name, index, child in _children(node, only="body"):
            yield from _at(holder, name, index, child, statement, function, body, classes)
        return
    for holder, name, index, child in _children(node):
        yield from _at(holder, name, index, child, statement, function, body, classes)


def _at(  # noqa: PLR0913, PLR0917  a place in the tree, and all that surrounds it
    holder: ast.AST,
    field: str,
    index: int | None,
    child: ast.AST,
    statement: ast.stmt,
    function: str,
    body: tuple[int, int],
    classes: tuple[str, ...],
) -> Iterator[_Spot]:
    if isinstance(child, ast.stmt):
        statement = child
    if _is_for_people(child):
        return
    for new in _alternatives(child, field):
        yield _Spot(holder, field, index, child, new, statement, function, body)
    yield from _inside(child, statement, function, body, classes)


def _children(
    node: ast.AST, *, only: str | None = None
) -> Iterator[tuple[ast.AST, str, int | None, ast.AST]]:
    for field, value in ast.iter_fields(node):
        if (type(node).__name__, field) in _NEVER or (only and field != only):
            continue
        if isinstance(value, ast.AST):
            yield node, field, None, value
        elif isinstance(value, list):
            for index, item in enumerate(value):
                if isinstance(item, ast.AST):
                    yield node, field, index, item


def _is_for_people(node: ast.AST) -> bool:
    """Whether it is read by people, or by the checker of types, and not by the program."""
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        return True
    if isinstance(node, ast.JoinedStr | ast.Import | ast.ImportFrom):
        return True
    if isinstance(node, ast.AnnAssign) and "TypeAlias" in ast.unparse(node.annotation):
        return True
    if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__slots__":
        return True
    return (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in _NOT_LOOKED_INTO
    )


def _alternatives(node: ast.AST, field: str) -> Iterator[ast.AST]:  # noqa: C901, PLR0912  one list of what can be changed
    if isinstance(node, ast.expr) and field in {"test", "ifs"}:
        negated = isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not)
        if not negated and not (isinstance(node, ast.Compare) and len(node.ops) == 1):
            yield ast.UnaryOp(ast.Not(), node)
    match node:
        case ast.Compare(ops=ops):
            for place, op in enumerate(ops):
                changed = copy.copy(node)
                changed.ops = [*ops[:place], _COMPARED[type(op)](), *ops[place + 1 :]]
                yield changed
                if isinstance(op, ast.Lt | ast.LtE | ast.Gt | ast.GtE):
                    other = copy.copy(node)
                    turned = ast.Gt() if isinstance(op, ast.Lt | ast.LtE) else ast.Lt()
                    other.ops = [*ops[:place], turned, *ops[place + 1 :]]
                    yield other
        case ast.BoolOp(op=op, values=values):
            yield ast.BoolOp(ast.And() if isinstance(op, ast.Or) else ast.Or(), values)
        case ast.UnaryOp(op=ast.Not() | ast.USub(), operand=operand):
            yield operand
        case ast.BinOp(left=left, op=op, right=right):
            yield ast.BinOp(left, _RECKONED[type(op)](), right)
        case ast.Constant(value=bool(value)):
            yield ast.Constant(not value)
        case ast.Constant(value=int(value)):
            yield ast.Constant(value + 1)
        case ast.Constant(value=str(value)) if _SLUG.fullmatch(value):
            yield ast.Constant(f"{value}x")
        case ast.Return(value=ast.Constant(value=None) | ast.Name(id="PASS") | None):
            # A rule that says nothing passes: to leave out a pass changes nothing.
            pass
        case ast.Return():
            yield ast.Return(ast.Constant(None))
        case ast.Continue():
            yield ast.Break()
        case ast.Break():
            yield ast.Continue()
        case ast.Expr() | ast.AugAssign() | ast.Raise():
            yield ast.Pass()
        case ast.Call(func=ast.Name(id=name)) if name in _CALLED:
            changed_call = copy.copy(node)
            changed_call.func = ast.Name(_CALLED[name], ast.Load())
            if name == "sorted":
                changed_call.keywords = []
            yield changed_call
        case _:
            return
