"""What instances of generic models were made with: ``Page[User]``."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import TypeAdapter

from modelpact.export.brands import branded
from modelpact.export.facts import split_annotated
from modelpact.export.generator import Generator
from modelpact.export.places import IN

__all__ = ["arguments_of_generics"]


def arguments_of_generics(generator: Generator) -> Mapping[str, tuple[dict[str, Any], ...]]:
    """The schemas of the type arguments of each definition that is an instance of a generic.

    A dataclass or TypedDict does not tell its arguments, and has none here.
    """
    found: dict[str, tuple[dict[str, Any], ...]] = {}
    for key in list(generator.definitions):
        cls = generator.owners.get(key[:-2])
        metadata: Any = getattr(cls, "__pydantic_generic_metadata__", None) or {}
        if metadata.get("args"):
            generator.direction = "validation" if key.endswith(IN) else "serialization"
            generator.inside = [key[:-2]]
            found[key] = tuple(_schema(argument, generator) for argument in metadata["args"])
    generator.inside = []
    return found


def _schema(argument: Any, generator: Generator) -> dict[str, Any]:
    schema = generator.generate_inner(TypeAdapter(argument).core_schema)
    return branded(*split_annotated(argument), schema)
