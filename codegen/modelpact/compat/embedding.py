"""Who holds whom: which documents and definitions a document or definition leads to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final, TypeAlias

from modelpact.compat.reach import Reach
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
    """The references between the documents and definitions of one side.

    Args:
        side: The side.
        reach: What its texts tell: documents are looked into only where it says that it matters.

    """

    def __init__(self, side: Side, reach: Reach | None = None) -> None:
        self._side = side
        self._reach = reach or Reach(side)
        self._edges: dict[Unit, tuple[Unit, ...]] = {}
        self._reversed: dict[Unit, list[Unit]] = {}
        self._known: set[str] = set()

    def documents_from(self, name: str) -> tuple[str, ...]:
        """The documents that a document leads to, itself first."""
        self._look_into(self._reach.documents_from(name))
        reached = _reach([(name, "")], self._edges)
        return tuple(dict.fromkeys(file for file, _ in reached))

    def embedders_of(self, location: Location) -> tuple[str, ...]:
        """The names of what leads to a place, other than what it is in; sorted.

        The document that a definition is in is not listed.
        """
        self._look_into(sorted(self._reach.documents_leading_to([location.file])))
        found = list(_reach([unit_of(location)], self._reversed))[1:]
        return tuple(sorted({definition or file for file, definition in found} - {location.file}))

    def _look_into(self, names: Iterable[str]) -> None:
        for name in names:
            if name in self._known:
                continue
            self._known.add(name)
            for unit, place in self._units(name):
                targets = self._edges[unit] = self._targets(place)
                for target in targets:
                    self._reversed.setdefault(target, []).append(unit)

    def _units(self, name: str) -> Iterator[tuple[Unit, Place]]:
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
