"""Reading a pattern from left to right, and the pieces that all dialects share."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from modelpact.documents.patterns.casing import fold_case
from modelpact.documents.patterns.charset import CharSet
from modelpact.documents.patterns.errors import InvalidPattern
from modelpact.documents.patterns.syntax import Alternation, Characters, Look, Node, Sequence

__all__ = ["NO_FLAGS", "Flags", "Opening", "Scanner", "line_end", "line_start", "word_edge"]

DIGITS = re.compile("[0-9]+")
HEX_DIGITS = frozenset("0123456789abcdefABCDEF")
LAST_CODE_POINT = 0x10FFFF
LONGEST_COUNT = 9


@dataclass(frozen=True, slots=True)
class Flags:
    """What `(?i)` and its kind switch on: for the rest of a group, or inside of one."""

    ignore_case: bool = False
    multi_line: bool = False
    dot_all: bool = False
    verbose: bool = False

    def fold(self, members: CharSet) -> CharSet:
        """Return the set, with both cases if case is ignored."""
        return fold_case(members) if self.ignore_case else members


NO_FLAGS = Flags()


class Opening(NamedTuple):
    """What stands between a `(` and the contents of the group.

    Attributes:
        flags: The flags inside of the group, or from here on where `only_flags` is set.
        only_flags: There is no group, as in `(?i)`.
        look: A look-around that has yet to get its body; None for an ordinary group.
        capturing: The group has a number.
        name: The name of the group, or nothing.

    """

    flags: Flags
    only_flags: bool = False
    look: Look | None = None
    capturing: bool = False
    name: str = ""


class Scanner:
    """A pattern and the place in it that is read next."""

    __slots__ = ("position", "source")

    def __init__(self, source: str) -> None:
        self.source = source
        self.position = 0

    @property
    def done(self) -> bool:
        """Nothing is left to read."""
        return self.position >= len(self.source)

    def peek(self, ahead: int = 0) -> str:
        """Return a character without reading it; nothing behind the end."""
        place = self.position + ahead
        return self.source[place : place + 1]

    def take(self) -> str:
        """Read one character.

        Raises:
            InvalidPattern: The pattern has ended.

        """
        if self.done:
            raise InvalidPattern("the pattern ends too early", self.position)
        self.position += 1
        return self.source[self.position - 1]

    def eat(self, text: str) -> bool:
        """Read the text if it comes next."""
        if self.source.startswith(text, self.position):
            self.position += len(text)
            return True
        return False

    def until(self, end: str) -> str:
        """Read up to and including the end mark, and return what stands before it.

        Raises:
            InvalidPattern: There is no such mark.

        """
        place = self.source.find(end, self.position)
        if place < 0:
            raise InvalidPattern(f"a {end} is missing", self.position)
        text = self.source[self.position : place]
        self.position = place + len(end)
        return text

    def hex(self, digits: int) -> int:
        """Read a fixed number of hexadecimal digits."""
        return self._code_point(self.source[self.position : self.position + digits], digits)

    def braced_hex(self) -> int:
        """Read hexadecimal digits and the `}` after them."""
        text = self.until("}")
        self.position -= 1 + len(text)
        point = self._code_point(text, len(text))
        self.position += 1
        return point

    def _code_point(self, text: str, digits: int) -> int:
        if not text or len(text) != digits or not HEX_DIGITS.issuperset(text):
            raise InvalidPattern("a hexadecimal number is expected", self.position)
        point = int(text, 16)
        if point > LAST_CODE_POINT:
            raise InvalidPattern(f"U+{text.upper()} is no code point", self.position)
        self.position += digits
        return point

    def count(self) -> int | None:
        """Read a decimal number; None if there is none."""
        start = self.position
        found = DIGITS.match(self.source, start)
        if found is None:
            return None
        self.position = found.end()
        if self.position - start > LONGEST_COUNT < len(found[0].lstrip("0")):
            raise InvalidPattern("the count of a repetition is too large", start)
        return int(found[0])


def word_edge(word: CharSet, *, negated: bool = False) -> Node:
    """Return the assertion that exactly one side is a word character; negated, both or none."""
    inside = Characters(word)
    after_word, before_word = Look(inside, True, False), Look(inside, False, False)
    after_other, before_other = Look(inside, True, True), Look(inside, False, True)
    pairs = (
        ((after_word, before_word), (after_other, before_other))
        if negated
        else ((after_word, before_other), (after_other, before_word))
    )
    return Alternation(tuple(Sequence(pair) for pair in pairs))


def line_start(terminators: CharSet) -> Node:
    """Return the assertion that no character stands before this place but a line terminator."""
    return Look(Characters(~terminators), behind=True, negated=True)


def line_end(terminators: CharSet) -> Node:
    """Return the assertion that no character stands after this place but a line terminator."""
    return Look(Characters(~terminators), behind=False, negated=True)
