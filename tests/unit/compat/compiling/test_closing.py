"""The tolerant policy in the engine, against the same policy written out as a schema."""

from __future__ import annotations

from typing import Any

import pytest

from modelpact.compat.engine import Engine
from modelpact.compat.subjects import Subject
from modelpact.compat.writing import written_by

NAME = {"type": "object", "properties": {"name": {"type": "string"}}, "required": ["name"]}
CAT = {
    "type": "object",
    "properties": {"kind": {"const": "cat"}, "lives": {}},
    "required": ["kind"],
}
DOG = {
    "type": "object",
    "properties": {"kind": {"const": "dog"}, "barks": {}},
    "required": ["kind"],
}
DEFINITIONS: Any = {"name": NAME, "cat": CAT, "dog": DOG}
NAMED = {"$ref": "#/$defs/name"}
PETS = [{"$ref": "#/$defs/cat"}, {"$ref": "#/$defs/dog"}]

WRITERS: list[Any] = [
    NAME,
    {"if": {"properties": {"a": {"maximum": 1}}}, "else": {"minProperties": 2}},
    {"then": NAME, "minProperties": 1},
    {"if": {"allOf": [NAMED]}, "then": {"properties": {"age": {}}}},
    {"anyOf": [{"minProperties": 1}, {**NAME, "allOf": [False]}], "type": "object"},
    NAMED,
    {"type": "object", "properties": {}},
    {"type": "object"},
    {**NAME, "additionalProperties": True},
    {**NAME, "additionalProperties": {"type": "integer"}},
    {**NAME, "patternProperties": {"^x-": {"type": "null"}}},
    {"patternProperties": {"^x-": NAME}},
    {"additionalProperties": NAME},
    {
        "type": "object",
        "properties": {"inner": NAMED, "other": {"anyOf": [NAMED, {"type": "null"}]}},
    },
    {"type": "array", "items": NAMED},
    {"type": "array", "prefixItems": [NAMED], "items": NAME},
    {"type": "array", "items": NAMED, "contains": {**NAME, "properties": {"nick": {}}}},
    {"type": "array", "contains": NAMED, "minContains": 0, "maxContains": 0},
    {"oneOf": PETS},
    {"anyOf": PETS, "type": "object"},
    {"anyOf": [NAMED, {"type": "object", "properties": {"age": {"type": "integer"}}}]},
    {"oneOf": [NAMED, {"type": "object", "properties": {"age": {}}, "required": ["age"]}]},
    {"allOf": [NAMED, {"properties": {"age": {"type": "integer"}}}]},
    {**NAME, "allOf": [{"properties": {"inner": NAME}}, {"properties": {"inner": CAT}}]},
    {**NAME, "if": {"properties": {"name": {"const": "x"}}}, "then": {"properties": {"x": {}}}},
    {**NAME, "dependentSchemas": {"age": {"properties": {"age": NAME}}}},
    {**NAME, "not": {"properties": {"name": {"const": "x"}}, "required": ["name"]}},
    {"$ref": "#/$defs/name", "properties": {"age": {"type": "integer"}}},
    {"$ref": "#/$defs/name", "title": "Named"},
    {"properties": {"next": {"$ref": "#"}, "value": {"type": "integer"}}, "type": "object"},
]


@pytest.mark.parametrize("number", range(len(WRITERS)))
def test_the_engine_closes_what_the_written_schema_closes(number: int) -> None:
    schema = {**WRITERS[number], "$defs": DEFINITIONS}
    written = written_by(Subject(schema))
    engine = Engine()
    assert engine.search(written, Subject(schema), content="tolerant").answer == "yes"
    # The other way round: what is written out is no wider than what the engine closes.
    for reader in WRITERS:
        outer = Subject({**reader, "$defs": DEFINITIONS})
        tolerant = engine.search(outer, Subject(schema), content="tolerant").answer
        assert tolerant == engine.search(outer, written).answer


@pytest.mark.parametrize(
    ("old", "payload"),
    [
        (NAME, {"name": "x"}),
        ({"anyOf": PETS}, {"kind": "cat", "lives": 9}),
        ({"type": "array", "items": NAME}, [{"name": "x"}]),
    ],
)
def test_a_closed_writer_still_writes_what_it_declares(old: Any, payload: Any) -> None:
    schema = {**old, "$defs": DEFINITIONS}
    found = Engine().contains({"not": {"const": payload}}, schema, content="tolerant")
    assert found.answer == "no"
    assert found.witness == payload
