"""Sets of JSON values as interned nodes; a literal is a node or, negated, its complement.

Each node knows two masks of types: which a member *may* have, and of which *every* value is a
member. A keyword that speaks of strings only, say, holds for every value that is no string.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final, TypeAlias

from modelpact.compat.values import (
    ANY,
    ARRAY,
    BOOLEAN,
    NULL,
    NUMBER,
    OBJECT,
    STRING,
    Key,
    key_of,
)

__all__ = ["FALSE", "TRUE", "Literal", "NodeTable", "kinds"]

Literal: TypeAlias = int
"""A node's number, or its negative for the complement."""


class kinds:  # noqa: N801 - a namespace of constants, used as one
    """What a node says, with its arguments."""

    TYPES: Final = 0  # (mask,)
    VALUES: Final = 1  # (frozenset of keys,)
    ALL_OF: Final = 2  # (sorted literals,)
    ONE_OF: Final = 3  # (sorted literals,): exactly one holds
    REFERENCE: Final = 4  # (identity,): see NodeTable.definitions
    OPAQUE: Final = 5  # (identity, reason): a set of which nothing is known
    MINIMUM: Final = 10  # (bound, exclusive)
    MAXIMUM: Final = 11  # (bound, exclusive)
    MULTIPLE_OF: Final = 12  # (divisor,)
    SPELLED_INTEGER: Final = 13  # (): no fraction is written, as in 1 and unlike 1.0
    MIN_LENGTH: Final = 20  # (count,)
    MAX_LENGTH: Final = 21
    PATTERN: Final = 22  # (source, regex dialect)
    FORMAT: Final = 23  # (name,)
    MIN_ITEMS: Final = 30  # (count,)
    MAX_ITEMS: Final = 31
    ITEM: Final = 32  # (index, literal): the item there, if there is one
    ITEMS_FROM: Final = 33  # (index, literal): every item from there on
    UNIQUE: Final = 34  # ()
    CONTAINS: Final = 35  # (literal, least, most or None)
    REQUIRED: Final = 40  # (name,)
    MIN_PROPERTIES: Final = 41  # (count,)
    MAX_PROPERTIES: Final = 42
    PROPERTY: Final = 43  # (name, literal): the value there, if there is one
    PROPERTIES: Final = 44  # (names, literal): each value whose name is in the literal `names`


_NUMBERS, _STRINGS, _ARRAYS, _OBJECTS = 1, 2, 3, 4
_GUARDS: Final = (0, NUMBER, STRING, ARRAY, OBJECT)
"""By the tens of a kind: the type that a keyword speaks of; 0 where it speaks of all."""

FALSE: Final[Literal] = 1
TRUE: Final[Literal] = 2

_BOTH_BOOLEANS: Final = frozenset({key_of(True), key_of(False)})
_NULL_KEY: Final = key_of(None)


