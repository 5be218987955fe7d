"""The solver: goals, types, and clauses; theories do the rest.

A goal is a set of literals. It is saturated, unit clauses are propagated by type, the types that
are left are tried one by one, and for a type its theory finds a value for the conjunctive part.
Clauses are *model-guided*: only one that the value found so far violates is branched on.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final, TypeVar

from modelpact.compat.evaluation import Evaluator
from modelpact.compat.nodes import Literal, NodeTable, kinds
from modelpact.compat.outcomes import (
    EMPTY,
    FOUND,
    NONE,
    NOTHING,
    Goal,
    Outcome,
    better,
    maybe,
)
from modelpact.compat.reasons import Budget, Reason, UndecidableError
from modelpact.compat.solving.disjointness import Disjointness
from modelpact.compat.solving.finite import FiniteValues
from modelpact.compat.solving.state import Clause, Saturation, State
from modelpact.compat.solving.tabling import GoalTable
from modelpact.compat.strings import StringSets
from modelpact.compat.theories.arrays import Arrays
from modelpact.compat.theories.numbers import Numbers
from modelpact.compat.theories.objects import Objects
from modelpact.compat.theories.strings import Strings
from modelpact.compat.values import (
    ARRAY,
    BOOLEAN,
    FRACTION,
    INTEGER,
    NULL,
    OBJECT,
    STRING,
)

__all__ = ["Solver"]

Theory = Arrays | Numbers | Objects | Strings

_TYPE_ORDER: Final = (STRING, INTEGER, OBJECT, ARRAY, BOOLEAN, NULL, FRACTION)
"""Cheap and readable values first."""

_CONSTANTS: Final[Mapping[int, tuple[Any, ...]]] = {NULL: (None,), BOOLEAN: (True, False)}
_MAX_DEPTH: Final = 120
_T = TypeVar("_T")


class Solver:
    """Finds members of goals over one node table, remembering what it found."""

    def __init__(self, table: NodeTable, strings: StringSets) -> None:
        self.table = table
        self.strings = strings
        self.evaluator = Evaluator(table, strings)
        self.budget = Budget()
        self._finite = FiniteValues(table, self.evaluator)
        self._goals = GoalTable()
        self._free: dict[int, Outcome] = {}
        self._disjointness = Disjointness(self)
        self._saturation = Saturation(table, self._disjointness.of_node)

    def ask(self, goal: Goal, budget: Budget) -> Outcome:
        """Find a member of a goal, from the outside.

        Raises:
            UndecidableError: The budget does not suffice.

        """
        return self.ask_several(lambda solve: solve(goal), budget)

    def ask_several(self, work: Callable[[Callable[[Goal], Outcome]], _T], budget: Budget) -> _T:
        """Let somebody find members of several goals, from the outside, on one budget.

        Args:
            work: Given what finds a member of a goal.
            budget: For all of them together.

        Raises:
            UndecidableError: The budget does not suffice.

        """
        self.budget = budget
        self._goals.forget_uncertain()
        try:
            return work(self.solve)
        except BaseException:
            self._goals.abandon()
            raise

    def solve(self, goal: Goal) -> Outcome:
        """Find a member of a goal, as part of another one."""
        goals = self._goals
        outcome = goals.lookup(goal)
        if outcome is not None:
            return outcome
        self.budget.spend()
        if goals.depth > _MAX_DEPTH:
            return maybe(Reason.DEPTH)
        mark = goals.enter(goal)
        outcome = self._search(goal)
        goals.leave(goal, outcome, mark)
        return outcome

    def is_empty(self, goal: Goal) -> bool:
        """Whether a goal is known to have no member (perhaps only provisionally)."""
        return self.solve(goal)[0] == NONE

    def lemma(self, goal: Goal, steps: int) -> bool:
        """Whether a goal certainly has no member: no provisional fact is used, and little work."""
        saved, budget = self._goals.set_aside(), self.budget
        self.budget = Budget(min(steps, budget.left), seconds=None)
        try:
            return self.solve(goal)[0] == NONE
        except UndecidableError:
            return False
        finally:
            budget.left -= min(steps, budget.left) - max(self.budget.left, 0)
            self.budget = budget
            self._goals.restore(saved)

    def _search(self, goal: Goal) -> Outcome:
        for literal in goal:
            if -literal in goal:
                return EMPTY
        state = State()
        if not self._saturation.assume(state, goal):
            return EMPTY
        return self._run(state)

    def _run(self, state: State) -> Outcome:
        """Propagate, then try what is left: a finite set, or type after type."""
        if not self._propagate(state):
            return EMPTY
        if state.values is not None:
            return self._finite.first(state, self._finite.candidates(state), self.budget)
        result = EMPTY
        for bit in _TYPE_ORDER:
            if state.mask & bit:
                outcome = self._of_type(bit, state)
                if outcome[0] == FOUND:
                    return outcome
                result = better(result, outcome)
        return result

    def _propagate(self, state: State) -> bool:
        """Drop clauses that hold by type and literals that fail by type, until nothing changes."""
        changed = True
        while changed and state.clauses:
            changed = False
            clauses, state.clauses = state.clauses, []
            for clause in clauses:
                left = self._reduce(clause, state)
                if left is None:
                    continue
                if not left:
                    return False
                if len(left) > 1:
                    state.clauses.append(left)
                    continue
                if not self._saturation.assume(state, left):
                    return False
                changed = True
        return True

    def _reduce(self, clause: Clause, state: State) -> Clause | None:
        """The literals of a clause that may decide it; ``None`` where it holds already."""
        mask, seen, may, must = state.mask, state.seen, self.table.may, self.table.must
        left = []
        for literal in clause:  # a hot loop: `must_of` and `may_of`, written out
            if literal > 0:
                never, always = not may[literal] & mask, must[literal] & mask == mask
            else:
                never, always = must[-literal] & mask == mask, not may[-literal] & mask
            if always or literal in seen:
                return None
            if not never and -literal not in seen:
                left.append(literal)
        return left

    def _of_type(self, bit: int, state: State) -> Outcome:
        self.budget.spend()
        if bit in _CONSTANTS:
            return self._finite.first(state, _CONSTANTS[bit], self.budget)
        atoms = [a for a in state.atoms if not self.table.must_of(a) & bit]
        if not atoms and not state.clauses:
            return self._checked(self._any_of_type(bit), state)
        theory = self._theory(bit, atoms)
        clauses = None if theory.contradictory else self._prune(bit, state, theory)
        if clauses is None:
            return EMPTY
        if not clauses:
            return self._checked(theory.solve(), state)
        clauses.sort(key=len)
        if len(clauses) > 1:
            outcome = self._guide(theory, state, clauses)
            if outcome is not None:
                return outcome
        return self._branch(bit, state, theory, clauses)

    def _any_of_type(self, bit: int) -> Outcome:
        """A value of a type of which nothing else is said."""
        outcome = self._free.get(bit)
        if outcome is None:
            outcome = self._free[bit] = self._theory(bit, []).solve()
        return outcome

    def _guide(self, theory: Theory, state: State, clauses: list[Clause]) -> Outcome | None:
        """Solve without the clauses: done if that settles it, else a violated one comes first."""
        outcome = self._checked(theory.solve(), state)
        if outcome[0] == FOUND:
            violated = self._violated(clauses, outcome[1])
            if violated is None:
                return outcome
            clauses.insert(0, clauses.pop(violated))
        return EMPTY if outcome[0] == NONE else None

    def _theory(self, bit: int, atoms: list[Literal]) -> Theory:
        if bit == OBJECT:
            return Objects(self, atoms)
        if bit == ARRAY:
            return Arrays(self, atoms)
        if bit == STRING:
            return Strings(self, atoms)
        return Numbers(self, atoms, bit)

    def _prune(self, bit: int, state: State, theory: Theory) -> list[Clause] | None:
        """The clauses that matter for a type, without literals that cannot hold.

        Returns:
            ``None`` where a clause has no literal left.

        """
        if not state.clauses:
            return []
        table, seen = self.table, state.seen
        several = len(state.clauses) > 1
        result: list[Clause] = []
        for clause in state.clauses:
            left: list[Literal] | None = []
            for literal in clause:
                if literal in seen or table.must_of(literal) & bit:
                    left = None
                    break
                if not table.may_of(literal) & bit or -literal in seen:
                    continue
                if several and theory.refutes(literal):
                    continue
                if several and theory.entails(literal):
                    # It is stated, not dropped: it may follow from a provisional fact only.
                    left = [literal]
                    break
                left.append(literal)  # type: ignore[union-attr]
            if left is None:
                continue
            if not left:
                return None
            result.append(left)
        return result

    def _violated(self, clauses: list[Clause], value: Any) -> int | None:
        """The first clause that a value does not satisfy; ``None`` where it satisfies all."""
        for index, clause in enumerate(clauses):
            if not self.evaluator.any_holds(clause, value):
                return index
        return None

    def _branch(self, bit: int, state: State, theory: Theory, clauses: list[Clause]) -> Outcome:
        first, *others = clauses
        result = EMPTY
        for literal in first:
            if not others and theory.refutes(literal):
                continue
            self.budget.spend()
            branch = state.branch(others, bit)
            if not self._saturation.assume(branch, (literal,)):
                continue
            outcome = self._run(branch)
            if outcome[0] == FOUND:
                return outcome
            result = better(result, outcome)
        return result

    def _checked(self, outcome: Outcome, state: State) -> Outcome:
        """An opaque part makes a member a candidate, unless it is seen to hold."""
        if outcome[0] != FOUND or outcome[1] is NOTHING:
            return outcome
        for literal in state.atoms:
            if self.table.kind[abs(literal)] == kinds.OPAQUE:
                return maybe(self._finite.reason(state), outcome[1])
        return outcome
