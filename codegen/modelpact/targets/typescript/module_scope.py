"""What one module uses and loses while it is planned."""

from __future__ import annotations

from dataclasses import dataclass, field

from modelpact.emit.target import Diagnostic
from modelpact.graph.nodes import Location
from modelpact.targets.typescript.layout import Text
from modelpact.targets.typescript.names import Names

__all__ = ["ModuleScope"]


@dataclass(slots=True)
class ModuleScope:
    """What one module has used so far, to be imported, and what was lost.

    Attributes:
        names: What everything is called in the package.
        location: Where the type stands that is being written, for diagnostics.
        prefix: What stands before the identifiers of the package's types: ``models.``, or nothing
            where they are in scope.
        types: Identifiers of used types.
        helpers: Own names of used helper types.
        diagnostics: What the module states less exactly than the schema does.

    """

    names: Names
    location: Location
    prefix: str = ""
    types: set[str] = field(default_factory=set)
    helpers: set[str] = field(default_factory=set)
    diagnostics: list[Diagnostic] = field(default_factory=list)

    def lose(self, rule: str, message: str, location: Location | None = None) -> None:
        """Report a loss, by default at the type that is being written."""
        self.diagnostics.append(Diagnostic(rule, message, location or self.location))

    def use(self, identifier: str) -> Text:
        """Another type of the package, as an expression."""
        self.types.add(identifier)
        return Text(f"{self.prefix}{identifier}")

    def helper(self, name: str) -> Text:
        """A helper type, as an expression."""
        self.helpers.add(name)
        return Text(self.names.helpers[name])
