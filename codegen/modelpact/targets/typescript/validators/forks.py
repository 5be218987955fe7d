"""Schemas that come back to themselves in several ways.

Where two alternatives, or two parts, of a schema both look into the same member of a value, that
member is judged twice, what is in it four times, and so on: such schemas need a memory.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from modelpact.targets.typescript.validators.demands import (
    Call,
    Condition,
    Demands,
    Key,
    Subschema,
    Union,
)

if TYPE_CHECKING:
    from modelpact.targets.typescript.validators.analysis import Analysis

__all__ = ["Forks"]


@dataclass(frozen=True, slots=True)
class Forks:
    """Looks for forks in the schemas of one circle.

    Attributes:
        analysis: What is known of the schemas.
        circle: One of the schemas in the circle.

    """

    analysis: Analysis
    circle: Key

    def has(self, schema: Subschema) -> bool:
        """Whether a schema, or one within it, forks."""
        pending = [schema]
        while pending:
            part = pending.pop()
            if isinstance(part, Call):
                continue
            if self._ways(part) > 1 or self._meets(part):
                return True
            pending += part.inner()
            pending += part.children()
        return False

    def _returns(self, schema: Subschema) -> bool:
        """Whether a schema leads back into the circle."""
        return any(self.analysis.is_within(key, self.circle) for key in self.analysis.calls(schema))

    def _ways(self, demands: Demands) -> int:
        """How often one value is looked into."""
        ways = int(any(map(self._returns, demands.children())))
        ways += sum(map(self._returns, demands.parts))
        ways += sum(map(self._ways_of_union, demands.unions))
        if demands.negated is not None:
            ways += self._returns(demands.negated)
        if demands.condition is not None:
            ways += self._ways_of_condition(demands.condition)
        if demands.objects is not None:
            ways += sum(self._returns(inner) for _, inner in demands.objects.dependent)
        return ways

    def _ways_of_union(self, union: Union) -> int:
        ways = sum(map(self._returns, union.members))
        return min(ways, 1) if self.analysis.chooses(union) else ways

    def _ways_of_condition(self, condition: Condition) -> int:
        branches = (condition.then, condition.otherwise)
        return int(self._returns(condition.test)) + int(any(map(self._returns, branches)))

    def _meets(self, demands: Demands) -> bool:
        """Whether one member or item may be looked into more than once."""
        arrays, objects = demands.arrays, demands.objects
        if arrays is not None:
            items = (*arrays.prefix, arrays.rest)
            ways = int(any(self._returns(inner) for inner in items if inner is not None))
            ways += int(arrays.contains is not None and self._returns(arrays.contains[0]))
            again = arrays.unevaluated is not None
            if ways + again * int(any(map(self._returns, demands.inner()))) > 1:
                return True
            if again and ways:
                return True
        if objects is None:
            return False
        ways = sum(self._returns(inner) for _, inner in objects.patterns)
        ways += int(any(self._returns(inner) for _, inner in objects.properties))
        ways += int(objects.additional is not None and self._returns(objects.additional))
        again = objects.unevaluated is not None and any(map(self._returns, demands.inner()))
        return again or (bool(objects.patterns) and ways > 1)
