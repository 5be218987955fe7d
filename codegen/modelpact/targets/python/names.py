"""What everything is called in the package: modules, classes, fields, members of enums."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from modelpact.emit.naming import (
    escaped,
    file_stem,
    identifier,
    snake_case,
    type_name,
    upper_case,
)
from modelpact.emit.scope import DEVICE_NAMES, Scope, unique_names
from modelpact.graph.nodes import Enumeration, Graph, Record
from modelpact.targets.python.keywords import FIELDS, KEYWORDS, LABELS, MEMBERS, TYPES

__all__ = ["Names", "label_names", "member_names"]


@dataclass(frozen=True, slots=True)
class Names:
    """The names of a package.

    Attributes:
        classes: The type of each definition and each brand, by its name.
        fields: The fields of each record, by their names on the wire, by the record's name.

    """

    classes: dict[str, str]
    fields: dict[str, dict[str, str]]

    @classmethod
    def of(cls, graph: Graph, brands: Iterable[str]) -> Names:
        """Decide all names."""
        sources = dict.fromkeys((*graph.definitions, *brands))
        classes = unique_names(sources, class_name, reserved=TYPES)
        fields = {
            definition.name: field_names(p.name for p in definition.body.properties)
            for definition in graph.definitions.values()
            if isinstance(definition.body, Record)
        }
        return cls(classes, fields)


@lru_cache(8192)
def class_name(name: str) -> str:
    """The class of a definition."""
    return escaped(identifier(type_name(name).lstrip("_"), "Type"), TYPES)


@lru_cache(8192)
def module_name(name: str) -> str:
    """The module of a class, without regard to others."""
    stem = file_stem(snake_case(name)).lower()[:_LONGEST_MODULE].strip("_")
    return escaped(identifier(stem, "type_"), KEYWORDS | DEVICE_NAMES)


_LONGEST_MODULE: Final = 100
"""File systems take 255 bytes."""


@lru_cache(8192)
def field_name(name: str) -> str:
    """The field of a property, without regard to others."""
    if name.isascii() and name.islower() and name.isidentifier() and name[0] != "_":
        return escaped(name, FIELDS)
    return escaped(identifier(snake_case(name), "field_"), FIELDS)


def field_names(properties: Iterable[str]) -> dict[str, str]:
    """The fields of a record, by the names of its properties."""
    names = list(properties)
    plain = {name: field_name(name) for name in names}
    if len(set(plain.values())) == len(plain):
        return plain
    return unique_names(names, field_name)


def label_names(labels: Iterable[str]) -> dict[str, str]:
    """The fields of a named tuple, by the labels of its positions."""
    return unique_names(labels, lambda label: escaped(field_name(label), LABELS))


def member_names(enumeration: Enumeration) -> Iterator[str]:
    """The members of an enum: as the source has them, else in capitals."""
    scope = Scope()
    for member in enumeration.members:
        yield scope.claim(_member_name(member.name))


def _member_name(name: str) -> str:
    kept = name.isidentifier() and name.isascii() and not name.startswith("_")
    wanted = name if kept else identifier(upper_case(name), "VALUE_")
    return escaped(wanted, MEMBERS)
