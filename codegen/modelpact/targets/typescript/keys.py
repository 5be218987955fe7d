"""The keys of dictionaries, and of members that match a pattern."""

from __future__ import annotations

import re
from typing import Final

from modelpact.graph.nodes import Enumeration, Graph, LiteralType, MapType, Reference, StringType
from modelpact.targets.typescript.layout import flat
from modelpact.targets.typescript.module_scope import ModuleScope
from modelpact.targets.typescript.scalars import literals
from modelpact.targets.typescript.text import template_text

__all__ = ["ANY_KEY", "key_of", "key_prefix", "prefix_key"]

ANY_KEY: Final = "[key: string]"

_PREFIX: Final = re.compile(
    r"\^((?:[A-Za-z0-9_ :/@#%&=~,;!\"'<>-]|\\[-./$^+*?()\[\]{}|\\])+)(?:\.\*\$?)?"
)
_ESCAPE: Final = re.compile(r"\\(.)")


def key_of(type_: MapType, graph: Graph, scope: ModuleScope) -> str:
    """What stands for a dictionary's keys: ``[key: string]``, ``[K in UserRole]?``."""
    keys = type_.keys
    if type_.key_kind == "boolean":
        return '[K in "true" | "false"]?'
    if type_.key_kind == "integer" and isinstance(keys, StringType):
        return "[key: number]"
    if isinstance(keys, LiteralType):
        return _one_of([value for value in keys.values if isinstance(value, str)], scope)
    if isinstance(keys, Reference):
        return _named(keys, graph, scope)
    if isinstance(keys, StringType) and keys.patterns:
        prefix = key_prefix(keys.patterns[0]) if len(keys.patterns) == 1 else None
        if prefix is not None:
            return prefix_key(prefix)
        scope.lose("widened-keys", "The pattern of a dictionary's keys is not checked by the type")
    return ANY_KEY


def key_prefix(pattern: str) -> str | None:
    """The text that names must begin with, where a pattern says that and nothing else."""
    found = _PREFIX.fullmatch(pattern)
    return _ESCAPE.sub(r"\1", found[1]) if found else None


def prefix_key(prefix: str) -> str:
    """All names that begin with a text: ``[key: `x-${string}`]``."""
    return f"[key: `{template_text(prefix)}${{string}}`]"


def _named(keys: Reference, graph: Graph, scope: ModuleScope) -> str:
    body = graph[keys.name].body
    if not isinstance(body, Enumeration) or body.extensible:
        return ANY_KEY
    if body.base == "string":
        return f"[K in {scope.use(scope.names.types[keys.name]).text}]?"
    return _one_of([str(member.value) for member in body.members], scope)


def _one_of(names: list[str], scope: ModuleScope) -> str:
    return f"[K in {flat(literals(names, scope, ''))}]?"
