from __future__ import annotations

from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, Field, TypeAdapter, ValidationError

from lead_ignite.shared.unique_list import UniqueList

WORDS = TypeAdapter(UniqueList[str])


class Holder(BaseModel):
    words: UniqueList[str] = Field(min_length=1, description="Words.")
    sets: dict[str, UniqueList[int]] | None = None


@given(st.lists(st.text(), unique=True))
def test_the_order_is_kept(words: list[str]) -> None:
    assert WORDS.validate_python(words) == words


@given(st.lists(st.text(), min_size=1))
def test_any_duplicate_is_refused(words: list[str]) -> None:
    with pytest.raises(ValidationError, match="unique"):
        WORDS.validate_python([*words, words[0]])


def test_two_spellings_of_one_value_are_duplicates() -> None:
    text = "0b8f7a52-5f1c-4f6e-9d0a-3c1f6f1d2a10"
    with pytest.raises(ValidationError, match="unique"):
        TypeAdapter(UniqueList[UUID]).validate_python([text, text.upper()])


def test_the_schema_says_unique_items_wherever_the_list_stands() -> None:
    properties = Holder.model_json_schema()["properties"]
    assert properties["words"] == {
        "type": "array",
        "items": {"type": "string"},
        "uniqueItems": True,
        "minItems": 1,
        "description": "Words.",
        "title": "Words",
    }
    nested = properties["sets"]["anyOf"][0]["additionalProperties"]
    assert nested["uniqueItems"] is True
