"""JSON values as the engine sees them: a type bit each, exact numbers, hashable keys.

Inside the engine a number is an ``int``, or a ``Fraction`` where it is no integer. One exception: a
``float`` with an integral value is an integer *spelled* with a fraction (``1.0``), which only draft
4 tells from ``1``. Two spellings are one value with one key.
"""

from __future__ import annotations

import math
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final, TypeAlias

from modelpact.compat.reasons import Reason, UndecidableError
from modelpact.documents.values import Json, exact

__all__ = [
    "ANY",
    "ARRAY",
    "BOOLEAN",
    "FRACTION",
    "INTEGER",
    "NULL",
    "NUMBER",
    "OBJECT",
    "STRING",
    "TYPE_MASKS",
    "Key",
    "Number",
    "key_of",
    "number_of",
    "plain",
    "type_of",
    "value_of",
]

NULL: Final = 1
BOOLEAN: Final = 2
INTEGER: Final = 4
FRACTION: Final = 8
"""Numbers that are no integers."""
STRING: Final = 16
ARRAY: Final = 32
OBJECT: Final = 64
NUMBER: Final = INTEGER | FRACTION
ANY: Final = 127

TYPE_MASKS: Final = {
    "null": NULL,
    "boolean": BOOLEAN,
    "integer": INTEGER,
    "number": NUMBER,
    "string": STRING,
    "array": ARRAY,
    "object": OBJECT,
}

Number: TypeAlias = "int | Fraction"
Key: TypeAlias = tuple[int, Any]
"""A type bit, and a hashable form of the value; equal keys are equal JSON values."""

_MAX_EXPONENT: Final = 4_300


def number_of(value: float | Decimal | Fraction) -> Number:
    """The exact value of a JSON number.

    Raises:
        UndecidableError: An exponent so large that exact arithmetic would hang.
        ValueError: NaN or an infinity, which are not JSON.

    """
    if type(value) is int:
        return value
    if isinstance(value, float):
        if value.is_integer() and abs(value) < _EXACT_INTEGERS:
            return int(value)
        if not math.isfinite(value):
            raise ValueError(f"{value} is not a JSON number")
    elif isinstance(value, Decimal):
        if not value.is_finite():
            raise ValueError(f"{value} is not a JSON number")
        if value and abs(value.adjusted()) > _MAX_EXPONENT:
            raise UndecidableError(Reason.BUDGET, f"the number {value}")
    number = value if isinstance(value, Fraction) else exact(value)
    return number.numerator if number.denominator == 1 else number


_EXACT_INTEGERS: Final = 2.0**53


def type_of(value: Any) -> int:  # noqa: PLR0911 - one return a type
    """The type bit of a JSON value."""
    if value is None:
        return NULL
    if value is True or value is False:
        return BOOLEAN
    if isinstance(value, str):
        return STRING
    if isinstance(value, dict):
        return OBJECT
    if isinstance(value, list | tuple):
        return ARRAY
    if isinstance(value, int):
        return INTEGER
    return INTEGER if isinstance(number_of(value), int) else FRACTION


def key_of(value: Any) -> Key:
    """The key of a JSON value."""
    if isinstance(value, str):
        return (STRING, value)
    if value is None or value is True or value is False:
        return (NULL if value is None else BOOLEAN, value)
    if isinstance(value, dict):
        return (OBJECT, tuple((name, key_of(value[name])) for name in sorted(value)))
    if isinstance(value, list | tuple):
        return (ARRAY, tuple([key_of(item) for item in value]))
    number = number_of(value)
    return (INTEGER if isinstance(number, int) else FRACTION, number)


def value_of(key: Key) -> Any:
    """The value of a key; integers come back without a fraction."""
    kind, payload = key
    if kind == ARRAY:
        return [value_of(item) for item in payload]
    if kind == OBJECT:
        return {name: value_of(item) for name, item in payload}
    return payload


def plain(value: Any) -> Json:
    """A value of the engine as plain JSON: fractions become floats, or ``Decimal`` to be exact."""
    if isinstance(value, str | int):
        return value
    if isinstance(value, list):
        return [plain(item) for item in value]
    if isinstance(value, dict):
        return {name: plain(item) for name, item in value.items()}
    if isinstance(value, Fraction):
        return _decimal(value)
    return value  # type: ignore[no-any-return]


def _decimal(value: Fraction) -> float | Decimal:
    nearest = value.numerator / value.denominator
    if exact(nearest) == value:
        return nearest
    twos = fives = 0
    rest = value.denominator
    while rest % 2 == 0:
        rest, twos = rest // 2, twos + 1
    while rest % 5 == 0:
        rest, fives = rest // 5, fives + 1
    if rest != 1:
        return nearest  # no decimal at all: the caller's validators will see what it is worth
    places = max(twos, fives)
    digits = value.numerator * 10**places // value.denominator
    return (
        Decimal(digits).scaleb(-places)
        if abs(digits) < _PLAIN_DIGITS
        else Decimal(f"{digits}e-{places}")
    )


_PLAIN_DIGITS: Final = 10**20
