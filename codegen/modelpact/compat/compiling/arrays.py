"""Keywords on arrays."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from modelpact.compat.compiling.context import Context, Handler, Site
from modelpact.compat.nodes import FALSE, TRUE, Literal, NodeTable, kinds
from modelpact.compat.values import ANY, ARRAY

__all__ = ["HANDLERS", "each_item", "prefix_of"]


def each_item(table: NodeTable, start: int, item: Literal) -> Literal:
    """Every item from an index on is in a set."""
    return TRUE if item == TRUE else table.keyword(kinds.ITEMS_FROM, start, item)


def prefix_of(schema: Mapping[str, Any], context: Context) -> Sequence[Any] | None:
    """The schemas of the first items, by position; ``None`` where no keyword gives them."""
    keyword = "prefixItems" if context.dialect.knows("prefixItems") else "items"
    prefix = schema.get(keyword)
    return prefix if isinstance(prefix, list | tuple) and keyword in context.handlers else None


def _containing(table: NodeTable, item: Literal, least: int, most: int | None) -> Literal:
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


def _positions(site: Site, schemas: Sequence[Any]) -> None:
    for index, schema in enumerate(schemas):
        item = site.inside(schema)
        if item != TRUE:
            site.add(site.table.keyword(kinds.ITEM, index, item))


def _items(site: Site, value: Any) -> None:
    modern = site.dialect.knows("prefixItems")
    if not isinstance(value, list | tuple):
        start = len(prefix_of(site.schema, site.context) or ()) if modern else 0
        site.add(each_item(site.table, start, site.inside(value)))
    elif modern:
        raise site.invalid("items", "a schema (lists of schemas are `prefixItems`)")
    else:
        _positions(site, value)


def _prefix_items(site: Site, value: Any) -> None:
    if not isinstance(value, list | tuple):
        raise site.invalid("prefixItems", "a list of schemas")
    _positions(site, value)


def _additional_items(site: Site, value: Any) -> None:
    prefix = prefix_of(site.schema, site.context)
    if prefix is not None:
        site.add(each_item(site.table, len(prefix), site.inside(value)))


def _contains(site: Site, value: Any) -> None:
    least, most = 1, None
    if site.dialect.knows("minContains"):
        least = site.count("minContains") if "minContains" in site.schema else 1
        most = site.count("maxContains") if "maxContains" in site.schema else None
    site.add(_containing(site.table, site.test_inside(value), least, most))


def _min_items(site: Site, _value: Any) -> None:
    count = site.count("minItems")
    if count:
        site.add(site.table.keyword(kinds.MIN_ITEMS, count))


def _max_items(site: Site, _value: Any) -> None:
    site.add(site.table.keyword(kinds.MAX_ITEMS, site.count("maxItems")))


def _unique_items(site: Site, value: Any) -> None:
    if not isinstance(value, bool):
        raise site.invalid("uniqueItems", "true or false")
    if value:
        site.add(site.table.keyword(kinds.UNIQUE))


HANDLERS: Final[Mapping[str, Handler]] = {
    "items": _items,
    "prefixItems": _prefix_items,
    "additionalItems": _additional_items,
    "contains": _contains,
    "minItems": _min_items,
    "maxItems": _max_items,
    "uniqueItems": _unique_items,
}
