"""Who holds whom: which documents and definitions a document or definition leads to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any, Final, TypeAlias

from modelpact.compat.subjects import Place, Side
from modelpact.graph.nodes import Location

__all__ = ["Embedding", "Unit", "unit_of"]

Unit: TypeAlias = tuple[str, str]
"""A document's name, and the name of a definition in it, or nothing for the document itself."""

_DEFINITIONS: Final = ("$defs", "definitions")


def unit_of(location: Location) -> Unit:
    """The document or definition that a place is in."""
    tokens = location.pointer.tokens
    if len(tokens) > 1 and tokens[0] in _DEFINITIONS:
        return location.file, str(tokens[1])
    return location.file, ""


class Embedding:
    """The references between the documents and definitions of one side."""

    def __init__(self, side: Side) -> None:
        self._side = side

    @cached_property
    def _edges(self) -> dict[Unit, tuple[Unit, ...]]:
        return {unit: self._targets(place) for unit, place in self._units()}

    def documents_from(self, name: str) -> tuple[str, ...]:
        """The documents that a document leads to, itself first."""
        reached = _reach([(name, "")], self._edges)
        return tuple(dict.fromkeys(file for file, _ in reached))

    def documents_leading_to(self, names: Iterable[str]) -> frozenset[str]:
        """The documents that lead to any of some documents, these included."""
        wanted = frozenset(names)
        starts = [unit for unit in self._edges if unit[0] in wanted]
        return wanted | {file for file, _ in _reach(starts, self._reversed)}

    def embedders_of(self, location: Location) -> tuple[str, ...]:
        """The names of what leads to a place, other than what it is in; sorted.

        The document that a definition is in is not listed.
        """
        found = list(_reach([unit_of(location)], self._reversed))[1:]
        return tuple(sorted({definition or file for file, definition in found} - {location.file}))

    @cached_property
    def _reversed(self) -> dict[Unit, list[Unit]]:
        found: dict[Unit, list[Unit]] = {}
        for unit, targets in self._edges.items():
            for target in targets:
                found.setdefault(target, []).append(unit)
        return found

    def _units(self) -> Iterator[tuple[Unit, Place]]:
        for name in self._side.subject.documents():
            root = self._side.document(name)
            yield (name, ""), root
            for keyword in _DEFINITIONS:
                definitions: Any = root.get(keyword)
                for inner in definitions if isinstance(definitions, Mapping) else ():
                    place = self._side.inner(root, keyword, inner)
                    if place is not None:
                        yield (name, inner), place

    def _targets(self, start: Place) -> tuple[Unit, ...]:
        found: dict[Unit, None] = {}
        unit = unit_of(start.location)
        for place in self._side.everywhere(start):
            if unit_of(place.location) != unit:
                continue  # a definition is a unit of its own
            target = self._side.target(place)
            if target is not None:
                found[unit_of(target.location)] = None
        return tuple(found)


def _reach(starts: Iterable[Unit], edges: Mapping[Unit, Sequence[Unit]]) -> dict[Unit, None]:
    """Everything that can be reached from some units, themselves first."""
    found: dict[Unit, None] = dict.fromkeys(starts)
    pending = list(found)
    while pending:
        for target in edges.get(pending.pop(), ()):
            if target not in found:
                found[target] = None
                pending.append(target)
    return found
