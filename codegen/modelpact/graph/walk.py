"""Going through types: their parts, their references, and types like them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from modelpact.graph.nodes import (
    ArrayType,
    Definition,
    Enumeration,
    IntersectionType,
    MapType,
    Record,
    Reference,
    TupleType,
    Type,
    UnionType,
)

__all__ = ["map_type", "parts_of", "references_of", "types_of", "walk"]


def parts_of(kind: Type) -> tuple[Type, ...]:
    """The types directly inside a type. A reference has none: what it leads to is elsewhere."""
    if isinstance(kind, UnionType):
        return kind.members
    if isinstance(kind, ArrayType):
        return (kind.items,)
    if isinstance(kind, MapType):
        return (kind.keys, kind.values)
    if isinstance(kind, TupleType):
        items = tuple(item.type for item in kind.items)
        return items if kind.rest is None else (*items, kind.rest)
    return kind.parts if isinstance(kind, IntersectionType) else ()


def walk(kind: Type) -> Iterator[Type]:
    """A type and all types inside it, outer ones first, in order."""
    pending = [kind]
    while pending:
        found = pending.pop()
        yield found
        pending.extend(reversed(parts_of(found)))


def types_of(definition: Definition) -> Iterator[Type]:
    """The types that a definition's body states, outermost only, in order."""
    body = definition.body
    if isinstance(body, Record):
        for known in body.properties:
            yield known.type
        for members in body.patterns:
            yield members.type
        if body.extra is not None:
            yield body.extra
    elif not isinstance(body, Enumeration):
        yield body.type


def references_of(found: Type | Definition) -> tuple[str, ...]:
    """The names that a type or a definition's body refers to, each once, in order of appearance."""
    kinds = types_of(found) if isinstance(found, Definition) else (found,)
    names: dict[str, None] = {}
    for kind in kinds:
        if isinstance(kind, Reference):
            names[kind.name] = None
        else:
            names.update((r.name, None) for r in walk(kind) if isinstance(r, Reference))
    return tuple(names)


def map_type(kind: Type, change: Callable[[Type], Type]) -> Type:
    """A type with ``change`` applied to each part, then to itself; the same object if all stay."""
    if isinstance(kind, UnionType):
        members = tuple(map_type(member, change) for member in kind.members)
        kind = kind if _same(members, kind.members) else replace(kind, members=members)
    elif isinstance(kind, ArrayType):
        items = map_type(kind.items, change)
        kind = kind if items is kind.items else replace(kind, items=items)
    elif isinstance(kind, MapType):
        keys, values = map_type(kind.keys, change), map_type(kind.values, change)
        if keys is not kind.keys or values is not kind.values:
            kind = replace(kind, keys=keys, values=values)
    elif isinstance(kind, TupleType):
        kind = _map_tuple(kind, change)
    elif isinstance(kind, IntersectionType):
        parts = tuple(map_type(part, change) for part in kind.parts)
        kind = kind if _same(parts, kind.parts) else IntersectionType(parts)
    return change(kind)


def _map_tuple(kind: TupleType, change: Callable[[Type], Type]) -> TupleType:
    items = tuple(
        item if (new := map_type(item.type, change)) is item.type else replace(item, type=new)
        for item in kind.items
    )
    rest = None if kind.rest is None else map_type(kind.rest, change)
    if _same(items, kind.items) and rest is kind.rest:
        return kind
    return replace(kind, items=items, rest=rest)


def _same(left: tuple[object, ...], right: tuple[object, ...]) -> bool:
    return all(one is other for one, other in zip(left, right, strict=True))
