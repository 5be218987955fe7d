"""Making an example of a failure small: leave things out for as long as it still fails."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from typing import Any, TypeVar

__all__ = ["minimised"]

Found = TypeVar("Found")


def minimised(
    example: Any, attempt: Callable[[Any], Found | None], first: Found, seconds: float = 20.0
) -> Found:
    """Delete greedily.

    Args:
        example: JSON that fails.
        attempt: The failure of an example, ``None`` where it does not fail.
        first: The failure of ``example`` itself.
        seconds: When to be content with what there is.

    Returns:
        The failure of an example of which nothing can be left out.

    """
    best, until = first, time.monotonic() + seconds
    progress = True
    while progress:
        progress = False
        for smaller in _smaller(example):
            if time.monotonic() > until:
                return best
            found = attempt(smaller)
            if found is not None:
                best, example, progress = found, smaller, True
                break
    return best


def _smaller(value: Any) -> Iterator[Any]:
    """Copies with one thing less, large things first."""
    if isinstance(value, dict):
        for name in value:
            yield {other: item for other, item in value.items() if other != name}
        yield from (item for item in value.values() if isinstance(item, dict | bool))
        for name, item in value.items():
            yield from ({**value, name: inner} for inner in _smaller(item))
    elif isinstance(value, list):
        for index in range(len(value)):
            yield [*value[:index], *value[index + 1 :]]
        for index, item in enumerate(value):
            yield from ([*value[:index], inner, *value[index + 1 :]] for inner in _smaller(item))
    elif isinstance(value, str) and value:
        yield from dict.fromkeys(("", value[1:], value[:-1]))
    elif isinstance(value, float):
        yield int(value)
    elif isinstance(value, int) and not isinstance(value, bool) and abs(value) > 1:
        yield value // 2 if value > 0 else -(-value // 2)
