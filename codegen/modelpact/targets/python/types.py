"""Types of the graph as Python type expressions."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from modelpact.graph.nodes import (
    Alias,
    AnyType,
    ArrayType,
    BooleanType,
    Enumeration,
    Graph,
    IntersectionType,
    LiteralType,
    MapType,
    NeverType,
    NullType,
    NumberType,
    Record,
    Reference,
    StringType,
    TupleType,
    Type,
    UnionType,
)
from modelpact.targets.python.context import Context
from modelpact.targets.python.forms import Form
from modelpact.targets.python.scalars import lengths, literal_forms, number_form, string_form
from modelpact.targets.python.text import string_literal
from modelpact.targets.python.tuples import tuple_form

__all__ = ["TypeWriter"]


class TypeWriter:
    """Writes type expressions for the module that a context is at."""

    def __init__(self, graph: Graph, context: Context) -> None:
        self._graph = graph
        self._context = context
        self._writers: dict[type[Type], Callable[[Any], Form]] = {
            StringType: partial(string_form, context),
            Reference: self._reference,
            NumberType: partial(number_form, context),
            BooleanType: self._boolean,
            UnionType: self._union,
            ArrayType: self._array,
            MapType: self._map,
            LiteralType: self._literal,
            TupleType: self._tuple,
            NullType: self._null,
            AnyType: self._any,
            NeverType: self._never,
            IntersectionType: self._intersection,
        }

    def text(self, type_: Type) -> str:
        """A whole expression."""
        return self.form(type_).text(self._context.uses)

    def form(self, type_: Type) -> Form:
        """A type, and what is said of it."""
        return self._writers[type(type_)](type_)

    def _null(self, _: NullType) -> Form:
        return Form("None")

    def _boolean(self, _: BooleanType) -> Form:
        return Form("bool")

    def _any(self, _: AnyType) -> Form:
        return Form(self._context.uses.of("JsonValue"))

    def _never(self, _: NeverType) -> Form:
        return Form(self._context.uses.of("Never"), marks=(self._context.uses.of("FORBIDDEN"),))

    def _literal(self, literal: LiteralType) -> Form:
        members = list(literal_forms(self._context, literal.values))
        return members[0] if len(members) == 1 else self._joined(members)

    def _tuple(self, tuple_: TupleType) -> Form:
        if not tuple_.items and tuple_.rest is not None:
            alike = ArrayType(tuple_.rest, tuple_.min_items, tuple_.max_items, tuple_.unique)
            return self._array(alike)
        items = [self.text(item.type) for item in tuple_.items]
        rest = None if tuple_.rest is None else self.text(tuple_.rest)
        return tuple_form(self._context, tuple_, items, rest) or self._never(NeverType())

    def _reference(self, reference: Reference) -> Form:
        definition = self._graph.definitions[reference.name]
        body = definition.body
        name = self._context.name(definition.name)
        if isinstance(body, Enumeration) and body.extensible:
            other = {"string": "str", "number": "float", "boolean": "bool"}.get(body.base)
            other = other or self._context.uses.of(
                "Integer" if body.base == "integer" else "JsonValue"
            )
            return Form(f"{name} | {other}", marks=(self._context.uses.of("KNOWN_FIRST"),))
        if isinstance(body, Alias) and _brand_of(body.type):
            form = self.form(body.type)
            return Form(name, form.arguments, form.marks)
        return Form(name)

    def _array(self, array: ArrayType) -> Form:
        limits = lengths(array.min_items, array.max_items)
        marks = (self._context.uses.of("UNIQUE"),) if array.unique else ()
        return Form(f"list[{self.text(array.items)}]", limits, marks)

    def _map(self, mapping: MapType) -> Form:
        limits = lengths(mapping.min_properties, mapping.max_properties)
        key = {"integer": "int", "boolean": "bool"}.get(mapping.key_kind)
        return Form(f"dict[{key or self.text(mapping.keys)}, {self.text(mapping.values)}]", limits)

    def _joined(self, members: Sequence[Form]) -> Form:
        """A union of several forms, null last."""
        return Form(" | ".join(member.text(self._context.uses) for member in members))

    def _union(self, union: UnionType) -> Form:
        members = [member for member in union.members if not isinstance(member, NullType)]
        null = len(members) < len(union.members)
        if union.exclusive:
            message = "oneOf is read as anyOf: a value of several members is not refused"
            self._context.less_exact("widened-type", message)
        if not members:
            return Form("None")
        forms = [self.form(member) for member in members]
        whole = forms[0] if len(forms) == 1 else self._joined(forms)
        tag = self._tag(union, members)
        if tag:
            whole = whole.saying((f"discriminator={string_literal(tag)}",), ())
        return whole.or_null(self._context.uses) if null else whole

    def _tag(self, union: UnionType, members: Sequence[Type]) -> str:
        """The field that tells the members apart, where Pydantic can use it."""
        found = union.discriminator
        if found is None or len(members) == 1:
            return ""
        fields = {self._tag_field(member, found.property) for member in members}
        return fields.pop() if len(fields) == 1 else ""

    def _tag_field(self, member: Type, tag: str) -> str:
        definition = self._graph.definitions[member.name] if isinstance(member, Reference) else None
        if definition is None or not isinstance(definition.body, Record):
            return ""
        for own in definition.body.properties:
            if own.name == tag and own.required and isinstance(own.type, LiteralType):
                strings = all(isinstance(value, str) for value in own.type.values)
                return self._context.names.fields[definition.name][tag] if strings else ""
        return ""

    def _intersection(self, intersection: IntersectionType) -> Form:
        """The first part where all are scalars; else any JSON value, so that nothing is lost."""
        scalars = StringType | NumberType | LiteralType
        message = "allOf is not checked as a whole"
        self._context.less_exact("widened-type", message)
        for part in intersection.parts:
            if isinstance(part, scalars):
                return self.form(part)
        return Form(self._context.uses.of("JsonValue"))


def _brand_of(type_: Type) -> str:
    return type_.brand if isinstance(type_, StringType | NumberType) else ""
