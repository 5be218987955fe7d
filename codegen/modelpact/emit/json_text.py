"""JSON values as text on one line, for comments and literals."""

from __future__ import annotations

import json
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Final

from modelpact.documents.values import Json

__all__ = ["json_text", "number_text"]

_encode: Final = json.JSONEncoder(ensure_ascii=False).encode


def json_text(value: Json) -> str:
    """One line of JSON with spaces after commas and colons; exact numbers keep their digits.

    Characters beyond ASCII stand as themselves: see :func:`modelpact.emit.words.visible`.
    """
    try:
        return _encode(value)
    except TypeError:
        return _exact(value)


def _exact(value: Json) -> str:
    if isinstance(value, Mapping):
        inner = ", ".join(f"{_encode(k)}: {_exact(v)}" for k, v in value.items())
        return f"{{{inner}}}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(_exact, value)) + "]"
    if isinstance(value, Decimal):
        return str(value)
    return _encode(value)


def number_text(number: Fraction) -> str:
    """A bound as a schema would state it: ``3``, ``0.01``, ``1e+400``; or ``1/3`` where it must."""
    if number.denominator == 1:
        return _whole_text(str(number.numerator))
    twos, fives, rest = _factors(number.denominator)
    if rest != 1:
        return f"{number.numerator}/{number.denominator}"
    places = max(twos, fives)
    scaled = number.numerator * 10**places // number.denominator
    digits = f"{abs(scaled):0{places + 1}d}"
    sign = "-" if scaled < 0 else ""
    plain = f"{sign}{digits[:-places]}.{digits[-places:]}"
    if len(plain) <= _MAX_DIGITS:
        return plain
    exponent = len(digits.lstrip("0")) - 1 - places
    mantissa = digits.strip("0")
    fraction = f".{mantissa[1:]}" if len(mantissa) > 1 else ""
    return f"{sign}{mantissa[0]}{fraction}e{exponent}"


_MAX_DIGITS = 24


def _whole_text(digits: str) -> str:
    significant = digits.rstrip("0")
    zeros = len(digits) - len(significant)
    if len(digits) <= _MAX_DIGITS or zeros < _MAX_DIGITS // 2:
        return digits
    return f"{significant}e+{zeros}"


def _factors(denominator: int) -> tuple[int, int, int]:
    twos = (denominator & -denominator).bit_length() - 1
    rest = denominator >> twos
    fives = 0
    while rest % 5 == 0:
        rest //= 5
        fives += 1
    return twos, fives, rest
