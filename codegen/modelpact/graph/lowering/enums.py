"""Enumerations and literals."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from modelpact.documents.values import Json, JsonObject, exact, is_number
from modelpact.graph.lowering.reading import read_list
from modelpact.graph.lowering.scope import Scope, Tokens
from modelpact.graph.lowering.words import facts_of, life_of
from modelpact.graph.nodes import (
    BooleanType,
    Enumeration,
    LiteralType,
    Member,
    NeverType,
    NullType,
    Type,
    UnionType,
)

__all__ = ["distinct", "enumeration", "literal_type", "stated_values", "value_kind"]

_KINDS = {bool: "boolean", str: "string", type(None): "null"}


def value_kind(value: Json) -> str:
    """The JSON type of a value; ``integer`` for a number without a fraction."""
    known = _KINDS.get(type(value))
    if known is not None:
        return known
    if is_number(value):
        return "integer" if exact(value).denominator == 1 else "number"  # type: ignore[arg-type]
    return "object" if isinstance(value, dict) else "array"


def stated_values(schema: JsonObject, tokens: Tokens, scope: Scope) -> tuple[Json, ...]:
    """The values that ``const`` and ``enum`` leave."""
    if "const" in schema:
        value = schema["const"]
        if "enum" not in schema:
            return (value,)
        listed = read_list(schema, "enum", tokens, scope)
        return (value,) if any(_same(value, other) for other in listed) else ()
    return distinct(read_list(schema, "enum", tokens, scope))


def distinct(values: Iterable[Json]) -> tuple[Json, ...]:
    """The values without repetitions, as JSON has it: ``1`` is ``1.0`` and is not ``true``."""
    found: dict[str, Json] = {}
    for value in values:
        found.setdefault(_identity(value), value)
    return tuple(found.values())


def _same(left: Json, right: Json) -> bool:
    return _identity(left) == _identity(right)


def _identity(value: Json) -> str:
    """A text that two values share if JSON Schema holds them equal."""
    if isinstance(value, str):
        return f"s{value}"
    if isinstance(value, bool) or value is None:
        return str(value)
    if is_number(value):
        return str(exact(value))  # type: ignore[arg-type]
    if isinstance(value, dict):
        parts = (f"{name!r}:{_identity(value[name])!r}" for name in sorted(value))
        return "{" + ",".join(parts) + "}"
    return "[" + ",".join(repr(_identity(item)) for item in value) + "]"  # type: ignore[union-attr]


def literal_type(values: tuple[Json, ...]) -> Type:
    """One of some values; null is a type of its own, and both booleans are the boolean type."""
    rest = tuple(value for value in values if value is not None)
    kind: Type = LiteralType(rest)
    if not rest:
        return NullType() if values else NeverType()
    if len(rest) == 2 and all(isinstance(value, bool) for value in rest):  # noqa: PLR2004
        kind = BooleanType()
    return UnionType((kind, NullType())) if len(rest) < len(values) else kind


def enumeration(
    values: tuple[Json, ...], schema: JsonObject, *, extensible: bool
) -> Enumeration | None:
    """Named values, if all of them are scalars."""
    kinds = {value_kind(value) for value in values}
    if not values or not kinds <= {"string", "integer", "number", "boolean"}:
        return None
    known = _stated_members(schema)
    members = tuple(known.get(_identity(value)) or _made(value) for value in values)
    return Enumeration(members, extensible, _base(kinds))


def _stated_members(schema: JsonObject) -> dict[str, Member]:
    listed = facts_of(schema).get("members")
    members: dict[str, Member] = {}
    for item in listed if isinstance(listed, list | tuple) else ():
        if isinstance(item, dict) and isinstance(item.get("name"), str) and "value" in item:
            description = item.get("description")
            deprecated = item.get("deprecated")
            members[_identity(item["value"])] = Member(
                str(item["name"]),
                item["value"],
                description if isinstance(description, str) else "",
                deprecated if isinstance(deprecated, str) else None,
                life_of(item),
            )
    return members


def _made(value: Json) -> Member:
    if isinstance(value, bool):
        return Member(str(value).lower(), value)
    return Member(value if isinstance(value, str) else str(value), value)


def _base(kinds: set[str]) -> Literal["string", "integer", "number", "boolean", "mixed"]:
    if kinds == {"string"}:
        return "string"
    if kinds == {"integer"}:
        return "integer"
    if kinds <= {"integer", "number"}:
        return "number"
    return "boolean" if kinds == {"boolean"} else "mixed"
