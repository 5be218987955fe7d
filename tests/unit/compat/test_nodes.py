from __future__ import annotations

from fractions import Fraction

from modelpact.compat.nodes import FALSE, TRUE, NodeTable, kinds
from modelpact.compat.values import (
    ANY,
    ARRAY,
    BOOLEAN,
    FRACTION,
    INTEGER,
    NULL,
    NUMBER,
    OBJECT,
    STRING,
    key_of,
    plain,
    value_of,
)


def test_equal_sets_in_equal_words_are_one_node() -> None:
    table = NodeTable()
    short, positive = table.keyword(kinds.MAX_LENGTH, 3), table.keyword(kinds.MINIMUM, 0, False)
    assert table.all_of([short, positive]) == table.all_of([positive, short, positive])
    assert table.any_of([short, positive]) == table.any_of([positive, short])


def test_a_keyword_holds_of_every_other_type() -> None:
    table = NodeTable()
    short = table.keyword(kinds.MAX_LENGTH, 3)
    assert table.may_of(short) == ANY
    assert table.must_of(short) == ANY & ~STRING
    assert table.may_of(-short) == STRING
    assert table.must_of(-short) == 0


def test_keywords_of_other_types_vanish_beside_a_type() -> None:
    table = NodeTable()
    short = table.keyword(kinds.MAX_LENGTH, 3)
    assert table.all_of([table.types(OBJECT), short]) == table.types(OBJECT)
    assert table.all_of([table.types(OBJECT), -short]) == FALSE


def test_a_literal_and_its_complement_are_nothing_and_everything() -> None:
    table = NodeTable()
    short = table.keyword(kinds.MAX_LENGTH, 3)
    assert table.all_of([short, -short]) == FALSE
    assert table.any_of([short, -short]) == TRUE
    assert table.negate(TRUE) == FALSE
    assert table.negate(table.negate(short)) == short


def test_no_literal_at_all_is_everything() -> None:
    table = NodeTable()
    assert table.all_of([]) == TRUE
    assert table.any_of([]) == FALSE


def test_finite_sets_are_computed_with() -> None:
    table = NodeTable()
    one_two = table.values([key_of(1), key_of(2)])
    two_three = table.values([key_of(2), key_of("x"), key_of(3)])
    assert table.all_of([one_two, two_three]) == table.values([key_of(2)])
    assert table.any_of([one_two, table.values([key_of(3)])]) == table.values(
        map(key_of, (1, 2, 3))
    )
    assert table.all_of([one_two, table.negate(two_three)]) == table.values([key_of(1)])
    assert table.all_of([one_two, table.types(STRING)]) == FALSE


def test_types_with_few_values_are_their_values() -> None:
    table = NodeTable()
    assert table.values([key_of(None)]) == table.types(NULL)
    assert table.values([key_of(True), key_of(False)]) == table.types(BOOLEAN)


def test_exactly_one_of_disjoint_sets_is_their_union() -> None:
    table = NodeTable()
    assert table.one_of([table.types(STRING), table.types(NULL)]) == table.types(STRING | NULL)
    constants = [table.values([key_of(n)]) for n in (1, 2)]
    assert table.one_of(constants) == table.any_of(constants)
    assert table.one_of([FALSE, table.types(NULL)]) == table.types(NULL)
    assert table.one_of([]) == FALSE


def test_exactly_one_of_a_set_twice_is_no_value() -> None:
    table = NodeTable()
    short = table.keyword(kinds.MAX_LENGTH, 3)
    node = table.one_of([short, short])
    assert table.kind[node] == kinds.ONE_OF
    assert table.arguments[node] == ((short, short),)


def test_a_reference_learns_its_types_from_its_meaning() -> None:
    table = NodeTable()
    reference = table.reference("list")
    assert table.may_of(reference) == ANY
    table.define(reference, table.types(ARRAY))
    assert table.may_of(reference) == table.must_of(reference) == ARRAY


def test_keys_tell_what_json_tells_apart_and_no_more() -> None:
    assert key_of(1) == key_of(1.0)
    assert key_of(True) != key_of(1)
    assert key_of([1, {"a": None, "b": 0.5}]) == key_of([1.0, {"b": 0.5, "a": None}])
    assert key_of(0.1) == (FRACTION, Fraction(1, 10))
    assert key_of(1e30) == (INTEGER, 10**30)


def test_values_come_back_from_their_keys() -> None:
    value = {"a": [1, "x", None, True], "b": 0.25}
    assert plain(value_of(key_of(value))) == value


def test_a_fraction_that_no_double_holds_keeps_its_digits() -> None:
    exact = Fraction(1, 10**20) + 1
    assert str(plain(exact)) == "1.00000000000000000001"


def test_types_of_numbers_are_two() -> None:
    assert NUMBER == INTEGER | FRACTION
