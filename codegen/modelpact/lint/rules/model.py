"""What a rule is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from modelpact.documents.values import Json
from modelpact.lint.sites import Site

__all__ = ["Example", "Remark", "Rule", "Weight"]

Weight: TypeAlias = Literal["error", "warning", "note", "off"]
"""How much a finding weighs where a project has not settled it."""


@dataclass(frozen=True, slots=True)
class Remark:
    """Something to say about a place.

    Attributes:
        message: One sentence, without a full stop.
        at: The steps from the schema to the very keyword.

    """

    message: str
    at: tuple[str | int, ...] = ()


@dataclass(frozen=True, slots=True)
class Example:
    """A schema that a rule finds fault with, and the same without.

    Attributes:
        bad: Fires the rule.
        good: Does not.

    """

    bad: Json
    good: Json


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of thing that is unwise.

    Attributes:
        id: Short, stable, kebab-case: the name of the rule's file.
        weight: What it weighs by default.
        meaning: One sentence: what is found.
        breaks: Why it matters, and to whom.
        advice: What to do.
        example: A schema that fires it, and one that does not.
        check: What it has to say about a place.

    """

    id: str
    weight: Weight
    meaning: str
    breaks: str
    advice: str
    example: Example
    check: Callable[[Site], Iterator[Remark]]
