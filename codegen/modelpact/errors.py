"""The errors that users see: what went wrong, where, and what to do about it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

__all__ = ["ErrorGroup", "Fault", "ModelpactError"]


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong.

    Attributes:
        what: One sentence, without a full stop where it ends in a name.
        where: The place, as precise as it is known: a file, a model, ``Model.field``, a JSON
            pointer (``User.schema.json#/properties/email``); empty where there is none.
        advice: What the user can do, one sentence; empty where there is nothing to say.
        rule: A short, stable, kebab-case id of the kind of fault, for tests and machines.

    """

    what: str
    where: str = ""
    advice: str = ""
    rule: str = "error"

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        advice = f"\n  {self.advice}" if self.advice else ""
        return f"{place}{self.what}{advice}"


class ModelpactError(Exception):
    """Bad input, or a state of the disk that the tool must not change.

    Every such error ends a command with exit code 2. Its text is meant for the user.
    """

    def __init__(
        self, what: str, *, where: str = "", advice: str = "", rule: str = "error"
    ) -> None:
        self.faults: tuple[Fault, ...] = (Fault(what, where, advice, rule),)
        super().__init__(str(self.faults[0]))


class ErrorGroup(ModelpactError):  # noqa: N818 - as ExceptionGroup, it says what it is
    """Several faults found in one pass and raised together, in a stable order."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        Exception.__init__(self, "\n".join(map(str, self.faults)))
