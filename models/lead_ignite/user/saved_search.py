"""Searches that a user keeps, with their filters."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal, TypeAlias

from pydantic import AwareDatetime, ConfigDict, Field, RootModel

from lead_ignite.shared.model import LeadIgniteModel, example_of, examples
from lead_ignite.shared.scalars import LongText, Name
from modelpact.annotations import Role

__all__ = [
    "AndFilter",
    "Comparison",
    "ConditionFilter",
    "FilterValue",
    "NotFilter",
    "OrFilter",
    "SavedSearch",
    "SearchFilter",
]

FilterValue: TypeAlias = str | bool | int | float | list[str]
"""What a field is compared with."""

_FieldName = Annotated[
    str, Field(pattern=r"^[a-z][a-z0-9_]*(?:\.[a-z][a-z0-9_]*)*$", max_length=100)
]


class Comparison(StrEnum):
    """How a field is compared."""

    EQUAL = "eq"
    NOT_EQUAL = "ne"
    LESS = "lt"
    LESS_OR_EQUAL = "lte"
    GREATER = "gt"
    GREATER_OR_EQUAL = "gte"
    CONTAINS = "contains"
    ONE_OF = "in"


@Role("value")
class ConditionFilter(LeadIgniteModel):
    """A condition on one field."""

    model_config = ConfigDict(
        json_schema_extra=examples(
            {"kind": "condition", "field": "company.size", "comparison": "eq", "value": "11_50"}
        )
    )

    kind: Literal["condition"] = Field(description="Tells a condition from what combines them.")
    field: _FieldName = Field(description="The field, as a path with dots.")
    comparison: Comparison = Field(description="How the field is compared.")
    value: FilterValue = Field(description="What it is compared with.")


@Role("value")
class AndFilter(LeadIgniteModel):
    """All of several filters."""

    model_config = ConfigDict(
        json_schema_extra=examples({"kind": "and", "filters": [example_of(ConditionFilter)]})
    )

    kind: Literal["and"] = Field(description="Tells this from other filters.")
    filters: list[SearchFilter] = Field(min_length=1, description="What must all hold.")


@Role("value")
class OrFilter(LeadIgniteModel):
    """At least one of several filters."""

    model_config = ConfigDict(
        json_schema_extra=examples({"kind": "or", "filters": [example_of(ConditionFilter)]})
    )

    kind: Literal["or"] = Field(description="Tells this from other filters.")
    filters: list[SearchFilter] = Field(min_length=1, description="Of which one must hold.")


@Role("value")
class NotFilter(LeadIgniteModel):
    """The opposite of a filter."""

    model_config = ConfigDict(
        json_schema_extra=examples({"kind": "not", "filter": example_of(ConditionFilter)})
    )

    kind: Literal["not"] = Field(description="Tells this from other filters.")
    filter: SearchFilter = Field(description="What must not hold.")


_AnyFilter: TypeAlias = AndFilter | OrFilter | NotFilter | ConditionFilter


@Role("value")
class SearchFilter(RootModel[_AnyFilter]):
    """A tree of conditions; `kind` says what stands at its root."""

    model_config = ConfigDict(
        json_schema_extra=examples(
            {
                "kind": "and",
                "filters": [example_of(OrFilter), example_of(NotFilter)],
            }
        )
    )

    root: _AnyFilter = Field(
        discriminator="kind", description="A filter; `kind` says of what sort."
    )


AndFilter.model_rebuild()
OrFilter.model_rebuild()
NotFilter.model_rebuild()
SearchFilter.model_rebuild()


@Role("value")
class SavedSearch(LeadIgniteModel):
    """A search that a user keeps."""

    model_config = ConfigDict(
        json_schema_extra=examples(
            {
                "name": "Small software companies",
                "query": "software",
                "filters": example_of(SearchFilter),
                "last_used_at": "2026-02-19T11:05:00Z",
            }
        )
    )

    name: Name = Field(description="What the user calls it.")
    query: LongText = Field(default="", description="The words searched for; may be empty.")
    filters: SearchFilter | None = Field(
        default=None, description="What results must be like; null where all will do."
    )
    last_used_at: AwareDatetime | None = Field(
        default=None, description="When it was last used; null if never."
    )
