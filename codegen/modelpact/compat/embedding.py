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

_Edges: TypeAlias = tuple[tuple[Unit, tuple[Unit, ...]], ...]

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
        like: The embedding of the version that ``reach`` is like: a document that both have is not
            looked into again.

    """

    def __init__(
        self, side: Side, reach: Reach | None = None, like: Embedding | None = None
    ) -> None:
        self._like = like
        self._side = side
        self._reach = reach or Reach(side)
        self._edges: dict[Unit, tuple[Unit, ...]] = {}
        self._reversed: dict[Unit, list[Unit]] = {}
        self._known: set[str] = set()
        self._found: dict[str, _Edges] = {}

    def documents_from(self, names: Iterable[str]) -> frozenset[str]:
        """The documents that some documents lead to, these included; not for a definition alone."""
        names = tuple(names)
        self._look_into(self._reach.documents_from_any(names))
        found = _reach([(name, "") for name in names], self._edges)
        return frozenset(file for file, definition in found if not definition)

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
            self._found[name] = found = self._seen_by_like(name) or tuple(self._edges_of(name))
            for unit, targets in found:
                self._edges[unit] = targets
                for target in targets:
                    self._reversed.setdefault(target, []).append(unit)

    def _seen_by_like(self, name: str) -> _Edges | None:
        like = self._like
        if like is None or not self._reach.is_like(name):
            return None
        return like._found.get(name)  # noqa: SLF001 - its own kind

    def _edges_of(self, name: str) -> Iterator[tuple[Unit, tuple[Unit, ...]]]:
        for unit, place in self._units(name):
            yield unit, self._targets(unit, place)

    def _units(self, name: str) -> Iterator[tuple[Unit, Place]]:
        root = self._side.document(name)
        yield (name, ""), root
        for keyword in _DEFINITIONS:
            definitions: Any = root.get(keyword)
            for inner in definitions if isinstance(definitions, Mapping) else ():
                place = self._side.inner(root, keyword, inner)
                if place is not None:
                    yield (name, inner), place

    def _targets(self, unit: Unit, start: Place) -> tuple[Unit, ...]:
        others = () if unit[1] else _DEFINITIONS  # a definition is a unit of its own
        targets = self._side.references(start, without=others)
        return tuple(dict.fromkeys(unit_of(target.location) for target in targets))


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
