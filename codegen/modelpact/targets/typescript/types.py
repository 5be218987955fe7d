"""From types of the graph to type expressions."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Final

from modelpact.documents.values import Json
from modelpact.emit.naming import escaped
from modelpact.graph.generics import Parameter
from modelpact.graph.nodes import (
    AnyType,
    ArrayType,
    BooleanType,
    Discriminator,
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
    TupleItem,
    TupleType,
    Type,
    UnionType,
)
from modelpact.targets.typescript import layout
from modelpact.targets.typescript.combinations import MOST_COMBINATIONS, expressible_parts
from modelpact.targets.typescript.keys import key_of
from modelpact.targets.typescript.keywords import RESERVED
from modelpact.targets.typescript.layout import Expression, Text
from modelpact.targets.typescript.module_scope import ModuleScope
from modelpact.targets.typescript.scalars import literals, number, string, union_of
from modelpact.targets.typescript.text import literal, property_key

__all__ = ["TypeWriter"]


@dataclass(frozen=True, slots=True)
class TypeWriter:
    """Writes the types of one package.

    Attributes:
        graph: What references lead to.
        modifier: ``readonly `` with its space, or empty.

    """

    graph: Graph
    modifier: str

    def expression(self, type_: Type, scope: ModuleScope) -> Expression:
        """The expression of a type; what it uses is noted in the scope."""
        return _WRITERS[type(type_)](self, type_, scope)

    def of_reference(self, type_: Reference, scope: ModuleScope) -> Expression:
        """Another type of the package, by its identifier."""
        return scope.use(scope.names.types[type_.name])

    def of_literals(self, type_: LiteralType, scope: ModuleScope) -> Expression:
        """``"a" | 1``."""
        return literals(type_.values, scope, self.modifier)

    def of_array(self, type_: ArrayType, scope: ModuleScope) -> Expression:
        """``readonly T[]``."""
        return layout.Array(self.expression(type_.items, scope), self.modifier)

    def of_map(self, type_: MapType, scope: ModuleScope) -> Expression:
        """``{ readonly [key: string]: T }``."""
        prefix = f"{self.modifier}{key_of(type_, self.graph, scope)}:"
        return layout.Object(prefix, self.expression(type_.values, scope))

    def of_tuple(self, type_: TupleType, scope: ModuleScope) -> Expression:
        """``readonly [date: string, value?: number]``: all positions have labels, or none has."""
        labelled = any(_label(item) for item in type_.items)
        elements = []
        for index, item in enumerate(type_.items):
            optional = "?" if index >= type_.required else ""
            expression = self.expression(item.type, scope)
            if labelled:
                prefix = f"{_label(item) or f'item{index}'}{optional}:"
                elements.append(layout.Element(prefix, expression))
            elif optional and layout.needs_parentheses(expression):
                elements.append(layout.Element("(", expression, ")?"))
            else:
                elements.append(layout.Element("", expression, optional))
        if type_.rest is not None:
            rest = layout.Array(self.expression(type_.rest, scope), "")
            elements.append(layout.Element("...rest:" if labelled else "...", rest))
        return layout.Tuple(tuple(elements), self.modifier)

    def of_union(self, type_: UnionType, scope: ModuleScope) -> Expression:
        """``A | B | null``; what a discriminator tells apart narrows by it."""
        if type_.exclusive:
            scope.lose(
                "unchecked-keyword",
                "oneOf with members that overlap: the type accepts what several of them accept",
            )
        members = []
        for member, tags in zip(type_.members, _tags(type_), strict=True):
            expression = self.expression(member, scope)
            if type_.discriminator is not None and tags:
                expression = self._tagged(expression, member, type_.discriminator, tags)
            members.append(expression)
        return union_of(members)

    def of_intersection(self, type_: IntersectionType, scope: ModuleScope) -> Expression:
        """``A & B``, as far as compilers multiply unions out."""
        parts = expressible_parts(type_.parts, self.graph)
        if len(parts) < len(type_.parts):
            scope.lose(
                "widened-intersection",
                f"an intersection of unions has more than {MOST_COMBINATIONS} combinations:"
                f" the type states {len(parts)} of its {len(type_.parts)} parts",
            )
        return _intersection(self.expression(part, scope) for part in parts)

    def _tagged(
        self,
        expression: Expression,
        member: Type,
        discriminator: Discriminator,
        tags: tuple[Json, ...],
    ) -> Expression:
        """The member, with its tag stated where its own declaration does not say it."""
        body = self.graph[member.name].body if isinstance(member, Reference) else None
        if not isinstance(body, Record):
            return expression
        own = next((p for p in body.properties if p.name == discriminator.property), None)
        if own is not None and isinstance(own.type, LiteralType):
            return expression
        tag = union_of([Text(literal(value)) for value in tags])
        prefix = f"{self.modifier}{property_key(discriminator.property)}:"
        return _intersection([expression, layout.Object(prefix, tag)])


def _label(item: TupleItem) -> str:
    fits = item.label.isascii() and item.label.isidentifier()
    return escaped(item.label, RESERVED) if fits else ""


def _tags(type_: UnionType) -> list[tuple[Json, ...]]:
    """For each member the values that choose it."""
    given = iter(type_.discriminator.tags if type_.discriminator else ())
    return [() if isinstance(m, NullType) else next(given, ()) for m in type_.members]


def _intersection(parts: Iterable[Expression]) -> Expression:
    unique = tuple(dict.fromkeys(parts))
    return unique[0] if len(unique) == 1 else layout.Intersection(unique)


def _constant(text: str) -> Callable[[TypeWriter, Type, ModuleScope], Expression]:
    expression = Text(text)
    return lambda _writer, _type, _scope: expression


def _parameter(_writer: TypeWriter, type_: Parameter, _scope: ModuleScope) -> Expression:
    """The parameter of a generic, which is the module's own."""
    return Text(type_.name)


_WRITERS: Final[dict[type, Callable[[TypeWriter, Any, ModuleScope], Expression]]] = {
    Reference: TypeWriter.of_reference,
    Parameter: _parameter,
    StringType: lambda _writer, type_, scope: string(type_, scope),
    NumberType: lambda _writer, type_, scope: number(type_, scope),
    BooleanType: _constant("boolean"),
    NullType: _constant("null"),
    NeverType: _constant("never"),
    AnyType: lambda _writer, _type, scope: scope.helper("JsonValue"),
    LiteralType: TypeWriter.of_literals,
    ArrayType: TypeWriter.of_array,
    TupleType: TypeWriter.of_tuple,
    MapType: TypeWriter.of_map,
    UnionType: TypeWriter.of_union,
    IntersectionType: TypeWriter.of_intersection,
}
