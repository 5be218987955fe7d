"""Schemas to types, one sentence each."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from modelpact.errors import ErrorGroup
from modelpact.graph.nodes import (
    Alias,
    AnyType,
    ArrayType,
    BooleanType,
    Discriminator,
    Enumeration,
    IntersectionType,
    LiteralType,
    MapType,
    Member,
    NeverType,
    NullType,
    NumberType,
    Reference,
    StringType,
    TupleType,
    UnionType,
)
from support.schemas import definition_of, graph_of, objects, property_of, record_of

DRAFT4 = "http://json-schema.org/draft-04/schema#"
DRAFT7 = "http://json-schema.org/draft-07/schema#"


def faults_of(schema: Any, **others: Any) -> list[tuple[str, str]]:
    """Rule and place of each fault."""
    with pytest.raises(ErrorGroup) as caught:
        graph_of(schema, **others)
    return [(fault.rule, fault.where) for fault in caught.value.faults]


def tagged(value: str, **more: Any) -> dict[str, Any]:
    return objects({"kind": {"const": value}, **more}, required=["kind"])


@pytest.mark.parametrize(
    ("schema", "expected"),
    [
        ({}, AnyType()),
        (True, AnyType()),
        (False, NeverType()),
        ({"not": {}}, NeverType()),
        ({"type": "boolean"}, BooleanType()),
        ({"enum": [True, False]}, BooleanType()),
        ({"type": "number", "multipleOf": 1}, NumberType(integer=True)),
        ({"type": "number", "minimum": 0.1}, NumberType(minimum=Fraction(1, 10))),
        (
            {"type": "integer", "minimum": 3, "exclusiveMinimum": 3},
            NumberType(integer=True, minimum=Fraction(3), exclusive_minimum=True),
        ),
        ({"type": "string", "minLength": 2.0}, StringType(min_length=2)),
        ({"type": ["string", "null"]}, UnionType((StringType(), NullType()))),
        ({"anyOf": [{"type": "null"}, {"type": "string"}]}, UnionType((StringType(), NullType()))),
        ({"enum": ["a", None]}, UnionType((LiteralType(("a",)), NullType()))),
        ({"enum": [1, "x"], "type": "string"}, LiteralType(("x",))),
        ({"enum": ["a", "bcd"], "minLength": 2}, LiteralType(("bcd",))),
        ({"oneOf": [{"const": 1}, {"const": 2}]}, LiteralType((1, 2))),
        ({"type": "object"}, MapType(AnyType())),
        ({"type": "array", "items": {"type": "string"}}, ArrayType(StringType())),
        (
            {"anyOf": [{"type": "string"}, {"type": "null"}], "maxLength": 3},
            UnionType((StringType(max_length=3), NullType())),
        ),
        (
            {"allOf": [{"type": "string", "minLength": 1}, {"maxLength": 9}]},
            StringType(min_length=1, max_length=9),
        ),
        (
            {"allOf": [{"type": "number", "multipleOf": 4}, {"type": "number", "multipleOf": 6}]},
            NumberType(integer=True, multiple_of=Fraction(12)),
        ),
        ({"allOf": [{"type": "string"}, {"type": "null"}]}, NeverType()),
    ],
)
def test_a_schema_is_its_type(schema: Any, expected: Any) -> None:
    assert property_of(schema).type == expected


def test_a_one_member_union_is_flat_and_null_stands_last() -> None:
    inner = {"oneOf": [{"type": "null"}, {"anyOf": [{"type": "string"}, {"type": "integer"}]}]}
    kind = property_of(inner).type
    assert kind == UnionType((StringType(), NumberType(integer=True), NullType()))


def test_one_of_is_exclusive_where_members_may_overlap() -> None:
    overlap = property_of({"oneOf": [{"type": "string"}, {"type": "string", "minLength": 1}]}).type
    apart = property_of({"oneOf": [{"type": "string"}, {"type": "integer"}]}).type
    assert isinstance(overlap, UnionType)
    assert overlap.exclusive
    assert isinstance(apart, UnionType)
    assert not apart.exclusive


def test_tags_are_inferred_under_null_and_in_the_values_of_maps() -> None:
    choice = {"anyOf": [{"$ref": "#/$defs/A"}, {"$ref": "#/$defs/B"}, {"type": "null"}]}
    map_ = objects(additionalProperties=choice)
    kind = property_of(map_, A=tagged("a"), B=tagged("b")).type
    assert isinstance(kind, MapType)
    assert isinstance(kind.values, UnionType)
    assert kind.values.discriminator == Discriminator("kind", (("a",), ("b",)))


def test_a_tag_with_a_default_is_required() -> None:
    tag = {"const": "a", "default": "a"}
    schema = {
        "anyOf": [{"$ref": "#/$defs/A"}, {"$ref": "#/$defs/B"}],
        "$defs": {"A": objects({"kind": tag}), "B": tagged("b")},
    }
    record = record_of(graph_of(schema), "A")
    assert record.tag == "kind"
    assert record.properties[0].required


def test_a_nested_union_has_all_tags_of_its_members() -> None:
    schema = {
        "anyOf": [{"$ref": "#/$defs/Inner"}, {"$ref": "#/$defs/C"}],
        "$defs": {
            "Inner": {"anyOf": [{"$ref": "#/$defs/A"}, {"$ref": "#/$defs/B"}]},
            "A": tagged("a"),
            "B": tagged("b"),
            "C": tagged("c"),
        },
    }
    body = definition_of(schema).body
    assert isinstance(body, Alias)
    assert isinstance(body.type, UnionType)
    assert body.type.discriminator == Discriminator("kind", (("a", "b"), ("c",)))


def test_members_whose_tag_may_be_absent_have_no_discriminator() -> None:
    free = objects({"kind": {"const": "a"}})
    kind = property_of(
        {"anyOf": [{"$ref": "#/$defs/A"}, {"$ref": "#/$defs/B"}]}, A=free, B=free
    ).type
    assert isinstance(kind, UnionType)
    assert kind.discriminator is None


def test_branches_beside_properties_are_records_with_both() -> None:
    schema = objects({"id": {"type": "string"}}) | {
        "oneOf": [
            {"properties": {"kind": {"const": "a"}}, "required": ["kind"]},
            {"properties": {"kind": {"const": "b"}}, "required": ["kind"]},
        ]
    }
    graph = graph_of(schema)
    body = graph["Root"].body
    assert isinstance(body, Alias)
    assert isinstance(body.type, UnionType)
    assert body.type.discriminator == Discriminator("kind", (("a",), ("b",)))
    assert [p.name for p in record_of(graph, "RootA").properties] == ["id", "kind"]


def test_all_of_records_is_one_record() -> None:
    schema = {
        "allOf": [
            {"$ref": "#/$defs/Base"},
            objects({"b": {"type": "integer"}}, required=["a", "b"]),
        ],
        "unevaluatedProperties": False,
        "$defs": {"Base": objects({"a": {"type": "string"}})},
    }
    record = record_of(graph_of(schema))
    assert [(p.name, p.required) for p in record.properties] == [("a", True), ("b", True)]
    assert record.extras == "closed"


def test_a_reference_with_words_only_is_a_reference() -> None:
    found = property_of({"allOf": [{"$ref": "#/$defs/A"}], "description": "Hm"}, A=objects({}))
    assert found.type == Reference("A")
    assert found.words.description == "Hm"


def test_a_closed_part_forbids_what_another_part_has() -> None:
    schema = {
        "allOf": [
            objects({"a": {}}, additionalProperties=False),
            objects({"a": {}, "b": {}}),
        ]
    }
    assert [p.name for p in record_of(graph_of(schema)).properties] == ["a"]


def test_a_property_may_be_the_record_that_it_is_in_and_more() -> None:
    more = {"allOf": [{"$ref": "#"}, objects({"extra": {"type": "string"}})]}
    graph = graph_of(objects({"parent": more, "name": {"type": "string"}}))
    names = [p.name for p in record_of(graph, "RootParent").properties]
    assert names == ["parent", "name", "extra"]


def test_anonymous_objects_are_named_after_the_way_to_them() -> None:
    point = objects({"x": {"type": "number"}})
    schema = objects(
        {
            "home_address": objects({"geo": point}),
            "lines": {"type": "array", "items": point},
            "by_name": objects(additionalProperties=point),
            "maybe": {"anyOf": [point, {"type": "null"}]},
        }
    )
    graph = graph_of(schema, "User")
    assert set(graph.definitions) == {
        "User",
        "UserHomeAddress",
        "UserHomeAddressGeo",
        "UserLinesItem",
        "UserByNameValue",
        "UserMaybe",
    }
    assert [d.published for d in graph.definitions.values()] == [True] + [False] * 5


def test_a_neighbour_renames_nothing() -> None:
    user = objects({"address": objects({"x": {}})})
    alone = graph_of(user, "User")
    both = graph_of(user, "User", Aardvark=objects({"address": objects({"y": {}})}))
    assert set(alone.definitions) < set(both.definitions)


def test_definitions_of_one_name_in_two_documents_are_told_apart() -> None:
    one = {"$defs": {"Item": objects({"a": {}})}, **objects({"i": {"$ref": "#/$defs/Item"}})}
    two = {"$defs": {"item": objects({"b": {}})}, **objects({"i": {"$ref": "#/$defs/item"}})}
    graph = graph_of(one, "Order", Invoice=two)
    assert set(graph.definitions) == {"Order", "OrderItem", "Invoice", "InvoiceItem"}


def test_a_definition_that_lists_values_is_an_enumeration_and_a_property_a_literal() -> None:
    members = [{"name": "RED", "value": "red", "description": "Stop."}]
    schema = objects({"c": {"$ref": "#/$defs/Colour"}, "d": {"enum": ["x", "y"]}}) | {
        "$defs": {"Colour": {"enum": ["red", "blue"], "x-modelpact": {"members": members}}}
    }
    graph = graph_of(schema)
    assert graph["Colour"].body == Enumeration(
        (Member("RED", "red", "Stop."), Member("blue", "blue"))
    )
    assert record_of(graph).properties[1].type == LiteralType(("x", "y"))


def test_an_extensible_enumeration_keeps_its_members() -> None:
    schema = {
        "anyOf": [{"enum": ["x", "y"]}, {"type": "string"}],
        "x-modelpact": {"extensible": True},
    }
    body = definition_of(schema).body
    assert isinstance(body, Enumeration)
    assert body.extensible
    assert [member.value for member in body.members] == ["x", "y"]


def test_tuples_have_labels_and_optional_tails() -> None:
    schema = {
        "type": "array",
        "prefixItems": [{"type": "string"}, {"type": "integer"}],
        "items": False,
        "minItems": 1,
        "x-modelpact": {"labels": ["name", "age"]},
    }
    kind = property_of(schema).type
    assert isinstance(kind, TupleType)
    assert [item.label for item in kind.items] == ["name", "age"]
    assert (kind.required, kind.rest) == (1, None)


def test_draft_7_lists_positions_under_items() -> None:
    schema = objects({"t": {"type": "array", "items": [{"type": "string"}], "minItems": 1}})
    kind = record_of(graph_of({"$schema": DRAFT7, **schema})).properties[0].type
    assert isinstance(kind, TupleType)
    assert kind.rest == AnyType()


def test_draft_4_switches_bounds_by_booleans() -> None:
    schema = objects({"n": {"type": "number", "minimum": 1, "exclusiveMinimum": True}})
    kind = record_of(graph_of({"$schema": DRAFT4, **schema})).properties[0].type
    assert kind == NumberType(minimum=Fraction(1), exclusive_minimum=True)


def test_what_a_pattern_of_time_means_is_kept_while_it_is_the_one_pattern() -> None:
    time = {"type": "string", "pattern": "^P", "x-modelpact": {"temporal": "duration"}}
    both = {"allOf": [time, {"type": "string", "pattern": "D$"}]}
    alone, merged, foreign = record_of(
        graph_of(objects({"a": time, "b": both, "c": {**time, "x-modelpact": {"temporal": 1}}}))
    ).properties
    assert alone.type == StringType(patterns=("^P",), temporal="duration")
    assert merged.type == StringType(patterns=("^P", "D$"))
    assert foreign.type == StringType(patterns=("^P",))


@pytest.mark.parametrize("kind", ["string", ["array", "null"]])
def test_required_that_is_draft_3s_is_noted_where_it_means_nothing(kind: str | list[str]) -> None:
    graph = graph_of(objects({"p": {"type": kind, "required": True}}))
    (note,) = graph.notes
    assert note.rule == "ignored-keyword"
    assert str(note.location).endswith("/properties/p/required")


def test_draft_7_ignores_what_stands_beside_a_reference_and_says_so() -> None:
    schema = objects({"p": {"$ref": "#/definitions/S", "maxLength": 3}})
    graph = graph_of({"$schema": DRAFT7, "definitions": {"S": {"type": "string"}}, **schema})
    assert record_of(graph).properties[0].type == Reference("S")
    assert [note.rule for note in graph.notes] == ["ignored-keyword"]


def test_the_keys_of_maps_may_be_enumerations() -> None:
    schema = objects(additionalProperties={"type": "number"}, propertyNames={"$ref": "#/$defs/K"})
    kind = property_of(schema, K={"enum": ["a", "b"]}).type
    assert kind == MapType(NumberType(), Reference("K"))


@pytest.mark.parametrize(
    ("schema", "keyword"),
    [
        ({"type": "array", "contains": {"type": "string"}}, "contains"),
        (objects({"a": {}}, dependentRequired={"a": ["b"]}), "dependentRequired"),
        ({"type": "string", "not": {"const": "x"}}, "not"),
        ({"type": "string", "if": {"minLength": 2}, "then": {"pattern": "x"}}, "if"),
        ({"minLength": 3}, "minLength"),
    ],
)
def test_what_has_no_words_is_said(schema: Any, keyword: str) -> None:
    definition = definition_of(schema)
    assert [(u.keyword, str(u.location)) for u in definition.unexpressed] == [
        (keyword, f"Root.schema.json#/{keyword}")
    ]


def test_a_demand_inside_a_property_is_the_propertys() -> None:
    found = property_of({"type": "array", "items": {"type": "array", "contains": {}}})
    assert [str(u.location) for u in found.unexpressed] == [
        "Root.schema.json#/properties/p/items/contains"
    ]


def test_every_broken_reference_is_reported_with_its_place() -> None:
    schema = objects({"a": {"$ref": "#/$defs/No"}, "b": {"$ref": "Other.schema.json"}})
    assert faults_of(schema) == [
        ("unresolvable-reference", "Root.schema.json#/properties/a/$ref"),
        ("unknown-resource", "Root.schema.json#/properties/b/$ref"),
    ]


@pytest.mark.parametrize(
    ("schema", "rule"),
    [
        ({"$ref": "#/$defs/A", "$defs": {"A": {"$ref": "#/$defs/A"}}}, "reference-cycle"),
        ({"allOf": [{"$ref": "#"}, {"type": "object"}]}, "reference-cycle"),
        ({"anyOf": [{"$ref": "#"}, {"type": "string"}]}, "reference-cycle"),
        (objects({"a": {"type": "strng"}}), "invalid-keyword"),
        (objects({"a": {"type": "string", "minLength": -1}}), "invalid-keyword"),
        (objects({"a": {"type": "array", "items": [{}]}}), "invalid-keyword"),
        (objects({"a": {"anyOf": []}}), "invalid-keyword"),
        (objects({"a": {"extends": {}}}), "unsupported-keyword"),
        (objects({"a": 3}), "not-a-schema"),
    ],
)
def test_bad_input_is_refused_by_name(schema: Any, rule: str) -> None:
    assert {found for found, _ in faults_of(schema)} == {rule}


def test_nesting_without_end_is_refused_and_nested_objects_are_not() -> None:
    arrays: Any = {"type": "string"}
    records: Any = {"type": "string"}
    for _ in range(500):
        arrays = {"type": "array", "items": arrays}
        records = objects({"a": records})
    assert [rule for rule, _ in faults_of(objects({"a": arrays}))] == ["too-deep"]
    assert len(graph_of(records).definitions) == 500


def test_recursive_records_that_are_one_value_meet_only_once() -> None:
    tree = objects({"child": {"$ref": "#/$defs/Tree"}, "name": {"type": "string"}})
    chain = objects({"child": {"$ref": "#/$defs/Chain"}, "size": {"type": "integer"}})
    schema = {
        "allOf": [{"$ref": "#/$defs/Tree"}, {"$ref": "#/$defs/Chain"}],
        "$defs": {"Tree": tree, "Chain": chain},
    }
    record = record_of(graph_of(schema))
    assert [known.name for known in record.properties] == ["child", "name", "size"]
    assert record.properties[0].type == IntersectionType((Reference("Tree"), Reference("Chain")))


def test_bounds_beside_a_circle_in_place_are_refused() -> None:
    circle = {"anyOf": [{"$ref": "#/$defs/A"}, {"type": "string"}]}
    schema = {"$ref": "#/$defs/A", "maxLength": 3, "$defs": {"A": circle}}
    assert {rule for rule, _ in faults_of(schema)} == {"reference-cycle"}
    pair = {"A": {"$ref": "#/$defs/B"}, "B": {"$ref": "#/$defs/A"}}
    assert {rule for rule, _ in faults_of({**schema, "$defs": pair})} == {"reference-cycle"}


def test_an_unknown_keyword_is_an_annotation() -> None:
    assert property_of({"type": "string", "x-anything": 1}).type == StringType()
