"""Objects: names, counts, and quantifiers over members.

Every keyword about members is one statement: *the value under each name in N is in S*. Negated it
says that *some name in N has a value outside S*. Names are of two sorts: those that are spelled out
somewhere, and all others, which fall into *cells* (see :mod:`.cells`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final

from modelpact.compat.nodes import FALSE, TRUE, Literal, kinds
from modelpact.compat.outcomes import (
    EMPTY,
    FOUND,
    MAYBE,
    NONE,
    NOTHING,
    Goal,
    GoalSolver,
    Outcome,
    better,
    found,
    maybe,
)
from modelpact.compat.reasons import Reason
from modelpact.compat.theories.bounds import Counts
from modelpact.compat.theories.cells import Cells
from modelpact.compat.values import STRING

__all__ = ["Objects"]


class Objects:
    """The objects that satisfy a conjunction of literals."""

    __slots__ = (
        "_absent",
        "_counts",
        "_everywhere",
        "_goals",
        "_known",
        "_on_name",
        "_required",
        "_solver",
        "_somewhere",
    )

    def __init__(self, solver: GoalSolver, literals: Sequence[Literal]) -> None:
        self._solver = solver
        self._required: dict[str, list[Literal]] = {}
        self._absent: set[str] = set()
        self._on_name: dict[str, list[Literal]] = {}
        self._everywhere: list[tuple[Literal, Literal]] = []
        self._somewhere: list[tuple[Literal, Literal]] = []
        self._known: dict[str, None] = {}
        self._counts = Counts()
        self._goals: dict[str, Goal] = {}
        for literal in literals:
            self._add(literal)

    def _add(self, literal: Literal) -> None:
        table = self._solver.table
        node = abs(literal)
        kind, arguments = table.kind[node], table.arguments[node]
        if kind == kinds.PROPERTY:
            name, value = arguments
            self._known[name] = None
            if literal > 0:
                self._on_name.setdefault(name, []).append(value)
            else:
                self._required.setdefault(name, []).append(table.negate(value))
        elif kind == kinds.REQUIRED:
            self._known[arguments[0]] = None
            if literal > 0:
                self._required.setdefault(arguments[0], [])
            else:
                self._absent.add(arguments[0])
        elif kind == kinds.PROPERTIES:
            self._note_names(arguments[0])
            if literal > 0:
                self._everywhere.append(arguments)
            else:
                self._somewhere.append((arguments[0], table.negate(arguments[1])))
        elif kind == kinds.MIN_PROPERTIES:
            self._counts.at_least(arguments[0], negated=literal < 0)
        elif kind == kinds.MAX_PROPERTIES:
            self._counts.at_most(arguments[0], negated=literal < 0)

    def _note_names(self, names: Literal) -> None:
        """Names that a quantifier spells out become known."""
        table = self._solver.table
        parts = (names,)
        if names > 0 and table.kind[names] == kinds.ALL_OF:
            parts = table.arguments[names][0]
        for part in parts:
            node = abs(part)
            if table.kind[node] == kinds.VALUES:
                words = sorted(text for bit, text in table.arguments[node][0] if bit == STRING)
                self._known.update(dict.fromkeys(words))

    @property
    def contradictory(self) -> bool:
        """Whether the literals rule each other out at first sight."""
        high = self._counts.high
        return (
            self._counts.contradictory
            or not self._absent.isdisjoint(self._required)
            or (high is not None and high < len(self._required))
        )

    def refutes(self, literal: Literal) -> bool:
        """Whether no such object satisfies one more literal, at little cost."""
        table = self._solver.table
        node = abs(literal)
        kind, arguments = table.kind[node], table.arguments[node]
        if kind == kinds.REQUIRED:
            return arguments[0] in (self._absent if literal > 0 else self._required)
        if kind == kinds.PROPERTY:
            name, value = arguments
            if literal > 0:
                return name in self._required and self._fails(name, value)
            return name in self._absent or self._fails(name, table.negate(value))
        if kind == kinds.PROPERTIES and literal < 0:
            ways = self._ways(arguments[0], table.negate(arguments[1]), {}, ())
            return next(ways, None) is None
        return False

    def entails(self, literal: Literal) -> bool:
        """Whether every such object satisfies one more literal, at little cost."""
        table = self._solver.table
        node = abs(literal)
        if literal < 0 and table.kind[node] == kinds.PROPERTY:
            name, value = table.arguments[node]
            return name in self._required and self._fails(name, value)
        return False

    def _fails(self, name: str, value: Literal) -> bool:
        """Whether a member of this name cannot have a value in one more set."""
        goal = self._goal(name)
        if value in goal:
            return self._solver.is_empty(goal)
        return -value in goal or self._solver.is_empty(goal | {value})

    def _goal(self, name: str) -> Goal:
        """What the value under a name must satisfy, if the name is there."""
        goal = self._goals.get(name)
        if goal is None:
            literals = list(self._on_name.get(name, ()))
            literals += self._required.get(name, ())
            if name in self._absent:
                literals.append(FALSE)
            for names, value in self._everywhere:
                literals.append(self._if_named(names, name, value))
            literals = [literal for literal in literals if literal != TRUE]
            goal = self._goals[name] = frozenset(literals)
        return goal

    def _if_named(self, names: Literal, name: str, value: Literal) -> Literal:
        """The value's set if the name is in a set of names; TRUE if it is not."""
        holds = self._solver.evaluator.holds(names, name)
        if holds is None:
            return self._solver.table.any_of([-self._doubt(names, name), value])
        return value if holds else TRUE

    def _doubt(self, names: Literal, name: str) -> Literal:
        """Stands for *the name is in the set*, where that cannot be decided."""
        return self._solver.table.opaque(f"name {names} {name}", Reason.REGEX)

    def _ways(
        self,
        names: Literal,
        value: Literal,
        chosen: dict[str, Goal],
        pending: Sequence[tuple[Literal, Literal]],
    ) -> Iterator[tuple[str | None, Goal]]:
        """Every way to have a name in a set with a value in another.

        Yields:
            The name, and all that its value must satisfy; no name where one exists that we cannot
            spell.

        """
        solver = self._solver
        candidates = dict.fromkeys(chosen)
        candidates.update(dict.fromkeys(self._required))
        candidates.update(self._known)
        for name in candidates:
            if name in self._absent:
                continue
            holds = solver.evaluator.holds(names, name)
            if holds is False:
                continue
            goal = chosen.get(name) or self._goal(name)
            goal = goal | {value} if value != TRUE else goal
            if holds is None:
                goal = goal | {self._doubt(names, name)}
            if not solver.is_empty(goal):
                yield name, goal
        others = [quantifier[0] for quantifier in pending]
        cells = Cells(solver, self._everywhere, others, frozenset(candidates))
        yield from cells.within(names, value)

    def solve(self) -> Outcome:
        """An object."""
        chosen = {name: self._goal(name) for name in self._required}
        for goal in chosen.values():
            if self._solver.is_empty(goal):
                return EMPTY
        return self._place(self._somewhere, chosen)

    def _place(
        self, pending: Sequence[tuple[Literal, Literal]], chosen: dict[str, Goal]
    ) -> Outcome:
        """Give every *some name has a value outside* a name of its own or a shared one."""
        self._solver.budget.spend()
        if not pending:
            return self._complete(chosen)
        high = self._counts.high
        names, value = pending[0]
        result = EMPTY
        for name, goal in self._ways(names, value, chosen, pending[1:]):
            if name is None:
                result = better(result, maybe(Reason.REGEX))
                continue
            if high is not None and len(chosen) >= high and name not in chosen:
                continue
            outcome = self._place(pending[1:], {**chosen, name: goal})
            if outcome[0] == FOUND:
                return outcome
            result = better(result, outcome)
        return result

    def _complete(self, chosen: dict[str, Goal]) -> Outcome:
        """Add members until there are enough, then find their values."""
        counts = self._counts
        if counts.high is not None and len(chosen) > counts.high:
            return EMPTY
        if len(chosen) < counts.low:
            if counts.low > _MAX_MEMBERS:
                return maybe(Reason.BUDGET)
            chosen = dict(chosen)
            reason = self._fill(chosen, counts.low)
            if len(chosen) < counts.low:
                return EMPTY if reason is None else maybe(reason)
        return self._values(chosen)

    def _fill(self, chosen: dict[str, Goal], count: int) -> Reason | None:
        """Add optional members up to a count; says why where more may exist than were added."""
        uncertain: list[str] = []
        for name in self._known:
            if len(chosen) >= count:
                return None
            if name not in chosen and name not in self._absent:
                status = self._solver.solve(self._goal(name))[0]
                if status == FOUND:
                    chosen[name] = self._goal(name)
                elif status == MAYBE:
                    uncertain.append(name)
        reason = None
        while len(chosen) < count and reason is None:
            fresh, reason = self._fresh(chosen)
            if fresh is None:
                break
            chosen[fresh[0]] = fresh[1]
        for name in uncertain[: max(count - len(chosen), 0)]:
            chosen[name] = self._goal(name)
        return reason

    def _fresh(self, chosen: dict[str, Goal]) -> tuple[tuple[str, Goal] | None, Reason | None]:
        """One more name that nobody spells out; why not, where there may be one all the same."""
        self._solver.budget.spend()
        known = frozenset(self._known) | frozenset(chosen)
        reason = None
        for name, goal in Cells(self._solver, self._everywhere, (), known).within(TRUE, TRUE):
            if name is not None:
                return (name, goal), None
            reason = Reason.REGEX
        return None, reason

    def _values(self, chosen: dict[str, Goal]) -> Outcome:
        members: dict[str, Any] = {}
        result = FOUND
        reason = None
        for name, goal in chosen.items():
            status, value, why = self._solver.solve(goal)
            if status == NONE:
                return EMPTY
            if status == MAYBE:
                result, reason = MAYBE, why
            if value is NOTHING:
                return (MAYBE, NOTHING, why)
            members[name] = value
        return found(members) if result == FOUND else (MAYBE, members, reason)


_MAX_MEMBERS: Final = 2_000
