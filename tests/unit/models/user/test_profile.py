from __future__ import annotations

import pytest
from pydantic import ValidationError

from lead_ignite.shared.model import example_of
from lead_ignite.user.profile import OnboardingStatus, UserProfile

EXAMPLE = example_of(UserProfile)


def test_the_full_name_is_in_the_output_only() -> None:
    assert "full_name" not in UserProfile.model_json_schema()["properties"]
    written = UserProfile.model_json_schema(mode="serialization")
    assert written["properties"]["full_name"]["readOnly"] is True
    assert "full_name" in written["required"]


def test_the_full_name_follows_the_names_and_not_the_input() -> None:
    profile = UserProfile.model_validate(
        {**EXAMPLE, "last_name": "King", "full_name": "Somebody Else"}
    )
    assert profile.model_dump()["full_name"] == "Ada King"


def test_a_profile_needs_a_name_and_an_address_only() -> None:
    needed = {"user_id", "first_name", "last_name", "contact_info"}
    profile = UserProfile.model_validate({name: EXAMPLE[name] for name in needed})
    assert profile.company is None
    assert profile.onboarding == OnboardingStatus()
    assert profile.feature_flags == {}


def test_two_profiles_do_not_share_their_defaults() -> None:
    needed = {"user_id", "first_name", "last_name", "contact_info"}
    first, second = (
        UserProfile.model_validate({name: EXAMPLE[name] for name in needed}) for _ in range(2)
    )
    first.feature_flags["beta"] = True
    first.onboarding.completed_steps.append("verify_email")  # type: ignore[arg-type]
    assert second.feature_flags == {}
    assert second.onboarding.completed_steps == []


def test_a_step_is_done_once() -> None:
    with pytest.raises(ValidationError, match="unique"):
        OnboardingStatus.model_validate({"completed_steps": ["verify_email", "verify_email"]})
