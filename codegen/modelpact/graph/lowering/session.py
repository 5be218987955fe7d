"""Lowering as a whole: definitions by place, lowered one after another."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from functools import partial
from typing import Final

from modelpact.documents.dialects import misshapen, subschemas
from modelpact.documents.pointers import Pointer
from modelpact.documents.references import Registry, Resolved, Resource, UnknownResourceError
from modelpact.documents.sets import DocumentSet
from modelpact.documents.values import Json, JsonObject
from modelpact.errors import Fault, ModelpactError
from modelpact.graph.lowering.enums import enumeration
from modelpact.graph.lowering.keywords import ANNOTATIONS, IN_PLACE, NUMBER, REFERENCES, STRING
from modelpact.graph.lowering.merging import equal_shapes, named
from modelpact.graph.lowering.names import anonymous_name
from modelpact.graph.lowering.objects import is_record
from modelpact.graph.lowering.published import named_places, publications
from modelpact.graph.lowering.scalars import PLAIN, number_type, string_type
from modelpact.graph.lowering.scope import Lowered, ReenteredError, Scope, Shape, Tokens
from modelpact.graph.lowering.shapes import family, own_shape, shape_of
from modelpact.graph.nodes import (
    ArrayType,
    BooleanType,
    Enumeration,
    LiteralType,
    Location,
    MapType,
    NeverType,
    Note,
    NullType,
    NumberType,
    Record,
    Reference,
    StringType,
    Type,
    UnionType,
)

_PLAIN_FILE: Final = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.-]*").fullmatch

__all__ = ["Source", "Whole"]

_CONTAINERS: Final = frozenset({"$defs", "definitions"})
_NULL: Final = {"type": "null"}
_NULL_TYPE: Final = NullType()
_SINGLE: Final = (Reference, StringType, NumberType, BooleanType, ArrayType, MapType)
_SCALARS: Final[dict[str, Callable[[JsonObject, Tokens, Scope], Type]]] = {
    "string": string_type,
    "integer": partial(number_type, integer=True),
    "number": partial(number_type, integer=False),
}
_SCALAR_WORDS: Final = STRING | NUMBER | {"type"}
_BRANCHED: Final = frozenset({"allOf", "anyOf", "oneOf", "items", "prefixItems", "type"})
_COMPOSING: Final = IN_PLACE | {"enum", "const"}
_DEEPEST: Final = 64
"""Types within types without a definition between them; real schemas have four or five."""


@dataclass(frozen=True, slots=True)
class Source:
    """A definition to be: its name, its schema, and where that stands.

    ``home`` is the published definition that an anonymous one belongs to.
    """

    name: str
    schema: Json
    resource: Resource
    tokens: Tokens
    published: bool
    home: str


@dataclass(slots=True, eq=False)
class Whole:
    """All that lowering knows of a set of documents. Implements :class:`.scope.Session`."""

    documents: DocumentSet
    registry: Registry
    sources: dict[str, Source] = field(default_factory=dict)
    bodies: dict[str, Lowered] = field(default_factory=dict)
    faults: dict[tuple[str, str], Fault] = field(default_factory=dict)
    notes: dict[tuple[str, str], Note] = field(default_factory=dict)
    references: dict[tuple[str, str, str], str] = field(default_factory=dict)
    active: set[tuple[object, object]] = field(default_factory=set)
    _places: dict[tuple[str, Tokens], str] = field(default_factory=dict)
    _merged: dict[tuple[str, Tokens], list[str]] = field(default_factory=dict)
    _resolved: dict[tuple[Resource, str], Reference] = field(default_factory=dict)
    _taken: set[str] = field(default_factory=set)
    _numbers: dict[str, int] = field(default_factory=dict)
    _open: set[str] = field(default_factory=set)
    _queue: deque[str] = field(default_factory=deque)
    _left: dict[str, Scope] = field(default_factory=dict)
    _depth: int = 0

    def publish(self) -> list[str]:
        """Name everything that has a name. Returns the names in the documents' order."""
        published = list(publications(self.documents, self.registry))
        names = named_places(published)
        for index, one in enumerate(published):
            name = names[index]
            self._add(Source(name, one.schema, one.resource, one.tokens, True, name))
        return [names[index] for index in range(len(published))]

    def lower_all(self, names: list[str]) -> None:
        """Lower these definitions and all that they lead to, in the order of their names."""
        for name in sorted(names):
            self._queue.append(name)
            self.drain()

    def drain(self) -> None:
        """Lower what waits."""
        while self._queue:
            self._lower_one(self._queue.popleft())

    def follow_unexpressed(self) -> None:
        """Resolve the references under keywords that no node states, and lower what they lead to.

        Targets that write schemas as they stand need those definitions too.
        """
        self.drain()
        followed: set[str] = set()
        while waiting := [name for name in self._left if name not in followed]:
            for name in waiting:
                followed.add(name)
                self._follow(self.sources[name], self._left[name])
            self.drain()

    def _follow(self, source: Source, scope: Scope) -> None:
        scope = scope.inside(source.resource)
        pending: list[tuple[Json, Tokens, Scope]] = [(source.schema, source.tokens, scope)]
        while pending:
            inner, place, outer = pending.pop()
            if not isinstance(inner, dict):
                continue
            resource = self.registry.enter(inner, outer.resource)
            here = outer if resource is outer.resource else outer.inside(resource)
            for keyword in REFERENCES:
                if keyword in inner and resource.dialect.knows(keyword):
                    self.reference(inner[keyword], keyword, place, here)
            for keyword in misshapen(inner, resource.dialect):
                here.fault(
                    f"`{keyword}` must hold schemas, each an object or a boolean",
                    (*place, keyword),
                    advice="Put JSON Schemas here.",
                    rule="not-a-schema",
                )
            pending += (
                (deeper, (*place, *steps), here)
                for steps, deeper in subschemas(inner, resource.dialect)
                if steps[0] not in _CONTAINERS
            )

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

    def _add(self, source: Source) -> None:
        self.sources[source.name] = source
        self._taken.add(source.name.casefold())
        self._places[source.resource.document, source.tokens] = source.name

    # --- what the parts of lowering ask for (see scope.Session) ---

    def type_of(self, schema: Json, tokens: Tokens, scope: Scope) -> Type:
        """See :meth:`.scope.Session.type_of`."""
        if isinstance(schema, dict):
            keys = schema.keys() - ANNOTATIONS
            usual = self._usual(schema, keys, tokens, scope)
            if usual is not None:
                return usual
            if schema.get("type") == "object" and keys.isdisjoint(_COMPOSING) and is_record(schema):
                return self.define(schema, tokens, scope)
        known = self._places.get((scope.resource.document, tokens))
        if known is not None:
            return Reference(known)
        return named(self.shape_of(schema, tokens, scope), tokens, scope)

    def _usual(
        self, schema: JsonObject, keys: AbstractSet[str], tokens: Tokens, scope: Scope
    ) -> Type | None:
        """What nine of ten properties are, without detours: a scalar, a reference, or null too."""
        stated = schema.get("type")
        if isinstance(stated, str):
            if len(keys) == 1 and "x-modelpact" not in schema:
                return PLAIN.get(stated)
            read = _SCALARS.get(stated) if keys <= _SCALAR_WORDS else None
            return None if read is None else read(schema, tokens, scope)
        if len(keys) != 1 or scope.resource.dialect.id_keyword in schema:
            return None
        if "$ref" in keys:
            return self.reference(schema["$ref"], "$ref", tokens, scope)
        branch = _or_null(schema)
        if branch is None:
            return None
        inner = self.type_of(branch, (*tokens, "anyOf", 0), scope)
        return UnionType((inner, _NULL_TYPE)) if isinstance(inner, _SINGLE) else None

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
        if not isinstance(text, str):
            scope.fault(
                f"`{keyword}` must be a string",
                (*tokens, keyword),
                advice="Give the URI of a schema.",
                rule="invalid-keyword",
            )
            return None
        known = self._resolved.get((scope.resource, text))
        if known is not None:
            return known
        try:
            found = self._neighbour(scope.resource, text) or self._resolve(
                text, keyword, tokens, scope
            )
        except ModelpactError as error:
            for fault in error.faults:
                where = scope.location((*tokens, keyword))
                self.fault(fault.what, where, fault.advice, fault.rule)
            return None
        return self._lead(found, text, keyword, tokens, scope)

    def _resolve(self, text: str, keyword: str, tokens: Tokens, scope: Scope) -> Resolved:
        try:
            return self.registry.resolve(scope.resource, text)
        except UnknownResourceError:
            found = self.registry.beside(scope.resource, text)
            if found is None:
                raise
            message = (
                f"`{keyword}` {text!r} leads nowhere from the `$id` here; it is taken for the file"
                f" {found.document}"
            )
            scope.note("file-reference", message, (*tokens, keyword))
            return found

    def _neighbour(self, resource: Resource, text: str) -> Resolved | None:
        """A whole document beside this one: most references are, and need no parsing of URIs."""
        if not resource.pointer.tokens and _PLAIN_FILE(text):
            folder = resource.document.rpartition("/")[0]
            file = f"{folder}/{text}" if folder else text
            base = resource.uri.rpartition("/")[0]
            if file in self.documents.documents:
                target = self.registry.root(file)
                if target.uri == (f"{base}/{text}" if base else text):
                    return Resolved(target.schema, target, target.pointer)
        return None

    def _lead(
        self, found: Resolved, text: str, keyword: str, tokens: Tokens, scope: Scope
    ) -> Reference | None:
        bearers = self._bearers(found, keyword)
        if len(bearers) > 1 and len(self.documents) == 1:
            # Reading begins in that one document, whose own anchor is the outermost of all.
            outermost = self.registry.root(next(iter(self.documents)).file)
            if outermost in bearers:
                self._note_outermost(text, keyword, tokens, scope)
                found, bearers = self._bearing(outermost, found), [outermost]
        if len(bearers) > 1:
            scope.fault(
                f"`{keyword}` {text!r} leads to what the reading schema decides",
                (*tokens, keyword),
                advice="Use `$ref` to a schema of this set.",
                rule="dynamic-reference",
            )
            return None
        reference = Reference(self._name_of(found))
        self._resolved[scope.resource, text] = reference
        place = (scope.resource.document, scope.resource.uri, text)
        self.references.setdefault(place, reference.name)
        return reference

    def _bearers(self, found: Resolved, keyword: str) -> list[Resource]:
        """The resources that may take the place of what a dynamic reference names, with itself."""
        if keyword == "$recursiveRef" and found.resource.is_recursive_anchor:
            return [r for r in self.registry.resources() if r.is_recursive_anchor]
        name = _dynamic_name(found) if keyword == "$dynamicRef" else None
        if name is None:
            return []
        bear = self.registry.dynamic_anchor
        return [r for r in self.registry.resources() if bear(r, name) is not None]

    def _note_outermost(self, text: str, keyword: str, tokens: Tokens, scope: Scope) -> None:
        if scope.resource.document in self.documents.documents:
            message = f"`{keyword}` {text!r} is taken to begin reading at the document's root"
            scope.note("dynamic-reference", message, (*tokens, keyword))

    def _bearing(self, resource: Resource, found: Resolved) -> Resolved:
        """What a resource puts in the place of what a dynamic reference names."""
        name = _dynamic_name(found)
        own = self.registry.dynamic_anchor(resource, name) if name is not None else None
        return own or Resolved(resource.schema, resource, resource.pointer)

    def _name_of(self, found: Resolved) -> str:
        """The definition at a place; a new one where the place had no name."""
        tokens = found.pointer.tokens
        known = self._places.get((found.document, tokens))
        if known is not None:
            return known
        owner = self._owner(found.document, tokens)
        if owner is None:
            document = self.documents.documents.get(found.document)
            name = document.name if document else found.document.rsplit("/", 1)[-1]
            if tokens:
                name = str(tokens[-1])
            source = Source(self._unique(name), found.schema, found.resource, tokens, True, "")
        else:
            name = anonymous_name(owner.name, owner.schema, tokens[len(owner.tokens) :])
            source = Source(
                self._unique(name), found.schema, found.resource, tokens, False, owner.home
            )
        self._add(source)
        self._queue.append(source.name)
        return source.name

    def _owner(self, document: str, tokens: Tokens) -> Source | None:
        for length in range(len(tokens) - 1, -1, -1):
            name = self._places.get((document, tokens[:length]))
            if name is not None:
                return self.sources[name]
        return None

    def define(self, schema: Json, tokens: Tokens, scope: Scope) -> Reference:
        """See :meth:`.scope.Session.define`."""
        known = self._places.get((scope.resource.document, tokens))
        if known is None:
            resource = self.registry.enter(schema, scope.resource)
            source = self._anonymous(schema, resource, tokens, scope)
            self._add(source)
            self._queue.append(source.name)
            known = source.name
        return Reference(known)

    def hoist(self, shape: Record | Enumeration, tokens: Tokens, scope: Scope) -> Reference:
        """See :meth:`.scope.Session.hoist`."""
        made = self._merged.setdefault((scope.resource.document, tokens), [])
        for name in made:
            if equal_shapes(self.bodies[name].shape, shape):
                return Reference(name)
        schema = _at(scope.schema, tokens[scope.root :])
        source = self._anonymous(schema, scope.resource, tokens, scope)
        self.sources[source.name] = source
        self._taken.add(source.name.casefold())
        self.bodies[source.name] = Lowered(shape)
        made.append(source.name)
        return Reference(source.name)

    def _anonymous(self, schema: Json, resource: Resource, tokens: Tokens, scope: Scope) -> Source:
        name = anonymous_name(scope.owner, scope.schema, tokens[scope.root :])
        if name == scope.owner:
            name += "Value"
        home = self.sources[scope.owner].home
        return Source(self._unique(name), schema, resource, tokens, False, home)

    def _unique(self, name: str) -> str:
        if name.casefold() not in self._taken:
            return name
        number = self._numbers.get(name, 2)
        while f"{name}{number}".casefold() in self._taken:
            number += 1
        self._numbers[name] = number
        return f"{name}{number}"

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


def _dynamic_name(found: Resolved) -> str | None:
    name = found.schema.get("$dynamicAnchor") if isinstance(found.schema, dict) else None
    return name if isinstance(name, str) else None


def _or_null(schema: JsonObject) -> JsonObject | None:
    """The first branch of ``anyOf: [..., {type: null}]``."""
    branches = schema.get("anyOf")
    if isinstance(branches, list) and len(branches) == 2 and "x-modelpact" not in schema:  # noqa: PLR2004
        branch = branches[0]
        # A branch with branches would be lowered here, and then once more with all its neighbours.
        if branches[1] == _NULL and isinstance(branch, dict) and _BRANCHED.isdisjoint(branch):
            return branch
    return None


def _at(schema: Json, steps: Tokens) -> Json:
    """The schema at a place, or ``true`` where the place is in another definition's schema."""
    try:
        return Pointer(steps).of(schema)
    except LookupError:
        return True
