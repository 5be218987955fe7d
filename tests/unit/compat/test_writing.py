from __future__ import annotations

from typing import Any

import pytest

from modelpact.compat.subjects import Subject
from modelpact.compat.witness.confirm import Validators
from modelpact.compat.writing import written_by

DRAFT4 = "http://json-schema.org/draft-04/schema#"
DRAFT7 = "http://json-schema.org/draft-07/schema#"
CAT = {
    "type": "object",
    "properties": {"kind": {"const": "cat"}, "home": {"$ref": "#/$defs/Home"}},
    "required": ["kind"],
}
DOG = {
    "type": "object",
    "properties": {"kind": {"const": "dog"}, "home": {"$ref": "#/$defs/Home"}},
    "required": ["kind"],
}
HOME = {"type": "object", "properties": {"city": {"type": "string"}}}
PETS = {"oneOf": [CAT, DOG], "$defs": {"Home": HOME}}


def writes(schema: Any, value: Any, **resources: Any) -> bool:
    given = {f"{name}.json": s for name, s in resources.items()}
    subject = written_by(Subject(schema, "a.json", {"a.json": schema, **given}))
    judgement = Validators().judge(subject, value, "assert")
    assert judgement.accepted is not None, judgement.reason
    return judgement.accepted


@pytest.mark.parametrize(
    ("schema", "value", "written"),
    [
        ({"properties": {"a": {}}}, {"a": 1}, True),
        ({"properties": {"a": {}}}, {"b": 1}, False),
        ({"properties": {"a": {}}, "additionalProperties": True}, {"b": 1}, True),
        ({}, {"b": 1}, True),
        ({"type": "object"}, {"b": 1}, True),
        ({"additionalProperties": {"type": "integer"}}, {"b": 1}, True),
        ({"patternProperties": {"^x": {}}, "properties": {"a": {}}}, {"xy": 1}, True),
        ({"items": {"properties": {"a": {}}}}, [{"b": 1}], False),
        ({"prefixItems": [{"properties": {"a": {}}}]}, [{"b": 1}], False),
        ({"additionalProperties": {"properties": {"a": {}}}}, {"k": {"b": 1}}, False),
        ({"allOf": [{"properties": {"a": {}}}, {"properties": {"b": {}}}]}, {"a": 1, "b": 2}, True),
        ({"allOf": [{"properties": {"a": {}}}, {"properties": {"b": {}}}]}, {"c": 1}, False),
        (PETS, {"kind": "cat", "home": {"city": "Rome"}}, True),
        (PETS, {"kind": "cat", "home": {"zip": 1}}, False),
        (PETS, {"kind": "cat", "bark": 1}, False),
    ],
)
def test_an_object_is_closed_where_its_composition_declares_properties(
    schema: Any, value: Any, written: bool
) -> None:
    assert writes(schema, value) is written


def test_what_is_only_tested_is_left_as_it_is() -> None:
    schema = {
        "properties": {"a": {}, "b": {}},
        "if": {"$ref": "#/$defs/HasInner"},
        "then": {"required": ["b"]},
        "$defs": {"HasInner": {"properties": {"a": {"properties": {"x": {}}, "required": ["x"]}}}},
    }
    # `if` looks at a value to the letter: other members of `a` do not keep it from matching.
    assert not writes(schema, {"a": {"x": 1, "y": 2}})
    assert writes(schema, {"a": {"x": 1, "y": 2}, "b": 1})


def test_a_definition_that_is_a_part_elsewhere_is_not_closed_by_itself() -> None:
    base: dict[str, Any] = {"properties": {"id": {}}}
    schema = {
        "properties": {
            "plain": {"$ref": "#/$defs/Base"},
            "more": {"allOf": [{"$ref": "#/$defs/Base"}], "properties": {"extra": {}}},
        },
        "$defs": {"Base": base},
    }
    assert writes(schema, {"more": {"id": 1, "extra": 2}})
    assert not writes(schema, {"plain": {"id": 1, "extra": 2}})


def test_members_that_two_parts_speak_of_stay_open() -> None:
    schema: dict[str, Any] = {
        "allOf": [
            {"properties": {"a": {"properties": {"x": {}}}}},
            {"properties": {"a": {"properties": {"y": {}}}}},
        ]
    }
    assert writes(schema, {"a": {"x": 1, "y": 2}})


def test_documents_refer_to_each_other_as_before() -> None:
    home = {"$id": "https://example.com/1/home.json", **HOME}
    user = {"$id": "https://example.com/1/user.json", "properties": {"home": {"$ref": "home.json"}}}
    assert writes(user, {"home": {"city": "Rome"}}, home=home)
    assert not writes(user, {"home": {"zip": "1"}}, home=home)
    assert not writes(user, {"other": 1}, home=home)


def test_a_recursive_schema_is_closed_at_every_level() -> None:
    tree = {"properties": {"next": {"$ref": "#"}}}
    assert writes(tree, {"next": {"next": {}}})
    assert not writes(tree, {"next": {"next": {"other": 1}}})


@pytest.mark.parametrize(
    "dialect", [DRAFT4, DRAFT7, "https://json-schema.org/draft/2019-09/schema"]
)
def test_older_drafts_are_closed_too(dialect: str) -> None:
    schema = {
        "$schema": dialect,
        "allOf": [{"$ref": "#/definitions/base"}],
        "properties": {"a": {"items": [{"properties": {"x": {}}}]}},
        "definitions": {"base": {"properties": {"b": {"type": "integer"}}}},
    }
    assert writes(schema, {"a": [{"x": 1}], "b": 2})
    assert not writes(schema, {"a": [{"y": 1}]})
    assert not writes(schema, {"c": 2})


def test_nothing_to_close_changes_nothing() -> None:
    subject = Subject({"type": "array", "items": {"type": "string"}})
    assert written_by(subject) is subject
