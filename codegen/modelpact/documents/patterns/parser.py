"""From the text of a pattern to its syntax tree. Nesting uses no stack of Python's."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Protocol

from modelpact.documents.patterns.charset import CharSet
from modelpact.documents.patterns.dialect import Dialect
from modelpact.documents.patterns.ecma import EcmaGrammar
from modelpact.documents.patterns.errors import InvalidPattern, UnsupportedPattern
from modelpact.documents.patterns.rust import RustGrammar
from modelpact.documents.patterns.scanner import NO_FLAGS, Flags, Opening, Scanner
from modelpact.documents.patterns.syntax import (
    Alternation,
    Characters,
    Group,
    Node,
    Repeat,
    Sequence,
)

__all__ = ["DEEPEST_NESTING", "parse"]

DEEPEST_NESTING = 100
"""Groups within groups. Rust's engine draws the line at 250."""

LONGEST_PATTERN = 200_000
"""Nobody means it, and all that is done with patterns takes time."""

REPEATABLE = (Characters, Group)
QUANTIFIERS: dict[str, tuple[int, int | None]] = {"*": (0, None), "+": (1, None), "?": (0, 1)}


class Grammar(Protocol):
    """What dialects differ in. Every method begins behind the character that calls for it."""

    lone_brackets: bool
    repeats_repeats: bool
    repeats_assertions: bool

    def dot(self, flags: Flags) -> CharSet: ...
    def caret(self, flags: Flags, /) -> Node: ...
    def dollar(self, flags: Flags, /) -> Node: ...
    def escape(self, scanner: Scanner, flags: Flags) -> Node: ...
    def bracket(self, scanner: Scanner, flags: Flags) -> CharSet: ...
    def opening(self, scanner: Scanner, flags: Flags) -> Opening: ...


def parse(source: str, dialect: Dialect) -> Node:
    """Return the syntax tree of a pattern.

    Raises:
        InvalidPattern: It is no pattern of this dialect.
        UnsupportedPattern: It has a construct that is not decided, which the error names.

    """
    if len(source) > LONGEST_PATTERN:
        raise UnsupportedPattern(f"the pattern is longer than {LONGEST_PATTERN} characters")
    grammar = EcmaGrammar(dialect) if dialect.engine == "ecma" else RustGrammar(dialect)
    return _Parser(source, grammar).parse()


@dataclass(slots=True)
class _Frame:
    """A group that is being read.

    Attributes:
        opening: How it began.
        start: Where it began.
        outer: The flags to go back to behind it.
        branches: The alternatives that are complete.
        parts: The alternative that is being read.
        repeatable: A quantifier may follow the last part.
        towers: How many quantifiers follow each other after the last part.

    """

    opening: Opening
    start: int
    outer: Flags
    branches: list[Node] = field(default_factory=list)
    parts: list[Node] = field(default_factory=list)
    repeatable: bool = False
    towers: int = 0

    def next_branch(self) -> None:
        self.branches.append(_sequence(self.parts))
        self.parts = []
        self.repeatable = False

    def node(self) -> Node:
        self.next_branch()
        return self.branches[0] if len(self.branches) == 1 else Alternation(tuple(self.branches))


def _sequence(parts: list[Node]) -> Node:
    return parts[0] if len(parts) == 1 else Sequence(tuple(parts))


