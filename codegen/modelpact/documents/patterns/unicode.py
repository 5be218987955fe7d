"""Unicode categories and the few properties that can be known exactly, built when first asked for.

The tables are those of :mod:`unicodedata`, whose version differs between interpreters and from
those of Node and Rust: a character that was assigned lately may be in a category there and
unassigned here. Scripts, and properties with exceptions that `unicodedata` does not know, are
refused by name.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from functools import cache

from modelpact.documents.patterns.charset import ALL, LAST_CODE_POINT, NONE, CharSet, Range

__all__ = ["WHITE_SPACE", "ecma_property", "general_category", "rust_property", "word_characters"]

# Planes 4 to 13 are unassigned and 15 and 16 are private, in every version of Unicode; reading
# only the others makes the table in a fiftieth of a second instead of a fifth.
DENSE_PLANES = range(0x40000)
SPARSE_PLANE = range(0xE0000, 0xE1000)
FIXED_RANGES: tuple[tuple[str, Range], ...] = (
    ("Cn", (0x40000, 0xDFFFF)),
    ("Cn", (0xE1000, 0xEFFFF)),
    ("Co", (0xF0000, 0xFFFFD)),
    ("Cn", (0xFFFFE, 0xFFFFF)),
    ("Co", (0x100000, 0x10FFFD)),
    ("Cn", (0x10FFFE, LAST_CODE_POINT)),
)

WHITE_SPACE = CharSet.of(
    [
        (0x09, 0x0D),
        (0x20, 0x20),
        (0x85, 0x85),
        (0xA0, 0xA0),
        (0x1680, 0x1680),
        (0x2000, 0x200A),
        (0x2028, 0x2029),
        (0x202F, 0x202F),
        (0x205F, 0x205F),
        (0x3000, 0x3000),
    ]
)
"""The property White_Space, which has been stable since Unicode 6.3."""

JOIN_CONTROL = CharSet.of([(0x200C, 0x200D)])

# The members of Other_Alphabetic that are neither letters, marks nor letter numbers
# (PropList.txt): circled and squared Latin letters.
ALPHABETIC_SYMBOLS = CharSet.of(
    [(0x24B6, 0x24E9), (0x1F130, 0x1F149), (0x1F150, 0x1F169), (0x1F170, 0x1F189)]
)

LONG_NAMES = {
    "C": "Other",
    "Cc": "Control cntrl",
    "Cf": "Format",
    "Cn": "Unassigned",
    "Co": "Private_Use",
    "Cs": "Surrogate",
    "L": "Letter",
    "LC": "Cased_Letter",
    "Ll": "Lowercase_Letter",
    "Lm": "Modifier_Letter",
    "Lo": "Other_Letter",
    "Lt": "Titlecase_Letter",
    "Lu": "Uppercase_Letter",
    "M": "Mark Combining_Mark",
    "Mc": "Spacing_Mark",
    "Me": "Enclosing_Mark",
    "Mn": "Nonspacing_Mark",
    "N": "Number",
    "Nd": "Decimal_Number digit",
    "Nl": "Letter_Number",
    "No": "Other_Number",
    "P": "Punctuation punct",
    "Pc": "Connector_Punctuation",
    "Pd": "Dash_Punctuation",
    "Pe": "Close_Punctuation",
    "Pf": "Final_Punctuation",
    "Pi": "Initial_Punctuation",
    "Po": "Other_Punctuation",
    "Ps": "Open_Punctuation",
    "S": "Symbol",
    "Sc": "Currency_Symbol",
    "Sk": "Modifier_Symbol",
    "Sm": "Math_Symbol",
    "So": "Other_Symbol",
    "Z": "Separator",
    "Zl": "Line_Separator",
    "Zp": "Paragraph_Separator",
    "Zs": "Space_Separator",
}
SHORT_NAMES = {name: short for short, long in LONG_NAMES.items() for name in (short, *long.split())}
LOOSE_NAMES = {name.lower().replace("_", ""): short for name, short in SHORT_NAMES.items()}


GENERAL_CATEGORIES = tuple(name for name in LONG_NAMES if name not in {"LC", "Cs"})
"""The categories and groups that both engines know by their short names, `Cs` apart."""


@cache
def general_category(name: str) -> CharSet:
    """Return the characters of a general category by its short name (`Lu`) or group (`L`, `LC`)."""
    if name == "LC":
        return general_category("Lu") | general_category("Ll") | general_category("Lt")
    if len(name) == 1:
        return CharSet.of(
            range_
            for category, ranges in _categories().items()
            if category[0] == name
            for range_ in ranges
        )
    return CharSet.of(_categories().get(name, ()))


@cache
def _categories() -> dict[str, list[Range]]:
    categories: dict[str, list[Range]] = {}
    for category, range_ in (*_runs(DENSE_PLANES), *_runs(SPARSE_PLANE), *FIXED_RANGES):
        categories.setdefault(category, []).append(range_)
    return categories


def _runs(code_points: range) -> Iterator[tuple[str, Range]]:
    """Yield each category with a run of code points that have it."""
    first, current = code_points.start, unicodedata.category(chr(code_points.start))
    for code_point, category in enumerate(
        map(unicodedata.category, map(chr, code_points)), code_points.start
    ):
        if category != current:
            yield current, (first, code_point - 1)
            first, current = code_point, category
    yield current, (first, code_points.stop - 1)


@cache
def word_characters() -> CharSet:
    r"""Return what `\w` means by Unicode (UTS 18, Annex C), as Rust's engine has it."""
    names = ("L", "M", "Nl", "Nd", "Pc")
    categories = (range_ for name in names for range_ in general_category(name).ranges)
    return CharSet.of((*categories, *ALPHABETIC_SYMBOLS.ranges, *JOIN_CONTROL.ranges))


