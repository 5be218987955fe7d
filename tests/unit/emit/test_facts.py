from __future__ import annotations

from fractions import Fraction

from modelpact.emit.facts import Fact, facts_of
from modelpact.graph.nodes import (
    ArrayType,
    IntersectionType,
    MapType,
    NullType,
    NumberType,
    Reference,
    StringType,
    TupleItem,
    TupleType,
    UnionType,
)


def test_a_strings_demands_are_listed_by_keyword() -> None:
    type_ = StringType(format="email", patterns=("^a", "b$"), min_length=3, max_length=32)

    assert facts_of(type_) == (
        Fact("", "format", "email"),
        Fact("", "pattern", "^a"),
        Fact("", "pattern", "b$"),
        Fact("", "minLength", "3"),
        Fact("", "maxLength", "32"),
    )


def test_a_numbers_demands_tell_exclusive_bounds() -> None:
    type_ = NumberType(
        integer=True, minimum=Fraction(0), maximum=Fraction(1, 2), exclusive_maximum=True
    )

    assert facts_of(type_) == (
        Fact("", "type", "integer"),
        Fact("", "minimum", "0"),
        Fact("", "exclusiveMaximum", "0.5"),
    )


def test_null_does_not_hide_what_a_value_must_be() -> None:
    type_ = UnionType((StringType(max_length=5), NullType()))

    assert facts_of(type_) == (Fact("", "maxLength", "5"),)


def test_members_of_a_union_are_told_apart_by_kind() -> None:
    type_ = UnionType((StringType(max_length=5), NumberType(minimum=Fraction(1))))

    assert facts_of(type_) == (Fact("string", "maxLength", "5"), Fact("number", "minimum", "1"))


def test_members_of_one_kind_are_alternatives() -> None:
    above = NumberType(minimum=Fraction(1), exclusive_minimum=True)
    of_any = IntersectionType((StringType(max_length=5), Reference("Code")))

    assert facts_of(UnionType((NumberType(integer=True), above, StringType(max_length=5)))) == (
        Fact("number|1", "type", "integer"),
        Fact("number|2", "exclusiveMinimum", "1"),
        Fact("string", "maxLength", "5"),
    )
    assert facts_of(UnionType((of_any, Reference("User")))) == (Fact("any|1", "maxLength", "5"),)


def test_what_a_long_pattern_means_stands_in_its_place() -> None:
    assert facts_of(StringType(patterns=("^P",), temporal="duration")) == (
        Fact("", "temporal", "duration"),
    )


def test_parts_are_placed() -> None:
    items = ArrayType(ArrayType(StringType(max_length=5), unique=True), min_items=1)
    keyed = MapType(NumberType(minimum=Fraction(1)), StringType(patterns=("^x",)), max_properties=9)
    pair = TupleType((TupleItem(StringType(min_length=1)),), 1, StringType(max_length=2), 3)

    assert facts_of(items) == (
        Fact("", "minItems", "1"),
        Fact("items", "uniqueItems", "true"),
        Fact("items.items", "maxLength", "5"),
    )
    assert facts_of(keyed) == (
        Fact("", "maxProperties", "9"),
        Fact("keys", "pattern", "^x"),
        Fact("values", "minimum", "1"),
    )
    assert facts_of(IntersectionType((pair, Reference("User")))) == (
        Fact("", "minItems", "3"),
        Fact("0", "minLength", "1"),
        Fact("rest", "maxLength", "2"),
    )
