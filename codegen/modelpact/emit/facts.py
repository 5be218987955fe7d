"""What a type demands of values beyond what they are, as facts for documentation.

Languages whose types do not state lengths and patterns state them in comments; this is the list.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

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


@dataclass(frozen=True, slots=True)
class Fact:
    """One demand.

    Attributes:
        place: Which part of the value it is about: empty for all of it, else ``items``, ``keys``,
            ``values``, or a kind of value (``string``) where only such values are meant;
            joined by dots.
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
    return tuple(_facts(type_, ""))


def _facts(type_: Type, place: str) -> Iterator[Fact]:
    match type_:
        case StringType():
            yield from _of_string(type_, place)
        case NumberType():
            yield from _of_number(type_, place)
        case ArrayType():
            yield from _of_list(type_, place)
            yield from _facts(type_.items, _inside(place, "items"))
        case TupleType():
            yield from _of_tuple(type_, place)
        case MapType():
            yield from _of_map(type_, place)
        case UnionType():
            yield from _of_union(type_, place)
        case IntersectionType():
            for part in type_.parts:
                yield from _facts(part, place)
        case _:
            return


def _inside(place: str, part: str) -> str:
    return f"{place}.{part}" if place else part


def _of_string(type_: StringType, place: str) -> Iterator[Fact]:
    if type_.format:
        yield Fact(place, "format", type_.format)
    if type_.aware is not None:
        yield Fact(place, "timezone", "aware" if type_.aware else "naive")
    for pattern in type_.patterns:
        yield Fact(place, "pattern", pattern)
    if type_.min_length:
        yield Fact(place, "minLength", str(type_.min_length))
    if type_.max_length is not None:
        yield Fact(place, "maxLength", str(type_.max_length))
    if type_.content_encoding:
        yield Fact(place, "contentEncoding", type_.content_encoding)
    if type_.content_media_type:
        yield Fact(place, "contentMediaType", type_.content_media_type)


def _of_number(type_: NumberType, place: str) -> Iterator[Fact]:
    if type_.format:
        yield Fact(place, "format", type_.format)
    if type_.integer:
        yield Fact(place, "type", "integer")
    if type_.minimum is not None:
        keyword = "exclusiveMinimum" if type_.exclusive_minimum else "minimum"
        yield Fact(place, keyword, number_text(type_.minimum))
    if type_.maximum is not None:
        keyword = "exclusiveMaximum" if type_.exclusive_maximum else "maximum"
        yield Fact(place, keyword, number_text(type_.maximum))
    if type_.multiple_of is not None:
        yield Fact(place, "multipleOf", number_text(type_.multiple_of))


def _of_list(type_: ArrayType | TupleType, place: str) -> Iterator[Fact]:
    if type_.min_items:
        yield Fact(place, "minItems", str(type_.min_items))
    if type_.max_items is not None:
        yield Fact(place, "maxItems", str(type_.max_items))
    if type_.unique:
        yield Fact(place, "uniqueItems", "true")


def _of_tuple(type_: TupleType, place: str) -> Iterator[Fact]:
    positions = len(type_.items)
    says_more = type_.rest is not None
    if says_more and type_.min_items > positions:
        yield Fact(place, "minItems", str(type_.min_items))
    if says_more and type_.max_items is not None:
        yield Fact(place, "maxItems", str(type_.max_items))
    if type_.unique:
        yield Fact(place, "uniqueItems", "true")
    for index, item in enumerate(type_.items):
        yield from _facts(item.type, _inside(place, str(index)))
    if type_.rest is not None:
        yield from _facts(type_.rest, _inside(place, "rest"))


def _of_map(type_: MapType, place: str) -> Iterator[Fact]:
    if type_.min_properties:
        yield Fact(place, "minProperties", str(type_.min_properties))
    if type_.max_properties is not None:
        yield Fact(place, "maxProperties", str(type_.max_properties))
    yield from _facts(type_.keys, _inside(place, "keys"))
    yield from _facts(type_.values, _inside(place, "values"))


_KINDS: dict[type, str] = {
    StringType: "string",
    NumberType: "number",
    ArrayType: "array",
    TupleType: "array",
    MapType: "object",
}


def _of_union(type_: UnionType, place: str) -> Iterator[Fact]:
    members = [member for member in type_.members if not isinstance(member, NullType)]
    if len(members) == 1:
        yield from _facts(members[0], place)
        return
    for member in members:
        yield from _facts(member, _inside(place, _KINDS.get(type(member), "")).rstrip("."))
