"""What is to go, and when: facts out of ``Sunset(...)``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import Enum

from modelpact.annotations import Sunset, annotations_of

__all__ = ["life_facts", "member_facts", "sunset_of_class", "unknown_members"]


def life_facts(sunset: Sunset, message: str = "") -> dict[str, str]:
    """The members of ``x-modelpact`` that say it.

    Args:
        sunset: What the model says.
        message: The deprecation's message, where it is said elsewhere; it goes before.

    """
    facts = {"deprecated": message or sunset.message, "since": sunset.since, "sunset": sunset.on}
    return {fact: value for fact, value in facts.items() if value}


def sunset_of_class(cls: type) -> Sunset | None:
    """Until when a class as a whole stays; what its bases say is not meant for it."""
    return next((sunset for sunset in _own(cls) if not sunset.member), None)


def member_facts(cls: type[Enum]) -> Mapping[str, dict[str, str]]:
    """What is said of an enum's members, by name; a deprecated one always has a message."""
    return {
        sunset.member: {"deprecated": "", **life_facts(sunset)}
        for sunset in _own(cls)
        if sunset.member
    }


def unknown_members(cls: type[Enum]) -> tuple[str, ...]:
    """The members that an enum's sunsets name and that it does not have."""
    return tuple(name for name in member_facts(cls) if name not in cls.__members__)


def _own(cls: type) -> Iterator[Sunset]:
    return (s for s in annotations_of(cls, inherited=False) if isinstance(s, Sunset))
