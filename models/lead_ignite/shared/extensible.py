"""Enums that will grow: sets whose readers must accept members that they do not know yet."""

from __future__ import annotations

from enum import StrEnum
from typing import Self

__all__ = ["ExtensibleEnum"]


class ExtensibleEnum(StrEnum):
    """The base of enums marked ``@Extensible()``: an unknown string becomes an unlisted member.

    ``Platform("mastodon")`` is a ``Platform`` whose value is ``"mastodon"``, compares equal to that
    string and is written back unchanged, although no such member is declared. Unlisted members are
    not recorded: the set of declared members never changes, and nothing grows with the input.

    Pydantic consults ``_missing_`` for values that it does not find, so this holds wherever the
    enum is used, dictionary keys included. What is not a string is refused as ever.
    """

    @classmethod
    def _missing_(cls, value: object) -> Self | None:
        if not isinstance(value, str):
            return None
        unlisted = str.__new__(cls, value)
        unlisted._name_ = value
        unlisted._value_ = value
        return unlisted

    @property
    def is_known(self) -> bool:
        """Whether this is one of the declared members."""
        return self._value_ in type(self)._value2member_map_
