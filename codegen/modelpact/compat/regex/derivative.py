"""Brzozowski's derivatives: what may follow a character, as a language again.

The derivative of a language by a character is the set of the rests of all its texts that begin with
it (Brzozowski 1964; over classes of characters, Owens, Reppy and Turon 2009). Derivatives are
the states of a deterministic automaton that is built only as far as it is looked at.
"""

from __future__ import annotations

from collections.abc import Iterable

from modelpact.compat.regex.algebra import Algebra
from modelpact.compat.regex.nodes import ANY, EMPTY, EPSILON, Kind, Language
from modelpact.documents.patterns.charset import CharSet, partition

__all__ = ["CharClass", "Derivatives"]

CharClass = tuple[int, CharSet]
"""Characters that no language at hand tells apart, and the one of them that people like best."""

LIKED = (
    "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    "-_. /:@,+#=;!?%&*()[]{}<>|~^$'`\\"
    '"éàößñçøπαωжяאעب中文日あアกअ한€£°²½😀'
)
MOST_MOVES = 500
"""Derivatives remembered for one term: a text from outside may hold any character."""


class Derivatives:
    """Computes derivatives, and remembers the classes of characters it met."""

    __slots__ = ("_classes", "algebra")

    def __init__(self, algebra: Algebra) -> None:
        self.algebra = algebra
        self._classes: dict[frozenset[CharSet], tuple[CharClass, ...]] = {}

    def forget(self) -> None:
        """Drop what can be computed again."""
        self._classes.clear()

    def derivative(self, term: Language, point: int) -> Language:
        """Return the rests of the texts that begin with the character."""
        known = term.moves.get(point)
        if known is None:
            known = self._derivative(term, point)
            if len(term.moves) < MOST_MOVES:
                term.moves[point] = known
        return known

    def _derivative(  # noqa: C901, PLR0911 - one case a kind
        self, term: Language, point: int
    ) -> Language:
        algebra = self.algebra
        parts = term.parts
        match term.kind:
            case Kind.CHARS:
                return EPSILON if point in parts[0] else EMPTY
            case Kind.CONCAT:
                rest = algebra.concat(self.derivative(parts[0], point), parts[1])
                if not parts[0].nullable:
                    return rest
                skipped = self.derivative(parts[1], point)
                return skipped if rest is EMPTY else algebra.union((rest, skipped))
            case Kind.REPEAT:
                body, low, high = parts
                again = algebra.repeat(body, max(low - 1, 0), None if high is None else high - 1)
                return algebra.concat(self.derivative(body, point), again)
            case Kind.UNION:
                return algebra.union([self.derivative(part, point) for part in parts])
            case Kind.INTERSECTION:
                return self._intersection(parts, point)
            case Kind.COMPLEMENT:
                return algebra.complement(self.derivative(parts[0], point))
            case Kind.WORDS:
                letter = chr(point)
                return algebra.words(word[1:] for word in parts[0] if word[:1] == letter)
            case Kind.LOOP:
                assert term.definition is not None  # noqa: S101 - set by whoever made the loop
                return self.derivative(term.definition, point)
            case Kind.ANY:
                return ANY
        return EMPTY

    def _intersection(self, parts: Iterable[Language], point: int) -> Language:
        rests: list[Language] = []
        for part in parts:
            rest = self.derivative(part, point)
            if rest is EMPTY:
                return EMPTY
            rests.append(rest)
        return self.algebra.intersection(rests)

    def matches(self, term: Language, text: str) -> bool:
        """Tell whether a text belongs to the language."""
        for character in text:
            if term is ANY or term is EMPTY:
                break
            term = self.derivative(term, ord(character))
        return term.nullable

    def steps(self, term: Language) -> tuple[tuple[int, Language], ...]:
        """Return each derivative that is not empty once, with the most liked character for it."""
        if term.steps is None:
            found: dict[Language, int] = {}
            for point, _ in self.classes(term):
                rest = self.derivative(term, point)
                if rest is not EMPTY:
                    found.setdefault(rest, point)
            term.steps = tuple((point, rest) for rest, point in found.items())
        return term.steps

    def classes(self, term: Language) -> tuple[CharClass, ...]:
        """Return classes of characters by which the term has one derivative each."""
        key = first_sets(term)
        classes = self._classes.get(key)
        if classes is None:
            classes = self._classes[key] = _classes(key)
        return classes


def first_sets(term: Language) -> frozenset[CharSet]:
    """Return sets that tell apart all first characters that the term tells apart."""
    if term.first is None:
        term.first = _first_sets(term)
    return term.first


def _first_sets(  # noqa: PLR0911 - one case a kind
    term: Language,
) -> frozenset[CharSet]:
    match term.kind:
        case Kind.CHARS:
            return frozenset(term.parts)
        case Kind.CONCAT:
            left, right = term.parts
            return first_sets(left) | first_sets(right) if left.nullable else first_sets(left)
        case Kind.REPEAT | Kind.COMPLEMENT:
            return first_sets(term.parts[0])
        case Kind.UNION | Kind.INTERSECTION:
            return frozenset().union(*map(first_sets, term.parts))
        case Kind.WORDS:
            return frozenset(CharSet.single(ord(word[0])) for word in term.parts[0] if word)
        case Kind.LOOP:
            assert term.definition is not None  # noqa: S101 - set by whoever made the loop
            return first_sets(term.definition)
    return frozenset()


def _classes(sets: frozenset[CharSet]) -> tuple[CharClass, ...]:
    ranked = sorted((*_most_liked(members), members) for members in partition(sets))
    return tuple((point, members) for _, point, members in ranked)


def _most_liked(members: CharSet) -> tuple[int, int]:
    """Return the rank and the code point of the character to show for a class."""
    for rank, character in enumerate(LIKED):
        if ord(character) in members:
            return rank, ord(character)
    for first, _ in members.ranges:
        if chr(first).isprintable():
            return len(LIKED), first
    return len(LIKED) + 1, members.ranges[0][0]
