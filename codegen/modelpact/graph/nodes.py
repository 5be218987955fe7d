"""The nodes of the type graph.

A :class:`Graph` is a set of named definitions. A definition's body is a :class:`Record`, an
:class:`Enumeration` or an :class:`Alias`; every object type is a definition of its own (lowering
names those that the schema left anonymous), so that targets never meet a nested object. All nodes
are frozen; what a target needs beyond them it computes into views of its own. The types stand in
:mod:`.types` and are imported from here.

Three things that look alike and are not:

* *absent* (``Property.required``) and *null* (a ``Null`` member of a ``Union``);
* a record that is *closed*, one that says *nothing* of other members, one that is *open*;
* what a type is (these nodes) and what else the schema demands (``Unexpressed``: demands that no
  type system states; a target reports those it does not check).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from modelpact.documents.dialects import DRAFT202012, Dialect
from modelpact.documents.pointers import Pointer
from modelpact.documents.sets import DocumentSet
from modelpact.documents.values import Json, JsonObject
from modelpact.graph.types import (
    AnyType,
    ArrayType,
    BooleanType,
    Default,
    Discriminator,
    IntersectionType,
    LiteralType,
    MapType,
    NeverType,
    NullType,
    NumberType,
    Reference,
    StringType,
    TupleItem,
    TupleType,
    Type,
    UnionType,
)

__all__ = [
    "Alias",
    "AnyType",
    "ArrayType",
    "BooleanType",
    "Default",
    "Definition",
    "Direction",
    "Discriminator",
    "Enumeration",
    "Generic",
    "Graph",
    "IntersectionType",
    "LiteralType",
    "Location",
    "MapType",
    "Member",
    "NeverType",
    "Note",
    "NullType",
    "NumberType",
    "PatternMembers",
    "Property",
    "Record",
    "Reference",
    "RoleName",
    "StringType",
    "TupleItem",
    "TupleType",
    "Type",
    "Unexpressed",
    "UnionType",
    "Words",
    "schema_of",
]

RoleName: TypeAlias = Literal["entity", "command", "view", "event", "value"]
Direction: TypeAlias = Literal["both", "output", "input"]


@dataclass(frozen=True, slots=True)
class Location:
    """Where a node stands: a document's file and the pointer in it."""

    file: str
    pointer: Pointer

    def __str__(self) -> str:
        return f"{self.file}#{self.pointer}"


@dataclass(frozen=True, slots=True)
class Life:
    """The course of something deprecated.

    Attributes:
        since: The version that deprecated it; empty where it is not said.
        sunset: The last day on which it is there, as ``2027-01-31``; empty where it is not said.

    """

    since: str = ""
    sunset: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    """What is said for people. Hostile text: it may hold quotes, newlines, ``*/``, anything.

    ``deprecated`` is the message, empty where none is given; ``None`` means not deprecated.
    """

    title: str = ""
    description: str = ""
    deprecated: str | None = None
    examples: tuple[Json, ...] = ()
    life: Life = Life()


@dataclass(frozen=True, slots=True)
class Note:
    """Something about the source that its reader should know.

    What a node says more loosely or more tightly than its schema, or a keyword that is ignored.

    Attributes:
        rule: A stable kebab-case id: ``implied-type``, ``ignored-keyword``, ...
        message: One sentence.
        location: Where it stands.

    """

    rule: str
    message: str
    location: Location


@dataclass(frozen=True, slots=True)
class Unexpressed:
    """A keyword that restricts values in a way these nodes have no words for."""

    keyword: str
    location: Location


@dataclass(frozen=True, slots=True)
class Property:
    """A member of a record, under its name on the wire.

    ``default`` is what a reader assumes where the member is absent; it says nothing of
    ``required``: an emitted member with a default may be required.
    """

    name: str
    type: Type
    required: bool
    words: Words = Words()
    default: Default | None = None
    read_only: bool = False
    write_only: bool = False
    renamed_from: tuple[str, ...] = ()
    unexpressed: tuple[Unexpressed, ...] = ()
    location: Location = Location("", Pointer())


