"""What each integration needs to know about the service that it connects."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import ConfigDict, Field

from lead_ignite.shared.extensible import ExtensibleEnum
from lead_ignite.shared.model import LeadIgniteModel, examples
from lead_ignite.shared.scalars import Email, Name, WebUrl
from lead_ignite.shared.unique_list import UniqueList
from modelpact.annotations import Extensible, Role

__all__ = [
    "CustomConfig",
    "GoogleCalendarConfig",
    "HubSpotConfig",
    "IntegrationProvider",
    "SalesforceConfig",
    "SlackConfig",
    "WebhookConfig",
    "WebhookEvent",
    "ZapierConfig",
]


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
