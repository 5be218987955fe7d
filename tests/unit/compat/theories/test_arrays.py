"""Arrays alone: positions, counting, items that repeat, and lengths beyond search."""

from __future__ import annotations

from itertools import product
from typing import Any

import pytest

from modelpact.compat.outcomes import FOUND, MAYBE, NONE, NOTHING
from modelpact.compat.reasons import Reason
from modelpact.compat.theories.arrays import Arrays
from support.random_schemas import Schema
from support.theory_questions import UNDECIDED, Asked, forbid

INTEGER: Schema = {"type": "integer"}
STRING: Schema = {"type": "string"}
DIFFERENT: Schema = {"uniqueItems": True}
POOL = [list(items) for size in range(4) for items in product((None, 1, 2, "a"), repeat=size)]


def arrays(*schemas: Schema) -> Asked[Arrays]:
    return Asked(Arrays, POOL, schemas)


def first(*items: Schema | bool) -> Schema:
    return {"prefixItems": list(items)}


def counted(item: Schema, least: int, most: int | None = None) -> Schema:
    found: Schema = {"contains": item, "minContains": least}
    return found if most is None else {**found, "maxContains": most}


def test_the_shortest_array_comes_first() -> None:
    assert arrays().value == []
    assert arrays(first(INTEGER)).value == []
    assert arrays({"minItems": 2}, {"items": INTEGER}).value == [0, 0]


@pytest.mark.parametrize(
    "schemas",
    [
        [{"minItems": 2}, {"maxItems": 1}],
        [DIFFERENT, forbid(DIFFERENT)],
        [forbid(first(True, INTEGER)), {"maxItems": 1}],
    ],
)
def test_a_contradiction_is_seen_at_first_sight(schemas: list[Schema]) -> None:
    assert arrays(*schemas).contradictory


def test_what_just_fits_is_no_contradiction() -> None:
    for schemas in ([{"minItems": 2}, {"maxItems": 2}], [DIFFERENT], [forbid(DIFFERENT)]):
        asked = arrays(*schemas)
        assert not asked.contradictory
        assert asked.status == FOUND


def test_an_item_outside_a_set_makes_an_array_long_enough() -> None:
    value = arrays(forbid(first(True, True, INTEGER))).value
    assert len(value) == 3
    assert type(value[2]) is not int


@pytest.mark.parametrize(
    "schemas",
    [
        [first(INTEGER), first(STRING), {"minItems": 1}],
        [first(STRING, INTEGER), {"minItems": 2}, {"items": False}],
        [{"items": False}, {"minItems": 1}],
        [forbid({"items": INTEGER}), {"items": INTEGER}],
        [forbid({"items": INTEGER}), first(INTEGER), {"maxItems": 1}],
        [counted(STRING, 1), {"items": INTEGER}],
        [counted(STRING, 2), first(INTEGER), {"maxItems": 2}],
        [counted(STRING, 1), counted(INTEGER, 1), {"maxItems": 1}],
        [counted(STRING, 2), counted(INTEGER, 1), {"maxItems": 2}],
        [counted(INTEGER, 0, 1), first(INTEGER, INTEGER), {"minItems": 2}],
        [counted(INTEGER, 0, 1), {"items": INTEGER}, {"minItems": 2}],
        [DIFFERENT, {"items": {"enum": [1, 2]}}, {"minItems": 3}],
        [DIFFERENT, first({"const": 1}, {"const": 1}), {"minItems": 2}],
        [forbid(DIFFERENT), first({"const": 1}, {"const": 2}), {"maxItems": 2}],
        [forbid(DIFFERENT), {"maxItems": 1}],
        [forbid(DIFFERENT), {"prefixItems": [INTEGER], "items": STRING}, {"maxItems": 2}],
    ],
)
def test_no_array_is_left(schemas: list[Schema]) -> None:
    asked = arrays(*schemas)
    assert asked.contradictory or asked.status == NONE


