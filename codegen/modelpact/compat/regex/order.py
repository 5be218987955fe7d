"""Inclusions that the shapes of two terms show, without any automaton.

Most patterns that are compared differ in little: a larger count, a wider class, one more branch.
What the rules here say is proven; what they do not see is still open, and is left to the search.
The work is bounded, so that asking in vain costs next to nothing.
"""

from __future__ import annotations

from collections.abc import Callable

from modelpact.compat.regex.nodes import ANY, EMPTY, EPSILON, Kind, Language
from modelpact.documents.patterns.charset import CharSet

__all__ = ["Lengths", "accepted_lengths", "is_seen_within"]

MOST_COMPARISONS = 100
"""Pairs of terms that are looked at for one question."""

Lengths = tuple[int, int | None]
"""Bounds of the lengths of texts; None where there is none above."""


def is_seen_within(inner: Language, outer: Language) -> bool:
    """Tell whether it can be seen at once that the outer language holds all of the inner one.

    Returns:
        True is a proof; False says nothing.

    """
    return _Comparison().within(inner, outer)


def accepted_lengths(inner: Language, outer: Language) -> Lengths | None:
    """Return the lengths that are accepted where the outer language refuses for nothing else.

    That is so if the outer one is any so many characters of a class to which all characters of the
    inner one belong.

    Returns:
        None if that is not seen.

    """
    if outer.kind != Kind.REPEAT or outer.parts[0].kind != Kind.CHARS:
        return None
    body, low, high = outer.parts
    return (low, high) if _Comparison().is_of(inner, body.parts[0]) else None


class _Comparison:
    """One question, and how much may still be done for it."""

    __slots__ = ("left",)

    def __init__(self) -> None:
        self.left = MOST_COMPARISONS

    def within(  # noqa: PLR0911 - one a law
        self, inner: Language, outer: Language
    ) -> bool:
        """Tell whether one term is seen within another."""
        if inner is outer or outer is ANY or inner is EMPTY:
            return True
        if inner.nullable and not outer.nullable:
            return False
        self.left -= 1
        if self.left < 0:
            return False
        if inner.kind == Kind.UNION:
            return all(self.within(part, outer) for part in inner.parts)
        rule = _RULES.get(outer.kind)
        if rule is not None and rule(self, inner, outer):
            return True
        if inner.kind == Kind.INTERSECTION:
            return any(self.within(part, outer) for part in inner.parts)
        return inner is EPSILON  # the outer one is nullable

    def within_characters(self, inner: Language, outer: Language) -> bool:
        """Tell whether a term is seen within texts of one character."""
        return self._fits(inner, (1, 1)) and self.is_of(inner, outer.parts[0])

    def within_words(self, inner: Language, outer: Language) -> bool:
        """Tell whether a term is seen within listed texts."""
        words: frozenset[str] = outer.parts[0]
        if inner.kind == Kind.WORDS:
            return words.issuperset(inner.parts[0])
        if inner.kind == Kind.CHARS:
            members: CharSet = inner.parts[0]
            return members.size <= len(words) and words.issuperset(map(chr, members))
        return False

    def within_concatenation(self, inner: Language, outer: Language) -> bool:
        """Tell whether a term is seen within one language after another."""
        first, rest = outer.parts
        if inner.kind == Kind.CONCAT:
            head, tail = inner.parts
            if self.within(head, first) and self.within(tail, rest):
                return True
            if first is ANY and self.within(tail, outer):
                return True
        if first.nullable and self.within(inner, rest):
            return True
        return rest.nullable and self.within(inner, first)

    def within_repetition(self, inner: Language, outer: Language) -> bool:
        """Tell whether a term is seen within a repetition."""
        body, low, high = outer.parts
        repeated, least, most = inner.parts if inner.kind == Kind.REPEAT else (inner, 1, 1)
        if _within_bounds((least, most), (low, high)) and self.within(repeated, body):
            return True
        if body.kind != Kind.CHARS:
            return False
        return self._fits(inner, (low, high)) and self.is_of(inner, body.parts[0])

    def within_union(self, inner: Language, outer: Language) -> bool:
        """Tell whether a term is seen within one of several languages."""
        return inner in outer.parts or any(self.within(inner, part) for part in outer.parts)

    def within_intersection(self, inner: Language, outer: Language) -> bool:
        """Tell whether a term is seen within all of several languages."""
        return all(self.within(inner, part) for part in outer.parts)

    def within_complement(self, inner: Language, outer: Language) -> bool:
        """Tell whether a term is seen within what is not in a language."""
        return inner.kind == Kind.COMPLEMENT and self.within(outer.parts[0], inner.parts[0])

    def is_of(  # noqa: PLR0911 - one a kind
        self, term: Language, members: CharSet
    ) -> bool:
        """Tell whether all texts are seen to have no characters but those of the set."""
        self.left -= 1
        if self.left < 0:
            return False
        kind, parts = term.kind, term.parts
        if kind == Kind.CHARS:
            letters: CharSet = parts[0]
            return letters <= members
        if kind == Kind.REPEAT:
            return self.is_of(parts[0], members)
        if kind in _OF_ALL_PARTS:
            return all(self.is_of(part, members) for part in parts)
        if kind == Kind.INTERSECTION:
            return any(self.is_of(part, members) for part in parts)
        if kind == Kind.WORDS:
            return all(ord(letter) in members for letter in set().union(*parts[0]))
        return term is EPSILON

    def _fits(self, term: Language, bounds: Lengths) -> bool:
        """Tell whether the lengths of all texts are seen to be within the bounds."""
        low, high = bounds
        if high is None and low <= (not term.nullable):
            return True
        return _within_bounds(self._lengths(term), bounds)

    def _lengths(self, term: Language) -> Lengths:  # noqa: PLR0911 - one a kind
        """Return bounds of the lengths of the texts, which may be wider than need be."""
        self.left -= 1
        if self.left < 0:
            return 0, None
        kind, parts = term.kind, term.parts
        if kind == Kind.CHARS:
            return 1, 1
        if kind == Kind.CONCAT:
            (low, high), (more, most) = self._lengths(parts[0]), self._lengths(parts[1])
            return low + more, None if high is None or most is None else high + most
        if kind == Kind.REPEAT:
            body, least, times = parts
            low, high = self._lengths(body)
            return low * least, None if high is None or times is None else high * times
        if kind == Kind.UNION:
            lows, highs = zip(*map(self._lengths, parts), strict=True)
            return min(lows), None if None in highs else max(highs)
        if kind == Kind.WORDS:
            lengths = list(map(len, parts[0]))
            return min(lengths), max(lengths)
        return 0, 0 if term is EPSILON else None


def _within_bounds(inner: Lengths, outer: Lengths) -> bool:
    (least, most), (low, high) = inner, outer
    return least >= low and (high is None or (most is not None and most <= high))


_OF_ALL_PARTS = frozenset({Kind.CONCAT, Kind.UNION})
_RULES: dict[int, Callable[[_Comparison, Language, Language], bool]] = {
    Kind.CHARS: _Comparison.within_characters,
    Kind.WORDS: _Comparison.within_words,
    Kind.CONCAT: _Comparison.within_concatenation,
    Kind.REPEAT: _Comparison.within_repetition,
    Kind.UNION: _Comparison.within_union,
    Kind.INTERSECTION: _Comparison.within_intersection,
    Kind.COMPLEMENT: _Comparison.within_complement,
}
