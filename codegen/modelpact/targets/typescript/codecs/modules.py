"""The module of each type's codec: its decoded form, and the ways there and back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from modelpact.documents.pointers import ROOT
from modelpact.graph.nodes import (
    Alias,
    Definition,
    Graph,
    Location,
    Record,
    Reference,
    Type,
    UnionType,
)
from modelpact.targets.typescript.codecs.leaves import CodedTypes, codec_of
from modelpact.targets.typescript.codecs.walking import WalkWriter
from modelpact.targets.typescript.layout import Expression, Text, declared, listed
from modelpact.targets.typescript.module_scope import ModuleScope
from modelpact.targets.typescript.names import Names
from modelpact.targets.typescript.text import property_key, string_literal
from modelpact.targets.typescript.types import TypeWriter
from modelpact.targets.typescript.views import CodecView

__all__ = ["codecs_of"]

_INDENT = 2


@dataclass(frozen=True, slots=True)
class _DecodedWriter(TypeWriter):
    """Writes types in their decoded form: scalars as codecs have them, other types' own forms."""

    coded: CodedTypes = field(kw_only=True)
    decoded: dict[str, None] = field(default_factory=dict, kw_only=True)

    def expression(self, type_: Type, scope: ModuleScope) -> Expression:
        codec = codec_of(type_)
        if codec:
            return Text(f"Coded<C, {string_literal(codec)}>")
        if isinstance(type_, Reference) and type_.name in self.coded:
            name = scope.names.types[type_.name]
            self.decoded[name] = None
            return Text(f"{name}Decoded<C>")
        if isinstance(type_, UnionType) and not self.coded.holds(type_):
            return TypeWriter(self.graph, self.modifier).expression(type_, scope)
        # Not super(): a dataclass with slots is another class than the one written here.
        return TypeWriter.expression(self, type_, scope)


def codecs_of(
    graph: Graph, names: Names, modifier: str, judged: frozenset[str]
) -> tuple[CodecView, ...]:
    """The codecs of all types that hold scalars with one, in the order of their names.

    Args:
        graph: The contract.
        names: All names of the package.
        modifier: ``readonly `` with its space, or empty.
        judged: The identifiers of types that have a validator.

    """
    coded = CodedTypes(graph)
    found = [d for d in graph.definitions.values() if d.name in coded]
    views = (_view(definition, coded, names, modifier, judged) for definition in found)
    return tuple(sorted(views, key=lambda view: view.name))


def _view(
    definition: Definition,
    coded: CodedTypes,
    names: Names,
    modifier: str,
    judged: frozenset[str],
) -> CodecView:
    scope = ModuleScope(names, Location("", ROOT), prefix="models.")
    writer = _DecodedWriter(coded.graph, modifier, coded=coded)
    declaration = _declaration(definition, writer, scope)
    walk = WalkWriter(coded, names.types)
    name = names.types[definition.name]
    body = walk.body(definition)
    return CodecView(
        name=name,
        file=names.files[name],
        imports=tuple(_imports(scope, judged=name in judged)),
        decoded=tuple((n, names.files[n]) for n in sorted(writer.decoded) if n != name),
        declaration=declaration,
        walks=tuple(
            (other, names.files[other])
            for other in sorted(names.types[used] for used in walk.used)
            if other != name
        ),
        body=body,
        judged=name in judged,
    )


def _imports(scope: ModuleScope, *, judged: bool) -> Iterator[str]:
    """What its declarations name; a model may be called like anything of the runtime."""
    if scope.types or judged:
        yield 'import type * as models from "../index.js";'
    if scope.helpers:
        helpers = [scope.names.helper_import(helper) for helper in sorted(scope.helpers)]
        yield listed("import type", helpers, "../support.js")


def _declaration(definition: Definition, writer: _DecodedWriter, scope: ModuleScope) -> str:
    name = f"{scope.names.types[definition.name]}Decoded"
    generic = f"{name}<C extends Codecs = Native>"
    match definition.body:
        case Record() as record:
            return f"export interface {generic} {{\n{_members(record, writer, scope)}}}"
        case Alias(type=type_):
            start = f"export type {generic} ="
            return declared(start, writer.expression(type_, scope), 0) + ";"
        case _:
            return ""


def _members(record: Record, writer: _DecodedWriter, scope: ModuleScope) -> str:
    lines = []
    for prop in record.properties:
        mark = "" if prop.required or prop.name == record.tag else "?"
        prefix = f"  {writer.modifier}{property_key(prop.name)}{mark}:"
        lines.append(declared(prefix, writer.expression(prop.type, scope), _INDENT) + ";\n")
    if record.extra is not None:
        prefix = f"  {writer.modifier}[name: string]:"
        lines.append(f"{prefix} unknown;\n")
    return "".join(lines)
