"""Invitations to a team."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import AwareDatetime, ConfigDict, Field

from lead_ignite.shared.ids import InvitationId, TeamId, UserId
from lead_ignite.shared.model import LeadIgniteModel, examples
from lead_ignite.shared.scalars import Email
from lead_ignite.user.teams import TeamRole
from modelpact.annotations import Internal, Role

__all__ = ["Invitation", "InvitationStatus"]


class InvitationStatus(StrEnum):
    """What became of an invitation."""

    PENDING = "pending"
    ACCEPTED = "accepted"
    EXPIRED = "expired"
    REVOKED = "revoked"


@Role("entity")
class Invitation(LeadIgniteModel):
    """An invitation of somebody to a team."""

    model_config = ConfigDict(
        json_schema_extra=examples(
            {
                "id": "3f2504e0-4f89-41d3-9a0c-0305e82c3301",
                "token": "example-invitation-token-0001",
                "email": "grace@example.com",
                "team_id": "c9f0f895-fb98-4b91-9b6a-4d1b8a9b7a33",
                "role": "member",
                "status": "pending",
                "expires_at": "2026-03-10T00:00:00Z",
                "invited_by": "0b8f7a52-5f1c-4f6e-9d0a-3c1f6f1d2a10",
            }
        )
    )

    id: InvitationId = Field(description="The invitation's identifier.")
    token: Annotated[str, Internal()] = Field(
        min_length=16, description="The secret in the link that accepts the invitation."
    )
    email: Email = Field(description="The address that was invited.")
    team_id: TeamId = Field(description="The team.")
    role: TeamRole = Field(default=TeamRole.MEMBER, description="What the invited may do there.")
    status: InvitationStatus = Field(
        default=InvitationStatus.PENDING, description="What became of it."
    )
    expires_at: AwareDatetime = Field(description="When it stops being good.")
    invited_by: UserId = Field(description="The member who invited.")
