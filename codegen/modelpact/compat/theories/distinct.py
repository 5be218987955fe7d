"""Items that all differ: enough candidates a position, then a matching (Hall, Kuhn)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from modelpact.compat.nodes import Literal
from modelpact.compat.outcomes import (
    EMPTY,
    FOUND,
    MAYBE,
    NONE,
    NOTHING,
    Goal,
    GoalSolver,
    Outcome,
    maybe,
)
from modelpact.compat.reasons import Reason
from modelpact.compat.values import Key, key_of

__all__ = ["distinct_items"]


def distinct_items(solver: GoalSolver, goals: Sequence[Goal]) -> Outcome:
    """One item a goal, no two equal.

    A position with as many candidates as there are positions can always be served last, so no more
    are enumerated; one with fewer has them all enumerated, so a failed matching is a proof.
    """
    reason: Reason | None = None
    candidates: dict[Goal, dict[Key, Any]] = {}
    for goal in goals:
        if goal not in candidates:
            values, doubt = _enumerate(solver, goal, len(goals))
            candidates[goal] = values
            reason = reason or doubt
    owners = _match([candidates[goal] for goal in goals])
    if owners is None:
        return EMPTY if reason is None else maybe(reason)
    items: list[Any] = [None] * len(goals)
    for key, position in owners.items():
        items[position] = candidates[goals[position]][key]
    return (FOUND, items, None) if reason is None else (MAYBE, items, reason)


def _enumerate(solver: GoalSolver, goal: Goal, count: int) -> tuple[dict[Key, Any], Reason | None]:
    """Up to so many different members of a goal; the reason, where some may be wrong or missing."""
    values: dict[Key, Any] = {}
    reason: Reason | None = None
    while len(values) < count:
        without = goal | {_except(solver, values)} if values else goal
        status, value, why = solver.solve(without)
        if status == NONE:
            break
        if status == MAYBE:
            reason = why
        if value is NOTHING:
            break
        key = key_of(value)
        if key in values:
            reason = reason or Reason.KEYWORD
            break
        values[key] = value
    return values, reason


def _except(solver: GoalSolver, values: dict[Key, Any]) -> Literal:
    return solver.table.negate(solver.table.values(frozenset(values)))


def _match(candidates: Sequence[dict[Key, Any]]) -> dict[Key, int] | None:
    """Which position takes which candidate; ``None`` where not all can be served."""
    owners: dict[Key, int] = {}

    def serve(position: int, tried: set[Key]) -> bool:
        for key in candidates[position]:
            if key in tried:
                continue
            tried.add(key)
            if key not in owners or serve(owners[key], tried):
                owners[key] = position
                return True
        return False

    for position in range(len(candidates)):
        if not serve(position, set()):
            return None
    return owners
