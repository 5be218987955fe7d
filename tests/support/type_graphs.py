"""Random type graphs: every kind of node, in every place where lowering may put it."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache
from typing import Final

from hypothesis import strategies as st

from modelpact.graph.nodes import (
    Alias,
    AnyType,
    ArrayType,
    BooleanType,
    Definition,
    Enumeration,
    Graph,
    IntersectionType,
    LiteralType,
    MapType,
    Member,
    NeverType,
    NullType,
    NumberType,
    PatternMembers,
    Property,
    Record,
    Reference,
    StringType,
    TupleItem,
    TupleType,
    Type,
    UnionType,
)

__all__ = ["type_graphs"]

_NAMES: Final = ("Alpha", "Beta", "Gamma", "Delta")
_ENUMERATIONS: Final = (
    Definition("Colour", Enumeration((Member("RED", "red"), Member("BLUE", "blue")))),
    Definition("Level", Enumeration((Member("LOW", 0), Member("HIGH", 1)), base="integer")),
    Definition("Tone", Enumeration((Member("SOFT", "soft"),), extensible=True)),
    Definition(
        "Mixed", Enumeration((Member("ONE", 1), Member("A", "a")), extensible=True, base="mixed")
    ),
)
_RECORDS: Final = tuple(Reference(name) for name in _NAMES)
_PATTERNS: Final = ("^x-", "^a|b$", "^[a-z]+$", "^\\$\\{.*$")
_PROPERTY_NAMES: Final = ("id", "x-trace", "x-", "class", "__proto__", "1", "a b")
_KEYS: Final[tuple[Type, ...]] = (
    StringType(),
    *(StringType(patterns=(pattern,)) for pattern in _PATTERNS),
    LiteralType(("a", "b")),
    *(Reference(definition.name) for definition in _ENUMERATIONS),
)


@lru_cache(1)
def _types() -> st.SearchStrategy[Type]:
    return st.recursive(_leaves(), _compounds, max_leaves=5)


def _leaves() -> st.SearchStrategy[Type]:
    return st.sampled_from(
        [
            AnyType(),
            NeverType(),
            NullType(),
            BooleanType(),
            StringType(),
            StringType(format="decimal"),
            StringType(format="uuid", brand="UserId"),
            NumberType(minimum=Fraction(1, 3)),
            NumberType(integer=True, format="int64", brand="Count"),
            NumberType(brand="UserId"),
            LiteralType(("a", 1, None, True)),
            LiteralType(([1, "a"], {"a": None})),
            *_RECORDS,
            *(Reference(definition.name) for definition in _ENUMERATIONS),
        ]
    )


def _compounds(inner: st.SearchStrategy[Type]) -> st.SearchStrategy[Type]:
    return st.one_of(
        st.builds(ArrayType, inner, st.integers(0, 2), st.none()),
        _tuples(inner),
        _maps(inner),
        st.lists(inner, min_size=2, max_size=3).map(_union),
        st.lists(st.sampled_from(_RECORDS), min_size=2, max_size=2, unique=True).map(
            lambda parts: IntersectionType(tuple(parts))
        ),
    )


def _union(members: list[Type]) -> Type:
    others = tuple(m for m in members if not isinstance(m, NullType))
    return UnionType((*others, NullType())) if others else NullType()


@st.composite
def _tuples(draw: st.DrawFn, inner: st.SearchStrategy[Type]) -> Type:
    labels = st.sampled_from(["", "lat", "no label", "class"])
    items = draw(st.lists(st.builds(TupleItem, inner, labels), min_size=1, max_size=3))
    rest = draw(st.none() | inner)
    return TupleType(tuple(items), draw(st.integers(0, len(items))), rest)


@st.composite
def _maps(draw: st.DrawFn, inner: st.SearchStrategy[Type]) -> Type:
    keys = draw(st.sampled_from(_KEYS))
    return MapType(draw(inner), keys, "integer" if keys == Reference("Level") else "string")


@st.composite
def _records(draw: st.DrawFn) -> Record:
    names = draw(st.lists(st.sampled_from(_PROPERTY_NAMES), unique=True, max_size=4))
    properties = tuple(Property(name, draw(_types()), draw(st.booleans())) for name in names)
    patterns = tuple(
        PatternMembers(pattern, draw(_types()))
        for pattern in draw(st.lists(st.sampled_from(_PATTERNS), unique=True, max_size=2))
    )
    if draw(st.booleans()):
        return Record(properties, "open", draw(st.none() | _types()), patterns)
    return Record(properties, "closed" if draw(st.booleans()) else "unsaid", None, patterns)


@st.composite
def type_graphs(draw: st.DrawFn) -> Graph:
    """A graph of four records that refer to each other, four enumerations and an alias."""
    definitions = [Definition(name, draw(_records())) for name in _NAMES]
    definitions += _ENUMERATIONS
    definitions.append(Definition("Other", Alias(draw(_types()))))
    return Graph("random", {definition.name: definition for definition in definitions})
