"""Reading a keyword's value: of the kind it must be, or a fault and ``None``."""

from __future__ import annotations

from fractions import Fraction
from typing import cast

from modelpact.documents.values import Json, JsonArray, JsonObject, exact, is_number
from modelpact.graph.lowering.scope import Scope, Tokens

__all__ = ["read_bound", "read_count", "read_list", "read_map", "read_names", "read_text"]


def _refuse(keyword: str, kind: str, tokens: Tokens, scope: Scope) -> None:
    scope.fault(
        f"`{keyword}` must be {kind}",
        (*tokens, keyword),
        advice=f"Correct it as JSON Schema ({scope.resource.dialect.name}) says.",
        rule="invalid-keyword",
    )


def read_count(schema: JsonObject, keyword: str, tokens: Tokens, scope: Scope) -> int | None:
    """A size or length: an integer, zero or more (``2.0`` is one)."""
    value = schema.get(keyword)
    if value.__class__ is int and value >= 0:
        return value
    if value is None and keyword not in schema:
        return None
    if is_number(value):
        number = exact(cast("float", value))
        if number.denominator == 1 and number >= 0:
            return int(number)
    _refuse(keyword, "a whole number, zero or more", tokens, scope)
    return None


def read_bound(schema: JsonObject, keyword: str, tokens: Tokens, scope: Scope) -> Fraction | None:
    """A number, exactly as written."""
    value = schema.get(keyword)
    if value.__class__ is int:
        return Fraction(value)
    if is_number(value):
        return exact(cast("float", value))
    if keyword in schema:
        _refuse(keyword, "a number", tokens, scope)
    return None


def read_text(schema: JsonObject, keyword: str, tokens: Tokens, scope: Scope) -> str:
    """A string; empty where there is none."""
    value = schema.get(keyword, "")
    if isinstance(value, str):
        return value
    _refuse(keyword, "a string", tokens, scope)
    return ""


def read_map(schema: JsonObject, keyword: str, tokens: Tokens, scope: Scope) -> JsonObject:
    """An object; empty where there is none."""
    value = schema.get(keyword)
    if isinstance(value, dict):
        return value
    if keyword in schema:
        _refuse(keyword, "an object", tokens, scope)
    return {}


def read_list(schema: JsonObject, keyword: str, tokens: Tokens, scope: Scope) -> JsonArray:
    """An array; empty where there is none."""
    value = schema.get(keyword)
    if isinstance(value, list | tuple):
        return value
    if keyword in schema:
        _refuse(keyword, "an array", tokens, scope)
    return ()


def read_names(schema: JsonObject, keyword: str, tokens: Tokens, scope: Scope) -> tuple[str, ...]:
    """An array of strings; empty where there is none."""
    value: Json = schema.get(keyword)
    if value is None and keyword not in schema:
        return ()
    if isinstance(value, list | tuple) and all(isinstance(item, str) for item in value):
        return cast("tuple[str, ...]", tuple(value))
    _refuse(keyword, "an array of strings", tokens, scope)
    return ()
