"""Type expressions in parts: a type, and what ``Annotated`` says of it."""

from __future__ import annotations

from typing import NamedTuple

from modelpact.targets.python.uses import Uses

__all__ = ["Form"]


class Form(NamedTuple):
    """A type expression; a tuple, because a package has a few of them for every property.

    Attributes:
        base: The type without its annotations: ``str``, ``User | None``.
        arguments: Arguments of ``Field(...)``, as source: ``min_length=3``.
        marks: What else stands in ``Annotated``, in order.
        tight: Whether the annotations speak of ``base`` alone, and not of it or null.

    """

    base: str
    arguments: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()
    tight: bool = False

    def text(self, uses: Uses) -> str:
        """The whole expression."""
        if not self.arguments and not self.marks:
            return self.base
        field = f", {uses.of('Field')}({', '.join(self.arguments)})" if self.arguments else ""
        return f"{uses.of('Annotated')}[{self.base}{field}{''.join(f', {m}' for m in self.marks)}]"

    def or_null(self, uses: Uses) -> Form:
        """The same type, or ``None``."""
        if self.tight:
            return Form(f"{self.text(uses)} | None")
        return Form(f"{self.base} | None", self.arguments, self.marks)

    def saying(self, arguments: tuple[str, ...], marks: tuple[str, ...]) -> Form:
        """The same with more annotations."""
        return Form(self.base, self.arguments + arguments, self.marks + marks, self.tight)
