"""What the product does for a user by itself, and what that takes."""

from __future__ import annotations

from pydantic import ConfigDict, Field

from lead_ignite.shared.ids import UserId
from lead_ignite.shared.model import LeadIgniteModel, example_of, examples
from lead_ignite.user.ai_usage import AIUsageLog
from lead_ignite.user.invitation import Invitation
from lead_ignite.user.notifications import NotificationPreferences
from lead_ignite.user.saved_search import SavedSearch
from modelpact.annotations import Role

__all__ = ["Automation"]


@Role("entity")
class Automation(LeadIgniteModel):
    """What the product does for a user by itself. One for each user."""

    model_config = ConfigDict(
        json_schema_extra=examples(
            {
                "user_id": "0b8f7a52-5f1c-4f6e-9d0a-3c1f6f1d2a10",
                "ai_usage_log": [example_of(AIUsageLog)],
                "notification_preferences": example_of(NotificationPreferences),
                "saved_searches": [example_of(SavedSearch)],
                "invitations": [example_of(Invitation)],
            }
        )
    )

    user_id: UserId = Field(description="The user.")
    ai_usage_log: list[AIUsageLog] = Field(
        default=[], description="The calls of AI models, the newest first."
    )
    notification_preferences: NotificationPreferences = Field(
        default=NotificationPreferences(), description="What the user is told about, and how."
    )
    saved_searches: list[SavedSearch] = Field(
        default=[], description="The searches that the user keeps."
    )
    invitations: list[Invitation] = Field(
        default=[], description="The invitations that the user sent, the newest first."
    )
