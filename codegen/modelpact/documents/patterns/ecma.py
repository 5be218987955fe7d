r"""The grammar of ECMA-262 patterns with the u flag (ECMA-262, 22.2.1).

Unless strict, it accepts what ECMA refuses and other validators of JSON Schema agree upon.
"""

from __future__ import annotations

import re

from modelpact.documents.patterns.charset import NONE, CharSet, Range
from modelpact.documents.patterns.dialect import Dialect
from modelpact.documents.patterns.errors import InvalidPattern, UnsupportedPattern
from modelpact.documents.patterns.scanner import (
    Flags,
    Opening,
    Scanner,
    word_edge,
)
from modelpact.documents.patterns.syntax import TEXT_END, TEXT_START, Characters, Look, Node
from modelpact.documents.patterns.unicode import WHITE_SPACE, ecma_property

__all__ = ["EcmaGrammar"]

DIGITS = CharSet.chars("0123456789")
WORD = CharSet.of([(0x30, 0x39), (0x41, 0x5A), (0x5F, 0x5F), (0x61, 0x7A)])
SPACE = (WHITE_SPACE - CharSet.single(0x85)) | CharSet.single(0xFEFF)
LINE_TERMINATORS = CharSet.chars("\n\r\u2028\u2029")
CONTROLS = {"t": 0x09, "n": 0x0A, "v": 0x0B, "f": 0x0C, "r": 0x0D}
SYNTAX_CHARACTERS = frozenset("^$\\.*+?()[]{}|/")
FLAG_NAMES = {"i": "ignore_case", "s": "dot_all"}
PLAIN_CLASS = re.compile(r"([^\]\\\[]+)\]")
PLAIN_ITEM = re.compile("(.)-(.)|(.)", re.DOTALL)
LEAD_SURROGATES = range(0xD800, 0xDC00)
TRAIL_SURROGATES = range(0xDC00, 0xE000)


class EcmaGrammar:
    """Reads the atoms of an ECMA-262 pattern."""

    repeats_repeats = False
    repeats_assertions = False

    def __init__(self, dialect: Dialect) -> None:
        self.strict = dialect.strict
        self.lone_brackets = not dialect.strict

    def dot(self, flags: Flags) -> CharSet:
        """Return what a dot matches."""
        return ~NONE if flags.dot_all else ~LINE_TERMINATORS

    def caret(self, _flags: Flags) -> Node:
        """Return what `^` asserts."""
        return TEXT_START

    def dollar(self, _flags: Flags) -> Node:
        """Return what `$` asserts."""
        return TEXT_END

    def escape(self, scanner: Scanner, flags: Flags) -> Node:
        """Read an escape, whose backslash has been read, outside of a class."""
        start = scanner.position - 1
        following = scanner.peek()
        if following and following in "bB":
            scanner.take()
            return word_edge(flags.fold(WORD), negated=following == "B")
        if (following and following in "123456789") or following == "k":
            raise UnsupportedPattern("back-references are not decided", start)
        members, _ = self._escape(scanner, flags, in_class=False)
        return Characters(flags.fold(members), scanner.source[start : scanner.position])

    def bracket(self, scanner: Scanner, flags: Flags) -> CharSet:
        """Read a class, whose `[` has been read."""
        start = scanner.position - 1
        negated = scanner.eat("^")
        ranges = _plain_ranges(scanner)
        members = self._members(scanner, flags, start) if ranges is None else CharSet.of(ranges)
        members = flags.fold(members)
        return ~members if negated else members

    def _members(self, scanner: Scanner, flags: Flags, start: int) -> CharSet:
        """Read what a class that began at `start` lists."""
        items: list[CharSet] = []
        while not scanner.eat("]"):
            if scanner.done:
                raise InvalidPattern("the class is not closed", start)
            items.append(self._range(scanner, flags))
        if not items or "[" in scanner.source[start + 1 : scanner.position]:
            # Engines disagree on where `[]a]` and `[[a]]` end; behind such a class be strict.
            self.lone_brackets = False
        return CharSet.of(run for item in items for run in item.ranges)

    def _range(self, scanner: Scanner, flags: Flags) -> CharSet:
        start = scanner.position
        first, low = self._item(scanner, flags)
        if scanner.peek() != "-" or scanner.peek(1) in {"]", ""}:
            return first
        scanner.take()
        _, high = self._item(scanner, flags)
        if low is None or high is None:
            raise InvalidPattern("a class of characters cannot end a range", start)
        if low > high:
            raise InvalidPattern("the range is out of order", start)
        return CharSet.of([(low, high)])

    def _item(self, scanner: Scanner, flags: Flags) -> tuple[CharSet, int | None]:
        if scanner.eat("\\"):
            return self._escape(scanner, flags, in_class=True)
        point = ord(scanner.take())
        return CharSet.single(point), point

    def _escape(
        self, scanner: Scanner, flags: Flags, *, in_class: bool
    ) -> tuple[CharSet, int | None]:
        """Return the set that an escape stands for, and its code point if it is a character."""
        start = scanner.position - 1
        letter = scanner.take()
        named = self._named_set(letter, flags)
        if named is not None:
            return named, None
        if letter in "pP":
            if letter == "P" and flags.ignore_case:
                raise UnsupportedPattern(r"engines disagree on \P where case is ignored", start)
            return self._property(scanner, negated=letter == "P"), None
        point = self._character(scanner, letter, in_class=in_class, start=start)
        return CharSet.single(point), point

    @staticmethod
    def _named_set(letter: str, flags: Flags) -> CharSet | None:
        members = {"d": DIGITS, "s": SPACE, "w": WORD}.get(letter.lower())
        if members is None:
            return None
        return ~flags.fold(members) if letter.isupper() else flags.fold(members)

    @staticmethod
    def _property(scanner: Scanner, *, negated: bool) -> CharSet:
        start = scanner.position - 2
        if not scanner.eat("{"):
            raise InvalidPattern(r"a { is expected after \p", start)
        name = scanner.until("}")
        members = ecma_property(name)
        if members is None:
            raise UnsupportedPattern(f"the property \\p{{{name}}} is not decided", start)
        return ~members if negated else members

    def _character(self, scanner: Scanner, letter: str, *, in_class: bool, start: int) -> int:
        point: int | None = None
        if letter in CONTROLS:
            point = CONTROLS[letter]
        elif letter == "x":
            point = scanner.hex(2)
        elif letter == "u":
            point = _unicode_escape(scanner)
        elif letter == "c" and scanner.peek().isascii() and scanner.peek().isalpha():
            point = ord(scanner.take()) % 32
        elif letter == "0" and not (scanner.peek() and scanner.peek() in "0123456789"):
            point = 0
        elif in_class and letter == "b":
            point = 0x08
        elif self._stands_for_itself(letter, in_class=in_class):
            point = ord(letter)
        if point is None:
            raise InvalidPattern(f"\\{letter} is no escape", start)
        return point

    def _stands_for_itself(self, letter: str, *, in_class: bool) -> bool:
        if letter in SYNTAX_CHARACTERS or (in_class and letter == "-"):
            return True
        punctuation = letter.isascii() and letter.isprintable() and not letter.isalnum()
        return punctuation and letter not in "<>" and not self.strict  # `\<` is Rust's word start

    def opening(self, scanner: Scanner, flags: Flags) -> Opening:
        """Read what follows the `(` of a group."""
        start = scanner.position - 1
        if not scanner.eat("?"):
            return Opening(flags, capturing=True)
        if scanner.eat(":"):
            return Opening(flags)
        for mark, behind, negated in _LOOKS:
            if scanner.eat(mark):
                return Opening(flags, look=Look(Characters(NONE), behind, negated))
        if scanner.eat("<") or (not self.strict and scanner.eat("P<")):
            return Opening(flags, capturing=True, name=_group_name(scanner))
        if self.strict:
            raise InvalidPattern("a group cannot begin like this", start)
        return _modifiers(scanner, flags, start)


