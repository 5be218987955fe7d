"""Lowering as a whole: definitions by place, lowered one after another."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from typing import Final

from modelpact.documents.pointers import Pointer
from modelpact.documents.references import Registry
from modelpact.documents.sets import DocumentSet
from modelpact.documents.values import Json, JsonObject
from modelpact.errors import Fault
from modelpact.graph.lowering.enums import enumeration
from modelpact.graph.lowering.keywords import ANNOTATIONS, IN_PLACE
from modelpact.graph.lowering.merging import equal_shapes, named
from modelpact.graph.lowering.objects import is_record
from modelpact.graph.lowering.published import named_places, publications
from modelpact.graph.lowering.referring import Referring
from modelpact.graph.lowering.scope import Lowered, ReenteredError, Scope, Shape, Tokens
from modelpact.graph.lowering.shapes import family, own_shape, shape_of
from modelpact.graph.lowering.sources import Source, Sources
from modelpact.graph.lowering.usual import usual_type
from modelpact.graph.nodes import (
    Enumeration,
    LiteralType,
    Location,
    NeverType,
    Note,
    Record,
    Reference,
    Type,
)

__all__ = ["Whole"]

_COMPOSING: Final = IN_PLACE | {"enum", "const"}
_DEEPEST: Final = 64
"""Types within types without a definition between them; real schemas have four or five."""


@dataclass(slots=True, eq=False)
class Whole:
    """All that lowering knows of a set of documents. Implements :class:`.scope.Session`."""

    documents: DocumentSet
    registry: Registry
    sources: Sources = field(default_factory=Sources)
    bodies: dict[str, Lowered] = field(default_factory=dict)
    faults: dict[tuple[str, str], Fault] = field(default_factory=dict)
    notes: dict[tuple[str, str], Note] = field(default_factory=dict)
    active: set[tuple[object, object]] = field(default_factory=set)
    _merged: dict[tuple[str, Tokens], list[str]] = field(default_factory=dict)
    _open: set[str] = field(default_factory=set)
    _left: dict[str, Scope] = field(default_factory=dict)
    _depth: int = 0
    _referring: Referring = field(init=False)

    def __post_init__(self) -> None:
        self._referring = Referring(self.documents, self.registry, self.sources)

    @property
    def references(self) -> Mapping[tuple[str, str, str], str]:
        """For each (file, base URI, text as written) the definition it leads to."""
        return self._referring.found

    def publish(self) -> list[str]:
        """Name everything that has a name. Returns the names in the documents' order."""
        published = list(publications(self.documents, self.registry))
        names = named_places(published)
        for index, one in enumerate(published):
            name = names[index]
            self.sources.add(Source(name, one.schema, one.resource, one.tokens, True, name))
        return [names[index] for index in range(len(published))]

    def lower_all(self, names: list[str]) -> None:
        """Lower these definitions and all that they lead to, in the order of their names."""
        for name in sorted(names):
            self.sources.waiting.append(name)
            self.drain()

    def drain(self) -> None:
        """Lower what waits."""
        while self.sources.waiting:
            self._lower_one(self.sources.waiting.popleft())

    def follow_unexpressed(self) -> None:
        """Resolve the references under keywords that no node states, and lower what they lead to.

        Targets that write schemas as they stand need those definitions too.
        """
        self.drain()
        followed: set[str] = set()
        while waiting := [name for name in self._left if name not in followed]:
            for name in waiting:
                followed.add(name)
                self._referring.follow_inside(self.sources[name], self._left[name])
            self.drain()

    def _lower_one(self, name: str) -> None:
        try:
            self.body(name)
        except RecursionError:
            self._open.clear()
            self._depth = 0
            self._refuse_depth(self.sources[name])
            self.bodies[name] = Lowered(NeverType())
        except ReenteredError:
            source = self.sources[name]
            self.fault(
                "the schema refers to itself in place, so that it says nothing",
                Location(source.resource.document, Pointer(source.tokens)),
                "Give one of the schemas in the circle a type of its own.",
                "reference-cycle",
            )
            self.bodies[name] = Lowered(NeverType())

    def _refuse_depth(self, source: Source) -> None:
        """Schemas that are too much for Python's stack: composed in circles, or beyond reading."""
        self.fault(
            "the schema is composed too deeply",
            Location(source.resource.document, Pointer(source.tokens)),
            "Give inner schemas definitions of their own under `$defs`.",
            "too-deep",
        )

    # --- what the parts of lowering ask for (see scope.Session) ---

    def type_of(self, schema: Json, tokens: Tokens, scope: Scope) -> Type:
        """See :meth:`.scope.Session.type_of`."""
        if isinstance(schema, dict):
            keys = schema.keys() - ANNOTATIONS
            usual = usual_type(schema, keys, tokens, scope)
            if usual is not None:
                return usual
            if schema.get("type") == "object" and keys.isdisjoint(_COMPOSING) and is_record(schema):
                return self.define(schema, tokens, scope)
        known = self.sources.at(scope.resource.document, tokens)
        if known is not None:
            return Reference(known)
        return named(self.shape_of(schema, tokens, scope), tokens, scope)

    def shape_of(self, schema: Json, tokens: Tokens, scope: Scope, *, part: bool = False) -> Shape:
        """See :meth:`.scope.Session.shape_of`."""
        if isinstance(schema, dict) and scope.resource.dialect.id_keyword in schema:
            resource = self.registry.enter(schema, scope.resource)
            scope = scope if resource is scope.resource else scope.inside(resource)
        if self._depth >= _DEEPEST:
            scope.fault(
                f"types are nested deeper than {_DEEPEST} levels",
                tokens,
                advice="Give an inner schema a definition of its own under `$defs`.",
                rule="too-deep",
            )
            return NeverType()
        self._depth += 1
        try:
            return shape_of(schema, tokens, scope, part=part)
        finally:
            self._depth -= 1

    def own_shape(
        self, schema: JsonObject, keys: AbstractSet[str], tokens: Tokens, scope: Scope
    ) -> Shape:
        """See :meth:`.scope.Session.own_shape`."""
        return own_shape(schema, keys, tokens, scope, part=True)

    def family(self, name: str, schema: JsonObject, tokens: Tokens, scope: Scope) -> Shape:
        """See :meth:`.scope.Session.family`."""
        return family(name, schema, tokens, scope, part=True)

    def body(self, name: str) -> Lowered:
        """See :meth:`.scope.Session.body`."""
        known = self.bodies.get(name)
        if known is not None:
            return known
        if name in self._open:
            raise ReenteredError(name)
        source = self.sources[name]
        scope = Scope(self, source.resource, name, source.schema, len(source.tokens))
        self._open.add(name)
        try:
            shape = self.shape_of(source.schema, source.tokens, scope)
        finally:
            self._open.discard(name)
        if isinstance(shape, LiteralType) and source.published:
            schema = source.schema if isinstance(source.schema, dict) else {}
            shape = enumeration(shape.values, schema, extensible=False) or shape
        lowered = Lowered(shape, tuple(dict.fromkeys(scope.demands)))
        self.bodies[name] = lowered
        return lowered

    def reference(self, text: Json, keyword: str, tokens: Tokens, scope: Scope) -> Reference | None:
        """See :meth:`.scope.Session.reference`."""
        return self._referring.reference(text, keyword, tokens, scope)

    def define(self, schema: Json, tokens: Tokens, scope: Scope) -> Reference:
        """See :meth:`.scope.Session.define`."""
        known = self.sources.at(scope.resource.document, tokens)
        if known is None:
            resource = self.registry.enter(schema, scope.resource)
            source = self.sources.anonymous(schema, resource, tokens, scope)
            self.sources.wait(source)
            known = source.name
        return Reference(known)

    def hoist(self, shape: Record | Enumeration, tokens: Tokens, scope: Scope) -> Reference:
        """See :meth:`.scope.Session.hoist`."""
        made = self._merged.setdefault((scope.resource.document, tokens), [])
        for name in made:
            if equal_shapes(self.bodies[name].shape, shape):
                return Reference(name)
        schema = _at(scope.schema, tokens[scope.root :])
        source = self.sources.anonymous(schema, scope.resource, tokens, scope)
        self.sources.add_merged(source)
        self.bodies[source.name] = Lowered(shape)
        made.append(source.name)
        return Reference(source.name)

    def leave(self, scope: Scope) -> None:
        """See :meth:`.scope.Session.leave`."""
        self._left.setdefault(scope.owner, scope)

    def fault(self, what: str, location: Location, advice: str, rule: str) -> None:
        """See :meth:`.scope.Session.fault`."""
        where = str(location)
        self.faults.setdefault((where, what), Fault(what, where, advice, rule))

    def note(self, rule: str, message: str, location: Location) -> None:
        """See :meth:`.scope.Session.note`."""
        self.notes.setdefault((rule, str(location)), Note(rule, message, location))


def _at(schema: Json, steps: Tokens) -> Json:
    """The schema at a place, or ``true`` where the place is in another definition's schema."""
    try:
        return Pointer(steps).of(schema)
    except LookupError:
        return True
