"""What solving a goal ends in: no member, a member, or a candidate that could not be proved."""

from __future__ import annotations

from typing import Any, Final, Protocol, TypeAlias

from modelpact.compat.evaluation import Evaluator
from modelpact.compat.nodes import Literal, NodeTable
from modelpact.compat.reasons import Budget, Reason
from modelpact.compat.strings import StringSets

__all__ = [
    "EMPTY",
    "FOUND",
    "MAYBE",
    "NONE",
    "NOTHING",
    "Goal",
    "GoalSolver",
    "Outcome",
    "better",
    "found",
    "maybe",
]

NONE: Final = 0
"""Proved: the goal has no member."""
FOUND: Final = 1
"""The outcome's value is a member."""
MAYBE: Final = 2
"""Neither; the value, if any, is worth showing to a validator."""


class _Nothing:
    """The absence of a value, which JSON's null is not."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "NOTHING"


NOTHING: Final = _Nothing()

Outcome: TypeAlias = "tuple[int, Any, Reason | None]"
"""Status, value or NOTHING, reason where the status is MAYBE. A plain tuple: millions are made."""

Goal: TypeAlias = "frozenset[Literal]"
"""Literals that one value shall satisfy together."""

EMPTY: Final[Outcome] = (NONE, NOTHING, None)


def found(value: Any) -> Outcome:
    """A member."""
    return (FOUND, value, None)


def maybe(reason: Reason, value: Any = NOTHING) -> Outcome:
    """No proof, and perhaps a candidate."""
    return (MAYBE, value, reason)


def better(first: Outcome, second: Outcome) -> Outcome:
    """What a choice of two ends in, where neither alone settles it."""
    if first[0] == FOUND or second[0] == NONE:
        return first
    if second[0] == FOUND or first[0] == NONE:
        return second
    return second if first[1] is NOTHING else first


class GoalSolver(Protocol):
    """What a theory may use of the solver that runs it."""

    table: NodeTable
    evaluator: Evaluator
    strings: StringSets
    budget: Budget

    def solve(self, goal: Goal) -> Outcome:
        """Find a member of a goal, one level further down."""
        ...

    def is_empty(self, goal: Goal) -> bool:
        """Whether a goal is known to have no member (perhaps only provisionally)."""
        ...
