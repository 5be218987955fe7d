"""Simple case folding: which characters are the same when case is ignored.

ECMA-262 (Canonicalize, with the u flag) and Rust's engine both use the simple folding of
CaseFolding.txt (status C and S). :mod:`unicodedata` has the full folding only (C and F); the simple
one is derived from it.
"""

from __future__ import annotations

from functools import cache

from modelpact.documents.patterns.charset import CharSet
from modelpact.documents.patterns.unicode import general_category

__all__ = ["fold_case"]

# Folded since Unicode 15.1 although neither has a lower case: two pairs of Greek letters that are
# canonically equivalent, and the two ligatures of s and t.
SYMMETRIC_PAIRS = {0x1FD3: 0x0390, 0x1FE3: 0x03B0, 0xFB05: 0xFB06}
CIRCLED_LETTERS = (0x24B6, 0x24E9)


def fold_case(members: CharSet) -> CharSet:
    """Return the set with every character that differs from a member in case only."""
    variants = _variants()
    candidates = members & _cased()
    return members | CharSet.of(
        (variant, variant) for member in candidates for variant in variants.get(member, ())
    )


@cache
def _cased() -> CharSet:
    return CharSet.of((point, point) for point in _variants())


@cache
def _variants() -> dict[int, tuple[int, ...]]:
    """Return, for each character that has one, all the characters with the same folding."""
    orbits: dict[int, list[int]] = {}
    for point in _foldable():
        folded = _simple_fold(point)
        if folded != point:
            orbits.setdefault(folded, [folded]).append(point)
    return {point: tuple(orbit) for orbit in orbits.values() for point in orbit}


def _foldable() -> CharSet:
    # Besides letters, Roman numerals (Nl), circled letters (So) and U+0345 (Mn) have case.
    names = ("Lu", "Ll", "Lt", "Nl", "Mn")
    categories = (run for name in names for run in general_category(name).ranges)
    return CharSet.of((*categories, CIRCLED_LETTERS))


def _simple_fold(point: int) -> int:
    if point in SYMMETRIC_PAIRS:
        return SYMMETRIC_PAIRS[point]
    full = chr(point).casefold()
    if len(full) == 1:
        return ord(full)
    lower = chr(point).lower()
    return ord(lower) if len(lower) == 1 else point
