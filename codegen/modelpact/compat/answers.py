"""What a containment question ends in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from modelpact.documents.values import Json

__all__ = ["Answer", "Containment"]

Answer: TypeAlias = Literal["yes", "no", "unknown"]


@dataclass(frozen=True, slots=True)
class Containment:
    """Whether one schema accepts every value that another accepts.

    Attributes:
        answer: ``yes`` is proved, ``no`` is shown by the witness, ``unknown`` has a reason.
        witness: A value that the inner schema accepts and the outer one refuses, where the answer
            is ``no``. It may be JSON's null: ask for the answer first.
        reason: Why the answer is ``unknown``: ``regex``, ``budget``, ``validator``, ...; empty
            otherwise.
        detail: The keyword, reference or pattern at fault, where it is known.

    """

    answer: Answer
    witness: Json = None
    reason: str = ""
    detail: str = ""
