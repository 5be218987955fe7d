"""Arrays longer than are searched: what is asked for comes in front, and the rest repeats."""

from __future__ import annotations

from typing import Any

import pytest

from modelpact.compat.engine import Engine
from support.random_schemas import Schema

LONG = 100


def long_array(**keywords: Any) -> Schema:
    return {"type": "array", "minItems": LONG, **keywords}


@pytest.mark.parametrize(
    "outer",
    [
        {"items": {"type": "string"}},
        {"contains": {"type": "string"}},
        {"prefixItems": [{"const": True}]},
        {"prefixItems": [True, {"const": True}, {"const": False}], "minItems": LONG},
        {"maxItems": LONG},
        {"not": {"contains": {"const": True}}},
        {"not": {"contains": {"const": True}, "minContains": 3}},
    ],
)
def test_a_long_array_that_breaks_another_schema_is_found(outer: Schema) -> None:
    found = Engine().contains(outer, long_array(items={"type": "boolean"}))
    assert found.answer == "no"
    assert isinstance(found.witness, list)
    assert len(found.witness) >= LONG


@pytest.mark.parametrize(
    "outer",
    [
        {"items": {"type": ["boolean", "string"]}},
        {"contains": {"type": "boolean"}},
        {"not": {"contains": {"type": "string"}}},
        {"minItems": LONG - 1},
    ],
)
def test_what_holds_of_every_long_array_is_proved(outer: Schema) -> None:
    assert Engine().contains(outer, long_array(items={"type": "boolean"})).answer == "yes"


def test_a_long_array_has_room_for_all_that_is_asked_of_some_item() -> None:
    asked = [{"contains": {"const": value}} for value in (1, "a", None)]
    schema = long_array(prefixItems=[{"const": 0}], allOf=asked)
    found = Engine().contains(False, schema)
    assert isinstance(found.witness, list)
    assert found.witness[0] == 0
    assert {1, "a", None} <= set(found.witness)


def test_a_long_array_without_an_item_that_it_needs_has_no_member() -> None:
    impossible = long_array(items={"type": "boolean"}, contains={"type": "integer"})
    assert Engine().contains(False, impossible).answer == "yes"
    assert Engine().contains(False, long_array(items=False)).answer == "yes"