def _where(holds: Callable[[str], bool]) -> CharSet:
    points = (point for plane in (DENSE_PLANES, SPARSE_PLANE) for point in plane)
    return CharSet.of(_singles(point for point in points if holds(chr(point))))


def _singles(points: Iterable[int]) -> Iterator[Range]:
    return ((point, point) for point in points)


@cache
def _binary_property(name: str) -> CharSet:
    """Return a property that is known exactly, by its loose name."""
    builders: dict[str, Callable[[], CharSet]] = {
        "any": lambda: ALL,
        "ascii": lambda: CharSet.of([(0, 0x7F)]),
        "asciihexdigit": lambda: CharSet.chars("0123456789abcdefABCDEF"),
        "assigned": lambda: ~general_category("Cn"),
        "joincontrol": lambda: JOIN_CONTROL,
        "lowercase": lambda: _where(str.islower),
        "uppercase": lambda: _where(str.isupper),
        "whitespace": lambda: WHITE_SPACE,
    }
    return builders[name]()


ECMA_BINARY = {
    "ASCII": "ascii",
    "ASCII_Hex_Digit": "asciihexdigit",
    "AHex": "asciihexdigit",
    "Any": "any",
    "Assigned": "assigned",
    "Join_Control": "joincontrol",
    "Join_C": "joincontrol",
    "Lowercase": "lowercase",
    "Lower": "lowercase",
    "Uppercase": "uppercase",
    "Upper": "uppercase",
    "White_Space": "whitespace",
    "space": "whitespace",
}


def ecma_property(name: str) -> CharSet | None:
    r"""Return the meaning of `\p{name}` in ECMA-262 (table 67 and 68); None if it is not known."""
    key, equals, value = name.partition("=")
    if equals:
        if key not in {"General_Category", "gc"}:
            return None
        name = value
    elif name in ECMA_BINARY:
        return _binary_property(ECMA_BINARY[name])
    short = SHORT_NAMES.get(name)
    return None if short is None else _category(short)


RUST_BINARY = {
    "any": "any",
    "assigned": "assigned",
    "ascii": "ascii",
    "asciihexdigit": "asciihexdigit",
    "ahex": "asciihexdigit",
    "joincontrol": "joincontrol",
    "joinc": "joincontrol",
    "lowercase": "lowercase",
    "lower": "lowercase",
    "uppercase": "uppercase",
    "upper": "uppercase",
    "whitespace": "whitespace",
    "wspace": "whitespace",
    "space": "whitespace",
}


def rust_property(name: str) -> CharSet | None:
    r"""Return the meaning of `\p{name}` in Rust's engine, which matches names loosely.

    None if it is not known.
    """
    key, equals, value = name.partition("=" if "=" in name else ":")
    if equals:
        if _loose(key) not in {"generalcategory", "gc"}:
            return None
        name = value
    elif _loose(name) in RUST_BINARY:
        return _binary_property(RUST_BINARY[_loose(name)])
    short = LOOSE_NAMES.get(_loose(name))
    return None if short is None or short == "Cs" else _category(short)


def _category(short: str) -> CharSet:
    return NONE if short == "Cs" else general_category(short)


def _loose(name: str) -> str:
    """Return a name as UAX 44, LM3 compares it: no case, no space, hyphen or underscore."""
    return re.sub(r"[\s_-]", "", name).lower().removeprefix("is")
