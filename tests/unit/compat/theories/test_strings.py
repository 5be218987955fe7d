"""Strings alone: lengths, patterns, formats, and strings that are ruled out one by one."""

from __future__ import annotations

from itertools import product

import pytest

from modelpact.compat.outcomes import FOUND, MAYBE, NONE, NOTHING
from modelpact.compat.reasons import Reason
from modelpact.compat.theories.strings import Strings
from support.random_schemas import Schema
from support.theory_questions import Asked, forbid

POOL = ["".join(letters) for size in range(4) for letters in product("ab0", repeat=size)]
BACK_REFERENCE: Schema = {"pattern": "(a)\\1"}


def strings(*schemas: Schema) -> Asked[Strings]:
    return Asked(Strings, POOL, schemas)


def matching(pattern: str) -> Schema:
    return {"pattern": pattern}


def none_of(*words: str) -> Schema:
    return forbid({"enum": list(words)})


def test_the_simplest_string_is_empty() -> None:
    assert strings().value == ""
    assert strings(none_of("")).value == "a"


def test_lengths_that_exclude_each_other_are_a_contradiction() -> None:
    assert strings({"minLength": 2}, {"maxLength": 1}).contradictory
    assert strings({"minLength": 2}, forbid({"minLength": 2})).contradictory
    assert not strings({"minLength": 2}, {"maxLength": 2}).contradictory


@pytest.mark.parametrize(
    ("schemas", "length"),
    [
        ([{"minLength": 3}], 3),
        ([forbid({"maxLength": 3})], 4),
        ([forbid({"minLength": 3}), {"minLength": 2}], 2),
        ([matching("^(ab)+$"), {"minLength": 3}], 4),
        ([matching("^a*$"), forbid(matching("^(aa)*$")), {"minLength": 2}], 3),
    ],
)
def test_a_string_of_the_least_length_is_found(schemas: list[Schema], length: int) -> None:
    assert len(strings(*schemas).value) == length


@pytest.mark.parametrize(
    "schemas",
    [
        [none_of(""), {"maxLength": 0}],
        [matching("^a{2}$"), {"maxLength": 1}],
        [matching("^a"), forbid(matching("a"))],
        [matching("^[ab]$"), none_of("a", "b")],
        [matching("^a+$"), matching("^b+$")],
        [forbid(matching("")), {"minLength": 1}],
        [{"format": "date"}, matching("^x")],
        [{"format": "uuid"}, {"maxLength": 35}],
        [{"format": "uri"}, forbid({"format": "uri-reference"})],
        [{"format": "uri"}, forbid({"format": "uri"})],
        [forbid({"format": "uri-reference"}), matching("^[a-z]*$")],
    ],
)
def test_no_string_is_left(schemas: list[Schema]) -> None:
    assert strings(*schemas).status == NONE


@pytest.mark.parametrize(
    "schemas",
    [
        [none_of("", "a", "b", "c", "x", "0"), {"maxLength": 1}],
        [matching("^[ab]$"), none_of("a")],
        [matching("b"), forbid(matching("a")), none_of("b")],
        [{"format": "date"}, none_of("2024-01-01")],
        [{"format": "uuid"}, matching("^1")],
        [forbid({"format": "date"}), {"minLength": 1}],
        [forbid({"format": "email"}), matching("@")],
        [{"format": "uri-reference"}, forbid({"format": "uri"})],
    ],
)
def test_a_string_is_found(schemas: list[Schema]) -> None:
    assert strings(*schemas).status == FOUND


def test_a_pattern_that_is_not_decided_makes_a_candidate_only() -> None:
    status, word, reason = strings(BACK_REFERENCE, {"minLength": 2}).solve()
    assert (status, reason) == (MAYBE, Reason.REGEX)
    assert len(word) >= 2
    assert strings(forbid(BACK_REFERENCE)).status == MAYBE


def test_what_other_keywords_rule_out_stays_ruled_out_beside_it() -> None:
    assert strings(BACK_REFERENCE, matching("^a$"), forbid(matching("a"))).status == NONE


def test_a_string_too_long_to_be_written_is_not_looked_for() -> None:
    for length, schemas in ((2_000_001, []), (20_001, [matching("^a")])):
        outcome = strings({"minLength": length}, *schemas).solve()
        assert outcome == (MAYBE, NOTHING, Reason.BUDGET)


def test_literals_are_left_to_the_search() -> None:
    asked = strings({"minLength": 3}, matching("^a"))
    assert not asked.refutes({"maxLength": 1})
    assert not asked.entails({"minLength": 1})
