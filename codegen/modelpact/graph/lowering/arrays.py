"""Lists and tuples."""

from __future__ import annotations

from modelpact.documents.values import Json, JsonArray, JsonObject
from modelpact.graph.lowering.reading import read_count, read_list
from modelpact.graph.lowering.scope import Scope, Tokens
from modelpact.graph.lowering.words import default_of, facts_of, texts, words_of
from modelpact.graph.nodes import AnyType, ArrayType, NeverType, TupleItem, TupleType, Type

__all__ = ["array_type"]


def array_type(schema: JsonObject, tokens: Tokens, scope: Scope) -> Type:
    """What a schema says of arrays."""
    minimum = read_count(schema, "minItems", tokens, scope) or 0
    maximum = read_count(schema, "maxItems", tokens, scope)
    unique = schema.get("uniqueItems") is True
    positions, keyword = _positions(schema, tokens, scope)
    rest = _rest(schema, keyword, tokens, scope)
    for demand in ("contains", "minContains", "maxContains"):
        if demand in schema:
            scope.demand(demand, tokens)
    if not positions:
        return ArrayType(rest, minimum, maximum, unique)
    if maximum is not None:
        positions = positions[:maximum]
    closed = isinstance(rest, NeverType) or (maximum is not None and maximum <= len(positions))
    labels = texts(facts_of(schema).get("labels"))
    items = tuple(
        _item(inner, (*tokens, keyword, index), labels[index : index + 1], scope)
        for index, inner in enumerate(positions)
    )
    return TupleType(
        items=items,
        required=min(minimum, len(items)),
        rest=None if closed else rest,
        min_items=minimum,
        max_items=None if closed else maximum,
        unique=unique,
    )


def _positions(schema: JsonObject, tokens: Tokens, scope: Scope) -> tuple[JsonArray, str]:
    """The schemas of single positions, and the keyword that lists them in this dialect."""
    if scope.resource.dialect.knows("prefixItems"):
        return read_list(schema, "prefixItems", tokens, scope), "prefixItems"
    items = schema.get("items")
    return (items if isinstance(items, list | tuple) else ()), "items"


def _rest(schema: JsonObject, positions: str, tokens: Tokens, scope: Scope) -> Type:
    """The type of items beyond the positions."""
    keyword = "items"
    if positions == "items" and isinstance(schema.get("items"), list | tuple):
        keyword = "additionalItems"
    if keyword in schema:
        return _items(schema[keyword], (*tokens, keyword), scope)
    if "unevaluatedItems" in schema:
        if not ({"contains", "allOf", "anyOf", "oneOf", "$ref", "if"} & schema.keys()):
            return scope.child(schema["unevaluatedItems"], (*tokens, "unevaluatedItems"))
        scope.demand("unevaluatedItems", tokens)
    return AnyType()


def _items(value: Json, tokens: Tokens, scope: Scope) -> Type:
    if isinstance(value, list | tuple):
        scope.fault(
            f"a list as `items` has no meaning in JSON Schema {scope.resource.dialect.name}",
            tokens,
            advice="Use `prefixItems`, or say by `$schema` that this is draft 7 or earlier.",
            rule="invalid-keyword",
        )
        return AnyType()
    return scope.child(value, tokens)


def _item(schema: Json, tokens: Tokens, label: tuple[str, ...], scope: Scope) -> TupleItem:
    kind = scope.child(schema, tokens)
    words = words_of(schema, "")
    name = label[0] if label else words.title
    return TupleItem(kind, name, words.description, default_of(schema))
