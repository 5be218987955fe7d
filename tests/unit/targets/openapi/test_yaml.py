from __future__ import annotations

from decimal import Decimal

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from modelpact.documents.values import Json
from modelpact.targets.openapi.yaml import yaml_bytes
from support.hostile import hostile_text

texts = hostile_text().filter(lambda text: not any("\ud800" <= c <= "\udfff" for c in text))
scalars = st.one_of(texts, st.booleans(), st.none(), st.integers(), st.floats(-1e9, 1e9))
trees = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=8,
)


@settings(max_examples=150, deadline=None)
@given(trees)
def test_a_reader_of_yaml_finds_the_same_value(value: Json) -> None:
    assert yaml.safe_load(yaml_bytes(value)) == value


@pytest.mark.parametrize(
    "text", ["no", "On", "null", "2020-01-01", "1.0", "0x1", "~", "- a", "a: b"]
)
def test_a_text_that_yaml_would_take_for_something_else_is_quoted(text: str) -> None:
    assert yaml_bytes({text: text}) == f'"{text}": "{text}"\n'.encode()


def test_lists_of_objects_stand_under_their_dashes() -> None:
    value: Json = {"servers": [{"url": "/", "tags": ["a", []]}], "paths": {}}

    assert yaml_bytes(value).decode().splitlines() == [
        "servers:",
        '  - url: "/"',
        "    tags:",
        "      - a",
        "      - []",
        "paths: {}",
    ]


def test_numbers_keep_their_digits() -> None:
    assert yaml_bytes([Decimal("1.10000000000000000001")]) == b"- 1.10000000000000000001\n"


def test_half_a_surrogate_pair_is_refused() -> None:
    with pytest.raises(UnicodeEncodeError):
        yaml_bytes("\ud800")
