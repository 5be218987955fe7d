"""A user's settings: each a value of its own type that says where it came from."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Generic, TypeVar

from pydantic import AwareDatetime, ConfigDict, Field

from lead_ignite.shared.model import LeadIgniteModel, examples
from lead_ignite.shared.scalars import LocaleTag, TimeZoneName
from modelpact.annotations import Brand, Role

__all__ = ["PageSize", "Setting", "SettingSource", "Theme", "UserSettings", "Weekday"]

ValueT = TypeVar("ValueT")

PageSize = Annotated[int, Field(ge=10, le=200), Brand("PageSize")]
"""How many items a page of a list shows."""


class SettingSource(StrEnum):
    """Who chose the value of a setting."""

    DEFAULT = "default"
    USER = "user"
    TEAM = "team"


class Theme(StrEnum):
    """The look of the user interface."""

    LIGHT = "light"
    DARK = "dark"
    SYSTEM = "system"


class Weekday(StrEnum):
    """A day of the week."""

    MONDAY = "monday"
    TUESDAY = "tuesday"
    WEDNESDAY = "wednesday"
    THURSDAY = "thursday"
    FRIDAY = "friday"
    SATURDAY = "saturday"
    SUNDAY = "sunday"


@Role("value")
class Setting(LeadIgniteModel, Generic[ValueT]):
    """The value of one setting, and where it came from."""

    # An example depends on the value's type: it stands at each field that is a setting.

    value: ValueT = Field(description="The value in force.")
    source: SettingSource = Field(default=SettingSource.DEFAULT, description="Who chose the value.")
    changed_at: AwareDatetime | None = Field(
        default=None, description="When the value was chosen; null for a default."
    )


_CHOSEN = {"source": "user", "changed_at": "2026-03-01T09:00:00Z"}
_DEFAULT = {"source": "default", "changed_at": None}


@Role("value")
class UserSettings(LeadIgniteModel):
    """What a user chose about how the product looks and behaves."""

    model_config = ConfigDict(
        json_schema_extra=examples(
            {
                "theme": {"value": "dark", **_CHOSEN},
                "locale": {"value": "de-DE", **_CHOSEN},
                "time_zone": {"value": "Europe/Berlin", **_CHOSEN},
                "week_starts_on": {"value": "monday", **_DEFAULT},
                "page_size": {"value": 50, **_DEFAULT},
                "email_digest": {"value": False, **_CHOSEN},
            }
        )
    )

    theme: Setting[Theme] = Field(
        default=Setting[Theme](value=Theme.SYSTEM),
        description="The look of the user interface.",
        examples=[{"value": "dark", **_CHOSEN}],
    )
    locale: Setting[LocaleTag] = Field(
        default=Setting[LocaleTag](value="en"),
        description="The language and the way of writing numbers and dates, a BCP 47 tag.",
        examples=[{"value": "de-DE", **_CHOSEN}],
    )
    time_zone: Setting[TimeZoneName] = Field(
        default=Setting[TimeZoneName](value="UTC"),
        description="The time zone in which times are shown, an IANA name.",
        examples=[{"value": "Europe/Berlin", **_CHOSEN}],
    )
    week_starts_on: Setting[Weekday] = Field(
        default=Setting[Weekday](value=Weekday.MONDAY),
        description="The first day of the week in calendars.",
        examples=[{"value": "sunday", **_CHOSEN}],
    )
    page_size: Setting[PageSize] = Field(
        default=Setting[PageSize](value=50),
        description="How many items a page of a list shows.",
        examples=[{"value": 100, **_CHOSEN}],
    )
    email_digest: Setting[bool] = Field(
        default=Setting[bool](value=True),
        description="Whether a weekly summary is sent by e-mail.",
        examples=[{"value": False, **_CHOSEN}],
    )
