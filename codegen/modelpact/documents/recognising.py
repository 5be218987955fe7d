"""What a JSON file in a folder is: a schema, an OpenAPI document, or something else.

Folders of schemas hold other JSON too: package.json, settings, payloads. Taking those for schemas
would make types of them or refuse the folder.
"""

from __future__ import annotations

from typing import Final

from modelpact.documents.dialects import DIALECTS, Shape
from modelpact.documents.values import Json, JsonObject

__all__ = ["is_schema", "openapi_version"]

_TYPES: Final = frozenset({"string", "integer", "number", "boolean", "object", "array", "null"})
_KINDS: Final[dict[Shape, tuple[type, ...]]] = {
    Shape.SCHEMA: (dict, bool),
    Shape.LIST: (list,),
    Shape.MAP: (dict,),
    Shape.SCHEMA_OR_LIST: (dict, bool, list),
    Shape.MAP_OR_NAMES: (dict,),
}
_ORDINARY: Final = frozenset({"dependencies", "if", "then", "else", "not", "contains", "items"})
"""Applicators whose names other files use as well."""
_KEYWORDS: Final[dict[str, tuple[type, ...]]] = {
    keyword: _KINDS[shape]
    for dialect in DIALECTS.values()
    for keyword, shape in dialect.applicators.items()
    if keyword not in _ORDINARY
} | {"$ref": (str,), "$anchor": (str,), "$dynamicRef": (str,), "enum": (list,), "const": (object,)}
_EMPTY: Final = frozenset({"title", "description", "$comment", "default", "examples", "deprecated"})


def is_schema(value: Json) -> bool:
    """Whether a JSON value is meant as a schema, as far as its own words tell.

    A ``$schema`` of JSON Schema says so; without one, a keyword that holds what it must does, and
    so does a schema that says nothing.
    """
    if not isinstance(value, dict):
        return isinstance(value, bool)
    stated = value.get("$schema")
    if isinstance(stated, str) and "json-schema.org" in stated:
        return True
    if value.keys() <= _EMPTY:
        return True
    return _has_type(value) or any(
        isinstance(value[word], _KEYWORDS[word]) for word in _KEYWORDS.keys() & value.keys()
    )


def _has_type(value: JsonObject) -> bool:
    stated = value.get("type")
    names = stated if isinstance(stated, list) else [stated]
    return bool(names) and all(isinstance(name, str) and name in _TYPES for name in names)


def openapi_version(value: Json) -> str:
    """The version that an OpenAPI (or Swagger) document states; empty where it is none."""
    if isinstance(value, dict):
        for keyword in ("openapi", "swagger"):
            stated = value.get(keyword)
            if isinstance(stated, str) and ("info" in value or "paths" in value):
                return stated
    return ""
