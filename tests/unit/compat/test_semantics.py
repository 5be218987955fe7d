"""Where containment is easily got wrong: one question a case, in the words of the specification."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from modelpact.compat.engine import Engine
from modelpact.documents.dialects import DRAFT4, DRAFT6, DRAFT7, DRAFT201909

ENGINE = Engine()
NULL = {"type": "null"}


def is_within(inner: Any, outer: Any, **options: Any) -> bool:
    """The engine's answer, which has to be one."""
    found = ENGINE.contains(outer, inner, **options)
    assert found.answer != "unknown", found
    return found.answer == "yes"


def in_draft(dialect: Any, schema: dict[str, Any]) -> dict[str, Any]:
    return {"$schema": dialect.uri, **schema}


@pytest.mark.parametrize(
    ("inner", "outer", "expected"),
    [
        # Numbers are what they say: 0.1 is a tenth, 1.0 is an integer, and True is no number.
        ({"const": 0.3}, {"multipleOf": 0.1}, True),
        ({"const": 1.0}, {"type": "integer"}, True),
        ({"const": 1.0}, {"const": 1}, True),
        ({"const": True}, {"const": 1}, False),
        ({"enum": [False, True]}, {"type": "boolean"}, True),
        ({"type": "boolean"}, {"enum": [False, True]}, True),
        ({"const": [True]}, {"const": [1]}, False),
        ({"const": [1, True]}, {"uniqueItems": True}, True),
        ({"const": [1, 1.0]}, {"uniqueItems": True}, False),
        ({"const": {"a": 1, "b": 2}}, {"const": {"b": 2, "a": 1}}, True),
        # Bounds of integers: nothing is between.
        ({"type": "integer", "exclusiveMinimum": 1}, {"minimum": 2}, True),
        ({"type": "number", "exclusiveMinimum": 1}, {"minimum": 2}, False),
        ({"type": "integer", "minimum": 1, "maximum": 2}, {"enum": [1, 2]}, True),
        ({"type": "integer", "minimum": 1.5, "maximum": 1.9}, False, True),
        ({"multipleOf": 6}, {"multipleOf": 3}, True),
        ({"multipleOf": 4, "type": "integer"}, {"anyOf": [{"multipleOf": 8}]}, False),
        ({"multipleOf": 1}, {"type": "integer"}, False),
        ({"multipleOf": 1, "type": "number"}, {"type": "integer"}, True),
        ({"type": "number", "not": {"multipleOf": 1}}, {"not": {"const": 1}}, True),
        # Keywords say nothing of other types.
        ({"type": "string"}, {"minimum": 5}, True),
        ({"minimum": 5}, {"type": "number"}, False),
        ({"required": ["a"]}, {"type": "object"}, False),
        # Lengths are counted in code points.
        ({"const": "\U0001f600"}, {"maxLength": 1}, True),
        ({"pattern": "^ab?$"}, {"maxLength": 2}, True),
        ({"type": "string", "pattern": "^a+$", "maxLength": 3}, {"enum": ["a", "aa", "aaa"]}, True),
        # Patterns are searched for, not anchored.
        ({"type": "string", "pattern": "^ab"}, {"pattern": "a"}, True),
        ({"type": "string", "pattern": "a"}, {"pattern": "^a"}, False),
        # Arrays.
        ({"type": "array", "minItems": 2, "maxItems": 1}, False, True),
        ({"type": "array", "maxItems": 0}, {"items": {"type": "null"}}, True),
        ({"items": {"type": "null"}, "uniqueItems": True}, {"maxItems": 1}, True),
        ({"type": "array", "items": {"enum": [1, 2]}, "uniqueItems": True}, {"maxItems": 2}, True),
        ({"prefixItems": [{"type": "null"}]}, {"items": {"type": "null"}}, False),
        ({"contains": {"type": "null"}, "minContains": 0}, {"contains": {"type": "null"}}, False),
        ({"minContains": 2}, {"minItems": 1}, False),
        ({"contains": {"const": 1}, "minContains": 2}, {"minItems": 2}, True),
        ({"contains": {"const": 1}, "maxContains": 0}, {"items": {"not": {"const": 1}}}, True),
        (
            {"items": {"not": {"const": 1}}},
            {"contains": {"const": 1}, "minContains": 0, "maxContains": 0},
            True,
        ),
        # Objects.
        ({"properties": {"a": False}}, {"not": {"required": ["a"], "type": "object"}}, True),
        ({"required": ["a"], "properties": {"a": False}}, {"not": {"type": "object"}}, True),
        ({"patternProperties": {"^a": NULL}}, {"properties": {"ab": NULL}}, True),
        ({"properties": {"ab": NULL}}, {"patternProperties": {"^a": NULL}}, False),
        ({"additionalProperties": {"type": "null"}}, {"properties": {"a": {"type": "null"}}}, True),
        ({"properties": {"a": {}}, "additionalProperties": False}, {"maxProperties": 1}, True),
        ({"propertyNames": {"maxLength": 0}}, {"maxProperties": 1}, True),
        ({"propertyNames": {"pattern": "^[ab]$"}}, {"maxProperties": 2}, True),
        ({"propertyNames": {"pattern": "^[ab]$"}}, {"maxProperties": 1}, False),
        ({"propertyNames": False}, {"maxProperties": 0}, True),
        # A name that two demands could share, and one that they could not.
        (
            {"not": {"patternProperties": {"^[ab]$": {"not": {"type": "integer"}}}},
             "allOf": [{"not": {"patternProperties": {"^a$": {"not": {"type": "string"}}}}}]},
            {"required": ["b"]},
            True,
        ),
        # Dependencies, both kinds on one name.
        (
            {"dependentRequired": {"a": ["b"]}, "dependentSchemas": {"a": {"required": ["c"]}},
             "required": ["a"], "type": "object"},
            {"required": ["b", "c"]},
            True,
        ),
        # Unions.
        ({"oneOf": [{"type": "integer"}, {"minimum": 2}]}, {"not": {"const": 3}}, True),
        ({"oneOf": [{"const": 1}, {"const": 2}]}, {"anyOf": [{"const": 1}, {"const": 2}]}, True),
        ({"if": {"type": "integer"}, "then": {"minimum": 0}}, {"not": {"const": -1}}, True),
        ({"then": {"const": 1}}, {"const": 1}, False),
        # Unevaluated members, by which branch holds.
        (
            {"anyOf": [{"properties": {"a": {}}, "required": ["a"]}, {"properties": {"b": {}}}],
             "unevaluatedProperties": False, "type": "object"},
            {"propertyNames": {"enum": ["a", "b"]}},
            True,
        ),
        (
            {"oneOf": [{"properties": {"k": {"const": 1}, "a": {}}, "required": ["k"]},
                       {"properties": {"k": {"const": 2}, "b": {}}, "required": ["k"]}],
             "unevaluatedProperties": False, "type": "object"},
            {"not": {"required": ["a", "b"]}},
            True,
        ),
        ({"allOf": [{"prefixItems": [{}]}], "unevaluatedItems": False}, {"type": "array"}, False),
        (
            {"type": "array", "allOf": [{"prefixItems": [{}]}], "unevaluatedItems": False},
            {"maxItems": 1},
            True,
        ),
        (
            {"type": "array", "contains": {"type": "null"}, "unevaluatedItems": False},
            {"items": {"type": "null"}},
            True,
        ),
        # A dependency on a name says nothing of arrays.
        (
            {"type": "array", "dependentSchemas": {"a": {"items": {}}}, "unevaluatedItems": False},
            {"maxItems": 0},
            True,
        ),
    ],
)  # fmt: skip
def test_a_schema_is_within_another_or_not(inner: Any, outer: Any, *, expected: bool) -> None:
    assert is_within(inner, outer) is expected