@pytest.mark.parametrize(
    ("schemas", "length"),
    [
        ([first(INTEGER, STRING), {"minItems": 3}], 3),
        ([forbid({"items": INTEGER}), first(INTEGER)], 2),
        ([forbid({"items": INTEGER}), forbid({"items": STRING})], 1),
        ([forbid({"items": forbid(INTEGER)}), forbid({"items": forbid(STRING)})], 2),
        ([counted(INTEGER, 2), {"maxItems": 2}], 2),
        ([counted(INTEGER, 1, 1), first(INTEGER), {"minItems": 2}], 2),
        ([counted(INTEGER, 1, 1), first(INTEGER)], 1),
        ([counted(INTEGER, 1, 2), first(INTEGER, INTEGER), {"minItems": 2}], 2),
        ([counted(INTEGER, 2, 2), first(STRING, True, STRING)], 4),
        ([counted({"minimum": 5}, 1), counted({"maximum": 5}, 1), {"maxItems": 1}], 1),
        ([counted(INTEGER, 1, 1), {"items": {"enum": [1, "a"]}}, {"minItems": 3}], 3),
        ([counted(INTEGER, 2), counted(STRING, 1), DIFFERENT], 3),
        ([DIFFERENT, {"items": {"enum": [1, 2]}}, {"minItems": 2}], 2),
        ([forbid(DIFFERENT)], 2),
        ([forbid(DIFFERENT), first({"const": 1}, {"const": 2})], 3),
        ([forbid(DIFFERENT), {"prefixItems": [INTEGER], "items": STRING}], 3),
        ([forbid(DIFFERENT), first(INTEGER, {"minimum": 1}), {"maxItems": 2}], 2),
    ],
)
def test_an_array_of_the_least_length_is_found(schemas: list[Schema], length: int) -> None:
    assert len(arrays(*schemas).value) == length


def test_items_that_cannot_be_in_a_set_are_not_tried_for_it() -> None:
    exactly = [first(*[STRING] * 20, True, True, True), {"minItems": 23}, {"maxItems": 23}]
    value = arrays(*exactly, counted(INTEGER, 3)).value
    assert [type(item) for item in value[20:]] == [int] * 3
    assert arrays(*exactly, counted(INTEGER, 4)).status == NONE


def test_items_that_must_be_in_a_set_are_counted_before_others_are_tried() -> None:
    schemas = [first(*[True] * 5, *[INTEGER] * 20), {"minItems": 25}, {"maxItems": 25}]
    value = arrays(*schemas, counted(INTEGER, 21, 22)).value
    assert sum(type(item) is int for item in value) == 21
    assert arrays(*schemas, counted(INTEGER, 0, 19)).status == NONE


def test_where_one_way_to_count_items_makes_two_of_them_equal_another_is_tried() -> None:
    one_or_two: Schema = {"enum": [1, 2]}
    schemas = [first(one_or_two, {"const": 1}), {"minItems": 2}, {"maxItems": 2}, DIFFERENT]
    assert arrays(*schemas, counted({"const": 1}, 1)).value == [2, 1]


def test_where_two_items_are_equal_with_less_certainty_two_others_are_tried() -> None:
    perhaps: Schema = {"anyOf": [UNDECIDED, {"const": 1}]}
    schemas = [first(perhaps, STRING, INTEGER), {"minItems": 3}, {"maxItems": 3}]
    assert arrays(*schemas, forbid(DIFFERENT)).value == [1, "", 1]


def test_sets_without_a_common_member_need_an_item_each() -> None:
    assert arrays(counted(STRING, 200), counted(INTEGER, 200), {"maxItems": 399}).status == NONE


