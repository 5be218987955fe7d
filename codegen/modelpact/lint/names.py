"""How names are written: their words and their style."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import Final

__all__ = ["STYLES", "majority", "style_fits", "words"]

STYLES: Final = {
    "snake_case": re.compile(r"[a-z][a-z0-9]*(?:_[a-z0-9]+)*"),
    "camelCase": re.compile(r"[a-z][a-z0-9]*(?:[A-Z][a-z0-9]*)*"),
    "kebab-case": re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*"),
    "PascalCase": re.compile(r"[A-Z][a-zA-Z0-9]*"),
}
"""In the order in which they win where as many names are of one as of another."""

_WORD: Final = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+|[^\W\d_a-zA-Z]+")
_MARKS: Final = "@$_"
"""What may stand before a name: marks of other vocabularies, and of Python."""


def words(name: str) -> tuple[str, ...]:
    """The words of a name, in small letters: ``api_key`` and ``apiKey`` have two."""
    return tuple(word.lower() for word in _WORD.findall(name))


def style_fits(name: str, style: str) -> bool:
    """Whether a name is of a style; marks before it do not count."""
    bare = name.lstrip(_MARKS)
    return not bare or STYLES[style].fullmatch(bare) is not None


def majority(names: Iterable[str]) -> str:
    """The style of most names that have several words: those of one word tell nothing."""
    telling = [name for name in names if len(words(name)) > 1]
    votes = Counter(style for name in telling for style in STYLES if style_fits(name, style))
    return max(STYLES, key=lambda style: votes[style])
