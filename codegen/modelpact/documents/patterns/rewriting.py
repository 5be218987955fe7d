r"""Writing a pattern so that it means the same in ECMA-262 (u) and in Rust's engine.

Only what differs is written anew: `\d` becomes `\p{Nd}`, a dot `[^\n]`, `\A` and `\z` become `^`
and `$`, a literal that ignores case a class of its cases. What comes out is read again in both
dialects and compared with what went in, so that a mistake here is an error and no wrong pattern.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal

from modelpact.documents.patterns.charset import ALL, CharSet
from modelpact.documents.patterns.dialect import (
    ECMA,
    ECMA_STRICT,
    RUST,
    RUST_ASCII_DIGITS,
    Dialect,
)
from modelpact.documents.patterns.errors import PatternError, UnsupportedPattern
from modelpact.documents.patterns.parser import parse
from modelpact.documents.patterns.syntax import (
    Alternation,
    Anchor,
    Assertion,
    Characters,
    Group,
    Look,
    Node,
    Repeat,
    Sequence,
    plain,
)
from modelpact.documents.patterns.unicode import GENERAL_CATEGORIES, general_category

__all__ = ["means_the_same", "rewrite"]

TARGETS = (ECMA_STRICT, RUST)
SHORT_CLASS = 20
LONGEST_CLASS = 100
"""Ranges that a class is spelled out with, before and after categories are tried."""

GROUP_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
WORD = (
    r"\p{L}\p{M}\p{Nl}\p{Nd}\p{Pc}\u200C\u200D"
    r"\u24B6-\u24E9\u{1F130}-\u{1F149}\u{1F150}-\u{1F169}\u{1F170}-\u{1F189}"
)
RUST_SPACE = r"\p{White_Space}"
ECMA_SPACE = r"\t-\r \xA0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000\uFEFF"
SHORTHANDS: dict[Dialect, dict[str, str]] = {
    RUST: {"d": r"\p{Nd}", "w": WORD, "s": RUST_SPACE},
    RUST_ASCII_DIGITS: {"d": "0-9", "w": WORD, "s": RUST_SPACE},
    ECMA: {"d": "0-9", "w": "A-Za-z0-9_", "s": ECMA_SPACE},
}
NEGATED_SHORTHANDS = {"D": r"\P{Nd}", "S": r"\P{White_Space}"}


def means_the_same(source: str, dialects: Iterable[Dialect]) -> bool:
    """Tell whether a pattern is read in the same way by all the dialects.

    A yes is certain. A no may also mean that one of them refuses the pattern, or that it says
    the same in another way there.
    """
    try:
        trees = [plain(parse(source, dialect)) for dialect in dialects]
    except PatternError:
        return False
    return all(tree == trees[0] for tree in trees)


def rewrite(
    source: str,
    *,
    source_dialect: Literal["rust", "ecma"] = "rust",
    digits: Literal["unicode", "ascii"] = "unicode",
) -> str:
    r"""Return a pattern that means in both dialects what the given one means in its own.

    A pattern that already does is returned as it is.

    Args:
        source: The pattern.
        source_dialect: What it is written in.
        digits: `ascii` narrows `\d` of the Rust dialect to [0-9]; `unicode` keeps its meaning.

    Raises:
        InvalidPattern: It is no pattern of its dialect.
        UnsupportedPattern: There is no such pattern, or none that a reader could bear.

    """
    dialect = ECMA
    if source_dialect == "rust":
        dialect = RUST_ASCII_DIGITS if digits == "ascii" else RUST
    tree = parse(source, dialect)
    meaning = plain(tree)
    if _portable(source, meaning):
        return source
    text = _Writer(SHORTHANDS[dialect]).node(tree)
    if not _portable(text, meaning):
        raise UnsupportedPattern("the pattern cannot be written for both engines")
    return text


def _portable(text: str, meaning: Node) -> bool:
    try:
        return all(plain(parse(text, target)) == meaning for target in TARGETS)
    except PatternError:
        return False


class _Writer:
    """Writes a tree in the syntax that both engines share."""

    def __init__(self, shorthands: dict[str, str]) -> None:
        self.shorthands = shorthands

    def node(self, node: Node) -> str:
        match node:
            case Characters():
                return self._characters(node)
            case Sequence(parts):
                return "".join(self._part(part) for part in parts)
            case Alternation(branches):
                return "|".join(map(self.node, branches))
            case Group():
                return self._group(node)
            case Repeat():
                return self._repeat(node)
            case Assertion(anchor):
                return "^" if anchor is Anchor.TEXT_START else "$"
            case Look():
                raise _no_look()

    def _part(self, node: Node) -> str:
        if isinstance(node, Alternation | Sequence):
            # A word boundary, which stands without parentheses, or what (?i) left behind.
            return f"(?:{self.node(node)})"
        return self.node(node)

    def _group(self, group: Group) -> str:
        if GROUP_NAME.fullmatch(group.name):
            return f"(?<{group.name}>{self.node(group.body)})"
        return f"({'' if group.capturing else '?:'}{self.node(group.body)})"

    def _repeat(self, repeat: Repeat) -> str:
        body = self.node(repeat.body)
        if not isinstance(repeat.body, Characters | Group):
            body = f"(?:{body})"
        return body + _quantifier(repeat.low, repeat.high) + ("?" if repeat.lazy else "")

    def _characters(self, leaf: Characters) -> str:
        for text in (leaf.spelling, *self._respelled(leaf.spelling)):
            if _portable(text, leaf):
                return text
        for text in sorted(_described(leaf.members), key=len):
            if _portable(text, leaf):
                return text
        raise UnsupportedPattern(f"{leaf.spelling} cannot be written for both engines")

    def _respelled(self, spelling: str) -> Iterable[str]:
        """Yield spellings that may mean the same: the caller tries them."""
        if spelling == ".":
            yield r"[^\n]"
            yield r"[^\n\r\u2028\u2029]"
        elif spelling.startswith("["):
            yield _expand(spelling, {**NEGATED_SHORTHANDS, **self.shorthands})
        elif spelling.startswith("\\"):
            meaning = self.shorthands.get(spelling[1:].lower())
            if meaning is not None:
                yield meaning
                yield f"[{'^' if spelling[1:].isupper() else ''}{meaning}]"
            yield spelling[1:]
            yield f"{spelling[:2]}{{{spelling[2:]}}}"
        else:
            yield "\\" + spelling


def _no_look() -> UnsupportedPattern:
    return UnsupportedPattern(
        "a word boundary, look-around or (?m) cannot be written for both engines",
        advice="Say the same without it, for example with a class of characters.",
    )


def _quantifier(low: int, high: int | None) -> str:
    match low, high:
        case 0, None:
            return "*"
        case 1, None:
            return "+"
        case 0, 1:
            return "?"
        case _, None:
            return f"{{{low},}}"
        case _ if low == high:
            return f"{{{low}}}"
    return f"{{{low},{high}}}"


def _expand(spelling: str, shorthands: dict[str, str]) -> str:
    """Replace the shorthand escapes in the text of a class."""
    return re.sub(
        r"\\(.)", lambda escape: shorthands.get(escape[1], escape[0]), spelling, flags=re.DOTALL
    )


def _described(members: CharSet) -> Iterable[str]:
    """Yield ways to write a set that a reader could bear, without knowing how it was written."""
    if not members or members == ALL:
        yield r"\p{Any}" if members else r"\P{Any}"
        return
    for negated in (False, True):
        ranges = (~members if negated else members).ranges
        if len(ranges) <= SHORT_CLASS:
            yield _class("".join(map(_range, ranges)), negated=negated)
    for negated in (False, True):
        categories, rest = _categories_within(~members if negated else members)
        if len(rest.ranges) <= LONGEST_CLASS:
            names = "".join(f"\\p{{{name}}}" for name in categories)
            yield _class(names + "".join(map(_range, rest.ranges)), negated=negated)


def _class(contents: str, *, negated: bool) -> str:
    return f"[{'^' if negated else ''}{contents}]"


def _categories_within(members: CharSet) -> tuple[list[str], CharSet]:
    """Return the general categories that belong to the set as a whole, and what else does."""
    names: list[str] = []
    rest = members
    for name in sorted(GENERAL_CATEGORIES, key=lambda name: (len(name), name)):
        category = general_category(name)
        if category & rest and not category - members:
            names.append(name)
            rest -= category
    return names, rest


def _range(ends: tuple[int, int]) -> str:
    first, last = ends
    if first == last:
        return _point(first)
    return f"{_point(first)}{'-' if last > first + 1 else ''}{_point(last)}"


def _point(point: int) -> str:
    character = chr(point)
    if character.isascii() and (character.isalnum() or character in " _,:;=@%!\"'#<>"):
        return character
    if point < 0x100:  # noqa: PLR2004 - two hexadecimal digits
        return f"\\x{point:02X}"
    return f"\\u{point:04X}" if point <= 0xFFFF else f"\\u{{{point:X}}}"  # noqa: PLR2004 - four
