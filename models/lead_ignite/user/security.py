"""How a user's account is protected."""

from __future__ import annotations

from datetime import timedelta
from enum import StrEnum
from ipaddress import IPv4Network, IPv6Network
from typing import Annotated

from pydantic import AwareDatetime, ConfigDict, Field

from lead_ignite.shared.duration import Duration
from lead_ignite.shared.ids import UserId
from lead_ignite.shared.model import LeadIgniteModel, example_of, examples
from lead_ignite.shared.scalars import Count
from lead_ignite.shared.unique_list import UniqueList
from modelpact.annotations import Internal, Role

__all__ = [
    "PasswordPolicy",
    "RecoveryCode",
    "Security",
    "SecuritySettings",
    "TwoFactorAuth",
    "TwoFactorMethod",
]


class TwoFactorMethod(StrEnum):
    """A way to prove who one is, besides the password."""

    SMS = "sms"
    AUTHENTICATOR_APP = "authenticator_app"
    EMAIL = "email"
    WEBAUTHN = "webauthn"


@Role("value")
class RecoveryCode(LeadIgniteModel):
    """A code that lets a user in once, when they lost their second factor."""

    model_config = ConfigDict(
        json_schema_extra=examples({"code": "7KQF-29XM-PD4T", "used_at": None})
    )

    code: Annotated[str, Internal()] = Field(
        pattern=r"^[A-Z0-9]{4}(?:-[A-Z0-9]{4}){2}$", description="The code itself."
    )
    used_at: AwareDatetime | None = Field(
        default=None, description="When the code was used; null while it is good."
    )


@Role("value")
class TwoFactorAuth(LeadIgniteModel):
    """The second factor of a user's sign-in."""

    model_config = ConfigDict(
        json_schema_extra=examples(
            {
                "enabled": True,
                "methods": ["authenticator_app", "webauthn"],
                "last_verified_at": "2026-02-20T07:45:12Z",
                "recovery_codes": [example_of(RecoveryCode)],
            }
        )
    )

    enabled: bool = Field(default=False, description="Whether a second factor is asked for.")
    methods: UniqueList[TwoFactorMethod] = Field(
        default=[], description="The ways that are set up, the preferred one first."
    )
    last_verified_at: AwareDatetime | None = Field(
        default=None, description="When the second factor was last given; null if never."
    )
    recovery_codes: Annotated[list[RecoveryCode], Internal()] = Field(
        default=[], max_length=20, description="The codes handed out for emergencies."
    )


@Role("value")
class PasswordPolicy(LeadIgniteModel):
    """What a password must be like."""

    model_config = ConfigDict(
        json_schema_extra=examples(
            {
                "min_length": 14,
                "require_upper": True,
                "require_lower": True,
                "require_digit": True,
                "require_symbol": False,
                "max_age_days": 180,
            }
        )
    )

    min_length: int = Field(
        default=12, ge=8, le=128, description="The least number of characters, 8 to 128."
    )
    require_upper: bool = Field(
        default=False, description="Whether there must be an upper-case letter."
    )
    require_lower: bool = Field(
        default=False, description="Whether there must be a lower-case letter."
    )
    require_digit: bool = Field(default=False, description="Whether there must be a digit.")
    require_symbol: bool = Field(
        default=False, description="Whether there must be a character of another kind."
    )
    max_age_days: int | None = Field(
        default=None,
        ge=1,
        le=3650,
        description="After how many days a new password is due; null for never.",
    )


@Role("value")
class SecuritySettings(LeadIgniteModel):
    """The rules of a user's sign-in, and what happened there."""

    model_config = ConfigDict(
        json_schema_extra=examples(
            {
                "password_policy": example_of(PasswordPolicy),
                "failed_login_attempts": 0,
                "last_login_at": "2026-02-20T07:45:00Z",
                "password_updated_at": "2026-01-15T08:30:00Z",
                "allowed_ip_ranges": ["203.0.113.0/24", "2001:db8::/32"],
                "session_timeout": "PT8H",
            }
        )
    )

    password_policy: PasswordPolicy = Field(
        default=PasswordPolicy(), description="What a password must be like."
    )
    failed_login_attempts: Count = Field(
        default=0, description="How often signing in failed since it last succeeded."
    )
    last_login_at: AwareDatetime | None = Field(
        default=None, description="When the user last signed in; null if never."
    )
    password_updated_at: AwareDatetime | None = Field(
        default=None, description="When the password was last changed; null if it is the first."
    )
    allowed_ip_ranges: UniqueList[IPv4Network | IPv6Network] = Field(
        default=[], description="The networks to sign in from, in CIDR form; empty for any."
    )
    session_timeout: Duration = Field(
        default=timedelta(hours=12),
        description="How long a session lasts without activity, an ISO 8601 duration.",
    )


@Role("entity")
class Security(LeadIgniteModel):
    """How a user's account is protected. One for each user."""

    model_config = ConfigDict(
        json_schema_extra=examples(
            {
                "user_id": "0b8f7a52-5f1c-4f6e-9d0a-3c1f6f1d2a10",
                "two_factor_auth": example_of(TwoFactorAuth),
                "security_settings": example_of(SecuritySettings),
            }
        )
    )

    user_id: UserId = Field(description="The user whose account is protected.")
    two_factor_auth: TwoFactorAuth = Field(
        default=TwoFactorAuth(), description="The second factor of the user's sign-in."
    )
    security_settings: SecuritySettings = Field(
        default=SecuritySettings(), description="The rules of the user's sign-in."
    )
