"""Immutable sets of characters, as sorted ranges of code points.

A character is a Unicode scalar value: surrogates belong to no set, because they belong to no
well-formed JSON text. The complement is therefore taken within the scalar values.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

__all__ = ["ALL", "NONE", "CharSet", "Range", "partition", "segments"]

Range = tuple[int, int]
"""The first and the last code point of a run, both belonging to it."""

LAST_CODE_POINT = 0x10FFFF
FIRST_SURROGATE = 0xD800
LAST_SURROGATE = 0xDFFF


@dataclass(frozen=True, slots=True, eq=False)
class CharSet:
    """A set of characters. Build one with :meth:`of`, :meth:`single` or the algebra.

    Attributes:
        ranges: Sorted, disjoint, not adjacent, without surrogates.

    """

    ranges: tuple[Range, ...]
    _hash: int = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_hash", hash(self.ranges))

    @classmethod
    def of(cls, ranges: Iterable[Range]) -> CharSet:
        """Return the set of all characters in the ranges, which may overlap in any order."""
        return cls(_without_surrogates(_merged(ranges)))

    @classmethod
    def single(cls, code_point: int) -> CharSet:
        """Return the set of one character; none if the code point is a surrogate."""
        return _single(code_point)

    @classmethod
    def chars(cls, characters: str) -> CharSet:
        """Return the set of the characters of a text."""
        return cls.of((ord(character), ord(character)) for character in characters)

    def __eq__(self, other: object) -> bool:
        if self is other:
            return True
        if not isinstance(other, CharSet):
            return NotImplemented
        return self._hash == other._hash and self.ranges == other.ranges

    def __hash__(self) -> int:
        return self._hash

    def __bool__(self) -> bool:
        return bool(self.ranges)

    def __contains__(self, code_point: int) -> bool:
        index = bisect_right(self.ranges, (code_point, LAST_CODE_POINT + 1)) - 1
        return index >= 0 and code_point <= self.ranges[index][1]

    def __iter__(self) -> Iterator[int]:
        for first, last in self.ranges:
            yield from range(first, last + 1)

    @property
    def size(self) -> int:
        """How many characters there are."""
        return sum(last - first + 1 for first, last in self.ranges)

    def __le__(self, other: CharSet) -> bool:
        """Tell whether all of the set belongs to the other."""
        return self is other or all(_holds(other.ranges, run) for run in self.ranges)

    @property
    def only(self) -> int | None:
        """The one character of the set; None if it has none or several."""
        if len(self.ranges) == 1 and self.ranges[0][0] == self.ranges[0][1]:
            return self.ranges[0][0]
        return None

    def __or__(self, other: CharSet) -> CharSet:
        return CharSet(_merged((*self.ranges, *other.ranges)))

    def __and__(self, other: CharSet) -> CharSet:
        if len(self.ranges) > len(other.ranges):
            return other & self
        only = self.only
        if only is not None:
            return self if only in other else NONE
        return CharSet(tuple(_common(self.ranges, other.ranges)))

    def __sub__(self, other: CharSet) -> CharSet:
        return self & ~other

    def __invert__(self) -> CharSet:
        return CharSet(_without_surrogates(tuple(_gaps(self.ranges))))


def _holds(ranges: tuple[Range, ...], run: Range) -> bool:
    """Tell whether one of the ranges holds all of the run."""
    index = bisect_right(ranges, (run[0], LAST_CODE_POINT + 1)) - 1
    return index >= 0 and run[1] <= ranges[index][1]


@lru_cache(maxsize=1_000)
def _single(code_point: int) -> CharSet:
    if FIRST_SURROGATE <= code_point <= LAST_SURROGATE:
        return NONE
    return CharSet(((code_point, code_point),))


def _merged(ranges: Iterable[Range]) -> tuple[Range, ...]:
    merged: list[Range] = []
    for first, last in sorted(ranges):
        if merged and _touch(merged[-1][1], first):
            merged[-1] = (merged[-1][0], max(last, merged[-1][1]))
        else:
            merged.append((first, last))
    return tuple(merged)


def _touch(last: int, first: int) -> bool:
    return first <= last + 1


def _common(left: tuple[Range, ...], right: tuple[Range, ...]) -> Iterator[Range]:
    here = there = 0
    while here < len(left) and there < len(right):
        first = max(left[here][0], right[there][0])
        last = min(left[here][1], right[there][1])
        if first <= last:
            yield (first, last)
        if left[here][1] < right[there][1]:
            here += 1
        else:
            there += 1


def _gaps(ranges: tuple[Range, ...]) -> Iterator[Range]:
    position = 0
    for first, last in ranges:
        if first > position:
            yield (position, first - 1)
        position = last + 1
    if position <= LAST_CODE_POINT:
        yield (position, LAST_CODE_POINT)


def _without_surrogates(ranges: tuple[Range, ...]) -> tuple[Range, ...]:
    for first, last in ranges:
        if first <= LAST_SURROGATE and last >= FIRST_SURROGATE:
            return tuple(_common(ranges, ALL.ranges))
    return ranges


NONE = CharSet(())
ALL = CharSet(((0, FIRST_SURROGATE - 1), (LAST_SURROGATE + 1, LAST_CODE_POINT)))


def partition(sets: Iterable[CharSet]) -> list[CharSet]:
    """Return the coarsest partition of all characters that respects every one of the sets.

    Each class is either inside or outside of each set. Classes are ordered by their first
    character. The sets may come in any order; the answer does not depend on it.
    """
    classes: dict[int, list[Range]] = {}
    for signature, first, last in segments(sets):
        classes.setdefault(signature, []).append((first, last))
    return [CharSet(_merged(ranges)) for ranges in classes.values()]


def segments(sets: Iterable[CharSet]) -> Iterator[tuple[int, int, int]]:
    """Cut all characters into runs that every one of the sets either holds or does not touch.

    Yields:
        For each run, in order: a number that says which sets hold it; its first and last code
        point.

    """
    edges: dict[int, int] = {0: 0, FIRST_SURROGATE: 0, LAST_SURROGATE + 1: 0}
    bit = 1
    for members in sets:
        for first, last in members.ranges:
            edges[first] = edges.get(first, 0) ^ bit
            edges[last + 1] = edges.get(last + 1, 0) ^ bit
        bit <<= 1
    edges.setdefault(LAST_CODE_POINT + 1, 0)
    signature = start = 0
    for position in sorted(edges):
        if position > start and start != FIRST_SURROGATE:
            yield signature, start, position - 1
        signature ^= edges[position]
        start = position
