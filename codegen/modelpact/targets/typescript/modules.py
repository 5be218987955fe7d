"""From a definition to the module that declares it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from modelpact.documents.pointers import ROOT
from modelpact.documents.values import Json
from modelpact.emit.facts import facts_of
from modelpact.emit.naming import identifier, pascal_case
from modelpact.emit.scope import Scope
from modelpact.emit.target import Diagnostic
from modelpact.graph.generics import GenericModel
from modelpact.graph.nodes import (
    Alias,
    Definition,
    Enumeration,
    Location,
    Member,
    NumberType,
    Property,
    Record,
    StringType,
    Unexpressed,
)
from modelpact.targets.typescript import layout
from modelpact.targets.typescript.docs import (
    definition_comment,
    member_comment,
    property_comment,
    record_facts,
)
from modelpact.targets.typescript.extras import extra_members
from modelpact.targets.typescript.layout import WIDTH, Expression, Text, Union, declared
from modelpact.targets.typescript.module_scope import ModuleScope
from modelpact.targets.typescript.names import Names
from modelpact.targets.typescript.scalars import branded, literals
from modelpact.targets.typescript.text import comment, literal, property_key
from modelpact.targets.typescript.types import TypeWriter
from modelpact.targets.typescript.views import LineView, ModuleView

__all__ = ["ModulePlanner"]

_INDENT: Final = 2
_OPEN_BASES: Final = {
    "string": (Text("(string & {})"),),
    "integer": (Text("(number & {})"),),
    "number": (Text("(number & {})"),),
    "boolean": (Text("boolean"),),
    "mixed": (Text("(string & {})"), Text("(number & {})"), Text("boolean"), Text("null")),
}
"""Any value of an extensible enumeration's base, written so that editors still offer the known."""


