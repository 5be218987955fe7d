"""Pages: lists of views, a part at a time."""

from __future__ import annotations

from typing import Generic, TypeVar

from pydantic import ConfigDict, Field

from lead_ignite.cqrs.scalars import Cursor
from lead_ignite.cqrs.view import View
from lead_ignite.shared.model import JsonObject, LeadIgniteModel
from lead_ignite.shared.scalars import Count
from modelpact.annotations import Role

__all__ = ["Page", "page"]

ViewT = TypeVar("ViewT", bound=View)


@Role("view")
class Page(LeadIgniteModel, Generic[ViewT]):
    """A part of a list, and where the next part begins."""

    # An example depends on the item's type: it stands at each class of pages.

    model_config = ConfigDict(json_schema_serialization_defaults_required=True)

    items: list[ViewT] = Field(description="The items of this page, in the order of the list.")
    next_cursor: Cursor | None = Field(
        default=None, description="Where the next page begins; null on the last one."
    )
    total: Count | None = Field(
        default=None,
        description="How many items the whole list has; null where counting takes too long.",
    )


def page(*items: JsonObject) -> JsonObject:
    """The example of a page with these items."""
    return {"items": list(items), "next_cursor": "eyJhZnRlciI6MX0", "total": 42}
