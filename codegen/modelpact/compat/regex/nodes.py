"""Languages: sets of texts, as terms of an algebra of extended regular expressions.

Terms are interned by :class:`~modelpact.compat.regex.algebra.Algebra`: equal terms are one
object and are compared by identity. Two terms of one language may differ; they are then only
explored separately, never judged differently.
"""

from __future__ import annotations

from typing import Any

from modelpact.documents.patterns.charset import CharSet

__all__ = ["ANY", "EMPTY", "EPSILON", "Kind", "Language"]


class Kind:
    """What a term is made of; in brackets its `parts`. Plain numbers, which hash fast."""

    CONCAT = 0
    """One language after the other. (Language, Language), the left one no concatenation"""
    REPEAT = 1
    """Repetition. (Language, int, int | None)"""
    LOOP = 2
    """A language given by an equation that mentions itself; see `definition`. ()"""
    EPSILON = 3
    """The empty text only. ()"""
    CHARS = 4
    """One character of a set. (CharSet,)"""
    WORDS = 5
    """A finite set of texts. (frozenset[str],)"""
    COMPLEMENT = 6
    """(Language,) which is no union, intersection or complement"""
    UNION = 7
    """(Language, Language, ...) in the order of their serial numbers"""
    INTERSECTION = 8
    """(Language, Language, ...) in the order of their serial numbers"""
    EMPTY = 9
    """No text at all. ()"""
    ANY = 10
    """Every text. ()"""

    LAST_INERT = EPSILON
    """Kinds up to here need no treatment of their own in unions and intersections."""


class Language:
    """A term. Immutable but for what is remembered about it.

    Attributes:
        kind: What it is made of, see :class:`Kind`.
        parts: Of what; see :class:`Kind`.
        nullable: The empty text belongs to it.
        serial: Grows with every new term, to order terms by.
        weight: How many simple terms a derivative has to look at, at the most.
        definition: Of a loop, the language that it equals, in which every occurrence of the loop
            stands behind at least one character.
        moves: Remembered derivatives by code point.
        first: Remembered sets that tell apart first characters.
        opposite: Remembered complement.

    """

    __slots__ = (
        "__weakref__",
        "definition",
        "first",
        "kind",
        "moves",
        "nullable",
        "opposite",
        "parts",
        "serial",
        "weight",
    )

    # The parts depend on the kind; a class for each would make the hot loops twice as slow.
    def __init__(
        self, kind: int, parts: tuple[Any, ...], serial: int, *, nullable: bool, weight: int = 1
    ) -> None:
        self.kind = kind
        self.parts = parts
        self.nullable = nullable
        self.serial = serial
        self.weight = weight
        self.definition: Language | None = None
        self.moves: dict[int, Language] = {}
        self.first: frozenset[CharSet] | None = None
        self.opposite: Language | None = None

    def __repr__(self) -> str:
        return f"<Language of kind {self.kind}, {self.serial}>"


EMPTY = Language(Kind.EMPTY, (), -3, nullable=False)
EPSILON = Language(Kind.EPSILON, (), -2, nullable=True)
ANY = Language(Kind.ANY, (), -1, nullable=True)
EMPTY.opposite, ANY.opposite = ANY, EMPTY
