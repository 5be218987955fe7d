"""Objects alone: names, counts, and what is said of the values under some names."""

from __future__ import annotations

from itertools import product
from typing import Any

import pytest

from modelpact.compat.outcomes import FOUND, MAYBE, NONE, NOTHING
from modelpact.compat.reasons import Reason
from modelpact.compat.theories.objects import Objects
from support.random_schemas import Schema
from support.theory_questions import UNDECIDED, Asked, forbid

INTEGER: Schema = {"type": "integer"}
STRING: Schema = {"type": "string"}
VALUES = (None, 1, "a")
NAMES = ("a", "b", "xy")
POOL = [
    dict(zip(names, values, strict=True))
    for count in range(3)
    for names in product(NAMES, repeat=count)
    if len(set(names)) == count
    for values in product(VALUES, repeat=count)
]


def objects(*schemas: Schema) -> Asked[Objects]:
    return Asked(Objects, POOL, schemas)


def required(*names: str) -> Schema:
    return {"required": list(names)}


def named(name: str, value: Schema | bool) -> Schema:
    return {"properties": {name: value}}


def only(*names: str) -> Schema:
    return {"properties": dict.fromkeys(names, True), "additionalProperties": False}


def test_the_simplest_object_is_empty() -> None:
    assert objects().value == {}
    assert objects(named("a", INTEGER)).value == {}


@pytest.mark.parametrize(
    "schemas",
    [
        [{"minProperties": 2}, {"maxProperties": 1}],
        [required("a"), forbid(required("a"))],
        [required("a", "b"), {"maxProperties": 1}],
        [forbid(named("a", INTEGER)), forbid(required("a"))],
    ],
)
def test_a_contradiction_is_seen_at_first_sight(schemas: list[Schema]) -> None:
    assert objects(*schemas).contradictory


@pytest.mark.parametrize(
    "schemas",
    [
        [required("a", "b"), {"maxProperties": 2}],
        [{"minProperties": 2}, {"maxProperties": 2}],
        [required("a"), forbid(required("b"))],
    ],
)
def test_what_just_fits_is_no_contradiction(schemas: list[Schema]) -> None:
    asked = objects(*schemas)
    assert not asked.contradictory
    assert asked.status == FOUND


def test_a_required_member_satisfies_all_that_is_said_of_its_name() -> None:
    asked = objects(
        required("ab"),
        named("ab", {"minimum": 3}),
        {"patternProperties": {"^a": INTEGER}},
        {"patternProperties": {"^b": STRING}},
        {"maxProperties": 1},
    )
    assert asked.value == {"ab": 3}


@pytest.mark.parametrize(
    "schemas",
    [
        [required("a"), named("a", INTEGER), {"additionalProperties": STRING}],
        [required("a"), named("a", INTEGER), {"patternProperties": {"a": STRING}}],
        [required("b"), only("a")],
        [required("a"), {"propertyNames": {"minLength": 2}}],
        [required("a"), named("a", False)],
        [forbid(named("a", INTEGER)), named("a", INTEGER)],
        [{"minProperties": 1}, only()],
        [{"minProperties": 2}, only("a")],
        [{"minProperties": 2}, only("a", "b"), named("b", False)],
        [{"minProperties": 2}, only("a", "b"), forbid(required("b"))],
        [{"minProperties": 3}, {"propertyNames": {"enum": ["a", "b"]}}],
        [{"minProperties": 3}, {"propertyNames": {"pattern": "^[ab]$"}}],
        [{"minProperties": 1}, {"propertyNames": INTEGER}],
    ],
)
def test_no_object_is_left(schemas: list[Schema]) -> None:
    assert objects(*schemas).status == NONE


@pytest.mark.parametrize(
    ("schemas", "count"),
    [
        ([{"minProperties": 2}, only("a", "b")], 2),
        ([{"minProperties": 2}, {"propertyNames": {"pattern": "^[ab]$"}}], 2),
        ([{"minProperties": 3}, {"propertyNames": {"enum": ["a", "b", "c"]}}], 3),
        ([{"minProperties": 3}, named("a", False), {"additionalProperties": INTEGER}], 3),
        ([{"minProperties": 3}, required("a"), forbid(required("b"))], 3),
        ([{"minProperties": 12}, {"patternProperties": {"^a": INTEGER, "^b": STRING}}], 12),
    ],
)
def test_members_are_added_until_there_are_enough(schemas: list[Schema], count: int) -> None:
    assert len(objects(*schemas).value) == count


def test_more_members_than_a_person_would_write_are_not_looked_for() -> None:
    assert objects({"minProperties": 2_001}).solve() == (MAYBE, NOTHING, Reason.BUDGET)


def test_some_name_has_a_value_outside_a_set() -> None:
    integers = {"additionalProperties": INTEGER}
    (value,) = objects(forbid(integers)).value.values()
    assert type(value) is not int
    assert objects(forbid(integers), required("a"), {"maxProperties": 1}).status == FOUND
    assert objects(forbid(integers), integers).status == NONE
    assert objects(forbid(integers), only("a"), named("a", {"minimum": 1})).status == FOUND
    assert objects(forbid(integers), only("a"), named("a", INTEGER)).status == NONE
    assert objects(forbid(integers), forbid(required("a")), only("a")).status == NONE


