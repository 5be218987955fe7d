"""Views: what clients are shown of the records."""

from __future__ import annotations

from pydantic import ConfigDict, Field

from lead_ignite.cqrs.derived import Derived
from lead_ignite.cqrs.scalars import RecordVersion
from lead_ignite.shared.model import JsonObject

__all__ = ["VERSION", "View"]

VERSION: JsonObject = {"version": 3}
"""What a view's example says of the view itself."""


class View(Derived):
    """A record as clients may see it. All fields are there, those with defaults included."""

    model_config = ConfigDict(json_schema_serialization_defaults_required=True)

    version: RecordVersion = Field(
        description="Which state of the record this is; what a command about it expects."
    )
