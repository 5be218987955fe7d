"""Numbers alone: each case is a conjunction, and whether some number of a kind satisfies it."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from modelpact.compat.nodes import NodeTable, kinds
from modelpact.compat.outcomes import FOUND, MAYBE, NONE
from modelpact.compat.solving.solver import Solver
from modelpact.compat.strings import StringSets
from modelpact.compat.theories.numbers import Numbers
from modelpact.compat.values import FRACTION, INTEGER, key_of

TENTH = Fraction(1, 10)


def outcome(type_bit: int, *constraints: tuple[Any, ...]) -> tuple[int, Any]:
    """Status and number; a constraint is a sign, a kind and its arguments."""
    table = NodeTable()
    solver = Solver(table, StringSets())
    literals = [
        sign
        * (table.values(arguments[0]) if kind == kinds.VALUES else table.keyword(kind, *arguments))
        for sign, kind, *arguments in constraints
    ]
    numbers = Numbers(solver, literals, type_bit)
    if numbers.contradictory:
        return NONE, None
    status, value, _ = numbers.solve()
    for sign, literal in zip([c[0] for c in constraints], literals, strict=True):
        holds = status != FOUND or solver.evaluator.holds(literal * sign, value) is (sign > 0)
        assert holds, (constraints, value)
    return status, value


def at_least(bound: Any, exclusive: bool = False) -> tuple[Any, ...]:
    return (1, kinds.MINIMUM, bound, exclusive)


def at_most(bound: Any, exclusive: bool = False) -> tuple[Any, ...]:
    return (1, kinds.MAXIMUM, bound, exclusive)


def multiple(divisor: Any) -> tuple[Any, ...]:
    return (1, kinds.MULTIPLE_OF, divisor)


def no_multiple(divisor: Any) -> tuple[Any, ...]:
    return (-1, kinds.MULTIPLE_OF, divisor)


def none_of(*values: Any) -> tuple[Any, ...]:
    return (-1, kinds.VALUES, frozenset(key_of(value) for value in values))


def test_the_integer_nearest_to_zero_comes_first() -> None:
    assert outcome(INTEGER) == (FOUND, 0)
    assert outcome(INTEGER, at_least(5)) == (FOUND, 5)
    assert outcome(INTEGER, at_most(-5, exclusive=True)) == (FOUND, -6)
    assert outcome(INTEGER, none_of(0, 1, -1)) == (FOUND, 2)


@pytest.mark.parametrize(
    "constraints",
    [
        [at_least(2), at_most(1)],
        [at_least(1, exclusive=True), at_most(2, exclusive=True)],
        [at_least(1), at_most(2), none_of(1, 2)],
        [multiple(7), at_least(1), at_most(6)],
        [multiple(6), no_multiple(3)],
        [multiple(Fraction(3, 2)), at_least(1), at_most(2)],
        [no_multiple(2), at_least(4), at_most(4)],
        [no_multiple(2), no_multiple(3), at_least(8), at_most(10)],
        [no_multiple(TENTH)],
        [at_least(Fraction(41, 10)), at_most(Fraction(49, 10))],
        [at_least(Fraction(-49, 10)), at_most(Fraction(-41, 10))],
        [at_least(5), at_most(5), none_of(5)],
        [multiple(4), at_least(5), at_most(5)],
    ],
)
def test_no_integer_is_left(constraints: list[Any]) -> None:
    assert outcome(INTEGER, *constraints)[0] == NONE


@pytest.mark.parametrize(
    "constraints",
    [
        [multiple(6), multiple(4), at_least(1), at_most(12)],
        [*[no_multiple(p) for p in (2, 3, 5, 7, 11, 13)], at_least(2)],
        [multiple(Fraction(3, 2)), at_least(1), at_most(3)],
        [at_least(10**400)],
        [none_of(*range(-500, 500))],
        [at_least(5), at_most(5)],
        [at_least(-5), at_most(-5), no_multiple(2)],
        [multiple(3), at_least(-7), at_most(-4)],
    ],
)
def test_an_integer_is_found(constraints: list[Any]) -> None:
    assert outcome(INTEGER, *constraints)[0] == FOUND


@pytest.mark.parametrize(
    "constraints",
    [
        [multiple(1)],
        [multiple(TENTH), no_multiple(TENTH)],
        [at_least(TENTH), at_most(TENTH), none_of(0.1)],
        [multiple(TENTH), at_least(Fraction(11, 100)), at_most(Fraction(19, 100))],
        [at_least(3), at_most(3)],
    ],
)
def test_no_fraction_is_left(constraints: list[Any]) -> None:
    assert outcome(FRACTION, *constraints)[0] == NONE


@pytest.mark.parametrize(
    "constraints",
    [
        [],
        [at_least(0), at_most(Fraction(1, 10**9))],
        [no_multiple(TENTH), no_multiple(Fraction(1, 1000)), at_least(1), at_most(2)],
        [multiple(TENTH), none_of(*[n / 10 for n in range(-50, 50)])],
        [at_least(7, exclusive=True), at_most(Fraction(71, 10), exclusive=True)],
    ],
)
def test_a_fraction_is_found_between_any_two_numbers(constraints: list[Any]) -> None:
    status, value = outcome(FRACTION, *constraints)
    assert status == FOUND
    denominator = Fraction(value).denominator
    assert denominator > 1
    assert 10**20 % denominator == 0, "it can be written as a decimal"


def test_an_integer_that_must_not_be_spelled_as_one_has_a_fraction_of_zero() -> None:
    spelled = (1, kinds.SPELLED_INTEGER)
    not_spelled = (-1, kinds.SPELLED_INTEGER)
    assert type(outcome(INTEGER, at_least(5), at_most(5), spelled)[1]) is int
    for bounds in ([at_least(5), at_most(5)], [at_least(5)]):
        status, value = outcome(INTEGER, *bounds, not_spelled)
        assert (status, value) == (FOUND, 5)
        assert type(value) is float
    assert outcome(INTEGER, at_least(2**53 + 1), at_most(2**53 + 1), not_spelled)[0] == MAYBE
