"""Where in the documents something stands that turned out to be wrong."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from modelpact.documents.pointers import Pointer
from modelpact.documents.values import Json

__all__ = ["find_place", "place_of_pattern"]


def find_place(documents: Mapping[str, Json], wanted: Callable[[Any], bool]) -> str:
    """The document and pointer of the first JSON object that is wanted; empty if none is."""
    for name, document in documents.items():
        pending: list[tuple[Any, tuple[str | int, ...]]] = [(document, ())]
        while pending:
            value, tokens = pending.pop()
            if isinstance(value, dict):
                if wanted(value):
                    return f"{name}#{Pointer(tokens)}"
                pending.extend((inner, (*tokens, key)) for key, inner in value.items())
            elif isinstance(value, list | tuple):
                pending.extend((inner, (*tokens, index)) for index, inner in enumerate(value))
    return ""


def place_of_pattern(documents: Mapping[str, Json], source: str) -> str:
    """The document and pointer of the first schema that uses a pattern; empty if none does."""

    def uses_it(schema: dict[str, Any]) -> bool:
        by_pattern = schema.get("patternProperties")
        named = isinstance(by_pattern, dict) and source in by_pattern
        return named or schema.get("pattern") == source

    return find_place(documents, uses_it)
