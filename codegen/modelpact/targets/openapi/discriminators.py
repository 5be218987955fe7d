"""Which unions of components an OpenAPI ``discriminator`` describes.

OpenAPI 3.1 allows one beside ``oneOf`` or ``anyOf`` of references, over a required string property
(specification 3.1.1, section 4.8.25). The type graph has found the property and the tags.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import cast

from modelpact.documents.values import Json, JsonObject
from modelpact.graph.nodes import (
    Alias,
    ArrayType,
    Definition,
    Discriminator,
    Enumeration,
    Graph,
    IntersectionType,
    MapType,
    NullType,
    Record,
    Reference,
    TupleType,
    Type,
    UnionType,
    schema_of,
)
from modelpact.targets.openapi.names import COMPONENTS

__all__ = ["Discriminators"]


class Discriminators:
    """The discriminators of a graph, looked up by the names of a union's members."""

    def __init__(self, graph: Graph, components: Mapping[str, str]) -> None:
        self._graph = graph
        self._components = components
        self._found: dict[tuple[str, ...], Discriminator] | None = None

    def of(self, members: Sequence[str]) -> JsonObject | None:
        """The Discriminator Object for a union of definitions; ``None`` where there is none."""
        if self._found is None:
            self._found = dict(self._search())
        found = self._found.get(tuple(members))
        if found is None or not self._stated(members, found):
            return None
        mapping = {
            cast("str", tag): COMPONENTS + self._components[member]
            for member, tags in zip(members, found.tags, strict=True)
            for tag in tags
        }
        return {"propertyName": found.property, "mapping": mapping}

    def _search(self) -> Iterator[tuple[tuple[str, ...], Discriminator]]:
        for definition in self._graph.definitions.values():
            for held in _types(definition):
                for union in _unions(held):
                    names = _member_names(union)
                    if names and union.discriminator is not None:
                        yield names, union.discriminator

    def _stated(self, members: Sequence[str], found: Discriminator) -> bool:
        tags = [tag for own in found.tags for tag in own]
        strings = all(isinstance(tag, str) for tag in tags) and len(set(tags)) == len(tags)
        return strings and all(self._requires(name, found.property, 0) for name in members)

    def _requires(self, name: str, tag: str, depth: int) -> bool:
        """Whether the schema itself, and not only the type graph, demands the tag."""
        definition = self._graph.definitions[name]
        body = definition.body
        if isinstance(body, Alias) and isinstance(body.type, Reference | UnionType):
            inner = body.type if isinstance(body.type, UnionType) else UnionType((body.type,))
            names = _member_names(inner)
            return (
                bool(names)
                and depth < len(self._graph.definitions)
                and all(self._requires(member, tag, depth + 1) for member in names)
            )
        return isinstance(body, Record) and _states_required(schema_of(definition), body, tag)


def _states_required(schema: JsonObject, body: Record, tag: str) -> bool:
    required: Json = schema.get("required")
    if isinstance(required, Sequence) and tag in required:
        return True
    composed = "allOf" in schema or "$ref" in schema
    return composed and any(p.name == tag and p.required for p in body.properties)


def _member_names(union: UnionType) -> tuple[str, ...]:
    """The members other than null, where all of them are definitions."""
    members = [member for member in union.members if not isinstance(member, NullType)]
    names = tuple(member.name for member in members if isinstance(member, Reference))
    return names if len(names) == len(members) else ()


def _types(definition: Definition) -> Iterator[Type]:
    body = definition.body
    if isinstance(body, Alias):
        yield body.type
    elif not isinstance(body, Enumeration):
        yield from (member.type for member in body.properties)
        yield from (member.type for member in body.patterns)
        if body.extra is not None:
            yield body.extra


def _unions(held: Type) -> Iterator[UnionType]:
    if isinstance(held, UnionType):
        yield held
    for part in _parts(held):
        yield from _unions(part)


def _parts(held: Type) -> tuple[Type, ...]:
    match held:
        case UnionType(members=parts) | IntersectionType(parts=parts):
            return parts
        case ArrayType(items=items):
            return (items,)
        case MapType(values=values):
            return (values,)
        case TupleType(items=items, rest=rest):
            return (*(item.type for item in items), *((rest,) if rest is not None else ()))
        case _:
            return ()
