"""Whether a value is of a type of the graph: the graph's meaning, spelled out for tests.

It takes every node at its word and knows nothing of the schema, so that it can be compared with a
validator that knows nothing of the graph.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from modelpact.documents.values import exact, is_number
from modelpact.graph.nodes import (
    Alias,
    AnyType,
    ArrayType,
    BooleanType,
    Enumeration,
    Graph,
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


def same(left: Any, right: Any) -> bool:
    """Equality of JSON values."""
    if is_number(left) and is_number(right):
        return exact(left) == exact(right)
    if isinstance(left, bool) or isinstance(right, bool) or type(left) is not type(right):
        return left is right
    if isinstance(left, dict):
        return left.keys() == right.keys() and all(same(left[k], right[k]) for k in left)
    if isinstance(left, list):
        return len(left) == len(right) and all(map(same, left, right))
    return bool(left == right)


class Admission:
    """Decides for one graph. Formats are annotations here."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph

    def definition(self, name: str, value: Any) -> bool:
        """Whether a value is of a definition."""
        body = self._graph[name].body
        if isinstance(body, Alias):
            return self.type(body.type, value)
        if isinstance(body, Enumeration):
            known = any(same(member.value, value) for member in body.members)
            return known or (body.extensible and isinstance(value, str))
        return isinstance(value, dict) and self._record(body, value)

    def type(self, kind: Type, value: Any) -> bool:  # noqa: C901, PLR0911, PLR0912 - one line a node
        """Whether a value is of a type."""
        match kind:
            case AnyType():
                return True
            case NeverType():
                return False
            case NullType():
                return value is None
            case BooleanType():
                return isinstance(value, bool)
            case Reference():
                return self.definition(kind.name, value)
            case LiteralType():
                return any(same(known, value) for known in kind.values)
            case UnionType():
                hits = sum(self.type(member, value) for member in kind.members)
                return hits == 1 if kind.exclusive else hits > 0
            case IntersectionType():
                return all(self.type(part, value) for part in kind.parts)
            case StringType():
                return isinstance(value, str) and _string(kind, value)
            case NumberType():
                return is_number(value) and _number(kind, exact(value))
            case MapType():
                return isinstance(value, dict) and self._map(kind, value)
            case ArrayType():
                return isinstance(value, list) and self._array(kind, value)
            case TupleType():
                return isinstance(value, list) and self._tuple(kind, value)

    def _record(self, record: Record, value: Mapping[str, Any]) -> bool:
        most = math.inf if record.max_properties is None else record.max_properties
        if not record.min_properties <= len(value) <= most:
            return False
        declared = {known.name: known for known in record.properties}
        if any(known.required and known.name not in value for known in record.properties):
            return False
        return all(self._member(record, declared, name, inner) for name, inner in value.items())

    def _member(self, record: Record, declared: Mapping[str, Any], name: str, value: Any) -> bool:
        matching = [m for m in record.patterns if re.search(m.pattern, name)]
        if name in declared:
            return self.type(declared[name].type, value)
        if matching:
            return all(self.type(members.type, value) for members in matching)
        if record.extras == "closed":
            return False
        return record.extra is None or self.type(record.extra, value)

    def _map(self, kind: MapType, value: Mapping[str, Any]) -> bool:
        most = math.inf if kind.max_properties is None else kind.max_properties
        return kind.min_properties <= len(value) <= most and all(
            self.type(kind.keys, name) and self.type(kind.values, inner)
            for name, inner in value.items()
        )

    def _array(self, kind: ArrayType, value: list[Any]) -> bool:
        return _sized(kind, value) and all(self.type(kind.items, item) for item in value)

    def _tuple(self, kind: TupleType, value: list[Any]) -> bool:
        rest = value[len(kind.items) :]
        heads = zip(kind.items, value, strict=False)
        return (
            _sized(kind, value)
            and len(value) >= kind.required
            and all(self.type(item.type, head) for item, head in heads)
            and (not rest if kind.rest is None else all(self.type(kind.rest, v) for v in rest))
        )


def _sized(kind: ArrayType | TupleType, value: list[Any]) -> bool:
    most = math.inf if kind.max_items is None else kind.max_items
    apart = not kind.unique or not any(
        same(left, right) for i, left in enumerate(value) for right in value[:i]
    )
    return kind.min_items <= len(value) <= most and apart


def _string(kind: StringType, value: str) -> bool:
    most = math.inf if kind.max_length is None else kind.max_length
    return kind.min_length <= len(value) <= most and all(re.search(p, value) for p in kind.patterns)


def _number(kind: NumberType, value: Fraction) -> bool:
    low, high = kind.minimum, kind.maximum
    return not (
        (low is not None and (value < low or (kind.exclusive_minimum and value == low)))
        or (high is not None and (value > high or (kind.exclusive_maximum and value == high)))
        or (kind.integer and value.denominator != 1)
        or (kind.multiple_of is not None and (value / kind.multiple_of).denominator != 1)
    )
