from __future__ import annotations

import ast
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from modelpact.targets.python.names import class_name, field_names, module_name
from modelpact.targets.python.text import docstring, number_literal, string_literal
from support.hostile import hostile_text

whole = hostile_text().filter(lambda text: not any("\ud800" <= c <= "\udfff" for c in text))


@given(whole)
def test_a_literal_is_the_text_on_one_line_of_visible_characters(text: str) -> None:
    literal = string_literal(text)

    assert ast.literal_eval(literal) == text
    assert "\n" not in literal
    assert "\u202e" not in literal


@pytest.mark.parametrize(
    ("text", "literal"),
    [("a", '"a"'), ('a"', "'a\"'"), ("'\"", '"\'\\""'), ("\\d", '"\\\\d"'), ("\n", '"\\n"')],
)
def test_a_literal_has_the_quotes_that_formatters_choose(text: str, literal: str) -> None:
    assert string_literal(text) == literal


def test_half_a_surrogate_pair_is_no_literal() -> None:
    with pytest.raises(UnicodeEncodeError):
        string_literal("\udfff")


@given(st.lists(hostile_text(), max_size=3))
def test_a_docstring_is_one_expression_and_nothing_else(paragraphs: list[str]) -> None:
    text = docstring(paragraphs, "    ")
    (node,) = ast.parse(f"class A:\n    {text or 'pass'}\n    b = 1\n").body

    assert isinstance(node, ast.ClassDef)
    assert len(node.body) == 2
    assert isinstance(node.body[0], ast.Expr | ast.Pass)


@pytest.mark.parametrize(
    ("number", "literal"),
    [
        (Fraction(3), "3"),
        (Fraction(1, 100), "0.01"),
        (Fraction(1, 3), None),
        (Fraction(10) ** 400, None),
        (Fraction(10) ** 400 + Fraction(1, 2), None),
    ],
)
def test_a_bound_is_a_literal_where_a_python_number_is_exactly_it(
    number: Fraction, literal: str | None
) -> None:
    assert number_literal(number) == literal


@given(st.lists(hostile_text(), max_size=6, unique=True))
def test_fields_have_names_of_their_own_that_python_takes(names: list[str]) -> None:
    fields = field_names(names)

    assert list(fields) == names
    assert len(set(fields.values())) == len(names)
    assert all(name.isidentifier() and not name.startswith("_") for name in fields.values())


@given(hostile_text())
def test_classes_and_modules_have_names_that_python_takes(name: str) -> None:
    for made in (class_name(name), module_name(name)):
        assert made.isidentifier()
        assert not made.startswith("_")
    assert module_name(name).isascii()


@pytest.mark.parametrize(
    ("wire", "field"),
    [
        ("firstName", "first_name"),
        ("class", "class_"),
        ("copy", "copy_"),
        ("model_dump", "model_dump_"),
        ("model_name", "model_name"),
        ("_id", "id"),
        ("1st", "field_1st"),
        ("str", "str_"),
    ],
)
def test_a_field_that_python_or_pydantic_has_taken_gets_an_underscore(
    wire: str, field: str
) -> None:
    assert field_names([wire]) == {wire: field}
