"""Keywords on strings."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from modelpact.compat.compiling.context import Context, SchemaCompiler, count_of, invalid
from modelpact.compat.formats import asserted_formats
from modelpact.compat.nodes import Literal, kinds

__all__ = ["HANDLERS"]


def _min_length(
    compiler: SchemaCompiler,
    schema: Mapping[str, Any],
    value: Any,
    context: Context,
    literals: list[Literal],
) -> None:
    count = count_of(schema, "minLength")
    if count:
        literals.append(compiler.table.keyword(kinds.MIN_LENGTH, count))


def _max_length(
    compiler: SchemaCompiler,
    schema: Mapping[str, Any],
    value: Any,
    context: Context,
    literals: list[Literal],
) -> None:
    literals.append(compiler.table.keyword(kinds.MAX_LENGTH, count_of(schema, "maxLength")))


def _pattern(
    compiler: SchemaCompiler,
    schema: Mapping[str, Any],
    value: Any,
    context: Context,
    literals: list[Literal],
) -> None:
    if not isinstance(value, str):
        raise invalid(schema, "pattern", "a regular expression")
    literals.append(compiler.table.keyword(kinds.PATTERN, value, compiler.policy.regex))


def _format(
    compiler: SchemaCompiler,
    schema: Mapping[str, Any],
    value: Any,
    context: Context,
    literals: list[Literal],
) -> None:
    if not isinstance(value, str):
        raise invalid(schema, "format", "a string")
    asserted = compiler.policy.formats == "assert"
    if asserted and value in asserted_formats(context.dialect.name):
        literals.append(compiler.table.keyword(kinds.FORMAT, value))


HANDLERS = {
    "minLength": _min_length,
    "maxLength": _max_length,
    "pattern": _pattern,
    "format": _format,
}
