"""How many alternatives a type has once a compiler has multiplied it out.

TypeScript turns an intersection of unions into a union of intersections, and gives up on those with
100,000 members (TS2590: "Expression produces a union type that is too complex to represent").
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final

from modelpact.graph.nodes import (
    Alias,
    BooleanType,
    Enumeration,
    Graph,
    IntersectionType,
    LiteralType,
    Reference,
    Type,
    UnionType,
)

__all__ = ["MOST_COMBINATIONS", "expressible_parts"]

MOST_COMBINATIONS: Final = 10_000
"""A tenth of what compilers give up at: a consumer's code combines types further."""


def expressible_parts(parts: Sequence[Type], graph: Graph) -> tuple[Type, ...]:
    """The parts of an intersection that may be stated together, the first ones first.

    A part that is left out makes the type wider, never narrower. One alone is always stated.
    """
    return _expressible(parts, graph, {})


def _expressible(parts: Sequence[Type], graph: Graph, widths: dict[str, int]) -> tuple[Type, ...]:
    kept: list[Type] = []
    combinations = 1
    for part in parts:
        width = _width(part, graph, widths)
        if kept and width > 1 and combinations * width > MOST_COMBINATIONS:
            continue
        combinations *= width
        kept.append(part)
    return tuple(kept)


def _width(type_: Type, graph: Graph, widths: dict[str, int]) -> int:
    """The number of alternatives; ``widths`` has those of the definitions met so far."""
    if isinstance(type_, Reference):
        if type_.name not in widths:
            widths[type_.name] = 1  # for a definition that leads back to itself
            widths[type_.name] = _width_of_body(type_.name, graph, widths)
        return widths[type_.name]
    if isinstance(type_, UnionType):
        return sum(_width(member, graph, widths) for member in type_.members)
    if isinstance(type_, IntersectionType):
        stated = _expressible(type_.parts, graph, widths)
        return math.prod(_width(part, graph, widths) for part in stated)
    if isinstance(type_, LiteralType):
        return len(type_.values)
    return 2 if isinstance(type_, BooleanType) else 1


def _width_of_body(name: str, graph: Graph, widths: dict[str, int]) -> int:
    body = graph[name].body
    if isinstance(body, Alias):
        return _width(body.type, graph, widths)
    return len(body.members) if isinstance(body, Enumeration) else 1
