"""Places told so that they stay where members of a union change places.

A pointer into a union counts its members. What is to be found again in later versions of a schema
names them instead: by what they refer to, their tag, or their type.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from modelpact.compat.subjects import Side, Token
from modelpact.documents.canonical import digest
from modelpact.graph.nodes import Location

__all__ = ["anchor_of", "mark_of"]

_UNIONS: Final = frozenset({"anyOf", "oneOf", "allOf"})


def anchor_of(side: Side, location: Location) -> str:
    """A place in one of a side's documents: its file, and a pointer with names for indexes."""
    if _UNIONS.isdisjoint(location.pointer.tokens):
        return str(location)
    value: Any = side.subject.documents().get(location.file)
    told = [location.file]
    within: Token = ""
    for token in location.pointer.tokens:
        if within in _UNIONS and isinstance(value, list):
            told.append(_label_at(value, token))
        else:
            told.append(str(token))
        value = _below(value, token)
        within = token
    return "\0".join(told)


def _below(value: Any, token: Token) -> Any:
    try:
        return value[token]
    except (LookupError, TypeError):
        return None


def _label_at(members: list[Any], token: Token) -> str:
    """The label of a member, with its number among those of the same label."""
    labels = [_label(member) for member in members]
    if not isinstance(token, int) or token >= len(labels):
        return str(token)
    before = labels[:token].count(labels[token])
    return f"{labels[token]}#{before}" if before else labels[token]


def _label(schema: Any) -> str:
    if not isinstance(schema, Mapping):
        return str(schema)
    reference = schema.get("$ref")
    if isinstance(reference, str):
        return reference
    for name, member in _properties(schema).items():
        if isinstance(member, Mapping) and "const" in member:
            return f"{name}={digest([member['const']])}"
    return f"type {schema.get('type')}"


def _properties(schema: Mapping[str, Any]) -> Mapping[str, Any]:
    properties = schema.get("properties")
    return properties if isinstance(properties, Mapping) else {}


def mark_of(value: Any) -> str:
    """What tells a refused value from others, whatever sample was chosen: kind, and names."""
    if isinstance(value, Mapping):
        return f"object {' '.join(sorted(map(str, value)))}"
    if isinstance(value, list | tuple):
        return "array"
    kinds = {bool: "boolean", str: "string", type(None): "null"}
    return kinds.get(type(value), "number")
