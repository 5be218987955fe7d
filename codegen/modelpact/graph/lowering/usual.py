"""What nine of ten properties are, read without detours."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Set as AbstractSet
from functools import partial
from typing import Final

from modelpact.documents.values import JsonObject
from modelpact.graph.lowering.keywords import NUMBER, STRING
from modelpact.graph.lowering.scalars import PLAIN, number_type, string_type
from modelpact.graph.lowering.scope import Scope, Tokens
from modelpact.graph.nodes import (
    ArrayType,
    BooleanType,
    MapType,
    NullType,
    NumberType,
    Reference,
    StringType,
    Type,
    UnionType,
)

__all__ = ["usual_type"]

_NULL: Final = {"type": "null"}
_NULL_TYPE: Final = NullType()
_SINGLE: Final = (Reference, StringType, NumberType, BooleanType, ArrayType, MapType)
_SCALARS: Final[dict[str, Callable[[JsonObject, Tokens, Scope], Type]]] = {
    "string": string_type,
    "integer": partial(number_type, integer=True),
    "number": partial(number_type, integer=False),
}
_SCALAR_WORDS: Final = STRING | NUMBER | {"type"}
_BRANCHED: Final = frozenset({"allOf", "anyOf", "oneOf", "items", "prefixItems", "type"})


def usual_type(
    schema: JsonObject, keys: AbstractSet[str], tokens: Tokens, scope: Scope
) -> Type | None:
    """A scalar, a reference, or either with null; ``None`` where it is something else.

    ``keys`` are the schema's keywords without annotations.
    """
    stated = schema.get("type")
    if isinstance(stated, str):
        if len(keys) == 1 and "x-modelpact" not in schema:
            return PLAIN.get(stated)
        read = _SCALARS.get(stated) if keys <= _SCALAR_WORDS else None
        return None if read is None else read(schema, tokens, scope)
    if len(keys) != 1 or scope.resource.dialect.id_keyword in schema:
        return None
    if "$ref" in keys:
        return scope.session.reference(schema["$ref"], "$ref", tokens, scope)
    branch = _or_null(schema)
    if branch is None:
        return None
    inner = scope.session.type_of(branch, (*tokens, "anyOf", 0), scope)
    return UnionType((inner, _NULL_TYPE)) if isinstance(inner, _SINGLE) else None


def _or_null(schema: JsonObject) -> JsonObject | None:
    """The first branch of ``anyOf: [..., {type: null}]``."""
    branches = schema.get("anyOf")
    if isinstance(branches, list) and len(branches) == 2 and "x-modelpact" not in schema:  # noqa: PLR2004
        branch = branches[0]
        # A branch with branches would be lowered here, and then once more with all its neighbours.
        if branches[1] == _NULL and isinstance(branch, dict) and _BRANCHED.isdisjoint(branch):
            return branch
    return None
