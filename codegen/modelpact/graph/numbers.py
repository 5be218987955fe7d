"""How much room a number needs."""

from __future__ import annotations

import math
from fractions import Fraction
from typing import Final, Literal

from modelpact.graph.nodes import NumberType

__all__ = ["integer_bounds", "integer_width"]

_FORMATS: Final[dict[str, tuple[int, int]]] = {
    "int8": (-(2**7), 2**7 - 1),
    "int16": (-(2**15), 2**15 - 1),
    "int32": (-(2**31), 2**31 - 1),
    "int64": (-(2**63), 2**63 - 1),
    "uint8": (0, 2**8 - 1),
    "uint16": (0, 2**16 - 1),
    "uint32": (0, 2**32 - 1),
    "uint64": (0, 2**64 - 1),
}
"""The formats of the OpenAPI Format Registry."""


def integer_bounds(number: NumberType) -> tuple[int | None, int | None]:
    """The least and greatest integer that bounds and format allow; ``None`` for no bound."""
    low, high = _FORMATS.get(number.format, (None, None))
    if number.minimum is not None:
        least = _above(number.minimum, exclusive=number.exclusive_minimum)
        low = least if low is None else max(low, least)
    if number.maximum is not None:
        most = -_above(-number.maximum, exclusive=number.exclusive_maximum)
        high = most if high is None else min(high, most)
    return low, high


def _above(bound: Fraction, *, exclusive: bool) -> int:
    """The least integer at, or beyond, a bound."""
    whole = math.ceil(bound)
    return whole + 1 if exclusive and whole == bound else whole


def integer_width(number: NumberType) -> Literal[32, 64] | None:
    """The bits of the smallest signed integer that holds every value; ``None`` where 64 do not.

    An integer without bounds and format has no width: JSON sets none.
    """
    low, high = integer_bounds(number)
    if low is None or high is None:
        return None
    if low >= -(2**31) and high < 2**31:
        return 32
    return 64 if low >= -(2**63) and high < 2**63 else None
