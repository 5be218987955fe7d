"""Which definitions need which: strongly connected components, and an order to write them in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from modelpact.graph.nodes import Definition, Graph
from modelpact.graph.walk import references_of

__all__ = ["components", "dependency_order", "recursive_names", "strongly_connected"]


def components(graph: Graph) -> tuple[tuple[str, ...], ...]:
    """The strongly connected components, each after all that it refers to.

    Names inside a component stand in the graph's order. A component of one is recursive only if
    it refers to itself.
    """
    return strongly_connected(graph.definitions, references_of)


def dependency_order(graph: Graph) -> tuple[str, ...]:
    """All names, each after what it refers to, as far as there are no circles."""
    return tuple(name for component in components(graph) for name in component)


def recursive_names(graph: Graph) -> frozenset[str]:
    """The definitions that refer to themselves, directly or through others."""
    return frozenset(
        name
        for component in components(graph)
        for name in component
        if len(component) > 1 or name in references_of(graph[name])
    )


def strongly_connected(
    definitions: Mapping[str, Definition],
    successors: Callable[[Definition], Iterable[str]],
) -> tuple[tuple[str, ...], ...]:
    """Tarjan's algorithm (1972), without recursion."""
    index: dict[str, int] = {}
    low: dict[str, int] = {}
    stack: list[str] = []
    waiting: set[str] = set()
    found: list[tuple[str, ...]] = []
    rank = {name: position for position, name in enumerate(definitions)}
    edges = {
        name: [other for other in successors(definition) if other in definitions]
        for name, definition in definitions.items()
    }
    for root in definitions:
        if root in index:
            continue
        work = [(root, iter(edges[root]))]
        index[root] = low[root] = len(index)
        stack.append(root)
        waiting.add(root)
        while work:
            name, rest = work[-1]
            for other in rest:
                if other not in index:
                    index[other] = low[other] = len(index)
                    stack.append(other)
                    waiting.add(other)
                    work.append((other, iter(edges[other])))
                    break
                if other in waiting:
                    low[name] = min(low[name], index[other])
            else:
                work.pop()
                if work:
                    outer = work[-1][0]
                    low[outer] = min(low[outer], low[name])
                if low[name] == index[name]:
                    found.append(_pop(name, stack, waiting, rank))
    return tuple(found)


def _pop(
    name: str, stack: list[str], waiting: set[str], rank: Mapping[str, int]
) -> tuple[str, ...]:
    start = stack.index(name)
    component: Sequence[str] = stack[start:]
    del stack[start:]
    waiting.difference_update(component)
    return tuple(sorted(component, key=rank.__getitem__))
