"""The names that a schema gives itself: a URI, or anchors within its resource.

Source: JSON Schema 2020-12 Core section 8.2; draft 7 section 8.2.
"""

from __future__ import annotations

from modelpact.documents.dialects import Dialect
from modelpact.documents.pointers import Pointer
from modelpact.documents.resources import Resource
from modelpact.documents.values import Json, JsonObject

__all__ = ["index_anchors", "own_uri"]


def own_uri(schema: JsonObject, dialect: Dialect) -> str:
    """The URI that a schema gives itself, without a fragment; empty where it gives none."""
    identifier = schema.get(dialect.id_keyword)
    if not isinstance(identifier, str) or (dialect.ref_hides_siblings and "$ref" in schema):
        return ""
    return identifier.partition("#")[0]


def index_anchors(schema: JsonObject, resource: Resource, tokens: tuple[str | int, ...]) -> None:
    """Tell a resource the anchors of a schema in it; ``tokens`` lead there from the document."""
    for name in _anchor_names(schema, resource.dialect):
        if isinstance(name, str) and name:
            pointer = Pointer(tokens[len(resource.pointer.tokens) :])
            known = resource.anchors.setdefault(name, pointer)
            if known != pointer:
                resource.anchors[name] = None
    dynamic = schema.get("$dynamicAnchor")
    if isinstance(dynamic, str) and resource.dialect.knows("$dynamicRef"):
        pointer = Pointer(tokens[len(resource.pointer.tokens) :])
        resource.dynamic_anchors.setdefault(dynamic, pointer)


def _anchor_names(schema: JsonObject, dialect: Dialect) -> tuple[Json, ...]:
    if not dialect.ref_hides_siblings:
        return (schema.get("$anchor"), schema.get("$dynamicAnchor"))
    return () if "$ref" in schema else (_plain_name(schema, dialect),)


def _plain_name(schema: JsonObject, dialect: Dialect) -> str | None:
    """The name that ``{"$id": "#name"}`` gives, up to draft 7."""
    identifier = schema.get(dialect.id_keyword)
    if not isinstance(identifier, str):
        return None
    name = identifier.partition("#")[2]
    return None if name.startswith("/") else name
