from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from modelpact.documents.pointers import ROOT, Pointer


@pytest.mark.parametrize(
    ("text", "value"),
    [("", {"a/b": [1, {"~": 2}], "": 3}), ("/a~1b/1/~0", 2), ("/a~1b/0", 1), ("/", 3)],
)
def test_a_pointer_leads_to_the_place_that_rfc_6901_says(text: str, value: object) -> None:
    assert Pointer.parse(text).of({"a/b": [1, {"~": 2}], "": 3}) == value


@pytest.mark.parametrize("text", ["/b", "/a/01", "/a/-", "/a/1", "/a/0/x"])
def test_a_pointer_to_nowhere_is_a_lookup_error(text: str) -> None:
    with pytest.raises(LookupError):
        Pointer.parse(text).of({"a": [0]})


def test_a_pointer_that_does_not_start_with_a_slash_is_refused() -> None:
    with pytest.raises(ValueError, match="starts with '/'"):
        Pointer.parse("a")


def test_a_fragment_is_percent_encoded() -> None:
    pointer = ROOT / "$defs" / "a b%"
    assert pointer.fragment == "#/$defs/a%20b%25"
    assert Pointer.parse_fragment(pointer.fragment[1:]) == pointer


@given(st.lists(st.text()))
def test_writing_and_reading_give_the_same_pointer(tokens: list[str]) -> None:
    pointer = Pointer(tuple(tokens))
    assert Pointer.parse(str(pointer)) == pointer
