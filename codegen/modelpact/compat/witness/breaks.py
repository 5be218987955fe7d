"""What makes a value a witness, as questions that polishing asks over and over."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from modelpact.compat.policy import FormatPolicy
from modelpact.compat.subjects import Side, Subject
from modelpact.compat.witness.confirm import Validators
from modelpact.compat.witness.locate import Violation, violations
from modelpact.documents.values import Json

__all__ = ["Break"]

_MAX_QUESTIONS: Final = 4_000
"""Enough for any payload that a person would read."""


class Break:
    """Values that a reader refuses although a writer writes them.

    jsonschema-rs alone is asked here, for speed: what comes out is confirmed by both validators.

    Args:
        reader: The side that refuses.
        writers: Schemas that all accept: the writer's own and, where a policy narrows what it
            writes, the narrowed one.
        validators: Where compiled validators are kept.
        formats: Whether ``format`` restricts values.
        budget: How many questions :meth:`ask` answers; then it says no.

    """

    def __init__(
        self,
        reader: Side,
        writers: Sequence[Subject],
        validators: Validators,
        formats: FormatPolicy,
        *,
        budget: int = _MAX_QUESTIONS,
    ) -> None:
        self._reader = reader
        self._refuses = validators.rust(reader.subject, formats)
        self._accept = [validators.rust(writer, formats) for writer in writers]
        self.budget = budget

    def holds(self, value: Json) -> bool:
        """Whether the writers accept the value and the reader refuses it."""
        try:
            return all(v.accepts(value) for v in self._accept) and not self._refuses.accepts(value)
        except ValueError:  # a value that is no JSON to it, such as a lone surrogate
            return False

    def ask(self, value: Json) -> bool:
        """:meth:`holds`, as long as the budget lasts."""
        self.budget -= 1
        return self.budget >= 0 and self.holds(value)

    def refusals(self, value: Json) -> tuple[Violation, ...]:
        """Why the reader refuses the value; nothing where it accepts it."""
        return violations(self._reader, self._refuses.errors(value), value)
