"""The escapes of Rust's engine that stand for characters, inside and outside of classes."""

from __future__ import annotations

from modelpact.documents.patterns.charset import CharSet
from modelpact.documents.patterns.errors import InvalidPattern, UnsupportedPattern
from modelpact.documents.patterns.scanner import Flags, Scanner
from modelpact.documents.patterns.unicode import (
    WHITE_SPACE,
    general_category,
    rust_property,
    word_characters,
)

__all__ = ["RustEscapes"]

CONTROLS = {"a": 0x07, "t": 0x09, "n": 0x0A, "v": 0x0B, "f": 0x0C, "r": 0x0D}
HEX_LENGTHS = {"x": 2, "u": 4, "U": 8}
ASCII_DIGITS = CharSet.chars("0123456789")


class RustEscapes:
    """Reads escapes that stand for a character or a set of them."""

    def __init__(self, *, ascii_digits: bool) -> None:
        self.ascii_digits = ascii_digits

    def read(self, scanner: Scanner, flags: Flags) -> tuple[CharSet, int | None]:
        """Read an escape, whose backslash has been read.

        Returns:
            The set; and the code point where it is one character, whose case is not folded yet.

        """
        start = scanner.position - 1
        letter = scanner.take()
        if letter in "dDsSwW":
            members = self._perl_class(letter.lower())
            return (~members if letter.isupper() else members), None
        if letter in "pP":
            return _property(scanner, flags, negated=letter == "P"), None
        point = _character(scanner, letter, start)
        return CharSet.single(point), point

    def _perl_class(self, letter: str) -> CharSet:
        if letter == "d":
            return ASCII_DIGITS if self.ascii_digits else general_category("Nd")
        return WHITE_SPACE if letter == "s" else word_characters()


def _property(scanner: Scanner, flags: Flags, *, negated: bool) -> CharSet:
    start = scanner.position - 2
    name = scanner.until("}") if scanner.eat("{") else scanner.take()
    if "!=" in name:
        name, negated = name.replace("!=", "="), not negated
    members = rust_property(name)
    if members is None:
        raise UnsupportedPattern(f"the property \\p{{{name}}} is not decided", start)
    members = flags.fold(members)
    return ~members if negated else members


def _character(scanner: Scanner, letter: str, start: int) -> int:
    if letter in CONTROLS:
        return CONTROLS[letter]
    if letter in HEX_LENGTHS:
        braced = scanner.eat("{")
        point = scanner.braced_hex() if braced else scanner.hex(HEX_LENGTHS[letter])
        if not CharSet.single(point):
            raise InvalidPattern("a surrogate is no character", start)
        return point
    if letter.isascii() and not letter.isalnum() and letter not in "<>":
        return ord(letter)
    if letter.isdigit():
        raise InvalidPattern("this engine has no back-references", start)
    raise InvalidPattern(f"\\{letter} is no escape", start)
