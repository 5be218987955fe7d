from __future__ import annotations

import re
from itertools import islice
from typing import Any

import interegular
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from modelpact.compat.regex import (
    ANY,
    EMPTY,
    Language,
    Patterns,
    RegexBudget,
    RegexBudgetExceeded,
    UnsupportedPattern,
)
from modelpact.compat.regex.classes import CharacterClasses
from modelpact.compat.regex.order import is_seen_within
from modelpact.documents.patterns.charset import ALL, NONE, CharSet, partition
from support.patterns import ecma_patterns, simple_patterns, texts

charsets = st.lists(
    st.tuples(st.integers(0, 0x10FFFF), st.integers(0, 200)).map(
        lambda run: (run[0], min(sum(run), 0x10FFFF))
    ),
    max_size=4,
).map(CharSet.of)


@pytest.fixture(scope="module")
def patterns() -> Patterns:
    return Patterns()


def language(patterns: Patterns, source: str) -> Language:
    try:
        return patterns.compile(source)
    except UnsupportedPattern:
        assume(condition=False)
        raise


@given(charsets, charsets)
def test_sets_of_characters_obey_de_morgan(left: CharSet, right: CharSet) -> None:
    assert ~(left | right) == ~left & ~right
    assert ~(left & right) == ~left | ~right
    assert ~~left == left
    assert left - right == left & ~right
    assert left & left == left | left == left
    assert left | ~left == ALL
    assert left & ~left == NONE


@given(st.lists(charsets, max_size=4))
def test_a_partition_is_disjoint_complete_and_respects_every_set(sets: list[CharSet]) -> None:
    classes = partition(sets)
    assert sum(members.size for members in classes) == ALL.size
    for members in classes:
        for whole in sets:
            assert members & whole in (NONE, members)


@given(charsets, charsets)
def test_a_set_of_characters_is_within_another_when_nothing_of_it_is_outside(
    left: CharSet, right: CharSet
) -> None:
    assert (left <= right) == (left - right == NONE)
    assert left & right <= right
    assert left <= left | right


@given(st.lists(charsets, max_size=4))
def test_representatives_are_one_character_of_every_class_the_liked_ones_first(
    sets: list[CharSet],
) -> None:
    classes = CharacterClasses()
    members = classes.of(frozenset(sets))
    points = classes.representatives(frozenset(sets))
    assert points == tuple(point for point, _ in members)
    assert all(point in one for point, one in members)
    assert {one for _, one in members} == set(partition(sets))


@given(ecma_patterns, ecma_patterns, st.booleans())
def test_what_is_seen_to_be_included_is(
    patterns: Patterns, one: str, other: str, wider: bool
) -> None:
    inner, outer = language(patterns, one), language(patterns, other)
    if wider:
        outer = patterns.union(inner, outer)
    assume(is_seen_within(inner, outer))
    for text in islice(patterns.texts(inner), 30):
        assert patterns.matches(outer, text)


@given(ecma_patterns, ecma_patterns, texts)
def test_operations_on_languages_are_operations_on_their_texts(
    patterns: Patterns, one: str, other: str, text: str
) -> None:
    left, right = language(patterns, one), language(patterns, other)
    in_left, in_right = patterns.matches(left, text), patterns.matches(right, text)
    assert patterns.matches(patterns.union(left, right), text) == (in_left or in_right)
    assert patterns.matches(patterns.intersection(left, right), text) == (in_left and in_right)
    assert patterns.matches(patterns.complement(left), text) == (not in_left)


@given(ecma_patterns, ecma_patterns)
def test_terms_obey_the_laws_of_sets(patterns: Patterns, one: str, other: str) -> None:
    left, right = language(patterns, one), language(patterns, other)
    join, meet, non = patterns.union, patterns.intersection, patterns.complement
    assert non(non(left)) is left
    assert join(left, right) is join(right, left)
    assert meet(left, right) is meet(right, left)
    assert join(left, left) is meet(left, left) is left
    assert meet(left, non(left)) is EMPTY
    assert join(left, non(left)) is ANY
    assert meet(left, EMPTY) is EMPTY
    assert join(left, ANY) is ANY


