"""Members of two unions side by side, by what they have in common: unions give them no names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from modelpact.compat.subjects import Place
from modelpact.documents.canonical import digest

__all__ = [
    "keywords_of",
    "label_of",
    "members_of",
    "paired",
    "positions_of",
    "reference_name",
]


def paired(
    before: Sequence[Place], after: Sequence[Place]
) -> list[tuple[Place | None, Place | None]]:
    """Members of two unions side by side: by ever weaker likeness, each used once."""
    left: list[Place | None] = [None] * len(before)
    free = list(after)
    for like in (_whole, reference_name, _tag, _kind):
        for index, member in enumerate(before):
            mark = like(member)
            if left[index] is not None or mark is None:
                continue
            found = next((other for other in free if like(other) == mark), None)
            if found is not None:
                left[index] = found
                free.remove(found)
    pairs: list[tuple[Place | None, Place | None]] = list(zip(before, left, strict=True))
    return pairs + [(None, other) for other in free]


def _whole(place: Place) -> str | None:
    return digest(place.schema)


def reference_name(place: Place) -> str | None:
    """The name of the definition that a place refers to; ``None`` where it refers to none."""
    reference = place.get("$ref")
    return reference.rpartition("/")[2] if isinstance(reference, str) else None


def _tag(place: Place) -> str | None:
    """The first property with a constant."""
    for name, schema in members_of(place, "properties").items():
        if isinstance(schema, Mapping) and "const" in schema:
            return f"{name}={digest(schema['const'])}"
    return None


def _kind(place: Place) -> str | None:
    kind = place.get("type")
    return digest(kind) if kind is not None else None


def members_of(place: Place, keyword: str) -> Mapping[str, Any]:
    """The schemas that a keyword holds by name; none where it is not given."""
    value = place.get(keyword)
    return value if isinstance(value, Mapping) else {}


def positions_of(place: Place, keyword: str) -> Sequence[Any]:
    """What a keyword lists; nothing where it is not given."""
    value = place.get(keyword)
    return value if isinstance(value, list | tuple) else ()


def keywords_of(place: Place) -> tuple[str, ...]:
    """The keywords of a schema, in its order."""
    return tuple(place.schema) if isinstance(place.schema, Mapping) else ()


def label_of(place: Place | None) -> str:
    """What a member of a union is called in a message; empty where it is told by nothing."""
    if place is None:
        return ""
    return str(reference_name(place) or place.get("title") or place.get("type") or "")
