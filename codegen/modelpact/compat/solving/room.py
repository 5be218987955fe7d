"""Room on the interpreter's stack."""

from __future__ import annotations

import sys
from typing import Final

__all__ = ["DeepRecursion"]


class DeepRecursion:
    """Room for as many nested goals as the solver allows; its own caps bound them."""

    __slots__ = ("_before",)

    def __enter__(self) -> None:
        self._before = sys.getrecursionlimit()
        if self._before < _RECURSION:
            sys.setrecursionlimit(_RECURSION)

    def __exit__(self, *_: object) -> None:
        if self._before < _RECURSION:
            sys.setrecursionlimit(self._before)


_RECURSION: Final = 6_000
