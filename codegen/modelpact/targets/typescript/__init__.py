"""TypeScript: a package of ES modules with exact types, ready to install without a build step."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from modelpact.documents.values import JsonObject
from modelpact.targets.typescript.options import OPTIONS_SCHEMA

if TYPE_CHECKING:
    from modelpact.emit.target import Rendering, Target
    from modelpact.graph.nodes import Graph

__all__ = ["TARGET"]


class _TypeScript:
    """See :class:`modelpact.emit.target.Target`."""

    name: str = "typescript"
    options_schema: JsonObject = OPTIONS_SCHEMA

    def render(self, graph: Graph, options: JsonObject) -> Rendering:
        """Make the package."""
        from modelpact.targets.typescript.options import Options
        from modelpact.targets.typescript.package import render

        return render(graph, Options.of(options, graph.name))


TARGET: Final[Target] = _TypeScript()
