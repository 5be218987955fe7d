"""Enumerations that will grow: known values, or any other of the same kind."""

from __future__ import annotations

from modelpact.documents.values import Json, JsonObject
from modelpact.graph.lowering.enums import enumeration, stated_values, value_kind
from modelpact.graph.lowering.merging import named
from modelpact.graph.lowering.scope import Scope, Shape, Tokens
from modelpact.graph.lowering.words import facts_of
from modelpact.graph.nodes import Enumeration, NullType, Reference, UnionType

__all__ = ["extensible_choice"]


def extensible_choice(schema: JsonObject, tokens: Tokens, scope: Scope) -> Shape | None:
    """``anyOf: [{enum}, {type: string}]`` with ``extensible``; ``None`` for other spellings."""
    branches = schema.get("anyOf")
    if facts_of(schema).get("extensible") is not True or not isinstance(branches, list | tuple):
        return None
    values: list[Json] = []
    nullable = False
    for index, branch in enumerate(branches):
        stated = _values(branch, (*tokens, "anyOf", index), scope)
        if stated is None:
            nullable = nullable or _is_null(branch)
            if not _is_null(branch) and not _is_base(branch):
                return None
        else:
            values.extend(stated)
    found = enumeration(tuple(values), schema, extensible=True)
    if found is None or any(value_kind(value) == "boolean" for value in values):
        return None
    if nullable:
        return UnionType((named(found, tokens, scope), NullType()))
    return found


def _is_null(branch: Json) -> bool:
    return isinstance(branch, dict) and branch.get("type") == "null"


def _is_base(branch: Json) -> bool:
    return isinstance(branch, dict) and branch.get("type") in ("string", "integer", "number")


def _values(branch: Json, tokens: Tokens, scope: Scope) -> tuple[Json, ...] | None:
    """The values that a branch lists, itself or by a reference to an enumeration."""
    if not isinstance(branch, dict):
        return None
    if "enum" in branch or "const" in branch:
        return stated_values(branch, tokens, scope)
    if "$ref" in branch:
        target = scope.session.reference(branch["$ref"], "$ref", tokens, scope)
        shape = scope.session.body(target.name).shape if isinstance(target, Reference) else None
        if isinstance(shape, Enumeration):
            return tuple(member.value for member in shape.members)
    return None
