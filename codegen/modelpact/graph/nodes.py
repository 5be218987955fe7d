"""The nodes of the type graph.

A :class:`Graph` is a set of named definitions. A definition's body is a :class:`Record`, an
:class:`Enumeration` or an :class:`Alias`; every object type is a definition of its own (lowering
names those that the schema left anonymous), so that targets never meet a nested object. All nodes
are frozen; what a target needs beyond them it computes into views of its own.

Three things that look alike and are not:

* *absent* (``Property.required``) and *null* (a ``Null`` member of a ``Union``);
* a record that is *closed*, one that says *nothing* of other members, one that is *open*;
* what a type is (these nodes) and what else the schema demands (``Unexpressed``: demands that no
  type system states; a target reports those it does not check).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Literal, TypeAlias

from modelpact.documents.dialects import DRAFT202012, Dialect
from modelpact.documents.pointers import Pointer
from modelpact.documents.values import Json, JsonObject

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
class Default:
    """A default value; a wrapper, because ``None`` is a value."""

    value: Json


@dataclass(frozen=True, slots=True)
class Words:
    """What is said for people. Hostile text: it may hold quotes, newlines, ``*/``, anything.

    ``deprecated`` is the message, empty where none is given; ``None`` means not deprecated.
    """

    title: str = ""
    description: str = ""
    deprecated: str | None = None
    examples: tuple[Json, ...] = ()


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


# --- types ---


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
    """

    format: str = ""
    patterns: tuple[str, ...] = ()
    min_length: int = 0
    max_length: int | None = None
    content_encoding: str = ""
    content_media_type: str = ""
    aware: bool | None = None
    brand: str = ""


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

# --- definitions ---


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

    """

    name: str
    definitions: Mapping[str, Definition]
    title: str = ""
    description: str = ""
    references: Mapping[tuple[str, str, str], str] = field(default_factory=dict)
    notes: tuple[Note, ...] = ()

    def __getitem__(self, name: str) -> Definition:
        return self.definitions[name]


def schema_of(definition: Definition) -> JsonObject:
    """The source schema as an object (``true`` is ``{}``, ``false`` is ``{"not": {}}``)."""
    schema = definition.schema
    if isinstance(schema, Mapping):
        return schema
    return {} if schema else {"not": {}}
