"""What a type demands of values beyond what they are, as facts for documentation.

Languages whose types do not state lengths and patterns state them in comments; this is the list.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, NamedTuple

from modelpact.emit.json_text import number_text
from modelpact.graph.nodes import (
    ArrayType,
    IntersectionType,
    MapType,
    NullType,
    NumberType,
    StringType,
    TupleType,
    Type,
    UnionType,
)

__all__ = ["Fact", "facts_of"]


class Fact(NamedTuple):
    """One demand.

    Attributes:
        place: Which part of the value it is about: empty for all of it, else ``items``, ``keys``,
            ``values``, or a kind of value (``string``) where only such values are meant;
            joined by dots. ``string|2`` is the second of several alternatives of that kind: a
            string has to be as one of them demands. ``any|2`` is one of several for all kinds.
        keyword: The JSON Schema keyword that makes it.
        value: The keyword's value, as text: hostile where it is a pattern or format.

    """

    place: str
    keyword: str
    value: str


def facts_of(type_: Type) -> tuple[Fact, ...]:
    """All demands of a type and of its anonymous parts, in a fixed order.

    What a reference leads to speaks for itself.
    """
    found: list[Fact] = []
    _collect(type_, "", found)
    return tuple(found)


def _collect(type_: Type, place: str, found: list[Fact]) -> None:
    collector = _COLLECTORS.get(type(type_))
    if collector is not None:
        collector(type_, place, found)


def _inside(place: str, part: str) -> str:
    return f"{place}.{part}" if place else part


def _of_string(type_: StringType, place: str, found: list[Fact]) -> None:
    if type_.format:
        found.append(Fact(place, "format", type_.format))
    if type_.aware is not None:
        found.append(Fact(place, "timezone", "aware" if type_.aware else "naive"))
    if type_.temporal:  # says what a long pattern means
        found.append(Fact(place, "temporal", type_.temporal))
    else:
        found.extend(Fact(place, "pattern", pattern) for pattern in type_.patterns)
    if type_.min_length:
        found.append(Fact(place, "minLength", str(type_.min_length)))
    if type_.max_length is not None:
        found.append(Fact(place, "maxLength", str(type_.max_length)))
    if type_.content_encoding:
        found.append(Fact(place, "contentEncoding", type_.content_encoding))
    if type_.content_media_type:
        found.append(Fact(place, "contentMediaType", type_.content_media_type))


def _of_number(type_: NumberType, place: str, found: list[Fact]) -> None:
    if type_.format:
        found.append(Fact(place, "format", type_.format))
    if type_.integer:
        found.append(Fact(place, "type", "integer"))
    if type_.minimum is not None:
        keyword = "exclusiveMinimum" if type_.exclusive_minimum else "minimum"
        found.append(Fact(place, keyword, number_text(type_.minimum)))
    if type_.maximum is not None:
        keyword = "exclusiveMaximum" if type_.exclusive_maximum else "maximum"
        found.append(Fact(place, keyword, number_text(type_.maximum)))
    if type_.multiple_of is not None:
        found.append(Fact(place, "multipleOf", number_text(type_.multiple_of)))


def _of_array(type_: ArrayType, place: str, found: list[Fact]) -> None:
    if type_.min_items:
        found.append(Fact(place, "minItems", str(type_.min_items)))
    if type_.max_items is not None:
        found.append(Fact(place, "maxItems", str(type_.max_items)))
    if type_.unique:
        found.append(Fact(place, "uniqueItems", "true"))
    _collect(type_.items, _inside(place, "items"), found)


def _of_tuple(type_: TupleType, place: str, found: list[Fact]) -> None:
    """A tuple without a rest says its bounds itself."""
    if type_.rest is not None and type_.min_items > len(type_.items):
        found.append(Fact(place, "minItems", str(type_.min_items)))
    if type_.rest is not None and type_.max_items is not None:
        found.append(Fact(place, "maxItems", str(type_.max_items)))
    if type_.unique:
        found.append(Fact(place, "uniqueItems", "true"))
    for index, item in enumerate(type_.items):
        _collect(item.type, _inside(place, str(index)), found)
    if type_.rest is not None:
        _collect(type_.rest, _inside(place, "rest"), found)


def _of_map(type_: MapType, place: str, found: list[Fact]) -> None:
    if type_.min_properties:
        found.append(Fact(place, "minProperties", str(type_.min_properties)))
    if type_.max_properties is not None:
        found.append(Fact(place, "maxProperties", str(type_.max_properties)))
    _collect(type_.keys, _inside(place, "keys"), found)
    _collect(type_.values, _inside(place, "values"), found)


def _of_union(type_: UnionType, place: str, found: list[Fact]) -> None:
    members = [member for member in type_.members if not isinstance(member, NullType)]
    if len(members) == 1:
        _collect(members[0], place, found)
        return
    kinds = [_KINDS.get(type(member), "") for member in members]
    for index, (member, kind) in enumerate(zip(members, kinds, strict=True)):
        if kind and (kinds.count(kind) > 1 or kind == _ANY):
            kind = f"{kind}|{kinds[: index + 1].count(kind)}"  # noqa: PLW2901 - told apart
        _collect(member, _inside(place, kind) if kind else place, found)


def _of_intersection(type_: IntersectionType, place: str, found: list[Fact]) -> None:
    for part in type_.parts:
        _collect(part, place, found)


_ANY: Final = "any"
_KINDS: Final[dict[type, str]] = {
    StringType: "string",
    NumberType: "number",
    ArrayType: "array",
    TupleType: "array",
    MapType: "object",
    IntersectionType: _ANY,
}

_COLLECTORS: Final[dict[type, Callable[[Any, str, list[Fact]], None]]] = {
    StringType: _of_string,
    NumberType: _of_number,
    ArrayType: _of_array,
    TupleType: _of_tuple,
    MapType: _of_map,
    UnionType: _of_union,
    IntersectionType: _of_intersection,
}
