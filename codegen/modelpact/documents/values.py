"""JSON values as Python holds them, and their exact numbers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import TypeAlias

__all__ = ["Json", "JsonArray", "JsonObject", "exact", "is_number"]

Json: TypeAlias = "bool | int | float | Decimal | str | Sequence[Json] | Mapping[str, Json] | None"
"""A JSON value. Numbers are ``int`` where the text is an integer literal, else ``float``;
``Decimal`` stands only where a float would lose digits (see :mod:`.loading`)."""

JsonObject: TypeAlias = "Mapping[str, Json]"
JsonArray: TypeAlias = "Sequence[Json]"


def is_number(value: object) -> bool:
    """Whether a value is a JSON number: ``True`` and ``False`` are not."""
    return isinstance(value, int | float | Decimal) and not isinstance(value, bool)


def exact(number: float | Decimal) -> Fraction:
    """The number that the JSON text states: ``0.1`` is one tenth, not the nearest double.

    A float counts as its shortest decimal form, which is how it was read and will be written.
    """
    if isinstance(number, float):
        return Fraction(repr(number))
    return Fraction(number)
