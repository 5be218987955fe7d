"""A person's presence on social platforms."""

from __future__ import annotations

from pydantic import ConfigDict, Field

from lead_ignite.shared.model import LeadIgniteModel, example_of, examples
from lead_ignite.shared.platforms import Platform
from lead_ignite.shared.scalars import Name, WebUrl
from modelpact.annotations import Role

__all__ = ["SocialLinks", "SocialProfile"]


@Role("value")
class SocialProfile(LeadIgniteModel):
    """An account on one social platform."""

    model_config = ConfigDict(
        json_schema_extra=examples(
            {
                "handle": "ada",
                "url": "https://www.linkedin.com/in/ada",
                "is_verified": True,
            }
        )
    )

    handle: Name = Field(description="The account's name on the platform, without a leading @.")
    url: WebUrl = Field(description="The address of the account's page.")
    is_verified: bool = Field(
        default=False, description="Whether the user proved that the account is theirs."
    )


@Role("value")
class SocialLinks(LeadIgniteModel):
    """Where a person is found on the web."""

    model_config = ConfigDict(
        json_schema_extra=examples(
            {
                "website": "https://ada.example.com",
                "profiles": {"linkedin": example_of(SocialProfile)},
            }
        )
    )

    website: WebUrl | None = Field(default=None, description="The person's own site.")
    profiles: dict[Platform, SocialProfile] = Field(
        default={}, description="The person's accounts, at most one for each platform."
    )
