"""What a schema demands of a value: keywords grouped by the type of value that they speak of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from modelpact.documents.references import Resource
from modelpact.documents.values import Json

__all__ = [
    "ANYTHING",
    "ArrayDemands",
    "Call",
    "Condition",
    "Demands",
    "Key",
    "Literals",
    "Number",
    "NumberDemands",
    "ObjectDemands",
    "StringDemands",
    "Subschema",
    "Tokens",
    "Union",
]

Tokens: TypeAlias = "tuple[str | int, ...]"


@dataclass(frozen=True, slots=True)
class Key:
    """A schema as it is read at one place.

    Attributes:
        document: The key of its document.
        tokens: Where in the document it stands.
        scope: The resources that reading came through, outermost first, where that may decide what
            a dynamic reference means; else empty.

    """

    document: str
    tokens: Tokens
    scope: tuple[Resource, ...] = ()


@dataclass(frozen=True, slots=True)
class Call:
    """The value has to be as another schema says."""

    target: Key


Number: TypeAlias = "int | float"
"""A number of a schema as JavaScript holds it."""


@dataclass(frozen=True, slots=True)
class Literals:
    """``const`` or ``enum``: the value is one of these."""

    rule: str
    values: tuple[Json, ...]


@dataclass(frozen=True, slots=True)
class NumberDemands:
    """Demands of numbers. ``multiple_of`` is a numerator over a power of ten, as (a, k)."""

    minimum: Number | None = None
    maximum: Number | None = None
    exclusive_minimum: Number | None = None
    exclusive_maximum: Number | None = None
    multiple_of: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class StringDemands:
    """Demands of strings. Patterns are ECMA-262 with the u flag."""

    min_length: int = 0
    max_length: int | None = None
    pattern: str | None = None
    format: str = ""


@dataclass(frozen=True, slots=True)
class ArrayDemands:
    """Demands of arrays. ``contains`` has its least and its greatest number of items."""

    prefix: tuple[Subschema, ...] = ()
    rest: Subschema | None = None
    rest_rule: str = "items"
    contains: tuple[Subschema, int, int | None] | None = None
    contains_counts: bool = True
    min_items: int = 0
    max_items: int | None = None
    unique: bool = False
    unevaluated: Subschema | None = None


@dataclass(frozen=True, slots=True)
class ObjectDemands:
    """Demands of objects. ``patterns`` are ECMA-262 with the u flag."""

    properties: tuple[tuple[str, Subschema], ...] = ()
    patterns: tuple[tuple[str, Subschema], ...] = ()
    additional: Subschema | None = None
    names: Subschema | None = None
    required: tuple[str, ...] = ()
    min_properties: int = 0
    max_properties: int | None = None
    dependent_required: tuple[tuple[str, tuple[str, ...]], ...] = ()
    dependent: tuple[tuple[str, Subschema], ...] = ()
    unevaluated: Subschema | None = None


@dataclass(frozen=True, slots=True)
class Union:
    """``anyOf`` or ``oneOf``."""

    rule: str
    members: tuple[Subschema, ...]


@dataclass(frozen=True, slots=True)
class Condition:
    """``if`` with ``then`` and ``else``."""

    test: Subschema
    then: Subschema
    otherwise: Subschema


@dataclass(frozen=True, slots=True)
class Demands:
    """All that one schema demands; every part of it has to hold.

    Attributes:
        never: No value is as it should be.
        types: The JSON types that are allowed; ``None`` where nothing is said.
        literals: ``const`` and ``enum``.
        parts: References, and ``allOf``.
        unions: ``anyOf`` and ``oneOf``.
        negated: ``not``.
        condition: ``if``.

    """

    never: bool = False
    types: frozenset[str] | None = None
    literals: tuple[Literals, ...] = ()
    numbers: NumberDemands | None = None
    strings: StringDemands | None = None
    arrays: ArrayDemands | None = None
    objects: ObjectDemands | None = None
    parts: tuple[Subschema, ...] = ()
    unions: tuple[Union, ...] = ()
    negated: Subschema | None = None
    condition: Condition | None = None

    def inner(self) -> Sequence[Subschema]:
        """The schemas directly inside that speak of the same value."""
        found = [*self.parts, *(member for union in self.unions for member in union.members)]
        if self.negated is not None:
            found.append(self.negated)
        if self.condition is not None:
            found += (self.condition.test, self.condition.then, self.condition.otherwise)
        if self.objects is not None:
            found += (schema for _, schema in self.objects.dependent)
        return found

    def children(self) -> Sequence[Subschema]:
        """The schemas directly inside that speak of items or members of the value."""
        found: list[Subschema | None] = []
        if self.arrays is not None:
            found += (*self.arrays.prefix, self.arrays.rest, self.arrays.unevaluated)
            found += () if self.arrays.contains is None else (self.arrays.contains[0],)
        if self.objects is not None:
            found += (schema for _, schema in self.objects.properties)
            found += (schema for _, schema in self.objects.patterns)
            found += (self.objects.additional, self.objects.names, self.objects.unevaluated)
        return [schema for schema in found if schema is not None]


Subschema: TypeAlias = "Demands | Call"

ANYTHING: Final = Demands()
