"""``unevaluatedProperties`` over a composition: what no part speaks of."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from modelpact.documents.values import JsonObject
from modelpact.graph.lowering.records import close
from modelpact.graph.lowering.scope import Scope, Shape, Tokens
from modelpact.graph.nodes import MapType, NeverType, NullType, Record, Reference, Type

__all__ = ["Seal", "sealer"]

Seal: TypeAlias = Callable[[Shape], Shape]
_KEYWORD = "unevaluatedProperties"


def sealer(schema: JsonObject, tokens: Tokens, scope: Scope) -> Seal:
    """What the keyword makes of a merged shape: its other members are closed, or of a type."""
    kind = scope.child(schema[_KEYWORD], (*tokens, _KEYWORD))
    extra: Type | None = None if isinstance(kind, NeverType) else kind

    def seal(shape: Shape) -> Shape:
        found = shape
        if isinstance(found, Reference):
            body = scope.session.body(found.name)
            scope.demands.extend(body.demands)
            found = body.shape
        if isinstance(found, Record):
            sealed = close(found, extra)
            return shape if sealed is found else sealed
        if not isinstance(found, MapType | NullType | NeverType):
            scope.demand(_KEYWORD, tokens)
        return shape

    return seal