class _Parser:
    """One pass over one pattern."""

    def __init__(self, source: str, grammar: Grammar) -> None:
        self.scanner = Scanner(source)
        self.grammar = grammar
        self.flags = NO_FLAGS
        self.names: set[str] = set()
        self.frames = [_Frame(Opening(self.flags), 0, self.flags)]

    def parse(self) -> Node:
        scanner, source = self.scanner, self.scanner.source
        while scanner.position < len(source):
            letter = source[scanner.position]
            scanner.position += 1
            if self.flags.verbose and (letter.isspace() or letter == "#"):
                self._skip_comment(letter)
            else:
                _ACTIONS.get(letter, _Parser.itself)(self, letter)
        if len(self.frames) > 1:
            raise InvalidPattern("the group is not closed", self.frames[-1].start)
        return self.frames[0].node()

    def _skip_comment(self, letter: str) -> None:
        if letter == "#":
            while not self.scanner.done and self.scanner.take() != "\n":
                pass

    def _append(self, node: Node) -> None:
        frame = self.frames[-1]
        frame.parts.append(node)
        frame.towers = 0
        frame.repeatable = self.grammar.repeats_assertions or isinstance(node, REPEATABLE)

    def assertion(self, letter: str) -> None:
        """Read `^` or `$`."""
        read = self.grammar.caret if letter == "^" else self.grammar.dollar
        self._append(read(self.flags))

    def dot(self, letter: str) -> None:
        """Read a dot."""
        self._append(Characters(self.grammar.dot(self.flags), letter))

    def escape(self, _letter: str) -> None:
        """Read an escape."""
        self._append(self.grammar.escape(self.scanner, self.flags))

    def bracket(self, _letter: str) -> None:
        """Read a class of characters."""
        scanner = self.scanner
        start = scanner.position - 1
        members = self.grammar.bracket(scanner, self.flags)
        self._append(Characters(members, scanner.source[start : scanner.position]))

    def lone_bracket(self, letter: str) -> None:
        """Read a bracket that closes nothing."""
        if not self.grammar.lone_brackets:
            raise InvalidPattern(f"a {letter} stands alone", self.scanner.position - 1)
        self.itself(letter)

    def itself(self, letter: str) -> None:
        """Read a letter that stands for itself."""
        members = CharSet.single(ord(letter))
        self._append(Characters(self.flags.fold(members), letter))

    def next_branch(self, _letter: str) -> None:
        """Begin the next alternative."""
        self.frames[-1].next_branch()

    def open(self, _letter: str) -> None:
        """Begin a group."""
        start = self.scanner.position - 1
        opening = self.grammar.opening(self.scanner, self.flags)
        if opening.only_flags:
            self.flags = opening.flags
            self.frames[-1].repeatable = False
            return
        if len(self.frames) > DEEPEST_NESTING:
            raise UnsupportedPattern(f"groups are nested deeper than {DEEPEST_NESTING}", start)
        if opening.name in self.names:
            raise UnsupportedPattern(f"two groups are called {opening.name}", start)
        if opening.name:
            self.names.add(opening.name)
        self.frames.append(_Frame(opening, start, self.flags))
        self.flags = opening.flags

    def close(self, _letter: str) -> None:
        """End a group."""
        if len(self.frames) == 1:
            raise InvalidPattern("a ) stands alone", self.scanner.position - 1)
        frame = self.frames.pop()
        self.flags = frame.outer
        body, opening = frame.node(), frame.opening
        if opening.look is not None:
            self._append(replace(opening.look, body=body))
        else:
            self._append(Group(body, opening.capturing, opening.name))

    def marked_repeat(self, letter: str) -> None:
        """Repeat the last part as `*`, `+` or `?` says."""
        self._repeat(*QUANTIFIERS[letter])

    def counted_repeat(self, _letter: str) -> None:
        """Repeat the last part as `{n,m}` says."""
        start = self.scanner.position - 1
        low = self.scanner.count()
        high = low
        if low is not None and self.scanner.eat(","):
            high = self.scanner.count()
        if self.flags.verbose and self.scanner.peek().isspace():
            raise UnsupportedPattern("white space in a count is not decided", start)
        if low is None or not self.scanner.eat("}"):
            raise InvalidPattern("a { that begins no repetition stands alone", start)
        if high is not None and high < low:
            raise InvalidPattern("the repetition is out of order", start)
        self._repeat(low, high)

    def _repeat(self, low: int, high: int | None) -> None:
        frame = self.frames[-1]
        if not frame.repeatable:
            raise InvalidPattern("there is nothing to repeat", self.scanner.position - 1)
        frame.towers += 1
        if frame.towers > DEEPEST_NESTING:
            raise UnsupportedPattern(
                f"more than {DEEPEST_NESTING} quantifiers in a row", self.scanner.position - 1
            )
        lazy = self.scanner.eat("?")
        frame.parts[-1] = Repeat(frame.parts[-1], low, high, lazy)
        frame.repeatable = self.grammar.repeats_repeats


_ACTIONS: dict[str, Callable[[_Parser, str], None]] = {
    "^": _Parser.assertion,
    "$": _Parser.assertion,
    ".": _Parser.dot,
    "\\": _Parser.escape,
    "[": _Parser.bracket,
    "]": _Parser.lone_bracket,
    "}": _Parser.lone_bracket,
    "(": _Parser.open,
    ")": _Parser.close,
    "|": _Parser.next_branch,
    "*": _Parser.marked_repeat,
    "+": _Parser.marked_repeat,
    "?": _Parser.marked_repeat,
    "{": _Parser.counted_repeat,
}
"""What letters do that do not stand for themselves; each has been read then."""
