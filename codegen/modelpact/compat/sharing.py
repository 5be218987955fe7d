"""Members that several parts of one composition speak of.

What a writer writes is closed where a schema speaks of a whole value (see :mod:`.writing`). Where
two branches of one composition speak of the same member, each says little of the whole: such
members stay open.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final, TypeAlias

from modelpact.compat.subjects import Place, Side
from modelpact.documents.values import Json

__all__ = ["SharedMembers", "may_share_members", "shared_members"]

_Slots: TypeAlias = "dict[str, list[Json]]"
"""The schemas that speak of each member."""


def shared_members(side: Side) -> SharedMembers:
    """The schemas of members that stay open in what a writer of a subject writes."""
    shared = SharedMembers(side)
    documents = side.subject.documents()
    if not may_share_members(documents.values()):
        return shared
    for name in documents:
        for place in side.everywhere(side.document(name)):
            shared.note(place)
    return shared


def may_share_members(documents: Iterable[Json]) -> bool:
    """Whether two parts of some composition may speak of one member, seen by keywords alone."""
    # Every document of a version is looked into: a plain loop, and nothing is made of scalars.
    pending: list[Any] = [document for document in documents if isinstance(document, _HOLDING)]
    while pending:
        value = pending.pop()
        if isinstance(value, dict):
            if not _COMPOSING.isdisjoint(value) and _combines(value):
                return True
            value = value.values()
        pending += [inner for inner in value if isinstance(inner, _HOLDING)]
    return False


def _combines(schema: Mapping[str, Any]) -> bool:
    keys = schema.keys()
    return len(keys & _COMPOSING) > 1 or "allOf" in keys or not _MEMBERS.isdisjoint(keys)


_HOLDING: Final = (dict, list, tuple)
_COMPOSING: Final = frozenset(
    {"$ref", "$dynamicRef", "$recursiveRef", "allOf", "anyOf", "oneOf", "if", "then", "else",
     "dependentSchemas", "dependencies"}
)  # fmt: skip
_MEMBERS: Final = frozenset(
    {"properties", "patternProperties", "additionalProperties", "items", "prefixItems"}
)


class SharedMembers:
    """Schemas of members that another part of the same composition speaks of too.

    Branches of one union are alternatives: they share nothing.
    """

    def __init__(self, side: Side) -> None:
        self._side = side
        self._marked: dict[int, Json] = {}
        self._known: dict[int, tuple[Json, _Slots]] = {}

    def __len__(self) -> int:
        return len(self._marked)

    def __contains__(self, schema: object) -> bool:
        return id(schema) in self._marked

    def note(self, place: Place) -> _Slots:
        """Mark what is shared within the composition of a place."""
        known = self._known.get(id(place.schema))
        if known is not None:
            return known[1]
        slots: _Slots = dict(_members(place))
        self._known[id(place.schema)] = (place.schema, slots)
        for part in self._parts(place):
            for slot, schemas in part.items():
                if slot in slots:
                    for schema in (*slots[slot], *schemas):
                        self._marked[id(schema)] = schema
                slots[slot] = [*slots.get(slot, ()), *schemas]
        return slots

    def _parts(self, place: Place) -> Iterator[_Slots]:
        target = self._side.target(place)
        if target is not None:
            yield self.note(target)
        for inner in self._side.children(place, "allOf"):
            yield self.note(inner)
        for keywords in (("anyOf",), ("oneOf",), ("then", "else"), ("dependentSchemas",)):
            alternatives: _Slots = {}
            for keyword in keywords:
                for inner in self._side.children(place, keyword):
                    for slot, schemas in self.note(inner).items():
                        alternatives[slot] = [*alternatives.get(slot, ()), *schemas]
            yield alternatives


def _members(place: Place) -> Iterator[tuple[str, list[Json]]]:
    """The schemas of a schema's own members, each with the slot it speaks of."""
    properties = place.get("properties")
    if isinstance(properties, Mapping):
        for name, schema in properties.items():
            yield f"property {name}", [schema]
    positions = place.get("prefixItems")
    if isinstance(positions, list | tuple):
        for index, schema in enumerate(positions):
            yield f"item {index}", [schema]
    for keyword in ("items", "additionalProperties", "patternProperties"):
        inner: Any = place.get(keyword)
        if isinstance(inner, Mapping):
            yield keyword, [*inner.values()] if keyword == "patternProperties" else [inner]
