"""Teams, and who is in them."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import AwareDatetime, ConfigDict, Field

from lead_ignite.shared.audit import Audited, SoftDeletable
from lead_ignite.shared.ids import TeamId, UserId
from lead_ignite.shared.model import LeadIgniteModel, example_of, examples
from lead_ignite.shared.scalars import HexColour, Name, Slug
from lead_ignite.shared.unique_list import UniqueList
from modelpact.annotations import Role

__all__ = [
    "MemberStatus",
    "Team",
    "TeamMember",
    "TeamMembership",
    "TeamRole",
    "TeamSettings",
]

_DomainName = Annotated[
    str,
    Field(pattern=r"^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$", max_length=253),
]


class TeamRole(StrEnum):
    """What a member may do."""

    OWNER = "owner"
    ADMIN = "admin"
    MEMBER = "member"
    GUEST = "guest"


class MemberStatus(StrEnum):
    """Where a member is between being invited and having left."""

    ACTIVE = "active"
    INVITED = "invited"
    SUSPENDED = "suspended"
    REMOVED = "removed"


@Role("value")
class TeamMember(LeadIgniteModel):
    """What a user is in a team."""

    model_config = ConfigDict(
        json_schema_extra=examples(
            {
                "role": "admin",
                "status": "active",
                "joined_at": "2026-01-20T09:00:00Z",
                "last_active_at": "2026-02-20T16:20:00Z",
            }
        )
    )

    role: TeamRole = Field(description="What the member may do.")
    status: MemberStatus = Field(description="Whether the member is in, invited, or out.")
    joined_at: AwareDatetime | None = Field(
        default=None, description="When the member joined; null while invited."
    )
    last_active_at: AwareDatetime | None = Field(
        default=None, description="When the member last did something; null if never."
    )


@Role("entity")
class TeamMembership(LeadIgniteModel):
    """That a user belongs to a team. One for each pair of them."""

    model_config = ConfigDict(
        json_schema_extra=examples(
            {
                "user_id": "0b8f7a52-5f1c-4f6e-9d0a-3c1f6f1d2a10",
                "team_id": "c9f0f895-fb98-4b91-9b6a-4d1b8a9b7a33",
                "member": example_of(TeamMember),
            }
        )
    )

    user_id: UserId = Field(description="The user.")
    team_id: TeamId = Field(description="The team.")
    member: TeamMember = Field(description="What the user is in the team.")


@Role("value")
class TeamSettings(LeadIgniteModel):
    """What a team decided for its members."""

    model_config = ConfigDict(
        json_schema_extra=examples(
            {
                "default_role": "member",
                "allow_guests": True,
                "require_two_factor": True,
                "allowed_email_domains": ["example.com"],
                "colour": "#1f6feb",
            }
        )
    )

    default_role: TeamRole = Field(
        default=TeamRole.MEMBER, description="The role of those who join without being given one."
    )
    allow_guests: bool = Field(default=False, description="Whether guests may be invited.")
    require_two_factor: bool = Field(
        default=False, description="Whether members need a second factor to sign in."
    )
    allowed_email_domains: UniqueList[_DomainName] = Field(
        default=[], description="The domains that members' addresses must have; empty for any."
    )
    colour: HexColour | None = Field(
        default=None, description="The colour that marks the team in the user interface."
    )


@Role("entity")
class Team(Audited, SoftDeletable):
    """A group of users who work on the same leads."""

    model_config = ConfigDict(
        json_schema_extra=examples(
            {
                "archived_at": None,
                "is_deleted": False,
                "created_at": "2026-01-20T09:00:00Z",
                "updated_at": "2026-02-01T12:00:00Z",
                "id": "c9f0f895-fb98-4b91-9b6a-4d1b8a9b7a33",
                "name": "Growth",
                "slug": "growth",
                "owner_id": "0b8f7a52-5f1c-4f6e-9d0a-3c1f6f1d2a10",
                "members": [example_of(TeamMembership)],
                "settings": example_of(TeamSettings),
            }
        )
    )

    id: TeamId = Field(description="The team's identifier.")
    name: Name = Field(description="The team's name.")
    slug: Slug = Field(description="The team's name in URLs, unique.")
    owner_id: UserId = Field(description="The user who owns the team.")
    members: list[TeamMembership] = Field(
        default=[], description="Who is in the team, the owner included."
    )
    settings: TeamSettings = Field(
        default=TeamSettings(), description="What the team decided for its members."
    )