@given(ecma_patterns, ecma_patterns)
def test_languages_obey_de_morgan(patterns: Patterns, one: str, other: str) -> None:
    left, right = language(patterns, one), language(patterns, other)
    neither = patterns.complement(patterns.union(left, right))
    both_not = patterns.intersection(patterns.complement(left), patterns.complement(right))
    try:
        assert patterns.is_subset(neither, both_not) is None
        assert patterns.is_subset(both_not, neither) is None
    except RegexBudgetExceeded:
        return


@given(ecma_patterns, ecma_patterns)
def test_inclusion_agrees_with_union_and_intersection(
    patterns: Patterns, one: str, other: str
) -> None:
    left, right = language(patterns, one), language(patterns, other)
    try:
        assert patterns.is_subset(left, left) is None
        assert patterns.is_subset(patterns.intersection(left, right), left) is None
        assert patterns.is_subset(left, patterns.union(left, right)) is None
        witness = patterns.is_subset(left, right)
    except RegexBudgetExceeded:
        return
    if witness is not None:
        assert patterns.matches(left, witness)
        assert not patterns.matches(right, witness)


@given(ecma_patterns, st.integers(0, 5), st.integers(0, 5))
def test_a_text_that_is_found_lies_within_its_bounds_and_none_is_shorter(
    patterns: Patterns, source: str, low: int, more: int
) -> None:
    accepted = language(patterns, source)
    found = patterns.find(accepted, low, low + more)
    if found is None:
        assert not patterns.has_at_least(1, accepted, low, low + more)
        return
    assert patterns.matches(accepted, found)
    assert low <= len(found) <= low + more
    if found.isascii() and found.isprintable() and len(found) > low:
        ascii_only = patterns.intersection(accepted, patterns.compile("^[ -~]*$"))
        assert patterns.find(ascii_only, low, len(found) - 1) is None


@given(ecma_patterns, st.integers(0, 3))
def test_listed_texts_are_distinct_and_as_many_as_are_counted(
    patterns: Patterns, source: str, low: int
) -> None:
    accepted = language(patterns, source)
    listed = list(islice(patterns.texts(accepted, low, 4), 20))
    assert len(set(listed)) == len(listed)
    assert listed == sorted(listed, key=len)
    for text in listed:
        assert patterns.matches(accepted, text)
        assert low <= len(text) <= 4
    assert patterns.has_at_least(len(listed), accepted, low, 4)
    assert patterns.has_at_least(len(listed) + 1, accepted, low, 4) == (len(listed) == 20)


@given(simple_patterns, texts)
def test_simple_patterns_match_as_in_python(patterns: Patterns, source: str, text: str) -> None:
    accepted = language(patterns, source)
    assert patterns.matches(accepted, text) == bool(re.search(source, text))


@given(simple_patterns, simple_patterns)
def test_inclusion_agrees_with_interegular(patterns: Patterns, one: str, other: str) -> None:
    inner = language(patterns, f"^(?:{one})$")
    outer = language(patterns, f"^(?:{other})$")
    try:
        left: Any = interegular.parse_pattern(one).to_fsm()
        right: Any = interegular.parse_pattern(other).to_fsm()
    except (interegular.InvalidSyntax, interegular.Unsupported):
        assume(condition=False)
    assert (patterns.is_subset(inner, outer) is None) == left.issubset(right)


@given(ecma_patterns, texts)
def test_forgetting_at_any_time_changes_no_answer(source: str, text: str) -> None:
    forgetful, patterns = Patterns(most_terms=0), Patterns()
    accepted = language(forgetful, source)
    forgetful.clear()
    expected = patterns.compile(source)
    assert forgetful.matches(accepted, text) == patterns.matches(expected, text)
    again = forgetful.compile(source)
    assert forgetful.is_subset(accepted, again, budget=RegexBudget(1_000_000)) is None