class NodeTable:
    """Every node of a session, each once: equal sets in equal words have equal numbers.

    Attributes:
        kind: By node: one of :class:`kinds`.
        arguments: By node.
        may: By node: the mask of types that members may have.
        must: By node: the mask of types all of whose values are members.
        definitions: What each REFERENCE stands for; recursion goes through here.

    """

    __slots__ = ("_index", "_types", "arguments", "definitions", "kind", "may", "must")

    def __init__(self) -> None:
        self.kind: list[int] = [-1]
        self.arguments: list[tuple[Any, ...]] = [()]
        self.may: list[int] = [0]
        self.must: list[int] = [0]
        self.definitions: dict[int, Literal] = {}
        self._index: dict[tuple[int, tuple[Any, ...]], int] = {}
        self._types = {mask: self._add(kinds.TYPES, (mask,), mask, mask) for mask in (0, ANY)}

    def __len__(self) -> int:
        return len(self.kind) - 1

    def _add(self, kind: int, arguments: tuple[Any, ...], may: int, must: int) -> int:
        number = len(self.kind)
        self._index[kind, arguments] = number
        self.kind.append(kind)
        self.arguments.append(arguments)
        self.may.append(may)
        self.must.append(must)
        return number

    def keyword(self, kind: int, *arguments: Any) -> Literal:
        """The set that one keyword describes: all of what it does not speak of is in it."""
        number = self._index.get((kind, arguments))
        if number is None:
            guard = _GUARDS[kind // 10]
            number = self._add(kind, arguments, ANY, ANY & ~guard)
        return number

    def opaque(self, identity: str, reason: str) -> Literal:
        """A set of which nothing is known but its name."""
        number = self._index.get((kinds.OPAQUE, (identity, reason)))
        return number or self._add(kinds.OPAQUE, (identity, reason), ANY, 0)

    def reference(self, identity: object) -> Literal:
        """The set that a recursive definition describes; see :meth:`define`."""
        number = self._index.get((kinds.REFERENCE, (identity,)))
        return number or self._add(kinds.REFERENCE, (identity,), ANY, 0)

    def define(self, reference: Literal, meaning: Literal) -> None:
        """Say what a reference stands for."""
        self.definitions[reference] = meaning
        self.may[reference] = self.may_of(meaning)
        self.must[reference] = self.must_of(meaning)

    def types(self, mask: int) -> Literal:
        """All values of the types in a mask."""
        number = self._types.get(mask)
        if number is None:
            number = self._types[mask] = self._add(kinds.TYPES, (mask,), mask, mask)
        return number

    def values(self, keys: Iterable[Key]) -> Literal:
        """A finite set of values, by their keys."""
        members = keys if isinstance(keys, frozenset) else frozenset(keys)
        if not members:
            return FALSE
        number = self._index.get((kinds.VALUES, (members,)))
        if number is None:
            may = 0
            for type_bit, _ in members:
                may |= type_bit
            must = NULL if _NULL_KEY in members else 0
            if members >= _BOTH_BOOLEANS:
                must |= BOOLEAN
            if may == must:
                return self.types(may)
            number = self._add(kinds.VALUES, (members,), may, must)
        return number

    def may_of(self, literal: Literal) -> int:
        """The types that members of a literal may have."""
        return self.may[literal] if literal > 0 else ANY & ~self.must[-literal]

    def must_of(self, literal: Literal) -> int:
        """The types all of whose values are members of a literal."""
        return self.must[literal] if literal > 0 else ANY & ~self.may[-literal]

    def negate(self, literal: Literal) -> Literal:
        """The complement."""
        if literal > 0 and self.kind[literal] == kinds.TYPES:
            return self.types(ANY & ~self.may[literal])
        return -literal

    def any_of(self, literals: Iterable[Literal]) -> Literal:
        """The union."""
        return self.negate(self.all_of([self.negate(literal) for literal in literals]))

    def one_of(self, literals: Iterable[Literal]) -> Literal:
        """Values in exactly one of the sets."""
        members = sorted(literal for literal in literals if literal != FALSE)
        if len(members) < 2:  # noqa: PLR2004 - a pair is what can overlap
            return members[0] if members else FALSE
        may = 0
        disjoint = True
        for member in members:
            mask = self.may_of(member)
            disjoint = disjoint and not may & mask
            may |= mask
        if disjoint or self._are_disjoint_values(members):
            return self.any_of(members)
        arguments = (tuple(members),)
        number = self._index.get((kinds.ONE_OF, arguments))
        return number or self._add(kinds.ONE_OF, arguments, may, 0)

    def _are_disjoint_values(self, members: list[Literal]) -> bool:
        """Whether these are finite sets without a common value, as unions of constants are."""
        seen: set[Key] = set()
        for member in members:
            if member < 0 or self.kind[member] != kinds.VALUES:
                return False
            keys = self.arguments[member][0]
            if not seen.isdisjoint(keys):
                return False
            seen |= keys
        return True

    def all_of(self, literals: Iterable[Literal]) -> Literal:
        """The intersection."""
        literals = tuple(literals)
        if len(literals) < 2:  # noqa: PLR2004 - one part is itself
            return literals[0] if literals else TRUE
        parts, mask, included, excluded = self._flatten(literals)
        for literal in parts:
            if -literal in parts:
                return FALSE
            mask &= self.may_of(literal)
        if included is not None:
            included = frozenset([k for k in included if k[0] & mask and k not in excluded])
            finite = self.values(included)
            if finite == FALSE:
                return FALSE
            mask &= self.may[finite]
            if self.kind[finite] == kinds.VALUES:
                parts.add(finite)
        elif excluded:
            finite = self.values(frozenset([k for k in excluded if k[0] & mask]))
            mask &= self.may_of(-finite)
            if finite != FALSE and self.kind[finite] == kinds.VALUES:
                parts.add(-finite)
        if not mask:
            return FALSE
        return self._conjunction(parts, mask)

    def _flatten(
        self, literals: Iterable[Literal]
    ) -> tuple[set[Literal], int, frozenset[Key] | None, set[Key]]:
        """Nested conjunctions opened; types and finite sets gathered apart from the rest."""
        parts: set[Literal] = set()
        mask = ANY
        included: frozenset[Key] | None = None
        excluded: set[Key] = set()
        pending = list(literals)
        kind = self.kind
        while pending:
            literal = pending.pop()
            what = kind[literal] if literal > 0 else kind[-literal]
            if what > kinds.ALL_OF:
                parts.add(literal)
            elif what == kinds.TYPES:
                mask &= self.may[literal]
            elif what == kinds.ALL_OF:
                if literal > 0:
                    pending.extend(self.arguments[literal][0])
                else:
                    parts.add(literal)
            elif literal > 0:
                keys = self.arguments[literal][0]
                included = keys if included is None else included & keys
            else:
                excluded |= self.arguments[-literal][0]
        return parts, mask, included, excluded

    def _conjunction(self, parts: set[Literal], mask: int) -> Literal:
        """A node for parts that do not contradict each other outright."""
        kept = []
        implied = ANY
        may, must = self.may, self.must
        for literal in parts:  # a hot loop: `must_of` and `may_of`, written out
            if literal > 0:
                if must[literal] & mask != mask:
                    kept.append(literal)
                    implied &= may[literal]
            elif ~may[-literal] & mask != mask:
                kept.append(literal)
                implied &= ~must[-literal]
        if implied & mask != implied:
            kept.append(self.types(mask))
        if len(kept) < 2:  # noqa: PLR2004 - one part is itself
            return kept[0] if kept else TRUE
        kept.sort()
        arguments = (tuple(kept),)
        number = self._index.get((kinds.ALL_OF, arguments))
        if number is None:
            every = ANY
            for literal in kept:
                every &= self.must_of(literal)
            number = self._add(kinds.ALL_OF, arguments, implied & mask, every)
        return number
