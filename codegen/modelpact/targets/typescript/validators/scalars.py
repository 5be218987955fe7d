"""Tests of scalars, as JavaScript expressions."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from modelpact.documents.values import Json, is_number
from modelpact.emit.json_text import json_text
from modelpact.targets.typescript.text import string_literal
from modelpact.targets.typescript.validators.code import Module
from modelpact.targets.typescript.validators.demands import Number, NumberDemands, StringDemands
from modelpact.targets.typescript.validators.formats import CHECKERS
from modelpact.targets.typescript.validators.keywords import number_of

__all__ = [
    "both",
    "either",
    "length_tests",
    "literal_test",
    "multiple_test",
    "number_literal",
    "number_test",
    "string_test",
    "type_test",
]

_MANY: Final = 8
_SAFE: Final = 2**53
_MOST_PLACES: Final = 15
_HALVES: Final = frozenset({2, 4, 8, 16})
"""Divisors that are one half, a quarter, ...: such numbers are exact in binary."""


def both(tests: Iterable[str]) -> str:
    """All of them."""
    found = list(dict.fromkeys(test for test in tests if test != "true"))
    if "false" in found:
        return "false"
    if len(found) < 2:  # noqa: PLR2004 - one needs no parentheses
        return found[0] if found else "true"
    return " && ".join(f"({test})" if _is_loose(test) else test for test in found)


def either(tests: Iterable[str]) -> str:
    """One of them at least."""
    found = list(dict.fromkeys(test for test in tests if test != "false"))
    if "true" in found:
        return "true"
    if len(found) < 2:  # noqa: PLR2004 - one needs no parentheses
        return found[0] if found else "false"
    return " || ".join(f"({test})" if "?" in test else test for test in found)


def _is_loose(test: str) -> bool:
    return "||" in test or "?" in test


_TYPE_TESTS: Final = {
    "null": "{} === null",
    "boolean": 'typeof {} === "boolean"',
    "integer": "Number.isInteger({})",
    "number": "Number.isFinite({})",
    "string": 'typeof {} === "string"',
    "array": "Array.isArray({})",
}


def type_test(name: str, value: str, module: Module) -> str:
    """Whether a value has a JSON type."""
    if name == "object":
        return f"{module.helper('isObject')}({value})"
    return _TYPE_TESTS[name].format(value)


def number_literal(number: Number) -> str:
    """A number as JavaScript."""
    if isinstance(number, float) and math.isinf(number):
        return "Infinity" if number > 0 else "-Infinity"
    if isinstance(number, float) and number.is_integer() and abs(number) < _SAFE:
        return str(int(number))
    return json.dumps(number)


@dataclass(frozen=True, slots=True)
class NumberTest:
    """Tests of a number: ``relative`` is for what is known to be a number."""

    value: str
    relative: str
    bounded: bool

    def type_test(self, name: str) -> str:
        """Whether it is a number at all: bounds on both sides leave out what is not finite."""
        if name == "integer":
            return f"Number.isInteger({self.value})"
        return (
            f'typeof {self.value} === "number"'
            if self.bounded
            else f"Number.isFinite({self.value})"
        )


def number_test(demands: NumberDemands | None, value: str, module: Module) -> NumberTest | None:
    """The tests of a number; none where nothing is demanded."""
    if demands is None:
        return None
    tests = [
        f"{value} {operator} {number_literal(bound)}" for bound, operator in bounds_of(demands)
    ]
    if demands.multiple_of is not None:
        tests.append(multiple_test(demands.multiple_of, value, module))
    low = demands.minimum if demands.minimum is not None else demands.exclusive_minimum
    high = demands.maximum if demands.maximum is not None else demands.exclusive_maximum
    bounded = low is not None and high is not None and math.isfinite(low) and math.isfinite(high)
    return NumberTest(value, both(tests), bounded)


def bounds_of(demands: NumberDemands) -> list[tuple[Number, str]]:
    """Bounds with their operators."""
    pairs = [
        (demands.minimum, ">="),
        (demands.exclusive_minimum, ">"),
        (demands.maximum, "<="),
        (demands.exclusive_maximum, "<"),
    ]
    return [(bound, operator) for bound, operator in pairs if bound is not None]


def multiple_test(divisor: tuple[int, int], value: str, module: Module) -> str:
    """Whether a number is a multiple of a decimal."""
    numerator, places = divisor
    halves = 10**places // numerator
    if numerator * halves == 10**places and halves in _HALVES:
        return f"{module.helper('isPartMultiple')}({value}, {halves}, {numerator}, {places})"
    if places == 0 and numerator < _SAFE:
        return f"{module.helper('isMultiple')}({value}, {numerator})"
    if places <= _MOST_PLACES and numerator < _SAFE:
        return f"{module.helper('isDecimalMultiple')}({value}, {numerator}, {places}, 1e{places})"
    return f"{module.helper('isExactMultiple')}({value}, {numerator}n, {places})"


def length_tests(demands: StringDemands, value: str, module: Module) -> tuple[str, str]:
    """The tests of the least and the greatest length, in code points."""
    low, high = demands.min_length, demands.max_length
    least = most = "true"
    if low == 1:
        least = f'{value} !== ""'
    elif low > 1:
        least = f"({value}.length >= {2 * low - 1} || {module.helper('hasLength')}({value}, {low}))"
    if high == 0:
        most = f'{value} === ""'
    elif high is not None:
        most = f"({value}.length <= {high} || {module.helper('fitsLength')}({value}, {high}))"
    return least, most


def string_test(demands: StringDemands | None, value: str, module: Module) -> str:
    """The tests of what is known to be a string."""
    if demands is None:
        return "true"
    tests = list(length_tests(demands, value, module))
    if demands.pattern is not None:
        tests.append(f"{module.pattern(demands.pattern)}.test({value})")
    if demands.format:
        tests.append(f"{module.helper(CHECKERS[demands.format])}({value})")
    return both(tests)


def literal_test(values: tuple[Json, ...], value: str, module: Module) -> str:
    """Whether a value is one of these."""
    scalars = [v for v in values if not isinstance(v, dict | list | tuple)]
    texts = list(dict.fromkeys(v for v in scalars if isinstance(v, str)))
    if len(texts) > _MANY:
        tests = [f"{module.set_of(texts)}.has({value})"]
        scalars = [v for v in scalars if not isinstance(v, str)]
    else:
        tests = []
    tests += (f"{value} === {_scalar(v)}" for v in scalars)
    for compound in values:
        if isinstance(compound, dict | list | tuple):
            constant = module.constant(
                "C", f"/* @__PURE__ */ JSON.parse({string_literal(json_text(compound))})"
            )
            tests.append(f"{module.helper('isEqual')}({value}, {constant})")
    return either(tests)


def _scalar(value: Json) -> str:
    if isinstance(value, str):
        return string_literal(value)
    if is_number(value):
        return number_literal(number_of(value))  # type: ignore[arg-type]
    return json.dumps(value)
