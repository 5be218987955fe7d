"""Classes of characters that no language at hand tells apart, each with the one that people like.

Both answers are for a frozen set of character sets and are remembered for as long as a session
lasts, because most states of an automaton ask about the same sets.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from modelpact.documents.patterns.charset import CharSet, partition, segments

__all__ = ["LIKED", "CharClass", "CharacterClasses", "ranks"]

CharClass = tuple[int, CharSet]
"""Characters that no language at hand tells apart, and the one of them that people like best."""

LIKED = (
    "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    "-_. /:@,+#=;!?%&*()[]{}<>|~^$'`\\"
    '"éàößñçøπαωжяאעب中文日あアก한€£°²½😀'
)
MOST_PARTITIONS = 2_000

_ASCII = 128
_UNLIKED = 255
_RANKS = {ord(letter): rank for rank, letter in enumerate(LIKED)}
_ASCII_RANKS = bytes(_RANKS.get(point, _UNLIKED) for point in range(_ASCII))
_FIRST_OTHER = sum(rank < _UNLIKED for rank in _ASCII_RANKS)
_OTHERS = sorted(point for point in _RANKS if point >= _ASCII)


class CharacterClasses:
    """Divides characters into classes, and remembers how."""

    __slots__ = ("_classes", "_representatives")

    def __init__(self) -> None:
        self._classes: dict[frozenset[CharSet], tuple[CharClass, ...]] = {}
        self._representatives: dict[frozenset[CharSet], tuple[int, ...]] = {}

    def forget(self) -> None:
        """Drop all that is remembered."""
        self._classes.clear()
        self._representatives.clear()

    def of(self, sets: frozenset[CharSet]) -> tuple[CharClass, ...]:
        """Return the classes of characters that no set tells apart, the liked ones first."""
        known = self._classes.get(sets)
        if known is None:
            if len(self._classes) >= MOST_PARTITIONS:
                self._classes.clear()
            ranked = sorted(
                (*min(_most_liked(*run) for run in members.ranges), members)
                for members in partition(sets)
            )
            known = self._classes[sets] = tuple((point, members) for _, point, members in ranked)
        return known

    def representatives(self, sets: frozenset[CharSet]) -> tuple[int, ...]:
        """Return the most liked character of every class, the liked ones first."""
        known = self._representatives.get(sets)
        if known is None:
            if len(self._representatives) >= MOST_PARTITIONS:
                self._representatives.clear()
            known = self._representatives[sets] = _representatives(sets)
        return known


def ranks(text: str) -> list[int]:
    """Return how much each character is liked, the most liked having the lowest number."""
    return [_RANKS.get(ord(letter), len(LIKED) + ord(letter)) for letter in text]


def _representatives(sets: Iterable[CharSet]) -> tuple[int, ...]:
    best: dict[int, tuple[int, int]] = {}
    for signature, first, last in segments(sets):
        known = best.get(signature)
        if first >= _ASCII and known is not None and known[0] < _FIRST_OTHER:
            continue  # nobody likes anything better than printable ASCII
        found = _most_liked(first, last)
        if known is None or found < known:
            best[signature] = found
    return tuple([point for _, point in sorted(best.values())])


def _most_liked(first: int, last: int) -> tuple[int, int]:
    """Return the rank and the code point of the character to show for a range."""
    if first < _ASCII:
        rank = min(_ASCII_RANKS[first : last + 1])
        if rank < _UNLIKED:
            return rank, ord(LIKED[rank])
    if last >= _ASCII:
        start = bisect_left(_OTHERS, first)
        liked = _OTHERS[start : bisect_right(_OTHERS, last)]
        if liked:
            return min((_RANKS[point], point) for point in liked)
    return len(LIKED) + (not chr(first).isprintable()), first
