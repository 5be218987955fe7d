"""States with finitely many values left: each is tried by itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from modelpact.compat.evaluation import Evaluator
from modelpact.compat.nodes import NodeTable, kinds
from modelpact.compat.outcomes import EMPTY, Outcome, found, maybe
from modelpact.compat.reasons import Budget, Reason
from modelpact.compat.solving.state import State
from modelpact.compat.values import ARRAY, INTEGER, OBJECT, value_of

__all__ = ["FiniteValues"]


class FiniteValues:
    """Tries values against all that a state assumes.

    Args:
        table: The nodes.
        evaluator: Tells whether a literal holds for a value.

    """

    __slots__ = ("_evaluator", "_table")

    def __init__(self, table: NodeTable, evaluator: Evaluator) -> None:
        self._table = table
        self._evaluator = evaluator

    def first(self, state: State, values: Iterable[Any], budget: Budget) -> Outcome:
        """The first of some values that satisfies a state, or else the last that may."""
        result = EMPTY
        for value in values:
            budget.spend()
            holds = self._satisfies(state, value)
            if holds:
                return found(value)
            if holds is None:
                result = maybe(self.reason(state), value)
        return result

    def candidates(self, state: State) -> Iterator[Any]:
        """The values of a finite set, scalars and short ones first, in a stable order."""
        assert state.values is not None  # noqa: S101 - the caller has looked
        left = [key for key in state.values if key[0] & state.mask]
        forbidden: set[Any] = set()
        spelled_out = True
        for literal in state.atoms:
            kind = self._table.kind[abs(literal)]
            if literal < 0 and kind == kinds.VALUES:
                forbidden |= self._table.arguments[-literal][0]
            elif literal < 0 and kind == kinds.SPELLED_INTEGER:
                spelled_out = False
        if forbidden:
            left = [key for key in left if key not in forbidden]
        left.sort(key=_simplicity)
        for key in left:
            value = value_of(key)
            yield value if spelled_out or key[0] != INTEGER else float(value)

    def _satisfies(self, state: State, value: Any) -> bool | None:
        holds = self._evaluator.all_hold(state.atoms, value)
        if holds is False:
            return False
        for clause in state.clauses:
            chosen = self._evaluator.any_holds(clause, value)
            if chosen is False:
                return False
            if chosen is None:
                holds = None
        return holds

    def reason(self, state: State) -> Reason:
        """Why membership is not known: the first opaque part, or else a pattern or format."""
        for literal in state.atoms:
            if self._table.kind[abs(literal)] == kinds.OPAQUE:
                return Reason(self._table.arguments[abs(literal)][1])
        return Reason.REGEX


def _simplicity(key: tuple[int, Any]) -> tuple[bool, int, str]:
    text = repr(key[1])
    return (key[0] in {ARRAY, OBJECT}, len(text), text)
