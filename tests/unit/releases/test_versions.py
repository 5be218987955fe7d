"""Versions are ordered as numbers, and raised as what changed asks for."""

from __future__ import annotations

import pytest

from modelpact.errors import ModelpactError
from modelpact.releases.versions import Bump, Version


@pytest.mark.parametrize(
    ("before", "bump", "after"),
    [
        ("1.2.3", "major", "2.0.0"),
        ("1.2.3", "minor", "1.3.0"),
        ("1.2.3", "patch", "1.2.4"),
        ("1.2.3", "none", "1.2.3"),
        ("0.2.3", "major", "0.3.0"),
        ("0.2.3", "minor", "0.3.0"),
        ("0.2.3", "patch", "0.2.4"),
    ],
)
def test_a_change_raises_its_part_of_the_version(before: str, bump: Bump, after: str) -> None:
    assert str(Version.parse(before).bumped(bump)) == after


def test_ten_comes_after_nine() -> None:
    assert Version.parse("1.10.0") > Version.parse("1.9.9")


@pytest.mark.parametrize("text", ["1.2", "1.2.3.4", "v1.2.3", "1.02.3", "1.2.3-rc1", "next", ""])
def test_anything_but_three_numbers_is_refused(text: str) -> None:
    assert not Version.is_version(text)
    with pytest.raises(ModelpactError, match="is not a version"):
        Version.parse(text)


@pytest.mark.parametrize(
    ("first", "second", "compatible"),
    [
        ("1.0.0", "1.9.0", True),
        ("1.0.0", "2.0.0", False),
        ("0.1.0", "0.1.9", True),
        ("0.1.0", "0.2.0", False),
        ("0.9.0", "1.0.0", False),
    ],
)
def test_a_major_version_is_a_promise(first: str, second: str, *, compatible: bool) -> None:
    assert Version.parse(first).is_compatible_with(Version.parse(second)) is compatible
