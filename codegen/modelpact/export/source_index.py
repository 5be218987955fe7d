"""Where a module's source declares its classes, their fields, and its own names."""

from __future__ import annotations

import ast
import linecache
from collections.abc import Iterator, Mapping
from functools import lru_cache

__all__ = ["index_of_file"]


def index_of_file(file: str) -> Mapping[str, int]:
    """The lines, counted from 1, of what a source file declares, by name.

    Names are those of classes (``Outer.Inner``), of what stands in their bodies (``Model.field``)
    and of the module's own variables. Empty where there is no source that can be read.
    """
    return _index("".join(linecache.getlines(file)))


@lru_cache(maxsize=64)
def _index(source: str) -> Mapping[str, int]:
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError):
        return {}
    return dict(_declared(tree.body, ""))  # the last declaration is the one that holds


def _declared(body: list[ast.stmt], prefix: str) -> Iterator[tuple[str, int]]:
    for statement in body:
        for name in _names(statement):
            yield f"{prefix}{name}", statement.lineno
        if isinstance(statement, ast.ClassDef):
            yield from _declared(statement.body, f"{prefix}{statement.name}.")
        elif isinstance(statement, ast.If | ast.Try | ast.With):
            yield from _declared(_blocks(statement), prefix)


def _blocks(statement: ast.If | ast.Try | ast.With) -> list[ast.stmt]:
    """What stands in a statement's blocks, those that mostly hold last."""
    blocks = [*getattr(statement, "orelse", ())]
    for handler in getattr(statement, "handlers", ()):
        blocks += handler.body
    return [*blocks, *statement.body]


def _names(statement: ast.stmt) -> Iterator[str]:
    match statement:
        case ast.ClassDef(name=name) | ast.FunctionDef(name=name):
            yield name
        case ast.AnnAssign(target=ast.Name(id=name)):
            yield name
        case ast.Assign(targets=targets):
            yield from (target.id for target in targets if isinstance(target, ast.Name))
        case _:
            # `type Name = ...`: a statement of Python 3.12, which ast names only there.
            alias = getattr(statement, "name", None)
            if isinstance(alias, ast.Name):
                yield alias.id
