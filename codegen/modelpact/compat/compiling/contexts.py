"""The contexts of one compiler: each is made once, and leads to those of what stands in it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, Protocol

from modelpact.compat.compiling.compiled import Compiled
from modelpact.compat.compiling.context import Context, Scope
from modelpact.compat.compiling.handlers import handlers_of
from modelpact.compat.compiling.library import Library
from modelpact.compat.nodes import Literal
from modelpact.compat.policy import LETTER, PART, WRITTEN, Mode, Policy
from modelpact.documents.dialects import Dialect
from modelpact.documents.pointers import ROOT
from modelpact.documents.references import Resolved, Resource, UnknownResourceError, join_uri

__all__ = ["NONE_LEFT_OPEN", "Contexts", "LeftOpen"]

NONE_LEFT_OPEN: Final[tuple[object, ...]] = ()


class LeftOpen(Protocol):
    """Schemas, by identity."""

    def __contains__(self, schema: object, /) -> bool: ...

    def __len__(self) -> int: ...


class Contexts:
    """The contexts in the documents of one library.

    Args:
        library: The documents, and what references lead to.
        policy: How keywords are read.
        session: What the session has compiled from any library.
        left_open: Schemas of members, by identity, that several parts of one composition speak
            of: none of them alone says which properties a writer writes there.

    """

    __slots__ = ("_left_open", "_library", "_made", "_number", "_policy", "_session")

    def __init__(
        self, library: Library, policy: Policy, session: Compiled, left_open: LeftOpen
    ) -> None:
        self._library = library
        self._policy = policy
        self._session = session
        self._left_open = left_open
        self._number: int | None = None
        self._made: dict[tuple[int, Mode, Scope], Context] = {}

    def clear(self) -> None:
        """Forget all contexts, and what was compiled in them."""
        self._made.clear()

    def at_root(self, key: str, mode: Mode) -> Context:
        """The context of the document given under a key."""
        resource = self._library.registry.root(key)
        return self._of(resource, mode, self._library.scopes.enter((), resource))

    def anywhere(self, dialect: Dialect, mode: Mode) -> Context:
        """The context of what refers to nothing: no document has to be looked into."""
        return self._of(self._session.nowhere(dialect), mode, ())

    def like(self, context: Context, mode: Mode) -> Context:
        """The same place in another mode."""
        other = context.modes.get(mode)
        if other is None:
            other = self._of(context.resource, mode, context.scope)
            other.modes = context.modes
            context.modes[mode] = other
        return other

    def inside(self, schema: Any, context: Context) -> Context:
        """The context of a schema that speaks of a member, an item or a name; it is written."""
        return self.like(context, PART if schema in self._left_open else WRITTEN)

    def entered(self, schema: Mapping[str, Any], context: Context) -> Context:
        """The context inside a schema that may be a resource of its own."""
        if context.dialect.id_keyword not in schema or schema is context.resource.schema:
            return context
        resource = self._library.registry.enter(schema, context.resource)
        if resource is context.resource:
            return context
        return self._of(resource, context.mode, self._library.scopes.enter(context.scope, resource))

    def target(
        self, keyword: str, reference: str, context: Context
    ) -> tuple[Resolved, Context] | None:
        """Where a reference leads, and the context there; ``None`` if it is not among ours."""
        try:
            resolved = self._library.registry.resolve(context.resource, reference)
        except UnknownResourceError:
            return None
        if keyword != "$ref":
            resolved = self._library.scopes.bound(keyword, reference, resolved, context.scope)
        scope = context.scope
        if resolved.resource is not context.resource:
            scope = self._library.scopes.enter(scope, resolved.resource)
        return resolved, self._of(resolved.resource, context.mode, scope)

    def address(self, reference: str, context: Context) -> str:
        """What something is known by that is not among ours: its address, and nothing else.

        A relative one is an address among these documents only.
        """
        uri = join_uri(context.resource.uri, reference)
        if "://" in uri or uri.startswith("urn:"):
            return uri
        if self._number is None:
            self._number = self._session.next_number()
        return f"{uri} in {self._number}"

    def identity(self, schema: Mapping[str, Any], context: Context) -> object:
        """What a schema within a definition is known by: all that its meaning depends on."""
        fingerprint = self._library.fingerprints.of(Resolved(schema, context.resource, ROOT))
        if fingerprint.dynamic:
            return object()  # nothing less than the way here tells what it means
        return ("within", fingerprint.digest, context.mode, self.salt(context), self._policy)

    def texts(self, dialect: Dialect, mode: Mode) -> dict[bytes, Literal] | None:
        """What the session knows by its text alone; ``None`` where texts do not tell."""
        if mode != LETTER and self._left_open:
            return None
        return self._session.texts(dialect, mode, self._policy)

    def salt(self, context: Context) -> bytes:
        """What the meaning depends on beside the fingerprint: which members are left open."""
        if context.mode == LETTER or not self._left_open:
            return b""
        return self._library.fingerprints.whole()

    def _of(self, resource: Resource, mode: Mode, scope: Scope) -> Context:
        key = (id(resource), mode, scope)
        context = self._made.get(key)
        if context is None:
            handlers = handlers_of(resource.dialect)
            texts = self.texts(resource.dialect, mode)
            context = self._made[key] = Context(resource, mode, scope, handlers, texts)
        return context
