"""Which values a shape admits, and of what JSON type they are."""

from __future__ import annotations

from fractions import Fraction
from typing import Any, Final

from modelpact.documents.values import Json, exact, is_number
from modelpact.graph.lowering.enums import distinct, value_kind
from modelpact.graph.lowering.objects import pattern_finds
from modelpact.graph.lowering.scope import Shape
from modelpact.graph.nodes import (
    ArrayType,
    BooleanType,
    Enumeration,
    IntersectionType,
    LiteralType,
    MapType,
    NullType,
    NumberType,
    Record,
    StringType,
    TupleType,
)

__all__ = ["admits", "kind_of", "values_of"]


def admits(shape: Shape, value: Json) -> bool | None:
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
