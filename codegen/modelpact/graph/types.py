"""The types that a value may have: what members, items and aliases are made of.

All are frozen. Every object with known members is a definition (see :mod:`.nodes`), so that a type
only ever names it, by a :class:`Reference`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from typing import Literal, TypeAlias

from modelpact.documents.values import Json

__all__ = [
    "AnyType",
    "ArrayType",
    "BooleanType",
    "Default",
    "Discriminator",
    "IntersectionType",
    "LiteralType",
    "MapType",
    "NeverType",
    "NullType",
    "NumberType",
    "Reference",
    "StringType",
    "TupleItem",
    "TupleType",
    "Type",
    "UnionType",
]


@dataclass(frozen=True, slots=True)
class Default:
    """A default value; a wrapper, because ``None`` is a value."""

    value: Json


@dataclass(frozen=True, slots=True)
class AnyType:
    """Any JSON value."""


@dataclass(frozen=True, slots=True)
class NeverType:
    """No value at all (``false``, ``not: {}``)."""


@dataclass(frozen=True, slots=True)
class NullType:
    """The value null."""


@dataclass(frozen=True, slots=True)
class BooleanType:
    """True or false."""


@dataclass(frozen=True, slots=True)
class NumberType:
    """A number, or an integer (``1.0`` is one).

    Attributes:
        integer: Only integers.
        minimum: Least value, or ``None``; ``exclusive_minimum`` says whether it is itself excluded.
        multiple_of: The step, or ``None``.
        format: The ``format`` word as given (``int64``, ``double``, ...), or empty.
        brand: The name that makes it a type of its own, or empty.

    """

    integer: bool = False
    minimum: Fraction | None = None
    maximum: Fraction | None = None
    exclusive_minimum: bool = False
    exclusive_maximum: bool = False
    multiple_of: Fraction | None = None
    format: str = ""
    brand: str = ""


@dataclass(frozen=True, slots=True)
class StringType:
    """A string. Lengths count code points.

    ``patterns`` must all match; they are searches, not full matches. ``aware`` tells, for times
    and date-times, whether an offset is demanded (True), refused (False), or not said (None).
    ``temporal`` tells what the one pattern says at length: ``date-time``, ``time`` or ``duration``,
    in a form that is no ``format``; or it is empty.
    """

    format: str = ""
    patterns: tuple[str, ...] = ()
    min_length: int = 0
    max_length: int | None = None
    content_encoding: str = ""
    content_media_type: str = ""
    aware: bool | None = None
    brand: str = ""
    temporal: str = ""


@dataclass(frozen=True, slots=True)
class LiteralType:
    """One of a few JSON values that have no names (``const``, an anonymous ``enum``)."""

    values: tuple[Json, ...]


@dataclass(frozen=True, slots=True)
class ArrayType:
    """A list."""

    items: Type
    min_items: int = 0
    max_items: int | None = None
    unique: bool = False


@dataclass(frozen=True, slots=True)
class TupleItem:
    """One position. ``label`` is empty where the schema gives none."""

    type: Type
    label: str = ""
    description: str = ""
    default: Default | None = None


@dataclass(frozen=True, slots=True)
class TupleType:
    """A list whose positions differ.

    Attributes:
        items: The positions.
        required: How many of them must be there (``minItems``, at most ``len(items)``).
        rest: The type of further items; ``None`` where there may be none.
        min_items: The schema's own bound, which may exceed ``required`` where ``rest`` is open.

    """

    items: tuple[TupleItem, ...]
    required: int
    rest: Type | None
    min_items: int = 0
    max_items: int | None = None
    unique: bool = False


@dataclass(frozen=True, slots=True)
class MapType:
    """An object used as a dictionary.

    ``keys`` is a ``StringType``, a ``LiteralType`` or a ``Reference`` to an enumeration or to an
    alias of a ``StringType``; ``key_kind`` tells what the keys are before they become JSON strings.
    """

    values: Type
    keys: Type = field(default_factory=StringType)
    key_kind: Literal["string", "integer", "boolean"] = "string"
    min_properties: int = 0
    max_properties: int | None = None


@dataclass(frozen=True, slots=True)
class Discriminator:
    """A property whose value tells the members of a union apart.

    ``tags[i]`` are the values that choose ``members[i]`` of the union (strings, integers or
    booleans); a member that is itself a discriminated union by the same property has all of its
    tags.
    """

    property: str
    tags: tuple[tuple[Json, ...], ...]


@dataclass(frozen=True, slots=True)
class UnionType:
    """One of several types, in the schema's order, flattened; null is a member, and stands last.

    ``exclusive`` tells ``oneOf`` whose members are not provably disjoint. ``discriminator`` speaks
    of the members other than null.
    """

    members: tuple[Type, ...]
    discriminator: Discriminator | None = None
    exclusive: bool = False

    @property
    def nullable(self) -> bool:
        """Whether null is a member."""
        return isinstance(self.members[-1], NullType)


@dataclass(frozen=True, slots=True)
class IntersectionType:
    """A value of all these types at once (``allOf`` that could not be merged into one node)."""

    parts: tuple[Type, ...]


@dataclass(frozen=True, slots=True)
class Reference:
    """A definition of the graph, by its name."""

    name: str


Type: TypeAlias = (
    "AnyType | NeverType | NullType | BooleanType | NumberType | StringType | LiteralType"
    " | ArrayType | TupleType | MapType | UnionType | IntersectionType | Reference"
)
