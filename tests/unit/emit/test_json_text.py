from __future__ import annotations

import json
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from modelpact.emit.json_text import json_text, number_text


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (Fraction(3), "3"),
        (Fraction(-1, 100), "-0.01"),
        (Fraction(1, 3), "1/3"),
        (Fraction(10) ** 400, "1e+400"),
        (Fraction(1, 10**30), "1e-30"),
        (Fraction(-12345, 10**40), "-1.2345e-36"),
    ],
)
def test_a_bound_reads_as_a_schema_would_state_it(number: Fraction, text: str) -> None:
    assert number_text(number) == text


@given(st.fractions(), st.integers(-40, 40))
def test_a_bounds_text_is_exact(number: Fraction, exponent: int) -> None:
    scaled = number * Fraction(10) ** exponent

    assert Fraction(number_text(scaled)) == scaled


def test_exact_numbers_keep_their_digits() -> None:
    value = {"a": [Decimal("0.10000000000000000001"), None, True, "é"]}

    assert json_text(value) == '{"a": [0.10000000000000000001, null, true, "é"]}'


@given(st.recursive(st.none() | st.integers() | st.text(), st.lists, max_leaves=4))
def test_the_text_of_a_value_is_json(value: object) -> None:
    assert json.loads(json_text(value)) == value  # type: ignore[arg-type]
