"""OpenAPI 3.1: one complete document whose components are the contract's types."""

from __future__ import annotations

from typing import Final

from modelpact.documents.values import JsonObject
from modelpact.emit.target import Rendering
from modelpact.graph.nodes import Graph
from modelpact.targets.openapi.options import OPTIONS_SCHEMA

__all__ = ["TARGET", "OpenApiTarget"]


class OpenApiTarget:
    """The target ``openapi``; see :class:`modelpact.emit.target.Target`."""

    name: str = "openapi"
    options_schema: JsonObject = OPTIONS_SCHEMA

    def render(self, graph: Graph, options: JsonObject) -> Rendering:
        """Make the npm package that holds the document."""
        from modelpact.targets.openapi.options import Options
        from modelpact.targets.openapi.package import render

        return render(graph, Options.of(options, graph))


TARGET: Final = OpenApiTarget()
