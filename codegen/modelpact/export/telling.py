"""Other people's exceptions in one line."""

from __future__ import annotations

from typing import Final

__all__ = ["told"]

_LONGEST: Final = 400
"""Characters of a message that are shown; some quote a whole core schema."""


def told(error: BaseException) -> str:
    """An exception's type and message, as one line of a readable length.

    Messages of several lines often say what happened in the first and why in the last.
    """
    text = " ".join(str(error).split())
    if len(text) > _LONGEST:
        half = _LONGEST // 2
        text = f"{text[:half]} ... {text[-half:]}"
    return f"{type(error).__name__}: {text or 'no message'}"
