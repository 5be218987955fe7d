"""Which definitions share a module.

Definitions that refer to each other in a circle share one, and every other has its own: so that no
module imports itself in a circle, and a new type changes no module but those that use it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from modelpact.emit.scope import Scope
from modelpact.graph.nodes import (
    Alias,
    ArrayType,
    Definition,
    Enumeration,
    Graph,
    IntersectionType,
    MapType,
    NumberType,
    Reference,
    StringType,
    TupleType,
    Type,
    UnionType,
)
from modelpact.targets.python.names import module_name

__all__ = ["Grouping", "references", "types_of"]


@dataclass(frozen=True, slots=True)
class Grouping:
    """The modules of a package.

    Attributes:
        modules: The names of the definitions in each module, by its name, in the graph's order.
        homes: The module of each definition and each brand.
        brands: Brands that are no definition, with the type that first bears each.

    """

    modules: Mapping[str, tuple[str, ...]]
    homes: Mapping[str, str]
    brands: Mapping[str, StringType | NumberType]

    @classmethod
    def of(cls, graph: Graph) -> Grouping:
        """Decide."""
        brands: dict[str, StringType | NumberType] = {}
        edges: dict[str, list[str]] = {}
        for definition in graph.definitions.values():
            targets: dict[str, None] = {}
            for held in types_of(definition):
                _look(held, targets, brands)
            edges[definition.name] = list(targets)
        for name in graph.definitions:
            brands.pop(name, None)
        scope = Scope(_RESERVED, fold_case=True)
        modules: dict[str, tuple[str, ...]] = {}
        homes = dict.fromkeys(brands, _BRANDS)
        order = {name: index for index, name in enumerate(graph.definitions)}
        groups = [sorted(group, key=order.__getitem__) for group in circles(edges)]
        for group in sorted(groups, key=lambda names: order[names[0]]):
            module = scope.claim(module_name(group[0]))
            modules[module] = tuple(group)
            homes.update(dict.fromkeys(group, module))
        return cls(modules, homes, brands)


_BRANDS = "brands"
_RESERVED = (_BRANDS, "_base", "_types")


def types_of(definition: Definition) -> Iterator[Type]:
    """The types that a definition's body holds directly."""
    body = definition.body
    if isinstance(body, Alias):
        yield body.type
    elif not isinstance(body, Enumeration):
        for own in body.properties:
            yield own.type
        for pattern in body.patterns:
            yield pattern.type
        if body.extra is not None:
            yield body.extra


def references(type_: Type) -> Iterator[str]:
    """The definitions that a type names."""
    found: dict[str, None] = {}
    _look(type_, found, {})
    yield from found


def _look(
    type_: Type, targets: dict[str, None], brands: dict[str, StringType | NumberType]
) -> None:
    if isinstance(type_, Reference):
        targets.setdefault(type_.name)
    elif isinstance(type_, StringType | NumberType):
        if type_.brand:
            brands.setdefault(type_.brand, type_)
    else:
        for part in _parts(type_):
            _look(part, targets, brands)


def _parts(type_: Type) -> tuple[Type, ...]:
    match type_:
        case UnionType(members=parts) | IntersectionType(parts=parts):
            return parts
        case ArrayType(items=items):
            return (items,)
        case MapType(values=values, keys=keys):
            return (keys, values)
        case TupleType(items=items, rest=rest):
            return (*(item.type for item in items), *((rest,) if rest is not None else ()))
        case _:
            return ()


def circles(edges: Mapping[str, Sequence[str]]) -> Iterator[list[str]]:
    """The strongly connected components of a graph (Tarjan 1972), without recursion."""
    index: dict[str, int] = {}
    low: dict[str, int] = {}
    open_: list[str] = []
    is_open: set[str] = set()
    for root in edges:
        if root in index:
            continue
        work = [(root, iter(edges[root]))]
        index[root] = low[root] = len(index)
        open_.append(root)
        is_open.add(root)
        while work:
            name, targets = work[-1]
            new = None
            for target in targets:
                if target not in index:
                    new = target
                    break
                if target in is_open:
                    low[name] = min(low[name], index[target])
            if new is not None:
                index[new] = low[new] = len(index)
                open_.append(new)
                is_open.add(new)
                work.append((new, iter(edges[new])))
                continue
            work.pop()
            if work:
                low[work[-1][0]] = min(low[work[-1][0]], low[name])
            if low[name] == index[name]:
                cut = open_.index(name)
                yield open_[cut:]
                is_open.difference_update(open_[cut:])
                del open_[cut:]
