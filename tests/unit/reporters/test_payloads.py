from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from modelpact.reporters.payloads import compact_json, payload_lines


def text(value: Any, refused: tuple[str | int, ...], missing: str = "") -> list[str]:
    return [line for line, _ in payload_lines(value, refused, missing)]


def test_the_refused_part_is_marked() -> None:
    assert text({"a": 1, "b": [True, "x"]}, ("b", 1)) == [
        "{",
        '  "a": 1,',
        '  "b": [',
        "    true,",
        '    "x"   <-- refused',
        "  ]",
        "}",
    ]


def test_a_refused_object_is_marked_at_its_beginning() -> None:
    shown = list(payload_lines({"a": {"b": 1}}, ("a",)))
    assert shown[1] == ('  "a": {   <-- refused', True)
    assert [refused for _, refused in shown] == [False, True, True, True, False]


def test_a_missing_property_has_a_line_of_its_own() -> None:
    assert text({"a": {"b": 1}}, ("a",), "zip")[2:4] == ['    "b": 1', '    <-- no "zip"']
    assert text({}, (), "zip") == ['{}   <-- no "zip"']


def test_a_whole_value_may_be_refused() -> None:
    assert text(None, ()) == ["null   <-- refused"]
    assert text([], ()) == ["[]   <-- refused"]


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (Decimal("1E+400"), "1E+400"),
        (10**30, "1" + "0" * 30),
        ("\u0416\n", '"\\u0416\\n"'),
        ({"a": [1, None]}, '{"a":[1,null]}'),
        (0.1, "0.1"),
    ],
)
def test_json_on_one_line_keeps_every_digit(value: Any, shown: str) -> None:
    assert compact_json(value) == shown


def test_a_text_that_nobody_would_read_is_cut_and_says_how_long_it_is() -> None:
    cut = '"' + "a" * 60 + '..." (100,001 characters)'
    assert text({"text": "a" * 100_001}, ("text",)) == [
        "{",
        f'  "text": {cut}   <-- refused',
        "}",
    ]
    assert text("b" * 200, ()) == ['"' + "b" * 200 + '"   <-- refused']
