"""How keywords are read, where the specification leaves a choice."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

__all__ = [
    "LETTER",
    "PART",
    "WRITTEN",
    "ContentPolicy",
    "FormatPolicy",
    "Mode",
    "Policy",
    "RegexDialect",
]

FormatPolicy: TypeAlias = Literal["assert", "annotate"]
RegexDialect: TypeAlias = Literal["ecma", "rust"]
ContentPolicy: TypeAlias = Literal["tolerant", "strict"]

Mode: TypeAlias = int
"""How a schema at a place is read: LETTER, WRITTEN or PART."""

LETTER: Final[Mode] = 0
"""As the specification says."""
WRITTEN: Final[Mode] = 1
"""A value that somebody writes: an object has declared properties only, if any are declared."""
PART: Final[Mode] = 2
"""A branch in place of such a value: what is inside is written, the object itself closes later."""


@dataclass(frozen=True, slots=True)
class Policy:
    """The choices of one question.

    Attributes:
        formats: Whether ``format`` restricts values.
        regex: The dialect of patterns: what classes like *digit* and *word* mean.

    """

    formats: FormatPolicy = "assert"
    regex: RegexDialect = "ecma"
