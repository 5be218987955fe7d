"""An integer that JavaScript would round."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import Final

from modelpact.documents.values import Json, exact
from modelpact.lint.rules.model import Example, Remark, Rule
from modelpact.lint.sites import Site

__all__ = ["RULE"]

_SAFE: Final = 2**53 - 1
_WIDE: Final = frozenset({"int64", "uint64"})


def _check(site: Site) -> Iterator[Remark]:
    schema = site.schema
    if schema.get("type") not in ("integer", ["integer", "null"]) or _has_text(site):
        return
    least = _bound(schema.get("minimum"), schema.get("exclusiveMinimum"), 1)
    most = _bound(schema.get("maximum"), schema.get("exclusiveMaximum"), -1)
    wide = schema.get("format") in _WIDE
    below = least < -_SAFE if least is not None else wide and schema["format"] == "int64"
    above = most > _SAFE if most is not None else wide
    if below or above:
        yield Remark(f"{site.subject} may be an integer beyond 2**53, and has no form as a string")


def _bound(inclusive: Json, exclusive: Json, step: int) -> Fraction | None:
    bounds = [
        exact(bound) + extra
        for bound, extra in ((inclusive, 0), (exclusive, step))
        if (isinstance(bound, int | float | Decimal) and not isinstance(bound, bool))
    ]
    if not bounds:
        return None
    return max(bounds) if step > 0 else min(bounds)


def _has_text(site: Site) -> bool:
    """Whether it is the member of a union that has a string, too."""
    holder = site.holder
    if holder is None or site.is_property or site.is_type:
        return False
    return any(schema.get("type") == "string" for schema in holder.alternatives())


RULE = Rule(
    id="unsafe-integer",
    weight="warning",
    meaning="An integer may be beyond 2**53 - 1, by bounds or format, and has no string form.",
    breaks="JavaScript rounds it in `JSON.parse`, silently: two ids become one.",
    advice="Send it as a string, or bound it to what a double holds: 9007199254740991 at most.",
    example=Example(
        bad={"description": "The account.", "type": "integer", "format": "int64"},
        good={
            "description": "The account.",
            "type": "integer",
            "format": "int64",
            "minimum": 0,
            "maximum": 9007199254740991,
        },
    ),
    check=_check,
)
