"""Choices: clauses that a theory prunes or finds settled, and branches told apart by a tag."""

from __future__ import annotations

from itertools import permutations
from typing import Any

import pytest

from modelpact.compat.engine import Engine
from modelpact.compat.reasons import Budget
from support.random_schemas import Schema


def answer(outer: Schema, inner: Schema) -> str:
    return Engine().contains(outer, inner, formats="annotate").answer


def member_of(schema: Schema) -> Any:
    found = Engine().contains(False, schema, formats="annotate")
    assert found.answer == "no", found
    return found.witness


def tagged(*tags: str, **more: Schema) -> Schema:
    return {
        "type": "object",
        "properties": {"kind": {"enum": list(tags)}, **more},
        "required": ["kind"],
    }


def test_an_optional_property_that_cannot_hold_is_not_taken_for_one_that_must_be_there() -> None:
    inner = {
        "type": "object",
        "properties": {"a": {"type": "integer"}},
        "maxProperties": 2,
        "allOf": [
            {"anyOf": [{"not": {"properties": {"a": {"type": "string"}}}}, {"required": ["b"]}]},
            {"anyOf": [{"not": {"required": ["a"]}}, {"minProperties": 3}]},
        ],
    }
    assert "a" not in member_of(inner)
    assert answer({"required": ["b"]}, inner) == "yes"


@pytest.mark.parametrize("first", [0, 1])
def test_each_way_of_a_choice_about_items_is_tried(first: int) -> None:
    ways = [{"items": {"type": "string"}}, {"prefixItems": [{"const": 1}]}]
    inner = {
        "type": "array",
        "minItems": 1,
        "allOf": [
            {"anyOf": [ways[first], ways[1 - first]]},
            {"anyOf": [{"maxItems": 1}, {"uniqueItems": True}]},
        ],
    }
    assert answer({"items": {"type": "string"}}, inner) == "no"
    assert answer({"prefixItems": [{"const": 1}]}, inner) == "no"
    assert (
        answer({"prefixItems": [{"enum": [1]}]}, {"allOf": [inner, {"items": {"type": "integer"}}]})
        == "yes"
    )


@pytest.mark.parametrize("order", list(permutations(range(2))))
def test_branches_whose_tags_overlap_exclude_what_both_accept(order: tuple[int, ...]) -> None:
    branches = [tagged("a"), tagged("a", "b")]
    one = {"oneOf": [branches[index] for index in order]}
    found = Engine().contains(one, {"anyOf": branches})
    assert found.answer == "no"
    assert isinstance(found.witness, dict)
    assert found.witness["kind"] == "a"
    assert member_of(one)["kind"] == "b"


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_one_overlap_among_three_tagged_branches_is_seen(order: tuple[int, ...]) -> None:
    branches = [tagged("a"), tagged("b"), tagged("b", "c")]
    one = {"oneOf": [branches[index] for index in order]}
    assert answer(one, {"anyOf": branches}) == "no"
    assert answer({"anyOf": branches}, one) == "yes"
    assert answer(tagged("a", "c"), one) == "yes"


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_branches_with_tags_of_their_own_are_a_union(order: tuple[int, ...]) -> None:
    branches = [tagged("a", v={"minimum": 1}), tagged("b"), tagged("c", "d")]
    one = {"oneOf": [branches[index] for index in order]}
    assert answer(one, {"anyOf": branches}) == "yes"
    assert answer({"anyOf": branches}, one) == "yes"


def test_a_tag_that_is_not_required_tells_nothing_apart() -> None:
    branches: list[Schema] = [tagged("a"), tagged("b")]
    for branch in branches:
        del branch["required"]
    assert answer({"oneOf": branches}, {"anyOf": branches}) == "no"
    assert answer({"oneOf": branches}, {"type": "object", "maxProperties": 0}) == "no"


def test_a_tag_behind_a_reference_tells_branches_apart() -> None:
    definitions = {"Cat": tagged("cat"), "Dog": tagged("dog", friend={"$ref": "#/$defs/Pet"})}
    branches = [{"$ref": f"#/$defs/{name}"} for name in definitions]
    pets = {**definitions, "Pet": {"oneOf": branches}}
    one = {"$ref": "#/$defs/Pet", "$defs": pets}
    assert answer(one, {"anyOf": branches, "$defs": pets}) == "yes"


