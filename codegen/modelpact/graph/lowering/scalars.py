"""Strings and numbers."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache
from typing import Final

from modelpact.documents.values import JsonObject
from modelpact.graph.lowering.reading import read_bound, read_count, read_text
from modelpact.graph.lowering.scope import Scope, Tokens
from modelpact.graph.lowering.words import facts_of
from modelpact.graph.nodes import (
    BooleanType,
    NullType,
    NumberType,
    StringType,
    Type,
)

__all__ = ["PLAIN", "number_type", "string_type"]

PLAIN: Final[dict[str, Type]] = {
    "string": StringType(),
    "integer": NumberType(integer=True),
    "number": NumberType(),
    "boolean": BooleanType(),
    "null": NullType(),
}
"""Scalar types of which a schema says nothing more."""

_RARE: Final = frozenset({"contentEncoding", "contentMediaType", "contentSchema", "x-modelpact"})
_AWARE: Final = {"aware": True, "naive": False}
_TEMPORAL: Final = frozenset({"date-time", "time", "duration"})


def string_type(schema: JsonObject, tokens: Tokens, scope: Scope) -> StringType:
    """What a schema says of strings."""
    get = schema.get
    form, pattern = get("format", ""), get("pattern", "")
    least, most = get("minLength", 0), get("maxLength", 0)
    bound = most if "maxLength" in schema else None
    usual = form.__class__ is str and pattern.__class__ is str and _RARE.isdisjoint(schema)
    if usual and least.__class__ is int and most.__class__ is int and least >= 0 <= most:
        return _string(form, (pattern,) if pattern else (), least, bound)
    if "contentSchema" in schema:
        scope.demand("contentSchema", tokens)
    facts = facts_of(schema)
    pattern = read_text(schema, "pattern", tokens, scope)
    brand = facts.get("brand")
    temporal = str(facts.get("temporal"))
    return StringType(
        format=read_text(schema, "format", tokens, scope),
        patterns=(pattern,) if pattern else (),
        min_length=read_count(schema, "minLength", tokens, scope) or 0,
        max_length=read_count(schema, "maxLength", tokens, scope),
        content_encoding=read_text(schema, "contentEncoding", tokens, scope),
        content_media_type=read_text(schema, "contentMediaType", tokens, scope),
        aware=_AWARE.get(str(facts.get("timezone"))),
        brand=brand if isinstance(brand, str) else "",
        temporal=temporal if pattern and temporal in _TEMPORAL else "",
    )


@lru_cache(maxsize=1024)
def _string(form: str, patterns: tuple[str, ...], least: int, most: int | None) -> StringType:
    """Most strings of a contract are alike: the same node serves them."""
    return StringType(form, patterns, least, most)


def number_type(schema: JsonObject, tokens: Tokens, scope: Scope, *, integer: bool) -> NumberType:
    """What a schema says of numbers. A step that is whole makes them integers."""
    minimum, exclusive_minimum = _limit(schema, "minimum", "exclusiveMinimum", tokens, scope)
    maximum, exclusive_maximum = _limit(schema, "maximum", "exclusiveMaximum", tokens, scope)
    step = read_bound(schema, "multipleOf", tokens, scope)
    if step is not None and step <= 0:
        scope.fault(
            "`multipleOf` must be greater than zero",
            (*tokens, "multipleOf"),
            advice="Give the step between allowed values.",
            rule="invalid-keyword",
        )
        step = None
    if step is not None and step.denominator == 1:
        integer = True
    brand = facts_of(schema).get("brand")
    return NumberType(
        integer=integer,
        minimum=minimum,
        maximum=maximum,
        exclusive_minimum=exclusive_minimum,
        exclusive_maximum=exclusive_maximum,
        multiple_of=None if step == 1 else step,
        format=read_text(schema, "format", tokens, scope),
        brand=brand if isinstance(brand, str) else "",
    )


def _limit(
    schema: JsonObject, inclusive: str, exclusive: str, tokens: Tokens, scope: Scope
) -> tuple[Fraction | None, bool]:
    """The tighter of two bounds. Up to draft 4 the exclusive one is a switch on the other."""
    bound = read_bound(schema, inclusive, tokens, scope)
    if exclusive not in schema:
        return bound, False
    if scope.resource.dialect.id_keyword == "id" and isinstance(schema[exclusive], bool):
        return bound, bound is not None and schema[exclusive] is True
    other = read_bound(schema, exclusive, tokens, scope)
    if other is None or bound is None:
        return (bound, False) if other is None else (other, True)
    tighter = other >= bound if inclusive == "minimum" else other <= bound
    return (other, True) if tighter else (bound, False)
