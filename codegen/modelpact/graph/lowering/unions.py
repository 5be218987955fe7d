"""Alternatives."""

from __future__ import annotations

from collections.abc import Iterable

from modelpact.documents.values import Json
from modelpact.graph.lowering.enums import distinct, literal_type
from modelpact.graph.nodes import (
    AnyType,
    LiteralType,
    NeverType,
    NullType,
    Type,
    UnionType,
)

__all__ = ["union_of"]


def union_of(members: Iterable[Type], *, exclusive: bool) -> Type:
    """The union: flat, without repetitions, one literal for all, null last."""
    flat, kept_exclusive = _flatten(tuple(members), exclusive=exclusive)
    if not exclusive and any(isinstance(member, AnyType) for member in flat):
        return AnyType()
    nullable = any(isinstance(member, NullType) for member in flat)
    others: list[Type] = [m for m in flat if not isinstance(m, NullType | NeverType)]
    if not exclusive:
        # By their text: values in them may have no hash, and 1 is not true.
        others = list({repr(member): member for member in _join_literals(others)}.values())
    elif _literals_apart(others):
        others = _join_literals(others)
    if nullable:
        others.append(NullType())
    if len(others) <= 1:
        return others[0] if others else NeverType()
    return UnionType(tuple(others), exclusive=kept_exclusive)


def _flatten(members: tuple[Type, ...], *, exclusive: bool) -> tuple[list[Type], bool]:
    """Inner unions as members of the outer one, where that says the same.

    ``oneOf`` inside ``anyOf`` keeps its own level, unless all others are null.
    """
    inner = [member for member in members if isinstance(member, UnionType)]
    others = [m for m in members if not isinstance(m, UnionType | NullType | NeverType)]
    alone = len(inner) == 1 and not others
    if alone:
        exclusive = inner[0].exclusive
    flat: list[Type] = []
    for member in members:
        same = alone or (not exclusive and isinstance(member, UnionType) and not member.exclusive)
        if isinstance(member, UnionType) and same:
            flat.extend(member.members)
        else:
            flat.append(member)
    return flat, exclusive


def _join_literals(members: list[Type]) -> list[Type]:
    """One literal type, in the place of the first, for all of them."""
    values: list[Json] = []
    first: int | None = None
    joined: list[Type] = []
    for member in members:
        if isinstance(member, LiteralType):
            first = len(joined) if first is None else first
            values.extend(member.values)
        else:
            joined.append(member)
    if first is not None:
        joined.insert(first, literal_type(distinct(values)))
    return joined


def _literals_apart(members: list[Type]) -> bool:
    values = [v for member in members if isinstance(member, LiteralType) for v in member.values]
    return len(distinct(values)) == len(values)
