"""Types, finite sets, and combinations of schemas."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from modelpact.compat.compiling.context import Context, SchemaCompiler, invalid
from modelpact.compat.nodes import Literal, kinds
from modelpact.compat.values import TYPE_MASKS, key_of

__all__ = ["HANDLERS"]


def _type(
    compiler: SchemaCompiler,
    schema: Mapping[str, Any],
    value: Any,
    context: Context,
    literals: list[Literal],
) -> None:
    names = (value,) if isinstance(value, str) else value
    if not isinstance(names, list | tuple):
        raise invalid(schema, "type", "a type's name or a list of them")
    mask = 0
    for name in names:
        if not isinstance(name, str) or name not in TYPE_MASKS:
            raise invalid(schema, "type", "one of " + ", ".join(TYPE_MASKS))
        mask |= TYPE_MASKS[name]
    literals.append(compiler.table.types(mask))
    if not context.dialect.fractions_are_integers and "integer" in names and "number" not in names:
        literals.append(compiler.table.keyword(kinds.SPELLED_INTEGER))


def _enum(
    compiler: SchemaCompiler,
    schema: Mapping[str, Any],
    value: Any,
    context: Context,
    literals: list[Literal],
) -> None:
    if not isinstance(value, list | tuple):
        raise invalid(schema, "enum", "a list of values")
    literals.append(compiler.table.values([key_of(member) for member in value]))


def _const(
    compiler: SchemaCompiler,
    schema: Mapping[str, Any],
    value: Any,
    context: Context,
    literals: list[Literal],
) -> None:
    literals.append(compiler.table.values((key_of(value),)))


def _branches(
    compiler: SchemaCompiler, schema: Mapping[str, Any], keyword: str, context: Context
) -> list[Literal]:
    value = schema[keyword]
    if not isinstance(value, list | tuple) or not value:
        raise invalid(schema, keyword, "a list of schemas, not empty")
    return [compiler.here(branch, context) for branch in value]


def _all_of(
    compiler: SchemaCompiler,
    schema: Mapping[str, Any],
    value: Any,
    context: Context,
    literals: list[Literal],
) -> None:
    literals.extend(_branches(compiler, schema, "allOf", context))


def _any_of(
    compiler: SchemaCompiler,
    schema: Mapping[str, Any],
    value: Any,
    context: Context,
    literals: list[Literal],
) -> None:
    literals.append(compiler.table.any_of(_branches(compiler, schema, "anyOf", context)))


def _one_of(
    compiler: SchemaCompiler,
    schema: Mapping[str, Any],
    value: Any,
    context: Context,
    literals: list[Literal],
) -> None:
    literals.append(compiler.table.one_of(_branches(compiler, schema, "oneOf", context)))


def _not(
    compiler: SchemaCompiler,
    schema: Mapping[str, Any],
    value: Any,
    context: Context,
    literals: list[Literal],
) -> None:
    literals.append(compiler.table.negate(compiler.test(value, context)))


def _if(
    compiler: SchemaCompiler,
    schema: Mapping[str, Any],
    value: Any,
    context: Context,
    literals: list[Literal],
) -> None:
    table = compiler.table
    condition = compiler.test(value, context)
    if "then" in schema:
        then = compiler.here(schema["then"], context)
        literals.append(table.any_of([table.negate(condition), then]))
    if "else" in schema:
        literals.append(table.any_of([condition, compiler.here(schema["else"], context)]))


def _ref(
    compiler: SchemaCompiler,
    schema: Mapping[str, Any],
    value: Any,
    context: Context,
    literals: list[Literal],
) -> None:
    if not isinstance(value, str):
        raise invalid(schema, "$ref", "a reference")
    literals.append(compiler.refer(value, context))


def _dynamic_ref(
    compiler: SchemaCompiler,
    schema: Mapping[str, Any],
    value: Any,
    context: Context,
    literals: list[Literal],
) -> None:
    if not isinstance(value, str):
        raise invalid(schema, "$dynamicRef", "a reference")
    literals.append(compiler.refer_dynamically("$dynamicRef", value, context))


def _recursive_ref(
    compiler: SchemaCompiler,
    schema: Mapping[str, Any],
    value: Any,
    context: Context,
    literals: list[Literal],
) -> None:
    if not isinstance(value, str):
        raise invalid(schema, "$recursiveRef", "a reference")
    literals.append(compiler.refer_dynamically("$recursiveRef", value, context))


HANDLERS = {
    "type": _type,
    "enum": _enum,
    "const": _const,
    "allOf": _all_of,
    "anyOf": _any_of,
    "oneOf": _one_of,
    "not": _not,
    "if": _if,
    "$ref": _ref,
    "$dynamicRef": _dynamic_ref,
    "$recursiveRef": _recursive_ref,
}
