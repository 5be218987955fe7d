"""Default values as Python expressions."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from modelpact.documents.values import Json
from modelpact.emit.json_text import json_text
from modelpact.graph.nodes import (
    Alias,
    AnyType,
    ArrayType,
    BooleanType,
    Definition,
    Enumeration,
    Graph,
    LiteralType,
    MapType,
    NullType,
    NumberType,
    Property,
    Reference,
    StringType,
    Type,
    UnionType,
)
from modelpact.targets.python.context import Context
from modelpact.targets.python.formats import form_of
from modelpact.targets.python.names import member_names
from modelpact.targets.python.text import python_literal, string_literal
from modelpact.targets.python.types import TypeWriter

__all__ = ["DefaultWriter"]


class DefaultWriter:
    """Writes default values for the module that a context is at."""

    def __init__(self, graph: Graph, context: Context, types: TypeWriter) -> None:
        self._graph = graph
        self._context = context
        self._types = types

    def plain(self, type_: Type, value: Json) -> str | None:
        """A literal that is of the type for every type checker; ``None`` where none is."""
        if isinstance(type_, UnionType):
            found = (self.plain(member, value) for member in type_.members)
            return next((text for text in found if text is not None), None)
        if isinstance(type_, Reference):
            return self._member(self._graph.definitions[type_.name], value)
        return python_literal(value) if _is_plain(type_, value) else None

    def made(self, type_: Type, value: Json) -> str:
        """A function that reads the value from JSON."""
        made = self._context.uses.of("FromJson")
        text = string_literal(json_text(value))
        return f"{made}(lambda: {self._types.text(type_)}, {text})"

    def assigned(self, member: Property) -> str:
        """What stands behind ``=``: empty where the caller has to say it, or nothing is absent."""
        uses = self._context.uses
        value = member.default
        if member.required:
            if (
                value is None
                and isinstance(member.type, LiteralType)
                and len(member.type.values) == 1
            ):
                plain = self.plain(member.type, member.type.values[0])
                return f"{uses.of('Always')}({plain})" if plain is not None else ""
            if value is None:
                return ""
            plain = self.plain(member.type, value.value)
            inner = plain if plain is not None else f"factory={self.made(member.type, value.value)}"
            return f"{uses.of('Always')}({inner})"
        if value is None or (value.value is None and not self._is_nullable(member.type)):
            return "None" if self._is_nullable(member.type) else ""
        plain = self.plain(member.type, value.value)
        if plain is not None:
            return plain
        made = self.made(member.type, value.value)
        return f"{uses.of('Field')}(default_factory={made})"

    def _is_nullable(self, type_: Type) -> bool:
        """Whether null is a value of a type."""
        if isinstance(type_, StringType | NumberType | ArrayType):
            return False
        for _ in self._graph.definitions:  # an alias of an alias ends before all are used up
            if not isinstance(type_, Reference):
                break
            body = self._graph.definitions[type_.name].body
            if not isinstance(body, Alias):
                break
            type_ = body.type
        if isinstance(type_, UnionType):
            return any(self._is_nullable(member) for member in type_.members)
        literal = isinstance(type_, LiteralType) and None in type_.values
        return literal or isinstance(type_, NullType | AnyType)

    def _member(self, definition: Definition, value: Json) -> str | None:
        body = definition.body
        if not isinstance(body, Enumeration):
            return None
        for member, name in zip(body.members, member_names(body), strict=True):
            if member.value == value and type(member.value) is type(value):
                return f"{self._context.name(definition.name)}.{name}"
        return None


def _is_plain(type_: Type, value: Json) -> bool:
    """Whether the literal of a JSON value is a value of the Python type."""
    match type_:
        case ArrayType(items=items):
            return isinstance(value, list | tuple) and all(_is_plain(items, v) for v in value)
        case MapType(key_kind="string", values=values, keys=StringType(brand="")):
            return isinstance(value, Mapping) and all(_is_plain(values, v) for v in value.values())
        case LiteralType(values):
            return isinstance(value, str | int | None) and any(
                value == own and type(value) is type(own) for own in values
            )
        case _:
            return _is_plain_scalar(type_, value)


def _is_plain_scalar(type_: Type, value: Json) -> bool:
    match type_:
        case NullType():
            return value is None
        case BooleanType():
            return isinstance(value, bool)
        case NumberType(brand=""):
            real = isinstance(value, float | Decimal) and not type_.integer
            return real or (isinstance(value, int) and not isinstance(value, bool))
        case StringType(brand=""):
            return isinstance(value, str) and not form_of(type_).native
        case _:
            return False
