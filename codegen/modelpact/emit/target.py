"""What a target is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from modelpact.documents.values import JsonObject
from modelpact.graph.nodes import Graph, Location

__all__ = ["Diagnostic", "Rendering", "Target"]


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """Something in the schema that a target states less exactly than the schema does.

    Attributes:
        rule: A stable kebab-case id (``unchecked-keyword``, ``widened-type``, ...).
        message: One sentence: what was lost and what the generated code does instead.
        location: Where in the documents.

    """

    rule: str
    message: str
    location: Location


@dataclass(frozen=True, slots=True)
class Rendering:
    """The files of a generated package, by relative path with ``/``, and what could not be said."""

    files: Mapping[str, bytes]
    diagnostics: tuple[Diagnostic, ...] = ()


class Target(Protocol):
    """A language or format that SDKs are generated for. Stateless.

    Attributes:
        name: As the user writes it: ``typescript``.
        options_schema: JSON Schema (2020-12) of the target's table in the configuration, with
            descriptions and defaults; the source of the reference page too. Always an object
            schema, closed.

    """

    name: str
    options_schema: JsonObject

    def render(self, graph: Graph, options: JsonObject) -> Rendering:
        """Make the package.

        Args:
            graph: The contract.
            options: Valid against ``options_schema``; absent keys mean their defaults.

        Raises:
            modelpact.errors.ModelpactError: The graph holds something that this target refuses, by
                name and location.

        """
        ...
