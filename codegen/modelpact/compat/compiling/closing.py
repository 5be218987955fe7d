"""What a tolerant writer writes: objects with declared properties only.

The effect is that of ``unevaluatedProperties: false`` beside the schema of each value, where its
composition declares properties at all: ``{}`` and maps stay open. Where at most one branch of an
``anyOf`` or ``oneOf`` can hold of an object, closing the branches is the same and much simpler.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from modelpact.compat.compiling.context import Context, SchemaCompiler
from modelpact.compat.compiling.contributions import evaluated_names
from modelpact.compat.compiling.objects import each_named, names_in
from modelpact.compat.compiling.unevaluated import other_names
from modelpact.compat.nodes import FALSE, Literal, NodeTable
from modelpact.compat.solving.disjointness import are_tagged
from modelpact.compat.values import OBJECT

__all__ = ["ClosingCompiler", "close"]

_IN_PLACE = frozenset(
    {"$ref", "$dynamicRef", "$recursiveRef", "allOf", "anyOf", "oneOf", "if", "then", "else",
     "dependentSchemas", "dependencies", "patternProperties"}
)  # fmt: skip


class ClosingCompiler(SchemaCompiler, Protocol):
    """A compiler that can compile a branch as if it were the whole value."""

    def valued_here(self, schema: Any, context: Context) -> Literal:
        """Compile a branch in place as if it spoke of the whole value."""
        ...

    def in_place(self, context: Context) -> Context:
        """The context of a branch in place."""
        ...


def close(  # noqa: PLR0911 - a decision list
    compiler: ClosingCompiler, schema: Mapping[str, Any], context: Context
) -> Literal:
    """The literal of a schema at the place of a value that somebody writes.

    Args:
        compiler: The compiler.
        schema: The schema of the value.
        context: Its place, in mode WRITTEN.

    """
    said = [k for k in schema if k in context.handlers]
    if "additionalProperties" in said or "unevaluatedProperties" in said:
        return compiler.here(schema, context)
    reference = schema["$ref"] if "$ref" in said else None
    if isinstance(reference, str) and (len(said) == 1 or context.dialect.ref_hides_siblings):
        return compiler.refer("$ref", reference, context)
    body = compiler.here(schema, context)
    if not compiler.table.may_of(body) & OBJECT:
        return body
    composing = [keyword for keyword in said if keyword in _IN_PLACE]
    if not composing:
        return _closed_over(compiler, body, schema, context)
    if len(composing) == 1 and "properties" not in said:
        closed = _by_branches(compiler, body, schema, composing[0], context)
        if closed is not None:
            return closed if said == composing else compiler.table.all_of([body, closed])
    contributions = evaluated_names(compiler, schema, compiler.in_place(context))
    if not any(contribution.declares for contribution in contributions):
        return body
    return compiler.table.all_of([body, *other_names(compiler, contributions, FALSE)])


def _closed_over(
    compiler: ClosingCompiler, body: Literal, schema: Mapping[str, Any], context: Context
) -> Literal:
    """A schema of plain properties: no other names."""
    if "properties" not in schema or "properties" not in context.handlers:
        return body
    names, table = schema["properties"], compiler.table
    return table.all_of([body, each_named(table, table.negate(names_in(table, names)), FALSE)])


def _by_branches(
    compiler: ClosingCompiler,
    body: Literal,
    schema: Mapping[str, Any],
    keyword: str,
    context: Context,
) -> Literal | None:
    """Close the branches one by one, where that is the same; ``None`` where it may not be."""
    table = compiler.table
    if keyword == "$ref":
        return compiler.refer("$ref", schema["$ref"], context)
    if keyword not in {"anyOf", "oneOf"}:
        return None
    branches = [compiler.here(branch, context) for branch in schema[keyword]]
    if not _exclude_each_other(table, branches) or FALSE in branches:
        return None  # a branch that holds of nothing may still declare what is written
    union = table.any_of([compiler.valued_here(branch, context) for branch in schema[keyword]])
    if keyword == "anyOf" or _differ_by_type(table, branches):
        return union
    return table.all_of([body, union])


def _differ_by_type(table: NodeTable, branches: Sequence[Literal]) -> bool:
    """Whether no value but an object can be in two branches, seen by type alone."""
    seen = 0
    for branch in branches:
        mask = table.may_of(branch) & ~OBJECT
        if mask & seen:
            return False
        seen |= mask
    return True


def _exclude_each_other(table: NodeTable, branches: Sequence[Literal]) -> bool:
    """Whether no object is in two branches, seen at little cost."""
    objects = tuple(branch for branch in branches if table.may_of(branch) & OBJECT)
    return len(objects) < 2 or are_tagged(table, objects)  # noqa: PLR2004 - a pair can overlap
