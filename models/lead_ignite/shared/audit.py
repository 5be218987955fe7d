"""Mixins for what every stored record says about its own life. Their fields are never retyped."""

from __future__ import annotations

from pydantic import AwareDatetime, Field

from lead_ignite.shared.model import LeadIgniteModel

__all__ = ["Archivable", "Audited", "Created", "SoftDeletable"]


class Created(LeadIgniteModel):
    """A record that says when it was made."""

    created_at: AwareDatetime = Field(description="When the record was created.")


class Audited(Created):
    """A record that says when it was made and last changed."""

    updated_at: AwareDatetime = Field(description="When the record was last changed.")


class Archivable(LeadIgniteModel):
    """A record that can be put away and still be read."""

    archived_at: AwareDatetime | None = Field(
        default=None, description="When the record was archived; null while it is in use."
    )


class SoftDeletable(Archivable):
    """A record that is marked when it is deleted, and kept."""

    is_deleted: bool = Field(
        default=False, description="Whether the record counts as deleted, although it is kept."
    )
