"""Random schemas of the older drafts, from those of 2020-12 by the words that have changed."""

from __future__ import annotations

from random import Random
from typing import Any, Final

from support.random_schemas import Schema, SchemaGenerator

__all__ = ["draft4_schema", "draft7_schema", "draft2019_schema"]

_DRAFT_4: Final = "http://json-schema.org/draft-04/schema#"
_DRAFT_7: Final = "http://json-schema.org/draft-07/schema#"
_DRAFT_2019: Final = "https://json-schema.org/draft/2019-09/schema"
_MEMBERS: Final = ("properties", "patternProperties", "dependentSchemas")


def draft2019_schema(random: Random) -> Schema:
    """A schema of draft 2019-09."""
    return _headed(_rewritten(_drawn(random), 2019), _DRAFT_2019)


def draft7_schema(random: Random) -> Schema:
    """A schema of draft 7."""
    return _headed(_rewritten(_drawn(random), 7), _DRAFT_7)


def draft4_schema(random: Random) -> Schema:
    """A schema of draft 4, which has no boolean schemas and fewer keywords."""
    return _headed(_rewritten(_drawn(random), 4), _DRAFT_4)


def _drawn(random: Random) -> Schema:
    draw = SchemaGenerator(random)
    if random.random() < 0.3:
        return draw.unevaluated(2)
    return draw.schema(2)


def _headed(schema: Schema, dialect: str) -> Schema:
    if isinstance(schema, bool):
        schema = {} if schema else {"not": {}}
    return {"$schema": dialect, **schema}


def _rewritten(schema: Schema, draft: int) -> Schema:
    if isinstance(schema, bool):
        return schema if draft > 4 else ({} if schema else {"not": {}})
    found: dict[str, Any] = {}
    for keyword, value in schema.items():
        if keyword in {"const", "enum", "type", "required"}:
            found[keyword] = value
        elif keyword in _MEMBERS:
            found[keyword] = {name: _rewritten(part, draft) for name, part in value.items()}
        elif keyword == "additionalProperties" and isinstance(value, bool):
            found[keyword] = value
        elif isinstance(value, list):
            found[keyword] = [_rewritten(part, draft) for part in value]
        elif keyword in _SUBSCHEMAS:
            found[keyword] = _rewritten(value, draft)
        else:
            found[keyword] = value
    return _respelled(found, draft)


_SUBSCHEMAS: Final = (
    "items",
    "contains",
    "not",
    "if",
    "then",
    "else",
    "additionalProperties",
    "propertyNames",
    "unevaluatedProperties",
    "unevaluatedItems",
)


def _respelled(found: dict[str, Any], draft: int) -> dict[str, Any]:
    if "prefixItems" in found:
        rest = found.pop("items", None)
        found["items"] = found.pop("prefixItems")
        if rest is not None:
            found["additionalItems"] = rest
    if draft < 2019:
        dependencies = {**found.pop("dependentSchemas", {}), **found.pop("dependentRequired", {})}
        if draft == 4:
            dependencies = {name: part for name, part in dependencies.items() if part != []}
        if dependencies:
            found["dependencies"] = dependencies
    if draft == 4:
        _respelled_for_draft4(found)
    return found


def _respelled_for_draft4(found: dict[str, Any]) -> None:
    for bound, exclusive in (("minimum", "exclusiveMinimum"), ("maximum", "exclusiveMaximum")):
        if exclusive in found:
            found[bound] = found[exclusive]
            found[exclusive] = True
    if not found.get("required", True):
        del found["required"]
