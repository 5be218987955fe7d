from __future__ import annotations

import copy
import pickle
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from lead_ignite.shared.platforms import Platform
from support import lead_ignite as package

EXTENSIBLE = [enum for enum in package.enums() if hasattr(enum, "is_known")]
each = pytest.mark.parametrize("enum", EXTENSIBLE, ids=lambda enum: enum.__name__)


@each
def test_a_declared_member_is_itself(enum: Any) -> None:
    for member in enum:
        assert TypeAdapter(enum).validate_python(member.value) is member
        assert member.is_known


@each
@pytest.mark.parametrize("value", ["mastodon", "", "Ünïcode \U0001f600", "__class__", "name"])
def test_an_unknown_member_is_accepted_and_kept(enum: Any, value: str) -> None:
    adapter: TypeAdapter[Any] = TypeAdapter(enum)
    member = adapter.validate_python(value)
    assert isinstance(member, enum)
    assert not member.is_known
    assert member == value
    assert member.value == value
    assert str(member) == value
    assert adapter.validate_json(adapter.dump_json(member)) == member


@each
def test_unknown_members_are_not_recorded(enum: Any) -> None:
    before = list(enum)
    enum("mastodon")
    assert list(enum) == before
    assert "mastodon" not in enum.__members__


@pytest.mark.parametrize("value", [1, None, True, ["linkedin"], {}])
def test_what_is_not_a_string_is_refused(value: object) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(Platform).validate_python(value)


def test_an_unknown_member_is_a_key_like_any_other() -> None:
    adapter = TypeAdapter(dict[Platform, int])
    read = adapter.validate_json('{"mastodon":1,"linkedin":2}')
    assert read == {Platform("mastodon"): 1, Platform.LINKEDIN: 2}
    assert adapter.dump_json(read) == b'{"mastodon":1,"linkedin":2}'


def test_an_unknown_member_survives_copying_and_pickling() -> None:
    member = Platform("mastodon")
    assert copy.deepcopy(member) == member
    assert pickle.loads(pickle.dumps(member)) == member


def test_unknown_members_with_one_value_are_equal_and_hash_alike() -> None:
    assert {Platform("mastodon"), Platform("mastodon"), "mastodon"} == {"mastodon"}
