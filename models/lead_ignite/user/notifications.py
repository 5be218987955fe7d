"""What a user is told about, how, and when not."""

from __future__ import annotations

from enum import StrEnum

from pydantic import ConfigDict, Field

from lead_ignite.shared.model import LeadIgniteModel, example_of, examples
from lead_ignite.shared.scalars import LocalTime, TimeZoneName
from modelpact.annotations import Role

__all__ = [
    "NotificationChannel",
    "NotificationPreferences",
    "NotificationTopic",
    "QuietHours",
]


class NotificationChannel(StrEnum):
    """A way to reach a user."""

    EMAIL = "email"
    SMS = "sms"
    PUSH = "push"
    IN_APP = "in_app"


class NotificationTopic(StrEnum):
    """What a notification is about."""

    LEADS = "leads"
    TASKS = "tasks"
    BILLING = "billing"
    SECURITY = "security"
    PRODUCT_NEWS = "product_news"


@Role("value")
class QuietHours(LeadIgniteModel):
    """The time of day in which a user is left alone. It may run past midnight."""

    model_config = ConfigDict(
        json_schema_extra=examples({"start": "22:00", "end": "07:30", "time_zone": "Europe/Berlin"})
    )

    start: LocalTime = Field(description="When quiet begins, on the wall clock.")
    end: LocalTime = Field(description="When quiet ends, on the wall clock.")
    time_zone: TimeZoneName = Field(description="The time zone of that clock, an IANA name.")


@Role("value")
class NotificationPreferences(LeadIgniteModel):
    """What a user is told about on which channel, and when not."""

    model_config = ConfigDict(
        json_schema_extra=examples(
            {
                "switches": {
                    "email": {"billing": True, "product_news": False},
                    "push": {"leads": True},
                },
                "quiet_hours": example_of(QuietHours),
            }
        )
    )

    switches: dict[NotificationChannel, dict[NotificationTopic, bool]] = Field(
        default={},
        description="For each channel and topic, on or off; what is missing has its default.",
    )
    quiet_hours: QuietHours | None = Field(
        default=None, description="When the user is left alone; null for never."
    )
