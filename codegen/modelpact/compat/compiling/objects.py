"""Keywords on objects: everything about members is *the value under each name in N is in S*."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from modelpact.compat.compiling.context import Context, SchemaCompiler, count_of, invalid
from modelpact.compat.nodes import FALSE, TRUE, Literal, NodeTable, kinds
from modelpact.compat.values import ANY, OBJECT, STRING

__all__ = ["HANDLERS", "each_named", "names_in", "names_matching", "unless_present"]


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


def unless_present(table: NodeTable, name: str, literal: Literal) -> Literal:
    """Objects that have a name are in a set."""
    absent = -table.keyword(kinds.REQUIRED, name)
    return table.any_of([table.types(ANY & ~OBJECT), absent, literal])


def _named_schemas(schema: Mapping[str, Any], keyword: str) -> Mapping[str, Any]:
    value = schema[keyword]
    if not isinstance(value, dict):
        raise invalid(schema, keyword, "schemas by name")
    return value


def _properties(
    compiler: SchemaCompiler,
    schema: Mapping[str, Any],
    value: Any,
    context: Context,
    literals: list[Literal],
) -> None:
    inside, keyword = compiler.inside, compiler.table.keyword
    for name, inner in _named_schemas(schema, "properties").items():
        literal = inside(inner, context)
        if literal != TRUE:
            literals.append(keyword(kinds.PROPERTY, name, literal))


def _pattern_properties(
    compiler: SchemaCompiler,
    schema: Mapping[str, Any],
    value: Any,
    context: Context,
    literals: list[Literal],
) -> None:
    for pattern, inner in _named_schemas(schema, "patternProperties").items():
        names = names_matching(compiler, pattern)
        literals.append(each_named(compiler.table, names, compiler.inside(inner, context)))


def _additional_properties(
    compiler: SchemaCompiler,
    schema: Mapping[str, Any],
    value: Any,
    context: Context,
    literals: list[Literal],
) -> None:
    literal = compiler.inside(value, context)
    if literal == TRUE:
        return
    table = compiler.table
    others = []
    declared = schema.get("properties")
    if declared and "properties" in context.handlers:
        others.append(table.negate(names_in(table, declared)))
    if "patternProperties" in schema and "patternProperties" in context.handlers:
        patterns = _named_schemas(schema, "patternProperties")
        others += [-names_matching(compiler, pattern) for pattern in patterns]
    literals.append(each_named(table, table.all_of(others), literal))


def _property_names(
    compiler: SchemaCompiler,
    schema: Mapping[str, Any],
    value: Any,
    context: Context,
    literals: list[Literal],
) -> None:
    table = compiler.table
    allowed = compiler.test_inside(value, context)
    if not table.may_of(allowed) & STRING:
        literals.append(each_named(table, TRUE, FALSE))
    elif not table.must_of(allowed) & STRING:
        literals.append(each_named(table, table.negate(allowed), FALSE))


def _required(
    compiler: SchemaCompiler,
    schema: Mapping[str, Any],
    value: Any,
    context: Context,
    literals: list[Literal],
) -> None:
    literals.extend(_all_required(compiler.table, schema, "required", value))


def _all_required(
    table: NodeTable, schema: Mapping[str, Any], keyword: str, names: Any
) -> list[Literal]:
    if not isinstance(names, list | tuple):
        raise invalid(schema, keyword, "a list of property names")
    for name in names:
        if not isinstance(name, str):
            raise invalid(schema, keyword, "a list of property names")
    return [table.keyword(kinds.REQUIRED, name) for name in names]


def _min_properties(
    compiler: SchemaCompiler,
    schema: Mapping[str, Any],
    value: Any,
    context: Context,
    literals: list[Literal],
) -> None:
    count = count_of(schema, "minProperties")
    if count:
        literals.append(compiler.table.keyword(kinds.MIN_PROPERTIES, count))


def _max_properties(
    compiler: SchemaCompiler,
    schema: Mapping[str, Any],
    value: Any,
    context: Context,
    literals: list[Literal],
) -> None:
    count = count_of(schema, "maxProperties")
    literals.append(compiler.table.keyword(kinds.MAX_PROPERTIES, count))


def _dependent_required(
    compiler: SchemaCompiler,
    schema: Mapping[str, Any],
    value: Any,
    context: Context,
    literals: list[Literal],
) -> None:
    table = compiler.table
    for name, names in _named_schemas(schema, "dependentRequired").items():
        needed = table.all_of(_all_required(table, schema, "dependentRequired", names))
        literals.append(unless_present(table, name, needed))


def _dependent_schemas(
    compiler: SchemaCompiler,
    schema: Mapping[str, Any],
    value: Any,
    context: Context,
    literals: list[Literal],
) -> None:
    for name, inner in _named_schemas(schema, "dependentSchemas").items():
        literal = compiler.here(inner, context)
        literals.append(unless_present(compiler.table, name, literal))


def _dependencies(
    compiler: SchemaCompiler,
    schema: Mapping[str, Any],
    value: Any,
    context: Context,
    literals: list[Literal],
) -> None:
    """Up to draft 7: property names (in draft 4 not one string alone) or a schema, by name."""
    table = compiler.table
    for name, inner in _named_schemas(schema, "dependencies").items():
        if isinstance(inner, list | tuple):
            literal = table.all_of(_all_required(table, schema, "dependencies", inner))
        else:
            literal = compiler.here(inner, context)
        literals.append(unless_present(table, name, literal))


HANDLERS = {
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
