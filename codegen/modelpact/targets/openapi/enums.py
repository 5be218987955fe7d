"""The extensions by which OpenAPI tools know the names of an enum's values.

``x-enum-varnames`` and ``x-enum-descriptions`` are read by openapi-generator, oapi-codegen, hey-api
and others; each is a list parallel to ``enum``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from modelpact.documents.sets import modelpact_facts
from modelpact.documents.values import Json

__all__ = ["with_member_names"]


def with_member_names(schema: Json) -> Json:
    """A component with its enum's names; an extensible enum's stand in the known half."""
    members = modelpact_facts(schema).get("members")
    if not isinstance(schema, Mapping) or not isinstance(members, Sequence):
        return schema
    if "enum" in schema:
        named: Json = _named(schema, members)
        return named
    return {
        keyword: [_named(half, members) for half in value]
        if keyword in {"anyOf", "oneOf"} and isinstance(value, Sequence)
        else value
        for keyword, value in schema.items()
    }


def _named(schema: Any, members: Sequence[Any]) -> Any:
    """A schema with ``enum``, and the names if they are the names of exactly its values."""
    values = schema.get("enum") if isinstance(schema, Mapping) else None
    if values is None or [member.get("value") for member in members] != list(values):
        return schema
    names = [member["name"] for member in members]
    descriptions = [member.get("description", "") for member in members]
    named = {**schema, "x-enum-varnames": names}
    return {**named, "x-enum-descriptions": descriptions} if any(descriptions) else named