@dataclass(frozen=True, slots=True)
class ModulePlanner:
    """Plans the modules of one package."""

    names: Names
    writer: TypeWriter
    generics: tuple[GenericModel, ...] = ()

    def generic(self, model: GenericModel) -> ModuleView:
        """The module of a generic model; what it cannot say its instances have told."""
        scope = ModuleScope(self.names, Location("", ROOT))
        name = self.names.generics[model.name]
        members = [self._property(prop, model.record, scope) for prop in model.record.properties]
        members += extra_members(model.record, self.writer, scope)
        kinds = " and ".join(f"`{self.names.types[instance]}`" for instance in model.instances)
        several = comment([f"What {kinds} have in common."]) if len(model.instances) > 1 else ""
        return ModuleView(
            name=name,
            file=self._file(name),
            kind="interface",
            comment=several if len(several) <= WIDTH else "",
            members=tuple(members),
            parameters=f"<{', '.join(model.parameters)}>",
        )

    def definition(self, definition: Definition) -> tuple[ModuleView, tuple[Diagnostic, ...]]:
        """The module of a definition, and what it states less exactly."""
        scope = ModuleScope(self.names, definition.location)
        _report(definition.unexpressed, scope)
        match definition.body:
            case Record() as record:
                module = self._interface(definition, record, scope)
                model = self._model_of(definition)
                if model is not None:
                    module = self._instance(definition, record, model, scope)
            case Enumeration() as enumeration:
                module = self._enumeration(definition, enumeration, scope)
            case Alias() as alias:
                module = self._alias(definition, alias, scope)
        return module, tuple(scope.diagnostics)

    def _model_of(self, definition: Definition) -> GenericModel | None:
        return next((m for m in self.generics if definition.name in m.instances), None)

    def _instance(
        self, definition: Definition, record: Record, model: GenericModel, scope: ModuleScope
    ) -> ModuleView:
        """An instance of a generic, as an alias; what its interface would lose has been told."""
        arguments = model.instances[definition.name]
        written = [layout.flat(self.writer.expression(argument, scope)) for argument in arguments]
        origin = scope.use(self.names.generics[model.name]).text
        comment_ = definition_comment(definition, record_facts(record))
        name = self.names.types[definition.name]
        return self._aliased(name, comment_, Text(f"{origin}<{', '.join(written)}>"))

    def brand(self, brand: str) -> ModuleView:
        """The module of a brand that no definition declares."""
        scope = ModuleScope(self.names, Location("", ROOT))
        name = self.names.brands[brand]
        expression = branded(self.names.brand_types[brand], scope)
        return self._aliased(name, "", expression)

    def _interface(self, definition: Definition, record: Record, scope: ModuleScope) -> ModuleView:
        name = self.names.types[definition.name]
        members = [self._property(prop, record, scope) for prop in record.properties]
        scope.location = definition.location
        members += extra_members(record, self.writer, scope)
        return ModuleView(
            name=name,
            file=self._file(name),
            kind="interface",
            comment=definition_comment(definition, record_facts(record)),
            members=tuple(members),
        )

    def _property(self, prop: Property, record: Record, scope: ModuleScope) -> LineView:
        scope.location = prop.location
        if prop.unexpressed:
            _report(prop.unexpressed, scope)
        expression = self.writer.expression(prop.type, scope)
        mark = "" if prop.required or prop.name == record.tag else "?"
        prefix = f"  {self.writer.modifier}{property_key(prop.name)}{mark}:"
        return LineView(
            comment=property_comment(prop, facts_of(prop.type)),
            declaration=declared(prefix, expression, _INDENT),
        )

    def _enumeration(
        self, definition: Definition, enumeration: Enumeration, scope: ModuleScope
    ) -> ModuleView:
        name = self.names.types[definition.name]
        literals([member.value for member in enumeration.members], scope, "")
        known: Expression = Text(f"(typeof {name})[keyof typeof {name}]")
        if enumeration.extensible:
            known = Union((known, *_OPEN_BASES[enumeration.base]))
        keys = _member_names(enumeration.members)
        return ModuleView(
            name=name,
            file=self._file(name),
            kind="enumeration",
            comment=definition_comment(definition),
            members=tuple(map(_constant, keys, enumeration.members)),
            type=_type_clause(name, known),
        )

    def _alias(self, definition: Definition, alias: Alias, scope: ModuleScope) -> ModuleView:
        name = self.names.types[definition.name]
        type_ = alias.type
        if isinstance(type_, StringType | NumberType) and type_.brand:
            expression = branded(type_, scope)
        else:
            expression = self.writer.expression(type_, scope)
        comment = definition_comment(definition, facts_of(type_))
        return self._aliased(name, comment, expression)

    def _aliased(self, name: str, comment: str, expression: Expression) -> ModuleView:
        return ModuleView(
            name=name,
            file=self._file(name),
            kind="alias",
            comment=comment,
            type=_type_clause(name, expression),
        )

    def _file(self, name: str) -> str:
        return f"models/{self.names.files[name]}"


def _type_clause(name: str, expression: Expression) -> str:
    """All that follows ``export type Name``."""
    start = f"export type {name}"
    return declared(f"{start} =", expression, 0).removeprefix(start)


def _report(demands: tuple[Unexpressed, ...], scope: ModuleScope) -> None:
    for demand in demands:
        scope.lose(
            "unchecked-keyword",
            f"{demand.keyword} is stated in the documentation and not by the type",
            demand.location,
        )


def _constant(key: str, member: Member) -> LineView:
    value = _value(member.value)
    fits = len(key) + len(value) + 5 <= WIDTH or not isinstance(member.value, str)
    return LineView(
        comment=member_comment(member),
        declaration=f"  readonly {key}: {literal(member.value)}",
        value=f"  {key}: {value}" if fits else f"  {key}:\n    {value}",
    )


def _value(value: Json) -> str:
    """A value as JavaScript: what JSON.parse makes of it, where no number holds it exactly."""
    text = literal(value, "")
    return str(value) if text == "number" else text


def _member_names(members: tuple[Member, ...]) -> list[str]:
    """Keys of the constant object; no key is ever ``__proto__``, which would set a prototype."""
    scope = Scope()
    return [scope.claim(identifier(pascal_case(member.name))) for member in members]
