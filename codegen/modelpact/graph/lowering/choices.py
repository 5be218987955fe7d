"""Schemas that list their values."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from typing import Final

from modelpact.documents.values import JsonObject
from modelpact.graph.lowering.enums import (
    enumeration,
    literal_type,
    stated_values,
    value_kind,
)
from modelpact.graph.lowering.keywords import NUMBER, STRING
from modelpact.graph.lowering.merging import intersect
from modelpact.graph.lowering.scope import Scope, Shape, Tokens
from modelpact.graph.lowering.words import facts_of
from modelpact.graph.nodes import AnyType, NumberType

__all__ = ["choice_shape"]

_STATED: Final = frozenset({"enum", "const", "type"})
_JUDGED: Final = (STRING | NUMBER) - {"format", "contentEncoding", "contentMediaType"}


def choice_shape(schema: JsonObject, keys: AbstractSet[str], tokens: Tokens, scope: Scope) -> Shape:
    """The values that a schema lists, less those that its other keywords refuse."""
    stated = schema.get("type")
    names = (stated,) if isinstance(stated, str) else stated
    values = stated_values(schema, tokens, scope)
    if isinstance(names, list | tuple):
        values = tuple(v for v in values if _is_of(value_kind(v), names))
    shape: Shape = literal_type(values)
    if "members" in facts_of(schema) or facts_of(schema).get("extensible") is True:
        extensible = facts_of(schema).get("extensible") is True
        shape = enumeration(values, schema, extensible=extensible) or shape
    for keyword in sorted(keys - _STATED - _JUDGED):
        scope.demand(keyword, tokens)
    if keys & _JUDGED:
        shape = intersect(shape, _limits(values, schema, tokens, scope), tokens, scope)
    return shape


def _is_of(kind: str, names: list[object] | tuple[object, ...]) -> bool:
    return kind in names or (kind == "integer" and "number" in names)


def _limits(values: tuple[object, ...], schema: JsonObject, tokens: Tokens, scope: Scope) -> Shape:
    """The bounds that stand beside the values, where all of them are strings or numbers."""
    bare = {word: schema[word] for word in schema.keys() & _JUDGED}
    kinds = {value_kind(value) for value in values}  # type: ignore[arg-type]
    if kinds == {"string"}:
        return scope.session.family("string", bare, tokens, scope)
    if kinds and kinds <= {"integer", "number"}:
        return scope.session.family("number", bare, tokens, scope)
    for keyword in sorted(bare):
        scope.demand(keyword, tokens)
    return AnyType() if kinds else NumberType()
