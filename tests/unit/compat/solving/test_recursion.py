"""Recursion as a least fixpoint: what is assumed on a cycle may prune, and must never entail.

In each schema the engine meets a goal again on its own path, so that something is found empty
*provisionally*. The comments say what goes wrong if that is taken for a fact.
"""

from __future__ import annotations

from itertools import permutations
from typing import Any

import pytest

from modelpact.compat.engine import Engine
from support.random_schemas import Schema

NULL = {"type": "null"}


def refer(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}


def holding(name: str, held: Schema) -> Schema:
    return {"type": "object", "properties": {name: held}, "required": [name]}


def member_of(schema: Schema) -> Any:
    """A value that a schema accepts, as two validators confirm."""
    found = Engine().contains(False, schema, formats="annotate")
    assert found.answer == "no", found
    return found.witness


def is_empty(schema: Schema) -> bool:
    return Engine().contains(False, schema, formats="annotate").answer == "yes"


# G is on the path when H is found empty for lack of a G; later G has a member after all, null.
CYCLE = {
    "G": {"anyOf": [holding("x", refer("H")), NULL]},
    "H": holding("y", refer("G")),
    "K": holding("z", refer("H")),
}


@pytest.mark.parametrize("order", list(permutations("GHK")))
def test_what_was_empty_only_while_its_ancestor_was_open_is_asked_again(
    order: tuple[str, ...],
) -> None:
    properties = {name.lower(): refer(name) for name in order}
    schema = {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "$defs": CYCLE,
    }
    member = member_of(schema)
    assert set(member) == {"g", "h", "k"}


@pytest.mark.parametrize("order", list(permutations("GHK")))
def test_the_same_holds_of_positions_in_an_array(order: tuple[str, ...]) -> None:
    schema = {
        "type": "array",
        "prefixItems": [refer(name) for name in order],
        "minItems": 3,
        "$defs": CYCLE,
    }
    assert len(member_of(schema)) == 3


def test_the_same_holds_of_a_later_question_to_the_same_engine() -> None:
    engine = Engine()
    for name in ("G", "H", "K", "G", "H"):
        schema = {**refer(name), "$defs": CYCLE}
        assert engine.contains(False, schema).answer == "no", name


def test_mutual_recursion_with_a_way_out_only_at_the_far_end_has_members() -> None:
    definitions = {
        "A": {"anyOf": [holding("b", refer("B")), holding("c", refer("C"))]},
        "B": {"anyOf": [holding("a", refer("A")), holding("c", refer("C"))]},
        "C": {"anyOf": [holding("a", refer("A")), holding("b", refer("B")), NULL]},
    }
    for name in definitions:
        assert member_of({**holding("r", refer(name)), "$defs": definitions})


def test_recursion_without_a_way_out_has_no_member() -> None:
    definitions = {
        "A": {"anyOf": [holding("b", refer("B")), holding("a", refer("A"))]},
        "B": {"anyOf": [holding("a", refer("A")), {"type": "array", "contains": refer("B")}]},
    }
    for name in definitions:
        assert is_empty({**refer(name), "$defs": definitions})


# D alone is null at its simplest, and E accepts null. Inside the object branch of D and E together,
# *y is in D and in E* is on the path, so that *y is not in E* seems to follow from *y is in D*. If
# it is dropped instead of stated, y becomes null, which E refuses there.
ENTAILING = {
    "D": {
        "anyOf": [
            NULL,
            {"const": 0.5},
            {
                "type": "object",
                "properties": {"y": refer("D"), "x": True},
                "required": ["x", "y"],
            },
        ]
    },
    "E": {
        "anyOf": [
            NULL,
            {
                "type": "object",
                "allOf": [
                    {
                        "anyOf": [
                            {"not": {"properties": {"y": refer("E")}}},
                            {"properties": {"x": {"const": 1}}},
                        ]
                    },
                    {"anyOf": [{"properties": {"x": {"const": 2}}}, {"required": ["z"]}]},
                ],
            },
        ]
    },
}


def test_a_property_that_seems_to_follow_on_a_cycle_is_stated_all_the_same() -> None:
    both = [{"properties": {"p": refer("D")}}, {"properties": {"p": refer("E")}}]
    schema = {"type": "object", "required": ["p"], "allOf": both, "$defs": ENTAILING}
    assert "p" in member_of(schema)


# The same for counted items: item 0 is in D; that it is not in E must be stated to be counted.
COUNTING = {
    "D": {
        "anyOf": [
            NULL,
            {"const": 0.5},
            {"type": "array", "prefixItems": [refer("D")], "minItems": 1},
        ]
    },
    "E": {
        "anyOf": [
            NULL,
            {
                "type": "array",
                "minItems": 1,
                "contains": {"not": refer("E")},
                "minContains": 1,
                "maxContains": 1,
            },
        ]
    },
}


def test_an_item_that_seems_to_be_counted_on_a_cycle_is_made_to_be() -> None:
    both = [{"prefixItems": [refer("D")]}, {"prefixItems": [refer("E")]}]
    schema = {"type": "array", "minItems": 1, "allOf": both, "$defs": COUNTING}
    assert member_of(schema)


@pytest.mark.parametrize("names", list(permutations(("D", "E"))))
def test_neither_order_of_the_same_two_statements_matters(names: tuple[str, ...]) -> None:
    for definitions in (ENTAILING, COUNTING):
        both = {"allOf": [refer(name) for name in names]}
        assert member_of({**holding("r", refer("both")), "$defs": {**definitions, "both": both}})


def test_a_list_is_within_itself_with_longer_items_only() -> None:
    def tree(most: int) -> Schema:
        node = {
            "type": "object",
            "properties": {
                "name": {"type": "string", "maxLength": most},
                "children": {"type": "array", "items": refer("Node")},
            },
            "required": ["name"],
        }
        return {**refer("Node"), "$defs": {"Node": node}}

    assert Engine().contains(tree(20), tree(10)).answer == "yes"
    found = Engine().contains(tree(10), tree(20))
    assert found.answer == "no"
    assert isinstance(found.witness, dict)


def test_an_even_list_is_no_odd_list() -> None:
    def list_of(parity: int) -> Schema:
        return {
            **refer("Even" if parity == 0 else "Odd"),
            "$defs": {
                "Even": {"anyOf": [NULL, holding("next", refer("Odd"))]},
                "Odd": holding("next", refer("Even")),
            },
        }

    every = {**refer("Any"), "$defs": {"Any": {"anyOf": [NULL, holding("next", refer("Any"))]}}}
    assert Engine().contains(list_of(1), list_of(0)).answer == "no"
    assert Engine().contains(list_of(0), list_of(1)).answer == "no"
    assert Engine().contains(every, list_of(0)).answer == "yes"
    both = {"allOf": [refer("Even"), refer("Odd")], "$defs": list_of(0)["$defs"]}
    assert is_empty(both)


def test_recursion_under_not_is_a_fixpoint_of_both_signs() -> None:
    alternating = {
        "A": {"anyOf": [{"type": "string"}, holding("v", {"not": refer("B")})]},
        "B": {"anyOf": [{"type": "integer"}, holding("v", {"not": refer("A")})]},
    }
    first = {**refer("A"), "$defs": alternating}
    second = {**refer("B"), "$defs": alternating}
    assert Engine().contains(first, first).answer == "yes"
    assert Engine().contains(first, second).answer == "no"
    assert Engine().contains(second, first).answer == "no"
