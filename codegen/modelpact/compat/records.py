"""Records: two object schemas of plain properties are compared name by name, without a search.

An object schema that says nothing but ``type``, ``properties``, ``required`` and
``additionalProperties`` is a product: what one name's value may be has nothing to do with
another's. So INNER is within OUTER if and only if INNER has no member at all, or

* every name that OUTER requires is required by INNER, and
* for every name, what INNER allows there is within what OUTER allows there; one name stands for all
  that neither spells out.

Most questions are of this shape. Only the names whose sets differ are a question for the solver,
and its answer to them is put together to a member of the whole. Whatever is not settled for certain
is left to the general method.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from typing import Any, Final, NamedTuple, Protocol, TypeGuard

from modelpact.compat.nodes import FALSE, TRUE, Literal, NodeTable
from modelpact.compat.outcomes import EMPTY, FOUND, NONE, NOTHING, Goal, Outcome, found

__all__ = ["RECORD_KEYWORDS", "Record", "compare_records", "is_record", "record_of"]

RECORD_KEYWORDS: Final = frozenset({"type", "properties", "required", "additionalProperties"})
"""What a record is told by."""

_PLAIN: Final = RECORD_KEYWORDS | frozenset(
    {"title", "description", "default",
     "examples", "$schema", "$id", "$comment", "$defs", "definitions", "deprecated", "readOnly",
     "writeOnly", "x-modelpact"}
)  # fmt: skip
"""What a record may say: those, and what means nothing."""


class Compile(Protocol):
    """Compiles the schema of a member."""

    def __call__(self, schema: Any, /) -> Literal:
        """The literal of a schema that speaks of a member."""


class Solve(Protocol):
    """Finds a member of a goal."""

    def __call__(self, goal: Goal, /) -> Outcome:
        """What was found."""


class Members(Protocol):
    """What is said of the values of some names."""

    def get(self, name: str, others: Literal, /) -> Literal:
        """What the value under a name may be; what is given where nothing is said of it."""
        ...

    def __iter__(self) -> Iterator[str]:
        """The names."""
        ...


class LazyMembers:
    """Members that are compiled when they are asked for.

    Args:
        schemas: Their schemas.
        compile_member: Compiles one.

    """

    __slots__ = ("_compile", "_known", "_schemas")

    def __init__(self, schemas: Mapping[str, Any], compile_member: Compile) -> None:
        self._schemas = schemas
        self._compile = compile_member
        self._known: dict[str, Literal] = {}

    def get(self, name: str, others: Literal, /) -> Literal:
        """What the value under a name may be; what is given where nothing is said of it."""
        if name not in self._schemas:
            return others
        if name not in self._known:
            self._known[name] = self._compile(self._schemas[name])
        return self._known[name]

    def __iter__(self) -> Iterator[str]:
        """The names."""
        return iter(self._schemas)


class Record(NamedTuple):
    """An object schema of plain properties.

    Attributes:
        members: By name: what the value may be, if it is there.
        required: The names that have to be there.
        others: What the values of all other names may be.

    """

    members: Members
    required: tuple[str, ...]
    others: Literal

    def at(self, name: str) -> Literal:
        """What the value under a name may be."""
        return self.members.get(name, self.others)


def is_record(schema: Any) -> TypeGuard[dict[str, Any]]:
    """Whether a schema says what a record says and nothing else, as far as its keywords tell."""
    return isinstance(schema, dict) and schema.get("type") == "object" and schema.keys() <= _PLAIN


def record_of(schema: Mapping[str, Any], compile_member: Compile, *, closed: bool) -> Record | None:
    """A schema as a record; ``None`` where its keywords have wrong values.

    Args:
        schema: A schema of which :func:`is_record` holds.
        compile_member: Compiles the schema of a member.
        closed: Whether a schema that declares properties and says nothing of others has no others;
            its members are compiled when they are asked for: most did not change.

    Raises:
        InvalidSchemaError: The schema of a member is none.

    """
    properties, required = schema.get("properties", _NO_PROPERTIES), schema.get("required", ())
    if not isinstance(properties, dict) or not isinstance(required, list | tuple):
        return None
    for name in required:
        if not isinstance(name, str):
            return None
    members: Members
    if closed:
        members = LazyMembers(properties, compile_member)
    else:
        members = {name: compile_member(inner) for name, inner in properties.items()}
    if "additionalProperties" in schema:
        others = compile_member(schema["additionalProperties"])
    else:
        others = FALSE if closed and "properties" in schema else TRUE
    return Record(members, tuple(dict.fromkeys(required)), others)


_NO_PROPERTIES: Final[dict[str, Any]] = {}


def compare_records(
    outer: Record,
    inner: Record,
    table: NodeTable,
    solve: Solve,
    unchanged: Container[str] = frozenset(),
) -> Outcome | None:
    """A member of INNER that is none of OUTER; ``None`` where the general method is needed.

    Args:
        outer: The record that ought to accept more.
        inner: The record that ought to accept less.
        table: Where nodes are.
        solve: Answers what is left to ask of one name.
        unchanged: Names of both whose values are known to be within.

    """
    for name in outer.required:
        if name not in inner.required:
            return _member(inner, solve, {})
    theirs_at, ours_at = inner.members.get, outer.members.get
    for name in dict.fromkeys((*outer.members, *inner.members, *inner.required)):
        if name in unchanged:
            continue
        theirs, ours = theirs_at(name, inner.others), ours_at(name, outer.others)
        if theirs == ours or ours == TRUE:  # noqa: PLR1714 - two comparisons are quicker
            continue
        outcome = solve(frozenset((theirs, table.negate(ours))))
        if outcome[0] == FOUND and outcome[1] is not NOTHING:
            return _member(inner, solve, {name: outcome[1]})
        if outcome[0] != NONE:
            return None
    if inner.others not in {outer.others, FALSE} and outer.others != TRUE:
        return None  # the general method finds a name of the right kind
    return EMPTY


def _member(inner: Record, solve: Solve, known: Mapping[str, Any]) -> Outcome | None:
    """A member of a record with some values given: the smallest one that has them."""
    value = {}
    for name in inner.required:
        if name in known:
            value[name] = known[name]
            continue
        outcome = solve(frozenset((inner.at(name),)))
        if outcome[0] == NONE:
            return EMPTY  # nobody can write what must be there
        if outcome[0] != FOUND or outcome[1] is NOTHING:
            return None
        value[name] = outcome[1]
    return found({**value, **known})