@dataclass(frozen=True, slots=True)
class PatternMembers:
    """Members whose names match a pattern (a search)."""

    pattern: str
    type: Type


@dataclass(frozen=True, slots=True)
class Record:
    """An object with known members.

    Attributes:
        properties: In the schema's order.
        extras: ``closed``: no other member; ``unsaid``: the schema is silent (a tolerant reader
            ignores others and a writer has none); ``open``: others are part of the value, each of
            type ``extra``.
        extra: The type of other members where ``open``.
        tag: The name of the property that is this record's tag in some union, or empty: it is
            always required.

    """

    properties: tuple[Property, ...]
    extras: Literal["closed", "unsaid", "open"] = "unsaid"
    extra: Type | None = None
    patterns: tuple[PatternMembers, ...] = ()
    tag: str = ""
    min_properties: int = 0
    max_properties: int | None = None


@dataclass(frozen=True, slots=True)
class Member:
    """A named value of an enumeration.

    ``name`` is as the source wrote it (``OWNER``), or made from the value.
    """

    name: str
    value: Json
    description: str = ""
    deprecated: str | None = None
    life: Life = Life()


@dataclass(frozen=True, slots=True)
class Enumeration:
    """A named set of scalar values; ``extensible``: readers accept others of ``base`` too."""

    members: tuple[Member, ...]
    extensible: bool = False
    base: Literal["string", "integer", "number", "boolean", "mixed"] = "string"


@dataclass(frozen=True, slots=True)
class Alias:
    """Another name for a type that is neither a record nor an enumeration."""

    type: Type


@dataclass(frozen=True, slots=True)
class Generic:
    """Of what generic model a definition is an instance.

    ``Page[User]`` is ``("Page", (Reference("User"),))``.
    """

    origin: str
    arguments: tuple[Type, ...]


@dataclass(frozen=True, slots=True)
class Definition:
    """A named type.

    Attributes:
        name: Unique in its graph, also without regard to case; not yet mangled for any language.
        body: What it is.
        role: What it is for; ``value`` where nothing is said.
        direction: Which way values of it travel; ``both`` where nothing is said.
        input_of: The name of the output half, where this is the input half of a pair; or empty.
        published: Whether it is a document (or a definition) of its own in the source; False for
            anonymous objects that lowering named.
        merged: Whether it is made of several schemas, such as an alternative and what stands beside
            the union; ``schema`` is one of them then.
        schema: The source schema as it stands, references unresolved.
        location: Where the source schema stands.
        base_uri: What the references in it are relative to.
        dialect: The draft it is written in.

    """

    name: str
    body: Record | Enumeration | Alias
    words: Words = Words()
    role: RoleName = "value"
    direction: Direction = "both"
    input_of: str = ""
    published: bool = True
    merged: bool = False
    generic: Generic | None = None
    renamed_from: tuple[str, ...] = ()
    unexpressed: tuple[Unexpressed, ...] = ()
    schema: Json = True
    location: Location = Location("", Pointer())
    base_uri: str = ""
    dialect: Dialect = DRAFT202012


@dataclass(frozen=True, slots=True)
class Graph:
    """All definitions of a set of documents, by name, in the documents' order.

    Attributes:
        name: The contract's name.
        definitions: By name.
        references: For each (file, base URI, ``$ref`` text as written) the definition it leads to.
        notes: What lowering has to say of the source.
        documents: What it was lowered from; ``None`` where it was made by hand.

    """

    name: str
    definitions: Mapping[str, Definition]
    title: str = ""
    description: str = ""
    references: Mapping[tuple[str, str, str], str] = field(default_factory=dict)
    notes: tuple[Note, ...] = ()
    documents: DocumentSet | None = field(default=None, compare=False, repr=False)

    def __getitem__(self, name: str) -> Definition:
        return self.definitions[name]


def schema_of(definition: Definition) -> JsonObject:
    """The source schema as an object (``true`` is ``{}``, ``false`` is ``{"not": {}}``)."""
    schema = definition.schema
    if isinstance(schema, Mapping):
        return schema
    return {} if schema else {"not": {}}
