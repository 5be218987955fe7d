"""Which types need two documents: where what is accepted differs from what is emitted.

The difference must be one of values. Words, defaults, examples and facts do not make a pair, and a
defaulted field is optional in both halves to begin with (see ``Generator.field_is_required``).
A type that embeds a pair is a pair itself, because its two halves refer to different documents.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from modelpact.documents.sets import KEYWORD
from modelpact.export.generation import Generation
from modelpact.export.places import IN, OUT
from modelpact.export.usage import Usage

__all__ = ["pairs_of"]

_WORDS: Final = frozenset(
    {"title", "description", "default", "examples", "deprecated", "readOnly", "writeOnly", KEYWORD}
)
_NONE: Final[frozenset[str]] = frozenset()


def pairs_of(generation: Generation, usage: Usage, kept: frozenset[str]) -> frozenset[str]:
    """The core references whose two halves are documents of their own.

    Args:
        generation: What Pydantic says.
        usage: What is published.
        kept: The references whose pair an earlier release has published.

    """
    keys = set(usage.keys)
    both = [key[:-2] for key in usage.keys if key.endswith(OUT) and f"{key[:-2]}{IN}" in keys]
    differing = [ref for ref in both if ref in kept or _differs(ref, generation, usage)]
    above: dict[str, list[str]] = {}
    for ref in both:
        for mark in (IN, OUT):
            for needed in generation.edges.get(f"{ref}{mark}", {}).values():
                for inner in needed:
                    above.setdefault(inner, []).append(ref)
    found: set[str] = set()
    while differing:
        ref = differing.pop()
        if ref not in found:
            found.add(ref)
            differing += above.get(ref, ())
    return frozenset(found)


def _differs(ref: str, generation: Generation, usage: Usage) -> bool:
    read, emitted = generation.definitions[f"{ref}{IN}"], generation.definitions[f"{ref}{OUT}"]
    hidden = (
        generation.internal.get(f"{ref}{IN}", _NONE) | generation.internal.get(f"{ref}{OUT}", _NONE)
        if usage.public
        else _NONE
    )
    return not _same_object(read, emitted, hidden)


def _same_object(read: dict[str, Any], emitted: dict[str, Any], hidden: frozenset[str]) -> bool:
    if not hidden:
        return _same(read, emitted)
    return _same(_shown(read, hidden), _shown(emitted, hidden))


def _shown(schema: dict[str, Any], hidden: frozenset[str]) -> dict[str, Any]:
    properties = {k: v for k, v in schema.get("properties", {}).items() if k not in hidden}
    required = [name for name in schema.get("required", ()) if name not in hidden]
    return {**schema, "properties": properties, "required": required}


def _same(read: Any, emitted: Any) -> bool:
    if isinstance(read, Mapping) and isinstance(emitted, Mapping):
        words = read.keys() ^ emitted.keys()
        if words and not words <= _WORDS:
            return False
        return all(
            key in _WORDS or _same_keyword(key, value, emitted.get(key))
            for key, value in read.items()
        )
    if isinstance(read, list) and isinstance(emitted, list):
        return len(read) == len(emitted) and all(map(_same, read, emitted))
    return bool(read == emitted) and isinstance(read, bool) == isinstance(emitted, bool)


def _same_keyword(key: str, read: Any, emitted: Any) -> bool:
    if key == "$ref":
        return bool(read[:-2] == emitted[:-2])
    if key == "properties":
        return read.keys() == emitted.keys() and all(_same(read[n], emitted[n]) for n in read)
    if key == "required":
        return set(read) == set(emitted)
    return _same(read, emitted)
