"""Names that a type or constant of a module must not have."""

from __future__ import annotations

from typing import Final

__all__ = ["RESERVED"]

_RESERVED_WORDS: Final = (
    "await break case catch class const continue debugger default delete do else enum export"
    " extends false finally for function if implements import in instanceof interface let new"
    " null package private protected public return static super switch this throw true try typeof"
    " var void while with yield"
)
_TYPES: Final = (
    "any asserts bigint boolean infer intrinsic is keyof never number object readonly string symbol"
    " undefined unique unknown"
)
_GLOBALS: Final = "Infinity NaN Object arguments eval globalThis"
"""What a module's own code uses, or may not declare again in strict mode."""

RESERVED: Final = frozenset(f"{_RESERVED_WORDS} {_TYPES} {_GLOBALS}".split())
