"""Bounds on counts: lengths, items, properties."""

from __future__ import annotations

__all__ = ["Counts"]


class Counts:
    """A range of whole numbers from zero up.

    Attributes:
        low: The least count.
        high: The greatest, ``None`` where there is none.

    """

    __slots__ = ("high", "low")

    def __init__(self) -> None:
        self.low = 0
        self.high: int | None = None

    def at_least(self, count: int, *, negated: bool = False) -> None:
        """Require at least (negated: fewer than) so many."""
        if negated:
            self.at_most(count - 1)
        else:
            self.low = max(self.low, count)

    def at_most(self, count: int, *, negated: bool = False) -> None:
        """Require at most (negated: more than) so many."""
        if negated:
            self.at_least(count + 1)
        else:
            self.high = count if self.high is None else min(self.high, count)

    @property
    def contradictory(self) -> bool:
        """Whether no count is left."""
        return self.high is not None and self.high < self.low
