"""How to reach a person."""

from __future__ import annotations

from enum import StrEnum

from pydantic import ConfigDict, Field

from lead_ignite.shared.model import LeadIgniteModel, examples
from lead_ignite.shared.scalars import Email, PhoneNumber
from modelpact.annotations import Role

__all__ = ["ContactChannel", "ContactInfo"]


class ContactChannel(StrEnum):
    """The way in which a person wants to be contacted."""

    EMAIL = "email"
    PHONE = "phone"
    SMS = "sms"


@Role("value")
class ContactInfo(LeadIgniteModel):
    """How to reach a person, and how they prefer it."""

    model_config = ConfigDict(
        json_schema_extra=examples(
            {
                "email": "ada@example.com",
                "secondary_email": None,
                "phone": "+493012345678",
                "preferred_channel": "email",
            }
        )
    )

    email: Email = Field(description="The address that messages go to.")
    secondary_email: Email | None = Field(
        default=None, description="An address for when the first one fails."
    )
    phone: PhoneNumber | None = Field(
        default=None, description="The phone number in E.164 form, with its country code."
    )
    preferred_channel: ContactChannel = Field(
        default=ContactChannel.EMAIL, description="The channel that the person prefers."
    )
