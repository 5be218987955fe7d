from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from modelpact.compat.subjects import Side, Subject
from modelpact.compat.witness import told_paths
from modelpact.compat.witness.counterparts import counterpart
from modelpact.compat.witness.locate import Violation, violations
from modelpact.compat.witness.validators import RustValidator

TAGGED = {
    "oneOf": [{"$ref": "#/$defs/Cat"}, {"$ref": "#/$defs/Dog"}],
    "$defs": {
        "Cat": {
            "type": "object",
            "properties": {"kind": {"const": "cat"}, "lives": {"maximum": 9}},
            "required": ["kind"],
        },
        "Dog": {"type": "object", "properties": {"kind": {"const": "dog"}}, "required": ["kind"]},
    },
}


COLOURED = {
    "oneOf": [
        {"properties": {"kind": {"const": "cat"}, "fur": {"enum": ["red", "black"]}}},
        {"properties": {"kind": {"const": "dog"}, "fur": {"const": "brown"}}},
        {"properties": {"kind": {"const": "bee"}}},
    ],
}
"""Members of a union whose tag is not the only member with listed values."""


def refusals(schema: Any, value: Any, **resources: Any) -> tuple[Violation, ...]:
    subject = Subject(schema, "a.json", {f"{name}.json": s for name, s in resources.items()})
    validator = RustValidator(schema, uri=subject.uri, resources=subject.resources)
    return violations(Side(subject), validator.errors(value), value)


def located(schema: Any, value: Any, **resources: Any) -> list[str]:
    return [str(v.location) for v in refusals(schema, value, **resources)]


@pytest.mark.parametrize(
    ("schema", "value", "places"),
    [
        ({"type": "string"}, 1, ["a.json#/type"]),
        ({"properties": {"a/b": {"minimum": 3}}}, {"a/b": 1}, ["a.json#/properties/a~1b/minimum"]),
        ({"$ref": "#/$defs/x", "$defs": {"x": {"type": "null"}}}, 1, ["a.json#/$defs/x/type"]),
        ({"properties": {"a": False}}, {"a": 1}, ["a.json#/properties/a"]),
        (False, 1, ["a.json#"]),
        ({"propertyNames": {"maxLength": 1}}, {"ab": 1}, ["a.json#/propertyNames"]),
        ({"if": {}, "then": {"type": "null"}}, 1, ["a.json#/then/type"]),
        ({"not": {"type": "integer"}}, 1, ["a.json#/not"]),
        ({"prefixItems": [{"type": "null"}]}, [1], ["a.json#/prefixItems/0/type"]),
        ({"contains": {"type": "null"}}, [1], ["a.json#/contains"]),
        (TAGGED, {"kind": "cat", "lives": 10}, ["a.json#/$defs/Cat/properties/lives/maximum"]),
        (TAGGED, {"kind": "cow"}, ["a.json#/oneOf"]),
        (
            {"anyOf": [{"minLength": 2, "type": "string"}, {"type": "null"}]},
            "x",
            ["a.json#/anyOf/0/minLength"],
        ),
        ({"anyOf": [{"enum": ["a"]}, {"type": "null"}]}, 3, ["a.json#/anyOf"]),
        ({"anyOf": [{"type": "string"}, {"type": "null"}]}, 3, ["a.json#/anyOf"]),
        (COLOURED, {"kind": "cat", "fur": "green"}, ["a.json#/oneOf/0/properties/fur/enum"]),
        (COLOURED, {"kind": "dog", "fur": "green"}, ["a.json#/oneOf/1/properties/fur/const"]),
        (COLOURED, {"kind": "cow", "fur": "green"}, ["a.json#/oneOf"]),
        (COLOURED, {"kind": "cow", "fur": "red"}, ["a.json#/oneOf"]),
    ],
)
def test_a_refusal_is_located_at_the_keyword_that_refuses(
    schema: Any, value: Any, places: list[str]
) -> None:
    assert located(schema, value) == places


def test_references_are_followed_into_other_documents() -> None:
    other = {"$defs": {"n": {"type": "object", "required": ["x"]}}}
    found = refusals({"items": {"$ref": "b.json#/$defs/n"}}, [{}], b=other)
    assert [str(v.location) for v in found] == ["b.json#/$defs/n/required"]
    assert found[0].path == (0,)
    assert found[0].names == ("x",)


