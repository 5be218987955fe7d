"""The classes of Rust's engine: nested, with set operations and POSIX names."""

from __future__ import annotations

from collections.abc import Callable

from modelpact.documents.patterns.charset import NONE, CharSet
from modelpact.documents.patterns.errors import InvalidPattern, UnsupportedPattern
from modelpact.documents.patterns.rust_escapes import RustEscapes
from modelpact.documents.patterns.scanner import Flags, Scanner

__all__ = ["read_class"]

DEEPEST_CLASS = 50

UPPER = (0x41, 0x5A)
LOWER = (0x61, 0x7A)
DIGIT = (0x30, 0x39)
POSIX = {
    "alnum": CharSet.of([UPPER, LOWER, DIGIT]),
    "alpha": CharSet.of([UPPER, LOWER]),
    "ascii": CharSet.of([(0, 0x7F)]),
    "blank": CharSet.chars("\t "),
    "cntrl": CharSet.of([(0, 0x1F), (0x7F, 0x7F)]),
    "digit": CharSet.of([DIGIT]),
    "graph": CharSet.of([(0x21, 0x7E)]),
    "lower": CharSet.of([LOWER]),
    "print": CharSet.of([(0x20, 0x7E)]),
    "punct": CharSet.of([(0x21, 0x2F), (0x3A, 0x40), (0x5B, 0x60), (0x7B, 0x7E)]),
    "space": CharSet.chars("\t\n\v\f\r "),
    "upper": CharSet.of([UPPER]),
    "word": CharSet.of([UPPER, LOWER, DIGIT, (0x5F, 0x5F)]),
    "xdigit": CharSet.chars("0123456789abcdefABCDEF"),
}

OPERATIONS: dict[str, Callable[[CharSet, CharSet], CharSet]] = {
    "&&": lambda left, right: left & right,
    "--": lambda left, right: left - right,
    "~~": lambda left, right: (left | right) - (left & right),
}


def read_class(scanner: Scanner, flags: Flags, escapes: RustEscapes, *, depth: int = 0) -> CharSet:
    """Read a class, whose `[` has been read.

    Raises:
        InvalidPattern: It is no class.
        UnsupportedPattern: Classes are nested too deeply, or there is white space in verbose mode.

    """
    start = scanner.position - 1
    if depth > DEEPEST_CLASS:
        raise UnsupportedPattern(f"classes are nested deeper than {DEEPEST_CLASS}", start)
    negated = scanner.eat("^")
    union = [*_leading_literals(scanner).ranges]
    pending: tuple[Callable[[CharSet, CharSet], CharSet], CharSet] | None = None
    while not scanner.eat("]"):
        if scanner.done:
            raise InvalidPattern("the class is not closed", start)
        operation = OPERATIONS.get(scanner.peek() + scanner.peek(1))
        if operation is not None:
            scanner.position += 2
            pending, union = (operation, _operate(pending, flags.fold(CharSet.of(union)))), []
        else:
            union.extend(_item(scanner, flags, escapes, depth).ranges)
    members = _operate(pending, flags.fold(CharSet.of(union)))
    return ~members if negated else members


def _operate(
    pending: tuple[Callable[[CharSet, CharSet], CharSet], CharSet] | None, right: CharSet
) -> CharSet:
    return right if pending is None else pending[0](pending[1], right)


def _leading_literals(scanner: Scanner) -> CharSet:
    """Read the hyphens, or the one `]`, that stand for themselves at the beginning."""
    members = NONE
    while scanner.eat("-"):
        members = CharSet.single(0x2D)
    if not members and scanner.eat("]"):
        members = CharSet.single(0x5D)
    return members


def _item(scanner: Scanner, flags: Flags, escapes: RustEscapes, depth: int) -> CharSet:
    if scanner.peek() == "[":
        named = _posix_class(scanner, flags)
        if named is not None:
            return named
        scanner.take()
        return read_class(scanner, flags, escapes, depth=depth + 1)
    return _range(scanner, flags, escapes)


def _posix_class(scanner: Scanner, flags: Flags) -> CharSet | None:
    """Read `[:alpha:]` or `[:^alpha:]`; None, and nothing is read, if it is something else."""
    resume = scanner.position
    if scanner.eat("[:"):
        negated = scanner.eat("^")
        end = scanner.source.find(":]", scanner.position)
        name = scanner.source[scanner.position : end] if end >= 0 else ""
        if name in POSIX:
            scanner.position = end + 2
            members = flags.fold(POSIX[name])
            return ~members if negated else members
    scanner.position = resume
    return None


def _range(scanner: Scanner, flags: Flags, escapes: RustEscapes) -> CharSet:
    start = scanner.position
    members, low = _single(scanner, flags, escapes)
    if scanner.peek() != "-" or scanner.peek(1) in {"]", "-", ""}:
        return members
    scanner.take()
    _, high = _single(scanner, flags, escapes)
    if low is None or high is None:
        raise InvalidPattern("a class of characters cannot end a range", start)
    if low > high:
        raise InvalidPattern("the range is out of order", start)
    return CharSet.of([(low, high)])


def _single(scanner: Scanner, flags: Flags, escapes: RustEscapes) -> tuple[CharSet, int | None]:
    if scanner.eat("\\"):
        return escapes.read(scanner, flags)
    letter = scanner.take()
    if flags.verbose and (letter.isspace() or letter == "#"):
        raise UnsupportedPattern(
            "white space in a class in verbose mode is not decided", scanner.position - 1
        )
    return CharSet.single(ord(letter)), ord(letter)
