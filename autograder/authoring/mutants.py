"""Every way to change one thing in a piece of code."""

import ast
from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import dataclass

Change = tuple[ast.AST, str, object]

BINARY: dict[type[ast.operator], list[type[ast.operator]]] = {
    ast.Add: [ast.Sub],
    ast.Sub: [ast.Add],
    ast.Mult: [ast.Div, ast.Add],
    ast.Div: [ast.Mult],
    ast.Pow: [ast.Mult],
    ast.FloorDiv: [ast.Div],
    ast.Mod: [ast.Mult],
    ast.MatMult: [ast.Mult],
}
COMPARISONS: dict[type[ast.cmpop], list[type[ast.cmpop]]] = {
    ast.Gt: [ast.GtE, ast.Lt],
    ast.GtE: [ast.Gt, ast.Lt],
    ast.Lt: [ast.LtE, ast.Gt],
    ast.LtE: [ast.Lt, ast.Gt],
    ast.Eq: [ast.NotEq],
    ast.NotEq: [ast.Eq],
}
NAMES = {
    "sum": "mean",
    "mean": "sum",
    "argmax": "argmin",
    "max": "min",
    "maximum": "minimum",
    "minimum": "maximum",
    "zeros": "ones",
    "ones": "zeros",
    "exp": "exp2",
    "log": "log2",
    "normal": "uniform",
    "append": "extend",
}


@dataclass(frozen=True)
class Mutant:
    """A module in which one thing is changed.

    Attributes
    ----------
    where : str
        Qualified name of the function.
    before, after : str
        The statement, without its body.
    tree : ast.Module
        The whole module.
    """

    where: str
    before: str
    after: str
    tree: ast.Module

    def __str__(self) -> str:
        return f"{self.where}: {self.before}  ->  {self.after}"


def mutants(source: str) -> Iterator[Mutant]:
    """Change each thing within the solution regions of a module, one at a time."""
    tree, students = ast.parse(source), _students_lines(source)
    for where, function in _functions(tree):
        for statement in _statements(function):
            if statement.lineno not in students:
                continue
            for node, field, value in _changes(statement):
                yield _mutant(tree, where, statement, node, field, value)
            if isinstance(statement, ast.Assign | ast.AugAssign | ast.Expr):
                yield _without(tree, where, function, statement)


def _students_lines(source: str) -> set[int]:
    """Return the numbers of the lines that a student has to write."""
    inside, lines = False, set()
    for number, line in enumerate(source.splitlines(), start=1):
        if line.strip() in ("### BEGIN SOLUTION", "### END SOLUTION"):
            inside = line.strip() == "### BEGIN SOLUTION"
        elif inside:
            lines.add(number)
    return lines


def _functions(
    node: ast.AST, prefix: str = ""
) -> Iterator[tuple[str, ast.FunctionDef | ast.AsyncFunctionDef]]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.FunctionDef):
            yield prefix + child.name, child
        if isinstance(child, ast.ClassDef):
            yield from _functions(child, f"{prefix}{child.name}.")


def _statements(function: ast.AST) -> Iterator[ast.stmt]:
    """Give the statements of a function, those within others too, without its docstring."""
    for child in ast.iter_child_nodes(function):
        if isinstance(child, ast.stmt):
            if not (isinstance(child, ast.Expr) and isinstance(child.value, ast.Constant)):
                yield child
            yield from _statements(child)


def _own(statement: ast.stmt) -> Iterator[ast.AST]:
    """Give the nodes of a statement, without statements within it."""
    todo: list[ast.AST] = [statement]
    while todo:
        node = todo.pop(0)
        yield node
        todo += [each for each in ast.iter_child_nodes(node) if not isinstance(each, ast.stmt)]


def _changes(statement: ast.stmt) -> Iterator[Change]:
    for node in _own(statement):
        for kind, changes in KINDS.items():
            if isinstance(node, kind):
                yield from changes(node)


def _binary(node: ast.BinOp | ast.AugAssign) -> Iterator[Change]:
    for operator in BINARY.get(type(node.op), []):
        yield node, "op", operator()
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Sub | ast.Div | ast.MatMult):
        yield node, "", ast.BinOp(node.right, node.op, node.left)


def _compare(node: ast.Compare) -> Iterator[Change]:
    for operator in COMPARISONS.get(type(node.ops[0]), []):
        yield node, "ops", [operator()]


def _unary(node: ast.UnaryOp) -> Iterator[Change]:
    if not isinstance(node.operand, ast.Constant):
        yield node, "", node.operand


def _constant(node: ast.Constant) -> Iterator[Change]:
    if isinstance(node.value, bool):
        yield node, "value", not node.value
    elif isinstance(node.value, int):
        yield node, "value", node.value + 1
        yield node, "value", node.value - 1
    elif isinstance(node.value, float):
        yield node, "value", node.value * 2 if node.value else 1.0
        yield node, "value", node.value / 10 if node.value else -1.0


def _attribute(node: ast.Attribute) -> Iterator[Change]:
    if node.attr == "T":
        yield node, "", node.value
    elif node.attr in NAMES:
        yield node, "attr", NAMES[node.attr]


def _call(node: ast.Call) -> Iterator[Change]:
    if len(node.args) >= 2:
        first, second, *rest = node.args
        yield node, "args", [second, first, *rest]
    for position in range(len(node.keywords)):
        yield node, "keywords", node.keywords[:position] + node.keywords[position + 1 :]
    if isinstance(node.func, ast.Name) and node.func.id == "range":
        last = ast.BinOp(node.args[-1], ast.Sub(), ast.Constant(1))
        yield node, "args", [*node.args[:-1], last]


def _tuple(node: ast.Tuple) -> Iterator[Change]:
    if len(node.elts) >= 2 and isinstance(node.ctx, ast.Load):
        first, second, *rest = node.elts
        yield node, "elts", [second, first, *rest]


KINDS: dict[type[ast.AST], Callable[..., Iterator[Change]]] = {
    ast.BinOp: _binary,
    ast.AugAssign: _binary,
    ast.Compare: _compare,
    ast.UnaryOp: _unary,
    ast.Constant: _constant,
    ast.Attribute: _attribute,
    ast.Call: _call,
    ast.Tuple: _tuple,
}


def _mutant(
    tree: ast.Module, where: str, statement: ast.stmt, node: ast.AST, field: str, value: object
) -> Mutant:
    """Make the change in a copy; without a field the value takes the node's place."""
    copies: dict[int, ast.AST] = {}
    copy = deepcopy(tree, copies)
    changed = copies[id(statement)]
    if field:
        setattr(copies[id(node)], field, deepcopy(value))
    else:
        _Replace(copies[id(node)], deepcopy(value)).visit(changed)
    ast.fix_missing_locations(copy)
    return Mutant(where, _head(statement), _head(changed), copy)


def _without(tree: ast.Module, where: str, function: ast.AST, statement: ast.stmt) -> Mutant:
    copies: dict[int, ast.AST] = {}
    copy = deepcopy(tree, copies)
    _Replace(copies[id(statement)], ast.Pass()).visit(copies[id(function)])
    ast.fix_missing_locations(copy)
    return Mutant(where, _head(statement), "(dropped)", copy)


class _Replace(ast.NodeTransformer):
    def __init__(self, old: ast.AST, new: object) -> None:
        self._old, self._new = old, new

    def visit(self, node: ast.AST) -> object:
        return self._new if node is self._old else self.generic_visit(node)


def _head(statement: ast.AST) -> str:
    return ast.unparse(statement).partition("\n")[0]
