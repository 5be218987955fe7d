"""What is wrong with a value, in the words that every language's validators share."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Issue", "Validated"]


@dataclass(frozen=True, slots=True)
class Issue:
    """One reason why a value is not valid.

    Attributes:
        path: Where in the value: the names and indexes that lead there from the outermost on;
            empty for the whole value.
        rule: The keyword that is not satisfied.
        message: The reason, in words that go on from the name of the place.

    """

    path: tuple[str | int, ...]
    rule: str
    message: str

    @property
    def pointer(self) -> str:
        """The path as a JSON pointer (RFC 6901)."""
        return "".join(
            "/" + str(token).replace("~", "~0").replace("/", "~1") for token in self.path
        )

    def __str__(self) -> str:
        return f"{self.pointer or 'the value'}: {self.message}"


@dataclass(frozen=True, slots=True)
class Validated:
    """One source of data and what is wrong with it: nothing, where ``issues`` is empty."""

    data: str
    issues: tuple[Issue, ...]
