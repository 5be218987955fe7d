"""How much work a question may cost. Work is counted, never timed, so that answers do not vary."""

from __future__ import annotations

from collections.abc import Callable

__all__ = ["DEFAULT_WORK", "RegexBudget", "RegexBudgetExceeded"]

DEFAULT_WORK = 100_000
"""Derivatives, weighted with the size of their terms: about half a second."""

WORK_BETWEEN_LOOKS = 1_000


class RegexBudgetExceeded(Exception):  # noqa: N818 - the name says what happened
    """A question was given up: the answer is not known."""


class RegexBudget:
    """Work that is left.

    Args:
        work: How much.
        expired: Asked now and then; when it says yes, the question is given up. It makes answers
            depend on time, if it does; leave it out where they must not.

    """

    __slots__ = ("_expired", "_next_look", "work")

    def __init__(
        self, work: int = DEFAULT_WORK, *, expired: Callable[[], bool] | None = None
    ) -> None:
        self.work = work
        self._expired = expired
        self._next_look = work

    def spend(self, amount: int) -> None:
        """Take away some work.

        Raises:
            RegexBudgetExceeded: There is none left, or the time is over.

        """
        self.work -= amount
        if self.work < 0:
            raise RegexBudgetExceeded("too much work")
        if self._expired is not None and self.work <= self._next_look:
            self._next_look = self.work - WORK_BETWEEN_LOOKS
            if self._expired():
                raise RegexBudgetExceeded("out of time")
