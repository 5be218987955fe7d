"""Keywords on numbers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from modelpact.compat.compiling.context import Context, SchemaCompiler, invalid
from modelpact.compat.nodes import Literal, kinds
from modelpact.compat.values import Number, number_of
from modelpact.documents.values import is_number

__all__ = ["HANDLERS"]


def _number(schema: Mapping[str, Any], keyword: str) -> Number:
    value = schema[keyword]
    if not is_number(value):
        raise invalid(schema, keyword, "a number")
    try:
        return number_of(value)
    except ValueError as error:
        raise invalid(schema, keyword, "a finite number") from error


def _bound(
    compiler: SchemaCompiler,
    schema: Mapping[str, Any],
    keyword: str,
    context: Context,
    literals: list[Literal],
) -> None:
    kind = kinds.MINIMUM if keyword == "minimum" else kinds.MAXIMUM
    exclusive = False
    if not context.dialect.knows("const"):  # draft 4 has a flag beside the bound
        flag = "exclusiveMinimum" if keyword == "minimum" else "exclusiveMaximum"
        exclusive = schema.get(flag) is True
    literals.append(compiler.table.keyword(kind, _number(schema, keyword), exclusive))


def _minimum(
    compiler: SchemaCompiler,
    schema: Mapping[str, Any],
    value: Any,
    context: Context,
    literals: list[Literal],
) -> None:
    _bound(compiler, schema, "minimum", context, literals)


def _maximum(
    compiler: SchemaCompiler,
    schema: Mapping[str, Any],
    value: Any,
    context: Context,
    literals: list[Literal],
) -> None:
    _bound(compiler, schema, "maximum", context, literals)


def _exclusive(
    compiler: SchemaCompiler,
    schema: Mapping[str, Any],
    keyword: str,
    context: Context,
    literals: list[Literal],
) -> None:
    if not context.dialect.knows("const"):
        if not isinstance(schema[keyword], bool):
            raise invalid(schema, keyword, "true or false in draft 4")
        return
    kind = kinds.MINIMUM if keyword == "exclusiveMinimum" else kinds.MAXIMUM
    literals.append(compiler.table.keyword(kind, _number(schema, keyword), True))


def _exclusive_minimum(
    compiler: SchemaCompiler,
    schema: Mapping[str, Any],
    value: Any,
    context: Context,
    literals: list[Literal],
) -> None:
    _exclusive(compiler, schema, "exclusiveMinimum", context, literals)


def _exclusive_maximum(
    compiler: SchemaCompiler,
    schema: Mapping[str, Any],
    value: Any,
    context: Context,
    literals: list[Literal],
) -> None:
    _exclusive(compiler, schema, "exclusiveMaximum", context, literals)


def _multiple_of(
    compiler: SchemaCompiler,
    schema: Mapping[str, Any],
    value: Any,
    context: Context,
    literals: list[Literal],
) -> None:
    divisor = _number(schema, "multipleOf")
    if divisor <= 0:
        raise invalid(schema, "multipleOf", "a number above zero")
    literals.append(compiler.table.keyword(kinds.MULTIPLE_OF, divisor))


HANDLERS = {
    "minimum": _minimum,
    "maximum": _maximum,
    "exclusiveMinimum": _exclusive_minimum,
    "exclusiveMaximum": _exclusive_maximum,
    "multipleOf": _multiple_of,
}
