"""Which unions have to be read to the letter, too, when their branches are closed."""

from __future__ import annotations

from typing import Any

import pytest

from modelpact.compat.counting import may_count
from modelpact.compat.engine import contains
from modelpact.compat.subjects import Subject


def tagged(tag: Any, **properties: Any) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": {"kind": tag, **properties},
        "required": ["kind"],
    }


CAT, DOG = tagged({"const": "cat"}, lives={"type": "integer"}), tagged({"enum": ["dog", "wolf"]})
DRAFT4 = "http://json-schema.org/draft-04/schema#"


def union(*branches: Any, **more: Any) -> dict[str, Any]:
    return {"oneOf": list(branches), **more}


EXCLUSIVE: list[dict[str, Any]] = [
    {"type": "object"},
    union(CAT, DOG),
    union(CAT, {"type": "null"}, {"type": ["string", "array"]}),
    {"properties": {"pet": union({"$ref": "#/$defs/Cat"}, DOG)}, "$defs": {"Cat": CAT}},
    union({"$ref": "#/$defs/Cat", "description": "A cat."}, DOG, **{"$defs": {"Cat": CAT}}),
    {"enum": ["contains", "oneOf"]},
    {"$schema": DRAFT4, **union(tagged({"enum": [1]}), tagged({"enum": [2]}))},
]
OVERLAPPING: list[dict[str, Any]] = [
    {"contains": {"type": "string"}},
    union(CAT, tagged({"const": "cat"})),
    union(CAT, tagged({"type": "string"})),
    union(CAT, {**DOG, "required": []}),
    union(*({k: v for k, v in pet.items() if k != "type"} for pet in (CAT, DOG))),
    union({"type": "integer"}, {"type": "number"}),
    union(tagged({"const": 1}), tagged({"const": 1.0})),
    union(tagged({"const": {"a": 1}}), tagged({"const": {"a": 2}})),
    union(CAT, {"$ref": "https://example.com/nowhere"}),
    {"$schema": DRAFT4, **union(tagged({"const": 1}), tagged({"const": 2}))},
    {"unheard-of": union(CAT, DOG)},
    {"$ref": "#/$defs/A", "$defs": {"A": {"allOf": [union(CAT, DOG), union(CAT, CAT)]}}},
]


@pytest.mark.parametrize("schema", EXCLUSIVE)
def test_branches_with_types_or_tags_of_their_own_are_alternatives(schema: dict[str, Any]) -> None:
    assert not may_count(Subject(schema))


@pytest.mark.parametrize("schema", OVERLAPPING)
def test_branches_that_may_overlap_are_counted(schema: dict[str, Any]) -> None:
    assert may_count(Subject(schema))


def test_what_closed_branches_leave_to_one_is_not_written_if_two_hold_to_the_letter() -> None:
    needs = {"type": "object", "properties": {"b": {}}, "required": ["a"]}
    has = {"type": "object", "properties": {"a": {"type": "integer"}}}
    answer = contains({"not": {"required": ["a"]}}, union(needs, has), content="tolerant")
    assert answer.answer == "yes", "closed, `needs` holds of nothing; to the letter it counts"


def test_a_union_with_tags_is_written_by_its_branches_alone() -> None:
    assert contains(union(CAT, DOG), union(CAT, DOG), content="tolerant").answer == "yes"
    new = union(tagged({"const": "cat"}, lives={"type": "string"}), DOG)
    broken = contains(new, union(CAT, DOG), content="tolerant")
    assert broken.answer == "no"
    assert broken.witness == {"kind": "cat", "lives": 0}
