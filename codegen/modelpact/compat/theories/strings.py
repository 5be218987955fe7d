"""Strings: lengths, patterns, formats and exceptions."""

from __future__ import annotations

from collections.abc import Sequence

from modelpact.compat.nodes import Literal, kinds
from modelpact.compat.outcomes import EMPTY, NOTHING, GoalSolver, Outcome, found, maybe
from modelpact.compat.policy import RegexDialect
from modelpact.compat.strings import StringQuestion
from modelpact.compat.theories.bounds import Counts
from modelpact.compat.values import STRING

__all__ = ["Strings"]


class Strings:
    """The strings that satisfy a conjunction of literals."""

    __slots__ = ("_excluded", "_formats", "_lengths", "_patterns", "_solver")

    def __init__(self, solver: GoalSolver, literals: Sequence[Literal]) -> None:
        self._solver = solver
        self._lengths = Counts()
        self._patterns: list[tuple[str, RegexDialect, bool]] = []
        self._formats: list[tuple[str, bool]] = []
        self._excluded: set[str] = set()
        for literal in literals:
            self._add(literal)

    def _add(self, literal: Literal) -> None:
        table = self._solver.table
        node = abs(literal)
        kind, arguments = table.kind[node], table.arguments[node]
        if kind == kinds.MIN_LENGTH:
            self._lengths.at_least(arguments[0], negated=literal < 0)
        elif kind == kinds.MAX_LENGTH:
            self._lengths.at_most(arguments[0], negated=literal < 0)
        elif kind == kinds.PATTERN:
            self._patterns.append((arguments[0], arguments[1], literal > 0))
        elif kind == kinds.FORMAT:
            self._formats.append((arguments[0], literal > 0))
        elif kind == kinds.VALUES:
            self._excluded.update(text for bit, text in arguments[0] if bit == STRING)

    @property
    def contradictory(self) -> bool:
        """Whether the literals rule each other out at first sight."""
        return self._lengths.contradictory

    def refutes(self, _literal: Literal) -> bool:
        """Whether no such string satisfies one more literal, at little cost."""
        return False

    def entails(self, _literal: Literal) -> bool:
        """Whether every such string satisfies one more literal, at little cost."""
        return False

    def solve(self) -> Outcome:
        """A string."""
        question = StringQuestion(
            self._lengths.low,
            self._lengths.high,
            self._patterns,
            self._formats,
            frozenset(self._excluded),
        )
        answer = self._solver.strings.find(question, self._solver.budget)
        if answer.reason is not None:
            return maybe(answer.reason, NOTHING if answer.word is None else answer.word)
        return EMPTY if answer.word is None else found(answer.word)
