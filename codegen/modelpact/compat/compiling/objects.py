"""Keywords on objects: everything about members is *the value under each name in N is in S*."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

from modelpact.compat.compiling.context import Handler, SchemaCompiler, Site
from modelpact.compat.nodes import FALSE, TRUE, Literal, NodeTable, kinds
from modelpact.compat.values import ANY, OBJECT, STRING

__all__ = ["HANDLERS", "each_named", "names_in", "names_matching"]


def names_in(table: NodeTable, names: Iterable[str]) -> Literal:
    """The set of these names."""
    return table.values(frozenset([(STRING, name) for name in names]))


def names_matching(compiler: SchemaCompiler, pattern: str) -> Literal:
    """The set of names that a pattern matches."""
    return compiler.table.keyword(kinds.PATTERN, pattern, compiler.policy.regex)


def each_named(table: NodeTable, names: Literal, value: Literal) -> Literal:
    """The value under each name of a set is in another set."""
    if value == TRUE or names == FALSE:
        return TRUE
    if names > 0 and table.kind[names] == kinds.VALUES:
        keys = table.arguments[names][0]
        if len(keys) == 1:
            ((_, name),) = keys
            return table.keyword(kinds.PROPERTY, name, value)
    return table.keyword(kinds.PROPERTIES, names, value)


def _if_present(table: NodeTable, name: str, literal: Literal) -> Literal:
    """Objects that have a name are in a set."""
    absent = -table.keyword(kinds.REQUIRED, name)
    return table.any_of([table.types(ANY & ~OBJECT), absent, literal])


def _properties(site: Site, _value: Any) -> None:
    keyword = site.table.keyword
    for name, inner in site.by_name("properties").items():
        literal = site.inside(inner)
        if literal != TRUE:
            site.add(keyword(kinds.PROPERTY, name, literal))


def _pattern_properties(site: Site, _value: Any) -> None:
    for pattern, inner in site.by_name("patternProperties").items():
        names = names_matching(site.compiler, pattern)
        site.add(each_named(site.table, names, site.inside(inner)))


def _additional_properties(site: Site, value: Any) -> None:
    literal = site.inside(value)
    if literal == TRUE:
        return
    table = site.table
    others = []
    if site.given("properties"):
        others.append(table.negate(names_in(table, site.by_name("properties"))))
    if site.given("patternProperties"):
        patterns = site.by_name("patternProperties")
        others += [-names_matching(site.compiler, pattern) for pattern in patterns]
    site.add(each_named(table, table.all_of(others), literal))


def _property_names(site: Site, value: Any) -> None:
    table = site.table
    allowed = site.inside(value)
    if not table.may_of(allowed) & STRING:
        site.add(each_named(table, TRUE, FALSE))
    elif not table.must_of(allowed) & STRING:
        site.add(each_named(table, table.negate(allowed), FALSE))


def _all_required(site: Site, keyword: str, names: Any) -> list[Literal]:
    if not isinstance(names, list | tuple) or not all(isinstance(name, str) for name in names):
        raise site.invalid(keyword, "a list of property names")
    return [site.table.keyword(kinds.REQUIRED, name) for name in names]


def _required(site: Site, value: Any) -> None:
    site.extend(_all_required(site, "required", value))


def _min_properties(site: Site, _value: Any) -> None:
    count = site.count("minProperties")
    if count:
        site.add(site.table.keyword(kinds.MIN_PROPERTIES, count))


def _max_properties(site: Site, _value: Any) -> None:
    site.add(site.table.keyword(kinds.MAX_PROPERTIES, site.count("maxProperties")))


def _dependent_required(site: Site, _value: Any) -> None:
    for name, names in site.by_name("dependentRequired").items():
        needed = site.table.all_of(_all_required(site, "dependentRequired", names))
        site.add(_if_present(site.table, name, needed))


def _dependent_schemas(site: Site, _value: Any) -> None:
    for name, inner in site.by_name("dependentSchemas").items():
        site.add(_if_present(site.table, name, site.here(inner)))


def _dependencies(site: Site, _value: Any) -> None:
    """Up to draft 7: property names or a schema, by name."""
    for name, inner in site.by_name("dependencies").items():
        if isinstance(inner, list | tuple):
            literal = site.table.all_of(_all_required(site, "dependencies", inner))
        else:
            literal = site.here(inner)
        site.add(_if_present(site.table, name, literal))


HANDLERS: Final[Mapping[str, Handler]] = {
    "properties": _properties,
    "patternProperties": _pattern_properties,
    "additionalProperties": _additional_properties,
    "propertyNames": _property_names,
    "required": _required,
    "minProperties": _min_properties,
    "maxProperties": _max_properties,
    "dependentRequired": _dependent_required,
    "dependentSchemas": _dependent_schemas,
    "dependencies": _dependencies,
}
