"""Names that nobody spells out, in cells.

Quantifiers divide all other names into cells: in this set of names, not in that one. Within a cell
names are interchangeable, since no keyword can tell them apart: one name a cell is enough to try.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from modelpact.compat.nodes import FALSE, TRUE, Literal
from modelpact.compat.outcomes import FOUND, NONE, Goal, GoalSolver
from modelpact.compat.values import STRING

__all__ = ["Cells"]


class Cells:
    """The cells of a question about objects.

    Args:
        solver: Decides which cells hold a name, and which values may stand there.
        everywhere: Statements *a name in N has a value in S*.
        divisions: More sets of names that a later choice may tell apart.
        known: Names that are dealt with one by one.

    """

    __slots__ = ("_base", "_divisions", "_everywhere", "_solver")

    def __init__(
        self,
        solver: GoalSolver,
        everywhere: Sequence[tuple[Literal, Literal]],
        divisions: Sequence[Literal],
        known: frozenset[str],
    ) -> None:
        self._solver = solver
        self._everywhere = everywhere
        self._divisions = list(dict.fromkeys(divisions))
        base = {solver.table.types(STRING)}
        if known:
            base.add(-solver.table.values(frozenset([(STRING, name) for name in known])))
        self._base = frozenset(base)

    def within(self, names: Literal, value: Literal) -> Iterator[tuple[str | None, Goal]]:
        """One name of every cell in a set of names where a value of a set may stand.

        Yields:
            The name (``None``: there may be one that cannot be spelled), and all that its value
            must satisfy.

        """
        here = self._base if names == TRUE else self._base | {names}
        goal: Goal = frozenset() if value == TRUE else frozenset({value})
        yield from self._divide(here, goal, 0)

    def _divide(self, names: Goal, goal: Goal, depth: int) -> Iterator[tuple[str | None, Goal]]:
        """Split by the next statement: outside of its names first, where it asks for nothing."""
        self._solver.budget.spend()
        if depth < len(self._everywhere):
            condition, value = self._everywhere[depth]
            yield from self._side(names, -1, condition, goal, depth)
            inside = goal | {value} if value != TRUE else goal
            if value != FALSE and not self._solver.is_empty(inside):
                yield from self._side(names, 1, condition, inside, depth)
            return
        division = depth - len(self._everywhere)
        if division < len(self._divisions):
            condition = self._divisions[division]
            yield from self._side(names, 1, condition, goal, depth)
            yield from self._side(names, -1, condition, goal, depth)
            return
        status, word, _ = self._solver.solve(names)
        if status != NONE:
            yield (word if status == FOUND else None), goal

    def _side(
        self, names: Goal, sign: int, condition: Literal, goal: Goal, depth: int
    ) -> Iterator[tuple[str | None, Goal]]:
        side = condition if sign > 0 else self._solver.table.negate(condition)
        if side == FALSE or -side in names:
            return
        narrower = names if side == TRUE or side in names else names | {side}
        if narrower is names or not self._solver.is_empty(narrower):
            yield from self._divide(narrower, goal, depth + 1)
