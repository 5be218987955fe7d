from __future__ import annotations

from typing import Any

import pytest

from modelpact.compat.subjects import Side, Subject
from modelpact.compat.witness.speaking import speaking_along

CASES: list[tuple[Any, tuple[str | int, ...], list[str]]] = [
    ({"properties": {"a": {}}, "additionalProperties": {}}, ("a",), ["/properties/a"]),
    ({"additionalProperties": {}}, ("a",), ["/additionalProperties"]),
    (
        {"properties": {"a": {}}, "patternProperties": {"^a": {}, "^b": {}}},
        ("a",),
        ["/properties/a", "/patternProperties/^a"],
    ),
    (
        {"patternProperties": {"(": {}}, "unevaluatedProperties": {}},
        ("a",),
        ["/unevaluatedProperties"],
    ),
    ({"prefixItems": [{}], "items": {}, "contains": {}}, (0,), ["/prefixItems/0", "/contains"]),
    ({"prefixItems": [{}], "items": {}, "contains": {}}, (1,), ["/items", "/contains"]),
    ({"items": [{}], "additionalItems": {}}, (1,), ["/additionalItems"]),
    (
        {
            "allOf": [{"properties": {"a": {"$ref": "#/$defs/A"}}}],
            "$defs": {"A": {"properties": {"b": {}}}},
        },
        ("a", "b"),
        ["/$defs/A/properties/b"],
    ),
    ({"not": {"properties": {"a": {}}}}, ("a",), []),
]


@pytest.mark.parametrize(("schema", "path", "pointers"), CASES)
def test_all_schemas_that_speak_of_a_part_are_found(
    schema: Any, path: tuple[str | int, ...], pointers: list[str]
) -> None:
    found = speaking_along(Side(Subject(schema)), path)
    assert len(found) == len(path) + 1
    assert [str(place.location.pointer) for place in found[-1]] == pointers
