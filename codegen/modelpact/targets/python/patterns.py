"""Which patterns Pydantic's engine (Rust's ``regex``) can read."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from modelpact.documents.patterns import PatternError, rewrite

__all__ = ["for_rust"]

_COUNT: Final = re.compile(r"\{(\d+)(?:,(\d*))?\}")
_MOST: Final = 600


@lru_cache(4096)
def for_rust(pattern: str) -> str | None:
    """A schema's pattern for Rust's engine; ``None`` where that has no such thing.

    It has no look-around and no back-references, and refuses what it would need ten megabytes for:
    a long repetition of a large class.
    """
    if any(int(n) > _MOST for pair in _COUNT.findall(pattern) for n in pair if n):
        return None
    try:
        return rewrite(pattern, source_dialect="ecma")
    except PatternError:
        return None
