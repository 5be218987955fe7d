"""What a ``$ref`` means: resources by URI, anchors and pointers, all offline.

A *resource* is a schema with a URI of its own: a document, or a subschema with an ``$id``.
Documents are indexed only when something asks for more than a document's root or a pointer into it.
Sources: JSON Schema 2020-12 Core sections 8 and 9, RFC 3986 section 5, RFC 6901.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from urllib.parse import unquote

from modelpact.documents.anchors import index_anchors, own_uri
from modelpact.documents.declaring import declared_dialect, metaschema
from modelpact.documents.dialects import (
    DRAFT202012,
    Dialect,
    Shape,
    subschemas,
)
from modelpact.documents.pointers import Pointer
from modelpact.documents.resources import (
    DuplicateIdentifierError,
    Resolved,
    Resource,
    UnknownResourceError,
    UnresolvableReferenceError,
    as_uri,
    dangling,
    join_uri,
)
from modelpact.documents.steps import is_index, next_state
from modelpact.documents.values import Json, JsonObject

__all__ = [
    "DuplicateIdentifierError",
    "Registry",
    "Resolved",
    "Resource",
    "UnknownResourceError",
    "UnresolvableReferenceError",
    "join_uri",
]


class Registry:
    """Every schema that references may lead to.

    Args:
        resources: Documents by their URI or path. A relative key is fine: relative references
            between relative keys work as they do between files. A root ``$id`` is known as well.
        default_dialect: Of documents without ``$schema``.

    Raises:
        UnknownDialectError: A document's ``$schema`` is no draft and no metaschema among them.

    """

    def __init__(
        self, resources: Mapping[str, Json], default_dialect: Dialect = DRAFT202012
    ) -> None:
        self.default_dialect = default_dialect
        self._documents = dict(resources)
        self._roots: dict[str, Resource] = {}
        self._files: dict[str, Resource] = {}
        self._by_uri: dict[str, Resource] = {}
        self._duplicates: dict[str, tuple[str, str]] = {}
        self._indexed: set[str] = set()
        self._resolved: dict[tuple[int | str, str], tuple[str | Resource, Resolved]] = {}
        self._entered: dict[tuple[int, str], tuple[Json, Resource]] = {}
        for key, schema in self._documents.items():
            self._roots[key] = self._files[as_uri(key)] = self._add_root(key, schema)

    def documents(self) -> Iterator[Resource]:
        """The root resource of every document given, in the order given."""
        return iter(tuple(self._roots.values()))

    @property
    def is_single(self) -> bool:
        """Whether there is one document."""
        return len(self._documents) == 1

    def root(self, key: str) -> Resource:
        """The root resource of the document given under a key.

        Raises:
            UnknownResourceError: There is none.

        """
        root = self._roots.get(key)
        if root is None:
            raise UnknownResourceError(key)
        return root

    def resolve(self, base: str | Resource, reference: str) -> Resolved:
        """Follow a ``$ref``.

        Args:
            base: The resource the reference stands in, or its base URI.
            reference: The text of the reference.

        Raises:
            UnknownResourceError: It leads to a resource that is not here.
            UnresolvableReferenceError: It leads to nothing in a resource that is here.
            DuplicateIdentifierError: It names what two schemas claim.

        """
        base_uri = base.uri if isinstance(base, Resource) else base
        key = (id(base) if isinstance(base, Resource) else base, reference)
        known = self._resolved.get(key)
        if known is None:
            uri, _, fragment = reference.partition("#")
            if not uri and isinstance(base, Resource):
                resource = base
            else:
                resource = self._resource(join_uri(base_uri, uri), fragment)
            found = self._within(resource, fragment, reference)
            # The base is kept too: an id is unique only while its object lives.
            known = self._resolved[key] = (base, found)
        return known[1]

    def document_at(self, uri: str) -> str:
        """The key of the document that a URI without a fragment leads into.

        Raises:
            UnknownResourceError: It leads to a resource that is not here.
            DuplicateIdentifierError: It names what two schemas claim.

        """
        return self._resource(uri, "").document

    def beside(self, base: Resource, reference: str) -> Resolved | None:
        """What a reference leads to if it is relative to its document's file, not to an ``$id``."""
        path, _, fragment = reference.partition("#")
        root = self._files.get(join_uri(base.document, path)) if path else None
        return None if root is None else self._within(root, fragment, reference)

    def enter(self, schema: Json, resource: Resource) -> Resource:
        """The resource that an inner schema belongs to: its own, where it has an ``$id``."""
        if not isinstance(schema, dict):
            return resource
        dialect = resource.dialect
        if dialect.id_keyword not in schema or schema is resource.schema:
            return resource
        uri = own_uri(schema, dialect)
        return self._embedded(schema, join_uri(resource.uri, uri), resource) if uri else resource

    def dynamic_anchor(self, resource: Resource, name: str) -> Resolved | None:
        """The schema that a resource calls by a ``$dynamicAnchor``, if it does."""
        self._index(resource.document)
        pointer = resource.dynamic_anchors.get(name)
        return None if pointer is None else self._at(resource, pointer)

    def has_dynamic_anchors(self, resource: Resource) -> bool:
        """Whether ``$dynamicRef`` may lead into a resource by the dynamic scope."""
        self._index(resource.document)
        return bool(resource.dynamic_anchors)

    def resources(self) -> Iterator[Resource]:
        """Every resource: documents, and schemas in them that have an ``$id``."""
        for key in tuple(self._documents):
            self._index(key)
        yield from tuple(self._roots.values())
        yield from (resource for _, resource in tuple(self._entered.values()))

    def _add_root(self, key: str, schema: Json) -> Resource:
        dialect = declared_dialect(schema, self.default_dialect, self._documents, key)
        uri = as_uri(key.partition("#")[0])
        if isinstance(schema, dict):
            uri = join_uri(uri, own_uri(schema, dialect))
        resource = Resource(schema, uri, dialect, key)
        self._register(uri, resource)
        if uri != key:
            self._by_uri.setdefault(key, resource)
        return resource

    def _register(self, uri: str, resource: Resource) -> None:
        other = self._by_uri.setdefault(uri, resource)
        if other is not resource and other.schema is not resource.schema:
            self._duplicates.setdefault(uri, (other.place(), resource.place()))

    def _resource(self, uri: str, fragment: str) -> Resource:
        found = self._by_uri.get(uri)
        if found is None:
            for key in self._documents:
                self._index(key)
            found = self._by_uri.get(uri) or self._metaschema(uri)
        if found is None:
            raise UnknownResourceError(f"{uri}#{fragment}" if fragment else uri)
        if uri in self._duplicates:
            self._refuse_duplicate(uri)
        return found

    def _refuse_duplicate(self, uri: str) -> None:
        first, second = self._duplicates[uri]
        raise DuplicateIdentifierError(
            f"two schemas claim {uri!r}: {first} and {second}",
            where=second,
            advice="Give each its own `$id` or anchor.",
            rule="duplicate-identifier",
        )

    def _metaschema(self, uri: str) -> Resource | None:
        schema = metaschema(uri)
        if schema is None:
            return None
        dialect = declared_dialect(schema, self.default_dialect, self._documents, uri)
        resource = Resource(schema, uri, dialect, uri)
        self._documents[uri] = schema
        self._roots[uri] = self._by_uri[uri] = resource
        return resource

    def _within(self, resource: Resource, fragment: str, reference: str) -> Resolved:
        if not fragment:
            return Resolved(resource.schema, resource, resource.pointer)
        if fragment.startswith("/"):
            return self._follow(resource, fragment, reference)
        return self._anchor(resource, unquote(fragment), reference)

    def _anchor(self, resource: Resource, name: str, reference: str) -> Resolved:
        self._index(resource.document)
        if name not in resource.anchors:
            raise dangling(reference, resource, f"has no anchor {name!r}")
        pointer = resource.anchors[name]
        if pointer is None:
            raise DuplicateIdentifierError(
                f"two schemas have the anchor {name!r}",
                where=resource.place(),
                advice="Give each its own anchor.",
                rule="duplicate-identifier",
            )
        return self._at(resource, pointer)

    def _at(self, resource: Resource, pointer: Pointer) -> Resolved:
        """The schema at a pointer that the index found, relative to its resource."""
        schema = pointer.of(resource.schema)
        place = Pointer((*resource.pointer.tokens, *pointer.tokens))
        return Resolved(schema, self.enter(schema, resource), place)

    def _follow(self, resource: Resource, fragment: str, reference: str) -> Resolved:
        """Walk a JSON pointer, minding each ``$id`` that it crosses."""
        value = resource.schema
        tokens: list[str | int] = list(resource.pointer.tokens)
        text = unquote(fragment) if "%" in fragment else fragment
        state: Shape | None = Shape.SCHEMA
        for raw in text[1:].split("/"):
            token = raw.replace("~1", "/").replace("~0", "~") if "~" in raw else raw
            if state is Shape.SCHEMA and value is not resource.schema:
                resource = self.enter(value, resource)
            step: str | int = token
            if isinstance(value, dict) and token in value:
                inner = value[token]
            elif isinstance(value, list | tuple) and is_index(token) and int(token) < len(value):
                step = int(token)
                inner = value[step]
            else:
                raise dangling(reference, resource, f"has nothing at {token!r}")
            state = next_state(state, token, inner, resource.dialect)
            value = inner
            tokens.append(step)
        if not isinstance(value, dict | bool):
            raise dangling(reference, resource, "holds no schema there")
        return Resolved(value, self.enter(value, resource), Pointer(tuple(tokens)))

    def _embedded(self, schema: JsonObject, uri: str, parent: Resource) -> Resource:
        known = self._entered.get((id(schema), uri))
        if known is not None:
            return known[1]
        self._index(parent.document)
        known = self._entered.get((id(schema), uri))
        if known is not None:
            return known[1]
        # A schema in a place that is no schema's (below an unknown keyword), reached by pointer.
        dialect = declared_dialect(schema, parent.dialect, self._documents, parent.place())
        resource = Resource(schema, uri, dialect, parent.document, parent.pointer)
        self._entered[id(schema), uri] = (schema, resource)
        return resource

    def _index(self, key: str) -> None:
        """Find every embedded resource and anchor of a document, once."""
        if key in self._indexed or key not in self._roots:
            return
        self._indexed.add(key)
        root = self._roots[key]
        pending: list[tuple[Json, Resource, tuple[str | int, ...]]] = [(root.schema, root, ())]
        while pending:
            schema, resource, tokens = pending.pop()
            if not isinstance(schema, dict):
                continue
            if schema is not root.schema:
                resource = self._index_identifier(schema, resource, tokens)
            index_anchors(schema, resource, tokens)
            pending.extend(
                (inner, resource, (*tokens, *steps))
                for steps, inner in subschemas(schema, resource.dialect)
            )

    def _index_identifier(
        self, schema: JsonObject, parent: Resource, tokens: tuple[str | int, ...]
    ) -> Resource:
        relative = own_uri(schema, parent.dialect)
        if not relative:
            return parent
        uri = join_uri(parent.uri, relative)
        known = self._entered.get((id(schema), uri))
        if known is not None:
            return known[1]
        dialect = declared_dialect(schema, parent.dialect, self._documents, parent.place())
        resource = Resource(schema, uri, dialect, parent.document, Pointer(tokens))
        self._entered[id(schema), uri] = (schema, resource)
        self._register(uri, resource)
        return resource
