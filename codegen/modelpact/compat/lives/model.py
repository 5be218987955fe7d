"""What a rule about lives is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from modelpact.compat.consumers.model import SdkExample
from modelpact.graph.nodes import Life

__all__ = ["LifeRule", "Removal", "Weight"]

Weight: TypeAlias = Literal["error", "warning", "note"]


@dataclass(frozen=True, slots=True)
class Removal:
    """Something that is gone.

    Attributes:
        what: What it is, for a sentence: ```fax` of `User```.
        deprecated: Whether the old version said that it is to be left.
        life: Since when, and until when it was to stay.

    """

    what: str
    deprecated: bool
    life: Life

    @property
    def sunset(self) -> date | None:
        """The last day on which it was to be there."""
        return date.fromisoformat(self.life.sunset) if self.life.sunset else None

    @property
    def course(self) -> str:
        """Since when it was deprecated, for a sentence: empty, or `` since 1.1.0``."""
        return f" since {self.life.since}" if self.life.since else ""


@dataclass(frozen=True, slots=True)
class LifeRule:
    """One way of removing something.

    Attributes:
        id: Short, stable, kebab-case: ``life-`` and the name of the rule's file.
        meaning: One sentence: what was removed when.
        breaks: Whom it breaks, beside the removal itself.
        advice: What to do.
        weight: What it does to the exit code, where the project has not settled it.
        example: A pair that fires it on 2027-06-01: each a schema whose ``$defs`` are the models.
        judge: The sentence for a removal on a day; ``None`` where the rule does not speak of it.

    """

    id: str
    meaning: str
    breaks: str
    advice: str
    weight: Weight
    example: SdkExample
    judge: Callable[[Removal, date], str | None]
    category: Literal["life"] = "life"
