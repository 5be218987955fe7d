"""Keywords on arrays."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from modelpact.compat.compiling.context import Context, SchemaCompiler, count_of, invalid
from modelpact.compat.nodes import FALSE, TRUE, Literal, NodeTable, kinds
from modelpact.compat.values import ANY, ARRAY

__all__ = ["HANDLERS", "containing", "each_item", "prefix_of"]


def each_item(table: NodeTable, start: int, item: Literal) -> Literal:
    """Every item from an index on is in a set."""
    return TRUE if item == TRUE else table.keyword(kinds.ITEMS_FROM, start, item)


def containing(table: NodeTable, item: Literal, least: int, most: int | None) -> Literal:
    """Between so many and so many items are in a set."""
    if most is not None and most < least:
        return table.types(ANY & ~ARRAY)
    if item == FALSE:
        return table.types(ANY & ~ARRAY) if least else TRUE
    if item == TRUE:
        parts = [table.keyword(kinds.MIN_ITEMS, least)] if least else []
        parts += [] if most is None else [table.keyword(kinds.MAX_ITEMS, most)]
        return table.all_of(parts)
    if most == 0:
        return each_item(table, 0, table.negate(item))
    if not least and most is None:
        return TRUE
    return table.keyword(kinds.CONTAINS, item, least, most)


def prefix_of(schema: Mapping[str, Any], context: Context) -> list[Any] | None:
    """The schemas of the first items, by position; ``None`` where no keyword gives them."""
    keyword = "prefixItems" if context.dialect.knows("prefixItems") else "items"
    prefix = schema.get(keyword)
    return prefix if isinstance(prefix, list) and keyword in context.handlers else None


def _items(
    compiler: SchemaCompiler,
    schema: Mapping[str, Any],
    value: Any,
    context: Context,
    literals: list[Literal],
) -> None:
    if isinstance(value, list | tuple):
        if context.dialect.knows("prefixItems"):
            raise invalid(schema, "items", "a schema (lists of schemas are `prefixItems`)")
        _positions(compiler, value, context, literals)
        return
    start = 0
    if context.dialect.knows("prefixItems"):
        start = len(prefix_of(schema, context) or ())
    literals.append(each_item(compiler.table, start, compiler.inside(value, context)))


def _positions(
    compiler: SchemaCompiler, schemas: Any, context: Context, literals: list[Literal]
) -> None:
    for index, schema in enumerate(schemas):
        item = compiler.inside(schema, context)
        if item != TRUE:
            literals.append(compiler.table.keyword(kinds.ITEM, index, item))


def _prefix_items(
    compiler: SchemaCompiler,
    schema: Mapping[str, Any],
    value: Any,
    context: Context,
    literals: list[Literal],
) -> None:
    if not isinstance(value, list | tuple):
        raise invalid(schema, "prefixItems", "a list of schemas")
    _positions(compiler, value, context, literals)


def _additional_items(
    compiler: SchemaCompiler,
    schema: Mapping[str, Any],
    value: Any,
    context: Context,
    literals: list[Literal],
) -> None:
    prefix = schema.get("items")
    if isinstance(prefix, list | tuple):
        item = compiler.inside(value, context)
        literals.append(each_item(compiler.table, len(prefix), item))


def _contains(
    compiler: SchemaCompiler,
    schema: Mapping[str, Any],
    value: Any,
    context: Context,
    literals: list[Literal],
) -> None:
    least, most = 1, None
    if context.dialect.knows("minContains"):
        least = count_of(schema, "minContains") if "minContains" in schema else 1
        most = count_of(schema, "maxContains") if "maxContains" in schema else None
    literals.append(containing(compiler.table, compiler.test_inside(value, context), least, most))


def _min_items(
    compiler: SchemaCompiler,
    schema: Mapping[str, Any],
    value: Any,
    context: Context,
    literals: list[Literal],
) -> None:
    count = count_of(schema, "minItems")
    if count:
        literals.append(compiler.table.keyword(kinds.MIN_ITEMS, count))


def _max_items(
    compiler: SchemaCompiler,
    schema: Mapping[str, Any],
    value: Any,
    context: Context,
    literals: list[Literal],
) -> None:
    literals.append(compiler.table.keyword(kinds.MAX_ITEMS, count_of(schema, "maxItems")))


def _unique_items(
    compiler: SchemaCompiler,
    schema: Mapping[str, Any],
    value: Any,
    context: Context,
    literals: list[Literal],
) -> None:
    if not isinstance(value, bool):
        raise invalid(schema, "uniqueItems", "true or false")
    if value:
        literals.append(compiler.table.keyword(kinds.UNIQUE))


HANDLERS = {
    "items": _items,
    "prefixItems": _prefix_items,
    "additionalItems": _additional_items,
    "contains": _contains,
    "minItems": _min_items,
    "maxItems": _max_items,
    "uniqueItems": _unique_items,
}
