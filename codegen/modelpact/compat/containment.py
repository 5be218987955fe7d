"""The answer to the question of containment."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal, Protocol, TypeAlias

from modelpact.compat.outcomes import FOUND, NONE, NOTHING, Outcome
from modelpact.compat.policy import ContentPolicy, Policy
from modelpact.compat.reasons import UndecidableError
from modelpact.compat.subjects import Subject
from modelpact.compat.values import plain
from modelpact.documents.values import Json

__all__ = ["YES", "Answer", "Containment", "Reviewer", "answer_of"]

Answer: TypeAlias = Literal["yes", "no", "unknown"]


@dataclass(frozen=True, slots=True)
class Containment:
    """The answer: does OUTER accept every value that INNER accepts?

    Attributes:
        answer: ``yes`` is a proof; ``no`` has a witness that two validators confirmed.
        witness: A value that INNER accepts and OUTER refuses; of ``unknown`` perhaps a candidate.
        has_witness: Whether there is one: the witness may be ``null``.
        reason: Why the answer is unknown; empty otherwise.
        detail: More about the reason, in words.

    """

    answer: Answer
    witness: Json = None
    has_witness: bool = False
    reason: str = ""
    detail: str = ""


YES: Final = Containment("yes")


def answer_of(outcome: Outcome | UndecidableError) -> Containment:
    """The answer that a search for a value in INNER and not in OUTER gives."""
    if isinstance(outcome, UndecidableError):
        return Containment("unknown", reason=str(outcome.reason), detail=outcome.detail)
    status, value, reason = outcome
    if status == NONE:
        return YES
    if value is NOTHING:
        return Containment("unknown", reason=str(reason))
    answer: Answer = "no" if status == FOUND else "unknown"
    why = "" if reason is None else str(reason)
    return Containment(answer, plain(value), has_witness=True, reason=why)


class Reviewer(Protocol):
    """Somebody who sees every answer; see :mod:`.second_prover`."""

    def review(
        self,
        outer: Subject,
        inner: Subject,
        policy: Policy,
        content: ContentPolicy,
        answer: Containment,
    ) -> None:
        """Raise a ``ModelpactError`` to object."""
