"""One branch of the search: literals taken apart until only keywords and clauses are left."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import combinations
from typing import Final, TypeAlias

from modelpact.compat.nodes import FALSE, Literal, NodeTable, kinds
from modelpact.compat.values import ANY, ARRAY, OBJECT, STRING, Key

__all__ = ["Clause", "Saturation", "State"]

Clause: TypeAlias = Sequence[Literal]
"""Literals of which one has to hold."""


class State:
    """What a branch has assumed.

    Attributes:
        mask: The types that are left.
        seen: Every literal assumed.
        atoms: Those that a theory deals with.
        clauses: Choices not made yet.
        values: The finite set that is left, ``None`` where it is not finite.

    """

    __slots__ = ("atoms", "clauses", "mask", "seen", "values")

    def __init__(self) -> None:
        self.mask = ANY
        self.seen: set[Literal] = set()
        self.atoms: list[Literal] = []
        self.clauses: list[Clause] = []
        self.values: frozenset[Key] | None = None

    def branch(self, clauses: Iterable[Clause], mask: int) -> State:
        """A copy with other clauses and fewer types."""
        copy = State.__new__(State)
        copy.mask = mask
        copy.seen = set(self.seen)
        copy.atoms = list(self.atoms)
        copy.clauses = list(clauses)
        copy.values = self.values
        return copy


class Saturation:
    """Takes literals apart. One per solver.

    Args:
        table: The nodes.
        are_disjoint: Whether the sets of a ONE_OF node are known to be pairwise disjoint.

    """

    __slots__ = ("_are_disjoint", "_table")

    def __init__(self, table: NodeTable, are_disjoint: Callable[[int], bool]) -> None:
        self._table = table
        self._are_disjoint = are_disjoint

    def assume(self, state: State, literals: Iterable[Literal]) -> bool:
        """Add literals to a state; False where they contradict it at first sight."""
        table = self._table
        kind_of, seen = table.kind, state.seen
        pending = list(literals)
        while pending:
            literal = pending.pop()
            if literal in seen:
                continue
            if -literal in seen:
                return False
            seen.add(literal)
            node = literal if literal > 0 else -literal
            kind = kind_of[node]
            if kind >= _KEYWORDS:
                state.atoms.append(literal)
                if literal < 0:
                    state.mask &= ~table.must[node]
                    if kind == kinds.CONTAINS:
                        state.clauses.append(self._not_contained(node))
            elif kind == kinds.TYPES:
                state.mask &= table.may_of(literal)
            elif kind == kinds.ALL_OF and literal > 0:
                pending.extend(table.arguments[node][0])
            else:
                self._take_apart(state, literal, kind, pending)
            if not state.mask:
                return False
        return True

    def _take_apart(
        self, state: State, literal: Literal, kind: int, pending: list[Literal]
    ) -> None:
        """The kinds that are neither keywords nor types nor plain conjunctions."""
        table = self._table
        node = abs(literal)
        state.mask &= table.may_of(literal)
        if kind == kinds.ALL_OF:
            parts = table.arguments[node][0]
            state.clauses.append([table.negate(part) for part in parts])
        elif kind == kinds.REFERENCE:
            meaning = table.definitions[node]
            pending.append(meaning if literal > 0 else table.negate(meaning))
        elif kind == kinds.VALUES:
            self._finite(state, literal, table.arguments[node][0], pending)
        elif kind == kinds.ONE_OF:
            self._one_of(state, literal, table.arguments[node][0], pending)
        else:
            state.atoms.append(literal)

    def _finite(
        self, state: State, literal: Literal, keys: frozenset[Key], pending: list[Literal]
    ) -> None:
        if literal > 0:
            state.values = keys if state.values is None else state.values & keys
            return
        state.atoms.append(literal)
        compound = [key for key in keys if key[0] & (ARRAY | OBJECT)]
        compound.sort(key=repr)
        pending.extend(self._table.negate(self._structure(key)) for key in compound)

    def _structure(self, key: Key) -> Literal:
        """A compound value in keywords, so that theories can deal with being unlike it."""
        table = self._table
        bit, payload = key
        if bit == ARRAY:
            parts = [table.types(ARRAY), table.keyword(kinds.MAX_ITEMS, len(payload))]
            if payload:
                parts.append(table.keyword(kinds.MIN_ITEMS, len(payload)))
            parts += [
                table.keyword(kinds.ITEM, index, table.values([item]))
                for index, item in enumerate(payload)
            ]
            return table.all_of(parts)
        names = [name for name, _ in payload]
        others = table.negate(table.values([(STRING, name) for name in names]))
        parts = [table.types(OBJECT), table.keyword(kinds.PROPERTIES, others, FALSE)]
        parts += [table.keyword(kinds.REQUIRED, name) for name in names]
        parts += [
            table.keyword(kinds.PROPERTY, name, table.values([item])) for name, item in payload
        ]
        return table.all_of(parts)

    def _one_of(
        self, state: State, literal: Literal, parts: Sequence[Literal], pending: list[Literal]
    ) -> None:
        table = self._table
        disjoint = self._are_disjoint(abs(literal))
        if disjoint and literal > 0:
            state.clauses.append(parts)
        elif disjoint:
            pending.extend(table.negate(part) for part in parts)
        elif literal > 0:
            state.clauses.append(
                [
                    table.all_of([part, *[table.negate(p) for p in _without(parts, index)]])
                    for index, part in enumerate(parts)
                ]
            )
        else:
            pairs = [table.all_of(pair) for pair in combinations(parts, 2)]
            state.clauses.append([table.all_of([table.negate(p) for p in parts]), *pairs])

    def _not_contained(self, node: int) -> Clause:
        """Too few items in the set, or too many."""
        table = self._table
        item, least, most = table.arguments[node]
        ways: list[Literal] = []
        if least == 1:
            ways.append(table.keyword(kinds.ITEMS_FROM, 0, table.negate(item)))
        elif least > 1:
            ways.append(table.keyword(kinds.CONTAINS, item, 0, least - 1))
        if most is not None:
            ways.append(table.keyword(kinds.CONTAINS, item, most + 1, None))
        return ways


_KEYWORDS: Final = 10
"""Kinds from here on are keywords of one type; see :class:`.nodes.kinds`."""


def _without(parts: Sequence[Literal], index: int) -> list[Literal]:
    return [*parts[:index], *parts[index + 1 :]]
