"""What a rule about consumers is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, TypeAlias

from modelpact.compat.consumers.facts import Difference
from modelpact.documents.values import Json
from modelpact.emit.naming import type_name
from modelpact.graph.nodes import Definition, Record

__all__ = ["Consequence", "SdkExample", "SdkRule", "Use", "left_behind", "uses_of"]

Use: TypeAlias = Literal["reads", "writes"]
"""What a program does with values of a type: those that are emitted it reads, those that are
accepted it writes."""


@dataclass(frozen=True, slots=True)
class Consequence:
    """What a difference means for consumers.

    Attributes:
        message: One sentence.
        code: A module that compiles against the old SDK and not against the new one; empty where
            nothing stops compiling and the rule only tells.
        language: The target whose SDK the code uses.

    """

    message: str
    code: str = ""
    language: str = "typescript"


@dataclass(frozen=True, slots=True)
class SdkExample:
    """Two versions of a contract, documents by name, that fire a rule."""

    old: Json
    new: Json


@dataclass(frozen=True, slots=True)
class SdkRule:
    """One kind of change that consumers' programs notice.

    Attributes:
        id: Short, stable, kebab-case: ``sdk-`` and the name of the rule's file.
        meaning: One sentence: what changed.
        breaks: Why it breaks whom.
        advice: How to make the change safely.
        example: A pair that fires it: each a schema whose ``$defs`` are the models.
        judge: What a difference means; ``None`` where the rule does not speak of it.
        is_break: Whether what it finds stops programs from compiling.

    """

    id: str
    meaning: str
    breaks: str
    advice: str
    example: SdkExample
    judge: Callable[[Difference], Consequence | None]
    is_break: bool = True
    category: Literal["sdk"] = "sdk"


def uses_of(definition: Definition) -> frozenset[Use]:
    """What programs do with values of a type."""
    if definition.direction == "input" or definition.role == "command":
        return frozenset(["writes"])
    if definition.direction == "output" or definition.role in {"view", "event"}:
        return frozenset(["reads"])
    return frozenset(["reads", "writes"])


def left_behind(after: Definition) -> str:
    """What becomes of a property that is gone where it is still sent; for the end of a sentence."""
    body = after.body
    if after.direction == "output" or not isinstance(body, Record) or body.extras != "unsaid":
        return ""
    return "; where it is still sent it is ignored"


def shown(definition: Definition) -> str:
    """A type's name in a sentence."""
    return f"`{type_name(definition.name)}`"
