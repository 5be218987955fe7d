"""Items that all differ: a matching of positions and candidates, or a proof that there is none."""

from __future__ import annotations

from itertools import permutations

import pytest

from modelpact.compat.outcomes import EMPTY, FOUND, MAYBE, Outcome
from modelpact.compat.reasons import Reason
from modelpact.compat.theories.distinct import distinct_items
from modelpact.compat.values import key_of
from support.random_schemas import Schema
from support.theory_questions import UNDECIDED, Ground


def items_of(*schemas: Schema) -> Outcome:
    """One item a schema; found ones are looked at."""
    ground = Ground()
    outcome = distinct_items(ground.solver, [ground.goal(schema) for schema in schemas])
    if outcome[0] == FOUND:
        items = outcome[1]
        assert len({key_of(item) for item in items}) == len(items)
        for schema, item in zip(schemas, items, strict=True):
            assert ground.solver.evaluator.holds(ground.literal(schema), item)
    return outcome


def any_of(*values: object) -> Schema:
    return {"enum": list(values)}


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_positions_give_way_to_those_with_fewer_candidates(order: tuple[int, ...]) -> None:
    schemas = [any_of(1, 2, 3), any_of(1, 2), any_of(1)]
    status, items, _ = items_of(*[schemas[index] for index in order])
    assert status == FOUND
    assert [items[order.index(index)] for index in range(3)] == [3, 2, 1]


@pytest.mark.parametrize(
    "schemas",
    [
        [any_of(1), any_of(1)],
        [any_of(1, 2), any_of(1, 2), any_of(1, 2)],
        [any_of(1, 2), {"type": "integer"}, any_of(2), any_of(1)],
        [{"type": "boolean"}, {"type": "boolean"}, {"type": "boolean"}],
        [any_of(1, 1.0), any_of(1)],
        [any_of({"a": 1, "b": 2}), any_of({"b": 2, "a": 1})],
    ],
)
def test_more_positions_than_candidates_cannot_differ(schemas: list[Schema]) -> None:
    assert items_of(*schemas) == EMPTY


@pytest.mark.parametrize(
    "schemas",
    [
        [{}, {}, {}],
        [{"type": "integer"}, {"minimum": 0, "maximum": 0}, any_of(1)],
        [any_of(1, True), any_of(1)],
        [any_of([1], [2]), any_of([1])],
        [{"type": "boolean"}, {"type": ["boolean", "null"]}, {"type": "boolean"}],
    ],
)
def test_items_that_differ_are_found(schemas: list[Schema]) -> None:
    assert items_of(*schemas)[0] == FOUND


def test_items_without_certain_values_make_a_candidate() -> None:
    status, items, reason = items_of(UNDECIDED, UNDECIDED)
    assert (status, reason) == (MAYBE, Reason.REGEX)
    assert len(set(items)) == 2


def test_candidates_without_certain_values_prove_nothing_by_running_out() -> None:
    empty = {**UNDECIDED, "maxLength": 0}
    assert items_of(empty, empty)[0] == MAYBE
    assert items_of(empty, any_of(""))[0] == MAYBE
