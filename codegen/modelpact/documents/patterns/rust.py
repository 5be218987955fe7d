"""The grammar of the Rust crate `regex` in Unicode mode, which Pydantic checks patterns with.

After the crate's own description of its syntax, <https://docs.rs/regex/#syntax>.
"""

from __future__ import annotations

import re

from modelpact.documents.patterns.charset import NONE, CharSet
from modelpact.documents.patterns.dialect import Dialect
from modelpact.documents.patterns.errors import InvalidPattern, UnsupportedPattern
from modelpact.documents.patterns.rust_classes import read_class
from modelpact.documents.patterns.rust_escapes import RustEscapes
from modelpact.documents.patterns.scanner import (
    Flags,
    Opening,
    Scanner,
    line_end,
    line_start,
    word_edge,
)
from modelpact.documents.patterns.syntax import Anchor, Assertion, Characters, Look, Node, Sequence
from modelpact.documents.patterns.unicode import word_characters

__all__ = ["RustGrammar"]

LINE_FEED = CharSet.single(0x0A)
GROUP_NAME = re.compile(r"[^\W\d][\w.\[\]]*")
FLAG_NAMES = {"i": "ignore_case", "m": "multi_line", "s": "dot_all", "x": "verbose"}
HALF_EDGES = {"start-half": (True, True), "end-half": (False, True)}


class RustGrammar:
    """Reads the atoms of a pattern of Rust's engine."""

    repeats_repeats = True
    repeats_assertions = True
    lone_brackets = True

    def __init__(self, dialect: Dialect) -> None:
        self.escapes = RustEscapes(ascii_digits=dialect.ascii_digits)

    def dot(self, flags: Flags) -> CharSet:
        """Return what a dot matches."""
        return ~NONE if flags.dot_all else ~LINE_FEED

    def caret(self, flags: Flags) -> Node:
        """Return what `^` asserts."""
        return line_start(LINE_FEED) if flags.multi_line else Assertion(Anchor.TEXT_START)

    def dollar(self, flags: Flags) -> Node:
        """Return what `$` asserts."""
        return line_end(LINE_FEED) if flags.multi_line else Assertion(Anchor.TEXT_END)

    def escape(self, scanner: Scanner, flags: Flags) -> Node:
        """Read an escape, whose backslash has been read, outside of a class."""
        start = scanner.position - 1
        assertion = _assertion(scanner)
        if assertion is not None:
            return assertion
        members, point = self.escapes.read(scanner, flags)
        if point is not None:
            members = flags.fold(members)
        return Characters(members, scanner.source[start : scanner.position])

    def bracket(self, scanner: Scanner, flags: Flags) -> CharSet:
        """Read a class, whose `[` has been read."""
        return read_class(scanner, flags, self.escapes)

    def opening(self, scanner: Scanner, flags: Flags) -> Opening:
        """Read what follows the `(` of a group."""
        start = scanner.position - 1
        if not scanner.eat("?"):
            return Opening(flags, capturing=True)
        if scanner.peek() in {"=", "!"} or (
            scanner.peek() == "<" and scanner.peek(1) in {"=", "!"}
        ):
            raise InvalidPattern("this engine has no look-around", start)
        if scanner.eat("P<") or scanner.eat("<"):
            return Opening(flags, capturing=True, name=_group_name(scanner))
        return _flags(scanner, flags, start)


def _assertion(scanner: Scanner) -> Node | None:
    """Read an escape that matches a place; None, and nothing is read, if it matches a character."""
    letter = scanner.peek()
    if not letter or letter not in "AzbB<>":
        return None
    scanner.take()
    if letter in "Az":
        return Assertion(Anchor.TEXT_START if letter == "A" else Anchor.TEXT_END)
    if letter in "<>":
        return _word_start() if letter == "<" else _word_end()
    if letter == "b" and scanner.eat("{"):
        return _special_edge(scanner)
    return word_edge(word_characters(), negated=letter == "B")


def _special_edge(scanner: Scanner) -> Node:
    start = scanner.position - 1
    name = scanner.until("}")
    if name == "start":
        return _word_start()
    if name == "end":
        return _word_end()
    if name in HALF_EDGES:
        behind, negated = HALF_EDGES[name]
        return Look(Characters(word_characters()), behind, negated)
    raise UnsupportedPattern(f"\\b{{{name}}} is not decided", start)


def _word_start() -> Node:
    word = Characters(word_characters())
    return Sequence(
        (Look(word, behind=True, negated=True), Look(word, behind=False, negated=False))
    )


def _word_end() -> Node:
    word = Characters(word_characters())
    return Sequence(
        (Look(word, behind=True, negated=False), Look(word, behind=False, negated=True))
    )


def _group_name(scanner: Scanner) -> str:
    start = scanner.position
    name = scanner.until(">")
    if not GROUP_NAME.fullmatch(name):
        raise InvalidPattern("this is no name for a group", start)
    return name


def _flags(scanner: Scanner, flags: Flags, start: int) -> Opening:
    """Read `:`, `i:`, `x)`, `is-m:` and so on."""
    changes: dict[str, bool] = {}
    seen = ""
    switch_on = True
    while True:
        letter = scanner.take()
        if letter in ":)":
            break
        if letter == "-" and switch_on:
            switch_on = False
        elif letter in FLAG_NAMES and letter not in seen:
            changes[FLAG_NAMES[letter]] = switch_on
        elif letter in "uR" and letter not in seen and (letter == "R" or not switch_on):
            sign = "" if switch_on else "-"
            raise UnsupportedPattern(f"the flag (?{sign}{letter}) is not decided", start)
        elif letter not in "uU" or letter in seen:
            raise InvalidPattern("a group cannot begin like this", start)
        seen += letter
    if seen.endswith("-") or (letter == ")" and not seen):
        raise InvalidPattern("flags are missing", start)
    return Opening(
        Flags(
            ignore_case=changes.get("ignore_case", flags.ignore_case),
            multi_line=changes.get("multi_line", flags.multi_line),
            dot_all=changes.get("dot_all", flags.dot_all),
            verbose=changes.get("verbose", flags.verbose),
        ),
        only_flags=letter == ")",
    )
