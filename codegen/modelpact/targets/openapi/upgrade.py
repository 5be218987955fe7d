"""Older drafts as JSON Schema 2020-12, which is what an OpenAPI 3.1 document holds.

Source: the specifications' own lists of changes between draft 4, 6, 7, 2019-09 and 2020-12.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from modelpact.documents.dialects import (
    DRAFT4,
    DRAFT202012,
    Dialect,
    Shape,
)
from modelpact.documents.values import Json, JsonObject, is_number

__all__ = ["upgraded"]

_MEANINGFUL: Final = (DRAFT202012.applicators.keys() | DRAFT202012.assertions) - {
    "$defs",
    "definitions",
    "format",
}
"""What an older draft ignores would begin to restrict values."""


def upgraded(schema: Json, dialect: Dialect) -> Json:
    """A schema of an older draft as one of 2020-12 that accepts the same values."""
    if not isinstance(schema, Mapping):
        return schema
    if dialect.ref_hides_siblings and "$ref" in schema:
        return {"$ref": schema["$ref"]}
    result: dict[str, Any] = {}
    for keyword, value in schema.items():
        shape = dialect.applicators.get(keyword)
        if shape is None and keyword in _MEANINGFUL and not dialect.knows(keyword):
            continue
        result[keyword] = value if shape is None else _upgraded_inside(value, shape, dialect)
    _upgrade_arrays(schema, result)
    _upgrade_dependencies(result)
    if dialect is DRAFT4:
        _upgrade_bounds(result)
        if "id" in result:
            result["$id"] = result.pop("id")
    return result


def _upgraded_inside(value: Any, shape: Shape, dialect: Dialect) -> Any:
    if shape in {Shape.MAP, Shape.MAP_OR_NAMES} and isinstance(value, Mapping):
        return {name: upgraded(inner, dialect) for name, inner in value.items()}
    if isinstance(value, list | tuple):
        return [upgraded(inner, dialect) for inner in value]
    return upgraded(value, dialect)


def _upgrade_arrays(before: JsonObject, result: dict[str, Any]) -> None:
    """``items`` with a list is ``prefixItems``, and ``additionalItems`` is then ``items``."""
    rest = result.pop("additionalItems", None)
    if isinstance(before.get("items"), list | tuple):
        result["prefixItems"] = result.pop("items")
        if rest is not None:
            result["items"] = rest


def _upgrade_dependencies(result: dict[str, Any]) -> None:
    dependencies = result.pop("dependencies", None)
    if not isinstance(dependencies, Mapping):
        return
    names = {k: v for k, v in dependencies.items() if isinstance(v, list | tuple)}
    schemas = {k: v for k, v in dependencies.items() if not isinstance(v, list | tuple)}
    if names:
        result["dependentRequired"] = names
    if schemas:
        result["dependentSchemas"] = schemas


def _upgrade_bounds(result: dict[str, Any]) -> None:
    """In draft 4 ``exclusiveMinimum`` is a flag beside ``minimum``."""
    for plain, exclusive in (("minimum", "exclusiveMinimum"), ("maximum", "exclusiveMaximum")):
        if not is_number(result.get(exclusive)):
            flag = result.pop(exclusive, False)
            if flag and plain in result:
                result[exclusive] = result.pop(plain)
