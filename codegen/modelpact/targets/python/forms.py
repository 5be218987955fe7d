"""Type expressions in parts: a type, and what ``Annotated`` says of it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from modelpact.targets.python.uses import Uses

__all__ = ["Form"]


@dataclass(frozen=True, slots=True)
class Form:
    """A type expression.

    Attributes:
        base: The type without its annotations: ``str``, ``User | None``.
        arguments: Arguments of ``Field(...)``, as source: ``min_length=3``.
        marks: What else stands in ``Annotated``, in order.
        union: Whether ``base`` is a union.
        tight: Whether the annotations speak of ``base`` alone, and not of it or null.

    """

    base: str
    arguments: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()
    union: bool = False
    tight: bool = False

    def text(self, uses: Uses) -> str:
        """The whole expression."""
        if not self.arguments and not self.marks:
            return self.base
        parts = [self.base]
        if self.arguments:
            parts.append(f"{uses.of('Field')}({', '.join(self.arguments)})")
        return f"{uses.of('Annotated')}[{', '.join((*parts, *self.marks))}]"

    def or_null(self, uses: Uses) -> Form:
        """The same type, or ``None``."""
        if self.tight:
            return Form(f"{self.text(uses)} | None", union=True)
        return replace(self, base=f"{self.base} | None", union=True)

    def saying(self, *arguments: str, marks: tuple[str, ...] = ()) -> Form:
        """The same with more annotations."""
        if not arguments and not marks:
            return self
        return replace(self, arguments=(*self.arguments, *arguments), marks=(*self.marks, *marks))