def test_a_schema_with_an_id_of_its_own_is_located_in_its_document() -> None:
    schema = {
        "$ref": "https://example.com/inner",
        "$defs": {"i": {"$id": "https://example.com/inner", "type": "null"}},
    }
    assert located(schema, 1) == ["a.json#/$defs/i/type"]


def test_a_document_known_by_its_id_is_called_by_the_name_it_was_given() -> None:
    team = {"$id": "https://example.com/1/Team.json", "type": "null"}
    user = {"$id": "https://example.com/1/User.json", "items": {"$ref": "Team.json"}}
    assert located(user, [1], Team=team) == ["Team.json#/type"]


def test_a_refusal_names_the_properties_that_are_not_allowed() -> None:
    found = refusals({"properties": {"a": {}}, "additionalProperties": False}, {"a": 1, "z": 2})
    assert found[0].names == ("z",)
    assert found[0].keyword == "additionalProperties"


@pytest.mark.parametrize(
    ("old", "new", "value", "place"),
    [
        (
            {"properties": {"a": {"type": "string"}}},
            {"properties": {"a": {"$ref": "#/$defs/a"}}, "$defs": {"a": {"type": "integer"}}},
            {"a": "x"},
            "#/properties/a",
        ),
        (
            {"properties": {"a": {"anyOf": [{"type": "null"}, {"minLength": 2}]}}},
            {
                "properties": {
                    "a": {"anyOf": [{"type": "null"}, {"minLength": 9, "type": "string"}]}
                }
            },
            {"a": "xx"},
            "#/properties/a/anyOf/1",
        ),
        (
            {"patternProperties": {"^a": {"type": "null"}}},
            {"additionalProperties": {"type": "string"}},
            {"ab": None},
            "#/patternProperties/^a",
        ),
        ({}, {"properties": {"a": {"type": "integer"}}}, {"a": "x"}, "#"),
    ],
)
def test_the_counterpart_is_found_along_the_value(
    old: Any, new: Any, value: Any, place: str
) -> None:
    reader = Side(Subject(new))
    refusal = violations(reader, RustValidator(new).errors(value), value)[0]
    assert str(counterpart(Side(Subject(old)), refusal).place.location) == place


def test_names_that_the_validator_tells_badly_are_told_well() -> None:
    nested = {"additionalProperties": {"additionalProperties": {"type": "null"}}}
    for value, path in (
        ({"": {"": 1}}, ("", "")),
        ({"a": {"": 1}}, ("a", "")),
        ({"": {"a": 1}}, ("", "a")),
        ({"7": {"0": 1}}, ("7", "0")),
    ):
        assert [v.path for v in refusals(nested, value)] == [path]


@pytest.mark.parametrize("beside", ["text", ["b"], {"0": "b"}])
def test_a_name_below_an_empty_name_is_not_taken_for_the_one_beside_it(beside: Any) -> None:
    inner = {"properties": {"y": {"type": "array", "items": {"maxLength": 3}}}}
    schema = {"properties": {"x": {}, "y": {}}, "additionalProperties": inner}
    (refused,) = refusals(schema, {"y": beside, "": {"y": ["aaaa"]}})
    assert refused.path == ("", "y", 0)


def test_properties_named_like_indexes_are_located() -> None:
    schema = {"properties": {"0": {"allOf": [{"type": "null"}]}}}
    (found,) = refusals(schema, {"0": 1})
    assert found.location.pointer.tokens == ("properties", "0", "allOf", 0, "type")
    assert found.path == ("0",)


@pytest.mark.parametrize(
    ("value", "told", "refused", "path"),
    [
        ({"a": {"b": 1}}, ["a", "b"], 1, ("a", "b")),
        ({"": {"b": 1}}, ["b"], 1, ("", "b")),
        ({"a": {"in": [{"z": 1}]}}, ["in", 0, "z"], 1, ("a", "in", 0, "z")),
        ({"a": [True, 1], "b": [1, True]}, ["x", 0, 0], True, ("a", 0)),
        ({"a": 1}, ["x", "y"], {"a": 1}, ()),
        ([[2], [[2]]], [0, 0, 0], [2], (1, 0)),
    ],
)
def test_a_path_that_is_not_in_the_value_leads_to_the_refused_part(
    value: Any, told: list[Any], refused: Any, path: tuple[Any, ...]
) -> None:
    """As jsonschema-rs tells one now and then, among references that lead to each other."""
    error = SimpleNamespace(instance_path=told, instance=refused)
    assert told_paths.path_told(value, error) == path
