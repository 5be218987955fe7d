"""The operations on languages. Each returns the simplest term it can see at once, interned."""

from __future__ import annotations

from collections.abc import Iterable
from operator import attrgetter
from typing import Any

from modelpact.compat.regex.nodes import ANY, EMPTY, EPSILON, Kind, Language
from modelpact.documents.patterns.charset import ALL, CharSet

__all__ = ["Algebra"]


class Algebra:
    """Makes terms, and remembers them so that equal ones are the same object.

    Forgetting at any time is safe: terms made before and after can be mixed, and only cost more.
    """

    __slots__ = ("_serial", "_terms")

    def __init__(self) -> None:
        self._terms: dict[tuple[Any, ...], Language] = {}
        self._serial = 0

    def __len__(self) -> int:
        return len(self._terms)

    def forget(self) -> None:
        """Drop all terms that nobody else holds."""
        self._terms.clear()

    def _intern(self, kind: int, parts: tuple[Any, ...], *, nullable: bool) -> Language:
        key = (kind, parts)
        term = self._terms.get(key)
        if term is None:
            self._serial += 1
            weight = _weight(kind, parts)
            term = Language(kind, parts, self._serial, nullable=nullable, weight=weight)
            self._terms[key] = term
        return term

    def characters(self, members: CharSet) -> Language:
        """Return all texts of one character of the set."""
        if not members:
            return EMPTY
        return self._intern(Kind.CHARS, (members,), nullable=False)

    def words(self, texts: Iterable[str]) -> Language:
        """Return a finite set of texts."""
        members = frozenset(texts)
        if not members:
            return EMPTY
        if members == {""}:
            return EPSILON
        return self._intern(Kind.WORDS, (members,), nullable="" in members)

    def concat(self, left: Language, right: Language) -> Language:  # noqa: PLR0911 - one a law
        """Return every text of the left followed by every text of the right."""
        if left is EMPTY or right is EMPTY:
            return EMPTY
        if left is EPSILON:
            return right
        if right is EPSILON:
            return left
        if left.kind == Kind.CONCAT:
            return self._concat_chain(left, right)
        if right is ANY:
            if left.nullable:
                return ANY
            if left.kind == Kind.REPEAT and left.parts[1] != left.parts[2]:
                body, low, _ = left.parts
                return self.concat(self.repeat(body, low, low), right)
        if left is ANY and right.kind == Kind.CONCAT and right.parts[0] is ANY:
            return right
        nullable = left.nullable and right.nullable
        return self._intern(Kind.CONCAT, (left, right), nullable=nullable)

    def _concat_chain(self, left: Language, right: Language) -> Language:
        """Hang a concatenation before another term, its first part outermost."""
        chain: list[Language] = []
        while left.kind == Kind.CONCAT:
            chain.append(left.parts[0])
            left = left.parts[1]
        right = self.concat(left, right)
        for part in reversed(chain):
            right = self.concat(part, right)
        return right

    def repeat(self, body: Language, low: int, high: int | None) -> Language:
        """Return `low` to `high` texts of the body in a row; any number from `low` if None."""
        if high == 0 or body is EPSILON:
            return EPSILON
        if body is EMPTY:
            return EMPTY if low else EPSILON
        if body.nullable:
            low = 0
        if (low, high) == (1, 1) or body is ANY:
            return body
        if body.kind == Kind.REPEAT:
            inner, inner_low, inner_high = body.parts
            counts = _nested_counts((inner_low, inner_high), (low, high))
            if counts is not None:
                return self.repeat(inner, *counts)
        if low == 0 and high is None and body.kind == Kind.CHARS and body.parts[0] == ALL:
            return ANY
        return self._intern(Kind.REPEAT, (body, low, high), nullable=low == 0)

    def loop(self, *, nullable: bool) -> Language:
        """Return a new language whose `definition` the caller still has to set."""
        self._serial += 1
        return Language(Kind.LOOP, (), self._serial, nullable=nullable)

    def complement(self, term: Language) -> Language:
        """Return every text that is not in the language."""
        if term.opposite is None:
            term.opposite = self._complement(term)
            if term.opposite.opposite is None:
                term.opposite.opposite = term
        return term.opposite

    def _complement(self, term: Language) -> Language:
        if term.kind == Kind.COMPLEMENT:
            inner: Language = term.parts[0]
            return inner
        if term.kind == Kind.UNION:
            return self.intersection(self.complement(part) for part in term.parts)
        if term.kind == Kind.INTERSECTION:
            return self.union(self.complement(part) for part in term.parts)
        return self._intern(Kind.COMPLEMENT, (term,), nullable=not term.nullable)

    def union(self, terms: Iterable[Language]) -> Language:
        """Return every text of any of the languages."""
        members: dict[Language, None] = {}
        sets: list[CharSet] = []
        texts: set[str] = set()
        pending = list(terms)
        while pending:
            term = pending.pop()
            if term.kind <= Kind.LAST_INERT:
                members[term] = None
            elif term is ANY:
                return ANY
            elif term.kind == Kind.UNION:
                pending.extend(term.parts)
            elif term.kind == Kind.CHARS:
                sets.append(term.parts[0])
            elif term.kind == Kind.WORDS:
                texts |= term.parts[0]
            elif term is not EMPTY:
                members[term] = None
        if sets:
            members[self.characters(_union_of_sets(sets))] = None
        if texts:
            members[self.words(texts)] = None
        return self._combine(Kind.UNION, Kind.INTERSECTION, members, EMPTY, ANY)

    def intersection(  # noqa: C901 - one case a kind
        self, terms: Iterable[Language]
    ) -> Language:
        """Return every text that is in all of the languages."""
        members: dict[Language, None] = {}
        sets: list[CharSet] = []
        texts: list[frozenset[str]] = []
        excluded: set[str] = set()
        pending = list(terms)
        while pending:
            term = pending.pop()
            if term.kind <= Kind.LAST_INERT:
                members[term] = None
            elif term is EMPTY:
                return EMPTY
            elif term.kind == Kind.INTERSECTION:
                pending.extend(term.parts)
            elif term.kind == Kind.CHARS:
                sets.append(term.parts[0])
            elif term.kind == Kind.WORDS:
                texts.append(term.parts[0])
            elif term.kind == Kind.COMPLEMENT and term.parts[0].kind == Kind.WORDS:
                excluded |= term.parts[0].parts[0]
            elif term is not ANY:
                members[term] = None
        if sets:
            members[self.characters(_common(sets))] = None
        if texts:
            members[self.words(frozenset.intersection(*texts) - excluded)] = None
        elif excluded:
            members[self.complement(self.words(excluded))] = None
        return self._combine(Kind.INTERSECTION, Kind.UNION, members, ANY, EMPTY)

    def _combine(
        self, kind: int, dual: int, members: dict[Language, None], unit: Language, zero: Language
    ) -> Language:
        """Return the union or intersection of members that are none themselves."""
        if len(members) > 1:
            if any(member.kind == dual for member in members):
                self._absorb(kind, dual, members)
                members.pop(unit, None)
            if zero in members or any(member.opposite in members for member in members):
                return zero
            if EPSILON in members and _settles_epsilon(kind, members):
                return EPSILON if all(member.nullable for member in members) else EMPTY
        if len(members) <= 1:
            return next(iter(members), unit)
        parts = tuple(sorted(members, key=_serial))
        quantifier = any if kind == Kind.UNION else all
        return self._intern(kind, parts, nullable=quantifier([part.nullable for part in parts]))

    def _absorb(self, kind: int, dual: int, members: dict[Language, None]) -> None:
        """Drop `a | b` beside `a`, and `a` from `a | b` beside `not a`; likewise with & and |."""
        for member in [member for member in members if member.kind == dual]:
            if any(part in members for part in member.parts):
                del members[member]
            else:
                kept = [part for part in member.parts if part.opposite not in members]
                if len(kept) < len(member.parts):
                    del members[member]
                    rejoin = self.union if dual is Kind.UNION else self.intersection
                    rest = rejoin(kept)
                    members.update(dict.fromkeys(rest.parts if rest.kind == kind else (rest,)))


