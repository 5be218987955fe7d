"""The services that a user connected."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal, TypeAlias

from pydantic import AwareDatetime, ConfigDict, Field, RootModel

from lead_ignite.shared.ids import UserId
from lead_ignite.shared.model import JsonObject, LeadIgniteModel, example_of, examples
from lead_ignite.shared.scalars import Text
from lead_ignite.user.integration_configs import (
    CustomConfig,
    GoogleCalendarConfig,
    HubSpotConfig,
    SalesforceConfig,
    SlackConfig,
    WebhookConfig,
    ZapierConfig,
)
from modelpact.annotations import Internal, Role

__all__ = [
    "CustomIntegration",
    "GoogleCalendarIntegration",
    "HubSpotIntegration",
    "Integration",
    "IntegrationStatus",
    "Integrations",
    "SalesforceIntegration",
    "SlackIntegration",
    "WebhookIntegration",
    "ZapierIntegration",
]


class IntegrationStatus(StrEnum):
    """Whether a connected service works."""

    CONNECTED = "connected"
    DISCONNECTED = "disconnected"
    ERROR = "error"


class _Connection(LeadIgniteModel):
    """What all integrations have in common."""

    status: IntegrationStatus = Field(description="Whether the service works.")
    connected_at: AwareDatetime | None = Field(
        default=None, description="When the service was last connected; null if never."
    )
    last_error: Text | None = Field(
        default=None, description="What went wrong last, for people to read."
    )
    access_token: Annotated[str | None, Internal()] = Field(
        default=None, description="The token that the service gave us; null while disconnected."
    )


_CONNECTED: JsonObject = {
    "status": "connected",
    "connected_at": "2026-02-10T10:00:00Z",
    "last_error": None,
    "access_token": "example-token",
}
_BROKEN: JsonObject = {
    "status": "error",
    "connected_at": "2026-02-10T10:00:00Z",
    "last_error": "The service refused our token",
    "access_token": None,
}


@Role("value")
class SlackIntegration(_Connection):
    """Posts to Slack."""

    model_config = ConfigDict(
        json_schema_extra=examples(
            {**_CONNECTED, "type": "slack", "config": example_of(SlackConfig)}
        )
    )

    type: Literal["slack"] = Field(description="Tells Slack from other integrations.")
    config: SlackConfig = Field(description="Where messages go.")


@Role("value")
class ZapierIntegration(_Connection):
    """Triggers zaps on Zapier."""

    model_config = ConfigDict(
        json_schema_extra=examples(
            {**_CONNECTED, "type": "zapier", "config": example_of(ZapierConfig)}
        )
    )

    type: Literal["zapier"] = Field(description="Tells Zapier from other integrations.")
    config: ZapierConfig = Field(description="What is triggered.")


@Role("value")
class HubSpotIntegration(_Connection):
    """Keeps leads in HubSpot."""

    model_config = ConfigDict(
        json_schema_extra=examples(
            {**_CONNECTED, "type": "hubspot", "config": example_of(HubSpotConfig)}
        )
    )

    type: Literal["hubspot"] = Field(description="Tells HubSpot from other integrations.")
    config: HubSpotConfig = Field(description="The account that leads go to.")


@Role("value")
class SalesforceIntegration(_Connection):
    """Keeps leads in Salesforce."""

    model_config = ConfigDict(
        json_schema_extra=examples(
            {**_BROKEN, "type": "salesforce", "config": example_of(SalesforceConfig)}
        )
    )

    type: Literal["salesforce"] = Field(description="Tells Salesforce from other integrations.")
    config: SalesforceConfig = Field(description="The organisation that leads go to.")


@Role("value")
class GoogleCalendarIntegration(_Connection):
    """Shows plans in Google Calendar."""

    model_config = ConfigDict(
        json_schema_extra=examples(
            {**_CONNECTED, "type": "google_calendar", "config": example_of(GoogleCalendarConfig)}
        )
    )

    type: Literal["google_calendar"] = Field(
        description="Tells Google Calendar from other integrations."
    )
    config: GoogleCalendarConfig = Field(description="The calendars.")


@Role("value")
class WebhookIntegration(_Connection):
    """Calls an address of the user's own."""

    model_config = ConfigDict(
        json_schema_extra=examples(
            {**_CONNECTED, "type": "webhook", "config": example_of(WebhookConfig)}
        )
    )

    type: Literal["webhook"] = Field(description="Tells a webhook from other integrations.")
    config: WebhookConfig = Field(description="Who is told about what.")


@Role("value")
class CustomIntegration(_Connection):
    """Connects a service that has no integration of its own yet."""

    model_config = ConfigDict(
        json_schema_extra=examples(
            {**_CONNECTED, "type": "custom", "config": example_of(CustomConfig)}
        )
    )

    type: Literal["custom"] = Field(description="Tells a custom integration from the others.")
    config: CustomConfig = Field(description="The service and what it needs to know.")


_AnyIntegration: TypeAlias = (
    SlackIntegration
    | ZapierIntegration
    | HubSpotIntegration
    | SalesforceIntegration
    | GoogleCalendarIntegration
    | WebhookIntegration
    | CustomIntegration
)


@Role("value")
class Integration(RootModel[_AnyIntegration]):
    """One connected service; `type` says which."""

    model_config = ConfigDict(
        json_schema_extra=examples(example_of(SlackIntegration), example_of(CustomIntegration))
    )

    root: _AnyIntegration = Field(
        discriminator="type", description="One connected service; `type` says which."
    )


@Role("entity")
class Integrations(LeadIgniteModel):
    """The services that a user connected."""

    model_config = ConfigDict(
        json_schema_extra=examples(
            {
                "user_id": "0b8f7a52-5f1c-4f6e-9d0a-3c1f6f1d2a10",
                "integrations": [
                    example_of(SlackIntegration),
                    example_of(SalesforceIntegration),
                    example_of(WebhookIntegration),
                ],
            }
        )
    )

    user_id: UserId = Field(description="The user who connected them.")
    integrations: list[Integration] = Field(default=[], description="The services.")
