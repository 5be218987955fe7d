"""What is of two types at once: one node where that is exact, an intersection where it is not."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from modelpact.graph.lowering.admitting import admits, kind_of, values_of
from modelpact.graph.lowering.enums import literal_type
from modelpact.graph.lowering.narrowing import least, merge_numbers, merge_strings
from modelpact.graph.lowering.records import merge_records, open_record
from modelpact.graph.lowering.scope import ReenteredError, Scope, Shape, Tokens
from modelpact.graph.nodes import (
    AnyType,
    ArrayType,
    Enumeration,
    IntersectionType,
    LiteralType,
    MapType,
    NeverType,
    NumberType,
    Record,
    Reference,
    StringType,
    TupleType,
    Type,
    UnionType,
)

__all__ = ["equal_shapes", "intersect", "named"]

_MOST_MEMBERS: Final = 64
"""A product of unions with more members stays an intersection."""


def named(shape: Shape, tokens: Tokens, scope: Scope) -> Type:
    """A shape as a type: what needs a name gets one."""
    if isinstance(shape, Record | Enumeration):
        return scope.session.hoist(shape, tokens, scope)
    return shape


def intersect(left: Shape, right: Shape, tokens: Tokens, scope: Scope) -> Shape:
    """The values that are of both shapes."""
    if isinstance(left, AnyType) or isinstance(right, NeverType) or left is right:
        return right
    if isinstance(right, AnyType) or isinstance(left, NeverType):
        return left
    if isinstance(left, Reference) or isinstance(right, Reference):
        return _with_reference(left, right, tokens, scope)
    for first, second in ((left, right), (right, left)):
        if isinstance(first, UnionType):
            return _distribute(first, second, tokens, scope)
    return _meet(left, right, tokens, scope)


def _meet(left: Shape, right: Shape, tokens: Tokens, scope: Scope) -> Shape:
    """Two shapes that are neither references nor unions."""
    for first, second in ((left, right), (right, left)):
        if isinstance(first, LiteralType | Enumeration):
            return _choose(first, second, tokens, scope)
    kind, other = kind_of(left), kind_of(right)
    if kind != other and "other" not in {kind, other}:
        return NeverType()
    merge: Callable[..., Shape | None] = _MERGES[kind if kind == other else "other"]
    return merge(left, right, tokens, scope) or _both(left, right, tokens, scope)


def _with_reference(left: Shape, right: Shape, tokens: Tokens, scope: Scope) -> Shape:
    """Look through references; recursive types that meet again on the way stay an intersection."""
    if isinstance(left, Reference) and isinstance(right, Reference) and left.name == right.name:
        return left
    pair = (_key(left), _key(right))
    if pair in scope.session.active:
        return _both(left, right, tokens, scope)
    scope.session.active.add(pair)
    try:
        return _through(left, right, tokens, scope)
    finally:
        scope.session.active.discard(pair)


def _key(side: Shape) -> object:
    return side.name if isinstance(side, Reference) else id(side)


def _through(left: Shape, right: Shape, tokens: Tokens, scope: Scope) -> Shape:
    """Merge what references lead to. What adds nothing to a definition leaves the reference."""
    known = len(scope.demands)
    shapes: list[Shape] = []
    for side in (left, right):
        if isinstance(side, Reference):
            body = scope.session.body(side.name)
            scope.demands.extend(body.demands)
            shapes.append(body.shape)
        else:
            shapes.append(side)
    merged = intersect(shapes[0], shapes[1], tokens, scope)
    for side, shape in zip((left, right), shapes, strict=True):
        if isinstance(side, Reference) and (merged is shape or equal_shapes(merged, shape)):
            other = scope.demands[known:]
            own = scope.session.body(side.name).demands
            scope.demands[known:] = [demand for demand in other if demand not in own]
            return side
    return merged


def equal_shapes(left: Shape, right: Shape) -> bool:
    """Whether two shapes are equal, in earnest: Python holds ``1`` and ``True`` for equal."""
    return left == right and repr(left) == repr(right)


def _width(shape: Shape) -> int:
    """How many alternatives a shape has, unions in unions multiplied out."""
    if isinstance(shape, UnionType):
        return sum(map(_width, shape.members))
    if isinstance(shape, IntersectionType):
        return math.prod(map(_width, shape.parts))
    return 1


def _distribute(union: UnionType, other: Shape, tokens: Tokens, scope: Scope) -> Shape:
    """``(a | b) & c`` is ``(a & c) | (b & c)``."""
    if _width(union) * _width(other) > _MOST_MEMBERS:
        return _both(union, other, tokens, scope)
    members: list[Type] = []
    changed = False
    for index, member in enumerate(union.members):
        place = (*tokens, "anyOf", index)
        merged = named(intersect(member, other, place, scope), place, scope)
        changed = changed or merged is not member
        if not isinstance(merged, NeverType):
            members.append(merged)
    if not changed:
        return union
    if len(members) <= 1:
        return members[0] if members else NeverType()
    return UnionType(tuple(members), exclusive=union.exclusive)


def _choose(choice: LiteralType | Enumeration, other: Shape, tokens: Tokens, scope: Scope) -> Shape:
    """The values of an enumeration that are of another shape too."""
    if isinstance(choice, Enumeration) and choice.extensible:
        return choice if other == StringType() else _both(choice, other, tokens, scope)
    values = values_of(choice)
    verdicts = [admits(other, value) for value in values]
    if None in verdicts:
        return _both(choice, other, tokens, scope)
    kept = tuple(value for value, verdict in zip(values, verdicts, strict=True) if verdict)
    if len(kept) == len(values):
        return choice
    if isinstance(choice, Enumeration) and kept:
        left = tuple(m for m, verdict in zip(choice.members, verdicts, strict=True) if verdict)
        return replace(choice, members=left)
    return literal_type(kept)


def _both(left: Shape, right: Shape, tokens: Tokens, scope: Scope) -> IntersectionType:
    parts: list[Type] = []
    for index, side in enumerate((left, right)):
        kind = named(side, (*tokens, "allOf", index), scope)
        parts.extend(kind.parts if isinstance(kind, IntersectionType) else (kind,))
    return IntersectionType(tuple(parts))


def _same(left: Shape, _right: Shape, _tokens: Tokens, _scope: Scope) -> Shape:
    return left


def _numbers(left: NumberType, right: NumberType, _tokens: Tokens, _scope: Scope) -> Shape | None:
    return merge_numbers(left, right)


def _strings(left: StringType, right: StringType, _tokens: Tokens, _scope: Scope) -> Shape | None:
    return merge_strings(left, right)


def _arrays(left: Shape, right: Shape, tokens: Tokens, scope: Scope) -> Shape | None:
    if isinstance(left, ArrayType) and isinstance(right, ArrayType):
        place = (*tokens, "items")
        return ArrayType(
            items=_inner(left.items, right.items, place, scope),
            min_items=max(left.min_items, right.min_items),
            max_items=least(left.max_items, right.max_items),
            unique=left.unique or right.unique,
        )
    if isinstance(left, ArrayType):
        left, right = right, left
    if isinstance(left, TupleType) and isinstance(right, ArrayType):
        return _tuple_and_array(left, right)
    return None


def _tuple_and_array(left: TupleType, right: ArrayType) -> TupleType | None:
    """A tuple with further bounds; other items than any make an intersection."""
    if not isinstance(right.items, AnyType):
        return None
    fewest = max(left.min_items, right.min_items)
    most = least(left.max_items, right.max_items)
    items = left.items if most is None else left.items[:most]
    closed = left.rest is None or (most is not None and most <= len(items))
    return TupleType(
        items=items,
        required=min(fewest, len(items)),
        rest=None if closed else left.rest,
        min_items=fewest,
        max_items=None if closed else most,
        unique=left.unique or right.unique,
    )


def _objects(left: Shape, right: Shape, tokens: Tokens, scope: Scope) -> Shape | None:
    if isinstance(left, MapType) and isinstance(right, MapType):
        return _maps(left, right, tokens, scope)
    first = open_record(left) if isinstance(left, MapType) else left
    second = open_record(right) if isinstance(right, MapType) else right
    if isinstance(first, Record) and isinstance(second, Record):
        return merge_records(first, second, tokens, scope, _inner)
    return None


def _inner(left: Type, right: Type, tokens: Tokens, scope: Scope) -> Type:
    """What is of two types at once at a member or an item.

    A recursive schema may need there what it is about to become: then both are said side by side.
    """
    known = len(scope.demands)
    try:
        return named(intersect(left, right, tokens, scope), tokens, scope)
    except ReenteredError:
        del scope.demands[known:]
        return _both(left, right, tokens, scope)


def _maps(left: MapType, right: MapType, tokens: Tokens, scope: Scope) -> MapType | None:
    place = (*tokens, "additionalProperties")
    keys = intersect(left.keys, right.keys, (*tokens, "propertyNames"), scope)
    if isinstance(keys, IntersectionType | NeverType | Record):
        return None
    return MapType(
        values=_inner(left.values, right.values, place, scope),
        keys=named(keys, (*tokens, "propertyNames"), scope),
        key_kind=left.key_kind if left.key_kind != "string" else right.key_kind,
        min_properties=max(left.min_properties, right.min_properties),
        max_properties=least(left.max_properties, right.max_properties),
    )


_MERGES: Final[dict[str, Callable[..., Shape | None]]] = {
    "null": _same,
    "boolean": _same,
    "number": _numbers,
    "string": _strings,
    "array": _arrays,
    "object": _objects,
    "other": lambda *_: None,
}
