from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from lead_ignite.user.security import (
    PasswordPolicy,
    RecoveryCode,
    SecuritySettings,
    TwoFactorAuth,
)


@pytest.mark.parametrize("length", [8, 128])
def test_a_policy_asks_for_8_to_128_characters(length: int) -> None:
    assert PasswordPolicy(min_length=length).min_length == length


@pytest.mark.parametrize(
    ("name", "value"), [("min_length", 7), ("min_length", 129), ("max_age_days", 0)]
)
def test_a_policy_beyond_its_limits_is_refused(name: str, value: int) -> None:
    with pytest.raises(ValidationError, match=name):
        PasswordPolicy.model_validate({name: value})


@pytest.mark.parametrize(
    ("given", "written"),
    [("203.0.113.0/24", "203.0.113.0/24"), ("2001:DB8::/32", "2001:db8::/32")],
)
def test_networks_of_both_versions_are_taken(given: str, written: str) -> None:
    settings = SecuritySettings.model_validate({"allowed_ip_ranges": [given]})
    assert settings.model_dump(mode="json")["allowed_ip_ranges"] == [written]


@pytest.mark.parametrize(
    "ranges",
    [["203.0.113.1/24"], ["203.0.113.0/33"], ["example.com"], ["10.0.0.0/8", "10.0.0.0/8"]],
)
def test_what_is_no_list_of_different_networks_is_refused(ranges: list[str]) -> None:
    with pytest.raises(ValidationError):
        SecuritySettings.model_validate({"allowed_ip_ranges": ranges})


def test_methods_keep_their_order_and_are_not_repeated() -> None:
    methods = ["webauthn", "sms"]
    assert TwoFactorAuth.model_validate({"methods": methods}).methods == methods
    with pytest.raises(ValidationError, match="unique"):
        TwoFactorAuth.model_validate({"methods": ["sms", "sms"]})


@pytest.mark.parametrize("code", ["", "7KQF29XMPD4T", "7kqf-29xm-pd4t", "7KQF-29XM"])
def test_a_recovery_code_has_its_form(code: Any) -> None:
    with pytest.raises(ValidationError, match="code"):
        RecoveryCode(code=code)
