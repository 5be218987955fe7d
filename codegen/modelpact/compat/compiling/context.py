"""Where a schema stands, and what the handlers of keywords may use."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final, Protocol, TypeAlias

from modelpact.compat.nodes import Literal, NodeTable
from modelpact.compat.policy import Mode, Policy
from modelpact.compat.reasons import InvalidSchemaError
from modelpact.compat.strings import StringSets
from modelpact.documents.dialects import Dialect
from modelpact.documents.references import Resolved, Resource

__all__ = ["Context", "Handler", "SchemaCompiler", "Scope", "Site"]

Scope: TypeAlias = "tuple[tuple[str, Resource], ...]"
"""What ``$dynamicRef`` finds by name: the outermost resource on the way here that has it. The empty
name stands for ``$recursiveAnchor``."""


class Context:
    """Everything about a place that the meaning of a schema there depends on.

    Attributes:
        mode: How schemas here are read.
        compiled: By the identity of a schema: its literal here.
        modes: The contexts that differ in mode only, by mode.
        texts: By the text of a schema that refers to nothing: its literal, wherever it stands;
            ``None`` where the text alone does not tell.

    """

    __slots__ = ("compiled", "dialect", "handlers", "mode", "modes", "resource", "scope", "texts")

    def __init__(
        self,
        resource: Resource,
        mode: Mode,
        scope: Scope,
        handlers: Mapping[str, Handler],
        texts: dict[bytes, Literal] | None,
    ) -> None:
        self.resource = resource
        self.dialect: Dialect = resource.dialect
        self.mode = mode
        self.scope = scope
        self.handlers = handlers
        self.compiled: dict[int, Literal] = {}
        self.modes: dict[Mode, Context] = {mode: self}
        self.texts = texts


class SchemaCompiler(Protocol):
    """What the handlers of keywords may use of the compiler."""

    table: NodeTable
    policy: Policy
    strings: StringSets

    def here(self, schema: Any, context: Context) -> Literal:
        """Compile a schema that speaks of the same value, such as a branch of ``anyOf``."""
        ...

    def inside(self, schema: Any, context: Context) -> Literal:
        """Compile a schema that speaks of a member, an item or a name."""
        ...

    def test(self, schema: Any, context: Context) -> Literal:
        """Compile a schema that only asks about the same value, as ``if`` does: to the letter."""
        ...

    def test_inside(self, schema: Any, context: Context) -> Literal:
        """Compile a schema that only asks about an item, as ``contains`` does: to the letter."""
        ...

    def refer(self, keyword: str, reference: str, context: Context) -> Literal:
        """Compile what a ``$ref``, ``$dynamicRef`` or ``$recursiveRef`` leads to."""
        ...

    def target(
        self, keyword: str, reference: str, context: Context
    ) -> tuple[Resolved, Context] | None:
        """Where a reference leads, and the context there; ``None`` if it is not among ours."""
        ...


class Site:
    """A schema while its keywords are compiled one by one.

    Attributes:
        schema: The schema.
        literals: What its keywords have said so far.

    """

    __slots__ = ("compiler", "context", "literals", "schema", "table")

    def __init__(
        self, compiler: SchemaCompiler, schema: Mapping[str, Any], context: Context
    ) -> None:
        self.compiler = compiler
        self.table = compiler.table
        self.schema = schema
        self.context = context
        self.literals: list[Literal] = []

    @property
    def dialect(self) -> Dialect:
        """The draft the schema is written in."""
        return self.context.dialect

    def add(self, literal: Literal) -> None:
        """Say something about the value."""
        self.literals.append(literal)

    def extend(self, literals: Iterable[Literal]) -> None:
        """Say several things about the value."""
        self.literals.extend(literals)

    def here(self, schema: Any) -> Literal:
        """Compile a schema that speaks of the same value."""
        return self.compiler.here(schema, self.context)

    def test(self, schema: Any) -> Literal:
        """Compile a schema that only asks about the same value."""
        return self.compiler.test(schema, self.context)

    def inside(self, schema: Any) -> Literal:
        """Compile a schema that speaks of a member, an item or a name."""
        return self.compiler.inside(schema, self.context)

    def test_inside(self, schema: Any) -> Literal:
        """Compile a schema that only asks about an item."""
        return self.compiler.test_inside(schema, self.context)

    def given(self, keyword: str) -> Any:
        """The value of a keyword that the dialect knows; ``None`` where there is none."""
        return self.schema.get(keyword) if keyword in self.context.handlers else None

    def count(self, keyword: str) -> int:
        """The value of a keyword that counts.

        Raises:
            InvalidSchemaError: It is no whole number from zero up.

        """
        value = self.schema[keyword]
        if type(value) is int and value >= 0:
            return value
        if isinstance(value, float) and value.is_integer() and value >= 0:
            return int(value)
        raise self.invalid(keyword, "a whole number from zero up")

    def by_name(self, keyword: str) -> dict[str, Any]:
        """The value of a keyword that holds something by name.

        Raises:
            InvalidSchemaError: It is no object.

        """
        value = self.schema[keyword]
        if not isinstance(value, dict):
            raise self.invalid(keyword, "an object")
        return value

    def invalid(self, keyword: str, expected: str) -> InvalidSchemaError:
        """The error for a keyword with a value of the wrong shape."""
        error = InvalidSchemaError(
            f"`{keyword}` must be {expected}, not {_short(self.schema[keyword])}",
            advice="Correct the schema.",
            rule="invalid-schema",
        )
        error.schema = self.schema
        return error


Handler: TypeAlias = Callable[[Site, Any], None]
"""Says what one keyword says: the site, and the keyword's value."""


def _short(value: Any) -> str:
    try:
        text = repr(value)
    except RecursionError:
        return "something deeply nested"
    return text if len(text) <= _SHORT else text[: _SHORT - 3] + "..."


_SHORT: Final = 60
