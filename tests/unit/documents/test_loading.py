from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from modelpact.documents.loading import LoadError, load_file, parse_json


def test_a_number_that_a_double_holds_is_a_float() -> None:
    assert parse_json("[0.1, 1e2]") == [0.1, 100.0]


def test_a_number_that_a_double_would_round_keeps_its_digits() -> None:
    assert parse_json("1.00000000000000000001") == Decimal("1.00000000000000000001")
    assert parse_json("1e309") == Decimal("1e309")


def test_an_integer_of_any_size_is_kept() -> None:
    assert parse_json("9007199254740993") == 9007199254740993


def test_a_byte_order_mark_is_passed_over() -> None:
    assert parse_json(b"\xef\xbb\xbf{}") == {}


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ('{"a": 1, "a": 2}', "the key 'a' twice"),
        ("NaN", "NaN is not a JSON number"),
        ("-Infinity", "-Infinity is not a JSON number"),
        ("1e999999", "a number out of all range"),
        ("[" * 3000 + "]" * 3000, "deeper than 300 levels"),
        ("{", "is not JSON"),
        ("", "is not JSON"),
        (b"\xff", "is not UTF-8"),
    ],
)
def test_what_cannot_be_held_exactly_is_refused_with_its_reason(
    text: bytes | str, reason: str
) -> None:
    with pytest.raises(LoadError, match=reason) as caught:
        parse_json(text, where="shop.json")
    assert caught.value.faults[0].where.startswith("shop.json")


def test_brackets_inside_strings_are_no_depth() -> None:
    assert parse_json('["' + "[" * 5000 + '"]') == ["[" * 5000]


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(LoadError, match=r"absent\.json: cannot be read"):
        load_file(tmp_path / "absent.json")
