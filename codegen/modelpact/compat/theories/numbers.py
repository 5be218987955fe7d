"""Numbers: bounds and lattices, in exact arithmetic.

Integers and multiples are a lattice: the values are ``k * step`` for whole ``k``, and a forbidden
divisor forbids the ``k`` that some whole number divides. Numbers that are on no such lattice are
dense: between two bounds there is always one with more decimal places than all that is forbidden.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from math import ceil, floor, gcd, lcm
from typing import Any, Final

from modelpact.compat.nodes import Literal, kinds
from modelpact.compat.outcomes import EMPTY, GoalSolver, Outcome, found, maybe
from modelpact.compat.reasons import Reason
from modelpact.compat.values import INTEGER, Number, number_of

__all__ = ["Numbers"]


class Numbers:
    """The numbers of one kind (integers, or non-integers) that satisfy a conjunction."""

    __slots__ = (
        "_excluded",
        "_high",
        "_high_open",
        "_low",
        "_low_open",
        "_not_multiples",
        "_solver",
        "_spelled",
        "_step",
        "_type",
    )

    def __init__(self, solver: GoalSolver, literals: Sequence[Literal], type_bit: int) -> None:
        self._solver = solver
        self._type = type_bit
        self._low: Number | None = None
        self._high: Number | None = None
        self._low_open = self._high_open = False
        self._step: Fraction | None = Fraction(1) if type_bit == INTEGER else None
        self._not_multiples: list[Fraction] = [] if type_bit == INTEGER else [Fraction(1)]
        self._excluded: set[Number] = set()
        self._spelled: bool | None = None
        for literal in literals:
            self._add(literal)

    def _add(self, literal: Literal) -> None:
        table = self._solver.table
        node = abs(literal)
        kind, arguments = table.kind[node], table.arguments[node]
        positive = literal > 0
        if kind in {kinds.MINIMUM, kinds.MAXIMUM}:
            bound, exclusive = arguments
            if (kind == kinds.MINIMUM) is positive:
                self._at_least(bound, exclusive is positive)
            else:
                self._at_most(bound, exclusive is positive)
        elif kind == kinds.MULTIPLE_OF:
            if positive:
                self._step = _common_multiple(self._step, Fraction(arguments[0]))
            else:
                self._not_multiples.append(Fraction(arguments[0]))
        elif kind == kinds.SPELLED_INTEGER:
            self._spelled = positive
        elif kind == kinds.VALUES:
            self._excluded.update(value for bit, value in arguments[0] if bit == self._type)

    def _at_least(self, bound: Number, exclusive: bool) -> None:
        if self._low is None or (bound, exclusive) > (self._low, self._low_open):
            self._low, self._low_open = bound, exclusive

    def _at_most(self, bound: Number, exclusive: bool) -> None:
        if self._high is None or (-bound, exclusive) > (-self._high, self._high_open):
            self._high, self._high_open = bound, exclusive

    @property
    def contradictory(self) -> bool:
        """Whether the literals rule each other out at first sight."""
        step = self._step
        return step is not None and any((step / n).denominator == 1 for n in self._not_multiples)

    def refutes(self, _literal: Literal) -> bool:
        """Whether no such number satisfies one more literal, at little cost."""
        return False

    def entails(self, _literal: Literal) -> bool:
        """Whether every such number satisfies one more literal, at little cost."""
        return False

    def solve(self) -> Outcome:
        """A number."""
        low, high = self._low, self._high
        if low is not None and high is not None:
            if low > high or (low == high and (self._low_open or self._high_open)):
                return EMPTY
            if low == high:
                return self._spell(low) if self._allows(low) else EMPTY
        if self._step is None:
            return found(self._between())
        return self._on_lattice(self._step)

    def _allows(self, value: Number) -> bool:
        """Whether a value within the closed bounds satisfies everything."""
        exact = Fraction(value)
        return (
            not (self._low_open and value == self._low)
            and not (self._high_open and value == self._high)
            and (self._step is None or (exact / self._step).denominator == 1)
            and all((exact / n).denominator != 1 for n in self._not_multiples)
            and number_of(value) not in self._excluded
        )

    def _spell(self, value: Number) -> Outcome:
        if self._spelled is False:
            spelled: Any = float(value)
            return found(spelled) if spelled == value else maybe(Reason.KEYWORD)
        return found(value)

    def _on_lattice(self, step: Fraction) -> Outcome:
        first = None if self._low is None else ceil(self._low / step)
        last = None if self._high is None else floor(self._high / step)
        period = 1
        for divisor in self._not_multiples:
            period = lcm(period, (step / divisor).denominator)
        # Within a period beyond the exceptions some multiple is free: 1 is prime to the period.
        enough = (len(self._excluded) + 3) * period
        unbounded = first is None or last is None
        for tries, k in enumerate(_from_near_zero(first, last)):
            value = number_of(k * step)
            if self._allows(value):
                return self._spell(value)
            if tries > _MAX_TRIES or (unbounded and tries > 2 * enough):
                return maybe(Reason.BUDGET)
            if not tries % 100:
                self._solver.budget.spend()
        return EMPTY

    def _between(self) -> Number:
        """A non-integer between the bounds, with as few decimal places as will do."""
        low, high = self._window()
        places = 1
        while True:
            unit = 10**places
            for k in _spread(ceil(low * unit), floor(high * unit)):
                value = number_of(Fraction(k, unit))
                if low <= value <= high and self._allows(value):
                    return value
            self._solver.budget.spend()
            places += 1

    def _window(self) -> tuple[Fraction, Fraction]:
        low, high = self._low, self._high
        if low is None and high is None:
            return Fraction(0), Fraction(10)
        if low is None and high is not None:
            return Fraction(high) - 10, Fraction(high)
        if high is None and low is not None:
            return Fraction(low), Fraction(low) + 10
        assert low is not None  # noqa: S101 - one of the three cases above otherwise
        assert high is not None  # noqa: S101
        return Fraction(low), Fraction(high)


_MAX_TRIES: Final = 200_000
_SAMPLES: Final = 200


def _common_multiple(step: Fraction | None, divisor: Fraction) -> Fraction:
    if step is None:
        return divisor
    denominator = step.denominator * divisor.denominator
    numerator = lcm(step.numerator * divisor.denominator, divisor.numerator * step.denominator)
    common = gcd(numerator, denominator)
    return Fraction(numerator // common, denominator // common)


def _from_near_zero(first: int | None, last: int | None) -> Iterator[int]:
    """Every whole number of a range, those near zero first."""
    start = 0
    if first is not None and first > 0:
        start = first
    elif last is not None and last < 0:
        start = last
    if (first is None or start >= first) and (last is None or start <= last):
        yield start
    up, down = start + 1, start - 1
    while True:
        more_up = last is None or up <= last
        more_down = first is None or down >= first
        if not more_up and not more_down:
            return
        if more_up:
            yield up
            up += 1
        if more_down:
            yield down
            down -= 1


def _spread(first: int, last: int) -> Iterator[int]:
    """Some whole numbers of a range, spread over it."""
    count = last - first + 1
    if count <= _SAMPLES:
        yield from range(first, last + 1)
        return
    stride = count // _SAMPLES
    # A stride that shares no factor with ten meets every last digit.
    while gcd(stride, 10) != 1:
        stride += 1
    yield from range(first, last + 1, stride)