def test_exactly_one_of_three_overlapping_sets_is_neither_two_nor_none() -> None:
    numbers = [{"minimum": 0}, {"minimum": 10}, {"multipleOf": 5}]
    one = {"type": "integer", "oneOf": numbers}
    for value, accepted in (
        (-5, True),
        (-1, False),
        (1, True),
        (5, False),
        (11, False),
        (15, False),
    ):
        assert answer(one, {"const": value}) == ("yes" if accepted else "no"), value
    assert answer({"maximum": 9}, one) == "yes"


def test_a_finite_set_is_checked_value_by_value_against_every_clause() -> None:
    inner = {
        "enum": [1, "a", None, [1], {"a": 1}],
        "allOf": [
            {"anyOf": [{"type": "integer"}, {"items": {"const": 1}, "type": "array"}]},
            {"not": {"const": 1}},
        ],
    }
    assert member_of(inner) == [1]
    assert answer({"const": [1]}, inner) == "yes"


def test_of_a_finite_set_the_simplest_value_is_found_first() -> None:
    assert member_of({"enum": ["charlie", "bravo", "ax", "ay", "delta", "echoes"]}) == "ax"
    assert member_of({"enum": [[], {}, "some text", [1]]}) == "some text"


@pytest.mark.parametrize("more", [{}, {"not": {"minimum": 3}}, {"type": "number"}])
def test_integers_of_a_finite_set_are_spelled_as_integers(more: Schema) -> None:
    found = Engine().search(False, {"enum": [1, 2, 10], **more})
    assert repr(found.witness) == "1"


def test_values_of_a_finite_set_that_are_ruled_out_cost_nothing() -> None:
    inner: Schema = {"$ref": "#/$defs/Few", "$defs": {"Few": {"enum": list(range(3_001))}}}
    outer: Schema = {"anyOf": [{"$ref": "#/$defs/Fewer"}]}
    outer["$defs"] = {"Fewer": {"enum": list(range(3_000))}}
    found = Engine().search(outer, inner, budget=Budget(100))
    assert (found.answer, found.witness) == ("no", 3_000)


def test_why_a_value_of_a_finite_set_is_not_certain_is_told() -> None:
    remote: Schema = {"enum": ["a"], "allOf": [{"$ref": "https://example.com/unknown"}]}
    pattern: Schema = {"enum": ["aa"], "pattern": "(a)\\1"}
    assert Engine().search(False, remote).reason == "remote-ref"
    assert Engine().search(False, pattern).reason == "regex"


def test_draft_4_tells_one_from_one_point_zero_in_a_finite_set_too() -> None:
    dialect = "http://json-schema.org/draft-04/schema#"
    inner: Schema = {"$schema": dialect, "enum": [1, 2], "not": {"type": "integer"}}
    found = Engine().search({"not": {}, "$schema": dialect}, inner)
    assert isinstance(found.witness, float)


def integers(number: int) -> Schema:
    """Arrays of one letter and so many integers."""
    items = [{"const": "a"}, *[{"type": "integer"}] * number]
    return {"type": "array", "prefixItems": items, "items": False, "minItems": number + 1}


@pytest.mark.parametrize("least", [1, 2, 3])
def test_fewer_items_of_a_set_than_are_asked_for_refuse_an_array(least: int) -> None:
    outer = {"contains": {"type": "integer"}, "minContains": least}
    for number in range(5):
        expected = "yes" if number >= least else "no"
        assert answer(outer, integers(number)) == expected, number


@pytest.mark.parametrize("most", [0, 1, 2])
def test_more_items_of_a_set_than_are_allowed_refuse_an_array(most: int) -> None:
    outer = {"contains": {"type": "integer"}, "minContains": 0, "maxContains": most}
    for number in range(5):
        expected = "yes" if number <= most else "no"
        assert answer(outer, integers(number)) == expected, number


def test_too_few_and_too_many_items_of_a_set_are_two_ways_to_be_refused() -> None:
    outer = {"contains": {"type": "integer"}, "minContains": 2, "maxContains": 3}
    answers = [answer(outer, integers(number)) for number in range(6)]
    assert answers == ["no", "no", "yes", "yes", "no", "no"]