_LOOKS = (("=", False, False), ("!", False, True), ("<=", True, False), ("<!", True, True))


def _plain_ranges(scanner: Scanner) -> list[Range] | None:
    """Read the rest of a class that is nothing but characters and ranges of them.

    Nearly all classes are. None, and nothing is read, if there is more to it.
    """
    found = PLAIN_CLASS.match(scanner.source, scanner.position)
    if found is None:
        return None
    ranges = [
        (ord(first or single), ord(last or single))
        for first, last, single in PLAIN_ITEM.findall(found[1])
    ]
    if any(first > last for first, last in ranges):
        return None
    scanner.position = found.end()
    return ranges


def _unicode_escape(scanner: Scanner) -> int:
    if scanner.eat("{"):
        return scanner.braced_hex()
    lead = scanner.hex(4)
    if lead not in LEAD_SURROGATES or scanner.peek() != "\\" or scanner.peek(1) != "u":
        return lead
    resume = scanner.position
    scanner.position += 2
    if scanner.peek() != "{":
        trail = scanner.hex(4)
        if trail in TRAIL_SURROGATES:
            return 0x10000 + ((lead & 0x3FF) << 10) + (trail & 0x3FF)
    scanner.position = resume
    return lead


def _group_name(scanner: Scanner) -> str:
    start = scanner.position
    name = scanner.until(">")
    if not name.replace("$", "_").isidentifier():
        raise InvalidPattern("this is no name for a group", start)
    return name


def _modifiers(scanner: Scanner, flags: Flags, start: int) -> Opening:
    """Read `i:`, `-s:`, `im-s)` and so on (ES2025, and other validators before it)."""
    changes: dict[str, bool] = {}
    switch_on = True
    latest = ""
    while not scanner.done:
        letter = scanner.take()
        if letter in ":)" and changes and switch_on is changes[latest]:
            return Opening(_changed(flags, changes), only_flags=letter == ")")
        if letter == "m":
            raise UnsupportedPattern("engines disagree on what a line is in (?m)", start)
        if letter == "-" and switch_on:
            switch_on = False
        elif letter in FLAG_NAMES and FLAG_NAMES[letter] not in changes:
            latest = FLAG_NAMES[letter]
            changes[latest] = switch_on
        else:
            break
    raise InvalidPattern("a group cannot begin like this", start)


def _changed(flags: Flags, changes: dict[str, bool]) -> Flags:
    return Flags(
        ignore_case=changes.get("ignore_case", flags.ignore_case),
        multi_line=flags.multi_line,
        dot_all=changes.get("dot_all", flags.dot_all),
        verbose=flags.verbose,
    )
