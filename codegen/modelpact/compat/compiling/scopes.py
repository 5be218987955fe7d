"""Dynamic scopes: what ``$dynamicRef`` and ``$recursiveRef`` lead to depends on the way there.

Source: JSON Schema 2020-12 Core section 8.2.3.2, 2019-09 Core section 8.2.4.2.
"""

from __future__ import annotations

from dataclasses import dataclass

from modelpact.compat.compiling.context import Scope
from modelpact.compat.compiling.fingerprints import Fingerprints
from modelpact.documents.references import Registry, Resolved, Resource

__all__ = ["DynamicScopes"]


@dataclass(frozen=True, slots=True)
class DynamicScopes:
    """The dynamic scopes of one registry.

    Only what such references can find is noted in a scope, so that contexts stay few.
    """

    registry: Registry
    fingerprints: Fingerprints

    def enter(self, scope: Scope, resource: Resource) -> Scope:
        """The scope after entering a resource: names that are bound stay bound.

        ``$recursiveAnchor`` counts as long as every resource on the way has it.
        """
        if not scope and not self._may_be_dynamic(resource):
            return scope
        bound = dict(scope)
        if resource.dialect.knows("$recursiveRef"):
            if resource.is_recursive_anchor:
                bound.setdefault("", resource)
            else:
                bound.pop("", None)
        if resource.dialect.knows("$dynamicRef") and self._has_dynamic_anchors(resource):
            for name in resource.dynamic_anchors:
                bound.setdefault(name, resource)
        return tuple(sorted(bound.items(), key=lambda item: item[0]))

    def bound(self, keyword: str, reference: str, resolved: Resolved, scope: Scope) -> Resolved:
        """What a reference leads to where the scope has the last word: the outermost resource.

        Args:
            keyword: ``$dynamicRef`` or ``$recursiveRef``.
            reference: Its text.
            resolved: What it would lead to as a ``$ref``.
            scope: The scope where it stands.

        """
        if keyword == "$recursiveRef":
            if not resolved.resource.is_recursive_anchor:
                return resolved
            outermost = dict(scope).get("", resolved.resource)
            return Resolved(outermost.schema, outermost, outermost.pointer)
        name = reference.partition("#")[2]
        schema = resolved.schema
        if not isinstance(schema, dict) or schema.get("$dynamicAnchor") != name:
            return resolved
        resource = dict(scope).get(name)
        if resource is None:
            return resolved
        return self.registry.dynamic_anchor(resource, name) or resolved

    def _may_be_dynamic(self, resource: Resource) -> bool:
        # The drafts' own metaschemas are, and are at hand only once something refers to them.
        return self.fingerprints.mention_dynamic() or "json-schema.org/" in resource.uri

    def _has_dynamic_anchors(self, resource: Resource) -> bool:
        return self._may_be_dynamic(resource) and self.registry.has_dynamic_anchors(resource)
