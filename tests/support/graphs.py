"""Small graphs for tests of targets."""

from __future__ import annotations

from modelpact.graph.nodes import Alias, Definition, Graph, Property, Record, Type

__all__ = ["alias", "graph_of", "optional", "record", "required"]


def graph_of(*definitions: Definition, name: str = "shop") -> Graph:
    """A graph of some definitions."""
    return Graph(name, {definition.name: definition for definition in definitions})


def record(name: str, *properties: Property) -> Definition:
    """A definition of an object that says nothing of other members."""
    return Definition(name, Record(properties))


def alias(name: str, type_: Type) -> Definition:
    """A definition of another type."""
    return Definition(name, Alias(type_))


def required(name: str, type_: Type) -> Property:
    """A property that must be there."""
    return Property(name, type_, required=True)


def optional(name: str, type_: Type) -> Property:
    """A property that may be absent."""
    return Property(name, type_, required=False)
