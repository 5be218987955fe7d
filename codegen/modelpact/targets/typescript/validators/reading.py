"""From schemas to demands, keyword by keyword, in every dialect.

Sources: JSON Schema 2020-12 Core sections 8 to 11 and Validation section 6; the older drafts where
they differ.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from modelpact.documents.references import (
    Registry,
    Resolved,
    Resource,
    UnknownResourceError,
)
from modelpact.documents.values import Json
from modelpact.targets.typescript.validators.demands import (
    ANYTHING,
    Call,
    Demands,
    Key,
    Subschema,
    Tokens,
)
from modelpact.targets.typescript.validators.keywords import Faults

__all__ = ["Reader"]

_NEVER: Final = Demands(never=True)


@dataclass(slots=True)
class Reader:
    """Reads the schemas of one registry. Nothing is read twice.

    Attributes:
        registry: What references lead to.
        faults: What cannot be decided exactly, and what is no schema.

    """

    registry: Registry
    faults: Faults = field(default_factory=Faults)
    _read: dict[Key, Subschema] = field(default_factory=dict)
    _found: dict[Key, tuple[Json, Resource]] = field(default_factory=dict)
    _dynamic: bool | None = None

    def entry(self, document: str, tokens: Tokens) -> Key:
        """Where reading begins with the schema at a place of a document."""
        resource = self._root(document)
        schema = resource.schema
        for token in tokens:
            schema = schema[token]  # type: ignore[index]
            resource = self.registry.enter(schema, resource)
        scope = (resource,) if self._is_dynamic() else ()
        key = Key(document, tokens, scope)
        self._found.setdefault(key, (schema, resource))
        return key

    def _root(self, document: str) -> Resource:
        try:
            return self.registry.root(document)
        except UnknownResourceError:  # a draft's own metaschema comes when it is asked for
            return self.registry.resolve("", document).resource

    def at(self, key: Key) -> Subschema:
        """What the schema at a place demands."""
        known = self._read.get(key)
        if known is None:
            schema, resource = self._found[key]
            known = self._read[key] = self.schema(schema, key.tokens, resource, key.scope)
        return known

    def _is_dynamic(self) -> bool:
        """Whether the way of reading may decide what a reference means, anywhere."""
        if self._dynamic is None:
            self._dynamic = any(
                self.registry.has_dynamic_anchors(resource) or resource.is_recursive_anchor
                for resource in self.registry.resources()
            )
        return self._dynamic

    def schema(
        self, schema: Json, tokens: Tokens, outer: Resource, scope: tuple[Resource, ...]
    ) -> Subschema:
        """What a schema demands that stands in a resource."""
        if isinstance(schema, bool):
            return ANYTHING if schema else _NEVER
        if not isinstance(schema, dict):
            self.faults.add(
                "a schema is an object or a boolean", outer.document, tokens, "not-a-schema"
            )
            return ANYTHING
        resource = self.registry.enter(schema, outer)
        if resource is not outer and scope and resource not in scope:
            scope = (*scope, resource)
        from modelpact.targets.typescript.validators.reading_schema import SchemaReading

        return SchemaReading(self, schema, tokens, resource, scope).subschema()

    # --- references ---------------------------------------------------------------------------

    def call(self, found: Resolved, scope: tuple[Resource, ...]) -> Call:
        """The demands of what a reference leads to."""
        if not scope and self._is_dynamic():
            scope = (found.resource,)
        if scope and found.resource not in scope:
            scope = (*scope, found.resource)
        key = Key(found.document, found.pointer.tokens, scope)
        self._found.setdefault(key, (found.schema, found.resource))
        return Call(key)
