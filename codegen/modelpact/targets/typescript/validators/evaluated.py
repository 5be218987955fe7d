"""Which members and items other keywords have evaluated, for those that ask for the rest.

A member counts where a schema that applies in place, and holds, says something of it. Which of them
hold is found once for a value; then the question is an expression for each member.
Source: JSON Schema 2020-12 Core section 11.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from modelpact.targets.typescript.text import string_literal
from modelpact.targets.typescript.validators.code import Function, member
from modelpact.targets.typescript.validators.demands import Call, Demands, Subschema
from modelpact.targets.typescript.validators.scalars import both, either

if TYPE_CHECKING:
    from modelpact.targets.typescript.validators.deciding import Decider

__all__ = ["Evaluated"]


@dataclass(frozen=True, slots=True)
class Evaluated:
    """Writes what one function has to know of ``v``."""

    decider: Decider
    frame: Function

    def members(self, demands: Demands, key: str) -> str:
        """Whether the member of this name is evaluated, by all but the demand for the rest."""
        own = self._own_members(demands, key, with_unevaluated=False)
        return either([own, *self._in_place(demands, lambda inner: self._members_of(inner, key))])

    def items(self, demands: Demands, index: str) -> str:
        """Whether the item at this index is evaluated, by all but the demand for the rest."""
        own = self._own_items(demands, index, with_unevaluated=False)
        return either([own, *self._in_place(demands, lambda inner: self._items_of(inner, index))])

    def _members_of(self, schema: Subschema, key: str) -> str:
        demands = self._demands(schema)
        own = self._own_members(demands, key, with_unevaluated=True)
        if own == "true":
            return own
        return either([own, *self._in_place(demands, lambda inner: self._members_of(inner, key))])

    def _items_of(self, schema: Subschema, index: str) -> str:
        demands = self._demands(schema)
        own = self._own_items(demands, index, with_unevaluated=True)
        if own == "true":
            return own
        return either([own, *self._in_place(demands, lambda inner: self._items_of(inner, index))])

    def _demands(self, schema: Subschema) -> Demands:
        while isinstance(schema, Call):
            schema = self.decider.analysis.reader.at(schema.target)
        return schema

    def _own_members(self, demands: Demands, key: str, *, with_unevaluated: bool) -> str:
        objects = demands.objects
        if objects is None:
            return "false"
        if objects.additional is not None or (with_unevaluated and objects.unevaluated is not None):
            return "true"
        names = [name for name, _ in objects.properties]
        tests = [f"{self.decider.module.pattern(p)}.test({key})" for p, _ in objects.patterns]
        if len(names) == 1:
            tests.insert(0, f"{key} === {string_literal(names[0])}")
        elif names:
            tests.insert(0, f"{self.decider.module.set_of(names)}.has({key})")
        return either(tests)

    def _own_items(self, demands: Demands, index: str, *, with_unevaluated: bool) -> str:
        arrays = demands.arrays
        if arrays is None:
            return "false"
        if arrays.rest is not None or (with_unevaluated and arrays.unevaluated is not None):
            return "true"
        tests = [f"{index} < {len(arrays.prefix)}"] if arrays.prefix else []
        if arrays.contains is not None and arrays.contains_counts:
            tests.append(self.decider.test(arrays.contains[0], f"v[{index}]", self.frame, 1))
        return either(tests)

    def _in_place(self, demands: Demands, known: Callable[[Subschema], str]) -> list[str]:
        found = [known(part) for part in demands.parts]
        for union in demands.unions:
            found += (self._if_it_holds(inner, known) for inner in union.members)
        if demands.objects is not None:
            for name, inner in demands.objects.dependent:
                self.decider.use_own(name)
                found.append(both([f"{member('v', name)} !== undefined", known(inner)]))
        if demands.condition is not None:
            found.append(self._conditional(demands, known))
        return found

    def _if_it_holds(self, schema: Subschema, known: Callable[[Subschema], str]) -> str:
        inner = known(schema)
        return inner if inner == "false" else both([self._holds(schema), inner])

    def _holds(self, schema: Subschema) -> str:
        """A variable that says whether ``v`` is as a schema demands."""
        test = self.decider.test(schema, "v", self.frame)
        if test in {"true", "false"}:
            return test
        name = self.frame.local("h")
        self.frame.add(f"const {name} = {test};")
        return name

    def _conditional(self, demands: Demands, known: Callable[[Subschema], str]) -> str:
        condition = demands.condition
        assert condition is not None  # noqa: S101 - called for such demands only
        tested = known(condition.test)
        then, otherwise = known(condition.then), known(condition.otherwise)
        if tested == then == otherwise == "false":
            return "false"
        holds = self._holds(condition.test)
        return f"({holds} ? ({either([tested, then])}) : ({otherwise}))"
