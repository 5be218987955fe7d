"""The compiler of one registry: schemas to literals, each schema once a context."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from modelpact.compat.compiling.closing import close
from modelpact.compat.compiling.compiled import Compiled
from modelpact.compat.compiling.context import Context, Site
from modelpact.compat.compiling.contexts import NONE_LEFT_OPEN, Contexts, LeftOpen
from modelpact.compat.compiling.library import Library
from modelpact.compat.compiling.members import LONGEST_TEXT, text_alone
from modelpact.compat.nodes import FALSE, TRUE, Literal, NodeTable
from modelpact.compat.policy import LETTER, PART, WRITTEN, Mode, Policy
from modelpact.compat.reasons import InvalidSchemaError, Reason, UndecidableError
from modelpact.compat.strings import StringSets
from modelpact.documents.dialects import Dialect
from modelpact.documents.pointers import ROOT
from modelpact.documents.references import Resolved

__all__ = ["Compiler"]

_MAX_DEPTH: Final = 300
_DEEPEST_TEXT: Final = 6
"""Texts of schemas within schemas are as long together as the document times the levels."""


class Compiler:
    """Compiles the schemas of one registry under one policy.

    Args:
        table: Where nodes go.
        strings: Patterns, for those that have to be evaluated while compiling.
        library: What references lead to.
        policy: How keywords are read.
        shared: What the session has compiled from any registry.
        left_open: Schemas of members, by identity, that several parts of one composition speak
            of: none of them alone says which properties a writer writes there.

    Attributes:
        contexts: Where schemas stand.

    """

    def __init__(  # noqa: PLR0913, PLR0917 - what a session shares, piece by piece
        self,
        table: NodeTable,
        strings: StringSets,
        library: Library,
        policy: Policy,
        shared: Compiled,
        left_open: LeftOpen = NONE_LEFT_OPEN,
    ) -> None:
        self.table = table
        self.strings = strings
        self.policy = policy
        self._library = library
        self._shared = shared.literals
        self.contexts = Contexts(library, policy, shared, left_open)
        self._open: dict[tuple[object, ...], int] = {}
        self._begun: dict[tuple[int, int], int] = {}
        """Schemas that are being compiled, by identity and context: at which place."""
        self._added: list[tuple[object, ...]] = []
        self._place = 0

    def compile(self, key: str, mode: Mode = LETTER) -> Literal:
        """The literal of the document given under a key.

        Args:
            key: The document.
            mode: LETTER, or WRITTEN for what somebody writes under the tolerant policy.

        Raises:
            InvalidSchemaError: It is no schema of its dialect.
            UnresolvableReferenceError: A reference into a known document leads nowhere.
            UndecidableError: It has what the engine cannot deal with at all.

        """
        return self._begin(lambda: self._document(key, mode))

    def member(
        self, key: str, mode: Mode, dialect: Dialect, schema: Any, *, alone: bool
    ) -> Literal:
        """The literal of the schema of a member of the root of the document given under a key.

        Args:
            key: The document.
            mode: As for :meth:`compile`.
            dialect: The document's.
            schema: The schema.
            alone: Whether it certainly refers to nothing: then no document is looked into.

        Raises:
            As :meth:`compile`.

        """
        if alone:
            return self._begin(
                lambda: self._within(schema, self.contexts.anywhere(dialect, mode), alone=True)
            )
        return self._begin(lambda: self.inside(schema, self.contexts.at_root(key, mode)))

    def _document(self, key: str, mode: Mode) -> Literal:
        context = self.contexts.at_root(key, mode)
        resource = context.resource
        if self._library.fingerprints.needs_fingerprint(resource):
            return self._definition(Resolved(resource.schema, resource, ROOT), context)
        return self._valued(resource.schema, context)

    def _begin(self, work: Callable[[], Literal]) -> Literal:
        """Compile something; after an error nothing half-done is left."""
        try:
            return work()
        except BaseException as error:
            for unfinished in self._added:
                self._shared.pop(unfinished, None)
            self.contexts.clear()
            if isinstance(error, InvalidSchemaError):
                raise self._located(error) from None
            raise
        finally:
            self._added.clear()
            self._open.clear()
            self._begun.clear()
            self._place = 0

    def here(self, schema: Any, context: Context) -> Literal:
        """Compile a schema that speaks of the same value, such as a branch of ``anyOf``."""
        if schema is True or schema is False:
            return TRUE if schema else FALSE
        if not isinstance(schema, dict):
            raise InvalidSchemaError(
                f"a schema is an object, true or false, not {type(schema).__name__}",
                advice="Correct the schema.",
                rule="invalid-schema",
            )
        if context.mode == WRITTEN:
            context = self.contexts.like(context, PART)
        context = self.contexts.entered(schema, context)
        literal = context.compiled.get(id(schema))
        return self._once(self._conjunction, schema, context) if literal is None else literal

    def inside(self, schema: Any, context: Context) -> Literal:
        """Compile a schema that speaks of a member, an item or a name."""
        if context.mode != LETTER:
            context = self.contexts.inside(schema, context)
        text = None
        if context.texts is not None and self._place < _DEEPEST_TEXT:
            text = text_alone(schema)
            known = context.texts.get(text) if text is not None else None
            if known is not None:
                return known
        literal = self._within(schema, context, alone=text is not None)
        if text is not None and context.texts is not None and len(text) <= LONGEST_TEXT:
            context.texts[text] = literal
        return literal

    def _within(self, schema: Any, context: Context, *, alone: bool) -> Literal:
        """Compile a schema of a member, an item or a name that is not known by its text."""
        self._place += 1
        if alone and context.mode == LETTER and type(schema) is dict:
            # What refers to nothing cannot come back to itself.
            literal = self.table.all_of(self._keywords(schema, context))
        else:
            literal = self._valued(schema, context)
        self._place -= 1
        return literal

    def test(self, schema: Any, context: Context) -> Literal:
        """Compile a schema that only asks about the same value, as ``if`` does: to the letter."""
        return self.here(schema, self.contexts.like(context, LETTER))

    def test_inside(self, schema: Any, context: Context) -> Literal:
        """Compile a schema that only asks about an item, as ``contains`` does: to the letter."""
        return self.inside(schema, self.contexts.like(context, LETTER))

    def valued_here(self, schema: Any, context: Context) -> Literal:
        """Compile a branch in place as if it spoke of the whole value."""
        return self._valued(schema, self.contexts.like(context, WRITTEN))

    def in_place(self, context: Context) -> Context:
        """The context of a branch in place."""
        return self.contexts.like(context, PART)

    def _valued(self, schema: Any, context: Context) -> Literal:
        """Compile a schema that speaks of a whole value; what is written closes there."""
        if context.mode != WRITTEN or not isinstance(schema, dict):
            return self.here(schema, context)
        context = self.contexts.entered(schema, context)
        literal = context.compiled.get(id(schema))
        return self._once(self._closed, schema, context) if literal is None else literal

    def _conjunction(self, schema: Mapping[str, Any], context: Context) -> Literal:
        return self.table.all_of(self._keywords(schema, context))

    def _closed(self, schema: Mapping[str, Any], context: Context) -> Literal:
        return close(self, schema, context)

    def _once(
        self,
        make: Callable[[Mapping[str, Any], Context], Literal],
        schema: Mapping[str, Any],
        context: Context,
    ) -> Literal:
        """Compile a schema of a context for the first time.

        Unevaluated keywords look through references without compiling what they lead to, and so
        may come back, some members further in, to a schema that has been begun. There it is a
        reference to itself.
        """
        begun = (id(schema), id(context))
        place = self._begun.get(begun)
        if place is not None:
            if place == self._place:
                raise UndecidableError(Reason.CYCLIC_REF, "a schema that is part of itself")
            reference = self.table.reference(self.contexts.identity(schema, context))
            context.compiled[id(schema)] = reference
            return reference
        # What closes is begun twice: as the whole value, and as what its keywords say.
        if len(self._begun) > (_MAX_DEPTH if context.mode == LETTER else 2 * _MAX_DEPTH):
            raise UndecidableError(Reason.DEPTH, "deeply nested schemas")
        self._begun[begun] = self._place
        literal = make(schema, context)
        del self._begun[begun]
        reference = context.compiled.get(id(schema), literal)
        if reference != literal:
            self.table.define(reference, literal)
        context.compiled[id(schema)] = literal
        return literal

    def refer(self, keyword: str, reference: str, context: Context) -> Literal:
        """Compile what a ``$ref``, ``$dynamicRef`` or ``$recursiveRef`` leads to."""
        target = self.target(keyword, reference, context)
        if target is None:  # equal addresses are one set
            return self.table.opaque(self.contexts.address(reference, context), Reason.REMOTE_REF)
        return self._definition(*target)

    def target(
        self, keyword: str, reference: str, context: Context
    ) -> tuple[Resolved, Context] | None:
        """Where a reference leads, and the context there; ``None`` if it is not among ours."""
        return self.contexts.target(keyword, reference, context)

    def _definition(self, resolved: Resolved, context: Context) -> Literal:
        """What a reference leads to, compiled once a session for all that say the same."""
        if isinstance(resolved.schema, bool):
            return TRUE if resolved.schema else FALSE
        fingerprint = self._library.fingerprints.of(resolved)
        scope = context.scope if fingerprint.dynamic else ()
        places = tuple((name, resource.place()) for name, resource in scope)
        key = (fingerprint.digest, context.mode, places, self.contexts.salt(context), self.policy)
        known = self._shared.get(key)
        if known is not None:
            if self._open.get(key) == self._place:
                raise UndecidableError(Reason.CYCLIC_REF, str(resolved.pointer))
            return known
        if not fingerprint.recursive:
            literal = self._valued(resolved.schema, context)
            self._shared[key] = literal
            self._added.append(key)
            return literal
        reference = self._shared[key] = self.table.reference(key)
        self._added.append(key)
        self._open[key] = self._place
        self.table.define(reference, self._valued(resolved.schema, context))
        del self._open[key]
        return reference

    def _keywords(self, schema: Mapping[str, Any], context: Context) -> list[Literal]:
        site = Site(self, schema, context)
        handlers = context.handlers
        if "$ref" in schema and context.dialect.ref_hides_siblings and "$ref" in handlers:
            handlers["$ref"](site, schema["$ref"])
            return site.literals
        for keyword, value in schema.items():
            handler = handlers.get(keyword)
            if handler is not None:
                handler(site, value)
        return site.literals

    def _located(self, error: InvalidSchemaError) -> InvalidSchemaError:
        """The same error with the place of the schema at fault."""
        from modelpact.compat.compiling.places import find_place

        documents = {root.document: root.schema for root in self._library.registry.documents()}
        return error.at(find_place(documents, lambda schema: schema is error.schema))
