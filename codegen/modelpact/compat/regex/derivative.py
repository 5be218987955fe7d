"""Brzozowski's derivatives: what may follow a character, as a language again.

The derivative of a language by a character is the set of the rests of all its texts that begin with
it (Brzozowski 1964; over classes of characters, Owens, Reppy and Turon 2009). Derivatives are
the states of a deterministic automaton that is built only as far as it is looked at.
"""

from __future__ import annotations

from collections.abc import Callable

from modelpact.compat.regex.algebra import Algebra
from modelpact.compat.regex.budget import RegexBudget
from modelpact.compat.regex.classes import CharacterClasses
from modelpact.compat.regex.nodes import ANY, EMPTY, EPSILON, Kind, Language
from modelpact.documents.patterns.charset import CharSet

__all__ = ["Derivatives", "first_sets"]

LIGHT = 100
"""Terms up to this weight cost nothing in matching, which is linear in the text then."""

MOST_MOVES = 500
"""Derivatives remembered for one term: a text from outside may hold any character."""


class Derivatives:
    """Computes derivatives; terms remember them."""

    __slots__ = ("_rules", "algebra", "classes")

    def __init__(self, algebra: Algebra) -> None:
        self.algebra = algebra
        self.classes = CharacterClasses()
        self._rules: dict[int, Callable[[Language, int], Language]] = {
            Kind.EMPTY: self._of_nothing,
            Kind.EPSILON: self._of_nothing,
            Kind.ANY: self._of_any,
            Kind.CHARS: self._of_chars,
            Kind.CONCAT: self._of_concat,
            Kind.REPEAT: self._of_repeat,
            Kind.UNION: self._of_union,
            Kind.INTERSECTION: self._of_intersection,
            Kind.COMPLEMENT: self._of_complement,
            Kind.WORDS: self._of_words,
            Kind.LOOP: self._of_loop,
        }

    def derivative(self, term: Language, point: int) -> Language:
        """Return the rests of the texts that begin with the character."""
        known = term.moves.get(point)
        if known is None:
            known = self._rules[term.kind](term, point)
            if len(term.moves) < MOST_MOVES:
                term.moves[point] = known
        return known

    def _of_nothing(self, _term: Language, _point: int) -> Language:
        return EMPTY

    def _of_any(self, _term: Language, _point: int) -> Language:
        return ANY

    def _of_chars(self, term: Language, point: int) -> Language:
        return EPSILON if point in term.parts[0] else EMPTY

    def _of_concat(self, term: Language, point: int) -> Language:
        left, right = term.parts
        rest = self.derivative(left, point)
        if rest is not EMPTY:
            rest = self.algebra.concat(rest, right)
        if not left.nullable:
            return rest
        skipped = self.derivative(right, point)
        return skipped if rest is EMPTY else self.algebra.union((rest, skipped))

    def _of_repeat(self, term: Language, point: int) -> Language:
        body, low, high = term.parts
        rest = self.derivative(body, point)
        if rest is EMPTY:
            return EMPTY
        again = term
        if high is not None or low:
            again = self.algebra.repeat(body, max(low - 1, 0), None if high is None else high - 1)
        return self.algebra.concat(rest, again)

    def _of_union(self, term: Language, point: int) -> Language:
        rests = [self.derivative(part, point) for part in term.parts]
        return self.algebra.union([rest for rest in rests if rest is not EMPTY])

    def _of_intersection(self, term: Language, point: int) -> Language:
        rests: list[Language] = []
        for part in term.parts:
            rest = self.derivative(part, point)
            if rest is EMPTY:
                return EMPTY
            rests.append(rest)
        return self.algebra.intersection(rests)

    def _of_complement(self, term: Language, point: int) -> Language:
        return self.algebra.complement(self.derivative(term.parts[0], point))

    def _of_words(self, term: Language, point: int) -> Language:
        letter = chr(point)
        return self.algebra.words([word[1:] for word in term.parts[0] if word[:1] == letter])

    def _of_loop(self, term: Language, point: int) -> Language:
        assert term.definition is not None  # noqa: S101 - set by whoever made the loop
        return self.derivative(term.definition, point)

    def matches(self, term: Language, text: str, budget: RegexBudget) -> bool:
        """Tell whether a text belongs to the language.

        Raises:
            RegexBudgetExceeded: The terms on the way are so large that it would take too much work.

        """
        for character in text:
            if term is ANY or term is EMPTY:
                break
            if term.weight > LIGHT:
                budget.spend(term.weight)
            term = self.derivative(term, ord(character))
        return term.nullable


def first_sets(term: Language) -> frozenset[CharSet]:
    """Return sets that tell apart all first characters that the term tells apart."""
    if term.first is None:
        term.first = _first_sets(term)
    return term.first


def _first_sets(term: Language) -> frozenset[CharSet]:
    parts = term.parts
    if term.kind == Kind.CONCAT and not parts[0].nullable:
        return first_sets(parts[0])
    if term.kind in _COMPOUND:
        return frozenset().union(*map(first_sets, parts))
    if term.kind in _UNARY:
        return first_sets(parts[0])
    if term.kind == Kind.WORDS:
        return frozenset(
            CharSet.single(ord(letter)) for letter in {word[0] for word in parts[0] if word}
        )
    if term.definition is not None:
        return first_sets(term.definition)
    return frozenset(parts)


_UNARY = frozenset({Kind.REPEAT, Kind.COMPLEMENT})
_COMPOUND = frozenset({Kind.CONCAT, Kind.UNION, Kind.INTERSECTION})