_serial = attrgetter("serial")


def _weight(kind: int, parts: tuple[Any, ...]) -> int:
    weight: int = 1
    if kind == Kind.CONCAT:
        left, right = parts
        weight = left.weight + right.weight if left.nullable else left.weight
    elif kind in _JUNCTIONS:
        weight = sum([part.weight for part in parts])
    elif kind in _UNARY:
        weight = parts[0].weight
    elif kind == Kind.WORDS:
        weight = len(parts[0])
    return weight


_JUNCTIONS = frozenset({Kind.UNION, Kind.INTERSECTION})
_UNARY = frozenset({Kind.REPEAT, Kind.COMPLEMENT})


def _nested_counts(
    inner: tuple[int, int | None], outer: tuple[int, int | None]
) -> tuple[int, int | None] | None:
    """Return the counts of a repetition of a repetition, if they have no gaps between them."""
    inner_low, inner_high = inner
    low, high = outer
    if low == 0 and inner_low > 1:
        return None
    least = max(low, 1)
    more_rounds = high is None or high > least
    if more_rounds and inner_high is not None and least * (inner_high - inner_low) < inner_low - 1:
        return None
    total_high = None if high is None or inner_high is None else high * inner_high
    return low * inner_low, total_high


def _union_of_sets(sets: list[CharSet]) -> CharSet:
    if len(sets) == 1:
        return sets[0]
    return CharSet.of(run for members in sets for run in members.ranges)


def _common(sets: list[CharSet]) -> CharSet:
    common = sets[0]
    for members in sets[1:]:
        common &= members
    return common


def _settles_epsilon(kind: int, members: dict[Language, None]) -> bool:
    """Tell whether the empty text decides an intersection; drop it from a union that has it."""
    if kind == Kind.INTERSECTION:
        return True
    if any(member.nullable for member in members if member is not EPSILON):
        del members[EPSILON]
    return False
