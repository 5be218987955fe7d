"""One theory asked by itself: its literals are schemas of one keyword each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Final, Generic, Protocol, TypeVar

import jsonschema_rs

from modelpact.compat.compiling.compiled import Compiled
from modelpact.compat.compiling.compiler import Compiler
from modelpact.compat.compiling.library import Library
from modelpact.compat.nodes import Literal, NodeTable, kinds
from modelpact.compat.outcomes import FOUND, NONE, Goal, GoalSolver, Outcome
from modelpact.compat.policy import Policy
from modelpact.compat.solving.solver import Solver
from modelpact.compat.strings import StringSets
from modelpact.documents.dialects import DRAFT202012
from modelpact.documents.values import Json
from support.random_schemas import Schema

__all__ = ["UNDECIDED", "Asked", "Ground", "forbid"]

UNDECIDED: Final = {"type": "string", "pattern": "(a)\\1"}
"""Strings of which the engine cannot tell whether there are any: back-references."""


def forbid(schema: Schema) -> Schema:
    """The complement of a schema."""
    return {"not": schema}


class Ground:
    """A solver, and schemas as its literals."""

    def __init__(self) -> None:
        self.table = NodeTable()
        self.strings = StringSets()
        self.solver = Solver(self.table, self.strings)

    def literal(self, schema: Schema | bool) -> Literal:
        """What a schema is compiled to."""
        documents: dict[str, Json] = {"": schema}
        library = Library(documents, DRAFT202012)
        compiler = Compiler(self.table, self.strings, library, Policy(), Compiled())
        return compiler.compile("")

    def goal(self, *schemas: Schema) -> Goal:
        """All of some schemas."""
        return frozenset(self.literal(schema) for schema in schemas)

    def atoms(self, schema: Schema) -> Sequence[Literal]:
        """What a theory is given of a schema."""
        literal = self.literal(schema)
        if literal > 0 and self.table.kind[literal] == kinds.ALL_OF:
            return tuple(self.table.arguments[literal][0])
        return (literal,)


class _Theory(Protocol):
    @property
    def contradictory(self) -> bool: ...

    def refutes(self, literal: Literal, /) -> bool: ...

    def entails(self, literal: Literal, /) -> bool: ...

    def solve(self) -> Outcome: ...


_T = TypeVar("_T", bound=_Theory)


class Asked(Generic[_T]):
    """A theory about some schemas.

    What it finds is given to jsonschema-rs, and where it finds nothing, so are all of some values.

    Args:
        make: The theory.
        pool: Values that nothing may be overlooked among.
        schemas: What it is told.

    """

    def __init__(
        self,
        make: Callable[[GoalSolver, Sequence[Literal]], _T],
        pool: Sequence[Any],
        schemas: Sequence[Schema],
    ) -> None:
        self._ground = Ground()
        self._pool = pool
        self._accepts = jsonschema_rs.Draft202012Validator(
            {"allOf": [True, *schemas]}, validate_formats=True
        ).is_valid
        atoms = [atom for schema in schemas for atom in self._ground.atoms(schema)]
        self.theory = make(self._ground.solver, atoms)

    @property
    def contradictory(self) -> bool:
        """Whether the theory gives up at first sight."""
        return self._checked(self.theory.contradictory)

    def refutes(self, schema: Schema) -> bool:
        """Whether the theory strikes out a schema."""
        return self.theory.refutes(self._ground.literal(schema))

    def entails(self, schema: Schema) -> bool:
        """Whether the theory takes a schema for settled."""
        return self.theory.entails(self._ground.literal(schema))

    def solve(self) -> Outcome:
        """What the theory finds."""
        outcome = self.theory.solve()
        if outcome[0] == FOUND:
            assert self._accepts(outcome[1]), outcome[1]
        self._checked(outcome[0] == NONE)
        return outcome

    @property
    def status(self) -> int:
        """Whether the theory finds something."""
        return self.solve()[0]

    @property
    def value(self) -> Any:
        """The value that the theory finds."""
        status, value, _ = self.solve()
        assert status == FOUND
        return value

    def _checked(self, says_nothing: bool) -> bool:
        if says_nothing:
            assert [value for value in self._pool if self._accepts(value)] == []
        return says_nothing
