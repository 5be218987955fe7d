"""Room for long chains of references.

Pydantic's generator recurses from a model to those that it refers to, some ten calls a model, so
that a chain of a hundred models already exceeds Python's limit. A thread of our own has a stack
that is large enough to raise it; the stack is reserved, and only used as far as a chain is long.
"""

from __future__ import annotations

import contextvars
import sys
import threading
from collections.abc import Callable
from typing import Final, TypeVar

__all__ = ["with_room"]

_STACK_BYTES: Final = 512 * 1024 * 1024
_CALLS: Final = 100_000

_T = TypeVar("_T")


def with_room(work: Callable[[], _T]) -> _T:
    """Call a function on a stack that is deep enough for long chains; returns what it returns.

    Raises:
        BaseException: Whatever the function raises.

    """
    results: list[_T] = []
    errors: list[BaseException] = []
    context = contextvars.copy_context()

    def run() -> None:
        try:
            results.append(context.run(work))
        except BaseException as error:  # noqa: BLE001 - it is raised again, by who waits
            errors.append(error)

    limit, size = sys.getrecursionlimit(), threading.stack_size(_STACK_BYTES)
    sys.setrecursionlimit(max(limit, _CALLS))
    try:
        thread = threading.Thread(target=run, name="modelpact-export")
        thread.start()
        thread.join()
    finally:
        threading.stack_size(size)
        sys.setrecursionlimit(limit)
    if errors:
        raise errors[0]
    return results[0]
