"""The answer to the question of containment."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Protocol, TypeAlias

from modelpact.compat.policy import ContentPolicy, Policy
from modelpact.compat.subjects import Subject
from modelpact.documents.values import Json

__all__ = ["Answer", "Containment", "Reviewer"]

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
