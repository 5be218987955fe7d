"""Members of an object beyond those that have names: index signatures.

An index signature speaks of all members of an interface, the named ones included: its type is the
union of what others are and of what those named members are that it covers.
"""

from __future__ import annotations

from typing import Final

from modelpact.graph.nodes import AnyType, Property, Record
from modelpact.targets.typescript import layout
from modelpact.targets.typescript.keys import ANY_KEY, key_prefix, prefix_key
from modelpact.targets.typescript.layout import Expression, Text, declared
from modelpact.targets.typescript.module_scope import ModuleScope
from modelpact.targets.typescript.scalars import union_of
from modelpact.targets.typescript.types import TypeWriter
from modelpact.targets.typescript.views import LineView

__all__ = ["extra_members"]

_PLAIN: Final = frozenset({"string", "number", "boolean", "null"})


def extra_members(record: Record, writer: TypeWriter, scope: ModuleScope) -> list[LineView]:
    """The index signatures of a record; none where it has no others."""
    others = [writer.expression(pattern.type, scope) for pattern in record.patterns]
    key, covered = ANY_KEY, record.properties
    if record.extras == "open":
        others.append(writer.expression(record.extra or AnyType(), scope))
    elif record.patterns:
        key, covered = _pattern_key(record, scope)
    if others:
        return [_signature(key, others, covered, writer, scope)]
    if record.properties:
        return []
    return [LineView("", f"  {writer.modifier}{ANY_KEY}: never")]


def _pattern_key(record: Record, scope: ModuleScope) -> tuple[str, tuple[Property, ...]]:
    """The key of members that match a pattern, and the named members that it covers."""
    prefix = key_prefix(record.patterns[0].pattern) if len(record.patterns) == 1 else None
    if prefix is None:
        scope.lose("widened-keys", "Patterns of members' names are not checked by the type")
        return ANY_KEY, record.properties
    return prefix_key(prefix), tuple(p for p in record.properties if p.name.startswith(prefix))


def _signature(
    key: str,
    others: list[Expression],
    covered: tuple[Property, ...],
    writer: TypeWriter,
    scope: ModuleScope,
) -> LineView:
    members = list(others)
    any_json = Text(scope.names.helpers["JsonValue"])
    for prop in covered:
        expression = writer.expression(prop.type, scope)
        if not (any_json in others and _is_plain(expression)):
            members.append(expression)
    if any(not prop.required for prop in covered):
        members.append(Text("undefined"))
    return LineView("", declared(f"  {writer.modifier}{key}:", union_of(members), 2))


def _is_plain(expression: Expression) -> bool:
    """Whether ``JsonValue`` surely covers it."""
    match expression:
        case Text(text):
            return text in _PLAIN or text[:1] == '"'
        case layout.Union(members):
            return all(map(_is_plain, members))
        case layout.Array(item) | layout.Object(type=item):
            return _is_plain(item)
        case _:
            return False
