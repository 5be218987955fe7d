"""What a rule is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, TypeAlias

from modelpact.compat.changes import Change, Direction, Presence, show
from modelpact.documents.values import Json

__all__ = ["Case", "Category", "Example", "Rule"]

Category: TypeAlias = Literal["data", "sdk", "life"]
"""data: payloads are refused; the algebra decides. sdk: code that uses an SDK stops compiling.
life: something was removed, as announced or not."""


@dataclass(frozen=True, slots=True)
class Case:
    """A change, and in which direction and with which value it breaks.

    Attributes:
        change: The fact.
        direction: ``backward`` where the new schema refuses what the old one wrote.
        refused: The refused part of the witness.

    """

    change: Change
    direction: Direction
    refused: Presence

    @property
    def subject(self) -> str:
        """What it is about, for a sentence: ```address.zip``` or ``the value``."""
        return f"`{self.change.subject}`" if self.change.subject else "the value"

    def whole(self, otherwise: str) -> str:
        """The value that holds what it is about, for a sentence: ```tags``` or a word."""
        return f"`{self.change.path}`" if self.change.path else otherwise

    @property
    def written(self) -> Presence:
        """The keyword's value on the side that writes."""
        return self.change.before if self.direction == "backward" else self.change.after

    @property
    def read(self) -> Presence:
        """The keyword's value on the side that reads."""
        return self.change.after if self.direction == "backward" else self.change.before

    def say(self, backward: str, forward: str) -> str:
        """The sentence for the direction, begun with a capital or a backquote."""
        text = backward if self.direction == "backward" else forward
        return text[:1].upper() + text[1:]

    def changed(self) -> str:
        """The keyword's change in words: ```minimum` changed from 1 to 2``."""
        change = self.change
        if show(change.before) == show(change.after):
            stated = f"`{change.keyword}` {show(change.after)}"
            return self.say(f"{stated} did not hold for it", f"{stated} does not hold for it")
        return f"`{change.keyword}` changed from {show(change.before)} to {show(change.after)}"


@dataclass(frozen=True, slots=True)
class Example:
    """A pair of schemas that fires a rule in the backward direction.

    Attributes:
        old: The old schema.
        new: The new schema.
        witness: A value of the old one that the new one refuses.

    """

    old: Json
    new: Json
    witness: Json


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of change, whatever its direction, mode and position.

    Attributes:
        id: Short, stable, kebab-case: the name of the rule's file.
        category: What breaks.
        meaning: One sentence: what changed.
        breaks: Why it breaks whom.
        advice: How to make the change safely where the new version reads.
        forward_advice: The same where it writes; empty where that is no different.
        example: A pair that fires it.
        message: The sentence for one case; ``None`` where the rule does not recognise it.

    """

    id: str
    category: Category
    meaning: str
    breaks: str
    advice: str
    example: Example
    message: Callable[[Case], str | None]
    forward_advice: str = ""

    def advice_for(self, direction: Direction) -> str:
        """How to make the change safely."""
        return (self.forward_advice if direction == "forward" else "") or self.advice
