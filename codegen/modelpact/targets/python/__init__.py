"""Python: a typed package of Pydantic v2 models that reads and writes exactly the contract."""

from __future__ import annotations

from typing import Final

from modelpact.documents.values import JsonObject
from modelpact.emit.target import Rendering
from modelpact.graph.nodes import Graph
from modelpact.targets.python.options import OPTIONS_SCHEMA

__all__ = ["TARGET", "PythonTarget"]


class PythonTarget:
    """The target ``python``; see :class:`modelpact.emit.target.Target`."""

    name: str = "python"
    options_schema: JsonObject = OPTIONS_SCHEMA

    def render(self, graph: Graph, options: JsonObject) -> Rendering:
        """Make the package."""
        from modelpact.targets.python.options import Options
        from modelpact.targets.python.package import render

        return render(graph, Options.of(options, graph.name))


TARGET: Final = PythonTarget()