def test_two_such_statements_share_a_name_where_they_can() -> None:
    no_integer, no_string = (forbid({"additionalProperties": s}) for s in (INTEGER, STRING))
    assert len(objects(no_integer, no_string, {"maxProperties": 1}).value) == 1
    never = (forbid({"additionalProperties": s}) for s in (forbid(INTEGER), forbid(STRING)))
    assert len(objects(*never).value) == 2


def test_two_such_statements_that_cannot_share_a_name_need_two() -> None:
    some_integer, some_string = (
        forbid({"additionalProperties": forbid(schema)}) for schema in (INTEGER, STRING)
    )
    assert objects(some_integer, some_string, {"maxProperties": 1}).status == NONE
    value = objects(some_integer, some_string, {"maxProperties": 2}).value
    assert sorted(type(member).__name__ for member in value.values()) == ["int", "str"]
    assert objects(some_integer, some_string, required("a"), {"maxProperties": 2}).status == FOUND


def test_a_name_of_a_set_is_found_among_those_that_nobody_spells_out() -> None:
    pattern: dict[str, Any] = {"patternProperties": {"^x[0-9]$": INTEGER}}
    asked = objects(forbid(pattern), {"propertyNames": {"maxLength": 2}})
    (name,) = asked.value
    assert name.startswith("x")
    assert objects(forbid(pattern), {"propertyNames": {"maxLength": 1}}).status == NONE


def test_a_literal_about_presence_is_struck_out_where_presence_is_known() -> None:
    asked = objects(required("a"), forbid(required("b")))
    assert asked.refutes(required("b"))
    assert asked.refutes(forbid(required("a")))
    assert not asked.refutes(required("a"))
    assert not asked.refutes(required("c"))
    assert not asked.refutes(forbid(required("c")))


def test_a_literal_about_a_value_is_struck_out_where_the_member_is_there_and_cannot_have_it() -> (
    None
):
    asked = objects(required("a"), named("a", INTEGER), named("b", INTEGER))
    assert asked.refutes(named("a", STRING))
    assert not asked.refutes(named("b", STRING)), "b may be left out"
    assert not asked.refutes(named("a", {"minimum": 1}))


def test_a_member_outside_a_set_is_struck_out_where_there_can_be_none() -> None:
    asked = objects(named("a", INTEGER), forbid(required("b")))
    assert asked.refutes(forbid(named("a", {"type": "number"})))
    assert asked.refutes(forbid(named("a", INTEGER)))
    assert asked.refutes(forbid(named("b", INTEGER)))
    assert not asked.refutes(forbid(named("a", {"minimum": 1})))
    assert not asked.refutes(forbid(named("c", INTEGER)))


def test_a_quantifier_is_struck_out_where_no_name_has_a_value_outside() -> None:
    asked = objects({"additionalProperties": INTEGER}, {"propertyNames": {"pattern": "^a"}})
    assert asked.refutes(forbid({"additionalProperties": {"type": "number"}}))
    assert asked.refutes(forbid({"propertyNames": {"minLength": 1}}))
    assert not asked.refutes(forbid({"propertyNames": {"minLength": 2}}))
    assert not asked.refutes(forbid({"additionalProperties": {"minimum": 1}}))
    assert not asked.refutes({"additionalProperties": STRING}), "the empty object satisfies it"


def test_counts_are_never_struck_out() -> None:
    assert not objects({"minProperties": 2}).refutes({"maxProperties": 1})


def test_a_literal_is_settled_only_where_the_member_is_there_and_must_be_outside() -> None:
    asked = objects(required("a"), named("a", INTEGER), named("b", INTEGER))
    assert asked.entails(forbid(named("a", STRING)))
    assert not asked.entails(forbid(named("b", STRING))), "b may be left out"
    assert not asked.entails(forbid(named("a", {"minimum": 1})))
    assert not asked.entails(named("a", INTEGER))
    assert not asked.entails(required("a"))


def test_a_required_member_without_a_certain_value_makes_a_candidate() -> None:
    status, value, reason = objects(required("a", "b"), named("a", UNDECIDED)).solve()
    assert (status, reason) == (MAYBE, Reason.REGEX)
    assert set(value) == {"a", "b"}


def test_a_member_without_a_certain_value_still_counts_where_more_are_needed() -> None:
    status, value, reason = objects({"minProperties": 1}, only("a"), named("a", UNDECIDED)).solve()
    assert (status, reason) == (MAYBE, Reason.REGEX)
    assert set(value) == {"a"}


def test_members_with_certain_values_are_added_before_others() -> None:
    asked = objects(
        {"minProperties": 1}, named("a", UNDECIDED), {"propertyNames": {"maxLength": 1}}
    )
    assert "a" not in asked.value


def test_a_name_that_may_or_may_not_be_in_a_set_proves_nothing() -> None:
    doubtful: Schema = {"patternProperties": {"(a)\\1": INTEGER}}
    some = objects(forbid(doubtful), required("a"), {"maxProperties": 1}).solve()
    assert some[0] == MAYBE
    every = objects(doubtful, required("a"), named("a", STRING)).solve()
    assert every[0] == MAYBE
    assert objects(doubtful, required("a"), named("a", {"const": 1})).status != NONE


def test_a_name_that_cannot_be_spelled_is_no_proof_that_there_is_none() -> None:
    names = {"propertyNames": UNDECIDED}
    assert objects({"minProperties": 1}, names).solve() == (MAYBE, NOTHING, Reason.REGEX)
    some = objects(names, forbid({"additionalProperties": INTEGER})).solve()
    assert some == (MAYBE, NOTHING, Reason.REGEX)
