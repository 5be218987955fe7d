"""Unevaluated keywords look through references, and may come back to where they began."""

from __future__ import annotations

from typing import Any

import pytest

from modelpact.compat.engine import Engine
from support.random_schemas import Schema


def closed(reference: str) -> Schema:
    return {"$ref": reference, "unevaluatedProperties": False}


def tree(*extra: str) -> Schema:
    """A tree whose nodes close over one of two shapes, at each reference."""
    branch: dict[str, Any] = {"properties": {"left": closed("#/$defs/T"), "right": True}}
    names = ("value", *extra)
    leaf: dict[str, Any] = {"properties": {name: {"type": "integer"} for name in names}}
    node = {"type": "object", "anyOf": [{**branch, "required": ["left"]}, leaf]}
    return {**closed("#/$defs/T"), "$defs": {"T": node}}


def test_a_closed_recursive_union_is_within_itself_and_has_members() -> None:
    assert Engine().contains(tree(), tree()).answer == "yes"
    assert Engine().contains(False, tree()).answer == "no"


def test_a_member_more_deep_inside_is_seen() -> None:
    assert Engine().contains(tree("more"), tree()).answer == "yes"
    found = Engine().contains(tree(), tree("more"))
    assert found.answer == "no"
    assert "more" in str(found.witness)


def test_what_closes_below_a_reference_is_closed_there() -> None:
    with_other = {"properties": {"left": {"required": ["other"]}}, "required": ["left"]}
    schema = {"allOf": [closed("#/$defs/T"), with_other], "$defs": tree()["$defs"]}
    assert Engine().contains(False, schema).answer == "yes"


@pytest.mark.parametrize("content", ["strict", "tolerant"])
def test_the_same_recursion_in_another_document_has_one_meaning(content: Any) -> None:
    renamed = {**tree(), "title": "the same in other words", "allOf": [True]}
    engine = Engine()
    for outer, inner in ((tree(), renamed), (renamed, tree())):
        assert engine.contains(outer, inner, content=content).answer == "yes"


def test_a_schema_that_is_part_of_itself_in_place_is_unknown() -> None:
    cyclic = {"$defs": {"A": {"anyOf": [closed("#/$defs/A"), True]}}, **closed("#/$defs/A")}
    found = Engine().contains(False, cyclic)
    assert (found.answer, found.reason) == ("unknown", "cyclic-ref")
