"""What is compared: a schema with its references, and the places inside it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from copy import copy
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any, Final, cast

from modelpact.documents.dialects import subschemas
from modelpact.documents.pointers import ROOT, Pointer
from modelpact.documents.references import Registry, Resource, UnresolvableReferenceError, join_uri
from modelpact.documents.values import Json
from modelpact.graph.nodes import Location

__all__ = ["BASE_URI", "Place", "Side", "Subject", "Token", "absolute"]

Token = str | int
"""A step in a value: a property's name or an item's index."""

BASE_URI: Final = "https://modelpact.invalid/"
"""What relative names of documents are relative to; the domain can never exist (RFC 2606)."""


@lru_cache(maxsize=4096)
def absolute(name: str) -> str:
    """The URI of a document by the name it was given."""
    return join_uri(BASE_URI, name)


@dataclass(frozen=True, slots=True, eq=False)
class Subject:
    """A schema and what its references may lead to. Compared by identity.

    Attributes:
        schema: The schema.
        uri: Its own name among the resources; relative references start from here.
        resources: Documents by URI or relative name.

    """

    schema: Json
    uri: str = ""
    resources: Mapping[str, Json] | None = None

    def documents(self) -> dict[str, Json]:
        """Every document by its name, this one included."""
        return {**(self.resources or {}), self.uri: self.schema}

    def replaced(self, document: str, schema: Json) -> Subject:
        """This subject with one of its documents exchanged."""
        resources = self.resources
        if resources is not None and document in resources:
            resources = {**resources, document: schema}
        return Subject(schema if document == self.uri else self.schema, self.uri, resources)


@dataclass(frozen=True, slots=True, eq=False)
class Place:
    """A schema and where it stands. Compared by identity.

    Attributes:
        schema: The JSON there.
        resource: What its references are relative to.
        location: Its document's name and the pointer in it.

    """

    schema: Json
    resource: Resource
    location: Location

    def get(self, keyword: str) -> Any:
        """The value of a keyword; ``None`` where it is not given."""
        return self.schema.get(keyword) if isinstance(self.schema, dict) else None

    def has(self, keyword: str) -> bool:
        """Whether a keyword is given."""
        return isinstance(self.schema, dict) and keyword in self.schema


class Side:
    """One side of a comparison: a subject whose places can be walked.

    Raises:
        modelpact.errors.ModelpactError: A document's dialect is unknown.

    """

    def __init__(self, subject: Subject) -> None:
        self.subject = subject
        documents = subject.documents()
        self._names = {absolute(name): name for name in documents}
        self._registry = Registry({absolute(name): s for name, s in documents.items()})

    def rooted(self, name: str) -> Side:
        """The same documents, seen from another one of them; what is known of them is shared."""
        other = copy(self)
        documents = self.subject.documents()
        other.subject = Subject(documents[name], name, self.subject.resources)
        other.__dict__.pop("root", None)
        return other

    @cached_property
    def root(self) -> Place:
        """The schema itself."""
        return self.document(self.subject.uri)

    def document(self, name: str) -> Place:
        """The root of a document."""
        resource = self.resource(name)
        return Place(resource.schema, resource, Location(name, ROOT))

    def resource(self, name: str) -> Resource:
        """A document as its references see it."""
        return self._registry.root(absolute(name))

    def uri_of(self, name: str) -> str:
        """The URI that references to a document use: its own ``$id``, where it has one."""
        return self.resource(name).uri

    def everywhere(self, place: Place) -> Iterator[Place]:
        """Every schema in a place, itself first, references not followed."""
        pending = [place]
        while pending:
            current = pending.pop()
            yield current
            for tokens, _ in subschemas(current.schema, current.resource.dialect):
                inner = self.inner(current, *tokens)
                if inner is not None:
                    pending.append(inner)

    def references(self, place: Place, without: Collection[str] = ()) -> Iterator[Place]:
        """What the references of every schema in a place lead to, as far as it can be told.

        Args:
            place: The place.
            without: Keywords of the place itself that are not looked into.

        """
        pending = [(place.schema, place.resource)]
        while pending:
            schema, resource = pending.pop()
            if isinstance(schema, dict) and not _REFERENCES.isdisjoint(schema):
                target = self.target(Place(schema, resource, place.location))
                if target is not None:
                    yield target
            idle = () if isinstance(schema, dict) and "if" in schema else _CONDITIONAL
            for tokens, inner in subschemas(schema, resource.dialect):
                if isinstance(inner, dict) and not (
                    (schema is place.schema and tokens[0] in without) or tokens[0] in idle
                ):
                    pending.append((inner, self._registry.enter(inner, resource)))

    def children(self, place: Place, keyword: str) -> Iterator[Place]:
        """The schemas that one keyword of a place holds, in order."""
        value = place.get(keyword)
        if isinstance(value, list | tuple):
            yield from (p for i in range(len(value)) if (p := self.inner(place, keyword, i)))
        elif isinstance(value, Mapping) and keyword in _MAPS:
            yield from (p for name in value if (p := self.inner(place, keyword, name)))
        elif isinstance(value, Mapping | bool) and (one := self.inner(place, keyword)):
            yield one

    def inner(self, place: Place, *tokens: Token) -> Place | None:
        """The schema at some steps below a place; ``None`` where there is none."""
        value: Any = place.schema
        for token in tokens:
            try:
                value = value[token]
            except (KeyError, IndexError, TypeError):
                return None
        if not isinstance(value, (dict, bool)):
            return None
        where = Location(place.location.file, place.location.pointer.join(*tokens))
        return Place(value, self._registry.enter(cast("Json", value), place.resource), where)

    def step(self, place: Place, token: Token) -> Place | None:
        """One step down, through what may be a map or list of schemas and no schema itself."""
        value: Any = place.schema
        if isinstance(value, Mapping):
            token = str(token)  # a validator tells names of digits as indexes
        try:
            below = value[token]
        except (KeyError, IndexError, TypeError):
            return None
        where = Location(place.location.file, place.location.pointer / token)
        resource = place.resource
        if isinstance(below, Mapping):
            resource = self._registry.enter(cast("Json", below), resource)
        return Place(below, resource, where)

    def target(self, place: Place) -> Place | None:
        """What the reference of a place leads to; ``None`` where there is none that can be told."""
        for keyword in _REFERENCE_KEYWORDS:
            reference = place.get(keyword)
            if isinstance(reference, str):
                try:
                    found = self._registry.resolve(place.resource, reference)
                except UnresolvableReferenceError:
                    return None
                name = self._names.get(found.document, found.document)
                return Place(found.schema, found.resource, Location(name, found.pointer))
        return None

    def document_named(self, base: str, path: str) -> str | None:
        """The document that a reference without a fragment leads to, by its name.

        Args:
            base: What the reference is relative to.
            path: The reference.

        """
        try:
            found = self._registry.document_at(join_uri(base, path))
        except UnresolvableReferenceError:
            return None
        return self._names.get(found)

    def location_of(self, keyword_uri: str) -> Location:
        """The document and pointer that an absolute keyword location names.

        Raises:
            UnresolvableReferenceError: It names nothing of ours.

        """
        uri, _, fragment = keyword_uri.partition("#")
        found = self._registry.resolve(BASE_URI, uri)
        name = self._names.get(found.document, found.document)
        told = (*found.pointer.tokens, *Pointer.parse_fragment(fragment).tokens)
        return Location(name, Pointer(_as_steps(self.subject.documents().get(name), told)))

    def value_at(self, location: Location) -> Json:
        """The JSON at a location.

        Raises:
            LookupError: There is nothing.

        """
        return location.pointer.of(self.subject.documents()[location.file])

    def composition(self, place: Place) -> tuple[Place, ...]:
        """Every schema that speaks of the same value, outermost first, each once.

        They are the place's own, and those that it refers to or combines (``not`` left out).
        """
        found: list[Place] = []
        seen: set[int] = set()
        pending = [place]
        while pending:
            current = pending.pop(0)
            if id(current.schema) in seen:
                continue
            seen.add(id(current.schema))
            found.append(current)
            pending.extend(self._in_place(current))
        return tuple(found)

    def _in_place(self, place: Place) -> Iterator[Place]:
        target = self.target(place)
        if target is not None:
            yield target
            if place.resource.dialect.ref_hides_siblings:
                return
        for keyword in _IN_PLACE:
            if keyword not in _CONDITIONAL or place.has("if"):
                yield from self.children(place, keyword)


def _as_steps(document: Any, tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Tokens of a pointer with names as strings and indexes as integers, as the document has it."""
    steps: list[Token] = []
    for token in tokens:
        is_list = isinstance(document, list | tuple)
        step: Token = int(token) if is_list else str(token)
        steps.append(step)
        if isinstance(document, Mapping | list | tuple):
            document = _below(document, step)
    return tuple(steps)


def _below(value: Any, step: Token) -> Any:
    try:
        return value[step]
    except (KeyError, IndexError):
        return None


_REFERENCE_KEYWORDS: Final = ("$ref", "$dynamicRef", "$recursiveRef")
_REFERENCES: Final = frozenset(_REFERENCE_KEYWORDS)
_IN_PLACE: Final = ("allOf", "anyOf", "oneOf", "then", "else", "dependentSchemas", "dependencies")
_CONDITIONAL: Final = frozenset({"then", "else"})
"""Without an ``if`` they mean nothing."""
_MAPS: Final = frozenset(
    {"properties", "patternProperties", "dependentSchemas", "dependencies", "$defs", "definitions"}
)
