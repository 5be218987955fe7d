"""Lists without duplicates, in the order in which they were given."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Annotated, TypeVar

from pydantic import AfterValidator, Field

__all__ = ["UniqueList"]

_Item = TypeVar("_Item", bound=Hashable)


def _refuse_duplicates(items: list[_Item]) -> list[_Item]:
    if len(set(items)) != len(items):
        raise ValueError("the items must be unique")
    return items


UniqueList = Annotated[
    list[_Item],
    AfterValidator(_refuse_duplicates),
    Field(json_schema_extra={"uniqueItems": True}),
]
"""``UniqueList[Tag]``: a list that keeps its order and refuses duplicates.

A ``set`` would publish ``uniqueItems`` as well, but it silently drops duplicates and comes out in
hash order. Items are compared after validation, so two spellings of one UUID are duplicates.
"""
