"""What is wrong with a value, in the words that every language's validators share."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Issue", "Validated"]


@dataclass(frozen=True, slots=True)
class Issue:
    """One reason why a value is not valid.

    Attributes:
        path: Where in the value, as a JSON pointer; empty at the root.
        rule: The keyword that is not satisfied.
        message: The reason in a sentence.

    """

    path: str
    rule: str
    message: str


@dataclass(frozen=True, slots=True)
class Validated:
    """One source of data and what is wrong with it: nothing, where ``issues`` is empty."""

    data: str
    issues: tuple[Issue, ...]
