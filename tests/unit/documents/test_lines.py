"""On which line of a JSON text a place stands."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from modelpact.documents.lines import line_of
from modelpact.documents.pointers import Pointer

TEXT = """\ufeff
{
  "a": {"b\\"/": [1, 1e999, {
      "c": null}],
    "d": "}"
  },
  "e": []
}
"""


@pytest.mark.parametrize(
    ("pointer", "line"),
    [
        ("", 2),
        ("/a", 3),
        ('/a/b"~1/1', 3),
        ('/a/b"~1/2/c', 4),
        ("/a/d", 5),
        ("/a/gone/deeper", 3),
        ("/e/0", 7),
        ("/a/d/0", 5),
    ],
)
def test_a_member_stands_where_its_name_does(pointer: str, line: int) -> None:
    assert line_of(TEXT, Pointer.parse(pointer)) == line


_json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=12,
)


def _places(value: Any, tokens: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    members: list[tuple[str | int, Any]] = []
    if isinstance(value, dict):
        members = list(value.items())
    elif isinstance(value, list):
        members = list(enumerate(value))
    return [tokens, *(p for key, inner in members for p in _places(inner, (*tokens, key)))]


@given(_json)
def test_in_a_text_of_a_line_a_value_each_place_has_its_own(value: Any) -> None:
    lines = [line_of(json.dumps(value, indent=1), Pointer(p)) for p in _places(value)]
    assert lines == sorted(set(lines))
