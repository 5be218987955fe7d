"""The services that a user connected."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal, TypeAlias

from pydantic import AwareDatetime, ConfigDict, Field, RootModel

from lead_ignite.shared.extensible import ExtensibleEnum
from lead_ignite.shared.ids import UserId
from lead_ignite.shared.model import JsonObject, LeadIgniteModel, example_of, examples
from lead_ignite.shared.scalars import Email, Name, Text, WebUrl
from lead_ignite.shared.unique_list import UniqueList
from modelpact.annotations import Extensible, Internal, Role

__all__ = [
    "CustomConfig",
    "CustomIntegration",
    "GoogleCalendarConfig",
    "GoogleCalendarIntegration",
    "HubSpotConfig",
    "HubSpotIntegration",
    "Integration",
    "IntegrationProvider",
    "IntegrationStatus",
    "Integrations",
    "SalesforceConfig",
    "SalesforceIntegration",
    "SlackConfig",
    "SlackIntegration",
    "WebhookConfig",
    "WebhookEvent",
    "WebhookIntegration",
    "ZapierConfig",
    "ZapierIntegration",
]


class IntegrationStatus(StrEnum):
    """Whether a connected service works."""

    CONNECTED = "connected"
    DISCONNECTED = "disconnected"
    ERROR = "error"


class WebhookEvent(StrEnum):
    """What a webhook is told about."""

    LEAD_CREATED = "lead.created"
    LEAD_UPDATED = "lead.updated"
    POST_PUBLISHED = "post.published"
    SUBSCRIPTION_CHANGED = "subscription.changed"


@Extensible()
class IntegrationProvider(ExtensibleEnum):
    """A service without an integration of its own. More will be added: accept unknown ones."""

    PIPEDRIVE = "pipedrive"
    MAILCHIMP = "mailchimp"
    AIRTABLE = "airtable"
    NOTION = "notion"


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
class SlackConfig(LeadIgniteModel):
    """Where Slack messages go."""

    model_config = ConfigDict(
        json_schema_extra=examples(
            {"workspace": "engines", "channel": "#leads", "notify_on_new_lead": True}
        )
    )

    workspace: Name = Field(description="The workspace's name.")
    channel: Annotated[str, Field(pattern=r"^#[a-z0-9_-]{1,79}$")] = Field(
        description="The channel to post to, with its leading #."
    )
    notify_on_new_lead: bool = Field(
        default=True, description="Whether each new lead is announced."
    )


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
class ZapierConfig(LeadIgniteModel):
    """The zaps that are triggered."""

    model_config = ConfigDict(
        json_schema_extra=examples(
            {"zap_ids": ["zap_1192"], "hook_url": "https://hooks.zapier.example.com/1192"}
        )
    )

    zap_ids: UniqueList[Name] = Field(description="The zaps, by Zapier's identifiers.")
    hook_url: WebUrl = Field(description="The address that Zapier listens on.")


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
class HubSpotConfig(LeadIgniteModel):
    """The HubSpot account that leads go to."""

    model_config = ConfigDict(
        json_schema_extra=examples({"portal_id": 62515, "pipeline": "Sales", "sync_contacts": True})
    )

    portal_id: int = Field(ge=1, le=2**53 - 1, description="The account's number at HubSpot.")
    pipeline: Name | None = Field(
        default=None, description="The pipeline for new deals; null for HubSpot's default."
    )
    sync_contacts: bool = Field(
        default=True, description="Whether contacts are kept the same on both sides."
    )


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
class SalesforceConfig(LeadIgniteModel):
    """The Salesforce organisation that leads go to."""

    model_config = ConfigDict(
        json_schema_extra=examples(
            {
                "instance_url": "https://engines.my.salesforce.example.com",
                "is_sandbox": False,
                "field_mapping": {"email": "Email", "company": "Company"},
            }
        )
    )

    instance_url: WebUrl = Field(description="The organisation's address.")
    is_sandbox: bool = Field(default=False, description="Whether it is for trying things out.")
    field_mapping: dict[str, str] = Field(
        default={}, description="Salesforce's field for each of ours."
    )


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
class GoogleCalendarConfig(LeadIgniteModel):
    """The calendars that are read and written."""

    model_config = ConfigDict(
        json_schema_extra=examples({"calendar_ids": ["ada@example.com"], "is_two_way": True})
    )

    calendar_ids: UniqueList[Email] = Field(
        min_length=1, description="The calendars, by the addresses that Google names them by."
    )
    is_two_way: bool = Field(
        default=False, description="Whether we write to the calendars as well."
    )


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
class WebhookConfig(LeadIgniteModel):
    """Who is told about what."""

    model_config = ConfigDict(
        json_schema_extra=examples(
            {
                "url": "https://engines.example.com/hooks/lead-ignite",
                "events": ["lead.created", "post.published"],
                "headers": {"X-Team": "growth"},
            }
        )
    )

    url: WebUrl = Field(description="The address that is called.")
    events: UniqueList[WebhookEvent] = Field(min_length=1, description="What it is told about.")
    headers: dict[str, str] = Field(default={}, description="HTTP headers to send along.")


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
class CustomConfig(LeadIgniteModel):
    """A service that has no integration of its own yet."""

    model_config = ConfigDict(
        json_schema_extra=examples(
            {"provider": "airtable", "label": "Lead base", "options": {"base": "appXYZ"}}
        )
    )

    provider: IntegrationProvider = Field(description="The service.")
    label: Name = Field(description="What the user calls it.")
    options: dict[str, str] = Field(
        default={}, description="What the service needs to know, by names of its own."
    )


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
    """One connected service; ``type`` says which."""

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