def test_in_draft_4_a_whole_number_with_a_fraction_is_no_integer() -> None:
    assert not is_within(
        in_draft(DRAFT4, {"type": "number", "multipleOf": 1}), in_draft(DRAFT4, {"type": "integer"})
    )
    assert is_within(in_draft(DRAFT6, {"type": "number", "multipleOf": 1}), {"type": "integer"})


def test_a_draft_ignores_keywords_that_it_does_not_know() -> None:
    assert is_within(in_draft(DRAFT4, {}), in_draft(DRAFT4, {"const": 1, "if": {}, "then": False}))
    assert is_within({}, in_draft(DRAFT6, {"if": {}, "then": False}))
    assert is_within({}, in_draft(DRAFT7, {"dependentRequired": {"a": ["b"]}, "minContains": 9}))


def test_draft_4_has_a_flag_for_exclusive_bounds() -> None:
    exclusive = in_draft(DRAFT4, {"minimum": 1, "exclusiveMinimum": True})
    assert is_within({"exclusiveMinimum": 1}, exclusive)
    assert is_within(exclusive, {"exclusiveMinimum": 1})


def test_up_to_draft_7_everything_beside_a_reference_is_ignored() -> None:
    beside = {"$ref": "#/definitions/a", "maxLength": 1, "definitions": {"a": {"type": "string"}}}
    assert is_within({"type": "string"}, in_draft(DRAFT7, beside))
    assert not is_within({"type": "string"}, in_draft(DRAFT201909, beside))


