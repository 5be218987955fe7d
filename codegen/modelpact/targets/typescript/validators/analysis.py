"""What may be assumed of schemas: their types, their tags, and which lead back to themselves."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from modelpact.documents.values import Json, is_number
from modelpact.targets.typescript.validators.demands import (
    ANYTHING,
    ArrayDemands,
    Call,
    Demands,
    Key,
    Subschema,
    Union,
)
from modelpact.targets.typescript.validators.forks import Forks
from modelpact.targets.typescript.validators.reading import Reader
from modelpact.targets.typescript.validators.tags import Tag, tag_of

__all__ = ["ALL_TYPES", "Analysis", "type_of_value"]

ALL_TYPES: Final = frozenset({"null", "boolean", "number", "string", "array", "object"})
"""The types as values have them: an integer is a number."""

_FEWEST: Final = 2


@dataclass(slots=True)
class Analysis:
    """Facts about the schemas of one reader, each found once."""

    reader: Reader
    _types: dict[Key, frozenset[str]] = field(default_factory=dict)
    _component: dict[Key, int] = field(default_factory=dict)
    _recursive: set[Key] = field(default_factory=set)
    _throws: set[Key] = field(default_factory=set)
    _forked: set[Key] = field(default_factory=set)

    # --- types --------------------------------------------------------------------------------

    def types(self, schema: Subschema) -> frozenset[str]:
        """The JSON types that values may have; never too few."""
        if isinstance(schema, Call):
            known = self._types.get(schema.target)
            if known is None:
                self._types[schema.target] = ALL_TYPES  # for one that leads back to itself
                known = self.types(self.reader.at(schema.target))
                self._types[schema.target] = known
            return known
        if schema.never:
            return frozenset()
        found = ALL_TYPES
        if schema.types is not None:
            found = frozenset("number" if name == "integer" else name for name in schema.types)
        for literals in schema.literals:
            found &= {type_of_value(value) for value in literals.values}
        for part in schema.parts:
            found &= self.types(part)
        for union in schema.unions:
            found &= frozenset().union(*map(self.types, union.members))
        return found

    def refuses_absence(self, schema: Subschema) -> bool:
        """Whether the code of a schema refuses ``undefined`` by itself."""
        return self.types(schema) != ALL_TYPES

    # --- tags ---------------------------------------------------------------------------------

    def tag(self, members: Sequence[Subschema]) -> Tag | None:
        """A property whose value tells which member is meant, if there is one."""
        return tag_of(self, members)

    def are_apart(self, union: Union) -> bool:
        """Whether no value is of two members, as their types or their tag tell."""
        seen: set[str] = set()
        objects = 0
        for member in union.members:
            types = self.types(member)
            objects += "object" in types
            if (seen & types) - {"object"}:
                return False
            seen |= types
        if objects < 2:  # noqa: PLR2004 - a pair
            return True
        tag = self.tag(union.members)
        return tag is not None and len(tag.optional) < 2  # noqa: PLR2004 - a pair

    def may_switch(self, union: Union, tag: Tag) -> bool:
        """Whether a look at the tag decides which member is meant, and the types of the others."""
        others = [m for m, values in zip(union.members, tag.values, strict=True) if not values]
        if union.rule == "anyOf":
            return True
        if len(tag.optional) > 1:
            return False
        seen: set[str] = set()
        for other in others:
            types = self.types(other)
            if seen & types:
                return False
            seen |= types
        return True

    def chooses(self, union: Union) -> bool:
        """Whether code looks at one member only."""
        tag = self.tag(union.members)
        switched = tag is not None and self.may_switch(union, tag) and len(tag.optional) < _FEWEST
        return switched or self._have_own_types(union)

    def _have_own_types(self, union: Union) -> bool:
        seen: set[str] = set()
        for member in union.members:
            types = self.types(member)
            if seen & types:
                return False
            seen |= types
        return True

    def conjuncts(self, schema: Subschema) -> Iterator[Demands]:
        """The demands that all have to hold: its own and those of references and ``allOf``."""
        pending: list[Subschema] = [schema]
        seen: set[Key] = set()
        while pending:
            part = pending.pop()
            if isinstance(part, Call):
                if part.target in seen:
                    continue
                seen.add(part.target)
                part = self.reader.at(part.target)
            if isinstance(part, Call):
                pending.append(part)
                continue
            yield part
            pending += part.parts

    # --- recursion ----------------------------------------------------------------------------

    def is_recursive(self, key: Key) -> bool:
        """Whether a schema leads back to itself."""
        self._explore(key)
        return key in self._recursive

    def is_within(self, key: Key, owner: Key) -> bool:
        """Whether a call from one schema to another may come back."""
        self._explore(key)
        self._explore(owner)
        return key in self._recursive and self._component[key] == self._component[owner]

    def may_throw(self, key: Key) -> bool:
        """Whether deep values are given up on, anywhere below."""
        self._explore(key)
        return key in self._throws

    def is_forked(self, key: Key) -> bool:
        """Whether a schema leads back to itself in several ways that may meet at one value."""
        self._explore(key)
        return key in self._forked

    def calls(self, schema: Subschema) -> Iterator[Key]:
        """The targets of all calls in a schema, without following them."""
        pending: list[Subschema] = [schema]
        while pending:
            part = pending.pop()
            if isinstance(part, Call):
                yield part.target
            else:
                pending += part.inner()
                pending += part.children()

    def _explore(self, start: Key) -> None:
        """Find the circles among all that a schema leads to (Tarjan 1972, without recursion)."""
        if start in self._component:
            return
        index: dict[Key, int] = {}
        lowest: dict[Key, int] = {}
        stack: list[Key] = []
        work: list[tuple[Key, list[Key]]] = [(start, self._open(start, index, lowest, stack))]
        while work:
            key, targets = work[-1]
            if targets:
                target = targets.pop()
                if target in self._component:
                    continue
                if target in index:
                    lowest[key] = min(lowest[key], index[target])
                else:
                    work.append((target, self._open(target, index, lowest, stack)))
                continue
            work.pop()
            if work:
                above = work[-1][0]
                lowest[above] = min(lowest[above], lowest[key])
            if lowest[key] == index[key]:
                self._close(key, stack)

    def _open(
        self, key: Key, index: dict[Key, int], lowest: dict[Key, int], stack: list[Key]
    ) -> list[Key]:
        index[key] = lowest[key] = len(index)
        stack.append(key)
        return list(dict.fromkeys(self.calls(self.reader.at(key))))

    def _close(self, key: Key, stack: list[Key]) -> None:
        at = stack.index(key)
        members = stack[at:]
        del stack[at:]
        number = len(self._component)
        for member in members:
            self._component[member] = number
        called = {member: set(self.calls(self.reader.at(member))) for member in members}
        if len(members) > 1 or key in called[key]:
            self._recursive.update(members)
            forks = Forks(self, key)
            if any(forks.has(self.reader.at(member)) for member in members):
                self._forked.update(members)
        if (
            key in self._recursive
            or any(not targets.isdisjoint(self._throws) for targets in called.values())
            or any(self._compares(self.reader.at(member)) for member in members)
        ):
            self._throws.update(members)

    def _compares(self, schema: Subschema) -> bool:
        """Whether values that may be deep are compared somewhere in a schema."""
        pending: list[Subschema] = [schema]
        while pending:
            part = pending.pop()
            if isinstance(part, Call):
                continue
            if part.arrays is not None and part.arrays.unique and not self.are_scalars(part.arrays):
                return True
            if any(isinstance(v, dict | list) for known in part.literals for v in known.values):
                return True
            pending += part.inner()
            pending += part.children()
        return False

    def are_scalars(self, arrays: ArrayDemands) -> bool:
        """Whether no item of an array may be an array or an object."""
        items = (*arrays.prefix, ANYTHING if arrays.rest is None else arrays.rest)
        return frozenset().union(*map(self.types, items)).isdisjoint({"array", "object"})


def type_of_value(value: Json) -> str:
    """The JSON type of a value."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "boolean"
    if is_number(value):
        return "number"
    if isinstance(value, str):
        return "string"
    return "object" if isinstance(value, dict) else "array"
