"""The user: the root that all other records of a person belong to."""

from __future__ import annotations

from typing import Annotated

from pydantic import ConfigDict, Field

from lead_ignite.shared.audit import Audited, SoftDeletable
from lead_ignite.shared.ids import UserId
from lead_ignite.shared.model import examples
from lead_ignite.shared.scalars import Email
from modelpact.annotations import Internal, Role

__all__ = ["User", "Username"]

Username = Annotated[str, Field(min_length=3, max_length=32, pattern=r"^[a-z0-9_]+$")]
"""The name a user signs in with: lower-case letters, digits and underscores."""


@Role("entity")
class User(Audited, SoftDeletable):
    """A person who can sign in."""

    model_config = ConfigDict(
        json_schema_extra=examples(
            {
                "archived_at": None,
                "is_deleted": False,
                "created_at": "2026-01-15T08:30:00Z",
                "updated_at": "2026-02-01T12:00:00Z",
                "id": "0b8f7a52-5f1c-4f6e-9d0a-3c1f6f1d2a10",
                "username": "ada_lovelace",
                "email": "ada@example.com",
                "password_hash": "$argon2id$v=19$m=65536,t=3,p=4$c2FsdA$aGFzaA",
                "is_active": True,
            }
        )
    )

    id: UserId = Field(description="The user's identifier, given once and never reused.")
    username: Username = Field(description="The unique name that the user signs in with.")
    email: Email = Field(description="The address that the account is bound to.")
    password_hash: Annotated[str, Internal()] = Field(
        min_length=1, description="The salted hash of the password, in PHC string format."
    )
    is_active: bool = Field(default=True, description="Whether the user may sign in.")
