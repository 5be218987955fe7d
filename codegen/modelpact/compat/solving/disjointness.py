"""Whether the branches of a ``oneOf`` exclude each other: then it is an ``anyOf``."""

from __future__ import annotations

from itertools import combinations
from typing import Final, Protocol

from modelpact.compat.nodes import Literal, NodeTable, kinds
from modelpact.compat.outcomes import Goal
from modelpact.compat.values import OBJECT, Key

__all__ = ["Disjointness", "are_tagged", "tags_of"]

_LEMMA_STEPS: Final = 400
_MAX_BRANCHES: Final = 40


class _Prover(Protocol):
    table: NodeTable

    def lemma(self, goal: Goal, steps: int) -> bool: ...


class Disjointness:
    """Remembers the verdict on every ONE_OF node."""

    __slots__ = ("_known", "_prover")

    def __init__(self, prover: _Prover) -> None:
        self._prover = prover
        self._known: dict[int, bool] = {}

    def of_node(self, node: int) -> bool:
        """Whether the sets of a ONE_OF node are known to be pairwise disjoint."""
        known = self._known.get(node)
        if known is None:
            # While this is being decided the general expansion is used: it is always right.
            self._known[node] = False
            known = self._known[node] = self._decide(self._prover.table.arguments[node][0])
        return known

    def _decide(self, parts: tuple[Literal, ...]) -> bool:
        table = self._prover.table
        if are_tagged(table, parts):
            return True
        if len(parts) > _MAX_BRANCHES:
            return False
        return all(
            not table.may_of(first) & table.may_of(second)
            or self._prover.lemma(frozenset((first, second)), _LEMMA_STEPS)
            for first, second in combinations(parts, 2)
        )


def are_tagged(table: NodeTable, parts: tuple[Literal, ...]) -> bool:
    """Whether all parts are objects with one required property that tells them apart."""
    tags = tags_of(table, parts[0])
    for name, first in tags.items():
        seen: set[Key] = set(first)
        for part in parts[1:]:
            keys = tags_of(table, part).get(name)
            if keys is None or not seen.isdisjoint(keys):
                break
            seen |= keys
        else:
            return True
    return False


def tags_of(table: NodeTable, literal: Literal) -> dict[str, frozenset[Key]]:
    """The required properties of an object with a finite set of values each."""
    hops = 0
    while literal > 0 and table.kind[literal] == kinds.REFERENCE and hops < _MAX_HOPS:
        literal = table.definitions.get(literal, 0)
        hops += 1
    if literal <= 0 or table.kind[literal] != kinds.ALL_OF or table.may[literal] != OBJECT:
        return {}
    required: set[str] = set()
    finite: dict[str, frozenset[Key]] = {}
    for part in table.arguments[literal][0]:
        if part < 0:
            continue
        kind, arguments = table.kind[part], table.arguments[part]
        if kind == kinds.REQUIRED:
            required.add(arguments[0])
        elif kind == kinds.PROPERTY:
            name, value = arguments
            if value > 0 and table.kind[value] == kinds.VALUES:
                finite[name] = table.arguments[value][0]
    return {name: keys for name, keys in finite.items() if name in required}


_MAX_HOPS: Final = 20
