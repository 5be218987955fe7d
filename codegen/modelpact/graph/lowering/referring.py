"""Where references lead: from a keyword's text to a definition."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from modelpact.documents.dialects import misshapen, subschemas
from modelpact.documents.references import Registry, Resolved, Resource, UnknownResourceError
from modelpact.documents.sets import DocumentSet
from modelpact.documents.values import Json
from modelpact.errors import ModelpactError
from modelpact.graph.lowering.keywords import REFERENCES
from modelpact.graph.lowering.names import anonymous_name
from modelpact.graph.lowering.scope import Scope, Tokens
from modelpact.graph.lowering.sources import Source, Sources
from modelpact.graph.nodes import Reference

__all__ = ["Referring"]

_PLAIN_FILE: Final = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.-]*").fullmatch
_CONTAINERS: Final = frozenset({"$defs", "definitions"})


@dataclass(slots=True, eq=False)
class Referring:
    """The references of a set of documents.

    Attributes:
        documents: What is lowered.
        registry: What references may lead to.
        sources: What they have led to; a place that had no name becomes a definition.
        found: For each (file, base URI, text as written) the definition it leads to.

    """

    documents: DocumentSet
    registry: Registry
    sources: Sources
    found: dict[tuple[str, str, str], str] = field(default_factory=dict)
    _resolved: dict[tuple[Resource, str], Reference] = field(default_factory=dict)

    def reference(self, text: Json, keyword: str, tokens: Tokens, scope: Scope) -> Reference | None:
        """The definition that a reference leads to; ``None`` (and a fault) where there is none."""
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
                scope.session.fault(fault.what, where, fault.advice, fault.rule)
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
        self.found.setdefault(place, reference.name)
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
        known = self.sources.at(found.document, tokens)
        if known is not None:
            return known
        owner = self.sources.owner(found.document, tokens)
        published = owner is None
        if owner is None:
            name, home = self._root_name(found), ""
        else:
            name = anonymous_name(owner.name, owner.schema, tokens[len(owner.tokens) :])
            home = owner.home
        name = self.sources.unique(name)
        self.sources.wait(Source(name, found.schema, found.resource, tokens, published, home))
        return name

    def _root_name(self, found: Resolved) -> str:
        """The name of what stands in no definition: a document's, or its last token."""
        if found.pointer.tokens:
            return str(found.pointer.tokens[-1])
        document = self.documents.documents.get(found.document)
        return document.name if document else found.document.rsplit("/", 1)[-1]

    def follow_inside(self, source: Source, scope: Scope) -> None:
        """Resolve every reference in a definition's schema, also where no node states it."""
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


def _dynamic_name(found: Resolved) -> str | None:
    name = found.schema.get("$dynamicAnchor") if isinstance(found.schema, dict) else None
    return name if isinstance(name, str) else None
