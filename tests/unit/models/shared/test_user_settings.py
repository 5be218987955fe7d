from __future__ import annotations

import json
from typing import Any

import pytest
from pydantic import ValidationError

from lead_ignite.shared.scalars import LocaleTag
from lead_ignite.shared.user_settings import Setting, SettingSource, Theme, UserSettings


def test_settings_nobody_chose_have_their_defaults() -> None:
    settings = UserSettings()
    assert settings.theme == Setting[Theme](value=Theme.SYSTEM, source=SettingSource.DEFAULT)
    assert settings.page_size.value == 50


def test_two_users_do_not_share_their_defaults() -> None:
    first, second = UserSettings(), UserSettings()
    first.theme.value = Theme.DARK
    assert second.theme.value is Theme.SYSTEM


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("theme", "neon"),
        ("locale", "en_US"),
        ("time_zone", "Berlin Time"),
        ("week_starts_on", "mon"),
        ("page_size", 9),
        ("page_size", 201),
        ("email_digest", "maybe"),
    ],
)
def test_a_setting_takes_values_of_its_own_type_only(name: str, value: Any) -> None:
    with pytest.raises(ValidationError):
        UserSettings.model_validate({name: {"value": value}})


def test_a_setting_says_who_chose_it_and_when() -> None:
    text = '{"value":"de-DE","source":"team","changed_at":"2026-03-01T09:00:00Z"}'
    assert json.loads(Setting[LocaleTag].model_validate_json(text).model_dump_json()) == json.loads(
        text
    )


def test_a_time_without_a_zone_is_refused() -> None:
    with pytest.raises(ValidationError, match="timezone"):
        UserSettings.model_validate(
            {"theme": {"value": "dark", "changed_at": "2026-03-01T09:00:00"}}
        )
