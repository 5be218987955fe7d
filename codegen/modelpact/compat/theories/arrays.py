"""Arrays: positions, counting, and distinctness.

Arrays are tried by length, shortest first. A length beyond every named position and every item that
some keyword asks for adds nothing that a shorter array lacks: an item that nothing asks for can go.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Any, Final

from modelpact.compat.nodes import TRUE, Literal, kinds
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
from modelpact.compat.theories.distinct import distinct_items

__all__ = ["Arrays"]


class Arrays:
    """The arrays that satisfy a conjunction of literals."""

    __slots__ = (
        "_at",
        "_contains",
        "_counts",
        "_distinct",
        "_from",
        "_goals",
        "_repeats",
        "_solver",
        "_somewhere",
        "_width",
    )

    def __init__(self, solver: GoalSolver, literals: Sequence[Literal]) -> None:
        self._solver = solver
        self._at: dict[int, list[Literal]] = {}
        self._from: list[tuple[int, Literal]] = []
        self._somewhere: list[tuple[int, Literal]] = []
        self._contains: list[tuple[Literal, int, int | None]] = []
        self._distinct = self._repeats = False
        self._counts = Counts()
        self._width = 0
        self._goals: dict[int, Goal] = {}
        for literal in literals:
            self._add(literal)

    def _add(self, literal: Literal) -> None:
        table = self._solver.table
        node = abs(literal)
        kind, arguments = table.kind[node], table.arguments[node]
        positive = literal > 0
        if kind == kinds.ITEM:
            index, item = arguments
            self._width = max(self._width, index + 1)
            if not positive:
                self._counts.at_least(index + 1)
            self._at.setdefault(index, []).append(item if positive else table.negate(item))
        elif kind == kinds.ITEMS_FROM:
            index, item = arguments
            self._width = max(self._width, index)
            if positive:
                self._from.append((index, item))
            else:
                self._counts.at_least(index + 1)
                self._somewhere.append((index, table.negate(item)))
        elif kind == kinds.CONTAINS and positive:
            self._contains.append(arguments)
        elif kind == kinds.UNIQUE:
            self._distinct = self._distinct or positive
            self._repeats = self._repeats or not positive
        elif kind == kinds.MIN_ITEMS:
            self._counts.at_least(arguments[0], negated=not positive)
        elif kind == kinds.MAX_ITEMS:
            self._counts.at_most(arguments[0], negated=not positive)

    @property
    def contradictory(self) -> bool:
        """Whether the literals rule each other out at first sight."""
        return self._counts.contradictory or (self._distinct and self._repeats)

    def refutes(self, literal: Literal) -> bool:
        """Whether no such array satisfies one more literal, at little cost."""
        if literal > 0:
            return False
        table = self._solver.table
        kind, arguments = table.kind[-literal], table.arguments[-literal]
        if kind == kinds.ITEM:
            return self._fails(arguments[0], table.negate(arguments[1]))
        if kind == kinds.ITEMS_FROM:
            start, item = arguments
            wanted = table.negate(item)
            stop = max(start, self._width) + 1
            return all(self._fails(index, wanted) for index in range(start, stop))
        return False

    def entails(self, _literal: Literal) -> bool:
        """Whether every such array satisfies one more literal, at little cost."""
        return False

    def _fails(self, index: int, item: Literal) -> bool:
        """Whether there is no item at an index that is in one more set."""
        high = self._counts.high
        if high is not None and high <= index:
            return True
        goal = self._goal(index)
        return -item in goal or self._solver.is_empty(goal | {item})

    def _goal(self, index: int) -> Goal:
        """What an item at an index must satisfy; beyond the named positions all are alike."""
        index = min(index, self._width)
        goal = self._goals.get(index)
        if goal is None:
            literals = [*self._at.get(index, ())]
            literals += [item for start, item in self._from if start <= index]
            goal = frozenset([literal for literal in literals if literal != TRUE])
            self._goals[index] = goal
        return goal

    def solve(self) -> Outcome:
        """An array."""
        low, high = max(self._counts.low, self._apart()), self._counts.high
        if high is not None and high < low:
            return EMPTY
        asked = sum(least for _, least, _ in self._contains) + len(self._somewhere)
        enough = max(low, self._width + asked + (2 if self._repeats else 0))
        if high is not None:
            enough = min(enough, high)
        if enough > _MANY and low > _MANY:
            return self._long(low, self._width + asked)
        result = EMPTY
        for length in range(low, min(enough, _MANY) + 1):
            outcome = self._of_length(length)
            if outcome[0] == FOUND:
                return outcome
            result = better(result, outcome)
        return result if enough <= _MANY else better(result, maybe(Reason.BUDGET))

    def _apart(self) -> int:
        """How many items are asked for by sets that share no member, so that none serves two."""
        chosen: list[Literal] = []
        count = 0
        for item, least, _ in self._contains:
            if all(self._solver.is_empty(frozenset((item, other))) for other in chosen):
                chosen.append(item)
                count += least
        return count

    def _long(self, length: int, front: int) -> Outcome:
        """An array too long for search: what is asked for comes in front, and the rest repeats.

        Positions beyond the named ones are alike, so all that is asked for can be had among the
        first so many, ``front``. One more item follows, and stands at all other positions too.
        """
        goals = [self._goal(index) for index in range(min(self._width + 1, length))]
        if any(self._solver.is_empty(goal) for goal in goals):
            return EMPTY
        limited = any(most is not None for _, _, most in self._contains)
        if self._distinct or self._repeats or limited:
            return maybe(Reason.BUDGET)
        if length > _LONGEST or front > _MANY:  # so more items follow than come in front
            return maybe(Reason.BUDGET)
        outcome = self._of_length(front + 1)
        if outcome[1] is NOTHING:
            return outcome
        items = [*outcome[1], *[outcome[1][-1]] * (length - front - 1)]
        return (outcome[0], items, outcome[2])

    def _of_length(self, length: int) -> Outcome:
        goals = [self._goal(index) for index in range(length)]
        self._solver.budget.spend(length + 1)
        if any(goal and self._solver.is_empty(goal) for goal in goals):
            return EMPTY
        result = EMPTY
        for tries, assigned in enumerate(self._assignments(goals, 0)):
            if tries == _MAX_TRIES:
                return better(result, maybe(Reason.BUDGET))
            self._solver.budget.spend()
            outcome = self._fill(assigned)
            if outcome[0] == FOUND:
                return outcome
            result = better(result, outcome)
        return result

    def _assignments(self, goals: list[Goal], done: int) -> Iterator[list[Goal]]:
        """Every way to say which item answers what is asked of *some* item."""
        self._solver.budget.spend()
        if done < len(self._somewhere):
            start, item = self._somewhere[done]
            for index in range(start, len(goals)):
                goal = goals[index] | {item}
                if not self._solver.is_empty(goal):
                    assigned = [*goals[:index], goal, *goals[index + 1 :]]
                    yield from self._assignments(assigned, done + 1)
            return
        counted = done - len(self._somewhere)
        if counted < len(self._contains):
            for assigned in self._counted(goals, *self._contains[counted]):
                yield from self._assignments(assigned, done + 1)
            return
        yield goals

    def _counted(
        self, goals: list[Goal], item: Literal, least: int, most: int | None
    ) -> Iterator[list[Goal]]:
        """Every way to have between so many and so many items in a set."""
        solver = self._solver
        able = [i for i, goal in enumerate(goals) if not solver.is_empty(goal | {item})]
        if most is None:
            for chosen in combinations(able, least):
                solver.budget.spend()
                yield [g | {item} if i in chosen else g for i, g in enumerate(goals)]
            return
        other = solver.table.negate(item)
        bound = [i for i in able if solver.is_empty(goals[i] | {other})]
        free = [i for i in able if i not in bound]
        for count in range(max(least - len(bound), 0), min(most - len(bound), len(free)) + 1):
            for picked in combinations(free, count):
                solver.budget.spend()
                members = {*bound, *picked}
                # That the rest are no members is stated even where it seems to follow: it may
                # follow from a provisional fact only.
                yield [g | {item if i in members else other} for i, g in enumerate(goals)]

    def _fill(self, goals: list[Goal]) -> Outcome:
        if self._repeats:
            return self._with_a_repeat(goals)
        if self._distinct and len(goals) > 1:
            return distinct_items(self._solver, goals)
        return self._items(goals)

    def _with_a_repeat(self, goals: list[Goal]) -> Outcome:
        """Two equal items somewhere: one goal for both, which has one answer."""
        result = EMPTY
        for first, second in combinations(range(len(goals)), 2):
            both = goals[first] | goals[second]
            if self._solver.is_empty(both):
                continue
            outcome = self._items(
                [both if i in {first, second} else g for i, g in enumerate(goals)]
            )
            if outcome[0] == FOUND:
                return outcome
            result = better(result, outcome)
        return result

    def _items(self, goals: Sequence[Goal]) -> Outcome:
        items: list[Any] = []
        result = FOUND
        reason = None
        for goal in goals:
            status, value, why = self._solver.solve(goal)
            if status == NONE:
                return EMPTY
            if status == MAYBE:
                result, reason = MAYBE, why
            if value is NOTHING:
                return (MAYBE, NOTHING, why)
            items.append(value)
        return found(items) if result == FOUND else (MAYBE, items, reason)


_MANY: Final = 64
_LONGEST: Final = 20_000
_MAX_TRIES: Final = 400
