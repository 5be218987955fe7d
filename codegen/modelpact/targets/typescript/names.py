"""What everything is called in the package: types, files, and the few helper types."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final, TypeAlias

from modelpact.emit.naming import escaped, file_stem, type_name
from modelpact.emit.scope import DEVICE_NAMES, Scope, unique_names
from modelpact.graph.generics import generic_models
from modelpact.graph.nodes import (
    Alias,
    ArrayType,
    Definition,
    Graph,
    IntersectionType,
    MapType,
    NumberType,
    Record,
    StringType,
    TupleType,
    Type,
    UnionType,
)
from modelpact.targets.typescript.keywords import RESERVED

__all__ = ["HELPERS", "BrandedType", "Names", "names_of"]

HELPERS: Final = ("Brand", "DecimalString", "Int64String", "JsonValue")
"""The types that the package brings itself."""

BrandedType: TypeAlias = "StringType | NumberType"


@dataclass(frozen=True, slots=True)
class Names:
    """All names of a package.

    Attributes:
        types: Identifiers by definition name.
        files: File stems by identifier.
        generics: Identifiers of generic models, by their own name.
        brands: For each brand that no definition declares: its identifier.
        brand_types: The type that such a brand is declared as, by brand.
        helpers: Identifiers of the helper types, by their own name.

    """

    types: Mapping[str, str]
    files: Mapping[str, str]
    generics: Mapping[str, str]
    brands: Mapping[str, str]
    brand_types: Mapping[str, BrandedType]
    helpers: Mapping[str, str]

    def helper_import(self, helper: str) -> str:
        """How a helper is imported or exported: ``JsonValue as JsonValue2`` where that is taken."""
        local = self.helpers[helper]
        return helper if local == helper else f"{helper} as {local}"


def names_of(graph: Graph) -> Names:
    """Choose all names; nothing but the names of the graph's definitions and brands decides."""
    types = unique_names(graph.definitions, _type_identifier, reserved=RESERVED)
    found = _undeclared_brands(graph)
    scope = Scope((*RESERVED, *types.values()))
    generics = {m.name: scope.claim(_type_identifier(m.name)) for m in generic_models(graph)}
    brands = {brand: scope.claim(_type_identifier(brand)) for brand in sorted(found)}
    helpers = {helper: scope.claim(helper) for helper in HELPERS}
    identifiers = sorted((*types.values(), *generics.values(), *brands.values()))
    files = unique_names(identifiers, file_stem, reserved=DEVICE_NAMES, fold_case=True)
    return Names(types, files, generics, brands, found, helpers)


def _type_identifier(name: str) -> str:
    return escaped(type_name(name), RESERVED)


def _undeclared_brands(graph: Graph) -> dict[str, BrandedType]:
    declared = {_declared_brand(definition) for definition in graph.definitions.values()}
    found: dict[str, BrandedType] = {}
    for definition in graph.definitions.values():
        for branded in _branded(definition):
            if branded.brand not in declared:
                found.setdefault(branded.brand, branded)
    return found


def _declared_brand(definition: Definition) -> str:
    """The brand that a definition gives its own name to, or empty."""
    body = definition.body
    if isinstance(body, Alias) and isinstance(body.type, StringType | NumberType):
        return body.type.brand
    return ""


def _branded(definition: Definition) -> Iterator[BrandedType]:
    body = definition.body
    if isinstance(body, Alias):
        yield from _branded_in(body.type)
    elif isinstance(body, Record):
        for prop in body.properties:
            yield from _branded_in(prop.type)
        if body.extra is not None:
            yield from _branded_in(body.extra)
        for pattern in body.patterns:
            yield from _branded_in(pattern.type)


def _branded_in(type_: Type) -> Iterator[BrandedType]:
    match type_:
        case StringType() | NumberType():
            if type_.brand:
                yield type_
        case ArrayType():
            yield from _branded_in(type_.items)
        case MapType():
            yield from _branded_in(type_.keys)
            yield from _branded_in(type_.values)
        case TupleType():
            for item in type_.items:
                yield from _branded_in(item.type)
            if type_.rest is not None:
                yield from _branded_in(type_.rest)
        case UnionType(members=parts) | IntersectionType(parts=parts):
            for part in parts:
                yield from _branded_in(part)
        case _:
            return
