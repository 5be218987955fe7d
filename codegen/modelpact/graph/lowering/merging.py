"""What is of two types at once: one node where that is exact, an intersection where it is not."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from typing import Any, Final

from modelpact.documents.values import Json, exact, is_number
from modelpact.graph.lowering.enums import distinct, literal_type, value_kind
from modelpact.graph.lowering.objects import pattern_finds
from modelpact.graph.lowering.records import merge_records, open_record
from modelpact.graph.lowering.scope import ReenteredError, Scope, Shape, Tokens
from modelpact.graph.nodes import (
    AnyType,
    ArrayType,
    BooleanType,
    Enumeration,
    IntersectionType,
    LiteralType,
    MapType,
    NeverType,
    NullType,
    NumberType,
    Record,
    Reference,
    StringType,
    TupleType,
    Type,
    UnionType,
)

__all__ = ["equal_shapes", "intersect", "kind_of", "named"]

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
    verdicts = [_admits(other, value) for value in values]
    if None in verdicts:
        return _both(choice, other, tokens, scope)
    kept = tuple(value for value, verdict in zip(values, verdicts, strict=True) if verdict)
    if len(kept) == len(values):
        return choice
    if isinstance(choice, Enumeration) and kept:
        left = tuple(m for m, verdict in zip(choice.members, verdicts, strict=True) if verdict)
        return replace(choice, members=left)
    return literal_type(kept)


def _admits(shape: Shape, value: Json) -> bool | None:
    """Whether a value is of a shape; ``None`` where that takes a validator."""
    kind = value_kind(value)
    if isinstance(shape, LiteralType | Enumeration):
        others = values_of(shape)
        return len(distinct((*others, value))) == len(distinct(others))
    if isinstance(shape, StringType) and isinstance(value, str):
        return _fits(shape, value)
    if isinstance(shape, NumberType) and is_number(value):
        return _in_range(shape, exact(value))  # type: ignore[arg-type]
    if kind in {"object", "array"}:
        return None if kind_of(shape) == kind else False
    return _NUMBERS.get(kind, kind) == kind_of(shape)


def _fits(shape: StringType, text: str) -> bool | None:
    if not shape.min_length <= len(text):
        return False
    if shape.max_length is not None and len(text) > shape.max_length:
        return False
    found = [pattern_finds(pattern, text) for pattern in shape.patterns]
    if False in found:
        return False
    return None if shape.format or None in found else True


def values_of(choice: LiteralType | Enumeration) -> tuple[Json, ...]:
    """The values that may be chosen."""
    if isinstance(choice, LiteralType):
        return choice.values
    return tuple(member.value for member in choice.members)


def _in_range(shape: NumberType, number: Fraction) -> bool:
    low, high = shape.minimum, shape.maximum
    return not (
        (low is not None and (number < low or (shape.exclusive_minimum and number == low)))
        or (high is not None and (number > high or (shape.exclusive_maximum and number == high)))
        or (shape.integer and number.denominator != 1)
        or (shape.multiple_of is not None and (number / shape.multiple_of).denominator != 1)
    )


def kind_of(shape: Shape) -> str:
    """The JSON type of a shape's values; integers are numbers. ``other`` where there is no one."""
    if isinstance(shape, LiteralType | Enumeration):
        kinds = {_NUMBERS.get(kind, kind) for kind in map(value_kind, values_of(shape))}
        return kinds.pop() if len(kinds) == 1 else "other"
    return _KINDS.get(type(shape), "other")


_NUMBERS: Final = {"integer": "number"}
_KINDS: Final[dict[Any, str]] = {
    NullType: "null",
    BooleanType: "boolean",
    NumberType: "number",
    StringType: "string",
    ArrayType: "array",
    TupleType: "array",
    MapType: "object",
    Record: "object",
    IntersectionType: "other",
}


def _both(left: Shape, right: Shape, tokens: Tokens, scope: Scope) -> IntersectionType:
    parts: list[Type] = []
    for index, side in enumerate((left, right)):
        kind = named(side, (*tokens, "allOf", index), scope)
        parts.extend(kind.parts if isinstance(kind, IntersectionType) else (kind,))
    return IntersectionType(tuple(parts))


def _same(left: Shape, _right: Shape, _tokens: Tokens, _scope: Scope) -> Shape:
    return left


def _either(left: str, right: str) -> str | None:
    """The one word of two; ``None`` where they differ."""
    return left or right if not left or not right or left == right else None


def _numbers(left: NumberType, right: NumberType, _tokens: Tokens, _scope: Scope) -> Shape | None:
    form = _either(left.format, right.format)
    brand = _either(left.brand, right.brand)
    if form is None or brand is None:
        return None
    low, low_out = _tighter(
        (left.minimum, left.exclusive_minimum), (right.minimum, right.exclusive_minimum), 1
    )
    high, high_out = _tighter(
        (left.maximum, left.exclusive_maximum), (right.maximum, right.exclusive_maximum), -1
    )
    return NumberType(
        integer=left.integer or right.integer,
        minimum=low,
        maximum=high,
        exclusive_minimum=low_out,
        exclusive_maximum=high_out,
        multiple_of=_common_step(left.multiple_of, right.multiple_of),
        format=form,
        brand=brand,
    )


def _tighter(
    left: tuple[Fraction | None, bool], right: tuple[Fraction | None, bool], sign: int
) -> tuple[Fraction | None, bool]:
    if left[0] is None or right[0] is None:
        return right if left[0] is None else left
    if left[0] == right[0]:
        return left[0], left[1] or right[1]
    return left if (left[0] - right[0]) * sign > 0 else right


def _common_step(left: Fraction | None, right: Fraction | None) -> Fraction | None:
    """The least common multiple of two steps."""
    if left is None or right is None:
        return right if left is None else left
    return Fraction(
        math.lcm(left.numerator, right.numerator), math.gcd(left.denominator, right.denominator)
    )


def _strings(left: StringType, right: StringType, _tokens: Tokens, _scope: Scope) -> Shape | None:
    form = _either(left.format, right.format)
    brand = _either(left.brand, right.brand)
    encoding = _either(left.content_encoding, right.content_encoding)
    media = _either(left.content_media_type, right.content_media_type)
    if form is None or brand is None or encoding is None or media is None:
        return None
    return StringType(
        format=form,
        patterns=tuple(dict.fromkeys((*left.patterns, *right.patterns))),
        min_length=max(left.min_length, right.min_length),
        max_length=_least(left.max_length, right.max_length),
        content_encoding=encoding,
        content_media_type=media,
        aware=left.aware if right.aware is None else right.aware,
        brand=brand,
    )


def _least(left: int | None, right: int | None) -> int | None:
    if left is None or right is None:
        return right if left is None else left
    return min(left, right)


def _arrays(left: Shape, right: Shape, tokens: Tokens, scope: Scope) -> Shape | None:
    if isinstance(left, ArrayType) and isinstance(right, ArrayType):
        place = (*tokens, "items")
        return ArrayType(
            items=_inner(left.items, right.items, place, scope),
            min_items=max(left.min_items, right.min_items),
            max_items=_least(left.max_items, right.max_items),
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
    least = max(left.min_items, right.min_items)
    most = _least(left.max_items, right.max_items)
    items = left.items if most is None else left.items[:most]
    closed = left.rest is None or (most is not None and most <= len(items))
    return TupleType(
        items=items,
        required=min(least, len(items)),
        rest=None if closed else left.rest,
        min_items=least,
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
        max_properties=_least(left.max_properties, right.max_properties),
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
