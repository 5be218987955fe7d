"""Two scalar types at once: the tighter of each bound."""

from __future__ import annotations

import math
from fractions import Fraction

from modelpact.graph.nodes import NumberType, StringType

__all__ = ["least", "merge_numbers", "merge_strings"]


def _either(left: str, right: str) -> str | None:
    """The one word of two; ``None`` where they differ."""
    return left or right if not left or not right or left == right else None


def merge_numbers(left: NumberType, right: NumberType) -> NumberType | None:
    """The numbers of both; ``None`` where formats or brands differ."""
    form = _either(left.format, right.format)
    brand = _either(left.brand, right.brand)
    if form is None or brand is None:
        return None
    low, low_out = _tighter(
        (left.minimum, left.exclusive_minimum), (right.minimum, right.exclusive_minimum), 1
    )
    high, high_out = _tighter(
        (left.maximum, left.exclusive_maximum), (right.maximum, right.exclusive_maximum), -1
    )
    return NumberType(
        integer=left.integer or right.integer,
        minimum=low,
        maximum=high,
        exclusive_minimum=low_out,
        exclusive_maximum=high_out,
        multiple_of=_common_step(left.multiple_of, right.multiple_of),
        format=form,
        brand=brand,
    )


def _tighter(
    left: tuple[Fraction | None, bool], right: tuple[Fraction | None, bool], sign: int
) -> tuple[Fraction | None, bool]:
    if left[0] is None or right[0] is None:
        return right if left[0] is None else left
    if left[0] == right[0]:
        return left[0], left[1] or right[1]
    return left if (left[0] - right[0]) * sign > 0 else right


def _common_step(left: Fraction | None, right: Fraction | None) -> Fraction | None:
    """The least common multiple of two steps."""
    if left is None or right is None:
        return right if left is None else left
    return Fraction(
        math.lcm(left.numerator, right.numerator), math.gcd(left.denominator, right.denominator)
    )


def merge_strings(left: StringType, right: StringType) -> StringType | None:
    """The strings of both; ``None`` where formats, encodings or brands differ."""
    form = _either(left.format, right.format)
    brand = _either(left.brand, right.brand)
    encoding = _either(left.content_encoding, right.content_encoding)
    media = _either(left.content_media_type, right.content_media_type)
    if form is None or brand is None or encoding is None or media is None:
        return None
    patterns = tuple(dict.fromkeys((*left.patterns, *right.patterns)))
    return StringType(
        format=form,
        patterns=patterns,
        min_length=max(left.min_length, right.min_length),
        max_length=least(left.max_length, right.max_length),
        content_encoding=encoding,
        content_media_type=media,
        aware=left.aware if right.aware is None else right.aware,
        brand=brand,
        temporal=(left.temporal or right.temporal) if len(patterns) == 1 else "",
    )


def least(left: int | None, right: int | None) -> int | None:
    """The lower of two bounds, either of which may be missing."""
    if left is None or right is None:
        return right if left is None else left
    return min(left, right)
