"""Why a question has no answer, and the budget that bounds how long we look for one."""

from __future__ import annotations

import time
from enum import StrEnum
from typing import Final

from modelpact.errors import ModelpactError

__all__ = ["Budget", "ConflictError", "InvalidSchemaError", "Reason", "UndecidableError"]


class Reason(StrEnum):
    """Why an answer is ``unknown``."""

    REMOTE_REF = "remote-ref"
    CYCLIC_REF = "cyclic-ref"
    REGEX = "regex"
    FORMAT = "format"
    KEYWORD = "keyword"
    BUDGET = "budget"
    DEPTH = "depth"
    VALIDATOR = "validator"


class ConflictError(ModelpactError):
    """Two provers contradict each other: one of them is wrong. See :mod:`.second_prover`."""


class InvalidSchemaError(ModelpactError):
    """A document that is not a schema of its dialect.

    Attributes:
        schema: The object at fault, by identity; its place is found when the error is reported.
        pattern: The pattern at fault, where it is one; likewise.

    """

    schema: object = None
    pattern: str | None = None

    def at(self, where: str) -> InvalidSchemaError:
        """The same error with its place."""
        fault = self.faults[0]
        return InvalidSchemaError(
            fault.what, where=fault.where or where, advice=fault.advice, rule=fault.rule
        )


class UndecidableError(Exception):
    """The question cannot be answered; ends the whole question, not only a branch of it."""

    def __init__(self, reason: Reason, detail: str = "") -> None:
        self.reason = reason
        self.detail = detail
        super().__init__(f"{reason}: {detail}" if detail else str(reason))


class Budget:
    """How much work one question may cost.

    Args:
        steps: Units of work: goals, cells, positions, automaton states.
        seconds: A deadline on the clock, ``None`` for none.

    """

    __slots__ = ("_clock_at", "_deadline", "left")

    def __init__(self, steps: int = 200_000, seconds: float | None = 20.0) -> None:
        self.left = steps
        self._deadline = None if seconds is None else time.monotonic() + seconds
        self._clock_at = steps - _CLOCK_EVERY

    def is_over(self) -> bool:
        """Whether nothing is left, or the deadline has passed."""
        late = self._deadline is not None and time.monotonic() > self._deadline
        return self.left < 0 or late

    def spend(self, steps: int = 1) -> None:
        """Account for work done.

        Raises:
            UndecidableError: Nothing is left, or the deadline has passed.

        """
        self.left -= steps
        if self.left < self._clock_at:
            if self.left < 0:
                raise UndecidableError(Reason.BUDGET, "work")
            self._clock_at = self.left - _CLOCK_EVERY
            if self._deadline is not None and time.monotonic() > self._deadline:
                raise UndecidableError(Reason.BUDGET, "time")


_CLOCK_EVERY: Final = 500
