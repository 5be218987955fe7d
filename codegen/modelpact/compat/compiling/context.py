"""Where a schema stands: in which resource, read how, and reached through which resources."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Protocol, TypeAlias

from modelpact.compat.nodes import Literal, NodeTable
from modelpact.compat.policy import LETTER, PART, WRITER, Mode, Policy
from modelpact.compat.reasons import InvalidSchemaError
from modelpact.compat.strings import StringSets
from modelpact.documents.dialects import Dialect
from modelpact.documents.references import Resolved, Resource

__all__ = ["Context", "Handler", "SchemaCompiler", "Scope", "count_of", "invalid"]

Scope: TypeAlias = "tuple[tuple[str, Resource], ...]"
"""What ``$dynamicRef`` finds by name: the outermost resource on the way here that has it. The empty
name stands for ``$recursiveAnchor``."""


class Context:
    """Everything about a place that the meaning of a schema there depends on.

    Attributes:
        compiled: By the identity of a schema: its literal here.
        modes: The contexts that differ from this one in mode only, by mode.

    """

    __slots__ = ("compiled", "dialect", "handlers", "mode", "modes", "resource", "scope")

    def __init__(
        self,
        resource: Resource,
        mode: Mode,
        scope: Scope,
        handlers: Mapping[str, Handler],
    ) -> None:
        self.resource = resource
        self.dialect: Dialect = resource.dialect
        self.mode = mode
        self.scope = scope
        self.handlers = handlers
        self.compiled: dict[int, Literal] = {}
        self.modes: dict[Mode, Context] = {mode: self}


class SchemaCompiler(Protocol):
    """What the handlers of keywords may use of the compiler."""

    table: NodeTable
    policy: Policy
    strings: StringSets

    def here(self, schema: Any, context: Context) -> Literal:
        """Compile a schema that speaks of the same value, such as a branch of ``anyOf``."""
        ...

    def inside(self, schema: Any, context: Context) -> Literal:
        """Compile a schema that speaks of a member or an item."""
        ...

    def test(self, schema: Any, context: Context) -> Literal:
        """Compile a schema that only asks about the same value: to the letter."""
        ...

    def test_inside(self, schema: Any, context: Context) -> Literal:
        """Compile a schema that only asks about a member, an item or a name: to the letter."""
        ...

    def refer(self, reference: Any, context: Context) -> Literal:
        """Compile what a ``$ref`` leads to."""
        ...

    def refer_dynamically(self, keyword: str, reference: Any, context: Context) -> Literal:
        """Compile what a ``$dynamicRef`` or ``$recursiveRef`` leads to."""
        ...

    def target(
        self, keyword: str, reference: Any, context: Context
    ) -> tuple[Resolved, Context] | None:
        """Where a reference leads, and the context there; ``None`` if it is not among ours."""
        ...


Handler: TypeAlias = Callable[
    [SchemaCompiler, Mapping[str, Any], Any, Context, list[Literal]], None
]
"""Appends what one keyword says: compiler, schema, the keyword's value, context, literals."""


def part_of(mode: Mode) -> Mode:
    """The mode of a branch in place."""
    return LETTER if mode == LETTER else PART


def member_of(mode: Mode) -> Mode:
    """The mode of a member or an item."""
    return LETTER if mode == LETTER else WRITER


def invalid(schema: Mapping[str, Any], keyword: str, expected: str) -> InvalidSchemaError:
    """The error for a keyword with a value of the wrong shape."""
    error = InvalidSchemaError(
        f"`{keyword}` must be {expected}, not {_short(schema[keyword])}",
        advice="Correct the schema.",
        rule="invalid-schema",
    )
    error.schema = schema
    return error


def _short(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= _SHORT else text[: _SHORT - 3] + "..."


_SHORT = 60


def count_of(schema: Mapping[str, Any], keyword: str) -> int:
    """The value of a keyword that counts.

    Raises:
        InvalidSchemaError: It is no whole number from zero up.

    """
    value = schema[keyword]
    if type(value) is int and value >= 0:
        return value
    is_whole = isinstance(value, float) and value.is_integer() and value >= 0
    if not is_whole:
        raise invalid(schema, keyword, "a whole number from zero up")
    return int(value)
