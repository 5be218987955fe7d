"""What the templates see: everything decided, every text escaped."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

__all__ = ["BlockView", "ModuleView"]


@dataclass(frozen=True, slots=True)
class BlockView:
    """One definition.

    Attributes:
        kind: Which part of the template writes it.
        head: ``class User(Model):``, or the whole statement of an alias.
        docstring: A docstring, or empty.
        config: Lines that come before the fields.
        fields: Fields or members, each with the docstring under it.
        methods: Lines that come after the fields.

    """

    kind: Literal["class", "alias"]
    head: str
    docstring: str = ""
    config: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    methods: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ModuleView:
    """A module: the definitions that refer to each other in a circle, or a single one."""

    notice: str
    imports: tuple[str, ...]
    blocks: tuple[BlockView, ...]
