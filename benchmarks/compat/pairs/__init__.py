"""Pairs of schemas made from Pydantic models: edits that teams make, labelled by hand.

A label says what an edit means under each policy. That a payload or another prover shows it too is
what ``verify.py`` checks.
"""

from __future__ import annotations

from typing import Final

from benchmarks.compat.pairs import choices, containers, extras, fields, large, nesting, scalars
from benchmarks.compat.pairs.edit import Edit, Question, Relation

__all__ = ["EDITS", "Edit", "Question", "Relation"]

EDITS: Final[tuple[Edit, ...]] = (
    *fields.EDITS,
    *scalars.EDITS,
    *choices.EDITS,
    *containers.EDITS,
    *nesting.EDITS,
    *extras.EDITS,
    *large.EDITS,
)
