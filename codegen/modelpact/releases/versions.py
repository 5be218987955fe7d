"""Versions of releases: three numbers, as Semantic Versioning 2.0.0 has them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from modelpact.errors import ModelpactError

__all__ = ["Bump", "Version"]

Bump: TypeAlias = Literal["major", "minor", "patch", "none"]
"""Which part of a version a change asks for."""

_FORM: Final = re.compile(r"(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)")


@dataclass(frozen=True, slots=True, order=True)
class Version:
    """A version, ordered as versions are."""

    major: int
    minor: int
    patch: int

    @classmethod
    def parse(cls, text: str) -> Version:
        """Read ``1.2.3``.

        Raises:
            ModelpactError: It is not of this form. Pre-releases have no place here: what is not
                released is ``next``.

        """
        matched = _FORM.fullmatch(text)
        if matched is None:
            raise ModelpactError(
                f"{text!r} is not a version",
                advice="Versions are three numbers, such as 1.2.0.",
                rule="bad-version",
            )
        return cls(*map(int, matched.groups()))

    @staticmethod
    def is_version(text: str) -> bool:
        """Whether a text is of the form of a version."""
        return _FORM.fullmatch(text) is not None

    def bumped(self, bump: Bump) -> Version:
        """The next version for a change; the same one for no change.

        Before 1.0.0 what breaks raises the second number, as Semantic Versioning leaves open and
        package managers read it.
        """
        if bump == "major" and self.major > 0:
            return Version(self.major + 1, 0, 0)
        if bump in {"major", "minor"}:
            return Version(self.major, self.minor + 1, 0)
        if bump == "patch":
            return Version(self.major, self.minor, self.patch + 1)
        return self

    def is_compatible_with(self, later: Version) -> bool:
        """Whether a later version promises to break nobody who uses this one."""
        if self.major or later.major:
            return self.major == later.major
        return self.minor == later.minor

    def __str__(self) -> str:
        return f"{self.major}.{self.minor}.{self.patch}"
