"""Widths, walks and circles."""

from __future__ import annotations

from fractions import Fraction

import pytest

from modelpact.graph.cycles import components, dependency_order, recursive_names
from modelpact.graph.nodes import ArrayType, NumberType, Reference, StringType, Type, UnionType
from modelpact.graph.numbers import integer_width
from modelpact.graph.walk import map_type, references_of, walk
from support.schemas import graph_of, objects


@pytest.mark.parametrize(
    ("low", "high", "format_", "width"),
    [
        (None, None, "", None),
        (0, None, "", None),
        (0, 2**31 - 1, "", 32),
        (0, 2**31, "", 64),
        (-(2**63), 2**63 - 1, "", 64),
        (0, 2**63, "", None),
        (None, None, "int32", 32),
        (None, None, "uint32", 64),
        (None, None, "int64", 64),
        (None, None, "uint64", None),
        (0, 100, "int64", 32),
    ],
)
def test_an_integer_is_as_wide_as_its_values(
    low: int | None, high: int | None, format_: str, width: int | None
) -> None:
    number = NumberType(
        integer=True,
        minimum=None if low is None else Fraction(low),
        maximum=None if high is None else Fraction(high),
        format=format_,
    )
    assert integer_width(number) == width


def test_an_exclusive_bound_is_not_a_value() -> None:
    limit = Fraction(2**31)
    number = NumberType(integer=True, minimum=Fraction(0), maximum=limit, exclusive_maximum=True)
    assert integer_width(number) == 32


def test_a_walk_meets_every_type_and_a_map_keeps_what_stays() -> None:
    inner = ArrayType(UnionType((Reference("A"), StringType())))
    assert len(list(walk(inner))) == 4
    assert references_of(inner) == ("A",)
    assert map_type(inner, lambda kind: kind) is inner

    def rename(kind: Type) -> Type:
        return Reference("B") if kind == Reference("A") else kind

    assert references_of(map_type(inner, rename)) == ("B",)


def test_definitions_come_after_what_they_need() -> None:
    schema = objects({"a": {"$ref": "#/$defs/A"}}) | {
        "$defs": {
            "A": objects({"b": {"$ref": "#/$defs/B"}}),
            "B": objects({"a": {"$ref": "#/$defs/A"}, "c": {"$ref": "#/$defs/C"}}),
            "C": objects({"x": {}}),
        }
    }
    graph = graph_of(schema)
    assert components(graph) == (("C",), ("A", "B"), ("Root",))
    assert dependency_order(graph) == ("C", "A", "B", "Root")
    assert recursive_names(graph) == {"A", "B"}
