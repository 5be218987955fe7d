"""Reading the keywords that hold no schemas: types, values, and demands of numbers and strings."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from modelpact.documents.values import exact, is_number
from modelpact.targets.typescript.validators.demands import (
    Literals,
    NumberDemands,
    StringDemands,
)
from modelpact.targets.typescript.validators.formats import is_checked
from modelpact.targets.typescript.validators.keywords import Keywords

__all__ = ["literals", "numbers", "strings", "types"]

_TYPES: Final = frozenset({"null", "boolean", "integer", "number", "string", "array", "object"})


def types(words: Keywords) -> frozenset[str] | None:
    """``type``; numbers include integers."""
    value = words.get("type")
    if value is None:
        return None
    names = value if isinstance(value, list | tuple) else [value]
    if not all(isinstance(name, str) and name in _TYPES for name in names):
        words.refuse("`type` must name JSON types", "type")
        return None
    found = frozenset(str(name) for name in names)
    return found - {"integer"} if "number" in found else found


def literals(words: Keywords) -> Iterator[Literals]:
    """``const`` and ``enum``."""
    if words.has("const"):
        yield Literals("const", (words.schema["const"],))
    if words.has("enum"):
        values = words.schema["enum"]
        if isinstance(values, list | tuple):
            yield Literals("enum", tuple(values))
        else:
            words.refuse("`enum` must be a list", "enum")


def numbers(words: Keywords, dialect: str) -> NumberDemands | None:
    """Bounds, of which draft 4 says by a flag that they are exclusive, and ``multipleOf``."""
    low, high = words.number("minimum"), words.number("maximum")
    if dialect == "draft4":
        above = low if words.flag("exclusiveMinimum") else None
        below = high if words.flag("exclusiveMaximum") else None
        low, high = (low if above is None else None), (high if below is None else None)
    else:
        above, below = words.number("exclusiveMinimum"), words.number("exclusiveMaximum")
    found = NumberDemands(low, high, above, below, _multiple(words))
    return None if found == NumberDemands() else found


def _multiple(words: Keywords) -> tuple[int, int] | None:
    value = words.get("multipleOf")
    if value is None:
        return None
    if not is_number(value) or value <= 0:  # type: ignore[operator]
        words.refuse("`multipleOf` must be a number above 0", "multipleOf")
        return None
    number = exact(value)  # type: ignore[arg-type]
    places = 0
    while number.denominator != 1:
        number *= 10
        places += 1
    return number.numerator, places


def strings(words: Keywords, dialect: str) -> StringDemands | None:
    """Lengths, ``pattern``, and ``format`` where it restricts anything."""
    pattern = words.pattern(words.schema["pattern"], "pattern") if words.has("pattern") else None
    stated = words.get("format")
    checked = isinstance(stated, str) and is_checked(stated, dialect)
    found = StringDemands(
        words.count("minLength") or 0,
        words.count("maxLength"),
        pattern,
        str(stated) if checked else "",
    )
    return None if found == StringDemands() else found
