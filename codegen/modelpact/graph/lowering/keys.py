"""What the keys of a map are."""

from __future__ import annotations

from typing import Final

from modelpact.documents.values import JsonObject
from modelpact.graph.lowering.scope import Scope, Tokens
from modelpact.graph.nodes import AnyType, Enumeration, LiteralType, Reference, StringType, Type

__all__ = ["key_type"]

_ANY_KEY: Final = StringType()


def key_type(found: Type, schema: JsonObject, tokens: Tokens, scope: Scope) -> Type:
    """The key type that ``propertyNames`` states, or the one that patterns have stated."""
    keyword = "propertyNames"
    if keyword not in schema:
        return found
    inner = schema[keyword]
    if isinstance(inner, dict) and "type" not in inner and _speaks_of_strings(inner):
        inner = {**inner, "type": "string"}
    stated = scope.child(inner, (*tokens, keyword))
    if isinstance(stated, AnyType):
        return found
    if found == _ANY_KEY and _is_key(stated, scope):
        return stated
    if isinstance(found, StringType) and isinstance(stated, StringType):
        return StringType(
            format=stated.format,
            patterns=(*found.patterns, *stated.patterns),
            min_length=stated.min_length,
            max_length=stated.max_length,
        )
    scope.demand(keyword, tokens)
    return found


def _speaks_of_strings(schema: JsonObject) -> bool:
    return not {"$ref", "enum", "const"} & schema.keys() and bool(
        {"pattern", "format", "minLength", "maxLength"} & schema.keys()
    )


def _is_key(kind: Type, scope: Scope) -> bool:
    if isinstance(kind, StringType):
        return True
    if isinstance(kind, LiteralType):
        return all(isinstance(value, str) for value in kind.values)
    if isinstance(kind, Reference):
        shape = scope.session.body(kind.name).shape
        return isinstance(shape, Enumeration | StringType)
    return False
