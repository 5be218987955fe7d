"""Definitions that refer to themselves in place: ``a`` is ``b`` and ``b`` is ``a``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from modelpact.graph.cycles import strongly_connected
from modelpact.graph.nodes import (
    Alias,
    Definition,
    IntersectionType,
    Reference,
    Type,
    UnionType,
)

__all__ = ["circles_in_place"]


def circles_in_place(definitions: Mapping[str, Definition]) -> list[tuple[str, ...]]:
    """The circles of aliases that never reach a member or an item."""
    aliases = {name: d for name, d in definitions.items() if isinstance(d.body, Alias)}
    return [
        component
        for component in strongly_connected(aliases, _in_place)
        if len(component) > 1 or component[0] in _in_place(aliases[component[0]])
    ]


def _in_place(found: Definition) -> list[str]:
    return list(_names(found.body.type)) if isinstance(found.body, Alias) else []


def _names(kind: Type) -> Iterator[str]:
    if isinstance(kind, Reference):
        yield kind.name
    elif isinstance(kind, UnionType):
        for member in kind.members:
            yield from _names(member)
    elif isinstance(kind, IntersectionType):
        for part in kind.parts:
            yield from _names(part)
