from __future__ import annotations

from datetime import UTC, datetime

import pytest
from pydantic import BaseModel, ValidationError

from lead_ignite.shared.model import example_of
from lead_ignite.user.core import User

EXAMPLE = example_of(User)


@pytest.mark.parametrize("name", ["id", "username", "email", "password_hash", "created_at"])
def test_a_user_is_nothing_without(name: str) -> None:
    with pytest.raises(ValidationError, match=name):
        User.model_validate({key: value for key, value in EXAMPLE.items() if key != name})


def test_a_new_user_is_active_and_not_deleted() -> None:
    given = {"id", "username", "email", "password_hash", "created_at", "updated_at"}
    user = User.model_validate({name: EXAMPLE[name] for name in given})
    assert (user.is_active, user.is_deleted, user.archived_at) == (True, False, None)


def test_times_keep_their_instant_and_come_out_with_an_offset() -> None:
    user = User.model_validate({**EXAMPLE, "created_at": "2026-01-15T09:30:00+01:00"})
    assert user.created_at == datetime(2026, 1, 15, 8, 30, tzinfo=UTC)
    assert '"created_at":"2026-01-15T09:30:00+01:00"' in user.model_dump_json()


def test_a_time_without_a_zone_is_refused() -> None:
    with pytest.raises(ValidationError, match="timezone"):
        User.model_validate({**EXAMPLE, "created_at": "2026-01-15T08:30:00"})


def test_a_model_without_an_example_is_named() -> None:
    class Bare(BaseModel):
        pass

    with pytest.raises(LookupError, match="Bare"):
        example_of(Bare)


def test_an_example_is_a_copy() -> None:
    example_of(User)["username"] = "changed"
    assert example_of(User) == EXAMPLE