def test_an_item_is_struck_out_where_there_is_none_or_none_of_that_kind() -> None:
    asked = arrays(first(INTEGER, STRING), {"maxItems": 3})
    assert asked.refutes(forbid(first({"type": "number"})))
    assert asked.refutes(forbid(first(INTEGER)))
    assert asked.refutes(forbid(first(True, True, True, INTEGER))), "there is no fourth item"
    assert not asked.refutes(forbid(first(True, True, INTEGER)))
    assert not asked.refutes(forbid(first({"minimum": 1})))
    assert not asked.refutes(first(STRING)), "the empty array satisfies it"


def test_some_item_is_struck_out_where_every_position_refuses_it() -> None:
    asked = arrays(first(INTEGER), {"prefixItems": [True], "items": STRING})
    assert asked.refutes(forbid({"items": {"type": ["number", "string"]}}))
    assert not asked.refutes(forbid({"items": {"type": "number"}})), "the second may be a string"
    assert not asked.refutes(forbid({"items": STRING})), "the first may be a number"
    assert asked.refutes(forbid({"prefixItems": [True], "items": STRING}))
    short = arrays(first(INTEGER), {"maxItems": 1})
    assert short.refutes(forbid({"items": {"type": "number"}}))
    assert not arrays({"maxItems": 1}).refutes(forbid(DIFFERENT)), "that is left to the search"


def test_nothing_is_taken_for_settled() -> None:
    asked = arrays({"items": INTEGER}, {"minItems": 1})
    assert not asked.entails({"items": INTEGER})
    assert not asked.entails(forbid({"items": STRING}))


@pytest.mark.parametrize(
    "schemas",
    [
        [],
        [{"items": INTEGER}],
        [first(STRING, INTEGER), {"maxItems": 100}],
        [{"prefixItems": [STRING], "items": INTEGER}],
    ],
)
def test_a_long_array_repeats_the_items_beyond_the_named_positions(schemas: list[Schema]) -> None:
    value = arrays({"minItems": 100}, *schemas).value
    assert len(value) == 100


@pytest.mark.parametrize(
    "schemas",
    [
        [{"items": False}],
        [first(False)],
        [{"prefixItems": [True], "items": False}],
        [{"prefixItems": [True, INTEGER], "items": STRING}, first(True, STRING)],
        [DIFFERENT, {"items": False}],
        [counted(INTEGER, 0, 5), {"prefixItems": [True], "items": False}],
    ],
)
def test_a_long_array_with_a_position_that_nothing_fits_does_not_exist(
    schemas: list[Schema],
) -> None:
    assert arrays({"minItems": 100}, *schemas).status == NONE


@pytest.mark.parametrize(
    "schema",
    [
        DIFFERENT,
        forbid(DIFFERENT),
        counted(INTEGER, 1, 2),
        {"minItems": 20_001},
    ],
)
def test_a_long_array_of_which_more_is_asked_is_not_looked_for(schema: Schema) -> None:
    assert arrays({"minItems": 100}, schema).solve() == (MAYBE, NOTHING, Reason.BUDGET)


def test_more_items_are_asked_for_than_can_be_searched() -> None:
    asked = arrays(counted(INTEGER, 70), {"items": {"enum": [1, "a"]}})
    assert asked.status != NONE


def test_an_item_without_a_certain_value_makes_a_candidate() -> None:
    status, value, reason = arrays(first(UNDECIDED, INTEGER), {"minItems": 2}).solve()
    assert (status, reason) == (MAYBE, Reason.REGEX)
    assert isinstance(value, list)
    assert len(value) == 2


def test_a_long_array_of_uncertain_items_is_a_candidate_of_full_length() -> None:
    status, value, _ = arrays({"minItems": 100}, {"items": UNDECIDED}).solve()
    assert status == MAYBE
    assert len(value) == 100


@pytest.mark.parametrize("kind", [forbid(DIFFERENT), DIFFERENT])
def test_uncertain_items_prove_nothing_about_which_are_equal(kind: Schema) -> None:
    outcome: tuple[Any, ...] = arrays(kind, {"items": UNDECIDED}, {"minItems": 2}).solve()
    assert outcome[0] == MAYBE
    assert outcome[2] == Reason.REGEX
