"""Where lowering stands: a definition, the resource its schema belongs to, and what it collects."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from typing import Protocol, TypeAlias

from modelpact.documents.pointers import Pointer
from modelpact.documents.references import Resource
from modelpact.documents.values import Json, JsonObject
from modelpact.graph.nodes import (
    Enumeration,
    Location,
    Record,
    Reference,
    Type,
    Unexpressed,
)

__all__ = ["Lowered", "ReenteredError", "Scope", "Session", "Shape", "Tokens"]

Tokens: TypeAlias = tuple[str | int, ...]
"""The steps of a pointer from a document's root."""

Shape: TypeAlias = "Record | Enumeration | Type"
"""What a schema is, before an object type that needs a name has got one."""


class ReenteredError(Exception):
    """A definition's shape was asked for while it is being found. Never leaves lowering."""


@dataclass(frozen=True, slots=True)
class Lowered:
    """A definition's shape, and what its schema demands beyond it."""

    shape: Shape
    demands: tuple[Unexpressed, ...] = ()


class Session(Protocol):
    """What the parts of lowering ask of the whole.

    Attributes:
        active: The pairs of shapes that are being merged: a recursive type meets itself again.

    """

    active: set[tuple[object, object]]

    def type_of(self, schema: Json, tokens: Tokens, scope: Scope) -> Type:
        """The type a schema states; its object types have become definitions."""

    def shape_of(self, schema: Json, tokens: Tokens, scope: Scope, *, part: bool = False) -> Shape:
        """The shape a schema states. ``part`` tells that others are merged into it."""

    def own_shape(
        self, schema: JsonObject, keys: AbstractSet[str], tokens: Tokens, scope: Scope
    ) -> Shape:
        """The shape that the keywords ``keys`` state: none of them references or has branches."""

    def family(self, name: str, schema: JsonObject, tokens: Tokens, scope: Scope) -> Shape:
        """What a schema, one part of several, says of the values of one JSON type."""

    def body(self, name: str) -> Lowered:
        """The shape of a definition.

        Raises:
            ReenteredError: It is being found.

        """

    def reference(self, text: Json, keyword: str, tokens: Tokens, scope: Scope) -> Reference | None:
        """The definition that a ``$ref`` leads to; ``None`` (and a fault) where there is none."""

    def define(self, schema: Json, tokens: Tokens, scope: Scope) -> Reference:
        """Make a definition of the schema at a place, to be lowered later."""

    def hoist(self, shape: Record | Enumeration, tokens: Tokens, scope: Scope) -> Reference:
        """Make a definition of a shape that is known, named after its place."""

    def leave(self, scope: Scope) -> None:
        """Remember a definition with inner schemas that no node states.

        The definitions that they refer to are needed all the same.
        """

    def fault(self, what: str, location: Location, advice: str, rule: str) -> None:
        """Remember what is wrong with the input."""

    def note(self, rule: str, message: str, location: Location) -> None:
        """Remember what the reader should know."""


@dataclass(slots=True, eq=False)
class Scope:
    """The definition that is being lowered.

    Attributes:
        session: The whole.
        resource: What references inside are relative to.
        owner: The definition's name, which its anonymous parts are named after.
        schema: The definition's schema.
        root: How many tokens lead to it in its document.
        demands: What has no words so far.

    """

    session: Session
    resource: Resource
    owner: str
    schema: Json
    root: int
    demands: list[Unexpressed] = field(default_factory=list)

    def inside(self, resource: Resource) -> Scope:
        """The same, in a resource embedded in this one."""
        return replace(self, resource=resource)

    def location(self, tokens: Tokens) -> Location:
        """A place in this document."""
        return Location(self.resource.document, Pointer(tokens))

    def fault(self, what: str, tokens: Tokens, *, advice: str, rule: str) -> None:
        """Remember what is wrong at a place."""
        self.session.fault(what, self.location(tokens), advice, rule)

    def note(self, rule: str, message: str, tokens: Tokens) -> None:
        """Remember what the reader should know of a place."""
        self.session.note(rule, message, self.location(tokens))

    def demand(self, keyword: str, tokens: Tokens) -> None:
        """Remember a keyword, of the schema at ``tokens``, that no node states."""
        self.demands.append(Unexpressed(keyword, self.location((*tokens, keyword))))
        if keyword in self.resource.dialect.applicators:
            self.session.leave(self)

    def type_of(self, schema: Json, tokens: Tokens) -> Type:
        """The type of a schema that speaks of the same value."""
        return self.session.type_of(schema, tokens, self)

    def child(self, schema: Json, tokens: Tokens) -> Type:
        """The type of a schema that speaks of a part of the value.

        A part may need the shape of what it is a part of (``parent: {allOf: [{$ref: Me}, ...]}``);
        then it becomes a definition and waits.
        """
        known = len(self.demands)
        try:
            return self.session.type_of(schema, tokens, self)
        except ReenteredError:
            del self.demands[known:]
            return self.session.define(schema, tokens, self)