def test_items_as_a_list_are_positions_before_2020() -> None:
    before = in_draft(DRAFT201909, {"items": [{"type": "null"}], "additionalItems": False})
    assert is_within(before, {"prefixItems": [{"type": "null"}], "items": False})
    assert is_within({"prefixItems": [{"type": "null"}], "items": False}, before)


def test_contains_evaluates_items_since_2020_only() -> None:
    schema = {"type": "array", "contains": {"type": "null"}, "unevaluatedItems": False}
    assert is_within(in_draft(DRAFT201909, schema), False)
    assert not is_within(schema, False)


def test_a_new_optional_property_breaks_an_open_writer_and_not_a_tolerant_one() -> None:
    old = {"type": "object", "properties": {"name": {"type": "string"}}}
    new = {"type": "object", "properties": {**old["properties"], "age": {"type": "integer"}}}  # type: ignore[dict-item]
    assert not is_within(old, new)
    assert is_within(old, new, content="tolerant")


def test_maps_and_anything_stay_open_under_the_tolerant_policy() -> None:
    for old in ({}, {"type": "object"}, {"additionalProperties": True, "properties": {"a": {}}}):
        assert not is_within(old, {"properties": {"b": {"type": "integer"}}}, content="tolerant")


def test_formats_are_sets_or_annotations() -> None:
    uuid = {"type": "string", "format": "uuid"}
    assert not is_within({"type": "string"}, uuid)
    assert is_within({"type": "string"}, uuid, formats="annotate")
    assert is_within(uuid, {"maxLength": 36})
    assert is_within(uuid, {"not": {"type": "string", "format": "date"}})
    assert not is_within(uuid, {"maxLength": 35})


def test_an_unknown_format_accepts_everything() -> None:
    assert is_within({}, {"format": "password"})


@pytest.mark.parametrize(
    ("inner", "outer"),
    [
        ({"maximum": Decimal("1e399")}, {"maximum": Decimal("1e400")}),
        ({"const": 12345678901234567890}, {"minimum": 12345678901234567889}),
        ({"const": Decimal("0.1000000000000000000001")}, {"exclusiveMinimum": 0.1}),
    ],
)
def test_numbers_keep_all_their_digits(inner: Any, outer: Any) -> None:
    assert is_within(inner, outer)
