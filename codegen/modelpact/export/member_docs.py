"""The docstrings of enumeration members: strings that stand below them in the source."""

from __future__ import annotations

import ast
import inspect
import linecache
import sys
from collections.abc import Iterator, Mapping
from enum import Enum
from functools import lru_cache
from itertools import pairwise

__all__ = ["member_docs"]


def member_docs(cls: type[Enum]) -> Mapping[str, str]:
    """The members' docstrings by name; empty where there is no source, or none is documented."""
    module = sys.modules.get(cls.__module__)
    file = getattr(module, "__file__", None)
    if not file:
        return {}
    source = "".join(linecache.getlines(file))
    return _docs_of_source(source).get(cls.__qualname__, {})


@lru_cache(maxsize=64)
def _docs_of_source(source: str) -> Mapping[str, Mapping[str, str]]:
    """By class and member. Cached by the text: the classes of a module follow one another."""
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError):
        return {}
    return dict(_classes(tree.body, ""))


def _classes(body: list[ast.stmt], prefix: str) -> Iterator[tuple[str, Mapping[str, str]]]:
    for statement in body:
        if isinstance(statement, ast.ClassDef):
            name = f"{prefix}{statement.name}"
            docs = dict(_members(statement.body))
            if docs:
                yield name, docs
            yield from _classes(statement.body, f"{name}.")


def _members(body: list[ast.stmt]) -> Iterator[tuple[str, str]]:
    for statement, below in pairwise(body):
        if isinstance(statement, ast.Assign) and isinstance(statement.targets[0], ast.Name):
            match below:
                case ast.Expr(value=ast.Constant(value=str(text))):
                    yield statement.targets[0].id, inspect.cleandoc(text)
