"""Whether one value is a member: asked of finite sets, and of models that a theory has found."""

from __future__ import annotations

from typing import Any

import pytest

from modelpact.compat.engine import Engine
from modelpact.compat.reasons import Budget
from support.random_schemas import Schema


def nested(depth: int, end: Any) -> Any:
    value = end
    for _ in range(depth):
        value = {"x": value}
    return value


def three_ways(end: Schema) -> Schema:
    """Each level is asked about the next one in three ways: 3 ** depth, if nothing is recalled."""
    inner = {"$ref": "#/$defs/A"}
    last: Schema = {"type": "object", "properties": {"x": inner}, "required": ["x"]}
    ways = [{**last, "required": ["x", name]} for name in ("u", "v")]
    return {"$ref": "#/$defs/A", "$defs": {"A": {"anyOf": [*ways, end, last]}}}


@pytest.mark.parametrize(("end", "answer"), [(1, "yes"), ("no number", "no")])
def test_a_deep_value_is_asked_about_each_level_once(end: Any, answer: str) -> None:
    schema = three_ways({"type": "integer"})
    found = Engine().search(schema, {"const": nested(60, end)}, budget=Budget(20_000, seconds=None))
    assert found.answer == answer


def test_equal_parts_of_a_value_that_stand_in_different_places_are_told_apart() -> None:
    schema: Schema = {
        "$ref": "#/$defs/L",
        "$defs": {
            "L": {
                "type": "array",
                "prefixItems": [{"$ref": "#/$defs/L"}],
                "items": {"$ref": "#/$defs/M"},
            },
            "M": {"type": "array", "minItems": 1},
        },
    }
    assert Engine().search(schema, {"const": [[], [[]]]}).answer == "yes"
    assert Engine().search(schema, {"const": [[], []]}).answer == "no"
