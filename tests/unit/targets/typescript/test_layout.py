from __future__ import annotations

from modelpact.targets.typescript.layout import (
    WIDTH,
    Array,
    Element,
    Expression,
    Intersection,
    Object,
    Text,
    Tuple,
    Union,
    declared,
    flat,
)

LONG = tuple(Text(f'"a rather long value {index}"') for index in range(4))


def lines(expression: Expression, prefix: str = "  readonly name:") -> list[str]:
    return declared(prefix, expression, 2).split("\n")


def test_what_fits_stands_on_one_line() -> None:
    assert lines(Union((Text("string"), Text("null")))) == ["  readonly name: string | null"]


def test_a_long_union_has_a_line_for_each_member() -> None:
    assert lines(Union(LONG)) == ["  readonly name:", *(f"    | {text.text}" for text in LONG)]


def test_a_union_that_fits_on_the_next_line_stands_there() -> None:
    members = Union((Text("A" * 30), Text("B" * 30)))

    assert lines(members) == ["  readonly name:", f"    {'A' * 30} | {'B' * 30}"]


def test_an_array_of_a_union_has_parentheses() -> None:
    assert flat(Array(Union((Text("A"), Text("B"))), "readonly ")) == "readonly (A | B)[]"
    assert lines(Array(Union(LONG), "readonly "))[0] == "  readonly name: readonly ("
    assert lines(Array(Union(LONG), "readonly "))[-1] == "  )[]"


def test_an_array_of_readonly_arrays_has_parentheses() -> None:
    inner = Array(Text("A"), "readonly ")

    assert flat(Array(inner, "readonly ")) == "readonly (readonly A[])[]"
    assert flat(Array(Array(Text("A"), ""), "")) == "A[][]"


def test_an_intersection_in_a_union_has_parentheses() -> None:
    both = Intersection((Text("A"), Text("B")))

    assert flat(Union((both, Text("null")))) == "(A & B) | null"
    assert flat(Intersection((Union((Text("A"), Text("B"))), Text("C")))) == "(A | B) & C"


def test_a_long_dictionary_keeps_null_on_its_last_line() -> None:
    values = Object("readonly [key: string]:", Union(LONG))

    assert lines(Union((values, Text("null"))))[0] == "  readonly name: {"
    assert lines(Union((values, Text("null"))))[-1] == "  } | null"


def test_a_long_tuple_has_a_line_for_each_position() -> None:
    positions = tuple(Element(f"position{index}:", Text("string" * 4)) for index in range(3))

    assert lines(Tuple(positions, "readonly ")) == [
        "  readonly name: readonly [",
        *(f"    position{index}: {'string' * 4}," for index in range(3)),
        "  ]",
    ]


def test_a_long_alias_of_one_name_stands_on_the_next_line() -> None:
    assert declared("export type Name =", Text("A" * WIDTH), 0).split("\n") == [
        "export type Name =",
        "  " + "A" * WIDTH,
    ]


def test_parts_of_a_broken_type_break_at_the_same_width() -> None:
    values = Object("readonly [key: string]:", Union((Text("A" * 25), Text("B" * 24))))

    assert max(map(len, lines(values))) <= WIDTH
    assert len(lines(values)) == 4
