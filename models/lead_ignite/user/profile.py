"""The profile: who a user is, and how they set up the product."""

from __future__ import annotations

from enum import StrEnum

from pydantic import AwareDatetime, ConfigDict, Field, computed_field

from lead_ignite.shared.audit import Archivable
from lead_ignite.shared.company_info import CompanyInfo
from lead_ignite.shared.contact_info import ContactInfo
from lead_ignite.shared.ids import UserId
from lead_ignite.shared.location_info import LocationInfo
from lead_ignite.shared.model import LeadIgniteModel, example_of, examples
from lead_ignite.shared.scalars import Name
from lead_ignite.shared.social_links import SocialLinks
from lead_ignite.shared.unique_list import UniqueList
from lead_ignite.shared.user_settings import UserSettings
from modelpact.annotations import Role

__all__ = ["OnboardingState", "OnboardingStatus", "OnboardingStep", "UserProfile"]


class OnboardingStep(StrEnum):
    """A step on the way from signing up to the first campaign."""

    VERIFY_EMAIL = "verify_email"
    COMPLETE_PROFILE = "complete_profile"
    CONNECT_PLATFORM = "connect_platform"
    INVITE_TEAM = "invite_team"
    FIRST_CAMPAIGN = "first_campaign"


class OnboardingState(StrEnum):
    """How far a user is on that way."""

    NOT_STARTED = "not_started"
    IN_PROGRESS = "in_progress"
    COMPLETED = "completed"
    SKIPPED = "skipped"


@Role("value")
class OnboardingStatus(LeadIgniteModel):
    """How far a user came in setting up the product."""

    model_config = ConfigDict(
        json_schema_extra=examples(
            {
                "state": "in_progress",
                "completed_steps": ["verify_email", "complete_profile"],
                "current_step": "connect_platform",
                "completed_at": None,
            }
        )
    )

    state: OnboardingState = Field(
        default=OnboardingState.NOT_STARTED, description="How far the user is."
    )
    completed_steps: UniqueList[OnboardingStep] = Field(
        default=[], description="The steps that are done, in the order in which they were done."
    )
    current_step: OnboardingStep | None = Field(
        default=None, description="The step that the user is shown next; null when none is left."
    )
    completed_at: AwareDatetime | None = Field(
        default=None, description="When the last step was done or the rest was skipped."
    )


@Role("entity")
class UserProfile(Archivable):
    """Who a user is. One for each user."""

    model_config = ConfigDict(
        json_schema_extra=examples(
            {
                "archived_at": None,
                "user_id": "0b8f7a52-5f1c-4f6e-9d0a-3c1f6f1d2a10",
                "first_name": "Ada",
                "last_name": "Lovelace",
                "contact_info": example_of(ContactInfo),
                "location": example_of(LocationInfo),
                "preferences": example_of(UserSettings),
                "socials": example_of(SocialLinks),
                "company": example_of(CompanyInfo),
                "onboarding": example_of(OnboardingStatus),
                "feature_flags": {"new_editor": True, "beta_inbox": False},
                "full_name": "Ada Lovelace",
            }
        )
    )

    user_id: UserId = Field(description="The user whose profile this is.")
    first_name: Name = Field(description="The given name.")
    last_name: Name = Field(description="The family name.")
    contact_info: ContactInfo = Field(description="How to reach the user.")
    location: LocationInfo | None = Field(
        default=None, description="Where the user is; null where they did not say."
    )
    preferences: UserSettings = Field(
        default=UserSettings(), description="What the user chose about the product."
    )
    socials: SocialLinks = Field(
        default=SocialLinks(), description="Where the user is found on the web."
    )
    company: CompanyInfo | None = Field(
        default=None, description="The company that the user works for; null where there is none."
    )
    onboarding: OnboardingStatus = Field(
        default=OnboardingStatus(), description="How far the user came in setting up the product."
    )
    feature_flags: dict[str, bool] = Field(
        default={}, description="Features switched on or off for this user alone, by name."
    )

    @computed_field(description="Given and family name, as they are shown. Only ever sent.")  # type: ignore[prop-decorator]
    @property
    def full_name(self) -> str:
        """Given and family name, as they are shown."""
        return f"{self.first_name} {self.last_name}"
