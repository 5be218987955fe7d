"""Where references lead, as far as rewriting has to know: no further, and never wrong."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final, TypeAlias

from modelpact.documents.pointers import Pointer
from modelpact.documents.resources import join_uri
from modelpact.documents.values import Json

__all__ = ["Place", "Retrieve", "follow", "is_modern", "root_place"]

Retrieve: TypeAlias = "Callable[[str], Json]"
"""The schema at an absolute URI without a fragment; raises ``ValueError`` where there is none."""

_MODERN: Final = frozenset(
    {
        "https://json-schema.org/draft/2020-12/schema",
        "https://json-schema.org/draft/2019-09/schema",
    }
)


@dataclass(frozen=True, slots=True)
class Place:
    """A schema and what references in it are relative to.

    Attributes:
        schema: The schema.
        root: The document that it is in.
        base: The document's URI.

    """

    schema: Json
    root: Json
    base: str

    def inner(self, schema: Json) -> Place:
        """A schema inside of this one."""
        return Place(schema, self.root, self.base)


def is_modern(root: Json) -> bool:
    """Whether a document is of a draft in which ``$ref`` has siblings (2019-09 and later)."""
    stated = root.get("$schema") if isinstance(root, Mapping) else None
    return stated is None or (isinstance(stated, str) and stated.removesuffix("#") in _MODERN)


def root_place(root: Json, base: str) -> Place:
    """A whole document as a place."""
    stated = root.get("$id") if isinstance(root, Mapping) else None
    if isinstance(stated, str):
        base = join_uri(base, stated.partition("#")[0])
    return Place(root, root, base)


def follow(place: Place, reference: str, retrieve: Retrieve) -> Place | None:
    """What a reference leads to: a document's root, or a pointer into it.

    Returns:
        ``None`` where that is not plain to see: anchors, schemas with an ``$id`` of their own
        inside of documents, other drafts, and references that lead nowhere.

    """
    uri, _, fragment = reference.partition("#")
    target = Place(place.root, place.root, place.base)
    if uri:
        absolute = join_uri(place.base, uri)
        if absolute != place.base:
            try:
                target = root_place(retrieve(absolute), absolute)
            except ValueError:
                return None
    if not is_modern(target.root) or (fragment and not fragment.startswith("/")):
        return None
    schema = target.root
    for token in Pointer.parse_fragment(fragment).tokens:
        try:
            schema = Pointer((token,)).of(schema)
        except LookupError:
            return None
        if isinstance(schema, Mapping) and "$id" in schema:
            return None
    return Place(schema, target.root, target.base)
