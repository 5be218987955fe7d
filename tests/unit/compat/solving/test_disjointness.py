"""Branches that exclude each other: by a tag, by type, or by proof."""

from __future__ import annotations

from typing import Any

import pytest

from modelpact.compat.nodes import Literal, NodeTable, kinds
from modelpact.compat.outcomes import Goal
from modelpact.compat.solving.disjointness import Disjointness, are_tagged, tags_of
from modelpact.compat.values import INTEGER, OBJECT, STRING, key_of


class NoProver:
    """Proves nothing, and remembers what it was asked."""

    def __init__(self, table: NodeTable) -> None:
        self.table = table
        self.asked: list[Goal] = []

    def lemma(self, goal: Goal, steps: int) -> bool:
        assert steps > 0
        self.asked.append(goal)
        return False


class AnyProver(NoProver):
    """Proves everything."""

    def lemma(self, goal: Goal, steps: int) -> bool:
        super().lemma(goal, steps)
        return True


@pytest.fixture
def table() -> NodeTable:
    return NodeTable()


def tag(table: NodeTable, name: str, *values: Any) -> Literal:
    """The property has one of the values, if it is there."""
    return table.keyword(kinds.PROPERTY, name, table.values([key_of(value) for value in values]))


def member(table: NodeTable, **tags: str) -> Literal:
    """An object with required properties of one value each."""
    parts = [table.types(OBJECT)]
    for name, value in tags.items():
        parts += [table.keyword(kinds.REQUIRED, name), tag(table, name, value)]
    return table.all_of(parts)


def reference(table: NodeTable, name: str, meaning: Literal) -> Literal:
    literal = table.reference(name)
    table.define(literal, meaning)
    return literal


def test_a_required_property_with_a_finite_set_of_values_is_a_tag(table: NodeTable) -> None:
    assert tags_of(table, member(table, kind="a")) == {"kind": frozenset([key_of("a")])}


def test_the_tags_of_a_reference_are_those_of_what_it_stands_for(table: NodeTable) -> None:
    inner = reference(table, "Cat", member(table, kind="cat"))
    assert tags_of(table, reference(table, "Pet", inner)) == {"kind": frozenset([key_of("cat")])}


def test_a_reference_that_stands_for_nothing_but_itself_has_no_tags(table: NodeTable) -> None:
    literal = table.reference("Loop")
    table.definitions[literal] = literal
    assert tags_of(table, literal) == {}


def test_an_optional_property_or_one_of_any_value_or_one_that_must_differ_is_no_tag(
    table: NodeTable,
) -> None:
    an_object, required = table.types(OBJECT), table.keyword(kinds.REQUIRED, "kind")
    different = table.keyword(
        kinds.PROPERTY, "kind", table.negate(table.values([key_of("a"), key_of("b")]))
    )
    anything = table.keyword(kinds.PROPERTY, "kind", table.types(STRING))
    absent = table.negate(required)
    assert tags_of(table, table.all_of([an_object, tag(table, "kind", "a")])) == {}
    assert tags_of(table, table.all_of([an_object, tag(table, "kind", "a"), absent])) == {}
    assert tags_of(table, table.all_of([an_object, required, anything])) == {}
    assert tags_of(table, table.all_of([an_object, required, different])) == {}
    refused = table.negate(tag(table, "kind", "a"))
    assert tags_of(table, table.all_of([an_object, required, refused])) == {}


def test_the_complement_of_a_tag_is_none_however_many_nodes_there_are(table: NodeTable) -> None:
    required, refused = table.keyword(kinds.REQUIRED, "kind"), table.negate(tag(table, "kind", "a"))
    literal = table.all_of([table.types(OBJECT), required, refused])
    for length in range(50):
        table.keyword(kinds.MIN_LENGTH, length)
        assert tags_of(table, literal) == {}


def test_what_may_be_no_object_or_is_a_complement_has_no_tags(table: NodeTable) -> None:
    parts = [table.keyword(kinds.REQUIRED, "kind"), tag(table, "kind", "a")]
    assert tags_of(table, table.all_of(parts)) == {}
    assert tags_of(table, table.negate(member(table, kind="a"))) == {}
    assert tags_of(table, table.types(OBJECT)) == {}


def test_branches_are_tagged_by_a_property_that_all_have_and_no_two_share_a_value_of(
    table: NodeTable,
) -> None:
    first = member(table, version="1", kind="a")
    assert are_tagged(table, (first, member(table, version="1", kind="b")))
    assert not are_tagged(table, (first, member(table, version="1", kind="a", id="x")))
    assert not are_tagged(table, (first, member(table, shape="b")))
    second = member(table, kind="b")
    assert not are_tagged(table, (first, second, member(table, kind="b", id="x")))


def test_tagged_branches_are_disjoint_without_any_proof(table: NodeTable) -> None:
    prover = NoProver(table)
    node = table.one_of([member(table, kind="a"), member(table, kind="b")])
    assert Disjointness(prover).of_node(node)
    assert prover.asked == []


def test_branches_of_different_types_need_no_proof(table: NodeTable) -> None:
    prover = AnyProver(table)
    short, long = (
        table.all_of([table.types(STRING), table.keyword(kinds.MIN_LENGTH, n)]) for n in (1, 2)
    )
    number = table.all_of([table.types(INTEGER), table.keyword(kinds.MINIMUM, 1, False)])
    assert Disjointness(prover).of_node(table.one_of([short, long, number]))
    assert prover.asked == [frozenset((short, long))]


def test_other_branches_are_disjoint_if_that_is_proved_of_every_two(table: NodeTable) -> None:
    parts = [
        table.all_of([table.types(STRING), table.keyword(kinds.MIN_LENGTH, n)]) for n in (1, 2, 3)
    ]
    node = table.one_of(parts)
    sceptic, believer = NoProver(table), AnyProver(table)
    assert not Disjointness(sceptic).of_node(node)
    assert Disjointness(believer).of_node(node)
    assert set(believer.asked) == {
        frozenset(parts[:2]),
        frozenset(parts[1:]),
        frozenset((parts[0], parts[2])),
    }


def test_a_verdict_is_remembered(table: NodeTable) -> None:
    prover = AnyProver(table)
    node = table.one_of([table.keyword(kinds.MIN_LENGTH, 1), table.keyword(kinds.MIN_LENGTH, 2)])
    disjointness = Disjointness(prover)
    assert disjointness.of_node(node)
    assert disjointness.of_node(node)
    assert len(prover.asked) == 1


def test_while_a_verdict_is_sought_branches_are_not_taken_for_disjoint(table: NodeTable) -> None:
    class Circular(NoProver):
        def lemma(self, goal: Goal, steps: int) -> bool:
            super().lemma(goal, steps)
            return not disjointness.of_node(node)

    node = table.one_of([table.keyword(kinds.MIN_LENGTH, 1), table.keyword(kinds.MIN_LENGTH, 2)])
    prover = Circular(table)
    disjointness = Disjointness(prover)
    assert disjointness.of_node(node)
    assert len(prover.asked) == 1


def test_more_branches_than_are_compared_are_not_taken_for_disjoint(table: NodeTable) -> None:
    prover = AnyProver(table)
    node = table.one_of([table.keyword(kinds.MIN_LENGTH, length) for length in range(1, 50)])
    assert not Disjointness(prover).of_node(node)
    assert prover.asked == []
