"""What writers of one package share: where they are, what they import, what they found."""

from __future__ import annotations

from collections.abc import Mapping

from modelpact.documents.pointers import ROOT
from modelpact.emit.target import Diagnostic
from modelpact.graph.nodes import Location
from modelpact.targets.python.names import Names
from modelpact.targets.python.uses import Uses

__all__ = ["Context"]


class Context:
    """The module that is being written.

    Args:
        names: What the package's types are called.
        homes: The module of each definition and brand, by its name.

    Attributes:
        diagnostics: What was written less exactly than the graph has it.
        uses: What the module at hand imports.
        module: Its name.
        location: The place that diagnostics name.

    """

    def __init__(self, names: Names, homes: Mapping[str, str]) -> None:
        self.names = names
        self.diagnostics: list[Diagnostic] = []
        self.module = ""
        self.location = Location("", ROOT)
        self._homes = homes
        self._taken = frozenset(names.classes.values())
        self.uses = Uses(self._taken)

    def enter(self, module: str) -> None:
        """Begin a module."""
        self.module = module
        self.uses = Uses(self._taken)

    def name(self, definition: str) -> str:
        """A generated type, imported where it lives in another module."""
        name = self.names.classes[definition]
        home = self._homes[definition]
        return name if home == self.module else self.uses.sibling(home, name)

    def less_exact(self, rule: str, message: str) -> None:
        """Say that something is written less exactly than the schema has it."""
        self.diagnostics.append(Diagnostic(rule, message, self.location))
