from __future__ import annotations

from typing import Any

import pytest

from modelpact.compat.subjects import Subject
from modelpact.compat.upgrade import upgraded
from modelpact.compat.witness.confirm import Validators
from modelpact.documents.dialects import DRAFT202012

DRAFT4 = "http://json-schema.org/draft-04/schema#"
DRAFT6 = "http://json-schema.org/draft-06/schema#"
DRAFT7 = "http://json-schema.org/draft-07/schema#"
DRAFT19 = "https://json-schema.org/draft/2019-09/schema"

VALUES: list[Any] = [
    None, True, 0, 1, 5, 5.5, "", "abc", "2024-01-31", [], [1], ["a"], [1, 2], [1, "a"], [1, 2, 3],
    {}, {"a": 1}, {"a": "x"}, {"b": 2}, {"a": 1, "b": 2}, {"c": [1]}, {"a": {"a": 1}},
]  # fmt: skip


@pytest.mark.parametrize(
    ("dialect", "schema"),
    [
        (DRAFT4, {"minimum": 5, "exclusiveMinimum": True}),
        (DRAFT4, {"minimum": 5, "exclusiveMinimum": False}),
        (DRAFT4, {"maximum": 5, "exclusiveMaximum": True, "type": "number"}),
        (DRAFT4, {"const": 1, "propertyNames": False, "contains": {}, "if": {}, "then": False}),
        (
            DRAFT4,
            {
                "id": "https://example.com/x",
                "properties": {"a": {"$ref": "#/definitions/i"}},
                "definitions": {"i": {"type": "integer"}},
            },
        ),
        (DRAFT4, {"dependencies": {"a": ["b"], "b": {"required": ["a"]}}}),
        (DRAFT6, {"const": 1}),
        (DRAFT6, {"if": {}, "then": False}),
        (DRAFT6, {"examples": [1], "contains": {"type": "integer"}}),
        (
            DRAFT7,
            {"items": [{"type": "integer"}, {"type": "integer"}], "additionalItems": False},
        ),
        (DRAFT7, {"items": {"type": "integer"}, "additionalItems": False}),
        (DRAFT7, {"additionalItems": False}),
        (
            DRAFT7,
            {"$ref": "#/definitions/i", "type": "string", "definitions": {"i": {"minimum": 1}}},
        ),
        (
            DRAFT7,
            {
                "dependentRequired": {"a": ["b"]},
                "unevaluatedProperties": False,
                "minContains": 2,
            },
        ),
        (DRAFT7, {"format": "date"}),
        (DRAFT7, {"format": "uuid"}),
        (
            DRAFT7,
            {
                "properties": {"a": {"$ref": "#int"}},
                "definitions": {"i": {"$id": "#int", "type": "integer"}},
            },
        ),
        (DRAFT19, {"items": [{"type": "integer"}], "unevaluatedItems": False}),
        (
            DRAFT19,
            {
                "dependentRequired": {"a": ["b"]},
                "minContains": 2,
                "contains": {"type": "integer"},
            },
        ),
        (
            DRAFT19,
            {
                "$recursiveAnchor": True,
                "properties": {"a": {"$recursiveRef": "#"}},
                "maxProperties": 1,
            },
        ),
        (DRAFT19, {"format": "uuid"}),
        (
            DRAFT7,
            {"properties": {"items": {"type": "integer"}, "a": {"enum": [{"items": [1]}, 1]}}},
        ),
    ],
)
def test_an_upgraded_schema_accepts_the_same_values(dialect: str, schema: Any) -> None:
    old = Subject({"$schema": dialect, **schema})
    new = upgraded(old)
    assert isinstance(new.schema, dict)
    assert new.schema["$schema"] == DRAFT202012.uri
    validators = Validators()
    for value in VALUES:
        before = validators.rust(old, "assert").accepts(value)
        after = validators.rust(new, "assert").accepts(value)
        assert before is after, value


def test_a_schema_of_the_latest_draft_stays_itself() -> None:
    subject = Subject({"type": "object"})
    assert upgraded(subject) is subject


def test_every_document_is_upgraded() -> None:
    documents: dict[str, Any] = {
        "a.json": {"$schema": DRAFT7, "items": [{"$ref": "b.json"}]},
        "b.json": {"$schema": DRAFT4, "minimum": 1, "exclusiveMinimum": True},
    }
    new = upgraded(Subject(documents["a.json"], "a.json", documents))
    assert new.documents()["b.json"] == {"$schema": DRAFT202012.uri, "exclusiveMinimum": 1}
    assert new.documents()["a.json"] == {
        "$schema": DRAFT202012.uri,
        "prefixItems": [{"$ref": "b.json"}],
    }
